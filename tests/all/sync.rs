//! The life of documents and translations, through the command as its users run it.

use crate::support::{Project, git};

const FR: &str = "locales: [fr-FR]\nmetadata: none\nanchors: false\n";

/// A project with two documents that share one text.
fn two_documents() -> Project {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "# Alpha\n\nShared text.\n\nOnly in alpha.\n");
    project.write("source-docs/b.md", "# Beta\n\nShared text.\n");
    project.sync();
    project
}

fn page(project: &Project, name: &str) -> String {
    project.read(&format!("localized-docs/fr-FR/{name}"))
}

#[test]
fn a_second_sync_writes_nothing_and_the_cache_may_go() {
    let project = Project::sample();
    project.sync();
    let first = project.snapshot();
    let again = project.sync();
    assert!(again.out.contains("Nothing changed since the last sync."), "{}", again.out);
    assert_eq!(project.snapshot(), first);
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let without = project.sync();
    assert!(without.out.contains("Every file was up to date."), "{}", without.out);
    assert_eq!(project.snapshot(), first);
}

#[test]
fn the_sample_is_in_step_with_its_resources() {
    let project = Project::sample();
    let before: Vec<_> = project.snapshot().into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
    project.sync();
    for (name, bytes) in before {
        assert_eq!(std::fs::read(project.path(&name)).unwrap(), bytes, "{name} is not as `handback sync` writes it");
    }
}

