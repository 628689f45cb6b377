//! Since when a translation is missing: by the text, not by the page.

use crate::support;
use std::collections::BTreeMap;

use crate::support::Project;
use serde_json::Value;

fn project(documents: &[(&str, &str)]) -> Project {
    let project = Project::new("locales: [fr-FR]\n");
    for (name, text) in documents {
        project.write(&format!("source-docs/{name}.md"), text);
    }
    sync(&project, "01-01");
    project
}

/// A sync in 2026 that must succeed, and that leaves nothing to do for another.
fn sync(project: &Project, day: &str) {
    let date = format!("2026-{day}");
    for _ in 0..2 {
        let outcome = project.run(&["sync", "--date", &date]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
    }
    let settled = project.snapshot();
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    project.run(&["sync", "--date", "2027-01-01"]);
    assert_eq!(project.snapshot(), settled);
}

/// `document text`, and since when in 2026 it is missing.
fn missing(project: &Project) -> BTreeMap<String, String> {
    let outcome = project.run(&["check", "--format", "json", "--date", "2026-12-31"]);
    let report: Value = serde_json::from_str(&outcome.out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    findings
        .iter()
        .filter(|finding| finding["code"] == "missing")
        .map(|f| (format!("{} {}", word(&f["document"]), word(&f["source"])), word(&f["since"]).replace("2026-", "")))
        .collect()
}

fn days(expected: &[(&str, &str)]) -> BTreeMap<String, String> {
    expected.iter().map(|(text, day)| ((*text).to_owned(), (*day).to_owned())).collect()
}

#[test]
fn a_text_is_missing_since_it_came_however_often_its_page_changes() {
    let project = project(&[("a", "One.\n")]);
    assert!(!project.path("locales/fr-FR/a.yaml").exists(), "the page was handed off that day");
    project.write("source-docs/a.md", "One.\n\nTwo.\n");
    sync(&project, "02-01");
    assert_eq!(missing(&project), days(&[("a.md One.", "01-01"), ("a.md Two.", "02-01")]));
    project.write("source-docs/a.md", "Three.\n\nOne.\n\nTwo.\n");
    sync(&project, "03-01");
    let expected = days(&[("a.md One.", "01-01"), ("a.md Two.", "02-01"), ("a.md Three.", "03-01")]);
    assert_eq!(missing(&project), expected);
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(
        state.ends_with("  one:\n    {missing: 2026-01-01}\n\n  # two\n  two:\n    {missing: 2026-02-01}\n\n# end\n"),
        "{state}"
    );
    // Another wording of the text is still the same gap.
    project.edit("source-docs/a.md", "Two.", "Two!");
    sync(&project, "04-01");
    assert_eq!(missing(&project)["a.md Two!"], "02-01");
    project.edit("source-docs/a.md", "Three.\n\n", "");
    project.write("locales/fr-FR/a.ftl", "one = Un.\ntwo = Deux.\n");
    sync(&project, "05-01");
    assert!(missing(&project).is_empty());
    assert!(!project.read("locales/fr-FR/a.yaml").contains("missing"));
}

#[test]
fn a_page_that_changes_often_does_not_grow_young() {
    let project = project(&[("a", "One.\n")]);
    project.write("handback.yaml", "locales: [fr-FR]\nthresholds: {max_age_days: 40}\n");
    project.write("source-docs/a.md", "One.\n\n```\ncode\n```\n");
    sync(&project, "02-01");
    let check = |date: &str| project.run(&["check", "--date", date]).code;
    assert_eq!((check("2026-02-10"), check("2026-02-11")), (0, 1));
}

#[test]
fn a_translation_that_is_removed_is_missing_since_then() {
    let project = project(&[("a", "One.\n\nBoth.\n"), ("b", "Two.\n\nBoth.\n")]);
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    sync(&project, "02-01");
    let resource = project.read("locales/fr-FR/a.ftl");
    project.write("locales/fr-FR/a.ftl", &resource.replace("one = FR One.\n", "\n"));
    project.write("locales/fr-FR/shared.ftl", "\n");
    assert_eq!(missing(&project)["a.md One."], "12-31", "as of the day of the check");
    sync(&project, "03-01");
    let expected = days(&[("a.md Both.", "03-01"), ("a.md One.", "03-01"), ("b.md Both.", "03-01")]);
    assert_eq!(missing(&project), expected);
    assert!(!project.read("locales/fr-FR/b.yaml").contains("missing"), "one line tells it for all documents");
    project.edit("source-docs/b.md", "Two.", "Two, or three.");
    sync(&project, "04-01");
    assert_eq!(missing(&project), expected);
    assert!(!project.read("locales/fr-FR/b.yaml").contains("missing"));
    let shared = project.read("locales/fr-FR/shared.ftl");
    project.write("locales/fr-FR/shared.ftl", "both = Les deux.\n");
    sync(&project, "05-01");
    assert_eq!(missing(&project), days(&[("a.md One.", "03-01")]));
    assert!(!project.read("locales/fr-FR/shared.yaml").contains("missing"));
    // Removed again; and then one document is left that has it.
    project.write("locales/fr-FR/shared.ftl", &shared);
    sync(&project, "06-01");
    project.edit("source-docs/a.md", "\n\nBoth.", "");
    sync(&project, "07-01");
    assert_eq!(missing(&project), days(&[("a.md One.", "03-01"), ("b.md Both.", "06-01")]));
}

#[test]
fn the_day_goes_with_the_text() {
    let long = "This sentence is long enough to differ from others.";
    let project = project(&[("a", &format!("# A\n\n{long}\n")), ("b", "# B\n")]);
    // Extracted before it was handed off.
    project.write("source-docs/b.md", "# B\n\nNew here.\n");
    assert_eq!(project.run(&["extract", "--date", "2026-02-01"]).code, 0);
    assert_eq!(missing(&project)["b.md New here."], "02-01");
    // Moved to another document.
    project.write("source-docs/a.md", "# A\n");
    project.write("source-docs/b.md", &format!("# B\n\n{long}\n\nNew here.\n"));
    sync(&project, "03-01");
    let found = missing(&project);
    assert_eq!(found[&format!("b.md {long}")], "01-01");
    assert_eq!(found["b.md New here."], "02-01");
    assert_eq!((found["a.md A"].as_str(), found["b.md B"].as_str()), ("01-01", "01-01"));
    // A renamed document.
    std::fs::rename(project.path("source-docs/b.md"), project.path("source-docs/c.md")).unwrap();
    project.edit("source-docs/c.md", "New here.", "New here.\n\nNewer.");
    sync(&project, "04-01");
    let found = missing(&project);
    assert_eq!(found[&format!("c.md {long}")], "01-01");
    assert_eq!((found["c.md New here."].as_str(), found["c.md Newer."].as_str()), ("02-01", "04-01"));
}

#[test]
fn a_shared_text_is_missing_since_its_first_document_has_it() {
    let project = project(&[("a", "# A\n\nBoth.\n")]);
    project.write("source-docs/b.md", "# B\n\nBoth.\n");
    sync(&project, "02-01");
    let found = missing(&project);
    assert_eq!((found["a.md Both."].as_str(), found["b.md Both."].as_str()), ("01-01", "01-01"));
    assert_eq!(found["b.md B"], "02-01");
    // Documents that keep a text keep their own day, so that no other file has to be written.
    project.write("source-docs/a.md", "# A\n\nElse.\n");
    sync(&project, "03-01");
    assert_eq!(missing(&project)["b.md Both."], "02-01");
}
