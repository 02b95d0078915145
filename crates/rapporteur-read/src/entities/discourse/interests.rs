//! Groups and bodies that hold positions though nobody names them: "farmers oppose the levy", "the ministry proposed".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind};
use crate::stances::hearsay;

/// Words that end as names for people do, and are none.
const NO_PEOPLE: &[&str] = &[
    "number",
    "letter",
    "matter",
    "border",
    "corner",
    "chapter",
    "barrier",
    "quarter",
    "center",
    "centre",
    "factor",
    "sector",
    "error",
    "mirror",
    "reactor",
    "tanker",
    "carrier",
    "steamer",
    "freighter",
    "trailer",
    "computer",
    "server",
    "paper",
    "newspaper",
    "order",
    "offer",
    "shoulder",
    "tower",
    "shelter",
    "charter",
    "register",
    "answer",
    "danger",
    "disaster",
    "weather",
    "winter",
    "summer",
    "river",
    "corridor",
    "harbor",
    "interior",
    "exterior",
    "monitor",
    "motor",
    "tractor",
    "calendar",
    "counter",
    "encounter",
    "container",
    "adviser",
    "observer",
    "reader",
    "viewer",
    "brother",
    "sister",
    "mother",
    "father",
    "daughter",
    "other",
    "another",
    "voter",
    "figure",
    "foreigner",
    "outsider",
];

/// What no thing does, whatever it is called.
const PERSONAL: &[&str] = &[
    "want",
    "ask",
    "urge",
    "refuse",
    "plead",
    "propose",
    "welcome",
    "object",
    "insist",
    "petition",
    "beg",
    "complain",
    "vote",
    "prefer",
    "endorse",
    "applaud",
    "hail",
    "protest",
    "pledge",
    "vow",
    "balk",
    "baulk",
    "resent",
    "lobby",
    "clamour",
    "clamor",
    "volunteer",
    "deplore",
    "lament",
    "fear",
    "hope",
    "mull",
    "consent",
    "acquiesce",
    "favour",
    "favor",
    "oppose",
    "condemn",
    "criticise",
    "criticize",
    "dislike",
    "mistrust",
    "distrust",
    "request",
    "reject",
    "swear",
];

/// Writings that ask and urge in the name of others.
const PAPERS: &[&str] = &[
    "letter",
    "paper",
    "report",
    "rule",
    "term",
    "text",
    "draft",
    "document",
    "poll",
    "survey",
    "statement",
    "submission",
    "article",
    "clause",
    "law",
    "figure",
    "leaflet",
    "poster",
    "banner",
    "placard",
    "email",
    "message",
    "plan",
    "proposal",
    "amendment",
    "resolution",
    "motion",
    "minutes",
    "guideline",
    "editorial",
    "headline",
    "critic",
    "other",
    "talk",
    "negotiation",
];

/// Bodies that are from a state and do not act for it.
const FROM_A_LAND: &[&str] = &[
    "association",
    "federation",
    "confederation",
    "league",
    "club",
    "society",
    "guild",
    "charity",
    "foundation",
    "trust",
    "cooperative",
    "lobby",
    "campaign",
    "network",
    "church",
    "diocese",
    "tribe",
    "clan",
    "party",
];