#[test]
fn shared_texts_are_translated_once() {
    let project = two_documents();
    assert!(project.read("locales/en-US/shared.ftl").contains("shared-text = Shared text."));
    assert!(project.read("locales/en-US/a.ftl").contains("# Alpha (paragraph)\nonly-in-alpha = Only in alpha."));
    project.write("locales/fr-FR/shared.ftl", "shared-text = Texte commun.\n");
    let outcome = project.sync();
    assert!(outcome.out.contains("1 edited by hand"), "{}", outcome.out);
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
fn changed_english_is_stale_and_says_what_it_was() {
    let project = two_documents();
    project.write("locales/fr-FR/a.ftl", "only-in-alpha = Seulement dans alpha.\n");
    project.sync();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in alpha now.");
    let outcome = project.sync();
    assert!(outcome.out.contains("1 became stale"), "{}", outcome.out);
    assert!(page(&project, "a.md").contains("Only in alpha now."), "a stale translation is not published");
    assert!(project.read("locales/en-US/a.ftl").contains("only-in-alpha = Only in alpha now."), "the id stays");
    assert!(project.read("locales/fr-FR/a.yaml").contains("previous: \"Only in alpha.\""));
    assert!(project.read("locales/fr-FR/a.ftl").contains("Seulement dans alpha."));

    // The English returns: the translation is current again, to the byte.
    project.edit("source-docs/a.md", "Only in alpha now.", "Only in alpha.");
    let outcome = project.sync();
    assert!(outcome.out.contains("1 current again"), "{}", outcome.out);
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
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 1);
    let expected =
        "source-docs/a.md: not written in fr-FR: 1 unit is stale and 2 are missing, and the configuration says `fail`";
    assert!(outcome.err.contains(expected), "{}", outcome.err);
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
    let outcome = project.sync();
    assert!(outcome.out.contains("1 became obsolete (kept)"), "{}", outcome.out);
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
fn a_renamed_document_keeps_its_translations_and_its_metadata() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "---\ntitle: Alpha\n---\n# Alpha\n\nOne text.\n\nAnother text.\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "alpha = Alpha\none-text = Un texte.\nanother-text = Un autre texte.\n");
    project.sync();
    let fileid = |name: &str| project.read(name).lines().find(|line| line.contains("locfileid")).unwrap().to_owned();
    let before = fileid("localized-docs/fr-FR/a.md");
    std::fs::create_dir_all(project.path("source-docs/new")).unwrap();
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/new/b.md")).unwrap();
    let outcome = project.run(&["sync", "--date", "2027-02-03"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.out.contains("1 document renamed"), "{}", outcome.out);
    let page = project.read("localized-docs/fr-FR/new/b.md");
    assert!(page.contains("Un autre texte.") && page.contains("ms.lasthandoff: 01/31/2026"), "{page}");
    assert_eq!(fileid("localized-docs/fr-FR/new/b.md"), before);
    for gone in [
        "locales/fr-FR/a.ftl",
        "locales/fr-FR/a.yaml",
        "locales/en-US/a.ftl",
        "locales/en-US/a.yaml",
        "localized-docs/fr-FR/a.md",
    ] {
        assert!(!project.path(gone).exists(), "{gone} is left behind");
    }
}

#[test]
fn the_old_page_of_a_renamed_document_stays_until_the_new_one_is_there() {
    let project = Project::new("locales: [fr-FR, de-DE]\nmetadata: none\n");
    project.write("source-docs/a.md", "# Alpha\n\nOne text.\n");
    project.sync();
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap();
    assert_eq!(project.run(&["sync", "--locale", "fr-FR"]).code, 0);
    assert!(project.path("localized-docs/fr-FR/b.md").exists() && !project.path("localized-docs/fr-FR/a.md").exists());
    assert!(project.path("localized-docs/de-DE/a.md").exists(), "nothing has taken its place yet");
}

#[test]
fn pages_of_removed_documents_go_only_when_asked() {
    let project = two_documents();
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    for _ in 0..2 {
        let outcome = project.sync();
        assert!(
            outcome.out.contains("Pages whose source is gone") && outcome.out.contains("localized-docs/fr-FR/b.md"),
            "{}",
            outcome.out
        );
    }
    assert_eq!(project.run(&["sync", "--prune"]).code, 0);
    assert!(!project.path("localized-docs/fr-FR/b.md").exists() && project.path("localized-docs/fr-FR/a.md").exists());
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
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("source-docs/a.md:1: fr-FR: `text-here` cannot be formatted"), "{}", outcome.err);
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
fn a_path_limits_the_run_and_loses_nothing() {
    let project = two_documents();
    let before = project.read("locales/en-US/b.yaml");
    project.edit("source-docs/a.md", "Only in alpha.", "Only in the first.");
    project.edit("source-docs/b.md", "Beta", "Second");
    let outcome = project.run(&["sync", "source-docs/a.md"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.out.starts_with("1 document,"), "{}", outcome.out);
    assert_eq!(project.read("locales/en-US/b.yaml"), before);
    assert!(project.read("locales/en-US/shared.ftl").contains("shared-text"), "still shared with the other");
    assert!(page(&project, "a.md").contains("Only in the first.") && page(&project, "b.md").contains("Beta"));
    project.sync();
    assert!(page(&project, "b.md").contains("Second"));
    let outcome = project.run(&["sync", "nowhere"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("nowhere: no source document lies there"), "{}", outcome.err);
}

#[test]
fn a_dry_run_says_what_it_would_write() {
    let project = two_documents();
    project.edit("source-docs/a.md", "Only in alpha.", "Only in the first.");
    let before = project.snapshot();
    let outcome = project.run(&["sync", "--dry-run"]);
    assert_eq!(outcome.code, 0);
    assert!(
        outcome.out.contains("Would write") && outcome.out.contains("localized-docs/fr-FR/a.md"),
        "{}",
        outcome.out
    );
    assert_eq!(project.snapshot(), before);
}

#[test]
fn line_ends_of_localised_markdown_are_a_setting() {
    let mixed = "---\r\ntitle: One\r\n---\r\nFirst\r\n\r\n>Line\nother\r\n";
    for (newline, expected) in [
        ("source", "---\r\ntitle: One\r\n---\r\nFirst\r\n\r\n>Ligne\nautre\r\n".to_owned()),
        ("lf", "---\ntitle: One\n---\nFirst\n\n>Ligne\nautre\n".to_owned()),
        ("crlf", "---\r\ntitle: One\r\n---\r\nFirst\r\n\r\n>Ligne\r\nautre\r\n".to_owned()),
    ] {
        let project = Project::new(&format!("{FR}newline: {newline}\n"));
        project.write("source-docs/a.md", mixed);
        project.sync();
        project.write("locales/fr-FR/a.ftl", "line-other =\n    Ligne\n    autre\n");
        project.sync();
        assert_eq!(page(&project, "a.md"), expected, "{newline}");
    }
}

#[test]
fn hand_off_metadata_changes_only_with_the_source() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "---\ntitle: One\nms.date: \n---\n# General information\n");
    project.write("source-docs/include.md", "Words\n");
    project.write("source-docs/index.yml", "### YamlMime:Hub\ntitle: Hub\nmetadata:\n  title: Meta\nsummary: Words\n");
    project.write("source-docs/zones.yml", "groups:\n- id: a\n  title: Group\n");
    project.write("source-docs/toc.yml", "- name: Home\n  href: a.md\n");
    let outcome = project.sync();
    assert!(outcome.err.contains("no git commit is known"), "{}", outcome.err);
    let page = project.read("localized-docs/fr-FR/a.md");
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[2], "ms.date: ''");
    assert!(lines[3].starts_with("ms.openlocfilehash: ") && lines[3].len() == 60);
    assert_eq!(lines[4..7], ["ms.translationtype: MT", "ms.contentlocale: fr-FR", "ms.lasthandoff: 01/31/2026"]);
    assert!(lines[7].starts_with("ms.locfileid: \"") && lines[8] == "---");
    assert_eq!(lines[9], "# <a name=\"general-information\"></a>General information");
    let include = project.read("localized-docs/fr-FR/include.md");
    assert!(include.starts_with("---\nms.openlocfilehash: ") && include.ends_with("\"\n---\nWords\n"), "{include}");
    let index = project.read("localized-docs/fr-FR/index.yml");
    assert!(
        index.contains("  title: Meta\n  ms.openlocfilehash: ") && index.ends_with("\"\nsummary: Words\n"),
        "{index}"
    );
    assert!(
        project.read("localized-docs/fr-FR/zones.yml").contains("  title: Group\nmetadata:\n  ms.openlocfilehash: ")
    );
    assert_eq!(project.read("localized-docs/fr-FR/toc.yml"), "- name: Home\n  href: a.md\n");

    // A translation changes the page, not its hand-off; a changed source does.
    project.write("locales/fr-FR/a.ftl", "one = Un\ngeneral-information = Informations\n");
    project.run(&["sync", "--date", "2026-05-01"]);
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("ms.lasthandoff: 01/31/2026") && page.contains("ms.translationtype: HT"), "{page}");
    project.edit("source-docs/a.md", "ms.date: ", "ms.date: 05/01/2026");
    project.run(&["sync", "--date", "2026-05-02"]);
    assert!(project.read("localized-docs/fr-FR/a.md").contains("ms.lasthandoff: 05/02/2026"));
    assert!(project.read("localized-docs/fr-FR/include.md").contains("ms.lasthandoff: 01/31/2026"));
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
fn terms_and_comments_follow_a_renamed_document() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "# Alpha\n\nFirst paragraph of a.\n\nSecond paragraph of a.\n");
    project.sync();
    let resource =
        "### Fichier\n\n-brand = Marque\n\n## Groupe\nfirst-paragraph-of-a = Stockage { -brand }\n\n# seul\n";
    project.write("locales/fr-FR/a.ftl", resource);
    project.sync();
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap();
    project.sync();
    let laid_out = "### Fichier\n\n-brand = Marque\n\n## Groupe\n\n# @alpha\n\n\
        # @first-paragraph-of-a\nfirst-paragraph-of-a = Stockage { -brand }\n\n# seul\n\n# @second-paragraph-of-a\n\n";
    assert_eq!(project.read("locales/fr-FR/b.ftl"), laid_out);
    assert!(!project.path("locales/fr-FR/a.ftl").exists() && page(&project, "b.md").contains("Stockage Marque"));
    // Shared by another document, the message still finds its term.
    project.write("source-docs/c.md", "First paragraph of a.\n");
    project.sync();
    assert!(page(&project, "c.md").contains("Stockage Marque"));
}

