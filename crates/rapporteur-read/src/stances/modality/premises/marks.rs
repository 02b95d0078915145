//! The words that open a condition.

use std::sync::LazyLock;

use rapporteur_lexicon::FormSet;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::is_capital;
use crate::stances::modality::force::{PremiseKind, is_repeated};
use crate::words::{Words, opens, with_letter};

/// How a condition opens.
pub(super) struct Opening {
    pub kind: PremiseKind,
    /// The first word of the condition itself.
    pub inside: usize,
    /// A noun phrase, not a clause.
    pub phrase: bool,
    /// Only where nothing happens otherwise: "nothing until", "no peace without".
    pub negative: bool,
    /// Without a conjunction: "were they to sign".
    pub inverted: bool,
}

/// By first letter; of two that begin alike, the longer stands first.
const MARKS: &[(&str, PremiseKind, bool)] = &[
    ("absent", PremiseKind::Unless, true),
    ("after", PremiseKind::If, false),
    ("as long as", PremiseKind::If, false),
    ("as soon as", PremiseKind::If, false),
    ("assuming that", PremiseKind::If, false),
    ("assuming", PremiseKind::If, false),
    ("but only after", PremiseKind::Subject, true),
    ("but only as", PremiseKind::Subject, true),
    ("but only at", PremiseKind::Subject, true),
    ("but only by", PremiseKind::Subject, true),
    ("but only for", PremiseKind::Subject, true),
    ("but only in", PremiseKind::Subject, true),
    ("but only on", PremiseKind::Subject, true),
    ("but only through", PremiseKind::Subject, true),
    ("but only under", PremiseKind::Subject, true),
    ("but only via", PremiseKind::Subject, true),
    ("but only with", PremiseKind::Subject, true),
    ("but only within", PremiseKind::Subject, true),
    ("but not before", PremiseKind::Unless, false),
    ("before", PremiseKind::Unless, false),
    ("failing that", PremiseKind::If, true),
    ("failing this", PremiseKind::If, true),
    ("failing agreement", PremiseKind::If, true),
    ("from the day", PremiseKind::If, false),
    ("from the moment", PremiseKind::If, false),
    ("given", PremiseKind::Subject, true),
    ("granted", PremiseKind::Subject, true),
    ("in the event that", PremiseKind::If, false),
    ("in the event of", PremiseKind::Subject, true),
    ("in the event", PremiseKind::If, false),
    ("in consideration of", PremiseKind::Exchange, true),
    ("in so far as", PremiseKind::If, false),
    ("insofar as", PremiseKind::If, false),
    ("if and only if", PremiseKind::If, false),
    ("if , and only if ,", PremiseKind::If, false),
    ("if and when", PremiseKind::If, false),
    ("in exchange for", PremiseKind::Exchange, true),
    ("in return for", PremiseKind::Exchange, true),
    ("if", PremiseKind::If, false),
    ("not until", PremiseKind::Unless, false),
    ("not before", PremiseKind::Unless, false),
    ("not unless", PremiseKind::Unless, false),
    ("on the strict condition that", PremiseKind::If, false),
    ("on the condition that", PremiseKind::If, false),
    ("on the sole condition that", PremiseKind::If, false),
    ("on the understanding that", PremiseKind::If, false),
    ("on the proviso that", PremiseKind::If, false),
    ("on one condition , that", PremiseKind::If, false),
    ("on one condition :", PremiseKind::If, false),
    ("on one condition , namely that", PremiseKind::If, false),
    ("on a single condition , that", PremiseKind::If, false),
    ("on a single condition :", PremiseKind::If, false),
    ("on condition that", PremiseKind::If, false),
    ("on condition of", PremiseKind::Subject, true),
    ("on the day", PremiseKind::If, false),
    ("only as long as", PremiseKind::If, false),
    ("only if", PremiseKind::If, false),
    ("only when", PremiseKind::If, false),
    ("only after", PremiseKind::If, false),
    ("only once", PremiseKind::If, false),
    ("once", PremiseKind::If, false),
    ("provided that", PremiseKind::If, false),
    ("providing that", PremiseKind::If, false),
    ("provided", PremiseKind::If, false),
    ("providing", PremiseKind::If, false),
    ("short of", PremiseKind::Unless, true),
    ("so long as", PremiseKind::If, false),
    ("supposing that", PremiseKind::If, false),
    ("the day after", PremiseKind::If, false),
    ("the day", PremiseKind::If, false),
    ("the hour", PremiseKind::If, false),
    ("the instant", PremiseKind::If, false),
    ("the minute", PremiseKind::If, false),
    ("the moment", PremiseKind::If, false),
    ("the same afternoon", PremiseKind::If, false),
    ("the same day", PremiseKind::If, false),
    ("the same hour", PremiseKind::If, false),
    ("the same week", PremiseKind::If, false),
    ("the very day", PremiseKind::If, false),
    ("the very hour", PremiseKind::If, false),
    ("the very moment", PremiseKind::If, false),
    ("till", PremiseKind::Unless, false),
    ("unless and until", PremiseKind::Unless, false),
    ("unless", PremiseKind::Unless, false),
    ("until", PremiseKind::Unless, false),
    ("upon", PremiseKind::Subject, true),
    ("when", PremiseKind::If, false),
    ("with the caveat that", PremiseKind::If, false),
    ("with the condition that", PremiseKind::If, false),
    ("with the proviso that", PremiseKind::If, false),
    ("with the reservation that", PremiseKind::If, false),
    ("with the rider that", PremiseKind::If, false),
    ("with the stipulation that", PremiseKind::If, false),
    ("with one condition :", PremiseKind::If, false),
    ("with a condition :", PremiseKind::If, false),
    ("with one proviso :", PremiseKind::If, false),
    ("with a proviso :", PremiseKind::If, false),
    ("with one rider :", PremiseKind::If, false),
    ("with a rider :", PremiseKind::If, false),
    ("with one string attached :", PremiseKind::If, false),
    ("with strings attached :", PremiseKind::If, false),
    ("with", PremiseKind::Subject, true),
    ("without", PremiseKind::Unless, true),
];

