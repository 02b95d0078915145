//! What stands side by side behind one stance, each by itself: "wants 7 per cent, backdating to April and an end to split
//! shifts", "agreed to extend the pact, which lapses in July, for a year and to recognise licences", "proposed that A be
//! done and that B, rather than C, do it".
//!
//! Trees often hang the second item inside the first. So the words from the first item to the end of the clause are cut
//! where a comma or "and" is followed by what can open an item of the same list, and the tree is asked only where the
//! words leave it open: "an end to the raids and the shelling".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::chunks::{Chunk, Opening, Shape, chunk, clause_verb, opening};
use crate::stances::lists::list_cuts::{
    Cut, Kind, alike, cuts, first_word, is_clause, is_done, kind, repeats,
};
use crate::stances::{Claim, Scene, Target};

/// One item of a list.
#[derive(Debug)]
struct Item {
    head: usize,
    words: Range<usize>,
    /// Whether it is told as a deed: an infinitive, a clause with "that".
    deed: bool,
}

/// Gives each item behind a stance a claim of its own. Gives back for each claim whether it was told apart.
pub fn split(scene: &Scene, claims: &mut Vec<Claim>, which: impl Fn(&Claim) -> bool) -> Vec<bool> {
    let mut told = vec![false; claims.len()];
    let mut more = Vec::new();
    let mut deeds = Vec::new();
    for (index, claim) in claims.iter_mut().enumerate() {
        if claim.stance == Stance::DeclinesToSay || !which(claim) {
            continue;
        }
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        let Some(items) = items(scene, claim, head, &phrase) else {
            continue;
        };
        told[index] = true;
        let from = claim.evidence.start.min(phrase.start);
        for (place, item) in items.into_iter().enumerate() {
            if place == 0 {
                let head = if item.words.contains(&head) {
                    head
                } else {
                    item.head
                };
                claim.on = scene.toward(head, item.words.clone());
                let before = claim
                    .premise
                    .as_ref()
                    .is_none_or(|premise| premise.whole.end <= item.words.start);
                if before && claim.evidence.end >= phrase.end {
                    // The tree may make the verb of a later clause the head of all.
                    claim.evidence.end = match claim.trigger < item.words.start {
                        true => item.words.end.max(claim.trigger + 1),
                        false => item.words.end,
                    };
                }
                continue;
            }
            if item.deed {
                deeds.push((claim.trigger, item.head));
            }
            more.push(Claim {
                on: scene.toward(item.head, item.words.clone()),
                evidence: from..item.words.end.max(claim.trigger + 1),
                ..claim.clone()
            });
        }
    }
    // "… and that the union approve it": the union has approved nothing.
    let asked = |claim: &Claim| {
        deeds
            .iter()
            .any(|&(trigger, deed)| deed == claim.trigger && trigger != deed)
    };
    let mut at = 0;
    told.retain(|_| {
        at += 1;
        claims.get(at - 1).is_some_and(|claim| !asked(claim))
    });
    claims.retain(|claim| !asked(claim));
    told.resize(claims.len() + more.len(), true);
    claims.extend(more);
    told
}

