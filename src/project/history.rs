//! The versions of many files, from one pass of git through its history.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::git;

/// More names than that are looked for by the folder that they lie in.
const NAMED: usize = 50;

/// How often files are followed to where they came from.
const MOVES: usize = 4;

/// A version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub commit: Arc<str>,
    /// When it was committed, in seconds.
    pub time: i64,
    pub blob: String,
}

/// The commit that changed a file, and when it was made, in seconds.
pub type Commit = (Arc<str>, i64);

/// A file's versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The names that the file had, from the top of the repository, the newest first.
    pub names: Vec<String>,
    /// The newest first.
    pub versions: Vec<Version>,
}

/// The versions of files, named from `folder` with `/`, followed through renames. Empty histories without git.
pub fn histories(folder: &Path, names: &[&str]) -> Vec<History> {
    let Some(prefix) = git::prefix(folder) else { return vec![History::default(); names.len()] };
    let mut tracks = Tracks::new(&prefix, names);
    let mut wanted: Vec<String> = if names.len() > NAMED { vec![prefix] } else { tracks.names() };
    for _ in 0..MOVES {
        tracks.run(folder, &wanted);
        // What lies outside of what was looked for shows only where the file comes in.
        wanted = tracks.came_from(folder);
        if wanted.is_empty() {
            break;
        }
    }
    tracks.histories
}

/// When files, named from `folder` with `/`, were last committed; `None` for those that never were.
pub fn last_commits(folder: &Path, names: &[&str]) -> Vec<Option<Commit>> {
    let Some(prefix) = git::prefix(folder) else { return vec![None; names.len()] };
    let paths: Vec<String> = names.iter().map(|name| format!("{prefix}{name}")).collect();
    let index: FxHashMap<&str, usize> = paths.iter().enumerate().map(|(at, path)| (path.as_str(), at)).collect();
    let mut found = vec![None; names.len()];
    let mut left = names.len();
    let top = [prefix];
    let wanted = if names.len() > NAMED { &top[..] } else { &paths[..] };
    if let Some(mut log) = Log::start(folder, &["--no-renames"], wanted) {
        while let Some(change) = log.next().filter(|_| left > 0) {
            let Some(at) = index.get(change.path.as_str()) else { continue };
            if found[*at].is_none() {
                found[*at] = Some((change.commit, change.time));
                left -= 1;
            }
        }
    }
    found
}

/// Files on their way back through the history.
struct Tracks {
    histories: Vec<History>,
    /// The files that had a name at some time.
    by_name: FxHashMap<String, Vec<usize>>,
    /// The commit that each file came with, under which name, as far as was looked.
    births: Vec<Option<(Arc<str>, String)>>,
}

impl Tracks {
    fn new(prefix: &str, names: &[&str]) -> Self {
        let paths: Vec<String> = names.iter().map(|name| format!("{prefix}{name}")).collect();
        let mut by_name: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, path) in paths.iter().enumerate() {
            by_name.entry(path.clone()).or_default().push(at);
        }
        let births = vec![None; paths.len()];
        let history = |path| History { names: vec![path], versions: Vec::new() };
        Self { histories: paths.into_iter().map(history).collect(), by_name, births }
    }

    fn names(&self) -> Vec<String> {
        self.histories.iter().flat_map(|history| history.names.iter().cloned()).collect()
    }

    /// Looks for changes of files below these paths.
    fn run(&mut self, folder: &Path, paths: &[String]) {
        let Some(log) = Log::start(folder, &["--find-renames", "--date-order"], paths) else { return };
        for change in log {
            let Some(files) = self.by_name.get(&change.path).cloned() else { continue };
            for file in files {
                self.see(file, &change);
            }
        }
    }

    fn see(&mut self, file: usize, change: &Change) {
        let history = &mut self.histories[file];
        if let Some(blob) = &change.blob
            && history.versions.last().is_none_or(|version| version.blob != *blob)
        {
            let (commit, time) = (change.commit.clone(), change.time);
            history.versions.push(Version { commit, time, blob: blob.clone() });
        }
        if change.is_new {
            self.births[file] = Some((change.commit.clone(), change.path.clone()));
        }
        if let Some(old) = &change.renamed_from {
            self.rename(file, old);
        }
    }

    fn rename(&mut self, file: usize, old: &str) {
        let names = &mut self.histories[file].names;
        if !names.iter().any(|name| name == old) {
            names.push(old.to_owned());
            self.by_name.entry(old.to_owned()).or_default().push(file);
        }
        self.births[file] = None;
    }

    /// Names that files had before the commit that they came with, and that were not looked for yet.
    fn came_from(&mut self, folder: &Path) -> Vec<String> {
        let mut born: FxHashMap<(Arc<str>, String), Vec<usize>> = FxHashMap::default();
        for (file, birth) in self.births.iter_mut().enumerate() {
            if let Some(birth) = birth.take() {
                born.entry(birth).or_default().push(file);
            }
        }
        let commits: FxHashSet<&str> = born.keys().map(|(commit, _)| &**commit).collect();
        let mut names = Vec::new();
        for change in Log::of_commits(folder, commits.into_iter()).into_iter().flatten() {
            let Some(old) = change.renamed_from else { continue };
            for file in born.get(&(change.commit, change.path)).into_iter().flatten() {
                self.rename(*file, &old);
                names.push(old.clone());
            }
        }
        names.sort();
        names.dedup();
        if names.len() > NAMED { folders_of(&names) } else { names }
    }
}

