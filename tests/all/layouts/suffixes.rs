//! `page.fr.md` beside `page.md`, as Hugo and mkdocs-static-i18n have it.

use super::*;

const CONFIG: &str =
    "source_locale: en\nlocales: [fr]\nsources: docs/**/*.md\noutput: 'docs/{dir}{stem}.{locale}.{ext}'\n";

#[test]
fn pages_lie_beside_their_english() {
    let files = [
        ("docs/index.md", HOME),
        ("docs/index.fr.md", ACCUEIL),
        ("docs/guide/steps.md", STEPS),
        ("docs/guide/steps.fr.md", PREMIERS_PAS),
        // A locale that is not configured.
        ("docs/index.de.md", GERMAN),
        // English of its own.
        ("docs/v1.0.md", NEWS),
    ];
    let project = site(CONFIG, &files);
    assert_eq!(documents(&project), ["guide/steps.md", "index.md", "v1.0.md"]);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr", "docs"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr docs
    2 pages: 0 made from today's English, 0 from an earlier one, 2 from one that was not found
    4 of 4 units translated (100 %)
    4 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    2 of 2 pages regenerate to their very bytes.
    Wrote 12 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (docs/guide/steps.fr.md, docs/index.fr.md)
    warning: 1 document named `*.de.*` is named like the English, with a locale: not read as English. To translate into it, add `de` to `locales`; if it is English, give it a tree of its own (`trees`)
    --- exit code 1
    ");
    assert!(project.path("docs/v1.0.fr.md").exists() && !project.path("docs/index.de.fr.md").exists());
    assert_eq!(documents(&project), ["guide/steps.md", "index.md", "v1.0.md"]);
    insta::assert_snapshot!(project.shown(&["check"]), @"
    $ handback check
    handback.yaml:2: error[locale-incomplete]: fr lacks 2 of 6 messages
        fix: `handback review --locale fr --state missing` goes through them, `handback diff --locale fr --missing` lists them
    docs/v1.0.md:1: error[missing]: no fr translation: “Spring news” (spring-news)
        fix: translate `spring-news` in locales/fr/v1.0.ftl
    docs/v1.0.md:3: error[missing]: no fr translation: “The list is faster now.” (the-list-is-faster-now)
        fix: translate `the-list-is-faster-now` in locales/fr/v1.0.ftl
    3 errors, 0 warnings in 3 documents, 1 locale.
    --- exit code 1
    ");
    // What was changed in a page by hand is taken over from beside its English.
    project.edit("docs/guide/steps.fr.md", "un bateau", "votre bateau");
    insta::assert_snapshot!(project.shown(&["sync", "--take-edits"]), @"
    $ handback sync --take-edits
    3 documents, 6 units in 6 messages (0 shared by several documents)
    fr  ████████████████░░░░░░░░   66 % current: 4 human, 0 machine; 0 stale, 2 missing
        3 whose freshness is unproven: adopted from pages whose English was not found
    1 wording taken over from edited pages (now human).
    Wrote 2 files.
    Next for fr translators: 2 messages to translate (`handback review --locale fr`).
    --- stderr
    warning: 1 document named `*.de.*` is named like the English, with a locale: not read as English. To translate into it, add `de` to `locales`; if it is English, give it a tree of its own (`trees`)
    --- exit code 0
    ");
    assert!(project.read("locales/fr/guide/steps.ftl").contains("votre bateau"));
}

#[test]
fn english_has_its_locale_in_its_name_too() {
    let files = [("docs/index.en.md", HOME), ("docs/index.fr.md", ACCUEIL), ("docs/guide/steps.en.md", STEPS)];
    let project = site(&CONFIG.replace("**/*.md", "**/*.en.md"), &files);
    assert_eq!(documents(&project), ["guide/steps.md", "index.md"]);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 2 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    1 of 1 page regenerate to their very bytes.
    Wrote 7 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: docs/index.fr.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
    assert!(project.path("docs/guide/steps.fr.md").exists());
    // Also where the glob reaches everything.
    let project = site(CONFIG, &files);
    assert_eq!(documents(&project), ["guide/steps.md", "index.md"]);
}

#[test]
fn pages_of_removed_english_are_no_sources() {
    let project = site(CONFIG, &[("docs/index.md", HOME), ("docs/old.md", STEPS)]);
    project.run(&["sync"]);
    std::fs::remove_file(project.path("docs/old.md")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    1 document, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 gone.
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Every file was up to date.
    Removed:
      locales/en/old.ftl
      locales/en/old.yaml
    Pages that no document has any more (`handback sync --prune` removes them):
      docs/old.fr.md
    Next for fr translators: 2 messages to translate (`handback review --locale fr`).
    --- exit code 0
    ");
    assert_eq!(documents(&project), ["index.md"]);
}

#[test]
fn pages_may_lie_elsewhere() {
    let project =
        site("locales: [fr]\nsources: docs/**/*.md\noutput: 'site/{stem}.{lang}.{ext}'\n", &[("docs/a/b.md", HOME)]);
    project.run(&["sync"]);
    assert!(project.path("site/a/b.fr.md").exists());
    rests(&project);
}

#[test]
fn copies_of_edited_pages_are_no_pages() {
    let config = "source_locale: en\nlocales: [fr]\nsources: '**/*.md'\noutput: '{dir}{stem}.{locale}.{ext}'\n";
    let files = [("index.md", HOME), ("index.fr.md", ACCUEIL), ("lost.fr.md", PREMIERS_PAS)];
    let project = site(config, &files);
    project.write("rescued-pages/index.fr.md", ACCUEIL);
    let outcome = project.run(&["adopt", "--locale", "fr"]);
    // A page without an English is still named.
    assert!(outcome.err.contains("lost.fr.md: no source document has this path"), "{}", outcome.err);
    assert!(!outcome.err.contains("rescued-pages"), "{}", outcome.err);
}
