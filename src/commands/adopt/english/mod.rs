//! Finds the English that a page was made from.
//!
//! 1. The hash that the page names, of today's source, a file of `--source-at`, the commit that the page names, or any
//!    version that git has.
//! 2. The commit that the page names, where it names no hash.
//! 3. The version that has the texts which the page keeps in comments.
//! 4. Else the version that the page fits best, of those around the time of the page, `--source-at`, and today's: a
//!    presumption, which proves nothing.

pub mod comments;
mod fit;
mod said;
mod trees;

use std::path::PathBuf;

use handback_core::document::Document;
use handback_core::text::limits::LARGEST_DOCUMENT;
use serde::Serialize;

pub use comments::Comments;
pub use said::said;

use super::AdoptJob;
use super::page::PageMetadata;
use super::read::Provenance;
use crate::problem::FileError;
use crate::project::{files, hash};
use crate::settings::config::Config;
use crate::settings::tree::tree_of;
use crate::snapshot::{PageView, SourceText};
pub use trees::Session;
use trees::Trees;

/// By what the English of a page was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// The hash that the page names.
    Hash,
    /// The commit that the page names in `ms.sourcegitcommit`.
    Commit,
    /// The commit that the page names in a key of its front matter.
    Key,
    /// The English that the page keeps in comments.
    Comments,
    /// The time of the page, and how well it fits.
    Date,
    /// How well the page fits, where nobody knows its time.
    Fit,
    /// It lies in `--source-at`, and the page fits it.
    SourceAt,
    /// Nothing better than the English of today was found.
    Today,
}

/// The English of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct English {
    pub found_by: FoundBy,
    /// Where git has it.
    pub commit: Option<String>,
    /// `None` if it is today's.
    pub text: Option<String>,
    /// The page itself says so; of `Comments` this holds for the units that have one.
    pub proven: bool,
    /// A commit that the page names and git does not have.
    pub unknown_commit: Option<String>,
}

impl English {
    fn new(found_by: FoundBy, source: &SourceText, text: String) -> Self {
        let text = Some(text).filter(|text| *text != source.text);
        let proven = matches!(found_by, FoundBy::Hash | FoundBy::Commit | FoundBy::Key);
        Self { found_by, commit: None, text, proven, unknown_commit: None }
    }

    /// What is known of the page's age.
    pub fn provenance(&self) -> Provenance {
        match (self.proven, &self.text) {
            (true, None) => Provenance::Today,
            (true, Some(_)) => Provenance::Earlier,
            (false, _) => Provenance::Unproven,
        }
    }

    fn at(self, commit: &str) -> Self {
        Self { commit: Some(commit.to_owned()), ..self }
    }
}

/// A page whose English is looked for.
#[derive(Clone, Copy)]
pub struct Asked<'p> {
    pub view: PageView<'p>,
    pub page: &'p Document<'p>,
    pub metadata: &'p PageMetadata,
    pub comments: Option<&'p Comments>,
    /// Brings back the English with the hash that the page names, as far as the catalog knows it.
    pub known: &'p dyn Fn() -> Option<String>,
}

/// The search for the English of the pages of a run.
pub struct Search<'a> {
    config: &'a Config,
    source_at: Option<PathBuf>,
    trees: Trees,
}

