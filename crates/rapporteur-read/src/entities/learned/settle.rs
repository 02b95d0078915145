//! Where the learned model has a say: bodies whose names no class of words knows, or knows a part of.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ActorType;

use super::super::classes::Classes;
use super::super::doubts::is_land;
use super::super::names::PieceKind;
use super::{NameType, Weights};
use crate::words::Words;
use rapporteur_syntax::{NameKind, Rel, Upos, Xpos};

/// How sure the model must be of a name that is longer than the rules make it.
const LONGER: f32 = 5.0;
/// How sure it must be of what a name is that the rules leave open.
const OPEN: f32 = 8.0;

/// How sure it must be where the rules see a person.
const PERSON: f32 = 12.0;

/// Nouns before a number that is part of a name: "Dockers' Local 88".
const NUMBERED: &[&str] = &[
    "local", "branch", "lodge", "ward", "section", "district", "chapter", "no", "number", "circle",
    "region", "division", "brigade", "hill", "block", "group",
];

/// Words before a name among which the bracket is looked for that it stands in.
const NEAR: usize = 20;
/// Words of a sentence that tell whether all of it is in capitals.
const MANY: usize = 200;

/// Classes of nouns of bodies and of their members.
const NOUNS: &[&str] = &[
    "bodies",
    "a-union",
    "a-movement",
    "a-company",
    "a-force",
    "political",
    "persons",
    "union",
    "company",
    "party",
    "kin",
];

/// What is looked at to doubt a name.
struct Doubt<'a> {
    words: &'a Words<'a>,
    lexicon: &'a Lexicon,
    classes: &'a Classes,
}

