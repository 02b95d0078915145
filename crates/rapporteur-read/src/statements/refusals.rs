//! Refusals: "declined to discuss the offer", "would not comment on numbers", "had no comment".

use std::ops::Range;

use rapporteur_model::Act;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Kind;
use super::cues::{Cue, cue_words};
use super::{Context, Draft};
use crate::words::Words;

impl Context<'_, '_> {
    /// "declined to discuss the offer", "would not comment on numbers", "had no comment".
    pub(super) fn refusal(&self, verb: usize) -> Option<Draft> {
        let words = self.words;
        if let Some(draft) = self.evasion(verb) {
            return Some(draft);
        }
        // "declines to comment", taken for a noun.
        let mistaken = matches!(words.xpos(verb), Xpos::Nns | Xpos::Nn)
            && words.form(verb).ends_with('s')
            && verb + 2 < words.len()
            && words.form(verb + 1) == "to"
            && self.is_telling(verb + 2);
        if words.upos(verb) != Upos::Verb && words.upos(verb) != Upos::Aux && !mistaken {
            return None;
        }
        let classes = self.classes;
        let lemma = words.lemma(verb);
        // "did not wish to say": as much a refusal as "declined to".
        let unwilling = matches!(lemma, "wish" | "want" | "care" | "choose")
            && words.negation(verb).is_some_and(|no| no < verb)
            // "prefers not to comment"
            || lemma == "prefer"
                && (words.child(verb, &[Rel::Xcomp])).is_some_and(|told| words.negation(told).is_some());
        let (telling, whole) = if classes.refusals.contains(lemma) || unwilling {
            let complement = words.children(verb).find(|&child| {
                child > verb
                    && matches!(
                        words.rel(child),
                        Rel::Xcomp | Rel::Ccomp | Rel::Advcl | Rel::Obl | Rel::Obj | Rel::Acl
                    )
                    // "does not want it, though Marn says …": no word of hers
                    && !(words.rel(child) == Rel::Advcl
                        && words.child(child, &[Rel::Nsubj]).is_some()
                        && (words.children_by(child, &[Rel::Mark]))
                            .any(|mark| matches!(words.lower(mark), "though" | "although")))
                    && self.is_telling(child)
            })?;
            let start = words.subtree(complement).start.max(verb + 1);
            (complement, start)
        } else if self.is_telling(verb) && self.would_not(verb) {
            (verb, verb + 1)
        } else if matches!(lemma, "have" | "offer" | "give" | "make") {
            let object = words
                .child(verb, &[Rel::Obj])
                .filter(|&object| object > verb)?;
            let none = words
                .child(object, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "no");
            if !none || !classes.nothing.contains(words.lower(object)) {
                return None;
            }
            (object, words.subtree(object).start)
        } else {
            return None;
        };
        let end = self.cut(
            verb,
            telling,
            telling..self.right_end(verb, telling).max(telling + 1),
        );
        let end = self.before_contrast(telling, end);
        let mut content = self.trim_range(whole..end);
        if content.is_empty() {
            content = telling..telling + 1;
        }
        let thing = self
            .thing_declined(verb, telling, end)
            .filter(|range| !range.is_empty());
        let cue = Cue {
            head: verb,
            end: verb + 1,
            classes: Vec::new(),
        };
        Some(Draft {
            cue_head: Some(verb),
            cue: Some(cue_words(words, &cue)),
            act: Act::Declined,
            kind: Kind::Saying,
            source: self
                .asked_subject(verb)
                .or_else(|| self.source(verb))
                .or_else(|| {
                    self.own_subject(verb)
                        .map(|subject| self.noun_phrase(subject, verb, true))
                }),
            content: vec![content],
            content_head: Some(telling),
            words: thing,
            rule: "statement/refusal",
            ..Draft::default()
        })
    }

    /// "would not be drawn on whether it backs the text, | while Orveth defended it": where another clause begins.
    fn before_contrast(&self, telling: usize, end: usize) -> usize {
        let words = self.words;
        (telling + 1..end.saturating_sub(1))
            .find(|&at| words.form(at) == "," && matches!(words.lower(at + 1), "while" | "whereas"))
            .unwrap_or(end)
    }

