//! How sites lay out English and its translations: each is adopted, synced without churn, and no page is read in the wrong
//! language.

mod addresses;
mod english_at_the_root;
mod flavor_hint;
mod folders;
mod forks;
mod init;
mod init_elsewhere;
mod init_folders;
mod init_layouts;
mod init_learns;
mod init_unknown;
mod links;
mod suffixes;
mod trees;

use crate::support::Project;

/// A project of these files.
fn site(config: &str, files: &[(&str, &str)]) -> Project {
    let project = Project::new(&format!("{config}{PLAIN}"));
    files.iter().for_each(|(name, text)| project.write(name, text));
    project
}

/// Adopts a locale, with every page coming back to the byte, and syncs. A second sync writes nothing.
fn adopt_and_sync(project: &Project, args: &[&str]) -> String {
    let before = pages(project);
    let shown = project.shown(&[&["adopt", "--date", "2026-01-31"], args].concat());
    project.run(&["sync"]);
    for (path, text) in before {
        assert_eq!(project.read(&path), text, "{path} is as it was");
    }
    rests(project);
    shown
}

/// A sync that is not remembered, and has nothing to do.
fn rests(project: &Project) {
    let before = project.snapshot();
    // What is left alone, since it was never adopted, is nothing to remember.
    let _ = std::fs::remove_file(project.path(".handback/stamps"));
    let again = project.run(&["sync"]);
    assert!(again.code < 2, "{}{}", again.out, again.err);
    assert_eq!(project.snapshot(), before, "a second sync writes nothing");
}

/// All Markdown of a project.
fn pages(project: &Project) -> Vec<(String, String)> {
    let all = project.snapshot().into_iter();
    let pages = all.filter(|(name, ..)| name.ends_with(".md") || name.ends_with(".mdx"));
    pages.map(|(name, text, _)| (name, String::from_utf8(text).unwrap())).collect()
}

/// The documents that handback reads as English.
fn documents(project: &Project) -> Vec<String> {
    let units = project.run(&["units", "--format", "json"]);
    assert_eq!(units.code, 0, "{}", units.err);
    let value: serde_json::Value = serde_json::from_str(&units.out).unwrap();
    let units = value["units"].as_array().unwrap().iter();
    let mut names: Vec<String> = units.map(|unit| unit["document"].as_str().unwrap().to_owned()).collect();
    names.dedup();
    names
}

const PLAIN: &str = "metadata: none\nanchors: false\nnewline: source\n";
const HOME: &str = "# Harbor\n\nHarbor keeps your boats in one list.\n";
const ACCUEIL: &str = "# Harbor en français\n\nHarbor garde vos bateaux dans une seule liste.\n";
const STEPS: &str = "# First steps\n\nOpen the list and add a boat.\n";
const PREMIERS_PAS: &str = "# Premiers pas\n\nOuvrez la liste et ajoutez un bateau.\n";
const NEWS: &str = "# Spring news\n\nThe list is faster now.\n";
const NOUVELLES: &str = "# Nouvelles du printemps\n\nLa liste est plus rapide désormais.\n";
const GERMAN: &str = "# Harbor auf Deutsch\n\nHarbor hält Ihre Boote in einer Liste.\n";
