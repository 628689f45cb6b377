//! What a finished run looked at, so that the next one can see that nothing changed without reading.
//!
//! The cache lists what tells every file and folder that the result depends on from what it was ([`super::stamp`]).
//! If all of them are as they were, and the program and its settings too, there is nothing to do. Any
//! doubt means reading. The cache may be deleted at any time.
//!
//! In CI it also lists what they hold ([`super::content`]): there the next run has another checkout.

use std::collections::BTreeMap;
use std::hash::Hasher as _;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use handback_core::text::fingerprint::fingerprint;
use handback_core::text::limits::LARGEST_STORE;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::content::{self, Sum};
use super::lock::WORK_FOLDER;
use super::stamp::{Folder, Stamp, shown, stamp};
use super::summed::{self, Summed};
use super::{disk, files};
use crate::problem::FileError;
use crate::settings::config::Config;

const FILE_NAME: &str = "stamps";
/// The form of the file.
const VERSION: u32 = 4;
/// What stands for a sum that was not noted.
const NO_SUM: &str = "-";
/// File systems may give two writes within this time the same modification time.
const RESOLUTION: Duration = Duration::from_millis(12);

fn path_of(root: &Path) -> PathBuf {
    root.join(WORK_FOLDER).join(FILE_NAME)
}

/// Where what the last whole sync looked at stays while another command is at work, and after it.
fn path_before(root: &Path) -> PathBuf {
    root.join(WORK_FOLDER).join("stamps.before")
}

/// What the last run with the same `settings` looked at, and what of it is not as it was. `None` if there was none, or one that did
/// not end.
pub fn look(root: &Path, settings: &str) -> Option<Looked> {
    let path = path_of(root);
    let file = stamp(&path);
    Some(Last::read_from(&path, settings)?.look(root, settings, file))
}

/// What the last whole sync looked at, compared with what is there.
pub struct Looked {
    pub last: Last,
    /// The paths that are not as they were.
    pub changed: Vec<PathBuf>,
    settings: String,
    /// Of the file that it was read from.
    file: Stamp,
}

impl Looked {
    /// The summary that the run left, for the report, if everything is as it was.
    pub fn unchanged(&self) -> Option<&str> {
        self.changed.is_empty().then(|| self.last.summary())
    }

    /// Whether it was of these settings, and no other command changed anything since.
    fn is_current(&self, root: &Path, settings: &str) -> bool {
        self.settings == settings && self.file.is_some() && self.file == stamp(&path_of(root))
    }

    /// The same, unless another command was at work since, of whatever is left from before that. What a person changes meanwhile is
    /// left to the next run: it is not believed to have been looked at.
    pub fn or_again(looked: Option<Self>, root: &Path, settings: &str) -> Option<Self> {
        looked
            .filter(|looked| looked.is_current(root, settings))
            .or_else(|| Some(Last::read(root, settings)?.look(root, settings, None)))
    }
}

/// What the last whole sync looked at, whatever happened since.
pub struct Last {
    text: String,
    /// Where the summary begins, and the lines.
    summary: usize,
    stamps: usize,
}

/// What lies in one folder: a line of the folder, and one of each file and folder in it.
struct Block<'l> {
    folder: &'l str,
    lines: &'l str,
}

impl<'l> Block<'l> {
    fn lines(&self) -> impl Iterator<Item = Line<'l>> {
        self.lines.lines().filter_map(Line::of)
    }

    /// The paths that are not as they were.
    fn changed(&self, root: &Path) -> Vec<PathBuf> {
        let path = root.join(self.folder);
        let folder = Folder::new(path.clone());
        let changed = self.lines().filter(|line| !line.holds(&folder));
        changed.map(|line| path.join(line.name)).collect()
    }
}

/// What was looked at: its stamp, its sum if that was noted, and its name in its folder; the empty name is the folder itself.
struct Line<'l> {
    stamp: &'l str,
    sum: &'l str,
    name: &'l str,
}

