//! The deeds of a record: which words name one, who did it, and on which words it rests.

use std::ops::Range;

use rapporteur_model::{BlockKind, EventStatus, EventType, Span};
use rapporteur_syntax::{Rel, Upos};

use super::Event;
use super::circumstances::{Circumstances, is_hosting};
use super::deeds::{Deed, Reader, Shape, strong};
use super::sides::Table;
use super::status::condition;
use crate::blocks::Blocks;
use crate::entities::EntityId;
use crate::statements::Statements;

impl Reader<'_, '_> {
    /// Every deed of the running text, in order; told twice, given twice.
    pub(super) fn deeds(&self, blocks: &Blocks, statements: &Statements) -> Vec<Event> {
        let words = self.words;
        let mut deeds: Vec<Deed> = Vec::new();
        let running: Vec<bool> = (0..words.len())
            .map(|word| self.is_running(blocks, word))
            .collect();
        for word in (0..words.len()).filter(|&word| running[word]) {
            if words.upos(word) == Upos::Verb
                && !matches!(words.rel(word), Rel::Amod | Rel::Compound)
            {
                let deed = self
                    .moved_thing(word)
                    .or_else(|| self.predicate(word).map(|deed| self.of_called_off(deed)));
                deeds.extend(deed.filter(|deed| self.class(*deed).record && !self.is_idle(*deed)));
            }
        }
        // "The session planned for Monday was moved": one deed, told by the main verb.
        let told = deeds.clone();
        deeds.retain(|deed| {
            if !matches!(words.rel(deed.clause), Rel::Acl | Rel::AclRelcl) {
                return true;
            }
            let of = words.head(deed.clause);
            let beside = of == Some(deed.head) || is_hosting(words.lemma(deed.clause));
            !beside
                || !told
                    .iter()
                    .any(|other| Some(other.head) == of && other != deed)
        });
        deeds.extend(told.iter().filter_map(|deed| self.moved(*deed)));
        let taken: Vec<usize> = deeds.iter().map(|deed| deed.head).collect();
        let verbs = deeds.clone();
        // "met in Tolsk to discuss the border", "left without speaking": one deed.
        deeds.retain(|deed| {
            let inner = deed.shape == Shape::Verb
                && self.class(*deed).kind == Some(EventType::Consult)
                && matches!(words.rel(deed.clause), Rel::Advcl | Rel::Xcomp)
                && words.child(deed.clause, &[Rel::Mark]).is_some();
            !inner
                || !verbs.iter().any(|verb| {
                    words.head(deed.clause) == Some(verb.clause)
                        && (self.class(*verb).kind == Some(EventType::Consult)
                            || self.class(*verb).name == "leave")
                })
        });
        for word in (0..words.len()).filter(|&word| running[word] && !taken.contains(&word)) {
            let deed =
                (self.noun(word)).filter(|deed| self.class(*deed).record && !self.is_idle(*deed));
            if let Some(deed) = deed.or_else(|| self.headless(word)) {
                let apart = words
                    .child(self.carrier(word), &[Rel::Case])
                    .is_some_and(|case| {
                        matches!(
                            words.lemma(case),
                            "after" | "before" | "following" | "since" | "ahead"
                        )
                    });
                let absorbed = !apart
                    && words.ancestors(word).take(3).any(|above| {
                        verbs.iter().any(|verb| {
                            verb.clause == above && self.class(*verb).kind == self.class(deed).kind
                        })
                    });
                if !absorbed && self.is_told(deed) {
                    deeds.push(deed);
                }
            }
        }
        deeds.sort_by_key(|deed| deed.head.min(deed.clause));
        let mut table = Table::default();
        let mut found = Vec::new();
        for deed in deeds {
            if let Some(event) = self.event(deed, statements, &table) {
                if event.kind == Some(EventType::Consult) {
                    table.seat(self.entities, &event.actors);
                }
                found.push(event);
            } else if self.class(deed).kind == Some(EventType::Consult) {
                // "asked whether they had met": no deed, but it tells who would have.
                table.seat(self.entities, &self.taking_part(deed).0);
            }
        }
        self.deny(&mut found, statements);
        self.call_off(&mut found);
        let held_out = self.threats(&found, statements, &running);
        let denied = self.denied_agreements(&found, statements);
        found.extend(held_out);
        found.extend(denied);
        found.sort_by_key(|event| event.head);
        found
    }

