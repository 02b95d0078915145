//! What a text on the table provides is its author's position.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_part_of_text;
use crate::stances::arguments::holders::{Holder, holders, possessors};
use crate::stances::arguments::things::{clause, noun_phrase, tidy};
use crate::stances::modality::force::Force;
use crate::stances::texts::fronted_texts::{Front, STANDS, fronted_text};
use crate::stances::texts::papers;
use crate::stances::texts::texts_verbs::{Doing, allows, doing, is_met};
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(word) {
        return;
    }
    if let Some(Told {
        subject,
        texts,
        held,
    }) = told_by(scene, word, claims)
    {
        // "The plan calls for": it proposes; only "demands" demands.
        claims.retain(|claim| {
            claim.trigger != word
                // "The draft raised concerns": others' stance toward the text.
                || matches!(claim.on, Target::Proposal(text) if texts.contains(&text))
                || claim.stance == Stance::Demands
                    && (matches!(words.lemma(word), "demand" | "insist")
                        // "The note asks": in the voice of whoever sent it.
                        || papers::is_writing(words.lemma(subject))
                        || texts.iter().any(|&text| {
                            papers::is_writing(words.lemma(scene.proposals.all[text].head))
                        }))
                // "says no to that"
                || claim.stance == Stance::Rejects && doing(words, word).is_none()
        });
        if !is_claimed(scene, claims, word) {
            let before = claims.len();
            provides(scene, word, subject, held, claims);
            // "A bill tabled by the Greens would freeze rents": that, and no more that it was tabled.
            if claims.len() > before && papers::is_measure(words.lemma(subject)) {
                claims.retain(|claim| {
                    claim.stance != Stance::Proposes
                        || !matches!(claim.on, Target::Phrase(head, _) if head == subject)
                });
            }
        }
        return;
    }
    // "presented both sides with a draft": the sides are nothing that is proposed.
    if words.lemma(word) == "present"
        && words
            .with_case(word, &["with"])
            .any(|text| scene.proposals.at(text).is_some())
    {
        claims.retain(|claim| claim.trigger != word);
        return;
    }
    stands_in(scene, word, claims);
    if let Some(text) = described(scene, word)
        && !claims.iter().any(|claim| {
            claim.trigger == word
                || matches!(&claim.on, Target::Phrase(_, phrase) if phrase.contains(&word))
        })
    {
        let held = match texts_of(scene, text) {
            texts if texts.is_empty() => papers::movers(scene, text),
            texts => authors(scene, &texts),
        };
        if !held.is_empty() {
            provides(scene, word, text, held, claims);
        }
        return;
    }
    under(scene, word, claims);
}

/// "the 3,000 mentioned in Velmar's draft", "the term set out in the plan": what the authors of the text propose.
fn stands_in(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let stands = words.xpos(verb) == Xpos::Vbn
        && words.rel(verb) == Rel::Acl
        && (STANDS.contains(&words.lemma(verb))
            || matches!(
                words.lemma(verb),
                "mention" | "contain" | "include" | "name" | "give" | "list"
            ));
    let Some(noun) = words.head(verb).filter(|&noun| stands && noun < verb) else {
        return;
    };
    let Some(text) = (words.with_case(verb, &["in", "under", "by"]))
        .find(|&text| text > verb && scene.proposals.at(text).is_some())
    else {
        return;
    };
    let held = authors(scene, &texts_of(scene, text));
    let phrase = words.trim(noun_phrase(scene, noun).start..verb);
    let counted = words.upos(noun) == Upos::Num || words.child(noun, &[Rel::Nummod]).is_some();
    let told = claims.iter().any(|claim| {
        claim.shares_party(&held) && matches!(&claim.on, Target::Phrase(_, on) if on.start < phrase.end && phrase.start < on.end)
    });
    if held.is_empty() || phrase.is_empty() || !counted || told {
        return;
    }
    let end = words.subtree(text).end;
    claims.push(Claim::plain(
        "text-provides",
        Stance::Proposes,
        held,
        noun,
        Target::Phrase(noun, phrase.clone()),
        words.trim(phrase.start..end),
    ));
}

