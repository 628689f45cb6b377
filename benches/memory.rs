//! The translation memory: exact and fuzzy search over 100,000 entries.
//!
//! `cargo bench --manifest-path benches/Cargo.toml`. Texts are made up from a list of words; with `HANDBACK_CORPUS` they are the
//! texts of real documents, with words of other texts put in until there are enough. Queries are entries
//! with one or two words changed, and texts that nothing is similar to.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use handback_core::catalog::FileKey;
use handback_core::catalog::state::TranslationType;
use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::memory::{Entry, Memory, Origin};

const ENTRIES: usize = 100_000;
const QUERIES: usize = 1_000;

const WORDS: &str = "app data service user tenant page store policy admin organization report access network security \
    customer encryption account region partner audit key backup log message the a an of to in for with by from on is \
    are was has have does do can may must should not and or when where which who how what every any each new old \
    provides collects keeps sends reads shows explains requires allows stores reviews deletes answers transfers \
    whether after before during between regularly securely automatically annually within outside under over this that";

fn words(text: &str) -> Vec<String> {
    text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Texts that do not come from anywhere else.
fn made_up(random: &mut fastrand::Rng) -> Vec<String> {
    let list: Vec<&str> = WORDS.split_whitespace().collect();
    let mut sentence = || {
        let count = 3 + random.usize(..25);
        (0..count).map(|_| list[random.usize(..list.len())]).collect::<Vec<_>>().join(" ")
    };
    (0..3_000).map(|_| sentence()).collect()
}

fn real(folder: &Path) -> Vec<String> {
    let options = ParseOptions::default();
    let mut found = BTreeSet::new();
    for entry in ignore::WalkBuilder::new(folder).standard_filters(false).build().flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "md") {
            let text = std::fs::read_to_string(entry.path()).expect("a document");
            let document = Document::parse(&text, Syntax::Markdown, &options);
            found.extend(document.units.iter().filter(|unit| unit.translatable).map(|unit| unit.text.to_string()));
        }
    }
    found.into_iter().collect()
}

/// Another text with some of its words changed.
fn changed(text: &str, vocabulary: &[String], count: usize, random: &mut fastrand::Rng) -> String {
    let mut words = words(text);
    for _ in 0..count {
        if let Some(at) = (!words.is_empty()).then(|| random.usize(..words.len())) {
            words[at].clone_from(&vocabulary[random.usize(..vocabulary.len())]);
        }
    }
    words.join(" ")
}

struct Setup {
    memory: Memory,
    similar: Vec<String>,
    strange: Vec<String>,
}

fn setup() -> Setup {
    let mut random = fastrand::Rng::with_seed(7);
    let base = match std::env::var_os("HANDBACK_CORPUS") {
        Some(folder) => real(&Path::new(&folder).join("en")),
        None => made_up(&mut random),
    };
    let vocabulary: Vec<String> = base.iter().flat_map(|text| words(text)).collect();
    let mut texts: BTreeSet<String> = base.iter().cloned().collect();
    while texts.len() < ENTRIES {
        let text = &base[random.usize(..base.len())];
        let most = 1 + words(text).len() / 2;
        texts.insert(changed(text, &vocabulary, 1 + random.usize(..most), &mut random));
    }
    let texts: Vec<String> = texts.into_iter().collect();
    let mut pick = |count: usize| {
        let text = &texts[random.usize(..texts.len())];
        changed(text, &vocabulary, count, &mut random)
    };
    let similar = (0..QUERIES).map(|index| pick(1 + index % 2)).collect();
    let strange = (0..QUERIES).map(|_| pick(12)).collect();
    let entry = |text: String| Entry {
        target: text.clone(),
        source: text,
        kind: TranslationType::Machine,
        origin: Origin::Project { id: "id".into(), home: FileKey::Shared, obsolete: false },
        date: Some(handback_core::text::date::Date::constant(2026, 1, 1)),
        contexts: Vec::new(),
        unproven: false,
    };
    Setup { memory: Memory::new(texts.into_iter().map(entry).collect()), similar, strange }
}

/// Median and 99th percentile of single searches, which the mean of many hides.
#[expect(clippy::print_stderr, reason = "a benchmark tells its figures")]
fn percentiles(name: &str, queries: &[String], search: impl Fn(&str)) {
    let mut times: Vec<Duration> = queries
        .iter()
        .map(|query| {
            let start = Instant::now();
            search(query);
            start.elapsed()
        })
        .collect();
    times.sort();
    eprintln!("{name}: median {:.1?}, p99 {:.1?}", times[times.len() / 2], times[times.len() * 99 / 100]);
}

fn searches(criterion: &mut Criterion) {
    let Setup { memory, similar, strange } = setup();
    // Builds the index.
    let start = Instant::now();
    memory.fuzzy("warm", 0.7, 1);
    percentiles_note(start.elapsed());
    for (name, queries) in [("similar", &similar), ("strange", &strange)] {
        percentiles(&format!("exact, {name}"), queries, |query| drop(black_box(memory.exact(query, None))));
        for least in [0.7, 0.9] {
            let search = |query: &str| drop(black_box(memory.fuzzy(query, least, 1)));
            percentiles(&format!("fuzzy from {least}, {name}"), queries, search);
            let mut turn = queries.iter().cycle();
            criterion.bench_function(&format!("fuzzy from {least}, {name}"), |bencher| {
                bencher.iter(|| turn.next().map(|query| memory.fuzzy(query, least, 1).len()));
            });
        }
    }
}

#[expect(clippy::print_stderr, reason = "a benchmark tells its figures")]
fn percentiles_note(took: Duration) {
    eprintln!("index of {ENTRIES} entries: {took:.1?}");
}

criterion_group!(benches, searches);
criterion_main!(benches);
