//! Proposals: texts on the table, seen or only heard of, and every phrase that refers to one.

mod brings;
mod called;
mod credit;
mod fate;
mod mention;
mod names;
mod nouns;
mod rivals;
mod seen;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{ProposalStatus, ProposalType, Span};
use rapporteur_syntax::{Rel, Upos, Xpos};

use self::mention::{Mention, Table};
pub use self::rivals::is_part_of_text;
use self::rivals::{Reference, Rivals};
use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::{Entities, EntityId};
use crate::statements::{Statements, Teller};
use crate::words::Words;

/// The texts on the table, in the order they come up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposals {
    /// The texts.
    pub all: Vec<Proposal>,
    /// For each word, the proposal that a phrase headed by it refers to.
    pub of_word: Vec<Option<usize>>,
    /// Phrases that speak of several texts at once ("both drafts"): the word that heads them, and the texts.
    pub several: Vec<(usize, Vec<usize>)>,
    /// Whether the report lays texts side by side.
    pub compared: bool,
    /// Words that only announce texts ("two rival drafts").
    pub announced: Vec<usize>,
}

/// One text.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The noun that first names it.
    pub head: usize,
    /// Words of its name (without article and "leaked").
    pub name: Range<usize>,
    /// Words of other names that the report gives it.
    pub aliases: Vec<Range<usize>>,
    /// Author put before the name, when it is a pronoun there ("its own text").
    pub owner: Option<EntityId>,
    /// What kind of text.
    pub kind: ProposalType,
    /// Whose it is.
    pub authors: Vec<EntityId>,
    /// What became of it.
    pub status: Option<ProposalStatus>,
    /// How many points.
    pub points: Option<u32>,
    /// The proposal it answers.
    pub responds_to: Option<usize>,
    /// The proposal it is a version of.
    pub version_of: Option<usize>,
    /// Index into the dates.
    pub date: Option<usize>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// The words it rests on.
    pub evidence: Span,
    /// Whether it is a list of terms, not a document.
    pub is_list: bool,
    /// Whether it becomes an entry of the record.
    pub in_record: bool,
}

impl Proposals {
    /// The proposal that a phrase headed by `word` refers to.
    pub fn at(&self, word: usize) -> Option<usize> {
        self.of_word.get(word).copied().flatten()
    }

    /// The proposals that a phrase headed by `word` refers to, also where they are several ("both drafts").
    pub fn all_at(&self, word: usize) -> Vec<usize> {
        match self.several.iter().find(|(head, _)| *head == word) {
            Some((_, texts)) => texts.clone(),
            None => self.at(word).into_iter().collect(),
        }
    }

    /// The text that was spoken of last before a word, alone.
    pub fn before(&self, word: usize) -> Option<usize> {
        (0..word).rev().find_map(|at| {
            self.at(at)
                .filter(|_| !self.several.iter().any(|(head, _)| *head == at))
        })
    }
}

/// Nouns that refer back to a list of terms.
pub const TERMS: &[&str] = &[
    "term",
    "condition",
    "demand",
    "proposal",
    "point",
    "request",
    "measure",
    "provision",
    "requirement",
];

/// Finds the texts on the table.
pub fn proposals(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    lexicon: &Lexicon,
) -> Proposals {
    let mut found = Proposals {
        all: Vec::new(),
        of_word: vec![None; words.len()],
        several: Vec::new(),
        compared: false,
        announced: Vec::new(),
    };
    let mut rivals = Rivals::new(words, lexicon);
    found.compared = rivals.compares();
    let table = Table {
        words,
        entities,
        dates,
        statements,
        lexicon,
    };
    for word in 0..words.len() {
        let heading = rivals::is_heading(words, blocks, word);
        if (heading || is_read(words, blocks, word))
            && rivals.read(&table, &mut found, word, heading)
        {
            continue;
        }
        if !is_noun(words, lexicon, word) || !is_read(words, blocks, word) && !heading {
            continue;
        }
        if let Some(known) = called(words, &found, word).filter(|_| !heading) {
            found.of_word[word] = Some(known);
            continue;
        }
        let Some(named) = nouns::named(words, lexicon, word)
            .filter(|_| found.of_word[word].is_none() && entities.actor(word).is_none())
        else {
            continue;
        };
        let mention = Mention::new(&table, word, named, rivals.compares());
        let known = match rivals.refer(&table, &found, word, &mention.authors) {
            Reference::Known(known) => Some(known),
            Reference::New => None,
            Reference::Unknown => mention
                .refers_to(&table, &found)
                .filter(|&known| !rivals.is_another(words, &found, word, known))
                .or_else(|| rivals.owned(&table, &found, word, &mention.authors)),
        };
        if heading && !found.compared {
            continue;
        }
        if let Some(known) = known {
            found.of_word[word] = Some(known);
            if !heading {
                mention.add_to(&table, &mut found.all[known]);
            }
            rivals.note(&table, &mut found, word, known);
            continue;
        }
        if let Some(new) = mention.introduce(&table, &found).filter(|_| !heading) {
            found.of_word[word] = Some(found.all.len());
            found.all.push(new);
            let last = found.all.len() - 1;
            rivals.note(&table, &mut found, word, last);
        }
    }
    pronouns(words, entities, lexicon, &mut found);
    told_later(&table, &mut found);
    found
}

