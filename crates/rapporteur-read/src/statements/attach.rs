//! Who says a quotation: the cue before it, behind it, or the one who spoke last.

use std::ops::Range;

use rapporteur_model::{Act, ActorType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Kind;
use super::content::is_terminal;
use super::cues::{class_of, cue_words, verb_cue};
use super::quotes::Quote;
use super::{Context, Draft};
use crate::entities::EntityKind;

/// What stands right before a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing, or the end of a sentence.
    Start,
    /// A colon.
    Colon,
    /// A comma or dash.
    Comma,
    /// A word: the quotation is part of a sentence.
    Word,
}

impl Context<'_, '_> {
    /// The attributions of quotations that have a cue of their own, and the quotations left without one.
    pub(super) fn quote_drafts(&self) -> (Vec<Draft>, Vec<usize>) {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut floating = Vec::new();
        for (index, quote) in self.quotes.iter().enumerate() {
            let lead = self.lead(quote);
            let found = match lead {
                Lead::Start if self.closes_clause(quote) => self
                    .cue_behind(quote)
                    .map(|verb| self.quoted(quote, verb, "statement/quote-before")),
                Lead::Colon => self.cue_before_colon(quote),
                Lead::Comma => self.cue_adjacent(quote).map(|verb| {
                    self.woven(quote, verb)
                        .unwrap_or_else(|| self.quoted(quote, verb, "statement/quote-after"))
                }),
                Lead::Word => self
                    .cue_adjacent(quote)
                    .filter(|&verb| {
                        self.stands_alone(quote) && self.only_addressee(verb, quote.words.start)
                    })
                    .map(|verb| self.quoted(quote, verb, "statement/quote-after")),
                Lead::Start => None,
            };
            let found = found
                .or_else(|| self.signed(quote))
                .or_else(|| self.headed(quote))
                .or_else(|| self.worded(quote))
                .or_else(|| self.put(quote));
            // "A," he said, "B": behind a comma, a second part of what the same cue brought.
            let continues = |draft: &Draft| {
                drafts.iter().rposition(|earlier| {
                    earlier.cue_head.is_some() && earlier.cue_head == draft.cue_head
                })
            };
            match found {
                Some(mut draft) => {
                    draft.continues = continues(&draft);
                    drafts.push(draft);
                }
                None if self.whole(quote, lead) => floating.push(index),
                None => {}
            }
        }
        (drafts, floating)
    }

    /// "WALLACE: Let us begin", "Mr Dunn (Ashby West): I support it", "Is it off the table? – Lia Torr: It is not.": blocks
    /// with the name of who speaks at their head, or behind a question.
    pub(super) fn labelled(&self) -> Vec<Draft> {
        let words = self.words;
        let mut drafts = Vec::new();
        for block in &self.blocks.items {
            let mut inside = words.inside(block.span);
            while inside.start < inside.end && self.is_quote_mark(inside.start) {
                inside.start += 1;
            }
            let labels: Vec<(Range<usize>, usize)> = (inside.clone())
                .filter(|&colon| words.form(colon) == ":")
                .filter_map(|colon| Some((self.label_before(colon, inside.start)?, colon)))
                .collect();
            for (index, (name, colon)) in labels.iter().enumerate() {
                let end = labels
                    .get(index + 1)
                    .map_or(inside.end, |(next, _)| next.start);
                let content = self.trim_range(colon + 1..end);
                if content.len() < 2
                    || self.quote_of[content.start]
                        .is_some_and(|quote| self.quotes[quote].words.start == content.start)
                {
                    continue;
                }
                drafts.push(Draft {
                    cue: Some(*colon..colon + 1),
                    kind: Kind::Saying,
                    source: Some(super::source::Source {
                        words: name.clone(),
                        head: name.end - 1,
                        own: true,
                    }),
                    content: vec![content],
                    rule: "statement/label",
                    ..Draft::default()
                });
            }
        }
        drafts
    }