impl<'l> Line<'l> {
    fn of(line: &'l str) -> Option<Self> {
        let (stamp, rest) = line.split_once(' ')?;
        let (sum, name) = rest.split_once(' ')?;
        Some(Self { stamp, sum, name })
    }

    fn write(out: &mut dyn io::Write, name: &str, (stamp, sum): (Stamp, Option<Sum>)) -> io::Result<()> {
        let sum = sum.map_or_else(|| NO_SUM.to_owned(), |sum| format!("{sum:016x}"));
        writeln!(out, "{} {sum} {name}", shown(stamp))
    }

    /// Whether it is as it was, or holds what it held.
    fn holds(&self, folder: &Folder) -> bool {
        let sum = || Sum::from_str_radix(self.sum, 16).ok();
        folder.holds(self.stamp, self.name) || sum().is_some_and(|sum| content::holds(&folder.path_of(self.name), sum))
    }
}

impl Last {
    /// What a sync with the same settings left.
    pub fn read(root: &Path, settings: &str) -> Option<Self> {
        Self::read_from(&path_of(root), settings).or_else(|| Self::read_from(&path_before(root), settings))
    }

    fn read_from(path: &Path, settings: &str) -> Option<Self> {
        let mut bytes = files::read_at_most(path, LARGEST_STORE).ok()?;
        // By its sum a file is known that was cut off, or changed by whatever.
        let len = summed::verified(&bytes)?.len();
        bytes.truncate(len);
        let text = String::from_utf8(bytes).ok()?;
        let header = header(settings);
        let rest = text.strip_prefix(&header)?;
        let (summary, _) = rest.split_once('\n')?;
        let stamps = header.len() + summary.len() + 1;
        Some(Self { text, summary: header.len(), stamps })
    }

    /// The summary that the run left.
    pub fn summary(&self) -> &str {
        self.text[self.summary..self.stamps].trim_end_matches('\n')
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut rest = &self.text[self.stamps..];
        while let Some((folder, after)) = rest.strip_prefix('/').and_then(|rest| rest.split_once('\n')) {
            let end = if after.starts_with('/') { 0 } else { after.find("\n/").map_or(after.len(), |at| at + 1) };
            blocks.push(Block { folder, lines: &after[..end] });
            rest = &after[end..];
        }
        blocks
    }

    /// Looks at all of it again.
    fn look(self, root: &Path, settings: &str, file: Stamp) -> Looked {
        let changed = self.blocks().par_iter().flat_map_iter(|block| block.changed(root)).collect();
        Looked { last: self, changed, settings: settings.to_owned(), file }
    }

    /// Whether a file is as it was, and as it was looked at.
    pub fn holds(&self, root: &Path, path: &Path) -> bool {
        let Some((folder, name)) = below(root, path).map(in_its_folder) else { return false };
        let blocks = self.blocks();
        let mut lines = blocks.iter().filter(|block| block.folder == folder).flat_map(Block::lines);
        let known = lines.find(|line| line.name == name);
        known.is_some_and(|line| line.holds(&Folder::new(root.join(folder))))
    }

    /// The paths right below a folder that were looked at.
    pub fn in_folder(&self, root: &Path, folder: &Path) -> FxHashSet<PathBuf> {
        let Some(below) = folder.strip_prefix(root).ok().and_then(Path::to_str) else { return FxHashSet::default() };
        let blocks = self.blocks().into_iter().filter(|block| block.folder == below);
        blocks.flat_map(|block| block.lines().map(|line| folder.join(line.name)).collect::<Vec<_>>()).collect()
    }

    /// Remembers a run that looked at a part of the project: `inputs` as they were before, `results` as they are now; what
    /// neither has stays as the last run has it.
    pub fn remember(&self, config: &Config, settings: &str, summary: &str, watch: Watch, results: &[PathBuf]) {
        let (stamps, sums) = watch.with_results(config, results);
        let Some(mut new) = Folders::of(&config.root, &stamps, &sums) else { return };
        put(&config.root, |out| {
            writeln!(out, "{}{summary}", header(settings))?;
            for block in self.blocks() {
                let new = new.0.remove(block.folder).unwrap_or_default();
                let mut kept = block.lines().filter(|line| !new.contains_key(line.name));
                writeln!(out, "/{}", block.folder)?;
                kept.try_for_each(|Line { stamp, sum, name }| writeln!(out, "{stamp} {sum} {name}"))?;
                write_lines(out, &new)?;
            }
            new.write_to(out)
        });
    }
}

