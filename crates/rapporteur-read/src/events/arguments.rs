//! Where those stand in a clause or a noun phrase who do a deed, and those to whom it is done.

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::circumstances::is_hosting;
use super::classes::Side;
use super::deeds::{Deed, Reader, Shape};

impl Reader<'_, '_> {
    /// Heads of the noun phrases where the actors of a deed stand.
    pub(crate) fn actors(&self, deed: Deed) -> Vec<usize> {
        match deed.shape {
            Shape::Verb if deed.head != deed.clause => Vec::new(),
            Shape::Adjective => self
                .words
                .child(deed.clause, &[Rel::Nsubj, Rel::NsubjPass])
                .or_else(|| self.doer(deed.clause))
                .into_iter()
                .flat_map(|noun| self.doers(noun))
                .collect(),
            Shape::Verb => self
                .doer(deed.clause)
                .into_iter()
                .flat_map(|noun| self.doers(noun))
                .collect(),
            // Who hosts or leads talks is no side of them.
            Shape::Light if is_hosting(self.words.lemma(deed.clause)) => self.partners(deed.head),
            Shape::Light if self.is_suffered(deed) => self.inflicters(deed),
            Shape::Light => match self.doer(deed.clause) {
                Some(noun) => self.doers(noun),
                None => self.partners(deed.head),
            },
            Shape::Aspect | Shape::Moved | Shape::Noun => self.partners(deed.head),
        }
    }

    /// "came under attack", "survived an attempt on his life": the subject is the one it is done to.
    pub(super) fn is_suffered(&self, deed: Deed) -> bool {
        let words = self.words;
        let under = || {
            words
                .child(deed.head, &[Rel::Case])
                .is_some_and(|case| words.lemma(case) == "under")
        };
        deed.shape == Shape::Light
            && (matches!(
                words.lemma(deed.clause),
                "suffer" | "survive" | "escape" | "endure" | "weather" | "face"
            ) || under())
    }

    /// Who did what somebody suffered: "came under attack from rebels", "survived an attack by rebels".
    pub(super) fn inflicters(&self, deed: Deed) -> Vec<usize> {
        let from = ["by", "from"];
        let words = self.words;
        let mut found = self.partners(deed.head);
        found.extend(words.with_case(deed.head, &from));
        found.extend(words.with_case(deed.clause, &from));
        found.dedup();
        found
    }

    /// A subject; for a deed as subject ("the raid killed"), those who did it.
    pub(super) fn doers(&self, noun: usize) -> Vec<usize> {
        let counted = self.counted(noun);
        let carried = self.passengers(counted);
        if !carried.is_empty() {
            return carried;
        }
        if self.entities.actor(counted).is_none() && self.noun(counted).is_some() {
            let by = self.partners(counted);
            if !by.is_empty() {
                return by;
            }
        }
        vec![counted]
    }

    /// "a convoy carrying A and B arrived": those who came in it.
    pub(super) fn passengers(&self, noun: usize) -> Vec<usize> {
        let words = self.words;
        words
            .children_by(noun, &[Rel::Acl])
            .find(|&verb| {
                matches!(
                    words.lemma(verb),
                    "carry" | "transport" | "bring" | "take" | "ferry" | "drive" | "fly" | "bear"
                ) && words.xpos(verb) == rapporteur_syntax::Xpos::Vbg
            })
            .map(|verb| match words.child(verb, &[Rel::Obj]) {
                Some(first) => words.conjuncts(first),
                None => (verb + 1..words.subtree(verb).end)
                    .filter(|&word| self.entities.actor(word).is_some())
                    .collect(),
            })
            .unwrap_or_default()
    }