/// The first words of the marks: most words are none, and one look says so.
static FIRST: LazyLock<FormSet<'static>> = LazyLock::new(|| {
    (MARKS.iter())
        .filter_map(|(mark, ..)| mark.split(' ').next())
        .collect()
});

/// How a condition opens at a word, if one does.
pub(super) fn opening(words: &Words, at: usize, end: usize) -> Option<Opening> {
    let previous = at.checked_sub(1).map(|before| words.lemma(before));
    let form = words.form(at);
    if matches!(words.lower(at), "should" | "were" | "had") {
        return inverted(words, at, end);
    }
    if !FIRST.contains(words.lower(at)) {
        return None;
    }
    let letter = form.bytes().next()?.to_ascii_lowercase();
    let (mark, kind, phrase) =
        with_letter(MARKS, letter, |(mark, ..)| mark).find(|(mark, ..)| {
            if !opens(mark, form) {
                return false;
            }
            let mut at = at;
            mark.split(' ').all(|part| {
                let same = at < end && words.form(at).eq_ignore_ascii_case(part);
                at += 1;
                same
            })
        })?;
    let mut inside = at + mark.split(' ').count();
    let first = mark.split(' ').next()?;
    let refused = match first {
        // "asked if", "as if", "even if"; "for as long as it takes"; "at once".
        "if" => {
            previous.is_some_and(|lemma| QUESTIONS.contains(&lemma) || lemma == "what")
                || inside < end && matches!(words.form(inside), "only" | "any" | "not" | ",")
                // "If anything, it wants more"
                || words.lower(inside) == "anything" && words.form(inside + 1) == ","
                || is_courtesy(words, inside)
        }
        "as" | "so" => previous == Some("for"),
        // "Short of a pull-out, it will not talk", not "fell short of a pull-out"; "absent a guarantee", not "was absent from".
        "short" | "absent" => {
            at.checked_sub(1).is_some_and(|before| {
                words.upos(before) != Upos::Punct && words.upos(before) != Upos::Cconj
            }) || !matches!(
                words.upos(inside),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Propn
            )
        }
        // "which once opposed it": in former times.
        "once" => {
            matches!(previous, Some("at" | "than" | "have" | "be" | "more"))
                || words.xpos(inside) == Xpos::Vbd
                || is_repeated(words, at)
        }
        // "would sign the day there is a date", not "the day of the vote", "on the day".
        "the" => {
            at.checked_sub(1)
                .is_some_and(|before| words.upos(before) == Upos::Adp)
                || !matches!(
                    words.upos(inside),
                    Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det
                )
        }
        // "given guarantees", "with two amendments", but "given the weather", "with a smile".
        "given" | "granted" => !names_concession(words, inside, end),
        "with" if *mark == "with" => {
            !form.starts_with('W')
                || !names_concession(words, inside, end) && !names_absolute(words, inside, end)
        }
        "on" if *mark == "on the day" => {
            !matches!(words.lower(inside), "that" | "when")
                && !matches!(
                    words.upos(inside),
                    Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det
                )
        }
        "upon" => !names_handover(words, inside, end),
        "from" => !matches!(
            words.upos(inside),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det
        ),
        // "would pay after the crew has come home", not "after the war", "when it was told"
        "after" | "when" if is_and_no_sooner(words, inside, end) => false,
        "after" | "when" => {
            let goes_on =
                at > 0 && (words.upos(at - 1) != Upos::Punct || words.form(at - 1) == ",");
            !goes_on || !tells_of_done(words, inside, end)
        }
        // "Not until it is paid will it sign", at the head of a sentence alone.
        "not" => !form.starts_with('N'),
        "until" | "till" | "before" => inside < end && words.upos(inside) == Upos::Num,
        // "a diplomat said on condition of anonymity"
        "on" if *mark == "on condition of" => {
            matches!(words.lemma(inside), "anonymity" | "confidentiality")
        }
        "provided" | "providing" | "assuming" => {
            inside < end && matches!(words.form(inside), "by" | "to" | "for" | "with" | "in")
                || words
                    .child(at, &[Rel::Aux, Rel::AuxPass, Rel::Obj])
                    .is_some()
                    && !mark.ends_with("that")
                    && words.child(at, &[Rel::Ccomp]).is_none()
                    && at > 0
                    && words.upos(at - 1) != Upos::Punct
        }
        _ => false,
    };
    if refused || inside >= end {
        return None;
    }
    if first == "failing" {
        inside = at;
    }
    // "on the day that the money comes"
    if *mark == "on the day" && matches!(words.lower(inside), "that" | "when") && inside + 1 < end {
        inside += 1;
    }
    if first == "not" {
        inside = at + 1;
    }
    // "only if it is paid" keeps its "unless", "until" and "without".
    if matches!(
        first,
        "unless" | "until" | "till" | "without" | "short" | "absent"
    ) {
        inside = at;
    }
    Some(Opening {
        kind: *kind,
        inside,
        phrase: *phrase,
        negative: matches!(
            first,
            "until" | "till" | "before" | "without" | "short" | "absent"
        ),
        inverted: matches!(first, "given" | "granted" | "upon" | "after" | "when")
            // "The same day its accounts were frozen, the bank closed": when it was.
            || first == "the" && mark.split(' ').count() > 2
            || *mark == "with",
    })
}