#[test]
fn the_output_may_lie_among_the_sources() {
    let project = Project::new("locales: [fr-FR]\noutput: source-docs/{locale}/{path}\n");
    project.write("source-docs/a.md", "Words\n");
    project.sync();
    assert!(project.sync().out.starts_with("1 document,"));
    assert!(!project.path("source-docs/fr-FR/fr-FR").exists());
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
fn pages_that_were_there_before_are_left_alone() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# One\n");
    project.write("source-docs/b.md", "# Two\n");
    project.write("localized-docs/fr-FR/a.md", "# Un\n");
    for _ in 0..2 {
        let outcome = project.run(&["sync"]);
        assert_eq!(outcome.code, 1, "{}", outcome.err);
        let said = "localized-docs/fr-FR/a.md: was there before handback, and is left alone: \
                    `handback adopt --locale fr-FR localized-docs/fr-FR` takes it over; or remove it";
        assert!(outcome.err.contains(said), "{}", outcome.err);
        assert_eq!(project.read("localized-docs/fr-FR/a.md"), "# Un\n");
        assert!(project.read("localized-docs/fr-FR/b.md").contains("# <a name=\"two\"></a>Two"));
        let _ = std::fs::remove_dir_all(project.path(".handback"));
    }
    let check = project.run(&["check"]);
    assert!(check.out.contains("handback did not write the fr-FR page, and leaves it alone"), "{}", check.out);
    // A locale that comes later.
    project.write("localized-docs/de-DE/a.md", "# Eins\n");
    project.write("handback.yaml", "locales: [fr-FR, de-DE]\n");
    assert!(project.run(&["sync"]).err.contains("localized-docs/de-DE/a.md: was there before handback"));
    assert_eq!(project.read("localized-docs/de-DE/a.md"), "# Eins\n");
    // Taken over, they are handback's.
    for (locale, word) in [("fr-FR", "Un"), ("de-DE", "Eins")] {
        project.run(&["adopt", "--locale", locale, &format!("localized-docs/{locale}")]);
        assert!(project.read(&format!("locales/{locale}/a.ftl")).contains(&format!("= {word}")));
    }
    project.sync();
    assert!(project.read("localized-docs/fr-FR/a.md").contains("# <a name=\"one\"></a>Un\n"));
    // One that is removed is handback's too.
    project.write("localized-docs/es-ES/a.md", "# Uno\n");
    project.write("handback.yaml", "locales: [fr-FR, de-DE, es-ES]\n");
    assert_eq!(project.run(&["sync"]).code, 1);
    std::fs::remove_file(project.path("localized-docs/es-ES/a.md")).unwrap();
    project.sync();
    assert!(project.read("localized-docs/es-ES/a.md").contains("One"));
}

