//! What tells that a file or folder is as it was, without reading it: an edit that keeps size and modification time still changes the
//! time of the change, which no program can set.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// `None` if it is not there.
pub type Stamp = Option<Seal>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal {
    size: u64,
    /// Nanoseconds since 1970, like `changed`.
    pub modified: u128,
    /// When anything about the file last changed; `modified` where the system does not know.
    changed: u128,
    /// The number of the file in its file system; 0 where there is none.
    inode: u64,
}

impl Seal {
    /// When it last changed, in nanoseconds since 1970: a file that another takes the place of may be older than that.
    pub fn last_change(&self) -> u128 {
        self.modified.max(self.changed)
    }

    /// The clock of the file system counts whole seconds, so that two edits may have one time.
    fn is_coarse(&self) -> bool {
        self.changed.is_multiple_of(1_000_000_000)
    }

    fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// The stamp of a file or folder, or of what a link leads to.
pub fn stamp(path: &Path) -> Stamp {
    let metadata = std::fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let (changed, inode) = change_of(&metadata).unwrap_or((modified, 0));
    // A folder's size says nothing, and differs between file systems.
    let size = if metadata.is_dir() { 0 } else { metadata.len() };
    Some(Seal { size, modified, changed, inode })
}

#[cfg(unix)]
fn change_of(metadata: &std::fs::Metadata) -> Option<(u128, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((nanoseconds(metadata.ctime(), metadata.ctime_nsec())?, metadata.ino()))
}

#[cfg(not(unix))]
fn change_of(_: &std::fs::Metadata) -> Option<(u128, u64)> {
    None
}

/// Since 1970; `None` before it.
#[cfg(unix)]
fn nanoseconds(seconds: impl Into<i128>, nanoseconds: impl Into<i128>) -> Option<u128> {
    u128::try_from(seconds.into() * 1_000_000_000 + nanoseconds.into()).ok()
}

/// A stamp in a line of text.
pub fn shown(stamp: Stamp) -> String {
    stamp.map_or_else(|| "-".to_owned(), |seal| format!("{:016x}", seal.number()))
}

/// A folder whose files are looked at: by their names alone, where the system lets a program do that, which takes it half the time.
pub struct Folder {
    path: PathBuf,
    #[cfg(unix)]
    open: Option<std::os::fd::OwnedFd>,
}

impl Folder {
    pub fn new(path: PathBuf) -> Self {
        #[cfg(unix)]
        let open = {
            use rustix::fs::{Mode, OFlags};
            rustix::fs::open(&path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok()
        };
        Self {
            #[cfg(unix)]
            open,
            path,
        }
    }

    /// Where something in it lies; the empty name is the folder itself.
    pub fn path_of(&self, name: &str) -> PathBuf {
        if name.is_empty() { self.path.clone() } else { self.path.join(name) }
    }

    /// Whether something in it is as a line says; the empty name is the folder itself.
    pub fn holds(&self, known: &str, name: &str) -> bool {
        match if name.is_empty() { stamp(&self.path) } else { self.stamp(name) } {
            None => known == "-",
            Some(seal) => !seal.is_coarse() && u64::from_str_radix(known, 16) == Ok(seal.number()),
        }
    }

    #[cfg(unix)]
    fn stamp(&self, name: &str) -> Stamp {
        use rustix::fs::{AtFlags, FileType, statat};
        let Some(open) = &self.open else { return stamp(&self.path.join(name)) };
        let stat = statat(open, name, AtFlags::empty()).ok()?;
        let is_folder = FileType::from_raw_mode(stat.st_mode).is_dir();
        Some(Seal {
            size: if is_folder { 0 } else { u64::try_from(stat.st_size).ok()? },
            modified: nanoseconds(stat.st_mtime, stat.st_mtime_nsec)?,
            changed: nanoseconds(stat.st_ctime, stat.st_ctime_nsec)?,
            inode: stat.st_ino,
        })
    }

    #[cfg(not(unix))]
    fn stamp(&self, name: &str) -> Stamp {
        stamp(&self.path.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_file_changes_when_an_older_one_takes_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        let long_ago = UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        std::fs::File::create(&path).unwrap().set_modified(long_ago).unwrap();
        let seal = stamp(&path).unwrap();
        assert!(seal.last_change() > seal.modified, "{seal:?}");
    }

    #[test]
    fn a_file_has_one_stamp_by_its_path_and_in_its_folder() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        std::fs::write(at("a.md"), "# A quay\n").unwrap();
        std::fs::create_dir(at("media")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("a.md", at("b.md")).unwrap();
        let folder = Folder::new(root.path().to_owned());
        for name in ["a.md", "media", "b.md", "none.md"] {
            assert_eq!(folder.stamp(name), stamp(&at(name)), "{name}");
        }
        assert!(folder.holds(&shown(stamp(&at("none.md"))), "none.md"));
        let gone = Folder::new(at("gone"));
        assert!(gone.holds("-", "a.md") && gone.holds("-", "") && !gone.holds("0", "a.md"));
        // File systems whose clock counts seconds are believed never.
        let known = shown(stamp(&at("a.md")));
        assert_eq!(folder.holds(&known, "a.md"), !stamp(&at("a.md")).unwrap().is_coarse());
        std::fs::write(at("a.md"), "# A longer pier\n").unwrap();
        assert!(!folder.holds(&known, "a.md"), "another size");
    }
}
