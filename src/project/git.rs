//! What git knows of the sources. No git, or no repository, is not an error.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustc_hash::FxHashSet;

/// The commit that is checked out in the repository around `folder`.
pub fn head_commit(folder: &Path) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["rev-parse", "--verify", "--quiet", "HEAD"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let commit = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && commit.len() >= 40).then_some(commit)
}

/// The address of the remote `origin`, as git would use it.
pub fn remote(folder: &Path) -> Option<String> {
    let address = text_in(folder, &["remote", "get-url", "origin"])?.trim().to_owned();
    (!address.is_empty()).then_some(address)
}

/// The branch that others start from: that of the remote `origin`, else `main` or `master` if there is such a branch, else the
/// one that is checked out.
pub fn default_branch(folder: &Path) -> Option<String> {
    let said = |arguments: &[&str]| Some(text_in(folder, arguments)?.trim().to_owned()).filter(|name| !name.is_empty());
    let of_remote = said(&["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
    let of_remote = of_remote.and_then(|name| Some(name.strip_prefix("origin/")?.to_owned()));
    let usual = || {
        let there = |name: &&str| {
            said(&["for-each-ref", &format!("refs/heads/{name}"), &format!("refs/remotes/origin/{name}")]).is_some()
        };
        ["main", "master"].iter().find(|name| there(name)).map(|name| (*name).to_owned())
    };
    of_remote.or_else(usual).or_else(|| said(&["symbolic-ref", "--quiet", "--short", "HEAD"]))
}

/// What is said where nothing of git is around a folder.
pub const NO_REPOSITORY: &str = "this folder is in no git repository";

/// Why git answers nothing about a folder although a repository is around it: it belongs to another user, or cannot be read.
pub fn refusal(folder: &Path) -> Option<String> {
    let folder = std::path::absolute(folder).ok()?;
    let is_around = folder.ancestors().any(|folder| std::fs::symlink_metadata(folder.join(".git")).is_ok());
    let output = match git(&folder).args(["rev-parse", "--git-dir"]).stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(error) => return is_around.then(|| format!("git cannot be run: {error}")),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
    let advice = if said.contains("dubious ownership") {
        ": `git config --global --add safe.directory FOLDER` trusts it"
    } else {
        ""
    };
    (is_around && !output.status.success()).then(|| format!("git says “{said}”{advice}"))
}

/// Whether the history of the repository around `folder` is cut off.
pub fn is_shallow(folder: &Path) -> bool {
    let said = git_in(folder, &["rev-parse", "--is-shallow-repository"]);
    said.is_some_and(|said| said.starts_with(b"true"))
}

/// Whether it is worth asking git for what a sparse checkout leaves out.
pub fn may_be_sparse(folder: &Path) -> bool {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let git = folder.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists());
    // A file names the folder of a working tree beside others.
    git.is_some_and(|git| git.is_file() || git.join("info/sparse-checkout").exists())
}

/// Files that a sparse checkout leaves out: they are not gone.
pub fn skipped(folder: &Path) -> Vec<PathBuf> {
    let is_sparse = git_in(folder, &["config", "--bool", "core.sparseCheckout"]);
    if is_sparse.is_none_or(|said| !said.starts_with(b"true")) {
        return Vec::new();
    }
    let listed = git_in(folder, &["ls-files", "-t", "-z"]).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed);
    listed.split('\0').filter_map(|line| line.strip_prefix("S ")).map(|path| folder.join(path)).collect()
}

pub(super) fn git_in(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    output_of(git(folder).args(arguments))
}

/// A check writes nothing, not even what git would note in passing.
pub(super) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("--no-optional-locks").arg("-C").arg(folder);
    git
}

