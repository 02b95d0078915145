//! What looks like a stance and is none: what everybody wants, what one expects to happen, what is asked of one's own
//! people, answers that name no thing.

use std::ops::Range;

use rapporteur_lexicon::StanceFrame;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::things::{has_to, noun_phrase};
use crate::stances::cues::giving::is_giving;
use crate::stances::cues::verbs::fights;
use crate::stances::cues::verdicts::is_matter;
use crate::stances::modality::told::writes_own;
use crate::stances::modality::wanted::is_wanted;
use crate::stances::no_stance::expected::{expects_of_another, suggests_fact};
use crate::stances::no_stance::prefaces::is_preface;
use crate::words::Words;

/// What everybody may want to do: no term.
const FOR_ALL: &[&str] = &[
    "avoid",
    "prevent",
    "ensure",
    "protect",
    "win",
    "secure",
    "reach",
    "find",
    "understand",
    "learn",
    "help",
    "support",
    "improve",
    "strengthen",
    "build",
    "achieve",
    "solve",
    "resolve",
    "know",
    "give",
    "put",
    "put behind",
    "leave",
    "raise",
    "address",
    "call",
    "thank",
    "stress",
    "clarify",
    "preserve",
    "save",
    "restore",
    "create",
];

/// What one asks of others to hear something, not to have something done.
const WORDS_ONLY: &[&str] = &[
    "explain",
    "clarify",
    "describe",
    "repeat",
    "say",
    "tell",
    "answer",
    "reply",
    "comment",
    "speak",
    "elaborate",
    "specify",
    "talk",
    "confirm",
    "deny",
    "imagine",
    "remember",
    "think",
    "believe",
    "know",
    "guess",
    "trust",
    "forgive",
    "excuse",
    "wait",
    "stay",
    "listen",
    "look",
    "sit",
    "come",
    "join",
    "vote",
    "name",
    "identify",
    "brief",
    "excuse",
];

/// What one binds oneself by joining.
const BINDING: &[&str] = &[
    "pact",
    "treaty",
    "alliance",
    "bloc",
    "convention",
    "union",
    "agreement",
    "deal",
    "coalition",
    "truce",
    "ceasefire",
    "boycott",
    "strike",
    "fund",
    "scheme",
];

/// Who is somebody's and yet another side: "asked its creditors to wait".
const OTHER_SIDES: &[&str] = &[
    "creditor",
    "bondholder",
    "noteholder",
    "lender",
    "donor",
    "neighbour",
    "neighbor",
    "partner",
    "ally",
    "rival",
    "opponent",
    "counterpart",
    "supplier",
    "customer",
    "client",
    "landlord",
    "tenant",
    "employer",
    "owner",
    "guarantor",
    "sponsor",
    "insurer",
    "contractor",
];

