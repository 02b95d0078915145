//! Parties that were asked where they stand and would not say: "declined to discuss the toll", "asked whether it would
//! sign, Orveth kept mum", "said that was a question for another day".

use std::ops::Range;

use rapporteur_lexicon::{Only, Piece, StanceWord};
use rapporteur_model::{Act, ActorType, Stance};
use rapporteur_syntax::{Rel, Upos};

use crate::entities::EntityKind;
use crate::proposals::is_read;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::put_forward;
use crate::stances::cues::idioms;
use crate::stances::modality::force::Force;
use crate::stances::replies::asked::Asked;
use crate::stances::{Claim, Scene, Target};
use crate::statements::{Statement, turns_down};
use crate::words::Words;

/// Adds who would not say.
pub fn read(scene: &Scene, asked: &[Asked], claims: &mut Vec<Claim>) {
    for statement in &scene.statements.all {
        if statement.act == Act::Declined && (statement.in_record || statement.speaker.is_none()) {
            declined(scene, asked, statement, claims);
        }
    }
    for question in asked {
        evaded(scene, question, claims);
    }
}

/// A refusal to say. Refusing details or a document is a statement only.
fn declined(scene: &Scene, asked: &[Asked], statement: &Statement, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(content) = statement.content.first() else {
        return;
    };
    if !is_read(words, scene.blocks, content.start) {
        return;
    }
    let cue = statement.cue_head.unwrap_or(content.start);
    if turns_down(words, cue) || scene.questions[cue] {
        return;
    }
    let question = asked.iter().find(|asked| is_answer_to(scene, asked, cue));
    let mut held = refusers(scene, statement);
    if !statement.in_record && (question.is_none() || !held.is_empty()) {
        return;
    }
    if let (true, Some(question)) = (held.is_empty(), question) {
        held = evader(
            scene,
            question,
            words.sentence(words.sentence_of(cue)).start,
            cue,
        );
    }
    if let Some(refused) = talk_refused(scene, cue, content).filter(|_| question.is_none())
        && held.iter().all(|holder| is_body(scene, holder))
    {
        let head = words.top(refused.clone()).unwrap_or(refused.start);
        claims.push(Claim::plain(
            "talk-refused",
            Stance::Rejects,
            held,
            cue,
            scene.toward(head, refused),
            words.inside(statement.evidence),
        ));
        return;
    }
    let mut content = words.trim(content.clone());
    // "had made no reply": silence.
    let silent = content.len() == 2
        && words.lower(content.start) == "no"
        && matches!(
            words.lemma(content.start + 1),
            "reply" | "answer" | "response"
        );
    // "has made no comment on it" so far.
    let so_far = words.lower(content.start) == "no"
        && content.len() > 1
        && words.lemma(content.start + 1) == "comment"
        && words
            .children_by(cue, &[Rel::Aux])
            .any(|aux| words.lemma(aux) == "have");
    if (silent || so_far) && question.is_none() {
        return;
    }
    let bare = is_bare(scene, &content);
    if held.is_empty() || !bare && !is_own_stance(scene, &content) {
        return;
    }
    let confirms = (content.clone()).any(|at| matches!(words.lemma(at), "confirm" | "deny"));
    while content.start < content.end
        && matches!(
            words.lemma(content.start),
            "on" | "from"
                | "about"
                // "would neither confirm nor deny that"
                | "confirm"
                | "nor"
                | "or"
                | "deny"
                | "comment"
                | "discuss"
                | "say"
                | "to"
                | "whether"
                | "commenting"
                | "upon"
                // "would not commit itself"
                | "itself"
                | "himself"
                | "herself"
                | "themselves"
                | "myself"
                | "ourselves"
        )
    {
        content.start += 1;
    }
    if let Some(question) = question.filter(|_| bare) {
        if !is_of_stance(scene, question) {
            return;
        }
        content = named(scene, question);
    }
    if content.clone().any(|word| is_fact(scene, word)) || is_of_the_press(scene, cue, &content) {
        return;
    }
    // "would not say when it would resume"
    let timing = !content.is_empty() && matches!(words.lower(content.start), "when" | "why");
    // "declined to discuss what he had said then"
    let told = !content.is_empty()
        && words.lower(content.start) == "what"
        && (content.clone())
            .any(|at| matches!(words.lemma(at), "say" | "call" | "describe" | "tell"));
    if timing || told {
        return;
    }
    // "A source said Merin would accept it if … The ministry declined to comment.", "would neither confirm nor deny that"
    let it = content.len() == 1
        && matches!(
            words.lower(content.start),
            "it" | "that" | "this" | "either"
        );
    let before = (claims.iter())
        .filter(|claim| {
            (content.is_empty() || it && confirms)
                && claim.trigger < cue
                && words.sentence_of(claim.trigger) + 1 >= words.sentence_of(cue)
                && (claim.holders.iter())
                    .any(|other| held.iter().any(|holder| holder.party == other.party))
        })
        .max_by_key(|claim| claim.trigger);
    // "Merin wants a toll. Orveth declined to comment."
    let vague = content.is_empty() || it || bare && question.is_none();
    let known: &[Claim] = claims;
    let put = || put_forward(scene, known, cue, &held).filter(|_| vague);
    let on = match before.or_else(put) {
        Some(before) => before.on.clone(),
        None if content.is_empty() => return,
        None => {
            let head = words.top(content.clone()).unwrap_or(content.start);
            scene.toward(head, content)
        }
    };
    claims.push(claim(held, cue, on, words.inside(statement.evidence)));
}

