//! Stances: who stands how toward which words, before those words are bound to provisions and proposals.

mod aired;
mod amending;
mod announced;
mod answers;
mod apart;
mod asides;
mod asked;
mod askers;
mod bare;
mod bargains;
mod bartered;
mod behind;
mod both;
mod bulletin;
mod camps;
mod carried;
mod carriers;
mod chunks;
mod circumstances;
mod clefts;
mod colon;
mod commands;
mod compared;
mod compromises;
mod concord;
mod considered;
mod contents;
mod contrast;
mod coordination;
mod courtesies;
mod deeds;
mod documents;
mod each_of;
mod ellipsis;
mod enumerations;
mod evasions;
mod evidence;
mod exchanges;
mod expected;
mod extraposed;
mod facts;
mod floor;
mod for_ever;
mod force;
mod fronted;
mod fronted_texts;
mod gapped;
mod gaps;
mod given_to;
mod given_up;
mod giving;
mod granted;
mod guards;
mod guesses;
mod harm;
mod headings;
mod hearsay;
mod holders;
mod hoped;
mod hurting;
mod idioms;
mod idle;
mod joint;
mod labelled;
pub mod learned;
mod led_lists;
mod likewise;
mod list_cuts;
mod lists;
mod matter;
mod modals;
mod named_as;
mod narrated;
mod none_of_it;
mod nothing_less;
mod nouns;
mod objects;
mod on_which;
mod one_thing;
mod operative;
mod outvoted;
mod own;
mod papers;
mod pasts;
mod permits;
mod polar;
mod preconditions;
mod predicates;
mod preferred;
mod premises;
mod proposed;
mod provenance;
mod raised;
mod rather;
mod reasons;
mod recalled;
mod reception;
mod refused_deeds;
mod refused_now;
mod renamed;
mod replies;
mod respectively;
mod retold;
mod retreats;
mod rival_authors;
mod rumours;
mod set_off;
mod settle;
mod shared;
mod sieve;
mod something;
mod sourced;
mod spelt_out;
mod spoken_for;
mod suffices;
mod surface;
mod tabled;
mod taken;
mod takes;
mod terse;
mod texts;
mod texts_verbs;
mod things;
mod tied;
mod told;
mod ultimatums;
mod under_texts;
mod unsaid;
mod verbs;
mod verdicts;
mod vows;
mod wanted;
mod who_backs;
mod wish_lists;
mod withheld;
mod worth;
mod would_have;
mod yes_and_no;

use std::cell::OnceCell;
use std::ops::Range;

use rapporteur_lexicon::{Lexicon, Signs};
use rapporteur_model::Stance;

use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::{Entities, EntityId};
use crate::factuality::{is_open_noun, is_untrue};
use crate::proposals::{Proposals, is_read};
use crate::reading::Reading;
use crate::statements::Statements;
use crate::words::Words;

pub use force::{Force, Premise, PremiseKind, premise};
pub use harm::{is_failure, is_harmful};
pub(crate) use hearsay::hearsay;
pub use holders::Holder;
pub use premises::{Hanging, hangings};
pub use recalled::Recall;
pub use tied::tied_thing;

/// Every stance of a report, in the order of the words that show it, and the words that tell one again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stances(pub Vec<Claim>, pub Vec<Recall>);

/// One stance: a holder, a word that shows it, and the words it is toward.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// How it stands.
    pub stance: Stance,
    /// Who holds it.
    pub holders: Vec<Holder>,
    /// The word that shows it.
    pub trigger: usize,
    /// Name of the frame or construction.
    pub rule: String,
    /// Toward what.
    pub on: Target,
    /// On what it hangs.
    pub premise: Option<Premise>,
    /// Why, as written.
    pub reason: Option<Range<usize>>,
    /// Whether only the outlet says so, in its own voice.
    pub outlet: bool,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// For an item of a list: the proposal that lists it.
    pub via: Option<usize>,
}

impl Claim {
    /// A claim that hangs on nothing, gives no reason, and is nobody's view of another.
    fn plain(
        rule: &str,
        stance: Stance,
        holders: Vec<Holder>,
        trigger: usize,
        on: Target,
        evidence: Range<usize>,
    ) -> Self {
        Self {
            stance,
            holders,
            trigger,
            rule: rule.into(),
            on,
            premise: None,
            reason: None,
            outlet: false,
            evidence,
            via: None,
        }
    }

    /// Whether somebody of the same party as one of those holds it.
    fn shares_party(&self, held: &[Holder]) -> bool {
        (self.holders.iter()).any(|holder| held.iter().any(|other| other.party == holder.party))
    }
}

