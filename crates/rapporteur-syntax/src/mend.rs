//! Mends of trees that no sentence can have.
//!
//! The network decides word by word; some of its errors can be told by the whole: a reduced relative clause with an
//! object of its own ("a draft raised concerns": a passive participle has none), a sentence whose root is a noun though
//! a finite verb hangs below ("Orveth, for the group, opposed it."), and a sentence without any verb though one of its
//! nouns could be one ("Orveth favours talks."). Tags and relations are changed together. Measured on the development
//! parts of the treebanks (docs/syntax.md).

mod agreement;
mod arguments;
mod aside_pasts;
mod asides;
mod back;
mod bare_pasts;
mod bare_things;
mod bare_verdicts;
mod behind_asides;
mod beside;
mod bulletin;
mod circles;
mod circumstances;
mod clauses;
mod complements;
mod compounded;
mod content_clauses;
mod contents;
mod counted;
mod doubled;
mod fellows;
mod fellows_apart;
mod finites;
mod fronted_objects;
mod fronts;
mod handing;
mod hidden;
mod inversions;
mod joined;
mod leads;
mod leanings;
mod likeness;
mod listed;
mod lost_subjects;
mod marks;
mod misfits;
mod modified_things;
mod named_openings;
mod notions;
mod objects;
mod opened;
mod openings;
mod parted;
mod parted_auxiliaries;
mod parted_heads;
mod parted_modals;
mod participles;
mod pasts;
mod phrases;
mod possessors;
mod provided;
mod put_first;
mod questions;
mod rates;
mod relatives;
mod roots;
mod siding_words;
mod speakers;
mod talk;
mod that_clauses;
mod thirds;
mod told_subjects;
mod turned;
mod verbless;
mod wanting;

use std::ops::Range;

use crate::{Rel, Syntax, Upos, Xpos};

