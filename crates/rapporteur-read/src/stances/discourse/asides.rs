//! Wishes told in passing: "will delete the profiles, as the board had demanded", "went along with a pause, as Merin had
//! proposed", "as demanded by Orveth".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::harm::is_harmful;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads every clause with "as" that has a wish and no thing of its own: what is wished is the clause before it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for wish in 0..words.len() {
        if !words.is_verb(wish)
            || words.rel(wish) != Rel::Advcl
            || scene.is_void(wish)
            || is_claimed(scene, claims, wish)
        {
            continue;
        }
        let Some((deed, start)) = told_in_passing(scene, wish) else {
            continue;
        };
        let frame = (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(wish))
            .find(|frame| matches!(frame.stance, Stance::Demands | Stance::Proposes));
        let force = Force::of(words, wish);
        let Some(frame) = frame.filter(|_| !force.negated && !force.never && !force.hypothetical)
        else {
            continue;
        };
        let held = match words.child(wish, &[Rel::OblAgent]) {
            Some(agent) => holders(scene, agent),
            None => subject_holders(scene, wish),
        };
        if held.is_empty() {
            continue;
        }
        // What the clause is a stance toward, else its deed.
        let sentence = words.sentence_of(wish);
        let on = (claims.iter())
            .filter(|claim| words.sentence_of(claim.trigger) == sentence && claim.trigger < wish)
            .max_by_key(|claim| claim.trigger)
            .map(|claim| claim.on.clone());
        let phrase = words.trim(deed..start.max(deed));
        let on = match on {
            Some(on) => on,
            None if !phrase.is_empty() && words.object(deed).is_some() => {
                Target::Phrase(deed, phrase)
            }
            None => continue,
        };
        does_as_asked(scene, deed, start, &held, &on, claims);
        claims.push(Claim {
            outlet: frame.outlet,
            ..Claim::plain(
                "aside",
                frame.stance,
                held,
                wish,
                on,
                words.trim(words.subtree(wish)),
            )
        });
    }
}

/// "will raise its levy, as Merin had asked": whoever does so agrees to it.
fn does_as_asked(
    scene: &Scene,
    deed: usize,
    end: usize,
    asked_by: &[Holder],
    on: &Target,
    claims: &mut Vec<Claim>,
) {
    let words = scene.words;
    let force = Force::of(words, deed);
    let does = !force.negated && !force.never && !force.hypothetical;
    let will = matches!(force.modal.as_deref(), None | Some("will" | "would"));
    let plain = words.object(deed).is_some()
        && words.child(deed, &[Rel::Ccomp]).is_none()
        && !words.is_passive(deed)
        && !is_harmful(words, deed);
    let told = claims.iter().any(|claim| claim.trigger == deed);
    let held = subject_holders(scene, deed);
    let other = (held.iter()).all(|own| asked_by.iter().all(|one| one.party != own.party));
    if !does || !will || !plain || told || held.is_empty() || !other {
        return;
    }
    let premise = premise(words, deed);
    claims.push(Claim {
        premise: premise.clone(),
        ..Claim::plain(
            "as-asked",
            match premise {
                Some(_) => Stance::AcceptsIf,
                None => Stance::Accepts,
            },
            held,
            deed,
            on.clone(),
            evidence(scene, deed, &(deed..end.max(deed + 1)), None),
        )
    });
}

/// The verb that an adverbial clause with "as" hangs on, and where that clause begins.
fn told_in_passing(scene: &Scene, wish: usize) -> Option<(usize, usize)> {
    let words = scene.words;
    let range = words.subtree(wish);
    let opens = words.lower(range.start) == "as"
        || words.form(range.start) == ","
            && range.len() > 1
            && words.lower(range.start + 1) == "as";
    let own = words.child(wish, &[Rel::Ccomp, Rel::Xcomp]).is_some()
        || words.children_by(wish, &[Rel::Obj, Rel::Obl]).any(|thing| {
            thing > wish && words.upos(thing) != Upos::Pron && words.lemma(thing) != "as"
        });
    let deed = (words.head(wish)).filter(|&deed| deed < range.start && words.is_verb(deed))?;
    // "as demanded by Orveth"
    let told = words.child(wish, &[Rel::Nsubj, Rel::OblAgent]).is_some();
    (opens && !own && told).then_some((deed, range.start))
}
