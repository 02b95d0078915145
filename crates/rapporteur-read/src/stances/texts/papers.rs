//! Who stands behind a document that is told to hold something: "a letter from Velmar asks that …", "Velmar's submission
//! voices concern", "the note asks Orveth to leave, Velmar's ministry said", "a bill introduced by the Greens would …".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_part_of_text;
use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::is_numbered;
use crate::stances::texts::drafts::is_text;
use crate::stances::texts::texts_verbs::{Doing, doing};
use crate::stances::{Claim, Scene, Target};

/// Nouns of what somebody writes and sends: they ask and refuse in the voice of whoever wrote them.
const WRITINGS: &[&str] = &[
    "letter",
    "note",
    "submission",
    "statement",
    "memo",
    "memorandum",
    "petition",
    "appeal",
    "message",
    "filing",
    "communiqué",
    "communique",
    "démarche",
    "demarche",
    "reply",
    "response",
    "answer",
    "brief",
    "telegram",
    "cable",
    "email",
    "e-mail",
    "leaflet",
    "pamphlet",
    "circular",
    "resolution",
    "declaration",
    "motion",
    "complaint",
    "charter",
    "list",
    "manifesto",
    "position",
    "missive",
    "dispatch",
    "post",
];

/// Nouns of texts that are to become law, or what a side would do: what they would do is what their authors propose.
const MEASURES: &[&str] = &[
    "bill",
    "amendment",
    "programme",
    "program",
    "counter-project",
    "counter-draft",
    "counter-plan",
    "counter-motion",
    "counter-amendment",
    "sub-amendment",
    "counter-bill",
    "counterproject",
    "manifesto",
    "platform",
    "motion",
    "version",
    "variant",
    "rewrite",
    "redraft",
    "scheme",
    "initiative",
    "rider",
    "wording",
];

/// Texts that ask and demand in somebody's voice, and are no plan of what would be.
pub(in crate::stances) fn is_writing(lemma: &str) -> bool {
    WRITINGS.contains(&lemma)
}

/// Whether a noun names what would do something once it is passed: "the bill", "the Greens' programme".
pub(in crate::stances) fn is_measure(lemma: &str) -> bool {
    MEASURES.contains(&lemma)
}

/// How many sentences back the sender of "the letter" is looked for.
const BACK: usize = 6;

/// Those in whose voice a document speaks that is the subject of what it is told to do: "Velmar's submission voices
/// concern", "the letter, which Velmar sent on Monday, asks".
pub(in crate::stances) fn speaking(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let acts = words.rel(noun) == Rel::Nsubj
        && words
            .head(noun)
            .is_some_and(|verb| words.is_verb(verb) && !words.is_passive(verb));
    if !acts {
        return Vec::new();
    }
    match whole(scene, noun) {
        Some(paper) => behind(scene, paper),
        None if is_text_again(scene, noun) => sent_before(scene, noun),
        // "Paragraph 5 offers a lower fee", of the letter told of before.
        None if is_numbered(words, noun) && is_part_of_text(words.lemma(noun)) => {
            behind_last(scene, noun, is_writing)
        }
        None => Vec::new(),
    }
}

/// Those behind the last paper of a kind in this sentence or the two before, of which a word tells a part.
fn behind_last(scene: &Scene, part: usize, is: impl Fn(&str) -> bool) -> Vec<Holder> {
    let words = scene.words;
    let first = words
        .sentence(words.sentence_of(part).saturating_sub(2))
        .start;
    (first..part)
        .rev()
        .find(|&paper| is_paper(scene, paper) && is(words.lemma(paper)))
        .map_or_else(Vec::new, |paper| behind(scene, paper))
}

/// "adopted a resolution. The text demands …": the document told of before.
fn is_text_again(scene: &Scene, noun: usize) -> bool {
    matches!(scene.words.lemma(noun), "text" | "document")
        && is_definite(scene, noun)
        && scene.entities.at(noun).is_none()
}

/// The document that a noun names, be it by a part of it: "clause 3 in the guild's list".
fn whole(scene: &Scene, noun: usize) -> Option<usize> {
    let words = scene.words;
    if is_paper(scene, noun) {
        return Some(noun);
    }
    let number = words.child(noun, &[Rel::Flat, Rel::Nummod]);
    (std::iter::once(noun).chain(number))
        .filter(|_| is_part_of_text(words.lemma(noun)))
        .flat_map(|at| words.with_case(at, &["of", "in", "from", "on"]))
        .find(|&of| of > noun && is_paper(scene, of))
}

