//! Files of the catalog as git has them: at the commits that may have known more, and in the history.

use std::borrow::Borrow;
use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

use super::git;

/// Commits beside HEAD whose files a merge, a rebase, a stash or a reset may have put aside.
const PUT_ASIDE: [&str; 7] =
    ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "ORIG_HEAD", "refs/stash", "refs/stash^3"];

/// A fingerprint in a pattern for git has 16 digits: so many fit a command line everywhere.
const AT_A_TIME: usize = 300;

/// A version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Below the folder that was asked for, with `/`.
    pub path: String,
    pub blob: String,
}

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub commit: String,
    pub date: String,
    pub author: String,
    /// What it left, unless it removed the file; and what was there before.
    pub new: Option<Version>,
    pub old: Option<Version>,
}

/// A commit with the files that it has below a folder.
#[derive(Debug, Clone)]
pub struct Tree {
    pub commit: String,
    /// Blobs by path below the folder.
    pub files: FxHashMap<String, String>,
}

/// HEAD and the commits that were put aside, with what they have below `folder`; empty without git.
pub fn trees(folder: &Path) -> Vec<Tree> {
    let names: Vec<String> =
        std::iter::once("HEAD").chain(PUT_ASIDE).map(|name| format!("{name}^{{commit}}")).collect();
    let Some(found) = git::commits(folder, &names) else { return Vec::new() };
    // No repository, or nothing in it yet.
    if found.first().is_none_or(Option::is_none) {
        return Vec::new();
    }
    let mut seen = FxHashSet::default();
    let commits = found.into_iter().flatten().filter(|commit| seen.insert(commit.clone()));
    commits.filter_map(|commit| tree(folder, commit)).collect()
}

/// So many stashes are looked into.
const MOST_STASHES: &str = "--max-count=50";

/// What lies in stashes, with what each has below `folder`; also of files that git did not know.
pub fn stashed(folder: &Path) -> Vec<Tree> {
    let listed = git::git_in(folder, &["rev-list", "--walk-reflogs", MOST_STASHES, "refs/stash"]).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let names = |commit: &str| [format!("{commit}^{{commit}}"), format!("{commit}^3^{{commit}}")];
    let names: Vec<String> = listed.lines().flat_map(names).collect();
    let commits = if names.is_empty() { None } else { git::commits(folder, &names) };
    commits.into_iter().flatten().flatten().filter_map(|commit| tree(folder, commit)).collect()
}

/// The files that a commit has below `folder`.
pub fn tree(folder: &Path, commit: String) -> Option<Tree> {
    let listed = git::git_in(folder, &["ls-tree", "-r", "-z", &commit, "--", "."])?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let file = |line: &str| {
        let (about, path) = line.split_once('\t')?;
        Some((path.to_owned(), about.split(' ').nth(2)?.to_owned()))
    };
    Some(Tree { commit, files: listed.split('\0').filter_map(file).collect() })
}

/// Changes of files below `folder` that added or removed lines with one of `words`, the newest first. `most`: how
/// many commits are looked at.
pub fn edits_about(folder: &Path, words: &[impl Borrow<str>], most: usize) -> Vec<Edit> {
    let some = words.chunks(AT_A_TIME);
    some.flat_map(|words| raw_log(folder, &[&format!("-G{}", words.join("|"))], ".", most)).collect()
}

/// Changes of the file at `path` below `folder`, the newest first.
pub fn edits_of(folder: &Path, path: &str, most: usize) -> Vec<Edit> {
    raw_log(folder, &[], path, most)
}

/// Versions of files below `folder` before and after these changes, the newest first.
pub fn about(folder: &Path, words: &[impl Borrow<str>], most: usize) -> Vec<Version> {
    versions(edits_about(folder, words, most))
}

/// Versions of the files at `path`, which may be a folder, below `folder`, the newest first.
pub fn of_path(folder: &Path, path: &str, most: usize) -> Vec<Version> {
    versions(raw_log(folder, &[], path, most))
}

fn versions(edits: Vec<Edit>) -> Vec<Version> {
    let mut seen = FxHashSet::default();
    let all = edits.into_iter().flat_map(|edit| edit.new.into_iter().chain(edit.old));
    all.filter(|version| seen.insert((version.path.clone(), version.blob.clone()))).collect()
}

/// Every parent of a merge counts: what one side knew and the merge dropped is what is looked for.
fn raw_log(folder: &Path, more: &[&str], path: &str, most: usize) -> Vec<Edit> {
    let most = format!("--max-count={most}");
    let mut arguments = vec!["log", "--full-history", "-m", "--no-renames", "--raw", "--no-abbrev", "-z", "--relative"];
    arguments.extend(["--format=%x01%H%x09%as%x09%an", &most]);
    arguments.extend(more);
    let heads: Vec<String> = other_sides(folder);
    arguments.push("HEAD");
    arguments.extend(heads.iter().map(String::as_str));
    arguments.extend(["--", path]);
    let output = git::git_in(folder, &arguments).unwrap_or_default();
    edits(&String::from_utf8_lossy(&output))
}

