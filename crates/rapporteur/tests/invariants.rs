//! The invariants of `ARCHITECTURE.md`, a test each, over reports of every shape.

use std::collections::HashSet;
use std::{fs, path::Path};

use proptest::prelude::*;
use rapporteur::model::{Evidence, Link, Severity, Stance};
use rapporteur::{Document, Reader, Record, STAGES, read_all};
use std::sync::LazyLock;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
});

fn record(text: &str) -> Record {
    READER.read(&Document::from_text(text))
}

/// Every piece of evidence with the name of its entry.
fn evidence(record: &Record) -> Vec<(&str, &[Evidence])> {
    let mut all: Vec<(&str, &[Evidence])> = Vec::new();
    all.extend(record.actors.iter().map(|one| (&*one.id, &*one.evidence)));
    all.extend(record.events.iter().map(|one| (&*one.id, &*one.evidence)));
    all.extend((record.statements.iter()).map(|one| (&*one.id, &*one.evidence)));
    all.extend((record.proposals.iter()).map(|one| (&*one.id, &*one.evidence)));
    all.extend((record.provisions.iter()).map(|one| (&*one.id, &*one.evidence)));
    all.extend((record.positions.iter()).map(|one| (&*one.id, &*one.evidence)));
    all.extend((record.conditions.iter()).map(|one| (&*one.id, &*one.evidence)));
    all
}

/// Whether the words of every entry stand in the report, at the place it says.
fn rests_on_words(text: &str, record: &Record) -> Result<(), String> {
    let points: Vec<char> = text.chars().collect();
    for (id, evidence) in evidence(record) {
        if evidence.is_empty() {
            return Err(format!("{id} rests on nothing"));
        }
        for one in evidence {
            let (start, end) = (one.range().start as usize, one.range().end as usize);
            let there: String = points.get(start..end).unwrap_or_default().iter().collect();
            if there.is_empty() || there != one.text() || !one.holds(text) {
                return Err(format!("{id}: «{}» is not at {start}..{end}", one.text()));
            }
        }
    }
    Ok(())
}

/// Whether it has the form of the ids of what positions are on: "provision-3".
fn is_id(on: &str) -> bool {
    ["provision-", "proposal-", "event-"]
        .iter()
        .filter_map(|kind| on.strip_prefix(kind))
        .any(|number| number.parse::<u32>().is_ok())
}

/// Whether each id is given once, and each reference leads to an entry that stands before.
fn names_earlier_entries(record: &Record) -> Result<(), String> {
    let mut seen: HashSet<&str> = record.reports.iter().map(|one| &*one.id).collect();
    let mut give = |id| match seen.insert(id) {
        true => Ok(()),
        false => Err(format!("{id} is given twice")),
    };
    for actor in &record.actors {
        give(&actor.id)?;
    }
    for event in &record.events {
        give(&event.id)?;
    }
    for statement in &record.statements {
        give(&statement.id)?;
    }
    for proposal in &record.proposals {
        give(&proposal.id)?;
    }
    for provision in &record.provisions {
        give(&provision.id)?;
    }
    for position in &record.positions {
        give(&position.id)?;
    }
    for condition in &record.conditions {
        give(&condition.id)?;
    }
    let actors: HashSet<&str> = record.actors.iter().map(|one| &*one.id).collect();
    let proposals: HashSet<&str> = record.proposals.iter().map(|one| &*one.id).collect();
    let mut objects: HashSet<&str> = record.events.iter().map(|one| &*one.id).collect();
    objects.extend(&proposals);
    objects.extend(record.provisions.iter().map(|one| &*one.id));
    let known = |ids: &HashSet<&str>, id: &str, whose: &str| match ids.contains(id) {
        true => Ok(()),
        false => Err(format!("{whose} names {id}, which is no entry before it")),
    };
    let chain = |links: &[Link], whose: &str| {
        (links.iter().filter_map(|link| link.actor.as_deref()))
            .try_for_each(|actor| known(&actors, actor, whose))
    };
    for actor in &record.actors {
        if let Some(party) = &actor.party {
            known(&actors, party, &actor.id)?;
        }
        for relation in &actor.relations {
            known(&actors, &relation.to, &actor.id)?;
        }
        for member in &actor.members {
            known(&actors, member, &actor.id)?;
        }
    }
    for event in &record.events {
        for actor in event.actors.iter().chain(&event.recipients) {
            known(&actors, actor, &event.id)?;
        }
        chain(&event.told_by, &event.id)?;
    }
    for statement in &record.statements {
        known(&actors, &statement.speaker, &statement.id)?;
        chain(&statement.told_by, &statement.id)?;
    }
    for proposal in &record.proposals {
        for author in &proposal.authors {
            known(&actors, author, &proposal.id)?;
        }
        let others = proposal.responds_to.iter().chain(&proposal.version_of);
        for other in others {
            known(&proposals, other, &proposal.id)?;
        }
    }
    for provision in &record.provisions {
        if let Some(proposal) = &provision.proposal {
            known(&proposals, proposal, &provision.id)?;
        }
        if let Some(subject) = &provision.subject {
            known(&actors, subject, &provision.id)?;
        }
    }
    for position in &record.positions {
        known(&actors, &position.holder, &position.id)?;
        known(&actors, &position.party, &position.id)?;
        // Words that are no entry stand in the report, as the evidence does.
        // Else it is words that are no entry.
        if is_id(&position.on) {
            known(&objects, &position.on, &position.id)?;
        }
        chain(&position.told_by, &position.id)?;
    }
    for condition in &record.conditions {
        known(&actors, &condition.speaker, &condition.id)?;
        chain(&condition.told_by, &condition.id)?;
    }
    Ok(())
}

