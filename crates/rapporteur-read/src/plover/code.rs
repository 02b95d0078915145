//! From trees to acts: what a sentence tells in the first place, and how promise, demand, refusal and threat turn it.

use rapporteur_model::{BlockKind, EventStatus, EventType, Span};
use rapporteur_syntax::{Rel, Upos};

use super::Act;
use super::parties::{Parties, Party};
use crate::blocks::Blocks;
use crate::events::classes::contexts_of;
use crate::events::deeds::{Deed, Reader, Shape};
use crate::events::status::{Modality, modality};

/// Codes sentences.
pub(super) struct Coder<'a, 'w> {
    pub reader: &'a Reader<'a, 'w>,
    pub parties: &'a Parties<'a, 'w>,
}

/// How deep promises of promises are followed.
const DEPTH: usize = 6;

impl Coder<'_, '_> {
    /// Every sentence of running text.
    pub(super) fn acts(&self, blocks: &Blocks) -> Vec<Act> {
        let words = self.reader.words;
        let mut found = Vec::new();
        for index in 0..words.syntax.sentences.0.len() {
            let sentence = words.sentence(index);
            if sentence.is_empty() {
                continue;
            }
            let start = words.span(sentence.clone()).start;
            let running = !matches!(
                blocks.kind(start),
                Some(
                    BlockKind::Headline
                        | BlockKind::Heading
                        | BlockKind::Byline
                        | BlockKind::Dateline
                )
            );
            if running {
                found.extend(self.sentence(sentence));
            }
        }
        found
    }

