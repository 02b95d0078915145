//! One phrase that may speak of a text: its author, its points, which known text it means or what new one it brings up.

use rapporteur_lexicon::{Lexicon, TextNeeds};
use rapporteur_model::{ActorType, ProposalStatus, ProposalType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::fate::{self, Deed};
use super::names;
use super::nouns::{Named, is_point};
use super::{Proposal, Proposals, TERMS};
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
    word: usize,
    named: Named,
    lemma: String,
    definite: bool,
    /// "no draft", "any plan": of none in particular.
    of_none: bool,
    plural: bool,
    indefinite: bool,
    pub points: Option<u32>,
    pub authors: Vec<EntityId>,
    own: bool,
    owner_is_pronoun: bool,
    /// A name before the noun that is no actor we know: "the Kessian plan".
    stranger: Option<usize>,
    deeds: Vec<Deed>,
    /// Whether the report lays texts side by side.
    compared: bool,
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
            own: false,
            owner_is_pronoun: false,
            stranger: None,
            deeds: fate::deeds(words, table.lexicon, word),
            compared,
        };
        for child in words.children(word) {
            mention.look_at(table, child);
        }
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
                Some("between" | "among") if self.named.kind == ProposalType::Agreement => {
                    self.authors.extend(entities.actors(words, child));
                }
                _ => {}
            },
            _ => {}
        }
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
            if !self.authors.is_empty()
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
            .take(2)
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
                || self.authors.is_empty() && self.is_wider_word_for(proposal);
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
            "paper" | "draft" | "proposal" | "plan" | "compromise" => {
                !matches!(proposal.kind, ProposalType::Terms | ProposalType::Agreement)
            }
            "agreement" | "accord" | "deal" | "pact" => agreement,
            _ => false,
        }
    }

    /// Whether something was done with the text that only is done with texts.
    fn is_brought(&self, table: &Table) -> bool {
        fate::is_voted_on(table.words, self.word)
            || self.deeds.iter().any(|deed| {
                table.words.negation(deed.verb).is_none()
                    && (matches!(
                        deed.does.status,
                        Some(
                            ProposalStatus::Tabled
                                | ProposalStatus::Published
                                | ProposalStatus::Leaked
                        )
                    ) || deed.does.author && deed.does.status.is_none())
            })
    }

    /// Whether the phrase, which means no known text, brings up a new one.
    fn brings_up(&self, table: &Table) -> bool {
        let words = table.words;
        // "drew up plans for an attack"
        if self.named.kind == ProposalType::Plan && self.plural && self.points.is_none() {
            return false;
        }
        let (owned, counted) = (
            !self.authors.is_empty(),
            self.points.is_some() || self.has_pages(words),
        );
        let brought = self.is_brought(table);
        let sentence = words.sentence(words.sentence_of(self.word));
        let asked = (sentence.end.saturating_sub(2)..sentence.end).any(|at| words.form(at) == "?");
        if self.of_none || asked || words.negation(self.word).is_some() {
            return false;
        }
        match self.named.kind {
            ProposalType::Terms => {
                owned && self.plural && self.lemma == "term"
                    || self.named.needs == TextNeeds::Nothing
            }
            ProposalType::Offer => {
                (owned || self.is_somebodys(words))
                    && !self.is_for_a_deed(words)
                    && (self.compared && owned || self.is_told_apart(table))
            }
            ProposalType::Agreement => {
                self.deeds.iter().any(|deed| {
                    let concluded = matches!(
                        deed.does.status,
                        Some(ProposalStatus::Signed | ProposalStatus::Accepted)
                    ) && deed.does.author
                        || words.lemma(deed.verb) == "ratify" && !deed.below && owned
                        || matches!(
                            words.lemma(deed.verb),
                            "broker" | "negotiate" | "mediate" | "draw" | "hammer"
                        ) && deed.does.status.is_none_or(|status| {
                            status == ProposalStatus::UnderDiscussion && deed.below
                        });
                    concluded
                        && is_real(words, deed.verb)
                        && (owned || deed.below || deed.does.status == Some(ProposalStatus::Signed))
                }) || counted && (owned || brought)
                    || self.compared && (owned || brought)
            }
            ProposalType::Statement => {
                owned && (brought || self.lemma.starts_with("commun") || self.is_joint(words))
            }
            _ => match self.named.needs {
                TextNeeds::Nothing => !self.plural || self.definite || owned || counted || brought,
                TextNeeds::Author => {
                    owned
                        || counted
                        || brought
                        || self.stranger.is_some()
                        || self.is_named(table)
                        || self.compared
                            && self.definite
                            && super::called::is_coloured(words, self.word)
                }
                TextNeeds::Bringing => {
                    counted && (owned || brought)
                        || self.own && owned
                        || brought && owned
                        || self.compared && owned
                }
            },
        }
    }

    /// "the company's", whoever that is.
    fn is_somebodys(&self, words: &Words) -> bool {
        words
            .child(self.word, &[Rel::NmodPoss])
            .is_some_and(|owner| words.upos(owner) != Upos::Pron)
    }

    /// "its latest offer", "a 3 percent offer", "an offer of 3 percent".
    fn is_told_apart(&self, table: &Table) -> bool {
        let words = table.words;
        let brought = self.deeds.iter().any(|deed| {
            matches!(
                words.lemma(deed.verb),
                "submit"
                    | "table"
                    | "present"
                    | "send"
                    | "hand"
                    | "deliver"
                    | "email"
                    | "improve"
                    | "publish"
            )
        });
        brought
            || words
                .children(self.word)
                .any(|child| match words.rel(child) {
                    Rel::Nmod => words.child(child, &[Rel::Case]).is_none_or(|case| {
                        !matches!(words.lemma(case), "by" | "from" | "to" | "for")
                    }),
                    Rel::Amod => {
                        self.lemma == "offer"
                            && matches!(
                                words.lemma(child),
                                "latest"
                                    | "late"
                                    | "last"
                                    | "final"
                                    | "improved"
                                    | "revised"
                                    | "written"
                                    | "initial"
                                    | "first"
                                    | "second"
                                    | "third"
                                    | "original"
                                    | "previous"
                                    | "new"
                                    | "worth"
                                    | "formal"
                                    | "better"
                                    | "current"
                                    | "opening"
                            )
                    }
                    _ => false,
                })
    }

    /// "the plan, dubbed the Harbour Terms"
    fn is_named(&self, table: &Table) -> bool {
        let name = names::name(table.words, table.dates, self.word, false);
        !names::aliases(table.words, self.word, &name).is_empty()
    }

    fn is_joint(&self, words: &Words) -> bool {
        words
            .children_by(self.word, &[Rel::Amod])
            .any(|child| matches!(words.lemma(child), "joint" | "final" | "common"))
            && !self.deeds.is_empty()
    }

    /// "nine-page", "of seven pages".
    fn has_pages(&self, words: &Words) -> bool {
        words.children(self.word).any(|child| {
            let form = words.lower(child);
            match words.rel(child) {
                Rel::Amod | Rel::Compound => {
                    form.ends_with("-page")
                        || words.lemma(child) == "page"
                            && words.child(child, &[Rel::Nummod]).is_some()
                }
                Rel::Nmod => {
                    words.lemma(child) == "page" && words.child(child, &[Rel::Nummod]).is_some()
                }
                _ => false,
            }
        })
    }

    /// "its proposal to move …", "a plan for …" of one party is a stance in a noun, not a document; nor is an offer to do.
    fn is_for_a_deed(&self, words: &Words) -> bool {
        let published = self.deeds.iter().any(|deed| {
            deed.does.author && (deed.below || words.rel(self.word) != Rel::Obj)
                || matches!(
                    words.lemma(deed.verb),
                    "publish"
                        | "release"
                        | "unveil"
                        | "table"
                        | "submit"
                        | "circulate"
                        | "leak"
                        | "issue"
                        | "distribute"
                )
        });
        !published
            && matches!(
                self.lemma.as_str(),
                "proposal" | "plan" | "offer" | "bid" | "initiative" | "scheme" | "formula"
            )
            && self.named.needs != TextNeeds::Nothing
            && self.points.is_none()
            && words
                .children(self.word)
                .any(|child| match words.rel(child) {
                    Rel::Acl => words.children(child).any(|mark| {
                        matches!(words.rel(mark), Rel::Mark | Rel::Aux) && words.lemma(mark) == "to"
                    }),
                    Rel::Nmod => {
                        self.named.kind != ProposalType::Offer
                            && words
                                .children_by(child, &[Rel::Case])
                                .any(|case| words.lemma(case) == "for")
                    }
                    _ => false,
                })
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
            evidence: self.evidence(words),
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
    fn evidence(&self, words: &Words) -> rapporteur_model::Span {
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
                words.span(start.min(phrase.start)..phrase.end)
            }
            None => words.span(phrase),
        }
    }
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

/// Whether a verb tells what came about: not a hope, a try, a threat.
fn is_real(words: &Words, verb: usize) -> bool {
    let modal = words.children_by(verb, &[Rel::Aux]).any(|aux| {
        matches!(
            words.lemma(aux),
            "will" | "would" | "could" | "can" | "may" | "might" | "should" | "must" | "shall"
        )
    });
    let infinitive = words.children_by(verb, &[Rel::Mark, Rel::Aux]).any(|mark| {
        matches!(
            words.lemma(mark),
            "to" | "if" | "unless" | "whether" | "until"
        )
    });
    !modal && !infinitive && words.negation(verb).is_none()
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