/// Whether a verb of wanting, expecting or urging asks nothing of another side; `head` is the head of what it is about.
pub(in crate::stances) fn is_no_term(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
    head: Option<usize>,
) -> bool {
    match frame.name.as_str() {
        // "waters that both states claim": where it is, not what they ask for now.
        "claim" => {
            let words = scene.words;
            words.rel(word) == Rel::AclRelcl && words.lemma(word) == "claim"
        }
        // "bid 40 million for the port": what it would pay.
        "ask-for" if scene.words.lemma(word) == "bid" => {
            scene.words.object(word).is_some_and(|sum| {
                scene.words.upos(sum) == Upos::Num
                    || scene.words.child(sum, &[Rel::Nummod]).is_some()
            })
        }
        // "What Orveth wants is simple": said of the wish.
        "want"
            if head.is_some_and(|head| {
                scene.words.upos(head) == Upos::Adj
                    && scene.words.child(head, &[Rel::Cop]).is_some()
                    && !has_to(scene, head)
            }) =>
        {
            true
        }
        "want" => head.is_some_and(|head| {
            is_wanted_by_all(scene, word, head)
                || is_success(scene.words, word, head)
                || is_noticed(scene.words, word, head)
                || is_preface(scene.words, word, head)
        }),
        "would-like" | "favour" => head.is_some_and(|head| {
            is_noticed(scene.words, word, head) || is_preface(scene.words, word, head)
        }),
        // "has been able to lower it": what was done, not what would be.
        "willing" if scene.words.lemma(word) == "able" => {
            let be = scene.words.child(word, &[Rel::Cop]);
            be.is_some_and(|be| matches!(scene.words.lower(be), "was" | "were" | "been"))
        }
        // "are still looking for the cranes": what was lost, not what is asked for.
        "hold-out" if scene.words.lemma(word) == "look" => head.is_some_and(|head| {
            (scene.words.children_by(head, &[Rel::Det])).any(|det| scene.words.lower(det) == "the")
        }),
        // "demanded to know why": an answer, no deed.
        "demand" => head.is_some_and(|head| {
            has_to(scene, head)
                && matches!(
                    scene.words.lemma(head),
                    "know" | "hear" | "see" | "learn" | "understand" | "speak" | "talk"
                )
        }),
        // "without them the government would need votes": what it would lack, not what it asks for.
        "seek" => {
            let words = scene.words;
            // "seeks to go home"
            if head.is_some_and(|head| has_to(scene, head)) {
                // "needed the village to be one of the five"
                let of_another = words.lemma(word) == "need"
                    && words.child(word, &[Rel::Obj]).is_some_and(|whom| {
                        words.upos(whom) != Upos::Pron
                            && words.child(whom, &[Rel::NmodPoss]).is_none()
                    });
                return words.lemma(word) != "seek" && !of_another
                    || head.is_some_and(|head| is_wanted_by_all(scene, word, head));
            }
            let lacks = || {
                words
                    .children_by(word, &[Rel::Aux])
                    .any(|aux| matches!(words.lemma(aux), "would" | "will" | "may" | "might"))
                    // "needs three quarters of the votes", "needs a little time": what it takes.
                    || head.is_some_and(|head| takes(words, head))
            };
            words.lemma(word) == "need" && lacks()
        }
        // "challenged the cabinet to raise the levy": not the cabinet, but what it shall do.
        "criticise" => {
            let words = scene.words;
            words.lemma(word) == "challenge"
                && words
                    .children_by(word, &[Rel::Xcomp, Rel::Advcl, Rel::Ccomp])
                    .any(|deed| has_to(scene, deed))
        }
        // "is fighting to keep the road open": what for, not against what.
        "oppose" => {
            matches!(scene.words.lemma(word), "fight" | "combat")
                && head.is_some_and(|head| has_to(scene, head))
        }
        "expect" => !expects_of_another(scene, word, head),
        "propose" => head.is_some_and(|head| suggests_fact(scene, word, head)),
        // "asked for time to reflect": neither yes nor no, and nothing of the other side.
        "ask-for" => asks_respite(scene.words, word),
        // "The envoy, asked about the toll, would not speak": no "that", and what follows is told of who was asked.
        "ask-that" => head.is_some_and(|head| {
            let words = scene.words;
            // "asked that her dissent be recorded": a word in the minutes, and nothing else.
            // "“Have you signed?” a reporter asked": a question
            words.subtree(head).any(|at| words.form(at) == "?")
                || words.is_passive(head)
                    && matches!(
                        words.lemma(head),
                        "record"
                            | "minute"
                            | "note"
                            | "reflect"
                            | "register"
                            | "quote"
                            | "circulate"
                            | "append"
                            | "inform"
                            | "brief"
                            | "excuse"
                    )
                || words.rel(head) == Rel::Ccomp
                    && words.child(head, &[Rel::Mark]).is_none()
                    && words.child(head, &[Rel::Nsubj, Rel::NsubjPass]).is_none()
                    && (word + 1..head).any(|at| words.form(at) == ",")
        }),
        // "buys much of the catch": goods; "buys the argument": what one believes.
        "accept" => {
            let words = scene.words;
            let believed = |head: usize| {
                matches!(
                    words.lemma(head),
                    "argument"
                        | "idea"
                        | "claim"
                        | "story"
                        | "line"
                        | "explanation"
                        | "logic"
                        | "reasoning"
                        | "theory"
                        | "plan"
                        | "proposal"
                        | "promise"
                        | "excuse"
                        | "notion"
                        | "assurance"
                        | "it"
                        | "that"
                        | "this"
                        | "premise"
                        | "case"
                )
            };
            words.lemma(word) == "buy" && head.is_some_and(|head| !believed(head))
        }
        // "extended the mandate", "extended the deadline": made longer, given to nobody.
        "offer" => {
            let words = scene.words;
            words.lemma(word) == "extend"
                && head.is_some_and(|head| {
                    matches!(
                        words.lemma(head),
                        "mandate"
                            | "deadline"
                            | "term"
                            | "stay"
                            | "strike"
                            | "period"
                            | "ban"
                            | "talk"
                            | "session"
                            | "meeting"
                            | "truce"
                            | "ceasefire"
                            | "contract"
                            | "lead"
                            | "run"
                            | "lease"
                            | "licence"
                            | "license"
                            | "sanction"
                            | "embargo"
                            | "curfew"
                            | "visit"
                            | "emergency"
                            | "rule"
                            | "reach"
                            | "border"
                            | "line"
                            | "railway"
                            | "road"
                            | "pipeline"
                    )
                })
        }
        // "it speaks for most of the crews": whom it stands for, not what it is for.
        "come-out-for" => {
            let words = scene.words;
            words.lemma(word) == "speak"
                && !words.lower(word + 1).starts_with("out")
                && head.is_some_and(|head| {
                    words
                        .children_by(head, &[Rel::Case])
                        .any(|case| words.lemma(case) == "for")
                })
        }
        // "urged members not to sign": not the members.
        "urge-thing" => (word + 1..scene.words.len())
            .take_while(|&at| {
                scene.words.upos(at) != Upos::Punct
                    && scene.words.lemma(at) != "and"
                    && scene.words.sentence_of(at) == scene.words.sentence_of(word)
            })
            .any(|at| scene.words.lower(at) == "to" && scene.words.upos(at) == Upos::Part),
        // "told its members not to": its own people; "asked Brod to explain": words, no deed.
        "urge" | "ask-to" => {
            let words = scene.words;
            // "wrote to the court to oppose it": who writes opposes it.
            head.is_some_and(|head| writes_own(scene, head, word))
                || head.is_some_and(|head| is_words_only(words, head))
                // "It applies to vessels": whom it binds; "would fight to the last ditch".
                || frame.name == "ask-to" && head.is_some_and(|head| !has_to(scene, head))
                || asks_respite(words, word)
                || words
                    .child(word, &[Rel::Obj, Rel::Iobj])
                    .filter(|&object| !OTHER_SIDES.contains(&words.lemma(object)))
                    .and_then(|object| words.child(object, &[Rel::NmodPoss]))
                    .is_some_and(|owner| words.upos(owner) == Upos::Pron)
        }
        _ => false,
    }
}