impl Doubt<'_> {
    fn has(&self, classes: &[&str], word: usize) -> bool {
        let lower = self.words.lower(word);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        classes
            .iter()
            .any(|class| self.classes.has(class, lower) || self.classes.has(class, one))
    }

    /// A noun of an office, in the singular.
    fn is_title(&self, word: usize) -> bool {
        self.classes.is_title(self.words.lower(word))
    }

    /// Whether words are more than the name of one body: an office with or without its holder ("Minister of Labour", "Liberal
    /// leader Ida Moss"), an owner and what is owned ("Halden's Liberals", "the Greens' Ida Moss", "the Liberals of Ada Brun"), a counted thing ("Article
    /// 5"), people of states ("U.S.-South Korean"), a word that opens the sentence, a surname ("Moss-Brod").
    fn doubts(&self, name: &Range<usize>) -> bool {
        let (words, last) = (self.words, name.end - 1);
        let people = self.lexicon.gazetteer.demonym(words.form(last));
        self.is_office(name)
            || self.is_of_somebody(name)
            || self.is_addressed(name)
            || self.is_heads_of_state(name)
            || self.is_owned(name)
            || self.is_counted(name)
            || self.opens(name)
            || people.is_some_and(|people| people.adjective)
            || self.is_of_state(name)
            || self.is_full_name(name)
            // "Ida Moss (Lib, Harrow East)"
            || (words.sentence(words.sentence_of(name.start)).start..name.start)
                .rev()
                .take(NEAR)
                .find(|&mark| matches!(words.form(mark), "(" | ")"))
                .is_some_and(|mark| words.form(mark) == "(")
            || !words.text_of(name.clone()).contains(' ')
    }

    /// "Ida Moss", as the model of words sees it, or "Ida Moss (Lib": two words, none of them a noun of a body.
    fn is_full_name(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let seat =
            words.form(name.end) == "(" && words.form(name.end + 1).starts_with(char::is_uppercase);
        let person = |word| {
            let found = words.name_at(word);
            found.is_some_and(|name| name.kind == NameKind::Person)
        };
        name.len() == 2
            && (name.clone()).all(|word| !self.has(NOUNS, word) && (seat || person(word)))
    }

    /// "the Governments of Ecuador and Peru"
    fn is_of_state(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        words.form(name.start + 1) == "of"
            && words.form(name.start).ends_with('s')
            && (name.start + 2..name.end)
                .any(|word| self.lexicon.gazetteer.country(words.form(word)).is_some())
    }

    fn is_office(&self, name: &Range<usize>) -> bool {
        let (words, last) = (self.words, name.end - 1);
        let singular = |word: usize| !words.form(word).ends_with('s');
        self.is_title(name.start)
            || self.is_title(last) && singular(last)
            || (name.start..last).any(|word| {
                let next = words.form(word + 1);
                let held = next.starts_with(char::is_uppercase) && !self.has(NOUNS, last);
                self.is_title(word) && singular(word) && (held || matches!(next, "of" | "for"))
            })
            // "Minister of | Foreign Affairs"
            || name.start >= 2
                && matches!(words.form(name.start - 1), "of" | "for")
                && self.is_title(name.start - 2)
    }

    /// "Ada Brun of General Workers": somebody, and the body that somebody is of.
    fn is_of_somebody(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let of = name.clone().find(|&word| words.form(word) == "of");
        of.is_some_and(|of| {
            (2..=3).contains(&(of - name.start))
                && (name.start..of).all(|word| {
                    !self.has(NOUNS, word)
                        && words.upos(word) == Upos::Propn
                        && (word == name.start || words.rel(word) == Rel::Flat)
                })
        })
    }

    /// "Gen. Yasser al-Brun": behind a form of address stands a person.
    fn is_addressed(&self, name: &Range<usize>) -> bool {
        let before = name.start.checked_sub(1);
        before.is_some_and(|word| {
            self.words.form(word).starts_with(char::is_uppercase)
                && self.classes.has("address", self.words.lower(word))
        })
    }

    /// "the Heads of State and Government of the Coastal League"
    fn is_heads_of_state(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        words.lower(name.start) == "heads"
            || words.lower(name.start) == "government"
                && name.start >= 2
                && matches!(words.form(name.start - 1), "and" | "or")
                && matches!(words.lower(name.start - 2), "state" | "states")
    }

    fn is_owned(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        (name.start + 1..name.end - 1).any(|word| match words.form(word) {
            "'s" | "’s" => words.upos(word - 1) == Upos::Propn && !self.is_title(word - 1),
            "of" if self.has(&["political"], word - 1) => name.end - word <= 3,
            "'" | "’" => {
                let owned = words.name_at(word + 1);
                owned.is_some_and(|owned| owned.kind == NameKind::Person)
            }
            _ => false,
        })
    }

    fn is_counted(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let number = |word: usize| words.form(word).starts_with(|c: char| c.is_ascii_digit());
        let first = words.lower(name.start);
        // "Third Session of the Commission"
        let ordinal = words.xpos(name.start) == Xpos::Jj
            && (matches!(first, "first" | "second" | "third") || first.ends_with("th"));
        let counted = name.clone().any(|word| {
            number(word) && !(word > name.start && NUMBERED.contains(&words.lower(word - 1)))
        });
        ordinal || counted
    }

    /// "Neighbouring Velmar", "Landings of Nile perch", "And Velmar": a capital from the sentence; or all are capitals.
    fn opens(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(name.start));
        let small = matches!(
            words.upos(name.start),
            Upos::Cconj
                | Upos::Adv
                | Upos::Sconj
                | Upos::Adp
                | Upos::Aux
                | Upos::Pron
                | Upos::Part
                | Upos::Det
        );
        let first = name.start == sentence.start
            && match words.xpos(name.start) {
                Xpos::Jj | Xpos::Vbg | Xpos::Vbn | Xpos::Rb => name.len() == 2,
                Xpos::Nns | Xpos::Nn => {
                    words.form(name.start + 1) == "of" && !self.has(NOUNS, name.start)
                }
                _ => false,
            };
        small
            || first
            || !sentence
                .clone()
                .take(MANY)
                .any(|word| words.form(word).contains(char::is_lowercase))
    }
}

/// The names that the model finds in a report. What it thinks of one mention counts for all of the same name.
#[derive(Debug, Default)]
pub(in crate::entities) struct Learned {
    /// By first word: all words, what they name, how sure that is.
    found: HashMap<usize, (Range<usize>, NameType, f32)>,
    /// First words of those that look like more than a name.
    doubtful: HashSet<usize>,
}

