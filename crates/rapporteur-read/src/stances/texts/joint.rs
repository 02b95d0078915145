//! What those at one table hold together, as communiqués, agreed minutes and declarations tell it: "it was agreed that",
//! "agreement was reached on", "the Parties shall", "the Ministers decided to", "the delegation gave an assurance that".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::entities::EntityKind;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::cues::agreeing::weighs;
use crate::stances::cues::giving::is_giving;
use crate::stances::cues::verdicts::verdict;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::surface::surface_premise;
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Words that tell, near the head of a text, that several sides speak in it with one voice.
const JOINT: &[&str] = &[
    "joint statement",
    "joint communiqu",
    "joint press",
    "joint declaration",
    "joint readout",
    "joint summary",
    "joint conclusions",
    "agreed minutes",
    "agreed conclusions",
    "agreed record",
    "communiqué",
    "communique",
    "memorandum of understanding",
    "declaration of principles",
    "trilateral declaration",
    "trilateral statement",
    "agreed as follows",
    "agreed the following",
    "agreed on the following",
    "agreed upon the following",
    "the following understanding",
    "stated the following",
    "declare the following",
    "to the following:",
    "hereinafter",
    "hereafter referred",
    "final act",
    "protocol of the",
    "record of discussion",
];

/// How many blocks from the head are looked through for them.
const HEAD: usize = 8;

/// How many sentences before an agreement those who agreed may have been named, in a text of somebody else's.
const BACK: usize = 4;

/// Nouns of agreement that verbs of reaching take.
const AGREEMENTS: &[&str] = &[
    "agreement",
    "consensus",
    "understanding",
    "accord",
    "compromise",
    "arrangement",
    "settlement",
    "unanimity",
];

/// Verbs that bring an agreement about, in the passive or by itself.
const REACHING: &[&str] = &[
    "reach",
    "find",
    "achieve",
    "attain",
    "conclude",
    "obtain",
    "establish",
    "record",
    "register",
    "emerge",
    "exist",
    "prevail",
    "be",
];

/// Verbs of settling that an impersonal passive tells of: "it was decided that".
const SETTLING: &[&str] = &[
    "agree",
    "decide",
    "resolve",
    "settle",
    "stipulate",
    "determine",
];

/// Verbs that say of a text or of the state of things how it is, and bind nobody to a deed.
const OF_THE_TEXT: &[&str] = &[
    "be",
    "prejudice",
    "affect",
    "apply",
    "remain",
    "enter",
    "constitute",
    "mean",
    "have",
    "come",
    "become",
    "expire",
    "lapse",
    "terminate",
    "include",
    "consist",
    "comprise",
    "interpret",
    "construe",
];

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    if is_claimed(scene, claims, word) {
        return;
    }
    let found = impersonal(scene, word)
        .or_else(|| reached(scene, word))
        .or_else(|| decided(scene, word))
        .or_else(|| assured(scene, word))
        .or_else(|| asked_for(scene, word))
        .or_else(|| shall(scene, word));
    claims.extend(found);
}

/// Whether the text is one that several sides put out together.
pub(in crate::stances) fn is_joint(scene: &Scene) -> bool {
    *scene.joint.get_or_init(|| {
        (scene.blocks.items.iter().take(HEAD)).any(|block| {
            let text = block.span.of(scene.words.text).to_lowercase();
            JOINT.iter().any(|phrase| text.contains(phrase))
        })
    })
}

/// Those at the table, at a word: the last "both sides" or "the ministers" before it; in a joint text, too, the last who
/// were named side by side ("the Minister of Tolsk and the Minister of Merin").
pub(in crate::stances) fn table(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let joint = is_joint(scene);
    let own = words.sentence_of(word);
    let first = if joint { 0 } else { own.saturating_sub(BACK) };
    let several = |held: &Vec<Holder>| held.iter().any(|one| one.party != held[0].party);
    let from = words.sentence(first).start;
    let group = (from..word).rev().find_map(|at| {
        let id = scene.entities.at(at)?;
        let plural = !matches!(scene.entities.all[id].kind, EntityKind::Actor(_))
            && scene.entities.all[id].members.len() > 1;
        plural.then(|| holders(scene, at)).filter(several)
    });
    group
        .or_else(|| Some(signatories(scene)))
        .filter(|held| !held.is_empty())
        .or_else(|| {
            (from..word)
                .rev()
                .filter(|_| joint)
                .find_map(|at| side_by_side(scene, at))
        })
        .unwrap_or_default()
}