    /// "They were due to meet on Friday, but the session was cancelled": one meeting, cancelled.
    fn call_off(&self, events: &mut Vec<Event>) {
        let mut at = 1;
        while at < events.len() {
            let (before, rest) = events.split_at_mut(at);
            let (Some(plan), Some(end)) = (before.last_mut(), rest.first()) else {
                break;
            };
            let same = self.words.sentence_of(plan.head) == self.words.sentence_of(end.head)
                && plan.kind == end.kind
                && plan.label != end.label
                && matches!(plan.status, EventStatus::Planned | EventStatus::Cancelled)
                && end.status == EventStatus::Cancelled
                && end.date.is_none()
                && end.place.is_none();
            if same {
                plan.status = EventStatus::Cancelled;
                events.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// Whether a word stands in running text: not in a headline, and not in an item of a list of things on the table.
    fn is_running(&self, blocks: &Blocks, word: usize) -> bool {
        let at = self.words.syntax.tokens.spans[word].start;
        match blocks.at(at).map(|index| &blocks.items[index]) {
            Some(block) => {
                !matches!(
                    block.kind,
                    BlockKind::Headline
                        | BlockKind::Heading
                        | BlockKind::Byline
                        | BlockKind::Dateline
                ) && block.lead_in.is_none()
            }
            None => false,
        }
    }

    /// Whether a noun tells of one deed and not of talking or fighting as such: somebody takes part, or it is counted or dated.
    fn is_told(&self, deed: Deed) -> bool {
        let words = self.words;
        let noun = deed.head;
        if deed.shape == Shape::Noun
            && matches!(
                words.rel(noun),
                Rel::Compound | Rel::NmodPoss | Rel::Amod | Rel::Appos | Rel::Flat
            )
        {
            return false;
        }
        let heads = [noun, self.carrier(noun), deed.clause];
        let dated = self.dates.0.iter().any(|date| {
            date.words.clone().any(|word| {
                words
                    .head(word)
                    .is_some_and(|head| heads.contains(&head) && head != word)
            })
        });
        let somebody = self
            .participants(deed)
            .into_iter()
            .any(|noun| !self.entities.actors(words, noun).is_empty());
        let no = words
            .child(noun, &[Rel::Det])
            .is_some_and(|det| words.lemma(det) == "no")
            && words
                .child(words.head(noun).unwrap_or(noun), &[Rel::Expl])
                .is_some();
        somebody || dated || no
    }

    fn participants(&self, deed: Deed) -> Vec<usize> {
        let mut all = self.partners(deed.head);
        let carrier = self.carrier(deed.head);
        if carrier != deed.head && all.is_empty() {
            all = self.partners(carrier);
        }
        all.extend(self.words.with_case(deed.head, &["with"]));
        all.extend(self.words.with_case(carrier, &["with"]));
        all.dedup();
        all
    }

    /// Heads of the noun phrases of those who do it, and of those it is done to or with.
    fn taking_part_nouns(&self, deed: Deed) -> (Vec<usize>, Vec<usize>) {
        let words = self.words;
        let class = self.class(deed);
        let mut actors = match deed.shape {
            Shape::Aspect | Shape::Moved | Shape::Noun => self.participants(deed),
            _ => self.actors(deed),
        };
        let mut recipients = self.recipients(deed);
        if class.name == "travel" {
            recipients = self.met_by_moving(deed);
        }
        let apart = words
            .children_by(deed.clause, &[Rel::Advmod])
            .any(|adverb| words.lemma(adverb) == "separately");
        if class.joint && !apart {
            actors.append(&mut recipients);
        }
        (actors, recipients)
    }

    /// Those who do it, and those it is done to or with, as far as the clause tells.
    fn taking_part(&self, deed: Deed) -> (Vec<EntityId>, Vec<EntityId>) {
        let class = self.class(deed);
        let (actor_nouns, recipient_nouns) = self.taking_part_nouns(deed);
        let mut actors = self.somebodies(&actor_nouns);
        if let [one] = actors[..]
            && class.joint
            && recipient_nouns.is_empty()
        {
            match deed.shape {
                Shape::Verb if actor_nouns.len() == 1 => {
                    let hidden = self.hidden_conjuncts(class, deed);
                    if hidden.len() > 1 && hidden.contains(&one) {
                        actors = hidden;
                    }
                }
                Shape::Noun => {
                    if let Some(other) = self.other_side(deed, one) {
                        actors.insert(0, other);
                    }
                }
                _ => {}
            }
        }
        let mut recipients = self.somebodies(&recipient_nouns);
        recipients.retain(|id| !actors.contains(id));
        (actors, recipients)
    }

    fn event(&self, deed: Deed, statements: &Statements, table: &Table) -> Option<Event> {
        let words = self.words;
        let class = self.class(deed);
        let status = self.status(deed)?;
        let (actor_nouns, recipient_nouns) = self.taking_part_nouns(deed);
        let (mut actors, recipients) = self.taking_part(deed);
        // "called off her trip"
        if actors.is_empty() && deed.shape == Shape::Aspect && class.needs_actor {
            actors = self.somebodies(&self.doer(deed.clause).into_iter().collect::<Vec<_>>());
        }
        // Those who take part may be named in a sentence before.
        let agentless = deed.shape != Shape::Verb
            || self.is_passive(deed.clause)
            || self.doer(deed.clause).is_some_and(|noun| {
                self.noun(noun).is_some() && self.entities.actor(noun).is_none()
            });
        if actors.is_empty() && agentless && self.is_of_several(deed) {
            actors = self.seated(deed, table);
        }
        if class.needs_actor && actors.is_empty() {
            return None;
        }
        // Deeds without a type need somebody who does them; other things report, answer and break off.
        if class.kind.is_none() && actors.is_empty() {
            return None;
        }
        let around = self.circumstances(deed, status);
        let target = self
            .thing(deed.clause)
            .filter(|&noun| {
                deed.shape == Shape::Verb
                    && noun != deed.head
                    && self.entities.actor(noun).is_none()
            })
            .map(|noun| words.span(words.trim(words.subtree(noun))));
        let evidence = self.evidence(deed, &actor_nouns, &recipient_nouns, &around, status);
        Some(Event {
            head: deed.head,
            label: self.label(deed),
            kind: class.kind,
            mode: class.mode.as_deref(),
            contexts: class
                .cameo
                .as_deref()
                .map_or(&[][..], super::classes::contexts_of)
                .iter()
                .map(|context| (*context).to_owned())
                .collect(),
            cameo: class.cameo.clone(),
            actors,
            recipients,
            others: around.others,
            target,
            place: around.place,
            from: around.from,
            to: around.to,
            date: around.date,
            status,
            duration: around.duration,
            quantities: around.quantities,
            outcome: around.outcome,
            told_by: statements.told_by(self.entities, deed.head),
            hedge: around.hedge,
            evidence,
            rule: format!("event/{}/{}", class.name, deed.shape.name()),
        })
    }

    /// The actors of noun phrases; "his troops", "the Orveth delegation" are the party.
    fn somebodies(&self, nouns: &[usize]) -> Vec<EntityId> {
        let words = self.words;
        let mut found: Vec<EntityId> = Vec::new();
        for &noun in nouns {
            let mut here = self.entities.actors(words, noun);
            // "delegations from A and B"
            if here.len() == 1 && words.upos(noun) == Upos::Noun {
                let of = words
                    .with_case(noun, &["of", "from"])
                    .map(|of| self.entities.actors(words, of))
                    .find(|of| of.len() > 1 && (of.contains(&here[0]) || self.is_unnamed(here[0])));
                here = of.unwrap_or(here);
            }
            if here.is_empty() {
                let modifier = words
                    .children_by(
                        noun,
                        &[Rel::NmodPoss, Rel::Amod, Rel::Compound, Rel::NmodDesc],
                    )
                    .chain(words.with_case(noun, &["of", "from", "by"]))
                    .chain(
                        words
                            .children_by(noun, &[Rel::Acl])
                            .filter(|&clause| !is_hosting(words.lemma(clause)))
                            .flat_map(|clause| {
                                words
                                    .child(clause, &[Rel::OblAgent, Rel::Obj])
                                    .into_iter()
                                    .chain(words.with_case(clause, &["by"]))
                            }),
                    )
                    .filter(|&child| self.entities.actor(child).is_some())
                    // "his Orveth counterpart" is of Orveth.
                    .min_by_key(|&child| words.upos(child) == Upos::Pron);
                if let Some(modifier) = modifier {
                    here = self.entities.actors(words, modifier);
                    if words.upos(modifier) == Upos::Pron {
                        here = here
                            .into_iter()
                            .map(|id| self.entities.party(id).unwrap_or(id))
                            .collect();
                    }
                }
            }
            for id in here {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    fn is_unnamed(&self, id: EntityId) -> bool {
        self.entities.all[id].kind
            == crate::entities::EntityKind::Actor(rapporteur_model::ActorType::Unnamed)
    }

    /// Whether the sides at the table do it together: talks, exchanges, breaking off.
    fn is_of_several(&self, deed: Deed) -> bool {
        let class = self.class(deed);
        class.joint && class.kind == Some(EventType::Consult)
            || matches!(
                class.name.as_str(),
                "halt-talks" | "resume-talks" | "break-off"
            )
            || matches!(self.words.lemma(deed.named), "exchange" | "swap")
    }

    /// The lemma of the head, with a particle that changes it.
    fn label(&self, deed: Deed) -> String {
        let words = self.words;
        let lemma =
            strong(&words.form(deed.named).to_lowercase()).unwrap_or(words.lemma(deed.named));
        if words.upos(deed.named) == Upos::Noun && lemma == "talk" {
            return "talks".to_owned();
        }
        match words.child(deed.named, &[Rel::CompoundPrt]) {
            Some(particle)
                if !matches!(words.lemma(particle), "over" | "back" | "in" | "together") =>
            {
                format!("{lemma} {}", words.lemma(particle))
            }
            _ => lemma.to_owned(),
        }
    }

    /// The shortest clause within one line that holds actor, deed and what belongs to it.
    fn evidence(
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
        for &noun in actors.iter().chain(recipients) {
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
        let range = words.trim(range);
        let span = words.span(range.clone());
        // Within one line.
        let head = words.syntax.tokens.spans[deed.head];
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
    fn phrase(&self, noun: usize) -> Range<usize> {
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

/// Told twice, entered once, at the fullest telling.
pub(super) fn merge(events: Vec<Event>) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::new();
    for event in events {
        let same = kept.iter().position(|other| {
            other.kind == event.kind
                && other.label == event.label
                && other.status == event.status
                && (other.date == event.date || other.date.is_none() || event.date.is_none())
                && (other.place.is_none() || event.place.is_none())
                && (event.actors.iter().all(|id| other.actors.contains(id))
                    || other.actors.iter().all(|id| event.actors.contains(id)))
        });
        match same {
            Some(index) => {
                if fullness(&event) > fullness(&kept[index]) {
                    kept[index] = event;
                }
            }
            None => kept.push(event),
        }
    }
    kept
}

fn fullness(event: &Event) -> usize {
    event.actors.len()
        + event.recipients.len()
        + usize::from(event.date.is_some())
        + usize::from(event.place.is_some())
        + usize::from(event.outcome.is_some())
        + event.quantities.len()
}
