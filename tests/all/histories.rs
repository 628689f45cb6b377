//! Drift on real histories: every English version in turn, over the French of the first.

#![expect(clippy::print_stderr, reason = "totals belong in the report of a run")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handback_core::catalog::resource::Resource;
use handback_core::document::{Document, Syntax};
use rayon::prelude::*;

use crate::support::{self, Project, corpus, markdown_below, options};

/// What a replay met.
#[derive(Debug, Clone, Copy, Default)]
struct Totals {
    steps: usize,
    /// Units whose English had been translated, with that translation to the byte.
    kept: usize,
    /// Those among them whose text had been away.
    returned: usize,
    /// Units with a new or changed text, published in English and reported.
    flagged: usize,
    /// Units with a changed text whose translation was kept or carried over.
    carried: usize,
}

impl Totals {
    fn plus(self, other: Self) -> Self {
        Self {
            steps: self.steps + other.steps,
            kept: self.kept + other.kept,
            returned: self.returned + other.returned,
            flagged: self.flagged + other.flagged,
            carried: self.carried + other.carried,
        }
    }
}

/// Replays every history: the French of the first version adopted, then version after version synced.
/// Unchanged English keeps its translation to the byte, changed English is flagged, what goes away
/// comes back, and no page is written whose source did not change.
#[test]
fn histories_replay_without_churn_and_without_loss() {
    let Some(corpus) = corpus() else { return };
    let histories = histories(&corpus);
    for carry in ["none", "cosmetic", "mechanical"] {
        let all = histories.par_iter().map(|versions| replay(versions, carry));
        let totals = all.reduce(Totals::default, Totals::plus);
        eprintln!("{} histories, carry {carry}: {totals:?}", histories.len());
        assert!(totals.steps > 500 && totals.kept > 10_000 && totals.flagged > 0);
        assert_eq!(totals.carried > 0, carry != "none");
    }
}

/// The versions of every document of which there are several, oldest first.
fn histories(corpus: &Path) -> Vec<Vec<PathBuf>> {
    let mut histories: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for (_, path) in markdown_below(&corpus.join("drift")).into_iter().filter(|(name, _)| name.ends_with("/en.md")) {
        let version = path.parent().unwrap().to_owned();
        histories.entry(version.parent().unwrap().to_owned()).or_default().push(version);
    }
    histories.into_values().filter(|versions| versions.len() > 1).collect()
}

/// Replays all histories at once, with variables: texts are lifted and settle down again from step to step.
/// A text that did not change keeps its translation to the byte all the same, a text in which only values
/// changed keeps its translation with the new values, and all others are reported.
#[test]
fn histories_replay_with_variables() {
    let Some(corpus) = corpus() else { return };
    let histories = histories(&corpus);
    let variables = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/variables.yaml")).unwrap();
    let config = format!("locales: [fr-FR]\nmetadata: none\nanchors: false\ncarry: none\n{variables}");
    let project = Project::new(&config);
    let name = |index: usize| format!("page-{index:03}.md");
    for (index, versions) in histories.iter().enumerate() {
        support::copy(&versions[0].join("en.md"), &project.path("source-docs").join(name(index)));
        support::copy(&versions[0].join("fr-FR.md"), &project.path("pages").join(name(index)));
    }
    let adopted = project.run(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"]);
    assert!(adopted.code < 2, "{}", adopted.err);
    project.sync();
    let published = |index: usize| -> Vec<(String, String)> { translations(&project, &name(index)) };
    let mut before: Vec<Vec<(String, String)>> = (0..histories.len()).map(published).collect();
    let mut totals = Totals::default();
    for step in 1..histories.iter().map(Vec::len).max().unwrap() {
        for (index, versions) in histories.iter().enumerate().filter(|(_, versions)| step < versions.len()) {
            support::copy(&versions[step].join("en.md"), &project.path("source-docs").join(name(index)));
            totals.steps += 1;
        }
        project.sync();
        let (flagged, messages) = (all_flagged(&project), messages(&project));
        for (index, before) in before.iter_mut().enumerate() {
            let none = BTreeSet::new();
            let flagged = flagged.get(&name(index)).unwrap_or(&none);
            let now = published(index);
            for ((english, french), id) in now.iter().zip(translatable(&project, &name(index), &messages)) {
                let made: Vec<&String> =
                    before.iter().filter(|(text, _)| text == english).map(|(_, made)| made).collect();
                if flagged.contains(id) {
                    // One that was reported before is reported still.
                    assert!(made.is_empty() || made.contains(&english), "{} step {step}: {english:?}", name(index));
                    assert_eq!(french, english, "{} step {step}", name(index));
                    totals.flagged += 1;
                } else if made.is_empty() {
                    totals.carried += 1;
                } else {
                    assert!(
                        made.contains(&french) || made == [english],
                        "{} step {step}: {english:?} had {made:?}, now {french:?}",
                        name(index)
                    );
                    totals.kept += 1;
                }
            }
            *before = now;
        }
    }
    eprintln!("{} histories with variables: {totals:?}", histories.len());
    assert!(totals.steps > 500 && totals.kept > 10_000 && totals.carried > 100);
}

/// The messages of the units of a document that are translatable by themselves.
fn translatable<'m>(project: &Project, name: &str, messages: &'m BTreeMap<String, Vec<String>>) -> Vec<&'m String> {
    let source = project.read(&format!("source-docs/{name}"));
    let document = Document::parse(&source, Syntax::Markdown, &options());
    assert_eq!(document.units.len(), messages[name].len());
    let units = document.units.iter().zip(&messages[name]).filter(|(unit, _)| unit.translatable);
    units.map(|(_, id)| id).collect()
}

