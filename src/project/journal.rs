//! The note of a transaction: what it is about to put in place, and what was there before.
//!
//! While it lies in `.handback/unfinished`, some of the files may be in place and others not. Whoever takes the project's
//! lock next finishes the rest ([`super::recovery`]); who only reads says so ([`pending`]).

use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use serde::{Deserialize, Serialize};

use super::lock::WORK_FOLDER;
use super::{disk, files};
use crate::problem::FileError;
use crate::settings::config::Config;

const FILE_NAME: &str = "unfinished";
/// The version of the note that this program writes and reads.
const VERSION: u32 = 1;
/// How the note is called once it turned out to be damaged.
const DAMAGED: &str = "unfinished-damaged";
/// How long a run that is just putting its files in place is waited for.
const PATIENCE: Duration = Duration::from_millis(700);

/// One file of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Below the folder of the resources, with `/`.
    pub path: String,
    /// Name of the file beside it that holds the new content.
    pub temporary: Option<String>,
    /// Fingerprints of what the file held when it was read, and of what it is to hold; `None`: it is not there.
    pub old: Option<String>,
    pub new: Option<String>,
    /// What it held, where people's work is in it; the rest can be made again.
    pub text: Option<String>,
    /// Holds people's work: a resource or a state of a locale.
    pub made: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    version: u32,
    /// Of the entries, to tell a whole note from a damaged one.
    fingerprint: Fingerprint,
    entries: String,
}

/// What a note says, if there is one.
pub(super) enum Read {
    None,
    Whole(Vec<Entry>),
    /// It was set aside, and lies here now.
    Damaged(PathBuf),
}

fn path(config: &Config) -> PathBuf {
    config.root.join(WORK_FOLDER).join(FILE_NAME)
}

/// Writes the note, so that it outlasts a loss of power.
pub(super) fn write(config: &Config, entries: &[Entry]) -> Result<(), FileError> {
    let path = path(config);
    let fail = |error: std::io::Error| FileError::io(config.shown(&path), "write the file", &error);
    let entries = serde_json::to_string(entries).map_err(|error| fail(error.into()))?;
    let note = Note { version: VERSION, fingerprint: fingerprint(&entries), entries };
    let text = serde_json::to_string(&note).map_err(|error| fail(error.into()))?;
    disk::replace(&path, text.as_bytes(), true).map_err(fail)?;
    let folder = path.parent().unwrap_or(&config.root);
    disk::flush_folder(folder).map_err(|error| {
        // Nothing is in place yet: without its note the transaction is undone.
        let _ = disk::unlink(&path);
        fail(error)
    })
}

/// Removes the note: everything is in place.
pub(super) fn remove(config: &Config) -> Result<(), FileError> {
    let path = path(config);
    disk::unlink_if_there(&path).map_err(|error| FileError::io(config.shown(&path), "remove the file", &error))
}

/// True while a note lies there.
pub(super) fn is_there(config: &Config) -> bool {
    path(config).exists()
}

/// Reads the note. One that is damaged is set aside.
pub(super) fn read(config: &Config) -> Result<Read, FileError> {
    let path = path(config);
    let text = match files::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Read::None),
        Err(error) => return Err(FileError::io(config.shown(&path), "read the file", &error)),
    };
    if let Some(entries) = parse(&text) {
        return Ok(Read::Whole(entries));
    }
    let mut aside = path.with_file_name(DAMAGED);
    let mut count = 1;
    while aside.exists() {
        count += 1;
        aside = path.with_file_name(format!("{DAMAGED}-{count}"));
    }
    disk::rename(&path, &aside).map_err(|error| FileError::io(config.shown(&path), "rename the file", &error))?;
    Ok(Read::Damaged(aside))
}

fn parse(text: &[u8]) -> Option<Vec<Entry>> {
    let note: Note = serde_json::from_slice(text).ok()?;
    if note.version != VERSION || note.fingerprint != fingerprint(&note.entries) {
        return None;
    }
    let entries: Vec<Entry> = serde_json::from_str(&note.entries).ok()?;
    entries.iter().all(is_sane).then_some(entries)
}

