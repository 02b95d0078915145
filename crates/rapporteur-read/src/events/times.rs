//! When a deed took place: by the time in its own clause, else by what the clause is told with.

use rapporteur_model::BlockKind;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::circumstances::Circumstances;
use super::deeds::{Deed, Reader, Shape};

impl Reader<'_, '_> {
    /// Date and duration of a deed.
    pub(super) fn times(&self, deed: Deed, heads: &[usize], found: &mut Circumstances) {
        let words = self.words;
        let mut nearest: Option<(usize, usize)> = None;
        let new_time = self.new_time(deed.clause);
        if deed.shape == Shape::Moved {
            if let Some(index) = new_time {
                found.date = Some(index);
                found.words.push(self.dates.0[index].words.clone());
            }
            return;
        }
        let sentence = words.sentence(words.sentence_of(deed.clause));
        for (index, date) in self.dates.among(&sentence) {
            let Some(first) = (date.words.clone().next()).filter(|at| sentence.contains(at)) else {
                continue;
            };
            // The word of the expression that hangs outside it.
            let top = date
                .words
                .clone()
                .find(|&word| {
                    words
                        .head(word)
                        .is_none_or(|head| !date.words.contains(&head))
                })
                .unwrap_or(first);
            let above = words.head(top);
            if date.timex.kind == "DURATION" && date.edtf.is_none() {
                // "hours after the raid" is when, not how long.
                let offset = words.lemma(date.words.end.min(words.len() - 1));
                if matches!(
                    offset,
                    "after" | "before" | "later" | "earlier" | "ago" | "into"
                ) {
                    continue;
                }
                if above.is_some_and(|above| heads.contains(&above)) || heads.contains(&top) {
                    found.duration = found.duration.or(Some(date.span));
                    found.words.push(date.words.clone());
                }
                continue;
            }
            if date.edtf.is_none() || new_time == Some(index) {
                continue;
            }
            // How far up the deed is: time may hang on a place or a thing of the clause.
            let steps = std::iter::once(top)
                .chain(words.ancestors(top))
                .take(5)
                .position(|word| {
                    heads.contains(&word) || deed.shape != Shape::Noun && word == deed.clause
                });
            // "the seizure last Friday of four boats": right behind the noun, whatever it hangs on
            let steps = match deed.shape == Shape::Noun && date.words.start == deed.head + 1 {
                true => Some(0),
                false => steps,
            };
            let Some(steps) = steps else { continue };
            let crosses = words
                .ancestors(top)
                .take(steps.saturating_sub(1))
                .any(|word| {
                    let plan = matches!(words.rel(word), Rel::AclRelcl | Rel::Acl)
                        && self.plans(words.lemma(word));
                    !plan
                        && matches!(
                            words.rel(word),
                            Rel::Ccomp
                                | Rel::AclRelcl
                                | Rel::Conj
                                | Rel::Advcl
                                | Rel::Acl
                        )
                        && words.upos(word) == Upos::Verb
                        // "voted to strike from Friday", not "due to start", "returned to work"
                        || deed.shape == Shape::Verb
                            && words.rel(word) == Rel::Xcomp
                            && words.lemma(word) != "work"
                });
            // "invited them to a conference in June": the time is that of the conference.
            let of_another = words
                .ancestors(top)
                .take(steps.saturating_sub(1))
                .any(|word| {
                    // "walked out of the talks on Tuesday": talks known by themselves have no time of it.
                    let known = deed.shape == Shape::Verb
                        && words.head(word) == Some(deed.clause)
                        && words
                            .child(word, &[Rel::Det])
                            .is_some_and(|det| words.lemma(det) == "the");
                    !heads.contains(&word)
                        && !known
                        && self
                            .noun(word)
                            .is_some_and(|other| self.class(other).record)
                });
            if !crosses && !of_another && nearest.is_none_or(|(best, _)| steps < best) {
                nearest = Some((steps, index));
            }
        }
        if let Some((_, index)) = nearest {
            found.date = Some(index);
            found.words.push(self.dates.0[index].words.clone());
        }
        if found.date.is_none() {
            found.date = self
                .day_of_visit(deed)
                .or_else(|| self.day_of_telling(deed))
                .or_else(|| self.part_of_day(deed))
                .or_else(|| self.live(deed));
        }
    }

