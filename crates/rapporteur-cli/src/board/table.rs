//! What is on the table: texts, and what could be agreed.

use rapporteur::model::{Bound, Parameter, Proposal, Provision};

use super::{
    Line, Part, Tone,
    names::{Names, day},
};

pub(super) fn table(names: &Names) -> Vec<Part> {
    let record = names.record;
    let mut parts = Vec::new();
    for proposal in &record.proposals {
        parts.push(Part::Line(text(names, proposal)));
        let items = (record.provisions.iter())
            .filter(|provision| provision.proposal.as_deref() == Some(&proposal.id));
        parts.extend(items.map(|provision| Part::Line(item(names, provision, 1))));
    }
    let known = |id: &str| record.proposals.iter().any(|proposal| proposal.id == id);
    let loose: Vec<&Provision> = (record.provisions.iter())
        .filter(|provision| !provision.proposal.as_deref().is_some_and(known))
        .collect();
    if !loose.is_empty() && !parts.is_empty() {
        parts.push(Part::Heading("In no text named".into()));
    }
    parts.extend((loose.iter()).map(|provision| Part::Line(item(names, provision, 0))));
    parts
}

fn text(names: &Names, proposal: &Proposal) -> Line {
    let mut line = Line::default();
    line.push(&proposal.name, Tone::Strong);
    let mut said = Vec::new();
    if !proposal
        .name
        .to_lowercase()
        .contains(proposal.kind.as_str())
    {
        said.push(proposal.kind.to_string());
    }
    if !proposal.authors.is_empty() {
        said.push(format!("by {}", names.list(&proposal.authors)));
    }
    said.extend(proposal.points.map(|points| format!("{points} points")));
    said.extend(
        proposal
            .status
            .map(|status| status.as_str().replace('-', " ")),
    );
    said.extend(proposal.date.as_ref().map(day));
    if let Some(other) = &proposal.responds_to {
        said.push(format!("answers “{}”", names.thing(other)));
    }
    if let Some(other) = &proposal.version_of {
        said.push(format!("a version of “{}”", names.thing(other)));
    }
    if !said.is_empty() {
        line.push(&format!(" — {}", said.join(" · ")), Tone::Plain);
    }
    names.weaken(&mut line, proposal.hedge.as_deref(), &proposal.told_by);
    line.paragraphs = names.paragraphs(&proposal.evidence);
    line
}

fn item(names: &Names, provision: &Provision, depth: usize) -> Line {
    let mut line = Line::at(depth);
    line.push(&format!("“{}”", provision.text), Tone::Plain);
    let mut said = Vec::new();
    said.extend(provision.topic.clone());
    if let Some(subject) = &provision.subject {
        said.push(format!("binds {}", names.actor(subject)));
    }
    if !provision.places.is_empty() {
        said.push(provision.places.join(", "));
    }
    said.extend(provision.parameters.iter().map(parameter));
    if !said.is_empty() {
        line.push(&format!(" · {}", said.join(" · ")), Tone::Faint);
    }
    line.paragraphs = names.paragraphs(&provision.evidence);
    line
}

/// A number as it binds: «at most 40,000 soldiers».
pub(super) fn parameter(parameter: &Parameter) -> String {
    let bound = match parameter.bound {
        Bound::AtMost => "at most ",
        Bound::AtLeast => "at least ",
        Bound::Exactly => "",
        Bound::About => "about ",
    };
    let mut text = format!("{bound}{}", grouped(parameter.value));
    if let Some(unit) = &parameter.unit {
        text.push_str(&format!(" {unit}"));
    }
    if let Some(scope) = &parameter.scope {
        text.push_str(&format!(" ({scope})"));
    }
    text
}

/// A number with its thousands set apart: `40,000`, `0.2`.
fn grouped(value: f64) -> String {
    let plain = value.to_string();
    let (whole, rest) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-');
    let mut out = String::from(&whole[..whole.len() - digits.len()]);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart_from_five_digits_on() {
        assert_eq!(grouped(1250.0), "1250");
        assert_eq!(grouped(40000.0), "40,000");
        assert_eq!(grouped(-1234567.5), "-1,234,567.5");
        assert_eq!(grouped(0.2), "0.2");
    }
}
