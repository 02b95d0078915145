//! Topics: party-neutral keys for what can be agreed, and how a phrase is given one.
//!
//! `lexicon/en/topics/README.md` explains the files and the scoring.

mod phrases;

use std::collections::{HashMap, HashSet};

use self::phrases::{Phrase, Tally, is_outright};
use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};
use crate::stem::{singular, split_words, stem};

pub use self::phrases::TopicWord;

/// One topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The key ("troop-withdrawal").
    pub key: String,
    /// What people call it.
    pub label: String,
    /// The part of a settlement it belongs to.
    pub group: String,
    /// Code of the PA-X peace agreements database, where there is one.
    pub pa_x: Option<String>,
    general: bool,
}

/// A topic found in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicMatch<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// How strongly; comparable between phrases. Under 8 it is a guess from words that go with the topic.
    pub score: u32,
}

/// Every topic, in the order in which they win ties.
#[derive(Debug, Clone, Default)]
pub struct Topics {
    /// The topics.
    pub all: Vec<Topic>,
    /// The rules they come from, with their examples.
    pub rules: Vec<Rule>,
    /// Ids of stems and nouns, from 1.
    ids: WordMap<u32>,
    /// Ids of words of the cues as they stand.
    words: WordMap<u32>,
    /// Sequences by the id they begin with, each with the part it is of.
    sequences: Vec<Vec<(Vec<u32>, Part)>>,
    /// Parts that are one sequence.
    phrases: HashMap<Vec<u32>, Part>,
    /// Parts that are any sequence of a class.
    classes: WordMap<Part>,
    /// Cues by their first part.
    cues: Vec<Vec<Cue>>,
}

/// What a whole report is about: for each topic, in how many of its sentences it is named outright.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Domain {
    counts: Vec<u32>,
}

/// Index of a phrase or a class of phrases.
type Part = usize;

/// What tells of a topic: all of its parts must occur.
#[derive(Debug, Clone)]
struct Cue {
    /// Index of the topic.
    topic: usize,
    slot: Slot,
    parts: Vec<Part>,
}

/// The slot of a topic that a cue is of.
#[derive(Debug, Clone, Copy)]
enum Slot {
    /// It names the topic.
    Words,
    /// It names the topic among others, and means many things.
    Weak,
    /// It goes with the topic.
    With,
    /// It rules the topic out.
    Not,
}

const SLOTS: [(&str, Slot); 4] = [
    ("words", Slot::Words),
    ("weak", Slot::Weak),
    ("with", Slot::With),
    ("not", Slot::Not),
];

const LEAST: u32 = 3;
/// What a topic can gain at most from being named elsewhere in the report.
const MOST_DOMAIN: u32 = 4;

/// Words that end the head of a noun phrase.
const ENDS_OF_HEAD: &[&str] = &[
    "of", "for", "to", "in", "on", "from", "that", "which", "who", "by", "with", "if", "until",
    "at", "under", "between", "against", "over", "within", "before", "after", "as", "unless",
    "about",
];

/// Words that stand between others without changing what is meant; cues and phrases are read without them.
const PASSED_OVER: &[&str] = &[
    "the", "a", "an", "its", "their", "his", "her", "our", "your", "my",
];

/// Words that begin a clause, which says less of the topic than what it hangs on.
const BEGIN_CLAUSES: &[&str] = &[
    "that", "which", "who", "whom", "where", "when", "if", "onc", "once", "until", "unless",
    "because", "while",
];

impl Topics {
    /// Compiles rules of `topics/` files. Blocks of a file `classes.txt` are classes of words; a topic that comes again
    /// adds to the first.
    pub fn compile(rules: Vec<Rule>) -> (Self, Vec<LexiconProblem>) {
        let mut topics = Self::default();
        let problems = topics.extend(rules);
        (topics, problems)
    }

