//! What the learned model of stances sees of a word: its lemma, its tree, the words beside it, who speaks.
//!
//! Names and numbers are seen as such and not as written, so that nothing is learnt of a place or an office-holder.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

use rapporteur_lexicon::{Lexicon, MeaningWord, StanceWord};
use rapporteur_model::{Manner, Span, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::learned::{Bag, hash, kind, mixed};
use crate::statements::Statements;
use crate::words::Words;

/// What the features are read off. What a word shows to itself and its neighbours is worked out once.
#[derive(Debug)]
pub struct Sight<'a> {
    words: &'a Words<'a>,
    statements: &'a Statements,
    lexicon: &'a Lexicon,
    /// Hashes of what is seen of each word, its form, its force, its kind of subject; 0 where not yet worked out.
    seen: Vec<Cell<u64>>,
    forms: Vec<Cell<u64>>,
    forces: Vec<Cell<u64>>,
    subjects: Vec<Cell<u64>>,
    /// Hashes of the stances that the lexicon knows of each word.
    known: Vec<OnceCell<Vec<u64>>>,
    /// Hashes of the classes of meaning, and those of each word.
    classes: Vec<u64>,
    meanings: Vec<OnceCell<&'a [u8]>>,
    /// Words that make what stands beside them hang on something or limit it, in their order, with their hashes.
    markers: Vec<(usize, u64)>,
}

impl<'a> Sight<'a> {
    /// Looks at the words of a report, given who says what and the frames that are known.
    pub fn new(words: &'a Words<'a>, statements: &'a Statements, lexicon: &'a Lexicon) -> Self {
        let empty = || vec![Cell::new(0); words.len()];
        Self {
            words,
            statements,
            lexicon,
            seen: empty(),
            forms: empty(),
            forces: empty(),
            subjects: empty(),
            known: vec![OnceCell::new(); words.len()],
            classes: lexicon
                .meanings
                .names()
                .iter()
                .map(|name| hash(name))
                .collect(),
            meanings: vec![OnceCell::new(); words.len()],
            markers: (0..words.len())
                .filter(|&word| is_marker(words.lower(word)))
                .map(|word| (word, hash(words.lower(word))))
                .collect(),
        }
    }

    /// Collects the features of a word, which the rules have `left` or not.
    pub fn features(&self, word: usize, left: bool, out: &mut Vec<u32>) {
        out.clear();
        let mut bag = Bag(out);
        self.itself(word, &mut bag);
        if left {
            self.left(word, &mut bag);
        }
        self.above(word, &mut bag);
        self.below(word, &mut bag);
        self.beside(word, &mut bag);
        self.around(word, &mut bag);
    }

    /// What the first features of a word are made of: words of which it is the same have the same ones.
    pub(super) fn sort(&self, word: usize) -> u64 {
        let words = self.words;
        let particle = match words.upos(word) {
            Upos::Verb => match words.phrasal(word) {
                Cow::Owned(phrasal) => hash(&phrasal),
                Cow::Borrowed(_) => 1,
            },
            upos => label(upos as u64),
        };
        let parts = [
            self.seen(word),
            self.xpos(word),
            self.rel(word),
            self.force(word),
            self.subject(word),
            particle,
        ];
        mixed(kind!("sort"), &parts)
    }

    /// Those of a word itself that the rules left, which come first: most words are told by them to be no cue.
    pub(super) fn first(&self, word: usize, out: &mut Vec<u32>) {
        out.clear();
        let mut bag = Bag(out);
        self.itself(word, &mut bag);
        self.left(word, &mut bag);
    }

    /// Whether the lexicon tells that stance of a word.
    pub(super) fn tells(&self, word: usize, stance: Stance) -> bool {
        self.known(word).contains(&label(stance as u64))
    }

    /// Those of its tree, which come second.
    pub(super) fn second(&self, word: usize, out: &mut Vec<u32>) {
        out.clear();
        let mut bag = Bag(out);
        self.above(word, &mut bag);
        self.below(word, &mut bag);
    }

    /// Those of the words around it, which come last.
    pub(super) fn rest(&self, word: usize, out: &mut Vec<u32>) {
        out.clear();
        let mut bag = Bag(out);
        self.beside(word, &mut bag);
        self.around(word, &mut bag);
    }
}

