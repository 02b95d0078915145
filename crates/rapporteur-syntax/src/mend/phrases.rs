//! Noun phrases that were torn: "the opposition Homeland party objects", "neighbouring Belora", "the junta two ports".

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs that give somebody something, or call something something.
const GIVES: &[&str] = &[
    "give",
    "gives",
    "gave",
    "given",
    "giving",
    "offer",
    "offers",
    "offered",
    "offering",
    "promise",
    "promises",
    "promised",
    "promising",
    "grant",
    "grants",
    "granted",
    "granting",
    "deny",
    "denies",
    "denied",
    "denying",
    "owe",
    "owes",
    "owed",
    "send",
    "sends",
    "sent",
    "sending",
    "pay",
    "pays",
    "paid",
    "paying",
    "tell",
    "tells",
    "told",
    "telling",
    "show",
    "shows",
    "showed",
    "lend",
    "lends",
    "lent",
    "hand",
    "hands",
    "handed",
    "cost",
    "costs",
    "allow",
    "allows",
    "allowed",
    "refuse",
    "refuses",
    "refused",
    "teach",
    "teaches",
    "taught",
    "sell",
    "sells",
    "sold",
    "buy",
    "buys",
    "bought",
    "make",
    "makes",
    "made",
    "name",
    "names",
    "named",
    "call",
    "calls",
    "called",
    "elect",
    "elected",
    "appoint",
    "appointed",
    "ask",
    "asks",
    "asked",
    "asking",
    "award",
    "awards",
    "awarded",
    "bring",
    "brings",
    "brought",
    "get",
    "gets",
    "got",
    "win",
    "wins",
    "won",
    "spare",
    "spares",
    "spared",
];

