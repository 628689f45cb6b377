//! Writing files: only where bytes changed, each atomically, nothing half-written.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::{disk, files};
use crate::problem::FileError;

/// Writes files, or only notes what would be written.
#[derive(Debug, Default)]
pub struct Writer {
    dry_run: bool,
    written: Mutex<Vec<PathBuf>>,
    removed: Mutex<Vec<PathBuf>>,
}

impl Writer {
    pub fn new(dry_run: bool) -> Self {
        Self { dry_run, ..Self::default() }
    }

    /// Makes `path` hold `bytes`; true if it did not yet.
    pub fn put(&self, path: &Path, bytes: &[u8]) -> Result<bool, FileError> {
        self.put_over(path, bytes, |_| Ok(()))
    }

    /// The same; `rescue` is shown what is about to be overwritten, and may refuse.
    pub fn put_over(
        &self,
        path: &Path,
        bytes: &[u8],
        rescue: impl FnOnce(&[u8]) -> Result<(), FileError>,
    ) -> Result<bool, FileError> {
        if holds(path, bytes) {
            return Ok(false);
        }
        match files::read(path) {
            Ok(old) => rescue(&old)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // What cannot be looked at is not written over.
            Err(error) => return Err(FileError::io(path, "read what is to be written over", &error)),
        }
        if !self.dry_run {
            replace(path, bytes)?;
        }
        self.written.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(path.to_owned());
        Ok(true)
    }

    /// Writes a file of handback's own memory, whatever it holds: nobody edits it, and it may be large.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_memory(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        replace(path, bytes)
    }

    /// The same of what `fill` writes, piece by piece: all of it at once takes much room.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_memory_by(
        path: &Path,
        fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), FileError> {
        disk::replace_by(path, fill).map_err(|error| FileError::io(path, "write the file", &error))
    }

    /// Keeps a copy of what is about to be overwritten, beside earlier copies, and says where. It is not a
    /// file of the project.
    pub fn rescue(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, FileError> {
        let mut copy = path.to_owned();
        let mut count = 1;
        while copy.exists() && !holds(&copy, bytes) {
            count += 1;
            copy = PathBuf::from(format!("{}.{count}", path.display()));
        }
        if !self.dry_run && !copy.exists() {
            replace(&copy, bytes)?;
        }
        Ok(copy)
    }

    /// Removes a file that handback itself wrote and that says nothing any more.
    pub fn remove(&self, path: &Path) -> Result<(), FileError> {
        if !files::is_there(path) {
            return Ok(());
        }
        if !self.dry_run {
            disk::unlink(path).map_err(|error| FileError::io(path, "remove the file", &error))?;
        }
        self.removed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(path.to_owned());
        Ok(())
    }

    /// Nothing is written.
    pub fn is_dry(&self) -> bool {
        self.dry_run
    }

    /// Notes a file that was written, or is not there any more, by a transaction.
    pub fn note(&self, path: PathBuf, removed: bool) {
        let list = if removed { &self.removed } else { &self.written };
        list.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(path);
    }

    /// What was written (or would be), sorted, and what was removed.
    pub fn finish(self) -> (Vec<PathBuf>, Vec<PathBuf>) {
        let sorted = |paths: Mutex<Vec<PathBuf>>| {
            let mut paths = paths.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            paths.sort();
            paths
        };
        (sorted(self.written), sorted(self.removed))
    }
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let long_enough = std::fs::metadata(path).is_ok_and(|metadata| metadata.len() >= bytes.len() as u64);
    long_enough && files::read(path).is_ok_and(|found| is_same_text(&found, bytes))
}

/// Whether a file holds what was to be written. git gives text other line ends where `core.autocrlf` asks for them:
/// that is no change, and such a file is left as it is.
pub fn is_same_text(found: &[u8], written: &[u8]) -> bool {
    if found == written {
        return true;
    }
    let ends = memchr::memchr_iter(b'\n', written).count();
    found.len() == written.len() + ends
        && memchr::memchr(b'\r', written).is_none()
        && found.split(|byte| *byte == b'\n').zip(written.split(|byte| *byte == b'\n')).enumerate().all(
            |(at, (found, written))| {
                if at < ends { found.strip_suffix(b"\r") == Some(written) } else { found == written }
            },
        )
}

/// Writes to a temporary file in the same folder and renames it over `path`, keeping its permissions.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    disk::replace(path, bytes, false).map_err(|error| FileError::io(path, "write the file", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_only_where_they_differ() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/c.txt");
        let writer = Writer::new(false);
        assert!(writer.put(&path, b"one").unwrap());
        assert!(!writer.put(&path, b"one").unwrap());
        assert!(writer.put(&path, b"two").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn a_dry_run_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let writer = Writer::new(true);
        assert!(writer.put(&path, b"one").unwrap());
        assert!(!path.exists());
        assert_eq!(writer.finish().0, [path]);
    }
}
