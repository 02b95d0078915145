//! Bodies that nobody names and that stand for themselves: what they are, by their noun and the words before it.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::kinds::Setting;
use crate::entities::names::Finder;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};
use crate::words::Words;

/// Bodies whose of-phrase belongs to their name, though it names nobody: "the office of the president".
const OF_BODIES: &[&str] = &[
    "office",
    "ministry",
    "department",
    "board",
    "house",
    "council",
    "chamber",
    "court",
    "bureau",
    "agency",
    "conference",
    "ministers",
];

/// Words before a noun that make the body one of arms.
const ARMED: &[&str] = &[
    "rebel",
    "armed",
    "insurgent",
    "guerrilla",
    "separatist",
    "militant",
    "jihadist",
    "paramilitary",
    "mutinous",
    "splinter",
];

/// Participles that tell how somebody is minded.
const MINDED: &[&str] = &[
    "opposed",
    "prepared",
    "inclined",
    "disinclined",
    "minded",
    "disposed",
    "determined",
    "resolved",
    "committed",
    "resigned",
    "reconciled",
    "concerned",
    "worried",
    "alarmed",
    "troubled",
    "disturbed",
    "dismayed",
    "disappointed",
    "frustrated",
    "angered",
    "appalled",
    "horrified",
    "offended",
    "outraged",
    "pleased",
    "delighted",
    "satisfied",
    "dissatisfied",
    "encouraged",
    "heartened",
    "relieved",
    "tempted",
    "attracted",
    "convinced",
    "unconvinced",
    "persuaded",
    "unpersuaded",
    "unimpressed",
    "impressed",
    "unmoved",
    "divided",
    "interested",
    "taken",
];