/// "asked Brod to explain", but not "to come back with a longer text", "to name a focal point".
fn is_words_only(words: &Words, deed: usize) -> bool {
    let comes_with = words.lemma(deed) == "come"
        && matches!(words.lower(deed + 1), "back" | "forward" | "up")
        && words.with_case(deed, &["with"]).next().is_some();
    let names = words.lemma(deed) == "name"
        && words.object(deed).is_some_and(|whom| {
            (words.children_by(whom, &[Rel::Det])).any(|det| matches!(words.lower(det), "a" | "an"))
        });
    // "not to join the pact", but "to join the talks"
    let binds = words.lemma(deed) == "join"
        && (words.object(deed)).is_some_and(|what| BINDING.contains(&words.lemma(what)));
    WORDS_ONLY.contains(&words.lemma(deed)) && !comes_with && !names && !binds
}

/// Votes, time, luck: what something takes, and no other side gives.
fn takes(words: &Words, head: usize) -> bool {
    let is = |word: usize| {
        matches!(
            words.lemma(word),
            "vote"
                | "majority"
                | "quorum"
                | "consensus"
                | "unanimity"
                | "time"
                | "luck"
                | "patience"
                | "friend"
                | "ally"
                | "partner"
                | "sleep"
                | "rest"
                | "rain"
        )
    };
    let backed = words.lemma(head) == "support" && words.with_case(head, &["of"]).next().is_some();
    backed || is(head) || words.with_case(head, &["of"]).any(is)
}

