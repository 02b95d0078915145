//! Members with what they are of in brackets: "Ida Moss (Lib, Harrow East)", "Mr Dahl (National Revival)", "Rolf Amsel
//! (Farmers)".

use std::collections::{BTreeSet, HashSet};

use rapporteur_model::ActorType;

use super::gather::Work;
use super::names::{Piece, PieceKind};
use super::phrases::Phrase;
use super::{EntityId, EntityKind};
use crate::words::Words;

/// Titles of those who speak in a chamber, and how one is addressed there.
const TITLES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "councillor",
    "cllr",
    "cllr.",
    "deputy",
    "senator",
    "sen",
    "sen.",
    "member",
    "alderman",
    "representative",
    "rep",
    "rep.",
    "congressman",
    "congresswoman",
    "mp",
    "mep",
    "td",
    "assemblyman",
    "assemblywoman",
    "delegate",
];

/// What stands in brackets behind a member of no party.
const ALONE: &[&str] = &[
    "ind",
    "ind.",
    "independent",
    "independents",
    "unaffiliated",
    "non-affiliated",
    "non-aligned",
    "crossbench",
    "crossbencher",
    "non-inscrits",
    "ni",
];

/// The longest name of a party in brackets, in words.
const LONGEST: usize = 7;

/// A name with brackets behind it.
struct Seat {
    /// The piece of the name.
    member: usize,
    /// The party.
    party: std::ops::Range<usize>,
    /// What stands behind the comma: the constituency.
    place: std::ops::Range<usize>,
    /// Whether the form alone shows a member: a title, or a constituency.
    sure: bool,
}

/// Makes a person of whoever has a party in brackets, and a party of what stands there.
pub(super) fn seat_bracketed(words: &Words, pieces: &mut Vec<Piece>) {
    pieces.retain(|piece| {
        let start = piece.words.start;
        let bracketed = start > 0 && words.form(start - 1) == "(";
        !(bracketed && is_letter(words.form(start)))
    });
    let seats: Vec<Seat> = (0..pieces.len())
        .filter_map(|member| seat(words, pieces, member))
        .collect();
    // One alone may be anything in brackets: "Tolsk Motors (Tolsk)".
    let many = seats.len() > 1;
    let seats: Vec<Seat> = (seats.into_iter())
        .filter(|seat| many || seat.sure)
        .collect();
    let mut parties: Vec<Piece> = Vec::new();
    let mut bodies: Vec<bool> = Vec::new();
    for seat in &seats {
        let member = &mut pieces[seat.member];
        bodies.push(member.body);
        if member.kind == PieceKind::Open {
            member.kind = PieceKind::Person;
        }
    }
    for (seat, body) in seats.iter().zip(bodies) {
        let known = pieces.iter().any(|piece| {
            piece.words.start == seat.party.start
                && matches!(
                    piece.kind,
                    PieceKind::State(_)
                        | PieceKind::Demonym(..)
                        | PieceKind::Capital(_)
                        | PieceKind::Known(_)
                        | PieceKind::Organisation(_)
                )
        });
        for piece in pieces.iter_mut() {
            if seat.place.contains(&piece.words.start)
                && matches!(piece.kind, PieceKind::Open | PieceKind::Person)
            {
                piece.kind = PieceKind::Place;
            }
        }
        let letter = is_letter(words.form(seat.party.start));
        let alone = letter || ALONE.contains(&words.lower(seat.party.start));
        if !known && !alone {
            parties.push(Piece {
                words: seat.party.clone(),
                kind: PieceKind::Organisation(ActorType::PoliticalParty),
                body,
            });
        }
    }
    // "Labour against": the party that "(Lab)" is short for.
    for piece in pieces.iter_mut() {
        let first = words.form(piece.words.start);
        let in_full = matches!(piece.kind, PieceKind::Open | PieceKind::Thing)
            && piece.words.len() <= 2
            && parties.iter().any(|party| {
                let short = words.form(party.words.start);
                party.words.len() == 1
                    && short.chars().count() > 2
                    && first.starts_with(short)
                    && first.len() > short.len()
            });
        if in_full {
            piece.kind = PieceKind::Organisation(ActorType::PoliticalParty);
        }
    }
    // The same words elsewhere: "Truth and Light opposed both".
    let longer: HashSet<Vec<&str>> = (parties.iter())
        .filter(|party| party.words.len() > 1)
        .map(|party| words.forms(party.words.clone()))
        .collect();
    let mut told: HashSet<usize> = parties.iter().map(|party| party.words.start).collect();
    let lengths: BTreeSet<usize> = longer.iter().map(Vec::len).collect();
    for (piece, length) in
        (pieces.iter()).flat_map(|piece| lengths.iter().rev().map(move |&length| (piece, length)))
    {
        let start = piece.words.start;
        let range = start..start + length;
        let same = range.end <= words.len()
            && words.sentence_of(range.end - 1) == words.sentence_of(start)
            && longer.contains(&words.forms(range.clone()));
        if same && told.insert(start) {
            parties.push(Piece {
                words: range,
                kind: PieceKind::Organisation(ActorType::PoliticalParty),
                body: piece.body,
            });
        }
    }
    pieces.retain(|piece| {
        !parties
            .iter()
            .any(|party| piece.words.start < party.words.end && party.words.start < piece.words.end)
    });
    pieces.extend(parties);
    pieces.sort_by_key(|piece| piece.words.start);
}