    /// "ducked the question", "kept her cards close to her chest": an answer withheld where the report tells what was asked.
    fn evasion(&self, verb: usize) -> Option<Draft> {
        let words = self.words;
        let ways = self.classes.evasions.get(words.lemma(verb))?;
        let sentence = words.sentence(words.sentence_of(verb));
        let last = ways.iter().find_map(|rest| {
            rest.iter().try_fold(verb, |at, part| {
                (at + 1..sentence.end.min(at + 5))
                    .find(|&word| words.lemma(word) == part || words.lower(word) == part)
            })
        })?;
        if self.quote_of[verb].is_some() || !self.is_said(verb) {
            return None;
        }
        let about = |word: usize| {
            matches!(
                words.lower(word),
                "on" | "about" | "over" | "regarding" | "concerning" | "of" | "whether"
            )
        };
        let on = (last + 1..sentence.end.min(last + 6))
            .take_while(|&word| !matches!(words.upos(word), Upos::Punct | Upos::Verb))
            .find(|&word| about(word));
        let thing = on
            .map(|on| {
                let end = (on + 1..sentence.end)
                    .find(|&word| words.upos(word) == Upos::Punct && words.form(word) != "-")
                    .unwrap_or(sentence.end);
                let from = on + usize::from(words.lower(on) != "whether");
                self.trim_range(from..end)
            })
            .or_else(|| self.asked_before(verb))
            .filter(|range| !range.is_empty())?;
        let source = self
            .asked_subject(verb)
            .or_else(|| self.source(verb))
            .filter(|source| self.actor(source.head).is_some())?;
        Some(Draft {
            cue_head: Some(verb),
            cue: Some(verb..last + 1),
            act: Act::Declined,
            kind: Kind::Saying,
            source: Some(source),
            content: vec![thing.clone()],
            words: Some(thing),
            rule: "statement/refusal",
            ..Draft::default()
        })
    }

    /// "On the levy Marn would not be drawn": what stands before whoever would not.
    fn topic_before(&self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let body = self.body_start(&sentence);
        // "Whether it would pay, the ministry declined to say"
        if matches!(
            words.lower(body),
            "whether" | "how" | "what" | "when" | "who" | "where"
        ) {
            let clause = (words.children_by(verb, &[Rel::Advcl, Rel::Ccomp, Rel::Csubj]))
                .find(|&clause| clause < verb && words.subtree(clause).start == body)?;
            let range = self.trim_range(words.subtree(clause));
            return (!range.is_empty()).then_some(range);
        }
        let subject = words.subject(verb).filter(|&subject| subject > body + 1)?;
        let mut end = self.noun_phrase(subject, verb, true).words.start;
        // "On the levy | Mira Tallow", read as one name.
        if end <= body + 1 {
            end = words.name_at(subject).map_or(end, |name| name.words.start);
        }
        let from = match words.lower(body) {
            "on" | "about" | "of" => body + 1,
            "as" if matches!(words.lower(body + 1), "to" | "for") => body + 2,
            _ => return None,
        };
        let plain = (from..end).all(|word| !matches!(words.upos(word), Upos::Verb | Upos::Aux))
            && self.dates.at(from).is_none();
        let range = self.trim_range(from..end);
        (plain && !range.is_empty()).then_some(range)
    }

    /// Whether a word is a verb of telling with all that its entry asks for ("give" + "details").
    pub(super) fn is_telling(&self, word: usize) -> bool {
        let words = self.words;
        let lemma = words.lemma(word);
        if matches!(lemma, "comment") {
            return true;
        }
        let Some(entries) = self.classes.telling.get(lemma) else {
            return false;
        };
        entries.iter().any(|rest| {
            rest.iter()
                .try_fold(word, |at, part| self.part_of_telling(at, part))
                .is_some()
        })
    }

    /// The next part of a way of telling: "give (no further) details", "pin (her) down". A preposition stands next to what
    /// it belongs to: to "rule out a cap on fish" is not to "rule on" it.
    fn part_of_telling(&self, behind: usize, part: &str) -> Option<usize> {
        let words = self.words;
        let case = matches!(part, "on" | "into" | "about" | "in" | "out" | "down");
        let between = |at: &usize| {
            !case || matches!(words.upos(*at), Upos::Adv | Upos::Pron) || words.lower(*at) == part
        };
        (behind + 1..(behind + 6).min(words.len()))
            .take_while(between)
            .find(|&at| words.lower(at) == part || words.lemma(at) == part)
    }

