//! The pipeline on real documents. Runs when `HANDBACK_CORPUS` names the corpus; fails if that is empty.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::path::{Path, PathBuf};

use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::{Message, Reference, Structure, StructureUnit};
use handback_core::catalog::state::{HandOff, State, TranslationType};
use handback_core::catalog::{DocumentName, FileKey, Id, ids};
use handback_core::document::{Document, Syntax};
use handback_core::render::format::Formatters;
use handback_core::render::options::{Anchors, Metadata, Newline, OnMachine, OnMissing, OnStale};
use handback_core::render::{RenderOptions, Subject, render, render_source};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::variables::choose::LiftedDocument;

use crate::support::{self, corpus, markdown_below, options};
use handback::project::hash::source_hash;
use handback::settings::config::HashAlgorithm;
use handback::settings::hand_off::HashForm;

/// Every English document there is: the sources, and all versions of the drift histories.
fn all_english(corpus: &Path) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["en", "segments/en"] {
        for (name, path) in markdown_below(&corpus.join(folder)) {
            texts.push((format!("{folder}/{name}"), std::fs::read_to_string(path).unwrap()));
        }
    }
    for (name, path) in markdown_below(&corpus.join("drift")) {
        if name.ends_with("en.md") {
            texts.push((format!("drift/{name}"), std::fs::read_to_string(path).unwrap()));
        }
    }
    assert!(texts.len() > 200);
    texts
}

#[test]
fn sources_come_back_byte_for_byte() {
    let Some(corpus) = corpus() else { return };
    for (name, text) in all_english(&corpus) {
        let document = Document::parse(&text, Syntax::Markdown, &options());
        assert!(render_source(&document) == text, "{name}");
        assert!(document.units.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{name}: units overlap");
        assert!(!document.units.is_empty(), "{name}: no units");
    }
    // Localized pages are documents too; adoption will read them.
    for locale in ["fr-FR", "es-ES", "ja-JP"] {
        for (name, path) in markdown_below(&corpus.join(locale)) {
            let text = std::fs::read_to_string(path).unwrap();
            assert!(render_source(&Document::parse(&text, Syntax::Markdown, &options())) == text, "{locale}/{name}");
        }
    }
}

#[test]
fn hashes_equal_the_published_ones() {
    let Some(corpus) = corpus() else { return };
    let index: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(corpus.join("index.json")).unwrap()).unwrap();
    let entries = index.as_array().unwrap();
    assert!(!entries.is_empty());
    for entry in entries {
        let bytes = std::fs::read(corpus.join("en").join(entry["path"].as_str().unwrap())).unwrap();
        let published = entry["hash"].as_str().unwrap();
        let algorithm = if published.len() == 40 { HashAlgorithm::Sha1 } else { HashAlgorithm::Sha256 };
        assert_eq!(source_hash(&bytes, algorithm, HashForm::Auto), published, "{}", entry["path"]);
        // A checkout with bare LF hashes alike where the source had CRLF throughout.
        if entry["newline"] == "crlf" {
            let lf = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
            assert_eq!(source_hash(lf.as_bytes(), algorithm, HashForm::Auto), published, "{} in LF", entry["path"]);
        }
    }
}

/// Every translatable unit translated as `⟦English⟧`.
fn marked(name: &str, document: &Document<'_>) -> (Reference, LocaleCatalog, Vec<Option<Id>>) {
    let name: DocumentName = name.into();
    let key = FileKey::Document(name.clone());
    let (mut reference, mut catalog) = (Reference::default(), LocaleCatalog::new("qps-ploc"));
    let mut structure = Structure::default();
    let unit_ids = document
        .units
        .iter()
        .map(|unit| {
            unit.translatable.then(|| {
                let id = ids::natural(&unit.text);
                let state = State::new(
                    TranslationType::Machine,
                    "mt:mark",
                    &fingerprint(&unit.text),
                    "",
                    Date::constant(2026, 1, 1),
                );
                catalog.file_mut(&key).set_text(&id, &format!("⟦{}⟧", unit.text), state);
                reference.messages.insert(id.clone(), Message::new(&unit.text, String::new(), key.clone()).into());
                structure.units.push(StructureUnit::new(unit.kind.name(), &id));
                id
            })
        })
        .collect();
    reference.documents.insert(name, structure.into());
    (reference, catalog, unit_ids)
}