/// "declined the invitation", "took no questions from reporters": no position was asked for.
fn is_of_the_press(scene: &Scene, cue: usize, content: &Range<usize>) -> bool {
    let words = scene.words;
    let turned_down = words.object(cue).is_some_and(|object| {
        matches!(
            words.lemma(object),
            "invitation"
                | "invite"
                | "interview"
                | "opportunity"
                | "chance"
                | "meeting"
                | "visit"
                | "appointment"
                | "post"
                | "job"
                | "role"
                | "seat"
                | "honour"
                | "honor"
                | "prize"
        )
    });
    turned_down || content.clone().any(|at| is_press(words, at))
}

/// Nouns of those who ask and of what they write.
pub(in crate::stances) fn is_press(words: &Words, at: usize) -> bool {
    matches!(
        words.lemma(at),
        "media" | "journalist" | "reporter" | "critic" | "criticism" | "gossip" | "tweet"
    )
}

/// "refused to discuss the islands", "would not talk about it": what a party will not have talks about. To decline to
/// discuss something is only not to say.
fn talk_refused(scene: &Scene, cue: usize, content: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let talks = |at: usize| matches!(words.lemma(at), "discuss" | "negotiate" | "debate" | "talk");
    let end = content.end.max(cue + 1);
    let talk = (cue..end.min(cue + 7)).find(|&at| words.is_verb(at) && talks(at))?;
    if talk != cue && words.lemma(cue) != "refuse" {
        return None;
    }
    let about = talk + 1 + usize::from(matches!(words.lower(talk + 1), "about" | "on" | "over"));
    let thing = words.trim(about..end.max(about));
    let matter = words.top(thing.clone())?;
    let telling = matches!(
        words.lemma(matter),
        "detail"
            | "report"
            | "specific"
            | "particular"
            | "content"
            | "rumour"
            | "rumor"
            | "case"
            | "name"
            | "speculation"
            | "position"
            | "stance"
            | "view"
            | "intention"
            | "motive"
            | "thinking"
            | "hypothetical"
            | "identity"
            | "it"
            | "that"
            | "this"
            | "what"
            | "whether"
            | "number"
            | "figure"
            | "plan"
            | "timing"
            | "further"
            | "tactic"
            | "strategy"
            | "conversation"
    );
    let asks = matches!(
        words.lower(thing.start),
        "what" | "whether" | "how" | "why" | "when" | "who"
    );
    // "with the press": what one says of it, not what one has talks about.
    let to_the_press = (matter..end).any(|at| {
        matches!(
            words.lemma(at),
            "press" | "reporter" | "journalist" | "media" | "newspaper" | "public" | "outsider"
        )
    });
    (!telling && !to_the_press && !asks && matches!(words.upos(matter), Upos::Noun | Upos::Propn))
        .then_some(thing)
}

