//! Several runs share the work: merged by git, they leave what one run leaves.

use serde_json::Value;

use crate::support::{self, Project};

const PARTS: usize = 4;

/// A project of eight documents, some texts of which stand in several, that git has with handback's merge driver.
fn repository(more: &str) -> Project {
    let project = Project::new(&format!(
        "locales: [fr-FR, de-DE, {{fr-CA: [fr-FR]}}]\nmetadata: microsoft\n{}{more}",
        support::MADE_UP_WORDS
    ));
    for number in 0..8 {
        let text = format!(
            "---\ntitle: Manual {number}\nms.date: 01/01/2026\n---\n# Manual {number}\n\nBoats are moored at the quay.\n\n\
             Only page {number} says this.\n\nEven pages: {}.\n\n{}\n",
            if number % 2 == 0 { "the harbor closes at night" } else { "nothing" },
            if number > 4 { "[Manual](manual-0.md) has more." } else { "Nothing else." },
        );
        project.write(&format!("source-docs/part-{}/manual-{number}.md", number % 3), &text);
    }
    support::git(&project, &["init", "-q", "-b", "main"]);
    assert_eq!(project.run(&["init", "--git"]).code, 0);
    let driver = format!("'{}' merge-driver %O %A %B %P %Y", env!("CARGO_BIN_EXE_handback"));
    support::git(&project, &["config", "merge.handback.driver", &driver]);
    commit(&project, "sources");
    project
}

fn commit(project: &Project, subject: &str) {
    support::git(project, &["add", "-A"]);
    support::git(project, &["commit", "-q", "--allow-empty", "-m", subject]);
}

/// Runs commands as another machine would, which has what git has and nothing else.
fn elsewhere(project: &Project, commands: &[&[&str]]) {
    let _ = std::fs::remove_dir_all(project.path(".handback"));
    for command in commands {
        let outcome = project.run(&[*command, &["--date", "2026-01-31"]].concat());
        assert!(outcome.code < 2, "{command:?}: {} {}", outcome.out, outcome.err);
    }
}

fn files(project: &Project) -> Vec<(String, Vec<u8>)> {
    let all = project.snapshot().into_iter().map(|(name, bytes, _)| (name, bytes));
    all.filter(|(name, _)| !name.starts_with(".git/") && !name.starts_with(".handback/")).collect()
}

/// The same commands in all parts, each on a branch of its own, merged into `main`.
fn in_parts(project: &Project, commands: &[&[&str]]) {
    for part in 1..=PARTS {
        support::git(project, &["checkout", "-q", "-B", &format!("part-{part}"), "main"]);
        let shard = format!("{part}/{PARTS}");
        let commands: Vec<Vec<&str>> =
            commands.iter().map(|command| [*command, &["--shard", &shard]].concat()).collect();
        elsewhere(project, &commands.iter().map(Vec::as_slice).collect::<Vec<_>>());
        commit(project, &format!("part {part}"));
    }
    support::git(project, &["checkout", "-q", "main"]);
    for part in 1..=PARTS {
        support::git(project, &["merge", "-q", "--no-edit", &format!("part-{part}")]);
    }
}

fn lines_of(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let lines = files.iter().flat_map(|(name, bytes)| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().map(|line| format!("{name}: {line}")).collect::<Vec<_>>()
    });
    lines.collect()
}

#[track_caller]
fn assert_same(parts: &[(String, Vec<u8>)], one: &[(String, Vec<u8>)]) {
    let (parts, one) = (lines_of(parts), lines_of(one));
    let only = |lines: &[String], others: &[String]| -> Vec<String> {
        lines.iter().filter(|line| !others.contains(line)).cloned().collect()
    };
    assert_eq!((only(&parts, &one), only(&one, &parts)), (Vec::new(), Vec::new()), "only in parts, only in one");
    let first = parts.iter().zip(&one).position(|(part, one)| part != one);
    let around = |lines: &[String]| first.map(|at| lines[at.saturating_sub(3)..(at + 6).min(lines.len())].to_vec());
    assert_eq!(around(&parts), around(&one), "the first lines in another order");
}

