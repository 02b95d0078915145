//! What kind of body a name is, told by the nouns beside it and by what the report is about.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::{Classes, classes};
use super::names::{Piece, PieceKind};
use crate::words::Words;

/// What a report is about, as far as it decides what a "union", a "list" or "crews" are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// Parties that seek votes and seats.
    pub parties: bool,
    /// People at work and their pay.
    pub labour: bool,
    /// Firms, their shares and their bosses.
    pub business: bool,
}

/// Classes of what only parties, and only labour, have and do.
const KINDS: [&str; 2] = ["politics", "labour"];

/// The setting of a report: two different words of a kind make one.
pub(super) fn setting(words: &Words, classes: &Classes) -> Setting {
    let mut seen: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
    let mut business: Vec<&str> = Vec::new();
    for word in 0..words.len() {
        let lemma = words.lemma(word);
        if business.len() < 3 && is_of_business(lemma) && !business.contains(&lemma) {
            business.push(lemma);
        }
        // "the Farmers' Party", "the Greens"
        let form = words.form(word);
        let party = form == "Party"
            || form.starts_with(char::is_uppercase)
                && form.ends_with('s')
                && classes.has("political", &form.to_lowercase());
        if party && !seen[0].contains(&form) {
            seen[0].push(form);
        }
        if !classes.has_any(&KINDS, lemma) {
            continue;
        }
        for (class, found) in KINDS.iter().zip(&mut seen) {
            if found.len() < 2 && classes.has(class, lemma) && !found.contains(&lemma) {
                found.push(lemma);
            }
        }
    }
    Setting {
        parties: seen[0].len() > 1,
        labour: seen[1].len() > 1,
        business: business.len() > 2,
    }
}

/// What only firms have and do.
fn is_of_business(lemma: &str) -> bool {
    matches!(
        lemma,
        "company"
            | "firm"
            | "shareholder"
            | "share"
            | "customer"
            | "profit"
            | "turnover"
            | "merger"
            | "takeover"
            | "supplier"
            | "factory"
            | "executive"
            | "bidder"
            | "acquisition"
            | "subsidiary"
            | "insolvency"
            | "bankruptcy"
            | "boardroom"
            | "brand"
            | "retailer"
            | "airline"
            | "insurer"
            | "landlord"
            | "developer"
            | "contractor"
            | "workforce"
    )
}

/// "airline Merin Blue", "The union, DWU,", "the National Hearth party", "Slow Table, a consumer group": what the noun
/// beside a name says it is.
pub(super) fn told_beside(words: &Words, name: Range<usize>) -> Option<ActorType> {
    [noun_before, noun_after, noun_behind]
        .into_iter()
        .find_map(|noun| noun(words, &name).and_then(|noun| kind_of(words, noun)))
}

/// "The Civic Front, the largest opposition party,": what is told beside a name goes before what its last word may be, at
/// every mention of the name.
pub(super) fn settle_told(words: &Words, pieces: &mut [Piece]) {
    use ActorType::{Alliance, ArmedGroup, Company, Movement, PoliticalParty, Union};
    let told: Vec<(Vec<&str>, ActorType)> = (pieces.iter())
        .filter(|piece| {
            matches!(
                piece.kind,
                PieceKind::Organisation(ArmedGroup | Movement | Alliance)
            )
        })
        .filter_map(|piece| {
            let kind = told_beside(words, piece.words.clone())?;
            matches!(kind, PoliticalParty | Union | Company)
                .then(|| (words.forms(piece.words.clone()), kind))
        })
        .collect();
    if told.is_empty() {
        return;
    }
    for piece in pieces {
        if let PieceKind::Organisation(kind) = &mut piece.kind
            && let Some((_, other)) =
                (told.iter()).find(|(name, _)| *name == words.forms(piece.words.clone()))
        {
            *kind = *other;
        }
    }
}

