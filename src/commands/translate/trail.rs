//! What a run of drafts wrote, and what it found beside that: tells whether others edited meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustc_hash::FxHashSet;

/// What lies at a path.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    File(u64, Option<SystemTime>),
    Folder(BTreeSet<OsString>),
}

impl Found {
    fn at(path: &Path) -> Self {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
                Self::Folder(entries.map(|entry| entry.file_name()).collect())
            }
            Ok(metadata) => Self::File(metadata.len(), metadata.modified().ok()),
            Err(_) => Self::Nothing,
        }
    }
}

/// What a run of drafts wrote and removed, and how everything that it goes by lay there then.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    found: BTreeMap<PathBuf, Found>,
    written: Vec<PathBuf>,
    removed: Vec<PathBuf>,
}

impl Trail {
    /// Notes how files and folders lie there.
    pub fn watch<'p>(&mut self, paths: impl IntoIterator<Item = &'p Path>) {
        self.found.extend(paths.into_iter().map(|path| (path.to_owned(), Found::at(path))));
    }

    /// Notes what a writer wrote and removed, right after it did.
    pub fn wrote(&mut self, (written, removed): (Vec<PathBuf>, Vec<PathBuf>)) {
        self.watch(written.iter().chain(&removed).map(PathBuf::as_path));
        self.written.extend(written);
        self.removed.extend(removed);
    }

    /// Whether somebody else changed, added or removed anything since it was noted.
    pub fn is_crossed(&self) -> bool {
        self.found.iter().any(|(path, before)| match (before, Found::at(path)) {
            (Found::Folder(before), Found::Folder(now)) => {
                before.symmetric_difference(&now).any(|name| !self.knows(&path.join(name)))
            }
            (Found::Nothing, Found::Folder(now)) => now.iter().any(|name| !self.knows(&path.join(name))),
            (before, now) => *before != now,
        })
    }

    /// A file that is noted itself, or a folder of such.
    fn knows(&self, path: &Path) -> bool {
        self.found.range(path.to_owned()..).next().is_some_and(|(next, _)| next.starts_with(path))
    }

    /// Adds what was written and is still there, and what was removed and is not. What somebody else wrote over it is theirs, unless
    /// this run did so later: then it is among `written`.
    pub fn add_to(self, written: &mut Vec<PathBuf>, removed: &mut Vec<PathBuf>) {
        if self.written.is_empty() && self.removed.is_empty() {
            return;
        }
        let later: FxHashSet<PathBuf> = written.iter().cloned().collect();
        let is_own = |path: &PathBuf| {
            later.contains(path) || self.found.get(path).is_none_or(|before| *before == Found::at(path))
        };
        written.extend(self.written.into_iter().filter(is_own));
        removed.extend(self.removed);
        written.retain(|path| path.exists());
        removed.retain(|path| !path.exists());
        for paths in [written, removed] {
            paths.sort();
            paths.dedup();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_others_write_crosses_a_trail() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let write = |name: &str, text: &str| std::fs::write(path(name), text).unwrap();
        write("a", "one");
        let mut trail = Trail::default();
        trail.watch([folder.path(), &path("a"), &path("new")]);
        std::fs::create_dir(path("new")).unwrap();
        write("new/b", "ours");
        trail.wrote((vec![path("new/b")], Vec::new()));
        assert!(!trail.is_crossed());
        write("new/c", "another's");
        assert!(trail.is_crossed());
        std::fs::remove_file(path("new/c")).unwrap();
        assert!(!trail.is_crossed());
        write("a", "another");
        assert!(trail.is_crossed());
    }

    #[test]
    fn a_file_that_somebody_wrote_over_is_not_among_those_of_a_trail() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let mut trail = Trail::default();
        for name in ["a", "b", "c", "d"] {
            std::fs::write(path(name), "ours").unwrap();
            trail.wrote((vec![path(name)], Vec::new()));
        }
        std::fs::write(path("b"), "another's").unwrap();
        std::fs::write(path("c"), "ours again").unwrap();
        std::fs::remove_file(path("d")).unwrap();
        let (mut written, mut removed) = (vec![path("c")], Vec::new());
        trail.add_to(&mut written, &mut removed);
        assert_eq!(written, [path("a"), path("c")]);
    }
}
