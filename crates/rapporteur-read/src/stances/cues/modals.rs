//! Stances shown by modals: what a speaker says must, should or will never be; what a party will not do or would do if.

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::evidence::beginning;
use crate::stances::arguments::holders::{Holder, named_or_told, subject_holders};
use crate::stances::arguments::things::{clause, noun_phrase, without_aside};
use crate::stances::constructions::for_ever::absolute_behind;
use crate::stances::constructions::none_of_it::none_at_all;
use crate::stances::constructions::refused_deeds::{
    is_had_done, is_other_deed, is_taken_on, is_undone,
};
use crate::stances::cues::giving::{GIVING, bears_cost, is_giving};
use crate::stances::cues::rather;
use crate::stances::cues::verbs::fights;
use crate::stances::cues::{bartered, duties};
use crate::stances::modality::deeds::{HARM, NO_DEEDS, is_beyond};
use crate::stances::modality::force::{Force, Premise, PremiseKind, is_going_to, premise};
use crate::stances::modality::harm::{clears, is_failure, is_harmful};
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Reads one word: the head of a clause with a modal.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(
        words.upos(word),
        Upos::Verb | Upos::Adj | Upos::Noun | Upos::Adv
    ) || is_claimed(scene, claims, word)
        || scene.statements.is_declining(word)
    {
        return;
    }
    // What is no verb tells with its copula, its subject or a "no"; a verb in the past has no modal.
    let tells = match words.upos(word) {
        Upos::Verb => words.xpos(word) != Xpos::Vbd || words.child(word, &[Rel::Aux]).is_some(),
        _ => words
            .child(word, &[Rel::Cop, Rel::Aux, Rel::Nsubj])
            .is_some(),
    };
    if !tells && words.negation(word).is_none() {
        return;
    }
    let force = Force::of(words, word);
    let speaker = Holder::speaking(scene, word);
    if rather::read(scene, word, &force, claims) {
        return;
    }
    if let Some(claim) = not_until(scene, word, &force, speaker) {
        claims.push(claim);
        return;
    }
    if let Some(claim) = duties::duty(scene, word, &force, speaker)
        .or_else(|| without(scene, word, speaker))
        .or_else(|| none_at_all(scene, word, &force, speaker))
        .or_else(|| only_after(scene, word, &force, speaker))
        .or_else(|| deed(scene, word, &force, speaker))
    {
        claims.push(claim);
    }
}

/// Whoever was told for, and all who speak with it.
pub(in crate::stances) fn together(scene: &Scene, word: usize, speaker: Holder) -> Vec<Holder> {
    let mut found = vec![speaker];
    let others = Holder::speakers(scene, word);
    found.extend(others.into_iter().filter(|other| *other != speaker));
    found
}

/// "no treaty without a list", "nothing is agreed until the parliament has seen it": a demand for the second half.
fn without(scene: &Scene, word: usize, speaker: Option<Holder>) -> Option<Claim> {
    let words = scene.words;
    let speaker = speaker?;
    let range = words.subtree(word);
    let none = range
        .clone()
        .find(|&at| matches!(words.lemma(at), "no" | "nothing" | "none") && at < range.end)?;
    let found = range.clone().find(|&at| {
        (at > none || words.lemma(at) == "without" && at < range.start + 2)
            && matches!(words.lemma(at), "without" | "until" | "unless")
            && matches!(words.rel(at), Rel::Case | Rel::Mark)
    })?;
    let head = words.head(found)?;
    if words.sentence_of(head) != words.sentence_of(word)
        || words.head(word).is_some_and(|above| {
            words.subtree(above).contains(&none)
                && words.rel(word) != Rel::Ccomp
                && words.rel(word) != Rel::Parataxis
        })
    {
        return None;
    }
    let phrase = words.trim(found + 1..words.subtree(head).end);
    // "Without a date there can be no deal"
    let fronted = words.lemma(found) == "without" && phrase.end <= none;
    if phrase.is_empty() || found < none && !fronted {
        return None;
    }
    Some(Claim {
        stance: Stance::Demands,
        holders: together(scene, word, speaker),
        trigger: word,
        rule: "no-without".into(),
        on: Target::Phrase(head, phrase.clone()),
        premise: None,
        reason: None,
        outlet: false,
        evidence: words.trim(range.start..phrase.end.max(if fronted { range.end } else { 0 })),
        via: None,
    })
}

