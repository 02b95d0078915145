//! What was said.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Id, Link};

crate::words! {
    /// What kind of saying it is; it follows the verb, not our reading of it.
    Act {
        /// Said, told, added, replied, wrote.
        Said = "said",
        /// Confirmed, acknowledged.
        Confirmed = "confirmed",
        /// Denied.
        Denied = "denied",
        /// Would not comment.
        Declined = "declined",
        /// Warned.
        Warned = "warned",
        /// Promised.
        Promised = "promised",
        /// Asked, urged.
        Asked = "asked",
        /// Accused, blamed.
        Accused = "accused",
        /// Welcomed.
        Welcomed = "welcomed",
        /// Argued.
        Argued = "argued",
        /// Announced.
        Announced = "announced",
    }
}

impl Default for Act {
    /// The plain act.
    fn default() -> Self {
        Self::Said
    }
}

crate::words! {
    /// In whose words.
    Manner {
        /// The speaker's own words, in quotation marks.
        Direct = "direct",
        /// The report's words.
        Indirect = "indirect",
        /// Partly the speaker's own words.
        Mixed = "mixed",
    }
}

/// Something said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Id.
    pub id: Id,
    /// Who said it.
    pub speaker: Id,
    /// The party the speaker speaks for.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Id>,
    /// What kind of saying.
    pub act: Act,
    /// In whose words.
    pub manner: Manner,
    /// What was said, as written, without quotation marks around it.
    pub words: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Through what ("social media").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// By which chain the report knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<Link>,
    /// The words that weaken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}
