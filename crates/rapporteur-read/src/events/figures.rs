//! Words of deeds that tell none: idioms, what anybody does, what is only wished for or willing, measures told as background.

use rapporteur_model::EventType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::circumstances::is_hosting;
use super::deeds::{Deed, Reader, Shape};
use super::status::{Modality, modality};

/// Particles that make a verb of movement, holding or sitting a figure of speech.
const FIGURES: &[&str] = &[
    "along", "ahead", "through", "under", "up", "down", "over", "without", "about", "round",
    "clean", "off", "out", "forward", "by", "against", "aside",
];

/// Nouns of will: what somebody is ready, willing or entitled to do is not done.
const OF_WILL: &[&str] = &[
    "readiness",
    "willingness",
    "unwillingness",
    "reluctance",
    "appetite",
    "desire",
    "wish",
    "intention",
    "idea",
    "request",
    "demand",
    "call",
    "right",
    "ability",
    "power",
    "freedom",
    "duty",
    "chance",
    "need",
    "proposal",
    "offer",
    "refusal",
    "permission",
    "appeal",
    "insistence",
    "suggestion",
];

impl Reader<'_, '_> {
    /// Whether a word of a deed tells none here.
    pub(super) fn is_idle(&self, deed: Deed) -> bool {
        self.is_idiom(deed)
            || self.is_only_spoken_of(deed)
            || self.is_in_a_plan(deed)
            || self.is_habit(deed)
            || self.is_anybodys(deed)
            || self.is_only_willed(deed)
            || self.is_background(deed)
            || self.is_as_a_rule(deed)
            || self.is_of_a_text(deed)
            || self.is_of_any(deed)
            || self.is_left_over(deed)
            || self.is_toll(deed)
            || self.is_of_a_member(deed)
            || self.hyphenated(deed.head)
    }

