//! The model of names, from the marked passages of `training/names`.

use std::path::Path;

use anyhow::{Context, Result};
use rapporteur::Tools;
use rapporteur::learned_names::{self, Lesson, NameType, Passage, Weights};
use rapporteur::learned_stances::Passage as StancePassage;

use super::FOLD;

/// Rounds of training.
const ROUNDS: usize = 12;

/// Learns from most passages and measures on the others, then learns from all and writes the weights.
pub fn learn(training: &Path, out: &Path) -> Result<()> {
    let tools = Tools::default();
    let (mut kept, mut lessons) = (Vec::new(), Vec::new());
    let passages = super::passages(&training.join("names"), Passage::parse)?;
    for (number, passage) in passages.iter().enumerate() {
        let part = if number % FOLD == 0 {
            &mut kept
        } else {
            &mut lessons
        };
        part.extend(passage.lessons(tools.model.get(), &tools.lexicon));
    }
    lessons.extend(holders(&training.join("stances"), &tools)?);
    let weights = learned_names::learn(&lessons, ROUNDS, |round, wrong| {
        println!("round {round}: {wrong:.4} of the words wrong")
    });
    measure(&weights, &kept);
    lessons.extend(kept);
    let bytes = learned_names::learn(&lessons, ROUNDS, |_, _| ()).to_bytes();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))
}

/// The passages of stances name their holders, but not what those are; names with an office are left out.
fn holders(folder: &Path, tools: &Tools) -> Result<Vec<Lesson>> {
    let passages = super::passages(folder, |line| {
        let passage = StancePassage::parse(line)?;
        let holders: Vec<&str> = (line.split('\t').next().unwrap_or("").split(';'))
            .filter_map(|held| Some(held.trim().rsplit_once(' ')?.0))
            .filter(|name| {
                name.starts_with(char::is_uppercase)
                    && (name.split([' ', '-']))
                        .all(|word| tools.lexicon.roles.role_of(&word.to_lowercase()).is_none())
            })
            .collect();
        Ok((!holders.is_empty()).then(|| Passage::with_actors(passage.text, &holders)))
    })?;
    Ok((passages.iter().flatten())
        .flat_map(|passage| passage.lessons(tools.model.get(), &tools.lexicon))
        .collect())
}

fn measure(weights: &Weights, kept: &[Lesson]) {
    let mut of_type = [[0usize; 3]; NameType::ALL.len()];
    let (mut bounds, mut gold_all, mut found_all) = (0, 0, 0);
    for lesson in kept {
        let Some(gold) = lesson.marked() else {
            continue;
        };
        let found = Lesson::names(&lesson.labels_by(weights));
        gold_all += gold.len();
        found_all += found.len();
        for (words, kind) in &gold {
            of_type[*kind][0] += 1;
            bounds += usize::from(found.iter().any(|(other, _)| other == words));
            of_type[*kind][2] += usize::from(found.contains(&(words.clone(), *kind)));
        }
        for (_, kind) in &found {
            of_type[*kind][1] += 1;
        }
    }
    let f1 =
        |gold: usize, found: usize, right: usize| 2.0 * right as f32 / (gold + found).max(1) as f32;
    let right = of_type.iter().map(|row| row[2]).sum();
    println!(
        "names F1 {:.3}, boundaries alone {:.3}",
        f1(gold_all, found_all, right),
        f1(gold_all, found_all, bounds)
    );
    for ((_, name), [gold, found, right]) in NameType::ALL.iter().zip(of_type) {
        println!(
            "  {name}: F1 {:.3} ({gold}/{found})",
            f1(gold, found, right)
        );
    }
}
