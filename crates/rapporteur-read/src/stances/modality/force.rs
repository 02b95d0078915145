//! Force: how firmly a predicate is put. Negation, modality, conditions.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::unreal::{is_in_part, is_refrained, is_unreal};
use crate::stances::modality::narrated::{is_lasting_never, still_holds};
use crate::stances::modality::pasts::{past_only, when_it_was};
use crate::stances::modality::premises::{
    goes_on_behind, hanging_of, hangings, is_courtesy, is_inside, is_more_so,
};
use crate::words::Words;

/// "circumstances", "price": with "no" or "any", nouns that leave no way open.
fn is_absolute(noun: &str) -> bool {
    matches!(
        noun,
        "circumstance"
            | "condition"
            | "way"
            | "account"
            | "case"
            | "event"
            | "point"
            | "time"
            | "price"
            | "cost"
    )
}

/// Polarity and modality of a predicate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Force {
    /// "not", "no", "neither".
    pub negated: bool,
    /// "never".
    pub never: bool,
    /// "no longer".
    pub no_longer: bool,
    /// The modal, by lemma: would, could, can, may, might, will, should, must, shall.
    pub modal: Option<Box<str>>,
    /// Past tense or perfect: what did not happen is no refusal.
    pub past: bool,
    /// Stands inside an if-clause, a purpose or another hypothesis.
    pub hypothetical: bool,
    /// "not wholly", "not flatly": denied in part, which leaves the rest open.
    pub in_part: bool,
}

/// The condition something hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Premise {
    /// How it is put.
    pub kind: PremiseKind,
    /// Its words, without the conjunction (but with "unless", "until", "without").
    pub words: Range<usize>,
    /// Its head.
    pub head: usize,
    /// The whole of it, conjunction and all.
    pub whole: Range<usize>,
}

/// How a condition is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PremiseKind {
    /// if, once, provided, as long as …
    If,
    /// unless, until, without, before.
    Unless,
    /// in exchange for, in return for.
    Exchange,
    /// subject to, pending, on condition of.
    Subject,
}

impl Premise {
    /// "until the report is in": how long something is to last.
    pub(in crate::stances) fn is_term(&self, words: &Words) -> bool {
        self.kind == PremiseKind::Unless
            && matches!(words.lower(self.whole.start), "until" | "till")
    }

    /// "in return", with nothing behind it: the other half stands elsewhere.
    pub fn is_returned(&self, words: &Words) -> bool {
        self.kind == PremiseKind::Exchange && words.trim(self.words.clone()).len() < 3
    }
}

impl Force {
    /// Looks at the auxiliaries and adverbs of a predicate, and at the clauses it stands in.
    pub fn of(words: &Words, predicate: usize) -> Self {
        words.force(predicate, || Self::found(words, predicate))
    }

    fn found(words: &Words, predicate: usize) -> Self {
        let mut force = Self::default();
        let mut at = predicate;
        for step in 0..4 {
            force.look(words, at, step == 0);
            // "would be willing to": the auxiliaries stand at the head.
            match (words.rel(at), words.head(at)) {
                (Rel::Xcomp, Some(head)) if step < 3 && matches!(words.upos(head), Upos::Adj) => {
                    at = head
                }
                // "is not going to sign": will not.
                (Rel::Xcomp, Some(head)) if is_going_to(words, at) => {
                    force.look(words, head, true);
                    force.modal.get_or_insert("will".into());
                    break;
                }
                (Rel::Conj, Some(head))
                    if step < 3 && force.modal.is_none() && shares_auxiliary(words, at, head) =>
                {
                    at = head;
                }
                _ => break,
            }
        }
        // "refrained from excluding it", "stopped short of backing it": did not.
        force.negated ^= is_refrained(words, predicate);
        // "refused to rule it out": it stays open.
        if is_denial_refused(words, predicate) {
            force.negated ^= true;
            force.past = false;
        }
        // "is not something that Brod would accept", "not something it could agree to"
        if is_of_denied(words, predicate) {
            force.negated ^= true;
            force.past = false;
        }
        // "There is no way it will ever sign", "there is little chance that it will"
        let existing = existing(words, predicate);
        if let Some(none) = existing {
            let ever = (words.children_by(predicate, &[Rel::Advmod]))
                .any(|ever| words.lower(ever) == "ever");
            force.negated ^= none;
            force.never |= none && ever;
            force.past &= !none;
        }
        // "has stopped asking for an apology": does so no longer.
        force.no_longer |= is_stopped(words, predicate);
        force.past |= words.xpos(predicate) == Xpos::Vbd && force.modal.is_none();
        force.past &= !(force.negated && still_holds(words, predicate));
        // "has never accepted the line": always said no to it, and no more than that.
        if force.never && is_lasting_never(words, predicate) {
            (force.past, force.never, force.negated) = (false, false, true);
        }
        // "could not be more opposed to it", "could hardly be happier about it": as much so as can be.
        if force.negated && is_utmost(words, predicate, force.modal.as_deref()) {
            (force.negated, force.modal) = (false, None);
        }
        let supposed = existing == Some(false)
            || is_hypothetical(words, predicate)
            || had_it(words, predicate);
        force.hypothetical = supposed || is_unreal(words, predicate);
        force.in_part = !supposed && is_in_part(words, predicate);
        force
    }

