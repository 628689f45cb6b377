//! What commands print, and what a fresh project looks like.

use crate::support::Project;

#[test]
fn status_counts_add_up() {
    let project = Project::sample();
    let outcome = project.run(&["status", "--format", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let status: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(status["version"], 1);
    let number =
        |locale: &str, key: &str| status["locales"][locale][key].as_u64().unwrap_or_else(|| panic!("{locale}.{key}"));
    for locale in ["fr-FR", "de-DE", "es-ES", "ja-JP"] {
        let sum = number(locale, "current") + number(locale, "stale") + number(locale, "missing");
        assert_eq!(sum, number(locale, "messages"));
        assert_eq!(number(locale, "human") + number(locale, "machine"), number(locale, "current"));
        assert!(number(locale, "units") > number(locale, "messages") && number(locale, "words") > 0);
        assert_eq!(number(locale, "documents"), 10);
    }
    assert_eq!(number("fr-FR", "stale") + number("fr-FR", "missing"), 0, "the French sample is complete");
    assert!(number("de-DE", "stale") > 0 && number("de-DE", "missing") > 0);
}

#[test]
fn status_for_people() {
    let project = Project::sample();
    insta::assert_snapshot!(project.run(&["status"]).out);
}

#[test]
fn units_of_the_sample() {
    let project = Project::sample();
    insta::assert_snapshot!(project.run(&["units", "source-docs/docs/certification-guide.md"]).out);
    let json: serde_json::Value = serde_json::from_str(&project.run(&["units", "--format", "json"]).out).unwrap();
    let units = json["units"].as_array().unwrap();
    assert!(units.len() > 1000);
    for key in ["document", "line", "kind", "place", "text", "translatable", "id"] {
        assert!(units.iter().all(|unit| !unit[key].is_null()), "{key}");
    }
}

#[test]
fn localised_pages_of_the_sample() {
    let project = Project::sample();
    project.sync();
    for page in [
        "fr-FR/docs/certification-guide.md",
        "fr-FR/apps/outlook/fabrikam-mail-guard.md",
        "ja-JP/index.yml",
        "fr-FR/zone-pivot-groups.yml",
    ] {
        let text = project.read(&format!("localized-docs/{page}"));
        // The commit of the hand-off is another in every clone that rewrites history.
        let text: String = text.split_inclusive('\n').filter(|line| !line.contains("ms.sourcegitcommit")).collect();
        insta::assert_snapshot!(page.replace('/', "__"), text);
    }
}

#[test]
fn the_source_locale_renders_to_the_sources() {
    let project = Project::sample();
    let outcome = project.run(&["render", "--locale", "en-US", "--out", "out"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    for (name, bytes, _) in project.snapshot() {
        if let Some(document) = name.strip_prefix("source-docs/").filter(|name| !name.ends_with(".png")) {
            assert_eq!(std::fs::read(project.path("out").join(document)).unwrap(), bytes, "{document}");
        }
    }
}

#[test]
fn resources_load_in_fluent_bundle() {
    let project = Project::sample();
    let mut count = 0;
    for locale in ["en-US", "fr-FR", "de-DE", "es-ES", "ja-JP"] {
        let mut bundle = fluent_bundle::FluentBundle::new(vec![locale.parse().unwrap()]);
        for (name, bytes, _) in project.snapshot() {
            if !name.starts_with(&format!("locales/{locale}/")) || !name.ends_with(".ftl") {
                continue;
            }
            let resource = fluent_bundle::FluentResource::try_new(String::from_utf8(bytes).unwrap());
            let resource = resource.unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
            // One bundle takes all files: ids are unique in the whole project.
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
            count += 1;
        }
    }
    assert!(count > 30);
}

#[test]
fn init_finds_locales_and_two_lines_are_enough() {
    let project = Project::new("");
    std::fs::remove_file(project.path("handback.yaml")).unwrap();
    for folder in ["locales/de-DE", "localized-docs/pt-BR", "zh-Hant-TW", "docs", "src"] {
        std::fs::create_dir_all(project.path(folder)).unwrap();
    }
    let outcome = project.run(&["init"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    insta::assert_snapshot!(project.read("handback.yaml"));
    project.write("source-docs/a.md", "Words\n");
    project.sync();
    assert!(project.path("localized-docs/pt-BR/a.md").exists());

    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    project.write("source-docs/a.md", "Words\n");
    project.sync();
    assert!(project.read("localized-docs/fr-FR/a.md").contains("Words"));
}

#[test]
fn the_committed_schema_is_that_of_the_program() {
    let project = Project::new("");
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/handback.schema.json")).unwrap();
    assert!(project.run(&["schema"]).out == committed, "run `handback schema > handback.schema.json`");
}

#[test]
fn the_output_may_lie_elsewhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    let project =
        Project::new(&format!("locales: [fr-FR]\noutput: {}/docs.{{locale}}/{{path}}\n", elsewhere.path().display()));
    project.write("source-docs/sub/a.md", "Words\n");
    project.sync();
    assert!(elsewhere.path().join("docs.fr-FR/sub/a.md").exists());
}

#[test]
fn sources_may_lie_everywhere() {
    let project = Project::new("locales: [fr-FR]\nsources: [\"**/*.md\", \"!drafts/**\"]\n");
    project.write("a.md", "Words\n");
    project.write("sub/b.md", "More words\n");
    project.write("drafts/c.md", "Not yet\n");
    for _ in 0..2 {
        assert!(project.sync().out.starts_with("2 documents,"));
    }
    assert!(project.path("localized-docs/fr-FR/sub/b.md").exists());
    let from_below = std::process::Command::new(env!("CARGO_BIN_EXE_handback"))
        .args(["sync", "b.md"])
        .current_dir(project.path("sub"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&from_below.stdout).starts_with("1 document,"), "{from_below:?}");
}

#[test]
fn a_sync_in_json() {
    let project = Project::new("locales: [fr-FR]\nmetadata: none\n");
    project.write("source-docs/a.md", "Words\n");
    let outcome = project.run(&["sync", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["english"]["added"], 1);
    assert_eq!(report["written"].as_array().unwrap().len(), 4, "reference, structure, hand-off, page");
    let again: serde_json::Value = serde_json::from_str(&project.run(&["sync", "--format", "json"]).out).unwrap();
    assert_eq!((again["up_to_date"].as_bool(), again["written"].as_array().unwrap().len()), (Some(true), 0));
}

const COMMANDS: [&str; 15] = [
    "sync",
    "translate",
    "extract",
    "render",
    "diff",
    "check",
    "review",
    "accept",
    "status",
    "adopt",
    "unify",
    "units",
    "variables",
    "init",
    "schema",
];

#[test]
fn help_has_the_options_of_all_commands_behind_the_command_s_own() {
    let project = Project::new("");
    for command in COMMANDS {
        let help = project.run(&[command, "-h"]).out;
        let (own, global) = help.split_once("\nGlobal options:\n").unwrap_or_else(|| panic!("{command}: {help}"));
        let options = |text: &str| -> Vec<String> {
            let words = text.lines().filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--")));
            words.map(|word| word.trim_end_matches(',').to_owned()).collect()
        };
        assert_eq!(options(global), ["--config", "--jobs", "--format", "--color", "--quiet", "--verbose"], "{command}");
        assert_eq!(options(own).last().unwrap(), "--help", "{command}");
    }
}

#[test]
fn the_json_of_all_commands_has_one_form() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "# A\n\nWords that stand here.\n");
    project.write("old/a.md", "# A\n\nDes mots.\n");
    project.sync();
    // `init` has nothing to report, and what `schema` prints is a schema.
    for command in COMMANDS.into_iter().filter(|command| !["init", "schema"].contains(command)) {
        let more: &[&[&str]] = match command {
            "accept" => &[&["--all-cosmetic"]],
            "adopt" => &[&["old", "--locale", "fr-FR", "--dry-run"]],
            "diff" => &[&[], &["--output-docs"]],
            "variables" => &[&[], &["--suggest"]],
            _ => &[&[]],
        };
        for more in more {
            let outcome = project.run(&[&[command, "--format", "json"], *more].concat());
            let report: serde_json::Value = serde_json::from_str(&outcome.out)
                .unwrap_or_else(|_| panic!("{command}: {}{}", outcome.out, outcome.err));
            assert_eq!(outcome.out, format!("{report:#}\n"), "{command} {more:?}");
            let head = format!("{{\n  \"version\": 1,\n  \"command\": \"{command}\",\n");
            assert!(outcome.out.starts_with(&head), "{command} {more:?}: {}", outcome.out);
        }
    }
}
