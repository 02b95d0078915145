//! The topic of a provision: that of its own words, or of what they fall back on.
//!
//! "Seven percent", "thirty", "sending its own" name no topic. Such words are of the topic that the report is at: the thing
//! put first in the sentence ("On prisoners, …"), the item's label or heading, what was spoken of just before, what the
//! whole report is about, in this order. Words that do name a topic keep it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use rapporteur_lexicon::{Domain, Lexicon, Topic, TopicWord};
use rapporteur_syntax::{Rel, Upos};

use super::Provision;
use crate::blocks::Blocks;
use crate::entities::Entities;
use crate::words::Words;

/// What the sentences of a report are about.
pub(super) struct Subjects<'a> {
    words: &'a Words<'a>,
    blocks: &'a Blocks,
    entities: &'a Entities,
    lexicon: &'a Lexicon,
    /// Every distinct word as topics read it, and which of these each word is.
    read: Vec<Vec<TopicWord>>,
    read_as: Vec<u32>,
    domain: Domain,
    /// For each sentence, its topic, found when first asked.
    sentences: Vec<OnceCell<Option<&'a Topic>>>,
    main: OnceCell<Option<&'a Topic>>,
}

/// A cue word in the head of a phrase weighs this much: such a phrase names its topic.
const NAMED: u32 = 11;
/// What two cues weigh that belong together.
const SAID_TWICE: u32 = 16;
/// A cue anywhere weighs this much; below, a topic is a guess.
const FOUND: u32 = 8;
/// What a measure weighs that goes with a topic which the report names twice or more.
const MEASURED: u32 = 5;
/// How many sentences back the running topic of a paragraph is looked for.
const BACK: usize = 4;

impl<'a> Subjects<'a> {
    pub fn new(
        words: &'a Words<'a>,
        blocks: &'a Blocks,
        entities: &'a Entities,
        lexicon: &'a Lexicon,
    ) -> Self {
        let count = words.syntax.sentences.0.len();
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut read = Vec::new();
        let read_as = (0..words.len())
            .map(|word| {
                let cue = cue(words, word);
                *known.entry(cue).or_insert_with(|| {
                    read.push(lexicon.topics.read(cue));
                    read.len() as u32 - 1
                })
            })
            .collect();
        let mut subjects = Self {
            words,
            blocks,
            entities,
            lexicon,
            read,
            read_as,
            domain: Domain::default(),
            sentences: vec![OnceCell::new(); count],
            main: OnceCell::new(),
        };
        let sentences = (0..count).map(|sentence| subjects.read(words.sentence(sentence)));
        subjects.domain = lexicon.topics.domain(sentences);
        subjects
    }

    /// Words as topics read them.
    fn read(&self, words: impl IntoIterator<Item = usize>) -> Vec<TopicWord> {
        (words.into_iter())
            .flat_map(|word| &self.read[self.read_as[word] as usize])
            .copied()
            .collect()
    }

    /// A label as topics read it.
    fn read_text(&self, text: &str) -> Vec<TopicWord> {
        (text.split_whitespace())
            .flat_map(|word| self.lexicon.topics.read(word))
            .collect()
    }

