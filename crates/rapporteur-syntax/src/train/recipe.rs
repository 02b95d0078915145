//! The whole way to the shipped model: teachers, silver trees by all of them, a student.

use rapporteur_model::Span;

use crate::model::{Model, ModelError};
use crate::weights::Tables;

use super::{Corpus, Options, Progress, State, run, silver, tables};

/// The steps and their options.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Models that learn from the corpus alone.
    pub teachers: Vec<Options>,
    /// The model that learns from the corpus and the teachers' trees.
    pub student: Options,
    /// Share of the silver sentences that an epoch sees.
    pub trust: f32,
}

impl Default for Recipe {
    fn default() -> Self {
        let teacher = |seed| Options {
            seed,
            ..Options::default()
        };
        Self {
            teachers: vec![teacher(1), teacher(5)],
            student: Options {
                epochs: 15,
                seed: 7,
                ..Options::default()
            },
            trust: 0.25,
        }
    }
}

/// Where finished and half-finished steps are kept, so that training can go on after an interruption.
pub trait Store {
    /// What was put under a name, if anything.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps something under a name; what was there is replaced.
    fn put(&mut self, name: &str, data: &[u8]);
}

/// Follows the recipe and returns the file of weights. `texts` is unlabelled text, one paragraph a line. Steps whose
/// result `store` holds are not done again. `log` gets the step's name and the losses of each epoch.
pub fn make(
    mut corpus: Corpus,
    texts: &[String],
    recipe: &Recipe,
    store: &mut impl Store,
    mut log: impl FnMut(&str, Progress),
) -> Result<Vec<u8>, ModelError> {
    let tables = tables(&corpus, recipe.student.seed);
    let mut teachers = Vec::new();
    for (number, options) in recipe.teachers.iter().enumerate() {
        let name = format!("teacher-{}", number + 1);
        teachers.push(Model::from_bytes(&step(
            &name, &corpus, options, &tables, store, &mut log,
        )?)?);
    }
    if !teachers.is_empty() && !texts.is_empty() {
        let name = "silver.conllu";
        let trees = match store
            .get(name)
            .and_then(|data| String::from_utf8(data).ok())
        {
            Some(trees) => trees,
            None => {
                let trees: String = texts.iter().map(|text| label(&teachers, text)).collect();
                store.put(name, trees.as_bytes());
                trees
            }
        };
        corpus
            .add_silver(&trees, recipe.trust)
            .map_err(|error| ModelError(error.to_string()))?;
    }
    step(
        "student",
        &corpus,
        &recipe.student,
        &tables,
        store,
        &mut log,
    )
}

fn step(
    name: &str,
    corpus: &Corpus,
    options: &Options,
    tables: &Tables,
    store: &mut impl Store,
    log: &mut impl FnMut(&str, Progress),
) -> Result<Vec<u8>, ModelError> {
    let (done, half) = (format!("{name}.safetensors"), format!("{name}.state"));
    if let Some(model) = store.get(&done) {
        return Ok(model);
    }
    let mut state = store
        .get(&half)
        .and_then(|data| State::from_bytes(&data))
        .unwrap_or_else(|| State::new(options));
    run(corpus, options, &mut state, |state, progress| {
        store.put(&half, &state.to_bytes());
        log(name, progress);
    });
    let model = state.model(tables);
    store.put(&done, &model);
    Ok(model)
}

/// Silver trees of the sentences of a text (a paragraph a line) that are neither very short nor very long.
pub fn label(teachers: &[Model], text: &str) -> String {
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
