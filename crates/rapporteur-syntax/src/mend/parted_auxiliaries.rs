//! Auxiliaries that an aside parts from their verb: "Karsk has, by his account, demanded a levy", "Karsk is, for its part,
//! opposed to it". The network takes what stands between the commas for the predicate.

use super::agreement::SUBJECTS;
use super::{PAST_PARTICIPLES, Tree};
use crate::{Rel, Upos, Xpos};

/// The longest aside, in words.
const LONGEST: usize = 14;

/// Participles that tell how somebody is minded.
const MINDED: &[&str] = &[
    "opposed",
    "prepared",
    "inclined",
    "disposed",
    "minded",
    "committed",
    "concerned",
    "worried",
    "interested",
    "pleased",
    "determined",
    "divided",
    "resolved",
    "united",
    "convinced",
    "unconvinced",
    "tempted",
    "troubled",
];

impl Tree<'_> {
    /// A form of "have" or "be" right before a comma has its verb behind the next.
    pub(super) fn parted_auxiliaries(&mut self) {
        for auxiliary in self.sentence.clone().skip(1) {
            let open = auxiliary + 1;
            if open + 3 >= self.sentence.end || self.forms[open] != "," {
                continue;
            }
            let has = matches!(self.forms[auxiliary], "has" | "have" | "had");
            if !has && !matches!(self.forms[auxiliary], "is" | "are" | "was" | "were") {
                continue;
            }
            let limit = self.sentence.end.min(open + LONGEST);
            let predicate = (open + 2..limit)
                .filter(|&close| self.forms[close] == ",")
                // "The first is, it may refer to an old, old concept": a clause, and no aside.
                .filter(|&close| (open..close).all(|at| self.xpos(at) != Xpos::Md))
                .find_map(|close| self.predicate_behind(close, has));
            let Some((first, predicate)) = predicate else {
                continue;
            };
            let subject = (self.sentence.start..auxiliary)
                .rev()
                .take(12)
                .find(|&at| SUBJECTS.contains(&self.rel(at)));
            if let Some(subject) = subject.filter(|&at| self.head(at) != predicate) {
                self.join_parted(subject, auxiliary, first, predicate);
            }
        }
    }

    /// "where Karsk has in the past refused to open it": what stands between the two halves of a perfect tells when.
    pub(super) fn parted_by_time(&mut self) {
        for has in self.sentence.clone() {
            if !matches!(self.forms[has], "has" | "have" | "had")
                || self.upos(has) != Upos::Verb
                || self.has(has, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
            {
                continue;
            }
            let time = (self.children(has)).find(|&at| {
                at > has
                    && matches!(self.rel(at), Rel::Obl | Rel::OblUnmarked)
                    && (has + 1..at).all(|between| self.head(between) == at)
            });
            let Some(done) = time
                .map(|time| time + 1)
                .filter(|&at| at < self.sentence.end)
            else {
                continue;
            };
            let past = matches!(self.xpos(done), Xpos::Vbn | Xpos::Vbd)
                && !self.has(done, SUBJECTS)
                && !self.has(done, &[Rel::Cc, Rel::Mark])
                && self.head(done) < has + 1;
            if !past {
                continue;
            }
            let root = self.head(has) == has;
            match root {
                true => self.attach(done, done, Rel::Root),
                false => self.attach(done, self.head(has), self.rel(has)),
            }
            for child in self.children(has).collect::<Vec<_>>() {
                if child != done {
                    self.attach(child, done, self.rel(child));
                }
            }
            self.attach(has, done, Rel::Aux);
            self.syntax.tags.upos[has] = Upos::Aux;
            self.syntax.tags.xpos[done] = Xpos::Vbn;
        }
    }

    /// "has, for its part, demanded | a levy": of a perfect with a subject before it, what stands behind is the object.
    pub(super) fn object_of_perfect(&mut self) {
        for verb in self.sentence.clone() {
            if self.xpos(verb) != Xpos::Vbn || !self.has(verb, &[Rel::Aux]) {
                continue;
            }
            let subject = |at: usize| self.rel(at) == Rel::Nsubj;
            let before = self.children(verb).any(|at| at < verb && subject(at));
            let behind = self.children(verb).find(|&at| at > verb && subject(at));
            if let Some(thing) = behind.filter(|_| before)
                && !self.has(verb, &[Rel::Obj, Rel::AuxPass])
            {
                self.attach(thing, verb, Rel::Obj);
            }
        }
    }

    /// "was demanded, among others, by Karsk", "a levy opposed by Karsk": a name behind "by" does what is done, wherever
    /// the network hung it.
    pub(super) fn agents_apart(&mut self) {
        for by in self.sentence.clone().skip(1) {
            if self.forms[by] != "by" || self.rel(by) != Rel::Case {
                continue;
            }
            let agent = self.head(by);
            if agent <= by
                || self.upos(agent) != Upos::Propn
                || !matches!(self.rel(agent), Rel::Obl | Rel::Nmod)
            {
                continue;
            }
            // "among others | by Karsk", hung on the others
            let others = self.head(agent);
            if self.rel(agent) == Rel::Nmod {
                let verb = self.head(others);
                if self.forms[others] == "others" && self.has(verb, &[Rel::AuxPass]) {
                    self.attach(agent, verb, Rel::OblAgent);
                }
                continue;
            }
            let (above, before) = (self.head(agent), by - 1);
            let passive = |tree: &Self, verb: usize| {
                tree.xpos(verb) == Xpos::Vbn && !tree.has(verb, &[Rel::OblAgent, Rel::Obj])
            };
            if above < by && passive(self, above) && self.has(above, &[Rel::AuxPass]) {
                self.attach(agent, above, Rel::OblAgent);
            } else if self.rel(before) == Rel::Acl
                && self.head(before) + 1 == before
                && above < before
                && passive(self, before)
            {
                self.attach(agent, before, Rel::OblAgent);
            } else if self.rel(before) == Rel::Obl
                && before >= self.sentence.start + 2
                && self.forms[before - 1] == ","
                && self.is_nominal(before - 2)
                && above > before
                && passive(self, before)
            {
                // "Karsk, opposed by Tolsk, preferred sensors"
                self.attach(before, before - 2, Rel::Acl);
                self.attach(agent, before, Rel::OblAgent);
            }
        }
    }

    /// "is said by two diplomats to have opposed it": told of the subject, and no deed of the diplomats.
    pub(super) fn said_by_some(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let some = self.head(verb);
            if self.rel(verb) != Rel::Acl || self.rel(some) != Rel::OblAgent || some > verb {
                continue;
            }
            let said = self.head(some);
            let told = matches!(
                self.forms[said],
                "said" | "believed" | "reported" | "understood" | "thought" | "known" | "rumoured"
            );
            let to = (self.children(verb)).any(|to| self.forms[to] == "to" && to < verb);
            if told && to {
                self.attach(verb, said, Rel::Xcomp);
            }
        }
    }

    /// The word behind a comma, or behind one adverb, that goes on from the auxiliary, and the head of the predicate.
    fn predicate_behind(&self, close: usize, has: bool) -> Option<(usize, usize)> {
        let mut first = close + 1;
        if first + 1 < self.sentence.end && self.upos(first) == Upos::Adv {
            first += 1;
        }
        if first + 1 >= self.sentence.end {
            return None;
        }
        let form = self.forms[first];
        let past = form.ends_with("ed") || PAST_PARTICIPLES.contains(&form);
        let done = matches!(self.xpos(first), Xpos::Vbn | Xpos::Vbd) && past
            || self.xpos(first) == Xpos::Vbn;
        if has {
            return (done && self.forms[first + 1] != "by").then_some((first, first));
        }
        match self.xpos(first) {
            Xpos::Vbg | Xpos::Jj => Some((first, first)),
            Xpos::Vbn | Xpos::Vbd if past => Some((first, first)),
            // "is, by his account, in favour of it"
            Xpos::In => {
                let head = self.head(first);
                (self.rel(first) == Rel::Case && head > first && self.is_nominal(head))
                    .then_some((first, head))
            }
            _ => None,
        }
    }

    /// Makes the predicate the head of the clause that the aside was taken for.
    fn join_parted(&mut self, subject: usize, auxiliary: usize, first: usize, predicate: usize) {
        let old = self.head(subject);
        let slot = if self.head(old) == predicate || old == self.head(predicate) && old == predicate
        {
            (self.head(predicate), self.rel(predicate))
        } else {
            (self.head(old), self.rel(old))
        };
        let root = slot.0 == old || slot.0 == predicate;
        // "opposed | to a levy", with the participle for a preposition.
        let governed =
            Some(self.head(first)).filter(|_| first == predicate && self.rel(first) == Rel::Case);
        if root {
            self.attach(predicate, predicate, Rel::Root);
        } else {
            self.attach(predicate, slot.0, slot.1);
        }
        let perfect = matches!(self.forms[auxiliary], "has" | "have" | "had");
        let passive =
            !perfect && self.xpos(first) == Xpos::Vbn && !MINDED.contains(&self.forms[first]);
        let (done, rel) = match self.xpos(first) {
            _ if passive => (Rel::NsubjPass, Rel::AuxPass),
            Xpos::Vbg => (Rel::Nsubj, Rel::Aux),
            _ if perfect => (Rel::Nsubj, Rel::Aux),
            _ => (Rel::Nsubj, Rel::Cop),
        };
        self.attach(subject, predicate, done);
        for child in self.children(old).collect::<Vec<_>>() {
            if child == predicate || child == auxiliary {
                continue;
            }
            // "opposed to | a levy": what belongs to the levy.
            if governed == Some(old) && child > first && child < old {
                continue;
            }
            let within = child > auxiliary && child < first;
            let moved = match self.rel(child) {
                Rel::Nmod | Rel::NmodDesc if child > first => Rel::Obl,
                Rel::Appos if child > first => Rel::Parataxis,
                other => other,
            };
            if old == auxiliary || !within {
                self.attach(child, predicate, moved);
            }
        }
        if old != auxiliary && old != predicate {
            let rel = match self.upos(old) {
                Upos::Verb => Rel::Parataxis,
                _ => Rel::Obl,
            };
            self.attach(old, predicate, rel);
        }
        self.attach(auxiliary, predicate, rel);
        // "since March", with the month for a subject.
        for child in self.children(predicate).collect::<Vec<_>>() {
            if child > auxiliary && child < first {
                match self.rel(child) {
                    rel if SUBJECTS.contains(&rel) => self.attach(child, predicate, Rel::Obl),
                    Rel::Mark if self.is_nominal(child + 1) => {
                        self.attach(child, child + 1, Rel::Case)
                    }
                    _ => {}
                }
            }
        }
        self.syntax.tags.upos[auxiliary] = Upos::Aux;
        if perfect {
            self.becomes_verb(first, Xpos::Vbn);
        }
        if let Some(thing) = governed {
            let cased = self.forms[first + 1] == "to";
            self.syntax.tags.upos[first] = if perfect { Upos::Verb } else { Upos::Adj };
            self.attach(thing, predicate, if cased { Rel::Obl } else { Rel::Obj });
            if cased {
                self.attach(first + 1, thing, Rel::Case);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn the_verb_stands_behind_the_aside() {
        let tree = "Karsk/PROPN/NNP/2/nsubj has/VERB/VBZ/0/root ,/PUNCT/,/5/punct since/SCONJ/IN/7/mark \
                    March/PROPN/NNP/7/nsubj ,/PUNCT/,/5/punct rejected/VERB/VBD/2/advcl a/DET/DT/9/det \
                    levy/NOUN/NN/7/obj ./PUNCT/./2/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("Karsk-7-nsubj")
                && tree.contains("has-7-aux")
                && tree.contains("rejected-0-root"),
            "{tree}"
        );
        let tree = "Karsk/PROPN/NNP/6/nsubj is/AUX/VBZ/6/cop ,/PUNCT/,/2/punct by/ADP/IN/6/case his/PRON/PRP$/6/nmod:poss \
                    account/NOUN/NN/0/root ,/PUNCT/,/8/punct open/ADJ/JJ/6/amod to/ADP/IN/11/case a/DET/DT/11/det \
                    levy/NOUN/NN/8/obl ./PUNCT/./6/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("Karsk-8-nsubj")
                && tree.contains("open-0-root")
                && tree.contains("account-8-obl"),
            "{tree}"
        );
    }
}
