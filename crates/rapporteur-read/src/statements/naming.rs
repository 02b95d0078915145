//! Naming: a thing and what somebody calls it: "called the offer absurd", "a plan that Marn described as unaffordable".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Context;
use super::cues::Cue;

impl Context<'_, '_> {
    /// "called the condition reasonable", "described the talks as useful", "put the total at 370".
    pub(super) fn naming(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let verb = cue.head;
        // "calls that "a crust, and a dry one""
        let next = cue.end;
        if next + 2 < words.len()
            && matches!(
                words.form(next),
                "that" | "this" | "it" | "them" | "him" | "her"
            )
            && self.is_quote_mark(next + 1)
            && let Some(quote) = self.quote_at(next + 2)
            && quote.words.start == next + 2
        {
            let mut range = next..quote.words.end;
            range.end += usize::from(range.end < words.len() && self.is_quote_mark(range.end));
            return Some(range);
        }
        if let Some(range) = self.called_in_quotes(cue).or_else(|| self.called_that(cue)) {
            return Some(range);
        }
        let mut parts: Vec<usize> = words
            .children(verb)
            .filter(|&child| {
                child >= cue.end
                    && matches!(
                        words.rel(child),
                        Rel::Obj
                            | Rel::Iobj
                            | Rel::Xcomp
                            | Rel::Ccomp
                            | Rel::Obl
                            | Rel::OblUnmarked
                            | Rel::NmodUnmarked
                            | Rel::Advcl
                            | Rel::Advmod
                            | Rel::Acl
                    )
            })
            .collect();
        let small = parts.iter().copied().find(|&part| {
            words.rel(part) == Rel::Ccomp && words.child(part, &[Rel::Nsubj]).is_some()
        });
        let bare = |part: &usize| words.child(*part, &[Rel::Case, Rel::Mark]).is_none();
        let object = parts
            .iter()
            .copied()
            .find(|&part| matches!(words.rel(part), Rel::Obj | Rel::Iobj))
            .or_else(|| small.and_then(|small| words.child(small, &[Rel::Nsubj])))
            .or_else(|| {
                parts
                    .first()
                    .copied()
                    .filter(|&part| words.rel(part) == Rel::Obl && cue.end > verb + 1)
            })
            .or_else(|| {
                parts.iter().copied().filter(bare).find(|&part| {
                    matches!(words.rel(part), Rel::Xcomp | Rel::Obl | Rel::OblUnmarked)
                })
            })?;
        // "called that wishful thinking", read as one noun phrase.
        let first = words.subtree(object).start.max(cue.end);
        if parts.len() == 1
            && (words.rel(object) == Rel::Xcomp
                || words.rel(object) == Rel::Obj
                    && first + 1 == object
                    && words.lemma(verb) == "call")
            && object > first
            && matches!(
                words.lemma(first),
                "that" | "this" | "it" | "they" | "he" | "she" | "these" | "those"
            )
        {
            let range =
                self.trim_range(first..self.cut(verb, object, first..words.subtree(object).end));
            return (!range.is_empty()).then_some(range);
        }

        // What hangs on the object may be what it is called: "called it below inflation".
        parts.extend(words.children(object).filter(|&child| child > object));
        let is_time = |part: usize| self.dates.at(part).is_some();
        let case = |part: usize| {
            words
                .child(part, &[Rel::Case, Rel::Mark])
                .map(|case| words.lemma(case))
        };
        let predicate = parts
            .into_iter()
            .filter(|&part| part > object && !is_time(part))
            .find(|&part| {
                let plain = match words.rel(part) {
                    Rel::Xcomp | Rel::Ccomp => {
                        words.upos(part) != Upos::Verb
                            || self.in_quotes(part)
                            || words.xpos(part) == Xpos::Vbn
                    }
                    Rel::Obj | Rel::Amod => true,
                    Rel::Obl | Rel::OblUnmarked | Rel::NmodUnmarked if case(part).is_none() => true,
                    Rel::Appos => !self.comma_before(words.subtree(part).start),
                    Rel::Advmod => words.upos(part) == Upos::Adj,
                    Rel::Obl | Rel::Nmod => matches!(
                        case(part),
                        Some("below" | "above" | "beneath" | "beyond" | "out" | "far")
                    ),
                    _ => false,
                };
                match words.lemma(verb) {
                    "put" => {
                        case(part) == Some("at")
                            && (words.upos(part) == Upos::Num
                                || words.child(part, &[Rel::Nummod]).is_some())
                    }
                    "find" => {
                        matches!(words.rel(part), Rel::Xcomp | Rel::Amod | Rel::Advmod)
                            && words.upos(part) == Upos::Adj
                            || self.in_quotes(part) && plain
                    }
                    "liken" | "compare" => case(part) == Some("to"),
                    "call" | "label" | "brand" | "dub" | "term" | "deem" | "declare" | "style"
                    | "rate" => plain,
                    _ => case(part) == Some("as"),
                }
            });
        let predicate = match predicate {
            Some(predicate) => predicate,
            None => self.second_noun_phrase(verb, object)?,
        };
        let start = words.subtree(object).start.max(cue.end);
        let end = self
            .right_end(verb, predicate)
            .max(words.subtree(predicate).end);
        let end = self.cut(verb, predicate, start..end);
        let range = self.trim_range(start..end);
        (!range.is_empty()).then_some(range)
    }

