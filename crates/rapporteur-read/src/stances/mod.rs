//! Stances: who stands how toward which words, before those words are bound to provisions and proposals.

mod arguments;
mod constructions;
mod cues;
mod discourse;
pub mod learned;
mod lists;
mod modality;
mod no_stance;
mod replies;
mod texts;

use std::cell::OnceCell;
use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Stance;

use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::{Entities, EntityId};
use crate::factuality::{is_no_fact, is_open_noun};
use crate::proposals::{Proposals, is_read};
use crate::reading::Reading;
use crate::statements::Statements;
use crate::words::Words;

pub use arguments::holders::Holder;
pub use constructions::bargains::is_dare;
pub(crate) use cues::idioms::has_idiom;
pub use cues::tied::tied_thing;
pub use discourse::recalled::Recall;
pub use modality::force::{Force, Premise, PremiseKind, premise};
pub use modality::harm::{is_failure, is_harmful};
pub use modality::premises::{Hanging, hangings};
pub(crate) use no_stance::hearsay::hearsay;

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

    /// What it is toward, and the proposal that lists it.
    fn about(&self) -> (Target, Option<usize>) {
        (self.on.clone(), self.via)
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
            &replies::asked::asked(words),
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
        asked: &[replies::asked::Asked],
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

    /// Whether a sentence stands right behind another, with nothing but questions between: "wants 15 years. And the city? The
    /// mayor said no."
    pub fn follows(&self, sentence: usize, before: usize) -> bool {
        before + 1 >= sentence
            || before + 3 >= sentence
                && (before + 1..sentence)
                    .all(|between| self.questions[self.words.sentence(between).start])
    }

    /// Whoever speaks the innermost statement around a word.
    pub fn speaker(&self, word: usize) -> Option<EntityId> {
        self.statements
            .around(word)
            .find_map(|index| self.statements.all[index].speaker)
    }

    /// Everybody who speaks those words: "Merin, with Brod, said …" are two statements of the same.
    pub fn chorus(&self, word: usize) -> Vec<EntityId> {
        let innermost = self
            .statements
            .around(word)
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
            || is_no_fact(self.words, word)
            || is_open_noun(self.words, word)
            || cues::rather::is_shunned(self.words, word)
            || cues::rather::is_chat(self.words, word)
        {
            return true;
        }
        self.statements.around(word).any(|index| {
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
                && (statement.cue_head)
                    .is_some_and(|cue| discourse::given_up::is_request(self.words, cue));
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
fn questions(words: &Words, asked: &[replies::asked::Asked]) -> Vec<bool> {
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
    let asked = replies::asked::asked(words);
    let scene = Scene::new(
        words, blocks, entities, dates, statements, proposals, lexicon, &asked,
    );
    let mut claims = Vec::new();
    for word in 0..words.len() {
        if scene.is_void(word) {
            continue;
        }
        if !cues::idioms::read(&scene, word, &mut claims) {
            cues::verbs::read(&scene, word, &mut claims);
        }
        cues::tied::read(&scene, word, &mut claims);
        constructions::wish_lists::read(&scene, word, &mut claims);
        cues::nouns::read(&scene, word, &mut claims);
        cues::sourced::read(&scene, word, &mut claims);
        cues::verdicts::read(&scene, word, &mut claims);
        cues::extraposed::read(&scene, word, &mut claims);
        cues::given_to::read(&scene, word, &mut claims);
        cues::named_as::read(&scene, word, &mut claims);
        cues::modals::read(&scene, word, &mut claims);
        constructions::commands::read(&scene, word, &mut claims);
        cues::camps::read(&scene, word, &mut claims);
        cues::hurting::read(&scene, word, &mut claims);
        cues::reception::read(&scene, word, &mut claims);
        texts::documents::read(&scene, word, &mut claims);
        texts::provenance::read(&scene, word, &mut claims);
        texts::under_which::read(&scene, word, &mut claims);
        constructions::vows::read(&scene, word, &mut claims);
        constructions::permits::read(&scene, word, &mut claims);
        constructions::would_have::read(&scene, word, &mut claims);
        constructions::withheld::read(&scene, word, &mut claims);
        constructions::refused_now::read(&scene, word, &mut claims);
        constructions::something::read(&scene, word, &mut claims);
        constructions::agreeable::read(&scene, word, &mut claims);
        constructions::considered::read(&scene, word, &mut claims);
        constructions::proposed::read(&scene, word, &mut claims);
        constructions::worth::read(&scene, word, &mut claims);
        constructions::nothing_less::read(&scene, word, &mut claims);
        texts::joint::read(&scene, word, &mut claims);
        constructions::preferred::read(&scene, word, &mut claims);
        texts::amending::read(&scene, word, &mut claims);
        lists::led_lists::among_them(&scene, word, &mut claims);
        texts::compromises::read(&scene, word, &mut claims);
        constructions::outvoted::read(&scene, word, &mut claims);
        constructions::suffices::read(&scene, word, &mut claims);
        constructions::arranged::read(&scene, word, &mut claims);
        constructions::nobody::read(&scene, word, &mut claims);
        constructions::bargains::read(&scene, word, &mut claims);
        constructions::concord::read(&scene, word, &mut claims);
        constructions::namely::read(&scene, word, &mut claims);
        constructions::come_down::read(&scene, word, &mut claims);
        constructions::first_then::read(&scene, word, &mut claims);
        constructions::is_after::read(&scene, word, &mut claims);
        constructions::policies::read(&scene, word, &mut claims);
        constructions::more_than::read(&scene, word, &mut claims);
        constructions::to_be_had::read(&scene, word, &mut claims);
        constructions::raised_to::read(&scene, word, &mut claims);
    }
    texts::spelt_out::read(&scene, &mut claims);
    texts::contents::read(&scene, &mut claims);
    texts::has_done::read(&scene, &mut claims);
    texts::joint::settle(&scene, &mut claims);
    texts::papers::settle(&scene, &mut claims);
    discourse::reasons::read(&scene, &mut claims);
    discourse::given_up::read(&scene, &mut claims);
    discourse::preconditions::read(&scene, &mut claims);
    discourse::asides::read(&scene, &mut claims);
    constructions::own::read(&scene, &mut claims);
    discourse::shared::read(&scene, &mut claims);
    discourse::renamed::read(&scene, &mut claims);
    constructions::on_which::read(&scene, &mut claims);
    discourse::retold::read(&scene, &mut claims);
    constructions::contrast::read(&scene, &mut claims);
    constructions::divided::read(&scene, &mut claims);
    lists::colon::read(&scene, &mut claims);
    lists::colon::why_behind(&scene, &mut claims);
    let apart = lists::enumerations::split(&scene, &mut claims, |claim| {
        claim.rule != texts::contents::DEED
    });
    lists::coordination::split(&scene, &mut claims, &apart);
    lists::along_with::read(&scene, &mut claims);
    lists::respectively::read(&scene, &mut claims);
    constructions::formerly::read(&scene, &mut claims);
    constructions::polar::read(&scene, &mut claims);
    discourse::gapped::read(&scene, &mut claims);
    discourse::answers::shared(&scene, &mut claims);
    discourse::ellipsis::read(&scene, &mut claims);
    discourse::set_off::read(&scene, &mut claims);
    discourse::likewise::read(&scene, &mut claims);
    discourse::gaps::read(&scene, &mut claims);
    lists::floor::read(&scene, &mut claims);
    lists::with_opposing::read(&scene, &mut claims);
    discourse::sided::read(&scene, &mut claims);
    discourse::sent::read(&scene, &mut claims);
    discourse::answers::read(&scene, &mut claims);
    replies::yes_and_no::read(&scene, &mut claims);
    constructions::to_dismay::read(&scene, &mut claims);
    discourse::bare::read(&scene, &mut claims);
    discourse::countered::read(&scene, &mut claims);
    lists::items::read(&scene, &mut claims);
    discourse::taken::read(&scene, &mut claims);
    discourse::takes::read(&scene, &mut claims);
    discourse::granted::read(&scene, &mut claims);
    discourse::raised::read(&scene, &mut claims);
    texts::under_texts::read(&scene, &mut claims);
    lists::headings::read(&scene, &mut claims);
    constructions::clefts::read(&scene, &mut claims);
    constructions::one_thing::read(&scene, &mut claims);
    constructions::compared::read(&scene, &mut claims);
    replies::who_backs::read(&scene, &mut claims);
    lists::labelled::read(&scene, &mut claims);
    replies::answers_alone::read(&scene, &asked, &mut claims);
    constructions::fronted::read(&scene, &mut claims);
    replies::exchanges::read(&scene, &mut claims);
    replies::terse::read(&scene, &mut claims);
    replies::curt::read(&scene, &mut claims);
    texts::struck::read(&scene, &mut claims);
    constructions::kept::read(&scene, &mut claims);
    constructions::ultimatums::read(&scene, &mut claims);
    constructions::inserted::read(&scene, &mut claims);
    constructions::opened_at::read(&scene, &mut claims);
    constructions::with_telling::read(&scene, &mut claims);
    replies::evasions::read(&scene, &asked, &mut claims);
    replies::unsaid::read(&scene, &asked, &mut claims);
    lists::bulletin::share(&scene, &mut claims);
    arguments::evidence::keep_to_quotations(&scene, &mut claims);
    arguments::evidence::stop_at_semicolons(&scene, &mut claims);
    claims.retain(|claim| !claim.holders.is_empty() && claim.on != Target::Nothing);
    learned::read(&scene, &mut claims);
    cues::likened::read(&scene, &mut claims);
    discourse::retreats::read(&scene, &mut claims);
    discourse::returned::read(&scene, &mut claims);
    lists::enumerations::split(&scene, &mut claims, |claim| {
        matches!(
            claim.rule.as_str(),
            "under-text" | "text-says" | constructions::clefts::RULE | learned::RULE
        )
    });
    lists::by_number::spread(&scene, &mut claims);
    lists::spoken_for::read(&scene, &mut claims);
    texts::under_texts::agreed(&scene, &mut claims);
    constructions::for_ever::settle(&scene, &mut claims);
    no_stance::sieve::sift(&scene, &mut claims);
    no_stance::announced::drop_announced(&scene, &mut claims);
    drop_echoes(&mut claims);
    claims.sort_by_key(|claim| claim.evidence.start);
    let recalls = discourse::recalled::recalls(&scene, &claims);
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