#[test]
fn four_syncs_of_a_part_each_are_one_sync() {
    let project = repository("");
    in_parts(&project, &[&["sync"]]);
    let parts = files(&project);
    support::git(&project, &["checkout", "-q", "-B", "one", "part-1~1"]);
    elsewhere(&project, &[&["sync"]]);
    assert_same(&parts, &files(&project));
}

#[test]
fn each_part_writes_its_own_pages_only() {
    let project = repository("");
    let mut written = Vec::new();
    for part in 1..=PARTS {
        elsewhere(&project, &[&["sync", "--shard", &format!("{part}/{PARTS}")]]);
        let pages = files(&project).into_iter().map(|(name, _)| name);
        written.push(pages.filter(|name| name.starts_with("localized-docs/fr-FR/")).count());
        let _ = std::fs::remove_dir_all(project.path("localized-docs"));
    }
    assert_eq!(written.iter().sum::<usize>(), 8, "{written:?}");
    assert!(written.iter().all(|count| *count < 8), "{written:?}");
}

#[test]
fn four_syncs_that_draft_are_one_sync() {
    let project = repository("translate: {provider: pseudo}\n");
    in_parts(&project, &[&["sync"]]);
    elsewhere(&project, &[&["sync"]]);
    let parts = files(&project);
    support::git(&project, &["checkout", "-q", "-f", "-B", "one", "part-1~1"]);
    support::git(&project, &["clean", "-q", "-fd"]);
    elsewhere(&project, &[&["sync"]]);
    assert_same(&parts, &files(&project));
    assert!(project.read("localized-docs/fr-FR/part-0/manual-0.md").contains('⟦'));
}

#[test]
fn drafts_of_four_parts_are_those_of_one_run() {
    let project = repository("");
    let drafts: &[&str] = &["translate", "--provider", "pseudo"];
    in_parts(&project, &[&["sync"], drafts]);
    elsewhere(&project, &[&["sync"]]);
    let parts = files(&project);
    support::git(&project, &["checkout", "-q", "-f", "-B", "one", "part-1~1"]);
    support::git(&project, &["clean", "-q", "-fd"]);
    elsewhere(&project, &[&["sync"], drafts, &["sync"]]);
    assert_same(&parts, &files(&project));
}

#[test]
fn the_parts_of_a_check_find_what_one_finds() {
    let project = repository("");
    elsewhere(&project, &[&["sync"], &["translate", "--provider", "pseudo"], &["sync"]]);
    let name = "source-docs/part-0/manual-0.md";
    project.edit(name, "Only page 0 says this.", "Only page 0 says that, see [this](gone.md).");
    project.edit("source-docs/part-1/manual-1.md", "moored", "tied");
    let found = |shard: &[&str]| {
        let outcome = project.run(&[&["check", "--format", "json", "--date", "2026-02-28"], shard].concat());
        let report: Value = serde_json::from_str(&outcome.out).unwrap();
        let findings: Vec<String> = report["findings"].as_array().unwrap().iter().map(Value::to_string).collect();
        findings
    };
    let mut parts: Vec<String> = (1..=PARTS).flat_map(|part| found(&["--shard", &format!("{part}/{PARTS}")])).collect();
    let mut one = found(&[]);
    parts.sort();
    one.sort();
    assert_eq!(parts, one);
    assert!(one.iter().any(|finding| finding.contains("stale")) && one.len() > 5, "{one:#?}");
}

#[test]
fn a_part_that_there_is_not_is_misuse() {
    let outcome = repository("").run(&["sync", "--shard", "5/4"]);
    assert_eq!(outcome.code, 2);
    insta::assert_snapshot!(outcome.err.trim_end(), @r"
    error: invalid value '5/4' for '--shard <I/N>': `5/4` is no part: expected one such as `1/4`, from `1/4` to `4/4`

    For more information, try '--help'.
    ");
}
