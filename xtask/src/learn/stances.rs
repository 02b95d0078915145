//! The model of stances, from the marked passages of `training/stances`, the marked reports of `training/reports` and from
//! what tells none in other reports.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rapporteur::learned_stances::{self, Lesson, Lessons, Passage, Weights, silence};
use rapporteur::{Document, Reader, Tools};
use serde_json::Value;

use super::FOLD;

/// How often what tells no stance in reports is counted: passages are thick with stances, reports are not.
const WEIGHT: usize = 4;

/// How often the words of a marked report are counted: they are as the words of reports are.
const MARKED: usize = 2;

/// Learns from most passages and marked reports and measures on the others, then learns from all and writes the weights.
pub fn learn(training: &Path, silent: &[PathBuf], out: &Path) -> Result<()> {
    let tools = Tools::default();
    let (mut kept, mut lessons) = (Vec::new(), Vec::new());
    let mut kept_reports = Vec::new();
    for (number, report) in super::reports(&training.join("reports"))?
        .iter()
        .enumerate()
    {
        let words = report.passage().lessons(&tools);
        if number % FOLD == FOLD - 1 {
            kept_reports.push(words);
        } else {
            lessons.extend(std::iter::repeat_n(words, MARKED));
        }
    }
    let folder = &training.join("stances");
    let passages = super::passages(folder, Passage::parse)?;
    for (number, passage) in passages.iter().enumerate() {
        let part = if number % FOLD == 0 {
            &mut kept
        } else {
            &mut lessons
        };
        part.push(passage.lessons(&tools));
    }
    for folder in silent {
        let silent = silences(folder, &tools)?;
        for _ in 0..WEIGHT {
            lessons.extend(silent.iter().cloned());
        }
    }
    lessons.extend(counterexamples(&tools));
    let mut some = Lessons {
        words: lessons.iter().flatten().cloned().collect(),
        ..Lessons::default()
    };
    let weights = learned_stances::learn(&some, |outcome| println!("{outcome:?}"));
    println!("on passages left out");
    measure(&weights, &kept);
    println!("on marked reports left out");
    measure(&weights, &kept_reports);
    let marked = kept_reports.into_iter();
    some.words
        .extend(marked.flat_map(|words| std::iter::repeat_n(words, MARKED).flatten()));
    some.words.extend(kept.into_iter().flatten());
    let weights = learned_stances::learn(&some, |_| ());
    let bytes = weights.to_bytes();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))
}

/// Examples of the lexicon that tell no stance at all, by the rules alone.
fn counterexamples(tools: &Tools) -> Vec<Vec<Lesson>> {
    let reader = Reader::new();
    let is_silent = |text: &str| {
        let record = reader.read(&Document::from_text(text));
        (record
            .positions
            .iter()
            .flat_map(|position| &position.evidence))
        .all(|evidence| evidence.rule().ends_with("learned"))
    };
    (tools.lexicon.stances.rules.iter())
        .flat_map(|rule| &rule.slots)
        .filter(|slot| slot.key == "no" && is_silent(&slot.value))
        .flat_map(|slot| (0..WEIGHT).map(|_| silence(&slot.value, &[], tools)))
        .collect()
}

/// Of the reports of a folder, what tells no stance.
fn silences(folder: &Path, tools: &Tools) -> Result<Vec<Vec<Lesson>>> {
    let mut found = Vec::new();
    for file in super::files(folder, "txt")? {
        let text = std::fs::read_to_string(&file)?;
        let record = std::fs::read_to_string(file.with_extension("gold.jsonl"))?;
        let mut evidence = Vec::new();
        for line in record.lines().filter(|line| !line.trim().is_empty()) {
            let entry: Value = serde_json::from_str(line)?;
            if entry["kind"] != "position" {
                continue;
            }
            let also = entry["also"].as_array().into_iter().flatten();
            for words in also.chain([&entry["evidence"]]).filter_map(Value::as_str) {
                evidence.extend(
                    text.match_indices(words)
                        .map(|(at, words)| at..at + words.len()),
                );
            }
        }
        found.push(silence(&text, &evidence, tools));
    }
    Ok(found)
}

fn measure(weights: &Weights, kept: &[Vec<Lesson>]) {
    for least in [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let (mut gold, mut found, mut right, mut place, mut role) = (0, 0, 0, 0, 0);
        for lesson in kept.iter().flatten().filter(|lesson| lesson.left) {
            let guess = weights.guess(&lesson.features);
            gold += usize::from(lesson.tells.is_some());
            if guess.chance < least {
                continue;
            }
            found += 1;
            if let Some((stance, holder)) = lesson.tells {
                place += 1;
                right += usize::from(stance == guess.stance);
                role += usize::from(holder == guess.role);
            }
        }
        let share = |a: usize, b: usize| a as f32 / b.max(1) as f32;
        println!(
            "from {least}: precision {:.3} recall {:.3} (places {:.3} {:.3}), role {:.3}",
            share(right, found),
            share(right, gold),
            share(place, found),
            share(place, gold),
            share(role, place),
        );
    }
}