#[test]
fn marked_translations_leave_everything_else_alone() {
    let Some(corpus) = corpus() else { return };
    let plain = RenderOptions {
        anchors: Anchors::Plain,
        metadata: Metadata::Microsoft,
        newline: Newline::Source,
        on_stale: OnStale::Source,
        on_missing: OnMissing::Source,
        on_machine: OnMachine::Publish,
        notice: None,
        side_by_side: false,
    };
    let hand_off = HandOff {
        commit: Some("1".repeat(40)),
        ..HandOff::new("0".repeat(40), Date::constant(2026, 1, 31), "12345678")
    };
    let mut units = 0;
    for (name, source) in all_english(&corpus) {
        let document = Document::parse(&source, Syntax::Markdown, &options());
        let (reference, catalog, ids) = marked(&name, &document);
        let formatters = [Formatters::new(&catalog, "")];
        let name: DocumentName = name.as_str().into();
        let subject = Subject { name: &name, document: &document, ids: &ids, lifted: LiftedDocument::default() };
        let rendered = render(subject, &reference, &formatters, Some(&hand_off), &plain);
        assert!(rendered.problems.is_empty(), "{name}: {:?}", rendered.problems);
        let page = rendered.text.unwrap();

        let again = Document::parse(&page, Syntax::Markdown, &options());
        let expected: Vec<(&str, String)> = document
            .units
            .iter()
            .map(|unit| {
                (unit.kind.name(), if unit.translatable { format!("⟦{}⟧", unit.text) } else { unit.text.to_string() })
            })
            .collect();
        let found: Vec<(&str, String)> =
            again.units.iter().map(|unit| (unit.kind.name(), unit.text.to_string())).collect();
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(expected, found, "{name}");
        }
        assert_eq!(expected.len(), found.len(), "{name}");
        units += found.len();

        // Without marks, anchors and hand-off keys the page is the source, byte for byte.
        let mut bare = page.replace(['⟦', '⟧'], "");
        for heading in &document.headings {
            bare = bare.replacen(&format!("<a name=\"{}\"></a>", heading.slug), "", 1);
        }
        let bare = support::without_hand_off(&bare);
        let source = if document.front_matter.is_some() { source.clone() } else { format!("---\n---\n{source}") };
        // An empty front-matter value is written out, `ms.date: ''`; nothing else may differ.
        let comparable = |text: &str| text.replace("\r\n", "\n").replace(": ''\n", ":\n").replace(": \n", ":\n");
        assert_eq!(comparable(&bare), comparable(&source), "{name}");
    }
    assert!(units > 12_000);
}

/// A segment of the real pipeline in the form of our units: it writes `\*` for `*` and decodes nothing.
fn normalized(text: &str) -> String {
    text.replace("\\*", "*").replace("\\_", "_").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_real_pipelines_segments_lie_in_our_units() {
    let Some(corpus) = corpus() else { return };
    let lines = std::fs::read_to_string(corpus.join("segments/segments.jsonl")).unwrap();
    let (mut total, mut missed) = (0usize, Vec::new());
    for line in lines.lines() {
        let page: serde_json::Value = serde_json::from_str(line).unwrap();
        let path = page["path"].as_str().unwrap();
        let text = std::fs::read_to_string(corpus.join("segments/en").join(path)).unwrap();
        let document = Document::parse(&text, Syntax::Markdown, &options());
        let units: Vec<String> = document.units.iter().map(|unit| normalized(&unit.text)).collect();
        for segment in page["segments"].as_array().unwrap() {
            let english = normalized(segment["en"].as_str().unwrap());
            total += 1;
            if !units.iter().any(|unit| unit.contains(&english)) {
                missed.push(format!("{path}: {english}"));
            }
        }
    }
    assert!(total > 10_000);
    let share = 100.0 * (total - missed.len()) as f64 / total as f64;
    eprintln!("{share:.2} % of {total} segments lie in our units");
    assert!(share >= 99.5, "only {share:.2} % of {total} segments lie in our units; missed:\n{}", missed.join("\n"));
    eprintln!("missed:\n{}", missed.join("\n"));
}

#[test]
fn the_whole_corpus_syncs_once_and_then_rests() {
    let Some(corpus) = corpus() else { return };
    let project = support::Project::new("locales: [fr-FR, es-ES, ja-JP]\n");
    support::copy(&corpus.join("en"), &project.path("source-docs"));
    project.sync();
    let first = project.snapshot();
    assert!(project.sync().out.contains("Nothing changed since the last sync."));
    assert!(project.snapshot() == first, "a second sync wrote something");
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    assert!(project.sync().out.contains("Every file was up to date."));
    assert!(project.snapshot() == first, "a sync without the cache wrote something");
    assert_eq!(project.run(&["render", "--locale", "en-US", "--out", "out"]).code, 0);
    for (name, path) in markdown_below(&corpus.join("en")) {
        assert!(std::fs::read(path).unwrap() == std::fs::read(project.path("out").join(&name)).unwrap(), "{name}");
    }
}

/// A page without the value that depends on the sources' bytes.
fn without_hash(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.starts_with("ms.openlocfilehash:")).collect()
}

