//! Which pages this checkout wrote, so that one that is as it was written is never taken for edited.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use handback_core::text::limits::LARGEST_STORE;

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
    text: String,
    /// Where the lines of the file are, by path and then as they came: there may be very many, of which few are asked for.
    lines: Vec<Range<u32>>,
    new: Mutex<Vec<(String, Fingerprint)>>,
}

impl WrittenPages {
    /// Reads what a checkout wrote.
    pub fn read(root: &Path) -> Self {
        let bytes = files::read_at_most(&root.join(WORK_FOLDER).join(FILE_NAME), LARGEST_STORE).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let mut lines = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let place = at..at + u32::try_from(line.len()).unwrap_or(u32::MAX);
            at = place.end;
            if split(line).is_some() {
                lines.push(place);
            }
        }
        let path = |place: &Range<u32>| split(slice(&text, place)).map(|(_, path)| path);
        if !lines.is_sorted_by_key(path) {
            lines.sort_by(|a, b| path(a).cmp(&path(b)));
        }
        Self { root: root.to_owned(), text, lines, new: Mutex::default() }
    }

    /// Fingerprints by path.
    fn known(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().filter_map(|place| split(slice(&self.text, place))).map(|(print, path)| (path, print))
    }

    /// The fingerprints that are known of a page, the newest last.
    fn prints(&self, name: &str) -> impl Iterator<Item = &str> {
        let path = |place: &Range<u32>| split(slice(&self.text, place)).map_or("", |(_, path)| path);
        let from = self.lines.partition_point(|place| path(place) < name);
        let found = self.lines[from..].iter().map(|place| split(slice(&self.text, place)).unwrap_or_default());
        found.take_while(move |(_, path)| *path == name).map(|(print, _)| print)
    }

    /// Whether a page holds what was once written there.
    pub fn has(&self, page: &Path, text: &str) -> bool {
        let name = self.name(page);
        let mut prints = self.prints(&name).peekable();
        prints.peek().is_some() && {
            let print = print_of(text);
            prints.any(|known| known == print)
        }
    }

    /// Whether this checkout wrote a page there.
    pub fn knows(&self, page: &Path) -> bool {
        self.prints(&self.name(page)).next().is_some()
    }

    /// Whether this was once written around the texts of a page; `None`: it is not known what was.
    pub fn has_around(&self, page: &Path, around: &str) -> Option<bool> {
        let name = self.name_around(page);
        let mut prints = self.prints(&name).peekable();
        prints.peek()?;
        let print = fingerprint(around);
        Some(prints.any(|known| known == print))
    }

    /// Every page that was ever written and is not known to be gone.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        let mut last = "";
        let names = self.known().map(|(path, _)| path).filter(move |path| std::mem::replace(&mut last, path) != *path);
        names.filter(|name| !name.starts_with(AROUND)).map(|name| self.root.join(name))
    }

    /// Notes a page that was written, or that holds what would have been, and what is `around` its texts.
    pub fn note(&self, page: &Path, text: &str, is_new: bool, around: impl FnOnce() -> String) {
        if is_new || !self.knows(page) {
            let prints = [(self.name(page), print_of(text)), (self.name_around(page), fingerprint(&around()))];
            self.new.lock().unwrap_or_else(PoisonError::into_inner).extend(prints);
        }
    }

    /// Writes what was noted. A file that cannot be written costs a closer look at the next run, nothing else.
    pub fn save(&self) {
        let new = std::mem::take(&mut *self.new.lock().unwrap_or_else(PoisonError::into_inner));
        if new.is_empty() {
            return;
        }
        let mut changed: BTreeMap<String, Vec<Fingerprint>> = BTreeMap::new();
        for (path, print) in new {
            let known = || self.prints(&path).map(Fingerprint::from).collect();
            let prints = changed.entry(path.clone()).or_insert_with(known);
            prints.retain(|other| *other != print);
            prints.push(print);
            let surplus = prints.len().saturating_sub(MOST);
            prints.drain(..surplus);
        }
        let path = self.root.join(WORK_FOLDER).join(FILE_NAME);
        let _ = Writer::put_memory_by(&path, |out| self.write(changed, out));
    }

    /// Writes what is known, with the lines of these paths in the place of theirs.
    fn write(&self, changed: BTreeMap<String, Vec<Fingerprint>>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut changed = changed.into_iter().peekable();
        let mut last = String::new();
        for (path, print) in self.known() {
            while let Some((path, prints)) = changed.next_if(|(other, _)| other.as_str() <= path) {
                prints.iter().try_for_each(|print| writeln!(out, "{print} {path}"))?;
                last = path;
            }
            if path != last {
                writeln!(out, "{print} {path}")?;
            }
        }
        changed.try_for_each(|(path, prints)| prints.iter().try_for_each(|print| writeln!(out, "{print} {path}")))
    }

    fn name(&self, page: &Path) -> String {
        slashed(page.strip_prefix(&self.root).unwrap_or(page))
    }

    fn name_around(&self, page: &Path) -> String {
        format!("{AROUND}{}", self.name(page))
    }
}

/// Fingerprint and path of a line.
fn split(line: &str) -> Option<(&str, &str)> {
    line.trim_end_matches(['\n', '\r']).split_once(' ')
}

fn slice<'t>(text: &'t str, place: &Range<u32>) -> &'t str {
    text.get(place.start as usize..place.end as usize).unwrap_or_default()
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
