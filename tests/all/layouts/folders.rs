//! A folder for each locale, named as the site does.

use super::*;

const FILES: [(&str, &str); 4] = [
    ("content/en/index.md", HOME),
    ("content/en/guide/steps.md", STEPS),
    ("content/pt-br/index.md", "# Harbor em português\n\nO Harbor guarda os seus barcos em uma única lista.\n"),
    ("content/fr/index.md", ACCUEIL),
];

#[test]
fn locales_are_written_as_the_site_writes_them() {
    let config =
        "source_locale: en\nlocales: [pt-br, fr]\nsources: content/en/**/*.md\noutput: content/{locale}/{path}\n";
    let project = site(config, &FILES);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "pt-br", "content/pt-br"]), @r"
    $ handback adopt --date 2026-01-31 --locale pt-br content/pt-br
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 2 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    1 of 1 page regenerate to their very bytes.
    Wrote 7 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: content/pt-br/index.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
    assert!(project.path("locales/pt-BR/index.ftl").exists() && project.path("content/pt-br/guide/steps.md").exists());
    assert!(!project.path("content/pt-BR").exists() && !project.path("locales/pt-br").exists());
    assert_eq!(documents(&project), ["guide/steps.md", "index.md"]);
    // Without a folder the pages are where `output` has them; the tag is as good as the folder.
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr
    2 pages: 0 made from today's English, 0 from an earlier one, 2 from one that was not found
    4 of 4 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    2 of 2 pages regenerate to their very bytes.
    Wrote 4 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (content/fr/guide/steps.md, content/fr/index.md)
    --- exit code 1
    ");
    assert_eq!(project.run(&["status", "--locale", "pt-BR"]).code, 0);
    assert_eq!(project.run(&["status", "--locale", "pt-br"]).code, 0);
}

#[test]
fn a_folder_may_have_any_name() {
    let config = "source_locale: en\nlocales: [{zh-TW: {folder: cht}}, {fr-CA: {folder: ca, fallback: [fr]}}, fr]\n\
                  sources: content/en/**/*.md\noutput: content/{locale}/{path}\n";
    let project = site(config, &FILES);
    project.run(&["sync"]);
    assert!(project.path("content/cht/index.md").exists() && project.path("content/ca/index.md").exists());
    rests(&project);
    insta::assert_snapshot!(project.shown(&["status", "--locale", "cht"]), @r"
    $ handback status --locale cht
    --- stderr
    error: `cht` is the folder of locale `zh-TW`: name it so
    --- exit code 2
    ");
    let lower =
        site("locales: [zh-TW]\nsources: en/*.md\noutput: '{locale:lower}-{lang}/{path}'\n", &[("en/a.md", HOME)]);
    lower.run(&["sync"]);
    assert!(lower.path("zh-tw-zh/a.md").exists());
}
