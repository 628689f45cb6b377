//! What a locale has of its own, at the doors of the catalog: merges, kills, other homes of texts, lost states.

use crate::support::{Project, copy, git};
use handback::project::faults::{self, Fault};

const ENGLISH: &str = "# Pumps\n\nStart the pump at `pump start`:\n\n```sh\n# all pumps\npump start --all\n```\n\nStop it with `pump stop`.\n\nSee the end at `pump end`.\n";
const PAGE: &str = "# Pumpen\n\nStarten Sie die Pumpe mit `pump start`:\n\n```sh\n# alle Pumpen\npump start --all\n```\n\nHalten Sie sie mit `pump stop` an.\n\nNur in der Schweiz.\n\nDas Ende: siehe `pump end`.\n";
const OUT: &str = "localized-docs/de-DE/a.md";
const FTL: &str = "locales/de-DE/a.ftl";
const YAML: &str = "locales/de-DE/a.yaml";

fn unadopted() -> Project {
    let project = Project::new("locales: [de-DE]\nmetadata: none\nanchors: false\nnewline: source\n");
    project.write("source-docs/a.md", ENGLISH);
    project.write("pages/a.md", PAGE);
    project
}

fn adopt(project: &Project) {
    project.run(&["adopt", "--locale", "de-DE", "pages", "--date", "2026-01-31"]);
}

/// A project with an addition and a block of its own.
fn adopted() -> Project {
    let project = unadopted();
    adopt(&project);
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    project
}

fn commit(project: &Project, subject: &str) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "--allow-empty", "-m", subject]);
}

/// A repository with two branches of one project, `ours` checked out.
fn branches(driver: bool, ours: impl FnOnce(&Project), theirs: impl FnOnce(&Project)) -> Project {
    let project = adopted();
    project.write(".gitignore", ".handback/\nrescued-pages/\n");
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["config", "user.name", "t"]);
    git(&project, &["config", "user.email", "t@contoso.com"]);
    if driver {
        assert_eq!(project.run(&["init", "--git"]).code, 0);
        let driver = format!("'{}' merge-driver %O %A %B %P %Y", env!("CARGO_BIN_EXE_handback"));
        git(&project, &["config", "merge.handback.driver", &driver]);
    }
    commit(&project, "base");
    git(&project, &["checkout", "-q", "-b", "theirs"]);
    theirs(&project);
    project.run(&["sync", "--date", "2026-02-02"]);
    commit(&project, "theirs");
    git(&project, &["checkout", "-q", "main"]);
    ours(&project);
    project.run(&["sync", "--date", "2026-02-02"]);
    commit(&project, "ours");
    let output =
        std::process::Command::new("git").args(["merge", "-q", "theirs"]).current_dir(project.path("")).output();
    if !output.unwrap().status.success() {
        let resolved = project.run(&["resolve"]);
        assert_eq!(resolved.code, 0, "{}{}", resolved.out, resolved.err);
    }
    project.run(&["sync", "--date", "2026-03-03"]);
    project
}

/// What is of its own is there once, with its state.
fn has_both(project: &Project, addition: &str, code: &str) {
    let (resource, state) = (project.read(FTL), project.read(YAML));
    for text in [addition, code] {
        assert_eq!(resource.matches(text).count(), 1, "{text}: {resource}");
        assert!(project.read(OUT).contains(text), "{text}: {}", project.read(OUT));
    }
    assert_eq!((state.matches("addition: ").count(), state.matches("block: ").count()), (1, 1), "{state}");
}

#[test]
fn edits_of_two_branches_merge() {
    for driver in [false, true] {
        let project = branches(
            driver,
            |project| project.edit(FTL, "Nur in der Schweiz.", "Nur in Bern."),
            |project| project.edit(FTL, "# alle Pumpen", "# wirklich alle"),
        );
        has_both(&project, "Nur in Bern.", "# wirklich alle");
        // The English moves in one branch, and the German is edited in the other.
        let project = branches(
            driver,
            |project| project.edit("source-docs/a.md", "Stop it with", "Now stop it with"),
            |project| project.edit(FTL, "Nur in der Schweiz.", "Nur in Bern."),
        );
        has_both(&project, "Nur in Bern.", "# alle Pumpen");
        let project = branches(
            driver,
            |project| project.edit("source-docs/a.md", "--all", "--every"),
            |project| project.edit(FTL, "# alle Pumpen", "# wirklich alle"),
        );
        assert!(project.read(FTL).contains("# wirklich alle"));
        assert!(project.read(OUT).contains("# all pumps\npump start --every"), "it is of the English before");
    }
}

