//! Stances shown by verbs and by adjectives said of the holder: "rejected", "is open to", "would accept … if".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame, StanceWord};
use rapporteur_model::{ActorType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::entities::EntityKind;
use crate::stances::arguments::askers::{agent_behind, asked_by};
use crate::stances::arguments::carried::{around, carried_noun, carries, through_noun};
use crate::stances::arguments::evidence::{evidence, reason};
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::opened_with;
use crate::stances::arguments::objects::{is_comparative, is_cost};
use crate::stances::arguments::things::{clause, has_to, noun_phrase, target, tidy};
use crate::stances::constructions::apart;
use crate::stances::cues::agreeing::{agreeing, backs_somebody, weighs};
use crate::stances::cues::bartered::price;
use crate::stances::cues::giving::{GIVING, is_deed, is_giving};
use crate::stances::cues::nouns;
use crate::stances::cues::predicates::{
    LINKING, adjective_key, are_sent, is_participle_of_state, is_post, is_predicate, prepositional,
};
use crate::stances::discourse::renamed::is_renaming;
use crate::stances::modality::deeds::BLOCKING;
use crate::stances::modality::force::{Force, is_denial_refused, is_stopped, premise};
use crate::stances::modality::narrated::{is_long_done, is_told_back, is_yet_to_come};
use crate::stances::modality::settle::{leaves_open, settle};
use crate::stances::modality::surface::surface_premise;
use crate::stances::modality::told::{is_told, writes_own};
use crate::stances::no_stance::guards;
use crate::stances::replies::asked;
use crate::stances::texts::drafts;
use crate::stances::texts::papers;
use crate::stances::{Claim, Scene};

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if let Some(claim) = prepositional(scene, word) {
        claims.push(claim);
        return;
    }
    let linked = words.rel(word) == Rel::Xcomp
        && words.xpos(word) == Xpos::Vbn
        && words
            .head(word)
            .is_some_and(|head| LINKING.contains(&words.lemma(head)));
    let class = if words.is_verb(word) && !linked && !is_participle_of_state(scene, word) {
        StanceWord::Verb
    } else if linked
        || is_participle_of_state(scene, word)
        || matches!(
            words.upos(word),
            Upos::Adj | Upos::Adp | Upos::Verb | Upos::Noun
        ) && is_predicate(scene, word)
    {
        StanceWord::Adjective
    } else {
        return;
    };
    // "refused to rule it out": read at "rule out".
    if (words.children_by(word, &[Rel::Xcomp, Rel::Advcl]))
        .any(|denial| is_denial_refused(words, denial))
    {
        return;
    }
    // A refusal to speak is read elsewhere.
    if is_governed(scene, word) || scene.statements.is_declining(word) {
        return;
    }
    let key = if class == StanceWord::Verb {
        words.phrasal(word)
    } else {
        adjective_key(scene, word).into()
    };
    let stances = &scene.lexicon.stances;
    let longer = with_preposition(scene, word, class);
    let frames = (longer.iter()).flat_map(|longer| stances.of(class, longer));
    let found =
        (stances.of(class, &key).chain(frames)).find_map(|frame| claim(scene, word, class, frame));
    claims.extend(found);
}

/// "called on Merin to": the verb with the preposition right behind it.
fn with_preposition(scene: &Scene, word: usize, class: StanceWord) -> Option<String> {
    let words = scene.words;
    let next = word + 1;
    (class == StanceWord::Verb && next < words.len() && words.upos(next) == Upos::Adp)
        .then(|| format!("{} {}", words.lemma(word), words.lemma(next)))
}

/// "a compromise of 15 per cent": the amount is what is put forward.
fn amount_of(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let of = (words.with_case(noun, &["of"]))
        .find(|&of| words.upos(of) == Upos::Num || words.child(of, &[Rel::Nummod]).is_some())?;
    // "a schedule of 14 measures": how long a text is.
    let measured = words.upos(of) == Upos::Num
        || matches!(words.form(of), "%" | "$" | "€" | "£")
        || matches!(
            words.lemma(of),
            "cent"
                | "percent"
                | "year"
                | "month"
                | "week"
                | "day"
                | "hour"
                | "dollar"
                | "euro"
                | "pound"
                | "tonne"
                | "ton"
        );
    measured.then(|| (of, noun_phrase(scene, of)))
}

