//! What keeps a report from being read: what, where, what to do.

use rapporteur_model::{Document, Problem};

/// A report that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}{fault}. {}", self.place(), self.fault.hint())]
pub struct IntakeError {
    /// What is wrong.
    #[source]
    pub fault: Fault,
    /// Path or URL.
    pub location: Option<String>,
    /// Line of a JSON Lines file, counted from 1.
    pub line: Option<u64>,
    /// The id that the user gave to the report, where it could still be read.
    pub key: Option<String>,
}

/// What is wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A format that is known, and not read yet.
    #[error("this is {name}, which cannot be read yet")]
    NotYet {
        /// The format, with its article ("a PDF file").
        name: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// Not text at all.
    #[error("this looks like {name}, not like text")]
    Binary {
        /// What it looks like, with its article ("a PNG image").
        name: &'static str,
    },
    /// More bytes than are read.
    #[error("the report is larger than {} MB", .limit >> 20)]
    TooLarge {
        /// The most that is read (bytes).
        limit: usize,
    },
    /// JSON that does not say what it should.
    #[error("{message}")]
    Json {
        /// What is wrong with it.
        message: String,
    },
    /// No such file.
    #[error("there is no such file or folder")]
    Missing,
    /// A folder without a report.
    #[error("the folder holds no report ({skipped} other files skipped)")]
    NoReports {
        /// Files with other extensions.
        skipped: usize,
    },
    /// The disk, or whatever the bytes come from, failed.
    #[error("it could not be read: {0}")]
    Read(#[from] std::io::Error),
}

impl Fault {
    /// What to do about it, as a sentence.
    pub fn hint(&self) -> &str {
        match self {
            Self::NotYet { hint, .. } => hint,
            Self::Binary { .. } => {
                "Give the report as plain text, HTML or JSON Lines; programs such as pdftotext, pandoc or tesseract extract text"
            }
            Self::TooLarge { .. } => {
                "Split it into reports, or give one report a line as JSON Lines: {\"id\": …, \"text\": …}"
            }
            Self::Json { .. } => {
                "A line holds one report: {\"id\": \"a1\", \"text\": \"…\", \"title\": \"…\", \"published\": \"2031-03-04\", \"outlet\": \"…\"}"
            }
            Self::Missing => "Check the spelling; give - to read standard input",
            Self::NoReports { .. } => {
                "Reports end in .txt, .md, .html, .htm or .jsonl; another file can be named itself"
            }
            Self::Read(_) => "Check that the file is there and may be read",
        }
    }
}

impl IntakeError {
    /// An error at a path or URL.
    pub fn new(fault: Fault, location: Option<&str>) -> Self {
        Self::from(fault).at(location)
    }

    pub(crate) fn at(mut self, location: Option<&str>) -> Self {
        self.location = location.map(str::to_owned);
        self
    }

    fn place(&self) -> String {
        match (&self.location, self.line) {
            (Some(location), Some(line)) => format!("{location}, line {line}: "),
            (Some(location), None) => format!("{location}: "),
            (None, Some(line)) => format!("line {line}: "),
            (None, None) => String::new(),
        }
    }

    /// The error as an empty document that bears it as a problem, so that a run over many reports gives one record for each.
    pub fn into_document(self) -> Document {
        let message = format!("{}{}", self.place(), self.fault);
        Document {
            problems: vec![Problem::error(message, self.fault.hint())],
            location: self.location,
            key: self.key,
            ..Document::default()
        }
    }
}

impl From<Fault> for IntakeError {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            location: None,
            line: None,
            key: None,
        }
    }
}

impl From<std::io::Error> for IntakeError {
    fn from(error: std::io::Error) -> Self {
        Fault::Read(error).into()
    }
}