    /// The name before a colon, if it tells who speaks: at the head of the block, with or without a seat or an office in
    /// brackets, or behind a question.
    fn label_before(&self, colon: usize, start: usize) -> Option<Range<usize>> {
        let words = self.words;
        let mut end = colon;
        if colon > start + 2 && words.form(colon - 1) == ")" {
            end = (start + 1..colon - 1)
                .rev()
                .take(12)
                .find(|&open| words.form(open) == "(")?;
        }
        let first = (start..end)
            .rev()
            .take_while(|&word| {
                words.form(word).starts_with(char::is_uppercase) && words.upos(word) != Upos::Punct
            })
            .last()?;
        let name = first..end;
        let head = first == start && end - start <= 6;
        let behind = first > start && matches!(words.form(first - 1), "?" | "–" | "—");
        if !head && !behind {
            return None;
        }
        let titled = name.len() > 1
            && matches!(
                words.form(first).trim_end_matches('.'),
                "Mr" | "Mrs"
                    | "Ms"
                    | "Miss"
                    | "Dr"
                    | "Sir"
                    | "Dame"
                    | "Lord"
                    | "Lady"
                    | "Baroness"
                    | "Senator"
            );
        let person = titled
            || name.clone().all(|word| words.upos(word) == Upos::Propn)
                && (words.syntax.names.0.iter()).any(|found| {
                    found.kind == rapporteur_syntax::NameKind::Person && found.words.end == end
                });
        let capitals = head
            && (1..=3).contains(&name.len())
            && name.clone().all(|word| {
                let form = words.form(word);
                form.len() > 2 && form.chars().all(|c| c.is_uppercase() || c == '.')
            })
            && (name.clone().any(|word| self.is_person(word))
                || self.is_repeated(words.span(name.clone()).of(words.text)));
        (person || capitals).then_some(name)
    }

    /// "MARN: We will wait. …": the turns of a transcript, by somebody whom it names in full elsewhere.
    pub(super) fn turns(&self) -> Vec<Draft> {
        let words = self.words;
        let last_word = |text: &str| text.split_whitespace().last().map(str::to_lowercase);
        let mut drafts = Vec::new();
        for (index, block) in self.blocks.items.iter().enumerate() {
            // "TORVALD (recording)"
            let label = (block.label).and_then(|label| {
                let label = label.of(words.text);
                last_word(label.split(" (").next().unwrap_or(label))
            });
            let speaker = match self.entities.turns.get(index).copied().flatten() {
                Some(turn) => turn.speaker,
                None => label.and_then(|label| {
                    self.entities.all.iter().position(|entity| {
                        entity.kind == EntityKind::Actor(ActorType::Person)
                            && entity.name.contains(' ')
                            && last_word(&entity.name) == Some(label.clone())
                    })
                }),
            };
            let content = self.trim_range(words.inside(block.span));
            if speaker.is_some() && content.len() > 1 {
                drafts.push(Draft {
                    turn: speaker,
                    quoted: true,
                    content: vec![content],
                    rule: "statement/turn",
                    ..Draft::default()
                });
            }
        }
        drafts
    }

    /// Whether a label heads more than one block, as the names of speakers do.
    fn is_repeated(&self, label: &str) -> bool {
        let heads = self.blocks.items.iter().filter(|block| {
            let text = block
                .span
                .of(self.words.text)
                .trim_start_matches(['"', '“', '\'']);
            text.strip_prefix(label)
                .is_some_and(|rest| rest.starts_with(':'))
        });
        heads.count() > 1
    }

