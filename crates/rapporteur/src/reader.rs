//! One report: its record, its stages, its event-data view.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use rapporteur_lexicon::{Lexicon, LexiconProblem};
use rapporteur_model::{CodePoints, Document, Problem, Record, Report};
use rapporteur_read::{self as room, ModelRef, Reading, STAGES, Tools, plover};
use rapporteur_syntax::Model;
use serde_json::Value;

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
    tools: Tools,
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
        let tools = Tools {
            lexicon: Lexicon::with_user(files),
            model: ModelRef::Embedded,
        };
        Self { tools }
    }

    /// The same with another model: the bytes of a file that `rapporteur train` wrote.
    pub fn with_model(mut self, bytes: &[u8]) -> Result<Self, ReaderError> {
        let model = Model::from_bytes(bytes).map_err(ReaderError::Model)?;
        self.tools.model = ModelRef::Own(Box::new(model));
        Ok(self)
    }

    /// What is wrong with the lexicon's files, the user's above all.
    pub fn lexicon_problems(&self) -> &[LexiconProblem] {
        &self.tools.lexicon.problems
    }

    /// The lexicon it reads with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.tools.lexicon
    }

    /// The record of one report. It never panics: a fault of the program becomes a problem of the record.
    pub fn read(&self, document: &Document) -> Record {
        match self.reading(document) {
            Ok(reading) => guarded(|| room::record(&reading)),
            Err(fault) => Err(fault),
        }
        .unwrap_or_else(|fault| unread(document, &fault))
    }

    /// How long each stage took for a report: its name (see [`rapporteur_read::read_watched`]) and the time, with the
    /// writing of the record as "record" at the end; and how many words the report has.
    pub fn timed(&self, document: &Document) -> (Vec<(&'static str, Duration)>, usize) {
        let mut times = Vec::new();
        let mut last = Instant::now();
        let mut lap = |stage| {
            times.push((stage, last.elapsed()));
            last = Instant::now();
        };
        let reading = room::read_watched(document.clone(), &self.tools, &mut lap);
        std::hint::black_box(room::record(&reading));
        lap("record");
        (times, reading.words().len())
    }

    /// What a stage made of a report, one value a line of output, each with the report's `key` where it has one.
    /// A fault of the program gives none.
    pub fn show(&self, stage: &str, document: &Document) -> Result<Vec<Value>, ReaderError> {
        if !STAGES.iter().any(|known| known.name == stage) {
            return Err(ReaderError::NoStage(stage.to_owned()));
        }
        let shown = self
            .reading(document)
            .and_then(|reading| guarded(|| room::show(stage, &reading)));
        Ok(shown.ok().flatten().unwrap_or_default())
    }

    /// The event-data view of a report: one coded act a value. A fault of the program gives none.
    pub fn acts(&self, document: &Document) -> Vec<Value> {
        let key = document.key.as_deref();
        self.coded(document, |act, reading, points| {
            let words = reading.words();
            vec![plover::to_json(act, &words, &reading.dates, points, key)]
        })
    }

    /// The event-data view of a report as PETRARCH rows.
    pub fn petrarch(&self, document: &Document) -> Vec<String> {
        let key = document.key.as_deref();
        self.coded(document, |act, reading, _| {
            plover::to_petrarch(act, &reading.words(), &reading.dates, key)
        })
    }

    fn coded<T>(
        &self,
        document: &Document,
        write: impl Fn(&plover::Act, &Reading, &CodePoints) -> Vec<T>,
    ) -> Vec<T> {
        let written = self.reading(document).and_then(|reading| {
            guarded(|| {
                let points = CodePoints::new(&document.text);
                let acts = plover::acts(&reading, &self.tools.lexicon);
                acts.iter()
                    .flat_map(|act| write(act, &reading, &points))
                    .collect()
            })
        });
        written.unwrap_or_default()
    }

    fn reading(&self, document: &Document) -> Result<Reading, String> {
        guarded(|| room::read(document.clone(), &self.tools))
    }
}

/// What `work` gives, or the words of its panic. Nothing that it leaves half done is looked at again.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|fault| {
        let words = (fault.downcast_ref::<String>().map(String::as_str))
            .or_else(|| fault.downcast_ref::<&str>().copied());
        words.unwrap_or("no words").to_owned()
    })
}

/// The record of a report that a fault of the program kept from being read.
fn unread(document: &Document, fault: &str) -> Record {
    let report = Report {
        id: room::id_of(&document.text),
        key: document.key.clone(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        agency: document.agency.clone(),
        byline: document.byline.clone(),
        dateline: None,
        published: document.published.clone(),
        language: document.language.clone().unwrap_or_else(|| "en".into()),
        location: document.location.clone(),
        copy_of: None,
    };
    let mut problems = document.problems.clone();
    problems.push(Problem::error(
        format!("a fault of rapporteur kept this report from being read ({fault})"),
        "Please send the smallest part of the report that does this to the maintainers",
    ));
    Record {
        reports: vec![report],
        problems,
        ..Record::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_words() {
        let fault = guarded(|| -> u8 { panic!("word {} is missing", 7) });
        assert_eq!(fault.unwrap_err(), "word 7 is missing");
        let record = unread(&Document::from_text("Orveth said no."), "no words");
        assert_eq!(record.problems.len(), 1);
        assert_eq!(record.reports.len(), 1);
    }
}
