//! What stands over or before a thing and says whose it is and how: "What Orsin wants" over a paragraph of bare things,
//! "Red lines" under the name of a party, "Wants: …", "Could accept: …", "For Brod: …", "The union's price: …".

use std::borrow::Cow;
use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::lists::colon::{begins_thing, finite, head_of, items};
use crate::stances::lists::led_lists::stance_of_items;
use crate::stances::modality::surface::surface_premise;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Words by which headings and labels tell a stance, as the last of their line. Longer ones stand before those they hold.
const STANDINGS: &[(Stance, &[&str])] = &[
    (
        Stance::RedLine,
        &[
            "red line",
            "red lines",
            "non-negotiable",
            "non-negotiables",
            "not negotiable",
            "deal-breaker",
            "deal-breakers",
            "deal breaker",
            "deal breakers",
            "dealbreaker",
            "dealbreakers",
            "bottom line",
            "bottom lines",
            "no-go",
            "no-gos",
            "no-go areas",
            "taboo",
            "taboos",
            "lines in the sand",
            "line in the sand",
            "will never accept",
            "would never accept",
            "never",
            "must not happen",
            "will never give up",
            "will not give up",
            "wo n't give up",
            "will not talk about",
            "wo n't talk about",
            "will not discuss",
            "wo n't discuss",
        ],
    ),
    (
        Stance::Rejects,
        &[
            "reject",
            "rejects",
            "refuse",
            "refuses",
            "rule out",
            "rules out",
            "wo n't accept",
            "will not accept",
            "would not accept",
            "ca n't accept",
            "can not accept",
            "cannot accept",
            "off the table",
            "say no to",
            "says no to",
            "no to",
            "wo n't have",
            "will not have",
            "out of the question",
            "unacceptable",
            "can not live with",
            "cannot live with",
            "ca n't live with",
            "wo n't do",
            "will not do",
            "wo n't give",
            "will not give",
            "ruled out",
            "rejected",
        ],
    ),
    (
        Stance::Opposes,
        &[
            "oppose",
            "opposes",
            "object to",
            "objects to",
            "objections",
            "objection",
            "against",
            "does not want",
            "does n't want",
            "do not want",
            "do n't want",
            "fights",
            "resists",
            "is fighting",
            "fears most",
        ],
    ),
    (
        Stance::Accepts,
        &[
            "could live with",
            "can live with",
            "would live with",
            "could accept",
            "can accept",
            "would accept",
            "might accept",
            "may accept",
            "could agree to",
            "can agree to",
            "would agree to",
            "could swallow",
            "will accept",
            "accept",
            "accepts",
            "agrees to",
            "has accepted",
            "has agreed to",
            "acceptable",
        ],
    ),
    (
        Stance::Open,
        &[
            "open to",
            "ready to discuss",
            "willing to discuss",
            "ready to talk about",
            "willing to talk about",
            "room for manoeuvre",
            "room for maneuver",
            "room to move",
            "room for compromise",
            "flexible on",
            "flexible about",
            "negotiable",
            "might bend",
            "could bend",
            "may bend",
            "might give way",
            "could give way",
            "would discuss",
            "could discuss",
            "is ready to discuss",
        ],
    ),
    (
        Stance::Offers,
        &[
            "offer",
            "offers",
            "offering",
            "puts on the table",
            "put on the table",
            "would give",
            "will give",
            "brings to the table",
            "bring to the table",
            "concessions",
            "on offer",
            "can offer",
            "could offer",
            "is ready to give",
            "would pay",
            "promises",
            "sweeteners",
        ],
    ),
    (
        Stance::Concerned,
        &[
            "concern",
            "concerns",
            "worry",
            "worries",
            "worried about",
            "fear",
            "fears",
            "doubts",
            "reservations",
            "sceptical of",
            "skeptical of",
            "sceptical about",
            "skeptical about",
            "misgivings",
            "is worried about",
            "are worried about",
            "gripes",
            "complaints",
        ],
    ),
    (
        Stance::Supports,
        &[
            "support",
            "supports",
            "backs",
            "favours",
            "favors",
            "likes",
            "in favour",
            "in favor",
            "in favour of",
            "in favor of",
            "prefers",
            "prefer",
            "preferred option",
            "preference",
            "preferences",
            "welcomes",
        ],
    ),
    (
        Stance::Proposes,
        &[
            "propose",
            "proposes",
            "suggests",
            "proposals",
            "ideas",
            "is proposing",
            "suggestions",
        ],
    ),
    (
        Stance::Withdraws,
        &[
            "has dropped",
            "dropped",
            "has given up",
            "gave up",
            "no longer demands",
            "no longer wants",
        ],
    ),
    (
        Stance::Demands,
        &[
            "want",
            "wants",
            "demand",
            "demands",
            "seek",
            "seeks",
            "ask",
            "asks",
            "ask for",
            "asks for",
            "asking for",
            "insist on",
            "insists on",
            "terms",
            "conditions",
            "condition",
            "need",
            "needs",
            "requests",
            "request",
            "wish list",
            "wishlist",
            "wish-list",
            "shopping list",
            "priority",
            "priorities",
            "must-have",
            "must-haves",
            "must haves",
            "requirements",
            "claims",
            "goals",
            "aims",
            "objectives",
            "wishes",
            "is after",
            "are after",
            "call for",
            "calls for",
            "hope for",
            "hopes for",
            "looking for",
            "would like",
            "price",
            "asking price",
            "holding out for",
            "pushing for",
            "fighting for",
            "core demands",
            "says it needs",
            "is seeking",
            "are seeking",
            "must get",
            "asking price",
            "in return",
        ],
    ),
];