/// What holds of the record of any text.
fn sound(text: &str) -> Result<(), TestCaseError> {
    let record = record(text);
    let fault = (record.problems.iter()).find(|problem| problem.severity == Severity::Error);
    prop_assert!(fault.is_none(), "{:?} in {:?}", fault, text);
    if let Err(wrong) = rests_on_words(text, &record).and_then(|()| names_earlier_entries(&record))
    {
        prop_assert!(false, "{} in {:?}", wrong, text);
    }
    Ok(())
}

/// Parts of which reports are made, in any order: names, verbs of every kind, texts, ifs, dates, marks, breaks, junk.
fn fragment() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Velmar",
        "Orveth",
        "Tolsk",
        "Velmar's envoy, Vera Sorel,",
        "Foreign Minister Emil Dure",
        "the Council of Coasts",
        "a Velmar official",
        "two people briefed on the talks",
        "Norway",
        "France and Germany",
        "the United Nations",
        "both sides",
        "the two",
        "she",
        "he",
        "it",
        "they",
        "we",
        "its",
        "who",
        "which",
        "that",
        "neither",
        "the envoy",
        "Moscow",
        "rejected",
        "accepted",
        "would accept",
        "demands that",
        "is ready to give up",
        "ruled out",
        "proposed",
        "said",
        "told reporters",
        "warned that",
        "denied",
        "declined to comment on",
        "met",
        "will meet",
        "arrived in",
        "signed",
        "withdrew from",
        "called for",
        "was accused of",
        "has been asked to",
        "is said to",
        "according to",
        "insists on",
        "calls it a red line",
        "could support",
        "the plan",
        "a 12-point draft",
        "the terms",
        "a ceasefire",
        "the troop limit of at most 4,000 soldiers",
        "the strait",
        "an end to sanctions",
        "talks",
        "these conditions",
        "no recognition of Cape Asse",
        "30 per cent of the quota",
        "$2 million",
        "if",
        "unless",
        "provided that",
        "in exchange for",
        "but",
        "and",
        "or",
        "not",
        "never",
        "reportedly",
        "once",
        "only",
        "because",
        "while",
        "on Tuesday",
        "on 4 March 2031",
        "last week",
        "in 1994",
        "for three days",
        "31 February",
        "at 25:61",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "-",
        "—",
        "…",
        "\"",
        "“",
        "”",
        "'",
        "’",
        "(",
        ")",
        "[",
        "•",
        "/",
        "%",
        "$",
        "*",
        "#",
        "&",
        "=",
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n2) ",
        "\n\nQ: ",
        "\nA: ",
        "\n\n18:40\n",
        "\r\n",
        "\t",
        "\u{A0}",
        "\u{200B}",
        "\u{FEFF}",
        "MARENNE, March 4 (Argent Press) — ",
        "JOINT STATEMENT\n\n",
        "By Vera Sorel\n",
        "Read more: ",
        "Reuters",
        "on state television",
        "naïve",
        "Zürich",
        "Việt",
        "Киев",
        "平和",
        "🕊️",
        "e\u{301}",
        "\u{0}",
        "\u{202E}",
        "'s",
        "n't",
        "U.S.",
        "a.m.",
        "…\"",
        "]]>",
        "<p>",
    ])
    .prop_map(str::to_owned);
    prop_oneof![20 => words, 1 => "\\PC{0,12}", 1 => "[a-zA-Z]{1,40}", 1 => "[0-9,.:%-]{1,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(160) })]

    /// Invariants 1, 2, 3 and 5.
    #[test]
    fn reading_cannot_fail_on_anything_like_a_report(parts in prop::collection::vec(fragment(), 0..60)) {
        sound(&parts.join(" "))?;
    }

    #[test]
    fn reading_cannot_fail_on_any_characters(text in "(?s).{0,300}") {
        sound(&text)?;
    }

    #[test]
    fn reading_cannot_fail_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        sound(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn reading_cannot_fail_on_mangled_reports(
        which in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..4), 1..8),
    ) {
        let mut letters: Vec<char> = which.get(&EXAMPLES).chars().take(1500).collect();
        for (from, to, how) in cuts {
            if letters.is_empty() { break; }
            let (from, to) = (from.index(letters.len()), to.index(letters.len()));
            let range = from.min(to)..from.max(to);
            match how {
                0 => drop(letters.drain(range.start..range.end.min(range.start + 200))),
                1 => letters.swap(from, to),
                2 => letters.insert(from, ['"', '\n', ',', '.', 'é', '-', ' ', '“'][to % 8]),
                _ => letters[range].reverse(),
            }
        }
        sound(&letters.into_iter().collect::<String>())?;
    }

    /// Invariant 9.
    #[test]
    fn what_hangs_on_something_is_never_accepted(
        party in prop::sample::select(vec!["Velmar", "Norway", "The ministry", "The rebels", "Velmar's president", "The union"]),
        verb in prop::sample::select(vec!["would accept", "accepts", "will accept", "accepted", "agreed to", "has agreed to", "is ready to accept", "could agree to", "would sign up to"]),
        object in prop::sample::select(vec!["the plan", "the draft", "a ceasefire", "the troop limit", "the 12-point proposal"]),
        hinge in prop::sample::select(vec!["if", "only if", "provided that", "as long as", "on condition that", "unless", "once", "only after", "but only if", "but only when"]),
        said in prop::sample::select(vec!["", ", its spokesman said", ", an official told Argent Press", ", according to Tolsk"]),
        first in any::<bool>(),
    ) {
        let clause = "Orveth withdrew from Cape Asse";
        let text = if first && !hinge.starts_with("but") {
            let hinge = hinge[..1].to_uppercase() + &hinge[1..];
            format!("{hinge} {clause}, {} {verb} {object}{said}.", party.replace("The ", "the "))
        } else {
            format!("{party} {verb} {object} {hinge} {clause}{said}.")
        };
        let record = record(&text);
        let accepted = record.positions.iter().find(|position| position.stance == Stance::Accepts);
        prop_assert!(accepted.is_none(), "«{}» is told as accepted", text);
    }
}