/// The infinitive of a stance word belongs to that word: "agreed to support", "refused to accept".
pub(in crate::stances) fn is_governed(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let Some(head) = words.head(word) else {
        return false;
    };
    if !matches!(
        words.rel(word),
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl | Rel::Acl
    ) {
        return false;
    }
    if is_denial_refused(words, word) {
        return false;
    }
    let infinitive = words
        .children(word)
        .any(|mark| words.rel(mark) == Rel::Mark && words.lemma(mark) == "to");
    // "ruled out recognising it", where the tree took the gerund for a clause beside.
    // "rules out | for ever | dropping its suits"
    let for_ever = |at: usize| {
        words.lower(at) == "for" && matches!(words.lower(at + 1), "ever" | "good")
            || matches!(words.lower(at), "ever" | "good") && words.lower(at - 1) == "for"
    };
    let behind = words.rel(word) == Rel::Advcl
        && word > head
        // "ruled out | ever | recognising it"
        && (head + 1..word).all(|at| {
            words.rel(at) == Rel::CompoundPrt
                || words.upos(at) == Upos::Adv && words.head(at) == Some(word)
                || for_ever(at)
        })
        && (words.children_by(word, &[Rel::Mark, Rel::Case])).all(for_ever);
    let gerund = words.xpos(word) == Xpos::Vbg && (words.rel(word) == Rel::Xcomp || behind);
    if !infinitive && !gerund {
        return false;
    }
    let takes = |class, key: &str| {
        scene
            .lexicon
            .stances
            .of(class, key)
            // "keeps rejecting it": of "keep", only a door is kept open to something.
            .filter(|frame| frame.with.is_empty())
            .any(|frame| frame.on.contains(&Place::To) || frame.on.contains(&Place::Ing))
    };
    // "agreed to drop its demand": given up.
    let given_up = || {
        (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(word))
            .any(|given| {
                given.stance == Stance::Withdraws && carried_noun(scene, word, given).is_some()
            })
    };
    if words.lemma(head) == "agree" && words.is_verb(head) && given_up() {
        return false;
    }
    // "wrote to the chair to propose a levy": who writes proposes.
    if writes_own(scene, word, head) {
        return false;
    }
    // "vowed to fight the levy": against it, whatever else is promised.
    if fights(scene, word) && promises(scene, head) {
        return false;
    }
    // "intends to block the merger": against it already.
    if fights(scene, word)
        && matches!(words.lemma(head), "intend" | "plan" | "mean" | "want")
        && words.negation(head).is_none()
    {
        return false;
    }
    takes(StanceWord::Verb, &words.phrasal(head))
        || takes(StanceWord::Adjective, words.lemma(head))
        || takes(StanceWord::Noun, words.lemma(head))
}

/// Whether a verb shows opposition.
pub(in crate::stances) fn fights(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    words.is_verb(verb)
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(verb))
            .any(|frame| {
                matches!(frame.stance, Stance::Opposes | Stance::Rejects) && frame.only.is_none()
            })
}

/// Whether a verb promises.
fn promises(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    (scene.lexicon.stances)
        .of(StanceWord::Verb, words.lemma(verb))
        .any(|frame| frame.stance == Stance::Offers && frame.on.contains(&Place::To))
}

