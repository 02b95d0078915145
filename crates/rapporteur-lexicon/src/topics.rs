//! Topics: party-neutral keys for what can be agreed, and how a phrase is given one.
//!
//! `lexicon/en/topics/README.md` explains the files and the scoring.

use std::collections::HashMap;

use crate::rules::{LexiconProblem, Rule};
use crate::stem::{singular, split_words, stem};

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
    cues: Vec<Cue>,
    with: Vec<Cue>,
    not: Vec<Cue>,
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
    ids: HashMap<String, u32>,
    classes: HashMap<String, Vec<Vec<u32>>>,
}

/// What a whole report is about: for each topic, in how many of its sentences it is named outright.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Domain {
    counts: Vec<u32>,
}

/// All of its parts must occur.
type Cue = Vec<Part>;
/// One of these sequences of stems must occur.
type Part = Vec<Vec<u32>>;

const WORD: u32 = 8;
const FURTHER_WORD: u32 = 4;
const HEAD: u32 = 3;
const WITH: u32 = 3;
const MOST_FURTHER: u32 = 3;
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

/// A phrase as ids of stems; a stem that no cue has is 0.
struct Phrase {
    ids: Vec<u32>,
    /// For each word, its id as a noun: a cue such as `=bridge` means the noun, not what "bridging" comes from.
    nouns: Vec<u32>,
    /// Where the head of the phrase ends.
    head_end: usize,
    /// Where a clause begins that hangs on the head.
    clause: usize,
}

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
            let members: Vec<Vec<u32>> = rule
                .items("words")
                .map(|item| self.sequence(item))
                .collect();
            self.classes
                .entry(rule.name.clone())
                .or_default()
                .extend(members);
        }
        for rule in topics {
            if rule.get("words").is_none() {
                problems.push(rule.problem("a topic without words", "give the slot `words`"));
                continue;
            }
            if rule.get("yes").is_none() || rule.get("no").is_none() {
                problems.push(rule.problem("a topic without examples", "give a `yes` and a `no`"));
            }
            let mut compiled = Vec::new();
            for slot in ["words", "with", "not"] {
                let mut cues = Vec::new();
                for item in rule.items(slot) {
                    match self.cue(item) {
                        Ok(cue) if cues.contains(&cue) => {}
                        Ok(cue) => cues.push(cue),
                        Err(class) => problems.push(rule.problem(
                            format!("the class «@{class}» is not known"),
                            "name a block of classes.txt",
                        )),
                    }
                }
                compiled.push(cues);
            }
            let mut compiled = compiled.into_iter();
            let (cues, with, not) = (
                compiled.next().unwrap_or_default(),
                compiled.next().unwrap_or_default(),
                compiled.next().unwrap_or_default(),
            );
            match self.all.iter_mut().find(|topic| topic.key == rule.name) {
                Some(topic) => {
                    topic.cues.extend(cues);
                    topic.with.extend(with);
                    topic.not.extend(not);
                }
                None => self.all.push(Topic {
                    key: rule.name.clone(),
                    label: rule.get("label").unwrap_or(&rule.name).to_owned(),
                    group: rule.get("group").unwrap_or("general").to_owned(),
                    pa_x: rule.get("pa-x").map(str::to_owned),
                    general: rule.get("weight") == Some("low"),
                    cues,
                    with,
                    not,
                }),
            }
            self.rules.push(rule);
        }
        problems
    }

    /// The topic of that key.
    pub fn get(&self, key: &str) -> Option<&Topic> {
        self.all.iter().find(|topic| topic.key == key)
    }

    /// The topic of a phrase, given by its words or lemmas in order, perhaps helped by those of its context (a heading,
    /// a lead-in, the sentence).
    pub fn classify(&self, words: &[&str], context: &[&str]) -> Option<TopicMatch<'_>> {
        self.classify_within(words, context, &Domain::default())
    }

    /// What a report is about, from the words of its sentences.
    pub fn domain<'a>(&self, sentences: impl IntoIterator<Item = &'a [&'a str]>) -> Domain {
        let nothing = self.phrase(&[]);
        let mut counts = vec![0; self.all.len()];
        for sentence in sentences {
            let phrase = self.phrase(sentence);
            for (topic, count) in self.all.iter().zip(&mut counts) {
                let named = !topic.general
                    && topic.cues.iter().any(|cue| {
                        weigh(cue, &phrase, &nothing, true).is_some_and(|weight| weight > WORD)
                    });
                *count += u32::from(named);
            }
        }
        Domain { counts }
    }

    /// Like [`Topics::classify`], where topics that the report names elsewhere gain up to 4: "5 percent" is pay in a report
    /// about wages and a share of the catch in one about mackerel.
    pub fn classify_within(
        &self,
        words: &[&str],
        context: &[&str],
        domain: &Domain,
    ) -> Option<TopicMatch<'_>> {
        let phrase = self.phrase(words);
        let context = self.phrase(context);
        let mut best: Option<TopicMatch<'_>> = None;
        for (index, topic) in self.all.iter().enumerate() {
            let mut score = topic.score(&phrase, &context);
            if score >= LEAST {
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

    /// The topic of a phrase given as text.
    pub fn classify_text(&self, text: &str, context: &str) -> Option<TopicMatch<'_>> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let context: Vec<&str> = context.split_whitespace().collect();
        self.classify(&words, &context)
    }

    fn phrase(&self, words: &[&str]) -> Phrase {
        let words = meaningful(words.iter().copied());
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        Phrase {
            nouns: words
                .iter()
                .map(|word| self.ids.get(&noun_key(word)).copied().unwrap_or(0))
                .collect(),
            ids: stems
                .iter()
                .map(|stem| self.ids.get(stem).copied().unwrap_or(0))
                .collect(),
            head_end: stems
                .iter()
                .position(|stem| ENDS_OF_HEAD.contains(&stem.as_str()))
                .unwrap_or(stems.len()),
            clause: stems
                .iter()
                .skip(1)
                .position(|stem| BEGIN_CLAUSES.contains(&stem.as_str()))
                .map_or(stems.len(), |at| at + 1),
        }
    }

    fn sequence(&mut self, text: &str) -> Vec<u32> {
        let mut sequence = Vec::new();
        for word in text.split_whitespace() {
            let keys = match word.strip_prefix('=') {
                Some(noun) => vec![noun_key(&noun.to_lowercase())],
                None => meaningful([word]).iter().map(|word| stem(word)).collect(),
            };
            for key in keys {
                let next = self.ids.len() as u32 + 1;
                sequence.push(*self.ids.entry(key).or_insert(next));
            }
        }
        sequence
    }

    /// Reads "@withdraw + army", or gives the class that is not known.
    fn cue(&mut self, text: &str) -> Result<Cue, String> {
        text.split(" + ")
            .map(|part| match part.trim().strip_prefix('@') {
                Some(class) => self
                    .classes
                    .get(class)
                    .cloned()
                    .ok_or_else(|| class.to_owned()),
                None => Ok(vec![self.sequence(part)]),
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
    let mut words = split_words(words);
    words.retain(|word| !PASSED_OVER.contains(&word.as_str()));
    words
}

impl Topic {
    fn score(&self, phrase: &Phrase, context: &Phrase) -> u32 {
        if self.not.iter().any(|cue| occurs(cue, phrase)) {
            return 0;
        }
        let (mut best, mut found) = (0, 0);
        for cue in &self.cues {
            if let Some(weight) = weigh(cue, phrase, context, self.general) {
                best = best.max(weight);
                found += u32::from(occurs(cue, phrase));
            }
        }
        if self.general {
            best /= 2;
        }
        let here = self.with.iter().filter(|cue| occurs(cue, phrase)).count() as u32;
        let around = self.with.iter().filter(|cue| occurs(cue, context)).count() as u32;
        best + found.saturating_sub(1).min(MOST_FURTHER)
            + WITH * here.min(MOST_FURTHER)
            + if best + here > 0 { around.min(2) } else { 0 }
    }
}

/// The weight of a cue, if all its parts occur in the phrase or its context.
fn weigh(cue: &Cue, phrase: &Phrase, context: &Phrase, general: bool) -> Option<u32> {
    let (mut here, mut around) = (0, 0);
    let mut first = usize::MAX;
    for part in cue {
        if let Some((at, length)) = place(part, phrase) {
            let weight = WORD + FURTHER_WORD * (length as u32 - 1);
            here += if at < phrase.clause {
                weight
            } else {
                weight / 2
            };
            first = first.min(at);
        } else {
            let (_, length) = place(part, context)?;
            around += WORD + FURTHER_WORD * (length as u32 - 1);
        }
    }
    let head = if first < phrase.head_end && !general {
        HEAD
    } else {
        0
    };
    Some(here + around / 4 + head)
}

fn occurs(cue: &Cue, phrase: &Phrase) -> bool {
    cue.iter().all(|part| place(part, phrase).is_some())
}

/// Where the longest of the sequences occurs first, and its length.
fn place(part: &Part, phrase: &Phrase) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for sequence in part.iter().filter(|sequence| !sequence.is_empty()) {
        if best.is_some_and(|(_, length)| length >= sequence.len()) {
            continue;
        }
        let found = (0..(phrase.ids.len() + 1).saturating_sub(sequence.len())).find(|&at| {
            sequence.iter().enumerate().all(|(offset, id)| {
                *id == phrase.ids[at + offset] || *id == phrase.nouns[at + offset]
            })
        });
        if let Some(at) = found {
            best = Some((at, sequence.len()));
        }
    }
    best
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
        assert_eq!(key("the forty of them", ""), None);
        assert_eq!(
            key(
                "the forty of them",
                "the two sides will exchange their prisoners"
            ),
            Some("prisoner-exchange")
        );
        assert_eq!(
            key("a ceasefire", "the two sides will exchange their prisoners"),
            Some("ceasefire")
        );
        assert_eq!(topics.classify(&[], &[]), None);
    }

    #[test]
    fn the_report_decides_what_a_bare_number_is() {
        let topics = known();
        let key = |report: &str| {
            let words: Vec<&str> = report.split(' ').collect();
            let domain = topics.domain([words.as_slice()]);
            topics
                .classify_within(&["5", "percent"], &[], &domain)
                .map(|found| found.topic.key.as_str())
        };
        assert_eq!(key("The union wants a wage increase"), Some("pay"));
        assert_eq!(
            key("Sund wants a larger share of the stock"),
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
