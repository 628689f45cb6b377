//! What is said of pages whose English is not proven: once for all of them.

use std::path::PathBuf;

use handback_core::text::count::counted;

use super::English;
use crate::problem::{Problem, shown};

/// So many pages are named.
const NAMED: usize = 3;

/// Says of pages, each with its English, what could not be found. `is_shallow` is asked if it matters.
pub fn said<'p>(
    pages: impl Iterator<Item = (PathBuf, &'p English)> + Clone,
    is_shallow: impl FnOnce() -> bool,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let unproven: Vec<PathBuf> = pages.clone().filter(|(_, english)| !english.proven).map(|(path, _)| path).collect();
    match &unproven[..] {
        [] => return problems,
        [page] => {
            let why = "the English that the page was made from was not found: its translations are marked as unproven";
            problems.push(Problem::finding(why).at(page, None));
        }
        many => {
            let message = format!(
                "the English that {} were made from was not found: their translations are marked as unproven ({})",
                counted(many.len(), "page"),
                named(many)
            );
            problems.push(Problem::finding(message));
        }
    }
    let unknown: Vec<(PathBuf, &str)> =
        pages.filter_map(|(path, english)| Some((path, english.unknown_commit.as_deref()?))).collect();
    let message = match &unknown[..] {
        [] => None,
        [(page, commit)] => {
            Some(format!("{} names the commit {}, in which git has no English of it", shown(page), short(commit)))
        }
        [(page, commit), ..] => Some(format!(
            "{} name commits in which git has no English of them, the first {} {}",
            counted(unknown.len(), "page"),
            shown(page),
            short(commit)
        )),
    };
    problems.extend(message.map(|message| Problem::warning(format!("{message}: what fits best was taken"))));
    if is_shallow() {
        let message = "the clone is shallow: earlier English is not known; fetch the history (`git fetch --unshallow`, \
                       in CI `fetch-depth: 0`) and adopt again";
        problems.push(Problem::warning(message));
    }
    problems
}

/// A commit as git shortens it.
fn short(commit: &str) -> String {
    format!("`{}`", commit.get(..12).unwrap_or(commit))
}

/// `a.md, b.md, c.md and 5 more`.
fn named(pages: &[PathBuf]) -> String {
    let names: Vec<String> = pages.iter().take(NAMED).map(|page| shown(page)).collect();
    let more = pages.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more; `--format json` names all") };
    names.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_few_pages_are_named() {
        let pages: Vec<PathBuf> =
            ["a.md", "b.md", "c.md", "d.md"].iter().map(|page| Path::new(page).to_owned()).collect();
        assert_eq!(named(&pages[..2]), "a.md, b.md");
        assert_eq!(named(&pages), "a.md, b.md, c.md and 1 more; `--format json` names all");
    }
}
