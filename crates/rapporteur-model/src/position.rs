//! Where parties stand, and on what it hangs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Id, Link};

crate::words! {
    /// How a party stands toward something.
    Stance {
        /// Will have it so, or makes it a term.
        Demands = "demands",
        /// Puts it forward.
        Proposes = "proposes",
        /// Would itself give it.
        Offers = "offers",
        /// Is for another's provision.
        Supports = "supports",
        /// Agrees to it.
        Accepts = "accepts",
        /// Agrees on a condition.
        AcceptsIf = "accepts-if",
        /// Ready to talk about it, which is not acceptance.
        Open = "open",
        /// Worries, criticises, stops short of no.
        Concerned = "concerned",
        /// Is against another's provision.
        Opposes = "opposes",
        /// Says no to it.
        Rejects = "rejects",
        /// Says that it can never be accepted, or is not negotiable.
        RedLine = "red-line",
        /// Gives up its own earlier demand or proposal.
        Withdraws = "withdraws",
        /// Asked, would not tell its position.
        DeclinesToSay = "declines-to-say",
    }
}

crate::words! {
    /// On whose word a position rests.
    Basis {
        /// The party's own word.
        Own = "own",
        /// Another party's named person.
        OtherParty = "other-party",
        /// A source that is not named.
        Unnamed = "unnamed",
        /// The outlet's own voice.
        Outlet = "outlet",
    }
}

crate::words! {
    /// Which way a red line runs.
    Side {
        /// What must stay.
        Keeps = "keeps",
        /// What must not be.
        Excludes = "excludes",
    }
}

/// What a party holds about a provision, a proposal or the talks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// Id.
    pub id: Id,
    /// Who holds it: the grammatical holder.
    pub holder: Id,
    /// The party that the holder speaks for; the holder itself where the report tells of none.
    pub party: Id,
    /// Id of the provision, proposal or event. Where it is none of these (talks as such, somebody's "red lines", a deal
    /// that may come), the words as written.
    pub on: String,
    /// Key of the topics lexicon, where `on` is words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// How it stands toward it.
    pub stance: Stance,
    /// On what it hangs, as written; always there with `accepts-if`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// Why, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The value it asks for, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Which way a red line runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// What it was before, where the report tells of a change, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_from: Option<String>,
    /// When it held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Date>,
    /// When it was reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Date>,
    /// On whose word it rests.
    pub basis: Basis,
    /// The proposal through which a stance toward a list reaches its item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Id>,
    /// By which chain the report knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<Link>,
    /// The words that weaken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}

crate::words! {
    /// What kind of if-and-then it is.
    ConditionType {
        /// Harm.
        Warning = "warning",
        /// No trade asked.
        Promise = "promise",
        /// Asks the other side for something.
        Offer = "offer",
        /// This before that.
        Precondition = "precondition",
    }
}

/// A spoken if-and-then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// Id.
    pub id: Id,
    /// Who says so.
    pub speaker: Id,
    /// What kind.
    #[serde(rename = "type")]
    pub kind: ConditionType,
    /// If this, as written.
    #[serde(rename = "if")]
    pub premise: String,
    /// Then that, as written.
    pub then: String,
    /// Against whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Id>,
    /// By which chain the report knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<Link>,
    /// The words that weaken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}
