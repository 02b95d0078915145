//! From names to entities: the same somebody under all the forms of a name.

use std::collections::HashMap;

use rapporteur_lexicon::{Lexicon, StanceWord, fold_name};
use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::acting::is_found_so;
use super::classes::Classes;
use super::kinds::Setting;
use super::names::{Piece, PieceKind, spaced};
use super::parts::PartGovernment;
use super::{Entity, EntityId, EntityKind, EntityRole, Mention};
use crate::blocks::Blocks;
use crate::words::Words;

/// Grammatical gender, as pronouns show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

/// What the reading keeps of an entity beside what it gives.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub gender: Option<Gender>,
    /// More than one person.
    pub plural: bool,
    /// Index of the country in the gazetteer.
    pub country: Option<usize>,
    /// Index in the organisations of the lexicon.
    pub known: Option<usize>,
    /// How often it is named in paragraphs and list items.
    pub named: u32,
    /// How often it acts there, or takes part.
    pub acts: u32,
    /// Lemmas of the nouns that describe it.
    pub nouns: Vec<String>,
    /// Lemmas of the nouns of those who make it up: "resident".
    pub members: Vec<String>,
    /// The word that tells whom it belongs to, nearest first.
    pub owners: Vec<usize>,
    /// Whether its office is one between the sides.
    pub neutral: bool,
    /// Whether it is told of which state whoever sits in the chair is.
    pub presides: bool,
    /// Forms of the name with the number of times.
    pub forms: Vec<(String, u32)>,
}

/// The entities in the making.
pub(super) struct Work<'a> {
    pub words: &'a Words<'a>,
    pub blocks: &'a Blocks,
    pub lexicon: &'a Lexicon,
    pub classes: &'a Classes,
    /// What the report is about.
    pub setting: Setting,
    /// What the learned model thinks of the names.
    pub learned: super::learned::Learned,
    pub pieces: Vec<Piece>,
    /// Names that look like persons' and are none's, as they are compared.
    pub doubted: std::collections::HashSet<String>,
    /// The piece that a word stands in.
    pub piece_at: Vec<Option<usize>>,
    pub entity_of: Vec<Option<EntityId>>,
    pub all: Vec<Entity>,
    pub facts: Vec<Facts>,
    pub mentions: Vec<Mention>,
    pub of_word: Vec<Option<EntityId>>,
    /// Kinship: who, what, whose (a word).
    pub kin: Vec<(EntityId, String, Option<usize>)>,
    /// Who comes with whom: whom, how, who.
    pub companions: Vec<(EntityId, String, EntityId)>,
    /// Unnamed people and bodies that tell or act.
    pub tells: Vec<EntityId>,
    /// Governments called after their seat: which, and the seat.
    pub place_governments: Vec<(EntityId, String)>,
    /// Offices with their owners: who, the office, the word of the owner.
    pub owned_offices: Vec<(EntityId, EntityRole, usize)>,
    /// What bodies are told to be, in order: "carrier", and which.
    pub told_as: Vec<(String, EntityId)>,
    /// Names of which it is a guess what they are.
    pub guesses: Vec<EntityId>,
    /// Bodies without a name of persons of whom nobody had told whose they are: whose, and which.
    pub own_bodies: Vec<(EntityId, EntityId)>,
    /// Words of bodies that people are told to be of and that no name tells, in order.
    pub led: Vec<usize>,
    /// Nouns that as subjects do what only somebody does.
    pub acting_nouns: std::cell::OnceCell<std::collections::HashSet<&'a str>>,
    /// For each block, the turn of a talk that it is.
    pub turns: Vec<Option<super::talk::Turn>>,
}

const LOCATIVE: &[&str] = &[
    "in", "at", "from", "near", "into", "to", "outside", "inside", "toward", "towards", "across",
    "around", "around", "via", "over", "through", "off", "along", "beyond", "within",
];

/// What only somebody with a mind is: "was convinced", "is torn".
fn is_felt(participle: &str) -> bool {
    matches!(
        participle,
        "convinced"
            | "unconvinced"
            | "persuaded"
            | "reassured"
            | "intrigued"
            | "impressed"
            | "unimpressed"
            | "tempted"
            | "torn"
            | "offended"
            | "irked"
            | "angered"
            | "irritated"
            | "annoyed"
            | "troubled"
            | "unmoved"
            | "charmed"
            | "disappointed"
            | "dismayed"
            | "encouraged"
            | "determined"
            | "resolved"
    )
}

