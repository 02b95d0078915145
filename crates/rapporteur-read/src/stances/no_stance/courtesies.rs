//! How one meets, and what one gives: the floor that a delegate asks for, invitations, gifts, coffee, a lift home, guests
//! who are welcomed, the day of the next meeting. No side bargains over them.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::learned::RULE;
use crate::words::Words;

/// Whether what a claim is toward, whose head is given, is a courtesy.
pub(in crate::stances) fn is_courtesy(
    words: &Words,
    claim: &crate::stances::Claim,
    head: usize,
    phrase: &Range<usize>,
) -> bool {
    let trigger = claim.trigger;
    match claim.stance {
        Stance::Demands => {
            is_asked_for_now(words, trigger, head, claim.rule == RULE)
                || is_lost(words, trigger, head)
        }
        Stance::Accepts | Stance::AcceptsIf | Stance::Rejects => {
            is_hospitality(words, head)
                || is_gift(words, head)
                || is_invitation(words, claim.stance, head, phrase)
                || is_served(words, trigger, head)
                || is_personal(words, head)
                || is_received(words, claim.stance, trigger, head)
                || is_business(words, trigger, head)
                || claim.stance == Stance::Accepts
                    && (is_next_meeting(words, head) || is_manner(words, trigger, head))
        }
        Stance::Offers => is_hospitality(words, head) || is_gift(words, head),
        Stance::Proposes => is_hospitality(words, head),
        Stance::Supports => is_welcome(words, trigger, head) || is_hospitality(words, head),
        _ => false,
    }
}

/// "asked for the floor", "called for a short break", "asked for coffee", "asked for a pen".
fn is_asked_for_now(words: &Words, trigger: usize, head: usize, learned: bool) -> bool {
    if learned || words.upos(head) != Upos::Noun {
        return false;
    }
    let asks = matches!(words.lemma(trigger), "ask" | "request" | "seek");
    match words.lemma(head) {
        "floor" => is_bare(words, head) && asks,
        "break" | "breather" | "recess" | "drink" | "silence" | "adjournment" => {
            is_bare(words, head)
        }
        "coffee" | "tea" | "sandwich" | "autograph" | "selfie" | "pen" => is_plain(words, head),
        "clarification" | "information" | "opinion" | "costing" | "advice" => asks,
        "figure" => asks && words.xpos(head) == Xpos::Nns && is_plain(words, head),
        _ => false,
    }
}

/// "is still looking for his glasses", "for the cranes": what was lost.
fn is_lost(words: &Words, trigger: usize, head: usize) -> bool {
    words.lemma(trigger) == "look"
        && words.xpos(trigger) == Xpos::Vbg
        && (words.children_by(head, &[Rel::Det, Rel::NmodPoss])).any(|whose| {
            matches!(
                words.lower(whose),
                "the" | "his" | "her" | "its" | "their" | "my" | "our"
            )
        })
}

/// "adopted a softer tone", "agreed on one point": how, not to what.
fn is_manner(words: &Words, trigger: usize, head: usize) -> bool {
    match words.lemma(trigger) {
        "adopt" => matches!(
            words.lemma(head),
            "tone" | "stance" | "posture" | "attitude" | "line" | "expression"
        ),
        "agree" => {
            matches!(words.lemma(head), "point" | "thing" | "issue")
                && words
                    .children_by(head, &[Rel::Nummod])
                    .any(|one| words.lower(one) == "one")
        }
        _ => false,
    }
}

/// Whether nothing hangs on a noun with a preposition of its own.
fn is_plain(words: &Words, head: usize) -> bool {
    words.child(head, &[Rel::Nmod]).is_none()
}

/// Whether a noun stands alone: "an interview", "a short break", but not "a break in the fighting".
fn is_bare(words: &Words, head: usize) -> bool {
    is_plain(words, head)
        && !matches!(
            words.lower((head + 1).min(words.len() - 1)),
            "in" | "from" | "with" | "of" | "on" | "to"
        )
        && words.child(head, &[Rel::Acl, Rel::AclRelcl]).is_none()
        && (words.children_by(head, &[Rel::Compound, Rel::Amod])).all(|of| {
            matches!(
                words.lemma(of),
                "short" | "brief" | "long" | "quick" | "coffee" | "tea" | "little"
            )
        })
}

