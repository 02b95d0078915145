//! Ways of putting it: somebody's words brought by a predicate, a noun or a turn of phrase, and by no verb of saying of
//! its own: "“A slow burial” is how Lind puts it", "Marn leaves with a warning: …", "Marn's answer was that …".

use std::ops::Range;

use rapporteur_model::Act;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Kind;
use super::content::is_terminal;
use super::quotes::Quote;
use super::source::Source;
use super::{Context, Draft};

impl Context<'_, '_> {
    /// A quotation that a predicate or a turn of phrase gives to somebody.
    pub(super) fn put(&self, quote: &Quote) -> Option<Draft> {
        let (cue, source) = self
            .how_put(quote)
            .or_else(|| self.was_answer(quote))
            .or_else(|| self.that_is(quote))
            .or_else(|| self.what_called(quote))?;
        Some(Draft {
            cue: Some(cue),
            act: Act::Said,
            kind: Kind::Saying,
            source: Some(source),
            content: vec![quote.words.clone()],
            quoted: true,
            words: Some(quote.words.clone()),
            rule: "statement/put",
            ..Draft::default()
        })
    }

    /// The first word behind the closing mark of a quotation, in the same block.
    fn behind(&self, quote: &Quote) -> Option<usize> {
        let words = self.words;
        let block = words.inside(self.blocks.items[quote.block].span);
        (quote.words.end..block.end)
            .find(|&word| !self.is_quote_mark(word))
            .filter(|&word| words.form(word) != ":")
    }

    /// "“A slow burial” is how Lind puts it."
    fn how_put(&self, quote: &Quote) -> Option<(Range<usize>, Source)> {
        let words = self.words;
        let be = self.behind(quote).filter(|&be| words.lemma(be) == "be")?;
        let how = be + 1;
        if how + 2 >= words.len() || words.lower(how) != "how" {
            return None;
        }
        let verb = (how + 2..words.len().min(how + 12)).find(|&word| {
            matches!(
                words.lemma(word),
                "put"
                    | "describe"
                    | "sum"
                    | "see"
                    | "explain"
                    | "phrase"
                    | "characterise"
                    | "characterize"
                    | "recall"
                    | "remember"
                    | "tell"
                    | "express"
            ) && matches!(words.upos(word), Upos::Verb)
        })?;
        let mut end = verb;
        while end > how + 1 && matches!(words.upos(end - 1), Upos::Aux | Upos::Adv) {
            end -= 1;
        }
        Some((be..verb + 1, self.named_in(how + 1..end)?))
    }

    /// "“No” was Marn's answer", "“No,” came the reply from Marn."
    fn was_answer(&self, quote: &Quote) -> Option<(Range<usize>, Source)> {
        let words = self.words;
        let be = self
            .behind(quote)
            .map(|first| first + usize::from(words.form(first) == ","))
            .filter(|&be| be < words.len() && matches!(words.lemma(be), "be" | "come" | "go"))?;
        let noun = (be + 1..words.len().min(be + 10))
            .take_while(|&word| !is_terminal(words.form(word)))
            .find(|&word| self.is_answer(word))?;
        Some((be..noun + 1, self.whose(noun)?))
    }

    /// "“No deal.” That is Lind of the Meadow Party", "Thus Lind", "So said Lind."
    fn that_is(&self, quote: &Quote) -> Option<(Range<usize>, Source)> {
        let words = self.words;
        let first = self.behind(quote)?;
        let be = first + 1;
        if be >= words.len() {
            return None;
        }
        let from = match words.form(first) {
            "That" | "This" | "It" | "that" | "this"
                if matches!(words.form(be), "is" | "was" | "'s" | "’s") =>
            {
                be + 1
            }
            "Thus" | "thus" => be,
            "So" | "so" if matches!(words.lemma(be), "say" | "speak") => be + 1,
            _ => return None,
        };
        let end = (from..words.len().min(from + 10))
            .find(|&word| {
                matches!(
                    words.upos(word),
                    Upos::Punct | Upos::Verb | Upos::Aux | Upos::Cconj
                ) || words.upos(word) == Upos::Adp
            })
            .unwrap_or(words.len().min(from + 10));
        let source = self.named_in(from..end)?;
        self.is_person(source.head)
            .then_some((first..from.max(first + 1), source))
    }