impl<'a> Work<'a> {
    pub fn new(
        words: &'a Words<'a>,
        blocks: &'a Blocks,
        lexicon: &'a Lexicon,
        classes: &'a Classes,
        setting: Setting,
        learned: super::learned::Learned,
        pieces: Vec<Piece>,
    ) -> Self {
        let mut work = Self {
            words,
            blocks,
            lexicon,
            classes,
            setting,
            learned,
            doubted: Default::default(),
            piece_at: vec![None; words.len()],
            entity_of: vec![None; pieces.len()],
            all: Vec::new(),
            facts: Vec::new(),
            mentions: Vec::new(),
            of_word: vec![None; words.len()],
            kin: Vec::new(),
            companions: Vec::new(),
            tells: Vec::new(),
            place_governments: Vec::new(),
            owned_offices: Vec::new(),
            told_as: Vec::new(),
            guesses: Vec::new(),
            own_bodies: Vec::new(),
            led: Vec::new(),
            acting_nouns: Default::default(),
            turns: super::talk::turns(words, blocks),
            pieces,
        };
        for (index, piece) in work.pieces.iter().enumerate() {
            for word in piece.words.clone() {
                work.piece_at[word] = Some(index);
            }
        }
        work
    }

    pub fn text(&self, range: std::ops::Range<usize>) -> String {
        spaced(self.words.text_of(range))
    }

    pub fn piece_text(&self, piece: usize) -> String {
        self.text(self.pieces[piece].words.clone())
    }

    pub fn make(&mut self, name: String, kind: EntityKind) -> EntityId {
        self.all.push(Entity::new(name, kind));
        self.facts.push(Facts::default());
        self.all.len() - 1
    }

