//! Runs the examples that rules of the lexicon carry.
//!
//! A `yes` is a short report and what it must give, a `no` a report that must not give it. `miss`, under one of them,
//! says why it is known to fail; it must go when the example passes.

use rapporteur_lexicon::{FILES, Lexicon, Rule, parse};
use rapporteur_model::{Document, Record};
use rayon::prelude::*;

use crate::Reader;
use crate::cases::{Cell, How, agrees, positions};

/// What came of running examples.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExamplesRun {
    /// Examples that hold.
    pub held: usize,
    /// Examples that are marked as known misses and fail: file, line, text and reason, as a line each.
    pub known_misses: Vec<String>,
    /// Examples that do not do what they say.
    pub failed: usize,
    /// What is to be mended, with file and line.
    pub findings: Vec<String>,
}

/// Made-up states that examples may speak of: one sentence tells too little of whether an unknown name is a state.
const WORLD: &str = "\
XMA\n  name  Belora\n  adjective  Beloran\n\
XOS\n  name  Orveth\n  adjective  Orvethi\n\
XSU\n  name  Brod\n  adjective  Brodish\n\
XTH\n  name  Thale\n  adjective  Thalese\n\
XAL\n  name  Merin\n  adjective  Merinian\n\
XRA\n  name  Ravaland\n  adjective  Ravish\n";

/// Runs the examples of lexicon files, given as path from the root of their folder and text, read with those files.
/// Rules of stances, events and speech without a `yes` and a `no` are findings.
pub fn run_examples(files: &[(String, String)]) -> ExamplesRun {
    let mut run = ExamplesRun::default();
    let mut rules = Vec::new();
    let mut overlay = vec![("places/examples.txt".to_owned(), WORLD.to_owned())];
    for (file, text) in files {
        let shipped = is_shipped(file, text);
        if !shipped {
            overlay.push((file.clone(), text.clone()));
        }
        let Some(kind) = Kind::of(file) else { continue };
        if kind.is_built_in() && !shipped {
            run.findings.push(format!(
                "{file}:1: rules of speech and events are built into the program (build it anew with yours to check them)"
            ));
            continue;
        }
        let (of_file, _) = parse(file, text);
        rules.extend(of_file.into_iter().map(|rule| (kind, rule)));
    }
    let reader = &Reader::with_lexicon(&overlay);
    let mut examples = Vec::new();
    for (kind, rule) in &rules {
        let of_rule = examples_of(*kind, rule);
        for (needed, word) in kind.needs(rule) {
            if needed && !of_rule.iter().any(|example| example.word == word) {
                run.findings.push(format!(
                    "{}:{}: the rule «{}» has no `{word}` (give an example of what it must {}read)",
                    rule.file,
                    rule.line,
                    rule.name,
                    if word == "yes" { "" } else { "not " }
                ));
            }
        }
        examples.extend(of_rule);
    }
    let results: Vec<Result<(), String>> = (examples.par_iter())
        .map(|example| example.examine(reader))
        .collect();
    for (example, result) in examples.iter().zip(results) {
        let at = format!("{}:{}", example.rule.file, example.line);
        match (result, example.miss) {
            (Ok(()), None) => run.held += 1,
            (Err(found), None) => {
                run.failed += 1;
                run.findings.push(format!(
                    "{at}: {}: this `{}` does not hold: {}\n    found  {found}",
                    example.rule.name, example.word, example.value
                ));
            }
            (Ok(()), Some(_)) => {
                run.failed += 1;
                run.findings.push(format!(
                    "{at}: this known miss passes now: remove the slot `miss` under it"
                ));
            }
            (Err(_), Some(reason)) => run
                .known_misses
                .push(format!("{at}: {}: {reason}", example.value)),
        }
    }
    run
}

/// The folders whose rules carry examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Stances,
    Events,
    Speech,
    Topics,
}

impl Kind {
    fn of(file: &str) -> Option<Self> {
        let path = file.strip_prefix("en/").unwrap_or(file);
        match path.split(['/', '.']).next()? {
            "stances" => Some(Self::Stances),
            "events" => Some(Self::Events),
            "speech" => Some(Self::Speech),
            "topics" => Some(Self::Topics),
            _ => None,
        }
    }

