//! Which pages this checkout wrote, so that one that is as it was written is never taken for edited.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use rustc_hash::FxHashMap;

use super::files;
use super::lock::WORK_FOLDER;
use super::paths::slashed;
use super::write::Writer;

const FILE_NAME: &str = "pages";
/// So many states of a page are remembered: branches are switched back and forth.
const MOST: usize = 8;
/// Begins the name of a page where its line is about what stands around the texts; no path below the project does.
const AROUND: &str = "//";

/// Fingerprints of pages as they were written, by path below the project; line ends do not count. What is not known here
/// was perhaps written by another checkout. Beside that of a page is the fingerprint of what stands around its texts, which
/// tells an edit there where texts changed as well. The file may be deleted at any time.
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
        let text = files::read_text(&root.join(WORK_FOLDER).join(FILE_NAME)).unwrap_or_default();
        for (print, path) in text.lines().filter_map(|line| line.split_once(' ')) {
            known.entry(path.to_owned()).or_default().push(print.to_owned());
        }
        Self { root: root.to_owned(), known, new: Mutex::default() }
    }

    /// Whether a page holds what was once written there.
    pub fn has(&self, page: &Path, text: &str) -> bool {
        self.known.get(&self.name(page)).is_some_and(|prints| prints.contains(&print_of(text)))
    }

    /// Whether this checkout wrote a page there.
    pub fn knows(&self, page: &Path) -> bool {
        self.known.contains_key(&self.name(page))
    }

    /// Whether this was once written around the texts of a page; `None`: it is not known what was.
    pub fn has_around(&self, page: &Path, around: &str) -> Option<bool> {
        Some(self.known.get(&self.name_around(page))?.contains(&fingerprint(around)))
    }

    /// Every page that was ever written and is not known to be gone.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.known.keys().filter(|name| !name.starts_with(AROUND)).map(|name| self.root.join(name))
    }

    /// Notes a page that was written, or that holds what would have been, and what is `around` its texts.
    pub fn note(&self, page: &Path, text: &str, is_new: bool, around: impl FnOnce() -> String) {
        let (name, name_around) = (self.name(page), self.name_around(page));
        if is_new || !self.known.contains_key(&name) {
            let prints = [(name, print_of(text)), (name_around, fingerprint(&around()))];
            self.new.lock().unwrap_or_else(PoisonError::into_inner).extend(prints);
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

    fn name_around(&self, page: &Path) -> String {
        format!("{AROUND}{}", self.name(page))
    }
}

fn print_of(text: &str) -> Fingerprint {
    if text.contains('\r') { fingerprint(&text.replace("\r\n", "\n")) } else { fingerprint(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(pages: &WrittenPages, text: &str, is_new: bool) {
        pages.note(&pages.root.join("out/a.md"), text, is_new, || text.len().to_string());
    }

    #[test]
    fn pages_are_known_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let (root, page) = (folder.path(), folder.path().join("out/a.md"));
        let pages = WrittenPages::read(root);
        assert!(!pages.has(&page, "one\n"));
        note(&pages, "one\n", true);
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "one\r\n") && !pages.has(&page, "two\n") && !pages.has(&root.join("b"), "one\n"));
        for text in 0..20 {
            note(&pages, &text.to_string(), true);
        }
        note(&pages, "what is there anyway", false);
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
        note(&pages, "one\r\n", false);
        pages.save();
        let pages = WrittenPages::read(root);
        assert!(pages.has(&page, "one\n"));
        assert_eq!(pages.paths().collect::<Vec<_>>(), std::slice::from_ref(&page));
        // What was written twice counts once, as the newest.
        for text in ["one\n", "2", "3", "4", "5", "6", "7", "8", "one\n", "9"] {
            note(&pages, text, true);
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

    #[test]
    fn what_was_around_the_texts_of_a_page_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let (root, page) = (folder.path(), folder.path().join("out/a.md"));
        let pages = WrittenPages::read(root);
        assert_eq!(pages.has_around(&page, "3"), None);
        note(&pages, "one", true);
        note(&pages, "three", true);
        pages.save();
        let pages = WrittenPages::read(root);
        let around = ["3", "5", "4"].map(|around| pages.has_around(&page, around));
        assert_eq!(around, [Some(true), Some(true), Some(false)]);
        assert_eq!(pages.paths().collect::<Vec<_>>(), [page]);
    }
}