    /// Adds rules, a user's own.
    pub fn extend(&mut self, rules: Vec<Rule>) -> Vec<LexiconProblem> {
        let mut problems = Vec::new();
        let (classes, topics): (Vec<Rule>, Vec<Rule>) = rules
            .into_iter()
            .partition(|rule| rule.file.ends_with("classes.txt"));
        for rule in &classes {
            let part = match self.classes.get(&rule.name) {
                Some(&part) => part,
                None => {
                    let part = self.new_part();
                    self.classes.insert(rule.name.clone(), part);
                    part
                }
            };
            for item in rule.items("words") {
                let sequence = self.sequence(item);
                self.add_sequence(sequence, part);
            }
        }
        for rule in topics {
            if rule.get("words").is_none() {
                problems.push(rule.problem("a topic without words", "give the slot `words`"));
                continue;
            }
            if rule.get("yes").is_none() || rule.get("no").is_none() {
                problems.push(rule.problem("a topic without examples", "give a `yes` and a `no`"));
            }
            let known = self.all.iter().position(|topic| topic.key == rule.name);
            let topic = known.unwrap_or_else(|| {
                self.all.push(Topic {
                    key: rule.name.clone(),
                    label: rule.get("label").unwrap_or(&rule.name).to_owned(),
                    group: rule.get("group").unwrap_or("general").to_owned(),
                    pa_x: rule.get("pa-x").map(str::to_owned),
                    general: rule.get("weight") == Some("low"),
                });
                self.all.len() - 1
            });
            for (name, slot) in SLOTS {
                let mut seen = HashSet::new();
                for item in rule.items(name) {
                    match self.parts(item) {
                        Ok(parts) => {
                            if seen.insert(parts.clone()) {
                                self.cues[parts[0]].push(Cue { topic, slot, parts });
                            }
                        }
                        Err(class) => problems.push(rule.problem(
                            format!("the class «@{class}» is not known"),
                            "name a block of classes.txt",
                        )),
                    }
                }
            }
            self.rules.push(rule);
        }
        problems
    }

    /// The topic of that key.
    pub fn get(&self, key: &str) -> Option<&Topic> {
        self.all.iter().find(|topic| topic.key == key)
    }

    /// A word, or a lemma, as topics read it: as several where hyphens or slashes part it, as none where it stands between
    /// others without changing what is meant.
    pub fn read(&self, word: &str) -> Vec<TopicWord> {
        self.read_as(word, true)
    }

    /// The same; cues that are meant as nouns are only found in nouns.
    pub fn read_as(&self, word: &str, noun: bool) -> Vec<TopicWord> {
        let id = |key: &str| self.ids.get(key).copied().unwrap_or(0);
        (meaningful([word]).iter())
            .map(|word| {
                let stem = stem(word);
                TopicWord {
                    ids: [id(&stem), if noun { id(&noun_key(word)) } else { 0 }],
                    ends_head: ENDS_OF_HEAD.contains(&stem.as_str()),
                    begins_clause: BEGIN_CLAUSES.contains(&stem.as_str()),
                    core: false,
                }
            })
            .collect()
    }

    /// What a report is about, from the words of its sentences.
    pub fn domain(&self, sentences: impl IntoIterator<Item = Vec<TopicWord>>) -> Domain {
        let mut counts = vec![0; self.all.len()];
        for sentence in sentences {
            let phrase = Phrase::new(&sentence, &self.sequences);
            let mut named: Vec<usize> = (phrase.parts())
                .flat_map(|part| &self.cues[part])
                .filter(|cue| matches!(cue.slot, Slot::Words) && !self.all[cue.topic].general)
                .filter(|cue| is_outright(cue, &phrase))
                .map(|cue| cue.topic)
                .collect();
            named.sort_unstable();
            named.dedup();
            for topic in named {
                counts[topic] += 1;
            }
        }
        Domain { counts }
    }

