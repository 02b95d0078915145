//! What could not be read well.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

crate::words! {
    /// How bad it is.
    Severity {
        /// Worth knowing.
        Note = "note",
        /// Something was read less well, or left out.
        Warning = "warning",
        /// The report could not be read.
        Error = "error",
    }
}

/// A problem: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Where: code points of the text, half open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<(u32, u32)>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl Problem {
    /// A warning without a place.
    pub fn warning(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            at: None,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    /// An error without a place.
    pub fn error(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            at: None,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }
}