/// "relief could come only after verification": whoever says so wants it in that order.
fn only_after(scene: &Scene, word: usize, force: &Force, speaker: Option<Holder>) -> Option<Claim> {
    let words = scene.words;
    let speaker = speaker?;
    let end = words.subtree(word).end;
    let after = (word + 1..end).find(|&at| {
        matches!(words.lemma(at), "after" | "once" | "when")
            && words.lemma(at - 1) == "only"
            && matches!(words.rel(at), Rel::Case | Rel::Mark | Rel::Advmod)
    })?;
    let subject = words.child(word, &[Rel::Nsubj, Rel::NsubjPass])?;
    let first = matches!(
        words.lemma(subject),
        "i" | "we" | "he" | "she" | "it" | "there"
    );
    let somebody = scene.entities.actor(subject).is_some();
    if force.negated
        || force.hypothetical
        || first
        || somebody
        || after + 1 >= end
        || !matches!(
            force.modal.as_deref(),
            Some("can" | "could" | "will" | "would" | "may" | "must" | "should")
        )
    {
        return None;
    }
    let phrase = words.trim(words.subtree(subject).start..end);
    Some(Claim {
        stance: Stance::Demands,
        holders: together(scene, word, speaker),
        trigger: word,
        rule: "only-after".into(),
        on: Target::Phrase(word, phrase.clone()),
        premise: None,
        reason: None,
        outlet: false,
        evidence: phrase,
        via: None,
    })
}

/// "It could not, however, undo the date": what somebody goes on to say.
fn is_told_by_pronoun(words: &Words, verb: usize) -> bool {
    words
        .child(verb, &[Rel::Nsubj])
        .is_some_and(|subject| words.upos(subject) == Upos::Pron)
}

/// Verbs of going on with the talks: who will not until something happens demands that.
const TALKS: &[&str] = &[
    "talk",
    "discuss",
    "negotiate",
    "meet",
    "sit",
    "sit down",
    "return",
    "come back",
    "go back",
    "resume",
    "sign",
    "initial",
    "budge",
    "move",
    "engage",
    "attend",
    "join",
    "rejoin",
    "enter",
    "continue",
    "start",
    "begin",
    "proceed",
    "consider",
    "come",
    "participate",
    "bargain",
    "vote",
    "ratify",
    "approve",
    "conclude",
    "finalise",
    "finalize",
];

/// "will not discuss names until the list is published"; "will only sign if the crew is freed", which accepts on that
/// condition.
fn not_until(scene: &Scene, word: usize, force: &Force, speaker: Option<Holder>) -> Option<Claim> {
    let words = scene.words;
    if !words.is_verb(word) || force.hypothetical || force.past || !force.is_modal() {
        return None;
    }
    let premise = premise(words, word)?;
    let only = || {
        words.lemma(premise.whole.start) == "only"
            || words
                .children_by(word, &[Rel::Advmod])
                .any(|at| words.lemma(at) == "only")
    };
    let stance = match premise.kind {
        PremiseKind::Unless if force.negated || force.never => Some(Stance::Demands),
        PremiseKind::If if !force.negated && only() => Some(Stance::AcceptsIf),
        _ => None,
    };
    let own: Vec<Holder> = subject_holders(scene, word)
        .into_iter()
        .filter(|holder| speaker.is_none_or(|speaker| speaker.party == holder.party))
        .collect();
    let stance = stance.filter(|_| !own.is_empty())?;
    if !TALKS.contains(&&*words.phrasal(word)) {
        return None;
    }
    let subject = words
        .child(word, &[Rel::Nsubj])
        .map_or(word, |subject| words.subtree(subject).start);
    let evidence = words.trim(subject.min(premise.whole.start)..premise.whole.end.max(word + 1));
    if stance == Stance::AcceptsIf {
        let deed = deed_phrase(scene, word, Some(premise.whole.clone()));
        let mut claim = Claim::plain(
            "would-if",
            stance,
            own,
            word,
            scene.toward(word, deed),
            evidence,
        );
        claim.premise = Some(premise);
        return Some(claim);
    }
    let mut phrase = words.trim(premise.words.clone());
    if phrase.len() > 1
        && matches!(
            words.lemma(phrase.start),
            "until" | "unless" | "till" | "without" | "absent"
        )
    {
        phrase.start += 1;
    } else if phrase.len() > 2 && words.lemma(phrase.start) == "short" {
        phrase.start += 2;
    }
    Some(Claim {
        stance,
        holders: own,
        trigger: word,
        rule: "not-until".into(),
        on: scene.toward(words.top(phrase.clone()).unwrap_or(premise.head), phrase),
        evidence,
        premise: None,
        reason: None,
        outlet: false,
        via: None,
    })
}

