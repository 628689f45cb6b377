//! Every call that changes the disk, one function each, so that a test can make any of them fail ([`super::faults`]).

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::faults::gate;
use super::lock::WORK_FOLDER;

/// How the names of temporary files begin.
const PREFIX: &str = ".handback-";
/// How many letters and digits follow.
const RANDOM: usize = 6;

/// Temporary files that could not be removed in this process.
static LEFT_BEHIND: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file that is not in its place yet. Unless it gets there, it is removed.
#[derive(Debug)]
pub struct Temporary {
    path: PathBuf,
    keep: bool,
}

impl Temporary {
    /// Writes a new file beside `target`, with its permissions; the folder is made if it is not there. With `flush` the
    /// bytes have reached the disk when this returns.
    pub fn beside(target: &Path, bytes: &[u8], flush: bool) -> io::Result<Self> {
        let folder = target.parent().unwrap_or(Path::new("."));
        let (mut file, temporary) = match create(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_folder(folder)?;
                create(folder)?
            }
            other => other?,
        };
        write(&mut file, &temporary.path, bytes)?;
        if let Ok(metadata) = std::fs::metadata(target) {
            gate(&temporary.path)?;
            file.set_permissions(metadata.permissions())?;
        }
        if flush {
            gate(&temporary.path)?;
            file.sync_all()?;
        }
        Ok(temporary)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file into its place.
    pub fn rename(mut self, target: &Path) -> io::Result<()> {
        rename(&self.path, target)?;
        self.keep = true;
        Ok(())
    }

    /// Leaves the file where it is: it is noted elsewhere what it is for.
    pub fn keep(mut self) -> PathBuf {
        self.keep = true;
        std::mem::take(&mut self.path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.keep && unlink(&self.path).is_err() {
            LEFT_BEHIND.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut self.path));
        }
    }
}

/// Writes behind what a file holds; the file and its folder are made if they are not there.
pub fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        make_folder(folder)?;
    }
    gate(path)?;
    let mut file = File::options().create(true).append(true).open(path)?;
    write(&mut file, path, bytes)
}

/// True if this process could not remove a temporary file, and it is none of another project's.
pub fn left_behind(root: &Path) -> bool {
    let is_others = |path: &PathBuf| {
        let mut above = path.ancestors().filter(|folder| *folder != root);
        !path.starts_with(root) && above.any(|folder| folder.join(WORK_FOLDER).is_dir())
    };
    let mut left = LEFT_BEHIND.lock().unwrap_or_else(PoisonError::into_inner);
    left.retain(|path| path.exists());
    left.iter().any(|path| !is_others(path))
}

/// True for the name of a temporary file.
pub fn is_temporary(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX);
    random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn create(folder: &Path) -> io::Result<(File, Temporary)> {
    gate(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The process's umask applies, as for any other file that a tool writes.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let (file, path) = builder.tempfile_in(folder)?.keep().map_err(|error| error.error)?;
    Ok((file, Temporary { path, keep: false }))
}

fn write(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Err(error) = gate(path) {
        // A disk that is full takes what still fits.
        file.write_all(&bytes[..bytes.len() / 2])?;
        return Err(error);
    }
    file.write_all(bytes)
}

/// Makes a folder and those above it.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    gate(folder)?;
    std::fs::create_dir_all(folder)
}

/// Puts a file into another's place.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    gate(to)?;
    std::fs::rename(from, to)
}

/// Removes a file.
pub fn unlink(path: &Path) -> io::Result<()> {
    gate(path)?;
    std::fs::remove_file(path)
}

/// Removes a file that may be gone already.
pub fn unlink_if_there(path: &Path) -> io::Result<()> {
    match unlink(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Has what a folder lists reach the disk; where the system cannot do that, nothing.
pub fn flush_folder(folder: &Path) -> io::Result<()> {
    gate(folder)?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Opens a file to write to it, and makes it if it is not there.
pub fn open(path: &Path) -> io::Result<File> {
    gate(path)?;
    File::options().create(true).truncate(false).write(true).open(path)
}

/// Replaces what an open file holds.
pub fn overwrite(mut file: &File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Seek as _;
    gate(path)?;
    file.set_len(0)?;
    file.seek(io::SeekFrom::Start(0))?;
    file.write_all(bytes)
}

/// Writes a file by way of a temporary one.
pub fn replace(path: &Path, bytes: &[u8], flush: bool) -> io::Result<()> {
    Temporary::beside(path, bytes, flush)?.rename(path)
}

/// The same of what `fill` writes, piece by piece.
pub fn replace_by(path: &Path, fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    let temporary = Temporary::beside(path, &[], false)?;
    gate(&temporary.path)?;
    let mut out = io::BufWriter::with_capacity(1 << 16, File::options().append(true).open(&temporary.path)?);
    fill(&mut out)?;
    out.flush()?;
    drop(out);
    temporary.rename(path)
}

/// The file that a link leads to; a path that is no link stays what it is.
pub fn behind_links(path: &Path) -> PathBuf {
    if !std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
        return path.to_owned();
    }
    if let Ok(target) = std::fs::canonicalize(path) {
        return target;
    }
    match std::fs::read_link(path) {
        Ok(target) => path.parent().unwrap_or(Path::new(".")).join(target),
        Err(_) => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::faults::{Fault, inject};
    use super::*;

    #[test]
    fn every_call_of_a_write_can_fail_and_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "old").unwrap();
        let whole = inject(folder.path(), usize::MAX, Fault::Nothing);
        replace(&path, b"old", true).unwrap();
        let calls = whole.calls();
        drop(whole);
        assert_eq!(calls, 5, "create, write, permissions, flush, rename");
        for at in 1..=calls {
            let guard = inject(folder.path(), at, Fault::Once(28));
            assert_eq!(replace(&path, b"new", true).unwrap_err().raw_os_error(), Some(28));
            drop(guard);
            assert_eq!(std::fs::read(&path).unwrap(), b"old");
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "call {at} left a file");
        }
    }

    #[test]
    fn temporary_names_are_known_again() {
        assert!(
            is_temporary(".handback-a8Xz01") && !is_temporary(".handback-notes-of-mine") && !is_temporary("a8Xz01")
        );
    }
}