/// Whether a holder is a party as such: no person, spokesman or ministry that was asked.
fn is_body(scene: &Scene, holder: &Holder) -> bool {
    !matches!(
        scene.entities.all[holder.actor].kind,
        EntityKind::Actor(ActorType::Person | ActorType::Unnamed | ActorType::GovernmentBody)
    )
}

fn claim(held: Vec<Holder>, trigger: usize, on: Target, evidence: Range<usize>) -> Claim {
    Claim::plain(
        "declined",
        Stance::DeclinesToSay,
        held,
        trigger,
        on,
        evidence,
    )
}

/// Who refuses: the speaker, or each of those whom the subject counts together ("both declined to comment").
fn refusers(scene: &Scene, statement: &Statement) -> Vec<Holder> {
    let alone = (statement.speaker).and_then(|speaker| Holder::of(scene, speaker));
    if let Some(alone) = alone {
        return vec![alone];
    }
    (statement.source.clone())
        .and_then(|source| scene.words.top(source))
        .map(|source| holders(scene, source))
        .unwrap_or_default()
}

/// "Asked whether it would sign, Orveth dodged the question": the answer stands beside the question, or in the next
/// sentence where asking is a sentence of its own.
fn evaded(scene: &Scene, question: &Asked, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !is_read(words, scene.blocks, question.verb) || !is_of_stance(scene, question) {
        return;
    }
    let sentence = words.sentence_of(question.verb);
    let mut end = words.sentence(sentence).end;
    if question.whom.is_some() && sentence + 1 < words.sentences() {
        end = words.sentence(sentence + 1).end;
    }
    let start = match question.whom {
        Some(_) => question.words.end,
        None => words.sentence(sentence).start,
    };
    let answer = || (start..end).filter(|at| !question.words.contains(at));
    let Some((word, last)) = answer().find_map(|word| Some((word, evasion(scene, word)?))) else {
        return;
    };
    let held = evader(scene, question, start, word);
    // What is answered is answered, whatever comes with it.
    let told = claims.iter().any(|claim| {
        (start..end).contains(&claim.trigger)
            && !question.words.contains(&claim.trigger)
            && (claim.holders.iter()).any(|one| held.iter().any(|other| one.party == other.party))
    });
    if held.is_empty() || told {
        return;
    }
    let content = named(scene, question);
    let head = words.top(content.clone()).unwrap_or(content.start);
    let on = scene.toward(head, content);
    let first = words
        .child(word, &[Rel::Nsubj])
        .map_or(word, |subject| words.subtree(subject).start.min(word));
    claims.push(claim(held, word, on, words.trim(first..last.max(word + 1))));
}

/// Frames of plain words of telling and taking a stand, which evade nothing by themselves ("I did not say that").
const PLAIN: &[&str] = &["untold", "no-stance", "reserved", "later"];

/// Whether an evasive answer stands at a verb, and where it ends.
pub(in crate::stances) fn evasion(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    if !matches!(words.upos(word), Upos::Verb | Upos::Aux) {
        return None;
    }
    let main = match words.rel(word) {
        Rel::Cop | Rel::Aux | Rel::AuxPass => words.head(word).unwrap_or(word),
        _ => word,
    };
    let force = Force::of(words, main);
    let signs = words.signs(words.sentence_of(word));
    let by_idiom = (scene
        .lexicon
        .stances
        .silent_idioms(words.lemma(word), signs))
    .filter(|(idiom, frame)| {
        !PLAIN.contains(&frame.name.as_str())
            && (idiom.rest.iter()).all(|piece| matches!(piece, Piece::Word(_) | Piece::Article))
            && (frame.only == Some(Only::Negated)) == (force.negated || force.never)
    })
    .find_map(|(idiom, _)| idioms::matches(scene, word, idiom));
    if let Some(found) = by_idiom {
        return Some(found.end());
    }
    // "said only that the talks went on", "would only say", "was all she would say"
    let only =
        |at: usize| at < words.len() && matches!(words.lemma(at), "only" | "merely" | "just");
    let says = matches!(
        words.lemma(word),
        "say" | "reply" | "answer" | "respond" | "smile" | "laugh" | "shrug" | "grin"
    );
    let all = words.lemma(word) == "say"
        && matches!(force.modal.as_deref(), Some("would" | "could" | "will"))
        && (word.saturating_sub(12)..word)
            .any(|at| words.lemma(at) == "all" && words.sentence_of(at) == words.sentence_of(word));
    let sparing = says && (only(word + 1) || word > 0 && only(word - 1));
    (all || sparing && !force.negated).then_some(word + 1)
}