/// Mends the trees of every sentence.
pub(crate) fn mend(forms: &[&str], syntax: &mut Syntax) {
    for sentence in syntax.sentences.0.clone() {
        let mut tree = Tree::new(forms, syntax, sentence);
        tree.torn_phrases();
        tree.unmarked();
        tree.auxiliary_alone();
        tree.subject_to();
        tree.noun_subject_to();
        tree.name_behind_day();
        tree.active_in_s();
        tree.for_whom();
        tree.named_opening();
        tree.root_of_its_subject();
        tree.speaker_at_the_end();
        tree.speaker_in_apposition();
        tree.sick_leave();
        tree.bare_thing();
        tree.which_it_favours();
        tree.consent_hangs();
        tree.consent_to();
        tree.behind_auxiliary();
        tree.were_it_to();
        tree.should_it_open();
        tree.no_longer();
        tree.under_no_circumstances();
        tree.that_noun();
        tree.object_in_s();
        tree.plan_calls();
        tree.cased_subject();
        tree.infinitive_of_adjective();
        tree.past_before_noun();
        tree.particle_aside();
        tree.having_done();
        tree.both_of_which();
        tree.countered_that();
        tree.nobody_is_called();
        tree.counted_do();
        tree.rates();
        tree.joined_subject();
        tree.clause_behind_after();
        tree.opposed_behind_relative();
        tree.main_behind_relative();
        tree.main_behind_participle();
        tree.subject_behind_day();
        tree.it_is_afraid();
        tree.cleft_relative();
        tree.owner_behind_day();
        tree.both_do();
        tree.one_tag();
        tree.one_voice();
        tree.adjective_case();
        tree.marked_noun();
        tree.handing();
        tree.freeing();
        tree.outer_alone();
        tree.described_by_clause();
        tree.that_clauses();
        tree.modified_things();
        tree.parted_auxiliaries();
        tree.parted_by_time();
        tree.said_by_some();
        tree.agents_apart();
        tree.bare_past_relative();
        tree.wanting();
        tree.past_behind_aside();
        tree.participle_in_aside();
        tree.past_behind_front();
        tree.opposed_behind_aside();
        tree.opposed_between();
        tree.opposed_before_object();
        tree.opposed_alone();
        tree.finite_word();
        tree.subject_of_its_own();
        tree.gerund_object();
        tree.second_object();
        tree.noun_done_to();
        tree.first_of_two_objects();
        tree.relative_behind_object();
        tree.willed_it();
        tree.agent_clause();
        tree.parted_main();
        tree.clause_after();
        tree.premise_of_speaker();
        tree.bare_relative();
        tree.next_subject();
        tree.two_owners();
        tree.insisting();
        tree.noun_tabled();
        tree.agent_behind();
        tree.called_name();
        tree.noun_beside_verb();
        tree.that_is_no_object();
        tree.that_is_sent();
        tree.due_to_do();
        tree.spoken_for();
        tree.finite_participle();
        tree.former_and_latter();
        tree.back_as_verb();
        tree.name_favours();
        tree.that_before_stop();
        tree.name_doubts_that();
        tree.more_than_doubles();
        tree.name_fears_clause();
        tree.clause_name_fears();
        tree.break_circles();
        tree.siding_behind_aside();
        tree.hidden_verb();
        tree.hidden_infinitive();
        tree.handing();
        tree.infinitive_told();
        tree.second_verb();
        tree.deed_beside();
        tree.perfect_of_said();
        tree.added_name();
        tree.two_subjects();
        tree.described_by_subject();
        tree.verb_between_nouns();
        tree.joined_behind_opening();
        tree.things_behind_aside();
        tree.name_after_opening();
        tree.name_glued_to_opening();
        tree.relative_past();
        tree.second_subject();
        tree.agent_participle();
        tree.case_participle();
        tree.lone_subject();
        tree.told_again();
        tree.willing_it();
        tree.fronts();
        tree.leads();
        tree.leanings();
        tree.speakers();
        tree.told_subject();
        tree.carrying_gerund();
        tree.shared_subject();
        tree.told_clause();
        tree.list_not_apposition();
        tree.fellow_of_cue();
        tree.noun_with_own_article();
        tree.twin_clauses();
        tree.pasts_in_a_row();
        tree.past_joined_to_infinitive();
        tree.finite_fellow();
        tree.joined();
        tree.joined_before_aside();
        tree.but_objects_to();
        tree.same_preposition();
        tree.number_it_sought();
        tree.put_first();
        tree.fronted_objects();
        tree.bare_verdicts();
        tree.parted_modals();
        tree.modal_not();
        tree.second_is_told();
        tree.content_clauses();
        tree.this_before_name();
        tree.provided();
        tree.finite_form();
        tree.described_past();
        tree.complements();
        tree.contents();
        tree.listed();
        tree.parted_heads();
        tree.parted();
        tree.infinitive_of_adjective();
        // Once more, for the verbs that were found meanwhile.
        tree.likenesses();
        tree.that_before_stop();
        tree.main_behind_participle();
        tree.parted_main();
        tree.countered_between();
        tree.cased_subject();
        tree.unmarked();
        tree.modified_things();
        tree.object_of_perfect();
        tree.agents_apart();
        tree.that_it_opposes();
        tree.leading_so();
        tree.if_anything();
        tree.fellow_of_relative();
        tree.third_person_behind_relative();
        tree.said_in_a_row();
        tree.references();
        tree.last_not();
        tree.paired_marks();
        tree.comma_of_adverb();
        tree.final_stop();
        tree.break_circles();
    }
}

struct Tree<'a> {
    forms: &'a [&'a str],
    syntax: &'a mut Syntax,
    sentence: Range<usize>,
    /// For each word of the sentence, its first child, and the next child of its own head; [`NONE`] where there is none.
    first: Vec<usize>,
    next: Vec<usize>,
}

/// No word.
const NONE: usize = usize::MAX;

impl<'a> Tree<'a> {
    fn new(forms: &'a [&'a str], syntax: &'a mut Syntax, sentence: Range<usize>) -> Self {
        let mut tree = Self {
            first: vec![NONE; sentence.len()],
            next: vec![NONE; sentence.len()],
            forms,
            syntax,
            sentence,
        };
        for word in tree.sentence.clone().rev() {
            let head = tree.head(word);
            if head != word && tree.sentence.contains(&head) {
                let head = head - tree.sentence.start;
                tree.next[word - tree.sentence.start] = tree.first[head];
                tree.first[head] = word;
            }
        }
        tree
    }
}

