//! Things: the words that a stance is toward, as a head and its phrase.

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::addressed::{is_addressed, is_urged};
use crate::stances::arguments::behind::behind_aside;
use crate::stances::arguments::objects::{
    behind_likeness, behind_own_preposition, done_with_subject, given_alone, got, measure,
    time_meant, wanted_done, wanted_there,
};
use crate::stances::cues::giving::bears_cost;
use crate::stances::discourse::retold::is_renamed;
use crate::stances::modality::premises::hangings;
use crate::stances::modality::wanted::is_wanted;
use crate::words::Words;

/// Where the thing stands: the head and its phrase.
pub fn target(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    for place in &frame.on {
        let found = match place {
            // "sought to mediate peace", where the tree took "mediate peace" for a thing.
            Place::Object if is_infinitive_next(scene, word) => None,
            // "It was proposed by Merin that ships pay": not "it".
            Place::Object if behind_it(words, word).is_some() => None,
            // "promised Merin to lift the levy": what is given, not to whom.
            Place::Object
                if frame.stance == Stance::Offers
                    && words.child(word, &[Rel::Obj]).is_some_and(|whom| {
                        scene.entities.actor(whom).is_some()
                            && (words.children_by(word, &[Rel::Xcomp]))
                                .any(|deed| deed > whom && has_to(scene, deed))
                    }) =>
            {
                None
            }
            Place::Object => words
                .object(word)
                .or_else(|| measure(scene, word))
                .or_else(|| time_meant(scene, word, frame))
                .or_else(|| behind_likeness(scene, word))
                .or_else(|| given_alone(scene, word))
                .or_else(|| behind_own_preposition(scene, word, frame))
                .or_else(|| got(words, word))
                .map(|object| {
                    // "wants its troops to stay": the clause.
                    let infinitive = words
                        .children_by(word, &[Rel::Xcomp])
                        .find(|&clause| clause > object && has_to(scene, clause))
                        .filter(|_| frame.stance == Stance::Demands && frame.with.is_empty());
                    let phrase = noun_phrase(scene, object);
                    let deed = infinitive.or_else(|| wanted_done(scene, word, object));
                    // "wants it deleted": not the thing, but what is to be done to it.
                    match deed {
                        Some(deed) if words.upos(object) == Upos::Pron => {
                            (deed, phrase.start..clause(scene, deed).end.max(phrase.end))
                        }
                        Some(deed) => (deed, phrase.start..clause(scene, deed).end.max(phrase.end)),
                        None => match wanted_there(scene, word, object) {
                            Some((there, end)) => (there, phrase.start..end.max(phrase.end)),
                            None => (object, phrase),
                        },
                    }
                })
                .or_else(|| done_with_subject(scene, word)),
            Place::Subject => words
                .child(word, &[Rel::Nsubj, Rel::NsubjPass])
                // "A leaked draft raised concerns" read as a participle of its noun.
                .or_else(|| words.head(word).filter(|_| words.rel(word) == Rel::Acl))
                .map(|subject| text_above(scene, subject))
                .map(|subject| {
                    let phrase = noun_phrase(scene, subject);
                    (
                        subject,
                        if phrase.contains(&word) {
                            words.trim(phrase.start..word)
                        } else {
                            phrase
                        },
                    )
                }),
            Place::That => words
                .children_by(word, &[Rel::Ccomp])
                .find(|&clause| {
                    (words.xpos(clause) != Xpos::Vbg
                        || words
                            .children_by(clause, &[Rel::Mark])
                            .any(|mark| words.lemma(mark) == "that"))
                        && !has_to(scene, clause)
                        && !is_question(scene, clause)
                        // "asked if she could turn it"
                        && !(words.lemma(word) == "ask"
                            && (words.children_by(clause, &[Rel::Mark]))
                                .any(|mark| words.lemma(mark) == "if"))
                        && (!matches!(frame.name.as_str(), "insist" | "adamant" | "line" | "advise")
                            || is_wanted(scene, clause))
                })
                // "It was proposed by Merin that ships pay": what "it" stands for.
                .or_else(|| behind_it(words, word))
                // "has demanded since the spring that they leave": hung on the phrase between.
                .or_else(|| {
                    words
                        .children_by(word, &[Rel::Obl, Rel::OblUnmarked])
                        .filter(|&between| between > word && frame.stance == Stance::Demands)
                        .flat_map(|between| words.children_by(between, &[Rel::Acl]))
                        .find(|&clause| {
                            words.child(clause, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
                                && (words.children_by(clause, &[Rel::Mark]))
                                    .any(|mark| words.lower(mark) == "that")
                                && is_wanted(scene, clause)
                        })
                })
                .map(|head| (head, clause(scene, head))),
            Place::Whether => words
                .children_by(word, &[Rel::Ccomp])
                .find(|&clause| is_question(scene, clause))
                .map(|head| (head, clause(scene, head))),
            Place::To => words
                .children_by(word, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
                // "would sign were the annex to go": a condition.
                .filter(|&clause| {
                    words
                        .children_by(clause, &[Rel::Aux])
                        .all(|aux| words.lower(aux) != "were")
                })
                .find(|&clause| has_to(scene, clause))
                // "agreed in principle to exchange": hung on the phrase between.
                .or_else(|| {
                    words
                        .children_by(word, &[Rel::Obl, Rel::OblUnmarked, Rel::Advmod])
                        .filter(|&between| between > word)
                        .flat_map(|between| {
                            words.children_by(between, &[Rel::Acl, Rel::Xcomp, Rel::Advcl])
                        })
                        .find(|&clause| has_to(scene, clause))
                })
                // "urged the parties to open the post": hung on who is urged.
                .or_else(|| {
                    let urges = frame.with.iter().any(|with| with == "object");
                    (words.children_by(word, &[Rel::Obj, Rel::Iobj, Rel::Obl]))
                        .filter(|&whom| urges && is_urged(scene, word, whom))
                        .flat_map(|whom| words.children_by(whom, &[Rel::Acl, Rel::AclRelcl]))
                        .find(|&clause| has_to(scene, clause))
                })
                .map(|head| ready(scene, head))
                .or_else(|| {
                    words
                        .with_case(word, &["to"])
                        .filter(|_| !frame.with.iter().any(|with| with == "to"))
                        .find(|&at| words.rel(at) == Rel::Obl)
                        .map(|head| (head, noun_phrase(scene, head)))
                }),
            Place::Ing => words
                .children_by(word, &[Rel::Xcomp, Rel::Ccomp, Rel::Obj, Rel::Advcl])
                .find(|&clause| {
                    // "proposed adding a line": right behind the verb, whatever the parser makes of it.
                    // "Speaking for the group, Brod proposed merging them": not what it did meanwhile.
                    is_gerund(words, clause)
                        && (words.rel(clause) != Rel::Advcl
                            || clause > word
                                && clause <= word + 3
                                && (word + 1..clause).all(|at| {
                                    words.rel(at) == Rel::CompoundPrt
                                        || matches!(words.lower(at), "ever" | "being")
                                }))
                })
                // "suggested, as a compromise, referring to …": hung on what stands between.
                .or_else(|| {
                    words
                        .children_by(word, &[Rel::Obl])
                        .flat_map(|between| words.children_by(between, &[Rel::Acl]))
                        .find(|&clause| {
                            words.xpos(clause) == Xpos::Vbg
                                && clause
                                    .checked_sub(1)
                                    .is_some_and(|comma| words.form(comma) == ",")
                        })
                })
                .map(|head| (head, before_which(scene, clause(scene, head)))),
            Place::Preposition(preposition) => words
                .with_case(word, &[preposition.as_str()])
                .filter(|&head| !belongs_to_noun(scene, word, head, preposition))
                // "could go along with it on the understanding that …": a condition.
                .filter(|&head| !opens_condition(words, head))
                // "in exchange for a later date": what is had for it.
                .filter(|&head| {
                    !(preposition == "for"
                        && words.child(head, &[Rel::Case]).is_some_and(|case| {
                            case > word + 1
                                && matches!(words.lower(case - 1), "exchange" | "return")
                        }))
                })
                // "fought the order for a decade": how long; "applied after giving up": when.
                .filter(|&head| {
                    let lasts = preposition == "for"
                        && words.child(word, &[Rel::Obj]).is_some()
                        && (scene.dates.0.iter()).any(|date| {
                            date.words.contains(&head) && date.timex.kind == "DURATION"
                        });
                    let when = preposition == "after" && words.is_verb(head);
                    !lasts && !when
                })
                .filter(|&head| {
                    words.lemma(head.saturating_sub(1)) == preposition
                        || words.described(word).is_none()
                        || words.upos(head) != Upos::Num
                })
                // "has called for it since 2029"
                .find(|&head| {
                    !scene
                        .dates
                        .0
                        .iter()
                        .any(|date| date.words.contains(&head) && date.timex.kind == "DATE")
                        || matches!(frame.stance, Stance::Open | Stance::Supports)
                        // "is worried about January"
                        || frame.stance == Stance::Concerned && preposition == "about"
                        // "could live with 2028"
                        || preposition == "with"
                        || is_date_asked_for(scene, word, head, preposition)
                })
                .map(|head| {
                    // "a fund to which it agreed": the noun.
                    let head = match words.head(word) {
                        Some(noun)
                            if words.rel(word) == Rel::AclRelcl
                                && matches!(words.lemma(head), "which" | "whom") =>
                        {
                            noun
                        }
                        _ => head,
                    };
                    if words.is_verb(head) {
                        // "an idea that it is now open to discussing"
                        let noun = words.object(head).filter(|&noun| noun < word);
                        return match noun {
                            Some(noun) => (noun, noun_phrase(scene, noun)),
                            None => (head, clause(scene, head)),
                        };
                    }
                    let phrase = noun_phrase(scene, head);
                    // "called for the forces to be pulled back": the deed.
                    let deed = words
                        .children_by(word, &[Rel::Xcomp, Rel::Advcl, Rel::Ccomp])
                        .find(|&deed| {
                            has_to(scene, deed) && words.subtree(deed).start == phrase.end
                        })
                        .filter(|_| preposition == "for");
                    match deed {
                        Some(deed) => (deed, phrase.start..clause(scene, deed).end),
                        None => (head, phrase),
                    }
                })
                // "asked both sides for written guarantees": hung on who is asked.
                .or_else(|| {
                    let asked = words
                        .child(word, &[Rel::Obj, Rel::Iobj])
                        // "appealed to both governments for a doctor"
                        .or_else(|| words.with_case(word, &["to", "with"]).find(|&at| at > word))
                        .filter(|_| frame.stance == Stance::Demands && preposition == "for")
                        .filter(|&asked| is_addressed(scene, asked))?;
                    let thing = words.with_case(asked, &[preposition.as_str()]).next()?;
                    Some((thing, noun_phrase(scene, thing)))
                })
                .or_else(|| {
                    words
                        .stranded(word, preposition)
                        .map(|noun| (noun, noun_phrase(scene, noun)))
                }),
        };
        if let Some((head, phrase)) = found.filter(|(_, phrase)| !phrase.is_empty()) {
            return Some((head, phrase));
        }
    }
    quoted_wording(scene, word)
        .filter(|_| frame.on.contains(&Place::Object))
        .or_else(|| behind_aside(scene, word, frame))
}

/// "adding a line", "being counted a donor".
fn is_gerund(words: &Words, clause: usize) -> bool {
    words.xpos(clause) == Xpos::Vbg
        || (words.children_by(clause, &[Rel::AuxPass])).any(|aux| words.lower(aux) == "being")
}

/// "insists on 1 September", "is asking for 2036": a day or a year, where no clause follows that tells what is insisted on.
fn is_date_asked_for(scene: &Scene, word: usize, head: usize, preposition: &str) -> bool {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(word)).end;
    matches!(preposition, "on" | "upon" | "for")
        && words.lower(word + 1) == preposition
        && (words.upos(head) == Upos::Num || words.child(head, &[Rel::Nummod]).is_some())
        && words.child(word, &[Rel::Ccomp, Rel::Xcomp]).is_none()
        && (matches!(
            words.lemma(word),
            "insist" | "ask" | "press" | "push" | "call"
        ))
        && !(word + 2..end).any(|at| words.lower(at) == "that")
}

/// "It was proposed by Merin | that ships pay": the clause that "it" stands for.
fn behind_it(words: &Words, verb: usize) -> Option<usize> {
    let it = (words.child(verb, &[Rel::NsubjPass, Rel::Expl]))
        .filter(|&it| words.lower(it) == "it" && words.is_passive(verb))?;
    const CLAUSES: &[Rel] = &[Rel::CsubjPass, Rel::Csubj, Rel::Ccomp, Rel::Advcl];
    words.children_by(verb, CLAUSES).find(|&clause| {
        clause > verb.max(it)
            && (words.children_by(clause, &[Rel::Mark])).any(|mark| words.lower(mark) == "that")
    })
}

/// "preferred “as appropriate”": the wording right behind the verb, whatever the tree makes of its inside.
fn quoted_wording(scene: &Scene, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(word)).end;
    let is_mark = |at: usize| matches!(words.form(at), "\"" | "“" | "”");
    let close = (word + 2..end.min(word + 24)).find(|&at| is_mark(at))?;
    let inside = words.trim(word + 2..close);
    let plain = is_mark(word + 1)
        && !inside.is_empty()
        // Words of whoever speaks are no wording.
        && inside.clone().all(|at| {
            !matches!(words.lemma(at), "i" | "we" | "you" | "it" | "they")
                && !matches!(words.form(at), "." | "!" | "?" | ";")
        });
    plain.then(|| (words.top(inside.clone()).unwrap_or(inside.start), inside))
}