    /// The topic of a phrase, given the provisions before it.
    pub fn topic_of(
        &self,
        head: usize,
        phrase: &Range<usize>,
        earlier: &[Provision],
    ) -> Option<&'a Topic> {
        let words = self.words;
        let spoken = phrase.clone();
        let read = self.read(spoken.filter(|&word| words.upos(word) != Upos::Punct));
        let alone = self.lexicon.topics.classify(&read, &[], &self.domain);
        let empty = self.is_empty(phrase);
        let refers = self.refers_back(phrase);
        // "offers them hourly": but for what it refers to, only how.
        let thin = refers && !phrase.clone().any(|word| words.upos(word) == Upos::Noun);
        let enough = if thin { SAID_TWICE } else { NAMED };
        if alone.is_some_and(|found| found.score >= enough && !found.topic.is_general() && !empty) {
            return self.in_context(head, phrase, &read);
        }
        // A bare name ("the Cape") says nothing of its topic, and what surrounds it may be of another.
        let bare_name = phrase
            .clone()
            .all(|word| matches!(words.upos(word), Upos::Propn | Upos::Det | Upos::Punct));
        if bare_name {
            return None;
        }
        let found = alone.is_some_and(|found| found.score >= FOUND);
        // "33 percent" in a report on quotas: the measure goes with a topic that the report names again and again.
        if let Some(alone) = alone.filter(|found| empty && found.score >= MEASURED) {
            return Some(alone.topic);
        }
        if let Some(topic) = self
            .set_before(head, phrase)
            .filter(|_| !found || empty || thin)
        {
            return Some(topic);
        }
        if found && !empty && !thin {
            return self.in_context(head, phrase, &read);
        }
        if (empty || refers)
            && let Some(topic) = self.running(head, phrase, earlier)
        {
            return Some(topic);
        }
        // Below, it is a guess, and most guesses are wrong; one that the report speaks of again and again is not.
        let guess = self.in_context(head, phrase, &read);
        if let Some(topic) = guess.filter(|topic| topic.is_general() || self.speaks_of(topic)) {
            return Some(topic);
        }
        self.last_of_sentence(head, earlier)
            .or_else(|| (empty || refers).then(|| self.main_subject()).flatten())
    }

    /// Whether some words name a topic by themselves.
    pub fn names_one(&self, range: &Range<usize>) -> bool {
        self.classified(&self.read(range.clone()))
            .is_some_and(|topic| !topic.is_general())
    }

    /// The topic of the words, where the words around may tip the scale.
    fn in_context(
        &self,
        head: usize,
        phrase: &Range<usize>,
        read: &[TopicWord],
    ) -> Option<&'a Topic> {
        let words = self.words;
        let mut around = words.sentence(words.sentence_of(head));
        around.start = around.start.max(head.saturating_sub(25));
        around.end = around.end.min(head + 25);
        let mut context = self
            .read(around.filter(|word| !phrase.contains(word) && words.upos(*word) != Upos::Punct));
        let block = self
            .blocks
            .at(words.syntax.tokens.spans[head].start)
            .map(|block| &self.blocks.items[block]);
        if let Some(label) = block.and_then(|block| block.label) {
            context.extend(self.read_text(label.of(words.text)));
        }
        let heading = block
            .and_then(|block| block.heading)
            .map(|heading| words.inside(self.blocks.items[heading].span));
        if let Some(heading) = heading {
            context.extend(self.read(heading));
        }
        let found = (self.lexicon.topics).classify(read, &context, &self.domain);
        found.map(|found| found.topic)
    }

    /// Whether a phrase names nothing: figures, measures, pronouns, words for values ("anything above 3.5", "half that
    /// number", "all 430 of their men").
    fn is_empty(&self, phrase: &Range<usize>) -> bool {
        let words = self.words;
        phrase.clone().all(|word| {
            let lemma = words.lemma(word);
            match words.upos(word) {
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb => {
                    EMPTY.contains(&lemma)
                        || rapporteur_model::month_of(words.form(word)).is_some()
                        || words.syntax.tags.upos[word] == Upos::Num
                        || lemma.starts_with(|char: char| char.is_ascii_digit())
                }
                _ => true,
            }
        })
    }

    /// Whether a phrase takes its thing from before: "sending its own", "lowering it to 16".
    fn refers_back(&self, phrase: &Range<usize>) -> bool {
        let words = self.words;
        phrase.clone().any(|word| {
            let lemma = words.lemma(word);
            let pronoun = matches!(words.upos(word), Upos::Pron | Upos::Det)
                && matches!(
                    lemma,
                    "it" | "they" | "them" | "that" | "those" | "this" | "these" | "both" | "one"
                )
                && matches!(
                    words.rel(word),
                    Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::Root
                );
            let own = lemma == "own"
                && words
                    .head(word)
                    .is_none_or(|head| words.upos(head) != Upos::Noun);
            pronoun || own || EMPTY.contains(&lemma) && words.rel(word) == Rel::Obj
        })
    }

    /// The topic of what the item, the paragraph or the sentence is put under: its label, its heading, a first
    /// fragment ("Port fees."), a phrase put first ("On prisoners the gap has narrowed").
    fn set_before(&self, head: usize, phrase: &Range<usize>) -> Option<&'a Topic> {
        let words = self.words;
        let block = self.blocks.at(words.syntax.tokens.spans[head].start)?;
        let block = &self.blocks.items[block];
        let inside = words.inside(block.span);
        let here = words.sentence_of(head);
        let first = words.sentence_of(inside.start.min(head));
        for sentence in (first.max((here + 1).saturating_sub(BACK))..=here).rev() {
            let range = words.sentence(sentence);
            if let Some(topic) = self
                .fronted(range.clone())
                .filter(|front| !front.contains(&phrase.start))
                .and_then(|front| self.named(front))
            {
                return Some(topic);
            }
            let fragment = sentence < here
                && range.len() <= 8
                && !range.clone().any(|word| words.is_verb(word));
            if let Some(topic) = fragment.then(|| self.named(range)).flatten() {
                return Some(topic);
            }
        }
        if let Some(label) = block.label
            && let Some(topic) = self.classified(&self.read_text(label.of(words.text)))
        {
            return Some(topic);
        }
        let heading = block.heading?;
        self.named(words.inside(self.blocks.items[heading].span))
    }

    /// "On prisoners", "As for the pilots", "Of the mines" at the head of a sentence.
    fn fronted(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let words = self.words;
        let start = sentence.clone().find(|&word| {
            words.upos(word) != Upos::Punct && !matches!(words.lemma(word), "and" | "but")
        })?;
        let preposition = matches!(
            words.lemma(start),
            "on" | "of" | "as" | "regarding" | "concerning" | "about" | "over" | "for"
        );
        if !preposition {
            return None;
        }
        let noun = (start + 1..sentence.end.min(start + 8))
            .find(|&word| matches!(words.upos(word), Upos::Noun | Upos::Propn))?;
        let end = words.subtree(noun).end.min(sentence.end).min(start + 8);
        let comma = (start..end).find(|&word| words.form(word) == ",");
        Some(start..comma.unwrap_or(end))
    }

    /// What was spoken of just before: the last thing with a topic in the paragraph, else its last sentence with one.
    fn running(
        &self,
        head: usize,
        phrase: &Range<usize>,
        earlier: &[Provision],
    ) -> Option<&'a Topic> {
        let words = self.words;
        let here = words.sentence_of(head);
        let block = self.blocks.at(words.syntax.tokens.spans[head].start);
        let same_block =
            |word: usize| self.blocks.at(words.syntax.tokens.spans[word].start) == block;
        let before = words.sentence(here).start..phrase.start;
        let said = self.named(before).filter(|topic| !topic.is_general());
        let last = earlier
            .iter()
            .filter(|known| known.head < phrase.start && known.topic.is_some())
            .filter(|known| words.sentence_of(known.head) + BACK > here && same_block(known.head))
            .max_by_key(|known| known.head)
            .filter(|known| known.topic.as_deref() != Some("talks"));
        let in_sentence = |known: &&Provision| words.sentence_of(known.head) == here;
        let key = |known: &Provision| {
            known
                .topic
                .as_deref()
                .and_then(|key| self.lexicon.topics.get(key))
        };
        last.filter(in_sentence)
            .and_then(key)
            .or(said)
            .or_else(|| last.and_then(key))
            .or_else(|| {
                (here.saturating_sub(BACK)..here)
                    .rev()
                    .filter(|&sentence| same_block(words.sentence(sentence).start))
                    .find_map(|sentence| self.sentence(sentence))
            })
            .or_else(|| self.main_subject())
            .or_else(|| {
                earlier
                    .iter()
                    .rfind(|known| known.head < phrase.start && known.topic.is_some())
                    .and_then(key)
            })
    }

    /// The topic of the last thing before in the sentence.
    fn last_of_sentence(&self, head: usize, earlier: &[Provision]) -> Option<&'a Topic> {
        let here = self.words.sentence_of(head);
        let known = earlier
            .iter()
            .rfind(|known| known.head < head && self.words.sentence_of(known.head) == here)?;
        self.lexicon.topics.get(known.topic.as_deref()?)
    }

    fn sentence(&self, sentence: usize) -> Option<&'a Topic> {
        *self.sentences.get(sentence)?.get_or_init(|| {
            self.named(self.words.sentence(sentence))
                .filter(|topic| !topic.is_general())
        })
    }

    /// The topic of most sentences, where at least two are of it.
    fn main_subject(&self) -> Option<&'a Topic> {
        *self.main.get_or_init(|| {
            let topics = (0..self.sentences.len()).filter_map(|sentence| self.sentence(sentence));
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for topic in topics.clone() {
                *counts.entry(&topic.key).or_default() += 1;
            }
            topics
                .rev()
                .max_by_key(|topic| counts[topic.key.as_str()])
                .filter(|topic| counts[topic.key.as_str()] >= 2)
        })
    }

    /// Whether at least two sentences are of a topic.
    fn speaks_of(&self, topic: &Topic) -> bool {
        let topics = (0..self.sentences.len()).filter_map(|sentence| self.sentence(sentence));
        (topics.filter(|other| std::ptr::eq(*other, topic)).nth(1)).is_some()
    }

    /// The topic of some words of the text, at best without those that name who is spoken of.
    fn named(&self, range: Range<usize>) -> Option<&'a Topic> {
        let words = self.words;
        let spoken: Vec<usize> = range
            .filter(|&word| !matches!(words.upos(word), Upos::Punct | Upos::Pron))
            .collect();
        let nobody: Vec<usize> = (spoken.iter().copied())
            .filter(|&word| !self.is_who(word))
            .collect();
        let found = self.classified(&self.read(nobody.iter().copied()));
        if nobody.len() == spoken.len() {
            return found;
        }
        found.or_else(|| self.classified(&self.read(spoken)))
    }

    fn classified(&self, read: &[TopicWord]) -> Option<&'a Topic> {
        (self.lexicon.topics)
            .classify(read, &[], &self.domain)
            .filter(|found| found.score >= FOUND)
            .map(|found| found.topic)
    }

    /// Whether a word stands in the name of an actor, or describes one as subject.
    fn is_who(&self, word: usize) -> bool {
        self.entities.actor(word).is_some()
            || self.words.head(word).is_some_and(|head| {
                matches!(self.words.rel(word), Rel::Compound | Rel::Flat | Rel::Amod)
                    && self.entities.actor(head).is_some()
            })
    }
}

