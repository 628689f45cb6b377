//! Alignment on real pages: pages against later versions of their English, and pages that somebody changed. Runs when
//! `HANDBACK_CORPUS` names the corpus.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handback_core::align::align;
use handback_core::document::{Document, Syntax};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::support::{corpus, markdown_below, options};

/// Pages of this many histories are looked at: all of them take a release build.
const HISTORIES: usize = 24;
/// Pages that are changed.
const CHANGED: usize = 72;

fn parsed(text: &str) -> Document<'_> {
    Document::parse(text, Syntax::Markdown, &options())
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

/// What is counted: units that can be paired, those that were, pairs in all, and wrong ones.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    pairable: usize,
    paired: usize,
    pairs: usize,
    wrong: usize,
}

impl Count {
    fn add(self, other: Self) -> Self {
        Self {
            pairable: self.pairable + other.pairable,
            paired: self.paired + other.paired,
            pairs: self.pairs + other.pairs,
            wrong: self.wrong + other.wrong,
        }
    }

    fn assert(self, least: f64) {
        let (paired, wrong) =
            (self.paired as f64 / self.pairable as f64, self.wrong as f64 / (self.pairs as f64).max(1.0));
        assert!(self.pairable > 1000 && paired >= least && wrong <= 0.001, "{self:?}: {paired:.4}, {wrong:.5}");
    }
}

/// Where each text stands that stands once.
fn places<'d>(document: &'d Document<'_>) -> FxHashMap<&'d str, Option<usize>> {
    let mut places: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    for (index, unit) in document.units.iter().enumerate() {
        places.entry(&unit.text).and_modify(|place| *place = None).or_insert(Some(index));
    }
    places
}

/// Judges the alignment of a page with another English than its own, whose units are those of the page one by one.
fn judged(own: &Document<'_>, english: &Document<'_>, page: &Document<'_>) -> Count {
    let (before, after) = (places(own), places(english));
    let pairs: FxHashMap<usize, usize> =
        align(english, page, None).pairs.iter().map(|pair| (pair.english, pair.page)).collect();
    let mut count = Count { pairs: pairs.len(), ..Count::default() };
    for (index, unit) in own.units.iter().enumerate() {
        let place = after.get(&*unit.text).copied().flatten();
        let Some(place) = place.filter(|_| before[&*unit.text].is_some()) else { continue };
        count.pairable += 1;
        count.paired += usize::from(pairs.get(&place) == Some(&index));
    }
    // A text that has its own translation may not have another one's.
    let is_wrong = |(english_at, page_at): (&usize, &usize)| {
        let (text, truth) = (&english.units[*english_at].text, &own.units[*page_at].text);
        let stands_once =
            |places: &FxHashMap<&str, Option<usize>>, text: &str| matches!(places.get(text), Some(Some(_)));
        text != truth && (stands_once(&after, truth) || stands_once(&before, text))
    };
    count.wrong = pairs.iter().filter(|pair| is_wrong(*pair)).count();
    count
}

fn same_structure(a: &Document<'_>, b: &Document<'_>) -> bool {
    let same = |(a, b): (&handback_core::document::Unit<'_>, &handback_core::document::Unit<'_>)| {
        (a.kind, a.column, &a.label) == (b.kind, b.column, &b.label)
    };
    a.units.len() == b.units.len() && a.units.iter().zip(&b.units).all(same)
}

#[test]
fn pages_find_their_place_in_later_english() {
    let Some(corpus) = corpus() else { return };
    let mut histories: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for (name, path) in markdown_below(&corpus.join("drift")) {
        if name.ends_with("/en.md") {
            let version = path.parent().unwrap();
            histories.entry(version.parent().unwrap().to_owned()).or_default().push(version.to_owned());
        }
    }
    let step = histories.len().div_ceil(HISTORIES);
    let chosen: Vec<Vec<PathBuf>> = histories.into_values().step_by(step).collect();
    let of_history = |mut versions: Vec<PathBuf>| {
        versions.sort();
        let (first, last) = (&versions[0], &versions[versions.len() - 1]);
        let (own, page, later) = (read(&first.join("en.md")), read(&first.join("fr-FR.md")), read(&last.join("en.md")));
        let (own, page, later) = (parsed(&own), parsed(&page), parsed(&later));
        if same_structure(&own, &page) { judged(&own, &later, &page) } else { Count::default() }
    };
    chosen.into_par_iter().map(of_history).reduce(Count::default, Count::add).assert(0.97);
}

/// Blocks of a page, each with the line ends behind it.
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\n\n") {
        let end = at + rest[at..].len() - rest[at..].trim_start_matches('\n').len();
        blocks.push(&rest[..end]);
        rest = &rest[end..];
    }
    blocks.push(rest);
    blocks
}

/// What may happen to a block of a page, by number.
fn changed(blocks: &[&str], at: usize, change: usize) -> String {
    let mut blocks: Vec<String> = blocks.iter().map(|block| (*block).to_owned()).collect();
    match change {
        0 => blocks.insert(at, "Une note du traducteur, qui n'est dans aucun autre texte.\n\n".to_owned()),
        1 => drop(blocks.remove(at)),
        2 => blocks.insert(at, blocks[at].clone()),
        _ => blocks.swap(at, at - 1),
    }
    blocks.concat()
}

#[test]
fn a_change_of_a_page_costs_only_itself() {
    let Some(corpus) = corpus() else { return };
    let pages = markdown_below(&corpus.join("fr-FR"));
    let step = pages.len().div_ceil(CHANGED);
    let chosen: Vec<_> = pages.into_iter().step_by(step).enumerate().collect();
    let of_page = |(number, (name, path)): (usize, (String, PathBuf))| {
        let (english, page) = (read(&corpus.join("en").join(name)), read(&path));
        let (english, whole) = (parsed(&english), parsed(&page));
        let blocks = blocks(&page);
        if blocks.len() < 4 || !same_structure(&english, &whole) {
            return Count::default();
        }
        // Neither the front matter nor the end.
        let at = 2 + number * 7 % (blocks.len() - 3);
        let changed = changed(&blocks, at, number % 4);
        let page = parsed(&changed);
        // The English of each unit of the changed page, by its text.
        let mut english_of: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for (ours, theirs) in english.units.iter().zip(&whole.units) {
            english_of.entry(&theirs.text).or_default().push(&ours.text);
        }
        let alignment = align(&english, &page, None);
        let is_right = |pair: &&handback_core::align::Pair| {
            let truth = english_of.get(&*page.units[pair.page].text);
            truth.is_some_and(|truth| truth.contains(&&*english.units[pair.english].text))
        };
        let right = alignment.pairs.iter().filter(is_right).count();
        let pairable = page.units.iter().filter(|unit| english_of.contains_key(&*unit.text)).count();
        let pairs = alignment.pairs.len();
        Count { pairable: pairable.min(english.units.len()), paired: right, pairs, wrong: pairs - right }
    };
    chosen.into_par_iter().map(of_page).reduce(Count::default, Count::add).assert(0.97);
}
