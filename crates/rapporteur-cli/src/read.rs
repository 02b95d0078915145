//! `rapporteur read`.

use std::{
    io::{BufWriter, IsTerminal, Write},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use rapporteur::{Document, Paragraphs, Reader, Record, STAGES, intake::Limits, model::Severity};

use crate::{
    Exit,
    args::{Format, Read},
    board, folder,
    inputs::Inputs,
};

/// Columns of a board that does not go to a terminal.
const PIPED: usize = 100;

pub fn read(options: &Read) -> Result<Exit> {
    if let Some(stage) = &options.show
        && !STAGES.iter().any(|known| known.name == stage)
    {
        let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        let mut error = anstream::stderr();
        writeln!(
            error,
            "rapporteur: there is no stage «{stage}». The stages are: {}",
            names.join(", ")
        )?;
        return Ok(Exit::Usage);
    }
    let reader = reader(
        options.lexicon.as_deref(),
        options.model.as_deref(),
        options.quiet,
    )?;
    let format = options.format.unwrap_or(Format::Board);
    let columns = options.width.map_or_else(columns, usize::from);
    let inputs = Inputs::of(&options.files);
    let bar = progress(inputs.files.len(), options.quiet);
    let failed = AtomicU64::new(0);

    let documents = inputs.documents(Limits::default(), || bar.inc(1));
    let documents = documents.filter_map(|document| match document {
        Ok(mut document) => {
            document.published = document.published.or_else(|| options.published.clone());
            document.outlet = document.outlet.or_else(|| options.outlet.clone());
            Some(document)
        }
        Err(error) => {
            failed.fetch_add(1, Ordering::Relaxed);
            bar.suspend(|| {
                // Where nobody listens there is nobody to tell.
                let _ = writeln!(anstream::stderr(), "rapporteur: {error}");
            });
            // A machine that counts records gets one for every report; a person has the message.
            let counted = options.show.is_none() && matches!(format, Format::Json | Format::Jsonl);
            counted.then(|| error.into_document())
        }
    });
    let print = |document: Document| match &options.show {
        Some(stage) => Ok(show(&reader, stage, &document)),
        None => print(&reader, format, columns, &document),
    };
    let mut out = BufWriter::new(anstream::stdout());
    let mut first = true;
    rapporteur::read_all(documents, options.threads, print, |printed| {
        let (text, unread) = printed?;
        failed.fetch_add(u64::from(unread), Ordering::Relaxed);
        if !first && options.show.is_none() && matches!(format, Format::Board | Format::Markdown) {
            out.write_all(b"\n\n")?;
        }
        first = false;
        out.write_all(text.as_bytes())?;
        // A person who waits sees each board when it is there.
        if format == Format::Board {
            out.flush()?;
        }
        anyhow::Ok(())
    })?;
    out.flush()?;
    bar.finish_and_clear();
    Ok(match failed.into_inner() {
        0 => Exit::Done,
        _ => Exit::Unread,
    })
}

/// Builds the reader, with a user's lexicon and model where they are given.
pub fn reader(lexicon: Option<&Path>, model: Option<&Path>, quiet: bool) -> Result<Reader> {
    let files = match lexicon {
        Some(folder) => folder::texts(folder, &[".txt", ".actors"])?,
        None => Vec::new(),
    };
    let mut reader = Reader::with_lexicon(&files);
    if lexicon.is_some() && !quiet {
        for problem in reader.lexicon_problems() {
            writeln!(anstream::stderr(), "rapporteur: {problem}")?;
        }
    }
    if let Some(file) = model {
        let bytes = std::fs::read(file)
            .with_context(|| format!("cannot read the model {}", file.display()))?;
        reader = reader
            .with_model(&bytes)
            .with_context(|| format!("{} cannot be used", file.display()))?;
    }
    Ok(reader)
}

/// A report as it is printed, and whether it could not be read.
fn print(
    reader: &Reader,
    format: Format,
    columns: usize,
    document: &Document,
) -> Result<(String, bool)> {
    if matches!(format, Format::Plover | Format::Petrarch) {
        let lines = match format {
            Format::Plover => reader
                .acts(document)
                .iter()
                .map(ToString::to_string)
                .collect(),
            _ => reader.petrarch(document),
        };
        return Ok((lines_of(&lines), is_unread(&document.problems)));
    }
    let record = reader.read(document);
    let unread = is_unread(&record.problems);
    let boarded = |record: &Record| board::board(record, &Paragraphs::of(document));
    let text = match format {
        Format::Board => board::terminal::terminal(&boarded(&record), columns),
        Format::Markdown => board::markdown::markdown(&boarded(&record)),
        Format::Json => serde_json::to_string_pretty(&record)? + "\n",
        _ => serde_json::to_string(&record)? + "\n",
    };
    Ok((text, unread))
}

/// What a stage made of a report, with the report's key on each line.
fn show(reader: &Reader, stage: &str, document: &Document) -> (String, bool) {
    let mut values = reader.show(stage, document).unwrap_or_default();
    if let Some(key) = &document.key {
        for value in &mut values {
            if let Some(map) = value.as_object_mut() {
                map.insert("key".into(), key.as_str().into());
            }
        }
    }
    let lines: Vec<String> = values.iter().map(ToString::to_string).collect();
    (lines_of(&lines), is_unread(&document.problems))
}

fn lines_of(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    if !lines.is_empty() {
        text.push('\n');
    }
    text
}

fn is_unread(problems: &[rapporteur::model::Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// Columns of the terminal that the board goes to.
fn columns() -> usize {
    if !std::io::stdout().is_terminal() {
        return PIPED;
    }
    terminal_size::terminal_size().map_or(PIPED, |(width, _)| usize::from(width.0))
}

/// A bar on standard error, where many files are read and somebody watches something other than the boards.
fn progress(files: usize, quiet: bool) -> ProgressBar {
    let wanted =
        files > 1 && !quiet && std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
    if !wanted {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left");
    let bar = ProgressBar::new(files as u64);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