/// Who "we" are in a joint text: the first who are named in it side by side.
pub(in crate::stances) fn signatories(scene: &Scene) -> Vec<Holder> {
    if !is_joint(scene) {
        return Vec::new();
    }
    let found = (0..scene.words.len()).find_map(|at| side_by_side(scene, at));
    found.unwrap_or_default()
}

/// "Tolsk, Merin and the Brod Federation", from its first name on, whatever the tree made of the last one. Whoever did
/// something for the others ("facilitated by the court") is not one of them.
fn side_by_side(scene: &Scene, first: usize) -> Option<Vec<Holder>> {
    let words = scene.words;
    let leads = words.rel(first) != Rel::Conj
        && words.rel(first) != Rel::OblAgent
        && words.child(first, &[Rel::Conj]).is_some();
    let chain: Vec<usize> = (words.conjuncts(first).into_iter())
        .take_while(|&one| names(scene, one))
        .collect();
    if !leads || chain.len() < 2 {
        return None;
    }
    let mut held = holders(scene, first);
    let last = chain.iter().copied().max()?;
    let sentence = words.sentence(words.sentence_of(first));
    let joins = |at: usize| matches!(words.lower(at), "," | "and" | "the");
    let next = (last + 1..sentence.end).find(|&at| !joins(at));
    let and = (last + 1..next.unwrap_or(last + 1)).any(|at| words.lower(at) == "and");
    let more = (next.filter(|_| and))
        .filter(|&next| names(scene, next))
        .map(|next| holders(scene, next));
    for one in more.into_iter().flatten() {
        if !held.contains(&one) {
            held.push(one);
        }
    }
    (held.iter().any(|one| one.party != held[0].party)).then_some(held)
}

/// Whether a word names an actor.
fn names(scene: &Scene, word: usize) -> bool {
    scene.entities.actor(word).is_some()
}

/// "It was agreed that the post would open", "it was decided to open the post".
fn impersonal(scene: &Scene, verb: usize) -> Option<Claim> {
    let words = scene.words;
    let told = SETTLING.contains(&words.lemma(verb)) && words.is_passive(verb);
    let it = (words.children_by(verb, &[Rel::NsubjPass, Rel::Nsubj, Rel::Expl]))
        .find(|&it| words.lower(it) == "it")?;
    let agent = words.child(verb, &[Rel::OblAgent]);
    if !told || !is_plain(scene, verb) {
        return None;
    }
    let content = words
        .child(verb, &[Rel::Ccomp, Rel::Xcomp, Rel::Csubj, Rel::Advcl])
        .filter(|&content| content > verb && is_content(words, content))?;
    let held = agent.map_or_else(|| table(scene, verb), |agent| holders(scene, agent));
    accepted(scene, verb, held, content, words.subtree(it).start)
}

/// Whether a clause is what was agreed: "that …" or "to …".
fn is_content(words: &Words, head: usize) -> bool {
    words
        .children_by(head, &[Rel::Mark])
        .any(|mark| matches!(words.lemma(mark), "that" | "to"))
}

/// Told as so: no "not", no "would", no "if", and by nobody whose word it is.
fn is_plain(scene: &Scene, verb: usize) -> bool {
    Force::of(scene.words, verb).is_fact() && scene.speaker(verb).is_none()
}

