//! Inserted tellers by their place alone: "If the lorries come, says Marn, Tolsk will …", "Not a day more, she says".
//! The tree often takes such a verb for a noun, or what it brings for its object; the pauses around it do not lie.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Upos, Xpos};

use super::classes::{Class, Kind};
use super::content::{GOES_ON, is_terminal};
use super::cues::{Cue, class_of, reporting};
use super::source::Source;
use super::{Context, Draft};
use crate::entities::EntityKind;

/// A teller between pauses: its words with the verb, and who it is.
struct Group {
    words: Range<usize>,
    cue: Cue,
    source: Source,
    /// Whether the verb stands first: "says Marn".
    inverted: bool,
}

/// What opens a clause that waits for its main clause.
const FRONTED: &[&str] = &[
    "if", "unless", "should", "were", "had", "once", "when", "whenever", "until", "till", "while",
    "as", "after", "before", "because", "although", "though", "since", "provided", "without",
    "given", "even", "only", "whatever", "whoever",
];

/// What goes on with what was said behind an inserted teller, though a whole clause stands before it.
const TERMS: &[&[&str]] = &[
    &["as", "long", "as"],
    &["so", "long", "as"],
    &["as", "soon", "as"],
    &["the", "moment"],
    &["in", "return", "for"],
    &["in", "exchange", "for"],
    &["on", "condition", "that"],
    &["on", "the", "understanding"],
    &["only", "if"],
    &["even", "if"],
    &["but", "only"],
    &["but", "not"],
    &["and", "only"],
    &["or", "else"],
];

impl Context<'_, '_> {
    /// Attributions by an inserted teller, in place of those that the tree made of the same verb.
    pub(super) fn inserted(&self, drafts: &mut Vec<Draft>) {
        for word in 0..self.words.len() {
            if self.quote_of[word].is_some() {
                continue;
            }
            let Some(group) = self.group_of(word) else {
                continue;
            };
            let Some(draft) = self.told_around(&group) else {
                continue;
            };
            let known = |other: &Draft| {
                other.cue_head == Some(word)
                    && (other.quoted
                        || other.rule == "statement/woven"
                        || other.rule == "statement/group"
                            && other.source.is_some()
                            && !self.adds(&draft, other))
            };
            if !drafts.iter().any(known) {
                drafts.retain(|other| other.cue_head != Some(word));
                for other in drafts.iter_mut() {
                    end_before_teller(other, &draft);
                }
                drafts.push(draft);
            }
        }
    }

    /// Whether a draft holds all that another one does, and something behind it.
    fn adds(&self, draft: &Draft, other: &Draft) -> bool {
        let end = |draft: &Draft| draft.content.last().map_or(0, |range| range.end);
        draft.content.len() > other.content.len() && end(draft) > end(other)
    }

    /// The teller that a verb between pauses heads.
    fn group_of(&self, verb: usize) -> Option<Group> {
        let words = self.words;
        let finite = matches!(words.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || words.xpos(verb) == Xpos::Vbn
            // "people close to the channel say", which is taken for a cry
            || words.xpos(verb) == Xpos::Uh && words.upos(verb) == Upos::Verb
            || words.xpos(verb) == Xpos::Nns && words.form(verb).ends_with('s')
            // "say two people", "Marn let slip": the form tells no more.
            || words.xpos(verb) == Xpos::Vb;
        if !finite {
            return None;
        }
        let cue = reporting(words, self.classes, verb)?;
        class_of(self.classes, &cue, tells)?;
        self.behind_its_subject(verb, &cue)
            .or_else(|| self.before_its_subject(verb, &cue))
    }

    /// "…, Marn has warned,": the subject first.
    fn behind_its_subject(&self, verb: usize, cue: &Cue) -> Option<Group> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let pause = (sentence.start..verb)
            .rev()
            .take(14)
            .find(|&word| words.upos(word) == Upos::Punct && words.form(word) != "-")
            .filter(|&pause| self.is_pause(pause) && self.quote_of[pause].is_none())?;
        let mut end = verb;
        while end > pause + 1
            && (words.upos(end - 1) == Upos::Adv
                || matches!(words.lower(end - 1), "has" | "have" | "had"))
        {
            end -= 1;
        }
        let aux = (end..verb).any(|word| matches!(words.lower(word), "has" | "have" | "had"));
        if words.xpos(verb) == Xpos::Vbn && !aux && !words.form(verb).ends_with("ed")
            || words.xpos(verb) == Xpos::Vb && words.lemma(verb) != "let"
        {
            return None;
        }
        let mut start = pause + 1;
        while start < end
            && matches!(
                words.lower(start),
                "and" | "but" | "or" | "so" | "at" | "least"
            )
        {
            start += 1;
        }
        if start == verb {
            return self.behind_its_name(verb, cue);
        }
        if words.lower(start) == "as" {
            return None;
        }
        let source = self.plain_subject(start..end)?;
        let last = self.end_of_group(cue.end, sentence.end)?;
        Some(Group {
            words: pause + 1..last,
            cue: cue.clone(),
            source,
            inverted: false,
        })
    }

