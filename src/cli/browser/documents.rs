//! The documents of the project, and how far each is in a locale.

use askama::Template;
use handback_core::text::count::counted;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::{Asked, Frame, Here};
use super::queue::Pager;
use super::request::encode;
use handback::review::counts::Counts;

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
    let found: Vec<usize> = (0..names.len()).filter(|index| names[*index].contains(path)).collect();
    let mut counts = Counts::default();
    found.iter().for_each(|index| counts.extend(&by_document[*index]));
    let base = format!("/{}/documents?{query}", encode(&frame.locale));
    let pager = Pager::new(page, found.len().div_ceil(MOST), &base);
    let row = |index: &usize| Row {
        name: names[*index].to_owned(),
        href: format!("/{}/document?name={}", encode(&frame.locale), encode(names[*index])),
        counts: by_document[*index],
    };
    let rows = found[pager.range(found.len(), MOST)].iter().map(row).collect();
    Answer::page(&Page { total: counted(found.len(), "document"), path, counts, rows, pager, frame })
}

/// Places of each document by the state of what stands there.
fn counts(desk: &mut Desk<'_, '_>, locale: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); desk.session.documents().len()];
    for entry in desk.session.queue(locale).iter().filter(|entry| entry.own.is_none()) {
        entry.places.iter().for_each(|(document, _)| counts[*document].add(entry.status));
    }
    counts
}
