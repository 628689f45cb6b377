//! The project as read and merged. The way that data goes:
//!
//! 1. **read** ([`read()`]): sources, reference and locales ([`crate::project::store`]);
//! 2. **parse** ([`parse`]): bytes to [`Document`]s, values of variables lifted out;
//! 3. **extract** ([`Snapshot::of`], with step 2 and 4): every unit finds its message ([`handback_core::drift::assign`]);
//! 4. **merge**: each locale is brought up to the new reference ([`handback_core::catalog::merge`]);
//! 5. **translate**: what is missing or stale gets a draft (the command of that name);
//! 6. **render**: documents and catalog to localized bytes ([`handback_core::render`]; the room of pages puts them on disk);
//! 7. **write** ([`write`](mod@write)): only what changed, each file atomically.

pub mod around;
pub mod counts;
pub mod describe;
pub mod destination;
pub mod extract;
mod flavor_hint;
pub mod hand_off;
pub(crate) mod hash_form;
pub mod judging;
mod locale_input;
pub(crate) mod memory;
pub mod missing;
pub mod names;
pub mod narrow;
pub mod own;
mod publish;
pub mod read;
pub mod records;
mod reform;
pub mod relinked;
pub mod say;
pub mod selections;
pub mod standing;
mod ties;
pub mod turns;
pub mod unaffected;
pub mod view;
mod words;
pub mod write;

use std::sync::Arc;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::document::Document;
use handback_core::drift::assign::Extraction;
use handback_core::text::fingerprint::Fingerprint;
use handback_core::translate::glossary::Glossary;
use handback_core::variables::choices::Choices;
use handback_core::variables::choose::{self, Lifted};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

pub use locale_input::LocaleInput;
pub use names::Names;
pub use read::{Inputs, Scope, SourceText, read, read_locales};
pub use view::{LocaleView, PageView, Snapshot, UnitView};

use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// Step 2: parses all documents, and lifts the values of their variables out of their texts.
pub fn parse<'s>(config: &Config, inputs: &'s Inputs) -> (Vec<Document<'s>>, Lifted) {
    let mut documents = parse_documents(config, inputs);
    let names: Vec<&DocumentName> = inputs.sources.iter().map(|source| &source.name).collect();
    let outside: Vec<&Choices> = inputs.elsewhere.choices.iter().map(|(_, choices)| &**choices).collect();
    let known = choose::Known {
        outside: &outside,
        names: &names,
        source_locale: &config.source_locale,
        variables: &config.variables,
        reference: &inputs.reference,
        kept: &inputs.kept,
        lift: config.lift,
    };
    let lifted = choose::lift(&mut documents, known);
    (documents, lifted)
}

/// Parses all documents, with their values where they stand.
pub fn parse_documents<'s>(config: &Config, inputs: &'s Inputs) -> Vec<Document<'s>> {
    let parse = |source: &'s SourceText| Document::parse(&source.text, source.source.syntax, &config.parse);
    inputs.sources.par_iter().map(parse).collect()
}

/// What steps 3 and 4 found. What is the same for every locale is held together by all snapshots that have it.
#[derive(Debug, Default)]
pub struct Analysis {
    pub extraction: Arc<Extraction>,
    /// For each document in scope, the message of each unit, also of those that are not translatable.
    pub ids: Arc<Vec<Vec<Option<Id>>>>,
    /// Texts that nobody translates, by the id that a locale's own wording has.
    untranslatable: Arc<FxHashMap<Id, Fingerprint>>,
    /// Locales that were asked for, brought up to the new reference.
    pub locales: Vec<LocaleAnalysis>,
    /// Hashes of the ids of overrides, of which it takes the documents outside to say what they are of.
    pub unsure: FxHashSet<u64>,
    /// The variables of the documents in scope, and their texts with the values lifted.
    pub lifted: Arc<Lifted>,
}

/// A locale after the merge.
#[derive(Debug)]
pub struct LocaleAnalysis {
    pub locale: Locale,
    pub catalog: LocaleCatalog,
    pub terms: String,
    pub glossary: Option<Glossary>,
    /// Files that could not be used; the pages that need them are left alone.
    pub unusable: Vec<FileKey>,
    /// Nobody knows what the locale holds: a folder of it, or the reference, could not be read.
    pub unknown: bool,
    /// As it was read, a resource had messages that cannot be read.
    pub had_unreadable: bool,
    pub changes: Vec<Change>,
    /// Resources that changed, with what they will hold.
    pub resources: Vec<(FileKey, String)>,
    pub pages: PagesOfLocale,
    /// What has no translation here, nor where the locale falls back to.
    pub missing: missing::Missing,
}

/// What is known of the localized pages of a locale before they are looked at.
#[derive(Debug, Default)]
pub struct PagesOfLocale {
    /// Documents whose pages are handed off in this run, with the hash of the source that the last page was made from;
    /// `None` where this is the first page.
    pub handed_off: FxHashMap<DocumentName, Option<String>>,
    /// Documents in whose place a page lies that handback did not write: it is left alone.
    pub foreign: FxHashSet<DocumentName>,
    /// Documents that have no page: too little of them is translated (`publish`).
    pub unpublished: FxHashSet<DocumentName>,
    /// Those of them in whose place nothing lies; known once pages are handed off.
    pub absent: FxHashSet<DocumentName>,
    /// Those of them in whose place handback left a page, with whether it is as handback wrote it.
    pub left: Vec<(DocumentName, bool)>,
    /// Wordings that decisions of a review replaced: pages may hold them still.
    pub replaced: Vec<(Id, Pattern)>,
}

impl From<LocaleInput> for LocaleAnalysis {
    fn from(input: LocaleInput) -> Self {
        let had_unreadable = input.catalog.files.values().any(|file| file.resource.has_unreadable());
        Self {
            had_unreadable,
            locale: input.locale,
            catalog: input.catalog,
            terms: input.terms,
            glossary: input.glossary,
            unusable: input.unusable,
            unknown: input.unknown,
            changes: Vec::new(),
            resources: Vec::new(),
            pages: PagesOfLocale::default(),
            missing: missing::Missing::default(),
        }
    }
}
