//! Variables that are found, declared, and mentioned.

use super::{page, translate};
use crate::support::Project;

const APPS: [[&str; 3]; 6] = [
    ["Contoso CRM", "Contoso, Ltd.", "December 9, 2021"],
    ["Fabrikam Mail Guard", "Fabrikam", "May 1, 2022"],
    ["Adatum Shift Board", "Adatum", "June 23, 2021"],
    ["Northwind Stock", "Northwind Traders", "July 4, 2021"],
    ["Tailwind Polls", "Tailwind Toys", "August 5, 2021"],
    ["Proseware Notes", "Proseware", "March 6, 2022"],
];

/// Six pages of one form, with nothing declared.
fn form(config: &str) -> Project {
    let project = Project::new(config);
    for [app, developer, date] in APPS {
        project.write(&format!("source-docs/{}.md", developer.to_lowercase()), &page(app, developer, date));
    }
    project
}

const CONFIG: &str = "locales: [fr-FR]\nmetadata: none\nanchors: false\n";

#[test]
fn what_is_suggested_is_declared_without_pasting() {
    let project = form(CONFIG);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    6 documents, 48 units in 33 messages (3 shared by several documents)
    English messages: 33 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 33 missing
    Wrote 25 files.
    The documents differ in values such as names: 3 variables would save about 45 % of the messages. `handback variables --suggest` shows them, `--write` declares them.
    Next for fr-FR translators: 33 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    translate(&project, "fr-FR", |english| Some(format!("FR {english}")));
    project.sync();
    let pages =
        || APPS.map(|[_, developer, _]| project.read(&format!("localized-docs/fr-FR/{}.md", developer.to_lowercase())));
    let before = pages();
    insta::assert_snapshot!(project.shown(&["variables", "--suggest", "--write"]), @r#"
    $ handback variables --suggest --write
    # Declared in handback.yaml: they save 15 of 33 messages (45 %).
    variables:
      # saves 5 messages; in 6 documents: Adatum Shift Board | Contoso CRM | Fabrikam Mail Guard
      title: { heading: 1 }
      # saves 5 messages; in 6 documents: Adatum | Contoso, Ltd. | Fabrikam
      developer: { row: "Developer" }
      # saves 5 messages; in 6 documents: June 23, 2021 | December 9, 2021 | May 1, 2022
      last_updated: { after: "Last updated on: ", type: date }
    --- exit code 0
    "#);
    insta::assert_snapshot!(project.read("handback.yaml"), @r#"
    locales: [fr-FR]
    metadata: none
    anchors: false
    variables:
      title: { heading: 1 }
      developer: { row: "Developer" }
      last_updated: { after: "Last updated on: ", type: date }
    "#);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    6 documents, 36 units in 6 messages (6 shared by several documents)
    English messages: 3 the same with values lifted out or put back, 27 gone, 3 moved between files.
    fr-FR  ████████████████████████  100 % current: 6 human, 0 machine; 0 stale, 0 missing
        fr-FR: 27 became obsolete (kept)
    Wrote 21 files.
    Removed:
      locales/en-US/adatum.ftl
      locales/en-US/contoso, ltd..ftl
      locales/en-US/fabrikam.ftl
      locales/en-US/northwind traders.ftl
      locales/en-US/proseware.ftl
      locales/en-US/tailwind toys.ftl
    --- exit code 0
    ");
    assert_eq!(pages(), before, "translations follow");
    insta::assert_snapshot!(project.shown(&["variables", "--suggest", "--write"]), @r"
    $ handback variables --suggest --write
    Nothing to suggest: no name or date that several documents have differs often enough.
    --- exit code 0
    ");
}

#[test]
fn a_configuration_that_cannot_be_extended_is_left_alone() {
    let config = format!("{CONFIG}variables: {{ day: {{ after: \"Last updated on:\", type: date }} }}\n");
    let project = form(&config);
    insta::assert_snapshot!(project.shown(&["variables", "--suggest", "--write"]), @r#"
    $ handback variables --suggest --write
    # For handback.yaml (`--write` puts them there): they save 10 of 28 messages (35 %).
    variables:
      # saves 5 messages; in 6 documents: Adatum Shift Board | Contoso CRM | Fabrikam Mail Guard
      title: { heading: 1 }
      # saves 5 messages; in 6 documents: Adatum | Contoso, Ltd. | Fabrikam
      developer: { row: "Developer" }
    --- stderr
    error: handback.yaml: its `variables` stand in one line: write the declarations of `handback variables --suggest` there by hand
    --- exit code 2
    "#);
    assert_eq!(project.read("handback.yaml"), config);
    insta::assert_snapshot!(project.shown(&["variables", "--write"]), @r"
    $ handback variables --write
    --- stderr
    error: the following required arguments were not provided:
      --suggest

    Usage: handback variables --suggest --write [PATH]...

    For more information, try '--help'.
    --- exit code 2
    ");
}

#[test]
fn init_declares_what_the_documents_have() {
    let project = form("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    insta::assert_snapshot!(project.shown(&["init", "--locale", "fr-FR"]), @r#"
    $ handback init --locale fr-FR
    Wrote handback.yaml.
    # Declared in handback.yaml: they save 15 of 33 messages (45 %).
    variables:
      # saves 5 messages; in 6 documents: Adatum Shift Board | Contoso CRM | Fabrikam Mail Guard
      title: { heading: 1 }
      # saves 5 messages; in 6 documents: Adatum | Contoso, Ltd. | Fabrikam
      developer: { row: "Developer" }
      # saves 5 messages; in 6 documents: June 23, 2021 | December 9, 2021 | May 1, 2022
      last_updated: { after: "Last updated on: ", type: date }
    Locales: fr-FR. Next: `handback sync`.
    --- exit code 0
    "#);
    let check = project.sync();
    assert!(!check.out.contains("--suggest"), "{}", check.out);
    assert!(project.read("locales/en-US/shared.ftl").contains("{ $title }"));
}
