//! Talk that a report prints as it went: which blocks ask and which answer, by the labels before them ("Q:", "MARN:", "The
//! Beacon:") or, where nothing stands before them, by their questions.

use rapporteur_model::{BlockKind, Span};

use super::EntityId;
use crate::blocks::{Block, Blocks};
use crate::words::Words;

/// A turn of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Whether somebody asks here; else somebody answers.
    pub asks: bool,
    /// What stands before it; nothing where the talk has no labels, or where it goes on.
    pub label: Option<Span>,
    /// Who answers, where the report tells.
    pub speaker: Option<EntityId>,
}

/// The fewest questions that make a talk.
const FEWEST: usize = 2;

/// Labels of whoever asks.
const ASKERS: &[&str] = &[
    "q",
    "question",
    "reporter",
    "journalist",
    "moderator",
    "interviewer",
    "correspondent",
    "host",
    "presenter",
    "anchor",
    "editor",
];

/// Labels of whoever answers, whatever the name.
const ANSWERERS: &[&str] = &["a", "answer"];

/// For each block, the turn that it is.
pub fn turns(words: &Words, blocks: &Blocks) -> Vec<Option<Turn>> {
    let labelled = labelled(words, blocks);
    // Where most parts say who speaks, nobody speaks without a label.
    let named = |block: &&Block| {
        let label = block.label.map_or("", |label| label.of(words.text));
        label.chars().filter(|c| c.is_alphabetic()).count() > 2
    };
    let bodies = || blocks.items.iter().filter(|block| is_body(block));
    if labelled.iter().any(Option::is_some) || bodies().filter(named).count() * 2 > bodies().count()
    {
        return labelled;
    }
    unlabelled(words, blocks)
}

/// A label without what comes with it: "Q (Beacon News)", "Q2" and "Q" are the same.
pub(super) fn plain(label: &str) -> String {
    let bare = label.split(['(', '[']).next().unwrap_or(label);
    let bare = bare.trim_matches(|c: char| !c.is_alphanumeric());
    let unnumbered = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    (if unnumbered.is_empty() {
        bare
    } else {
        unnumbered
    })
    .trim()
    .to_lowercase()
}

fn is_body(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
}

fn asks_by_words(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', '*', '_', ' '])
        .ends_with('?')
}

/// Turns by their labels. A label that is none of the usual ones asks where at least half of its turns end in a question,
/// and more of them than those of the others.
fn labelled(words: &Words, blocks: &Blocks) -> Vec<Option<Turn>> {
    let none = vec![None; blocks.items.len()];
    let label_of = |block: &Block| block.label.map(|label| plain(label.of(words.text)));
    let mut heads: Vec<(String, usize, usize)> = Vec::new();
    for block in blocks.items.iter().filter(|block| is_body(block)) {
        let Some(label) = label_of(block) else {
            continue;
        };
        let asks = usize::from(asks_by_words(block.span.of(words.text)));
        match heads.iter_mut().find(|(head, _, _)| *head == label) {
            Some((_, turns, questions)) => {
                *turns += 1;
                *questions += asks;
            }
            None => heads.push((label, 1, asks)),
        }
    }
    let asks = |label: &str| {
        if ANSWERERS.contains(&label) {
            return false;
        }
        ASKERS.contains(&label)
            || heads.iter().find(|(head, _, _)| head == label).is_some_and(
                |&(_, turns, questions)| {
                    let most = heads
                        .iter()
                        .all(|(_, other, asked)| asked * turns <= questions * other);
                    // Of two who speak, the one who puts more questions asks, though she tells things as well.
                    let of_two = heads.len() == 2 && questions >= FEWEST && questions * 4 >= turns;
                    (questions * 2 >= turns || of_two) && most
                },
            )
    };
    let counted = |wanted: bool| -> usize {
        (heads.iter())
            .filter(|(head, _, _)| asks(head) == wanted)
            .map(|(_, turns, _)| turns)
            .sum()
    };
    let again = heads.iter().any(|&(_, turns, _)| turns > 1);
    let talk = counted(true) >= FEWEST && counted(false) >= FEWEST && again;
    if !talk && !is_debate(words, blocks) {
        return none;
    }
    let asks = |label: &str| match talk {
        true => asks(label),
        false => ASKERS.contains(&label) || is_chair(label),
    };
    let mut before: Option<Turn> = None;
    let mut turns = none;
    for (index, block) in blocks.items.iter().enumerate() {
        let turn = match (label_of(block), before) {
            _ if block.kind == BlockKind::Aside => continue,
            _ if !is_body(block) => None,
            (Some(label), _) => Some(Turn {
                asks: asks(&label),
                label: block.label,
                speaker: None,
            }),
            // The same speaker goes on in a paragraph of its own.
            (None, Some(turn)) if is_in_person(words, block) => Some(turn),
            _ => None,
        };
        before = turn;
        turns[index] = turn;
    }
    turns
}

