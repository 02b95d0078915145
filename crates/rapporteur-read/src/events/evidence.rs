//! What a deed is called, and the words it rests on.

use std::ops::Range;

use rapporteur_model::{EventStatus, Span};
use rapporteur_syntax::{Rel, Upos};

use super::circumstances::Circumstances;
use super::deeds::{Deed, Reader, Shape, strong};
use super::status::condition;

impl Reader<'_, '_> {
    /// The lemma of the head, with a particle that changes it.
    pub(super) fn label(&self, deed: Deed) -> String {
        let words = self.words;
        if self.is_gerund_noun(deed.named) {
            return words.lower(deed.named).to_owned();
        }
        // "voting closes on Friday": not that there is a vote
        if deed.shape == Shape::Aspect
            && self.class(deed).name == "vote"
            && matches!(words.lemma(deed.clause), "close" | "open")
        {
            return words.lemma(deed.clause).to_owned();
        }
        let form = words.lower(deed.named);
        let known = |stem: &&str| self.classes.verbs.contains_key(*stem);
        let lemma = strong(form)
            .or_else(|| {
                // A regular past whose lemma was not found: "balloted".
                let lost = words.upos(deed.named) == Upos::Verb && !known(&words.lemma(deed.named));
                ["ed", "d"]
                    .iter()
                    .filter_map(|ending| form.strip_suffix(ending))
                    .find(|stem| lost && known(stem))
            })
            .unwrap_or(words.lemma(deed.named));
        if words.upos(deed.named) == Upos::Noun && lemma == "talk" {
            return "talks".to_owned();
        }
        // "a signing ceremony", "a news conference": the noun alone says little.
        if matches!(lemma, "ceremony" | "conference")
            && let Some(kind) = words.child(deed.named, &[Rel::Compound, Rel::Amod])
            && matches!(
                words.lemma(kind),
                "sign" | "signing" | "signature" | "news" | "press"
            )
        {
            return format!("{} {lemma}", words.lower(kind));
        }
        // "walked out of the talks", "turned back at the border": the particle by which the class knows the verb.
        let next = deed.named + 1;
        let known = |particle: &str| {
            matches!(particle, "out" | "off" | "down" | "up" | "away" | "back")
                && self.classes.verbs.get(lemma).is_some_and(|entries| {
                    entries
                        .iter()
                        .any(|entry| entry.rest.first().is_some_and(|rest| rest == particle))
                })
        };
        let beside = (deed.shape == Shape::Verb
            && next < words.len()
            && known(words.lemma(next))
            && words.lemma(next) != "back")
            .then_some(next);
        match words.child(deed.named, &[Rel::CompoundPrt]).or(beside) {
            Some(particle)
                if !matches!(words.lemma(particle), "over" | "back" | "in" | "together") =>
            {
                format!("{lemma} {}", words.lemma(particle))
            }
            _ => lemma.to_owned(),
        }
    }

    /// The shortest clause within one line that holds actor, deed and what belongs to it.
    pub(super) fn evidence(
        &self,
        deed: Deed,
        actors: &[usize],
        recipients: &[usize],
        around: &Circumstances,
        status: EventStatus,
    ) -> Span {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(deed.clause));
        let mut range = deed.head.min(deed.clause)..deed.head.max(deed.clause) + 1;
        let grow = |range: &mut Range<usize>, more: Range<usize>| {
            if more.start >= sentence.start && more.end <= sentence.end && !more.is_empty() {
                *range = range.start.min(more.start)..range.end.max(more.end);
            }
        };
        if deed.shape == Shape::Moved {
            range = deed.clause..deed.clause + 1;
            for child in words.children_by(deed.clause, &[Rel::Aux, Rel::AuxPass, Rel::CompoundPrt])
            {
                grow(&mut range, words.subtree(child));
            }
            for part in &around.words {
                grow(&mut range, part.clone());
            }
            return words.span(words.trim(range));
        }
        let carrier = self.carrier(deed.head);
        grow(&mut range, carrier..carrier + 1);
        // "spent Thursday on two protocols and adjourned at noon": the subject of the first verb does not adjoin.
        let first = (deed.clause == deed.head && words.rel(deed.clause) == Rel::Conj)
            .then(|| words.head(deed.clause))
            .flatten()
            .filter(|_| {
                words
                    .child(deed.clause, &[Rel::Nsubj, Rel::NsubjPass])
                    .is_none()
            });
        let far = |noun: usize| first.is_some_and(|first| noun < first && first < deed.clause);
        for &noun in actors.iter().chain(recipients).filter(|&&noun| !far(noun)) {
            let mut phrase = self.phrase(noun);
            for conjunct in words.conjuncts(noun) {
                let more = self.phrase(conjunct);
                phrase = phrase.start.min(more.start)..phrase.end.max(more.end);
            }
            grow(&mut range, phrase);
        }
        if deed.shape != Shape::Noun {
            for child in words.children(deed.clause) {
                let part = match words.rel(child) {
                    Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::Iobj => self.phrase(child),
                    Rel::Aux
                    | Rel::AuxPass
                    | Rel::CompoundPrt
                    | Rel::OblAgent
                    | Rel::Obl
                    | Rel::OblUnmarked => words.subtree(child),
                    Rel::Advmod if words.lemma(child) == "not" => words.subtree(child),
                    _ => continue,
                };
                grow(&mut range, part);
            }
        } else {
            grow(&mut range, self.phrase(deed.head));
        }
        for part in &around.words {
            grow(&mut range, part.clone());
        }
        if status == EventStatus::Conditional
            && let Some(clause) = condition(words, deed.clause)
        {
            grow(&mut range, words.subtree(clause));
        }
        self.within_line(words.trim(range), deed.head)
    }

    /// Words as a stretch of the text, within the line of the head.
    pub(super) fn within_line(&self, range: Range<usize>, head: usize) -> Span {
        let words = self.words;
        let span = words.span(range);
        let head = words.syntax.tokens.spans[head];
        let text = words.text;
        let start = text
            .get(span.start as usize..head.start as usize)
            .and_then(|before| before.rfind('\n'))
            .map_or(span.start, |at| span.start + at as u32 + 1);
        let end = text
            .get(head.end as usize..span.end as usize)
            .and_then(|after| after.find('\n'))
            .map_or(span.end, |at| head.end + at as u32);
        Span { start, end }
    }

    /// A noun phrase without what follows it as a clause of its own.
    pub(super) fn phrase(&self, noun: usize) -> Range<usize> {
        let words = self.words;
        let mut range = words.subtree(noun);
        for child in words.children(noun) {
            if child > noun
                && matches!(
                    words.rel(child),
                    Rel::AclRelcl | Rel::Parataxis | Rel::Conj | Rel::Cc | Rel::Punct
                )
            {
                range.end = range.end.min(words.subtree(child).start).max(noun + 1);
            }
        }
        range
    }
}