/// "referring to common resources | , which Orveth opposed": what is told of it is no part of it.
fn before_which(scene: &Scene, phrase: Range<usize>) -> Range<usize> {
    let words = scene.words;
    let which = (phrase.start + 1..phrase.end)
        .find(|&at| matches!(words.form(at), "which" | "who") && words.form(at - 1) == ",");
    words.trim(phrase.start..which.map_or(phrase.end, |which| which - 1))
}

fn is_infinitive_next(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    word + 2 < words.len()
        && words.form(word + 1).eq_ignore_ascii_case("to")
        && words.upos(word + 2) == Upos::Verb
        && words.xpos(word + 2) == Xpos::Vb
}

/// The infinitive after "ready to": what is talked about where it is talking, else the deed.
fn ready(scene: &Scene, head: usize) -> (usize, Range<usize>) {
    let words = scene.words;
    let embedded = scene
        .lexicon
        .stances
        .of(StanceWord::Verb, &words.phrasal(head))
        .find(|frame| frame.with.is_empty());
    if let Some(frame) =
        embedded.filter(|frame| matches!(frame.stance, Stance::Open | Stance::Accepts))
    {
        let direct = frame.on.contains(&Place::Object) && words.lemma(head) != "settle";
        if let Some(object) = words
            .object(head)
            .filter(|_| direct && !bears_cost(scene, head))
        {
            return (object, noun_phrase(scene, object));
        }
        if let Some(about) = words.with_case(head, &["about", "on", "to", "over"]).next() {
            return (about, noun_phrase(scene, about));
        }
    }
    (head, clause(scene, head))
}