fn folders_of(names: &[String]) -> Vec<String> {
    let mut folders: Vec<String> = names
        .iter()
        .map(|name| name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/")))
        .collect();
    folders.sort();
    folders.dedup();
    // What lies below another folder of the list is reached by that.
    let mut top: Vec<String> = Vec::new();
    for folder in folders {
        if top.last().is_none_or(|last| !folder.starts_with(last.as_str())) {
            top.push(folder);
        }
    }
    top
}

/// A change of a file.
#[derive(Debug, PartialEq, Eq)]
struct Change {
    commit: Arc<str>,
    time: i64,
    path: String,
    renamed_from: Option<String>,
    /// What it left, unless it removed the file.
    blob: Option<String>,
    is_new: bool,
}

/// Changes as git lists them, read while it does.
struct Log {
    git: Child,
    fields: Fields<BufReader<ChildStdout>>,
}

impl Log {
    /// The changes of files below these paths from the top of the repository, the newest first.
    fn start(folder: &Path, options: &[&str], paths: &[String]) -> Option<Self> {
        let mut command = git::git(folder);
        command.args(["log", "--raw", "--no-abbrev", "-z", "--format=%x01%H%x09%ct"]).args(options);
        command.args(["HEAD", "--"]).args(paths.iter().map(|path| format!(":(top,literal){path}")));
        let mut git = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let output = BufReader::new(git.stdout.take()?);
        Some(Self { git, fields: Fields::of(output) })
    }

    /// All changes of some commits, with renames from anywhere.
    fn of_commits<'c>(folder: &Path, commits: impl Iterator<Item = &'c str>) -> Option<Self> {
        let names: String = commits.map(|commit| format!("{commit}\n")).collect();
        if names.is_empty() {
            return None;
        }
        let mut command = git::git(folder);
        command.args(["log", "--raw", "--no-abbrev", "-z", "--format=%x01%H%x09%ct", "--find-renames"]);
        command.args(["--no-walk=unsorted", "--stdin"]);
        let mut git = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        // Git reads all names before it answers.
        git.stdin.take()?.write_all(names.as_bytes()).ok()?;
        let output = BufReader::new(git.stdout.take()?);
        Some(Self { git, fields: Fields::of(output) })
    }
}

impl Iterator for Log {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        self.fields.next()
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.git.kill().ok();
        self.git.wait().ok();
    }
}

/// The fields of what `git log --raw -z` prints.
struct Fields<R> {
    output: R,
    commit: Arc<str>,
    time: i64,
}

impl<R: BufRead> Fields<R> {
    fn of(output: R) -> Self {
        Self { output, commit: "".into(), time: 0 }
    }

    fn field(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        self.output.read_until(0, &mut bytes).ok().filter(|read| *read > 0)?;
        bytes.pop_if(|last| *last == 0);
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl<R: BufRead> Iterator for Fields<R> {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        loop {
            let field = self.field()?;
            let field = field.trim_start_matches('\n');
            if let Some(head) = field.strip_prefix('\u{1}') {
                let (commit, time) = head.trim_end().split_once('\t')?;
                (self.commit, self.time) = (commit.into(), time.parse().ok()?);
                continue;
            }
            // `:MODE MODE BLOB BLOB STATUS`, then the path, or both where it was renamed.
            let parts: Vec<&str> = field.trim_start_matches(':').split(' ').collect();
            let [_, _, _, blob, status] = parts[..] else { continue };
            let first = self.field()?;
            let second = if status.starts_with(['R', 'C']) { Some(self.field()?) } else { None };
            let is_there = blob.bytes().any(|byte| byte != b'0');
            let (path, old) = match second {
                Some(path) => (path, Some(first)),
                None => (first, None),
            };
            return Some(Change {
                commit: self.commit.clone(),
                time: self.time,
                path,
                renamed_from: old.filter(|_| status.starts_with('R')),
                blob: is_there.then(|| blob.to_owned()),
                is_new: status == "A",
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_comes_apart() {
        let none = "0".repeat(40);
        let output = format!(
            "\u{1}c3\t30\0\n:100644 100644 b1 b2 R090\0old/a.md\0docs/a.md\0:100644 000000 b9 {none} D\0docs/x.md\0\u{1}merge\t25\0\
             \u{1}c1\t10\0\n:000000 100644 {none} b1 A\0old/a.md\0"
        );
        let changes: Vec<Change> = Fields::of(output.as_bytes()).collect();
        let said: Vec<_> = changes
            .iter()
            .map(|change| (&*change.commit, change.time, &*change.path, change.renamed_from.as_deref(), change.is_new))
            .collect();
        assert_eq!(
            said,
            [
                ("c3", 30, "docs/a.md", Some("old/a.md"), false),
                ("c3", 30, "docs/x.md", None, false),
                ("c1", 10, "old/a.md", None, true),
            ]
        );
        assert_eq!(
            changes.iter().map(|change| change.blob.as_deref()).collect::<Vec<_>>(),
            [Some("b2"), None, Some("b1")]
        );
    }

    #[test]
    fn folders_hold_the_names_below_them() {
        let names = ["a/b/c.md", "a/b/d/e.md", "x/y.md", "top.md"].map(str::to_owned);
        assert_eq!(folders_of(&names[..3]), ["a/b/", "x/"]);
        assert_eq!(folders_of(&names), [""]);
    }
}
