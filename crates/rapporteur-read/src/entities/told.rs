//! Officials whose state is told nowhere beside their names: whose it is by what they tell, by what their paragraph is about,
//! by where the report is written.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::{EntityId, EntityKind};

/// What somebody tells of the sides.
#[derive(Debug, Default)]
struct Telling {
    /// The one side whose doings are told, and how often.
    side: Option<(EntityId, usize)>,
    /// Whether "we" do something.
    we: bool,
}

/// Which doings of a side tell that whoever tells of them speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deeds {
    /// What it would, could, is ready to do, is considering.
    Strict,
    /// And whatever it wants, likes and fears.
    OfWill,
}

impl Work<'_> {
    /// The state that an entity is, or that it acts for as a body ("its water agency").
    fn state_behind(&self, id: EntityId) -> Option<EntityId> {
        let state = |id: &EntityId| self.all[*id].kind == EntityKind::Actor(ActorType::State);
        match self.all[id].kind {
            EntityKind::Actor(ActorType::State) => Some(id).filter(|&id| !self.all[id].origin),
            EntityKind::Actor(ActorType::GovernmentBody) => self.party_of(id).filter(state),
            _ => None,
        }
    }

    /// Whom somebody without an office speaks for by what they tell: a body that would, and two such tellings, or one beside a
    /// "we": "We reject it," Orme said. He added that Merin could discuss an exchange. One telling is enough of a body
    /// that nobody else is known to speak for, where no other is told of: "Mr Orme stated that the Carters' Bank was content".
    pub(super) fn by_own_words(&self, id: EntityId) -> Option<EntityId> {
        if let Some((side, times)) = self.spoken_of(id, Deeds::Strict).side
            && times + usize::from(self.spoken_of(id, Deeds::Strict).we) > 1
        {
            return Some(side).filter(|&side| side != id);
        }
        if self.facts[id].neutral || self.looks_on(id) {
            return None;
        }
        let (side, _) = self.spoken_of(id, Deeds::OfWill).side?;
        let served = self.served_by_others(id, 0..self.all.len());
        // What a state wants anybody may tell; its own officials are called so.
        let state = self.facts[side].country.is_some();
        let fits = !state || self.stands_for_a_side(id) || !self.facts[id].owners.is_empty();
        (fits && side != id && !served.contains(&side)).then_some(side)
    }

    /// An analyst, a critic, a reporter: whoever explains what others want.
    pub(super) fn looks_on(&self, id: EntityId) -> bool {
        const ONLOOKERS: &[&str] = &[
            "analyst",
            "expert",
            "economist",
            "researcher",
            "academic",
            "scholar",
            "scientist",
            "historian",
            "professor",
            "commentator",
            "columnist",
            "journalist",
            "reporter",
            "correspondent",
            "editor",
            "critic",
            "observer",
            "witness",
            "resident",
            "mediator",
            "facilitator",
            "arbitrator",
            "conciliator",
            "judge",
        ];
        (self.facts[id].nouns.iter()).any(|noun| ONLOOKERS.contains(&noun.as_str()))
    }

    /// "Chairwoman Ada Brun said the board could recommend it": an officer of the body whose doings she tells.
    pub(super) fn by_officers_words(&self, id: EntityId) -> Option<EntityId> {
        let apart = self.is_officer(id) && !self.has_portfolio(id);
        let (side, _) = self.spoken_of(id, Deeds::Strict).side.filter(|_| apart)?;
        (self.all[side].kind != EntityKind::Actor(ActorType::State)).then_some(side)
    }

    /// The state whose doings an official tells: "He said Merin would pay the families".
    pub(super) fn state_spoken_for(&self, id: EntityId) -> Option<EntityId> {
        let (side, _) = self.spoken_of(id, Deeds::Strict).side?;
        (self.all[side].kind == EntityKind::Actor(ActorType::State)).then_some(side)
    }

    /// The one side whose doings somebody tells, and how often: "He said Merin would pay", "Merin is considering both, Brun
    /// said", "It would be ready to cap the catch, she told lawmakers". Of two, neither.
    fn spoken_of(&self, id: EntityId, deeds: Deeds) -> Telling {
        let words = self.words;
        let mut telling = Telling::default();
        let mut others = false;
        for mention in self.mentions.iter().filter(|mention| mention.entity == id) {
            let top = self.top_of_mention(mention.head);
            let verb = words.head(top).filter(|_| words.rel(top) == Rel::Nsubj);
            // "seconded by Archbishop Nils Orme, who said the bishops were troubled"
            let clause = words.child(top, &[Rel::AclRelcl]);
            let who = clause.and_then(|verb| {
                (words.child(verb, &[Rel::Nsubj])).filter(|&who| words.lower(who) == "who")
            });
            let verbs = verb.into_iter().chain(clause.filter(|_| who.is_some()));
            for verb in verbs.flat_map(|verb| words.conjuncts(verb)) {
                let own = (words.child(verb, &[Rel::Nsubj]))
                    .is_none_or(|at| at == top || Some(at) == who);
                if !own || !self.classes.has("tell", words.lemma(verb)) {
                    continue;
                }
                for told in self.told_by(verb) {
                    telling.we |= words
                        .child(told, &[Rel::Nsubj])
                        .is_some_and(|subject| words.lower(subject) == "we");
                    let Some(side) = self.own_deed(told, id, deeds) else {
                        continue;
                    };
                    match &mut telling.side {
                        Some((known, count)) if *known == side => *count += 1,
                        Some(_) => others = true,
                        None => telling.side = Some((side, 1)),
                    }
                }
            }
        }
        if others {
            telling.side = None;
        }
        telling
    }

    /// The predicates of what a verb of speech tells: its clause, and the clause that it stands behind.
    fn told_by(&self, verb: usize) -> Vec<usize> {
        let words = self.words;
        let behind = words
            .head(verb)
            .filter(|_| words.rel(verb) == Rel::Parataxis);
        words
            .children_by(verb, &[Rel::Ccomp, Rel::Parataxis])
            .chain(behind)
            .flat_map(|told| words.conjuncts(told))
            .collect()
    }

    /// The side whose will or doing a predicate tells as one of its own tells it: "would pay", "is ready", "is considering".
    /// What it should or must do, others tell.
    fn own_deed(&self, told: usize, teller: EntityId, deeds: Deeds) -> Option<EntityId> {
        let words = self.words;
        let subject = words
            .child(told, &[Rel::Nsubj])
            .or_else(|| words.child(words.first_conjunct(told), &[Rel::Nsubj]))?;
        let side = self.of_word[subject]
            .filter(|&other| other != teller && !self.belongs_to(other, teller))
            .and_then(|other| match self.all[other].kind {
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed | ActorType::Media) => {
                    None
                }
                EntityKind::Actor(_) => Some(self.party_of(other).unwrap_or(other)),
                _ => None,
            })?;
        let modal = words.child(told, &[Rel::Aux]).is_some_and(|modal| {
            words.xpos(modal) == Xpos::Md
                && matches!(words.lemma(modal), "would" | "could" | "will" | "can")
        });
        let lemma = words.lemma(told);
        let ready = matches!(
            lemma,
            "ready" | "willing" | "prepared" | "open" | "committed" | "determined" | "able"
        );
        let weighs = words.xpos(told) == Xpos::Vbg
            && matches!(
                lemma,
                "consider" | "study" | "weigh" | "examine" | "review" | "ask" | "seek" | "offer"
            );
        let feels = words.child(told, &[Rel::Cop]).is_some()
            && (self.lexicon.stances)
                .of(StanceWord::Adjective, lemma)
                .next()
                .is_some();
        let will = deeds == Deeds::OfWill && (self.wills_at(told) || feels);
        (modal || ready || weighs || will).then_some(side)
    }

    /// The state that was the subject of the sentence before, in the same paragraph.
    pub(super) fn subject_before_sentence(&self, at: usize) -> Option<EntityId> {
        let words = self.words;
        let sentence = words.sentence_of(at).checked_sub(1)?;
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        let range = words.sentence(sentence);
        if block(range.start) != block(at) {
            return None;
        }
        self.state_subject(sentence)
    }

    /// The one state, or the body of one, that is the subject of a sentence.
    fn state_subject(&self, sentence: usize) -> Option<EntityId> {
        let words = self.words;
        let sentence = words.sentence(sentence);
        let root = sentence.clone().find(|&word| words.head(word).is_none())?;
        let subject = words.child(root, &[Rel::Nsubj, Rel::NsubjPass])?;
        let alone = words.child(subject, &[Rel::Conj]).is_none();
        self.of_word[subject]
            .filter(|_| alone)
            .and_then(|id| self.state_behind(id))
    }

    /// The state that a paragraph is about as far as the sentence where somebody is named, if nobody else is known to act for
    /// it: "Merin buys most of the power. Its water agency supports the notice. But Energy Minister Nils Orme objected".
    pub(super) fn state_of_paragraph(&self, id: EntityId, at: usize) -> Option<EntityId> {
        let words = self.words;
        let block = self.blocks.at(words.span(at..at + 1).start)?;
        let first = words.inside(self.blocks.items[block].span).start;
        let state = (words.sentence_of(first)..words.sentence_of(at))
            .rev()
            .find_map(|sentence| self.state_subject(sentence))?;
        let served = self.served_by_others(id, 0..self.all.len());
        (!served.contains(&state)).then_some(state)
    }
}