/// "Agreement was reached on the post", "there was broad consensus that the post should open".
fn reached(scene: &Scene, noun: usize) -> Option<Claim> {
    let words = scene.words;
    if !AGREEMENTS.contains(&words.lemma(noun))
        || !matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass | Rel::Root)
        || (words.children_by(noun, &[Rel::Det])).any(|det| words.lemma(det) == "no")
    {
        return None;
    }
    let verb = match words.rel(noun) {
        Rel::Root => words.child(noun, &[Rel::Cop, Rel::Expl]).map(|_| noun)?,
        _ => words.head(noun)?,
    };
    let there = words
        .child(verb, &[Rel::Expl])
        .is_some_and(|there| words.lower(there) == "there");
    let reaching = verb == noun && there
        || REACHING.contains(&words.lemma(verb))
            && match words.lemma(verb) {
                "be" => there,
                "emerge" | "exist" | "prevail" => true,
                _ => words.is_passive(verb),
            };
    if !reaching || !is_plain(scene, verb) {
        return None;
    }
    let thing = [noun, verb].into_iter().find_map(|at| {
        (words.with_case(
            at,
            &["on", "over", "about", "regarding", "concerning", "upon"],
        ))
        .chain(words.children_by(at, &[Rel::Acl, Rel::Ccomp, Rel::Xcomp, Rel::Advcl]))
        .find(|&thing| {
            thing > noun && (words.upos(thing) == Upos::Noun || is_content(words, thing))
        })
    })?;
    // "on 3 May": when, not what.
    let dated = (scene.dates.0.iter()).any(|date| date.words.contains(&thing));
    let by = (words.with_case(verb, &["between", "among"]).next())
        .map(|among| holders(scene, among))
        .unwrap_or_else(|| table(scene, noun));
    let start = words.subtree(noun).start;
    accepted(scene, noun, by, thing, start).filter(|_| !dated)
}

/// "The Ministers decided to open the post": several who resolve upon something agree to it.
fn decided(scene: &Scene, verb: usize) -> Option<Claim> {
    let words = scene.words;
    // "came to the conclusion that a scheme should start"
    let concludes = matches!(words.lemma(verb), "come" | "arrive")
        && (words.with_case(verb, &["to", "at"])).any(|noun| words.lemma(noun) == "conclusion");
    if !concludes && !matches!(words.lemma(verb), "decide" | "resolve" | "determine")
        || words.is_passive(verb)
        || !is_plain(scene, verb)
    {
        return None;
    }
    let below = (words.with_case(verb, &["to", "at"])).filter(|_| concludes);
    let content = below.chain(std::iter::once(verb)).find_map(|at| {
        words
            .child(at, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl, Rel::Acl])
            .filter(|&content| content > verb && is_content(words, content))
    })?;
    // "decided to reject it": read at the verb inside.
    let inner = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(content))
        .next();
    let held = subject_holders(scene, verb);
    let start = words.child(verb, &[Rel::Nsubj]).unwrap_or(verb);
    let together = held.iter().any(|one| one.party != held[0].party);
    (inner.is_none() && together)
        .then(|| accepted(scene, verb, held, content, words.subtree(start).start))?
}

/// "The early release of the boats was sought": by the side that the sentence before spoke of.
fn asked_for(scene: &Scene, verb: usize) -> Option<Claim> {
    let words = scene.words;
    if words.rel(verb) != Rel::Root
        || !words.is_passive(verb)
        || words.child(verb, &[Rel::OblAgent]).is_some()
        || !is_plain(scene, verb)
        // "Buses have been ordered", "unanimity is required", "engineers are expected to report": by no side.
        || matches!(
            words.lemma(verb),
            "order" | "require" | "need" | "expect" | "book"
        )
    {
        return None;
    }
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| {
            matches!(frame.stance, Stance::Demands | Stance::Proposes)
                && frame.only.is_none()
                && frame.with.is_empty()
        })?;
    let subject = words.child(verb, &[Rel::NsubjPass])?;
    let before = words.sentence_of(verb).checked_sub(1)?;
    let block = |at: usize| scene.blocks.at(words.span(at..at + 1).start);
    let root = (words.sentence(before)).find(|&at| words.rel(at) == Rel::Root)?;
    if scene.entities.at(subject).is_some()
        || words.upos(subject) != Upos::Noun
        || block(root) != block(verb)
    {
        return None;
    }
    // Only a side that speaks there as a side: a statement or a stance of its own.
    let told = (scene.statements.all.iter()).any(|told| told.cue_head == Some(root));
    let stands = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(root))
        .next()
        .is_some();
    let held = subject_holders(scene, root);
    let phrase = noun_phrase(scene, subject);
    let whole = words.trim(phrase.start..words.subtree(verb).end);
    let on = scene.toward(subject, phrase);
    ((told || stands) && held.len() == 1)
        .then(|| Claim::plain("asked-for", frame.stance, held, verb, on, whole))
}