/// Stamps and sums by folder and name.
struct Folders<'p>(BTreeMap<&'p str, Names<'p>>);

type Names<'p> = BTreeMap<&'p str, (Stamp, Option<Sum>)>;

impl<'p> Folders<'p> {
    /// `None` for a path that no line can hold.
    fn of(root: &Path, stamps: &'p [(PathBuf, Stamp)], sums: &[Option<Sum>]) -> Option<Self> {
        let mut folders: BTreeMap<&str, Names<'_>> = BTreeMap::new();
        for (at, (path, stamp)) in stamps.iter().enumerate() {
            let (folder, name) = in_its_folder(below(root, path)?);
            // What was looked at twice was perhaps changed in between.
            folders.entry(folder).or_default().entry(name).or_insert((*stamp, sums.get(at).copied().flatten()));
        }
        Some(Self(folders))
    }

    fn write_to(&self, out: &mut dyn io::Write) -> io::Result<()> {
        self.0.iter().try_for_each(|(folder, names)| {
            writeln!(out, "/{folder}")?;
            write_lines(out, names)
        })
    }
}

fn write_lines(out: &mut dyn io::Write, names: &Names<'_>) -> io::Result<()> {
    names.iter().try_for_each(|(name, known)| Line::write(out, name, *known))
}

/// Folder and name of a path.
fn in_its_folder(path: &str) -> (&str, &str) {
    match path.rfind(std::path::is_separator) {
        // The root of the file system is a folder, too.
        Some(at) => (&path[..at.max(usize::from(at == 0))], &path[at + 1..]),
        None => ("", path),
    }
}

/// A cache that cannot be written costs time, nothing else. It is written piece by piece: that of a large project takes much room.
fn put(root: &Path, fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) {
    let _ = super::write::Writer::put_memory_by(&path_of(root), |to| {
        let mut to = Summed::new(to);
        fill(&mut to)?;
        to.finish()
    });
}

/// Tells damaged bytes from those that were written; it is no protection against anybody.
pub(super) fn check_sum(bytes: &[u8]) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// A path as a line has it; `None` if no line can.
fn below<'p>(root: &Path, path: &'p Path) -> Option<&'p str> {
    path.strip_prefix(root).unwrap_or(path).to_str().filter(|path| !path.contains(['\n', '\r']))
}

fn header(settings: &str) -> String {
    format!("handback {} {VERSION} {settings}\n", env!("CARGO_PKG_VERSION"))
}

/// A number that no other run has.
pub fn new_tag() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    u64::try_from(now & u128::from(u64::MAX)).unwrap_or(0) ^ (u64::from(std::process::id()) << 40)
}

/// What a run looks at, with the stamps of inputs taken before they are read.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    stamps: Vec<(PathBuf, Stamp)>,
}

