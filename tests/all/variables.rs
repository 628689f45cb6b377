//! Document variables, as the people who use them meet them.

mod forms;
mod locales;
mod shown;
mod suggestions;

use crate::support::{Project, clean, git, rests, translate};

const VARIABLES: &str = r#"variables:
  app: { heading: 1 }
  developer: { row: Developer }
  updated: { after: "Last updated on:", type: date }
"#;

fn config(locales: &str, rest: &str) -> String {
    format!("locales: [{locales}]\nmetadata: none\nanchors: false\n{rest}")
}

fn page(app: &str, developer: &str, date: &str) -> String {
    format!(
        "# {app}\n\nLast updated on: {date}\n\nInformation provided by {developer} to Microsoft:\n\n| What | Answer |\n|-|-|\n| Developer | {developer} |\n\nData that {app} stores.\n"
    )
}

const CRM: [&str; 3] = ["Contoso CRM", "Contoso, Ltd.", "December 9, 2021"];
const GUARD: [&str; 3] = ["Fabrikam Mail Guard", "Fabrikam", "May 1, 2022"];
const BOARD: [&str; 3] = ["Adatum Shift Board", "Adatum", "June 23, 2021"];

fn write(project: &Project, name: &str, [app, developer, date]: [&str; 3]) {
    project.write(&format!("source-docs/{name}.md"), &page(app, developer, date));
}

/// Two pages of one form, with French translations of everything.
fn two_pages() -> Project {
    let project = Project::new(&config("fr-FR", VARIABLES));
    write(&project, "crm", CRM);
    write(&project, "guard", GUARD);
    project.sync();
    translate(&project, "fr-FR", french);
    project.sync();
    project
}

fn french(english: &str) -> Option<String> {
    let long = "\u{FDD0}DATETIME($updated, dateStyle: \"long\")\u{FDD1}";
    let text = match english {
        "What" => "Quoi".to_owned(),
        "Answer" => "Réponse".to_owned(),
        "Developer" => "Développeur".to_owned(),
        _ if english.starts_with("Last updated on: \u{FDD0}") => format!("Mise à jour le {long}"),
        _ => english
            .replace("Last updated on: ", "Mise à jour le ")
            .replace("Information provided by", "Informations fournies par")
            .replace(" to Microsoft:", " à Microsoft :")
            .replace("Data that", "Données que")
            .replace(" stores.", " conserve."),
    };
    Some(text)
}

fn french_page([app, developer, date]: [&str; 3]) -> String {
    format!(
        "# {app}\n\nMise à jour le {date}\n\nInformations fournies par {developer} à Microsoft :\n\n| Quoi | Réponse |\n|-|-|\n| Développeur | {developer} |\n\nDonnées que {app} conserve.\n"
    )
}

fn published(project: &Project, name: &str) -> String {
    project.read(&format!("localized-docs/fr-FR/{name}.md"))
}

#[test]
fn one_message_serves_all_pages_of_a_form() {
    let project = two_pages();
    let shared = project.read("locales/en-US/shared.ftl");
    for message in [
        "information-provided-by-developer-to-microsoft = Information provided by { $developer } to Microsoft:",
        "last-updated-on-datetime-updated-datestyle = Last updated on: { DATETIME($updated, dateStyle: \"long\") }",
        "# $developer (String) - row “Developer”, for example “Contoso, Ltd.”",
        "# $updated (Date) - after “Last updated on:”, for example “December 9, 2021”",
    ] {
        assert!(shared.contains(message), "{message}\n{shared}");
    }
    assert_eq!(published(&project, "crm"), french_page([CRM[0], CRM[1], "9 décembre 2021"]));
    assert_eq!(published(&project, "guard"), french_page([GUARD[0], GUARD[1], "1 mai 2022"]));
    clean(&project);
    rests(&project);
}

#[test]
fn a_new_page_of_the_form_is_done_before_anyone_touches_it() {
    let project = two_pages();
    let before = project.read("locales/en-US/shared.ftl");
    write(&project, "board", BOARD);
    project.sync();
    assert_eq!(published(&project, "board"), french_page([BOARD[0], BOARD[1], "23 juin 2021"]));
    assert_eq!(project.read("locales/en-US/shared.ftl"), before, "a document more renames nothing");
    clean(&project);
    rests(&project);
}

#[test]
fn a_changed_value_makes_nothing_stale() {
    let project = two_pages();
    let states = project.read("locales/fr-FR/shared.yaml");
    project.edit("source-docs/crm.md", "December 9, 2021", "January 5, 2022");
    project.edit("source-docs/crm.md", "Contoso CRM", "Contoso Sales");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    2 documents, 12 units in 6 messages (6 shared by several documents)
    fr-FR  ████████████████████████  100 % current: 6 human, 0 machine; 0 stale, 0 missing
    Wrote 3 files.
    --- exit code 0
    ");
    assert_eq!(published(&project, "crm"), french_page(["Contoso Sales", CRM[1], "5 janvier 2022"]));
    assert_eq!(project.read("locales/fr-FR/shared.yaml"), states);
    clean(&project);
    rests(&project);
}

