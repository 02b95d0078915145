//! Which thing a phrase means that was spoken of before: "it", "the idea", "the hotline", "suspending drilling".

use std::collections::HashSet;
use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use super::Provision;
use crate::entities::EntityId;
use crate::numbers::parameters;
use crate::stances::Claim;
use crate::words::Words;

/// What has been said so far of each provision.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Beginnings of the words by which it has been called: "the troop limit", then "the limit".
    stems: HashSet<String>,
    /// How parties have stood toward it.
    stances: Vec<Stance>,
    /// The word at which it was last spoken of.
    last: usize,
    /// The parties that spoke of it there.
    by: Vec<EntityId>,
}

impl Known {
    /// Notes another phrase for the thing, and how somebody stands toward it there.
    pub fn learn(&mut self, words: &Words, phrase: Range<usize>, claim: &Claim) {
        self.last = self.last.max(phrase.start);
        self.by = claim.holders.iter().map(|holder| holder.party).collect();
        self.stems.extend(content_stems(words, phrase));
        self.stances.push(claim.stance);
    }

    /// "would open the road but would not discuss the islands": what the same party gives and refuses in one sentence are two
    /// things, where nothing of the one is in the name of the other.
    pub fn is_set_against(&self, words: &Words, phrase: &Range<usize>, claim: &Claim) -> bool {
        let refuses = |stance: Stance| {
            matches!(
                stance,
                Stance::Rejects | Stance::Opposes | Stance::RedLine | Stance::DeclinesToSay
            )
        };
        words.sentence_of(self.last) == words.sentence_of(phrase.start)
            && (claim.holders.iter()).any(|holder| self.by.contains(&holder.party))
            && (self.stances.last()).is_some_and(|&last| refuses(last) != refuses(claim.stance))
            && content_stems(words, phrase.clone()).is_disjoint(&self.stems)
    }

    /// Whether all who spoke of it were against it.
    fn is_only_refused(&self) -> bool {
        !self.stances.is_empty()
            && (self.stances.iter())
                .all(|stance| matches!(stance, Stance::Rejects | Stance::Opposes | Stance::RedLine))
    }
}

/// Nouns that name nothing of what was asked, offered or said, with the stances by which it was.
const SAYINGS: &[(&str, &[Stance])] = &[
    ("idea", &[Stance::Proposes]),
    ("suggestion", &[Stance::Proposes]),
    ("proposal", &[Stance::Proposes, Stance::Offers]),
    ("notion", &[Stance::Proposes]),
    ("offer", &[Stance::Offers, Stance::Proposes]),
    ("promise", &[Stance::Offers]),
    ("pledge", &[Stance::Offers]),
    ("concession", &[Stance::Offers, Stance::Withdraws]),
    ("request", &[Stance::Demands]),
    ("demand", &[Stance::Demands]),
    ("claim", &[Stance::Demands]),
    ("condition", &[Stance::Demands]),
    ("precondition", &[Stance::Demands]),
    ("requirement", &[Stance::Demands]),
    ("insistence", &[Stance::Demands]),
    ("move", &[]),
    ("step", &[]),
    ("measure", &[]),
    ("clause", &[]),
    ("provision", &[]),
    ("plan", &[]),
    ("point", &[]),
    ("question", &[]),
    ("issue", &[]),
    ("matter", &[]),
    ("option", &[]),
    ("approach", &[]),
    ("arrangement", &[]),
    ("scheme", &[]),
    ("solution", &[]),
    ("decision", &[]),
    ("text", &[]),
];

/// The stances by which what a noun says was told; nothing for a noun that names a thing of its own.
fn saying(lemma: &str) -> Option<&'static [Stance]> {
    SAYINGS
        .iter()
        .find(|(noun, _)| *noun == lemma)
        .map(|(_, stances)| *stances)
}

/// Whether a phrase names no thing of its own: "the idea", "any such condition".
pub(super) fn says_nothing(words: &Words, head: usize, phrase: &Range<usize>) -> bool {
    // "called for a decision by Sunday": that is the thing.
    let new = matches!(words.lemma(head), "decision" | "solution")
        && matches!(words.lower(phrase.start), "a" | "an");
    !new && (saying(words.lemma(head)).is_some() || words.upos(head) == Upos::Pron)
        && content_stems(words, phrase.clone()).is_empty()
}

/// "It", "that", "them", alone.
pub(super) fn is_pronoun(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().all(|word| {
        matches!(words.upos(word), Upos::Pron | Upos::Det | Upos::Punct)
            && matches!(
                words.lemma(word),
                "it" | "they"
                    | "them"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "he"
                    | "she"
                    | "we"
                    | "i"
                    | "you"
            )
            || words.upos(word) == Upos::Punct
    })
}