/// Leads to a file of the catalog and to a temporary file beside it, and nowhere else.
fn is_sane(entry: &Entry) -> bool {
    let path = Path::new(&entry.path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let known = path.extension().is_some_and(|extension| extension == "ftl" || extension == "yaml");
    inside && known && entry.temporary.as_deref().is_none_or(disk::is_temporary)
}

/// A damaged note was set aside, and nobody looked at it yet.
pub(super) fn is_damaged(config: &Config) -> bool {
    path(config).with_file_name(DAMAGED).exists()
}

/// Says so if a run that was interrupted left its files half in place; a run that is just doing that is waited for.
pub fn pending(config: &Config) -> Result<(), FileError> {
    let patience = Instant::now() + PATIENCE;
    while is_there(config) {
        if Instant::now() >= patience {
            let message = "a run was interrupted while it wrote the catalog, which is half one and half the other: \
                           run `handback sync` to complete it";
            return Err(FileError::new(config.shown(&path(config)), message));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str) -> Entry {
        let print = Some(fingerprint("x").into());
        let temporary = Some(".handback-abc123".into());
        Entry { path: path.into(), temporary, old: None, new: print, text: None, made: true }
    }

    #[test]
    fn a_note_is_read_back_or_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("", folder.path()).unwrap();
        assert!(matches!(read(&config).unwrap(), Read::None));
        write(&config, &[entry("fr-FR/a.ftl")]).unwrap();
        assert!(matches!(read(&config).unwrap(), Read::Whole(entries) if entries == [entry("fr-FR/a.ftl")]));
        assert!(pending(&config).unwrap_err().to_string().contains("handback sync"));
        let text = std::fs::read_to_string(path(&config)).unwrap();
        let replaced = text.replace("fr-FR", "de-DE");
        for (damaged, name) in [
            (&text[..text.len() / 2], "unfinished-damaged"),
            (&replaced, "unfinished-damaged-2"),
            ("", "unfinished-damaged-3"),
            ("{}", "unfinished-damaged-4"),
        ] {
            std::fs::write(path(&config), damaged).unwrap();
            let Read::Damaged(aside) = read(&config).unwrap() else { panic!("{damaged} was believed") };
            assert_eq!(aside.file_name().unwrap(), name);
            assert_eq!(std::fs::read_to_string(aside).unwrap(), damaged);
            assert!(!is_there(&config) && is_damaged(&config));
        }
    }

    #[test]
    fn a_note_leads_nowhere_else() {
        for path in ["../x.ftl", "/x.ftl", "fr-FR/x.md", "x/../../y.yaml"] {
            assert!(!is_sane(&entry(path)), "{path}");
        }
        assert!(!is_sane(&Entry { temporary: Some("../.handback-abc123".into()), ..entry("a.ftl") }));
        assert!(is_sane(&entry("fr-FR/apps/x.ftl")) && is_sane(&entry("fr-FR/shared.yaml")));
        assert!(is_sane(&Entry { temporary: None, ..entry("a.ftl") }));
    }
    #[test]
    fn a_note_of_another_version_is_not_believed() {
        let entries = serde_json::to_string(&[entry("fr-FR/a.ftl")]).unwrap();
        let note = |version| Note { version, fingerprint: fingerprint(&entries), entries: entries.clone() };
        let text = |version| serde_json::to_string(&note(version)).unwrap();
        assert!(parse(text(VERSION).as_bytes()).is_some() && parse(text(VERSION + 1).as_bytes()).is_none());
    }

    #[test]
    fn a_note_that_cannot_be_read_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("", folder.path()).unwrap();
        std::fs::create_dir_all(path(&config)).unwrap();
        assert!(read(&config).is_err());
        assert!(is_there(&config) && pending(&config).is_err());
    }

    #[test]
    fn a_note_that_goes_in_time_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("", folder.path()).unwrap();
        pending(&config).unwrap();
        write(&config, &[]).unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(PATIENCE / 7);
                remove(&config).unwrap();
            });
            pending(&config).unwrap();
        });
        remove(&config).unwrap();
        assert!(!is_there(&config) && !is_damaged(&config));
    }
}
