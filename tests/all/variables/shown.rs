//! What `diff` and `variables` show.

use super::*;

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
    insta::assert_snapshot!(project.shown(&["diff", "--since", "HEAD", "--date", "2026-01-31"]), @"
    $ handback diff --since HEAD --date 2026-01-31
    all-data-that-contoso-crm-stores  substantive (words)  source-docs/crm.md:11
      - [-Data-] that Contoso CRM stores.
      + {+All data+} that Contoso CRM stores.
        fr-FR  stale: Données que Contoso CRM conserve.

    1 message in 1 place.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
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
    insta::assert_snapshot!(project.shown(&["diff", "--date", "2026-01-31"]), @"
    $ handback diff --date 2026-01-31
    data-that-app-stores  substantive (words)  source-docs/crm.md:11, in 2 documents
      - [-Data-] that { $app } stores.
      + {+Personal data+} that { $app } stores.
        fr-FR  stale: Données que { $app } conserve.

    1 message in 2 places.
    Next: `handback review --state stale`; where a translation is still right, `handback accept ID --still-valid`.
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
    # For handback.yaml (`--write` puts them there): they save 12 of 28 messages (42 %).
    variables:
      # saves 4 messages; in 5 documents: Contoso CRM | Fabrikam Mail Guard | Adatum Shift Board
      title: { heading: 1 }
      # saves 4 messages; in 5 documents: Contoso, Ltd. | Fabrikam | Adatum
      developer: { row: "Developer" }
      # saves 4 messages; in 5 documents: December 9, 2021 | May 1, 2022 | June 23, 2021
      last_updated: { after: "Last updated on: ", type: date }
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
    assert!(shared.contains("DATETIME($last_updated, dateStyle: \"long\")"), "{shared}");
    assert!(project.run(&["variables", "--suggest"]).out.contains("Nothing to suggest"));
}
