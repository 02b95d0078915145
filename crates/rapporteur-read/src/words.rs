//! A view of the words of a report: forms, lemmas, tags and the trees, walked both ways.

mod coordination;
mod doers;
mod found;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use rapporteur_lexicon::Signs;
use rapporteur_model::Span;
use rapporteur_syntax::{Name, Rel, Syntax, Upos, Xpos};

use crate::factuality::Factuality;
use crate::stances::{Force, Hanging, hearsay};

/// The words of one report with their trees. Words are indices into the whole text.
///
/// Rules look at neighbours ("a verb followed by …"), so the word after the last may be asked for: it has no form,
/// no lemma, no head and no children, is tagged `X`, and stands in no sentence.
#[derive(Debug)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its layers of words.
    pub syntax: &'a Syntax,
    /// What is asked most, at hand.
    forms: Vec<&'a str>,
    upos: &'a [Upos],
    xpos: &'a [Xpos],
    heads: &'a [u32],
    rels: &'a [Rel],
    /// The forms and lemmas in lower case; most of them stand so in the text.
    lower: Vec<Cow<'a, str>>,
    lemmas: Vec<Cow<'a, str>>,
    children: Vec<u32>,
    first_child: Vec<u32>,
    sentence: Vec<u32>,
    edges: Vec<(u32, u32)>,
    /// The conditions of each sentence, found when the first predicate of it asks.
    hangings: Vec<OnceCell<Vec<Hanging>>>,
    /// The force of each word as a predicate, and whether it is in the passive, found when first asked for.
    forces: Vec<OnceCell<Force>>,
    passives: Vec<OnceCell<bool>>,
    /// The particle of each verb, found when first asked for.
    particles: Vec<OnceCell<Option<usize>>>,
    /// How each clause is told by what it hangs on, found when first asked for.
    tellings: Vec<OnceCell<Option<Factuality>>>,
    /// The signs of the words of each sentence, found when first asked for.
    signs: Vec<OnceCell<Signs>>,
    /// Whether each verb has an idiom of stance behind it, found when first asked for.
    idioms: Vec<OnceCell<bool>>,
}

impl<'a> Words<'a> {
    /// Prepares the view once for a text.
    pub fn new(text: &'a str, syntax: &'a Syntax) -> Self {
        let count = syntax.tokens.spans.len();
        let mut first_child = vec![0u32; count + 1];
        let heads = &syntax.trees.heads;
        let child_of = |word: usize| {
            heads
                .get(word)
                .map(|&head| head as usize)
                .filter(|&head| head != word)
        };
        for word in 0..count {
            if let Some(head) = child_of(word) {
                first_child[head + 1] += 1;
            }
        }
        for word in 0..count {
            first_child[word + 1] += first_child[word];
        }
        let mut next = first_child.clone();
        let mut children = vec![0u32; first_child[count] as usize];
        for word in 0..count {
            if let Some(head) = child_of(word) {
                children[next[head] as usize] = word as u32;
                next[head] += 1;
            }
        }
        let mut sentence = vec![0u32; count];
        for (index, range) in syntax.sentences.0.iter().enumerate() {
            sentence[range.clone()].fill(index as u32);
        }
        let forms: Vec<&str> = (syntax.tokens.spans.iter())
            .map(|span| span.of(text))
            .collect();
        let lower = forms.iter().map(|form| lowered(form)).collect();
        let lemmas = (syntax.tags.lemmas.iter())
            .map(|lemma| counted(lowered(lemma)))
            .collect();
        let mut words = Self {
            text,
            syntax,
            forms,
            upos: &syntax.tags.upos,
            xpos: &syntax.tags.xpos,
            heads: &syntax.trees.heads,
            rels: &syntax.trees.rels,
            lower,
            lemmas,
            children,
            first_child,
            sentence,
            edges: Vec::new(),
            hangings: vec![OnceCell::new(); syntax.sentences.0.len()],
            forces: vec![OnceCell::new(); count],
            passives: vec![OnceCell::new(); count],
            particles: vec![OnceCell::new(); count],
            tellings: vec![OnceCell::new(); count],
            signs: vec![OnceCell::new(); syntax.sentences.0.len()],
            idioms: vec![OnceCell::new(); count],
        };
        words.edges = words.measure();
        words
    }