/// What may stand behind the stance without changing it.
const TRAILING: &[&str] = &[
    "",
    "most",
    "now",
    "instead",
    "this time",
    "in brief",
    "in short",
    "in a nutshell",
    "at a glance",
    "from the talks",
    "from the deal",
    "from it",
    "in return",
    "in full",
    "in detail",
];

/// Things that only announce what comes: "Above all, a number."
const VAGUE: &[&str] = &[
    "number",
    "figure",
    "date",
    "word",
    "thing",
    "lot",
    "bit",
    "matter",
    "question",
    "answer",
    "story",
    "good deal",
    "great deal",
    "list",
];

/// Words that turn a heading into another matter.
const TURNING: &[&str] = &[
    "not",
    "n't",
    "no",
    "why",
    "how",
    "whether",
    "who",
    "if",
    "both",
    "they",
    "agree",
    "agreed",
    "undecided",
    "nobody",
    "common",
    "former",
    "old",
    "earlier",
    "once",
    "used",
    "last",
];

/// The longest heading or label that is read so, in words.
const LONGEST: usize = 10;

/// The longest fragment, in words.
const FRAGMENT: usize = 30;

/// What a heading or label tells.
#[derive(Debug, Clone, Default)]
struct Standing {
    stance: Option<Stance>,
    held: Vec<Holder>,
    /// Whether it names nobody and tells nothing else: "What happens next?" is no label.
    plain: bool,
}

/// The stance and the holder that a heading tells of what stands below it, if it tells both.
pub(in crate::stances) fn over(scene: &Scene, heading: usize) -> Option<(Stance, Vec<Holder>)> {
    let own = context(scene, heading);
    let stance = own.stance?;
    (!own.held.is_empty()).then_some((stance, own.held))
}

/// Reads labelled lines, and the bare things below a heading that tells whose they are.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for index in 0..scene.blocks.items.len() {
        let block = &scene.blocks.items[index];
        let heading = block.heading.map(|heading| context(scene, heading));
        let mut over = heading.unwrap_or_default();
        over.stance = over.stance.or_else(|| stance_of_items(scene, index));
        let range = scene.words.inside(block.span);
        if range.is_empty()
            || matches!(
                block.kind,
                BlockKind::Headline | BlockKind::Byline | BlockKind::Dateline | BlockKind::Aside
            )
        {
            continue;
        }
        let label = block.label.map(|label| scene.words.inside(label));
        labelled(scene, &range, label, &over, claims);
        if block.kind == BlockKind::Paragraph && over.stance.is_some() {
            fragments(scene, &range, &over, claims);
        }
    }
}