    /// Whether a user's files of this kind are not read yet.
    fn is_built_in(self) -> bool {
        matches!(self, Self::Events | Self::Speech)
    }

    /// Whether a rule needs a `yes` and a `no`. Topics say so themselves; lists of words need none.
    fn needs(self, rule: &Rule) -> [(bool, &'static str); 2] {
        let has = |keys: &[&str]| keys.iter().any(|key| rule.get(key).is_some());
        let both = match self {
            Self::Stances => true,
            Self::Events => !rule.file.ends_with("things.txt") && !rule.file.ends_with("light.txt"),
            Self::Speech => has(&["verbs", "frames", "nouns", "refusals", "cases"]),
            Self::Topics => false,
        };
        // An attitude makes no statement at all.
        let tells = !(self == Self::Speech && rule.get("kind").is_some());
        [(both && tells, "yes"), (both, "no")]
    }
}

/// Whether the program was built with just this file.
pub(crate) fn is_shipped(file: &str, text: &str) -> bool {
    (FILES.iter()).any(|(path, shipped)| {
        *shipped == text && (*path == file || path.strip_prefix("en/") == Some(file))
    })
}

/// One `yes` or `no`.
struct Example<'a> {
    kind: Kind,
    rule: &'a Rule,
    line: usize,
    word: &'static str,
    value: &'a str,
    miss: Option<&'a str>,
}

fn examples_of(kind: Kind, rule: &Rule) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    for slot in &rule.slots {
        let word = match slot.key.as_str() {
            "yes" => "yes",
            "no" => "no",
            "miss" => {
                if let Some(last) = examples.last_mut() {
                    last.miss = Some(&slot.value);
                }
                continue;
            }
            _ => continue,
        };
        examples.push(Example {
            kind,
            rule,
            line: slot.line,
            word,
            value: &slot.value,
            miss: None,
        });
    }
    examples
}

impl Example<'_> {
    /// The report, and the cells of what it must give.
    fn parts(&self) -> (&str, Vec<&str>) {
        match self.value.split_once("  ") {
            Some((text, cells)) => (text.trim(), cells.split('|').map(str::trim).collect()),
            None => (self.value, Vec::new()),
        }
    }

    /// Whether it holds, or what was found instead.
    fn examine(&self, reader: &Reader) -> Result<(), String> {
        let (text, cells) = self.parts();
        let document = Document::from_text(text);
        let is_yes = self.word == "yes";
        let (held, found) = match self.kind {
            Kind::Topics => topic(self.rule, text, reader.lexicon()),
            Kind::Stances => stance(self.rule, &cells, &reader.read(&document)),
            Kind::Events => deed(self.rule, &cells, &document, reader),
            Kind::Speech => speech(self.rule, is_yes, &document, reader),
        };
        match held == is_yes {
            true => Ok(()),
            false => Err(found),
        }
    }
}

/// Whether a text is of the topic of a rule.
fn topic(rule: &Rule, text: &str, lexicon: &Lexicon) -> (bool, String) {
    let found = lexicon.topics.classify_text(text, "");
    let key = found.map_or("–", |found| found.topic.key.as_str());
    (key == rule.name, key.to_owned())
}

/// Whether there is a position of the rule's stance, by the holder and on the thing that are given.
fn stance(rule: &Rule, cells: &[&str], record: &Record) -> (bool, String) {
    let stem = rule.file.rsplit('/').next().unwrap_or_default();
    let stem = stem.trim_end_matches(".txt");
    let own = rule.get("stance").unwrap_or(stem);
    let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
    let expected = match cell(1) {
        "" => own,
        given => given,
    };
    let rows: Vec<[Cell; 3]> = positions(record);
    let held = rows.iter().any(|[holder, stance, on]| {
        agrees(How::Name, cell(0), holder)
            && agrees(How::Word, expected, stance)
            && agrees(How::Text, cell(2), on)
    });
    let shown = rows.iter().map(|row| {
        let cells = row
            .iter()
            .map(|cell| cell.first().and_then(|forms| forms.first()));
        let cells: Vec<&str> = cells.map(|form| form.map_or("–", String::as_str)).collect();
        cells.join(" | ")
    });
    (held, listed(shown.collect()))
}

