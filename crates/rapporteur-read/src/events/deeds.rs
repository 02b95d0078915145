//! Deeds as the trees show them: which class a verb or noun belongs to here, and who stands where.

use rapporteur_lexicon::{Hedges, WordSet};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::called_off::called_off;
use super::classes::{Class, Classes, Entry, Side};
use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::Entities;
use crate::words::{Words, lowered};

/// A word that names a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deed {
    /// The verb or noun that names it.
    pub head: usize,
    /// The predicate that bears tense and subject: the verb itself, or the light verb of the noun.
    pub clause: usize,
    /// Which class.
    pub class: usize,
    /// The word whose lemma is its label: the head, or for "a seventh" the round before.
    pub named: usize,
    /// How it was read.
    pub shape: Shape,
}

/// How a deed is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "met"
    Verb,
    /// "held talks"
    Light,
    /// "talks resumed"
    Aspect,
    /// "was moved to Friday": what is to come instead
    Moved,
    /// "a visit by Fenn"
    Noun,
    /// "is ready to"
    Adjective,
}

impl Shape {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Verb => "verb",
            Self::Light => "light-verb",
            Self::Aspect => "noun-subject",
            Self::Moved => "moved",
            Self::Noun => "noun",
            Self::Adjective => "adjective",
        }
    }
}

/// What deeds are read from.
pub(crate) struct Reader<'a, 'w> {
    pub words: &'a Words<'w>,
    pub blocks: &'a Blocks,
    pub entities: &'a Entities,
    pub dates: &'a Dates,
    pub classes: &'static Classes,
    pub hedges: &'a Hedges,
}

