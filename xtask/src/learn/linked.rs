//! The model of references, from the marked reports of `training/reports`.

use std::path::Path;

use anyhow::{Context, Result};
use rapporteur::Tools;
use rapporteur::learned_links::{Asked, Kind, lessons};
use rapporteur::{Choice, Ranker, rank};

use super::FOLD;

/// How often the lessons are gone through.
const ROUNDS: usize = 12;

/// Learns from most reports and measures on the others, then learns from all and writes the weights.
pub fn learn(training: &Path, out: &Path) -> Result<()> {
    let tools = Tools::default();
    let (mut kept, mut others) = (Vec::new(), Vec::new());
    let reports = super::reports(&training.join("reports"))?;
    for (number, report) in reports.iter().enumerate() {
        let part = if number % FOLD == FOLD - 1 {
            &mut kept
        } else {
            &mut others
        };
        part.extend(lessons(report, &tools));
    }
    let mut all: Vec<Choice> = others.into_iter().map(|asked| asked.choice).collect();
    println!(
        "{} phrases, {} of them left out",
        all.len() + kept.len(),
        kept.len()
    );
    let weights = rank(&all, ROUNDS, |round, loss| println!("{round}: {loss:.4}"));
    measure(&weights, &kept);
    all.extend(kept.into_iter().map(|asked| asked.choice));
    let weights = rank(&all, ROUNDS, |_, _| ());
    let bytes = weights.to_bytes();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))
}

fn measure(weights: &Ranker, kept: &[Asked]) {
    for kind in [Kind::Party, Kind::Pronoun, Kind::Nominal] {
        for (state, rules) in [
            ("without an answer", None),
            ("rightly answered", Some(true)),
            ("wrongly answered", Some(false)),
        ] {
            let asked: Vec<_> = (kept.iter())
                .filter(|asked| asked.anchor.kind == kind && asked.rules == rules)
                .map(|asked| (weights.best(&asked.choice.features), asked))
                .collect();
            print!("{kind:?}, {state} by the rules: {}", asked.len());
            let possible = (asked.iter()).filter(|(_, asked)| !asked.choice.is_open());
            print!(" ({} among the candidates);", possible.count());
            super::by_chance(asked.iter().map(|(best, asked)| (*best, &asked.choice)));
        }
    }
}