/// The text whose clause a verb heads: "a draft that would halt the fighting", "a plan calling for a pause".
fn described(scene: &Scene, verb: usize) -> Option<usize> {
    let words = scene.words;
    let text = words.head(verb).filter(|&noun| {
        scene.proposals.at(noun).is_some() || papers::is_measure(words.lemma(noun))
    })?;
    let describes = match words.rel(verb) {
        Rel::AclRelcl => words
            .child(verb, &[Rel::Nsubj])
            .is_some_and(|subject| matches!(words.lemma(subject), "that" | "which")),
        Rel::Acl => words.xpos(verb) == Xpos::Vbg,
        _ => false,
    };
    describes.then_some(text)
}

/// What a verb is told of, where that is a text.
struct Told {
    /// The noun that names it, or a part of it.
    subject: usize,
    /// The texts on the table that it means.
    texts: Vec<usize>,
    /// Whose they are.
    held: Vec<Holder>,
}

/// The texts that a verb is told of, with its subject: "the draft", "both drafts", "article 12 of the May draft", "the Greens'
/// amendment"; for a second verb those of the first.
fn told_by(scene: &Scene, verb: usize, claims: &[Claim]) -> Option<Told> {
    let words = scene.words;
    let subject = match words.child(verb, &[Rel::Nsubj]) {
        Some(subject) => subject,
        None if words.rel(verb) == Rel::Conj
            && !words.is_passive(verb)
            && words.child(verb, &[Rel::NsubjPass]).is_none() =>
        {
            let first = Some(words.first_conjunct(verb)).filter(|&first| words.is_verb(first))?;
            // "has them unarmed and drawn from …": no verb of the text's.
            let takes = words.xpos(verb) != Xpos::Vbn || words.child(first, &[Rel::Aux]).is_some();
            (takes && !words.is_passive(first))
                .then(|| words.child(first, &[Rel::Nsubj]))
                .flatten()
                .filter(|&subject| {
                    scene.proposals.compared
                        || papers::is_answer(words.lemma(subject))
                        || matches!(doing(words, verb), Some(Doing::Provides))
                })?
        }
        None => return None,
    };
    let texts = texts_of(scene, subject);
    // "It wants": of whoever tabled it, and no bill.
    let acts = words.upos(subject) == Upos::Pron
        && doing(words, verb).is_none()
        && !words
            .children_by(verb, &[Rel::Aux])
            .any(|aux| words.lemma(aux) == "would");
    let held = match texts.is_empty() {
        true if acts => Vec::new(),
        true => match papers::movers(scene, subject) {
            held if held.is_empty() => match papers::tabled_before(scene, subject, verb) {
                held if held.is_empty() => match papers::answering(scene, subject, verb) {
                    held if held.is_empty() => match of_both(scene, subject) {
                        held if held.is_empty() => offered(scene, verb, subject, claims),
                        held => held,
                    },
                    held => held,
                },
                held => held,
            },
            held => held,
        },
        false => authors(scene, &texts),
    };
    (!texts.is_empty() || !held.is_empty()).then_some(Told {
        subject,
        texts,
        held,
    })
}

/// "The airline's offer would raise pay": whose offer it is, where it is no text on the table.
fn offered(scene: &Scene, verb: usize, offer: usize, claims: &[Claim]) -> Vec<Holder> {
    const TURNING: &[&str] = &[
        "end", "stop", "halt", "make", "get", "bring", "leave", "turn",
    ];
    let words = scene.words;
    let gives = matches!(words.lemma(offer), "offer" | "bid")
        && doing(words, verb) == Some(Doing::Provides)
        && !TURNING.contains(&words.lemma(verb));
    match gives {
        true => match possessors(scene, offer) {
            own if own.is_empty() => offered_before(scene, offer, claims),
            own => own,
        },
        false => Vec::new(),
    }
}