    /// The topic of a phrase, perhaps helped by the words of its context (a heading, a lead-in, the sentence). Topics that
    /// the report names elsewhere gain up to 4: "5 percent" is pay in a report about wages and a share of the catch in one
    /// about mackerel.
    pub fn classify(
        &self,
        words: &[TopicWord],
        context: &[TopicWord],
        domain: &Domain,
    ) -> Option<TopicMatch<'_>> {
        self.best(words, context, domain, |_| true)
    }

    /// The most specific topic of a phrase: "any deal that leaves out missiles" is of missiles too.
    pub fn classify_specific(
        &self,
        words: &[TopicWord],
        domain: &Domain,
    ) -> Option<TopicMatch<'_>> {
        self.best(words, &[], domain, |topic| !topic.general)
    }

    fn best(
        &self,
        words: &[TopicWord],
        context: &[TopicWord],
        domain: &Domain,
        admits: impl Fn(&Topic) -> bool,
    ) -> Option<TopicMatch<'_>> {
        let phrase = Phrase::new(words, &self.sequences);
        let context = Phrase::new(context, &self.sequences);
        let mut tallies = vec![Tally::default(); self.all.len()];
        let around = context.parts().filter(|&part| !phrase.has(part));
        for cue in (phrase.parts().chain(around)).flat_map(|part| &self.cues[part]) {
            tallies[cue.topic].count(cue, self.all[cue.topic].general, &phrase, &context);
        }
        let mut best: Option<TopicMatch<'_>> = None;
        // "31 billion", "one": only what surrounds it can tell.
        let phrase_is_bare = words.len() < 2;
        for (index, (topic, tally)) in self.all.iter().zip(&tallies).enumerate() {
            let mut score = tally.score(topic);
            let alone = tally.score_alone(topic);
            if alone == 0 && !phrase_is_bare || !admits(topic) {
                // What surrounds a phrase says nothing of a phrase that has words of its own.
                continue;
            }
            if alone < LEAST {
                // What only the context names yields to anything that the phrase itself does.
                score = score.min(LEAST);
            } else {
                let count = domain.counts.get(index).copied().unwrap_or(0);
                score += count.min(MOST_DOMAIN);
            }
            let better =
                |best: TopicMatch<'_>| (score, !topic.general) > (best.score, !best.topic.general);
            if score >= LEAST && best.is_none_or(better) {
                best = Some(TopicMatch { topic, score });
            }
        }
        best
    }

    /// Whether anything in a phrase goes with a topic, be it only its unit.
    pub fn goes_with(&self, topic: &Topic, words: &[TopicWord]) -> bool {
        let phrase = Phrase::new(words, &self.sequences);
        let cues = phrase.parts().flat_map(|part| &self.cues[part]);
        (cues.filter(|cue| !matches!(cue.slot, Slot::Not) && phrase.holds(cue)))
            .any(|cue| std::ptr::eq(&self.all[cue.topic], topic))
    }

    /// In how many sentences a report names a topic outright.
    pub fn count(&self, domain: &Domain, topic: &Topic) -> u32 {
        let index = self.all.iter().position(|other| std::ptr::eq(other, topic));
        index
            .and_then(|index| domain.counts.get(index).copied())
            .unwrap_or(0)
    }

    /// The topic of a phrase given as text.
    pub fn classify_text(&self, text: &str, context: &str) -> Option<TopicMatch<'_>> {
        let read = |text: &str| -> Vec<TopicWord> {
            (text.split_whitespace())
                .flat_map(|word| self.read(word))
                .collect()
        };
        self.classify(&read(text), &read(context), &Domain::default())
    }

    fn new_part(&mut self) -> Part {
        self.cues.push(Vec::new());
        self.cues.len() - 1
    }

    fn add_sequence(&mut self, sequence: Vec<u32>, part: Part) {
        if let Some(&first) = sequence.first() {
            let first = first as usize;
            if self.sequences.len() <= first {
                self.sequences.resize(first + 1, Vec::new());
            }
            self.sequences[first].push((sequence, part));
        }
    }

    /// The part that is this phrase alone.
    fn part(&mut self, text: &str) -> Part {
        let sequence = self.sequence(text);
        if let Some(&part) = self.phrases.get(&sequence) {
            return part;
        }
        let part = self.new_part();
        self.phrases.insert(sequence.clone(), part);
        self.add_sequence(sequence, part);
        part
    }

    fn sequence(&mut self, text: &str) -> Vec<u32> {
        let mut sequence = Vec::new();
        for word in text.split_whitespace() {
            if let Some(noun) = word.strip_prefix('=') {
                sequence.push(self.id_of(noun_key(&noun.to_lowercase())));
                continue;
            }
            for word in meaningful([word]) {
                // Cues share most of their words, and a stem costs more than a look.
                let id = match self.words.get(&word) {
                    Some(&id) => id,
                    None => {
                        let id = self.id_of(stem(&word));
                        self.words.insert(word, id);
                        id
                    }
                };
                sequence.push(id);
            }
        }
        sequence
    }

    fn id_of(&mut self, key: String) -> u32 {
        let next = self.ids.len() as u32 + 1;
        *self.ids.entry(key).or_insert(next)
    }

    /// Reads "@withdraw + army", or gives the class that is not known.
    fn parts(&mut self, text: &str) -> Result<Vec<Part>, String> {
        text.split(" + ")
            .map(|part| match part.trim().strip_prefix('@') {
                Some(class) => self
                    .classes
                    .get(class)
                    .copied()
                    .ok_or_else(|| class.to_owned()),
                None => Ok(self.part(part)),
            })
            .collect()
    }
}

