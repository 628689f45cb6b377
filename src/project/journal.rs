//! Two files that belong together: both are written, or a run that was killed between them is made good.
//!
//! A resource without its state would look as if a person had edited it. So what is to be written of both
//! is noted first; whoever takes the project's lock next writes what is left of it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock;
use super::write::Writer;
use crate::problem::FileError;
/// A resource and its state, below the project.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    resource: PathBuf,
    source: String,
    state: PathBuf,
    yaml: String,
}

fn path(root: &Path) -> PathBuf {
    root.join(lock::WORK_FOLDER).join("unfinished")
}

/// Writes a resource and its state. The project's lock is held.
pub fn put_both(
    root: &Path,
    (resource, source): (&Path, &str),
    (state, yaml): (&Path, &str),
    writer: &Writer,
) -> Result<(), FileError> {
    let below = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    let note = Note { resource: below(resource), source: source.into(), state: below(state), yaml: yaml.into() };
    let text = serde_json::to_string(&note).map_err(|error| FileError::new(path(root), error.to_string()))?;
    Writer::new(false).put(&path(root), text.as_bytes())?;
    writer.put(resource, source.as_bytes())?;
    writer.put(state, yaml.as_bytes())?;
    remove(root)
}

/// Writes the state that is missing beside a resource which a run wrote last before it was killed.
pub fn finish(root: &Path) -> Result<(), FileError> {
    let Ok(text) = std::fs::read_to_string(path(root)) else { return Ok(()) };
    if let Ok(note) = serde_json::from_str::<Note>(&text)
        && std::fs::read_to_string(root.join(&note.resource)).is_ok_and(|found| found == note.source)
    {
        Writer::new(false).put(&root.join(&note.state), note.yaml.as_bytes())?;
    }
    remove(root)
}

fn remove(root: &Path) -> Result<(), FileError> {
    std::fs::remove_file(path(root)).map_err(|error| FileError::io(path(root), "remove the file", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_run_left_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let (resource, state) = (root.join("a.ftl"), root.join("a.yaml"));
        put_both(root, (&resource, "a = 1\n"), (&state, "one"), &Writer::new(false)).unwrap();
        assert!(!path(root).exists() && std::fs::read_to_string(&state).unwrap() == "one");
        let note =
            Note { resource: "a.ftl".into(), source: "a = 2\n".into(), state: "a.yaml".into(), yaml: "two".into() };
        let leave = || std::fs::write(path(root), serde_json::to_string(&note).unwrap()).unwrap();
        leave();
        finish(root).unwrap();
        assert_eq!(std::fs::read_to_string(&state).unwrap(), "one", "the resource was not written yet");
        leave();
        std::fs::write(&resource, "a = 2\n").unwrap();
        finish(root).unwrap();
        assert_eq!(std::fs::read_to_string(&state).unwrap(), "two");
        std::fs::write(path(root), "half a no").unwrap();
        finish(root).unwrap();
        assert!(!path(root).exists());
    }
}