impl Learned {
    /// Looks a report over.
    pub fn new(words: &Words, lexicon: &Lexicon, classes: &Classes) -> Self {
        let doubt = Doubt {
            words,
            lexicon,
            classes,
        };
        let found = Weights::embedded().find(words, lexicon);
        let mut votes: HashMap<String, Vec<(NameType, f32)>> = HashMap::new();
        for name in &found {
            let text = words.text_of(name.words.clone()).replace('’', "'");
            let of_name = votes.entry(text).or_default();
            match of_name.iter_mut().find(|(kind, _)| *kind == name.kind) {
                Some((_, sum)) => *sum += name.margin,
                None => of_name.push((name.kind, name.margin)),
            }
        }
        let doubtful = (found.iter())
            .filter(|name| {
                // "Little Merin": what a land is called, the report has to tell.
                let land = name.kind == NameType::Company && is_land(words.lower(name.words.start));
                land || doubt.doubts(&name.words)
            })
            .map(|name| name.words.start)
            .collect();
        let apart: HashSet<String> = (found.iter())
            .map(|name| words.text_of(name.words.clone()).to_owned())
            .collect();
        let found = found.into_iter().filter(|name| {
            // "the Greens and Liberals", each named elsewhere by itself.
            let text = words.text_of(name.words.clone());
            !text
                .split_once(" and ")
                .is_some_and(|(one, other)| apart.contains(one) || apart.contains(other))
        });
        let names = found.map(|name| {
            let text = words.text_of(name.words.clone()).replace('’', "'");
            let best = (votes[&text].iter().copied())
                .reduce(|best, other| if other.1 > best.1 { other } else { best })
                .unwrap_or((name.kind, name.margin));
            (name.words.start, (name.words, best.0, best.1))
        });
        Self {
            found: names.collect(),
            doubtful,
        }
    }

    /// The body whose name begins at a word, if the model is sure of one.
    pub fn body_at(&self, word: usize) -> Option<(Range<usize>, ActorType)> {
        let (words, kind, margin) = self.found.get(&word)?;
        let body = kind
            .body()
            .filter(|_| !self.doubtful.contains(&word) && words.len() > 1)?;
        (*margin >= LONGER).then(|| (words.clone(), body))
    }

    /// What the model thinks of a name of those words, and how sure it is.
    pub fn named(&self, name: &Range<usize>) -> Option<(NameType, f32)> {
        let (words, kind, margin) = self.found.get(&name.start)?;
        (words == name).then_some((*kind, *margin))
    }

    /// What begins at a word, given what the rules make of it: the number of its words, what it is, and whether another is
    /// `joined` to it.
    pub fn settle(
        &self,
        at: usize,
        length: usize,
        kind: Option<PieceKind>,
        joined: bool,
        told: impl Fn(Range<usize>) -> Option<PieceKind>,
    ) -> (usize, Option<PieceKind>) {
        let Some((words, learned, margin)) = self.found.get(&at) else {
            return (length, kind);
        };
        let Some(body) = learned.body().filter(|_| !self.doubtful.contains(&at)) else {
            return (length, kind);
        };
        // "the UK Government", "the Chilean Navy": whose body it is, the rules tell.
        let of_a_state = matches!(kind, Some(PieceKind::State(_) | PieceKind::Demonym(..)))
            && matches!(body, ActorType::GovernmentBody | ActorType::ArmedGroup);
        // "Airline Merin Blue": a common noun that opens the sentence.
        let noun = kind.is_none() && length == 1;
        // "Marova and Ostrel"
        let fellows = joined
            && matches!(
                kind,
                Some(PieceKind::State(_) | PieceKind::Known(_) | PieceKind::Capital(_))
            );
        let longer = !of_a_state && !noun && !fellows && words.len() > length && *margin >= LONGER;
        let open = words.len() == length
            && words.len() > 1
            && match kind {
                None | Some(PieceKind::Open) => *margin >= OPEN,
                Some(PieceKind::Person) => *margin >= PERSON,
                _ => false,
            };
        if longer || open {
            // What the last word tells is surer than what the model thinks.
            let told = told(words.clone()).unwrap_or(PieceKind::Organisation(body));
            return (words.len(), Some(told));
        }
        (length, kind)
    }
}