/// Whether a deed of the type is found: in the record with its label, or in the event-data view. `-` is no type.
fn deed(rule: &Rule, cells: &[&str], document: &Document, reader: &Reader) -> (bool, String) {
    let own = rule.get("type").unwrap_or("-");
    let kind = cells.first().copied().unwrap_or(own);
    let label = cells.get(1).copied().unwrap_or_default();
    let events = reader.read(document).events;
    let deeds: Vec<(&str, &str)> = (events.iter())
        .map(|event| {
            (
                event.kind.map_or("-", |kind| kind.as_str()),
                event.label.as_str(),
            )
        })
        .collect();
    let coded = reader.acts(document);
    let acts: Vec<&str> = coded
        .iter()
        .filter_map(|act| act["type"].as_str())
        .collect();
    let held = acts.contains(&kind)
        || deeds.iter().any(|(found, found_label)| {
            *found == kind && agrees(How::Deed, label, &[vec![(*found_label).to_owned()]])
        });
    let shown = deeds
        .iter()
        .map(|(kind, label)| format!("{kind} | {label}"));
    (
        held,
        listed(
            shown
                .chain(acts.iter().map(|kind| format!("{kind} (coded)")))
                .collect(),
        ),
    )
}

/// Whether something is told, by the rule's act where it makes a statement. A `no` makes no statement at all.
fn speech(rule: &Rule, is_yes: bool, document: &Document, reader: &Reader) -> (bool, String) {
    let record = reader.read(document);
    let act = rule.get("act").unwrap_or("said");
    let told = || {
        !reader
            .show("statements", document)
            .unwrap_or_default()
            .is_empty()
    };
    let any = !record.statements.is_empty();
    let held = match (is_yes, rule.get("kind")) {
        (true, Some(_)) => !any && told(),
        // "The ministry": a source that the record has no name for is told of all the same.
        (true, None) if !any => told(),
        (true, None) => (record.statements.iter()).any(|said| said.act.as_str() == act),
        (false, _) => any,
    };
    let shown = (record.statements.iter())
        .map(|said| format!("{} | {} | {}", said.speaker, said.act, said.words));
    (held, listed(shown.collect()))
}

fn listed(lines: Vec<String>) -> String {
    match lines.is_empty() {
        true => "nothing".to_owned(),
        false => lines.join("; "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> ExamplesRun {
        run_examples(&[("stances/rejects.txt".to_owned(), text.to_owned())])
    }

    const RULE: &str = "spurn\n  verbs  spurn\n  on     object\n";

    #[test]
    fn examples_hold_or_are_findings() {
        let right = run(&format!(
            "{RULE}  yes  Belora spurned the draft.  Belora | rejects | the draft\n  no   Belora read the draft.\n"
        ));
        assert_eq!(right.findings, Vec::<String>::new());
        assert_eq!((right.held, right.failed), (2, 0));
        let wrong = run(&format!(
            "{RULE}  yes  Belora read the draft.  Belora | rejects | the draft\n  no   Belora spurned the draft.\n"
        ));
        assert_eq!(wrong.failed, 2);
        assert!(
            wrong.findings[0].starts_with("stances/rejects.txt:4: spurn: "),
            "{:?}",
            wrong.findings
        );
    }

    #[test]
    fn a_rule_needs_both_examples() {
        let found = run(&format!("{RULE}  no  Belora read the draft.\n")).findings;
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("«spurn» has no `yes`"), "{found:?}");
    }

    #[test]
    fn a_known_miss_must_fail() {
        let with = |yes: &str| {
            run(&format!(
                "{RULE}  yes   {yes}  Belora | rejects |\n  miss  because\n  no    Belora read it.\n"
            ))
        };
        let real = with("Belora read the draft.");
        assert_eq!((real.known_misses.len(), real.failed), (1, 0));
        let stale = with("Belora spurned the draft.");
        assert_eq!(stale.failed, 1);
        assert!(stale.findings[0].contains("passes now"));
    }

    #[test]
    fn topics_of_a_user_are_checked() {
        let bells = "bell-ringing\n  label  Bells\n  words  carillon\n  yes  no carillon at night\n  no  the carillon of the town\n";
        let found = run_examples(&[("topics/mine.txt".to_owned(), bells.to_owned())]).findings;
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
