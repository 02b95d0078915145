//! What belongs to a description: "farmers in the delta", "a committee holding most of the bonds".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::names::{Finder, is_no_name};
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};

/// What ties a place, a trade or a body to those who are of it.
const OF_WHICH: &[&str] = &[
    "of",
    "in",
    "from",
    "at",
    "outside",
    "inside",
    "within",
    "near",
    "along",
    "around",
    "across",
    "on",
    "beyond",
    "above",
    "below",
    "behind",
    "under",
    "between",
    "opposite",
    "downstream",
    "upstream",
    "with",
    "without",
];

/// Participles that tell who stands before a body, not which body it is: "a group led by Ada Brun".
const OF_LEADERS: &[&str] = &[
    "lead",
    "head",
    "chair",
    "join",
    "represent",
    "back",
    "support",
    "found",
    "include",
];

/// How people are in a body.
const UNITED: &[&str] = &[
    "gathered",
    "organised",
    "organized",
    "united",
    "grouped",
    "allied",
    "joined",
    "banded",
    "enrolled",
    "assembled",
    "represented",
    "unionised",
    "unionized",
];

/// Bodies that have officers and may go without a name of their own.
pub(super) const OFFICERED: &[&str] = &[
    "trust",
    "fund",
    "foundation",
    "federation",
    "confederation",
    "association",
    "society",
    "institute",
    "cooperative",
    "consortium",
    "club",
    "league",
    "chamber",
    "committee",
    "commission",
    "coalition",
    "campaign",
    "congregation",
    "diocese",
    "museum",
    "university",
    "hospital",
];

/// Nouns of bodies that people make up themselves, as against those of a state.
const OF_PEOPLE: &[&str] = &[
    "committee",
    "group",
    "council",
    "forum",
    "network",
    "coalition",
    "alliance",
    "organisation",
    "organization",
    "community",
    "family",
    "tribe",
    "clan",
    "congregation",
    "campaign",
    "movement",
    "ngo",
    "charity",
    "church",
];

/// The most words that belong to a description.
const REACH: usize = 12;

impl Discourse<'_, '_> {
    /// Where a description ends with what belongs to it: "importers of fruit and medicine", "villagers from Aster and Moor",
    /// "two holders outside the committee", "a committee holding most of the bonds". `None` where nothing does.
    pub(super) fn complement(&self, phrase: &Phrase) -> Option<usize> {
        let words = self.work.words;
        let head = phrase.head;
        let mut end = head + 1;
        for child in words.children(head).filter(|&child| child > head) {
            let range = words.subtree(child);
            let belongs = match words.rel(child) {
                Rel::Nmod => {
                    words
                        .child(child, &[Rel::Case])
                        .is_some_and(|case| OF_WHICH.contains(&words.lemma(case)))
                        && !self.tells_when(child)
                }
                Rel::Acl => {
                    range.start == child
                        && matches!(words.xpos(child), Xpos::Vbg | Xpos::Vbn)
                        && !OF_LEADERS.contains(&words.lemma(child))
                }
                _ => false,
            };
            if !belongs || range.start != end {
                break;
            }
            let closed = self.closed(range.clone());
            end = closed;
            if closed < range.end {
                break;
            }
        }
        (end > head + 1 && end <= head + 1 + REACH).then_some(end)
    }

    /// "the clubs of the second division", "the physicians' group at Aster", "the Liberal group in the city parliament": whether
    /// what stands behind a description with "the" tells those from others of their kind.
    pub(super) fn is_told_from_others(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        end: usize,
    ) -> bool {
        let words = self.work.words;
        let classes = self.work.classes;
        let case = words.lemma(phrase.head + 1);
        let the = phrase.article == "the" || phrase.owned;
        // "the people of the valley", "the members of the board"
        let of_anybody = classes.has_any(&["persons", "unnamed", "sides"], lemma);
        let named = (phrase.head + 1..end).any(|word| self.work.of_word[word].is_some());
        let kind = classes.has_any(&["leagues", "stakes"], lemma) && !of_anybody;
        match plural {
            true => the && kind && matches!(case, "of" | "in" | "from" | "at") && !named,
            false => {
                (phrase.inner < phrase.head || phrase.owned)
                    && kind
                    && matches!(case, "at" | "in")
                    && end <= phrase.head + 6
            }
        }
    }

