//! How far each locale is.

use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::{DocumentName, Id};
use handback_core::text::markup::prose;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::own::{self, Own};
use super::standing::{Standing, Standings};
use super::{LocaleView, PageView};
use crate::project::index::Index;

/// Counts of one locale.
///
/// `messages` counts each text once, `units` every place where one stands; `current + stale + missing`
/// is `messages`, and `human + machine + unproven` is `current`. `in_units` counts the same by units. A message is
/// as far as it is in the document where it is furthest back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocaleCounts {
    pub documents: usize,
    pub units: usize,
    pub words: usize,
    pub messages: usize,
    #[serde(flatten)]
    pub by_message: Counts,
    pub in_units: Counts,
    /// Current messages whose adopted page did not prove what English it was made from.
    #[serde(default)]
    pub unknown_english: usize,
    /// Blocks of code of the locale's own whose English changed; they count nowhere else.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub stale_blocks: usize,
    /// Documents that have no page in the locale (`publish`).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unpublished: usize,
    /// Missing messages that stand in such documents alone.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub missing_unpublished: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde passes")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Counts by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub current: usize,
    pub human: usize,
    pub machine: usize,
    /// Of which it is not known who made them.
    #[serde(default)]
    pub unproven: usize,
    pub stale: usize,
    pub missing: usize,
}

/// How far a translation is; later is further back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    Human,
    Machine,
    Unproven,
    Stale,
    Missing,
}

impl Counts {
    pub(crate) fn add(&mut self, progress: Progress) {
        match progress {
            Progress::Human => self.human += 1,
            Progress::Machine => self.machine += 1,
            Progress::Unproven => self.unproven += 1,
            Progress::Stale => self.stale += 1,
            Progress::Missing => self.missing += 1,
        }
        self.current = self.human + self.machine + self.unproven;
    }

    /// All that was counted.
    pub fn total(&self) -> usize {
        self.current + self.stale + self.missing
    }
}

/// Counts of a whole project.
#[derive(Debug, Default)]
pub struct Totals {
    pub documents: usize,
    pub units: usize,
    pub messages: usize,
    pub shared: usize,
    /// In the order of the configuration.
    pub locales: Vec<LocaleCounts>,
}

/// Counts what the index knows of.
pub fn of_index(index: &Index, locales: usize) -> Totals {
    let mut totals = Totals { locales: vec![LocaleCounts::default(); locales], ..Totals::default() };
    // How far each shared message is in every locale where it is furthest back.
    let mut shared: FxHashMap<u64, Vec<Progress>> = FxHashMap::default();
    for (_, record) in index.documents() {
        totals.documents += 1;
        totals.units += record.units as usize;
        for (one, progress) in record.uses() {
            let progress = progress.map(Progress::from_byte);
            for (counts, progress) in totals.locales.iter_mut().zip(progress.clone()) {
                (0..one.places).for_each(|_| counts.in_units.add(progress));
                if !one.is_shared {
                    counts.by_message.add(progress);
                }
            }
            if one.is_shared {
                let known = shared.entry(one.id).or_insert_with(|| progress.clone().collect());
                known.iter_mut().zip(progress).for_each(|(known, progress)| *known = (*known).max(progress));
            } else {
                totals.messages += 1;
            }
        }
    }
    totals.shared = shared.len();
    totals.messages += shared.len();
    for progress in shared.values() {
        totals.locales.iter_mut().zip(progress).for_each(|(counts, progress)| counts.by_message.add(*progress));
    }
    count_words_of(index, &mut totals);
    for (at, counts) in totals.locales.iter_mut().enumerate() {
        (counts.documents, counts.units, counts.messages) = (totals.documents, totals.units, totals.messages);
        let of_locale = index.records.values().filter_map(|record| record.locales.get(at));
        let (unknown, stale) = of_locale.fold((0, 0), |(unknown, stale), one| {
            (unknown + one.unknown_english as usize, stale + one.stale_blocks as usize)
        });
        let shared = index.shared.locales.get(at).map_or(0, |shared| shared.unknown_english as usize);
        (counts.unknown_english, counts.stale_blocks) = (unknown + shared, stale);
    }
    totals
}

