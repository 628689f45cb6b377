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
    /// Of the same text with LF, if every line ends in CRLF.
    lf: Option<u64>,
}

impl Print {
    pub fn of(bytes: &[u8]) -> Self {
        Self { len: bytes.len(), hash: hash(bytes), lf: with_lf(bytes).map(|text| hash(&text)) }
    }

    /// Whether the file holds this text, be it with the line ends that git gives it where `core.autocrlf` asks for them.
    pub fn is_text(&self, text: &[u8]) -> bool {
        let hash = hash(text);
        (self.len == text.len() && self.hash == hash) || self.lf == Some(hash)
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

fn with_lf(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr(b'\r', bytes)?;
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let last = lines.next_back().unwrap_or_default();
    let mut text = Vec::with_capacity(bytes.len());
    for line in lines {
        text.extend_from_slice(line.strip_suffix(b"\r")?);
        text.push(b'\n');
    }
    text.extend_from_slice(last);
    Some(text)
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

    /// A file below a folder that these know otherwise than others do, if there is one.
    pub fn differing(&self, others: &Self, folder: &Path) -> Option<PathBuf> {
        let own = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let others = others.0.lock().unwrap_or_else(PoisonError::into_inner);
        let differs = |(path, print): &(&PathBuf, &Print)| others.get(*path) != Some(*print);
        let gone = |path: &&PathBuf| path.starts_with(folder) && !own.contains_key(*path);
        own.iter().find(differs).map(|(path, _)| path).or_else(|| others.keys().find(gone)).cloned()
    }

    /// Takes over what others know of the files below a folder.
    pub fn follow(&self, others: &Self, folder: &Path) {
        let mut own = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let others = others.0.lock().unwrap_or_else(PoisonError::into_inner);
        own.retain(|path, _| !path.starts_with(folder) || others.contains_key(path));
        own.extend(
            others.iter().filter(|(path, _)| path.starts_with(folder)).map(|(path, print)| (path.clone(), *print)),
        );
    }

    /// The file held this text.
    pub fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.get(path).is_some_and(|print| print.is_text(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_with_the_line_ends_that_git_gives_it() {
        let lf = b"a\nb\n";
        let known = |found: &[u8], text: &[u8]| Print::of(found).is_text(text);
        assert!(known(lf, lf) && known(b"a\r\nb\r\n", lf) && known(b"a\r\nb", b"a\nb") && known(b"", b""));
        assert!(!known(lf, b"a\nc\n") && !known(lf, b"a\n") && !known(b"a\r\nb\r\n", b"a\nc\n"));
        // Git does not write mixed line ends, nor does it take any away.
        assert!(!known(b"a\r\nb\n", lf) && !known(b"a\rb\n", b"ab\n") && !known(lf, b"a\r\nb\r\n"));
        assert!(known(b"a\r\nb\n", b"a\r\nb\n"), "as it lies there it is known in any case");
    }

    #[test]
    fn a_file_that_came_went_or_changed_below_a_folder_is_found() {
        let of = |files: &[(&str, &str)]| {
            let seen = Seen::default();
            files.iter().for_each(|(path, text)| seen.note(Path::new(path), Some(Print::of(text.as_bytes()))));
            seen
        };
        let before = of(&[("fr/a.ftl", "a"), ("fr/b.ftl", "b"), ("de/a.ftl", "a")]);
        let found = |now: &[(&str, &str)]| of(now).differing(&before, Path::new("fr"));
        assert_eq!(found(&[("fr/a.ftl", "a"), ("fr/b.ftl", "b")]), None, "other folders were not looked at");
        let differing = |now: &[(&str, &str)]| found(now).unwrap().to_string_lossy().into_owned();
        assert_eq!(differing(&[("fr/a.ftl", "a"), ("fr/b.ftl", "c")]), "fr/b.ftl");
        assert_eq!(differing(&[("fr/a.ftl", "a")]), "fr/b.ftl");
        assert_eq!(differing(&[("fr/a.ftl", "a"), ("fr/b.ftl", "b"), ("fr/c.ftl", "c")]), "fr/c.ftl");
    }

    #[test]
    fn what_lies_below_a_folder_now_takes_the_place_of_what_was_known() {
        let print = |text: &str| Some(Print::of(text.as_bytes()));
        let (seen, now) = (Seen::default(), Seen::default());
        for path in ["fr/a.ftl", "fr/b.ftl", "de/a.ftl"] {
            seen.note(Path::new(path), print("old"));
        }
        now.note(Path::new("fr/a.ftl"), print("new"));
        now.note(Path::new("fr/c.ftl"), print("new"));
        seen.follow(&now, Path::new("fr"));
        let known = ["fr/a.ftl", "fr/b.ftl", "fr/c.ftl", "de/a.ftl"].map(|path| seen.get(Path::new(path)));
        assert_eq!(known, [print("new"), None, print("new"), print("old")]);
    }

    #[test]
    fn what_is_noted_last_counts() {
        let (seen, path) = (Seen::default(), Path::new("a.ftl"));
        assert!(!seen.has(path) && !seen.holds(path, b"") && seen.get(path).is_none());
        seen.note(path, Some(Print::of(b"one")));
        assert!(seen.has(path) && seen.holds(path, b"one") && !seen.holds(path, b"two") && !seen.has(Path::new("b")));
        seen.note(path, Some(Print::of(b"two")));
        assert!(seen.holds(path, b"two") && seen.get(path) == Some(Print::of(b"two")));
        seen.note(path, None);
        assert!(!seen.has(path));
    }
}
