//! The whole way to the shipped model: teachers, silver trees by all of them, a student, and its polish.

use rapporteur_model::Span;

use crate::conllu::ConlluError;
use crate::model::{Model, ModelError};
use crate::weights::Tables;

use super::{Corpus, Options, Progress, State, run, silver, tables};

/// The steps and their options.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Models that learn from the corpus alone. Their shapes may differ from the student's.
    pub teachers: Vec<Options>,
    /// The model that learns from the corpus and the teachers' trees, beginning at the weights of the first teacher of
    /// its shape.
    pub student: Options,
    /// Share of the silver sentences that an epoch sees.
    pub trust: f32,
    /// How the student goes on, slowly, with people's trees and names alone.
    pub polish: Options,
}

impl Default for Recipe {
    fn default() -> Self {
        let teacher = |seed| Options {
            seed,
            epochs: 10,
            ..Options::default()
        };
        Self {
            teachers: vec![teacher(1), teacher(5)],
            student: Options {
                epochs: 12,
                seed: 7,
                ..Options::default()
            },
            trust: 0.3,
            polish: Options {
                epochs: 2,
                rate: 5e-4,
                seed: 11,
                ..Options::default()
            },
        }
    }
}

/// What the recipe is made from.
#[derive(Debug)]
pub struct Sources<'a> {
    /// Trees and names made by people.
    pub corpus: Corpus,
    /// Unlabelled text, one paragraph a line.
    pub texts: Vec<String>,
    /// Models that are there already and help to label the text.
    pub helpers: Vec<&'a Model>,
}

/// Where finished and half-finished steps are kept, so that training can go on after an interruption.
pub trait Store {
    /// What was put under a name, if anything.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps something under a name; what was there is replaced.
    fn put(&mut self, name: &str, data: &[u8]);
}

/// Follows the recipe and returns the file of weights. Steps whose result `store` holds are not done again. `log`
/// gets the step's name, the losses of each epoch and the model as it then is.
pub fn make(
    sources: Sources,
    recipe: &Recipe,
    store: &mut impl Store,
    mut log: impl FnMut(&str, Progress, &Model),
) -> Result<Vec<u8>, ModelError> {
    let Sources {
        mut corpus,
        texts,
        helpers,
    } = sources;
    let tables = tables(&corpus, recipe.student.seed);
    let mut teachers = Vec::new();
    let mut begin = None;
    for (number, options) in recipe.teachers.iter().enumerate() {
        let name = format!("teacher-{}", number + 1);
        let from = State::new(options);
        let data = step(&name, &corpus, options, from, &tables, store, &mut log)?;
        teachers.push(Model::from_bytes(&data)?);
        if begin.is_none() && options.shape == recipe.student.shape {
            begin = Some(State::from_model(&data)?);
        }
    }
    let teachers: Vec<&Model> = teachers.iter().chain(helpers).collect();
    if !teachers.is_empty() && !texts.is_empty() {
        let error = |error: ConlluError| ModelError(error.to_string());
        let trees = kept("names.conllu", store, || {
            silver(&teachers, &corpus.without_trees(), false)
        });
        corpus.fill_trees(&trees).map_err(error)?;
        let trees = kept("silver.conllu", store, || {
            texts.iter().map(|text| label(&teachers, text)).collect()
        });
        corpus.add_silver(&trees, recipe.trust).map_err(error)?;
    }
    let begin = begin.unwrap_or_else(|| State::new(&recipe.student));
    let options = &recipe.student;
    let data = step("student", &corpus, options, begin, &tables, store, &mut log)?;
    corpus.examples.retain(|example| example.trust >= 1.0);
    let (begin, options) = (State::from_model(&data)?, &recipe.polish);
    step("polish", &corpus, options, begin, &tables, store, &mut log)
}

/// Trains one model from people's trees and names alone; as [`make`], it goes on where it was.
pub fn one(
    name: &str,
    corpus: &Corpus,
    options: &Options,
    store: &mut impl Store,
    mut log: impl FnMut(&str, Progress, &Model),
) -> Result<Vec<u8>, ModelError> {
    let (begin, tables) = (State::new(options), tables(corpus, options.seed));
    step(name, corpus, options, begin, &tables, store, &mut log)
}

/// What the store holds under a name, or what `make` makes.
fn kept(name: &str, store: &mut impl Store, make: impl FnOnce() -> String) -> String {
    let old = store.get(name);
    old.and_then(|data| String::from_utf8(data).ok())
        .unwrap_or_else(|| {
            let new = make();
            store.put(name, new.as_bytes());
            new
        })
}

/// Trains one model to the end, or gets it from the store.
fn step(
    name: &str,
    corpus: &Corpus,
    options: &Options,
    begin: State,
    tables: &Tables,
    store: &mut impl Store,
    log: &mut impl FnMut(&str, Progress, &Model),
) -> Result<Vec<u8>, ModelError> {
    let (done, half) = (format!("{name}.safetensors"), format!("{name}.state"));
    if let Some(model) = store.get(&done) {
        return Ok(model);
    }
    let mut state = store
        .get(&half)
        .and_then(|data| State::from_bytes(&data))
        .unwrap_or(begin);
    run(corpus, options, &mut state, |state, progress| {
        store.put(&half, &state.to_bytes());
        if let Ok(model) = Model::from_bytes(&state.model(tables)) {
            log(name, progress, &model);
        }
    });
    let model = state.model(tables);
    store.put(&done, &model);
    Ok(model)
}

/// Silver trees of the sentences of a text (a paragraph a line) that are neither very short nor very long.
pub fn label(teachers: &[&Model], text: &str) -> String {
    let Some(first) = teachers.first() else {
        return String::new();
    };
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        blocks.push(Span::new(at, at + line.len()));
        at += line.len() + 1;
    }
    let (tokens, sentences) = first.split(text, &blocks);
    let sentences: Vec<Vec<&str>> = sentences
        .0
        .iter()
        .filter(|range| (4..=80).contains(&range.len()))
        .map(|range| {
            tokens.spans[range.clone()]
                .iter()
                .map(|span| span.of(text))
                .collect()
        })
        .collect();
    silver(teachers, &sentences, true)
}
