//! The topic of a provision: that of its own words, or of what they fall back on.
//!
//! "Seven percent", "thirty", "sending its own" name no topic. Such words are of the topic that the report is at: the thing
//! put first in the sentence ("On prisoners, …"), the item's label or heading, what was spoken of just before, what the
//! whole report is about, in this order. Words that do name a topic keep it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use rapporteur_lexicon::{Domain, Lexicon, Topic, TopicWord};
use rapporteur_syntax::{Rel, Upos};

use super::Provision;
use super::cores::cores;
use super::measures::{is_aspect, is_empty, is_unit, refers_back};
use crate::blocks::Blocks;
use crate::entities::{Entities, MentionKind};
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
    /// Whether each word stands in the name of an actor.
    names: Vec<bool>,
    domain: Domain,
    /// For each sentence, its topic, found when first asked.
    sentences: Vec<OnceCell<Option<&'a Topic>>>,
    main: OnceCell<Option<&'a Topic>>,
}

/// A cue word in the head of a phrase weighs this much: such a phrase names its topic.
const NAMED: u32 = 11;
/// What two cues weigh that belong together.
const SAID_TWICE: u32 = 18;
/// A cue anywhere weighs this much; below, a topic is a guess.
const FOUND: u32 = 8;
/// What a cue weighs in a clause, with a word that goes with it.
const IN_CLAUSE: u32 = 7;
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
        let mut known: HashMap<(&str, bool), u32, FixedState> = HashMap::default();
        let mut read = Vec::new();
        let read_as = (0..words.len())
            .map(|word| {
                let cue = cue(words, word);
                let noun = !matches!(
                    words.upos(word),
                    Upos::Verb | Upos::Aux | Upos::Adj | Upos::Adv
                );
                *known.entry((cue, noun)).or_insert_with(|| {
                    read.push(lexicon.topics.read_as(cue, noun));
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
            names: vec![false; words.len()],
            domain: Domain::default(),
            sentences: vec![OnceCell::new(); count],
            main: OnceCell::new(),
        };
        for mention in &entities.mentions {
            if mention.kind == MentionKind::Name && entities.actor(mention.head).is_some() {
                subjects.names[mention.words.clone()].fill(true);
            }
        }
        let sentences = (0..count).map(|sentence| {
            subjects.read(
                words
                    .sentence(sentence)
                    .filter(|&word| !subjects.names[word]),
            )
        });
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
        let read = self.read_phrase(head, phrase);
        let alone = self.lexicon.topics.classify(&read, &[], &self.domain);
        if is_empty(words, phrase) {
            // "33 percent" in a report on quotas: the measure goes with a topic that the report names again and again.
            let measured = alone.filter(|found| {
                found.score >= NAMED
                    || found.score >= MEASURED && self.is_supported(found.topic, earlier)
            });
            return (measured.map(|found| found.topic))
                .or_else(|| self.of_measure(head, phrase, earlier));
        }
        let refers = refers_back(words, phrase);
        // "offers them hourly": but for what it refers to, only how.
        let thin = refers
            && (!phrase.clone().any(|word| words.upos(word) == Upos::Noun)
                || words
                    .child(head, &[Rel::Obj])
                    .is_some_and(|thing| words.upos(thing) == Upos::Pron));
        let enough = if thin { SAID_TWICE } else { FOUND };
        if alone.is_some_and(|found| {
            found.score >= enough && (found.score >= NAMED && !found.topic.is_general())
        }) {
            return self.in_context(head, phrase, &read);
        }
        // A bare name ("the Cape") says nothing of its topic, and what surrounds it may be of another.
        let bare_name = phrase
            .clone()
            .all(|word| matches!(words.upos(word), Upos::Propn | Upos::Det | Upos::Punct));
        if bare_name {
            return None;
        }
        // "Any deal that leaves out missiles": of what it is said, where the head could be of anything.
        let topics = &self.lexicon.topics;
        let general = (topics.classify(&self.read([head]), &[], &Domain::default()))
            .is_some_and(|found| found.topic.is_general());
        let specific = (topics.classify_specific(&read, &self.domain)).filter(|found| {
            found.score >= IN_CLAUSE
                || found.score >= MEASURED && self.is_supported(found.topic, earlier)
        });
        if let Some(specific) = specific.filter(|_| general && !thin) {
            return Some(specific.topic);
        }
        if !thin && alone.is_some_and(|found| found.score >= FOUND) {
            return self.in_context(head, phrase, &read);
        }
        if let Some(topic) = self.put_first(head, phrase) {
            return Some(topic);
        }
        // Below, it is a guess, and most guesses are wrong; one that the report speaks of again and again is not.
        let guess = (self.in_context(head, phrase, &read))
            .filter(|topic| topic.is_general() || self.is_supported(topic, earlier));
        if !refers && guess.is_some_and(|topic| !topic.is_general()) {
            return guess;
        }
        if let Some(topic) = self.over(head) {
            return Some(topic);
        }
        if refers && let Some(topic) = self.running(head, phrase, earlier) {
            return Some(topic);
        }
        guess
            .or_else(|| self.last_of_sentence(head, earlier))
            .or_else(|| refers.then(|| self.main_subject()).flatten())
            .or_else(|| {
                is_aspect(words, phrase)
                    .then(|| self.running(head, phrase, earlier))
                    .flatten()
            })
    }

    /// The words of a phrase as topics read it, its head marked; whose it is ("the Doctors' Union accepts …") says nothing.
    fn read_phrase(&self, head: usize, phrase: &Range<usize>) -> Vec<TopicWord> {
        let words = self.words;
        let cores = cores(words, head, phrase);
        let owned = |word: usize| {
            self.names[word]
                && std::iter::once(word)
                    .chain(words.ancestors(word))
                    .take_while(|at| self.names[*at] && phrase.contains(at))
                    .any(|at| matches!(words.rel(at), Rel::Nsubj | Rel::NmodPoss))
        };
        let spoken = (phrase.clone())
            .filter(|&word| words.upos(word) != Upos::Punct && !(owned(word) && word != head));
        spoken
            .flat_map(|word| {
                let core = cores.contains(&word);
                self.read([word])
                    .into_iter()
                    .map(move |read| if core { read.as_core() } else { read })
            })
            .collect()
    }

    /// The topic of a measure: what the sentence, the paragraph or the report is about, at best something that is counted
    /// so.
    fn of_measure(
        &self,
        head: usize,
        phrase: &Range<usize>,
        earlier: &[Provision],
    ) -> Option<&'a Topic> {
        let topics = &self.lexicon.topics;
        if let Some(topic) = self.put_first(head, phrase) {
            return Some(topic);
        }
        let all = [
            self.running(head, phrase, earlier),
            self.over(head),
            self.main_subject(),
        ];
        let all = || all.iter().flatten().copied();
        let unit: Vec<TopicWord> =
            self.read(phrase.clone().filter(|&at| is_unit(self.words.lemma(at))));
        let fits = |topic: &&Topic| topics.goes_with(topic, &unit);
        // "26 percent" where a union speaks of strikes and shifts: what is counted so is of the same group.
        let kin = |topic: &&Topic| {
            let group = topics.all.iter().filter(|other| other.group == topic.group);
            let group: u32 = group.map(|other| topics.count(&self.domain, other)).sum();
            (topics.count(&self.domain, topic), group)
        };
        all()
            .find(fits)
            .or_else(|| {
                let fitting = topics.all.iter().rev().filter(fits);
                fitting.max_by_key(kin).filter(|topic| kin(topic).1 >= 2)
            })
            .or_else(|| all().next())
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
        let mut context = self.read(around.filter(|word| {
            !phrase.contains(word) && words.upos(*word) != Upos::Punct && !self.names[*word]
        }));
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
            context.extend(self.read(heading.filter(|word| !self.names[*word])));
        }
        let found = (self.lexicon.topics).classify(read, &context, &self.domain);
        found.map(|found| found.topic)
    }

    /// The topic of a phrase put first ("On prisoners the gap has narrowed"), of a first fragment ("Port fees."), of the
    /// item's label.
    fn put_first(&self, head: usize, phrase: &Range<usize>) -> Option<&'a Topic> {
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
                .and_then(|front| self.classified(&self.read(front)))
            {
                return Some(topic);
            }
            let fragment = sentence < here
                && range.len() <= 8
                && !range
                    .clone()
                    .any(|word| words.is_verb(word) && !stands_alone(words, word));
            if let Some(topic) = fragment.then(|| self.named(range)).flatten() {
                return Some(topic);
            }
        }
        self.classified(&self.read_text(block.label?.of(words.text)))
    }

    /// The topic of the heading over a paragraph, where what stands under it is of it too.
    fn over(&self, head: usize) -> Option<&'a Topic> {
        let block = self.blocks.at(self.words.syntax.tokens.spans[head].start)?;
        let heading = self.blocks.items[block].heading?;
        let topic = self.named(self.words.inside(self.blocks.items[heading].span))?;
        self.speaks_of(topic).then_some(topic)
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

    /// Whether the report speaks of a topic elsewhere, so that a guess at it is none.
    fn is_supported(&self, topic: &Topic, earlier: &[Provision]) -> bool {
        // What the sentences are about is found when it is asked for, so that it is asked last.
        self.lexicon.topics.count(&self.domain, topic) >= 2
            || (earlier.iter()).any(|known| known.topic.as_deref() == Some(topic.key.as_str()))
            || self.speaks_of(topic)
    }

    /// Whether at least two sentences are of a topic.
    fn speaks_of(&self, topic: &Topic) -> bool {
        let topics = (0..self.sentences.len()).filter_map(|sentence| self.sentence(sentence));
        (topics.filter(|other| std::ptr::eq(*other, topic)).nth(1)).is_some()
    }

    /// The topic of some words of the text, without those that name who is spoken of.
    fn named(&self, range: Range<usize>) -> Option<&'a Topic> {
        let words = self.words;
        let nobody = range
            .filter(|&word| !matches!(words.upos(word), Upos::Punct | Upos::Pron))
            .filter(|&word| !self.is_who(word));
        self.classified(&self.read(nobody))
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

/// "Upkeep.", "Leaving.": a label that was taken for a verb.
fn stands_alone(words: &Words, verb: usize) -> bool {
    words.rel(verb) == Rel::Root
        && words.sentence(words.sentence_of(verb)).len() <= 4
        && words
            .child(
                verb,
                &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass, Rel::Obj],
            )
            .is_none()
}