    /// The first and last word of every subtree, from the leaves up.
    fn measure(&self) -> Vec<(u32, u32)> {
        let count = self.len();
        let mut edges: Vec<(u32, u32)> = (0..count as u32).map(|word| (word, word)).collect();
        let mut pending: Vec<u32> = (0..count)
            .map(|word| self.children(word).len() as u32)
            .collect();
        let mut ready: Vec<usize> = (0..count).filter(|&word| pending[word] == 0).collect();
        while let Some(word) = ready.pop() {
            if let Some(head) = self.head(word) {
                edges[head] = (
                    edges[head].0.min(edges[word].0),
                    edges[head].1.max(edges[word].1),
                );
                pending[head] -= 1;
                if pending[head] == 0 {
                    ready.push(head);
                }
            }
        }
        edges
    }

    /// The word of a range that its other words hang on; none of an empty range, or where trees go in circles.
    pub fn top(&self, range: Range<usize>) -> Option<usize> {
        (range.clone()).find(|&word| self.head(word).is_none_or(|head| !range.contains(&head)))
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.syntax.tokens.spans.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words of a stretch as they are written.
    pub fn forms(&self, range: Range<usize>) -> Vec<&'a str> {
        range.map(|word| self.form(word)).collect()
    }

    /// The word as written; empty past the last word.
    pub fn form(&self, word: usize) -> &'a str {
        self.forms.get(word).copied().unwrap_or_default()
    }

    /// The word as written, but in lower case; empty past the last word.
    pub fn lower(&self, word: usize) -> &str {
        self.lower.get(word).map_or("", |form| form)
    }

    /// The lemma in lower case; empty past the last word.
    pub fn lemma(&self, word: usize) -> &str {
        self.lemmas.get(word).map_or("", |lemma| lemma)
    }

    /// Universal part of speech; `X` past the last word.
    pub fn upos(&self, word: usize) -> Upos {
        *self.upos.get(word).unwrap_or(&Upos::X)
    }

    /// Penn Treebank tag; `XX` past the last word.
    pub fn xpos(&self, word: usize) -> Xpos {
        *self.xpos.get(word).unwrap_or(&Xpos::Xx)
    }

    /// Relation to the head; `dep` past the last word.
    pub fn rel(&self, word: usize) -> Rel {
        *self.rels.get(word).unwrap_or(&Rel::Dep)
    }

    /// The head; `None` for the root of a sentence and past the last word.
    pub fn head(&self, word: usize) -> Option<usize> {
        let head = *self.heads.get(word)? as usize;
        (head != word).then_some(head)
    }

    /// The words whose head this is, in order.
    pub fn children(
        &self,
        word: usize,
    ) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + '_ {
        let children = match self.first_child.get(word..word + 2) {
            Some(edges) => &self.children[edges[0] as usize..edges[1] as usize],
            None => &[],
        };
        children.iter().map(|&child| child as usize)
    }

    /// The first child with one of these relations.
    pub fn child(&self, word: usize, rels: &[Rel]) -> Option<usize> {
        self.children(word)
            .find(|&child| rels.contains(&self.rel(child)))
    }

    /// The children with one of these relations.
    pub fn children_by<'b>(
        &'b self,
        word: usize,
        rels: &'b [Rel],
    ) -> impl Iterator<Item = usize> + 'b {
        self.children(word)
            .filter(move |&child| rels.contains(&self.rel(child)))
    }

    /// Head, head of the head and so on to the root.
    pub fn ancestors(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(word), |&above| self.head(above)).take(self.len())
    }

    /// Whether `word` is `above` or stands below it.
    pub fn is_within(&self, word: usize, above: usize) -> bool {
        word == above || self.ancestors(word).any(|ancestor| ancestor == above)
    }

    /// From the first to the last word below `word`, itself included; empty past the last word.
    pub fn subtree(&self, word: usize) -> Range<usize> {
        match self.edges.get(word) {
            Some(&(first, last)) => first as usize..last as usize + 1,
            None => self.len()..self.len(),
        }
    }

    /// Index of the sentence a word stands in; past the last word that of no sentence.
    pub fn sentence_of(&self, word: usize) -> usize {
        (self.sentence.get(word)).map_or(self.sentences(), |&sentence| sentence as usize)
    }

    /// The name that a word stands in.
    pub fn name_at(&self, word: usize) -> Option<&'a Name> {
        let names = &self.syntax.names.0;
        let after = names.partition_point(|name| name.words.start <= word);
        let name = names.get(after.checked_sub(1)?)?;
        name.words.contains(&word).then_some(name)
    }

    /// How many sentences there are.
    pub fn sentences(&self) -> usize {
        self.syntax.sentences.0.len()
    }

    /// The words of a sentence; none past the last sentence.
    pub fn sentence(&self, sentence: usize) -> Range<usize> {
        (self.syntax.sentences.0.get(sentence)).map_or(self.len()..self.len(), Range::clone)
    }

    /// Where words stand in the text, from the first to the last of them. An empty range gives an empty span.
    pub fn span(&self, words: Range<usize>) -> Span {
        match (
            self.syntax.tokens.spans.get(words.start),
            words
                .end
                .checked_sub(1)
                .and_then(|last| self.syntax.tokens.spans.get(last)),
        ) {
            (Some(first), Some(last)) if words.start < words.end => first.cover(*last),
            _ => Span::default(),
        }
    }

    /// The text from the first to the last of some words.
    pub fn text_of(&self, words: Range<usize>) -> &'a str {
        self.span(words).of(self.text)
    }

    /// The words that stand wholly inside a span.
    pub fn inside(&self, span: Span) -> Range<usize> {
        let spans = &self.syntax.tokens.spans;
        let first = spans.partition_point(|word| word.start < span.start);
        let last = spans.partition_point(|word| word.end <= span.end);
        first..last.max(first)
    }

    /// `words` without punctuation at either end; quotation marks count as punctuation.
    pub fn trim(&self, mut words: Range<usize>) -> Range<usize> {
        while words.start < words.end && self.upos(words.start) == Upos::Punct {
            words.start += 1;
        }
        while words.start < words.end && self.upos(words.end - 1) == Upos::Punct {
            words.end -= 1;
        }
        words
    }

    /// Whether a word is a form of a verb that heads a clause (a participle before its noun does not).
    pub fn is_verb(&self, word: usize) -> bool {
        self.upos(word) == Upos::Verb && !matches!(self.rel(word), Rel::Amod | Rel::Compound)
    }

    /// The negation that scopes over a predicate directly ("not", "never", "no longer", "n't"), if any.
    pub fn negation(&self, word: usize) -> Option<usize> {
        self.children(word).find(|&child| {
            matches!(
                self.rel(child),
                Rel::Advmod | Rel::Det | Rel::Cc | Rel::CcPreconj
            ) && matches!(
                self.lemma(child),
                "not" | "n't" | "never" | "no" | "neither" | "nor" | "hardly" | "scarcely"
            )
        })
    }

    /// Words that agents of the clause of `word`: subject in the active, `by` in the passive. Shared subjects of
    /// coordinated verbs and of open complements (`xcomp`) are found at the verb that bears them.
    pub fn subject(&self, word: usize) -> Option<usize> {
        let (mut at, mut below) = (word, word);
        for _ in 0..8 {
            if self.is_passive(at) {
                // "is said by diplomats to oppose it": not the diplomats; "was asked by both and refused": who was asked.
                let told = || {
                    at != word
                        && (hearsay(self, below) == Some(at)
                            || self.rel(below) == Rel::Conj && !self.is_passive(below))
                };
                if let Some(agent) = self.child(at, &[Rel::OblAgent]).filter(|_| !told()) {
                    return Some(agent);
                }
                if at == word {
                    return None;
                }
            }
            // "The fact is that Merin backs it": the subject of the clause, not of what it is.
            let inner = self.child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj]);
            if let Some(subject) = inner.or_else(|| self.child(at, &[Rel::NsubjOuter])) {
                if (matches!(self.xpos(subject), Xpos::Wdt | Xpos::Wp)
                    || matches!(self.lemma(subject), "that" | "which" | "who"))
                    && let (Rel::AclRelcl | Rel::AdvclRelcl, Some(noun)) =
                        (self.rel(at), self.head(at))
                    && (self.rel(at) == Rel::AclRelcl || self.is_cleft(noun))
                {
                    return Some(self.said_of(noun).unwrap_or(noun));
                }
                // "Merin and Brod, both of which back it"
                let of_which = self.rel(at) == Rel::AclRelcl
                    && matches!(
                        self.lemma(subject),
                        "both" | "all" | "neither" | "each" | "none"
                    )
                    && self.children(subject).any(|which| {
                        matches!(self.xpos(which), Xpos::Wdt | Xpos::Wp)
                            || matches!(self.lemma(which), "which" | "whom")
                    });
                if let Some(noun) = self.head(at).filter(|_| of_which) {
                    return Some(noun);
                }
                // "What Merin did was to demand a levy"
                if let Some(doer) = self.doer(subject) {
                    return Some(doer);
                }
                return Some(subject);
            }
            let above = match (self.rel(at), self.head(at)) {
                (Rel::Csubj | Rel::Acl | Rel::Advcl, Some(_)) if self.taking_time(at).is_some() => {
                    self.taking_time(at)?
                }
                // "X rejected A and accepted B", "X decided to accept", "X, rejecting A, …", "refused … , saying"
                (Rel::Conj, Some(head)) if self.clausal(head) => head,
                (Rel::Xcomp, Some(head)) => match self.child(head, &[Rel::Obj, Rel::Iobj]) {
                    Some(object) if self.object_controls(head) => return Some(object),
                    _ => head,
                },
                // "accused X of rejecting", "barred X from selling"
                (Rel::Advcl, Some(head))
                    if self.children(at).any(|mark| {
                        matches!(self.rel(mark), Rel::Mark | Rel::Case)
                            && matches!(self.lemma(mark), "of" | "for" | "from" | "into")
                    }) && self.child(head, &[Rel::Obj]).is_some() =>
                {
                    return self.child(head, &[Rel::Obj]);
                }
                (Rel::Advcl, Some(head))
                    if self
                        .child(at, &[Rel::Mark])
                        .is_none_or(|mark| self.lemma(mark) != "that") =>
                {
                    match self.accompanying(at, head) {
                        Some(somebody) => return Some(somebody),
                        None => self.proposer(at, head).unwrap_or(head),
                    }
                }
                (Rel::Parataxis, Some(head)) if self.xpos(at) == Xpos::Vbg => head,
                // "wasted no time rejecting it", "made a point of backing it"
                (Rel::Acl, Some(noun))
                    if self.xpos(at) == Xpos::Vbg
                        && matches!(self.lemma(noun), "time" | "point")
                        && matches!(self.rel(noun), Rel::Obj | Rel::OblUnmarked) =>
                {
                    self.head(noun)?
                }
                (Rel::Acl, Some(noun)) if self.xpos(at) == Xpos::Vbg => return Some(noun),
                // "Merin, worried about the fee, asked for a study"
                (Rel::Acl, Some(noun)) if at == word && self.upos(at) == Upos::Adj => {
                    return Some(noun);
                }
                // "was the first to back it"
                (Rel::Acl, Some(first)) if self.is_of_its_subject(first) => first,
                // "was one of three states to back it", "used the meeting to insist on it"
                (Rel::Acl, Some(noun)) if self.above_noun(at, noun).is_some() => {
                    self.above_noun(at, noun)?
                }
                // "its refusal to …": the possessor
                // "The only country to oppose it was Brod"
                (Rel::Acl, Some(noun)) if self.only_one(noun).is_some() => return Some(noun),
                (Rel::Acl, Some(noun)) => match self.child(noun, &[Rel::NmodPoss]) {
                    Some(possessor) => return Some(possessor),
                    None => match self.rel(noun) {
                        Rel::Obj => self.head(noun)?,
                        _ => return None,
                    },
                },
                _ => return None,
            };
            (at, below) = (above, at);
        }
        None
    }

    /// "It was Brod that …": the noun of a cleft.
    fn is_cleft(&self, noun: usize) -> bool {
        self.child(noun, &[Rel::Cop]).is_some()
            && (self.children_by(noun, &[Rel::Nsubj, Rel::Expl]))
                .any(|subject| self.lower(subject) == "it")
    }

    /// "Brod was the first": an ordinal said of a subject.
    fn is_of_its_subject(&self, ordinal: usize) -> bool {
        matches!(
            self.lower(ordinal),
            "first" | "second" | "third" | "last" | "latest" | "one" | "only"
        ) && self.child(ordinal, &[Rel::Cop]).is_some()
            && self.child(ordinal, &[Rel::Nsubj]).is_some()
    }

    /// "the talks went on, with Brod still holding out": who holds out, right before the gerund.
    fn accompanying(&self, gerund: usize, verb: usize) -> Option<usize> {
        if self.xpos(gerund) != Xpos::Vbg || self.child(gerund, &[Rel::Mark]).is_some() {
            return None;
        }
        let start = self.subtree(gerund).start;
        self.with_case(verb, &["with"]).find(|&somebody| {
            somebody > verb
                && somebody < start
                && self.rel(somebody) == Rel::Obl
                && self.subtree(somebody).end == start
        })
    }

    fn clausal(&self, word: usize) -> bool {
        matches!(
            self.upos(word),
            Upos::Verb | Upos::Aux | Upos::Adj | Upos::Noun
        )
    }

    /// Verbs whose infinitive has the object as its subject: "asked Bolivia to send", not "promised Bolivia to send".
    fn object_controls(&self, word: usize) -> bool {
        !matches!(
            self.lemma(word),
            "promise" | "threaten" | "offer" | "swear" | "vow" | "pledge"
        )
    }

    /// What a relative clause describes: its noun, or what "what" turns out to be ("what it wants is the road").
    pub fn described(&self, clause: usize) -> Option<usize> {
        // "a bill that A opposes and B backs": the second verb of the clause.
        let first = (self.head(clause)).filter(|&first| {
            let subject = self.child(first, &[Rel::Nsubj]);
            // "an idea that A opposed but no longer rules out"
            let shared = subject.is_some_and(|subject| {
                !matches!(self.lemma(subject), "that" | "which" | "who")
                    && self
                        .child(first, &[Rel::Obj])
                        .is_some_and(|object| object < first)
            });
            self.rel(clause) == Rel::Conj
                && self.rel(first) == Rel::AclRelcl
                && (self.child(clause, &[Rel::Nsubj]).is_some() || shared)
                && self
                    .child(clause, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
                    .is_none()
                && self
                    .child(first, &[Rel::Obj])
                    .is_none_or(|object| object < first)
        });
        let clause = first.unwrap_or(clause);
        let noun = self
            .head(clause)
            .filter(|_| self.rel(clause) == Rel::AclRelcl)?;
        // "The one thing it will not accept is a toll": the answer.
        if self.rel(noun) == Rel::Nsubj && self.is_one_thing(noun) {
            return (self.head(noun)).filter(|&answer| {
                answer > clause
                    && matches!(self.upos(answer), Upos::Noun | Upos::Verb | Upos::Propn)
                    && (self.child(answer, &[Rel::Cop])).is_some_and(|be| be > clause)
                    && self.negation(answer).is_none()
            });
        }
        // "a pause is something it can accept", "is an idea that it has not ruled out"
        let light = matches!(self.lemma(noun), "something" | "anything" | "one" | "thing")
            || matches!(
                self.lemma(noun),
                "idea"
                    | "option"
                    | "step"
                    | "move"
                    | "matter"
                    | "notion"
                    | "prospect"
                    | "measure"
                    | "concession"
                    | "solution"
            ) && self.child(noun, &[Rel::Cop]).is_some()
                && (self.child(noun, &[Rel::Nsubj, Rel::Csubj]))
                    .is_some_and(|subject| self.upos(subject) != Upos::Pron);
        if light {
            // "wants a pause, something it can accept": told again.
            let again = self.rel(noun) == Rel::Parataxis
                && noun > 0
                && self.form(noun - 1) == ","
                && self.lemma(noun) == "something";
            return match again {
                true => Some(noun),
                false => (self.child(noun, &[Rel::Cop]))
                    .and_then(|_| self.child(noun, &[Rel::Nsubj, Rel::Csubj])),
            };
        }
        if self.lemma(noun) != "what" {
            return Some(noun);
        }
        // "a pause is what it wants"
        if self.child(noun, &[Rel::Cop]).is_some() {
            return self.child(noun, &[Rel::Nsubj, Rel::Csubj]);
        }
        self.head(noun).filter(|&answer| {
            self.rel(noun) == Rel::Nsubj && self.child(answer, &[Rel::Cop]).is_some()
        })
    }

    /// "The only country to oppose it was Brod", "the first to sign was Brod": who is told to be the one.
    pub fn only_one(&self, noun: usize) -> Option<usize> {
        let one = |word: usize| matches!(self.lower(word), "only" | "first" | "last" | "sole");
        let name = self.head(noun).filter(|_| self.rel(noun) == Rel::Nsubj)?;
        let told = (self.child(name, &[Rel::Cop])).is_some_and(|be| be > noun && be < name);
        (told && name > noun && (one(noun) || self.children_by(noun, &[Rel::Amod]).any(one)))
            .then_some(name)
    }

    /// "the one thing", "the only concession": what a clause is about, of which its predicate tells what it is.
    fn is_one_thing(&self, noun: usize) -> bool {
        matches!(
            self.lemma(noun),
            "thing"
                | "point"
                | "concession"
                | "item"
                | "condition"
                | "step"
                | "demand"
                | "clause"
                | "issue"
                | "measure"
                | "solution"
                | "outcome"
                | "option"
                | "part"
        ) && self.children(noun).any(|one| {
            one < noun
                && matches!(
                    self.lower(one),
                    "one" | "only" | "single" | "sole" | "first"
                )
        })
    }

    /// What a preposition left alone at the end of a relative clause is about: "the pause that it has pressed for".
    pub fn stranded(&self, clause: usize, preposition: &str) -> Option<usize> {
        let noun = self.described(clause)?;
        let alone = self.children(clause).any(|child| {
            child > clause && self.lemma(child) == preposition && self.children(child).len() == 0
        });
        // "that it had been asking for since 2018", hung on the date behind it.
        let before_another = clause + 2 < self.len()
            && self.lemma(clause + 1) == preposition
            && self.rel(clause + 1) == Rel::Case
            && self.rel(clause + 2) == Rel::Case;
        // "which it has called for", hung on a word before it, which no preposition can be.
        let misled = self.lemma(clause + 1) == preposition
            && self.rel(clause + 1) == Rel::Case
            && self.head(clause + 1).is_some_and(|head| head <= clause);
        (alone || before_another || misled).then_some(noun)
    }

    /// The object in the active, the subject in the passive.
    pub fn object(&self, word: usize) -> Option<usize> {
        if let Some(object) = self.child(word, &[Rel::Obj]) {
            // "the fund that Tolsk suggested": what the pronoun stands for.
            return match (self.rel(word), self.head(word)) {
                (Rel::AclRelcl, Some(_))
                    if matches!(self.lemma(object), "that" | "which" | "whom") =>
                {
                    self.described(word)
                }
                _ => Some(object),
            };
        }
        if self.is_passive(word) {
            if let Some(subject) = self.child(word, &[Rel::NsubjPass]) {
                // "a levy that was demanded by Merin"
                let stands_for = matches!(self.lemma(subject), "that" | "which")
                    .then(|| self.described(word))
                    .flatten();
                return stands_for.or(Some(subject));
            }
            // "the levy, backed by Merin and resisted by Brod"
            if let (Rel::Conj, Some(first)) = (self.rel(word), self.head(word))
                && self.rel(first) == Rel::Acl
                && self.xpos(first) == Xpos::Vbn
            {
                return self.head(first);
            }
            // "the truce falls short and will not be signed": the subject of the verb before.
            if let (Rel::Conj, Some(first)) = (self.rel(word), self.head(word))
                && self.child(word, &[Rel::Nsubj]).is_none()
                && let Some(subject) = self.child(first, &[Rel::Nsubj, Rel::NsubjPass])
                && self.is_verb(first)
            {
                return Some(subject);
            }
            if let (Rel::Acl | Rel::AclRelcl | Rel::Advcl, Some(noun)) =
                (self.rel(word), self.head(word))
            {
                // "backs a larger budget, sought by Merin": the object, where it is hung on the verb.
                return match self.upos(noun) {
                    Upos::Verb => self
                        .child(noun, &[Rel::Obj])
                        .filter(|&object| object < word),
                    _ if self.rel(word) == Rel::Advcl => None,
                    _ => Some(noun),
                };
            }
        }
        // "the levy, which X said it could accept", "the levy, which X has vowed to resist"
        let complement = |telling: usize| match self.rel(word) {
            Rel::Ccomp | Rel::Xcomp => true,
            // "an idea that X rebuffed but is now open to discussing"
            Rel::Advcl => self.xpos(word) == Xpos::Vbg && self.upos(telling) == Upos::Adj,
            _ => false,
        };
        if let Some(telling) = self.head(word).filter(|&telling| complement(telling))
            && let Some(clause) = (self.relative_of(telling))
            && self.child(clause, &[Rel::Obj]).is_some_and(|which| {
                which < clause && matches!(self.lemma(which), "which" | "that")
            })
        {
            return self.described(telling);
        }
        // "the offer that X rejected", "and now accepts"
        if let Some(noun) = self.described(word) {
            let subject = self.child(word, &[Rel::Nsubj]).or_else(|| {
                let clause = self.head(word).filter(|_| self.rel(word) == Rel::Conj)?;
                self.child(clause, &[Rel::Nsubj])
            });
            if subject
                .is_some_and(|subject| !matches!(self.lemma(subject), "that" | "which" | "who"))
            {
                return Some(noun);
            }
        }
        None
    }

    /// The relative clause that a verb heads, or whose second verb it is.
    fn relative_of(&self, verb: usize) -> Option<usize> {
        let first = match self.rel(verb) {
            Rel::Conj => self.head(verb)?,
            _ => verb,
        };
        (self.rel(first) == Rel::AclRelcl).then_some(first)
    }

    /// The oblique or nominal dependents introduced by one of these prepositions.
    pub fn with_case<'b>(
        &'b self,
        word: usize,
        cases: &'b [impl AsRef<str>],
    ) -> impl Iterator<Item = usize> + 'b {
        self.children(word).filter(move |&child| {
            matches!(
                self.rel(child),
                Rel::Obl
                    | Rel::OblAgent
                    | Rel::Nmod
                    | Rel::NmodDesc
                    | Rel::Advcl
                    | Rel::Acl
                    | Rel::Xcomp
                    | Rel::Advmod
            ) && self.children(child).any(|mark| {
                matches!(self.rel(mark), Rel::Case | Rel::Mark)
                    && (cases.iter()).any(|case| case.as_ref() == self.lemma(mark))
            })
        })
    }
}

