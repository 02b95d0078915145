//! Where somebody began: "Almera, which opened at 30,000, could go to 36,000", "is asking for 15 years, having started at
//! 25". It asked or offered that much at first.

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene};

/// Reads every demand and offer: the stance of the first figure is that of the one told beside it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for claim in claims.iter() {
        let stance = match claim.stance {
            Stance::Demands => Stance::Demands,
            Stance::Offers | Stance::AcceptsIf => Stance::Offers,
            _ => continue,
        };
        let sentence = words.sentence(words.sentence_of(claim.trigger));
        let Some(verb) = sentence.clone().find(|&verb| {
            matches!(words.lemma(verb), "open" | "start" | "begin")
                && words.is_verb(verb)
                && words.lower((verb + 1).min(words.len() - 1)) == "at"
        }) else {
            continue;
        };
        let at = verb + 1;
        let Some(amount) = words.head(at).filter(|&amount| {
            amount > at
                && sentence.contains(&amount)
                && (words.upos(amount) == Upos::Num
                    || (at + 1..=amount).any(|one| words.upos(one) == Upos::Num))
                && scene.dates.at(amount).is_none()
        }) else {
            continue;
        };
        let fresh = !more.iter().any(|other| other.trigger == verb)
            && !claims.iter().any(|other| other.trigger == verb);
        // "having started at 25": whoever the main clause is about.
        let own = subject_holders(scene, verb);
        let having = words.xpos(verb) == Xpos::Vbn
            && (sentence.start..verb)
                .rev()
                .take(2)
                .any(|aux| words.lower(aux) == "having");
        let same = claim.shares_party(&own) || own.is_empty() && having;
        if !fresh || !same {
            continue;
        }
        let phrase = noun_phrase(scene, amount);
        let phrase = words.trim(at + 1..phrase.end.max(amount + 1));
        let start = if having { verb - 1 } else { verb };
        more.push(Claim {
            premise: None,
            ..Claim::plain(
                "opened-at",
                stance,
                claim.holders.clone(),
                verb,
                scene.toward(amount, phrase.clone()),
                words.trim(start..phrase.end),
            )
        });
    }
    claims.extend(more);
}