    /// Those who are named with a noun of a deed: "between A and B", "A's", "by A", "A and B's".
    pub(crate) fn partners(&self, noun: usize) -> Vec<usize> {
        let words = self.words;
        let mut found: Vec<usize> = Vec::new();
        found.extend(words.with_case(noun, &["between", "among", "involving"]));
        // "talks brokered by Norway between A and B"
        if found.is_empty() {
            let led = words.children_by(noun, &[Rel::Acl]);
            found.extend(
                led.filter(|&clause| is_hosting(words.lemma(clause)))
                    .flat_map(|clause| {
                        words
                            .with_case(clause, &["between", "among"])
                            .collect::<Vec<_>>()
                    }),
            );
        }
        if found.is_empty() {
            found.extend(words.child(noun, &[Rel::NmodPoss]));
            found.extend(words.with_case(noun, &["by"]));
            let named = |child: &usize| {
                self.entities.actor(*child).is_some()
                    || matches!(words.xpos(*child), Xpos::Nnp | Xpos::Nnps)
                    || words
                        .form(*child)
                        .chars()
                        .next()
                        .is_some_and(char::is_uppercase)
            };
            if found.is_empty() {
                found.extend(
                    words
                        .children_by(noun, &[Rel::Amod, Rel::Compound])
                        .filter(named),
                );
            }
            if found.is_empty() {
                found.extend(words.with_case(noun, &["of"]).filter(named));
            }
        }
        found
    }

    /// To whom: the indirect object, or the first of two objects.
    pub(super) fn addressee(&self, word: usize) -> Option<usize> {
        self.words.child(word, &[Rel::Iobj]).or_else(|| {
            let mut objects = self.words.children_by(word, &[Rel::Obj]);
            let first = objects.next()?;
            objects.next().map(|_| first)
        })
    }

    /// Heads of the noun phrases where the other side stands, first as the class has it.
    pub(crate) fn recipients(&self, deed: Deed) -> Vec<usize> {
        let words = self.words;
        let class = self.class(deed);
        if self.is_suffered(deed) {
            return self.doer(deed.clause).into_iter().collect();
        }
        for side in &class.to {
            let found: Vec<usize> = match side {
                Side::Object => match deed.shape {
                    Shape::Verb => self
                        .thing(deed.clause)
                        .or_else(|| words.child(deed.clause, &[Rel::Iobj]))
                        .into_iter()
                        .collect(),
                    _ => Vec::new(),
                },
                Side::ObjectPerson => match deed.shape {
                    Shape::Verb => self
                        .addressee(deed.clause)
                        .or_else(|| self.thing(deed.clause))
                        .filter(|&noun| self.is_somebody(noun))
                        .into_iter()
                        .collect(),
                    _ => Vec::new(),
                },
                Side::Iobj => self.addressee(deed.clause).into_iter().collect(),
                Side::Subject => self.doer(deed.clause).into_iter().collect(),
                Side::SubjectOf => self
                    .content(deed.clause)
                    .into_iter()
                    .filter_map(|content| {
                        words.child(content, &[Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter])
                    })
                    .collect(),
                Side::After(preposition) => {
                    let case = [preposition.as_str()];
                    let at_head = words.with_case(deed.head, &case);
                    let at_clause = words.with_case(deed.clause, &case);
                    let thing = self
                        .thing(deed.clause)
                        .filter(|_| deed.shape == Shape::Verb);
                    // "discussed the dispute with Orveth": with whom the dispute is.
                    let at_thing = thing
                        .filter(|&noun| !class.joint || !is_of_two(words.lemma(noun)))
                        .into_iter()
                        .flat_map(|noun| words.with_case(noun, &case).collect::<Vec<_>>());
                    at_head
                        .chain(at_clause)
                        .chain(at_thing)
                        .filter(|&noun| words.upos(noun) != Upos::Verb && !self.is_time(noun))
                        .take(1)
                        .collect()
                }
            };
            if !found.is_empty() {
                return found.into_iter().map(|noun| self.counted(noun)).collect();
            }
        }
        Vec::new()
    }

    /// Whether a noun phrase names somebody rather than something.
    pub(crate) fn is_somebody(&self, noun: usize) -> bool {
        let words = self.words;
        self.entities.actor(noun).is_some()
            || words.upos(noun) == Upos::Propn
            || (words.upos(noun) == Upos::Pron
                && !matches!(words.lemma(noun), "it" | "that" | "this" | "which"))
            || words.children_by(noun, &[Rel::Amod]).any(|child| {
                words
                    .form(child)
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase)
            }) && self.noun(noun).is_none()
    }
}

/// What somebody has with somebody else, whoever talks of it.
fn is_of_two(lemma: &str) -> bool {
    matches!(
        lemma,
        "dispute"
            | "border"
            | "relation"
            | "relationship"
            | "tie"
            | "link"
            | "war"
            | "conflict"
            | "row"
            | "quarrel"
            | "trade"
            | "problem"
            | "crisis"
            | "boundary"
            | "frontier"
            | "rift"
    )
}
