//! Localized pages that no document has any more.

use std::path::{Path, PathBuf};

use handback_core::catalog::{DocumentName, FileKey};
use handback_core::text::fingerprint::short_hash;
use rustc_hash::FxHashSet;

use crate::settings::config::Config;
use crate::snapshot::{LocaleView, Snapshot};

/// What locales know of such pages; they may be added one after the other.
#[derive(Default)]
pub struct Left {
    /// Documents that are gone, and that the reference of the last sync or a locale remembers.
    gone: FxHashSet<DocumentName>,
    /// Pages that handback left in the place of documents that are not published, each with whether it is as handback wrote it.
    pub unpublished: Vec<(PathBuf, bool)>,
}

impl Left {
    /// What all locales of a snapshot know.
    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let mut left = Self::default();
        left.add(snapshot, |_| true);
        left
    }

    /// Adds what those locales of a snapshot know that are `wanted`, by name.
    pub fn add(&mut self, snapshot: &Snapshot<'_>, wanted: impl Fn(&str) -> bool) {
        let new = &snapshot.reference().documents;
        let last = snapshot.last().documents.keys();
        self.gone.extend(last.filter(|name| !new.contains_key(*name)).cloned());
        for locale in snapshot.locales().filter(|locale| wanted(locale.name())) {
            let documents = locale.own().catalog.files.keys().filter_map(FileKey::document);
            self.gone.extend(documents.filter(|name| !new.contains_key(*name)).cloned());
            self.unpublished.extend(unpublished(locale));
        }
    }

    /// The pages, in all locales, of documents that are gone, and others that lie where no document has a page.
    pub fn orphans(&self, snapshot: &Snapshot<'_>) -> Vec<PathBuf> {
        let (config, new) = (snapshot.config, &snapshot.reference().documents);
        let gone = self.gone.iter().flat_map(|name| pages_of(config, name));
        let mut paths: Vec<PathBuf> = gone.filter(|path| path.is_file()).collect();
        // What was written under a name that the reference does not remember any more.
        let current = PagesOf::of(config, new.keys().chain(&snapshot.inputs.kept));
        paths.extend(snapshot.written().paths().filter(|path| !current.contains(path) && path.is_file()));
        paths.sort();
        paths.dedup();
        paths
    }
}

/// The pages of documents in all locales, as hashes: there may be a hundred thousand.
pub(super) struct PagesOf(FxHashSet<u64>);

impl PagesOf {
    pub fn of<'n>(config: &Config, names: impl Iterator<Item = &'n DocumentName>) -> Self {
        Self(names.flat_map(|name| pages_of(config, name)).map(|path| Self::hash(&path)).collect())
    }

    pub fn contains(&self, path: &Path) -> bool {
        self.0.contains(&Self::hash(path))
    }

    fn hash(path: &Path) -> u64 {
        short_hash(&path.to_string_lossy())
    }
}

fn pages_of(config: &Config, name: &DocumentName) -> impl Iterator<Item = PathBuf> {
    config.locales.iter().map(move |locale| config.output_path(&locale.name, name))
}

fn unpublished(locale: LocaleView<'_>) -> impl Iterator<Item = (PathBuf, bool)> {
    let left = locale.own().pages.left.iter();
    left.map(move |(name, is_ours)| (locale.snapshot.config.output_path(locale.name(), name), *is_ours))
}
