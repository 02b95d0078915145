//! From drafts to statements: speakers, words, manner, date, channel, the chain, and what goes into the record.

use std::collections::HashSet;
use std::ops::Range;

use rapporteur_model::{Act, ActorType, BlockKind, LinkKind, Manner, Span};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Kind;
use super::refusals::turns_down;
use super::{Context, Draft, Statement, Statements, Teller};
use crate::entities::{EntityId, EntityKind};
use crate::words::Words;

/// What is known of those who have spoken so far.
struct Told {
    /// For each block, the words that name the speakers in it and who they are, in the order of the statements.
    speakers: Vec<Vec<(usize, EntityId)>>,
    /// For each entity, the genders of its pronouns.
    genders: Vec<Vec<char>>,
}

impl Told {
    fn new(context: &Context) -> Self {
        let mut genders = vec![Vec::new(); context.entities.all.len()];
        for mention in &context.entities.mentions {
            let found = gender(context.words, mention.head);
            let known: &mut Vec<char> = &mut genders[mention.entity];
            known.extend(found.filter(|found| !known.contains(found)));
        }
        Self {
            speakers: vec![Vec::new(); context.blocks.items.len()],
            genders,
        }
    }

    fn learn(&mut self, context: &Context, statement: &Statement) {
        if let (Some(source), Some(speaker)) = (&statement.source, statement.speaker)
            && let Some(block) =
                (context.blocks).at(context.words.span(source.start..source.start + 1).start)
        {
            self.speakers[block].push((source.start, speaker));
        }
    }
}

/// The gender of a pronoun.
fn gender(words: &Words, word: usize) -> Option<char> {
    match words.lower(word) {
        "he" | "him" | "his" => Some('m'),
        "she" | "her" => Some('f'),
        _ => None,
    }
}