impl Tree<'_> {
    /// Phrases that one word tears, mended before their verbs are looked at.
    pub(super) fn torn_phrases(&mut self) {
        self.neighbouring_name();
        self.word_in_two();
        self.number_inside();
        self.mine_with_article();
        self.parted_verbs();
        self.hidden_siding();
        self.asked_verb();
    }

    /// "urges neighbouring Belora to sign": before a name it describes it; only behind a noun does it govern one.
    fn neighbouring_name(&mut self) {
        for word in self.sentence.clone() {
            let form = self.forms[word].to_lowercase();
            let name = word + 1;
            if !matches!(form.as_str(), "neighbouring" | "neighboring")
                || name >= self.sentence.end
                || self.upos(name) != Upos::Propn
                || self.rel(word) == Rel::Acl && self.head(word) + 1 == word
            {
                continue;
            }
            // "neighbouring Red Valley": the head of the name.
            let mut top = name;
            while self.head(top) > top
                && (top..self.head(top)).all(|at| self.upos(at) == Upos::Propn)
                && self.upos(self.head(top)) == Upos::Propn
                && matches!(self.rel(top), Rel::Compound | Rel::Flat | Rel::Amod)
            {
                top = self.head(top);
            }
            let (head, rel) = (self.head(word), self.rel(word));
            let was = self.head(top);
            self.syntax.tags.upos[word] = Upos::Adj;
            self.syntax.tags.xpos[word] = Xpos::Jj;
            if was == word {
                // The name takes the place that its adjective held.
                let behind: Vec<usize> = (self.children(word))
                    .filter(|&child| child != top)
                    .collect();
                let place = match rel {
                    Rel::Xcomp | Rel::Ccomp | Rel::Advcl
                        if (self.children(word))
                            .any(|mark| self.rel(mark) == Rel::Mark && mark < word) =>
                    {
                        Rel::Obl
                    }
                    Rel::Xcomp | Rel::Ccomp => Rel::Obj,
                    Rel::Advcl => Rel::Obl,
                    Rel::Acl => Rel::Nmod,
                    Rel::Csubj => Rel::Nsubj,
                    Rel::Amod if self.has(top, &[Rel::Case]) => Rel::Obl,
                    rel => rel,
                };
                match rel {
                    Rel::Root => self.attach(top, top, Rel::Root),
                    _ => self.attach(top, head, place),
                }
                for child in behind {
                    match self.rel(child) {
                        Rel::Mark if child < word => self.attach(child, top, Rel::Case),
                        rel if child < word => self.attach(child, top, rel),
                        Rel::Advcl if self.xpos(child) == Xpos::Vb => {
                            self.attach(child, head, Rel::Xcomp)
                        }
                        rel => self.attach(child, head, rel),
                    }
                }
            } else {
                let before: Vec<usize> = self.children(word).collect();
                for child in before {
                    let rel = self.rel(child);
                    match rel {
                        Rel::Advcl
                            if child > top
                                && self.xpos(child) == Xpos::Vb
                                && self.upos(was) == Upos::Verb =>
                        {
                            self.attach(child, was, Rel::Xcomp);
                        }
                        Rel::Obj if child > top && self.upos(was) == Upos::Verb => {
                            self.attach(child, was, rel);
                        }
                        Rel::Mark => self.attach(child, top, Rel::Case),
                        _ => self.attach(child, top, rel),
                    }
                }
                // "Karsk and neighbouring Belora", each hung on Karsk.
                if matches!(rel, Rel::Conj | Rel::Nsubj | Rel::Obj | Rel::Obl)
                    && head != top
                    && self.rel(top) != rel
                    && matches!(self.rel(top), Rel::Dep | Rel::Flat | Rel::Appos)
                {
                    self.attach(top, head, rel);
                }
            }
            self.attach(word, top, Rel::Amod);
            if self.rel(top) == Rel::Obj {
                self.receiver(top);
            }
        }
    }

    /// Whether a verb gives somebody something.
    pub(super) fn is_giving(&self, verb: usize) -> bool {
        GIVES.contains(&self.forms[verb].to_lowercase().as_str())
    }

    /// Of two objects behind a verb of giving the first is to whom.
    fn receiver(&mut self, first: usize) {
        let verb = self.head(first);
        let second =
            (self.children(verb)).any(|other| other > first && self.rel(other) == Rel::Obj);
        if second && (self.is_giving(verb) || self.forms[verb] == "set") {
            self.attach(first, verb, Rel::Iobj);
        }
    }

    /// "the opposition Homeland party objects", "accused the island republic of it": two nouns without anything between
    /// them that have the same part in a clause are one phrase.
    pub(super) fn word_in_two(&mut self) {
        for second in self.sentence.clone().skip(1) {
            let rel = self.rel(second);
            if !matches!(self.upos(second), Upos::Noun | Upos::Propn)
                || !matches!(
                    rel,
                    Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::Appos | Rel::Obl | Rel::Nmod
                )
            {
                continue;
            }
            // What belongs to the second begins right behind the first.
            let mut start = second;
            while start > self.sentence.start + 1 && self.belongs(start - 1, second) {
                start -= 1;
            }
            let first = start - 1;
            if first < self.sentence.start
                || !matches!(self.upos(first), Upos::Noun | Upos::Propn)
                || !matches!(self.xpos(first), Xpos::Nn | Xpos::Nnp)
                || !self.is_one_phrase(first, second)
            {
                continue;
            }
            let names = self.upos(first) == Upos::Propn && self.upos(second) == Upos::Propn;
            let small = self.forms[second].starts_with(char::is_lowercase);
            if names && !small {
                if !is_title(self.forms[first]) {
                    self.attach(second, first, Rel::Flat);
                }
                continue;
            }
            if self.upos(first) == Upos::Propn || !small {
                continue;
            }
            let (head, above) = (self.head(first), self.rel(first));
            match above {
                Rel::Root => self.attach(second, second, Rel::Root),
                _ => self.attach(second, head, above),
            }
            for child in self.children(first).collect::<Vec<_>>() {
                if child != second {
                    self.attach(child, second, self.rel(child));
                }
            }
            self.attach(first, second, Rel::Compound);
            if self.rel(second) == Rel::Obj {
                self.receiver(second);
            }
        }
    }

    /// Whether a word before a noun belongs to it and begins no phrase.
    fn belongs(&self, word: usize, noun: usize) -> bool {
        self.head(word) == noun && self.rel(word) == Rel::Compound
    }

    fn is_one_phrase(&self, first: usize, second: usize) -> bool {
        let rel = self.rel(second);
        if self.has(
            second,
            &[Rel::Case, Rel::Det, Rel::NmodPoss, Rel::Nummod, Rel::Cc],
        ) {
            return false;
        }
        let verb = self.head(second);
        let together = self.head(first) == verb && first != verb;
        match rel {
            Rel::Nsubj | Rel::NsubjPass => {
                together
                    && self.rel(first) == rel
                    && second < verb
                    && self.xpos(second) != Xpos::Nns
            }
            // "accused the island republic", with both for its objects.
            Rel::Obj => {
                together
                    && matches!(self.rel(first), Rel::Obj | Rel::Obl)
                    && matches!(self.xpos(second), Xpos::Nn | Xpos::Nnp)
                    && self.has(first, &[Rel::Det])
                    && (!self.is_giving(verb)
                        || self
                            .children(verb)
                            .any(|third| third > second && self.rel(third) == Rel::Obj))
            }
            // "the opposition Homeland party": no comma parts the two.
            Rel::Appos | Rel::Nmod => {
                self.head(second) == first
                    && second > first + 1
                    && self.upos(first) == Upos::Noun
                    && self.upos(second) == Upos::Noun
                    && (first + 1..second).all(|at| self.upos(at) == Upos::Propn)
                    && self.has(first, &[Rel::Det])
            }
            // "important to the opposition Homeland party".
            Rel::Obl => {
                together
                    && self.rel(first) == Rel::Obl
                    && self.has(first, &[Rel::Case])
                    && self.upos(first) == Upos::Noun
                    && self.xpos(second) == Xpos::Nn
                    && second > first + 1
            }
            _ => false,
        }
    }

    /// "offers the junta two ports": a number begins a phrase of its own, so what stands before it is to whom.
    fn number_inside(&mut self) {
        for number in self.sentence.clone().skip(2) {
            // "denied the junta access".
            let access = matches!(self.forms[number], "access" | "entry" | "permission");
            let noun = if access { number } else { self.head(number) };
            let before = number - 1;
            if !access
                && (self.rel(number) != Rel::Nummod
                    || self.upos(number) != Upos::Num
                    || noun <= number)
                || self.rel(noun) != Rel::Obj
                || self.head(before) != noun
                || self.rel(before) != Rel::Compound
                || !matches!(self.upos(before), Upos::Noun | Upos::Propn)
            {
                continue;
            }
            let verb = self.head(noun);
            if verb >= before || !self.is_giving(verb) {
                continue;
            }
            let owned: Vec<usize> = (self.children(noun))
                .filter(|&word| word < before)
                .collect();
            for word in owned {
                self.attach(word, before, self.rel(word));
            }
            self.attach(before, verb, Rel::Iobj);
        }
    }

    /// "from the mine": what has an article is a pit.
    fn mine_with_article(&mut self) {
        for word in self.sentence.clone() {
            if self.forms[word] == "mine"
                && self.upos(word) == Upos::Pron
                && word > self.sentence.start
                && matches!(self.upos(word - 1), Upos::Det | Upos::Adj)
            {
                self.syntax.tags.upos[word] = Upos::Noun;
                self.syntax.tags.xpos[word] = Xpos::Nn;
            }
        }
    }
}

