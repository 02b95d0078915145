//! The scores that only rise: measures them, compares them with `docs/scores.tsv`, and with `--accept` writes what
//! became better there and in `docs/scores.md`.

mod figures;
mod marked;
mod sentences;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use figures::{Figure, GROUPS, Group, Work};

/// Measures the groups or figures named (all, if none is), and prints them beside the committed ones. Fails if a
/// figure is worse than the committed one. Says so and does nothing where there is no `../shared`.
pub fn score(root: &Path, args: &[String]) -> Result<()> {
    let shared = root.join("../shared");
    if !shared.join("score").is_dir() {
        println!("not scored: there are no scorers at {}", shared.display());
        return Ok(());
    }
    let accept = args.iter().any(|arg| arg == "--accept");
    let names: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| *arg != "--accept")
        .collect();
    for name in &names {
        let known = GROUPS.iter().any(|group| group.name == *name);
        ensure!(known, "no group {name:?}: there are {}", known_names());
    }
    let table = root.join("docs/scores.tsv");
    let mut kept = read(&fs::read_to_string(&table).unwrap_or_default());
    let place = Place::build(root, &shared)?;
    let (mut worse, mut better) = (Vec::new(), 0);
    for group in GROUPS {
        if !names.is_empty() && !names.contains(&group.name) {
            continue;
        }
        println!("{}: {}", group.name, group.about);
        let output = place.measure(group)?;
        for figure in group.figures {
            let key = format!("{}.{}", group.name, figure.name);
            let found = number(&output, figure)
                .with_context(|| format!("{key} is not in what the scorer printed:\n{output}"))?;
            let old = kept.get(&key).copied();
            let change = old.map_or(0.0, |old| {
                if figure.less {
                    old - found
                } else {
                    found - old
                }
            });
            let mut line = format!("  {:18} {found:8}", figure.name);
            match old {
                None => line.push_str("  new"),
                Some(old) if change > 0.0 => line.push_str(&format!("  better, was {old}")),
                Some(old) if change < 0.0 => line.push_str(&format!("  WORSE, was {old}")),
                Some(_) => {}
            }
            if missed(figure, found) {
                let word = if figure.less { "at most" } else { "at least" };
                let _ = write!(line, "  (asked: {word} {})", figure.least.unwrap_or(0.0));
            }
            println!("{line}");
            if change < 0.0 {
                worse.push(key);
            } else if old.is_none() || change > 0.0 {
                better += 1;
                kept.insert(key, found);
            }
        }
    }
    if accept && better > 0 {
        fs::write(&table, write(&kept))?;
        fs::write(root.join("docs/scores.md"), document(&kept))?;
        println!("{better} figures written to docs/scores.tsv and docs/scores.md");
    } else if better > 0 {
        println!("{better} figures are new or better; --accept writes them down");
    }
    if !worse.is_empty() {
        bail!("worse than committed: {}", worse.join(", "));
    }
    Ok(())
}

fn known_names() -> String {
    let names: Vec<&str> = GROUPS.iter().map(|group| group.name).collect();
    names.join(", ")
}

fn missed(figure: &Figure, found: f64) -> bool {
    let short = |least: f64| {
        if figure.less {
            found > least
        } else {
            found < least
        }
    };
    figure.least.is_some_and(short)
}

/// The number of a figure in a scorer's output.
fn number(output: &str, figure: &Figure) -> Option<f64> {
    let lines = output.lines();
    let mut lines = lines.filter_map(|line| line.strip_prefix(figure.line));
    let rest = lines.find_map(|rest| Some(rest.split_once(figure.before)?.1))?;
    let word = rest.split_whitespace().next()?;
    word.trim_end_matches([',', ';', ')']).parse().ok()
}

/// Where things are.
struct Place {
    root: PathBuf,
    shared: PathBuf,
    out: PathBuf,
    rapporteur: PathBuf,
    syntax: PathBuf,
}

impl Place {
    /// Builds the programs as this one was built (with `--release` or without).
    fn build(root: &Path, shared: &Path) -> Result<Self> {
        let me = std::env::current_exe()?;
        let folder = me.parent().context("this program lies in no folder")?;
        for what in [
            ["-p", "rapporteur-cli", "--bin", "rapporteur"],
            ["-p", "rapporteur-syntax", "--example", "syntax"],
        ] {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
            cargo
                .current_dir(root)
                .args(["build", "--quiet"])
                .args(what);
            if folder.file_name().is_some_and(|name| name == "release") {
                cargo.arg("--release");
            }
            ensure!(cargo.status()?.success(), "{what:?} does not build");
        }
        let out = std::env::temp_dir().join(format!("rapporteur-score-{}", std::process::id()));
        fs::create_dir_all(&out)?;
        Ok(Self {
            root: root.to_owned(),
            shared: shared.to_owned(),
            out,
            rapporteur: folder.join("rapporteur"),
            syntax: folder.join("examples/syntax"),
        })
    }

    /// What the scorer of a group prints.
    fn measure(&self, group: &Group) -> Result<String> {
        match group.work {
            Work::Shell(commands) => self.shell(group, commands),
            Work::Records(folder) => self.records(folder),
            Work::Sentences(table) => {
                sentences::sentences(&fs::read_to_string(self.root.join(table))?)
            }
            Work::Marked(folder) => marked::marked(&self.root.join(folder)),
        }
    }

