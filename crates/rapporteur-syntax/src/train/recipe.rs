//! The whole way to the shipped model: teachers, silver trees by all of them, a student, its polish, and a second look.

use std::fmt::{self, Write};

use rapporteur_model::Span;

use crate::conllu::ConlluError;
use crate::model::{Model, ModelError};
use crate::shape::Shape;
use crate::weights::Tables;

use super::second::without_fold;
use super::{Corpus, Options, Progress, State, look_again, run, silver, tables};

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
    /// Models that learn from all of the corpus but a part, each another; the second look is learnt from what they
    /// make of the part that was kept from them.
    pub folds: Vec<Options>,
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
            folds: (21..25)
                .map(|seed| Options {
                    seed,
                    epochs: 8,
                    ..Options::default()
                })
                .collect(),
        }
    }
}

impl Recipe {
    /// The same steps, all very small: to see in seconds that every step runs.
    pub fn quick() -> Self {
        let shape = Shape {
            embedding: 16,
            width: 32,
            layers: 2,
            arc: 16,
            label: 16,
        };
        let mut recipe = Self::default();
        let Self {
            teachers,
            student,
            polish,
            folds,
            ..
        } = &mut recipe;
        folds.truncate(2);
        let models = teachers.iter_mut().chain([student, polish]);
        for options in models.chain(folds) {
            options.epochs = options.epochs.div_ceil(5);
            options.batch = 100;
            options.shape = shape;
        }
        recipe
    }
}

/// Why the recipe cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecipeError {
    /// The store holds steps of another recipe or of other sources; going on from them would mix the two.
    Foreign,
    /// A model in the store cannot be read.
    Model(ModelError),
    /// Silver trees in the store cannot be read.
    Silver(ConlluError),
}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str(
                "the steps that are kept there are of another recipe or of other data; keep these elsewhere, or begin anew in an empty folder",
            ),
            Self::Model(error) => error.fmt(f),
            Self::Silver(error) => write!(f, "cannot read the silver trees: {error}"),
        }
    }
}

impl std::error::Error for RecipeError {}

impl From<ModelError> for RecipeError {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

/// What the recipe is made from.
#[derive(Debug)]
pub struct Sources<'a> {
    /// Trees and names made by people.
    pub corpus: Corpus,
    /// Unlabelled text, one paragraph a line.
    pub texts: Vec<String>,
    /// Models that are there already and help the teachers to label the text; there need be none.
    pub helpers: Vec<&'a Model>,
}

impl Sources<'_> {
    /// A small part of everything, as small for the same sources: to see that every step runs.
    pub fn thin(&mut self) {
        let every = self.corpus.examples.len().div_ceil(300).max(1);
        let mut place = 0;
        self.corpus.examples.retain(|_| {
            place += 1;
            place % every == 1 % every
        });
        self.corpus.documents.truncate(40);
        self.texts.truncate(3);
    }

    /// What tells these sources from others, and this recipe.
    fn mark(&self, recipe: &Recipe) -> String {
        let mut digest = Digest(0xcbf2_9ce4_8422_2325);
        let corpus = &self.corpus;
        let parts = (&corpus.examples, &corpus.lemmas, &corpus.other_names);
        let _ = write!(digest, "{parts:?} {:?}", self.texts);
        let (sentences, texts) = (corpus.examples.len(), self.texts.len());
        let helpers = self.helpers.len();
        format!(
            "{recipe:?}\n{sentences} sentences, {texts} texts, {helpers} helpers, digest {:016x}\n",
            digest.0
        )
    }
}

/// FNV-1a of what is written.
struct Digest(u64);

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

/// Where finished and half-finished steps are kept, so that training can go on after an interruption.
pub trait Store {
    /// What was put under a name, if anything.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps something under a name; what was there is replaced.
    fn put(&mut self, name: &str, data: &[u8]);
}

