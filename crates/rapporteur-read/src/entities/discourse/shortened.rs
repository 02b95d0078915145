//! Bodies told a second time in fewer words: by the end of their name, or by the people who make them up.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

/// Plurals that name the same people.
const CALLED_ALIKE: &[&[&str]] = &[
    &[
        "farmers",
        "growers",
        "producers",
        "planters",
        "smallholders",
        "cultivators",
        "peasants",
    ],
    &["fishermen", "fishers", "skippers", "trawlermen", "boatmen"],
    &["dockers", "dockworkers", "stevedores", "longshoremen"],
    &["hauliers", "truckers"],
    &["teachers", "schoolteachers", "educators"],
    &["doctors", "physicians", "medics", "clinicians"],
    &["tenants", "renters", "leaseholders"],
    &[
        "traders",
        "stallholders",
        "merchants",
        "vendors",
        "shopkeepers",
    ],
    &["miners", "mineworkers", "pitmen", "colliers"],
    &["seafarers", "sailors", "seamen", "mariners"],
    &[
        "lawyers",
        "attorneys",
        "solicitors",
        "barristers",
        "advocates",
    ],
    &["pharmacists", "chemists", "druggists"],
    &["hoteliers", "innkeepers", "hotels"],
    &["winegrowers", "winemakers", "vintners", "vignerons"],
    &[
        "ranchers",
        "graziers",
        "stockmen",
        "pastoralists",
        "herders",
    ],
    &["cabbies", "cabmen"],
    &["railwaymen", "railworkers", "trainmen"],
    &["players", "footballers"],
    &["steelworkers", "metalworkers"],
    &["carmakers", "automakers"],
    &["journalists", "reporters"],
    &[
        "villagers",
        "residents",
        "locals",
        "neighbours",
        "neighbors",
    ],
    &["pensioners", "retirees"],
    &["students", "undergraduates"],
];

impl Discourse<'_, '_> {
    /// "the parents' council", where the Merin Parents' Council is named; "the residents", of "the residents' group,
    /// Merin First," or of the Residents' League. Whether there is one such body.
    pub(super) fn shortened(&mut self, phrase: &Phrase, lemma: &str, plural: bool) -> bool {
        let found = match plural {
            false => self
                .by_tail(phrase)
                .or_else(|| self.by_trade(phrase, lemma)),
            true => self
                .by_members(phrase, lemma)
                .or_else(|| self.by_members_told(phrase, lemma)),
        };
        if let Some(id) = found {
            self.mention_phrase(phrase, id);
        }
        found.is_some()
    }

    /// The one body whose name ends in all the words of a description.
    fn by_tail(&self, phrase: &Phrase) -> Option<EntityId> {
        let words = self.work.words;
        let from = (phrase.start..phrase.head).find(|&word| words.upos(word) != Upos::Det)?;
        let lower = |word: usize| words.form(word).starts_with(char::is_lowercase);
        if !words.form(phrase.start).eq_ignore_ascii_case("the") || !lower(from) {
            return None;
        }
        let ending = format!(" {}", self.work.text(from..phrase.head + 1)).replace('’', "'");
        self.only_body(|name| name.ends_with(&ending))
    }

    /// The one body whose members a plural noun names, where they show a will: "Grain carters want it", of the Grain Carters of
    /// Merin; "The rural heads", of the Rural School Heads' League. What tells them apart stands in the name as well.
    fn by_members_told(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let head = phrase.head;
        let told = matches!(phrase.article.as_str(), "" | "the");
        let plain = told && !phrase.owned && phrase.number.is_none() && words.form(head).is_ascii();
        let apart: Vec<&str> = (phrase
            .inner
            .min(phrase.start + usize::from(!phrase.article.is_empty()))
            ..head)
            .map(|word| words.lower(word))
            .collect();
        if !plain || !(self.wills(head) || self.speaks(head)) {
            return None;
        }
        let form = words.lower(head);
        let stake = self.is_stake_or_member(lemma);
        let houses = lemma.len() > 4 && !self.work.is_body_noun(lemma) && lemma != "court";
        let fits = |id: EntityId| {
            let EntityKind::Actor(kind) = self.work.all[id].kind else {
                return false;
            };
            if !has_members(kind) || !self.has_name(id) {
                return false;
            }
            let name = self.work.all[id].name.to_lowercase().replace('’', "'");
            let held = |apart: &str| {
                (name.split([' ', '-'])).any(|part| part.trim_end_matches('\'') == apart)
            };
            let made_up = consists_of(&name, form)
                // "restaurants", of the Restaurant Chains Federation
                || houses && consists_of(&name, lemma)
                || stake
                    && name.contains(' ')
                    && (name.split([' ', '-'])).any(|part| {
                        is_member(part.trim_end_matches('\''), form) || is_work_of(part, lemma)
                    });
            made_up && apart.iter().all(|apart| held(apart))
        };
        only((0..self.work.all.len()).filter(|&id| fits(id)))
    }

