//! Fluent resources and translation state.
//!
//! - [`escape`]: any text as a Fluent pattern and back; [`notation`]: how a text holds values of its document.
//! - [`canonical`]: the form by which wordings are compared, however a tool spells them.
//! - [`resource`]: a Fluent file that people edit too: read with spans, spliced, never re-serialized.
//! - [`state`]: who translated what, from which English, when; [`state_file`]: how that is written.
//! - [`reviewer`]: the name of a person who decides.
//! - [`placeables`]: what a message refers to; [`selections`]: which values its selectors tell apart.
//! - [`leaves`]: the texts that a wording with selectors may become.
//! - [`layout`]: how a resource is laid out so that branches merge.
//! - [`reference`]: what the English said at the last sync, and which document uses which message.
//! - [`ids`]: readable, unique, lasting message ids.
//! - [`block`]: a locale's own version of a block of code.
//! - [`addition`]: what a document of a locale has beyond its English, and where.
//! - [`locale`]: one locale's resources with their state; [`merge`] brings it up to a new reference,
//!   [`relift`] takes translations along when a text changes its form.
//! - [`evidence`]: whose a wording is that its state does not know.
//!
//! This room knows no Markdown: it deals in texts, ids and document names.

pub mod addition;
pub mod block;
mod canonical;
mod edits;
pub mod escape;
pub mod evidence;
pub mod ids;
pub mod layout;
pub mod leaves;
pub mod locale;
pub mod merge;
mod nesting;
pub mod notation;
mod page_file;
pub mod placeables;
mod plain_state;
mod raw_state;
pub mod reference;
pub mod relift;
pub mod renames;
pub mod resource;
pub mod reviewer;
pub mod selections;
pub mod selector;
pub mod state;
pub mod state_file;
mod strays;
pub mod three_way;
pub mod update;
pub mod yaml;

use std::sync::Arc;

/// A message id: `[A-Za-z][A-Za-z0-9_-]*`, unique in the project also ignoring case.
pub type Id = Arc<str>;

/// A document's name: its path below the folder that its source glob starts in, with `/`.
pub type DocumentName = Arc<str>;

/// Which pair of files (resource and state) of a locale.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKey {
    /// Messages of two documents or more.
    Shared,
    /// Messages of one document, and its overrides of shared ones.
    Document(DocumentName),
}

impl FileKey {
    /// The document that the files are for alone.
    pub fn document(&self) -> Option<&DocumentName> {
        match self {
            Self::Shared => None,
            Self::Document(name) => Some(name),
        }
    }
}

/// A problem in a file of the catalog, with its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub line: u32,
    pub message: String,
}
