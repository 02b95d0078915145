//! What kind of condition: a warning, an offer, a promise, or something that must come first.

use rapporteur_model::{Act, ConditionType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Scene;
use crate::entities::{EntityId, EntityKind};
use crate::stances::{Hanging, Premise, PremiseKind, is_dare, is_failure, is_harmful};
use crate::words::Words;

/// Who is to do what, who is to give what for it, and whether it is good news.
pub fn kind(scene: &Scene, word: usize, speaker: EntityId, hanging: &Hanging) -> ConditionType {
    let words = scene.words;
    let premise = &hanging.premise;
    if is_warned(scene, word) || words.lemma(word) == "threaten" {
        return ConditionType::Warning;
    }
    if hanging.is_imperative(words) && is_dare(words, premise.head) {
        return ConditionType::Warning;
    }
    if premise.kind == PremiseKind::Exchange {
        return ConditionType::Offer;
    }
    let claim = scene.stances.0.iter().find(|claim| {
        let known = claim
            .premise
            .as_ref()
            .is_some_and(|known| known.words.start == premise.words.start);
        (claim.trigger == word && claim.premise.is_some() || known)
            && matches!(
                claim.stance,
                Stance::AcceptsIf | Stance::Accepts | Stance::Offers
            )
    });
    let accepting = claim.is_some();
    let modal = modal(words, word);
    let firm = matches!(modal, Some("will" | "would"));
    let plain_if = premise.kind == PremiseKind::If && !is_boon(words, premise);
    let bad = is_harmful(words, word) && words.negation(word).is_none()
        || is_failure(words, &premise.words)
        || fails_to_come(words, premise);
    if plain_if && to_come(words, word) && !accepting && bad {
        return ConditionType::Warning;
    }
    // "will close the border unless": harm, where "will not sign unless" asks for something first.
    if premise.kind == PremiseKind::Unless {
        let unless = (premise.whole.clone()).any(|at| words.lemma(at) == "unless");
        let deed = modal == Some("will") || modal == Some("would") && is_own(scene, word, speaker);
        return match unless && deed && words.negation(word).is_none() {
            true => ConditionType::Warning,
            false => ConditionType::Precondition,
        };
    }
    // "should the raids go on, they would": what nobody bargains for is put so.
    let inverted = words.lower(premise.whole.start) == "should";
    if inverted && firm && (!accepting || fails_to_come(words, premise)) {
        return ConditionType::Warning;
    }
    if is_only_after(words, premise) {
        return ConditionType::Precondition;
    }
    // "could live with it if", "will agree as long as": what is held out asks for something, whoever is to give it.
    let held_out = matches!(modal, Some("could" | "can" | "might" | "may"));
    let asks = is_asking(words, premise)
        && (accepting || modal != Some("will") || subject_actor(scene, premise.head).is_some());
    // "the swap could begin as long as the guns stay silent": nobody holds it out.
    let somebody = accepting
        || (words.subject(word)).is_none_or(|subject| words.upos(subject) == Upos::Pron)
        || subject_actor(scene, word).is_some();
    if premise.kind == PremiseKind::If
        && somebody
        && (held_out || asks)
        && !is_shared_end(words, premise)
    {
        return ConditionType::Offer;
    }
    let mine = is_own(scene, word, speaker);
    let it_is = words
        .child(premise.head, &[Rel::Cop])
        .and_then(|_| words.subject(premise.head))
        .is_some_and(|subject| words.lemma(subject) == "it");
    let theirs = (it_is || !is_premise_own(scene, premise, speaker))
        && !by_us(scene, premise, speaker)
        && !is_shared_end(words, premise);
    // "once a ceasefire holds": a time.
    let timed = matches!(words.lower(premise.whole.start), "once" | "when" | "after")
        || premise
            .whole
            .clone()
            .take(3)
            .any(|at| matches!(words.lemma(at), "once" | "after" | "when"));
    let named = subject_actor(scene, premise.head)
        .or_else(|| {
            let verb = premise.words.clone().find(|&at| words.is_verb(at))?;
            (premise.words.start..verb).find_map(|at| scene.entities.actor(at))
        })
        .is_some_and(|actor| {
            actor != speaker && scene.entities.party(actor) != scene.entities.party(speaker)
        });
    // "would accept it if votes were weighted": agreement asks a price, whoever is to pay it.
    let priced = premise.kind == PremiseKind::If
        && theirs
        && !timed
        && (claim.is_some_and(|claim| claim.rule != "would-if")
            || mine && modal.is_some_and(|modal| modal != "will")
            || hanging.main.is_none());
    let asked = priced || named && theirs;
    let harm = plain_if && firm;
    match (mine || accepting || hanging.main.is_none(), asked) {
        (true, true) => ConditionType::Offer,
        (true, false) if matches!(premise.kind, PremiseKind::Subject) => {
            ConditionType::Precondition
        }
        (true, false) if hanging.main.is_none() => ConditionType::Precondition,
        (true, false) => ConditionType::Promise,
        (false, _) if harm => ConditionType::Warning,
        (false, _) => ConditionType::Precondition,
    }
}

fn is_warned(scene: &Scene, word: usize) -> bool {
    scene
        .statements
        .around(word)
        .any(|index| scene.statements.all[index].act == Act::Warned)
}

/// "will", "would", "could" and the like, by lemma; `'d` and `'ll` too.
fn modal<'a>(words: &'a Words, word: usize) -> Option<&'a str> {
    words
        .children_by(word, &[Rel::Aux])
        .filter(|&aux| words.xpos(aux) == Xpos::Md)
        .map(|aux| match words.lower(aux) {
            "'ll" | "’ll" | "wo" => "will",
            "'d" | "’d" => "would",
            _ => words.lemma(aux),
        })
        .next()
}