/// "Merin has offered 5 percent. The offer would cap shifts": whoever offered something in the sentence before or in the one
/// before that, where nobody else did.
pub(in crate::stances) fn offered_before(
    scene: &Scene,
    offer: usize,
    claims: &[Claim],
) -> Vec<Holder> {
    let words = scene.words;
    let back = (words.child(offer, &[Rel::Det]))
        .is_some_and(|the| matches!(words.lower(the), "the" | "this" | "that"));
    let sentence = words.sentence_of(offer);
    let mut before = (claims.iter().rev())
        .take_while(|claim| words.sentence_of(claim.trigger) + 2 >= sentence)
        .filter(|claim| {
            claim.stance == Stance::Offers && words.sentence_of(claim.trigger) < sentence
        });
    match before.next().filter(|_| back) {
        Some(last) if before.all(|claim| claim.holders == last.holders) => last.holders.clone(),
        _ => Vec::new(),
    }
}

/// "Both drafts, the Norlander and the Belorese, would …"; "Norland and Belora have each written a draft. Both drafts would":
/// whose they are, where neither was told of on its own.
fn of_both(scene: &Scene, texts: usize) -> Vec<Holder> {
    let words = scene.words;
    let both = scene.proposals.announced.contains(&texts)
        && (texts.saturating_sub(2)..texts).any(|at| words.lower(at) == "both");
    if !both {
        return Vec::new();
    }
    let named = |range: Range<usize>| {
        let mut held: Vec<Holder> = Vec::new();
        for holder in range
            .filter_map(|at| scene.entities.actor(at))
            .filter_map(|actor| Holder::of(scene, actor))
        {
            if !held.iter().any(|known| known.party == holder.party) {
                held.push(holder);
            }
        }
        Some(held).filter(|held| held.len() == 2)
    };
    let aside = (words.form(texts + 1) == ",")
        .then(|| (texts + 2..(texts + 9).min(words.len())).find(|&at| words.form(at) == ","))
        .flatten()
        .and_then(|close| named(texts + 2..close));
    let each = || {
        let first = (scene.proposals.announced.iter()).find(|&&first| first < texts)?;
        named(words.sentence(words.sentence_of(*first)).start..*first)
    };
    aside.or_else(each).unwrap_or_default()
}

/// The texts that a noun phrase names, be it by a part of them ("article 12 of the May draft").
pub(in crate::stances) fn texts_of(scene: &Scene, noun: usize) -> Vec<usize> {
    let words = scene.words;
    let named = words.conjuncts(noun).into_iter();
    let texts: Vec<usize> = named.flat_map(|at| scene.proposals.all_at(at)).collect();
    if !texts.is_empty() || !is_part_of_text(words.lemma(noun)) {
        return texts;
    }
    // "Article 7, in both versions, sets up a court"
    let both = (noun + 1..(noun + 6).min(words.len().saturating_sub(2)))
        .find(|&at| words.lower(at) == "in" && words.lower(at + 1) == "both")
        .map(|at| scene.proposals.all_at(at + 2))
        .filter(|texts| texts.len() > 1);
    if let Some(both) = both {
        return both;
    }
    // "Point 4 of the draft", hung on the number.
    let number = words.child(noun, &[Rel::Flat, Rel::Nummod]);
    let whole = (words.children(noun))
        .chain(number.into_iter().flat_map(|number| words.children(number)))
        .filter(|&of| of > noun)
        .map(|of| scene.proposals.all_at(of))
        .find(|texts| !texts.is_empty());
    whole.unwrap_or_else(|| {
        // "The clause on mercury reads", "Point five has": of the text spoken of last.
        let reads = (words.head(noun)).is_some_and(|verb| words.lemma(verb) == "read");
        let last = scene.proposals.before(noun).filter(|_| {
            reads && words.rel(noun) == Rel::Nsubj && scene.proposals.compared
                || is_numbered(words, noun)
        });
        last.into_iter().collect()
    })
}

