//! Noun phrases as they are written: article, owners, what they are of.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::EntityKind;
use super::gather::Work;
use super::names::PieceKind;

/// A noun phrase around its head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Phrase {
    /// First word, article included.
    pub start: usize,
    /// The noun.
    pub head: usize,
    /// One past the last word, the of-phrase included.
    pub end: usize,
    /// The article or quantifier, in lower case; empty where there is none.
    pub article: String,
    /// Words that say whose it is, the nearest first.
    pub owners: Vec<usize>,
    /// Whether an owner stands in the genitive.
    pub owned: bool,
    /// A number ("two", "12"), in lower case.
    pub number: Option<String>,
    /// First word of what describes the noun, behind article, number and owner.
    pub inner: usize,
}

impl Work<'_> {
    /// Whether a word is a noun that heads its phrase, and stands in no name.
    pub fn is_noun_head(&self, word: usize) -> bool {
        let words = self.words;
        if !matches!(words.upos(word), Upos::Noun | Upos::Propn) {
            let lemma = self.lower(word);
            // "the farmers' cooperative wants it"
            let body = matches!(lemma, "cooperative" | "co-operative" | "collective")
                && matches!(
                    words.rel(word),
                    Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::NmodPoss
                );
            let person = self.classes.has("persons", lemma);
            if !(words.upos(word) == Upos::Adj && (person || body)) {
                return false;
            }
        }
        match self.piece_at[word].map(|piece| &self.pieces[piece]) {
            Some(piece) if piece.kind == PieceKind::Title && word + 1 != piece.words.end => {
                return false;
            }
            // "the Chair", "the Spokesperson": an office with a capital and without a name.
            Some(piece)
                if piece.kind == PieceKind::Title
                    && piece.words.start > 0
                    && words
                        .form(piece.words.start - 1)
                        .eq_ignore_ascii_case("the")
                    && self
                        .piece_at
                        .get(word + 1)
                        .copied()
                        .flatten()
                        .is_none_or(|next| piece.words.end != self.pieces[next].words.start) => {}
            // "the Commission": a body with a capital that no name of the report tells.
            Some(piece)
                if piece.words.len() == 1
                    && self.of_word[word].is_none()
                    && word > 0
                    && words.form(word - 1).eq_ignore_ascii_case("the")
                    && self.classes.has_any(&["seats", "houses"], self.lower(word)) => {}
            // "Parliament rejected it"
            Some(piece)
                if piece.words.len() == 1
                    && self.of_word[word].is_none()
                    && self.classes.has("bare", self.lower(word)) => {}
            Some(piece)
                if piece.kind == PieceKind::Open
                    && (word + 1 != piece.words.end || self.of_word[word].is_some()) =>
            {
                return false;
            }
            Some(_) => return false,
            None => {}
        }
        let next = word + 1;
        if next < words.len() && words.sentence_of(next) == words.sentence_of(word) {
            let noun =
                matches!(words.upos(next), Upos::Noun | Upos::Propn) && words.form(next) != "%";
            let name = self.piece_at[next]
                .is_some_and(|piece| !matches!(self.pieces[piece].kind, PieceKind::Title));
            if noun
                && !name
                && !matches!(words.rel(next), Rel::OblUnmarked | Rel::NmodUnmarked)
                && words.xpos(next) != Xpos::Nnp
            {
                return false;
            }
        }
        true
    }

    /// The phrase of a noun.
    pub fn phrase(&self, head: usize) -> Phrase {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(head));
        let mut phrase = Phrase {
            start: head,
            head,
            end: head + 1,
            inner: head,
            ..Phrase::default()
        };
        let mut at = self.kin_end(head).unwrap_or(head);
        phrase.start = at;
        phrase.inner = at;
        let mut crossed = false;
        while at > sentence.start {
            let before = at - 1;
            let form = words.form(before);
            if matches!(form, "'s" | "’s" | "'" | "’")
                && matches!(words.xpos(before), Xpos::Pos)
                && before > sentence.start
            {
                if !crossed {
                    // "Kenya's Equator Bank chief executive": of the bank.
                    let body = self.is_state_word(before - 1)
                        && (phrase.owners.first()).is_some_and(|&owner| self.is_own_body(owner));
                    let place = if body { phrase.owners.len() } else { 0 };
                    phrase.owners.insert(place, before - 1);
                    phrase.owned = true;
                }
                crossed = true;
                at = before;
                phrase.start = at;
                continue;
            }
            if matches!(words.xpos(before), Xpos::PrpPoss | Xpos::WpPoss) {
                if !crossed {
                    phrase.owners.insert(0, before);
                    phrase.owned = true;
                }
                phrase.start = before;
                break;
            }
            if matches!(words.upos(before), Upos::Det) {
                let lower = self.lower(before);
                if !crossed {
                    if phrase.article.is_empty() {
                        phrase.article = lower.to_owned();
                    }
                } else {
                    phrase.start = before;
                    break;
                }
                at = before;
                phrase.start = at;
                // Before an article only "all" and "both" belong to the phrase.
                if before > sentence.start
                    && matches!(words.form(before), "a" | "an" | "the")
                    && words.upos(before - 1) != Upos::Det
                {
                    break;
                }
                continue;
            }
            // "On Monday lawmakers rejected it"
            if super::names::is_no_name(form) {
                break;
            }
            if let Some(piece) = self.piece_at[before] {
                let range = self.pieces[piece].words.clone();
                let person = self.of_word[before]
                    .is_some_and(|id| self.all[id].kind == EntityKind::Actor(ActorType::Person));
                if person
                    && !(crossed
                        && phrase
                            .owners
                            .last()
                            .is_some_and(|owner| range.contains(owner)))
                {
                    break;
                }
                // "the Europe minister": what the office is for.
                let brief = before + 1 == head
                    && matches!(words.lemma(head), "minister" | "secretary" | "commissioner")
                    && self.classes.has("portfolios", self.lower(before));
                if !crossed && self.of_word[before].is_some() && !brief {
                    phrase.owners.push(before);
                }
                at = range.start;
                phrase.start = at;
                if !crossed {
                    phrase.inner = at;
                }
                continue;
            }
            let inside = matches!(
                words.upos(before),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
            ) || (matches!(words.rel(before), Rel::Amod | Rel::Compound)
                && words.upos(before) == Upos::Verb)
                // "the internationally recognised government", "the de facto authorities"
                || words.upos(before) == Upos::Adv
                    && words.rel(before) == Rel::Advmod
                    && words.head(before).is_some_and(|described| {
                        (before + 1..head).contains(&described) && words.rel(described) == Rel::Amod
                    })
                || words.upos(before) == Upos::X
                    && words.head(before).is_some_and(|described| {
                        (before.saturating_sub(1)..=head).contains(&described)
                    })
                // "its work-out chief", "the back-up plan"
                || words.upos(before) == Upos::Adp
                    && before > sentence.start + 1
                    && matches!(words.form(before - 1), "-" | "–")
                    && words.syntax.tokens.spans[before - 1].end
                        == words.syntax.tokens.spans[before].start
                || (matches!(form, "-" | "–")
                    && before > 0
                    && words.syntax.tokens.spans[before].end
                        == words.syntax.tokens.spans[at].start);
            if !inside {
                break;
            }
            // "the 15-member commission", "the 27-nation bloc": how many it has is no part of what it is called.
            let members = words.upos(before) == Upos::Num
                && before + 2 < head
                && matches!(words.form(before + 1), "-" | "–")
                && matches!(
                    words.lemma(before + 2),
                    "member"
                        | "seat"
                        | "nation"
                        | "country"
                        | "state"
                        | "strong"
                        | "person"
                        | "man"
                );
            if members && !crossed {
                phrase.inner = before + 3;
            } else if words.upos(before) == Upos::Num && !crossed {
                phrase.number = Some(self.lower(before).to_owned());
            } else if !crossed {
                phrase.inner = before;
            }
            at = before;
            phrase.start = at;
        }
        // "France's rail union leader": of no state.
        let of_others = head > phrase.start
            && matches!(
                words.lemma(head - 1),
                "union"
                    | "federation"
                    | "association"
                    | "company"
                    | "airline"
                    | "firm"
                    | "industry"
            );
        if of_others {
            phrase.owners.retain(|&owner| !self.is_state_word(owner));
        }
        self.of_phrase(&mut phrase, sentence);
        phrase
    }

    /// Whether a word is of the name of a state, or of its people.
    fn is_state_word(&self, word: usize) -> bool {
        self.piece_at[word].is_some()
            && (self.of_word[word])
                .is_some_and(|id| self.all[id].kind == EntityKind::Actor(ActorType::State))
    }

    /// Whether a word is of the name of a body that is no state's: a company, a union, a party.
    fn is_own_body(&self, word: usize) -> bool {
        self.piece_at[word].is_some()
            && self.of_word[word].is_some_and(|id| {
                matches!(
                    self.all[id].kind,
                    EntityKind::Actor(
                        ActorType::Company | ActorType::Union | ActorType::PoliticalParty
                    )
                )
            })
    }

    /// "Kenya's Equator Bank", "the Danish brewer Orme": the last word of the body that is named behind a state's name that
    /// ends before a word.
    fn own_body_past(&self, end: usize) -> Option<usize> {
        let words = self.words;
        let from = end + usize::from(end < words.len() && words.xpos(end) == Xpos::Pos);
        let name = (from..(from + 5).min(words.len())).find(|&word| {
            self.piece_at[word].is_some() || !super::names::Finder::is_nominal(words, word)
        })?;
        let last = self.pieces[self.piece_at[name]?].words.end - 1;
        self.is_own_body(last).then_some(last)
    }

    fn of_phrase(&self, phrase: &mut Phrase, sentence: Range<usize>) {
        let words = self.words;
        let after = phrase.head + 1;
        if after >= sentence.end {
            return;
        }
        let noun = words.lemma(phrase.head);
        let opens = match words.form(after) {
            "of" => true,
            "for" => matches!(
                noun,
                "spokesman"
                    | "spokeswoman"
                    | "spokesperson"
                    | "representative"
                    | "negotiator"
                    | "minister"
                    | "secretary"
                    | "lawyer"
                    | "official"
                    | "commissioner"
                    | "office"
                    | "ministry"
                    | "department"
                    | "co-chair"
                    | "delegate"
                    | "counsel"
                    | "attorney"
                    | "solicitor"
                    | "barrister"
                    | "advocate"
                    | "lobbyist"
                    | "agent"
            ),
            "to" => matches!(
                noun,
                "adviser" | "advisor" | "aide" | "assistant" | "counsel" | "deputy"
            ),
            "from" if self.classes.has("a-force", noun) => true,
            // "the water minister in the Merin Government"
            "in" if self.governs_in(after + 1) && self.is_state_word(after + 1) => true,
            "in" => {
                matches!(noun, "minister" | "secretary")
                    && (after + 1..sentence.end.min(after + 5)).any(|word| {
                        matches!(
                            words.lower(word),
                            "government" | "administration" | "cabinet"
                        ) && words.upos(word) != Upos::Verb
                    })
            }
            "from" | "with" | "at" => matches!(
                noun,
                "official"
                    | "diplomat"
                    | "negotiator"
                    | "lawmaker"
                    | "officer"
                    | "delegate"
                    | "representative"
                    | "spokesman"
                    | "spokeswoman"
                    | "delegation"
                    | "minister"
                    | "observer"
                    | "expert"
                    | "counterpart"
                    | "mediator"
                    | "member"
                    | "steward"
                    | "organiser"
                    | "organizer"
                    | "campaigner"
                    | "director"
                    | "manager"
                    | "lawyer"
                    | "secretary"
                    | "executive"
            ),
            _ => false,
        };
        if !opens {
            return;
        }
        let mut at = after + 1;
        // "the leader of the council", "the chief negotiator for the alliance": a body that a noun means.
        let mut meant = None;
        while at < sentence.end && at < after + 14 {
            if let Some(piece) = self.piece_at[at] {
                let end = self.pieces[piece].words.end;
                if let Some(id) = self.of_word[at] {
                    let more = words.form(after) == "of"
                        && matches!(self.all[id].kind, EntityKind::Place | EntityKind::Thing);
                    // "the minister for Merin affairs": not Merin's.
                    let domain = words.form(after) == "for" && words.lemma(end) == "affair";
                    if !more && !domain && phrase.owners.is_empty() {
                        let body = (self.own_body_past(end)).filter(|_| self.is_state_word(at));
                        phrase.owners.push(body.unwrap_or(end - 1));
                    }
                    phrase.end = end;
                    // "a spokesman for Trade Minister Ada Brun": the office and the name.
                    while phrase.end < sentence.end && self.of_word[phrase.end] == Some(id) {
                        phrase.end += 1;
                    }
                    while phrase.end < sentence.end
                        && self.piece_at[phrase.end].is_none()
                        && super::names::Finder::is_nominal(words, phrase.end)
                    {
                        phrase.end += 1;
                    }
                    let end = phrase.end;
                    if !more {
                        // "the head of Ukraine's security council"
                        let genitive = end < sentence.end && words.xpos(end) == Xpos::Pos;
                        if genitive {
                            let mut last = end + 1;
                            while last < sentence.end
                                && super::names::Finder::is_nominal(words, last)
                            {
                                last += 1;
                            }
                            phrase.end = last;
                        }
                        return;
                    }
                }
                at = end;
                phrase.end = at;
                continue;
            }
            match words.upos(at) {
                Upos::Det | Upos::Adj | Upos::Num => {}
                Upos::Verb if matches!(words.rel(at), Rel::Amod | Rel::Compound) => {}
                Upos::Noun | Upos::Propn => {
                    phrase.end = at + 1;
                    let definite = matches!(words.form(after + 1), "the" | "The");
                    let body = self.is_body_noun(words.lemma(at)) || words.lemma(at) == "alliance";
                    if definite && body && !super::names::Finder::is_nominal(words, at + 1) {
                        meant = meant.or(Some(at));
                    }
                }
                Upos::Pron if words.xpos(at) == Xpos::PrpPoss => {
                    if phrase.owners.is_empty() {
                        phrase.owners.push(at);
                    }
                }
                Upos::Adp if matches!(words.form(at), "of" | "for") => {}
                Upos::Part if words.xpos(at) == Xpos::Pos => {}
                // "the 300-member tribe"
                Upos::Punct
                    if words.form(at) == "-"
                        && words.syntax.tokens.spans[at - 1].end
                            == words.syntax.tokens.spans[at].start => {}
                Upos::Cconj
                    if at + 1 < sentence.end
                        && super::names::Finder::is_nominal(words, at + 1)
                        && !matches!(noun, "president" | "minister") =>
                {
                    break;
                }
                _ => break,
            }
            at += 1;
        }
        let office = self.classes.has("persons", noun);
        if phrase.owners.is_empty() && office {
            phrase.owners.extend(meant);
        }
    }

    /// The words of a phrase without article and number.
    pub fn description(&self, phrase: &Phrase) -> Range<usize> {
        phrase.inner..phrase.head + 1
    }
}