/// Who gives the floor to others: what they put to them is asked.
fn is_chair(label: &str) -> bool {
    let office = label.strip_prefix("the ").unwrap_or(label);
    let office = (office
        .strip_prefix("mr ")
        .or_else(|| office.strip_prefix("madam ")))
    .unwrap_or(office);
    matches!(
        office,
        "chair"
            | "chairman"
            | "chairwoman"
            | "chairperson"
            | "speaker"
            | "presiding officer"
            | "clerk"
    )
}

/// Whether several people speak in their own name, each with a label: a hearing, a debate, remarks at a door.
fn is_debate(words: &Words, blocks: &Blocks) -> bool {
    let labelled = || (blocks.items.iter()).filter(|block| is_body(block) && block.label.is_some());
    let own = labelled()
        .filter(|block| said_in_person(words, block))
        .count();
    let mut heads: Vec<String> = labelled()
        .filter_map(|block| block.label)
        .map(|label| plain(label.of(words.text)))
        .collect();
    let blocks = heads.len();
    heads.sort_unstable();
    heads.dedup();
    own >= 3 && own * 2 >= blocks && heads.len() >= 2
}

/// Whether somebody says "I" or "we" in a part, all of which may stand in quotation marks.
fn said_in_person(words: &Words, block: &Block) -> bool {
    let text = block.span.of(words.text).trim_start();
    if text.starts_with(['"', '“']) {
        return words
            .inside(block.span)
            .any(|word| matches!(words.lower(word), "i" | "we" | "my" | "our"));
    }
    is_in_person(words, block)
}

/// Whether a block has "I" or "we" outside quotation marks.
fn is_in_person(words: &Words, block: &Block) -> bool {
    first_person(words, block) > 0
}

fn first_person(words: &Words, block: &Block) -> usize {
    unquoted(words, block)
        .filter(|&word| {
            matches!(
                words.lower(word),
                "i" | "we" | "my" | "our" | "me" | "us" | "ours" | "mine"
            )
        })
        .count()
}

/// The words of a block that stand outside quotation marks.
fn unquoted<'a>(words: &'a Words, block: &Block) -> impl Iterator<Item = usize> + 'a {
    let mut inside = false;
    words.inside(block.span).filter(move |&word| {
        match words.form(word) {
            "“" => inside = true,
            "”" => inside = false,
            "\"" => inside = !inside,
            _ => {}
        }
        !inside
    })
}

/// Turns without labels: paragraphs that end in a question, each with a paragraph behind it that does not; in most of
/// the answers somebody says "I" or "we" outside quotation marks.
fn unlabelled(words: &Words, blocks: &Blocks) -> Vec<Option<Turn>> {
    let none = vec![None; blocks.items.len()];
    let body: Vec<usize> = (0..blocks.items.len())
        .filter(|&index| {
            let block = &blocks.items[index];
            is_body(block)
                || block.kind == BlockKind::Heading && asks_by_words(block.span.of(words.text))
        })
        .collect();
    let asks = |at: usize| asks_by_words(blocks.items[body[at]].span.of(words.text));
    let questions: Vec<usize> = (0..body.len())
        .filter(|&at| asks(at) && at + 1 < body.len() && !asks(at + 1))
        .collect();
    let in_person = |at: usize| is_in_person(words, &blocks.items[body[at]]);
    let answered = questions.iter().filter(|&&at| in_person(at + 1)).count();
    if questions.len() <= FEWEST || answered < FEWEST || answered * 2 < questions.len() {
        return none;
    }
    let turn = |asks| {
        Some(Turn {
            asks,
            label: None,
            speaker: None,
        })
    };
    let mut turns = none;
    let mut at = questions[0];
    while at < body.len() {
        let behind_answer =
            at > questions[0] && turns[body[at - 1]].is_some_and(|turn: Turn| !turn.asks);
        if questions.contains(&at) {
            turns[body[at]] = turn(true);
            turns[body[at + 1]] = turn(false);
            at += 2;
        } else if behind_answer
            && at + 1 < body.len()
            && !asks(at + 1)
            && puts(words, &blocks.items[body[at]])
        {
            // "Their commander claims that you have swallowed it.": put to the other without a question mark.
            turns[body[at]] = turn(true);
            turns[body[at + 1]] = turn(false);
            at += 2;
        } else {
            turns[body[at]] = turn(false).filter(|_| behind_answer && in_person(at));
            at += 1;
        }
    }
    turns
}

/// Whether a paragraph may be put to somebody as a question is: short, and nobody says "I" in it.
fn puts(words: &Words, block: &Block) -> bool {
    let inside = words.inside(block.span);
    let asked = words.text_of(inside.start..(inside.start + 1).min(inside.end)) == "Asked";
    inside.len() <= 45 && first_person(words, block) == 0 && !asked
}