/// A message has as many words wherever it stands as where it stands first.
fn count_words_of(index: &Index, totals: &mut Totals) {
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    let uses = index.documents().flat_map(|(_, record)| &record.uses);
    let words = uses.map(|one| {
        let words = match one.is_shared {
            true => *first.entry(one.id).or_insert(one.words as usize),
            false => one.words as usize,
        };
        words * one.places as usize
    });
    let words: usize = words.sum();
    totals.locales.iter_mut().for_each(|counts| counts.words = words);
}

/// Counts one locale; a translation of a locale that it falls back to counts as its own.
pub fn count(locale: LocaleView<'_>) -> LocaleCounts {
    let standings = locale.all_standings();
    let mut counts = LocaleCounts { documents: locale.snapshot.documents.len(), ..LocaleCounts::default() };
    let mut worst: FxHashMap<&Id, Progress> = FxHashMap::default();
    let mut published: FxHashSet<&Id> = FxHashSet::default();
    let mut words: FxHashMap<&Id, usize> = FxHashMap::default();
    for unit in locale.snapshot.pages().flat_map(PageView::units) {
        counts.units += 1;
        counts.words += *words.entry(unit.id).or_insert_with(|| count_words(&unit.unit.text));
        let progress = progress(&standings, unit.page.name(), unit.id);
        counts.in_units.add(progress);
        let known = worst.entry(unit.id).or_insert(progress);
        *known = (*known).max(progress);
        if progress == Progress::Missing && locale.is_published(unit.page) {
            published.insert(unit.id);
        }
    }
    let states = locale.own().catalog.files.values().flat_map(|file| file.state.messages.values());
    counts.unknown_english = states.filter(|state| is_unknown_english(state)).count();
    let own = locale.snapshot.pages().flat_map(|page| own::of_page(locale, page));
    counts.stale_blocks = own.filter(Own::is_stale).count();
    counts.messages = worst.len();
    counts.unpublished = locale.snapshot.pages().filter(|page| !locale.is_published(*page)).count();
    worst.into_values().for_each(|progress| counts.by_message.add(progress));
    counts.missing_unpublished = counts.by_message.missing - published.len();
    counts
}

/// Whether nobody knows what English a translation in use was made from.
pub(super) fn is_unknown_english(state: &State) -> bool {
    !state.obsolete && !state.is_own() && state.source_unproven
}

pub(crate) fn progress(standings: &Standings<'_>, document: &DocumentName, id: &Id) -> Progress {
    progress_of(standings.as_read(document, id))
}

pub(crate) fn progress_of(standing: Standing<'_>) -> Progress {
    match standing {
        Standing::Current(found) | Standing::FromFallback(_, found) => match found.kind() {
            TranslationType::Human => Progress::Human,
            TranslationType::Machine => Progress::Machine,
            TranslationType::Unproven => Progress::Unproven,
        },
        Standing::Stale(..) => Progress::Stale,
        Standing::Missing | Standing::Unreadable => Progress::Missing,
    }
}

/// Words of a text as a translator is paid for: markup, URLs of links and code do not count.
pub fn count_words(text: &str) -> usize {
    let visible = prose(text);
    if visible.is_ascii() {
        return visible.split_whitespace().filter(|word| word.contains(|c: char| c.is_ascii_alphanumeric())).count();
    }
    unicode_segmentation::UnicodeSegmentation::unicode_words(visible.as_str()).count()
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn words_are_what_a_reader_reads() {
        assert_eq!(count_words("See [the page](https://contoso.com/a b) - `code` <b>now</b>!"), 4);
        assert_eq!(count_words("Données à jour"), 3);
    }
}