    pub fn lower(&self, word: usize) -> &'a str {
        self.words.lower(word)
    }

    pub fn form_at(&self, word: usize) -> &'a str {
        self.words.form(word)
    }

    /// The word of a range that its other words hang on.
    pub fn top(&self, range: std::ops::Range<usize>) -> usize {
        self.words.top(range.clone()).unwrap_or(range.start)
    }

    fn is_possessive(&self, word: usize) -> bool {
        matches!(self.form_at(word), "'s" | "’s" | "'" | "’")
            && word > 0
            && word < self.words.len()
            && self.words.rel(word) == Rel::Case
    }

    /// The preposition right before a range, past an article.
    pub fn preposition(&self, start: usize) -> Option<&str> {
        let mut at = start;
        while at > 0 {
            at -= 1;
            match self.words.xpos(at) {
                rapporteur_syntax::Xpos::Dt | rapporteur_syntax::Xpos::Jj => {}
                rapporteur_syntax::Xpos::In | rapporteur_syntax::Xpos::To => {
                    return Some(self.words.lemma(at));
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether the somebody in these words does, holds or owns what only actors do, hold and own.
    pub fn acts_at(&self, range: std::ops::Range<usize>) -> bool {
        let words = self.words;
        let top = self.top(range.clone());
        let end = range.end;
        // "Oslo-listed Fjordgas"
        if self.form_at(end) == "-"
            && end + 1 < words.len()
            && matches!(
                self.lower(end + 1),
                "listed" | "based" | "born" | "bound" | "registered" | "headquartered"
            )
        {
            return false;
        }
        // "Tolsk's demands", "Tolsk's main demands"
        if self.is_possessive(end) {
            // "Tolsk's runs to nine pages": of what was named before.
            let of_it = end + 1 < words.len()
                && words.rel(top) == Rel::Nsubj
                && (words.is_verb(end + 1) || words.upos(end + 1) == rapporteur_syntax::Upos::Aux);
            if of_it {
                return true;
            }
            return (end + 1..(end + 5).min(words.len()))
                .take_while(|&word| {
                    super::names::Finder::is_nominal(words, word) || words.form(word) == "\""
                })
                .any(|word| {
                    self.classes.has("owned", words.lemma(word))
                        || words.lower(word) == "members"
                        || self.classes.has("persons", words.lemma(word))
                });
        }
        // "the Tolsk government", "Tolsk spokesman"
        if end < words.len() && words.sentence_of(end) == words.sentence_of(top) {
            let next = words.lemma(end);
            // "its Europe minister": what the office is for.
            let portfolio = range.start > 0
                && matches!(
                    words.xpos(range.start - 1),
                    rapporteur_syntax::Xpos::PrpPoss | rapporteur_syntax::Xpos::Pos
                );
            if portfolio {
                return false;
            }
            // "Alberta Energy Minister Ada Brun"
            let land = self.piece_at[range.start]
                .is_some_and(|piece| self.pieces[piece].kind == PieceKind::Place);
            let minister = self.piece_at[end]
                .map(|piece| &self.pieces[piece])
                .filter(|title| {
                    land && title.kind == PieceKind::Title
                        && matches!(
                            self.lower(title.words.end - 1),
                            "minister" | "premier" | "governor"
                        )
                });
            if minister.is_some()
                || self.classes.has("persons", next)
                || matches!(
                    next,
                    "government"
                        | "delegation"
                        | "side"
                        | "troop"
                        | "army"
                        | "draft"
                        | "demand"
                        | "officials"
                )
            {
                return true;
            }
        }
        let case = self.preposition(range.start);
        let first = words.first_conjunct(top);
        let head = words.head(first);
        // "the backing of Merin", "resistance from Merin", "a yes from Merin": what only somebody has.
        if words.rel(first) == Rel::Nmod
            && matches!(case, Some("of" | "from"))
            && head.is_some_and(|noun| {
                self.is_held(words.lemma(noun)) || matches!(words.lemma(noun), "yes" | "no" | "nod")
            })
        {
            return true;
        }
        // "Opposition to the cap has come from Merin"
        if case == Some("from")
            && words.rel(first) == Rel::Obl
            && head.is_some_and(|verb| {
                let come = matches!(words.lemma(verb), "come" | "emanate" | "stem" | "originate");
                come && (words.child(verb, &[Rel::Nsubj]))
                    .is_some_and(|noun| self.is_held(words.lemma(noun)))
            })
        {
            return true;
        }
        // "unacceptable to Merin": only somebody finds it so.
        if case == Some("to")
            && matches!(words.rel(first), Rel::Obl | Rel::Nmod)
            && head.is_some_and(|how| is_found_so(words.lemma(how)))
        {
            return true;
        }
        // "To this Merin agrees": the preposition is not of the name.
        let fronted = words.rel(first) == Rel::Nsubj
            && range.start > 0
            && matches!(self.lower(range.start - 1), "this" | "that" | "these");
        if case.is_some_and(|case| LOCATIVE.contains(&case)) && !fronted {
            return false;
        }
        match words.rel(first) {
            Rel::Nsubj | Rel::NsubjOuter => head.is_some_and(|verb| {
                // Places lie, fall, burn; nearly all else is done by somebody.
                !matches!(
                    words.lemma(verb),
                    "lie"
                        | "be"
                        | "sit"
                        | "border"
                        | "fall"
                        | "remain"
                        | "burn"
                        | "flood"
                        | "sink"
                        | "stretch"
                        | "become"
                ) && words.upos(verb) != rapporteur_syntax::Upos::Noun
                    || self.is_willed(verb)
                    || words.upos(verb) == rapporteur_syntax::Upos::Noun
                        && self.wills_in_idiom(verb)
            }),
            Rel::NsubjPass => head.is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "accuse"
                        | "urge"
                        | "ask"
                        | "tell"
                        | "invite"
                        | "blame"
                        | "expect"
                        | "prepare"
                        | "support"
                        | "represent"
                )
                // "was reassured by it", "was taken with it": only somebody is.
                || is_felt(words.lower(verb))
                || words.lower(verb) == "taken" && words.lower(verb + 1) == "with"
                // "is disposed to take less"
                || (self.lexicon.stances)
                    .of(StanceWord::Adjective, words.lower(verb))
                    .next()
                    .is_some()
            }),
            Rel::OblAgent => true,
            Rel::Obj | Rel::Iobj => head.is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "accuse"
                        | "urge"
                        | "ask"
                        | "tell"
                        | "invite"
                        | "blame"
                        | "support"
                        | "back"
                        | "reward"
                        | "press"
                        | "warn"
                        | "persuade"
                        | "benefit"
                        | "thank"
                )
            }),
            // "leaves for Merin": where to.
            Rel::Obl
                if case == Some("for")
                    && head.is_some_and(|verb| {
                        matches!(
                            words.lemma(verb),
                            "leave" | "depart" | "head" | "sail" | "fly" | "set" | "bind"
                        )
                    }) =>
            {
                false
            }
            // "the city of Merin wants": the city does.
            Rel::Nmod
                if case == Some("of")
                    && head.is_some_and(|noun| {
                        self.classes.has("seated", words.lemma(noun))
                            && words.child(noun, &[Rel::NmodPoss]).is_none()
                            && self.is_agent(noun)
                    }) =>
            {
                true
            }
            Rel::Obl | Rel::Nmod => matches!(
                case,
                Some("with" | "by" | "between" | "among" | "against" | "for")
            ),
            _ => false,
        }
    }

    /// Whether these words only say where.
    pub fn is_locative(&self, range: std::ops::Range<usize>) -> bool {
        self.preposition(range.start)
            .is_some_and(|case| LOCATIVE.contains(&case))
    }

    /// Entities of known names, organisations and persons; open names that are short forms of those.
    pub fn gather(&mut self) {
        let mut states: HashMap<usize, EntityId> = HashMap::new();
        let mut known: HashMap<usize, EntityId> = HashMap::new();
        let mut named: HashMap<String, EntityId> = HashMap::new();
        self.prefer_own_parties();
        self.prefer_own_letters();
        self.own_possessive_names();
        self.let_accords_lead();
        self.open_short_bodies();
        self.open_short_places();
        self.free_acting_cities();
        self.doubt_persons();
        self.let_broadcasters_bargain();
        self.open_short_media();
        let acting = self.acting_places();
        let mut parts: HashMap<usize, EntityId> = HashMap::new();
        for (part, government) in self.governments_of_parts() {
            let id = match government {
                PartGovernment::Known(organisation) => self.organisation(organisation, &mut known),
                PartGovernment::Written(name) => {
                    self.make(name, EntityKind::Actor(ActorType::GovernmentBody))
                }
            };
            self.all[id].party = Some(id);
            parts.insert(part, id);
        }
        for index in 0..self.pieces.len() {
            let piece = self.pieces[index].clone();
            let id = match piece.kind {
                PieceKind::State(country) | PieceKind::Demonym(country, _) => {
                    // "Edinburgh", "Scottish negotiators", where the Scottish Government is told of.
                    let government = (parts.get(&country).copied()).filter(|_| {
                        self.acts_at(piece.words.clone()) || self.is_of_officials(index)
                    });
                    Some(government.unwrap_or_else(|| self.state(country, &mut states)))
                }
                PieceKind::Capital(_) if self.has_mayor(&piece.words) => {
                    let text = self.piece_text(index);
                    let key = format!("town {}", fold_name(&text));
                    let town = EntityKind::Actor(ActorType::GovernmentBody);
                    let id = *(named.entry(key)).or_insert_with(|| self.make(text, town));
                    self.all[id].party = Some(id);
                    Some(id)
                }
                PieceKind::Capital(country) => {
                    let acts = self.acts_at(piece.words.clone());
                    let body_government = self.lower_lemma(piece.words.end) == "government";
                    if acts && !body_government || self.governs_in(piece.words.start) {
                        let government = parts.get(&country).copied();
                        Some(government.unwrap_or_else(|| self.state(country, &mut states)))
                    } else {
                        Some(self.place(index, &mut named))
                    }
                }
                PieceKind::Known(organisation) => {
                    let entry = &self.lexicon.organisations.all[organisation];
                    if entry.metonym {
                        let of = entry.of.clone().unwrap_or_default();
                        if self.acts_at(piece.words.clone()) {
                            let government =
                                (self.part_named(&of)).and_then(|part| parts.get(&part).copied());
                            Some(
                                government
                                    .unwrap_or_else(|| self.by_name(&of, &mut states, &mut known)),
                            )
                        } else {
                            Some(self.place(index, &mut named))
                        }
                    } else if self.is_generic(organisation) {
                        let text = self.piece_text(index).replace('’', "'");
                        let kind = EntityKind::Actor(entry.kind);
                        let key = fold_name(&text);
                        Some(*named.entry(key).or_insert_with(|| self.make(text, kind)))
                    } else {
                        Some(self.organisation(organisation, &mut known))
                    }
                }
                PieceKind::Organisation(_)
                    if let Some(country) = self.sent_by(&self.piece_text(index)) =>
                {
                    Some(self.state(country, &mut states))
                }
                PieceKind::Organisation(kind) => {
                    let mut text = self.piece_text(index).replace('’', "'");
                    // "Liberal leader Ida Moss" is of the Liberals, "Social Democrat leader" of the Social Democrats.
                    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
                    if kind == ActorType::PoliticalParty
                        && self.classes.has("political", &format!("{last}s"))
                    {
                        text.push('s');
                    }
                    let key = fold_name(&text);
                    let state = self.state_before(index, kind);
                    let kind = state.map_or(kind, |_| ActorType::GovernmentBody);
                    let id = *(named.entry(key))
                        .or_insert_with(|| self.make(text, EntityKind::Actor(kind)));
                    if kind == ActorType::State {
                        self.all[id].party = Some(id);
                    }
                    self.facts[id].owners.extend(state);
                    Some(id)
                }
                PieceKind::Place | PieceKind::Thing
                    if self.acting_kind(index, &acting).is_some() =>
                {
                    let text = self.piece_text(index).replace('’', "'");
                    let kind = self.acting_kind(index, &acting).unwrap_or(ActorType::State);
                    let key = fold_name(&text);
                    let id = *(named.entry(key))
                        .or_insert_with(|| self.make(text, EntityKind::Actor(kind)));
                    if kind != ActorType::Company {
                        self.all[id].party = Some(id);
                    }
                    Some(id)
                }
                PieceKind::Place
                    if let Some((name, kind)) = self.polity_in_full(index, &acting) =>
                {
                    let key = fold_name(&name);
                    let id = *(named.entry(key))
                        .or_insert_with(|| self.make(name, EntityKind::Actor(kind)));
                    self.all[id].party = Some(id);
                    Some(id)
                }
                PieceKind::Place => Some(self.place(index, &mut named)),
                PieceKind::Thing => {
                    let text = self.piece_text(index);
                    let key = fold_name(&text);
                    Some(match named.get(&key) {
                        Some(&id) => id,
                        None => {
                            let id = self.make(text, EntityKind::Thing);
                            named.insert(key, id);
                            id
                        }
                    })
                }
                PieceKind::Person | PieceKind::Title | PieceKind::Open => None,
            };
            self.entity_of[index] = id;
        }
        self.persons(&mut named);
        self.short_forms();
    }

    /// "Delegation of Chile", "the Permanent Mission of Peru": the state that speaks through it.
    fn sent_by(&self, name: &str) -> Option<usize> {
        let (sent, state) = name.split_once(" of ")?;
        let sent = matches!(
            sent.to_lowercase().as_str(),
            "delegation" | "permanent mission" | "permanent delegation" | "representative"
        );
        let state = state.strip_prefix("the ").unwrap_or(state);
        let country = (self.lexicon.gazetteer.country(state)).filter(|_| sent)?;
        (self.lexicon.gazetteer.countries.iter()).position(|other| std::ptr::eq(other, country))
    }

    /// "Chile's Fisheries Agency", "the Chilean Fisheries Agency": the word of the state whose body it is.
    fn state_before(&self, index: usize, kind: ActorType) -> Option<usize> {
        let words = &self.pieces[index].words;
        let body = matches!(
            kind,
            ActorType::GovernmentBody | ActorType::InternationalOrganisation
        ) && (self.classes)
            .has("bodies", &self.words.form(words.end - 1).to_lowercase());
        let before = self.pieces[..index].last().filter(|_| body)?;
        let gap = before.words.end..words.start;
        let possessive =
            gap.len() == 1 && matches!(self.words.form(gap.start), "'s" | "’s" | "'" | "’");
        let state = match before.kind {
            PieceKind::State(_) => possessive,
            PieceKind::Demonym(..) => gap.is_empty(),
            PieceKind::Open => possessive,
            _ => false,
        };
        state.then_some(before.words.end - 1)
    }

    pub fn lower_lemma(&self, word: usize) -> &str {
        if word < self.words.len() {
            self.words.lemma(word)
        } else {
            ""
        }
    }

    fn state(&mut self, country: usize, states: &mut HashMap<usize, EntityId>) -> EntityId {
        if let Some(&id) = states.get(&country) {
            return id;
        }
        let entry = &self.lexicon.gazetteer.countries[country];
        let id = self.make(entry.name.clone(), EntityKind::Actor(ActorType::State));
        self.all[id].iso = entry.iso().map(str::to_owned);
        self.all[id].party = Some(id);
        self.facts[id].country = Some(country);
        states.insert(country, id);
        id
    }

    fn organisation(
        &mut self,
        organisation: usize,
        known: &mut HashMap<usize, EntityId>,
    ) -> EntityId {
        if let Some(&id) = known.get(&organisation) {
            return id;
        }
        let entry = &self.lexicon.organisations.all[organisation];
        let id = self.make(entry.name.clone(), EntityKind::Actor(entry.kind));
        self.facts[id].known = Some(organisation);
        known.insert(organisation, id);
        id
    }

    /// A state or organisation by the name that the lexicon uses.
    fn by_name(
        &mut self,
        name: &str,
        states: &mut HashMap<usize, EntityId>,
        known: &mut HashMap<usize, EntityId>,
    ) -> EntityId {
        let country = self.lexicon.gazetteer.country(name).and_then(|country| {
            self.lexicon
                .gazetteer
                .countries
                .iter()
                .position(|other| std::ptr::eq(other, country))
        });
        if let Some(country) = country {
            return self.state(country, states);
        }
        let organisation = self.lexicon.organisations.find(name).and_then(|found| {
            self.lexicon
                .organisations
                .all
                .iter()
                .position(|other| std::ptr::eq(other, found))
        });
        match organisation {
            Some(index) => self.organisation(index, known),
            None => self.make(name.to_owned(), EntityKind::Actor(ActorType::State)),
        }
    }

    /// The state or organisation of that name, made where the report has none yet.
    pub fn find_or_make(&mut self, name: &str) -> EntityId {
        let mut states: HashMap<usize, EntityId> = HashMap::new();
        let mut known: HashMap<usize, EntityId> = HashMap::new();
        for (id, facts) in self.facts.iter().enumerate() {
            if let Some(country) = facts.country {
                states.entry(country).or_insert(id);
            }
            if let Some(organisation) = facts.known {
                known.entry(organisation).or_insert(id);
            }
        }
        self.by_name(name, &mut states, &mut known)
    }

    fn place(&mut self, piece: usize, named: &mut HashMap<String, EntityId>) -> EntityId {
        let text = self.piece_text(piece);
        let key = format!("place {}", fold_name(&text));
        if let Some(&id) = named.get(&key) {
            return id;
        }
        let id = self.make(text, EntityKind::Place);
        named.insert(key, id);
        id
    }

    fn persons(&mut self, named: &mut HashMap<String, EntityId>) {
        // The longest first, so that "Ben Yahia" finds "Karim Ben Yahia" wherever that stands.
        let mut order: Vec<usize> = (0..self.pieces.len())
            .filter(|&index| self.pieces[index].kind == PieceKind::Person)
            .collect();
        order.sort_by_key(|&index| std::cmp::Reverse(self.pieces[index].words.len()));
        let mut keys: Vec<(String, EntityId)> = Vec::new();
        for index in order {
            let text = self.piece_text(index);
            let folded = fold_name(&text);
            let found = named.get(&folded).copied().or_else(|| {
                let ending = format!(" {folded}");
                keys.iter()
                    .find(|(key, _)| {
                        key == &folded || key.ends_with(&ending) || {
                            let (first, last) =
                                (folded.split(' ').next(), folded.split(' ').next_back());
                            key.split(' ').next() == first && key.split(' ').next_back() == last
                        }
                    })
                    .map(|&(_, id)| id)
            });
            let id = found
                .unwrap_or_else(|| self.make(text.clone(), EntityKind::Actor(ActorType::Person)));
            if found.is_none() {
                keys.push((folded, id));
            }
            self.entity_of[index] = Some(id);
        }
    }
}
