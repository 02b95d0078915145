//! Who: persons, states, bodies, groups.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Id};

crate::words! {
    /// What kind of actor it is.
    ActorType {
        /// A human being with a name.
        Person = "person",
        /// A state.
        State = "state",
        /// A ministry, office, committee or other body of a state or a conference.
        GovernmentBody = "government-body",
        /// An organisation of states.
        InternationalOrganisation = "international-organisation",
        /// States that act together.
        Alliance = "alliance",
        /// An armed group that is no state's army.
        ArmedGroup = "armed-group",
        /// A political party.
        PoliticalParty = "political-party",
        /// A company.
        Company = "company",
        /// A trade union.
        Union = "union",
        /// A movement or community at the table.
        Movement = "movement",
        /// A news outlet or agency.
        Media = "media",
        /// Somebody whom the report does not name.
        Unnamed = "unnamed",
    }
}

/// An actor of the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// Id.
    pub id: Id,
    /// Fullest form of the name in the report, without title or article.
    pub name: String,
    /// Kind of actor.
    #[serde(rename = "type")]
    pub kind: ActorType,
    /// Other forms the report uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-3, for states only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// The actor it speaks or acts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Id>,
    /// Offices it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// How it relates to other actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// Members, for a group whose members the report names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Id>,
    /// The words that name it.
    pub evidence: Vec<Evidence>,
}

/// An office that an actor holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Role {
    /// The title as written ("special envoy").
    pub title: String,
    /// Of what or whom, as written ("Donald Trump", "Ukraine's national security council").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// When the report says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// A relation between two actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relation {
    /// What relation ("son-in-law", "accompanied by").
    #[serde(rename = "type")]
    pub kind: String,
    /// To which actor.
    pub to: Id,
}
