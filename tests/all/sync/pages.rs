//! Pages that people wrote or edited: noticed, kept, and taken over when asked.

use super::published;
use crate::support::{Project, git};

#[test]
fn pages_that_were_there_before_are_left_alone() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# One\n");
    project.write("source-docs/b.md", "# Two\n");
    project.write("localized-docs/fr-FR/a.md", "# Un\n");
    let sync = || {
        let shown = project.shown(&["sync", "--date", "2026-01-31"]);
        assert_eq!(project.read("localized-docs/fr-FR/a.md"), "# Un\n");
        assert!(project.read("localized-docs/fr-FR/b.md").contains("# <a name=\"two\"></a>Two"));
        let _ = std::fs::remove_dir_all(project.path(".handback"));
        shown
    };
    insta::assert_snapshot!(sync(), @"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Wrote 6 files.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    finding: localized-docs/fr-FR/a.md: was there before handback, and is left alone: `handback adopt --locale fr-FR localized-docs/fr-FR` takes it over; or remove it
    warning: no git commit is known for the sources: `ms.sourcegitcommit` keeps its old value or is left out
    --- exit code 1
    ");
    insta::assert_snapshot!(sync(), @"
    $ handback sync --date 2026-01-31
    2 documents, 2 units in 2 messages (0 shared by several documents)
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 2 missing
    Every file was up to date.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    finding: localized-docs/fr-FR/a.md: was there before handback, and is left alone: `handback adopt --locale fr-FR localized-docs/fr-FR` takes it over; or remove it
    --- exit code 1
    ");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-03-01"]), @"
    $ handback check --date 2026-03-01
    handback.yaml:1: error[locale-incomplete]: fr-FR lacks 2 of 2 messages
        fix: `handback review --locale fr-FR --state missing` goes through them, `handback diff --locale fr-FR --missing` lists them
    localized-docs/fr-FR/a.md:1: error[hand-edited-output]: handback did not write the fr-FR page, and leaves it alone
        fix: `handback adopt --locale fr-FR localized-docs/fr-FR` takes it over; or remove it, then run `handback sync`
    source-docs/a.md:1: error[missing]: no fr-FR translation: “One” (one)
        fix: translate `one` in locales/fr-FR/a.ftl
    source-docs/b.md:1: error[missing]: no fr-FR translation: “Two” (two), for 29 days
        fix: translate `two` in locales/fr-FR/b.ftl
    4 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
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
fn an_edited_page_is_kept_whatever_ran_before() {
    let edits: [&dyn Fn(&str) -> String; 5] = [
        &|page| page.replace("Ouvrez les réglages.", "Ouvrez les beaux réglages."),
        // Blocks that only changed places, went, or came.
        &|page| {
            page.replace("Ouvrez les réglages.\n\nChoisissez **Save**.", "Choisissez **Save**.\n\nOuvrez les réglages.")
        },
        &|page| page.replace("\n\nAllez-y.", ""),
        &|page| format!("{page}\nAllez-y.\n"),
        // What stands around the texts.
        &|page| page.replace("# Guide FR", "## Guide FR"),
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
fn a_page_that_git_brought_is_nobodys_edit() {
    let (project, page) = published();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    // Another checkout lays the page out in another way, and commits it; here the English changes meanwhile.
    project.edit(page, "# Guide FR", "## Guide FR");
    project.edit("source-docs/a.md", "to keep it", "to store it");
    let check = project.run(&["check"]).out;
    assert!(check.contains("hand-edited-output"), "not while only this checkout has it: {check}");
    git(&project, &["add", page]);
    git(&project, &["commit", "-qm", "two"]);
    let check = project.run(&["check"]).out;
    assert!(!check.contains("hand-edited-output"), "{check}");
    let outcome = project.run(&["sync"]);
    assert!(!outcome.err.contains("rescued"), "{}", outcome.err);
}

#[test]
fn pages_that_nobody_edited_are_never_called_edited() {
    let deeds: [&dyn Fn(&Project); 9] = [
        &|project| std::fs::remove_dir_all(project.path(".handback")).unwrap(),
        &|project| drop(project.run(&["extract"])),
        &|project| drop(project.run(&["translate"])),
        &|project| drop(project.run(&["translate", "--provider", "pseudo"])),
        &|project| project.edit("source-docs/a.md", "Open the settings.", "Open all the settings.\n\nLook."),
        &|project| std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/b.md")).unwrap(),
        &|project| std::fs::remove_file(project.path("source-docs/a.md")).unwrap(),
        &|project| {
            std::fs::remove_dir_all(project.path(".handback")).unwrap();
            project.edit("source-docs/a.md", "Open the settings.", "Open all the settings.\n\n> Look.");
        },
        // Somebody moved the page along with its source.
        &|project| {
            for folder in ["source-docs", "localized-docs/fr-FR"] {
                std::fs::rename(project.path(folder).join("a.md"), project.path(folder).join("b.md")).unwrap();
            }
            project.edit("source-docs/b.md", "Then go.\n", "Then go.\n\n> Look.\n");
        },
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
fn what_a_page_of_another_checkout_said_before_is_no_edit() {
    let changes: [(&str, &str, &str, &str); 2] = [
        // The term that a translation refers to.
        ("locales/fr-FR/a.ftl", "-brand = Contoso", "-brand = Fabrikam", "# Guide Fabrikam"),
        // English that stands on the page because nobody translated it.
        ("source-docs/a.md", "Then go.", "Then go on.", "Then go on."),
    ];
    for (name, from, to, shown) in changes {
        let (project, page) = published();
        project.edit("locales/fr-FR/a.ftl", "guide = Guide FR\n", "guide = Guide { -brand }\n-brand = Contoso\n");
        project.edit("locales/fr-FR/a.ftl", "then-go = Allez-y.\n", "");
        project.sync();
        assert!(project.read(page).starts_with("# Guide Contoso\n") && project.read(page).contains("Then go."));
        std::fs::remove_dir_all(project.path(".handback")).unwrap();
        project.edit(name, from, to);
        let check = project.run(&["check"]).out;
        assert!(!check.contains("hand-edited-output"), "{name}: {check}");
        let outcome = project.sync();
        assert!(!outcome.err.contains("rescued"), "{name}: {}", outcome.err);
        assert!(project.read(page).contains(shown), "{name}: {}", project.read(page));
    }
}

#[test]
fn an_untranslated_text_that_stands_twice_by_now_is_an_edit() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    project.write("source-docs/a.md", "First text.\n\nSecond text.\n");
    project.sync();
    let page = "localized-docs/fr-FR/a.md";
    project.write(page, "First text.\n\nSecond text.\n\nFirst text.\n");
    // Nor does it help that nobody knows any more how the page was laid out.
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.write("source-docs/a.md", "First text.\n\nSecond text.\n\n> Third text.\n");
    let outcome = project.run(&["sync"]);
    assert!(outcome.err.contains("rescued-pages/localized-docs/fr-FR/a.md"), "{}", outcome.err);
}

#[test]
fn a_page_with_edits_is_kept_when_its_source_goes() {
    let (project, page) = published();
    project.write("source-docs/other.md", "Another document.\n");
    project.edit(page, "Allez-y.", "Allez-y donc.");
    std::fs::remove_file(project.path("source-docs/a.md")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--prune"]), @"
    $ handback sync --prune
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new, 4 gone.
    fr-FR  ░░░░░░░░░░░░░░░░░░░░░░░░    0 % current: 0 human, 0 machine; 0 stale, 1 missing
        fr-FR: 4 became obsolete (kept)
    Wrote 5 files.
    Removed:
      locales/en-US/a.ftl
      locales/en-US/a.yaml
      localized-docs/fr-FR/a.md
    Next for fr-FR translators: 1 message to translate (`handback review --locale fr-FR`).
    --- stderr
    warning: localized-docs/fr-FR/a.md: is not as this checkout wrote it, and no document has it any more; a copy is kept as rescued-pages/localized-docs/fr-FR/a.md: `handback sync --take-edits` would have taken the edit over
    --- exit code 0
    ");
    assert!(!project.path(page).exists());
    assert!(project.read("rescued-pages/localized-docs/fr-FR/a.md").contains("Allez-y donc."));
}

#[test]
fn an_edit_that_has_no_place_in_the_catalog_is_kept_and_said_so() {
    let (project, page) = published();
    project.edit(page, "Choisissez **Save**.\n\n", "");
    let outcome = project.run(&["sync", "--take-edits"]);
    assert!(outcome.err.contains("not all of it could be taken over"), "{}", outcome.err);
    assert!(!outcome.err.contains("would have taken"), "{}", outcome.err);
    assert!(!project.read("rescued-pages/localized-docs/fr-FR/a.md").contains("Choisissez"));
}

#[test]
fn a_paragraph_between_others_is_taken_over_as_an_addition() {
    let (project, page) = published();
    project.edit(page, "Ouvrez", "Un paragraphe de plus.\n\nOuvrez");
    project.edit(page, "Allez-y.", "Allez-y donc.");
    let edited = project.read(page);
    let outcome = project.run(&["sync", "--take-edits"]);
    assert!(project.read("locales/fr-FR/a.ftl").contains("= Un paragraphe de plus."), "{}{}", outcome.out, outcome.err);
    assert!(project.read("locales/fr-FR/a.ftl").contains("Allez-y donc."), "{}{}", outcome.out, outcome.err);
    assert_eq!(project.read(page), edited);
}

#[test]
fn edits_of_a_page_are_taken_over_when_its_source_was_renamed() {
    let (project, page) = published();
    project.edit(page, "Allez-y.", "Allez-y donc.");
    std::fs::rename(project.path("source-docs/a.md"), project.path("source-docs/moved.md")).unwrap();
    let outcome = project.run(&["sync", "--take-edits"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{}", outcome.out);
    assert!(project.read("localized-docs/fr-FR/moved.md").contains("Allez-y donc."), "{}", outcome.out);
    assert!(!project.path(page).exists() && !project.path("rescued-pages").exists());
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
    insta::assert_snapshot!(project.shown(&["sync", "--take-edits", "--date", "2026-03-01"]), @"
    $ handback sync --take-edits --date 2026-03-01
    2 documents, 6 units in 5 messages (1 shared by several documents)
    English messages: 1 new.
    fr-FR  ██████████████░░░░░░░░░░   60 % current: 3 human, 0 machine; 0 stale, 2 missing
    2 wordings taken over from edited pages (now human).
    Wrote 6 files.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- exit code 0
    ");
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
    insta::assert_snapshot!(project.shown(&["sync", "--take-edits"]), @"
    $ handback sync --take-edits
    2 documents, 6 units in 5 messages (1 shared by several documents)
    fr-FR  ██████████████░░░░░░░░░░   60 % current: 3 human, 0 machine; 0 stale, 2 missing
        fr-FR: 1 edited by hand (now human)
    Wrote 2 files.
    Next for fr-FR translators: 2 messages to translate (`handback review --locale fr-FR`).
    --- stderr
    finding: localized-docs/fr-FR/a.md: `guide` was edited here and in its resource: the resource counts
    warning: localized-docs/fr-FR/a.md: was edited by hand (line 1); a copy is kept as rescued-pages/localized-docs/fr-FR/a.md: not all of it could be taken over, so compare the copy with the page
    --- exit code 1
    ");
    assert!(project.read(page).starts_with("# Mon guide\n"));
    assert!(project.read(&format!("rescued-pages/{page}")).starts_with("# Le guide\n"));
}

#[test]
fn what_is_to_be_said_of_many_pages_is_said_of_a_few() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    for number in 1..=9 {
        project.write(&format!("source-docs/{number}.md"), &format!("# Crane {number}\n"));
        project.write(&format!("localized-docs/fr-FR/{number}.md"), &format!("# Grue {number}\n"));
    }
    let outcome = project.run(&["sync", "--date", "2026-01-31"]);
    let said: Vec<&str> = outcome.err.lines().map(|line| line.split(" was there").next().unwrap()).collect();
    insta::assert_snapshot!(said.join("\n"), @"
    finding: localized-docs/fr-FR/1.md:
    finding: localized-docs/fr-FR/2.md:
    finding: localized-docs/fr-FR/3.md:
    finding: localized-docs/fr-FR/4.md:
    finding: localized-docs/fr-FR/5.md:
    … and the same of 4 more (`--format json` names all)
    ");
    let all: serde_json::Value =
        serde_json::from_str(&project.run(&["sync", "--format", "json", "--date", "2026-01-31"]).out).unwrap();
    assert_eq!(all["problems"].as_array().unwrap().len(), 9);
}
