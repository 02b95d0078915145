//! Roles: titles, offices and nouns for people, and for whom their holders speak.
//!
//! `lexicon/en/roles/README.md` explains the files.

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};

/// A class of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleClass {
    /// President, king, supreme leader.
    HeadOfState,
    /// Prime minister, premier, chancellor.
    HeadOfGovernment,
    /// Minister with or without portfolio.
    Minister,
    /// National security adviser, intelligence chief.
    SecurityOfficial,
    /// Governor, mayor.
    RegionalLeader,
    /// Member of a union's commission.
    Commissioner,
    /// Secretary-general, director general.
    InternationalOfficial,
    /// Lawmaker, senator.
    Legislator,
    /// Speaker, majority leader.
    LegislativeLeader,
    /// Judge, prosecutor.
    Judge,
    /// Envoy, ambassador.
    Envoy,
    /// Negotiator, delegate.
    Negotiator,
    /// Mediator, go-between.
    Mediator,
    /// Diplomat.
    Diplomat,
    /// Spokesman, press secretary.
    Spokesperson,
    /// Official.
    Official,
    /// Aide, adviser.
    Aide,
    /// Son-in-law, brother, friend.
    Family,
    /// General, commander.
    Military,
    /// Rebel leader, field commander.
    ArmedGroupLeader,
    /// Leader, chairman.
    PartyLeader,
    /// Union leader.
    UnionRole,
    /// Chief executive.
    CompanyRole,
    /// Patriarch, ayatollah.
    Religious,
    /// Princess, duke.
    Royal,
    /// Source, person, participant.
    Source,
    /// Analyst, professor.
    Expert,
    /// Critic, activist.
    Critic,
    /// Reporter, editor.
    Journalist,
    /// Resident, worker.
    Citizen,
    /// "side", "delegation", "troops": with a party's name, the party.
    PartyNoun,
    /// "ministry", "parliament", "office": with a party's name, a body of it.
    BodyNoun,
    /// "Mr", "Gen".
    Honorific,
    /// "deputy", "acting".
    Modifier,
    /// "former", "late".
    Former,
}

impl RoleClass {
    const ALL: &[(&str, Self)] = &[
        ("head-of-state", Self::HeadOfState),
        ("head-of-government", Self::HeadOfGovernment),
        ("minister", Self::Minister),
        ("security-official", Self::SecurityOfficial),
        ("regional-leader", Self::RegionalLeader),
        ("commissioner", Self::Commissioner),
        ("international-official", Self::InternationalOfficial),
        ("legislator", Self::Legislator),
        ("legislative-leader", Self::LegislativeLeader),
        ("judge", Self::Judge),
        ("envoy", Self::Envoy),
        ("negotiator", Self::Negotiator),
        ("mediator", Self::Mediator),
        ("diplomat", Self::Diplomat),
        ("spokesperson", Self::Spokesperson),
        ("official", Self::Official),
        ("aide", Self::Aide),
        ("family", Self::Family),
        ("military", Self::Military),
        ("armed-group-leader", Self::ArmedGroupLeader),
        ("party-leader", Self::PartyLeader),
        ("union-role", Self::UnionRole),
        ("company-role", Self::CompanyRole),
        ("religious", Self::Religious),
        ("royal", Self::Royal),
        ("source", Self::Source),
        ("expert", Self::Expert),
        ("critic", Self::Critic),
        ("journalist", Self::Journalist),
        ("citizen", Self::Citizen),
        ("party-noun", Self::PartyNoun),
        ("body-noun", Self::BodyNoun),
        ("honorific", Self::Honorific),
        ("modifiers", Self::Modifier),
        ("former", Self::Former),
    ];

    /// The class of that name in the files.
    pub fn parse(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name)?;
        Some(found.1)
    }

    /// Whether whoever holds such an office decides alone for those it leads.
    pub fn decides(self) -> bool {
        matches!(
            self,
            Self::HeadOfState
                | Self::HeadOfGovernment
                | Self::Minister
                | Self::RegionalLeader
                | Self::Commissioner
                | Self::InternationalOfficial
                | Self::LegislativeLeader
                | Self::ArmedGroupLeader
                | Self::Religious
                | Self::UnionRole
        )
    }

    /// Whether its nouns are for persons.
    pub fn is_person(self) -> bool {
        !matches!(
            self,
            Self::PartyNoun | Self::BodyNoun | Self::Honorific | Self::Modifier | Self::Former
        )
    }
}