    /// "the Flemish nationalists of the Orchard List want it": people of a party, union or movement that is named behind them.
    pub(super) fn ranks_behind(&self, phrase: &Phrase, plural: bool) -> Option<EntityId> {
        use ActorType::{Alliance, ArmedGroup, Movement, PoliticalParty, Union};
        let words = self.work.words;
        let of = phrase.head + 1;
        if !plural || phrase.number.is_some() || phrase.owned || self.work.form_at(of) != "of" {
            return None;
        }
        let name = of + 1 + usize::from(self.work.form_at(of + 1) == "the");
        let piece = self.work.piece_at.get(name).copied().flatten()?;
        let people = self.is_stake(words.lemma(phrase.head))
            || matches!(
                words.lemma(phrase.head),
                "member" | "representative" | "man" | "friend"
            );
        self.work.entity_of[piece].filter(|&id| {
            people
                && matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(Alliance | ArmedGroup | Movement | PoliticalParty | Union)
                )
        })
    }

    /// "Ghana, speaking for several mountain states,", "on behalf of a group of exporters", "for eleven island states": whether
    /// it is a group of states or bodies that somebody speaks for.
    pub(super) fn is_spoken_for(&self, phrase: &Phrase, lemma: &str, plural: bool) -> bool {
        let words = self.work.words;
        let group = match plural {
            true => {
                matches!(
                    lemma,
                    "state" | "country" | "nation" | "member" | "island" | "delegation"
                ) || self.work.classes.has("stakes", lemma)
                    || lemma.ends_with("er") && self.is_stake(lemma)
            }
            false => self.gathers(phrase, lemma) || self.work.classes.has("gatherings", lemma),
        };
        let Some(case) = phrase.start.checked_sub(1).filter(|_| group) else {
            return false;
        };
        let before = |back: usize| case.checked_sub(back).map_or("", |at| words.lower(at));
        match words.lower(case) {
            "of" => before(1) == "behalf" && before(2) == "on",
            "for" => {
                let speaking = match before(1) {
                    "also" => before(2),
                    word => word,
                };
                // "Fiji, for eleven island states, opposed it"
                let aside = speaking == ","
                    && words.form(self.end_of_name(phrase)) == ","
                    && (case.checked_sub(2)).is_some_and(|name| self.work.of_word[name].is_some());
                matches!(speaking, "speaking" | "acting" | "intervening" | "talking") || aside
            }
            "representing" => true,
            _ => false,
        }
    }

    /// One past the last word of a description with what belongs to it.
    fn end_of_name(&self, phrase: &Phrase) -> usize {
        self.complement(phrase)
            .unwrap_or(phrase.end)
            .max(phrase.end)
            .min(self.work.words.len() - 1)
    }

    /// The name of a description with what belongs to it.
    pub(super) fn name_with(&self, phrase: &Phrase, end: usize) -> String {
        let words = self.work.words;
        let first = (phrase.start..phrase.head)
            .find(|&word| words.upos(word) != Upos::Det)
            .unwrap_or(phrase.head);
        self.work.text(first..end)
    }

    /// "A committee holding most of the bonds dismissed it": a body with "a" that only its complement tells from others.
    pub(super) fn standing_apart(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        whole: Option<usize>,
    ) -> Option<(ActorType, bool)> {
        let classes = self.work.classes;
        let one = !plural && matches!(phrase.article.as_str(), "a" | "an") && whole.is_some();
        let body = OF_PEOPLE.contains(&lemma) && classes.has("leagues", lemma);
        (one && body)
            .then(|| (self.kind_of_body(phrase, lemma), true))
            .map(|(kind, strict)| {
                (
                    self.kind_described(lemma)
                        .filter(|_| kind == ActorType::GovernmentBody)
                        .unwrap_or(kind),
                    strict,
                )
            })
    }

    /// Where a pause or a relative clause ends some words: a comma of a list does not.
    fn closed(&self, range: std::ops::Range<usize>) -> usize {
        let words = self.work.words;
        let end = range
            .clone()
            .find(|&word| {
                let pause = words.upos(word) == Upos::Punct
                    && !matches!(words.form(word), "'" | "’" | "-" | "–" | "/");
                let list = words.form(word) == ","
                    && words
                        .head(word)
                        .is_some_and(|item| item > word && words.rel(item) == Rel::Conj);
                let clause = words.rel(word) == Rel::AclRelcl
                    || matches!(words.lemma(word), "who" | "which" | "that" | "whose");
                pause && !list || clause
            })
            .unwrap_or(range.end);
        // "farmers in the delta and": nothing hangs on.
        (range.start..end)
            .rev()
            .find(|&word| !matches!(words.upos(word), Upos::Cconj | Upos::Adp | Upos::Det))
            .map_or(range.start, |last| last + 1)
    }

    /// "farmers on Monday", "traders in the morning": when, not who.
    fn tells_when(&self, noun: usize) -> bool {
        let words = self.work.words;
        is_no_name(words.form(noun))
            || words.upos(noun) == Upos::Num
            || matches!(
                words.lemma(noun),
                "day"
                    | "week"
                    | "month"
                    | "year"
                    | "night"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "weekend"
                    | "past"
                    | "meantime"
                    | "statement"
                    | "letter"
                    | "interview"
                    | "protest"
                    | "response"
                    | "return"
                    | "turn"
                    | "particular"
                    | "general"
                    | "all"
            )
    }

    /// "Church groups and unions, gathered in the Fair Debt Coalition,", "drivers belonging to the Road Alliance": the body with a
    /// name that people make up. What they do, it does.
    pub(super) fn made_up(&self, phrase: &Phrase, plural: bool) -> Option<EntityId> {
        let words = self.work.words;
        if !plural || phrase.owned {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(phrase.head));
        let last = words.conjuncts(phrase.head).last().copied()?;
        let mut at = last.max(phrase.head) + 1;
        // "holders of four fifths of the bonds, organised in …"
        if words.form(at) == "of" {
            at = (at..sentence.end).find(|&word| words.form(word) == ",")?;
        }
        at += usize::from(words.form(at) == ",");
        let tied =
            |word: usize, forms: &[&str]| word < sentence.end && forms.contains(&words.lower(word));
        let united = tied(at, UNITED) && tied(at + 1, &["in", "under", "within", "by", "behind"])
            || tied(at, &["belonging", "affiliated"]) && tied(at + 1, &["to", "with"]);
        if !united {
            return None;
        }
        let reach = at + 2..sentence.end.min(at + 12);
        let name = reach
            .take_while(|&word| !words.is_verb(word) && words.upos(word) != Upos::Aux)
            .find_map(|word| self.work.entity_of[self.work.piece_at[word]?])?;
        let stands = self.is_body(name)
            && !matches!(
                self.work.all[name].kind,
                EntityKind::Actor(ActorType::State | ActorType::Media | ActorType::GovernmentBody)
            );
        stands.then_some(name)
    }

    /// "The trust's spokesman, Nils Orme": a body that has officers stands for itself.
    pub(super) fn standing_behind(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<(ActorType, bool)> {
        let kind = self.kind_officered(phrase, lemma);
        (self.has_officer(phrase, lemma, plural)).then_some((kind, true))
    }

    pub(super) fn kind_officered(&self, phrase: &Phrase, lemma: &str) -> ActorType {
        match lemma {
            "trust" | "fund" => ActorType::Company,
            _ if self
                .work
                .classes
                .has_any(&["institutions", "a-company"], lemma) =>
            {
                ActorType::Company
            }
            _ => self.kind_of_body(phrase, lemma),
        }
    }

    /// Whether an officer of a body is named beside it: "the trust's spokesman, Nils Orme", "Ada Brun, who chairs the
    /// commission", "Nils Orme, secretary of the choir", "who bargains for the union".
    pub(super) fn has_officer(&self, phrase: &Phrase, lemma: &str, plural: bool) -> bool {
        let words = self.work.words;
        let head = phrase.head;
        if plural || phrase.article != "the" || phrase.owned {
            return false;
        }
        let bare = phrase.inner == head;
        let officered = OFFICERED.contains(&lemma);
        if bare && officered && words.rel(head) == Rel::NmodPoss && self.has_named_officer(head) {
            return true;
        }
        let classes = self.work.classes;
        let body = officered || classes.has_any(&["houses", "seats"], lemma);
        // What a state has speaks for the state.
        let of_a_state = classes.has("bodies", lemma) || classes.has("of-a-state", lemma);
        let pair = phrase.inner + 1 == head && words.upos(phrase.inner) == Upos::Noun;
        if !body || of_a_state && self.has_states() || !(bare || pair) {
            return false;
        }
        let Some(over) = words.head(head) else {
            return false;
        };
        match words.rel(head) {
            Rel::NmodPoss => self.has_named_officer(head),
            Rel::Obj => {
                matches!(
                    words.lemma(over),
                    "lead" | "head" | "chair" | "run" | "represent" | "manage" | "own" | "direct"
                ) && self.is_done_by_somebody(over)
            }
            Rel::Obl => {
                self.work.preposition(phrase.start) == Some("for")
                    && matches!(
                        words.lemma(over),
                        "speak"
                            | "negotiate"
                            | "bargain"
                            | "act"
                            | "answer"
                            | "appear"
                            | "argue"
                            | "talk"
                            | "lead"
                            | "sign"
                    )
                    && self.is_done_by_somebody(over)
            }
            Rel::Nmod => {
                matches!(
                    self.work.preposition(phrase.start),
                    Some("of" | "for" | "at" | "with")
                ) && classes.has("persons", words.lemma(over))
                    && words.xpos(over) == Xpos::Nn
                    && self.names_somebody(over)
            }
            _ => false,
        }
    }

    /// "the trust's spokesman, Nils Orme"
    pub(super) fn has_named_officer(&self, head: usize) -> bool {
        let words = self.work.words;
        words.head(head).is_some_and(|office| {
            let name = office + 1 + usize::from(words.form(office + 1) == ",");
            self.work.classes.has("persons", words.lemma(office)) && self.is_somebody(name)
        })
    }

    /// Whether a word is of the name of a person.
    fn is_somebody(&self, word: usize) -> bool {
        (self.work.of_word.get(word).copied().flatten())
            .is_some_and(|id| self.work.all[id].kind == EntityKind::Actor(ActorType::Person))
    }

    /// Whether a person whom the report names is the subject of a verb: "Ada Brun leads", "Ada Brun, who leads".
    fn is_done_by_somebody(&self, verb: usize) -> bool {
        let words = self.work.words;
        if words.rel(verb) == Rel::AclRelcl {
            return words.head(verb).is_some_and(|who| self.is_somebody(who));
        }
        let first = words.first_conjunct(verb);
        [verb, first].into_iter().any(|verb| {
            (words.child(verb, &[Rel::Nsubj])).is_some_and(|subject| self.is_somebody(subject))
                || words.rel(verb) == Rel::AclRelcl
                    && words.head(verb).is_some_and(|who| self.is_somebody(who))
        })
    }

    /// Whether an office is that of a person named beside it: "Nils Orme, secretary of", "the secretary of the choir, Nils
    /// Orme".
    fn names_somebody(&self, office: usize) -> bool {
        let words = self.work.words;
        let person = |word: usize| self.is_somebody(word);
        words.rel(office) == Rel::Appos && words.head(office).is_some_and(person)
            || (words.children_by(office, &[Rel::Appos])).any(person)
    }

    /// "the museum", which the report calls "the Orme Museum": a body by its one name.
    pub(super) fn goes_by_name(&self, phrase: &Phrase, lemma: &str) -> bool {
        OFFICERED.contains(&lemma)
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && !phrase.owned
            && self
                .named_in_full(phrase, lemma)
                .contains(char::is_uppercase)
    }

    /// "the trust", which the report calls "the Orme family trust" elsewhere.
    pub(super) fn named_in_full(&self, phrase: &Phrase, lemma: &str) -> String {
        let words = self.work.words;
        (0..words.len())
            .filter(|&word| words.lemma(word) == lemma && word != phrase.head)
            .find_map(|word| {
                let sentence = words.sentence(words.sentence_of(word));
                let first = (sentence.start..word)
                    .rev()
                    .take_while(|&at| Finder::is_nominal(words, at))
                    .last()?;
                let the = first.checked_sub(1)?;
                (words.lower(the) == "the").then(|| self.work.text(first..word + 1))
            })
            .unwrap_or_else(|| self.name_of(phrase))
    }

    /// What kind of actor a description with a complement is: bodies that people make up are movements.
    pub(super) fn kind_described(&self, lemma: &str) -> Option<ActorType> {
        OF_PEOPLE.contains(&lemma).then_some(ActorType::Movement)
    }
}
