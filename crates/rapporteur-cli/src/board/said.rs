//! What was said, on which conditions, and what was not said.

use rapporteur::model::{Act, Condition, Manner, ProposalStatus, Stance, Statement};

use super::{
    Line, Part, Tone,
    names::{Names, day},
};

pub(super) fn conditions(names: &Names) -> Vec<Part> {
    let conditions = names.record.conditions.iter();
    conditions
        .map(|one| Part::Line(condition(names, one)))
        .collect()
}

fn condition(names: &Names, condition: &Condition) -> Line {
    let mut line = Line::default();
    names.speaker(&mut line, &condition.speaker, None);
    line.push(&format!(" · {}", condition.kind), Tone::Between);
    if let Some(against) = &condition.against {
        line.push(&format!(" to {}", names.actor(against)), Tone::Plain);
    }
    line.push(": ", Tone::Plain);
    for (lead, words) in [("if", &condition.premise), (", then", &condition.then)] {
        line.push(&format!("{lead} "), Tone::Faint);
        line.push(&format!("“{words}”"), Tone::Plain);
    }
    names.weaken(&mut line, condition.hedge.as_deref(), &condition.told_by);
    line.paragraphs = names.paragraphs(&condition.evidence);
    line
}

pub(super) fn statements(names: &Names) -> Vec<Part> {
    (names.record.statements.iter())
        .filter(|statement| !matches!(statement.act, Act::Declined | Act::Denied))
        .map(|statement| Part::Line(line(names, statement)))
        .collect()
}

fn line(names: &Names, statement: &Statement) -> Line {
    let mut line = Line::default();
    names.speaker(&mut line, &statement.speaker, statement.party.as_deref());
    let tone = match statement.act {
        Act::Denied => Tone::No,
        Act::Warned | Act::Accused => Tone::Between,
        _ => Tone::Plain,
    };
    let act = match statement.act {
        Act::Declined => "would not say",
        act => act.as_str(),
    };
    line.push(&format!(" {act}"), tone);
    if let Some(about) = &statement.about {
        let lead = if statement.act == Act::Declined {
            "on"
        } else {
            "about"
        };
        line.push(&format!(" {lead} {about}"), Tone::Plain);
    }
    if !statement.words.is_empty() {
        line.push(": ", Tone::Plain);
        // Quotation marks stand only around words that the report itself quotes.
        let words = cut(&statement.words);
        let words = match statement.manner {
            Manner::Direct => format!("“{words}”"),
            Manner::Indirect | Manner::Mixed => words,
        };
        line.push(&words, Tone::Plain);
    }
    let mut said = Vec::new();
    said.extend(statement.to.as_ref().map(|to| format!("to {to}")));
    // A paper that was told something, or that tells it, need not be named again as the channel.
    let channel = (statement.channel.as_deref())
        .filter(|&channel| statement.to.as_deref() != Some(channel))
        .filter(|&channel| !names.tells(&statement.told_by, channel));
    said.extend(channel.map(|channel| format!("via {channel}")));
    said.extend(statement.date.as_ref().map(day));
    if !said.is_empty() {
        line.push(&format!(" · {}", said.join(" · ")), Tone::Faint);
    }
    names.weaken(&mut line, statement.hedge.as_deref(), &statement.told_by);
    line.paragraphs = names.paragraphs(&statement.evidence);
    line
}

/// Words that fit a board: the first of a long speech, with a sign that it goes on.
fn cut(words: &str) -> String {
    const LONGEST: usize = 300;
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let end = words
        .char_indices()
        .nth(LONGEST)
        .map_or(words.len(), |(at, _)| at);
    let whole = words[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", words[..whole].trim_end())
}

/// Who would not say, what is not published, what is denied.
pub(super) fn unsaid(names: &Names) -> Vec<Part> {
    let record = names.record;
    let mut parts = Vec::new();
    for statement in &record.statements {
        if statement.act == Act::Declined {
            parts.push(Part::Line(line(names, statement)));
        }
    }
    for position in &record.positions {
        // The refusal itself stands above, where the report has it as one.
        let told = record.statements.iter().any(|statement| {
            statement.act == Act::Declined
                && statement.speaker == position.holder
                && (names.paragraphs(&statement.evidence).iter())
                    .all(|paragraph| names.paragraphs(&position.evidence).contains(paragraph))
        });
        if position.stance == Stance::DeclinesToSay && !told {
            let mut line = Line::default();
            names.speaker(&mut line, &position.holder, Some(&position.party));
            line.push(
                &format!(
                    " declines to say where it stands on “{}”",
                    names.thing(&position.on)
                ),
                Tone::Plain,
            );
            names.weaken(&mut line, position.hedge.as_deref(), &position.told_by);
            line.paragraphs = names.paragraphs(&position.evidence);
            parts.push(Part::Line(line));
        }
    }
    for proposal in &record.proposals {
        if proposal.status == Some(ProposalStatus::Unpublished) {
            let mut line = Line::default();
            line.push(&proposal.name, Tone::Strong);
            line.push(" is not published", Tone::Plain);
            line.paragraphs = names.paragraphs(&proposal.evidence);
            parts.push(Part::Line(line));
        }
    }
    for statement in &record.statements {
        if statement.act == Act::Denied {
            parts.push(Part::Line(line(names, statement)));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_long_speech_is_cut_at_a_word_and_says_so() {
        assert_eq!(cut("We will wait."), "We will wait.");
        let long = "vérité ".repeat(60);
        let shown = cut(&long);
        assert!(shown.ends_with("vérité …"), "{shown}");
        assert!(shown.chars().count() <= 302);
        assert!(cut(&"x".repeat(400)).ends_with("x …"));
    }
}
