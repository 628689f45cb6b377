//! How far locales were at earlier commits: which commits, and what was counted there before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cache::check_sum;
use super::lock::WORK_FOLDER;
use super::write::Writer;
use super::{files, git};

const FILE_NAME: &str = "history";
/// The form of the file, and of what is counted.
const VERSION: u32 = 1;
/// With more counts than that, those that a run does not ask for are forgotten.
const MOST: usize = 5000;

/// A commit that changed files below a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub commit: String,
    /// In seconds since 1970.
    pub time: i64,
}

/// Commits of the branch that changed files at these paths below `root`, the newest first; `None` without git.
pub fn changes(root: &Path, paths: &[String], most: Option<usize>) -> Option<Vec<Change>> {
    git::head_commit(root)?;
    let most = most.map(|most| format!("--max-count={most}"));
    let mut arguments = vec!["--literal-pathspecs", "log", "--first-parent", "--format=%H %ct"];
    arguments.extend(most.as_deref());
    arguments.extend(["HEAD", "--"]);
    arguments.extend(paths.iter().map(String::as_str));
    let listed = git::text_in(root, &arguments)?;
    let change = |line: &str| {
        let (commit, time) = line.split_once(' ')?;
        Some(Change { commit: commit.to_owned(), time: time.parse().ok()? })
    };
    listed.lines().map(change).collect()
}

/// The tree of a folder at a commit.
pub fn tree(root: &Path, commit: &str, folder: &str) -> Option<String> {
    let name = format!("{commit}:./{folder}");
    git::text_in(root, &["rev-parse", "--verify", "--quiet", &name]).map(|tree| tree.trim().to_owned())
}

/// Counts that earlier runs made. They follow from what they are kept for; the file may be deleted at any time.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Counted {
    /// By what was counted: human, machine, unproven, stale and missing messages.
    counts: BTreeMap<String, [usize; 5]>,
    #[serde(skip)]
    changed: bool,
    /// What this run asked for.
    #[serde(skip)]
    used: BTreeSet<String>,
}

impl Counted {
    pub fn read(root: &Path) -> Self {
        Self::read_from(root).unwrap_or_default()
    }

    fn read_from(root: &Path) -> Option<Self> {
        let text = files::read_text(&root.join(WORK_FOLDER).join(FILE_NAME)).ok()?;
        let (head, rest) = text.split_once('\n')?;
        // Damaged counts would be wrong ones.
        if head != head_of(rest) {
            return None;
        }
        serde_json::from_str(rest).ok()
    }

    pub fn get(&mut self, key: &str) -> Option<[usize; 5]> {
        self.used.insert(key.to_owned());
        self.counts.get(key).copied()
    }

    pub fn put(&mut self, key: String, counts: [usize; 5]) {
        self.counts.insert(key, counts);
        self.changed = true;
    }

    /// Keeps what is counted for the next run. A cache that cannot be written costs time, nothing else.
    pub fn save(&mut self, root: &Path) {
        let folder = root.join(WORK_FOLDER);
        if !self.changed || !folder.is_dir() {
            return;
        }
        if self.counts.len() > MOST {
            let used = &self.used;
            self.counts.retain(|key, _| used.contains(key));
        }
        let Ok(text) = serde_json::to_string(self) else { return };
        let _ = Writer::new(false).put(&folder.join(FILE_NAME), format!("{}\n{text}", head_of(&text)).as_bytes());
    }
}

fn head_of(text: &str) -> String {
    format!("handback history {VERSION} {:016x}", check_sum(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_kept_and_damage_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let mut counted = Counted::read(root);
        counted.put("tree fr-FR".into(), [1, 2, 3, 4, 5]);
        counted.save(root);
        assert_eq!(Counted::read(root).get("tree fr-FR"), None, "no work folder is made");
        std::fs::create_dir(root.join(WORK_FOLDER)).unwrap();
        counted.save(root);
        assert_eq!(Counted::read(root).get("tree fr-FR"), Some([1, 2, 3, 4, 5]));
        let path = root.join(WORK_FOLDER).join(FILE_NAME);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("[1,", "[9,")).unwrap();
        assert_eq!(Counted::read(root).get("tree fr-FR"), None);
    }
}
