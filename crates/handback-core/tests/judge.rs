//! The judge on five tables of pairs that people wrote who had not seen it: how many of the problems it finds, and how often it
//! complains of what is right.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a test reads its table, and shows what it found")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation;
use handback_core::judge::{Context, English, Finding, House, Language, Lengths, judge};
use handback_core::text::constructs::Constructs;
use handback_core::text::terms::Term;
use handback_core::translate::glossary::Glossary;
use handback_core::translate::inline::Known;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    pairs: Vec<Pair>,
}

/// A text, its translation, and the codes of which a fair judge reports one at least; none if the translation is good.
#[derive(Deserialize)]
struct Pair {
    source: String,
    target: Option<String>,
    fluent: Option<String>,
    expect: Vec<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    glossary: Vec<serde_yaml::Value>,
    #[serde(default)]
    names: Vec<String>,
    max_length: Option<usize>,
    kind: Option<String>,
}

impl Pair {
    fn judged(&self, language: &Language) -> Vec<Finding> {
        let english = notation::from_state(&self.source).into_owned();
        let wording = match (&self.target, &self.fluent) {
            (Some(target), _) => Pattern::Text(notation::from_state(target).into_owned()),
            (None, Some(fluent)) => Pattern::Complex(fluent.trim().to_owned()),
            (None, None) => panic!("{}: neither target nor fluent", self.source),
        };
        let names: Vec<Term> =
            self.names.iter().map(|name| Term { text: name.clone(), case_sensitive: true }).collect();
        let glossary = serde_yaml::to_string(&BTreeMap::from([("terms", &self.glossary)])).unwrap();
        let glossary = Glossary::parse(&format!("version: 1\n{glossary}")).unwrap().of_locale(language.locale());
        let by_unit = self.max_length.iter().map(|most| ("all".to_owned(), *most)).collect();
        let house = House { lengths: Lengths { by_unit }, ..House::default() };
        let context = Context {
            language,
            is_pseudo: false,
            constructs: Constructs::docfx(),
            labels: &[],
            names: &names,
            glossary: Some(&glossary),
            house: &house,
            unit: self.kind.as_deref().unwrap_or("paragraph"),
            variables: &[],
        };
        judge(&English::new(&english, Known::default()), &wording, &context)
    }
}

#[derive(Default)]
struct Tally {
    bad: usize,
    found: usize,
    good: usize,
    complained: usize,
}

#[test]
fn bad_translations_are_found_and_good_ones_left_alone() {
    for table in ["first", "second", "third", "fourth", "fifth"] {
        judged_as_people_do(table);
    }
}

#[test]
fn what_once_was_a_false_alarm_is_none() {
    let (findings, tally) = look_at("field");
    assert_eq!((tally.found, tally.complained), (tally.bad, 0), "{findings}");
}

fn judged_as_people_do(table: &str) {
    let (findings, Tally { bad, found, good, complained }) = look_at(table);
    println!("table {table}\n{findings}");
    assert!(bad + good > 300);
    assert!(found * 100 >= bad * 98, "found {found} of {bad}:\n{findings}");
    assert!(complained * 100 <= good, "complained of {complained} of {good}:\n{findings}");
}

/// Judges all pairs of a table; returns what went wrong, with the confusion by code, and the counts.
fn look_at(table: &str) -> (String, Tally) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs").join(table);
    let mut all = Tally::default();
    let mut by_code: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    let mut wrong = String::new();
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let locale = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let language = Language::of(&locale);
        let file: File = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for pair in &file.pairs {
            let findings = pair.judged(&language);
            let names: Vec<&str> = findings.iter().map(|finding| finding.kind.name()).collect();
            let target = pair.target.as_ref().or(pair.fluent.as_ref()).unwrap();
            if pair.expect.is_empty() {
                all.good += 1;
                if let Some(first) = findings.first() {
                    all.complained += 1;
                    by_code.entry(first.kind.name().to_owned()).or_default().2 += 1;
                    let _ = writeln!(
                        wrong,
                        "{locale} FALSE {names:?} {}\n   {}\n   {target}\n   ({})",
                        first.message, pair.source, pair.why
                    );
                }
                continue;
            }
            all.bad += 1;
            let is_found = names.iter().any(|name| pair.expect.iter().any(|expected| expected == name));
            all.found += usize::from(is_found);
            let entry = by_code.entry(pair.expect[0].clone()).or_default();
            entry.0 += 1;
            entry.1 += usize::from(is_found);
            if !is_found {
                let _ = writeln!(
                    wrong,
                    "{locale} MISSED {:?}, got {names:?}\n   {}\n   {target}\n   ({})",
                    pair.expect, pair.source, pair.why
                );
            }
        }
    }
    let mut confusion = String::new();
    for (code, (bad, found, complained)) in &by_code {
        let _ = writeln!(confusion, "{code:22} found {found:3} of {bad:3}, false alarms {complained}");
    }
    let Tally { bad, found, good, complained } = &all;
    let shown = format!("{wrong}\n{confusion}\nfound {found} of {bad} bad; complained of {complained} of {good} good");
    (shown, all)
}