    fn look(&mut self, words: &Words, at: usize, own: bool) {
        let mut ever = false;
        for child in words.children(at) {
            let lemma = words.lemma(child);
            if own && is_fronted_no(words, child, at) {
                self.negated = true;
                ever |= matches!(lemma, "year" | "lifetime" | "life" | "century" | "day");
                continue;
            }
            match words.rel(child) {
                Rel::Aux | Rel::AuxPass | Rel::Cop => {
                    if words.xpos(child) == Xpos::Md && !opens_condition(words, child) {
                        let form = words.lower(child);
                        self.modal.get_or_insert_with(|| modal(form).into());
                    }
                    if matches!(
                        words.lower(child),
                        "did" | "had" | "has" | "have" | "was" | "were"
                    ) {
                        self.past = true;
                    }
                }
                Rel::Advmod | Rel::Cc | Rel::CcPreconj | Rel::Det if own => match lemma {
                    "never" => self.never = true,
                    "ever" => ever = true,
                    "not" | "n't" | "nor" | "neither" | "hardly" | "scarcely" | "barely" => {
                        self.negated = true
                    }
                    // "Not once has Brod backed it"
                    "once" if words.children(child).any(|not| words.lower(not) == "not") => {
                        self.negated = true
                    }
                    _ if words.form(child).eq_ignore_ascii_case("longer") => {
                        self.no_longer |= words.children(child).any(|no| words.lemma(no) == "no")
                            || child > 0 && words.form(child - 1).eq_ignore_ascii_case("no");
                        self.negated |=
                            child > 0 && words.form(child - 1).eq_ignore_ascii_case("any");
                    }
                    _ => {}
                },
                Rel::Nsubj | Rel::NsubjPass if own => {
                    let none = |word: usize| {
                        matches!(
                            words.lemma(word),
                            "no" | "neither" | "none" | "nobody" | "nothing"
                        )
                    };
                    // "not one grave would be moved", "not a single boat"
                    let start = words.subtree(child).start;
                    let not_one = start + 1 < child
                        && words.lower(start) == "not"
                        && matches!(words.lower(start + 1), "one" | "a" | "an");
                    if not_one
                        || none(child)
                        || words
                            .children_by(child, &[Rel::Det, Rel::CcPreconj, Rel::Cc])
                            .any(none)
                    {
                        self.negated = true;
                    }
                }
                // "accepts neither the levy nor the fund"
                Rel::Obj | Rel::Obl
                    if own
                        && child > at
                        && (words.children_by(child, &[Rel::CcPreconj, Rel::Cc, Rel::Det]))
                            .any(|no| no < child && words.lower(no) == "neither") =>
                {
                    self.negated ^= true;
                }
                // "Under no circumstances would it sign", "would not sign at any price".
                Rel::Obl if own && is_absolute(lemma) => {
                    let det = words
                        .child(child, &[Rel::Det])
                        .map_or("", |det| words.lemma(det));
                    self.negated |= det == "no" && child < at;
                    ever |= det == "no" && child < at || det == "any";
                }
                _ => {}
            }
        }
        // "No government will ever recognise it."
        self.never |= ever && self.negated && self.is_modal();
        // "not only": no negation. "cannot": one word of two.
        if self.negated
            && words.children(at).any(|child| {
                words.lemma(child) == "only"
                    && child > 0
                    && words.form(child - 1).eq_ignore_ascii_case("not")
            })
        {
            self.negated = false;
        }
    }

