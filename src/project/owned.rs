//! A folder outside of the catalog whose files handback writes, and nobody else: a file in it names them all.
//!
//! What others put there is never written over, nor is a file of ours that somebody changed. A run that was killed leaves the
//! names that it was about to write, so that the next one knows them for its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use handback_core::text::fingerprint::fingerprint;

use super::files;
use super::write::Writer;
use crate::problem::FileError;

/// The form of the list.
const VERSION: u32 = 1;
/// In place of a fingerprint: a run was about to write the file.
const UNDERWAY: &str = "*";

/// The folder, and what is known of its files.
#[derive(Debug)]
pub struct OwnedFolder {
    root: PathBuf,
    /// The name of the list, and what its first line says.
    list: &'static str,
    /// What earlier runs wrote: fingerprints by name, below the folder and with `/`.
    known: BTreeMap<String, String>,
    /// What this run writes.
    announced: BTreeSet<String>,
    written: Mutex<BTreeMap<String, String>>,
    /// The list names what was announced.
    noted: Mutex<bool>,
    writer: Writer,
}

impl OwnedFolder {
    /// Opens a folder that is new, empty, or holds a list of this name.
    ///
    /// # Errors
    /// It holds files of others, or cannot be read.
    pub fn open(root: &Path, list: &'static str) -> Result<Self, FileError> {
        let known = match files::read_text(&root.join(list)) {
            Ok(text) => parse(&text, list).ok_or_else(|| {
                FileError::new(root.join(list), "not a list that this version of handback wrote: name another folder")
            })?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                refuse_filled(root)?;
                BTreeMap::new()
            }
            Err(error) => return Err(FileError::io(root.join(list), "read the list of files", &error)),
        };
        Ok(Self {
            root: root.to_owned(),
            list,
            known,
            announced: BTreeSet::new(),
            written: Mutex::default(),
            noted: Mutex::new(false),
            writer: Writer::new(false),
        })
    }

    /// Says what is going to be written, before any of it is.
    ///
    /// # Errors
    /// A file of others lies in the place of one of these.
    pub fn announce(&mut self, names: impl IntoIterator<Item = String>) -> Result<(), FileError> {
        for name in names {
            self.refuse_foreign(&name)?;
            self.announced.insert(name);
        }
        *self.noted.get_mut().unwrap_or_else(PoisonError::into_inner) = false;
        Ok(())
    }

    /// Writes a file that was announced.
    pub fn put(&self, name: &str, text: &str) -> Result<(), FileError> {
        let path = self.root.join(name);
        if !self.announced.contains(name) {
            return Err(FileError::new(path, "a file that was not announced is not written"));
        }
        if files::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            self.note()?;
            self.writer.put(&path, text.as_bytes())?;
        }
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), fingerprint(text).into());
        Ok(())
    }

    /// Removes what earlier runs wrote and this one did not, and writes the list. Returns what was written and removed.
    pub fn finish(self) -> Result<(Vec<PathBuf>, Vec<PathBuf>), FileError> {
        let written = self.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        for (name, known) in self.known.iter().filter(|(name, _)| !written.contains_key(*name)) {
            let path = self.root.join(name);
            if is_ours(&path, known).unwrap_or(false) {
                self.writer.remove(&path)?;
            }
        }
        let list = self.root.join(self.list);
        Writer::new(false).put(&list, shown(self.list, &written).as_bytes())?;
        Ok(self.writer.finish())
    }

    /// Has the list name what this run writes, before the first file changes.
    fn note(&self) -> Result<(), FileError> {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if !*noted {
            let mut all = self.known.clone();
            all.extend(self.announced.iter().map(|name| (name.clone(), UNDERWAY.to_owned())));
            Writer::new(false).put(&self.root.join(self.list), shown(self.list, &all).as_bytes())?;
            *noted = true;
        }
        Ok(())
    }

    fn refuse_foreign(&self, name: &str) -> Result<(), FileError> {
        let path = self.root.join(name);
        let mut folder = self.root.clone();
        for part in Path::new(name).parent().into_iter().flat_map(Path::components) {
            folder.push(part);
            if folder.is_symlink() {
                return Err(FileError::new(folder, "a link to another place: nothing is written through it"));
            }
        }
        if !files::is_there(&path) {
            return Ok(());
        }
        match self.known.get(name) {
            None => Err(FileError::new(path, "handback did not write this file: move it away, or name another folder")),
            Some(known) => match is_ours(&path, known) {
                Ok(true) => Ok(()),
                Ok(false) => {
                    Err(FileError::new(path, "somebody changed this file after handback wrote it: move it away first"))
                }
                Err(error) => Err(FileError::io(path, "read what is to be written over", &error)),
            },
        }
    }
}

/// Whether a file is as it was written, but for line ends, which git may change.
fn is_ours(path: &Path, known: &str) -> std::io::Result<bool> {
    if !files::is_there(path) {
        return Ok(false);
    }
    let is_plain = !path.is_symlink();
    let bytes = files::read(path)?;
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    Ok(is_plain && (known == UNDERWAY || fingerprint(&text) == known))
}

