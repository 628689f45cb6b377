//! The life of documents and translations, through `handback sync` as its users run it.

mod documents;
mod messages;
mod pages;

use crate::support::Project;

const FR: &str = "locales: [fr-FR]\nmetadata: none\nanchors: false\n";

/// A project with two documents that share one text.
fn two_documents() -> Project {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "# Alpha\n\nShared text.\n\nOnly in alpha.\n");
    project.write("source-docs/b.md", "# Beta\n\nShared text.\n");
    project.sync();
    project
}

fn page(project: &Project, name: &str) -> String {
    project.read(&format!("localized-docs/fr-FR/{name}"))
}

#[test]
fn a_second_sync_writes_nothing_and_the_cache_may_go() {
    let project = Project::sample();
    project.sync();
    let first = project.snapshot();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    10 documents, 1036 units in 390 messages (205 shared by several documents)
    Nothing changed since the last sync.
    fr-FR  ██████████████████████▓▓  100 % current: 350 human, 40 machine; 0 stale, 0 missing
    de-DE  █████▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░   66 % current: 86 human, 174 machine; 2 stale, 128 missing
    es-ES  ██▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░░   47 % current: 37 human, 147 machine; 2 stale, 204 missing
    ja-JP  ██▓▓▓▓▓▓▓░░░░░░░░░░░░░░░   37 % current: 36 human, 109 machine; 2 stale, 243 missing
    Next for fr-FR translators: 40 machine translations to approve (`handback review --locale fr-FR`).
    Next for de-DE translators: 2 stale messages to bring up to date, 128 messages to translate, 174 machine translations to approve (`handback review --locale de-DE`).
    Next for es-ES translators: 2 stale messages to bring up to date, 204 messages to translate, 147 machine translations to approve (`handback review --locale es-ES`).
    Next for ja-JP translators: 2 stale messages to bring up to date, 243 messages to translate, 109 machine translations to approve (`handback review --locale ja-JP`).
    --- exit code 0
    ");
    assert_eq!(project.snapshot(), first);
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    10 documents, 1036 units in 390 messages (205 shared by several documents)
    fr-FR  ██████████████████████▓▓  100 % current: 350 human, 40 machine; 0 stale, 0 missing
    de-DE  █████▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░   66 % current: 86 human, 174 machine; 2 stale, 128 missing
    es-ES  ██▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░░   47 % current: 37 human, 147 machine; 2 stale, 204 missing
    ja-JP  ██▓▓▓▓▓▓▓░░░░░░░░░░░░░░░   37 % current: 36 human, 109 machine; 2 stale, 243 missing
    Every file was up to date.
    Next for fr-FR translators: 40 machine translations to approve (`handback review --locale fr-FR`).
    Next for de-DE translators: 2 stale messages to bring up to date, 128 messages to translate, 174 machine translations to approve (`handback review --locale de-DE`).
    Next for es-ES translators: 2 stale messages to bring up to date, 204 messages to translate, 147 machine translations to approve (`handback review --locale es-ES`).
    Next for ja-JP translators: 2 stale messages to bring up to date, 243 messages to translate, 109 machine translations to approve (`handback review --locale ja-JP`).
    --- exit code 0
    ");
    assert_eq!(project.snapshot(), first);
}

#[test]
fn the_sample_is_in_step_with_its_resources() {
    let project = Project::sample();
    let before: Vec<_> = project.snapshot().into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
    project.sync();
    for (name, bytes) in before {
        assert_eq!(std::fs::read(project.path(&name)).unwrap(), bytes, "{name} is not as `handback sync` writes it");
    }
}

#[test]
fn a_dry_run_says_what_it_would_write() {
    let project = two_documents();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in the first.");
    let before = project.snapshot();
    insta::assert_snapshot!(project.shown(&["sync", "--dry-run"]), @"
    $ handback sync --dry-run
    2 documents, 5 units in 4 messages (1 shared by several documents)
    English messages: 1 changed.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 4 missing
    Would write 6 files:
      locales/en-US/a.ftl
      locales/en-US/a.yaml
      locales/fr-FR/a.ftl
      locales/fr-FR/a.page.yaml
      locales/fr-FR/a.yaml
      localized-docs/fr-FR/a.md
    Next for fr-FR translators: 4 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert_eq!(project.snapshot(), before);
}

#[test]
fn an_edit_that_keeps_size_and_time_is_seen() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "# One\n");
    project.sync();
    assert!(project.sync().out.contains("Nothing changed"));
    let path = project.path("source-docs/a.md");
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    project.write("source-docs/a.md", "# Two\n");
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    let check = project.run(&["check"]);
    assert!(check.code == 1 && check.out.contains("the English of a.md changed"), "{}{}", check.out, check.err);
    project.sync();
    assert!(project.read("locales/en-US/a.ftl").contains("= Two"));
}

/// A project with a published French page that a person then edits.
fn published() -> (Project, &'static str) {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "# Guide\n\nOpen the settings.\n\nChoose **Save** to keep it.\n\nThen go.\n");
    project.sync();
    let french = "guide = Guide FR\nopen-the-settings = Ouvrez les réglages.\n\
                  choose-save-to-keep-it = Choisissez **Save**.\nthen-go = Allez-y.\n";
    project.write("locales/fr-FR/a.ftl", french);
    project.sync();
    (project, "localized-docs/fr-FR/a.md")
}

#[test]
fn a_sync_says_by_its_exit_code_that_it_wrote() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "A text.\n");
    assert_eq!(project.run(&["sync", "--exit-code"]).code, 3);
    assert_eq!(project.run(&["sync", "--exit-code"]).code, 0);
    project.write("source-docs/b.md", "Another text.\n");
    assert_eq!(project.run(&["sync", "--exit-code", "--dry-run"]).code, 3);
    assert_eq!(project.run(&["sync"]).code, 0);
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    assert_eq!(project.run(&["sync", "--exit-code", "--prune"]).code, 3);
}

#[test]
fn a_sync_from_a_folder_below_knows_the_last_one() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/quay.md", "# Quay\n");
    project.write("source-docs/pier.md", "# Pier\n");
    project.sync();
    std::fs::remove_file(project.path("source-docs/pier.md")).unwrap();
    project.sync();
    for folder in [".", "source-docs", "locales/fr-FR"] {
        let outcome = project.run(&["-C", folder, "sync", "--date", "2026-01-31"]);
        assert!(outcome.out.contains("Nothing changed since the last sync."), "{folder}: {}", outcome.out);
        // A page without a source is not lost sight of.
        assert!(outcome.out.contains("localized-docs/fr-FR/pier.md"), "{folder}: {}{}", outcome.out, outcome.err);
    }
}
