//! Proposals: texts on the table, seen or only heard of, and every phrase that refers to one.

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{ProposalStatus, ProposalType, Span};
use rapporteur_syntax::{Rel, Upos};

use crate::blocks::Blocks;
use crate::dates::{Dates, number_word};
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
}

/// One text.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The noun that first names it.
    pub head: usize,
    /// Words of its name (without article and "leaked").
    pub name: Range<usize>,
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
}

/// Nouns of texts and of terms, with the type they name.
const DOCUMENTS: &[(&str, ProposalType)] = &[
    ("draft", ProposalType::Draft),
    ("text", ProposalType::Draft),
    ("version", ProposalType::Draft),
    ("outline", ProposalType::Draft),
    ("document", ProposalType::Draft),
    ("schedule", ProposalType::Draft),
    ("annex", ProposalType::Draft),
    ("article", ProposalType::Draft),
    ("plan", ProposalType::Plan),
    ("blueprint", ProposalType::Plan),
    ("roadmap", ProposalType::Plan),
    ("framework", ProposalType::Plan),
    ("initiative", ProposalType::Plan),
    ("formula", ProposalType::Plan),
    ("proposal", ProposalType::Proposal),
    ("compromise", ProposalType::Proposal),
    ("package", ProposalType::Proposal),
    ("paper", ProposalType::Proposal),
    ("non-paper", ProposalType::Proposal),
    ("memorandum", ProposalType::Proposal),
    ("counter-proposal", ProposalType::CounterProposal),
    ("counterproposal", ProposalType::CounterProposal),
    ("counteroffer", ProposalType::CounterProposal),
    ("counter-offer", ProposalType::CounterProposal),
    ("counter-draft", ProposalType::CounterProposal),
    ("reply", ProposalType::CounterProposal),
    ("term", ProposalType::Terms),
    ("offer", ProposalType::Offer),
    ("bid", ProposalType::Offer),
    ("agreement", ProposalType::Agreement),
    ("accord", ProposalType::Agreement),
    ("treaty", ProposalType::Agreement),
    ("pact", ProposalType::Agreement),
    ("deal", ProposalType::Agreement),
    ("communiqué", ProposalType::Statement),
    ("communique", ProposalType::Statement),
    ("declaration", ProposalType::Statement),
];

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

fn document_type(lemma: &str) -> Option<ProposalType> {
    DOCUMENTS
        .iter()
        .find(|(noun, _)| *noun == lemma)
        .map(|(_, kind)| *kind)
}

