//! What an aside or an author parted from its verb or noun: "rejected, for now, a vote", "an offer by Merin to pay", "Brod
//! and Merin, joined by Orveth, pressed for it".

use super::Tree;
use super::agreement::SUBJECTS;
use super::contents::opens_as;
use crate::{Rel, Upos, Xpos};

/// Nouns that are of somebody, and to do or for something.
const WISHES: &[&str] = &[
    "offer",
    "proposal",
    "demand",
    "call",
    "request",
    "plan",
    "plea",
    "bid",
    "appeal",
    "idea",
    "suggestion",
    "motion",
    "claim",
    "push",
    "promise",
    "pledge",
    "move",
    "attempt",
    "decision",
    "refusal",
    "agreement",
    "calls",
    "demands",
    "offers",
    "proposals",
    "requests",
    "plans",
    "appeals",
    "pleas",
    "commitment",
    "invitation",
    "recommendation",
];

/// Verbs of giving somebody something, by their beginnings.
const GIVES: &[&str] = &[
    "promis", "offer", "guarante", "grant", "gave", "give", "giving", "award", "deni", "deny",
];

/// Verbs of wanting, offering and answering, by their beginnings.
const WANTS: &[&str] = &[
    "claim", "want", "demand", "seek", "sought", "propos", "offer", "accept", "reject", "introduc",
    "request", "support", "oppos", "favour", "favor", "back", "promis", "refus", "suggest",
    "conced", "prefer", "rule",
];

