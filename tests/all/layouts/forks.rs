//! A fork that is translated in place: the English lies in another checkout.

use super::*;

#[test]
fn the_pages_of_a_fork_have_the_paths_of_the_english() {
    let project = Project::new("");
    let config = "source_locale: en\nlocales: [fr]\nsources: ../upstream/src/**/*.md\noutput: 'src/{path}'\n";
    for (name, text) in [
        ("upstream/src/index.md", HOME),
        ("upstream/src/guide/steps.md", STEPS),
        ("fork/src/index.md", ACCUEIL),
        ("fork/src/guide/steps.md", STEPS),
    ] {
        project.write(name, text);
    }
    project.write("fork/handback.yaml", &format!("{config}{PLAIN}"));
    let fork = |args: &[&str]| project.shown(&[&["--config", "fork/handback.yaml"], args].concat());
    insta::assert_snapshot!(fork(&["adopt", "--locale", "fr", "--date", "2026-01-31"]), @r"
    $ handback --config fork/handback.yaml adopt --locale fr --date 2026-01-31
    2 pages: 0 made from today's English, 0 from an earlier one, 2 from one that was not found
    4 of 4 units translated (100 %)
    4 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    2 texts are still in English on its page, and counted as made by people: guide/steps.md (2 texts). `handback check --locale fr` names each as `untranslated`.
    2 of 2 pages regenerate to their very bytes.
    Wrote 10 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (src/guide/steps.md, src/index.md)
    --- exit code 1
    ");
    insta::assert_snapshot!(fork(&["sync"]), @r"
    $ handback --config fork/handback.yaml sync
    2 documents, 4 units in 4 messages (0 shared by several documents)
    fr  ████████████████████████  100 % current: 4 human, 0 machine; 0 stale, 0 missing
        4 whose freshness is unproven: adopted from pages whose English was not found
    Every file was up to date.
    --- exit code 0
    ");
    assert_eq!(project.read("fork/src/index.md"), ACCUEIL);
    assert!(project.path("fork/locales/fr/index.ftl").exists());
    let before = project.snapshot();
    std::fs::remove_file(project.path("fork/.handback/stamps")).unwrap();
    assert_eq!(project.run(&["--config", "fork/handback.yaml", "sync"]).code, 0);
    assert_eq!(project.snapshot(), before, "a second sync writes nothing");
}

#[test]
fn english_is_never_overwritten() {
    let project = site("locales: [fr]\nsources: src/**/*.md\noutput: 'src/{path}'\n", &[("src/index.md", HOME)]);
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: handback.yaml:3: `src/{path}` is where the English lies: its pages of fr would overwrite it
    --- exit code 2
    ");
    assert_eq!(project.read("src/index.md"), HOME);
}