/// Finds the texts on the table.
pub fn proposals(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    _lexicon: &Lexicon,
) -> Proposals {
    let mut found = Proposals {
        all: Vec::new(),
        of_word: vec![None; words.len()],
    };
    for word in 0..words.len() {
        if !matches!(words.upos(word), Upos::Noun | Upos::Propn) || !is_read(words, blocks, word) {
            continue;
        }
        let Some((head, kind)) = head_of(words, word) else {
            continue;
        };
        if found.of_word[word].is_some() {
            continue;
        }
        let mention = Mention::new(words, entities, word, head, kind);
        if let Some(known) = mention.refers_to(words, &found) {
            found.of_word[word] = Some(known);
            learn(&mut found.all[known], &mention);
            continue;
        }
        if let Some(new) = mention.introduce(words, entities, dates, statements, &found) {
            found.of_word[word] = Some(found.all.len());
            found.all.push(new);
        }
    }
    pronouns(words, entities, &mut found);
    found
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

/// A noun of a text, also when it stands before its own kind ("draft schedule", "peace plan proposal").
fn head_of(words: &Words, word: usize) -> Option<(usize, ProposalType)> {
    let lemma = words.lemma(word);
    if matches!(
        words.rel(word),
        Rel::Compound | Rel::Amod | Rel::Flat | Rel::Fixed
    ) {
        return None;
    }
    let mut kind = document_type(lemma)?;
    // "US draft of 28 peace proposals": one text, a draft.
    if words.rel(word) == Rel::Nmod
        && words
            .head(word)
            .is_some_and(|head| document_type(words.lemma(head)).is_some())
    {
        let of = words
            .children(word)
            .any(|child| words.rel(child) == Rel::Case && words.lemma(child) == "of");
        let counted = words.child(word, &[Rel::Nummod]).is_some();
        if of && counted {
            return None;
        }
    }
    if words
        .children_by(word, &[Rel::Compound])
        .any(|child| words.lemma(child) == "draft")
    {
        kind = ProposalType::Draft;
    }
    Some((word, kind))
}

/// One phrase that may refer to a text.
struct Mention {
    word: usize,
    kind: ProposalType,
    lemma: String,
    definite: bool,
    plural: bool,
    indefinite: bool,
    points: Option<u32>,
    authors: Vec<EntityId>,
    own: bool,
    owner_is_pronoun: bool,
}

impl Mention {
    fn new(
        words: &Words,
        entities: &Entities,
        word: usize,
        head: usize,
        kind: ProposalType,
    ) -> Self {
        let mut definite = false;
        let mut indefinite = true;
        let mut authors = Vec::new();
        let mut own = false;
        let mut owner_is_pronoun = false;
        let mut points = None;
        for child in words.children(head) {
            let lemma = words.lemma(child);
            match words.rel(child) {
                Rel::Det => {
                    definite |=
                        matches!(lemma, "the" | "this" | "that" | "these" | "those" | "both");
                    indefinite &= !matches!(lemma, "the" | "this" | "that" | "these" | "those");
                }
                Rel::NmodPoss => {
                    indefinite = false;
                    owner_is_pronoun = words.upos(child) == Upos::Pron;
                    authors.extend(entities.actors(words, child));
                }
                Rel::Compound | Rel::Amod | Rel::Nummod => {
                    if lemma == "own" {
                        own = true;
                    } else if let Some(actor) = entities.actor(child) {
                        authors.push(actor);
                    } else if let Some(count) = counted(words, child) {
                        points = Some(count);
                    }
                }
                Rel::Nmod
                    if words
                        .children(child)
                        .any(|case| words.rel(case) == Rel::Case && words.lemma(case) == "of")
                        && is_point(words.lemma(child)) =>
                {
                    points = words
                        .child(child, &[Rel::Nummod])
                        .and_then(|number| number_of(words, number));
                }
                Rel::Nmod
                    if words.children(child).any(|case| {
                        words.rel(case) == Rel::Case && matches!(words.lemma(case), "by" | "from")
                    }) =>
                {
                    authors.extend(entities.actors(words, child));
                }
                Rel::Acl => {
                    let by = words
                        .child(child, &[Rel::OblAgent])
                        .or_else(|| words.with_case(child, &["by"]).next());
                    if let Some(agent) = by {
                        authors.extend(entities.actors(words, agent));
                    }
                }
                Rel::AclRelcl => {
                    let subject = words.child(child, &[Rel::Nsubj]);
                    if let Some(subject) = subject.filter(|_| is_handing(words.lemma(child))) {
                        authors.extend(entities.actors(words, subject));
                    }
                }
                _ => {}
            }
        }
        // "signed the water agreement", "answered with a counter-proposal"
        if let Some(verb) = words.head(head).filter(|_| authors.is_empty()) {
            let answering = kind == ProposalType::CounterProposal
                && matches!(
                    words.lemma(verb),
                    "answer" | "respond" | "reply" | "counter" | "react" | "come"
                )
                && words.with_case(verb, &["with"]).any(|at| at == head);
            if (answering || kind == ProposalType::Agreement && is_concluding(words, head, verb))
                && let Some(subject) = words.subject(verb)
            {
                authors.extend(entities.actors(words, subject));
            }
        }
        // "offered its own text", "a draft tabled by": the subject of the verb that brings it.
        if let (Rel::Obj, Some(verb)) = (words.rel(head), words.head(head))
            && authors.is_empty()
            && is_handing(words.lemma(verb))
            && let Some(subject) = words.subject(verb)
        {
            authors.extend(entities.actors(words, subject));
        }
        authors.dedup();
        let plural = matches!(
            words.xpos(head),
            rapporteur_syntax::Xpos::Nns | rapporteur_syntax::Xpos::Nnps
        );
        Self {
            word,
            kind,
            lemma: words.lemma(head).to_owned(),
            definite,
            plural,
            indefinite,
            points,
            authors,
            own,
            owner_is_pronoun,
        }
    }

    /// The known text this phrase means, if it means one.
    fn refers_to(&self, words: &Words, known: &Proposals) -> Option<usize> {
        if !self.definite && !self.authors.is_empty() && self.own {
            return None;
        }
        if self.indefinite && !(self.definite) && self.authors.is_empty() {
            return None;
        }
        let fits = |proposal: &Proposal| {
            let same_points = match (self.points, proposal.points) {
                (Some(mine), Some(its)) => mine == its,
                (Some(_), None) => false,
                _ => true,
            };
            let same_author = self.authors.is_empty()
                || self
                    .authors
                    .iter()
                    .any(|author| proposal.authors.contains(author));
            let same_noun = words.lemma(proposal.head) == self.lemma
                || (self.plural
                    && TERMS.contains(&self.lemma.as_str())
                    && (proposal.is_list
                        || words
                            .subtree(proposal.head)
                            .any(|word| words.lemma(word) == self.lemma)))
                || (matches!(
                    self.lemma.as_str(),
                    "text" | "document" | "paper" | "draft" | "proposal" | "plan"
                ) && self.authors.is_empty()
                    && self.kind != ProposalType::Agreement
                    && proposal.kind != ProposalType::Terms);
            same_points && same_author && same_noun
        };
        let exact = |proposal: &&(usize, &Proposal)| words.lemma(proposal.1.head) == self.lemma;
        let candidates: Vec<(usize, &Proposal)> = known
            .all
            .iter()
            .enumerate()
            .filter(|(_, proposal)| fits(proposal))
            .collect();
        candidates
            .iter()
            .rev()
            .find(exact)
            .or(candidates.last())
            .map(|(index, _)| *index)
    }

    /// A text that was not spoken of before, if the phrase stands for one.
    fn introduce(
        &self,
        words: &Words,
        entities: &Entities,
        dates: &Dates,
        statements: &Statements,
        known: &Proposals,
    ) -> Option<Proposal> {
        let word = self.word;
        let counted = self.points.is_some();
        let handed = words.head(word).is_some_and(|verb| {
            matches!(words.rel(word), Rel::Obj | Rel::NsubjPass) && is_handing(words.lemma(verb))
        }) || words
            .children_by(word, &[Rel::Acl, Rel::AclRelcl])
            .any(|verb| is_handing(words.lemma(verb)));
        let noun_strong = matches!(
            self.kind,
            ProposalType::Draft
                | ProposalType::Plan
                | ProposalType::CounterProposal
                | ProposalType::Proposal
        );
        let owned = !self.authors.is_empty();
        let good = match self.kind {
            ProposalType::Terms => owned && self.plural,
            ProposalType::Offer => {
                owned
                    && words
                        .children(word)
                        .any(|child| words.rel(child) == Rel::Nmod)
            }
            ProposalType::Agreement => {
                owned
                    && (counted
                        || words
                            .head(word)
                            .is_some_and(|verb| is_concluding(words, word, verb)))
            }
            ProposalType::Statement => owned,
            _ => (owned || counted || handed) && noun_strong,
        };
        // "its proposal to move …", "a plan for …" of one party is a stance in a noun, not a document.
        let published = handed
            && words.head(word).is_some_and(|verb| {
                words.rel(word) != Rel::Obj
                    || matches!(
                        words.lemma(verb),
                        "publish"
                            | "release"
                            | "unveil"
                            | "table"
                            | "submit"
                            | "circulate"
                            | "leak"
                            | "issue"
                    )
            });
        let is_stance = !published
            && matches!(
                self.lemma.as_str(),
                "proposal" | "plan" | "offer" | "bid" | "initiative"
            )
            && !counted
            && words.children(word).any(|child| match words.rel(child) {
                Rel::Acl => words
                    .children(child)
                    .any(|mark| words.rel(mark) == Rel::Mark && words.lemma(mark) == "to"),
                Rel::Nmod => {
                    self.kind != ProposalType::Offer
                        && words
                            .children(child)
                            .any(|case| words.rel(case) == Rel::Case && words.lemma(case) == "for")
                }
                _ => false,
            });
        if !good || is_stance {
            return None;
        }
        let name = self.name(words);
        let mut kind = self.kind;
        let responds_to = known.all.iter().rposition(|other| {
            !other.authors.is_empty()
                && other
                    .authors
                    .iter()
                    .all(|author| !self.authors.contains(author))
        });
        let answers = self.own || kind == ProposalType::CounterProposal;
        if self.own && owned && responds_to.is_some() {
            kind = ProposalType::CounterProposal;
        }
        let version_of = (self.lemma == "version")
            .then(|| words.with_case(word, &["of"]).find_map(|of| known.at(of)))
            .flatten();
        let authors = match version_of {
            Some(original) if self.authors.is_empty() => known.all[original].authors.clone(),
            _ => self.authors.clone(),
        };
        let evidence = evidence(words, word);
        Some(Proposal {
            head: word,
            name,
            owner: if self.owner_is_pronoun {
                self.authors.first().copied()
            } else {
                None
            },
            kind,
            authors,
            status: status(words, word),
            points: self.points,
            responds_to: if answers { responds_to } else { None },
            version_of,
            date: date_near(words, dates, word),
            told_by: statements.told_by(entities, word),
            evidence,
            is_list: self.kind == ProposalType::Terms,
            in_record: true,
        })
    }

    /// The noun with author and number, without article, "leaked" and what only places it in time.
    fn name(&self, words: &Words) -> Range<usize> {
        let mut name = self.full_name(words);
        // "an earlier version of the plan, of 15 points"
        if let Some(comma) = (self.word..name.end).find(|&at| words.form(at) == ",") {
            name.end = comma;
        }
        name
    }

    fn full_name(&self, words: &Words) -> Range<usize> {
        let head = self.word;
        let mut start = head;
        let mut end = head + 1;
        for child in words.children(head) {
            let range = words.subtree(child);
            match words.rel(child) {
                Rel::NmodPoss | Rel::Compound | Rel::Amod | Rel::Nummod if range.start < start => {
                    let lemma = words.lemma(child);
                    if !matches!(
                        lemma,
                        "leaked" | "leak" | "new" | "latest" | "long" | "late"
                    ) {
                        start = start.min(range.start);
                    }
                }
                Rel::Nmod
                    if range.end > end
                        && words.children(child).any(|case| {
                            words.rel(case) == Rel::Case && words.lemma(case) == "of"
                        }) =>
                {
                    let stop = range
                        .clone()
                        .find(|&at| at > child && (words.is_verb(at) || words.form(at) == ","));
                    end = end.max(if is_point(words.lemma(child)) {
                        child + 1
                    } else {
                        stop.unwrap_or(range.end)
                    });
                }
                _ => {}
            }
        }
        if self.owner_is_pronoun {
            start = words
                .children_by(head, &[Rel::NmodPoss])
                .map(|owner| owner + 1)
                .max()
                .unwrap_or(start)
                .min(head);
        }
        while start < head && matches!(words.upos(start), Upos::Det | Upos::Punct) {
            start += 1;
        }
        start..end
    }
}

/// More of a known text: points, authors.
fn learn(proposal: &mut Proposal, mention: &Mention) {
    if proposal.points.is_none() {
        proposal.points = mention.points;
    }
    if proposal.authors.is_empty() {
        proposal.authors = mention.authors.clone();
    }
}

/// "It" right after a text, as subject or object, means the text where no actor can be meant.
fn pronouns(words: &Words, entities: &Entities, found: &mut Proposals) {
    for word in 0..words.len() {
        if words.lemma(word) != "it" && words.lemma(word) != "they"
            || words.upos(word) != Upos::Pron
        {
            continue;
        }
        // "It provides for a ceasefire": only texts do, whoever else "it" might be.
        let texts_do = words.rel(word) == Rel::Nsubj
            && words.head(word).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "provide"
                        | "contain"
                        | "include"
                        | "envisage"
                        | "envision"
                        | "foresee"
                        | "stipulate"
                        | "specify"
                        | "comprise"
                        | "cover"
                        | "list"
                )
            });
        if entities.actor(word).is_some() && !texts_do || found.of_word[word].is_some() {
            continue;
        }
        let sentence = words.sentence_of(word);
        let first = words.sentence(sentence.saturating_sub(1)).start;
        let last = (first..word).rev().find_map(|at| found.of_word[at]);
        found.of_word[word] =
            last.filter(|&index| words.lemma(word) == "it" || found.all[index].is_list);
    }
}

