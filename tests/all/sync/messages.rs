//! What becomes of messages and their translations when the English changes, moves, goes and comes back.

use super::{FR, page, published, two_documents};
use crate::support::Project;

#[test]
fn shared_texts_are_translated_once() {
    let project = two_documents();
    assert!(project.read("locales/en-US/shared.ftl").contains("shared-text = Shared text."));
    assert!(project.read("locales/en-US/a.ftl").contains("# Alpha (paragraph)\nonly-in-alpha = Only in alpha."));
    project.write("locales/fr-FR/shared.ftl", "shared-text = Texte commun.\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    2 documents, 5 units in 4 messages (1 shared by several documents)
    fr-FR  ██████░░░░░░░░░░░░░░░░░░   25 % current: 1 human, 0 machine; 0 stale, 3 missing
        fr-FR: 1 edited by hand (now human)
    Wrote 3 files.
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert!(page(&project, "a.md").contains("Texte commun.") && page(&project, "b.md").contains("Texte commun."));
    assert!(project.read("locales/fr-FR/shared.yaml").contains("shared-text:\n    {type: HT, origin: human,"));
}

#[test]
fn a_document_may_override_a_shared_message() {
    let project = two_documents();
    project.write("locales/fr-FR/shared.ftl", "shared-text = Texte commun.\n");
    project.write("locales/fr-FR/b.ftl", "shared-text = Texte de B.\n");
    project.sync();
    assert!(page(&project, "a.md").contains("Texte commun.") && page(&project, "b.md").contains("Texte de B."));
    assert!(project.read("locales/fr-FR/b.yaml").contains("shared-text:\n    {type: HT"));
    assert_eq!(project.sync().out.matches("Nothing changed").count(), 1);
}

#[test]
fn a_sync_of_one_locale_keeps_the_old_english_for_the_others() {
    let project = Project::new("locales: [fr-FR, de-DE]\nanchors: false\n");
    project.write("source-docs/a.md", "Only in alpha.\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "only-in-alpha = Seulement dans alpha.\n");
    project.write("locales/de-DE/a.ftl", "only-in-alpha = Nur in Alpha.\n");
    project.sync();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in alpha now.");
    assert_eq!(project.run(&["sync", "--locale", "fr-FR"]).code, 0);
    project.sync();
    for locale in ["fr-FR", "de-DE"] {
        let state = project.read(&format!("locales/{locale}/a.yaml"));
        assert!(state.contains("previous: \"Only in alpha.\""), "{locale}: {state}");
    }
}

#[test]
fn changed_english_is_stale_and_says_what_it_was() {
    let project = two_documents();
    project.write("locales/fr-FR/a.ftl", "only-in-alpha = Seulement dans alpha.\n");
    project.sync();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in alpha now.");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    2 documents, 5 units in 4 messages (1 shared by several documents)
    English messages: 1 changed.
    fr-FR  ▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 1 stale, 3 missing
        fr-FR: 1 became stale
    Wrote 5 files.
    Next for fr-FR translators: 1 stale message to bring up to date, 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert!(page(&project, "a.md").contains("Only in alpha now."), "a stale translation is not published");
    assert!(project.read("locales/en-US/a.ftl").contains("only-in-alpha = Only in alpha now."), "the id stays");
    assert!(project.read("locales/fr-FR/a.yaml").contains("previous: \"Only in alpha.\""));
    assert!(project.read("locales/fr-FR/a.ftl").contains("Seulement dans alpha."));

    // The English returns: the translation is current again, to the byte.
    project.edit("source-docs/a.md", "Only in alpha now.", "Only in alpha.");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    2 documents, 5 units in 4 messages (1 shared by several documents)
    English messages: 1 changed.
    fr-FR  ██████░░░░░░░░░░░░░░░░░░   25 % current: 1 human, 0 machine; 0 stale, 3 missing
        fr-FR: 1 current again
    Wrote 5 files.
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert!(page(&project, "a.md").contains("Seulement dans alpha."));
    assert!(!project.read("locales/fr-FR/a.yaml").contains("previous"));
}

#[test]
fn a_stale_translation_may_be_kept_or_hold_the_page_back() {
    let project = two_documents();
    project.write("locales/fr-FR/a.ftl", "only-in-alpha = Seulement dans alpha.\n");
    project.sync();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in alpha now.");
    project.write("handback.yaml", &format!("{FR}on_stale: keep\n"));
    project.sync();
    assert!(page(&project, "a.md").contains("Seulement dans alpha."));
    let kept = page(&project, "a.md");
    project.write("handback.yaml", &format!("{FR}on_stale: fail\n"));
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    2 documents, 5 units in 4 messages (1 shared by several documents)
    fr-FR  ▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 1 stale, 3 missing
    Every file was up to date.
    Next for fr-FR translators: 1 stale message to bring up to date, 3 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    finding: source-docs/a.md: not written in fr-FR: 1 unit is stale and 2 are missing, and the configuration says `fail`
    --- exit code 1
    ");
    assert_eq!(page(&project, "a.md"), kept);
    project.write("handback.yaml", &format!("{FR}on_missing: fail\n"));
    assert_eq!(project.run(&["sync"]).code, 1);
}

#[test]
fn translations_follow_a_text_between_document_and_shared() {
    let project = two_documents();
    project
        .write("locales/fr-FR/a.ftl", "### Ma ressource\n\n# Une note à moi\nonly-in-alpha = Seulement dans alpha.\n");
    project.sync();
    let state = project.read("locales/fr-FR/a.yaml");
    let line = state.split("\n\n").find(|block| block.contains("  only-in-alpha:\n")).unwrap().to_owned();
    project.edit("source-docs/b.md", "Shared text.\n", "Shared text.\n\nOnly in alpha.\n");
    project.sync();
    assert!(project.read("locales/en-US/shared.ftl").contains("# a.md: Alpha (paragraph)\nonly-in-alpha ="));
    assert_eq!(
        project.read("locales/fr-FR/shared.ftl"),
        "# @only-in-alpha\n# Une note à moi\nonly-in-alpha = Seulement dans alpha.\n\n# @shared-text\n\n"
    );
    assert!(project.read("locales/fr-FR/shared.yaml").contains(&line), "the state is in tow");
    assert_eq!(project.read("locales/fr-FR/a.ftl"), "### Ma ressource\n\n# @alpha\n\n");
    assert!(page(&project, "b.md").contains("Seulement dans alpha."));

    project.edit("source-docs/a.md", "\nOnly in alpha.\n", "");
    project.sync();
    assert!(project.read("locales/fr-FR/b.ftl").contains("# Une note à moi\nonly-in-alpha = Seulement dans alpha."));
    assert!(project.read("locales/fr-FR/b.yaml").contains(&line));
}

#[test]
fn what_goes_away_is_kept_and_comes_back() {
    let project = two_documents();
    project.write("locales/fr-FR/a.ftl", "only-in-alpha = Seulement dans alpha.\n");
    project.sync();
    let whole = project.read("source-docs/a.md");
    project.write("source-docs/a.md", "# Alpha\n\nShared text.\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    2 documents, 4 units in 3 messages (1 shared by several documents)
    English messages: 1 gone.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
        fr-FR: 1 became obsolete (kept)
    Wrote 5 files.
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert!(project.read("locales/fr-FR/a.ftl").contains("Seulement dans alpha."));
    assert!(project.read("locales/fr-FR/a.yaml").contains("previous: \"Only in alpha.\", obsolete: true}"));
    assert!(!project.read("locales/en-US/a.ftl").contains("only-in-alpha"));
    // It comes back in another document, with its id and its translation.
    project.write("source-docs/c.md", "# Gamma\n\nOnly in alpha.\n");
    project.sync();
    assert!(project.read("locales/en-US/c.ftl").contains("only-in-alpha = Only in alpha."));
    assert!(page(&project, "c.md").contains("Seulement dans alpha."));
    assert!(!project.read("locales/fr-FR/c.yaml").contains("obsolete"));
    project.write("source-docs/a.md", &whole);
    project.sync();
    assert!(page(&project, "a.md").contains("Seulement dans alpha."));
}

#[test]
fn a_text_changed_in_one_document_only_starts_from_the_shared_translation() {
    let project = two_documents();
    project.write("locales/fr-FR/shared.ftl", "shared-text = Texte commun.\n");
    project.sync();
    project.edit("source-docs/b.md", "Shared text.", "Shared text, but not quite.");
    project.sync();
    // Nobody shares the old text any more, so both live with their documents.
    assert!(project.read("locales/en-US/a.ftl").contains("shared-text = Shared text."));
    assert!(page(&project, "a.md").contains("Texte commun."), "the unchanged document keeps its translation");
    assert!(page(&project, "b.md").contains("Shared text, but not quite."));
    let state = project.read("locales/fr-FR/b.yaml");
    assert!(
        state.contains("shared-text-but-not-quite:\n    {type: HT") && state.contains("previous: \"Shared text.\""),
        "{state}"
    );
    assert!(project.read("locales/fr-FR/b.ftl").contains("shared-text-but-not-quite = Texte commun."));
}

#[test]
fn a_locale_falls_back_along_its_chain() {
    let project = Project::new("locales:\n- fr-FR\n- fr-CA: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "E-mail\n\nWeekend\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "e-mail = E-mail\nweekend = Week-end\n");
    project.write("locales/fr-CA/a.ftl", "e-mail = Courriel\nweekend = Fin de semaine\n");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-CA/a.md"), "Courriel\n\nFin de semaine\n");
    project.write("locales/fr-CA/a.ftl", "e-mail = Courriel\n");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-CA/a.md"), "Courriel\n\nWeek-end\n");
}

#[test]
fn a_message_may_choose_by_its_place() {
    let project = Project::new(FR);
    project.write(
        "source-docs/a.md",
        "# One\n\n| Question | Answer |\n|--|--|\n| Is the app HIPAA compliant? | N/A |\n| Date | N/A |\n\n## Two\n\nN/A\n\nN/A\n",
    );
    project.sync();
    project.write(
        "locales/fr-FR/a.ftl",
        "n-a = { $row ->\n    [is-the-app-hipaa-compliant] S/O\n   *[other] { $kind ->\n        [paragraph] { $section } { $occurrence }\n       *[other] N/D\n    }\n}\n",
    );
    project.sync();
    let page = page(&project, "a.md");
    assert!(page.contains("compliant? | S/O |") && page.contains("| Date | N/D |"), "{page}");
    assert!(page.ends_with("two 3\n\ntwo 4\n"), "{page}");
    assert_eq!(project.sync().out.matches("Nothing changed").count(), 1);
}

#[test]
fn a_translation_that_cannot_be_formatted_is_a_finding_and_never_output() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "Text here\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "text-here = Texte { $nowhere } { -term }\n");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @r"
    $ handback sync --date 2026-01-31
    1 document, 1 unit in 1 message (0 shared by several documents)
    fr-FR  ████████████████████████  100 % current: 1 human, 0 machine; 0 stale, 0 missing
        fr-FR: 1 edited by hand (now human)
    Wrote 1 file.
    --- stderr
    finding: source-docs/a.md:1: fr-FR: `text-here` cannot be formatted, the English is in its place: Resolver error: Unknown variable: $nowhere
    --- exit code 1
    ");
    assert_eq!(page(&project, "a.md"), "Text here\n");
    project.write("locales/fr-FR/terms.ftl", "-term = Contoso\n");
    project.write("locales/fr-FR/a.ftl", "text-here = Texte de { -term }\n");
    project.sync();
    assert_eq!(page(&project, "a.md"), "Texte de Contoso\n");
}

#[test]
fn texts_that_need_no_translation_may_have_one() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "| Name | Value |\n|--|--|\n| App | MindMeister |\n");
    project.sync();
    let units: serde_json::Value = serde_json::from_str(&project.run(&["units", "--format", "json"]).out).unwrap();
    let unit = units["units"].as_array().unwrap().iter().find(|unit| unit["text"] == "MindMeister").unwrap();
    assert_eq!(
        (unit["translatable"].as_bool(), unit["place"].as_str(), unit["line"].as_u64()),
        (Some(false), Some("App"), Some(3))
    );
    project.write("locales/fr-FR/a.ftl", &format!("{} = Maître Esprit\n", unit["id"].as_str().unwrap()));
    project.sync();
    assert!(page(&project, "a.md").contains("| Maître Esprit |"));
    assert!(
        project.read("locales/fr-FR/a.yaml").contains("type: HT")
            && !project.read("locales/fr-FR/a.yaml").contains("obsolete")
    );
    assert_eq!(project.sync().out.matches("Nothing changed").count(), 1);
}

