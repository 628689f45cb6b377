//! `publish`: which documents have a page in a locale.

use crate::support::{MADE_UP_WORDS, Project, rests};

const CONFIG: &str = "flavor: hugo\nsource_locale: en\nlocales: [fr]\nsources: content/en/**/*.md\n\
                      output: content/{locale}/{path}\nlinks: [{from: /en/, to: \"/{locale}/\"}]\n";

fn project(publish: &str) -> Project {
    let project = Project::new(&format!("{CONFIG}{MADE_UP_WORDS}publish: {publish}\n"));
    project.write(
        "content/en/quay.md",
        "# Quay\n\nBoats land here.\n\nSee [the crane](/en/crane/#load) and [tides](/en/tides.md).\n",
    );
    project.write("content/en/crane.md", "# Crane\n\nIt lifts crates.\n\nIt turns.\n\nIt rests at night.\n");
    project.write("content/en/tides.md", "# Tides\n\nThe sea rises.\n");
    project.sync();
    project
}

/// Adds translations to the resource of a document, which has none before the first.
fn translate(project: &Project, document: &str, texts: &[(&str, &str)]) {
    let path = format!("locales/fr/{document}.ftl");
    let old = std::fs::read_to_string(project.path(&path)).unwrap_or_default();
    let new: String = texts.iter().map(|(id, text)| format!("\n{id} = {text}\n")).collect();
    project.write(&path, &format!("{old}{new}"));
}

fn pages(project: &Project) -> Vec<String> {
    let all = project.snapshot().into_iter().map(|(name, ..)| name);
    let mut pages: Vec<String> =
        all.filter(|name| name.starts_with("content/fr/") || name.ends_with(".page.yaml")).collect();
    pages.sort();
    pages
}

