//! What somebody says, wants or urges, hung on a word that stands between: "proposed in a letter on Monday that it
//! close", "urged the port to waive fees", "is worried that it would close and has asked for a delay".

use rapporteur_model::{MONTHS, WEEKDAYS};

use super::Tree;
use super::agreement::SUBJECTS;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Beginnings of verbs whose clause with "that" tells what is said or wanted.
const TELLS: &[&str] = &[
    "propos",
    "suggest",
    "demand",
    "insist",
    "request",
    "recommend",
    "ask",
    "announc",
    "argu",
    "declar",
    "warn",
    "confirm",
    "stress",
    "reiterat",
    "repeat",
    "indicat",
    "signal",
    "hint",
    "conced",
    "complain",
    "said",
    "says",
    "wrote",
    "writes",
    "agree",
    "pledg",
    "promis",
    "urg",
    "mov",
    "maintain",
    "add",
    "counter",
    "object",
    "rul",
];

/// Papers, times and occasions that something is said in, on or at; no clause with "that" tells what is in them.
const OCCASIONS: &[&str] = &[
    "week",
    "month",
    "year",
    "evening",
    "morning",
    "afternoon",
    "night",
    "weekend",
    "day",
    "letter",
    "interview",
    "speech",
    "paper",
    "note",
    "memo",
    "memorandum",
    "email",
    "e-mail",
    "meeting",
    "session",
    "plenary",
    "talks",
    "round",
    "debate",
    "hearing",
    "broadcast",
    "article",
    "communiqué",
    "communique",
    "document",
    "submission",
    "address",
    "call",
    "tweet",
    "post",
    "conference",
    "briefing",
    "court",
    "parliament",
    "assembly",
    "television",
    "radio",
    "tv",
    "newspaper",
    "telegram",
    "cable",
    "visit",
    "dinner",
    "lunch",
    "breakfast",
    "floor",
    "council",
    "congress",
    "summit",
    "circular",
    "leaflet",
    "blog",
    "text",
    "report",
    "appearance",
    "committee",
    "forum",
];

/// Beginnings of verbs of getting somebody to do something.
const URGES: &[&str] = &[
    "urg", "ask", "press", "push", "want", "tell", "told", "order", "instruct", "invit", "beg",
    "implor", "request", "requir", "forc", "oblig", "advis", "persuad", "encourag", "expect",
];

/// Whether a form, whatever its case, begins as a verb of the list does.
pub(super) fn opens_as(form: &str, stems: &[&str]) -> bool {
    let form = form.to_lowercase();
    stems.iter().any(|stem| form.starts_with(stem))
}