/// The message of every unit, by document.
fn messages(project: &Project) -> BTreeMap<String, Vec<String>> {
    let listing: serde_json::Value =
        serde_json::from_str(&project.run(&["units", "--format", "json"]).out).expect("units are listed");
    let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for unit in listing["units"].as_array().unwrap() {
        let document = unit["document"].as_str().unwrap().to_owned();
        messages.entry(document).or_default().push(unit["id"].as_str().unwrap().to_owned());
    }
    messages
}

/// The messages that a check reports as stale or missing, by document.
fn all_flagged(project: &Project) -> BTreeMap<String, BTreeSet<String>> {
    let outcome = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    let mut flagged: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        if let (Some("stale" | "missing"), Some(document)) = (finding["code"].as_str(), finding["document"].as_str()) {
            flagged.entry(document.to_owned()).or_default().insert(finding["id"].as_str().unwrap().to_owned());
        }
    }
    flagged
}

fn replay(versions: &[PathBuf], carry: &str) -> Totals {
    let config = format!("locales: [fr-FR]\nmetadata: none\nanchors: false\ncarry: {carry}\n");
    let project = Project::new(&config);
    support::copy(&versions[0].join("en.md"), &project.path("source-docs/a.md"));
    support::copy(&versions[0].join("fr-FR.md"), &project.path("pages/a.md"));
    project.write("source-docs/b.md", "# Bystander\n\nNothing changes here.\n");
    let adopted = project.run(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"]);
    assert!(adopted.code < 2, "{}: {}", versions[0].display(), adopted.err);
    project.sync();
    // Every translation that was ever made, by its English.
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (english, french) in translations(&project, "a.md") {
        known.entry(english).or_default().push(french);
    }
    let written = |path: PathBuf| std::fs::metadata(path).unwrap().modified().unwrap();
    let bystander = written(project.path("localized-docs/fr-FR/b.md"));
    let mut before: BTreeSet<String> = known.keys().cloned().collect();
    let mut totals = Totals::default();
    for version in &versions[1..] {
        let place = version.display();
        support::copy(&version.join("en.md"), &project.path("source-docs/a.md"));
        project.sync();
        totals.steps += 1;
        let now = translations(&project, "a.md");
        let flagged = flagged(&project, "a.md");
        for (english, french) in &now {
            match known.get(english) {
                Some(made) => {
                    assert!(made.contains(french), "{place}: {english:?} had {made:?}, now {french:?}");
                    assert!(!flagged.contains(english), "{place}: {english:?} is current");
                    totals.kept += 1;
                    totals.returned += usize::from(!before.contains(english));
                }
                None if flagged.contains(english) => {
                    assert_eq!(french, english, "{place}: nobody translated this text");
                    totals.flagged += 1;
                }
                None => {
                    assert_ne!(carry, "none", "{place}: {english:?} is new and not reported");
                    totals.carried += 1;
                }
            }
        }
        // What is reported stands there.
        let texts: BTreeSet<&String> = now.iter().map(|(english, _)| english).collect();
        assert!(flagged.iter().all(|text| texts.contains(text)), "{place}");
        assert_eq!(written(project.path("localized-docs/fr-FR/b.md")), bystander, "{place}");
        if carry != "mechanical" {
            let kept = resources(&project);
            // A page may escape what would be markup in it.
            let lost = known.values().flatten().find(|french| !kept.contains(&french.replace('\\', "")));
            // A translation that is the English is written in the page without a message.
            assert!(lost.is_none_or(|text| known.contains_key(text)), "{place}: lost {lost:?}");
        }
        before = now.into_iter().map(|(english, _)| english).collect();
    }
    totals
}

/// English and French of every translatable unit.
fn translations(project: &Project, document: &str) -> Vec<(String, String)> {
    let english = project.read(&format!("source-docs/{document}"));
    let page = project.read(&format!("localized-docs/fr-FR/{document}"));
    let english = Document::parse(&english, Syntax::Markdown, &options());
    let page = Document::parse(&page, Syntax::Markdown, &options());
    assert_eq!(english.units.len(), page.units.len());
    let pairs = english.units.iter().zip(&page.units).filter(|(unit, _)| unit.translatable);
    pairs.map(|(english, french)| (english.text.to_string(), french.text.to_string())).collect()
}

/// The texts of a document that a check reports as stale or missing.
fn flagged(project: &Project, document: &str) -> BTreeSet<String> {
    let outcome = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    let of_texts = report["findings"].as_array().unwrap().iter().filter(|finding| {
        finding["document"] == document && ["stale", "missing"].contains(&finding["code"].as_str().unwrap())
    });
    of_texts.map(|finding| finding["source"].as_str().unwrap().to_owned()).collect()
}

/// Every text that the French resources hold, one line a message.
fn resources(project: &Project) -> BTreeSet<String> {
    let files = ignore::WalkBuilder::new(project.path("locales/fr-FR")).build().flatten();
    let resources = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "ftl"));
    let mut texts = BTreeSet::new();
    for entry in resources {
        let resource = Resource::parse(std::fs::read_to_string(entry.path()).unwrap()).unwrap();
        for pattern in resource.entries().iter().filter_map(|entry| entry.pattern.clone()) {
            // A selector holds several texts.
            texts
                .extend(pattern.as_str().lines().map(|line| line.split("] ").last().unwrap_or(line).trim().to_owned()));
            texts.insert(pattern.as_str().to_owned());
        }
    }
    texts
}