    /// The participles and relative clauses by which a noun is planned: "a visit planned for 3 May", "the dinner they had planned".
    pub(super) fn plans_of(&self, noun: usize) -> impl Iterator<Item = usize> + '_ {
        let words = self.words;
        words.children(noun).filter(move |&child| {
            matches!(words.rel(child), Rel::Acl | Rel::AclRelcl) && self.plans(words.lemma(child))
        })
    }

    /// Whether a verb puts a deed on the calendar.
    pub(super) fn plans(&self, lemma: &str) -> bool {
        self.classes.calendar.contains(lemma)
    }

    /// The date that belongs to a verb directly, or to a noun phrase of its clause.
    fn date_of(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let found = self.dates.among(&sentence).find(|(_, date)| {
            let day = date.edtf.as_ref().is_some_and(|edtf| is_day(edtf.as_str()));
            day && date.words.clone().next().is_some_and(|first| {
                words
                    .ancestors(first)
                    .find(|&above| words.upos(above) == Upos::Verb)
                    == Some(verb)
            })
        });
        found.map(|(index, _)| index)
    }

    /// "said on Thursday after a second day of talks": talks from which somebody comes are of that day.
    fn day_of_visit(&self, deed: Deed) -> Option<usize> {
        let words = self.words;
        if deed.shape != Shape::Noun {
            return None;
        }
        let verb = words
            .ancestors(deed.head)
            .find(|&above| words.upos(above) == Upos::Verb)?;
        let top = std::iter::once(deed.head)
            .chain(words.ancestors(deed.head))
            .find(|&word| words.head(word) == Some(verb))?;
        let case = words.child(top, &[Rel::Case])?;
        let beside = matches!(words.lemma(case), "after" | "at" | "during" | "following");
        (beside && words.rel(top) == Rel::Obl)
            .then(|| self.date_of(verb))
            .flatten()
    }

    /// "reported on Tuesday that they were packing": what was going on when it was told.
    fn day_of_telling(&self, deed: Deed) -> Option<usize> {
        let words = self.words;
        let going_on = words.xpos(deed.clause) == Xpos::Vbg
            && words
                .children_by(deed.clause, &[Rel::Aux])
                .any(|aux| words.lemma(aux) == "be" && words.xpos(aux) == Xpos::Vbd);
        let verb = words
            .head(deed.clause)
            .filter(|_| going_on && words.rel(deed.clause) == Rel::Ccomp)?;
        self.date_of(verb)
    }

    /// "met in the afternoon", "by evening": of the day named last in the same paragraph, else of the report's.
    fn part_of_day(&self, deed: Deed) -> Option<usize> {
        let words = self.words;
        let hours = words
            .children_by(
                deed.clause,
                &[Rel::Obl, Rel::OblUnmarked, Rel::Advmod, Rel::Nmod],
            )
            .find(|&child| {
                matches!(
                    words.lemma(child),
                    "morning"
                        | "afternoon"
                        | "evening"
                        | "night"
                        | "noon"
                        | "midday"
                        | "midnight"
                        | "dawn"
                        | "dusk"
                        | "nightfall"
                        | "overnight"
                )
            })?;
        let at = words.syntax.tokens.spans[hours].start;
        let block = self.blocks.at(at);
        let before = self.dates.0.iter().rposition(|date| {
            date.span.end <= at
                && self.blocks.at(date.span.start) == block
                && date.edtf.as_ref().is_some_and(|edtf| is_day(edtf.as_str()))
        });
        before.or_else(|| self.day_of_report())
    }

    /// Under the time stamp of a live report, what is told in the present or the plain past is of that day.
    fn live(&self, deed: Deed) -> Option<usize> {
        let words = self.words;
        let at = words.syntax.tokens.spans[deed.clause].start;
        let block = &self.blocks.items[self.blocks.at(at)?];
        block.time?;
        let main = !matches!(
            words.rel(deed.clause),
            Rel::Advcl | Rel::Acl | Rel::AclRelcl
        );
        let plain = |word: usize| {
            matches!(words.xpos(word), Xpos::Vbz | Xpos::Vbp)
                || words.xpos(word) == Xpos::Vbd && words.lemma(word) != "have" && main
        };
        let told = plain(deed.clause)
            || words
                .children_by(deed.clause, &[Rel::Aux, Rel::AuxPass])
                .any(plain);
        (told && deed.shape != Shape::Noun)
            .then(|| self.day_of_report())
            .flatten()
    }

    /// The date in the dateline, or in a line of its own above the text.
    fn day_of_report(&self) -> Option<usize> {
        let line = self.blocks.dateline.as_ref().and_then(|line| line.date);
        self.dates.0.iter().position(|date| {
            let there = match line {
                Some(line) => line.contains(date.span),
                None => self.blocks.kind(date.span.start) == Some(BlockKind::Dateline),
            };
            there && date.edtf.as_ref().is_some_and(|edtf| is_day(edtf.as_str()))
        })
    }
}

/// Whether an EDTF date is one day.
fn is_day(edtf: &str) -> bool {
    edtf.len() == 10 && !edtf.contains('/')
}