    /// Whether it is put as a readiness, not as a fact.
    pub fn is_modal(&self) -> bool {
        self.modal.as_deref().is_some_and(|modal| {
            matches!(modal, "would" | "could" | "can" | "may" | "might" | "will")
        })
    }

    /// Told as so: no "not", no "would", no "if".
    pub fn is_fact(&self) -> bool {
        !self.negated && !self.never && !self.hypothetical && !self.is_modal()
    }

    /// A refusal: "will not", "cannot", "does not".
    pub fn is_refusal(&self) -> bool {
        (self.negated || self.never)
            && !self.past
            && self.modal.as_deref() != Some("may")
            && self.modal.as_deref() != Some("might")
    }
}

/// "is going to sign": what stands for "will".
pub(in crate::stances) fn is_going_to(words: &Words, infinitive: usize) -> bool {
    words.rel(infinitive) == Rel::Xcomp
        && words.head(infinitive).is_some_and(|going| {
            words.lemma(going) == "go"
                && words.xpos(going) == Xpos::Vbg
                && (words.children_by(going, &[Rel::Aux])).any(|aux| words.lemma(aux) == "be")
        })
}

/// "refused to rule it out", "is not ready to dismiss it", "its refusal to exclude it": whoever will not say no has not
/// said it.
pub(in crate::stances) fn is_denial_refused(words: &Words, denial: usize) -> bool {
    let Some(head) = words.head(denial).filter(|&head| match words.rel(denial) {
        Rel::Xcomp | Rel::Acl => true,
        // "refused on Monday | to rule it out"
        Rel::Advcl => head < denial && words.object(head).is_none(),
        _ => false,
    }) else {
        return false;
    };
    let refuses = match words.lemma(head) {
        "refuse" | "decline" | "unwilling" | "reluctant" | "loath" | "refusal"
        | "unwillingness" | "reluctance" => words.negation(head).is_none(),
        "want" | "wish" | "care" | "like" | "dare" | "ready" | "willing" | "prepared"
        | "prepare" => words.negation(head).is_some(),
        _ => false,
    };
    refuses
        && (words.children_by(denial, &[Rel::Mark])).any(|to| words.lemma(to) == "to")
        && matches!(
            &*words.phrasal(denial),
            "rule out" | "exclude" | "preclude" | "discount" | "dismiss" | "reject" | "foreclose"
        )
}

/// Whether a predicate describes what something is said not to be: "a toll is not something that Brod would accept".
fn is_of_denied(words: &Words, predicate: usize) -> bool {
    words.rel(predicate) == Rel::AclRelcl
        && words.head(predicate).is_some_and(|noun| {
            matches!(
                words.lemma(noun),
                "something" | "thing" | "one" | "what" | "anything"
            ) && words.child(noun, &[Rel::Cop]).is_some()
                && (words.negation(noun).is_some() || is_no_longer(words, noun))
        })
}

/// "could not be more against it", "could hardly be keener"
fn is_utmost(words: &Words, predicate: usize, modal: Option<&str>) -> bool {
    let more = || {
        (words.children_by(predicate, &[Rel::Advmod]))
            .any(|more| more < predicate && words.lower(more) == "more")
    };
    matches!(modal, Some("could" | "can"))
        && words.child(predicate, &[Rel::Cop]).is_some()
        && (words.xpos(predicate) == Xpos::Jjr && words.lower(predicate) != "less" || more())
}

