//! Conditions by their words: "should the union sign", "provided the port stays open", "as long as", wherever they stand.
//!
//! Trees go wrong around conditions more than elsewhere: what is split by a speaker ("could accept that, he said, if …")
//! or by quotation marks, and what is put without a conjunction. The words that open a condition, and the commas, stops
//! and speakers that end it, are surer.

mod imperatives;
mod marks;
mod speakers;

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use self::imperatives::imperative;
pub(in crate::stances) use self::marks::is_courtesy;
use self::marks::{Opening, is_no_sooner, opening};
use self::speakers::{is_report, report_after, report_before};
use crate::stances::modality::force::{Force, Premise, PremiseKind};
use crate::words::Words;

/// A condition and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// The condition.
    pub premise: Premise,
    /// The clause that hangs on it, without its speaker.
    pub then: Range<usize>,
    /// The predicate of that clause; none where a thing hangs on it: "a new fleet, should the crews sign".
    pub main: Option<usize>,
    /// Whoever is put in as its speaker: ", its finance chief said,".
    pub report: Option<Range<usize>>,
}

impl Hanging {
    /// "Lift the siege and we will talk": the condition is an imperative.
    pub fn is_imperative(&self, words: &Words) -> bool {
        self.premise.head == self.premise.whole.start
            && self.premise.words.start == self.premise.whole.start
            && words.xpos(self.premise.head) == Xpos::Vb
    }
}

/// The conditions of a sentence, in order. Every predicate of it asks, so they are found once.
pub fn hangings<'a>(words: &'a Words, sentence: usize) -> &'a [Hanging] {
    words.hangings(sentence, || find(words, sentence))
}

fn find(words: &Words, sentence: usize) -> Vec<Hanging> {
    let range = words.sentence(sentence);
    if words.form(range.end - 1) == "?" {
        return Vec::new();
    }
    let mut found: Vec<Hanging> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let opened = opening(words, at, range.end)
            .and_then(|opening| {
                if is_first(words, at, range.start) {
                    fronted(words, at, &opening, &range)
                } else {
                    trailing(words, at, &opening, &range)
                }
            })
            .or_else(|| imperative(words, at, &range));
        match opened {
            Some(hanging) => {
                at = hanging.premise.whole.end.max(at + 1);
                found.push(hanging);
            }
            None => at += 1,
        }
    }
    found
}

/// The condition that a predicate hangs on.
pub fn hanging_of<'a>(words: &'a Words, predicate: usize) -> Option<&'a Hanging> {
    hangings(words, words.sentence_of(predicate))
        .iter()
        .find(|hanging| {
            let Some(main) = hanging.main else {
                return false;
            };
            if hanging.premise.whole.contains(&predicate) {
                return false;
            }
            let below = |low: usize, high: usize, rels: &[Rel]| {
                let mut at = low;
                (0..6).any(|_| {
                    if at == high {
                        return true;
                    }
                    match words.head(at) {
                        Some(head) if rels.contains(&words.rel(at)) && !is_report(words, head) => {
                            at = head;
                            at == high
                        }
                        _ => false,
                    }
                })
            };
            // "what it would take is a levy": the free relative that the copula tells of.
            let free = words.rel(predicate) == Rel::AclRelcl
                && words.head(predicate).is_some_and(|what| {
                    words.lemma(what) == "what" && words.head(what) == Some(main)
                });
            free || below(predicate, main, &[Rel::Xcomp, Rel::Ccomp, Rel::Conj])
                || below(main, predicate, &[Rel::Xcomp])
                || words.rel(main) == Rel::Conj
                    && words.head(main) == Some(predicate)
                    && words.child(main, &[Rel::Nsubj, Rel::Aux]).is_none()
        })
}