    /// "go along with", "hold up the talks", "left it to a vote", "called on both to sign".
    fn is_idiom(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        if deed.shape != Shape::Verb {
            return false;
        }
        let lemma = words.lemma(verb);
        let particle = words
            .children(verb)
            .filter(|&child| child > verb && child < verb + 3)
            .find(|&child| {
                matches!(words.rel(child), Rel::CompoundPrt | Rel::Advmod)
                    && FIGURES.contains(&words.lemma(child))
            });
        let object = words
            .child(verb, &[Rel::Obj])
            .filter(|&object| object > verb && !self.is_time(object));
        match lemma {
            "go" | "come" | "head" | "return" | "get"
                if particle.is_some() || self.is_compared(verb) || !self.has_direction(verb) =>
            {
                true
            }
            "go" | "come" | "head" | "return" | "get" => false,
            "travel" | "move" | "journey" if self.is_compared(verb) => true,
            // "the two will meet in the middle", "meet them halfway"
            "meet"
                if (verb + 1..words.len().min(verb + 5)).any(|word| {
                    words.lemma(word) == "halfway"
                        || words.lemma(word) == "middle"
                            && words.child(word, &[Rel::Nmod]).is_none()
                }) =>
            {
                true
            }
            // "will not part with the field"
            "part" if words.with_case(verb, &["with"]).next().is_some() => true,
            // "would welcome the Syrians": says that it would be glad
            "welcome" if modality(words, verb) != Modality::Fact => true,
            // "struck out the clause", "strikes a milder note"
            "strike"
                if particle.is_some_and(|child| words.lemma(child) == "out")
                    || words.lower((verb + 1).min(words.len() - 1)) == "out" =>
            {
                true
            }
            // "drive until two in the morning"
            "drive" | "sail" | "jet" | "journey" | "fly" | "land" => {
                self.class(deed).name == "travel" && self.directions(verb).next().is_none()
            }
            // "signed up to the plan"
            "sign" if particle.is_some_and(|child| words.lemma(child) == "up") => true,
            "hold" | "sign" | "break" if particle.is_some() => {
                lemma != "break" && !self.class(deed).joint
            }
            "leave" => object.is_some_and(|object| {
                // What is left to somebody, open or alone is not left behind.
                let behind = words.children(verb).any(|child| {
                    let so = words.rel(child) == Rel::Xcomp
                        || words.rel(child) == Rel::Advcl
                            && words.child(child, &[Rel::Mark]).is_none();
                    child > object
                        && (so
                            || words.child(child, &[Rel::Case]).is_some_and(|case| {
                                matches!(words.lemma(case), "to" | "with" | "of" | "for")
                            }))
                });
                (words.upos(object) == Upos::Pron || words.xpos(verb) == Xpos::Vbg) && behind
                    || self.entities.actor(object).is_none()
                        && !self.is_named_place(object)
                        && behind
            }),
            "call" => {
                let on = words.form(verb + 1).eq_ignore_ascii_case("on")
                    || words.form(verb + 1).eq_ignore_ascii_case("upon");
                on && (self.class(deed).kind == Some(EventType::Consult))
                    && (words.with_case(verb, &["on", "upon"]).any(|noun| {
                        words
                            .children_by(noun, &[Rel::Acl, Rel::Xcomp])
                            .any(|clause| self.has_to(clause))
                    }) || words
                        .children_by(verb, &[Rel::Xcomp, Rel::Advcl, Rel::Ccomp])
                        .any(|clause| self.has_to(clause)))
            }
            // "and, joined by Merin, sought …"
            "join" => {
                words.xpos(verb) == Xpos::Vbn
                    && matches!(
                        words.rel(verb),
                        Rel::Acl | Rel::Advcl | Rel::Conj | Rel::Parataxis
                    )
                    && words.child(verb, &[Rel::Aux, Rel::AuxPass]).is_none()
            }
            // "a deal struck over its head"
            "strike" | "reach" | "seal" => {
                matches!(words.rel(verb), Rel::Acl | Rel::Ccomp)
                    && words
                        .ancestors(verb)
                        .take(3)
                        .any(|above| is_wish(words.lemma(above)))
            }
            "receive" | "welcome" | "greet" | "entertain" | "host" => {
                self.class(deed).name == "host"
                    && object.is_some_and(|object| {
                        matches!(
                            words.lemma(object),
                            "visitor"
                                | "refugee"
                                | "migrant"
                                | "guest"
                                | "caller"
                                | "reporter"
                                | "tourist"
                                | "people"
                                | "pilgrim"
                        ) && self.entities.at(object).is_none()
                    })
            }
            _ => false,
        }
    }

    /// "rejected a withdrawal", "accepts a visit", "has no vote": a noun under a verb of stance or of having tells no deed.
    fn is_only_spoken_of(&self, deed: Deed) -> bool {
        let words = self.words;
        // What is told to the press is a statement.
        if self.class(deed).name == "press-conference" {
            return deed.shape != Shape::Aspect;
        }
        if deed.shape != Shape::Light {
            return false;
        }
        let verb = words.lemma(deed.clause);
        if words.lemma(deed.head) == "vote" {
            return !matches!(
                verb,
                "hold" | "stage" | "schedule" | "plan" | "call" | "postpone" | "begin" | "open"
            );
        }
        // "was doing the rounds"
        if words.lemma(deed.head) == "round" && matches!(verb, "do" | "make") {
            return true;
        }
        matches!(
            verb,
            "reject"
                | "accept"
                | "seek"
                | "offer"
                | "approve"
                | "express"
                | "voice"
                | "claim"
                | "reiterate"
                | "repeat"
                | "place"
                | "face"
                | "suffer"
        ) && self.class(deed).kind != Some(EventType::Assault)
    }

    /// "Under the plan, troops leave the town": what a text has happen, unless it is told as done.
    fn is_in_a_plan(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        let done = matches!(words.xpos(verb), Xpos::Vbd)
            || words
                .children_by(verb, &[Rel::Aux, Rel::AuxPass])
                .any(|aux| matches!(words.xpos(aux), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp));
        !done
            && words.with_case(verb, &["under"]).any(|text| {
                matches!(
                    words.lemma(text),
                    "plan"
                        | "proposal"
                        | "draft"
                        | "deal"
                        | "agreement"
                        | "accord"
                        | "term"
                        | "text"
                        | "scheme"
                        | "arrangement"
                        | "pact"
                        | "offer"
                        | "compromise"
                        | "formula"
                        | "roadmap"
                        | "protocol"
                        | "treaty"
                )
            })
    }