/// Toward what a stance is.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Words: what could become a provision. The head, and the whole phrase or clause.
    Phrase(usize, Range<usize>),
    /// A text on the table.
    Proposal(usize),
    /// Nothing that is named.
    Nothing,
}

/// What every construction looks at.
pub(crate) struct Scene<'a> {
    pub words: &'a Words<'a>,
    pub blocks: &'a Blocks,
    pub entities: &'a Entities,
    pub dates: &'a Dates,
    pub statements: &'a Statements,
    pub proposals: &'a Proposals,
    pub lexicon: &'a Lexicon,
    /// For each word, whether it is part of a question.
    questions: Vec<bool>,
    /// For each sentence, the signs of its words.
    signs: Vec<OnceCell<Signs>>,
    /// For each word, whether nothing may be read off it.
    void: Vec<OnceCell<bool>>,
    /// Whether several sides put the text out together.
    joint: OnceCell<bool>,
}

impl<'a> Scene<'a> {
    /// The scene of a report that has been read.
    pub fn of(words: &'a Words<'a>, reading: &'a Reading, lexicon: &'a Lexicon) -> Self {
        Self::new(
            words,
            &reading.blocks,
            &reading.entities,
            &reading.dates,
            &reading.statements,
            &reading.proposals,
            lexicon,
            &asked::asked(words),
        )
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "a stage names the layers it needs"
    )]
    fn new(
        words: &'a Words<'a>,
        blocks: &'a Blocks,
        entities: &'a Entities,
        dates: &'a Dates,
        statements: &'a Statements,
        proposals: &'a Proposals,
        lexicon: &'a Lexicon,
        asked: &[asked::Asked],
    ) -> Self {
        Self {
            words,
            blocks,
            entities,
            dates,
            statements,
            proposals,
            lexicon,
            questions: questions(words, asked),
            signs: vec![OnceCell::new(); words.sentences()],
            void: vec![OnceCell::new(); words.len()],
            joint: OnceCell::new(),
        }
    }
}

impl Scene<'_> {
    /// What a phrase stands for: the text on the table that its head names, else its words.
    pub fn toward(&self, head: usize, phrase: Range<usize>) -> Target {
        match self.proposals.at(head) {
            Some(proposal) => Target::Proposal(proposal),
            None => Target::Phrase(head, phrase),
        }
    }

    /// The signs of the forms and lemmas of a sentence.
    pub fn signs(&self, sentence: usize) -> &Signs {
        self.signs[sentence].get_or_init(|| {
            let mut signs = Signs::default();
            for word in self.words.sentence(sentence) {
                signs.add(self.words.lower(word));
                signs.add(self.words.lemma(word));
            }
            signs
        })
    }

    /// Whoever speaks the innermost statement around a word.
    pub fn speaker(&self, word: usize) -> Option<EntityId> {
        self.statements
            .around(word)
            .into_iter()
            .find_map(|index| self.statements.all[index].speaker)
    }

    /// Everybody who speaks those words: "Merin, with Brod, said …" are two statements of the same.
    pub fn chorus(&self, word: usize) -> Vec<EntityId> {
        let innermost = self
            .statements
            .around(word)
            .into_iter()
            .find(|&index| self.statements.all[index].speaker.is_some());
        let Some(index) = innermost else {
            return Vec::new();
        };
        let own = &self.statements.all[index];
        self.statements
            .all
            .iter()
            .filter(|other| other.content == own.content && other.cue_head == own.cue_head)
            .filter_map(|other| other.speaker)
            .collect()
    }

    /// Whether nothing may be read off a word: it stands in a headline, a question, what is denied or asked.
    pub fn is_void(&self, word: usize) -> bool {
        *self.void[word].get_or_init(|| self.tells_nothing(word))
    }

    fn tells_nothing(&self, word: usize) -> bool {
        use rapporteur_model::Act::{Declined, Denied};
        if !is_read(self.words, self.blocks, word) {
            return true;
        }
        if self.questions[word]
            || is_untrue(self.words, word)
            || is_open_noun(self.words, word)
            || rather::is_shunned(self.words, word)
            || rather::is_chat(self.words, word)
        {
            return true;
        }
        self.statements.around(word).into_iter().any(|index| {
            let statement = &self.statements.all[index];
            let asking = statement.cue_head.is_some_and(|cue| {
                matches!(
                    self.words.lemma(cue),
                    "ask" | "wonder" | "inquire" | "enquire"
                ) && self.speaker_is_nobody(index)
            });
            // "We reported earlier that …": the outlet on itself.
            let itself = statement.speaker.is_none()
                && statement
                    .cue_head
                    // "We understand that Merin is weighing it": what it has learnt.
                    .filter(|&cue| {
                        !matches!(
                            self.words.lemma(cue),
                            "understand" | "hear" | "learn" | "gather"
                        )
                    })
                    .and_then(|cue| self.words.subject(cue))
                    .is_some_and(|subject| {
                        self.words.lemma(subject) == "we" || is_own_report(self.words, subject)
                    });
            // "denied the request for a pause": refused it.
            let refused = statement.act == Denied
                && (statement.cue_head).is_some_and(|cue| given_up::is_request(self.words, cue));
            matches!(statement.act, Denied | Declined) && !refused || asking || itself
        })
    }

    fn speaker_is_nobody(&self, index: usize) -> bool {
        self.statements.all[index].speaker.is_none()
    }
}

