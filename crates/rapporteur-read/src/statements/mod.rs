//! Statements: who said what, in whose words, and by which chain the report knows it.

mod attach;
mod beside_name;
mod classes;
mod content;
mod cues;
mod factuality;
mod finish;
mod frames;
mod groups;
mod inserted;
mod naming;
mod phrases;
mod quotes;
mod refusals;
mod show;
mod source;
#[cfg(test)]
mod tests;
mod ways;
mod woven;

use std::collections::HashSet;
use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{Act, LinkKind, Manner, Span};

use self::classes::{Classes, Kind, classes};
use self::quotes::{Quote, quotes};
use self::source::Source;
use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::{Entities, EntityId};
use crate::words::Words;

pub(crate) use self::refusals::turns_down;
pub use self::show::show;

/// Every attribution of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statements {
    /// The attributions. Not all become statements of the record, see [`Statement::in_record`].
    pub all: Vec<Statement>,
    /// For each word, the innermost attribution whose content it stands in.
    pub of_word: Vec<Option<usize>>,
    /// Words of cues that decline to say anything, in order.
    declining: Vec<usize>,
}

/// One attribution: source, cue and content.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Words of the source as written ("Orveth spokesman Marek Marn"); none for a floating quotation or a passive
    /// without an agent.
    pub source: Option<Range<usize>>,
    /// The same as a stretch of the text.
    pub source_span: Option<Span>,
    /// Who it is.
    pub speaker: Option<EntityId>,
    /// Words of the cue ("said", "according to", "in a statement").
    pub cue: Option<Range<usize>>,
    /// The verb or noun that heads the cue.
    pub cue_head: Option<usize>,
    /// Words of the content, in one or more stretches, without the quotation marks around it.
    pub content: Vec<Range<usize>>,
    /// The head of the content clause, where it is one clause.
    pub content_head: Option<usize>,
    /// What kind of saying.
    pub act: Act,
    /// In whose words.
    pub manner: Manner,
    /// The content as it goes into the record (one stretch of the text).
    pub words: Span,
    /// What it is about, where the report says so.
    pub about: Option<Span>,
    /// To whom.
    pub to: Option<Span>,
    /// Through what ("social media").
    pub channel: Option<Span>,
    /// Index into the dates of when it was said.
    pub date: Option<usize>,
    /// Who told the outlet of it, nearest to the reader first ("as reported by Reuters").
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Span,
    /// Name of the rule that read it.
    pub rule: &'static str,
    /// Whether it is a statement of the record: thinking ("fear", "believe"), lead-ins of lists and
    /// "according to OUTLET" are attributions only.
    pub in_record: bool,
    /// Whether the report knows its content by it. A stance toward a thing ("criticised the draft") tells nothing.
    pub tells: bool,
    /// The attribution that a quotation without a cue goes on with.
    pub continues: Option<usize>,
}

/// One link of a chain of telling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teller {
    /// Who, where it is an entity.
    pub entity: Option<EntityId>,
    /// As written, where it is none ("a summary of its position").
    pub name: Option<Span>,
    /// Whether the report keeps its name back.
    pub unnamed: bool,
    /// What it is.
    pub kind: Option<LinkKind>,
}

/// How many attributions inside one another are told apart.
const DEEPEST: usize = 9;

impl Statements {
    /// The attributions that a word stands in, the innermost first.
    pub fn around(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let of_word = |word: usize| self.of_word.get(word).copied().flatten();
        let mut chain = [0; DEEPEST];
        let mut length = 0;
        let mut next = of_word(word);
        std::iter::from_fn(move || {
            let index = next.filter(|index| !chain[..length].contains(index))?;
            *chain.get_mut(length)? = index;
            length += 1;
            // The cue of an inner attribution stands in the content of the outer one.
            let statement = &self.all[index];
            let anchor = statement
                .cue_head
                .or_else(|| statement.content.first().map(|range| range.start));
            next = anchor.and_then(of_word);
            Some(index)
        })
    }

    /// Whether a word stands in a cue that declines to say anything: "declined to discuss", "would not comment".
    pub fn is_declining(&self, word: usize) -> bool {
        self.declining.binary_search(&word).is_ok()
    }

    /// Who "I" and "we" are at a word: the speaker of the quotation that it stands in.
    pub fn speaker_of_first_person(&self, word: usize) -> Option<EntityId> {
        self.around(word)
            .map(|index| &self.all[index])
            .find(|statement| statement.manner != Manner::Indirect)
            .and_then(|statement| statement.speaker)
    }

