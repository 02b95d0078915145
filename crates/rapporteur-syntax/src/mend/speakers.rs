//! Speakers told after their words: ", its minister, Britt Aasen, said." and "," said the envoy, Jonas Brandt."
//!
//! The network hangs such a speaker on the clause before it as an apposition of its last noun, and the verb of saying is
//! left without a subject.

use std::ops::Range;

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs that tell, in the forms that follow or precede a speaker.
pub(super) const TELLING: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "added",
    "adds",
    "warned",
    "warns",
    "announced",
    "announces",
    "suggested",
    "suggests",
    "argued",
    "argues",
    "insisted",
    "insists",
    "confirmed",
    "confirms",
    "declared",
    "declares",
    "noted",
    "notes",
    "wrote",
    "writes",
    "replied",
    "replies",
    "explained",
    "explains",
    "stressed",
    "reported",
    "reports",
    "claimed",
    "claims",
    "promised",
    "vowed",
    "acknowledged",
    "conceded",
    "admitted",
    "observed",
    "remarked",
    "commented",
    "recalled",
    "cautioned",
    "predicted",
    "concluded",
    "stated",
    "complained",
    "pledged",
    "hinted",
    "indicated",
];
/// The longest noun phrase of a speaker, in words.
pub(super) const LONGEST: usize = 14;

impl Tree<'_> {
    /// Gives each verb of telling that has none the speaker that stands beside it.
    pub(super) fn speakers(&mut self) {
        for verb in self.sentence.clone() {
            let form = self.forms[verb].to_lowercase();
            let finite = matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn);
            if !TELLING.contains(&form.as_str())
                || !finite
                || self.has(
                    verb,
                    &[
                        Rel::NsubjPass,
                        Rel::Csubj,
                        Rel::Expl,
                        Rel::Aux,
                        Rel::AuxPass,
                        Rel::Case,
                        Rel::Mark,
                    ],
                )
            {
                continue;
            }
            // A name alone may be the subject already, and its office left behind.
            let known = self
                .children(verb)
                .find(|&word| self.rel(word) == Rel::Nsubj);
            let speaker = match known {
                Some(name) => self.before(verb, Some(name)),
                None => self.before(verb, None).or_else(|| self.behind(verb)),
            };
            if let Some(speaker) = speaker {
                self.give_subject(verb, speaker);
            } else if let Some(name) = known {
                self.lift(verb, name);
            }
        }
    }

    /// "Lind told the radio that it was over, the agency reported.": the last verb of telling tells all before it.
    fn lift(&mut self, verb: usize, named: usize) {
        let last = (self.forms.get(verb + 1)).is_none_or(|form| matches!(*form, "." | "!"));
        let Some(phrase) = self
            .phrase_to(verb)
            .filter(|phrase| phrase.contains(&named))
        else {
            return;
        };
        // "his adviser Yuri Lind said" as what describes the adviser: the name goes with the office.
        let mut subject = named;
        let office = self.head(verb);
        if self.rel(verb) == Rel::AclRelcl
            && phrase.contains(&office)
            && office < named
            && self.upos(office) == Upos::Noun
        {
            self.attach(named, office, Rel::Appos);
            self.attach(verb, self.head(office), Rel::Parataxis);
            self.attach(office, verb, Rel::Nsubj);
            subject = office;
        }
        let root = (self.sentence.clone()).find(|&word| self.head(word) == word);
        let Some(root) =
            root.filter(|&root| last && root < phrase.start && self.head(verb) < phrase.start)
        else {
            return;
        };
        if self.upos(root) != Upos::Verb || self.rel(verb) == Rel::Parataxis && subject == named {
            return;
        }
        self.attach(verb, verb, Rel::Root);
        self.attach(root, verb, Rel::Ccomp);
        self.close_clause(verb, subject);
        if verb + 1 < self.sentence.end {
            self.attach(verb + 1, verb, Rel::Punct);
        }
    }

    /// ", its transport minister, Britt Aasen, said": the office, with the name as its apposition; or one phrase alone.
    pub(super) fn before(&mut self, verb: usize, known: Option<usize>) -> Option<usize> {
        let first = self.sentence.start;
        let mut end = verb;
        while end > first && self.upos(end - 1) == Upos::Adv {
            end -= 1;
        }
        if end <= first + 1 {
            return None;
        }
        if self.forms[end - 1] != "," {
            if known.is_some() {
                return None;
            }
            let phrase = self.phrase_to(end)?;
            return self.top(phrase);
        }
        let end = end - 1;
        let mut name = end;
        while name > first && self.upos(name - 1) == Upos::Propn {
            name -= 1;
        }
        if name == end || name < first + 2 || self.forms[name - 1] != "," {
            return None;
        }
        let office = self.phrase_to(name - 1)?;
        let office = self.top(office)?;
        let name = match known {
            Some(known) if (name..end).contains(&known) => known,
            Some(_) => return None,
            None => self.top(name..end)?,
        };
        if self.upos(office) == Upos::Propn && self.upos(name) != Upos::Propn {
            return None;
        }
        self.attach(name, office, Rel::Appos);
        Some(office)
    }

    /// The noun phrase that ends before `end` and begins after a comma or a quotation mark.
    fn phrase_to(&self, end: usize) -> Option<Range<usize>> {
        let first = self.sentence.start;
        let mut start = end;
        while start > first && !is_mark(self.forms[start - 1]) {
            start -= 1;
            if end - start > LONGEST
                || matches!(self.upos(start), Upos::Verb | Upos::Aux | Upos::Sconj)
                || matches!(self.forms[start], "who" | "which" | "that" | "and" | "but")
            {
                return None;
            }
        }
        // A phrase that opens the sentence is where a subject is looked for anyway.
        (start > first && start < end && self.is_noun(end - 1)).then_some(start..end)
    }

    fn is_noun(&self, word: usize) -> bool {
        matches!(self.upos(word), Upos::Noun | Upos::Propn)
            || self.upos(word) == Upos::Adj && self.rel(word) != Rel::Amod
    }

    /// The word of a phrase that hangs outside it.
    fn top(&self, phrase: Range<usize>) -> Option<usize> {
        let mut tops = (phrase.clone())
            .filter(|&word| !phrase.contains(&self.head(word)) || self.head(word) == word)
            .filter(|&word| self.is_noun(word));
        let top = tops.next_back()?;
        let is_subject = matches!(self.rel(top), Rel::Nsubj | Rel::NsubjPass);
        (!is_subject).then_some(top)
    }

    /// "," said Talmark's envoy, Jonas Brandt.": the noun phrase that follows.
    fn behind(&self, verb: usize) -> Option<usize> {
        if verb <= self.sentence.start || !is_mark(self.forms[verb - 1]) {
            return None;
        }
        let mut end = verb + 1;
        while end < self.sentence.end
            && !is_mark(self.forms[end])
            && !matches!(
                self.upos(end),
                Upos::Adp | Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Punct
            )
        {
            end += 1;
        }
        let phrase = verb + 1..end;
        if phrase.is_empty() || phrase.len() > LONGEST {
            return None;
        }
        let top = self.top(phrase)?;
        let quoted = is_quote(self.forms[verb - 1]);
        let own_object = self.head(top) == verb && self.rel(top) == Rel::Obj;
        (self.head(top) < verb || own_object && quoted).then_some(top)
    }

    /// Hangs a subject on its verb; a verb that hung on that subject takes its place first.
    pub(super) fn give_subject(&mut self, verb: usize, subject: usize) {
        if verb == subject || self.above(verb).any(|above| above == subject) {
            let higher = self.head(subject);
            match higher == subject {
                true => self.attach(verb, verb, Rel::Root),
                false => self.attach(verb, higher, Rel::Parataxis),
            }
        }
        if self.xpos(verb) == Xpos::Vbn {
            self.syntax.tags.xpos[verb] = Xpos::Vbd;
        }
        self.attach(subject, verb, Rel::Nsubj);
        if subject < verb {
            self.close_clause(verb, subject);
        }
    }

    /// What ends with its speaker: the commas around the speaker are no part of the clause, nor is the speaker.
    fn close_clause(&mut self, verb: usize, subject: usize) {
        let mut start = subject;
        while start > self.sentence.start && !is_mark(self.forms[start - 1]) {
            start -= 1;
        }
        for mark in start.saturating_sub(2).max(self.sentence.start)..verb {
            if self.upos(mark) == Upos::Punct && self.head(mark) < start && self.head(mark) != mark
            {
                self.attach(mark, verb, Rel::Punct);
            }
        }
        let told = self.head(verb);
        let last = self
            .forms
            .get(verb + 1)
            .is_none_or(|form| matches!(*form, "." | "!"));
        if self.rel(verb) == Rel::Parataxis && told < start && self.rel(told) == Rel::Root && last {
            self.attach(verb, verb, Rel::Root);
            self.attach(told, verb, Rel::Ccomp);
            if verb + 1 < self.sentence.end {
                self.attach(verb + 1, verb, Rel::Punct);
            }
        }
    }
}