/// "is no longer something", "is not something any longer"
fn is_no_longer(words: &Words, noun: usize) -> bool {
    (words.children_by(noun, &[Rel::Advmod])).any(|longer| {
        words.lower(longer) == "longer"
            && longer > 0
            && matches!(words.lower(longer - 1), "no" | "any")
    })
}

/// "Not in a hundred years would it sign", "Not for a moment did it waver": a time or way that the order of the words
/// denies.
fn is_fronted_no(words: &Words, phrase: usize, predicate: usize) -> bool {
    if phrase >= predicate || !matches!(words.rel(phrase), Rel::Obl | Rel::OblUnmarked) {
        return false;
    }
    let range = words.subtree(phrase);
    let auxiliary = range.end;
    words.lower(range.start) == "not"
        && range.len() > 2
        && !matches!(
            words.lower(range.start + 1),
            "until" | "before" | "unless" | "only" | "without" | "just"
        )
        && auxiliary < predicate
        && words.upos(auxiliary) == Upos::Aux
        && words
            .subject(predicate)
            .is_some_and(|subject| subject > auxiliary)
}

/// Whether there is no way at all that a predicate comes about ("there is no way that", "there is no chance"), or that is
/// only a guess ("there is little chance").
fn existing(words: &Words, predicate: usize) -> Option<bool> {
    let noun = words
        .head(predicate)
        .filter(|_| matches!(words.rel(predicate), Rel::Acl | Rel::AclRelcl | Rel::Ccomp))
        .filter(|&noun| {
            noun < predicate
                && matches!(
                    words.lemma(noun),
                    "way"
                        | "chance"
                        | "world"
                        | "universe"
                        | "planet"
                        | "scenario"
                        | "circumstance"
                        | "prospect"
                        | "possibility"
                        | "likelihood"
                )
        })?;
    let exists = words
        .head(noun)
        .is_some_and(|be| words.lemma(be) == "be" && words.child(be, &[Rel::Expl]).is_some());
    let of = (words.children_by(noun, &[Rel::Det, Rel::Amod]))
        .map(|word| words.lower(word))
        .find(|word| matches!(*word, "no" | "little" | "slim" | "scant" | "small" | "a"))?;
    exists.then_some(of == "no")
}

/// "has stopped insisting", "gave up asking".
pub(in crate::stances) fn is_stopped(words: &Words, predicate: usize) -> bool {
    words.rel(predicate) == Rel::Xcomp
        && words.head(predicate).is_some_and(|head| {
            words.negation(head).is_none()
                && match words.xpos(predicate) {
                    Xpos::Vbg => {
                        matches!(&*words.phrasal(head), "stop" | "cease" | "quit" | "give up")
                    }
                    // "has ceased to ask"
                    _ => words.lemma(head) == "cease",
                }
        })
}

fn modal(form: &str) -> &str {
    match form {
        "ca" => "can",
        "wo" | "'ll" | "’ll" => "will",
        "'d" | "’d" => "would",
        "sha" => "shall",
        other => other,
    }
}

fn shares_auxiliary(words: &Words, at: usize, head: usize) -> bool {
    words
        .child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass])
        .is_none()
        && words.xpos(at) == words.xpos(head)
}

/// "Had Brod rejected it, the fund would have failed", "it would have failed had Brod rejected it": it has not.
fn had_it(words: &Words, predicate: usize) -> bool {
    let sentence = words.sentence(words.sentence_of(predicate));
    let Some(had) = (words.children_by(predicate, &[Rel::Aux, Rel::AuxPass]))
        .find(|&had| words.lower(had) == "had" && had < predicate)
    else {
        return false;
    };
    let inverted = (words.children_by(predicate, &[Rel::Nsubj, Rel::NsubjPass]))
        .any(|subject| subject > had && subject < predicate);
    let first = had == sentence.start
        || matches!(words.form(had - 1), "\"" | "“" | ",")
        || words.is_verb(had - 1)
        || words.upos(had - 1) == Upos::Noun;
    let unreal = sentence.clone().any(|at| {
        words.xpos(at) == Xpos::Md && matches!(words.lower(at), "would" | "could" | "might")
    });
    inverted && first && unreal
}

