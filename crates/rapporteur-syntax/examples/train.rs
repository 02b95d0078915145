//! Trains a model from the data folder: `train DATA OUT.safetensors [epochs=12] [width=256] …`.
use std::path::Path;
use std::time::Instant;

use rapporteur_syntax::train::{self, Options, State};
use rapporteur_syntax::{Model, conllu};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let data = Path::new(&args[0]);
    let mut options = Options::default();
    let mut silver = Vec::new();
    let mut refit = None;
    let mut trust = 0.25;
    let (mut init, mut kept) = (None, None);
    for arg in &args[2..] {
        match arg.split_once('=').ok_or("key=value")? {
            ("epochs", v) => options.epochs = v.parse()?,
            ("width", v) => options.shape.width = v.parse()?,
            ("layers", v) => options.shape.layers = v.parse()?,
            ("rate", v) => options.rate = v.parse()?,
            ("dropout", v) => options.dropout = v.parse()?,
            ("batch", v) => options.batch = v.parse()?,
            ("seed", v) => options.seed = v.parse()?,
            ("init", v) => init = Some(v.to_owned()),
            ("state", v) => kept = Some(v.to_owned()),
            ("trust", v) => trust = v.parse()?,
            ("refit", v) => refit = Some(v.to_owned()),
            ("silver", v) => silver.push(v.to_owned()),
            (key, _) => return Err(format!("no option {key}").into()),
        }
    }
    let text = |name: &str| std::fs::read_to_string(data.join(name));
    let mut corpus = train::gather(|name| {
        if name.starts_with("organisations/") {
            return std::fs::read_to_string(Path::new("lexicon/en").join(name)).ok();
        }
        if name == "gazetteer/cities15000.txt" {
            let zip = data.join("gazetteer/cities15000.zip");
            let output = std::process::Command::new("unzip")
                .arg("-p")
                .arg(zip)
                .output()
                .ok()?;
            return Some(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let bytes = std::fs::read(data.join(name)).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    })?;
    for file in &silver {
        corpus.add_silver(&std::fs::read_to_string(file)?, trust)?;
    }
    let tables = train::tables(&corpus, 1);
    if let Some(file) = refit {
        return Ok(std::fs::write(
            &args[1],
            train::refit(&std::fs::read(file)?, &tables)?,
        )?);
    }
    let dev: Vec<_> = ["syntax/ewt-dev.conllu", "syntax/gum-open-dev.conllu"]
        .iter()
        .map(|name| Ok::<_, Box<dyn std::error::Error>>(conllu::read(&text(name)?)?))
        .collect::<Result<_, _>>()?;
    let begun = Instant::now();
    let mut state = match &init {
        Some(file) => State::from_model(&std::fs::read(file)?)?,
        None => State::new(&options),
    };
    if let Some(file) = kept.as_ref().filter(|file| Path::new(file).exists()) {
        state = State::from_bytes(&std::fs::read(file)?).ok_or("no state")?;
    }
    eprintln!("{} examples, {options:?}", corpus.examples.len());
    train::run(&corpus, &options, &mut state, |state, progress| {
        eprintln!("{:.0}s {progress:?}", begun.elapsed().as_secs_f32());
        if let Some(file) = &kept {
            let new = format!("{file}.new");
            let done =
                std::fs::write(&new, state.to_bytes()).and_then(|()| std::fs::rename(&new, file));
            if let Err(error) = done {
                eprintln!("{error}");
            }
        }
        let bytes = state.model(&tables);
        if let Err(error) = std::fs::write(&args[1], &bytes) {
            eprintln!("{error}");
        }
        let Ok(model) = Model::from_bytes(&bytes) else {
            return eprintln!("the model does not load");
        };
        for sentences in &dev {
            eprintln!("  {}", score(&model, sentences));
        }
    });
    Ok(())
}

fn score(model: &Model, sentences: &[conllu::Sentence]) -> String {
    let begun = Instant::now();
    let syntax = model.tag(&sentences.iter().map(|s| s.forms()).collect::<Vec<_>>());
    let seconds = begun.elapsed().as_secs_f32();
    let (mut n, mut upos, mut xpos, mut lemma, mut uas, mut las) = (0, 0, 0, 0, 0, 0);
    for sentence in sentences {
        let first = n;
        for row in sentence.words() {
            let c = &row.columns;
            upos += usize::from(c[3] == syntax.tags.upos[n].as_str());
            xpos += usize::from(c[4] == syntax.tags.xpos[n].as_str());
            lemma += usize::from(c[2].to_lowercase() == syntax.tags.lemmas[n].to_lowercase());
            let head = syntax.trees.heads[n] as usize;
            let head = if head == n { 0 } else { head - first + 1 };
            let right = c[6] == head.to_string();
            uas += usize::from(right);
            las +=
                usize::from(right && c[7].split(':').next() == Some(syntax.trees.rels[n].base()));
            n += 1;
        }
    }
    let p = |x: usize| 100.0 * x as f32 / n as f32;
    format!(
        "UPOS {:.2} XPOS {:.2} lemma {:.2} UAS {:.2} LAS {:.2} ({n} words, {:.0}/s)",
        p(upos),
        p(xpos),
        p(lemma),
        p(uas),
        p(las),
        n as f32 / seconds
    )
}
