//! Factuality: whether what a clause tells is told as a fact (after FactBank, Saurí and Pustejovsky 2009).
//!
//! What stands above a clause may deny it ("it is not true that …"), leave it open ("doubts that", "did not say that",
//! "suppose that") or make it no more than possible ("fears that"). What a report does not tell as a fact stays unknown.

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// How a clause is told, where it is not told as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Factuality {
    /// It is said not to be so.
    Untrue,
    /// It is supposed, asked, doubted, imagined, or not said.
    Open,
    /// Somebody fears or suspects it.
    Possible,
}

const TRUE: &[&str] = &["true", "correct", "accurate", "case", "right"];
const UNTRUE: &[&str] = &[
    "false",
    "untrue",
    "incorrect",
    "inaccurate",
    "wrong",
    "unfounded",
    "baseless",
    "groundless",
    "fabricated",
    "lie",
    "myth",
    "fabrication",
    "nonsense",
    "invention",
    "misleading",
    "premature",
];
/// What would show it.
const SIGNS: &[&str] = &[
    "evidence",
    "sign",
    "indication",
    "proof",
    "confirmation",
    "hint",
    "guarantee",
    "truth",
    "assurance",
];
/// What may turn out false.
const RUMOURS: &[&str] = &[
    "report",
    "claim",
    "rumour",
    "rumor",
    "suggestion",
    "allegation",
    "speculation",
    "assertion",
    "story",
    "idea",
    "notion",
    "impression",
    "talk",
    "accusation",
];
const DENYING: &[&str] = &[
    "deny",
    "dismiss",
    "reject",
    "refute",
    "rebut",
    "dispute",
    "discount",
    "contradict",
];
/// Verbs that tell or take something for a fact; refused or negated they leave it open.
const SAYING: &[&str] = &[
    "say",
    "claim",
    "suggest",
    "indicate",
    "mean",
    "imply",
    "announce",
    "confirm",
    "state",
    "declare",
    "report",
    "show",
    "prove",
    "signal",
    "think",
    "believe",
    "expect",
    "admit",
    "acknowledge",
    "concede",
    "accept",
    "maintain",
    "write",
    "tell",
    "recall",
    "remember",
    "know",
    "verify",
    "corroborate",
];
/// Verbs and adjectives of those who do not take it for a fact.
const DOUBTING: &[&str] = &[
    "doubt",
    "disbelieve",
    "doubtful",
    "sceptical",
    "skeptical",
    "unsure",
    "uncertain",
    "unclear",
    "unconvinced",
    "questionable",
    "debatable",
    "disputed",
];
/// Verbs that tell what is not.
const IMAGINING: &[&str] = &[
    "imagine",
    "pretend",
    "suppose",
    "dream",
    "fantasise",
    "fantasize",
    "feign",
    "presuppose",
    "wish",
];
/// Verbs and adjectives of those who think it may be.
const SUSPECTING: &[&str] = &[
    "fear",
    "suspect",
    "worry",
    "dread",
    "afraid",
    "worried",
    "fearful",
    "speculate",
    "guess",
    "bet",
    "wager",
    "hope",
    "hopeful",
];
/// Verbs of those who want to have it shown.
const WANTING: &[&str] = &[
    "want", "demand", "seek", "need", "ask", "require", "await", "request", "expect", "lack",
    "insist",
];

/// How far up what stands above a clause is looked at, in words of the tree.
const FAR: usize = 8;
/// Words behind a rumour among which it is told to be false.
const NEAR: usize = 60;

/// How the clause of a word is told by what stands above it; `None` where nothing speaks against a fact.
pub(crate) fn factuality(words: &Words, word: usize) -> Option<Factuality> {
    let mut at = word;
    for _ in 0..FAR {
        let head = words.head(at)?;
        if matches!(
            words.rel(at),
            Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::Acl | Rel::AclRelcl | Rel::Advcl
        ) && let Some(found) = words.telling(at, || over(words, at, head))
        {
            return Some(found);
        }
        // "denied that a base had been agreed and said it would not accept one": the saying is beside the denial.
        if words.rel(at) == Rel::Conj && SAYING.contains(&words.lemma(at)) {
            return None;
        }
        at = head;
    }
    None
}