/// Reads what `git log --raw -z` prints.
fn edits(output: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut head = ("", "", "");
    let mut fields = output.split('\0').map(str::trim).filter(|field| !field.is_empty());
    while let Some(field) = fields.next() {
        if let Some(commit) = field.strip_prefix('\u{1}') {
            let mut parts = commit.splitn(3, '\t');
            head = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
            continue;
        }
        let blobs: Vec<&str> = field.trim_start_matches(':').split(' ').collect();
        let [_, _, old, new, ..] = blobs.as_slice() else { continue };
        let Some(path) = fields.next() else { break };
        let version = |blob: &str| {
            let is_there = blob.bytes().any(|byte| byte != b'0');
            is_there.then(|| Version { path: path.to_owned(), blob: blob.to_owned() })
        };
        let (commit, date, author) = (head.0.to_owned(), head.1.to_owned(), head.2.to_owned());
        edits.push(Edit { commit, date, author, new: version(new), old: version(old) });
    }
    edits
}

/// The other side of a merge that is not committed yet.
fn other_sides(folder: &Path) -> Vec<String> {
    let names = ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD"].map(|name| format!("{name}^{{commit}}"));
    git::commits(folder, &names).unwrap_or_default().into_iter().flatten().collect()
}

/// The texts of versions, in their order; those that cannot be read are left out.
pub fn texts(folder: &Path, versions: &[Version]) -> Vec<(String, String)> {
    let names: Vec<String> = versions.iter().map(|version| version.blob.clone()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let contents = git::blobs(folder, &names).unwrap_or_default();
    let text =
        |(version, bytes): (&Version, Option<Vec<u8>>)| Some((version.path.clone(), String::from_utf8(bytes?).ok()?));
    versions.iter().zip(contents).filter_map(text).collect()
}

/// The texts of a file that git has: at HEAD, in the index, and as it lies here if git knows these bytes.
pub fn known_texts(folder: &Path, path: &str) -> Vec<String> {
    let here = git::text_in(folder, &["hash-object", "--", path]).map(|blob| blob.trim().to_owned());
    let names: Vec<String> = [format!("HEAD:./{path}"), format!(":./{path}")].into_iter().chain(here).collect();
    let contents = git::blobs(folder, &names).unwrap_or_default();
    contents.into_iter().flatten().filter_map(|bytes| String::from_utf8(bytes).ok()).collect()
}

/// Whether the history ends before the project began.
pub fn is_shallow(folder: &Path) -> bool {
    git::text_in(folder, &["rev-parse", "--is-shallow-repository"]).is_none_or(|answer| answer.trim() != "false")
}

/// Who wrote a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blame {
    pub commit: String,
    /// The file that it stood in then, from the top of the repository.
    pub path: String,
    pub name: String,
    pub mail: String,
    pub time: i64,
}

/// Who committed each line of a file; `None` for lines that are not committed yet.
pub fn blame(folder: &Path, path: &str) -> Vec<Option<Blame>> {
    let output = git::git_in(folder, &["-c", "core.quotePath=false", "blame", "--line-porcelain", "--", path])
        .unwrap_or_default();
    let output = String::from_utf8_lossy(&output).into_owned();
    let mut lines = Vec::new();
    let nobody = String::new;
    let mut blame = Blame { commit: nobody(), path: nobody(), name: nobody(), mail: nobody(), time: 0 };
    let mut committed = false;
    let mut begins = true;
    for line in output.lines() {
        if begins {
            let commit = line.split(' ').next().unwrap_or_default();
            committed = commit.bytes().any(|byte| byte != b'0');
            commit.clone_into(&mut blame.commit);
            begins = false;
        } else if let Some(name) = line.strip_prefix("author ") {
            name.clone_into(&mut blame.name);
        } else if let Some(path) = line.strip_prefix("filename ") {
            path.clone_into(&mut blame.path);
        } else if let Some(mail) = line.strip_prefix("author-mail ") {
            mail.trim_matches(['<', '>']).clone_into(&mut blame.mail);
        } else if let Some(time) = line.strip_prefix("author-time ") {
            blame.time = time.parse().unwrap_or(0);
        } else if line.starts_with('\t') {
            lines.push(committed.then(|| blame.clone()));
            begins = true;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_comes_apart() {
        let none = "0".repeat(40);
        let output = format!(
            "\u{1}c2\t2026-02-01\tA B\0\n:100644 100644 b1 b2 M\0a.yaml\0\u{1}c1\t2026-01-01\tC\0\n:000000 100644 {none} b1 A\0a.yaml\0"
        );
        let edits = edits(&output);
        let version = |blob: &str| Some(Version { path: "a.yaml".into(), blob: blob.into() });
        assert_eq!((edits[0].new.clone(), edits[0].old.clone()), (version("b2"), version("b1")));
        assert_eq!((edits[1].commit.as_str(), edits[1].author.as_str(), &edits[1].old), ("c1", "C", &None));
        assert_eq!(versions(edits).len(), 2);
    }
}