#[test]
fn a_page_that_was_edited_by_hand_is_kept_when_it_is_written_again() {
    let project = Project::sample();
    project.sync();
    let page = "localized-docs/fr-FR/docs/certification-guide.md";
    let good = project.read(page);
    for (edit, copy) in [("First edit.", "certification-guide.md"), ("Second edit.", "certification-guide.md.2")] {
        project.write(page, &format!("{good}\n{edit}\n"));
        let outcome = project.sync();
        assert!(outcome.err.contains("edited by hand") && outcome.err.contains(copy), "{}", outcome.err);
        assert_eq!(project.read(page), good);
        assert!(
            project.read(&format!("rescued-pages/localized-docs/fr-FR/docs/{copy}")).ends_with(&format!("\n{edit}\n"))
        );
    }
    // What is merely behind is nobody's work.
    project.edit("source-docs/docs/certification-guide.md", "# ", "# Our ");
    project.edit("locales/fr-FR/shared.ftl", "S/O", "s. o.");
    let outcome = project.sync();
    assert!(!outcome.err.contains("edited by hand"), "{}", outcome.err);
}

#[test]
fn an_edit_that_keeps_size_and_time_is_seen() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "# One\n");
    project.sync();
    assert!(project.sync().out.contains("Nothing changed"));
    let path = project.path("source-docs/a.md");
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    project.write("source-docs/a.md", "# Two\n");
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    let check = project.run(&["check"]);
    assert!(check.code == 1 && check.out.contains("the English of a.md changed"), "{}{}", check.out, check.err);
    project.sync();
    assert!(project.read("locales/en-US/a.ftl").contains("= Two"));
}

