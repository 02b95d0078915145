//! The learned model of names: which capitalised words make one name, and what it names.
//!
//! A linear tagger (structured averaged perceptron with Viterbi search, Collins 2002) over runs of capitalised words and
//! the small words between them, learnt from passages that were written and marked for it (`training/names`).

mod features;
mod passages;
mod runs;
mod settle;
mod train;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ActorType;

use crate::learned::Table;
use crate::words::Words;

pub use passages::Passage;
pub(super) use settle::Learned;
pub use train::{Lesson, learn};

/// What a name may name, in the order of the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the words of the codebook, and three beside")]
pub enum NameType {
    State,
    Demonym,
    GovernmentBody,
    PoliticalParty,
    Company,
    Union,
    Movement,
    ArmedGroup,
    InternationalOrganisation,
    Alliance,
    Media,
    Person,
    Place,
    Thing,
}

impl NameType {
    /// Every type, in the order of the labels, with the word that marks it in a passage.
    pub const ALL: [(NameType, &'static str); 14] = [
        (Self::State, "state"),
        (Self::Demonym, "demonym"),
        (Self::GovernmentBody, "government-body"),
        (Self::PoliticalParty, "political-party"),
        (Self::Company, "company"),
        (Self::Union, "union"),
        (Self::Movement, "movement"),
        (Self::ArmedGroup, "armed-group"),
        (
            Self::InternationalOrganisation,
            "international-organisation",
        ),
        (Self::Alliance, "alliance"),
        (Self::Media, "media"),
        (Self::Person, "person"),
        (Self::Place, "place"),
        (Self::Thing, "thing"),
    ];

    /// What kind of actor a body is; none for what is no organised body.
    pub(super) fn body(self) -> Option<ActorType> {
        Some(match self {
            Self::GovernmentBody => ActorType::GovernmentBody,
            Self::PoliticalParty => ActorType::PoliticalParty,
            Self::Company => ActorType::Company,
            Self::Union => ActorType::Union,
            Self::Movement => ActorType::Movement,
            Self::ArmedGroup => ActorType::ArmedGroup,
            Self::InternationalOrganisation => ActorType::InternationalOrganisation,
            Self::Alliance => ActorType::Alliance,
            Self::Media => ActorType::Media,
            Self::State | Self::Demonym | Self::Person | Self::Place | Self::Thing => return None,
        })
    }
}

/// How many types there are.
const TYPES: usize = NameType::ALL.len();
/// Labels: outside, then for each type the first word of a name and the others.
const LABELS: usize = 1 + 2 * TYPES;
/// Columns of the table: the labels, filled up.
const COLUMNS: usize = 32;

/// A name that the model found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its words.
    pub words: Range<usize>,
    /// What it names.
    pub kind: NameType,
    /// By how much the best reading of its words surpasses the best one in which they name something else (per word).
    pub margin: f32,
}

/// The weights: a file of [`MAGIC`], what follows what (a row for each label before, as little-endian numbers), and the
/// table of features.
#[derive(Debug, Clone)]
pub struct Weights {
    follows: Vec<[f32; LABELS]>,
    table: Table<COLUMNS>,
}

/// How often a name of one word is looked at.
const TIMES: usize = 4;
const MAGIC: &[u8; 8] = b"names001";
static EMBEDDED: &[u8] = include_bytes!("../../../models/names.bin");

impl Weights {
    /// The weights that ship with the program.
    pub fn embedded() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| {
            Weights::from_bytes(EMBEDDED).unwrap_or(Self {
                follows: vec![[0.0; LABELS]; LABELS],
                table: Table::empty(),
            })
        })
    }

    /// Reads a file of weights; `None` where it is none.
    pub fn from_bytes(data: &[u8]) -> Option<Self> {
        let (numbers, table) = Table::from_file(data, MAGIC, LABELS * LABELS)?;
        let follows = numbers.as_chunks::<LABELS>().0.to_vec();
        Some(Self { follows, table })
    }

    /// The file of the weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.table.to_file(MAGIC, self.follows.iter().flatten())
    }

    /// The names of a text, in order.
    pub fn find(&self, words: &Words, lexicon: &Lexicon) -> Vec<Found> {
        let mut found = Vec::new();
        let mut bag = Vec::new();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for run in runs::runs(words) {
            // A word that stands alone again and again is looked at a few times.
            if run.len() == 1 {
                let times = seen.entry(words.form(run.start)).or_default();
                *times += 1;
                if *times > TIMES {
                    continue;
                }
            }
            let view = features::Run::new(words, lexicon, run.clone());
            let scores: Vec<[f32; LABELS]> = (run.clone())
                .map(|word| {
                    view.features(word, &mut bag);
                    emitted(&self.table.sums(&bag))
                })
                .collect();
            let labels = best(&scores, &self.follows, None);
            names(&labels, |range, kind| {
                found.push(Found {
                    words: run.start + range.start..run.start + range.end,
                    kind: NameType::ALL[kind].0,
                    margin: margin(&scores, &self.follows, &labels, range, kind),
                });
            });
        }
        found
    }
}

