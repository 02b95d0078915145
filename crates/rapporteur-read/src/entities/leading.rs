//! Whom somebody leads or speaks for, told by a verb: "who leads the Merin team", "led by Ada Brun".

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::EntityKind;
use super::gather::Work;

impl Work<'_> {
    /// Whom somebody leads or speaks for, with "who" at a word: "who leads them", "who heads the Merin team", "who speaks
    /// for the Front", "who leads the government delegation".
    pub(super) fn led(&self, who: usize) -> Option<usize> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(who));
        let pause = (who + 1..sentence.end)
            .find(|&word| matches!(words.form(word), "," | "." | ";" | ")"))
            .unwrap_or(sentence.end);
        // "who drives a tram and leads the union"
        let tied = |word: usize| {
            word < who + 5
                || words.form(word - 1) == "and"
                || words.upos(word - 1) == Upos::Adv && words.form(word - 2) == "and"
        };
        let verb = (who + 1..(who + 14).min(pause).max((who + 5).min(sentence.end)))
            .filter(|&word| tied(word) && !self.is_past_office(who, word))
            .find(|&word| match words.lemma(word) {
                "head" | "lead" | "chair" | "represent" | "command" | "run" | "advise"
                | "found" | "co-chair" | "co-found" | "direct" | "manage" | "conduct" | "steer"
                | "coordinate" | "co-ordinate" | "oversee" | "captain" | "front" => true,
                "speak" | "negotiate" | "act" | "sign" | "bargain" | "talk" | "answer"
                | "appear" | "lobby" | "campaign" | "plead" | "argue" => {
                    self.form_at(word + 1) == "for"
                }
                "preside" | "rule" | "take" => self.form_at(word + 1) == "over",
                // "who sits on its central committee"
                "sit" | "serve" => matches!(self.form_at(word + 1), "on" | "in"),
                _ => false,
            })?;
        let led = (verb + 1..(verb + 8).min(sentence.end))
            .take_while(|&word| !matches!(words.form(word), "," | "."))
            .find(|&word| {
                self.of_word[word].is_some() && !self.is_of_their_union(word)
                    || words.xpos(word) == Xpos::PrpPoss
                    // "who leads the rebels' team": who they are is found later.
                    || words.rel(word) == Rel::NmodPoss && !self.is_of_own_body(word)
                    || matches!(words.form(word), "them" | "it")
                    || words.lemma(word) == "government"
            });
        // "who conducts the talks in Orle for the government of Merin"
        let actor = |word: usize| {
            self.of_word[word].is_some_and(|id| matches!(self.all[id].kind, EntityKind::Actor(_)))
        };
        let side = || {
            let whom = (verb + 1..pause).find(|&at| self.lower(at) == "for")? + 1;
            let (owner, _) = self.body_from(whom)?;
            (self.piece_at[owner].is_some() && actor(owner)).then_some(owner)
        };
        if let Some(side) = led
            .is_none_or(|led| self.piece_at[led].is_some() && !actor(led))
            .then(side)
            .flatten()
        {
            return Some(side);
        }
        // "who leads the federation", "who chairs the swimmers"
        led.or_else(|| {
            let from = verb + 1 + usize::from(matches!(self.form_at(verb + 1), "for" | "over"));
            self.body_from(from).map(|(owner, _)| owner)
        })
    }

    /// "the Danish dockers' union", "the Merin farmers' association": whether an adjective tells where those are from whose
    /// league is meant.
    pub(super) fn is_of_their_union(&self, word: usize) -> bool {
        let words = self.words;
        words.upos(word) == Upos::Adj
            && (word + 1..(word + 6).min(words.len()))
                .take_while(|&at| {
                    super::names::Finder::is_nominal(words, at) || words.xpos(at) == Xpos::Pos
                })
                .last()
                .is_some_and(|noun| {
                    matches!(
                        words.lemma(noun),
                        "union" | "federation" | "association" | "guild" | "company" | "airline"
                    )
                })
    }

    /// "the parents' council": whether those whom a word names have a body of their own.
    pub(super) fn is_of_own_body(&self, word: usize) -> bool {
        let words = self.words;
        // "the Danish dockers' union" is of no state.
        let of_land = word
            .checked_sub(1)
            .is_some_and(|before| self.of_word[before].is_some());
        words.upos(word) == Upos::Noun
            && !of_land
            && words.head(word).is_some_and(|body| {
                matches!(
                    words.lemma(body),
                    "council"
                        | "association"
                        | "union"
                        | "federation"
                        | "committee"
                        | "league"
                        | "guild"
                        | "cooperative"
                        | "assembly"
                        | "forum"
                        | "alliance"
                        | "society"
                )
            })
    }

    /// "who used to lead the union", "who once chaired it": whether an office that a verb tells behind "who" is over.
    pub(super) fn is_past_office(&self, who: usize, verb: usize) -> bool {
        (who + 1..verb).any(|word| {
            matches!(
                self.lower(word),
                "used" | "once" | "formerly" | "previously" | "had"
            )
        })
    }

    /// "the former diver | Nils Orme": the words right before a name that tell what somebody is, the nearest first, at most so
    /// many.
    pub(super) fn describing(&self, name: usize, most: usize) -> impl Iterator<Item = usize> {
        (name.saturating_sub(most)..name).rev().take_while(|&at| {
            self.of_word[at].is_none()
                && matches!(self.words.upos(at), Upos::Noun | Upos::Adj | Upos::Det)
        })
    }

    /// "led by Ada Brun", "headed by the diver Nils Orme": the word "by" before a name, past what somebody is.
    pub(super) fn by_before(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let first = (self.describing(start, 4))
            .take_while(|&at| words.form(at).starts_with(char::is_lowercase))
            .last()
            .unwrap_or(start);
        first.checked_sub(1).filter(|&by| self.form_at(by) == "by")
    }
}
