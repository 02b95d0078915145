//! Frames: how a verb takes what was said. A clause, a thing named, somebody asked, somebody accused, a refusal.

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_syntax::{Rel, Xpos};

use rapporteur_model::Act;

use super::classes::{Class, Kind};
use super::cues::{Cue, class_of, cue_words, plain_cue, verb_cue};
use super::source::Source;
use super::{Context, Draft};

impl Context<'_, '_> {
    /// Every attribution that a verb makes by its place in the tree. `taken` are verbs that have a quotation already.
    pub(super) fn verb_drafts(&self, taken: &[(usize, usize)]) -> Vec<Draft> {
        let words = self.words;
        let mut drafts = Vec::new();
        // One past the last word of the cue before: "made clear" is one.
        let mut taken_to = 0;
        for word in 0..words.len() {
            if let Some(draft) = self.refusal(word).filter(|draft| !self.hides_a_name(draft)) {
                drafts.push(draft);
                continue;
            }
            let Some(mut cue) = self.cue(word).filter(|_| word >= taken_to) else {
                continue;
            };
            cue.classes
                .retain(|&class| !self.classes.all[class].only_quotation);
            // What brought a quotation before it brings nothing behind it.
            if cue.classes.is_empty()
                || taken
                    .iter()
                    .any(|&(verb, start)| verb == word && start < word)
            {
                continue;
            }
            if let Some(draft) = self.verb_draft(&cue, taken.iter().any(|&(verb, _)| verb == word))
                && (draft.kind == Kind::Saying || self.is_held(word))
                && !self.hides_a_name(&draft)
            {
                let mut draft = draft;
                if draft.kind == Kind::Thinking && self.is_quoted_from(&draft) {
                    draft.kind = Kind::Saying;
                    draft.act = Act::Said;
                }
                taken_to = cue.end;
                drafts.push(draft);
            }
        }
        drafts
    }

    /// The verb at a word as a cue. "insisted on Monday that": the preposition belongs to the day.
    pub(super) fn cue(&self, word: usize) -> Option<Cue> {
        let cue = verb_cue(self.words, self.classes, word)?;
        if cue.end > word + 1 && self.dates.at(cue.end).is_some() {
            return plain_cue(self.words, self.classes, word);
        }
        Some(cue)
    }

    /// "who asked not to be named", "declined to be identified": only how somebody is told of.
    fn hides_a_name(&self, draft: &Draft) -> bool {
        let words = self.words;
        draft.content.first().is_some_and(|content| {
            (content.clone().take(4)).any(|word| {
                matches!(words.form(word), "named" | "identified" | "quoted")
                    && words.xpos(word) == Xpos::Vbn
                    && words.form(word - 1) == "be"
            })
        })
    }

    /// "reckoned they were "a coffee apart"": what stands in quotation marks was said.
    fn is_quoted_from(&self, draft: &Draft) -> bool {
        draft
            .cue_head
            .is_some_and(|cue| self.quote_of[cue].is_none())
            && draft
                .content
                .iter()
                .any(|range| range.clone().any(|word| self.quote_of[word].is_some()))
    }