/// "is fighting calls for a levy": the preposition belongs to the wish, not to the verb that the tree hung it on.
fn belongs_to_noun(scene: &Scene, word: usize, head: usize, preposition: &str) -> bool {
    let words = scene.words;
    let Some(noun) = words.child(word, &[Rel::Obj]).filter(|&noun| noun < head) else {
        return false;
    };
    words.lower(noun + 1) == preposition
        && (scene.lexicon.stances)
            .of(StanceWord::Noun, words.lemma(noun))
            .any(|frame| {
                (frame.on.iter())
                    .any(|place| matches!(place, Place::Preposition(own) if own == preposition))
            })
}

/// Whether a noun is one of the words that open a condition.
fn opens_condition(words: &Words, noun: usize) -> bool {
    hangings(words, words.sentence_of(noun))
        .iter()
        .map(|hanging| &hanging.premise)
        .any(|premise| (premise.whole.start..premise.words.start).contains(&noun))
}

pub fn has_to(scene: &Scene, clause: usize) -> bool {
    scene.words.children(clause).any(|mark| {
        scene.words.rel(mark) == Rel::Mark && scene.words.form(mark).eq_ignore_ascii_case("to")
    }) || is_glued(scene.words, clause)
}

/// "offered instead to let them in": a "to" that the tree glued to the adverb before it.
fn is_glued(words: &Words, clause: usize) -> bool {
    clause > 1
        && words.xpos(clause) == Xpos::Vb
        && words.lower(clause - 1) == "to"
        && words.rel(clause - 1) == Rel::Fixed
        && words.upos(clause - 2) == Upos::Adv
}

