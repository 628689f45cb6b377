//! What happens to people.

use std::path::{Path, PathBuf};

use handback::project::faults::{self, Fault};

use super::project::{Command, changed, copy, files, run, settled, wordings};
use crate::support::Project;

const NO_SPACE: i32 = 28;

/// A project of two documents that share a text, with a person's translation of it.
fn shared() -> Project {
    let project = Project::new("locales: [fr-FR]\nanchors: false\n");
    project.write("source-docs/sub/a.md", "Keep this sentence.\n");
    project.write("source-docs/b.md", "Keep this sentence.\n\nBeta.\n");
    project.sync();
    project.write("locales/fr-FR/shared.ftl", "keep-this-sentence = Gardez cette phrase.\n");
    project.write("locales/fr-FR/b.ftl", "beta = Bêta.\n");
    project.sync();
    project
}

/// A command that was killed, wherever some of its files are in place and others are not.
fn half_done(before: &Project, command: Command) -> Vec<Project> {
    let mut found = Vec::new();
    // Of many calls each third; the points can go through all of them.
    let step = if command == Command::Sync { 3 } else { 1 };
    for at in (1..).step_by(step) {
        let project = copy(before);
        let guard = faults::inject(&project.path(""), at, Fault::Onwards(NO_SPACE));
        let ended = run(&project, command);
        drop(guard);
        if note(&project).exists() {
            found.push(project);
        } else if ended.is_ok() || !found.is_empty() {
            break;
        }
    }
    assert!(found.len() > 3, "{command:?}: {}", found.len());
    found
}

#[test]
fn a_text_that_cannot_be_put_in_its_new_place_stays_in_the_old_one() {
    let project = shared();
    let before = files(&project, "locales/");
    project.write("source-docs/b.md", "Beta.\n");
    // A file lies where the folder of the new place has to be.
    std::fs::remove_dir_all(project.path("locales/fr-FR/sub")).unwrap();
    project.write("locales/fr-FR/sub", "in the way\n");
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("locales/fr-FR/sub/a.ftl: cannot write the file"), "{}", outcome.err);
    assert!(outcome.err.contains("nothing was changed"), "{}", outcome.err);
    assert!(!outcome.out.contains("100 %"), "{}", outcome.out);
    let shared = |files: &std::collections::BTreeMap<String, String>| files["locales/fr-FR/shared.ftl"].clone();
    assert_eq!(shared(&files(&project, "locales/")), shared(&before));
    std::fs::remove_file(project.path("locales/fr-FR/sub")).unwrap();
    assert!(project.sync().out.contains("100 %"));
    assert!(project.read("locales/fr-FR/sub/a.ftl").contains("\nkeep-this-sentence = Gardez cette phrase.\n"));
    assert!(!project.path("locales/fr-FR/shared.ftl").exists());
}

#[test]
fn commands_that_only_read_show_no_half_of_a_run() {
    let project = half_done(&changed(), Command::Sync).remove(5);
    for arguments in
        [&["check"][..], &["status"], &["diff"], &["units"], &["sync", "--dry-run"], &["review", "--format", "json"]]
    {
        let outcome = project.run(arguments);
        assert_eq!(outcome.code, 2, "{arguments:?}: {}{}", outcome.out, outcome.err);
        assert!(outcome.err.contains("run `handback sync` to complete it"), "{arguments:?}: {}", outcome.err);
    }
    run(&project, Command::Sync).unwrap();
    let outcome = project.run(&["status"]);
    assert!(outcome.code < 2, "{}{}", outcome.out, outcome.err);
}

#[test]
fn adopted_machine_work_stays_a_machine_s_after_a_kill() {
    for project in half_done(&settled(), Command::Adopt) {
        run(&project, Command::Sync).unwrap();
        let found = wordings(&project);
        for text in ["fr-FR Renard", "fr-FR Texte du renard.", "fr-FR Plus de renard."] {
            assert_eq!(found.get(text), Some(&vec!["MT import None None".to_owned()]), "{text}: {found:#?}");
        }
    }
}

