//! What becomes of a text in the sentence that speaks of it: who brings it, whether it leaks, is signed or withdrawn.

use rapporteur_lexicon::{Lexicon, TextVerb};
use rapporteur_model::ProposalStatus;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::mention::Table;
use super::nouns::is_point;
use super::seen::is_seen;
use crate::words::Words;

/// A verb that does something to a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed {
    /// The verb.
    pub verb: usize,
    /// What it does.
    pub does: TextVerb,
    /// Whether the verb stands below the noun ("a paper circulated by …"), not above it.
    pub below: bool,
}

/// Nouns of which a text is told: "a copy of the draft", "details of the plan".
const OF_TEXTS: &[&str] = &[
    "copy", "detail", "content", "summary", "outline", "wording", "part", "excerpt", "extract",
];

/// Nouns of discussing: what goes on about a text on the table.
const DISCUSSING: &[&str] = &[
    "reading",
    "consideration",
    "discussion",
    "review",
    "debate",
    "negotiation",
    "deliberation",
    "examination",
    "scrutiny",
    "talk",
    "stock",
    "study",
];

/// The verbs that do something to the text a noun names, those above it first.
pub(super) fn deeds(words: &Words, lexicon: &Lexicon, noun: usize) -> Vec<Deed> {
    let top = whole(words, noun);
    let mut found = Vec::new();
    // "presented the government and the rebels of the east with a draft": hung on what stands nearer.
    if words.rel(noun) == Rel::Nmod
        && has_case(words, noun, "with")
        && let Some(verb) = (words.ancestors(noun).take(4)).find(|&above| words.is_verb(above))
        && let Some(does) = given_with(words, lexicon, verb)
    {
        found.push(Deed {
            verb,
            does,
            below: false,
        });
    }
    if let Some(verb) = words.head(top)
        && let Some(does) = done_by(words, lexicon, verb, top)
    {
        found.push(Deed {
            verb,
            does,
            below: false,
        });
        // "circulated and then withdrew a draft": the last shares the object of the first.
        found.extend(words.children_by(verb, &[Rel::Conj]).filter_map(|verb| {
            let shares = words.is_verb(verb)
                && words.child(verb, &[Rel::Obj]).is_none()
                && words.is_passive(verb);
            let does = lexicon
                .texts
                .verb(&words.phrasal(verb))
                .filter(|_| shares)?;
            Some(Deed {
                verb,
                does,
                below: false,
            })
        }));
    }
    // "Orveth, in its first reply, tabled …" has no such child; "a draft circulated by", "which the mediator leaked".
    for verb in below(words, lexicon, noun, top) {
        if found.iter().any(|deed: &Deed| deed.verb == verb) {
            continue;
        }
        if let Some(does) = verb_of(words, lexicon, verb) {
            found.push(Deed {
                verb,
                does,
                below: true,
            });
        }
    }
    found
}

/// The verbs below a noun that it undergoes, with those beside them: "dated 2 May and sent to Belora".
pub(super) fn below(words: &Words, lexicon: &Lexicon, noun: usize, top: usize) -> Vec<usize> {
    let mut found: Vec<usize> = words
        .children_by(noun, &[Rel::Acl, Rel::AclRelcl])
        .collect();
    if top != noun {
        found.extend(words.children_by(top, &[Rel::Acl, Rel::AclRelcl]));
    }
    found.retain(|&verb| undergoes(words, lexicon, verb));
    found.extend(parted(words, noun));
    let beside: Vec<usize> = (found.iter())
        .flat_map(|&verb| words.children_by(verb, &[Rel::Conj]))
        .filter(|&verb| words.is_verb(verb) && words.is_passive(verb))
        .collect();
    found.extend(beside);
    found
}

/// "A Norlander paper, circulated a week ago, splits the difference": one comma parts no subject from its verb, so what
/// looks like its verb is a participle.
fn parted(words: &Words, noun: usize) -> Option<usize> {
    let verb = words.head(noun).filter(|&verb| {
        matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass)
            && verb > noun + 1
            && matches!(words.xpos(verb), Xpos::Vbd | Xpos::Vbn)
            && words.child(verb, &[Rel::Aux, Rel::AuxPass]).is_none()
    })?;
    let mut commas = (noun..verb).filter(|&at| words.form(at) == ",");
    (commas.next() == Some(verb - 1)).then_some(verb)
}

