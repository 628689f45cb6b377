//! In CI every run has another checkout, in which all files are new. What the last one left may be there still.

use handback::project::lock;

use super::{
    IN_CI, check, check_out, checks_as_a_copy_does, config_of, drift, files, forget, from_nothing, harbor, status, sync,
};
use crate::support::Project;

/// A project at rest, the files of which are then as a checkout makes them.
fn checked_out(notes_contents: bool) -> Project {
    let project = harbor();
    if notes_contents {
        project.write(IN_CI, "");
    }
    forget(&project.path(""));
    sync(&project.path(""));
    check_out(&project.path(""));
    project
}

#[test]
fn a_checkout_with_the_same_files_is_answered_from_the_notes() {
    let project = checked_out(true);
    assert!(checks_as_a_copy_does(&project) && status(&project.path(""))[0].1.is_some());
    assert!(!drift(&project.path("")).0.is_empty());
    let before = files(&project.path(""));
    let report = sync(&project.path(""));
    assert!(report.up_to_date && files(&project.path("")) == before);
}

#[test]
fn without_sums_of_what_files_hold_every_document_is_read() {
    let project = checked_out(false);
    assert_eq!(sync(&project.path("")).reached, Some(5));
}

#[test]
fn of_another_checkout_only_what_differs_is_read() {
    let project = checked_out(true);
    // As long as it was before.
    project.edit("source-docs/c.md", "are moored", "lie hidden");
    assert!(checks_as_a_copy_does(&project));
    assert_eq!(sync(&project.path("")).reached, Some(1));
    assert!(files(&project.path("")) == from_nothing(&project).0);
    check_out(&project.path(""));
    assert!(checks_as_a_copy_does(&project) && sync(&project.path("")).up_to_date, "what it wrote is known, too");
}

#[test]
fn files_that_came_or_went_between_two_checkouts_are_noticed() {
    let project = checked_out(true);
    project.write("source-docs/sub/f.md", "# Pier f\n\nBoats of f are moored here.\n");
    std::fs::remove_file(project.path("localized-docs/fr-FR/sub/d.md")).unwrap();
    project.edit("localized-docs/fr-FR/b.md", "Boats", "Ships");
    let found: Vec<_> = check(&project.path("")).findings.iter().map(|one| one.code.name()).collect();
    for code in ["obsolete-reference", "output-out-of-date", "hand-edited-output"] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    checks_as_a_copy_does(&project);
    sync(&project.path(""));
    assert!(project.path("localized-docs/fr-FR/sub/d.md").exists());
    assert!(project.path("localized-docs/fr-FR/sub/f.md").exists());
}

/// A project as a CI job finds it that only checks: complete, and without notes.
fn cloned() -> Project {
    let project = harbor();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.write(IN_CI, "");
    // As a command leaves it that came to its end.
    project.write(".handback/lock", "tidy\n");
    // What was written a moment ago may be written again in the same tick of the clock.
    std::thread::sleep(std::time::Duration::from_millis(40));
    project
}

#[test]
fn a_check_leaves_notes_where_nobody_syncs() {
    let project = cloned();
    let first = check(&project.path(""));
    assert!(!first.is_remembered && !first.findings.is_empty());
    check_out(&project.path(""));
    let again = check(&project.path(""));
    assert_eq!((again.is_remembered, again.findings), (true, first.findings));
    assert_eq!(status(&project.path("")).len(), 1);
    project.edit("source-docs/a.md", "are moored", "lie hidden");
    project.edit("localized-docs/fr-FR/b.md", "Boats", "Ships");
    assert!(checks_as_a_copy_does(&project));
    // A sync has more to note than a check.
    assert_eq!(sync(&project.path("")).reached, None);
    check_out(&project.path(""));
    project.edit("source-docs/c.md", "are moored", "lie hidden");
    assert_eq!(sync(&project.path("")).reached, Some(1));
}

#[test]
fn a_check_leaves_no_notes_where_a_sync_would_write() {
    for (file, from, to) in [
        ("source-docs/a.md", "are moored", "lie"),
        ("localized-docs/fr-FR/b.md", "Boats", "Ships"),
        ("locales/en-US/c.yaml", "paragraph", "cell:1"),
    ] {
        let project = cloned();
        project.edit(file, from, to);
        std::thread::sleep(std::time::Duration::from_millis(40));
        check(&project.path(""));
        assert!(!project.path(".handback/stamps").exists(), "{file}");
    }
    let project = harbor();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    check(&project.path(""));
    assert!(!project.path(".handback").exists(), "only in CI");
}

#[test]
fn a_check_leaves_no_notes_while_another_command_is_at_work() {
    let project = cloned();
    let lock = lock::acquire(&config_of(&project.path(""))).unwrap();
    check(&project.path(""));
    assert!(!project.path(".handback/stamps").exists());
    drop(lock);
    std::thread::sleep(std::time::Duration::from_millis(40));
    check(&project.path(""));
    assert!(project.path(".handback/stamps").exists());
}
