//! Answers without a thing of their own: "the rebels agreed", "Orveth is in favour", "the company jumped at it". What
//! they answer is what was last put forward by somebody else, in the same sentence or the one before.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::{
    is_pronoun, last, last_put_forward, matter, put_forward, spoken_of,
};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::constructions::fronted::put_first;
use crate::stances::cues::aired::aired;
use crate::stances::cues::predicates::LINKING;
use crate::stances::discourse::at_hand::at_hand;
use crate::stances::discourse::verdict_words::VERDICTS;
use crate::stances::modality::force::{Force, premise};
use crate::stances::texts::tabled::tabled;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs of consent, which answer something even where nobody is told to have put it forward.
const CONSENTING: &[&str] = &[
    "agree",
    "consent",
    "assent",
    "acquiesce",
    "relent",
    "concur",
];

/// Verbs that give a verdict with a bare "against", "for" or "in favour" behind them.
const VOTES: &[&str] = &["vote", "speak", "argue", "come", "decide", "rule"];

/// Prepositions of when and how: what stands behind them is not what is answered ("agreed without hesitation").
const CIRCUMSTANCES: &[&str] = &[
    "in", "after", "during", "at", "without", "within", "before", "until", "since", "despite",
];

/// Adds the verdicts that others are told to share, so that they have them to share: "The tenants consented. So did the
/// landlords."
pub fn shared(scene: &Scene, claims: &mut Vec<Claim>) {
    verdicts(scene, claims, |word| is_taken_up(scene.words, word));
}

/// Adds what bare verdicts answer, and gives "it" and "that" the thing they stand for.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    verdicts(scene, claims, |_| true);
    resolve(scene, claims);
}

/// Whether "so did", "as is" or "nor would" follows in the same sentence or opens the next.
fn is_taken_up(words: &Words, word: usize) -> bool {
    let clause = matches!(
        words.rel(word),
        Rel::Root | Rel::Conj | Rel::Parataxis | Rel::Ccomp
    );
    if !clause {
        return false;
    }
    let sentence = words.sentence_of(word);
    let end = words.sentence(sentence).end;
    let next = (sentence + 1 < words.sentences()).then(|| words.sentence(sentence + 1));
    (word + 1..end)
        .chain(next.map_or(0..0, |next| next.start..next.end.min(next.start + 3)))
        .any(|so| {
            matches!(words.lower(so), "so" | "as" | "nor" | "neither")
                && so + 1 < words.len()
                && matches!(words.lemma(so + 1), "do" | "be" | "have" | "will" | "would")
        })
}