    /// The one body whose members a plural noun with "the" names, where they do something.
    fn by_members(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let head = phrase.head;
        // "Ada Brun, for the makers, said", "a letter from the growers"
        let spoken_for = matches!(
            self.work.preposition(phrase.start),
            Some("for" | "from" | "of" | "by" | "with" | "to" | "against" | "between")
        );
        let acts = self.work.is_agent(head)
            || matches!(words.rel(head), Rel::NmodPoss | Rel::NsubjPass)
            || spoken_for;
        let plain = phrase.inner == head && phrase.owners.is_empty() && phrase.number.is_none();
        if phrase.article != "the" || !plain || !acts {
            return None;
        }
        // "the consultants", of the Consultants' Association; "the libraries", of the University Libraries
        if !self.is_stake_or_member(lemma) {
            let form = words.lower(head);
            return self.only_body(|name| consists_of(name, form));
        }
        let told = self.back().find(|&id| {
            self.has_name(id)
                && self.work.facts[id]
                    .members
                    .iter()
                    .any(|member| member == lemma)
        });
        told.or_else(|| {
            let form = words.lower(head);
            let made_up_of = |forms: &[&str]| {
                self.only_body(|name| {
                    name.contains(' ')
                        && name.split(' ').any(|word| {
                            let word = word.trim_end_matches('\'');
                            forms.iter().any(|form| is_member(word, form))
                        })
                })
            };
            // "the growers", of the Farmers' Association
            made_up_of(&[form]).or_else(|| {
                let same = CALLED_ALIKE
                    .iter()
                    .find(|alike| alike.contains(&form) && self.work.is_agent(head))?;
                made_up_of(same)
            })
        })
    }

    /// Whether a noun is of people who join to press their interests.
    fn is_stake_or_member(&self, lemma: &str) -> bool {
        self.is_stake(lemma)
            || matches!(
                lemma,
                "resident"
                    | "player"
                    | "lessor"
                    | "lessee"
                    | "elder"
                    | "neighbour"
                    | "neighbor"
                    | "principal"
                    | "trader"
                    | "actor"
                    | "writer"
                    | "owner"
                    | "leaseholder"
            )
    }

    /// The only body of people, of those spoken of by name so far, else of all that the report names, whose name in lower
    /// case fits.
    fn only_body(&self, fits: impl Fn(&str) -> bool) -> Option<EntityId> {
        let called = |id: EntityId| {
            matches!(
                self.work.all[id].kind,
                EntityKind::Actor(kind)
                    if has_members(kind)
                        || matches!(
                            kind,
                            ActorType::Company
                                | ActorType::GovernmentBody
                                | ActorType::PoliticalParty
                                | ActorType::ArmedGroup
                        )
            ) && self.has_name(id)
                && match self.work.all[id].name.to_lowercase() {
                    name if name.contains('’') => fits(&name.replace('’', "'")),
                    name => fits(&name),
                }
        };
        let member = |id: EntityId| matches!(self.work.all[id].kind, EntityKind::Actor(kind) if has_members(kind));
        self.only_told(called, member)
    }

