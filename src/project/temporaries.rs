//! Temporary files of runs that were killed.

use std::path::{Path, PathBuf};

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
    let (before, _) = config.output.split_once("{locale}").unwrap_or((&config.output, ""));
    let base = before.rsplit_once('/').map_or("", |(folder, _)| folder);
    let output = match base {
        // Locales lie in the folder of the project, beside everything else.
        "" => config.locales.iter().filter_map(|locale| output_of(config, &locale.name)).collect(),
        base => vec![config.root.join(base)],
    };
    let own = [WORK_FOLDER, RESCUED_FOLDER].map(|folder| config.root.join(folder));
    let mut folders = vec![config.resources.clone()];
    folders.extend(own);
    folders.extend(output);
    folders
}

/// The folder of the pages of one locale.
fn output_of(config: &Config, locale: &str) -> Option<PathBuf> {
    let filled = config.output.replace("{locale}", locale);
    let (before, _) = filled.split_once("{path}")?;
    let folder = before.rsplit_once('/')?.0;
    Some(config.root.join(Path::new(folder)))
}
