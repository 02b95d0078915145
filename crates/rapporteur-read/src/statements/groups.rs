//! Groups of source and cue behind or inside what was said: "…, Marn said", "Any change, she added, would …".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Context;
use super::classes::Kind;
use super::content::{GOES_ON, is_terminal};
use super::cues::{class_of, verb_cue};
use super::source::Source;

impl Context<'_, '_> {
    /// What was said where the cue stands behind it or inside it: the words of the sentence before the group of source
    /// and cue, and those behind it that go on.
    pub(super) fn around_group(
        &self,
        verb: usize,
        cue: &Range<usize>,
        source: &Source,
    ) -> Option<(Vec<Range<usize>>, Option<usize>)> {
        let words = self.words;
        if !source.own
            || words
                .child(verb, &[Rel::Mark])
                .is_some_and(|mark| words.lemma(mark) != "as")
        {
            return None;
        }
        if matches!(words.rel(verb), Rel::AclRelcl | Rel::Csubj)
            || words.rel(verb) == Rel::Acl && self.own_subject(verb).is_none()
        {
            return None;
        }
        // "Merin argued that …, and Tolsk agrees": a clause of its own, not who told what stands before.
        let joined = words.rel(verb) == Rel::Conj
            && words
                .child(verb, &[Rel::Cc])
                .is_some_and(|cc| cc < cue.start && matches!(words.lemma(cc), "and" | "but"));
        if joined && self.own_subject(verb).is_some_and(|subject| subject < verb) {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(verb));
        let mut group = cue.start.min(source.words.start)..cue.end.max(source.words.end);
        // "as Marn put it"
        while group.start > sentence.start
            && words.head(group.start - 1) == Some(verb)
            && matches!(
                words.rel(group.start - 1),
                Rel::Mark | Rel::Advmod | Rel::Cc
            )
        {
            group.start -= 1;
        }
        while group.start > sentence.start
            && self.is_quote_mark(group.start - 1)
            && self.quote_of[group.start - 1] == self.quote_of[verb]
            && self
                .quotes
                .iter()
                .all(|quote| quote.words.start != group.start)
        {
            group.start -= 1;
        }
        // "As Marn put it, …"
        let body = self.body_start(&sentence);
        if group.start == body
            && words
                .child(verb, &[Rel::Mark])
                .is_some_and(|mark| words.lemma(mark) == "as")
            && self.is_pause(group.end.min(words.len() - 1))
        {
            let rest = self.trim_range(group.end + 1..sentence.end);
            let head = words.head(verb).filter(|head| rest.contains(head));
            return (rest.len() > 2).then_some((vec![rest], head));
        }
        if group.start <= body || !self.is_pause(group.start - 1) {
            return None;
        }
        while group.end < sentence.end
            && !self.is_pause(group.end)
            && !is_terminal(words.form(group.end))
            && !self.is_quote_mark(group.end)
        {
            group.end += 1;
        }
        let body = self.body_start(&sentence);
        let mut start = body;
        for word in body..group.start {
            if matches!(words.form(word), ";" | ":") && self.quote_of[word] == self.quote_of[verb] {
                start = word + 1;
            }
        }
        let left = self.trim_range(start..(group.start - 1).max(start));
        if left.is_empty() {
            return None;
        }
        let right = self.right_part(verb, &left, group.end, sentence.end);
        let head = words
            .head(verb)
            .filter(|head| !group.contains(head))
            .or_else(|| {
                words
                    .child(verb, &[Rel::Ccomp])
                    .filter(|&clause| !group.contains(&clause))
            })
            .or_else(|| words.top(left.clone()));
        let finite = left.clone().any(|word| {
            matches!(
                words.xpos(word),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
            ) || words.upos(word) == Upos::Aux
        }) || left.clone().any(|word| {
            words.upos(word) == Upos::Verb
                && words.xpos(word) != Xpos::Vbg
                && words.rel(word) != Rel::Acl
        });
        if !finite && right.is_none() {
            return None;
        }
        let mut ranges = vec![left];
        ranges.extend(right);
        Some((ranges, head))
    }

    /// The words behind an inserted cue that go on with what was said.
    pub(super) fn right_part(
        &self,
        verb: usize,
        left: &Range<usize>,
        from: usize,
        sentence_end: usize,
    ) -> Option<Range<usize>> {
        let words = self.words;
        let first = (from..sentence_end)
            .find(|&word| words.upos(word) != Upos::Punct || self.is_quote_mark(word))?;
        let last = self.is_pause(from);
        if !last {
            return None;
        }
        let whole = left.clone().any(|word| {
            matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass | Rel::Expl)
                && words.head(word).is_some_and(|head| left.contains(&head))
                && words
                    .child(words.head(word).unwrap_or(word), &[Rel::Mark])
                    .is_none()
        });
        let opens = words.lemma(first);
        let carrier = (first..sentence_end)
            .find(|&word| {
                words
                    .head(word)
                    .is_none_or(|head| head < first || head >= sentence_end)
            })
            .unwrap_or(first);
        let new_cue = verb_cue(words, self.classes, carrier).is_some_and(|cue| {
            class_of(self.classes, &cue, |class| class.kind == Kind::Saying).is_some()
        }) && carrier > first
            && words
                .child(carrier, &[Rel::Nsubj])
                .is_some_and(|subject| subject >= first)
            && whole;
        let gerund =
            words.xpos(first) == Xpos::Vbg && verb_cue(words, self.classes, first).is_some();
        let subject = (first + 1..sentence_end.min(first + 10)).any(|word| {
            matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass)
                && words.head(word).is_some_and(|head| head > word)
        });
        let form = words.lower(first);
        let goes_on = GOES_ON.contains(&opens)
            || GOES_ON.contains(&form)
            || !subject && words.upos(first) == Upos::Cconj && !self.says_conjunct(first, carrier);
        if gerund || new_cue || whole && !goes_on {
            return None;
        }
        let mut end = sentence_end;
        if let Some(stop) = (first..sentence_end).find(|&word| words.form(word) == ";") {
            end = stop;
        }
        let end = self.cut(verb, first, first..end);
        let range = self.trim_range(first..end);
        (!range.is_empty()).then_some(range)
    }

    /// Whether a conjunct is a verb of saying without a subject of its own: "…, he said, and warned that".
    pub(super) fn says_conjunct(&self, first: usize, carrier: usize) -> bool {
        let words = self.words;
        (first + 1..=carrier.max(first + 3).min(words.len() - 1)).any(|word| {
            matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz)
                && verb_cue(words, self.classes, word).is_some()
                && words.child(word, &[Rel::Nsubj, Rel::NsubjPass]).is_none()
        })
    }

    /// The first word of a sentence behind a dateline at the head of its block.
    pub(super) fn body_start(&self, sentence: &Range<usize>) -> usize {
        let words = self.words;
        let mut start = sentence.start;
        if let Some(line) = &self.blocks.dateline {
            let end = [line.place, line.date, line.agency]
                .into_iter()
                .flatten()
                .map(|span| span.end)
                .max()
                .unwrap_or(0);
            while start < sentence.end && words.span(start..start + 1).end <= end {
                start += 1;
            }
            if start > sentence.start {
                while start < sentence.end
                    && words.upos(start) == Upos::Punct
                    && !self.is_quote_mark(start)
                {
                    start += 1;
                }
            }
        }
        start
    }
}