/// The noun that the name describes: "the National Hearth party". Of companies only what can be nobody's trade: "the
/// Sudbury miner" is a man.
pub(super) fn noun_after(words: &Words, name: &Range<usize>) -> Option<usize> {
    // "the M14 rebel group"
    let armed = name.end + 1 < words.len()
        && matches!(
            words.lemma(name.end),
            "rebel"
                | "armed"
                | "militant"
                | "insurgent"
                | "guerrilla"
                | "separatist"
                | "jihadist"
                | "opposition"
        )
        && words.head(name.end) == Some(name.end + 1);
    let noun = name.end + usize::from(armed);
    let top = words.top(name.clone())?;
    // "the West African bloc": of a part of the world
    if matches!(
        words.form(name.end.checked_sub(1)?),
        "African" | "European" | "Asian" | "American" | "Arab" | "Pacific"
    ) {
        return None;
    }
    // "the National Hearth party", "the far-right Hearth party"
    let first = (name.start.saturating_sub(5)..name.start)
        .rev()
        .find(|&word| {
            !(matches!(words.upos(word), Upos::Adj | Upos::Noun | Upos::Adv)
                && words.form(word).starts_with(char::is_lowercase)
                || words.form(word) == "-")
        });
    let article = first.is_some_and(|the| {
        matches!(
            words.lemma(the),
            "the" | "a" | "its" | "their" | "'s" | "his" | "her" | "whose"
        )
    });
    // "the Basque party Euskal Orme": that party's name stands behind
    let named = noun + 1 < words.len()
        && words.upos(noun + 1) == Upos::Propn
        && words.form(noun + 1).starts_with(char::is_uppercase)
        && words.rel(noun + 1) != Rel::OblUnmarked;
    let described = !named
        && words.head(top) == Some(noun)
        && matches!(words.rel(top), Rel::Compound | Rel::Amod | Rel::Nmod)
        && words.form(noun).starts_with(char::is_lowercase)
        && matches!(words.xpos(noun), Xpos::Nn | Xpos::Nnp);
    let body = match kind_of(words, noun) {
        Some(ActorType::Company) => matches!(
            words.lemma(noun),
            "company" | "firm" | "airline" | "chain" | "utility" | "shipyard" | "conglomerate"
        ),
        kind => kind.is_some(),
    };
    (article && described && body).then_some(noun)
}

/// "Miners at Andes Blue": where people work is a company.
pub(super) fn told_at(words: &Words, classes: &Classes, start: usize) -> bool {
    start >= 2
        && words.form(start - 1) == "at"
        && (start.saturating_sub(3)..start - 1).any(|noun| {
            words.upos(noun) == Upos::Noun
                && (classes.has("a-union", words.lemma(noun))
                    || words.xpos(noun) == Xpos::Nns
                        && ["er", "man", "ist"]
                            .iter()
                            .any(|ending| words.lemma(noun).ends_with(ending))
                    || matches!(words.lemma(noun), "staff" | "employee" | "workforce"))
        })
}

