//! `images: copy`: what pages name lies beside them.

use crate::support::{Project, git, rests};

const CONFIG: &str = "locales: [fr-FR]\nimages: copy\n";
const PAGE: &str = "# Harbor\n\n![The quay](media/quay.png) [map](../maps/port.pdf?v=2) ![](https://fabrikam.test/x.png)\n\n\
                    <img src=\"media/boat.svg\"> ![gone](media/gone.png) ![outside](../../logo.png) [other](other.md)\n";

fn project() -> Project {
    let project = Project::new(CONFIG);
    project.write("source-docs/guide/harbor.md", PAGE);
    project.write("source-docs/guide/other.md", "# Other\n");
    for name in ["guide/media/quay.png", "guide/media/boat.svg", "guide/media/unused.png", "maps/port.pdf"] {
        project.write(&format!("source-docs/{name}"), &format!("{name}, first\n"));
    }
    project.write("logo.png", "logo\n");
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "Begin"]);
    project
}

fn files(project: &Project) -> Vec<String> {
    let all = project.snapshot().into_iter().map(|(name, ..)| name);
    let mut files: Vec<String> =
        all.filter(|name| name.starts_with("localized-docs/") && !name.ends_with(".md")).collect();
    files.sort();
    files
}

#[test]
fn what_pages_name_is_copied_once() {
    let project = project();
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    2 documents, 4 units in 4 messages (0 shared by several documents)
    English messages: 4 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 4 missing
    Wrote 12 files.
    Next for fr-FR translators: 4 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    let expected = ["fr-FR/guide/media/boat.svg", "fr-FR/guide/media/quay.png", "fr-FR/maps/port.pdf", "logo.png"];
    assert_eq!(files(&project), expected.map(|name| format!("localized-docs/{name}")));
    assert_eq!(project.read("localized-docs/fr-FR/guide/media/quay.png"), "guide/media/quay.png, first\n");
    rests(&project);
    let check = project.run(&["check"]).out;
    let missing: Vec<&str> = check.lines().filter(|line| line.contains("missing-image")).collect();
    assert!(matches!(missing[..], [line] if line.contains("gone.png")), "{check}");
}

#[test]
fn pages_that_somebody_put_there_get_no_copies() {
    let project = project();
    project.write("localized-docs/fr-FR/guide/harbor.md", "# Le port\n\nUne page que personne n’a adoptée.\n");
    let said = project.run(&["sync"]);
    assert!(said.err.contains("harbor.md"), "{}", said.err);
    assert_eq!(files(&project), ["localized-docs/logo.png"; 0]);
}

#[test]
fn a_copy_follows_its_original_and_what_is_the_locales_own_stays() {
    let project = project();
    project.sync();
    project.write("localized-docs/fr-FR/guide/media/boat.svg", "un bateau\n");
    project.write("source-docs/guide/media/boat.svg", "a new boat\n");
    project.write("source-docs/guide/media/quay.png", "a new quay\n");
    let synced = project.sync();
    assert!(synced.out.contains("Wrote 1 file."), "{}", synced.out);
    assert_eq!(project.read("localized-docs/fr-FR/guide/media/quay.png"), "a new quay\n");
    assert_eq!(project.read("localized-docs/fr-FR/guide/media/boat.svg"), "un bateau\n");
    rests(&project);
}

#[test]
fn a_dry_run_and_a_render_elsewhere_copy_nothing() {
    let project = project();
    project.run(&["sync", "--dry-run"]);
    project.run(&["render", "--out", "elsewhere"]);
    assert_eq!(files(&project), Vec::<String>::new());
    assert!(!project.path("elsewhere/guide/media").exists());
}

#[test]
fn without_git_a_file_that_differs_is_the_locales_own() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "![Quay](quay.png)\n");
    project.write("source-docs/quay.png", "first\n");
    project.sync();
    project.write("source-docs/quay.png", "second\n");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/quay.png"), "first\n");
}