/// Whether a phrase tells of what one side gives another, or of a change to the text.
fn names_concession(words: &Words, at: usize, end: usize) -> bool {
    const CONCESSIONS: &[&str] = &[
        "addition",
        "adjustment",
        "amendment",
        "amnesty",
        "assurance",
        "change",
        "clause",
        "commitment",
        "compensation",
        "concession",
        "contribution",
        "cover",
        "exemption",
        "funding",
        "extension",
        "grant",
        "guarantee",
        "indemnity",
        "lease",
        "loan",
        "modification",
        "payment",
        "pledge",
        "promise",
        "reassurance",
        "rebate",
        "refund",
        "reimbursement",
        "safeguard",
        "subsidy",
        "veto",
        "waiver",
    ];
    (at..end)
        .take_while(|&word| {
            words.upos(word) != Upos::Punct
                && !matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Adp)
        })
        .any(|word| CONCESSIONS.contains(&words.lemma(word)))
}

/// "With the tariffs gone, Canada would drop it": a thing and what will have become of it by then.
fn names_absolute(words: &Words, at: usize, end: usize) -> bool {
    const DONE: &[&str] = &[
        "abolished",
        "agreed",
        "dropped",
        "freed",
        "gone",
        "guaranteed",
        "lifted",
        "met",
        "paid",
        "released",
        "removed",
        "restored",
        "scrapped",
        "secured",
        "settled",
        "signed",
        "withdrawn",
    ];
    let Some(comma) = (at..end).find(|&word| words.upos(word) == Upos::Punct) else {
        return false;
    };
    let would = (comma..end).any(|word| matches!(words.lower(word), "would" | "could" | "might"));
    let thing = (at..comma.saturating_sub(1))
        .any(|word| matches!(words.upos(word), Upos::Noun | Upos::Propn));
    would
        && thing
        && words.form(comma) == ","
        && comma < at + 9
        && (DONE.contains(&words.lower(comma - 1))
            || words.lower(comma - 2) == "the" && matches!(words.lower(comma - 1), "way" | "table"))
}