fn is_question(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    words.children(clause).any(|mark| {
        mark < clause
            && matches!(
                words.rel(mark),
                Rel::Mark | Rel::Advmod | Rel::Obj | Rel::Nsubj
            )
            && matches!(
                words.lemma(mark),
                "whether" | "how" | "why" | "what" | "when" | "where" | "who" | "which"
            )
    })
}

/// Mends what the tree cuts too short or too long: a gerund before its object, "over two years" after a share, a
/// trailing "on Tuesday", a comma clause that belongs to the verb.
pub fn tidy(scene: &Scene, word: usize, head: usize, mut phrase: Range<usize>) -> Range<usize> {
    let words = scene.words;
    if phrase.start == word + 2 && words.xpos(word + 1) == Xpos::Vbg {
        phrase.start = word + 1;
    }
    let gerund = |at: usize| {
        words.xpos(at) == Xpos::Vbg && !words.form(at).eq_ignore_ascii_case("including")
    };
    if let Some(comma) = phrase
        .clone()
        .find(|&at| at > head && words.form(at) == "," && at + 1 < phrase.end && gerund(at + 1))
    {
        phrase.end = comma;
    }
    phrase = without_aside(words, phrase);
    let numeric = phrase.clone().any(|at| words.upos(at) == Upos::Num);
    for next in words.children_by(word, &[Rel::Obl, Rel::OblUnmarked]) {
        let range = words.subtree(next);
        let lead = words.lemma(range.start);
        let dated = scene.dates.begins_in(&range);
        let share = numeric && matches!(lead, "over" | "by" | "within" | "per");
        let takes_to = lead == "to" && TO_NOUNS.contains(&words.lemma(phrase.end - 1));
        let takes_on = lead == "on" && !dated && ON_NOUNS.contains(&words.lemma(phrase.end - 1));
        let along = !dated
            && matches!(
                lead,
                "along"
                    | "between"
                    | "around"
                    | "across"
                    | "inside"
                    | "beyond"
                    | "near"
                    | "outside"
                    | "off"
            );
        let belongs = takes_to
            || takes_on
            || along
            || lead == "within"
            || matches!(lead, "under" | "of" | "without" | "in" | "at" | "after") && !dated;
        let spans = !is_perfect(words, word) && is_span(words, &range);
        if range.start == phrase.end && (share || belongs || spans) {
            phrase.end = words.trim(range).end;
        }
    }
    // "freezing the line as it stands"
    let standing = phrase.end..(phrase.end + 3).min(words.len());
    if standing.len() == 3
        && words.lemma(standing.start) == "as"
        && matches!(words.lemma(standing.start + 1), "it" | "they")
        && matches!(words.lemma(standing.start + 2), "stand" | "be")
    {
        phrase.end = standing.end;
    }
    let trailing = scene
        .dates
        .0
        .iter()
        .find(|date| date.words.end == phrase.end && date.words.start > head + 1);
    if let Some(date) = trailing.filter(|date| date.timex.kind == "DATE" && !date.words.is_empty())
    {
        let lead = date.words.start - 1;
        if words.lemma(lead) == "on" && words.head(date.words.end - 1) != Some(head) {
            phrase.end = lead;
        }
    }
    words.trim(phrase)
}

