//! Branches that change and share one text, whose target is lifted in one of them.

use super::{commit, try_git, with_driver};
use crate::support::{Project, git, rests, translate};

fn text(target: &str) -> String {
    format!("Alpha [bravo]({target}).\n\nCharlie.\n")
}

/// A project with translated pages, committed; with the driver, or without.
fn base(driver: bool, pages: &[(&str, &str)]) -> Project {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    pages.iter().for_each(|(name, text)| project.write(&format!("source-docs/{name}"), text));
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["config", "user.name", "t"]);
    git(&project, &["config", "user.email", "t@contoso.com"]);
    if driver {
        with_driver(&project);
    }
    project.sync();
    translate(&project, "fr-FR", |english| Some(format!("Fr {english}")));
    project.sync();
    commit(&project, "base");
    project
}

/// Merges what two branches make of the pages; a sync follows each.
fn merged(project: &Project, ours: &[(&str, &str)], theirs: &[(&str, &str)]) {
    for (branch, pages) in [("theirs", theirs), ("ours", ours)] {
        git(project, &["checkout", "-q", "-b", branch, "main"]);
        pages.iter().for_each(|(name, text)| project.write(&format!("source-docs/{name}"), text));
        project.run(&["sync", "--date", "2026-02-02"]);
        translate(project, "fr-FR", |english| Some(format!("Fr {english}")));
        project.run(&["sync", "--date", "2026-02-02"]);
        commit(project, branch);
    }
    let merge = try_git(project, &["merge", "-q", "theirs"]);
    if !merge.status.success() {
        let resolved = project.run(&["resolve"]);
        let output = String::from_utf8_lossy(&merge.stdout);
        assert_eq!(resolved.code, 0, "{output}\n{}{}", resolved.out, resolved.err);
        assert!(!resolved.out.contains("decision"), "{}", resolved.out);
    }
    let sync = project.run(&["sync", "--date", "2026-03-03"]);
    assert_eq!(sync.code, 0, "{}{}", sync.out, sync.err);
}

/// Every page is French, nobody has to decide anything, and another sync writes nothing.
fn ends_well(project: &Project, pages: &[(&str, &str)]) {
    for (name, text) in pages {
        let french: Vec<String> = text.trim().split("\n\n").map(|text| format!("Fr {text}")).collect();
        assert_eq!(project.read(&format!("localized-docs/fr-FR/{name}")), french.join("\n\n") + "\n", "{name}");
    }
    let check = project.run(&["check", "--fail-on", "open-decision,stale,missing", "--date", "2026-03-03"]);
    assert!(!check.out.contains("error["), "{}", check.out);
    rests(project);
}

#[test]
fn one_branch_changes_a_target_that_the_other_lifts() {
    for driver in [false, true] {
        let (one, five, three) = (text("x1"), text("x5"), text("x3"));
        let project = base(driver, &[("a.md", &one), ("q.md", "Golf [hotel](z).\n")]);
        merged(&project, &[("a.md", &five)], &[("c.md", &three)]);
        ends_well(&project, &[("a.md", &five), ("c.md", &three), ("q.md", "Golf [hotel](z).\n")]);
    }
}

#[test]
fn both_branches_lift_another_target_of_one_text() {
    for driver in [false, true] {
        let (one, two, three) = (text("x1"), text("x2"), text("x3"));
        let project = base(driver, &[("a.md", &one)]);
        merged(&project, &[("b.md", &two)], &[("c.md", &three)]);
        ends_well(&project, &[("a.md", &one), ("b.md", &two), ("c.md", &three)]);
        // In different places of it.
        let text = |one: &str, two: &str| format!("Alpha [bravo](x{one}) charlie [delta](y{two}).\n");
        let (base_text, two, three) = (text("1", "2"), text("1", "3"), text("4", "2"));
        let project = base(driver, &[("a.md", &base_text)]);
        merged(&project, &[("b.md", &two)], &[("c.md", &three)]);
        ends_well(&project, &[("a.md", &base_text), ("b.md", &two), ("c.md", &three)]);
    }
}

#[test]
fn one_new_text_of_both_branches_has_different_targets() {
    for driver in [false, true] {
        let (two, three) = (text("x2"), text("x3"));
        let project = base(driver, &[("a.md", "Echo.\n")]);
        merged(&project, &[("b.md", &two)], &[("c.md", &three)]);
        ends_well(&project, &[("a.md", "Echo.\n"), ("b.md", &two), ("c.md", &three)]);
    }
}
