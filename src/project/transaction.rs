//! All files of the catalog that a run changes, as one change: after it, or after the run that comes next, all of them are
//! written or none is.
//!
//! New content is written beside its place first; then a note is left of what is to happen ([`super::journal`]); then
//! everything is renamed into place, files that receive before files that go. A file that somebody changed since it was
//! read is never written over.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use handback_core::text::fingerprint::hex;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::disk::{self, Temporary};
use super::journal::{self, Entry};
use super::seen::{Print, Seen};
use super::write::Writer;
use super::{cache, files, paths, recovery};
use crate::problem::FileError;
use crate::settings::config::Config;

/// How often a run begins again because files were changed while it worked.
pub const ATTEMPTS: usize = 3;

/// Why nothing, or not everything, was written.
#[derive(Debug)]
pub enum Stopped {
    /// Somebody changed a file after it was read: nothing of the run is written over it. Read again.
    Changed(PathBuf),
    /// Nothing was changed.
    Failed(FileError),
    /// Not everything is in place, but noted: the next transaction, or the next run, completes it.
    Noted(FileError),
}

impl From<FileError> for Stopped {
    fn from(error: FileError) -> Self {
        Self::Failed(error)
    }
}

impl Stopped {
    /// What to say where it is not tried again.
    pub fn into_error(self, config: &Config) -> FileError {
        match self {
            Self::Failed(error) | Self::Noted(error) => error,
            Self::Changed(path) => {
                let message =
                    "others keep changing the file while this run works; nothing was written over it: run again";
                FileError::new(config.shown(&path), message)
            }
        }
    }
}

/// Works, and begins again from reading where files were changed meanwhile.
///
/// # Errors
/// What stopped the work; a file that changes again and again.
pub fn retry<T>(config: &Config, mut work: impl FnMut() -> Result<T, Stopped>) -> Result<T, FileError> {
    for _ in 1..ATTEMPTS {
        match work() {
            Err(Stopped::Changed(_)) => {}
            other => return other.map_err(|stopped| stopped.into_error(config)),
        }
    }
    work().map_err(|stopped| stopped.into_error(config))
}

/// A file that is to hold something else, or to go.
#[derive(Debug)]
struct Change {
    path: PathBuf,
    /// `None`: the file goes.
    bytes: Option<Vec<u8>>,
    /// Holds people's work.
    made: bool,
}

/// Collects what a run changes.
#[derive(Debug)]
pub struct Plan<'a> {
    seen: &'a Seen,
    changes: Mutex<Vec<Change>>,
}

impl<'a> Plan<'a> {
    pub fn new(seen: &'a Seen) -> Self {
        Self { seen, changes: Mutex::default() }
    }

    /// What the run read.
    pub fn seen(&self) -> &Seen {
        self.seen
    }

    /// A resource or state of a locale is to hold this.
    pub fn put(&self, path: PathBuf, text: String) {
        self.change(path, Some(text), true);
    }

    /// The same; returns whether it does not hold this yet.
    pub fn put_new(&self, path: PathBuf, text: String) -> bool {
        self.change(path, Some(text), true)
    }

    /// A file that can be made again is to hold this.
    pub fn put_derived(&self, path: PathBuf, text: String) {
        self.change(path, Some(text), false);
    }

    /// A resource or state of a locale says nothing any more.
    pub fn remove(&self, path: PathBuf) {
        self.change(path, None, true);
    }

    /// A file that can be made again is of no use any more.
    pub fn remove_derived(&self, path: PathBuf) {
        self.change(path, None, false);
    }

    fn change(&self, path: PathBuf, text: Option<String>, made: bool) -> bool {
        let bytes = text.map(String::into_bytes);
        let is_so = match (bytes.as_deref(), self.seen.get(&path)) {
            (Some(bytes), Some(print)) => print.is_text(bytes),
            (None, None) => true,
            _ => false,
        };
        if !is_so {
            self.changes.lock().unwrap_or_else(PoisonError::into_inner).push(Change { path, bytes, made });
        }
        !is_so
    }

