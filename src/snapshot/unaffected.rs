//! Whether what is found about documents that were not read stays as it was.

use std::collections::BTreeMap;

use handback_core::catalog::DocumentName;
use handback_core::text::date::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::relinked::{Pair, relinked};
use super::{Snapshot, words};
use crate::project::index::{self, Index, Record, Shared, SharedOfLocale};

/// What a run changed.
#[derive(Clone, Copy)]
pub struct Changed<'a> {
    /// The records of the documents that were read, and what all share, as they were before.
    pub before: &'a [(DocumentName, Option<Record>)],
    pub shared: &'a Shared,
    pub snapshot: &'a Snapshot<'a>,
    /// The reference is that of the last sync.
    pub follows: bool,
}

/// What is found about documents that were not read, where it stays as it was.
#[derive(Debug)]
pub struct Others {
    /// The words on which the weight of changes depended ([`Index::asked`]) as they stand now.
    pub words: BTreeMap<u64, u32>,
    /// Documents, all of them read, of which the links have to be looked at again.
    pub relinked: FxHashSet<String>,
}

/// Whether all findings about other documents stay as they were; `None`: they may not. `index` is up to date but for the words.
pub fn others(index: &Index, changed: &Changed<'_>) -> Option<Others> {
    let Changed { before, shared, snapshot, .. } = *changed;
    // Terms in the files of documents are for all.
    let has_terms = index.records.values().any(|record| record.has_terms);
    if has_terms || changes_a_binding(index, before) || changes_a_selection(index, before, shared) {
        return None;
    }
    let pairs: Vec<Pair<'_>> =
        before.iter().map(|(name, old)| (&**name, old.as_ref(), index.records.get(&**name))).collect();
    let names = |record: Option<&Record>| record.map(|record| record.names.clone()).unwrap_or_default();
    if pairs.iter().any(|(_, old, new)| names(*old) != names(*new)) {
        return None;
    }
    let relinked = relinked(&pairs, &outside(index, before))?;
    if !relinked.needed.is_empty() || changes_a_comparison(index, before) || changes_a_day(index, before, snapshot) {
        return None;
    }
    Some(Others { words: words::asked_now(index, changed)?, relinked: relinked.pages })
}

/// The records of the documents that were not read.
fn outside<'i>(index: &'i Index, before: &[(DocumentName, Option<Record>)]) -> Vec<(&'i str, &'i Record)> {
    let inside: FxHashSet<&str> = before.iter().map(|(name, _)| &**name).collect();
    let outside = index.records.iter().filter(|(name, _)| !inside.contains(name.as_str()));
    outside.map(|(name, record)| (name.as_str(), record)).collect()
}

/// Whether a variable came into the first document that has it, or went out of the last.
fn changes_a_binding(index: &Index, before: &[(DocumentName, Option<Record>)]) -> bool {
    let bound = |record: &Record| record.bound.clone();
    let then: FxHashSet<u32> = before.iter().filter_map(|(_, old)| old.as_ref()).flat_map(bound).collect();
    let now = before.iter().filter_map(|(name, _)| index.records.get(&**name));
    let now: FxHashSet<u32> = now.flat_map(bound).collect();
    let mut changed = then.symmetric_difference(&now);
    let outside = outside(index, before);
    changed.any(|at| !outside.iter().any(|(_, record)| record.bound.contains(at)))
}

/// Whether a shared message with selectors changed, or what they see, or which terms are used.
fn changes_a_selection(index: &Index, before: &[(DocumentName, Option<Record>)], shared: &Shared) -> bool {
    let then = before.iter().map(|(_, old)| old.as_ref());
    let mut pairs = then.zip(before.iter().map(|(name, _)| index.records.get(&**name)));
    let seen = |record: Option<&Record>| -> FxHashSet<(u64, u64)> {
        let uses = record.into_iter().flat_map(|record| &record.uses).filter(|one| one.selects != 0);
        uses.map(|one| (one.id, one.selects)).collect()
    };
    let terms = |record: Option<&Record>| record.map_or(0, |record| record.uses_terms);
    if pairs.any(|(old, new)| seen(old) != seen(new) || terms(old) != terms(new)) {
        return true;
    }
    let changes = |(old, new): (&SharedOfLocale, &SharedOfLocale)| {
        let wording = |of: &SharedOfLocale, id: u64| {
            let at = of.translations.binary_search_by_key(&id, |(id, _)| *id);
            at.ok().map(|at| of.translations[at].1)
        };
        let mut all = old.selecting.iter();
        old.selecting != new.selecting
            || old.uses_terms != new.uses_terms
            || all.any(|id| wording(old, *id) != wording(new, *id))
    };
    shared.locales.iter().zip(&index.shared.locales).any(changes)
}

/// Whether a wording changed that is compared with others, and is, or was, not the same as all of them.
fn changes_a_comparison(index: &Index, before: &[(DocumentName, Option<Record>)]) -> bool {
    let said = |record: &Record| -> FxHashSet<(u64, u64, u64)> {
        record.uses.iter().filter(|one| one.says != 0).map(|one| (one.id, one.says, one.worded)).collect()
    };
    let mut changed: FxHashSet<u64> = FxHashSet::default();
    for (name, old) in before {
        let old = old.as_ref().map(said).unwrap_or_default();
        let new = index.records.get(&**name).map(said).unwrap_or_default();
        changed.extend(old.symmetric_difference(&new).map(|(_, says, _)| *says));
    }
    if changed.is_empty() {
        return false;
    }
    let outside: Vec<&Record> = outside(index, before).into_iter().map(|(_, record)| record).collect();
    let then = before.iter().filter_map(|(_, old)| old.as_ref());
    let now = before.iter().filter_map(|(name, _)| index.records.get(&**name));
    differs(&changed, outside.iter().copied().chain(then)) || differs(&changed, outside.iter().copied().chain(now))
}

/// Whether documents have different wordings of a text that says one of these things.
fn differs<'r>(says: &FxHashSet<u64>, records: impl Iterator<Item = &'r Record>) -> bool {
    let mut first: FxHashMap<u64, u64> = FxHashMap::default();
    let mut uses = records.flat_map(|record| &record.uses).filter(|one| says.contains(&one.says));
    uses.any(|one| *first.entry(one.says).or_insert(one.worded) != one.worded)
}

/// Whether a shared message is missing in other documents since another day than before.
fn changes_a_day(index: &Index, before: &[(DocumentName, Option<Record>)], snapshot: &Snapshot<'_>) -> bool {
    snapshot.inputs.elsewhere.days.iter().enumerate().any(|(locale, elsewhere)| {
        let then = index::first_days(before.iter().filter_map(|(_, old)| old.as_ref()), locale);
        let now = index::first_days(before.iter().filter_map(|(name, _)| index.records.get(&**name)), locale);
        let first =
            |days: &FxHashMap<u64, Date>, id: &u64, other: &Date| days.get(id).map_or(*other, |day| *day.min(other));
        then.keys()
            .chain(now.keys())
            .any(|id| elsewhere.get(id).is_some_and(|other| first(&then, id, other) != first(&now, id, other)))
    })
}
