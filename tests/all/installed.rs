//! What an installed program has besides its commands: completions, manual pages, its version, and `-C`.

use std::process::Command;

use crate::support::Project;

/// The commands that the help lists.
fn commands(project: &Project) -> Vec<String> {
    let help = project.run(&["--help"]).out;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<String> = names.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(names.len() > 20, "{names:?}");
    names
}

#[test]
fn every_shell_completes_every_command() {
    let project = Project::new("");
    let names = commands(&project);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = project.run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""), "{shell}");
        for name in &names {
            assert!(script.out.contains(name.as_str()), "{shell} does not know `{name}`");
        }
        for option in ["dry-run", "changed-since", "fail-on"] {
            assert!(script.out.contains(option), "{shell} does not know `--{option}`");
        }
    }
    let unknown = project.run(&["completions", "tcsh"]);
    assert_eq!(unknown.code, 2, "{}", unknown.err);
    assert_eq!(project.run(&["completions", "bash", "--format", "json"]).code, 2);
}

#[test]
fn every_command_has_a_manual_page() {
    let project = Project::new("");
    let outcome = project.run(&["man", "pages/man1"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    for name in commands(&project).iter().filter(|name| *name != "help") {
        let page = project.read(&format!("pages/man1/handback-{name}.1"));
        assert!(page.contains(".SH SYNOPSIS") && page.contains(".SH OPTIONS"), "{name}: {page}");
    }
    assert!(project.read("pages/man1/handback.1").contains("Documentation localization with Project Fluent"));
    project.write("a-file", "");
    let outcome = project.run(&["man", "a-file"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.starts_with("error: a-file: cannot write manual pages: "), "{}", outcome.err);
}

#[test]
fn it_runs_in_the_folder_that_is_named() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# A\n\nWords that are here.\n");
    let elsewhere = tempfile::tempdir().unwrap();
    let run = |folder: &str, words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handback"));
        command.current_dir(elsewhere.path()).args(["-C", folder]).args(words).output().unwrap()
    };
    let folder = project.path("");
    let outcome = run(folder.to_str().unwrap(), &["sync", "source-docs/a.md"]);
    assert_eq!(outcome.status.code(), Some(0), "{outcome:?}");
    assert!(project.path("localized-docs/fr-FR/a.md").exists());
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    let after = Command::new(env!("CARGO_BIN_EXE_handback")).args(["status", "-C"]).arg(&folder).output().unwrap();
    assert_eq!(after.status.code(), Some(0), "behind the command, too: {after:?}");
    let outcome = run("nowhere", &["status"]);
    assert_eq!(outcome.status.code(), Some(2));
    let message = String::from_utf8(outcome.stderr).unwrap();
    assert!(message.starts_with("error: -C nowhere: cannot go to this folder: "), "{message}");
}

#[test]
fn init_writes_what_ci_needs() {
    let git =
        |project: &Project| Command::new("git").args(["init", "-q"]).current_dir(project.path("")).status().unwrap();
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    let outcome = project.run(&["init", "--locale", "fr-FR", "--ci", "github"]);
    assert_eq!(outcome.code, 2, "outside a repository: {}", outcome.out);
    assert!(outcome.err.contains("in no git repository"), "{}", outcome.err);
    git(&project);
    let outcome = project.run(&["init", "--ci", "github"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(outcome.out, "Wrote .github/workflows/translations.yml: pull requests are checked from now on.\n");
    let workflow = project.read(".github/workflows/translations.yml");
    assert!(
        workflow.starts_with("name: translations\n") && workflow.contains("      - uses: tools/handback@v"),
        "{workflow}"
    );
    project.write(".github/workflows/translations.yml", "# ours\n");
    let outcome = project.run(&["init", "--ci", "github"]);
    assert!(outcome.out.starts_with(".github/workflows/translations.yml is there already;"), "{}", outcome.out);
    assert!(outcome.out.ends_with(&format!("{workflow}\n")), "{}", outcome.out);
    assert_eq!(project.read(".github/workflows/translations.yml"), "# ours\n");
    project.write("docs/handback.yaml", "locales: [fr-FR]\n");
    let outcome = project.run(&["-C", "docs", "init", "--ci", "gitlab"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(project.read(".gitlab-ci.yml").contains("      directory: \"docs\"\n"));
    assert_eq!(project.run(&["init", "--ci", "another"]).code, 2);
}

#[test]
fn quiet_is_quiet_and_verbose_names_files() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    for name in 0..50 {
        project.write(&format!("source-docs/{name}.md"), &format!("# Page {name}\n"));
    }
    let outcome = project.run(&["sync", "-q"]);
    assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", ""));
    project.write("source-docs/0.md", "# The first page\n");
    let outcome = project.run(&["sync", "--verbose"]);
    assert!(outcome.out.contains("\n  localized-docs/fr-FR/0.md\n"), "{}", outcome.out);
    std::fs::remove_dir_all(project.path("localized-docs")).unwrap();
    let outcome = project.run(&["-v", "sync", "--dry-run"]);
    assert_eq!(outcome.out.matches("\n  localized-docs/").count(), 50, "{}", outcome.out);
    // What is asked for is shown, and so are problems.
    assert!(project.run(&["status", "-q"]).out.starts_with("50 documents"), "a question is answered");
    let outcome = project.run(&["sync", "nowhere.md", "--quiet"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(outcome.err.starts_with("error: "), "{}", outcome.err);
    assert_eq!(project.run(&["sync", "-q", "-v"]).code, 2);
}

#[test]
fn the_version_begins_with_that_of_the_package() {
    let version = Project::new("").run(&["--version"]).out;
    let rest = version.strip_prefix(concat!("handback ", env!("CARGO_PKG_VERSION"))).unwrap();
    assert!(rest == "\n" || (rest.starts_with(" (") && rest.ends_with(")\n")), "{version:?}");
}