/// What is told of a text where it is spoken of again: "It has not been made public", "the draft was under review". What one
/// party makes of it is that party's stance, and not what became of the text.
fn told_later(table: &Table, found: &mut Proposals) {
    use ProposalStatus::{Accepted, Rejected, Revised, Tabled, Withdrawn};
    for word in 0..table.words.len() {
        let Some(text) = found.of_word[word].filter(|&text| found.all[text].head != word) else {
            continue;
        };
        // "had tabled a resolution and withdrew it": what is brought may be taken back.
        let brought = found.all[text].status == Some(Tabled);
        let same_sentence =
            table.words.sentence_of(word) == table.words.sentence_of(found.all[text].head);
        if !brought && found.all[text].status.is_some() {
            continue;
        }
        let told = fate::status_at(table, word)
            .filter(|status| !matches!(status, Accepted | Rejected | Revised))
            .filter(|&status| !brought || status == Withdrawn && same_sentence);
        found.all[text].status = told.or(found.all[text].status);
    }
}

/// Whether a word is a noun; a text with a hyphen is one however it is tagged ("a non-paper").
fn is_noun(words: &Words, lexicon: &Lexicon, word: usize) -> bool {
    matches!(words.upos(word), Upos::Noun | Upos::Propn)
        || words.upos(word) == Upos::Adj
            && words.form(word).contains('-')
            && lexicon.texts.noun(words.lemma(word)).is_some()
}

/// Headlines and section heads make no entries, asides are not read.
pub fn is_read(words: &Words, blocks: &Blocks, word: usize) -> bool {
    use rapporteur_model::BlockKind::{Aside, Byline, Dateline, Heading, Headline};
    let at = words.syntax.tokens.spans[word].start;
    !matches!(
        blocks.kind(at),
        Some(Headline | Heading | Dateline | Byline | Aside)
    )
}

/// The text that has this name: "the Harbour Terms", "the 12 points".
fn called(words: &Words, found: &Proposals, word: usize) -> Option<usize> {
    let by_name = found
        .all
        .iter()
        .rposition(|proposal| names::is_called(words, word, &proposal.aliases));
    by_name.or_else(|| {
        let definite = words
            .children_by(word, &[Rel::Det, Rel::DetPredet])
            .any(|det| matches!(words.lemma(det), "the" | "all" | "these" | "those"));
        let count = words.child(word, &[Rel::Nummod])?;
        let points = mention::parse_number(words.form(count))?;
        let point = matches!(words.lemma(word), "point" | "article" | "measure" | "step");
        (definite && point)
            .then(|| {
                found
                    .all
                    .iter()
                    .rposition(|proposal| proposal.points == Some(points))
            })
            .flatten()
    })
}

/// Verbs whose subject is a text and no actor.
const TEXTS_DO: &[&str] = &[
    "provide",
    "contain",
    "include",
    "envisage",
    "envision",
    "foresee",
    "contemplate",
    "stipulate",
    "specify",
    "comprise",
    "cover",
    "list",
    "enshrine",
    "incorporate",
    "prescribe",
    "entail",
    "mandate",
];
/// Verbs whose subject is an actor, though a text was spoken of.
const ACTORS_DO: &[&str] = &[
    "want",
    "say",
    "add",
    "tell",
    "accuse",
    "fear",
    "hope",
    "believe",
    "expect",
    "accept",
    "agree",
    "refuse",
    "reject",
    "oppose",
    "support",
    "back",
    "insist",
    "decline",
    "warn",
    "deny",
    "welcome",
    "threaten",
    "offer",
    "know",
    "think",
    "consider",
    "regard",
    "prefer",
    "seek",
    "lead",
    "send",
    "invade",
    "attack",
    "own",
    "hold",
    "host",
    "join",
    "sign",
    "table",
    "present",
    "submit",
    "circulate",
    "draft",
    "negotiate",
    "meet",
    "win",
    "lose",
    "govern",
    "rule",
    "vote",
    "complain",
    "argue",
    "claim",
    "pay",
    "buy",
    "sell",
    "export",
    "import",
];

