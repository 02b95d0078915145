//! Duties with whoever says so put in between: "Disputes, it wrote, ought to go to a tribunal", "The rosters, the union
//! insisted, have to be published", "Quotas, said Orveth's envoy, must fall".

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::{Claim, Scene, Target};

/// Reads every statement whose words stand on both sides of whoever says them.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for statement in &scene.statements.all {
        let [subject, rest] = statement.content.as_slice() else {
            continue;
        };
        let held: Vec<Holder> = (statement.speaker)
            .and_then(|speaker| Holder::of(scene, speaker))
            .into_iter()
            .collect();
        let subject = words.trim(subject.clone());
        let rest = words.trim(rest.clone());
        if held.is_empty() || subject.is_empty() || rest.len() < 2 || scene.is_void(rest.start) {
            continue;
        }
        let duty = rest.start;
        let stance = match words.lower(duty) {
            "must" | "shall" => Stance::Demands,
            "has" | "have" | "had" | "needs" | "need" | "needed"
                if words.lower(duty + 1) == "to" =>
            {
                Stance::Demands
            }
            "should" => Stance::Proposes,
            "ought" if words.lower(duty + 1) == "to" => Stance::Proposes,
            _ => continue,
        };
        // A thing, and no clause: "The levy, he said, must go"; not "If they come, he said, must we go".
        let thing = subject.clone().all(|at| {
            !matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
                && !matches!(words.upos(at), Upos::Sconj)
        }) && subject.len() < 12
            && !(subject.len() == 1 && words.upos(subject.start) == Upos::Pron);
        let negated = (duty + 1..rest.end.min(duty + 3))
            .any(|at| matches!(words.lower(at), "not" | "n't" | "n’t"))
            && matches!(words.lower(duty), "has" | "have" | "had" | "needs" | "need");
        let one = words.sentence_of(subject.start) == words.sentence_of(duty);
        if !thing || negated || !one {
            continue;
        }
        let whole = subject.start..rest.end;
        let right = |claim: &Claim| {
            claim.shares_party(&held)
                && whole.contains(&claim.trigger)
                && matches!(claim.stance, Stance::Demands | Stance::Proposes)
        };
        if claims.iter().any(right) {
            continue;
        }
        claims.retain(|claim| {
            let told_again = claim.rule == "insist" && whole.contains(&claim.trigger);
            !(rest.contains(&claim.trigger) || told_again)
        });
        claims.push(Claim::plain(
            "inserted",
            stance,
            held,
            duty,
            Target::Phrase(duty, whole.clone()),
            whole,
        ));
    }
}
