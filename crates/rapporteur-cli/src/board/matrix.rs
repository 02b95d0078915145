//! Where parties stand: provisions down, parties across, a stance in each cell.

use rapporteur::model::{Position, Side, Stance};

use super::{
    Line, Matrix, Part, Row, Tone, clean, marks,
    names::{Names, day},
};

/// The rule of positions that the learned model of stances reads.
const LEARNED: &str = "learned";

pub(super) fn positions(names: &Names) -> Vec<Part> {
    let record = names.record;
    if record.positions.is_empty() {
        return Vec::new();
    }
    let mut parties: Vec<&str> = Vec::new();
    for position in &record.positions {
        if !parties.contains(&position.party.as_str()) {
            parties.push(&position.party);
        }
    }
    // The order of the record's actors is the order of the section above.
    let place = |id: &&str| record.actors.iter().position(|actor| actor.id == **id);
    parties.sort_by_key(|id| place(id).unwrap_or(usize::MAX));
    let mut notes: Vec<Line> = Vec::new();
    let rows = things(names)
        .into_iter()
        .map(|thing| row(names, thing, &parties, &mut notes))
        .collect();
    let columns = parties.iter().map(|id| clean(names.actor(id))).collect();
    let mut parts = vec![Part::Matrix(Matrix { columns, rows })];
    parts.extend(notes.into_iter().map(Part::Line));
    parts
}

/// What positions are on, in the order of «on the table», then events and whatever else.
fn things<'a>(names: &'a Names) -> Vec<&'a str> {
    let record = names.record;
    let mut order: Vec<&str> = Vec::new();
    for proposal in &record.proposals {
        order.push(&proposal.id);
        let items = (record.provisions.iter())
            .filter(|provision| provision.proposal.as_deref() == Some(&proposal.id));
        order.extend(items.map(|provision| provision.id.as_str()));
    }
    order.extend(
        record
            .provisions
            .iter()
            .map(|provision| provision.id.as_str()),
    );
    order.extend(record.positions.iter().map(|position| position.on.as_str()));
    let mut seen = std::collections::HashSet::new();
    order.retain(|id| {
        seen.insert(*id) && record.positions.iter().any(|position| position.on == *id)
    });
    order
}

fn row(names: &Names, thing: &str, parties: &[&str], notes: &mut Vec<Line>) -> Row {
    let record = names.record;
    let mut head = Line::default();
    let provision = record
        .provisions
        .iter()
        .find(|provision| provision.id == thing);
    match provision {
        Some(provision) => {
            head.push(&provision.text, Tone::Plain);
            head.paragraphs = names.paragraphs(&provision.evidence);
        }
        None => head.push(&names.thing(thing), Tone::Strong),
    }
    let cells = parties
        .iter()
        .map(|party| {
            (record.positions.iter())
                .filter(|position| position.on == thing && position.party == *party)
                .map(|position| cell(names, position, notes))
                .collect()
        })
        .collect();
    Row { head, cells }
}

/// One position in its cell. What hangs on it (condition, reason, value, an earlier stance) is told in a note below.
fn cell(names: &Names, position: &Position, notes: &mut Vec<Line>) -> Line {
    let mut line = Line::default();
    let (mark, tone) = mark(position.stance);
    let mut words = format!("{mark} {}", position.stance);
    if position.condition.is_some() && position.stance != Stance::AcceptsIf {
        words.push_str(" if");
    }
    if position.condition.is_some() || position.stance == Stance::AcceptsIf {
        words.push('*');
    }
    if let Some(note) = note(names, position, notes.len() + 1) {
        words.push_str(&notes_mark(notes.len() + 1));
        notes.push(note);
    }
    line.push(&words, tone);
    match position.side {
        Some(Side::Keeps) => line.push(" (must stay)", Tone::Plain),
        Some(Side::Excludes) => line.push(" (must not be)", Tone::Plain),
        None => {}
    }
    names.weaken(&mut line, position.hedge.as_deref(), &position.told_by);
    if position.told_by.is_empty() && position.basis != rapporteur::model::Basis::Own {
        let basis = match position.basis {
            rapporteur::model::Basis::Outlet => "‹outlet's word›",
            rapporteur::model::Basis::Unnamed => "‹told by somebody unnamed›",
            _ => "‹told by another party›",
        };
        line.push(&format!(" {basis}"), Tone::Faint);
    }
    // What no rule but a learned model has read: to be looked at before all others.
    if position
        .evidence
        .iter()
        .all(|words| words.rule() == LEARNED)
    {
        line.push(" ‹a model's guess›", Tone::Faint);
    }
    line.push(
        &format!(" {}", marks(&names.paragraphs(&position.evidence))),
        Tone::Faint,
    );
    line
}

/// A small raised number, as of a footnote.
fn notes_mark(number: usize) -> String {
    let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    (number.to_string().chars())
        .filter_map(|digit| raised.get(digit.to_digit(10)? as usize))
        .collect()
}

fn note(names: &Names, position: &Position, number: usize) -> Option<Line> {
    let mut said = Vec::new();
    if let Some(condition) = &position.condition {
        said.push(format!("if “{condition}”"));
    }
    if let Some(value) = &position.value {
        let verb = match position.stance {
            Stance::Offers => "offers",
            Stance::Proposes => "puts",
            _ => "asks for",
        };
        said.push(format!("{verb} “{value}”"));
    }
    if let Some(earlier) = &position.changed_from {
        said.push(format!("before: “{earlier}”"));
    }
    if let Some(reason) = &position.reason {
        said.push(format!("reason: “{reason}”"));
    }
    if position.holder != position.party {
        said.push(format!("held by {}", names.actor(&position.holder)));
    }
    if let Some(via) = &position.via {
        said.push(format!("by its stance on {}", names.thing(via)));
    }
    if let Some(date) = position.as_of.as_ref().or(position.said.as_ref()) {
        said.push(format!("as of {}", day(date)));
    }
    if said.is_empty() {
        return None;
    }
    let mut line = Line::default();
    line.push(&notes_mark(number), Tone::Between);
    line.push(
        &format!(" {} {}: ", names.actor(&position.party), position.stance),
        Tone::Plain,
    );
    line.push(&said.join("; "), Tone::Faint);
    line.paragraphs = names.paragraphs(&position.evidence);
    Some(line)
}

/// The mark and the tone of a stance. The word always stands beside the mark.
fn mark(stance: Stance) -> (&'static str, Tone) {
    match stance {
        Stance::Demands => ("▲", Tone::Yes),
        Stance::Proposes => ("△", Tone::Yes),
        Stance::Offers => ("◇", Tone::Yes),
        Stance::Supports => ("+", Tone::Yes),
        Stance::Accepts => ("✓", Tone::Yes),
        Stance::AcceptsIf => ("~", Tone::Between),
        Stance::Open => ("○", Tone::Between),
        Stance::Concerned => ("!", Tone::Between),
        Stance::Opposes => ("−", Tone::No),
        Stance::Rejects => ("✗", Tone::No),
        Stance::RedLine => ("■", Tone::No),
        Stance::Withdraws => ("↩", Tone::Between),
        Stance::DeclinesToSay => ("?", Tone::Between),
    }
}