    /// The chain by which the report knows what a word says, nearest to the reader first.
    pub fn told_by(&self, entities: &Entities, word: usize) -> Vec<Teller> {
        let mut chain: Vec<Teller> = Vec::new();
        let around: Vec<usize> = self.around(word).collect();
        for index in around.into_iter().rev() {
            let statement = &self.all[index];
            for teller in &statement.told_by {
                if !chain.contains(teller) {
                    chain.push(teller.clone());
                }
            }
            // Those who speak in chorus all tell it.
            let same = |other: &&Statement| {
                other.cue_head == statement.cue_head && other.content == statement.content
            };
            let chorus = self.all[index..]
                .iter()
                .take_while(same)
                .chain(self.all[..index].iter().rev().take_while(same));
            for speaker in chorus.filter_map(|other| other.speaker) {
                let unnamed = entities.all[speaker].kind
                    == crate::entities::EntityKind::Actor(rapporteur_model::ActorType::Unnamed);
                let teller = Teller {
                    entity: Some(speaker),
                    name: None,
                    unnamed,
                    kind: None,
                };
                if !chain.contains(&teller) {
                    chain.push(teller);
                }
            }
            // Somebody of whom nothing else is known ("one of the three").
            if statement.speaker.is_none() && statement.told_by.is_empty() {
                let teller = Teller {
                    entity: None,
                    name: statement.source_span,
                    unnamed: true,
                    kind: None,
                };
                if teller.name.is_some() && !chain.contains(&teller) {
                    chain.push(teller);
                }
            }
        }
        chain
    }
}

/// What the passes over quotations, trees and phrases leave for [`finish`].
#[derive(Debug, Clone, Default)]
struct Draft {
    cue_head: Option<usize>,
    cue: Option<Range<usize>>,
    act: Act,
    kind: Kind,
    source: Option<Source>,
    /// Whose turn of a transcript it is.
    turn: Option<EntityId>,
    content: Vec<Range<usize>>,
    content_head: Option<usize>,
    /// What goes into the record, where it is not the whole content.
    words: Option<Range<usize>>,
    /// Head of the addressee.
    to: Option<usize>,
    /// Tellers beside those around it.
    told: Vec<Teller>,
    /// Whether the content is a quotation.
    quoted: bool,
    /// The draft it goes on with.
    continues: Option<usize>,
    rule: &'static str,
}

/// What the passes read from.
struct Context<'a, 'w> {
    words: &'a Words<'w>,
    blocks: &'a Blocks,
    entities: &'a Entities,
    dates: &'a Dates,
    classes: &'a Classes,
    quotes: Vec<Quote>,
    /// For each word, the outermost quotation it stands in.
    quote_of: Vec<Option<usize>>,
}

/// Finds attributions: first of quotations, then of verbs, then of phrases and nouns; last, quotations without a cue.
pub fn statements(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    lexicon: &Lexicon,
) -> Statements {
    let quotes = quotes(words, blocks);
    let mut quote_of = vec![None; words.len()];
    for (index, quote) in quotes.iter().enumerate() {
        quote_of[quote.words.clone()].fill(Some(index));
    }
    let classes = classes(&lexicon.speech);
    let context = Context {
        words,
        blocks,
        entities,
        dates,
        classes: &classes,
        quotes,
        quote_of,
    };
    let (mut drafts, floating) = context.quote_drafts();
    let phrases = context.phrase_drafts();
    let taken: Vec<(usize, usize)> = drafts
        .iter()
        .filter_map(|draft| Some((draft.cue_head?, draft.content.first()?.start)))
        .collect();
    let phrase_words: HashSet<usize> = phrases
        .iter()
        .filter(|draft| draft.rule == "statement/according-to")
        .filter_map(|draft| draft.cue.clone())
        .flatten()
        .collect();
    let verbs: Vec<Draft> = context
        .verb_drafts(&taken)
        .into_iter()
        .filter(|draft| {
            !draft
                .cue_head
                .is_some_and(|cue| phrase_words.contains(&cue))
        })
        .collect();
    let mut verbs = verbs;
    context.lift(&mut verbs);
    let cited: Vec<Draft> = verbs
        .iter()
        .filter_map(|draft| context.cited(draft))
        .collect();
    drafts.extend(verbs);
    context.inserted(&mut drafts);
    context.ways(&mut drafts);
    drafts.extend(phrases);
    drafts.extend(context.labelled());
    drafts.extend(context.turns());
    drafts.extend(cited);
    drafts.extend(context.accounts());
    context.floating(&mut drafts, &floating);
    context.fragments(&mut drafts);
    context.finish(drafts)
}