/// The note of an interrupted run.
fn note(project: &Project) -> PathBuf {
    project.path(".handback/unfinished")
}

#[test]
fn an_old_note_does_not_undo_an_approval() {
    for (at, project) in half_done(&changed(), Command::Sync).into_iter().enumerate() {
        let old = std::fs::read(note(&project)).unwrap();
        run(&project, Command::Sync).unwrap();
        // Weeks later a colleague's approval comes, and somehow the note is still there.
        let line = |project: &Project| {
            let state = project.read("locales/fr-FR/shared.yaml");
            state.lines().skip_while(|line| line.trim() != "gamma-alone:").nth(1).unwrap().to_owned()
        };
        let was = line(&project);
        let approved = was.replace("type: MT", "type: HT").replace('}', ", reviewer: \"A. Colleague\"}");
        project.edit("locales/fr-FR/shared.yaml", &was, &approved);
        let before = wordings(&project);
        std::fs::write(note(&project), old).unwrap();
        run(&project, Command::Sync).unwrap();
        assert_eq!(line(&project), approved, "{at}");
        assert_eq!(wordings(&project), before, "{at}");
        assert!(!note(&project).exists());
    }
}

#[test]
fn an_edit_before_the_next_run_leaves_the_other_messages_theirs() {
    let whole = changed();
    run(&whole, Command::Sync).unwrap();
    let expected = wordings(&whole);
    let edits = [("FR Gamma stays.", "FR Gamma reste."), ("FR Renamed with care.", "FR Renommé.")];
    for (at, project) in half_done(&changed(), Command::Sync).into_iter().enumerate() {
        for name in ["old", "new", "c"].map(|name| format!("locales/fr-FR/{name}.ftl")) {
            for (from, to) in edits {
                if project.path(&name).exists() && project.read(&name).contains(from) {
                    project.edit(&name, from, to);
                }
            }
        }
        run(&project, Command::Sync).unwrap();
        let mut found = wordings(&project);
        for (_, to) in edits {
            let known = found.remove(&format!("fr-FR {to}")).unwrap_or_else(|| panic!("{at}: {to} is lost"));
            assert!(known.iter().all(|known| known.starts_with("HT")), "{at}: {known:?}");
        }
        for (text, known) in expected.iter().filter(|(text, _)| !edits.iter().any(|(from, _)| text.ends_with(from))) {
            assert_eq!(found.get(text), Some(known), "{at}: {text}: {found:#?}");
        }
    }
}

#[test]
fn what_is_lost_beside_its_place_costs_nobody_anything() {
    for (at, project) in half_done(&changed(), Command::Sync).into_iter().enumerate() {
        let before = wordings(&project);
        let names = files(&project, "locales/fr-FR").into_keys().filter(|name| name.contains("/.handback-"));
        names.for_each(|name| std::fs::remove_file(project.path(&name)).unwrap());
        run(&project, Command::Sync).unwrap();
        let after = wordings(&project);
        for text in before.keys().filter(|text| text.starts_with("fr-FR")) {
            let known = after.get(text).unwrap_or_else(|| panic!("{at}: {text} is lost"));
            assert!(!(text.contains("machine") && known[0].starts_with("HT")), "{at}: {text} {known:?}");
        }
    }
}

