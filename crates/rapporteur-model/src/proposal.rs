//! What is on the table: texts, and the things that could be agreed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Id, Link};

crate::words! {
    /// What kind of text it is.
    ProposalType {
        /// A draft.
        Draft = "draft",
        /// A plan.
        Plan = "plan",
        /// A proposal.
        Proposal = "proposal",
        /// A text in answer to another's.
        CounterProposal = "counter-proposal",
        /// Terms named by a noun.
        Terms = "terms",
        /// An offer.
        Offer = "offer",
        /// An agreement.
        Agreement = "agreement",
        /// A statement or communiqué.
        Statement = "statement",
    }
}

crate::words! {
    /// What became of the text.
    ProposalStatus {
        /// It leaked.
        Leaked = "leaked",
        /// It was put on the table.
        Tabled = "tabled",
        /// It is public.
        Published = "published",
        /// It is not public.
        Unpublished = "unpublished",
        /// It is being talked about.
        UnderDiscussion = "under-discussion",
        /// It was changed.
        Revised = "revised",
        /// It was accepted.
        Accepted = "accepted",
        /// It was rejected.
        Rejected = "rejected",
        /// It was signed.
        Signed = "signed",
        /// It was withdrawn.
        Withdrawn = "withdrawn",
    }
}

/// A text on the table, seen or only heard of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// Id.
    pub id: Id,
    /// The noun with its author and number, without article.
    pub name: String,
    /// What kind of text.
    #[serde(rename = "type")]
    pub kind: ProposalType,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Id>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ProposalStatus>,
    /// How many points it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// The proposal it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responds_to: Option<Id>,
    /// The proposal it is a version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<Id>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Other names the report gives it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// By which chain the report knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<Link>,
    /// The words that weaken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}

/// One thing that could be agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Provision {
    /// Id.
    pub id: Id,
    /// Key of the topics lexicon, party-neutral; absent where none fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Codes of other schemes: `pa-x`.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub codes: std::collections::BTreeMap<String, String>,
    /// The proposal it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Id>,
    /// The report's words.
    pub text: String,
    /// The party it would bind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
    /// Places it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}

crate::words! {
    /// How a number binds.
    Bound {
        /// Not more.
        AtMost = "at-most",
        /// Not less.
        AtLeast = "at-least",
        /// The number itself.
        Exactly = "exactly",
        /// The number or near it.
        About = "about",
    }
}

/// A number of a provision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Parameter {
    /// The number; a fifth is 0.2.
    pub value: f64,
    /// Of what ("dollars", "percent"); absent where the report names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How it binds.
    pub bound: Bound,
    /// What it applies to, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}