/// What a word and its plural share, marked as a noun.
fn noun_key(word: &str) -> String {
    format!("={}", singular(word).trim_end_matches('e'))
}

/// The words in lower case without those that are passed over.
fn meaningful<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut words: Vec<String> = (words.into_iter())
        .flat_map(|word| split_words([word]).into_iter().chain(unit(word)))
        .collect();
    words.retain(|word| !PASSED_OVER.contains(&word.as_str()));
    words
}

/// The unit that a sign stands for: "12%", "48pc", "€", "$".
fn unit(word: &str) -> Option<String> {
    let percent = word.ends_with('%')
        || word.strip_suffix("pc").is_some_and(is_number)
        || word == "pc"
        || word == "cent";
    if percent {
        return Some("percent".to_owned());
    }
    match word.chars().find(|char| "€$£".contains(*char))? {
        '€' => Some("euro".to_owned()),
        '$' => Some("dollar".to_owned()),
        _ => Some("pound".to_owned()),
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
}

impl Topic {
    /// Whether it is one of the most general topics, which yield to anything more specific.
    pub fn is_general(&self) -> bool {
        self.general
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Topics {
        let (rules, problems) = crate::built_in("en/topics/");
        assert_eq!(problems, []);
        let (topics, problems) = Topics::compile(rules);
        assert_eq!(problems, []);
        topics
    }

    #[test]
    fn examples_hold() {
        let topics = known();
        assert!(topics.all.len() >= 120, "{}", topics.all.len());
        let mut wrong = Vec::new();
        for rule in &topics.rules {
            let key = |text: &str| {
                topics
                    .classify_text(text, "")
                    .map(|found| (found.topic.key.clone(), found.score))
            };
            for yes in rule.all("yes") {
                let found = key(yes);
                if found.as_ref().map(|found| found.0.as_str()) != Some(rule.name.as_str()) {
                    wrong.push(format!("{}: «{yes}» is {found:?}", rule.name));
                }
            }
            for no in rule.all("no") {
                if key(no).is_some_and(|found| found.0 == rule.name) {
                    wrong.push(format!("{}: «{no}» should be another", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn context_helps_but_does_not_override() {
        let topics = known();
        let key = |text: &str, context: &str| {
            topics
                .classify_text(text, context)
                .map(|found| found.topic.key.as_str())
        };
        let context = "the two sides will exchange their prisoners";
        assert_eq!(key("forty", ""), None);
        assert_eq!(key("forty", context), Some("prisoner-exchange"));
        // What has words of its own that name no topic has none.
        assert_eq!(key("a long green garden", context), None);
        assert_eq!(
            key("a ceasefire", "the two sides will exchange their prisoners"),
            Some("ceasefire")
        );
        assert_eq!(topics.classify_text("", ""), None);
    }

    #[test]
    fn the_report_decides_what_a_bare_number_is() {
        let topics = known();
        let key = |report: &str| {
            let read = |text: &str| -> Vec<TopicWord> {
                text.split(' ').flat_map(|word| topics.read(word)).collect()
            };
            let domain = topics.domain([read(report)]);
            topics
                .classify(&read("5 percent"), &[], &domain)
                .map(|found| found.topic.key.as_str())
        };
        assert_eq!(key("The union wants a wage increase"), Some("pay"));
        assert_eq!(
            key("Brod wants a larger share of the stock"),
            Some("catch-shares")
        );
    }

    #[test]
    fn the_same_phrase_gets_the_same_topic() {
        let (one, two) = (known(), known());
        let key = |topics: &Topics| {
            topics
                .classify_text("trade and water and fish", "")
                .map(|found| (found.topic.key.clone(), found.score))
        };
        assert!(key(&one).is_some());
        assert_eq!(key(&one), key(&two));
    }
}
