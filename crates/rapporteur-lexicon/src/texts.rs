//! Texts on the table: the nouns that name them, and the verbs that tell what becomes of them.

use rapporteur_model::{ProposalStatus, ProposalType};

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};

/// What a noun of texts names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextNoun {
    /// The type of text.
    pub kind: ProposalType,
    /// What it needs beside it to name a text.
    pub needs: TextNeeds,
}

/// What a noun needs beside it to name a text on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextNeeds {
    /// Nothing: "a non-paper".
    Nothing,
    /// An author, a count, or a verb that brings it: "the Finnish paper".
    Author,
    /// A count, or a verb that brings it: "sent a reply".
    Bringing,
}

/// What a verb does to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextVerb {
    /// What becomes of the text; nothing that is entered where absent.
    pub status: Option<ProposalStatus>,
    /// Whether whoever does it is the author.
    pub author: bool,
    /// Whether the text does it of itself: "leaks", "went over on Monday".
    pub of_itself: bool,
}

/// Every noun and verb of texts.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    nouns: WordMap<TextNoun>,
    verbs: WordMap<TextVerb>,
}

impl Texts {
    /// Compiles the rules of `texts.txt`. Of two that have a word the first keeps it.
    pub fn compile(rules: &[Rule]) -> (Self, Vec<LexiconProblem>) {
        let mut texts = Self::default();
        let mut problems = Vec::new();
        for rule in rules {
            if let Some(name) = rule.get("type") {
                let Some(kind) = ProposalType::parse(name) else {
                    problems.push(rule.problem(
                        format!("«{name}» is no type of proposal"),
                        "use draft, plan, proposal, counter-proposal, terms, offer, agreement or statement",
                    ));
                    continue;
                };
                for (slot, needs) in [
                    ("alone", TextNeeds::Nothing),
                    ("nouns", TextNeeds::Author),
                    ("brought", TextNeeds::Bringing),
                ] {
                    for noun in rule.items(slot) {
                        let noun_of = TextNoun { kind, needs };
                        texts.nouns.entry(noun.to_lowercase()).or_insert(noun_of);
                    }
                }
                continue;
            }
            let status = match rule.get("status") {
                Some("-") => None,
                Some(name) if ProposalStatus::parse(name).is_some() => ProposalStatus::parse(name),
                _ => {
                    problems.push(rule.problem(
                        "a block of texts has neither the type of its nouns nor the status of its verbs",
                        "add a slot `type` or `status`",
                    ));
                    continue;
                }
            };
            let author = rule.get("author") == Some("yes");
            let of_itself = rule.get("subject") == Some("yes");
            for verb in rule.items("verbs") {
                let verb_of = TextVerb {
                    status,
                    author,
                    of_itself,
                };
                texts.verbs.entry(verb.to_lowercase()).or_insert(verb_of);
            }
        }
        (texts, problems)
    }

    /// What a noun, or several words that end in one, names; `words` are lemmas in lower case.
    pub fn noun(&self, words: &str) -> Option<TextNoun> {
        self.nouns.get(words).copied()
    }

    /// What a verb, with its particle, does to a text.
    pub fn verb(&self, words: &str) -> Option<TextVerb> {
        self.verbs.get(words).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(text: &str) -> (Texts, Vec<LexiconProblem>) {
        Texts::compile(&crate::parse("texts.txt", text).0)
    }

    #[test]
    fn nouns_and_verbs_are_found() {
        let (texts, problems) = compile(
            "papers\n  type proposal\n  nouns paper\n  alone non-paper\n\
             tabling\n  status tabled\n  author yes\n  verbs put forward\n",
        );
        assert_eq!(problems, []);
        assert!(
            texts
                .noun("non-paper")
                .is_some_and(|noun| noun.needs == TextNeeds::Nothing)
        );
        assert!(
            texts
                .noun("paper")
                .is_some_and(|noun| noun.needs == TextNeeds::Author)
        );
        let verb = texts.verb("put forward");
        assert!(verb.is_some_and(|verb| verb.author));
        assert_eq!(
            verb.and_then(|verb| verb.status),
            Some(ProposalStatus::Tabled)
        );
        assert_eq!(texts.verb("sing"), None);
    }

    #[test]
    fn what_is_neither_is_a_problem() {
        assert_eq!(compile("x\n  type poem\n  nouns ode\n").1.len(), 1);
        assert_eq!(compile("x\n  verbs sing\n").1.len(), 1);
    }
}