#[test]
fn edits_of_a_resource_survive_to_the_byte() {
    let project = two_documents();
    let edited = "### Titre\r\n\r\n## Groupe\r\n# Note\r\nonly-in-alpha   =   Seulement\r\n    dans alpha.\r\n    .attr = x\r\n\r\n\r\n# seul\r\n\r\nalpha = Alpha\r\n";
    project.write("locales/fr-FR/a.ftl", edited);
    project.sync();
    assert_eq!(project.read("locales/fr-FR/a.ftl"), edited);
    project.edit("source-docs/a.md", "Only in alpha.", "Only in alpha, still.");
    project.sync();
    assert_eq!(project.read("locales/fr-FR/a.ftl"), edited, "staleness is state, not text");
}

#[test]
fn a_change_to_and_fro_between_shared_and_document_loses_nothing() {
    let project = Project::new(FR);
    for name in ["a", "b"] {
        project.write(&format!("source-docs/{name}.md"), "# Title here\n\nFirst para.\n");
    }
    project.sync();
    project.write("locales/fr-FR/shared.ftl", "title-here = Partagé\nfirst-para = P\n");
    project.write("locales/fr-FR/b.ftl", "title-here = Propre\n");
    project.sync();
    project.edit("source-docs/a.md", "Title here", "Other");
    project.sync();
    assert!(!project.read("localized-docs/fr-FR/a.md").contains("Propre"));
    project.edit("source-docs/a.md", "Other", "Title here");
    project.sync();
    assert!(page(&project, "a.md").contains("Partagé") && page(&project, "b.md").contains("Propre"));
}

