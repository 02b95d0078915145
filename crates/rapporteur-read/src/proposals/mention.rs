//! One phrase that may speak of a text: its author, its points, which known text it means or what new one it brings up.

use rapporteur_lexicon::{Lexicon, TextNeeds};
use rapporteur_model::{ActorType, ProposalStatus, ProposalType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::fate::{self, Deed};
use super::nouns::{Named, is_point};
use super::{Proposal, Proposals, TERMS};
use super::{brings, names};
use crate::dates::{Dates, number_word};
use crate::entities::{Entities, EntityId, EntityKind};
use crate::statements::Statements;
use crate::words::Words;

/// What a mention is read from.
pub(super) struct Table<'a> {
    pub words: &'a Words<'a>,
    pub entities: &'a Entities,
    pub dates: &'a Dates,
    pub statements: &'a Statements,
    pub lexicon: &'a Lexicon,
}

/// One phrase that may refer to a text.
pub(super) struct Mention {
    pub word: usize,
    pub named: Named,
    pub lemma: String,
    pub definite: bool,
    /// "no draft", "any plan": of none in particular.
    pub of_none: bool,
    pub plural: bool,
    indefinite: bool,
    pub points: Option<u32>,
    pub authors: Vec<EntityId>,
    /// How many of the authors the phrase itself names; the others the clause around it tells.
    named_authors: usize,
    pub own: bool,
    pub owner_is_pronoun: bool,
    /// A name before the noun that is no actor we know: "the Kessian plan".
    pub stranger: Option<usize>,
    pub deeds: Vec<Deed>,
    /// Whether the report lays texts side by side.
    pub compared: bool,
}

