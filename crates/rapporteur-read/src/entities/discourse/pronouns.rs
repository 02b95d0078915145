//! Pronouns: whom "he", "it" and "they" look back on.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::{Discourse, Recent};
use crate::entities::gather::Gender;
use crate::entities::given_names::gender_of;
use crate::entities::{EntityId, EntityKind, MentionKind};

/// Verbs whose object is somebody.
const DONE_TO_ACTORS: &[&str] = &[
    "leave",
    "accuse",
    "urge",
    "ask",
    "tell",
    "invite",
    "blame",
    "help",
    "force",
    "allow",
    "press",
    "warn",
    "protect",
    "defend",
    "hurt",
    "harm",
    "threaten",
    "attack",
    "sue",
    "join",
    "persuade",
    "advise",
    "isolate",
    "lead",
    "head",
    "chair",
    "run",
    "represent",
    "found",
    "command",
];

/// Verbs whose subject is a text, a talk or a span of time.
const DONE_BY_TEXTS: &[&str] = &[
    "stand", "contain", "include", "follow", "replace", "last", "begin", "come", "take", "read",
    "mean", "cost", "happen", "end", "go", "enter", "expire", "lapse", "mention", "cover", "list",
];

/// Prepositions before things.
const BEFORE_THINGS: &[&str] = &[
    "on", "in", "about", "from", "into", "under", "over", "without", "within", "of",
];

/// Verbs whose subject in the passive is somebody.
const SUFFERED_BY_ACTORS: &[&str] = &[
    "accuse",
    "urge",
    "ask",
    "tell",
    "invite",
    "blame",
    "attack",
    "found",
    "represent",
    "bind",
    "prepare",
    "oppose",
    "commit",
    "concern",
    "worry",
    "determine",
    "convince",
    "interest",
    "resign",
    "reconcile",
    "dispose",
    "incline",
    "disappoint",
    "alarm",
    "trouble",
    "dismay",
    "satisfy",
    "press",
    "pressure",
    "warn",
    "consult",
    "inform",
    "brief",
    "criticise",
    "criticize",
    "sideline",
    "isolate",
    "besiege",
    "talk",
    "pin",
    "persuade",
    "tempt",
    "coax",
    "cajole",
    "lure",
    "compel",
    "force",
    "oblige",
    "push",
    "drive",
    "mind",
    "please",
    "delight",
    "gratify",
    "content",
    "annoy",
    "anger",
    "irritate",
    "upset",
    "offend",
    "shock",
    "surprise",
    "frighten",
    "tear",
    "wed",
    "praise",
    "thank",
    "rebuke",
    "reprimand",
    "fine",
    "punish",
    "sue",
    "prosecute",
];

/// Nouns for how somebody looks at a thing, as objects of "take", "hold" and "have": "takes a dim view", "takes issue".
const OUTLOOKS: &[&str] = &[
    "view",
    "position",
    "stance",
    "stand",
    "line",
    "issue",
    "exception",
    "offence",
    "offense",
    "umbrage",
    "side",
    "heart",
    "note",
    "attitude",
    "opinion",
];

impl Discourse<'_, '_> {
    /// Resolves a pronoun.
    pub(super) fn pronoun(&mut self, word: usize) {
        let lower = self.work.lower(word);
        let found = match lower {
            "he" | "him" | "his" | "himself" => self.person(word, Gender::Male),
            "she" | "her" | "hers" | "herself" => self.person(word, Gender::Female),
            "it" | "its" | "itself" => self.thing(word),
            "they" | "them" | "their" | "theirs" | "themselves" => self.they(word),
            "my" | "our" if !self.quoted[word] => self.work.answers(word),
            "you" | "your" | "yours" | "yourself" if !self.quoted[word] => self.work.answerer(word),
            _ => None,
        };
        let found = match lower {
            "its" | "their" => (self.officered_before(word, found))
                .or_else(|| self.run_by(word, found))
                .or(found),
            _ => found,
        };
        if let Some(id) = found {
            self.mention(word..word + 1, word, id, MentionKind::Pronoun);
        }
    }