#[test]
fn two_wordings_of_two_people_wait_for_a_decision() {
    for driver in [false, true] {
        let project = branches(
            driver,
            |project| project.edit(FTL, "# alle Pumpen", "# wirklich alle"),
            |project| project.edit(FTL, "# alle Pumpen", "# ganz alle"),
        );
        let (resource, state) = (project.read(FTL), project.read(YAML));
        assert!(resource.contains("# wirklich alle"), "{resource}");
        assert!(state.contains("alternatives: ") && state.contains("# ganz alle"), "{state}");
        let check = project.run(&["review", "--format", "json", "--state", "human", "--text", "ganz alle"]);
        assert!(check.out.contains("\"own\": \"block\""), "{}", check.out);
    }
}

#[test]
fn both_branches_may_adopt_the_same_page() {
    let project = unadopted();
    project.sync();
    project.write(".gitignore", ".handback/\n");
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["config", "user.name", "t"]);
    git(&project, &["config", "user.email", "t@contoso.com"]);
    commit(&project, "base");
    git(&project, &["checkout", "-q", "-b", "theirs"]);
    project.edit("pages/a.md", "# alle Pumpen", "# wirklich alle");
    adopt(&project);
    commit(&project, "theirs");
    git(&project, &["checkout", "-q", "main"]);
    adopt(&project);
    commit(&project, "ours");
    let merge =
        std::process::Command::new("git").args(["merge", "-q", "theirs"]).current_dir(project.path("")).output();
    if !merge.unwrap().status.success() {
        project.run(&["resolve"]);
    }
    project.run(&["sync", "--date", "2026-03-03"]);
    has_both(&project, "Nur in der Schweiz.", "# alle Pumpen");
    assert!(project.read(YAML).contains("# wirklich alle"), "{}", project.read(YAML));
}

#[test]
fn a_text_that_becomes_shared_takes_along_what_stands_behind_it() {
    let project = adopted();
    project.write("source-docs/b.md", "Start the pump at `pump start`:\n\nStop it with `pump stop`.\n");
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    has_both(&project, "Nur in der Schweiz.", "# alle Pumpen");
    // Its code and link are lifted, and put back.
    project.write("source-docs/b.md", "Start the pump at `pump begin`:\n\nStop it with `pump end`.\n");
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    project.run(&["sync", "--prune", "--date", "2026-02-02"]);
    project.write("handback.yaml", &format!("{}lift: never\n", project.read("handback.yaml")));
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    project.run(&["unify"]);
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    has_both(&project, "Nur in der Schweiz.", "# alle Pumpen");
}

#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let before = unadopted();
    let expected = adopted();
    for at in (1..200).step_by(3) {
        let project = Project::new("");
        copy(&before.path(""), &project.path(""));
        let guard = faults::inject(&project.path(""), at, Fault::Onwards(28));
        let config = handback::settings::config::Config::read(&project.path("handback.yaml")).unwrap();
        let done = handback::commands::adopt::run(&config, &job(&project)).is_ok();
        drop(guard);
        adopt(&project);
        project.sync();
        assert_eq!(project.read(OUT), PAGE, "call {at}");
        assert_eq!((project.read(FTL), project.read(YAML)), (expected.read(FTL), expected.read(YAML)), "call {at}");
        if done {
            return;
        }
    }
    panic!("it is never done");
}

fn job(project: &Project) -> handback::commands::adopt::AdoptJob {
    let today = handback_core::text::date::Date::constant(2026, 1, 31);
    handback::commands::adopt::AdoptJob {
        scope: handback::snapshot::Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today },
        locale: "de-DE".into(),
        folder: Some(project.path("pages")),
        source_at: None,
        options: handback::commands::adopt::decide::AdoptOptions::default(),
        dry_run: false,
    }
}

