//! Whose a translation is, after all that git, editors and people do to its state: machine work never passes for a
//! person's, and what nobody knows is `unproven`.

use crate::support::{Project, git};

const CONFIG: &str = "locales: [fr-FR]\nanchors: false\ntranslate: {provider: pseudo}\n";
const FTL: &str = "locales/fr-FR/x.ftl";
const STATE: &str = "locales/fr-FR/x.yaml";
const PAGE: &str = "localized-docs/fr-FR/x.md";
const SOURCE: &str =
    "# One thing\n\nThe second text.\n\nThe third text.\n\nThe fourth text.\n\nThe fifth text.\n\nThe sixth text.\n";

/// A committed project with a machine's translation of its first text.
fn committed() -> Project {
    let project = Project::new(CONFIG);
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q"]);
    // One draft, so that git has both files of the translations.
    project.write("source-docs/x.md", "# One thing\n");
    project.sync();
    project.write("source-docs/x.md", SOURCE);
    without_machine(&project);
    commit(&project, "start");
    project
}

fn commit(project: &Project, subject: &str) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "-m", subject]);
}

fn without_machine(project: &Project) {
    let outcome = project.run(&["sync", "--no-mt", "--date", "2026-01-31"]);
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
}

/// Numbers of translations that are a person's, a machine's, and nobody knows whose.
fn whose(project: &Project) -> (u64, u64, u64) {
    let status = project.run(&["status", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&status.out).unwrap_or_else(|_| panic!("{}", status.err));
    let count = |name: &str| status["locales"]["fr-FR"][name].as_u64().unwrap_or_else(|| panic!("{name}: {status}"));
    assert_eq!(count("current"), count("human") + count("machine") + count("unproven"), "{status}");
    (count("human"), count("machine"), count("unproven"))
}

/// As in another checkout, or after somebody made room.
fn forget(project: &Project) {
    std::fs::remove_dir_all(project.path(".handback/ledger")).unwrap();
}

fn remove(project: &Project, name: &str) {
    std::fs::remove_file(project.path(name)).unwrap();
}

/// Asserts that all six are a machine's, and that the state says so after a sync too.
fn all_machine(project: &Project) {
    assert_eq!(whose(project), (0, 6, 0), "{}", project.read(FTL));
    without_machine(project);
    let state = project.read(STATE);
    assert_eq!(state.matches("type: MT, origin: mt:pseudo,").count(), 6, "{state}");
    assert!(project.read(PAGE).contains("ms.translationtype: MT"), "{}", project.read(PAGE));
    assert_eq!(project.run(&["check", "--fail-on", "unknown-author"]).code, 0);
}

#[test]
fn drafts_whose_state_is_put_aside_stay_a_machines() {
    for undo in [&["stash"][..], &["checkout", "--", STATE], &["reset", "--hard"], &["checkout", "HEAD", "--", STATE]] {
        for ledger in [true, false] {
            let project = committed();
            project.sync();
            assert_eq!(whose(&project), (0, 6, 0));
            let drafted = project.read(FTL);
            git(&project, undo);
            // An editor that has the resource open saves it again.
            project.write(FTL, &drafted);
            if undo == ["stash"] && !ledger {
                // The stash still has the states.
                forget(&project);
            }
            assert!(drafted.contains("⟦") && project.read(STATE).matches("mt:pseudo").count() == 1, "{undo:?}");
            all_machine(&project);
        }
    }
}

#[test]
fn a_state_file_that_is_deleted_is_found_again() {
    let project = committed();
    project.sync();
    remove(&project, STATE);
    all_machine(&project);
    commit(&project, "drafts");
    // Without the ledger HEAD has it; then only the history.
    remove(&project, STATE);
    forget(&project);
    all_machine(&project);
    remove(&project, STATE);
    commit(&project, "states are only clutter");
    forget(&project);
    all_machine(&project);
}

#[test]
fn of_two_wordings_that_no_state_knows_records_tell_which_is_a_persons() {
    let mut seen = String::new();
    for ledger in [true, false] {
        let project = committed();
        project.write("source-docs/x.md", "# One thing\n");
        project.sync();
        let draft = project.read(FTL).lines().find(|line| line.starts_with("one-thing = ")).unwrap().to_owned();
        project.edit(FTL, &draft, "one-thing = Une chose");
        without_machine(&project);
        // Somebody took both sides of a conflict, and lost the state.
        project.edit(FTL, "one-thing = Une chose", &format!("{draft}\none-thing = Une chose"));
        if ledger {
            std::fs::remove_dir_all(project.path(".git")).unwrap();
            remove(&project, STATE);
        } else {
            commit(&project, "both");
            remove(&project, STATE);
            commit(&project, "states are only clutter");
            forget(&project);
        }
        seen += &project.shown(&["resolve", STATE]);
        let (resource, state) = (project.read(FTL), project.read(STATE));
        assert!(resource.contains("one-thing = Une chose") && !resource.contains(&draft), "{resource}");
        assert!(state.contains("type: HT, origin: human,") && !state.contains("origin: mt:pseudo"), "{state}");
    }
    insta::assert_snapshot!(seen, @r"
    $ handback resolve locales/fr-FR/x.yaml
      locales/fr-FR/x.ftl
      locales/fr-FR/x.yaml
    Resolved 2 files.
    Next: `git add locales`, then `handback sync`.
    --- exit code 0
    $ handback resolve locales/fr-FR/x.yaml
      locales/fr-FR/x.ftl
      locales/fr-FR/x.yaml
    Resolved 2 files.
    Next: `git add locales`, then `handback sync`.
    --- exit code 0
    ");
}

#[test]
fn what_the_other_side_of_a_merge_once_knew_counts() {
    let project = committed();
    git(&project, &["checkout", "-q", "-b", "side"]);
    project.sync();
    commit(&project, "drafts");
    remove(&project, STATE);
    commit(&project, "states are only clutter");
    git(&project, &["checkout", "-q", "-"]);
    project.write("notes.txt", "Something else.\n");
    commit(&project, "notes");
    git(&project, &["merge", "-q", "--no-commit", "side"]);
    forget(&project);
    all_machine(&project);
}

#[test]
fn a_history_that_was_cut_off_proves_nothing() {
    let project = committed();
    project.sync();
    commit(&project, "drafts");
    git(&project, &["checkout", "HEAD~1", "--", STATE]);
    commit(&project, "states are put back");
    forget(&project);
    // As `git clone --depth 1` leaves it.
    let head = project.read(".git/logs/HEAD").lines().last().unwrap().split(' ').nth(1).unwrap().to_owned();
    project.write(".git/shallow", &format!("{head}\n"));
    assert_eq!(whose(&project), (0, 1, 5));
    insta::assert_snapshot!(project.shown(&["sync", "--no-mt", "--date", "2026-01-31"]), @"
    $ handback sync --no-mt --date 2026-01-31
    1 document, 6 units in 6 messages (0 shared by several documents)
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 1 machine, 5 unproven; 0 stale, 0 missing
        fr-FR: 5 of unknown origin (now unproven)
    Wrote 1 file.
    Next for fr-FR translators: 5 translations of unknown origin to approve, 1 machine translation to approve (`handback review --locale fr-FR`).
    --- exit code 0
    ");
}

#[test]
fn what_nothing_knows_is_unproven_until_a_person_approves_it() {
    let project = Project::new(CONFIG);
    project.write("source-docs/x.md", SOURCE);
    project.sync();
    remove(&project, STATE);
    forget(&project);
    without_machine(&project);
    assert_eq!(whose(&project), (0, 0, 6));
    insta::assert_snapshot!(project.shown(&["status"]), @r"
    $ handback status
    1 document, 6 units, 17 words, 6 messages
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 0 machine, 6 unproven; 0 stale, 0 missing
    --- exit code 0
    ");
    assert!(project.read(PAGE).contains("ms.translationtype: MT"));
    let state = project.read(STATE);
    assert_eq!(state.matches("{type: unproven, origin: unknown,").count(), 6, "{state}");
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    assert_eq!(check.out.matches("warning[unknown-author]").count(), 6, "{}", check.out);
    assert_eq!(project.run(&["check", "--fail-on", "unknown-author"]).code, 1);
    let queue = project.run(&["review", "--format", "json", "--locale", "fr-FR"]);
    assert_eq!(queue.out.matches("\"unproven\"").count(), 6, "{}", queue.out);
    // A machine only proposes something beside it.
    project.edit("source-docs/x.md", "The second text.", "Quite another second text, rewritten.");
    project.sync();
    let (ftl, state) = (project.read(FTL), project.read(STATE));
    assert!(ftl.contains("⟦Ţĥé šéčóñđ ţéẋţ.") && !ftl.contains("Ɋúíţé"), "{ftl}");
    assert!(state.contains("draft: {text:"), "{state}");
}

#[test]
fn resolving_a_merge_with_one_sides_state_changes_nothing_about_whose_it_is() {
    for (side, committed_first) in [("--ours", false), ("--theirs", false), ("--ours", true)] {
        let project = committed();
        git(&project, &["checkout", "-q", "-b", "drafts"]);
        project.edit("source-docs/x.md", "The sixth text.", "The sixth text, longer.");
        project.sync();
        commit(&project, "drafts");
        git(&project, &["checkout", "-q", "main"]);
        project.edit("source-docs/x.md", "# One thing", "# One thing that matters");
        without_machine(&project);
        commit(&project, "another title");
        let merge = std::process::Command::new("git")
            .args(["-c", "user.name=t", "-c", "user.email=t@contoso.com", "merge", "-q", "drafts"])
            .current_dir(project.path(""))
            .output()
            .unwrap();
        assert!(!merge.status.success(), "the hashes of the two hand-offs conflict");
        git(&project, &["checkout", side, "--", STATE, "locales/en-US/x.yaml", PAGE]);
        if committed_first {
            commit(&project, "merged");
        }
        forget(&project);
        without_machine(&project);
        let (human, _, unproven) = whose(&project);
        assert_eq!((human, unproven), (0, 0), "{side} {committed_first}: {}", project.read(STATE));
        assert_eq!(project.read(STATE).matches("origin: mt:pseudo").count(), project.read(FTL).matches('⟦').count());
    }
}

#[test]
fn an_ordinary_edit_is_a_persons() {
    let project = committed();
    project.sync();
    commit(&project, "drafts");
    project.edit(FTL, "Ţĥé šéčóñđ ţéẋţ.", "Le deuxième texte.");
    insta::assert_snapshot!(project.shown(&["sync", "--no-mt", "--date", "2026-02-01"]), @"
    $ handback sync --no-mt --date 2026-02-01
    1 document, 6 units in 6 messages (0 shared by several documents)
    fr-FR  ████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 1 human, 5 machine; 0 stale, 0 missing
        fr-FR: 1 edited by hand (now human)
    Wrote 2 files.
    Next for fr-FR translators: 5 machine translations to approve (`handback review --locale fr-FR`).
    --- exit code 0
    ");
    assert_eq!(whose(&project), (1, 5, 0));
    // So is one that was committed before anything looked at it, in a clone that knows nothing else.
    project.edit(FTL, "Ţĥé ţĥířđ ţéẋţ.", "Le troisième texte.");
    commit(&project, "a person's");
    forget(&project);
    without_machine(&project);
    assert_eq!(whose(&project), (2, 4, 0), "{}", project.read(STATE));
    // Taking the edit back brings the machine's provenance back.
    git(&project, &["checkout", "HEAD~1", "--", FTL]);
    project.edit(FTL, "Ţĥé ƒíƒţĥ ţéẋţ.", "Le cinquième texte.");
    without_machine(&project);
    assert_eq!(whose(&project), (1, 5, 0), "{}", project.read(STATE));
    let state = project.read(STATE);
    assert!(state.contains("replaced: [{text: \"⟦Le troisième texte."), "a person's wording is not lost: {state}");
}

#[test]
fn what_force_overwrites_is_kept_and_listed() {
    let project = Project::new("locales: [fr-FR]\nanchors: false\n");
    project.write("source-docs/x.md", "# Title here\n\nThe first paragraph.\n");
    project.sync();
    project.write(FTL, "title-here = Un titre\nthe-first-paragraph = Écrit avec grand soin.\n");
    project.sync();
    assert_eq!(whose(&project), (2, 0, 0), "{}", project.read(STATE));
    project.write("pages/x.md", "# Un titre\n\nLe premier paragraphe.\n");
    let adopt = |more: &[&str]| {
        let arguments = ["adopt", "--locale", "fr-FR", "--type", "machine", "pages", "--date", "2026-02-01"];
        project.shown(&[&arguments, more].concat())
    };
    insta::assert_snapshot!(adopt(&[]), @r#"
    $ handback adopt --locale fr-FR --type machine pages --date 2026-02-01
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 2 units translated (100 %)
    1 message, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    Kept 1 translation in the resources that people made (`--force` overwrites them).
    0 of 1 page regenerate to their very bytes.
      pages/x.md:1: "" becomes "---"
      pages/x.md:1: "" becomes "ms.openlocfilehash: 4aadb584e38128b90dec4cfdeada…"
      pages/x.md:1: "" becomes "ms.translationtype: HT"
      pages/x.md:1: "" becomes "ms.contentlocale: fr-FR"
      pages/x.md:1: "" becomes "ms.lasthandoff: 02/01/2026"
      pages/x.md:1: "" becomes "ms.locfileid: \"55967786\""
      pages/x.md:1: "" becomes "---"
      pages/x.md:3: "Le premier paragraphe." becomes "Écrit avec grand soin."
    Wrote 1 file.
    The next sync writes 1 page otherwise: pages/x.md (8 lines).
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: pages/x.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    "#);
    assert!(project.read(FTL).contains("Écrit avec grand soin."));
    insta::assert_snapshot!(adopt(&["--force"]), @r#"
    $ handback adopt --locale fr-FR --type machine pages --date 2026-02-01 --force
    1 page: 0 made from today's English, 0 from an earlier one, 1 from one that was not found
    2 of 2 units translated (100 %)
    2 messages, 0 overrides, 0 with a selector; 0 of an earlier English (stale)
    0 of 1 page regenerate to their very bytes.
      pages/x.md:1: "" becomes "---"
      pages/x.md:1: "" becomes "ms.openlocfilehash: 4aadb584e38128b90dec4cfdeada…"
      pages/x.md:1: "" becomes "ms.translationtype: MT"
      pages/x.md:1: "" becomes "ms.contentlocale: fr-FR"
      pages/x.md:1: "" becomes "ms.lasthandoff: 02/01/2026"
      pages/x.md:1: "" becomes "ms.locfileid: \"55967785\""
      pages/x.md:1: "" becomes "---"
    Wrote 3 files.
    The next sync writes 1 page otherwise: pages/x.md (7 lines).
    Next: `handback sync` regenerates the pages.
    --- stderr
    finding: pages/x.md: the English that the page was made from was not found: its translations are marked as unproven
    --- exit code 1
    "#);
    let state = project.read(STATE);
    assert!(state.contains("replaced: [{text: \"Écrit avec grand soin.\", date: 2026-01-31}]"), "{state}");
    insta::assert_snapshot!(project.shown(&["log", "the-first-paragraph"]), @r"
    $ handback log the-first-paragraph
    fr-FR
      2026-02-01  MT, import
        text Le premier paragraphe.
        from The first paragraph.
        note freshness unproven: the English that the page was made from was not found
      2026-01-31  HT, replaced since
        text Écrit avec grand soin.
    --- exit code 0
    ");
}

#[test]
fn new_wordings_for_what_was_missing_are_a_persons() {
    let project = committed();
    let english = project.read("locales/en-US/x.ftl");
    let french: String = english
        .lines()
        .filter(|line| line.contains(" = "))
        .filter_map(|line| line.split(" = ").next())
        .map(|id| format!("{id} = {id} en français\n"))
        .collect();
    project.write(FTL, &french);
    without_machine(&project);
    assert_eq!(whose(&project), (6, 0, 0), "{}", project.read(STATE));
    assert!(project.read(PAGE).contains("ms.translationtype: HT"));
    // The same by a platform that commits, in a clone without any ledger.
    let project = committed();
    project.write(FTL, &french);
    commit(&project, "a translator");
    forget(&project);
    without_machine(&project);
    assert_eq!(whose(&project), (6, 0, 0), "{}", project.read(STATE));
}

/// A translator who commits resources alone works on a branch; the English changes on another, with a sync or without one.
#[test]
fn what_was_worded_on_a_branch_is_of_the_english_of_that_branch() {
    let translated = "second = Le deuxième texte.\n";
    for (was, is_synced) in [(None, true), (None, false), (Some("second = Texte deux.\n"), true)] {
        let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
        git(&project, &["init", "-q", "-b", "main"]);
        project.write("source-docs/x.md", "# Second\n\nThe other text is short.\n");
        project.sync();
        project
            .write(FTL, &format!("the-other-text-is-short = L’autre texte est court.\n\n{}", was.unwrap_or_default()));
        project.sync();
        commit(&project, "start");
        git(&project, &["switch", "-qc", "translator"]);
        let before = project.read(FTL);
        let without: String =
            before.lines().filter(|line| !line.starts_with("second =")).map(|line| format!("{line}\n")).collect();
        project.write(FTL, &format!("{}\n{translated}", without.replace("# @second\n", "")));
        commit(&project, "only the resource");
        git(&project, &["switch", "-q", "main"]);
        project.edit("source-docs/x.md", "# Second", "# The second of many harbors");
        if is_synced {
            project.sync();
        }
        commit(&project, "the English");
        git(&project, &["merge", "-q", "--no-edit", "translator"]);
        project.sync();
        let state = project.read(STATE);
        assert!(state.contains("previous: Second"), "{was:?} {is_synced}: {state}");
        assert!(!project.read("localized-docs/fr-FR/x.md").contains("deuxième"), "{was:?} {is_synced}");
        let check = project.run(&["check"]);
        assert!(check.code == 1 && check.out.contains("error[stale]"), "{was:?} {is_synced}: {}", check.out);
    }
}

/// The English is in the documents of the commit, and nobody has run a sync there: then that is what was translated.
#[test]
fn what_was_committed_beside_the_english_is_of_that_english() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\nanchors: false\n");
    git(&project, &["init", "-q", "-b", "main"]);
    project.write("source-docs/x.md", "# Second\n\nThe other text is short.\n");
    project.write("source-docs/y.md", "# Third\n");
    project.sync();
    project.write(FTL, "second = Deuxième\n");
    project.sync();
    commit(&project, "start");
    git(&project, &["switch", "-qc", "translator"]);
    project.edit("source-docs/x.md", "is short", "is long\nand wide");
    project.write(FTL, &format!("{}\nthe-other-text-is-short = L’autre texte est long et large.\n", project.read(FTL)));
    commit(&project, "both");
    git(&project, &["switch", "-q", "main"]);
    project.edit("source-docs/x.md", "is short", "is long\nand wide");
    project.sync();
    let synced = project.read(FTL);
    commit(&project, "synced");
    let merge = ["merge", "-q", "--no-edit", "-X", "theirs", "translator"];
    git(&project, &merge);
    assert_ne!(project.read(FTL), synced);
    project.sync();
    let page = project.read("localized-docs/fr-FR/x.md");
    assert!(page.contains("long et large"), "{page}{}{}", project.read(FTL), project.read(STATE));
}

#[test]
fn another_spelling_of_a_wording_is_no_edit() {
    let project = committed();
    project.write("source-docs/x.md", "# One thing\n\n**Bold** text.\n\nThe third text.\n");
    project.sync();
    let before = project.read(STATE);
    let ftl = project.read(FTL);
    let respelled: String = ftl
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, text)| {
            let first = text.chars().next().unwrap();
            format!(
                "# A comment of some tool\r\n{id} =\r\n      {{ \"{first}\" }}{}\r\n\r\n",
                &text[first.len_utf8()..]
            )
        })
        .collect();
    project.write(FTL, &format!("\u{feff}{respelled}"));
    without_machine(&project);
    assert_eq!(project.read(STATE), before);
}

#[test]
fn an_adopted_page_of_a_machine_stays_one_without_its_state() {
    let project = Project::new("locales: [fr-FR]\nanchors: false\n");
    project.write("source-docs/x.md", "---\nauthor: x\n---\n# Title here\n\nThe first paragraph.\n");
    project.write("pages/x.md", "---\nauthor: x\nms.translationtype: MT\n---\n# Titre\n\nLe premier paragraphe.\n");
    let adopt = project.run(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"]);
    assert_ne!(adopt.code, 2, "{}", adopt.err);
    assert!(project.read(STATE).contains("{type: MT, origin: import,"), "{}", project.read(STATE));
    remove(&project, STATE);
    project.sync();
    assert!(project.read(STATE).contains("{type: MT, origin: import,"), "{}", project.read(STATE));
    assert!(project.read(PAGE).contains("ms.translationtype: MT"));
    remove(&project, STATE);
    forget(&project);
    project.sync();
    assert!(project.read(STATE).contains("{type: unproven,"), "{}", project.read(STATE));
    assert!(project.read(PAGE).contains("ms.translationtype: MT"));
}

#[test]
fn what_is_adopted_after_a_sync_is_on_record_too() {
    let project = Project::new("locales: [fr-FR]\nanchors: false\n");
    project.write("source-docs/x.md", "# Title here\n\nThe first paragraph.\n\nThe second.\n");
    project.sync();
    project.write(FTL, "the-second = Le deuxième.\n");
    project.sync();
    project.write("pages/x.md", "# Titre\n\nLe premier paragraphe.\n\nLe deuxième.\n");
    project.run(&["adopt", "--locale", "fr-FR", "pages", "--type", "machine", "--date", "2026-01-31"]);
    let state = project.read(STATE);
    assert_eq!(state.matches("{type: MT, origin: import,").count(), 2, "{state}");
    remove(&project, STATE);
    project.sync();
    assert_eq!(project.read(STATE), state);
}

#[test]
fn pages_that_do_not_say_it_were_written_by_people() {
    let adopted = |arguments: &[&str]| {
        let project = Project::new("locales: [fr-FR]\nanchors: false\nmetadata: none\n");
        project.write("source-docs/x.md", "# Title here\n\nThe first paragraph of the page.\n");
        project.write("pages/x.md", "# Le titre\n\nPremier paragraphe, écrit avec soin.\n");
        project.run(&[&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"], arguments].concat());
        project
    };
    assert!(adopted(&["--type", "machine"]).read(STATE).contains("{type: MT, origin: import,"));
    let project = adopted(&[]);
    assert!(project.read(STATE).contains("{type: HT, origin: import,"), "{}", project.read(STATE));
    project.sync();
    project.edit("source-docs/x.md", "The first paragraph of the page.", "Some words about the page, now others.");
    project.write("handback.yaml", "locales: [fr-FR]\nanchors: false\nmetadata: none\ntranslate: {provider: pseudo}\n");
    project.sync();
    assert!(project.read(FTL).contains("Premier paragraphe, écrit avec soin."), "{}", project.read(FTL));
    assert!(project.read(STATE).contains("draft: {text:"), "{}", project.read(STATE));
    // What handback put on its own pages is known.
    let project = committed();
    project.sync();
    remove(&project, FTL);
    remove(&project, STATE);
    let page: String = project
        .read(PAGE)
        .lines()
        .filter(|line| !line.starts_with("ms.") && *line != "---")
        .map(|l| format!("{l}\n"))
        .collect();
    project.write("pages/x.md", page.trim_start());
    project.run(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-02-01"]);
    assert_eq!(whose(&project), (0, 6, 0), "{}", project.read(STATE));
}

#[test]
fn authors_count_as_the_configuration_says() {
    let rules = "authors:\n  - {match: \"weblate*\", type: HT, reviewed: false}\n  - {match: \"*[bot]\", type: MT}\n";
    let project = committed();
    project.write("handback.yaml", &format!("{CONFIG}{rules}"));
    project.sync();
    commit(&project, "drafts");
    let edit_as = |author: &str, from: &str, to: &str| {
        project.edit(FTL, from, to);
        git(&project, &["add", "-A"]);
        git(&project, &["commit", "-q", "-m", "edit", "--author", author]);
    };
    edit_as("Weblate <noreply@example.com>", "Ţĥé šéčóñđ ţéẋţ.", "Le deuxième texte.");
    edit_as("translator[bot] <bot@example.com>", "Ţĥé ţĥířđ ţéẋţ.", "Le troisième texte.");
    edit_as("Anna <anna@example.com>", "Ţĥé ƒóúřţĥ ţéẋţ.", "Le quatrième texte.");
    project.edit(FTL, "Ţĥé ƒíƒţĥ ţéẋţ.", "Le cinquième texte.");
    without_machine(&project);
    let state = project.read(STATE);
    let line = |id: &str| {
        let mut lines = state.lines().skip_while(|line| line.trim() != format!("{id}:")).skip(1);
        lines.next().unwrap_or_else(|| panic!("{id}: {state}"))
    };
    assert!(line("the-second-text").contains("{type: HT, origin: author:Weblate,"), "{state}");
    assert!(line("the-third-text").contains("{type: MT, origin: \"mt:translator[bot]\","), "{state}");
    assert!(line("the-fourth-text").contains("{type: HT, origin: human,"), "{state}");
    assert!(line("the-fifth-text").contains("{type: HT, origin: human,"), "{state}");
    let queue = project.run(&["review", "--format", "json", "--locale", "fr-FR"]);
    assert!(queue.out.contains("the-second-text") && !queue.out.contains("the-fourth-text"), "{}", queue.out);
}

#[test]
fn a_translation_with_a_slip_is_not_missing() {
    let project = committed();
    project.write(FTL, "the-second-text = Le deuxième texte.\n");
    without_machine(&project);
    project.write(FTL, "the-second-text = Le deuxième { { \n");
    project.run(&["sync", "--date", "2026-02-01"]);
    let ftl = project.read(FTL);
    assert_eq!(ftl.matches("the-second-text").count(), 1, "{ftl}");
    assert!(ftl.contains("the-third-text = ⟦"), "the others are drafted: {ftl}");
    project.edit(FTL, "Le deuxième { { ", "Le deuxième texte.");
    without_machine(&project);
    assert_eq!(whose(&project), (1, 5, 0), "{}", project.read(STATE));
}

#[test]
fn a_stale_translation_gets_its_day_and_its_english_back() {
    let project = committed();
    project.write(FTL, "the-second-text = Le deuxième texte.\n");
    without_machine(&project);
    commit(&project, "translated");
    project.edit("source-docs/x.md", "The second text.", "A second text that reads very differently.");
    without_machine(&project);
    commit(&project, "changed");
    let state = project.read(STATE);
    let start = state.find(", since: ").unwrap_or_else(|| panic!("{state}"));
    let end = start + state[start..].find('}').unwrap();
    project.write(STATE, &format!("{}{}", &state[..start], &state[end..]));
    let outcome = project.run(&["sync", "--no-mt", "--date", "2026-03-01"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let state = project.read(STATE);
    assert!(state.contains("since: 2026-03-01, previous: \"The second text.\""), "{state}");
    let before = project.snapshot();
    without_machine(&project);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn the_log_of_a_message_says_who_made_it_when_and_from_what() {
    let project = committed();
    project.sync();
    commit(&project, "drafts");
    project.edit(FTL, "Ţĥé šéčóñđ ţéẋţ.", "Le deuxième texte.");
    project.run(&["sync", "--date", "2026-02-01"]);
    commit(&project, "by hand");
    project.edit("source-docs/x.md", "The second text.", "A second text that reads very differently.");
    project.run(&["sync", "--no-mt", "--date", "2026-02-02"]);
    let id = "the-second-text";
    let log = project.run(&["log", id, "--format", "json"]);
    assert_eq!(log.code, 0, "{}", log.err);
    let log: serde_json::Value = serde_json::from_str(&log.out).unwrap();
    let entries = log["locales"][0]["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2, "{log}");
    assert_eq!((&entries[0]["type"], &entries[0]["origin"]), (&"HT".into(), &"human".into()), "{log}");
    assert!(entries[0]["text"].as_str().unwrap().contains("Le deuxième texte."), "{log}");
    assert_eq!(entries[0]["english"], "The second text.", "{log}");
    assert_eq!((&entries[1]["type"], &entries[1]["date"]), (&"MT".into(), &"2026-01-31".into()), "{log}");
    assert!(entries[1]["text"].as_str().unwrap().contains("šéčóñđ") && entries[1]["commit"].is_string(), "{log}");
    let commit = &entries[1]["commit"].as_str().unwrap()[..10];
    let text = project.shown(&["log", id, "--locale", "fr-FR"]).replace(commit, "[commit]");
    insta::assert_snapshot!(text, @r"
    $ handback log the-second-text --locale fr-FR
    fr-FR
      2026-02-01  HT, human
        text ⟦Le deuxième texte. !!!!!⟧
        from The second text.
      2026-01-31  MT, mt:pseudo  [commit] t
        text ⟦Ţĥé šéčóñđ ţéẋţ. !!!!!⟧
        from The second text.
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["log", "no-such-message"]), @r"
    $ handback log no-such-message
    --- stderr
    error: `no-such-message` is no message of the project, and was none: `handback units` lists the ids
    --- exit code 2
    ");
}

/// Takes back whatever git did not finish.
fn settled(project: &Project) {
    let run = |arguments: &[&str]| {
        std::process::Command::new("git").args(arguments).current_dir(project.path("")).output().unwrap()
    };
    if !run(&["diff", "--quiet", "--diff-filter=U"]).status.success() {
        run(&["reset", "-q", "--hard"]);
    }
}

/// Does one of the things that happen to a project; what git refuses does not happen.
fn happen(project: &Project, what: u8, number: usize) {
    let run = |arguments: &[&str]| {
        let named = ["-c", "user.name=t", "-c", "user.email=t@contoso.com"];
        std::process::Command::new("git").args(named).args(arguments).current_dir(project.path("")).output().unwrap()
    };
    let edit = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(project.path(name)).unwrap_or_default();
        if let Some((before, rest)) = text.split_once(from) {
            let after = rest.split_once('\n').map_or("", |(_, after)| after);
            project.write(name, &format!("{before}{to}\n{after}"));
        }
    };
    match what {
        0 => drop(project.run(&["sync", "--date", "2026-02-01"])),
        1 => drop(project.run(&["sync", "--no-mt", "--date", "2026-02-02"])),
        2 => {
            run(&["add", "-A"]);
            run(&["commit", "-q", "-m", "all"]);
        }
        3 => drop(run(&["stash", "-q"])),
        4 => drop(run(&["stash", "pop", "-q"])),
        5 => drop(run(&["checkout", "-q", "HEAD", "--", STATE])),
        6 => drop(run(&["checkout", "-q", "HEAD~1", "--", FTL])),
        7 => drop(run(&["checkout", "-q", "HEAD~1", "--", STATE])),
        8 => drop(std::fs::remove_file(project.path(STATE))),
        9 => drop(run(&["reset", "-q", "--hard", "HEAD~1"])),
        10 if run(&["rev-parse", "--verify", "-q", "HEAD~1"]).status.success() => {
            run(&["revert", "--no-edit", "HEAD"]);
        }
        10 => {}
        11 => edit(FTL, "= ⟦", &format!("= Une personne {number}.")),
        12 => edit("source-docs/x.md", "The ", &format!("The text of {number}.")),
        _ => {
            // The ledger may go whenever git has all there is.
            run(&["add", "-A"]);
            run(&["commit", "-q", "-m", "all"]);
            let _ = std::fs::remove_dir_all(project.path(".handback/ledger"));
        }
    }
    settled(project);
}

#[test]
fn drafts_that_come_back_from_a_stash_after_the_ledger_went_are_a_machines() {
    let project = committed();
    project.sync();
    // Stash, commit and remove the ledger, remove the state, take the stash back, check the state out.
    for (number, what) in [3, 13, 8, 4, 5].into_iter().enumerate() {
        happen(&project, what, number);
        assert_eq!(project.run(&["sync", "--no-mt", "--date", "2026-02-03"]).code, 0);
    }
    let (ftl, yaml) = (project.read(FTL), project.read(STATE));
    assert!(ftl.contains('⟦'), "{ftl}");
    assert!(!yaml.contains("type: HT"), "{yaml}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Whatever happens to the files, what a machine made is never called a person's, nor the other way round.
    #[test]
    fn no_sequence_of_commands_turns_a_machines_work_into_a_persons(
        sequence in proptest::collection::vec(0..14_u8, 4..12)
    ) {
        use handback_core::catalog::resource::Resource;
        use handback_core::catalog::state::TranslationType;
        use handback_core::catalog::state_file::StateFile;
        let project = committed();
        project.sync();
        for (number, what) in sequence.iter().enumerate() {
            happen(&project, *what, number);
            let outcome = project.run(&["sync", "--no-mt", "--date", "2026-02-03"]);
            proptest::prop_assert_eq!(outcome.code, 0, "{:?}: {}", &sequence, outcome.err);
            let read = |name: &str| std::fs::read_to_string(project.path(name)).unwrap_or_default();
            let (ftl, yaml) = (read(FTL), read(STATE));
            let resource = Resource::parse(ftl).unwrap();
            let state = if yaml.is_empty() { StateFile::default() } else { StateFile::parse(&yaml).unwrap() };
            for entry in resource.entries() {
                let Some(known) = state.messages.get(&entry.id) else { continue };
                let text = entry.pattern.as_ref().unwrap().as_str();
                let allowed = match text.starts_with('⟦') {
                    true => known.kind != TranslationType::Human,
                    false => known.kind != TranslationType::Machine,
                };
                proptest::prop_assert!(allowed, "{:?} after {} of {:?}", known, number, &sequence);
            }
        }
    }
}