/// Adds what bare verdicts answer, of the words that are asked for.
fn verdicts(scene: &Scene, claims: &mut Vec<Claim>, asked: impl Fn(usize) -> bool) {
    for word in (0..scene.words.len()).filter(|&word| asked(word)) {
        let Some(stance) = verdict(scene, word).filter(|_| !scene.is_void(word)) else {
            continue;
        };
        if claims
            .iter()
            .any(|claim| claim.trigger == word && claim.on != Target::Nothing)
        {
            continue;
        }
        let held = answerers(scene, word);
        if held.is_empty() {
            continue;
        }
        // A vote, and "is against", answer whatever lies before those who vote.
        let voted = is_vote(scene.words, word);
        let before = last_put_forward(scene, claims, word, &held);
        // "Orveth could not consent. Brod consented": to the thing, and not to the answer before.
        let answers =
            before.is_some_and(|before| matches!(before.rule.as_str(), "answer" | "bare"));
        let before = before.map(|before| (before.on.clone(), before.via, before.stance));
        let differs = stance == Stance::Rejects && scene.words.lemma(word) == "agree";
        let stood = before.as_ref().map(|(_, _, stance)| *stance);
        let answered = match before {
            Some((on, via, _)) => Some((on, via)),
            None if voted => matter(scene, claims, word, &held),
            // "Brod favours a single line. Orveth does not agree."
            // "Brod has signed the pact. Orveth has refused to."
            None if differs || ends_in_to(scene.words, word) => {
                last(scene, claims, word, &held, |before| {
                    before != Stance::DeclinesToSay
                })
                .map(Claim::about)
            }
            // "The board has approved the tunnel. Brod has doubts."
            None if stance != Stance::Accepts
                && (stance != Stance::Rejects || stands_alone(scene, word)) =>
            {
                last(scene, claims, word, &held, |before| {
                    before != Stance::DeclinesToSay
                })
                .map(Claim::about)
                .or_else(|| matter(scene, claims, word, &held))
            }
            None => None,
        };
        // "Brod was uneasy with the cut, but acquiesced"
        let answered = answered.or_else(|| given_in(scene, claims, word, stance, &held));
        // "The chair suggested a trial. Brod objected."
        let answered = answered.or_else(|| Some((tabled(scene, word)?, None)));
        // "Brod spoke of boats being landed at the nearest port. Orveth refused."
        let told = || {
            matches!(stance, Stance::Opposes | Stance::Rejects)
                && stands_alone(scene, word)
                && (scene.words.lemma(word) != "disagree" || is_one(scene, word))
        };
        let answered = answered.or_else(|| {
            let about = spoken_of(scene, word).filter(|_| told())?;
            Some((scene.toward(about, noun_phrase(scene, about)), None))
        });
        // "Ferries would run at night. Brod is in favour."
        let agrees = stance == Stance::Accepts
            && scene.words.is_verb(word)
            && CONSENTING.contains(&scene.words.lemma(word));
        let answered = answered.or_else(|| {
            (voted || agrees)
                .then(|| told_before(scene, word, &held))
                .flatten()
                .map(|on| (on, None))
        });
        let answered = answered.or_else(|| {
            // "The two agreed" between themselves; "asked about it, Brod refused": of another.
            let lemma = scene.words.lemma(word);
            let between = matches!(lemma, "agree" | "disagree") && !is_one(scene, word)
                || is_yielding(scene.words, word)
                || lemma == "nod";
            (!between && stands_alone(scene, word))
                .then(|| at_hand(scene, claims, word, &held))
                .flatten()
        });
        // "A opposed the levy, and B agreed": agreed to no levy.
        let stance = match stood {
            Some(no @ (Stance::Opposes | Stance::Rejects))
                if stance == Stance::Accepts && !(answers && consents(scene.words, word)) =>
            {
                no
            }
            _ => stance,
        };
        // "does not agree": sees it otherwise, where "did not agree" refused it.
        let refused =
            (scene.words.children_by(word, &[Rel::Aux])).any(|did| scene.words.lower(did) == "did");
        let stance = match differs && stood.is_none() && !refused {
            true => Stance::Opposes,
            false => stance,
        };
        let Some((on, via)) = answered else {
            continue;
        };
        let words = scene.words;
        let start = words
            .child(word, &[Rel::Nsubj, Rel::NsubjPass])
            .map_or(word, |subject| words.subtree(subject).start);
        let premise = premise(words, word);
        // "opposed, calling it a trick"
        let why = (words.children_by(word, &[Rel::Advcl])).find(|&why| {
            why > word + 1 && words.xpos(why) == Xpos::Vbg && words.form(why - 1) == ","
        });
        let end = premise
            .as_ref()
            .map_or(word + 1, |premise| premise.whole.end.max(word + 1));
        let end = why.map_or(end, |why| end.max(words.subtree(why).end));
        // "had misgivings": the noun that tells it.
        let end = aired(scene, word).map_or(end, |(_, told)| end.max(told));
        // "spoke | in favour"
        let end = match voted && scene.words.is_verb(word) {
            true => end.max(vote_end(words, word)),
            false => end,
        };
        // "shook | her head", "said | no"
        let end = match says(words, word) {
            Some(_) if words.lemma(word) == "shake" => end.max(word + 3),
            Some(_) => end.max(word + 2),
            None => end,
        };
        claims.push(Claim {
            stance: match (&premise, stance) {
                (Some(_), Stance::Accepts | Stance::Supports) => Stance::AcceptsIf,
                _ => stance,
            },
            holders: held,
            trigger: word,
            rule: "answer".into(),
            on,
            premise,
            reason: None,
            outlet: words.upos(word) != Upos::Verb,
            evidence: words.trim(start.min(word)..end),
            via,
        });
    }
}