/// "asked for time", "asked for time to reflect", but not "for more time to pay", which the other side would give.
fn asks_respite(words: &Words, word: usize) -> bool {
    word + 2 < words.len() && words.lower(word + 1) == "for" && words.lower(word + 2) == "time"
}

/// "wants to go home", but not "wants to pump water": what others would not have to bear.
fn is_wanted_by_all(scene: &Scene, word: usize, head: usize) -> bool {
    let words = scene.words;
    let deed = has_to(scene, head)
        && words.is_verb(head)
        && words.rel(head) == Rel::Xcomp
        && words.child(word, &[Rel::Obj, Rel::Iobj]).is_none()
        && words.child(head, &[Rel::Nsubj]).is_none();
    // "want to be consulted": what others would have to do.
    let suffers = words.child(head, &[Rel::AuxPass]).is_some()
        && matches!(
            words.lemma(head),
            "consult"
                | "notify"
                | "inform"
                | "compensate"
                | "reimburse"
                | "indemnify"
                | "exempt"
                | "spare"
                | "recognise"
                | "recognize"
                | "include"
                | "represent"
                | "incorporate"
                | "integrate"
                | "absorb"
                | "release"
                | "free"
                | "reinstate"
                | "treat"
                | "protect"
                | "connect"
                | "supply"
                | "rehouse"
                | "relocate"
                | "count"
        );
    if suffers {
        return false;
    }
    let giving = is_giving(scene, head) && !FOR_ALL.contains(&words.lemma(head));
    // "wants to raise the pension age", but not "to raise the question": a thing that is bargained over.
    let bargained = || {
        let thing = words
            .object(head)
            .or_else(|| words.with_case(head, &["with", "for", "to"]).next());
        !WORDS_ONLY.contains(&words.lemma(head))
            && thing.is_some_and(|thing| {
                !matches!(
                    words.lemma(thing),
                    "question"
                        | "issue"
                        | "matter"
                        | "subject"
                        | "topic"
                        | "concern"
                        | "point"
                        | "objection"
                        | "awareness"
                        | "problem"
                        | "debate"
                        | "discussion"
                ) && is_matter(scene, &noun_phrase(scene, thing))
            })
    };
    deed && !giving && !bargained()
}

/// "would like somebody to notice", "wants people to know": no deed of another side's.
fn is_noticed(words: &Words, word: usize, head: usize) -> bool {
    let perceives = |at: usize| {
        matches!(
            words.lemma(at),
            "notice" | "know" | "see" | "understand" | "listen" | "remember" | "think" | "believe"
        )
    };
    let anybody = |at: usize| {
        matches!(
            words.lower(at),
            "somebody"
                | "someone"
                | "anybody"
                | "anyone"
                | "everybody"
                | "everyone"
                | "people"
                | "you"
        )
    };
    let deeds = (words.children_by(word, &[Rel::Xcomp, Rel::Ccomp])).chain([head]);
    let (mut perceived, mut whom) = (false, false);
    for deed in deeds {
        perceived |= perceives(deed) || (words.children_by(deed, &[Rel::Acl])).any(perceives);
        whom |= anybody(deed) || (words.children_by(deed, &[Rel::Nsubj])).any(anybody);
    }
    perceived && (whom || (words.children_by(word, &[Rel::Obj])).any(anybody))
}

/// "wants the talks to succeed": so does everybody.
fn is_success(words: &Words, word: usize, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "succeed" | "work" | "prosper" | "progress" | "flourish" | "thrive"
    ) && (words.children_by(word, &[Rel::Obj]))
        .chain(words.children_by(head, &[Rel::Nsubj]))
        .any(|what| {
            matches!(
                words.lemma(what),
                "talk"
                    | "negotiation"
                    | "process"
                    | "effort"
                    | "mission"
                    | "meeting"
                    | "summit"
                    | "mediation"
                    | "dialogue"
                    | "deal"
                    | "truce"
                    | "round"
            )
        })
}

