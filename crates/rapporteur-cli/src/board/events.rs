//! Deeds, by whether they took place.

use rapporteur::model::{Event, EventStatus, EventType};

use super::{
    Line, Part, Tone,
    names::{Names, day},
    table::parameter,
};

pub(super) fn events(names: &Names) -> Vec<Part> {
    let mut parts = Vec::new();
    for &status in EventStatus::ALL {
        let mut some = (names.record.events.iter())
            .filter(|event| event.status == status)
            .peekable();
        if some.peek().is_some() {
            parts.push(Part::Heading(heading(status).into()));
            parts.extend(some.map(|event| Part::Line(line(names, event))));
        }
    }
    parts
}

fn heading(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Happened => "Happened",
        EventStatus::Ongoing => "Going on",
        EventStatus::Planned => "Planned",
        EventStatus::Possible => "Possible",
        EventStatus::Conditional => "On a condition",
        EventStatus::Denied => "Said not to be so",
        EventStatus::Cancelled => "Cancelled",
    }
}

fn line(names: &Names, event: &Event) -> Line {
    let mut line = Line::default();
    if let Some(date) = &event.date {
        line.push(&format!("{} ", day(date)), Tone::Faint);
    }
    if !event.actors.is_empty() {
        line.push(&names.list(&event.actors), Tone::Strong);
        line.push(": ", Tone::Plain);
    }
    line.push(&event.label, Tone::Plain);
    let mut said = Vec::new();
    said.extend(event.target.clone());
    if !event.recipients.is_empty() {
        let with = match event.kind {
            Some(EventType::Consult | EventType::Agree | EventType::Cooperate) => "with",
            _ => "→",
        };
        said.push(format!("{with} {}", names.list(&event.recipients)));
    }
    for other in &event.others {
        said.push(format!("{}: {}", other.role, names.actor(&other.actor)));
    }
    // Where it was is said once, as where they went if that is the same.
    let place = event.place.as_ref().filter(|_| event.place != event.to);
    said.extend(place.map(|place| format!("in {place}")));
    said.extend(event.from.as_ref().map(|from| format!("from {from}")));
    said.extend(event.to.as_ref().map(|to| format!("to {to}")));
    said.extend(event.duration.clone());
    said.extend(event.quantities.iter().map(parameter));
    said.extend(
        event
            .outcome
            .as_ref()
            .map(|outcome| format!("outcome: “{outcome}”")),
    );
    if !said.is_empty() {
        line.push(&format!(" · {}", said.join(" · ")), Tone::Plain);
    }
    names.weaken(&mut line, event.hedge.as_deref(), &event.told_by);
    line.paragraphs = names.paragraphs(&event.evidence);
    line
}
