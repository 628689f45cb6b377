//! Taking over localized pages, through the command.

use crate::support::{self, Project};

const ENGLISH: &str = "---\ntitle: Alpha\n---\n# Alpha\n\nFirst text.\n\n## Facts\n\n| Question | Answer |\n|:--|:--|\n| Is it safe? | N/A |\n| Is it fast? | N/A |\n";
const FRENCH: &str = "---\ntitle: Alpha en français\nms.openlocfilehash: HASH\nms.sourcegitcommit: 5e2cd59a54fc018a6df761b00c18e3ba592d9dba\nms.translationtype: MT\nms.contentlocale: fr-FR\nms.lasthandoff: 04/15/2022\nms.locfileid: \"64880201\"\n---\n# <a name=\"alpha\"></a>Alpha en français\n\nPremier texte.\n\n## <a name=\"facts\"></a>Faits\n\n| Question | Réponse |\n|:--|:--|\n| Est-ce sûr ? | S/O |\n| Est-ce rapide ? | N/A |\n";

fn hash(text: &str) -> String {
    handback::project::hash::source_hash(text.as_bytes(), handback::settings::config::HashAlgorithm::Sha1)
}

fn french(english: &str) -> String {
    FRENCH.replace("HASH", &hash(english))
}

fn project() -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", ENGLISH);
    project
}

fn adopt(project: &Project, more: &[&str]) -> support::Outcome {
    let mut args = vec!["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"];
    args.extend(more);
    project.run(&args)
}

#[test]
fn what_is_adopted_comes_back_byte_for_byte() {
    let project = project();
    project.write("pages/a.md", &french(ENGLISH));
    let outcome = adopt(&project, &[]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    assert!(outcome.out.contains("1 of 1 page regenerate to their very bytes."), "{}", outcome.out);
    assert!(project.read("locales/fr-FR/a.ftl").contains("n-a = { $row ->"), "one page, two translations");
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/a.md"), french(ENGLISH));
    let state = project.read("locales/fr-FR/a.page.yaml") + &project.read("locales/fr-FR/a.yaml");
    assert!(
        state.contains("fileid: \"64880201\"")
            && state.contains("type: MT, origin: import")
            && state.contains("date: 2022-04-15"),
        "{state}"
    );
    // Again, with and without a sync between: nothing changes.
    let before = project.snapshot();
    assert_eq!(adopt(&project, &[]).code, 0);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn an_earlier_english_is_found_and_carried_to_today() {
    let project = project();
    project.write("old/a.md", ENGLISH);
    project.write("pages/a.md", &french(ENGLISH));
    project.write(
        "source-docs/a.md",
        &ENGLISH.replace("First text.", "First text, reworded.").replace("| Is it fast? | N/A |\n", ""),
    );
    let unproven = adopt(&project, &["--dry-run"]);
    assert_eq!(unproven.code, 1);
    assert!(unproven.err.contains("the English that the page was made from was not found"), "{}", unproven.err);
    let outcome = adopt(&project, &["--source-at", "old"]);
    assert!(outcome.out.contains("1 from an earlier one"), "{}", outcome.out);
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("previous: \"First text.\""), "{state}");
    project.sync();
    let page = project.read("localized-docs/fr-FR/a.md");
    assert!(page.contains("First text, reworded.") && page.contains("Est-ce sûr ? | S/O"), "{page}");
}

#[test]
fn the_git_history_knows_the_earlier_english() {
    let project = project();
    let git = |args: &[&str]| {
        let status = std::process::Command::new("git")
            .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com", "-c", "core.autocrlf=false"])
            .args(args)
            .current_dir(project.path(""))
            .status();
        assert!(status.unwrap().success());
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "one"]);
    project.edit("source-docs/a.md", "First text.", "Another text now.");
    git(&["commit", "-qam", "two"]);
    project.write("pages/a.md", &french(ENGLISH));
    let outcome = adopt(&project, &[]);
    assert!(outcome.out.contains("1 from an earlier one"), "{}{}", outcome.out, outcome.err);
}