/// "the crew has come home", "the port opens": whether a clause tells of what will be done by then. What has a date ("when
/// parliament meets on Monday") is a time.
fn tells_of_done(words: &Words, at: usize, end: usize) -> bool {
    let stop = (at..end)
        .find(|&word| words.upos(word) == Upos::Punct)
        .unwrap_or(end)
        .min(at + 9);
    let dated = (at..stop).any(|word| {
        words.lower(word).ends_with("day")
            || matches!(
                words.lower(word),
                "next" | "this" | "tomorrow" | "week" | "month" | "year"
            )
            || words.upos(word) == Upos::Num
            || words.upos(word) == Upos::Propn && words.lower(word.saturating_sub(1)) == "in"
    });
    let present = (at + 1..stop)
        .find(|&verb| matches!(words.upos(verb), Upos::Verb | Upos::Aux))
        .is_some_and(|verb| {
            words.upos(verb) == Upos::Verb
                && matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp)
                && !matches!(
                    words.lemma(verb),
                    "meet" | "come" | "resume" | "begin" | "start" | "convene" | "return"
                )
        });
    if present && !dated {
        return true;
    }
    (at + 1..stop).any(|has| {
        matches!(words.lower(has), "has" | "have")
            && words.upos(has) == Upos::Aux
            && (words.xpos(has + 1) == Xpos::Vbn
                || words.lower(has + 1) == "been" && words.xpos(has + 2) == Xpos::Vbn)
    })
}

/// "when the minister comes, and not before": then alone.
fn is_and_no_sooner(words: &Words, at: usize, end: usize) -> bool {
    (at..end.saturating_sub(2)).any(|and| is_no_sooner(words, and))
}

/// "and not an hour earlier", "and no sooner", "but not a day before": what only drives a condition home.
pub(super) fn is_no_sooner(words: &Words, and: usize) -> bool {
    let end = words.sentence(words.sentence_of(and)).end;
    and + 2 < end
        && matches!(words.lower(and), "and" | "but")
        && matches!(words.lower(and + 1), "not" | "no")
        && (and + 2..(and + 6).min(end))
            .take_while(|&word| words.upos(word) != Upos::Punct)
            .any(|word| matches!(words.lower(word), "earlier" | "before" | "sooner"))
}

/// Whether a phrase tells of what has to be handed over or put down first: "upon payment", "upon the first transfer".
fn names_handover(words: &Words, at: usize, end: usize) -> bool {
    const HANDOVERS: &[&str] = &[
        "acceptance",
        "arrival",
        "completion",
        "confirmation",
        "delivery",
        "deposit",
        "issue",
        "handover",
        "payment",
        "presentation",
        "production",
        "publication",
        "ratification",
        "receipt",
        "registration",
        "release",
        "return",
        "settlement",
        "signature",
        "signing",
        "submission",
        "surrender",
        "transfer",
        "withdrawal",
    ];
    (at..end)
        .take_while(|&word| {
            words.upos(word) != Upos::Punct
                && !matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Adp)
        })
        .any(|word| HANDOVERS.contains(&words.lemma(word)))
}

/// Words after which "if" asks.
const QUESTIONS: &[&str] = &[
    "ask",
    "wonder",
    "know",
    "see",
    "say",
    "tell",
    "even",
    "as",
    "decide",
    "determine",
    "learn",
    "discuss",
    "doubt",
    "check",
    "unclear",
    "unsure",
    "consider",
    "question",
];

/// "if they like", "if it so wishes": what leaves it to somebody, and is no condition.
pub(in crate::stances) fn is_courtesy(words: &Words, inside: usize) -> bool {
    let so = usize::from(words.form((inside + 1).min(words.len() - 1)) == "so");
    let verb = inside + 1 + so;
    verb < words.len()
        && words.upos(inside) == Upos::Pron
        && matches!(
            words.lemma(verb),
            "like" | "wish" | "want" | "please" | "choose" | "prefer" | "desire"
        )
        && (verb + 1 == words.len()
            || words.sentence_of(verb + 1) != words.sentence_of(verb)
            || words.upos(verb + 1) == Upos::Punct)
}

/// "would tolerate one led by Merin were the levy frozen": whether the noun before an auxiliary belongs to what stands before
/// it, behind a verb with "would".
fn is_free(words: &Words, at: usize, verb: usize) -> bool {
    let mut before = at - 1;
    while words.rel(before) == Rel::Flat {
        match words.head(before) {
            Some(head) if head < at => before = head,
            _ => return false,
        }
    }
    let start = words.sentence(words.sentence_of(at)).start;
    let would = (start..at).any(|word| matches!(words.lower(word), "would" | "could" | "might"));
    would
        && words.xpos(verb) == Xpos::Vbn
        && !matches!(words.rel(before), Rel::Nsubj | Rel::NsubjPass)
        && words.head(before).is_some_and(|head| head < at)
        && (verb + 1 >= words.len()
            || matches!(
                words.upos(verb + 1),
                Upos::Punct | Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Part
            ))
}