/// Whether what a stance is toward names no thing, or the words deny a claim and reject no term.
pub(in crate::stances) fn says_nothing(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
    head: usize,
    phrase: &Range<usize>,
) -> bool {
    let words = scene.words;
    // "something to which, he told parliament, …": no thing of the telling.
    if frame.stance == Stance::Demands
        && phrase.len() == 1
        && matches!(words.lemma(head), "which" | "whom")
    {
        return true;
    }
    if words.lemma(head) == "body" && words.lower(head.saturating_sub(1)) == "dead" {
        return true;
    }
    // "could be considered a breach": called one.
    if frame.stance == Stance::Open
        && words.is_passive(word)
        && words
            .child(word, &[Rel::Xcomp])
            .is_some_and(|called| !words.is_verb(called))
    {
        return true;
    }
    // "will settle for nothing less"
    if words.lemma(phrase.start) == "nothing" && frame.stance != Stance::Demands {
        return true;
    }
    // "agree on little"
    if phrase.len() == 1
        && words.form(head + 1) != "-"
        && matches!(
            words.lemma(head),
            "little"
                | "much"
                | "nothing"
                | "something"
                | "anything"
                | "everything"
                | "more"
                | "less"
                | "all"
        )
        // "The zones, yes, we agreed to those": not what was told before.
        || phrase.len() == 1 && matches!(words.lower(head), "those" | "these")
    {
        return true;
    }
    // "agrees that", before a clause that the tree lost; "will not agree to that" points back.
    if phrase.len() == 1 && words.lemma(head) == "that" && !points_back(words, head) {
        return true;
    }
    if matches!(
        words.lemma(head),
        "name" | "identify" | "quote" | "remain" | "speak"
    ) && words.is_verb(head)
        && has_to(scene, head)
    {
        return true;
    }
    // "asked what she might give"
    if frame.stance == Stance::Demands
        && matches!(
            words.lemma(phrase.start),
            "what" | "whether" | "who" | "how" | "why"
        )
    {
        return true;
    }
    if words.lemma(word) == "refuse" && words.child(word, &[Rel::Iobj]).is_some() {
        return true;
    }
    // "accepts that the border is porous": a fact.
    if frame.stance == Stance::Accepts
        && words.rel(head) == Rel::Ccomp
        && !is_wanted(scene, head)
        && words
            .children_by(head, &[Rel::Cop])
            .any(|be| matches!(words.lower(be), "is" | "are" | "was" | "were" | "'s" | "’s"))
        && words.child(head, &[Rel::Aux]).is_none()
    {
        return true;
    }
    // "will discuss the report on Monday", "it will be discussed": on the agenda, whatever anybody holds of it.
    if frame.stance == Stance::Open
        && matches!(words.lemma(word), "discuss" | "debate")
        && words.is_verb(word)
        && words
            .children_by(word, &[Rel::Aux])
            .any(|aux| matches!(words.lower(aux), "will" | "'ll" | "’ll"))
        && words
            .child(word, &[Rel::Nsubj, Rel::NsubjPass])
            .is_some_and(|subject| words.upos(subject) != Upos::Pron)
    {
        return true;
    }
    // "The council will consider the draft on Friday"
    if frame.stance == Stance::Open
        && matches!(
            words.lemma(word),
            "consider" | "study" | "examine" | "review" | "debate"
        )
        && (words.children_by(word, &[Rel::Aux])).any(|aux| words.lower(aux) == "will")
        && (words.child(word, &[Rel::Nsubj])).is_some_and(|body| {
            matches!(
                words.lemma(body),
                "commission"
                    | "committee"
                    | "council"
                    | "assembly"
                    | "parliament"
                    | "plenary"
                    | "conference"
                    | "court"
                    | "senate"
                    | "congress"
                    | "group"
                    | "meeting"
            )
        })
    {
        return true;
    }
    // "prefers not to give up the port": for nothing that is told.
    if frame.stance == Stance::Supports
        && words.lemma(word) == "prefer"
        && words.is_verb(head)
        && words.negation(head).is_some()
    {
        return true;
    }
    // "has no intention of blocking the deal"
    if frame.stance == Stance::Rejects && fights(scene, head) && words.is_verb(head) {
        let intent =
            |at: usize| matches!(words.lemma(at), "intention" | "plan" | "wish" | "desire");
        if intent(word) || words.head(head).is_some_and(intent) {
            return true;
        }
    }
    // "as she likes to put it"
    let puts = words.lemma(head) == "put" && words.lower(head + 1) == "it"
        || matches!(
            words.lemma(head),
            "say" | "call" | "joke" | "recall" | "tell"
        );
    if frame.stance == Stance::Supports
        && (is_telling(words, head)
            || puts && words.lemma(word) == "like" && words.is_verb(head) && has_to(scene, head))
    {
        return true;
    }
    frame.stance == Stance::Rejects && denies_claim(scene, word, head)
}

