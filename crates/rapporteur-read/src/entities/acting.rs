//! Places, houses and media that act: "Coast Province rejected it", "Cape Merin asked for more", "The Museum of Aster refused".

use std::collections::{HashMap, HashSet};

use rapporteur_lexicon::{GazetteerPlace, fold_name};
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::names::{Finder, Piece, PieceKind};

/// What only land or water is called: who acts there is a state.
const LAND: &[&str] = &[
    "cape",
    "coast",
    "sound",
    "bay",
    "islands",
    "isles",
    "island",
    "isle",
    "valley",
    "mount",
    "mountain",
    "mountains",
    "lake",
    "gulf",
    "delta",
    "peninsula",
    "plateau",
    "desert",
    "river",
    "basin",
    "basins",
    "hills",
    "hill",
    "forest",
    "strait",
    "straits",
    "heights",
    "falls",
    "beach",
    "plain",
    "reef",
    "shoal",
    "sea",
];

/// Deeds of will in general that places and houses do as well: a hotel hosts, a hall holds.
const HOSTING: &[&str] = &[
    "host", "see", "view", "hold", "set", "keep", "give", "launch", "provide", "share", "cut",
    "ease", "lift", "join", "raise", "send", "let", "permit", "require", "mark", "note", "table",
    "block", "attack", "invade", "push", "press", "grant", "receive", "open", "offer", "expect",
    "have", "draw", "signal", "invite", "add", "handle", "say",
];

/// What only a party to talks does, and no paper that reports them.
const BARGAINING: &[&str] = &[
    "offer",
    "accept",
    "agree",
    "propose",
    "refuse",
    "withdraw",
    "negotiate",
    "bid",
    "demand",
    "insist",
];

/// What a thing is to somebody.
const FOUND: &[&str] = &[
    "acceptable",
    "unacceptable",
    "agreeable",
    "satisfactory",
    "unsatisfactory",
    "palatable",
    "unpalatable",
    "tolerable",
    "intolerable",
    "welcome",
    "unwelcome",
    "objectionable",
    "repugnant",
    "abhorrent",
    "anathema",
    "dear",
    "sacred",
    "negotiable",
    "unthinkable",
    "inconceivable",
];

/// Whether only somebody finds a thing so: "unacceptable to Merin".
pub(super) fn is_found_so(adjective: &str) -> bool {
    FOUND.contains(&adjective)
}

/// What the places of several words do in a report, by name.
pub(super) type Acting = HashMap<String, ActorType>;

impl<'a> Work<'a> {
    /// What a place or thing turns out to be that acts somewhere in the report.
    pub(super) fn acting_kind(&self, index: usize, acting: &Acting) -> Option<ActorType> {
        acting.get(&fold_name(&self.piece_text(index))).copied()
    }

    /// "the London mayor", "the mayor of London", "London's mayor": whether a capital is told of as a town.
    pub(super) fn has_mayor(&self, words: &std::ops::Range<usize>) -> bool {
        let possessive = usize::from(matches!(self.form_at(words.end), "'s" | "’s"));
        let behind = matches!(
            self.lower_lemma(words.end + possessive),
            "mayor" | "councillor" | "alderman"
        );
        let before = words.start > 1
            && self.lower(words.start - 1) == "of"
            && self.lower(words.start - 2) == "mayor";
        behind || before
    }

    /// "the Aster governor", where Aster State acts: the part of a state that a place is short for, by its full name.
    pub(super) fn polity_in_full(
        &self,
        index: usize,
        acting: &Acting,
    ) -> Option<(String, ActorType)> {
        let words = self.pieces[index].words.clone();
        if acting.is_empty() || !self.acts_at(words.clone()) {
            return None;
        }
        let short = format!("{} ", fold_name(&self.text(words)));
        self.pieces.iter().find_map(|piece| {
            let last = piece.words.end - 1;
            let full = piece.kind == PieceKind::Place
                && piece.words.len() > 1
                && matches!(
                    self.lower(last),
                    "state" | "province" | "region" | "county" | "territory" | "district"
                );
            let name = full.then(|| self.text(piece.words.clone()))?;
            let key = fold_name(&name);
            let rest = key.strip_prefix(&short).filter(|rest| !rest.contains(' '));
            let kind = *acting.get(&key)?;
            rest.map(|_| (name, kind))
        })
    }