impl Tree<'_> {
    fn head(&self, word: usize) -> usize {
        self.syntax.trees.heads[word] as usize
    }

    fn rel(&self, word: usize) -> Rel {
        self.syntax.trees.rels[word]
    }

    fn upos(&self, word: usize) -> Upos {
        self.syntax.tags.upos[word]
    }

    fn xpos(&self, word: usize) -> Xpos {
        self.syntax.tags.xpos[word]
    }

    /// The words whose head this is, in order.
    fn children(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let start = self.sentence.start;
        let first = (word.checked_sub(start)).and_then(|word| self.first.get(word).copied());
        let known = |&child: &usize| child != NONE;
        std::iter::successors(first.filter(known), move |&child| {
            Some(self.next[child - start]).filter(known)
        })
    }

    /// The place in the lists of children that holds a child of a head, or where it would be put.
    fn link(&mut self, head: usize, child: usize) -> &mut usize {
        let start = self.sentence.start;
        let before = (self.children(head))
            .take_while(|&other| other < child)
            .last();
        match before {
            Some(before) => &mut self.next[before - start],
            None => &mut self.first[head - start],
        }
    }

    fn has(&self, word: usize, rels: &[Rel]) -> bool {
        self.children(word)
            .any(|child| rels.contains(&self.rel(child)))
    }

    fn attach(&mut self, word: usize, head: usize, rel: Rel) {
        let (old, start) = (self.head(word), self.sentence.start);
        self.syntax.trees.rels[word] = rel;
        if old == head {
            return;
        }
        self.syntax.trees.heads[word] = head as u32;
        if old != word && self.sentence.contains(&old) {
            let next = self.next[word - start];
            *self.link(old, word) = next;
        }
        if head != word && self.sentence.contains(&head) {
            let next = std::mem::replace(self.link(head, word), word);
            self.next[word - start] = next;
        } else {
            self.next[word - start] = NONE;
        }
    }

    /// Tags a word as a verb of that form.
    fn becomes_verb(&mut self, word: usize, xpos: Xpos) {
        self.syntax.tags.upos[word] = Upos::Verb;
        self.syntax.tags.xpos[word] = xpos;
    }

    fn is_nominal(&self, word: usize) -> bool {
        matches!(self.upos(word), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// Whether a word has the form of a finite verb.
    fn is_finite_form(&self, word: usize) -> bool {
        matches!(
            self.xpos(word),
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
        )
    }

    /// Whether a word of the sentence other than that one has a tense.
    fn has_other_finite(&self, verb: usize) -> bool {
        (self.sentence.clone()).any(|at| at != verb && self.is_finite_form(at))
    }

    /// Whether the sentence ends as sentences do.
    fn is_closed(&self) -> bool {
        self.sentence
            .clone()
            .rev()
            .take(3)
            .any(|word| matches!(self.forms[word], "." | "!" | "?"))
    }

    /// "a draft raised concerns", "Orveth, for the group, opposed it.": the participle is the verb of its noun.
    fn finite_participle(&mut self) {
        let Some(verb) = self
            .sentence
            .clone()
            .find(|&verb| self.is_finite_participle(verb))
        else {
            return;
        };
        let noun = self.head(verb);
        let above = self.head(noun);
        let rel = match self.rel(noun) {
            Rel::Nsubj => Rel::Ccomp,
            rel => rel,
        };
        if above == noun {
            self.attach(verb, verb, Rel::Root);
        } else {
            self.attach(verb, above, rel);
        }
        self.attach(noun, verb, Rel::Nsubj);
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        let last = self.sentence.end - 1;
        let moved: Vec<usize> = self
            .children(noun)
            .filter(|&child| child > verb || child == last)
            .collect();
        for child in moved {
            let rel = match self.rel(child) {
                Rel::Nmod => Rel::Obl,
                Rel::Acl => Rel::Advcl,
                Rel::Appos => Rel::Parataxis,
                rel => rel,
            };
            self.attach(child, verb, rel);
        }
    }

    fn is_finite_participle(&self, verb: usize) -> bool {
        let noun = self.head(verb);
        if self.rel(verb) != Rel::Acl
            || noun >= verb
            || self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            || !self.is_nominal(noun)
            || self.has(
                verb,
                &[
                    Rel::Aux,
                    Rel::AuxPass,
                    Rel::Mark,
                    Rel::Nsubj,
                    Rel::NsubjPass,
                    Rel::OblAgent,
                ],
            )
            || self.has(noun, &[Rel::Cop, Rel::Case, Rel::Nsubj])
        {
            return false;
        }
        let form = self.forms[verb].to_lowercase();
        if !form.ends_with("ed") && !PAST_PARTICIPLES.contains(&form.as_str()) {
            return false;
        }
        let above = self.head(noun);
        let clause = match self.rel(noun) {
            Rel::Root => self.is_closed(),
            Rel::Ccomp | Rel::Parataxis => true,
            // A second subject: "a draft raised concerns, officials said", "she said companies preferred a code".
            Rel::Nsubj => (self.children(above)).any(|other| {
                other != noun
                    && (other > verb || other < above && above < noun)
                    && self.rel(other) == Rel::Nsubj
            }),
            _ => false,
        };
        let told = self.rel(noun) == Rel::Nsubj && above < noun && self.has(verb, &[Rel::Xcomp]);
        let transitive = (self.has(verb, &[Rel::Obj, Rel::Ccomp]) || told)
            && !participles::DITRANSITIVE.contains(&form.as_str());
        clause
            && (transitive
                || self.rel(noun) == Rel::Root && self.answers_alone(verb)
                || self.xpos(verb) == Xpos::Vbd
                || self.is_prepositional_past(verb)
                || self.rel(noun) == Rel::Root && self.leads_with_preposition(noun, verb)
                || self.rel(noun) == Rel::Root && self.is_parted(noun, verb))
    }

    /// "The unions called on the state to pay nothing until wages had risen": what is finite stands in clauses behind.
    fn leads_with_preposition(&self, noun: usize, verb: usize) -> bool {
        self.stands_with_preposition(verb)
            && !(self.sentence.start..verb).any(|at| self.is_finite_form(at))
            && !(self.children(noun)).any(|fellow| {
                fellow > verb && matches!(self.rel(fellow), Rel::Conj | Rel::Parataxis)
            })
    }

    /// "Brandt's men accepted.": a verb that answers, at the end of a sentence without another.
    fn answers_alone(&self, verb: usize) -> bool {
        ANSWERS.contains(&self.forms[verb])
            && matches!(self.forms.get(verb + 1), Some(&("." | ";" | ":" | "!")))
            && !self.has_other_finite(verb)
    }

    /// "Orveth, for the group, opposed …": what stands between two commas parts a subject from its verb.
    fn is_parted(&self, noun: usize, verb: usize) -> bool {
        self.forms[verb - 1] == ","
            && self.upos(noun) == Upos::Propn
            && self.forms[noun + 1..verb - 1].contains(&",")
    }

    /// "the plan handed over by the envoy": a participle with its agent, right behind a noun, describes it.
    fn agent_participle(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            let noun = verb - 1;
            // "Under a draft tabled by Tolsk, …", with the draft hung on its own participle.
            if self.xpos(verb) == Xpos::Vbn
                && self.rel(verb) == Rel::Advcl
                && self.head(noun) == verb
                && self.rel(noun) == Rel::Obl
                && self.has(noun, &[Rel::Case])
                && self.has(verb, &[Rel::OblAgent])
            {
                self.attach(noun, self.head(verb), Rel::Obl);
                self.attach(verb, noun, Rel::Acl);
                continue;
            }
            if self.upos(verb) != Upos::Verb
                || self.xpos(verb) != Xpos::Vbn
                || !matches!(
                    self.rel(verb),
                    Rel::Parataxis | Rel::Appos | Rel::Dep | Rel::Conj | Rel::Advcl
                )
                || !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
                || self.head(noun) == verb
                || !self.has(verb, &[Rel::OblAgent])
                || self.has(
                    verb,
                    &[
                        Rel::Aux,
                        Rel::AuxPass,
                        Rel::Mark,
                        Rel::Cc,
                        Rel::Nsubj,
                        Rel::NsubjPass,
                    ],
                )
            {
                continue;
            }
            let fellows: Vec<usize> = self
                .children(verb)
                .filter(|&child| self.rel(child) == Rel::Conj && self.is_nominal(child))
                .collect();
            self.attach(verb, noun, Rel::Acl);
            for fellow in fellows {
                self.attach(fellow, noun, Rel::Conj);
            }
        }
    }

    /// "told reporters that it would pay": the clause is what is told, it does not describe the reporters.
    fn told_clause(&mut self) {
        for clause in self.sentence.clone() {
            let listener = self.head(clause);
            if !matches!(self.rel(clause), Rel::Acl | Rel::AclRelcl)
                || listener >= clause
                || !matches!(self.rel(listener), Rel::Obj | Rel::Iobj)
                || !self.children(clause).any(|mark| {
                    self.rel(mark) == Rel::Mark && self.forms[mark].eq_ignore_ascii_case("that")
                })
            {
                continue;
            }
            let verb = self.head(listener);
            if TELLING.contains(&self.forms[verb].to_lowercase().as_str()) {
                self.attach(clause, verb, Rel::Ccomp);
            }
        }
    }

    /// "a truce, a swap and the opening": a third thing after "and" makes the second no apposition.
    fn list_not_apposition(&mut self) {
        for second in self.sentence.clone() {
            let first = self.head(second);
            let common = |word: usize| self.upos(word) == Upos::Noun && self.has(word, &[Rel::Det]);
            let names = self.upos(first) == Upos::Propn && self.upos(second) == Upos::Propn;
            if self.rel(second) == Rel::Appos
                && first < second
                && (common(first) && common(second) && self.xpos(first) == self.xpos(second)
                    || names)
                && self.children(second).any(|third| {
                    self.rel(third) == Rel::Conj
                        && third > second
                        && self.has(third, &[Rel::Cc])
                        && self.upos(third) == self.upos(second)
                })
            {
                self.attach(second, first, Rel::Conj);
            }
        }
    }
}

