//! PETRARCH and TABARI actor dictionaries, as [`KnownActor`]s.
//!
//! ```text
//! MINA_FENN_  # a comment
//! +D._HOLT_
//!     [RAVGOV 030101-051231]
//!     [RAV >060101]
//! ORVETH_ [OST]
//! ```
//! The format is described in the PETRARCH manual (Open Event Data Alliance, MIT licence): a name, synonyms after `+`,
//! codes in brackets, each perhaps with dates (`<` until, `>` since, a range), two-digit years from 1930 on.

use crate::actors::{KnownActor, Term};
use crate::rules::LexiconProblem;

/// Reads a dictionary. What cannot be read becomes a problem and the rest is kept.
pub fn parse_petrarch(file: &str, text: &str) -> (Vec<KnownActor>, Vec<LexiconProblem>) {
    let mut actors: Vec<KnownActor> = Vec::new();
    let mut problems = Vec::new();
    let mut in_comment = false;
    for (index, raw) in text.lines().enumerate() {
        let line = without_comments(raw, &mut in_comment);
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let (names, codes) = match line.find('[') {
            Some(at) => line.split_at(at),
            None => (line, ""),
        };
        let names = names.trim();
        let mut forms: Vec<String> = names
            .split('+')
            .map(readable)
            .filter(|form| !form.is_empty())
            .collect();
        if !names.is_empty() && !names.starts_with('+') {
            if forms.is_empty() {
                continue;
            }
            actors.push(KnownActor {
                name: forms.remove(0),
                ..KnownActor::default()
            });
        }
        let Some(actor) = actors.last_mut() else {
            problems.push(LexiconProblem {
                file: file.to_owned(),
                line: index + 1,
                message: "a synonym or code before any actor".into(),
                hint: "begin with the name of the actor".into(),
            });
            continue;
        };
        actor.aliases.append(&mut forms);
        for code in codes.split('[').skip(1) {
            match code.split_once(']').map(|(inside, _)| term(inside)) {
                Some(Some(term)) => actor.terms.push(term),
                _ => problems.push(LexiconProblem {
                    file: file.to_owned(),
                    line: index + 1,
                    message: format!("«[{}» is no code", code.trim()),
                    hint: "write [CODE], [CODE >DATE], [CODE <DATE] or [CODE DATE-DATE]".into(),
                }),
            }
        }
    }
    (actors, problems)
}

/// The line without `# …` and `<!-- … -->`, which may run over several lines.
fn without_comments(line: &str, in_comment: &mut bool) -> String {
    let mut kept = String::new();
    let mut rest = line;
    loop {
        if *in_comment {
            let Some((_, after)) = rest.split_once("-->") else {
                return kept;
            };
            *in_comment = false;
            rest = after;
        } else if let Some((before, after)) = rest.split_once("<!--") {
            kept.push_str(before);
            *in_comment = true;
            rest = after;
        } else {
            kept.push_str(rest);
            break;
        }
    }
    match kept.find('#') {
        Some(at) => kept[..at].to_owned(),
        None => kept,
    }
}

/// `MINA_FENN_` as `DANA HOLT`.
fn readable(name: &str) -> String {
    name.split(['_', ' ', '\t'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `RAVGOV 030101-051231` as a term.
fn term(inside: &str) -> Option<Term> {
    let inside = inside.trim();
    let (code, dates) = inside
        .split_once(char::is_whitespace)
        .map_or((inside, ""), |(code, dates)| (code, dates.trim()));
    let plain =
        |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '~' | ':' | '+' | '_');
    if code.is_empty() || !code.chars().all(plain) {
        return None;
    }
    let (from, to) = if let Some(date) = dates.strip_prefix('>') {
        (day(date), String::new())
    } else if let Some(date) = dates.strip_prefix('<') {
        (String::new(), day(date))
    } else if let Some((from, to)) = dates.split_once('-') {
        (day(from), day(to))
    } else {
        (String::new(), String::new())
    };
    Some(Term {
        code: Some(code.to_ascii_uppercase()),
        from,
        to,
        ..Term::default()
    })
}

/// `030101` as `2003-01-01`, `19911205` as `1991-12-05`; empty where it is no date.
fn day(digits: &str) -> String {
    let digits = digits.trim();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return String::new();
    }
    match digits.len() {
        8 => format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]),
        6 => {
            let century = if &digits[..2] >= "30" { "19" } else { "20" };
            format!(
                "{century}{}-{}-{}",
                &digits[..2],
                &digits[2..4],
                &digits[4..]
            )
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "<!-- a sample\n of two lines -->\n# Orveth and its people\nORVETH_ [OST]\n+ORVETHIAN\n+REPUBLIC_OF_ORVETH_\n\nMINA_FENN_  # an envoy\n\t[RAVGOV 030101-051231]\n\t[RAV >060101]\nELSE_LUKAN [BELGOV <990630]\n";

    #[test]
    fn names_synonyms_codes_and_dates() {
        let (actors, problems) = parse_petrarch("sample.actors.txt", SAMPLE);
        assert_eq!(problems, []);
        let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names, ["ORVETH", "MINA FENN", "ELSE LUKAN"]);
        assert_eq!(actors[0].aliases, ["ORVETHIAN", "REPUBLIC OF ORVETH"]);
        let code = |actor: usize, date: &str| {
            actors[actor]
                .term(Some(date))
                .and_then(|term| term.code.as_deref())
        };
        assert_eq!(code(1, "2004-05-01"), Some("RAVGOV"));
        assert_eq!(code(1, "2020"), Some("RAV"));
        assert_eq!(code(1, "1990"), None);
        assert_eq!(code(2, "1999"), Some("BELGOV"));
        assert_eq!(code(2, "2001"), None);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let (actors, problems) =
            parse_petrarch("sample.actors.txt", "+SYNONYM_\nORVETH_ [O ST RE]x[\n[\n");
        assert_eq!(actors.len(), 1);
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [1, 2, 3]);
    }

    /// Skipped where the dictionaries are not beside the repository.
    #[test]
    fn the_dictionaries_of_petrarch_can_be_read() {
        let folder = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/data/events/petrarch2/petrarch2/data/dictionaries"
        );
        for (file, least) in [
            ("Phoenix.Countries.actors.txt", 18_000),
            ("Phoenix.International.actors.txt", 2_000),
            ("Phoenix.MilNonState.actors.txt", 500),
            ("PETR.Validate.actors.txt", 50),
        ] {
            let Ok(bytes) = std::fs::read(format!("{folder}/{file}")) else {
                println!("skipped: {file} is not there");
                continue;
            };
            let (actors, problems) = parse_petrarch(file, &String::from_utf8_lossy(&bytes));
            println!(
                "{file}: {} actors, {} problems",
                actors.len(),
                problems.len()
            );
            assert!(actors.len() >= least, "{file}: {}", actors.len());
            assert!(
                problems.len() * 50 < actors.len(),
                "{:?}",
                &problems[..problems.len().min(9)]
            );
        }
    }
}
