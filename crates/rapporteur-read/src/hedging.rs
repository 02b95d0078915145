//! Hedges: the words that weaken what a predicate tells, wherever in its sentence they stand.
//!
//! They are kept with every entry that they weaken, as written and in their order. Before it ("Perhaps Velmar accepts"),
//! above it ("Velmar seems to accept", "It is said that Velmar accepts"), beside it ("Velmar, it appears, accepts") or
//! behind it ("Velmar accepts it, at least for now"): a reader who sees the entry alone has to see them too.

use std::ops::Range;

use rapporteur_lexicon::{Hedges, Hedging};
use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// How far up a predicate's hedges are looked for, in words of the tree.
const FAR: usize = 6;

/// The hedges of a predicate, joined by "; "; none where nothing weakens it.
///
/// `told` are the words that tell it, all of which count; `is_own` says whether a noun is whoever holds what is told, so
/// that what it thinks itself is no hedge ("Velmar believes that it can accept").
pub(crate) fn hedge(
    words: &Words,
    hedges: &Hedges,
    predicate: usize,
    told: &Range<usize>,
    is_own: impl Fn(usize) -> bool,
) -> Option<String> {
    let mut found = within(words, hedges, predicate, told);
    let chain = chain(words, hedges, predicate, &is_own, &mut found);
    let top = chain.last().copied().unwrap_or(predicate);
    let sentence = words.sentence(words.sentence_of(predicate));
    for word in sentence.clone().filter(|word| !told.contains(word)) {
        if hedges.is_hedge(words.lower(word)) {
            let above = words.head(word).unwrap_or(word);
            let beside = matches!(
                words.rel(word),
                Rel::Advmod | Rel::Discourse | Rel::Parataxis | Rel::Dep
            ) && chain.contains(&above)
                // "…, Reuters reported": who tells it
                && !words.is_verb(word);
            // "Perhaps Velmar": wherever the tree hangs what opens the sentence.
            let of_subject = words.rel(above) == Rel::Nsubj
                && words.head(above).is_some_and(|verb| chain.contains(&verb));
            let opens = word == sentence.start && (of_subject || words.head(above) == Some(top));
            if beside || opens && words.upos(word) == Upos::Adv {
                found.push(word..word + 1);
            }
        }
        if let Some(end) = phrase_at(words, hedges, word, sentence.end)
            && belongs(words, &(word..end), &chain)
        {
            found.push(word..end);
        }
    }
    for &above in &chain {
        for aside in words.children_by(above, &[Rel::Parataxis, Rel::Ccomp, Rel::Dep, Rel::Conj]) {
            if !told.contains(&aside) {
                found.extend(self::aside(words, hedges, aside, predicate));
            }
        }
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found.dedup_by(|next, before| next.start < before.end);
    let texts: Vec<&str> = found
        .into_iter()
        .map(|range| words.text_of(range))
        .collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// The hedges among the words that tell it.
fn within(
    words: &Words,
    hedges: &Hedges,
    predicate: usize,
    told: &Range<usize>,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // "A committee holding almost 60 percent dismissed it": the "almost" is not of the dismissal.
    let subject = words.child(predicate, &[Rel::Nsubj, Rel::NsubjPass]);
    let of_subject = |word: usize| subject.is_some_and(|subject| words.is_within(word, subject));
    for word in told.clone().filter(|&word| !of_subject(word)) {
        if hedges.is_hedge(words.lower(word)) && weakens(words, word, predicate) {
            found.push(word..word + 1);
        }
        found.extend(phrase_at(words, hedges, word, told.end).map(|end| word..end));
    }
    // "A pause is conceivable": what is said of the thing weakens itself.
    if matches!(
        words.lemma(predicate),
        "conceivable" | "possible" | "imaginable"
    ) {
        found.push(predicate..predicate + 1);
    }
    found
}

/// Whether a hedge among the words that tell something weakens it: a modal of the predicate or of what it tells, if that is
/// not negated ("could not accept"), an adverb; no month ("May") and no amount ("half of it").
fn weakens(words: &Words, word: usize, predicate: usize) -> bool {
    let Some(above) = words.head(word) else {
        return words.upos(word) == Upos::Adv;
    };
    if words.rel(word) == Rel::Aux {
        return (above == predicate
            || words.is_within(predicate, above)
            || is_told_by(words, above, predicate))
            && words.negation(above).is_none();
    }
    match words.upos(word) {
        Upos::Adv => true,
        // "its alleged acceptance of a partial ban"
        Upos::Adj | Upos::Verb => above == predicate,
        Upos::Noun | Upos::Num | Upos::Propn | Upos::Det | Upos::Aux | Upos::Pron => {
            words.rel(word) == Rel::Advmod
        }
        _ => true,
    }
}

/// "suggested that summaries might suffice": what a predicate puts forward, but not what it asks, doubts or rules out.
fn is_told_by(words: &Words, content: usize, predicate: usize) -> bool {
    let none = (words.child(content, &[Rel::Nsubj, Rel::NsubjPass])).is_some_and(|subject| {
        matches!(words.lemma(subject), "nothing" | "nobody" | "none")
            || (words.children_by(subject, &[Rel::Det])).any(|no| words.lemma(no) == "no")
    });
    words.rel(content) == Rel::Ccomp
        && words.head(content) == Some(predicate)
        && !none
        && words.negation(predicate).is_none()
        && (words.children_by(content, &[Rel::Mark])).all(|mark| words.lemma(mark) == "that")
        && !(words.children(content))
            .any(|child| words.lower(child).starts_with("wh") || words.lower(child) == "how")
}

/// The word behind a hedge of several words that begins here.
fn phrase_at(words: &Words, hedges: &Hedges, at: usize, end: usize) -> Option<usize> {
    // "people close to the minister"
    if words.upos(at) == Upos::Adj
        && at > 0
        && matches!(words.upos(at - 1), Upos::Noun | Upos::Pron)
    {
        return None;
    }
    hedges
        .phrases(words.lower(at))
        .find(|phrase| {
            at + phrase.len() <= end
                && (phrase.iter().zip(at..)).all(|(part, word)| words.lower(word) == part)
        })
        .map(|phrase| at + phrase.len())
        // "all but those accused"
        .filter(|&end| words.lower(end - 1) != "but" || words.is_verb(end))
}

/// The predicate and the words above it that tell the same: "seems", "ready", "said". Those that weaken it are `found`.
fn chain(
    words: &Words,
    hedges: &Hedges,
    predicate: usize,
    is_own: &impl Fn(usize) -> bool,
    found: &mut Vec<Range<usize>>,
) -> Vec<usize> {
    let mut chain = vec![predicate];
    let mut at = predicate;
    for _ in 0..FAR {
        let Some(head) = words.head(at) else {
            break;
        };
        match words.rel(at) {
            Rel::Cop | Rel::Aux | Rel::AuxPass => {}
            Rel::Xcomp => {
                if seems(words, hedges, head) {
                    found.push(predicate_of(words, head));
                }
            }
            Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::Advcl | Rel::Parataxis => {
                let Some(over) = over(words, hedges, head, at, is_own) else {
                    // "its envoy reportedly told them that it might": so is what was told.
                    let told = words.children_by(head, &[Rel::Advmod]);
                    found.extend(
                        told.filter(|&adverb| hedges.is_hedge(words.lower(adverb)))
                            .map(|adverb| adverb..adverb + 1),
                    );
                    break;
                };
                found.push(over);
            }
            // "could accept the one and back the other": so would be the second.
            Rel::Conj
                if words
                    .child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
                    .is_none() =>
            {
                let before = words.children_by(head, &[Rel::Aux, Rel::Advmod]);
                found.extend(
                    before
                        .filter(|&word| word < head && hedges.is_hedge(words.lower(word)))
                        .filter(|&word| weakens(words, word, head))
                        .map(|word| word..word + 1),
                );
                break;
            }
            _ => break,
        }
        chain.push(head);
        at = head;
    }
    chain
}

/// "seems", and "is said", "has been reported", where nobody says so: what stands below is no more than that.
fn seems(words: &Words, hedges: &Hedges, verb: usize) -> bool {
    let lemma = words.lemma(verb);
    hedges.is(Hedging::Seeming, lemma)
        || hedges.is(Hedging::Hearsay, lemma)
            && words.is_passive(verb)
            && words.child(verb, &[Rel::OblAgent]).is_none()
}

/// The words of a clause above that weaken the one below: "It seems that", "It is thought that", "officials believe that".
fn over(
    words: &Words,
    hedges: &Hedges,
    above: usize,
    below: usize,
    is_own: &impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let lemma = words.lemma(above);
    let subject = words.child(above, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl]);
    let impersonal = subject.is_some_and(|subject| matches!(words.lower(subject), "it" | "there"));
    if words.rel(below) == Rel::Advcl {
        // "It looks as if Velmar accepts": a comparison, not "it looks for a way when".
        let like = (words.child(below, &[Rel::Mark]))
            .is_some_and(|mark| matches!(words.lower(mark), "as" | "if" | "though" | "like"));
        let likened = hedges.is(Hedging::Seeming, lemma) && impersonal && like;
        return likened.then(|| predicate_of(words, above));
    }
    if impersonal && seems(words, hedges, above) {
        return Some(predicate_of(words, above));
    }
    // "It is possible that", "It is likely that"
    if impersonal
        && (hedges.is_hedge(lemma) || matches!(lemma, "possible" | "conceivable" | "probable"))
    {
        return Some(above..above + 1);
    }
    let thinks = hedges.is(Hedging::Thinking, lemma)
        && words.is_verb(above)
        && !words.is_passive(above)
        && words.negation(above).is_none();
    (thinks && subject.is_some_and(|subject| !is_own(subject))).then(|| above..above + 1)
}

/// A verb with its auxiliaries and copula before it: "is said", "would seem".
fn predicate_of(words: &Words, verb: usize) -> Range<usize> {
    let first = words
        .children_by(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .filter(|&aux| aux < verb)
        .min();
    first.unwrap_or(verb)..verb + 1
}

/// What is put in beside a clause and weakens it: "it seems", "they say", "or so it is said", "we understand".
fn aside(words: &Words, hedges: &Hedges, verb: usize, predicate: usize) -> Option<Range<usize>> {
    let lemma = words.lemma(verb);
    if words.is_within(predicate, verb) || !words.is_verb(verb) {
        return None;
    }
    let subject = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl])?;
    // "or so Orveth hopes", "so the envoy claims"
    let so =
        (words.children_by(verb, &[Rel::Advmod])).any(|so| words.lower(so) == "so" && so < subject);
    if so && words.subtree(verb).len() <= FAR {
        return Some(words.trim(words.subtree(verb)));
    }
    let nobody = matches!(
        words.lower(subject),
        "it" | "they" | "one" | "some" | "rumour" | "word"
    );
    let outlet = matches!(words.lower(subject), "we" | "i");
    let weakens = nobody && seems(words, hedges, verb)
        || matches!(words.lower(subject), "they" | "some" | "rumour" | "word")
            && matches!(lemma, "say" | "have" | "go")
            && words.child(verb, &[Rel::Ccomp]).is_none()
        || outlet && hedges.is(Hedging::Thinking, lemma);
    let small = words.subtree(verb);
    (weakens && small.len() <= FAR).then(|| words.trim(subject..verb + 1))
}

/// Whether a hedge of several words hangs on one of the chain, with no other predicate between.
fn belongs(words: &Words, phrase: &Range<usize>, chain: &[usize]) -> bool {
    let Some(top) = words.top(phrase.clone()) else {
        return false;
    };
    let mut at = top;
    for _ in 0..3 {
        if chain.contains(&at) {
            return true;
        }
        match words.head(at) {
            // "Word is that Velmar accepts": the phrase stands above it.
            None => break,
            Some(head) => at = head,
        }
        if words.is_verb(at) && !chain.contains(&at) {
            return false;
        }
    }
    // Where the phrase itself is what the clause hangs on.
    chain.iter().any(|&word| {
        words
            .ancestors(word)
            .take(FAR)
            .any(|above| phrase.contains(&above))
    })
}
