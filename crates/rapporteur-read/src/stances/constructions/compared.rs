//! A second holder in a comparison: "agreed to a larger share than Orveth accepted", "is no more willing than Orveth to sign".

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{holders, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::modals::deed_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};

/// Reads every "than", and "as … as".
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    equals(scene, claims);
    for than in 2..scene.words.len() {
        if scene.words.lower(than) != "than" || scene.is_void(than) {
            continue;
        }
        let found = clause(scene, than)
            .into_iter()
            .chain(unwilling(scene, than))
            .chain(the_one(scene, than))
            .next();
        if let Some(claim) = found
            && !claims.iter().any(|other| other.trigger == claim.trigger)
        {
            shorten(scene, claims, than);
            claims.push(claim);
        }
    }
}

/// "a larger share than Orveth accepted in May": what Orveth accepted is a share, too.
fn clause(scene: &Scene, than: usize) -> Option<Claim> {
    let words = scene.words;
    let verb = words
        .head(than)
        .filter(|&verb| verb > than && words.is_verb(verb) && words.rel(than) == Rel::Mark)?;
    let subject = words.child(verb, &[Rel::Nsubj]).filter(|&at| at > than)?;
    let bare = (words.children(verb)).all(|child| {
        !matches!(
            words.rel(child),
            Rel::Obj | Rel::Ccomp | Rel::Xcomp | Rel::Cop
        )
    });
    bare.then(|| {
        claim(
            scene,
            than,
            verb,
            subject,
            words.subtree(verb).end.max(verb + 1),
        )
    })
    .flatten()
}

/// "a shorter term than the one Orveth has proposed": what Orveth proposed is a term, too.
fn the_one(scene: &Scene, than: usize) -> Option<Claim> {
    let words = scene.words;
    let one = words
        .head(than)
        .filter(|&one| one > than && words.lemma(one) == "one")?;
    let verb = words.child(one, &[Rel::AclRelcl])?;
    let subject = words.child(verb, &[Rel::Nsubj])?;
    claim(scene, than, verb, subject, verb + 1)
}

/// The stance of a verb behind "than" toward what the comparative describes; the words it rests on end at `end`.
fn claim(scene: &Scene, than: usize, verb: usize, subject: usize, end: usize) -> Option<Claim> {
    let words = scene.words;
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| frame.only.is_none() && frame.on.contains(&Place::Object))?;
    let force = Force::of(words, verb);
    let held = holders(scene, subject);
    if force.negated || force.hypothetical || force.is_modal() || held.is_empty() {
        return None;
    }
    let noun = compared(scene, than)?;
    let phrase = noun_phrase(scene, noun);
    let phrase = words.trim(phrase.start..phrase.end.min(than));
    (!phrase.is_empty()).then(|| Claim {
        outlet: frame.outlet,
        ..Claim::plain(
            "compared",
            frame.stance,
            held,
            verb,
            scene.toward(noun, phrase),
            words.trim(than..end),
        )
    })
}

/// The noun that a comparative before "than" describes: "a larger | share".
fn compared(scene: &Scene, than: usize) -> Option<usize> {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(than)).start;
    let comparative = (start.max(than.saturating_sub(8))..than)
        .rev()
        .find(|&at| matches!(words.xpos(at), Xpos::Jjr | Xpos::Rbr))?;
    (words.head(comparative))
        .into_iter()
        .chain(words.ancestors(comparative).take(2))
        .find(|&noun| noun > comparative && noun < than && words.upos(noun) == Upos::Noun)
}

/// "is no more willing than Orveth to accept a mediator": neither of them is.
fn unwilling(scene: &Scene, than: usize) -> Option<Claim> {
    let words = scene.words;
    let willing = than - 1;
    let told = matches!(
        words.lower(willing),
        "willing" | "ready" | "prepared" | "inclined" | "disposed" | "eager" | "keen"
    ) && words.lower(willing - 1) == "more"
        && willing > 2
        && words.lower(willing - 2) == "no";
    let be = willing
        .checked_sub(3)
        .filter(|&be| told && words.lemma(be) == "be")?;
    let end = words.sentence(words.sentence_of(than)).end;
    let to = (than + 2..end.min(than + 8)).find(|&at| words.lower(at) == "to")?;
    let named = (than + 1..to).all(|at| !words.is_verb(at) && words.upos(at) != Upos::Punct);
    let deed = to + 1;
    let other = (than + 1..to).find(|&at| scene.entities.actor(at).is_some())?;
    if !named || words.xpos(deed) != Xpos::Vb {
        return None;
    }
    let mut held = subject_holders(scene, willing);
    if held.is_empty() {
        held = (words.sentence(words.sentence_of(be)).start..be)
            .rev()
            .find(|&at| scene.entities.actor(at).is_some())
            .map(|at| holders(scene, at))?;
    }
    for holder in holders(scene, other) {
        if !held.contains(&holder) {
            held.push(holder);
        }
    }
    let (head, phrase) = match words.object(deed).filter(|&object| object > deed) {
        Some(object) => (object, noun_phrase(scene, object)),
        None => (deed, deed_phrase(scene, deed, None)),
    };
    (!phrase.is_empty()).then(|| Claim {
        outlet: true,
        ..Claim::plain(
            "no-more-willing",
            Stance::Rejects,
            held,
            willing,
            scene.toward(head, phrase.clone()),
            words.trim(be..phrase.end),
        )
    })
}

/// "is as opposed to the fee as Orveth", "is no less opposed to it than Orveth": the other stands so, too.
fn equals(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for claim in claims.iter_mut() {
        let said = claim.trigger;
        if said < 2 || words.upos(said) == Upos::Verb && words.xpos(said) != Xpos::Vbn {
            continue;
        }
        let link = match (words.lower(said - 1), words.lower(said - 2)) {
            ("as", before) if before != "not" => "as",
            ("less", "no") => "than",
            _ => continue,
        };
        let end = words.sentence(words.sentence_of(said)).end;
        let Some(than) = (said + 1..end).find(|&at| words.lower(at) == link) else {
            continue;
        };
        let name = (than + 1..end.min(than + 5)).find(|&at| scene.entities.actor(at).is_some());
        let Some(name) = name.filter(|&name| {
            let next = words.lower(name + 1);
            (than + 1..name).all(|at| words.upos(at) == Upos::Det)
                && (name + 1 >= end
                    || words.upos(name + 1) == Upos::Punct
                    || matches!(next, "is" | "are" | "was" | "were"))
        }) else {
            continue;
        };
        if let Target::Phrase(head, phrase) = &mut claim.on
            && *head < than
            && phrase.start < than
        {
            *phrase = words.trim(phrase.start..phrase.end.min(than));
        }
        let held = holders(scene, name);
        if held.is_empty() || claim.shares_party(&held) || claim.on == Target::Nothing {
            continue;
        }
        more.push(Claim {
            holders: held,
            trigger: name,
            rule: "compared".into(),
            evidence: words.trim(said - 1..name + 1),
            premise: None,
            reason: None,
            ..claim.clone()
        });
    }
    claims.extend(more);
}

/// What the first is said of ends before "than".
fn shorten(scene: &Scene, claims: &mut [Claim], than: usize) {
    for claim in claims {
        if let Target::Phrase(head, phrase) = &mut claim.on
            && *head < than
            && phrase.contains(&than)
        {
            *phrase = scene.words.trim(phrase.start..than);
        }
    }
}
