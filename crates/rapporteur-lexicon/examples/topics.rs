//! The topic of every line of standard input: a phrase, and perhaps its context after a tab.

use rapporteur_lexicon::{Topics, built_in};

fn main() {
    let (topics, _) = Topics::compile(built_in("en/topics/").0);
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let (phrase, context) = line.split_once('\t').unwrap_or((&line, ""));
        match topics.classify_text(phrase, context) {
            Some(found) => println!("{}\t{}\t{phrase}", found.topic.key, found.score),
            None => println!("-\t0\t{phrase}"),
        }
    }
}