impl Tree<'_> {
    pub(super) fn contents(&mut self) {
        for word in self.sentence.clone().skip(1) {
            match self.rel(word) {
                Rel::Acl | Rel::AclRelcl => self.told_in_letter(word),
                Rel::Ccomp => self.that_lorries(word),
                Rel::Conj => {
                    self.has_asked(word);
                    self.would_not(word);
                }
                Rel::Amod if self.forms[word - 1] == "to" => self.whom_urged(word),
                Rel::Root if self.forms[word - 1] == "," => self.gathered_in(word),
                _ => {}
            }
        }
    }

    /// "proposed in a letter on Monday that it be closed": no letter and no day is described by what is proposed. And no
    /// verb is: "demands that it be closed".
    fn told_in_letter(&mut self, clause: usize) {
        let Some(that) = self.own_that(clause) else {
            return;
        };
        let mut verb = self.head(clause);
        let direct = self.upos(verb) == Upos::Verb;
        if direct && that != verb + 1 {
            return;
        }
        for _ in 0..3 {
            if self.upos(verb) == Upos::Verb || self.head(verb) == verb {
                break;
            }
            let occasion = matches!(self.rel(verb), Rel::Obl | Rel::OblUnmarked | Rel::Nmod)
                && self.is_occasion(verb)
                && (self.rel(verb) == Rel::OblUnmarked || self.has(verb, &[Rel::Case]));
            if !occasion || self.head(verb) >= verb {
                return;
            }
            verb = self.head(verb);
        }
        let tells = self.upos(verb) == Upos::Verb
            && verb < that
            && opens_as(self.forms[verb], TELLS)
            && !self.has(verb, &[Rel::Ccomp, Rel::Obj])
            && (direct || self.is_occasion(that - 1));
        if tells {
            self.mark_that(that, clause);
            self.attach(clause, verb, Rel::Ccomp);
        }
    }

    fn is_occasion(&self, noun: usize) -> bool {
        let form = self.forms[noun].to_lowercase();
        self.upos(noun) == Upos::Propn
            || OCCASIONS.contains(&form.as_str())
            || (WEEKDAYS.iter().chain(&MONTHS)).any(|name| name.eq_ignore_ascii_case(&form))
    }

    /// The "that" before a clause with a subject of its own.
    fn own_that(&self, clause: usize) -> Option<usize> {
        let that = (self.children(clause)).find(|&that| {
            that < clause && self.forms[that] == "that" && self.rel(that) != Rel::Det
        })?;
        let own = (self.children(clause)).any(|subject| {
            subject > that && subject < clause && SUBJECTS.contains(&self.rel(subject))
        });
        own.then_some(that)
    }

    fn mark_that(&mut self, that: usize, clause: usize) {
        self.attach(that, clause, Rel::Mark);
        self.syntax.tags.upos[that] = Upos::Sconj;
        self.syntax.tags.xpos[that] = Xpos::In;
    }

    /// "proposed last week that lorries be limited": of two subjects the first is none.
    fn that_lorries(&mut self, clause: usize) {
        if let Some(that) = self.own_that(clause)
            && SUBJECTS.contains(&self.rel(that))
        {
            self.mark_that(that, clause);
        }
    }

    /// "is worried that it would close and has asked for a delay": a present shares no modal, it goes on from the present.
    fn has_asked(&mut self, second: usize) {
        let modal = self.head(second);
        if modal >= second
            || self.upos(second) != Upos::Verb
            || self.rel(modal) != Rel::Ccomp
            || !self.is_present_of_one(second)
            || self.has(second, SUBJECTS)
            || !(self.children(modal)).any(|aux| self.xpos(aux) == Xpos::Md)
        {
            return;
        }
        self.goes_on_from(second, modal, |tree, first| tree.is_present_of_one(first));
    }

    /// "is ready to sign but would not pay": what has a modal goes on from no infinitive.
    fn would_not(&mut self, second: usize) {
        let infinitive = self.head(second);
        let modal =
            |verb: usize| (self.children(verb)).any(|aux| aux < verb && self.xpos(aux) == Xpos::Md);
        if infinitive >= second
            || self.rel(infinitive) != Rel::Xcomp
            || self.xpos(infinitive) != Xpos::Vb
            || !modal(second)
            || self.has(second, SUBJECTS)
        {
            return;
        }
        self.goes_on_from(second, infinitive, |_, _| true);
    }

    /// Hangs a verb on the next verb with a subject above another that fits.
    fn goes_on_from(&mut self, second: usize, below: usize, fits: impl Fn(&Self, usize) -> bool) {
        let mut first = self.head(below);
        for _ in 0..4 {
            if self.has(first, SUBJECTS) && fits(self, first) {
                self.attach(second, first, Rel::Conj);
                return;
            }
            if self.head(first) == first {
                return;
            }
            first = self.head(first);
        }
    }

    /// "asks", "has asked", "is worried"
    fn is_present_of_one(&self, verb: usize) -> bool {
        self.xpos(verb) == Xpos::Vbz
            || (self.children(verb)).any(|aux| {
                aux < verb
                    && matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                    && matches!(self.forms[aux], "has" | "is")
            })
    }

    /// "Groups, gathered in a league, called for a pause": the participle of an aside is no main verb, the past behind is.
    fn gathered_in(&mut self, aside: usize) {
        let Some(subject) = (self.children(aside)).find(|&at| SUBJECTS.contains(&self.rel(at)))
        else {
            return;
        };
        let joined = subject + 2 == aside
            && matches!(self.xpos(aside), Xpos::Vbn | Xpos::Vbd)
            && !self.has(aside, &[Rel::Obj, Rel::Aux, Rel::AuxPass, Rel::Ccomp]);
        if !joined {
            return;
        }
        let past = (self.children(subject)).find(|&past| {
            past > aside + 1
                && self.forms[past - 1] == ","
                && matches!(self.rel(past), Rel::Acl | Rel::AclRelcl)
                && matches!(self.xpos(past), Xpos::Vbn | Xpos::Vbd)
                && !self.has(past, SUBJECTS)
        });
        let Some(past) = past else { return };
        self.syntax.tags.xpos[aside] = Xpos::Vbn;
        self.make_main(past, subject, aside);
        self.attach(aside, subject, Rel::Acl);
    }

    /// Makes a past the main verb of its subject; the stop of what was the root before goes with it.
    pub(super) fn make_main(&mut self, past: usize, subject: usize, before: usize) {
        self.syntax.tags.xpos[past] = Xpos::Vbd;
        self.attach(past, past, Rel::Root);
        self.attach(subject, past, Rel::Nsubj);
        let last = self.sentence.end - 1;
        if self.head(last) == before {
            self.attach(last, past, self.rel(last));
        }
    }

    /// "urged the port to waive fees for cancelled calls": whom one urges, one urges to do something.
    fn whom_urged(&mut self, word: usize) {
        let (to, object) = (word - 1, self.head(word));
        let verb = self.head(object);
        if object <= word
            || verb >= to
            || self.head(to) != object
            || !matches!(self.rel(object), Rel::Obl)
            || !opens_as(self.forms[verb], URGES)
            || !is_verb(self.forms[word])
            || !(self.children(verb)).any(|whom| {
                whom > verb && whom < to && matches!(self.rel(whom), Rel::Obj | Rel::Iobj)
            })
        {
            return;
        }
        self.becomes_verb(word, Xpos::Vb);
        self.syntax.tags.upos[to] = Upos::Part;
        self.syntax.tags.xpos[to] = Xpos::To;
        self.attach(word, verb, Rel::Xcomp);
        self.attach(to, word, Rel::Mark);
        self.attach(object, word, Rel::Obj);
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_is_proposed_in_a_letter_describes_no_letter() {
        let letter = "Karsk/PROPN/NNP/2/nsubj proposed/VERB/VBD/0/root in/ADP/IN/5/case a/DET/DT/5/det letter/NOUN/NN/2/obl \
                      on/ADP/IN/7/case Monday/PROPN/NNP/5/nmod that/SCONJ/IN/11/mark it/PRON/PRP/11/nsubj:pass \
                      be/AUX/VB/11/aux:pass closed/VERB/VBN/5/acl ./PUNCT/./2/punct";
        assert!(mended(letter).contains("closed-2-ccomp"));
    }

    #[test]
    fn a_present_shares_no_modal() {
        let worried = "Karsk/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop worried/ADJ/JJ/0/root that/SCONJ/IN/7/mark it/PRON/PRP/7/nsubj \
                       would/AUX/MD/7/aux close/VERB/VB/3/ccomp and/CCONJ/CC/10/cc has/AUX/VBZ/10/aux asked/VERB/VBN/7/conj \
                       for/ADP/IN/12/case more/ADJ/JJR/10/obl ./PUNCT/./3/punct";
        assert!(mended(worried).contains("asked-3-conj"));
    }

    #[test]
    fn a_participle_between_commas_is_no_main_verb() {
        let gathered = "Groups/NOUN/NNS/3/nsubj ,/PUNCT/,/1/punct gathered/VERB/VBN/0/root here/ADV/RB/3/advmod ,/PUNCT/,/6/punct \
                        called/VERB/VBD/1/acl for/ADP/IN/8/case peace/NOUN/NN/6/obl ./PUNCT/./3/punct";
        assert!(mended(gathered).contains("gathered-1-acl"));
        assert!(mended(gathered).contains("called-0-root"));
    }

    #[test]
    fn whom_one_urges_one_urges_to_do_something() {
        let waive = "Karsk/PROPN/NNP/2/nsubj urged/VERB/VBD/0/root the/DET/DT/4/det port/NOUN/NN/2/iobj to/ADP/IN/7/case \
                     waive/ADJ/JJ/7/amod fees/NOUN/NNS/2/obl ./PUNCT/./2/punct";
        assert!(mended(waive).contains("to-6-mark waive-2-xcomp fees-6-obj"));
    }
}
