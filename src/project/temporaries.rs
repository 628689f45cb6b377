//! Temporary files of runs that were killed.

use std::path::PathBuf;

use ignore::{DirEntry, WalkBuilder};

use super::disk;
use super::journal;
use super::lock::WORK_FOLDER;
use super::paths::RESCUED_FOLDER;
use crate::settings::config::Config;

/// Removes the temporary files below the folders that handback writes to; the project's lock is held. Those that a
/// damaged note speaks of stay until somebody looked at it.
pub(super) fn remove(config: &Config) {
    if journal::is_there(config) || journal::is_damaged(config) {
        return;
    }
    for folder in folders(config) {
        let hidden = |entry: &DirEntry| entry.depth() == 0 || entry.file_name() != ".git";
        let walk = WalkBuilder::new(folder).standard_filters(false).filter_entry(hidden).build();
        for entry in walk.flatten().filter(is_temporary) {
            // One that cannot be removed is in nobody's way.
            let _ = disk::unlink(entry.path());
        }
    }
}

fn is_temporary(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && entry.file_name().to_str().is_some_and(disk::is_temporary)
}

/// Resources, pages, and the work folder.
fn folders(config: &Config) -> Vec<PathBuf> {
    let outputs = config.trees.iter().flat_map(|tree| match tree.output.common_folder().as_str() {
        // Locales lie in the folder of the project, beside everything else.
        "" => config.locales.iter().map(|locale| config.root.join(tree.output.folder(locale))).collect(),
        folder => vec![config.root.join(folder)],
    });
    let own = [WORK_FOLDER, RESCUED_FOLDER].map(|folder| config.root.join(folder));
    let mut folders = vec![config.resources.clone()];
    folders.extend(own);
    folders.extend(outputs);
    folders.sort();
    folders.dedup();
    folders
}