/// Who evades: the speaker of the evasion, the subject, whoever stands nearest before it, whoever was asked.
pub(in crate::stances) fn evader(
    scene: &Scene,
    question: &Asked,
    start: usize,
    word: usize,
) -> Vec<Holder> {
    let words = scene.words;
    let speaker = (scene.speaker(word)).and_then(|speaker| Holder::of(scene, speaker));
    if let Some(speaker) = speaker {
        return vec![speaker];
    }
    let told = words
        .subject(word)
        .filter(|subject| !question.words.contains(subject))
        .map(|_| subject_holders(scene, word))
        .unwrap_or_default();
    if !told.is_empty() {
        return told;
    }
    let before = (start..word)
        .rev()
        .filter(|at| !question.words.contains(at) && *at != question.verb)
        .map(|at| holders(scene, at))
        .find(|held| !held.is_empty());
    let found = before.or_else(|| question.whom.map(|whom| holders(scene, whom)));
    if let Some(found) = found.filter(|found| !found.is_empty()) {
        return found;
    }
    // "Asked whether Orveth could live with it, the country's envoy smiled": the country is the one that was asked about.
    let body = (start..word).any(|at| {
        words.rel(at) == Rel::NmodPoss
            && !question.words.contains(&at)
            && matches!(
                words.lemma(at),
                "country"
                    | "nation"
                    | "government"
                    | "union"
                    | "party"
                    | "company"
                    | "group"
                    | "league"
            )
    });
    let about = (question.words.clone())
        .find(|&at| matches!(words.rel(at), Rel::Nsubj | Rel::NsubjPass))
        .filter(|_| body);
    about.map(|about| holders(scene, about)).unwrap_or_default()
}

/// Whether a refusal answers a question: beside it, or in the sentence after it.
pub(in crate::stances) fn is_answer_to(scene: &Scene, question: &Asked, cue: usize) -> bool {
    let words = scene.words;
    let (asked, answered) = (words.sentence_of(question.verb), words.sentence_of(cue));
    !question.words.contains(&cue)
        && (asked == answered || question.whom.is_some() && asked + 1 == answered)
}

/// "answer", "drawn", "say that here": a refusal that names nothing.
fn is_bare(scene: &Scene, content: &Range<usize>) -> bool {
    content.clone().all(|word| {
        let lemma = scene.words.lemma(word);
        match scene.words.upos(word) {
            Upos::Noun | Upos::Propn | Upos::Num => matches!(
                lemma,
                "question"
                    | "answer"
                    | "comment"
                    | "way"
                    | "matter"
                    | "subject"
                    | "court"
                    | "public"
                    | "press"
                    | "stage"
                    | "point"
                    | "moment"
                    | "time"
                    | "day"
                    | "microphone"
            ),
            Upos::Verb | Upos::Aux => matches!(
                lemma,
                "answer"
                    | "reply"
                    | "respond"
                    | "say"
                    | "comment"
                    | "confirm"
                    | "deny"
                    | "draw"
                    | "pin"
                    | "be"
                    | "elaborate"
                    | "disclose"
                    | "reveal"
                    | "discuss"
                    | "speculate"
                    | "engage"
                    | "tell"
            ),
            Upos::Sconj => !matches!(lemma, "whether" | "if" | "how"),
            _ => !matches!(lemma, "what" | "which" | "who" | "why" | "how"),
        }
    })
}

