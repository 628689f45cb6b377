//! What git knows of the sources. No git, or no repository, is not an error.

use std::path::Path;
use std::process::{Command, Stdio};

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

/// A file's bytes at a commit.
pub fn file_at(path: &Path, commit: &str) -> Option<Vec<u8>> {
    let is_commit = commit.len() >= 7 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = path.file_name()?.to_str().filter(|_| is_commit)?;
    let output = git_in(path.parent()?, &["show", &format!("{commit}:./{name}")])?;
    Some(output)
}

/// The commits that changed a file, newest first.
pub fn history(path: &Path) -> Vec<String> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Vec::new();
    };
    let output = git_in(folder, &["log", "--format=%H", "--", name]).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().map(str::to_owned).collect()
}

fn git_in(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then_some(output.stdout)
}