#[test]
fn pages_that_cannot_be_right_are_refused() {
    let german = "Die Anwendung verarbeitet keine personenbezogenen Daten und speichert nichts außerhalb der Region, in der sie betrieben wird. ".repeat(4);
    for (page, expected) in [
        (
            french(ENGLISH).replace("contentlocale: fr-FR", "contentlocale: de-DE"),
            "the page says `ms.contentlocale: de-DE`, expected fr-FR",
        ),
        (String::new(), "the page is empty"),
        (french(ENGLISH).replace("Premier texte.", &german), "the page reads as `de`, expected `fr`"),
    ] {
        let project = project();
        project.write("pages/a.md", &page);
        let outcome = adopt(&project, &[]);
        assert_eq!(outcome.code, 2, "{}", outcome.out);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
        assert!(!project.path("locales/fr-FR/a.ftl").exists(), "nothing was adopted");
    }
    let project = project();
    project.write("pages/elsewhere/a.md", &french(ENGLISH));
    let outcome = adopt(&project, &[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("pages/elsewhere/a.md: no source document has this path"), "{}", outcome.err);
    assert_eq!(project.run(&["adopt", "--locale", "fr-FR", "nowhere"]).code, 2);
}

#[test]
fn a_missing_row_is_left_out_and_reported() {
    let project = project();
    project.write("pages/a.md", &french(ENGLISH).replace("| Est-ce sûr ? | S/O |\n", ""));
    let outcome = adopt(&project, &[]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("source-docs/a.md:12: no translation was found for “Is it safe?”"), "{}", outcome.err);
    let resource = project.read("locales/fr-FR/a.ftl");
    assert!(!resource.contains("rapide") && resource.contains("first-text = Premier texte."), "{resource}");
}

#[test]
fn a_truncated_page_gives_what_is_certain() {
    let project = project();
    let page = french(ENGLISH);
    let cut = page.find("## <a").unwrap();
    project.write("pages/a.md", &page[..cut]);
    let outcome = adopt(&project, &[]);
    assert_eq!(outcome.code, 1);
    assert!(project.read("locales/fr-FR/a.ftl").contains("first-text = Premier texte."));
    assert!(outcome.err.contains("“Facts”"), "{}", outcome.err);
}

#[test]
fn human_work_in_the_resources_stays() {
    let project = project();
    project.sync();
    project.write("locales/fr-FR/a.ftl", "first-text = Le premier texte.\n");
    project.sync();
    project.write("pages/a.md", &french(ENGLISH));
    let outcome = adopt(&project, &[]);
    assert!(outcome.out.contains("in the resources that people made (`--force`"), "{}", outcome.out);
    assert!(project.read("locales/fr-FR/a.ftl").contains("first-text = Le premier texte."));
    adopt(&project, &["--force"]);
    assert!(project.read("locales/fr-FR/a.ftl").contains("first-text = Premier texte."));
}

#[test]
fn a_side_by_side_page_is_an_exact_alignment() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Alpha\n\nOne sentence. Another one.\n");
    let span = |id: u32, french: &str, english: &str| {
        format!(
            "<span data-ttu-id=\"ff24b-{id}\">{french}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ff24b-{id}\">{english}</span></span>"
        )
    };
    let page = format!(
        "# {}\n\n{} {}\n",
        span(101, "Alpha en français", "Alpha"),
        span(102, "Une phrase.", "One sentence."),
        span(103, "Une autre.", "Another one.")
    );
    project.write("pages/a.md", &page);
    adopt(&project, &[]);
    let resource = project.read("locales/fr-FR/a.ftl");
    assert!(
        resource.contains("alpha = Alpha en français")
            && resource.contains("one-sentence-another-one = Une phrase. Une autre."),
        "{resource}"
    );
}

#[test]
fn overrides_can_be_unified() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    for (name, french) in [("a", "Oui"), ("b", "Oui"), ("c", "Si")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {name}x page\n\nYes\n"));
        project.write(&format!("pages/{name}.md"), &format!("# {name}x page\n\n{french}\n"));
    }
    adopt(&project, &[]);
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/c.md"), "# cx page\n\nSi\n");
    assert_eq!(project.run(&["unify", "nothing"]).code, 2);
    let outcome = project.run(&["unify", "yes"]);
    assert!(outcome.out.contains("Dropped 1 override."), "{}{}", outcome.out, outcome.err);
    project.sync();
    assert_eq!(project.read("localized-docs/fr-FR/c.md"), "# cx page\n\nOui\n");
}

