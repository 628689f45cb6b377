//! Calls that change the disk fail once, or from there on, in every command that writes: each third one, or every one where
//! `HANDBACK_ALL_FAULTS` is set, which takes a quarter of an hour.

use handback::project::faults::{self, Fault};

use super::project::{Command, changed, changed_since_a_sync, copy, files, reported, run, settled, wordings};
use crate::support::Project;

const NO_SPACE: i32 = 28;
const BROKEN: i32 = 5;

/// Errors of the system, and whether all later calls fail too. Each point meets both ways; with `HANDBACK_ALL_FAULTS` set
/// also both errors in each.
fn faults_at(point: usize) -> Vec<(i32, bool)> {
    let all = [(NO_SPACE, false), (BROKEN, true), (BROKEN, false), (NO_SPACE, true)];
    match std::env::var_os("HANDBACK_ALL_FAULTS") {
        Some(_) => all.into(),
        None => all[if point.is_multiple_of(2) { 0..2 } else { 2..4 }].into(),
    }
}

/// What a command and the sync behind it make of a project, without faults.
fn whole(before: &Project, command: Command) -> Project {
    let project = copy(before);
    run(&project, command).unwrap();
    run(&project, Command::Sync).unwrap();
    project
}

/// Has a command fail at every point in every way, and runs it and a sync again after that.
fn every_point(before: &Project, command: Command) -> usize {
    every_point_of(&|| copy(before), &whole(before, command), command)
}

/// The same for projects that are made for each point: what a sync remembers of files does not outlive a copy.
fn every_point_of(make: &dyn Fn() -> Project, expected: &Project, command: Command) -> usize {
    let counted = make();
    let guard = faults::inject(&counted.path(""), 0, Fault::Nothing);
    run(&counted, command).unwrap();
    let points = guard.calls();
    drop(guard);
    assert!(points > 10, "{command:?} changed next to nothing: {points}");
    let step = if std::env::var_os("HANDBACK_ALL_FAULTS").is_some() { 1 } else { 3 };
    for at in (1..=points).step_by(step) {
        for (error, onwards) in faults_at(at) {
            let what = format!("{command:?}, call {at} of {points}, error {error}, onwards {onwards}");
            let project = make();
            let fault = if onwards { Fault::Onwards(error) } else { Fault::Once(error) };
            let guard = faults::inject(&project.path(""), at, fault);
            let outcome = run(&project, command);
            drop(guard);
            if outcome.is_ok() {
                let done = copy(&project);
                run(&done, Command::Sync).unwrap_or_else(|error| panic!("{what}: {error}"));
                assert_eq!(wordings(&done), wordings(expected), "{what}: said that all went well");
            }
            run(&project, command).unwrap_or_else(|error| panic!("{what}: {error}"));
            if command != Command::Sync {
                run(&project, Command::Sync).unwrap_or_else(|error| panic!("{what}: {error}"));
            }
            assert_eq!(wordings(&project), wordings(expected), "{what}\n{outcome:?}");
            assert_eq!(files(&project, "locales/"), files(expected, "locales/"), "{what}\n{outcome:?}");
            assert_pages(&project, expected, &what);
            assert_tidy(&project, &what);
        }
    }
    points
}

/// Every page is as it should be, and none that handback wrote itself passes for somebody's edit. The page of a renamed document may
/// be left under its old name: a check names it.
fn assert_pages(project: &Project, expected: &Project, what: &str) {
    let pages = files(project, "localized-docs/");
    for (name, page) in files(expected, "localized-docs/") {
        assert_eq!(pages.get(&name), Some(&page), "{what}: {name}");
    }
    assert_eq!(files(project, "rescued-pages/"), files(expected, "rescued-pages/"), "{what}");
}

/// No temporary files, no note.
fn assert_tidy(project: &Project, what: &str) {
    let left: Vec<String> = ignore::WalkBuilder::new(project.path(""))
        .standard_filters(false)
        .build()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".handback-") || name.starts_with("unfinished"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "{what}");
}

#[test]
fn the_project_moves_much_and_loses_nothing() {
    let project = changed();
    let before = wordings(&project);
    let reviewed = before.values().flatten().filter(|known| known.contains("Keep it short")).count();
    let machine = before.values().flatten().filter(|known| known.starts_with("MT")).count();
    assert_eq!((before.len(), reviewed, machine), (23, 8, 8), "{before:#?}");
    run(&project, Command::Sync).unwrap();
    let after = wordings(&project);
    assert_eq!(before, after);
    let names = files(&project, "locales/fr-FR");
    assert!(names.contains_key("locales/fr-FR/new.ftl") && !names.contains_key("locales/fr-FR/old.ftl"));
    assert!(names["locales/fr-FR/a.ftl"].contains("keep-this-sentence"), "no longer shared");
    assert!(names["locales/fr-FR/shared.ftl"].contains("gamma-alone"), "shared by now");
}

#[test]
fn a_sync_that_reads_only_what_changed() {
    let (report, expected) = (reported(&changed_since_a_sync()), whole(&changed_since_a_sync(), Command::Sync));
    assert!(report.reached.is_some(), "it read everything");
    every_point_of(&changed_since_a_sync, &expected, Command::Sync);
}

macro_rules! points {
    ($($name:ident: $before:ident, $command:ident;)*) => {
        $(#[test]
        fn $name() {
            every_point(&$before(), Command::$command);
        })*
    };
}

points! {
    sync: changed, Sync;
    sync_in_turns: changed, SyncInTurns;
    sync_with_drafts: changed, SyncWithDrafts;
    sync_with_drafts_in_turns: changed, SyncWithDraftsInTurns;
    extract: changed, Extract;
    accept: changed, Accept;
    adopt: changed, Adopt;
    unify: settled, Unify;
    translate: changed, Translate;
    translate_in_turns: changed, TranslateInTurns;
    decision: settled, Decision;
    many_decisions: settled, ManyDecisions;
}
