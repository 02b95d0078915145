//! People without a name: "two officials briefed on the talks", "Velmar and Orveth diplomats".

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use super::groups::number_of;
use super::opposite::is_others;
use crate::entities::names::PieceKind;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind};

/// Nouns that say little about who it is, so that what follows belongs to the name.
const GENERAL: &[&str] = &[
    "person",
    "source",
    "member",
    "other",
    "representative",
    "man",
    "woman",
    "participant",
];

/// What begins a description behind such a noun ("people familiar with the talks").
const RESTRICTIVE: &[&str] = &[
    "present",
    "privy",
    "acquainted",
    "inside",
    "close",
    "briefed",
    "familiar",
    "with",
    "in",
    "involved",
    "near",
    "at",
    "from",
    "aware",
];

impl Discourse<'_, '_> {
    /// Makes an entity of people without a name.
    pub(super) fn unnamed(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) {
        let head = phrase.head;
        let tells = self.tells(head);
        if plural && self.two_kinds(phrase, lemma, tells) {
            return;
        }
        if self.of_each(phrase, lemma, plural, owner, tells) {
            return;
        }
        let by_pronoun = self.owned_by_pronoun(phrase);
        let described = self.described(phrase, lemma, plural);
        let end = described.end;

        let mut name = self.work.text(described);
        if phrase.owned
            && let Some(&word) = phrase.owners.first()
        {
            name = match owner {
                // "his press officer", of Urmas Brun: "Brun's press officer"
                Some(owner)
                    if by_pronoun
                        && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person) =>
                {
                    let own = &self.work.all[owner].name;
                    format!("{}'s {name}", own.rsplit(' ').next().unwrap_or(own))
                }
                Some(owner) if by_pronoun => format!("{} {name}", self.work.all[owner].name),
                // "Its spokesman", whoever "it" is
                None if by_pronoun => name,
                // "the dockers' steward"
                _ => format!(
                    "{}{} {name}",
                    self.written(word),
                    match self.work.form_at(word + 1) {
                        "'" | "’" => "'",
                        _ => "'s",
                    }
                ),
            };
        }
        let id = if tells && !(plural && phrase.number.is_none()) {
            self.work.make(name, EntityKind::Actor(ActorType::Unnamed))
        } else {
            self.body(name, ActorType::Unnamed)
        };
        self.work.facts[id].plural = plural;
        self.work.learn_noun(id, lemma);
        // "His critics" are none of his, "her colleague from Orveth" is not hers.
        let elsewhere = lemma == "colleague"
            && matches!(self.work.form_at(head + 1), "from" | "in" | "at")
            && self
                .work
                .words
                .form(head + 2)
                .starts_with(char::is_uppercase);
        let at_work = plural && self.at_work_for(lemma, owner);
        let own = |owner: usize| owner > head || !(is_others(lemma) || elsewhere || at_work);
        let owners = phrase.owners.iter().copied();
        self.work.facts[id]
            .owners
            .extend(owners.filter(|&owner| !phrase.owned || own(owner)));
        // "farmers" are a side of their own, "two farmers" are not.
        // "residents of the valley", whose valley it may be
        let nobodys = phrase.owners.is_empty()
            || !phrase.owned
                && matches!(self.work.form_at(head + 1), "of" | "in" | "from")
                && lemma != "lawyer"
                && (phrase.owners.iter()).all(|&owner| self.work.of_word[owner].is_none());
        let apart = nobodys && self.is_stake(lemma) || phrase.owned && at_work;
        if plural && phrase.number.is_none() && apart {
            self.work.all[id].party.get_or_insert(id);
        }
        // "a government spokesman in Santiago", "a negotiator from Bishkek": of the state whose capital it is.
        let at_home = matches!(self.work.form_at(head + 1), "in" | "from")
            && matches!(
                lemma,
                "spokesman"
                    | "spokeswoman"
                    | "spokesperson"
                    | "official"
                    | "negotiator"
                    | "minister"
            )
            && (phrase.inner..head)
                .all(|word| self.work.words.form(word).starts_with(char::is_lowercase));
        if at_home
            && owner.is_none()
            && let Some(state) = self.state_seated(head + 2)
        {
            self.work.all[id].party.get_or_insert(state);
        }
        if tells {
            self.work.tells.push(id);
        }
        let pointed_at = !matches!(phrase.article.as_str(), "" | "the" | "a" | "an");
        if by_pronoun || pointed_at || phrase.number.is_some() {
            let alias = self.work.text(phrase.start..head + 1);
            if alias != self.work.all[id].name {
                self.work.all[id].aliases.push(alias);
            }
        }
        if let Some(count) = phrase.number.as_deref().and_then(number_of) {
            self.counted.push((count, id));
        }
        self.last_unnamed = Some(id);
        self.mention(
            phrase.start..end.max(phrase.end),
            head,
            id,
            MentionKind::Nominal,
        );
    }

    /// "Merin Motors' workers", "its pilots", "Velmar's fishermen": people at work are a side apart from the company or the
    /// state that has them.
    fn at_work_for(&self, lemma: &str, owner: Option<EntityId>) -> bool {
        let employs = owner.is_some_and(|owner| {
            matches!(
                self.work.all[owner].kind,
                EntityKind::Actor(
                    ActorType::Company | ActorType::State | ActorType::GovernmentBody
                )
            )
        });
        employs && self.work.classes.has_any(&["a-union", "stakes"], lemma)
    }

    /// "their ministers", "the ministers of Velmar and Orveth": those of each. Whether it was such a phrase.
    fn of_each(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
        tells: bool,
    ) -> bool {
        let words = self.work.words;
        if !plural || phrase.number.is_some() {
            return false;
        }
        let group = owner.map(|owner| self.work.all[owner].members.clone());
        let joined = || -> Option<Vec<EntityId>> {
            let of = words.with_case(phrase.head, &["of", "from"]).next()?;
            let conjuncts = words.conjuncts(of);
            let owners: Vec<EntityId> = (conjuncts.iter())
                .filter_map(|&one| self.work.of_word[one])
                .filter(|&id| self.is_body(id))
                .collect();
            (owners.len() == conjuncts.len()).then_some(owners)
        };
        let owners = match group {
            Some(group) if !group.is_empty() => group,
            _ => joined().unwrap_or_default(),
        };
        // "Leaders of both unions said their members …": whoever those speak for.
        let mut sides: Vec<EntityId> = Vec::new();
        for owner in owners {
            let side = match self.is_body(owner) {
                true => owner,
                false => self.work.party_of(owner).unwrap_or(owner),
            };
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        if sides.len() < 2 || sides.iter().any(|&side| !self.is_body(side)) {
            return false;
        }
        let noun = self.work.text(self.noun_words(phrase)..phrase.head + 1);
        let mut members = Vec::new();
        for owner in sides {
            let name = format!("{} of {}", noun, self.work.all[owner].name);
            let id = self.work.make(name, EntityKind::Actor(ActorType::Unnamed));
            self.work.facts[id].plural = true;
            self.work.facts[id].nouns.push(lemma.to_owned());
            self.work.all[id].party = Some(self.work.party_of(owner).unwrap_or(owner));
            if tells {
                self.work.tells.push(id);
            }
            members.push(id);
        }
        let name = self.work.text(phrase.start..phrase.end);
        let id = self.several(name, members);
        self.mention(
            phrase.start..phrase.end,
            phrase.head,
            id,
            MentionKind::Nominal,
        );
        true
    }

    /// "Velmar and Orveth officials" are two. Whether it was such a phrase.
    fn two_kinds(&mut self, phrase: &Phrase, lemma: &str, tells: bool) -> bool {
        let words = self.work.words;
        let (start, head) = (phrase.start, phrase.head);
        if start < 2 || self.work.form_at(start - 1) != "and" || phrase.owned {
            return false;
        }
        let Some(first) =
            self.work.piece_at[start - 2].filter(|_| self.work.of_word[start - 2].is_some())
        else {
            return false;
        };
        let known = self.work.lexicon.gazetteer.demonym(words.form(start - 2));
        let adjective = known.is_some_and(|demonym| demonym.adjective)
            || matches!(self.work.pieces[first].kind, PieceKind::Demonym(..));
        if !adjective {
            return false;
        }
        let noun = self.work.text(self.noun_words(phrase)..head + 1);
        let kinds = [
            (format!("{} {noun}", self.work.piece_text(first)), start - 2),
            (
                self.work.text(self.work.description(phrase)),
                phrase.owners.first().copied().unwrap_or(head),
            ),
        ];
        let mut members = Vec::new();
        for (name, owner) in kinds {
            let id = self.work.make(name, EntityKind::Actor(ActorType::Unnamed));
            self.work.facts[id].plural = true;
            self.work.facts[id].owners.push(owner);
            self.work.facts[id].nouns.push(lemma.to_owned());
            if tells {
                self.work.tells.push(id);
            }
            members.push(id);
        }
        let name = self.work.text(start - 2..head + 1);
        let id = self.several(name, members);
        self.mention(start - 2..phrase.end, head, id, MentionKind::Nominal);
        true
    }

    /// Where the noun itself begins, behind adjectives of states.
    fn noun_words(&self, phrase: &Phrase) -> usize {
        (phrase.inner..=phrase.head)
            .find(|&word| {
                self.work.of_word[word].is_none()
                    && self.work.words.form(word).starts_with(char::is_lowercase)
                    && self.work.words.upos(word) != Upos::Cconj
            })
            .unwrap_or(phrase.head)
    }

    /// The words that say who they are: "three sources close to the mediators", "member of the Tolsk team",
    /// "spokesman for Velmar".
    fn described(&self, phrase: &Phrase, lemma: &str, plural: bool) -> Range<usize> {
        let words = self.work.words;
        let head = phrase.head;
        let mut from = phrase.inner;
        if let Some(number) = phrase.number.as_ref().filter(|number| *number != "one") {
            let word = (phrase.start..phrase.inner).find(|&word| self.work.lower(word) == *number);
            from = word.unwrap_or(from);
        }
        let after = self.work.form_at(head + 1);
        if matches!(after, "of" | "for") && phrase.end > head + 1 {
            return from..phrase.end;
        }
        // "a diplomat from the region", "an adviser to the president", "a spokesman in Merin", "an official at the bank"
        let tells = self.tells(head);
        let sides =
            after == "on" && matches!(self.work.form_at(head + 2), "both" | "either" | "all");
        // "mediators from Merin" are Merin's, whoever they are.
        let many = plural && phrase.number.is_none() && !phrase.owners.is_empty();
        if tells
            && !many
            && (sides || matches!(after, "from" | "to" | "in" | "at"))
            && words.rel(head + 1) == Rel::Case
        {
            let end = self.named_phrase(head + 2);
            if end > head + 2 && (after != "to" || phrase.end > head + 1) {
                // "Villagers from Aster and Moor"
                let whole = (self.complement(phrase)).filter(|_| self.work.form_at(end) == "and");
                return from..whole.unwrap_or(end).max(end);
            }
        }
        // "two people who sat in on the round"
        if tells && GENERAL.contains(&lemma) && after == "who" {
            let end = words
                .children(head)
                .find(|&clause| words.rel(clause) == Rel::AclRelcl)
                .map_or(head + 1, |clause| words.subtree(clause).end);
            return from..words.trim(from..end).end.max(head + 1);
        }
        // "An official close to the talks", "two executives familiar with the bid"
        let knows = tells
            && lemma != "diplomat"
            && matches!(
                after,
                "close" | "familiar" | "briefed" | "privy" | "acquainted" | "involved"
            );
        let may_go_on = knows
            || GENERAL.contains(&lemma)
            || matches!(lemma, "diplomat" | "official") && after == "in";
        if !may_go_on || !RESTRICTIVE.contains(&after) {
            return from..head + 1;
        }
        let sentence = words.sentence(words.sentence_of(head));
        let to = (head + 2..sentence.end)
            .find(|&word| {
                let finite =
                    words.is_verb(word) && !matches!(words.xpos(word), Xpos::Vbn | Xpos::Vbg);
                // "People at the mill doubt that it is real", whatever the word is taken for
                let holds = word > head + 2
                    && self.work.form_at(word + 1) == "that"
                    && (self.work.classes.has("tell", words.lemma(word))
                        || self.work.wills(words.lemma(word)));
                // "people familiar with his thinking", "a person close to it"
                let owned = words.xpos(word) == Xpos::PrpPoss && word + 1 < sentence.end
                    || words.xpos(word) == Xpos::Prp
                        && matches!(words.form(word - 1), "to" | "with")
                        && words.upos(word - 1) == Upos::Adp;
                finite
                    || holds
                    || !owned
                        && matches!(
                            words.upos(word),
                            Upos::Punct | Upos::Aux | Upos::Sconj | Upos::Pron
                        )
                    || matches!(words.form(word), "who" | "have")
            })
            .unwrap_or(sentence.end);
        from..to
    }

    /// Where the noun phrase that begins at a word ends.
    fn named_phrase(&self, first: usize) -> usize {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(first.saturating_sub(1)));
        let mut end = first;
        for word in first..sentence.end.min(first + 8) {
            match words.upos(word) {
                Upos::Noun | Upos::Propn => end = word + 1,
                Upos::Det | Upos::Adj | Upos::Num => {}
                Upos::Verb if matches!(words.rel(word), Rel::Amod | Rel::Compound) => {}
                Upos::Part if words.xpos(word) == Xpos::Pos => {}
                // "officials in its capital"
                Upos::Pron if words.xpos(word) == Xpos::PrpPoss && word == first => {}
                _ => break,
            }
        }
        end
    }

    /// A name as written.
    pub(super) fn written(&self, word: usize) -> String {
        match self.work.piece_at[word] {
            Some(piece) => self.work.piece_text(piece),
            None => self.work.words.form(word).to_owned(),
        }
    }
}
