//! Whether something was said or held at all: not negated, not only possible, not wished for.

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::{Context, Draft};

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
            return words.ancestors(verb).take(2).any(|above| {
                self.classes.leading.contains(words.lemma(above))
                    && words.negation(above).is_none()
                    && (words.upos(above) != Upos::Verb || self.is_said(above))
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

    /// Whether a draft holds no words of somebody: "said nothing of the kind", a demand ("insisted that it be dropped"),
    /// or a judgement that the outlet tells ("finds the cut too deep").
    pub(super) fn says_nothing(&self, draft: &Draft) -> bool {
        let words = self.words;
        let (Some(verb), Some(content)) = (draft.cue_head, draft.content.first()) else {
            return false;
        };
        if draft.quoted {
            return false;
        }
        let quoted =
            (draft.content.iter().flat_map(Clone::clone)).any(|word| self.quote_of[word].is_some());
        let nothing = words.lower(content.start) == "nothing"
            && (content.len() == 1
                || matches!(
                    words.lower(content.start + 1),
                    "of" | "about" | "on" | "to" | "more" | "new" | "further" | "in" | "at"
                ));
        let pronoun = matches!(words.lower(content.start), "this" | "that" | "it")
            && words.lower(content.start + 1) == "as";
        let judges = draft.rule == "statement/naming"
            && !quoted
            && !pronoun
            && matches!(
                words.lemma(verb),
                "find" | "deem" | "view" | "regard" | "see" | "rate" | "dismiss" | "greet"
            );
        nothing || judges || self.is_subjunctive(verb, draft)
    }

    /// "insisted that the levy be dropped": what is wanted, not what is the case.
    fn is_subjunctive(&self, verb: usize, draft: &Draft) -> bool {
        let words = self.words;
        if !matches!(
            words.lemma(verb),
            "insist" | "suggest" | "stipulate" | "maintain"
        ) {
            return false;
        }
        let Some(head) = draft.content_head else {
            return false;
        };
        let modal = words
            .children_by(head, &[Rel::Aux])
            .any(|aux| words.xpos(aux) == Xpos::Md || words.lower(aux) == "to");
        let bare = words
            .children_by(head, &[Rel::AuxPass, Rel::Cop])
            .any(|be| words.lower(be) == "be");
        let active = words.xpos(head) == Xpos::Vb
            && words.child(head, &[Rel::Nsubj]).is_some()
            && words
                .child(head, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
                .is_none();
        // "that the rebels disarm": only the sense tells it from the present, where the subject is a plural.
        (bare || active) && !modal
    }
}