    /// Gives a quotation without a cue to whoever speaks around it. `drafts` are in the order of the text.
    pub(super) fn floating(&self, drafts: &mut Vec<Draft>, quotes: &[usize]) {
        for &index in quotes {
            let quote = &self.quotes[index];
            let at = quote.words.start;
            // "MARN: “We will wait.”": all of a turn in quotation marks is the turn.
            let whole = drafts.iter().any(|draft| {
                draft.turn.is_some()
                    && (draft.content.first()).is_some_and(|content| {
                        at <= content.start + 1 && content.end <= quote.words.end + 1
                    })
            });
            if whole {
                continue;
            }
            let block_of = |draft: &Draft| {
                self.blocks
                    .at(self.words.span(draft.content[0].clone()).start)
            };
            let before = drafts
                .iter()
                .enumerate()
                .filter(|(_, draft)| {
                    draft.kind == Kind::Saying
                        && draft
                            .content
                            .first()
                            .is_some_and(|content| content.start < at)
                        && draft.source.is_some()
                        && draft
                            .cue_head
                            .is_none_or(|cue| self.quote_of[cue].is_none() && cue < at)
                })
                .max_by_key(|(_, draft)| draft.cue_head.unwrap_or(0).max(draft.content[0].start));
            let carried = index
                .checked_sub(1)
                .map(|before| &self.quotes[before])
                .is_some_and(|before| before.open);
            let chosen = before.filter(|(_, draft)| {
                let block = block_of(draft);
                block == Some(quote.block)
                    || carried
                    || draft.quoted && block.is_some_and(|block| block + 2 >= quote.block)
            });
            // "Salwan laughed. “Ask him.”": the subject of the sentence before, where it is nearer.
            let teller = self.subject_before(quote);
            // "“Ask him.” Salwan laughed.": at the head of a paragraph, the subject of the sentence behind.
            let here = |draft: &Draft| block_of(draft) == Some(quote.block);
            let behind = (!carried && !chosen.is_some_and(|(_, draft)| here(draft)))
                .then(|| self.subject_behind(quote))
                .flatten();
            let chosen = chosen.filter(|_| behind.is_none());
            let teller = teller.or(behind);
            let (source, continues) = match (chosen, teller) {
                (Some((_, draft)), Some((verb, source)))
                    if draft.cue_head.unwrap_or(0).max(draft.content[0].start)
                        < self.words.sentence(self.words.sentence_of(verb)).start =>
                {
                    (Some(source), None)
                }
                (Some((index, draft)), _) => (draft.source.clone(), draft.quoted.then_some(index)),
                (None, Some((_, source))) => (Some(source), None),
                (None, None) => (None, None),
            };
            drafts.push(Draft {
                act: Act::Said,
                kind: Kind::Saying,
                source,
                content: vec![quote.words.clone()],
                quoted: true,
                continues,
                words: Some(self.inside(quote)),
                rule: "statement/quote-alone",
                ..Draft::default()
            });
        }
    }

    /// The subject of the sentence right before a quotation in its paragraph, where it is a person.
    fn subject_before(&self, quote: &Quote) -> Option<(usize, super::source::Source)> {
        let words = self.words;
        let before = quote.words.start.checked_sub(1)?;
        let mut at = before;
        while at > 0 && words.upos(at) == Upos::Punct {
            at -= 1;
        }
        let block = self.blocks.at(words.span(at..at + 1).start);
        if block != Some(quote.block) || self.quote_of[at].is_some() {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(at));
        let root = sentence.clone().find(|&word| words.head(word).is_none())?;
        let Some(subject) = words.child(root, &[Rel::Nsubj, Rel::NsubjPass]) else {
            // "Marn's verdict? “Too late.”"
            return self
                .is_answer(root)
                .then(|| Some((root, self.whose(root)?)))?;
        };
        if self.is_person(subject) {
            return Some((root, self.noun_phrase(subject, root, true)));
        }
        // "Marn's answer was short. “No.”"
        let owner = self.whose(subject)?;
        self.is_person(owner.head).then_some((root, owner))
    }

    /// The subject of the sentence right behind a quotation that begins its paragraph, where it is a person.
    fn subject_behind(&self, quote: &Quote) -> Option<(usize, super::source::Source)> {
        let words = self.words;
        let block = words.inside(self.blocks.items[quote.block].span);
        let opens = (block.start..quote.words.start).all(|word| words.upos(word) == Upos::Punct);
        let first = (quote.words.end..block.end).find(|&word| words.upos(word) != Upos::Punct)?;
        let sentence = words.sentence(words.sentence_of(first));
        if !opens || sentence.contains(&(quote.words.end - 1)) && !sentence.contains(&first) {
            return None;
        }
        let root = sentence
            .clone()
            .find(|&word| words.head(word).is_none() && self.quote_of[word].is_none())?;
        let subject = words
            .child(root, &[Rel::Nsubj])
            .filter(|&subject| subject >= first && self.quote_of[subject].is_none())?;
        self.is_person(subject)
            .then(|| (root, self.noun_phrase(subject, root, true)))
    }

    /// The source of a cue next to a quotation. Where the tree has none outside the marks, the words between the
    /// quotation and the verb, or those behind the verb.
    fn source_beside(&self, quote: &Quote, verb: usize) -> Option<super::source::Source> {
        let words = self.words;
        let found = self.source(verb);
        let outside =
            |source: &super::source::Source| self.quote_of[source.head] == self.quote_of[verb];
        if let Some(source) = found.filter(outside) {
            return Some(source);
        }
        let nominal = |word: &usize| {
            matches!(words.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron)
                && self.quote_of[*word] == self.quote_of[verb]
        };
        let before = if quote.words.end <= verb {
            quote.words.end..verb
        } else {
            verb..verb
        };
        if let Some(head) = before
            .rev()
            .take_while(|&word| !is_terminal(words.form(word)))
            .find(nominal)
        {
            let top = self.top_nominal(head, quote.words.end, verb);
            return Some(self.noun_phrase(top, verb, true));
        }
        let head = (verb + 1..words.len().min(verb + 8))
            .take_while(|&word| words.upos(word) != Upos::Punct)
            .find(nominal)?;
        let top = self.top_nominal(head, verb + 1, words.len());
        Some(self.noun_phrase(top, verb, true))
    }