/// "Article 3", "point five", "the third clause": a part that is told by its number.
pub(in crate::stances) fn is_numbered(words: &Words, noun: usize) -> bool {
    words.upos(noun + 1) == Upos::Num && words.head(noun + 1) == Some(noun)
        || words.children_by(noun, &[Rel::Amod]).any(|nth| {
            nth < noun
                && matches!(
                    words.lower(nth),
                    "first"
                        | "second"
                        | "third"
                        | "fourth"
                        | "fifth"
                        | "sixth"
                        | "seventh"
                        | "eighth"
                        | "ninth"
                        | "tenth"
                )
        })
}

fn provides(
    scene: &Scene,
    verb: usize,
    subject: usize,
    held: Vec<Holder>,
    claims: &mut Vec<Claim>,
) {
    let words = scene.words;
    let force = Force::of(words, verb);
    let lemma = words.lemma(verb);
    // "It would": of a text, if of nobody else.
    let future = (words.upos(subject) != Upos::Pron || scene.proposals.at(subject).is_some())
        && matches!(force.modal.as_deref(), Some("would" | "will" | "shall"));
    // "The Greens' amendment strikes out the cap": what it proposes, where no other text has the cap.
    let struck = papers::is_measure(words.lemma(subject)) && !scene.proposals.compared;
    let stance = match doing(words, verb) {
        Some(Doing::Strikes) if struck && !force.negated => {
            let deed = clause(scene, verb).end.max(verb + 1);
            let phrase = words.trim(verb..deed);
            claims.push(Claim::plain(
                "text-provides",
                Stance::Proposes,
                held,
                verb,
                Target::Phrase(verb, phrase.clone()),
                words.trim(words.subtree(subject).start.min(verb)..phrase.end),
            ));
            return;
        }
        // "The new text no longer contains the levy": given up by its authors.
        Some(Doing::Provides) if force.no_longer && !scene.proposals.compared => Stance::Withdraws,
        _ if says_to(words, verb, "no") => Stance::Rejects,
        _ if says_to(words, verb, "yes") => Stance::Accepts,
        Some(Doing::Keeps) if !future && is_changed(words, verb) => return,
        Some(Doing::Keeps) if !future => Stance::Accepts,
        Some(Doing::Strikes) if !future => Stance::Rejects,
        Some(Doing::Provides) => Stance::Proposes,
        _ if future && words.child(verb, &[Rel::Obj]).is_some() && !is_met(words, verb) => {
            Stance::Proposes
        }
        _ => return,
    };
    let terms = crate::proposals::TERMS.contains(&words.lemma(subject))
        && !matches!(words.lemma(subject), "proposal" | "measure")
        && matches!(
            lemma,
            "include" | "comprise" | "contain" | "list" | "cover" | "be"
        );
    let stance = match stance {
        _ if terms => Stance::Demands,
        // "its latest offer includes a rise", "It includes a rise" of the offer
        Stance::Proposes if is_offer(scene, subject) => Stance::Offers,
        stance => stance,
    };
    if force.negated
        || force.never
        || force.no_longer && stance != Stance::Withdraws
        || force.is_modal() && !future
        || force.hypothetical
        || words.is_passive(verb)
    {
        return;
    }
    // "The reply deletes it", which another text has.
    let on = match stance {
        Stance::Rejects | Stance::Accepts => answered(scene, verb, verb, &held, claims),
        _ => None,
    };
    if tells_history(words, verb) || !scene.proposals.compared && only_informs(words, verb) {
        return;
    }
    let Some((head, phrase)) = provided(scene, verb, future).filter(|(head, phrase)| {
        (on.is_some()
            || phrase.len() > 1
            // "replaces 'may' with 'shall'"
            || matches!(words.form(phrase.start.saturating_sub(1)), "\"" | "“" | "‘" | "'")
            || !matches!(words.upos(phrase.start), Upos::Aux | Upos::Pron))
            && (!is_nothing(words, *head) || allows(lemma) || says_to(words, verb, "no"))
    }) else {
        return;
    };
    let start = words.subtree(subject).start.min(phrase.start);
    let evidence = words.trim(start.min(phrase.start)..phrase.end.max(verb + 1));
    claims.push(Claim {
        outlet: terms && scene.speaker(verb).is_none(),
        ..Claim::plain(
            "text-provides",
            stance,
            held,
            verb,
            on.unwrap_or(Target::Phrase(head, phrase)),
            evidence,
        )
    });
}

