//! What tells that a file or folder holds what it held, where its stamp says nothing: a CI job has just made every file of its
//! checkout.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::stamp::{Stamp, stamp};

/// Stands for what a file holds, or for the names of all that is in a folder.
pub type Sum = u64;

/// The sums of what has these stamps, in the same order; `None` for what is not there, cannot be read, or is not as it was.
pub fn sums(stamps: &[(PathBuf, Stamp)]) -> Vec<Option<Sum>> {
    let sum_of = |(path, known): &(PathBuf, Stamp)| {
        let is_as_it_was = || known.is_some() && stamp(path) == *known;
        let sum = if is_as_it_was() { sum(path).ok() } else { None };
        sum.filter(|_| is_as_it_was())
    };
    stamps.par_iter().map(sum_of).collect()
}

/// Whether a file or folder holds what this is the sum of.
pub fn holds(path: &Path, known: Sum) -> bool {
    sum(path).is_ok_and(|sum| sum == known)
}

fn sum(path: &Path) -> io::Result<Sum> {
    let mut hasher = Sha256::new();
    let kind = std::fs::metadata(path)?.file_type();
    if kind.is_dir() {
        let names = std::fs::read_dir(path)?.map(|entry| Ok(entry?.file_name()));
        let mut names = names.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        for name in names {
            hasher.update(name.as_encoded_bytes());
            hasher.update([0]);
        }
    } else if !kind.is_file() {
        // A pipe would be waited for.
        return Err(io::ErrorKind::Unsupported.into());
    } else {
        let mut reader = BufReader::with_capacity(1 << 16, File::open(path)?);
        loop {
            let bytes = reader.fill_buf()?;
            if bytes.is_empty() {
                break;
            }
            hasher.update(bytes);
            let count = bytes.len();
            reader.consume(count);
        }
    }
    let first = hasher.finalize().first_chunk().copied().unwrap_or_default();
    Ok(Sum::from_be_bytes(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_holds_and_a_folder_by_the_names_in_it() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        std::fs::write(at("a.md"), "# A quay\n").unwrap();
        let stamps: Vec<(PathBuf, Stamp)> =
            ["a.md", "", "none.md"].map(|name| (at(name), stamp(&at(name)))).into_iter().collect();
        let [Some(file), Some(folder), None] = sums(&stamps)[..] else { panic!("two are there") };
        assert_ne!(file, folder);
        // As a checkout does.
        std::fs::remove_file(at("a.md")).unwrap();
        std::fs::write(at("a.md"), "# A quay\n").unwrap();
        assert!(holds(&at("a.md"), file) && holds(root.path(), folder));
        std::fs::write(at("a.md"), "# A pier\n").unwrap();
        assert!(!holds(&at("a.md"), file) && holds(root.path(), folder) && !holds(&at("none.md"), file));
        assert_eq!(sums(&stamps)[0], None, "it is not what the stamp is of");
        std::fs::write(at("b.md"), "").unwrap();
        assert!(!holds(root.path(), folder));
    }
}