/// A project with a published French page that a person then edits.
fn published() -> (Project, &'static str) {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "# Guide\n\nOpen the settings.\n\nChoose **Save** to keep it.\n\nThen go.\n");
    project.sync();
    let french = "guide = Guide FR\nopen-the-settings = Ouvrez les réglages.\n\
                  choose-save-to-keep-it = Choisissez **Save**.\nthen-go = Allez-y.\n";
    project.write("locales/fr-FR/a.ftl", french);
    project.sync();
    (project, "localized-docs/fr-FR/a.md")
}

#[test]
fn an_edited_page_is_kept_whatever_ran_before() {
    let edits: [&dyn Fn(&str) -> String; 4] = [
        &|page| page.replace("Ouvrez les réglages.", "Ouvrez les beaux réglages."),
        // Blocks that only changed places, went, or came.
        &|page| {
            page.replace("Ouvrez les réglages.\n\nChoisissez **Save**.", "Choisissez **Save**.\n\nOuvrez les réglages.")
        },
        &|page| page.replace("\n\nAllez-y.", ""),
        &|page| format!("{page}\nAllez-y.\n"),
    ];
    let before: [&dyn Fn(&Project); 6] = [
        &|_| (),
        &|project| drop(project.run(&["extract"])),
        &|project| drop(project.run(&["translate", "--provider", "pseudo"])),
        &|project| std::fs::remove_dir_all(project.path(".handback")).unwrap(),
        &|project| {
            project.edit("source-docs/a.md", "to keep it", "to store it");
        },
        &|project| std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap(),
    ];
    for (edit, (number, deed)) in edits.iter().flat_map(|edit| before.iter().enumerate().map(move |b| (edit, b))) {
        let (project, page) = published();
        let edited = edit(&project.read(page));
        project.write(page, &edited);
        deed(&project);
        let outcome = project.run(&["sync"]);
        assert!(outcome.err.contains("rescued-pages/localized-docs/fr-FR/a.md"), "{number}: {edited}\n{}", outcome.err);
        assert_eq!(project.read("rescued-pages/localized-docs/fr-FR/a.md"), edited, "{number}");
    }
}

#[test]
fn pages_that_nobody_edited_are_never_called_edited() {
    let deeds: [&dyn Fn(&Project); 6] = [
        &|project| drop(project.run(&["extract"])),
        &|project| drop(project.run(&["translate"])),
        &|project| drop(project.run(&["translate", "--provider", "pseudo"])),
        &|project| project.edit("source-docs/a.md", "Open the settings.", "Open all the settings.\n\nLook."),
        &|project| std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap(),
        &|project| std::fs::remove_file(project.path("source-docs/a.md")).unwrap(),
    ];
    for (number, deed) in deeds.iter().enumerate() {
        let (project, _) = published();
        project.write("source-docs/other.md", "Another document.\n");
        project.edit("locales/fr-FR/a.ftl", "Ouvrez les réglages.", "Ouvrez tout.");
        deed(&project);
        let check = project.run(&["check"]);
        assert!(!check.out.contains("hand-edited-output"), "{number}: {}", check.out);
        let outcome = project.run(&["sync", "--prune"]);
        assert!(!outcome.err.contains("rescued") && outcome.code == 0, "{number}: {}", outcome.err);
        assert!(!project.path("rescued-pages").exists(), "{number}");
    }
}