    /// The acts of the highest level of a sentence that has any.
    fn sentence(&self, sentence: std::ops::Range<usize>) -> Vec<Act> {
        let words = self.reader.words;
        let mut level: Vec<usize> = sentence
            .clone()
            .filter(|&word| words.rel(word) == Rel::Root || words.head(word).is_none())
            .collect();
        let mut nouns: Vec<usize> = Vec::new();
        for _ in 0..8 {
            let mut acts: Vec<Act> = Vec::new();
            for &word in &level {
                for act in self.predicate(word, None, 0) {
                    if !acts.iter().any(|other| other.kind == act.kind) {
                        acts.push(act);
                    }
                }
            }
            if !acts.is_empty() {
                return acts;
            }
            let mut next = Vec::new();
            for &word in &level {
                for child in words.children(word) {
                    if words.upos(child) == Upos::Noun {
                        nouns.push(child);
                    }
                    // What is only supposed is not coded.
                    let supposed = words.rel(child) == Rel::Advcl
                        && words.child(child, &[Rel::Mark]).is_some_and(|mark| {
                            matches!(words.lemma(mark), "if" | "unless" | "whether")
                        });
                    if !supposed {
                        next.push(child);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        nouns
            .into_iter()
            .filter_map(|noun| {
                let deed = self.reader.noun(noun)?;
                let act = self.plain(deed, None)?;
                let known = act
                    .actors
                    .iter()
                    .chain(&act.recipients)
                    .any(Party::is_known);
                known.then_some(act)
            })
            .take(1)
            .collect()
    }

    /// The acts that a predicate and those coordinated with it tell.
    fn predicate(&self, word: usize, speaker: Option<usize>, depth: usize) -> Vec<Act> {
        let words = self.reader.words;
        let mut found = self.single(word, speaker, depth);
        for other in words.children_by(word, &[Rel::Conj, Rel::Parataxis]) {
            if matches!(words.upos(other), Upos::Verb) {
                found.extend(self.predicate(other, speaker, depth + 1));
            }
            if depth > DEPTH {
                break;
            }
        }
        found
    }

    fn single(&self, word: usize, speaker: Option<usize>, depth: usize) -> Vec<Act> {
        let words = self.reader.words;
        let classes = self.reader.classes;
        if depth > DEPTH {
            return Vec::new();
        }
        let mood = modality(words, word);
        let lemma = words.lemma(word);
        // A duty that somebody states is asked of its subject.
        let aside = words
            .children_by(word, &[Rel::Parataxis])
            .find(|&other| classes.say.contains(words.lemma(other)))
            .and_then(|other| self.reader.doer(other));
        let speaker = speaker.or(aside);
        if mood == Modality::Must
            && let (Some(speaker), Some(subject)) = (
                speaker,
                self.reader.doer(word).or_else(|| self.reader.thing(word)),
            )
            && self.reader.doer(word).is_some()
            && !matches!(words.lemma(subject), "we" | "i")
        {
            return vec![self.request(word, speaker, subject)];
        }
        let deed = self.reader.predicate(word);
        let says = classes.say.contains(lemma) && words.upos(word) == Upos::Verb;
        if let Some(deed) = deed {
            let class = self.reader.class(deed);
            let content = self.reader.content(word);
            let told = says && words.child(word, &[Rel::Ccomp]).is_some();
            if class.turns {
                return self.promised(deed, content, speaker, depth);
            }
            if !told || !class.record && class.kind != Some(EventType::Agree) {
                return self.direct(deed, mood, speaker).into_iter().collect();
            }
        }
        if says
            && let Some(content) = words
                .child(word, &[Rel::Ccomp])
                .or_else(|| self.quoted(word))
        {
            let subject = self.reader.doer(word).or(speaker);
            return self.predicate(content, subject, depth + 1);
        }
        if let Some(content) = words.child(word, &[Rel::Xcomp]) {
            if classes.begin.contains(lemma) || classes.attempt.contains(lemma) {
                return self.predicate(content, speaker, depth + 1);
            }
            if classes.plan.contains(lemma) {
                return self
                    .predicate(content, speaker, depth + 1)
                    .into_iter()
                    .filter_map(|act| intend(act, false))
                    .collect();
            }
        }
        Vec::new()
    }

    /// "was quoted as saying that …"
    fn quoted(&self, word: usize) -> Option<usize> {
        let words = self.reader.words;
        words
            .children_by(word, &[Rel::Advcl, Rel::Xcomp, Rel::Obl])
            .find(|&child| self.reader.classes.say.contains(words.lemma(child)))
            .and_then(|child| words.child(child, &[Rel::Ccomp]))
    }

    fn request(&self, word: usize, speaker: usize, subject: usize) -> Act {
        let actors = self.parties.all(speaker, None);
        let recipients = self.parties.all(subject, Some(speaker));
        self.act(
            EventType::Request,
            "100",
            word,
            word,
            actors,
            recipients,
            EventStatus::Happened,
            "must",
        )
    }

    /// A promise: friendly or hostile as its content is.
    fn promised(
        &self,
        deed: Deed,
        content: Option<usize>,
        speaker: Option<usize>,
        depth: usize,
    ) -> Vec<Act> {
        let words = self.reader.words;
        let mood = modality(words, deed.clause);
        let actors = self.sides(&self.reader.actors(deed), speaker);
        let own = self.sides(&self.reader.recipients(deed), speaker);
        let subject = self.reader.doer(deed.clause).or(speaker);
        let inner = content
            .map(|content| self.predicate(content, subject, depth + 1))
            .unwrap_or_default()
            .into_iter()
            .next();
        let carried = self
            .reader
            .thing(deed.clause)
            .and_then(|object| self.reader.noun(object));
        let inner_kind = inner
            .as_ref()
            .map(|act| act.kind)
            .or_else(|| carried.and_then(|deed| self.reader.class(deed).kind));
        let denied = mood == Modality::Not
            || content.is_some_and(|content| words.negation(content).is_some());
        let kind = match inner_kind {
            Some(kind) if hostile(kind) && !denied => EventType::Threaten,
            Some(EventType::Reject) => EventType::Reject,
            _ if mood == Modality::Not => EventType::Reject,
            _ => EventType::Agree,
        };
        let cameo = turned(kind, inner_kind);
        let mut recipients: Vec<Party> = own;
        if !recipients.iter().any(Party::is_known)
            && let Some(inner) = &inner
        {
            recipients.clone_from(&inner.recipients);
        }
        if !recipients.iter().any(Party::is_known) {
            recipients = self.around(deed, content, &actors);
        }
        let rule = format!("plover/{}", self.reader.class(deed).name);
        let mut act = self.act(
            kind,
            cameo,
            deed.head,
            deed.clause,
            actors,
            recipients,
            EventStatus::Happened,
            &rule,
        );
        if let Some(inner) = inner {
            act.target = act.target.or(inner.target);
        }
        vec![act]
    }

    /// A deed with its mood: what is intended is promised or threatened, what will not be done is refused.
    fn direct(&self, deed: Deed, mood: Modality, speaker: Option<usize>) -> Option<Act> {
        let act = self.plain(deed, speaker)?;
        let words = self.reader.words;
        let told = !self.reader.class(deed).record;
        let negated = words.negation(deed.clause).is_some()
            || words
                .child(deed.head, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "no");
        match mood {
            Modality::Will if !told || negated => intend(act, negated),
            Modality::May => Some(Act {
                status: EventStatus::Possible,
                ..act
            }),
            _ if negated => match act.kind {
                EventType::Agree => Some(Act {
                    kind: EventType::Reject,
                    cameo: Some("120".to_owned()),
                    contexts: &[],
                    ..act
                }),
                EventType::Reject
                | EventType::Accuse
                | EventType::Threaten
                | EventType::Request
                | EventType::Support => None,
                _ => Some(Act {
                    status: EventStatus::Denied,
                    ..act
                }),
            },
            _ => Some(act),
        }
    }

    /// A deed as it stands.
    fn plain(&self, deed: Deed, speaker: Option<usize>) -> Option<Act> {
        let class = self.reader.class(deed);
        let kind = class.kind?;
        let mut actors = self.sides(&self.reader.actors(deed), speaker);
        if !actors.iter().any(Party::is_known) {
            let verdict = !class.record && matches!(deed.shape, Shape::Noun | Shape::Adjective);
            let more = match speaker.filter(|_| verdict) {
                Some(speaker) => self.parties.all(speaker, None),
                None => self.before(deed),
            };
            if !more.is_empty() {
                actors = more;
            }
        }
        let mut recipients = self.sides(&self.reader.recipients(deed), speaker);
        recipients.retain(|party| !actors.contains(party));
        if !recipients.iter().any(Party::is_known) {
            let content = self.reader.content(deed.clause);
            let more = self.around(deed, content, &actors);
            if !more.is_empty() {
                recipients = more;
            }
        }
        // Those who talk talk to each other.
        if class.joint
            && kind == EventType::Consult
            && actors.iter().any(Party::is_known)
            && recipients.iter().any(|party| party.iso.is_some())
        {
            actors.append(&mut recipients);
        }
        let rule = format!("plover/{}/{}", class.name, deed.shape.name());
        let mut act = self.act(
            kind,
            class.cameo.as_deref().unwrap_or(""),
            deed.head,
            deed.clause,
            actors,
            recipients,
            EventStatus::Happened,
            &rule,
        );
        act.mode = class.mode.as_deref();
        Some(act)
    }

    fn sides(&self, nouns: &[usize], speaker: Option<usize>) -> Vec<Party> {
        let mut found: Vec<Party> = Vec::new();
        for party in nouns
            .iter()
            .flat_map(|&noun| self.parties.all(noun, speaker))
        {
            if !found.contains(&party) {
                found.push(party);
            }
        }
        found
    }

    /// The other side where the frame does not give it: the first state or body, other than the actors, that stands in
    /// the clause of the deed or in the one it serves, beside the subject and whoever tells of it.
    fn around(&self, deed: Deed, content: Option<usize>, actors: &[Party]) -> Vec<Party> {
        let words = self.reader.words;
        let mut tops = vec![deed.clause];
        if deed.head != deed.clause {
            tops.insert(0, deed.head);
        }
        tops.extend(content);
        let serves = matches!(words.rel(deed.clause), Rel::Advcl | Rel::Xcomp | Rel::Acl);
        if serves {
            tops.extend(
                words
                    .head(deed.clause)
                    .filter(|&above| words.upos(above) == Upos::Verb),
            );
        }
        let subject = self.reader.doer(deed.clause);
        for top in tops {
            let mut stack: Vec<usize> = words.children(top).rev().collect();
            while let Some(word) = stack.pop() {
                let rel = words.rel(word);
                let aside = matches!(rel, Rel::Parataxis | Rel::Conj)
                    || Some(word) == subject
                    || rel == Rel::Nsubj
                        && word < deed.clause
                        && words.head(word) == Some(deed.clause)
                    || rel == Rel::Advcl
                        && words
                            .child(word, &[Rel::Mark])
                            .is_some_and(|mark| words.lemma(mark) != "to");
                if aside {
                    continue;
                }
                if words.upos(word) != Upos::Verb && !self.reader.is_time(word) {
                    let found: Vec<Party> = self
                        .parties
                        .all(word, None)
                        .into_iter()
                        .filter(|party| {
                            (party.iso.is_some() || party.code.as_deref() == Some("IGO"))
                                && !actors
                                    .iter()
                                    .any(|actor| actor.iso == party.iso && actor.code == party.code)
                                && !(party.iso.is_some()
                                    && actors.iter().any(|actor| actor.iso == party.iso))
                        })
                        .collect();
                    if !found.is_empty() {
                        return found;
                    }
                }
                stack.extend(words.children(word).rev());
            }
        }
        Vec::new()
    }

    /// Who acts, where the tree does not tell: the states and bodies named before the verb, if they are few.
    fn before(&self, deed: Deed) -> Vec<Party> {
        let words = self.reader.words;
        if self.reader.is_passive(deed.clause)
            || deed.shape == Shape::Noun
            || words.rel(deed.clause) != Rel::Root
        {
            return Vec::new();
        }
        let mut found: Vec<Party> = Vec::new();
        for word in words.sentence(words.sentence_of(deed.clause)).start..deed.clause {
            if let Some(party) = self.parties.named(word)
                && party.iso.is_some()
                && !found.iter().any(|other| other.iso == party.iso)
            {
                found.push(party);
            }
        }
        if found.len() > 2 { Vec::new() } else { found }
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of an act")]
    fn act(
        &self,
        kind: EventType,
        cameo: &str,
        head: usize,
        clause: usize,
        actors: Vec<Party>,
        recipients: Vec<Party>,
        status: EventStatus,
        rule: &str,
    ) -> Act {
        let words = self.reader.words;
        let target = self
            .reader
            .thing(clause)
            .filter(|_| !recipients.iter().any(Party::is_known))
            .filter(|&noun| noun != head)
            .map(|noun| words.span(words.trim(self.parties.phrase(noun))));
        let span = self.clause_span(clause, head);
        let date = self
            .reader
            .dates
            .0
            .iter()
            .position(|date| date.edtf.is_some() && span.contains(date.span));
        Act {
            kind,
            mode: None,
            contexts: contexts_of(cameo),
            cameo: (!cameo.is_empty()).then(|| cameo.to_owned()),
            actors,
            recipients,
            target,
            date,
            status,
            span,
            rule: rule.to_owned(),
        }
    }

    /// From the subject to the last argument of the predicate.
    fn clause_span(&self, clause: usize, head: usize) -> Span {
        let words = self.reader.words;
        let mut range = clause.min(head)..clause.max(head) + 1;
        for child in words.children(clause) {
            let sub = words.subtree(child);
            if matches!(
                words.rel(child),
                Rel::Nsubj
                    | Rel::NsubjPass
                    | Rel::Obj
                    | Rel::Iobj
                    | Rel::Obl
                    | Rel::OblAgent
                    | Rel::Xcomp
                    | Rel::Ccomp
                    | Rel::Aux
                    | Rel::AuxPass
                    | Rel::CompoundPrt
                    | Rel::OblUnmarked
            ) {
                range = range.start.min(sub.start)..range.end.max(sub.end);
            }
        }
        words.span(words.trim(range))
    }
}

/// Types that hurt.
fn hostile(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Protest
            | EventType::Sanction
            | EventType::Mobilize
            | EventType::Coerce
            | EventType::Assault
            | EventType::Threaten
    )
}

/// What a deed becomes that is meant to be done, or meant not to be.
fn intend(act: Act, negated: bool) -> Option<Act> {
    let kind = match (act.kind, negated) {
        (
            EventType::Agree
            | EventType::Reject
            | EventType::Request
            | EventType::Accuse
            | EventType::Threaten,
            false,
        ) => act.kind,
        (EventType::Agree | EventType::Request, true) => EventType::Reject,
        (EventType::Reject | EventType::Accuse | EventType::Threaten, true) => return None,
        (kind, false) if hostile(kind) => EventType::Threaten,
        (kind, true) if hostile(kind) => EventType::Agree,
        (_, false) => EventType::Agree,
        (_, true) => EventType::Reject,
    };
    let cameo = turned(kind, Some(act.kind));
    Some(Act {
        kind,
        cameo: Some(cameo.to_owned()),
        mode: None,
        contexts: contexts_of(cameo),
        status: if negated {
            EventStatus::Denied
        } else {
            EventStatus::Planned
        },
        ..act
    })
}

/// The code of a deed promised, threatened or refused.
fn turned(kind: EventType, inner: Option<EventType>) -> &'static str {
    match (kind, inner) {
        (EventType::Agree, Some(EventType::Consult)) => "036",
        (EventType::Agree, Some(EventType::Aid)) => "033",
        (EventType::Agree, Some(EventType::Retreat | EventType::Concede)) => "035",
        (EventType::Agree, Some(EventType::Cooperate)) => "031",
        (EventType::Agree, Some(EventType::Support)) => "032",
        (EventType::Threaten, Some(EventType::Assault | EventType::Mobilize)) => "138",
        (EventType::Threaten, Some(EventType::Sanction)) => "131",
        (EventType::Threaten, Some(EventType::Coerce)) => "132",
        (EventType::Threaten, Some(EventType::Protest)) => "133",
        (EventType::Threaten, _) => "130",
        (EventType::Reject, Some(EventType::Consult)) => "125",
        (EventType::Reject, Some(EventType::Aid)) => "122",
        (EventType::Reject, Some(EventType::Retreat | EventType::Concede)) => "124",
        (EventType::Reject, Some(EventType::Cooperate)) => "121",
        (EventType::Reject, _) => "120",
        (EventType::Request, _) => "100",
        _ => "030",
    }
}