/// The items of the list that a thing begins, where it is one of two or more.
fn items(scene: &Scene, claim: &Claim, head: usize, phrase: &Range<usize>) -> Option<Vec<Item>> {
    let words = scene.words;
    let trigger = claim.trigger;
    let start = first_word(words, phrase.start);
    if start >= phrase.end
        || start < trigger && trigger < phrase.end && !is_clause(words, start, phrase.end)
    {
        return None;
    }
    if phrase.end <= trigger && words.rel(head) != Rel::NsubjPass {
        return None;
    }
    let sentence = words.sentence(words.sentence_of(phrase.start));
    let mut limit = if phrase.start < trigger && phrase.end <= trigger {
        phrase.end
    } else {
        sentence.end
    };
    if let Some(premise) = &claim.premise
        && premise.whole.start > start
    {
        limit = limit.min(premise.whole.start);
    }
    // Whatever joins must stand there at all.
    let joins = |at: usize| matches!(words.lower(at), "and" | "or" | ";" | "plus" | "well");
    if !(start + 1..limit).any(joins) {
        return None;
    }
    let kind = kind(words, head, start, limit)?;
    let (cuts, ended) = cuts(scene, kind, start, &mut limit);
    let list = List {
        scene,
        claim,
        head,
        kind,
        start,
        limit,
    };
    let Some(chosen) = list.choose(&cuts) else {
        // "a seabed tax and, with Brod, opposed arbitration": what is done besides is no part of the thing.
        let alone = list.clip(start..limit);
        let cut =
            ended && limit < phrase.end && limit > head && kind == Kind::Noun && !alone.is_empty();
        return cut.then(|| {
            vec![Item {
                head,
                words: alone,
                deed: false,
            }]
        });
    };
    let mut found = Vec::new();
    let mut from = start;
    for cut in chosen.iter().map(|&index| &cuts[index]) {
        found.push(list.clip(from..cut.mark));
        from = match cut.opening {
            Opening::To(verb) => verb,
            Opening::That(next) => next,
            Opening::Preposition(at) => at + 1,
            _ => cut.next,
        };
    }
    found.push(list.clip(from..limit));
    if found.iter().any(|range| range.is_empty()) {
        return None;
    }
    Some(
        found
            .into_iter()
            .map(|range| Item {
                head: list.head_of(&range),
                words: range,
                deed: matches!(kind, Kind::Infinitive | Kind::Deed | Kind::That),
            })
            .collect(),
    )
}

struct List<'a> {
    scene: &'a Scene<'a>,
    claim: &'a Claim,
    head: usize,
    kind: Kind,
    start: usize,
    limit: usize,
}

