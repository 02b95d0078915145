//! The house as `ARCHITECTURE.md` describes it: which crate may know which, what the rooms may not touch, how long files are.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each crate, and the crates of the workspace it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("rapporteur-model", &[]),
    ("rapporteur-syntax", &["rapporteur-model"]),
    ("rapporteur-lexicon", &["rapporteur-model"]),
    (
        "rapporteur-read",
        &[
            "rapporteur-model",
            "rapporteur-syntax",
            "rapporteur-lexicon",
        ],
    ),
    ("rapporteur-intake", &["rapporteur-model"]),
    (
        "rapporteur",
        &[
            "rapporteur-model",
            "rapporteur-syntax",
            "rapporteur-lexicon",
            "rapporteur-read",
            "rapporteur-intake",
        ],
    ),
    ("rapporteur-cli", &["rapporteur"]),
    // The chores write the tables and documents of the others.
    (
        "xtask",
        &[
            "rapporteur",
            "rapporteur-cli",
            "rapporteur-lexicon",
            "rapporteur-syntax",
        ],
    ),
];

/// The rooms: pure functions.
const ROOMS: &[&str] = &[
    "rapporteur-model",
    "rapporteur-syntax",
    "rapporteur-lexicon",
    "rapporteur-read",
];

/// What no room may name: disk, network, environment, clock, randomness, other processes, terminal.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::io::stdin",
    "fs::read",
    "fs::write",
    "File::open",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "thread_rng",
    "rand::",
    "RandomState",
    "println!",
    "eprintln!",
    "dbg!",
];

/// Lines a file may have.
const LONGEST: usize = 800;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder_of(name: &str) -> PathBuf {
    match name {
        "xtask" => root().join("xtask"),
        _ => root().join("crates").join(name),
    }
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "target") {
                found.extend(sources(&path));
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file without comments and without its tests, which stand last.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_between_crates_only_point_down() {
    let mut names: Vec<String> = fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.push("xtask".to_owned());
    names.sort();
    let mut known: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(names, known, "a crate without a place in the house");

    for (name, allowed) in ARROWS {
        let manifest = fs::read_to_string(folder_of(name).join("Cargo.toml")).unwrap();
        let dependencies = manifest
            .lines()
            .skip_while(|line| *line != "[dependencies]")
            .skip(1)
            .take_while(|line| !line.starts_with('['))
            .filter_map(|line| line.split(['.', ' ', '=']).next())
            .filter(|dependency| dependency.starts_with("rapporteur"));
        for dependency in dependencies {
            assert!(
                allowed.contains(&dependency),
                "{name} may not know {dependency}"
            );
        }
    }
}

#[test]
fn rooms_know_nothing_of_the_outside() {
    let mut wrong = Vec::new();
    for room in ROOMS {
        for file in sources(&folder_of(room).join("src")) {
            // A module of tests in a file of its own.
            if file.ends_with("tests.rs") {
                continue;
            }
            let code = code(&file);
            for name in OUTSIDE.iter().filter(|name| code.contains(**name)) {
                wrong.push(format!("{} names {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_file_of_arithmetic_is_unsafe() {
    const ALLOWED: &[&str] = &["vector.rs"];
    for (name, _) in ARROWS {
        for file in sources(&folder_of(name).join("src")) {
            let allowed = ALLOWED.iter().any(|allowed| file.ends_with(allowed));
            assert!(
                allowed || !code(&file).contains("unsafe "),
                "{} is unsafe",
                file.display()
            );
        }
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_bear() {
    let mut long = Vec::new();
    for (name, _) in ARROWS {
        for file in sources(&folder_of(name)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > LONGEST {
                long.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(
        long.is_empty(),
        "over {LONGEST} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn every_stage_is_a_module_of_its_name() {
    // The layers of words are made together by the room that knows words.
    const WORDS: &[&str] = &["tokens", "sentences", "tags", "trees", "names"];
    let read = folder_of("rapporteur-read").join("src");
    let layers = fs::read_to_string(folder_of("rapporteur-syntax").join("src/layers.rs")).unwrap();
    for stage in rapporteur::STAGES {
        if WORDS.contains(&stage.name) {
            let noun = stage.name[..1].to_uppercase() + &stage.name[1..];
            assert!(
                layers.contains(&format!("pub struct {noun}")),
                "no layer {noun}"
            );
        } else {
            let file = read.join(format!("{}.rs", stage.name));
            let folder = read.join(stage.name).join("mod.rs");
            assert!(file.exists() || folder.exists(), "no module {}", stage.name);
        }
    }
    // `docs/stages.md` is held against the same list by the tests of `xtask`.
}

#[test]
fn documents_name_no_file_that_is_not_there() {
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        links(&text, &root(), document);
    }
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let text = fs::read_to_string(&path).unwrap();
            links(&text, &root().join("docs"), &path.display().to_string());
        }
    }
}

/// Checks that every relative link of a Markdown text leads to a file.
fn links(text: &str, from: &Path, document: &str) {
    for link in text.split("](").skip(1) {
        let target = link.split([')', '#', ' ']).next().unwrap_or_default();
        if target.is_empty() || target.contains("://") {
            continue;
        }
        assert!(from.join(target).exists(), "{document}: no {target}");
    }
}