fn claim(scene: &Scene, word: usize, class: StanceWord, frame: &StanceFrame) -> Option<Claim> {
    let words = scene.words;
    let mut force = Force::of(words, word);
    let ajar = leaves_open(frame, &force);
    if force.hypothetical && !ajar || !is_told(scene, word) {
        return None;
    }
    // "It did not favour the model, he said": does not, as he said then.
    force.past &= !is_told_back(scene, word);
    if is_yet_to_come(words, word, frame, &force) {
        return None;
    }
    // "Asked for its view, Orveth …": others asked. "The pact, signed in 1987": long done.
    if asked::is_asked(words, word) || frame.stance == Stance::Accepts && is_long_done(words, word)
    {
        return None;
    }
    // "has agreed to a pause until the report is in": how long; "in return it agreed to": the other half was given.
    let premise = premise(words, word).filter(|premise| {
        let agreed = frame.stance == Stance::Accepts && force.is_fact();
        !(agreed && (premise.is_term(words) || force.past && premise.is_returned(words)))
    });
    let mut on_place = target(scene, word, frame)
        .or_else(|| through_noun(scene, word, frame))
        // "has stopped insisting on access", hung on the first verb.
        .or_else(|| {
            let stopped = words.head(word).filter(|_| is_stopped(words, word))?;
            target(scene, stopped, frame).filter(|(_, phrase)| phrase.start > word)
        })
        // "remains opposed to a pause", hung on the verb of being.
        .or_else(|| {
            let linking = words
                .head(word)
                .filter(|_| class == StanceWord::Adjective && words.rel(word) == Rel::Xcomp)?;
            // "On the toll Brod remains hesitant": in front of it all.
            let opens = words.sentence(words.sentence_of(word)).start + 1;
            target(scene, linking, frame)
                .filter(|(_, phrase)| phrase.start > word || phrase.start == opens)
        });
    // "On the levy Brod sides with Tolsk"
    if on_place.is_none()
        && class == StanceWord::Verb
        && (frame.on.iter()).any(|place| matches!(place, Place::Preposition(on) if on == "on"))
    {
        on_place = opened_with(scene, word).map(|head| (head, noun_phrase(scene, head)));
    }
    // "First suggested by Brod, the permit …", "a single form, as Brod had proposed"
    let elsewhere = match on_place {
        None if class == StanceWord::Verb
            && matches!(frame.stance, Stance::Proposes | Stance::Demands) =>
        {
            apart::thing(scene, word)
        }
        // "Rejected by Brod, the levy …": what no side is.
        None if class == StanceWord::Verb && frame.on.contains(&Place::Object) => {
            apart::fronted(scene, word).filter(|&(thing, _)| scene.entities.at(thing).is_none())
        }
        _ => None,
    };
    on_place = on_place.or(elsewhere.clone());
    let carried = (frame.with.is_empty() || asked_by(scene, word).is_some())
        .then_some(())
        .or_else(|| carries(scene, word, frame));
    carried?;
    if frame.stance == Stance::Proposes
        && let Some((head, _)) = on_place
        && drafts::is_text(scene, head)
        && let Some(inner) = nouns::content(scene, head).into_iter().next()
        && scene
            .words
            .children_by(inner.0, &[Rel::Mark, Rel::Case])
            .any(|mark| matches!(scene.words.lemma(mark), "to" | "that" | "for"))
    {
        // "submitted a proposal to ban trawling"
        on_place = Some(inner);
    } else if frame.stance == Stance::Proposes
        && let Some((head, _)) = on_place
        && drafts::is_text(scene, head)
    {
        match drafts::provided_by(scene, head).or_else(|| amount_of(scene, head)) {
            Some(inner) => on_place = Some(inner),
            // To have drafted a text is no position on anything.
            None if scene.proposals.at(head).is_none()
                && nouns::content(scene, head).is_empty()
                && !drafts::tables_topic(scene, word) =>
            {
                return None;
            }
            None => {}
        }
    }
    // "offered a formula by which only names would be passed on": what it would do.
    let formula = on_place
        .as_ref()
        .filter(|&&(head, _)| frame.stance == Stance::Offers && drafts::is_text(scene, head))
        .and_then(|&(head, _)| drafts::under_which(scene, head));
    // "offered a compromise for the reefs", "offered language on fuel": put forward, not given.
    let formula = formula.or_else(|| {
        let (head, phrase) = on_place.clone().filter(|_| frame.name == "offer")?;
        match words.lemma(head) {
            "language" | "wording" | "alternative" => Some((head, phrase)),
            "compromise" | "formula" | "draft" | "text" | "paper" | "amendment" => {
                drafts::content(scene, head)
            }
            _ => None,
        }
    });
    let by_formula = formula.is_some();
    on_place = formula.or(on_place);
    // "vowed never to countenance it": no offer, but a refusal.
    let vowed = frame.stance == Stance::Offers && matches!(words.lemma(word), "vow" | "swear");
    let never = on_place
        .as_ref()
        .filter(|_| vowed)
        .and_then(|&(head, _)| {
            (word + 1..head).find(|&no| matches!(words.lemma(no), "not" | "never"))
        })
        .map(|no| words.lemma(no) == "never");
    if frame.stance == Stance::Offers
        && on_place
            .as_ref()
            .is_some_and(|&(head, _)| fights(scene, head))
    {
        return None;
    }
    // "Never, he vowed, would it cede the islands": read at "cede".
    if frame.stance == Stance::Offers
        && on_place.as_ref().is_some_and(|&(head, _)| {
            words.is_verb(head)
                && words.rel(head) == Rel::Ccomp
                && (words.negation(head)).is_some_and(|no| no < word)
        })
    {
        return None;
    }
    let asker = asked_by(scene, word);
    if asker.is_some()
        && on_place
            .as_ref()
            .is_none_or(|&(head, _)| !has_to(scene, head))
    {
        return None;
    }
    if force.negated && frame.stance == Stance::Supports && backs_somebody(words, word) {
        return None;
    }
    if guards::is_no_term(scene, word, frame, on_place.as_ref().map(|&(head, _)| head)) {
        return None;
    }
    let agent = words
        .child(word, &[Rel::OblAgent])
        .filter(|_| elsewhere.is_some() || words.rel(word) == Rel::Acl);
    let behind = agent_behind(scene, word);
    if let (Some(agent), Some((_, phrase))) = (behind, &mut on_place) {
        phrase.end = phrase.end.min(words.subtree(agent).start).max(phrase.start);
    }
    let held = if let Some(asker) = asker.or(agent).or(behind) {
        holders(scene, asker)
    } else if !frame.holder.is_empty() {
        around(scene, word, frame)
    } else if class == StanceWord::Adjective && words.is_passive(word) {
        words
            .child(word, &[Rel::NsubjPass])
            .map(|subject| holders(scene, subject))
            // "had no objection and was prepared to": the subject of the verb before.
            .or_else(|| {
                let first = words.head(word).filter(|_| words.rel(word) == Rel::Conj)?;
                Some(subject_holders(scene, first))
            })
            .unwrap_or_default()
    } else if words.is_passive(word)
        && force.is_modal()
        && words.child(word, &[Rel::OblAgent]).is_none()
    {
        // "the ideas can be discussed", "no deadline will be accepted": so says the speaker.
        Holder::speakers(scene, word)
    } else {
        subject_holders(scene, word)
    };
    // "Merin and Brod are agreed on a joint fund"
    let held = match words.child(word, &[Rel::NsubjPass]) {
        Some(subject) if held.is_empty() && words.lower(word) == "agreed" => {
            holders(scene, subject)
        }
        _ => held,
    };
    if held.is_empty() {
        return None;
    }
    let premise = premise
        .or_else(|| {
            on_place
                .as_ref()
                .and_then(|(_, phrase)| surface_premise(words, phrase))
        })
        .or_else(|| {
            (frame.stance == Stance::Accepts && force.is_modal())
                .then(|| price(scene, word))
                .flatten()
        });
    if never.is_some() {
        (force.negated, force.never) = (false, false);
    }
    if let Some((head, phrase)) = &mut on_place
        && phrase.start < *head
        && words.lemma(phrase.start) == "no"
        // "agreed that no boat may fish": the "no" of the clause.
        && !words.is_verb(*head)
        && words.child(*head, &[Rel::Cop]).is_none()
        && (matches!(frame.stance, Stance::Accepts | Stance::Supports)
            // "wants no leaflets", but "wants no more than 4 percent"
            || frame.name == "want" && !is_comparative(words, phrase.start + 1))
    {
        // "would accept no deal"
        force.negated = true;
        phrase.start += 1;
    }
    // "signed none of the treaties"
    force.negated |= matches!(frame.stance, Stance::Accepts | Stance::Supports)
        && on_place.as_ref().is_some_and(|(head, _)| {
            matches!(words.lower(*head), "none" | "neither" | "few" | "nothing")
        });
    // "refused to drop its demand": it still demands it; "agreed to drop it": read at "drop".
    let agrees = frame.stance == Stance::Accepts && premise.is_none() && !force.is_modal();
    if (frame.stance == Stance::Rejects || agrees)
        && on_place.as_ref().is_some_and(|&(head, _)| {
            words.is_verb(head)
                && scene
                    .lexicon
                    .stances
                    .of(StanceWord::Verb, &words.phrasal(head))
                    .any(|given| {
                        given.stance == Stance::Withdraws
                            && carried_noun(scene, head, given).is_some()
                    })
        })
    {
        return None;
    }
    // "We would suggest a committee", "said she would propose a cap": polite, or told ahead.
    if matches!(words.lemma(word), "suggest" | "propose" | "recommend")
        && force.modal.as_deref() == Some("would")
        && premise.is_none()
        && !force.negated
        && on_place
            .as_ref()
            .is_some_and(|&(head, _)| words.upos(head) != Upos::Pron)
        && Holder::speaking(scene, word).is_some_and(|speaker| held.contains(&speaker))
    {
        force.modal = None;
    }
    let mut stance = if ajar {
        Stance::Open
    } else {
        settle(frame, class, &force, premise.is_some())?
    };
    // "agreed to discuss the fund": ready to talk about it.
    if stance == Stance::Accepts
        && words
            .child(word, &[Rel::Xcomp])
            .is_some_and(|deed| guards::is_discussing(words, deed))
    {
        stance = Stance::Open;
    }
    // "the herders and the firm could not agree on it": between themselves.
    if stance == Stance::Rejects
        && held.len() > 1
        && words.lemma(word) == "agree"
        && words
            .with_case(word, &["on", "upon", "over"])
            .next()
            .is_some()
    {
        return None;
    }
    // "would bear a third of the cost": gives that much.
    if matches!(stance, Stance::Accepts | Stance::Open)
        && words.lemma(word) == "bear"
        && on_place
            .as_ref()
            .is_some_and(|(_, phrase)| is_cost(words, phrase))
    {
        stance = Stance::Offers;
    }
    if stance == Stance::Offers && by_formula {
        stance = Stance::Proposes;
    }
    // "would commit to the cuts if": to what others ask, on a condition.
    if stance == Stance::Offers
        && premise.is_some()
        && force.is_modal()
        && matches!(words.lemma(word), "commit" | "undertake")
    {
        stance = Stance::AcceptsIf;
    }
    // "Merin's plan calls for a ban": it proposes; only what "demands" demands.
    let by_text = words.child(word, &[Rel::Nsubj]).is_some_and(|subject| {
        drafts::is_text(scene, subject)
            && scene.entities.actor(subject).is_none()
            && !papers::is_writing(words.lemma(subject))
    });
    // "The draft would allow a port": provides for it.
    // "will on no account permit it" lets nothing in.
    let none = || (word.saturating_sub(5)..word).any(|no| matches!(words.lower(no), "no" | "nor"));
    if frame.name == "let-in" && (by_text || none()) {
        return None;
    }
    if stance == Stance::Demands && by_text && !matches!(words.lemma(word), "demand" | "insist") {
        stance = Stance::Proposes;
    }
    if on_place
        .as_ref()
        .is_some_and(|(head, _)| frame.except.iter().any(|noun| noun == words.lemma(*head)))
    {
        return None;
    }
    let threatened = words.rel(word) == Rel::Xcomp
        && words
            .head(word)
            // "intends to block the merger": has not yet.
            .is_some_and(|head| words.lemma(head) == "threaten" || frame.name == "block");
    if stance == Stance::Rejects && threatened {
        stance = Stance::Opposes;
    }
    match never {
        Some(true) => stance = Stance::RedLine,
        Some(false) => stance = Stance::Rejects,
        None => {}
    }
    let mut rule = frame.name.clone();
    // A demand or proposal given up: toward what it asked for, unless it hangs on a condition.
    if frame.stance == Stance::Withdraws && frame.only.is_none() {
        let noun = carried_noun(scene, word, frame)?;
        if stance == Stance::AcceptsIf {
            on_place = Some((
                word,
                words.trim(word..clause(scene, word).end.max(word + 1)),
            ));
        } else {
            let given_up = scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(noun))
                .next()
                .map(|noun| noun.stance);
            if matches!(given_up, Some(Stance::Opposes | Stance::Rejects)) {
                stance = Stance::Open;
                rule = "objection-given-up".into();
            }
            on_place = nouns::content(scene, noun).into_iter().next().or(on_place);
        }
    } else if let Some((head, _)) = &on_place {
        // "rejected the demand for X", "backs the plan for X": toward X, when the noun is no text on the table.
        if scene.proposals.at(*head).is_none()
            && words.upos(*head) == Upos::Noun
            && stance != Stance::Demands
            && scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(*head))
                .any(|noun| {
                    noun.stance == Stance::Demands
                        // "introduced a proposal to require cameras"
                        || noun.stance == Stance::Proposes && stance == Stance::Proposes
                })
            && let Some(inner) = (nouns::content(scene, *head).into_iter().next())
                .or_else(|| drafts::under_which(scene, *head))
        {
            on_place = Some(inner);
        }
    }
    if stance == Stance::Open
        && frame.stance == Stance::Accepts
        && class == StanceWord::Adjective
        && on_place
            .as_ref()
            .is_some_and(|(head, _)| is_giving(scene, *head))
    {
        // "is ready to supply": would itself give it.
        stance = Stance::Offers;
    }
    if stance == Stance::Open && frame.name == "willing" {
        let deed = words.children_by(word, &[Rel::Xcomp]).next();
        let straight = words.rel(word) != Rel::Xcomp
            && !matches!(words.lemma(word), "inclined" | "disposed")
            && !matches!(force.modal.as_deref(), Some("may" | "might"));
        if let Some(deed) = deed.filter(|&deed| fights(scene, deed)) {
            // "is ready to veto the plan": against it.
            let plan = words.object(deed).filter(|&plan| plan > deed)?;
            stance = Stance::Opposes;
            on_place = Some((plan, noun_phrase(scene, plan)));
        } else if let Some(agreed) = deed
            .filter(|_| straight)
            .and_then(|deed| agreeing(scene, deed))
        {
            // "is ready to accept a lower fee": says that it would; "is understood to be ready to" does not.
            stance = agreed;
            let inner = deed
                .and_then(|deed| words.object(deed))
                .filter(|&inner| inner > word);
            if let Some(inner) = inner.filter(|_| agreed == Stance::Supports) {
                on_place = Some((inner, noun_phrase(scene, inner)));
            }
        }
    }
    if stance == Stance::Offers
        && words.children_by(word, &[Rel::Xcomp]).any(|deed| {
            (weighs(scene, deed) || guards::is_discussing(words, deed)) && !is_deed(scene, deed)
        })
    {
        // "promised to examine the claims": no more than that.
        stance = Stance::Open;
    }
    // "asked him to block the deal outright", "is lobbying to block it": against the deal.
    if matches!(frame.name.as_str(), "urge" | "ask-to")
        && stance == Stance::Demands
        && let Some(deal) = on_place
            .as_ref()
            .filter(|(deed, _)| BLOCKING.contains(&&*words.phrasal(*deed)))
            .and_then(|&(deed, _)| words.object(deed).filter(|&deal| deal > deed))
    {
        stance = Stance::Opposes;
        on_place = Some((deal, noun_phrase(scene, deal)));
    }
    // "proposed to pay half": would itself give it.
    if stance == Stance::Proposes
        && on_place.as_ref().is_some_and(|&(head, _)| {
            words.rel(head) == Rel::Xcomp && GIVING.contains(&&*words.phrasal(head))
        })
    {
        stance = Stance::Offers;
    }
    let (mut head, mut phrase) = on_place?;
    let mut told_reason = None;
    if frame.stance == Stance::Concerned
        && (words.is_verb(head) || words.child(head, &[Rel::Cop]).is_some())
    {
        // "concern that a one-sided deal could reward X": toward the deal, for that reason.
        if let Some(subject) = words
            .child(head, &[Rel::Nsubj, Rel::NsubjPass])
            .filter(|&subject| phrase.contains(&subject))
            // "that no date had been given": the whole of it.
            .filter(|&subject| {
                words
                    .children_by(subject, &[Rel::Det])
                    .all(|det| words.lemma(det) != "no")
            })
            // "fears that Merin would fish more in its own zone": what somebody would do, and not whoever it is.
            .filter(|&subject| {
                words.upos(subject) == Upos::Pron
                    || scene.entities.actor(subject).is_none()
                    || scene.proposals.at(subject).is_some()
                    || !Force::of(words, head).is_modal()
                    || crate::stances::is_harmful(words, head)
            })
        {
            let about = noun_phrase(scene, subject);
            told_reason = Some(words.trim(about.end..phrase.end));
            (head, phrase) = (subject, about);
            if frame.except.iter().any(|noun| noun == words.lemma(head)) {
                return None;
            }
        }
    }
    if let Some(actor) = scene.entities.actor(head)
        && scene.proposals.at(head).is_none()
        && !words.is_verb(head)
        // "would like the commander to be a Merinese": what somebody is to be.
        && words.child(head, &[Rel::Cop]).is_none()
        // "supports that": no person.
        && !matches!(words.lower(head), "that" | "this")
        // "accepted inspectors at the plant": people in general are what is agreed.
        && !(scene.entities.all[actor].kind == EntityKind::Actor(ActorType::Unnamed)
            && words.xpos(head) == Xpos::Nns
            && (words.child(head, &[Rel::Det]).is_none() || are_sent(words, head)))
        && (frame.stance == Stance::Concerned || !is_post(words, head))
        // "proposed Judge Kroll": for the chair, or whatever it is.
        && !(frame.stance == Stance::Proposes
            && words.upos(head) == Upos::Propn
            && scene.entities.all[actor].kind == EntityKind::Actor(ActorType::Person))
        // "offered its good offices", "offered its embassy": its own, and nobody.
        && !(frame.stance == Stance::Offers
            && scene.entities.all[actor].kind != EntityKind::Actor(ActorType::Person)
            && (words.child(head, &[Rel::NmodPoss]))
                .is_some_and(|own| words.xpos(own) == Xpos::PrpPoss))
        // "put forward its own port authority"
        && !(frame.stance == Stance::Proposes
            && (words.children_by(head, &[Rel::Amod])).any(|own| words.lemma(own) == "own"))
    {
        // Backing or opposing somebody is no position, unless it is "on" something or "as" something.
        if let Some(role) = words.with_case(word, &["as"]).find(|&at| at > head) {
            phrase.end = words.subtree(role).end;
        } else {
            let matter = words.with_case(word, &["on", "over"]).next()?;
            (head, phrase) = (matter, noun_phrase(scene, matter));
        }
    }
    if guards::says_nothing(scene, word, frame, head, &phrase) {
        return None;
    }
    phrase = tidy(scene, word, head, phrase);
    if words.upos(head) == Upos::Pron
        && !is_renaming(words, head)
        && matches!(
            words.lemma(head),
            "who" | "what" | "himself" | "herself" | "itself" | "themselves"
        )
    {
        return None;
    }
    let without_premise = match &premise {
        Some(premise) if premise.whole.start > phrase.start && premise.whole.start < phrase.end => {
            words.trim(phrase.start..premise.whole.start)
        }
        Some(premise)
            if premise.whole.start <= phrase.start
                && premise.whole.end > phrase.start
                && premise.whole.end < phrase.end =>
        {
            words.trim(premise.whole.end..phrase.end)
        }
        _ => phrase,
    };
    // "is ready to host the talks, but only if …"
    let mut without_premise = without_premise;
    while premise.is_some()
        && without_premise.len() > 1
        && matches!(
            words.form(without_premise.end - 1),
            "," | "but" | "only" | "and" | "even" | "then"
        )
    {
        without_premise.end -= 1;
    }
    if without_premise.is_empty() {
        return None;
    }
    let on = scene.toward(head, without_premise.clone());
    let carried_to = told_reason
        .as_ref()
        .map_or(without_premise.end, |reason| reason.end);
    let evidence = evidence(
        scene,
        word,
        &(without_premise.start..carried_to.max(without_premise.end)),
        premise.as_ref().map(|premise| premise.whole.clone()),
    );
    // "raised concerns among X": from the verb to those who have them.
    let evidence = if frame.holder.is_empty() {
        evidence
    } else {
        words.trim(word..words.subtree(word).end)
    };
    Some(Claim {
        stance,
        holders: held,
        trigger: word,
        rule,
        on,
        premise,
        reason: reason(scene, word).or(told_reason.clone()),
        outlet: frame.outlet
            || (force.negated && matches!(force.modal.as_deref(), Some("can" | "could"))),
        evidence,
        via: None,
    })
}
