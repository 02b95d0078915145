//! What an open name turns out to be, by all that speaks for it.

use super::evidence::Evidence;
use super::learned::NameType;

/// How sure the learned model has to be to be heard, and to count for more.
const HEARD: f32 = 3.0;
const SURE: f32 = 8.0;

/// What an open name turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    State,
    Person,
    Organisation,
    Media,
    Company,
    Place,
    /// It acts, but may be a capital.
    Acting,
    Unclear,
}

impl Evidence {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            state: self.state + other.state,
            person: self.person + other.person,
            place: self.place + other.place,
            organisation: self.organisation + other.organisation,
            media: self.media + other.media,
            thing: self.thing + other.thing,
            company: self.company + other.company,
            acts: self.acts + other.acts,
            wills: self.wills + other.wills,
            governs: self.governs + other.governs,
            adjective: self.adjective + other.adjective,
            says: self.says + other.says,
            looks_person: self.looks_person + other.looks_person,
            looks_state: self.looks_state + other.looks_state,
        }
    }

    /// With what the learned model thinks of the name, which is one voice however often it is named.
    /// The model is surer of names of `several` words.
    pub(super) fn with_model(mut self, guessed: Option<(NameType, f32)>, several: bool) -> Self {
        let Some((kind, margin)) = guessed.filter(|&(_, margin)| margin >= HEARD) else {
            return self;
        };
        let voice = if margin >= SURE { 3 } else { 2 };
        // What people and bodies both do, and what a name looks like, counts for nobody whom the model knows for a body.
        let other = kind != NameType::Person && kind != NameType::Thing && margin >= SURE;
        if other && self.person <= 0 {
            self.says = 0;
            self.looks_person = 0;
        }
        match kind {
            // Two models that look at the same name are one voice, where nothing else speaks for it.
            NameType::Person if self.person <= 0 && !several => {
                self.person += (voice - 1 - self.looks_person).max(0)
            }
            NameType::Person if several => self.person += voice,
            NameType::Person => self.person += voice - 1,
            // What also stands where places do may be a capital.
            // "Bellmark", as the government of a part of a state is called, is a land as well.
            NameType::State | NameType::GovernmentBody
                if self.place <= 0 && (kind == NameType::State || !several) =>
            {
                self.state += voice
            }
            NameType::Place if self.acts <= 0 => self.place += 1,
            kind if kind.body().is_some() && self.place <= 0 && self.state < 2 => {
                self.organisation += voice
            }
            _ => {}
        }
        self
    }

    /// Without what only a name's looks say, where the report told that it is no person's.
    pub(super) fn of_no_person(mut self) -> Self {
        self.says = 0;
        self.looks_person = 0;
        self.person = self.person.min(0);
        self
    }

    /// What it all speaks for. What repeats itself with every mention counts for little: it is one guess.
    pub(super) fn verdict(mut self) -> Verdict {
        self.person += (2 * self.says).min(3) + self.looks_person.min(2);
        self.state += self.looks_state.min(3);
        if self.media >= 4 {
            return Verdict::Media;
        }
        if self.company >= 3 && self.state < 3 {
            return Verdict::Company;
        }
        match self.organisation >= 3 {
            true => self.organisation += self.thing,
            false => self.state += self.thing,
        }
        if self.state >= 3 && self.state >= self.person && self.state >= self.organisation {
            return Verdict::State;
        }
        if self.person >= 3 && self.person > self.place {
            return Verdict::Person;
        }
        if self.organisation >= 3 && self.acts > 0 {
            return Verdict::Organisation;
        }
        if self.acts > 0 {
            return Verdict::Acting;
        }
        if self.place > 0 {
            return Verdict::Place;
        }
        if self.person >= 1 && self.state == 0 && self.organisation == 0 {
            return Verdict::Person;
        }
        Verdict::Unclear
    }
}