#[test]
fn a_page_is_written_once_enough_is_translated_and_links_lead_to_what_is_there() {
    let project = project("{min_current: 50}");
    assert_eq!(pages(&project), Vec::<String>::new());
    translate(&project, "quay", &[("quay", "Quai"), ("boats-land-here", "Ici les bateaux accostent.")]);
    translate(&project, "crane", &[("crane", "Grue")]);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    3 documents, 9 units in 9 messages (0 shared by several documents)
    fr  ████████░░░░░░░░░░░░░░░░   33 % current: 3 human, 0 machine; 0 stale, 6 missing
        2 of 3 documents without a page: too little is translated
        fr: 3 edited by hand (now human)
    Wrote 4 files.
    Next for fr translators: 6 messages to translate (`handback review --locale fr`).
    --- exit code 0
    ");
    assert_eq!(pages(&project), ["content/fr/quay.md", "locales/fr/quay.page.yaml"]);
    insta::assert_snapshot!(project.read("content/fr/quay.md"), @r"
    # Quai

    Ici les bateaux accostent.

    See [the crane](/en/crane/#load) and [tides](/en/tides.md).
    ");
    rests(&project);
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @"
    $ handback check --date 2026-01-31
    handback.yaml:3: error[locale-incomplete]: fr lacks 1 of 9 messages
        fix: `handback review --locale fr --state missing` goes through them, `handback diff --locale fr --missing` lists them
    handback.yaml: note[unpublished]: 2 of 3 documents have no fr page (`publish: {min_current: 50}`), and 5 texts of theirs are not translated
        fix: translate more of them, or set `publish: all` to have them written in English
    content/en/quay.md:5: error[missing]: no fr translation: “See [the crane](/en/crane/#load) and [tides](/en/tides.md).” (see-the-crane-and-tides)
        fix: translate `see-the-crane-and-tides` in locales/fr/quay.ftl
    2 errors, 0 warnings in 3 documents, 1 locale.
    --- exit code 1
    ");
    // The link follows its page, also where nobody remembers what was written.
    translate(&project, "crane", &[("it-lifts-crates", "Elle soulève des caisses.")]);
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let synced = project.sync();
    assert!(!synced.err.contains("a copy is kept"), "{}", synced.err);
    assert!(project.read("content/fr/quay.md").contains("(/fr/crane/#load) and [tides](/en/tides.md)"));
    rests(&project);
}

#[test]
fn what_was_published_stays_while_something_is_translated_and_goes_when_asked() {
    let project = project("{min_current: 50}");
    translate(&project, "tides", &[("tides", "Marées")]);
    project.sync();
    project.edit("content/en/tides.md", "The sea rises.", "The sea rises.\n\nAnd falls.\n\nTwice a day.");
    project.sync();
    assert!(project.read("content/fr/tides.md").contains("# Marées\n\nThe sea rises.\n\nAnd falls."));
    project.edit("locales/fr/tides.ftl", "tides = Marées\n", "");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    3 documents, 11 units in 11 messages (0 shared by several documents)
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 11 missing
        3 of 3 documents without a page: too little is translated
        fr: 1 removed by hand
    Every file was up to date.
    Removed:
      locales/fr/tides.yaml
    Pages of which nothing is translated (`handback sync --prune` removes those that are as handback wrote them):
      content/fr/tides.md
    Next for fr translators: 11 messages to translate (`handback review --locale fr`).
    --- exit code 0
    ");
    assert!(project.read("content/fr/tides.md").contains("# Marées"), "a page that is not published is left as it is");
    let check = project.run(&["check"]);
    assert!(check.out.contains("orphaned-output"), "{}", check.out);
    insta::assert_snapshot!(project.shown(&["sync", "--prune", "--date", "2026-01-31"]), @"
    $ handback sync --prune --date 2026-01-31
    3 documents, 11 units in 11 messages (0 shared by several documents)
    fr  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 11 missing
        3 of 3 documents without a page: too little is translated
    Every file was up to date.
    Removed:
      content/fr/tides.md
      locales/fr/tides.page.yaml
    Next for fr translators: 11 messages to translate (`handback review --locale fr`).
    --- exit code 0
    ");
    assert_eq!(pages(&project), Vec::<String>::new());
    rests(&project);
}

#[test]
fn pages_of_others_are_left_alone() {
    let project = project("translated");
    project.write("content/fr/crane.md", "# La grue de Lea\n");
    project.write("content/fr/tides.md", &project.read("content/en/tides.md"));
    let pruned = project.run(&["sync", "--prune"]);
    assert!(pruned.err.contains("content/fr/crane.md: was there before handback"), "{}", pruned.err);
    assert_eq!(project.read("content/fr/crane.md"), "# La grue de Lea\n");
    assert!(project.path("content/fr/tides.md").exists(), "a copy of the English is somebody's too");
    let check = project.run(&["check"]);
    assert!(check.out.contains("handback did not write the fr page"), "{}", check.out);
}

#[test]
fn an_adopted_page_of_which_nothing_was_recognized_is_never_removed() {
    let project = project("translated");
    project.write("content/fr/crane.md", "Rien de semblable.\n");
    project.run(&["adopt", "--locale", "fr", "content/fr"]);
    let page = project.read("content/fr/crane.md");
    let pruned = project.run(&["sync", "--prune"]);
    assert_eq!(project.read("content/fr/crane.md"), page, "{}{}", pruned.out, pruned.err);
    rests(&project);
}

#[test]
fn a_locale_has_its_own_rule() {
    let project = project("all");
    project.edit("handback.yaml", "locales: [fr]", "locales: [fr, de: {publish: translated}]");
    project.sync();
    assert!(project.path("content/fr/crane.md").exists() && !project.path("content/de/crane.md").exists());
    project.edit("handback.yaml", "publish: translated", "publish: {min_current: 0}");
    insta::assert_snapshot!(project.shown(&["sync"]), @r"
    $ handback sync
    --- stderr
    error: handback.yaml:3: `de`: publish: `min_current: 0` is no percentage: expected 1 to 100
    --- exit code 2
    ");
}

#[test]
fn a_render_elsewhere_has_the_same_pages() {
    let project = project("translated");
    translate(&project, "crane", &[("crane", "Grue")]);
    project.run(&["render", "--out", "elsewhere"]);
    assert!(project.path("elsewhere/crane.md").exists() && !project.path("elsewhere/quay.md").exists());
}