impl Mention {
    pub fn new(table: &Table, word: usize, named: Named, compared: bool) -> Self {
        let words = table.words;
        let mut mention = Self {
            word,
            named,
            lemma: words.lemma(word).to_owned(),
            definite: false,
            of_none: false,
            plural: matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps),
            indefinite: true,
            points: None,
            authors: Vec::new(),
            named_authors: 0,
            own: false,
            owner_is_pronoun: false,
            stranger: None,
            deeds: fate::deeds(words, table.lexicon, word),
            compared,
        };
        for child in words.children(word) {
            mention.look_at(table, child);
        }
        mention.named_authors = mention.authors.len();
        mention.look_around(table);
        mention.authors.dedup();
        mention
    }

    /// A phrase whose noun is left out: "Norland's, dated 14 March", "the other, drawn up by Belora".
    pub fn elliptic(table: &Table, word: usize, kind: ProposalType, owners: Vec<EntityId>) -> Self {
        let named = Named {
            kind,
            needs: TextNeeds::Nothing,
            drafted: true,
        };
        let mut mention = Self::new(table, word, named, true);
        if !owners.is_empty() {
            mention.authors = owners;
        }
        mention
    }

    /// What one word that hangs on the noun tells.
    fn look_at(&mut self, table: &Table, child: usize) {
        let (words, entities) = (table.words, table.entities);
        let lemma = words.lemma(child);
        let case = |at: usize| words.child(at, &[Rel::Case]).map(|case| words.lemma(case));
        match words.rel(child) {
            Rel::Det => {
                self.definite |=
                    matches!(lemma, "the" | "this" | "that" | "these" | "those" | "both");
                self.of_none |= matches!(
                    lemma,
                    "no" | "any" | "every" | "each" | "some" | "neither" | "what" | "which"
                );
                self.indefinite &= !matches!(lemma, "the" | "this" | "that" | "these" | "those");
            }
            Rel::NmodPoss => {
                self.indefinite = false;
                self.owner_is_pronoun = words.upos(child) == Upos::Pron;
                self.authors.extend(entities.actors(words, child));
            }
            Rel::Compound | Rel::Amod | Rel::Nummod => {
                if lemma == "own" {
                    self.own = true;
                } else if let Some(actor) = entities.actor(child) {
                    // "a Norwegian-Swedish paper"
                    let first = words
                        .children_by(child, &[Rel::Compound, Rel::Amod])
                        .filter_map(|at| entities.actor(at));
                    self.authors.extend(first);
                    self.authors.push(actor);
                } else if let Some(count) = counted(words, child) {
                    self.points = Some(count);
                } else if words.rel(child) != Rel::Nummod
                    && child
                        > words.sentence(words.sentence_of(child)).start
                            + usize::from(self.indefinite)
                    && is_capital(words.form(child))
                    && !is_capital(words.form(self.word))
                {
                    self.stranger = Some(child);
                }
            }
            // "a sketch by the Norlander envoy"
            Rel::OblAgent => self.authors.extend(entities.actors(words, child)),
            Rel::Nmod => match case(child) {
                Some("of") if is_point(lemma) => {
                    self.points = words
                        .child(child, &[Rel::Nummod])
                        .and_then(|number| parse_number(words.form(number)));
                }
                // "a text of their own"
                Some("of") if lemma == "own" => {
                    self.own = true;
                    if let Some(owner) = words.child(child, &[Rel::NmodPoss]) {
                        self.owner_is_pronoun = words.upos(owner) == Upos::Pron;
                        self.authors.extend(entities.actors(words, owner));
                    }
                }
                Some("by" | "from") => self.authors.extend(entities.actors(words, child)),
                // "the plan of the Harbour Board"
                Some("of") if self.is_of_its_author() && entities.actor(child).is_some() => {
                    self.authors.extend(entities.actors(words, child));
                }
                Some("between" | "among") if self.is_between(table) => {
                    self.authors.extend(entities.actors(words, child));
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// "the accord between Norland and Belora", "the draft coalition agreement between the two parties".
    fn is_between(&self, table: &Table) -> bool {
        let agreement = || {
            (table.lexicon.texts.noun(&self.lemma))
                .is_some_and(|noun| noun.kind == ProposalType::Agreement)
        };
        self.named.kind == ProposalType::Agreement || self.named.drafted && agreement()
    }

    /// Whether such a text "of" somebody is somebody's own.
    fn is_of_its_author(&self) -> bool {
        matches!(
            self.named.kind,
            ProposalType::Draft
                | ProposalType::Plan
                | ProposalType::Proposal
                | ProposalType::CounterProposal
                | ProposalType::Offer
        )
    }

    /// Whoever brings the text, and how many points the sentence says it has.
    fn look_around(&mut self, table: &Table) {
        let (words, entities) = (table.words, table.entities);
        let is_outlet =
            |id: &EntityId| entities.all[*id].kind == EntityKind::Actor(ActorType::Media);
        for deed in &self.deeds {
            let agreement = self.named.kind == ProposalType::Agreement && !self.named.drafted;
            let adopts = self.named.kind == ProposalType::Statement
                && deed.does.status == Some(ProposalStatus::Accepted);
            // "put the offer to her members": another's.
            let anothers = self.named.kind == ProposalType::Offer && self.definite;
            // "would sign the pact": whoever may sign has not written it.
            let unsigned = deed.does.status == Some(ProposalStatus::Signed)
                && !brings::is_real(words, deed.verb);
            if !self.authors.is_empty()
                || anothers
                || unsigned
                || !(deed.does.author || adopts)
                || words.negation(deed.verb).is_some() && !agreement
            {
                continue;
            }
            let passive = words.is_passive(deed.verb) || words.rel(deed.verb) == Rel::Acl;
            let agent = if passive {
                words
                    .child(deed.verb, &[Rel::OblAgent])
                    .or_else(|| words.with_case(deed.verb, &["by"]).next())
            } else {
                words.subject(deed.verb)
            };
            if let Some(agent) = agent.filter(|&agent| agent != self.word) {
                self.authors.extend(entities.actors(words, agent));
            }
            // "signed a protocol with Spain"
            if agreement && deed.does.status == Some(ProposalStatus::Signed) {
                let with = words
                    .with_case(deed.verb, &["with"])
                    .chain(words.with_case(self.word, &["with"]));
                for other in with.collect::<Vec<_>>() {
                    self.authors.extend(entities.actors(words, other));
                }
            }
        }
        // "answered with a counter-proposal"
        let with = words
            .child(self.word, &[Rel::Case])
            .is_some_and(|case| words.lemma(case) == "with");
        let verb = words
            .ancestors(self.word)
            .take(4)
            .find(|&above| words.is_verb(above));
        if let Some(verb) = verb.filter(|_| self.authors.is_empty() && with)
            && ((self.named.kind == ProposalType::CounterProposal || self.own)
                && is_answering(words.lemma(verb))
                // "presented both sides with a draft"
                || matches!(
                    words.lemma(verb),
                    "present" | "confront" | "furnish" | "provide" | "supply"
                ))
            && let Some(subject) = words.subject(verb)
        {
            self.authors.extend(entities.actors(words, subject));
        }
        if self.authors.is_empty()
            && let Some(bearer) = self.borne_by(words)
        {
            self.authors.extend(entities.actors(words, bearer));
        }
        // An agreement is between the parties, whoever talked it over.
        if self.named.kind == ProposalType::Agreement {
            for author in &mut self.authors {
                if entities.all[*author].kind == EntityKind::Actor(ActorType::Unnamed) {
                    *author = entities.party(*author).unwrap_or(*author);
                }
            }
        }
        self.authors.extend(co_sponsors(table, self.word));
        self.authors.retain(|id| !is_outlet(id));
        // "consists of 14 articles", "has nine points"
        if let (None, Some(verb), Rel::Nsubj) =
            (self.points, words.head(self.word), words.rel(self.word))
            && matches!(
                words.lemma(verb),
                "have" | "consist" | "contain" | "comprise" | "list" | "run" | "include"
            )
        {
            self.points = words
                .children_by(verb, &[Rel::Obj, Rel::Obl])
                .filter(|&part| is_point(words.lemma(part)) && words.lemma(part) != "proposal")
                .find_map(|part| words.child(part, &[Rel::Nummod]))
                .filter(|&number| number + 1 == words.head(number).unwrap_or(number))
                .and_then(|number| parse_number(words.form(number)));
        }
    }

    /// Who has or speaks in a text that nobody is told to have brought: "the chair has a paper", "said in a joint statement",
    /// "Norland's terms, set out in a memorandum"; of a treaty half settled those who settle it; of an offer those who were
    /// told to offer.
    fn borne_by(&self, words: &Words) -> Option<usize> {
        if self.named.kind == ProposalType::Offer && self.points.is_none() && !self.owner_is_pronoun
        {
            return self.offered_before(words);
        }
        if let Some(verb) = fate::settled(words, self.word) {
            return words.subject(verb).filter(|_| !words.is_passive(verb));
        }
        let verb = words.head(self.word)?;
        let is_in =
            || (words.child(self.word, &[Rel::Case])).is_some_and(|case| words.lemma(case) == "in");
        match words.rel(self.word) {
            Rel::Obj => words.subject(verb).filter(|_| {
                words.lemma(verb) == "have"
                    && self.indefinite
                    && matches!(self.lemma.as_str(), "paper" | "draft" | "text" | "document")
            }),
            Rel::Obl if words.is_passive(verb) && is_in() => {
                let set_out = matches!(
                    words.lemma(verb),
                    "set"
                        | "lay"
                        | "contain"
                        | "spell"
                        | "outline"
                        | "detail"
                        | "describe"
                        | "list"
                );
                let matter = (words.head(verb))
                    .filter(|_| matches!(words.rel(verb), Rel::Acl))
                    .or_else(|| words.child(verb, &[Rel::NsubjPass]))?;
                words.child(matter, &[Rel::NmodPoss]).filter(|_| set_out)
            }
            Rel::Obl => words
                .subject(verb)
                .filter(|_| self.named.kind == ProposalType::Statement && is_in()),
            _ => None,
        }
    }

    /// "Norland has offered the crews a rise, an offer that the union called poisoned": who offered before the comma.
    fn offered_before(&self, words: &Words) -> Option<usize> {
        if self.definite || self.word < 3 || words.form(self.word - 2) != "," {
            return None;
        }
        (words.sentence(words.sentence_of(self.word)).start..self.word)
            .rev()
            .filter(|&verb| words.lemma(verb) == "offer" && words.is_verb(verb))
            .find(|&verb| !words.is_passive(verb) && words.negation(verb).is_none())
            .and_then(|verb| words.subject(verb))
    }

    /// The known text this phrase means, if it means one.
    pub fn refers_to(&self, table: &Table, known: &Proposals) -> Option<usize> {
        let words = table.words;
        if self.of_none || !self.definite && !self.authors.is_empty() && self.own {
            return None;
        }
        if self.indefinite && !self.definite && self.authors.is_empty() {
            return None;
        }
        let fits = |proposal: &Proposal| {
            let same_stranger = self.stranger.is_none_or(|word| {
                proposal
                    .name
                    .clone()
                    .any(|at| words.form(at) == words.form(word))
            });
            let same_points = match (self.points, proposal.points) {
                (Some(mine), Some(its)) => mine == its,
                (Some(_), None) => false,
                _ => true,
            };
            // "The consortium would not release the text": whoever does something with the text need not have written it.
            let authors = match self.definite {
                true => &self.authors[..self.named_authors.min(self.authors.len())],
                false => &self.authors[..],
            };
            let same_author = authors.is_empty()
                || authors.iter().any(|author| {
                    let party = table.entities.party(*author);
                    (proposal.authors.iter()).any(|known| {
                        known == author || party.is_some() && table.entities.party(*known) == party
                    })
                });
            let same_noun = words.lemma(proposal.head) == self.lemma
                || self.named.drafted && self.definite && words.lemma(proposal.head) == "draft"
                || (self.plural
                    && TERMS.contains(&self.lemma.as_str())
                    && (proposal.is_list
                        || words
                            .subtree(proposal.head)
                            .any(|word| words.lemma(word) == self.lemma)))
                || authors.is_empty() && self.is_wider_word_for(proposal);
            same_points && same_author && same_noun && same_stranger
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

    /// "the text" for a draft, "the plan" for a roadmap, "the deal" for a treaty.
    fn is_wider_word_for(&self, proposal: &Proposal) -> bool {
        let agreement = proposal.kind == ProposalType::Agreement;
        match self.lemma.as_str() {
            "text" | "document" => proposal.kind != ProposalType::Terms,
            "draft" => {
                let made = matches!(
                    proposal.status,
                    Some(ProposalStatus::Signed | ProposalStatus::Accepted)
                );
                let another = matches!(proposal.kind, ProposalType::Terms | ProposalType::Offer);
                !(another || agreement && made)
            }
            "paper" | "proposal" | "plan" | "compromise" => {
                !matches!(proposal.kind, ProposalType::Terms | ProposalType::Agreement)
            }
            "offer" => matches!(proposal.kind, ProposalType::Offer | ProposalType::Proposal),
            "agreement" | "accord" | "deal" | "pact" => agreement,
            _ => false,
        }
    }

    /// A text that was not spoken of before, if the phrase stands for one.
    pub fn introduce(&self, table: &Table, known: &Proposals) -> Option<Proposal> {
        if !self.brings_up(table) || self.is_for_a_deed(table.words) {
            return None;
        }
        Some(self.as_told(table, known))
    }

    /// The text, as the phrase and the sentence around it tell of it.
    pub fn as_told(&self, table: &Table, known: &Proposals) -> Proposal {
        let Table {
            words,
            entities,
            dates,
            statements,
            ..
        } = *table;
        let word = self.word;
        let mut kind = self.named.kind;
        // "has drawn up a 12-page protocol": no agreement yet.
        let concluded = self.deeds.iter().any(|deed| {
            matches!(
                deed.does.status,
                Some(ProposalStatus::Signed | ProposalStatus::Accepted)
            ) || matches!(
                words.lemma(deed.verb),
                "broker" | "ratify" | "negotiate" | "mediate"
            )
        });
        if kind == ProposalType::Agreement
            && !concluded
            && (self.compared || self.is_brought(table))
        {
            kind = ProposalType::Draft;
        }
        let responds_to = known.all.iter().rposition(|other| {
            !other.authors.is_empty()
                && other
                    .authors
                    .iter()
                    .all(|author| !self.authors.contains(author))
        });
        let answering = words
            .head(word)
            .is_some_and(|verb| is_answering(words.lemma(verb)));
        let answers = self.own || kind == ProposalType::CounterProposal;
        if self.own && !self.authors.is_empty() && (responds_to.is_some() || answering) {
            kind = ProposalType::CounterProposal;
        }
        let version_of = (self.lemma == "version")
            .then(|| words.with_case(word, &["of"]).find_map(|of| known.at(of)))
            .flatten();
        let authors = match version_of {
            Some(original) if self.authors.is_empty() => known.all[original].authors.clone(),
            _ => self.authors.clone(),
        };
        let name = names::name(words, dates, word, self.owner_is_pronoun);
        Proposal {
            head: word,
            aliases: names::aliases(words, word, &name),
            name,
            owner: if self.owner_is_pronoun {
                self.authors.first().copied()
            } else {
                None
            },
            kind,
            authors,
            status: fate::status(table, word, &self.deeds),
            points: self.points,
            responds_to: if answers { responds_to } else { None },
            version_of,
            date: self.date(table),
            told_by: statements.told_by(entities, word),
            evidence: self.evidence(words, dates),
            is_list: self.named.kind == ProposalType::Terms && self.lemma == "term",
            in_record: true,
        }
    }

    /// More of a known text: points, authors, other names.
    pub fn add_to(&self, table: &Table, proposal: &mut Proposal) {
        if proposal.points.is_none() {
            proposal.points = self.points;
        }
        if proposal.authors.is_empty() {
            proposal.authors = self.authors.clone();
        }
        let name = names::name(table.words, table.dates, self.word, false);
        for alias in names::aliases(table.words, self.word, &name) {
            if !proposal.aliases.contains(&alias) {
                proposal.aliases.push(alias);
            }
        }
    }

    /// The date that stands with the noun or with the verb that brings the text.
    fn date(&self, table: &Table) -> Option<usize> {
        let words = table.words;
        let near = words.subtree(self.word);
        let stands = |date: &crate::dates::TimeExpression| {
            date.edtf.is_some() && date.words.start > self.word
        };
        let all = &table.dates.0;
        all.iter()
            .position(|date| stands(date) && near.contains(&date.words.start))
            .or_else(|| {
                let verb = self.deeds.first().map(|deed| deed.verb)?;
                all.iter().position(|date| {
                    stands(date)
                        && date.timex.kind == "DATE"
                        && words.head(date.words.end - 1) == Some(verb)
                })
            })
    }

    /// The clause that brings the text, else the phrase that names it.
    fn evidence(&self, words: &Words, dates: &Dates) -> rapporteur_model::Span {
        let phrase = words.trim(words.subtree(self.word));
        let above = self.deeds.first().filter(|deed| {
            !deed.below
                && deed.does.author
                && words.rel(self.word) == Rel::Obj
                && words.head(self.word) == Some(deed.verb)
        });
        match above {
            Some(deed) => {
                let start = words
                    .child(deed.verb, &[Rel::Nsubj])
                    .map_or(deed.verb, |subject| words.subtree(subject).start);
                let name = names::name(words, dates, self.word, self.owner_is_pronoun);
                words.span(start.min(phrase.start)..phrase.end.max(name.end))
            }
            None => words.span(phrase),
        }
    }
}

/// "introduced by Norland, co-sponsored by Belora": those who stand behind a text beside its author.
fn co_sponsors(table: &Table, word: usize) -> Vec<EntityId> {
    let words = table.words;
    let end = words.sentence(words.sentence_of(word)).end.min(word + 8);
    let sponsored = (word + 1..end).find(|&at| {
        matches!(
            words.lower(at),
            "co-sponsored" | "cosponsored" | "co-authored" | "co-signed"
        ) || matches!(words.lower(at), "sponsored" | "authored" | "signed")
            && words.lower(at.saturating_sub(2)) == "co"
    });
    let by = sponsored
        .map(|at| at + 1)
        .filter(|&by| by + 1 < end && words.lower(by) == "by");
    (by.and_then(|by| words.head(by)))
        .map(|agent| table.entities.actors(words, agent))
        .unwrap_or_default()
}

fn is_capital(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
}

fn is_answering(lemma: &str) -> bool {
    matches!(
        lemma,
        "answer" | "respond" | "reply" | "counter" | "react" | "come" | "return" | "retort"
    )
}

/// "28-point", "nine-point", "14 point": the number of points in a modifier.
fn counted(words: &Words, word: usize) -> Option<u32> {
    let form = words.lower(word);
    if let Some((number, unit)) = form.split_once('-') {
        return is_point(unit).then(|| parse_number(number)).flatten();
    }
    if is_point(words.lemma(word)) {
        return words
            .children_by(word, &[Rel::Nummod, Rel::Compound])
            .find(|&child| words.upos(child) == Upos::Num)
            .and_then(|number| parse_number(words.form(number)));
    }
    None
}

/// A figure, or a number in words up to twenty.
pub(super) fn parse_number(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    text.parse().ok().or_else(|| {
        let number = number_word(&text).filter(|&number| number <= 20)?;
        u32::try_from(number).ok()
    })
}