/// "refused coffee", "offered the parties lunch", "accepted a silk scarf".
fn is_hospitality(words: &Words, head: usize) -> bool {
    if words.upos(head) != Upos::Noun {
        return false;
    }
    match words.lemma(head) {
        "interview" | "drink" | "lunch" | "dinner" | "breakfast" | "meal" => is_bare(words, head),
        "flask" | "cup" | "glass" | "bottle" | "plate" | "bowl" | "slice" | "helping" => true,
        lemma => {
            HOSPITALITY.contains(&lemma)
                && (is_one(words, head)
                    || is_plain(words, head) && words.child(head, &[Rel::Compound]).is_none())
        }
    }
}

/// "accepted a basket of prawns", "refused a mule", "accepted a lift home", but not "a lift of the embargo".
fn is_gift(words: &Words, head: usize) -> bool {
    let lemma = words.lemma(head);
    GIFTS.contains(&lemma)
        && is_one(words, head)
        && (matches!(
            lemma,
            "basket" | "bunch" | "gift" | "token" | "tour" | "crate" | "hamper" | "pair"
        ) || words.with_case(head, &["of"]).next().is_none())
}

/// "was offered tea, soup and a bed. He accepted all three", "kava, which he accepted": what a guest was given just before.
fn is_served(words: &Words, trigger: usize, head: usize) -> bool {
    let meant = words.upos(head) == Upos::Pron
        || matches!(
            words.lower(head),
            "both" | "all" | "three" | "two" | "which"
        );
    if words.lemma(trigger) != "accept" && words.lemma(trigger) != "refuse" || !meant {
        return false;
    }
    let sentence = words.sentence_of(trigger);
    let first = words.sentence(sentence.saturating_sub(1)).start;
    let served = |verb: usize| {
        matches!(
            words.lemma(verb),
            "offer" | "hand" | "serve" | "pour" | "give" | "present" | "bring"
        ) && (verb + 1..trigger.min(verb + 8))
            .any(|at| is_hospitality(words, at) || is_gift(words, at))
    };
    let sign = |at: usize| is_hospitality(words, at) && at + 3 > trigger.saturating_sub(2);
    (first..trigger)
        .rev()
        .any(|at| words.is_verb(at) && served(at) || sign(at))
}

/// "refused to be photographed", "declined to dance", "agreed to an interview by telephone", "accepted a job at a museum",
/// "the task of finding them", "a seat by the window": what somebody does for itself.
fn is_personal(words: &Words, head: usize) -> bool {
    // "declined to dance": the tree may take the deed for a noun.
    if words.is_verb(head) || head > 0 && words.lower(head - 1) == "to" {
        return matches!(
            words.lemma(head),
            "photograph"
                | "film"
                | "pose"
                | "smile"
                | "dance"
                | "sing"
                | "eat"
                | "drink"
                | "dine"
                | "taste"
                | "kneel"
                | "undress"
                | "smoke"
                | "hurry"
        );
    }
    let place = |cases: &[&str]| words.with_case(head, cases).next().is_some();
    match words.lemma(head) {
        "task" => place(&["of"]),
        "job" | "post" => is_one(words, head) && place(&["at", "in", "with"]),
        "seat" => is_one(words, head) && place(&["by", "near", "beside"]),
        "question" | "correction" => {
            words.child(head, &[Rel::Nmod, Rel::Acl]).is_none() && words.xpos(head) == Xpos::Nn
        }
        _ => false,
    }
}

/// Whether a noun is told of as one of its kind: "a scarf".
fn is_one(words: &Words, noun: usize) -> bool {
    words.xpos(noun) == Xpos::Nn
        && (words.children_by(noun, &[Rel::Det]))
            .any(|det| matches!(words.lower(det), "a" | "an" | "another"))
}