#[test]
fn a_text_of_one_page_is_lifted_with_its_translation_when_another_comes() {
    let project = Project::new(&config("fr-FR", VARIABLES));
    write(&project, "crm", CRM);
    project.sync();
    translate(&project, "fr-FR", french);
    project.edit("locales/fr-FR/crm.ftl", "December 9, 2021", "9 décembre 2021");
    project.sync();
    let page = published(&project, "crm");
    assert_eq!(page, french_page([CRM[0], CRM[1], "9 décembre 2021"]));
    let ids = ids(&project.read("locales/en-US/crm.ftl"));
    write(&project, "guard", GUARD);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    2 documents, 12 units in 6 messages (6 shared by several documents)
    English messages: 3 the same with values lifted out or put back, 1 gone, 6 moved between files.
    fr-FR  ████████████████████████  100 % current: 6 human, 0 machine; 0 stale, 0 missing
        fr-FR: 1 became obsolete (kept)
    Wrote 9 files.
    Removed:
      locales/en-US/crm.ftl
    --- exit code 0
    ");
    assert_eq!(published(&project, "crm"), page);
    assert_eq!(published(&project, "guard"), french_page([GUARD[0], GUARD[1], "1 mai 2022"]));
    let shared = project.read("locales/en-US/shared.ftl");
    // The title turns out to be a name, which needs no message.
    for id in ids.iter().filter(|id| *id != "contoso-crm") {
        assert!(shared.contains(&format!("\n{id} =")), "{id} was renamed:\n{shared}");
    }
    assert!(project.read("locales/fr-FR/shared.yaml").contains("type: HT"), "a person's work stays a person's");
    clean(&project);
    rests(&project);
}

fn ids(resource: &str) -> Vec<String> {
    let ids = resource.lines().filter(|line| !line.starts_with(['#', ' ']));
    ids.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

#[test]
fn declaring_variables_and_taking_them_back_leaves_every_page_as_it_is() {
    let project = Project::new(&config("fr-FR", ""));
    for (name, values) in [("crm", CRM), ("guard", GUARD), ("board", BOARD)] {
        write(&project, name, values);
    }
    project.sync();
    translate(&project, "fr-FR", french);
    // One page has a wording of its own, and one a name that was translated.
    project.edit("locales/fr-FR/guard.ftl", "Données que Fabrikam Mail Guard conserve.", "Ce qui est conservé.");
    project.edit("locales/fr-FR/board.ftl", "= Adatum Shift Board\n", "= Tableau d’équipe Adatum\n");
    project.sync();
    let pages = || ["crm", "guard", "board"].map(|name| published(&project, name));
    let before = pages();
    assert!(before[1].contains("Ce qui est conservé.") && before[2].contains("# Tableau d’équipe Adatum"));
    project.write("handback.yaml", &config("fr-FR", VARIABLES));
    project.sync();
    assert_eq!(pages(), before);
    let shared = project.read("locales/fr-FR/shared.ftl");
    assert!(shared.contains("Informations fournies par { $developer } à Microsoft :"), "{shared}");
    let guard = project.read("locales/fr-FR/guard.ftl");
    assert!(guard.contains("Ce qui est conservé."), "{guard}");
    clean(&project);
    rests(&project);
    project.write("handback.yaml", &config("fr-FR", ""));
    project.sync();
    assert_eq!(pages(), before);
    clean(&project);
    rests(&project);
}

#[test]
fn a_page_that_is_left_alone_keeps_its_form() {
    let project = two_pages();
    let before = ids(&project.read("locales/en-US/shared.ftl"));
    std::fs::remove_file(project.path("source-docs/guard.md")).unwrap();
    project.run(&["sync", "--prune", "--date", "2026-02-01"]);
    assert_eq!(published(&project, "crm"), french_page([CRM[0], CRM[1], "9 décembre 2021"]));
    let own = project.read("locales/en-US/crm.ftl");
    for id in before {
        assert!(own.contains(&format!("\n{id} =")), "{id} was renamed:\n{own}");
    }
    assert!(own.contains("Data that { $app } stores."), "{own}");
    clean(&project);
    rests(&project);
}

#[test]
fn a_part_of_the_documents_has_the_same_forms() {
    let project = two_pages();
    write(&project, "board", BOARD);
    let outcome = project.run(&["sync", "--date", "2026-02-01", "source-docs/board.md"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    assert_eq!(published(&project, "board"), french_page([BOARD[0], BOARD[1], "23 juin 2021"]));
    let before = project.snapshot();
    project.sync();
    assert!(project.snapshot() == before, "the whole says what the part said");
}

#[test]
fn edits_of_pages_are_not_taken_for_values() {
    let project = two_pages();
    project.edit("source-docs/crm.md", "December 9, 2021", "January 5, 2022");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @r"
    $ handback check --date 2026-01-31
    locales/en-US/crm.ftl: error[obsolete-reference]: the English of crm.md changed after the last sync
        fix: run `handback sync` and commit what it writes
    localized-docs/fr-FR/crm.md:3: error[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
    project.sync();
    project.edit("localized-docs/fr-FR/crm.md", "Données que", "Les données que");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @r"
    $ handback check --date 2026-01-31
    localized-docs/fr-FR/crm.md:11: error[hand-edited-output]: the fr-FR page was edited by hand
        fix: `handback sync --take-edits` takes the edit over; `handback sync` writes the page again
    1 error, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
}
