//! `rapporteur syntax`.

use std::{
    io::{Read, Write},
    path::Path,
};

use anyhow::{Context, Result};
use rapporteur::{
    intake::Limits,
    model::Span,
    syntax::{Model, conllu},
};

use crate::{Exit, args::Syntax, inputs};

/// Most bytes of a text: a treebank as one file is large.
const MOST: usize = 256 << 20;

pub fn syntax(options: &Syntax) -> Result<Exit> {
    let loaded;
    let model = match &options.model {
        Some(file) => {
            let bytes = std::fs::read(file)
                .with_context(|| format!("cannot read the model {}", file.display()))?;
            loaded = Model::from_bytes(&bytes)
                .with_context(|| format!("{} cannot be used", file.display()))?;
            &loaded
        }
        None => Model::embedded(),
    };
    let given = options.file.extension().is_some_and(|end| end == "conllu");
    let written = match given {
        true => again(model, &options.file),
        false => raw(model, &options.file),
    };
    match written {
        Ok(text) => {
            std::io::stdout().write_all(text.as_bytes())?;
            Ok(Exit::Done)
        }
        Err(error) => {
            writeln!(anstream::stderr(), "rapporteur: {error:#}")?;
            Ok(Exit::Unread)
        }
    }
}

/// Given words, tagged and parsed anew.
fn again(model: &Model, file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file);
    opened
        .and_then(|file| file.take(MOST as u64).read_to_end(&mut bytes))
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let sentences =
        conllu::read(&text).with_context(|| format!("{} is no CoNLL-U file", file.display()))?;
    let forms: Vec<Vec<&str>> = sentences.iter().map(|sentence| sentence.forms()).collect();
    Ok(conllu::write_given(&sentences, &model.tag(&forms)))
}

/// Words of a text; a blank line ends a block.
fn raw(model: &Model, file: &Path) -> Result<String> {
    let limits = Limits {
        report_bytes: MOST,
        text_bytes: MOST,
        ..Limits::default()
    };
    let mut out = String::new();
    for document in inputs::open(file, &limits)? {
        let text = document?.text;
        let mut blocks = Vec::new();
        let mut at = 0;
        for part in text.split("\n\n") {
            blocks.push(Span::new(at, at + part.len()));
            at += part.len() + 2;
        }
        out.push_str(&conllu::write_raw(&text, &model.read(&text, &blocks)));
    }
    Ok(out)
}
