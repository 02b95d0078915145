//! The classes of cues: verbs, nouns and phrases that report what somebody says, thinks or holds.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use rapporteur_lexicon::{Rule, WordMap, WordSet, built_in};
use rapporteur_model::Act;

/// What a class of cues makes of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// A statement of the record.
    #[default]
    Saying,
    /// Told, but no statement: what somebody believes, fears, hopes.
    Thinking,
    /// Told, but no statement: what a paper, a poll, a finding shows.
    Showing,
    /// A stance toward a thing, which tells nothing.
    Attitude,
}

/// One class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Class {
    pub name: String,
    pub act: Act,
    pub kind: Kind,
    /// A noun phrase is content enough: "confirmed the meeting".
    pub object: bool,
    /// Nothing but a quotation: "shrugged".
    pub only_quotation: bool,
    /// Nothing but what it is about: "spoke of".
    pub only_about: bool,
    /// Object and what it is called: "called the offer absurd".
    pub naming: bool,
    /// An infinitive: "vowed to return".
    pub infinitive: bool,
    /// Whom, and to do what: "urged both sides to sign".
    pub request: bool,
    /// Whom, and of what: "accused the port of fraud".
    pub charge: bool,
    /// Prepositions that introduce the content: "warned of".
    pub with: Vec<String>,
    /// Verbs that make a saying of a noun of this class: "issued".
    pub light: WordSet,
}

impl Class {
    /// Whether a clause or quotation beside the verb can be its content: not with "blamed", "welcomed", "called".
    pub(super) fn takes_clause(&self) -> bool {
        let only_object = self.object && self.act == Act::Welcomed;
        let only_name = self.naming && !self.object;
        !(self.charge || only_object || only_name || self.only_about)
    }
}

/// A verb of a class, with the words that must follow it ("point" + "out").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub rest: Vec<String>,
    pub class: usize,
}

/// All classes, found by the lemma of their first word.
#[derive(Debug, Default, Clone)]
pub(super) struct Classes {
    pub all: Vec<Class>,
    pub verbs: WordMap<Vec<Entry>>,
    /// Predicates with a copula: "be aware", "be critical of".
    pub predicates: WordMap<Vec<Entry>>,
    pub nouns: WordMap<usize>,
    pub refusals: WordSet,
    /// Verbs of telling that a refusal takes, with the words that follow.
    pub telling: WordMap<Vec<Vec<String>>>,
    pub nothing: WordSet,
    pub documents: WordSet,
    pub manners: WordSet,
    /// Nouns for what somebody answers or says, as in "the verdict of Marn".
    pub answers: WordSet,
    /// Ways around an answer, by their verb the words that follow: "duck question".
    pub evasions: WordMap<Vec<Vec<String>>>,
    /// What an infinitive of saying may hang on, and yet be said: "likes to say", "at pains to say".
    pub leading: WordSet,
    /// What is somebody's: "view", "eyes".
    pub views: WordSet,
    pub channels: Vec<Vec<String>>,
    pub media: WordSet,
    /// Words of the names of outlets ("Times", "Herald").
    pub titles: WordSet,
    pub hedges: WordSet,
    pub cases: Vec<Vec<String>>,
}

/// The classes that ship with the program, behind those of a user's lexicon where it has any.
pub(super) fn classes(user: &[Rule]) -> Cow<'static, Classes> {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| built_in("en/speech").0);
    static CLASSES: LazyLock<Classes> = LazyLock::new(|| compile(RULES.iter()));
    match user {
        [] => Cow::Borrowed(&CLASSES),
        _ => Cow::Owned(compile(user.iter().chain(RULES.iter()))),
    }
}

fn split(phrase: &str) -> (String, Vec<String>) {
    let mut words = phrase.split_whitespace().map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    (first, words.collect())
}

fn compile<'r>(rules: impl Iterator<Item = &'r Rule>) -> Classes {
    let mut classes = Classes::default();
    for rule in rules {
        let takes: HashSet<&str> = rule.items("takes").collect();
        let index = classes.all.len();
        classes.all.push(Class {
            name: rule.name.clone(),
            act: rule.get("act").and_then(Act::parse).unwrap_or(Act::Said),
            kind: match rule.get("kind") {
                Some("thinking") => Kind::Thinking,
                Some("showing") => Kind::Showing,
                Some("attitude") => Kind::Attitude,
                _ => Kind::Saying,
            },
            object: takes.contains("object"),
            only_quotation: takes.contains("quotation"),
            only_about: takes.contains("about"),
            naming: takes.contains("naming"),
            infinitive: takes.contains("infinitive"),
            request: takes.contains("request"),
            charge: takes.contains("charge"),
            with: rule.items("with").map(str::to_owned).collect(),
            light: rule.items("light").map(str::to_owned).collect(),
        });
        for phrase in rule.items("verbs").chain(rule.items("frames")) {
            let (first, mut rest) = split(phrase);
            if first == "be" && !rest.is_empty() {
                let predicate = rest.remove(0);
                let entries = classes.predicates.entry(predicate).or_default();
                entries.push(Entry { rest, class: index });
            } else {
                let entries = classes.verbs.entry(first).or_default();
                entries.push(Entry { rest, class: index });
            }
        }
        for noun in rule.items("nouns") {
            classes.nouns.entry(noun.to_owned()).or_insert(index);
        }
        for phrase in rule.items("telling") {
            let (first, rest) = split(phrase);
            classes.telling.entry(first).or_default().push(rest);
        }
        let words = |key: &'static str| rule.items(key).map(str::to_lowercase);
        classes.refusals.extend(words("refusals"));
        classes.nothing.extend(words("nothing"));
        classes.documents.extend(words("documents"));
        classes.manners.extend(words("manners"));
        classes.leading.extend(words("leading"));
        classes.answers.extend(words("answers"));
        for phrase in words("evasions") {
            let mut parts = phrase.split_whitespace().map(str::to_owned);
            if let Some(verb) = parts.next() {
                classes
                    .evasions
                    .entry(verb)
                    .or_default()
                    .push(parts.collect());
            }
        }
        classes.views.extend(words("views"));
        classes.media.extend(words("media"));
        classes.titles.extend(words("titles"));
        classes.hedges.extend(words("hedges"));
        classes.channels.extend(
            words("channels").map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()),
        );
        classes.cases.extend(
            words("cases").map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()),
        );
    }
    classes
}
