//! Blocks of code that a localized page has in another form than its English: kept as the locale's own, and stale when that
//! changes.

use crate::support::Project;

const ENGLISH: &str = "# Pumps\n\nStart the pump:\n\n```sh\n# all pumps\npump start --all\n```\n\nThen:\n\n1. Look at it:\n\n   ```json\n   {\"state\": \"on\"}\n   ```\n\n1. Stop it.\n\n> Ask for help:\n>\n> ```text\n> Help!\n>\n> Please.\n> ```\n\nOr read the manual:\n\n    pump manual\n\n<!-- prettier-ignore -->\n\nThe end.\n";
const PAGE: &str = "# Pumpen\n\nStarten Sie die Pumpe:\n\n```sh title=Pumpe\n# alle Pumpen\npump start --all\n```\n\nDanach:\n\n1. Sehen Sie nach:\n\n   ```json\n   {\n\n     \"state\": \"an\"}\n   ```\n\n1. Halten Sie sie an.\n\n> Bitten Sie um Hilfe:\n>\n> ```text\n> Hilfe!\n>\n> Bitte.\n> ```\n\nOder lesen Sie das Handbuch:\n\n    pump manual --lang de\n\n<!-- nicht umbrechen -->\n\nDas Ende.\n";

fn project(page: &str) -> Project {
    let project = Project::new("locales: [de-DE]\nmetadata: none\nanchors: false\nnewline: source\n");
    project.write("source-docs/a.md", ENGLISH);
    project.write("pages/a.md", page);
    project
}

fn adopt(project: &Project) -> String {
    project.shown(&["adopt", "--locale", "de-DE", "pages", "--date", "2026-01-31"])
}

/// A project whose German page was adopted, with its own blocks.
fn adopted() -> Project {
    let project = project(PAGE);
    adopt(&project);
    project.sync();
    project
}

const OUT: &str = "localized-docs/de-DE/a.md";