/// Whether the clause of a word is said not to be so, or not said to be so, by what stands above it.
pub(crate) fn is_no_fact(words: &Words, word: usize) -> bool {
    matches!(
        factuality(words, word),
        Some(Factuality::Untrue | Factuality::Open)
    )
}

/// What a word makes of the clause below it.
fn over(words: &Words, clause: usize, above: usize) -> Option<Factuality> {
    let lemma = words.lemma(above);
    let negated = || is_negated(words, above);
    if UNTRUE.contains(&lemma) {
        return (!negated()).then_some(Factuality::Untrue);
    }
    if TRUE.contains(&lemma) {
        return negated().then_some(Factuality::Untrue);
    }
    if RUMOURS.contains(&lemma) && is_denied(words, above) {
        return Some(Factuality::Untrue);
    }
    if SIGNS.contains(&lemma) && words.upos(above) == Upos::Noun {
        let open = is_none(words, above) || is_wanted(words, above);
        return open.then_some(Factuality::Open);
    }
    // "toyed with accepting": a thought
    let with = (words.children_by(clause, &[Rel::Mark, Rel::Case]))
        .any(|case| matches!(words.lemma(case), "with" | "of" | "about"));
    let thought = matches!(
        lemma,
        "toy" | "flirt" | "play" | "dream" | "think" | "muse" | "joke"
    );
    if with && thought && words.xpos(clause) == Xpos::Vbg {
        return Some(Factuality::Open);
    }
    let that = words
        .child(clause, &[Rel::Mark])
        .is_some_and(|mark| words.lemma(mark) == "that");
    let told = (words.rel(clause) != Rel::Advcl || that) && is_content(words, clause);
    if !told {
        return None;
    }
    if matches!(
        lemma,
        "certain"
            | "sure"
            | "clear"
            | "convinced"
            | "persuaded"
            | "convince"
            | "persuade"
            | "evident"
            | "obvious"
    ) {
        // "far from certain"
        let far = words
            .child(above, &[Rel::Advmod])
            .is_some_and(|far| words.lower(far) == "far")
            || (above >= 2 && words.lower(above - 1) == "from" && words.lower(above - 2) == "far");
        return (far || negated()).then_some(Factuality::Open);
    }
    // "has not denied that it attacked": that tells neither.
    if DENYING.contains(&lemma) && words.is_verb(above) {
        return Some(match negated() {
            true => Factuality::Open,
            false => Factuality::Untrue,
        });
    }
    if DOUBTING.contains(&lemma) && words.rel(clause) != Rel::Acl {
        return (!negated()).then_some(Factuality::Open);
    }
    if IMAGINING.contains(&lemma) && words.is_verb(above) {
        return Some(Factuality::Open);
    }
    if SUSPECTING.contains(&lemma) && words.upos(above) != Upos::Noun {
        return Some(if negated() {
            Factuality::Open
        } else {
            Factuality::Possible
        });
    }
    let refused = || {
        (words.rel(above) == Rel::Xcomp)
            .then(|| words.head(above))
            .flatten()
            .is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "refuse" | "decline" | "fail" | "hesitate"
                )
            })
    };
    (SAYING.contains(&lemma) && words.is_verb(above) && (negated() || refused()))
        .then_some(Factuality::Open)
}

/// A clause that tells what somebody says or thinks: "that Velmar attacked", not "to attack" or "attacking".
fn is_content(words: &Words, clause: usize) -> bool {
    let finite = |word: usize| {
        matches!(
            words.xpos(word),
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
        )
    };
    let auxiliary = words
        .children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .any(finite);
    auxiliary
        || finite(clause)
        || words
            .child(clause, &[Rel::Mark])
            .is_some_and(|mark| words.lemma(mark) == "that")
}

