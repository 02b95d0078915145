//! Names from the entity annotation of GUM (`Entity=` in MISC), which holds all entities, named or not.

use std::collections::HashSet;

use crate::NameKind;
use crate::conllu::{Row, Sentence};

use super::data::{OUTSIDE, begin, inside};

/// A mention: its words (inclusive), type, place of its head among them, page it is linked to.
#[derive(Debug)]
struct Mention<'a> {
    first: usize,
    last: usize,
    kind: &'a str,
    head: usize,
    page: &'a str,
}

/// Allowed name labels of the words. Proper nouns that no named mention covers may be anything.
pub(crate) fn names(sentence: &Sentence, states: &HashSet<String>) -> Vec<u32> {
    let rows: Vec<&Row> = sentence.words().collect();
    let mut out: Vec<u32> = rows
        .iter()
        .map(|row| if proper(row) { 0 } else { OUTSIDE })
        .collect();
    let mut mentions = mentions(&rows);
    mentions.sort_by_key(|mention| {
        (
            mention.first as isize - mention.last as isize,
            mention.first,
        )
    });
    let mut taken = vec![false; rows.len()];
    for mention in mentions.iter().filter(|mention| mention.kind == "time") {
        out[mention.first..=mention.last].fill(OUTSIDE);
    }
    for (word, row) in rows.iter().enumerate() {
        if is_title(row.form()) {
            out[word] = OUTSIDE;
        }
    }
    for mention in &mentions {
        let Some((start, end)) = core(mention, &rows) else {
            continue;
        };
        if taken[start..end].iter().any(|&taken| taken) {
            continue;
        }
        let forms: Vec<&str> = rows[start..end].iter().map(|row| row.form()).collect();
        let state = states.contains(&forms.join(" ").to_lowercase());
        let (kinds, maybe): (&[NameKind], u32) = match mention.kind {
            "person" => (&[NameKind::Person], 0),
            "organization" => (&[NameKind::Organisation], 0),
            "place" if state => (&[NameKind::State], 0),
            "place" => (&[NameKind::Place], 0),
            "event" => (&[NameKind::Event, NameKind::Other], 0),
            "time" => continue,
            _ => (&[NameKind::Work, NameKind::Other, NameKind::Group], OUTSIDE),
        };
        for word in start..end {
            taken[word] = true;
            let bit = if word == start { begin } else { inside };
            out[word] = kinds.iter().fold(maybe, |bits, &kind| bits | bit(kind));
        }
    }
    out
}

fn proper(row: &Row) -> bool {
    row.columns[4].starts_with("NNP")
}

/// The words that are the name itself: without articles, titles and what follows.
fn core(mention: &Mention, rows: &[&Row]) -> Option<(usize, usize)> {
    if !proper(rows[mention.head]) {
        return None;
    }
    let title: HashSet<String> = mention
        .page
        .split(['_', '-'])
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect();
    let linked = |word: usize| {
        let form = rows[word].form().to_lowercase();
        title.contains(&form) || matches!(form.as_str(), "-" | "'s" | ".")
    };
    let joins = |word: usize| {
        matches!(
            rows[word].form(),
            "of" | "for" | "and" | "the" | "&" | "-" | "'s"
        )
    };
    let whole = mention.kind == "organization" || mention.kind == "event";
    let plain = |word: usize| proper(rows[word]) || (whole && joins(word));
    let grow = |test: &dyn Fn(usize) -> bool| {
        let (mut start, mut end) = (mention.head, mention.head + 1);
        while start > mention.first && test(start - 1) {
            start -= 1;
        }
        while end <= mention.last && test(end) {
            end += 1;
        }
        (start, end)
    };
    let (mut start, mut end) = if title.len() > 1 && linked(mention.head) {
        grow(&linked)
    } else {
        grow(&plain)
    };
    if mention.kind == "person" {
        // A first name that the page does not have, a surname it does: what is proper belongs to it.
        (start, end) = grow(&|word| proper(rows[word]) && rows[word].columns[7] != "nmod:desc");
        while start + 1 < end && is_title(rows[start].form()) {
            start += 1;
        }
    }
    while start < end
        && !rows[start]
            .form()
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    {
        start += 1;
    }
    while start < end
        && !rows[end - 1]
            .form()
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '.')
    {
        end -= 1;
    }
    if start < end && rows[start].form().eq_ignore_ascii_case("the") {
        start += 1;
    }
    let office = mention.kind == "person" && end == start + 1 && is_title(rows[start].form());
    (start < end && !office).then_some((start, end))
}

/// Titles that stand before names of persons.
pub(crate) fn is_title(form: &str) -> bool {
    matches!(
        form.trim_end_matches('.'),
        "President"
            | "Prime"
            | "Minister"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Miss"
            | "Dr"
            | "Sir"
            | "Lord"
            | "Lady"
            | "Senator"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Governor"
            | "General"
            | "Gen"
            | "Colonel"
            | "Col"
            | "Captain"
            | "Capt"
            | "Prof"
            | "Professor"
            | "King"
            | "Queen"
            | "Prince"
            | "Princess"
            | "Pope"
            | "Secretary"
            | "Ambassador"
            | "Chancellor"
            | "Judge"
            | "Justice"
            | "Mayor"
            | "Chairman"
            | "Chief"
            | "Vice"
            | "Foreign"
            | "Former"
            | "Director"
            | "Spokesman"
            | "Spokesperson"
            | "Spokeswoman"
            | "Speaker"
            | "Envoy"
            | "Premier"
            | "Saint"
            | "Sheikh"
            | "Imam"
    )
}

fn mentions<'a>(rows: &[&'a Row]) -> Vec<Mention<'a>> {
    let mut open: Vec<(&str, usize, &str)> = Vec::new();
    let mut out = Vec::new();
    for (word, row) in rows.iter().enumerate() {
        let mut rest = row.misc("Entity").unwrap_or("");
        while !rest.is_empty() {
            if let Some(body) = rest.strip_prefix('(') {
                let end = body.find(['(', ')']).unwrap_or(body.len());
                let attributes = &body[..end];
                let id = attributes.split('-').next().unwrap_or("");
                open.push((id, word, attributes));
                rest = &body[end..];
                if let Some(after) = rest.strip_prefix(')') {
                    rest = after;
                    close(&mut open, id, word, &mut out);
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                // Parts of one mention that stand apart are written id[1/2]; they are left out.
                close(&mut open, &rest[..end], word, &mut out);
                rest = rest.get(end + 1..).unwrap_or("");
            }
        }
    }
    out
}

fn close<'a>(
    open: &mut Vec<(&'a str, usize, &'a str)>,
    id: &str,
    last: usize,
    out: &mut Vec<Mention<'a>>,
) {
    let Some(place) = open.iter().rposition(|(other, ..)| *other == id) else {
        return;
    };
    let (id, first, attributes) = open.remove(place);
    let fields: Vec<&str> = attributes.splitn(8, '-').collect();
    if id.contains('[') || fields.len() < 7 {
        return;
    }
    let head = fields[5]
        .split(',')
        .next()
        .and_then(|n| n.parse::<usize>().ok())
        .unwrap_or(1);
    let head = (first + head.saturating_sub(1)).min(last);
    out.push(Mention {
        first,
        last,
        kind: fields[1],
        head,
        page: fields.get(7).copied().unwrap_or(""),
    });
}