/// Gives "it" and "that" the thing they stand for.
fn resolve(scene: &Scene, claims: &mut [Claim]) {
    let resolved: Vec<(usize, Target)> = claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            let Target::Phrase(head, phrase) = &claim.on else {
                return None;
            };
            // "will not budge": on what others ask for.
            if phrase.len() == 1 && is_yielding(scene.words, *head) {
                return put_forward(scene, claims, claim.trigger, &claim.holders)
                    .map(|before| (index, before.on.clone()));
            }
            if phrase.len() != 1 || !is_pronoun(scene.words, *head) {
                return None;
            }
            if let Some(about) = said_of(scene, claim.trigger) {
                return Some((index, about));
            }
            // "The zones, yes, we've agreed to those": what the sentence puts first.
            if put_first(scene, claim.trigger).is_some_and(|(_, taken_up)| taken_up) {
                return None;
            }
            let answers = matches!(
                claim.stance,
                Stance::Opposes | Stance::Supports | Stance::Rejects
            ) && matches!(words_before(scene, *head), "against" | "for");
            if answers {
                return matter(scene, claims, claim.trigger, &claim.holders)
                    .map(|(on, _)| (index, on));
            }
            put_forward(scene, claims, claim.trigger, &claim.holders)
                .map(|before| before.on.clone())
                .or_else(|| tabled(scene, claim.trigger))
                .map(|on| (index, on))
        })
        .collect();
    for (index, on) in resolved {
        claims[index].on = on;
    }
}

/// "Brod refused", "said no": an answer, where "asked whether Merin would go, the Brod minister said no" answers of another and
/// "declined" may be no more than that.
fn stands_alone(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(word)).start;
    words.lemma(word) != "decline"
        && !(start..word).any(|at| matches!(words.lower(at), "asked" | "questioned" | "pressed"))
}

/// "consented", "accepted", where "agreed" may be with whoever refused.
fn consents(words: &Words, word: usize) -> bool {
    matches!(
        words.lemma(word),
        "accept" | "consent" | "assent" | "acquiesce" | "relent" | "oblige" | "comply"
    )
}

/// What the sentence before tells of, in the same paragraph, where nobody has put it forward: the last thing that is done or
/// to be done there, by others.
fn told_before(scene: &Scene, word: usize, held: &[Holder]) -> Option<Target> {
    let words = scene.words;
    let before = words.sentence_of(word).checked_sub(1)?;
    let range = words.sentence(before);
    (range.clone().rev())
        .find(|&thing| {
            matches!(words.rel(thing), Rel::Obj | Rel::NsubjPass)
                && words.upos(thing) == Upos::Noun
                && scene.entities.at(thing).is_none()
                && !(scene.dates.0.iter()).any(|date| date.words.contains(&thing))
                && words.head(thing).is_some_and(|verb| {
                    !(subject_holders(scene, verb).iter())
                        .any(|doer| held.iter().any(|one| one.party == doer.party))
                })
        })
        .filter(|&thing| !words.text_of(thing..word).contains('\n'))
        .map(|thing| scene.toward(thing, noun_phrase(scene, thing)))
}

/// "was uneasy with the cut, but acquiesced": what whoever gives in had doubts about in the same sentence.
fn given_in(
    scene: &Scene,
    claims: &[Claim],
    word: usize,
    stance: Stance,
    held: &[Holder],
) -> Option<(Target, Option<usize>)> {
    let words = scene.words;
    let sentence = words.sentence_of(word);
    let but =
        (words.children_by(word, &[Rel::Cc])).any(|cc| matches!(words.lower(cc), "but" | "yet"));
    (claims.iter())
        .filter(|_| stance == Stance::Accepts && but)
        .filter(|claim| claim.trigger < word && words.sentence_of(claim.trigger) == sentence)
        .filter(|claim| {
            matches!(
                claim.stance,
                Stance::Concerned | Stance::Opposes | Stance::Rejects
            )
        })
        .filter(|claim| claim.on != Target::Nothing && claim.shares_party(held))
        .max_by_key(|claim| claim.trigger)
        .map(Claim::about)
}

/// "budge", "give in", without what one yields on.
fn is_yielding(words: &Words, verb: usize) -> bool {
    words.is_verb(verb)
        && matches!(
            words.lemma(verb),
            "budge"
                | "yield"
                | "relent"
                | "bend"
                | "blink"
                | "move"
                | "compromise"
                | "oblige"
                | "comply"
                | "cave"
                | "play"
        )
}

fn words_before<'a>(scene: &'a Scene, word: usize) -> &'a str {
    scene.words.lemma(word.saturating_sub(1))
}

/// Who answers: the subject, or the actor that stands right before the word.
fn answerers(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let mut held = subject_holders(scene, word);
    // "Brod and Tolsk are opposed": said of whom it looks done to.
    if held.is_empty()
        && let Some(subject) = words.child(word, &[Rel::NsubjPass])
    {
        held = holders(scene, subject);
    }
    if !held.is_empty() || words.subject(word).is_some() && words.rel(word) != Rel::Amod {
        return held;
    }
    let several = before(scene, word);
    if !several.is_empty() {
        return several;
    }
    let before = beside(words, word);
    let beside = words.sentence_of(before) == words.sentence_of(word)
        && scene.entities.actor(before).is_some();
    if beside { holders(scene, before) } else { held }
}