/// What guests are given, and honours.
const HOSPITALITY: &[&str] = &[
    "toast",
    "applause",
    "coffee",
    "tea",
    "biscuit",
    "cookie",
    "cake",
    "pie",
    "pastry",
    "bun",
    "sandwich",
    "sausage",
    "soup",
    "stew",
    "curry",
    "dessert",
    "pudding",
    "chocolate",
    "sweet",
    "pineapple",
    "coconut",
    "kava",
    "wine",
    "beer",
    "whisky",
    "champagne",
    "snack",
    "knighthood",
    "trophy",
    "medal",
    "doctorate",
    "garland",
    "bouquet",
    "flower",
    "scarf",
    "shawl",
    "poncho",
    "robe",
    "hat",
    "jersey",
    "shirt",
    "umbrella",
    "autograph",
    "condolence",
    "handshake",
    "hug",
    "souvenir",
    "cigarette",
    "cigar",
    "pen",
    "microphone",
    "lemonade",
    "pancake",
    "doughnut",
    "croissant",
    "samosa",
    "dumpling",
    "liquorice",
    "pomelo",
    "keepsake",
    "memento",
    "plaque",
    "statuette",
    "figurine",
    "gavel",
    "selfie",
    "jam",
    "honey",
    "cheese",
    "bread",
    "butter",
    "omelette",
    "noodle",
    "porridge",
    "lollipop",
    "candy",
    "toffee",
    "gum",
    "brandy",
    "vodka",
    "rum",
    "gin",
    "cider",
    "juice",
    "cocktail",
    "broth",
    "salad",
    "kebab",
    "pizza",
    "burger",
    "taco",
    "tortilla",
    "peanut",
    "raisin",
    "fig",
    "olive",
    "herring",
    "caviar",
    "oyster",
    "prawn",
    "shrimp",
    "perch",
    "magnum",
    "decanter",
    "lei",
    "wreath",
    "sash",
    "rosette",
    "ribbon",
    "brooch",
    "lanyard",
    "tote",
    "mascot",
    "teddy",
    "apron",
    "slipper",
    "sandal",
    "shoe",
    "sari",
    "kimono",
    "turban",
    "banknote",
    "t-shirt",
];

/// What somebody is given when it is one: "a basket of prawns", "a goat", "a lift". Of many, sides may bargain.
const GIFTS: &[&str] = &[
    "gift",
    "present",
    "token",
    "basket",
    "bunch",
    "loaf",
    "melon",
    "watermelon",
    "apple",
    "orange",
    "banana",
    "mango",
    "mint",
    "mat",
    "rug",
    "lamp",
    "lantern",
    "candle",
    "mug",
    "vase",
    "teapot",
    "photograph",
    "portrait",
    "painting",
    "drawing",
    "carving",
    "helmet",
    "coat",
    "jacket",
    "sweater",
    "pullover",
    "glove",
    "sock",
    "ring",
    "necklace",
    "watch",
    "knife",
    "dagger",
    "saddle",
    "cow",
    "goat",
    "sheep",
    "lamb",
    "camel",
    "horse",
    "pony",
    "mule",
    "donkey",
    "dog",
    "puppy",
    "cat",
    "kitten",
    "chicken",
    "goose",
    "lift",
    "ride",
    "cushion",
    "blanket",
    "kiss",
    "degree",
    "bribe",
    "crate",
    "sack",
    "hamper",
    "parcel",
    "pot",
    "carpet",
    "shell",
    "pebble",
    "feather",
    "egg",
    "fan",
    "canoe",
    "dallah",
    "basketball",
    "football",
    "ball",
    "bat",
    "kite",
    "toy",
    "doll",
    "puzzle",
    "harp",
    "drum",
    "flute",
    "guitar",
    "violin",
    "bell",
    "whistle",
    "horn",
    "ladle",
    "spoon",
    "fork",
    "chopstick",
    "sword",
    "spear",
    "arrow",
    "coin",
    "stamp",
    "postcard",
    "album",
    "booklet",
    "brochure",
    "leaflet",
    "diary",
    "notebook",
    "pencil",
    "compass",
    "clock",
    "mirror",
    "comb",
    "wallet",
    "purse",
    "bag",
    "handbag",
    "suitcase",
    "pillow",
    "towel",
    "quilt",
    "duvet",
    "tapestry",
    "embroidery",
    "sculpture",
    "calf",
    "pig",
    "piglet",
    "rabbit",
    "hare",
    "hen",
    "cockerel",
    "duck",
    "turkey",
    "swan",
    "parrot",
    "falcon",
    "pigeon",
    "hedgehog",
    "tortoise",
    "llama",
    "yak",
    "reindeer",
    "bicycle",
    "scooter",
    "tractor",
    "stroll",
    "walk",
    "tour",
    "nap",
    "hug",
    "stool",
    "sofa",
    "kettle",
    "pickle",
];

