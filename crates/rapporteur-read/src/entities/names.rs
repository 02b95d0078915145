//! Names: runs of capitalised words, cut into titles, states, people of states, organisations, persons.

use std::ops::Range;

use rapporteur_lexicon::{FormSet, Lexicon, RoleClass};
use rapporteur_model::{ActorType, BlockKind, month_of, weekday_of};
use rapporteur_syntax::{NameKind, Rel, Upos, Xpos};

use super::classes::Classes;
use super::kinds::{Setting, opens_kind, told_at, told_beside};
use super::learned::Learned;
use super::official::is_side;
use crate::blocks::Blocks;
use crate::words::Words;

/// A piece of a run of capitalised words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// Its words.
    pub words: Range<usize>,
    /// What it is.
    pub kind: PieceKind,
    /// Whether it stands in a paragraph or list item (and not in a headline or heading).
    pub body: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PieceKind {
    /// "Prime Minister", "Captain".
    Title,
    /// A known state: index of the country.
    State(usize),
    /// A known demonym: index of the country, and whether it is a noun for people.
    Demonym(usize, bool),
    /// A known capital: index of the country.
    Capital(usize),
    /// An organisation of the lexicon: its index.
    Known(usize),
    /// An organisation by the last word of its name.
    Organisation(ActorType),
    /// A place that does not act: the country, if known.
    Place,
    /// A thing: "Treaty of Torm".
    Thing,
    /// Somebody by a full name.
    Person,
    /// A name of which the report has to tell what it is.
    Open,
}

const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ben", "ibn", "bint", "abu", "van", "von", "der", "den", "de", "del",
    "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "los", "las", "ter", "ten",
    "zu", "zur", "y", "e", "ul", "ud", "as", "ash", "na", "nan", "ng", "mga", "dei", "degli",
    "dello", "et", "und", "och", "og", "für", "voor", "pour", "au", "aux", "por", "para", "wa",
    "ya", "za", "í", "við", "av", "af", "vom", "zum", "op", "til",
];

/// The words of a name with one blank between them, whatever stands there.
pub(super) fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len());
    for part in name.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(part);
    }
    spaced
}

/// Whether a word has a capital of its own without naming anybody.
pub(super) fn is_no_name(form: &str) -> bool {
    month_of(form).is_some()
        || weekday_of(form).is_some()
        || CAPITALS.iter().any(|word| form.eq_ignore_ascii_case(word))
}

/// Feasts, clocks and other words with a capital that name nobody.
const CAPITALS: &[&str] = &[
    "gmt",
    "utc",
    "christmas",
    "easter",
    "ramadan",
    "eid",
    "internet",
    "i",
    "god",
    "ii",
    "iii",
    "q",
    "a",
];

/// The longest name, in words: a text all in capitals takes no longer than another.
const LONGEST: usize = 60;

pub(super) struct Finder<'a> {
    pub words: &'a Words<'a>,
    pub blocks: &'a Blocks,
    pub lexicon: &'a Lexicon,
    pub classes: &'a Classes,
    /// Kind of name by the model, for each word.
    pub model: Vec<Option<NameKind>>,
    /// Forms seen with a capital inside a sentence.
    pub capitals: FormSet<'a>,
    /// What the report is about.
    pub setting: Setting,
    /// Forms seen in lower case.
    pub common: FormSet<'a>,
    /// What the learned model finds, by the first word.
    pub learned: &'a Learned,
}

/// Cuts every name of the report.
pub(super) fn pieces(
    words: &Words,
    blocks: &Blocks,
    lexicon: &Lexicon,
    classes: &Classes,
    setting: Setting,
    learned: &Learned,
) -> Vec<Piece> {
    let mut model = vec![None; words.len()];
    for name in &words.syntax.names.0 {
        for word in name.words.clone() {
            if word < model.len() {
                model[word] = Some(name.kind);
            }
        }
    }
    let mut finder = Finder {
        words,
        blocks,
        lexicon,
        classes,
        model,
        capitals: Default::default(),
        setting,
        common: (0..words.len())
            .map(|word| words.form(word))
            .filter(|form| form.starts_with(char::is_lowercase))
            .collect(),
        learned,
    };
    let titled = finder.titled_sentences();
    for word in 0..words.len() {
        let own = !titled[words.sentence_of(word)];
        if own && finder.capital(word) && !finder.opens(word) && !finder.is_loud(word) {
            finder.capitals.insert(words.form(word));
        }
    }
    let mut found = Vec::new();
    for range in &words.syntax.sentences.0 {
        finder.sentence(range.clone(), &mut found);
    }
    finder.drop_titled(&titled, &mut found);
    found
}