/// Those who stand right before a word, wherever the tree hung them: "…; Merin and Brod | objected".
pub(in crate::stances) fn before(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(word));
    let mut found: Vec<Holder> = Vec::new();
    let mut at = word;
    while at > sentence.start {
        at -= 1;
        if matches!(words.upos(at), Upos::Aux) && at + 1 == word {
            continue;
        }
        let joins = matches!(words.lower(at), "and" | "," | "the" | "both");
        if scene.entities.actor(at).is_none() && !joins {
            break;
        }
        if joins {
            continue;
        }
        for holder in holders(scene, at) {
            if !found.contains(&holder) {
                found.insert(0, holder);
            }
        }
    }
    found
}

/// The word before a verb and its auxiliaries and adverbs: "Orveth, for its part, | has always had doubts".
fn beside(words: &Words, word: usize) -> usize {
    let start = words.sentence(words.sentence_of(word)).start;
    let mut at = word.saturating_sub(1);
    while at > start && matches!(words.upos(at), Upos::Aux | Upos::Adv) {
        at -= 1;
    }
    if words.form(at) == "," {
        let open = (start..at)
            .rev()
            .take(6)
            .find(|&open| words.form(open) == ",");
        at = open.map_or(at, |open| open.saturating_sub(1));
    }
    at
}

/// Whether a word votes or stands "against" and "in favour", without a thing.
fn is_vote(words: &Words, word: usize) -> bool {
    VOTES.contains(&words.lemma(word))
        || matches!(words.lower(word), "against" | "favour" | "favor")
}

/// "This is a red line," she said of the levy: what "this" is.
fn said_of(scene: &Scene, word: usize) -> Option<Target> {
    let words = scene.words;
    let statements = &scene.statements;
    let cue = (statements.around(word))
        .find_map(|index| statements.all[index].cue_head)
        .filter(|&cue| words.is_verb(cue))?;
    let thing = words
        .with_case(cue, &["of", "about"])
        .find(|&thing| thing > cue && scene.entities.actor(thing).is_none())?;
    Some(scene.toward(thing, noun_phrase(scene, thing)))
}

/// "has refused to", "would not agree to": of the infinitive nothing but its "to" is there.
fn ends_in_to(words: &Words, word: usize) -> bool {
    let end = words.sentence(words.sentence_of(word)).end;
    words.lower(word + 1) == "to"
        && words.child(word + 1, &[]).is_none()
        && (word + 2 >= end
            || matches!(
                words.form(word + 2),
                "." | "," | ";" | ":" | "–" | "—" | "\"" | "”"
            ))
}

/// The verdict that a word gives by itself, without anything that it would be about.
fn verdict(scene: &Scene, word: usize) -> Option<Stance> {
    let words = scene.words;
    let aired = aired(scene, word).map(|(stance, _)| stance);
    if let Some(stance) = aired {
        return Force::of(words, word).is_fact().then_some(stance);
    }
    let says = says(words, word).or_else(|| votes(words, word));
    let stance = says.or_else(|| predicate(scene, word))?;
    let bare = says.is_some()
        || !words.children(word).any(|child| {
            child > word
                && matches!(
                    words.rel(child),
                    Rel::Obj
                        | Rel::Iobj
                        | Rel::Xcomp
                        | Rel::Ccomp
                        | Rel::Obl
                        | Rel::Nmod
                        | Rel::Acl
                        | Rel::AclRelcl
                )
                && !(child == word + 1 && ends_in_to(words, word))
                && !words
                    .children_by(child, &[Rel::Case])
                    .any(|case| CIRCUMSTANCES.contains(&words.lemma(case)))
                && !words.text_of(child..child + 1).contains("day")
        });
    // "A favoured a single fund, while B and C opposed."
    let set_against = words.rel(word) == Rel::Advcl
        && (words.children_by(word, &[Rel::Mark])).any(|mark| {
            matches!(
                words.lower(mark),
                "while" | "whereas" | "though" | "although"
            )
        });
    let apart = words.rel(word) == Rel::Advcl && !set_against && {
        let start = words.subtree(word).start;
        let first = (start..word)
            .find(|&at| words.upos(at) != Upos::Punct)
            .unwrap_or(word);
        (start..=first).any(|at| words.form(at) == ";") || start > 0 && words.form(start - 1) == ";"
    };
    if !bare
        || !apart && !set_against && words.rel(word) == Rel::Advcl
        || words.rel(word) == Rel::Xcomp && !is_linked(words, word)
        || matches!(
            words.rel(word),
            Rel::Acl | Rel::AclRelcl | Rel::Amod | Rel::Compound
        )
    {
        return None;
    }
    let force = Force::of(words, word);
    // "must also be satisfied": has to be, and is not yet.
    let owed = matches!(
        force.modal.as_deref(),
        Some("must" | "should" | "shall" | "ought")
    );
    if force.hypothetical || force.never || force.no_longer || owed {
        return None;
    }
    // "would agree", "did not object": no answer yet, or another one.
    match (force.negated, force.is_modal(), stance) {
        (false, false, _) => Some(stance),
        // "said it would comply"
        (false, true, Stance::Accepts)
            if matches!(words.lemma(word), "comply" | "oblige")
                && matches!(force.modal.as_deref(), Some("will" | "would")) =>
        {
            Some(stance)
        }
        (true, false, Stance::Opposes) if words.lemma(word) == "object" => Some(Stance::Open),
        (true, false, Stance::Accepts)
            if force.is_refusal() || words.lemma(word) == "agree" && is_one(scene, word) =>
        {
            Some(Stance::Rejects)
        }
        (true, false, Stance::Supports) if force.is_refusal() => Some(Stance::Opposes),
        // "Orveth could not concur"
        (true, true, Stance::Accepts) if force.is_refusal() => Some(Stance::Rejects),
        _ => None,
    }
}

