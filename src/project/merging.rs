//! What git knows while it merges: which files conflict, in which versions, and from which commits.

use std::path::{Path, PathBuf};

use handback_core::text::conflict;

use super::git::{files_at, git_in, text_in};

/// Three versions of a file: where both sides began, ours, theirs. What is not there is empty.
pub type Texts = [String; 3];

/// Three commits, in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commits([String; 3]);

/// What a merge, rebase, cherry-pick or stash that is under way calls the other side.
const OTHER_SIDES: [&str; 5] = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD", "stash@{0}"];

/// Files below `folder` that git could not merge.
pub fn unmerged(folder: &Path) -> Option<Vec<PathBuf>> {
    let listing = git_in(folder, &["ls-files", "--unmerged", "-z"])?;
    let listing = String::from_utf8(listing).ok()?;
    let mut paths: Vec<PathBuf> =
        listing.split('\0').filter_map(|line| line.split_once('\t').map(|(_, path)| PathBuf::from(path))).collect();
    paths.dedup();
    Some(paths)
}

/// A file that conflicts, as the index has it in three versions.
pub fn staged(folder: &Path, path: &Path) -> Option<Texts> {
    texts([":1", ":2", ":3"].map(|stage| version(folder, stage, path))).map(without_marks)
}

/// Versions that may themselves hold conflicts: git merges what both sides have in common if it is several commits, and what lies
/// under the two names that both sides gave to one file. Of each version that is left which the side itself has.
pub fn without_marks([base, ours, theirs]: Texts) -> Texts {
    let side = |text: String, is_theirs| conflict::side(&text, is_theirs).into_owned();
    [side(base, false), side(ours, false), side(theirs, true)]
}

/// A file as the index has it, if it does not conflict.
pub fn indexed(folder: &Path, path: &Path) -> Option<String> {
    String::from_utf8(version(folder, ":0", path)??).ok()
}

/// A file in three commits.
pub fn committed(folder: &Path, commits: &Commits, path: &Path) -> Option<Texts> {
    committed_at(folder, commits, [path; 3])
}

/// The same where it has another name in each of them.
pub fn committed_at(folder: &Path, commits: &Commits, paths: [&Path; 3]) -> Option<Texts> {
    texts(std::array::from_fn(|at| version(folder, &commits.0[at], paths[at])))
}

/// The commits that a merge is of: those in which a file has just the three versions that git has of it. `label` is
/// what git calls the other side.
pub fn commits(folder: &Path, label: Option<&str>, path: &Path, own: &Texts) -> Option<Commits> {
    let holds = |commit: &str, text: &str| {
        let found = version(folder, commit, path).flatten().unwrap_or_default();
        found == text.as_bytes()
    };
    let ours = commit(folder, "HEAD").filter(|ours| holds(ours, &own[1]))?;
    // A label reads `branch`, or `1234567 (subject of the commit)`.
    let label = label.and_then(|label| label.split_whitespace().next()).map(str::to_owned);
    let others = label.into_iter().chain(OTHER_SIDES.map(str::to_owned)).chain(being_rebased(folder));
    others.filter_map(|name| commit(folder, &name)).filter(|theirs| holds(theirs, &own[2])).find_map(|theirs| {
        let fork = text_in(folder, &["merge-base", &ours, &theirs]).map(|fork| fork.trim().to_owned());
        let parent = commit(folder, &format!("{theirs}^"));
        let base = fork.into_iter().chain(parent).find(|base| holds(base, &own[0]))?;
        Some(Commits([base, ours.clone(), theirs]))
    })
}

/// The same where git took a file for another that was renamed: its three versions are those of any files of the commits.
pub fn renamed(folder: &Path, path: &Path) -> Option<Commits> {
    let [base_blob, our_blob, their_blob] = [":1", ":2", ":3"].map(|stage| {
        let name = format!("{stage}:./{}", path.to_string_lossy().replace('\\', "/"));
        text_in(folder, &["rev-parse", "--verify", "--quiet", &name]).map(|blob| blob.trim().to_owned())
    });
    let holds = |commit: &str, blob: &Option<String>| {
        let Some(blob) = blob else { return true };
        let listing = text_in(folder, &["ls-tree", "-r", "--format=%(objectname)", commit]);
        listing.is_some_and(|listing| listing.lines().any(|line| line == blob))
    };
    let ours = commit(folder, "HEAD").filter(|ours| holds(ours, &our_blob))?;
    let others = OTHER_SIDES.map(str::to_owned).into_iter().chain(being_rebased(folder));
    others.filter_map(|name| commit(folder, &name)).filter(|theirs| holds(theirs, &their_blob)).find_map(|theirs| {
        let fork = text_in(folder, &["merge-base", &ours, &theirs]).map(|fork| fork.trim().to_owned());
        let parent = commit(folder, &format!("{theirs}^"));
        let base = fork.into_iter().chain(parent).find(|base| holds(base, &base_blob))?;
        Some(Commits([base, ours.clone(), theirs]))
    })
}