fn adopted(sources: &Path, pages: &Path, locale: &str) -> (support::Project, serde_json::Value) {
    adopted_with(sources, pages, locale, "")
}

fn adopted_with(sources: &Path, pages: &Path, locale: &str, config: &str) -> (support::Project, serde_json::Value) {
    let project = support::Project::new(&format!("locales: [{locale}]\n{config}"));
    support::copy(sources, &project.path("source-docs"));
    support::copy(pages, &project.path("pages"));
    let outcome = project.run(&["adopt", "--locale", locale, "pages", "--format", "json", "--date", "2026-01-31"]);
    let report = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    project.sync();
    (project, report)
}

#[test]
fn adopted_pages_come_back_byte_for_byte() {
    let Some(corpus) = corpus() else { return };
    adopts_and_regenerates(&corpus, "");
}

/// With variables not one page is worse, and the dates of all pages are understood.
#[test]
fn adopted_pages_come_back_with_variables() {
    let Some(corpus) = corpus() else { return };
    let variables = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/variables.yaml")).unwrap();
    let identical = adopts_and_regenerates(&corpus, &variables);
    assert_eq!(identical, adopts_and_regenerates(&corpus, ""));
    let (project, _) = adopted_with(&corpus.join("en"), &corpus.join("ja-JP"), "ja-JP", &variables);
    let dates = project.read("locales/ja-JP/shared.ftl");
    // The published pages write blanks around 年, 月 and 日, which CLDR's lengths do not.
    assert!(dates.contains("{ DATETIME($updated, pattern: \"y 年 M 月 d 日\") }"), "{dates}");
    let overrides: Vec<String> = markdown_below(&corpus.join("en"))
        .into_iter()
        .filter_map(|(name, _)| {
            let resource = project.path(&format!("locales/ja-JP/{}.ftl", name.strip_suffix(".md")?));
            let resource = std::fs::read_to_string(resource).ok()?;
            let is_date = |line: &&str| line.starts_with("last-updated-by-the-developer-on = ");
            resource.lines().find(is_date).map(str::to_owned)
        })
        .collect();
    assert!(!overrides.is_empty() && overrides.iter().all(|line| line.contains("DATETIME")), "{overrides:?}");
    let counts: serde_json::Value = serde_json::from_str(&project.run(&["variables", "--format", "json"]).out).unwrap();
    let updated =
        counts["variables"].as_array().unwrap().iter().find(|variable| variable["name"] == "updated").unwrap();
    assert!(updated["documents"].as_u64() >= Some(150) && updated["units"] == updated["documents"]);
}

