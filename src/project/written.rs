//! Which pages this checkout wrote, so that one that is as it was written is never taken for edited.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use rustc_hash::FxHashMap;

use super::lock::WORK_FOLDER;
use super::paths::slashed;
use super::write::Writer;

const FILE_NAME: &str = "pages";
/// So many states of a page are remembered: branches are switched back and forth.
const MOST: usize = 8;

/// Fingerprints of pages as they were written, by path below the project; line ends do not count. What is not known here
/// was perhaps written by another checkout. The file may be deleted at any time.
#[derive(Debug, Default)]
pub struct WrittenPages {
    root: PathBuf,
    known: FxHashMap<String, Vec<Fingerprint>>,
    new: Mutex<Vec<(String, Fingerprint)>>,
}

impl WrittenPages {
    /// Reads what a checkout wrote.
    pub fn read(root: &Path) -> Self {
        let mut known: FxHashMap<String, Vec<Fingerprint>> = FxHashMap::default();
        let text = std::fs::read_to_string(root.join(WORK_FOLDER).join(FILE_NAME)).unwrap_or_default();
        for (print, path) in text.lines().filter_map(|line| line.split_once(' ')) {
            known.entry(path.to_owned()).or_default().push(print.to_owned());
        }
        Self { root: root.to_owned(), known, new: Mutex::default() }
    }

    /// Whether a page holds what was once written there.
    pub fn has(&self, page: &Path, text: &str) -> bool {
        self.known.get(&self.name(page)).is_some_and(|prints| prints.contains(&print_of(text)))
    }

    /// Every page that was ever written and is not known to be gone.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.known.keys().map(|name| self.root.join(name))
    }

    /// Notes a page that was written, or that holds what would have been.
    pub fn note(&self, page: &Path, text: &str, is_new: bool) {
        let name = self.name(page);
        if is_new || !self.known.contains_key(&name) {
            self.new.lock().unwrap_or_else(PoisonError::into_inner).push((name, print_of(text)));
        }
    }

    /// Writes what was noted. A file that cannot be written costs a closer look at the next run, nothing else.
    pub fn save(&self) {
        let new = std::mem::take(&mut *self.new.lock().unwrap_or_else(PoisonError::into_inner));
        if new.is_empty() {
            return;
        }
        let mut known = self.known.clone();
        for (path, print) in new {
            let prints = known.entry(path).or_default();
            prints.retain(|other| *other != print);
            prints.push(print);
            let surplus = prints.len().saturating_sub(MOST);
            prints.drain(..surplus);
        }
        let mut lines: Vec<_> = known.into_iter().collect();
        lines.sort();
        let mut text = String::new();
        for (path, prints) in lines {
            prints.iter().for_each(|print| {
                let _ = writeln!(text, "{print} {path}");
            });
        }
        let _ = Writer::new(false).put(&self.root.join(WORK_FOLDER).join(FILE_NAME), text.as_bytes());
    }

    fn name(&self, page: &Path) -> String {
        slashed(page.strip_prefix(&self.root).unwrap_or(page))
    }
}

fn print_of(text: &str) -> Fingerprint {
    if text.contains('\r') { fingerprint(&text.replace("\r\n", "\n")) } else { fingerprint(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let (root, page) = (folder.path(), folder.path().join("out/a.md"));
        let pages = WrittenPages::read(root);
        assert!(!pages.has(&page, "one\n"));
        pages.note(&page, "one\n", true);
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "one\r\n") && !pages.has(&page, "two\n") && !pages.has(&root.join("b"), "one\n"));
        for text in 0..20 {
            pages.note(&page, &text.to_string(), true);
        }
        pages.note(&page, "what is there anyway", false);
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "19") && pages.has(&page, "12"), "the newest are known");
        assert!(!pages.has(&page, "11") && !pages.has(&page, "one\n") && !pages.has(&page, "what is there anyway"));
    }
    #[test]
    fn a_page_that_was_right_before_is_known_from_now_on() {
        let folder = tempfile::tempdir().unwrap();
        let (root, page) = (folder.path(), folder.path().join("out/a.md"));
        let pages = WrittenPages::read(root);
        pages.note(&page, "one\r\n", false);
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "one\n"));
        assert_eq!(pages.paths().collect::<Vec<_>>(), std::slice::from_ref(&page));
        // What was written twice counts once, as the newest.
        for text in ["one\n", "2", "3", "4", "5", "6", "7", "8", "one\n", "9"] {
            pages.note(&page, text, true);
        }
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "one\n") && pages.has(&page, "3") && !pages.has(&page, "2"));
    }

    #[test]
    fn nothing_is_written_where_nothing_was_noted() {
        let folder = tempfile::tempdir().unwrap();
        WrittenPages::read(folder.path()).save();
        assert!(!folder.path().join(WORK_FOLDER).exists());
    }
}
