//! What may be configured about localized documents.

use schemars::JsonSchema;
use serde::Deserialize;

/// Which anchors localized headings carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchors {
    None,
    /// The slug of the English, the same again where a heading repeats, as Microsoft's pipeline writes it.
    Plain,
    /// The same, with `-1`, `-2` where a heading repeats: the ids that DocFX and GitHub give the English page.
    Numbered,
    /// The id that the English heading has by its text, as `{#id}` behind a heading that would have another: what sites write
    /// whose generator reads such ids.
    Ids,
}

/// Which hand-off metadata localized documents carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Metadata {
    /// The six `ms.*` keys of Microsoft's pipeline, last in the front matter.
    Microsoft,
    /// None.
    None,
}

/// Line ends of localized Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Newline {
    /// As in the source, also where it mixes them.
    Source,
    Lf,
    Crlf,
}

/// What takes the place of a unit whose English changed since it was translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OnStale {
    /// The English of today: never publish a translation of a sentence that is no longer there.
    Source,
    /// The last translation.
    Keep,
    /// The document is not written.
    Fail,
}

/// What takes the place of a unit without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OnMissing {
    /// The English.
    Source,
    /// As `source`: there is no last translation to keep.
    Keep,
    /// The document is not written.
    Fail,
}

/// What takes the place of a unit that a machine translated, and that no person approved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OnMachine {
    /// The machine's translation.
    #[default]
    Publish,
    /// The English, until a person approves the translation.
    Source,
    /// The document is not written.
    Fail,
}