    /// The highest noun above a word that stands between two places.
    fn top_nominal(&self, mut word: usize, from: usize, to: usize) -> usize {
        let words = self.words;
        while let Some(head) = words.head(word).filter(|head| (from..to).contains(head)) {
            if !matches!(words.upos(head), Upos::Noun | Upos::Propn | Upos::Pron) {
                break;
            }
            word = head;
        }
        word
    }

    fn quoted(&self, quote: &Quote, verb: usize, rule: &'static str) -> Draft {
        let words = self.words;
        let cue = verb_cue(words, self.classes, verb);
        let class = cue.as_ref().and_then(|cue| {
            class_of(self.classes, cue, |class| class.kind == Kind::Saying)
                .or_else(|| class_of(self.classes, cue, |class| class.kind == Kind::Thinking))
        });
        // What follows a denial, a welcome or a naming of something else is plainly said.
        let has_object = words
            .child(verb, &[Rel::Obj])
            .is_some_and(|object| object > verb && !self.is_addressee(verb, object));
        let act = class.map_or(
            Act::Said,
            |class| if has_object { Act::Said } else { class.act },
        );
        let rule = match class {
            Some(class) if has_object && class.object => "statement/quote-of-its-own",
            _ => rule,
        };
        Draft {
            cue_head: Some(verb),
            cue: Some(cue.map_or(verb..verb + 1, |cue| cue_words(words, &cue))),
            act,
            kind: class.map_or(Kind::Saying, |class| class.kind),
            source: self.source_beside(quote, verb),
            content: vec![quote.words.clone()],
            quoted: true,
            words: Some(self.inside(quote)),
            rule,
            ..Draft::default()
        }
    }

    fn is_addressee(&self, verb: usize, object: usize) -> bool {
        matches!(
            self.words.lemma(verb),
            "tell"
                | "inform"
                | "ask"
                | "remind"
                | "assure"
                | "warn"
                | "urge"
                | "advise"
                | "notify"
                | "answer"
                | "reassure"
        ) && object > verb
    }

    /// The words between the marks but a closing comma.
    pub(super) fn inside(&self, quote: &Quote) -> Range<usize> {
        let words = self.words;
        let mut range = quote.words.clone();
        while range.end > range.start && matches!(words.form(range.end - 1), "," | "—" | "–") {
            range.end -= 1;
        }
        range
    }

    fn lead(&self, quote: &Quote) -> Lead {
        let block = &self.blocks.items[quote.block];
        let before = self
            .words
            .text
            .get(block.span.start as usize..quote.outer.start as usize)
            .unwrap_or("")
            .trim_end();
        let bare = before.trim_end_matches(['"', '”', '’', '\'', ')']);
        match bare.chars().next_back() {
            None => Lead::Start,
            Some('.' | '!' | '?' | '…' | ';') => Lead::Start,
            Some(':') => Lead::Colon,
            Some(',' | '—' | '–' | '-') if bare.len() < before.len() => Lead::Start,
            Some(',' | '—' | '–') => Lead::Comma,
            _ => Lead::Word,
        }
    }

    /// What follows a quotation in its block.
    fn text_behind(&self, quote: &Quote) -> &str {
        let block = &self.blocks.items[quote.block];
        (self.words.text)
            .get(quote.outer.end as usize..block.span.end as usize)
            .unwrap_or("")
            .trim_start()
    }

    /// Whether a quotation ends a clause: with a mark of its own, with a comma behind it, or at the end of the block.
    fn closes_clause(&self, quote: &Quote) -> bool {
        let inside = quote.inner.of(self.words.text).trim_end();
        let behind = self.text_behind(quote);
        inside.ends_with([',', '.', '!', '?', '…', '—', '–', '-', '’', '\''])
            || behind.is_empty()
            || behind.starts_with([',', '.', ';', '—', '–'])
    }

