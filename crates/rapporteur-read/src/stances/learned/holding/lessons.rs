//! What the model learns: of every marked word, whose stance it tells.

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_model::{Document, Stance};

use super::super::{Passage, Report, Role, cue, fold};
use super::Sight;
use crate::entities::EntityId;
use crate::learned::Choice;
use crate::stances::Scene;
use crate::{Tools, read};

/// A choice with what the rules make of it, to measure by.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The candidates.
    pub choice: Choice,
    /// How the holder stands to the word.
    pub role: Role,
    /// Whether the rules answer rightly; `None` where they do not answer.
    pub rules: Option<bool>,
}

/// What a marked report asks.
pub fn of_report(report: &Report, tools: &Tools) -> Vec<Asked> {
    let marks = report.marks.iter().map(|mark| {
        let parties = mark.parties.iter().map(|party| fold(party)).collect();
        (mark.words.clone(), mark.role, parties)
    });
    asked(&report.text, &report.full_names(), marks, tools)
}

/// What a passage asks, with the holders that its line names: `Holder stance; Holder stance`.
pub fn of_passage(passage: &Passage, holders: &str, tools: &Tools) -> Vec<Asked> {
    let told: Vec<(String, Stance)> = (holders.split(';'))
        .filter_map(|one| one.trim().rsplit_once(' '))
        .filter_map(|(holder, stance)| {
            Some((fold(holder), Stance::parse(stance.split('/').next()?)?))
        })
        .collect();
    let whose = |stance: Stance| -> Vec<String> {
        let mut found: Vec<String> = (told.iter())
            .filter(|(_, other)| *other == stance)
            .map(|(holder, _)| holder.clone())
            .collect();
        found.dedup();
        found
    };
    let marks = (passage.marks.iter())
        .map(|(words, stance, role)| (words.clone(), *role, whose(*stance)))
        .filter(|(_, _, parties)| parties.len() == 1);
    asked(&passage.text, &HashMap::new(), marks, tools)
}

fn asked(
    text: &str,
    full: &HashMap<String, String>,
    marks: impl Iterator<Item = (Range<usize>, Role, Vec<String>)>,
    tools: &Tools,
) -> Vec<Asked> {
    let reading = read(Document::from_text(text), tools);
    let words = reading.words();
    let scene = Scene::of(&words, &reading, &tools.lexicon);
    let before = (reading.positions.0.iter())
        .map(|position| (position.evidence.start, position.party))
        .collect();
    let sight = Sight::new(&scene, before);
    let is = |id: EntityId, names: &[String]| {
        let entity = &reading.entities.all[id];
        (std::iter::once(&entity.name).chain(&entity.aliases)).any(|name| {
            let name = fold(name);
            names.contains(full.get(&name).unwrap_or(&name))
        })
    };
    let mut found = Vec::new();
    for (span, role, parties) in marks {
        let Some(cue) = cue(&words, span) else {
            continue;
        };
        let question = sight.question(cue, role);
        let mut right: Vec<bool> = (question.parties.iter())
            .map(|&party| is(party, &parties))
            .collect();
        right.push(!right.contains(&true));
        let features = sight.features(&question);
        found.push(Asked {
            choice: Choice { features, right },
            role,
            rules: (question.held().first()).map(|holder| is(holder.party, &parties)),
        });
    }
    found
}
