//! One writer at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::journal;
use crate::problem::FileError;
/// Name of the folder for the cache and the lock: git-ignored, always safe to delete.
pub const WORK_FOLDER: &str = ".handback";

/// Held while a command writes; the system releases it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// How long another run is waited for: a decision of a review holds the lock for a moment, and so does a program
/// that is just being started.
const PATIENCE: Duration = Duration::from_millis(700);

/// Takes the project's lock, or says that another run has it.
pub fn acquire(root: &Path) -> Result<Lock, FileError> {
    let folder = root.join(WORK_FOLDER);
    std::fs::create_dir_all(&folder).map_err(|error| FileError::io(&folder, "make the work folder", &error))?;
    ignore_in_git(&folder);
    let path = folder.join("lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| FileError::io(&path, "open the lock", &error))?;
    let patience = Instant::now() + PATIENCE;
    let mut locked = file.try_lock();
    while matches!(locked, Err(TryLockError::WouldBlock)) && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(20));
        locked = file.try_lock();
    }
    match locked {
        Ok(()) => {
            journal::finish(root)?;
            Ok(Lock { _file: file })
        }
        Err(TryLockError::WouldBlock) => {
            Err(FileError::new(&path, "another handback is at work on this project: wait for it to end"))
        }
        Err(TryLockError::Error(error)) => Err(FileError::io(&path, "lock the project", &error)),
    }
}

/// The work folder ignores itself, so that no project has to.
fn ignore_in_git(folder: &Path) {
    let path = folder.join(".gitignore");
    if !path.exists() {
        // Without it everything works; git only shows the folder.
        let _ = std::fs::write(path, "*\n");
    }
}
