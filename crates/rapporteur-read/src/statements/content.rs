//! Contents: which words a cue reports.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Context;
use super::classes::Kind;
use super::cues::{class_of, verb_cue};
use super::quotes::Quote;

/// Conjunctions whose clause goes on with what was said even behind a comma.
pub(super) const GOES_ON: &[&str] = &[
    "if",
    "unless",
    "provided",
    "providing",
    "because",
    "until",
    "once",
    "lest",
    "given",
    "that",
    "assuming",
];

impl Context<'_, '_> {
    /// The clause to the right of a verb that tells what was said.
    pub(super) fn right_clause(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        let after = |child: &usize| *child > verb;
        let clause = words
            .children(verb)
            .filter(after)
            .find(|&child| match words.rel(child) {
                Rel::Ccomp => {
                    (words.upos(child) != Upos::Propn || self.is_clause(child))
                        && self.belongs(verb, child)
                }
                Rel::Parataxis => {
                    let start = words.subtree(child).start;
                    start > verb
                        && !self.is_pause(start - 1)
                        && self.is_clause(child)
                        && self.adjoins(verb, start)
                        && self.belongs(verb, child)
                }
                Rel::Advcl | Rel::Acl | Rel::Xcomp | Rel::Obl => self.that_mark(child).is_some(),
                _ => false,
            });
        // Of two complements, the one that begins first.
        let earlier = clause.and_then(|clause| {
            words
                .children_by(verb, &[Rel::Ccomp])
                .filter(|&other| other > clause && words.subtree(other).start > verb)
                .find(|&other| words.subtree(other).start < words.subtree(clause).start)
        });
        // Nothing is told across a semicolon.
        let parted = |clause: &usize| {
            (verb..*clause)
                .any(|word| words.form(word) == ";" && self.quote_of[word] == self.quote_of[verb])
        };
        let clause = earlier.or(clause).filter(|clause| !parted(clause));
        // "told the committee that …": sometimes hung on the addressee.
        clause
            .or_else(|| {
                words
                    .children_by(verb, &[Rel::Obj, Rel::Iobj, Rel::Obl])
                    .filter(after)
                    .flat_map(|object| {
                        words.children_by(object, &[Rel::Acl, Rel::AclRelcl, Rel::Ccomp])
                    })
                    .find(|&clause| {
                        self.that_mark(clause).is_some() && tells_somebody(words.lemma(verb))
                    })
            })
            .or_else(|| self.under_particle(verb))
            .or_else(|| self.stray_clause(verb))
            .or_else(|| self.that_behind(verb).map(|that| self.clause_of(that)))
    }

    /// "made clear she would go": the clause under the other word of the cue.
    fn under_particle(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        let cue = self.cue(verb)?;
        (verb + 1..cue.end).find_map(|part| {
            words
                .children_by(part, &[Rel::Ccomp])
                .find(|&clause| clause >= cue.end)
        })
    }