/// "will not withdraw": refuses; "will never share": a red line; "would send monitors once …": accepts if.
fn deed(scene: &Scene, word: usize, force: &Force, speaker: Option<Holder>) -> Option<Claim> {
    let words = scene.words;
    if !words.is_verb(word)
        || force.hypothetical
        || NO_DEEDS.contains(&words.lemma(word))
            // "will take part in the auction only if"
            && words.object(word).is_none_or(|part| words.lemma(part) != "part")
            && !(is_taken_on(scene, word, force))
            && !(is_had_done(scene, word, force))
            && !is_done_if(scene, word, force)
        || force.past
        // "we will all be paying it": what is to be feared or hoped, no deed that one is ready for; "we won't be paying it"
        // refuses it.
        || words.xpos(word) == rapporteur_syntax::Xpos::Vbg && !is_going_to(words, word)
            && !(force.negated || force.never)
            && words.children_by(word, &[Rel::Aux]).any(|aux| words.lower(aux) == "be")
        // "will make no further comment"
        || (words.object(word)).is_some_and(|said| {
            matches!(words.lemma(said), "comment" | "statement" | "remark")
        })
    {
        return None;
    }
    let refusal = (force.negated || force.never) && force.is_modal();
    let harms = HARM.contains(&&*words.phrasal(word));
    if !(harms || refusal && is_undone(scene, word))
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(word))
            // "moved that", beside "would move to 5 percent if".
            .any(|frame| {
                frame.with.is_empty()
                    && frame.only.is_none()
                    && frame.on.iter().any(|place| *place != Place::That)
                    // "would not extend its bid": no offer; "will never submit to the court": no text put forward.
                    && !(refusal && is_other_deed(scene, word, frame))
            })
    {
        return None;
    }
    if matches!(
        words.rel(word),
        Rel::Xcomp | Rel::Acl | Rel::AclRelcl | Rel::Advcl
    ) && !is_going_to(words, word)
    {
        return None;
    }
    // "I am not going to negotiate from this desk": where, not whether.
    if words.lemma(word) == "negotiate"
        && words
            .with_case(word, &["with", "on", "about", "over"])
            .next()
            .is_none()
    {
        return None;
    }
    // "will never be lumped together with others": what one will not have done to oneself.
    let undergoes = force.never && words.child(word, &[Rel::OblAgent]).is_none();
    let held: Vec<Holder> = match words.child(word, &[Rel::NsubjPass]).filter(|_| undergoes) {
        Some(subject) => named_or_told(scene, word, subject),
        None => subject_holders(scene, word),
    };
    let undergoes = undergoes && words.child(word, &[Rel::NsubjPass]).is_some();
    let own: Vec<Holder> = held
        .into_iter()
        .filter(|holder| speaker.is_none_or(|speaker| speaker.party == holder.party))
        .collect();
    if own.is_empty() || words.is_passive(word) && !undergoes {
        return None;
    }
    // "would withdraw the plan if": what becomes of a text is no term.
    if matches!(
        words.lemma(word),
        "withdraw" | "pull" | "cancel" | "rescind" | "retract"
    ) && words.object(word).is_some_and(|object| {
        scene.proposals.at(object).is_some()
            || matches!(
                words.lemma(object),
                "offer" | "bid" | "concession" | "invitation"
            )
    }) {
        return None;
    }
    let modal = force.modal.as_deref()?;
    // "will give up nothing": refuses to, however it is put.
    let nothing = !force.negated
        && words.object(word).is_some_and(|thing| {
            thing > word && matches!(words.lower(thing), "nothing" | "none" | "nobody")
        });
    if nothing && !GIVING.contains(&&*words.phrasal(word)) {
        return None;
    }
    // "In exchange, Merin would pay", of a text: no word of Merin's.
    let premise = premise(words, word)
        .or_else(|| bartered::against(scene, word))
        .filter(|premise| {
            speaker.is_some()
                || premise.kind != PremiseKind::Exchange
                || words.trim(premise.words.clone()).len() > 2
        });
    // "The caretaker cabinet cannot pass a budget": what the outlet tells of is inability.
    if force.negated
        && matches!(modal, "can" | "could")
        && (is_beyond(words, word)
            || speaker.is_none() && premise.is_none() && !is_told_by_pronoun(words, word))
    {
        return None;
    }
    let (stance, rule) = if force.never && matches!(modal, "will" | "would" | "can" | "could") {
        (Stance::RedLine, "will-never")
    } else if force.negated
        && matches!(modal, "will" | "would" | "could")
        && HARM.contains(&words.phrasal(word).as_ref())
        && (premise.as_ref()).is_some_and(|premise| premise.kind == PremiseKind::If)
    {
        // "would not sue so long as": what it threatened, given up.
        (Stance::AcceptsIf, "would-if")
    } else if force.negated
        && matches!(modal, "will" | "would")
        && !is_undone(scene, word)
        && (fights(scene, word) || EXCLUDING.contains(&&*words.phrasal(word)))
    {
        // "would not block the deal": lets it pass.
        (Stance::Open, "will-not-block")
    } else if (force.negated || nothing) && matches!(modal, "will" | "would" | "can" | "could") {
        match absolute_behind(words, word) {
            // "will not hand them over, not today and not ever"
            Some(_) => (Stance::RedLine, "will-never"),
            None => (Stance::Rejects, "will-not"),
        }
    } else if premise
        .as_ref()
        // "we will go to court unless it is signed": a threat.
        .is_some_and(|premise| premise.kind != PremiseKind::Unless)
        && matches!(modal, "will" | "would" | "could" | "can" | "might" | "may")
        && !is_harm(scene, word)
        && !is_harmful(words, word)
        && !premise
            .as_ref()
            .is_some_and(|premise| is_failure(words, &premise.words) || is_turn(words, premise))
    {
        // "would look at it only if it were binding": ready to talk, no more.
        match crate::stances::no_stance::guards::is_discussing(words, word) {
            true => (Stance::Open, "would-if"),
            false => (Stance::AcceptsIf, "would-if"),
        }
    } else if premise.is_none()
        && (matches!(modal, "could" | "would" | "will")
            // "We can pay half"
            || modal == "can"
                && words.lemma(word) != "send"
                && GIVING.contains(&words.phrasal(word).as_ref()))
        && speaker.is_some()
        && !force.negated
        && !is_harm(scene, word)
        && is_giving(scene, word)
        && is_given(scene, word)
        && own
            .iter()
            .all(|holder| Some(holder.party) == speaker.map(|one| one.party))
    {
        // "said it could hand over the post": no more than that.
        (Stance::Offers, "could-give")
    } else if premise.is_none()
        && matches!(modal, "would" | "will")
        && speaker.is_none()
        && !force.negated
        && (is_giving(scene, word) && (is_promised(scene, word) || goes_with_consent(scene, word))
            || lets_or_keeps(scene, word))
    {
        // "The harbour would contribute 40 crowns": told by the report of whoever gives it.
        (Stance::Offers, "would-give")
    } else {
        return None;
    };
    let premise =
        premise.filter(|premise| rule == "would-if" || premise.kind != PremiseKind::Unless);
    let phrase = deed_phrase(
        scene,
        word,
        premise.as_ref().map(|premise| premise.whole.clone()),
    );
    // "won't hand over 300 men and get silence in return": the bargain is refused, not the half of it.
    let bargain = rule == "will-not"
        && (words.lower(phrase.end.saturating_sub(1)) == "return"
            || premise
                .as_ref()
                .is_some_and(|premise| premise.is_returned(words)));
    if phrase.is_empty() || bargain {
        return None;
    }
    // "is not going to hand over the port": from whoever is not going to.
    let verb = match words.head(word) {
        Some(going) if is_going_to(words, word) => going,
        _ => word,
    };
    let mut evidence = beginning(scene, verb).min(phrase.start)..phrase.end;
    // "The building it would not pause": what stands first.
    let first = (words.child(word, &[Rel::Obj])).filter(|&thing| {
        thing < word && words.upos(thing) != Upos::Pron && words.subtree(thing).end < word
    });
    let on = match first {
        Some(thing) => {
            let phrase = noun_phrase(scene, thing);
            evidence.start = evidence.start.min(phrase.start);
            scene.toward(thing, phrase)
        }
        None => Target::Phrase(word, phrase),
    };
    if let Some(premise) = &premise {
        evidence = evidence.start.min(premise.whole.start)..evidence.end.max(premise.whole.end);
    }
    Some(Claim {
        stance,
        holders: own,
        trigger: word,
        rule: rule.into(),
        on,
        premise,
        reason: None,
        outlet: false,
        evidence: words.trim(evidence),
        via: None,
    })
}

