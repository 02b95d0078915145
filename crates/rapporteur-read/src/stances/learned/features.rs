//! What the learned model of stances sees of a word: its lemma, its tree, the words beside it, who speaks.
//!
//! Names and numbers are seen as such and not as written, so that nothing is learnt of a place or an office-holder.

use rapporteur_lexicon::{Lexicon, StanceWord};
use rapporteur_model::{Manner, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::learned::Bag;
use crate::statements::Statements;
use crate::words::Words;

/// What the features are read off.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The words.
    pub words: &'a Words<'a>,
    /// Who says what.
    pub statements: &'a Statements,
    /// The frames that are known of words.
    pub lexicon: &'a Lexicon,
}

/// What the lexicon knows of a word that the model takes to tell a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing.
    Nothing,
    /// Frames of other stances.
    Otherwise,
    /// A frame of that stance, or one that tells it when it is denied.
    Same,
}

impl View<'_> {
    /// What the lexicon knows of a word, alone or with the preposition behind it.
    pub(super) fn knows(&self, word: usize, stance: Stance) -> Known {
        let words = self.words;
        let (class, key) = match words.upos(word) {
            Upos::Verb => (StanceWord::Verb, words.phrasal(word)),
            Upos::Noun => (StanceWord::Noun, words.lemma(word).to_owned()),
            Upos::Adj => (StanceWord::Adjective, words.lemma(word).to_owned()),
            _ => return Known::Nothing,
        };
        let with_next = format!("{} {}", words.lemma(word), words.lemma(word + 1));
        let mut found = Known::Nothing;
        for key in [key, with_next] {
            for frame in self.lexicon.stances.of(class, &key) {
                if frame.stance == stance || frame.negated == Some(stance) {
                    return Known::Same;
                }
                found = Known::Otherwise;
            }
        }
        found
    }
}

/// Words that make what stands beside them hang on something, or limit it.
const MARKERS: &[&str] = &[
    "if",
    "unless",
    "provided",
    "providing",
    "once",
    "until",
    "only",
    "condition",
    "exchange",
    "return",
    "before",
    "after",
    "when",
    "without",
    "but",
    "never",
    "whether",
    "should",
    "must",
];

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

/// Collects the features of a word, as 32-bit hashes.
pub fn features(view: View, word: usize, out: &mut Vec<u32>) {
    out.clear();
    let mut look = Look {
        view,
        bag: Bag(out),
    };
    look.itself(word);
    look.above(word);
    look.below(word);
    look.beside(word);
    look.around(word);
}

struct Look<'a, 'b> {
    view: View<'a>,
    bag: Bag<'b>,
}

