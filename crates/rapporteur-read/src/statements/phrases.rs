//! Sources named by a phrase or a noun: "according to", "as reported by", "citing", "its claim that".

use std::ops::Range;

use rapporteur_model::{Act, LinkKind};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Kind;
use super::{Context, Draft, Teller};

impl Context<'_, '_> {
    /// Attributions by phrase.
    pub(super) fn phrase_drafts(&self) -> Vec<Draft> {
        let words = self.words;
        let mut drafts = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.source_phrase(at) {
                Some((cue, head)) => {
                    at = cue.end;
                    self.told_by_phrase(cue.clone(), cue, head, &mut drafts);
                }
                None => {
                    if let Some((phrase, cue, head)) = self.viewpoint(at) {
                        self.told_by_phrase(phrase, cue, head, &mut drafts);
                    }
                    at += 1;
                }
            }
        }
        for noun in 0..words.len() {
            if let Some(draft) = self.noun_draft(noun) {
                drafts.push(draft);
            }
        }
        drafts
    }

    /// "according to" + noun, "as per" + noun, "as reported by" + noun: the words of the phrase and the noun.
    fn source_phrase(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let words = self.words;
        let form = words.lower(at);
        let phrase = self
            .classes
            .cases
            .iter()
            .filter(|phrase| phrase[0] == form)
            .find(|phrase| {
                phrase.iter().enumerate().all(|(offset, part)| {
                    at + offset < words.len() && words.form(at + offset).eq_ignore_ascii_case(part)
                })
            });
        if let Some(phrase) = phrase {
            let end = at + phrase.len();
            let head = self.noun_after(end)?;
            if phrase.len() == 1 && !(words.upos(head) == Upos::Propn || self.actor(head).is_some())
            {
                return None;
            }
            return Some((at..end, head));
        }
        // "as reported by the agency", "as first told to": a participle under "as".
        if form == "as" {
            let verb = (at + 1..(at + 4).min(words.len()))
                .find(|&word| words.xpos(word) == Xpos::Vbn && words.upos(word) == Upos::Verb)?;
            let by = verb + 1;
            // "as demanded by Orveth" tells what Orveth wants, not what it says.
            let wish = matches!(
                words.lemma(verb),
                "demand"
                    | "request"
                    | "ask"
                    | "urge"
                    | "seek"
                    | "require"
                    | "propose"
                    | "recommend"
                    | "offer"
            );
            if by < words.len()
                && !wish
                && words.form(by) == "by"
                && super::cues::verb_cue(words, self.classes, verb).is_some()
            {
                let head = self.noun_after(by + 1)?;
                return Some((at..by + 1, head));
            }
        }
        None
    }

    /// "In Orveth's view", "from the union's point of view", "in its eyes": the whole phrase, its noun, and whose it is.
    fn viewpoint(&self, at: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let words = self.words;
        if !matches!(words.lemma(at), "in" | "from" | "to") {
            return None;
        }
        let noun = words.head(at).filter(|&noun| noun > at)?;
        let whose = words.child(noun, &[Rel::NmodPoss])?;
        let mut end = noun + 1;
        let point = words.lemma(noun) == "point" && words.form(end) == "of";
        if point && words.lemma(end + 1) == "view" {
            end += 2;
        } else if !self.classes.views.contains(words.lemma(noun)) {
            return None;
        }
        (at < whose && whose < noun).then_some((at..end, noun..end, whose))
    }

    /// The head of the noun phrase that begins at a word.
    fn noun_after(&self, first: usize) -> Option<usize> {
        let words = self.words;
        if first >= words.len() || words.upos(first) == Upos::Punct && !self.is_quote_mark(first) {
            return None;
        }
        let mut head = first;
        while let Some(above) = words.head(head) {
            if above < first || words.subtree(above).start + 6 < first || !self.is_nominal(above) {
                break;
            }
            head = above;
        }
        self.is_nominal(head).then_some(head)
    }

    fn is_nominal(&self, word: usize) -> bool {
        let words = self.words;
        matches!(
            words.upos(word),
            Upos::Noun
                | Upos::Propn
                | Upos::Pron
                | Upos::Num
                | Upos::Adj
                | Upos::Det
                | Upos::X
                | Upos::Sym
        ) && !matches!(words.rel(word), Rel::Root | Rel::Ccomp)
    }

    /// What is told by the source named in `phrase`, with the cue `cue`.
    fn told_by_phrase(
        &self,
        phrase: Range<usize>,
        cue: Range<usize>,
        head: usize,
        drafts: &mut Vec<Draft>,
    ) {
        let words = self.words;
        if self.classes.manners.contains(words.lemma(head)) {
            return;
        }
        let source = self.noun_phrase(head, cue.end - 1, true);
        let group = phrase.start..source.words.end.max(phrase.end);
        let sentence = words.sentence(words.sentence_of(head));
        let Some(content) = self.scope(head, &group, &sentence) else {
            return;
        };
        let media = self.is_media(head);
        let document =
            self.classes.documents.contains(words.lemma(head)) && self.actor(head).is_none();
        let mut draft = Draft {
            cue: Some(cue),
            act: Act::Said,
            kind: if media || document {
                Kind::Showing
            } else {
                Kind::Saying
            },
            source: Some(source),
            content,
            rule: "statement/according-to",
            ..Draft::default()
        };
        if document {
            let from = draft.cue.as_ref().map_or(0, |cue| cue.end);
            draft.told.push(self.document(head, from));
        }
        // "according to the newspaper, which cited one of the engineers": the one quoted speaks, the other tells.
        let quoting = words
            .children_by(head, &[Rel::AclRelcl, Rel::Acl])
            .find(|&verb| {
                matches!(words.lemma(verb), "quote" | "cite")
                    && words.child(verb, &[Rel::Obj]).is_some()
            });
        if let Some(verb) = quoting
            && let Some(quoted) = words.child(verb, &[Rel::Obj])
        {
            draft.kind = Kind::Showing;
            drafts.push(draft.clone());
            draft.kind = if self.classes.documents.contains(words.lemma(quoted)) {
                Kind::Showing
            } else {
                Kind::Saying
            };
            draft.source = Some(self.noun_phrase(quoted, verb, true));
            draft.cue = Some(verb..verb + 1);
            draft.cue_head = Some(verb);
            draft.told = vec![self.teller(head)];
            draft.rule = "statement/quoted-by";
        }
        drafts.push(draft);
    }

    /// A document as a link of the chain, in its own words.
    fn document(&self, head: usize, from: usize) -> Teller {
        let words = self.words;
        let mut range = words.subtree(head);
        range.start = range.start.max(from.min(head));
        for child in words.children(head).filter(|&child| child > head) {
            if matches!(
                words.rel(child),
                Rel::Acl | Rel::AclRelcl | Rel::Appos | Rel::Punct
            ) {
                range.end = range.end.min(words.subtree(child).start);
            }
        }
        while range.start < head && matches!(words.rel(range.start), Rel::Case | Rel::Fixed) {
            range.start += 1;
        }
        let range = words.trim(range);
        Teller {
            entity: None,
            name: Some(words.span(range)),
            unnamed: false,
            kind: Some(LinkKind::Document),
        }
    }

    /// An outlet, a person or a paper as a link of the chain.
    pub(super) fn teller(&self, head: usize) -> Teller {
        let words = self.words;
        let entity = self.actor(head);
        let media = self.is_media(head);
        let agency = words
            .subtree(head)
            .any(|word| matches!(words.lemma(word), "agency" | "wire"));
        let kind = media.then_some(if agency {
            LinkKind::Agency
        } else {
            LinkKind::Outlet
        });
        Teller {
            name: entity.is_none().then(|| {
                let range = self.noun_phrase(head, words.len(), true).words;
                words.span(words.trim(self.before_relative(head, range)))
            }),
            unnamed: entity.is_some_and(|id| {
                self.entities.all[id].kind
                    == crate::entities::EntityKind::Actor(rapporteur_model::ActorType::Unnamed)
            }),
            entity,
            kind,
        }
    }

    /// What a phrase that names a source covers: its clause where that is a conjunct with a subject of its own, else
    /// the sentence up to a semicolon.
    fn scope(
        &self,
        head: usize,
        group: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        let words = self.words;
        let mut start = sentence.start;
        let mut end = sentence.end;
        for word in sentence.clone() {
            if words.form(word) == ";" && self.quote_of[word].is_none() {
                if word < group.start {
                    start = word + 1;
                } else if word >= group.end && word < end {
                    end = word;
                }
            }
        }
        let clause = words
            .ancestors(head)
            .find(|&above| words.is_verb(above) || words.child(above, &[Rel::Cop]).is_some());
        if let Some(clause) = clause {
            let own = words.child(clause, &[Rel::Nsubj, Rel::NsubjPass]).is_some();
            if words.rel(clause) == Rel::Conj && own {
                let below = words.subtree(clause);
                start = start.max(below.start);
                end = end.min(below.end.max(group.end));
            }
        }
        let left = self.trim_range(start..group.start.max(start));
        let right = self.trim_range(group.end.min(end)..end);
        let content: Vec<Range<usize>> = [left, right]
            .into_iter()
            .filter(|range| !range.is_empty())
            .collect();
        (!content.is_empty()).then_some(content)
    }

    /// "a warning that the dam could fail", read as a relative clause: it has subject, and nothing is missing in it.
    fn looks_like_content(&self, noun: usize, clause: usize) -> bool {
        let words = self.words;
        let that = noun + 1;
        words.rel(clause) == Rel::AclRelcl
            && words.lemma(that) == "that"
            && words.head(that) == Some(clause)
            && words
                .children_by(clause, &[Rel::Nsubj, Rel::NsubjPass])
                .any(|subject| subject > that)
            && (words
                .child(clause, &[Rel::Cop, Rel::AuxPass, Rel::Ccomp])
                .is_some()
                || words
                    .children_by(clause, &[Rel::Obj])
                    .any(|object| object != that)
                || words
                    .children_by(clause, &[Rel::Aux])
                    .any(|aux| words.xpos(aux) == Xpos::Md))
    }

    /// "the reply that Orveth sent back": what was sent is the noun itself, and the clause tells nothing.
    fn wants_object(&self, clause: usize) -> bool {
        let words = self.words;
        matches!(
            words.lemma(clause),
            "send"
                | "make"
                | "give"
                | "issue"
                | "publish"
                | "receive"
                | "reject"
                | "deliver"
                | "write"
                | "submit"
                | "table"
                | "hand"
                | "post"
                | "release"
                | "voice"
                | "repeat"
                | "draft"
                | "sign"
                | "circulate"
                | "dismiss"
                | "ignore"
        ) && !words.is_passive(clause)
            && words
                .child(clause, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
                .is_none_or(|object| words.lemma(object) == "that")
    }

    /// "its claim that …", "issued a warning that …".
    fn noun_draft(&self, noun: usize) -> Option<Draft> {
        let words = self.words;
        if words.upos(noun) != Upos::Noun {
            return None;
        }
        let class = &self.classes.all[*self.classes.nouns.get(words.lemma(noun))?];
        let clause = words.children(noun).find(|&child| {
            child > noun
                && matches!(
                    words.rel(child),
                    Rel::Acl | Rel::Ccomp | Rel::AclRelcl | Rel::Xcomp
                )
                && !self.wants_object(child)
                && (words
                    .child(child, &[Rel::Mark])
                    .is_some_and(|mark| words.lemma(mark) == "that")
                    || self.looks_like_content(noun, child)
                    || matches!(class.act, Act::Warned | Act::Promised | Act::Asked)
                        && words
                            .children(child)
                            .any(|mark| words.xpos(mark) == Xpos::To))
        })?;
        let start = words.subtree(clause).start.max(noun + 1);
        let end = self.cut(noun, clause, start..words.subtree(clause).end);
        let content = self.trim_range(start..end);
        if content.is_empty() {
            return None;
        }
        let verb = words
            .head(noun)
            .filter(|&verb| words.rel(noun) == Rel::Obj && class.light.contains(words.lemma(verb)));
        let light = verb.is_some();
        let owner = self.owner(noun, noun);
        let kind = if light {
            class.kind
        } else if class.kind == Kind::Saying {
            Kind::Showing
        } else {
            class.kind
        };
        let cue = match verb {
            Some(verb) => super::cues::cue_words(
                words,
                &super::cues::Cue {
                    head: verb,
                    end: noun + 1,
                    classes: Vec::new(),
                },
            ),
            None => noun..noun + 1,
        };
        Some(Draft {
            cue_head: Some(verb.unwrap_or(noun)),
            cue: Some(cue),
            act: class.act,
            kind,
            source: owner,
            content: vec![content],
            content_head: Some(clause),
            rule: "statement/noun",
            ..Draft::default()
        })
    }

    /// "X reported, citing Y, that …" where X is an outlet: Y speaks, X tells.
    pub(super) fn cited(&self, draft: &Draft) -> Option<Draft> {
        let words = self.words;
        let verb = draft.cue_head?;
        let outlet = draft
            .source
            .as_ref()
            .filter(|source| self.is_media(source.head))?;
        let citing = words
            .children(verb)
            .chain(
                draft
                    .content_head
                    .into_iter()
                    .flat_map(|head| words.children(head)),
            )
            .find(|&child| {
                words.xpos(child) == Xpos::Vbg
                    && matches!(words.lemma(child), "cite" | "quote")
                    && words.child(child, &[Rel::Obj]).is_some()
            })?;
        let quoted = words.child(citing, &[Rel::Obj])?;
        let mut inner = draft.clone();
        inner.kind = if self.classes.documents.contains(words.lemma(quoted)) {
            Kind::Showing
        } else {
            Kind::Saying
        };
        inner.act = Act::Said;
        let mut source = self.noun_phrase(quoted, citing, true);
        if let Some(content) = inner.content.iter().find(|content| content.start > quoted) {
            source.words = words.trim(source.words.start..source.words.end.min(content.start));
        }
        inner.source = Some(source);
        inner.cue = Some(citing..citing + 1);
        inner.cue_head = Some(citing);
        inner.told = vec![self.teller(outlet.head)];
        inner.rule = "statement/citing";
        Some(inner)
    }
}
