//! Machine translation of whole projects: nothing of a page may be lost on the way.
//!
//! Apertium is a real engine from Debian's packages. Where it is not installed its tests are skipped, unless
//! `HANDBACK_APERTIUM` is set: then it has to be there.

use std::path::Path;
use std::time::Instant;

use crate::support::{Project, copy, corpus, intact, markdown_below};

/// Whether Apertium is there, with a word on standard error if not.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn has_apertium() -> bool {
    let modes = ["eng-spa", "eng-cat", "cat-fra"];
    let missing =
        modes.iter().find(|mode| !Path::new("/usr/share/apertium/modes").join(format!("{mode}.mode")).is_file());
    let Some(mode) = missing else { return true };
    assert!(
        std::env::var_os("HANDBACK_APERTIUM").is_none(),
        "HANDBACK_APERTIUM is set, but Apertium's mode {mode} is not installed"
    );
    eprintln!(
        "skipped: Apertium's mode {mode} is not installed (packages apertium-eng-spa, apertium-eng-cat, apertium-fra-cat)"
    );
    false
}

/// Every page of every locale against its English.
fn assert_intact(project: &Project, locales: &[&str]) -> usize {
    let mut pages = 0;
    for (name, path) in markdown_below(&project.path("source-docs")) {
        let english = std::fs::read_to_string(path).unwrap();
        for locale in locales {
            let page = project.read(&format!("localized-docs/{locale}/{name}"));
            let differences = intact::differences(&english, &page);
            assert!(differences.is_empty(), "{locale} {name}:\n{}", differences.join("\n"));
            pages += 1;
        }
    }
    pages
}

/// Translates what is missing, regenerates, and looks at every page; all but a few texts must come out.
#[expect(clippy::print_stderr, reason = "figures for the reader of the test")]
fn translate_all(project: &Project, locales: &[&str], provider: &str, most_flawed: u64) {
    let start = Instant::now();
    let mut arguments = vec!["translate", "--provider", provider, "--format", "json", "--date", "2026-02-01"];
    locales.iter().for_each(|locale| arguments.extend(["--locale", locale]));
    let outcome = project.run(&arguments);
    let took = start.elapsed();
    assert!(outcome.code <= 1, "{}", outcome.err);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    for locale in report["locales"].as_array().unwrap() {
        let count = |name: &str| locale[name].as_u64().unwrap();
        eprintln!(
            "{} by {provider}: {} texts, {} characters, {} not translated; {took:.1?} for all locales",
            locale["locale"],
            count("needed"),
            count("characters"),
            count("flawed")
        );
        assert_eq!(count("needed"), count("from_memory") + count("translated") + count("flawed") + count("left"));
        assert!(count("flawed") <= most_flawed && count("left") == 0, "{}", report["problems"]);
    }
    let sync = project.run(&["sync", "--no-mt", "--date", "2026-02-01"]);
    assert_eq!(sync.code, 0, "{}", sync.err);
    assert_intact(project, locales);
    let check = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    let broken = ["junk", "unusable-translation", "unknown-placeable", "missing-variable", "duplicate-id"];
    for finding in report["findings"].as_array().unwrap() {
        assert!(!broken.contains(&finding["code"].as_str().unwrap()), "{finding}");
    }
    arguments.push("--dry-run");
    let again = project.run(&arguments);
    let again: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    for locale in again["locales"].as_array().unwrap() {
        assert!(locale["needed"].as_u64().unwrap() <= most_flawed, "what was translated is asked for again: {locale}");
    }
}

/// Every `every`-th document of the corpus, with the variables of its form.
fn corpus_project(corpus: &Path, locales: &str, every: usize) -> Project {
    let variables = include_str!("../../benches/variables.yaml");
    let project = Project::new(&format!("locales: [{locales}]\n{variables}"));
    for (name, path) in markdown_below(&corpus.join("en")).into_iter().step_by(every) {
        copy(&path, &project.path(&format!("source-docs/{name}")));
    }
    project
}

#[test]
fn apertium_translates_the_sample() {
    if has_apertium() {
        translate_all(&Project::sample(), &["es-ES", "fr-FR"], "apertium", 3);
    }
}

#[test]
fn apertium_translates_real_documents() {
    let Some(corpus) = corpus().filter(|_| has_apertium()) else { return };
    let project = corpus_project(&corpus, "es-ES, fr-FR", 10);
    translate_all(&project, &["es-ES", "fr-FR"], "apertium", 6);
}

#[test]
fn accented_english_goes_through_every_real_document() {
    let Some(corpus) = corpus() else { return };
    let project = corpus_project(&corpus, "qps-ploc", 1);
    translate_all(&project, &["qps-ploc"], "pseudo", 0);
}

/// Sharing and variables alone: at most 15 % of the characters go to a machine, whatever form it wants its
/// texts in.
#[test]
fn machines_are_sent_little_of_the_corpus() {
    let Some(corpus) = corpus() else { return };
    let project = corpus_project(&corpus, "fr-FR", 1);
    project.edit("handback.yaml", "variables:", "providers: {google: {project: p}}\nvariables:");
    project.run(&["sync", "--no-mt"]);
    let units = project.run(&["units", "--format", "json"]);
    let units: serde_json::Value = serde_json::from_str(&units.out).unwrap();
    let units = units["units"].as_array().unwrap().iter();
    let all: usize = units.map(|unit| unit["text"].as_str().unwrap().chars().count()).sum();
    for provider in ["apertium", "deepl", "azure", "google"] {
        let outcome = project.run(&["translate", "--dry-run", "--format", "json", "--provider", provider]);
        let report: serde_json::Value =
            serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
        let sent = report["locales"][0]["characters"].as_u64().unwrap() as usize;
        assert!(sent * 100 <= all * 15, "{provider}: {sent} of {all} characters");
    }
}
