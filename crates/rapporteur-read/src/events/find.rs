//! The deeds of a record: which words name one, who did it, and on which words it rests.

use rapporteur_model::{BlockKind, EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos};

use super::Event;
use super::circumstances::is_hosting;
use super::classes::Side;
use super::deeds::{Deed, Reader, Shape};
use super::sides::Table;
use crate::blocks::{Block, Blocks};
use crate::conditions::Conditions;
use crate::entities::EntityId;
use crate::statements::Statements;

/// Classes of not working.
const STRIKES: [&str; 3] = ["strike", "strike-noun", "walk-out-of-work"];

impl Reader<'_, '_> {
    /// Every deed of the running text, in order; told twice, given twice.
    pub(super) fn deeds(
        &self,
        blocks: &Blocks,
        statements: &Statements,
        conditions: &Conditions,
    ) -> Vec<Event> {
        let words = self.words;
        let mut deeds: Vec<Deed> = Vec::new();
        let mut running = vec![false; words.len()];
        for block in blocks.items.iter().filter(|block| is_running(block)) {
            running[words.inside(block.span)].fill(true);
        }
        for word in (0..words.len()).filter(|&word| running[word]) {
            if let Some(due) =
                (self.due_in(word).or_else(|| self.due_on(word))).or_else(|| self.back_at(word))
            {
                deeds.push(due);
            } else if words.upos(word) == Upos::Verb
                && !matches!(words.rel(word), Rel::Amod | Rel::Compound)
                && !self.is_gerund_noun(word)
            {
                let deed = self
                    .moved_thing(word)
                    .or_else(|| self.predicate(word))
                    .map(|deed| self.of_hosted(self.of_called_off(deed)));
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
            // "consultations facilitated by the Union": the consultations
            let led = deed.head == deed.clause
                && is_hosting(words.lemma(deed.clause))
                && words.rel(deed.clause) == Rel::Acl
                && of.is_some_and(|noun| self.noun(noun).is_some());
            let again = || {
                let mut others = told.iter().filter(|other| *other != deed);
                others.any(|other| Some(other.head) == of)
            };
            !(led || beside && again())
        });
        deeds.extend(told.iter().filter_map(|deed| self.moved(*deed)));
        let mut taken = vec![false; words.len()];
        deeds.iter().for_each(|deed| taken[deed.head] = true);
        // By their clauses, for the deeds that stand below one.
        let mut verbs = deeds.clone();
        verbs.sort_by_key(|verb| verb.clause);
        let verbs_at = |clause: usize| {
            let first = verbs.partition_point(|verb| verb.clause < clause);
            (verbs[first..].iter()).take_while(move |verb| verb.clause == clause)
        };
        // "met in Tolsk to discuss the border", "left without speaking": one deed.
        deeds.retain(|deed| {
            let inner = deed.shape == Shape::Verb
                && self.class(*deed).kind == Some(EventType::Consult)
                && matches!(words.rel(deed.clause), Rel::Advcl | Rel::Xcomp)
                && words.child(deed.clause, &[Rel::Mark]).is_some();
            let above = words.head(deed.clause).filter(|_| inner);
            !above.is_some_and(|above| {
                verbs_at(above).any(|verb| {
                    self.class(*verb).kind == Some(EventType::Consult)
                        || self.class(*verb).name == "leave"
                })
            })
        });
        for word in (0..words.len()).filter(|&word| running[word] && !taken[word]) {
            let deed = (self.in_or_on(word).or_else(|| self.noun(word)))
                .filter(|deed| self.class(*deed).record && !self.is_idle(*deed));
            if let Some(deed) = deed.or_else(|| self.headless(word)) {
                let apart = words
                    .child(self.carrier(word), &[Rel::Case])
                    .is_some_and(|case| {
                        matches!(
                            words.lemma(case),
                            "after" | "before" | "following" | "since" | "ahead"
                        )
                    });
                let broken_off = words.ancestors(word).take(2).any(|above| {
                    verbs_at(above).any(|verb| {
                        matches!(
                            self.class(*verb).name.as_str(),
                            "halt-talks" | "resume-talks" | "take-part" | "join-talks-in"
                        )
                    })
                });
                let absorbed = broken_off && self.class(deed).kind == Some(EventType::Consult)
                    || !apart
                        && words.ancestors(word).take(3).any(|above| {
                            verbs_at(above)
                                .any(|verb| self.class(*verb).kind == self.class(deed).kind)
                        });
                if !absorbed && self.is_told(deed) {
                    deeds.push(deed);
                }
            }
        }
        deeds.extend(
            (0..words.len())
                .filter(|&word| running[word])
                .filter_map(|word| self.under_way(word)),
        );
        deeds.sort_by_key(|deed| deed.head.min(deed.clause));
        let mut table = Table::new(self.principals());
        let mut found = Vec::new();
        for deed in deeds {
            if let Some(event) = self.event(deed, statements, &table) {
                if self.is_known(deed, &event, &found) {
                    continue;
                }
                let event = self.ended(deed, event, &found);
                if self.seats(deed) {
                    table.seat(self.entities, &event.actors);
                }
                found.push(event);
            } else if self.seats(deed) {
                // "asked whether they had met": no deed, but it tells who would have.
                table.seat(self.entities, &self.taking_part(deed).0);
            }
        }
        self.deny(&mut found, statements);
        self.call_off(&mut found);
        self.fall_through(&mut found);
        let held_out = self.threats(&found, statements, &running);
        let denied = self.denied_deeds(&found, statements, &running);
        found.extend(held_out);
        found.extend(denied);
        let set = self.set_for_a_day(&found, conditions, statements, &running);
        found.extend(set);
        self.hang(&mut found, conditions, statements, &running);
        found.sort_by_key(|event| event.head);
        found
    }