/// What a heading tells; whose it is may stand in the heading above it.
fn context(scene: &Scene, heading: usize) -> Standing {
    let block = &scene.blocks.items[heading];
    let mut own = standing(scene, &scene.words.inside(block.span));
    if own.stance.is_some() && own.held.is_empty() {
        own.held = above(scene, heading);
    }
    own
}

/// The party that the nearest heading above names, past those that name none.
fn above(scene: &Scene, heading: usize) -> Vec<Holder> {
    for at in (0..heading).rev() {
        let block = &scene.blocks.items[at];
        if block.kind != BlockKind::Heading {
            continue;
        }
        let found = standing(scene, &scene.words.inside(block.span));
        if !found.held.is_empty() {
            return found.held;
        }
        if found.stance.is_none() {
            break;
        }
    }
    Vec::new()
}

/// "Brod: daily crossings", "Wants: a wealth tax", "For Thale: crossings after midnight", "Its price: a seat".
fn labelled(
    scene: &Scene,
    range: &Range<usize>,
    label: Option<Range<usize>>,
    over: &Standing,
    claims: &mut Vec<Claim>,
) {
    let words = scene.words;
    let mut start = range.start;
    if let Some(label) = label.filter(|label| !label.is_empty()) {
        let end = words
            .sentence(words.sentence_of(range.start))
            .end
            .min(range.end);
        tell(scene, &label, range.start..end, over, claims);
        start = end;
    }
    while start < range.end {
        let end = words.sentence(words.sentence_of(start)).end.min(range.end);
        let colon = (start + 1..end.min(start + LONGEST))
            .find(|&at| matches!(words.form(at), ":" | "–" | "—"));
        if let Some(colon) = colon
            && colon + 1 < end
        {
            tell(scene, &(start..colon), colon + 1..end, over, claims);
        } else if over.stance.is_some()
            && let Some(comma) = for_whom(words, start, end)
        {
            let rest = comma + 1..end;
            let is = usize::from(matches!(words.lower(comma + 1), "it" | "that")) * 2;
            let stop = (rest.clone().find(|&at| words.form(at) == ";")).unwrap_or(end);
            tell(scene, &(start..comma), comma + 1 + is..stop, over, claims);
        }
        start = end.max(start + 1);
    }
}

/// "For Brod, | the dam.", "For Merin, | it is the debt.": under a heading that tells the stance, a label too.
fn for_whom(words: &Words, start: usize, end: usize) -> Option<usize> {
    let comma = (start + 2..end.min(start + LONGEST)).find(|&at| words.form(at) == ",")?;
    let it_is = matches!(words.lower(comma + 1), "it" | "that")
        && matches!(words.lower(comma + 2), "is" | "'s" | "’s");
    let bare = (comma + 1..end).all(|at| words.upos(at) != Upos::Aux);
    (words.lower(start) == "for" && comma + 3 < end && (it_is || bare)).then_some(comma)
}

/// Claims each thing behind a label.
fn tell(
    scene: &Scene,
    label: &Range<usize>,
    rest: Range<usize>,
    over: &Standing,
    claims: &mut Vec<Claim>,
) {
    let mut own = standing(scene, label);
    // "The airline's answer: 5.5 percent"
    let words = scene.words;
    let first = words.trim(rest.clone()).start;
    let answers = label.end > label.start
        && matches!(
            words.lower(label.end - 1),
            "answer" | "reply" | "response" | "counter" | "counter-offer" | "counteroffer"
        )
        && first < words.len()
        && words.upos(first) == Upos::Num;
    if answers {
        own.stance = Some(Stance::Offers);
    }
    // "5.5 percent, take it or leave it"
    let rest = match rest
        .clone()
        .find(|&at| answers && matches!(words.form(at), "," | ";"))
    {
        Some(stop) => rest.start..stop,
        None => rest,
    };
    let stance = own
        .stance
        .or(over.stance.filter(|_| !own.held.is_empty() && own.plain));
    let held = if own.held.is_empty() {
        over.held.clone()
    } else {
        own.held
    };
    if let (Some(stance), false) = (stance, held.is_empty()) {
        things(scene, rest, stance, &held, claims);
    }
}