/// Those in whose voice a clause on a document speaks: "adopted a resolution demanding a truce".
pub(in crate::stances) fn of_clause(scene: &Scene, predicate: usize) -> Vec<Holder> {
    let words = scene.words;
    let on_it = matches!(
        words.rel(words.first_conjunct(predicate)),
        Rel::Acl | Rel::AclRelcl
    );
    let Some(noun) = words
        .subject(predicate)
        .filter(|&noun| on_it && noun < predicate && is_paper(scene, noun))
    else {
        return Vec::new();
    };
    // "proposed an amendment deleting a word": what it would do, and nothing that is refused.
    if is_measure(words.lemma(noun)) && doing(words, predicate) == Some(Doing::Strikes) {
        return Vec::new();
    }
    match authors_of(scene, noun) {
        own if own.is_empty() => sender(scene, noun),
        own => own,
    }
}

/// "adopted a resolution demanding a truce": whoever did demands, and agrees to nothing of others.
pub fn settle(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for claim in claims.iter_mut().filter(|claim| {
        claim.stance == Stance::Accepts
            && matches!(
                words.lemma(claim.trigger),
                "adopt" | "pass" | "approve" | "carry"
            )
    }) {
        let Target::Phrase(paper, _) = claim.on else {
            continue;
        };
        if let Some((stance, thing)) = is_for_or_against(scene, paper) {
            claim.stance = stance;
            claim.on = scene.toward(thing, noun_phrase(scene, thing));
        }
    }
    let told: Vec<(usize, Holder)> = (claims.iter())
        .flat_map(|claim| claim.holders.iter().map(|&holder| (claim.trigger, holder)))
        .collect();
    claims.retain(|claim| {
        let Target::Phrase(paper, _) = claim.on else {
            return true;
        };
        let adopts = matches!(
            claim.stance,
            Stance::Accepts | Stance::Supports | Stance::Proposes
        ) && is_writing(words.lemma(paper))
            && (words.head(paper) == Some(claim.trigger)
                || words.head(claim.trigger) == Some(paper));
        let inside = words.subtree(paper);
        let sentence = words.sentence_of(paper);
        let speaks = told.iter().any(|&(trigger, holder)| {
            trigger > paper
                && trigger != claim.trigger
                && claim.holders.contains(&holder)
                && (inside.contains(&trigger)
                    || words.sentence_of(trigger) <= sentence + 1
                        && words.subject(trigger).is_some_and(|by| {
                            by == paper
                                || is_text_again(scene, by)
                                || words.lemma(by) == words.lemma(paper)
                        }))
        });
        !(adopts && speaks)
    });
}

/// Whether a noun names a document or a measure, and nobody.
fn is_paper(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    words.upos(noun) == Upos::Noun
        && (is_writing(words.lemma(noun)) || is_measure(words.lemma(noun)))
        && scene.entities.at(noun).is_none()
}

/// Whose a document is: told beside it, or when it came up, or by whoever tells of it.
pub(in crate::stances) fn behind(scene: &Scene, noun: usize) -> Vec<Holder> {
    let own = authors_of(scene, noun);
    if !own.is_empty() || !is_definite(scene, noun) {
        return own;
    }
    let sent = sent_before(scene, noun);
    match sent.is_empty() {
        true => told_of_own(scene, noun),
        false => sent,
    }
}

/// "Velmar's letter", "a bill introduced by the Greens", "the programme of the Greens", "the note that Velmar sent".
pub(in crate::stances) fn authors_of(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let own = possessors(scene, noun);
    if !own.is_empty() {
        return own;
    }
    let of = (words.with_case(noun, &["of"]))
        .find(|&owner| owner > noun && scene.entities.actor(owner).is_some());
    let written = words.children_by(noun, &[Rel::Acl]).find_map(|verb| {
        let by = (words.child(verb, &[Rel::OblAgent]))
            .or_else(|| words.with_case(verb, &["by"]).next())?;
        (words.xpos(verb) == Xpos::Vbn && writes(scene, verb)).then_some(by)
    });
    let sent = words.children_by(noun, &[Rel::AclRelcl]).find_map(|verb| {
        let subject = words.child(verb, &[Rel::Nsubj])?;
        let by_it = matches!(words.lower(subject), "that" | "which" | "who");
        (!by_it && !words.is_passive(verb) && (writes(scene, verb) || goes_with(scene, verb)))
            .then_some(subject)
    });
    (of.or(written).or(sent)).map_or_else(Vec::new, |owner| holders(scene, owner))
}