    /// The places, houses and streets of several words that show a will of their own anywhere in the report.
    pub(super) fn acting_places(&self) -> Acting {
        let mut acting = Acting::new();
        for piece in &self.pieces {
            let words = piece.words.clone();
            let street = piece.kind == PieceKind::Thing
                && matches!(self.lower(words.end - 1), "street" | "road" | "square");
            let place = piece.kind == PieceKind::Place;
            let several = words.len() > 1;
            if !(place || street && several) {
                continue;
            }
            let governed = || place && self.is_governed(&words);
            let kind = several
                .then(|| {
                    self.institution(words.clone())
                        .or_else(|| self.governing(words.clone()))
                        .or_else(|| self.polity(words.clone()))
                        .or_else(|| self.acting_place(words.clone()))
                })
                .flatten()
                .or_else(|| governed().then_some(ActorType::GovernmentBody));
            if let Some(kind) = kind {
                acting.entry(fold_name(&self.text(words))).or_insert(kind);
            }
        }
        acting
    }

    /// "The Museum of Aster refused", "the rector of the University of Aster": a house with a will or a head.
    fn institution(&self, words: std::ops::Range<usize>) -> Option<ActorType> {
        let house = (words.clone()).any(|word| self.classes.has("institutions", self.lower(word)));
        (house && (self.is_headed(&words) || self.acts_by_noun(&words) || self.acts_at(words)))
            .then_some(ActorType::Company)
    }

    /// "The ditch of the Dryhill District … The district wants a loan": whether the noun of a name, by itself, does what only
    /// somebody does, and no other name has that noun.
    fn acts_by_noun(&self, name: &std::ops::Range<usize>) -> bool {
        let noun = self.lower(if self.form_at(name.start + 1) == "of" {
            name.start
        } else {
            name.end - 1
        });
        let acts = self.acting_nouns.get_or_init(|| self.nouns_that_act());
        if !acts.contains(noun) {
            return false;
        }
        let own = self.text(name.clone());
        !(self.pieces.iter()).any(|piece| {
            let found = piece.words.clone();
            found.len() > 1
                && matches!(
                    piece.kind,
                    PieceKind::Place | PieceKind::Thing | PieceKind::Organisation(_)
                )
                && (found.clone()).any(|word| self.lower(word) == noun)
                && self.text(found) != own
        })
    }

    /// Whether a verb shows a will, and not only that something is held somewhere.
    fn chooses_at(&self, verb: usize) -> bool {
        self.wills_at(verb) && !HOSTING.contains(&self.words.lemma(verb))
    }

