//! Real pages in three locales, out and back in every format.

#![expect(clippy::print_stderr, reason = "totals belong in the report of a run")]

use handback_core::exchange::{Format, Incoming, Package};

use super::worked_on;
use crate::support::{self, Project, corpus};

/// What nobody translated changes nothing, in any format; what somebody did arrives, and nothing else changes.
#[test]
fn real_texts_come_back_as_they_went_out() {
    let Some(corpus) = corpus() else { return };
    let variables = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/variables.yaml")).unwrap();
    for locale in ["fr-FR", "es-ES", "ja-JP"] {
        let project = Project::new(&format!("locales: [{locale}]\n{variables}"));
        support::copy(&corpus.join("en"), &project.path("source-docs"));
        support::copy(&corpus.join(locale), &project.path("pages"));
        let adopted = project.run(&["adopt", "--locale", locale, "pages", "--date", "2026-01-31"]);
        assert!(adopted.code < 2, "{}", adopted.err);
        project.sync();
        for format in Format::ALL {
            let out = |name: &str| format!("out/{name}/{locale}.{}", format.extension());
            let folder = format!("out/{}", format.name());
            let exported = project.run(&["export", "--format", format.name(), "--state", "all", "--out", &folder]);
            assert_eq!(exported.code, 0, "{}", exported.err);
            let report = dry_run(&project, &out(format.name()));
            let texts = report["texts"].as_u64().unwrap();
            let least = if format == Format::Tmx { 1_000 } else { 1_500 };
            assert!(texts > least, "{locale} {format:?}: {texts} texts");
            for key in ["changes", "refused", "problems"] {
                assert_eq!(report[key], serde_json::json!([]), "{locale} {format:?}");
            }
            let worked = work_on_some(&project, format, &out(format.name()));
            let report = dry_run(&project, &out(format.name()));
            let changes = report["changes"].as_array().unwrap();
            let mut changed: Vec<&str> = changes.iter().map(|change| change["id"].as_str().unwrap()).collect();
            changed.sort_unstable();
            assert_eq!(changed, worked, "{locale} {format:?}: {}", report["refused"]);
            assert!(changes.iter().all(|change| change["what"] == "translated" && change["by"] == "Ada"));
            eprintln!("{locale} {}: {texts} texts, 0 changes; {} changed", format.name(), worked.len());
        }
    }
}

/// Words some texts otherwise, of those that have nothing but words; returns their names.
fn work_on_some(project: &Project, format: Format, file: &str) -> Vec<String> {
    let path = project.path(file);
    let (_, returned) = Format::read(file, &std::fs::read(&path).unwrap()).unwrap();
    let is_word = |c: char| c.is_alphabetic() || c == ' ';
    let is_plain = |text: &&Incoming| text.target.as_deref().is_some_and(|target| target.chars().all(is_word));
    let chosen: Vec<&Incoming> = returned.texts.iter().filter(is_plain).step_by(9).collect();
    assert!(chosen.len() > 5, "{}", chosen.len());
    let other = |text: &Incoming| text.target.as_deref().map(|target| format!("{target} ter"));
    let texts = chosen.iter().map(|text| worked_on(text, other(text).as_deref(), false));
    let locale = returned.texts[0].ticket.locale.clone();
    let package =
        Package { source_locale: "en-US".into(), locale, version: "1".into(), texts: texts.collect(), filled: false };
    std::fs::write(path, format.write(&package)).unwrap();
    let mut names: Vec<String> = chosen.iter().map(|text| text.ticket.name()).collect();
    names.sort_unstable();
    names
}

fn dry_run(project: &Project, file: &str) -> serde_json::Value {
    let outcome = project.run(&["import", file, "--translator", "Ada", "--dry-run", "--format", "json"]);
    serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err))
}