/// "accepted an invitation to visit Brod", "declined an invitation to dinner", but not "accepted an invitation to talks",
/// "declined an invitation to return": to talk is to deal, and who stays away may mean it.
fn is_invitation(words: &Words, stance: Stance, head: usize, phrase: &Range<usize>) -> bool {
    if !matches!(words.lemma(head), "invitation" | "invite") {
        return false;
    }
    if stance == Stance::Rejects {
        return words.with_case(head, &["to"]).any(|meal| {
            matches!(
                words.lemma(meal),
                "dinner" | "lunch" | "tea" | "breakfast" | "reception" | "party" | "wedding"
            )
        });
    }
    let end = words.sentence(words.sentence_of(head)).end;
    let tail = head..(head + 8).min(end);
    !(tail.chain(phrase.clone())).any(|at| {
        matches!(
            words.lemma(at),
            "talk"
                | "summit"
                | "negotiation"
                | "negotiate"
                | "mediation"
                | "mediate"
                | "dialogue"
                | "settle"
                | "resolve"
                | "discuss"
                | "join"
                | "rejoin"
                | "merge"
                | "bid"
                | "tender"
                | "observer"
                | "membership"
                | "accession"
        )
    })
}

/// "accepted the blame", "accepted delivery of two cranes", "signed the visitors' book", "a letter signed by 50 mayors",
/// "refuse to cross picket lines".
fn is_received(words: &Words, stance: Stance, trigger: usize, head: usize) -> bool {
    let accepts = stance == Stance::Accepts && words.lemma(trigger) == "accept";
    match words.lemma(head) {
        "blame" | "responsibility" | "credential" | "resignation" | "apology" => accepts,
        "delivery" => {
            accepts
                && (words.child(head, &[Rel::Det, Rel::NmodPoss, Rel::Amod, Rel::Compound]))
                    .is_none()
        }
        "book" => (words.children_by(head, &[Rel::NmodPoss, Rel::Compound]))
            .any(|of| matches!(words.lemma(of), "visitor" | "guest" | "condolence" | "log")),
        "letter" | "petition" | "register" | "autograph" | "cheque" => {
            words.lemma(trigger) == "sign"
        }
        // "refused entry to 190 containers"
        "entry" => matches!(words.lemma(trigger), "refuse" | "deny"),
        // "Shares declined 1.8 percent"
        "percent" | "%" => words.lemma(trigger) == "decline",
        // "declined a request for photographs", "a freedom of information request"
        "request" => {
            stance == Stance::Rejects
                && (words.with_case(head, &["for"]))
                    .chain(words.children_by(head, &[Rel::Compound]))
                    .any(|what| {
                        matches!(
                            words.lemma(what),
                            "photograph"
                                | "picture"
                                | "interview"
                                | "comment"
                                | "information"
                                | "freedom"
                                | "selfie"
                                | "autograph"
                        )
                    })
        }
        // "the colonel, who signed it, told reporters": whose hand it is.
        "it" => {
            words.lemma(trigger) == "sign"
                && words.rel(trigger) == Rel::AclRelcl
                && (words.child(trigger, &[Rel::Nsubj]))
                    .is_some_and(|who| words.lower(who) == "who")
        }
        "cross" => words.object(head).is_some_and(|line| {
            (words.children_by(line, &[Rel::Compound])).any(|of| words.lemma(of) == "picket")
        }),
        _ => false,
    }
}