impl Tree<'_> {
    pub(super) fn parted(&mut self) {
        for word in self.sentence.clone().skip(2) {
            match self.rel(word) {
                Rel::Advcl | Rel::Xcomp => self.offer_by_to(word),
                Rel::Obl => {
                    self.offer_by_to(word);
                    self.called_as(word);
                    self.object_behind_aside(word);
                }
                Rel::Parataxis => self.object_behind_aside(word),
                Rel::OblUnmarked => {
                    self.second_gift(word);
                    self.shorter_week(word);
                }
                Rel::Acl if self.forms[word - 1] == "," => self.joined_by(word),
                Rel::Acl => self.draft_provided(word),
                _ => {}
            }
        }
    }

    /// "an offer by Merin to pay", "a demand from Brod for a fleet": what the offer is of, hung on the verb before it.
    fn offer_by_to(&mut self, deed: usize) {
        let verb = self.head(deed);
        let Some(open) = (self.children(deed)).find(|&open| {
            open < deed
                && matches!(
                    (self.rel(open), self.forms[open]),
                    (Rel::Mark, "to") | (Rel::Case, "for")
                )
        }) else {
            return;
        };
        let offer = (self.children(verb)).find(|&offer| {
            offer > verb
                && offer < open
                && matches!(self.rel(offer), Rel::Obj | Rel::Obl)
                && WISHES.contains(&self.forms[offer])
        });
        let Some(offer) = offer.filter(|&offer| !self.has(offer, &[Rel::Acl])) else {
            return;
        };
        let author = (self.children(offer)).find(|&author| {
            author > offer + 1
                && author < open
                && self.rel(author) == Rel::Nmod
                && matches!(self.forms[offer + 1], "by" | "from")
                && self.is_nominal(author)
        });
        // Right behind the author, whose name may be of several words.
        let next = author.is_some_and(|author| {
            (author + 1..open).all(|at| self.head(at) == author && self.rel(at) == Rel::Flat)
        });
        if next {
            let rel = match self.rel(deed) {
                Rel::Obl => Rel::Nmod,
                _ => Rel::Acl,
            };
            self.attach(deed, offer, rel);
        }
    }

    /// "rejected, at least for now, a vote": a noun without a preposition behind the aside is the object.
    fn object_behind_aside(&mut self, noun: usize) {
        let verb = self.head(noun);
        if verb >= noun
            || self.upos(noun) != Upos::Noun
            || self.upos(verb) != Upos::Verb
            || self.has(
                verb,
                &[
                    Rel::Obj,
                    Rel::Ccomp,
                    Rel::Xcomp,
                    Rel::AuxPass,
                    Rel::NsubjPass,
                ],
            )
            || !self.has(noun, &[Rel::Det, Rel::NmodPoss])
            || self.has(noun, &[Rel::Case, Rel::Cop, Rel::Aux, Rel::Cc])
            || self.has(noun, SUBJECTS)
        {
            return;
        }
        let particle = self.rel(verb + 1) == Rel::CompoundPrt && self.head(verb + 1) == verb;
        let open = verb + 1 + usize::from(particle);
        let first = (self.children(noun))
            .find(|&child| child < noun && self.rel(child) != Rel::Punct)
            .unwrap_or(noun);
        let speaks = matches!(
            self.forms[verb],
            "said" | "says" | "added" | "told" | "replied" | "agreed"
        );
        if self.forms[open] == "," && first > open + 2 && self.forms[first - 1] == "," && !speaks {
            self.attach(noun, verb, Rel::Obj);
        }
    }

    /// "promised workers a shorter week": no time, but what they are promised.
    fn second_gift(&mut self, gift: usize) {
        let verb = self.head(gift);
        let whom = verb + 1;
        if verb + 2 >= gift || self.upos(verb) != Upos::Verb {
            return;
        }
        let next = matches!(self.forms[whom + 1], "a" | "an") && self.head(whom + 1) == gift;
        let plural =
            self.rel(whom) == Rel::Obj && self.head(whom) == verb && self.xpos(whom) == Xpos::Nns;
        if next && plural && opens_as(self.forms[verb], GIVES) {
            self.attach(whom, verb, Rel::Iobj);
            self.attach(gift, verb, Rel::Obj);
        }
    }

    /// "is claiming a 35-hour week": no time, but what is claimed.
    fn shorter_week(&mut self, week: usize) {
        let verb = self.head(week);
        let next = verb + 1;
        if next < week
            && self.upos(verb) == Upos::Verb
            && matches!(self.forms[next], "a" | "an")
            && self.head(next) == week
            && self.has(week, &[Rel::Amod, Rel::Compound])
            && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::AuxPass])
            && WANTS.iter().any(|stem| self.forms[verb].starts_with(stem))
        {
            self.attach(week, verb, Rel::Obj);
        }
    }

    /// "dismissed as unrealistic a call for it": what is dismissed stands behind what it is called.
    fn called_as(&mut self, noun: usize) {
        let verb = self.head(noun);
        let (case, adjective, article) = (verb + 1, verb + 2, verb + 3);
        if article < noun
            && self.upos(verb) == Upos::Verb
            && self.upos(noun) == Upos::Noun
            && self.forms[case] == "as"
            && self.upos(adjective) == Upos::Adj
            && self.rel(article) == Rel::Det
            && self.head(article) == noun
            && !self.has(verb, &[Rel::Obj, Rel::AuxPass])
        {
            self.attach(adjective, verb, Rel::Obl);
            self.attach(case, adjective, Rel::Case);
            self.attach(noun, verb, Rel::Obj);
        }
    }

    /// "Merin's draft provided for a review.": nobody is provided for, so the past is the verb of the sentence.
    fn draft_provided(&mut self, past: usize) {
        let noun = self.head(past);
        let told = matches!(
            (self.forms[past], self.forms.get(past + 1)),
            (
                "provided" | "called" | "asked" | "pressed" | "pushed" | "opted",
                Some(&"for")
            ) | ("insisted", Some(&"on"))
        );
        if told
            && noun + 1 == past
            && self.rel(noun) == Rel::Root
            && self.is_nominal(noun)
            && !self.has(noun, &[Rel::Cop])
            && !self.has(noun, SUBJECTS)
            && !self.has(past, &[Rel::OblAgent])
        {
            self.make_main(past, noun, noun);
        }
    }

    /// "Brod and Merin, joined by Orveth, pressed for it": the past behind the aside is the main verb.
    fn joined_by(&mut self, joined: usize) {
        let name = self.head(joined);
        if self.rel(name) != Rel::Root
            || !self.is_nominal(name)
            || self.has(name, &[Rel::Cop])
            || self.has(name, SUBJECTS)
            || self.xpos(joined) != Xpos::Vbn
        {
            return;
        }
        let past = (self.children(joined)).find(|&past| {
            past > joined + 1
                && self.forms[past - 1] == ","
                && matches!(self.rel(past), Rel::Advcl | Rel::Conj | Rel::Parataxis)
                && matches!(self.xpos(past), Xpos::Vbn | Xpos::Vbd)
                && !self.has(past, SUBJECTS)
                && !self.has(past, &[Rel::AuxPass, Rel::OblAgent])
        });
        let Some(past) = past else { return };
        self.syntax.tags.xpos[past] = Xpos::Vbd;
        self.attach(past, past, Rel::Root);
        self.attach(name, past, Rel::Nsubj);
        let thing = (self.children(past))
            .filter(|&thing| thing > past && matches!(self.rel(thing), Rel::Obj | Rel::Obl))
            .last();
        for late in self
            .children(name)
            .filter(|&late| late > past)
            .collect::<Vec<_>>()
        {
            let head = thing.filter(|&thing| self.rel(late) == Rel::Conj && thing < late);
            self.attach(late, head.unwrap_or(past), self.rel(late));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_is_offered_hangs_on_the_offer() {
        let offer = "Karsk/PROPN/NNP/2/nsubj rejected/VERB/VBD/0/root an/DET/DT/4/det offer/NOUN/NN/2/obj by/ADP/IN/6/case \
                     Tolsk/PROPN/NNP/4/nmod to/PART/TO/8/mark pay/VERB/VB/2/advcl ./PUNCT/./2/punct";
        assert!(mended(offer).contains("pay-4-acl"));
    }

    #[test]
    fn an_object_may_stand_behind_an_aside() {
        let vote = "Karsk/PROPN/NNP/2/nsubj rejected/VERB/VBD/0/root ,/PUNCT/,/5/punct for/ADP/IN/5/case now/ADV/RB/2/obl \
                    ,/PUNCT/,/5/punct a/DET/DT/8/det vote/NOUN/NN/2/obl ./PUNCT/./2/punct";
        assert!(mended(vote).contains("vote-2-obj"));
    }

    #[test]
    fn who_is_promised_something_is_not_promised() {
        let week = "Karsk/PROPN/NNP/2/nsubj promised/VERB/VBD/0/root workers/NOUN/NNS/2/obj a/DET/DT/6/det shorter/ADJ/JJR/6/amod \
                    week/NOUN/NN/2/obl:unmarked ./PUNCT/./2/punct";
        assert!(mended(week).contains("workers-2-iobj a-6-det shorter-6-amod week-2-obj"));
    }

    #[test]
    fn the_past_behind_an_aside_is_the_main_verb() {
        let joined = "Karsk/PROPN/NNP/0/root ,/PUNCT/,/1/punct joined/VERB/VBN/1/acl by/ADP/IN/5/case Tolsk/PROPN/NNP/3/obl:agent \
                      ,/PUNCT/,/1/punct pressed/VERB/VBD/3/advcl for/ADP/IN/9/case peace/NOUN/NN/7/obl ./PUNCT/./1/punct";
        assert!(mended(joined).contains("Karsk-7-nsubj"));
        assert!(mended(joined).contains("pressed-0-root"));
    }
}