/// What a common noun says of the body that it describes.
pub(super) fn kind_of(words: &Words, noun: usize) -> Option<ActorType> {
    let armed = (noun.saturating_sub(2)..noun).any(|word| {
        matches!(
            words.lemma(word),
            "rebel" | "armed" | "militant" | "insurgent" | "guerrilla" | "separatist" | "jihadist"
        )
    });
    Some(match words.lemma(noun) {
        "union" | "guild" | "brotherhood" => ActorType::Union,
        "party" => ActorType::PoliticalParty,
        "militia" | "faction" => ActorType::ArmedGroup,
        "group" | "line" if noun > 0 && is_trade(words.lower(noun - 1)) => ActorType::Company,
        "group" | "movement" | "alliance" if armed => ActorType::ArmedGroup,
        "group" | "movement" | "campaign" | "charity" | "lobby" | "initiative" => {
            ActorType::Movement
        }
        "alliance" | "bloc" => ActorType::Alliance,
        // "the metalworkers' federation FMO", "the shipowners' association Havbund"
        "federation" | "association" | "confederation" => {
            let members: Vec<&str> = (noun.saturating_sub(2)..noun)
                .map(|word| words.lower(word))
                .collect();
            let kind = classes().organisation(words.lemma(noun), &members, Setting::default());
            return (kind.filter(|kind| matches!(kind, ActorType::Union | ActorType::Movement)))
                .or(Some(ActorType::Movement));
        }
        // "the streaming service Orle", "the cable channel Merin Sports"
        "service" | "channel" | "platform" | "network"
            if noun > 0
                && matches!(
                    words.lower(noun - 1),
                    "streaming"
                        | "cable"
                        | "sports"
                        | "sport"
                        | "pay-tv"
                        | "satellite"
                        | "ferry"
                        | "delivery"
                        | "rail"
                        | "bus"
                        | "subscription"
                ) =>
        {
            ActorType::Company
        }
        "broadcaster" | "newspaper" | "tabloid" | "daily" | "magazine" => ActorType::Media,
        "landlord" | "publisher" | "insurer" | "builder" | "grocer" | "chain" | "shipyard"
        | "employer" | "company" | "firm" | "airline" | "carrier" | "operator" | "manufacturer"
        | "retailer" | "utility" | "producer" | "contractor" | "conglomerate" | "developer"
        | "maker" | "shipper" | "supplier" | "giant" | "supermarket" | "brewer" | "miner"
        | "lender" | "consortium" | "bank" | "fund" | "brewery" | "distillery" | "refinery"
        | "startup" | "subsidiary" | "venture" | "consultancy" | "smelter" | "studio"
        | "bidder" | "discounter" | "wholesaler" | "distributor" | "multinational" | "refiner"
        | "distiller" | "shipbuilder" | "haulier" | "hauler" | "streamer" | "exporter"
        | "importer" | "start-up" | "agribusiness" | "reinsurer" | "underwriter" | "lessor"
        | "broker" | "steelworks" | "foundry" | "sawmill" | "cannery" | "dairy" => {
            ActorType::Company
        }
        // "the trading house Farrow"
        "house"
            if matches!(
                words.lower(noun.saturating_sub(1)),
                "trading"
                    | "publishing"
                    | "auction"
                    | "fashion"
                    | "brokerage"
                    | "broking"
                    | "finance"
            ) =>
        {
            ActorType::Company
        }
        "regulator" | "watchdog" => ActorType::GovernmentBody,
        // "Homeland, the nationalists,"
        "nationalist" | "populist" | "leftist" | "centrist" | "monarchist" | "communist"
        | "socialist" | "liberal" | "conservative" | "green"
            if words.xpos(noun) == Xpos::Nns && words.lower(noun.saturating_sub(1)) == "the" =>
        {
            ActorType::PoliticalParty
        }
        "collective" | "coalition" | "network" | "foundation" | "organisation" | "organization"
        | "ngo" | "nonprofit" | "non-profit" | "institute" | "cooperative" | "co-operative"
        | "co-op" | "partnership" | "society" | "congregation" | "diocese" | "tribe" | "clan"
        | "university" | "college" | "hospital" | "orchestra" | "theatre" | "theater"
        | "museum" | "club" => ActorType::Movement,
        // "a think tank"
        "tank"
            if words.lower(noun.saturating_sub(1)).ends_with("think")
                || words.lower(noun.saturating_sub(2)) == "think" =>
        {
            ActorType::Movement
        }
        // "carmaker Norvik"
        maker if maker.ends_with("maker") && !is_of_people(maker) => ActorType::Company,
        _ => return None,
    })
}

/// "the investment group Halden", "the shipping line Marlin": what such groups and lines deal in.
fn is_trade(word: &str) -> bool {
    classes().has("goods", word)
        || matches!(
            word,
            "investment"
                | "energy"
                | "mining"
                | "media"
                | "retail"
                | "industrial"
                | "property"
                | "insurance"
                | "banking"
                | "engineering"
                | "shipping"
                | "ferry"
                | "cruise"
                | "logistics"
                | "hotel"
                | "chemicals"
                | "telecoms"
                | "oil"
                | "gas"
        )
}

/// "lawmaker", "peacemaker": who makes what no company does.
fn is_of_people(maker: &str) -> bool {
    matches!(
        maker,
        "lawmaker" | "policymaker" | "peacemaker" | "troublemaker" | "filmmaker" | "kingmaker"
    )
}