impl Reader<'_, '_> {
    pub(crate) fn class(&self, deed: Deed) -> &'static Class {
        &self.classes.all[deed.class]
    }

    /// The deed that a predicate tells: by itself, with its object, or by its subject.
    pub(crate) fn predicate(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        if words.upos(word) == Upos::Adj || words.upos(word) == Upos::Noun {
            if let Some(deed) = self.adjective(word) {
                return Some(deed);
            }
            return words
                .child(word, &[Rel::Cop])
                .and_then(|_| self.noun(word))
                .filter(|deed| !self.class(*deed).record)
                .map(|deed| Deed {
                    clause: word,
                    ..deed
                });
        }
        if words.upos(word) != Upos::Verb {
            return None;
        }
        let lemma = words.lemma(word);
        let entries = self
            .classes
            .verbs
            .get(lemma)
            .or_else(|| self.by_form(word))
            .map_or(&[][..], Vec::as_slice);
        let demanding = |entry: &&Entry| {
            let class = &self.classes.all[entry.class];
            !class.objects.is_empty() || !entry.rest.is_empty() || !class.of.is_empty()
        };
        let fitting = |entry: &&Entry| self.fits(word, entry);
        let verb = |entry: &Entry| {
            let class = &self.classes.all[entry.class];
            let head = match class.of.is_empty() {
                true => word,
                false => self.doer(word).unwrap_or(word),
            };
            let named = if class.by_verb { word } else { head };
            Deed {
                head,
                clause: word,
                class: entry.class,
                named,
                shape: Shape::Verb,
            }
        };
        if lemma == "be"
            && let Some(deed) = self.carried(word)
        {
            return Some(deed);
        }
        if let Some(entry) = entries.iter().filter(demanding).find(fitting) {
            return Some(verb(entry));
        }
        // "has been called off" carries nothing.
        if self.classes.light.contains(lemma) && !called_off(words, word) {
            let carried = self
                .thing(word)
                .into_iter()
                .chain(words.with_case(word, &["in", "on", "into", "at", "for", "under"]));
            for noun in carried {
                if words.upos(noun) != Upos::Noun {
                    continue;
                }
                if let Some(deed) = self.noun(self.counted(noun)).or_else(|| self.noun(noun)) {
                    // "calls the stoppage illegal"
                    let named = lemma == "call"
                        && words
                            .child(noun, &[Rel::Det])
                            .is_some_and(|det| words.lemma(det) == "the")
                        && words
                            .children_by(word, &[Rel::CompoundPrt, Rel::Advmod])
                            .all(|child| words.lemma(child) != "off");
                    if named {
                        continue;
                    }
                    // "held up the talks"
                    let held_up = lemma == "hold"
                        && words
                            .children_by(word, &[Rel::CompoundPrt, Rel::Advmod])
                            .any(|child| matches!(words.lemma(child), "up" | "back" | "over"));
                    if held_up {
                        continue;
                    }
                    // "go on Tuesday", "made in talks": a noun after a preposition only with verbs that carry it so.
                    let oblique = self.thing(word) != Some(noun);
                    if oblique
                        && !matches!(
                            lemma,
                            "engage"
                                | "participate"
                                | "go"
                                | "be"
                                | "take"
                                | "enter"
                                | "embark"
                                | "come"
                                | "return"
                        )
                    {
                        continue;
                    }
                    if matches!(lemma, "be" | "come" | "return" | "go" | "arrive")
                        && self.class(deed).record
                        && !oblique
                    {
                        continue;
                    }
                    return Some(Deed {
                        clause: word,
                        shape: Shape::Light,
                        ..deed
                    });
                }
            }
        }
        if let Some(deed) = self.carried(word) {
            return Some(deed);
        }
        entries
            .iter()
            .filter(|entry| !demanding(entry))
            .find(fitting)
            .map(verb)
    }

    /// The classes of a regular past whose lemma was not found: "rioted", "telephoned".
    fn by_form(&self, word: usize) -> Option<&Vec<Entry>> {
        let form = self.words.lower(word);
        if let Some(entries) = strong(form).and_then(|lemma| self.classes.verbs.get(lemma)) {
            return Some(entries);
        }
        ["ed", "d"]
            .iter()
            .filter_map(|ending| form.strip_suffix(ending))
            .find_map(|stem| self.classes.verbs.get(stem))
    }

    fn adjective(&self, word: usize) -> Option<Deed> {
        let entry = self
            .classes
            .adjectives
            .get(self.words.lemma(word))?
            .first()?;
        let class = &self.classes.all[entry.class];
        if !class.through.is_empty() {
            let clause = self.words.child(word, &[Rel::Ccomp]);
            if clause.is_none() && self.words.with_case(word, &class.through).next().is_none() {
                return None;
            }
        }
        if class.turns && self.content(word).is_none() {
            return None;
        }
        self.words.child(
            word,
            &[Rel::Nsubj, Rel::NsubjOuter, Rel::Cop, Rel::Csubj, Rel::Expl],
        )?;
        Some(Deed {
            head: word,
            clause: word,
            class: entry.class,
            named: word,
            shape: Shape::Adjective,
        })
    }

    /// The deed that a noun names.
    pub(crate) fn noun(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        let gerund = self.is_gerund_noun(word);
        if words.upos(word) != Upos::Noun && !gerund {
            return None;
        }
        let entries = match gerund {
            true => self.classes.nouns.get(words.lower(word))?,
            false => self.classes.nouns.get(words.lemma(word))?,
        };
        // "its call for a study"
        if words.lemma(word) == "call" && words.with_case(word, &["for"]).next().is_some() {
            return None;
        }
        let of_work = words.lemma(word) == "strike" && self.is_of_work(word);
        let from = words.sentence(words.sentence_of(word)).start;
        let before: Vec<&str> = (word.saturating_sub(4).max(from)..word)
            .map(|earlier| words.lemma(earlier))
            .collect();
        let entry = entries.iter().find(|entry| {
            let class = &self.classes.all[entry.class];
            if of_work && class.kind == Some(rapporteur_model::EventType::Assault) {
                return false;
            }
            entry
                .rest
                .iter()
                .all(|part| before.contains(&part.as_str()))
                && (class.about.is_empty()
                    || self.is_bare_swap(word)
                    || words
                        .with_case(word, &["of"])
                        .map(|of| self.counted(of))
                        .chain(words.children_by(word, &[Rel::Compound]))
                        .any(|of| class.about.contains(words.lemma(of))))
                && !before
                    .last()
                    .is_some_and(|last| class.without.contains(*last))
        })?;
        Some(Deed {
            head: word,
            clause: word,
            class: entry.class,
            named: word,
            shape: Shape::Noun,
        })
    }

    /// "The exchange foreseen for Friday did not take place", in a report that speaks of prisoners.
    fn is_bare_swap(&self, noun: usize) -> bool {
        let words = self.words;
        let bare = words
            .child(noun, &[Rel::Compound, Rel::Amod, Rel::NmodPoss])
            .is_none()
            && words
                .children_by(noun, &[Rel::Nmod])
                .all(|of| self.is_time(of) || self.is_place(of));
        words.lemma(noun) == "exchange"
            && bare
            && words
                .child(noun, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "the")
            && (0..words.len()).any(|word| {
                matches!(
                    words.lemma(word),
                    "prisoner" | "detainee" | "captive" | "hostage"
                )
            })
    }

    /// Whether a strike is one of people at work, by the words of the report.
    fn is_of_work(&self, noun: usize) -> bool {
        let words = self.words;
        let armed = words
            .children_by(noun, &[Rel::Compound, Rel::Amod])
            .any(|kind| {
                matches!(
                    words.lemma(kind),
                    "air"
                        | "missile"
                        | "drone"
                        | "rocket"
                        | "military"
                        | "retaliatory"
                        | "pre-emptive"
                )
            });
        !armed
            && (0..words.len()).any(|word| {
                matches!(
                    words.lemma(word),
                    "union"
                        | "wage"
                        | "pay"
                        | "employer"
                        | "worker"
                        | "docker"
                        | "crew"
                        | "overtime"
                )
            })
    }

    /// "nurses will strike": people who can only stop work.
    fn is_worker(&self, noun: usize) -> bool {
        matches!(
            self.words.lemma(noun),
            "nurse"
                | "teacher"
                | "driver"
                | "pilot"
                | "doctor"
                | "docker"
                | "miner"
                | "staff"
                | "employee"
                | "worker"
                | "lecturer"
                | "midwife"
                | "cleaner"
                | "porter"
                | "steelworker"
                | "dockworker"
                | "trucker"
                | "postman"
        )
    }

    /// What is counted: "prisoners" of "dozens of prisoners"; else the word itself.
    pub(crate) fn counted(&self, word: usize) -> usize {
        if self.classes.quantity.contains(self.words.lemma(word))
            && let Some(of) = self.words.with_case(word, &["of"]).next()
        {
            return of;
        }
        word
    }

    fn fits(&self, word: usize, entry: &Entry) -> bool {
        let words = self.words;
        let class = &self.classes.all[entry.class];
        let mut preposition: Option<usize> = None;
        if let Some(first) = entry.rest.first() {
            match self.following(word, &entry.rest) {
                Some(found) => preposition = found,
                None => return false,
            }
            let _ = first;
        }
        let thing = match preposition {
            Some(noun) => Some(noun),
            None => self.thing(word),
        };
        if class.without_object
            && words
                .child(word, &[Rel::Obj])
                .is_some_and(|thing| !self.is_time(thing))
        {
            return false;
        }
        // "The discussions saw Canada and Japan agree", "the fourth round broke up": the deed is the round.
        if matches!(class.name.as_str(), "see" | "break-off")
            && self
                .doer(word)
                .is_some_and(|noun| self.noun(noun).is_some())
        {
            return false;
        }
        // "called for tripling it"
        if words.lemma(word) == "call"
            && words.lower(word + 1) == "for"
            && entry.rest.first().is_none_or(|rest| rest != "for")
        {
            return false;
        }
        // Farmers protest in the street, ministers in a note.
        if class.name == "complain"
            && words.lemma(word) == "protest"
            && words.child(word, &[Rel::Obj, Rel::Ccomp]).is_none()
            && self
                .doer(word)
                .is_some_and(|noun| words.xpos(noun) == Xpos::Nns && self.is_people(noun))
        {
            return false;
        }
        // Dockers strike otherwise than gunmen.
        if class.kind == Some(rapporteur_model::EventType::Assault)
            && words.lemma(word) == "strike"
            && words.child(word, &[Rel::Obj]).is_none()
            && (self.is_of_work(word) || self.doer(word).is_some_and(|who| self.is_worker(who)))
        {
            return false;
        }
        if class.name == "travel" && !self.goes_somewhere(word) {
            return false;
        }
        if class.without_object && self.is_passive(word) {
            return false;
        }
        if class.needs_object && thing.is_none() {
            return false;
        }
        if class.needs_actor
            && self.doer(word).is_none()
            && !self.is_passive(word)
            && words.child(word, &[Rel::NmodPoss]).is_none()
        {
            return false;
        }
        if !class.who.is_empty() && !self.is_done_by(word, &class.who) {
            return false;
        }
        if !class.of.is_empty() {
            return self
                .doer(word)
                .is_some_and(|subject| class.of.contains(words.lemma(subject)));
        }
        // "met resistance", "met with approval"
        let with = words.with_case(word, &["with"]).next();
        if thing.or(with).is_some_and(|thing| {
            class.without.contains(words.lemma(thing))
                || class.without.contains(words.lemma(self.counted(thing)))
        }) {
            return false;
        }
        if class.objects.is_empty() && !class.or_named && !class.or_place {
            return true;
        }
        // A second object behind a comma is none: "closed two crossings, stranding aid trucks".
        let parted = thing.is_some_and(|thing| {
            let before = words.subtree(thing).start.checked_sub(1);
            before.is_some_and(|before| words.form(before) == ",")
        });
        let others = words
            .children_by(word, &[Rel::Obj])
            .filter(|_| parted && preposition.is_none());
        let mut things: Vec<usize> = thing
            .into_iter()
            .chain(others)
            .flat_map(|noun| words.conjuncts(noun))
            .collect();
        if !class.through.is_empty() {
            let through = &class.through;
            things.extend(words.with_case(word, through));
            // "presented the government and its rival with a draft", hung on those to whom
            let with = (thing.into_iter().flat_map(|noun| words.conjuncts(noun)))
                .filter(|&noun| class.to == [Side::Object] && self.is_people(noun));
            things.extend(with.flat_map(|noun| words.with_case(noun, through).collect::<Vec<_>>()));
        }
        // "failed to agree": the thing may be a verb
        things.extend(words.child(word, &[Rel::Xcomp]));
        if things.is_empty() {
            return class.or_none;
        }
        things.iter().any(|&noun| {
            (class.or_named
                && (words.upos(noun) == Upos::Propn || self.entities.actor(noun).is_some()))
                || (class.or_place && self.is_named_place(self.counted(noun)))
                || self.names_of(noun).any(|lemma| {
                    class.objects.contains(lemma) || class.objects.contains(&*lowered(lemma))
                })
        })
    }

    /// Whether those do it who must, or it is told without anybody.
    fn is_done_by(&self, word: usize, who: &WordSet) -> bool {
        let words = self.words;
        let Some(subject) = self.doer(word) else {
            return self.is_passive(word);
        };
        let several = words.conjuncts(subject).len() > 1;
        let body = |noun: usize| who.contains(words.lemma(self.counted(noun)));
        let named = || {
            (words.name_at(subject)).is_some_and(|name| {
                (name.words.clone()).any(|part| who.contains(words.lemma(part)))
            })
        };
        body(subject) || several && self.is_somebody(subject) || named()
    }

    /// Whether a verb of moving tells of a way: not "came to a conclusion", "returned to the bill", "the consent came late".
    fn goes_somewhere(&self, word: usize) -> bool {
        let words = self.words;
        let to: Vec<usize> = words
            .with_case(word, &["to", "into"])
            .filter(|&noun| words.upos(noun) != Upos::Verb && !self.is_time(noun))
            .collect();
        let somewhere = |&noun: &usize| {
            let noun = self.counted(noun);
            self.is_place(noun)
                || self.is_somebody(noun)
                || self.noun(noun).is_some()
                || matches!(words.lemma(noun), "table" | "room" | "meeting" | "podium")
        };
        if !to.is_empty() {
            return to.iter().any(somewhere);
        }
        let light = matches!(words.lemma(word), "come" | "go" | "head");
        let there = words
            .with_case(word, &["in", "at", "from", "for", "by"])
            .any(|noun| self.is_place(noun) || self.is_somebody(noun) || self.noun(noun).is_some());
        let way = words
            .children_by(word, &[Rel::Advmod, Rel::CompoundPrt])
            .any(|way| {
                matches!(
                    words.lemma(way),
                    "home" | "back" | "here" | "there" | "ahead" | "abroad" | "together" | "over"
                )
            });
        let meets = words
            .children_by(word, &[Rel::Advcl, Rel::Xcomp])
            .any(|aim| words.child(aim, &[Rel::Mark]).is_some());
        !light || there || way || meets
    }

    /// Lemmas that tell what a thing is: its head, what is counted, what it is compounded with.
    fn names_of(&self, noun: usize) -> impl Iterator<Item = &str> {
        let counted = self.counted(noun);
        let of = |word: usize| {
            self.words
                .children_by(word, &[Rel::Compound, Rel::Amod])
                .map(|part| self.words.lemma(part))
        };
        // "the border crossing", with the noun read as a verb
        let gerund = (self.words.xpos(noun) == Xpos::Vbg).then(|| self.words.form(noun));
        [self.words.lemma(noun), self.words.lemma(counted)]
            .into_iter()
            .chain(gerund)
            .chain(of(noun))
            .chain(of(counted))
    }

    /// Whether the words that must follow a verb do. `Some(Some(noun))`: they are a preposition, and this is its noun.
    pub(crate) fn following(&self, word: usize, rest: &[String]) -> Option<Option<usize>> {
        let words = self.words;
        if let [only] = rest {
            if words
                .children_by(word, &[Rel::CompoundPrt, Rel::Advmod])
                .any(|child| words.lemma(child) == only)
            {
                return Some(None);
            }
            // "handed over 700 tonnes": the particle is no "more than".
            let next = word + 1;
            let counts = next < words.len()
                && words.lemma(next) == only
                && words.rel(next) == Rel::Advmod
                && words
                    .head(next)
                    .is_some_and(|head| words.upos(head) == Upos::Num);
            if counts && words.lemma(word) == "hand" {
                return Some(None);
            }
            let noun = words.children(word).find(|&child| {
                matches!(
                    words.rel(child),
                    Rel::Obl
                        | Rel::Nmod
                        | Rel::OblAgent
                        | Rel::Advcl
                        | Rel::Xcomp
                        | Rel::OblUnmarked
                ) && !self.is_time(child)
                    && words.children(child).any(|mark| {
                        matches!(words.rel(mark), Rel::Case | Rel::Mark)
                            && words.lemma(mark) == only
                    })
            });
            if noun.is_some() {
                return Some(noun);
            }
            return words
                .children_by(word, &[Rel::Obj, Rel::Xcomp, Rel::Ccomp])
                .find(|&child| words.lemma(child) == only)
                .map(|_| None);
        }
        let end = words.subtree(word).end.min(word + 7);
        let mut at = word + 1;
        for part in rest {
            at = (at..end).find(|&next| words.lemma(next) == part)? + 1;
        }
        Some(None)
    }

    /// Whether a noun phrase is a time: "on Monday".
    pub(crate) fn is_time(&self, word: usize) -> bool {
        let date = self.dates.at(word).map(|date| &self.dates.0[date]);
        if date.is_some_and(|date| date.timex.kind != "DURATION") {
            return true;
        }
        matches!(
            self.words.lemma(word),
            "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "today"
                | "yesterday"
                | "tomorrow"
                | "week"
                | "month"
                | "year"
                | "day"
                | "night"
                | "evening"
                | "morning"
                | "afternoon"
                | "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "weekend"
                | "hour"
                | "time"
        ) && self.words.upos(word) != Upos::Verb
    }

    /// What a verb, noun or adjective of saying, promising or asking is about: the head of its clause.
    pub(crate) fn content(&self, word: usize) -> Option<usize> {
        let words = self.words;
        words
            .child(word, &[Rel::Ccomp, Rel::Xcomp])
            .or_else(|| {
                words
                    .children_by(word, &[Rel::Advcl, Rel::Acl])
                    .find(|&child| {
                        words.upos(child) == Upos::Verb
                            && words.child(child, &[Rel::Mark]).is_some_and(|mark| {
                                matches!(
                                    words.lemma(mark),
                                    "to" | "that" | "of" | "for" | "on" | "with" | "about" | "from"
                                )
                            })
                    })
            })
            .or_else(|| {
                // "asked Bolivia to send", read as one noun phrase
                let object = self.thing(word)?;
                words.children_by(object, &[Rel::Acl]).find(|&child| {
                    words.upos(child) == Upos::Verb
                        && words
                            .child(child, &[Rel::Mark])
                            .is_some_and(|mark| words.lemma(mark) == "to")
                })
            })
    }

    /// "Shelling in the suburbs killed nine": a gerund where a noun stands.
    pub(super) fn is_gerund_noun(&self, word: usize) -> bool {
        let words = self.words;
        // "since fighting resumed in March", where both were read as verbs of clauses
        let subject = words.rel(word) == Rel::Advcl
            && words.rel(word + 1) == Rel::Advcl
            && words.sentence_of(word) == words.sentence_of((word + 1).min(words.len() - 1))
            && matches!(words.xpos(word + 1), Xpos::Vbd | Xpos::Vbn)
            && words.child(word, &[Rel::Obj, Rel::Aux]).is_none();
        words.upos(word) == Upos::Verb
            && words.xpos(word) == Xpos::Vbg
            && (subject
                || matches!(
                    words.rel(word),
                    Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::Obl | Rel::Nmod | Rel::Csubj
                ) && words
                    .child(word, &[Rel::Obj, Rel::Aux, Rel::Mark])
                    .is_none())
            && self.classes.nouns.contains_key(words.lower(word))
    }
}

/// The verb of a strong past that the lemmas miss.
pub(super) fn strong(form: &str) -> Option<&'static str> {
    Some(match form {
        "shot" => "shoot",
        "struck" => "strike",
        "fought" => "fight",
        "slain" | "slew" => "slay",
        "withdrew" | "withdrawn" => "withdraw",
        "overthrew" | "overthrown" => "overthrow",
        "overran" => "overrun",
        "retook" => "retake",
        "shut" => "shut",
        "hung" => "hang",
        "blew" | "blown" => "blow",
        _ => return None,
    })
}