/// Invariant 3: the shapes that files come in.
#[test]
fn reading_cannot_fail_on_odd_shapes() {
    let long = "x".repeat(200_000);
    let deep = format!(
        "{}Velmar rejected the plan.{}",
        "(".repeat(3000),
        ")".repeat(3000)
    );
    let commas = "Velmar, ".repeat(2000);
    let ands = format!("{}Orveth rejected the plan.", "Velmar and ".repeat(1000));
    let quotes = "“Velmar said ".repeat(1000);
    let bullets = "- an end to sanctions\n".repeat(1000);
    for text in [
        "", " ", "\n\n\n", "x", "\u{0}", "No", "1.", "\"", &long, &deep, &commas, &ands, &quotes,
        &bullets,
    ] {
        sound(text).unwrap();
    }
}

/// Invariant 3: a report that breaks off, or begins, at any word. Rules that look at neighbours meet the edge.
#[test]
fn reading_cannot_fail_on_reports_cut_at_any_word() {
    sound("The minister would not go").unwrap();
    for paragraph in EXAMPLES.iter().flat_map(|text| text.lines()) {
        for (edge, _) in paragraph.match_indices(' ') {
            sound(&paragraph[..edge]).unwrap();
            sound(&paragraph[edge..]).unwrap();
        }
    }
}

