//! One writer at a time.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{disk, recovery, temporaries};
use crate::problem::FileError;
use crate::settings::config::Config;

/// Name of the folder for the cache, the lock, and the note of an interrupted run: git-ignored.
pub const WORK_FOLDER: &str = ".handback";

/// What the lock says while nobody has it: whoever had it last left nothing lying about.
const TIDY: &str = "tidy\n";

/// Held while a command writes; the system releases it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

/// How long another run is waited for: a decision of a review holds the lock for a moment, and so does a program
/// that is just being started.
const PATIENCE: Duration = Duration::from_millis(700);

/// Takes the project's lock, completes what an interrupted run left, and removes its temporary files.
///
/// # Errors
/// Another run has the lock; or what was left cannot be completed.
pub fn acquire(config: &Config) -> Result<Lock, FileError> {
    let folder = config.root.join(WORK_FOLDER);
    let path = folder.join("lock");
    let open = || disk::open(&path).map_err(|error| FileError::io(&path, "open the lock", &error));
    if !folder.is_dir() {
        disk::make_folder(&folder).map_err(|error| FileError::io(&folder, "make the work folder", &error))?;
    }
    ignore_in_git(&folder);
    let file = open()?;
    let patience = Instant::now() + PATIENCE;
    let mut locked = file.try_lock();
    while matches!(locked, Err(TryLockError::WouldBlock)) && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(20));
        locked = file.try_lock();
    }
    match locked {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(FileError::new(&path, "another handback is at work on this project: wait for it to end"));
        }
        Err(TryLockError::Error(error)) => return Err(FileError::io(&path, "lock the project", &error)),
    }
    let tidy = file.metadata().is_ok_and(|metadata| metadata.len() == TIDY.len() as u64);
    if tidy {
        disk::overwrite(&file, &path, b"").map_err(|error| FileError::io(&path, "write the lock", &error))?;
    }
    recovery::finish(config)?;
    if !tidy {
        temporaries::remove(config);
    }
    Ok(Lock { file, path })
}

/// Takes the project's lock if nobody has it, and nothing was left to be completed; without waiting.
pub fn if_free(config: &Config) -> Option<Lock> {
    let path = config.root.join(WORK_FOLDER).join("lock");
    let file = path.is_file().then(|| disk::open(&path).ok()).flatten()?;
    file.try_lock().ok()?;
    let is_tidy = file.metadata().is_ok_and(|metadata| metadata.len() == TIDY.len() as u64);
    (is_tidy && disk::overwrite(&file, &path, b"").is_ok()).then_some(Lock { file, path })
}

/// The same, also where no run was before: then there is nothing to be completed.
pub fn if_free_or_new(config: &Config) -> Option<Lock> {
    let is_new = std::fs::symlink_metadata(config.root.join(WORK_FOLDER))
        .is_err_and(|error| error.kind() == ErrorKind::NotFound);
    if is_new { acquire(config).ok() } else { if_free(config) }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let root = self.path.ancestors().nth(2).unwrap_or(&self.path);
        // Where that fails, the next run looks for temporary files in vain.
        if !disk::left_behind(root) {
            let _ = disk::overwrite(&self.file, &self.path, TIDY.as_bytes());
        }
    }
}

/// The work folder ignores itself, so that no project has to.
fn ignore_in_git(folder: &Path) {
    let path = folder.join(".gitignore");
    if !path.exists() {
        // Without it everything works; git only shows the folder.
        let _ = disk::replace(&path, b"*\n", false);
    }
}
