//! English at the root of a tree, with a folder below it for each locale.

use super::*;

#[test]
fn folders_of_other_locales_are_not_english() {
    let files = [
        ("docs/index.md", HOME),
        ("docs/guide/steps.md", STEPS),
        ("docs/fr/index.md", ACCUEIL),
        ("docs/fr/guide/steps.md", PREMIERS_PAS),
        // Not configured.
        ("docs/de/index.md", GERMAN),
        ("docs/pt-br/index.md", HOME),
        ("docs/pt-br/guide/steps.md", STEPS),
        // English about ids and licenses, with an index as every folder has one.
        ("docs/id/index.md", NEWS),
        ("docs/no/refunds.md", "# No refunds\n\nA boat that left stays sold.\n"),
    ];
    let config = "source_locale: en\nlocales: [fr]\nsources: docs/**/*.md\noutput: 'docs/{locale}/{path}'\n";
    let project = site(config, &files);
    let english = ["guide/steps.md", "id/index.md", "index.md", "no/refunds.md"];
    assert_eq!(documents(&project), english);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr", "docs/fr"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr docs/fr
    2 pages: 0 made from today's English, 0 from an earlier one, 2 from one that was not found
    4 of 4 units translated (100 %)
    4 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    2 of 2 pages regenerate to their very bytes.
    Wrote 14 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (docs/fr/guide/steps.md, docs/fr/index.md)
    warning: docs/de: 1 document here is named like the English, with a locale: not read as English. To translate into it, add `de` to `locales`; if it is English, give it a tree of its own (`trees`)
    warning: docs/pt-br: 2 documents here are named like the English, with a locale: not read as English. To translate into it, add `pt-br` to `locales`; if it is English, give it a tree of its own (`trees`)
    --- exit code 1
    ");
    insta::assert_snapshot!(project.shown(&["check"]), @"
    $ handback check
    handback.yaml:2: error[locale-incomplete]: fr lacks 4 of 8 messages
        fix: `handback review --locale fr --state missing` goes through them, `handback diff --locale fr --missing` lists them
    docs/id/index.md:1: error[missing]: no fr translation: “Spring news” (spring-news)
        fix: translate `spring-news` in locales/fr/id/index.ftl
    docs/id/index.md:3: error[missing]: no fr translation: “The list is faster now.” (the-list-is-faster-now)
        fix: translate `the-list-is-faster-now` in locales/fr/id/index.ftl
    docs/no/refunds.md:1: error[missing]: no fr translation: “No refunds” (no-refunds)
        fix: translate `no-refunds` in locales/fr/no/refunds.ftl
    docs/no/refunds.md:3: error[missing]: no fr translation: “A boat that left stays sold.” (a-boat-that-left-stays-sold)
        fix: translate `a-boat-that-left-stays-sold` in locales/fr/no/refunds.ftl
    5 errors, 0 warnings in 4 documents, 1 locale.
    --- exit code 1
    ");
    assert_eq!(documents(&project), english);
    // Who means such a folder says so.
    let tree = "trees:\n- {sources: 'docs/de/**/*.md', output: 'docs/{locale}/de/{path}'}\n";
    project.write("handback.yaml", &format!("{config}{PLAIN}{tree}"));
    assert_eq!(documents(&project), ["docs/de/index.md", "guide/steps.md", "id/index.md", "index.md", "no/refunds.md"]);
}
