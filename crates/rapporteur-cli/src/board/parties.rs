//! Who is at the table, and who speaks for whom.

use rapporteur::model::{Actor, ActorType};

use super::{Line, Part, Tone, names::Names};

pub(super) fn parties(names: &Names) -> Vec<Part> {
    let actors = &names.record.actors;
    let people = |party: &Actor| {
        let party = party.id.clone();
        (actors.iter()).filter(move |actor| actor.party.as_deref() == Some(&party))
    };
    let mut parts = Vec::new();
    for party in actors.iter().filter(|actor| is_party(names, actor)) {
        parts.push(Part::Line(line(names, party, 0)));
        let theirs = people(party).filter(|actor| !is_party(names, actor));
        parts.extend(theirs.map(|actor| Part::Line(line(names, actor, 1))));
    }
    let others: Vec<&Actor> = actors
        .iter()
        .filter(|actor| !is_party(names, actor) && actor.kind != ActorType::Media)
        .filter(|actor| {
            let party = actor.party.as_deref().and_then(|id| names.get(id));
            !party.is_some_and(|party| is_party(names, party))
        })
        .collect();
    if !others.is_empty() && !parts.is_empty() {
        parts.push(Part::Heading("Others".into()));
    }
    parts.extend(others.iter().map(|actor| Part::Line(line(names, actor, 0))));
    parts
}

/// A party holds a position, or somebody speaks for it.
fn is_party(names: &Names, actor: &Actor) -> bool {
    let id = Some(actor.id.as_str());
    let record = names.record;
    let speaks = |other: &Actor| other.party.as_deref() == id && other.id != actor.id;
    let for_another = actor.party.is_some() && actor.party.as_deref() != id;
    !for_another
        && (record
            .positions
            .iter()
            .any(|position| Some(position.party.as_str()) == id)
            || record.actors.iter().any(speaks))
}

fn line(names: &Names, actor: &Actor, depth: usize) -> Line {
    let mut line = Line::at(depth);
    let tone = if depth == 0 {
        Tone::Strong
    } else {
        Tone::Plain
    };
    line.push(&actor.name, tone);
    if let Some(iso) = &actor.iso {
        line.push(&format!(" {iso}"), Tone::Faint);
    }
    let mut said: Vec<String> = Vec::new();
    for role in &actor.roles {
        let mut text = role.title.clone();
        if let Some(of) = &role.of {
            // A title that names its house already needs no second mention.
            if !text.contains(of.as_str()) {
                text.push_str(&format!(" of {of}"));
            }
        }
        match (&role.from, &role.to) {
            (Some(from), Some(to)) => text.push_str(&format!(" ({from} to {to})")),
            (Some(from), None) => text.push_str(&format!(" (since {from})")),
            (None, Some(to)) => text.push_str(&format!(" (until {to})")),
            (None, None) => {}
        }
        said.push(text);
    }
    for relation in &actor.relations {
        let to = names.actor(&relation.to);
        let of = if relation.kind.ends_with("by") || relation.kind.ends_with("of") {
            ""
        } else {
            "of "
        };
        said.push(format!("{} {of}{to}", relation.kind));
    }
    if !actor.members.is_empty() {
        said.push(format!("members: {}", names.list(&actor.members)));
    }
    if !said.is_empty() {
        line.push(&format!(" — {}", said.join("; ")), Tone::Plain);
    } else if depth == 0 && actor.kind != ActorType::State {
        line.push(&format!(" ({})", actor.kind), Tone::Faint);
    }
    if !actor.aliases.is_empty() {
        line.push(
            &format!(" · also {}", actor.aliases.join(", ")),
            Tone::Faint,
        );
    }
    // Where it is first named is enough; an actor is named all over the report.
    line.paragraphs = names.paragraphs(&actor.evidence[..actor.evidence.len().min(1)]);
    line
}