/// How many pages of all locales come back to the byte.
fn adopts_and_regenerates(corpus: &Path, config: &str) -> usize {
    let mut all_identical = 0;
    for locale in ["fr-FR", "es-ES", "ja-JP"] {
        let (project, report) = adopted_with(&corpus.join("en"), &corpus.join(locale), locale, config);
        let (mut identical, mut same_lines, mut identical_lines, mut total) = (0, 0, 0, 0);
        for (name, path) in markdown_below(&corpus.join(locale)) {
            let (page, ours) =
                (std::fs::read_to_string(path).unwrap(), project.read(&format!("localized-docs/{locale}/{name}")));
            let english = std::fs::read_to_string(corpus.join("en").join(&name)).unwrap();
            let same = line_kinds(&english) == line_kinds(&support::without_hand_off(&page));
            total += 1;
            same_lines += usize::from(same);
            identical += usize::from(page == ours);
            identical_lines += usize::from(same && page == ours);
            if page != ours {
                eprintln!("{locale}/{name} differs");
            }
        }
        let (aligned, units) = (report["aligned"].as_u64().unwrap(), report["units"].as_u64().unwrap());
        eprintln!(
            "{locale}: {identical} of {total} pages identical; {identical_lines} of {same_lines} with the source's line kinds; {aligned} of {units} units"
        );
        assert!(identical * 1000 >= total * 970 && identical_lines * 1000 >= same_lines * 995, "{locale}");
        assert!(aligned * 1000 >= units * 998, "{locale}");
        // Adopting what is adopted changes nothing.
        let before = project.snapshot();
        project.run(&["adopt", "--locale", locale, "pages", "--date", "2026-01-31"]);
        assert!(project.snapshot() == before, "{locale}: adopting again changed something");
        all_identical += identical;
    }
    all_identical
}

/// What kind of line each line of a document is: the structure that the real pipeline keeps.
fn line_kinds(text: &str) -> Vec<char> {
    let body = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---")).map_or(text, |(_, body)| body);
    let kind = |line: &str| {
        let line = line.trim().trim_start_matches('>').trim_start();
        match line.chars().next() {
            None => ' ',
            Some(c @ ('#' | '|' | '<' | '[' | ':')) => c,
            Some(c @ ('*' | '-')) if line[1..].starts_with(' ') => c,
            Some(c)
                if c.is_ascii_digit()
                    && line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with([')', '.']) =>
            {
                if line.contains(") ") && line.find(") ") < line.find(' ') { '1' } else { 't' }
            }
            Some(_) => 't',
        }
    };
    body.lines().map(kind).collect()
}

#[test]
fn adoption_agrees_with_the_gold_segments() {
    let Some(corpus) = corpus() else { return };
    let (project, _) = adopted(&corpus.join("segments/en"), &corpus.join("segments/fr-FR"), "fr-FR");
    let (mut whole, mut equal, mut wrong) = (0usize, 0usize, Vec::new());
    for line in std::fs::read_to_string(corpus.join("segments/segments.jsonl")).unwrap().lines() {
        let gold: serde_json::Value = serde_json::from_str(line).unwrap();
        let path = gold["path"].as_str().unwrap();
        let english = std::fs::read_to_string(corpus.join("segments/en").join(path)).unwrap();
        let page = project.read(&format!("localized-docs/fr-FR/{path}"));
        let original = normalized(&std::fs::read_to_string(corpus.join("segments/fr-FR").join(path)).unwrap());
        let (english, page) = (
            Document::parse(&english, Syntax::Markdown, &options()),
            Document::parse(&page, Syntax::Markdown, &options()),
        );
        if english.units.len() != page.units.len() {
            eprintln!("{path}: another structure");
            continue;
        }
        let mut units: Vec<(String, String)> =
            english.units.iter().zip(&page.units).map(|(a, b)| (normalized(&a.text), normalized(&b.text))).collect();
        for segment in gold["segments"].as_array().unwrap() {
            let (en, fr) = (normalized(segment["en"].as_str().unwrap()), normalized(segment["fr"].as_str().unwrap()));
            // In page order: each unit stands for one segment.
            let Some(at) = units.iter().position(|(text, _)| *text == en) else { continue };
            if !original.contains(&fr) {
                continue;
            }
            whole += 1;
            let (_, ours) = units.remove(at);
            if ours == fr {
                equal += 1;
            } else {
                wrong.push(format!("{path}: {en:?}: {ours:?}, gold {fr:?}"));
            }
        }
    }
    let share = 100.0 * equal as f64 / whole as f64;
    eprintln!("{equal} of {whole} gold pairs ({share:.2} %)\n{}", wrong.join("\n"));
    assert!(whole > 8_000 && share >= 99.5, "{share:.2} %");
}

