//! Which English somebody saw who committed a wording.
//!
//! Translators may commit resources alone, from a branch that knows nothing of what the English became elsewhere. After the merge
//! their wording is no translation of today's English; what it is one of, the reference in their commit says.

use std::sync::{Arc, Mutex, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation::{self, Part};
use handback_core::catalog::resource::Resource;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::drift::severity::{Severity, classify};
use handback_core::variables::inline::mask::mask;
use rustc_hash::FxHashMap;

use super::Records;
use crate::project::paths::{resource_stem, slashed};
use crate::project::{discover, git};

/// Files at commits, by the name that git has for them; each is read once.
#[derive(Default)]
pub(super) struct AtCommits {
    references: Mutex<FxHashMap<String, Option<Arc<Resource>>>>,
    /// Without line ends, and with one blank between words.
    documents: Mutex<FxHashMap<String, Option<Arc<str>>>>,
}

/// A text with one blank between its words.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Records<'_> {
    /// See [`handback_core::catalog::evidence::Evidence::seen`].
    pub(super) fn english_at_commit(
        &self,
        file: &FileKey,
        id: &Id,
        today: &str,
        documents: &[&DocumentName],
    ) -> Option<String> {
        let blame = self.committed(file, id)?;
        let prefix = git::prefix(&self.folder())?;
        let stem = blame.path.strip_prefix(&prefix)?.strip_suffix(".ftl")?;
        let shared = resource_stem(&FileKey::Shared);
        let own = documents.iter().map(|name| resource_stem(&FileKey::Document((*name).clone())));
        // In the file of the same name, among the shared ones, or, if it was not shared yet, in that of a document.
        let mut places = [stem.to_owned(), shared].into_iter().chain(own);
        let english = places.find_map(|stem| self.english_of(&blame.commit, &stem, id))?;
        if english == today {
            return None;
        }
        // Values that one of them has lifted are no other English, and what else is small the judge sees in the wording.
        let hidden = |text: &str| mask(text).map_or_else(|| text.to_owned(), |masked| masked.mask);
        let is_lifted =
            notation::placeables(&english).ne(notation::placeables(today)) || hidden(&english) == hidden(today);
        if is_lifted || classify(&english, today, &|_| true).severity != Severity::Substantive {
            return None;
        }
        let is_of_today = documents.iter().any(|name| self.says(&blame.commit, name, today));
        (!is_of_today).then_some(english)
    }

    /// The text of a message in a file of the reference at a commit.
    fn english_of(&self, commit: &str, stem: &str, id: &Id) -> Option<String> {
        let name = format!("{commit}:../{}/{stem}.ftl", self.config.source_locale);
        let mut references = self.at_commits.references.lock().unwrap_or_else(PoisonError::into_inner);
        let resource = references.entry(name).or_insert_with_key(|name| {
            let text = read(&self.folder(), name)?;
            Resource::parse(text).ok().map(Arc::new)
        });
        match resource.as_ref()?.get(id)?.pattern.as_ref()? {
            Pattern::Text(text) => Some(text.clone()),
            Pattern::Complex(_) => None,
        }
    }

    /// Whether a document said a text at a commit. The reference of that commit may be older than its documents.
    fn says(&self, commit: &str, document: &DocumentName, text: &str) -> bool {
        let mut documents = self.at_commits.documents.lock().unwrap_or_else(PoisonError::into_inner);
        let mut places = discover::places(self.config, document).map(|place| format!("{commit}:./{}", slashed(&place)));
        places.any(|name| {
            let known = documents.entry(name).or_insert_with_key(|name| {
                let text = read(&self.config.root, name)?;
                Some(in_one_line(&text).into())
            });
            let words = |part| match part {
                Part::Text(words) => Some(in_one_line(words)),
                Part::Placeable(_) => None,
            };
            known
                .as_deref()
                .is_some_and(|known| notation::parts(text).filter_map(words).all(|part| known.contains(&part)))
        })
    }
}

fn read(folder: &std::path::Path, name: &str) -> Option<String> {
    String::from_utf8(git::blobs(folder, &[name.to_owned()])?.pop()??).ok()
}