    /// "New Zealand, which chairs the meeting", "after the talks": talks told before, of which nothing new is told.
    fn is_known(&self, deed: Deed, event: &Event, before: &[Event]) -> bool {
        let words = self.words;
        let led = deed.shape == Shape::Light && is_hosting(words.lemma(deed.clause));
        let definite = words.children(deed.head).any(|det| {
            matches!(
                words.lemma(det),
                "the" | "that" | "this" | "these" | "those"
            ) || words.rel(det) == Rel::NmodPoss && words.upos(det) == Upos::Pron
        });
        let same = |other: &&Event| {
            other.kind == event.kind
                && (event.date.is_none() || other.date.is_none() || event.date == other.date)
                && (event.place.is_none() || other.place.is_none() || event.place == other.place)
                && (event.actors.is_empty()
                    || led
                    || event.actors.iter().any(|id| other.actors.contains(id)))
        };
        // "The talks, which cover trade, are expected to last a week"
        let described = deed.shape == Shape::Aspect
            && matches!(
                words.lemma(deed.clause),
                "last" | "run" | "drag" | "cover" | "focus" | "center" | "centre" | "concern"
            );
        if described && event.kind == Some(EventType::Consult) && definite {
            return before.iter().any(|other| other.kind == event.kind);
        }
        event.kind == Some(EventType::Consult)
            && (deed.shape == Shape::Noun || led)
            && definite
            && matches!(event.status, EventStatus::Happened | EventStatus::Ongoing)
            && before.iter().rev().any(|other| same(&other))
    }

    /// "The meeting ends on Friday": of a meeting told before, its end.
    fn ended(&self, deed: Deed, mut event: Event, before: &[Event]) -> Event {
        let words = self.words;
        let verb = words.lemma(deed.clause);
        let the = words
            .child(deed.head, &[Rel::Det])
            .is_some_and(|det| words.lemma(det) == "the");
        if deed.shape == Shape::Aspect
            && event.status == EventStatus::Planned
            && matches!(verb, "end" | "conclude" | "close" | "finish")
            && the
            && before.iter().any(|other| {
                other.kind == event.kind
                    && matches!(other.status, EventStatus::Happened | EventStatus::Ongoing)
            })
        {
            event.label = verb.to_owned();
            event.kind = None;
            event.cameo = None;
            event.contexts.clear();
        }
        event
    }

