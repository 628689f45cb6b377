//! The localized pages on disk: rendered, compared with what lies there, rescued, pruned.

use std::path::PathBuf;

pub mod edits;
pub mod english;
pub mod front_matter;
pub mod left;
pub mod links;
pub mod render;
pub mod write;

/// Where localized documents go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderTo {
    /// As the configuration says.
    Output,
    /// Into a folder: `DIR/{path}` for one locale, `DIR/{locale}/{path}` for several.
    Folder(PathBuf),
    /// The same, with pages that hold both languages.
    SideBySide(PathBuf),
}