/// Whether a word names an offer, or stands for one: "the airline's latest offer", "it".
fn is_offer(scene: &Scene, word: usize) -> bool {
    let names = |at: usize| matches!(scene.words.lemma(at), "offer" | "bid");
    names(word)
        || scene.words.upos(word) == Upos::Pron
            && (scene.proposals.at(word)).is_some_and(|text| names(scene.proposals.all[text].head))
}

/// "traces the history of the dispute", "lists the meetings so far": what was, and nothing that is to be.
fn tells_history(words: &Words, verb: usize) -> bool {
    words.object(verb).is_some_and(|object| {
        matches!(
            words.lemma(object),
            "history"
                | "background"
                | "origin"
                | "chronology"
                | "course"
                | "past"
                | "event"
                | "story"
        )
    })
}

/// "describes the state of the talks", "lists the ports that are closed": a text that informs provides nothing, but "lists
/// three conditions" does.
fn only_informs(words: &Words, verb: usize) -> bool {
    let informs = matches!(
        words.lemma(verb),
        "describe" | "list" | "trace" | "measure" | "assess" | "calculate" | "reckon" | "enumerate"
    );
    informs
        && words.object(verb).is_some_and(|object| {
            !crate::proposals::is_part_of_text(words.lemma(object))
                && (words.children_by(object, &[Rel::Det]))
                    .any(|the| matches!(words.lower(the), "the" | "all"))
        })
}

/// "says no to that"
fn says_to(words: &Words, verb: usize, answer: &str) -> bool {
    words.lemma(verb) == "say" && words.lower(verb + 1) == answer && words.lower(verb + 2) == "to"
}

/// The authors of texts, each once.
pub(in crate::stances) fn authors(scene: &Scene, texts: &[usize]) -> Vec<Holder> {
    let mut held: Vec<Holder> = Vec::new();
    for holder in (texts.iter())
        .flat_map(|&text| &scene.proposals.all[text].authors)
        .filter_map(|&author| Holder::of(scene, author))
    {
        if !held.contains(&holder) {
            held.push(holder);
        }
    }
    held
}

/// Whose a text is, by what stands beside its noun, else by who is told to have written it.
pub(in crate::stances) fn owners(scene: &Scene, noun: usize) -> Vec<Holder> {
    let own = possessors(scene, noun);
    match scene.proposals.at(noun) {
        Some(text) if own.is_empty() => authors(scene, &[text]),
        _ => own,
    }
}

/// "has kept the clause and made it five": it is not kept as it was.
pub(in crate::stances) fn is_changed(words: &Words, verb: usize) -> bool {
    (words.children_by(verb, &[Rel::Conj])).any(|next| {
        words.is_verb(next)
            && (words.child(next, &[Rel::Obj])).is_some_and(|it| words.upos(it) == Upos::Pron)
            && matches!(doing(words, next), Some(Doing::Provides))
    })
}