impl Discourse<'_, '_> {
    /// What a body in the singular is that stands for itself, and whether its verb has to show a will: "the ministry",
    /// "the main opposition party", "the employers' federation", "a group of bondholders", "Parliament".
    pub(super) fn standing(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<(ActorType, bool)> {
        let classes = self.work.classes;
        let many = plural && matches!(self.work.lower(phrase.head), "authorities" | "forces");
        if plural && !many {
            return None;
        }
        let definite = phrase.article == "the" || phrase.owned;
        // "the right to strike", "the centre-right"
        let claim = matches!(lemma, "right" | "left")
            && (phrase.inner < phrase.head || has_more(self.work.words, phrase.head));
        let hyphened =
            matches!(lemma, "centre" | "center") && self.work.form_at(phrase.head + 1) == "-";
        if claim || hyphened {
            return None;
        }
        if self.gathers(phrase, lemma) {
            return Some((self.kind_of_body(phrase, lemma), true));
        }
        let described = phrase.inner < phrase.head || phrase.owned;
        let pair = match phrase.head.checked_sub(1) {
            Some(before) => format!("{} {lemma}", self.work.lower(before)),
            None => String::new(),
        };
        let house = classes.has("houses", lemma) || classes.has("houses", &pair);
        if definite && classes.has("seats", lemma) && !phrase.owned && !many {
            return Some((self.kind_of_body(phrase, lemma), false));
        }
        let league = described && classes.has("leagues", lemma);
        let realm = matches!(
            lemma,
            "country" | "state" | "nation" | "economy" | "industry"
        );
        // "the landlocked country": one of those that have a name.
        if (league || house) && realm && self.has_states() {
            return None;
        }
        let sided = described && self.takes_side(phrase, lemma);
        let fits = many || house || league || sided || classes.has("seats", lemma);
        let bare = phrase.article.is_empty()
            && !phrase.owned
            && (classes.has("bare", lemma) && phrase.inner == phrase.head
                || classes.has("bare", &pair)
                || many
                || matches!(
                    pair.as_str(),
                    "cabin crew" | "ground staff" | "nursing staff"
                ));
        // "the army" of a state, "the forces" of a side that has a name
        let apart = !many && lemma != "force" || described || !self.has_states();
        (fits && apart && (definite || bare)).then(|| (self.kind_of_body(phrase, lemma), true))
    }

    /// "the northern side", "the rebel delegation", "the separatist leadership": a side told by what stands before it.
    fn takes_side(&self, phrase: &Phrase, lemma: &str) -> bool {
        self.work.classes.has("party", lemma)
            && (phrase.inner..phrase.head).all(|word| self.work.of_word[word].is_none())
            && !(phrase.inner..phrase.head).any(|word| {
                matches!(
                    self.work.lower(word),
                    "other" | "same" | "opposite" | "opposing" | "first" | "second" | "third"
                )
            })
    }

    /// "a group of bondholders", "a coalition of tenants' groups", "a majority of members": people or bodies behind "of".
    pub(super) fn gathers(&self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let of = phrase.head + 1;
        if !self.work.classes.has("gatherings", lemma)
            || self.work.form_at(of) != "of"
            || !matches!(phrase.article.as_str(), "a" | "an" | "the")
        {
            return false;
        }
        let head = words
            .with_case(phrase.head, &["of"])
            .find(|&head| head > of && words.rel(head) == Rel::Nmod);
        head.is_some_and(|head| {
            let lemma = words.lemma(head);
            matches!(words.xpos(head), Xpos::Nns | Xpos::Nnps)
                && self.work.piece_at[head].is_none()
                && (self.is_stake(lemma)
                    || self
                        .work
                        .classes
                        .has_any(&["leagues", "persons", "unnamed", "sides"], lemma))
        })
    }

    /// Where the name of a body ends whose of-phrase belongs to it.
    pub(super) fn whole_name(&self, phrase: &Phrase) -> Option<usize> {
        let words = self.work.words;
        let lemma = words.lemma(phrase.head);
        if self.work.form_at(phrase.head + 1) != "of" {
            return None;
        }
        let mut end = phrase.end;
        let gathers = self.gathers(phrase, lemma);
        // "the bloc of least developed countries"
        if gathers {
            end = end.max(self.complement(phrase).unwrap_or(end));
        }
        if end <= phrase.head + 1 {
            return None;
        }
        if gathers {
            // "an alliance of farmers and hauliers"
            while self.work.form_at(end) == "and" && Finder::is_nominal(words, end + 1) {
                end += 2;
            }
            return Some(end);
        }
        OF_BODIES.contains(&lemma).then_some(end)
    }

    /// Whether a word is the subject of a verb of stance.
    pub(super) fn tells_a_stance(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        words.rel(first) == Rel::Nsubj
            && words.head(first).is_some_and(|verb| {
                (self.work.lexicon.stances)
                    .of(StanceWord::Verb, &words.phrasal(verb))
                    .any(|frame| frame.with.is_empty())
            })
    }

    /// What a body without a name is, by its noun and the words before it.
    pub(super) fn kind_of_body(&self, phrase: &Phrase, lemma: &str) -> ActorType {
        let words = self.work.words;
        let classes = self.work.classes;
        let before: Vec<&str> = (phrase.start..phrase.head)
            .filter(|&word| words.upos(word) != Upos::Det)
            .map(|word| self.work.lower(word))
            .collect();
        let armed = before.iter().any(|word| ARMED.contains(word));
        let of_money = before.iter().any(|word| {
            matches!(
                *word,
                "creditor" | "investor" | "lender" | "donor" | "bondholder" | "noteholder"
            )
        });
        match lemma {
            _ if armed && lemma != "government" => ActorType::ArmedGroup,
            "junta" | "militia" | "brigade" | "front" | "faction" => ActorType::ArmedGroup,
            "party" | "partner" | "right" | "left" | "centre-right" | "centre-left"
            | "center-right" | "center-left" => ActorType::PoliticalParty,
            "platform" | "collective" | "community" => ActorType::Movement,
            "opposition" | "coalition" | "industry" | "church" | "synod" | "clergy"
            | "diaspora" | "tribe" | "clan" | "family" | "movement" | "conference" | "diocese"
            | "side" | "camp" | "campaign" | "lobby" | "congregation" | "caucus" => {
                ActorType::Movement
            }
            _ if self.is_firm(lemma) => ActorType::Company,
            "management" | "board" | "employer" | "shareholder" | "owner" | "insurer"
            | "publisher" | "steelmaker" | "carmaker" | "automaker" | "shipbuilder"
            | "planemaker" | "drugmaker" | "chipmaker" | "brewer" | "retailer" | "refiner"
            | "miner" | "shipper" | "haulier" | "utility" | "company" | "firm" | "maker"
            | "producer" | "supplier" | "operator" => ActorType::Company,
            "landlord" => ActorType::Unnamed,
            "union" | "workforce" | "crew" | "staff" => ActorType::Union,
            "group" | "league" | "alliance" | "bloc" | "club" | "committee" if of_money => {
                ActorType::Alliance
            }
            "federation" | "confederation" | "association" | "organisation" | "organization"
                if before
                    .iter()
                    .any(|word| matches!(*word, "employers" | "employer")) =>
            {
                ActorType::Union
            }
            "panel" if before.contains(&"mediation") => ActorType::InternationalOrganisation,
            "federation" | "confederation" | "association" | "organisation" | "organization"
            | "chamber" | "guild" | "group" | "network" | "society" | "forum" => {
                let kind = classes.organisation(lemma, &before, Setting::default());
                kind.filter(|kind| matches!(kind, ActorType::Union))
                    .unwrap_or(ActorType::Movement)
            }
            "alliance" | "bloc" | "league" | "troika" | "quartet" | "quad" | "grouping" => {
                ActorType::Alliance
            }
            "country" | "nation" | "economy" => ActorType::State,
            "club" => ActorType::Movement,
            "trust" | "charity" | "choir" | "band" | "iwi" | "hapu" | "local" | "branch"
            | "lodge" | "chapter" | "foundation" | "cooperative" | "co-operative" | "claimant"
            | "plaintiff" | "defendant" | "respondent" => ActorType::Movement,
            _ => ActorType::GovernmentBody,
        }
    }

    /// Whether a noun is that of a business: what it makes, sells, runs or lends.
    fn is_firm(&self, lemma: &str) -> bool {
        self.work.classes.has("firms", lemma)
            || self.work.classes.has("institutions", lemma) && lemma != "church"
            || matches!(
                lemma,
                "brewery"
                    | "distillery"
                    | "winery"
                    | "bakery"
                    | "cannery"
                    | "mill"
                    | "factory"
                    | "foundry"
                    | "steelworks"
                    | "quarry"
                    | "mine"
                    | "colliery"
                    | "yard"
                    | "boatyard"
                    | "airport"
                    | "railway"
                    | "tramway"
                    | "zoo"
                    | "broadcaster"
                    | "newspaper"
                    | "processor"
                    | "packer"
                    | "subcontractor"
                    | "housebuilder"
                    | "underwriter"
                    | "reinsurer"
                    | "wholesaler"
                    | "distributor"
                    | "seller"
                    | "parent"
                    | "subsidiary"
                    | "franchisee"
                    | "lessor"
                    | "lessee"
                    | "consortium"
                    | "startup"
                    | "sawmill"
                    | "exchange"
                    | "marina"
            )
    }

    /// "The union is opposed to it", "The ringers were alarmed": what is told of them is how they are minded.
    pub(super) fn is_minded(&self, word: usize) -> bool {
        let words = self.work.words;
        words.rel(word) == Rel::NsubjPass
            && words.head(word).is_some_and(|verb| {
                let minded = MINDED.contains(&words.lower(verb))
                    || (self.work.lexicon.stances)
                        .of(StanceWord::Adjective, words.lower(verb))
                        .any(|frame| frame.with.is_empty());
                minded && words.child(verb, &[Rel::OblAgent]).is_none()
            })
    }

    /// Whether the report names a state.
    pub(super) fn has_states(&self) -> bool {
        (self.work.all.iter()).any(|entity| entity.kind == EntityKind::Actor(ActorType::State))
    }

    /// The only state that the report names and that takes part.
    pub(super) fn only_state(&self) -> Option<EntityId> {
        only((0..self.work.all.len()).filter(|&id| self.work.is_party_state(id)))
    }

    /// "the government", "Government would pay for it": whether a description is of the one that the report tells of.
    pub(super) fn is_the_one(&self, phrase: &Phrase) -> bool {
        let words = self.work.words;
        let bare = phrase.article.is_empty()
            && phrase.start == phrase.head
            && words.form(phrase.head).starts_with(char::is_uppercase)
            && matches!(words.xpos(phrase.head), Xpos::Nn | Xpos::Nnp)
            && (self.work.classes).has("bare", words.lower(phrase.head));
        phrase.article == "the" || bare
    }

    /// "the army", "the cabinet": of the state of whoever tells of it, else of the only one that the report names.
    pub(super) fn state_meant(&self, phrase: &Phrase) -> Option<EntityId> {
        let words = self.work.words;
        if !self.is_the_one(phrase)
            || phrase.inner != phrase.head
            || !self
                .work
                .classes
                .has("of-a-state", self.work.lower(phrase.head))
        {
            return None;
        }
        let state = |id: &EntityId| self.work.all[*id].kind == EntityKind::Actor(ActorType::State);
        let teller = words
            .ancestors(phrase.head)
            .filter_map(|verb| words.child(verb, &[Rel::Nsubj]))
            .filter(|&subject| subject != phrase.head)
            .filter_map(|subject| self.work.of_word[subject])
            .find_map(|id| self.work.party_of(id).filter(state));
        teller.or_else(|| self.only_state())
    }

    /// Whether somebody has a name of its own, and not only a description.
    pub(super) fn has_name(&self, id: EntityId) -> bool {
        self.work.all[id].name.starts_with(char::is_uppercase)
            && matches!(self.work.all[id].kind, EntityKind::Actor(_))
            && self.work.all[id].kind != EntityKind::Actor(ActorType::Unnamed)
            && self.work.facts[id].named > 0
    }

    /// "the ruling party", where the report has "the ruling Civic Front": the one body that the same word stands before.
    pub(super) fn told_with(&self, phrase: &Phrase) -> Option<EntityId> {
        let words = self.work.words;
        let told = (phrase.inner + 1 == phrase.head)
            .then(|| self.work.lower(phrase.inner))
            .filter(|word| {
                matches!(
                    *word,
                    "ruling" | "governing" | "opposition" | "rebel" | "separatist" | "breakaway"
                )
            })?;
        let mut found = (0..self.work.pieces.len())
            .filter(|&piece| {
                let start = self.work.pieces[piece].words.start;
                start > 0 && words.lower(start - 1) == told
            })
            .filter_map(|piece| self.work.entity_of[piece])
            .filter(|&id| {
                matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(
                        ActorType::PoliticalParty
                            | ActorType::ArmedGroup
                            | ActorType::Alliance
                            | ActorType::Movement
                    )
                )
            });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// "the Front's political wing", "the Greens' parliamentary group", "Merin's main opposition party": a part of a body
    /// acts for it; what is in a state and opposed to it stands for itself.
    pub(super) fn part_of(&mut self, phrase: &Phrase, lemma: &str, plural: bool, owner: EntityId) {
        let classes = self.work.classes;
        let EntityKind::Actor(kind) = self.work.all[owner].kind else {
            return;
        };
        let whole = matches!(
            kind,
            ActorType::PoliticalParty
                | ActorType::ArmedGroup
                | ActorType::Movement
                | ActorType::Union
                | ActorType::Company
                | ActorType::Alliance
        );
        let apart = kind == ActorType::State
            && phrase.owned
            && (matches!(lemma, "opposition" | "church" | "clergy" | "diaspora")
                || phrase.inner < phrase.head
                    && matches!(
                        lemma,
                        "party" | "union" | "federation" | "association" | "lobby" | "chamber"
                    ));
        let part = whole && classes.has("wings", lemma);
        if plural || !(part || apart) || !self.wills_strictly(phrase.head) {
            return;
        }
        let words = self.work.words;
        let range = (phrase.start..phrase.end.max(phrase.head + 1))
            .find(|&word| words.upos(word) != Upos::Det)
            .unwrap_or(phrase.head)..match phrase.owned {
            true => phrase.head + 1,
            false => phrase.end.max(phrase.head + 1),
        };
        let name = self.work.text(range);
        let kind = match apart {
            true => self.kind_of_body(phrase, lemma),
            false => kind,
        };
        let id = self.body(name, kind);
        let party = match apart {
            true => id,
            false => self.work.party_of(owner).unwrap_or(owner),
        };
        self.work.all[id].party.get_or_insert(party);
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        self.mention_phrase(phrase, id);
    }

    /// Whether a word is the subject of what only somebody with a will does or holds; being something is not enough.
    pub(super) fn wills_strictly(&self, word: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(word);
        // "the cap is unacceptable to the junta"
        let to = words.rel(first) == Rel::Obl
            && words
                .child(first, &[Rel::Case])
                .is_some_and(|case| words.form(case) == "to")
            && words.head(first).is_some_and(|verdict| {
                (self.work.lexicon.stances)
                    .of(StanceWord::Verdict, words.lemma(verdict))
                    .next()
                    .is_some()
            });
        // "the junta's rejection"
        let holds = words.rel(first) == Rel::NmodPoss
            && words
                .head(first)
                .is_some_and(|held| self.work.is_held(words.lemma(held)));
        let says = self.speaks(word);
        to || holds
            || says
            || self.wills(word)
                && words.head(first).is_some_and(|predicate| {
                    words.rel(first) == Rel::OblAgent
                        || words.child(predicate, &[Rel::Cop]).is_none()
                        || words.lemma(predicate) == "against"
                        || self.work.wills_at(predicate)
                })
    }
}

/// Whether something behind a noun belongs to it: "the right to strike".
fn has_more(words: &Words, head: usize) -> bool {
    (words.children(head))
        .any(|child| child > head && matches!(words.rel(child), Rel::Nmod | Rel::Acl | Rel::Xcomp))
}
