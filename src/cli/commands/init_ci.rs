use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::failure::Failure;
use handback::problem::shown;
use handback::project::files;
use handback::project::git::{default_branch, prefix};
use handback::project::write::Writer;

/// Whose CI it is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Ci {
    Github,
    Gitlab,
}

impl Ci {
    /// Where the file belongs in the repository.
    fn place(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/translations.yml",
            Self::Gitlab => ".gitlab-ci.yml",
        }
    }

    /// What asks for a change to be taken.
    fn requests(self) -> &'static str {
        match self {
            Self::Github => "pull requests",
            Self::Gitlab => "merge requests",
        }
    }

    /// What is in it, for a project in this folder of the repository (empty: at the top) whose default branch has this name.
    fn text(self, folder: &str, branch: &str) -> String {
        let (example, above, key) = match self {
            Self::Github => (
                include_str!("../../../examples/ci/github-actions.yml"),
                "        with:\n          sarif",
                "working-directory",
            ),
            Self::Gitlab => {
                (include_str!("../../../examples/ci/gitlab-ci.yml"), "    inputs:\n      image", "directory")
            }
        };
        // The example begins with where to put it.
        let own: String = example.split_inclusive('\n').skip_while(|line| line.starts_with('#')).collect();
        let is_plain = branch.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
        let name = if is_plain { branch.to_owned() } else { format!("{branch:?}") };
        let own = own.replace("branches: [main]", &format!("branches: [{name}]"));
        if folder.is_empty() {
            return own;
        }
        let (list, first) = above.split_once('\n').expect("two lines");
        let indent = &first[..first.len() - first.trim_start().len()];
        own.replace(above, &format!("{list}\n{indent}{key}: {folder:?}\n{first}"))
    }
}

/// Writes the file with which CI checks the translations of the project in `root`. One that is there is left alone, and
/// what it lacks is shown.
pub fn write(out: &mut dyn Write, ci: Ci, root: &Path) -> Result<(), Failure> {
    let folder = prefix(root).ok_or_else(|| Failure::new(super::init::no_repository(root)))?;
    let folder = folder.trim_end_matches('/');
    let up: PathBuf = folder.split('/').filter(|part| !part.is_empty()).map(|_| "..").collect();
    let path = root.join(up).join(ci.place());
    let text = ci.text(folder, &default_branch(root).unwrap_or_else(|| "main".into()));
    if files::is_there(&path) {
        writeln!(out, "{} is there already; this is what checks translations:\n\n{text}", shown(&path))?;
        return Ok(());
    }
    Writer::new(false).put(&path, text.as_bytes())?;
    writeln!(out, "Wrote {}: {} are checked from now on.", shown(&path), ci.requests())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_branch_is_that_of_the_repository() {
        assert!(Ci::Github.text("", "trunk").contains("    branches: [trunk]\n"));
        assert!(Ci::Github.text("", "a\"b").contains("    branches: [\"a\\\"b\"]\n"));
        assert!(!Ci::Gitlab.text("", "trunk").contains("branches"));
    }

    #[test]
    fn a_project_in_a_folder_says_which() {
        for ci in [Ci::Github, Ci::Gitlab] {
            let top = ci.text("", "main");
            assert!(!top.contains("directory") && !top.starts_with('#'), "{top}");
            let below = ci.text("docs/our \"site\"", "main");
            assert!(below.contains("directory: \"docs/our \\\"site\\\"\"\n"), "{below}");
            assert_eq!(below.lines().count(), top.lines().count() + 1);
        }
    }
}
