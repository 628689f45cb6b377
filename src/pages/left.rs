//! Localized pages that no document has any more.

use std::path::PathBuf;

use handback_core::catalog::{DocumentName, FileKey};
use rustc_hash::FxHashSet;

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
        let of = |name: &DocumentName| {
            config.locales.iter().map(|locale| config.output_path(&locale.name, name)).collect::<Vec<_>>()
        };
        let mut paths: Vec<PathBuf> = self.gone.iter().flat_map(of).filter(|path| path.is_file()).collect();
        // What was written under a name that the reference does not remember any more.
        let current: FxHashSet<PathBuf> = new.keys().chain(&snapshot.inputs.kept).flat_map(of).collect();
        paths.extend(snapshot.written().paths().filter(|path| !current.contains(path) && path.is_file()));
        paths.sort();
        paths.dedup();
        paths
    }
}

fn unpublished(locale: LocaleView<'_>) -> impl Iterator<Item = (PathBuf, bool)> {
    let left = locale.own().pages.left.iter();
    left.map(move |(name, is_ours)| (locale.snapshot.config.output_path(locale.name(), name), *is_ours))
}