impl Finder<'_> {
    pub(super) fn block(&self, word: usize) -> Option<BlockKind> {
        self.blocks.kind(self.words.syntax.tokens.spans[word].start)
    }

    /// Whether a word stands where any word has a capital.
    pub(super) fn opens(&self, word: usize) -> bool {
        let sentence = self.words.sentence(self.words.sentence_of(word));
        let Some(before) = word.checked_sub(1).filter(|_| word > sentence.start) else {
            return true;
        };
        let form = self.words.form(before);
        // A number or bullet at the head of the sentence.
        let after_marker = before == sentence.start && !form.contains(char::is_alphabetic);
        after_marker
            || matches!(
                form,
                "\"" | "“" | "‘" | ":" | "”" | "''" | "``" | "…" | "•" | "(" | "."
            )
            || self.block(word) != self.block(before)
    }

    fn sentence(&self, range: Range<usize>, found: &mut Vec<Piece>) {
        let mut at = range.start;
        while at < range.end {
            let block = self.block(at);
            if !matches!(
                block,
                Some(
                    BlockKind::Paragraph
                        | BlockKind::ListItem
                        | BlockKind::Headline
                        | BlockKind::Heading
                )
            ) {
                at += 1;
                continue;
            }
            if !self.starts(at) && self.learned.body_at(at).is_none() || self.is_speaking(at) {
                at += 1;
                continue;
            }
            let body = matches!(block, Some(BlockKind::Paragraph | BlockKind::ListItem));
            let end = self.run_end(at, range.end.min(at + LONGEST));
            let loud = self.is_loud(at);
            let (length, kind) = self.cut(at, end);
            let length = length.max(1);
            let joined = self.words.form(at + length) == "and";
            let cut = (length, kind.clone());
            let (length, kind) = self.learned.settle(at, length, kind, joined, |name| {
                let told = self.kind_of(name.start, name.end - 1)?;
                matches!(told, PieceKind::Organisation(_)).then_some(told)
            });
            let (length, kind) = self.settled(at, cut, (length, kind));
            if let Some(kind) = self.by_given_name(at, length, kind)
                && !(loud && matches!(kind, PieceKind::Open | PieceKind::Person))
            {
                found.push(Piece {
                    words: at..at + length,
                    kind,
                    body,
                });
            }
            at += length;
        }
    }

    fn starts(&self, word: usize) -> bool {
        let words = self.words;
        let form = words.form(word);
        if matches!(form, "al" | "el" | "ben" | "bin") {
            return self.joined(word + 1) && self.capital_after(word + 1);
        }
        let named = self.capital(word) && !self.is_money(word);
        if !named || is_no_name(form) && !self.is_given_name(word) {
            return false;
        }
        if self.known(word, word + 1).is_some() || self.lexicon.gazetteer.demonym(form).is_some() {
            return !(self.opens(word)
                && matches!(words.xpos(word), Xpos::Vb | Xpos::In | Xpos::Dt | Xpos::Prp));
        }
        let lower = self.lower(word);
        // "Western diplomats": of a quarter of the world, of no state.
        if self.classes.has("quarters", lower) && !self.capital_after(word) {
            return false;
        }
        if self.opens(word) && self.known_run(word) {
            return true;
        }
        if matches!(
            words.xpos(word),
            Xpos::Prp
                | Xpos::PrpPoss
                | Xpos::Dt
                | Xpos::In
                | Xpos::Cc
                | Xpos::Wdt
                | Xpos::Wp
                | Xpos::Wrb
                | Xpos::To
                | Xpos::Md
                | Xpos::Ex
        ) {
            return self.known_run(word);
        }
        if self.is_capital_group(word, lower) || is_side(lower) {
            return false;
        }
        if !self.opens(word) {
            return true;
        }
        if self.goes_on(word) && self.organisation(word, word + 1).is_some() {
            return true;
        }
        if self.is_of_people(word, lower) || self.is_party_adjective(word, lower) {
            return true;
        }
        // "Conductors stopped work": people in the plural at the head of a sentence.
        if lower.ends_with('s')
            && !self.capital_after(word)
            && !(matches!(self.words.form((word + 1).min(words.len() - 1)), "'" | "’")
                && self.capital_after(word + 1))
            && matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps)
            && self.classes.has_any(
                &["persons", "unnamed", "a-union", "a-movement"],
                lower.trim_end_matches('s'),
            )
        {
            return false;
        }
        if self.is_quoted_verdict(word, lower) {
            return false;
        }
        let proper = matches!(words.xpos(word), Xpos::Nnp | Xpos::Nnps)
            || words.upos(word) == Upos::Propn && words.rel(word) == Rel::Nsubj;
        let next_capital = self.capital_after(word);
        let common_plural = words.xpos(word) == Xpos::Nnps
            && lower.ends_with('s')
            && self.classes.has("persons", lower.trim_end_matches('s'));
        // "Lukan's office denied that.": a word that the report never has in lower case.
        // A word that the report has in lower case, too, has its capital from the sentence only.
        let proper = proper
            && (next_capital
                || self.capitals.contains(form)
                || !self.common.contains(lower) && !self.is_abstract(word, lower));
        let owner = words.xpos(word) == Xpos::Nn
            && word + 1 < words.len()
            && words.xpos(word + 1) == Xpos::Pos
            && !self.common.contains(lower)
            && !matches!(
                lower,
                "yesterday"
                    | "today"
                    | "tomorrow"
                    | "tonight"
                    | "everyone"
                    | "everybody"
                    | "someone"
                    | "nobody"
                    | "anyone"
            )
            && !self.classes.has_any(
                &[
                    "persons", "bodies", "party", "country", "sides", "company", "union", "thing",
                    "place", "owned",
                ],
                lower,
            );
        // "Liberal finance spokesman Jan Holt", in a report of Liberals.
        let member = words.xpos(word) == Xpos::Jj && self.capitals.contains(&*format!("{form}s"));
        // "Save Our Quay"
        let calls =
            self.classes.has("calls", lower) && next_capital && self.capital_after(word + 1);
        owner
            || calls
            || self.opens_people(word)
            || self.opens_called(word)
            || self.is_banner(word, lower)
            || self.is_letters(word)
            || member
            || (proper && !common_plural)
            || self.capitals.contains(form)
            || (self.model[word].is_some()
                && matches!(words.xpos(word), Xpos::Nn | Xpos::Jj | Xpos::Nns)
                && (next_capital || words.xpos(word) == Xpos::Nn))
            || (next_capital
                && matches!(
                    words.xpos(word),
                    Xpos::Nn | Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Nns | Xpos::Fw
                ))
            || self.known_run(word)
            || (next_capital && self.classes.has("modifiers", lower))
    }

    /// Whether a hyphen or slash stands here without space around it.
    pub(super) fn joined(&self, word: usize) -> bool {
        if word == 0 || word + 1 >= self.words.len() {
            return false;
        }
        let spans = &self.words.syntax.tokens.spans;
        matches!(self.words.form(word), "-" | "/" | "–" | "&")
            && spans[word - 1].end == spans[word].start
            && spans[word].end == spans[word + 1].start
    }

    /// Where the run of capitalised words ends.
    pub(super) fn run_end(&self, start: usize, end: usize) -> usize {
        let mut at = start + 1;
        while at < end {
            let form = self.words.form(at);
            let next = at + 1 < end
                && (self.capital(at + 1)
                    || (self
                        .words
                        .form(at + 1)
                        .contains(|c: char| c.is_ascii_digit())
                        && self.joined(at)));
            // "Class A Creditors"
            let class = form == "A" && next && matches!(self.lower(at - 1), "class" | "series");
            let goes_on = (self.capital(at)
                && (!is_no_name(form) || class)
                && self.words.xpos(at) != Xpos::Prp
                && self.block(at) == self.block(start))
                || (self.joined(at)
                    && (next || self.is_given_end(start, at) || self.is_given_start(start, at)))
                || (at == start + 2 && self.is_given_start(start, start + 1))
                || (at > start + 2 && self.is_given_end(start, at - 1))
                || (form.starts_with(|c: char| c.is_ascii_digit()) && self.joined(at - 1))
                || (PARTICLES.contains(&form)
                    && (next
                        || (at + 2 < end && self.joined(at + 1) && self.capital(at + 2))
                        || (at + 2 < end
                            && PARTICLES.contains(&self.words.form(at + 1))
                            && self.capital(at + 2))))
                || (form == "&" && next);
            if !goes_on {
                break;
            }
            at += 1;
        }
        at
    }

    pub(super) fn text(&self, from: usize, to: usize) -> String {
        let mut text = spaced(self.words.text_of(from..to));
        if !text.is_ascii() {
            text = text.replace('’', "'");
        }
        text
    }

    pub(super) fn lower(&self, word: usize) -> &str {
        self.words.lower(word)
    }

    pub(super) fn is_title_word(&self, word: usize) -> bool {
        self.classes.is_title(self.lower(word))
    }

    /// The first piece of a run: how many words, and what.
    fn cut(&self, start: usize, end: usize) -> (usize, Option<PieceKind>) {
        let words = self.words;
        // "Minister of Foreign Affairs": what an office is for is no name.
        if self.is_portfolio(start) {
            let portfolio = (start..end)
                .take_while(|&at| {
                    self.classes.has_any(&["modifiers", "briefs"], self.lower(at))
                        // "Health and Social Care"
                        || self.lower(at) == "social"
                            && matches!(
                                self.lower(at + 1),
                                "care" | "affairs" | "welfare" | "security" | "policy" | "services"
                            )
                })
                .count();
            if portfolio > 0 || self.is_unheard_brief(start) {
                return (portfolio.max(1), None);
            }
        }
        // "Hyun-woo Bae"
        if self.is_given_and_family(start, end) {
            return (4, Some(PieceKind::Person));
        }
        if self.is_seat_of_office(start, end) {
            return (1, None);
        }
        let listed = self.opens(start) && self.known_run(start);
        // "Broadcaster NorthStar declined …": a common noun that opens the sentence.
        if start + 1 < end
            && self.opens(start)
            && opens_kind(words, start)
            && !listed
            && !self.opens_with_trade(start, end)
        {
            return (1, None);
        }
        // "Rivals Alkem and Bosk met": people or firms in the plural, with a capital from the sentence.
        let several = matches!(words.xpos(start), Xpos::Nns | Xpos::Nnps)
            && self.classes.has_any(
                &["kin", "persons", "a-company", "a-union"],
                words.lemma(start),
            );
        let together = listed
            || several && (self.is_league(start) || self.people_together(start, end).is_some());
        if start + 1 < end && self.opens(start) && several && !together {
            return (1, None);
        }
        if !listed && self.is_epithet(start, end) {
            return (1, None);
        }
        // "the Opposition Praja Morcha": official style.
        if self.lower(start) == "opposition"
            && start + 2 < end
            && !self.is_title_word(start + 1)
            && self.capital(start + 2)
        {
            return (1, None);
        }
        // "the G-16", which no list knows
        if self.is_numbered_group(start, end) {
            return (
                end - start,
                Some(PieceKind::Organisation(ActorType::Alliance)),
            );
        }
        if let Some(length) = self.isle(start) {
            return (length, Some(PieceKind::Open));
        }
        // "the Republic of Merin" is Merin.
        if self.classes.has("realms", self.lower(start))
            && self.lower(start) != "federation"
            && start + 2 < words.len()
            && words.form(start + 1) == "of"
            && self.capital_after(start + 1)
            && (start + 2..=start + 5)
                .all(|to| !matches!(self.known(start, to), Some(PieceKind::State(_))))
        {
            return (1, None);
        }
        if let Some(kind) = self.called_after_a_land(start, end) {
            return (end - start, Some(kind));
        }
        // The longest name that the lexicon knows; "and", "of" and "the" may stand inside it.
        let limit = (start + 8).min(words.sentence(words.sentence_of(start)).end);
        let known = (start + 1..=limit).rev().find_map(|to| {
            let last_capital = to == start + 1
                || self.capital(to - 1)
                || words.form(to - 1).contains(|c: char| c.is_ascii_digit());
            if !last_capital {
                return None;
            }
            let kind = self.known(start, to)?;
            Some((to - start, kind))
        });
        if !self.is_stance(start, end)
            && let Some(kind) = self.organisation(start, end)
            && known.as_ref().is_none_or(|(length, _)| kind.0 > *length)
            && !self.is_brief(start + kind.0 - 1)
        {
            let name = start..start + kind.0;
            return (kind.0, Some(self.told_before(name, kind.1)));
        }
        // "Osk-Say": half a name is none.
        let half = |length: usize| {
            let (hyphen, rest) = (start + length, start + length + 1);
            self.joined(hyphen)
                && words.form(hyphen) == "-"
                && rest < end
                && self.known(rest, rest + 1).is_none()
                && self.lexicon.gazetteer.demonym(words.form(rest)).is_none()
        };
        let known = known.filter(|(length, kind)| *kind != PieceKind::Place || !half(*length));
        if let Some((length, kind)) = known {
            // Part of a person's name: "Georgia Meloni", "Paris Hilton".
            let inside = start + length < end
                && matches!(
                    kind,
                    PieceKind::State(_)
                        | PieceKind::Capital(_)
                        | PieceKind::Place
                        | PieceKind::Known(_)
                )
                && length == 1
                && !self.is_loud(start)
                && (self.model[start] == Some(NameKind::Person)
                    && self.model.get(start + 1) == Some(&Some(NameKind::Person))
                    || kind == PieceKind::Place && self.is_one_name(start, end))
                && !self.is_title_word(start + 1);
            let modifier_only = length == 1
                && matches!(kind, PieceKind::Place | PieceKind::Known(_))
                && (self.is_title_word(start) || self.classes.has("modifiers", self.lower(start)));
            // "the Green Bay Tundra": no town has an article
            let opens_a_name = kind == PieceKind::Place
                && start > 0
                && words.lower(start - 1) == "the"
                && start + length < end
                && !self.joined(start + length)
                && !self.is_title_word(start + length)
                && self.known(start + length, start + length + 1).is_none();
            let opens_a_name = opens_a_name || self.opens_a_medium(&kind, start + length, end);
            if !inside && !modifier_only && !opens_a_name {
                return (length, Some(kind));
            }
        }
        // Titles.
        let mut at = start;
        let mut last = None;
        while at < end {
            if self.is_title_word(at) {
                last = Some(at);
            } else if !(self.classes.has("modifiers", self.lower(at))
                || self.is_brief(at)
                || self.joined(at))
            {
                break;
            }
            at += 1;
        }
        // "Minister of Foreign Affairs"
        if let Some(last) = last {
            return (last + 1 - start, Some(PieceKind::Title));
        }
        if start + 1 < end
            && let Some(demonym) = self.lexicon.gazetteer.demonym(&self.text(start, start + 2))
        {
            let index = (self.lexicon.gazetteer.countries)
                .iter()
                .position(|other| std::ptr::eq(other, demonym.country));
            let noun = matches!(words.xpos(start + 1), Xpos::Nnps | Xpos::Nns);
            return (2, index.map(|index| PieceKind::Demonym(index, noun)));
        }
        if let Some(demonym) = self.lexicon.gazetteer.demonym(words.form(start)) {
            let index = self
                .lexicon
                .gazetteer
                .countries
                .iter()
                .position(|other| std::ptr::eq(other, demonym.country));
            if let Some(index) = index {
                let noun = (demonym.plural || demonym.singular) && !demonym.adjective
                    || matches!(words.xpos(start), Xpos::Nnps | Xpos::Nns);
                return (1, Some(PieceKind::Demonym(index, noun)));
            }
        }
        // "Senior Jorvian diplomat Ada Brun", "Special envoy Ada Brun": a modifier with its capital from the sentence.
        let modifier = (self.lexicon.roles.exactly(self.lower(start)))
            .is_some_and(|role| matches!(role.class, RoleClass::Modifier | RoleClass::Former));
        if (start + 1 < end || self.is_title_word(end)) && self.opens(start) && modifier {
            return (1, None);
        }
        // The rest: to the next title or known name.
        let mut to = start + 1;
        while to < end {
            if self.is_title_word(to) && !self.joined(to - 1) || is_side(self.lower(to)) {
                break;
            }
            let begins_known = !self.joined(to - 1)
                && self.capital(to)
                && self
                    .known(to, to + 1)
                    .is_some_and(|kind| matches!(kind, PieceKind::State(_)))
                && self.model[to] != self.model[start];
            if begins_known {
                break;
            }
            // A title's modifier before the title: "Egyptian Irrigation Minister".
            if self.classes.has("modifiers", self.lower(to))
                && (to + 1..end.min(to + 3)).any(|next| self.is_title(next))
                || self.is_brief(to)
            {
                break;
            }
            to += 1;
        }
        while to > start + 1
            && (PARTICLES.contains(&words.form(to - 1))
                || !words.form(to - 1).contains(char::is_alphanumeric))
        {
            to -= 1;
        }
        let count = (start..to).filter(|&at| self.capital(at)).count();
        let lower = self.lower(start);
        if count == 1 && (self.classes.has("modifiers", lower) && self.model[start].is_none()) {
            return (to - start, None);
        }
        // "the Pars agency", "the newspaper El Faro"
        if (to == end && to < words.len() && count == 1 && !self.opens(start)
            || to == end && count == 1 && to < words.len())
            && matches!(
                words.form(to),
                "agency" | "television" | "tv" | "radio" | "newspaper"
            )
            && words.sentence_of(to) == words.sentence_of(start)
        {
            return (
                to + 1 - start,
                Some(PieceKind::Organisation(ActorType::Media)),
            );
        }
        if start > 0
            && matches!(
                words.form(start - 1),
                "newspaper"
                    | "daily"
                    | "weekly"
                    | "magazine"
                    | "broadcaster"
                    | "agency"
                    | "channel"
                    | "station"
            )
        {
            return (end - start, Some(PieceKind::Organisation(ActorType::Media)));
        }
        if self.is_household(start, to) {
            return (
                to + 1 - start,
                Some(PieceKind::Organisation(ActorType::Movement)),
            );
        }
        // "Liberal leader Ida Moss", "Social Democrat leader Ida Moss"
        if count == to - start && count <= 2 && self.is_party_adjective(to - 1, self.lower(to - 1))
        {
            return (
                to - start,
                Some(PieceKind::Organisation(ActorType::PoliticalParty)),
            );
        }
        // "the Greens"
        if count == 1 && lower.ends_with('s') && self.classes.has("political", lower) {
            return (
                to - start,
                Some(PieceKind::Organisation(ActorType::PoliticalParty)),
            );
        }
        if self.setting.parties
            && count == 1
            && matches!(lower, "left" | "right" | "centre" | "center")
            && start > 0
            && words.form(start - 1).eq_ignore_ascii_case("the")
        {
            return (
                to - start,
                Some(PieceKind::Organisation(ActorType::PoliticalParty)),
            );
        }
        if self.is_in_politics(start, to) {
            return (
                to - start,
                Some(PieceKind::Organisation(ActorType::PoliticalParty)),
            );
        }
        if told_at(words, self.classes, start) {
            return (
                to - start,
                Some(PieceKind::Organisation(ActorType::Company)),
            );
        }
        // "Cape Wrath", "Port Sable"
        let before_place = matches!(
            lower,
            "cape"
                | "port"
                | "fort"
                | "mount"
                | "lake"
                | "isle"
                | "bay"
                | "hotel"
                | "villa"
                | "camp"
                | "castle"
        );
        let body = matches!(self.lower(to - 1), "authority" | "council" | "workers");
        if count > 1 && before_place && !body && self.model[start] != Some(NameKind::Person) {
            return (to - start, Some(PieceKind::Place));
        }
        if let Some(kind) = told_beside(words, start..to) {
            return (to - start, Some(PieceKind::Organisation(kind)));
        }
        // "the Tambo Alto crossing"
        let of_a_place = to < words.len()
            && words.form(to).starts_with(char::is_lowercase)
            && words.upos(to) == Upos::Noun
            && self.classes.has("place", self.lower(to));
        if of_a_place && count > 1 {
            return (to - start, Some(PieceKind::Place));
        }
        let kind = if count > 1 {
            let votes = |kind: NameKind| {
                (start..to)
                    .filter(|&at| self.model[at] == Some(kind))
                    .count()
            };
            let article = start > 0 && words.form(start - 1).eq_ignore_ascii_case("the");
            // "Labour's Aksel Thorne says": one of them, by a full name
            let one_of_them = start > 1
                && count == 2
                && words.xpos(start - 1) == Xpos::Pos
                && to < words.len()
                && words.is_verb(to)
                && self.classes.has("tell", words.lemma(to));
            if votes(NameKind::Person) > 0
                || one_of_them
                || votes(NameKind::Organisation)
                    + votes(NameKind::Place)
                    + votes(NameKind::Event)
                    + votes(NameKind::Work)
                    == 0
                    && !article
                || start > 0 && self.is_title_word(start - 1)
                || start > 1
                    && words.form(start - 1) == ","
                    && (self.is_title_word(start - 2)
                        || self.classes.has("kin", self.lower(start - 2)))
                || start > 2
                    && matches!(words.form(start - 1), "designate" | "elect")
                    && words.form(start - 2) == "-"
            {
                // "Saint Alban": a place, a house or a club.
                if matches!(lower, "saint" | "st" | "st.") {
                    return (to - start, Some(PieceKind::Open));
                }
                PieceKind::Person
            } else {
                PieceKind::Open
            }
        } else {
            PieceKind::Open
        };
        (to - start, Some(kind))
    }
}