/// "could agree if the fee fell, and | could not accept a ban", "… and opposed a ban": what is told behind a condition, and
/// is no readiness, hangs on it no more.
pub(in crate::stances) fn goes_on_behind(words: &Words, predicate: usize, found: &Premise) -> bool {
    let joined = std::iter::once(predicate)
        .chain(words.ancestors(predicate))
        .take(3)
        .find(|&at| words.rel(at) == Rel::Conj);
    let Some((joined, first)) = joined.and_then(|at| Some((at, words.head(at)?))) else {
        return false;
    };
    let behind = first < found.whole.start
        && (words.children_by(joined, &[Rel::Cc])).any(|and| and >= found.whole.end);
    let own = words.child(joined, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
    let force = Force::of(words, joined);
    let finite = own.is_some() || matches!(words.xpos(joined), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    behind && finite && (force.negated || force.never || force.modal.is_none())
}

/// Whether a word stands inside a condition.
pub fn is_inside(words: &Words, word: usize) -> bool {
    hangings(words, words.sentence_of(word))
        .iter()
        .any(|hanging| {
            hanging.premise.words.contains(&word)
                && matches!(hanging.premise.kind, PremiseKind::If | PremiseKind::Unless)
        })
}

/// Whether a clause begins here: at the head of a sentence, behind a stop, or behind a verb of saying.
fn is_first(words: &Words, at: usize, start: usize) -> bool {
    let mut before = at;
    while before > start {
        let previous = before - 1;
        match words.form(previous) {
            "\"" | "“" | "”" | "'" | "‘" | "•" | "-" | "–" | "—" | "(" => {
                before = previous
            }
            ";" | ":" | "?" | "!" | "." | "…" => return true,
            "," => {
                // "Meanwhile, if …"
                return (start..previous).len() <= 4
                    && !(start..previous).any(|word| {
                        matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Propn)
                    });
            }
            _ => match words.lower(previous) {
                "and" | "but" | "so" | "or" | "yet" | "only" => before = previous,
                "that" => return true,
                _ => return is_report(words, previous),
            },
        }
    }
    true
}

/// "If A, B": the condition ends at the comma before a clause of its own.
fn fronted(words: &Words, at: usize, open: &Opening, sentence: &Range<usize>) -> Option<Hanging> {
    if let Some(hanging) = inverted_main(words, at, open, sentence) {
        return Some(hanging);
    }
    if words.form(at) == "Not" {
        return None;
    }
    let commas = (open.inside + 1..sentence.end)
        .filter(|&comma| matches!(words.form(comma), "," | "–" | "—"));
    for comma in commas {
        let told = report_after(words, comma, sentence.end).is_some();
        let whole = open.phrase
            || has_predicate(words, open.inside..comma)
            || told && comma > open.inside + 2;
        if !whole {
            continue;
        }
        let mut start = skip_quotes(words, comma + 1, sentence.end);
        if start >= sentence.end {
            return None;
        }
        let report = report_after(words, comma, sentence.end);
        match &report {
            Some(report) if report.end + 1 < sentence.end => start = report.end + 1,
            Some(_) => return None,
            None => {}
        }
        let start = skip_quotes(words, start, sentence.end);
        // "if they sign, ratify and publish it", "…, as some want, …": still the condition.
        if start >= sentence.end
            || matches!(
                words.form(start),
                "which" | "who" | "whose" | "where" | "and" | "or" | "including" | "but" | "as"
            )
            || matches!(words.xpos(start), Xpos::Vbz | Xpos::Vbd | Xpos::Vbg)
                && words.upos(start) != Upos::Propn
        {
            continue;
        }
        let end = then_end(words, start, sentence.end);
        if !is_finite_in(words, start..end) {
            continue;
        }
        let main = main_of(words, start..end, at..comma);
        let then = words.trim(skip_then(words, start)..end);
        if open.negative && !negates(words, then.clone(), main) {
            return None;
        }
        if open.inverted && !allows_inversion(words, then.clone()) {
            return None;
        }
        let report = report.or_else(|| report_after(words, end, sentence.end));
        return build(words, at, open, comma, then, main, report);
    }
    None
}

/// "Only when A will Orveth B", "Not until A will it B": the condition ends at the auxiliary that stands before its subject.
fn inverted_main(
    words: &Words,
    at: usize,
    open: &Opening,
    sentence: &Range<usize>,
) -> Option<Hanging> {
    if !matches!(words.form(at), "Only" | "Not") {
        return None;
    }
    let modal = (open.inside + 2..sentence.end.saturating_sub(2)).find(|&modal| {
        words.xpos(modal) == Xpos::Md
            && words.form(modal - 1) != ","
            && (matches!(
                words.upos(modal + 1),
                Upos::Det | Upos::Propn | Upos::Pron | Upos::Noun
            ) || is_capital(words, modal + 1))
    })?;
    let end = then_end(words, modal, sentence.end);
    let main = words
        .head(modal)
        .filter(|&main| (modal..end).contains(&main))
        .or_else(|| main_of(words, modal..end, at..modal));
    let report = report_after(words, end, sentence.end);
    build(words, at, open, modal, words.trim(modal..end), main, report)
}

/// "A, he said, if B": the condition ends at a stop, at the end of its quotation, or before its speaker.
fn trailing(words: &Words, at: usize, open: &Opening, sentence: &Range<usize>) -> Option<Hanging> {
    let mut hi = at;
    while hi > sentence.start
        && (words.upos(hi - 1) == Upos::Punct
            || matches!(words.lower(hi - 1), "but" | "only" | "and"))
    {
        hi -= 1;
    }
    let mut lo = (sentence.start..hi)
        .rev()
        .find(|&word| matches!(words.form(word), ";" | ":" | "–" | "—" | "?" | "!" | "."))
        .map_or(sentence.start, |stop| stop + 1);
    // "The lot, he added: new cabs, should the union sign": of the thing alone.
    let report = report_before(words, lo, hi);
    if let Some(report) = &report {
        hi = report.start;
    }
    lo = lo.min(hi);
    let end = trailing_end(words, at, open, sentence);
    let mut premise = words.trim(open.inside..end);
    // A verb that was taken for a noun, behind words that nothing but a clause follows.
    let clausal = matches!(words.lower(at), "provided" | "unless" | "if")
        && words.upos(at - 1) == Upos::Punct;
    let sure = (open.inside > at + 1 || clausal)
        && premise.len() > 2
        && !matches!(words.upos(premise.start), Upos::Num | Upos::Adj | Upos::Adv);
    if premise.is_empty() || !open.phrase && !sure && !has_predicate(words, premise.clone()) {
        return None;
    }
    if open.phrase && premise.len() > 1 && is_finite_in(words, premise.clone()) {
        // "without a map, the talks end": the phrase ends at its comma.
        let comma = premise
            .clone()
            .find(|&word| words.form(word) == ",")
            .unwrap_or(premise.end);
        premise = words.trim(premise.start..comma);
    }
    let main = main_of(words, lo..hi, at..end);
    let then = match main {
        Some(main) => the_rest(words, main, hi).unwrap_or_else(|| then_of(words, main, lo..hi)),
        None => words.trim(lo..hi),
    };
    if then.is_empty() || words.form(open.inside) == "possible" {
        return None;
    }
    if open.negative && !negates(words, then.clone(), main) {
        return None;
    }
    if open.inverted && !allows_inversion(words, then.clone()) && main.is_some() && {
        // "did hold out one carrot: new cabs, should …"
        lo == sentence.start
    } {
        return None;
    }
    let report = report.or_else(|| report_after(words, end, sentence.end));
    build(words, at, open, premise.end, then, main, report)
}

/// "is, if anything, stiffer": more so, not on a condition.
pub(in crate::stances) fn is_more_so(words: &Words, premise: &Range<usize>) -> bool {
    premise.len() == 1
        && matches!(
            words.lower(premise.start),
            "anything" | "any" | "ever" | "only"
        )
}

fn build(
    words: &Words,
    at: usize,
    open: &Opening,
    end: usize,
    then: Range<usize>,
    main: Option<usize>,
    report: Option<Range<usize>>,
) -> Option<Hanging> {
    let inner = words.trim(open.inside..end);
    let head = inner
        .clone()
        .find(|&word| {
            words.head(word).is_none_or(|head| !inner.contains(&head))
                && (open.phrase || words.is_verb(word) || words.child(word, &[Rel::Cop]).is_some())
        })
        .or_else(|| inner.clone().find(|&word| words.is_verb(word)))
        .unwrap_or(inner.start);
    let idle = is_more_so(words, &inner)
        || inner.len() <= 3
            && words.upos(inner.start) == Upos::Pron
            && matches!(
                words.lemma(inner.end - 1),
                "like"
                    | "wish"
                    | "want"
                    | "please"
                    | "prefer"
                    | "must"
                    | "can"
                    | "could"
                    | "may"
                    | "need"
                    | "be"
            );
    (!inner.is_empty() && !then.is_empty() && !idle).then(|| Hanging {
        premise: Premise {
            kind: open.kind,
            head,
            whole: words.trim(at..inner.end),
            words: inner,
        },
        then,
        main,
        report,
    })
}

fn trailing_end(words: &Words, at: usize, open: &Opening, sentence: &Range<usize>) -> usize {
    let is_quote = |word: usize| matches!(words.form(word), "\"" | "“" | "”");
    // Inside an open quotation, its end is the end; a quotation of one word inside the condition is not.
    let quoted = (sentence.start..open.inside)
        .filter(|&word| is_quote(word))
        .count()
        % 2
        == 1;
    let mut depth = usize::from(quoted || is_quote(open.inside));
    let mut word = open.inside + usize::from(is_quote(open.inside));
    while word < sentence.end {
        let form = words.form(word);
        if is_quote(word) {
            if depth == 1 {
                return word;
            }
            // A quotation that opens here and closes inside the condition.
            match (word + 1..sentence.end).find(|&close| is_quote(close)) {
                Some(close) => word = close,
                None => depth = 1,
            }
        } else if matches!(form, ";" | ":" | "." | "!" | "–" | "—") {
            return word;
        } else if form == "," {
            if report_after(words, word, sentence.end).is_some() || is_no_sooner(words, word + 1) {
                return word;
            }
            let next = skip_quotes(words, word + 1, sentence.end);
            if next < sentence.end
                && (words.form(next) == "but"
                    || matches!(
                        words.form(next),
                        "and" | "or" | "while" | "though" | "although"
                    ) && (own_clause(words, next + 1, sentence.end) || goes_on(words, next, at)))
            {
                return word;
            }
        } else if form == "but" && word > at + 2 || is_no_sooner(words, word) {
            return word;
        }
        word += 1;
    }
    sentence.end
}

/// "could agree if the fee fell, | and could not accept a ban": a finite verb joined to what stands before the condition.
fn goes_on(words: &Words, and: usize, condition: usize) -> bool {
    let Some(verb) = words
        .head(and)
        .filter(|&verb| words.rel(and) == Rel::Cc && verb > and)
    else {
        return false;
    };
    words.rel(verb) == Rel::Conj
        && words.head(verb).is_some_and(|first| first < condition)
        && is_finite_in(words, and..verb + 1)
}

/// A subject and a finite verb of its own follow: another clause.
fn own_clause(words: &Words, from: usize, end: usize) -> bool {
    let stop = (from..end)
        .find(|&word| matches!(words.form(word), "," | ";" | "."))
        .unwrap_or(end);
    (from..stop)
        .find(|&word| matches!(words.upos(word), Upos::Verb | Upos::Aux))
        .is_some_and(|verb| verb > from && is_finite_in(words, verb..verb + 1))
}

/// Where the clause behind a condition ends: at a stop, at the end of its quotation, before its speaker.
fn then_end(words: &Words, start: usize, end: usize) -> usize {
    let mut open = false;
    for word in start..end {
        match words.form(word) {
            ";" | "." | "!" => return word,
            "\"" | "“" | "”" => {
                // A closing mark with a speaker, or nothing, behind it.
                let closes = word > start
                    && (words.form(word - 1) == ","
                        || word + 1 >= end
                        || matches!(words.form(word + 1), "," | "." | ";"));
                if closes {
                    return word + usize::from(open);
                }
                open = !open;
            }
            "," if report_after(words, word, end).is_some() => return word,
            _ => {}
        }
    }
    end
}

fn skip_quotes(words: &Words, mut at: usize, end: usize) -> usize {
    while at < end && matches!(words.form(at), "\"" | "“" | "”" | "'" | "‘") {
        at += 1;
    }
    at
}

fn skip_then(words: &Words, at: usize) -> usize {
    at + usize::from(words.form(at).eq_ignore_ascii_case("then"))
}

/// Whether a stretch holds a predicate: a verb with something that could be its subject before it, or a copula.
fn has_predicate(words: &Words, range: Range<usize>) -> bool {
    let name = |word: usize| word > range.start && is_capital(words, word);
    let first = range.clone().find(|&word| {
        matches!(words.upos(word), Upos::Verb | Upos::Aux)
            && !name(word)
            && !(word == range.start && is_capital(words, word))
    });
    first.is_some_and(|verb| {
        (range.start..verb).any(|word| {
            matches!(
                words.upos(word),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det
            ) || is_capital(words, word)
        }) || words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
    })
}

fn is_capital(words: &Words, word: usize) -> bool {
    words.form(word).starts_with(char::is_uppercase)
}

fn is_finite_in(words: &Words, mut range: Range<usize>) -> bool {
    range.any(|word| {
        matches!(words.upos(word), Upos::Verb | Upos::Aux)
            && matches!(
                words.xpos(word),
                Xpos::Md | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp
            )
    })
}

/// Whether nothing happens otherwise, now or to come: "nothing will be signed", "no deal", "won't pay".
fn negates(words: &Words, then: Range<usize>, main: Option<usize>) -> bool {
    let none = then.clone().any(|word| {
        matches!(
            words.lemma(word),
            "no" | "nothing" | "nobody" | "none" | "not" | "n't" | "never" | "neither" | "nor"
        ) || words.form(word).eq_ignore_ascii_case("cannot")
            || matches!(words.lemma(word), "refuse" | "impossible" | "unthinkable")
    });
    let Some(main) = main else { return none };
    let to_come = then.clone().any(|word| {
        words.xpos(word) == Xpos::Md
            || matches!(words.xpos(word), Xpos::Vbz | Xpos::Vbp)
                && !matches!(words.lemma(word), "have" | "do")
    });
    none && (to_come || words.xpos(main) == Xpos::Vb)
}

/// Inversion is a condition only beside "would", "will" and the like; "would have been" is past and done.
fn allows_inversion(words: &Words, then: Range<usize>) -> bool {
    then.clone().any(|word| {
        words.xpos(word) == Xpos::Md
            && !(word + 1 < then.end && words.form(word + 1).eq_ignore_ascii_case("have"))
            // "is prepared to pay, given a guarantee"
            || matches!(words.lower(word), "prepared" | "ready" | "willing")
                && words.lower(word + 1) == "to"
    })
}

/// The predicate that a condition hangs on: the first above it in its clause, else the uppermost finite one.
fn main_of(words: &Words, clause: Range<usize>, premise: Range<usize>) -> Option<usize> {
    // "among them Chile, which could live with it if …": the relative clause itself, where no comma closes it.
    let may = |word: usize| {
        words.rel(word) == Rel::AclRelcl
            && (words.children_by(word, &[Rel::Aux])).any(|aux| words.xpos(aux) == Xpos::Md)
            && !(word..premise.start).any(|at| words.form(at) == ",")
    };
    let predicate = |word: usize| {
        clause.contains(&word)
            && (words.is_verb(word) || words.child(word, &[Rel::Cop]).is_some())
            && (!matches!(words.rel(word), Rel::AclRelcl | Rel::Acl) || may(word))
            && !(is_report(words, word)
                && words
                    .children_by(word, &[Rel::Ccomp, Rel::Parataxis])
                    .any(|told| clause.contains(&told) || premise.contains(&told)))
    };
    let finite = |word: usize| {
        predicate(word)
            && (matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || words.children(word).any(|aux| {
                    matches!(words.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                        && clause.contains(&aux)
                        && matches!(
                            words.xpos(aux),
                            Xpos::Md | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp
                        )
                }))
    };
    let above = premise.clone().find_map(|word| {
        words
            .head(word)
            .filter(|head| !premise.contains(head))
            .and_then(|head| {
                std::iter::once(head)
                    .chain(words.ancestors(head))
                    .take(8)
                    .take_while(|above| clause.contains(above))
                    .find(|&above| predicate(above))
            })
    });
    // Up to the verb that carries the tense: "is ready to share the data if".
    let above = above.map(|mut at| {
        while let (Rel::Xcomp, Some(head)) = (words.rel(at), words.head(at)) {
            // "urged him to leave": what is urged hangs on it.
            if !predicate(head) || words.child(head, &[Rel::Obj, Rel::Iobj]).is_some() {
                break;
            }
            at = head;
        }
        at
    });
    let depth = |word: usize| words.ancestors(word).count();
    above.filter(|&above| finite(above)).or_else(|| {
        clause
            .clone()
            .filter(|&word| finite(word))
            .min_by_key(|&word| depth(word))
    })
}

/// "women would go first, the rest once the truce holds": the rest alone hangs on it.
fn the_rest(words: &Words, main: usize, hi: usize) -> Option<Range<usize>> {
    let comma = (main..hi)
        .rev()
        .find(|&word| matches!(words.form(word), "," | "and"))?;
    let rest = words.trim(comma + 1..hi);
    let names = rest.clone().any(|word| {
        matches!(
            words.lemma(word),
            "rest" | "remainder" | "balance" | "other" | "remaining" | "second"
        )
    });
    let verbal = rest
        .clone()
        .any(|word| matches!(words.upos(word), Upos::Verb | Upos::Aux));
    (names && !verbal && !rest.is_empty()).then_some(rest)
}

/// The clause of a predicate inside a stretch, from its subject on; a subject with commas in it is left out.
fn then_of(words: &Words, main: usize, range: Range<usize>) -> Range<usize> {
    let tree = words.subtree(main);
    let mut start = tree.start.max(range.start);
    let mut end = range.end;
    if let Some(subject) = words.child(main, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj]) {
        let whole = words.subtree(subject);
        // "As for the ratio, the lender could tolerate"
        let about = matches!(
            words.lower(start),
            "concerning" | "regarding" | "as" | "on" | "about"
        );
        if about && whole.start > start + 1 && words.form(whole.start - 1) == "," {
            start = whole.start;
        }
        let free = words.upos(whole.start) == Upos::Pron
            && words.lemma(whole.start) == "what"
            && words.child(main, &[Rel::Cop]).is_some();
        let commas = whole.clone().any(|word| words.form(word) == ",");
        if free || whole.end <= main && commas {
            let copula = words.child(main, &[Rel::Cop]).filter(|_| free);
            start = copula
                .map_or(whole.end, |copula| copula + 1)
                .max(whole.end.min(main));
        }
    }
    while start < main
        && (matches!(words.rel(start), Rel::Mark | Rel::Cc | Rel::Punct)
            || matches!(words.form(start), "and" | "but" | "that"))
    {
        start += 1;
    }
    if end <= start {
        end = range.end.max(main + 1);
    }
    words.trim(start..end)
}