/// Nouns that one treebank has as plurals only and another counts, as counted ones: the classes know them so.
fn counted(lemma: Cow<'_, str>) -> Cow<'_, str> {
    match lemma.as_ref() {
        "troops" => "troop".into(),
        "supplies" => "supply".into(),
        _ => lemma,
    }
}

/// A word in lower case, borrowed where it stands so.
pub(crate) fn lowered(word: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_lower) {
        word.into()
    } else {
        word.to_lowercase().into()
    }
}

/// The entries of a list of phrases, sorted by their first letter, that begin with a letter: most words begin none.
pub(crate) fn with_letter<T>(
    list: &[T],
    letter: u8,
    phrase: impl Fn(&T) -> &str,
) -> impl Iterator<Item = &T> {
    let first = move |entry: &T| phrase(entry).as_bytes().first().copied();
    let from = list.partition_point(|entry| first(entry) < Some(letter));
    (list[from..].iter()).take_while(move |entry| first(entry) == Some(letter))
}

/// Whether a phrase begins with a word, whatever the case.
pub(crate) fn opens(phrase: &str, word: &str) -> bool {
    (phrase.as_bytes().split_at_checked(word.len())).is_some_and(|(first, rest)| {
        matches!(rest.first(), None | Some(b' ')) && first.eq_ignore_ascii_case(word.as_bytes())
    })
}