#[test]
fn what_an_editor_saves_at_any_moment_of_a_sync_stays() {
    let before = changed();
    let counted = copy(&before);
    let guard = faults::inject(&counted.path(""), 0, Fault::Nothing);
    run(&counted, Command::Sync).unwrap();
    let points = guard.calls();
    drop(guard);
    let mut unsaved = 0;
    for at in 1..=points {
        let project = copy(&before);
        let path = project.path("locales/fr-FR/c.ftl");
        let save = move |call, changes: &Path| {
            // No program can do anything about the moment between its last look at a file and its rename.
            if call == at && changes != path {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(text.contains("FR Gamma stays."), "{text}");
                std::fs::write(&path, text.replace("FR Gamma stays.", "FR Gamma, saved just now.")).unwrap();
            }
        };
        let guard = faults::inject(&project.path(""), 0, Fault::Meanwhile(Box::new(save)));
        run(&project, Command::Sync).unwrap_or_else(|error| panic!("call {at} of {points}: {error}"));
        drop(guard);
        run(&project, Command::Sync).unwrap();
        let mut found = wordings(&project);
        let Some(known) = found.remove("fr-FR FR Gamma, saved just now.") else {
            assert_eq!(std::mem::replace(&mut unsaved, 1), 0, "call {at} of {points}: {found:#?}");
            continue;
        };
        assert!(known[0].starts_with("HT"), "call {at} of {points}: {known:?}");
        let mut expected = wordings(&counted);
        expected.remove("fr-FR FR Gamma stays.");
        assert_eq!(found, expected, "call {at} of {points}");
    }
}

#[test]
fn a_file_that_never_rests_is_named() {
    let project = changed();
    let path = project.path("locales/fr-FR/c.ftl");
    let save = move |_, _: &Path| {
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text + "# more\n").unwrap();
    };
    let before = files(&project, "locales/en-US");
    let guard = faults::inject(&project.path(""), 0, Fault::Meanwhile(Box::new(save)));
    let error = run(&project, Command::Sync).unwrap_err();
    drop(guard);
    assert!(error.starts_with("locales/fr-FR/c.ftl: others keep changing the file"), "{error}");
    assert_eq!(files(&project, "locales/en-US"), before);
}

#[test]
fn a_damaged_note_is_kept_aside_and_not_believed() {
    let project = half_done(&changed(), Command::Sync).remove(5);
    let text = std::fs::read_to_string(note(&project)).unwrap();
    std::fs::write(note(&project), text.replace("fr-FR", "de-DE")).unwrap();
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains(".handback/unfinished-damaged: a run was interrupted"), "{}", outcome.err);
    let temporaries = || files(&project, "locales/").keys().filter(|name| name.contains("/.handback-")).count();
    assert!(temporaries() > 0);
    project.run(&["sync"]);
    assert!(temporaries() > 0, "they hold what the note was about");
    std::fs::remove_file(project.path(".handback/unfinished-damaged")).unwrap();
    project.write(".handback/lock", "");
    project.write("source-docs/another.md", "Another.\n");
    project.sync();
    assert_eq!(temporaries(), 0);
}

#[test]
fn temporary_files_of_killed_runs_are_removed() {
    let project = shared();
    let ours =
        ["locales/fr-FR/.handback-x1y2z3", "localized-docs/fr-FR/sub/.handback-AbCdE9", ".handback/.handback-000000"];
    ours.iter().for_each(|name| project.write(name, "half a li"));
    project.write("localized-docs/fr-FR/.handback-notes-of-mine", "mine");
    project.write("source-docs/b.md", "Keep this sentence.\n\nBeta!\n");
    project.sync();
    assert!(project.path(ours[0]).exists(), "whoever ended well is not asked");
    // Whoever is killed leaves the lock as it is while a run has it.
    project.write(".handback/lock", "");
    project.write("source-docs/b.md", "Keep this sentence.\n\nBeta.\n");
    project.sync();
    ours.iter().for_each(|name| assert!(!project.path(name).exists(), "{name}"));
    assert_eq!(project.read("localized-docs/fr-FR/.handback-notes-of-mine"), "mine");
}

#[test]
#[cfg(unix)]
fn a_resource_that_is_a_link_stays_one() {
    let project = shared();
    let link = project.path("locales/fr-FR/b.ftl");
    project.write("elsewhere/b.ftl", &project.read("locales/fr-FR/b.ftl"));
    std::fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("../../elsewhere/b.ftl", &link).unwrap();
    project.write("source-docs/sub/a.md", "Another.\n");
    project.sync();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    let expected = "# @keep-this-sentence\nkeep-this-sentence = Gardez cette phrase.\n\n# @beta\nbeta = Bêta.\n\n";
    assert_eq!(project.read("elsewhere/b.ftl"), expected);
    assert_eq!(project.read("locales/fr-FR/b.ftl"), expected);
}