/// "a review after four years", "a phase-out over nine years", "a truce for 30 days": how long and when are of the thing,
/// where a number tells it and nothing else ("after three hours of talks").
fn is_span(words: &Words, range: &Range<usize>) -> bool {
    let of_time = |lemma: &str| {
        matches!(
            lemma,
            "year" | "month" | "week" | "day" | "hour" | "decade" | "season"
        )
    };
    matches!(
        words.lemma(range.start),
        "after" | "over" | "for" | "every" | "before"
    ) && range.clone().any(|at| words.upos(at) == Upos::Num)
        && range.clone().all(|at| match words.upos(at) {
            Upos::Noun | Upos::Propn => of_time(words.lemma(at)),
            upos => !matches!(upos, Upos::Verb | Upos::Punct | Upos::Pron),
        })
        && words.lemma(range.end - 1) != "ago"
}

/// "has asked for it for three years": how long it has been so.
fn is_perfect(words: &Words, verb: usize) -> bool {
    words
        .children_by(verb, &[Rel::Aux])
        .any(|aux| words.lemma(aux) == "have")
}

/// Nouns that are "to" something.
const TO_NOUNS: &[&str] = &[
    "halt",
    "end",
    "stop",
    "return",
    "access",
    "right",
    "limit",
    "change",
    "amendment",
    "alternative",
    "solution",
    "route",
    "commitment",
    "contribution",
    "exception",
    "reference",
    "extension",
    "transfer",
    "curb",
    "restriction",
    "cut",
    "increase",
    "visit",
    "answer",
    "approach",
    "response",
    "addition",
    "annex",
    "entry",
    "entitlement",
    "claim",
    "ceiling",
    "brake",
    "pause",
    "adherence",
    "accession",
    "protection",
    "compensation",
    "aid",
    "assistance",
    "delivery",
];