/// The provision that is written with these words, or with three quarters of them.
pub(super) fn same_words(all: &[Provision], phrase: &Range<usize>) -> Option<usize> {
    all.iter().position(|known| {
        let shared = known
            .words
            .end
            .min(phrase.end)
            .saturating_sub(known.words.start.max(phrase.start));
        shared * 4 >= known.words.len().max(phrase.len()) * 3
    })
}

/// The provision spoken of before that a phrase means.
pub(super) fn meant(
    words: &Words,
    all: &[Provision],
    known: &[Known],
    head: usize,
    phrase: &Range<usize>,
    topic: Option<&str>,
) -> Option<usize> {
    let lemma = words.lemma(head);
    let here = words.sentence_of(head);
    let pairs: Vec<(&Provision, &Known)> = all.iter().zip(known).collect();
    let within = |(provision, known): &(&Provision, &Known), back: usize| {
        provision.head < head && words.sentence_of(provision.head.max(known.last)) + back >= here
    };
    let near = |pair: &(&Provision, &Known)| within(pair, 2) && pair.0.in_record;
    let pronoun = words.upos(head) == Upos::Pron
        || phrase.len() == 1 && matches!(lemma, "one" | "this" | "that" | "it");
    if pronoun {
        // "accepted the plan, but Orveth rejected it": what nobody has named is meant where it stands beside.
        let beside = |pair: &(&Provision, &Known)| {
            within(pair, 1) && saying(words.lemma(pair.0.head)).is_some()
        };
        let here = |pair: &(&Provision, &Known)| within(pair, 0) && pair.0.in_record;
        return latest(&pairs, here)
            .or_else(|| latest(&pairs, beside))
            .or_else(|| latest(&pairs, near));
    }
    let definite = words.children_by(head, &[Rel::Det]).any(|det| {
        matches!(
            words.lemma(det),
            "the" | "this" | "that" | "these" | "those" | "any" | "such"
        )
    });
    let empty = saying(lemma);
    let stems = content_stems(words, phrase.clone());
    let best = all
        .iter()
        .zip(known)
        .enumerate()
        .rev()
        .filter(|(_, (provision, _))| provision.head != head)
        .find(|(_, (_, known))| {
            !stems.is_empty() && stems.iter().all(|stem| known.stems.contains(stem))
        });
    if let Some((index, _)) = best.filter(|_| {
        stems.len() > 1
            || definite
            || words.upos(head) != Upos::Propn
                && words.child(head, &[Rel::Det, Rel::Nummod]).is_none()
    }) {
        return Some(index);
    }
    let counted = words
        .text_of(phrase.clone())
        .contains(|char: char| char.is_ascii_digit());
    if definite && stems.is_empty() && is_measure(lemma) && !counted {
        // "the figure": the last thing with a number.
        return latest(&pairs, |pair| {
            within(pair, 7) && !pair.0.parameters.is_empty()
        });
    }
    let whose = words
        .children_by(head, &[Rel::Nmod, Rel::NmodPoss])
        .any(|owner| words.upos(owner) == Upos::Propn && phrase.contains(&owner));
    let nameless = phrase.clone().all(|word| {
        words.upos(word) == Upos::Propn || content_stems(words, word..word + 1).is_empty()
    });
    if let Some(stances) = empty.filter(|_| nameless && (definite || whose)) {
        // "the plan": the one that was told as a plan ("her plan to require …"), however long ago.
        let namesake = latest(&pairs, |pair| {
            pair.0.head < head && pair.0.in_record && words.lemma(pair.0.head) == lemma
        });
        if namesake.is_some() && stems.is_empty() {
            return namesake;
        }
        // "the offer", "Orveth's offer": the last thing that was offered, else whatever was last spoken of.
        let told = latest(&pairs, |pair| {
            within(pair, 4)
                && pair.0.in_record
                && pair.1.stances.iter().any(|stance| stances.contains(stance))
        });
        if told.is_some() || stems.is_empty() {
            // What was only ever refused was no idea of anybody's: "she would not pay; he welcomed the idea".
            let spoken = latest(&pairs, near);
            let refused = |index: &usize| !stances.is_empty() && known[*index].is_only_refused();
            return told.or(spoken.filter(|index| !refused(index)));
        }
    }
    // "an index": another thing than what was told just before.
    let another =
        (words.children_by(head, &[Rel::Det])).any(|det| matches!(words.lemma(det), "a" | "an"));
    if definite
        || empty.is_some() && !another
        || !another && stems.len() == 1 && words.upos(head) == Upos::Noun && phrase.len() <= 2
    {
        return latest(&pairs, |pair| {
            let provision = pair.0;
            topic.is_some()
                && provision.topic.as_deref() == topic
                && within(pair, 3)
                // "The codes of the coastal batteries" are named too fully to be whatever else is shared.
                && (stems.len() < 2 || !stems.is_disjoint(&pair.1.stems))
                && !parameters(words, phrase.clone()).iter().any(|mine| {
                    provision
                        .parameters
                        .iter()
                        .all(|its| its.value != mine.value)
                })
        });
    }
    None
}

