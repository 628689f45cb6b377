//! Several trees with an output each: docs and blog, versions.

use super::*;

const DOCS: &str = "source_locale: en\nlocales: [fr]\nflavor: docusaurus\nsources: docs/**/*.{md,mdx}\n\
                    output: i18n/{locale}/docusaurus-plugin-content-docs/current/{path}\n";
const BLOG: &str =
    "trees:\n- sources: blog/**/*.{md,mdx}\n  output: i18n/{locale}/docusaurus-plugin-content-blog/{path}\n";
const OLD: &str = "- sources: versioned_docs/version-1/**/*.md\n  \
                   output: i18n/{locale}/docusaurus-plugin-content-docs/version-1/{path}\n  name: v1\n";

const FILES: [(&str, &str); 8] = [
    ("docs/index.md", HOME),
    ("docs/guide/steps.mdx", STEPS),
    ("blog/index.md", NEWS),
    ("versioned_docs/version-1/index.md", HOME),
    ("i18n/fr/docusaurus-plugin-content-docs/current/index.md", ACCUEIL),
    ("i18n/fr/docusaurus-plugin-content-docs/current/guide/steps.mdx", PREMIERS_PAS),
    ("i18n/fr/docusaurus-plugin-content-docs/version-1/index.md", ACCUEIL),
    ("i18n/fr/docusaurus-plugin-content-blog/index.md", NOUVELLES),
];

#[test]
fn every_tree_has_its_output() {
    let project = site(&format!("{DOCS}{BLOG}{OLD}"), &FILES);
    assert_eq!(documents(&project), ["blog/index.md", "guide/steps.mdx", "index.md", "v1/index.md"]);
    insta::assert_snapshot!(adopt_and_sync(&project, &["--locale", "fr"]), @r"
    $ handback adopt --date 2026-01-31 --locale fr
    4 pages: 0 made from today's English, 0 from an earlier one, 4 from one that was not found
    8 of 8 units translated (100 %)
    6 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    4 of 4 pages regenerate to their very bytes.
    Wrote 17 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: the English that 4 pages were made from was not found: their translations are marked as unproven (i18n/fr/docusaurus-plugin-content-blog/index.md, i18n/fr/docusaurus-plugin-content-docs/current/guide/steps.mdx, i18n/fr/docusaurus-plugin-content-docs/current/index.md and 1 more; `--format json` names all)
    --- exit code 1
    ");
    assert!(
        project.path("locales/fr/blog/index.ftl").exists() && project.path("locales/fr/guide/steps.mdx.ftl").exists()
    );
    insta::assert_snapshot!(project.shown(&["check"]), @r"
    $ handback check
    Clean: 4 documents, 1 locale.
    --- exit code 0
    ");
}

#[test]
fn the_folder_of_one_tree_is_adopted_alone() {
    let project = site(&format!("{DOCS}{BLOG}{OLD}"), &FILES);
    let blog = "i18n/fr/docusaurus-plugin-content-blog";
    insta::assert_snapshot!(project.shown(&["adopt", "--locale", "fr", blog, "--date", "2026-01-31"]), @r"
    $ handback adopt --locale fr i18n/fr/docusaurus-plugin-content-blog --date 2026-01-31
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 2 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    1 of 1 page regenerate to their very bytes.
    Wrote 10 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: i18n/fr/docusaurus-plugin-content-blog/index.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
}

#[test]
fn a_tree_more_renames_nothing() {
    let project = site(DOCS, &FILES);
    project.run(&["adopt", "--locale", "fr"]);
    project.run(&["sync"]);
    let before = documents(&project);
    project.write("handback.yaml", &format!("{DOCS}{PLAIN}{BLOG}{OLD}"));
    project.run(&["adopt", "--locale", "fr"]);
    project.run(&["sync"]);
    rests(&project);
    let after = documents(&project);
    assert!(before.iter().all(|name| after.contains(name)) && after.len() == before.len() + 2, "{after:?}");
    assert_eq!(project.run(&["check"]).code, 0);
}

#[test]
fn names_that_meet_are_refused() {
    let files = [("docs/blog/index.md", HOME), ("blog/index.md", NEWS)];
    let project = site(&format!("{DOCS}{BLOG}"), &files);
    insta::assert_snapshot!(project.shown(&["sync"]), @"
    $ handback sync
    1 document, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Wrote 4 files.
    Next for fr translators: 2 messages to translate (`handback review --locale fr`).
    --- stderr
    error: docs/blog/index.md: its name `blog/index.md` begins as those of the tree `blog` do: give that tree another `name` in handback.yaml
    --- exit code 2
    ");
}