/// "Ms Brandt": no part of the name.
fn is_title(form: &str) -> bool {
    let form = form.trim_end_matches('.');
    matches!(
        form,
        "Mr" | "Ms" | "Mrs" | "Dr" | "Sir" | "Lord" | "Lady" | "Prof" | "Gen" | "Sen" | "St"
    )
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn two_subjects_side_by_side_are_one_phrase() {
        let party = "The/DET/DT/2/det opposition/NOUN/NN/5/nsubj Homeland/PROPN/NNP/4/compound party/NOUN/NN/5/nsubj \
                     objects/VERB/VBZ/0/root ./PUNCT/./5/punct";
        assert_eq!(
            mended(party),
            "The-4-det opposition-4-compound Homeland-4-compound party-5-nsubj objects-0-root .-5-punct"
        );
    }

    #[test]
    fn what_is_neighbouring_describes_the_name() {
        let urges = "Karsk/PROPN/NNP/2/nsubj urges/VERB/VBZ/0/root neighbouring/VERB/VBG/2/xcomp Belora/PROPN/NNP/3/obj \
                     to/PART/TO/6/mark sign/VERB/VB/3/advcl ./PUNCT/./2/punct";
        assert_eq!(
            mended(urges),
            "Karsk-2-nsubj urges-0-root neighbouring-4-amod Belora-2-obj to-6-mark sign-2-xcomp .-2-punct"
        );
        let state = "States/NOUN/NNS/4/nsubj neighbouring/VERB/VBG/1/acl Belora/PROPN/NNP/2/obj objected/VERB/VBD/0/root ./PUNCT/./4/punct";
        assert!(mended(state).contains("neighbouring-1-acl Belora-2-obj"));
    }

    #[test]
    fn a_number_begins_a_phrase() {
        let ports = "Karsk/PROPN/NNP/2/nsubj offers/VERB/VBZ/0/root the/DET/DT/6/det junta/NOUN/NN/6/compound two/NUM/CD/6/nummod \
                     ports/NOUN/NNS/2/obj ./PUNCT/./2/punct";
        assert!(mended(ports).contains("the-4-det junta-2-iobj two-6-nummod ports-2-obj"));
    }
}