#[test]
fn a_resource_that_lost_its_bytes_is_not_one_that_was_emptied() {
    let project = shared();
    let before = files(&project, "locales/");
    project.write("locales/fr-FR/b.ftl", "");
    project.write("source-docs/new.md", "New.\n");
    let outcome = project.run(&["sync"]);
    assert_eq!(outcome.code, 2, "{}{}", outcome.out, outcome.err);
    assert!(outcome.err.contains("locales/fr-FR/b.ftl:1: the file is empty"), "{}", outcome.err);
    assert!(outcome.err.contains("`git checkout -- locales/fr-FR/b.ftl`"), "{}", outcome.err);
    project.write("locales/fr-FR/b.ftl", &before["locales/fr-FR/b.ftl"]);
    assert_eq!(files(&project, "locales/"), before, "nothing was written");
    assert_eq!(project.sync().code, 0);
    // A structure that lost its bytes is made again.
    let structure = project.read("locales/en-US/b.yaml");
    project.write("locales/en-US/b.yaml", "");
    project.sync();
    assert_eq!(project.read("locales/en-US/b.yaml"), structure);
    assert!(project.read("locales/fr-FR/b.ftl").contains("Bêta."));
}

#[test]
fn a_resource_lies_beside_its_state_from_the_first_sync() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "A text.\n");
    project.sync();
    let exist = || ["a.ftl", "a.yaml"].map(|name| project.path(&format!("locales/fr-FR/{name}")).exists());
    assert_eq!(exist(), [false, false], "there is nothing to say yet");
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    let before = project.snapshot();
    project.sync();
    assert_eq!(project.snapshot(), before);
    assert_eq!(project.run(&["check", "--fail-on", "state-out-of-date"]).code, 0);
    // A translation takes the place of the line; what people write below it leaves it alone.
    project.write("locales/fr-FR/a.ftl", "### Translations of a.md\n\na-text = Un texte.\n");
    project.sync();
    assert_eq!(project.read("locales/fr-FR/a.ftl"), "### Translations of a.md\n\na-text = Un texte.\n");
    assert_eq!(exist(), [true, true]);
    // A document that goes takes both with it, unless there are translations to keep.
    project.write("source-docs/b.md", "Another text.\n");
    project.sync();
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    project.sync();
    assert_eq!(project.path("locales/fr-FR/b.ftl").exists(), project.path("locales/fr-FR/b.yaml").exists());
    // So does one whose only translation was deleted before.
    let texts = || ["b.ftl", "b.yaml"].map(|name| project.path(&format!("locales/fr-FR/{name}")).exists());
    project.write("source-docs/b.md", "Another text.\n");
    project.sync();
    project.write("locales/fr-FR/b.ftl", "another-text = Un autre.\n");
    project.sync();
    std::fs::remove_file(project.path("locales/fr-FR/b.ftl")).unwrap();
    project.run(&["sync", "--date", "2099-01-01"]);
    assert_eq!((project.read("locales/fr-FR/b.ftl").as_str(), texts()), ("### Translations of b.md\n", [true, true]));
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    project.sync();
    assert_eq!(texts(), [false, false]);
}

#[test]
fn files_are_changed_in_one_place_only() {
    let changing = [
        "fs::write(",
        "fs::rename(",
        "fs::remove_",
        "fs::create_dir",
        "fs::copy(",
        "fs::hard_link(",
        "File::create",
        "tempfile::",
    ];
    let mut wrong = Vec::new();
    for entry in ignore::WalkBuilder::new(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")).build().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "rs")
            || path.ends_with("project/disk.rs")
            || path.ends_with("project/git.rs")
        {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        wrong.extend(
            changing.iter().filter(|call| code.contains(*call)).map(|call| format!("{}: {call}", path.display())),
        );
    }
    assert_eq!(
        wrong,
        Vec::<String>::new(),
        "these calls belong into project/disk.rs (that of git works in the system's folder)"
    );
}
