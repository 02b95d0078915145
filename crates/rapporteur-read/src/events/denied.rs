//! Deeds of any kind that are said not to be so: "denied that it had agreed to give up the bridge", "reports that Brod had sold its
//! fleet were denied".

use rapporteur_model::{Act, EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Event;
use super::deeds::Reader;
use crate::factuality::{Factuality, factuality};
use crate::statements::Statements;

/// Verbs whose perfect under a denial is an agreement.
const AGREEING: &[&str] = &["agree", "settle", "consent", "undertake"];

/// Verbs of being, having, knowing and wanting, which tell no deed whoever denies them.
const STATES: &[&str] = &[
    "be",
    "have",
    "want",
    "need",
    "know",
    "think",
    "believe",
    "intend",
    "mean",
    "seem",
    "remain",
    "stay",
    "exist",
    "contain",
    "involve",
    "say",
    "tell",
    "claim",
    "hope",
    "fear",
    "face",
    "cost",
    "suffer",
    "become",
    "see",
    "hear",
    "understand",
    "understate",
    "matter",
    "deserve",
    "lack",
];

impl Reader<'_, '_> {
    /// What is denied, where no class has it already.
    pub(super) fn denied_deeds(
        &self,
        known: &[Event],
        statements: &Statements,
        running: &[bool],
    ) -> Vec<Event> {
        let words = self.words;
        let contents: Vec<usize> = (statements.all.iter())
            .filter(|statement| statement.act == Act::Denied)
            .filter_map(|statement| {
                let mut content = statement.content.iter().flat_map(Clone::clone);
                content.find(|&word| {
                    let aside = matches!(
                        words.rel(word),
                        Rel::Advcl | Rel::AclRelcl | Rel::Acl | Rel::Parataxis
                    );
                    let open = || factuality(words, word) == Some(Factuality::Open);
                    !aside && self.is_told_as_done(word) && !open()
                })
            })
            .collect();
        let mut found: Vec<Event> = Vec::new();
        for verb in (0..words.len()).filter(|&word| running[word]) {
            let below = matches!(words.rel(verb), Rel::Ccomp | Rel::Acl | Rel::AclRelcl);
            let denied = contents.contains(&verb)
                || below
                    && self.is_told_as_done(verb)
                    && (factuality(words, verb) == Some(Factuality::Untrue)
                        || self.is_refuted(verb));
            if denied && !known.iter().any(|event| event.head == verb) {
                found.push(self.denied_deed(verb, statements));
            }
        }
        found
    }

    /// A past or a perfect with its subject, of somebody or in the passive: "had agreed", "was being drafted".
    fn is_told_as_done(&self, word: usize) -> bool {
        let words = self.words;
        let done = matches!(words.xpos(word), Xpos::Vbn | Xpos::Vbd)
            || words.xpos(word) == Xpos::Vbg && words.child(word, &[Rel::Aux]).is_some();
        words.upos(word) == Upos::Verb
            && done
            && !STATES.contains(&words.lemma(word))
            && words.negation(word).is_none()
            // "that observers be placed on board": wanted, and not done
            && !(words.children_by(word, &[Rel::AuxPass])).any(|aux| words.lower(aux) == "be")
            && (words.child(word, &[Rel::Nsubj, Rel::NsubjPass])).is_some_and(|subject| {
                self.is_passive(word) || self.is_people(subject)
                    || words.upos(subject) == Upos::Pron
            })
    }

    /// "To the suggestion that Merin had agreed, he snapped: "That is an invention.""
    fn is_refuted(&self, verb: usize) -> bool {
        let words = self.words;
        let hearsay = words.head(verb).is_some_and(|noun| {
            matches!(
                words.lemma(noun),
                "suggestion"
                    | "claim"
                    | "report"
                    | "rumour"
                    | "rumor"
                    | "allegation"
                    | "speculation"
            )
        });
        if !hearsay {
            return false;
        }
        let from = words.sentence_of(verb);
        let to = (from + 1).min(words.sentences().saturating_sub(1));
        (verb + 1..words.sentence(to).end).any(|word| {
            matches!(
                words.lemma(word),
                "invention"
                    | "lie"
                    | "fabrication"
                    | "nonsense"
                    | "untrue"
                    | "false"
                    | "fiction"
                    | "rubbish"
                    | "baseless"
                    | "fairytale"
                    | "slander"
            )
        })
    }

    fn denied_deed(&self, verb: usize, statements: &Statements) -> Event {
        let words = self.words;
        let subject = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]);
        let actors = match self.is_passive(verb) {
            true => self.doer(verb),
            false => subject,
        };
        let actors = actors.map_or(Vec::new(), |noun| self.entities.actors(words, noun));
        let kind = match AGREEING.contains(&words.lemma(verb)) {
            true => Some(EventType::Agree),
            false => self.predicate(verb).and_then(|deed| self.class(deed).kind),
        };
        let range = words.trim(words.subtree(verb));
        let start = subject.map_or(verb, |subject| words.subtree(subject).start);
        let evidence = self.within_line(words.trim(start.max(range.start)..range.end), verb);
        self.plain_event(
            verb,
            kind,
            EventStatus::Denied,
            actors,
            evidence,
            statements,
            "event/denied",
        )
    }
}