#[test]
fn a_page_with_edits_is_kept_when_its_source_goes() {
    let (project, page) = published();
    project.write("source-docs/other.md", "Another document.\n");
    project.edit(page, "Allez-y.", "Allez-y donc.");
    std::fs::remove_file(project.path("source-docs/a.md")).unwrap();
    let outcome = project.run(&["sync", "--prune"]);
    assert!(outcome.err.contains("its source is gone; a copy is kept as rescued-pages/"), "{}", outcome.err);
    assert!(!project.path(page).exists());
    assert!(project.read("rescued-pages/localized-docs/fr-FR/a.md").contains("Allez-y donc."));
}

#[test]
fn a_sync_says_by_its_exit_code_that_it_wrote() {
    let project = Project::new(FR);
    project.write("source-docs/a.md", "A text.\n");
    assert_eq!(project.run(&["sync", "--exit-code"]).code, 3);
    assert_eq!(project.run(&["sync", "--exit-code"]).code, 0);
    project.write("source-docs/b.md", "Another text.\n");
    assert_eq!(project.run(&["sync", "--exit-code", "--dry-run"]).code, 3);
    assert_eq!(project.run(&["sync"]).code, 0);
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    assert_eq!(project.run(&["sync", "--exit-code", "--prune"]).code, 3);
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

#[test]
fn edits_of_pages_are_taken_over_unit_by_unit() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "# Guide\n\nOpen the settings.\n\nThen go.\n");
    project.write("source-docs/b.md", "# Other guide\n\nThen go.\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "guide = Guide FR\nopen-the-settings = Ouvrez les réglages.\n");
    project.write("locales/fr-FR/shared.ftl", "then-go = Allez-y.\n");
    project.sync();
    let (page, other) = ("localized-docs/fr-FR/a.md", project.read("localized-docs/fr-FR/b.md"));
    // git knows the English that the page was made from.
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    // The English moves on meanwhile.
    project.edit("source-docs/a.md", "# Guide\n", "# Guide\n\nA new text.\n");
    project.edit(page, "Ouvrez les réglages.", "Ouvrez les beaux réglages.");
    project.edit(page, "Allez-y.", "Allez-y donc.");
    let outcome = project.run(&["sync", "--take-edits", "--date", "2026-03-01"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    assert!(outcome.out.contains("2 wordings taken over from edited pages (now human)"), "{}", outcome.out);
    assert_eq!(project.read(page), "# Guide FR\n\nA new text.\n\nOuvrez les beaux réglages.\n\nAllez-y donc.\n");
    assert_eq!(project.read("localized-docs/fr-FR/b.md"), other, "other pages stay");
    assert!(project.read("locales/fr-FR/shared.ftl").contains("then-go = Allez-y.\n"));
    let state = project.read("locales/fr-FR/a.yaml");
    assert_eq!(state.matches("{type: HT, origin: human,").count(), 3, "{state}");
    assert!(!project.path("rescued-pages").exists());
    assert!(project.sync().out.contains("Every file was up to date."));
    // What is edited in both places stays as the resource has it, and the page is kept.
    project.edit(page, "Guide FR", "Le guide");
    project.edit("locales/fr-FR/a.ftl", "Guide FR", "Mon guide");
    let outcome = project.run(&["sync", "--take-edits"]);
    assert!(
        outcome.err.contains("`guide` was edited here and in its resource: the resource counts"),
        "{}",
        outcome.err
    );
    assert!(project.read(page).starts_with("# Mon guide\n"));
    assert!(project.read(&format!("rescued-pages/{page}")).starts_with("# Le guide\n"));
}