impl Context<'_, '_> {
    /// Makes the layer.
    pub(super) fn finish(&self, drafts: Vec<Draft>) -> Statements {
        let place = |draft: &Draft| {
            let first = draft
                .content
                .first()
                .map_or(usize::MAX, |range| range.start);
            let cue = draft.cue.as_ref().map_or(usize::MAX, |cue| cue.start);
            (first.min(cue), first)
        };
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&index| place(&drafts[index]));
        let mut new_index = vec![0; drafts.len()];
        let mut statements = Statements {
            all: Vec::with_capacity(drafts.len()),
            of_word: vec![None; self.words.len()],
            declining: Vec::new(),
        };
        let mut told = Told::new(self);
        for &index in &order {
            let earlier = statements.all.len();
            new_index[index] = earlier;
            let draft = &drafts[index];
            let speakers = draft.source.as_ref().map_or(Vec::new(), |source| {
                let mut speakers = self.speakers(source);
                for id in self.companions(draft) {
                    if !speakers.contains(&id) {
                        speakers.push(id);
                    }
                }
                speakers
            });
            let mut speakers = speakers;
            speakers.extend(draft.turn);
            if draft.quoted || speakers.is_empty() {
                speakers = self
                    .who_goes_on(draft, &told)
                    .map_or(speakers, |speaker| vec![speaker]);
            }
            // "…," he told them. "…": whoever began goes on.
            let begun = (draft.continues)
                .filter(|&first| place(&drafts[first]) < place(draft))
                .and_then(|first| statements.all[new_index[first]].speaker);
            if let Some(speaker) = begun {
                speakers = vec![speaker];
            }
            let mut statement = self.statement(draft);
            statement.speaker = speakers.first().copied();
            let others: Vec<Statement> = speakers
                .iter()
                .skip(1)
                .map(|&speaker| Statement {
                    speaker: Some(speaker),
                    ..statement.clone()
                })
                .collect();
            statements.all.push(statement);
            statements.all.extend(others);
            for statement in &statements.all[earlier..] {
                told.learn(self, statement);
            }
        }
        for &index in &order {
            if let Some(earlier) = drafts[index].continues {
                statements.all[new_index[index]].continues = Some(new_index[earlier]);
            }
        }
        statements.declining = (statements.all.iter())
            .filter(|statement| statement.act == Act::Declined)
            .filter(|statement| (statement.cue_head).is_none_or(|cue| !turns_down(self.words, cue)))
            .flat_map(|statement| {
                statement
                    .cue
                    .clone()
                    .into_iter()
                    .flatten()
                    .chain(statement.cue_head)
            })
            .collect();
        statements.declining.sort_unstable();
        self.refer_back(&mut statements);
        self.place_words(&mut statements);
        self.chain(&mut statements);
        statements
    }

    /// Whom "he said" beside a quotation means: who spoke or acted last in the paragraph, rather than somebody who was
    /// only spoken of.
    fn who_goes_on(&self, draft: &Draft, told: &Told) -> Option<EntityId> {
        let words = self.words;
        let source = draft.source.as_ref()?;
        let wanted = gender(words, source.head)?;
        let meant = self.entities.actor(source.head);
        let first = draft.content.first()?.start.min(source.words.start);
        let block = self.blocks.at(words.span(first..first + 1).start)?;
        let here = |word: usize| {
            word < first && self.blocks.at(words.span(word..word + 1).start) == Some(block)
        };
        let is_person =
            |id: &EntityId| self.entities.all[*id].kind == EntityKind::Actor(ActorType::Person);
        let speakers = (told.speakers[block].iter().copied()).filter(|&(word, _)| word < first);
        let spoke = (speakers.clone().rev())
            .find(|&(word, id)| self.quote_of[word].is_none() && is_person(&id));
        // The subject of the sentence before.
        let before = (0..first)
            .rev()
            .find(|&word| words.upos(word) != Upos::Punct);
        let sentence = before.map(|before| words.sentence(words.sentence_of(before)));
        let acted = sentence
            .filter(|sentence| here(sentence.start) && !sentence.contains(&first))
            .and_then(|sentence| {
                let root = sentence
                    .clone()
                    .find(|&word| words.head(word).is_none() && self.quote_of[word].is_none())?;
                let subject = words.child(root, &[Rel::Nsubj, Rel::NsubjPass])?;
                Some((subject, self.actor(subject)?))
            });
        let last = [spoke, acted]
            .into_iter()
            .flatten()
            .filter(|(_, id)| is_person(id))
            .max_by_key(|&(word, _)| word)?;
        let other_gender = (told.genders[last.1].iter()).any(|&gender| gender != wanted);
        // Somebody who spoke in this paragraph yields only to the subject of the sentence right before.
        let meant_spoke = speakers.clone().any(|(_, id)| Some(id) == meant);
        let nearest = acted.is_some_and(|acted| acted == last);
        (meant != Some(last.1) && !other_gender && (nearest || !meant_spoke)).then_some(last.1)
    }

    /// "Lukan's office denied that": what it is about is what was said before.
    fn refer_back(&self, statements: &mut Statements) {
        for index in 0..statements.all.len() {
            let statement = &statements.all[index];
            let refers = matches!(
                statement.act,
                Act::Denied | Act::Declined | Act::Confirmed | Act::Welcomed
            ) && statement.about.is_none()
                && matches!(
                    statement.words.of(self.words.text).to_lowercase().as_str(),
                    "this" | "that" | "it"
                );
            if !refers {
                continue;
            }
            let start = statement.evidence.start;
            let before = statements.all[..index].iter().rev().find(|other| {
                other.in_record && other.words.end <= start && other.manner != Manner::Direct
            });
            statements.all[index].about = before.map(|other| other.words);
        }
    }

    fn statement(&self, draft: &Draft) -> Statement {
        let words = self.words;
        let content_span = draft
            .content
            .iter()
            .map(|range| words.span(range.clone()))
            .reduce(Span::cover)
            .unwrap_or_default();
        let mut span = match &draft.words {
            Some(range) => words.span(range.clone()),
            None => content_span,
        };
        if draft.words.is_none() {
            // The conjunction is no part of what was said.
            if let Some(first) = draft.content.first() {
                // "that" before a verb is a pronoun.
                let next = first.start + 1;
                let complementiser = words.form(first.start).eq_ignore_ascii_case("that")
                    && first.len() > 1
                    && draft.rule != "statement/naming"
                    && draft.rule != "statement/object"
                    && !(words.rel(first.start) == Rel::Det
                        && words.xpos(words.head(first.start).unwrap_or(next)) == Xpos::Nn)
                    && (!matches!(words.upos(next), Upos::Verb | Upos::Aux | Upos::Part)
                        // "that talks … are useless": a noun taken for a verb.
                        || words.xpos(next) == Xpos::Vbz
                            && words.upos(next) == Upos::Verb
                            && (next + 1..first.end).any(|word| {
                                words.upos(word) == Upos::Aux || matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbp | Xpos::Md)
                            }));
                if complementiser {
                    let mut next = first.start + 1;
                    while next + 1 < first.end && words.form(next) == "," {
                        next += 1;
                    }
                    span = Span::new(words.span(next..next + 1).start as usize, span.end as usize);
                }
            }
        }
        // A content that is one quotation goes into the record without its marks.
        if let Some(quote) = self.quotes.iter().find(|quote| quote.outer == span) {
            span = quote.inner;
        }
        Statement {
            source: draft.source.as_ref().map(|source| source.words.clone()),
            source_span: draft
                .source
                .as_ref()
                .map(|source| words.span(source.words.clone())),
            speaker: None,
            cue: draft.cue.clone(),
            cue_head: draft.cue_head,
            content: draft.content.clone(),
            content_head: draft.content_head,
            act: draft.act,
            manner: self.manner(draft, span),
            words: span,
            about: self.about(draft),
            to: self.addressee(draft).map(|head| {
                let mut range = self
                    .noun_phrase(head, draft.cue_head.unwrap_or(head), true)
                    .words;
                for content in draft.content.iter().filter(|content| content.start > head) {
                    range.end = range.end.min(content.start);
                }
                // "asked delegations | to comment"
                for child in words
                    .children_by(head, &[Rel::Acl, Rel::AclRelcl, Rel::Ccomp])
                    .filter(|&child| child > head)
                {
                    range.end = range.end.min(words.subtree(child).start.max(head + 1));
                }
                words.span(words.trim(range))
            }),
            channel: self.channel(draft),
            date: self.date(draft),
            told_by: self.own_tellers(draft),
            hedge: self.hedge(draft),
            evidence: self.evidence(draft, content_span.cover(span)),
            rule: draft.rule,
            in_record: self.in_record(draft),
            tells: draft.kind != Kind::Attitude,
            continues: None,
        }
    }

    fn manner(&self, draft: &Draft, span: Span) -> Manner {
        if draft.act == Act::Declined {
            return Manner::Indirect;
        }
        if draft.quoted {
            return Manner::Direct;
        }
        let around = draft.cue_head.and_then(|cue| self.quote_of[cue]);
        for (index, quote) in self.quotes.iter().enumerate() {
            if Some(index) == around || !quote.outer.overlaps(span) {
                continue;
            }
            return if quote.outer.contains(span) {
                Manner::Direct
            } else {
                Manner::Mixed
            };
        }
        Manner::Indirect
    }

    /// Whether it becomes a statement of the record.
    fn in_record(&self, draft: &Draft) -> bool {
        if draft.turn.is_some() {
            return true;
        }
        let words = self.words;
        let Some(source) = draft.source.as_ref().filter(|_| draft.kind == Kind::Saying) else {
            return false;
        };
        let at = draft
            .cue
            .as_ref()
            .map_or(draft.content[0].start, |cue| cue.start);
        let block = self.blocks.at(words.span(at..at + 1).start);
        let kind = block.map(|block| self.blocks.items[block].kind);
        if matches!(kind, Some(BlockKind::Headline | BlockKind::Heading)) {
            return false;
        }
        let person = words.lemma(source.head);
        let pronoun = words.upos(source.head) == Upos::Pron;
        if pronoun
            && matches!(
                person,
                "i" | "we"
                    | "you"
                    | "it"
                    | "who"
                    | "that"
                    | "which"
                    | "what"
                    | "one"
                    | "everyone"
                    | "nobody"
                    | "this"
            )
            && self.actor(source.head).is_none()
        {
            return false;
        }
        if pronoun && matches!(words.lower(source.head), "i" | "we" | "you") {
            return false;
        }
        if self.is_media(source.head)
            && draft.rule != "statement/quoted-by"
            && draft.rule != "statement/citing"
        {
            return false;
        }
        if draft.rule == "statement/according-to"
            || draft.rule == "statement/quoted-by"
            || draft.rule == "statement/citing"
        {
            return true;
        }
        if let Some(verb) = draft.cue_head {
            if draft.rule == "statement/refusal" {
                if self.classes.refusals.contains(words.lemma(verb)) && !self.is_said(verb) {
                    return false;
                }
            } else if !self.is_said(verb) {
                return false;
            }
        }
        !self.leads_in(draft) && !self.says_nothing(draft)
    }

    /// Whether what was said is only the lead-in of a list.
    fn leads_in(&self, draft: &Draft) -> bool {
        let Some(last) = draft.content.last() else {
            return false;
        };
        let end = self.words.span(last.clone()).end;
        let Some(block) = self.blocks.at(end.saturating_sub(1)) else {
            return false;
        };
        let rest = self
            .words
            .text
            .get(end as usize..self.blocks.items[block].span.end as usize)
            .unwrap_or("");
        rest.trim_start().starts_with(':') && self.items_of(block).next().is_some()
    }

    /// The items of the list that a block announces.
    fn items_of(&self, block: usize) -> impl Iterator<Item = &crate::blocks::Block> {
        self.blocks
            .items
            .iter()
            .filter(move |item| item.kind == BlockKind::ListItem && item.lead_in == Some(block))
    }

    /// "with Bangladesh" beside the verb, before it and between commas: those share what is said.
    fn companions(&self, draft: &Draft) -> Vec<usize> {
        let words = self.words;
        let Some(verb) = draft.cue_head else {
            return Vec::new();
        };
        let companions = words.with_case(verb, &["with"]).filter(|&noun| {
            noun < verb || draft.content.iter().all(|range| !range.contains(&noun))
        });
        companions
            .filter(|&noun| {
                let below = words.subtree(noun);
                let first = below.start;
                first > 0
                    && (self.is_pause(first - 1) || words.lemma(first - 1) == "and")
                    && below.end < words.len()
                    && self.is_pause(below.end)
            })
            .filter_map(|noun| self.actor(noun))
            .collect()
    }

    /// To whom: the object of telling, or "to" somebody.
    fn addressee(&self, draft: &Draft) -> Option<usize> {
        if draft.to.is_some() {
            return draft.to;
        }
        let words = self.words;
        let verb = draft.cue_head?;
        let outside = |noun: &usize| {
            draft.content.iter().all(|range| !range.contains(noun))
                && Some(*noun) != draft.source.as_ref().map(|source| source.head)
        };
        let telling = matches!(
            words.lemma(verb),
            "tell"
                | "inform"
                | "remind"
                | "assure"
                | "warn"
                | "brief"
                | "notify"
                | "ask"
                | "advise"
                | "reassure"
                | "promise"
        );
        telling
            .then(|| {
                words
                    .children_by(verb, &[Rel::Iobj, Rel::Obj])
                    .filter(|&noun| noun > verb)
                    .find(outside)
            })
            .flatten()
            .or_else(|| {
                words
                    .with_case(verb, &["to"])
                    .filter(|&noun| noun > verb && words.upos(noun) != Upos::Verb)
                    .find(outside)
            })
            .filter(|&noun| matches!(words.upos(noun), Upos::Noun | Upos::Propn | Upos::Pron))
    }

    fn is_channel(&self, head: usize) -> bool {
        let words = self.words;
        self.classes.channels.iter().any(|phrase| {
            let len = phrase.len();
            head + 1 >= len
                && phrase.iter().enumerate().all(|(offset, part)| {
                    let at = head + 1 + offset - len;
                    words.form(at).eq_ignore_ascii_case(part) || words.lemma(at) == part
                })
        })
    }

    /// Through what: "on social media", "in a statement", "online", an outlet that was told.
    fn channel(&self, draft: &Draft) -> Option<Span> {
        let words = self.words;
        let verb = draft.cue_head?;
        if let Some(told) = self
            .addressee(draft)
            .filter(|&told| self.is_media(told) || self.is_channel(told))
        {
            return Some(self.bare(told, verb));
        }
        let outside = |noun: usize| draft.content.iter().all(|range| !range.contains(&noun));
        let through = words
            .with_case(
                verb,
                &["on", "in", "via", "at", "over", "during", "through", "by"],
            )
            .find(|&noun| outside(noun) && (self.is_channel(noun) || self.is_media(noun)));
        through.map(|noun| self.bare(noun, verb)).or_else(|| {
            words
                .children_by(verb, &[Rel::Advmod])
                .find(|&adverb| outside(adverb) && self.is_channel(adverb))
                .map(|adverb| words.span(adverb..adverb + 1))
        })
    }

    /// A noun phrase without its articles.
    fn bare(&self, head: usize, verb: usize) -> Span {
        let words = self.words;
        let mut range = self.noun_phrase(head, verb, true).words;
        while range.start < head
            && (matches!(words.rel(range.start), Rel::Det | Rel::Case)
                || words.upos(range.start) == Upos::Pron)
        {
            range.start += 1;
        }
        // "the newspaper El Faro": the name.
        if range.end > head + 1
            && words.upos(head + 1) == Upos::Propn
            && words.upos(head) == Upos::Noun
        {
            return words.span(head + 1..range.end);
        }
        words.span(range.start..range.end.min(head + 1).max(range.start + 1))
    }

    /// The time expression that modifies the cue.
    fn date(&self, draft: &Draft) -> Option<usize> {
        let words = self.words;
        let verb = draft.cue_head?;
        let outside = |range: &Range<usize>| {
            draft
                .content
                .iter()
                .all(|content| content.end <= range.start || range.end <= content.start)
                && draft.source.as_ref().is_none_or(|source| {
                    source.words.end <= range.start || range.end <= source.words.start
                })
        };
        let cue_end = draft.cue.as_ref().map_or(verb + 1, |cue| cue.end);
        let sentence = words.sentence(words.sentence_of(verb));
        let found = self.dates.among(&sentence).find(|(_, date)| {
            let range = &date.words;
            if range.is_empty() || !sentence.contains(&range.start) || !outside(range) {
                return false;
            }
            let hung = range
                .clone()
                .any(|word| words.head(word) == Some(verb) && words.rel(word) != Rel::Punct);
            let next = range.start >= cue_end && range.start <= cue_end + 1;
            hung || next
        });
        found.map(|(index, _)| index)
    }

    fn hedge(&self, draft: &Draft) -> Option<String> {
        let words = self.words;
        let verb = draft.cue_head?;
        let hedges: Vec<&str> = words
            .children_by(verb, &[Rel::Advmod])
            .filter(|&adverb| self.classes.hedges.contains(words.lemma(adverb)))
            .map(|adverb| words.form(adverb))
            .collect();
        (!hedges.is_empty()).then(|| hedges.join("; "))
    }

    /// What it is about: the question asked, or the thing named.
    fn about(&self, draft: &Draft) -> Option<Span> {
        let words = self.words;
        let verb = draft.cue_head?;
        let asked = words
            .children_by(verb, &[Rel::Advcl])
            .find(|&child| words.lemma(child) == "ask" && words.xpos(child) == Xpos::Vbn);
        if let Some(asked) = asked {
            let question = words
                .children(asked)
                .find(|&child| child > asked && words.rel(child) != Rel::Punct)?;
            let mut range = words.subtree(question);
            if words.lemma(range.start) == "about" && range.len() > 1 {
                range.start += 1;
            }
            return Some(words.span(words.trim(range)));
        }
        let object = words
            .child(verb, &[Rel::Obj])
            .filter(|&object| words.upos(object) != Upos::Pron)?;
        (draft.rule == "statement/naming"
            || draft.rule == "statement/quote-colon" && self.addressee(draft).is_none())
        .then(|| words.span(words.trim(words.subtree(object))))
    }

    /// Tellers beside those it is told within: a paper, an outlet that was told.
    fn own_tellers(&self, draft: &Draft) -> Vec<Teller> {
        let mut tellers = draft.told.clone();
        if let Some(told) = self.addressee(draft).filter(|&told| self.is_media(told)) {
            let mut teller = self.teller(told);
            teller.kind = teller.kind.or(Some(LinkKind::Outlet));
            tellers.push(teller);
        }
        tellers
    }

    /// The words it rests on: from source or cue to the end of what was said, with the marks of a quotation.
    fn evidence(&self, draft: &Draft, content: Span) -> Span {
        let words = self.words;
        let mut span = content;
        if draft.rule == "statement/quote-of-its-own" {
            let around = self
                .quotes
                .iter()
                .find(|quote| quote.inner.contains(content));
            return around.map_or(content, |quote| quote.outer);
        }
        for quote in self
            .quotes
            .iter()
            .filter(|quote| quote.inner.overlaps(content))
        {
            if quote.inner.contains(content) && draft.quoted || content.contains(quote.inner) {
                span = span.cover(quote.outer);
            }
        }
        if let Some(cue) = &draft.cue {
            span = span.cover(words.span(cue.clone()));
        }
        if let (Some(source), Some(cue)) = (&draft.source, &draft.cue)
            && source.own
            && (source.words.start < cue.end + 40 && cue.start < source.words.end + 40)
        {
            span = span.cover(words.span(source.words.clone()));
        }
        if let (Some(date), Some(cue)) = (self.date(draft), &draft.cue)
            && self.dates.0[date].words.start <= cue.end + 8
            && self.dates.0[date].words.start >= cue.end
        {
            span = span.cover(self.dates.0[date].span);
        }
        if let Some(to) = self
            .addressee(draft)
            .filter(|&to| draft.cue_head.is_some_and(|verb| verb < to))
        {
            let range = self
                .noun_phrase(to, draft.cue_head.unwrap_or(to), true)
                .words;
            let end = draft
                .content
                .iter()
                .filter(|content| content.start > to)
                .map(|content| content.start)
                .min();
            span =
                span.cover(words.span(
                    range.start..range.end.min(end.unwrap_or(range.end)).max(range.start + 1),
                ));
        }
        // "In July he called …"
        if let Some(date) = self
            .date(draft)
            .map(|date| self.dates.0[date].words.clone())
        {
            let first = words.inside(span).start;
            if date.end == first || date.end + 1 == first && self.is_pause(date.end) {
                let case = date.start > 0 && matches!(words.rel(date.start - 1), Rel::Case);
                span = span.cover(words.span(date.start - usize::from(case)..date.end));
            }
        }
        span
    }

    /// Which attribution each word stands in: the smallest.
    fn place_words(&self, statements: &mut Statements) {
        let size = |statement: &Statement| {
            statement
                .content
                .iter()
                .map(|range| range.len())
                .sum::<usize>()
        };
        let mut order: Vec<usize> = (0..statements.all.len())
            .filter(|&index| statements.all[index].tells)
            .collect();
        order.sort_by_key(|&index| std::cmp::Reverse(size(&statements.all[index])));
        for index in order {
            let statement = &statements.all[index];
            // The items of a list belong to what announces it.
            let mut ranges = statement.content.clone();
            if let Some(last) = statement.content.last() {
                let end = self.words.span(last.clone()).end;
                if let Some(block) = self.blocks.at(end.saturating_sub(1)) {
                    let rest = self
                        .words
                        .text
                        .get(end as usize..self.blocks.items[block].span.end as usize)
                        .unwrap_or("");
                    if rest.trim_start().starts_with(':') {
                        ranges.extend(
                            self.items_of(block)
                                .map(|item| self.words.inside(item.span)),
                        );
                    }
                }
            }
            for word in ranges.into_iter().flatten() {
                if let Some(slot) = statements.of_word.get_mut(word) {
                    *slot = Some(index);
                }
            }
        }
    }

    /// Adds the tellers around each attribution, and keeps out of the record what is told only to be denied or asked.
    fn chain(&self, statements: &mut Statements) {
        let mut chains = Vec::with_capacity(statements.all.len());
        let refusals: HashSet<usize> = statements
            .all
            .iter()
            .filter(|statement| statement.rule == "statement/refusal" && statement.in_record)
            .filter_map(|statement| statement.cue_head)
            .collect();
        for (own, statement) in statements.all.iter().enumerate() {
            let anchor = statement
                .cue_head
                .or_else(|| statement.cue.as_ref().map(|cue| cue.start));
            let outer: Vec<usize> = anchor
                .map(|word| statements.around(word).collect())
                .unwrap_or_default();
            let denied = outer.iter().filter(|&&index| index != own).any(|&index| {
                let outer = &statements.all[index];
                matches!(outer.act, Act::Denied | Act::Declined)
                    || outer.rule == "statement/noun"
                    || outer.rule == "statement/request"
            });
            // "said he had no comment": the refusal alone.
            let refusal = statement.rule == "statement/clause"
                && statement
                    .content_head
                    .is_some_and(|head| refusals.contains(&head));

            let denied = denied || refusal;
            let tellers = anchor
                .map(|word| statements.told_by(self.entities, word))
                .unwrap_or_default();
            chains.push((tellers, denied));
        }
        for (statement, (mut tellers, denied)) in statements.all.iter_mut().zip(chains) {
            tellers.retain(|teller| teller.entity.is_none() || teller.entity != statement.speaker);
            for teller in std::mem::take(&mut statement.told_by) {
                if !tellers.contains(&teller) {
                    tellers.push(teller);
                }
            }
            statement.told_by = tellers;
            statement.in_record &= !denied;
        }
    }
}