/// Sentences without a verb, from the first on: "Money, mainly. And second, a say in the timetable."
fn fragments(scene: &Scene, range: &Range<usize>, over: &Standing, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(stance) = over.stance.filter(|_| !over.held.is_empty()) else {
        return;
    };
    let mut start = range.start;
    while start < range.end {
        let end = words.sentence(words.sentence_of(start)).end.min(range.end);
        let whole = (start..end).any(|at| {
            matches!(words.upos(at), Upos::Aux)
                || finite(scene, at)
                || matches!(words.form(at), "?" | "\"" | "“")
        });
        let from = past_order(words, start, end);
        let told = (start..end).any(|at| words.form(at) == ":" && at > from);
        let labelled = words.lower(start) == "for";
        if whole || told || labelled || end - start > FRAGMENT {
            return;
        }
        things(scene, from..end, stance, &over.held, claims);
        start = end.max(start + 1);
    }
}

/// Past "First and foremost,", "And third:", "Above all,".
fn past_order(words: &Words, start: usize, end: usize) -> usize {
    let mark = (start..end.min(start + 5)).find(|&at| matches!(words.form(at), "," | ":"));
    let orders = |at: usize| {
        matches!(
            words.lower(at),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "firstly"
                | "secondly"
                | "thirdly"
                | "and"
                | "also"
                | "above"
                | "all"
                | "foremost"
                | "finally"
                | "lastly"
                | "last"
                | "plus"
                | "mainly"
                | "mostly"
                | "chiefly"
                | "most"
                | "then"
                | "next"
                | "but"
                | "not"
                | "least"
                | "besides"
                | "for"
                | "one"
                | "another"
                | "of"
        )
    };
    match mark {
        Some(mark) if (start..mark).all(orders) => mark + 1,
        _ => start,
    }
}

/// A claim on each of the things in a stretch.
fn things(
    scene: &Scene,
    range: Range<usize>,
    stance: Stance,
    held: &[Holder],
    claims: &mut Vec<Claim>,
) {
    let words = scene.words;
    let range = words.trim(range);
    if range.is_empty() {
        return;
    }
    let infinitive = words.lower(range.start) == "to" && words.upos(range.start) == Upos::Part;
    let found = if infinitive || words.xpos(range.start) == Xpos::Vb {
        vec![range]
    } else {
        items(scene, range)
    };
    let whole = found
        .iter()
        .flat_map(Clone::clone)
        .any(|at| finite(scene, at));
    for item in found {
        let premise = surface_premise(words, &item);
        let thing = match &premise {
            Some(premise) if premise.whole.start > item.start => {
                words.trim(item.start..premise.whole.start)
            }
            _ => item.clone(),
        };
        let vague = thing.len() <= 2 && (thing.clone()).any(|at| VAGUE.contains(&words.lemma(at)));
        let bare =
            infinitive || words.xpos(item.start) == Xpos::Vb || begins_thing(scene, thing.start);
        if thing.is_empty() || vague || !bare || whole && premise.is_none() {
            continue;
        }
        // Whatever an item seems to say of itself is the term, not a stance.
        claims.retain(|claim| {
            !(thing.contains(&claim.trigger) && claim.holders.iter().all(|one| held.contains(one)))
        });
        let told = claims.iter().any(|claim| {
            claim.holders.iter().any(|one| held.contains(one))
                && matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start < thing.end && thing.start < phrase.end)
        });
        if told {
            continue;
        }
        let head = head_of(scene, &thing);
        claims.push(Claim {
            stance,
            holders: held.to_vec(),
            trigger: head,
            rule: "heading".into(),
            on: scene.toward(head, thing.clone()),
            evidence: thing.start
                ..premise
                    .as_ref()
                    .map_or(thing.end, |premise| premise.whole.end.max(thing.end)),
            premise,
            reason: None,
            outlet: true,
            via: None,
        });
    }
}