/// What is seen of names and of numbers.
const NAME: u64 = hash("Name");
const NUMBER: u64 = hash("#");

/// Words on each side in which such words are looked for.
const FAR: usize = 60;

/// Whether a word makes what stands beside it hang on something, or limits it.
fn is_marker(lower: &str) -> bool {
    matches!(
        lower,
        "if" | "unless"
            | "provided"
            | "providing"
            | "once"
            | "until"
            | "only"
            | "condition"
            | "exchange"
            | "return"
            | "before"
            | "after"
            | "when"
            | "without"
            | "but"
            | "never"
            | "whether"
            | "should"
            | "must"
    )
}

/// Whether a word can be the head of words that tell a stance.
pub fn may_tell(words: &Words, word: usize) -> bool {
    match words.upos(word) {
        Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv | Upos::Intj => true,
        Upos::Aux => !matches!(words.rel(word), Rel::Aux | Rel::AuxPass | Rel::Cop),
        Upos::Det | Upos::Pron | Upos::Num | Upos::Propn | Upos::Part | Upos::X => {
            words.head(word).is_none() && words.name_at(word).is_none()
        }
        Upos::Adp | Upos::Sconj => {
            words.head(word).is_none() || words.child(word, &[Rel::Cop]).is_some()
        }
        _ => false,
    }
}

/// The word of a stretch of the text that heads it as words that tell a stance.
pub(crate) fn cue(words: &Words, span: Range<usize>) -> Option<usize> {
    (words.inside(Span::new(span.start, span.end)))
        .filter(|&word| may_tell(words, word))
        .min_by_key(|&word| words.ancestors(word).count())
}

/// What is kept in a cell, worked out where it holds nothing yet.
fn kept(cell: &Cell<u64>, find: impl FnOnce() -> u64) -> u64 {
    if cell.get() == 0 {
        cell.set(find().max(1));
    }
    cell.get()
}

