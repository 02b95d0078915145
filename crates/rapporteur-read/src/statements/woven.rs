//! Quotations that are part of a sentence: woven into the words around an inserted cue, told by whoever spoke last, or
//! named as somebody's words.

use std::ops::Range;

use rapporteur_model::{Act, ActorType, BlockKind};
use rapporteur_syntax::{Rel, Upos};

use super::classes::Kind;
use super::content::is_terminal;
use super::cues::{cue_words, verb_cue};
use super::quotes::Quote;
use super::{Context, Draft};
use crate::entities::EntityKind;

impl Context<'_, '_> {
    /// "The Swedes, she went on, "want our harbours": the quotation goes on with the words before the cue.
    pub(super) fn woven(&self, quote: &Quote, verb: usize) -> Option<Draft> {
        let words = self.words;
        let cue = verb_cue(words, self.classes, verb)?;
        let written = cue_words(words, &cue);
        let source = self.source(verb)?;
        let group = written.start.min(source.words.start)..written.end.max(source.words.end);
        let sentence = words.sentence(words.sentence_of(verb));
        let body = self.body_start(&sentence);
        if group.start <= body || !self.is_pause(group.start - 1) {
            return None;
        }
        let mut start = body;
        for word in body..group.start {
            if matches!(words.form(word), ";" | ":") {
                start = word + 1;
            }
        }
        let left = self.trim_range(start..group.start - 1);
        let plain = left.clone().all(|word| self.quote_of[word].is_none());
        // A quotation that begins a sentence of its own does not go on with anything.
        let goes_on = quote
            .inner
            .of(words.text)
            .starts_with(|first: char| first.is_lowercase());
        if left.is_empty() || !plain || !goes_on {
            return None;
        }
        Some(Draft {
            cue_head: Some(verb),
            cue: Some(written),
            act: Act::Said,
            kind: Kind::Saying,
            source: Some(source),
            content: vec![left.clone(), quote.words.clone()],
            words: Some(self.with_marks(left.start..quote.words.end)),
            rule: "statement/woven",
            ..Draft::default()
        })
    }

    /// A stretch with the closing mark of the quotation that it ends with.
    fn with_marks(&self, range: Range<usize>) -> Range<usize> {
        let closes = range.end < self.words.len()
            && self.is_quote_mark(range.end)
            && self.quote_of[range.end - 1].is_some();
        range.start..range.end + usize::from(closes)
    }

    /// "offered a shrug and the words "not today"": somebody's words, named as such.
    pub(super) fn worded(&self, quote: &Quote) -> Option<Draft> {
        let words = self.words;
        let mark = quote.words.start.checked_sub(1)?;
        let noun = mark.checked_sub(1)?;
        if !self.classes.answers.contains(words.lemma(noun))
            || words.upos(noun) != Upos::Noun
            || self.blocks.at(words.span(noun..mark).start) != Some(quote.block)
        {
            return None;
        }
        let verb = words.ancestors(noun).find(|&above| words.is_verb(above))?;
        let subject = words.subject(verb).filter(|&subject| subject < verb)?;
        Some(Draft {
            cue_head: None,
            cue: Some(noun..noun + 1),
            act: Act::Said,
            kind: Kind::Saying,
            source: Some(self.noun_phrase(subject, verb, true)),
            content: vec![quote.words.clone()],
            quoted: true,
            words: Some(quote.words.clone()),
            rule: "statement/words",
            ..Draft::default()
        })
    }

