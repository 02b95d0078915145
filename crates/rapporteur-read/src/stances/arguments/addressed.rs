//! Who is asked: "urged the mills to reopen", "called on both to go back", "asked the bank for a loan".

use rapporteur_syntax::{Rel, Upos};

use crate::stances::Scene;

/// Who is asked in talks, though no name tells who it is: "asked delegations to stop".
const ADDRESSED: &[&str] = &[
    "delegation",
    "delegate",
    "party",
    "side",
    "member",
    "government",
    "country",
    "state",
    "nation",
    "neighbour",
    "neighbor",
    "partner",
    "ally",
    "capital",
    "council",
    "assembly",
    "conference",
    "committee",
    "commission",
    "court",
    "minister",
    "mediator",
    "negotiator",
    "lawmaker",
    "parliament",
    "employer",
    "company",
    "bank",
    "lender",
    "creditor",
    "donor",
];

/// Verbs that urge somebody and nothing else.
const URGING: &[&str] = &[
    "urge",
    "exhort",
    "implore",
    "beseech",
    "call",
    "appeal",
    "beg",
    "entreat",
    "plead",
    "prod",
    "goad",
    "nudge",
    "pester",
    "badger",
    "hector",
    "enjoin",
    "admonish",
    "summon",
    "lobby",
    "pressure",
    "pressurise",
    "petition",
    "lean",
    "prevail",
];

/// Nouns that take an infinitive of their own: "begged permission to leave".
const NOTIONS: &[&str] = &[
    "permission",
    "leave",
    "right",
    "chance",
    "time",
    "way",
    "help",
    "case",
    "need",
    "power",
    "plan",
    "decision",
    "effort",
    "bid",
    "move",
    "step",
    "measure",
    "demand",
    "request",
    "claim",
    "proposal",
    "freedom",
    "authority",
    "mandate",
    "opportunity",
    "meeting",
    "session",
    "vote",
    "strike",
    "halt",
    "end",
    "mechanism",
];

/// Whether a noun tells who is asked, by its name or as one who is asked in talks.
pub(super) fn is_addressed(scene: &Scene, whom: usize) -> bool {
    scene.entities.at(whom).is_some()
        || ADDRESSED.contains(&scene.words.lemma(whom))
        || is_asked_of(scene, whom)
}

/// "asked the growers for a discount", "told the clans to leave": with an indirect object, whoever it is.
fn is_asked_of(scene: &Scene, whom: usize) -> bool {
    const TOLD: &[&str] = &[
        "question",
        "favour",
        "favor",
        "price",
        "fee",
        "sum",
        "rent",
        "story",
        "tale",
        "joke",
        "lie",
        "truth",
        "something",
        "secret",
        "riddle",
    ];
    let words = scene.words;
    words.rel(whom) == Rel::Iobj
        && words.upos(whom) == Upos::Noun
        && (words.head(whom))
            .is_some_and(|asks| matches!(words.lemma(asks), "ask" | "beg" | "tell" | "order"))
        && !NOTIONS.contains(&words.lemma(whom))
        && !TOLD.contains(&words.lemma(whom))
}

/// "urged | the mills | to reopen", "called on | the four | to finish": whoever an infinitive behind a verb of urging
/// hangs on. A verb that takes other things, too, asks only those who are known to be asked: "asked a question to gain
/// time".
pub(super) fn is_urged(scene: &Scene, verb: usize, whom: usize) -> bool {
    let words = scene.words;
    if whom < verb {
        return false;
    }
    if words.rel(whom) == Rel::Obl {
        let on = words.child(whom, &[Rel::Case]).is_some_and(|case| {
            case == verb + 1 && matches!(words.lower(case), "on" | "upon" | "to" | "with")
        });
        if !on {
            return false;
        }
    }
    let several = matches!(words.upos(whom), Upos::Num | Upos::Det | Upos::Pron);
    let urges = URGING.contains(&words.lemma(verb)) && !NOTIONS.contains(&words.lemma(whom));
    is_addressed(scene, whom) || urges || several && words.rel(whom) != Rel::Obl
}
