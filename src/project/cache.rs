//! What a finished run looked at, so that the next one can see that nothing changed without reading.
//!
//! The cache lists size and modification time of every file and folder that the result depends on.
//! If all of them are as they were, and the program and its settings too, there is nothing to do. Any
//! doubt means reading. The cache may be deleted at any time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use handback_core::text::fingerprint::fingerprint;
use rayon::prelude::*;

use super::lock::WORK_FOLDER;

const FILE_NAME: &str = "stamps";
/// File systems may give two writes within this time the same modification time.
const RESOLUTION: Duration = Duration::from_millis(12);

/// Size and modification time of a file or folder; `None` if it is not there.
type Stamp = Option<(u64, u128)>;

fn stamp(path: &Path) -> Stamp {
    let metadata = std::fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    // A folder's size says nothing, and differs between file systems.
    Some((if metadata.is_dir() { 0 } else { metadata.len() }, modified))
}

fn path_of(root: &Path) -> PathBuf {
    root.join(WORK_FOLDER).join(FILE_NAME)
}

/// True if everything that the last run with the same `settings` looked at is as it was.
/// Returns the summary that the run left, for the report.
pub fn unchanged(root: &Path, settings: &str) -> Option<String> {
    let text = std::fs::read_to_string(path_of(root)).ok()?;
    let rest = text.strip_prefix(&header(settings))?;
    let (summary, stamps) = rest.split_once('\n')?;
    let lines: Vec<&str> = stamps.lines().collect();
    let (end, lines) = lines.split_last()?;
    let same = *end == "end" && lines.par_iter().with_min_len(256).all(|line| line_holds(root, line));
    same.then(|| summary.to_owned())
}

fn line_holds(root: &Path, line: &str) -> bool {
    let mut parts = line.splitn(3, ' ');
    let (Some(size), Some(modified), Some(path)) = (parts.next(), parts.next(), parts.next()) else { return false };
    match (stamp(&root.join(path)), size) {
        (None, "-") => true,
        (Some((found_size, found_modified)), size) => {
            size.parse() == Ok(found_size) && modified.parse() == Ok(found_modified)
        }
        _ => false,
    }
}

fn header(settings: &str) -> String {
    format!("handback {} {settings}\n", env!("CARGO_PKG_VERSION"))
}

/// What a run looks at, with the stamps of inputs taken before they are read.
#[derive(Debug, Default)]
pub struct Watch {
    stamps: Vec<(PathBuf, Stamp)>,
}

impl Watch {
    /// Notes inputs that are about to be read.
    pub fn before_reading<'p>(&mut self, paths: impl IntoIterator<Item = &'p Path>) {
        self.stamps.extend(paths.into_iter().map(|path| (path.to_owned(), stamp(path))));
    }

    /// Remembers the run: inputs as they were before, `results` as they are now.
    pub fn remember(mut self, root: &Path, settings: &str, summary: &str, results: &[PathBuf]) {
        let written: rustc_hash::FxHashSet<&PathBuf> = results.iter().collect();
        self.stamps.retain(|(path, _)| !written.contains(path));
        wait_for_the_clock(&self.stamps, results);
        let now: Vec<(PathBuf, Stamp)> = results.par_iter().map(|path| (path.clone(), stamp(path))).collect();
        let mut text = header(settings);
        text.push_str(summary);
        text.push('\n');
        for (path, stamp) in self.stamps.iter().chain(&now) {
            let Some(path) = path.strip_prefix(root).unwrap_or(path).to_str().filter(|path| !path.contains('\n'))
            else {
                return;
            };
            let _ = match stamp {
                Some((size, modified)) => writeln!(text, "{size} {modified} {path}"),
                None => writeln!(text, "- - {path}"),
            };
        }
        text.push_str("end\n");
        // A cache that cannot be written costs time, nothing else.
        let _ = super::write::Writer::new(false).put(&path_of(root), text.as_bytes());
    }
}

const FINDINGS: &str = "findings";

/// Keeps what a check would find, and returns the fingerprint to ask for it with.
pub fn put_findings(root: &Path, findings: &str) -> Option<String> {
    let path = root.join(WORK_FOLDER).join(FINDINGS);
    super::write::Writer::new(false).put(&path, findings.as_bytes()).ok()?;
    Some(fingerprint(findings))
}

/// The findings with this fingerprint.
pub fn findings(root: &Path, expected: &str) -> Option<String> {
    let text = std::fs::read_to_string(root.join(WORK_FOLDER).join(FINDINGS)).ok()?;
    (fingerprint(&text) == expected).then_some(text)
}

/// Forgets the last run, before anything is changed.
pub fn forget(root: &Path) {
    let _ = std::fs::remove_file(path_of(root));
}

/// Lets the clock move on, so that whoever edits a file next gives it another time.
fn wait_for_the_clock(inputs: &[(PathBuf, Stamp)], results: &[PathBuf]) {
    let newest_input = inputs.iter().filter_map(|(_, stamp)| stamp.map(|(_, modified)| modified)).max();
    let newest_result =
        results.iter().rev().take(64).filter_map(|path| stamp(path)).map(|(_, modified)| modified).max();
    let Some(newest) = newest_input.max(newest_result) else { return };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    if now.saturating_sub(newest) < RESOLUTION.as_nanos() {
        std::thread::sleep(RESOLUTION);
    }
}