/// For whom the holder of a role speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeaksFor {
    /// The state, party or body named with the role ("Orveth's envoy" → Orveth).
    Body,
    /// Whoever appointed it ("the United Nations mediator" → United Nations), never those it mediates between.
    Appointer,
    /// The person or body named with it, and whomever that speaks for ("a spokesman for Fenn").
    Named,
    /// Nobody but itself.
    Nobody,
}

/// A role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its class.
    pub class: RoleClass,
    /// For whom it speaks.
    pub speaks: SpeaksFor,
    /// Whether the noun alone can be an unnamed source.
    pub unnamed: bool,
    /// Whether a word such as "former" took the office away; nobody is spoken for then.
    pub former: bool,
}

impl Role {
    /// Whether its holder acts for the state or body named with it, or for whoever appointed it.
    pub fn speaks_for(&self) -> bool {
        self.speaks != SpeaksFor::Nobody
    }
}

/// Every role, found by title.
#[derive(Debug, Clone, Default)]
pub struct Roles {
    titles: WordMap<Role>,
    /// How many words the longest title has.
    longest: usize,
}

impl Roles {
    /// Compiles rules of `roles/` files. Of two classes with the same title the first keeps it.
    pub fn compile(rules: &[Rule]) -> (Self, Vec<LexiconProblem>) {
        let mut roles = Self::default();
        let mut problems = Vec::new();
        for rule in rules {
            let name = rule.get("class").unwrap_or(&rule.name);
            let Some(class) = RoleClass::parse(name) else {
                problems.push(rule.problem(
                    format!("«{name}» is no class of roles"),
                    "see README.md beside the file",
                ));
                continue;
            };
            let speaks = match rule.get("speaks") {
                Some("body") => SpeaksFor::Body,
                Some("appointer") => SpeaksFor::Appointer,
                Some("named") => SpeaksFor::Named,
                Some("nobody") => SpeaksFor::Nobody,
                _ => {
                    problems.push(rule.problem(
                        "for whom it speaks is not said",
                        "give `speaks`: body, appointer, named or nobody",
                    ));
                    continue;
                }
            };
            let role = Role {
                class,
                speaks,
                unnamed: rule.get("unnamed") == Some("yes"),
                former: false,
            };
            for title in rule.items("titles") {
                let title = normal(title);
                roles.longest = roles.longest.max(title.split(' ').count());
                roles.titles.entry(title).or_insert(role);
            }
        }
        (roles, problems)
    }

    /// The role of exactly this title, singular or plural, in any case ("Foreign Minister", "envoys").
    pub fn exactly(&self, title: &str) -> Option<Role> {
        let title = normal(title);
        self.titles
            .get(&title)
            .or_else(|| self.titles.get(&singular(&title)?))
            .copied()
    }

    /// The role that a title ends in, without modifiers: "deputy oil minister" is a minister, "former foreign minister"
    /// one that speaks for nobody. A title with "of" or "for" is known by what stands before it.
    pub fn role_of(&self, title: &str) -> Option<Role> {
        let title = normal(title);
        let (bare, mut former) = match title.strip_prefix("ex-") {
            Some(rest) => (rest, true),
            None => (title.as_str(), false),
        };
        let mut words: Vec<&str> = bare.split(' ').filter(|word| !word.is_empty()).collect();
        while words.len() > 1 {
            if self.exactly(&words.join(" ")).is_some() {
                break;
            }
            match self.exactly(words[0]).map(|role| role.class) {
                Some(RoleClass::Former) => former = true,
                Some(RoleClass::Modifier | RoleClass::Honorific) => {}
                _ => break,
            }
            words.remove(0);
        }
        let whole = words.join(" ");
        let found = self.exactly(&whole).or_else(|| {
            let end = words
                .iter()
                .position(|word| ["of", "for", "to", "on", "in", "from", "at"].contains(word))
                .unwrap_or(words.len());
            (0..end).find_map(|start| {
                former |= self
                    .exactly(words[start])
                    .is_some_and(|role| role.class == RoleClass::Former);
                self.exactly(&words[start..end].join(" ")).filter(|role| {
                    role.class.is_person() || start + 1 == end || role.class == RoleClass::BodyNoun
                })
            })
        })?;
        Some(Role {
            former,
            speaks: if former {
                SpeaksFor::Nobody
            } else {
                found.speaks
            },
            ..found
        })
    }