    /// Quotations in the sentences behind somebody's statement, in the same paragraph and without a cue of their own:
    /// "… , she said. Merin "has not asked for it", and its claim "stays what it was"." Whoever spoke goes on.
    pub(super) fn fragments(&self, drafts: &mut Vec<Draft>) {
        let words = self.words;
        // For each word, whether a draft tells it.
        let mut told = vec![false; words.len()];
        let mut known = 0;
        for quote in &self.quotes {
            let at = quote.words.start;
            for draft in &drafts[known..] {
                for range in draft.content.iter().chain(&draft.words) {
                    if let Some(told) = told.get_mut(range.clone()) {
                        told.fill(true);
                    }
                }
            }
            known = drafts.len();
            if told.get(at) == Some(&true) || !self.says_something(quote) {
                continue;
            }
            let running = self.blocks.items[quote.block].kind == BlockKind::Paragraph;
            let sentence = words.sentence(words.sentence_of(at));
            let inside = words.inside(self.blocks.items[quote.block].span);
            let before = drafts
                .iter()
                .filter(|draft| {
                    draft.kind == Kind::Saying
                        && draft.source.is_some()
                        && draft.content.first().is_some_and(|range| {
                            inside.contains(&range.start) && range.start < sentence.start
                        })
                })
                .max_by_key(|draft| draft.content[0].start);
            let source = before
                .and_then(|draft| draft.source.clone())
                .filter(|source| {
                    self.actor(source.head).is_some_and(|id| {
                        matches!(
                            self.entities.all[id].kind,
                            EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                        )
                    })
                });
            let Some(source) = source.filter(|_| running) else {
                continue;
            };
            let speaker = self.actor(source.head);
            let clause = self.clause_around(quote, &sentence);
            // Not what somebody else does, or does by a verb of a stance.
            let foreign = clause.clone().any(|word| {
                self.quote_of[word].is_none()
                    && matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass)
                    && self.actor(word).is_some_and(|id| {
                        Some(id) != speaker
                            && matches!(
                                self.entities.all[id].kind,
                                EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                            )
                    })
            });
            let cue = clause.clone().any(|word| {
                self.quote_of[word].is_none() && verb_cue(words, self.classes, word).is_some()
            });
            if foreign || cue {
                continue;
            }
            let alone = self.only_topic(clause.start..at);
            drafts.push(Draft {
                act: Act::Said,
                kind: Kind::Saying,
                source: Some(source),
                content: vec![if alone {
                    quote.words.clone()
                } else {
                    clause.clone()
                }],
                quoted: alone,
                words: Some(if alone {
                    quote.words.clone()
                } else {
                    self.with_marks(clause)
                }),
                rule: "statement/fragment",
                ..Draft::default()
            });
        }
    }

    /// Whether a quotation is more than a name or a word held up.
    fn says_something(&self, quote: &Quote) -> bool {
        let words = self.words;
        let count = quote
            .words
            .clone()
            .filter(|&word| words.upos(word) != Upos::Punct)
            .count();
        let verb = (quote.words.clone())
            .any(|word| matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Intj));
        count >= 3 || verb && count >= 2
    }

    /// "As for the pilots, "with respect, no"": nothing before the quotation but what it is about.
    fn only_topic(&self, before: Range<usize>) -> bool {
        let words = self.words;
        let topic = matches!(words.lower(before.start), "as" | "on" | "about" | "to");
        topic
            && before.clone().all(|word| {
                !matches!(
                    words.xpos(word),
                    rapporteur_syntax::Xpos::Vbd
                        | rapporteur_syntax::Xpos::Vbz
                        | rapporteur_syntax::Xpos::Vbp
                        | rapporteur_syntax::Xpos::Md
                )
            })
            || before.clone().all(|word| words.upos(word) == Upos::Punct)
    }

    /// The clause that a quotation is part of: from the last semicolon, or the last ", and" between two clauses.
    fn clause_around(&self, quote: &Quote, sentence: &Range<usize>) -> Range<usize> {
        let words = self.words;
        let free = |word: usize| self.quote_of[word].is_none();
        let mut start = sentence.start;
        while start < quote.words.start
            && words.upos(start) == Upos::Punct
            && !self.is_quote_mark(start)
        {
            start += 1;
        }
        let parts = |word: usize| {
            free(word)
                && (matches!(words.form(word), ";" | ":")
                    || matches!(words.form(word), "and" | "but")
                        && word > 0
                        && words.form(word - 1) == ",")
        };
        if let Some(last) = (start..quote.words.start).rev().find(|&word| parts(word)) {
            let whole =
                (start..last).any(|word| matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass));
            if whole || words.form(last) == ";" {
                start = last + 1;
            }
        }
        let mut end = sentence.end;
        if let Some(first) = (quote.words.end..sentence.end).find(|&word| parts(word)) {
            end = first;
        }
        while end > quote.words.end
            && (is_terminal(words.form(end - 1)) || words.form(end - 1) == ",")
        {
            end -= 1;
        }
        start..end.max(quote.words.end)
    }

    /// "The boats, by his account, are old": what somebody's account, reckoning or telling covers.
    pub(super) fn accounts(&self) -> Vec<Draft> {
        let words = self.words;
        let mut drafts = Vec::new();
        for noun in 2..words.len() {
            let by: &[&str] = match words.lower(noun) {
                "account" | "reckoning" | "admission" | "estimate" | "count" => &["by", "on"],
                "telling" => &["by", "in", "on"],
                "words" | "version" => &["in"],
                _ => continue,
            };
            let Some(owner) = self.whose(noun).filter(|owner| owner.head < noun) else {
                continue;
            };
            let first = owner.words.start;
            if first == 0 || !by.contains(&words.lower(first - 1)) {
                continue;
            }
            let sentence = words.sentence(words.sentence_of(noun));
            let group = first - 1..noun + 1;
            let body = self.body_start(&sentence);
            let set_off = (group.start == body || self.is_pause(group.start - 1))
                && group.end < sentence.end
                && (self.is_pause(group.end) || is_terminal(words.form(group.end)));
            if !set_off || self.quote_of[noun].is_some() {
                continue;
            }
            let left = self.trim_range(body..group.start);
            let right = self.trim_range(group.end..sentence.end);
            let content: Vec<Range<usize>> = [left, right]
                .into_iter()
                .filter(|range| !range.is_empty())
                .collect();
            if content.is_empty() {
                continue;
            }
            drafts.push(Draft {
                cue: Some(group),
                act: Act::Said,
                kind: Kind::Saying,
                source: Some(owner),
                content,
                rule: "statement/account",
                ..Draft::default()
            });
        }
        drafts
    }
}