#[test]
fn the_seed_page_comes_back_but_for_its_hash() {
    let Some(corpus) = corpus() else { return };
    let project = support::Project::new("locales: [fr-FR]\n");
    support::copy(&corpus.join("seed/en.md"), &project.path("source-docs/seed.md"));
    support::copy(&corpus.join("seed/fr-FR.md"), &project.path("pages/seed.md"));
    let outcome = project.run(&["adopt", "--locale", "fr-FR", "pages"]);
    assert_eq!(outcome.code, 1, "its freshness is unproven: {}", outcome.err);
    project.sync();
    let (page, ours) = (project.read("pages/seed.md"), project.read("localized-docs/fr-FR/seed.md"));
    assert_eq!(without_hash(&ours), without_hash(&page));
}

#[test]
fn an_old_page_is_carried_to_the_newest_english() {
    let Some(corpus) = corpus() else { return };
    let mut histories: std::collections::BTreeMap<String, Vec<PathBuf>> = std::collections::BTreeMap::new();
    for (name, path) in markdown_below(&corpus.join("drift")) {
        if name.ends_with("/en.md") {
            let version = path.parent().unwrap().to_owned();
            histories.entry(version.parent().unwrap().to_string_lossy().into_owned()).or_default().push(version);
        }
    }
    let (mut sequences, mut kept, mut changed) = (0, 0, 0);
    for (name, versions) in histories.iter().filter(|(_, versions)| versions.len() > 1) {
        let (old, new) = (&versions[versions.len().saturating_sub(4)], &versions[versions.len() - 1]);
        let project = support::Project::new("locales: [fr-FR]\ncarry: none\n");
        support::copy(&new.join("en.md"), &project.path("source-docs/a.md"));
        support::copy(&old.join("en.md"), &project.path("old/a.md"));
        support::copy(&old.join("fr-FR.md"), &project.path("pages/a.md"));
        let outcome =
            project.run(&["adopt", "--locale", "fr-FR", "--source-at", "old", "pages", "--date", "2026-01-31"]);
        assert!(outcome.code < 2, "{name}: {}", outcome.err);
        project.sync();
        let read = |path: &str| project.read(path);
        let (was, is, french, page) =
            (read("old/a.md"), read("source-docs/a.md"), read("pages/a.md"), read("localized-docs/fr-FR/a.md"));
        let [was, is, french, page] =
            [&was, &is, &french, &page].map(|text| Document::parse(text, Syntax::Markdown, &options()));
        if was.units.len() != french.units.len() {
            eprintln!("{name}: another structure");
            continue;
        }
        assert_eq!(is.units.len(), page.units.len(), "{name}");
        sequences += 1;
        for (unit, ours) in is.units.iter().zip(&page.units).filter(|(unit, _)| unit.translatable) {
            let known: Vec<&str> = was
                .units
                .iter()
                .zip(&french.units)
                .filter(|(old, _)| old.text == unit.text)
                .map(|(_, french)| french.text.as_ref())
                .collect();
            let same_kind = was
                .units
                .iter()
                .zip(&french.units)
                .all(|(old, french)| old.text != unit.text || old.kind == french.kind);
            if !same_kind {
                eprintln!("{name}:{}: the page has another kind of unit there", unit.line);
            } else if known.is_empty() {
                changed += 1;
                assert_eq!(ours.text, unit.text, "{name}: a changed text is published in English");
            } else {
                kept += 1;
                assert!(
                    known.contains(&ours.text.as_ref()),
                    "{name}: {:?} became {:?}, the page had {known:?}",
                    unit.text,
                    ours.text
                );
            }
        }
    }
    eprintln!("{sequences} sequences: {kept} unchanged units keep their translation, {changed} changed or new");
    assert!(sequences > 50 && kept > 5_000);
}