#[test]
fn a_page_with_code_of_its_own_comes_back_byte_for_byte() {
    for ends in ["\n", "\r\n"] {
        let page = PAGE.replace('\n', ends);
        let project = project(&page);
        project.write("source-docs/a.md", &ENGLISH.replace('\n', ends));
        insta::allow_duplicates! { insta::assert_snapshot!(adopt(&project), @r"
        $ handback adopt --locale de-DE pages --date 2026-01-31
        1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
        8 of 8 units translated (100 %)
        8 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
        5 blocks of code in another form than the English, kept as the locale's own
        1 of 1 page regenerate to their very bytes.
        Wrote 5 files.
        Next: `handback sync` regenerates the pages.
        --- stderr
        finding: pages/a.md: the English that the page was made from was not found: its translations are marked as unproven
        --- exit code 1
        "); }
        project.sync();
        assert_eq!(project.read(OUT), page);
        let before = project.snapshot();
        project.sync();
        assert_eq!(project.snapshot(), before, "a second sync writes nothing");
    }
}

/// Its words are a program's, which no text offers; what it imports stays that of the English.
#[test]
fn what_a_page_of_mdx_exports_may_be_the_locale_s() {
    let english = "import Chart from './chart';\n\nexport const tides = [\n  {name: \"High water\"},\n\n  {name: \"Low water\"},\n];\n\n# Tides\n\n<Chart of={tides} />\n\nThey come twice.\n";
    let page = english
        .replace("High water", "Hochwasser")
        .replace("Low water", "Niedrigwasser")
        .replace("# Tides", "# Gezeiten")
        .replace("They come twice.", "Sie kommen zweimal.");
    let sources = "sources: [\"source-docs/**/*.{md,mdx}\"]\nflavor: docusaurus\n";
    let project =
        Project::new(&format!("locales: [de-DE]\nmetadata: none\nanchors: false\nnewline: source\n{sources}"));
    project.write("source-docs/a.mdx", english);
    project.write("pages/a.mdx", &page);
    let said = adopt(&project);
    assert!(said.contains("1 block of code in another form than the English"), "{said}");
    project.sync();
    assert_eq!(project.read("localized-docs/de-DE/a.mdx"), page);
    project.write("source-docs/a.mdx", &english.replace("'./chart'", "'../chart'"));
    project.sync();
    assert_eq!(project.read("localized-docs/de-DE/a.mdx"), page.replace("'./chart'", "'../chart'"));
}

#[test]
fn own_blocks_are_messages_that_say_which_block_they_stand_for() {
    let project = adopted();
    let resource = project.read("locales/de-DE/a.ftl");
    let blocks: String = resource.split("# @").filter(|entry| entry.starts_with("block-")).collect();
    insta::assert_snapshot!(blocks, @r#"
    block-32fbbab8
    block-32fbbab8 =
        ```text
        Hilfe!

        Bitte.
        ```

    block-34c663e3
    block-34c663e3 =
        ```json
        { "{" }

        { "  " }"state": "an"{ "}" }
        ```

    block-3c06fcd7
    block-3c06fcd7 =
        ```sh title=Pumpe
        # alle Pumpen
        pump start --all
        ```

    block-b742f4c9
    block-b742f4c9 = <!-- nicht umbrechen -->

    block-cb2fd014
    block-cb2fd014 = { "    " }pump manual --lang de
    "#);
    let state = project.read("locales/de-DE/a.yaml");
    assert!(state.starts_with("version: 4\n"), "{state}");
    let lines: Vec<&str> = state.lines().filter(|line| line.contains("block: ")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    {type: HT, origin: import, source: 0e1f3d6a30957e91, target: e697fd5e5e0da664, date: 2026-01-31, source_unproven: true, previous: "```text\nHelp!\n\nPlease.\n```", block: "1 of 1 behind ask-for-help: 0e1f3d6a30957e91"}
    {type: HT, origin: import, source: a6e44ecfee52cb39, target: 66e96b313d0c04ae, date: 2026-01-31, source_unproven: true, previous: "```json\n{\"state\": \"on\"}\n```", block: "1 of 1 behind look-at-it: a6e44ecfee52cb39"}
    {type: HT, origin: import, source: 511cac0281e2ff53, target: 2180cbd8826ace15, date: 2026-01-31, source_unproven: true, previous: "```sh\n# all pumps\npump start --all\n```", block: "1 of 1 behind start-the-pump: 511cac0281e2ff53"}
    {type: HT, origin: import, source: a94eeea121549929, target: 50e3b47f5058d45a, date: 2026-01-31, source_unproven: true, previous: "<!-- prettier-ignore -->", block: "2 of 2 behind or-read-the-manual: a94eeea121549929"}
    {type: HT, origin: import, source: 0f908e561d606b81, target: 9821eb77ad20076e, date: 2026-01-31, source_unproven: true, previous: "    pump manual", block: "1 of 2 behind or-read-the-manual: 0f908e561d606b81"}
    "#);
}

#[test]
fn code_is_stale_when_the_english_code_changes_until_a_person_decides() {
    let project = adopted();
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-01"]), @r"
    $ handback sync --date 2026-02-01
    1 document, 8 units in 8 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 8 human, 0 machine; 0 stale, 0 missing
           8 whose freshness is unproven: adopted from pages whose English was not found
           1 stale block of its own code: the English code changed
        de-DE: 1 became stale
    Wrote 4 files.
    --- exit code 0
    ");
    let page = project.read(OUT);
    assert!(page.contains("# all pumps\npump start --every\n"), "the English is published: {page}");
    assert!(project.read("locales/de-DE/a.ftl").contains("# alle Pumpen"), "and the German is kept");
    let before = project.snapshot();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @r"
    $ handback sync --date 2026-02-02
    1 document, 8 units in 8 messages (0 shared by several documents)
    Nothing changed since the last sync.
    de-DE  ████████████████████████  100 % current: 8 human, 0 machine; 0 stale, 0 missing
           8 whose freshness is unproven: adopted from pages whose English was not found
           1 stale block of its own code: the English code changed
    --- exit code 0
    ");
    assert_eq!(project.snapshot(), before);
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-03"]), @r"
    $ handback check --date 2026-02-03
    source-docs/a.md:5: error[stale]: the de-DE version of this code is of an earlier English; substantive change (code): “```sh # all pumps pump start --every ```”, was “```sh # all pumps pump start --all ```” (block-3c06fcd7), for 2 days
        fix: bring it up to date in locales/de-DE/a.ftl, or `handback accept block-3c06fcd7 --still-valid`
    1 error, 0 warnings in 1 document, 1 locale.
    --- exit code 1
    ");
    insta::assert_snapshot!(project.shown(&["diff", "--date", "2026-02-03"]), @"
    $ handback diff --date 2026-02-03
    block-3c06fcd7  substantive (code)  source-docs/a.md:5
      - ```sh
        # all pumps
        pump start --[-all-]
        ```
      + ```sh
        # all pumps
        pump start --{+every+}
        ```
        de-DE  stale for 2 days: ```sh title=Pumpe
        # alle Pumpen
        pump start --all
        ```

    1 message in 1 place.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
    --- exit code 0
    ");
    project.run(&["accept", "block-3c06fcd7", "--still-valid", "--reviewer", "Kim", "--date", "2026-02-03"]);
    assert_eq!(project.read(OUT), PAGE);
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-03"]), @r"
    $ handback check --date 2026-02-03
    Clean: 1 document, 1 locale.
    --- exit code 0
    ");
}

#[test]
fn stale_code_is_published_as_the_configuration_says() {
    let project = adopted();
    project.write("handback.yaml", &format!("{}on_stale: keep\n", project.read("handback.yaml")));
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    project.edit("handback.yaml", "on_stale: keep", "on_stale: fail");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-01"]), @r"
    $ handback sync --date 2026-02-01
    1 document, 8 units in 8 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 8 human, 0 machine; 0 stale, 0 missing
           8 whose freshness is unproven: adopted from pages whose English was not found
           1 stale block of its own code: the English code changed
    Every file was up to date.
    --- stderr
    finding: source-docs/a.md: not written in de-DE: 1 unit is stale and 0 are missing, and the configuration says `fail`
    --- exit code 1
    ");
}

#[test]
fn who_edits_stale_code_in_the_resource_brings_it_up_to_date() {
    let project = adopted();
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    project.sync();
    project.edit("locales/de-DE/a.ftl", "pump start --all", "pump start --every");
    project.sync();
    assert_eq!(project.read(OUT), PAGE.replace("--all", "--every"));
    assert!(!project.read("locales/de-DE/a.yaml").contains("since"));
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
    // Back to the English before: the edit is stale for it.
    project.edit("source-docs/a.md", "pump start --every", "pump start --all");
    project.sync();
    assert!(project.read(OUT).contains("# all pumps\npump start --all\n"));
}

#[test]
fn own_code_goes_away_with_its_block_and_comes_back_with_it() {
    let project = adopted();
    let without = ENGLISH.replace("```sh\n# all pumps\npump start --all\n```\n\n", "");
    project.write("source-docs/a.md", &without);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-01"]), @r"
    $ handback sync --date 2026-02-01
    1 document, 8 units in 8 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 8 human, 0 machine; 0 stale, 0 missing
           8 whose freshness is unproven: adopted from pages whose English was not found
        de-DE: 1 became obsolete (kept)
    Wrote 4 files.
    --- exit code 0
    ");
    assert!(!project.read(OUT).contains("alle Pumpen"));
    assert!(project.read("locales/de-DE/a.ftl").contains("# alle Pumpen"));
    project.write("source-docs/a.md", ENGLISH);
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
}

#[test]
fn own_code_follows_its_block_through_edits_moves_and_renames() {
    let project = adopted();
    let (block, own) = (
        "```sh\n# all pumps\npump start --all\n```\n\n",
        "```sh title=Pumpe\n# alle Pumpen\npump start --all\n```\n\n",
    );
    // The text before it changes.
    project.edit("source-docs/a.md", "Start the pump:", "Start the pump now:");
    project.sync();
    assert!(project.read(OUT).contains(own));
    // Another block comes in before it.
    project.edit("source-docs/a.md", block, &format!("```sh\npump prepare\n```\n\n{block}"));
    project.sync();
    assert!(project.read(OUT).contains(&format!("```sh\npump prepare\n```\n\n{own}")), "{}", project.read(OUT));
    // It moves to the end.
    let moved = project.read("source-docs/a.md").replace(block, "");
    project.write("source-docs/a.md", &format!("{moved}\n{}", block.trim_end()));
    project.sync();
    assert!(project.read(OUT).ends_with(own.trim_end()), "{}", project.read(OUT));
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap();
    project.sync();
    assert!(project.read("localized-docs/de-DE/b.md").ends_with(own.trim_end()));
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
}

#[test]
fn code_that_is_no_block_any_more_is_not_published() {
    let project = adopted();
    project.edit("locales/de-DE/a.ftl", "pump start --all\n    ```", "pump start --all");
    project.run(&["sync", "--date", "2026-02-01"]);
    assert!(project.read(OUT).contains("# all pumps\n"));
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-03"]), @r"
    $ handback check --date 2026-02-03
    source-docs/a.md:5: error[unusable-translation]: de-DE: `block-3c06fcd7` cannot be used, the English is in its place: it is no single block that could stand there: look at its fences
        fix: correct the translation `block-3c06fcd7`
    1 error, 0 warnings in 1 document, 1 locale.
    --- exit code 1
    ");
}

#[test]
fn adopting_again_doubles_no_code() {
    let project = adopted();
    let resource = project.read("locales/de-DE/a.ftl");
    adopt(&project);
    assert_eq!(project.read("locales/de-DE/a.ftl"), resource);
    project.run(&["adopt", "--locale", "de-DE", "localized-docs/de-DE", "--date", "2026-01-31"]);
    assert_eq!(project.read("locales/de-DE/a.ftl"), resource);
    // What somebody changed in the page takes its place.
    project.edit(OUT, "# alle Pumpen", "# wirklich alle Pumpen");
    project.run(&["adopt", "--locale", "de-DE", "localized-docs/de-DE", "--date", "2026-01-31"]);
    project.sync();
    assert_eq!(project.read(OUT), PAGE.replace("# alle Pumpen", "# wirklich alle Pumpen"));
    assert_eq!(project.read("locales/de-DE/a.ftl").matches("block-").count(), resource.matches("block-").count());
}

#[test]
fn code_is_taken_only_where_it_is_sure_which_block_it_is() {
    // The text before the block has no translation in the page.
    let page = PAGE.replace("Starten Sie die Pumpe:\n\n", "");
    let project = project(&page);
    adopt(&project);
    assert!(!project.read("locales/de-DE/a.ftl").contains("alle Pumpen"));
    // One more block than the English has, and one that is changed: the one that has most of it.
    let page = PAGE.replace("```sh title=Pumpe\n", "```sh\npump version\n```\n\n```sh title=Pumpe\n");
    let project = self::project(&page);
    adopt(&project);
    project.sync();
    assert_eq!(project.read(OUT), page);
    let state = project.read("locales/de-DE/a.yaml");
    assert_eq!(state.matches("addition: ").count(), 1, "{state}");
}

#[test]
fn no_machine_and_no_memory_deals_with_code() {
    let project = adopted();
    project.write("handback.yaml", &format!("{}translate: {{provider: pseudo}}\n", project.read("handback.yaml")));
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    // A text that is the code of before: the memory has nothing for it.
    project.edit("source-docs/a.md", "The end.", "The end.\n\n{\"state\": \"on\"}");
    project.sync();
    let state = project.read("locales/de-DE/a.yaml");
    assert!(!state.contains("draft") && !state.contains("memory"), "{state}");
    assert!(project.read("locales/de-DE/a.ftl").contains("# alle Pumpen\n"));
}

#[test]
fn code_of_an_earlier_english_is_stale_from_the_start() {
    let project = project(PAGE);
    project.write("old/a.md", ENGLISH);
    project.edit("handback.yaml", "metadata: none\n", "");
    let hash = super::hash(ENGLISH);
    project.write("pages/a.md", &format!("---\nms.openlocfilehash: {hash}\n---\n{PAGE}"));
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    project.run(&["adopt", "--locale", "de-DE", "--source-at", "old", "pages", "--date", "2026-01-31"]);
    project.sync();
    let page = project.read(OUT);
    assert!(page.contains("# all pumps\npump start --every") && page.contains("\"an\"}"), "{page}");
    let check = project.shown(&["check", "--date", "2026-02-03"]);
    insta::assert_snapshot!(check, @r"
    $ handback check --date 2026-02-03
    source-docs/a.md:5: error[stale]: the de-DE version of this code is of an earlier English; substantive change (code): “```sh # all pumps pump start --every ```”, was “```sh # all pumps pump start --all ```” (block-3c06fcd7), for 3 days
        fix: bring it up to date in locales/de-DE/a.ftl, or `handback accept block-3c06fcd7 --still-valid`
    1 error, 0 warnings in 1 document, 1 locale.
    --- exit code 1
    ");
}

#[test]
fn comments_that_are_texts_of_their_own_make_no_block_the_locale_s() {
    let project = project(&PAGE.replace("```sh title=Pumpe", "```sh"));
    project.write("handback.yaml", &format!("{}code: comments\n", project.read("handback.yaml")));
    adopt(&project);
    project.sync();
    let resource = project.read("locales/de-DE/a.ftl");
    assert!(resource.contains("= alle Pumpen") && !resource.contains("# alle Pumpen"), "{resource}");
    assert!(project.read(OUT).contains("# alle Pumpen\npump start --all"));
    project.edit("source-docs/a.md", "pump start --all", "pump start --every");
    project.sync();
    assert!(project.read(OUT).contains("# alle Pumpen\npump start --every"), "{}", project.read(OUT));
}