/// A label as a part of a feature.
const fn label(number: u64) -> u64 {
    (number + 1).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

impl<'a> Sight<'a> {
    /// The word as it is seen: its lemma, but not the name of anybody.
    fn seen(&self, word: usize) -> u64 {
        let words = self.words;
        kept(&self.seen[word], || match words.upos(word) {
            Upos::Num => NUMBER,
            Upos::Propn => NAME,
            _ if words.name_at(word).is_some() => NAME,
            Upos::Pron => hash(words.lower(word)),
            _ => hash(words.lemma(word)),
        })
    }

    fn form(&self, word: Option<usize>) -> u64 {
        let words = self.words;
        let Some(word) = word.filter(|&word| word < words.len()) else {
            return 0;
        };
        kept(&self.forms[word], || match words.upos(word) {
            Upos::Num => NUMBER,
            Upos::Propn => NAME,
            _ if words.name_at(word).is_some() => NAME,
            _ => hash(words.lower(word)),
        })
    }

    /// Modal, negation, voice and tense of a predicate.
    fn force(&self, word: usize) -> u64 {
        kept(&self.forces[word], || hash(&self.force_of(word)))
    }

    fn force_of(&self, word: usize) -> String {
        let words = self.words;
        let mut force = String::new();
        for child in words.children(word) {
            match words.rel(child) {
                Rel::Aux | Rel::AuxPass | Rel::Cop => {
                    if words.xpos(child) == Xpos::Md {
                        force.push_str(words.lower(child));
                    } else if words.rel(child) == Rel::AuxPass {
                        force.push_str("+pass");
                    } else if matches!(words.lower(child), "did" | "does" | "do") {
                        force.push_str("+do");
                    }
                }
                Rel::Advmod | Rel::Det | Rel::Cc | Rel::CcPreconj
                    if matches!(
                        words.lemma(child),
                        "not" | "n't" | "never" | "no" | "neither" | "nor" | "hardly" | "longer"
                    ) =>
                {
                    force.push_str(if words.lemma(child) == "longer" {
                        "+longer"
                    } else {
                        "+not"
                    });
                }
                Rel::Mark if words.lemma(child) == "to" => force.push_str("+to"),
                _ => {}
            }
        }
        force
    }

    /// The stances that the lexicon knows of a word.
    fn known(&self, word: usize) -> &[u64] {
        self.known[word].get_or_init(|| self.known_of(word))
    }

    fn known_of(&self, word: usize) -> Vec<u64> {
        let words = self.words;
        let (class, key) = match words.upos(word) {
            Upos::Verb => (StanceWord::Verb, words.phrasal(word)),
            Upos::Noun => (StanceWord::Noun, words.lemma(word).into()),
            Upos::Adj => (StanceWord::Adjective, words.lemma(word).into()),
            _ => return Vec::new(),
        };
        let frames = self.lexicon.stances.of(class, &key);
        let mut found: Vec<u64> = frames.map(|frame| label(frame.stance as u64)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Hashes of the classes of meaning of a word.
    fn meanings(&self, word: usize) -> impl Iterator<Item = u64> {
        let classes = self.meanings[word].get_or_init(|| self.meanings_of(word));
        classes
            .iter()
            .map(|&class| self.classes[usize::from(class)])
    }

    fn meanings_of(&self, word: usize) -> &'a [u8] {
        let (words, meanings) = (self.words, &self.lexicon.meanings);
        let kind = match words.upos(word) {
            Upos::Verb => MeaningWord::Verb,
            Upos::Noun => MeaningWord::Noun,
            Upos::Adj => MeaningWord::Adjective,
            Upos::Adv => MeaningWord::Adverb,
            Upos::Intj => MeaningWord::Interjection,
            _ => return &[],
        };
        if words.name_at(word).is_some() {
            return &[];
        }
        if kind == MeaningWord::Verb {
            let phrasal = meanings.of(kind, &words.phrasal(word));
            if !phrasal.is_empty() {
                return phrasal;
            }
        }
        meanings.of(kind, words.lemma(word))
    }

    /// What kind of subject a predicate has.
    fn subject(&self, word: usize) -> u64 {
        let words = self.words;
        kept(&self.subjects[word], || match words.subject(word) {
            None => kind!("none"),
            Some(subject) => match words.upos(subject) {
                Upos::Propn => NAME,
                Upos::Pron | Upos::Det => hash(words.lower(subject)),
                _ if words.name_at(subject).is_some() => NAME,
                _ => kind!("noun"),
            },
        })
    }

    fn rel(&self, word: usize) -> u64 {
        label(self.words.rel(word) as u64)
    }

    fn xpos(&self, word: usize) -> u64 {
        label(self.words.xpos(word) as u64)
    }

    fn itself(&self, word: usize, bag: &mut Bag) {
        let words = self.words;
        let (seen, xpos, rel) = (self.seen(word), self.xpos(word), self.rel(word));
        let force = self.force(word);
        let subject = self.subject(word);
        bag.add(kind!("bias"), &[xpos]);
        bag.add(kind!("lemma"), &[seen]);
        bag.add(kind!("lemma xpos"), &[seen, xpos]);
        bag.add(kind!("lemma rel"), &[seen, rel]);
        bag.add(kind!("lemma force"), &[seen, force]);
        bag.add(kind!("xpos rel"), &[xpos, rel]);
        bag.add(kind!("xpos force"), &[xpos, force]);
        bag.add(kind!("lemma subject"), &[seen, subject]);
        bag.add(kind!("subject force"), &[subject, force]);
        if words.upos(word) == Upos::Verb {
            let phrasal = words.phrasal(word);
            if phrasal != words.lemma(word) {
                let phrasal = hash(&phrasal);
                bag.add(kind!("phrasal"), &[phrasal]);
                bag.add(kind!("phrasal force"), &[phrasal, force]);
            }
        }
        for class in self.meanings(word) {
            bag.add(kind!("class"), &[class]);
            bag.add(kind!("class force"), &[class, force]);
            bag.add(kind!("class xpos rel"), &[class, xpos, rel]);
            bag.add(kind!("class subject"), &[class, subject]);
        }
        for &known in self.known(word) {
            bag.add(kind!("known"), &[known]);
            bag.add(kind!("known force"), &[known, force]);
            bag.add(kind!("known xpos rel"), &[known, xpos, rel]);
            bag.add(kind!("known subject"), &[known, subject]);
        }
    }

    /// What a frame looked at and did not take tells a stance more seldom than other words that the lexicon knows.
    fn left(&self, word: usize, bag: &mut Bag) {
        let (seen, xpos, rel) = (self.seen(word), self.xpos(word), self.rel(word));
        let (force, subject) = (self.force(word), self.subject(word));
        bag.add(kind!("left"), &[xpos]);
        bag.add(kind!("left rel"), &[xpos, rel]);
        bag.add(kind!("left lemma"), &[seen]);
        bag.add(kind!("left force"), &[force]);
        for &known in self.known(word) {
            bag.add(kind!("left known"), &[known]);
            bag.add(kind!("left known force"), &[known, force]);
            bag.add(kind!("left known xpos rel"), &[known, xpos, rel]);
            bag.add(kind!("left known lemma"), &[known, seen]);
            bag.add(kind!("left known subject"), &[known, subject]);
        }
    }

    fn above(&self, word: usize, bag: &mut Bag) {
        let words = self.words;
        let (seen, rel) = (self.seen(word), self.rel(word));
        let Some(head) = words.head(word) else {
            bag.add(kind!("root"), &[seen]);
            return;
        };
        let (higher, tag) = (self.seen(head), self.xpos(head));
        let force = self.force(head);
        bag.add(kind!("head"), &[higher, rel]);
        bag.add(kind!("head lemma"), &[higher, rel, seen]);
        bag.add(kind!("head tag"), &[tag, rel, self.rel(head)]);
        bag.add(kind!("head force"), &[rel, force]);
        bag.add(kind!("head force lemma"), &[seen, force]);
        bag.add(kind!("head subject"), &[rel, self.subject(head)]);
        for &known in self.known(head) {
            bag.add(kind!("head known"), &[known, rel]);
            bag.add(kind!("head known lemma"), &[known, rel, seen]);
        }
        for class in self.meanings(head) {
            bag.add(kind!("head class"), &[class, rel]);
            bag.add(kind!("head class lemma"), &[class, rel, seen]);
            for own in self.meanings(word) {
                bag.add(kind!("head class class"), &[class, rel, own]);
            }
        }
        if let Some(top) = words.head(head) {
            bag.add(kind!("top"), &[self.seen(top), self.rel(head), rel]);
        }
        // Inside an if-clause and the like.
        for above in std::iter::once(word).chain(words.ancestors(word)).take(4) {
            if let Some(mark) = words.child(above, &[Rel::Mark]) {
                bag.add(kind!("mark"), &[hash(words.lemma(mark)), self.rel(above)]);
                bag.add(kind!("mark lemma"), &[hash(words.lemma(mark)), seen]);
            }
        }
    }

    fn below(&self, word: usize, bag: &mut Bag) {
        let words = self.words;
        let seen = self.seen(word);
        for child in words.children(word) {
            if words.upos(child) == Upos::Punct {
                continue;
            }
            let (rel, lower) = (self.rel(child), self.seen(child));
            let side = u64::from(child < word);
            bag.add(kind!("child rel"), &[rel, side]);
            bag.add(kind!("child rel lemma"), &[rel, seen]);
            bag.add(kind!("child"), &[rel, lower]);
            bag.add(kind!("child lemma"), &[rel, lower, seen]);
            bag.add(kind!("child tag"), &[rel, self.xpos(child)]);
            for &known in self.known(child) {
                bag.add(kind!("child known"), &[known, rel]);
                bag.add(kind!("child known lemma"), &[known, rel, seen]);
            }
            for class in self.meanings(child) {
                bag.add(kind!("child class"), &[class, rel]);
                bag.add(kind!("child class lemma"), &[class, rel, seen]);
                for own in self.meanings(word) {
                    bag.add(kind!("child class class"), &[class, rel, own]);
                }
            }
            for own in words.children(child) {
                if words.upos(own) == Upos::Punct {
                    continue;
                }
                for class in self.meanings(own) {
                    bag.add(kind!("grandchild class"), &[rel, self.rel(own), class]);
                }
                let (low, lowest) = (self.rel(own), self.seen(own));
                bag.add(kind!("grandchild"), &[rel, low, lowest]);
                bag.add(kind!("grandchild lemma"), &[seen, low, lowest]);
                if matches!(words.rel(own), Rel::Case | Rel::Mark) {
                    bag.add(kind!("case lemma"), &[seen, rel, lowest, lower]);
                    bag.add(kind!("case"), &[rel, lowest, lower]);
                }
            }
        }
    }

    fn beside(&self, word: usize, bag: &mut Bag) {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(word));
        let at = |offset: isize| {
            word.checked_add_signed(offset)
                .filter(|place| sentence.contains(place))
        };
        let form = |offset: isize| self.form(at(offset));
        let (b3, b2, b1, own) = (form(-3), form(-2), form(-1), form(0));
        let (a1, a2, a3) = (form(1), form(2), form(3));
        for (name, parts) in [
            (kind!("b2"), [b2].as_slice()),
            (kind!("b1"), &[b1]),
            (kind!("own"), &[own]),
            (kind!("a1"), &[a1]),
            (kind!("a2"), &[a2]),
            (kind!("b1 own"), &[b1, own]),
            (kind!("own a1"), &[own, a1]),
            (kind!("b2 b1"), &[b2, b1]),
            (kind!("a1 a2"), &[a1, a2]),
            (kind!("b1 a1"), &[b1, a1]),
            (kind!("b2 b1 own"), &[b2, b1, own]),
            (kind!("b1 own a1"), &[b1, own, a1]),
            (kind!("own a1 a2"), &[own, a1, a2]),
            (kind!("b3 b2 b1 own"), &[b3, b2, b1, own]),
            (kind!("b2 b1 own a1"), &[b2, b1, own, a1]),
            (kind!("b1 own a1 a2"), &[b1, own, a1, a2]),
            (kind!("own a1 a2 a3"), &[own, a1, a2, a3]),
        ] {
            bag.add(name, parts);
        }
        for place in word.saturating_sub(5).max(sentence.start)..(word + 6).min(sentence.end) {
            if words.upos(place) != Upos::Punct && place != word {
                let side = u64::from(place < word);
                bag.add(kind!("near"), &[side, self.seen(place)]);
                for class in self.meanings(place) {
                    bag.add(kind!("near class"), &[side, class]);
                }
            }
        }
    }

    fn around(&self, word: usize, bag: &mut Bag) {
        let words = self.words;
        let seen = self.seen(word);
        let sentence = words.sentence(words.sentence_of(word));
        let force = self.force(word);
        let near = word.saturating_sub(FAR).max(sentence.start)..(word + FAR).min(sentence.end);
        let from = (self.markers).partition_point(|&(place, _)| place < near.start);
        let markers = (self.markers[from..].iter()).take_while(|&&(place, _)| place < near.end);
        for &(place, lower) in markers.filter(|&&(place, _)| place != word) {
            let side = u64::from(place < word);
            bag.add(kind!("marker"), &[lower, side]);
            bag.add(kind!("marker force"), &[lower, side, force]);
            bag.add(kind!("marker lemma"), &[lower, seen]);
        }
        let asks =
            words.form(sentence.end - 1) == "?" || words.form(sentence.end.max(2) - 2) == "?";
        if asks {
            bag.add(kind!("question"), &[]);
        }
        let length = match sentence.len() {
            0..4 => 1,
            4..8 => 2,
            8..14 => 3,
            _ => 4,
        };
        bag.add(kind!("length"), &[length, self.rel(word)]);
        let statement = self.statements.around(word).next();
        let (manner, cue) = match statement.map(|index| &self.statements.all[index]) {
            None => (0, 0),
            Some(statement) => (
                if statement.manner == Manner::Indirect {
                    1
                } else {
                    2
                },
                statement.cue_head.map_or(0, |cue| hash(words.lemma(cue))),
            ),
        };
        bag.add(kind!("manner"), &[manner]);
        bag.add(kind!("manner rel"), &[manner, self.rel(word)]);
        bag.add(kind!("manner lemma"), &[manner, seen]);
        bag.add(kind!("manner subject"), &[manner, self.subject(word)]);
        bag.add(kind!("cue"), &[cue, manner]);
        for class in self.meanings(word) {
            bag.add(kind!("manner class"), &[manner, class]);
        }
    }
}