/// "no such freeze", "nothing about mercury".
fn is_nothing(words: &Words, head: usize) -> bool {
    matches!(words.lemma(head), "nothing" | "none" | "neither")
        || (words.children_by(head, &[Rel::Det, Rel::Advmod]))
            .any(|no| matches!(words.lemma(no), "no" | "neither" | "nowhere"))
}

/// What a verb provides: its object, else what hangs on it; the whole deed where that alone tells ("moves it to the port",
/// "would limit the army to 90,000").
pub(in crate::stances) fn provided(
    scene: &Scene,
    verb: usize,
    future: bool,
) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let deed = || {
        let end = clause(scene, verb).end.max(verb + 1);
        (verb, words.trim(verb..end))
    };
    let object = words.child(verb, &[Rel::Obj]);
    if let Some(object) = object {
        let pronoun = words.upos(object) == Upos::Pron && words.children(object).next().is_none();
        // "which the reply rejects"
        if let Some(noun) = words.described(verb).filter(|_| pronoun && object < verb) {
            return Some((noun, noun_phrase(scene, noun)));
        }
        let rest = clause(scene, verb).end;
        let more = words.subtree(object).end < rest
            && words
                .child(verb, &[Rel::Xcomp, Rel::Ccomp, Rel::Iobj])
                .is_some();
        if future || pronoun && rest > object + 1 {
            return Some(deed());
        }
        if more && object > verb {
            let start = words.subtree(object).start.min(
                words
                    .child(verb, &[Rel::Iobj])
                    .map_or(usize::MAX, |to| words.subtree(to).start),
            );
            return Some((object, words.trim(start..rest)));
        }
        let phrase = tidy(scene, verb, object, noun_phrase(scene, object));
        return Some((object, to_amount(scene, verb, phrase)));
    }
    let leads: &[&str] = match words.lemma(verb) {
        "consist" => &["of"],
        "speak" | "talk" => &["of", "for"],
        _ => &["for"],
    };
    let found = words
        .with_case(verb, leads)
        .next()
        .map(|at| (at, noun_phrase(scene, at)))
        .or_else(|| {
            words
                .child(verb, &[Rel::Ccomp])
                .or_else(|| words.child(verb, &[Rel::Xcomp]))
                .filter(|_| words.lemma(verb) != "make")
                .map(|at| (at, clause(scene, at)))
        });
    match found {
        _ if future => Some(deed()),
        Some((head, phrase)) => {
            let phrase = tidy(scene, verb, head, phrase);
            Some((head, to_amount(scene, verb, phrase)))
        }
        None => (scene.proposals.compared
            && words
                .children_by(
                    verb,
                    &[Rel::Obl, Rel::OblUnmarked, Rel::Xcomp, Rel::AclRelcl],
                )
                .any(|at| at > verb))
        .then(deed),
    }
}

/// "would abolish the register": who keeps that keeps the register, not the proposal.
fn does_away(words: &Words, claim: &Claim) -> bool {
    matches!(
        words.lemma(claim.trigger),
        "abolish"
            | "end"
            | "scrap"
            | "repeal"
            | "close"
            | "dissolve"
            | "dismantle"
            | "shut"
            | "disband"
            | "revoke"
            | "lift"
    )
}

/// What a text keeps or strikes: where only "it" or "the clause" is said, what another text was last told to provide.
pub(in crate::stances) fn answered(
    scene: &Scene,
    verb: usize,
    head: usize,
    held: &[Holder],
    claims: &[Claim],
) -> Option<Target> {
    let words = scene.words;
    let object = match says_to(words, verb, "no") || says_to(words, verb, "yes") {
        true => (verb + 3).min(words.len() - 1),
        false => words.child(verb, &[Rel::Obj]).unwrap_or(head),
    };
    let back = words.upos(object) == Upos::Pron
        || matches!(words.lower(object), "this" | "that")
        || is_part_of_text(words.lemma(object))
            && words
                .child(object, &[Rel::Nmod, Rel::Acl, Rel::AclRelcl])
                .is_none();
    (claims.iter())
        .filter(|claim| {
            back && claim.trigger < verb
                && words.sentence_of(claim.trigger) + 3 >= words.sentence_of(verb)
                && matches!(claim.stance, Stance::Proposes | Stance::Demands)
                && !does_away(words, claim)
                && !(claim.holders.iter()).any(|holder| held.contains(holder))
        })
        .max_by_key(|claim| claim.trigger)
        .map(|claim| claim.on.clone())
}

