//! A page in two columns: the English, and what the localized page says.

use askama::Template;
use rustc_hash::FxHashMap;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request::{self, encode};
use super::text::cut;
use handback::report::pager::Pager;
use handback::review::counts::Counts;
use handback::review::session::PageUnit;

/// Units and bytes of text on a page.
const MOST: usize = 250;
const LARGEST: usize = 100_000;
/// Characters of a unit.
const LONGEST: usize = 4_000;

#[derive(Template)]
#[template(path = "review/document.html")]
struct Page {
    frame: Frame,
    name: String,
    counts: Counts,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    unit: usize,
    line: u32,
    kind: &'static str,
    english: String,
    localized: String,
    /// `text` for what nobody translates, `elsewhere` for a translation of a fallback locale.
    state: &'static str,
    is_translated: bool,
    /// Its entry.
    href: Option<String>,
}

/// `unit` is the one to be on the page, `page` the number if none is.
pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, name: &str, unit: Option<usize>, page: usize) -> Answer {
    let Some(document) = desk.session.documents().iter().position(|known| *known == name) else {
        return Answer::not_found("The project has no document of this name.");
    };
    let base = format!("document?name={}", encode(name));
    let frame = Frame::new(desk, asked, &Here { title: name.to_owned(), part: "documents", address: base.clone() });
    let units = desk.session.page(asked.locale, document);
    let pages = pages(&units);
    let holding = unit.and_then(|unit| pages.iter().position(|range| range.contains(&unit)));
    let page = holding.map_or(page, |index| index + 1);
    let pager = Pager::new(page, pages.len(), |page| format!("/{}/{base}&page={page}", encode(&frame.locale)));
    let mut counts = Counts::default();
    let mut entries: FxHashMap<usize, (&'static str, String)> = FxHashMap::default();
    let range = pages.get(pager.page - 1).cloned().unwrap_or_default();
    // What the document has of its own is beside its units.
    for entry in desk.session.queue(asked.locale).iter().filter(|entry| entry.own.is_none()) {
        let mut is_counted = false;
        for (_, unit) in entry.places.iter().filter(|(own, _)| *own == document) {
            // Each message once, as `handback status` counts.
            if !std::mem::replace(&mut is_counted, true) {
                counts.add(entry.status);
            }
            if range.contains(unit) {
                let href = request::address(&frame.locale, asked.wanted, entry);
                entries.insert(*unit, (entry.status.name(), href));
            }
        }
    }
    let rows = units[range].iter().map(|unit| row(unit, entries.remove(&unit.unit))).collect();
    Answer::page(&Page { name: name.to_owned(), counts, rows, pager, frame })
}

fn row(unit: &PageUnit, entry: Option<(&'static str, String)>) -> Row {
    let (state, href) = match entry {
        Some((state, href)) => (state, Some(href)),
        None if unit.id.is_some() => ("elsewhere", None),
        None => ("text", None),
    };
    Row {
        unit: unit.unit,
        line: unit.line,
        kind: unit.kind.name(),
        english: cut(&unit.english, LONGEST),
        localized: cut(&unit.localized, LONGEST),
        state,
        is_translated: unit.is_translated,
        href,
    }
}

/// Which units are on which page, so that none gets large.
fn pages(units: &[PageUnit]) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, unit) in units.iter().enumerate() {
        let own = unit.english.len().min(LONGEST) + unit.localized.len().min(LONGEST);
        if index > start && (index - start == MOST || size + own > LARGEST) {
            pages.push(start..index);
            (start, size) = (index, 0);
        }
        size += own;
    }
    pages.push(start..units.len());
    pages
}