    /// The files that are not yet as they are to be.
    pub fn paths(self) -> Vec<PathBuf> {
        let changes = self.changes.into_inner().unwrap_or_else(PoisonError::into_inner);
        changes.into_iter().map(|change| change.path).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Writes all of it, and notes the files in `writer`. The project's lock is held.
    ///
    /// # Errors
    /// A file was changed since it was read, or cannot be written: then nothing was changed, or the next run completes
    /// it, as the error says.
    pub fn commit(self, config: &Config, writer: &Writer) -> Result<(), Stopped> {
        let mut changes = self.changes.into_inner().unwrap_or_else(PoisonError::into_inner);
        if changes.is_empty() {
            return Ok(());
        }
        // Locales before the reference, and what goes last.
        changes.sort_by(|a, b| (a.bytes.is_none(), !a.made, &a.path).cmp(&(b.bytes.is_none(), !b.made, &b.path)));
        let noted: Vec<_> =
            changes.iter().map(|change| (change.path.clone(), change.bytes.as_deref().map(Print::of))).collect();
        let written = match writer.is_dry() {
            true => Ok(()),
            false => recovery::finish(config).map_err(Stopped::from).and_then(|()| write(config, self.seen, changes)),
        };
        if let Err(stopped @ (Stopped::Changed(_) | Stopped::Failed(_))) = written {
            return Err(stopped);
        }
        for (path, print) in noted {
            self.seen.note(&path, print);
            writer.note(path, print.is_none());
        }
        written
    }
}

/// A change whose content lies beside its place.
struct Prepared {
    change: Change,
    /// The file itself, also where the path is a link.
    target: PathBuf,
    temporary: Option<Temporary>,
}

/// A file as it lies there just before the change.
struct Found {
    text: Option<Vec<u8>>,
    stamp: Option<(SystemTime, u64)>,
}

fn write(config: &Config, seen: &Seen, changes: Vec<Change>) -> Result<(), Stopped> {
    let untouched =
        |error: FileError| FileError { message: format!("{}; nothing was changed", error.message), ..error };
    cache::forget_for_sure(config).map_err(untouched)?;
    let prepared: Vec<Result<Prepared, FileError>> =
        changes.into_par_iter().map(|change| prepare(config, change)).collect();
    let prepared: Vec<Prepared> = prepared.into_iter().collect::<Result<_, _>>().map_err(untouched)?;
    let found: Vec<Result<Found, Stopped>> = prepared.par_iter().map(|one| verify(config, seen, one)).collect();
    let found: Vec<Found> = found.into_iter().collect::<Result<_, _>>()?;
    if let [_] = prepared.as_slice() {
        return alone(config, prepared, &found);
    }
    let entries: Vec<Entry> = prepared.iter().zip(&found).map(|(one, found)| entry(config, one, found)).collect();
    journal::write(config, &entries).map_err(untouched)?;
    let (steps, stamps) = (keep(prepared), found.into_iter().map(|found| found.stamp));
    match put_in_place(config, &steps, stamps) {
        // What failed once may work now; else the next run has the note.
        Err(Stopped::Failed(error)) if recovery::finish(config).is_err() => Err(Stopped::Noted(error)),
        Err(Stopped::Failed(_)) => Ok(()),
        other => other,
    }
}

fn prepare(config: &Config, change: Change) -> Result<Prepared, FileError> {
    let target = disk::behind_links(&change.path);
    let temporary = match &change.bytes {
        Some(bytes) => {
            let written = Temporary::beside(&target, bytes, change.made);
            Some(written.map_err(|error| FileError::io(config.shown(&change.path), "write the file", &error))?)
        }
        None => None,
    };
    Ok(Prepared { change, target, temporary })
}

/// Compares a file with what was read of it.
fn verify(config: &Config, seen: &Seen, one: &Prepared) -> Result<Found, Stopped> {
    let stamp = stamp(&one.target);
    let text = match files::read(&one.target) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(FileError::io(config.shown(&one.change.path), "read the file", &error).into()),
    };
    if text.as_deref().map(Print::of) != seen.get(&one.change.path) {
        return Err(Stopped::Changed(one.change.path.clone()));
    }
    Ok(Found { text, stamp })
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// A single file needs no note: it is there as it was or as it is to be.
fn alone(config: &Config, prepared: Vec<Prepared>, found: &[Found]) -> Result<(), Stopped> {
    for (one, found) in prepared.into_iter().zip(found) {
        let path = one.change.path;
        if stamp(&one.target) != found.stamp {
            return Err(Stopped::Changed(path));
        }
        let fail = |doing: &str, error: &std::io::Error| {
            FileError::new(config.shown(&path), format!("cannot {doing}: {error}; nothing was changed"))
        };
        match one.temporary {
            Some(temporary) => temporary.rename(&one.target).map_err(|error| fail("write the file", &error))?,
            None => disk::unlink(&one.target).map_err(|error| fail("remove the file", &error))?,
        }
        if one.change.made {
            let flushed = disk::flush_folder(one.target.parent().unwrap_or(&config.root));
            flushed.map_err(|error| FileError::io(config.shown(&path), "flush the folder of the file", &error))?;
        }
    }
    Ok(())
}

fn entry(config: &Config, one: &Prepared, found: &Found) -> Entry {
    let Change { path, bytes, made } = &one.change;
    let temporary = one.temporary.as_ref().and_then(|temporary| temporary.path().file_name());
    Entry {
        path: paths::slashed(path.strip_prefix(&config.resources).unwrap_or(path)),
        temporary: temporary.map(|name| name.to_string_lossy().into_owned()),
        old: found.text.as_deref().map(print),
        new: bytes.as_deref().map(print),
        text: found.text.as_ref().filter(|_| *made).map(|text| String::from_utf8_lossy(text).into_owned()),
        made: *made,
    }
}

/// Fingerprint of a file's bytes.
pub(super) fn print(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..16])
}