/// Whether a noun undergoes the verb of a clause on it: "a paper circulated in Oslo", "which the mediator had sent", "which
/// leaked"; not "a treaty which drew the border", "a proposal to move".
fn undergoes(words: &Words, lexicon: &Lexicon, verb: usize) -> bool {
    if words.rel(verb) == Rel::Acl {
        return words.is_passive(verb);
    }
    let leaks = || verb_of(words, lexicon, verb).is_some_and(|verb| verb.of_itself);
    match words.child(verb, &[Rel::NsubjPass, Rel::Nsubj]) {
        Some(subject) if words.rel(subject) == Rel::Nsubj => {
            !matches!(words.lemma(subject), "which" | "that" | "who")
                || words.child(verb, &[Rel::Obj]).is_none() && leaks()
        }
        Some(_) => true,
        None => words.is_passive(verb),
    }
}

/// "a copy of the draft" stands for the draft where something is done to it.
fn whole(words: &Words, noun: usize) -> usize {
    let of = words.rel(noun) == Rel::Nmod
        && words
            .children_by(noun, &[Rel::Case])
            .any(|case| matches!(words.lemma(case), "of" | "from"));
    match words.head(noun) {
        Some(head) if of && OF_TEXTS.contains(&words.lemma(head)) => head,
        _ => noun,
    }
}

/// What a verb above a noun does to it: as its object, passive subject, or what a preposition brings ("centred on").
fn done_by(words: &Words, lexicon: &Lexicon, verb: usize, noun: usize) -> Option<TextVerb> {
    if !words.is_verb(verb) {
        return discussed(words, lexicon, verb, noun);
    }
    match words.rel(noun) {
        Rel::Obj | Rel::NsubjPass => verb_of(words, lexicon, verb),
        Rel::Nsubj => (lexicon.texts.verb(&moving(words, verb)))
            .filter(|does| does.of_itself && words.child(verb, &[Rel::Obj]).is_none()),
        Rel::Obl if has_case(words, noun, "with") && given_with(words, lexicon, verb).is_some() => {
            given_with(words, lexicon, verb)
        }
        Rel::Obl => {
            let case = words.child(noun, &[Rel::Case])?;
            if !matches!(
                words.lemma(case),
                "on" | "to" | "with" | "over" | "at" | "through" | "into"
            ) {
                return None;
            }
            // "put to the vote", "agree on": only where the verb with its preposition is known.
            lexicon
                .texts
                .verb(&format!("{} {}", words.phrasal(verb), words.lemma(case)))
        }
        _ => None,
    }
}

/// "presented both sides with a draft"
fn given_with(words: &Words, lexicon: &Lexicon, verb: usize) -> Option<TextVerb> {
    matches!(
        words.lemma(verb),
        "present" | "provide" | "supply" | "serve" | "issue"
    )
    .then(|| lexicon.texts.verb("present"))
    .flatten()
}

/// "resumed its reading of the draft", "a review of the plan": what a noun of discussing tells.
fn discussed(words: &Words, lexicon: &Lexicon, above: usize, noun: usize) -> Option<TextVerb> {
    let of = words.rel(noun) == Rel::Nmod
        && (words.child(noun, &[Rel::Case]))
            .is_some_and(|case| matches!(words.lemma(case), "of" | "on" | "over"));
    (of && DISCUSSING.contains(&words.lemma(above)) && words.negation(above).is_none())
        .then(|| lexicon.texts.verb("discuss"))
        .flatten()
}

/// A verb with the adverb that moves what it is said of: "went over on Monday", "came back".
fn moving(words: &Words, verb: usize) -> String {
    let after = verb + 1;
    let adverb = after < words.len()
        && matches!(
            words.lower(after),
            "over" | "back" | "across" | "out" | "in"
        )
        && matches!(words.upos(after), Upos::Adv | Upos::Adp | Upos::Part);
    match adverb {
        true => format!("{} {}", words.lemma(verb), words.lower(after)),
        false => words.phrasal(verb).into_owned(),
    }
}

