//! Companies and those who watch over them, told again by what they are: "the lender", "the bidder", "the watchdog".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

/// Nouns of what a company is to another one.
const BIDDERS: &[&str] = &[
    "bidder",
    "suitor",
    "target",
    "buyer",
    "seller",
    "purchaser",
    "acquirer",
    "vendor",
    "supplier",
    "customer",
    "rival",
    "competitor",
];

impl Discourse<'_, '_> {
    /// The body named last of which nothing tells that it is none of business, in a report of no company.
    pub(super) fn company_unknown(&mut self) -> Option<EntityId> {
        let company = EntityKind::Actor(ActorType::Company);
        if self.work.all.iter().any(|entity| entity.kind == company) {
            return None;
        }
        let found = self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Movement)
                && self.has_name(id)
                && self.work.facts[id].known.is_none()
                && self.work.facts[id].members.is_empty()
                && !self.work.all[id].name.contains(['\'', '’'])
                && (self.work.all[id].name.to_lowercase().split(' ')).all(|word| {
                    !self
                        .work
                        .classes
                        .has_any(&["movement", "leagues", "union", "civic"], word)
                })
        })?;
        self.work.all[found].kind = company;
        Some(found)
    }

    /// "the watchdog", "the regulator": the agency, authority or commission that was named last.
    pub(super) fn overseer(&self, phrase: &Phrase) -> Option<EntityId> {
        if phrase.article != "the" {
            return None;
        }
        self.back().find(|&id| {
            let name = self.work.all[id].name.to_lowercase();
            matches!(
                self.work.all[id].kind,
                EntityKind::Actor(ActorType::GovernmentBody | ActorType::InternationalOrganisation)
            ) && self.has_name(id)
                && name.split(' ').any(|word| {
                    matches!(
                        word,
                        "agency"
                            | "authority"
                            | "commission"
                            | "organisation"
                            | "organization"
                            | "inspectorate"
                            | "ombudsman"
                            | "regulator"
                            | "office"
                            | "board"
                    )
                })
        })
    }

    /// The company spoken of last, where a noun that tells what it is does or owns something.
    pub(super) fn firm(&self, phrase: &Phrase, owner: Option<EntityId>) -> Option<EntityId> {
        let words = self.work.words;
        let head = words.head(phrase.head);
        let led = words.rel(phrase.head) == Rel::Obj
            && head.is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "lead" | "head" | "chair" | "run" | "represent"
                )
            });
        let owns = words.rel(phrase.head) == Rel::NmodPoss
            && head.is_some_and(|had| {
                self.work
                    .classes
                    .has_any(&["owned", "persons"], words.lemma(had))
            });
        // "chief executive of the retailer", "a partner at the lender"
        let of_office = words.rel(phrase.head) == Rel::Nmod
            && matches!(
                self.work.preposition(phrase.start),
                Some("of" | "at" | "for")
            )
            && head.is_some_and(|office| self.work.classes.has("persons", words.lemma(office)));
        // "the housebuilder", "the lender": what only a company is called does whatever it does as one.
        let lemma = words.lemma(phrase.head);
        let agent = (lemma.ends_with("er") || lemma.ends_with("or"))
            && self.stands_as_somebody(phrase.head);
        let acts = led
            || owns
            || of_office
            || agent
            || self.wills(phrase.head)
            || self.speaks(phrase.head);
        // "the coverage target" is no company.
        let plain = (phrase.inner..phrase.head).all(|word| words.upos(word) != Upos::Noun);
        // "the Australian miner"
        let from = owner.is_none_or(|owner| {
            !phrase.owned && self.work.all[owner].kind == EntityKind::Actor(ActorType::State)
        });
        let one = phrase.article == "the" && words.xpos(phrase.head) == Xpos::Nn;
        // "the network", of the Prairie Sports Network
        let called = (self.back()).any(|id| self.is_body(id) && self.ends_in(id, lemma));
        if !(acts && from && one && plain) || called {
            return None;
        }
        // "the bidder", where two companies are told of: which is not told.
        if BIDDERS.contains(&lemma) {
            use ActorType::{Alliance, Company, Movement};
            let trades = |id: EntityId| {
                matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(Company | Movement | Alliance)
                )
            };
            return only(self.back().filter(|&id| trades(id) && self.has_name(id)))
                .filter(|&id| self.work.all[id].kind == EntityKind::Actor(Company))
                .or_else(|| self.in_bid(lemma));
        }
        // "the lender", of the Merin Development Bank
        if lemma == "lender" {
            let mut banks = self.back().filter(|&id| self.is_body(id) && self.lends(id));
            if let (Some(bank), None) = (banks.next(), banks.next()) {
                return Some(bank);
            }
        }
        self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Company) && self.has_name(id)
        })
    }

    /// "The yard rejected it", "the mill wants longer shifts": the works of the only company that the report names.
    pub(super) fn firm_of_works(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let works = matches!(
            lemma,
            "yard"
                | "shipyard"
                | "boatyard"
                | "mill"
                | "works"
                | "plant"
                | "factory"
                | "foundry"
                | "smelter"
                | "refinery"
                | "steelworks"
                | "ironworks"
                | "mine"
                | "colliery"
                | "quarry"
                | "brewery"
                | "distillery"
                | "dairy"
                | "cannery"
                | "bakery"
        );
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words
                .child(phrase.head, &[Rel::Nmod, Rel::AclRelcl])
                .is_none();
        if !works || !plain || !self.wills_strictly(phrase.head) {
            return None;
        }
        let company = EntityKind::Actor(ActorType::Company);
        only((0..self.work.all.len()).filter(|&id| {
            self.work.all[id].kind == company && self.has_name(id) && !self.work.facts[id].plural
        }))
    }

    /// "the bidder", "the target", where the report tells of one body's bid for another: the one that bids, or is bid for.
    fn in_bid(&self, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let bids = matches!(
            lemma,
            "bidder" | "suitor" | "buyer" | "purchaser" | "acquirer"
        );
        if !bids && !matches!(lemma, "target" | "seller" | "vendor") {
            return None;
        }
        let side = |child: usize| match words.rel(child) {
            Rel::NmodPoss => bids,
            Rel::Nmod | Rel::Obl => {
                (words.child(child, &[Rel::Case])).is_some_and(|case| match words.lemma(case) {
                    "from" | "by" => bids,
                    "for" | "of" => !bids,
                    _ => false,
                })
            }
            _ => false,
        };
        let in_deal = |word: usize| match words.lemma(word) {
            "bid" | "takeover" | "acquisition" => words.upos(word) == Upos::Noun,
            _ => false,
        };
        let of_verb = |verb: usize| match words.lemma(verb) {
            "bid" | "acquire" if words.is_verb(verb) => {
                words.child(verb, &[if bids { Rel::Nsubj } else { Rel::Obj }])
            }
            _ => None,
        };
        let mut found: Vec<EntityId> = (0..words.len())
            .flat_map(|word| {
                let beside =
                    (words.children(word)).filter(move |&child| in_deal(word) && side(child));
                beside.chain(of_verb(word)).collect::<Vec<usize>>()
            })
            .filter_map(|word| self.work.of_word[word])
            .filter(|&id| self.is_body(id) && self.has_name(id))
            .collect();
        found.sort_unstable();
        found.dedup();
        only(found.into_iter())
    }

    /// Whether the name of a body tells that it lends money.
    fn lends(&self, id: EntityId) -> bool {
        let name = self.work.all[id].name.to_lowercase();
        name.split(' ')
            .any(|word| word.ends_with("bank") || matches!(word, "credit" | "savings"))
            && self.has_name(id)
    }
}