#[test]
fn what_is_reported_is_exactly_what_changed() {
    let Some(corpus) = corpus() else { return };
    let (old, new) = (corpus.join("segments/en"), corpus.join("en"));
    let project = Project::new("locales: [fr-FR]\ncarry: none\n");
    support::copy(&old, &project.path("source-docs"));
    support::copy(&corpus.join("segments/fr-FR"), &project.path("pages"));
    assert!(project.run(&["adopt", "--locale", "fr-FR", "pages", "--date", "2026-01-31"]).code < 2);
    project.sync();
    let names: Vec<String> = markdown_below(&old).into_iter().map(|(name, _)| name).collect();
    let translated: BTreeSet<String> = names
        .iter()
        .filter(|name| flagged(&project, name).is_empty())
        .flat_map(|name| texts(&old.join(name)))
        .collect();
    let (mut reported, mut right, mut wanted) = (0, 0, 0);
    std::fs::remove_dir_all(project.path("source-docs")).unwrap();
    for name in &names {
        let newest = if new.join(name).is_file() { new.join(name) } else { old.join(name) };
        support::copy(&newest, &project.path("source-docs").join(name));
    }
    let outcome = project.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        if let (Some("stale" | "missing"), Some(document)) = (finding["code"].as_str(), finding["document"].as_str()) {
            found.entry(document.to_owned()).or_default().insert(finding["source"].as_str().unwrap().to_owned());
        }
    }
    for name in &names {
        let gold: BTreeSet<String> =
            texts(&project.path("source-docs").join(name)).difference(&translated).cloned().collect();
        let found = found.remove(name).unwrap_or_default();
        reported += found.len();
        wanted += gold.len();
        right += gold.intersection(&found).count();
        assert_eq!(found, gold, "{name}");
    }
    eprintln!("{} documents: {reported} reported, {wanted} changed, {right} of both", names.len());
    assert!(reported == right && wanted == right && wanted > 0);
}

/// The translatable texts of a document.
fn texts(path: &Path) -> BTreeSet<String> {
    let source = std::fs::read_to_string(path).unwrap();
    let document = Document::parse(&source, Syntax::Markdown, &options());
    document.units.iter().filter(|unit| unit.translatable).map(|unit| unit.text.to_string()).collect()
}
