//! Phrases as topics read them: words with their ids, and how strongly cues speak from them.

use super::{Cue, Part, Slot, Topic};

const WORD: u32 = 8;
const FURTHER_WORD: u32 = 4;
const HEAD: u32 = 3;
/// What a cue weighs more that holds the word which heads the phrase.
const CORE: u32 = 3;
/// Parts that stand further from each other seldom belong together.
const APART: usize = 6;
/// What a word of many meanings weighs: less than what names a topic, more than what goes with one.
const WEAK: u32 = 5;
const WITH: u32 = 3;
const MOST_FURTHER: u32 = 3;

/// A word as topics read it. Read it once ([`super::Topics::read`]); classify with it as often as you like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicWord {
    /// The ids of its stem, and of it as a noun; 0 where no cue has it.
    pub(super) ids: [u32; 2],
    /// Whether it ends the head of a noun phrase.
    pub(super) ends_head: bool,
    /// Whether it begins a clause, which says less of the topic than what it hangs on.
    pub(super) begins_clause: bool,
    /// Whether it heads the phrase: its noun, or its verb.
    pub(super) core: bool,
}

impl TopicWord {
    /// The word as the head of its phrase, whose topic is that of the phrase before that of any modifier.
    #[must_use]
    pub fn as_core(self) -> Self {
        Self { core: true, ..self }
    }
}

/// Where the longest sequence of a part occurs first.
#[derive(Debug, Clone, Copy)]
struct Place {
    part: Part,
    at: usize,
    length: usize,
    /// Whether it holds the head of the phrase.
    core: bool,
}

impl Place {
    fn weight(&self) -> u32 {
        WORD + FURTHER_WORD * (self.length as u32 - 1)
    }
}

/// A phrase and what occurs in it.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    /// One place for each part that occurs, in the order of the parts.
    places: Vec<Place>,
    /// Where the head of the phrase ends.
    head_end: usize,
    /// Where a clause begins that hangs on the head.
    clause: usize,
}

impl Phrase {
    /// The parts that occur in the words; `sequences` are those that begin with an id, each with its part.
    pub fn new(words: &[TopicWord], sequences: &[Vec<(Vec<u32>, Part)>]) -> Self {
        let mut places = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let beginning = (word.ids.iter()).filter_map(|&id| sequences.get(id as usize));
            for (sequence, part) in beginning.flatten() {
                let fits = words.len() - at >= sequence.len()
                    && (sequence.iter().zip(&words[at..])).all(|(id, word)| word.ids.contains(id));
                if fits {
                    places.push(Place {
                        part: *part,
                        at,
                        length: sequence.len(),
                        core: words[at..at + sequence.len()].iter().any(|word| word.core),
                    });
                }
            }
        }
        places.sort_unstable_by_key(|place| {
            (
                place.part,
                std::cmp::Reverse((place.length, place.core)),
                place.at,
            )
        });
        places.dedup_by_key(|place| place.part);
        let behind_first = words.iter().skip(1);
        Self {
            places,
            head_end: (words.iter().position(|word| word.ends_head)).unwrap_or(words.len()),
            clause: (behind_first.clone().position(|word| word.begins_clause))
                .map_or(words.len(), |at| at + 1),
        }
    }

    fn place(&self, part: Part) -> Option<&Place> {
        let found = self.places.binary_search_by_key(&part, |place| place.part);
        found.ok().map(|at| &self.places[at])
    }

    /// The parts that occur, each once.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.places.iter().map(|place| place.part)
    }

    pub fn has(&self, part: Part) -> bool {
        self.place(part).is_some()
    }

    /// Whether all parts of a cue occur.
    pub fn holds(&self, cue: &Cue) -> bool {
        cue.parts.iter().all(|&part| self.has(part))
    }
}

/// What the cues of one topic say of a phrase in its context.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// The weight of the strongest cue, and of the strongest without the context.
    best: u32,
    best_alone: u32,
    /// How many cues the phrase holds.
    found: u32,
    /// How many words that go with the topic stand in the phrase, and in its context.
    here: u32,
    around: u32,
    /// Whether the phrase holds what rules the topic out.
    ruled_out: bool,
}

impl Tally {
    /// Counts a cue.
    pub fn count(&mut self, cue: &Cue, general: bool, phrase: &Phrase, context: &Phrase) {
        let held = phrase.holds(cue);
        match cue.slot {
            Slot::Words => {
                let Some(weight) = weigh(cue, phrase, context, general) else {
                    return;
                };
                self.best = self.best.max(weight);
                if held {
                    self.best_alone = self.best_alone.max(weight);
                    self.found += 1;
                }
            }
            Slot::Weak => {
                if held {
                    self.best = self.best.max(WEAK);
                    self.best_alone = self.best_alone.max(WEAK);
                    self.found += 1;
                }
            }
            Slot::With => {
                self.here += u32::from(held);
                self.around += u32::from(context.holds(cue));
            }
            Slot::Not => self.ruled_out |= held,
        }
    }

    /// The score of the topic.
    pub fn score(&self, topic: &Topic) -> u32 {
        self.of(self.best, self.around, topic)
    }

    /// The score of the topic without the context.
    pub fn score_alone(&self, topic: &Topic) -> u32 {
        self.of(self.best_alone, 0, topic)
    }

    fn of(&self, mut best: u32, around: u32, topic: &Topic) -> u32 {
        if self.ruled_out {
            return 0;
        }
        if topic.general && best > 0 {
            best = best / 2 + 1;
        }
        best + self.found.saturating_sub(1).min(MOST_FURTHER)
            + WITH * self.here.min(MOST_FURTHER)
            + if best + self.here > 0 {
                around.min(2)
            } else {
                0
            }
    }
}

/// Whether a cue that the phrase holds names its topic outright: with two words, or a word with more to it.
pub(super) fn is_outright(cue: &Cue, phrase: &Phrase) -> bool {
    weigh(cue, phrase, &Phrase::default(), true).is_some_and(|weight| weight > WORD)
}

/// The weight of a cue, if all its parts occur in the phrase or its context. What is only half in the phrase says little.
fn weigh(cue: &Cue, phrase: &Phrase, context: &Phrase, general: bool) -> Option<u32> {
    let (mut here, mut around) = (0, 0);
    let mut first = usize::MAX;
    let mut last = 0;
    let mut core = false;
    for &part in &cue.parts {
        if let Some(place) = phrase.place(part) {
            let weight = place.weight();
            here += if place.at < phrase.clause {
                weight
            } else {
                weight / 2
            };
            first = first.min(place.at);
            last = last.max(place.at);
            core |= place.core;
        } else {
            around += context.place(part)?.weight();
        }
    }
    if around > 0 {
        return Some(here / 2 + around / 4);
    }
    // "hands over the dead of the fighting on the coast" hands over no coast.
    if cue.parts.len() > 1 && last - first > APART {
        here -= here / 3;
    }
    let head = if first < phrase.head_end && !general {
        HEAD
    } else {
        0
    };
    let core = if core && !general { CORE } else { 0 };
    Some(here + head + core)
}