/// "an earlier version", "our 2.20 entry", "a previous post": what the outlet itself has written before.
fn is_own_report(words: &Words, noun: usize) -> bool {
    let writes = matches!(
        words.lemma(noun),
        "version"
            | "entry"
            | "post"
            | "update"
            | "headline"
            | "article"
            | "story"
            | "item"
            | "report"
            | "page"
            | "summary"
            | "blog"
    );
    writes
        && words.children(noun).any(|child| {
            matches!(
                words.lower(child),
                "earlier" | "previous" | "our" | "original" | "first" | "last" | "this"
            )
        })
}

/// Whether a word shows a claim that was read before it. Words are read in order and show claims of their own sentence, so
/// that these stand last.
fn is_claimed(scene: &Scene, claims: &[Claim], word: usize) -> bool {
    let sentence = scene.words.sentence_of(word);
    (claims.iter().rev())
        .take_while(|claim| scene.words.sentence_of(claim.trigger) >= sentence)
        .any(|claim| claim.trigger == word)
}

/// For each word, whether it is part of a question, put or told.
fn questions(words: &Words, asked: &[asked::Asked]) -> Vec<bool> {
    let mut questions = vec![false; words.len()];
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        let ends = (range.clone().rev().take(2)).any(|word| words.form(word) == "?");
        // "Why should we pay?" asked the minister: the question ends before the sentence.
        let mut asks = false;
        for word in range.rev() {
            match words.form(word) {
                "?" => asks = true,
                "." | "!" => asks = false,
                _ => {}
            }
            questions[word] = asks || ends;
        }
    }
    for question in asked.iter().filter(|question| question.open) {
        questions[question.verb] = true;
        questions[question.words.clone()].fill(true);
    }
    questions
}

