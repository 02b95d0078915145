//! Verbs of taking sides that the network took for nouns, with a phrase before them that is their subject: "Karsk backs the
//! plan but Tolsk rejects it", "Officials say Karsk plans to walk out", "States along the river object to the plan".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use super::siding_words::{ALONE, SIDING, WITH_CASE};
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs of saying and thinking that are followed by a clause and by no noun of the kind that follows here.
const SAYS: &[&str] = &[
    "say",
    "says",
    "said",
    "think",
    "thinks",
    "thought",
    "believe",
    "believes",
    "believed",
    "insist",
    "insists",
    "insisted",
    "add",
    "adds",
    "added",
    "argue",
    "argues",
    "argued",
    "confirm",
    "confirms",
    "confirmed",
];

/// Verbs in -s that tell how an offer fares, and are nouns too.
const STAYS: &[&str] = &[
    "stands", "holds", "stays", "works", "counts", "falls", "fails", "lapses", "looms", "matters",
    "remains", "suffers", "drags", "stalls",
];

/// Words that open a clause.
const OPENS: &[&str] = &[
    "although", "though", "while", "whereas", "because", "if", "unless", "whether", "since", "as",
    "until", "when",
];

impl Tree<'_> {
    /// Nouns that are verbs by what stands around them.
    pub(super) fn hidden_siding(&mut self) {
        for word in self.sentence.clone().skip(1) {
            self.verb_tagged_noun(word);
            self.they_hand_over(word);
            self.offer_stands(word);
            if self.could_side(word) && self.is_siding(word) {
                self.make_siding(word);
            }
        }
    }

    /// "The generals balk at it": of two tags, that of a verb is right where there is a subject.
    fn verb_tagged_noun(&mut self, word: usize) {
        if self.upos(word) != Upos::Verb
            || !matches!(self.xpos(word), Xpos::Nn | Xpos::Nns)
            || !self.has(word, &[Rel::Nsubj])
            || self.plain_form(word).is_none()
        {
            return;
        }
        self.syntax.tags.xpos[word] = match self.xpos(word) {
            Xpos::Nns => Xpos::Vbz,
            _ => Xpos::Vbp,
        };
        self.turn_complements(word);
    }

    /// "that the rebels hand over their guns": a noun in the singular has no plural for its subject without a copula.
    fn they_hand_over(&mut self, word: usize) {
        let subject = word - 1;
        if self.upos(word) != Upos::Noun
            || self.xpos(word) != Xpos::Nn
            || !is_verb(self.forms[word])
            || self.head(subject) != word
            || self.rel(subject) != Rel::Nsubj
            || !matches!(self.xpos(subject), Xpos::Nns | Xpos::Nnps)
            || self.has(word, &[Rel::Cop, Rel::Aux, Rel::Det, Rel::NmodPoss])
        {
            return;
        }
        self.becomes_verb(word, Xpos::Vbp);
        self.turn_complements(word);
        // "hand over their guns": with this verb, what is handed and no place.
        let particle = word + 1;
        if self.forms[word] == "hand"
            && particle < self.sentence.end
            && matches!(self.forms[particle], "over" | "out" | "in")
            && self.rel(particle) == Rel::Case
            && self.head(self.head(particle)) == word
        {
            let guns = self.head(particle);
            self.syntax.tags.xpos[particle] = Xpos::Rp;
            self.attach(particle, word, Rel::CompoundPrt);
            self.attach(guns, word, Rel::Obj);
        }
    }

    /// "The offer stands, she said": what is said is no noun with a noun before it.
    fn offer_stands(&mut self, word: usize) {
        let (noun, next) = (word - 1, word + 1);
        let said = self.head(word);
        if self.xpos(word) != Xpos::Nns
            || !STAYS.contains(&self.forms[word])
            || next >= self.sentence.end
            || !matches!(self.forms[next], "," | "\"" | "”" | "''")
            || self.head(noun) != word
            || self.rel(noun) != Rel::Compound
            || self.xpos(noun) == Xpos::Nns
            || !matches!(self.rel(word), Rel::Ccomp | Rel::Nsubj)
            || said <= word
            || !SAYS.contains(&self.forms[said].to_lowercase().as_str())
        {
            return;
        }
        self.becomes_verb(word, Xpos::Vbz);
        for child in self.children(word).collect::<Vec<_>>() {
            if child < noun && self.upos(child) != Upos::Punct {
                self.attach(child, noun, self.rel(child));
            }
        }
        self.attach(noun, word, Rel::Nsubj);
        self.attach(word, said, Rel::Ccomp);
    }

    /// The plain form of a word that is tagged a noun and could be a finite verb of the phrase before it.
    fn plain_form(&self, word: usize) -> Option<String> {
        let form = self.forms[word];
        match self.xpos(word) {
            Xpos::Nns if is_third_person(form) => {
                let stem = form.strip_suffix('s')?;
                Some(match (stem.strip_suffix("ie"), stem.strip_suffix('e')) {
                    (Some(short), _) if !is_verb(stem) => format!("{short}y"),
                    (_, Some(short)) if !is_verb(stem) => short.to_owned(),
                    _ => stem.to_owned(),
                })
            }
            Xpos::Nn | Xpos::Uh | Xpos::Jj | Xpos::Rb if is_verb(form) => Some(form.to_owned()),
            _ => None,
        }
    }

    /// Whether a word that is tagged a noun is a verb of taking sides too.
    pub(super) fn sides(&self, word: usize) -> bool {
        (self.plain_form(word)).is_some_and(|plain| SIDING.contains(&plain.as_str()))
    }

    /// Whether a noun in small letters stands right behind a noun phrase that agrees with it as its subject would, and
    /// before what a verb can be followed by.
    fn could_side(&self, word: usize) -> bool {
        let next = word + 1;
        if !matches!(self.upos(word), Upos::Noun | Upos::Intj)
            || next >= self.sentence.end
            || self.forms[word].starts_with(char::is_uppercase)
            || !self.is_noun_before(word - 1)
            || self.has_far_subject(word)
            || self.has(word, &[Rel::Cop, Rel::Aux])
            || self.plain_form(word).is_none()
        {
            return false;
        }
        let plural = matches!(self.xpos(word - 1), Xpos::Nns) || self.is_pair(word);
        let agrees = match self.xpos(word) {
            Xpos::Nns => !plural,
            _ => plural || self.is_of_plural(word),
        };
        agrees && (self.takes_case(word) || self.is_followed(next) || self.is_alone(word))
    }

    /// "Karsk disagrees: the law has moved on": a verb that needs nothing behind it, before a stop.
    fn is_alone(&self, word: usize) -> bool {
        matches!(self.forms[word + 1], ":" | ";" | "." | "–" | "—")
            && (self.plain_form(word)).is_some_and(|plain| ALONE.contains(&plain.as_str()))
    }

    /// "classes it as a lender; the bank | disputes that, since …": one noun phrase, and nothing else, between a semicolon and
    /// the word.
    fn opens_behind_semicolon(&self, word: usize) -> bool {
        (self.sentence.start + 1..word)
            .rev()
            .find(|&at| {
                !matches!(
                    self.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num
                ) && self.xpos(at) != Xpos::Pos
                    && self.xpos(at) != Xpos::PrpPoss
            })
            .is_some_and(|at| at + 1 < word && matches!(self.forms[at], ";" | "–" | "—"))
    }

    /// Whether a word has a subject that is no noun of the phrase right before it.
    fn has_far_subject(&self, word: usize) -> bool {
        (self.children(word)).any(|subject| {
            SUBJECTS.contains(&self.rel(subject))
                && !(matches!(self.upos(subject), Upos::Noun | Upos::Propn)
                    && subject < word
                    && (subject..word).all(|at| matches!(self.upos(at), Upos::Noun | Upos::Propn)))
        })
    }

    fn is_noun_before(&self, word: usize) -> bool {
        matches!(self.upos(word), Upos::Noun | Upos::Propn)
            || self.forms[word].starts_with(char::is_uppercase) && self.upos(word) == Upos::Adj
    }

    /// What a verb can be followed by and a noun seldom is.
    pub(super) fn is_followed(&self, next: usize) -> bool {
        match self.upos(next) {
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron => true,
            Upos::Part => self.forms[next] == "to",
            Upos::Sconj => matches!(self.forms[next], "that" | "whether"),
            Upos::Verb => self.xpos(next) == Xpos::Vbg,
            Upos::Adp => matches!(self.forms[next], "out"),
            _ => false,
        }
    }

    /// Whether a verb of this form takes the preposition that follows.
    pub(super) fn takes_case(&self, word: usize) -> bool {
        let next = self.forms[word + 1];
        (self.plain_form(word)).is_some_and(|plain| {
            (WITH_CASE.iter()).any(|(verb, cases)| *verb == plain && cases.contains(&next))
        })
    }

    /// "Karsk and the junta object": two nouns with "and" between them right before a word.
    fn is_pair(&self, word: usize) -> bool {
        (self.sentence.start..word)
            .rev()
            .take_while(|&at| {
                matches!(
                    self.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Cconj | Upos::Num
                ) || matches!(self.xpos(at), Xpos::Pos | Xpos::PrpPoss)
                    || matches!(self.forms[at], "neighbouring" | "neighboring")
            })
            .any(|at| self.forms[at] == "and" && at > self.sentence.start)
    }

    /// "States along the river object": a noun in the plural opens the sentence, and the word is hidden in what
    /// describes it.
    fn is_of_plural(&self, word: usize) -> bool {
        let top = self.head(word);
        self.rel(word) == Rel::Nmod
            && self.rel(top) == Rel::Root
            && self.xpos(top) == Xpos::Nns
            && top < word
            || self.rel(word) == Rel::Nmod
                && self.xpos(top) == Xpos::Nnps
                && self.rel(top) == Rel::Root
                && top < word
    }

    /// Whether what stands around a noun shows it to be a verb.
    fn is_siding(&self, word: usize) -> bool {
        let siding = self.sides(word);
        let head = self.head(word);
        let rel = self.rel(word);
        let takes = (self.children(word)).any(|child| {
            child > word
                && matches!(
                    self.rel(child),
                    Rel::Obj | Rel::Xcomp | Rel::Ccomp | Rel::Vocative
                )
                && !self.forms[word + 1..child].contains(&",")
        });
        // A preposition of its own belongs to a phrase before it.
        let cased = (self.children(word)).any(|child| child < word && self.rel(child) == Rel::Case);
        let marked = (self.children(word)).any(|mark| {
            mark < word
                && self.rel(mark) == Rel::Mark
                && OPENS.contains(&self.forms[mark].to_lowercase().as_str())
        });
        let finite = self.clause_is_finite(word);
        let said = head < word
            && head + 8 > word
            && self.upos(head) == Upos::Verb
            && SAYS.contains(&self.forms[head].to_lowercase().as_str());
        match rel {
            Rel::Root => {
                !finite && (self.is_closed() || siding) && (takes || self.opens_sentence(word))
            }
            Rel::Parataxis if siding && !cased && self.opens_behind_semicolon(word) => true,
            Rel::Ccomp | Rel::Csubj | Rel::Advcl | Rel::AclRelcl | Rel::Parataxis => {
                !cased && (takes || marked || siding && (said || rel == Rel::Csubj))
            }
            Rel::Obj => said && siding,
            Rel::Conj if takes && !cased => !finite || self.opens_with_and(word),
            Rel::Conj | Rel::Nmod | Rel::OblAgent | Rel::Obl => {
                siding && !finite && self.is_closed()
            }
            Rel::Compound => self.is_inside_object(word, siding && !finite),
            _ => false,
        }
    }

    /// "Karsk backs truce plan", "Karsk favours sanctions; Tolsk …", "says the offer needs work": a word in -s inside a noun
    /// phrase, behind a noun in the singular.
    fn is_inside_object(&self, word: usize, siding: bool) -> bool {
        let noun = self.head(word);
        if noun < word
            || self.upos(noun) != Upos::Noun && self.upos(noun) != Upos::Propn
            || self.xpos(word) != Xpos::Nns
        {
            return false;
        }
        if self.rel(noun) == Rel::Root {
            return siding && self.opens_sentence(word);
        }
        let said = self.head(noun);
        matches!(self.rel(noun), Rel::Obj | Rel::Ccomp)
            && said < word
            && SAYS.contains(&self.forms[said].to_lowercase().as_str())
            && self.has(said, &[Rel::Nsubj])
            && self.upos(said + 1) == Upos::Det
            && word > said + 2
            && (said + 1..word).all(|at| {
                matches!(
                    self.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Part
                )
            })
            && self.xpos(word - 1) == Xpos::Nn
    }

    /// "wants a ban and Karsk fears one": a conjunction, and behind it the noun phrase and the word.
    fn opens_with_and(&self, word: usize) -> bool {
        (self.children(word)).any(|and| {
            self.rel(and) == Rel::Cc
                && and + 1 < word
                && (and + 1..word).all(|at| {
                    matches!(
                        self.upos(at),
                        Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj
                    ) || self.xpos(at) == Xpos::Pos
                })
        })
    }

    /// Whether one noun phrase, and nothing else, stands between the beginning of the sentence and a word.
    pub(super) fn opens_sentence(&self, word: usize) -> bool {
        (self.sentence.start..word).all(|at| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Cconj | Upos::Num
            ) || matches!(self.xpos(at), Xpos::Pos | Xpos::Nnp | Xpos::PrpPoss)
                || at == self.sentence.start && self.forms[at] == "Both"
                || matches!(self.forms[at], "neighbouring" | "neighboring")
        })
    }

    /// Whether the clause that would be the word's has a finite verb beside it: one that neither hangs below the word nor
    /// in a clause of its own behind a semicolon.
    fn clause_is_finite(&self, word: usize) -> bool {
        let end = (word..self.sentence.end)
            .find(|&at| matches!(self.forms[at], ";" | ":" | "but" | "while" | "whereas"))
            .unwrap_or(self.sentence.end);
        (self.sentence.start..end).any(|at| {
            at != word
                && matches!(self.upos(at), Upos::Verb | Upos::Aux)
                && !matches!(self.xpos(at), Xpos::Vbg | Xpos::Vb | Xpos::Nnp)
                && !matches!(self.rel(at), Rel::Amod | Rel::Compound)
                && (self.xpos(at) != Xpos::Vbn || self.rel(at) != Rel::Acl)
                && !self.is_inside_clause_of(at, word)
        })
    }

    /// Whether a word stands behind another in a clause that hangs from it.
    fn is_inside_clause_of(&self, at: usize, word: usize) -> bool {
        let mut below = at;
        if at < word {
            return false;
        }
        for above in self.above(at).take(24) {
            if above == word {
                return matches!(
                    self.rel(below),
                    Rel::Acl
                        | Rel::AclRelcl
                        | Rel::Ccomp
                        | Rel::Advcl
                        | Rel::Xcomp
                        | Rel::Nmod
                        | Rel::Obj
                        | Rel::Obl
                ) || self.rel(below) == Rel::Conj;
            }
            below = above;
        }
        false
    }

    /// Makes a noun the finite verb of what stands before it.
    fn make_siding(&mut self, verb: usize) {
        let plural = self.xpos(verb) != Xpos::Nns;
        self.becomes_verb(verb, if plural { Xpos::Vbp } else { Xpos::Vbz });
        let (head, rel) = (self.head(verb), self.rel(verb));
        let clause = rel == Rel::Conj && self.clause_is_finite(verb);
        let last = verb - 1;
        self.join_pair(verb);
        let mut subject = self.phrase_top(last, verb);
        // What hung on the verb as on a noun belongs to the noun before it.
        let left: Vec<usize> = (self.children(verb))
            .filter(|&child| child < last && child != subject)
            .collect();
        for child in left {
            match self.rel(child) {
                Rel::Det
                | Rel::Compound
                | Rel::Amod
                | Rel::NmodPoss
                | Rel::Nummod
                | Rel::Flat
                | Rel::NmodDesc => {
                    self.attach(child, last, self.rel(child));
                }
                Rel::Nsubj => self.attach(child, last, Rel::Compound),
                Rel::Case | Rel::Cc
                    if !clause
                        && matches!(rel, Rel::Nmod | Rel::OblAgent | Rel::Obl | Rel::Conj) =>
                {
                    self.attach(child, last, self.rel(child));
                }
                _ => {}
            }
        }
        // Where the verb was hidden inside a phrase, the phrase's noun is its subject.
        let hidden = !clause
            && matches!(rel, Rel::Nmod | Rel::OblAgent | Rel::Obl | Rel::Conj)
            && head < verb;
        if hidden {
            if subject != head {
                self.attach(subject, head, rel);
            }
            subject = head;
            while !matches!(self.rel(subject), Rel::Root) && self.head(subject) < verb {
                subject = self.head(subject);
            }
        }
        match (rel, hidden) {
            (_, true) if self.rel(subject) == Rel::Root => self.attach(verb, verb, Rel::Root),
            (_, true) => self.attach(verb, self.head(subject), self.rel(subject)),
            (Rel::Obj, _) => self.attach(verb, head, Rel::Ccomp),
            (Rel::Conj, _) => {
                let first = (self.above(verb))
                    .take(8)
                    .find(|&above| self.upos(above) == Upos::Verb);
                if let Some(first) = first.filter(|&first| first < verb) {
                    self.attach(verb, first, Rel::Conj);
                }
            }
            (Rel::Compound, _) => {
                let noun = head;
                let (above, place) = (self.head(noun), self.rel(noun));
                let start = match place {
                    Rel::Root => self.sentence.start,
                    _ => above + 1,
                };
                for word in start..verb {
                    if self.head(word) == noun {
                        let to = if word == last { verb } else { last };
                        self.attach(word, to, self.rel(word));
                    }
                }
                match place {
                    Rel::Root => self.attach(verb, verb, Rel::Root),
                    _ => self.attach(verb, above, Rel::Ccomp),
                }
                self.attach(noun, verb, Rel::Obj);
                subject = self.phrase_top(last, verb);
                self.move_behind(noun, verb);
            }
            _ => {}
        }
        self.attach(subject, verb, Rel::Nsubj);
        if hidden {
            self.move_behind(subject, verb);
        }
        self.turn_complements(verb);
    }

    /// "Karsk and Belora question it", with both for parts of a noun: the second goes with the first.
    fn join_pair(&mut self, verb: usize) {
        let last = verb - 1;
        let Some(and) = (self.sentence.start + 1..last)
            .rev()
            .take(6)
            .find(|&at| self.forms[at] == "and")
        else {
            return;
        };
        let first = (self.sentence.start..and)
            .rev()
            .take(3)
            .find(|&first| self.head(first) == verb && self.rel(first) == Rel::Compound);
        if let Some(first) = first
            && self.head(last) == verb
            && self.rel(last) == Rel::Compound
        {
            self.attach(last, first, Rel::Conj);
            self.attach(and, last, Rel::Cc);
        }
    }

    /// The top of the noun phrase that ends before a verb.
    fn phrase_top(&self, last: usize, verb: usize) -> usize {
        let mut top = last;
        while self.head(top) < top
            && self.rel(top) != Rel::Root
            && self.head(top) != verb
            && matches!(self.rel(top), Rel::Flat | Rel::Conj | Rel::Compound)
        {
            top = self.head(top);
        }
        top
    }

    /// What hangs on a noun from behind its verb hangs on the verb; so does what parts them.
    fn move_behind(&mut self, noun: usize, verb: usize) {
        let last = self.sentence.end - 1;
        let moved: Vec<usize> = (self.children(noun))
            .filter(|&child| {
                child > verb && (noun < verb || self.rel(child) == Rel::Parataxis || child == last)
            })
            .collect();
        for child in moved {
            let rel = match self.rel(child) {
                Rel::Nmod => Rel::Obl,
                Rel::Acl | Rel::AclRelcl => Rel::Advcl,
                Rel::Appos | Rel::NmodUnmarked => Rel::Obj,
                rel => rel,
            };
            self.attach(child, verb, rel);
        }
    }

    /// What describes a noun completes a verb.
    pub(super) fn turn_complements(&mut self, verb: usize) {
        let behind: Vec<usize> = (self.children(verb))
            .filter(|&child| child > verb)
            .collect();
        let mut object = self.has(verb, &[Rel::Obj]);
        for child in behind {
            let rel = match self.rel(child) {
                Rel::Nmod => Rel::Obl,
                Rel::Acl if self.forms[verb + 1] == "to" && self.xpos(child) == Xpos::Vb => {
                    Rel::Xcomp
                }
                Rel::Acl if self.xpos(child) == Xpos::Vbg => Rel::Advcl,
                Rel::Acl | Rel::AclRelcl => self.content_clause(verb, child),
                Rel::Appos | Rel::NmodUnmarked | Rel::Compound | Rel::Flat | Rel::Vocative
                    if !object && self.is_nominal(child) =>
                {
                    object = true;
                    Rel::Obj
                }
                // "plan joint patrols": nothing that joins the two.
                Rel::Conj
                    if !object
                        && self.is_nominal(child)
                        && !self.has(child, &[Rel::Cc])
                        && self.upos(verb + 1) != Upos::Punct =>
                {
                    object = true;
                    Rel::Obj
                }
                _ => continue,
            };
            self.attach(child, verb, rel);
        }
    }

    /// "fears that Tolsk will leave": "that" marks what is feared.
    fn content_clause(&mut self, verb: usize, clause: usize) -> Rel {
        let that =
            (self.children(clause)).find(|&that| that == verb + 1 && self.forms[that] == "that");
        if let Some(that) = that
            && self.has(clause, SUBJECTS)
        {
            self.syntax.tags.upos[that] = Upos::Sconj;
            self.syntax.tags.xpos[that] = Xpos::In;
            self.attach(that, clause, Rel::Mark);
        }
        match self.has(clause, SUBJECTS) {
            true => Rel::Ccomp,
            false => Rel::Advcl,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_noun_with_an_object_is_the_verb_of_the_noun_before() {
        let backs = "The/DET/DT/2/det union/NOUN/NN/3/compound backs/NOUN/NNS/0/root the/DET/DT/5/det plan/NOUN/NN/3/obj \
                     but/CCONJ/CC/8/cc Tolsk/PROPN/NNP/8/nsubj rejects/VERB/VBZ/3/conj it/PRON/PRP/8/obj ./PUNCT/./3/punct";
        assert!(
            mended(backs).starts_with("The-2-det union-3-nsubj backs-0-root the-5-det plan-3-obj")
        );
    }

    #[test]
    fn what_is_feared_is_a_clause() {
        let fears = "The/DET/DT/3/det union/NOUN/NN/3/compound fears/NOUN/NNS/0/root that/PRON/WDT/7/obj Tolsk/PROPN/NNP/7/nsubj \
                     will/AUX/MD/7/aux leave/VERB/VB/3/acl:relcl ./PUNCT/./3/punct";
        assert_eq!(
            mended(fears),
            "The-2-det union-3-nsubj fears-0-root that-7-mark Tolsk-7-nsubj will-7-aux leave-3-ccomp .-3-punct"
        );
    }

    #[test]
    fn a_verb_is_hidden_in_what_describes_its_subject() {
        let states = "States/NOUN/NNS/0/root along/ADP/IN/5/case the/DET/DT/5/det river/NOUN/NN/5/compound object/NOUN/NN/1/nmod \
                      to/ADP/IN/8/case the/DET/DT/8/det plan/NOUN/NN/5/nmod ./PUNCT/./1/punct";
        assert_eq!(
            mended(states),
            "States-5-nsubj along-4-case the-4-det river-1-nmod object-0-root to-8-case the-8-det plan-5-obl .-5-punct"
        );
    }

    #[test]
    fn two_sides_pledge() {
        let pledge = "Orveth/PROPN/NNP/4/compound and/CCONJ/CC/3/cc Tolsk/PROPN/NNP/1/conj pledge/NOUN/NN/0/root to/PART/TO/6/mark \
                      share/VERB/VB/4/acl it/PRON/PRP/6/obj ./PUNCT/./4/punct";
        assert!(mended(pledge).starts_with(
            "Orveth-4-nsubj and-3-cc Tolsk-1-conj pledge-0-root to-6-mark share-4-xcomp"
        ));
    }

    #[test]
    fn a_plural_hands_over() {
        let hand = "Karsk/PROPN/NNP/2/nsubj insists/VERB/VBZ/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det rebels/NOUN/NNS/6/nsubj \
                    hand/NOUN/NN/2/ccomp over/ADP/IN/8/case guns/NOUN/NNS/6/nmod ./PUNCT/./2/punct";
        let tree = mended(hand);
        assert!(tree.contains("over-6-compound:prt guns-6-obj"), "{tree}");
    }

    #[test]
    fn demands_of_a_possessor_stay() {
        let demands = "The/DET/DT/2/det union/NOUN/NN/4/nmod:poss 's/PART/POS/2/case demands/NOUN/NNS/0/root on/ADP/IN/6/case \
                       pay/NOUN/NN/4/nmod ./PUNCT/./4/punct";
        assert!(mended(demands).contains("demands-0-root on-6-case pay-4-nmod"));
    }
}