    /// How well somebody mentioned fits a pronoun.
    pub(super) fn weight(&self, recent: &Recent, word: usize) -> i32 {
        let words = self.work.words;
        let distance = words.sentence_of(word) as i32 - recent.sentence as i32;
        let mut weight = 100 - 25 * distance + 12 * recent.rank;
        // Whoever was mentioned later is a little nearer.
        weight += ((recent.word as i32 - word as i32) / 4).max(-12);
        if distance == 0 && words.xpos(word) == Xpos::PrpPoss {
            weight += 8;
        }
        if recent.rank == 0 {
            weight -= 20;
        }
        weight
    }

    /// Whom "he" or "she" means.
    fn person(&mut self, word: usize, gender: Gender) -> Option<EntityId> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);
        let quoted = self.quoted[word];
        let speaker = self
            .recent
            .iter()
            .rev()
            .find(|recent| recent.rank == 3 && recent.person)
            .and_then(|recent| recent.entity);
        // "Asked whether Brun had left, he said …": whoever was asked, not whoever was asked about.
        let opening = words.sentence(sentence).start;
        let asked = matches!(
            words.form(opening),
            "Asked" | "Pressed" | "Questioned" | "Quizzed"
        ) && words.rel(word) == Rel::Nsubj
            && words
                .head(word)
                .is_some_and(|verb| self.work.classes.has("tell", words.lemma(verb)));
        let person = |id: EntityId| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
                && (self.work.facts[id].gender).is_none_or(|known| known == gender)
        };
        if let Some(ahead) = self.ahead(word).filter(|&id| person(id)) {
            return Some(ahead);
        }
        let described = (words.head(word))
            .filter(|&noun| words.rel(word) == Rel::NmodPoss && noun > word)
            .and_then(|noun| self.work.of_word[noun]);
        let best = self
            .recent
            .iter()
            .filter(|recent| recent.person && !recent.plural && sentence - recent.sentence <= 4)
            .filter(|recent| !(asked && recent.sentence == sentence))
            // "Ada Brun, her counterpart": not her own.
            .filter(|recent| described.is_none() || recent.entity != described)
            .filter(|recent| {
                recent.entity.is_some_and(|id| {
                    self.work.facts[id]
                        .gender
                        .is_none_or(|known| known == gender)
                })
            })
            .max_by_key(|recent| {
                let mut weight = self.weight(recent, word);
                let id = recent.entity;
                if quoted && id == speaker {
                    weight -= 60;
                }
                match id.and_then(|id| self.likely_gender(id)) {
                    Some(likely) if likely == gender => weight += 10,
                    Some(_) => weight -= 40,
                    None => {}
                }
                if id.is_some_and(|id| {
                    self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                }) {
                    weight -= 15;
                }
                (weight, recent.word)
            })
            .and_then(|recent| recent.entity)?;
        if self.work.facts[best].gender.is_none() && !quoted {
            self.work.facts[best].gender = Some(gender);
        }
        Some(best)
    }

    /// The gender of somebody as told, else as the given name has it: "Ida Lund" is likelier "she".
    fn likely_gender(&self, id: EntityId) -> Option<Gender> {
        let told = self.work.facts[id].gender;
        told.or_else(|| gender_of(self.work.classes, &self.work.all[id].name))
    }

    /// Whether the pronoun does or owns what only actors do and own.
    fn willed(&self, word: usize) -> bool {
        let words = self.work.words;
        let Some(head) = words.head(word) else {
            return false;
        };
        match words.rel(word) {
            Rel::Nsubj | Rel::NsubjOuter => {
                self.work.wills_at(head)
                    || self.has_outlook(head)
                    || self.is_in_favour(head)
                    || self.gives_way(head)
                    || self.is_swayed(head)
            }
            Rel::NsubjPass => self.is_done_by_actor(head) || self.is_minded(word),
            Rel::NmodPoss => {
                // "Its Ministry of Infrastructure": a name has no lemma but its form.
                let lemma = match words.form(head).starts_with(char::is_uppercase) {
                    true => words.lower(head),
                    false => words.lemma(head),
                };
                self.work.classes.has("owned", lemma)
                    || self.work.classes.has("persons", lemma)
                    || self.work.classes.has("country", lemma)
                    || self.work.classes.has("bodies", lemma)
            }
            _ => false,
        }
    }

    /// "let it be known that", "made it clear that": what is told behind.
    fn is_made_known(&self, word: usize) -> bool {
        word > 0
            && (matches!(self.work.lower(word - 1), "let" | "lets" | "letting")
                && self.work.form_at(word + 1) == "be"
                || matches!(
                    self.work.lower(word - 1),
                    "make" | "makes" | "made" | "making"
                ) && matches!(
                    self.work.form_at(word + 1),
                    "clear" | "plain" | "known" | "public" | "explicit"
                ))
    }

    /// "takes a dim view of it", "took issue with it"
    fn has_outlook(&self, verb: usize) -> bool {
        let words = self.work.words;
        matches!(words.lemma(verb), "take" | "hold")
            && words
                .child(verb, &[Rel::Obj])
                .is_some_and(|held| OUTLOOKS.contains(&words.lemma(held)))
    }

    /// "has come round to it", "has dug in over it", "leans towards it", "has nothing against it"
    fn is_swayed(&self, verb: usize) -> bool {
        let words = self.work.words;
        match words.lemma(verb) {
            "come" => matches!(self.work.form_at(verb + 1), "round" | "around"),
            "dig" => self.work.form_at(verb + 1) == "in",
            "have" | "see" => (words.child(verb, &[Rel::Obj])).is_some_and(|nothing| {
                words.lower(nothing) == "nothing" && self.work.form_at(nothing + 1) == "against"
            }),
            lemma => matches!(lemma, "lean" | "soften" | "stretch"),
        }
    }

    /// "It is for the audit", "it had been in favour of one", "it would be in a position to"
    fn is_in_favour(&self, told: usize) -> bool {
        let words = self.work.words;
        words.child(told, &[Rel::Cop]).is_some()
            && (words.children_by(told, &[Rel::Case])).any(|case| {
                words.lemma(case) == "for"
                    || words.lemma(case) == "in"
                        && matches!(words.lemma(told), "favour" | "favor" | "position" | "mood")
            })
    }

    /// Whom "it" means; `None` for a thing.
    fn thing(&mut self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        if words.rel(word) == Rel::Expl || self.is_made_known(word) {
            return None;
        }
        if let Some(ahead) = self.ahead(word).filter(|&id| self.is_body(id)) {
            return Some(ahead);
        }
        let joined = (!self.quoted[word])
            .then(|| self.subject_joined(word))
            .flatten();
        if joined.is_none() && self.of_a_thing(word) || self.quoted[word] && !self.willed(word) {
            return None;
        }
        let sentence = words.sentence_of(word);
        // "who leads it"
        let led = words.rel(word) == Rel::Obj
            && (words.head(word)).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "lead" | "head" | "chair" | "run" | "represent" | "found" | "command"
                )
            });
        let willed = led || self.willed(word) || self.is_beside_its_matter(word);
        if let Some(teller) = self.teller_above(word).filter(|_| willed) {
            return Some(teller);
        }
        if let Some(same) = joined {
            return Some(same);
        }
        if let Some(own) = self.of_teller(word).filter(|_| willed) {
            return Some(own);
        }
        if let Some(owner) = self.owner_of_matter(word) {
            return Some(owner);
        }
        let fronted = self.fronted_before(word);
        let mut candidates: Vec<&Recent> = self
            .recent
            .iter()
            .filter(|recent| !recent.person && sentence - recent.sentence <= 3 && recent.rank > 0)
            .filter(|recent| recent.word < fronted)
            .filter(|recent| match recent.entity {
                Some(id) => !self.work.facts[id].plural || self.is_one(id),
                None => !recent.plural,
            })
            .collect();
        candidates
            .sort_by_key(|recent| std::cmp::Reverse((self.weight(recent, word), recent.word)));
        let best = **candidates.first()?;
        if best.entity.is_none() && willed {
            // "The ministry would come down to 26. It offered …": a body, though none that is known.
            let body = |lemma: &str| self.work.is_body_noun(lemma) && best.rank == 3;
            if body(words.lemma(best.word)) && words.xpos(best.word) == Xpos::Nn {
                return self.raised(best.word, word);
            }
            // "He said the fund was content. It would go on": none that no fund is.
            let noun = words.lemma(best.word);
            let other_kind = self.work.is_body_noun(noun) && words.xpos(best.word) == Xpos::Nn;
            let fits = |id: EntityId| {
                !other_kind
                    || self.ends_in(id, noun)
                    || self.work.classes.has("party", noun)
                    || matches!(
                        self.work.all[id].kind,
                        EntityKind::Actor(kind) if self.work.may_be_called(kind, noun)
                    )
            };
            let others = (candidates.iter())
                .find_map(|recent| recent.entity.filter(|&id| self.is_body(id)))
                .filter(|&id| fits(id));
            return self.raised(best.word, word).or(others);
        }
        best.entity.filter(|&id| self.is_body(id))
    }

    /// "A seat for Merin it would accept", "Gold it gave up": where the phrase begins that stands right before the subject
    /// pronoun, which looks back on nothing in it; else the pronoun itself.
    fn fronted_before(&self, word: usize) -> usize {
        let words = self.work.words;
        let start = words.sentence(words.sentence_of(word)).start;
        let first = (start..word)
            .rev()
            .take_while(|&at| {
                matches!(
                    words.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Adp
                ) || words.xpos(at) == Xpos::Pos
            })
            .last();
        // "According to Merin it will", "In Merin it is"
        first
            .filter(|&first| words.rel(word) == Rel::Nsubj && words.upos(first) != Upos::Adp)
            .unwrap_or(word)
    }

    /// "a levy, which Orveth said it could look at": the pronoun does something to what "which" stands for, and is not that.
    fn is_beside_its_matter(&self, word: usize) -> bool {
        let words = self.work.words;
        words.rel(word) == Rel::Nsubj
            && (words.head(word)).is_some_and(|deed| {
                words.rel(deed) == Rel::Ccomp
                    && (words.children(deed))
                        .any(|at| at < word && matches!(words.form(at), "which" | "that"))
            })
    }

    /// "Orme would pay 4 percent, and it could be talked into six": the body that is the subject of the clause before, where both
    /// have a modal or both show a will.
    fn subject_joined(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        if !matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass) {
            return None;
        }
        let deed = words
            .head(word)
            .filter(|&deed| words.rel(deed) == Rel::Conj && words.is_verb(deed))?;
        let first = words.head(deed).filter(|&first| words.is_verb(first))?;
        let subject = words.child(first, &[Rel::Nsubj])?;
        let modal = |verb: usize| {
            (words.children_by(verb, &[Rel::Aux])).any(|aux| words.xpos(aux) == Xpos::Md)
        };
        let alike = self.work.wills_at(first) || modal(first) && modal(deed);
        self.work.of_word[subject].filter(|&id| alike && self.is_body(id))
    }

    /// "a levy, which Orveth said it could accept", "it had no such plan, Orveth replied": whoever tells what the pronoun
    /// does, if that is a body.
    fn teller_above(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let deed = words.head(word).filter(|_| words.rel(word) == Rel::Nsubj)?;
        let above = words.head(deed).filter(|_| words.rel(deed) == Rel::Ccomp);
        let telling = above
            .or_else(|| {
                words
                    .children_by(deed, &[Rel::Parataxis])
                    .find(|&at| at > deed)
            })
            .filter(|_| !self.quoted[word])?;
        let subject = words.child(telling, &[Rel::Nsubj])?;
        self.work.of_word[subject]
            .filter(|&id| self.is_body(id) && self.work.classes.has("tell", words.lemma(telling)))
    }

    /// "Its chair, Ada Brun of Tolsk, said it could not accept loans": the body of whoever tells it, where nothing but her
    /// seat or office stands between.
    fn of_teller(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let deed = words.head(word).filter(|_| words.rel(word) == Rel::Nsubj)?;
        let telling = words.head(deed).filter(|&at| {
            words.rel(deed) == Rel::Ccomp && self.work.classes.has("tell", words.lemma(at))
        })?;
        let subject = words.child(telling, &[Rel::Nsubj])?;
        let its = words.child(subject, &[Rel::NmodPoss]).filter(|&its| {
            matches!(self.work.lower(its), "its" | "their") && words.subtree(subject).contains(&its)
        })?;
        self.work.of_word[its].filter(|&id| self.is_body(id) && !self.quoted[word])
    }

    /// "Orveth said that Merin would drop the levy it had asked for": whoever does with its own thing what only its owner can.
    fn owner_of_matter(&self, word: usize) -> Option<EntityId> {
        const WITH_ONES_OWN: &[&str] = &[
            "drop",
            "abandon",
            "withdraw",
            "pursue",
            "retract",
            "renounce",
            "scrap",
            "shelve",
            "repeat",
            "restate",
            "reiterate",
            "soften",
            "revise",
            "amend",
            "maintain",
            "forgo",
            "waive",
            "resubmit",
        ];
        let words = self.work.words;
        let deed = words.head(word).filter(|_| words.rel(word) == Rel::Nsubj)?;
        let thing = words
            .head(deed)
            .filter(|_| words.rel(deed) == Rel::AclRelcl)?;
        let verb = words.head(thing).filter(|&verb| {
            words.rel(thing) == Rel::Obj && WITH_ONES_OWN.contains(&words.lemma(verb))
        })?;
        let subject = words.child(verb, &[Rel::Nsubj])?;
        self.work.of_word[subject].filter(|&id| self.is_body(id))
    }

    /// Whether the word "they" may stand for it and "it" as well.
    fn is_one(&self, id: EntityId) -> bool {
        use ActorType::{Company, Media, State, Union};
        matches!(
            self.work.all[id].kind,
            EntityKind::Actor(State | Company | Union | Media)
        )
    }

    /// "reject it", "rule on it", "it stands": texts and things.
    fn of_a_thing(&self, word: usize) -> bool {
        let words = self.work.words;
        let head = words.head(word).map_or("", |head| words.lemma(head));
        match words.rel(word) {
            Rel::Obj | Rel::Iobj => !DONE_TO_ACTORS.contains(&head),
            Rel::Nsubj | Rel::NsubjOuter => {
                DONE_BY_TEXTS.contains(&head) && !self.willed(word)
                    || (words.head(word)).is_some_and(|head| words.upos(head) == Upos::Noun)
                        && !self.willed(word)
            }
            // "voted against it", "agreed to it"
            Rel::Obl | Rel::Nmod => words.child(word, &[Rel::Case]).is_some_and(|case| {
                let case = words.lemma(case);
                BEFORE_THINGS.contains(&case)
                    || matches!(case, "to" | "against" | "for") && self.work.wills(head)
            }),
            Rel::NsubjPass => {
                !SUFFERED_BY_ACTORS.contains(&head)
                    && !(words.head(word)).is_some_and(|verb| self.is_done_by_actor(verb))
            }
            _ => false,
        }
    }

    /// "It was offered observer status", "it is believed to fear": passives of which only somebody is the subject.
    fn is_done_by_actor(&self, verb: usize) -> bool {
        let words = self.work.words;
        let given = matches!(
            words.lemma(verb),
            "offer" | "give" | "grant" | "promise" | "deny" | "allot" | "show" | "guarantee"
        ) && words.child(verb, &[Rel::Obj]).is_some();
        let hearsay = matches!(
            words.lemma(verb),
            "believe" | "say" | "think" | "understand" | "report" | "know" | "rumour"
        ) && (words.child(verb, &[Rel::Xcomp]))
            .is_some_and(|deed| self.work.wills_at(deed));
        given || hearsay
    }

    /// Whether it is an actor and no person.
    pub(super) fn is_body(&self, id: EntityId) -> bool {
        matches!(self.work.all[id].kind, EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Unnamed))
    }

    /// Whom "they" means; in a talk the other side, where it is nobody else.
    fn they(&mut self, word: usize) -> Option<EntityId> {
        let found = self.many(word);
        let talker = self.work.answers(word).or_else(|| self.work.answerer(word));
        let Some(talker) = talker.filter(|_| !self.quoted[word]) else {
            return found;
        };
        let own = self.work.party_of(talker).unwrap_or(talker);
        match found {
            Some(id) if self.work.party_of(id).unwrap_or(id) != own => found,
            _ => self.work.other_side(own),
        }
    }

    /// "The Orveth delegation was patient. They came up with …": several people in one word, of whom the sentence before told.
    pub(super) fn is_team(&self, recent: &Recent, pronoun: usize) -> bool {
        let words = self.work.words;
        recent.entity.is_some()
            && recent.rank == 3
            && words.sentence_of(pronoun) == recent.sentence + 1
            && matches!(
                words.rel(pronoun),
                Rel::Nsubj | Rel::NsubjPass | Rel::NmodPoss
            )
            && matches!(
                words.lemma(recent.word),
                "delegation" | "team" | "crew" | "staff" | "bench" | "panel"
            )
    }

    /// "The Greens oppose them": whoever does it to "them" is none of them.
    fn subject_of_same(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let verb = words.head(word).filter(|_| {
            matches!(words.rel(word), Rel::Obj | Rel::Iobj | Rel::Obl)
                && !self.work.lower(word).ends_with("selves")
        })?;
        let subject = words.child(verb, &[Rel::Nsubj])?;
        let named = (words.child(subject, &[Rel::Appos])).and_then(|name| self.work.of_word[name]);
        self.work.of_word[subject].or(named)
    }

    /// "Ada Brun of the League called it decent. "They want ten years," she said": the side of whoever was speaking last, which
    /// is none that a quotation calls "they".
    fn own_side_of_quotation(&self, word: usize) -> Option<EntityId> {
        let sentence = self.work.words.sentence_of(word);
        let speaker = (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + 2 >= sentence)
            .find(|recent| recent.rank == 3 && recent.person && !recent.plural)
            .and_then(|recent| recent.entity)
            .filter(|_| self.quoted[word])?;
        self.work
            .party_of(speaker)
            .filter(|&party| party != speaker)
    }

    /// Whom "they" means by what was mentioned.
    fn many(&mut self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);
        if let Some(members) = self.several_ahead(word) {
            return Some(self.several(words.form(word).to_owned(), members));
        }
        let joined = self.joined_before(word);
        let beside = self
            .subject_of_same(word)
            .or_else(|| self.own_side_of_quotation(word));
        let weight = |recent: &Recent| {
            (
                self.weight(recent, word) + if recent.plural { 8 } else { 0 },
                recent.word,
            )
        };
        let best = self
            .recent
            .iter()
            .filter(|recent| self.may_be_they(recent, word, beside))
            .copied()
            .max_by_key(|recent| weight(recent));
        // "Brun met Orme on Monday. They …": the two, where nobody else was told of since.
        let faced = self.faced_before(word).filter(|_| {
            best.is_none_or(|best| best.sentence + 1 < sentence)
                && (joined.as_ref()).is_none_or(|(joined, _)| joined.sentence + 1 < sentence)
        });
        if let Some(members) = faced {
            return Some(self.several(words.form(word).to_owned(), members));
        }
        // "Poland and the Baltic states": one of them alone is not what "they" are.
        let within = |best: &Recent| {
            best.entity.is_some_and(|id| {
                (joined.as_ref()).is_some_and(|(recent, members)| {
                    members.contains(&id)
                        && recent.sentence == best.sentence
                        && recent.rank >= best.rank
                })
            })
        };
        let whole = best.as_ref().is_some_and(within);
        match joined {
            Some((recent, members))
                if best.is_none_or(|best| whole || weight(&recent) > weight(&best)) =>
            {
                Some(self.several(words.form(word).to_owned(), members))
            }
            _ => {
                let best = best?;
                match best.entity {
                    Some(id) => {
                        self.let_stand(id, word);
                        Some(id)
                    }
                    None => (self.raised_group(best.word, word))
                        .or_else(|| self.willed_before(best, word, beside)),
                }
            }
        }
    }
}