/// What a verb does to texts, with its particle or predicate ("made public") where it has one.
pub(super) fn verb_of(words: &Words, lexicon: &Lexicon, verb: usize) -> Option<TextVerb> {
    let public = words
        .children_by(verb, &[Rel::Xcomp, Rel::Advmod, Rel::Obj])
        .any(|child| words.lemma(child) == "public");
    if public && words.lemma(verb) == "make" {
        return lexicon.texts.verb("make public");
    }
    lexicon
        .texts
        .verb(&words.phrasal(verb))
        .or_else(|| lexicon.texts.verb(words.lemma(verb)))
}

/// What became of the text, as the words around a noun tell.
pub(super) fn status_at(table: &Table, noun: usize) -> Option<ProposalStatus> {
    status(table, noun, &deeds(table.words, table.lexicon, noun))
}

/// What became of the text: what only an outlet has seen is not published; else by the verb above it, else by what stands at
/// the noun.
pub(super) fn status(table: &Table, noun: usize, deeds: &[Deed]) -> Option<ProposalStatus> {
    let (words, lexicon) = (table.words, table.lexicon);
    if is_seen(table, noun) {
        return Some(ProposalStatus::Unpublished);
    }
    if settled(words, noun).is_some() {
        return Some(ProposalStatus::UnderDiscussion);
    }
    let mut told: Vec<(usize, ProposalStatus)> = deeds
        .iter()
        .filter_map(|deed| Some((deed.verb, deed.does.status?)))
        .collect();
    told.extend(words.children_by(noun, &[Rel::Amod]).filter_map(|word| {
        Some((
            word,
            described(lexicon, words.lemma(word), words.form(word))?,
        ))
    }));
    told.into_iter()
        .find_map(|(verb, status)| happened(words, verb, status))
        .or_else(|| predicate(words, noun))
}

/// A status that has come about: not what may be, will be or is not; what is not published is unpublished.
fn happened(words: &Words, verb: usize, status: ProposalStatus) -> Option<ProposalStatus> {
    let open = words.children_by(verb, &[Rel::Aux]).any(|aux| {
        matches!(
            words.lemma(aux),
            "will"
                | "would"
                | "could"
                | "can"
                | "may"
                | "might"
                | "should"
                | "must"
                | "shall"
                | "to"
        )
    }) || matches!(words.rel(verb), Rel::Xcomp)
        && words
            .child(verb, &[Rel::Mark])
            .is_some_and(|mark| words.lemma(mark) == "to");
    // "refused to sign up to a draft chapter"
    let refused = words.head(verb).is_some_and(|above| {
        words.rel(verb) == Rel::Xcomp
            && matches!(words.lemma(above), "refuse" | "decline")
            && words.negation(above).is_none()
    });
    if refused && matches!(status, ProposalStatus::Accepted | ProposalStatus::Signed) {
        return Some(ProposalStatus::Rejected);
    }
    let nobody = (words.child(verb, &[Rel::Nsubj]))
        .is_some_and(|subject| matches!(words.lower(subject), "nobody" | "none" | "neither"));
    match (words.negation(verb).is_some() || nobody, status) {
        (true, ProposalStatus::Published) => Some(ProposalStatus::Unpublished),
        (true, _) => None,
        _ if open => None,
        _ => Some(status),
    }
}

/// "leaked", "unpublished", "proposed" before the noun.
fn described(lexicon: &Lexicon, lemma: &str, form: &str) -> Option<ProposalStatus> {
    match form.to_lowercase().as_str() {
        "unpublished" | "undisclosed" | "unreleased" => return Some(ProposalStatus::Unpublished),
        // What is called so is the text that came of it.
        "revised" | "amended" | "agreed" | "negotiated" | "rewritten" | "modified" | "updated"
        | "redrafted" => return None,
        _ => {}
    }
    lexicon
        .texts
        .verb(lemma)
        .or_else(|| lexicon.texts.verb(form.strip_suffix('d').unwrap_or(form)))
        .or_else(|| lexicon.texts.verb(form.strip_suffix("ed").unwrap_or(form)))
        .and_then(|verb| verb.status)
}

