//! The first page: all locales.

use askama::Template;
use handback_core::text::date::Date;

use super::Summary;
use super::bar::Bar;
use super::chart::{self, Chart};
use super::frame::{Frame, Part};
use crate::commands::site::Site;

#[derive(Template)]
#[template(path = "site/overview.html")]
struct Page<'a> {
    frame: Frame,
    documents: usize,
    messages: usize,
    locales: Vec<Row<'a>>,
    gap: Option<String>,
    has_charts: bool,
}

/// A locale.
struct Row<'a> {
    name: &'a str,
    bar: Option<Bar>,
    /// Since when the oldest text waits.
    oldest: Option<Date>,
    chart: Option<Chart>,
    unpublished: usize,
}

pub fn page(site: &Site<'_>, summaries: &[Summary]) -> String {
    let row = |(index, summary): (usize, &Summary)| Row {
        name: site.locales[index].name(),
        bar: site.counts[index].as_ref().map(|counts| Bar(counts.by_message)),
        oldest: [summary.stale.oldest, summary.missing.oldest].into_iter().flatten().min(),
        chart: chart::of_locale(site, index),
        unpublished: site.counts[index].as_ref().map_or(0, |counts| counts.unpublished),
    };
    let locales: Vec<Row<'_>> = summaries.iter().enumerate().map(row).collect();
    let page = Page {
        frame: Frame::new(site, "Translations", "", Part::Overview),
        documents: site.snapshot.documents.len(),
        messages: site.counts.iter().flatten().map(|counts| counts.messages).max().unwrap_or(0),
        has_charts: locales.iter().any(|row| row.chart.is_some()),
        locales,
        gap: chart::gap(site),
    };
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}
