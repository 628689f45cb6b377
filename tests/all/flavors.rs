//! The sample sites of `tests/flavors`, one for each flavor: what a translator sees of them, that the English comes back, and
//! that translations go in between and change nothing else. (`tests/flavors/run` has the pages read by the sites' parsers.)

use std::path::{Path, PathBuf};
use std::sync::Arc;

use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::text::constructs::Constructs;
use handback_core::text::flavor::Flavor;

use crate::support::{Project, copy, translate};

const FLAVORS: [&str; 10] =
    ["docfx", "gfm", "hugo", "docusaurus", "starlight", "vitepress", "mkdocs", "mdbook", "mdn", "jekyll"];

fn folder(flavor: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flavors").join(flavor)
}

fn site(flavor: &str) -> Project {
    let project = Project::new("");
    for part in ["handback.yaml", "docs"] {
        copy(&folder(flavor).join(part), &project.path(part));
    }
    project
}

fn ok(project: &Project, arguments: &[&str]) {
    let outcome = project.run(arguments);
    assert_eq!(outcome.code, 0, "{arguments:?}: {}{}", outcome.out, outcome.err);
}

/// The pages below a folder, by their names.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let entries = walkdir(folder);
    let mut pages: Vec<(String, String)> = entries
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    pages.sort();
    assert!(!pages.is_empty(), "{} is empty", folder.display());
    pages
}

fn walkdir(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walkdir(&path)) } else { files.push(path) }
    }
    files
}

#[test]
fn a_translator_sees_every_text_and_nothing_else() {
    let mut wrong = String::new();
    for flavor in FLAVORS {
        let outcome = site(flavor).run(&["units", "--format", "json"]);
        let units: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
        let units = units["units"].as_array().unwrap();
        for (name, expected) in pages(&folder(flavor).join("expected-texts")) {
            let page = name.strip_suffix(".txt").unwrap();
            let of_page = units.iter().filter(|unit| unit["document"] == page && unit["translatable"] == true);
            let found: Vec<String> =
                of_page.map(|unit| unit["text"].as_str().unwrap().replace('\r', "").replace('\n', "↵")).collect();
            let expected: Vec<&str> = expected.lines().collect();
            let different = found.iter().zip(&expected).find(|(found, expected)| found != *expected);
            if let Some((found, expected)) = different {
                wrong.push_str(&format!("{flavor} {page}\n  expected {expected}\n  found    {found}\n"));
            }
            if found.len() != expected.len() {
                wrong.push_str(&format!("{flavor} {page}: {} texts for {}\n", found.len(), expected.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_english_comes_back_and_a_second_sync_writes_nothing() {
    for flavor in FLAVORS {
        let project = site(flavor);
        ok(&project, &["sync"]);
        ok(&project, &["render", "--locale", "en-US", "--out", "english"]);
        assert_eq!(pages(&project.path("english")), pages(&project.path("docs")), "{flavor}");
        let before = pages(&project.path("locales"));
        std::fs::remove_dir_all(project.path(".handback")).unwrap();
        ok(&project, &["sync"]);
        assert_eq!(pages(&project.path("locales")), before, "{flavor}");
    }
}

/// What stands below the front matter, whose values may be quoted in another way.
fn body(flavor: &str, text: &str) -> String {
    let flavor: Flavor = serde_yaml::from_str(flavor).unwrap();
    let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
    let document = Document::parse(text, Syntax::Markdown, &options);
    let start = document.front_matter.map_or(0, |block| block.body);
    text[start..].to_owned()
}

/// A text as anybody might translate it: `⟦` and `⟧` around every message, whatever it holds.
#[test]
fn translations_go_in_between_and_change_nothing_else() {
    for flavor in FLAVORS {
        let project = site(flavor);
        let metadata = if flavor == "docfx" { "metadata: none\nanchors: false\nnewline: source\n" } else { "" };
        let config = project.read("handback.yaml");
        project.write("handback.yaml", &format!("{config}{metadata}"));
        ok(&project, &["extract"]);
        translate(&project, "fr-FR", |text| Some(format!("⟦{text}⟧")));
        ok(&project, &["sync"]);
        for (name, page) in pages(&project.path("translated/fr-FR")) {
            let english = std::fs::read_to_string(project.path("docs").join(&name)).unwrap();
            let plain = page.replace(['⟦', '⟧'], "");
            assert_eq!(body(flavor, &plain), body(flavor, &english), "{flavor} {name}");
            let texts =
                std::fs::read_to_string(folder(flavor).join("expected-texts").join(format!("{name}.txt"))).unwrap();
            assert_eq!(page.matches('⟦').count(), texts.lines().count(), "{flavor} {name}:\n{page}");
        }
    }
}
