//! The first page of a locale.

use askama::Template;
use handback_core::text::count::counted;

use super::bar::{Bar, percent};
use super::chart::{self, Chart};
use super::frame::{Frame, Part};
use crate::commands::site::makers::{Kind as MakerKind, Maker};
use crate::commands::site::work::{Ages, Kind, Work};
use crate::commands::site::{Locale, Site};
use crate::snapshot::counts::Counts;

/// Documents that are furthest behind, at most.
const MOST_BEHIND: usize = 20;

#[derive(Template)]
#[template(path = "site/locale.html")]
struct Page<'a> {
    frame: Frame,
    name: &'a str,
    bar: Option<Bar>,
    work: Vec<Line>,
    pages: usize,
    notes: Vec<String>,
    ages: Vec<(&'static str, &'a Ages)>,
    makers: &'a [Maker],
    behind: Vec<Behind>,
    chart: Option<Chart>,
    gap: Option<String>,
}

/// A kind of work, and how much there is.
struct Line {
    what: &'static str,
    count: usize,
}

/// A document that is behind.
struct Behind {
    name: String,
    href: Option<String>,
    percent: usize,
    counts: Counts,
}

pub fn page(site: &Site<'_>, index: usize, work: &Work, pages: usize) -> String {
    let (name, locale) = (site.names[index], &site.locales[index]);
    let count = |kind: Kind| work.tasks.iter().filter(|task| task.kind == kind).count();
    let lines = [
        ("stale: the English changed", count(Kind::Stale)),
        ("worded differently by two people", count(Kind::Decision)),
        ("missing", count(Kind::Missing) + work.left_out),
    ];
    let page = Page {
        frame: Frame::new(site, name, "../../", Part::Locale(index)),
        name,
        bar: locale.counts.as_ref().map(|counts| Bar(counts.by_message)),
        work: lines.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| Line { what, count }).collect(),
        pages,
        notes: notes(site, index, work),
        ages: [("Stale", &work.stale), ("Missing", &work.missing)]
            .into_iter()
            .filter(|(_, ages)| has_any(ages))
            .collect(),
        makers: &locale.makers,
        behind: behind(site, locale),
        chart: chart::of_locale(site, index),
        gap: chart::gap(site),
    };
    page.render().unwrap_or_default()
}

fn has_any(ages: &Ages) -> bool {
    ages.week + ages.month + ages.quarter + ages.longer + ages.unknown > 0
}

/// What the lists leave out, and what is not known.
fn notes(site: &Site<'_>, index: usize, work: &Work) -> Vec<String> {
    let name = site.names[index];
    let mut notes = Vec::new();
    if work.left_out > 0 {
        let left = counted(work.left_out, "missing text");
        notes.push(format!(
            "{left} more, of the fewest documents, are not listed: `handback review --locale {name} --state missing` has all."
        ));
    }
    if work.unpublished > 0 {
        let texts = counted(work.unpublished, "missing text");
        notes.push(format!("{texts} in documents without a page in this locale (`publish`) are not listed."));
    }
    if site.locales[index].counts.is_none() {
        notes.push(
            "A file of this locale, or of one that it falls back to, cannot be read: how far it is, is not known."
                .into(),
        );
    }
    notes
}

/// The documents with the most texts that are not current.
fn behind(site: &Site<'_>, locale: &Locale) -> Vec<Behind> {
    let open = |counts: &Counts| counts.stale + counts.missing;
    let mut all: Vec<(usize, Counts)> =
        locale.documents.iter().enumerate().filter_map(|(at, counts)| Some((at, (*counts)?))).collect();
    all.retain(|(_, counts)| open(counts) > 0);
    // The sort is stable: documents are in the order of their names.
    all.sort_by_key(|(_, counts)| std::cmp::Reverse(open(counts)));
    all.truncate(MOST_BEHIND);
    let shown = |(at, counts): (usize, Counts)| {
        let document = &site.documents[at];
        let href = site.forge.as_ref().and_then(|forge| forge.address(&document.file, None));
        Behind { name: document.name.clone(), href, percent: percent(&counts), counts }
    };
    all.into_iter().map(shown).collect()
}

impl Page<'_> {
    /// How a maker is named.
    fn maker(maker: &Maker) -> &str {
        if maker.kind == MakerKind::People { "not named" } else { &maker.name }
    }
}
