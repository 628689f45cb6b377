//! Which files lie on disk, in exactly which letters: also where the file system does not care.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use super::aim::split;
use crate::project::sought::{Name, Sought};

/// Whether a file or folder is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    There,
    /// In other letters: only the case differs.
    Misspelt(String),
    Absent,
    /// The folder cannot be listed.
    Unknown,
}

/// Names in a folder, and how each is written.
struct Listing {
    names: FxHashSet<String>,
    /// By the name in small letters.
    written: FxHashMap<String, String>,
}

/// A listing, `None` of a folder that is not there, an error of one that cannot be listed.
type Listed = Result<Option<Arc<Listing>>, ()>;

/// The folders that were looked into.
pub struct Folders {
    root: PathBuf,
    /// By path below the root.
    known: Mutex<FxHashMap<String, Folder>>,
}

#[derive(Default)]
struct Folder {
    /// `None`: it is to be looked into again.
    listed: Option<Listed>,
    /// The names that were asked for, also where it is not there or cannot be listed.
    asked: FxHashSet<Name>,
}

impl Folders {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), known: Mutex::default() }
    }

    /// Looks for a file or folder; the path is below the root (or a whole one), with `/`.
    pub fn look(&self, path: &str) -> Presence {
        if path.is_empty() || path == "." {
            return Presence::There;
        }
        let (folder, name) = split(path);
        // Above the project nobody asks for letters.
        let outside = path.starts_with(['/', '.']) || path.contains(':');
        match if outside { Presence::There } else { self.look(folder) } {
            Presence::There => {}
            Presence::Misspelt(folder) => {
                let path = format!("{folder}/{name}");
                return match self.look(&path) {
                    Presence::There => Presence::Misspelt(path),
                    other => other,
                };
            }
            other => return other,
        }
        let listing = match self.listing(folder, name) {
            Ok(Some(listing)) => listing,
            Ok(None) => return Presence::Absent,
            Err(()) => return Presence::Unknown,
        };
        if listing.names.contains(name) {
            return Presence::There;
        }
        match listing.written.get(&name.to_lowercase()) {
            Some(written) if folder.is_empty() => Presence::Misspelt(written.clone()),
            Some(written) => Presence::Misspelt(format!("{folder}/{written}")),
            None => Presence::Absent,
        }
    }

    /// What is in a folder, which is asked for a name.
    fn listing(&self, folder: &str, name: &str) -> Listed {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains_key(folder) {
            known.insert(folder.to_owned(), Folder::default());
        }
        let Some(known) = known.get_mut(folder) else { return Err(()) };
        known.asked.insert(Name::of(name));
        let listed = known.listed.get_or_insert_with(|| match list(&self.root.join(folder)) {
            Ok(listing) => Ok(Some(Arc::new(listing))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(_) => Err(()),
        });
        listed.clone()
    }

    /// Looks again where files were written since.
    pub fn forget<'p>(&self, written: impl Iterator<Item = &'p Path>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let changed: FxHashSet<&Path> = written.flat_map(|path| path.ancestors().skip(1)).collect();
        let changed = known.iter_mut().filter(|(folder, _)| changed.contains(self.root.join(folder).as_path()));
        changed.for_each(|(_, folder)| folder.listed = None);
    }

    /// Every file that was looked for.
    pub fn sought(&self) -> Sought {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().map(|(folder, known)| (self.root.join(folder), known.asked.iter().copied())).collect()
    }
}

fn list(folder: &Path) -> std::io::Result<Listing> {
    let mut listing = Listing { names: FxHashSet::default(), written: FxHashMap::default() };
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        listing.written.insert(name.to_lowercase(), name.clone());
        listing.names.insert(name);
    }
    Ok(listing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_on_every_file_system() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("Media")).unwrap();
        std::fs::write(root.path().join("Media/a.png"), "").unwrap();
        let folders = Folders::new(root.path());
        for (path, expected) in [
            ("Media/a.png", Presence::There),
            ("Media", Presence::There),
            ("Media/A.png", Presence::Misspelt("Media/a.png".into())),
            ("media/a.PNG", Presence::Misspelt("Media/a.png".into())),
            ("Media/b.png", Presence::Absent),
            ("Media/b/c.png", Presence::Absent),
            ("other/b.png", Presence::Absent),
        ] {
            assert_eq!(folders.look(path), expected, "{path}");
        }
    }
}