    /// Whether nothing of the sentence but its stop follows a quotation.
    fn stands_alone(&self, quote: &Quote) -> bool {
        let behind = self.text_behind(quote);
        let inside = quote.inner.of(self.words.text).trim_end();
        behind.is_empty()
            || behind.starts_with(['.', '!', '?', ';', ','])
            || inside.ends_with(['.', '!', '?', ','])
    }

    /// Whether a quotation without a cue says something whole.
    fn whole(&self, quote: &Quote, lead: Lead) -> bool {
        let inside = quote.inner.of(self.words.text).trim_end();
        lead == Lead::Start
            && quote.words.len() >= 2
            && (inside.ends_with(['.', '!', '?', '…', '—', '–']) || quote.open)
    }

    /// The verb behind a quotation that it depends on.
    fn cue_behind(&self, quote: &Quote) -> Option<usize> {
        let words = self.words;
        let inside = quote.inner.of(words.text).trim_end();
        let first = (quote.words.end..words.len()).find(|&word| words.upos(word) != Upos::Punct)?;
        let block_end = self.blocks.items[quote.block].span.end;
        // A full stop inside: what follows is a new sentence, unless it begins small.
        if inside.ends_with('.')
            && words.form(first).starts_with(char::is_uppercase)
            && !self.behind_comma(quote)
        {
            let sentence_goes_on =
                words.sentence_of(first) == words.sentence_of(quote.words.end.saturating_sub(1));
            if !sentence_goes_on || !self.inverted(first) {
                return None;
            }
        }
        let mut candidates = Vec::new();
        for word in first..words.len() {
            let span = words.span(word..word + 1);
            if span.start >= block_end
                || self.quote_of[word].is_some()
                || is_terminal(words.form(word))
                || words.form(word) == ":"
            {
                break;
            }
            // "shrugs Marn", taken for a noun right behind the marks.
            let mistaken = word == first
                && inside.ends_with(',')
                && matches!(words.xpos(word), Xpos::Nns | Xpos::Nn)
                && self.classes.verbs.contains_key(words.lemma(word));
            if self.can_quote(word) || mistaken {
                candidates.push(word);
            }
        }
        let linked = |&verb: &usize| {
            let in_quote =
                |word: Option<usize>| word.is_some_and(|word| quote.words.contains(&word));
            in_quote(words.head(verb))
                || words
                    .children(verb)
                    .any(|child| in_quote(Some(child)) && words.rel(child) != Rel::Punct)
        };
        let main = |&verb: &usize| {
            !matches!(
                words.rel(verb),
                Rel::AclRelcl | Rel::Acl | Rel::Advcl | Rel::Xcomp | Rel::Csubj
            )
        };
        let inside_comma = inside.ends_with(',');
        let free = |verb: &usize| {
            inside_comma
                || self.right_clause(*verb).is_none_or(|clause| {
                    quote.words.contains(&clause) || self.quote_of[clause] != self.quote_of[*verb]
                })
        };
        candidates
            .iter()
            .copied()
            .find(|verb| linked(verb) && main(verb) && free(verb))
            .or_else(|| {
                candidates
                    .iter()
                    .copied()
                    .find(|verb| main(verb) && free(verb))
            })
            .or_else(|| {
                candidates.first().copied().filter(|verb| {
                    free(verb) && (words.rel(*verb) != Rel::AclRelcl || inside_comma)
                })
            })
    }

    fn inverted(&self, first: usize) -> bool {
        self.can_quote(first)
    }

    fn behind_comma(&self, quote: &Quote) -> bool {
        let block = &self.blocks.items[quote.block];
        self.words
            .text
            .get(quote.outer.end as usize..block.span.end as usize)
            .is_some_and(|behind| behind.starts_with(','))
    }

    /// Whether a verb can bring a quotation.
    fn can_quote(&self, word: usize) -> bool {
        verb_cue(self.words, self.classes, word)
            .and_then(|cue| {
                class_of(self.classes, &cue, |class| {
                    class.kind == Kind::Saying && class.takes_clause()
                        || class.kind == Kind::Thinking
                            && matches!(
                                self.words.lemma(word),
                                "think" | "wonder" | "recall" | "remember"
                            )
                })
                .map(|_| ())
            })
            .is_some()
    }