/// Whether brackets hold the letter of a party with a state behind it: "(D-Ohio)", "(R)". It names no body.
fn is_letter(form: &str) -> bool {
    let mut signs = form.chars();
    matches!(signs.next(), Some('D' | 'R' | 'I' | 'L'))
        && matches!(signs.next(), None | Some('-' | '–' | '.'))
}

/// The brackets behind a name, where they may hold a party.
fn seat(words: &Words, pieces: &[Piece], member: usize) -> Option<Seat> {
    let name = &pieces[member];
    let open = name.words.end;
    let sentence = words.sentence(words.sentence_of(name.words.start));
    if open + 2 >= sentence.end || words.form(open) != "(" {
        return None;
    }
    let titled = (name.words.start.checked_sub(1))
        .is_some_and(|title| TITLES.contains(&words.lower(title)))
        || TITLES.contains(&words.lower(name.words.start));
    let somebody = match name.kind {
        PieceKind::Person => true,
        PieceKind::Open => titled || name.words.len() > 1,
        _ => false,
    };
    let abbreviates = |at: usize| {
        words
            .form(at)
            .chars()
            .all(|c| !c.is_alphabetic() || c.is_uppercase())
    };
    // "Pacific Small Island Developing States (PSIDS)", "Andean Pact (AP)": short for the name itself.
    let initials: String = (name.words.clone())
        .filter_map(|at| words.form(at).chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    let shortens = abbreviates(open + 1) && words.form(open + 1).starts_with(&initials);
    let close = (open + 1..(open + 12).min(sentence.end)).find(|&at| words.form(at) == ")")?;
    let end = (open + 1..close)
        .find(|&at| matches!(words.form(at), "," | "/" | ";" | "–" | "—"))
        .unwrap_or(close);
    let party = open + 1..end;
    let place = (end + 1).min(close)..close;
    let written = |range: &std::ops::Range<usize>| {
        !range.is_empty()
            && words.form(range.start).starts_with(char::is_uppercase)
            && range.clone().all(|at| {
                let form = words.form(at);
                form.starts_with(char::is_uppercase)
                    || matches!(
                        form,
                        "of" | "the"
                            | "and"
                            | "for"
                            | "&"
                            | "'s"
                            | "’s"
                            | "'"
                            | "’"
                            | "-"
                            | "de"
                            | "la"
                            | "du"
                            | "del"
                            | "upon"
                            | "on"
                            | "in"
                    )
            })
    };
    // "Ida Moss (Truth and Light) called for a tax"
    let told = party.len() > 1
        && name.kind == PieceKind::Person
        && close + 1 < sentence.end
        && words.is_verb(close + 1);
    let fits = somebody && !shortens && written(&party) && party.len() <= LONGEST;
    (fits && (place.is_empty() || written(&place))).then_some(Seat {
        member,
        sure: titled || told || !place.is_empty() || is_letter(words.form(party.start)),
        party,
        place,
    })
}

/// Offices of a government, whose holders speak for it and not for their party.
const GOVERNING: &[&str] = &[
    "minister",
    "premier",
    "chancellor",
    "president",
    "vice-president",
    "treasurer",
];

impl Work<'_> {
    /// "The Minister of Education, Mr Sollar (Civic Bloc)": whether an office tells more of whom one speaks for than the
    /// party in brackets, as where parties are not what is told of.
    pub(super) fn governs(&self, offices: &[Phrase], owner: usize) -> bool {
        let party = (self.of_word[owner].or_else(|| self.entity_of[self.piece_at[owner]?]))
            .is_some_and(|id| self.all[id].kind == EntityKind::Actor(ActorType::PoliticalParty));
        party
            && !self.setting.parties
            && (offices.iter()).any(|office| GOVERNING.contains(&self.words.lemma(office.head)))
    }

    /// "(Lib)" is the party that is told in full elsewhere: the Liberals; "the Liberals" are the Coastal Liberals.
    pub fn join_short_parties(&mut self) {
        let parties: Vec<EntityId> = (0..self.all.len())
            .filter(|&id| self.all[id].kind == EntityKind::Actor(ActorType::PoliticalParty))
            .collect();
        for &short in &parties {
            let name = self.all[short].name.trim_end_matches('.').to_lowercase();
            if name.contains(' ') || name.chars().count() < 3 {
                continue;
            }
            let mut full = (parties.iter().copied()).filter(|&id| {
                let other = self.all[id].name.to_lowercase();
                let opens = other.starts_with(&name);
                let closes =
                    (other.strip_suffix(&name)).is_some_and(|before| before.ends_with(' '));
                id != short && (opens || closes) && other.len() > name.len()
            });
            if let (Some(full), None) = (full.next(), full.next()) {
                for entity in &mut self.entity_of {
                    if *entity == Some(short) {
                        *entity = Some(full);
                    }
                }
            }
        }
    }

    /// "his group", "her party", "Mr Talbot's benches": the party of whoever is meant, else that person.
    pub(super) fn ranks_of(&self, lemma: &str, owner: Option<EntityId>) -> Option<EntityId> {
        let ranks = matches!(
            lemma,
            "group" | "party" | "bench" | "caucus" | "faction" | "grouping"
        );
        let owner = owner.filter(|&owner| {
            ranks && self.all[owner].kind == EntityKind::Actor(ActorType::Person)
        })?;
        let side = self.party_of(owner).unwrap_or(owner);
        (self.all[side].kind != EntityKind::Actor(ActorType::State)).then_some(side)
    }
}
