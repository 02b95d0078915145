//! What the model learns from a marked report: whose its people are, and whom the phrases mean that hold positions.

use std::collections::HashMap;

use rapporteur_model::{Document, Span};
use rapporteur_syntax::Rel;

use super::Sight;
use super::anchors::{self, Anchor, Kind, is_person};
use crate::Tools;
use crate::dates::dates;
use crate::entities::{EntityId, unlinked};
use crate::learned::Choice;
use crate::stances::learned::{Mark, Report, Role, cue, fold};
use crate::statements::{Statements, statements};
use crate::words::Words;

/// A choice with what was asked, to measure by.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The candidates.
    pub choice: Choice,
    /// The phrase.
    pub anchor: Anchor,
    /// Whether the rules answer rightly; `None` where they do not answer.
    pub rules: Option<bool>,
}

/// Everything that a marked report asks.
pub fn lessons(report: &Report, tools: &Tools) -> Vec<Asked> {
    let document = Document::from_text(&report.text);
    let blocks = crate::blocks::blocks(&document);
    let spans: Vec<Span> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = tools.model.get().read(&document.text, &spans);
    let words = Words::new(&document.text, &syntax);
    let entities = unlinked(&words, &blocks, &tools.lexicon);
    let dates = dates(&words, &crate::dates::Anchor::default());
    let statements = statements(&words, &blocks, &entities, &dates, &tools.lexicon);
    // Every form of a name stands for the fullest.
    let full = report.full_names();
    let known = |id: EntityId| {
        let entity = &entities.all[id];
        (std::iter::once(&entity.name).chain(&entity.aliases))
            .find_map(|name| full.get(&fold(name)).cloned())
            .unwrap_or_else(|| fold(&entity.name))
    };
    let names: Vec<String> = (0..entities.all.len()).map(known).collect();
    let persons: HashMap<String, Option<String>> = (report.actors.iter())
        .filter(|actor| actor.kind == "person")
        .map(|actor| (fold(&actor.name), actor.party.as_deref().map(fold)))
        .collect();
    // The party of an entity by the marks, else by the rules.
    let party_of = |id: EntityId| match persons.get(&names[id]) {
        Some(party) => party.clone().or_else(|| Some(names[id].clone())),
        None => match entities.all[id].party {
            Some(party) => Some(names[party].clone()),
            None => Some(names[id].clone()),
        },
    };
    let sight = Sight::new(&words, &blocks, &entities);
    let first = anchors::first_mentions(&entities);
    let mut found = Vec::new();
    let ask = |anchor: Anchor, party: Option<&String>, found: &mut Vec<Asked>| {
        let question = sight.question(&anchor);
        let features = sight.features(&question);
        let fits = |id: EntityId| {
            party.is_some() && (Some(&names[id]) == party || party_of(id).as_ref() == party)
        };
        let mut right: Vec<bool> = question.who.iter().map(|&id| fits(id)).collect();
        let nobody = !right.contains(&true);
        right.push(nobody);
        let answer = match anchor.kind {
            Kind::Party => anchor.entity.and_then(|id| entities.all[id].party),
            _ => anchor.entity,
        };
        found.push(Asked {
            choice: Choice { features, right },
            anchor,
            rules: answer.map(fits),
        });
    };
    for (id, name) in names.iter().enumerate() {
        if let Some(party) = persons.get(name)
            && is_person(&entities, id)
            && let Some(anchor) = anchors::of_person(&first, id)
        {
            ask(anchor, party.as_ref(), &mut found);
        }
    }
    for mark in report.marks.iter().filter(|mark| mark.parties.len() == 1) {
        let party = fold(&mark.parties[0]);
        let party = full.get(&party).cloned().unwrap_or(party);
        let Some(word) = holding(&words, &statements, mark) else {
            continue;
        };
        let unnamed = entities.of_word[word]
            .filter(|&id| is_person(&entities, id) && !persons.contains_key(&names[id]));
        if let Some(id) = unnamed {
            // "the minister", "an aide": whose they are.
            if let Some(anchor) = anchors::of_person(&first, id) {
                ask(anchor, Some(&party), &mut found);
            }
        } else if let Some(anchor) = anchors::at(&words, &entities, word) {
            ask(anchor, Some(&party), &mut found);
        }
    }
    // Other definite subjects, unless they are people or bodies, are nobody: "the talks", "the deadline".
    let held: Vec<usize> = found.iter().map(|asked| asked.anchor.word).collect();
    for anchor in anchors::open(&words, &entities) {
        if anchor.kind == Kind::Nominal
            && !anchors::is_social(&words, anchor.word)
            && !held.contains(&anchor.word)
        {
            ask(anchor, None, &mut found);
        }
    }
    found
}

/// The head of the phrase that names the holder of a mark.
fn holding(words: &Words, statements: &Statements, mark: &Mark) -> Option<usize> {
    let cue = cue(words, mark.words.clone())?;
    match mark.role {
        Role::Subject => {
            let mut at = cue;
            for _ in 0..4 {
                if let Some(subject) = words.subject(at) {
                    return Some(subject);
                }
                at = words.head(at)?;
            }
            None
        }
        Role::Speaker => statements.around(cue).find_map(|index| {
            let source = statements.all[index].source.clone()?;
            words.top(source)
        }),
        Role::Agent => words
            .child(cue, &[Rel::OblAgent])
            .or_else(|| words.child(cue, &[Rel::NmodPoss])),
    }
}