impl Discourse<'_, '_> {
    /// Makes an actor of a noun phrase that nothing else explains, if it acts with a will: "farmers", "rights groups",
    /// "the ministry". It stands for itself.
    pub(super) fn interest(&mut self, phrase: &Phrase, lemma: &str, plural: bool) {
        if let Some(body) = self.ranks_behind(phrase, plural) {
            self.mention_phrase(phrase, body);
            return;
        }
        let pronoun =
            (phrase.owners.iter()).any(|&owner| self.work.words.xpos(owner) == Xpos::PrpPoss);
        // "the largest party with 37 seats" is the largest party whatever its seats.
        let told_apart =
            plural && phrase.article.is_empty() || matches!(phrase.article.as_str(), "a" | "an");
        let whole = (self.complement(phrase))
            .filter(|&end| told_apart || self.is_told_from_others(phrase, lemma, plural, end));
        // "Switzerland, on behalf of a group of mountain states"
        let spoken_for = self.is_spoken_for(phrase, lemma, plural);
        // "Two holders outside the committee" are told from others, "two holders" are anybody.
        let counted = phrase.number.is_some() && (whole.is_none() || !plural) && !spoken_for;
        if pronoun || counted || self.is_before_name(phrase.head) {
            return;
        }
        let behind = self.work.form_at(phrase.head + 1) == "of";
        let owner = (phrase.owners.iter())
            .filter_map(|&owner| self.work.of_word[owner])
            // "a group of bondholders", where the bondholders were spoken of
            .find(|&owner| !behind || self.work.all[owner].name.starts_with(char::is_uppercase))
            // "the Swiss union", "the Chinese carmaker": from there, and not of the state.
            .filter(|&owner| {
                let gathers = behind && self.gathers(phrase, lemma);
                phrase.owned || behind && !gathers || !self.comes_from(owner, phrase, gathers)
            });
        if let Some(owner) = owner.filter(|&owner| self.has_name(owner)) {
            self.part_of(phrase, lemma, plural, owner);
            return;
        }
        // "TRAM drivers": beside a name that is nobody's
        let beside = owner.is_some_and(|owner| {
            !behind && self.work.all[owner].name.starts_with(char::is_uppercase)
        });
        if beside {
            return;
        }
        // "Tenants' groups" are nobody's, "Orveth's farmers" are.
        let described = phrase.inner < phrase.head || phrase.owned // "Groups of tourists", "families of the captives" are no side yet.
            || whole.is_some() && lemma != "family" && !behind;
        let group = plural
            && (self.is_stake(lemma)
                || described && self.work.classes.has("leagues", lemma)
                || self.only_people_do(phrase.head)
                || self.are_families(phrase, lemma)
                || self.classes_of_sides(lemma) && self.is_of_quarter(phrase))
            && matches!(
                phrase.article.as_str(),
                "" | "the" | "many" | "most" | "some" | "several"
            );
        let named_so = self.kind_described(lemma).unwrap_or(ActorType::Unnamed);
        let standing = match group {
            true => Some((named_so, phrase.number.is_some())),
            // "Restaurants favour it", "the hotels demand it"
            false if plural && self.are_houses(phrase, lemma) => Some((named_so, true)),
            false if spoken_for => Some((ActorType::Alliance, false)),
            false => self
                .standing(phrase, lemma, plural)
                .or_else(|| self.standing_apart(phrase, lemma, plural, whole))
                .or_else(|| self.standing_behind(phrase, lemma, plural)),
        };
        let Some((kind, strict)) = standing else {
            return;
        };
        // "Cabin crew had to wait": many who only do their work.
        let at_work = matches!(lemma, "crew" | "staff" | "workforce");
        if at_work && !self.tells_a_stance(phrase.head) {
            return;
        }
        let wills = spoken_for
            || self.is_asked_about(phrase.head)
            || match strict {
                true => self.wills_strictly(phrase.head),
                false => self.wills(phrase.head),
            }
            || !plural && self.does_business(phrase.head);
        if !wills && !self.has_officer(phrase, lemma, plural) {
            return;
        }
        // "the doctors", where the Hospital Doctors' Federation is at the table.
        if let Some(id) = self.league_of(phrase).filter(|_| group) {
            self.mention_phrase(phrase, id);
            return;
        }
        let told = self
            .told_with(phrase)
            .or_else(|| self.named_meant(phrase, lemma));
        if let Some(id) = told.filter(|_| !group) {
            self.mention_phrase(phrase, id);
            return;
        }
        // "The growers want it", where the growers of the delta were spoken of.
        let bare = self.name_of(phrase);
        let known = (phrase.number.is_none() && whole.is_none())
            .then(|| self.back().find(|&id| self.is_short_for(&bare, id)))
            .flatten();
        if let Some(id) = known {
            self.mention_phrase(phrase, id);
            return;
        }
        let apart = self.has_officer(phrase, lemma, plural)
            || !plural && whole.is_none() && self.goes_by_name(phrase, lemma);
        let kind = if apart {
            self.kind_officered(phrase, lemma)
        } else {
            kind
        };
        let (name, end) = match whole {
            Some(end) => (self.name_with(phrase, end), end),
            // "for eleven island states"
            None if spoken_for && phrase.number.is_some() => {
                let number = (phrase.start..phrase.head)
                    .find(|&word| self.work.words.upos(word) == Upos::Num)
                    .unwrap_or(phrase.start);
                (self.work.text(number..phrase.head + 1), phrase.end)
            }
            None if apart => (self.named_in_full(phrase, lemma), phrase.end),
            None => (bare.clone(), phrase.end),
        };
        let id = self.body(name, kind);
        let shorter =
            (whole.is_some() || apart) && phrase.number.is_none() && bare != self.work.all[id].name;
        if shorter && !self.work.all[id].aliases.contains(&bare) {
            self.work.all[id].aliases.push(bare);
        }
        self.work.all[id].party.get_or_insert(id);
        self.work.facts[id].plural = plural;
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        self.mention(phrase.start..end, phrase.head, id, MentionKind::Nominal);
    }