/// "seemed intrigued", "professed herself delighted", "remained sceptical": what a linking verb says of its subject.
fn is_linked(words: &Words, word: usize) -> bool {
    words.rel(word) == Rel::Xcomp
        && (!words.is_verb(word) || words.xpos(word) == Xpos::Vbn)
        && words
            .head(word)
            .is_some_and(|link| LINKING.contains(&words.lemma(link)))
}

/// The stance of a predicate that gives a verdict by itself: "was sceptical", "agreed", "was opposed".
fn predicate(scene: &Scene, word: usize) -> Option<Stance> {
    let words = scene.words;
    let form = words.lower(word);
    // "was less satisfied"
    let less = (words.children_by(word, &[Rel::Advmod])).any(|less| {
        less < word && matches!(words.lower(less), "less" | "least" | "barely" | "far")
    });
    let sure = matches!(
        form,
        "sure" | "certain" | "convinced" | "keen" | "enthusiastic" | "impressed"
    );
    if less {
        // "was less sure", "were less enthusiastic"
        return (sure && words.child(word, &[Rel::Cop]).is_some()).then_some(Stance::Concerned);
    }
    let linked = is_linked(words, word);
    let copular = linked
        || words.child(word, &[Rel::Cop]).is_some()
        || form == "opposed" && words.child(word, &[Rel::AuxPass]).is_some();
    // "but Brod was opposed"
    let opposed = || {
        form == "opposed"
            && words.child(word, &[Rel::OblAgent]).is_none()
            && words
                .child(word, &[Rel::NsubjPass])
                .is_some_and(|subject| scene.entities.actor(subject).is_some())
    };
    let verbal = !linked
        && words.is_verb(word)
        && (matches!(
            words.xpos(word),
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
        ) || words.xpos(word) == Xpos::Vb && words.child(word, &[Rel::Aux]).is_some())
        && (!words.is_passive(word) || opposed());
    // "Brod, opposed by Merin, preferred sensors": by somebody else.
    let by_another = form == "opposed" && words.child(word, &[Rel::OblAgent]).is_some();
    if !copular && !verbal || by_another {
        return None;
    }
    let phrasal = words.phrasal(word);
    let found = if verbal { phrasal.as_ref() } else { form };
    // "is in full accord", and no "is an agreement"
    let agrees = matches!(found, "agreement" | "accord");
    if agrees && !(words.children_by(word, &[Rel::Case])).any(|case| words.lower(case) == "in") {
        return None;
    }
    (VERDICTS.iter())
        .find(|(verdict, _)| *verdict == found)
        .map(|(_, stance)| *stance)
}

/// "Brod did not agree" to what was put to it, where "the two did not agree" between themselves.
fn is_one(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    words.child(word, &[Rel::Nsubj]).is_some_and(|subject| {
        words.conjuncts(subject).len() == 1
            && matches!(words.xpos(subject), Xpos::Nn | Xpos::Nnp | Xpos::Prp)
            && words.lemma(subject) != "they"
            && holders(scene, subject).len() == 1
    })
}

