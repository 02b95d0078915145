//! Training: from treebanks and name-annotated text to the file of weights.
//!
//! The same corpus, options and build give the same weights: every random choice comes from the seed, and one
//! thread does the work in order.

mod adam;
mod boundaries;
mod data;
mod gum;
mod network;
mod random;
mod silver;

pub use adam::Adam;
pub use boundaries::boundaries;
pub use data::{Corpus, Document, Example};
pub use network::Network;
pub use silver::silver;

use network::{Batch, Gradients, Losses, UNKNOWN, UNKNOWN_HEAD};
use random::Random;

use crate::features;
use crate::gazetteer::Gazetteer;
use crate::lemmas::Lemmas;
use crate::model::ModelError;
use crate::shape::Shape;
use crate::weights::{self, Tables};

/// How to train.
#[derive(Debug, Clone)]
pub struct Options {
    /// Sizes of the network.
    pub shape: Shape,
    /// Times that the corpus is seen.
    pub epochs: usize,
    /// Highest rate of learning; it falls to zero along a cosine.
    pub rate: f32,
    /// Words that one step looks at.
    pub batch: usize,
    /// Share of numbers dropped between layers.
    pub dropout: f32,
    /// Seed of every random choice.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            shape: Shape::default(),
            epochs: 12,
            rate: 2e-3,
            batch: 1000,
            dropout: 0.15,
            seed: 1,
        }
    }
}

/// Where training stands: enough to go on from it.
#[derive(Debug, Clone)]
pub struct State {
    /// Weights.
    pub network: Network,
    /// Moments.
    pub adam: Adam,
    /// Epochs done.
    pub epochs: usize,
}

impl State {
    /// The beginning.
    pub fn new(options: &Options) -> Self {
        let network = Network::new(options.shape, options.seed);
        let adam = Adam::new(&network);
        Self {
            network,
            adam,
            epochs: 0,
        }
    }

    /// The file of weights as it would ship now.
    pub fn model(&self, tables: &Tables) -> Vec<u8> {
        let network = &self.network;
        weights::write(&network.shape, &network.table, &network.dense, tables)
    }
}

/// What the model looks up, learnt from the corpus.
pub fn tables(corpus: &Corpus, seed: u64) -> Tables {
    Tables {
        lemmas: Lemmas::learn(&corpus.lemmas),
        boundaries: boundaries(&corpus.documents, seed),
        gazetteer: corpus.gazetteer.clone(),
    }
}

/// A file of weights with other tables.
pub fn refit(model: &[u8], tables: &Tables) -> Result<Vec<u8>, ModelError> {
    weights::refit(model, tables)
}

/// What an epoch came to: losses a word.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Number of the epoch, from 1.
    pub epoch: usize,
    /// Heads.
    pub arcs: f32,
    /// Relations.
    pub labels: f32,
    /// Both tags.
    pub tags: f32,
    /// Names.
    pub names: f32,
}