    /// "…, its secretary, Ada Brun, stated,": an office and a name between commas, which are the same person.
    fn behind_its_name(&self, verb: usize, cue: &Cue) -> Option<Group> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let comma = |from: usize| {
            (sentence.start..from)
                .rev()
                .take(10)
                .find(|&word| words.upos(word) == Upos::Punct && words.form(word) != "-")
                .filter(|&word| words.form(word) == "," && self.quote_of[word].is_none())
        };
        let inner = comma(verb - 1)?;
        let outer = comma(inner)?;
        let office = self.plain_subject(outer + 1..inner)?;
        let name = self.plain_subject(inner + 1..verb - 1)?;
        let person = self.actor(name.head)?;
        if self.actor(office.head) != Some(person) {
            return None;
        }
        let last = self.end_of_group(cue.end, sentence.end)?;
        Some(Group {
            words: outer + 1..last,
            cue: cue.clone(),
            source: Source {
                words: office.words.start..name.words.end,
                ..office
            },
            inverted: false,
        })
    }

    /// "…, says Marn,": the verb first.
    fn before_its_subject(&self, verb: usize, cue: &Cue) -> Option<Group> {
        let words = self.words;
        let pause = verb.checked_sub(1).filter(|&pause| self.is_pause(pause))?;
        let sentence = words.sentence(words.sentence_of(verb));
        if !sentence.contains(&pause)
            || self.quote_of[pause].is_some()
            || matches!(words.lemma(verb), "tell" | "ask" | "urge" | "promise")
            || !matches!(
                words.xpos(verb),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb
            )
        {
            return None;
        }
        let stops = |word: &usize| self.is_pause(*word) || is_terminal(words.form(*word));
        let end = (cue.end..sentence.end).find(stops).unwrap_or(sentence.end);
        let who = (cue.end..end)
            .find(|&word| words.lower(word) == "who")
            .unwrap_or(end);
        let source = self.plain_subject(cue.end..who)?;
        let pronoun = words.upos(source.head) == Upos::Pron;
        if pronoun || self.actor(source.head).is_none() && !self.is_person(source.head) {
            return None;
        }
        Some(Group {
            words: verb..end,
            cue: cue.clone(),
            source: Source {
                words: source.words.start..end,
                ..source
            },
            inverted: true,
        })
    }

    /// A stretch that is a subject and nothing else.
    fn plain_subject(&self, range: Range<usize>) -> Option<Source> {
        let words = self.words;
        if range.is_empty() || range.len() > 10 {
            return None;
        }
        let first = range.start;
        let nominal = range
            .clone()
            .any(|word| matches!(words.upos(word), Upos::Noun | Upos::Propn | Upos::Pron));
        // "two people who attended the meeting", "people close to the bank": what tells who they are may have a verb.
        let people = |word: usize| {
            self.entities.actor(word).is_some_and(|id| {
                self.entities.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
            })
        };
        let core = (first + 1..range.end)
            .find(|&word| {
                people(word - 1)
                    && matches!(
                        words.lower(word),
                        "who" | "close" | "familiar" | "briefed" | "privy" | "involved" | "present"
                    )
            })
            .unwrap_or(range.end);
        let whole = (first..core).all(|word| {
            !matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj)
                && (words.upos(word) != Upos::Punct || words.form(word) == "-")
                && self.quote_of[word].is_none()
                && (!self.is_quote_mark(word) || words.xpos(word) == Xpos::Pos)
                && !matches!(
                    words.lower(word),
                    "that" | "which" | "who" | "whom" | "what" | "whether" | "not" | "there" | "to"
                )
        });
        let opens = !matches!(
            words.upos(first),
            Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Part
        ) && self.dates.at(first).is_none();
        let pronoun = words.upos(first) == Upos::Pron;
        let subject = !pronoun
            || range.len() == 1
                && matches!(
                    words.lower(first),
                    "he" | "she" | "they" | "it" | "one" | "others" | "some"
                )
            || range.len() > 1 && matches!(words.xpos(first), Xpos::PrpPoss);
        if !nominal || !whole || !opens || !subject {
            return None;
        }
        let top = words.top(first..core).unwrap_or(first);
        let named = |word: usize| self.entities.actor(word).is_some();
        let preposition = (first..core)
            .find(|&word| words.upos(word) == Upos::Adp)
            .unwrap_or(core);
        let head = if named(top) {
            top
        } else {
            (first..preposition)
                .rev()
                .find(|&word| {
                    named(word) && words.xpos((word + 1).min(words.len() - 1)) != Xpos::Pos
                })
                .unwrap_or(top)
        };
        Some(Source {
            words: range,
            head,
            own: true,
        })
    }

    /// One past the last word of a teller whose verb ends at `from`: whom it told, where and when.
    fn end_of_group(&self, from: usize, sentence_end: usize) -> Option<usize> {
        let words = self.words;
        for word in from..sentence_end.min(from + 10) {
            if self.is_pause(word) || is_terminal(words.form(word)) {
                return Some(word);
            }
            let plain = !matches!(
                words.upos(word),
                Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Punct | Upos::Cconj
            ) && !matches!(words.lower(word), "that" | "which" | "who" | "what");
            let next = word == from
                && !matches!(words.upos(word), Upos::Adp | Upos::Adv)
                && self.dates.at(word).is_none()
                && !super::content::tells_somebody(words.lemma(from.saturating_sub(1)));
            if !plain || next {
                return None;
            }
        }
        (from >= sentence_end).then_some(sentence_end)
    }

    /// What was said around a teller.
    fn told_around(&self, group: &Group) -> Option<Draft> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(group.cue.head));
        let body = self.body_start(&sentence);
        let mut start = body;
        for word in body..group.words.start {
            if matches!(words.form(word), ";" | ":") && self.quote_of[word].is_none() {
                start = word + 1;
            }
        }
        // "As for the levy, she can bear it, …": what it is about stands outside.
        if words.lower(start) == "as" && matches!(words.lower(start + 1), "for" | "to") {
            let comma = (start..group.words.start - 1).find(|&word| words.form(word) == ",");
            start = comma.map_or(start, |comma| comma + 1);
        }
        let left = self.trim_range(start..(group.words.start - 1).max(start));
        if left.is_empty() || !self.is_pause(group.words.start - 1) {
            return None;
        }
        // "…, which, Marn said, is full": part of a clause that has begun.
        let last = left.end - 1;
        if matches!(words.xpos(last), Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
            || matches!(words.lower(last), "and" | "but" | "that" | "or")
        {
            return None;
        }
        let rest = self.rest(group, sentence.end);
        let right = match rest {
            Some(rest) if self.waits(&left, group) => {
                if !self.is_finite(rest.clone()) {
                    return None;
                }
                Some(rest)
            }
            Some(rest) if self.goes_on_with(rest.start) => Some(rest),
            // "Orveth is prepared, she said, to foot half the bill", "An applicant that had waited, she said, could not be told"
            Some(rest) if self.needs_what_stood_before(rest.start) => Some(rest),
            Some(rest)
                if group.inverted
                    && self.is_finite(rest.clone())
                    && !matches!(words.lower(rest.start), "who" | "which" | "whose") =>
            {
                return None;
            }
            Some(rest) if !self.is_finite(left.clone()) && self.is_finite(rest.clone()) => {
                return None;
            }
            _ => None,
        };
        if right.is_none() && !self.is_finite(left.clone()) && !self.is_retort(&left, group) {
            return None;
        }
        // A teller of its own before this one: "Marn said the road was shut, Haber added".
        let told = left.clone().any(|word| {
            self.quote_of[word].is_none()
                && reporting(words, self.classes, word)
                    .is_some_and(|cue| class_of(self.classes, &cue, tells).is_some())
                && matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz)
        });
        if told {
            return None;
        }
        let class = class_of(self.classes, &group.cue, tells)?;
        let mut content = vec![left.clone()];
        content.extend(right);
        let mut draft = self.draft(&group.cue, class, content, words.top(left), "group");
        draft.source = Some(group.source.clone());
        draft.rule = "statement/inserted";
        Some(draft)
    }

    /// The words behind a teller, up to a semicolon.
    fn rest(&self, group: &Group, sentence_end: usize) -> Option<Range<usize>> {
        let words = self.words;
        let pause = group.words.end;
        if pause >= sentence_end || !self.is_pause(pause) || words.form(pause) == ";" {
            return None;
        }
        let end = (pause + 1..sentence_end)
            .find(|&word| words.form(word) == ";" && self.quote_of[word].is_none())
            .unwrap_or(sentence_end);
        let range = self.trim_range(pause + 1..end);
        (!range.is_empty()).then_some(range)
    }

    /// Whether what stands before a teller waits for what stands behind: a clause with a conjunction, or no clause.
    fn waits(&self, left: &Range<usize>, group: &Group) -> bool {
        let words = self.words;
        let first = words.lower(left.start);
        let comma = left
            .clone()
            .any(|word| words.form(word) == "," && self.quote_of[word].is_none());
        let inverts = matches!(first, "should" | "were" | "had");
        if inverts
            && !matches!(
                words.upos(left.start + 1),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num
            )
        {
            return false;
        }
        FRONTED.contains(&first) && !comma && (left.len() > 2 || group.inverted)
    }

    /// Whether a term begins at a word: "as long as", "in return for", "unless".
    fn goes_on_with(&self, at: usize) -> bool {
        let words = self.words;
        let form = words.lower(at);
        GOES_ON.contains(&form)
            || TERMS.iter().any(|phrase| {
                at + phrase.len() <= words.len()
                    && phrase
                        .iter()
                        .enumerate()
                        .all(|(offset, part)| words.lower(at + offset) == *part)
            })
    }

    /// Whether an infinitive or a verb without a subject begins at a word.
    fn needs_what_stood_before(&self, at: usize) -> bool {
        let words = self.words;
        let next = at + 1;
        let infinitive =
            words.form(at) == "to" && next < words.len() && words.upos(next) == Upos::Verb;
        let verb = matches!(words.xpos(at), Xpos::Md | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            && matches!(words.upos(at), Upos::Verb | Upos::Aux);
        infinitive || verb
    }

    fn is_finite(&self, range: Range<usize>) -> bool {
        let words = self.words;
        range.clone().any(|word| {
            matches!(
                words.xpos(word),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
            ) || words.upos(word) == Upos::Aux
        })
    }

    /// "Not a day more, says Marn.": an answer without a verb that is all of its sentence.
    fn is_retort(&self, left: &Range<usize>, group: &Group) -> bool {
        let words = self.words;
        let negative = matches!(
            words.lower(left.start),
            "not"
                | "no"
                | "never"
                | "nothing"
                | "none"
                | "nobody"
                | "nowhere"
                | "too"
                | "hardly"
                | "yes"
        );
        negative && left.len() >= 2
            || group.inverted
                && left.len() >= 3
                && !matches!(
                    words.upos(left.start),
                    Upos::Adp | Upos::Sconj | Upos::Cconj
                )
                && self.dates.at(left.start).is_none()
                && left
                    .clone()
                    .any(|word| !matches!(words.upos(word), Upos::Propn | Upos::Punct | Upos::Det))
    }
}

/// "He has argued against a toll, two people at the meeting said": what is brought inside what a teller tells ends with it.
fn end_before_teller(inner: &mut Draft, teller: &Draft) {
    let Some(told) =
        (teller.content.iter()).find(|told| inner.cue_head.is_some_and(|cue| told.contains(&cue)))
    else {
        return;
    };
    for content in &mut inner.content {
        if told.contains(&content.start) {
            content.end = content.end.min(told.end);
        }
    }
}

fn tells(class: &Class) -> bool {
    class.kind == Kind::Saying && class.takes_clause() && !class.only_quotation
}