/// The provision spoken of last among those that fit.
fn latest(
    pairs: &[(&Provision, &Known)],
    fits: impl Fn(&(&Provision, &Known)) -> bool,
) -> Option<usize> {
    let fitting = pairs.iter().enumerate().filter(|(_, pair)| fits(pair));
    fitting
        .max_by_key(|(_, pair)| pair.0.head.max(pair.1.last))
        .map(|(index, _)| index)
}

/// Nouns of values.
fn is_measure(lemma: &str) -> bool {
    matches!(
        lemma,
        "figure" | "number" | "amount" | "sum" | "percentage" | "rate" | "total" | "price"
    )
}

/// Beginnings of the words that carry meaning: «suspension» and «suspending» share theirs.
fn content_stems(words: &Words, range: Range<usize>) -> HashSet<String> {
    range
        .filter(|&word| {
            matches!(
                words.upos(word),
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
            )
        })
        .filter(|&word| {
            let lemma = words.lemma(word);
            saying(lemma).is_none()
                && !is_measure(lemma)
                && !matches!(lemma, "any" | "set" | "be" | "have")
        })
        .map(|word| words.lemma(word).chars().take(5).collect())
        .collect()
}

/// How many sentences back a fuller name of a thing is looked for.
const FULLER_BACK: usize = 8;
/// A longer phrase is a sentence, not a name.
const LONGEST_NAME: usize = 14;

/// The fuller name by which a thing was brought up that is now called "the fund", "a consortium", "one": the last noun
/// phrase before with the same noun and more to it. Not for what has figures of its own.
pub(super) fn fuller_name(
    words: &Words,
    head: usize,
    phrase: &Range<usize>,
    is_other: impl Fn(usize) -> bool,
) -> Option<(usize, Range<usize>)> {
    let here = words.sentence_of(head);
    let pronoun = phrase.len() == 1 && words.lemma(head) == "one";
    let bare = words.upos(head) == Upos::Noun
        && phrase.len() <= 4
        && words.children(head).filter(|at| phrase.contains(at)).all(|child| {
            matches!(words.rel(child), Rel::Det | Rel::Compound | Rel::Amod | Rel::Punct | Rel::Case)
                && words.upos(child) != Upos::Num
        })
        // "another fund", "no fund": not the one spoken of.
        && words.child(head, &[Rel::Det]).is_some_and(|det| {
            matches!(words.lemma(det), "the" | "this" | "that" | "these" | "those" | "a" | "an")
        });
    if !pronoun && !bare {
        return None;
    }
    let stems = content_stems(words, phrase.clone());
    let back = if pronoun { 2 } else { FULLER_BACK };
    let first = words.sentence(here.saturating_sub(back)).start;
    (first..phrase.start).rev().find_map(|noun| {
        let same = words.upos(noun) == Upos::Noun
            && !matches!(words.rel(noun), Rel::Compound | Rel::Flat | Rel::Amod)
            && !is_other(noun);
        let fits = same
            && if pronoun {
                words
                    .child(noun, &[Rel::Det])
                    .is_some_and(|det| matches!(words.lemma(det), "a" | "an"))
                    && matches!(
                        words.rel(noun),
                        Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Root
                    )
            } else {
                words.lemma(noun) == words.lemma(head)
            };
        if !fits {
            return None;
        }
        let range = name_of(words, noun);
        let more = content_stems(words, range.clone());
        let fuller = pronoun || more.len() > stems.len() && stems.is_subset(&more);
        (fuller && range.contains(&noun) && range.len() <= LONGEST_NAME).then_some((noun, range))
    })
}

/// A noun with what belongs to it, up to the next comma or quotation mark.
fn name_of(words: &Words, noun: usize) -> Range<usize> {
    let mut range = words.subtree(noun);
    while range.start < noun && matches!(words.rel(range.start), Rel::Case | Rel::Punct | Rel::Cc) {
        range.start += 1;
    }
    let stop = (noun + 1..range.end).find(|&at| {
        matches!(
            words.form(at),
            "," | ";" | "?" | "\"" | "”" | "“" | ":" | "–" | "—"
        )
    });
    range.end = stop.unwrap_or(range.end);
    words.trim(range)
}
