//! Sources: who a cue belongs to, and which entity that is.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{NameKind, Rel, Upos, Xpos};

use super::Context;
use crate::entities::{EntityId, EntityKind};

/// The noun phrase that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// Its words with appositions, without punctuation at either end.
    pub words: Range<usize>,
    /// Its head.
    pub head: usize,
    /// Whether it stands in the clause of the cue itself.
    pub own: bool,
}

const SUBJECTS: &[Rel] = &[Rel::Nsubj, Rel::NsubjOuter, Rel::NsubjPass, Rel::Csubj];

impl Context<'_, '_> {
    /// The source of the verb (or predicate) at `cue`.
    pub(super) fn source(&self, cue: usize) -> Option<Source> {
        let words = self.words;
        if let Some(subject) = self.own_subject(cue) {
            let passive =
                words.rel(subject) == Rel::NsubjPass || words.child(cue, &[Rel::AuxPass]).is_some();
            if passive {
                return words
                    .child(cue, &[Rel::OblAgent])
                    .map(|agent| self.noun_phrase(agent, cue, true));
            }
            // "said Addis | Ababa would …": what stands before the clause is part of it.
            let broken = subject > cue
                && words
                    .child(cue, &[Rel::Ccomp])
                    .is_some_and(|clause| clause > subject);
            let relative = matches!(words.xpos(subject), Xpos::Wdt | Xpos::Wp)
                || words.lemma(subject) == "that" && words.rel(cue) == Rel::AclRelcl;
            if relative && words.rel(cue) == Rel::AclRelcl {
                // The pronoun stands there; the noun is who it is.
                if let Some(noun) = words.head(cue) {
                    return Some(Source {
                        words: subject..subject + 1,
                        head: noun,
                        own: true,
                    });
                }
            }
            if !relative && !broken {
                let mut source = self.noun_phrase(subject, cue, true);
                // "the office of Prime Minister | Sela Marr said": a subject that the parser broke in two.
                for other in words
                    .children_by(cue, SUBJECTS)
                    .filter(|&other| other < subject && self.quote_of[other] == self.quote_of[cue])
                {
                    let first = self.noun_phrase(other, subject, true);
                    let touches =
                        source.words.start > 0 && words.upos(source.words.start - 1) != Upos::Punct;
                    if touches
                        && (first.words.end == source.words.start
                            || first.words.end == words.subtree(subject).start)
                    {
                        source = Source {
                            words: first.words.start..source.words.end,
                            head: first.head,
                            own: true,
                        };
                    }
                }
                return Some(source);
            }
        }
        // "was quoted as saying"
        let quoted = words.ancestors(cue).take(2).find(|&above| {
            matches!(
                words.lemma(above),
                "quote" | "cite" | "report" | "record" | "hear"
            ) && words.is_passive(above)
        });
        if let Some(subject) =
            quoted.and_then(|above| words.child(above, &[Rel::NsubjPass, Rel::Nsubj]))
        {
            return Some(self.noun_phrase(subject, cue, false));
        }
        // "issued a statement saying": whose statement it is.
        if let (Rel::Acl | Rel::Advcl, Some(noun)) = (words.rel(cue), words.head(cue))
            && words.xpos(cue) == Xpos::Vbg
            && words.upos(noun) == Upos::Noun
            && self.classes.documents.contains(words.lemma(noun))
        {
            return self
                .owner(noun, cue)
                .or_else(|| Some(self.noun_phrase(noun, cue, false)));
        }
        // ", calling it too low": whoever acts in the main clause, whatever noun stands before the comma.
        if words.xpos(cue) == Xpos::Vbg
            && self.comma_before(cue)
            && matches!(
                words.rel(cue),
                Rel::Acl | Rel::Advcl | Rel::Parataxis | Rel::Conj | Rel::Csubj
            )
        {
            let subject = words
                .ancestors(cue)
                .filter(|&above| {
                    // Whoever acts in the main clause, not whoever is thanked for doing.
                    words.is_verb(above)
                        && (words.xpos(above) != Xpos::Vbg
                            || words.child(above, &[Rel::Aux, Rel::Nsubj]).is_some())
                        || words.child(above, &[Rel::Cop]).is_some()
                })
                .find_map(|above| words.subject(above).filter(|&subject| subject < cue));
            if let Some(subject) = subject {
                return Some(self.inherited(subject, cue));
            }
        }
        // A finite verb hung on the noun it says something of.
        let finite = matches!(words.xpos(cue), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
        if let (true, Rel::Acl, Some(noun)) = (finite, words.rel(cue), words.head(cue)) {
            return Some(self.noun_phrase(noun, cue, true));
        }
        // A verb that shares the subject of the one before.
        if let (Rel::Conj, Some(before)) = (
            words.rel(cue),
            words
                .head(cue)
                .filter(|&before| before < cue && words.is_verb(before)),
        ) {
            if words.is_passive(before) {
                return self.own_subject(before).map(|subject| Source {
                    own: false,
                    ..self.noun_phrase(subject, before, false)
                });
            }
            if let Some(source) = self.source(before) {
                return Some(Source {
                    own: false,
                    ..source
                });
            }
        }
        // "went so far as to say": whoever went.
        if words.xpos(cue) == Xpos::Vb
            && matches!(words.rel(cue), Rel::Advcl | Rel::Acl | Rel::Xcomp)
            && let Some(above) = words
                .ancestors(cue)
                .take(2)
                .find(|&above| words.subject(above).is_some_and(|subject| subject < cue))
                .filter(|_| {
                    words
                        .ancestors(cue)
                        .take(2)
                        .any(|above| self.classes.leading.contains(words.lemma(above)))
                })
            && let Some(subject) = words.subject(above).filter(|&subject| subject < cue)
        {
            return Some(self.inherited(subject, cue));
        }
        let above = Some(cue);
        let subject = above
            .and_then(|above| words.subject(above))
            .filter(|&subject| subject != cue && subject < cue);
        if let Some(subject) = subject {
            return Some(self.inherited(subject, cue));
        }
        self.source_beside_verb(cue, finite)
    }

    /// A subject that another verb bears, as long as it is there.
    fn inherited(&self, subject: usize, cue: usize) -> Source {
        let words = self.words;
        let bearer = words.head(subject).filter(|&verb| {
            verb > subject && verb < cue && words.is_verb(verb) && !words.is_passive(verb)
        });
        match bearer
            .and_then(|verb| self.source(verb))
            .filter(|source| source.words.contains(&subject))
        {
            Some(source) => Source {
                own: false,
                ..source
            },
            None => self.noun_phrase(subject, cue, false),
        }
    }

    /// The last resort where the tree has no subject: the noun phrase right before a finite verb, or the noun that a
    /// sentence without a finite root is about.
    fn source_beside_verb(&self, cue: usize, finite: bool) -> Option<Source> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(cue));
        if finite && words.rel(cue) != Rel::Conj {
            let mut at = cue;
            let mut commas = 0;
            while at > sentence.start {
                at -= 1;
                // "Lucia Prem (Costaria), recalled"
                if words.form(at) == ")" {
                    at = (sentence.start..at)
                        .rev()
                        .find(|&open| words.form(open) == "(")
                        .unwrap_or(sentence.start);
                    continue;
                }
                match words.upos(at) {
                    Upos::Aux | Upos::Adv => {}
                    Upos::Punct if words.form(at) == "," && commas == 0 => commas += 1,
                    Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
                        if self.quote_of[at] == self.quote_of[cue] =>
                    {
                        let mut top = at;
                        while let Some(head) = words
                            .head(top)
                            .filter(|&head| head < cue && head >= sentence.start)
                        {
                            let nominal = matches!(
                                words.upos(head),
                                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
                            );
                            // "Closing the round on 3 April, the envoy, said": not into the participle.
                            let participle = words.ancestors(head).take(4).any(|above| {
                                words.xpos(above) == Xpos::Vbg && words.rel(above) == Rel::Advcl
                            });
                            if !nominal || participle {
                                break;
                            }
                            top = head;
                        }
                        return Some(self.noun_phrase(top, cue, true));
                    }
                    _ => break,
                }
            }
            // "The person, who was not authorised to speak, said": the noun phrase that the sentence begins with.
            let body = self.body_start(&sentence);
            let first = (body..cue).find(|&word| {
                words.subtree(word).start == body
                    && matches!(words.upos(word), Upos::Noun | Upos::Propn | Upos::Pron)
                    && words.child(word, &[Rel::Case]).is_none()
            })?;
            let mut end = first + 1;
            while end < cue && words.form(end) != "," {
                end += 1;
            }
            let plain =
                (first..end).all(|word| !matches!(words.upos(word), Upos::Verb | Upos::Aux));
            return (end < cue && plain).then_some(Source {
                words: body..end,
                head: first,
                own: true,
            });
        }
        let root = sentence.clone().find(|&word| words.head(word).is_none())?;
        (root < cue
            && matches!(words.upos(root), Upos::Noun | Upos::Propn)
            && words.is_within(cue, root)
            && words.xpos(cue) != Xpos::Vb)
            .then(|| self.noun_phrase(root, cue, false))
    }

    /// The subject that stands in the clause of a cue: the nearest one on the same side of quotation marks.
    pub(super) fn own_subject(&self, cue: usize) -> Option<usize> {
        let words = self.words;
        words
            .children_by(cue, SUBJECTS)
            .filter(|&subject| self.quote_of[subject] == self.quote_of[cue])
            .min_by_key(|&subject| subject.abs_diff(cue))
    }

    /// Whose a noun of saying is: possessor, `of`, `by` or `from`, else the subject of the verb it depends on.
    pub(super) fn owner(&self, noun: usize, cue: usize) -> Option<Source> {
        let words = self.words;
        if let Some(owner) = words.child(noun, &[Rel::NmodPoss]) {
            return Some(self.noun_phrase(owner, cue, true));
        }
        if let Some(owner) = words.with_case(noun, &["by", "from", "of", "among"]).next()
            && words.upos(owner) != Upos::Verb
        {
            return Some(self.noun_phrase(owner, cue, true));
        }
        let verb = words.head(noun).filter(|&verb| words.is_verb(verb))?;
        if matches!(words.rel(noun), Rel::Obj | Rel::Obl | Rel::Xcomp) {
            return words
                .subject(verb)
                .filter(|&subject| subject != noun)
                .map(|subject| self.noun_phrase(subject, cue, false));
        }
        None
    }

    /// The noun phrase headed by `head`, kept clear of the word `cue`; of no word where that is past the last.
    pub(super) fn noun_phrase(&self, head: usize, cue: usize, own: bool) -> Source {
        let words = self.words;
        let mut range = words.subtree(head);
        if head < cue {
            range.end = range.end.min(cue);
        } else {
            range.start = range.start.max(cue + 1);
        }
        // Punctuation hung on the noun must not drag in what follows its verb.
        if let Some(verb) = words
            .head(head)
            .filter(|&verb| head < verb && verb < cue && words.is_verb(verb))
        {
            range.end = range.end.min(verb);
        }
        // A relative clause that holds the cue is not part of the name of its source.
        for child in words.children(head) {
            let below = words.subtree(child);
            // "the person | denied it but | said": a finite verb hung on the noun is no part of it either.
            if child > head
                && child < cue
                && words.rel(child) == Rel::Acl
                && matches!(words.xpos(child), Xpos::Vbd | Xpos::Vbz)
                && (child..cue).any(|word| words.upos(word) == Upos::Cconj)
            {
                range.end = range.end.min(below.start);
            }
            let clause = matches!(
                words.rel(child),
                Rel::AclRelcl | Rel::Acl | Rel::Conj | Rel::Parataxis | Rel::Advcl
            );
            if child > head && clause && below.contains(&cue) {
                range.end = range.end.min(below.start);
            }
        }
        // "spokesman | Oto Berg said": a name that the parser left over.
        if head < cue {
            let mut end = range.end;
            while end < cue
                && (words.upos(end) == Upos::Propn
                    || matches!(words.form(end), "-" | "'" | "’") && end + 1 < cue)
            {
                end += 1;
            }
            if end == cue || end > range.end && words.head(end) == Some(cue) {
                range.end = end;
            }
        } else {
            let mut end = range.end;
            while end < words.len()
                && words.upos(end) == Upos::Propn
                && words.sentence_of(end) == words.sentence_of(head)
                && words
                    .head(end)
                    .is_some_and(|above| above == cue || (head..end).contains(&above))
            {
                end += 1;
            }
            range.end = end;
        }
        // ", but not as payment" is no part of a name.
        if let Some(but) = (head + 1..range.end)
            .find(|&word| matches!(words.form(word), "but" | "yet") && words.form(word - 1) == ",")
        {
            range.end = but - 1;
        }
        // Behind a comma, "that" opens no relative clause.
        if let Some(that) = (head + 1..range.end)
            .find(|&word| words.form(word) == "that" && words.form(word - 1) == ",")
        {
            range.end = that - 1;
        }
        // Prepositions, and "and" of a coordination, belong outside.
        while range.start < head
            && (matches!(
                words.rel(range.start),
                Rel::Case | Rel::Cc | Rel::Mark | Rel::Fixed
            ) && (words.head(range.start) == Some(head)
                || words.rel(range.start) == Rel::Fixed)
                || words.upos(range.start) == Upos::Punct)
        {
            range.start += 1;
        }
        // "'s" of a possessor.
        while range.end > head + 1 && words.xpos(range.end - 1) == Xpos::Pos {
            range.end -= 1;
        }
        // Nothing from inside a quotation that the cue is not part of.
        while range.start < head
            && (self.quote_of[range.start].is_some() || self.is_quote_mark(range.start))
            && self.quote_of[range.start] != self.quote_of[head]
        {
            range.start += 1;
        }
        if let Some(last) = (range.start..head)
            .rev()
            .find(|&word| self.quote_of[word] != self.quote_of[head])
            && self.quote_of.get(cue) != Some(&self.quote_of[last])
        {
            range.start = last + 1;
        }
        // "the minister on Monday": when it was said.
        while let Some(date) = self
            .dates
            .0
            .iter()
            .find(|date| date.words.end == range.end && date.words.start > head)
        {
            let mut end = date.words.start;
            if end > head + 1
                && matches!(
                    words.lemma(end - 1),
                    "on" | "in" | "at" | "since" | "during"
                )
            {
                end -= 1;
            }
            if end <= head {
                break;
            }
            range.end = end;
        }
        let mut trimmed = words.trim(range.clone());
        if trimmed.end < range.end
            && words.form(trimmed.end) == ")"
            && trimmed.clone().any(|word| words.form(word) == "(")
        {
            trimmed.end += 1;
        } else if trimmed.end + 1 < range.end
            && words.form(trimmed.end + 1) == ")"
            && trimmed.clone().any(|word| words.form(word) == "(")
        {
            trimmed.end += 2;
        }
        Source {
            words: if trimmed.contains(&head) {
                trimmed
            } else {
                head..head + 1
            },
            head,
            own,
        }
    }

    /// The actors that a source names: those of a coordination one by one, and who stands "with" it.
    pub(super) fn speakers(&self, source: &Source) -> Vec<EntityId> {
        let words = self.words;
        let mut found: Vec<EntityId> = Vec::new();
        // "Ada Brun, who said …": the pronoun stands there, the noun is who it is.
        let relative = source.words.len() == 1 && words.lower(source.words.start) == "who";
        if relative && !source.words.contains(&source.head) {
            return self.actor(source.head).into_iter().collect();
        }
        if let Some(holder) = self.holder_named(source) {
            return vec![holder];
        }
        for conjunct in words.conjuncts(source.head) {
            if !source.words.contains(&conjunct) {
                continue;
            }
            let several = self.members(conjunct);
            for id in self.actor(conjunct).into_iter().chain(several) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        for companion in words.with_case(source.head, &["with"]) {
            let after_comma = self.comma_before(words.subtree(companion).start);
            if let Some(id) = self.actor(companion).filter(|_| after_comma)
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
        if found.is_empty() {
            found.extend(self.named_by(source));
        }
        found
    }

    /// "Ministry of Trade spokeswoman Ada Brun": who holds the office, not the body whose it is.
    fn holder_named(&self, source: &Source) -> Option<EntityId> {
        let words = self.words;
        let end = (source.words.clone())
            .find(|&word| words.form(word) == ",")
            .unwrap_or(source.words.end);
        let last = end
            .checked_sub(1)
            .filter(|last| source.words.contains(last))?;
        let holder = (self.actor(last))
            .filter(|&id| self.entities.all[id].kind == EntityKind::Actor(ActorType::Person))?;
        let first = (source.words.start..end).find(|&word| self.actor(word) == Some(holder))?;
        let body = self.actor(source.head)?;
        let office = first
            .checked_sub(1)
            .filter(|office| source.words.contains(office))?;
        let titled = words.upos(first) == Upos::Noun
            || words.upos(office) == Upos::Noun && words.child(office, &[Rel::Case]).is_none();
        (body != holder && source.head < first && titled).then_some(holder)
    }

    /// "both sides", "the ministers": each of those told of.
    fn members(&self, head: usize) -> Vec<EntityId> {
        let group = (self.entities.at(head))
            .filter(|&id| !matches!(self.entities.all[id].kind, EntityKind::Actor(_)));
        group.map_or_else(Vec::new, |id| self.entities.each(id))
    }

    /// Whom a source names though its head is nobody: "Labour's Ada Brun, coat in hand", "the province of Tolsk".
    fn named_by(&self, source: &Source) -> Option<EntityId> {
        let words = self.words;
        if words.upos(source.head) == Upos::Pron {
            return None;
        }
        let end = (source.head.max(source.words.start)..source.words.end)
            .find(|&word| words.upos(word) == Upos::Punct && words.form(word) != "-")
            .unwrap_or(source.words.end);
        let head = source.words.start..end;
        let actors = |word: &usize| {
            self.entities.actor(*word).is_some()
                && words.upos(*word) == Upos::Propn
                && words.xpos((*word + 1).min(words.len() - 1)) != Xpos::Pos
        };
        let person = head
            .clone()
            .filter(actors)
            .find(|&word| self.is_person(word));
        let last = head.clone().next_back().filter(actors).filter(|&last| {
            // "a colleague from Tolsk" is not Tolsk.
            let name = words.name_at(last).map_or(last, |name| name.words.start);
            let before = name.checked_sub(1).filter(|before| head.contains(before));
            before.is_none_or(|before| {
                words.upos(before) != Upos::Adp
                    || words.lower(before) == "of"
                        && self.entities.at(source.head).is_none()
                        && !super::content::is_somebody(words.lemma(source.head))
            })
        });
        person.or(last).and_then(|word| self.entities.actor(word))
    }

    /// The actor of a noun phrase, looked for at its head and at the names and appositions right below.
    pub(super) fn actor(&self, head: usize) -> Option<EntityId> {
        self.entities.actor(head).or_else(|| {
            self.words
                .children_by(head, &[Rel::Appos, Rel::Flat, Rel::NmodDesc, Rel::Compound])
                .find_map(|child| self.entities.actor(child))
        })
    }

    /// Whether a noun phrase names an outlet, an agency or a channel.
    pub(super) fn is_media(&self, head: usize) -> bool {
        let words = self.words;
        if let Some(id) = self.entities.at(head) {
            return match self.entities.all[id].kind {
                EntityKind::Actor(ActorType::Media) => true,
                EntityKind::Actor(ActorType::Unnamed) => {
                    self.classes.media.contains(words.lemma(head))
                }
                EntityKind::Actor(_) => false,
                _ => self.has_media_word(head),
            };
        }
        self.has_media_word(head)
    }

    fn has_media_word(&self, head: usize) -> bool {
        let words = self.words;
        let mut parts = std::iter::once(head)
            .chain(words.children_by(head, &[Rel::Compound, Rel::Flat, Rel::Appos, Rel::NmodDesc]));
        let agency = words.lemma(head) == "agency"
            && words
                .subtree(head)
                .any(|part| matches!(words.lemma(part), "news" | "press" | "wire"));
        agency
            || parts.any(|part| {
                self.classes.media.contains(words.lemma(part))
                    || words.upos(part) == Upos::Propn
                        && self.classes.titles.contains(words.lemma(part))
            })
    }

    /// Whether a noun phrase names a person, by name or by description.
    pub(super) fn is_person(&self, head: usize) -> bool {
        if let Some(id) = self.entities.at(head) {
            return matches!(
                self.entities.all[id].kind,
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
            );
        }
        (self.words.name_at(head)).is_some_and(|name| name.kind == NameKind::Person)
    }
}
