//! Regenerates adopted pages and tells what comes out differently.

use std::path::Path;

use handback_core::render::format::Formatters;
use handback_core::render::{self, RenderOptions};
use rayon::prelude::*;
use similar::{ChangeTag, TextDiff};

use super::place::Places;
use super::read::Page;
use super::{AdoptJob, AdoptReport, Deviation};
use crate::pages::front_matter::FrontMatter;
use crate::pages::links::Links;
use crate::pages::render::render_options;
use crate::snapshot::LocaleView;

/// Regenerates the pages that were made from today's English and tells every line that differs.
pub fn compare(job: &AdoptJob, locale: LocaleView<'_>, pages: &[Page], report: &mut AdoptReport) {
    let (snapshot, own) = (locale.snapshot, locale.own());
    let own_locale = snapshot.config.locale_called(locale.name());
    let places = Places::new(snapshot.config, job, &own_locale);
    let links = Links::of_pages(locale);
    let front_matter = FrontMatter::of(snapshot.config, locale.name());
    let formatters = [Formatters::new(&own.catalog, &own.terms)];
    let options = RenderOptions { notice: None, ..render_options(snapshot.config, locale.name()) };
    let compared: Vec<(bool, Vec<Deviation>)> = pages
        .par_iter()
        .filter(|page| page.english.text.is_none() && !page.bilingual)
        .map(|page| {
            let view = snapshot.page(page.document);
            let hand_off = own.catalog.files.get(&view.key()).and_then(|file| file.state.document.as_ref());
            let rendered = render::render(view.subject(), snapshot.reference(), &formatters, hand_off, &options);
            let ours = front_matter.localized(view.source(), rendered.text.unwrap_or_default(), hand_off);
            let ours = links.localized(view.source(), &ours).unwrap_or(ours);
            (ours == page.text, deviations(&places.page(view).unwrap_or_default(), &page.text, &ours))
        })
        .collect();
    for (identical, deviations) in compared {
        report.identical += usize::from(identical);
        report.deviations.extend(deviations);
    }
}

fn deviations(path: &Path, adopted: &str, ours: &str) -> Vec<Deviation> {
    if adopted == ours {
        return Vec::new();
    }
    if adopted.replace("\r\n", "\n") == ours.replace("\r\n", "\n") {
        let ends = |text: &str| if text.contains("\r\n") { "CRLF line ends" } else { "LF line ends" }.to_owned();
        return vec![Deviation { page: path.to_owned(), line: 1, adopted: ends(adopted), regenerated: ends(ours) }];
    }
    let diff = TextDiff::from_lines(adopted, ours);
    let mut found: Vec<Deviation> = Vec::new();
    // The line of the adopted page that is being passed.
    let mut passed = 0;
    for change in diff.iter_all_changes() {
        passed = change.old_index().map_or(passed, |index| index + 1);
        let text = change.value().trim_end_matches('\n').to_owned();
        match (change.tag(), found.last_mut()) {
            (ChangeTag::Delete, _) => {
                found.push(Deviation {
                    page: path.to_owned(),
                    line: passed,
                    adopted: text,
                    regenerated: String::new(),
                });
            }
            (ChangeTag::Insert, Some(last)) if last.regenerated.is_empty() && last.line == passed => {
                last.regenerated = text;
            }
            (ChangeTag::Insert, _) => {
                found.push(Deviation {
                    page: path.to_owned(),
                    line: passed + 1,
                    adopted: String::new(),
                    regenerated: text,
                });
            }
            (ChangeTag::Equal, _) => {}
        }
    }
    found
}
