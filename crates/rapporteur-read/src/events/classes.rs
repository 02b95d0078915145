//! The classes of deeds: which words name what, from `lexicon/en/events`, whose README explains the slots.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_lexicon::{Rule, WordMap, WordSet, built_in};
use rapporteur_model::EventType;

/// A family of words that name the same deed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Class {
    pub name: String,
    pub kind: Option<EventType>,
    pub cameo: Option<String>,
    pub mode: Option<String>,
    /// Lemmas one of which the thing must have; none: any thing will do.
    pub objects: WordSet,
    /// No thing at all will do.
    pub or_none: bool,
    /// A named thing will do.
    pub or_named: bool,
    /// A named place will do.
    pub or_place: bool,
    /// The thing stands after one of these instead of as object.
    pub through: Vec<String>,
    pub without: WordSet,
    /// For nouns: what must follow "of", or stand before.
    pub about: WordSet,
    /// What the subject must be.
    pub of: WordSet,
    /// What whoever does it must be.
    pub who: WordSet,
    /// The verb names the deed, though its subject tells what it is.
    pub by_verb: bool,
    pub needs_object: bool,
    pub needs_actor: bool,
    pub without_object: bool,
    pub to: Vec<Side>,
    pub joint: bool,
    /// Whether it is a deed of the record; else only the event-data view codes it.
    pub record: bool,
    /// A promise takes its type from what is promised.
    pub turns: bool,
    /// Only counts when it is still to come.
    pub only_planned: bool,
}

impl Class {
    /// Whether it is a thing that parties ask of each other and grant.
    pub(crate) fn is_dealt(&self) -> bool {
        matches!(
            self.kind,
            Some(
                EventType::Retreat
                    | EventType::Concede
                    | EventType::Aid
                    | EventType::Cooperate
                    | EventType::Support
                    | EventType::Agree
            )
        )
    }
}

/// Where the other side stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Side {
    Object,
    /// The object, where it is somebody.
    ObjectPerson,
    Iobj,
    Subject,
    SubjectOf,
    After(String),
}

/// A word of a class with the words that must stand with it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub rest: Vec<String>,
    pub class: usize,
}

/// All classes, found by lemma.
#[derive(Debug, Default)]
pub(crate) struct Classes {
    pub all: Vec<Class>,
    pub verbs: WordMap<Vec<Entry>>,
    pub adjectives: WordMap<Vec<Entry>>,
    /// By the last word.
    pub nouns: WordMap<Vec<Entry>>,
    pub light: WordSet,
    pub aspect: WordSet,
    pub begin: WordSet,
    pub attempt: WordSet,
    pub plan: WordSet,
    pub say: WordSet,
    /// Verbs that put a deed on the calendar: "plan", "pencil".
    pub calendar: WordSet,
    pub quantity: WordSet,
    pub talks: WordSet,
    /// People who act without a name: "rebels".
    pub people: WordSet,
    /// Troops and what carries them, which act for their owner: "jet", "contingent".
    pub forces: WordSet,
    /// Nouns of places: "airport", "village".
    pub sites: WordSet,
    /// Nouns of what has its day, whatever is done then: "ceremony", "reading".
    pub occasions: WordSet,
}

impl Classes {
    /// The class of a name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|class| class.name == name)
    }
}

/// The classes that ship with the program.
pub(crate) fn classes() -> &'static Classes {
    static CLASSES: LazyLock<Classes> = LazyLock::new(|| compile(&built_in("en/events/").0));
    &CLASSES
}