/// Verbs of telling somebody something.
const TELLING: &[&str] = &[
    "tell",
    "told",
    "tells",
    "telling",
    "inform",
    "informed",
    "assure",
    "assured",
    "warn",
    "warned",
    "remind",
    "reminded",
    "persuade",
    "persuaded",
    "convince",
    "convinced",
    "notify",
    "notified",
    "advise",
    "advised",
];

/// Pasts that answer by themselves.
const ANSWERS: &[&str] = &[
    "accepted",
    "agreed",
    "refused",
    "objected",
    "declined",
    "consented",
    "assented",
    "demurred",
    "relented",
    "resisted",
    "protested",
    "acquiesced",
    "concurred",
    "complied",
    "yielded",
    "balked",
    "baulked",
    "hesitated",
    "disagreed",
    "dissented",
    "capitulated",
    "obliged",
];

/// Irregular participles that are also the past tense.
const PAST_PARTICIPLES: &[&str] = &[
    "held",
    "made",
    "said",
    "met",
    "sought",
    "put",
    "set",
    "left",
    "found",
    "told",
    "brought",
    "built",
    "sent",
    "kept",
    "led",
    "lost",
    "won",
    "cut",
    "hit",
    "fought",
    "bought",
    "caught",
    "taught",
    "thought",
    "laid",
    "paid",
    "heard",
    "spent",
    "stood",
    "understood",
    "struck",
    "shut",
    "split",
    "let",
    "cast",
    "cost",
    "shed",
    "spread",
    "felt",
    "dealt",
    "bound",
    "bent",
    "lent",
    "read",
    "sold",
    "fled",
    "hung",
    "dug",
    "won",
    "upheld",
    "withheld",
    "rebuilt",
    "reset",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Mends a tree given as `form/UPOS/XPOS/head/rel` and returns it as `form-head-rel`.
    pub(super) fn mended(tree: &str) -> String {
        let rows: Vec<Vec<&str>> = tree
            .split(' ')
            .map(|word| word.split('/').collect())
            .collect();
        let forms: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        let mut syntax = Syntax::default();
        syntax.sentences.0.push(0..rows.len());
        for (place, row) in rows.iter().enumerate() {
            let head: usize = row[3].parse().unwrap();
            syntax.tags.upos.push(Upos::parse(row[1]).unwrap());
            syntax.tags.xpos.push(Xpos::parse(row[2]).unwrap());
            syntax
                .trees
                .heads
                .push(head.checked_sub(1).unwrap_or(place) as u32);
            syntax.trees.rels.push(Rel::parse(row[4]).unwrap());
        }
        mend(&forms, &mut syntax);
        let line = |word: usize| {
            let head = syntax.trees.heads[word] as usize;
            let head = if head == word { 0 } else { head + 1 };
            format!(
                "{}-{head}-{}",
                forms[word],
                syntax.trees.rels[word].as_str()
            )
        };
        (0..forms.len()).map(line).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_participle_with_an_object_is_the_verb() {
        let draft =
            "Drafts/NOUN/NNS/0/root raised/VERB/VBN/1/acl alarm/NOUN/NN/2/obj ././PUNCT/./1/punct";
        let draft = draft.replace("././PUNCT/./", "./PUNCT/./");
        assert_eq!(
            mended(&draft),
            "Drafts-2-nsubj raised-0-root alarm-2-obj .-2-punct"
        );
    }

    #[test]
    fn a_participle_without_one_stays() {
        let plan = "Plans/NOUN/NNS/0/root drafted/VERB/VBN/1/acl quickly/ADV/RB/2/advmod ./PUNCT/./1/punct";
        assert_eq!(
            mended(plan),
            "Plans-0-root drafted-1-acl quickly-2-advmod .-1-punct"
        );
    }

    #[test]
    fn the_noun_that_could_be_the_verb_is_it() {
        let talks = "Orveth/PROPN/NNP/2/compound favours/NOUN/NNS/4/nsubj long/ADJ/JJ/4/amod talks/NOUN/NNS/0/root ./PUNCT/./4/punct";
        assert_eq!(
            mended(talks),
            "Orveth-2-nsubj favours-0-root long-4-amod talks-2-obj .-2-punct"
        );
    }
}