impl List<'_> {
    /// A thing without what is only said besides: ", leaving the rest for later", ", according to two diplomats".
    fn clip(&self, range: Range<usize>) -> Range<usize> {
        let words = self.scene.words;
        let aside = |&comma: &usize| {
            words.form(comma) == ","
                && (words.xpos(comma + 1) == Xpos::Vbg
                    || matches!(
                        words.lower(comma + 1),
                        "which" | "who" | "whose" | "according" | "where"
                    ))
        };
        let end = match self.kind {
            Kind::Noun | Kind::Gerund => (range.start + 1..range.end).find(aside),
            _ => (range.start + 1..range.end)
                .find(|comma| aside(comma) && words.lower(comma + 1) == "according"),
        };
        words.trim(range.start..end.unwrap_or(range.end))
    }

    /// The noun or verb of an item.
    fn head_of(&self, range: &Range<usize>) -> usize {
        let words = self.scene.words;
        if range.contains(&self.head) {
            return self.head;
        }
        match opening(words, range.start, range.end) {
            Opening::Noun(chunk) => chunk.head,
            Opening::Gerund(verb) | Opening::To(verb) | Opening::Base(verb) => verb,
            Opening::Clause(verb) => (verb..range.end)
                .find(|&at| words.is_verb(at) && words.upos(at) == Upos::Verb)
                .unwrap_or(verb),
            _ => words.top(range.clone()).unwrap_or(range.start),
        }
    }

    /// Which of the cuts part items of this list.
    fn choose(&self, cuts: &[Cut]) -> Option<Vec<usize>> {
        let chosen = match self.kind {
            Kind::Noun | Kind::Gerund => self.things(cuts),
            Kind::Infinitive => self.deeds(cuts),
            Kind::Deed => self.deeds(cuts),
            Kind::That | Kind::Clause => self.clauses(cuts),
        };
        (!chosen.is_empty()).then_some(chosen)
    }

    /// "would lower the dam, pay for the canal and host the talks"
    fn deeds(&self, cuts: &[Cut]) -> Vec<usize> {
        let words = self.scene.words;
        let mut chosen = Vec::new();
        let mut from = self.start;
        for (index, cut) in cuts.iter().enumerate() {
            let verb = match cut.opening {
                Opening::To(verb) if self.kind == Kind::Infinitive => verb,
                Opening::Base(verb) => verb,
                _ => continue,
            };
            // "to let ships dock and unload": of the inner deed.
            let inner = (from + 1..cut.mark).any(|at| {
                words.xpos(at) == Xpos::Vb && at != self.head && words.upos(at) == Upos::Verb
            });
            let own = words.first_conjunct(verb) == self.head
                || words.head(verb) == words.head(self.head)
                    && words.rel(verb) == words.rel(self.head);
            if inner && !own {
                continue;
            }
            chosen.push(index);
            from = cut.next + 1;
        }
        // "to keep the harbour, to fish and a share of the oil"
        if let Some(&last) = chosen.last()
            && !cuts[last].joined
            && self.kind == Kind::Infinitive
            && let Some(close) = (last + 1..cuts.len()).find(|&at| cuts[at].joined)
            && matches!(&cuts[close].opening, Opening::Noun(chunk) if chunk.shape == Shape::Indefinite)
        {
            chosen.push(close);
        }
        self.closed(cuts, chosen)
    }

    /// "tolls would fall, ships would be searched in port, and pilots would come from both banks"
    fn clauses(&self, cuts: &[Cut]) -> Vec<usize> {
        let words = self.scene.words;
        let first = chunk(words, self.start, self.limit)
            .and_then(|subject| clause_verb(words, subject.words.end, self.limit));
        let chosen = (0..cuts.len())
            .filter(|&at| match cuts[at].opening {
                Opening::Clause(verb) => {
                    let pronoun = words.upos(cuts[at].next) == Upos::Pron
                        && words.xpos(cuts[at].next) == Xpos::Prp;
                    !pronoun
                        && first.is_some_and(|first| alike(words, first, verb))
                        && !self.says(verb)
                }
                Opening::That(next) => {
                    (self.kind == Kind::That || cuts[at].joined) && !self.is_fact(next)
                }
                _ => false,
            })
            .collect();
        self.closed(cuts, chosen)
    }

    /// "asks that A be done, and that B is reluctant": how things are.
    fn is_fact(&self, from: usize) -> bool {
        let words = self.scene.words;
        let verb = chunk(words, from, self.limit)
            .and_then(|subject| clause_verb(words, subject.words.end, self.limit));
        matches!(self.claim.stance, Stance::Demands | Stance::Proposes)
            && verb.is_some_and(|verb| {
                matches!(
                    words.lower(verb),
                    "is" | "are" | "was" | "were" | "has" | "have" | "had" | "could" | "can"
                )
            })
    }

    fn says(&self, verb: usize) -> bool {
        self.scene.words.child(verb, &[Rel::Ccomp]).is_some()
    }

    /// A list of three ends with "and"; commas alone part nothing.
    fn closed(&self, cuts: &[Cut], mut chosen: Vec<usize>) -> Vec<usize> {
        while chosen.last().is_some_and(|&last| !cuts[last].joined) {
            chosen.pop();
        }
        chosen
    }

    /// Nouns and gerunds, and whatever else stands beside them.
    fn things(&self, cuts: &[Cut]) -> Vec<usize> {
        let words = self.scene.words;
        // "its claim to the reef, taking the port and the pilots instead": what is done with it is no second thing.
        let gerund = |cut: &Cut| matches!(cut.opening, Opening::Gerund(_));
        let aside = (cuts.iter().position(|cut| !cut.joined && gerund(cut))).filter(|&at| {
            self.kind == Kind::Noun
                && self.claim.stance == Stance::Withdraws
                && !cuts[at..].iter().any(|cut| cut.joined && gerund(cut))
        });
        let cuts = &cuts[..aside.unwrap_or(cuts.len())];
        let last = cuts.iter().rposition(|cut| cut.joined && self.opens(cut));
        let Some(last) = last else {
            return Vec::new();
        };
        let commas: Vec<usize> = (0..last)
            .filter(|&at| !cuts[at].joined && self.opens(&cuts[at]))
            .collect();
        if commas.is_empty() {
            // The first "and" behind which a thing of its own can stand.
            let pairs: Vec<usize> = (0..=last)
                .filter(|&at| cuts[at].joined && self.opens(&cuts[at]) && self.is_pair(&cuts[at]))
                .collect();
            return pairs;
        }
        // "A, B and C of D and E": what closes the list is the first behind its last comma that opens a whole phrase.
        let behind = commas.last().copied().unwrap_or(0);
        let close = (behind + 1..=last)
            .filter(|&at| cuts[at].joined && self.opens(&cuts[at]))
            .rfind(|&at| self.weight(&cuts[at]))
            .or_else(|| (behind + 1..=last).find(|&at| cuts[at].joined && self.opens(&cuts[at])));
        let Some(close) = close else {
            return Vec::new();
        };
        let mut chosen = commas;
        chosen.push(close);
        // ", a fund of its own, and": another name for the first, where a second comma closes it.
        let oxford = words.form(cuts[close].mark) == ",";
        if oxford && chosen.len() == 2 {
            let second = &cuts[chosen[0]];
            let renamed = match &second.opening {
                Opening::Noun(chunk) => {
                    words.rel(chunk.head) == Rel::Appos && chunk.shape.is_marked()
                }
                Opening::Gerund(_) => self.kind != Kind::Gerund,
                _ => false,
            };
            if renamed {
                chosen.remove(0);
                return match self.is_pair(&cuts[close]) {
                    true => chosen,
                    false => Vec::new(),
                };
            }
        }
        match self.is_list(cuts, &chosen) {
            true => chosen,
            false => Vec::new(),
        }
    }

    /// Whether an item of a list of things can open there.
    fn opens(&self, cut: &Cut) -> bool {
        let words = self.scene.words;
        match &cut.opening {
            Opening::Noun(chunk) => self.is_thing(chunk),
            Opening::Gerund(_) | Opening::To(_) => true,
            // "said it wanted talks and that the pass was closed": a second thing said.
            Opening::That(_) => {
                self.claim.stance == Stance::Demands
                    && self.scene.speaker(self.claim.trigger).is_none()
            }
            // "for A and for B"
            Opening::Preposition(at) => {
                repeats(words, self.kind, self.start, *at)
                    // "for A and C for B, and for D"
                    && !(self.start + 1..cut.mark).any(|inner| {
                        words.lower(inner) == words.lower(*at)
                            && words.form(inner - 1) != ","
                            && words.upos(inner - 1) != Upos::Cconj
                    })
            }
            // "the border opened and the mines cleared", read as a past.
            Opening::Clause(verb) => {
                is_done(words, *verb) && self.wants() && (words.object(*verb)).is_none()
            }
            _ => false,
        }
    }

    /// "three and a half", "12, 4 and 4" are one figure, and a subject opens a clause.
    fn is_thing(&self, chunk: &Chunk) -> bool {
        let words = self.scene.words;
        let figure = words.upos(chunk.head) == Upos::Num
            || words.lower(chunk.words.start + 1) == "half"
            || matches!(words.lower(chunk.head), "half" | "quarter" | "third");
        let subject = matches!(words.rel(chunk.head), Rel::Nsubj | Rel::NsubjPass);
        !figure && (!subject || self.wants()) && words.upos(chunk.head) != Upos::Pron
    }

    fn wants(&self) -> bool {
        matches!(
            self.scene.words.lemma(self.claim.trigger),
            "want" | "need" | "like" | "prefer" | "see" | "get"
        )
    }

    /// Whether what opens is more than a word.
    fn weight(&self, cut: &Cut) -> bool {
        match &cut.opening {
            Opening::Noun(chunk) => chunk.shape.is_marked() || self.goes_on(chunk),
            _ => true,
        }
    }

    /// "talks without conditions", "permission to fish"
    fn goes_on(&self, chunk: &Chunk) -> bool {
        let next = chunk.words.end;
        next < self.limit
            && (self.scene.words.upos(next) == Upos::Adp || self.scene.words.lower(next) == "to")
    }

    /// The noun chunks inside the first item, behind its own.
    fn inner(&self, end: usize) -> Vec<Chunk> {
        let words = self.scene.words;
        let mut found = Vec::new();
        let Some(first) = chunk(words, self.start, end) else {
            return self.chunks(self.start + 1, end);
        };
        found.extend(self.chunks(first.words.end, end));
        found
    }

    fn chunks(&self, from: usize, end: usize) -> Vec<Chunk> {
        let words = self.scene.words;
        let mut found = Vec::new();
        let mut at = from;
        while at < end {
            match chunk(words, at, end) {
                Some(next) => {
                    at = next.words.end;
                    found.push(next);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether the tree makes the noun a fellow of the first.
    fn beside(&self, noun: usize) -> bool {
        let words = self.scene.words;
        words.first_conjunct(noun) == self.head && noun != self.head
            || words.head(noun) == Some(self.claim.trigger)
                && matches!(words.rel(noun), Rel::Obj | Rel::Conj)
    }

    /// Whether "A and B" are two things.
    fn is_pair(&self, cut: &Cut) -> bool {
        let words = self.scene.words;
        let inner = self.inner(cut.mark);
        let next = match &cut.opening {
            Opening::Noun(next) => next,
            Opening::Gerund(_) => {
                return self.kind == Kind::Gerund
                    || !inner
                        .iter()
                        .any(|chunk| words.xpos(chunk.head) == Xpos::Vbg);
            }
            // "the right to fish and to land catches"
            Opening::To(_) => {
                return !(self.start..cut.mark)
                    .any(|at| words.lower(at) == "to" && words.xpos(at + 1) == Xpos::Vb);
            }
            Opening::That(_) => {
                return !(self.start..cut.mark).any(|at| words.lower(at) == "that");
            }
            Opening::Preposition(_) | Opening::Clause(_) => return true,
            _ => return false,
        };
        // "women to be paid and men to be given leave"
        let deed = |chunk: &Chunk| {
            words.lower(chunk.words.end) == "to" && words.xpos(chunk.words.end + 1) == Xpos::Vb
        };
        if let Some(first) = chunk(words, self.start, cut.mark)
            && self.wants()
            && deed(next)
        {
            return deed(&first);
        }
        if self.is_actor(next.head) {
            return false;
        }
        let Some(first) = chunk(words, self.start, cut.mark) else {
            // A gerund's object and a second thing: "lowering the quota and a register".
            return self.kind == Kind::Gerund && self.beside(next.head) && next.shape.is_marked();
        };
        if self.is_actor(first.head) {
            return false;
        }
        let plain = |shape: Shape| !inner.iter().any(|chunk| chunk.shape == shape);
        if inner.is_empty() {
            return match next.shape {
                Shape::Described => {
                    first.shape == Shape::Indefinite && words.xpos(next.head) == Xpos::Nns
                }
                Shape::Bare => false,
                _ => true,
            };
        }
        match next.shape {
            Shape::Bare => false,
            Shape::Described => self.goes_on(next) && self.beside(next.head),
            shape => plain(shape) || self.beside(next.head),
        }
    }

    /// Whether "A, B and C" are things side by side and no list inside the first.
    fn is_list(&self, cuts: &[Cut], chosen: &[usize]) -> bool {
        let words = self.scene.words;
        let inner = self.inner(cuts[chosen[0]].mark);
        let later: Vec<&Cut> = chosen.iter().map(|&at| &cuts[at]).collect();
        let noun = |cut: &Cut| match &cut.opening {
            Opening::Noun(chunk) => Some(chunk.clone()),
            _ => None,
        };
        let nouns: Vec<Chunk> = later.iter().filter_map(|cut| noun(cut)).collect();
        if nouns.iter().any(|chunk| self.is_actor(chunk.head)) {
            return false;
        }
        // "schools, health and planning"
        let light = |chunk: &Chunk| chunk.shape == Shape::Bare && !self.goes_on(chunk);
        let alone = nouns.iter().filter(|chunk| light(chunk)).count();
        let first = chunk(words, self.start, cuts[chosen[0]].mark);
        let alone = alone + usize::from(inner.is_empty() && first.as_ref().is_some_and(light));
        if nouns.len() == later.len() && alone * 2 > nouns.len() {
            return false;
        }
        if inner.is_empty() {
            return true;
        }
        let other = nouns.iter().any(|chunk| {
            chunk.shape.is_marked() && !inner.iter().any(|own| own.shape == chunk.shape)
        });
        other
            || nouns.len() < later.len()
            || nouns.iter().all(|chunk| self.beside(chunk.head))
            || words.form(cuts[chosen[0]].mark) == ";"
    }

    fn is_actor(&self, noun: usize) -> bool {
        self.scene.words.upos(noun) == Upos::Propn && self.scene.entities.actor(noun).is_some()
    }
}