/// "assured the other side that access would be granted", "confirmed that it would lift the levy": what a side says that
/// itself will do for the other. Of several it is what they agree on.
fn assured(scene: &Scene, verb: usize) -> Option<Claim> {
    let words = scene.words;
    let whom = words.child(verb, &[Rel::Obj, Rel::Iobj]);
    let assures = match words.lemma(verb) {
        "assure" | "reassure" => whom.is_some(),
        "confirm" | "guarantee" => whom.is_none(),
        _ => false,
    };
    if !assures {
        return None;
    }
    let force = Force::of(words, verb);
    if force.negated || force.hypothetical || force.is_modal() {
        return None;
    }
    let content = words.child(verb, &[Rel::Ccomp]).filter(|&content| {
        let inner = Force::of(words, content);
        matches!(inner.modal.as_deref(), Some("will" | "would"))
            && !inner.hypothetical
            && !inner.negated
            && words.is_verb(content)
            && !OF_THE_TEXT.contains(&words.lemma(content))
    })?;
    let held = subject_holders(scene, verb);
    let subject = words.child(content, &[Rel::Nsubj, Rel::NsubjPass])?;
    let own = match words.rel(subject) {
        Rel::NsubjPass => {
            words.lemma(verb) != "confirm" && words.child(content, &[Rel::OblAgent]).is_none()
        }
        _ => {
            let doers = holders(scene, subject);
            let same = |one: &Holder| held.iter().any(|other| other.party == one.party);
            let itself = words.lemma(verb) != "confirm" || words.upos(subject) == Upos::Pron;
            itself && !doers.is_empty() && doers.iter().all(same)
        }
    };
    let start = words.child(verb, &[Rel::Nsubj]).unwrap_or(verb);
    let several = held.len() > 1;
    let mut claim = accepted(scene, verb, held, content, words.subtree(start).start)?;
    if !several {
        claim.stance = Stance::Offers;
    }
    own.then_some(claim)
}

