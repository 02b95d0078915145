//! Who asks, told by "by": "asked by Orveth to audit the books", "was urged to open the canal by Merin".

use rapporteur_syntax::{Rel, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::holders;
use crate::stances::arguments::things::has_to;

/// "the bank, asked by Orveth to audit the books": who asks, where a participle with its agent describes who is asked.
pub(in crate::stances) fn asked_by(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let participle = matches!(words.xpos(word), Xpos::Vbn | Xpos::Vbd)
        && words.child(word, &[Rel::AuxPass, Rel::Aux]).is_none()
        && words.lower(word + 1) == "by"
        && matches!(
            words.lemma(word),
            "ask"
                | "urge"
                | "press"
                | "order"
                | "tell"
                | "instruct"
                | "request"
                | "implore"
                | "beseech"
                | "pressure"
                | "summon"
                | "lobby"
                | "petition"
                | "exhort"
                | "entreat"
                | "beg"
        );
    let of_whom = words
        .child(word, &[Rel::Nsubj])
        .is_some_and(|whom| scene.entities.actor(whom).is_some())
        || words
            .children_by(word, &[Rel::Xcomp, Rel::Advcl, Rel::Ccomp])
            .any(|deed| has_to(scene, deed));
    words
        .child(word, &[Rel::OblAgent])
        .filter(|&agent| participle && of_whom && !holders(scene, agent).is_empty())
}

/// "was urged to open the canal by Merin": who urges, hung on what is asked for.
pub(in crate::stances) fn agent_behind(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    if !words.is_passive(word) || words.child(word, &[Rel::OblAgent]).is_some() {
        return None;
    }
    let deed = (words.children_by(word, &[Rel::Xcomp])).find(|&deed| {
        deed > word
            && has_to(scene, deed)
            && !words.is_passive(deed)
            && words.child(deed, &[Rel::Obj]).is_some()
    })?;
    (words.with_case(deed, &["by"]))
        .find(|&agent| agent > deed && scene.entities.actor(agent).is_some())
}
