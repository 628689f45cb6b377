//! What localized pages say of the English that they were made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is written into localized pages of their source.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawHandOff {
    /// Line ends in which a source is hashed. Default: auto.
    pub hash_form: Option<HashForm>,
}

/// The line ends in which a source is hashed for `ms.openlocfilehash`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HashForm {
    /// As most of the published hashes are that the project has; without any, sources with a CRLF as they are, and
    /// others with CRLF.
    #[default]
    Auto,
    /// As the file lies there.
    Raw,
    /// With LF.
    Lf,
    /// With CRLF.
    Crlf,
}

impl HashForm {
    /// All forms; of several that fit equally well the first counts.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Raw, Self::Lf, Self::Crlf];

    /// The name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Raw => "raw",
            Self::Lf => "lf",
            Self::Crlf => "crlf",
        }
    }
}