fn subject_actor(scene: &Scene, word: usize) -> Option<EntityId> {
    scene
        .words
        .subject(word)
        .and_then(|subject| scene.entities.actor(subject))
        .filter(|&actor| matches!(scene.entities.all[actor].kind, EntityKind::Actor(_)))
}

/// Whether a predicate is said of the speaker's own side; "it", where no other is meant, is.
fn is_own(scene: &Scene, word: usize, speaker: EntityId) -> bool {
    let words = scene.words;
    let Some(subject) = words.subject(word) else {
        return false;
    };
    if words.upos(subject) == Upos::Pron && matches!(words.lemma(subject), "we" | "i") {
        return true;
    }
    match subject_actor(scene, word) {
        Some(actor) => {
            actor == speaker || scene.entities.party(actor) == scene.entities.party(speaker)
        }
        None if scene
            .entities
            .at(subject)
            .is_some_and(|id| scene.entities.each(id).contains(&speaker)) =>
        {
            true
        }
        None => {
            matches!(words.lemma(subject), "it" | "they" | "he" | "she")
                && scene.entities.at(subject).is_none()
                && modal(words, word).is_some()
        }
    }
}

/// Whether a condition is for the speaker's own side to fulfil.
fn is_premise_own(scene: &Scene, premise: &Premise, speaker: EntityId) -> bool {
    let words = scene.words;
    let subject = words
        .child(premise.head, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|subject| premise.words.contains(subject))
        .unwrap_or(premise.words.start);
    matches!(words.lemma(subject), "we" | "i")
        || scene.entities.actor(subject).is_some_and(|actor| {
            actor == speaker || scene.entities.party(actor) == scene.entities.party(speaker)
        })
}

/// "if they are licensed by us": the speaker's own side does it.
fn by_us(scene: &Scene, premise: &Premise, speaker: EntityId) -> bool {
    let words = scene.words;
    words
        .child(premise.head, &[Rel::OblAgent])
        .is_some_and(|agent| {
            words.lemma(agent) == "us"
                || words.lemma(agent) == "we"
                || scene.entities.actor(agent).is_some_and(|actor| {
                    scene.entities.party(actor) == scene.entities.party(speaker)
                })
        })
}

/// "once a settlement is reached", "if the truce holds": what both sides work for, nobody's price.
fn is_shared_end(words: &Words, premise: &Premise) -> bool {
    words
        .subject(premise.head)
        .or_else(|| words.child(premise.head, &[Rel::NsubjPass]))
        .is_some_and(|subject| {
            matches!(
                words.lemma(subject),
                "settlement"
                    | "deal"
                    | "agreement"
                    | "accord"
                    | "truce"
                    | "ceasefire"
                    | "peace"
                    | "treaty"
                    | "pact"
                    | "talk"
                    | "gun"
                    | "calm"
                    | "quiet"
            )
        })
        && matches!(
            words.lemma(premise.head),
            "reach"
                | "hold"
                | "sign"
                | "conclude"
                | "last"
                | "strike"
                | "succeed"
                | "come"
                | "resume"
                | "seal"
                | "finalise"
                | "finalize"
                | "silent"
                | "fall"
        )
}

/// "provided", "as long as", "on condition": so asks who wants something, not who warns.
fn is_boon(words: &Words, premise: &Premise) -> bool {
    matches!(
        words.lower(premise.whole.start),
        "provided" | "providing" | "as" | "so" | "on" | "with" | "in" | "only" | "once"
    )
}

/// "as long as", "provided", "on condition": conjunctions of those who bargain.
fn is_asking(words: &Words, premise: &Premise) -> bool {
    let start = premise.whole.start;
    let next = words.lower((start + 1).min(words.len() - 1));
    match words.lower(start) {
        "provided" | "providing" => true,
        "as" | "so" => next == "long",
        "on" => next == "condition",
        _ => false,
    }
}

/// "only after", "only once", "not before": this comes first, and nothing is asked for it.
fn is_only_after(words: &Words, premise: &Premise) -> bool {
    let start = premise.whole.start;
    (start.saturating_sub(1)..(start + 3).min(words.len() - 1)).any(|at| {
        matches!(words.lower(at), "only" | "not")
            && matches!(words.lower(at + 1), "after" | "once" | "when")
    })
}

/// "if nothing is signed", "if the cap is not in the text", "if they cannot agree": what stays undone.
fn fails_to_come(words: &Words, premise: &Premise) -> bool {
    words.negation(premise.head).is_some()
        || (words.child(premise.head, &[Rel::Nsubj, Rel::NsubjPass]))
            .filter(|subject| premise.words.contains(subject))
            .is_some_and(|subject| {
                matches!(words.lemma(subject), "nothing" | "none" | "nobody")
                    || (words.child(subject, &[Rel::Det]))
                        .is_some_and(|det| words.lemma(det) == "no")
            })
}

/// Whether what hangs on a condition is still to come.
fn to_come(words: &Words, word: usize) -> bool {
    modal(words, word).is_some()
        || words
            .children(word)
            .any(|aux| words.form(aux).eq_ignore_ascii_case("going"))
        || matches!(words.xpos(word), Xpos::Vbz | Xpos::Vbp)
        // "the deal is off"
        || (words.child(word, &[Rel::Cop])).is_some_and(|is| words.xpos(is) == Xpos::Vbz)
}