/// "said yes", "says no": the answer itself.
fn says(words: &Words, word: usize) -> Option<Stance> {
    let next = word + 1;
    // "shook her head"
    if words.lemma(word) == "shake" && next + 1 < words.len() {
        let owned = matches!(
            words.lower(next),
            "his" | "her" | "its" | "their" | "the" | "my"
        );
        return (owned && words.lemma(next + 1) == "head").then_some(Stance::Rejects);
    }
    // "told us no", "told the board no on Saturday"
    if words.lemma(word) == "tell" && words.is_verb(word) {
        let end = words.sentence(words.sentence_of(word)).end;
        let whom = words.child(word, &[Rel::Iobj, Rel::Obj])?;
        let no = whom + 1;
        let stop = no + 1 >= end
            || matches!(words.upos(no + 1), Upos::Punct | Upos::Cconj | Upos::Sconj)
            || matches!(
                words.lower(no + 1),
                "on" | "in" | "at" | "again" | "twice" | "outright"
            );
        return (no < end && whom > word && words.lower(no) == "no" && stop)
            .then_some(Stance::Rejects);
    }
    // "responded negatively", "answered in the negative"
    if words.is_verb(word) && matches!(words.lemma(word), "respond" | "answer" | "reply") {
        let how = words.lower(next.min(words.len() - 1));
        let manner = next + 2 < words.len() && words.lower(next + 2) == "negative";
        if how == "negatively" || how == "in" && manner {
            return Some(Stance::Rejects);
        }
    }
    // "It is not only saying no."
    if !words.is_verb(word)
        || words.xpos(word) == Xpos::Vbg
        || !matches!(words.lemma(word), "say" | "answer" | "reply")
    {
        return None;
    }
    // "said no", "said no within minutes", not "said no to it", "said no deal"
    let stop = next + 1 >= words.len()
        || matches!(
            words.upos(next + 1),
            Upos::Punct | Upos::Sconj | Upos::Cconj
        )
        || words.upos(next + 1) == Upos::Adp
            && !matches!(words.lower(next + 1), "to" | "of" | "with" | "against");
    match words
        .form((next).min(words.len() - 1))
        .to_lowercase()
        .as_str()
    {
        "yes" if stop => Some(Stance::Accepts),
        "no" if stop => Some(Stance::Rejects),
        _ => None,
    }
}

/// Where "against", "for" or "in favour" ends behind a verb of voting.
fn vote_end(words: &Words, word: usize) -> usize {
    let end = words.sentence(words.sentence_of(word)).end;
    (word + 1..end.min(word + 5))
        .find(|&at| {
            matches!(
                words.lower(at),
                "against" | "for" | "favour" | "favor" | "yes" | "no"
            )
        })
        .map_or(word + 1, |last| last + 1)
}

/// "voted against", "spoke in favour", "voted no": the verdict of a vote that names nothing.
fn votes(words: &Words, word: usize) -> Option<Stance> {
    if !words.is_verb(word) || !VOTES.contains(&words.lemma(word)) {
        return None;
    }
    let end = words.sentence(words.sentence_of(word)).end;
    let mut at = word + 1;
    while at < end
        && (words.upos(at) == Upos::Adv || words.lemma(at) == "out")
        && words.lower(at) != "against"
    {
        at += 1;
    }
    let stops = |at: usize| {
        at >= end
            || matches!(words.upos(at), Upos::Punct | Upos::Cconj)
            // "came out in favour within the hour", "voted against after a walk", "voted no yesterday"
            || matches!(words.upos(at), Upos::Adp | Upos::Sconj)
                && matches!(
                    words.lower(at),
                    "within" | "after" | "before" | "on" | "at" | "during" | "by"
                )
            || words.lower(at) == "yesterday"
    };
    let phrase = |length: usize| {
        (at + length <= end && stops(at + length))
            .then(|| words.text_of(at..at + length).to_lowercase())
    };
    match (phrase(1).as_deref(), phrase(2).as_deref()) {
        (Some("no"), _) => Some(Stance::Rejects),
        (Some("against"), _) => Some(Stance::Opposes),
        (Some("for" | "yes"), _) | (_, Some("in favour" | "in favor"))
            if words.lemma(word) != "decide" =>
        {
            Some(Stance::Supports)
        }
        _ => None,
    }
}