/// Trains from `state` to the last epoch; `log` is called after each and may keep the state to go on from.
pub fn run(
    corpus: &Corpus,
    options: &Options,
    state: &mut State,
    mut log: impl FnMut(&State, Progress),
) {
    let mut order: Vec<usize> = (0..corpus.examples.len()).collect();
    let mut gradients = Gradients::default();
    let words: usize = corpus.examples.iter().map(|e| e.forms.len()).sum();
    let total_steps = ((words / options.batch + 1) * options.epochs) as f32;
    while state.epochs < options.epochs {
        let mut random = Random::new(options.seed ^ ((state.epochs as u64 + 1) << 20));
        order.sort_unstable();
        random.shuffle(&mut order);
        // Sentences of like length together make no difference to a packed batch, so the order stays random.
        let mut sum = Losses::default();
        let mut seen = 0;
        let mut batch = Batch::default();
        for (place, &index) in order.iter().enumerate() {
            let example = &corpus.examples[index];
            if example.trust >= 1.0 || random.chance(example.trust) {
                add(&mut batch, example, &corpus.gazetteer, &mut random);
            }
            if batch.rows.len() < options.batch && place + 1 < order.len() || batch.rows.is_empty()
            {
                continue;
            }
            let step = state.adam.steps as f32;
            let warm = ((step + 1.0) / 200.0).min(1.0);
            let share = (step / total_steps).min(1.0);
            let rate =
                options.rate * warm * 0.5 * (1.0 + (std::f32::consts::PI * share).cos()).max(0.01);
            let losses = state
                .network
                .learn(&batch, options.dropout, &mut random, &mut gradients);
            state.adam.step(&mut state.network, &gradients, rate);
            let n = batch.rows.len() as f32;
            sum.arcs += losses.arcs;
            sum.labels += losses.labels;
            sum.tags += losses.tags;
            sum.names += losses.names;
            seen += n as usize;
            batch = Batch::default();
        }
        state.epochs += 1;
        let mean = |x: f32| x / seen.max(1) as f32;
        let progress = Progress {
            epoch: state.epochs,
            arcs: mean(sum.arcs),
            labels: mean(sum.labels),
            tags: mean(sum.tags),
            names: mean(sum.names),
        };
        log(state, progress);
    }
}

/// Longest sentence that is learnt from; longer ones are cut, which leaves some words without a head.
const LONGEST: usize = 200;

fn add(batch: &mut Batch, example: &Example, gazetteer: &Gazetteer, random: &mut Random) {
    let mut n = example.forms.len().min(LONGEST);
    let chance = random.unit();
    let case = match chance {
        c if c < 0.03 => Case::Upper,
        c if c < 0.07 => Case::Title,
        c if c < 0.08 => Case::Lower,
        _ => Case::AsIs,
    };
    // A missing final stop.
    let last_is_leaf = !example.heads.iter().any(|&head| head as usize == n);
    if n > 3
        && last_is_leaf
        && matches!(example.forms[n - 1].as_str(), "." | "!" | "?")
        && random.chance(0.06)
    {
        n -= 1;
    }
    if batch.starts.is_empty() {
        batch.starts.push(0);
    }
    for word in 0..n {
        let form = &example.forms[word];
        let mut rows = match case {
            Case::AsIs => features::rows(form, gazetteer),
            Case::Upper => features::rows(&form.to_uppercase(), gazetteer),
            Case::Lower => features::rows(&form.to_lowercase(), gazetteer),
            Case::Title => features::rows(&title(form), gazetteer),
        };
        let blind = random.chance(0.2);
        for (place, row) in rows.iter_mut().enumerate() {
            if place < 2 && blind || random.chance(0.05) {
                *row = u32::MAX;
            }
        }
        batch.rows.push(rows);
        batch
            .upos
            .push(example.upos.get(word).copied().unwrap_or(UNKNOWN));
        batch
            .xpos
            .push(example.xpos.get(word).copied().unwrap_or(UNKNOWN));
        let head = example
            .heads
            .get(word)
            .copied()
            .filter(|&head| head as usize <= n);
        batch.heads.push(head.unwrap_or(UNKNOWN_HEAD));
        batch
            .rels
            .push(example.rels.get(word).copied().unwrap_or(UNKNOWN));
        // Names are learnt as written: lower-cased ones would teach to find names in common words.
        let names = example.names.get(word).copied().unwrap_or(0);
        batch.names.push(if matches!(case, Case::Lower) {
            0
        } else {
            names
        });
    }
    batch.starts.push(batch.rows.len());
}

#[derive(Clone, Copy)]
enum Case {
    AsIs,
    Upper,
    Lower,
    Title,
}

/// A word as headlines write it: capital first unless it is a short function word.
fn title(form: &str) -> String {
    if form.chars().count() <= 2 {
        return form.to_owned();
    }
    let mut chars = form.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
