//! Whether a phrase that means no known text brings up a new one: somebody's paper, a draft that was sent round, a pact that
//! was signed; not a plan to do something, nor a treaty long in force.

use rapporteur_lexicon::TextNeeds;
use rapporteur_model::{ProposalStatus, ProposalType};
use rapporteur_syntax::{Rel, Upos};

use super::called::month;
use super::mention::{Mention, Table};
use super::seen::is_seen;
use super::{fate, names};
use crate::words::Words;

impl Mention {
    /// Whether something was done with the text that only is done with texts.
    pub fn is_brought(&self, table: &Table) -> bool {
        fate::is_voted_on(table.words, self.word)
            || self.is_dated(table.words)
            || is_seen(table, self.word)
            || self.deeds.iter().any(|deed| {
                table.words.negation(deed.verb).is_none()
                    && !is_asked_for(table.words, deed.verb)
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
    pub fn brings_up(&self, table: &Table) -> bool {
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
        if self.is_only_floated(words) || is_on_paper(words, self.word) {
            return false;
        }
        match self.named.kind {
            ProposalType::Terms => {
                owned && self.plural && self.lemma == "term"
                    || self.named.needs == TextNeeds::Nothing
            }
            ProposalType::Offer => {
                let theirs = owned || self.is_somebodys(words);
                // "threw out a pay deal worth 4 percent", whoever made it
                let answered = self.deeds.iter().any(|deed| {
                    use ProposalStatus::{Accepted, Rejected};
                    matches!(deed.does.status, Some(Accepted | Rejected))
                        && !deed.does.author
                        && is_real(words, deed.verb)
                });
                let changed = owned && self.is_raised(words);
                (theirs || answered && self.is_told_apart(table))
                    && !self.is_for_a_deed(words)
                    && (owned && (self.compared || self.lemma == "offer" && !self.owner_is_pronoun)
                        || self.is_told_apart(table))
                    || changed
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
                }) || (counted || self.compared) && (owned || brought)
                    || fate::is_voted_on(words, self.word)
                    || fate::is_to_be_signed(words, self.word)
                    || fate::settled(words, self.word).is_some()
            }
            ProposalType::Statement => {
                let released = self.is_joint(words) && brought;
                owned && (brought || self.lemma.starts_with("commun") || self.is_joint(words))
                    || released
            }
            _ => match self.named.needs {
                TextNeeds::Nothing => !self.plural || self.definite || owned || counted || brought,
                TextNeeds::Author => {
                    owned
                        || self.owner_is_pronoun && self.named.kind != ProposalType::Plan
                        || counted
                        || brought
                        || self.stranger.is_some()
                        || self.is_named(table)
                        || fate::is_to_be_signed(words, self.word)
                        || self.deeds.iter().any(|deed| deed.below) && self.is_discussed(words)
                        || self.compared
                            && self.definite
                            && super::called::is_coloured(words, self.word)
                }
                TextNeeds::Bringing => {
                    self.lemma == "bill" && (owned || self.is_before_a_house(words))
                        || fate::is_voted_on(words, self.word)
                        || self.named.kind == ProposalType::Draft && self.is_discussed(words)
                        || counted && (owned || brought)
                        || self.own && owned
                        || brought && owned
                        || self.compared && owned
                }
            },
        }
    }

    /// "a memorandum dated 2 November", "the paper of 3 September": what bears a day is a document; of treaties and communiqués
    /// it only tells which.
    fn is_dated(&self, words: &Words) -> bool {
        use ProposalType::{Agreement, Offer, Statement};
        let after = self.word + 1 + usize::from(words.form(self.word + 1) == ",");
        !matches!(self.named.kind, Agreement | Offer | Statement)
            && (after < words.len() && words.lower(after) == "dated"
                || words
                    .with_case(self.word, &["of"])
                    .any(|of| month(words, of).is_some() || month(words, of + 1).is_some()))
    }

    /// "haggling over a resolution", "the outline being discussed"
    fn is_discussed(&self, words: &Words) -> bool {
        self.deeds.iter().any(|deed| {
            deed.does.status == Some(ProposalStatus::UnderDiscussion) && is_real(words, deed.verb)
        })
    }

    /// "raised its bid to 41 crowns", "has improved its pay offer": one that is there already.
    fn is_raised(&self, words: &Words) -> bool {
        let raises = |verb: usize| {
            matches!(
                words.lemma(verb),
                "raise"
                    | "lift"
                    | "improve"
                    | "increase"
                    | "sweeten"
                    | "up"
                    | "cut"
                    | "lower"
                    | "reduce"
                    | "trim"
                    | "double"
                    | "better"
                    | "withdraw"
            ) && is_real(words, verb)
        };
        words.rel(self.word) == Rel::Obj && words.head(self.word).is_some_and(raises)
    }

    /// "the bill before the Senate", "a bill in parliament that would end the levy".
    fn is_before_a_house(&self, words: &Words) -> bool {
        let before = words.with_case(self.word, &["before", "in"]).any(|house| {
            matches!(
                words.lemma(house),
                "parliament"
                    | "senate"
                    | "house"
                    | "chamber"
                    | "assembly"
                    | "congress"
                    | "lawmaker"
                    | "council"
                    | "diet"
                    | "legislature"
            )
        });
        let would = words
            .children_by(self.word, &[Rel::AclRelcl])
            .any(|clause| {
                (words.children_by(clause, &[Rel::Aux])).any(|aux| words.lower(aux) == "would")
            });
        before || would
    }

    /// "floated a compromise of ten hours": what is proposed is the thing, not a text about it.
    fn is_only_floated(&self, words: &Words) -> bool {
        let floated = self.deeds.iter().any(|deed| {
            !deed.below
                && matches!(
                    words.lemma(deed.verb),
                    "float" | "propose" | "suggest" | "moot"
                )
        });
        let amount = words
            .with_case(self.word, &["of"])
            .any(|of| words.child(of, &[Rel::Nummod]).is_some());
        self.lemma == "compromise" && floated && amount && self.points.is_none()
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
                            )
                            || matches!(words.lemma(child), "opening" | "rival" | "hostile")
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
    pub fn is_for_a_deed(&self, words: &Words) -> bool {
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
        // "has been scrapped": what was to be done was a text.
        let given_up = self.deeds.iter().any(|deed| {
            deed.does.status == Some(ProposalStatus::Withdrawn)
                && words.rel(self.word) == Rel::NsubjPass
                && is_real(words, deed.verb)
        });
        !published
            && !given_up
            && !self.has_pages(words)
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
}

/// "so far it exists only on paper"
fn is_on_paper(words: &Words, word: usize) -> bool {
    words.lower(word) == "paper" && word > 0 && words.lower(word - 1) == "on"
}

/// "asked the secretariat to prepare a paper": there is none yet.
fn is_asked_for(words: &Words, verb: usize) -> bool {
    words.rel(verb) == Rel::Xcomp
        && words.head(verb).is_some_and(|above| {
            matches!(
                words.lemma(above),
                "ask" | "request" | "invite" | "urge" | "tell" | "want" | "call" | "press"
            )
        })
}

/// Whether a verb tells what came about: not a hope, a try, a threat.
pub(super) fn is_real(words: &Words, verb: usize) -> bool {
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