/// Invariant 3: speakers of a transcript who name each other do not send the reading round in circles.
#[test]
fn speakers_may_name_each_other() {
    let text = "Briefing\n\nMR. MARN: Minister Vera Sorel is here.\n\nMS. SOREL: Secretary Emil Marn is here.\n\n\
                MR. MARN: We will wait.\n\nMS. SOREL: So will we.";
    sound(text).unwrap();
}

/// Invariants 1 and 5 on real reports.
#[test]
fn every_entry_of_the_examples_rests_on_words_of_its_report() {
    for text in EXAMPLES.iter() {
        let record = record(text);
        assert!(!record.positions.is_empty(), "{text}");
        rests_on_words(text, &record).unwrap();
        names_earlier_entries(&record).unwrap();
    }
}

/// Invariant 4: what is not handed in is not known.
#[test]
fn no_year_and_no_outlet_are_invented() {
    let text =
        "Velmar rejected the plan on Tuesday. Its envoy will meet Orveth's minister on 4 March.";
    let record = record(text);
    let json = serde_json::to_string(&record).unwrap();
    assert!(!json.contains("\"outlet\":") && !json.contains("\"published\":"));
    let dates = record.events.iter().filter_map(|event| event.date.as_ref());
    for date in dates {
        assert!(date.as_str().starts_with("XXXX"), "{date}");
    }
}

/// Invariant 6.
#[test]
fn disagreement_is_kept() {
    let record = record(
        "Velmar has rejected the troop limit, its foreign minister, Vera Sorel, said.\n\n\
         Velmar has accepted the troop limit, Orveth's president, Emil Dure, said.",
    );
    let stances: Vec<Stance> = record.positions.iter().map(|one| one.stance).collect();
    assert!(
        stances.contains(&Stance::Rejects) && stances.contains(&Stance::Accepts),
        "{stances:?}"
    );
}

/// Invariant 7.
#[test]
fn the_same_reports_give_the_same_bytes_on_any_number_of_threads() {
    let read = |threads: usize| {
        let documents = (0..3)
            .flat_map(|_| EXAMPLES.iter())
            .map(Document::from_text);
        let mut bytes = String::new();
        let write = |document: Document| serde_json::to_string(&READER.read(&document));
        read_all(documents, threads, write, |line| {
            bytes.push_str(&line?);
            bytes.push('\n');
            serde_json::Result::Ok(())
        })
        .unwrap();
        bytes
    };
    let alone = read(1);
    assert_eq!(alone, read(2));
    assert_eq!(alone, read(8));
    // A reader built anew has the same tables.
    let anew = Reader::new();
    let first = Document::from_text(&EXAMPLES[0]);
    assert_eq!(anew.read(&first), READER.read(&first));
}

/// Invariant 8: the schema is committed, and a record read back from its JSON is the same record.
#[test]
fn the_record_is_its_json() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/record.schema.json");
    let committed: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    assert_eq!(committed, rapporteur::schema());
    for text in EXAMPLES.iter() {
        let record = record(text);
        let json = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
    }
}

/// The list of stages is the line that runs, in its order.
#[test]
fn the_stages_run_as_they_are_listed() {
    let (times, words) = READER.timed(&Document::from_text(&EXAMPLES[0]));
    let ran: Vec<&str> = times.iter().map(|(stage, _)| *stage).collect();
    // The layers of words are made together.
    let together = ["tokens", "sentences", "tags", "trees"];
    let listed = STAGES.iter().map(|stage| stage.name);
    let mut expected: Vec<&str> = listed.filter(|name| !together.contains(name)).collect();
    expected.push("record");
    assert_eq!(ran, expected);
    assert!(words > 100);
}

/// Each stage shows what it made.
#[test]
fn every_stage_shows_what_it_made() {
    let text = "MARENNE, March 4 (Argent Press) — Velmar rejected Orveth's 12-point draft on Tuesday and asked for a longer truce. \
                “We will leave the talks if the strait is closed,” its envoy, Vera Sorel, said. \
                Vera Sorel met Emil Dure in Marenne.";
    for stage in STAGES {
        let shown = READER.show(stage.name, &Document::from_text(text)).unwrap();
        assert!(!shown.is_empty(), "{} shows nothing", stage.name);
    }
    assert!(READER.show("stance", &Document::from_text(text)).is_err());
}