/// A file that is noted, and what is to happen to it.
pub(super) struct Step {
    /// As the catalog names it.
    pub path: PathBuf,
    pub target: PathBuf,
    pub temporary: Option<PathBuf>,
    pub made: bool,
}

/// The note says from now on what the temporary files are for.
fn keep(prepared: Vec<Prepared>) -> Vec<Step> {
    let step = |one: Prepared| Step {
        path: one.change.path,
        target: one.target,
        temporary: one.temporary.map(Temporary::keep),
        made: one.change.made,
    };
    prepared.into_iter().map(step).collect()
}

/// Puts noted files in place.
fn put_in_place(
    config: &Config,
    steps: &[Step],
    stamps: impl Iterator<Item = Option<(SystemTime, u64)>>,
) -> Result<(), Stopped> {
    for (step, known) in steps.iter().zip(stamps) {
        if stamp(&step.target) != known {
            // Somebody saved the file in this very moment: what is noted is completed around the edit.
            recovery::finish(config)?;
            return Err(Stopped::Changed(step.path.clone()));
        }
        take(config, step)?;
    }
    end(config, steps)?;
    Ok(())
}

/// What to expect after a failure once the note is written.
fn completed_later(config: &Config, path: &Path, doing: &str, error: &std::io::Error) -> FileError {
    let message =
        format!("cannot {doing}: {error}; no translation is lost, and the next `handback sync` completes this run");
    FileError::new(config.shown(path), message)
}

/// Takes one step.
pub(super) fn take(config: &Config, step: &Step) -> Result<(), FileError> {
    let (doing, done) = match &step.temporary {
        Some(temporary) => ("write the file", disk::rename(temporary, &step.target)),
        None => ("remove the file", disk::unlink_if_there(&step.target)),
    };
    done.map_err(|error| completed_later(config, &step.path, doing, &error))
}

/// Flushes the folders of steps that were taken, and removes the note.
pub(super) fn end(config: &Config, steps: &[Step]) -> Result<(), FileError> {
    let mut folders: Vec<(&Path, &Path)> =
        steps.iter().filter(|step| step.made).filter_map(|step| Some((step.target.parent()?, &*step.path))).collect();
    folders.sort_unstable();
    folders.dedup_by_key(|(folder, _)| *folder);
    folders.par_iter().filter(|(folder, _)| folder.is_dir()).try_for_each(|(folder, path)| {
        disk::flush_folder(folder)
            .map_err(|error| completed_later(config, path, "flush the folder of the file", &error))
    })?;
    journal::remove(config)
}

