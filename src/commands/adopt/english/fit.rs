//! The English that a page fits best, of those that it may have been made from.

use handback_core::align;
use handback_core::document::{Document, ParseOptions};
use handback_core::text::date::Date;

use super::super::page::PageMetadata;
use super::trees::{At, Session};
use super::{English, FoundBy};
use crate::project::history::Version;
use crate::snapshot::{PageView, SourceText};

/// How many versions are looked at before and after the time of a page.
const BEFORE: usize = 6;
const AFTER: usize = 2;

/// Seconds.
const DAY: i64 = 24 * 60 * 60;

/// The versions that a page may have been made from, the likeliest first: those around its time, and where nobody knows
/// that, today's and those before.
pub fn around<'s>(
    session: &'s mut Session,
    at: &'s At<'_>,
    source: &'s SourceText,
    metadata: &PageMetadata,
) -> impl Iterator<Item = English> + 's {
    let day = metadata.date.map(|date| date.days_since(Date::UNKNOWN) * DAY + DAY - 1);
    let page = if day.is_none() { at.page_commit() } else { None };
    // In one repository, the English is that of the very commit; else that of its time.
    let beside = page.and_then(|(commit, _)| session.file_at(at, commit));
    let time = day.or(page.map(|(_, time)| time));
    let today = time.is_none().then(|| English::new(FoundBy::Today, source, source.text.clone()));
    let versions = &at.history().versions;
    let here = beside.and_then(|file| versions.iter().position(|version| version.blob == file.blob));
    let is_then = |version: &Version| time.is_none_or(|time| version.time <= time);
    let here = here.or_else(|| versions.iter().position(is_then));
    let order = here.map(|here| nearest(here, versions.len())).unwrap_or_default();
    let found_by = if time.is_some() { FoundBy::Date } else { FoundBy::Fit };
    let versions = order.into_iter().filter_map(move |index| {
        let Version { commit, blob, .. } = &versions[index];
        Some(English::new(found_by, source, session.blob(at, blob)?).at(commit))
    });
    today.into_iter().chain(versions)
}

/// Places in a list, the newest first, from one place outwards.
fn nearest(here: usize, len: usize) -> Vec<usize> {
    let steps = (1..=BEFORE).flat_map(|step| {
        let older = here + step;
        let newer = here.checked_sub(step).filter(|_| step <= AFTER);
        [Some(older).filter(|older| *older < len), newer]
    });
    std::iter::once(here).chain(steps.flatten()).collect()
}

/// Of candidates the one of the best quality, with that; of several the first.
pub fn best(
    view: PageView<'_>,
    options: &ParseOptions,
    candidates: impl Iterator<Item = English>,
    quality: impl Fn(&Document<'_>) -> f32,
) -> Option<(f32, English)> {
    let mut best: Option<(f32, English)> = None;
    for candidate in candidates {
        let parsed = |text| Document::parse(text, view.source().source.syntax, options);
        let quality = candidate.text.as_deref().map_or_else(|| quality(view.document()), |text| quality(&parsed(text)));
        if best.as_ref().is_none_or(|(most, _)| quality > *most) {
            best = Some((quality, candidate));
        }
        if quality >= 1.0 {
            break;
        }
    }
    best
}

/// How much of a page and its English belongs together, from 0 to 1.
pub fn quality(english: &Document<'_>, page: &Document<'_>) -> f32 {
    align::align(english, page, None).quality()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_tried_from_the_likeliest_outwards() {
        assert_eq!(nearest(0, 1), [0]);
        assert_eq!(nearest(3, 5), [3, 4, 2, 1]);
        assert_eq!(nearest(1, 20), [1, 2, 0, 3, 4, 5, 6, 7]);
    }
}