fn output_of(git: &mut Command) -> Option<Vec<u8>> {
    let output = git.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// What `git diff` prints, made with a copy of the index: it notes there which files are the same
/// although their times changed, and no option keeps it from that.
fn diff(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let index = folder.join(text_in(folder, &["rev-parse", "--git-path", "index"])?.trim_end_matches('\n'));
    let mut command = git(folder);
    command.arg("diff").args(arguments);
    if !index.is_file() {
        return output_of(&mut command);
    }
    let copy = tempfile::tempdir().ok()?;
    std::fs::copy(&index, copy.path().join("index")).ok()?;
    output_of(command.env("GIT_INDEX_FILE", copy.path().join("index")))
}

/// What changed between a revision and the working tree.
#[derive(Debug, Default)]
pub struct Changed {
    /// Files that changed, came or went, relative to the folder that was asked for.
    pub files: Vec<PathBuf>,
    /// New name and old name of files that were renamed.
    pub renamed: Vec<(PathBuf, PathBuf)>,
    /// The commit that was compared with: where the branch left `revision`.
    pub base: String,
}

/// Files below `folder` that changed since a branch left `revision`, committed or not.
pub fn changed_since(folder: &Path, revision: &str) -> Result<Changed, String> {
    let fail = |what: &str| format!("cannot look at git revision `{revision}`: {what}");
    if revision.starts_with('-') {
        return Err(fail("that is not the name of a revision"));
    }
    if prefix(folder).is_none() {
        return Err(fail(&refusal(folder).unwrap_or_else(|| NO_REPOSITORY.to_owned())));
    }
    let commit = format!("{revision}^{{commit}}");
    let commit = text_in(folder, &["rev-parse", "--verify", "--quiet", &commit])
        .ok_or_else(|| fail("there is no such commit here; in CI, fetch the history (`fetch-depth: 0`)"))?;
    let base = text_in(folder, &["merge-base", commit.trim(), "HEAD"])
        .ok_or_else(|| {
            fail("it has no commit in common with this branch here; in CI, fetch the history (`fetch-depth: 0`)")
        })?
        .trim()
        .to_owned();
    let arguments = ["--name-status", "-z", "-M", "--relative", &base, "--", "."];
    let diff = diff(folder, &arguments).ok_or_else(|| fail("git diff failed"))?;
    let untracked = git_in(folder, &["ls-files", "-z", "--others", "--exclude-standard"]).unwrap_or_default();
    let mut changed = Changed { base, ..Changed::default() };
    let diff = String::from_utf8_lossy(&diff);
    let mut fields = diff.split('\0').filter(|field| !field.is_empty());
    let mut deleted: Vec<PathBuf> = Vec::new();
    while let (Some(status), Some(path)) = (fields.next(), fields.next()) {
        changed.files.push(path.into());
        if status == "D" {
            deleted.push(path.into());
        }
        if status.starts_with(['R', 'C']) {
            let Some(new) = fields.next() else { break };
            changed.files.push(new.into());
            changed.renamed.push((new.into(), path.into()));
        }
    }
    let untracked = String::from_utf8_lossy(&untracked);
    let untracked: Vec<PathBuf> = untracked.split('\0').filter(|path| !path.is_empty()).map(PathBuf::from).collect();
    let renamed = renamed_without_git(folder, &changed.base, &deleted, &untracked);
    changed.renamed.extend(renamed);
    changed.files.extend(untracked);
    Ok(changed)
}

/// Pairs files that went with files that git does not know yet, where at least half of the lines are the
/// same: git sees a rename only once it is staged.
fn renamed_without_git(
    folder: &Path,
    base: &str,
    deleted: &[PathBuf],
    untracked: &[PathBuf],
) -> Vec<(PathBuf, PathBuf)> {
    let same_kind = |old: &Path, new: &Path| old.extension() == new.extension();
    let new_ones: Vec<&PathBuf> =
        untracked.iter().filter(|new| deleted.iter().any(|old| same_kind(old, new))).collect();
    if new_ones.is_empty() {
        return Vec::new();
    }
    let lines = |bytes: &[u8]| -> FxHashSet<Vec<u8>> {
        bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()).map(<[u8]>::to_vec).collect()
    };
    let old: Vec<_> = files_at(folder, base, deleted).unwrap_or_default();
    let old: Vec<_> = old.iter().map(|bytes| lines(bytes.as_deref().unwrap_or_default())).collect();
    let mut candidates = Vec::new();
    for new in new_ones {
        let now = lines(&std::fs::read(folder.join(new)).unwrap_or_default());
        for (path, before) in deleted.iter().zip(&old).filter(|(path, _)| same_kind(path, new)) {
            let common = now.intersection(before).count();
            if common > 0 && common * 2 >= now.len().max(before.len()) {
                candidates.push((common, new.clone(), path.clone()));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (&a.1, &a.2).cmp(&(&b.1, &b.2))));
    let (mut new_taken, mut old_taken) = (FxHashSet::default(), FxHashSet::default());
    candidates.retain(|(_, new, old)| {
        let free = !new_taken.contains(new) && !old_taken.contains(old);
        if free {
            new_taken.insert(new.clone());
            old_taken.insert(old.clone());
        }
        free
    });
    candidates.into_iter().map(|(_, new, old)| (new, old)).collect()
}

/// Files as they were at a commit, read by one git; `None` for those that were not there.
pub fn files_at(folder: &Path, commit: &str, paths: &[PathBuf]) -> Option<Vec<Option<Vec<u8>>>> {
    let name = |path: &PathBuf| format!("{commit}:./{}", path.to_string_lossy().replace('\\', "/"));
    blobs(folder, &paths.iter().map(name).collect::<Vec<_>>())
}

/// The commits that names stand for; `None` for names that stand for none.
pub(super) fn commits(folder: &Path, names: &[String]) -> Option<Vec<Option<String>>> {
    let mut command = git(folder);
    command.args(["cat-file", "--batch-check"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut git = command.spawn().ok()?;
    // So few names fit into the pipe.
    let written = git.stdin.take()?.write_all(format!("{}\n", names.join("\n")).as_bytes());
    let output = git.wait_with_output().ok().filter(|output| written.is_ok() && output.status.success())?;
    let answers = String::from_utf8(output.stdout).ok()?;
    let commit = |line: &str| line.split_once(" commit ").map(|(commit, _)| commit.to_owned());
    Some(answers.lines().map(commit).collect())
}

/// The contents of blobs, read by one git; `None` for those that there are not.
pub fn blobs(folder: &Path, names: &[String]) -> Option<Vec<Option<Vec<u8>>>> {
    blobs_by(git(folder), names)
}

/// The same without asking another machine for what a partial clone left out.
pub fn blobs_at_hand(folder: &Path, names: &[String]) -> Option<Vec<Option<Vec<u8>>>> {
    let mut git = git(folder);
    git.env("GIT_NO_LAZY_FETCH", "1");
    blobs_by(git, names)
}

fn blobs_by(mut git: Command, names: &[String]) -> Option<Vec<Option<Vec<u8>>>> {
    let mut git = git
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = git.stdin.take()?;
    let wanted: Vec<String> = names.iter().map(|name| format!("{name}\n")).collect();
    // Written from a thread of its own: git answers before it has read all.
    let writer = std::thread::spawn(move || wanted.iter().try_for_each(|line| input.write_all(line.as_bytes())));
    let mut output = BufReader::new(git.stdout.take()?);
    let mut files = Vec::with_capacity(names.len());
    for _ in names {
        let mut header = String::new();
        output.read_line(&mut header).ok()?;
        let size = header.trim_end().rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
        files.push(match size.filter(|_| header.contains(" blob ")) {
            Some(size) => {
                let mut bytes = vec![0; size + 1];
                output.read_exact(&mut bytes).ok()?;
                bytes.pop();
                Some(bytes)
            }
            None => None,
        });
    }
    writer.join().ok()?.ok()?;
    git.wait().ok()?;
    Some(files)
}

/// Whether git has a text, as whatever file of whichever commit or of the index.
pub fn holds(folder: &Path, text: &str) -> bool {
    let blob = || {
        let mut git =
            git(folder).args(["hash-object", "--stdin"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
        let written = git.stdin.take()?.write_all(text.as_bytes());
        let output = git.wait_with_output().ok().filter(|output| written.is_ok() && output.status.success())?;
        String::from_utf8(output.stdout).ok()
    };
    blob().is_some_and(|blob| git_in(folder, &["cat-file", "-e", blob.trim()]).is_some())
}

/// Whether a file holds what another held in some commit before.
pub fn was(file: &Path, copy: &Path) -> bool {
    let find = || {
        let (file, copy) = (std::path::absolute(file).ok()?, std::path::absolute(copy).ok()?);
        let folder = file.parent()?;
        let blob = text_in(folder, &["hash-object", "--", copy.to_str()?])?;
        let wanted = format!("--find-object={}", blob.trim());
        text_in(folder, &["log", "-1", "--format=%h", &wanted, "--", file.to_str()?])
    };
    find().is_some_and(|commit| !commit.trim().is_empty())
}

/// The name that git would put on a commit made in `folder`.
pub fn user_name(folder: &Path) -> Option<String> {
    let name = text_in(folder, &["config", "user.name"])?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// Where `folder` lies in its repository: empty at the top, else ending with `/`.
pub fn prefix(folder: &Path) -> Option<String> {
    text_in(folder, &["rev-parse", "--show-prefix"]).map(|prefix| prefix.trim().to_owned())
}

pub(super) fn text_in(folder: &Path, arguments: &[&str]) -> Option<String> {
    git_in(folder, arguments).and_then(|bytes| String::from_utf8(bytes).ok())
}