    fn shell(&self, group: &Group, commands: &str) -> Result<String> {
        let mut script = String::from("set -e\n");
        // Functions and variables let the script be the very lines that the document shows.
        for (name, program) in [("syntax", &self.syntax), ("rapporteur", &self.rapporteur)] {
            let _ = writeln!(script, "{name}() {{ '{}' \"$@\"; }}", program.display());
        }
        script.push_str(
            &commands
                .replace("DATA", "\"$DATA\"")
                .replace("SCORE", "\"$SCORE\"")
                .replace("OUT", "\"$OUT\""),
        );
        let mut shell = Command::new("sh");
        shell.current_dir(&self.root).arg("-c").arg(script);
        shell.env("DATA", self.shared.join("data"));
        shell.env("SCORE", self.shared.join("score"));
        shell.env("OUT", &self.out);
        run(shell, group.name)
    }

    fn records(&self, folder: &str) -> Result<String> {
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let (gold, found) = (self.root.join(folder), self.out.join(name));
        fs::create_dir_all(&found)?;
        let mut files: Vec<PathBuf> = fs::read_dir(&gold)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "txt"))
            .collect();
        files.sort();
        for file in files {
            let mut reading = Command::new(&self.rapporteur);
            reading
                .arg("read")
                .arg(&file)
                .args(["--format", "json", "--quiet"]);
            let meta = fs::read_to_string(file.with_extension("meta.json")).unwrap_or_default();
            let meta: serde_json::Value = serde_json::from_str(&meta).unwrap_or_default();
            for key in ["published", "outlet"] {
                if let Some(value) = meta[key].as_str() {
                    reading.arg(format!("--{key}")).arg(value);
                }
            }
            let record = run(reading, &file.to_string_lossy())?;
            let name = file.with_extension("json");
            fs::write(found.join(name.file_name().unwrap_or_default()), record)?;
        }
        let mut scorer = Command::new("python3");
        scorer.arg(self.shared.join("score/score_records.py"));
        scorer.arg("--gold").arg(&gold).arg("--found").arg(&found);
        run(scorer, folder)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // A folder that stays behind in the temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.out);
    }
}

fn run(mut command: Command, what: &str) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("cannot measure {what}"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{what} failed:\n{errors}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn read(table: &str) -> BTreeMap<String, f64> {
    let rows = table.lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(key, value)| Some((key.to_owned(), value.parse().ok()?)))
        .collect()
}

/// The table as a file: a figure a line, in the order of the groups; figures that are no longer measured are dropped.
fn write(kept: &BTreeMap<String, f64>) -> String {
    let mut out = String::new();
    for group in GROUPS {
        for figure in group.figures {
            let key = format!("{}.{}", group.name, figure.name);
            if let Some(value) = kept.get(&key) {
                let _ = writeln!(out, "{key}\t{value}");
            }
        }
    }
    out
}

/// The table for people.
fn document(kept: &BTreeMap<String, f64>) -> String {
    let mut out = String::from(
        "# Scores\n\n\
         `cargo xtask score` measures them again and fails if one became worse; `cargo xtask score NAME…` measures some;\n\
         `--accept` writes down what became better, here and in `scores.tsv`.\n\
         The data and scorers lie in `../shared`; without them nothing is measured.\n\
         In the commands `DATA` is `../shared/data`, `SCORE` is `../shared/score`, `OUT` a folder for what is found,\n\
         `syntax` is `cargo run --release -p rapporteur-syntax --example syntax --`.\n",
    );
    for group in GROUPS {
        let _ = write!(out, "\n## {}\n\n{}\n\n", group.name, group.about);
        match group.work {
            Work::Shell(commands) => {
                for line in commands.lines() {
                    let _ = writeln!(out, "    {}", line.trim());
                }
            }
            Work::Records(folder) => {
                let _ = writeln!(
                    out,
                    "    rapporteur read REPORT.txt --format json --published … --outlet … > OUT/REPORT.json   (each report of {folder})\n    \
                     python3 SCORE/score_records.py --gold {folder} --found OUT"
                );
            }
            Work::Sentences(table) => {
                let _ = writeln!(out, "    each passage of {table}, read by `xtask` itself");
            }
            Work::Marked(folder) => {
                let _ = writeln!(out, "    each report of {folder}, read by `xtask` itself");
            }
        }
        out.push_str("\n| figure | now | asked | hoped for |\n|---|---|---|---|\n");
        for figure in group.figures {
            let show = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
            let now = kept
                .get(&format!("{}.{}", group.name, figure.name))
                .copied();
            let short = now.is_some_and(|now| missed(figure, now));
            let mark = if short { " (short)" } else { "" };
            let _ = writeln!(
                out,
                "| {} | {}{mark} | {} | {} |",
                figure.name,
                show(now),
                show(figure.least),
                show(figure.reach)
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_where_the_scorers_print_them() {
        let output = "UPOS 95.84\nevents type recall 0.849 precision 0.832 (sentences 146)\n\
                      position   F1 0.784 P 0.9\npositions F1 0.784 P 0.9 R 0.6 inventions 1\n";
        let of = |group: &str, name: &str| {
            let group = GROUPS.iter().find(|other| other.name == group)?;
            number(
                output,
                group.figures.iter().find(|figure| figure.name == name)?,
            )
        };
        assert_eq!(of("ewt", "UPOS"), Some(95.84));
        assert_eq!(of("plover", "type precision"), Some(0.832));
        assert_eq!(of("gold", "position"), Some(0.784));
        assert_eq!(of("gold", "inventions"), Some(1.0));
        assert_eq!(of("ewt", "LAS"), None);
    }

    #[test]
    fn the_document_shows_the_table() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
        let table = fs::read_to_string(folder.join("scores.tsv")).unwrap();
        let kept = read(&table);
        assert_eq!(write(&kept), table);
        assert_eq!(
            document(&kept),
            fs::read_to_string(folder.join("scores.md")).unwrap()
        );
    }
}