/// "could wait another year if the checks were quicker", "would attend if invited in writing": what is nothing to agree to by
/// itself is agreed to on a condition.
fn is_done_if(scene: &Scene, verb: usize, force: &Force) -> bool {
    matches!(
        scene.words.lemma(verb),
        "wait"
            | "receive"
            | "attend"
            | "resume"
            | "continue"
            | "begin"
            | "start"
            | "remain"
            | "travel"
    ) && !force.negated
        && force.is_modal()
        && premise(scene.words, verb).is_some_and(|premise| premise.kind == PremiseKind::If)
}

/// Not to do so is to leave a way open: "would not shut out a sale".
const EXCLUDING: &[&str] = &[
    "exclude",
    "preclude",
    "shut out",
    "discount",
    "balk",
    "baulk",
    "close off",
    "look away",
];

/// What one does for others with its own hands and means.
const SERVICES: &[&str] = &[
    "airlift",
    "carry",
    "clear",
    "escort",
    "feed",
    "ferry",
    "house",
    "maintain",
    "man",
    "mend",
    "print",
    "rebuild",
    "repair",
    "resettle",
    "shelter",
    "staff",
    "train",
    "translate",
    "transport",
    "vaccinate",
];

/// Whether something is given: by a verb of giving, or what is counted or bargained over. "I'll bring sandwiches" gives
/// nothing.
fn is_given(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    GIVING.contains(&words.phrasal(verb).as_ref())
        || SERVICES.contains(&words.lemma(verb))
            && (words.child(verb, &[Rel::Obj])).is_some_and(|what| {
                // "would carry the day"
                !matches!(
                    words.lemma(what),
                    "day" | "vote" | "motion" | "seat" | "weight" | "risk"
                )
            })
        || words.object(verb).is_some_and(|thing| {
            let phrase = noun_phrase(scene, thing);
            phrase.clone().any(|at| words.upos(at) == Upos::Num)
                || crate::stances::cues::verdicts::is_matter(scene, &phrase)
        }) && !matches!(
            words.lemma(verb),
            "keep"
                | "send"
                | "bring"
                | "borrow"
                | "consult"
                | "judge"
                | "treat"
                | "hire"
                | "study"
                | "inform"
                | "brief"
                | "exchange"
        )
}

