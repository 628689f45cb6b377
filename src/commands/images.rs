//! `images: copy`: files beside the sources that localized pages name are copied beside the pages.
//!
//! What lies there already is left alone: it is the locale's own. Only a copy of an earlier version of the very file, which git
//! tells, is brought up to date.

use std::path::{Path, PathBuf};

use handback_core::text::limits::LARGEST_STORE;

use crate::checks::links::Links;
use crate::problem::{FileError, Problems};
use crate::project::write::Writer;
use crate::project::{files, git};
use crate::snapshot::{LocaleView, Snapshot};

/// Copies what the pages of some locales name; returns all files that the result depends on.
pub fn copy<'s>(
    snapshot: &'s Snapshot<'s>,
    locales: impl Iterator<Item = LocaleView<'s>>,
    links: &Links<'_>,
    writer: &Writer,
    problems: &mut Problems,
) -> Vec<PathBuf> {
    let root = &snapshot.config.root;
    let mut all = Vec::new();
    for locale in locales {
        let own = snapshot.config.locale_called(locale.name());
        let folders: Vec<String> = snapshot.config.trees.iter().map(|tree| tree.output.folder(&own)).collect();
        // Nothing is put outside of the folder that the locale's own lies in.
        let is_within = |at: &str| {
            let around = folders.iter().filter_map(|folder| Path::new(folder).parent());
            let around = around.filter(|folder| !folder.as_os_str().is_empty());
            folders.iter().map(Path::new).chain(around).any(|folder| Path::new(at).starts_with(folder))
        };
        for (at, beside) in links.files_of(locale).into_iter().filter(|(at, _)| is_within(at)) {
            let (to, from) = (root.join(&at), root.join(&beside));
            problems.extend(put(&from, &to, writer).err());
            all.extend([from, to]);
        }
    }
    links.forget_folders(&all);
    all
}

/// Copies a file, unless something of its own lies there.
fn put(from: &Path, to: &Path, writer: &Writer) -> Result<(), FileError> {
    let bytes = files::read_at_most(from, LARGEST_STORE)
        .map_err(|error| FileError::io(from, "read what is to be copied", &error))?;
    if files::is_there(to) {
        let old = files::read_at_most(to, LARGEST_STORE)
            .map_err(|error| FileError::io(to, "read what lies beside the page", &error))?;
        if old != bytes && !git::was(from, to) {
            return Ok(());
        }
    }
    writer.put(to, &bytes).map(|_| ())
}
