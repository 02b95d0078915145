//! States, capitals and persons that only the report itself knows: told by what stands around the name.

use std::collections::{HashMap, HashSet};

use rapporteur_lexicon::fold_name;
use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::EntityKind;
use super::demonyms::is_demonym;
use super::evidence::Evidence;
use super::gather::Work;
use super::kinds::Setting;
use super::learned::NameType;
use super::nameless::Nameless;
use super::names::PieceKind;
use super::verdict::Verdict;

impl Work<'_> {
    /// Decides what each open name is, and makes its entity.
    pub fn settle_open_names(&mut self) {
        let mut clusters: HashMap<String, Vec<usize>> = HashMap::new();
        let mut order = Vec::new();
        // "Ida Moss of Homeland", "Delta Governor Ida Moss": a body's or a land's name, however common.
        let bodies: HashSet<&str> = (self.pieces.iter())
            .filter(|piece| {
                let name = piece.words.start;
                (name.checked_sub(1))
                    .is_some_and(|of| self.lower(of) == "of" && self.is_of_person(of))
                    || matches!(
                        self.form_at(piece.words.end),
                        "Governor" | "Premier" | "Gov."
                    ) && !self.classes.has("polities", self.lower(name))
            })
            .map(|piece| piece.words.start)
            .map(|name| self.words.form(name))
            .collect();
        for index in 0..self.pieces.len() {
            if self.entity_of[index].is_none() && self.pieces[index].kind == PieceKind::Open {
                let word = self.pieces[index].words.end - 1;
                let lemma = self.words.lemma(word);
                let common = self.pieces[index].words.len() == 1
                    && !bodies.contains(self.words.form(word))
                    && self.classes.has_any(
                        &[
                            "persons", "party", "bodies", "sides", "armed", "country", "media",
                            "thing", "place", "movement",
                        ],
                        lemma,
                    );
                if common {
                    continue;
                }
                let key = fold_name(&self.piece_text(index));
                let cluster = clusters.entry(key.clone()).or_default();
                if cluster.is_empty() {
                    order.push(key);
                }
                cluster.push(index);
            }
        }
        self.join_short_names(&mut clusters, &mut order);
        // Demonyms: an open name, or adjective, that is another open name with an ending.
        let mut demonyms: HashMap<String, String> = HashMap::new();
        let mut taken_by_realms: Vec<String> = Vec::new();
        for key in &order {
            // "the Orlan side", of the Orle Federation
            let realm = self.realm_of_adjective(key);
            if let Some(realm) = realm {
                for &piece in &clusters[key] {
                    self.entity_of[piece] = Some(realm);
                    self.pieces[piece].kind = PieceKind::Demonym(usize::MAX, false);
                }
                taken_by_realms.push(key.clone());
            } else if let Some(base) = order
                .iter()
                .filter(|base| is_demonym(key, base))
                .max_by_key(|base| base.len())
            {
                demonyms.insert(key.clone(), base.clone());
            }
        }
        order.retain(|key| !taken_by_realms.contains(key));
        let mut evidence: HashMap<String, Evidence> = HashMap::new();
        for key in &order {
            let total = clusters[key]
                .iter()
                .fold(Evidence::default(), |sum, &piece| {
                    sum.plus(self.evidence(piece))
                })
                .with_model(self.guessed(&clusters[key]), key.contains(' '));
            let total = match self.doubted.contains(key) {
                true => total.of_no_person(),
                false => total,
            };
            evidence.insert(key.clone(), total);
        }
        for (demonym, base) in &demonyms {
            let adjective = evidence[demonym];
            let entry = evidence.entry(base.clone()).or_default();
            if adjective.adjective > 0 || demonym.ends_with('s') {
                entry.state += 4 + adjective.state.max(0);
            }
        }
        let mut decided: HashMap<String, Verdict> = HashMap::new();
        self.states_by_adjective(&order, &clusters, &evidence, &demonyms);
        self.governments_by_adjective(&order, &clusters);
        for key in &order {
            if !demonyms.contains_key(key) {
                decided.insert(key.clone(), evidence[key].verdict());
            }
        }
        // "Merin and Falkmark": like goes with like.
        for _ in 0..2 {
            for key in &order {
                let open = decided.get(key).is_some_and(|verdict| match verdict {
                    Verdict::Unclear | Verdict::Acting => true,
                    // What only looks like a person's name is not told to be one.
                    Verdict::Person => evidence[key].person == 0 && evidence[key].says == 0,
                    _ => false,
                });
                if !open {
                    continue;
                }
                let with_state = clusters[key].iter().any(|&piece| {
                    self.beside(piece)
                        .into_iter()
                        .any(|other| match self.entity_of[other] {
                            Some(id) => self.all[id].kind == EntityKind::Actor(ActorType::State),
                            None => {
                                let other = fold_name(&self.piece_text(other));
                                matches!(decided.get(&other), Some(Verdict::State))
                                    || matches!(decided.get(&other), Some(Verdict::Acting))
                                        && (evidence[&other].place == 0
                                            || evidence[&other].wills > 0)
                            }
                        })
                });
                if with_state {
                    decided.insert(key.clone(), Verdict::State);
                }
            }
        }
        let mut capitals: Vec<String> = Vec::new();
        for key in &order {
            let Some(verdict) = decided.get(key) else {
                continue;
            };
            if self.entity_of[clusters[key][0]].is_some() {
                continue;
            }
            let first = clusters[key][0];
            let text = self.piece_text(first);
            let told = clusters[key]
                .iter()
                .find_map(|&piece| self.apposed_kind(piece));
            // "The Brotherhood opposed it": what such a word names by itself.
            let article = self.pieces[first].words.len() == 1
                && (self.pieces[first].words.start.checked_sub(1))
                    .is_some_and(|the| self.lower(the) == "the");
            let told = told.or_else(|| {
                let unsure = matches!(
                    verdict,
                    Verdict::Place | Verdict::Unclear | Verdict::Acting | Verdict::State
                );
                let lower = text.to_lowercase();
                (self.classes.organisation(&lower, &[], self.setting))
                    .filter(|_| article && unsure && evidence[key].acts > 0)
            });
            let kind = match verdict {
                _ if self.is_brief(&clusters[key]) => EntityKind::Thing,
                // "Merin Sports, the cable channel, is offering more": no paper, though it is one of the media.
                _ if told == Some(ActorType::Media) && self.decides_anywhere(&clusters[key]) => {
                    EntityKind::Actor(ActorType::Company)
                }
                _ if told.is_some() => told.map_or(EntityKind::Thing, EntityKind::Actor),
                Verdict::State => EntityKind::Actor(ActorType::State),
                Verdict::Person => EntityKind::Actor(ActorType::Person),
                Verdict::Organisation => EntityKind::Actor(
                    self.guessed(&clusters[key])
                        .and_then(|(kind, _)| kind.body())
                        // What asks and offers is no paper, though it is called as they are.
                        .filter(|&kind| {
                            kind != ActorType::Media || !self.decides_anywhere(&clusters[key])
                        })
                        .unwrap_or(ActorType::InternationalOrganisation),
                ),
                Verdict::Media => EntityKind::Actor(ActorType::Media),
                Verdict::Company => EntityKind::Actor(ActorType::Company),
                Verdict::Acting if evidence[key].place == 0 => EntityKind::Actor(ActorType::State),
                Verdict::Acting => {
                    capitals.push(key.clone());
                    EntityKind::Place
                }
                Verdict::Unclear
                    if evidence[key].organisation >= 3
                        && (self.doubted.contains(key) || evidence[key].state > 0) =>
                {
                    // "Ida Moss of Metrobike": whose somebody is, and the model knows for a body.
                    (self
                        .guessed(&clusters[key])
                        .and_then(|(kind, _)| kind.body()))
                    .map_or(EntityKind::Place, EntityKind::Actor)
                }
                // "Ida Moss of Metrobike … Metrobike mutters": no town that anybody knows, and nothing is there.
                Verdict::Unclear | Verdict::Place
                    if evidence[key].place == 0
                        && clusters[key].len() > 1
                        && self.is_somebodys_body(&clusters[key]) =>
                {
                    EntityKind::Actor(
                        (self.guessed(&clusters[key]))
                            .and_then(|(kind, _)| kind.body())
                            .unwrap_or(match self.setting.parties {
                                true => ActorType::PoliticalParty,
                                false => ActorType::Company,
                            }),
                    )
                }
                Verdict::Unclear | Verdict::Place => {
                    if evidence[key].acts > 0 {
                        capitals.push(key.clone());
                    }
                    EntityKind::Place
                }
            };
            // "Gulnora Safarian", "Claire Brun-Moss": a given name before, no state.
            let kind = match kind {
                EntityKind::Actor(ActorType::State)
                    if evidence[key].governs == 0 && self.is_full_name(first) =>
                {
                    EntityKind::Actor(ActorType::Person)
                }
                kind => kind,
            };
            // "the Cenotaph", "the Aurelia": a monument or a ship, whatever it does.
            let kind = match kind {
                EntityKind::Actor(ActorType::State)
                    if evidence[key].governs == 0
                        && !Self::has_demonym(&demonyms, &text)
                        && self.is_articled(&clusters[key]) =>
                {
                    match self.decides_anywhere(&clusters[key]) {
                        true => EntityKind::Actor(ActorType::Movement),
                        false => EntityKind::Thing,
                    }
                }
                kind => kind,
            };
            let common = (kind == EntityKind::Actor(ActorType::State)
                && !Self::has_demonym(&demonyms, &text))
            .then(|| self.common_word(&clusters[key], &evidence[key]))
            .flatten();
            let kind = match common {
                Some(Nameless::People) => {
                    self.let_be_common(&clusters[key]);
                    continue;
                }
                Some(Nameless::Other(kind)) => kind,
                None if kind == EntityKind::Actor(ActorType::State)
                    && evidence[key].governs == 0
                    && evidence[key].wills == 0
                    && evidence[key].place > 0
                    && self.is_town_of_another(&text) =>
                {
                    EntityKind::Place
                }
                None => kind,
            };
            // In a report of firms, what only acts and is nowhere is one of them.
            let firm = matches!(verdict, Verdict::Acting)
                && self.setting.business
                && evidence[key].place == 0
                && evidence[key].state <= 0
                && self.lexicon.gazetteer.place(&text).is_none();
            let trades = self.is_trading(&clusters[key]);
            let kind = match kind {
                EntityKind::Place if trades => EntityKind::Actor(ActorType::Company),
                EntityKind::Actor(ActorType::Person) if trades && self.doubted.contains(key) => {
                    EntityKind::Actor(ActorType::Company)
                }
                EntityKind::Actor(ActorType::State)
                    if evidence[key].governs == 0
                        && !Self::has_demonym(&demonyms, &text)
                        && (firm || trades || is_brand(&text)) =>
                {
                    EntityKind::Actor(ActorType::Company)
                }
                kind => kind,
            };
            let guess = told.is_none()
                && !Self::has_demonym(&demonyms, &text)
                && self.is_guessed_kind(kind, &clusters[key]);
            let id = self.make(text, kind);
            if guess {
                self.guesses.push(id);
            }
            if kind == EntityKind::Actor(ActorType::State) {
                self.all[id].party = Some(id);
            }
            for &piece in &clusters[key] {
                self.entity_of[piece] = Some(id);
            }
        }
        for key in &order {
            if let Some(base) = demonyms.get(key) {
                let base = self.entity_of[clusters[base][0]];
                for piece in clusters[key].clone() {
                    let end = self.pieces[piece].words.end;
                    let language = key.ends_with("ish")
                        && (end >= self.words.len()
                            || !super::names::Finder::is_nominal(self.words, end));
                    if !language {
                        self.entity_of[piece] = base;
                        self.pieces[piece].kind = PieceKind::Demonym(usize::MAX, false);
                    }
                }
            }
        }
        let places: Vec<Vec<usize>> = (capitals.iter()).map(|key| clusters[key].clone()).collect();
        let taken = self.find_capitals(&places);
        for (index, key) in capitals.iter().enumerate() {
            // A place that shows a will and is no capital is a state itself.
            if evidence[key].wills > 0 && !taken.contains(&index) {
                self.let_place_act(&places[index]);
            }
        }
    }

    /// Whether only looks and deeds that any body does tell that a name is of that kind.
    fn is_guessed_kind(&self, kind: EntityKind, cluster: &[usize]) -> bool {
        use ActorType::{GovernmentBody, InternationalOrganisation, Movement, State};
        let open = matches!(
            kind,
            EntityKind::Place
                | EntityKind::Actor(State | GovernmentBody | InternationalOrganisation | Movement)
        );
        let told = (cluster.iter().filter(|_| open)).fold(Evidence::default(), |sum, &piece| {
            sum.plus(self.evidence(piece))
        });
        let place = kind == EntityKind::Place && told.place > 1;
        open && told.governs == 0 && told.state < 2 && told.company < 3 && !place
    }

    /// "Ida Moss of Metrobike": whether somebody is told to be of a name of one word that no gazetteer knows.
    fn is_somebodys_body(&self, cluster: &[usize]) -> bool {
        let known = |piece: usize| {
            (self.lexicon.gazetteer.place(&self.piece_text(piece))).is_some()
                || self.pieces[piece].words.len() > 1
        };
        (cluster.iter()).all(|&piece| !known(piece))
            && (cluster.iter()).any(|&piece| {
                let name = self.pieces[piece].words.start;
                (name.checked_sub(1))
                    .is_some_and(|of| self.lower(of) == "of" && self.is_of_person(of))
            })
    }

    /// "Gulnora Safarian": whether a name of several words begins with a given name and ends in no land.
    fn is_full_name(&self, piece: usize) -> bool {
        let words = self.pieces[piece].words.clone();
        words.len() > 1
            && self.classes.is_given(self.lower(words.start))
            && !super::doubts::is_land(self.lower(words.start))
            && !self
                .classes
                .has_any(&["polities", "place", "realms"], self.lower(words.end - 1))
            && (self.lexicon.gazetteer.place(&self.piece_text(piece))).is_none()
            && !(words.start > 0 && self.lower(words.start - 1) == "the")
    }

    /// Whether every mention of a name of one word in the singular has an article.
    fn is_articled(&self, cluster: &[usize]) -> bool {
        (cluster.iter()).all(|&piece| {
            let words = &self.pieces[piece].words;
            let lower = self.lower(words.start);
            words.len() == 1
                && words.start > 0
                && self.lower(words.start - 1) == "the"
                // "the Velmar government"
                && !super::names::Finder::is_nominal(self.words, words.end)
                && !lower.ends_with('s')
                && !self.classes.has_any(&["realms", "parts-of-lands"], lower)
        })
    }

    /// Whether a name is the subject of a verb of stance anywhere.
    fn decides_anywhere(&self, cluster: &[usize]) -> bool {
        (cluster.iter()).any(|&piece| self.decides(self.pieces[piece].words.clone()))
    }

    /// "Territorial Administration Minister Ada Brun": what all mentions of a name stand for is what an office is for.
    fn is_brief(&self, cluster: &[usize]) -> bool {
        const OF_TASKS: &[&str] = &[
            "tion", "ment", "ing", "ture", "ance", "ence", "ice", "ity", "ers", "airs", "ries",
            "urces", "logy", "ure",
        ];
        (cluster.iter()).all(|&piece| {
            let words = self.pieces[piece].words.clone();
            let next = self.form_at(words.end);
            let office = matches!(
                next,
                "Minister" | "Secretary" | "Undersecretary" | "Commissioner" | "Councillor"
            );
            let last = self.lower(words.end - 1);
            office
                && words.len() > 1
                && OF_TASKS
                    .iter()
                    .any(|ending| last.len() > ending.len() + 2 && last.ends_with(ending))
        })
    }

    /// What the learned model thinks of a name, by the mention of which it is surest.
    pub(super) fn guessed(&self, cluster: &[usize]) -> Option<(NameType, f32)> {
        (cluster.iter())
            .filter_map(|&piece| self.learned.named(&self.pieces[piece].words))
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
    }

    /// "the Beloran parliament" where Belora itself is never named.
    fn states_by_adjective(
        &mut self,
        order: &[String],
        clusters: &HashMap<String, Vec<usize>>,
        evidence: &HashMap<String, Evidence>,
        demonyms: &HashMap<String, String>,
    ) {
        for key in order {
            let sum = evidence[key];
            let only_adjective = sum.adjective as usize == clusters[key].len();
            if !key.ends_with("an")
                || key.contains(' ')
                || demonyms.contains_key(key)
                || !only_adjective
                || sum.state < 2
                || sum.person > 1
            {
                continue;
            }
            let adjective = self.piece_text(clusters[key][0]);
            let known = self.all.iter().position(|land| {
                let kind = matches!(
                    land.kind,
                    EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
                );
                kind && is_demonym(key, &fold_name(&land.name))
            });
            let id = known.unwrap_or_else(|| {
                let name = self.land_of(&adjective);
                self.make(name, EntityKind::Actor(ActorType::State))
            });
            self.all[id].party = Some(id);
            for &piece in &clusters[key] {
                self.entity_of[piece] = Some(id);
                self.pieces[piece].kind = PieceKind::Demonym(usize::MAX, false);
            }
        }
    }

    /// "Tuscany", of the Tuscan government, where the gazetteer knows it; else "Orlea", of the Orlean one.
    fn land_of(&self, adjective: &str) -> String {
        let stem = adjective.trim_end_matches("an");
        let shorter = stem.trim_end_matches('e');
        let names = [
            format!("{stem}a"),
            format!("{adjective}y"),
            stem.to_owned(),
            shorter.to_owned(),
        ];
        (names.iter())
            .find(|name| {
                matches!(
                    self.lexicon.gazetteer.place(name),
                    Some(rapporteur_lexicon::GazetteerPlace::Region(_))
                )
            })
            .unwrap_or(&names[0])
            .clone()
    }

    /// "the Flemish government", of a land that the report names by nothing else: its government by that name.
    fn governments_by_adjective(
        &mut self,
        order: &[String],
        clusters: &HashMap<String, Vec<usize>>,
    ) {
        for key in order
            .iter()
            .filter(|key| !key.ends_with("an") && !key.contains(' '))
        {
            let adjectives = clusters[key].iter().all(|&piece| {
                let end = self.pieces[piece].words.end;
                self.words.upos(end - 1) == rapporteur_syntax::Upos::Adj
                    && matches!(self.lower_lemma(end), "government" | "executive")
            });
            if !adjectives || self.entity_of[clusters[key][0]].is_some() {
                continue;
            }
            let first = self.pieces[clusters[key][0]].words.clone();
            let name = self.text(first.start..first.end + 1);
            let id = self.make(name, EntityKind::Actor(ActorType::GovernmentBody));
            self.all[id].party = Some(id);
            for &piece in &clusters[key] {
                self.entity_of[piece] = Some(id);
            }
        }
    }

    /// Names coordinated with a piece.
    pub(super) fn beside(&self, piece: usize) -> Vec<usize> {
        let range = self.pieces[piece].words.clone();
        let mut found = Vec::new();
        let near = |from: usize, to: usize| {
            (from..to).all(|word| {
                matches!(
                    self.words.form(word),
                    "," | "and"
                        | "or"
                        | "the"
                        | "supported"
                        | "backed"
                        | "opposed"
                        | "joined"
                        | "by"
                        | "with"
                        | "&"
                )
            })
        };
        for other in [piece.checked_sub(1), Some(piece + 1)]
            .into_iter()
            .flatten()
        {
            let Some(next) = self.pieces.get(other) else {
                continue;
            };
            let (from, to) = if other < piece {
                (next.words.end, range.start)
            } else {
                (range.end, next.words.start)
            };
            if from <= to
                && to - from <= 4
                && from < to
                && near(from, to)
                && self.words.sentence_of(range.start) == self.words.sentence_of(next.words.start)
            {
                found.push(other);
            }
        }
        found
    }

    /// "City Transit, the company that runs the trams": what the words behind a name say it is.
    pub(super) fn apposed_kind(&self, piece: usize) -> Option<ActorType> {
        let words = self.words;
        let end = self.pieces[piece].words.end;
        if self.form_at(end) != "," || !matches!(self.form_at(end + 1), "a" | "an" | "the") {
            return None;
        }
        let head = (end + 2..(end + 8).min(words.len()))
            .take_while(|&word| super::names::Finder::is_nominal(words, word))
            .last()
            .filter(|&head| words.form(head).starts_with(char::is_lowercase))
            // "Ida Moss, the company's vice-president,"
            .filter(|&head| !matches!(self.form_at(head + 1), "'s" | "’s" | "'" | "’"))
            // "In Merin, the press was hopeful": a clause of its own.
            .filter(|&head| words.rel(head) != Rel::Nsubj)?;
        self.classes
            .organisation(words.lemma(head), &[], Setting::default())
    }

    pub(super) fn is_role_after(&self, word: usize) -> bool {
        (word..(word + 4).min(self.words.len()))
            .take_while(|&at| {
                let lower = self.lower(at);
                self.classes.has("modifiers", lower) || self.classes.has("persons", lower)
            })
            .any(|at| self.classes.has("persons", self.lower(at)))
    }
}

/// Whether a name of one word is put together as those of companies are: "Merinflix", "Ormegaz".
fn is_brand(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "flix", "vision", "neft", "ogaz", "tech", "soft", "pharm", "pharma", "chem", "corp",
        "kraft", "werk", "werke", "telecom", "mobile", "mobil", "energo", "energi", "energy",
        "power", "invest", "airways", "rail", "trans", "foods", "food", "mart", "steel", "metal",
        "metall", "solar", "plast", "pack", "lines", "link", "motors", "agro", "fomin", "kød",
    ];
    let lower = name.to_lowercase();
    !lower.contains([' ', '-'])
        && (ENDINGS.iter()).any(|ending| lower.len() >= ending.len() + 3 && lower.ends_with(ending))
}