impl<'a> Search<'a> {
    /// `pages`: the documents whose pages are looked at, and where these lie.
    pub fn new(config: &'a Config, job: &AdoptJob, pages: &[(PageView<'_>, PathBuf)]) -> Self {
        Self { config, source_at: job.source_at.clone(), trees: Trees::new(pages) }
    }

    /// Finds the English of a page.
    ///
    /// # Errors
    /// The older English lies in `--source-at`, and cannot be read.
    pub fn find(&self, session: &mut Session, asked: Asked<'_>) -> Result<English, FileError> {
        let source = asked.view.source();
        let beside = self.beside(source)?;
        if let Some(wanted) = &asked.metadata.hash {
            let found = self.by_hash(session, asked, wanted, beside.as_deref());
            if let Some((commit, text)) = found {
                let english = English::new(FoundBy::Hash, source, text);
                return Ok(English { commit, ..english });
            }
        }
        let named = self.by_commit(session, asked);
        match named {
            Ok(Some(english)) if asked.metadata.hash.is_none() => return Ok(english),
            _ => {}
        }
        let found = self.by_fit(session, asked, beside, named.as_ref().ok().cloned().flatten());
        Ok(English { unknown_commit: named.err(), ..found })
    }

    /// Whether the history that git has is cut off.
    pub fn is_shallow(&self) -> bool {
        self.trees.is_shallow()
    }

    /// The file of `--source-at`.
    fn beside(&self, source: &SourceText) -> Result<Option<String>, FileError> {
        let Some(folder) = &self.source_at else { return Ok(None) };
        // As the document is named, or as its tree names it.
        let names = [&*source.name, tree_of(&self.config.trees, &source.name).1];
        let path = names.iter().map(|name| folder.join(name)).find(|path| files::is_there(path));
        let Some(path) = path else { return Ok(None) };
        let shown = || self.config.shown(&path);
        let bytes = files::read_at_most(&path, LARGEST_DOCUMENT)
            .map_err(|error| FileError::io(shown(), "read the older English", &error))?;
        let not_utf8 = |_| FileError::new(shown(), "not UTF-8: save the older English as UTF-8");
        String::from_utf8(bytes).map(Some).map_err(not_utf8)
    }

    /// The English with a hash, and the commit that has it where it comes from git.
    fn by_hash(
        &self,
        session: &mut Session,
        asked: Asked<'_>,
        wanted: &str,
        beside: Option<&str>,
    ) -> Option<(Option<String>, String)> {
        let today = &asked.view.source().text;
        let is_wanted = |text: &&str| hash::names(wanted, text.as_bytes());
        if let Some(text) = [Some(today.as_str()), beside].into_iter().flatten().find(is_wanted) {
            return Some((None, text.to_owned()));
        }
        if let Some(text) = (asked.known)() {
            return Some((None, text));
        }
        let at = self.trees.at(asked.view.index);
        let named = asked.metadata.commit.as_deref();
        if let Some(file) = named.and_then(|commit| session.file_at(&at, commit))
            && hash::names(wanted, file.text.as_bytes())
        {
            return Some((named.map(str::to_owned), file.text));
        }
        let versions = at.history().versions.iter();
        versions
            .filter_map(|version| Some((Some(version.commit.to_string()), session.blob(&at, &version.blob)?)))
            .find(|(_, text)| hash::names(wanted, text.as_bytes()))
    }

    /// The English at the commit that a page names; `Err` with the commit if git does not have it.
    fn by_commit(&self, session: &mut Session, asked: Asked<'_>) -> Result<Option<English>, String> {
        let named = asked.metadata.commit.as_deref().map(|commit| (FoundBy::Commit, commit));
        let key = asked.metadata.named_commit.as_ref().map(|commit| commit.to_ascii_lowercase());
        let key = key.as_deref().map(|commit| (FoundBy::Key, commit));
        let Some((found_by, commit)) = named.or(key) else { return Ok(None) };
        let at = self.trees.at(asked.view.index);
        match session.file_at(&at, commit) {
            Some(file) => Ok(Some(English::new(found_by, asked.view.source(), file.text).at(commit))),
            None => Err(commit.to_owned()),
        }
    }

    /// The English that the comments of a page are of, or else that it fits best.
    fn by_fit(
        &self,
        session: &mut Session,
        asked: Asked<'_>,
        beside: Option<String>,
        named: Option<English>,
    ) -> English {
        let source = asked.view.source();
        let beside = beside.map(|text| English::new(FoundBy::SourceAt, source, text));
        // A hash that it does not have makes the commit a hint.
        let hints = named.map(|english| English { proven: false, ..english }).into_iter().chain(beside);
        let (at, options) = (self.trees.at(asked.view.index), &self.config.parse);
        let today = || English::new(FoundBy::Today, source, source.text.clone());
        let mut best = |quality: &dyn Fn(&Document<'_>) -> f32| {
            let around = fit::around(session, &at, source, asked.metadata);
            let candidates = hints.clone().chain(around).chain(std::iter::once_with(today));
            fit::best(asked.view, options, candidates, quality)
        };
        if let Some(comments) = asked.comments
            && let Some((share, english)) = best(&|english| comments.share_in(english))
            && share >= comments::MOST
        {
            return English { found_by: FoundBy::Comments, proven: true, ..english };
        }
        best(&|english| fit::quality(english, asked.page)).map_or_else(today, |(_, english)| english)
    }
}
