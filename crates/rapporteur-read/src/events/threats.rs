//! Deeds of any kind that somebody holds out in case of failure.

use rapporteur_model::{Act, EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos};

use super::Event;
use super::deeds::Reader;
use crate::statements::Statements;

/// Verbs of stance and of going on, which are no deeds held out.
pub(super) const NO_DEEDS: &[&str] = &[
    "accept",
    "agree",
    "sign",
    "support",
    "back",
    "consider",
    "discuss",
    "look",
    "be",
    "have",
    "need",
    "want",
    "remain",
    "stay",
    "continue",
    "fail",
    "lose",
    "win",
    "rise",
    "fall",
    "drop",
    "grow",
    "exist",
    "happen",
    "mean",
    "benefit",
    "survive",
    "matter",
    "know",
    "see",
    "think",
    "say",
    "tell",
    "warn",
    "become",
    "get",
    "allow",
    "recommend",
    "welcome",
    "expect",
    "do",
    "keep",
    "follow",
    "live",
    "hold",
    "insist",
    "demand",
    "reject",
    "oppose",
    "propose",
    "offer",
    "die",
    "suffer",
    "cost",
    "come",
];

impl Reader<'_, '_> {
    /// "If there is no deal by Friday, Merin will run the ferries alone": what somebody will do if something fails.
    pub(super) fn threats(
        &self,
        known: &[Event],
        statements: &Statements,
        running: &[bool],
    ) -> Vec<Event> {
        let words = self.words;
        let mut found = Vec::new();
        for verb in (0..words.len()).filter(|&word| running[word]) {
            if words.upos(verb) != Upos::Verb
                || NO_DEEDS.contains(&words.lemma(verb))
                || known.iter().any(|event| event.head == verb)
                || words.negation(verb).is_some()
            {
                continue;
            }
            let will = words
                .children_by(verb, &[Rel::Aux])
                .any(|aux| matches!(words.lower(aux), "will" | "'ll" | "’ll" | "shall"));
            let Some(subject) = words.child(verb, &[Rel::Nsubj]).filter(|_| will) else {
                continue;
            };
            let first_person = matches!(words.lower(subject), "we" | "i");
            let speaker = statements
                .speaker_of_first_person(verb)
                .filter(|_| first_person)
                .map(|id| self.entities.party(id).unwrap_or(id));
            let Some(actor) = self.entities.actor(subject).or(speaker) else {
                continue;
            };
            let warned = statements
                .around(verb)
                .next()
                .is_some_and(|index| statements.all[index].act == Act::Warned);
            let Some(failing) = self.failing(verb) else {
                continue;
            };
            if !(failing || warned) {
                continue;
            }
            let range =
                words.trim(words.subtree(subject).start..words.subtree(verb).end.max(verb + 1));
            let mut end = range.end;
            if let Some(advcl) = words
                .children_by(verb, &[Rel::Advcl, Rel::Parataxis])
                .filter(|&clause| clause > verb)
                .map(|clause| words.subtree(clause).start)
                .min()
            {
                end = end.min(advcl).max(verb + 1);
            }
            let evidence = words.span(words.trim(range.start..end));
            found.push(self.plain_event(
                verb,
                None,
                EventStatus::Conditional,
                vec![actor],
                evidence,
                statements,
                "event/threat",
            ));
        }
        found
    }

    /// Whether a clause hangs on something, and whether that is a failure.
    fn failing(&self, verb: usize) -> Option<bool> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let opening: Vec<&str> = sentence
            .clone()
            .take(4)
            .map(|word| words.lemma(word))
            .collect();
        if matches!(
            opening.as_slice(),
            ["fail", "that", ..] | ["failing", "that", ..] | ["otherwise", ..] | ["or", "else", ..]
        ) {
            return Some(true);
        }
        // "Should Merin bring back the toll, …"
        let quoted = usize::from(
            opening
                .first()
                .is_some_and(|first| matches!(*first, "\"" | "“")),
        );
        if opening.get(quoted) == Some(&"should") && sentence.start + quoted < verb {
            return Some(false);
        }
        let clause = words.children_by(verb, &[Rel::Advcl]).find(|&clause| {
            words
                .children_by(clause, &[Rel::Mark])
                .any(|mark| matches!(words.lemma(mark), "if" | "unless"))
        })?;
        let unless = words
            .children_by(clause, &[Rel::Mark])
            .any(|mark| words.lemma(mark) == "unless");
        let fails = words.subtree(clause).any(|word| {
            matches!(
                words.lemma(word),
                "no" | "not"
                    | "n't"
                    | "never"
                    | "fail"
                    | "refuse"
                    | "collapse"
                    | "break"
                    | "reject"
                    | "attack"
                    | "nothing"
                    | "without"
                    | "nobody"
                    | "neither"
                    | "stall"
            )
        });
        Some(unless || fails)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of an event that has no more"
    )]
    pub(super) fn plain_event(
        &self,
        head: usize,
        kind: Option<EventType>,
        status: EventStatus,
        actors: Vec<crate::entities::EntityId>,
        evidence: rapporteur_model::Span,
        statements: &Statements,
        rule: &str,
    ) -> Event {
        Event {
            head,
            label: self.words.phrasal(head).into(),
            kind,
            mode: None,
            contexts: Vec::new(),
            cameo: None,
            actors,
            recipients: Vec::new(),
            others: Vec::new(),
            target: None,
            place: None,
            from: None,
            to: None,
            date: None,
            status,
            duration: None,
            quantities: Vec::new(),
            outcome: None,
            told_by: statements.told_by(self.entities, head),
            hedge: None,
            evidence,
            rule: rule.to_owned(),
        }
    }
}