    /// "what Marn calls “a down payment”", "what she described as “a start”".
    fn what_called(&self, quote: &Quote) -> Option<(Range<usize>, Source)> {
        let words = self.words;
        let mut verb = quote.words.start.checked_sub(2)?;
        if words.lower(verb) == "as" {
            verb = verb.checked_sub(1)?;
        }
        let names = matches!(
            words.lemma(verb),
            "call"
                | "term"
                | "describe"
                | "dub"
                | "label"
                | "style"
                | "see"
                | "characterise"
                | "characterize"
                | "regard"
        );
        let what = (verb.saturating_sub(9)..verb)
            .rev()
            .find(|&word| words.lower(word) == "what")
            .filter(|_| names)?;
        let mut end = verb;
        while end > what + 1
            && (matches!(words.upos(end - 1), Upos::Aux | Upos::Adv | Upos::Part)
                || matches!(words.lemma(end - 1), "like" | "love" | "have"))
        {
            end -= 1;
        }
        Some((what..verb + 1, self.named_in(what + 1..end)?))
    }

    /// A stretch that names somebody, as a source.
    fn named_in(&self, range: Range<usize>) -> Option<Source> {
        if range.is_empty() || range.len() > 9 {
            return None;
        }
        let top = self.words.top(range.clone()).unwrap_or(range.start);
        let named = |&word: &usize| self.entities.actor(word).is_some() || self.is_person(word);
        let head = Some(top)
            .filter(named)
            .or_else(|| range.clone().rev().find(named))?;
        Some(Source {
            words: range,
            head,
            own: true,
        })
    }

    /// Whether a noun means what somebody answers, says or sends: "answer", "message", "verdict".
    pub(super) fn is_answer(&self, word: usize) -> bool {
        let words = self.words;
        words.upos(word) == Upos::Noun
            && (self.classes.answers.contains(words.lemma(word)) || self.said_noun(word).is_some())
    }

    /// The act of a noun of saying: "warning", "promise".
    fn said_noun(&self, noun: usize) -> Option<Act> {
        let class = &self.classes.all[*self.classes.nouns.get(self.words.lemma(noun))?];
        (class.kind == Kind::Saying).then_some(class.act)
    }

    /// Whose a noun of saying is: "Marn's answer", "her verdict", "word from Marn", "the answer of the union".
    pub(super) fn whose(&self, noun: usize) -> Option<Source> {
        let words = self.words;
        let mut at = noun;
        while at > 0
            && matches!(
                words.upos(at - 1),
                Upos::Adj | Upos::Adv | Upos::Noun | Upos::Num
            )
        {
            at -= 1;
        }
        let before = at.checked_sub(1)?;
        if words.xpos(before) == Xpos::PrpPoss {
            return Some(Source {
                words: before..at,
                head: before,
                own: true,
            });
        }
        if words.xpos(before) == Xpos::Pos && before > 0 {
            let mut start = before - 1;
            let sentence = words.sentence(words.sentence_of(noun));
            while start > sentence.start
                && matches!(
                    words.upos(start - 1),
                    Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det
                )
            {
                start -= 1;
            }
            return self.named_in(start..before);
        }
        let from = noun + 1;
        if from + 1 >= words.len() || !matches!(words.lower(from), "from" | "of" | "by") {
            return None;
        }
        let end = (from + 1..words.len().min(from + 9))
            .find(|&word| {
                matches!(
                    words.upos(word),
                    Upos::Punct | Upos::Verb | Upos::Aux | Upos::Adp
                )
            })
            .unwrap_or(words.len().min(from + 9));
        self.named_in(from + 1..end)
    }

