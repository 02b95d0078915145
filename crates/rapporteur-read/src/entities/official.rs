//! The style of official texts, which gives a capital to words that name nobody: "the Ministers", "the Tolsk Side".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::ActorType;
use rapporteur_syntax::{NameKind, Rel, Upos, Xpos};

use super::gather::Work;
use super::names::{Finder, PieceKind};

/// "the Tolsk Side", "the Merin Delegation": official style gives it a capital, and it is no part of a name.
pub(super) fn is_side(lower: &str) -> bool {
    matches!(lower, "side" | "sides" | "delegation" | "delegations")
}

impl PieceKind {
    /// A name that the report or the model takes for some other body, where it is that of a government.
    pub(super) fn governing(self) -> Self {
        match self {
            Self::Organisation(_) | Self::Open => Self::Organisation(ActorType::GovernmentBody),
            other => other,
        }
    }
}

impl Finder<'_> {
    /// Whether a word has a capital: "Merin", "d'Ivoire".
    pub(super) fn capital(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let name = form.strip_prefix("d'").or_else(|| form.strip_prefix("d’"));
        name.unwrap_or(form).starts_with(char::is_uppercase) && !self.is_part_of_text(word)
    }

    /// "Section II of the draft", "clause C": a part of a text and its letter, and no name.
    fn is_part_of_text(&self, word: usize) -> bool {
        let part = |at: usize| {
            matches!(
                self.words.lower(at),
                "section" | "article" | "paragraph" | "clause" | "chapter" | "annex" | "appendix"
            )
        };
        let mark = |at: usize| {
            let form = self.words.form(at);
            let roman = !form.is_empty() && form.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            roman || form.len() == 1 && form.starts_with(char::is_uppercase)
        };
        part(word) && (self.words.upos(word + 1) == Upos::Num || mark(word + 1))
            || word > 0 && part(word - 1) && mark(word)
    }

    /// What the model makes of a name, where it knows more than what the rules `cut`: "Chilean Oil Minister" is an office,
    /// what ends in "Government" a body of one.
    pub(super) fn settled(
        &self,
        at: usize,
        cut: (usize, Option<PieceKind>),
        settled: (usize, Option<PieceKind>),
    ) -> (usize, Option<PieceKind>) {
        let of_office = settled.0 > cut.0 && self.is_brief(at + settled.0 - 1);
        // "U.S. Special envoy Ada Brun": what belongs to the office is no part of the name.
        let of_title = settled.0 > cut.0
            && at + settled.0 < self.words.len()
            && self
                .classes
                .has("modifiers", self.lower(at + settled.0 - 1))
            && self.classes.has("persons", self.lower(at + settled.0));
        let of_person = self.is_told_person(at, &cut, &settled);
        let (length, kind) = match of_office || of_title || of_person {
            true => cut,
            false => settled,
        };
        // "Miners' Union No. 3"
        let end = at + length;
        let numbered = matches!(kind, Some(PieceKind::Organisation(_)))
            && end + 1 < self.words.len()
            && self.words.form(end) == "No."
            && self.words.upos(end + 1) == Upos::Num;
        let length = length + 2 * usize::from(numbered);
        // The noun before the number tells what it is.
        let number = (at + 1..at + length).find(|&word| self.words.form(word) == "No.");
        let told = number
            .filter(|_| matches!(kind, Some(PieceKind::Organisation(_))))
            .and_then(|number| self.kind_of(at, number - 1))
            .filter(|told| matches!(told, PieceKind::Organisation(_)));
        let kind = told.or(kind);
        match self.is_government(at..at + length) {
            true => (length, kind.map(PieceKind::governing)),
            false => (length, kind),
        }
    }

    /// "Merin's ambassador, Ada Brun,", "Clean Harbour's Nils Orme says": whether a name is told to be that of a person where
    /// the model takes it for a body, or for part of one.
    fn is_told_person(
        &self,
        at: usize,
        cut: &(usize, Option<PieceKind>),
        settled: &(usize, Option<PieceKind>),
    ) -> bool {
        if !matches!(settled.1, Some(PieceKind::Organisation(_))) {
            return false;
        }
        let words = self.words;
        let officer = cut.0 > 1
            && settled.0 == cut.0
            && cut.1 == Some(PieceKind::Person)
            && at > 1
            && words.form(at - 1) == ","
            && words.xpos(at - 2) == Xpos::Nn
            && self.is_title_word(at - 2)
            && (at + cut.0 < words.len() && words.form(at + cut.0) == ",");
        let end = at + settled.0;
        let behind = (at..end).find(|&word| words.xpos(word) == Xpos::Pos);
        let one_of_theirs = settled.0 > cut.0
            && behind.is_some_and(|mark| {
                end - mark > 2
                    && (mark + 1..end).all(|word| self.model[word] == Some(NameKind::Person))
                    && end < words.len()
                    && words.is_verb(end)
                    && self.classes.has("tell", words.lemma(end))
            });
        // "Kenya Pipeline's Ada Brun": of the body that the rules cut.
        let of_the_cut = behind == Some(at + cut.0)
            && matches!(cut.1, Some(PieceKind::Organisation(_)))
            && end - at - cut.0 == 3
            && (end - 2..end).all(|word| self.kind_of(end - 2, word).is_none())
            && self.model[end - 1] == Some(NameKind::Person);
        officer || one_of_theirs || of_the_cut
    }

    /// "the Union Government", "the Government of Aster": whether a name is that of a government.
    pub(super) fn is_government(&self, name: Range<usize>) -> bool {
        name.len() > 1
            && (self.lower(name.end - 1) == "government"
                || self.lower(name.start) == "government"
                    && self.words.form(name.start + 1) == "of")
    }

    /// "Heritage Minister", "Trade Representative": whether a word is what the office right behind it is for.
    pub(super) fn is_brief(&self, word: usize) -> bool {
        let office = self.capital_after(word)
            && matches!(
                self.lower(word + 1),
                "minister" | "minister-delegate" | "secretary" | "representative" | "commissioner"
            );
        // "Fire Chief Ada Brun", "Insurance Director Nils Orme", but no "Merin Water Director"
        let chief = self.opens_office(word);
        // "Local MP Ada Brun"
        let local =
            self.lower(word) == "local" && self.capital_after(word) && self.is_title_word(word + 1);
        local
            || (office || chief)
                && self
                    .classes
                    .has_any(&["portfolios", "briefs"], self.lower(word))
    }

    /// "Fire Chief Ada Brun": whether a word stands before the office of somebody named behind it, and opens what is told of that
    /// person.
    fn opens_office(&self, word: usize) -> bool {
        let before = word.checked_sub(1).filter(|_| !self.opens(word));
        self.capital_after(word)
            && matches!(
                self.lower(word + 1),
                "director" | "chief" | "superintendent" | "administrator" | "marshal"
            )
            && self.capital_after(word + 1)
            && before.is_none_or(|before| {
                !self.capital(before) || matches!(self.lower(before), "public" | "state" | "city")
            })
    }

    /// "Minister of | Foreign Affairs", "Secretary for Trade and | Cooperation Ada Brun": whether an office is for what begins
    /// at a word.
    pub(super) fn is_portfolio(&self, start: usize) -> bool {
        let form = |word: usize| self.words.form(word);
        let mut at = start;
        // "for Trade and"
        if at >= 4 && form(at - 1) == "and" {
            at -= 1;
            while at >= 3
                && self
                    .classes
                    .has_any(&["modifiers", "briefs"], self.lower(at - 1))
            {
                at -= 1;
            }
        }
        // "Minister of the | Interior", but "leader of the | Trade Union Congress"
        if at >= 3
            && form(at - 1) == "the"
            && form(at - 2) == "of"
            && matches!(self.lower(at - 3), "minister" | "secretary" | "chancellor")
        {
            at -= 1;
        }
        if at < 2 || !matches!(form(at - 1), "of" | "for") {
            return false;
        }
        // "Secretary of State for | Health"
        let of_state =
            at >= 4 && form(at - 2) == "State" && form(at - 3) == "of" && self.is_title(at - 4);
        of_state || self.is_title(at - 2)
    }

    /// "Speaker of the House | Ada Brun": a body behind an office and before the name of its holder.
    pub(super) fn is_seat_of_office(&self, start: usize, end: usize) -> bool {
        start >= 3
            && self.words.form(start - 1) == "the"
            && self.words.form(start - 2) == "of"
            && self.is_title(start - 3)
            && end >= start + 3
            && matches!(
                self.lower(start),
                "house" | "senate" | "board" | "republic" | "council" | "parliament" | "assembly"
            )
            && (start + 2..end).all(|word| self.words.rel(word) == Rel::Flat)
            && self.organisation(start, end).is_none()
    }

    /// "Unity has announced that it will vote against": a noun that the parties of a report may be called, where it does what
    /// only somebody does.
    pub(super) fn is_banner(&self, word: usize, lower: &str) -> bool {
        let words = self.words;
        let acts = words.head(word).is_some_and(|verb| {
            self.classes.has("tell", words.lemma(verb))
                || matches!(
                    words.lemma(verb),
                    "vote" | "want" | "oppose" | "back" | "support"
                )
                || words.lemma(verb) == "have"
                    && words.child(verb, &[Rel::Obj]).is_some_and(|held| {
                        matches!(
                            words.lemma(held),
                            "seat" | "deputy" | "mp" | "member" | "lawmaker" | "vote"
                        )
                    })
        });
        let plain = words
            .head(word)
            .is_some_and(|verb| matches!(words.lemma(verb), "announce" | "vote" | "abstain"));
        (self.setting.parties || plain)
            && matches!(words.upos(word), Upos::Noun | Upos::Propn)
            && matches!(words.xpos(word), Xpos::Nn | Xpos::Nnp)
            && !["body", "one", "thing"]
                .iter()
                .any(|end| lower.ends_with(end))
            && words.rel(word) == Rel::Nsubj
            && words
                .child(word, &[Rel::Det, Rel::Conj, Rel::Nmod])
                .is_none()
            && !self.common.contains(lower)
            && !self.classes.has_any(
                &["persons", "bodies", "party", "sides", "bare", "unnamed"],
                lower,
            )
            && acts
    }

    /// "Constanza Villar, the education minister,": a first name that is a city's too, with the family name that the tree hangs
    /// on it and what the person is.
    pub(super) fn is_one_name(&self, start: usize, end: usize) -> bool {
        let words = self.words;
        let flat = (start + 1..end).all(|word| {
            words.rel(word) == Rel::Flat
                && self.capital(word)
                && !self.is_title_word(word)
                && self.known(word, word + 1).is_none()
        });
        let last = (end + 1..(end + 6).min(words.len()))
            .take_while(|&word| words.upos(word) == Upos::Det || Self::is_nominal(words, word))
            .last();
        flat && end < words.len()
            && words.form(end) == ","
            && last.is_some_and(|noun| self.classes.has("persons", words.lemma(noun)))
    }

    /// "AGCS, an observer, could live with it": letters that open a sentence and do something.
    pub(super) fn is_letters(&self, word: usize) -> bool {
        let words = self.words;
        let form = words.form(word);
        (3..=6).contains(&form.chars().count())
            && form.chars().all(char::is_uppercase)
            && words.rel(word) == Rel::Nsubj
            && !self.common.contains(self.lower(word))
    }

    /// "Opposition from Merin has held it up": a noun of stance with a capital only because it begins the sentence.
    pub(super) fn is_stance(&self, start: usize, end: usize) -> bool {
        let words = self.words;
        let first = words.sentence(words.sentence_of(start)).start == start;
        first
            && end == start + 1
            && words.upos(start) == Upos::Noun
            && (self
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(start))
                .next())
            .is_some()
    }

    /// A title, of one or of several: "Foreign Ministers".
    pub(super) fn is_title(&self, word: usize) -> bool {
        let lower = self.lower(word);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        self.is_title_word(word) || self.classes.has("persons", one)
    }
}

impl Work<'_> {
    /// "Vera Sorel, Secretary, led the Tolsk delegation", "was at the head of the Tolsk side": whose side it is that somebody
    /// with that name leads.
    pub(super) fn side_led_by(&self, name: &Range<usize>) -> Vec<usize> {
        let words = self.words;
        let top = self.top(name.clone());
        let Some(predicate) = words
            .head(top)
            .filter(|&predicate| words.rel(top) == Rel::Nsubj && predicate > name.end)
        else {
            return Vec::new();
        };
        let side = match words.lemma(predicate) {
            "lead" | "head" if words.is_verb(predicate) => words.child(predicate, &[Rel::Obj]),
            "head" | "helm" => words.with_case(predicate, &["of"]).next(),
            _ => None,
        };
        side.filter(|&side| {
            matches!(
                words.lemma(side),
                "side" | "delegation" | "team" | "mission"
            )
        })
        .map(|side| self.phrase(side).owners)
        .unwrap_or_default()
    }
}