/// Whether "that" stands for something told before: nothing follows that it could open.
fn points_back(words: &Words, that: usize) -> bool {
    let next = that + 1;
    next >= words.len()
        || words.sentence_of(next) != words.sentence_of(that)
        || matches!(
            words.upos(next),
            Upos::Punct | Upos::Cconj | Upos::Adv | Upos::Adp
        )
        || matches!(words.lower(next), "if" | "unless" | "once" | "provided")
}

/// "rejected suggestions that it was taking sides": denies it.
fn denies_claim(scene: &Scene, word: usize, head: usize) -> bool {
    let words = scene.words;
    matches!(
        words.lemma(head),
        "suggestion" | "claim" | "idea" | "notion" | "assertion" | "contention"
    ) && words
        .children_by(head, &[Rel::Acl, Rel::Ccomp, Rel::AclRelcl])
        .any(|clause| {
            clause > head
                // "an idea that Brod rejected": the rejection itself.
                && clause != word
                && !has_to(scene, clause)
                // "the suggestion that observers be sent": a deed, no claim.
                && !is_wanted(scene, clause)
                && words.child(clause, &[Rel::Mark]).is_some()
                && !words.children_by(clause, &[Rel::Aux]).any(|aux| {
                    matches!(
                        words.lemma(aux),
                        "should" | "must" | "would" | "could" | "might"
                    )
                })
        })
}

/// "is fond of saying that": what one likes to say is no term.
pub(in crate::stances) fn is_telling(words: &Words, head: usize) -> bool {
    words.xpos(head) == Xpos::Vbg
        && matches!(
            words.lemma(head),
            "say"
                | "tell"
                | "note"
                | "point"
                | "quote"
                | "repeat"
                | "recall"
                | "remind"
                | "stress"
                | "remark"
                | "joke"
                | "observe"
                | "boast"
                | "cite"
                | "declare"
                | "insist"
        )
}

/// What "agreed to" do with a thing is no more than talking about it.
const DISCUSSING: &[&str] = &[
    "discuss",
    "consider",
    "explore",
    "examine",
    "study",
    "look at",
    "look into",
    "entertain",
    "contemplate",
    "weigh",
    "talk about",
    "think about",
    "ponder",
    "mull",
    "think over",
    "sleep on",
    "reflect",
    "reflect on",
];

/// Whether a deed is no more than talk: "agreed to discuss the fund".
pub(in crate::stances) fn is_discussing(words: &Words, deed: usize) -> bool {
    let next = words.lower((deed + 1).min(words.len() - 1));
    DISCUSSING.contains(&words.phrasal(deed).as_ref())
        // "look into it", where the preposition belongs to the thing.
        || match words.lemma(deed) {
            "look" => matches!(next, "at" | "into"),
            "think" => matches!(next, "about" | "over" | "it"),
            "sleep" | "reflect" => next == "on",
            _ => false,
        }
}