/// "rejected 9,300 applications", "accepts bookings until June", "turned down 14 of 20 bids": the business of an office,
/// where no one of them is told.
fn is_business(words: &Words, trigger: usize, head: usize) -> bool {
    let counted = words.upos(head) == Upos::Num;
    let noun = if counted {
        match words.with_case(head, &["of"]).next() {
            Some(noun) => noun,
            None => return false,
        }
    } else {
        head
    };
    matches!(
        words.lemma(noun),
        "application"
            | "filing"
            | "booking"
            | "reservation"
            | "order"
            | "deposit"
            | "recruit"
            | "bid"
            | "enquiry"
            | "inquiry"
            | "submission"
            | "applicant"
            | "passenger"
            | "currency"
            | "posting"
    ) && words.xpos(noun) == Xpos::Nns
        && matches!(
            words.lemma(trigger),
            "accept" | "reject" | "refuse" | "approve" | "decline" | "turn"
        )
        && (counted
            || words
                .children_by(noun, &[Rel::Det, Rel::NmodPoss, Rel::Amod])
                .next()
                .is_none())
}

/// "agreed to meet again in May", "agreed that the next round would be held in Brod", "agreed on a place for the next
/// meeting".
fn is_next_meeting(words: &Words, head: usize) -> bool {
    let meeting = |noun: usize| {
        matches!(
            words.lemma(noun),
            "meeting" | "session" | "round" | "consultation" | "workshop"
        ) && words
            .children_by(noun, &[Rel::Amod])
            .any(|which| words.lemma(which) == "next" || is_ordinal(words.lower(which)))
    };
    match words.lemma(head) {
        "reconvene" => true,
        "meet" => words.object(head).is_none() && words.with_case(head, &["with"]).next().is_none(),
        "hold" | "convene" => words
            .child(head, &[Rel::NsubjPass, Rel::Obj])
            .is_some_and(meeting),
        "take" => {
            words.lower((head + 1).min(words.len() - 1)) == "place"
                && words.child(head, &[Rel::Nsubj]).is_some_and(meeting)
        }
        "place" | "venue" | "date" => words.with_case(head, &["for", "of"]).any(meeting),
        _ => false,
    }
}

/// "third", "21st".
fn is_ordinal(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    WORDS.contains(&word)
        || word.starts_with(|sign: char| sign.is_ascii_digit())
            && ["st", "nd", "rd", "th"]
                .iter()
                .any(|end| word.ends_with(end))
}

/// "welcomed the delegates", "praised the frankness of the exchange", "backed her car into a gate".
fn is_welcome(words: &Words, trigger: usize, head: usize) -> bool {
    match words.lemma(trigger) {
        "welcome" => matches!(
            words.lemma(head),
            "delegate"
                | "delegation"
                | "member"
                | "participant"
                | "visitor"
                | "guest"
                | "cadet"
                | "colleague"
                | "audience"
                | "tourist"
                | "newcomer"
                | "attendee"
        ),
        "praise" | "commend" | "applaud" => matches!(
            words.lemma(head),
            "frankness"
                | "bravery"
                | "courage"
                | "patience"
                | "spirit"
                | "hospitality"
                | "professionalism"
                | "dedication"
                | "manner"
                | "tone"
                | "memory"
                | "atmosphere"
        ),
        "back" => words.with_case(trigger, &["into"]).next().is_some(),
        "come" => matches!(
            words.lemma(head),
            "cigarette" | "smoke" | "air" | "walk" | "breath" | "lunch" | "break" | "coffee"
        ),
        // "the fishery supports a dozen families": feeds.
        "support" | "sustain" => matches!(
            words.lemma(head),
            "family" | "household" | "job" | "livelihood" | "colony" | "population" | "wildlife"
        ),
        _ => false,
    }
}
