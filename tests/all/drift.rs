//! The table of edits under `tests/drift`: what each does to translations was written down before the
//! code that decides it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::reference::{Reference, Structure};
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{DocumentName, FileKey};
use handback_core::drift::carry::Vocabulary;
use rayon::prelude::*;
use serde::Deserialize;

use crate::support::{self, Project};
use handback::project::paths;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    before: BTreeMap<String, String>,
    after: BTreeMap<String, String>,
    #[serde(default)]
    french: BTreeMap<String, String>,
    #[serde(default)]
    untranslated: BTreeSet<String>,
    #[serde(default)]
    carry: Option<String>,
    #[serde(default)]
    expect: Vec<Expected>,
    #[serde(default)]
    obsolete: BTreeSet<String>,
    #[serde(rename = "note", default)]
    _note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    state: String,
    change: Option<String>,
    rule: Option<String>,
    previous: Option<String>,
    translation: Option<String>,
}

/// What stands for a text in one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    state: &'static str,
    change: Option<String>,
    rule: Option<String>,
    previous: Option<String>,
    translation: Option<String>,
}

#[test]
fn every_edit_has_the_outcome_that_was_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drift");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let list: Vec<Case> = serde_yaml::from_str(&std::fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        cases.extend(list.into_iter().map(|case| (file.file_name().unwrap().to_owned(), case)));
    }
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let failing = |(file, case): &(std::ffi::OsString, Case)| {
        run(case).err().map(|found| format!("{}: {}\n{found}", file.display(), case.name))
    };
    let failures: Vec<String> = cases.par_iter().filter_map(failing).collect();
    assert!(failures.is_empty(), "{} of {} cases:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn run(case: &Case) -> Result<(), String> {
    let carry = case.carry.as_deref().unwrap_or("cosmetic");
    let project = Project::new(&format!("locales: [fr-FR]\ncarry: {carry}\n"));
    case.before.iter().for_each(|(name, text)| project.write(&format!("source-docs/{name}"), text));
    project.sync();
    support::translate(&project, "fr-FR", |text| (!case.untranslated.contains(text)).then(|| french(case, text)));
    project.sync();
    let before = outcome(&project, case);
    case.before.keys().for_each(|name| std::fs::remove_file(project.path(&format!("source-docs/{name}"))).unwrap());
    case.after.iter().for_each(|(name, text)| project.write(&format!("source-docs/{name}"), text));
    let second = project.run(&["sync", "--date", "2026-02-01"]);
    if second.code != 0 {
        return Err(format!("sync ended with {}: {}", second.code, second.err));
    }
    let after = outcome(&project, case);
    let mut wrong = Vec::new();
    for ((document, text), found) in &after.units {
        match case.expect.iter().find(|expected| expected.text == *text) {
            Some(expected) => compare(expected, found, document, &mut wrong),
            None => {
                let kept = before.units.iter().find(|((_, other), _)| other == text).map(|(_, found)| found);
                if kept != Some(found) {
                    wrong.push(format!("  {document}: {text:?} was {kept:?}, is {found:?}"));
                }
            }
        }
    }
    let stands = |text: &str| after.units.keys().any(|(_, other)| other == text);
    wrong.extend(case.expect.iter().filter(|e| !stands(&e.text)).map(|e| format!("  {:?} stands nowhere", e.text)));
    if after.obsolete != case.obsolete {
        wrong.push(format!("  obsolete: expected {:?}, found {:?}", case.obsolete, after.obsolete));
    }
    let third = project.snapshot();
    project.run(&["sync", "--date", "2026-02-02"]);
    if project.snapshot() != third {
        wrong.push("  another sync wrote something".into());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn compare(expected: &Expected, found: &Found, document: &str, wrong: &mut Vec<String>) {
    let wanted = Found {
        state: ["carried", "stale", "missing"].into_iter().find(|state| *state == expected.state).unwrap_or("?"),
        change: expected.change.clone(),
        rule: expected.rule.clone(),
        previous: expected.previous.clone(),
        translation: expected.translation.clone(),
    };
    if wanted != *found {
        wrong.push(format!("  {document}: {:?}\n    expected {wanted:?}\n    found    {found:?}", expected.text));
    }
}

fn french(case: &Case, text: &str) -> String {
    case.french.get(text).cloned().unwrap_or_else(|| format!("FR: {text}"))
}

/// Relative path, key and content of a locale's resources.
fn resources(project: &Project, locale: &str) -> Vec<(String, FileKey, Resource)> {
    let folder = project.path(&format!("locales/{locale}"));
    let found = ignore::WalkBuilder::new(&folder).build().flatten().filter(|entry| entry.path().is_file());
    found
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            let key = paths::key_of_stem(path.strip_suffix(".ftl")?)?;
            let resource = Resource::parse(std::fs::read_to_string(entry.path()).unwrap()).unwrap();
            Some((path, key, resource))
        })
        .collect()
}

struct Outcome {
    /// By document and text.
    units: BTreeMap<(String, String), Found>,
    obsolete: BTreeSet<String>,
}

fn outcome(project: &Project, case: &Case) -> Outcome {
    let mut reference = Reference::default();
    resources(project, "en-US").iter().for_each(|(_, key, resource)| reference.add_resource(key, resource));
    let mut catalog = LocaleCatalog::new("fr-FR");
    let mut obsolete = BTreeSet::new();
    for (path, key, resource) in resources(project, "fr-FR") {
        let state = path.replace(".ftl", ".yaml");
        let state = StateFile::parse(&project.read(&format!("locales/fr-FR/{state}"))).unwrap();
        obsolete
            .extend(state.messages.values().filter(|state| state.obsolete).filter_map(|state| state.previous.clone()));
        catalog.files.insert(key, LocaleFile::new(resource, state));
    }
    let listing: serde_json::Value = serde_json::from_str(&project.run(&["units", "--format", "json"]).out).unwrap();
    let mut units = BTreeMap::new();
    for unit in listing["units"].as_array().unwrap().iter().filter(|unit| unit["translatable"] == true) {
        let text = |key: &str| unit[key].as_str().unwrap().to_owned();
        let document = DocumentName::from(text("document"));
        let name = paths::resource_stem(&FileKey::Document(document.clone()));
        let structure = Structure::parse(&project.read(&format!("locales/en-US/{name}.yaml"))).unwrap();
        assert!(structure.units.iter().any(|known| *known.id == *text("id")), "the structure lacks {}", text("id"));
        let found = found(&reference, &catalog, &document, &text("id"), case);
        units.insert((text("document"), text("text")), found);
    }
    Outcome { units, obsolete }
}

fn found(reference: &Reference, catalog: &LocaleCatalog, document: &DocumentName, id: &str, case: &Case) -> Found {
    let missing = Found { state: "missing", change: None, rule: None, previous: None, translation: None };
    let Some(translation) = catalog.lookup(reference, document, id) else { return missing };
    let state = translation.state.unwrap();
    let name = match (translation.current, state.carried) {
        (false, _) => "stale",
        (true, Some(_)) => "carried",
        (true, None) => "current",
    };
    let verdict = state.previous.as_ref().map(|previous| {
        let target = Pattern::Text(french(case, previous));
        let english = reference.text(id).unwrap();
        Vocabulary::new(reference).verdict(&Carrying { locale: "fr-FR", previous, english, target: &target }).0
    });
    Found {
        state: name,
        change: verdict.as_ref().map(|verdict| verdict.severity.to_string()),
        rule: verdict.as_ref().map(|verdict| verdict.rule.to_string()),
        previous: state.previous.clone(),
        translation: Some(translation.pattern.as_str().to_owned()),
    }
}
