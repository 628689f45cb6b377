//! `handback check --changed-since`: a branch answers for what it touches, and for nothing else.

use handback::commands::check::{self, CheckJob};
use handback::settings::config::Config;
use handback::snapshot::Scope;
use handback_core::text::date::Date;
use serde_json::Value;

use crate::support;
use crate::support::{Project, git};

/// Two documents that share a text, translated into two locales, on a branch of a settled `main`.
fn branch(prepare: impl FnOnce(&Project)) -> Project {
    let project = Project::new("locales: [de-DE, fr-FR]\n");
    project.write(".gitignore", ".handback/\n");
    for name in ["a", "b"] {
        let text = format!("# App {name}\n\nBoth say this.\n\nOnly {name} says this.\n");
        project.write(&format!("source-docs/{name}.md"), &text);
    }
    project.sync();
    for locale in ["de-DE", "fr-FR"] {
        support::translate(&project, locale, |text| Some(format!("{locale} {text}")));
    }
    project.sync();
    prepare(&project);
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    git(&project, &["switch", "-qc", "work"]);
    project
}

/// What a branch answers for, beside what it does not touch: `locale document-or-page id` of each finding.
fn touched(project: &Project, code: &str) -> Vec<String> {
    let outcome = project.run(&["check", "--format", "json", "--changed-since", "main", "--fail-on", code]);
    let report: Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}{}", outcome.out, outcome.err));
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let found = report["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    found.map(|f| format!("{} {} {}", word(&f["locale"]), word(&f["document"]), word(&f["id"]))).collect()
}

fn append(project: &Project, name: &str, text: &str) {
    let before = std::fs::read_to_string(project.path(name)).unwrap_or_default();
    project.write(name, &(before + text));
}

#[test]
fn a_page_is_touched_by_what_it_is_made_from() {
    const ALL_FRENCH: [&str; 2] = ["fr-FR a.md -", "fr-FR b.md -"];
    let cases: [(&str, &[&str]); 8] = [
        ("locales/fr-FR/a.ftl", &["fr-FR a.md -"]),
        ("locales/fr-FR/a.yaml", &["fr-FR a.md -"]),
        ("locales/de-DE/b.ftl", &["de-DE b.md -"]),
        ("locales/fr-FR/shared.ftl", &ALL_FRENCH),
        ("locales/fr-FR/shared.yaml", &ALL_FRENCH),
        ("locales/fr-FR/terms.ftl", &ALL_FRENCH),
        ("source-docs/a.md", &["de-DE a.md -", "fr-FR a.md -"]),
        ("README.md", &[]),
    ];
    // No page was committed: all are out of date, and have been so before the branch.
    let project = branch(|project| std::fs::remove_dir_all(project.path("localized-docs")).unwrap());
    assert!(touched(&project, "output-out-of-date").is_empty());
    for (file, pages) in cases {
        let before = std::fs::read_to_string(project.path(file)).ok();
        append(&project, file, "\n# touched\n");
        assert_eq!(touched(&project, "output-out-of-date"), pages, "{file}");
        match before {
            Some(before) => project.write(file, &before),
            None => std::fs::remove_file(project.path(file)).unwrap(),
        }
    }
    project.write("handback.yaml", "locales: [de-DE, fr-FR] # touched\n");
    assert_eq!(touched(&project, "output-out-of-date").len(), 4);
}

#[test]
fn a_page_without_a_source_is_touched_by_whoever_removed_the_source() {
    let project = branch(|_| ());
    std::fs::remove_file(project.path("source-docs/b.md")).unwrap();
    assert_eq!(touched(&project, "orphaned-output"), ["- - -", "- - -"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "two"]);
    git(&project, &["branch", "-qf", "main"]);
    assert!(touched(&project, "orphaned-output").is_empty());
}

#[test]
fn a_message_is_touched_by_its_line_of_the_state() {
    // Machines translated all of it, before the branch.
    let to_machine = |project: &Project| project.edit("locales/fr-FR/a.yaml", "type: HT", "type: MT");
    let project = branch(|project| {
        to_machine(project);
        project.sync();
    });
    assert!(touched(&project, "machine").is_empty());
    let state = project.read("locales/fr-FR/a.yaml");
    let line = state.split("\n\n").find(|block| block.contains("only-a-says-this:")).unwrap();
    project.edit("locales/fr-FR/a.yaml", line, &line.replace("origin: human", "origin: mt:other"));
    assert_eq!(touched(&project, "machine"), ["fr-FR a.md only-a-says-this"]);
}

/// What a check finds in what a branch touches, and whether it went by the last sync.
fn checked(project: &Project) -> (Value, bool) {
    let root = project.path("");
    let yaml = std::fs::read_to_string(project.path("handback.yaml")).unwrap();
    let config = Config::parse(&yaml, &root).unwrap();
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 2, 28) };
    let job = CheckJob { scope, fail_on: None, changed_since: Some("main".into()) };
    let report = check::check(&config, &job).unwrap();
    (serde_json::to_value(&report.findings).unwrap(), report.is_remembered)
}

#[test]
fn what_a_branch_touches_is_known_from_the_last_sync() {
    let project = branch(|_| ());
    project.sync();
    project.write("source-docs/a.md", "# App a\n\nBoth say this now.\n\nOnly a says this.\n");
    append(&project, "locales/fr-FR/b.ftl", "\nonly-x = x\n");
    for when in ["before a sync", "after it"] {
        let known = checked(&project);
        std::fs::remove_dir_all(project.path(".handback")).unwrap();
        let whole = checked(&project);
        assert_eq!(known.0, whole.0, "{when}");
        assert!(known.0.as_array().is_some_and(|found| found.len() > 1), "{when}: {}", known.0);
        assert!(!whole.1 && (known.1 || when == "before a sync"), "{when}");
        project.sync();
    }
}

#[test]
fn git_s_index_is_not_written() {
    let project = branch(|_| ());
    // The same bytes at another time: git would note that they are the same.
    let source = std::fs::File::options().write(true).open(project.path("source-docs/a.md")).unwrap();
    source.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    let index = || std::fs::read(project.path(".git/index")).unwrap();
    let before = index();
    assert_eq!(project.run(&["check", "--changed-since", "main"]).code, 0);
    assert!(index() == before);
    git(&project, &["status", "--short"]);
    assert!(index() != before, "git had nothing to note, so that nothing was shown");
}

#[test]
fn a_history_that_is_not_there_is_said() {
    let project = branch(|_| ());
    git(&project, &["checkout", "-q", "--orphan", "unrelated"]);
    git(&project, &["commit", "-qm", "another root"]);
    for command in ["check --changed-since main", "diff --since main"] {
        let outcome = project.run(&command.split(' ').collect::<Vec<_>>());
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{command}");
        assert!(
            outcome.err.contains("no commit in common") && outcome.err.contains("fetch-depth: 0"),
            "{}",
            outcome.err
        );
    }
}

#[test]
fn a_repository_that_git_cannot_read_is_not_called_none() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Alpha\n");
    project.sync();
    project.write(".git", "gitdir: elsewhere\n");
    for command in [&["diff", "--since", "HEAD"][..], &["check", "--changed-since", "HEAD"], &["resolve"]] {
        let outcome = project.run(command);
        assert_eq!(outcome.code, 2, "{command:?}: {}{}", outcome.out, outcome.err);
        assert!(outcome.err.contains("git says “not a git repository: "), "{command:?}: {}", outcome.err);
    }
}