#[test]
fn a_lost_state_comes_back_from_the_records() {
    let project = adopted();
    let state = project.read(YAML);
    std::fs::remove_file(project.path(YAML)).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @r"
    $ handback sync --date 2026-02-02
    1 document, 4 units in 4 messages (0 shared by several documents)
    de-DE  ████████████████████████  100 % current: 4 human, 0 machine; 0 stale, 0 missing
           4 whose freshness is unproven: adopted from pages whose English was not found
        de-DE: 6 known from elsewhere
    Wrote 1 file.
    --- exit code 0
    ");
    assert_eq!(project.read(OUT), PAGE);
    assert_eq!(project.read(YAML), state);
}

#[test]
fn a_place_that_nobody_knows_is_named_as_lost_and_nothing_is_deleted() {
    let project = adopted();
    let resource = project.read(FTL);
    std::fs::remove_file(project.path(YAML)).unwrap();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-02-02"]), @"
    $ handback sync --date 2026-02-02
    1 document, 4 units in 4 messages (0 shared by several documents)
    de-DE  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 0 machine, 4 unproven; 0 stale, 0 missing
        de-DE: 4 of unknown origin (now unproven), 2 unknown to the reference (left alone)
    Wrote 2 files.
    Next for de-DE translators: 4 translations of unknown origin to approve (`handback review --locale de-DE`).
    --- stderr
    warning: localized-docs/de-DE/a.md: was not as the catalog has it (line 12); a copy is kept as rescued-pages/localized-docs/de-DE/a.md: `handback sync --take-edits` would have taken the edit over
    --- exit code 0
    ");
    assert_eq!(project.read(FTL), resource);
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    locales/de-DE/a.ftl:14: warning[unknown-message]: the place of `addition-50b681d9` is lost: the state that says where it stands is not there
        fix: bring the state back from git, or adopt a page that has it; else remove the message
    locales/de-DE/a.ftl:17: warning[unknown-message]: the place of `block-bdcc58a0` is lost: the state that says where it stands is not there
        fix: bring the state back from git, or adopt a page that has it; else remove the message
    source-docs/a.md:1: warning[unknown-author]: it is not known whether a person or a machine made the de-DE translation: “Pumps” (pumps)
        fix: have a person read `pumps` and approve or edit it
    source-docs/a.md:3: warning[unknown-author]: it is not known whether a person or a machine made the de-DE translation: “Start the pump at `pump start`:” (start-the-pump-at-pump-start)
        fix: have a person read `start-the-pump-at-pump-start` and approve or edit it
    source-docs/a.md:10: warning[unknown-author]: it is not known whether a person or a machine made the de-DE translation: “Stop it with `pump stop`.” (stop-it-with-pump-stop)
        fix: have a person read `stop-it-with-pump-stop` and approve or edit it
    source-docs/a.md:12: warning[unknown-author]: it is not known whether a person or a machine made the de-DE translation: “See the end at `pump end`.” (see-the-end-at-pump-end)
        fix: have a person read `see-the-end-at-pump-end` and approve or edit it
    0 errors, 6 warnings in 1 document, 1 locale.
    --- exit code 0
    ");
    // A page that has it gives the place back.
    adopt(&project);
    project.sync();
    assert_eq!(project.read(OUT), PAGE);
    assert_eq!(project.read(FTL).matches("Nur in der Schweiz.").count(), 1, "{}", project.read(FTL));
}

#[test]
fn a_check_lists_what_is_of_its_own_if_that_is_asked_for() {
    let project = adopted();
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    Clean: 1 document, 1 locale.
    --- exit code 0
    ");
    project
        .write("handback.yaml", &format!("{}checks: {{levels: {{own-text: note}}}}\n", project.read("handback.yaml")));
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-02-02"]), @r"
    $ handback check --date 2026-02-02
    source-docs/a.md:5: note[own-text]: de-DE: the page has this block of code in another form than its English: “```sh # all pumps pump start --all ```” (block-bdcc58a0)
        fix: nothing, if that is meant; edit it in locales/de-DE/a.ftl
    source-docs/a.md:11: note[own-text]: de-DE: the page has this block beyond its English
        fix: nothing, if that is meant; edit or remove it in locales/de-DE/a.ftl
    Clean: 1 document, 1 locale.
    --- exit code 0
    ");
}
