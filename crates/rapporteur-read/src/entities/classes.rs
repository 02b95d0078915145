//! Classes of nouns and verbs that tell actors: `lexicon/en/actors/`.

use std::sync::LazyLock;

use rapporteur_lexicon::{WordMap, WordSet, built_in};
use rapporteur_model::ActorType;

use super::kinds::Setting;

/// The words of every class, found by the key of its slot, and the classes of every word: most words are in none, and one
/// look says so.
#[derive(Debug, Default)]
pub(super) struct Classes {
    words: WordMap<WordSet>,
    of: WordMap<Vec<String>>,
}

/// The classes that ship with the program.
pub(super) fn classes() -> &'static Classes {
    static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
        let mut words: WordMap<WordSet> = WordMap::default();
        for rule in built_in("en/actors/").0 {
            for slot in &rule.slots {
                let own = slot.value.split(',').map(|word| word.trim().to_lowercase());
                words
                    .entry(slot.key.clone())
                    .or_default()
                    .extend(own.filter(|word| !word.is_empty()));
            }
        }
        // What is written says something and is nobody.
        for rule in built_in("en/speech/sources").0 {
            for slot in rule.slots.iter().filter(|slot| slot.key == "documents") {
                let own = slot.value.split(',').map(|word| word.trim().to_lowercase());
                words.entry(slot.key.clone()).or_default().extend(own);
            }
        }
        // "Trade Minister": what an office is for stands before it as any modifier does.
        let portfolios = words.get("portfolios").cloned().unwrap_or_default();
        (words.entry("modifiers".into()).or_default()).extend(portfolios);
        let social: WordSet = SOCIAL
            .iter()
            .filter_map(|class| words.get(*class))
            .flatten()
            .cloned()
            .collect();
        words.insert("social".into(), social);
        let mut of: WordMap<Vec<String>> = WordMap::default();
        // Given names are many, and asked for where a name begins alone.
        let asked = words
            .iter()
            .filter(|(class, _)| !GIVEN.contains(&&***class));
        for (class, own) in asked {
            for word in own {
                of.entry(word.clone()).or_default().push(class.clone());
            }
        }
        Classes { words, of }
    });
    &CLASSES
}

/// Classes of given names: `lexicon/en/actors/names.txt`.
const GIVEN: &[&str] = &["women", "men", "either"];

/// Classes of nouns that name people, bodies and states: together the class "social".
const SOCIAL: &[&str] = &[
    "persons",
    "unnamed",
    "a-union",
    "a-company",
    "a-force",
    "a-movement",
    "camps",
    "seated",
    "stakes",
    "leagues",
    "seats",
    "houses",
    "gatherings",
    "wings",
    "hosts",
    "sides",
    "kin",
    "bodies",
    "country",
    "institutions",
    "media",
];

/// Words that make a union or community one of states.
const CONTINENTAL: &[&str] = &[
    "european",
    "african",
    "arab",
    "eurasian",
    "economic",
    "customs",
    "postal",
    "maghreb",
    "telecommunication",
    "parliamentary",
    "caribbean",
    "andean",
    "pacific",
];

impl Classes {
    /// Whether a word, in lower case, is in the class of that slot.
    pub fn has(&self, class: &str, word: &str) -> bool {
        (self.of.get(word)).is_some_and(|classes| classes.iter().any(|known| known == class))
    }

    /// Whether a word, in lower case, is in one of those classes.
    pub fn has_any(&self, classes: &[&str], word: &str) -> bool {
        (self.of.get(word))
            .is_some_and(|own| own.iter().any(|known| classes.contains(&known.as_str())))
    }

    /// Whether a word, in lower case, is a given name.
    pub fn is_given(&self, word: &str) -> bool {
        GIVEN.iter().any(|class| self.names(class, word))
    }

    /// Whether a word, in lower case, is a given name of that class: "women", "men", "either".
    pub fn names(&self, class: &str, word: &str) -> bool {
        (self.words.get(class)).is_some_and(|names| names.contains(word))
    }

    /// The words of a class.
    pub fn words(&self, class: &str) -> impl Iterator<Item = &str> {
        self.words
            .get(class)
            .into_iter()
            .flatten()
            .map(|word| &**word)
    }

    /// Whether a word, in lower case, is an office or a form of address.
    pub fn is_title(&self, word: &str) -> bool {
        self.has("persons", word) || self.has("address", word)
    }