/// "a resolution against the mine", "a motion in favour of a strike": how it stands, and toward what.
fn is_for_or_against(scene: &Scene, paper: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    if !matches!(words.lemma(paper), "resolution" | "motion" | "declaration") {
        return None;
    }
    let against = words.with_case(paper, &["against"]).next();
    let favour = || {
        (words.with_case(paper, &["in"]))
            .filter(|&favour| matches!(words.lemma(favour), "favour" | "favor" | "support"))
            .find_map(|favour| words.with_case(favour, &["of"]).next())
    };
    (against.map(|thing| (Stance::Opposes, thing)))
        .or_else(|| favour().map(|thing| (Stance::Supports, thing)))
}

/// Whether a verb makes or brings a text, or signs it.
fn writes(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    (scene.lexicon.texts.verb(&words.phrasal(verb))).is_some_and(|text| text.author)
        || matches!(
            words.lemma(verb),
            "address" | "back" | "adopt" | "pass" | "approve" | "endorse" | "carry" | "move"
        )
}

/// "the paper with which it went into the talks".
fn goes_with(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    (words.with_case(verb, &["with"])).any(|which| words.lower(which) == "which")
}

fn is_definite(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    words
        .children_by(noun, &[Rel::Det])
        .any(|det| matches!(words.lower(det), "the" | "this" | "that" | "both"))
}

