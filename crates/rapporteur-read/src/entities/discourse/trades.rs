//! Bodies told again by their trade: "the airline" of Orme Airways, "the brewery" of Quill Brewing, "the meat company" of Merin
//! Meats.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};

/// Nouns that say what a body does, and the words of names that say the same.
const TRADES: &[(&[&str], &[&str])] = &[
    (
        &["airline", "carrier", "airliner"],
        &[
            "airways", "airlines", "airline", "air", "jet", "wings", "aviation", "avia",
        ],
    ),
    (
        &["railway", "railroad", "rail operator", "train operator"],
        &[
            "rail", "rails", "railway", "railways", "railroad", "trains", "bahn", "line", "lines",
        ],
    ),
    (
        &[
            "ferry operator",
            "ferry company",
            "shipper",
            "shipping line",
            "shipowner",
        ],
        &[
            "ferries",
            "ferry",
            "shipping",
            "lines",
            "line",
            "marine",
            "maritime",
            "navigation",
        ],
    ),
    (
        &["brewery", "brewer"],
        &[
            "brewing",
            "brewery",
            "breweries",
            "brewers",
            "ales",
            "brauerei",
        ],
    ),
    (
        &["distillery", "distiller"],
        &[
            "distilling",
            "distillery",
            "distilleries",
            "distillers",
            "spirits",
        ],
    ),
    (
        &["winery", "winemaker", "wine company"],
        &[
            "wines",
            "winery",
            "vineyards",
            "vineyard",
            "vintners",
            "cellars",
        ],
    ),
    (
        &["insurer", "underwriter", "reinsurer"],
        &[
            "insurance",
            "assurance",
            "mutual",
            "underwriters",
            "indemnity",
            "reinsurance",
            "re",
        ],
    ),
    (
        &["lender", "bank"],
        &["bank", "banking", "bancorp", "savings", "credit"],
    ),
    (
        &["broadcaster", "network", "channel", "station"],
        &[
            "television",
            "tv",
            "radio",
            "broadcasting",
            "broadcast",
            "sports",
            "media",
            "network",
            "channel",
        ],
    ),
    (
        &["publisher", "publishing house"],
        &[
            "press",
            "books",
            "publishing",
            "publishers",
            "publications",
            "verlag",
        ],
    ),
    (
        &[
            "retailer",
            "store chain",
            "shopkeeper",
            "supermarket",
            "grocer",
            "supermarket chain",
        ],
        &[
            "stores",
            "store",
            "retail",
            "supermarkets",
            "supermarket",
            "markets",
            "market",
            "foods",
            "grocers",
            "groceries",
            "mart",
            "shops",
            "galeria",
            "coop",
            "co-op",
        ],
    ),
    (
        &["developer", "builder", "housebuilder", "property company"],
        &[
            "homes",
            "developments",
            "development",
            "estates",
            "properties",
            "property",
            "land",
            "living",
            "construction",
            "builders",
            "housing",
            "wind",
            "solar",
        ],
    ),
    (
        &["landlord", "housing company"],
        &[
            "homes",
            "housing",
            "living",
            "estates",
            "properties",
            "property",
            "lettings",
            "wohnen",
        ],
    ),
    (
        &["contractor", "outsourcer"],
        &[
            "facilities",
            "contracting",
            "contractors",
            "services",
            "construction",
            "builders",
        ],
    ),
    (
        &["drugmaker", "drug company", "pharmaceutical company"],
        &[
            "pharma",
            "pharmaceuticals",
            "pharmaceutical",
            "therapeutics",
            "biologics",
            "laboratories",
        ],
    ),
    (
        &["steelmaker", "steel company", "steelworks"],
        &["steel", "steels", "steelworks", "metals", "iron"],
    ),
    (
        &["chipmaker", "chip company", "foundry"],
        &[
            "semiconductor",
            "semiconductors",
            "silicon",
            "chips",
            "micro",
        ],
    ),
    (
        &["carmaker", "automaker"],
        &["motors", "motor", "automobiles", "automotive", "cars"],
    ),
    (
        &["shipyard", "yard", "shipbuilder", "boatyard"],
        &[
            "shipyard",
            "shipyards",
            "yard",
            "shipbuilding",
            "boatbuilders",
            "docks",
        ],
    ),
    (
        &[
            "miner",
            "mine",
            "mining company",
            "mine operator",
            "colliery",
        ],
        &[
            "mining",
            "mines",
            "minerals",
            "coal",
            "copper",
            "nickel",
            "lithium",
            "gold",
            "resources",
        ],
    ),
    (
        &[
            "utility",
            "power company",
            "water company",
            "power producer",
        ],
        &[
            "power",
            "water",
            "electric",
            "electricity",
            "energy",
            "waterworks",
            "utilities",
            "gas",
        ],
    ),
    (
        &["oil company", "driller", "refiner"],
        &["oil", "petroleum", "refining", "refinery", "drilling"],
    ),
    (
        &["mill", "factory", "sugar company"],
        &[
            "mill", "mills", "sugar", "paper", "textiles", "spinning", "weaving", "knitwear",
        ],
    ),
    (
        &["dairy", "creamery"],
        &["dairy", "dairies", "creamery", "milk", "cheese"],
    ),
    (
        &["hotelier", "hotel company", "hotel group"],
        &["hotels", "hotel", "resorts", "hospitality", "inns"],
    ),
    (
        &["hospital", "infirmary", "clinic", "hospital trust"],
        &[
            "hospital",
            "hospitals",
            "infirmary",
            "clinic",
            "clinics",
            "medical",
            "health",
        ],
    ),
    (
        &["charity"],
        &[
            "trust",
            "foundation",
            "charity",
            "charities",
            "aid",
            "relief",
            "welfare",
            "rescue",
            "watch",
            "friends",
            "care",
        ],
    ),
    (&["zoo"], &["zoo", "zoological"]),
    (
        &["theatre", "theater", "playhouse"],
        &["theatre", "theater", "playhouse"],
    ),
    (
        &["orchestra"],
        &["orchestra", "philharmonic", "symphony", "sinfonia"],
    ),
    (&["choir"], &["choir", "singers", "chorale", "chorus"]),
    (&["salvor"], &["salvage"]),
    (
        &["packer", "processor"],
        &["packers", "packing", "foods", "meats", "processing"],
    ),
    (
        &["haulier", "trucking company"],
        &["haulage", "freight", "trucking", "logistics", "transport"],
    ),
    (
        &["bus company", "bus operator"],
        &["buses", "bus", "coaches", "transit", "transport"],
    ),
    (
        &["airport operator", "airport company"],
        &["airport", "airports"],
    ),
    (
        &["port operator", "port company"],
        &["port", "ports", "harbours", "terminals"],
    ),
    (
        &["tribe", "band", "nation"],
        &["tribe", "tribes", "band", "nation", "nations", "people"],
    ),
    (&["streamer", "streaming service"], &["streaming", "stream"]),
    (
        &["railway", "tramway"],
        &["tram", "trams", "tramway", "tramways"],
    ),
];

