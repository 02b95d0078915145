//! Subjects and verbs of a row that the network hung on what stands before it: "In a letter to Tolsk, Velmar and Orveth called
//! for talks", "asked for the vote to be put off and proposed a venue", "strikes out the cap and inserts a credit".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn joined(&mut self) {
        for word in self.sentence.clone().skip(1) {
            self.names_behind_opening(word);
            self.fellow_of_passive(word);
            self.would_free(word);
            self.inserts(word);
            self.row_of_pasts(word);
            self.called_for_in_a_row(word);
            self.across_the_verb(word);
            self.noun_expressed(word);
            self.part_of_text(word);
            self.row_of_agents(word);
            self.row_in_clause(word);
            self.tabled_by(word);
            self.verb_behind_relative(word);
            self.demands_talks(word);
            self.written_asking(word);
            self.opinions_on(word);
            self.day_of_may(word);
            self.noun_for_verb(word);
            self.name_left_behind(word);
            self.rules_out(word);
        }
        self.submission_voices();
    }

    /// "In a letter to Tolsk, Velmar and Orveth called for talks": names in a row right before a verb without a subject, the
    /// first of which is parted from them by a comma and belongs to the opening.
    fn names_behind_opening(&mut self, verb: usize) {
        let opens = self.upos(self.sentence.start) == Upos::Adp;
        if !opens
            || self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || !matches!(self.rel(verb), Rel::Root | Rel::Ccomp | Rel::Parataxis)
            || self.has(verb, SUBJECTS)
            || self.has(verb, &[Rel::Expl, Rel::Mark])
        {
            return;
        }
        let mut last = verb - 1;
        while last > self.sentence.start && matches!(self.upos(last), Upos::Adv | Upos::Aux) {
            last -= 1;
        }
        while self.upos(last) == Upos::Propn
            && matches!(self.rel(last), Rel::Flat | Rel::Compound)
            && self.sentence.contains(&self.head(last))
        {
            last = self.head(last);
        }
        let place = self.head(last);
        if self.upos(last) != Upos::Propn
            || self.rel(last) != Rel::Conj
            || place >= last
            || !matches!(self.rel(place), Rel::Nmod | Rel::Obl)
            || !self.has(place, &[Rel::Case])
            || !self.is_below(place, verb)
        {
            return;
        }
        let row: Vec<usize> = (self.children(place))
            .filter(|&name| self.rel(name) == Rel::Conj && name < verb)
            .collect();
        let comma = |name: usize| {
            let mut start = name;
            while start > place + 1
                && self.head(start - 1) == name
                && self.upos(start - 1) != Upos::Punct
                && self.upos(start - 1) != Upos::Cconj
            {
                start -= 1;
            }
            (self.forms[start - 1] == ",").then_some(start - 1)
        };
        let Some((&first, comma)) = row
            .first()
            .and_then(|first| Some((first, comma(*first)?)))
            .filter(|_| row.len() > 1)
        else {
            return;
        };
        self.attach(first, verb, Rel::Nsubj);
        self.attach(comma, verb, Rel::Punct);
        for &name in &row[1..] {
            self.attach(name, first, Rel::Conj);
        }
    }

    /// "asked for the vote to be put off and proposed a venue": what is done to something has no object; a verb with one goes
    /// on from the verb of the sentence.
    fn fellow_of_passive(&mut self, second: usize) {
        let passive = self.head(second);
        if self.rel(second) != Rel::Conj
            || passive >= second
            || !matches!(self.xpos(second), Xpos::Vbn | Xpos::Vbd)
            || !self.has(second, &[Rel::Obj])
            || self.has(second, SUBJECTS)
            || self.has(second, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
            || self.xpos(passive) != Xpos::Vbn
            || !self.has(passive, &[Rel::AuxPass])
            || !matches!(
                self.rel(passive),
                Rel::Acl | Rel::Ccomp | Rel::Xcomp | Rel::Advcl
            )
        {
            return;
        }
        let mut first = self.head(passive);
        for _ in 0..6 {
            if self.upos(first) == Upos::Verb
                && self.xpos(first) == Xpos::Vbd
                && self.has(first, SUBJECTS)
            {
                self.syntax.tags.xpos[second] = Xpos::Vbd;
                self.attach(second, first, Rel::Conj);
                return;
            }
            first = self.head(first);
        }
    }

    /// "would free twelve soldiers": behind a modal and before an object an adjective that is also a verb is a verb.
    fn would_free(&mut self, word: usize) {
        let behind = word + 1;
        if self.upos(word) == Upos::Adj
            && (self.children(word)).any(|aux| self.xpos(aux) == Xpos::Md && aux < word)
            && !self.has(word, &[Rel::Cop])
            && behind < self.sentence.end
            && matches!(
                self.upos(behind),
                Upos::Det | Upos::Propn | Upos::Num | Upos::Pron | Upos::Noun | Upos::Adj
            )
            && is_verb(&self.forms[word].to_lowercase())
        {
            // "would free 200 people if", with the people for a subject of their own
            let object = (self.children(word))
                .find(|&people| people > word && self.rel(people) == Rel::Nsubj)
                .filter(|&people| !self.has(people, &[Rel::Case]));
            let known = self.has(word, &[Rel::Obj]);
            if let Some(object) = object.filter(|_| !known) {
                self.attach(object, word, Rel::Obj);
            }
            if known || object.is_some() {
                self.becomes_verb(word, Xpos::Vb);
            }
        }
    }

    /// "strikes out the cap and inserts a credit": a noun in "s" with an object goes on from a verb in "s".
    fn inserts(&mut self, word: usize) {
        let object = self.head(word);
        let verb = self.head(object);
        if self.xpos(word) == Xpos::Nns
            && self.rel(word) == Rel::Conj
            && self.has(word, &[Rel::Obj])
            && is_third_person(self.forms[word])
            && self.rel(object) == Rel::Obj
            && self.xpos(verb) == Xpos::Vbz
            && verb < object
            && object < word
            && self.upos(word - 1) == Upos::Cconj
        {
            self.becomes_verb(word, Xpos::Vbz);
            self.attach(word, verb, Rel::Conj);
        }
    }
}