/// "The plan is on the table", "remains secret", "is under review".
fn predicate(words: &Words, noun: usize) -> Option<ProposalStatus> {
    let head = words
        .head(whole(words, noun))
        .filter(|_| matches!(words.rel(whole(words, noun)), Rel::Nsubj | Rel::NsubjPass))?;
    let state = if words.is_verb(head) {
        words
            .children_by(head, &[Rel::Xcomp, Rel::Obl])
            .find(|_| matches!(words.lemma(head), "remain" | "stay" | "be" | "lie" | "come"))?
    } else {
        head
    };
    let negated = words.negation(state).is_some() || words.negation(head).is_some();
    let case = words
        .child(state, &[Rel::Case])
        .map(|case| words.lemma(case));
    match (words.lemma(state), case) {
        ("table", Some("on"))
        | ("discussion" | "consideration" | "review" | "negotiation" | "study", Some("under"))
            if !negated =>
        {
            Some(ProposalStatus::UnderDiscussion)
        }
        ("secret" | "confidential" | "unpublished" | "undisclosed", _) if !negated => {
            Some(ProposalStatus::Unpublished)
        }
        ("wrap", Some("under")) if !negated => Some(ProposalStatus::Unpublished),
        ("public", None) if words.upos(state) == Upos::Adj => Some(if negated {
            ProposalStatus::Unpublished
        } else {
            ProposalStatus::Published
        }),
        _ => None,
    }
}

/// "a vote on a resolution": what is voted on lies on the table.
pub(super) fn is_voted_on(words: &Words, noun: usize) -> bool {
    words.rel(noun) == Rel::Nmod
        && words.head(noun).is_some_and(|head| {
            matches!(
                words.lemma(head),
                "vote" | "ballot" | "voting" | "referendum"
            )
        })
        && words
            .child(noun, &[Rel::Case])
            .is_some_and(|case| matches!(words.lemma(case), "on" | "over"))
}

/// "would sign the fisheries pact", "made it a condition of its signature of the protocol": what is to be signed lies on the
/// table; what is signed already is told by its verb.
pub(super) fn is_to_be_signed(words: &Words, noun: usize) -> bool {
    let definite = (words.children_by(noun, &[Rel::Det, Rel::NmodPoss]))
        .any(|det| !matches!(words.lemma(det), "a" | "an" | "any" | "no"));
    let Some(above) = words.head(noun).filter(|_| definite) else {
        return false;
    };
    match words.rel(noun) {
        Rel::Obj | Rel::NsubjPass => {
            matches!(words.lemma(above), "sign" | "initial" | "ink")
                && words.xpos(above) != Xpos::Vbd
                && (words.children_by(above, &[Rel::Aux, Rel::Mark]))
                    .any(|aux| words.xpos(aux) == Xpos::Md || words.lemma(aux) == "to")
        }
        Rel::Nmod => {
            matches!(
                words.lemma(above),
                "signature" | "signing" | "initialling" | "initialing"
            ) && has_case(words, noun, "of")
        }
        _ => false,
    }
}

/// "have settled most of a treaty", "fifteen articles of their pact are finished": the verb by which an agreement is made part
/// by part.
pub(super) fn settled(words: &Words, noun: usize) -> Option<usize> {
    let part = (words.head(noun))
        .filter(|_| words.rel(noun) == Rel::Nmod && has_case(words, noun, "of"))
        .filter(|&part| {
            is_point(words.lemma(part))
                || matches!(
                    words.lemma(part),
                    "most"
                        | "part"
                        | "much"
                        | "bulk"
                        | "half"
                        | "rest"
                        | "text"
                        | "wording"
                        | "page"
                )
        })?;
    (words.ancestors(part).take(2)).find(|&verb| {
        matches!(
            words.lemma(verb),
            "settle"
                | "finish"
                | "finalise"
                | "finalize"
                | "close"
                | "complete"
                | "agree"
                | "conclude"
        ) && words.negation(verb).is_none()
    })
}

fn has_case(words: &Words, noun: usize, form: &str) -> bool {
    (words.child(noun, &[Rel::Case])).is_some_and(|case| words.lemma(case) == form)
}