/// Follows the recipe and returns the file of weights. Steps whose result `store` holds are not done again. `log`
/// gets the step's name, the losses of each epoch and the model as it then is. Interrupted after any step or epoch and
/// begun again with the same store, it comes to the same bytes.
pub fn make(
    sources: Sources,
    recipe: &Recipe,
    store: &mut impl Store,
    mut log: impl FnMut(&str, Progress, &Model),
) -> Result<Vec<u8>, RecipeError> {
    let mark = sources.mark(recipe);
    if kept("recipe", store, || mark.clone()) != mark {
        return Err(RecipeError::Foreign);
    }
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
    let folds = &recipe.folds;
    let mut models = Vec::new();
    for (number, options) in folds.iter().enumerate() {
        let name = format!("fold-{}", number + 1);
        let part = without_fold(&corpus, number, folds.len());
        let from = State::new(options);
        let data = step(&name, &part, options, from, &tables, store, &mut log)?;
        models.push(Model::from_bytes(&data)?);
    }
    let people = corpus.examples.clone();
    let teachers: Vec<&Model> = teachers.iter().chain(helpers).collect();
    if !teachers.is_empty() && !texts.is_empty() {
        let trees = kept("names.conllu", store, || {
            silver(&teachers, &corpus.without_trees(), false)
        });
        corpus.fill_trees(&trees).map_err(RecipeError::Silver)?;
        let trees = kept("silver.conllu", store, || {
            texts.iter().map(|text| label(&teachers, text)).collect()
        });
        corpus
            .add_silver(&trees, recipe.trust)
            .map_err(RecipeError::Silver)?;
    }
    let begin = begin.unwrap_or_else(|| State::new(&recipe.student));
    let options = &recipe.student;
    let student = step("student", &corpus, options, begin, &tables, store, &mut log)?;
    corpus.examples.retain(|example| example.trust >= 1.0);
    let (begin, options) = (State::from_model(&student)?, &recipe.polish);
    let polished = step("polish", &corpus, options, begin, &tables, store, &mut log)?;
    Ok(look_again(&polished, &models, &people)?)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const TREES: &str = "\
# newdoc id = a
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tenvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newdoc id = b
1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tfailed\tfail\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

";

    /// Keeps steps in memory, and what it held after each change.
    #[derive(Default)]
    struct Memory {
        now: BTreeMap<String, Vec<u8>>,
        then: Vec<BTreeMap<String, Vec<u8>>>,
    }

    impl Store for Memory {
        fn get(&self, name: &str) -> Option<Vec<u8>> {
            self.now.get(name).cloned()
        }

        fn put(&mut self, name: &str, data: &[u8]) {
            self.now.insert(name.to_owned(), data.to_vec());
            self.then.push(self.now.clone());
        }
    }

    fn sources() -> Sources<'static> {
        let mut corpus = Corpus::default();
        corpus.add_treebank(&TREES.repeat(4), None).unwrap();
        corpus.add_wikigold("Ann I-PER\nBerg I-PER\nspoke O\n\n");
        Sources {
            corpus,
            texts: vec!["The envoys of both sides met again today.".to_owned()],
            helpers: Vec::new(),
        }
    }

    #[test]
    fn every_step_runs_and_goes_on_after_any_interruption() {
        let recipe = Recipe::quick();
        let mut store = Memory::default();
        let mut steps = Vec::new();
        let whole = make(sources(), &recipe, &mut store, |step, progress, _| {
            steps.push(format!("{step} {}", progress.epoch));
        });
        let whole = whole.unwrap();
        assert!(Model::from_bytes(&whole).is_ok());
        let expected = [
            "teacher-1 1",
            "teacher-1 2",
            "teacher-2 1",
            "teacher-2 2",
            "fold-1 1",
            "fold-1 2",
            "fold-2 1",
            "fold-2 2",
            "student 1",
            "student 2",
            "student 3",
            "polish 1",
        ];
        assert_eq!(steps, expected);
        for name in ["names.conllu", "silver.conllu"] {
            assert!(!store.now[name].is_empty(), "{name}");
        }
        // After every change the training is cut off and begun again.
        for then in store.then {
            let mut store = Memory {
                now: then,
                then: Vec::new(),
            };
            assert!(make(sources(), &recipe, &mut store, |_, _, _| {}).unwrap() == whole);
        }
    }

    #[test]
    fn steps_of_another_recipe_are_not_gone_on_from() {
        let mut store = Memory::default();
        store.put("recipe", b"another");
        let made = make(sources(), &Recipe::quick(), &mut store, |_, _, _| {});
        assert_eq!(made, Err(RecipeError::Foreign));
    }
}
