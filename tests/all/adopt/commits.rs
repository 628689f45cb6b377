//! Pages that name the commit of their English, and pages that say nothing of it.

use super::adopt;
use crate::support::{Outcome, Project, git};

const OLD: &str = "# Alpha\n\nThe first text.\n\n- One item.\n- Two items.\n";
const NEW: &str = "# Alpha\n\nThe first text, in other words.\n\nA new paragraph.\n\n- One item.\n- Two items.\n";
const FRENCH: &str = "# Alpha\n\nLe premier texte.\n\n- Un élément.\n- Deux éléments.\n";

/// A project in a repository whose page was written at its first commit, and whose English changed since.
fn project(config: &str, front_matter: &str) -> Project {
    let project = Project::new(&format!("locales: [fr-FR]\nmetadata: none\nanchors: false\n{config}"));
    project.write("source-docs/a.md", OLD);
    git(&project, &["init", "-q"]);
    commit(&project, "2026-01-01");
    let page = front_matter.replace("COMMIT", &head(&project));
    project.write("source-docs/a.md", NEW);
    commit(&project, "2026-01-02");
    project.write("pages/a.md", &format!("{page}{FRENCH}"));
    project
}

fn commit(project: &Project, day: &str) {
    let day = format!("{day}T12:00:00Z");
    git(project, &["add", "-A"]);
    let output = std::process::Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com"])
        .args(["commit", "-qm", "x"])
        .env("GIT_AUTHOR_DATE", &day)
        .env("GIT_COMMITTER_DATE", &day)
        .current_dir(project.path(""))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn head(project: &Project) -> String {
    let output =
        std::process::Command::new("git").args(["rev-parse", "HEAD"]).current_dir(project.path("")).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn found_by(project: &Project) -> String {
    let outcome = adopt(project, &["--dry-run", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let english = &report["english"][0];
    let state = if english["is_todays"] == true { "today's" } else { "an earlier one" };
    let proof = if english["proven"] == true { "proven" } else { "presumed" };
    format!("{}: {state}, {proof}", english["found_by"].as_str().unwrap())
}

/// What is known of the changed text after an adoption.
fn previous(project: &Project) -> bool {
    let state = project.read("locales/fr-FR/a.yaml");
    state.contains("previous: The first text.") || state.contains("previous: \"The first text.\"")
}

fn fine(outcome: &Outcome) {
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
}

#[test]
fn the_commit_of_a_page_is_its_english() {
    for (config, front_matter, by) in [
        ("", "---\nms.sourcegitcommit: COMMIT\n---\n", "commit"),
        ("", "---\nl10n:\n  sourceCommit: COMMIT\n---\n", "key"),
        ("", "---\ndefault_lang_commit: COMMIT\n---\n", "key"),
        ("provenance: {commit: based.on}\n", "---\nbased: {on: COMMIT}\n---\n", "key"),
        ("provenance: {commit: [made_from, based_on]}\n", "---\nbased_on: COMMIT\n---\n", "key"),
    ] {
        let project = project(config, front_matter);
        assert_eq!(found_by(&project), format!("{by}: an earlier one, proven"), "{front_matter}");
        fine(&adopt(&project, &[]));
        assert!(previous(&project), "{}", project.read("locales/fr-FR/a.yaml"));
        assert!(!project.read("locales/fr-FR/a.yaml").contains("source_unproven"));
    }
    let project = project("provenance: {commit: [made_from]}\n", "---\ndefault_lang_commit: COMMIT\n---\n");
    assert_eq!(found_by(&project), "fit: an earlier one, presumed", "the configuration names another key");
}

#[test]
fn the_file_of_a_commit_is_followed_through_renames() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("old-docs/guide.md", OLD);
    git(&project, &["init", "-q"]);
    commit(&project, "2026-01-01");
    let first = head(&project);
    git(&project, &["mv", "old-docs", "docs"]);
    commit(&project, "2026-01-02");
    git(&project, &["mv", "docs", "source-docs"]);
    commit(&project, "2026-01-03");
    git(&project, &["mv", "source-docs/guide.md", "source-docs/a.md"]);
    commit(&project, "2026-01-04");
    project.write("source-docs/a.md", NEW);
    commit(&project, "2026-01-05");
    project.write("pages/a.md", &format!("---\ndefault_lang_commit: {first}\n---\n{FRENCH}"));
    assert_eq!(found_by(&project), "key: an earlier one, proven");
    let hash = super::hash(OLD);
    project.write("pages/a.md", &format!("---\nms.openlocfilehash: {hash}\n---\n{FRENCH}"));
    assert_eq!(found_by(&project), "hash: an earlier one, proven");
}

#[test]
fn a_commit_that_git_does_not_have_is_said_once() {
    let project = project("", "---\ndefault_lang_commit: 5e2cd59a54fc018a6df761b00c18e3ba592d9dba\n---\n");
    for name in ["b.md", "c.md"] {
        project.write(&format!("source-docs/{name}"), OLD);
        project.write(&format!("pages/{name}"), &project.read("pages/a.md"));
    }
    insta::assert_snapshot!(super::shown(&project, &["--dry-run"]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31 --dry-run
    3 pages: 0 made from today's English, 0 from an earlier one, 3 from one that was not found
    1 of these fits an earlier English best: what changed since is stale
    12 of 12 units translated (100 %)
    5 messages, 0 overrides, 0 with a selector; 1 of an earlier English (stale)
    2 of 2 pages regenerate to their very bytes.
    Would write 12 files.
    --- stderr
    finding: the English that 3 pages were made from was not found: their translations are marked as unproven (pages/a.md, pages/b.md, pages/c.md)
    warning: 3 pages name commits in which git has no English of them, the first pages/a.md `5e2cd59a54fc`: what fits best was taken
    --- exit code 1
    ");
}

#[test]
fn a_page_that_says_nothing_was_made_from_the_english_of_its_time() {
    let project = project("", "");
    project.write("source-docs/a.md", OLD);
    commit(&project, "2026-01-03");
    project.edit("source-docs/a.md", "The first text.", "The first text, in other words.");
    commit(&project, "2026-01-04");
    assert_eq!(found_by(&project), "date: an earlier one, presumed");
    insta::assert_snapshot!(super::shown(&project, &[]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    1 of these fits an earlier English best: what changed since is stale
    4 of 4 units translated (100 %)
    4 messages, 0 overrides, 0 with a selector; 1 of an earlier English (stale)
    Wrote 5 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: pages/a.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
    assert!(previous(&project), "{}", project.read("locales/fr-FR/a.yaml"));
    assert!(project.read("locales/fr-FR/a.yaml").contains("source_unproven"));
    project.sync();
    assert!(project.run(&["status"]).out.contains("1 stale"));
}

#[test]
fn of_the_versions_around_its_time_a_page_has_the_one_that_it_fits() {
    // Committed only after the English had grown.
    let project = project("", "");
    commit(&project, "2026-01-03");
    assert_eq!(found_by(&project), "date: an earlier one, presumed");
    adopt(&project, &[]);
    assert!(previous(&project), "{}", project.read("locales/fr-FR/a.yaml"));
    // And before: the translator had seen a draft.
    project.write("pages/a.md", &FRENCH.replace("- Un", "Un nouveau paragraphe.\n\n- Un"));
    commit(&project, "2026-01-04");
    assert_eq!(found_by(&project), "date: today's, presumed");
}

#[test]
fn pages_may_lie_in_another_repository() {
    let project = project("", "");
    std::fs::remove_dir_all(project.path("pages")).unwrap();
    let pages = Project::new("");
    pages.write("a.md", FRENCH);
    git(&pages, &["init", "-q"]);
    commit(&pages, "2026-01-01");
    project.edit("source-docs/a.md", "A new paragraph.\n\n", "");
    commit(&project, "2026-01-03");
    let folder = pages.path("");
    let outcome = project.run(&["adopt", "--locale", "fr-FR", folder.to_str().unwrap(), "--date", "2026-01-31"]);
    assert!(outcome.out.contains("1 of these fits an earlier English best"), "{}{}", outcome.out, outcome.err);
    assert!(previous(&project), "{}", project.read("locales/fr-FR/a.yaml"));
}

#[test]
fn a_folder_of_old_sources_counts_where_a_page_fits_it() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", NEW);
    project.write("old/a.md", OLD);
    project.write("pages/a.md", FRENCH);
    assert_eq!(found_by(&project), "today: today's, presumed");
    adopt(&project, &["--source-at", "old"]);
    assert!(previous(&project), "{}", project.read("locales/fr-FR/a.yaml"));
}

#[test]
fn a_shallow_clone_is_said_once() {
    let project = project("", "---\ndefault_lang_commit: COMMIT\n---\n");
    project.write("source-docs/b.md", OLD);
    project.write("pages/b.md", &project.read("pages/a.md"));
    commit(&project, "2026-01-03");
    let clone = Project::new("");
    let commit = project.read("pages/a.md")[25..37].to_owned();
    let from = format!("file://{}", project.path("").display());
    git(&clone, &["clone", "-q", "--depth", "1", &from, "clone"]);
    let mut command = clone.nameless();
    command.current_dir(clone.path("clone")).args(["adopt", "--locale", "fr-FR", "pages", "--dry-run"]);
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap().replace(&commit, "COMMIT");
    let said: String =
        said.lines().filter(|line| !line.contains("source-docs/")).map(|line| format!("{line}\n")).collect();
    insta::assert_snapshot!(said, @r"
    finding: pages/a.md:6: 1 unit of the page belongs to no known unit of its English, the first “Le premier texte.”
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (pages/a.md, pages/b.md)
    warning: 2 pages name commits in which git has no English of them, the first pages/a.md `COMMIT`: what fits best was taken
    warning: the clone is shallow: earlier English is not known; fetch the history (`git fetch --unshallow`, in CI `fetch-depth: 0`) and adopt again
    ");
}