/// "should the union sign", "were Orveth to refuse", "had it been asked".
fn inverted(words: &Words, at: usize, end: usize) -> Option<Opening> {
    let subject = at + 1;
    if subject + 1 >= end {
        return None;
    }
    let nominal = |word: usize| {
        matches!(
            words.upos(word),
            Upos::Det | Upos::Propn | Upos::Noun | Upos::Pron | Upos::Adj | Upos::Num
        ) || is_capital(words, word)
    };
    // ", were pay to rise": a noun that looks like a verb
    let hidden = words.form(at) == "were"
        && at > 0
        && words.form(at - 1) == ","
        && words.form(subject + 1) == "to"
        && words.xpos(subject) == Xpos::Vb;
    if !nominal(subject) && !hidden
        || words.form(at).starts_with(char::is_uppercase) && at > 0 && {
            // "Should" begins a sentence or a quotation, else it is a name.
            !matches!(
                words.form(at - 1),
                "." | "\"" | "“" | "”" | ":" | ";" | "•" | "-" | "…" | "?" | "!"
            ) && words.sentence(words.sentence_of(at)).start != at
        }
    {
        return None;
    }
    // The verb behind the subject, before any comma.
    let stop = (subject..end)
        .find(|&word| matches!(words.form(word), "," | ";" | ":" | "." | "\"" | "”"))
        .unwrap_or(end)
        .min(subject + 10);
    let lemma = words.lemma(at);
    let verb = (subject + 1..stop).find(|&word| match lemma {
        "should" => {
            words.xpos(word) == Xpos::Vb
                || words.upos(word) == Upos::Verb && words.xpos(word) != Xpos::Vbg
                || words.upos(word) == Upos::Aux && words.form(word) == "be"
                || words.xpos(word) == Xpos::Vbp
        }
        "be" => {
            words.form(word) == "to"
                && word + 1 < stop
                && matches!(words.upos(word + 1), Upos::Verb | Upos::Aux)
                || words.xpos(word) == Xpos::Vbn
                // ", were the other three safe for ten years"
                || words.form(at) == "were"
                    && at > 0
                    && words.form(at - 1) == ","
                    && words.upos(word) == Upos::Adj
                    && (word + 1 >= end
                        || matches!(words.upos(word + 1), Upos::Adp | Upos::Punct))
        }
        _ => words.xpos(word) == Xpos::Vbn,
    })?;
    // "the talks, which should the crews fail": a subject before it takes the auxiliary.
    // "would sign the treaty were the annex to go", "… were the annex struck": a singular has no "were".
    let singular = words.form(at) == "were"
        && at > 0
        && matches!(words.xpos(at - 1), Xpos::Nn | Xpos::Nnp)
        && (words.form(verb) == "to"
            || words.rel(at - 1) != Rel::Conj
                && words.child(at - 1, &[Rel::Conj]).is_none()
                && matches!(words.upos(subject), Upos::Det | Upos::Pron));
    let taken = at > 0
        && !singular
        && !(lemma != "should" && is_free(words, at, verb))
        && matches!(words.upos(at - 1), Upos::Noun | Upos::Propn | Upos::Pron)
        && (lemma != "should"
            || words
                .child(verb, &[Rel::Nsubj, Rel::NsubjPass])
                .is_some_and(|subject| subject < at));
    let plain = !hidden
        && (subject..verb).any(|word| matches!(words.upos(word), Upos::Verb | Upos::Cconj))
        && lemma != "should";
    // "agreed to the levy should Orveth open the port": nothing but a condition stands so behind a thing.
    // "Should the date slip, the road closes": nor at the head of a sentence that goes on.
    let fronted = words.form(at) == "Should" && (verb + 1..end).any(|word| words.form(word) == ",");
    let sure = lemma == "should"
        && at > 0
        && (matches!(words.upos(at - 1), Upos::Noun | Upos::Propn) || fronted)
        && words.xpos(verb) == Xpos::Vb;
    (!taken && !plain).then_some(Opening {
        kind: PremiseKind::If,
        inside: subject,
        phrase: false,
        negative: false,
        inverted: !sure,
    })
}