    /// "The district wants a loan": the nouns that as subjects do what only somebody does.
    fn nouns_that_act(&self) -> HashSet<&'a str> {
        let words = self.words;
        (1..words.len())
            .filter(|&word| {
                words.rel(word) == Rel::Nsubj
                    && matches!(
                        self.lower(word - 1),
                        "the" | "its" | "her" | "his" | "their"
                    )
                    && (words.head(word)).is_some_and(|verb| self.chooses_at(verb))
            })
            .map(|word| words.form(word))
            .collect()
    }

    /// "the premier of Queensland", "Queensland's governor", "Queensland Premier Ada Brun", "Queensland's health minister":
    /// part of a state that has a head or ministers.
    fn is_governed(&self, words: &std::ops::Range<usize>) -> bool {
        let head = |word: usize| {
            let second = word > 0
                && matches!(self.lower(word - 1), "chief" | "first")
                && self.lower_lemma(word) == "minister";
            second
                || matches!(
                    self.lower_lemma(word),
                    "premier" | "governor" | "minister-president"
                )
        };
        let (start, end) = (words.start, words.end);
        let of = start > 1 && self.lower(start - 1) == "of" && head(start - 2);
        let possessive = usize::from(matches!(self.form_at(end), "'s" | "’s"));
        let next = end + possessive;
        // "Gulf Province's Health Minister", "Queensland's finance minister"
        let minister = possessive > 0
            && (next..(next + 4).min(self.words.len()))
                .take_while(|&word| Finder::is_nominal(self.words, word))
                .any(|word| {
                    matches!(
                        self.lower(word),
                        "minister" | "legislature" | "cabinet" | "treasurer"
                    )
                });
        // "Holm County, whose governor did not come"
        let whose = self.form_at(end) == ","
            && self.lower(end + 1) == "whose"
            && end + 2 < self.words.len()
            && head(end + 2);
        of || minister
            || whose
            || (next..(next + 2).min(self.words.len()))
                .take_while(|&word| Finder::is_nominal(self.words, word))
                .any(|word| {
                    head(word)
                        && (possessive > 0 || self.form_at(word).starts_with(char::is_uppercase))
                })
    }

    /// "Merin Valley's transport ministry": land that has what states have.
    fn governing(&self, words: std::ops::Range<usize>) -> Option<ActorType> {
        let end = words.end;
        let land = [words.start, end - 1]
            .iter()
            .any(|&word| LAND.contains(&self.lower(word)));
        let owns = land
            && matches!(self.form_at(end), "'s" | "’s")
            && (end + 1..(end + 4).min(self.words.len()))
                .take_while(|&word| Finder::is_nominal(self.words, word))
                .any(|word| {
                    matches!(
                        self.words.lemma(word),
                        "ministry" | "minister" | "parliament" | "government" | "army" | "cabinet"
                    )
                });
        owns.then_some(ActorType::State)
    }

    /// "the National Accord of Ada Brun", "National Accord leader Ada Brun": what somebody leads is a party, though it is
    /// called as papers are.
    pub(super) fn let_accords_lead(&mut self) {
        let named = |work: &Self, word: usize| {
            (work.piece_at.get(word).copied().flatten())
                .is_some_and(|piece| work.pieces[piece].kind == PieceKind::Person)
        };
        let parties: Vec<String> = (self.pieces.iter())
            .filter(|piece| {
                let end = piece.words.end;
                let leads = matches!(
                    self.lower_lemma(end),
                    "leader" | "lawmaker" | "deputy" | "mp" | "founder"
                ) && named(self, end + 1);
                self.is_accord(piece)
                    && (leads || self.form_at(end) == "of" && named(self, end + 1))
            })
            .map(|piece| fold_name(&self.text(piece.words.clone())))
            .collect();
        for index in 0..self.pieces.len() {
            if self.is_accord(&self.pieces[index])
                && parties.contains(&fold_name(&self.piece_text(index)))
            {
                self.pieces[index].kind = PieceKind::Organisation(ActorType::PoliticalParty);
            }
        }
    }

    fn is_accord(&self, piece: &Piece) -> bool {
        piece.kind == PieceKind::Thing
            && piece.words.len() > 1
            && matches!(
                self.lower(piece.words.end - 1),
                "accord" | "initiative" | "pact" | "convention" | "action" | "compact" | "dialogue"
            )
    }

    /// "Coast Province rejected it", "the Orsin Islands want it": a province, town or island of several words.
    fn polity(&self, words: std::ops::Range<usize>) -> Option<ActorType> {
        let governed = |word: usize| self.classes.has("polities", self.lower(word));
        if !governed(words.end - 1) && !governed(words.start) {
            return None;
        }
        let first = self.words.first_conjunct(self.top(words.clone()));
        let start = words.start;
        // "The City of Aster is careful": what has its capital from itself, is nowhere and does anything.
        let chartered = start > 0
            && self.lower(start - 1) == "the"
            && self.form_at(start + 1) == "of"
            && matches!(
                self.lower(start),
                "city" | "county" | "borough" | "town" | "municipality" | "commune"
            );
        let wills = self.is_headed(&words)
            || self.acts_by_noun(&words)
            || match self.words.rel(first) {
                Rel::Nsubj => {
                    (self.words.head(first)).is_some_and(|verb| chartered || self.wills_at(verb))
                }
                Rel::OblAgent => true,
                _ => false,
            };
        let islands = matches!(self.lower(words.end - 1), "islands" | "isles");
        let kind = match islands {
            true => ActorType::State,
            false => ActorType::GovernmentBody,
        };
        wills.then_some(kind)
    }

    /// "Cape Merin asked for more", "Los Angeles backed it", "Canal Street said no": any other place whose verb shows a
    /// stance.
    fn acting_place(&self, words: std::ops::Range<usize>) -> Option<ActorType> {
        let text = self.text(words.clone());
        // "The North Sea does not pay": water has no will.
        let water = [words.start, words.end - 1].iter().any(|&word| {
            matches!(
                self.lower(word),
                "sea" | "ocean" | "river" | "lake" | "strait" | "straits" | "reef" | "shoal"
            )
        });
        if water
            || self.classes.has("continents", &text.to_lowercase())
            || !self.decides(words.clone())
        {
            return None;
        }
        let land = [words.start, words.end - 1]
            .iter()
            .any(|&word| LAND.contains(&self.lower(word)));
        let known = matches!(
            self.lexicon.gazetteer.place(&text),
            Some(GazetteerPlace::City(_))
        );
        Some(match land && !known {
            true => ActorType::State,
            false => ActorType::GovernmentBody,
        })
    }

    /// Whether a name is the subject or agent of a verb of stance, and not of one that houses and places have too.
    pub(super) fn decides(&self, words: std::ops::Range<usize>) -> bool {
        if self.is_locative(words.clone()) {
            return false;
        }
        let first = self.words.first_conjunct(self.top(words));
        // "It was Merin Coast that rejected it"
        let cleft = (self.words.child(first, &[Rel::Cop])).is_some()
            && (self.words.child(first, &[Rel::Nsubj, Rel::Expl]))
                .is_some_and(|it| self.lower(it) == "it")
            && (self.words.child(first, &[Rel::AclRelcl]))
                .is_some_and(|verb| self.chooses_at(verb) || self.words.lemma(verb) == "speak");
        cleft
            || self
                .words
                .head(first)
                .is_some_and(|verb| match self.words.rel(first) {
                    Rel::Nsubj => {
                        self.wills_at(verb)
                            && (!HOSTING.contains(&self.words.lemma(verb)) || self.would_if(verb))
                    }
                    Rel::OblAgent => self.wills_at(verb),
                    _ => false,
                })
    }

    /// "Gulf Coast would let it through if Merin paid": whoever would do something on a condition decides it.
    fn would_if(&self, verb: usize) -> bool {
        let words = self.words;
        let would = (words.children(verb)).any(|aux| words.form(aux) == "would");
        would
            && (words.children(verb)).any(|clause| {
                words.rel(clause) == Rel::Advcl
                    && (words.child(clause, &[Rel::Mark]))
                        .is_some_and(|mark| matches!(words.lower(mark), "if" | "provided" | "once"))
            })
    }

    /// "Galway Street", where the report has Galway Street Stores: a place that acts and opens the name of one body is open.
    pub(super) fn open_short_places(&mut self) {
        let bodies: Vec<String> = self
            .pieces
            .iter()
            .filter(|piece| {
                piece.words.len() > 2
                    && matches!(piece.kind, PieceKind::Organisation(_) | PieceKind::Known(_))
            })
            .map(|piece| fold_name(&self.text(piece.words.clone())))
            .collect();
        let is_place = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Place | PieceKind::Thing) && piece.words.len() > 1
        };
        let short: Vec<String> = (self.pieces.iter())
            .filter(|piece| {
                is_place(piece)
                    && (self.acts_at(piece.words.clone()) || self.decides(piece.words.clone()))
            })
            .map(|piece| fold_name(&self.text(piece.words.clone())))
            .filter(|name| {
                (bodies.iter()).any(|body| {
                    body.strip_prefix(name.as_str())
                        .is_some_and(|rest| rest.starts_with(' '))
                })
            })
            .collect();
        for index in 0..self.pieces.len() {
            if is_place(&self.pieces[index])
                && !self.is_locative(self.pieces[index].words.clone())
                && short.contains(&fold_name(&self.piece_text(index)))
            {
                self.pieces[index].kind = PieceKind::Open;
            }
        }
    }

    /// "Halloway's offered 5 percent"; "St Olave's opposed it", where the report has St Olave's Hospitals: the possessive is part of the name.
    pub(super) fn own_possessive_names(&mut self) {
        let words = self.words;
        let owner = |word: usize| word < words.len() && matches!(words.form(word), "'s" | "’s");
        let long: Vec<String> = (self.pieces.iter())
            .filter(|piece| {
                matches!(piece.kind, PieceKind::Organisation(_) | PieceKind::Place)
                    && piece.words.clone().any(owner)
            })
            .map(|piece| fold_name(&self.text(piece.words.clone())))
            .collect();
        for index in 0..self.pieces.len() {
            let piece = self.pieces[index].clone();
            let end = piece.words.end;
            if !owner(end)
                || !matches!(
                    piece.kind,
                    PieceKind::Person | PieceKind::Open | PieceKind::Place
                )
                || Finder::is_nominal(self.words, end + 1)
            {
                continue;
            }
            let opening = format!("{} ", fold_name(&self.text(piece.words.start..end + 1)));
            // "Velmar's asks for more", where the report has Velmar: what was named before.
            let bare = || {
                let name = fold_name(&self.piece_text(index));
                (self.pieces.iter()).any(|other| {
                    !owner(other.words.end) && fold_name(&self.text(other.words.clone())) == name
                })
            };
            let brand = piece.words.len() == 1 && self.does(end + 1) && !bare();
            if long.iter().any(|name| name.starts_with(&opening)) || brand {
                self.pieces[index].words.end = end + 1;
                self.pieces[index].kind = match brand {
                    true => PieceKind::Organisation(ActorType::Company),
                    false => PieceKind::Open,
                };
                self.piece_at[end] = Some(index);
            }
        }
    }

    /// "Halloway's offered 5 percent": whether a verb of stance or speech of its own stands at a word.
    fn does(&self, word: usize) -> bool {
        let words = self.words;
        word < words.len()
            && (matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || words.xpos(word) == Xpos::Vbn && words.child(word, &[Rel::Obj]).is_some())
            && words.is_verb(word)
            && !matches!(words.lemma(word), "be" | "have" | "do")
            && self.wills(words.lemma(word))
    }

    /// "Meridian, the broadcaster, offered 40 million": a medium that bargains is a company. Known ones report what others
    /// do.
    pub(super) fn let_broadcasters_bargain(&mut self) {
        let media = PieceKind::Organisation(ActorType::Media);
        let bargains: Vec<String> = (self.pieces.iter())
            .filter(|piece| piece.kind == media && self.bargains(piece.words.clone()))
            .map(|piece| fold_name(&self.text(piece.words.clone())))
            .collect();
        // "Blue Ledger, a foundation that tracks public money": what it is told to be.
        let told: Vec<(String, ActorType)> = (0..self.pieces.len())
            .filter(|&index| self.pieces[index].kind == media)
            .filter_map(|index| {
                let kind = self.apposed_kind(index)?;
                (kind != ActorType::Media).then(|| (fold_name(&self.piece_text(index)), kind))
            })
            .collect();
        for index in 0..self.pieces.len() {
            if self.pieces[index].kind == media
                && let Some((_, kind)) =
                    (told.iter()).find(|(name, _)| *name == fold_name(&self.piece_text(index)))
            {
                self.pieces[index].kind = PieceKind::Organisation(*kind);
            }
        }
        for index in 0..self.pieces.len() {
            if self.pieces[index].kind == media
                && bargains.contains(&fold_name(&self.piece_text(index)))
            {
                self.pieces[index].kind = PieceKind::Organisation(ActorType::Company);
            }
        }
    }

    /// "Andina", where the report has Andina Metales: a firm that a medium's name opens is none, and is called so in short.
    pub(super) fn open_short_media(&mut self) {
        let medium = |name: &str| {
            (self.lexicon.organisations.find(name))
                .is_some_and(|known| known.kind == ActorType::Media)
        };
        let firms: Vec<String> = (self.pieces.iter())
            .filter(|piece| piece.words.len() > 1 && piece.kind == PieceKind::Open)
            .filter(|piece| medium(self.words.form(piece.words.start)))
            .map(|piece| self.text(piece.words.clone()))
            .collect();
        if firms.is_empty() {
            return;
        }
        for index in 0..self.pieces.len() {
            let name = self.piece_text(index);
            if firms.contains(&name) {
                self.pieces[index].kind = PieceKind::Organisation(ActorType::Company);
            } else if matches!(self.pieces[index].kind, PieceKind::Known(_))
                && firms
                    .iter()
                    .any(|firm| firm.split(' ').next() == Some(&name))
            {
                self.pieces[index].kind = PieceKind::Open;
            }
        }
    }

    fn bargains(&self, words: std::ops::Range<usize>) -> bool {
        let top = self.top(words);
        self.words.rel(top) == Rel::Nsubj
            && (self.words.head(top))
                .is_some_and(|verb| BARGAINING.contains(&self.words.lemma(verb)))
    }
}