/// Whether the report tells as somebody's word what would be given: what is counted, by a verb of giving, in a clause of
/// its own that is no part of what a text provides.
fn is_promised(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let main = matches!(words.rel(verb), Rel::Root | Rel::Conj | Rel::Parataxis);
    let start = words.sentence(words.sentence_of(verb)).start;
    let opened = matches!(
        words.lower(start),
        "under" | "if" | "should" | "in" | "by" | "for"
    );
    // "would send quarrels to a panel": what it proposes, unless it is counted.
    let counted = words.object(verb).is_some_and(|thing| {
        words.child(thing, &[Rel::Nummod]).is_some() || words.upos(thing) == Upos::Num
    });
    let gives = GIVING.contains(&words.phrasal(verb).as_ref())
        || SERVICES.contains(&words.lemma(verb)) && counted
        || bears_cost(scene, verb);
    main && !opened
        && gives
        && (counted || words.lemma(verb) != "send")
        && (words.children_by(verb, &[Rel::Nsubj])).any(|giver| giver < verb)
}

/// "The council would |let| the club use the hall", "Holm would |keep| the plant open": left to the other side, in a clause of
/// its own that is no part of what a text provides.
fn lets_or_keeps(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(verb)).start;
    let Some(thing) = words.child(verb, &[Rel::Obj]).filter(|&thing| thing > verb) else {
        return false;
    };
    let own = (words.children_by(verb, &[Rel::Nsubj]))
        .any(|giver| giver < verb && words.subtree(giver).start == start);
    let to = words.child(verb, &[Rel::Xcomp]).filter(|&to| to > thing);
    let gives = match words.lemma(verb) {
        "let" => to.is_some_and(|to| {
            matches!(words.xpos(to), Xpos::Vb | Xpos::Vbp)
                && !matches!(
                    words.lemma(to),
                    "go" | "know" | "decide" | "see" | "lapse" | "happen"
                )
        }),
        "keep" => to.is_some_and(|to| {
            matches!(
                words.lower(to),
                "open" | "going" | "running" | "intact" | "alive" | "afloat" | "free"
            )
        }),
        _ => false,
    };
    gives && own && words.rel(verb) == Rel::Root
}