/// Nouns that are "on" something.
const ON_NOUNS: &[&str] = &[
    "cap",
    "limit",
    "ban",
    "tax",
    "levy",
    "tariff",
    "ceiling",
    "freeze",
    "restriction",
    "curb",
    "moratorium",
    "embargo",
    "sanction",
    "agreement",
    "deal",
    "accord",
    "treaty",
    "convention",
    "protocol",
    "talk",
    "negotiation",
    "vote",
    "referendum",
    "duty",
    "toll",
    "fee",
    "quota",
    "reference",
    "clause",
    "article",
    "chapter",
    "guarantee",
    "text",
    "language",
    "rule",
    "law",
    "decision",
    "consultation",
    "commitment",
    "inquiry",
    "control",
    "check",
    "cooperation",
];

/// A noun phrase without its preposition, its coordinated fellows kept.
pub fn noun_phrase(scene: &Scene, head: usize) -> Range<usize> {
    let words = scene.words;
    let mut range = words.subtree(head);
    // "What it wants is a pause": the answer alone.
    if let Some(copula) = words.child(head, &[Rel::Cop])
        && copula < head
        && let Some(subject) = words.child(head, &[Rel::Nsubj])
        && (words.lemma(subject) == "what"
            || subject < copula && words.lower(subject) == "it"
            || words
                .children_by(subject, &[Rel::AclRelcl])
                .any(|clause| words.described(clause) == Some(head)))
    {
        range.start = copula + 1;
    }
    while range.start < head
        && matches!(
            words.rel(range.start),
            Rel::Case | Rel::Mark | Rel::Cc | Rel::Punct
        )
        && words.head(range.start) == Some(head)
    {
        range.start += 1;
    }
    // What stands behind a semicolon is a clause of its own.
    let stop = (head + 1..range.end)
        .find(|&at| words.form(at) == ";")
        .unwrap_or(range.end);
    let end = aside(words, head, stop);
    words.trim(range.start..end)
}