    pub(super) fn would_not(&self, verb: usize) -> bool {
        let words = self.words;
        let negated = words.children(verb).any(|child| {
            child < verb
                && matches!(
                    words.rel(child),
                    Rel::Advmod | Rel::CcPreconj | Rel::Cc | Rel::Det
                )
                && matches!(words.lemma(child), "not" | "n't" | "never" | "neither")
                // "Not until they are free will it discuss the levy"
                && !matches!(words.lower(child + 1), "until" | "before" | "unless")
        });
        negated
            && words.children_by(verb, &[Rel::Aux]).any(|aux| {
                matches!(words.lemma(aux), "would" | "will")
                    || words.form(aux).eq_ignore_ascii_case("wo")
            })
    }

    /// What one declined to speak of.
    pub(super) fn thing_declined(
        &self,
        verb: usize,
        telling: usize,
        end: usize,
    ) -> Option<Range<usize>> {
        let words = self.words;
        let about = [
            "on",
            "about",
            "upon",
            "of",
            "over",
            "regarding",
            "into",
            "as",
        ];
        let range = |from: usize, head: usize| {
            let mut start = words.subtree(head).start.max(from);
            while start < head
                && matches!(words.rel(start), Rel::Case | Rel::Mark)
                && words.head(start) == Some(head)
                && (about.contains(&words.lemma(start))
                    || matches!(words.lemma(start), "that" | "to"))
                && words.lemma(start) != "whether"
            {
                start += 1;
            }
            let mut last = words.subtree(head).end;
            // What follows without a comma belongs to it, unless it tells when.
            if last < end && self.dates.0.iter().all(|date| date.words.start < last) {
                last = end;
            }
            self.trim_range(start..last.min(end.max(head + 1)))
        };
        let under = |from: usize| {
            words
                .children(from)
                .filter(|&child| child > from)
                .filter(|&child| !is_reflexive(words.form(child)))
                .find(|&child| match words.rel(child) {
                    Rel::Ccomp | Rel::Obj | Rel::Xcomp => true,
                    Rel::Advcl
                        if words
                            .children_by(child, &[Rel::Mark, Rel::Advmod])
                            .any(|wh| {
                                matches!(
                                    words.lemma(wh),
                                    "when"
                                        | "how"
                                        | "why"
                                        | "where"
                                        | "whether"
                                        | "what"
                                        | "who"
                                        | "if"
                                )
                            }) =>
                    {
                        true
                    }
                    Rel::Obl | Rel::Nmod | Rel::Advcl | Rel::Acl => words
                        .child(child, &[Rel::Case, Rel::Mark])
                        .is_some_and(|case| about.contains(&words.lemma(case))),
                    _ => false,
                })
        };
        under(telling)
            .map(|head| range(telling + 1, head))
            // "would neither confirm nor deny it"
            .or_else(|| {
                words
                    .children_by(telling, &[Rel::Conj])
                    .filter(|&other| self.is_telling(other) || words.lemma(other) == "deny")
                    .find_map(|other| under(other).map(|head| range(other + 1, head)))
            })
            .or_else(|| self.asked_before(verb))
            .or_else(|| self.matter_of(verb))
            .or_else(|| self.topic_before(verb))
            .or_else(|| {
                (telling != verb)
                    .then(|| {
                        under(verb)
                            .filter(|&head| head != telling)
                            .map(|head| range(verb + 1, head))
                    })
                    .flatten()
            })
    }

    /// "The envoy, asked what she would give, would not be drawn": what one was asked.
    fn asked_before(&self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let asked = (sentence.start..verb).rev().find(|&word| {
            matches!(
                words.lower(word),
                "asked"
                    | "pressed"
                    | "questioned"
                    | "quizzed"
                    | "pushed"
                    | "grilled"
                    | "probed"
                    | "challenged"
                    | "tackled"
            ) && (word == sentence.start || words.form(word - 1) == ",")
        })?;
        let comma = (asked + 1..verb)
            .rev()
            .find(|&word| words.form(word) == ",")?;
        let about = matches!(words.form(asked + 1), "about" | "on" | "over");
        let range = self.trim_range(asked + 1 + usize::from(about)..comma);
        (!range.is_empty()).then_some(range)
    }