/// "It has the islanders voting", "It would have troops leave": what a text makes others do.
fn is_causative(words: &Words, verb: usize) -> bool {
    words.lemma(verb) == "have"
        && words
            .child(verb, &[Rel::Aux])
            .is_none_or(|aux| words.lemma(aux) == "would")
        && words
            .children_by(verb, &[Rel::Xcomp, Rel::Ccomp])
            .chain(
                // "has the islanders voting"
                (words.children_by(verb, &[Rel::Obj]))
                    .flat_map(|object| words.children_by(object, &[Rel::Acl]))
                    .filter(|&done| words.xpos(done) == Xpos::Vbg),
            )
            .any(|done| {
                done > verb
                    && words.is_verb(done)
                    && matches!(words.xpos(done), Xpos::Vb | Xpos::Vbg | Xpos::Vbp)
                    && words.child(done, &[Rel::Mark, Rel::Aux]).is_none()
            })
}

/// The text that is the subject of the sentence before, or of the clause before a colon.
fn told_before(words: &Words, found: &Proposals, word: usize) -> Option<usize> {
    let sentence = words.sentence_of(word);
    let own = words.sentence(sentence);
    let colon = (own.start..word)
        .rev()
        .find(|&at| matches!(words.form(at), ":" | ";" | "—" | "–"));
    let range = match colon {
        Some(colon) => own.start..colon,
        None if (own.start..word).all(|at| !words.is_verb(at)) && sentence > 0 => {
            words.sentence(sentence - 1)
        }
        None => return None,
    };
    let mut told =
        range.filter(|&at| words.rel(at) == Rel::Nsubj || words.rel(at) == Rel::NsubjPass);
    let subject = told.find(|&at| {
        words
            .head(at)
            .is_some_and(|verb| matches!(words.rel(verb), Rel::Root | Rel::Parataxis | Rel::Conj))
    })?;
    found.at(subject)
}

/// "The chair is to circulate a new text. Two diplomats said | it would cap the toll": the text that the sentence before brings,
/// told of by somebody else.
fn brought_before(words: &Words, lexicon: &Lexicon, found: &Proposals, it: usize) -> Option<usize> {
    let sentence = words.sentence_of(it);
    let verb = words.head(it).filter(|&verb| {
        words.lower(it) == "it"
            && words.rel(it) == Rel::Nsubj
            && (words.rel(verb) == Rel::Ccomp || words.rel(verb) == Rel::Root)
            && !ACTORS_DO.contains(&words.lemma(verb))
            && (words.children_by(verb, &[Rel::Aux])).any(|aux| words.lower(aux) == "would")
    })?;
    // Nobody else whom it could mean is named behind those who tell of it.
    let told = words.head(verb).filter(|_| words.rel(verb) == Rel::Ccomp);
    let alone = told.is_none_or(|told| (told..it).all(|at| words.upos(at) != Upos::Propn));
    let before = words.sentence(sentence.checked_sub(1).filter(|_| alone)?);
    let brings = before.clone().find(|&at| words.head(at).is_none())?;
    let verbs = std::iter::once(brings).chain(words.children_by(brings, &[Rel::Xcomp]));
    verbs
        .filter(|&at| fate::verb_of(words, lexicon, at).is_some_and(|verb| verb.author))
        .filter_map(|at| words.child(at, &[Rel::Obj]))
        .filter(|&text| {
            (words.children_by(text, &[Rel::Det]))
                .any(|det| matches!(words.lower(det), "a" | "an" | "another"))
        })
        .find_map(|text| found.at(text))
}

/// "It" right after a text, as subject or object, means the text where no actor can be meant.
fn pronouns(words: &Words, entities: &Entities, lexicon: &Lexicon, found: &mut Proposals) {
    for word in 0..words.len() {
        if words.lemma(word) != "it" && words.lemma(word) != "they"
            || words.upos(word) != Upos::Pron
        {
            continue;
        }
        // "Under it, troops would leave": nothing is under an actor.
        let under =
            (words.child(word, &[Rel::Case])).is_some_and(|case| words.lemma(case) == "under");
        // "It provides for a ceasefire": only texts do, whoever else "it" might be.
        let texts_do = under
            || words.rel(word) == Rel::Nsubj
                && words.head(word).is_some_and(|verb| {
                    TEXTS_DO.contains(&words.lemma(verb)) || is_causative(words, verb)
                });
        if found.of_word[word].is_some() {
            continue;
        }
        // "The Corvian paper runs to two pages. It would close the port": the subject goes on.
        let goes_on = || {
            let told = told_before(words, found, word)?;
            let verb = words.head(word)?;
            (words.lemma(word) == "it"
                && words.rel(word) == Rel::Nsubj
                && !ACTORS_DO.contains(&words.lemma(verb)))
            .then_some(told)
        };
        if entities.actor(word).is_some() && !texts_do {
            found.of_word[word] = goes_on().or_else(|| brought_before(words, lexicon, found, word));
            continue;
        }
        let sentence = words.sentence_of(word);
        let first = words.sentence(sentence.saturating_sub(1)).start;
        let last = (first..word).rev().find_map(|at| found.of_word[at]);
        found.of_word[word] =
            last.filter(|&index| words.lemma(word) == "it" || found.all[index].is_list);
    }
}
