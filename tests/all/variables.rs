//! Document variables, as the people who use them meet them.

use crate::support::{Project, git, translate};

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

fn clean(project: &Project) {
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
}

fn rests(project: &Project) {
    let before = project.snapshot();
    // With its cache, the second sync would not even look.
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.run(&["sync", "--date", "2027-01-01"]);
    assert!(project.snapshot() == before, "a second sync wrote something");
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
fn dates_are_written_as_each_locale_does() {
    let locales = [
        ("fr-FR", "5 janvier 2022"),
        ("de-DE", "5. Januar 2022"),
        ("es-ES", "5 de enero de 2022"),
        ("it-IT", "5 gennaio 2022"),
        ("ja-JP", "2022年1月5日"),
        ("pt-BR", "5 de janeiro de 2022"),
        ("ru-RU", "5 января 2022\u{202f}г."),
        ("zh-CN", "2022年1月5日"),
    ];
    let names: Vec<&str> = locales.iter().map(|(name, _)| *name).collect();
    let project = Project::new(&config(&names.join(", "), VARIABLES));
    project.write(
        "source-docs/a.md",
        "# Alpha One\n\nLast updated on: January 5, 2022\n\n| A | B |\n|-|-|\n| Day | January 5, 2022 |\n",
    );
    project.write("source-docs/b.md", "# Beta Two\n\nLast updated on: Jan 6, 2022\n");
    project.write("source-docs/c.md", "# Gamma Three\n\nLast updated on: May 7, 2022\n");
    project.write("source-docs/d.md", "# Delta Four\n\nLast updated on: 2022-01-05\n");
    project.sync();
    for (locale, _) in locales {
        translate(&project, locale, |english| {
            english.starts_with("Last updated on").then(|| english.replace("Last updated on", locale))
        });
    }
    project.sync();
    for (locale, date) in locales {
        let read = |name: &str| project.read(&format!("localized-docs/{locale}/{name}.md"));
        assert!(read("a").contains(&format!("{locale}: {date}\n")), "{}", read("a"));
        // A text that is nothing but the date needs no translator.
        assert!(read("a").contains(&format!("| Day | {date} |")), "{}", read("a"));
        // A shape that is no length of English dates is left as text.
        assert!(read("d").contains("2022-01-05"), "{}", read("d"));
    }
}

#[test]
fn a_page_of_another_checkout_that_shows_an_earlier_name_is_not_edited() {
    let project = two_pages();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let [app, _, date] = CRM;
    write(&project, "crm", [app, "Contoso Deutschland", date]);
    let check = project.run(&["check"]).out;
    assert!(!check.contains("hand-edited-output"), "{check}");
    let outcome = project.sync();
    assert!(!outcome.err.contains("rescued"), "{}", outcome.err);
    assert!(published(&project, "crm").contains("| Contoso Deutschland |"), "{}", published(&project, "crm"));
}

#[test]
fn selectors_terms_and_functions_work_with_values() {
    let project =
        Project::new(&config("fr-FR", "variables:\n  app: { heading: 1 }\n  seats: { row: Seats, type: number }\n"));
    let page = |app: &str, seats: &str| {
        format!("# {app}\n\nData of {app}.\n\nFor {seats} users.\n\n| A | B |\n|-|-|\n| Seats | {seats} |\n")
    };
    project.write("source-docs/a.md", &page("Outlook Plus", "1,200"));
    project.write("source-docs/b.md", &page("Teams Plus", "1"));
    project.sync();
    project.write("locales/fr-FR/terms.ftl", "-brand = Contoso\n");
    project.write(
        "locales/fr-FR/shared.ftl",
        "data-of-app =\n    { INITIAL($app) ->\n        [vowel] Données d’{ $app } ({ -brand }).\n       *[other] Données de { $app } ({ -brand }).\n    }\nfor-number-seats-users =\n    { $seats ->\n        [one] Pour { NUMBER($seats) } personne.\n       *[other] Pour { NUMBER($seats) } personnes.\n    }\n",
    );
    project.sync();
    let (a, b) = (published(&project, "a"), published(&project, "b"));
    assert!(a.contains("Données d’Outlook Plus (Contoso).") && a.contains("Pour 1\u{202f}200 personnes."), "{a}");
    assert!(b.contains("Données de Teams Plus (Contoso).") && b.contains("Pour 1 personne."), "{b}");
    assert!(a.contains("| Seats | 1\u{202f}200 |"), "{a}");
    let check = project.run(&["check"]);
    assert!(!check.out.contains("unusable") && !check.out.contains("unknown-placeable"), "{}", check.out);
}

#[test]
fn a_translation_that_lacks_or_invents_a_variable_is_an_error() {
    let mut seen = String::new();
    for wrong in [
        "Données conservées.",
        "Données que { $app } de { $developer } conserve.",
        "Données que { $app } et { $appli } conserve.",
        "Données que { DATETIME($app) } conserve.",
        "{ INITIAL($app) ->\n    [vowel] { DATETIME($app) }\n   *[other] { DATETIME($app) }\n }",
        // A branch may do without: the text says so on purpose.
        "{ INITIAL($app) ->\n    [vowel] Données que { $app } conserve.\n   *[other] Données.\n }",
    ] {
        let project = two_pages();
        project.edit("locales/fr-FR/shared.ftl", "Données que { $app } conserve.", wrong);
        project.run(&["sync", "--date", "2026-02-01"]);
        seen += &format!("data-that-app-stores = {wrong}\n{}\n", project.shown(&["check", "--date", "2026-02-01"]));
    }
    insta::assert_snapshot!(seen, @r"
    data-that-app-stores = Données conservées.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[missing-variable]: fr-FR: the translation lacks `{ $app }`, which the English has: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: write `{ $app }` into the translation
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { $app } de { $developer } conserve.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: fr-FR: the translation has `{ $developer }`, which the English does not have: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: remove `{ $developer }`, or write what the English has
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { $app } et { $appli } conserve.
    $ handback check --date 2026-02-01
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: the fr-FR translation refers to the variable `$appli`, which does not exist: “Data that { $app } stores.” (data-that-app-stores)
        fix: use one of $app, $developer, $updated, $kind, $section, $row, $occurrence, or text
    locales/fr-FR/shared.ftl:2: error[unknown-placeable]: fr-FR: the translation has `{ $appli }`, which the English does not have: “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: remove `{ $appli }`, or write what the English has
    3 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = Données que { DATETIME($app) } conserve.
    $ handback check --date 2026-02-01
    source-docs/crm.md:11: error[unusable-translation]: fr-FR: `data-that-app-stores` cannot be formatted, the English is in its place: $app is a text: DATETIME does not write it (in 2 documents)
        fix: correct the translation `data-that-app-stores`
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = { INITIAL($app) ->
        [vowel] { DATETIME($app) }
       *[other] { DATETIME($app) }
     }
    $ handback check --date 2026-02-01
    source-docs/crm.md:11: error[unusable-translation]: fr-FR: `data-that-app-stores` cannot be formatted, the English is in its place: DATETIME writes dates: expected a variable of `type: date` (in 2 documents)
        fix: correct the translation `data-that-app-stores`
    locales/fr-FR/shared.ftl:2: warning[end-punctuation]: fr-FR: the full stop at the end is missing (variant [vowel]): “Data that { $app } stores.” (data-that-app-stores) (in 2 documents)
        fix: end with a full stop
    2 errors, 2 warnings in 2 documents, 1 locale.
    --- exit code 1

    data-that-app-stores = { INITIAL($app) ->
        [vowel] Données que { $app } conserve.
       *[other] Données.
     }
    $ handback check --date 2026-02-01
    Clean: 2 documents, 1 locale.
    --- exit code 0
    ");
}

#[test]
fn the_translation_of_a_name_stands_in_other_texts_if_that_is_wanted() {
    for wanted in [true, false] {
        let rest = format!("variables:\n  form: {{ heading: 1, translate_value: {wanted} }}\n");
        let project = Project::new(&config("fr-FR", &rest));
        for (name, title) in [("a", "Leave request"), ("b", "Travel order")] {
            project.write(&format!("source-docs/{name}.md"), &format!("# {title}\n\nHow to fill in {title} here.\n"));
        }
        project.sync();
        translate(&project, "fr-FR", |english| match english {
            "Leave request" => Some("Demande de congé".into()),
            "Travel order" => None,
            other => Some(other.replace("How to fill in", "Remplir").replace("here", "ici")),
        });
        project.sync();
        let (a, b) = (published(&project, "a"), published(&project, "b"));
        match wanted {
            true => assert_eq!(a, "# Demande de congé\n\nRemplir Demande de congé ici.\n"),
            false => assert_eq!(a, "# Leave request\n\nRemplir Leave request ici.\n"),
        }
        assert_eq!(b, "# Travel order\n\nRemplir Travel order ici.\n");
    }
}

#[test]
fn an_override_with_other_values_gives_way_to_the_message() {
    let project = two_pages();
    let id = "data-that-app-stores";
    project.write("locales/fr-FR/crm.ftl", &format!("{id} = Ce que garde le CRM de Contoso.\n"));
    project.sync();
    assert!(published(&project, "crm").contains("Ce que garde le CRM de Contoso."));
    clean(&project);
    // A person's own wording is looked at again when the values change.
    project.edit("source-docs/crm.md", "Contoso CRM", "Contoso Sales");
    project.sync();
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-01-31"]), @r"
    $ handback check --date 2026-01-31
    source-docs/crm.md:11: error[stale]: the fr-FR translation is of an earlier English; substantive change (words): “Data that Contoso Sales stores.”, was “Data that Contoso CRM stores.” (data-that-app-stores)
        fix: translate it again in locales/fr-FR/crm.ftl, or `handback accept data-that-app-stores --still-valid`
    1 error, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
    project.edit("source-docs/crm.md", "Contoso Sales", "Contoso CRM");
    project.sync();
    clean(&project);
    let folder = project.path("pages");
    for (name, text) in [
        (
            "crm.md",
            french_page([CRM[0], CRM[1], "9 décembre 2021"]).replace("Données que Contoso CRM", "Ce que Contoso"),
        ),
        ("guard.md", french_page([GUARD[0], GUARD[1], "1 mai 2022"])),
    ] {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }
    let adopt =
        project.run(&["adopt", "--locale", "fr-FR", "--type", "machine", "--force", "pages", "--date", "2026-02-01"]);
    assert_ne!(adopt.code, 2, "{}{}", adopt.out, adopt.err);
    project.sync();
    assert!(published(&project, "crm").contains("Ce que Contoso conserve."), "{}", published(&project, "crm"));
    project.edit("source-docs/crm.md", "# Contoso CRM", "# Contoso Sales");
    project.edit("source-docs/crm.md", "that Contoso CRM stores", "that Contoso Sales stores");
    project.sync();
    assert!(
        published(&project, "crm").contains("Données que Contoso Sales conserve."),
        "{}",
        published(&project, "crm")
    );
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

#[test]
fn a_difference_in_values_alone_is_no_change_of_the_english() {
    let project = two_pages();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    project.edit("source-docs/crm.md", "December 9, 2021", "January 5, 2022");
    project.edit("source-docs/crm.md", "Contoso, Ltd.", "Contoso GmbH");
    insta::assert_snapshot!(project.shown(&["diff", "--since", "HEAD", "--date", "2026-01-31"]), @r"
    $ handback diff --since HEAD --date 2026-01-31
    No drift.
    --- exit code 0
    ");
    project.edit("source-docs/crm.md", "Data that", "All data that");
    insta::assert_snapshot!(project.shown(&["diff", "--since", "HEAD", "--date", "2026-01-31"]), @r"
    $ handback diff --since HEAD --date 2026-01-31
    all-data-that-contoso-crm-stores  substantive (words)  source-docs/crm.md:11
      - [-Data-] that Contoso CRM stores.
      + {+All data+} that Contoso CRM stores.
        fr-FR  stale: Données que Contoso CRM conserve.

    1 text in 1 place.
    --- exit code 0
    ");
}

#[test]
fn a_text_that_leaves_the_form_in_one_page_starts_from_its_own_words() {
    let project = two_pages();
    write(&project, "board", BOARD);
    project.sync();
    project.edit("source-docs/crm.md", "Data that Contoso CRM stores.", "Data that Contoso CRM never stores.");
    project.sync();
    let state = project.read("locales/fr-FR/crm.yaml");
    assert!(state.contains("previous: \"Data that Contoso CRM stores.\""), "{state}");
    let resource = project.read("locales/fr-FR/crm.ftl");
    assert!(resource.contains("= Données que Contoso CRM conserve."), "{resource}");
    assert!(published(&project, "board").contains("Données que Adatum Shift Board conserve."));
    rests(&project);
}

#[test]
fn a_changed_form_shows_old_and_new_with_its_placeables() {
    let project = two_pages();
    for name in ["crm", "guard"] {
        project.edit(&format!("source-docs/{name}.md"), "Data that", "Personal data that");
    }
    project.sync();
    let check = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["code"], "stale", "{report}");
    assert_eq!(finding["previous"], "Data that { $app } stores.");
    assert_eq!(finding["source"], "Personal data that { $app } stores.");
    assert_eq!(finding["translation"], "Données que { $app } conserve.");
    insta::assert_snapshot!(project.shown(&["diff", "--date", "2026-01-31"]), @r"
    $ handback diff --date 2026-01-31
    data-that-app-stores  substantive (words)  source-docs/crm.md:11, in 2 documents
      - [-Data-] that { $app } stores.
      + {+Personal data+} that { $app } stores.
        fr-FR  stale: Données que { $app } conserve.

    1 text in 2 places.
    --- exit code 0
    ");
    let state = project.read("locales/fr-FR/shared.yaml");
    assert!(!state.contains('\u{FDD0}') && !state.contains("\\ufdd0"), "{state}");
}

#[test]
fn bindings_are_shown_and_declarations_checked() {
    let project = two_pages();
    insta::assert_snapshot!(project.shown(&["variables"]), @r"
    $ handback variables
    crm.md
      app        Contoso CRM (line 1)
      developer  Contoso, Ltd. (line 9)
      updated    December 9, 2021 = 2021-12-09 (line 3)
    guard.md
      app        Fabrikam Mail Guard (line 1)
      developer  Fabrikam (line 9)
      updated    May 1, 2022 = 2022-05-01 (line 3)
    $app (text, heading of level 1): 2 values in 2 documents, lifted out of 4 units
    $developer (text, row “Developer”): 2 values in 2 documents, lifted out of 4 units
    $updated (date, after “Last updated on:”): 2 values in 2 documents, lifted out of 2 units
    --- exit code 0
    ");
    let json: serde_json::Value = serde_json::from_str(&project.run(&["variables", "--format", "json"]).out).unwrap();
    assert_eq!(json["documents"][0]["values"]["updated"]["date"], "2021-12-09");
    let mut seen = String::new();
    for wrong in ["{ heading: 1 }\n  row: { heading: 2 }", "{ headin: 1 }"] {
        project.write("handback.yaml", &config("fr-FR", &format!("variables:\n  app: {wrong}\n")));
        seen += &project.shown(&["sync"]);
    }
    insta::assert_snapshot!(seen, @r"
    $ handback sync
    --- stderr
    error: handback.yaml:6: variables: `row` is taken: every message has $kind, $section, $row, $occurrence
    --- exit code 2
    $ handback sync
    --- stderr
    error: handback.yaml:5: unknown key `headin`: did you mean `heading`? (known: heading, row, after, front_matter, pattern, regex, type, translate_value)
    --- exit code 2
    ");
}

#[test]
fn suggestions_can_be_pasted() {
    let project = Project::new(&config("fr-FR", ""));
    let more = [["Tailwind Poll", "Tailwind Traders", "July 4, 2022"], ["Northwind Desk", "Northwind", "July 5, 2022"]];
    for (index, values) in [CRM, GUARD, BOARD].into_iter().chain(more).enumerate() {
        write(&project, &format!("page-{index}"), values);
    }
    insta::assert_snapshot!(project.shown(&["variables", "--suggest"]), @r#"
    $ handback variables --suggest
    # For handback.yaml; give them names that translators understand.
    variables:
      # saves 4 messages; in 5 documents: Contoso CRM | Fabrikam Mail Guard | Adatum Shift Board
      title: { heading: 1 }
      # saves 4 messages; in 5 documents: Contoso, Ltd. | Fabrikam | Adatum
      developer: { row: "Developer" }
      # saves 4 messages; in 5 documents: December 9, 2021 | May 1, 2022 | June 23, 2021
      last_updated_on: { after: "Last updated on: ", type: "date" }
    --- exit code 0
    "#);
    let suggested = project.run(&["variables", "--suggest"]);
    let declarations: String =
        suggested.out.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    project.write("handback.yaml", &config("fr-FR", &declarations));
    project.sync();
    let shared = project.read("locales/en-US/shared.ftl");
    assert!(shared.contains("Information provided by { $developer } to Microsoft:"), "{declarations}\n{shared}");
    assert!(shared.contains("Data that { $title } stores."), "{shared}");
    assert!(shared.contains("DATETIME($last_updated_on, dateStyle: \"long\")"), "{shared}");
    assert!(project.run(&["variables", "--suggest"]).out.contains("Nothing to suggest"));
}

/// Two translated pages, and what a change of the configuration or a source makes of them.
fn after(change: impl Fn(&Project)) -> (Project, String) {
    let project = two_pages();
    change(&project);
    project.run(&["sync", "--date", "2026-02-01"]);
    let page = published(&project, "crm");
    rests(&project);
    (project, page)
}

#[test]
fn a_text_that_loses_its_form_keeps_what_its_page_says() {
    let before = french_page([CRM[0], CRM[1], "9 décembre 2021"]);
    let (_, gone) = after(|project| project.write("handback.yaml", &config("fr-FR", "")));
    assert_eq!(gone, before);
    let renamed = VARIABLES.replace("updated:", "day:").replace("app:", "name:");
    let (project, page) = after(|project| project.write("handback.yaml", &config("fr-FR", &renamed)));
    assert_eq!(page, before);
    let shared = project.read("locales/fr-FR/shared.ftl");
    assert!(shared.contains("{ DATETIME($day, dateStyle: \"long\") }") && shared.contains("{ $name }"), "{shared}");
    clean(&project);
    let elsewhere = VARIABLES.replace("after: \"Last updated on:\"", "row: Developer");
    let (_, page) = after(|project| project.write("handback.yaml", &config("fr-FR", &elsewhere)));
    assert_eq!(page, before);
    // The title alone changes, and what was the application's name in a text is none any more.
    let (_, page) = after(|project| project.edit("source-docs/crm.md", "# Contoso CRM", "# Zeta"));
    assert!(page.contains("Données que Contoso CRM conserve."), "{page}");
}

#[test]
fn an_obsolete_form_is_no_override_where_its_text_comes_back() {
    let project = two_pages();
    project.write("handback.yaml", &config("fr-FR", ""));
    project.sync();
    write(&project, "third", ["Third App", CRM[1], CRM[2]]);
    project.sync();
    assert_eq!(published(&project, "crm"), french_page([CRM[0], CRM[1], "9 décembre 2021"]));
    let third = published(&project, "third");
    assert!(third.contains("Informations fournies par Contoso, Ltd. à Microsoft :"), "{third}");
    rests(&project);
}

#[test]
fn a_date_that_a_page_left_in_english_stays_so() {
    let project = Project::new(&config("fr-FR", ""));
    for (name, app) in [("a", "Alpha One"), ("b", "Beta Two")] {
        project
            .write(&format!("source-docs/{name}.md"), &format!("# {app}\n\n| A | B |\n|-|-|\n| Day | May 1, 2020 |\n"));
    }
    project.sync();
    translate(&project, "fr-FR", |english| Some(english.replace("Day", "Jour")));
    project.sync();
    let before = published(&project, "a");
    assert!(before.contains("| Jour | May 1, 2020 |"));
    project.write("handback.yaml", &config("fr-FR", "variables: { day: { row: Day, type: date } }\n"));
    project.sync();
    assert_eq!(published(&project, "a"), before);
    rests(&project);
}

#[test]
fn a_name_may_be_written_in_two_ways_in_an_adopted_page() {
    let project = Project::new(&config("fr-FR", "variables: { app: { heading: 1 } }\n"));
    for app in ["Alpha X", "Beta Y"] {
        let text = format!("---\ntitle: {app}\n---\n# {app}\n\nData of {app}.\n");
        project.write(&format!("source-docs/{}.md", &app[..1]), &text);
        let french = text.replace(&format!("title: {app}"), &format!("title: {app} - Documentation"));
        project.write(&format!("pages/{}.md", &app[..1]), &french.replace("Data of", "Données de"));
    }
    insta::assert_snapshot!(project.shown(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"]), @r"
    $ handback adopt --locale fr-FR pages --date 2026-01-31
    2 pages: 0 made from today's English, 0 from an earlier one, 2 from one that was not found
    6 of 6 units translated (100 %)
    1 message, 2 overrides, 2 with a selector; 0 of an earlier English (stale)
    2 of 2 pages regenerate to their very bytes.
    Wrote 11 files.
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: pages/A.md: the English that the page was made from was not found: its translations are marked as unproven
    finding: pages/B.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    ");
    project.sync();
    assert_eq!(published(&project, "A"), project.read("pages/A.md"));
}

#[test]
fn a_stale_wording_stays_with_its_document_when_the_text_becomes_a_form() {
    let rest = format!("on_stale: keep\n{VARIABLES}");
    let project = Project::new(&config("fr-FR", &rest));
    write(&project, "crm", CRM);
    project.sync();
    translate(&project, "fr-FR", french);
    project.sync();
    project.edit("source-docs/crm.md", "Contoso CRM", "Contoso Sales");
    write(&project, "guard", GUARD);
    project.sync();
    let guard = published(&project, "guard");
    assert!(guard.contains("Data that Fabrikam Mail Guard stores.") && !guard.contains("Contoso"), "{guard}");
    assert!(published(&project, "crm").contains("Données que Contoso CRM conserve."));
    insta::assert_snapshot!(project.shown(&["diff", "--date", "2026-01-31"]), @r"
    $ handback diff --date 2026-01-31
    data-that-contoso-crm-stores  substantive (words)  source-docs/crm.md:11
      - Data that Contoso [-CRM-] stores.
      + Data that Contoso {+Sales+} stores.
        fr-FR  stale: Données que Contoso CRM conserve.

    1 text in 1 place.
    1 translation missing: `--missing` shows them.
    --- exit code 0
    ");
}

#[test]
fn choosing_forms_again_changes_nothing() {
    let project =
        Project::new(&config("fr-FR", "variables:\n  app: { heading: 1 }\n  day: { after: \"On:\", type: date }\n"));
    let add = |name: &str, app: &str, day: &str| {
        project.write(&format!("source-docs/{name}.md"), &format!("# {app}\n\nOn: {day}\n\nThe {app} of {day}.\n"));
    };
    for (name, app) in [("a", "Alpha One"), ("b", "Beta Two"), ("c", "Gamma Three")] {
        add(name, app, "December 9, 2021");
    }
    project.sync();
    let before = ids(&project.read("locales/en-US/shared.ftl"));
    rests(&project);
    for (name, app, day) in
        [("d", "Delta Four", "Jan 5, 2022"), ("e", "Epsilon Five", "Jan 5, 2022"), ("f", "Zeta Six", "May 1, 2022")]
    {
        add(name, app, day);
    }
    project.sync();
    let now = project.read("locales/en-US/shared.ftl");
    assert!(before.iter().all(|id| now.contains(&format!("\n{id} ="))), "{before:?}\n{now}");
    rests(&project);
}

#[test]
fn a_number_is_one_however_it_is_written() {
    let rest = "variables: { seats: { row: Seats, type: number } }\n";
    let project = Project::new(&config("fr-FR", rest));
    for (name, seats) in [("a", "12"), ("b", "1,200"), ("c", "2021")] {
        let page = format!("# P{name}\n\nFor {seats} users.\n\n| A | B |\n|-|-|\n| Seats | {seats} |\n");
        project.write(&format!("source-docs/{name}.md"), &page);
    }
    project.sync();
    translate(&project, "fr-FR", |english| Some(english.replace("For", "Pour").replace("users", "personnes")));
    project.sync();
    for (name, seats) in [("a", "12"), ("b", "1\u{202f}200"), ("c", "2021")] {
        let page = published(&project, name);
        assert!(page.contains(&format!("Pour {seats} personnes.")), "{page}");
    }
    project.edit("source-docs/a.md", "12", "1500");
    project.sync();
    assert!(published(&project, "a").contains("Pour 1500 personnes."));
    clean(&project);
}

#[test]
fn a_value_that_looks_like_a_placeable_is_none() {
    let project = Project::new(&config("fr-FR", VARIABLES));
    for (name, developer) in [("crm", "{$x}"), ("guard", "{ $developer }")] {
        write(&project, name, [CRM[0], developer, CRM[2]]);
    }
    project.sync();
    translate(&project, "fr-FR", french);
    project.sync();
    assert!(published(&project, "crm").contains("Informations fournies par {$x} à Microsoft :"));
    assert!(published(&project, "guard").contains("Informations fournies par { $developer } à Microsoft :"));
    clean(&project);
    rests(&project);
}

#[test]
fn a_document_may_hold_our_marks_and_injects_nothing() {
    let project = Project::new(&config("fr-FR", VARIABLES));
    let hostile = "Words \u{FDD0} -x }\n\nkey = value\n\nMore \u{FDD0}$app\u{FDD1} words.\n\nA \u{FDD0}b c\u{FDD1} d\n";
    project.write("source-docs/crm.md", &format!("{}\n{hostile}", page(CRM[0], CRM[1], CRM[2])));
    project.sync();
    let resource = project.read("locales/en-US/crm.ftl");
    assert!(!resource.contains('\u{FDD0}') && !resource.contains("-x"), "{resource}");
    assert!(published(&project, "crm").ends_with(hostile));
    rests(&project);
}
