//! Contents of files at commits, one after the other from one git.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::git;

/// A git that answers for what it is asked, until it is dropped.
pub struct Objects {
    git: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

/// What git has under a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Object {
    pub id: String,
    pub bytes: Vec<u8>,
}

impl Objects {
    /// Starts a git in the repository around `folder`; `None` without git. It asks no other machine for what a partial
    /// clone left out.
    pub fn open(folder: &Path) -> Option<Self> {
        let mut command = git::git(folder);
        command.args(["cat-file", "--batch"]).env("GIT_NO_LAZY_FETCH", "1");
        let mut git = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let output = BufReader::new(git.stdout.take()?);
        Some(Self { input: git.stdin.take(), git, output })
    }

    /// The contents of a file, named as git does (`COMMIT:PATH`, or the id of a blob).
    pub fn file(&mut self, name: &str) -> Option<Object> {
        self.object(name, "blob")
    }

    /// Whether git has a commit.
    pub fn has_commit(&mut self, commit: &str) -> bool {
        is_commit(commit) && self.object(&format!("{commit}^{{commit}}"), "commit").is_some()
    }

    fn object(&mut self, name: &str, kind: &str) -> Option<Object> {
        if name.contains('\n') {
            return None;
        }
        self.input.as_mut()?.write_all(format!("{name}\n").as_bytes()).ok()?;
        let mut header = String::new();
        self.output.read_line(&mut header).ok()?;
        // `ID KIND SIZE`, or the name as it was asked for with what is the matter.
        let mut parts = header.trim_end().rsplitn(3, ' ');
        let (size, found, id) = (parts.next()?.parse::<usize>(), parts.next()?, parts.next()?);
        let mut bytes = vec![0; size.ok()? + 1];
        self.output.read_exact(&mut bytes).ok()?;
        bytes.pop();
        (found == kind).then(|| Object { id: id.to_owned(), bytes })
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Git ends with its input.
        self.input = None;
        self.git.wait().ok();
    }
}

/// Whether a text can name a commit: never an option, a path, or a branch that may have moved since.
pub fn is_commit(text: &str) -> bool {
    (7..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
