//! A catalog that is not where it is looked for, and documents in the middle of a merge: nothing of them is gone.

use crate::support::{self, Project};

/// A project whose two documents are translated.
fn translated() -> Project {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write(".gitignore", ".handback/\n");
    project.write("source-docs/a.md", "# Quay\n\nThe boats lie here.\n");
    project.write("source-docs/sub/b.md", "# Harbor\n\nThe boats lie there.\n");
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("Texte : {text}")));
    project.sync();
    assert!(page(&project).contains("Texte : The boats lie there."), "{}", page(&project));
    project
}

fn page(project: &Project) -> String {
    project.read("localized-docs/fr-FR/sub/b.md")
}

fn rename(project: &Project, from: &str, to: &str) {
    std::fs::rename(project.path(from), project.path(to)).unwrap();
}

#[test]
fn a_resource_that_a_sparse_checkout_leaves_out_is_not_gone() {
    let project = translated();
    support::git(&project, &["init", "-q"]);
    support::git(&project, &["add", "-A"]);
    support::git(&project, &["commit", "-q", "-m", "all"]);
    let before = page(&project);
    support::git(&project, &["sparse-checkout", "set", "--no-cone", "/*", "!/locales/fr-FR/sub/"]);
    assert!(!project.path("locales/fr-FR/sub/b.ftl").exists());
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    let advice = "locales/fr-FR/sub/b.ftl: the sparse checkout leaves this file out: `git sparse-checkout add locales/fr-FR/sub`";
    assert!(outcome.err.contains(advice), "{}", outcome.err);
    assert_eq!(page(&project), before);
    assert_eq!(project.run(&["check"]).code, 2);
    support::git(&project, &["sparse-checkout", "add", "locales/fr-FR/sub"]);
    support::rests(&project);

    // With its English out of sight, too, the document stays as it was, and the others go on.
    let hidden = ["/*", "!/locales/fr-FR/sub/", "!/locales/en-US/sub/", "!/source-docs/sub/"];
    support::git(&project, &[&["sparse-checkout", "set", "--no-cone"][..], &hidden].concat());
    project.edit("source-docs/a.md", "# Quay", "# Pier");
    let outcome = project.run(&["sync", "--prune"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(page(&project), before);
}

#[test]
fn a_folder_of_a_locale_in_another_case_is_named() {
    let project = translated();
    let before = page(&project);
    for other in ["fr-fr", "fr_FR"] {
        rename(&project, "locales/fr-FR", &format!("locales/{other}"));
        let outcome = project.run(&["sync"]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        let advice = format!("`git mv locales/{other} locales/fr-FR`");
        assert!(outcome.err.contains(&advice), "{}", outcome.err);
        assert_eq!(page(&project), before);
        rename(&project, &format!("locales/{other}"), "locales/fr-FR");
    }
    support::rests(&project);
}

#[test]
fn resources_that_were_configured_elsewhere_are_named() {
    let project = translated();
    let before = page(&project);
    project.write("handback.yaml", "locales: [fr-FR]\nmetadata: none\nanchors: false\nresources: l10n\n");
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("`git mv locales l10n` moves it"), "{}", outcome.err);
    assert_eq!(page(&project), before);
    assert!(!project.path("l10n").exists(), "nothing is written");
    rename(&project, "locales", "l10n");
    assert_eq!(project.sync().code, 0);
    assert_eq!(page(&project), before);
}

#[test]
fn a_document_in_the_middle_of_a_merge_stays_as_it_was() {
    let project = translated();
    let before = page(&project);
    let conflict = "<<<<<<< HEAD\nThe boats lie there.\n=======\nThe ships lie there.\n>>>>>>> other\n";
    project.edit("source-docs/sub/b.md", "The boats lie there.\n", conflict);
    project.edit("source-docs/a.md", "# Quay", "# Pier");
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("source-docs/sub/b.md:3: git left the marks of a conflict here"), "{}", outcome.err);
    assert_eq!(page(&project), before);
    assert!(!project.read("locales/fr-FR/sub/b.yaml").contains("obsolete"));
    assert!(project.read("locales/en-US/a.ftl").contains("= Pier"), "the other document goes on");
}

#[test]
fn a_file_to_resolve_that_is_not_there_is_an_error() {
    let project = translated();
    let outcome = project.run(&["resolve", "locales/fr-FR/none.ftl"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
    assert!(outcome.err.contains("locales/fr-FR/none.ftl: no such file or folder"), "{}", outcome.err);
    assert_eq!(project.run(&["resolve", "locales/fr-FR/a.ftl"]).code, 0);
}