    /// What an organisation is by the last word of its name, and by the others.
    pub fn organisation(&self, head: &str, others: &[&str], setting: Setting) -> Option<ActorType> {
        let others_have = |class: &str| {
            others.iter().any(|word| {
                self.has(class, word)
                    // "Mineworkers"
                    || class == "trades" && word.len() > 7 && word.ends_with("workers")
                    || class == "trades"
                        && word
                            .strip_suffix('s')
                            .is_some_and(|one| self.has("a-union", one))
            })
        };
        let joins = matches!(
            head,
            "union"
                | "unions"
                | "association"
                | "federation"
                | "guild"
                | "brotherhood"
                | "league"
                | "council"
                | "congress"
                | "confederation"
                | "alliance"
                | "workers"
                | "society"
        );
        if joins && others_have("trades") {
            return Some(ActorType::Union);
        }
        // "the Hospital Trusts' Federation": of its members, whoever they are.
        let of_members =
            joins || matches!(head, "committee" | "chamber" | "forum" | "panel" | "club");
        if of_members && others.last().is_some_and(|word| matches!(*word, "'" | "’")) {
            return Some(ActorType::Movement);
        }
        // "the Ad Hoc Noteholder Group", "the Official Creditor Committee"
        let with_interest = others.last().is_some_and(|word| {
            let one = word.strip_suffix('s').unwrap_or(word);
            self.has("stakes", one)
                && ["er", "or", "ist", "ant", "man"]
                    .iter()
                    .any(|end| one.ends_with(end))
        });
        if with_interest && (of_members || matches!(head, "group" | "coalition" | "caucus")) {
            return Some(ActorType::Movement);
        }
        // "the Seamen's International"
        if head == "international"
            && others
                .last()
                .is_some_and(|word| matches!(*word, "'" | "’" | "'s" | "’s"))
        {
            return Some(ActorType::Union);
        }
        if matches!(
            head,
            "agency" | "network" | "service" | "group" | "corporation" | "company"
        ) && others.iter().any(|word| {
            matches!(
                *word,
                "news" | "radio" | "television" | "tv" | "broadcasting" | "press" | "media"
            )
        }) {
            return Some(ActorType::Media);
        }
        // "the Northern Liberation Congress"
        let struggle = others.iter().any(|word| {
            matches!(
                *word,
                "liberation"
                    | "resistance"
                    | "freedom"
                    | "revolutionary"
                    | "salvation"
                    | "independence"
            )
        });
        if struggle
            && matches!(
                head,
                "congress" | "council" | "union" | "organisation" | "organization" | "committee"
            )
        {
            return Some(ActorType::Movement);
        }
        // "Lowland Health", where people are at work: who runs hospitals.
        if head == "health"
            && setting.labour
            && !others.is_empty()
            && !others.iter().any(|word| {
                matches!(
                    *word,
                    "public" | "mental" | "world" | "national" | "global" | "reproductive"
                )
            })
        {
            return Some(ActorType::Company);
        }
        // "the Wool Board", "the Chamber of Commerce": those of a trade.
        if head == "chamber" || head == "board" && others_have("goods") {
            return Some(ActorType::Union);
        }
        // "the Street Tenants' League": of people who live, ride or learn somewhere.
        let civic = others.iter().any(|word| {
            word.strip_suffix('s')
                .is_some_and(|one| self.has("civic", one))
                || matches!(*word, "student" | "tenant" | "resident") && self.has("civic", word)
        });
        if civic
            && matches!(
                head,
                "league"
                    | "association"
                    | "alliance"
                    | "group"
                    | "union"
                    | "forum"
                    | "council"
                    | "assembly"
                    | "network"
            )
        {
            return Some(ActorType::Movement);
        }
        // "the National Assembly", "the Constitutional Court": of one state.
        let of_one_state = others.len() == 1 && self.has("domestic", others[0]);
        if of_one_state && (self.has("councils", head) || self.has("chambers", head)) {
            return Some(ActorType::GovernmentBody);
        }
        let local = others.iter().any(|word| self.has("local", word));
        if local && self.has("councils", head) || !others.is_empty() && self.has("offices", head) {
            return Some(ActorType::GovernmentBody);
        }
        // "the Liberal Centre", and where a report is of parties any "Forum".
        let banner = others_have("banners");
        if (setting.parties || banner)
            && head != "union"
            && !others.is_empty()
            && self.has("lists", head)
        {
            return Some(ActorType::PoliticalParty);
        }
        // "Deltona Bank", but not "the African Development Bank".
        let public = |word: &&str| {
            CONTINENTAL.contains(word)
                || matches!(
                    *word,
                    "world"
                        | "development"
                        | "central"
                        | "investment"
                        | "reserve"
                        | "national"
                        | "federal"
                )
        };
        if head == "bank" && !others.is_empty() && !others.iter().any(public) {
            return Some(ActorType::Company);
        }
        // "Velmar Power", but not "People Power".
        if head == "power"
            && (others.last()).is_some_and(|word| {
                !matches!(
                    *word,
                    "people" | "student" | "women" | "black" | "great" | "world"
                )
            })
        {
            return Some(ActorType::Company);
        }
        // "the Norwegian Coastal Administration": of a state and what it looks after.
        if head == "administration"
            && others.len() > 1
            && (others.last()).is_some_and(|word| {
                self.has_any(&["briefs", "portfolios"], word)
                    || matches!(
                        *word,
                        "coastal" | "roads" | "railway" | "highways" | "customs" | "drug"
                    )
            })
        {
            return Some(ActorType::GovernmentBody);
        }
        // "the European Community", "the Customs Union": of states.
        let of_states = others.iter().any(|word| CONTINENTAL.contains(word));
        if head == "community" && of_states {
            return Some(ActorType::InternationalOrganisation);
        }
        if head == "union" {
            // "Homeland Union", "Patriotic Union": without people at work in its name, a party.
            return Some(if of_states {
                ActorType::InternationalOrganisation
            } else if others.is_empty() || setting.labour && !setting.parties {
                ActorType::Union
            } else {
                ActorType::PoliticalParty
            });
        }
        [
            ("media", ActorType::Media),
            ("alliance", ActorType::Alliance),
            ("armed", ActorType::ArmedGroup),
            ("political", ActorType::PoliticalParty),
            ("movement", ActorType::Movement),
            ("international", ActorType::InternationalOrganisation),
            ("company", ActorType::Company),
            ("union", ActorType::Union),
        ]
        .into_iter()
        .find(|(class, _)| self.has(class, head))
        .map(|(_, kind)| kind)
    }
}
