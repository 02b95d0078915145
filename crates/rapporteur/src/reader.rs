//! One report: its record, its stages, its event-data view.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rapporteur_lexicon::{Lexicon, LexiconProblem};
use rapporteur_model::{CodePoints, Dateline, Document, Problem, Record, Report};
use rapporteur_read::{blocks, dates, entities, plover, statements, words::Words};
use rapporteur_syntax::Model;
use serde_json::{Value, json};

/// A stage of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Its name, as `--show` takes it.
    pub name: &'static str,
    /// What it makes, in a line.
    pub purpose: &'static str,
}

/// The stages that can be shown, in the order they run.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "blocks",
        purpose: "the parts of the report: headline, dateline, paragraphs, list items",
    },
    Stage {
        name: "statements",
        purpose: "who says what: source, cue and content of every attribution",
    },
    Stage {
        name: "plover",
        purpose: "acts coded after PLOVER",
    },
];

/// What keeps a reader from being built, or a stage from being shown.
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// The bytes are no model.
    #[error("this is no model of rapporteur: {0}")]
    Model(rapporteur_syntax::ModelError),
    /// No stage has this name.
    #[error("there is no stage «{0}»; the stages are: {list}", list = names())]
    NoStage(String),
}

fn names() -> String {
    let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
    names.join(", ")
}

/// What reads: a lexicon and a model, built once. It may be shared between threads.
pub struct Reader {
    lexicon: Lexicon,
    model: Option<Model>,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// The reader with the lexicon and the model that ship with the program.
    pub fn new() -> Self {
        Self::with_lexicon(&[])
    }

    /// The same, overlaid with a user's own lexicon files: path from the root of their folder, and text.
    pub fn with_lexicon(files: &[(String, String)]) -> Self {
        Self {
            lexicon: Lexicon::with_user(files),
            model: None,
        }
    }

    /// The same with another model: the bytes of a file that `rapporteur train` wrote.
    pub fn with_model(mut self, bytes: &[u8]) -> Result<Self, ReaderError> {
        self.model = Some(Model::from_bytes(bytes).map_err(ReaderError::Model)?);
        Ok(self)
    }

    /// What is wrong with the lexicon's files, the user's above all.
    pub fn lexicon_problems(&self) -> &[LexiconProblem] {
        &self.lexicon.problems
    }

    /// The model of words.
    pub fn model(&self) -> &Model {
        self.model.as_ref().unwrap_or_else(|| Model::embedded())
    }

    /// The record of one report. It never panics: a fault of the program becomes a problem of the record.
    pub fn read(&self, document: &Document) -> Record {
        let whole = catch_unwind(AssertUnwindSafe(|| self.record(document)));
        whole.unwrap_or_else(|_| {
            let mut record = bare(document);
            record.problems.push(Problem::error(
                "a fault of rapporteur kept this report from being read",
                "Please send the report, or the smallest part of it that does this, to the maintainers",
            ));
            record
        })
    }

    fn record(&self, document: &Document) -> Record {
        bare(document)
    }

    /// What a stage made of a report, one value a line of output.
    pub fn show(&self, stage: &str, document: &Document) -> Result<Vec<Value>, ReaderError> {
        if !STAGES.iter().any(|known| known.name == stage) {
            return Err(ReaderError::NoStage(stage.to_owned()));
        }
        let shown = catch_unwind(AssertUnwindSafe(|| self.stage(stage, document)));
        Ok(shown.unwrap_or_default())
    }

    fn stage(&self, stage: &str, document: &Document) -> Vec<Value> {
        let text = &document.text;
        let points = CodePoints::new(text);
        let blocks = blocks::blocks(document);
        if stage == "blocks" {
            return blocks
                .items
                .iter()
                .map(|block| {
                    let (start, end) = points.span(block.span);
                    let kind = format!("{:?}", block.kind);
                    json!({"start": start, "end": end, "kind": kind, "paragraph": block.paragraph})
                })
                .collect();
        }
        let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
        let syntax = self.model().read(text, &spans);
        let words = Words::new(text, &syntax);
        let dates = dates::dates(&words, &dates::Anchor::default());
        let entities = entities::entities(&words, &blocks, &self.lexicon);
        let said = statements::statements(&words, &blocks, &entities, &dates, &self.lexicon);
        match stage {
            "statements" => statements::show(&words, &said, &entities),
            _ => plover::plover(&words, &blocks, &entities, &dates, &said, &self.lexicon)
                .iter()
                .map(|act| plover::to_json(act, &words, &dates, &points, document.key.as_deref()))
                .collect(),
        }
    }

    /// The event-data view of a report as PETRARCH rows.
    pub fn petrarch(&self, document: &Document) -> Vec<String> {
        let text = &document.text;
        let rows = || {
            let blocks = blocks::blocks(document);
            let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
            let syntax = self.model().read(text, &spans);
            let words = Words::new(text, &syntax);
            let dates = dates::dates(&words, &dates::Anchor::default());
            let entities = entities::entities(&words, &blocks, &self.lexicon);
            let said = statements::statements(&words, &blocks, &entities, &dates, &self.lexicon);
            plover::plover(&words, &blocks, &entities, &dates, &said, &self.lexicon)
                .iter()
                .flat_map(|act| plover::to_petrarch(act, &words, &dates, document.key.as_deref()))
                .collect()
        };
        catch_unwind(AssertUnwindSafe(rows)).unwrap_or_default()
    }

    /// The event-data view of a report: one coded act a value.
    pub fn acts(&self, document: &Document) -> Vec<Value> {
        self.show("plover", document).unwrap_or_default()
    }
}

/// A record that says of a report only what its document says.
fn bare(document: &Document) -> Record {
    let report = Report {
        id: id_of(&document.text),
        key: document.key.clone(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        agency: document.agency.clone(),
        byline: document.byline.clone(),
        dateline: None::<Dateline>,
        published: document.published.clone(),
        language: document.language.clone().unwrap_or_else(|| "en".into()),
        location: document.location.clone(),
        copy_of: None,
    };
    Record {
        reports: vec![report],
        problems: document.problems.clone(),
        ..Record::default()
    }
}

/// A hash of a text (FNV-1a, 64 bits): the same on every machine and in every version.
fn id_of(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
