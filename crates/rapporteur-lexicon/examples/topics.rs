//! The topic of every line of standard input: a phrase, and perhaps its context after a tab. With the file of a report as
//! argument, what the report is about helps.

use rapporteur_lexicon::{Domain, Topics, built_in};

fn main() -> std::io::Result<()> {
    let (topics, _) = Topics::compile(built_in("en/topics/").0);
    let domain = match std::env::args().nth(1) {
        Some(file) => {
            let text = std::fs::read_to_string(file)?;
            let sentences: Vec<Vec<&str>> = text
                .split(['.', '\n'])
                .map(|sentence| sentence.split_whitespace().collect())
                .collect();
            topics.domain(sentences.iter().map(Vec::as_slice))
        }
        None => Domain::default(),
    };
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let (phrase, context) = line.split_once('\t').unwrap_or((&line, ""));
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let context: Vec<&str> = context.split_whitespace().collect();
        match topics.classify_within(&words, &context, &domain) {
            Some(found) => println!("{}\t{}\t{phrase}", found.topic.key, found.score),
            None => println!("-\t0\t{phrase}"),
        }
    }
    Ok(())
}
