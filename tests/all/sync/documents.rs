//! What becomes of documents: renamed, removed, named on the command line, and how their pages are written.

use super::{FR, page, two_documents};
use crate::support::Project;

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
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2027-02-03"]), @r"
    $ handback sync --date 2027-02-03
    1 document, 4 units in 3 messages (0 shared by several documents)
    English messages: 3 moved between files.
    1 document renamed; translations and hand-off metadata follow.
    fr-FR  ████████████████████████  100 % current: 3 human, 0 machine; 0 stale, 0 missing
    Wrote 6 files.
    Removed:
      locales/en-US/a.ftl
      locales/en-US/a.yaml
      locales/fr-FR/a.ftl
      locales/fr-FR/a.page.yaml
      locales/fr-FR/a.yaml
      localized-docs/fr-FR/a.md
    --- exit code 0
    ");
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
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 3 units in 3 messages (0 shared by several documents)
    English messages: 1 gone, 1 moved between files.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    Wrote 1 file.
    Removed:
      locales/en-US/b.ftl
      locales/en-US/b.yaml
      locales/en-US/shared.ftl
    Pages that no document has any more (`handback sync --prune` removes them):
      localized-docs/fr-FR/b.md
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 3 units in 3 messages (0 shared by several documents)
    Nothing changed since the last sync.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    Pages that no document has any more (`handback sync --prune` removes them):
      localized-docs/fr-FR/b.md
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["sync", "--prune"]), @"
    $ handback sync --prune
    1 document, 3 units in 3 messages (0 shared by several documents)
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    Every file was up to date.
    Removed:
      localized-docs/fr-FR/b.md
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert!(!project.path("localized-docs/fr-FR/b.md").exists() && project.path("localized-docs/fr-FR/a.md").exists());
}

#[test]
fn a_path_limits_the_run_and_loses_nothing() {
    let project = two_documents();
    let before = project.read("locales/en-US/b.yaml");
    project.edit("source-docs/a.md", "Only in alpha.", "Only in the first.");
    project.edit("source-docs/b.md", "Beta", "Second");
    insta::assert_snapshot!(project.shown(&["sync", "source-docs/a.md"]), @"
    $ handback sync source-docs/a.md
    1 document, 3 units in 3 messages (1 shared by several documents)
    English messages: 1 changed.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 3 missing
    Wrote 6 files.
    Next for fr-FR translators: 3 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert_eq!(project.read("locales/en-US/b.yaml"), before);
    assert!(project.read("locales/en-US/shared.ftl").contains("shared-text"), "still shared with the other");
    assert!(page(&project, "a.md").contains("Only in the first.") && page(&project, "b.md").contains("Beta"));
    project.sync();
    assert!(page(&project, "b.md").contains("Second"));
    insta::assert_snapshot!(project.shown(&["sync", "nowhere"]), @r"
    $ handback sync nowhere
    --- stderr
    error: nowhere: no source document lies there: expected a document or folder that `sources` in handback.yaml reaches
    --- exit code 2
    ");
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
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    5 documents, 8 units in 7 messages (1 shared by several documents)
    English messages: 7 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 7 missing
    Wrote 20 files.
    Next for fr-FR translators: 7 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    warning: no git commit is known for the sources: `ms.sourcegitcommit` keeps its old value or is left out
    --- exit code 0
    ");
    insta::assert_snapshot!(page(&project, "a.md"), @r#"
    ---
    title: One
    ms.date: ''
    ms.openlocfilehash: 5ec3d93d60fc352f9f3d8d863729f18d0bfa27d7
    ms.translationtype: MT
    ms.contentlocale: fr-FR
    ms.lasthandoff: 01/31/2026
    ms.locfileid: "49353639"
    ---
    # <a name="general-information"></a>General information
    "#);
    insta::assert_snapshot!(page(&project, "include.md"), @r#"
    ---
    ms.openlocfilehash: a7b364c75ff97cb849f3876e87884f54535f7972
    ms.translationtype: MT
    ms.contentlocale: fr-FR
    ms.lasthandoff: 01/31/2026
    ms.locfileid: "65225326"
    ---
    Words
    "#);
    insta::assert_snapshot!(page(&project, "index.yml"), @r#"
    ### YamlMime:Hub
    title: Hub
    metadata:
      title: Meta
      ms.openlocfilehash: 937c5d355428dbc2e813a3414e740044dcd98e28
      ms.translationtype: MT
      ms.contentlocale: fr-FR
      ms.lasthandoff: 01/31/2026
      ms.locfileid: "78728745"
    summary: Words
    "#);
    insta::assert_snapshot!(page(&project, "zones.yml"), @r#"
    groups:
    - id: a
      title: Group
    metadata:
      ms.openlocfilehash: 65180436fa9a952c04d0dda74f1b85e6074f568e
      ms.translationtype: MT
      ms.contentlocale: fr-FR
      ms.lasthandoff: 01/31/2026
      ms.locfileid: "19890190"
    "#);
    insta::assert_snapshot!(page(&project, "toc.yml"), @r"
    - name: Home
      href: a.md
    ");

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
fn documents_of_one_source_keep_their_places_when_their_folder_moves() {
    let project = Project::new("locales: [fr-FR]\n");
    let names = ["one/index.md", "one/two/index.md", "three/index.md", "index.md"];
    names.iter().for_each(|name| project.write(&format!("source-docs/old/{name}"), "# Overview\n"));
    project.sync();
    let fileid = |name: &str| {
        let page = project.read(&format!("locales/fr-FR/{name}").replace(".md", ".page.yaml"));
        page.lines().find(|line| line.starts_with("fileid")).unwrap().to_owned()
    };
    let before = names.map(|name| fileid(&format!("old/{name}")));
    std::fs::create_dir_all(project.path("source-docs/a")).unwrap();
    std::fs::rename(project.path("source-docs/old"), project.path("source-docs/a/new")).unwrap();
    let synced = project.sync();
    assert!(synced.out.contains("4 documents renamed"), "{}", synced.out);
    assert_eq!(names.map(|name| fileid(&format!("a/new/{name}"))), before);
}

#[test]
fn a_moved_folder_with_edits_is_the_same_folder() {
    let project = Project::new("locales: [fr-FR]\n");
    let text = |at: usize, edit: &str| {
        format!("# Quay {at}\n\nMoor boat {at} here{edit}.\n\nThe depth at quay {at} is low.\n\nShared.\n")
    };
    (0..40).for_each(|at| project.write(&format!("source-docs/old/{at}.md"), &text(at, "")));
    project.sync();
    (0..40).for_each(|at| {
        let edit = if at % 3 == 0 { " at night" } else { "" };
        project.write(&format!("source-docs/new/{}.md", 39 - at), &text(at, edit));
    });
    std::fs::remove_dir_all(project.path("source-docs/old")).unwrap();
    let synced = project.sync();
    assert!(synced.out.contains("40 documents renamed"), "{}", synced.out);
}

#[test]
fn a_name_that_is_nearly_one_is_answered_with_the_one() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/harbor/boats/crane-lift.md", "# Crane\n");
    project.write("source-docs/harbor/boats/tug.md", "# Tug\n");
    project.sync();
    for named in ["harbor/boats/crane.md", "crane-lifts.md", "source-docs/harbour/boats/crane-lift.md"] {
        let err = project.run(&["units", named]).err;
        assert!(err.contains("did you mean `source-docs/harbor/boats/crane-lift.md`?"), "{named}: {err}");
    }
}