/// Where what is only said besides begins: ", which India rejected", ", opposed by Norway", ", calling it a trap",
/// "; Brod objected".
fn aside(words: &Words, head: usize, end: usize) -> usize {
    let besides = |&mark: &usize| {
        let next = mark + 1;
        words.form(mark) == ";"
            || is_renamed(words, mark)
            || words.form(mark) == ","
                && (matches!(words.xpos(next), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss)
                    || matches!(words.lemma(next), "which" | "who" | "whose" | "where")
                    || words.xpos(next) == Xpos::Vbg
                        && !words.form(next).eq_ignore_ascii_case("including")
                    || words.xpos(next) == Xpos::Vbn
                        && words.form((next + 1).min(words.len() - 1)) == "by")
    };
    (head + 1..end.saturating_sub(1))
        .find(besides)
        .unwrap_or(end)
}

/// "suspend it, however", "suspend it, she said": what is put in behind a thing is no part of it.
pub(in crate::stances) fn without_aside(words: &Words, mut phrase: Range<usize>) -> Range<usize> {
    let last = phrase.end.saturating_sub(1);
    let from = phrase.start.max(phrase.end.saturating_sub(9));
    if let Some(comma) = (from..last).rev().find(|&at| words.form(at) == ",")
        && comma > phrase.start
    {
        let adverb = comma + 1 == last
            && matches!(
                words.lower(last),
                "however" | "though" | "too" | "instead" | "nevertheless" | "nonetheless"
            );
        let told = [comma + 1, last].iter().any(|&verb| {
            matches!(
                words.lemma(verb),
                "say" | "add" | "argue" | "insist" | "stress"
            ) && matches!(words.xpos(verb), Xpos::Vbd | Xpos::Vbz)
        });
        if adverb || told {
            phrase.end = comma;
        }
    }
    phrase
}

/// A clause without "that" or "to" and without the clause's own coordinated fellows.
pub fn clause(scene: &Scene, head: usize) -> Range<usize> {
    let words = scene.words;
    let mut range = words.subtree(head);
    if let Some(next) = words
        .children_by(head, &[Rel::Conj])
        .find(|&next| next > head && words.is_verb(next))
    {
        let next_start = words.subtree(next).start;
        if next_start > head {
            range.end = next_start;
        }
    }
    // A clause may well describe its last noun; what another party says to it is not part of it.
    let speaks = |at: usize| {
        words.xpos(at) == Xpos::Vbg
            && (matches!(
                words.lemma(at),
                "say" | "add" | "argue" | "cite" | "note" | "claim" | "call" | "warn"
            ) || scene
                .lexicon
                .stances
                .of(StanceWord::Verb, words.lemma(at))
                .next()
                .is_some())
    };
    let end = (head + 1..range.end.saturating_sub(1)).find(|&mark| {
        words.form(mark) == ";"
            || is_renamed(words, mark)
            || words.form(mark) == "," && speaks(mark + 1)
            || words.form(mark) == ","
                && words.xpos(mark + 1) == Xpos::Vbn
                && words.form((mark + 2).min(words.len() - 1)) == "by"
    });
    range.end = end.unwrap_or(range.end);
    while range.start < head
        && (matches!(words.rel(range.start), Rel::Mark | Rel::Cc | Rel::Punct)
            || (words.rel(range.start) == Rel::Aux && words.lemma(range.start) == "to"))
    {
        range.start += 1;
    }
    words.trim(range)
}

/// "A draft of 28 proposals": the text, where the counted points in it were taken for the subject.
fn text_above(scene: &Scene, noun: usize) -> usize {
    let words = scene.words;
    match words.head(noun).filter(|_| words.rel(noun) == Rel::Nmod) {
        Some(text) if scene.proposals.at(noun).is_none() && scene.proposals.at(text).is_some() => {
            text
        }
        _ => noun,
    }
}