    /// The conjunction "that" behind a verb, with nothing between them but addressee, adverbials and one insertion:
    /// "warned in January that", "reported, citing a delegate, that".
    fn that_behind(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let cue = self.cue(verb)?;
        class_of(self.classes, &cue, |class| class.kind == Kind::Saying)?;
        let mut commas = 0;
        for word in cue.end..sentence.end.min(cue.end + 24) {
            let form = words.form(word);
            if form == "that"
                && words.upos(word) != Upos::Det
                && words.head(word).is_some_and(|head| head > word)
                && commas != 1
            {
                return Some(word);
            }
            commas += usize::from(form == ",");
            // "said many of the examples that …": a relative clause, unless the noun is whom one told or tells when.
            let noun = matches!(
                words.upos(word),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
            ) && commas == 0
                && !tells_somebody(words.lemma(verb))
                && !words
                    .children(word)
                    .any(|child| words.rel(child) == Rel::Case && child < word && child > verb)
                && words
                    .head(word)
                    .is_none_or(|head| head <= verb || head > word || words.rel(word) == Rel::Obj)
                && self.dates.at(word).is_none()
                && words.rel(word) != Rel::OblUnmarked
                && !words.ancestors(word).take(3).any(|above| {
                    above > verb
                        && words
                            .child(above, &[Rel::Case])
                            .is_some_and(|case| case > verb && case < above)
                });
            if noun {
                return None;
            }
            let clausal = commas != 1
                && (matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj)
                    || matches!(words.form(word), ";" | ":"))
                || commas > 2
                || commas == 1 && matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Md);
            if clausal || self.is_quote_mark(word) || word == cue.end + 10 && commas == 0 {
                return None;
            }
        }
        None
    }

    /// The verb of the clause that a conjunction opens.
    fn clause_of(&self, that: usize) -> usize {
        let words = self.words;
        let mut head = words.head(that).unwrap_or(that);
        // A conjunction hung on a noun: climb to the verb.
        while !self.is_clause(head) {
            match words.head(head).filter(|&above| above > that) {
                Some(above) => head = above,
                None => break,
            }
        }
        head
    }

    /// The conjunction "that" of a clause.
    fn that_mark(&self, clause: usize) -> Option<usize> {
        self.words
            .children_by(clause, &[Rel::Mark])
            .find(|&mark| self.words.form(mark).eq_ignore_ascii_case("that"))
    }

    /// Whether no other verb of saying stands right before the clause: "rejected the terms, arguing they would …".
    fn belongs(&self, verb: usize, clause: usize) -> bool {
        let words = self.words;
        let start = words.subtree(clause).start;
        start <= verb + 1
            || start - 1 == verb
            || verb_cue(words, self.classes, start - 1).is_none_or(|cue| {
                class_of(self.classes, &cue, |class| class.kind != Kind::Attitude).is_none()
            })
    }

    /// A clause that begins right behind the verb though the tree hung it higher.
    fn stray_clause(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        (verb + 1..sentence.end.min(verb + 40)).find(|&word| {
            matches!(words.rel(word), Rel::Ccomp | Rel::Parataxis | Rel::Advcl)
                && words.subtree(word).start == verb + 1
                && words
                    .head(word)
                    .is_some_and(|head| head < verb && words.is_within(verb, head))
                && words.child(word, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
                && !(verb..word).any(|between| words.form(between) == ";")
        })
    }

    fn adjoins(&self, verb: usize, start: usize) -> bool {
        (verb + 1..start)
            .all(|word| self.words.upos(word) == Upos::Punct || self.words.is_within(word, verb))
    }

    fn is_clause(&self, word: usize) -> bool {
        let words = self.words;
        matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Adj)
            || words
                .child(word, &[Rel::Cop, Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
                .is_some()
    }

    /// The words of a clause to the right: from its first word up to where something else of the sentence begins.
    pub(super) fn right_range(&self, verb: usize, cue_end: usize, clause: usize) -> Range<usize> {
        let words = self.words;
        let mut start = words.subtree(clause).start.max(cue_end);
        // "said Addis | Ababa would never": the parser broke the subject in two.
        if let Some(subject) = words
            .child(verb, &[Rel::Nsubj])
            .filter(|&subject| subject > verb && subject < start)
            && words.subtree(subject).end == start
        {
            start = words.subtree(subject).start.max(cue_end);
        }
        if let Some(mark) = self.that_mark(clause).filter(|&mark| mark >= start) {
            start = mark;
        } else if let Some(mark) = self.that_behind(verb).filter(|&mark| mark < clause) {
            start = mark;
        }
        // "said praise from the president | would not matter": nothing but a time or a name told stands between.
        if start > cue_end && self.that_mark(clause).is_none() && !tells_somebody(words.lemma(verb))
        {
            let first = cue_end;
            let nominal = matches!(
                words.upos(first),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num
            );
            let time = self.dates.at(first).is_some() || words.rel(first) == Rel::OblUnmarked;
            let source = words.child(verb, &[Rel::Nsubj]).is_some_and(|subject| {
                words.subtree(subject).contains(&first) && words.subtree(subject).end != start
            });
            let adjective = words.rel(first) == Rel::Advmod || words.rel(first) == Rel::Xcomp;
            if nominal && !time && !source && !adjective {
                start = first;
            }
        }
        while start < clause && words.upos(start) == Upos::Punct && !self.is_quote_mark(start) {
            start += 1;
        }
        let end = self.right_end(verb, clause);
        let end = self.cut(verb, clause, start..end.max(clause + 1));
        self.trim_range(start..end)
    }

    /// Where a clause under `verb` ends, with what the tree hangs on the verb though it follows the clause.
    pub(super) fn right_end(&self, verb: usize, clause: usize) -> usize {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let mut end = words.subtree(clause).end;
        while end < sentence.end {
            let mut next = end;
            let mut comma = false;
            while next < sentence.end && words.upos(next) == Upos::Punct {
                if matches!(words.form(next), ";" | ":" | "." | "!" | "?") {
                    return end;
                }
                comma |= !self.is_quote_mark(next);
                next += 1;
            }
            if next >= sentence.end {
                break;
            }
            let mut top = next;
            while let Some(head) = words
                .head(top)
                .filter(|&head| head != verb && !words.is_within(verb, head))
            {
                top = head;
            }
            // A clause found by its conjunction alone: what the tree hung elsewhere still belongs to it.
            let stray = words.head(clause) != Some(verb);
            if !(words.head(top) == Some(verb) && (top > clause || words.rel(top) == Rel::Ccomp)
                || stray && !comma && words.rel(next) != Rel::Cc)
            {
                break;
            }
            let mark = words
                .child(top, &[Rel::Mark, Rel::Case])
                .map(|mark| words.lemma(mark));
            let goes_on = mark.is_some_and(|mark| GOES_ON.contains(&mark));
            let joins = match words.rel(top) {
                _ if stray && !comma && words.rel(top) != Rel::Conj => true,
                Rel::Conj => {
                    let and_that = next + 1 < sentence.end
                        && words.upos(next) == Upos::Cconj
                        && words.form(next + 1) == "that";
                    mark == Some("that")
                        || and_that
                        || !comma
                            && words.child(top, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
                            && verb_cue(words, self.classes, top).is_none()
                        // "said it had not been asked but would be glad"
                        || !comma
                            && words
                                .children_by(top, &[Rel::Aux, Rel::Cop])
                                .any(|aux| words.lemma(aux) == "would" || words.lemma(aux) == "could")
                }
                Rel::Obl
                | Rel::OblUnmarked
                | Rel::Advmod
                | Rel::NmodUnmarked
                | Rel::Nmod
                | Rel::OblAgent
                | Rel::Obj
                | Rel::Xcomp => !comma,
                Rel::Ccomp => true,
                Rel::Advcl => !comma && words.xpos(top) != Xpos::Vbg || goes_on,
                _ => false,
            };
            if !joins {
                break;
            }
            end = words.subtree(top).end.max(next + 1);
        }
        end.min(sentence.end)
    }

    /// Ends a stretch where another attribution of the same sentence begins that the tree put below it.
    pub(super) fn cut(&self, verb: usize, clause: usize, range: Range<usize>) -> usize {
        let words = self.words;
        let host = self.quote_of[verb];
        for word in clause.max(range.start)..range.end {
            // What stands in quotation marks of its own is never cut.
            if self.quote_of[word] != host {
                continue;
            }
            if words.form(word) == ";" {
                return word;
            }
            let first = self.before_connective(word, range.start);
            if first <= range.start {
                continue;
            }
            let behind_comma = self.comma_before(first);
            if behind_comma && self.starts_source_phrase(word) {
                return first - usize::from(self.is_pause(first - 1));
            }
            if word == clause
                || words.child(word, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
                || words.lemma(word.saturating_sub(1)) == "that"
            {
                continue;
            }
            if words.rel(word) == Rel::Conj && first != word {
                // "confirmed that … would meet …, but would not comment"
                let refuses = self.is_telling(word) && self.would_not(word)
                    || self.classes.refusals.contains(words.lemma(word))
                        && matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn);
                // "said it could support X but ruled out Y": the tense is that of the verb of saying.
                let shift = (words.xpos(word) == Xpos::Vbd
                    || words.xpos(word) == Xpos::Vbn && behind_comma)
                    && words.xpos(verb) == Xpos::Vbd
                    && words.child(word, &[Rel::Aux, Rel::AuxPass]).is_none()
                    && words.head(word).is_some_and(|head| {
                        head >= range.start
                            && words
                                .children_by(head, &[Rel::Aux])
                                .any(|aux| words.xpos(aux) == Xpos::Md)
                    });
                if refuses || shift {
                    let mut at = first;
                    while at > range.start
                        && matches!(words.upos(at - 1), Upos::Aux | Upos::Part | Upos::Cconj)
                    {
                        at -= 1;
                    }
                    return at - usize::from(at > range.start && self.is_pause(at - 1));
                }
            }
            let Some(cue) = verb_cue(words, self.classes, word) else {
                continue;
            };
            let says = class_of(self.classes, &cue, |class| class.kind == Kind::Saying).is_some()
                || self.classes.refusals.contains(words.lemma(word));
            // "said that was not so and dismissed it as talk": a judgement goes on with what was said.
            let judges = matches!(words.lemma(word), "dismiss" | "greet" | "view" | "regard");
            if !says || judges || !self.has_content(word) {
                continue;
            }
            let gerund = words.xpos(word) == Xpos::Vbg
                && behind_comma
                && !matches!(
                    words.rel(word),
                    Rel::AclRelcl | Rel::Ccomp | Rel::Csubj | Rel::Xcomp
                );
            let conjunct = words.rel(word) == Rel::Conj
                && (matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                    || words.xpos(word) == Xpos::Vbn
                        && (behind_comma || words.lower(word) == "said"))
                && words.child(word, &[Rel::Aux, Rel::AuxPass]).is_none()
                && self.same_time(verb, word)
                && first != word;
            if gerund || conjunct {
                return first - usize::from(self.is_pause(first - 1));
            }
        }
        range.end
    }

    /// The first word of "but also warned" before the verb: conjunction and adverbs.
    fn before_connective(&self, word: usize, floor: usize) -> usize {
        let words = self.words;
        let mut first = word;
        while first > floor {
            let before = first - 1;
            let belongs = matches!(words.rel(before), Rel::Cc | Rel::Advmod | Rel::CcPreconj)
                && words.head(before) == Some(word)
                || words.upos(before) == Upos::Cconj;
            if !belongs {
                break;
            }
            first = before;
        }
        first
    }

    fn same_time(&self, verb: usize, other: usize) -> bool {
        let words = self.words;
        let past = |word: usize| words.xpos(word) == Xpos::Vbd || words.xpos(word) == Xpos::Vbn;
        match words.xpos(other) {
            Xpos::Vbd | Xpos::Vbn => past(verb) || words.xpos(verb) == Xpos::Vbg,
            _ => matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp),
        }
    }

    fn has_content(&self, verb: usize) -> bool {
        let words = self.words;
        words.children(verb).any(|child| {
            child > verb
                && matches!(
                    words.rel(child),
                    Rel::Ccomp
                        | Rel::Xcomp
                        | Rel::Obj
                        | Rel::Parataxis
                        | Rel::Obl
                        | Rel::Iobj
                        | Rel::Advcl
                )
        })
    }

    /// Whether "according to", "as per" or "as reported by" begins here.
    fn starts_source_phrase(&self, word: usize) -> bool {
        let words = self.words;
        let next =
            |offset: usize| (word + offset < words.len()).then(|| words.lemma(word + offset));
        let form = words.form(word);
        form.eq_ignore_ascii_case("according") && words.child(word, &[Rel::Fixed]).is_some()
            || form == "according"
            || form == "as" && next(1) == Some("per")
            || form == "as" && next(2) == Some("by")
    }

    /// Whether a word is a pause that sets off an insertion: a comma or a dash.
    pub(super) fn is_pause(&self, word: usize) -> bool {
        matches!(
            self.words.form(word),
            "," | "—" | "–" | "--" | "-" | "―" | ";"
        )
    }

    /// The outermost quotation that a word stands in.
    pub(super) fn quote_at(&self, word: usize) -> Option<&Quote> {
        self.quote_of
            .get(word)
            .copied()
            .flatten()
            .map(|index| &self.quotes[index])
    }

    /// Whether a word is a quotation mark.
    pub(super) fn is_quote_mark(&self, word: usize) -> bool {
        matches!(
            self.words.form(word),
            "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'" | "«" | "»" | "„"
        )
    }

    /// Whether a comma stands right before a word.
    pub(super) fn comma_before(&self, word: usize) -> bool {
        let mut at = word;
        while at > 0 && self.is_quote_mark(at - 1) {
            at -= 1;
        }
        at > 0 && self.is_pause(at - 1) || at > 1 && at < word && self.is_pause(at - 1)
    }

    /// A stretch without commas and stops at its ends; quotation marks stay where both of a pair are inside.
    pub(super) fn trim_range(&self, mut range: Range<usize>) -> Range<usize> {
        let words = self.words;
        let closes = |word: usize| {
            let opens = self
                .quote_at(word + 1)
                .is_some_and(|quote| quote.words.start == word + 1);
            opens
                || word > 0
                    && self
                        .quote_at(word - 1)
                        .is_some_and(|quote| quote.words.end == word)
        };
        while range.start < range.end
            && words.upos(range.start) == Upos::Punct
            && !(self.is_quote_mark(range.start) && closes(range.start))
        {
            range.start += 1;
        }
        while range.start < range.end {
            let last = range.end - 1;
            let form = words.form(last);
            if words.upos(last) != Upos::Punct
                || form == ")"
                || form == "%"
                || self.is_quote_mark(last) && closes(last)
            {
                break;
            }
            range.end -= 1;
        }
        // A quotation that began inside ends inside.
        if let Some(quote) = self
            .quote_at(range.end.saturating_sub(1))
            .filter(|quote| quote.words.start >= range.start)
        {
            let only_marks =
                (range.end..quote.words.end).all(|word| words.upos(word) == Upos::Punct);
            let begins_inside =
                quote.words.start > range.start && self.is_quote_mark(quote.words.start - 1);
            if only_marks
                && begins_inside
                && quote.words.end < words.len()
                && self.is_quote_mark(quote.words.end)
            {
                range.end = quote.words.end + 1;
            }
        }
        range
    }
}

/// Whether a word ends a sentence.
pub(super) fn is_terminal(form: &str) -> bool {
    matches!(form, "." | "!" | "?" | "…" | "..." | ";")
}

/// Nouns for people and bodies of which "of" tells whose they are, and not who: "members of the union".
pub(super) fn is_somebody(lemma: &str) -> bool {
    matches!(
        lemma,
        "member"
            | "one"
            | "some"
            | "many"
            | "most"
            | "all"
            | "none"
            | "citizen"
            | "friend"
            | "supporter"
            | "critic"
            | "resident"
            | "people"
            | "person"
            | "man"
            | "woman"
            | "head"
            | "leader"
            | "part"
            | "son"
            | "daughter"
            | "number"
            | "majority"
            | "minority"
            | "half"
            | "group"
            | "dozen"
            | "hundred"
            | "thousand"
            | "handful"
    )
}

/// Verbs that take whom they tell as object.
pub(super) fn tells_somebody(lemma: &str) -> bool {
    matches!(
        lemma,
        "tell"
            | "inform"
            | "remind"
            | "assure"
            | "warn"
            | "notify"
            | "say"
            | "reassure"
            | "advise"
            | "brief"
            | "caution"
    )
}