/// Whether a word stands in an if-clause or the like, so that nothing is said to be so.
pub fn is_hypothetical(words: &Words, word: usize) -> bool {
    in_clause_of_condition(words, word) || is_inside(words, word)
}

/// "once more", "once again": another time, and no condition.
pub(in crate::stances) fn is_repeated(words: &Words, once: usize) -> bool {
    once + 1 < words.len() && matches!(words.lower(once + 1), "more" | "again")
}

fn in_clause_of_condition(words: &Words, word: usize) -> bool {
    let mut at = word;
    for _ in 0..12 {
        let clause = matches!(
            words.rel(at),
            Rel::Advcl
                | Rel::Ccomp
                | Rel::Conj
                | Rel::Obl
                | Rel::Acl
                | Rel::Parataxis
                | Rel::Csubj
                | Rel::CsubjPass
                | Rel::Xcomp
                | Rel::Dislocated
        );
        let marked = |mark: usize| {
            matches!(words.rel(mark), Rel::Mark | Rel::Advmod | Rel::Case)
                && mark < at
                && matches!(
                    words.lemma(mark),
                    "if" | "unless"
                        | "whether"
                        | "once"
                        | "provided"
                        | "providing"
                        | "until"
                        | "till"
                        | "lest"
                        | "should"
                        | "before"
                        | "supposing"
                        | "when"
                        | "without"
                )
                && !(words.lemma(mark) == "when" && when_it_was(words, at))
                && !(words.lemma(mark) == "once" && is_repeated(words, mark))
                && !(words.lemma(mark) == "before" && past_only(words, at))
                && !(words.lemma(mark) == "until" && past_only(words, at))
        };
        if clause && words.children(at).any(marked) {
            return true;
        }
        match words.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// "Should Orveth refuse, Belora would …": no modal of what follows.
fn opens_condition(words: &Words, word: usize) -> bool {
    words.form(word).eq_ignore_ascii_case("should")
        && hangings(words, words.sentence_of(word))
            .iter()
            .any(|hanging| hanging.premise.whole.start == word)
}

/// The condition that a predicate hangs on, wherever it stands in the sentence: by the tree, else by the words. Where both
/// see one, the words tell how far it goes.
pub fn premise(words: &Words, predicate: usize) -> Option<Premise> {
    let holds = |found: &Premise| !goes_on_behind(words, predicate, found);
    let by_words = (hanging_of(words, predicate))
        .map(|hanging| hanging.premise.clone())
        .filter(holds);
    let by_tree = premise_by_tree(words, predicate)
        .filter(|found| !is_more_so(words, &found.words))
        .filter(holds);
    match (by_tree, by_words) {
        (Some(tree), Some(seen))
            if seen.whole.start < tree.whole.end && tree.whole.start < seen.whole.end =>
        {
            Some(Premise {
                words: seen.words,
                whole: seen.whole,
                ..tree
            })
        }
        (tree, seen) => tree.or(seen),
    }
}

fn premise_by_tree(words: &Words, predicate: usize) -> Option<Premise> {
    // "is willing to give up X if …": the parser hangs the if on either verb.
    for inner in words.children_by(predicate, &[Rel::Xcomp, Rel::Ccomp]) {
        let infinitive = words
            .children(inner)
            .any(|mark| words.rel(mark) == Rel::Mark && words.lemma(mark) == "to");
        if let Some(found) = infinitive
            .then(|| premise_at(words, inner, predicate))
            .flatten()
        {
            return Some(found);
        }
    }
    let mut at = predicate;
    for step in 0..4 {
        if let Some(found) = premise_at(words, at, predicate) {
            return Some(found);
        }
        let up = matches!(words.rel(at), Rel::Xcomp | Rel::Conj | Rel::Ccomp) && step < 3;
        match words.head(at) {
            // Never beyond the verb of saying; only through readiness and coordination.
            Some(head) if up && (words.rel(at) != Rel::Ccomp || !reports(words, head)) => at = head,
            _ => break,
        }
    }
    // An if-clause that the parser hung on the verb of saying: «X would …, Y said, provided that …».
    if let (Rel::Ccomp | Rel::Parataxis, Some(head)) = (words.rel(at), words.head(at))
        && let Some(found) = premise_at(words, head, predicate)
    {
        let said = words.child(head, &[Rel::Nsubj]).unwrap_or(head);
        let direct = words.subtree(at);
        if found.whole.start > said || found.whole.start < direct.start {
            return Some(found);
        }
    }
    None
}

fn reports(words: &Words, word: usize) -> bool {
    words.is_verb(word) && words.child(word, &[Rel::Ccomp]).is_some()
}

fn premise_at(words: &Words, at: usize, predicate: usize) -> Option<Premise> {
    for child in words.children(at) {
        if child == predicate {
            continue;
        }
        let range = words.subtree(child);
        match words.rel(child) {
            Rel::Advcl | Rel::Acl | Rel::Ccomp => {
                let mark = words.children(child).find(|&mark| {
                    matches!(
                        words.rel(mark),
                        Rel::Mark | Rel::Advmod | Rel::Case | Rel::Cc | Rel::Fixed
                    ) && mark < child
                        && is_conjunction(words, mark)
                });
                // "until the autumn it had asked for 35": a time, no condition.
                let mark = mark.filter(|&mark| {
                    !(matches!(words.lemma(mark), "until" | "till" | "before")
                        && words
                            .children_by(child, &[Rel::Aux])
                            .any(|aux| words.form(aux).eq_ignore_ascii_case("had")))
                });
                // "if they like": no condition
                let mark = mark.filter(|&mark| !is_courtesy(words, mark + 1));
                if let Some(mark) = mark {
                    let kind = if matches!(
                        words.lemma(mark),
                        "unless" | "until" | "till" | "without" | "before"
                    ) {
                        PremiseKind::Unless
                    } else {
                        PremiseKind::If
                    };
                    let whole = words.trim(range.start.min(mark)..range.end);
                    let start = if kind == PremiseKind::Unless && words.lemma(mark) != "before" {
                        mark
                    } else {
                        after_conjunction(words, mark, child)
                    };
                    return Some(Premise {
                        kind,
                        words: words.trim(start..range.end),
                        head: child,
                        whole,
                    });
                }
                // "provided that …", "assuming …" parsed as a clause of its own verb.
                if matches!(
                    words.lemma(child),
                    "provide" | "assume" | "suppose" | "grant"
                ) && matches!(
                    words.lower(child),
                    "provided" | "providing" | "assuming" | "supposing"
                ) && let Some(inner) = words.child(child, &[Rel::Ccomp, Rel::Obj])
                {
                    let inner_range = words.subtree(inner);
                    let start = words
                        .children(inner)
                        .find(|&mark| words.rel(mark) == Rel::Mark)
                        .map_or(inner_range.start, |mark| mark + 1);
                    return Some(Premise {
                        kind: PremiseKind::If,
                        words: words.trim(start..inner_range.end),
                        head: inner,
                        whole: words.trim(range),
                    });
                }
                // "should Orveth refuse", "were it to": inverted
                if words.rel(child) == Rel::Advcl
                    && range.start < child
                    && words.form(range.start).eq_ignore_ascii_case("should")
                {
                    return Some(Premise {
                        kind: PremiseKind::If,
                        words: words.trim(range.start + 1..range.end),
                        head: child,
                        whole: range,
                    });
                }
            }
            Rel::Obl | Rel::Nmod | Rel::Advmod | Rel::OblUnmarked => {
                let phrase = words.text_of(words.trim(range.clone()));
                // How a phrase goes on tells nothing of how it begins.
                let phrase = phrase[..phrase.floor_char_boundary(LONGEST_LEAD)].to_lowercase();
                let begins = |at: usize, lead: &str| {
                    phrase.as_bytes().get(at) == lead.as_bytes().first()
                        && (phrase.get(at..)).is_some_and(|rest| rest.starts_with(lead))
                };
                // "a diplomat, on condition of anonymity"
                if phrase.ends_with("anonymity") || phrase.ends_with("confidentiality") {
                    continue;
                }
                for (lead, kind) in LEADS {
                    if let Some(position) = (0..4).find(|&at| begins(at, lead)) {
                        let skip = phrase[..position + lead.len()].split_whitespace().count();
                        let start = (range.start + skip).min(range.end);
                        if start < range.end {
                            return Some(Premise {
                                kind: *kind,
                                words: words.trim(start..range.end),
                                head: child,
                                whole: words.trim(range),
                            });
                        }
                        if *kind == PremiseKind::Exchange {
                            // "In exchange we would …": the other half stands elsewhere.
                            return Some(Premise {
                                kind: *kind,
                                words: range.clone(),
                                head: child,
                                whole: range,
                            });
                        }
                    }
                }
                // "in exchange", where the parser hung "for …" elsewhere.
                let beyond = (range.end + 1 < words.len()
                    && matches!(phrase.as_str(), "in exchange" | "in return")
                    && words.form(range.end) == "for")
                    .then(|| words.head(range.end))
                    .flatten()
                    .filter(|&head| head > range.end);
                if let Some(head) = beyond {
                    let end = words.subtree(head).end;
                    return Some(Premise {
                        kind: PremiseKind::Exchange,
                        words: words.trim(range.end + 1..end),
                        head,
                        whole: range.start..end,
                    });
                }
                if matches!(phrase.as_str(), "in exchange" | "in return") {
                    return Some(Premise {
                        kind: PremiseKind::Exchange,
                        words: range.clone(),
                        head: child,
                        whole: range,
                    });
                }
            }
            Rel::Amod | Rel::Xcomp if words.lemma(child) == "subject" => {
                if let Some(to) = words.with_case(child, &["to"]).next() {
                    let inner = words.subtree(to);
                    return Some(Premise {
                        kind: PremiseKind::Subject,
                        words: words.trim(inner.start + 1..inner.end),
                        head: to,
                        whole: words.trim(range),
                    });
                }
            }
            _ => {}
        }
    }
    None
}

/// How many bytes of a phrase can hold a lead.
const LONGEST_LEAD: usize = 64;

/// How a phrase begins that is a condition.
const LEADS: &[(&str, PremiseKind)] = &[
    ("in exchange for", PremiseKind::Exchange),
    ("in return for", PremiseKind::Exchange),
    ("on condition of", PremiseKind::Subject),
    ("on the condition of", PremiseKind::Subject),
    ("subject to", PremiseKind::Subject),
    ("pending", PremiseKind::Subject),
    ("conditional on", PremiseKind::Subject),
    ("contingent on", PremiseKind::Subject),
    ("contingent upon", PremiseKind::Subject),
    ("conditional upon", PremiseKind::Subject),
    ("dependent on", PremiseKind::Subject),
    ("in consideration of", PremiseKind::Exchange),
    ("in the event of", PremiseKind::Subject),
];

fn is_conjunction(words: &Words, mark: usize) -> bool {
    match words.lemma(mark) {
        "if" | "unless" | "provided" | "providing" | "until" | "till" | "assuming" => true,
        "once" => !is_repeated(words, mark),
        "long" | "soon" => mark > 0 && matches!(words.lemma(mark - 1), "as" | "so"),
        "as" | "so" => {
            mark + 2 < words.len()
                && matches!(words.form(mark + 1), "long" | "soon")
                && words.form(mark + 2) == "as"
        }
        "condition" => mark > 0 && matches!(words.lemma(mark - 1), "on" | "the"),
        "that" => {
            mark > 1
                && (words.lemma(mark - 1) == "condition" || words.lemma(mark - 1) == "provided")
        }
        _ => false,
    }
}

fn after_conjunction(words: &Words, mark: usize, head: usize) -> usize {
    let mut at = mark + 1;
    while at < head
        && matches!(
            words.form(at),
            "long" | "soon" | "as" | "that" | "only" | "condition"
        )
    {
        at += 1;
    }
    at
}
