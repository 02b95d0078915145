//! Who made a demand or an idea, told by a participle: "an idea raised at the weekend by Merin".

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::{Holder, holders};
use crate::words::Words;

/// Verbs of putting something forward.
const MAKING: &[&str] = &[
    "raise",
    "float",
    "table",
    "voice",
    "make",
    "put",
    "put forward",
    "propose",
    "suggest",
    "circulate",
    "launch",
    "submit",
    "advance",
    "present",
    "champion",
    "air",
    "moot",
    "revive",
];

/// "an idea |raised| at the weekend by Merin", "a demand |first voiced| by the union": whoever a participle says made it.
pub(super) fn put_forward_by(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    (words.children_by(noun, &[Rel::Acl]))
        .filter(|&made| made > noun && words.xpos(made) == Xpos::Vbn)
        .filter(|&made| MAKING.contains(&&*words.phrasal(made)))
        .filter_map(|made| {
            // "raised | at the weekend by Merin", hung on the day.
            words.child(made, &[Rel::OblAgent]).or_else(|| {
                (words.children_by(made, &[Rel::Obl, Rel::OblUnmarked]))
                    .flat_map(|when| words.with_case(when, &["by"]))
                    .find(|&agent| agent > made)
            })
        })
        .map(|agent| holders(scene, agent))
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

/// "38 crowns a share", "4 percent": money or a rate, and no number of things.
pub(super) fn is_amount(words: &Words, head: usize) -> bool {
    const MONEY: &[&str] = &[
        "$", "€", "£", "¥", "%", "percent", "cent", "crown", "dollar", "euro", "pound", "pence",
        "penny", "franc", "rand", "yen", "yuan", "won", "rupee", "peso", "krone", "krona", "lira",
        "rouble", "ruble", "dirham", "riyal", "shilling", "billion", "million",
    ];
    MONEY.contains(&words.lemma(head))
        && (words.upos(head) == Upos::Num
            || words.child(head, &[Rel::Nummod, Rel::Compound]).is_some())
}
