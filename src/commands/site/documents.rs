//! How far each locale is with each document.

use handback_core::catalog::Id;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::snapshot::LocaleView;
use crate::snapshot::counts::{self, Counts};

/// Counts the messages of every document, each once, in the order of the documents; `None` where files could not be read.
pub fn counts(locale: LocaleView<'_>) -> Vec<Option<Counts>> {
    let standings = locale.all_standings();
    let pages: Vec<_> = locale.snapshot.pages().collect();
    let of_page = |page: &crate::snapshot::PageView<'_>| {
        if locale.own().unknown || locale.is_unusable(&page.key()) {
            return None;
        }
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        let mut counts = Counts::default();
        for unit in page.units().filter(|unit| seen.insert(unit.id)) {
            counts.add(counts::progress(&standings, page.name(), unit.id));
        }
        Some(counts)
    };
    pages.par_iter().map(of_page).collect()
}
