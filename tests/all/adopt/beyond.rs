//! What a localized page has beyond its English: kept where its place is sure, and published again.

use crate::support::Project;

const ENGLISH: &str = "---\ntitle: Pumps\n---\n# Pumps\n\nWe build 40 pumps at `fabrikam`.\n\n- Model A1 is blue.\n- Model B2 is red.\n\n| Model | Price |\n|:--|:--|\n| A1 | 100 |\n| B2 | 200 |\n\n## Start\n\nRun `start` now:\n\n```sh\nstart --all\n```\n\n> See [help](help.md).\n\nWrite to info@fabrikam.com.\n";
const PAGE: &str = "---\ntitle: Pumpen\n---\n<!-- Übersetzt von Kim -->\n# Pumpen\n\nWir bauen 40 Pumpen bei `fabrikam`.\n\n**Anmerkung:** Gilt nur in der Schweiz.\n\nZwei Absätze davon.\n\n- Modell A1 ist blau.\n- Modell B2 ist rot.\n- Modell C3 gibt es nur hier.\n\n| Modell | Preis |\n|:--|:--|\n| A1 | 100 |\n| C3 | 300 |\n| B2 | 200 |\n\n<!-- ## Start -->\n## Beginnen\n\nFühren Sie jetzt `start` aus:\n\n```sh\nstart --all\n```\n\n```sh\nstart --schweiz\n```\n\n> Siehe [Hilfe](help.md).\n>\n> Oder fragen Sie nach.\n\nSchreiben Sie an info@fabrikam.com.\n\n## Anhang\n\nNur auf Deutsch.\n";

fn project(page: &str) -> Project {
    let project = Project::new("locales: [de-DE]\nmetadata: none\nanchors: false\nnewline: source\n");
    project.write("source-docs/a.md", ENGLISH);
    project.write("pages/a.md", page);
    project
}

fn adopt(project: &Project) -> String {
    project.shown(&["adopt", "--locale", "de-DE", "pages", "--date", "2026-01-31"])
}