/// Only what lies in a folder that is not there, or is empty, is certain to be nobody else's.
fn refuse_filled(root: &Path) -> Result<(), FileError> {
    let mut entries = match std::fs::read_dir(root) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FileError::io(root, "list the folder", &error)),
    };
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(FileError::new(
            root,
            "the folder holds files that handback did not write: name one that is new or empty",
        )),
    }
}

fn shown(list: &str, files: &BTreeMap<String, String>) -> String {
    let mut out = first_line(list);
    for (name, fingerprint) in files {
        out.push_str(&format!("{fingerprint} {name}\n"));
    }
    out
}

fn first_line(list: &str) -> String {
    format!(
        "{} {VERSION}: handback writes these files, and no others; see `handback site --help`\n",
        list.trim_start_matches('.')
    )
}

/// The files of a list; `None` if it is none, or names a place outside of its folder.
fn parse(text: &str, list: &str) -> Option<BTreeMap<String, String>> {
    let text = text.replace("\r\n", "\n");
    let rest = text.strip_prefix(&first_line(list))?;
    let file = |line: &str| {
        let (fingerprint, name) = line.split_once(' ')?;
        let is_inside = name.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        (is_inside && !name.contains('\\')).then(|| (name.to_owned(), fingerprint.to_owned()))
    };
    rest.lines().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = ".handback-site";

    fn run(root: &Path, all: &[(&str, &str)]) -> Result<(usize, usize), String> {
        let run = || {
            let mut folder = OwnedFolder::open(root, LIST)?;
            folder.announce(all.iter().map(|(name, _)| (*name).to_owned()))?;
            all.iter().try_for_each(|(name, text)| folder.put(name, text))?;
            let (written, removed) = folder.finish()?;
            Ok((written.len(), removed.len()))
        };
        run().map_err(|error: FileError| error.message)
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_gone_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new/site");
        assert_eq!(run(&root, &[("index.html", "a"), ("x/1.html", "b")]), Ok((2, 0)));
        assert_eq!(run(&root, &[("index.html", "a"), ("x/1.html", "b")]), Ok((0, 0)));
        assert_eq!(run(&root, &[("index.html", "c")]), Ok((1, 1)));
        assert!(!root.join("x/1.html").exists());
        std::fs::write(root.join("index.html"), "c\r\n").unwrap();
        assert!(run(&root, &[("index.html", "d")]).unwrap_err().contains("somebody changed this file"));
    }

    #[test]
    fn files_of_others_are_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::write(root.join("notes.txt"), "mine").unwrap();
        assert!(run(root, &[("index.html", "a")]).unwrap_err().contains("files that handback did not write"));
        std::fs::remove_file(root.join("notes.txt")).unwrap();
        assert_eq!(run(root, &[("index.html", "a")]), Ok((1, 0)));
        std::fs::write(root.join("1.html"), "mine").unwrap();
        assert!(run(root, &[("index.html", "a"), ("1.html", "b")]).unwrap_err().contains("did not write this file"));
        assert_eq!(std::fs::read_to_string(root.join("1.html")).unwrap(), "mine");
        assert_eq!(run(root, &[("index.html", "b")]), Ok((1, 0)));
        std::fs::write(root.join(LIST), "something else\n").unwrap();
        assert!(run(root, &[("index.html", "a")]).unwrap_err().contains("not a list"));
    }

    #[test]
    fn a_run_that_was_killed_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert_eq!(run(root, &[("index.html", "a")]), Ok((1, 0)));
        let mut killed = OwnedFolder::open(root, LIST).unwrap();
        killed.announce(["index.html".to_owned(), "2.html".to_owned()]).unwrap();
        killed.put("index.html", "b").unwrap();
        killed.put("2.html", "b").unwrap();
        drop(killed);
        assert_eq!(run(root, &[("index.html", "c")]), Ok((1, 1)));
        assert!(!root.join("2.html").exists());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert_eq!(run(folder.path(), &[("index.html", "a")]), Ok((1, 0)));
        std::os::unix::fs::symlink(other.path(), folder.path().join("x")).unwrap();
        assert!(run(folder.path(), &[("x/1.html", "a")]).unwrap_err().contains("link to another place"));
        assert_eq!(std::fs::read_dir(other.path()).unwrap().count(), 0);
    }

    #[test]
    fn no_list_leads_out() {
        let list = |name: &str| format!("{}{} {name}\n", first_line(LIST), "0123456789abcdef");
        assert_eq!(parse(&list("a/b.html"), LIST).map(|files| files.len()), Some(1));
        for name in ["../a", "/etc/passwd", "a/../../b", "a//b", "a\\b"] {
            assert_eq!(parse(&list(name), LIST), None, "{name}");
        }
    }
}