/// Finds every stance.
#[allow(
    clippy::too_many_arguments,
    reason = "a stage names the layers it needs"
)]
pub fn stances(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    proposals: &Proposals,
    lexicon: &Lexicon,
) -> Stances {
    let asked = asked::asked(words);
    let scene = Scene::new(
        words, blocks, entities, dates, statements, proposals, lexicon, &asked,
    );
    let mut claims = Vec::new();
    for word in 0..words.len() {
        if scene.is_void(word) {
            continue;
        }
        if !idioms::read(&scene, word, &mut claims) {
            verbs::read(&scene, word, &mut claims);
        }
        tied::read(&scene, word, &mut claims);
        wish_lists::read(&scene, word, &mut claims);
        nouns::read(&scene, word, &mut claims);
        sourced::read(&scene, word, &mut claims);
        verdicts::read(&scene, word, &mut claims);
        extraposed::read(&scene, word, &mut claims);
        given_to::read(&scene, word, &mut claims);
        named_as::read(&scene, word, &mut claims);
        modals::read(&scene, word, &mut claims);
        commands::read(&scene, word, &mut claims);
        camps::read(&scene, word, &mut claims);
        hurting::read(&scene, word, &mut claims);
        reception::read(&scene, word, &mut claims);
        documents::read(&scene, word, &mut claims);
        provenance::read(&scene, word, &mut claims);
        vows::read(&scene, word, &mut claims);
        permits::read(&scene, word, &mut claims);
        would_have::read(&scene, word, &mut claims);
        withheld::read(&scene, word, &mut claims);
        refused_now::read(&scene, word, &mut claims);
        something::read(&scene, word, &mut claims);
        considered::read(&scene, word, &mut claims);
        proposed::read(&scene, word, &mut claims);
        worth::read(&scene, word, &mut claims);
        nothing_less::read(&scene, word, &mut claims);
        joint::read(&scene, word, &mut claims);
        preferred::read(&scene, word, &mut claims);
        amending::read(&scene, word, &mut claims);
        led_lists::among_them(&scene, word, &mut claims);
        compromises::read(&scene, word, &mut claims);
        outvoted::read(&scene, word, &mut claims);
        suffices::read(&scene, word, &mut claims);
        bargains::read(&scene, word, &mut claims);
        concord::read(&scene, word, &mut claims);
    }
    spelt_out::read(&scene, &mut claims);
    contents::read(&scene, &mut claims);
    joint::settle(&scene, &mut claims);
    papers::settle(&scene, &mut claims);
    reasons::read(&scene, &mut claims);
    given_up::read(&scene, &mut claims);
    preconditions::read(&scene, &mut claims);
    asides::read(&scene, &mut claims);
    own::read(&scene, &mut claims);
    shared::read(&scene, &mut claims);
    renamed::read(&scene, &mut claims);
    on_which::read(&scene, &mut claims);
    retold::read(&scene, &mut claims);
    contrast::read(&scene, &mut claims);
    colon::read(&scene, &mut claims);
    colon::why_behind(&scene, &mut claims);
    let apart = enumerations::split(&scene, &mut claims, |claim| claim.rule != contents::DEED);
    coordination::split(&scene, &mut claims, &apart);
    respectively::read(&scene, &mut claims);
    polar::read(&scene, &mut claims);
    gapped::read(&scene, &mut claims);
    ellipsis::read(&scene, &mut claims);
    set_off::read(&scene, &mut claims);
    likewise::read(&scene, &mut claims);
    gaps::read(&scene, &mut claims);
    floor::read(&scene, &mut claims);
    answers::read(&scene, &mut claims);
    yes_and_no::read(&scene, &mut claims);
    bare::read(&scene, &mut claims);
    lists::read(&scene, &mut claims);
    taken::read(&scene, &mut claims);
    takes::read(&scene, &mut claims);
    granted::read(&scene, &mut claims);
    raised::read(&scene, &mut claims);
    under_texts::read(&scene, &mut claims);
    headings::read(&scene, &mut claims);
    clefts::read(&scene, &mut claims);
    one_thing::read(&scene, &mut claims);
    compared::read(&scene, &mut claims);
    who_backs::read(&scene, &mut claims);
    labelled::read(&scene, &mut claims);
    replies::read(&scene, &asked, &mut claims);
    fronted::read(&scene, &mut claims);
    exchanges::read(&scene, &mut claims);
    terse::read(&scene, &mut claims);
    ultimatums::read(&scene, &mut claims);
    evasions::read(&scene, &asked, &mut claims);
    unsaid::read(&scene, &asked, &mut claims);
    bulletin::share(&scene, &mut claims);
    evidence::keep_to_quotations(&scene, &mut claims);
    claims.retain(|claim| !claim.holders.is_empty() && claim.on != Target::Nothing);
    learned::read(&scene, &mut claims);
    retreats::read(&scene, &mut claims);
    enumerations::split(&scene, &mut claims, |claim| {
        matches!(
            claim.rule.as_str(),
            "under-text" | "text-says" | learned::RULE
        )
    });
    each_of::spread(&scene, &mut claims);
    spoken_for::read(&scene, &mut claims);
    under_texts::agreed(&scene, &mut claims);
    for_ever::settle(&scene, &mut claims);
    sieve::sift(&scene, &mut claims);
    announced::drop_announced(&scene, &mut claims);
    drop_echoes(&mut claims);
    claims.sort_by_key(|claim| claim.evidence.start);
    let recalls = recalled::recalls(&scene, &claims);
    Stances(claims, recalls)
}

/// The same stance of the same holder toward the same words, seen by two constructions: the first is kept.
fn drop_echoes(claims: &mut Vec<Claim>) {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims.drain(..) {
        let echo = kept.iter_mut().find(|other| {
            let same_words = match (&other.on, &claim.on) {
                (Target::Phrase(_, a), Target::Phrase(_, b)) => a.start < b.end && b.start < a.end,
                (a, b) => a == b,
            };
            let same_trigger = other.trigger == claim.trigger;
            same_words
                && other.via == claim.via
                && other.holders == claim.holders
                && (same_trigger || other.stance == claim.stance)
        });
        match echo {
            Some(_) => {}
            None => kept.push(claim),
        }
    }
    *claims = kept;
}
