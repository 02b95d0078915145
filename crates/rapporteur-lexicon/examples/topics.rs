//! The topic of every line of standard input: a phrase, and perhaps its context after a tab. With the file of a report as
//! argument, what the report is about helps.

use rapporteur_lexicon::{Domain, TopicWord, Topics, built_in};

fn main() -> std::io::Result<()> {
    let (topics, _) = Topics::compile(built_in("en/topics/").0);
    let read = |text: &str| -> Vec<TopicWord> {
        (text.split_whitespace())
            .flat_map(|word| topics.read(word))
            .collect()
    };
    let domain = match std::env::args().nth(1) {
        Some(file) => topics.domain(std::fs::read_to_string(file)?.split(['.', '\n']).map(read)),
        None => Domain::default(),
    };
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let (phrase, context) = line.split_once('\t').unwrap_or((&line, ""));
        match topics.classify(&read(phrase), &read(context), &domain) {
            Some(found) => println!("{}\t{}\t{phrase}", found.topic.key, found.score),
            None => println!("-\t0\t{phrase}"),
        }
    }
    Ok(())
}
