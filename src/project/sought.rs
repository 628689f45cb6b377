//! Which files a run looked for, as far as they are no documents.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use handback_core::text::fingerprint::short_hash;
use serde::{Deserialize, Serialize};

use super::cache::check_sum;
use crate::settings::config::Config;
use crate::settings::globs;

/// Folders that were looked into, each with the names that were asked for, whether they are there or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought(BTreeMap<PathBuf, BTreeSet<Name>>);

/// A hash of a name in small letters: one that differs only in these is an answer, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name(u64);

/// The names that were asked for in a folder, and what there was of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    names: BTreeSet<Name>,
    found: Found,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Found {
    /// There is no such folder.
    #[default]
    Nothing,
    /// Nobody knows what is in it.
    Unreadable,
    /// A hash of the names that it has.
    Names(u64),
}

impl Sought {
    /// Notes that a name was asked for in a folder.
    pub fn note(&mut self, folder: &Path, name: &str) {
        let name = Name::of(name);
        match self.0.get_mut(folder) {
            Some(names) => _ = names.insert(name),
            None => _ = self.0.insert(folder.to_owned(), BTreeSet::from([name])),
        }
    }

    pub fn extend(&mut self, other: Self) {
        for (folder, names) in other.0 {
            self.0.entry(folder).or_default().extend(names);
        }
    }

    pub fn folders(&self) -> impl Iterator<Item = &PathBuf> {
        self.0.keys()
    }

    /// The names by folder.
    pub fn names(&self) -> impl Iterator<Item = (&Path, &BTreeSet<Name>)> {
        self.0.iter().map(|(folder, names)| (folder.as_path(), names))
    }
}

impl<N: Iterator<Item = Name>> FromIterator<(PathBuf, N)> for Sought {
    fn from_iter<T: IntoIterator<Item = (PathBuf, N)>>(folders: T) -> Self {
        Self(folders.into_iter().map(|(folder, names)| (folder, names.collect())).collect())
    }
}

impl Name {
    pub fn of(name: &str) -> Self {
        let is_small = name.is_ascii() && !name.bytes().any(|byte| byte.is_ascii_uppercase());
        Self(if is_small { short_hash(name) } else { short_hash(&name.to_lowercase()) })
    }
}

impl Answer {
    /// Asks a folder for these names, and again for those of before.
    pub fn ask(&mut self, config: &Config, folder: &Path, names: &BTreeSet<Name>) {
        self.names.extend(names);
        self.found = found(config, folder, &self.names);
    }

    /// Whether the folder says now what it said then.
    pub fn holds(&self, config: &Config, folder: &Path) -> bool {
        self.found == found(config, folder, &self.names)
    }
}

/// What a folder has of these names. Documents have records.
fn found(config: &Config, folder: &Path, asked: &BTreeSet<Name>) -> Found {
    let entries = match std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Found::Nothing,
        Err(_) => return Found::Unreadable,
    };
    let is_document = |name: &OsStr| {
        let path = folder.join(name);
        path.strip_prefix(&config.root).is_ok_and(|below| globs::reach(config, below))
    };
    let names = entries.into_iter().map(|entry| entry.file_name());
    let asked_for = names.filter(|name| asked.contains(&Name::of(&name.to_string_lossy())));
    let mut names: Vec<_> = asked_for.filter(|name| !is_document(name)).collect();
    names.sort();
    let bytes: Vec<u8> = names.iter().flat_map(|name| [name.as_encoded_bytes(), b"/"].concat()).collect();
    Found::Names(check_sum(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_were_asked_for_count_in_whatever_letters() {
        let root = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\n", root.path()).unwrap();
        let media = root.path().join("media");
        let mut sought = Sought::default();
        sought.note(&media, "Pier.png");
        let mut answer = Answer::default();
        let holds = |answer: &Answer| answer.holds(&config, &media);
        sought.names().for_each(|(folder, names)| answer.ask(&config, folder, names));
        assert!(holds(&answer));
        std::fs::create_dir(&media).unwrap();
        assert!(!holds(&answer), "a folder that came is another answer");
        answer.ask(&config, &media, &BTreeSet::new());
        std::fs::write(media.join("other.png"), "").unwrap();
        assert!(holds(&answer));
        std::fs::write(media.join("pier.PNG"), "").unwrap();
        assert!(!holds(&answer));
        answer.ask(&config, &media, &BTreeSet::new());
        std::fs::rename(media.join("pier.PNG"), media.join("Pier.png")).unwrap();
        assert!(!holds(&answer));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_looked_into_is_another_answer_than_none() {
        let root = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\n", root.path()).unwrap();
        let media = root.path().join("media");
        let mut answer = Answer::default();
        answer.ask(&config, &media, &BTreeSet::from([Name::of("pier.png")]));
        // A link that leads to itself.
        std::os::unix::fs::symlink(&media, &media).unwrap();
        assert!(!answer.holds(&config, &media));
        answer.ask(&config, &media, &BTreeSet::new());
        assert!(answer.holds(&config, &media));
        std::fs::remove_file(&media).unwrap();
        assert!(!answer.holds(&config, &media));
    }
}
