//! Names of firms, told by what they are to others and how they are called again: "the mine's owner, Brandal Verft", "Kymi's
//! rival Calder Nord", "Brandal Verft … Brandal".

use rapporteur_lexicon::fold_name;
use rapporteur_syntax::{Rel, Upos};

use super::evidence::Evidence;
use super::gather::Work;
use super::given_names::begins_given;
use super::names::PieceKind;

/// What a firm, or seldom a person, is to another one; `firms` of the lexicon are more such nouns.
const ROLES: &[&str] = &[
    "owner",
    "co-owner",
    "rival",
    "competitor",
    "parent",
    "shareholder",
    "investor",
    "creditor",
    "backer",
    "landlord",
    "employer",
    "subcontractor",
    "subsidiary",
    "distributor",
    "franchisee",
    "licensee",
    "concessionaire",
    "customer",
    "purchaser",
    "seller",
    "underwriter",
];

/// What only companies have; "chief" and "managing" before an executive or director.
pub(super) const OF_COMPANIES: &[&str] = &[
    "chief",
    "managing",
    "boss",
    "owner",
    "shareholder",
    "ceo",
    "customer",
    "subsidiary",
    "factory",
    "workforce",
    "employee",
    "roster",
    "driver",
    "pilot",
    "operations",
    "purchasing",
    "commercial",
    "technical",
    "marketing",
    "sales",
    "personnel",
    "management",
    "supplier",
    "store",
    "depot",
    "warehouse",
    "brand",
    "bondholder",
];

/// Words of an apposition between its noun's owner and its noun, at most: "the yard's biggest private shareholder".
const REACH: usize = 6;

impl Work<'_> {
    /// "the mine's owner, Brandal Verft,", "its Dutch rival Calder Nord", "the bidder, Orme Holding,": whether a name that
    /// begins with no given one stands beside what it is to a firm or works.
    pub(super) fn is_trading(&self, cluster: &[usize]) -> bool {
        (cluster.iter()).any(|&piece| {
            let range = self.pieces[piece].words.clone();
            self.trade_before(&range) && !begins_given(self.classes, &self.piece_text(piece))
        })
    }

    /// The noun of a firm right before a name, or before its comma, whose owner is a thing or a body.
    fn trade_before(&self, name: &std::ops::Range<usize>) -> bool {
        let words = self.words;
        let Some(mut noun) = name.start.checked_sub(1) else {
            return false;
        };
        let apposed = words.form(noun) == "," && self.form_at(name.end) == ",";
        if apposed && noun > 0 {
            noun -= 1;
        }
        let lemma = words.lemma(noun);
        let trade = words.upos(noun) == Upos::Noun
            && words.sentence_of(noun) == words.sentence_of(name.start)
            && (ROLES.contains(&lemma) || self.classes.has("firms", lemma));
        let owned =
            (noun.saturating_sub(REACH)..noun)
                .rev()
                .find_map(|word| match self.lower(word) {
                    "its" | "'s" | "’s" => Some(true),
                    "the" => Some(apposed || self.classes.has("firms", lemma)),
                    _ if super::names::Finder::is_nominal(words, word) => None,
                    _ => Some(false),
                });
        trade
            && owned == Some(true)
            && (!matches!(words.rel(noun), Rel::Obj | Rel::Obl)
                || words.rel(self.top(name.clone())) == Rel::Appos)
    }

    /// "Brandal Verft … Brandal said": a name of two words that is told again by its first, which is no given name, and never
    /// by its last. People are called by their family names; where those come first, the given one is short or has a hyphen.
    pub(super) fn is_called_by_first(&self, key: &str) -> bool {
        let Some((first, rest)) = key.split_once(' ') else {
            return false;
        };
        if first.chars().count() < 5 || rest.contains('-') || self.classes.is_given(first) {
            return false;
        }
        let again = (0..self.pieces.len())
            .filter(|&piece| {
                self.pieces[piece].words.len() == 1
                    && !matches!(self.pieces[piece].kind, PieceKind::Title)
                    && fold_name(&self.piece_text(piece)) == first
            })
            .fold(Evidence::default(), |sum, piece| {
                sum.plus(self.evidence(piece))
            });
        again.acts > 0 && again.person <= 0 && again.says <= again.thing
    }

    /// "Brandal", of Brandal Verft, and "Van der Graaf", of Van der Graaf Zuivel: whether the opening of an open name, as they
    /// are compared, is what it is called again.
    pub(super) fn is_called_by_opening(&self, opening: &str, name: &str) -> bool {
        opening.contains(' ') || self.doubted.contains(name) && self.is_called_by_first(name)
    }
}
