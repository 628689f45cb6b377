//! The documents of the project, and how far each is in a locale.

use askama::Template;
use handback_core::catalog::Id;
use handback_core::text::count::counted;
use rustc_hash::FxHashMap;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::request::encode;
use handback::report::pager::Pager;
use handback::review::counts::Counts;
use handback::review::queue::{Entry, Status, names as named};

/// Documents of a page.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "review/documents.html")]
struct Page<'a> {
    frame: Frame,
    path: &'a str,
    counts: Counts,
    total: String,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    name: String,
    href: String,
    counts: Counts,
}

pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, page: usize) -> Answer {
    let path = asked.wanted.path.as_str();
    let query = if path.is_empty() { String::new() } else { format!("path={}&", encode(path)) };
    let here = Here { title: "Documents".into(), part: "documents", address: format!("documents?{query}") };
    let frame = Frame::new(desk, asked, &here);
    let by_document = counts(desk, asked.locale);
    let names = desk.session.documents();
    let is_meant = named(path);
    let found: Vec<usize> = (0..names.len()).filter(|index| is_meant(names[*index])).collect();
    let counts = match found.len() == names.len() {
        // As `handback status` counts: each message once, also those that documents share.
        true => Counts::from(&desk.session.counts(asked.locale).by_message),
        false => of_documents(desk, asked.locale, &found),
    };
    let names = desk.session.documents();
    let base = format!("/{}/documents?{query}", encode(&frame.locale));
    let pager = Pager::new(page, found.len().div_ceil(MOST), |page| format!("{base}page={page}"));
    let row = |index: &usize| Row {
        name: names[*index].to_owned(),
        href: format!("/{}/document?name={}", encode(&frame.locale), encode(names[*index])),
        counts: by_document[*index],
    };
    let rows = found[pager.range(found.len(), MOST)].iter().map(row).collect();
    Answer::page(&Page { total: counted(found.len(), "document"), path, counts, rows, pager, frame })
}

/// Messages of some documents by state, each once.
fn of_documents(desk: &mut Desk<'_, '_>, locale: usize, documents: &[usize]) -> Counts {
    let mut counts = Counts::default();
    let mut worst: FxHashMap<Id, Status> = FxHashMap::default();
    let is_there = |entry: &&Entry| entry.places.iter().any(|(document, _)| documents.binary_search(document).is_ok());
    for entry in desk.session.queue(locale).iter().filter(|entry| entry.own.is_none()).filter(is_there) {
        let known = worst.entry(entry.id.clone()).or_insert(entry.status);
        *known = furthest_back(*known, entry.status);
    }
    worst.into_values().for_each(|status| counts.add(status));
    counts
}

/// A message is as far as it is in the document where it is furthest back.
fn furthest_back(one: Status, other: Status) -> Status {
    let order = [Status::Human, Status::Machine, Status::Unproven, Status::Stale, Status::Missing];
    let rank = |status: Status| order.iter().position(|other| *other == status);
    if rank(one) < rank(other) { other } else { one }
}

/// Messages of each document by state, each once.
fn counts(desk: &mut Desk<'_, '_>, locale: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); desk.session.documents().len()];
    for entry in desk.session.queue(locale).iter().filter(|entry| entry.own.is_none()) {
        let mut last = None;
        for (document, _) in entry.places.iter().filter(|(document, _)| last.replace(*document) != Some(*document)) {
            counts[*document].add(entry.status);
        }
    }
    counts
}
