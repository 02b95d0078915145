//! Who does what to whom in a clause, also where the tree shows a participle or a relative clause as something else.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::deeds::Reader;
use crate::entities::EntityKind;

impl Reader<'_, '_> {
    /// Whether a clause is in the passive. A subject read as passive without its auxiliary is none.
    pub(crate) fn is_passive(&self, word: usize) -> bool {
        let words = self.words;
        if self.participle_of(word).is_some() {
            return true;
        }
        let perfect = words
            .children_by(word, &[Rel::Aux])
            .any(|aux| words.lemma(aux) == "have");
        let auxiliary = words.child(word, &[Rel::AuxPass]).is_some();
        // "The envoy stormed out", with its subject taken for that of a passive.
        let finite = words.xpos(word) == Xpos::Vbd
            && words.child(word, &[Rel::Nsubj, Rel::NsubjPass]).is_some();
        words.is_passive(word) && (auxiliary || !perfect && !finite)
    }

    /// The noun of a participle that the tree took for the verb of its clause: "The talks, suspended since Monday, …",
    /// "… : the plan handed over by the mediators".
    fn participle_of(&self, word: usize) -> Option<usize> {
        let words = self.words;
        let bare = matches!(words.xpos(word), Xpos::Vbn | Xpos::Vbd)
            && words
                .child(word, &[Rel::Aux, Rel::AuxPass, Rel::Obj])
                .is_none();
        let before = word.checked_sub(1).filter(|_| bare)?;
        match words.child(word, &[Rel::Nsubj]) {
            Some(subject) => {
                // One comma: the one that parts the participle from its noun; two close an insertion.
                let commas = |word: &usize| words.form(*word) == ",";
                let parted =
                    words.form(before) == "," && words.subtree(subject).filter(commas).count() <= 1;
                (parted && subject < word && words.sentence_of(subject) == words.sentence_of(word))
                    .then_some(subject)
            }
            None => (words.xpos(word) == Xpos::Vbn
                && words.upos(before) == Upos::Noun
                && matches!(words.rel(word), Rel::Parataxis | Rel::Advcl)
                && words.child(word, &[Rel::OblAgent]).is_some())
            .then_some(before),
        }
    }

    /// Who does it.
    pub(crate) fn doer(&self, word: usize) -> Option<usize> {
        if self.participle_of(word).is_some() {
            return self.words.child(word, &[Rel::OblAgent]);
        }
        if self.words.is_passive(word) && !self.is_passive(word) {
            return self.words.child(word, &[Rel::NsubjPass, Rel::Nsubj]);
        }
        // "denied having met": the subject is that of the verb above.
        if let (Rel::Ccomp, Some(head)) = (self.words.rel(word), self.words.head(word))
            && self.words.xpos(word) != Xpos::Vbg
            && self
                .words
                .child(word, &[Rel::Nsubj, Rel::NsubjPass, Rel::Mark])
                .is_none()
            && self
                .words
                .children_by(word, &[Rel::Aux])
                .any(|aux| self.words.xpos(aux) == Xpos::Vbg)
        {
            return self.words.subject(head);
        }
        if let Some(noun) = self.subject_behind_conjunction(word) {
            return Some(noun);
        }
        let subject = self.words.subject(word)?;
        Some(self.person_before(word, subject).unwrap_or(subject))
    }

    /// "hours before envoys from Belora were to meet": the subject, where "before" was read as its preposition.
    fn subject_behind_conjunction(&self, word: usize) -> Option<usize> {
        let words = self.words;
        if words.child(word, &[Rel::Nsubj, Rel::NsubjPass]).is_some() {
            return None;
        }
        let aux = words.child(word, &[Rel::Aux, Rel::AuxPass, Rel::Cop])?;
        words
            .with_case(word, &["before", "after", "as", "while", "until", "since"])
            .find(|&noun| noun < aux && !self.is_time(noun) && self.is_people(noun))
    }

    /// "Nils Orme of the Arbitration Service, who met both sides": the person, where the tree ties "who" to the body.
    fn person_before(&self, word: usize, body: usize) -> Option<usize> {
        let words = self.words;
        let who = words
            .child(word, &[Rel::Nsubj])
            .is_some_and(|child| words.lemma(child) == "who");
        let person = |noun: usize| {
            self.entities.actor(noun).is_some_and(|id| {
                self.entities.all[id].kind == EntityKind::Actor(ActorType::Person)
            })
        };
        let above = words
            .head(body)
            .filter(|_| matches!(words.rel(body), Rel::Nmod | Rel::NmodDesc))?;
        (words.rel(word) == Rel::AclRelcl && who && !person(body) && person(above)).then_some(above)
    }

    /// What it is done to. Of two objects the last: "handed the delegations a draft".
    pub(crate) fn thing(&self, word: usize) -> Option<usize> {
        let words = self.words;
        if let Some(noun) = self.participle_of(word) {
            return Some(noun);
        }
        if words.is_passive(word) && !self.is_passive(word) {
            return words.child(word, &[Rel::Obj]);
        }
        // "travelled to Karsk and was received by Haber"
        if let (true, Rel::Conj, Some(head)) =
            (self.is_passive(word), words.rel(word), words.head(word))
            && words
                .child(word, &[Rel::Nsubj, Rel::NsubjPass, Rel::Obj])
                .is_none()
            && words.upos(head) == Upos::Verb
        {
            return match self.is_passive(head) {
                true => words.child(head, &[Rel::NsubjPass, Rel::Nsubj]),
                false => words.subject(head),
            };
        }
        let object = words
            .children_by(word, &[Rel::Obj])
            // "exchanged 120 prisoners each"
            .filter(|&object| words.lemma(object) != "each")
            .last()
            .or_else(|| words.object(word));
        // "the reply that they sent back"
        if let (Some(object), Rel::AclRelcl, Some(noun)) =
            (object, words.rel(word), words.head(word))
            && matches!(words.lemma(object), "that" | "which" | "who" | "whom")
        {
            return Some(noun);
        }
        object
            .or_else(|| {
                // An object read as an oblique or a second subject: after the verb, without preposition, no time.
                words.children(word).find(|&child| {
                    child > word
                        && !self.is_passive(word)
                        && matches!(words.rel(child), Rel::Obl | Rel::OblUnmarked | Rel::Nsubj)
                        && matches!(words.upos(child), Upos::Noun | Upos::Propn)
                        && words.child(child, &[Rel::Case]).is_none()
                        && !self.is_time(child)
                })
            })
            .or_else(|| self.noun_of_contact_clause(word))
    }

    /// "the paper it handed to the mediators", where the relative clause was read as an adverbial one.
    fn noun_of_contact_clause(&self, word: usize) -> Option<usize> {
        let words = self.words;
        let finite = matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbp | Xpos::Vbz);
        if !finite
            || !matches!(words.rel(word), Rel::Advcl | Rel::Parataxis)
            || words.child(word, &[Rel::Mark]).is_some()
        {
            return None;
        }
        let subject = words.child(word, &[Rel::Nsubj])?;
        let noun = words.subtree(subject).start.checked_sub(1)?;
        (words.upos(noun) == Upos::Noun && !self.is_time(noun)).then_some(noun)
    }
}