/// "did not say", "never said", "nobody said", "neither side said".
fn is_negated(words: &Words, verb: usize) -> bool {
    words.negation(verb).is_some()
        || is_stopped_short(words, verb)
        || (words.child(verb, &[Rel::Nsubj, Rel::NsubjPass])).is_some_and(|subject| {
            matches!(
                words.lemma(subject),
                "nobody" | "none" | "neither" | "few" | "little"
            ) || words.lower(subject) == "no-one"
                || (words.children_by(subject, &[Rel::Det]))
                    .any(|no| matches!(words.lemma(no), "no" | "neither"))
        })
}

/// "stopped short of saying that": did not say it.
fn is_stopped_short(words: &Words, saying: usize) -> bool {
    words.xpos(saying) == Xpos::Vbg
        && saying >= 2
        && words.lower(saying - 1) == "of"
        && words.lower(saying - 2) == "short"
}

/// "no evidence that", "there is not any sign that".
fn is_none(words: &Words, noun: usize) -> bool {
    words.children(noun).any(|child| {
        matches!(words.rel(child), Rel::Det | Rel::Advmod)
            && matches!(words.lemma(child), "no" | "little" | "any")
    }) || words
        .head(noun)
        .is_some_and(|verb| words.negation(verb).is_some())
}

/// "wants proof that", "asked for confirmation that".
fn is_wanted(words: &Words, noun: usize) -> bool {
    words.head(noun).is_some_and(|verb| {
        matches!(words.rel(noun), Rel::Obj | Rel::Obl) && WANTING.contains(&words.lemma(verb))
    })
}

/// "Reports that … are false", "dismissed reports that …".
fn is_denied(words: &Words, rumour: usize) -> bool {
    let sentence = words.sentence(words.sentence_of(rumour));
    let object_of = words
        .head(rumour)
        .filter(|_| matches!(words.rel(rumour), Rel::Obj | Rel::NsubjPass));
    object_of.is_some_and(|verb| DENYING.contains(&words.lemma(verb)))
        || (rumour + 1..sentence.end).take(NEAR).any(|word| {
            UNTRUE.contains(&words.lemma(word))
                && words.child(word, &[Rel::Cop]).is_some()
                && words.negation(word).is_none()
        })
}

/// Whether a noun of what somebody does or holds is not told as a fact: "its possible rejection", "its acceptance is in doubt",
/// "an acceptance is not in sight".
pub(crate) fn is_open_noun(words: &Words, noun: usize) -> bool {
    if words.upos(noun) != Upos::Noun {
        return false;
    }
    let only_thought = (words.children_by(noun, &[Rel::Amod])).any(|adjective| {
        matches!(
            words.lower(adjective),
            "possible"
                | "potential"
                | "eventual"
                | "expected"
                | "likely"
                | "threatened"
                | "hypothetical"
                | "future"
                | "looming"
                | "feared"
                | "hoped-for"
                | "anticipated"
                | "predicted"
        )
    });
    let subject_of = || {
        words
            .head(noun)
            .filter(|_| matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass))
    };
    only_thought || subject_of().is_some_and(|predicate| is_in_doubt(words, predicate))
}

/// "is in doubt", "is uncertain", "is not certain", "cannot be taken for granted".
fn is_in_doubt(words: &Words, predicate: usize) -> bool {
    let lemma = words.lemma(predicate);
    let with_in =
        || (words.children_by(predicate, &[Rel::Case])).any(|case| words.lemma(case) == "in");
    let doubted = matches!(
        lemma,
        "uncertain"
            | "doubtful"
            | "unlikely"
            | "unclear"
            | "questionable"
            | "improbable"
            | "impossible"
    ) || matches!(lemma, "doubt" | "question") && with_in();
    let sure = matches!(
        lemma,
        "certain"
            | "sure"
            | "clear"
            | "likely"
            | "sight"
            | "granted"
            | "guaranteed"
            | "guarantee"
            | "given"
            | "assured"
            | "assure"
    );
    doubted && words.negation(predicate).is_none() || sure && words.negation(predicate).is_some()
}