    /// Whether nothing but the addressee stands between a verb and a quotation.
    fn only_addressee(&self, verb: usize, end: usize) -> bool {
        let words = self.words;
        (verb + 1..end).all(|word| {
            words.upos(word) == Upos::Punct
                || words
                    .children_by(verb, &[Rel::Obj, Rel::Iobj])
                    .any(|object| {
                        self.is_addressee(verb, object) && words.subtree(object).contains(&word)
                    })
        })
    }

    /// The last verb of saying before a colon; failing that, the verb of the sentence.
    fn cue_before_colon(&self, quote: &Quote) -> Option<Draft> {
        let words = self.words;
        let block = self.blocks.items[quote.block].span;
        let colon = (0..quote.words.start)
            .rev()
            .find(|&word| words.form(word) == ":")?;
        let mut start = colon;
        while start > 0 {
            let before = start - 1;
            if words.span(before..start).start < block.start
                || is_terminal(words.form(before))
                || self.quote_of[before].is_some()
            {
                break;
            }
            start = before;
        }
        let stretch = start..colon;
        let verb = stretch
            .clone()
            .rev()
            .find(|&word| {
                self.can_quote(word)
                    && self
                        .right_clause(word)
                        .is_none_or(|clause| !stretch.contains(&clause))
            })
            .or_else(|| {
                stretch.clone().find(|&word| {
                    words.is_verb(word)
                        && words.head(word).is_none_or(|head| !stretch.contains(&head))
                })
            });
        match verb {
            Some(verb) => {
                let mut draft = self.quoted(quote, verb, "statement/quote-colon");
                draft.source = draft.source.or_else(|| self.only_person(stretch));
                Some(draft)
            }
            None => {
                let head = stretch.clone().find(|&word| {
                    matches!(words.upos(word), Upos::Propn | Upos::Noun | Upos::Pron)
                        && words.head(word).is_none_or(|head| !stretch.contains(&head))
                })?;
                let source = self
                    .is_person(head)
                    .then(|| self.noun_phrase(head, colon, true))
                    .or_else(|| self.only_person(stretch));
                Some(Draft {
                    cue: Some(colon..colon + 1),
                    act: Act::Said,
                    kind: Kind::Saying,
                    source,
                    content: vec![quote.words.clone()],
                    quoted: true,
                    words: Some(self.inside(quote)),
                    rule: "statement/quote-colon",
                    ..Draft::default()
                })
            }
        }
    }

    /// The one person that a stretch before a colon names, where the tree has no subject there.
    fn only_person(&self, stretch: Range<usize>) -> Option<super::source::Source> {
        let words = self.words;
        let mut people = stretch
            .clone()
            .filter(|&word| self.is_person(word) && words.upos(word) == Upos::Propn);
        let first = people.next()?;
        let other = people.any(|word| self.entities.at(word) != self.entities.at(first));
        let object = words
            .ancestors(first)
            .chain([first])
            .any(|above| matches!(words.rel(above), Rel::Obl | Rel::Obj | Rel::NmodPoss))
            && !stretch
                .clone()
                .take(first.saturating_sub(stretch.start))
                .any(|word| words.form(word) == "," && word + 1 == first);
        (!other && !object).then(|| super::source::Source {
            words: words
                .name_at(first)
                .map_or(first..first + 1, |name| name.words.clone()),
            head: first,
            own: true,
        })
    }

    /// A verb of saying with nothing but its addressee and adverbials between it and the quotation.
    fn cue_adjacent(&self, quote: &Quote) -> Option<usize> {
        let words = self.words;
        let block = self.blocks.items[quote.block].span;
        for word in (quote.words.start.saturating_sub(14)..quote.words.start).rev() {
            if words.span(word..word + 1).start < block.start || is_terminal(words.form(word)) {
                return None;
            }
            if self.can_quote(word) {
                let between = word + 1..quote.words.start;
                let fits = between.clone().all(|word| {
                    words.upos(word) == Upos::Punct
                        || !matches!(
                            words.rel(word),
                            Rel::Ccomp | Rel::Xcomp | Rel::AclRelcl | Rel::Conj
                        )
                });
                let that = between
                    .clone()
                    .any(|word| words.lemma(word) == "that" && words.rel(word) == Rel::Mark);
                let source = self
                    .source(word)
                    .is_some_and(|source| source.words.start > word);
                return (fits
                    && !that
                    && (between.len() <= 8 || source)
                    && words.xpos(word) != Xpos::Vbn
                    || fits && !that && self.source(word).is_some())
                .then_some(word);
            }
        }
        None
    }
}
