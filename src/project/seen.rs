//! What the files of the catalog held when they were read.

use std::hash::Hasher as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// What stands for the bytes of a file while a run lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    len: usize,
    hash: u64,
}

impl Print {
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = std::hash::DefaultHasher::new();
        hasher.write(bytes);
        Self { len: bytes.len(), hash: hasher.finish() }
    }
}

/// What the files of the catalog held when this run read or wrote them; a file that is not here was not there.
#[derive(Debug, Default)]
pub struct Seen(Mutex<FxHashMap<PathBuf, Print>>);

impl Seen {
    /// Notes what a file holds; `None`: it is not there.
    pub fn note(&self, path: &Path, print: Option<Print>) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match print {
            Some(print) => files.insert(path.to_owned(), print),
            None => files.remove(path),
        };
    }

    pub fn get(&self, path: &Path) -> Option<Print> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied()
    }

    /// The file was there.
    pub fn has(&self, path: &Path) -> bool {
        self.get(path).is_some()
    }

    /// The file held just these bytes.
    pub fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.get(path).is_some_and(|print| print == Print::of(bytes))
    }
}
