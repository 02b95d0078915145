//! Trees by several models together, for a smaller one to learn from.

use std::fmt::Write;

use crate::encoder::Work;
use crate::model::Model;
use crate::shape::{NAMES, RELS};
use crate::{NameKind, Rel, Upos, Xpos, decode};

use super::target::Target;

/// Below this probability a name is not given as one; its shares are.
const SURE_NAME: f32 = 0.7;
/// Words parsed together.
const BATCH: usize = 600;

/// Parses sentences with the mean of the models' probabilities, as CoNLL-U. Where the models are not sure, the last
/// column holds shares of the likeliest labels (`Heads=3:200,1:40`, see [`Target`]), and an unsure name is `Name=?`.
pub fn silver(models: &[&Model], sentences: &[Vec<&str>], names: bool) -> String {
    // Each model remembers forms of its own.
    let mut works: Vec<Work> = models.iter().map(|_| Work::default()).collect();
    let mut out = String::new();
    let mut next = 0;
    while next < sentences.len() {
        let (mut last, mut words) = (next, 0);
        while last < sentences.len() && (words == 0 || words + sentences[last].len() <= BATCH) {
            words += sentences[last].len();
            last += 1;
        }
        batch(models, &sentences[next..last], names, &mut works, &mut out);
        next = last;
    }
    out
}

fn batch(
    models: &[&Model],
    sentences: &[Vec<&str>],
    with_names: bool,
    works: &mut [Work],
    out: &mut String,
) {
    let forms: Vec<&str> = sentences.iter().flatten().copied().collect();
    let mut starts = Vec::new();
    let mut first = 0;
    for sentence in sentences {
        starts.push(first);
        first += sentence.len();
    }
    let both = models.iter().zip(works);
    let scores: Vec<_> = both
        .map(|(model, work)| model.scores(&forms, &starts, work))
        .collect();
    let mut work = Work::default();
    for (sentence, &from) in sentences.iter().zip(&starts) {
        let n = sentence.len();
        let mut arcs = vec![0.0; n * (n + 1)];
        for model in &scores {
            for (sum, row) in arcs
                .chunks_exact_mut(n + 1)
                .zip(model.arcs(from, n, &mut work).chunks_exact(n + 1))
            {
                add(sum, row);
            }
        }
        let share = 1.0 / models.len() as f32;
        arcs.iter_mut().for_each(|p| *p *= share);
        let logs: Vec<f32> = arcs.iter().map(|p| p.max(1e-9).ln()).collect();
        let heads = decode::heads(&logs, n);
        let mut names = vec![0.0; n * NAMES];
        for model in &scores {
            let rows = model.names(from, n).chunks_exact(NAMES);
            for (sum, row) in names.chunks_exact_mut(NAMES).zip(rows) {
                add(sum, row);
            }
        }
        names.iter_mut().for_each(|p| *p *= share);
        let logs: Vec<f32> = names.iter().map(|p| p.max(1e-9).ln()).collect();
        let labels = decode::names(&logs);
        for word in 0..n {
            let head = heads[word];
            let governor = head.checked_sub(1).map(|head| from + head);
            let (mut upos, mut xpos, mut rel) =
                ([0.0; Upos::ALL.len()], [0.0; Xpos::ALL.len()], [0.0; RELS]);
            for model in &scores {
                let (u, x) = model.tags(from + word).split_at(Upos::ALL.len());
                add(&mut upos, u);
                add(&mut xpos, x);
                for scores in model.labels(&[(from + word, governor)], &mut work) {
                    add(&mut rel, scores);
                }
            }
            for chances in [&mut upos[..], &mut xpos[..], &mut rel[..]] {
                chances.iter_mut().for_each(|p| *p *= share);
            }
            rel[Rel::Root as usize] = if governor.is_none() { 2.0 } else { 0.0 };
            let chances = &names[word * NAMES..][..NAMES];
            let mut notes = Vec::new();
            match labels[word] as usize {
                _ if !with_names => {}
                label if chances[label] < SURE_NAME => notes.push("Name=?".to_owned()),
                0 => {}
                label => {
                    let letter = if label % 2 == 1 { 'B' } else { 'I' };
                    let kind = NameKind::ALL[(label - 1) / 2];
                    notes.push(format!("Name={letter}-{kind}"));
                }
            }
            let shares = [
                ("Upos", &upos[..]),
                ("Xpos", &xpos[..]),
                ("Heads", &arcs[word * (n + 1)..][..n + 1]),
                ("Rels", &rel[..]),
                ("Names", chances),
            ];
            let likeliest = Target::likely(&arcs[word * (n + 1)..][..n + 1]).best();
            // Where the tree asks for another head than the likeliest, the relation is that of another pair.
            let forced = likeliest.is_none_or(|(best, _)| best != head);
            for (key, chances) in shares {
                let target = Target::likely(chances);
                if key == "Rels" && forced {
                    notes.push("Rels=?".to_owned());
                } else if (!target.is_sure() || key == "Heads" && forced)
                    && (with_names || key != "Names")
                {
                    notes.push(format!("{key}={target}"));
                }
            }
            let notes = if notes.is_empty() {
                "_".to_owned()
            } else {
                notes.join("|")
            };
            let (upos, xpos) = (Upos::ALL[top(&upos)], Xpos::ALL[top(&xpos)]);
            let (id, form, rel) = (word + 1, sentence[word], Rel::ALL[top(&rel)]);
            let _ = writeln!(
                out,
                "{id}\t{form}\t_\t{upos}\t{xpos}\t_\t{head}\t{rel}\t_\t{notes}"
            );
        }
        out.push('\n');
    }
}

/// Adds the probabilities of logits.
fn add(sum: &mut [f32], logits: &[f32]) {
    let most = logits.iter().fold(f32::MIN, |a, &b| a.max(b));
    let total: f32 = logits.iter().map(|x| (x - most).exp()).sum();
    sum.iter_mut()
        .zip(logits)
        .for_each(|(s, x)| *s += (x - most).exp() / total);
}

fn top(chances: &[f32]) -> usize {
    (0..chances.len()).fold(0, |best, place| {
        if chances[place] > chances[best] {
            place
        } else {
            best
        }
    })
}
