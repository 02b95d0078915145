//! From what stands on the command line to documents, one after another.

use std::{
    io::BufReader,
    path::{Path, PathBuf},
};

use rapporteur::{
    Document,
    intake::{Documents, IntakeError, Limits, documents_from, files},
};

/// The files that the paths of a command line stand for, and what could not be found.
#[derive(Default)]
pub struct Inputs {
    /// Files in the order given; `-` is standard input.
    pub files: Vec<Result<PathBuf, IntakeError>>,
}

impl Inputs {
    pub fn of(paths: &[PathBuf]) -> Self {
        let mut inputs = Self::default();
        for path in paths {
            if path == Path::new("-") {
                inputs.files.push(Ok(path.clone()));
                continue;
            }
            match files::find(path) {
                Ok(found) => inputs.files.extend(found.files.into_iter().map(Ok)),
                Err(error) => inputs.files.push(Err(error)),
            }
        }
        inputs
    }

    /// Every report; `opened` is called when a file is begun.
    pub fn documents(
        self,
        limits: Limits,
        mut opened: impl FnMut(),
    ) -> impl Iterator<Item = Result<Document, IntakeError>> {
        self.files.into_iter().flat_map(move |file| {
            opened();
            let documents = match file.and_then(|path| open(&path, &limits)) {
                Ok(documents) => (Some(documents), None),
                Err(error) => (None, Some(Err(error))),
            };
            documents.0.into_iter().flatten().chain(documents.1)
        })
    }
}

/// The reports of a file, or of standard input.
pub fn open(path: &Path, limits: &Limits) -> Result<Documents<'static>, IntakeError> {
    if path == Path::new("-") {
        let input = BufReader::new(std::io::stdin());
        return Ok(documents_from(input, Some("standard input"), limits));
    }
    files::open(path, limits)
}
