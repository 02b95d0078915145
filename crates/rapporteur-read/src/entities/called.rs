//! Bodies told by the shape of their name: by a number ("Union No. 2"), by whose office it is ("the Auditor General's
//! Office"), by a pastime and a land ("Swim Norway"), by a trade that is a surname ("Baker Street Brewing").

use rapporteur_lexicon::RoleClass;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::kinds::{kind_of, noun_behind};
use super::names::{Finder, PieceKind};

/// The longest name of a firm that opens with a trade, in words.
const FIRM: usize = 5;

impl Finder<'_> {
    /// What a name is that its shape tells, and how many words it has.
    pub(super) fn called(&self, start: usize) -> Option<(usize, PieceKind)> {
        self.numbered(start)
            .or_else(|| self.office_of_holder(start))
    }

    /// Whether such a name opens a sentence.
    pub(super) fn opens_called(&self, word: usize) -> bool {
        self.is_land_club(word) || self.opens_peoples_body(word) || self.is_apposed_opening(word)
    }

    /// "Union No. 2", "Lodge 14", "Committee II".
    fn numbered(&self, start: usize) -> Option<(usize, PieceKind)> {
        let words = self.words;
        let kind = match self.lower(start) {
            "union" | "branch" | "lodge" | "sindicato" => ActorType::Union,
            "committee" => ActorType::GovernmentBody,
            _ => return None,
        };
        let sentence = words.sentence(words.sentence_of(start));
        let marked = start + 1 < sentence.end
            && matches!(
                self.lower(start + 1),
                "no." | "no" | "nr." | "number" | "nº"
            );
        let number = start + 1 + usize::from(marked);
        if number >= sentence.end {
            return None;
        }
        let form = words.form(number);
        let counts = form.bytes().all(|byte| byte.is_ascii_digit()) && form.len() < 4
            || matches!(form, "I" | "II" | "III" | "IV" | "V");
        counts.then(|| (number + 1 - start, PieceKind::Organisation(kind)))
    }

    /// "the Auditor General's Office", "the Chief Justice's Office".
    fn office_of_holder(&self, start: usize) -> Option<(usize, PieceKind)> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(start));
        let owner = (start..sentence.end.min(start + 4))
            .find(|&word| !self.capital(word))
            .filter(|&owner| owner > start && matches!(words.form(owner), "'s" | "’s"))?;
        let held = (start..owner).all(|word| {
            self.is_title_word(word) || self.classes.has("modifiers", self.lower(word))
        }) && self.is_title_word(owner - 1);
        let office =
            owner + 1 < sentence.end && matches!(words.form(owner + 1), "Office" | "Department");
        (held && office).then_some((
            owner + 2 - start,
            PieceKind::Organisation(ActorType::GovernmentBody),
        ))
    }

    /// "Fairmart, the retailer that buys it, said", "Streamline, which left in March, would agree": whether a word that opens
    /// a sentence is a name, as what stands beside it tells.
    pub(super) fn is_apposed_opening(&self, word: usize) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(word));
        let named = self.opens(word)
            && word + 4 < sentence.end
            && words.form(word + 1) == ","
            && matches!(
                words.upos(word),
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj
            )
            && words.xpos(word) != Xpos::Nns
            && !self.common.contains(self.lower(word))
            && !matches!(
                self.lower(word),
                "yesterday" | "today" | "tomorrow" | "tonight"
            );
        if !named {
            return false;
        }
        if matches!(words.form(word + 2), "which" | "whose") {
            let acts = (words.head(word)).is_some_and(|verb| {
                words.rel(word) == Rel::Nsubj
                    && (self.classes.has_any(&["verbs", "tell"], words.lemma(verb))
                        || (words.child(verb, &[Rel::Case]))
                            .is_some_and(|case| words.form(case) == "against"))
            });
            return acts
                && words.upos(word) != Upos::Verb
                && !self.is_abstract(word, self.lower(word))
                && words.child(word, &[Rel::AclRelcl]).is_some();
        }
        noun_behind(words, &(word..word + 1)).is_some_and(|noun| {
            let closed = words.form(noun + 1) == ","
                || words.rel(noun) == Rel::Appos && words.head(noun) == Some(word)
                || matches!(
                    words.form(noun + 1),
                    "of" | "that" | "which" | "behind" | "with"
                ) && words.rel(noun) == Rel::Nsubj
                    && (words.head(noun))
                        .is_some_and(|verb| verb > noun && words.form(verb - 1) == ",");
            closed && kind_of(words, noun).is_some()
        })
    }

    /// "Swim Norway", "Netball Kenya", "Forward Merin": whether a pastime or a call stands before the name of a land.
    pub(super) fn is_land_club(&self, start: usize) -> bool {
        let land = start + 1;
        self.classes.has("clubs-of-lands", self.lower(start))
            && self.capital_after(start)
            && matches!(self.known(land, land + 1), Some(PieceKind::State(_)))
            && !self.capital_after(land)
    }

    /// "Baker Street Brewing", "Miner Resources", "the Resident Doctors' Committee": whether what people are opens the name
    /// of a firm or league; no office does ("Minister", "Chairman").
    pub(super) fn opens_with_trade(&self, start: usize, end: usize) -> bool {
        let lower = self.lower(start);
        let office = (self.lexicon.roles.exactly(lower))
            .is_some_and(|role| !matches!(role.class, RoleClass::Citizen | RoleClass::Source));
        if office || self.classes.has("address", lower) || end > start + FIRM {
            return false;
        }
        let sentence = self.words.sentence(self.words.sentence_of(start)).end;
        let members = end + 1 < sentence
            && end == start + 2
            && matches!(self.words.form(end), "'" | "’")
            && self.capital(end + 1);
        let (last, kinds): (usize, &[ActorType]) = match members {
            true => (
                self.run_end(end + 1, sentence) - 1,
                &[ActorType::Union, ActorType::Movement],
            ),
            false => (end - 1, &[ActorType::Company]),
        };
        // "Miner Barro Resources": a miner of that name.
        let whole = members || end == start + 2 || self.classes.has("place", self.lower(start + 1));
        last > start
            && whole
            && !(start + 1..last).any(|word| self.is_title_word(word))
            && matches!(self.kind_of(start, last), Some(PieceKind::Organisation(kind)) if kinds.contains(&kind))
    }

    /// "People's Water Watch rejected it": whether people at the head of a sentence own a body.
    pub(super) fn opens_peoples_body(&self, start: usize) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(start)).end;
        let owned = matches!(
            self.lower(start),
            "people" | "women" | "children" | "men" | "folk"
        ) && start + 2 < sentence
            && matches!(words.form(start + 1), "'s" | "’s")
            && self.capital(start + 2);
        if !owned {
            return false;
        }
        let end = self.run_end(start + 2, sentence);
        matches!(
            self.kind_of(start, end - 1),
            Some(PieceKind::Organisation(_))
        )
    }

    /// "the Nurses' Union of Ghana", "the Liberal Party of Canada": whether a land behind "of" belongs to the name of a body
    /// of people; "the Foreign Ministry of Ghana" is Ghana's.
    pub(super) fn is_league_of_land(&self, start: usize, head: usize) -> bool {
        let league = matches!(
            self.lower(head),
            "union"
                | "association"
                | "federation"
                | "confederation"
                | "guild"
                | "chamber"
                | "party"
                | "syndicate"
        );
        let of_states = (start..head).any(|word| {
            matches!(
                self.lower(word),
                "european" | "african" | "arab" | "customs" | "economic" | "eurasian"
            )
        });
        league && head > start && !of_states
    }
}