    /// Attributions by a turn of phrase, each with what it brings.
    pub(super) fn ways(&self, drafts: &mut Vec<Draft>) {
        for word in 0..self.words.len() {
            if self.quote_of[word].is_some() {
                continue;
            }
            let found = self
                .answer_is(word)
                .or_else(|| self.warning_colon(word))
                .or_else(|| self.has_it(word))
                .or_else(|| self.to_hear(word));
            drafts.extend(found);
            if let Some(draft) = self.let_know(word) {
                drafts.retain(|other| other.cue_head != Some(word));
                drafts.push(draft);
            }
        }
    }

    fn way(&self, act: Act, cue: Range<usize>, source: Source, content: Range<usize>) -> Draft {
        Draft {
            cue: Some(cue),
            act,
            kind: Kind::Saying,
            source: Some(source),
            content: vec![content],
            rule: "statement/way",
            ..Draft::default()
        }
    }

    /// The words from a place to the end of the sentence or the next semicolon.
    fn to_the_end(&self, from: usize) -> Range<usize> {
        let words = self.words;
        if from >= words.len() {
            return from..from;
        }
        let sentence = words.sentence(words.sentence_of(from));
        let end = (from..sentence.end)
            .find(|&word| words.form(word) == ";" && self.quote_of[word].is_none())
            .unwrap_or(sentence.end);
        self.trim_range(from..end)
    }

    fn has_verb(&self, range: &Range<usize>) -> bool {
        range.len() > 2
            && range.clone().any(|word| {
                matches!(
                    self.words.xpos(word),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
                ) || self.words.upos(word) == Upos::Aux
            })
    }

    /// "Marn's answer was that the road would stay shut."
    fn answer_is(&self, noun: usize) -> Option<Draft> {
        let words = self.words;
        if !self.is_answer(noun) {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(noun));
        let be = (noun + 1..sentence.end.min(noun + 10))
            .take_while(|&word| words.upos(word) != Upos::Punct)
            .find(|&word| matches!(words.form(word), "is" | "was" | "remains" | "remained"))?;
        let that = be + 1;
        if that >= sentence.end || words.form(that) != "that" || words.upos(that) == Upos::Det {
            return None;
        }
        let source = self.whose(noun)?;
        let content = self.to_the_end(that + 1);
        self.has_verb(&content).then(|| {
            self.way(
                self.said_noun(noun).unwrap_or_default(),
                noun..be + 1,
                source,
                content,
            )
        })
    }

    /// "Marn leaves with a warning: the road stays shut", "The verdict from Marn: no road will open", "Her view is
    /// simple: the draft is dead."
    fn warning_colon(&self, colon: usize) -> Option<Draft> {
        let words = self.words;
        if words.form(colon) != ":" || colon + 3 >= words.len() {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(colon));
        let same_block = self.blocks.at(words.span(colon..colon + 1).start)
            == self.blocks.at(words.span(colon + 1..colon + 2).start);
        if self.is_quote_mark(colon + 1) || self.quote_of[colon + 1].is_some() || !same_block {
            return None;
        }
        let noun = (sentence.start..colon)
            .rev()
            .take(8)
            .find(|&word| self.is_answer(word))?;
        // Nothing between the two but to whom it goes, whose it is, or how plain it is.
        let between = noun + 1..colon;
        let plain = between.clone().all(|word| {
            matches!(
                words.upos(word),
                Upos::Adp
                    | Upos::Det
                    | Upos::Propn
                    | Upos::Noun
                    | Upos::Adj
                    | Upos::Adv
                    | Upos::Aux
                    | Upos::Part
            )
        });
        if !plain {
            return None;
        }
        let content = self.to_the_end(colon + 1);
        if !self.has_verb(&content) {
            return None;
        }
        let source = match self.whose(noun) {
            Some(source) => source,
            None => {
                let verb = words.ancestors(noun).find(|&above| {
                    words.is_verb(above)
                        && matches!(
                            words.lemma(above),
                            "leave"
                                | "have"
                                | "issue"
                                | "send"
                                | "deliver"
                                | "offer"
                                | "add"
                                | "bring"
                                | "give"
                                | "sound"
                                | "end"
                                | "close"
                                | "open"
                                | "begin"
                                | "finish"
                                | "repeat"
                                | "carry"
                                | "come"
                                | "depart"
                                | "return"
                                | "arrive"
                                | "post"
                                | "reserve"
                                | "make"
                                | "voice"
                        )
                })?;
                let subject = words.subject(verb).filter(|&subject| subject < noun)?;
                self.actor(subject)?;
                self.noun_phrase(subject, verb, true)
            }
        };
        let act = self.said_noun(noun).unwrap_or_default();
        Some(self.way(act, noun..colon + 1, source, content))
    }