    /// "The families want them back": those whom the report is about, where they take a side.
    fn are_families(&self, phrase: &Phrase, lemma: &str) -> bool {
        lemma == "family"
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && self.tells_a_stance(phrase.head)
    }

    /// "governments", "delegations": those who sit at a table.
    fn classes_of_sides(&self, lemma: &str) -> bool {
        (self.work.classes).has_any(&["sides", "party"], lemma)
    }

    /// Whether what a noun names is only from a state: a firm, a union, people at work.
    fn comes_from(&self, owner: EntityId, phrase: &Phrase, gathers: bool) -> bool {
        let words = self.work.words;
        let lemma = words.lemma(phrase.head);
        // "Scottish skippers", but not "Scottish ministers"
        let people = words.xpos(phrase.head) == Xpos::Nns
            && phrase.number.is_none()
            && self.is_stake(lemma)
            && !self.work.speaks_for_a_state(phrase.head)
            && !self.work.classes.has_any(&["persons", "unnamed"], lemma);
        // "the Swiss canton", "the Norwegian federation": no part of the state that acts for it.
        let apart = words.xpos(phrase.head) == Xpos::Nn
            && (self.work.classes.has("polities", lemma) && lemma != "department"
                || FROM_A_LAND.contains(&lemma));
        self.work.all[owner].kind == EntityKind::Actor(ActorType::State)
            && (gathers
                || people
                || apart
                || self
                    .work
                    .classes
                    .has_any(&["firms", "a-company", "a-union", "institutions"], lemma))
    }