/// "has agreed to free the crews and | would halt raids for a month": given by whoever agreed to something just before.
fn goes_with_consent(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let first = words.first_conjunct(verb);
    first < verb
        && words.rel(verb) == Rel::Conj
        && words.child(verb, &[Rel::Nsubj]).is_none()
        && matches!(
            words.lemma(first),
            "agree"
                | "offer"
                | "promise"
                | "pledge"
                | "undertake"
                | "consent"
                | "volunteer"
                | "ready"
                | "prepared"
                | "willing"
        )
        && {
            let force = Force::of(words, first);
            !force.negated && !force.never && !force.hypothetical && !force.is_modal()
        }
}

/// The verb with what belongs to it on its right, without the condition.
pub(in crate::stances) fn deed_phrase(
    scene: &Scene,
    word: usize,
    premise: Option<std::ops::Range<usize>>,
) -> std::ops::Range<usize> {
    let words = scene.words;
    let mut end = clause(scene, word).end;
    if let Some(premise) = premise.filter(|premise| premise.start > word) {
        end = end.min(premise.start);
        // "will join the cabinet, but only on condition that"
        while end > word + 1 && matches!(words.lower(end - 1), "only" | "but" | ",") {
            end -= 1;
        }
    }
    without_aside(words, words.trim(word..end.max(word + 1)))
}

/// "if fees rose", "if demand falls": how things may turn, which nobody gives.
fn is_turn(words: &Words, premise: &Premise) -> bool {
    premise.kind == PremiseKind::If
        && words.top(premise.words.clone()).is_some_and(|verb| {
            matches!(
                words.lemma(verb),
                "rise"
                    | "fall"
                    | "climb"
                    | "soar"
                    | "slump"
                    | "worsen"
                    | "deteriorate"
                    | "escalate"
            ) && words.object(verb).is_none()
                && !words.is_passive(verb)
        })
}

/// Whether a deed is announced as harm: the cue warns or threatens.
pub fn is_harm(scene: &Scene, word: usize) -> bool {
    if HARM.contains(&&*scene.words.phrasal(word)) && !clears(scene.words, word) {
        return true;
    }
    scene.statements.around(word).any(|index| {
        let statement = &scene.statements.all[index];
        statement.act == rapporteur_model::Act::Warned
            || statement.cue_head.is_some_and(|cue| {
                matches!(scene.words.lemma(cue), "warn" | "threaten" | "caution")
            })
    })
}