fn emitted(sums: &[f32; COLUMNS]) -> [f32; LABELS] {
    let mut out = [0.0; LABELS];
    out.copy_from_slice(&sums[..LABELS]);
    out
}

/// By how much the words of a name speak for its type, above any other type (for a body: any that is none) or no name, as
/// a mean over the words.
fn margin(
    scores: &[[f32; LABELS]],
    follows: &[[f32; LABELS]],
    labels: &[usize],
    range: Range<usize>,
    kind: usize,
) -> f32 {
    let before = range
        .start
        .checked_sub(1)
        .map_or(0, |before| labels[before]);
    let of = |label: &dyn Fn(bool) -> usize| -> f32 {
        let mut last = before;
        let mut sum = 0.0;
        for word in range.clone() {
            let own = label(word > range.start);
            sum += scores[word][own] + follows[last][own];
            last = own;
        }
        sum + labels
            .get(range.end)
            .map_or(0.0, |&next| follows[last][next])
    };
    // What sort of body it is hardly matters for whether it is one.
    let is_body = |kind: usize| NameType::ALL[kind].0.body().is_some();
    let other = (0..TYPES)
        .filter(|&other| other != kind && !(is_body(kind) && is_body(other)))
        .map(|other| of(&|inside| 1 + 2 * other + usize::from(inside)))
        .fold(of(&|_| 0), f32::max);
    (of(&|inside| 1 + 2 * kind + usize::from(inside)) - other) / range.len().max(1) as f32
}

/// Whether a label may follow another: the inside of a name only its beginning or inside.
fn may_follow(before: Option<usize>, label: usize) -> bool {
    let inside = label > 0 && label.is_multiple_of(2);
    !inside || before.is_some_and(|before| before == label || before == label - 1)
}

/// The best labels of a run (Viterbi 1967), those allowed where `allowed` holds a bit for each label of each word.
fn best(
    scores: &[[f32; LABELS]],
    follows: &[[f32; LABELS]],
    allowed: Option<&[u32]>,
) -> Vec<usize> {
    let mut totals = [f32::NEG_INFINITY; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (place, own) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [0u8; LABELS];
        for label in 0..LABELS {
            if allowed.is_some_and(|allowed| allowed[place] >> label & 1 == 0) {
                continue;
            }
            if place == 0 {
                if may_follow(None, label) {
                    next[label] = own[label] + follows[0][label];
                }
                continue;
            }
            let inside = label > 0 && label.is_multiple_of(2);
            let mut consider = |before: usize| {
                let total = totals[before] + follows[before][label] + own[label];
                if total > next[label] {
                    (next[label], from[label]) = (total, before as u8);
                }
            };
            if inside {
                consider(label - 1);
                consider(label);
            } else {
                (0..LABELS).for_each(&mut consider);
            }
        }
        totals = next;
        back.push(from);
    }
    let mut label = (0..LABELS)
        .max_by(|&a, &b| totals[a].total_cmp(&totals[b]))
        .unwrap_or(0);
    let mut labels = vec![0; scores.len()];
    for place in (0..scores.len()).rev() {
        labels[place] = label;
        label = back[place][label] as usize;
    }
    labels
}

/// Calls `each` with every name of some labels: its words, counted from the first, and its type.
fn names(labels: &[usize], mut each: impl FnMut(Range<usize>, usize)) {
    let mut at = 0;
    while at < labels.len() {
        if labels[at] % 2 == 1 {
            let kind = labels[at] / 2;
            let mut end = at + 1;
            while end < labels.len() && labels[end] == labels[at] + 1 {
                end += 1;
            }
            each(at..end, kind);
            at = end;
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_that_ship_are_read() {
        let weights = Weights::from_bytes(EMBEDDED).unwrap();
        assert_eq!(weights.to_bytes(), EMBEDDED);
        assert!(Weights::from_bytes(&EMBEDDED[..EMBEDDED.len() - 1]).is_none());
    }

    #[test]
    fn labels_become_names() {
        let mut found = Vec::new();
        names(&[0, 1, 2, 1, 0, 5, 6, 6], |range, kind| {
            found.push((range, kind))
        });
        assert_eq!(found, [(1..3, 0), (3..4, 0), (5..8, 2)]);
    }

    #[test]
    fn a_name_goes_on_only_where_it_began() {
        let mut scores = [[0.0; LABELS]; 2];
        scores[0][2] = 9.0;
        scores[1][4] = 9.0;
        let labels = best(&scores, &vec![[0.0; LABELS]; LABELS], None);
        assert!(!labels.contains(&2), "no name begins inside");
        assert_eq!(labels, [3, 4]);
    }
}