    /// "called talk of a meeting "a fairy tale"": a thing and, in quotation marks, what it is called.
    fn called_in_quotes(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let verb = cue.head;
        let calls = matches!(
            words.lemma(verb),
            "call"
                | "label"
                | "brand"
                | "dub"
                | "term"
                | "describe"
                | "deem"
                | "find"
                | "pronounce"
                | "declare"
        );
        let sentence = words.sentence(words.sentence_of(verb));
        let quote = (cue.end + 2..sentence.end.min(cue.end + 14))
            .find(|&word| {
                self.quote_of[word] != self.quote_of[verb] && self.quote_of[word].is_some()
            })
            .filter(|_| calls && self.quote_of[verb].is_none())
            .and_then(|word| self.quote_at(word))?;
        let between = cue.end..quote.words.start - 1;
        let plain = between
            .clone()
            .all(|word| !matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Punct));
        let named = between
            .clone()
            .any(|word| matches!(words.upos(word), Upos::Noun | Upos::Propn | Upos::Pron));
        if !plain || !named {
            return None;
        }
        let end = quote.words.end;
        let closes = end < words.len() && self.is_quote_mark(end);
        Some(cue.end..end + usize::from(closes))
    }

    /// "called that a relic", "described the 32-hour week as unaffordable": read off the words, for the pronoun is often taken
    /// for an article and "as" for the head of a clause.
    fn called_that(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let next = cue.end;
        let calls = matches!(
            words.lemma(cue.head),
            "call" | "label" | "brand" | "dub" | "term" | "deem" | "declare"
        );
        let sentence = words.sentence(words.sentence_of(cue.head));
        let ends = |at: usize| at >= sentence.end || words.upos(at) == Upos::Punct;
        let named = if calls {
            let pronoun = next + 2 < sentence.end
                && matches!(
                    words.lower(next),
                    "that" | "this" | "it" | "these" | "those"
                );
            let what = next + 1;
            pronoun
                && (matches!(words.lower(what), "a" | "an")
                    || words.upos(what) == Upos::Adj && ends(what + 1))
        } else if matches!(
            words.lemma(cue.head),
            "describe" | "characterize" | "characterise" | "portray" | "depict"
        ) {
            let before_as = (next..sentence.end.min(next + 8))
                .take_while(|&at| {
                    let finite = matches!(words.upos(at), Upos::Verb | Upos::Aux);
                    !(finite || ends(at) && words.form(at) != "-")
                })
                .find(|&at| words.lower(at) == "as");
            before_as.is_some_and(|at| at > next && !ends(at + 1))
        } else {
            false
        };
        let end = (next..sentence.end)
            .find(|&at| words.form(at) != "-" && (ends(at) || words.upos(at) == Upos::Cconj))
            .unwrap_or(sentence.end);
        (named && self.quote_of[cue.head] == self.quote_of[end - 1] && next < end)
            .then_some(next..end)
    }

    /// "the offer, which she called non-negotiable for any government": what it is called, behind the clause that names it.
    pub(super) fn called_which(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let verb = cue.head;
        let subject = self.own_subject(verb).filter(|&subject| subject < verb)?;
        let start = words.subtree(subject).start;
        let wh = start > 0
            && matches!(words.xpos(start - 1), Xpos::Wdt)
            && words.lower(start - 1) == "which";
        let next = cue.end;
        let calls = matches!(
            words.lemma(verb),
            "call" | "deem" | "label" | "brand" | "dub" | "term"
        );
        if !wh || !calls || next >= words.len() {
            return None;
        }
        let told = matches!(words.lower(next), "a" | "an")
            || words.upos(next) == Upos::Adj
            || self.is_quote_mark(next);
        let sentence = words.sentence(words.sentence_of(verb));
        let end = (next + 1..sentence.end)
            .find(|&at| {
                self.quote_of[at].is_none()
                    && words.upos(at) == Upos::Punct
                    && words.form(at) != "-"
            })
            .unwrap_or(sentence.end);
        let range = self.trim_range(next..end);
        (told && !range.is_empty()).then_some(range)
    }

    /// The noun phrase that begins with "a" right behind another one: "called the vote | a mistake".
    fn second_noun_phrase(&self, verb: usize, object: usize) -> Option<usize> {
        let words = self.words;
        if !matches!(
            words.lemma(verb),
            "call" | "label" | "brand" | "dub" | "term" | "deem" | "declare"
        ) {
            return None;
        }
        let end = self.right_end(verb, object);
        (object + 1..end).find_map(|word| {
            let article = matches!(words.form(word), "a" | "an");
            let behind_noun = matches!(
                words.upos(word - 1),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
            );
            (article && behind_noun)
                .then(|| words.head(word))
                .flatten()
                .filter(|&head| head > word)
        })
    }

    /// "the tax, which Marn described as unaffordable": what was named stands before the clause.
    pub(super) fn named_before(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let verb = cue.head;
        let next = cue.end.min(words.len() - 1);
        if words.rel(verb) != Rel::AclRelcl {
            return None;
        }
        let subject = self.own_subject(verb).filter(|&subject| subject < verb)?;
        if matches!(words.xpos(subject), Xpos::Wdt | Xpos::Wp) {
            return None;
        }
        if words.form(next) != "as" {
            return self.called_behind(verb, next);
        }
        let predicate = words.children(verb).find(|&child| child > cue.end)?;
        let end = self.cut(verb, predicate, cue.end..self.right_end(verb, predicate));
        let pronoun = words
            .children_by(verb, &[Rel::Obj])
            .find(|&object| object < verb && matches!(words.xpos(object), Xpos::Wdt | Xpos::Wp));
        let range = self.trim_range(pronoun.unwrap_or(cue.end + 1)..end);
        (!range.is_empty()).then_some(range)
    }

    /// "which Marn likened to a trap", "an idea that Marn has called "interesting"": only what it is called stands behind.
    fn called_behind(&self, verb: usize, next: usize) -> Option<Range<usize>> {
        let words = self.words;
        let to = words.form(next) == "to";
        let quoted = self.is_quote_mark(next) || self.in_quotes(next);
        let fits = match words.lemma(verb) {
            "liken" | "compare" => to,
            "find" => words.upos(next) == Upos::Adj || quoted,
            "call" | "label" | "brand" | "dub" | "term" | "deem" | "pronounce" => {
                quoted
                    || matches!(words.upos(next), Upos::Adj | Upos::Adv)
                    || matches!(words.form(next), "a" | "an")
            }
            _ => false,
        };
        if !fits || words.negation(verb).is_some() {
            return None;
        }
        let start = next + usize::from(to);
        if let Some(quote) = self
            .quote_at(start + 1)
            .filter(|_| self.is_quote_mark(start))
        {
            return Some(start..(quote.words.end + 1).min(words.len()));
        }
        let predicate = words.children(verb).find(|&child| child >= start)?;
        let end = self.cut(verb, predicate, start..self.right_end(verb, predicate));
        let range = self.trim_range(start..end);
        (!range.is_empty()).then_some(range)
    }

    fn in_quotes(&self, word: usize) -> bool {
        self.quote_of[word].is_some()
    }
}