/// Where a file was in each of three commits, if its document was renamed on one side: under the name that the side without this
/// one has for the same version, if nothing has that name where this one is.
pub fn places(folder: &Path, commits: &Commits, path: &Path) -> [PathBuf; 3] {
    let listings = commits.0.each_ref().map(|commit| blobs(folder, commit));
    let is_there = |at: usize, path: &Path| listings[at].iter().any(|(_, known)| known == path);
    let renaming: Vec<usize> = (0..3).filter(|at| is_there(*at, path)).collect();
    std::array::from_fn(|at| {
        let name = format!(":{}:./{}", at + 1, path.to_string_lossy().replace('\\', "/"));
        let blob = text_in(folder, &["rev-parse", "--verify", "--quiet", &name]).map(|blob| blob.trim().to_owned());
        let is_of = |(known, place): &&(String, PathBuf)| {
            Some(known) == blob.as_ref() && renaming.iter().all(|side| !is_there(*side, place))
        };
        match renaming.contains(&at) || renaming.is_empty() {
            true => path.to_owned(),
            false => listings[at].iter().find(is_of).map_or_else(|| path.to_owned(), |(_, place)| place.clone()),
        }
    })
}

/// The files of a commit below a folder, each with the name of its content.
fn blobs(folder: &Path, commit: &str) -> Vec<(String, PathBuf)> {
    let listing = text_in(folder, &["ls-tree", "-r", "-z", "--format=%(objectname) %(path)", commit]);
    let entry = |line: &str| line.split_once(' ').map(|(blob, path)| (blob.to_owned(), PathBuf::from(path)));
    listing.unwrap_or_default().split('\0').filter_map(entry).collect()
}

/// The resource below a folder that had a message where both sides began, and its state.
pub fn holding(folder: &Path, commits: &Commits, below: &Path, id: &str) -> Option<(String, String)> {
    let base = &commits.0[0];
    let below = below.to_string_lossy().replace('\\', "/");
    let found = text_in(folder, &["grep", "-l", "-e", &format!("^{id} ="), base, "--", &format!("{below}/*.ftl")])?;
    let path = found.lines().next()?.split_once(':')?.1.to_owned();
    let text = |path: &Path| String::from_utf8(version(folder, base, path)??).ok();
    let path = Path::new(&path);
    Some((text(path)?, text(&path.with_extension("yaml")).unwrap_or_default()))
}

/// The commit that a rebase puts in place right now.
fn being_rebased(folder: &Path) -> Option<String> {
    let done = text_in(folder, &["rev-parse", "--git-path", "rebase-merge/done"])?;
    let done = std::fs::read_to_string(folder.join(done.trim_end())).ok()?;
    done.lines().last()?.split_whitespace().nth(1).map(str::to_owned)
}

fn commit(folder: &Path, name: &str) -> Option<String> {
    if name.starts_with('-') {
        return None;
    }
    let commit = text_in(folder, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?;
    Some(commit.trim().to_owned())
}

/// `Some(None)` if the file is not there.
fn version(folder: &Path, commit: &str, path: &Path) -> Option<Option<Vec<u8>>> {
    files_at(folder, commit, std::slice::from_ref(&path.to_owned()))?.pop()
}

fn texts(versions: [Option<Option<Vec<u8>>>; 3]) -> Option<Texts> {
    let text = |version: Option<Option<Vec<u8>>>| String::from_utf8(version?.unwrap_or_default()).ok();
    let [base, ours, theirs] = versions.map(text);
    Some([base?, ours?, theirs?])
}

/// Merges three files line by line, as git does without any driver, into the first; false if that leaves a conflict.
pub fn merge_lines(folder: &Path, [ours, base, theirs]: [&Path; 3]) -> bool {
    let names = [ours, base, theirs].map(|path| path.to_string_lossy().into_owned());
    git_in(folder, &["merge-file", "-L", "ours", "-L", "base", "-L", "theirs", &names[0], &names[1], &names[2]])
        .is_some()
}