#[test]
fn a_page_with_more_than_its_english_comes_back_byte_for_byte() {
    for page in [PAGE.to_owned(), PAGE.replace('\n', "\r\n")] {
        let project = project(&page);
        project.write("source-docs/a.md", &if page == PAGE { ENGLISH.into() } else { ENGLISH.replace('\n', "\r\n") });
        insta::allow_duplicates! { insta::assert_snapshot!(adopt(&project), @r#"
        $ handback adopt --locale de-DE pages --date 2026-01-31
        1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
        15 of 15 units translated (100 %)
        10 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
        8 blocks that the English does not have, kept in the document's resource
        1 of 1 page regenerate to their very bytes.
        Wrote 5 files.
        Next: `handback sync` regenerates the pages.
        --- stderr
        finding: pages/a.md: the English that the page was made from was not found: its translations are marked as unproven
        --- exit code 1
        "#); }
        project.sync();
        assert_eq!(project.read("localized-docs/de-DE/a.md"), page);
        let before = project.snapshot();
        project.sync();
        assert_eq!(project.snapshot(), before, "a second sync writes nothing");
    }
}

#[test]
fn additions_are_messages_with_a_place_in_the_state() {
    let project = project(PAGE);
    adopt(&project);
    let resource = project.read("locales/de-DE/a.ftl");
    let additions: String = resource.split("# @").filter(|entry| entry.starts_with("addition-")).collect();
    insta::assert_snapshot!(additions, @r#"
    addition-1bfd39dd
    addition-1bfd39dd =
        ```sh
        start --schweiz
        ```

    addition-3df90e51
    addition-3df90e51 =
        ## Anhang

        Nur auf Deutsch.

    addition-5806d123
    addition-5806d123 = Oder fragen Sie nach.

    addition-587c10a4
    addition-587c10a4 = <!-- ## Start -->

    addition-66e8cb47
    addition-66e8cb47 =
        { "*" }*Anmerkung:** Gilt nur in der Schweiz.

        Zwei Absätze davon.

    addition-827850a7
    addition-827850a7 = | C3 | 300 |

    addition-c90af4e2
    addition-c90af4e2 = - Modell C3 gibt es nur hier.

    addition-f434fe14
    addition-f434fe14 = <!-- Übersetzt von Kim -->
    "#);
    let state = project.read("locales/de-DE/a.yaml");
    assert!(state.starts_with("version: 4\n"), "{state}");
    let lines: Vec<&str> = state.lines().filter(|line| line.contains("addition: ")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 482bf9b87db1b394, date: 2026-01-31, addition: "after run-start-now past 1"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 45d49935a43637c4, date: 2026-01-31, addition: "after write-to-info-fabrikam-com"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 5c5507ec7d7c876c, date: 2026-01-31, addition: "after see-help"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 9a532087cc4b4eb0, date: 2026-01-31, addition: "before start"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 43c5d44b8127f67c, date: 2026-01-31, addition: "after we-build-40-pumps-at-fabrikam"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: e04a0b809405f6d1, date: 2026-01-31, addition: "after price past 2"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: d9c1ec2ce2345f15, date: 2026-01-31, addition: "after model-b2-is-red"}
    {type: HT, origin: import, source: e3b0c44298fc1c14, target: 9d19b50f544acc09, date: 2026-01-31, addition: "beginning blank 0"}
    "#);
}

#[test]
fn adopting_again_doubles_nothing() {
    let project = project(PAGE);
    adopt(&project);
    project.sync();
    let resource = project.read("locales/de-DE/a.ftl");
    adopt(&project);
    assert_eq!(project.read("locales/de-DE/a.ftl"), resource);
    project.run(&["adopt", "--locale", "de-DE", "localized-docs/de-DE", "--date", "2026-01-31"]);
    assert_eq!(project.read("locales/de-DE/a.ftl"), resource);
}

#[test]
fn translators_edit_an_addition_like_anything_else() {
    let project = project(PAGE);
    adopt(&project);
    project.sync();
    project.edit("locales/de-DE/a.ftl", "Gilt nur in der Schweiz.", "Gilt in der Schweiz.");
    project.sync();
    assert_eq!(project.read("localized-docs/de-DE/a.md"), PAGE.replace("Gilt nur in", "Gilt in"));
    let state = project.read("locales/de-DE/a.yaml");
    assert!(state.contains("origin: human") && state.matches("addition: ").count() == 8, "{state}");
}

#[test]
fn an_addition_stays_where_its_unit_is_and_waits_where_that_is_gone() {
    let project = project(PAGE);
    adopt(&project);
    project.sync();
    let english = ENGLISH.replace("We build 40 pumps", "We build 50 pumps");
    project.write("source-docs/a.md", &english);
    project.sync();
    let page = project.read("localized-docs/de-DE/a.md");
    assert!(page.contains("50 Pumpen bei `fabrikam`.\n\n**Anmerkung:**"), "{page}");
    project.write("source-docs/a.md", &english.replace("- Model B2 is red.\n", ""));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-01"]), @r"
    $ handback sync --date 2026-02-01
    1 document, 10 units in 9 messages (0 shared by several documents)
    English messages: 1 gone.
    de-DE  ████████████████████████  100 % current: 9 human, 0 machine; 0 stale, 0 missing
           9 whose freshness is unproven: adopted from pages whose English was not found
        de-DE: 2 became obsolete (kept)
    Wrote 5 files.
    --- exit code 0
    ");
    assert!(!project.read("localized-docs/de-DE/a.md").contains("Modell C3"));
    assert!(project.read("locales/de-DE/a.ftl").contains("- Modell C3"));
    project.write("source-docs/a.md", &english);
    project.sync();
    assert!(project.read("localized-docs/de-DE/a.md").contains("- Modell B2 ist rot.\n- Modell C3"));
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap();
    project.sync();
    assert!(project.read("localized-docs/de-DE/b.md").contains("- Modell B2 ist rot.\n- Modell C3"));
}

#[test]
fn what_may_be_the_translation_of_something_is_no_addition() {
    // The English has two paragraphs more than its last translation knows, and the page has three others there.
    let page = PAGE.replace("**Anmerkung:** Gilt nur in der Schweiz.\n\n", "");
    let project = project(&page);
    project.edit("source-docs/a.md", "- Model A1", "Ask us before you buy.\n\nOr do not.\n\n- Model A1");
    adopt(&project);
    let resource = project.read("locales/de-DE/a.ftl");
    assert!(!project.read("locales/de-DE/a.yaml").contains("after we-build"), "{resource}");
}

#[test]
fn a_block_that_somebody_added_to_a_page_is_taken_by_adoption() {
    let project = project(PAGE);
    adopt(&project);
    project.sync();
    project.edit("localized-docs/de-DE/a.md", "> Siehe [Hilfe](help.md).", "Von Hand.\n\n> Siehe [Hilfe](help.md).");
    let corrected = project.read("localized-docs/de-DE/a.md");
    project.run(&["adopt", "--locale", "de-DE", "localized-docs/de-DE", "--date", "2026-01-31"]);
    project.sync();
    assert_eq!(project.read("localized-docs/de-DE/a.md"), corrected);
    assert!(project.read("locales/de-DE/a.ftl").contains("Von Hand."));
}

#[test]
fn the_same_block_may_stand_in_two_places() {
    let comment = "<!-- nicht umbrechen -->";
    let page = PAGE.replace("- Modell C3", &format!("{comment}\n- Modell C3")).replace("## Anhang", comment);
    let page = page.replace("> Siehe", &format!("{comment}\n\n> Siehe"));
    let project = project(&page);
    for _ in 0..2 {
        adopt(&project);
        project.sync();
        assert_eq!(project.read("localized-docs/de-DE/a.md"), page);
    }
    assert_eq!(project.read("locales/de-DE/a.ftl").matches(comment).count(), 3);
}

#[test]
fn an_addition_of_a_page_of_an_earlier_english_is_beyond_that_english() {
    let project = project(PAGE);
    project.edit("handback.yaml", "metadata: none\n", "");
    let hash = super::hash(ENGLISH);
    project.write("pages/a.md", &PAGE.replace("title: Pumpen", &format!("title: Pumpen\nms.openlocfilehash: {hash}")));
    project.write("old/a.md", ENGLISH);
    project.write(
        "source-docs/a.md",
        &ENGLISH.replace("- Model B2 is red.\n", "- Model B2 is red.\n- Model D4 is new.\n"),
    );
    project.run(&["adopt", "--locale", "de-DE", "--source-at", "old", "pages", "--date", "2026-01-31"]);
    project.sync();
    let page = project.read("localized-docs/de-DE/a.md");
    assert!(page.contains("- Modell B2 ist rot.\n- Modell C3 gibt es nur hier.\n- Model D4 is new.\n"), "{page}");
    assert!(page.contains("**Anmerkung:**") && page.contains("| C3 | 300 |"), "{page}");
}