    /// "They were due to meet on Friday, but the session was cancelled": one meeting, cancelled.
    fn call_off(&self, events: &mut Vec<Event>) {
        let mut at = 1;
        while at < events.len() {
            let (before, rest) = events.split_at_mut(at);
            let (Some(plan), Some(end)) = (before.last_mut(), rest.first()) else {
                break;
            };
            let words = self.words;
            let apart = words.sentence_of(end.head) - words.sentence_of(plan.head);
            // "Haber was to have met Amsel. The meeting never took place."
            let definite = words
                .child(end.head, &[Rel::Det])
                .is_some_and(|det| matches!(words.lemma(det), "the" | "that" | "this"));
            let over = end.status == EventStatus::Cancelled
                || end.status == EventStatus::Denied && definite;
            let same = (apart == 0 && plan.label != end.label || apart == 1 && definite)
                && plan.kind == end.kind
                && matches!(plan.status, EventStatus::Planned | EventStatus::Cancelled)
                && over
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
        let sentence = words.sentence(words.sentence_of(noun));
        let dated = self.dates.among(&sentence).any(|(_, date)| {
            // "the seizure last Friday of four boats"
            let behind = date.words.start == noun + 1 && date.edtf.is_some();
            behind
                || date.words.clone().any(|word| {
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
        let placed = heads[..2].iter().any(|&head| {
            words
                .with_case(head, &["in", "at", "near"])
                .any(|place| self.is_place(place))
        });
        // "an air strike on a hospital"
        let aimed = self.class(deed).kind == Some(EventType::Assault)
            && matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass | Rel::Obj)
            && words
                .child(noun, &[Rel::Det])
                .is_some_and(|det| matches!(words.lemma(det), "a" | "an" | "another"))
            && words.with_case(noun, &["on", "against"]).next().is_some();
        // "two weeks after the raid": known already, and only a time.
        let known = deed.shape == Shape::Noun
            && !somebody
            && !placed
            && words
                .child(noun, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "the")
            && words
                .child(noun, &[Rel::Case])
                .is_some_and(|case| matches!(words.lemma(case), "after" | "before" | "since"));
        if known && self.class(deed).kind == Some(EventType::Assault) {
            return false;
        }
        // "the question of its signature"
        if self.class(deed).name == "signing" && deed.shape == Shape::Noun && !dated {
            return false;
        }
        // "its call for a vote" is no conversation.
        if words.lemma(noun) == "call" {
            return words.with_case(noun, &["with", "between"]).next().is_some();
        }
        somebody || dated || placed || aimed || no || self.is_one_of_a_row(deed)
    }

    /// "after three days of talks", "at the close of the 14th round", "the latest round": talks that are measured or counted.
    fn is_one_of_a_row(&self, deed: Deed) -> bool {
        let words = self.words;
        let noun = deed.head;
        if self.class(deed).kind != Some(EventType::Consult) || deed.shape != Shape::Noun {
            return false;
        }
        let above = words.head(noun).filter(|_| words.rel(noun) == Rel::Nmod);
        let measured = above.is_some_and(|time| {
            self.is_time(time)
                && words
                    .child(noun, &[Rel::Case])
                    .is_some_and(|case| words.lemma(case) == "of")
                && words.child(time, &[Rel::Case]).is_some_and(|case| {
                    matches!(words.lemma(case), "after" | "during" | "in" | "following")
                })
        });
        let counted = words
            .children_by(noun, &[Rel::Amod, Rel::Det])
            .any(|child| self.counts(child));
        let done = matches!(words.lemma(noun), "round" | "session" | "meeting")
            && counted
            && std::iter::once(noun).chain(above).any(|noun| {
                words.child(noun, &[Rel::Case]).is_some_and(|case| {
                    matches!(words.lemma(case), "after" | "at" | "following" | "during")
                })
            });
        measured || done
    }

    fn event(&self, deed: Deed, statements: &Statements, table: &Table) -> Option<Event> {
        let words = self.words;
        let class = self.class(deed);
        let status = self.status(deed)?;
        let (actor_nouns, recipient_nouns) = self.taking_part_nouns(deed);
        let (mut actors, recipients) = self.taking_part(deed);
        // "called off her trip"
        if actors.is_empty()
            && deed.shape == Shape::Aspect
            && (class.needs_actor || class.kind.is_none())
            && !self.is_passive(deed.clause)
        {
            actors = self.somebodies(&self.doer(deed.clause).into_iter().collect::<Vec<_>>());
        }
        // Those who take part may be named in a sentence before.
        let agentless = deed.shape != Shape::Verb
            || self.is_passive(deed.clause)
            || self.doer(deed.clause).is_some_and(|noun| {
                self.noun(noun).is_some() && self.entities.actor(noun).is_none()
            });
        // "Negotiations between A and B were suspended", "the truce between A and B took effect"
        if actors.is_empty() && deed.shape == Shape::Verb {
            let noun = match deed.head == deed.clause {
                true => self
                    .thing(deed.clause)
                    .filter(|_| self.is_passive(deed.clause)),
                false => Some(deed.head),
            };
            let of_several = self.is_of_several(deed) || deed.head != deed.clause;
            if let Some(noun) = noun.filter(|_| of_several) {
                actors = self.somebodies(&self.partners(noun));
            }
        }
        // "The two sides met": those who sit at the table.
        let sides = || {
            deed.shape == Shape::Verb
                && self
                    .doer(deed.clause)
                    .is_some_and(|noun| self.are_the_sides(noun))
        };
        let unasked = class.name == "discuss"
            && self.is_passive(deed.clause)
            && status != EventStatus::Denied;
        if actors.is_empty() && (agentless || sides()) && self.is_of_several(deed) && !unasked {
            actors = self.seated(deed, table);
        }
        // "Negotiators are expected to return", "the ministers will meet again": those of the sides.
        let at_table = matches!(class.kind, Some(EventType::Consult) | None);
        let bare = |&noun: &usize| {
            words
                .child(noun, &[Rel::Nmod, Rel::NmodPoss, Rel::Acl, Rel::AclRelcl])
                .is_none()
        };
        if at_table
            && !actors.is_empty()
            && actors.iter().all(|&id| self.is_of_sides(id))
            && actor_nouns.iter().all(bare)
        {
            let seated = self.seated(deed, table);
            if seated.len() > 1 {
                actors = seated;
            }
        }
        // Those who strike do so as their union, where the report has one.
        let workers = |&id: &EntityId| self.is_unnamed(id);
        if STRIKES.contains(&class.name.as_str())
            && actors.iter().all(workers)
            && let Some(union) = self.union_before(deed.head)
        {
            actors = vec![union];
        }
        // Things refuse, sign and seize nothing: "the protocol violated the constitution".
        let thing = deed.shape == Shape::Verb
            && deed.head == deed.clause
            && matches!(
                class.kind,
                Some(
                    EventType::Reject
                        | EventType::Support
                        | EventType::Agree
                        | EventType::Concede
                        | EventType::Sanction
                        | EventType::Coerce
                        | EventType::Protest
                )
            )
            && actors.is_empty()
            && !self.is_passive(deed.clause)
            && self
                .doer(deed.clause)
                .is_some_and(|noun| words.upos(noun) == Upos::Noun && !self.is_people(noun));
        if thing {
            return None;
        }
        let people = || {
            matches!(deed.shape, Shape::Verb | Shape::Light)
                && self
                    .doer(deed.clause)
                    .is_some_and(|noun| words.upos(noun) != Upos::Pron && self.is_people(noun))
        };
        // "A tour of the port was scrapped": whose it was to be is not told.
        let scrapped = deed.shape == Shape::Aspect && status == EventStatus::Cancelled;
        // "Brod had been briefed on Tuesday": to whom it was done is told.
        let undergone =
            self.is_passive(deed.clause) && !recipients.is_empty() && self.is_of_a_day(deed);
        if class.needs_actor && actors.is_empty() && !people() && !scrapped && !undergone {
            return None;
        }
        // Deeds without a type need somebody who does them; other things report, answer and break off.
        let nobody = actors.is_empty()
            && !people()
            && (!class.to.contains(&Side::Object) || recipients.is_empty());
        let has_its_day = match class.name.as_str() {
            "vote" | "election" | "occasion" => deed.shape != Shape::Verb,
            name => name == "lapse",
        };
        if class.kind.is_none() && nobody && !has_its_day {
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

    /// Whether those who do it sit at one table: not those who telephone, greet or bring a paper.
    fn seats(&self, deed: Deed) -> bool {
        let class = self.class(deed);
        class.kind == Some(EventType::Consult)
            && (class.joint || class.name == "host-talks")
            && class.mode.as_deref() != Some("phone")
    }

    /// Whether the sides at the table do it together: talks, exchanges, breaking off, signing, what is joint.
    fn is_of_several(&self, deed: Deed) -> bool {
        let words = self.words;
        let class = self.class(deed);
        let together = matches!(
            class.kind,
            Some(EventType::Consult | EventType::Agree | EventType::Support)
        );
        let joint = || {
            words
                .children_by(deed.named, &[Rel::Amod])
                .any(|kind| matches!(words.lemma(kind), "joint" | "bilateral"))
        };
        class.joint && together
            || matches!(
                class.name.as_str(),
                "halt-talks" | "resume-talks" | "break-off" | "talks-fail" | "change-hands"
            )
            || matches!(words.lemma(deed.named), "exchange" | "swap")
            || deed.shape != Shape::Verb && joint()
    }
}

/// Told twice, entered once, at the fullest telling.
pub(super) fn merge(events: Vec<Event>) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::new();
    for event in events {
        let same = kept.iter().position(|other| {
            other.kind == event.kind
                && (other.label == event.label || is_lead_of(other, &event))
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

/// "have begun a new round of talks" in a first paragraph, "met in Karsk on Sunday" in the next: one meeting, told with more.
fn is_lead_of(lead: &Event, event: &Event) -> bool {
    let talks = |event: &Event| {
        matches!(
            event.label.as_str(),
            "talks" | "round" | "meeting" | "negotiation" | "session" | "meet" | "discussion"
        )
    };
    let bare = lead.date.is_none() && lead.place.is_none();
    let told = event.date.is_some() && event.place.is_some();
    bare && told && talks(lead) && talks(event) && lead.status == EventStatus::Happened
}

fn fullness(event: &Event) -> usize {
    event.actors.len()
        + event.recipients.len()
        + usize::from(event.date.is_some())
        + usize::from(event.place.is_some())
        + usize::from(event.outcome.is_some())
        + event.quantities.len()
}

/// Whether a block is running text, and no item that its lead-in announces.
fn is_running(block: &Block) -> bool {
    !matches!(
        block.kind,
        BlockKind::Headline | BlockKind::Heading | BlockKind::Byline | BlockKind::Dateline
    ) && block.lead_in.is_none()
}