impl<'a> Look<'a, '_> {
    fn add(&mut self, kind: &str, parts: &[&str]) {
        self.bag.add(kind, parts);
    }

    /// The word as it is seen: its lemma, but not the name of anybody.
    fn seen(&self, word: usize) -> &'a str {
        let words = self.view.words;
        match words.upos(word) {
            Upos::Num => "#",
            Upos::Propn => "Name",
            _ if words.name_at(word).is_some() => "Name",
            Upos::Pron => words.lower(word),
            _ => words.lemma(word),
        }
    }

    fn form(&self, word: Option<usize>) -> &'a str {
        let words = self.view.words;
        match word.filter(|&word| word < words.len()) {
            None => "",
            Some(word) if words.upos(word) == Upos::Num => "#",
            Some(word) if words.upos(word) == Upos::Propn || words.name_at(word).is_some() => {
                "Name"
            }
            Some(word) => words.lower(word),
        }
    }

    /// Modal, negation, voice and tense of a predicate.
    fn force(&self, word: usize) -> String {
        let words = self.view.words;
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
    fn known(&self, word: usize) -> Vec<&'static str> {
        let words = self.view.words;
        let (class, key) = match words.upos(word) {
            Upos::Verb => (StanceWord::Verb, words.phrasal(word)),
            Upos::Noun => (StanceWord::Noun, words.lemma(word).to_owned()),
            Upos::Adj => (StanceWord::Adjective, words.lemma(word).to_owned()),
            _ => return Vec::new(),
        };
        let frames = self.view.lexicon.stances.of(class, &key);
        let mut found: Vec<&'static str> = frames.map(|frame| frame.stance.as_str()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What kind of subject a predicate has.
    fn subject(&self, word: usize) -> &'a str {
        let words = self.view.words;
        match words.subject(word) {
            None => "none",
            Some(subject) => match words.upos(subject) {
                Upos::Propn => "Name",
                Upos::Pron | Upos::Det => words.lower(subject),
                _ if words.name_at(subject).is_some() => "Name",
                _ => "noun",
            },
        }
    }

    fn itself(&mut self, word: usize) {
        let words = self.view.words;
        let (seen, xpos, rel) = (self.seen(word), words.xpos(word), words.rel(word));
        let (xpos, rel) = (xpos.as_str(), rel.as_str());
        let force = self.force(word);
        let subject = self.subject(word);
        self.add("bias", &[xpos]);
        self.add("lemma", &[seen]);
        self.add("lemma xpos", &[seen, xpos]);
        self.add("lemma rel", &[seen, rel]);
        self.add("lemma force", &[seen, &force]);
        self.add("xpos rel", &[xpos, rel]);
        self.add("xpos force", &[xpos, &force]);
        self.add("lemma subject", &[seen, subject]);
        self.add("subject force", &[subject, &force]);
        if words.upos(word) == Upos::Verb {
            let phrasal = words.phrasal(word);
            if phrasal != words.lemma(word) {
                self.add("phrasal", &[&phrasal]);
                self.add("phrasal force", &[&phrasal, &force]);
            }
        }
        for known in self.known(word) {
            self.add("known", &[known]);
            self.add("known force", &[known, &force]);
            self.add("known xpos rel", &[known, xpos, rel]);
            self.add("known subject", &[known, subject]);
        }
    }

    fn above(&mut self, word: usize) {
        let words = self.view.words;
        let (seen, rel) = (self.seen(word), words.rel(word).as_str());
        let Some(head) = words.head(word) else {
            self.add("root", &[seen]);
            return;
        };
        let (higher, tag) = (self.seen(head), words.xpos(head).as_str());
        let force = self.force(head);
        self.add("head", &[higher, rel]);
        self.add("head lemma", &[higher, rel, seen]);
        self.add("head tag", &[tag, rel, words.rel(head).as_str()]);
        self.add("head force", &[rel, &force]);
        self.add("head force lemma", &[seen, &force]);
        self.add("head subject", &[rel, self.subject(head)]);
        for known in self.known(head) {
            self.add("head known", &[known, rel]);
            self.add("head known lemma", &[known, rel, seen]);
        }
        if let Some(top) = words.head(head) {
            self.add("top", &[self.seen(top), words.rel(head).as_str(), rel]);
        }
        // Inside an if-clause and the like.
        for above in std::iter::once(word).chain(words.ancestors(word)).take(4) {
            if let Some(mark) = words.child(above, &[Rel::Mark]) {
                self.add("mark", &[words.lemma(mark), words.rel(above).as_str()]);
                self.add("mark lemma", &[words.lemma(mark), seen]);
            }
        }
    }

    fn below(&mut self, word: usize) {
        let words = self.view.words;
        let seen = self.seen(word);
        for child in words.children(word) {
            if words.upos(child) == Upos::Punct {
                continue;
            }
            let (rel, lower) = (words.rel(child).as_str(), self.seen(child));
            let side = if child < word { "<" } else { ">" };
            self.add("child rel", &[rel, side]);
            self.add("child rel lemma", &[rel, seen]);
            self.add("child", &[rel, lower]);
            self.add("child lemma", &[rel, lower, seen]);
            self.add("child tag", &[rel, words.xpos(child).as_str()]);
            for known in self.known(child) {
                self.add("child known", &[known, rel]);
                self.add("child known lemma", &[known, rel, seen]);
            }
            for own in words.children(child) {
                let low = words.rel(own);
                if words.upos(own) == Upos::Punct {
                    continue;
                }
                let lowest = self.seen(own);
                self.add("grandchild", &[rel, low.as_str(), lowest]);
                self.add("grandchild lemma", &[seen, low.as_str(), lowest]);
                if matches!(low, Rel::Case | Rel::Mark) {
                    self.add("case lemma", &[seen, rel, lowest, lower]);
                    self.add("case", &[rel, lowest, lower]);
                }
            }
        }
    }

    fn beside(&mut self, word: usize) {
        let words = self.view.words;
        let sentence = words.sentence(words.sentence_of(word));
        let at = |offset: isize| {
            word.checked_add_signed(offset)
                .filter(|place| sentence.contains(place))
        };
        let form = |offset: isize| self.form(at(offset));
        let (b3, b2, b1, own) = (form(-3), form(-2), form(-1), form(0));
        let (a1, a2, a3) = (form(1), form(2), form(3));
        for (kind, parts) in [
            ("b2", [b2].as_slice()),
            ("b1", &[b1]),
            ("own", &[own]),
            ("a1", &[a1]),
            ("a2", &[a2]),
            ("b1 own", &[b1, own]),
            ("own a1", &[own, a1]),
            ("b2 b1", &[b2, b1]),
            ("a1 a2", &[a1, a2]),
            ("b1 a1", &[b1, a1]),
            ("b2 b1 own", &[b2, b1, own]),
            ("b1 own a1", &[b1, own, a1]),
            ("own a1 a2", &[own, a1, a2]),
            ("b3 b2 b1 own", &[b3, b2, b1, own]),
            ("b2 b1 own a1", &[b2, b1, own, a1]),
            ("b1 own a1 a2", &[b1, own, a1, a2]),
            ("own a1 a2 a3", &[own, a1, a2, a3]),
        ] {
            self.add(kind, parts);
        }
        for place in word.saturating_sub(5).max(sentence.start)..(word + 6).min(sentence.end) {
            if words.upos(place) != Upos::Punct && place != word {
                let side = if place < word { "<" } else { ">" };
                self.add("near", &[side, self.seen(place)]);
            }
        }
    }

    fn around(&mut self, word: usize) {
        let words = self.view.words;
        let seen = self.seen(word);
        let sentence = words.sentence(words.sentence_of(word));
        let force = self.force(word);
        for place in sentence.clone() {
            let lower = words.lower(place);
            if MARKERS.contains(&lower) && place != word {
                let side = if place < word { "<" } else { ">" };
                self.add("marker", &[lower, side]);
                self.add("marker force", &[lower, side, &force]);
                self.add("marker lemma", &[lower, seen]);
            }
        }
        let asks =
            words.form(sentence.end - 1) == "?" || words.form(sentence.end.max(2) - 2) == "?";
        if asks {
            self.add("question", &[]);
        }
        let length = match sentence.len() {
            0..4 => "1",
            4..8 => "2",
            8..14 => "3",
            _ => "4",
        };
        self.add("length", &[length, words.rel(word).as_str()]);
        let statement = self.view.statements.around(word).first().copied();
        let (manner, cue) = match statement.map(|index| &self.view.statements.all[index]) {
            None => ("none", ""),
            Some(statement) => (
                if statement.manner == Manner::Indirect {
                    "indirect"
                } else {
                    "direct"
                },
                statement.cue_head.map_or("", |cue| words.lemma(cue)),
            ),
        };
        self.add("manner", &[manner]);
        self.add("manner rel", &[manner, words.rel(word).as_str()]);
        self.add("manner lemma", &[manner, seen]);
        self.add("manner subject", &[manner, self.subject(word)]);
        self.add("cue", &[cue, manner]);
    }
}
