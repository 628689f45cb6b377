//! Texts that gain, lose or change their form.

use super::*;

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
    finding: the English that 2 pages were made from was not found: their translations are marked as unproven (pages/A.md, pages/B.md)
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
    insta::assert_snapshot!(project.shown(&["diff", "--date", "2026-01-31"]), @"
    $ handback diff --date 2026-01-31
    data-that-contoso-crm-stores  substantive (words)  source-docs/crm.md:11
      - Data that Contoso [-CRM-] stores.
      + Data that Contoso {+Sales+} stores.
        fr-FR  stale: Données que Contoso CRM conserve.

    1 message in 1 place.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
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
