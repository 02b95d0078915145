//! How fast reports are read: words a second with one and more threads, and the share of each stage.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use rapporteur::intake::{Limits, files};
use rapporteur::{Document, Reader, read_all};

/// How often each report is read.
const ROUNDS: usize = 3;

/// Reads the reports of a file on one thread and on two, and prints what that took as Markdown.
pub fn measure(file: &Path, most: usize) -> Result<()> {
    let documents: Vec<Document> = files::open(file, &Limits::default())?
        .filter_map(Result::ok)
        .take(most)
        .collect();
    let reader = Reader::new();
    // The model is unpacked once, before anything is measured.
    reader.read(&Document::from_text("Velmar rejected the plan."));

    let mut stages: Vec<(&'static str, Duration)> = Vec::new();
    let mut words = 0;
    let mut slowest = (0.0, String::new());
    for document in &documents {
        let (mut times, of_report) = reader.timed(document);
        words += of_report;
        // Machines have other things to do: of a few rounds the quickest of each stage is nearest to what it costs.
        for _ in 1..ROUNDS {
            let (again, _) = reader.timed(document);
            for ((_, time), (_, other)) in times.iter_mut().zip(again) {
                *time = other.min(*time);
            }
        }
        let took: Duration = times.iter().map(|(_, time)| *time).sum();
        let each = took.as_secs_f64() * 1e6 / of_report.max(1) as f64;
        if of_report > 1000 && each > slowest.0 {
            slowest = (each, document.key.clone().unwrap_or_default());
        }
        for (stage, time) in times {
            match stages.iter_mut().find(|(known, _)| *known == stage) {
                Some((_, sum)) => *sum += time,
                None => stages.push((stage, time)),
            }
        }
    }
    if words == 0 {
        bail!("{} holds no reports that could be read", file.display());
    }
    let total: Duration = stages.iter().map(|(_, time)| *time).sum();
    let of_words = stages.iter().find(|(stage, _)| *stage == "names");
    println!("{} reports, {words} words\n", documents.len());
    println!("| stage | seconds | share |\n|---|---:|---:|");
    for (stage, time) in &stages {
        let name = match *stage {
            "names" => "tokens, sentences, tags, trees, names",
            "provisions" => "stances, provisions",
            stage => stage,
        };
        let share = 100.0 * time.as_secs_f64() / total.as_secs_f64();
        println!("| {name} | {:.2} | {share:.1} % |", time.as_secs_f64());
    }
    let rate = |time: Duration| words as f64 / time.as_secs_f64();
    println!("\n| | words a second |\n|---|---:|");
    if let Some((_, time)) = of_words {
        println!("| words alone, one thread | {:.0} |", rate(*time));
    }
    println!("| full reading, one thread | {:.0} |", rate(total));
    for threads in [1, 2] {
        let start = Instant::now();
        let read = |document: Document| serde_json::to_string(&reader.read(&document));
        read_all(documents.iter().cloned(), threads, read, |line| {
            line.map(|line| std::hint::black_box(line.len()))
                .map(|_| ())
        })?;
        println!(
            "| full reading to JSON, threads: {threads} | {:.0} |",
            rate(start.elapsed())
        );
    }
    println!(
        "\nSlowest report a word: {} ({:.0} µs a word)",
        slowest.1, slowest.0
    );
    Ok(())
}