/// What may follow a word that says of what a body is: "the meat company", "the airport authority".
const OF_SOMETHING: &[&str] = &[
    "company",
    "firm",
    "group",
    "operator",
    "owner",
    "board",
    "authority",
    "agency",
    "department",
    "ministry",
    "trust",
    "fund",
    "committee",
    "commission",
    "council",
    "union",
    "guild",
    "society",
    "association",
    "federation",
    "league",
    "club",
    "lobby",
    "producer",
    "maker",
    "giant",
    "regulator",
    "cooperative",
    "college",
    "institute",
    "foundation",
    "office",
    "service",
    "chamber",
    "forum",
    "network",
    "party",
    "alliance",
    "coalition",
    "campaign",
];

impl Discourse<'_, '_> {
    /// The one body of the report whose name tells the trade that a description tells.
    pub(super) fn by_trade(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
            && words.form(phrase.head).starts_with(char::is_lowercase);
        if !plain || phrase.inner + 1 < phrase.head {
            return None;
        }
        let before = (phrase.inner < phrase.head).then_some(phrase.inner);
        if let Some(what) = before.filter(|&what| words.upos(what) == Upos::Noun) {
            let pair = [words.lower(what), lemma].join(" ");
            return self
                .by_words(&pair)
                .or_else(|| self.of_something(what, lemma));
        }
        // "the smaller brewery" is one of two.
        before.is_none().then(|| self.by_words(lemma)).flatten()
    }

    /// The one body in whose name stands a word of that trade.
    fn by_words(&self, noun: &str) -> Option<EntityId> {
        let mut trades = TRADES.iter().filter(|(nouns, _)| nouns.contains(&noun));
        let first = trades.next()?;
        let second = trades.next();
        // The body's own word comes before what means the same.
        self.one_named(true, |word| word == noun).or_else(|| {
            self.one_named(false, |word| {
                first.1.contains(&word) || second.is_some_and(|(_, names)| names.contains(&word))
            })
        })
    }

    /// "the meat company", of Merin Meats; "the levy board", of the Hawk Valley Arts Levy.
    fn of_something(&self, what: usize, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        if !OF_SOMETHING.contains(&lemma) || !words.form(what).starts_with(char::is_lowercase) {
            return None;
        }
        let what = words.lower(what);
        if what.len() < 4 || matches!(what, "state" | "union" | "party" | "government") {
            return None;
        }
        self.one_named(true, |word| {
            word.strip_prefix(what)
                .is_some_and(|rest| matches!(rest, "" | "s" | "es"))
        })
    }

    /// The one body with a name of its own a word of which, behind the first, fits: of those spoken of so far, else of all.
    /// Offices of a state only where they may be `public`.
    fn one_named(&self, public: bool, fits: impl Fn(&str) -> bool) -> Option<EntityId> {
        let named = |id: EntityId| {
            let named = matches!(
                self.work.all[id].kind,
                EntityKind::Actor(
                    ActorType::Company
                        | ActorType::Movement
                        | ActorType::Media
                        | ActorType::InternationalOrganisation
                )
            ) || public
                && self.work.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody);
            named
                && self.has_name(id)
                && !self.work.all[id].name.contains("s' ")
                && (self.work.all[id].name.split(' ').skip(1))
                    .any(|word| fits(&word.to_lowercase()))
        };
        self.only_told(named, |_| true)
    }
}