#[test]
fn adopting_a_part_changes_no_other_page() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    for (name, french) in [("a", "Même texte ici."), ("b", "Même texte ici."), ("c", "Texte identique ici.")] {
        project.write(&format!("source-docs/{name}.md"), &format!("# {name}x page\n\nSame text here.\n"));
        project.write(&format!("pages/{name}.md"), &format!("# {name}x page\n\n{french}\n"));
    }
    adopt(&project, &[]);
    project.sync();
    adopt(&project, &["source-docs/c.md", "--force"]);
    project.sync();
    for name in ["a", "b", "c"] {
        assert_eq!(project.read(&format!("localized-docs/fr-FR/{name}.md")), project.read(&format!("pages/{name}.md")));
    }
}

#[test]
fn old_pages_may_be_adopted_again_after_a_sync() {
    let project = project();
    project.write("old/a.md", ENGLISH);
    project.write("pages/a.md", &french(ENGLISH));
    project.edit("source-docs/a.md", "First text.", "First text, reworded.");
    adopt(&project, &["--source-at", "old"]);
    project.sync();
    let before = project.snapshot();
    adopt(&project, &["--source-at", "old"]);
    project.sync();
    assert_eq!(project.snapshot(), before);
    assert_eq!(adopt(&project, &["--source-at", "nowhere"]).code, 2);
}

#[test]
fn unproven_freshness_is_shown_until_it_is_proven() {
    let project = project();
    project.write("old/a.md", &ENGLISH.replace("safe", "save"));
    project.write("pages/a.md", &french(&ENGLISH.replace("safe", "save")));
    assert_eq!(adopt(&project, &[]).code, 1);
    project.sync();
    assert!(project.run(&["status"]).out.contains("freshness is unproven"));
    adopt(&project, &["--source-at", "old"]);
    assert!(
        !project.run(&["status"]).out.contains("freshness is unproven"),
        "{}",
        project.read("locales/fr-FR/a.yaml")
    );
}

#[test]
fn pages_of_other_documents_and_untranslated_ones_are_refused() {
    let other = ENGLISH.replace("Alpha", "Beta");
    for (page, expected) in [
        (french(&other).replace("\"alpha\"", "\"beta\""), "the page was made from the English of `b.md`"),
        (
            french("unknown").replace("\"alpha\"", "\"gamma\""),
            "the first heading's anchor is `gamma`, expected `alpha`",
        ),
        (
            "# <a name=\"alpha\"></a>Alpha\n\nThese five words are English.\n\nSo are these five words.\n".to_owned(),
            "no sentence of the page is translated",
        ),
        (french(ENGLISH).replace("Premier", "<span data-ttu-id=\"x-1\">Premier"), "the side-by-side marks are damaged"),
    ] {
        let project = project();
        project.write("source-docs/b.md", &other);
        if expected.contains("sentence") {
            project.write("source-docs/a.md", "# Alpha\n\nThese five words are English.\n\nSo are these five words.\n");
        }
        project.write("pages/a.md", &page);
        let outcome = adopt(&project, &[]);
        assert_eq!(outcome.code, 2, "{expected}: {}", outcome.out);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
        assert!(!project.path("locales/fr-FR/a.ftl").exists());
    }
}

#[test]
fn a_text_that_was_cut_off_is_left_out() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Alpha\n\nFirst text.\n\nIt ends here for all of us.\n");
    project.write("pages/a.md", "# <a name=\"alpha\"></a>Alpha\n\nPremier texte.\n\nCela se term");
    let outcome = adopt(&project, &[]);
    assert!(outcome.err.contains("pages/a.md: the page ends before its English does"), "{}", outcome.err);
    assert!(!project.read("locales/fr-FR/a.ftl").contains("term"));
}

#[test]
fn an_empty_folder_is_an_error() {
    let project = project();
    std::fs::create_dir_all(project.path("pages")).unwrap();
    let outcome = adopt(&project, &[]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("no page lies where"), "{}", outcome.err);
}