    /// "The ministry has it that the road was never shut."
    fn has_it(&self, verb: usize) -> Option<Draft> {
        let words = self.words;
        let that = verb + 2;
        if words.lemma(verb) != "have"
            || that + 1 >= words.len()
            || words.lower(verb + 1) != "it"
            || words.lower(that) != "that"
        {
            return None;
        }
        let subject = words.subject(verb).filter(|&subject| subject < verb)?;
        self.actor(subject)?;
        let content = self.to_the_end(that + 1);
        self.has_verb(&content).then(|| {
            self.way(
                Act::Said,
                verb..that,
                self.noun_phrase(subject, verb, true),
                content,
            )
        })
    }

    /// "To hear Marn tell it, the road was never shut", "As Marn tells it, …".
    fn to_hear(&self, verb: usize) -> Option<Draft> {
        let words = self.words;
        let comma = verb + 2;
        if !matches!(words.lemma(verb), "tell" | "recall" | "remember")
            || comma >= words.len()
            || words.lower(verb + 1) != "it"
            || words.form(comma) != ","
        {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(verb));
        let body = self.body_start(&sentence);
        let from = match words.lower(body) {
            "to" if words.lower(body + 1) == "hear" => body + 2,
            "as" => body + 1,
            "the" if words.lower(body + 1) == "way" => body + 2,
            _ => return None,
        };
        if from >= verb {
            return None;
        }
        let source = self.named_in(from..verb)?;
        let content = self.to_the_end(comma + 1);
        self.has_verb(&content)
            .then(|| self.way(Act::Said, body..comma, source, content))
    }

    /// "The company has let the captors know that it will pay."
    fn let_know(&self, know: usize) -> Option<Draft> {
        let words = self.words;
        if words.lemma(know) != "know" || words.xpos(know) != Xpos::Vb {
            return None;
        }
        let verb = (know.saturating_sub(10)..know)
            .rev()
            .find(|&word| words.lemma(word) == "let" && words.upos(word) == Upos::Verb)?;
        let whom = (verb + 1..know).all(|word| {
            matches!(
                words.upos(word),
                Upos::Noun
                    | Upos::Propn
                    | Upos::Pron
                    | Upos::Det
                    | Upos::Adj
                    | Upos::Num
                    | Upos::Cconj
                    | Upos::Part
            )
        });
        let subject = words
            .subject(verb)
            .filter(|&subject| subject < verb && whom && know > verb + 1)?;
        if !self.is_said(verb) {
            return None;
        }
        let first = know + 1;
        let content = self
            .to_the_end(first + usize::from(first < words.len() && words.form(first) == "that"));
        let mut draft = self.way(
            Act::Said,
            verb..know + 1,
            self.noun_phrase(subject, verb, true),
            content.clone(),
        );
        draft.to = words.children_by(verb, &[Rel::Obj, Rel::Iobj]).next();
        self.has_verb(&content).then_some(draft)
    }
}
