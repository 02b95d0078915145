//! Capitals that a word has from the sentence or from official style, and names that begin where one would not look.

use rapporteur_lexicon::GazetteerPlace;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Upos, Xpos};

use super::demonyms::is_demonym;
use super::names::{Finder, PieceKind};
use crate::words::Words;

/// Adjectives in -an that are of no people.
const PLAIN_AN: &[&str] = &[
    "urban",
    "suburban",
    "interurban",
    "human",
    "civilian",
    "partisan",
    "bipartisan",
    "nonpartisan",
    "utilitarian",
    "vegetarian",
    "sectarian",
    "nonsectarian",
    "authoritarian",
    "totalitarian",
    "egalitarian",
    "humanitarian",
    "disciplinarian",
    "agrarian",
    "guardian",
    "pedestrian",
    "equestrian",
    "custodian",
    "median",
    "artisan",
    "veteran",
    "clean",
    "mean",
    "lean",
    "riparian",
    "parliamentarian",
    "librarian",
    "republican",
    "christian",
    "presbyterian",
    "lutheran",
    "anglican",
    "metropolitan",
    "libertarian",
    "samaritan",
    "puritan",
    "diocesan",
    "egyptologian",
    "vegan",
];

impl Finder<'_> {
    /// Whether a word may stand inside a noun phrase before its head.
    pub(super) fn is_nominal(words: &Words, word: usize) -> bool {
        word < words.len()
            && matches!(
                words.upos(word),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
            )
    }

    /// Whether a word with a capital stands behind a word of its sentence.
    pub(super) fn capital_after(&self, word: usize) -> bool {
        word + 1 < self.words.len()
            && self.capital(word + 1)
            && self.words.sentence_of(word + 1) == self.words.sentence_of(word)
    }

    /// "Signature, once expected in May, …": a noun of what is done or had, by its ending, unless somebody speaks.
    pub(super) fn is_abstract(&self, word: usize, lower: &str) -> bool {
        let ending = [
            "ture", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "esty", "dom",
            "ism",
        ]
        .iter()
        .any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending));
        let acts = self
            .words
            .head(word)
            .is_some_and(|verb| self.classes.has("verbs", self.words.lemma(verb)));
        (ending || self.classes.has("goods", lower)) && !acts
    }

    /// "The Ministers", "both Presidents", "the Parties": official style gives descriptions a capital.
    pub(super) fn is_capital_group(&self, word: usize, lower: &str) -> bool {
        let words = self.words;
        // "the Doctors' Federation", "the Army of the Northern Hills": the capital goes on.
        if self.goes_on(word) {
            return false;
        }
        if word > 0
            && words.form(word - 1).eq_ignore_ascii_case("the")
            && self.classes.has("party", lower)
            && !self.capital_after(word)
        {
            return true;
        }
        let singular = match lower.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => lower.strip_suffix('s').unwrap_or(lower).to_owned(),
        };
        // "Enterprise minister Ada Brun": what the office is for.
        let office = self.opens(word)
            && self.classes.has_any(&["portfolios", "briefs"], lower)
            && word + 1 < words.len()
            && matches!(
                words.form(word + 1),
                "minister" | "ministry" | "secretary" | "commissioner" | "ministers"
            );
        if office {
            return true;
        }
        // "extended it to States", as official style writes
        let official = matches!(lower, "states" | "provinces" | "governments" | "ministers")
            && word > 0
            && !self.capital(word - 1)
            && !self.opens(word)
            && words.lower(word - 1) != "the"
            && !self.capital_after(word)
            && !self.joined(word + 1);
        if official {
            return true;
        }
        // "neighbouring States"
        let described = word > 0 && words.upos(word - 1) == Upos::Adj && !self.capital(word - 1);
        word > 0
            && lower.ends_with('s')
            && matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps)
            && (described
                || matches!(
                    words.lower(word - 1),
                    "the" | "both" | "all" | "two" | "three" | "four" | "these" | "their" | "those"
                ))
            && !self.capital_after(word)
            && (self.classes.has("sides", &singular) || self.classes.has("persons", &singular))
    }

    /// "the Doctors' Federation", "the Army of the Northern Hills": whether a name goes on behind its first word.
    pub(super) fn goes_on(&self, word: usize) -> bool {
        let form = |at: usize| match at < self.words.len() {
            true => self.words.form(at),
            false => "",
        };
        matches!(form(word + 1), "'" | "’") && self.capital_after(word + 1)
            || matches!(form(word + 1), "of" | "for")
                && form(word + 2) == "the"
                && self.capital_after(word + 2)
                && self.classes.has("armed", self.lower(word))
    }

    /// "Landlocked Tavria", "Host Velle", "Neighbour Velle": whether a word has its capital from the sentence alone and
    /// describes the state behind it.
    pub(super) fn is_epithet(&self, start: usize, end: usize) -> bool {
        let lower = self.lower(start);
        let alone = end == start + 2 && self.known(start, end).is_none();
        let noun = self.classes.has_any(&["hosts", "camps"], lower)
            // "Island Renewal"
            && lower != "island"
            && !self.is_title_word(start);
        self.opens(start)
            && alone
            && !self.capitals.contains(self.words.form(start))
            && (self.classes.has("epithets", lower) || noun)
            && !matches!(
                self.lexicon.gazetteer.place(self.words.form(start)),
                Some(GazetteerPlace::Capital(_))
            )
            && !self.is_title_word(start + 1)
            && self.organisation(start, end).is_none()
    }

    /// "Speaking for Merin Air, Ada Brun rejected it": what whoever is named behind it does.
    pub(super) fn is_speaking(&self, word: usize) -> bool {
        matches!(
            self.lower(word),
            "speaking"
                | "acting"
                | "appearing"
                | "answering"
                | "negotiating"
                | "writing"
                | "replying"
        ) && self.opens(word)
            && word + 1 < self.words.len()
            && matches!(
                self.words.form(word + 1),
                "for" | "on" | "at" | "in" | "to" | "before" | "from" | "as"
            )
    }

    /// "Nurses Union leader Ada Brun": people with a capital from the sentence whose league is named.
    pub(super) fn is_league(&self, start: usize) -> bool {
        self.capital_after(start)
            && matches!(
                self.lower(start + 1),
                "union"
                    | "association"
                    | "federation"
                    | "guild"
                    | "league"
                    | "brotherhood"
                    | "confederation"
                    | "society"
            )
    }

    /// "Sorlandic officials rejected it": an adjective with its capital from the sentence that is of a people: the report
    /// has the state, or no plain word ends so.
    pub(super) fn is_of_people(&self, word: usize, lower: &str) -> bool {
        let words = self.words;
        let next = word + 1;
        if next >= words.len()
            || !matches!(words.xpos(word), Xpos::Jj | Xpos::Nn | Xpos::Nnp)
            || words.upos(next) != Upos::Noun
            || self.common.contains(lower)
        {
            return false;
        }
        let lemma = words.lemma(next);
        let people = self
            .classes
            .has_any(&["persons", "party", "bodies", "unnamed"], lemma)
            || words.lower(next) == "authorities";
        let told = (self.capitals.iter())
            .any(|base| is_demonym(lower, &base.to_lowercase()) && base.to_lowercase() != lower);
        let ending = lower.len() > 5
            && (lower.ends_with("ian") || lower.ends_with("ran") || lower.ends_with("ese"))
            && words.xpos(word) != Xpos::Nn
            && !PLAIN_AN.contains(&lower)
            && !self
                .classes
                .has_any(&["modifiers", "persons", "quarters"], lower);
        people && (told || ending)
    }

    /// "Isle of Skerrin": a name of a place that goes on behind "of"; how many words it has.
    pub(super) fn isle(&self, start: usize) -> Option<usize> {
        let sentence = self.words.sentence(self.words.sentence_of(start));
        let isle = matches!(self.lower(start), "isle" | "isles" | "island" | "islands");
        let of = start + 1;
        (isle && of + 1 < sentence.end && self.words.form(of) == "of" && self.capital_after(of))
            .then(|| self.run_end(of + 1, sentence.end) - start)
    }

    /// "Liberal leader Ida Moss", "Green lawmakers": whether an adjective of a party stands before a noun of office.
    pub(super) fn is_party_adjective(&self, word: usize, lower: &str) -> bool {
        let next = word + 1;
        !lower.ends_with('s')
            && (self.classes.has("political", &format!("{lower}s"))
                || matches!(
                    lower,
                    "labour" | "labor" | "centrist" | "agrarian" | "communist" | "nationalist"
                ))
            && next < self.words.len()
            // "the Conservative MP for Aster"
            && (self.words.form(next).starts_with(char::is_lowercase)
                || matches!(self.words.form(next), "MP" | "MEP" | "MSP" | "TD" | "MLA"))
            && matches!(self.words.xpos(next), Xpos::Nn | Xpos::Nnp | Xpos::Jj)
            && matches!(
                self.words.lemma(next),
                "leader"
                    | "lawmaker"
                    | "mp"
                    | "mep"
                    | "msp"
                    | "td"
                    | "mla"
                    | "senator"
                    | "deputy"
                    | "spokesman"
                    | "spokeswoman"
                    | "chair"
                    | "chairman"
                    | "chairwoman"
                    | "whip"
                    | "negotiator"
                    | "co-leader"
                    | "co-chair"
                    | "parliamentary"
                    | "caucus"
                    | "bench"
                    | "councillor"
                    | "candidate"
                    | "backbencher"
                    | "minister"
            )
    }

    /// "G-16", "G16": a group called by how many it has.
    pub(super) fn is_numbered_group(&self, start: usize, end: usize) -> bool {
        let text = self.text(start, end);
        let number = (text.strip_prefix('G')).map(|rest| rest.trim_start_matches(['-', '‑', '–']));
        number.is_some_and(|number| {
            (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        }) && self.known(start, end).is_none()
    }

    /// "Tk 25,000", "MAD 40 million", "US$90": a sign of money before its sum.
    pub(super) fn is_money(&self, word: usize) -> bool {
        if word + 1 >= self.words.len() {
            return false;
        }
        let next = self.words.form(word + 1);
        let spans = &self.words.syntax.tokens.spans;
        let dollars = next.starts_with('$') && spans[word].end == spans[word + 1].start;
        dollars
            || self.classes.has("money", self.lower(word))
                && next.starts_with(|c: char| c.is_ascii_digit())
    }

    /// "Andina Deportes", where the lexicon knows Andina: whether the name of a medium goes on at a word.
    pub(super) fn opens_a_medium(&self, kind: &PieceKind, next: usize, end: usize) -> bool {
        let PieceKind::Known(known) = *kind else {
            return false;
        };
        self.lexicon.organisations.all[known].kind == ActorType::Media
            && next < end
            && self.capital(next)
            && !self.joined(next)
            && !self.is_title_word(next)
            && self.known(next, next + 1).is_none()
            && self
                .lexicon
                .gazetteer
                .demonym(self.words.form(next))
                .is_none()
            && !self.classes.has("media", self.lower(next))
    }

    /// "the opposition Lok Manch", "the ruling Jana Dal": what a name is that stands behind such a word.
    pub(super) fn is_in_politics(&self, start: usize, end: usize) -> bool {
        let words = self.words;
        let after = match end < words.len() {
            true => words.lemma(end),
            false => "",
        };
        // "Cllr Ada Brun of Harbour First"
        let sentence = words.sentence(words.sentence_of(start)).start;
        let name = (sentence..start.saturating_sub(1).max(sentence))
            .rev()
            .take_while(|&word| self.capital(word) || words.form(word) == ".")
            .last();
        let councillor = start > 2
            && self.lower(start - 1) == "of"
            && name.is_some_and(|title| {
                matches!(
                    self.lower(title),
                    "cllr" | "cllr." | "councillor" | "councilor" | "councilwoman" | "councilman"
                )
            })
            && self.known(start, end).is_none();
        if councillor {
            return true;
        }
        start > 1
            && matches!(self.lower(start - 1), "opposition" | "ruling" | "governing")
            && self.lower(start - 2) == "the"
            && !matches!(after, "family" | "dynasty" | "house" | "monarchy")
    }
}
