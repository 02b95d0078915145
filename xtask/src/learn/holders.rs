//! The model of holders, from the marked reports of `training/reports` and the passages of `training/stances`.

use std::path::Path;

use anyhow::{Context, Result};
use rapporteur::learned_holders::{Asked, of_passage, of_report};
use rapporteur::learned_stances::{Passage, Role};
use rapporteur::{Ranker, Tools, rank};

use super::FOLD;

/// How often the lessons are gone through.
const ROUNDS: usize = 8;
/// How often those of reports are counted.
const MARKED: usize = 3;

/// Learns from most reports and all passages and measures on the other reports, then learns from all and writes the weights.
pub fn learn(training: &Path, out: &Path) -> Result<()> {
    let tools = Tools::default();
    let (mut kept, mut all) = (Vec::new(), Vec::new());
    let passages = super::passages(&training.join("stances"), |line| {
        let (holders, _) = line.split_once('\t').ok_or("there is no tab")?;
        Ok((Passage::parse(line)?, holders.to_owned()))
    })?;
    for (passage, holders) in &passages {
        all.extend(
            of_passage(passage, holders, &tools)
                .into_iter()
                .map(|asked| asked.choice),
        );
    }
    for (number, report) in super::reports(&training.join("reports"))?
        .iter()
        .enumerate()
    {
        let asked = of_report(report, &tools);
        if number % FOLD == FOLD - 1 {
            kept.extend(asked);
        } else {
            all.extend(
                asked
                    .into_iter()
                    .flat_map(|asked| std::iter::repeat_n(asked.choice, MARKED)),
            );
        }
    }
    println!(
        "{} words, {} of them left out",
        all.len() + kept.len(),
        kept.len()
    );
    let weights = rank(&all, ROUNDS, |round, loss| println!("{round}: {loss:.4}"));
    measure(&weights, &kept);
    all.extend(
        kept.into_iter()
            .flat_map(|asked| std::iter::repeat_n(asked.choice, MARKED)),
    );
    let bytes = rank(&all, ROUNDS, |_, _| ()).to_bytes();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))
}

fn measure(weights: &Ranker, kept: &[Asked]) {
    for role in Role::ALL {
        for (state, rules) in [
            ("without an answer", None),
            ("rightly answered", Some(true)),
            ("wrongly answered", Some(false)),
        ] {
            let asked = (kept.iter()).filter(|asked| asked.role == role && asked.rules == rules);
            print!("{role:?}, {state} by the rules: {}", asked.clone().count());
            let possible = asked.clone().filter(|asked| !asked.choice.is_open());
            print!(" ({} among the candidates);", possible.count());
            super::by_chance(
                asked.map(|asked| (weights.best(&asked.choice.features), &asked.choice)),
            );
        }
    }
}
