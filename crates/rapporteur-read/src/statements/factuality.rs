//! Whether something was said or held at all: not negated, not only possible, not wished for.

use rapporteur_syntax::{Rel, Xpos};

use super::Context;

impl Context<'_, '_> {
    /// Whether a thought or stance is somebody's that is worth telling: not the quoted speaker's own "I think", not an
    /// infinitive ("to oppose the plan"), not a mere possibility.
    pub(super) fn is_held(&self, verb: usize) -> bool {
        let words = self.words;
        if self.quote_of[verb].is_some() || self.to_infinitive(verb) {
            return false;
        }
        !words.children_by(verb, &[Rel::Aux]).any(|aux| {
            words.xpos(aux) == Xpos::Md
                && matches!(
                    words.lemma(aux),
                    "could" | "may" | "might" | "should" | "must" | "can"
                )
        })
    }

    /// Whether a verb says that something was said: not negated, not only possible, not wished for.
    pub(super) fn is_said(&self, verb: usize) -> bool {
        let words = self.words;
        // A negation behind the verb belongs to what was said.
        if words.negation(verb).is_some_and(|not| not < verb) {
            return false;
        }
        let nobody = self.own_subject(verb).is_some_and(|subject| {
            matches!(words.lemma(subject), "nobody" | "none" | "neither")
                || words
                    .child(subject, &[Rel::Det])
                    .is_some_and(|det| matches!(words.lemma(det), "no" | "neither"))
        });
        if nobody {
            return false;
        }
        let modal = words.children_by(verb, &[Rel::Aux]).any(|aux| {
            matches!(
                words.lemma(aux),
                "would"
                    | "could"
                    | "may"
                    | "might"
                    | "should"
                    | "must"
                    | "can"
                    | "will"
                    | "shall"
                    | "ought"
            ) || words.xpos(aux) == Xpos::Md
        });
        // "would say only that", "would only say": said, and nothing else.
        let only = words
            .children_by(verb, &[Rel::Advmod])
            .any(|word| words.lemma(word) == "only")
            || verb + 1 < words.len() && words.form(verb + 1) == "only";
        if modal && !only {
            return false;
        }
        let mark = words
            .child(verb, &[Rel::Mark])
            .map(|mark| words.lemma(mark));
        if matches!(
            mark,
            Some("if" | "whether" | "unless" | "without" | "before" | "until")
        ) {
            return false;
        }
        if self.to_infinitive(verb) {
            return words.head(verb).is_some_and(|head| {
                matches!(
                    words.lemma(head),
                    "go" | "continue" | "begin" | "proceed" | "start"
                ) && self.is_said(head)
            });
        }
        if words.rel(verb) == Rel::Conj {
            // "would meet and say": the auxiliary of the first verb counts where the second has none of its own.
            let first = words.first_conjunct(verb);
            let bare = words.xpos(verb) == Xpos::Vb
                && words.child(verb, &[Rel::Aux, Rel::Nsubj]).is_none();
            if bare && first != verb {
                return self.is_said(first);
            }
        }
        true
    }
}