/// "Slow Table, a consumer group,": the noun of an apposition behind a name.
pub(super) fn noun_behind(words: &Words, name: &Range<usize>) -> Option<usize> {
    if name.end >= words.len() {
        return None;
    }
    // "The National Accord (NA), the largest party,"
    let short = words.form(name.end) == "("
        && name.end + 2 < words.len()
        && words.form(name.end + 2) == ")";
    let comma = name.end + if short { 3 } else { 0 };
    if comma + 2 >= words.len() || words.form(comma) != "," {
        return None;
    }
    // "Merin Star, Orveth's second-largest airline,"
    if !matches!(words.form(comma + 1), "a" | "an" | "the") {
        let owner = (comma + 2..(comma + 4).min(words.len()))
            .find(|&word| matches!(words.form(word), "'s" | "’s"))?;
        let noun = (owner + 1..(owner + 7).min(words.len()))
            .take_while(|&word| {
                matches!(
                    words.upos(word),
                    Upos::Noun | Upos::Adj | Upos::Num | Upos::Adv
                ) || matches!(words.form(word), "-")
            })
            .last()?;
        return (words.upos(noun) == Upos::Noun && matches!(words.form(noun + 1), "," | "."))
            .then_some(noun);
    }
    (comma + 2..(comma + 8).min(words.len()))
        .take_while(|&word| {
            matches!(
                words.upos(word),
                Upos::Noun | Upos::Adj | Upos::Num | Upos::Propn
            ) && words.form(word).starts_with(char::is_lowercase)
                || words.form(word) == "-"
        })
        .last()
        // "Ada Brun, the party's deputy leader," is no party.
        .filter(|noun| words.xpos((noun + 1).min(words.len() - 1)) != Xpos::Pos)
        // "Having met Merin, the company rejected it": a subject of its own.
        .filter(|&noun| {
            let acts = words.rel(noun) == Rel::Nsubj && words.head(noun) == Some(noun + 1);
            !acts || words.rel(name.start) == Rel::Nsubj
        })
}

/// The common noun right before a name that stands in apposition with it.
pub(super) fn noun_before(words: &Words, name: &Range<usize>) -> Option<usize> {
    let before = name.start.checked_sub(1)?;
    let top = words.top(name.clone())?;
    // "The union, DWU, wants …"
    let noun = if words.form(before) == "," {
        let noun = before.checked_sub(1)?;
        let article = (noun.saturating_sub(3)..noun)
            .any(|word| matches!(words.lemma(word), "the" | "its" | "their"));
        let closed = name.end < words.len() && matches!(words.form(name.end), "," | "." | ";");
        // "the head of the campaign, Ada Brun," is no campaign.
        return (article
            && closed
            && words.upos(noun) == Upos::Noun
            && words.form(noun).starts_with(char::is_lowercase)
            && words
                .child(noun, &[Rel::Case])
                .is_none_or(|case| words.form(case) != "of")
            && words.sentence_of(noun) == words.sentence_of(name.start)
            && (words.rel(top) == Rel::Appos || kind_of(words, noun).is_some()))
        .then_some(noun);
    } else {
        before
    };
    let tied = words.head(top) == Some(noun)
        || words.head(noun).is_some_and(|head| name.contains(&head))
        || (matches!(words.rel(noun), Rel::Compound | Rel::Nmod)
            || words.rel(noun) == words.rel(top))
            && words.head(noun) == words.head(top)
        // "the farmers' union Agrofed", however it hangs
        || noun > 0
            && matches!(words.form(noun - 1), "'" | "’")
            && matches!(words.lemma(noun), "union" | "federation" | "association" | "lobby" | "guild");
    let sentence = words.sentence(words.sentence_of(noun));
    let common = words.form(noun).starts_with(char::is_lowercase)
        || noun == sentence.start && kind_of(words, noun).is_some();
    (matches!(words.upos(noun), Upos::Noun | Upos::Propn)
        && common
        && matches!(words.xpos(noun), Xpos::Nn | Xpos::Nnp)
        && sentence.contains(&name.start)
        && tied)
        .then_some(noun)
}

/// Whether a word that opens a sentence is a common noun that says what the name behind it is.
pub(super) fn opens_kind(words: &Words, word: usize) -> bool {
    kind_of(words, word).is_some()
}