/// "Velmar said in a statement that … The statement rejected …", "sent a letter. The letter asks": whoever sent it.
fn sent_before(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let lemma = words.lemma(noun);
    let again = is_text_again(scene, noun);
    let first = words.sentence(words.sentence_of(noun).saturating_sub(BACK));
    (first.start..noun)
        .rev()
        .filter(|&at| words.lemma(at) == lemma || again && is_writing(words.lemma(at)))
        .filter(|&at| words.upos(at) == Upos::Noun)
        .map(|at| match authors_of(scene, at) {
            own if own.is_empty() => sender(scene, at),
            own => own,
        })
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

/// "said in a statement", "wrote in a letter", "sent a letter to the chair": whoever did.
fn sender(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let Some(verb) = words.ancestors(noun).find(|&verb| words.is_verb(verb)) else {
        return Vec::new();
    };
    // "failed to adopt a resolution", "may send a letter": nothing was sent.
    let force = Force::of(words, verb);
    let done = !(force.negated || force.never || force.hypothetical || force.is_modal())
        && words.rel(verb) != Rel::Xcomp;
    if !done {
        return Vec::new();
    }
    let through = words.rel(noun) == Rel::Obl
        && (words.children_by(noun, &[Rel::Case]))
            .any(|case| matches!(words.lower(case), "in" | "with" | "by" | "through"));
    let brought = matches!(words.rel(noun), Rel::Obj | Rel::NsubjPass) && writes(scene, verb);
    // "voted for a resolution that calls on both to leave"
    let voted = words.lemma(verb) == "vote"
        && words.rel(noun) == Rel::Obl
        && (words.children_by(noun, &[Rel::Case])).any(|case| words.lower(case) == "for");
    match through || brought || voted {
        true => subject_holders(scene, verb),
        false => Vec::new(),
    }
}

/// "The note asks Orveth to leave, Velmar's ministry said": a document that nobody else is told to have sent, of which a
/// side tells behind it.
fn told_of_own(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let behind = scene.statements.around(noun).any(|index| {
        let told = &scene.statements.all[index];
        told.speaker.is_some() && told.cue_head.is_some_and(|cue| cue > noun)
    });
    let new = (0..noun).all(|at| words.lemma(at) != words.lemma(noun));
    match behind && new && is_writing(words.lemma(noun)) {
        true => Holder::speakers(scene, noun),
        false => Vec::new(),
    }
}

/// The authors of what would do something once it is passed, where it is no text on the table: "the Greens' amendment",
/// "a bill introduced by the Greens", "its counter-project", "under which" told before.
pub(in crate::stances) fn movers(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let measure = |paper: &usize| is_measure(words.lemma(*paper));
    if words.upos(noun) == Upos::Pron {
        return measure_before(scene, noun).map_or_else(Vec::new, |paper| behind(scene, paper));
    }
    match whole(scene, noun) {
        Some(paper) if measure(&paper) => behind(scene, paper),
        None if is_numbered(words, noun) && is_part_of_text(words.lemma(noun)) => {
            behind_last(scene, noun, is_measure)
        }
        _ => Vec::new(),
    }
}

/// Nouns of what answers another's text.
pub(in crate::stances) fn is_answer(lemma: &str) -> bool {
    matches!(
        lemma,
        "reply" | "response" | "answer" | "rejoinder" | "letter" | "note"
    )
}

/// "Germany's reply keeps the ceiling and deletes the fines": whose answer to another's text it is.
pub(in crate::stances) fn answering(scene: &Scene, noun: usize, verb: usize) -> Vec<Holder> {
    let words = scene.words;
    let edits = || {
        (words.conjuncts(words.first_conjunct(verb)).into_iter())
            .any(|edit| matches!(doing(words, edit), Some(Doing::Keeps | Doing::Strikes)))
    };
    match is_answer(words.lemma(noun)) && edits() {
        true => authors_of(scene, noun),
        false => Vec::new(),
    }
}

/// Verbs of a text that are as well those of whoever tabled it.
const OF_BOTH: &[&str] = &[
    "call",
    "ask",
    "demand",
    "urge",
    "insist",
    "say",
    "state",
    "propose",
    "suggest",
    "recommend",
    "plead",
    "argue",
    "expect",
    "reject",
    "refuse",
    "keep",
    "accept",
    "need",
    "support",
    "back",
    "oppose",
    "have",
    "get",
    "make",
    "do",
    "go",
];

/// Whether a verb that is told of "it" may as well be one of whoever tabled a text.
pub(in crate::stances) fn is_of_both(lemma: &str) -> bool {
    OF_BOTH.contains(&lemma)
}

/// "Merin tabled a draft on Monday. It caps the catch": what a text does now that somebody has put forward.
pub(in crate::stances) fn tabled_before(scene: &Scene, it: usize, verb: usize) -> Vec<Holder> {
    let words = scene.words;
    let sentence = words.sentence_of(it);
    let tells = words.lower(it) == "it"
        && words.sentence(sentence).start == it
        && words.xpos(verb) == Xpos::Vbz
        && words.child(verb, &[Rel::Aux]).is_none()
        && !OF_BOTH.contains(&words.lemma(verb))
        && doing(words, verb) == Some(Doing::Provides);
    let Some(before) = sentence.checked_sub(1).filter(|_| tells) else {
        return Vec::new();
    };
    let tabled = (words.sentence(before))
        .find(|&at| words.rel(at) == Rel::Root && words.is_verb(at) && words.xpos(at) == Xpos::Vbd);
    let text = tabled
        .and_then(|tabled| words.child(tabled, &[Rel::Obj]))
        .filter(|&text| is_text(scene, text) && !is_writing(words.lemma(text)));
    match (tabled, text) {
        (Some(tabled), Some(text)) if writes(scene, tabled) => match authors_of(scene, text) {
            held if held.is_empty() => subject_holders(scene, tabled),
            held => held,
        },
        _ => Vec::new(),
    }
}

/// "The Greens' bill freezes rents. It also taxes empty flats", "goes further: it bans flights": the measure that was the
/// subject of the clause before.
fn measure_before(scene: &Scene, it: usize) -> Option<usize> {
    let words = scene.words;
    if words.lower(it) != "it" || words.rel(it) != Rel::Nsubj {
        return None;
    }
    let own = words.sentence(words.sentence_of(it));
    let stop = (own.start..it)
        .rev()
        .find(|&at| matches!(words.form(at), ":" | ";"));
    let range = match stop {
        Some(stop) => own.start..stop,
        None if (own.start..it).all(|at| !words.is_verb(at)) => {
            words.sentence(words.sentence_of(it).checked_sub(1)?)
        }
        None => return None,
    };
    range
        .filter(|&at| matches!(words.rel(at), Rel::Nsubj | Rel::NsubjPass))
        .find(|&at| {
            (words.head(at))
                .is_some_and(|verb| matches!(words.rel(verb), Rel::Root | Rel::Parataxis))
        })
        .filter(|&at| is_paper(scene, at) && is_measure(words.lemma(at)))
}