fn is_point(lemma: &str) -> bool {
    matches!(
        lemma,
        "point"
            | "proposal"
            | "article"
            | "measure"
            | "item"
            | "page"
            | "clause"
            | "provision"
            | "chapter"
            | "step"
            | "paragraph"
    ) && lemma != "page"
}

/// "signed the agreement": an agreement as the object of a verb that concludes it.
fn is_concluding(words: &Words, noun: usize, verb: usize) -> bool {
    words.rel(noun) == Rel::Obj
        && matches!(
            words.lemma(verb),
            "sign" | "initial" | "ratify" | "conclude" | "seal" | "ink"
        )
}

fn is_handing(lemma: &str) -> bool {
    matches!(
        lemma,
        "offer"
            | "put"
            | "present"
            | "table"
            | "submit"
            | "hand"
            | "send"
            | "circulate"
            | "propose"
            | "draft"
            | "deliver"
            | "publish"
            | "release"
            | "issue"
            | "leak"
            | "prepare"
            | "unveil"
            | "introduce"
            | "draw"
            | "write"
            | "give"
            | "produce"
            | "author"
            | "bring"
            | "set"
            | "advance"
            | "float"
            | "broker"
            | "share"
    )
}

/// "28-point", "nine-point", "14 point": the number of points in a modifier.
fn counted(words: &Words, word: usize) -> Option<u32> {
    let form = words.form(word).to_lowercase();
    if let Some((number, unit)) = form.split_once('-') {
        return is_point(unit).then(|| parse_number(number)).flatten();
    }
    if is_point(words.lemma(word)) {
        return words.children(word).find_map(|child| {
            (words.upos(child) == Upos::Num)
                .then(|| number_of(words, child))
                .flatten()
        });
    }
    None
}

