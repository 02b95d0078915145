//! Names of organisations, places and things, told by their last words.

use std::ops::Range;

use super::classes::Classes;
use super::kinds::told_beside;
use super::names::{Finder, PieceKind, is_no_name};
use rapporteur_lexicon::{GazetteerPlace, StanceWord};
use rapporteur_model::{ActorType, BlockKind};
use rapporteur_syntax::{NameKind, Rel, Xpos};

/// The kind of body whose name a word of another tongue opens, in lower case: "grupo", "partido".
pub(super) fn opened_by(classes: &Classes, word: &str) -> Option<ActorType> {
    [
        ("opens-company", ActorType::Company),
        ("opens-party", ActorType::PoliticalParty),
        ("opens-movement", ActorType::Movement),
        ("opens-union", ActorType::Union),
        ("opens-government", ActorType::GovernmentBody),
    ]
    .into_iter()
    .find_map(|(class, kind)| classes.has(class, word).then_some(kind))
}

impl Finder<'_> {
    /// An organisation, place or thing by the last word of its name.
    pub(super) fn organisation(&self, start: usize, end: usize) -> Option<(usize, PieceKind)> {
        if let Some(called) = self.called(start) {
            return Some(called);
        }
        let words = self.words;
        let sentence_end = words.sentence(words.sentence_of(start)).end;
        let mut best: Option<usize> = None;
        let mut at = start;
        let mut end = end;
        while at < end {
            // "the Justice Party": an office only where no body follows.
            // "the Merin Premier League"
            let names_body = at + 2 <= end
                && self.capital(at + 1)
                && (at == start
                    && at + 2 == end
                    && self.classes.has("political", self.lower(at + 1))
                    || self.is_general_body(at, end)
                    || at == start && self.opens_with_trade(start, end));
            if self.is_title_word(at) && !self.classes.has("media", self.lower(at)) && !names_body {
                break;
            }
            if self.capital(at) && self.kind_of(start, at).is_some() {
                best = Some(at);
            }
            at += 1;
            if at == end && at < sentence_end {
                let form = words.form(at);
                let before = self.lower(at - 1);
                let plural_owner = matches!(form, "'" | "’") && self.capital_after(at);
                // "St Olave's Hospital"
                let patron = matches!(form, "'s" | "’s")
                    && self.capital_after(at)
                    && self.classes.has("institutions", self.lower(at + 1));
                let people = matches!(form, "'s" | "’s")
                    && (matches!(
                        before,
                        "people" | "children" | "folk" | "townspeople" | "tradespeople"
                    ) || before.ends_with("men"))
                    && self.capital_after(at);
                // "the Foremen's and Clerks' Society"
                let owners = matches!(form, "'" | "’" | "'s" | "’s")
                    && (form.len() < 3 && !form.contains('s') || before.ends_with("men"))
                    && at + 3 < sentence_end
                    && words.form(at + 1) == "and"
                    && self.capital(at + 2)
                    && matches!(words.form(at + 3), "'" | "’" | "'s" | "’s")
                    && self.capital_after(at + 3);
                // "the Foreign Ministry of Liris": whose it is, while "the Ministry of Justice" is all name.
                let of_whom = at > start + 1
                    && form == "of"
                    && matches!(
                        before,
                        "ministry" | "parliament" | "senate" | "embassy" | "government" | "army"
                    );
                let of = !of_whom
                    && (matches!(form, "of" | "for")
                        || form == "on"
                            && matches!(
                                before,
                                "committee"
                                    | "commission"
                                    | "conference"
                                    | "group"
                                    | "panel"
                                    | "council"
                            )
                            // "the Commission on Wednesday proposed": that is when.
                            && !is_no_name(words.form(at + 1)))
                    && best == Some(at - 1)
                    && self.capital_after(at)
                    && (!self.is_country_after(at) || self.is_league_of_land(start, at - 1))
                    && !self.is_town_of_firm(start, at);
                let of_the = matches!(form, "of" | "for")
                    && best == Some(at - 1)
                    && words.form((at + 1).min(words.len() - 1)) == "the"
                    && self.capital_after(at + 1)
                    && !self.is_country_after(at + 1);
                let and = form == "and"
                    && self.capital_after(at)
                    && best != Some(at - 1)
                    && at - start <= 3
                    && self.and_reaches_head(at + 1, sentence_end)
                    && start > 0
                    && words.lemma(start - 1) == "the";
                // "the Hotel and Restaurant Owners": people at the end of the name
                let people_and = form == "and"
                    && best.is_none()
                    && at - start <= 3
                    && start > 0
                    && words.lower(start - 1) == "the"
                    && self.capital_after(at)
                    // "the Treasury and Merin Importers"
                    && !self.classes.has("bodies", before)
                    && !self.is_people_of(at - 1);
                if people_and {
                    let to = self.run_end(at + 1, sentence_end);
                    if to - at > 2 && self.is_trade_people(to - 1) && !self.is_people_of(at + 1) {
                        return Some((to - start, PieceKind::Organisation(ActorType::Movement)));
                    }
                }
                if owners {
                    end = self.run_end(at + 4, sentence_end);
                    at += 4;
                } else if plural_owner || people || and || patron {
                    end = self.run_end(at + 1, sentence_end);
                    at += 1;
                } else if of || of_the {
                    let from = if of { at + 1 } else { at + 2 };
                    let mut to = self.run_end(from, sentence_end);
                    // "the Movement for the Defence of the Valley"
                    let again = usize::from(words.form((to + 1).min(words.len() - 1)) == "the");
                    if to + 1 + again < sentence_end
                        && words.form(to) == "of"
                        && self.capital_after(to + again)
                        && self.lower(to - 1) != "party"
                        && !self.is_country_after(to)
                        || to + 1 < sentence_end
                            && words.form(to) == "of"
                            && self.capital_after(to)
                            && form == "for"
                    {
                        to = self.run_end(to + 1 + again, sentence_end);
                    }
                    // "the Court of Justice"
                    let justice = to == from + 1 && self.lower(from) == "justice";
                    if !justice && (from..to).any(|word| self.is_title_word(word)) {
                        break;
                    }
                    to = self.and_more(at - 1, to, sentence_end);
                    // "the Rally for Merin in the Republic"
                    if form == "for"
                        && to + 2 < sentence_end
                        && words.form(to) == "in"
                        && words.form(to + 1) == "the"
                        && self.capital(to + 2)
                        && !self.is_country_after(to + 1)
                    {
                        to = self.run_end(to + 2, sentence_end);
                    }
                    let kind = self.kind_of(start, at - 1)?;
                    // "the National Union of Bakers": of people at work, no party
                    let at_work = kind == PieceKind::Organisation(ActorType::PoliticalParty)
                        && self.lower(at - 1) == "union"
                        && (from..to).any(|word| {
                            let one = self.lower(word).trim_end_matches('s');
                            self.classes.has("trades", self.lower(word))
                                || self.classes.has_any(&["a-union", "stakes", "civic"], one)
                                || self.lower(word).ends_with("workers")
                        });
                    let kind = match at_work {
                        true => PieceKind::Organisation(ActorType::Union),
                        false => kind,
                    };
                    // "the National Accord of Ada Brun": whose party it is.
                    let of_somebody = kind == PieceKind::Thing && self.lower(at - 1) == "accord"
                        || kind == PieceKind::Organisation(ActorType::PoliticalParty)
                            && of
                            && (self.model[from] == Some(NameKind::Person)
                                || to == from + 2 && self.is_told_alone(from + 1));
                    let one_name = matches!(words.rel(from + 1), Rel::Flat | Rel::Nmod);
                    if of_somebody && to == from + 2 && one_name {
                        return Some((at - start, kind));
                    }
                    return Some((to - start, kind));
                }
            }
        }
        if best.is_none()
            && end > start + 1
            && let Some(kind) = opened_by(self.classes, self.lower(start))
        {
            return Some((end - start, PieceKind::Organisation(kind)));
        }
        if best.is_none()
            && let Some(together) = self.people_together(start, end)
        {
            return Some(together);
        }
        // "the exile group Free the Captives"
        let inside = start + 1 < sentence_end
            && matches!(words.form(start + 1), "the" | "our" | "their")
            && self.capital_after(start + 1)
            && !self.opens(start);
        if best.is_none() && inside && self.classes.has("calls", self.lower(start)) {
            let to = self.run_end(start + 2, sentence_end);
            return Some((to - start, PieceKind::Organisation(ActorType::Movement)));
        }
        // "Save Our Quay", "Stop the Dam"
        if best.is_none() && self.classes.has("calls", self.lower(start)) && end > start + 2 {
            return Some((end - start, PieceKind::Organisation(ActorType::Movement)));
        }
        // "the Citizens' Voice", "the Workers' Choice": whatever people call together.
        let nation = matches!(self.lower(start), "people" | "women" | "nation");
        let people = nation
            || self.lower(start).strip_suffix('s').is_some_and(|one| {
                self.classes.has("civic", one)
                    || self.classes.has("persons", one)
                    || self.classes.has("a-union", one)
                    || one == "worker"
            });
        if best.is_none()
            && people
            && end == start + 3
            && (matches!(words.form(start + 1), "'" | "’")
                || nation && matches!(words.form(start + 1), "'s" | "’s"))
            && self.has_article(start)
        {
            let told = matches!(
                words.lower(start - 1),
                "opposition"
                    | "ruling"
                    | "governing"
                    | "right"
                    | "left"
                    | "populist"
                    | "nationalist"
            );
            let kind = match self.setting.parties || told {
                true => ActorType::PoliticalParty,
                false => ActorType::Movement,
            };
            return Some((end - start, PieceKind::Organisation(kind)));
        }
        // "Radio Merin"
        if matches!(self.lower(start), "radio" | "tv" | "télévision")
            && start + 1 < end
            && best.is_none_or(|best| best == start)
        {
            return Some((end - start, PieceKind::Organisation(ActorType::Media)));
        }
        let last = best?;
        if last == start {
            return None;
        }
        // A number or letter goes on with it: "Unit 61", "Group A".
        let kind = self.kind_of(start, last)?;
        // "Retail and Food Workers Local 410"
        let local = matches!(kind, PieceKind::Organisation(ActorType::Union))
            && last + 2 < sentence_end
            && self.is_local(last + 1);
        Some((last + 1 + 2 * usize::from(local) - start, kind))
    }

    /// "Upper Orle", where the report has Lower Orle: whether a word tells part of a land from another.
    fn has_sibling(&self, start: usize) -> bool {
        let words = self.words;
        let part = |word: usize| {
            matches!(
                words.lower(word),
                "upper"
                    | "lower"
                    | "inner"
                    | "outer"
                    | "northern"
                    | "southern"
                    | "eastern"
                    | "western"
            )
        };
        let land = words.form(start + 1);
        part(start)
            && (1..words.len()).any(|word| {
                words.form(word) == land
                    && word != start + 1
                    && part(word - 1)
                    && words.lower(word - 1) != words.lower(start)
                    && self.capital(word - 1)
            })
    }

    /// "Orle Pipeline Partners of Houston": whether "of" tells where a company is that has its whole name before.
    fn is_town_of_firm(&self, start: usize, of: usize) -> bool {
        let town = of + 1;
        of > start + 2
            && self.words.form(of) == "of"
            && self.kind_of(start, of - 1) == Some(PieceKind::Organisation(ActorType::Company))
            && !self.capital_after(town)
            && matches!(
                self.lexicon.gazetteer.place(self.words.form(town)),
                Some(GazetteerPlace::City(_) | GazetteerPlace::Capital(_))
            )
    }

    /// What a name is that is made of a land and one word more: a firm, an agency, or part of the land.
    pub(super) fn called_after_a_land(&self, start: usize, end: usize) -> Option<PieceKind> {
        if end == start + 2 && self.is_land_club(start) {
            return Some(PieceKind::Organisation(ActorType::Movement));
        }
        // "the European Timber and Furniture Makers": the name goes on.
        let more = self.words.form(end.min(self.words.len() - 1)) == "and"
            && self.capital_after(end)
            && start > 0
            && self.words.lower(start - 1) == "the";
        if !more && self.is_national_firm(start, end) {
            return Some(PieceKind::Organisation(ActorType::Company));
        }
        // "Upper Orle", where Lower Orle is told of
        if end == start + 2 && self.has_sibling(start) {
            return Some(PieceKind::Place);
        }
        let land = end == start + 2
            && self.known(start, end).is_none()
            && matches!(self.known(start + 1, end), Some(PieceKind::State(_)));
        if !land {
            return None;
        }
        let first = self.lower(start);
        // "Upper Austria"
        if self.classes.has("parts-of-lands", first) {
            return Some(PieceKind::Place);
        }
        // "Statistics Norway", "Health Canada"
        (self.classes)
            .has_any(&["agency-of", "portfolios", "briefs"], first)
            .then_some(PieceKind::Organisation(ActorType::GovernmentBody))
    }

    /// "Zambia Sugar", "Kenya Pipeline", "Air Malta": a company called after a land and what it deals in.
    pub(super) fn is_national_firm(&self, start: usize, end: usize) -> bool {
        let few = (start + 2..start + 5).contains(&end);
        let state =
            |from: usize, to: usize| matches!(self.known(from, to), Some(PieceKind::State(_)));
        let body = matches!(
            self.block(start),
            Some(BlockKind::Paragraph | BlockKind::ListItem)
        );
        if !few || !body {
            return false;
        }
        if self.lower(start) == "air" {
            return state(start + 1, end);
        }
        let last = self.lower(end - 1);
        let deals = self.classes.has("goods", last)
            || matches!(last, "pipeline" | "pipelines" | "power" | "ports" | "grid");
        deals
            && !(start..end).any(|word| self.is_title_word(word))
            && (state(start, end - 1)
                || state(start, start + 1)
                || (self.lexicon.gazetteer.demonym(self.words.form(start)))
                    .is_some_and(|demonym| demonym.adjective))
    }

    /// "the Union of Dockers and Seafarers", "the Ministry of Trade and Industry": where a name ends whose second part goes
    /// on behind "and"; `head` is the body, `to` the end of the first part.
    fn and_more(&self, head: usize, to: usize, sentence_end: usize) -> usize {
        let words = self.words;
        if to + 1 >= sentence_end || words.form(to) != "and" || !self.capital_after(to) {
            return to;
        }
        let end = self.run_end(to + 1, sentence_end);
        let last = end - 1;
        let another = self.is_title_word(to + 1)
            || self.known(to + 1, end).is_some()
            || self.model[to + 1] == Some(NameKind::Person) && words.xpos(last) != Xpos::Nnps
            || self.classes.has("bodies", self.lower(last)) && last > to + 1;
        if another {
            return to;
        }
        // "of Latin American and Caribbean States", "of Hotel and Restaurant Owners (HRO)"
        let many = matches!(words.xpos(last), Xpos::Nns | Xpos::Nnps)
            || self.lower(last).ends_with('s') && !self.lower(last).ends_with("ss");
        let short = last + 2 < sentence_end && words.form(end) == "(";
        let of_matters = matches!(
            self.lower(head),
            "ministry"
                | "department"
                | "committee"
                | "commission"
                | "chamber"
                | "council"
                | "office"
                | "movement"
                | "front"
                | "party"
                | "institute"
                | "centre"
                | "center"
                | "agency"
                | "board"
                | "directorate"
                | "secretariat"
                | "bureau"
                | "campaign"
                | "coalition"
                | "alliance"
                | "forum"
        );
        if many || short || of_matters { end } else { to }
    }

    /// "the opposition People's Voice", "the far-right Citizens' Choice": whether "the" stands before a name and the words
    /// that describe it.
    fn has_article(&self, start: usize) -> bool {
        (start.saturating_sub(5)..start)
            .rev()
            .find(|&word| {
                !(self.words.form(word).starts_with(char::is_lowercase)
                    && Self::is_nominal(self.words, word)
                    || self.words.form(word) == "-")
                    || self.words.form(word) == "the"
            })
            .is_some_and(|the| self.words.form(the).eq_ignore_ascii_case("the"))
    }

    /// "Absurd," said Merin's envoy: a verdict, whatever its capital.
    pub(super) fn is_quoted_verdict(&self, word: usize, lower: &str) -> bool {
        let quoted = word > 0 && matches!(self.words.form(word - 1), "\"" | "“");
        quoted
            && !self.capital_after(word)
            && (self.lexicon.stances.of(StanceWord::Verdict, lower).next()).is_some()
    }

    /// "General Workers", "the Premier Football Union", "the Official Creditor Committee": a word that is an office elsewhere
    /// opens the name of a body.
    fn is_general_body(&self, start: usize, end: usize) -> bool {
        let sentence = self.words.sentence(self.words.sentence_of(start)).end;
        // "the Official Lenders' Group"
        let members = end + 1 < sentence
            && matches!(self.words.form(end), "'" | "’")
            && self.capital(end + 1);
        let last = match members {
            true => self.run_end(end + 1, sentence) - 1,
            false => end - 1,
        };
        matches!(
            self.lower(start),
            "general" | "premier" | "official" | "principal" | "justice"
        ) && !(start + 1..end).any(|word| self.is_title_word(word))
            && !self.classes.has("media", self.lower(last))
            && matches!(self.kind_of(start, last), Some(PieceKind::Organisation(_)))
    }

    /// "the House of Deputies", "the Chamber of Provinces": whether a house is called after those who sit in it.
    fn is_chamber(&self, head: usize) -> bool {
        let seated = head + 2;
        matches!(self.lower(head), "house" | "chamber")
            && seated < self.words.len()
            && self.words.form(head + 1) == "of"
            && self.capital(seated)
            && self.classes.has("seated-in", self.lower(seated))
    }

    fn is_country_after(&self, word: usize) -> bool {
        (word + 2..=(word + 4).min(self.words.len()))
            .any(|to| matches!(self.known(word + 1, to), Some(PieceKind::State(_))))
    }

    /// "Brun said", where somebody is "of Ada Brun": whether a surname is the subject of what one says, without the name
    /// before it.
    fn is_told_alone(&self, surname: usize) -> bool {
        let words = self.words;
        let form = words.form(surname);
        (1..words.len()).any(|word| {
            words.form(word) == form
                && word != surname
                && !self.capital(word - 1)
                && words.rel(word) == Rel::Nsubj
                && (words.head(word))
                    .is_some_and(|verb| self.classes.has("tell", words.lemma(verb)))
        })
    }

    fn and_reaches_head(&self, from: usize, end: usize) -> bool {
        let to = self.run_end(from, end);
        to > from && {
            let last = self.lower(to - 1);
            matches!(self.head_kind(last, &[]), Some(PieceKind::Organisation(_))) && to - from >= 2
        }
    }

    pub(super) fn kind_of(&self, start: usize, head: usize) -> Option<PieceKind> {
        let others: Vec<&str> = (start..head).map(|at| self.lower(at)).collect();
        // "the Northern Republic", "the Federation of Islands", but not "the Doctors' Federation"
        let of_members = (others.iter()).any(|word| matches!(*word, "'" | "’" | "'s" | "’s"));
        // "the Oil Federation", "the Sea Ports Federation": of those who deal in it.
        let of_matters = self.lower(head) == "federation"
            && !self.governs(head)
            && (others.iter()).any(|word| {
                self.common.contains(word)
                    || word.ends_with('s')
                    || self.classes.has_any(
                        &[
                            "goods",
                            "political",
                            "banners",
                            "trades",
                            "place",
                            "polities",
                            "lists",
                        ],
                        word,
                    )
            });
        let realm = !of_matters && self.classes.has("realms", self.lower(head));
        if !others.is_empty() && !of_members && realm {
            return Some(PieceKind::Organisation(ActorType::State));
        }
        // "the Hallow Union's information minister": one that has ministers and troops is a state.
        if self.lower(head) == "union"
            && !others.is_empty()
            && !self.setting.labour
            && self.governs(head)
        {
            return Some(PieceKind::Organisation(ActorType::State));
        }
        // "the government of the Sorrel Islands"
        let of_islands = matches!(self.lower(head), "islands" | "isles")
            && start > 2
            && self.words.form(start - 1) == "the"
            && self.words.form(start - 2) == "of"
            && (self.classes.has("realms", self.words.lemma(start - 3))
                || matches!(
                    self.words.lemma(start - 3),
                    "government" | "president" | "minister" | "parliament" | "premier" | "republic"
                ));
        if !others.is_empty() && (of_islands || self.lower(head) == "islands" && self.governs(head))
        {
            return Some(PieceKind::Organisation(ActorType::State));
        }
        let next = |form: &str| head + 1 < self.words.len() && self.words.form(head + 1) == form;
        // "the Ministry of Foreign Affairs", "the Committee on Oils"
        let lower = self.lower(head);
        let body = matches!(lower, "ministry" | "department") && next("of")
            || lower == "committee" && (next("on") || next("of") || next("for"));
        // "the Progressive People's Congress": a party; the Congress of a state is nobody's.
        let trades = (others.iter()).any(|word| self.classes.has("trades", word));
        if lower == "congress" && of_members && !trades {
            return Some(PieceKind::Organisation(ActorType::PoliticalParty));
        }
        if self.is_chamber(head) {
            return Some(PieceKind::Organisation(ActorType::GovernmentBody));
        }
        let salvation = lower == "committee"
            && next("for")
            && self.words.form((head + 2).min(self.words.len() - 1)) == "the"
            && self.capital_after(head + 2);
        if others.is_empty() && (body && self.capital_after(head + 1) || salvation) {
            return Some(PieceKind::Organisation(ActorType::GovernmentBody));
        }
        self.head_kind(self.lower(head), &others)
    }

    /// Whether the report has that name own what states own.
    fn governs(&self, head: usize) -> bool {
        let words = self.words;
        let form = words.form(head);
        (0..words.len().saturating_sub(3)).any(|word| {
            words.form(word) == form
                && matches!(words.form(word + 1), "'s" | "’s")
                && (word + 2..(word + 5).min(words.len()))
                    .take_while(|&at| Self::is_nominal(words, at))
                    .any(|at| {
                        matches!(
                            words.lemma(at),
                            "minister"
                                | "army"
                                | "government"
                                | "troops"
                                | "troop"
                                | "navy"
                                | "ambassador"
                        )
                    })
        })
    }

    /// "the rebel Union of Eastern Forces": what the word before a name says it is.
    pub(super) fn told_before(&self, words: Range<usize>, kind: PieceKind) -> PieceKind {
        let before = words
            .start
            .checked_sub(1)
            .map(|before| self.words.lemma(before));
        match kind {
            PieceKind::Organisation(_)
                if before.is_some_and(|word| self.classes.has("a-force", word)) =>
            {
                PieceKind::Organisation(ActorType::ArmedGroup)
            }
            // "the union, TeachWell Alliance,", "Merin Star, the newest airline": a noun of what is rarer than the last word
            // of the name.
            PieceKind::Organisation(
                ActorType::Alliance | ActorType::InternationalOrganisation | ActorType::Media,
            ) => {
                let told = told_beside(self.words, words).filter(|kind| {
                    matches!(
                        kind,
                        ActorType::Union | ActorType::Company | ActorType::PoliticalParty
                    )
                });
                told.map_or(kind, PieceKind::Organisation)
            }
            // "the streaming company Lumen Field"
            PieceKind::Place | PieceKind::Thing => {
                let told = told_beside(self.words, words).filter(|kind| {
                    matches!(
                        kind,
                        ActorType::Union | ActorType::Company | ActorType::PoliticalParty
                    )
                });
                told.map_or(kind, PieceKind::Organisation)
            }
            other => other,
        }
    }

    fn head_kind(&self, head: &str, others: &[&str]) -> Option<PieceKind> {
        if let Some(kind) = self.classes.organisation(head, others, self.setting) {
            if head == "government" {
                return None;
            }
            return Some(PieceKind::Organisation(kind));
        }
        if self.classes.has("thing", head) {
            return Some(PieceKind::Thing);
        }
        // "St Olave's Hospitals"
        let patron = (others.iter()).any(|word| matches!(*word, "'s" | "’s"));
        if patron && self.classes.has("institutions", head) {
            return Some(PieceKind::Place);
        }
        if self.classes.has("place", head) {
            return Some(PieceKind::Place);
        }
        None
    }
}