/// "limits the army to 60,000 soldiers": the amount belongs to what is limited.
fn to_amount(scene: &Scene, verb: usize, phrase: Range<usize>) -> Range<usize> {
    let words = scene.words;
    let amount = words
        .with_case(verb, &["to", "at"])
        .map(|at| words.subtree(at))
        .find(|range| {
            range.start == phrase.end && range.clone().any(|at| words.upos(at) == Upos::Num)
        });
    match amount {
        Some(amount) => phrase.start..words.trim(amount).end,
        None => phrase,
    }
}

/// "Under the plan, troops leave …".
fn under(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let on_table = words
        .with_case(verb, &["under", "in"])
        .find(|&at| at < verb && scene.proposals.at(at).is_some() && words.upos(at) == Upos::Noun)
        .map(|at| Front {
            text: at,
            end: words.subtree(at).end,
            held: holders(scene, at),
        })
        .filter(|front| !front.held.is_empty())
        // "Under the airline's offer, pay would rise"
        .or_else(|| {
            (words.with_case(verb, &["under"]))
                .find(|&at| at < verb && matches!(words.lemma(at), "offer" | "bid"))
                .map(|at| Front {
                    text: at,
                    end: words.subtree(at).end,
                    held: possessors(scene, at),
                })
                .filter(|front| !front.held.is_empty())
        });
    let Some(Front {
        text: phrase,
        end: front,
        held,
    }) = on_table.or_else(|| fronted_text(scene, verb))
    else {
        return;
    };
    if !matches!(
        words.rel(verb),
        Rel::Root | Rel::Ccomp | Rel::Conj | Rel::Parataxis
    ) || is_claimed(scene, claims, verb)
    {
        return;
    }
    // "Under the plan, the Greens would back it", but "timber would move by rail": of nobody's.
    let acts = words
        .child(verb, &[Rel::Nsubj])
        .is_none_or(|subject| scene.entities.actor(subject).is_some());
    if acts
        && scene
            .lexicon
            .stances
            .of(StanceWord::Verb, &words.phrasal(verb))
            .any(|frame| frame.with.is_empty() && frame.only.is_none())
    {
        return;
    }
    // "In the draft, diplomats spotted a clause": somebody did something with it.
    let did = words.xpos(verb) == Xpos::Vbd
        && words.child(verb, &[Rel::Nsubj]).is_some()
        && (words.child(phrase, &[Rel::Case])).is_some_and(|case| words.lemma(case) == "in");
    if did && scene.proposals.compared {
        return;
    }
    let heads: Vec<usize> = std::iter::once(verb)
        .chain(
            words
                .children_by(verb, &[Rel::Conj])
                .filter(|&at| words.is_verb(at)),
        )
        .collect();
    for head in heads {
        let mut range = clause(scene, head);
        if head == verb {
            range.start = range.start.max(front);
        }
        let range = words.trim(range);
        if range.is_empty() {
            continue;
        }
        claims.push(Claim {
            stance: match is_offer(scene, phrase) {
                true => Stance::Offers,
                false => Stance::Proposes,
            },
            holders: held.clone(),
            trigger: head,
            rule: "under-text".into(),
            on: Target::Phrase(head, range.clone()),
            premise: None,
            reason: None,
            outlet: false,
            evidence: if head == verb {
                words.trim(words.subtree(phrase).start.min(range.start)..range.end)
            } else {
                range
            },
            via: None,
        });
    }
}