/// What the words of a heading or label tell.
fn standing(scene: &Scene, range: &Range<usize>) -> Standing {
    let words = scene.words;
    let range = words.trim(range.clone());
    if range.is_empty() || range.len() > LONGEST {
        return Standing::default();
    }
    let found = stance_in(words, &range);
    let (before, stance) = match &found {
        Some((at, stance)) => (range.start..at.start, Some(*stance)),
        None => (range.clone(), None),
    };
    let turned = before.clone().any(|at| TURNING.contains(&words.lower(at)));
    let mut held: Vec<Holder> = Vec::new();
    let mut add = |at: usize| {
        for holder in holders(scene, at) {
            if !held.contains(&holder) {
                held.push(holder);
            }
        }
    };
    for at in before
        .clone()
        .filter(|&at| scene.entities.actor(at).is_some())
    {
        add(at);
    }
    // "Off the table for Orveth", "The demands of the union"
    if let Some((at, _)) = &found {
        let next = at.end;
        if next < range.end && matches!(words.lower(next), "for" | "of") {
            for at in next + 1..range.end {
                if scene.entities.actor(at).is_some() {
                    add(at);
                }
            }
        }
    }
    // Whoever is named, and next to nothing else.
    let rest = before
        .clone()
        .filter(|&at| scene.entities.actor(at).is_none() && words.upos(at) != Upos::Punct)
        .filter(|&at| {
            !matches!(
                words.lower(at),
                "the"
                    | "what"
                    | "does"
                    | "do"
                    | "is"
                    | "are"
                    | "for"
                    | "and"
                    | "'s"
                    | "its"
                    | "their"
                    | "key"
                    | "main"
            )
        })
        .count();
    let verbs = before
        .clone()
        .any(|at| words.is_verb(at) && !matches!(words.lemma(at), "do" | "be" | "say" | "have"));
    if turned || verbs || held.len() > 3 || rest > 3 {
        return Standing::default();
    }
    Standing {
        stance,
        plain: rest == 0,
        held,
    }
}

/// The words that tell the stance, where nothing else follows them.
fn stance_in(words: &Words, range: &Range<usize>) -> Option<(Range<usize>, Stance)> {
    let mut best: Option<(Range<usize>, Stance)> = None;
    let forms: Vec<Cow<str>> = (range.clone())
        .map(|word| match words.lower(word) {
            form if form.contains('’') => form.replace('’', "'").into(),
            form => form.into(),
        })
        .collect();
    for (stance, phrases) in STANDINGS {
        for phrase in *phrases {
            let length = phrase.split(' ').count();
            let found = forms.windows(length).position(|forms| {
                forms
                    .iter()
                    .zip(phrase.split(' '))
                    .all(|(one, two)| one == two)
            });
            let Some(at) = found.map(|place| range.start + place) else {
                continue;
            };
            let rest = words.trim(at + length..range.end);
            let rest = rest
                .filter(|&word| words.upos(word) != Upos::Punct)
                .map(|word| words.lower(word))
                .collect::<Vec<_>>()
                .join(" ");
            let closes = TRAILING.contains(&rest.as_str())
                || rest.starts_with("for ")
                || rest.starts_with("of ");
            let longer = best.as_ref().is_none_or(|(other, _)| {
                other.len() < length || other.len() == length && other.start < at
            });
            if closes && longer {
                best = Some((at..at + length, *stance));
            }
        }
    }
    best
}
