//! The only place that touches the disk: which files a path means, and their bytes.

use std::{
    fs::{self, File},
    io::{BufReader, ErrorKind},
    path::{Path, PathBuf},
};

use crate::{Documents, Fault, IntakeError, Limits, documents_from, format::extension};

/// Extensions that are taken from a folder.
pub const EXTENSIONS: [&str; 5] = ["txt", "md", "html", "htm", "jsonl"];

/// The reports that a path stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Files, in the order of their names: the same on every machine.
    pub files: Vec<PathBuf>,
    /// Files in the folder that have other extensions, and links to folders.
    pub skipped: usize,
}

/// The files that `path` stands for: itself, or, for a folder, every report inside it and its folders.
/// Hidden files and folders are passed over. A folder without a report is an error.
pub fn find(path: &Path) -> Result<Found, IntakeError> {
    let at = |error: std::io::Error| error_at(error, path);
    let mut found = Found::default();
    if !fs::metadata(path).map_err(at)?.is_dir() {
        found.files.push(path.to_owned());
        return Ok(found);
    }
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| error_at(error, &folder))? {
            let entry = entry.map_err(|error| error_at(error, &folder))?;
            let (inner, kind) = (entry.path(), entry.file_type().map_err(at)?);
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            // A link to a folder may lead back to where we are.
            let is_folder = kind.is_dir();
            let is_file = kind.is_file() || (kind.is_symlink() && inner.is_file());
            let wanted = EXTENSIONS.contains(&extension(inner.to_str()).as_str());
            if is_folder {
                folders.push(inner);
            } else if is_file && wanted {
                found.files.push(inner);
            } else {
                found.skipped += 1;
            }
        }
    }
    found.files.sort();
    if found.files.is_empty() {
        let fault = Fault::NoReports {
            skipped: found.skipped,
        };
        return Err(IntakeError::new(fault, Some(&path.to_string_lossy())));
    }
    Ok(found)
}

/// The reports of one file.
pub fn open(path: &Path, limits: &Limits) -> Result<Documents<'static>, IntakeError> {
    let file = File::open(path).map_err(|error| error_at(error, path))?;
    let name = path.to_string_lossy();
    Ok(documents_from(
        BufReader::with_capacity(1 << 16, file),
        Some(&name),
        limits,
    ))
}

fn error_at(error: std::io::Error, path: &Path) -> IntakeError {
    let fault = match error.kind() {
        ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Read(error),
    };
    IntakeError::new(fault, Some(&path.to_string_lossy()))
}