/// A word as the topics read it: a verb by its lemma, anything else as written, for stems are sure where lemmas can err.
fn cue<'a>(words: &'a Words, word: usize) -> &'a str {
    match words.upos(word) {
        Upos::Verb | Upos::Aux => words.lemma(word),
        _ => words.form(word),
    }
}

/// Words that tell a value, a measure or a person in general, not a thing.
const EMPTY: &[&str] = &[
    "percent",
    "per",
    "cent",
    "%",
    "percentage",
    "point",
    "half",
    "third",
    "quarter",
    "figure",
    "number",
    "amount",
    "sum",
    "level",
    "rate",
    "value",
    "anything",
    "something",
    "nothing",
    "everything",
    "more",
    "less",
    "much",
    "many",
    "few",
    "fewer",
    "other",
    "rest",
    "remainder",
    "remain",
    "same",
    "such",
    "own",
    "claim",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "night",
    "time",
    "man",
    "woman",
    "person",
    "people",
    "first",
    "second",
    "last",
    "early",
    "late",
    "next",
    "dollar",
    "euro",
    "pound",
    "crown",
    "franc",
    "mark",
    "million",
    "billion",
    "thousand",
    "hundred",
    "dozen",
    "maximum",
    "minimum",
    "average",
    "total",
    "full",
    "whole",
    "part",
    "step",
    "stage",
    "phase",
    "low",
    "high",
    "small",
    "large",
    "big",
    "short",
    "long",
    "offer",
    "bid",
    "proposal",
    "idea",
    "version",
    "variant",
    "option",
    "one",
    "unit",
    "piece",
    "kind",
    "sort",
    "thing",
    "place",
    "side",
    "extra",
    "additional",
    "further",
    "above",
    "below",
    "zero",
    "start",
    "begin",
    "name",
];