    /// "The envoy, asked what she would give, would not be drawn", with "asked" for the main verb: who was asked.
    fn asked_subject(&self, verb: usize) -> Option<super::source::Source> {
        let words = self.words;
        let asked = words.head(verb).filter(|&asked| {
            asked < verb
                && words.form(asked) == "asked"
                && asked > 0
                && words.form(asked - 1) == ","
                && words.form(verb.saturating_sub(1)) != "to"
        })?;
        let subject = words.child(asked, &[Rel::Nsubj])?;
        (subject < asked).then(|| self.noun_phrase(subject, asked, false))
    }

    /// "Whether it gets a vote is a matter on which she would not commit herself".
    fn matter_of(&self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let noun = (words.rel(verb) == Rel::AclRelcl)
            .then(|| words.head(verb))
            .flatten()?;
        let clause = words.child(noun, &[Rel::Csubj, Rel::Nsubj]).or_else(|| {
            words
                .head(noun)
                .and_then(|head| words.child(head, &[Rel::Csubj]))
        })?;
        let range = self.trim_range(words.subtree(clause));
        (clause < noun && range.len() > 2).then_some(range)
    }
}

/// "declined any delay", "declined the offer": turned down, where "declined a question" only gives no answer.
pub(crate) fn turns_down(words: &Words, verb: usize) -> bool {
    const ANSWERED: &[&str] = &[
        "comment",
        "request",
        "question",
        "query",
        "interview",
        "invitation",
        "invite",
        "answer",
        "opportunity",
        "chance",
        "statement",
        "explanation",
        "call",
        "talk",
        "meeting",
        "visit",
        "appointment",
        "post",
        "job",
        "role",
        "seat",
        "honour",
        "honor",
        "prize",
    ];
    words.lemma(verb) == "decline"
        && words.is_verb(verb)
        && (words.object(verb))
            // "The request to open the books was declined by Merin"
            .or_else(|| words.child(verb, &[Rel::NsubjPass]))
            .is_some_and(|object| {
                matches!(words.upos(object), Upos::Noun | Upos::Num)
                    && (!ANSWERED.contains(&words.lemma(object)) || asks_for_a_term(words, object))
            })
}

/// What one is asked to do with words.
const TALKING: &[&str] = &[
    "comment",
    "speak",
    "talk",
    "answer",
    "respond",
    "reply",
    "discuss",
    "disclose",
    "name",
    "identify",
    "explain",
    "elaborate",
    "say",
    "tell",
    "confirm",
    "clarify",
    "provide",
    "give",
    "release",
    "share",
    "meet",
    "interview",
    "attend",
    "appear",
    "testify",
    "see",
];

/// "declined that request", "declined a request for a ban": of a party, where "declined requests for comment" is silence.
fn asks_for_a_term(words: &Words, request: usize) -> bool {
    let told_before = words
        .children_by(request, &[Rel::Det])
        .any(|det| matches!(words.lower(det), "that" | "this" | "both" | "either"));
    let sought = words.with_case(request, &["for"]).next();
    let words_only = |sought: usize| {
        words.upos(sought) != Upos::Noun
            || matches!(
                words.lemma(sought),
                "comment"
                    | "interview"
                    | "information"
                    | "detail"
                    | "statement"
                    | "clarification"
                    | "explanation"
                    | "figure"
                    | "copy"
                    | "response"
                    | "reaction"
                    | "access"
                    | "meeting"
            )
    };
    // "the request to open the books", where "a request to comment" is one for words.
    let done = words
        .children_by(request, &[Rel::Acl])
        .find(|&done| words.xpos(done) == Xpos::Vb);
    if let Some(done) = done {
        return words.lemma(request) == "request" && !TALKING.contains(&words.lemma(done));
    }
    words.lemma(request) == "request"
        && words.upos(request) == Upos::Noun
        && words.lower(request) == "request"
        && sought.map_or(told_before, |sought| !words_only(sought))
}

fn is_reflexive(form: &str) -> bool {
    matches!(
        form,
        "himself" | "herself" | "itself" | "themselves" | "myself" | "ourselves"
    )
}
