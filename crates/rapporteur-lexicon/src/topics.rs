//! Topics: party-neutral keys for what can be agreed, and how a phrase is given one.
//!
//! `lexicon/en/topics/README.md` explains the files and the scoring.

use std::collections::{HashMap, HashSet};

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
    /// Ids of stems and nouns, from 1.
    ids: HashMap<String, u32>,
    /// Ids of words of the cues as they stand.
    words: HashMap<String, u32>,
    /// Sequences of ids by their first, each with the part it is of.
    sequences: HashMap<u32, Vec<(Vec<u32>, Part)>>,
    /// Parts that are one sequence.
    phrases: HashMap<Vec<u32>, Part>,
    /// Parts that are any sequence of a class.
    classes: HashMap<String, Part>,
    parts: usize,
    /// For each part, the topics that have it in a cue.
    topics_of: HashMap<Part, Vec<usize>>,
}

/// What a whole report is about: for each topic, in how many of its sentences it is named outright.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Domain {
    counts: Vec<u32>,
}

/// All of its parts must occur.
type Cue = Vec<Part>;
/// Index of a phrase or a class of phrases.
type Part = usize;

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

/// A phrase and what occurs in it.
struct Phrase {
    /// For each part, where the longest of its sequences occurs first, and its length.
    places: HashMap<Part, (usize, usize)>,
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
            let mut compiled = Vec::new();
            for slot in ["words", "with", "not"] {
                let mut cues = Vec::new();
                let mut seen = HashSet::new();
                for item in rule.items(slot) {
                    match self.cue(item) {
                        Ok(cue) => {
                            if seen.insert(cue.clone()) {
                                cues.push(cue);
                            }
                        }
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
        self.topics_of.clear();
        for (index, topic) in self.all.iter().enumerate() {
            for part in topic.cues.iter().chain(&topic.with).flatten() {
                let topics = self.topics_of.entry(*part).or_default();
                if topics.last() != Some(&index) {
                    topics.push(index);
                }
            }
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
            for index in self.candidates(&[&phrase]) {
                let topic = &self.all[index];
                let named = !topic.general
                    && topic.cues.iter().any(|cue| {
                        weigh(cue, &phrase, &nothing, true).is_some_and(|weight| weight > WORD)
                    });
                counts[index] += u32::from(named);
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
        let nothing = self.phrase(&[]);
        let mut best: Option<TopicMatch<'_>> = None;
        // "31 billion", "one": only what surrounds it can tell.
        let phrase_is_bare = meaningful(words.iter().copied()).len() < 2;
        for index in self.candidates(&[&phrase, &context]) {
            let topic = &self.all[index];
            let mut score = topic.score(&phrase, &context);
            let alone = topic.score(&phrase, &nothing);
            if alone == 0 && !phrase_is_bare {
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

    /// The topic of a phrase given as text.
    pub fn classify_text(&self, text: &str, context: &str) -> Option<TopicMatch<'_>> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let context: Vec<&str> = context.split_whitespace().collect();
        self.classify(&words, &context)
    }

    /// The topics that have a part which occurs, in their order.
    fn candidates(&self, phrases: &[&Phrase]) -> Vec<usize> {
        let mut topics: Vec<usize> = phrases
            .iter()
            .flat_map(|phrase| phrase.places.keys())
            .filter_map(|part| self.topics_of.get(part))
            .flatten()
            .copied()
            .collect();
        topics.sort_unstable();
        topics.dedup();
        topics
    }

    fn phrase(&self, words: &[&str]) -> Phrase {
        let words = meaningful(words.iter().copied());
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        // A word has two ids: of its stem, and as a noun; 0 where no cue has it.
        let id = |key: &str| self.ids.get(key).copied().unwrap_or(0);
        let ids: Vec<[u32; 2]> = words
            .iter()
            .zip(&stems)
            .map(|(word, stem)| [id(stem), id(&noun_key(word))])
            .collect();
        let mut places: HashMap<Part, (usize, usize)> = HashMap::new();
        for (at, both) in ids.iter().enumerate() {
            for (sequence, part) in both
                .iter()
                .filter_map(|id| self.sequences.get(id))
                .flatten()
            {
                let fits = ids.len() - at >= sequence.len()
                    && sequence
                        .iter()
                        .zip(&ids[at..])
                        .all(|(id, both)| both.contains(id));
                let longer = |place: &(usize, usize)| sequence.len() > place.1;
                if fits && places.get(part).is_none_or(longer) {
                    places.insert(*part, (at, sequence.len()));
                }
            }
        }
        Phrase {
            places,
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

    fn new_part(&mut self) -> Part {
        self.parts += 1;
        self.parts - 1
    }

    fn add_sequence(&mut self, sequence: Vec<u32>, part: Part) {
        if let Some(&first) = sequence.first() {
            self.sequences
                .entry(first)
                .or_default()
                .push((sequence, part));
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
    fn cue(&mut self, text: &str) -> Result<Cue, String> {
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
    let mut words = split_words(words);
    words.retain(|word| !PASSED_OVER.contains(&word.as_str()));
    words
}

impl Topic {
    /// Whether it is one of the most general topics, which yield to anything more specific.
    pub fn is_general(&self) -> bool {
        self.general
    }

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
        if self.general && best > 0 {
            best = best / 2 + 1;
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
        if let Some(&(at, length)) = phrase.places.get(part) {
            let weight = WORD + FURTHER_WORD * (length as u32 - 1);
            here += if at < phrase.clause {
                weight
            } else {
                weight / 2
            };
            first = first.min(at);
        } else {
            let (_, length) = *context.places.get(part)?;
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
    cue.iter().all(|part| phrase.places.contains_key(part))
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