#[test]
fn places_and_rows_of_parameter_tables() {
    let project = Project::new(FR);
    project.write(
        "source-docs/a.md",
        "# T\n\n## Tables\n\n| Name | Use |\n|--|--|\n| `-Path` | Where |\n| `Other` | Where |\n",
    );
    project.sync();
    project.write("locales/fr-FR/a.ftl", "where = { $row ->\n    [path] Chemin\n   *[other] Où\n}\n");
    project.sync();
    assert!(page(&project, "a.md").contains("| `-Path` | Chemin |\n| `Other` | Où |"));
    assert!(project.run(&["units"]).out.contains("Tables › -Path where"));
}

#[test]
fn a_wording_that_is_cut_short_is_not_published() {
    let (project, page) = published();
    let before = project.read(page);
    for broken in
        ["Ouvrez les\nréglages de tous.", "Ouvrez\n    [les réglages](x).", "Ouvrez\n    *tous* les réglages."]
    {
        project.edit("locales/fr-FR/a.ftl", "Ouvrez les réglages.", broken);
        let outcome = project.run(&["sync"]);
        assert_eq!(outcome.code, 2, "{}", outcome.out);
        assert!(outcome.err.contains("`open-the-settings` is cut short here"), "{}", outcome.err);
        assert_eq!(project.read(page), before);
        assert!(project.read("locales/fr-FR/a.yaml").contains("open-the-settings:\n    {type: HT"), "the state stays");
        assert!(project.run(&["check"]).out.contains("cut short here"));
        // No machine takes its place.
        project.run(&["translate", "--provider", "pseudo"]);
        assert!(project.read("locales/fr-FR/a.ftl").contains(broken));
        project.edit("locales/fr-FR/a.ftl", broken, "Ouvrez les réglages.");
        project.sync();
        assert_eq!(project.read(page), before);
    }
}