/// Pasts of verbs that take a preposition or an infinitive, and are done to nothing.
const PASTS: &[&str] = &[
    "objected",
    "insisted",
    "protested",
    "called",
    "appealed",
    "asked",
    "argued",
    "agreed",
    "refused",
    "declined",
    "pressed",
    "pushed",
    "warned",
    "complained",
    "pleaded",
    "offered",
];

/// Verbs in "s" that are plurals too, of what a document does.
const VOICES: &[&str] = &[
    "voices",
    "raises",
    "deals",
    "demands",
    "requests",
    "questions",
    "supports",
    "protests",
    "objects",
    "calls",
    "rules",
    "limits",
    "caps",
    "bans",
    "doubts",
    "offers",
    "covers",
    "promises",
    "states",
    "notes",
    "claims",
    "plans",
    "aims",
    "outlines",
    "details",
    "blocks",
    "cuts",
    "doubles",
    "halves",
    "taxes",
    "fines",
];

/// Nouns of stance that the network takes for verbs behind a verb that only voices them.
const EXPRESSED: &[&str] = &[
    "concern", "support", "alarm", "doubt", "regret", "interest", "surprise", "dismay", "worry",
    "fear", "hope", "dissent", "protest",
];

impl Tree<'_> {
    /// "demanded a review, objected to the fee and offered to host it": a past that is done to nothing goes on from the verb
    /// before.
    fn row_of_pasts(&mut self, past: usize) {
        let object = self.head(past);
        let verb = self.head(object);
        if self.xpos(past) != Xpos::Vbn
            || self.rel(past) != Rel::Acl
            || self.forms[past - 1] != ","
            || !PASTS.contains(&self.forms[past])
            || !matches!(self.rel(object), Rel::Obj | Rel::Obl)
            || object >= past
            || self.xpos(verb) != Xpos::Vbd
            || !self.has(verb, SUBJECTS)
            || self.has(past, &[Rel::OblAgent, Rel::AuxPass])
            || !self.has(past, &[Rel::Obl, Rel::Xcomp, Rel::Obj, Rel::Ccomp])
        {
            return;
        }
        self.syntax.tags.xpos[past] = Xpos::Vbd;
        self.attach(past, verb, Rel::Conj);
        let more: Vec<usize> = (self.children(past))
            .filter(|&next| self.rel(next) == Rel::Conj && self.xpos(next) == Xpos::Vbn)
            .collect();
        for next in more {
            self.syntax.tags.xpos[next] = Xpos::Vbd;
        }
    }

    /// "the Guild called for a cap, warned against a levy and rejected a ban": the first of three pasts of a name is no
    /// participle of it.
    fn called_for_in_a_row(&mut self, first: usize) {
        let name = self.head(first);
        let second = self.head(name);
        if self.rel(first) != Rel::Acl
            || self.xpos(first) != Xpos::Vbn
            || !PASTS.contains(&self.forms[first])
            || self.upos(name) != Upos::Propn
            || name + 1 != first
            || self.rel(name) != Rel::Nsubj
            || second <= first
            || self.xpos(second) != Xpos::Vbd
            || self.forms[second - 1] != ","
            || !self.has(second, &[Rel::Conj])
            || self.has(first, &[Rel::OblAgent])
            || !self.has(first, &[Rel::Obl, Rel::Xcomp])
        {
            return;
        }
        let (above, rel) = (self.head(second), self.rel(second));
        let above = if rel == Rel::Root { first } else { above };
        self.syntax.tags.xpos[first] = Xpos::Vbd;
        self.attach(first, above, rel);
        let before: Vec<usize> = (self.children(second))
            .filter(|&child| child < first)
            .collect();
        for child in before {
            self.attach(child, first, self.rel(child));
        }
        self.attach(name, first, Rel::Nsubj);
        self.attach(second, first, Rel::Conj);
    }

    /// "An appeal signed by the guild calls on the city to drop the levy": what stands behind the verb does not hang on what
    /// describes its subject.
    fn across_the_verb(&mut self, deed: usize) {
        let participle = self.head(deed);
        let subject = self.head(participle);
        let verb = self.head(subject);
        if self.rel(deed) == Rel::Advcl
            && self.rel(participle) == Rel::Acl
            && self.rel(subject) == Rel::Nsubj
            && participle < verb
            && verb < deed
            && self.upos(verb) == Upos::Verb
            && (self.children(deed))
                .any(|mark| self.rel(mark) == Rel::Mark && self.forms[mark] == "to")
        {
            self.attach(deed, verb, Rel::Advcl);
        }
    }

    /// "expresses concern about the levy": a noun, whatever verb it might be too.
    fn noun_expressed(&mut self, noun: usize) {
        let verb = self.head(noun);
        if self.rel(noun) != Rel::Obj
            || self.upos(noun) != Upos::Verb
            || self.xpos(noun) != Xpos::Vb
            || verb + 1 != noun
            || !EXPRESSED.contains(&self.forms[noun])
            || self.has(noun, &[Rel::Mark, Rel::Aux, Rel::Obj, Rel::Nsubj])
        {
            return;
        }
        self.syntax.tags.upos[noun] = Upos::Noun;
        self.syntax.tags.xpos[noun] = Xpos::Nn;
        let below: Vec<usize> = (self.children(noun))
            .filter(|&child| self.rel(child) == Rel::Obl)
            .collect();
        for child in below {
            self.attach(child, noun, Rel::Nmod);
        }
    }

    /// "Article 7 of the Orvethian draft obliges members": a noun with a preposition is no part of the verb behind it.
    fn part_of_text(&mut self, noun: usize) {
        let verb = self.head(noun);
        if self.rel(noun) != Rel::Compound
            || self.upos(noun) != Upos::Noun
            || noun + 1 != verb
            || self.upos(verb) != Upos::Verb
        {
            return;
        }
        let case = (self.children(noun)).find(|&case| self.rel(case) == Rel::Case);
        let subject = (self.children(verb)).find(|&child| self.rel(child) == Rel::Nsubj);
        if let (Some(case), Some(subject)) = (case, subject)
            && subject < case
        {
            self.attach(noun, subject, Rel::Nmod);
        }
    }

    /// "Velmar's submission to the court voices doubts", "Section II of the Orvethian proposal deals with cables": of a
    /// sentence without a verb one of its plurals is it.
    fn submission_voices(&mut self) {
        let finite = (self.sentence.clone()).any(|word| self.is_finite_form(word));
        let root = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root);
        let Some(root) = root.filter(|&root| {
            !finite && self.is_closed() && matches!(self.upos(root), Upos::Noun | Upos::Propn)
        }) else {
            return;
        };
        let verb = (root + 2..self.sentence.end).find(|&word| {
            self.xpos(word) == Xpos::Nns
                && VOICES.contains(&self.forms[word])
                && self.rel(word) == Rel::Nmod
                && self.head(word) == root
                && self.rel(word - 1) == Rel::Compound
                && self.head(word - 1) == word
        });
        let Some(verb) = verb else { return };
        let noun = verb - 1;
        let behind = verb + 1;
        let goes_on = behind < self.sentence.end
            && matches!(
                self.upos(behind),
                Upos::Noun | Upos::Det | Upos::Adj | Upos::Adp | Upos::Propn | Upos::Num
            );
        if !goes_on {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbz);
        let inner: Vec<usize> = (self.children(verb))
            .filter(|&child| child < noun)
            .collect();
        let after: Vec<usize> = (self.children(root))
            .filter(|&child| child > verb)
            .collect();
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, root, Rel::Nmod);
        for child in inner {
            self.attach(child, noun, self.rel(child));
        }
        self.attach(root, verb, Rel::Nsubj);
        for child in after {
            let rel = match self.rel(child) {
                Rel::Nmod if self.has(child, &[Rel::Case]) && self.first_is_case(child) => Rel::Obl,
                Rel::Nmod | Rel::Appos => Rel::Obj,
                rel => rel,
            };
            self.attach(child, verb, rel);
        }
        let below: Vec<usize> = (self.children(verb))
            .filter(|&child| child > verb && self.rel(child) == Rel::Nmod)
            .collect();
        for child in below {
            self.attach(child, verb, Rel::Obl);
        }
    }

    /// "is backed by Tolsk, opposed by Velmar and rejected by Orveth": the second of three, hung on its agent.
    fn row_of_agents(&mut self, second: usize) {
        let by = second + 1;
        let agent = self.head(second);
        let first = self.head(agent);
        if self.upos(second) != Upos::Verb
            || self.rel(second) != Rel::Case
            || by >= self.sentence.end
            || self.forms[by] != "by"
            || self.forms[second - 1] != ","
            || agent <= by
            || first >= second
            || !matches!(self.rel(agent), Rel::OblAgent | Rel::Obl)
            || self.xpos(first) != Xpos::Vbn
            || !self.has(first, &[Rel::OblAgent])
        {
            return;
        }
        self.syntax.tags.xpos[second] = Xpos::Vbn;
        self.attach(second, first, Rel::Conj);
        self.attach(agent, second, Rel::OblAgent);
        self.attach(by, agent, Rel::Case);
    }

    /// "envisages a fund and rules out a ban": a noun in "s" with a particle goes on from a verb in "s".
    fn rules_out(&mut self, word: usize) {
        let object = self.head(word);
        let verb = self.head(object);
        let particle = word + 1;
        if self.xpos(word) != Xpos::Nns
            || self.rel(word) != Rel::Conj
            || !is_third_person(self.forms[word])
            || self.rel(object) != Rel::Obj
            || self.xpos(verb) != Xpos::Vbz
            || verb >= object
            || self.upos(word - 1) != Upos::Cconj
            || particle + 1 >= self.sentence.end
            || !matches!(
                self.forms[particle],
                "out" | "off" | "down" | "aside" | "back"
            )
        {
            return;
        }
        let thing = self.head(particle);
        if self.rel(particle) != Rel::Case || thing <= particle {
            return;
        }
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(word, verb, Rel::Conj);
        self.attach(particle, word, Rel::CompoundPrt);
        self.attach(thing, word, Rel::Obj);
    }

    /// "its letter of 3 May rejects it": a month behind its day, and no modal.
    fn day_of_may(&mut self, may: usize) {
        let day = may - 1;
        if self.xpos(may) != Xpos::Md
            || self.forms[may] != "May"
            || self.upos(day) != Upos::Num
            || self.rel(may) != Rel::Aux
        {
            return;
        }
        let (head, rel) = (self.head(day), self.rel(day));
        if head == may || !self.sentence.contains(&head) {
            return;
        }
        self.syntax.tags.upos[may] = Upos::Propn;
        self.syntax.tags.xpos[may] = Xpos::Nnp;
        let before: Vec<usize> = self.children(day).collect();
        self.attach(may, head, rel);
        self.attach(day, may, Rel::Nummod);
        for child in before {
            self.attach(child, may, self.rel(child));
        }
    }

    /// "wants, first, a review; second, a lower fee": things are no further verbs.
    fn noun_for_verb(&mut self, noun: usize) {
        let verb = self.head(noun);
        let plain = (self.children(noun)).all(|child| {
            matches!(
                self.rel(child),
                Rel::Det
                    | Rel::Amod
                    | Rel::Compound
                    | Rel::Nmod
                    | Rel::Cc
                    | Rel::Punct
                    | Rel::Nummod
                    | Rel::Advmod
                    | Rel::Appos
            ) && (self.upos(child) != Upos::Propn || child > noun)
        });
        if self.rel(noun) != Rel::Conj
            || self.upos(noun) != Upos::Noun
            || verb >= noun
            || self.upos(verb) != Upos::Verb
            || !plain
            || !self.has(noun, &[Rel::Det, Rel::Nummod])
        {
            return;
        }
        let first = (self.children(verb))
            .find(|&first| first > verb && first < noun && self.rel(first) == Rel::Obj);
        let bare = (verb + 1..noun).all(|at| {
            matches!(
                self.upos(at),
                Upos::Adv | Upos::Punct | Upos::Det | Upos::Adj | Upos::Num
            ) || self.head(at) == noun
        });
        match first {
            Some(first) => self.attach(noun, first, Rel::Conj),
            None if bare => self.attach(noun, verb, Rel::Obj),
            None => {}
        }
    }

    /// "In letters to the chair, Velmar and Orveth asked": the first of two names, hung on what stands before the comma.
    fn name_left_behind(&mut self, second: usize) {
        let verb = self.head(second);
        let and = second - 1;
        if self.rel(second) != Rel::Nsubj
            || self.upos(second) != Upos::Propn
            || verb <= second
            || self.forms[and] != "and"
            || and < self.sentence.start + 2
            || self.upos(self.sentence.start) != Upos::Adp
        {
            return;
        }
        let first = and - 1;
        let place = self.head(first);
        if self.upos(first) != Upos::Propn
            || !matches!(self.rel(first), Rel::Conj | Rel::Appos)
            || place >= first
            || self.forms[first - 1] != ","
            || !self.is_below(place, verb)
            || self.has(place, &[Rel::Cop])
        {
            return;
        }
        self.attach(first, verb, Rel::Nsubj);
        self.attach(second, first, Rel::Conj);
        self.attach(and, second, Rel::Cc);
        self.attach(first - 1, verb, Rel::Punct);
    }

    /// "a letter in which it rejects the fee, asks for a review and offers talks": a verb without a subject behind a comma goes
    /// on from the verb of "it".
    fn row_in_clause(&mut self, second: usize) {
        if !matches!(self.rel(second), Rel::Parataxis | Rel::Ccomp)
            || self.upos(second) != Upos::Verb
            || self.has(second, SUBJECTS)
            || self.has(second, &[Rel::Mark, Rel::Expl])
        {
            return;
        }
        let mut start = second;
        while start > self.sentence.start
            && matches!(self.upos(start - 1), Upos::Aux | Upos::Part | Upos::Adv)
        {
            start -= 1;
        }
        let modal = (start..second).any(|aux| self.xpos(aux) == Xpos::Md);
        if start <= self.sentence.start + 2 || self.forms[start - 1] != "," {
            return;
        }
        let first = (self.sentence.start..start - 1)
            .rev()
            .find(|&first| self.upos(first) == Upos::Verb && self.has(first, SUBJECTS));
        let Some(first) = first else { return };
        let by_it = (self.children(first)).any(|it| {
            self.rel(it) == Rel::Nsubj
                && matches!(self.forms[it], "it" | "they" | "he" | "she")
                && it < first
        });
        let tense = self.xpos(first) == self.xpos(second) || modal;
        if by_it
            && tense
            && matches!(self.rel(first), Rel::AclRelcl | Rel::Ccomp)
            && matches!(self.xpos(first), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
            && self.head(second) < first
        {
            self.attach(second, first, Rel::Conj);
        }
    }

    /// "rejects the map, demands talks and leaves": of two words in "s" behind a comma the first is the verb.
    fn demands_talks(&mut self, verb: usize) {
        let (object, before) = (verb + 1, verb - 1);
        if object >= self.sentence.end
            || self.xpos(verb) != Xpos::Nns
            || !VOICES.contains(&self.forms[verb])
            || self.rel(verb) != Rel::Nsubj
            || self.head(verb) != object
            || self.xpos(object) != Xpos::Vbz
            || self.rel(object) != Rel::Conj
            || self.forms[before] != ","
            || self.has(object, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::Aux])
        {
            return;
        }
        let first = self.head(object);
        if self.xpos(first) != Xpos::Vbz || !self.has(first, SUBJECTS) {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbz);
        self.syntax.tags.upos[object] = Upos::Noun;
        self.syntax.tags.xpos[object] = Xpos::Nns;
        self.attach(verb, first, Rel::Conj);
        let more: Vec<usize> = (self.children(object))
            .filter(|&next| self.rel(next) == Rel::Conj && self.upos(next) == Upos::Verb)
            .collect();
        self.attach(object, verb, Rel::Obj);
        for next in more {
            self.attach(next, first, Rel::Conj);
        }
    }

    /// "has written to the mayor asking for a cap": whoever has written asks.
    fn written_asking(&mut self, asks: usize) {
        let mayor = self.head(asks);
        let verb = self.head(mayor);
        if self.rel(asks) == Rel::Acl
            && self.xpos(asks) == Xpos::Vbg
            && self.rel(mayor) == Rel::Obl
            && mayor < asks
            && matches!(self.forms[verb], "written" | "wrote" | "writes" | "write")
            && (self.children(mayor)).any(|to| self.rel(to) == Rel::Case && self.forms[to] == "to")
        {
            self.attach(asks, verb, Rel::Advcl);
        }
    }

    /// "On the Hallgren report opinions are divided": a noun with "on" and a noun without.
    fn opinions_on(&mut self, opinions: usize) {
        let report = opinions - 1;
        let verb = self.head(opinions);
        if !matches!(self.forms[opinions], "opinions" | "views" | "minds")
            || self.rel(opinions) != Rel::Obl
            || self.head(report) != opinions
            || self.rel(report) != Rel::Compound
            || verb <= opinions
            || self.has(verb, SUBJECTS)
            || !self.has(opinions, &[Rel::Case])
        {
            return;
        }
        let before: Vec<usize> = (self.children(opinions))
            .filter(|&child| child < report)
            .collect();
        self.attach(report, verb, Rel::Obl);
        for child in before {
            self.attach(child, report, self.rel(child));
        }
        self.attach(opinions, verb, Rel::NsubjPass);
    }

    /// "The Greens' amendment, which Velmar opposes, raises the levy": of two clauses on a noun the second, without a pronoun, is
    /// the sentence.
    fn verb_behind_relative(&mut self, verb: usize) {
        let noun = self.head(verb);
        let other = (self.children(noun)).any(|clause| {
            clause < verb
                && self.rel(clause) == Rel::AclRelcl
                && self.children(clause).any(|which| {
                    which < clause && matches!(self.forms[which], "which" | "who" | "whom")
                })
        });
        if self.rel(verb) != Rel::AclRelcl
            || !matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd)
            || self.has(verb, SUBJECTS)
            || self.forms[verb - 1] != ","
            || self.rel(noun) != Rel::Root
            || !self.is_nominal(noun)
            || self.has(noun, &[Rel::Cop, Rel::Nsubj])
            || !other
        {
            return;
        }
        let after: Vec<usize> = (self.children(noun))
            .filter(|&child| child > verb)
            .collect();
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        for child in after {
            self.attach(child, verb, self.rel(child));
        }
    }

    /// "A bill tabled by the Greens": a participle with its agent, and no noun.
    fn tabled_by(&mut self, participle: usize) {
        let by = participle + 1;
        if self.xpos(participle) != Xpos::Nn
            || self.rel(participle) != Rel::Acl
            || !self.forms[participle].ends_with("ed")
            || by >= self.sentence.end
            || self.forms[by] != "by"
        {
            return;
        }
        let agent = self.head(by);
        if agent <= by || self.head(agent) != participle {
            return;
        }
        self.becomes_verb(participle, Xpos::Vbn);
        self.attach(agent, participle, Rel::OblAgent);
    }

    /// Whether a phrase begins with its preposition.
    fn first_is_case(&self, noun: usize) -> bool {
        (self.children(noun))
            .next()
            .is_some_and(|first| first < noun && self.rel(first) == Rel::Case)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn names_in_a_row_behind_the_comma_do_it() {
        let tree = "In/ADP/IN/3/case a/DET/DT/3/det letter/NOUN/NN/9/obl to/ADP/IN/5/case Tolsk/PROPN/NNP/3/nmod ,/PUNCT/,/7/punct \
                    Velmar/PROPN/NNP/5/conj and/CCONJ/CC/9/cc Orveth/PROPN/NNP/5/conj called/VERB/VBD/0/root for/ADP/IN/12/case \
                    talks/NOUN/NNS/10/obl ./PUNCT/./10/punct";
        let tree = tree.replace("letter/NOUN/NN/9/", "letter/NOUN/NN/10/");
        let out = mended(&tree);
        assert!(out.contains("Velmar-10-nsubj"), "{out}");
        assert!(out.contains("Orveth-7-conj"), "{out}");
    }

    #[test]
    fn a_noun_with_an_object_goes_on_from_a_verb() {
        let tree = "It/PRON/PRP/2/nsubj deletes/VERB/VBZ/0/root the/DET/DT/4/det cap/NOUN/NN/2/obj and/CCONJ/CC/6/cc \
                    inserts/NOUN/NNS/4/conj a/DET/DT/8/det credit/NOUN/NN/6/obj ./PUNCT/./2/punct";
        assert!(mended(tree).contains("inserts-2-conj"));
    }

    #[test]
    fn a_plural_may_be_the_verb_of_a_document() {
        let tree = "Its/PRON/PRP$/2/nmod:poss submission/NOUN/NN/0/root to/ADP/IN/6/case the/DET/DT/6/det court/NOUN/NN/6/compound \
                    voices/NOUN/NNS/2/nmod doubts/NOUN/NNS/2/nmod ./PUNCT/./2/punct";
        let out = mended(tree);
        assert!(
            out.contains("voices-0-root") && out.contains("doubts-6-obj"),
            "{out}"
        );
    }

    #[test]
    fn what_is_done_to_nothing_goes_on_from_the_verb() {
        let tree = "It/PRON/PRP/2/nsubj demanded/VERB/VBD/0/root talks/NOUN/NNS/2/obj ,/PUNCT/,/5/punct \
                    objected/VERB/VBN/3/acl to/ADP/IN/7/case fees/NOUN/NNS/5/obl ./PUNCT/./2/punct";
        assert!(mended(tree).contains("objected-2-conj"));
    }
}