fn is_quote(form: &str) -> bool {
    matches!(form, "\"" | "”" | "“" | "''" | "’" | "'" | "»")
}

fn is_mark(form: &str) -> bool {
    form == "," || is_quote(form)
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_speaker_after_its_words_is_the_subject() {
        let office = "Orveth/PROPN/NNP/2/nsubj left/VERB/VBD/9/ccomp Lenn/PROPN/NNP/2/obj ,/PUNCT/,/6/punct \
             its/PRON/PRP$/6/nmod:poss envoy/NOUN/NN/3/appos ,/PUNCT/,/8/punct Lind/PROPN/NNP/3/appos \
            said/VERB/VBD/0/root ./PUNCT/./9/punct";
        // Without the second comma there are two phrases and no apposition: the nearer one speaks.
        assert!(mended(office).contains("Lind-9-nsubj"));
        let both = "Orveth/PROPN/NNP/2/nsubj left/VERB/VBD/10/ccomp Lenn/PROPN/NNP/2/obj ,/PUNCT/,/6/punct \
             its/PRON/PRP$/6/nmod:poss envoy/NOUN/NN/3/appos ,/PUNCT/,/8/punct Lind/PROPN/NNP/3/appos \
            ,/PUNCT/,/6/punct said/VERB/VBD/0/root ./PUNCT/./10/punct";
        let tree = mended(both);
        assert!(
            tree.contains("envoy-10-nsubj") && tree.contains("Lind-6-appos"),
            "{tree}"
        );
        let known = both.replace("Lind/PROPN/NNP/3/appos", "Lind/PROPN/NNP/10/nsubj");
        let tree = mended(&known);
        assert!(
            tree.contains("envoy-10-nsubj") && tree.contains("Lind-6-appos"),
            "{tree}"
        );
    }

    #[test]
    fn a_speaker_behind_its_verb_is_the_subject() {
        let envoy = "\"/PUNCT/``/3/punct We/PRON/PRP/3/nsubj agree/VERB/VBP/6/ccomp ,/PUNCT/,/3/punct \"/PUNCT/''/3/punct \
             said/VERB/VBD/0/root the/DET/DT/8/det envoy/NOUN/NN/3/obj ./PUNCT/./6/punct";
        assert!(mended(envoy).contains("envoy-6-nsubj"));
    }
}
