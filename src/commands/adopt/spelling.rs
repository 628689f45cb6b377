//! What adopted pages write in another way than their English, where Markdown means the same: see the spelling of rendering.

use std::collections::BTreeMap;
use std::ops::Range;

use handback_core::align::Alignment;
use handback_core::catalog::state::Spelled;
use handback_core::document::{Document, UnitKind};
use handback_core::render::Subject;
use handback_core::render::spelling::{self, Gap};
use handback_core::text::flavor::Flavor;
use rustc_hash::FxHashMap;

use super::carry::{self, Aligned};

/// A gap of a page beside that of its English.
struct Beside {
    place: String,
    english: String,
    /// What rendering would leave there.
    rendered: String,
    page: String,
    /// Of line breaks: the text of the page with those of its English.
    written: Option<String>,
    range: Range<usize>,
}

/// What a page spells in its own way.
pub fn of_page(subject: Subject<'_>, aligned: Aligned<'_>) -> Vec<Spelled> {
    let Aligned { english, page, alignment, carried, .. } = aligned;
    if page.constructs.flavor == Flavor::Docfx || !page.syntax.is_markdown() {
        return Vec::new();
    }
    let mut all = values(english, page, alignment);
    all.extend(spelling::line_ends(page.source, subject.document.source));
    let names = spelling::names(subject.document, subject.ids);
    let todays = |unit: usize| carried.map_or(Some(unit), |carried| carried[unit]);
    let names: Vec<String> =
        (0..english.units.len()).map(|unit| todays(unit).map_or(String::new(), |unit| names[unit].clone())).collect();
    let mut beside = gaps(english, page, alignment, &names);
    beside.extend(breaks(english, page, alignment, &names));
    let is_own = |gap: &&Beside| gap.page != gap.rendered && spelling::means_the_same(&gap.page, &gap.rendered);
    let own: Vec<&Beside> = beside.iter().filter(is_own).collect();
    // Where a line of a text begins, nothing but its blanks is looked at.
    let found: Vec<(Range<usize>, &str)> =
        own.iter().map(|gap| (gap.range.clone(), gap.written.as_deref().unwrap_or(&gap.rendered))).collect();
    let proven: Vec<&Beside> = spelling::proven(page, &found).into_iter().map(|at| own[at]).collect();
    all.extend(grouped(&beside, &proven));
    all
}

/// Values of front matter.
fn values(english: &Document<'_>, page: &Document<'_>, alignment: &Alignment) -> Vec<Spelled> {
    let mut by_key: BTreeMap<String, Option<String>> = BTreeMap::new();
    for pair in &alignment.pairs {
        let (made_from, unit) = (&english.units[pair.english], &page.units[pair.page]);
        let is_value = made_from.kind == UnitKind::FrontMatter && unit.kind == UnitKind::FrontMatter;
        let Some(key) = unit.label.as_deref().filter(|_| is_value && made_from.label == unit.label) else { continue };
        let own = page.value_spelling(unit, english, made_from);
        let known = by_key.entry(key.to_owned()).or_insert_with(|| own.clone());
        // Values of one key that are spelled in several ways are left to the English.
        if *known != own {
            *known = None;
        }
    }
    let spelled = |(key, page): (String, Option<String>)| {
        Some(Spelled { english: None, key: Some(key), page: page?, at: Vec::new() })
    };
    by_key.into_iter().filter_map(spelled).collect()
}

/// The gaps whose neighbors translate the neighbors of a gap of the English.
fn gaps(english: &Document<'_>, page: &Document<'_>, alignment: &Alignment, names: &[String]) -> Vec<Beside> {
    let (ours, theirs) = (spelling::gaps(english), spelling::gaps(page));
    let our_units: Vec<usize> = spelling::body_units(english).collect();
    let their_units: Vec<usize> = spelling::body_units(page).collect();
    let number: FxHashMap<usize, usize> = their_units.iter().enumerate().map(|(at, unit)| (*unit, at)).collect();
    let pairs: FxHashMap<usize, usize> = alignment.pairs.iter().map(|pair| (pair.english, pair.page)).collect();
    let of_unit = |at: usize| number.get(pairs.get(our_units.get(at)?)?).copied();
    let mut found = Vec::new();
    for (at, gaps) in ours.iter().enumerate() {
        let before = if at == 0 { Some(0) } else { of_unit(at - 1).map(|before| before + 1) };
        let behind = if at == our_units.len() { Some(their_units.len()) } else { of_unit(at) };
        let Some(theirs) = before.filter(|_| before == behind).map(|at| &theirs[at]) else { continue };
        if theirs.len() != gaps.len() {
            continue;
        }
        let last = at.checked_sub(1).map(|at| our_units[at]);
        for (index, (gap, other)) in gaps.iter().zip(theirs).enumerate() {
            let last = last.filter(|_| index == 0);
            let id =
                last.map_or("", |last| carry::own_id(page, &page.units[pairs[&last]], english, &english.units[last]));
            found.push(beside((english, gap), (page, other), (last.is_some(), id), names));
        }
    }
    found
}

fn beside(
    (english, gap): (&Document<'_>, &Gap),
    (page, other): (&Document<'_>, &Gap),
    (is_behind_text, id): (bool, &str),
    names: &[String],
) -> Beside {
    let of_english = english.source[gap.range.clone()].replace("\r\n", "\n");
    // The id that a heading has of its own is a part of its text.
    let range = (other.range.start + id.len()).min(other.range.end)..other.range.end;
    Beside {
        place: spelling::place(gap, names),
        rendered: spelling::rendered(&of_english, is_behind_text).to_owned(),
        english: of_english,
        page: page.source[range.clone()].replace("\r\n", "\n"),
        written: None,
        range,
    }
}

/// Texts of several lines, by how their lines begin in the page and in the English.
fn breaks(english: &Document<'_>, page: &Document<'_>, alignment: &Alignment, names: &[String]) -> Vec<Beside> {
    let of_pair = |pair: &handback_core::align::Pair| {
        let (made_from, unit) = (&english.units[pair.english], &page.units[pair.page]);
        let theirs = page.breaks_in(unit, &unit.text).filter(|theirs| !theirs.is_empty())?;
        let rendered = english.breaks_in(made_from, &unit.text)?;
        let raw = &page.source[unit.span.clone()];
        Some(Beside {
            place: spelling::place_in(pair.english, names),
            written: Some(Document::with_breaks(unit, raw, &rendered)?),
            rendered,
            english: english.breaks_in(made_from, &made_from.text)?,
            page: theirs,
            range: unit.span.clone(),
        })
    };
    alignment.pairs.iter().filter_map(of_pair).collect()
}

/// What is spelled in one way, with its places; without, if the page has it so wherever the English has that.
fn grouped(all: &[Beside], proven: &[&Beside]) -> Vec<Spelled> {
    let mut groups: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for gap in proven {
        groups.entry((&gap.english, &gap.page)).or_default().push(gap.place.clone());
    }
    let spelled = |((english, page), at): ((&str, &str), Vec<String>)| {
        let of_these = all.iter().filter(|gap| gap.english == english).count();
        let is_gap = at.iter().all(|place| !place.starts_with("in "));
        let is_everywhere = is_gap && at.len() > 1 && at.len() == of_these;
        let at = if is_everywhere { Vec::new() } else { at };
        Spelled { english: Some(english.to_owned()), key: None, page: page.to_owned(), at }
    };
    groups.into_iter().map(spelled).collect()
}