    /// Keeps whom a body consists of: "the residents' group, Merin First,".
    pub(super) fn learn_members(&mut self, head: usize) {
        let words = self.work.words;
        if head < 2
            || self.work.form_at(head + 1) != ","
            || !self.work.classes.has("leagues", words.lemma(head))
        {
            return;
        }
        let the = usize::from(self.work.form_at(head + 2) == "the");
        let named = (self.work.piece_at.get(head + 2 + the).copied().flatten())
            .and_then(|piece| self.work.entity_of[piece]);
        let Some(id) = named.filter(|&id| {
            matches!(
                self.work.all[id].kind,
                EntityKind::Actor(kind) if has_members(kind)
            )
        }) else {
            return;
        };
        // "residents'", with its mark apart
        let member = head - 2;
        if words.xpos(head - 1) == Xpos::Pos && words.xpos(member) == Xpos::Nns {
            let member = words.lemma(member).to_owned();
            self.work.facts[id].members.push(member);
        }
    }

    /// The first of those spoken of that fit; but "the council" is no parents' council, where another council is named.
    pub(super) fn plainly_called(&self, fits: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let owned = |id: EntityId| {
            let name = self.work.all[id].name.replace('’', "'");
            name.contains("s' ") || name.contains("'s ")
        };
        let first = self.back().find(|&id| fits(id))?;
        if !owned(first) {
            return Some(first);
        }
        let plain = self
            .back()
            .find(|&id| fits(id) && !owned(id) && self.work.facts[id].named > 0);
        plain.or(Some(first))
    }
}

/// Whether a name, in lower case, tells of a body that it consists of those whom a plural noun names: "European Clubs",
/// "Mothers of March", "Federation of Engineering Employers", "Grand Studios Alliance", "Bankers' Association"; but a
/// "Ministry of Mines" is none of mines.
fn consists_of(name: &str, form: &str) -> bool {
    const JOINED: &[&str] = &[
        "association",
        "federation",
        "confederation",
        "union",
        "guild",
        "alliance",
        "league",
        "chamber",
        "council",
        "society",
        "fellowship",
        "brotherhood",
        "forum",
        "group",
        "club",
        "syndicate",
        "network",
        "congress",
        "conference",
        "coalition",
        "consortium",
        "lobby",
        "circle",
        "collective",
        "cooperative",
        "co-operative",
        "trust",
        "caucus",
        "front",
        "movement",
        "institute",
        "organisation",
        "organization",
        "committee",
        "campaign",
    ];
    let parts: Vec<&str> = name.split(' ').collect();
    let Some(at) = parts
        .iter()
        .position(|part| is_member(part.trim_end_matches('\''), form))
    else {
        return false;
    };
    let of = parts.iter().position(|&part| part == "of");
    let head = of.map_or(parts.last(), |of| {
        of.checked_sub(1).and_then(|head| parts.get(head))
    });
    let joined = head.is_some_and(|head| JOINED.contains(head));
    parts.len() > 1
        && (joined
            || parts.get(at).is_some_and(|part| part.ends_with('\''))
            || head.is_some_and(|head| is_member(head, form)))
}

/// Whether a word of a name is the plural noun, or a compound of it: "shipowners" are owners.
fn is_member(part: &str, form: &str) -> bool {
    part == form
        || form.len() > 5
            && (part.strip_suffix(form)).is_some_and(|rest| rest.len() > 2 && rest.is_ascii())
}

/// Whether a word of a name tells of what people do by their trade: "monitoring" of monitors, "brewery" of brewers.
fn is_work_of(part: &str, lemma: &str) -> bool {
    let stem = ["er", "or"]
        .iter()
        .find_map(|ending| lemma.strip_suffix(ending))
        .filter(|stem| stem.len() > 3);
    stem.and_then(|stem| part.strip_prefix(stem))
        .is_some_and(|rest| matches!(rest, "ing" | "oring" | "ering" | "ery" | "eries"))
}

/// Whether bodies of that kind consist of members.
fn has_members(kind: ActorType) -> bool {
    matches!(
        kind,
        ActorType::Union
            | ActorType::Movement
            | ActorType::InternationalOrganisation
            | ActorType::Alliance
    )
}