#[cfg(test)]
mod tests {
    use super::super::faults::{self, Fault};
    use super::*;

    fn project() -> (tempfile::TempDir, Config) {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("", folder.path()).unwrap();
        (folder, config)
    }

    #[test]
    fn all_is_written_and_nothing_stays_behind() {
        let (_folder, config) = project();
        let (one, other) = (config.resources.join("fr-FR/a.ftl"), config.resources.join("fr-FR/a.yaml"));
        let (seen, writer) = (Seen::default(), Writer::new(false));
        let plan = Plan::new(&seen);
        plan.put(one.clone(), "a = 1\n".into());
        plan.put(other.clone(), "state".into());
        plan.remove(config.resources.join("fr-FR/not-there.ftl"));
        plan.commit(&config, &writer).unwrap();
        assert_eq!(writer.finish(), (vec![one.clone(), other], vec![]));
        assert_eq!(std::fs::read_dir(one.parent().unwrap()).unwrap().count(), 2);
        assert!(!journal::is_there(&config));
        let plan = Plan::new(&seen);
        plan.put(one.clone(), "a = 1\n".into());
        assert!(plan.is_empty(), "it is as it is to be");
        plan.remove(one.clone());
        plan.commit(&config, &Writer::new(false)).unwrap();
        assert!(!one.exists());
    }

    #[test]
    fn what_others_changed_is_not_written_over() {
        let (_folder, config) = project();
        let path = config.resources.join("a.ftl");
        std::fs::create_dir_all(&config.resources).unwrap();
        std::fs::write(&path, "theirs").unwrap();
        let seen = Seen::default();
        let plan = Plan::new(&seen);
        plan.put(path.clone(), "ours".into());
        plan.put(config.resources.join("b.ftl"), "ours".into());
        assert!(matches!(plan.commit(&config, &Writer::new(false)), Err(Stopped::Changed(changed)) if changed == path));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
        assert_eq!(std::fs::read_dir(&config.resources).unwrap().count(), 1);
    }

    /// Two files are to be put in place, and something happens to the second.
    fn two(work: impl FnOnce(&Path, &dyn Fn() -> Result<(), Stopped>)) {
        let (_folder, config) = project();
        let [one, other] = ["a", "b"].map(|name| config.resources.join(format!("{name}.ftl")));
        std::fs::create_dir_all(&config.resources).unwrap();
        let seen = Seen::default();
        let commit = || {
            let plan = Plan::new(&seen);
            [&one, &other].into_iter().for_each(|path| plan.put(path.clone(), "new".into()));
            plan.commit(&config, &Writer::new(false))
        };
        work(&other, &commit);
        recovery::finish(&config).unwrap();
        let all_or_nothing = [&one, &other].map(|path| path.is_file());
        assert_eq!(all_or_nothing[0], all_or_nothing[1]);
        assert!(!journal::is_there(&config));
    }

    #[test]
    fn what_fails_once_is_done_after_all() {
        two(|path, commit| {
            let _guard = faults::inject(path, 1, Fault::Once(5));
            commit().unwrap();
            assert_eq!(std::fs::read_to_string(path).unwrap(), "new");
        });
    }

    #[test]
    fn what_keeps_failing_is_left_to_the_next_run() {
        two(|path, commit| {
            let _guard = faults::inject(path, 1, Fault::Onwards(5));
            let Err(Stopped::Noted(error)) = commit() else { panic!("it cannot have been written") };
            assert!(error.to_string().contains("the next `handback sync` completes this run"), "{error}");
        });
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_one_that_is_not_there() {
        two(|path, commit| {
            std::fs::create_dir(path).unwrap();
            let Err(Stopped::Failed(error)) = commit() else { panic!("nobody knows what is there") };
            assert!(error.to_string().contains("cannot read the file"), "{error}");
        });
    }
}