fn compile(rules: &[Rule]) -> Classes {
    let mut classes = Classes::default();
    let mut sets: HashMap<&str, Vec<&str>> = HashMap::new();
    for rule in rules
        .iter()
        .filter(|rule| rule.file.ends_with("things.txt"))
    {
        sets.insert(&rule.name, rule.items("set").collect());
    }
    let all_of = |rule: &Rule, key: &str| -> WordSet {
        let mut found = WordSet::default();
        for item in rule
            .all(key)
            .flat_map(|value| value.split(','))
            .map(str::trim)
        {
            match item.strip_prefix('@') {
                Some(set) => {
                    let members = sets.get(set).into_iter().flatten();
                    found.extend(members.map(|member| (*member).to_owned()));
                }
                None => {
                    found.insert(item.to_owned());
                }
            }
        }
        found.remove("");
        found
    };
    for rule in rules {
        if rule.file.ends_with("things.txt") {
            continue;
        }
        if rule.file.ends_with("light.txt") {
            let words = all_of(
                rule,
                if rule.name == "quantity" {
                    "nouns"
                } else {
                    "verbs"
                },
            );
            match rule.name.as_str() {
                "light" => classes.light = words,
                "aspect" => classes.aspect = words,
                "begin" => classes.begin = words,
                "try" => classes.attempt = words,
                "plan" => classes.plan = words,
                "say" => classes.say = words,
                "calendar" => classes.calendar = words,
                _ => classes.quantity = words,
            }
            continue;
        }
        add(&mut classes, rule, &all_of);
    }
    let set = |name: &str| -> WordSet {
        let members = sets.get(name).into_iter().flatten();
        members.map(|word| (*word).to_owned()).collect()
    };
    classes.talks = set("talks");
    classes.people = set("people");
    classes.forces = set("forces");
    classes.sites = set("sites");
    classes.occasions = set("occasions");
    // The more a word asks for, the sooner it is tried.
    let weight = |all: &[Class], entry: &Entry| {
        let class = &all[entry.class];
        (
            entry.rest.len(),
            usize::from(!class.objects.is_empty() || !class.of.is_empty()),
        )
    };
    let all = std::mem::take(&mut classes.all);
    for table in [
        &mut classes.verbs,
        &mut classes.nouns,
        &mut classes.adjectives,
    ] {
        for entries in table.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(weight(&all, entry)));
        }
    }
    classes.all = all;
    classes
}

fn add(classes: &mut Classes, rule: &Rule, all_of: &dyn Fn(&Rule, &str) -> WordSet) {
    let index = classes.all.len();
    let named = |item: &str| rule.items("objects").any(|object| object == item);
    let needs: Vec<&str> = rule.items("needs").collect();
    classes.all.push(Class {
        name: rule.name.clone(),
        kind: rule.get("type").and_then(EventType::parse),
        cameo: rule.get("cameo").map(str::to_owned),
        mode: rule.get("mode").map(str::to_owned),
        objects: all_of(rule, "objects"),
        or_none: named("@none"),
        or_named: named("@person") || named("@org"),
        or_place: named("@place"),
        through: rule.items("through").map(str::to_owned).collect(),
        without: all_of(rule, "without"),
        about: all_of(rule, "about"),
        of: all_of(rule, "of"),
        who: all_of(rule, "who"),
        by_verb: rule.get("label") == Some("verb"),
        needs_object: needs.contains(&"object"),
        needs_actor: needs.contains(&"actor"),
        without_object: needs.contains(&"no-object"),
        to: rule.items("to").map(side).collect(),
        joint: rule.get("joint") == Some("yes"),
        record: rule.get("record") != Some("no"),
        turns: rule.get("turns") == Some("yes"),
        only_planned: rule.get("only") == Some("planned"),
    });
    for phrase in rule.items("verbs") {
        let mut words = phrase.split_whitespace().map(str::to_owned);
        let Some(first) = words.next() else { continue };
        let rest = words.collect();
        let entries = classes.verbs.entry(first).or_default();
        entries.push(Entry { rest, class: index });
    }
    for phrase in rule.items("adjectives") {
        let entries = classes.adjectives.entry(phrase.to_owned()).or_default();
        entries.push(Entry {
            rest: Vec::new(),
            class: index,
        });
    }
    for phrase in rule.items("nouns") {
        let mut rest: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
        let Some(last) = rest.pop() else { continue };
        let entries = classes.nouns.entry(last).or_default();
        entries.push(Entry { rest, class: index });
    }
}

fn side(text: &str) -> Side {
    match text {
        "object" => Side::Object,
        "object-person" => Side::ObjectPerson,
        "iobj" => Side::Iobj,
        "subject" => Side::Subject,
        "subject-of" => Side::SubjectOf,
        other => Side::After(other.to_owned()),
    }
}

/// The context of a code, where the table of PLOVER gives one.
pub(crate) fn contexts_of(cameo: &str) -> &'static [&'static str] {
    match cameo {
        "036" | "037" | "045" | "046" | "051" | "052" | "053" | "054" | "055" | "056" | "057"
        | "106" | "107" | "108" | "125" | "126" | "127" | "139" | "161" | "164" | "166" | "174"
        | "086" | "114" => &["diplomatic"],
        "061" | "071" | "085" | "163" => &["economic"],
        "062" | "072" | "087" | "0871" | "0872" | "0873" | "0874" | "138" | "152" | "154"
        | "190" | "191" | "192" | "193" | "194" | "195" => &["military"],
        "063" | "081" | "0841" | "0842" | "115" | "116" | "173" => &["legal"],
        "064" => &["intelligence"],
        "073" | "0863" => &["humanitarian"],
        "074" => &["peacekeeping"],
        _ => &[],
    }
}
