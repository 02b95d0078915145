//! Verbs and nouns coordinated with the wrong one: "argued that it was unlawful and demanded a vote".

use super::agreement::SUBJECTS;
use super::{PAST_PARTICIPLES, Tree};
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// "the release of prisoners from the camp and a corridor": a noun with an article of its own, unlike that of the noun
    /// before it, goes with the noun which that one describes.
    pub(super) fn noun_with_own_article(&mut self) {
        self.noun_with_number();
        for noun in self.sentence.clone().skip(3) {
            let near = self.head(noun);
            if self.rel(noun) != Rel::Conj
                || self.upos(noun) != Upos::Noun
                || near >= noun
                || self.rel(near) != Rel::Nmod
                || self.has(noun, &[Rel::Case])
                || (self.children(near)).any(|case| {
                    self.rel(case) == Rel::Case
                        && matches!(self.forms[case], "including" | "like" | "such")
                })
            {
                continue;
            }
            let Some(article) = self.article(noun) else {
                continue;
            };
            if self.article(near) == Some(article) {
                continue;
            }
            let mut above = self.head(near);
            while self.article(above).is_none()
                && self.rel(above) == Rel::Nmod
                && self.head(above) < above
                && (self.children(above))
                    .any(|case| self.rel(case) == Rel::Case && self.forms[case] == "of")
            {
                above = self.head(above);
            }
            if above < near && self.upos(above) == Upos::Noun {
                self.attach(noun, above, Rel::Conj);
            }
        }
    }

    /// "thirty of its men out of jail, two million dollars and an hour of airtime": what has a number or an article goes
    /// with the number, not with a bare noun behind a preposition.
    fn noun_with_number(&mut self) {
        for noun in self.sentence.clone().skip(3) {
            let near = self.head(noun);
            let above = self.head(near);
            if self.rel(noun) == Rel::Conj
                && self.rel(near) == Rel::Nmod
                && above < near
                && near < noun
                && self.upos(above) == Upos::Num
                && matches!(self.rel(above), Rel::Obj | Rel::Nsubj | Rel::Root)
                && self.xpos(near) == Xpos::Nn
                && !self.has(near, &[Rel::Det, Rel::Nummod, Rel::NmodPoss])
                && self.has(noun, &[Rel::Det, Rel::Nummod])
                && !self.has(noun, &[Rel::Case])
            {
                self.attach(noun, above, Rel::Conj);
            }
        }
    }

    /// The article, or the owner, of a noun.
    fn article(&self, noun: usize) -> Option<&str> {
        (self.children(noun))
            .find(|&word| matches!(self.rel(word), Rel::Det | Rel::NmodPoss))
            .map(|word| self.forms[word])
    }

    /// "promised that flights would not be used and said …": a finite verb shares no modal, and who is told about says
    /// nothing; it goes with the verb of saying above.
    pub(super) fn fellow_of_cue(&mut self) {
        for verb in self.sentence.clone() {
            let told = self.head(verb);
            let mut cue = self.head(told);
            // "declined to say whether it would pay but ruled out a toll": the verb above "say".
            if self.xpos(cue) == Xpos::Vb && self.rel(cue) == Rel::Xcomp && self.head(cue) < cue {
                cue = self.head(cue);
            }
            if self.rel(verb) != Rel::Conj
                || self.rel(told) != Rel::Ccomp
                || verb < told
                || told < cue
                || self.upos(cue) != Upos::Verb
                || self.upos(verb) != Upos::Verb
                || self.xpos(verb) != self.xpos(cue)
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                || self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::Expl,
                        Rel::Aux,
                        Rel::AuxPass,
                        Rel::Mark,
                    ],
                )
            {
                continue;
            }
            let modal = self
                .children(told)
                .any(|aux| self.rel(aux) == Rel::Aux && self.xpos(aux) == Xpos::Md);
            let subject = self
                .children(told)
                .find(|&subject| matches!(self.rel(subject), Rel::Nsubj | Rel::NsubjPass));
            // What has no will of its own, so far as a common noun in the singular shows.
            let thing = subject.is_some_and(|subject| {
                self.upos(subject) == Upos::Noun && self.xpos(subject) == Xpos::Nn
            });
            let says =
                self.says(verb) && self.has(verb, &[Rel::Ccomp, Rel::Xcomp, Rel::Obl, Rel::Obj]);
            if modal || thing && says {
                self.attach(verb, cue, Rel::Conj);
            }
        }
    }

    /// A verb of saying, asking or judging, by its past or present.
    fn says(&self, verb: usize) -> bool {
        const SAYING: &[&str] = &[
            "said",
            "says",
            "added",
            "adds",
            "demanded",
            "demands",
            "called",
            "calls",
            "urged",
            "urges",
            "warned",
            "warns",
            "accused",
            "accuses",
            "insisted",
            "insists",
            "rejected",
            "rejects",
            "asked",
            "asks",
            "denied",
            "denies",
            "vowed",
            "vows",
            "pledged",
            "pledges",
            "promised",
            "promises",
            "proposed",
            "proposes",
            "suggested",
            "suggests",
            "threatened",
            "threatens",
            "welcomed",
            "welcomes",
            "criticised",
            "criticises",
            "criticized",
            "criticizes",
            "condemned",
            "condemns",
            "expressed",
            "expresses",
            "declined",
            "declines",
            "refused",
            "refuses",
            "offered",
            "offers",
            "announced",
            "announces",
            "declared",
            "declares",
            "described",
            "describes",
            "blamed",
            "blames",
            "stressed",
            "stresses",
            "reiterated",
            "reiterates",
            "argued",
            "argues",
        ];
        SAYING.contains(&self.forms[verb].to_lowercase().as_str())
    }

    /// "with Orveth insisting on a pause and Tolsk demanding more": two clauses, not a pause and Tolsk.
    pub(super) fn twin_clauses(&mut self) {
        for second in self.sentence.clone() {
            let subject = self.head(second);
            if self.rel(second) != Rel::Acl
                || self.xpos(second) != Xpos::Vbg
                || subject + 1 != second
                || self.rel(subject) != Rel::Conj
                || self.upos(subject) != Upos::Propn
            {
                continue;
            }
            let inside = self.head(subject);
            let first = self.head(inside);
            if self.xpos(first) == Xpos::Vbg
                && first < inside
                && self.has(first, &[Rel::Nsubj])
                && matches!(self.rel(inside), Rel::Obj | Rel::Obl)
            {
                let cc = (self.children(subject)).find(|&cc| self.rel(cc) == Rel::Cc);
                self.attach(second, first, Rel::Conj);
                self.attach(subject, second, Rel::Nsubj);
                if let Some(cc) = cc {
                    self.attach(cc, second, Rel::Cc);
                }
            }
        }
    }

    /// "agreed to reopen the port, called on Tolsk to pay and rejected a fee": of deeds told in a row, one behind a comma and
    /// with another joined to it goes on from the verb of the subject, and no bare participle goes on from an infinitive.
    pub(super) fn pasts_in_a_row(&mut self) {
        for past in self.sentence.clone().skip(3) {
            if self.xpos(past) != Xpos::Vbn && self.xpos(past) != Xpos::Vbd
                || self.upos(past) != Upos::Verb
                || !self.forms[past].ends_with("ed")
                    && !PAST_PARTICIPLES.contains(&self.forms[past])
                || self.has(past, SUBJECTS)
                || self.has(past, &[Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::OblAgent])
            {
                continue;
            }
            let inner = self.head(past);
            let joined = self.rel(past) == Rel::Conj && self.has(past, &[Rel::Cc]);
            let in_row = matches!(self.rel(past), Rel::Advcl | Rel::Conj | Rel::Parataxis)
                && self.forms[past - 1] == ","
                && (self.children(past)).any(|next| {
                    self.rel(next) == Rel::Conj
                        && self.has(next, &[Rel::Cc])
                        && matches!(self.xpos(next), Xpos::Vbd | Xpos::Vbn)
                        && self.upos(next) == Upos::Verb
                });
            if inner >= past
                || self.xpos(inner) != Xpos::Vb
                || self.rel(inner) != Rel::Xcomp
                || !(joined || in_row)
            {
                continue;
            }
            let mut first = self.head(inner);
            while self.rel(first) == Rel::Conj
                && !self.has(first, SUBJECTS)
                && self.head(first) < first
            {
                first = self.head(first);
            }
            if self.xpos(first) == Xpos::Vbd && self.has(first, SUBJECTS) {
                self.becomes_verb(past, Xpos::Vbd);
                self.attach(past, first, Rel::Conj);
            }
        }
    }

    /// "accused Tolsk of arming them and demanded an apology": a finite verb goes on from a finite verb.
    pub(super) fn finite_fellow(&mut self) {
        for second in self.sentence.clone() {
            let gerund = self.head(second);
            // "is for going on and could live with the rest"
            let modal = self.xpos(second) == Xpos::Vb
                && self.xpos(gerund) == Xpos::Vbg
                && (self.children(second)).any(|aux| self.xpos(aux) == Xpos::Md);
            // "would not say whether it would back it but ruled out a cut"
            let past = self.xpos(second) == Xpos::Vbd
                && self.xpos(gerund) == Xpos::Vb
                && self.rel(gerund) == Rel::Ccomp
                && self.has(gerund, &[Rel::Aux]);
            if self.rel(second) != Rel::Conj
                || !(modal || matches!(self.xpos(second), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp))
                || self.upos(second) != Upos::Verb
                || !matches!(self.xpos(gerund), Xpos::Vbg | Xpos::Vb)
                || self.xpos(gerund) == Xpos::Vb
                    && (self.xpos(second) == Xpos::Vbp || self.has(gerund, &[Rel::Aux]) && !past)
                || self.has(second, SUBJECTS)
                || gerund >= second
                || !(matches!(
                    self.rel(gerund),
                    Rel::Advcl | Rel::Acl | Rel::Obl | Rel::Xcomp | Rel::Nmod
                ) || past)
            {
                continue;
            }
            let mut first = self.head(gerund);
            for _ in 0..8 {
                let finite = matches!(
                    self.xpos(first),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
                ) && self.upos(first) == Upos::Verb
                    || modal && self.has(first, &[Rel::Cop]);
                if finite && self.has(first, SUBJECTS) {
                    self.attach(second, first, Rel::Conj);
                    break;
                }
                if self.head(first) == first {
                    break;
                }
                first = self.head(first);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_finite_verb_shares_no_modal() {
        let promised = "He/PRON/PRP/2/nsubj promised/VERB/VBD/0/root that/SCONJ/IN/7/mark flights/NOUN/NNS/7/nsubj:pass \
                        would/AUX/MD/7/aux be/AUX/VB/7/aux:pass used/VERB/VBN/2/ccomp and/CCONJ/CC/9/cc \
                        said/VERB/VBD/7/conj so/ADV/RB/9/advmod ./PUNCT/./2/punct";
        assert!(mended(promised).contains("said-2-conj"));
    }

    #[test]
    fn a_thing_demands_nothing() {
        let argued = "She/PRON/PRP/2/nsubj argued/VERB/VBD/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det \
                      text/NOUN/NN/6/nsubj broke/VERB/VBD/2/ccomp it/PRON/PRP/6/obj and/CCONJ/CC/9/cc \
                      demanded/VERB/VBD/6/conj a/DET/DT/11/det vote/NOUN/NN/9/obj ./PUNCT/./2/punct";
        assert!(mended(argued).contains("demanded-2-conj"));
    }
}