    /// How many of the first `words` make the longest title here, and its role.
    pub fn longest(&self, words: &[&str]) -> Option<(usize, Role)> {
        (1..=words.len().min(self.longest))
            .rev()
            .find_map(|count| Some((count, self.exactly(&words[..count].join(" "))?)))
    }
}

/// Lower case, straight apostrophes, no full stops, one hyphen style.
fn normal(title: &str) -> String {
    title
        .trim()
        .chars()
        .filter(|char| *char != '.')
        .map(|char| match char {
            '’' => '\'',
            '\u{2011}' => '-',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// "foreign ministers" → "foreign minister", "spokesmen" → "spokesman", "heads of state" → "head of state".
fn singular(title: &str) -> Option<String> {
    let (head, rest) = match title.find(" of ").or_else(|| title.find("-in-")) {
        Some(at) => title.split_at(at),
        None => (title, ""),
    };
    let one = if let Some(stem) = head.strip_suffix("men") {
        format!("{stem}man")
    } else if let Some(stem) = head.strip_suffix("ies") {
        format!("{stem}y")
    } else {
        head.strip_suffix('s')
            .filter(|stem| !stem.ends_with('s'))?
            .to_owned()
    };
    Some(format!("{one}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Roles {
        let (rules, problems) = crate::built_in("en/roles/");
        assert_eq!(problems, []);
        let (roles, problems) = Roles::compile(&rules);
        assert_eq!(problems, []);
        roles
    }

    #[test]
    fn titles_say_for_whom_they_speak() {
        let roles = known();
        for (title, class, speaks) in [
            ("President", RoleClass::HeadOfState, SpeaksFor::Body),
            (
                "deputy foreign minister",
                RoleClass::Minister,
                SpeaksFor::Body,
            ),
            ("water minister", RoleClass::Minister, SpeaksFor::Body),
            ("ministers", RoleClass::Minister, SpeaksFor::Body),
            (
                "special envoy for the northern lakes",
                RoleClass::Envoy,
                SpeaksFor::Body,
            ),
            ("mediators", RoleClass::Mediator, SpeaksFor::Appointer),
            ("spokeswoman", RoleClass::Spokesperson, SpeaksFor::Named),
            ("spokesmen", RoleClass::Spokesperson, SpeaksFor::Named),
            ("heads of state", RoleClass::HeadOfState, SpeaksFor::Body),
            (
                "former president",
                RoleClass::HeadOfState,
                SpeaksFor::Nobody,
            ),
            (
                "ex-foreign minister",
                RoleClass::Minister,
                SpeaksFor::Nobody,
            ),
            ("two diplomats", RoleClass::Diplomat, SpeaksFor::Body),
            ("sons-in-law", RoleClass::Family, SpeaksFor::Nobody),
            ("union leader", RoleClass::UnionRole, SpeaksFor::Body),
            ("professor", RoleClass::Expert, SpeaksFor::Nobody),
            ("negotiating team", RoleClass::PartyNoun, SpeaksFor::Body),
            ("Foreign Ministry", RoleClass::BodyNoun, SpeaksFor::Body),
        ] {
            let found = roles.role_of(title).map(|role| (role.class, role.speaks));
            assert_eq!(found, Some((class, speaks)), "{title}");
        }
        assert!(roles.role_of("window").is_none());
        assert!(roles.role_of("").is_none());
        assert!(
            roles
                .role_of("official")
                .is_some_and(|role| role.unnamed && role.speaks_for())
        );
    }

    #[test]
    fn the_longest_title_wins() {
        let roles = known();
        let words = ["prime", "minister", "Mina", "Fenn"];
        let found = roles
            .longest(&words)
            .map(|(count, role)| (count, role.class));
        assert_eq!(found, Some((2, RoleClass::HeadOfGovernment)));
    }
}