    /// "yearly releases", "regular meetings": no one deed.
    fn is_habit(&self, deed: Deed) -> bool {
        let words = self.words;
        if self.is_what_one_does(deed) {
            return true;
        }
        words.xpos(deed.head) == Xpos::Nns
            && words.children_by(deed.head, &[Rel::Amod]).any(|often| {
                matches!(
                    words.lemma(often),
                    "yearly"
                        | "annual"
                        | "monthly"
                        | "weekly"
                        | "daily"
                        | "regular"
                        | "periodic"
                        | "frequent"
                        | "occasional"
                        | "routine"
                )
            })
    }

    /// "who shuttles between the camps", "who goes by the name of Red": a present without a time tells who somebody is.
    fn is_what_one_does(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        let present = matches!(deed.shape, Shape::Verb | Shape::Light)
            && words.rel(verb) == Rel::AclRelcl
            && matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp)
            && words.child(verb, &[Rel::Aux, Rel::AuxPass]).is_none();
        let who = words
            .child(verb, &[Rel::Nsubj])
            .is_some_and(|subject| words.lemma(subject) == "who");
        let timed = words.children(verb).any(|child| {
            self.is_time(child) || words.children(child).any(|deeper| self.is_time(deeper))
        });
        // "who chaired Tuesday's meeting"
        let chair = deed.shape == Shape::Light
            && words.rel(verb) == Rel::AclRelcl
            && is_hosting(words.lemma(verb));
        (present && !timed || chair) && who
    }

    /// "come closer to an accord", "goes further still"
    fn is_compared(&self, verb: usize) -> bool {
        matches!(
            self.words.lemma(verb + 1),
            "first"
                | "second"
                | "last"
                | "close"
                | "closer"
                | "near"
                | "nearer"
                | "far"
                | "further"
                | "beyond"
                | "below"
                | "above"
                | "too"
                | "deep"
                | "deeper"
                | "apart"
                | "unanswered"
                | "true"
                | "short"
        ) || matches!(
            self.words.form(verb + 1),
            "closer" | "nearer" | "further" | "farther"
        )
    }

    /// Whether a verb of movement has a where to, a where from or a when.
    fn has_direction(&self, verb: usize) -> bool {
        let words = self.words;
        let abstract_ends = |noun: &usize| {
            matches!(
                words.lemma(*noun),
                "arbitration"
                    | "court"
                    | "war"
                    | "referendum"
                    | "ballot"
                    | "press"
                    | "print"
                    | "trial"
                    | "poll"
                    | "extreme"
                    | "length"
                    | "conclusion"
                    | "term"
                    | "light"
                    | "effect"
                    | "force"
                    | "nothing"
                    | "naught"
                    | "blow"
                    | "mind"
            )
        };
        words
            .with_case(
                verb,
                &[
                    "to", "in", "into", "for", "from", "at", "between", "on", "via", "by",
                ],
            )
            .any(|noun| !abstract_ends(&noun))
            || words.children(verb).any(|child| {
                matches!(
                    words.lemma(child),
                    "home"
                        | "there"
                        | "here"
                        | "abroad"
                        | "back"
                        | "away"
                        | "together"
                        | "again"
                        | "later"
                ) || self.is_time(child)
            })
    }

    /// Where a movement leads or begins, without its times.
    fn directions(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        let cases = [
            "to", "in", "into", "for", "from", "at", "between", "via", "over", "across",
        ];
        let words = self.words;
        let nouns: Vec<usize> = words.with_case(verb, &cases).collect();
        let home = words
            .children(verb)
            .filter(move |&child| matches!(words.lemma(child), "home" | "back" | "there" | "here"));
        nouns
            .into_iter()
            .filter(|&noun| !self.is_time(noun) && words.upos(noun) != Upos::Verb)
            .chain(home)
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn has_to(&self, clause: usize) -> bool {
        self.words
            .children(clause)
            .any(|child| self.words.xpos(child) == Xpos::To)
    }

    /// "You do not haggle over people", "nobody leaves": what anybody does or does not do.
    fn is_anybodys(&self, deed: Deed) -> bool {
        let words = self.words;
        let Some(subject) = self.doer(deed.clause).filter(|_| deed.shape != Shape::Noun) else {
            return false;
        };
        let general = match words.lemma(subject) {
            "you" | "one" | "nobody" | "anyone" | "anybody" | "everybody" | "everyone" => {
                words.upos(subject) != Upos::Num || words.child(subject, &[Rel::Nmod]).is_none()
            }
            _ => false,
        };
        let told = words.xpos(deed.clause) == Xpos::Vbd
            || words
                .children_by(deed.clause, &[Rel::Aux])
                .any(|aux| words.xpos(aux) == Xpos::Vbd && words.lemma(aux) != "do");
        general && !told
    }

    /// "the readiness of Merin to share data", "wants the deal ratified", "nothing to be pardoned for".
    fn is_only_willed(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        let Some(above) = words.head(verb) else {
            return false;
        };
        // "provided that inspections are carried out jointly"
        if words.form(above) == "provided" && words.rel(verb) == Rel::Ccomp {
            return true;
        }
        // "the readiness of Merin to share data", with the clause hung on the verb before
        if words.rel(verb) == Rel::Advcl
            && let Some(before) = words
                .children(verb)
                .find(|&child| words.xpos(child) == Xpos::To)
                .and_then(|to| to.checked_sub(1))
        {
            let noun = std::iter::once(before).chain(words.ancestors(before).take(2));
            if noun.into_iter().any(|noun| {
                words.upos(noun) == Upos::Noun
                    && OF_WILL.contains(&words.lemma(noun))
                    && noun < verb
            }) {
                return true;
            }
        }
        match words.rel(verb) {
            Rel::Acl if self.has_to(verb) => {
                let passive = words.child(verb, &[Rel::AuxPass]).is_some();
                let own = OF_WILL.contains(&words.lemma(above))
                    || words.head(above).is_some_and(|noun| {
                        words.upos(noun) == Upos::Noun
                            && words.rel(above) == Rel::Nmod
                            && OF_WILL.contains(&words.lemma(noun))
                    });
                own || passive
            }
            Rel::Xcomp | Rel::Ccomp | Rel::Acl if words.xpos(verb) == Xpos::Vbn => {
                let want = if words.is_verb(above) {
                    Some(above)
                } else {
                    words.head(above)
                };
                words.child(verb, &[Rel::Aux, Rel::AuxPass]).is_none()
                    && want.is_some_and(|want| {
                        matches!(
                            words.lemma(want),
                            "want" | "need" | "like" | "prefer" | "wish" | "demand" | "see"
                        ) && words.is_verb(want)
                    })
            }
            _ => false,
        }
    }

    /// "its ban on lorries", "the 2019 annexation of the hills": measures in force, told by a noun that no verb carries. "The
    /// seizure last Friday of four boats" is one deed.
    fn is_background(&self, deed: Deed) -> bool {
        let words = self.words;
        let of_a_day = || {
            let sentence = words.sentence(words.sentence_of(deed.head));
            let day = |edtf: &str| edtf.len() >= 7 && !edtf.ends_with("..");
            self.dates.among(&sentence).any(|(_, date)| {
                date.edtf.as_ref().is_some_and(|edtf| day(edtf.as_str()))
                    && (date.words.start == deed.head + 1
                        || (date.words.clone()).any(|word| words.head(word) == Some(deed.head)))
            })
        };
        deed.shape == Shape::Noun
            && !of_a_day()
            && matches!(
                words.lemma(deed.head),
                "ban"
                    | "annexation"
                    | "occupation"
                    | "blockade"
                    | "siege"
                    | "embargo"
                    | "sanction"
                    | "boycott"
                    | "mortar"
                    | "invasion"
                    | "war"
                    | "conflict"
                    | "fighting"
                    | "embargoes"
                    | "restriction"
                    | "lawsuit"
                    | "complaint"
                    | "charge"
                    | "probe"
                    | "accusation"
                    | "curfew"
                    | "closure"
                    | "seizure"
                    | "lockout"
                    | "strike"
                    | "shelling"
                    | "bombardment"
                    | "inquiry"
                    | "enquiry"
                    | "investigation"
                    | "inspection"
                    | "interrogation"
                    | "audit"
                    | "cooperation"
                    | "co-operation"
                    | "collaboration"
                    | "mediation"
                    | "repression"
                    | "harassment"
                    | "persecution"
                    | "unrest"
                    | "hostility"
                    | "imprisonment"
                    | "detention"
                    | "dissent"
            )
    }

    /// "more than 6,000 people have been killed", "nobody was injured": how many, and no one deed.
    fn is_toll(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        if deed.shape != Shape::Verb || self.class(deed).name != "kill" {
            return false;
        }
        let nobody = self
            .thing(verb)
            .is_some_and(|thing| matches!(words.lemma(thing), "nobody" | "none" | "no-one"));
        let so_far = self.is_passive(verb)
            && words.child(verb, &[Rel::OblAgent]).is_none()
            && (words.children_by(verb, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have");
        // "an attack that killed 23", "shells fell and killed two": what came of it
        let came_of_it = words.head(verb).is_some_and(|above| match words.rel(verb) {
            Rel::AclRelcl | Rel::Acl => true,
            Rel::Conj => (self.predicate(above))
                .is_some_and(|other| self.class(other).kind == Some(EventType::Assault)),
            _ => false,
        });
        nobody || so_far || came_of_it && !self.is_passive(verb)
    }

    /// "Brod tabled a paper on quotas": what a member of a conference brings is a proposal; what a chair, an envoy or a mediator
    /// hands round, or what is handed to somebody or on a day, is a deed.
    fn is_of_a_member(&self, deed: Deed) -> bool {
        let words = self.words;
        deed.shape == Shape::Verb
            && self.class(deed).name == "hand-over"
            && matches!(
                words.lemma(deed.clause),
                "table" | "introduce" | "submit" | "present"
            )
            && self.recipients(deed).is_empty()
            && !self.is_of_a_day(deed)
            && self.doer(deed.clause).is_some_and(|noun| {
                let who = self.entities.actors(words, noun);
                !who.is_empty() && who.iter().all(|&id| self.is_group(id))
            })
    }

    /// "leaving 31 ships at anchor", "with eight days left", "left it at that": what remains so, where nobody goes away.
    fn is_left_over(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        if deed.shape != Shape::Verb || words.lemma(verb) != "leave" {
            return false;
        }
        let alone = words.child(verb, &[Rel::Aux, Rel::AuxPass]).is_none();
        let object = words.child(verb, &[Rel::Obj]);
        let place = object.is_some_and(|noun| self.is_place(noun));
        let it = object.is_some_and(|noun| words.lower(noun) == "it");
        alone
            && match words.xpos(verb) {
                Xpos::Vbg => words.rel(verb) == Rel::Advcl && object.is_some() && !place,
                Xpos::Vbn => true,
                _ => false,
            }
            || it
    }

    /// "a go-between", "a hold-up": part of a word.
    fn hyphenated(&self, word: usize) -> bool {
        let words = self.words;
        let spans = &words.syntax.tokens.spans;
        let joined = |hyphen: usize| {
            hyphen > 0
                && hyphen + 1 < words.len()
                && matches!(words.form(hyphen), "-" | "‑")
                && spans[hyphen - 1].end == spans[hyphen].start
                && spans[hyphen].end == spans[hyphen + 1].start
        };
        words.upos(word) == Upos::Verb && (joined(word + 1) || word > 0 && joined(word - 1))
    }
}

fn is_wish(lemma: &str) -> bool {
    matches!(
        lemma,
        "fear"
            | "fears"
            | "worry"
            | "hope"
            | "want"
            | "dread"
            | "doubt"
            | "expect"
            | "seek"
            | "oppose"
    )
}