    /// Gives a verb that the tree put below what was said, though it comes behind it, the source of what was said:
    /// "Marn confirmed that Haber would come, but declined to …".
    pub(super) fn lift(&self, drafts: &mut [Draft]) {
        let words = self.words;
        let mut told: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, draft) in drafts.iter().enumerate() {
            if let Some(verb) = draft
                .cue_head
                .filter(|_| draft.kind != Kind::Attitude && draft.source.is_some())
            {
                told.entry(words.sentence_of(verb)).or_default().push(index);
            }
        }
        for index in 0..drafts.len() {
            let Some(cue) = drafts[index].cue_head.filter(|_| {
                drafts[index]
                    .source
                    .as_ref()
                    .is_none_or(|source| !source.own)
            }) else {
                continue;
            };
            let outer = told
                .get(&words.sentence_of(cue))
                .into_iter()
                .flatten()
                .map(|&outer| &drafts[outer])
                .filter(|outer| {
                    outer.cue_head.is_some_and(|verb| verb < cue)
                        && outer
                            .content_head
                            .is_some_and(|head| head != cue && words.is_within(cue, head))
                        && outer.content.last().is_some_and(|range| range.end <= cue)
                })
                .max_by_key(|outer| outer.cue_head);
            if let Some(source) = outer.and_then(|outer| outer.source.clone()) {
                drafts[index].source = Some(Source {
                    own: false,
                    ..source
                });
            }
        }
    }

    fn verb_draft(&self, cue: &Cue, taken: bool) -> Option<Draft> {
        let words = self.words;
        let verb = cue.head;
        let told = |class: &Class| class.kind == Kind::Saying;
        let teller = class_of(self.classes, cue, told)
            .or_else(|| class_of(self.classes, cue, |class| class.kind != Kind::Attitude));
        let any = teller.or_else(|| class_of(self.classes, cue, |_| true))?;
        // A participle that only leads up to the answer: "Asked about this, she …".
        if matches!(words.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && words.lemma(verb) == "ask"
            && words.rel(verb) != Rel::Conj
            && words
                .child(verb, &[Rel::AuxPass, Rel::Aux, Rel::Nsubj])
                .is_none()
        {
            return None;
        }
        if words.lemma(verb) == "ask" && self.leads_up(verb) {
            return None;
        }
        let clause = self.right_clause(verb).filter(|&clause| {
            !taken
                || self.quote_of[clause].is_none()
                || self.quote_of[clause] == self.quote_of[verb]
        });
        // "The toll, she added, would rise in spring": set off by pauses on both sides.
        let teller_of_clause = teller.filter(|class| class.takes_clause() && self.plain(verb));
        let set_off = self.is_pause(cue.end.min(words.len() - 1)) && teller.is_some() && !taken;
        if set_off && let Some(draft) = teller_of_clause.and_then(|class| self.around(cue, class)) {
            return Some(draft);
        }
        if let (Some(clause), false) = (
            clause,
            class_of(self.classes, cue, |class| class.naming).is_some()
                && self.naming(cue).is_some(),
        ) {
            let start = words.subtree(clause).start;
            if start < verb
                && words.rel(clause) == Rel::Ccomp
                && !taken
                && let Some(draft) = self.around(cue, any)
            {
                return Some(draft);
            }
            let content = self.right_range(verb, cue.end, clause);
            let with_clause = class_of(self.classes, cue, |class| {
                class.kind == Kind::Saying && class.takes_clause()
            })
            .or_else(|| {
                class_of(self.classes, cue, |class| {
                    class.kind != Kind::Attitude && class.takes_clause()
                })
            })
            .or_else(|| class_of(self.classes, cue, Class::takes_clause));
            if let Some(class) = with_clause.filter(|_| !content.is_empty()) {
                let class = if any.request && self.to_infinitive(clause) {
                    any
                } else {
                    class
                };
                return Some(self.draft(cue, class, vec![content], Some(clause), "clause"));
            }
        }
        if let Some(class) = teller_of_clause.filter(|_| !taken)
            && let Some(draft) = self.around(cue, class)
        {
            return Some(draft);
        }
        if let Some(class) = class_of(self.classes, cue, |class| class.request)
            && let Some((content, head)) = self.request(cue)
        {
            let mut draft = self.draft(cue, class, vec![content], Some(head), "request");
            draft.to = words
                .children_by(verb, &[Rel::Obj, Rel::Iobj, Rel::Obl])
                .find(|&whom| whom > verb);
            return Some(draft);
        }
        if let Some(class) = class_of(self.classes, cue, |class| class.charge)
            && let Some(content) = self.charge(cue)
        {
            return Some(self.draft(cue, class, vec![content], None, "charge"));
        }
        if let Some(class) = class_of(self.classes, cue, |class| class.naming)
            && let Some(content) = (self.called_which(cue))
                .or_else(|| self.naming(cue))
                .or_else(|| self.named_before(cue))
        {
            return Some(self.draft(cue, class, vec![content], None, "naming"));
        }
        // "denied having applied pressure"
        if let Some(class) = class_of(self.classes, cue, |class| class.object) {
            let gerund = words
                .children_by(verb, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
                .find(|&child| {
                    child > verb
                        && words.xpos(child) == Xpos::Vbg
                        && words.subtree(child).start == cue.end
                        || child > verb && self.having(child, cue.end)
                });
            if let Some(gerund) = gerund {
                let content = self.right_range(verb, cue.end, gerund);
                if !content.is_empty() {
                    return Some(self.draft(cue, class, vec![content], Some(gerund), "object"));
                }
            }
        }
        if let Some((class, object)) =
            class_of(self.classes, cue, |class| class.object).zip(self.object(verb))
        {
            let mut range = self.before_relative(object, self.right_or_passive(verb, object)?);
            // "lamented the unrest in Tolsk": with what hangs on the verb.
            if class.name == "lament" && object > verb {
                range = self.right_range(verb, cue.end, object);
            }
            // "a request | from this office | for the paper"
            let more = words
                .children_by(verb, &[Rel::Obl, Rel::Xcomp, Rel::Advcl])
                .filter(|&noun| noun >= range.end)
                .find(|&noun| {
                    words.subtree(noun).start == range.end
                        && words
                            .child(noun, &[Rel::Case, Rel::Mark])
                            .is_some_and(|case| {
                                matches!(words.lemma(case), "for" | "from" | "of" | "about" | "as")
                            })
                });
            if words.form(range.end.min(words.len() - 1)) == "as" {
                range = self.trim_range(
                    range.start
                        ..self.cut(
                            verb,
                            object,
                            range.start..self.right_end(verb, object).max(range.end),
                        ),
                );
            } else if let Some(more) = more {
                let end = self.cut(verb, object, range.start..words.subtree(more).end);
                range = self.trim_range(range.start..end.max(range.end));
            }
            return Some(self.draft(cue, class, vec![range], None, "object"));
        }
        // "said the two raised 350 million", read as a noun phrase.
        if words.lemma(verb) == "say" && !taken {
            let object = words
                .child(verb, &[Rel::Obj])
                .filter(|&object| object > verb);
            if let Some(object) = object.filter(|&object| words.subtree(object).len() > 3) {
                let content = self.right_range(verb, cue.end, object);
                if content.len() > 3 {
                    return Some(self.draft(cue, any, vec![content], Some(object), "clause"));
                }
            }
        }
        if let Some((infinitive, range)) = self.infinitive(cue) {
            if let Some(class) = class_of(self.classes, cue, |class| class.infinitive) {
                return Some(self.draft(cue, class, vec![range], Some(infinitive), "infinitive"));
            }
            let class = class_of(self.classes, cue, |class| class.kind != Kind::Saying);
            if let Some(class) = class {
                let mut draft = self.draft(cue, class, vec![range], Some(infinitive), "wish");
                draft.kind = class.kind;
                return Some(draft);
            }
        }
        for class in cue
            .classes
            .iter()
            .map(|&index| &self.classes.all[index])
            .filter(|class| !class.with.is_empty())
        {
            let cases: Vec<&str> = class.with.iter().map(String::as_str).collect();
            if let Some(noun) = words.with_case(verb, &cases).find(|&noun| noun > verb) {
                let range = self.right_range(verb, cue.end, noun);
                let case = words
                    .child(noun, &[Rel::Case, Rel::Mark])
                    .map_or(range.start, |case| case + 1);
                let content = case.max(range.start)..range.end;
                if !content.is_empty() {
                    let mut draft = self.draft(cue, class, vec![content], Some(noun), "about");
                    draft.cue = Some(
                        draft
                            .cue
                            .map_or(verb..case, |cue| cue.start..case.max(cue.end)),
                    );
                    return Some(draft);
                }
            }
        }
        self.attitude(cue, any)
    }

    /// "The envoy, asked what she would give, said …": set off by commas, with a finite verb behind.
    fn leads_up(&self, verb: usize) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(verb));
        let set_off = verb == sentence.start || words.form(verb - 1) == ",";
        set_off
            && (verb + 1..sentence.end.saturating_sub(1)).any(|word| {
                words.form(word) == ","
                    && self.quote_of[word] == self.quote_of[verb]
                    && matches!(
                        words.xpos(word + 1),
                        Xpos::Vbd | Xpos::Vbz | Xpos::Md | Xpos::Prp | Xpos::Nnp
                    )
            })
    }

    /// A stance toward a thing, or a saying without more than a thing: an attribution that tells nothing.
    fn attitude(&self, cue: &Cue, any: &Class) -> Option<Draft> {
        let words = self.words;
        let verb = cue.head;
        let class =
            class_of(self.classes, cue, |class| class.kind == Kind::Attitude).unwrap_or(any);
        if class.kind == Kind::Showing || words.rel(verb) == Rel::Amod {
            return None;
        }
        let object = if cue.end > verb + 1 {
            words.children(verb).find(|&child| {
                child >= cue.end && matches!(words.rel(child), Rel::Obl | Rel::Obj | Rel::Advcl)
            })
        } else if class.kind == Kind::Attitude {
            self.object(verb)
        } else {
            None
        }?;
        let mut range = self.right_or_passive(verb, object)?;
        if object > verb {
            // With what follows without a pause: "criticised the minister for the delay".
            let end = self.cut(
                verb,
                object,
                range.start..self.right_end(verb, object).max(range.end),
            );
            range = self.before_relative(object, self.trim_range(range.start..end));
        }
        let mut draft = self.draft(cue, class, vec![range], None, "attitude");
        draft.kind = Kind::Attitude;
        Some(draft)
    }

    /// The object as a stretch of words; in the passive, the subject.
    fn right_or_passive(&self, verb: usize, object: usize) -> Option<Range<usize>> {
        let words = self.words;
        if object < verb {
            let source = self.noun_phrase(object, verb, true);
            return Some(source.words);
        }
        let mut start = words.subtree(object).start.max(verb + 1);
        while start < object
            && matches!(words.rel(start), Rel::Case | Rel::Mark)
            && words.head(start) == Some(object)
        {
            start += 1;
        }
        let end = self.cut(verb, object, start..words.subtree(object).end);
        let range = self.trim_range(start..end);
        (!range.is_empty()).then_some(range)
    }

    /// A noun phrase without the relative clause that a comma sets off.
    pub(super) fn before_relative(&self, head: usize, range: Range<usize>) -> Range<usize> {
        let words = self.words;
        let relative = (head + 1..range.end).find(|&word| {
            matches!(
                words.xpos(word),
                Xpos::Wdt | Xpos::Wp | Xpos::WpPoss | Xpos::Wrb
            ) && word > 0
                && words.form(word - 1) == ","
                && self.quote_of[word] == self.quote_of[head]
        });
        match relative {
            Some(relative) => range.start..relative - 1,
            None => range,
        }
    }

    fn object(&self, verb: usize) -> Option<usize> {
        let words = self.words;
        words
            .child(verb, &[Rel::Obj])
            .filter(|&object| object > verb)
            .or_else(|| {
                (words.is_passive(verb) && words.child(verb, &[Rel::OblAgent]).is_some())
                    .then(|| words.child(verb, &[Rel::NsubjPass]))
                    .flatten()
            })
    }

    /// Whether a clause begins with "having" at a place.
    fn having(&self, clause: usize, start: usize) -> bool {
        let words = self.words;
        words.subtree(clause).start == start && matches!(words.form(start), "having" | "being")
    }

    pub(super) fn to_infinitive(&self, clause: usize) -> bool {
        self.words
            .children(clause)
            .any(|child| self.words.xpos(child) == Xpos::To && self.words.rel(child) == Rel::Mark)
    }

    /// Whether a verb has no complement of its own to the right but whom it tells, where, when and through what.
    fn plain(&self, verb: usize) -> bool {
        let words = self.words;
        // "…, she explained, for talks": what follows a pause belongs to what was said.
        let pause = verb + 1 < words.len() && self.is_pause(verb + 1);
        words
            .children(verb)
            .filter(|&child| child > verb && !(pause && words.rel(child) == Rel::Obl))
            .all(|child| match words.rel(child) {
                Rel::Obj => {
                    words.lemma(verb) == "put"
                        || super::content::tells_somebody(words.lemma(verb))
                        || self.dates.at(child).is_some()
                }
                Rel::Obl | Rel::Nmod => !words.child(child, &[Rel::Case]).is_some_and(|case| {
                    matches!(
                        words.lemma(case),
                        "about" | "of" | "for" | "against" | "as" | "into"
                    )
                }),
                Rel::Xcomp => false,
                _ => true,
            })
    }

    fn around(&self, cue: &Cue, class: &Class) -> Option<Draft> {
        let source = self.source(cue.head)?;
        let words = cue_words(self.words, cue);
        let (content, head) = self.around_group(cue.head, &words, &source)?;
        Some(self.draft(cue, class, content, head, "group"))
    }

    /// "urged both sides to sign": from whom to the end.
    fn request(&self, cue: &Cue) -> Option<(Range<usize>, usize)> {
        let words = self.words;
        let verb = cue.head;
        let complement = words.children(verb).find(|&child| {
            child > verb
                && matches!(words.rel(child), Rel::Xcomp | Rel::Ccomp | Rel::Advcl)
                && self.to_infinitive(child)
        });
        let whom = words
            .children(verb)
            .find(|&child| {
                child > verb && matches!(words.rel(child), Rel::Obj | Rel::Iobj | Rel::Obl)
            })
            .or_else(|| complement.and_then(|complement| words.child(complement, &[Rel::Nsubj])));
        let (whom, complement) = match (whom, complement) {
            (Some(whom), Some(complement)) if whom < complement => (whom, complement),
            // "asked Bolivia to send": the infinitive hung on the object.
            (Some(whom), None) => {
                let complement = words
                    .child(whom, &[Rel::Acl])
                    .filter(|&clause| self.to_infinitive(clause))?;
                (whom, complement)
            }
            _ => return None,
        };
        let mut start = words.subtree(whom).start.max(cue.end);
        while start < whom && words.rel(start) == Rel::Case && words.head(start) == Some(whom) {
            start += 1;
        }
        let end = self.cut(verb, complement, start..self.right_end(verb, complement));
        let range = self.trim_range(start..end);
        (!range.is_empty()).then_some((range, complement))
    }

    /// "accused the rebels of shelling the port", "blamed the Eastern Command".
    fn charge(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = self.words;
        let verb = cue.head;
        let object = words
            .child(verb, &[Rel::Obj])
            .filter(|&object| object > verb)?;
        let last = words
            .children(verb)
            .filter(|&child| {
                child > object && matches!(words.rel(child), Rel::Obl | Rel::Advcl | Rel::Xcomp)
            })
            .find(|&child| {
                words
                    .child(child, &[Rel::Case, Rel::Mark])
                    .is_some_and(|case| matches!(words.lemma(case), "of" | "for" | "with"))
            });
        if words.lemma(verb) == "charge" && last.is_none() {
            return None;
        }
        let start = words.subtree(object).start.max(cue.end);
        let end = match last {
            Some(last) => self.right_end(verb, last),
            None => words.subtree(object).end,
        };
        let end = self.cut(verb, object, start..end);
        let range = self.before_relative(object, self.trim_range(start..end));
        (!range.is_empty()).then_some(range)
    }

    /// "vowed to return".
    fn infinitive(&self, cue: &Cue) -> Option<(usize, Range<usize>)> {
        let words = self.words;
        let verb = cue.head;
        let infinitive = words
            .children_by(verb, &[Rel::Xcomp, Rel::Ccomp])
            .find(|&child| child > verb && self.to_infinitive(child))?;
        // "threatened on Tuesday to leave": the day belongs to the verb.
        let day = words.subtree(infinitive).start.saturating_sub(1);
        let from = match self.dates.at(day) {
            Some(_) if day >= cue.end => day + 1,
            _ => cue.end,
        };
        let range = self.right_range(verb, from, infinitive);
        (!range.is_empty()).then_some((infinitive, range))
    }

    pub(super) fn draft(
        &self,
        cue: &Cue,
        class: &Class,
        content: Vec<Range<usize>>,
        head: Option<usize>,
        frame: &'static str,
    ) -> Draft {
        let mut content = content;
        // A quotation that began inside ends inside.
        if let Some(last) = content.last_mut()
            && let Some(quote) = self
                .quote_at(last.end.saturating_sub(1))
                .filter(|quote| quote.words.start > last.start && quote.words.end > last.end)
        {
            last.end = quote.words.end
                + usize::from(
                    quote.words.end < self.words.len() && self.is_quote_mark(quote.words.end),
                );
        }
        Draft {
            cue_head: Some(cue.head),
            cue: Some(cue_words(self.words, cue)),
            act: class.act,
            kind: class.kind,
            source: self.source(cue.head),
            content,
            content_head: head,
            rule: rule_name(frame),
            ..Draft::default()
        }
    }
}

fn rule_name(frame: &str) -> &'static str {
    match frame {
        "clause" => "statement/clause",
        "group" => "statement/group",
        "request" => "statement/request",
        "charge" => "statement/charge",
        "naming" => "statement/naming",
        "object" => "statement/object",
        "infinitive" => "statement/infinitive",
        "wish" => "statement/wish",
        "about" => "statement/about",
        "attitude" => "statement/attitude",
        _ => "statement",
    }
}
