//! A resource that conflicts while its state does not, and git that does not name the other side.

use super::{FTL, File, YAML, commit, contradict, is_settled, repository, try_git, with_driver};
use crate::support::{Project, git};

/// Two people edited the same resource in branches that are being merged; nobody ran a sync, so the states are as before.
fn edited_by_hand() -> Project {
    let project = repository();
    let edit = |id: &str, text: &str| {
        project.edit(FTL, &format!("{id} at first"), text);
        commit(&project, text);
    };
    git(&project, &["checkout", "-q", "-b", "side"]);
    edit("alpha", "Alpha de Bob");
    edit("bravo", "Bravo de Bob");
    git(&project, &["checkout", "-q", "main"]);
    edit("alpha", "Alpha d’Ada");
    assert!(!try_git(&project, &["merge", "side"]).status.success());
    project
}

#[test]
fn a_resource_alone_is_resolved_with_its_state_in_the_commits() {
    let project = edited_by_hand();
    let outcome = project.run(&["resolve"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    let file = File::read(&project);
    assert_eq!(file.text("alpha").as_deref(), Some("Alpha d’Ada"));
    assert_eq!(file.text("bravo").as_deref(), Some("Bravo de Bob"));
}

#[test]
fn a_state_that_was_changed_since_is_not_written_over() {
    let project = edited_by_hand();
    let state = project.read(YAML);
    let changed = state.replace("reviewer: Zoe", "reviewer: Eve");
    project.write(YAML, &changed);
    let outcome = project.run(&["resolve"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("a.yaml was changed since: commit or stash that first"), "{}", outcome.err);
    assert_eq!(project.read(YAML), changed);
    assert!(project.read(FTL).contains("<<<<<<< "));
    // Line ends are no change.
    project.write(YAML, &state.replace('\n', "\r\n"));
    assert_eq!(project.run(&["resolve"]).code, 0);
}

#[test]
fn the_driver_finds_the_commit_of_a_rebase_where_git_does_not_name_it() {
    let project = repository();
    with_driver(&project);
    let driver = format!("'{}' merge-driver %O %A %B %P", env!("CARGO_BIN_EXE_handback"));
    git(&project, &["config", "merge.handback.driver", &driver]);
    contradict(&project);
    let rebase = try_git(&project, &["rebase", "side"]);
    assert!(rebase.status.success(), "{}", String::from_utf8_lossy(&rebase.stderr));
    is_settled(&project, true);
}

#[test]
fn a_document_that_only_one_side_removed_stays_known_until_the_next_sync() {
    for removed_here in [true, false] {
        let project = repository();
        project.write("source-docs/b.md", "Another text.\n");
        project.sync();
        commit(&project, "synced");
        git(&project, &["checkout", "-q", "-b", "side"]);
        std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
        project.run(&["sync", "--prune"]);
        commit(&project, "removed");
        git(&project, &["checkout", "-q", "main"]);
        project.write("source-docs/b.md", "Another text, and more.\n\nMore.\n");
        project.sync();
        commit(&project, "changed");
        if removed_here {
            git(&project, &["checkout", "-q", "side"]);
        }
        assert!(!try_git(&project, &["merge", if removed_here { "main" } else { "side" }]).status.success());
        let outcome = project.run(&["resolve", "locales/en-US"]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        let structure = project.read("locales/en-US/b.yaml");
        assert!(structure.contains("units:"), "{structure}");
    }
}

#[test]
fn a_resource_that_somebody_resolved_and_added_is_not_written_over() {
    let project = repository();
    contradict(&project);
    assert!(!try_git(&project, &["merge", "side"]).status.success());
    project.write(FTL, "alpha = Par moi\n");
    git(&project, &["add", FTL]);
    let state = project.read(YAML);
    insta::assert_snapshot!(project.shown(&["resolve"]), @r"
    $ handback resolve
    Resolved 0 files.
    --- stderr
    error: locales/fr-FR/a.yaml: locales/fr-FR/a.ftl was resolved by hand: resolve this file by hand too, or bring that conflict back with `git checkout -m -- locales/fr-FR/a.ftl`
    --- exit code 1
    ");
    assert_eq!((project.read(FTL), project.read(YAML)), ("alpha = Par moi\n".into(), state));
}