    /// "And the growers?", "What about the brewery?": whom the next words are about.
    fn is_asked_about(&self, word: usize) -> bool {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(word));
        sentence.len() < 7
            && self.work.form_at(sentence.end.saturating_sub(1)) == "?"
            && (words.rel(word) == Rel::Root
                || matches!(
                    self.work.form_at(sentence.start),
                    "And" | "But" | "What" | "How"
                ) && self.work.form_at(word + 1) == "?")
    }

    /// "The city owns the water", "the brewery employs 90": what bodies do, though it shows no stance.
    fn does_business(&self, word: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(word);
        words.rel(first) == Rel::Nsubj
            && words.head(first).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "own"
                        | "employ"
                        | "pay"
                        | "finance"
                        | "sponsor"
                        | "subsidise"
                        | "subsidize"
                        | "lease"
                        | "hire"
                        | "sack"
                        | "sue"
                        | "spend"
                        | "budget"
                )
            })
    }

    /// Whether a description is that of somebody told of with a complement before.
    fn is_short_for(&self, bare: &str, id: EntityId) -> bool {
        let entity = &self.work.all[id];
        entity.party == Some(id)
            && entity.name.len() > bare.len()
            && (entity.aliases.iter()).any(|alias| alias.eq_ignore_ascii_case(bare))
    }

    /// "tenants' groups", "city of Brenn", "environmental groups", "prime minister's office", "group of bondholders".
    pub(super) fn name_of(&self, phrase: &Phrase) -> String {
        let words = self.work.words;
        let mut range = self.work.description(phrase);
        if phrase.owned {
            range.start = (phrase.start..phrase.head)
                .find(|&word| words.upos(word) != Upos::Det)
                .unwrap_or(range.start);
        }
        let of = phrase.head + 1;
        if words.lemma(phrase.head) == "government"
            && words.form(of) == "in"
            && self.work.form_at(of + 1) == "exile"
        {
            range.end = of + 2;
        } else if words.form(of) == "of"
            && words.form(of + 1).starts_with(char::is_uppercase)
            // "a consortium of Dutch companies"
            && !self.gathers(phrase, words.lemma(phrase.head))
        {
            range.end = (of + 1..phrase.end.max(of + 2))
                .take_while(|&at| words.form(at).starts_with(char::is_uppercase))
                .last()
                .map_or(range.end, |last| last + 1);
        } else if let Some(end) = self.whole_name(phrase) {
            range.end = end;
        }
        self.work.text(range)
    }

    /// "the opposition Civic Front": whether a name follows.
    pub(super) fn is_before_name(&self, word: usize) -> bool {
        let words = self.work.words;
        let next = word + 1;
        words.sentence_of(next) == words.sentence_of(word)
            && words.form(next).starts_with(char::is_uppercase)
            && !super::super::names::is_no_name(words.form(next))
    }

    /// The union, league or party spoken of before whose members a plural names.
    fn league_of(&self, phrase: &Phrase) -> Option<EntityId> {
        let members = self.work.lower(phrase.head);
        self.back().find(|&id| {
            let entity = &self.work.all[id];
            matches!(
                entity.kind,
                EntityKind::Actor(
                    ActorType::Union | ActorType::Movement | ActorType::PoliticalParty
                )
            ) && phrase.article == "the"
                && (entity.name.split([' ', '\''])).any(|word| word.to_lowercase() == members)
        })
    }

    /// "Restaurants", "the hotels": bodies of business in the plural.
    fn are_houses(&self, phrase: &Phrase, lemma: &str) -> bool {
        matches!(phrase.article.as_str(), "" | "the")
            && lemma != "family"
            && ((self.work.classes)
                .has_any(&["institutions", "firms", "a-company", "houses"], lemma)
                || matches!(lemma, "hotel" | "restaurant" | "pub" | "bakery" | "inn"))
            && (self.work.words).child(phrase.head, &[Rel::Nmod]).is_none()
    }

    /// "Stevedores want 22 percent", "The notables urge it": whether a plural is the subject of what no thing does.
    fn only_people_do(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        let lemma = words.lemma(head);
        let told = self
            .work
            .classes
            .has_any(&["persons", "unnamed", "party", "sides", "thing"], lemma)
            || PAPERS.contains(&lemma)
            || words.child(head, &[Rel::Nmod]).is_some();
        words.rel(first) == Rel::Nsubj
            && !told
            && lemma != "family"
            && words.head(first).is_some_and(|verb| {
                PERSONAL.contains(&words.lemma(verb)) && words.xpos(verb) != Xpos::Vbz
            })
    }

    /// Whether people of that kind hold positions as a group.
    pub(super) fn is_stake(&self, lemma: &str) -> bool {
        let classes = self.work.classes;
        // "installers", "cyclists", "electricians": people by what they do, whatever that is.
        let by_ending = lemma.len() > 5
            && ["er", "or", "ist", "ian"]
                .iter()
                .any(|ending| lemma.ends_with(ending))
            && !classes.has_any(
                &["persons", "unnamed", "party", "bodies", "thing", "sides"],
                lemma,
            )
            && !NO_PEOPLE.contains(&lemma);
        classes.has("stakes", lemma) || by_ending
    }

    /// Whether a word is the subject of what only somebody with a will does, or is: "want", "are against".
    pub(super) fn wills(&self, word: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(word);
        // "pharmacists are said to be lukewarm"
        let hearsay = words.rel(first) == Rel::NsubjPass
            && words.head(first).is_some_and(|verb| {
                (words.children_by(verb, &[Rel::Xcomp])).any(|deed| hearsay(words, deed).is_some())
            });
        self.shares_will(word)
            || self.is_minded(first)
            || (self.work.is_agent(word) || hearsay)
                && words.head(first).is_some_and(|predicate| {
                    hearsay
                        || words.rel(first) == Rel::OblAgent
                        || self.work.wills_at(predicate)
                        || words.child(predicate, &[Rel::Cop]).is_some()
                        || self.gives_way(predicate)
                        || self.goes_on_to_will(predicate)
                })
    }

    /// "met the envoy and rejected it": what the same subject does next.
    fn goes_on_to_will(&self, verb: usize) -> bool {
        let words = self.work.words;
        (words.children_by(verb, &[Rel::Conj])).any(|next| {
            words.is_verb(next)
                && words
                    .child(next, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl])
                    .is_none()
                && (self.work.wills_at(next) || self.gives_way(next))
        })
    }

    /// "would tolerate them", "no longer clings to it", "has put 90 on the table": what somebody does who bargains.
    pub(super) fn gives_way(&self, verb: usize) -> bool {
        let words = self.work.words;
        match words.lemma(verb) {
            "put" | "lay" | "take" | "leave" => words
                .children_by(verb, &[Rel::Obl])
                .any(|on| words.lemma(on) == "table"),
            "look" => (words.children_by(verb, &[Rel::Obl])).any(|at| {
                (words.child(at, &[Rel::Case]))
                    .is_some_and(|case| matches!(words.lower(case), "at" | "into"))
            }),
            lemma => matches!(
                lemma,
                "tolerate"
                    | "waive"
                    | "cling"
                    | "budge"
                    | "yield"
                    | "compromise"
                    | "swallow"
                    | "stomach"
                    | "settle"
                    | "relent"
                    | "bow"
                    | "cave"
                    | "capitulate"
                    | "acquiesce"
                    | "balk"
                    | "baulk"
                    | "haggle"
                    | "stick"
                    | "toy"
                    | "mull"
                    | "ponder"
                    | "weigh"
                    | "lobby"
                    | "campaign"
                    | "petition"
                    | "forgo"
                    | "forego"
                    | "relinquish"
                    | "renounce"
                    | "discard"
                    | "sacrifice"
                    | "spurn"
            ),
        }
    }

    /// "The tenants want a freeze, the landlords an index": side by side with a thing, behind a clause of will.
    fn shares_will(&self, word: usize) -> bool {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(word));
        let stop = (sentence.start.max(word.saturating_sub(4))..word)
            .rev()
            .find(|&at| {
                !matches!(
                    words.upos(at),
                    Upos::Det | Upos::Adj | Upos::Noun | Upos::Cconj
                )
            })
            .filter(|&at| matches!(words.form(at), "," | ";"));
        let Some(stop) = stop else { return false };
        let next = word + 1;
        let thing = next < sentence.end
            && (matches!(words.upos(next), Upos::Det | Upos::Num)
                || words.form(stop) == ";" && words.form(next) == ",");
        let alone = (next + 1..sentence.end)
            .take_while(|&at| !matches!(words.form(at), "," | ";" | "." | ":"))
            .all(|at| !matches!(words.upos(at), Upos::Verb | Upos::Aux));
        thing
            && alone
            && (sentence.start..stop).any(|verb| {
                words.is_verb(verb)
                    && words.child(verb, &[Rel::Nsubj]).is_some()
                    && self.work.wills_at(verb)
                    && (words.form(stop) == ";" || (verb..stop).all(|at| words.form(at) != ","))
            })
    }
}