/// What was asked, without the conjunction: of "where Orveth stood on the pilot", the pilot.
pub(in crate::stances) fn named(scene: &Scene, question: &Asked) -> Range<usize> {
    let words = scene.words;
    let start = question.words.start;
    let stand = (question.words.clone()).find(|&at| {
        words.lemma(at) == "stand" && at + 2 < question.words.end && words.lemma(at + 1) == "on"
    });
    if let Some(stand) = stand.filter(|_| words.lemma(start) == "where") {
        return words.trim(stand + 2..question.words.end);
    }
    let marked = matches!(words.lemma(start), "whether" | "if");
    words.trim(start + usize::from(marked)..question.words.end)
}

/// Whether a question is of the stance of whoever is asked: "whether it would sign", "what it could give", "where it
/// stands", "the pilot"; no incident, and no why.
pub(in crate::stances) fn is_of_stance(scene: &Scene, question: &Asked) -> bool {
    let words = scene.words;
    let range = question.words.clone();
    if range.clone().any(|word| is_fact(scene, word)) {
        return false;
    }
    match words.lemma(range.start) {
        "whether" | "if" => {
            // "whether that goes for rents": what "that" is was a stance.
            let that = range.start + 1 < range.end
                && matches!(words.lemma(range.start + 1), "that" | "this")
                && words.rel(range.start + 1) == Rel::Nsubj;
            that || is_own_stance(scene, &range)
        }
        // "Asked by how much, she would not be drawn"
        "what" | "how" | "which"
            if range.len() < 4 && !range.clone().any(|at| words.is_verb(at)) =>
        {
            true
        }
        "what" | "how" | "which" | "where" => range
            .clone()
            .any(|at| is_willed(scene, at) || matches!(words.lemma(at), "stand" | "position")),
        "why" | "when" | "who" => false,
        _ => true,
    }
}

/// "whether it could accept the clause", "the figure": where it stands itself. "whether an attack was planned", "that the
/// paper exists" ask for facts.
fn is_own_stance(scene: &Scene, content: &Range<usize>) -> bool {
    let words = scene.words;
    let mark = (content.clone()).take(5).find(|&at| {
        // "a request | that dividends be suspended": what is asked for.
        let of_noun = at > content.start && words.upos(at - 1) == Upos::Noun;
        matches!(words.lemma(at), "whether" | "if") || words.lemma(at) == "that" && !of_noun
    });
    mark.is_none_or(|mark| {
        (mark + 1..content.end).any(|at| {
            is_willed(scene, at)
                // "whether it was for or against the levy"
                || words.lower(at) == "against"
                || words.lower(at) == "for" && words.lower(at + 1) == "or"
        })
    })
}

/// Verbs of moving in a position.
const SHIFTS: &[&str] = &[
    "shift", "budge", "soften", "harden", "yield", "vote", "abstain",
];

/// Whether a word tells of a will or a stance.
pub(in crate::stances) fn is_willed(scene: &Scene, at: usize) -> bool {
    let words = scene.words;
    let modal = words.upos(at) == Upos::Aux
        && matches!(
            words.lemma(at),
            "would" | "could" | "will" | "can" | "might" | "may" | "should"
        );
    modal
        || words.is_verb(at) && SHIFTS.contains(&words.lemma(at))
        || [
            (StanceWord::Verb, words.is_verb(at)),
            (StanceWord::Adjective, words.upos(at) == Upos::Adj),
            (StanceWord::Verdict, words.upos(at) == Upos::Adj),
        ]
        .into_iter()
        .any(|(class, fits)| {
            fits && (scene.lexicon.stances)
                .of(class, &words.phrasal(at))
                .any(|frame| !matches!(frame.stance, Stance::Proposes | Stance::Offers))
        })
        || words.upos(at) == Upos::Adj
            && matches!(words.lemma(at), "ready" | "prepared" | "willing" | "open")
        || matches!(words.lower(at), "prepared" | "favour" | "favor")
        || words.lower(at) == "consideration" && words.lower(at.saturating_sub(1)) == "under"
}

/// Whether a noun is of what happened or is reported: the `except` of the rules of not saying.
pub(in crate::stances) fn is_fact(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    (scene.lexicon.stances.of(StanceWord::Verb, "decline"))
        .filter(|frame| frame.stance == Stance::DeclinesToSay)
        .any(|frame| frame.except.iter().any(|noun| noun == words.lemma(word)))
}
