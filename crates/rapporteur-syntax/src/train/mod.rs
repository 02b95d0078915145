//! Training: from treebanks and name-annotated text to the file of weights.
//!
//! The same corpus, options and build give the same weights: every random choice comes from the seed, and one
//! thread does the work in order.

mod adam;
mod boundaries;
mod data;
mod gather;
mod gum;
mod loss;
mod network;
mod random;
mod recipe;
mod score;
mod second;
mod silver;
mod target;

pub use adam::Adam;
pub use boundaries::boundaries;
pub use data::{Corpus, Document, Example};
pub use gather::{GatherError, gather};
pub use network::Network;
pub use random::Random;
pub use recipe::{Recipe, RecipeError, Sources, Store, label, make, one};
pub use score::{Figures, score};
pub use silver::silver;
pub use target::Target;

use network::{Batch, Gradients, Losses};

use crate::NameKind;
use crate::features;
use crate::lemmas::Lemmas;
use crate::model::{Model, ModelError};
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

    /// A beginning at the weights of a model, to train it further.
    pub fn from_model(data: &[u8]) -> Result<Self, ModelError> {
        let weights = weights::read(data)?;
        let shape = weights.shape;
        let mut state = Self::new(&Options {
            shape,
            ..Options::default()
        });
        let network = &mut state.network;
        let rows = weights
            .table
            .chunks_exact(shape.embedding)
            .zip(&weights.table_scales);
        for ((row, scale), out) in rows.zip(network.table.chunks_exact_mut(shape.embedding)) {
            out.iter_mut()
                .zip(row)
                .for_each(|(x, &value)| *x = f32::from(value as i8) * scale);
        }
        network.dense.copy_from_slice(&weights.vectors);
        for matrix in weights.layout.matrices() {
            let Some(quantised) = weights.matrices.get(&matrix.name) else {
                continue;
            };
            let out = &mut network.dense[matrix.range()];
            for (column, values) in quantised.values.chunks_exact(matrix.rows).enumerate() {
                for (row, &value) in values.iter().enumerate() {
                    out[row * matrix.columns + column] =
                        f32::from(value) * quantised.scales[column];
                }
            }
        }
        Ok(state)
    }

    /// Everything as bytes, to go on from later: sizes and counts, then weights and moments.
    pub fn to_bytes(&self) -> Vec<u8> {
        let shape = &self.network.shape;
        let sizes = [
            shape.embedding,
            shape.width,
            shape.layers,
            shape.arc,
            shape.label,
            self.epochs,
        ];
        let mut out: Vec<u8> = sizes
            .iter()
            .flat_map(|n| (*n as u64).to_le_bytes())
            .collect();
        out.extend(self.adam.steps.to_le_bytes());
        for part in self.parts() {
            out.extend(part.iter().flat_map(|x| x.to_le_bytes()));
        }
        out
    }

    /// Reads what [`State::to_bytes`] wrote; `None` when it is something else.
    pub fn from_bytes(data: &[u8]) -> Option<Self> {
        let (head, body) = data.split_at_checked(56)?;
        let sizes: Vec<u64> = head
            .chunks_exact(8)
            .filter_map(|b| Some(u64::from_le_bytes(b.try_into().ok()?)))
            .collect();
        let size = |place: usize| usize::try_from(sizes[place]).ok().filter(|&n| n <= 2048);
        let shape = Shape {
            embedding: size(0)?,
            width: size(1)?,
            layers: size(2)?,
            arc: size(3)?,
            label: size(4)?,
        };
        let mut state = Self::new(&Options {
            shape,
            ..Options::default()
        });
        state.epochs = size(5)?;
        state.adam.steps = sizes[6];
        if body.len() != 4 * state.parts().iter().map(|part| part.len()).sum::<usize>() {
            return None;
        }
        let mut numbers = body
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let [d1, d2] = &mut state.adam.dense;
        let [t1, t2] = &mut state.adam.table;
        for part in [
            &mut state.network.dense,
            &mut state.network.table,
            d1,
            d2,
            t1,
            t2,
        ] {
            part.iter_mut()
                .zip(&mut numbers)
                .for_each(|(x, number)| *x = number);
        }
        Some(state)
    }

    fn parts(&self) -> [&Vec<f32>; 6] {
        let ([d1, d2], [t1, t2]) = (&self.adam.dense, &self.adam.table);
        [&self.network.dense, &self.network.table, d1, d2, t1, t2]
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
        second: None,
    }
}

