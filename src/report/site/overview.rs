//! The first page: all locales.

use askama::Template;
use handback_core::text::date::Date;

use super::bar::Bar;
use super::chart::{self, Chart};
use super::frame::{Frame, Part};
use crate::commands::site::{Locale, Site};

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

pub fn page(site: &Site<'_>) -> String {
    let row = |(index, locale): (usize, &Locale)| Row {
        name: site.names[index],
        bar: locale.counts.as_ref().map(|counts| Bar(counts.by_message)),
        oldest: [locale.stale.oldest, locale.missing.oldest].into_iter().flatten().min(),
        chart: chart::of_locale(site, index),
        unpublished: locale.counts.as_ref().map_or(0, |counts| counts.unpublished),
    };
    let locales: Vec<Row<'_>> = site.locales.iter().enumerate().map(row).collect();
    let page = Page {
        frame: Frame::new(site, "Translations", "", Part::Overview),
        documents: site.documents.len(),
        messages: site
            .locales
            .iter()
            .filter_map(|locale| locale.counts.as_ref())
            .map(|counts| counts.messages)
            .max()
            .unwrap_or(0),
        has_charts: locales.iter().any(|row| row.chart.is_some()),
        locales,
        gap: chart::gap(site),
    };
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}