/// "The Parties shall cease all hostilities", "a commission shall be set up": a joint text binds those who put it out, a
/// side that is named by itself, else all.
fn shall(scene: &Scene, verb: usize) -> Option<Claim> {
    let words = scene.words;
    let first = words.first_conjunct(verb);
    let of = |at: usize| {
        words
            .children_by(at, &[Rel::Aux])
            .find(|&aux| words.lower(aux) == "shall")
    };
    let shared = first != verb
        && words
            .child(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
            .is_none()
        && words.is_verb(verb);
    let aux = of(verb).or_else(|| of(first).filter(|_| shared))?;
    if !words.is_verb(verb)
        || !matches!(words.rel(verb), Rel::Root | Rel::Conj | Rel::Parataxis)
        || OF_THE_TEXT.contains(&words.lemma(verb))
        || scene.speaker(verb).is_some()
        || !is_joint(scene)
    {
        return None;
    }
    let subject = words.subject(verb)?;
    if scene.proposals.at(subject).is_some()
        || matches!(
            words.lower(subject),
            "nothing" | "this" | "it" | "which" | "neither" | "either" | "none"
        )
        || (words.children_by(subject, &[Rel::Det]))
            .any(|det| matches!(words.lower(det), "this" | "no" | "neither" | "either"))
    {
        return None;
    }
    let held = match words.is_passive(verb) {
        true => Vec::new(),
        false => holders(scene, subject),
    };
    let all = match signatories(scene) {
        all if all.is_empty() => table(scene, verb),
        all => all,
    };
    // A body that the text sets up binds all of them.
    let among = |one: &Holder| all.iter().any(|other| other.party == one.party);
    let held = match held.len() > 1 || held.iter().all(among) {
        true => held,
        false => Vec::new(),
    };
    let whole = clause(scene, verb);
    let (held, phrase) = match held.is_empty() {
        true => (all, whole.clone()),
        false if shared => (held, whole.clone()),
        false => (held, words.trim(aux + 1..whole.end.max(aux + 2))),
    };
    let hangs = premise(words, verb).or_else(|| surface_premise(words, &phrase));
    let phrase = match &hangs {
        Some(hangs) if hangs.whole.start > phrase.start && hangs.whole.start < phrase.end => {
            words.trim(phrase.start..hangs.whole.start)
        }
        _ => phrase,
    };
    (!held.is_empty() && !phrase.is_empty()).then(|| Claim {
        premise: hangs,
        ..Claim::plain(
            "shall",
            Stance::Accepts,
            held,
            verb,
            scene.toward(verb, phrase),
            whole,
        )
    })
}

/// A claim of acceptance toward a clause or a noun.
fn accepted(
    scene: &Scene,
    trigger: usize,
    held: Vec<Holder>,
    content: usize,
    start: usize,
) -> Option<Claim> {
    let words = scene.words;
    let is_clause = words.is_verb(content) || words.child(content, &[Rel::Cop]).is_some();
    let mut phrase: Range<usize> = match is_clause {
        true => clause(scene, content),
        false => noun_phrase(scene, content),
    };
    let hangs = premise(words, trigger).or_else(|| surface_premise(words, &phrase));
    let whole = start
        ..phrase
            .end
            .max(hangs.as_ref().map_or(0, |hangs| hangs.whole.end));
    if let Some(hangs) = &hangs
        && phrase.contains(&hangs.whole.start)
    {
        phrase = words.trim(phrase.start..hangs.whole.start);
    }
    (!held.is_empty() && !phrase.is_empty()).then(|| Claim {
        premise: hangs,
        ..Claim::plain(
            "joint",
            Stance::Accepts,
            held,
            trigger,
            scene.toward(content, phrase),
            words.trim(whole),
        )
    })
}

/// Looks over what the formulas of such texts show: "expressed its readiness to train" offers, "its intention to explore"
/// is open, and two sides that "could not agree on the fees" reject nothing.
pub fn settle(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    claims.retain(|claim| {
        !is_disagreement(scene, claim)
            && !is_frame(words, claim)
            && !is_courtesy(words, claim)
            && !is_progress(words, claim)
    });
    for claim in claims.iter_mut() {
        if let Some((stance, subject)) = judged_together(scene, claim) {
            claim.stance = stance;
            claim.on = scene.toward(subject, noun_phrase(scene, subject));
            continue;
        }
        let Target::Phrase(head, _) = &claim.on else {
            continue;
        };
        let readiness = (claim.evidence.clone()).any(|at| {
            at < *head
                && matches!(
                    words.lemma(at),
                    "readiness" | "willingness" | "preparedness" | "intention" | "intent"
                )
        });
        let infinitive = words.xpos(*head) == Xpos::Vb && words.is_verb(*head);
        match claim.stance {
            Stance::Open if readiness && infinitive && is_giving(scene, *head) => {
                claim.stance = Stance::Offers;
            }
            Stance::Offers if readiness && infinitive && weighs(scene, *head) => {
                claim.stance = Stance::Open;
            }
            // "reaffirmed their commitment to the inviolability of the border": nothing is given.
            Stance::Offers
                if words.lemma(claim.trigger) == "commitment" && !words.is_verb(*head) =>
            {
                claim.stance = Stance::Supports;
            }
            // "agreed to consider the request": no more than that.
            Stance::Accepts
                if infinitive && considers(words, *head)
                    || (words.lemma(claim.trigger) == "agree")
                        && (words.children_by(claim.trigger, &[Rel::Xcomp]))
                            .any(|deed| considers(words, deed)) =>
            {
                claim.stance = Stance::Open;
            }
            // What the sides of a joint text undertake is agreed; what each of them pays is its own.
            Stance::Offers
                if is_bond(words, claim)
                    && is_joint(scene)
                    && !(claim.evidence.end..claim.evidence.end + 2)
                        .any(|at| at < words.len() && words.lower(at) == "each") =>
            {
                claim.stance = Stance::Accepts;
            }
            _ => {}
        }
    }
}

/// "agreed that the use of force is unacceptable", "shared the view that a second bridge is premature": the verdict, and
/// what it is on.
fn judged_together(scene: &Scene, claim: &Claim) -> Option<(Stance, usize)> {
    let words = scene.words;
    let Target::Phrase(head, phrase) = &claim.on else {
        return None;
    };
    let shared = matches!(claim.stance, Stance::Accepts | Stance::Supports)
        && words.child(*head, &[Rel::Cop]).is_some()
        && words.negation(*head).is_none();
    let (frame, _) = (phrase.clone())
        .filter(|at| shared && (at == head || words.head(*at) == Some(*head)))
        .find_map(|at| verdict(scene, at))?;
    let subject = words
        .child(*head, &[Rel::Nsubj])
        .filter(|&subject| words.upos(subject) == Upos::Noun)?;
    let against = matches!(
        frame.stance,
        Stance::Rejects | Stance::Opposes | Stance::Concerned
    );
    against.then_some((frame.stance, subject))
}

/// "welcomed the Minister's visit": courtesy.
fn is_courtesy(words: &Words, claim: &Claim) -> bool {
    matches!(&claim.on, Target::Phrase(head, _)
        if words.lemma(claim.trigger) == "welcome"
            && matches!(words.lemma(*head), "visit" | "arrival" | "presence" | "guest"))
}

/// "With regard to water, the delegations agreed": what they speak of, not what they agree to.
fn is_frame(words: &Words, claim: &Claim) -> bool {
    matches!(&claim.on, Target::Phrase(head, _)
        if matches!(words.lemma(*head), "regard" | "respect" | "reference" | "relation")
            && words.child(*head, &[Rel::Case]).is_some_and(|case| matches!(words.lower(case), "with" | "in")))
}

/// "have settled most of a treaty", "agreed on much of the text": how far they are, and no term.
fn is_progress(words: &Words, claim: &Claim) -> bool {
    let share = |head: usize| {
        matches!(
            words.lower(head),
            "most" | "much" | "part" | "parts" | "bulk" | "half" | "some" | "many"
        ) && words.lower(head + 1) == "of"
    };
    claim.stance == Stance::Accepts
        && matches!(&claim.on, Target::Phrase(head, phrase)
            if words.lemma(claim.trigger) == "settle"
                && (share(*head) || phrase.clone().take(2).any(share)))
}

/// "undertake to", "commit themselves to".
fn is_bond(words: &Words, claim: &Claim) -> bool {
    matches!(
        words.lemma(claim.trigger),
        "undertake" | "commit" | "pledge"
    )
}

/// Verbs of weighing something, not of doing it.
fn considers(words: &Words, verb: usize) -> bool {
    matches!(
        words.lemma(verb),
        "consider" | "study" | "examine" | "explore" | "contemplate" | "weigh" | "ponder"
    )
}

/// "The sides could not agree on the fees": that they differ, not that each says no.
fn is_disagreement(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    // "have been unable to agree on the dam"
    let agree = match words.lemma(claim.trigger) {
        "agree" => Some(claim.trigger),
        "unable" | "be" => (claim.trigger + 1..claim.evidence.end.min(claim.trigger + 5))
            .find(|&at| words.lemma(at) == "agree"),
        _ => None,
    };
    claim.stance == Stance::Rejects
        && claim.holders.len() > 1
        && agree.is_some_and(|agree| {
            words
                .with_case(agree, &["on", "over", "about"])
                .next()
                .is_some()
        })
}