/// A file of weights with a second look, which is learnt from what models make of parts of the corpus that were kept
/// from them: each of `folds` learnt from all but one, in order.
pub fn look_again(
    model: &[u8],
    folds: &[Model],
    examples: &[Example],
) -> Result<Vec<u8>, ModelError> {
    let mut tables = weights::read(model)?.tables;
    tables.second = Some(second::second(folds, examples));
    weights::refit(model, &tables)
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
    let words: f32 = corpus
        .examples
        .iter()
        .map(|example| example.trust.min(1.0) * example.forms.len() as f32)
        .sum();
    let total_steps = (words / options.batch as f32 + 1.0) * options.epochs as f32;
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
                add(&mut batch, example, corpus, &mut random);
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

fn add(batch: &mut Batch, example: &Example, corpus: &Corpus, random: &mut Random) {
    let gazetteer = &corpus.gazetteer;
    let mut n = example.forms.len().min(LONGEST);
    let chance = random.unit();
    let case = match chance {
        c if c < 0.03 => Case::Upper,
        c if c < 0.07 => Case::Title,
        c if c < 0.10 => Case::Lower,
        _ => Case::AsIs,
    };
    // A missing final stop.
    let last_is_leaf = !example
        .heads
        .iter()
        .any(|heads| heads.best().is_some_and(|(head, _)| head == n));
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
    let renamed = random.chance(0.3);
    for word in 0..n {
        let form = match another_name(example, word, corpus, random).filter(|_| renamed) {
            Some(other) => other,
            None => &example.forms[word],
        };
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
        let target = |list: &[Target]| list.get(word).copied().unwrap_or_default();
        batch.upos.push(target(&example.upos));
        batch.xpos.push(target(&example.xpos));
        batch.heads.push(target(&example.heads).up_to(n));
        batch.rels.push(target(&example.rels));
        batch
            .names
            .push(example.names.get(word).copied().unwrap_or(0));
        batch.chances.push(target(&example.chances));
    }
    batch.starts.push(batch.rows.len());
}

/// Another name for a word that is one, of the same kind and place: the tree does not hang on who it is.
fn another_name<'a>(
    example: &Example,
    word: usize,
    corpus: &'a Corpus,
    random: &mut Random,
) -> Option<&'a str> {
    let label = |word: usize| example.names.get(word).copied().unwrap_or(0);
    let form = &example.forms[word];
    if form.len() < 3
        || !form.chars().all(char::is_alphabetic)
        || !form.starts_with(char::is_uppercase)
    {
        return None;
    }
    let next_inside = label(word + 1) == data::inside(NameKind::Person);
    let alone = ![NameKind::Place, NameKind::State]
        .iter()
        .any(|&kind| label(word + 1) == data::inside(kind));
    let list = match label(word) {
        bits if bits == data::begin(NameKind::Person) && (next_inside || random.chance(0.5)) => 0,
        bits if bits == data::begin(NameKind::Person) || bits == data::inside(NameKind::Person) => {
            1
        }
        bits if bits == data::begin(NameKind::Place) && alone => 2,
        bits if bits == data::begin(NameKind::Organisation)
            && label(word + 1) != data::inside(NameKind::Organisation) =>
        {
            3
        }
        _ => return None,
    };
    let names = &corpus.other_names[list];
    names.get(random.below(names.len())).map(String::as_str)
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

#[cfg(test)]
mod tests {
    use super::*;

    const TREES: &str = "\
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tenvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tfailed\tfail\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
";

    fn small() -> (Corpus, Options) {
        let mut corpus = Corpus::default();
        corpus
            .add_treebank(&TREES.repeat(8).replace(".\t_\t_\n1", ".\t_\t_\n\n1"), None)
            .unwrap();
        let shape = Shape {
            embedding: 16,
            width: 32,
            layers: 2,
            arc: 16,
            label: 16,
        };
        (
            corpus,
            Options {
                shape,
                epochs: 100,
                rate: 1e-2,
                batch: 20,
                ..Options::default()
            },
        )
    }

    #[test]
    fn learns_what_it_sees_and_stops_and_goes_on_alike() {
        let (corpus, options) = small();
        let mut whole = State::new(&options);
        run(&corpus, &options, &mut whole, |_, _| {});
        let mut kept = None;
        run(
            &corpus,
            &options,
            &mut State::new(&options),
            |state, progress| {
                if progress.epoch == 11 {
                    kept = Some(state.to_bytes());
                }
            },
        );
        let mut resumed = State::from_bytes(&kept.unwrap()).unwrap();
        run(&corpus, &options, &mut resumed, |_, _| {});
        assert_eq!(whole.to_bytes(), resumed.to_bytes());
        let model = crate::Model::from_bytes(&whole.model(&tables(&corpus, 1))).unwrap();
        let syntax = model.tag(&[vec!["The", "envoys", "met", "."]]);
        assert_eq!(syntax.trees.heads, [1, 2, 2, 2]);
        assert_eq!(&*syntax.tags.lemmas[2], "meet");
    }

    #[test]
    fn a_broken_file_is_no_model_and_no_state() {
        assert!(State::from_bytes(b"nothing").is_none());
        assert!(crate::Model::from_bytes(b"nothing").is_err());
        let (corpus, options) = small();
        let bytes = State::new(&options).model(&tables(&corpus, 1));
        assert!(crate::Model::from_bytes(&bytes).is_ok());
        assert!(crate::Model::from_bytes(&bytes[..bytes.len() / 2]).is_err());
    }
}