impl Watch {
    /// Notes inputs that are about to be read.
    pub fn before_reading<'p>(&mut self, paths: impl IntoIterator<Item = &'p Path>) {
        self.stamps.extend(paths.into_iter().map(|path| (path.to_owned(), stamp(path))));
    }

    /// Notes a path as it is before it is looked at, if it then is as it is to be: what changes later has another stamp.
    pub fn before_proving(&mut self, path: &Path, is_so: impl FnOnce() -> bool) {
        let seen = stamp(path);
        if is_so() {
            self.stamps.push((path.to_owned(), seen));
        }
    }

    /// Whether some of it may have changed since a time, as far as file systems tell.
    pub fn may_have_changed_since(&self, time: SystemTime) -> bool {
        let time = time.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(RESOLUTION).as_nanos();
        self.stamps.iter().filter_map(|(_, stamp)| *stamp).any(|seal| seal.last_change() >= time)
    }

    /// Adds what the last run did not look at.
    pub fn extend_with_unknown(&mut self, other: &Self, last: &Last, root: &Path) {
        let new = other.stamps.iter().filter_map(|(path, _)| below(root, path));
        let mut new: FxHashSet<(&str, &str)> = new.map(in_its_folder).collect();
        for block in last.blocks() {
            for line in block.lines() {
                new.remove(&(block.folder, line.name));
            }
        }
        let is_new = |path: &Path| below(root, path).is_some_and(|path| new.contains(&in_its_folder(path)));
        self.stamps.extend(other.stamps.iter().filter(|(path, _)| is_new(path)).cloned());
    }

    /// Remembers the run: inputs as they were before, `results` as they are now.
    pub fn remember(self, config: &Config, settings: &str, summary: &str, results: &[PathBuf]) {
        let (stamps, sums) = self.with_results(config, results);
        let Some(folders) = Folders::of(&config.root, &stamps, &sums) else { return };
        put(&config.root, |out| {
            writeln!(out, "{}{summary}", header(settings))?;
            folders.write_to(out)
        });
    }

    /// All stamps, with those of results as they are now; and their sums, if the configuration wants them.
    fn with_results(mut self, config: &Config, results: &[PathBuf]) -> (Vec<(PathBuf, Stamp)>, Vec<Option<Sum>>) {
        let written: FxHashSet<&PathBuf> = results.iter().collect();
        self.stamps.retain(|(path, _)| !written.contains(path));
        wait_for_the_clock(&self.stamps, results);
        self.stamps.par_extend(results.par_iter().map(|path| (path.clone(), stamp(path))));
        let sums = if config.notes_contents { content::sums(&self.stamps) } else { Vec::new() };
        (self.stamps, sums)
    }
}

/// Where something that is kept for the next run lies.
pub fn path_of_kept(root: &Path, name: &str) -> PathBuf {
    root.join(WORK_FOLDER).join(name)
}

/// Keeps a text for the next run, and returns the fingerprint to ask for it with.
pub fn keep(root: &Path, name: &str, text: &str) -> Option<String> {
    super::write::Writer::put_memory(&path_of_kept(root, name), text.as_bytes()).ok()?;
    Some(fingerprint(text).into())
}

/// The text that was kept with this fingerprint.
pub fn kept(root: &Path, name: &str, expected: &str) -> Option<String> {
    let bytes = files::read_at_most(&path_of_kept(root, name), LARGEST_STORE).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    (fingerprint(&text) == expected).then_some(text)
}

/// Forgets the last run, before anything is changed. What it looked at stays, so that the next sync can tell what changed.
pub fn forget(root: &Path) {
    if disk::rename(&path_of(root), &path_before(root)).is_err() {
        let _ = disk::unlink(&path_of(root));
    }
}

/// The same, before a transaction: else a run that is killed in it would look like one that ended.
///
/// # Errors
/// The cache is there and cannot be removed.
pub(super) fn forget_for_sure(config: &Config) -> Result<(), FileError> {
    let path = path_of(&config.root);
    forget(&config.root);
    disk::unlink_if_there(&path).map_err(|error| FileError::io(config.shown(&path), "remove the file", &error))
}

/// Lets the clock move on, so that whoever edits a file next gives it another time.
fn wait_for_the_clock(inputs: &[(PathBuf, Stamp)], results: &[PathBuf]) {
    let newest_input = inputs.iter().filter_map(|(_, stamp)| stamp.map(|seal| seal.modified)).max();
    let newest_result = results.iter().rev().take(64).filter_map(|path| stamp(path)).map(|seal| seal.modified).max();
    let Some(newest) = newest_input.max(newest_result) else { return };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    if now.saturating_sub(newest) < RESOLUTION.as_nanos() {
        std::thread::sleep(RESOLUTION);
    }
}