fn number_of(words: &Words, word: usize) -> Option<u32> {
    parse_number(words.form(word))
}

/// A figure, or a number in words up to twenty.
fn parse_number(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    text.parse().ok().or_else(|| {
        let number = number_word(&text).filter(|&number| number <= 20)?;
        u32::try_from(number).ok()
    })
}

/// What the sentence that names a text says became of it.
fn status(words: &Words, word: usize) -> Option<ProposalStatus> {
    let around = words
        .children(word)
        .filter(|&child| matches!(words.rel(child), Rel::Amod | Rel::Acl | Rel::AclRelcl))
        .chain(
            words
                .head(word)
                .filter(|_| matches!(words.rel(word), Rel::Obj | Rel::NsubjPass | Rel::Nsubj)),
        );
    for at in around {
        let negated = words.negation(at).is_some();
        let status = match words.lemma(at) {
            "leak" | "leaked" => Some(ProposalStatus::Leaked),
            "publish" | "release" if negated => Some(ProposalStatus::Unpublished),
            "publish" | "release" => Some(ProposalStatus::Published),
            "sign" | "initial" if !negated => Some(ProposalStatus::Signed),
            "revise" | "amend" | "rewrite" | "replace" => Some(ProposalStatus::Revised),
            "reject" | "refuse" | "dismiss" if !negated => Some(ProposalStatus::Rejected),
            "accept" | "agree" | "endorse" if !negated => Some(ProposalStatus::Accepted),
            "withdraw" | "drop" if !negated => Some(ProposalStatus::Withdrawn),
            "discuss" | "review" | "study" | "consider" | "debate" if !negated => {
                Some(ProposalStatus::UnderDiscussion)
            }
            lemma
                if is_handing(lemma)
                    && !negated
                    && lemma != "prepare"
                    && lemma != "draft"
                    && lemma != "write" =>
            {
                Some(ProposalStatus::Tabled)
            }
            _ => None,
        };
        if status.is_some() {
            return status;
        }
    }
    None
}

/// The date that stands with a noun or with its verb.
fn date_near(words: &Words, dates: &Dates, word: usize) -> Option<usize> {
    let range = words.subtree(word);
    dates.0.iter().position(|date| {
        date.edtf.is_some() && range.contains(&date.words.start) && date.words.start > word
    })
}

/// The clause that brings a text, else the phrase that names it.
fn evidence(words: &Words, word: usize) -> Span {
    let phrase = words.trim(words.subtree(word));
    if let (Rel::Obj, Some(verb)) = (words.rel(word), words.head(word))
        && is_handing(words.lemma(verb))
    {
        if let Some(subject) = words.child(verb, &[Rel::Nsubj]) {
            return words.span(words.subtree(subject).start..phrase.end);
        }
        return words.span(verb..phrase.end);
    }
    words.span(phrase)
}
