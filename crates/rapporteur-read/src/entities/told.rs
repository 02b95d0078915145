//! Officials whose state is told nowhere beside their names: whose it is by what they tell, by what their paragraph is about,
//! by where the report is written.

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

impl Work<'_> {
    /// The state that an entity is, or that it acts for as a body ("its water agency").
    fn state_behind(&self, id: EntityId) -> Option<EntityId> {
        let state = |id: &EntityId| self.all[*id].kind == EntityKind::Actor(ActorType::State);
        match self.all[id].kind {
            EntityKind::Actor(ActorType::State) => Some(id),
            EntityKind::Actor(ActorType::GovernmentBody) => self.party_of(id).filter(state),
            _ => None,
        }
    }

    /// Whom somebody without an office speaks for by what they tell: a body that would, and two such tellings, or one beside a
    /// "we": "We reject it," Orme said. He added that Merin could discuss an exchange.
    pub(super) fn by_own_words(&self, id: EntityId) -> Option<EntityId> {
        let told = self.spoken_of(id);
        let (side, times) = told.side?;
        (times + usize::from(told.we) > 1 && side != id).then_some(side)
    }

    /// "Chairwoman Ada Brun said the board could recommend it": an officer of the body whose doings she tells.
    pub(super) fn by_officers_words(&self, id: EntityId) -> Option<EntityId> {
        let apart = self.is_officer(id) && !self.has_portfolio(id);
        let (side, _) = self.spoken_of(id).side.filter(|_| apart)?;
        (self.all[side].kind != EntityKind::Actor(ActorType::State)).then_some(side)
    }

    /// The state whose doings an official tells: "He said Merin would pay the families".
    pub(super) fn state_spoken_for(&self, id: EntityId) -> Option<EntityId> {
        let (side, _) = self.spoken_of(id).side?;
        (self.all[side].kind == EntityKind::Actor(ActorType::State)).then_some(side)
    }

    /// The one side whose doings somebody tells, and how often: "He said Merin would pay", "Merin is considering both, Brun
    /// said", "It would be ready to cap the catch, she told lawmakers". Of two, neither.
    fn spoken_of(&self, id: EntityId) -> Telling {
        let words = self.words;
        let mut telling = Telling::default();
        let mut others = false;
        for mention in self.mentions.iter().filter(|mention| mention.entity == id) {
            let top = self.top_of_mention(mention.head);
            if words.rel(top) != Rel::Nsubj {
                continue;
            }
            let verbs = words.head(top).map(|verb| words.conjuncts(verb));
            for verb in verbs.into_iter().flatten() {
                let own = words.child(verb, &[Rel::Nsubj]).is_none_or(|at| at == top);
                if !own || !self.classes.has("tell", words.lemma(verb)) {
                    continue;
                }
                for told in self.told_by(verb) {
                    telling.we |= words
                        .child(told, &[Rel::Nsubj])
                        .is_some_and(|subject| words.lower(subject) == "we");
                    let Some(side) = self.own_deed(told, id) else {
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
    fn own_deed(&self, told: usize, teller: EntityId) -> Option<EntityId> {
        let words = self.words;
        let subject = words
            .child(told, &[Rel::Nsubj])
            .or_else(|| words.child(words.first_conjunct(told), &[Rel::Nsubj]))?;
        let side = self.of_word[subject]
            .filter(|&other| other != teller)
            .and_then(|other| match self.all[other].kind {
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed | ActorType::Media) => {
                    None
                }
                EntityKind::Actor(_) => self.party_of(other),
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
        (modal || ready || weighs).then_some(side)
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
