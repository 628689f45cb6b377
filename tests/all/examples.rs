//! The files under `examples/ci` and `ci` call the program as it is.

use std::path::Path;

use crate::support::Project;

#[test]
fn every_option_in_the_examples_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        "ci/bot/sync.sh",
        "ci/github/check.sh",
        "ci/github/drift.sh",
        "ci/gitlab/handback.yml",
        "examples/ci/pre-commit-config.yaml",
        ".pre-commit-hooks.yaml",
    ];
    let project = Project::new("locales: [fr-FR]\n");
    let mut seen = 0;
    for file in files {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            let Some((_, call)) = line.split_once("handback ") else { continue };
            let mut words = call.split([' ', ',', '[', ']']).filter(|word| !word.is_empty());
            let command = words.next().unwrap();
            if !["check", "diff", "review", "sync"].contains(&command) {
                continue;
            }
            let help = project.run(&[command, "--help"]);
            assert_eq!(help.code, 0, "{file}: handback {command}");
            let own: Vec<&str> = words.take_while(|word| !["&&", "||", ">", "|"].contains(word)).collect();
            for option in own.iter().filter(|word| word.starts_with("--")) {
                assert!(help.out.contains(option), "{file}: `handback {command}` has no {option}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 6, "only {seen} options");
}

#[test]
fn the_configuration_in_the_example_is_one() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci/README.md")).unwrap();
    let yaml = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let project = Project::new(&format!("locales: [fr-FR]\n{yaml}"));
    project.write("source-docs/a.md", "# A\n\nText to translate.\n");
    project.sync();
    let outcome = project.run(&["check"]);
    assert_eq!(outcome.code, 1, "{}{}", outcome.out, outcome.err);
}
