//! Files that the next sync recomputes: they are united, so that what both sides know is there until then.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Id;
use super::super::reference::Structure;
use super::super::resource::{Content, Resource};
use super::super::state::HandOff;

/// The later of two hand-offs where both sides made one.
pub fn hand_off<'h>(
    base: Option<&'h HandOff>,
    ours: Option<&'h HandOff>,
    theirs: Option<&'h HandOff>,
) -> Option<&'h HandOff> {
    match (ours, theirs) {
        _ if theirs == base || theirs == ours => ours,
        _ if ours == base => theirs,
        (Some(one), Some(two)) if two.date > one.date => Some(two),
        (one, two) => one.or(two),
    }
}

/// The messages of both sides; of one that both changed, ours. `None` if a side cannot be read.
pub fn reference(base: &Resource, ours: &Resource, theirs: &Resource) -> Option<String> {
    if [base, ours, theirs].iter().any(|resource| !resource.problems.is_empty() || !resource.duplicates.is_empty()) {
        return None;
    }
    let source =
        |resource: &Resource, id: &Id| resource.get(id).map(|entry| resource.entry_source(entry).replace("\r\n", "\n"));
    let mut set = FxHashMap::default();
    for entry in theirs.entries() {
        let [before, mine, other] = [base, ours, theirs].map(|resource| source(resource, &entry.id));
        if let Some(other) = other.filter(|_| mine.is_none() || mine == before) {
            set.insert(entry.id.clone(), Content::Entry(other));
        }
    }
    let order: Vec<Id> = theirs.entries().iter().map(|entry| entry.id.clone()).collect();
    Some(ours.splice(&set, &FxHashSet::default(), &order))
}

/// The units and values of both sides. Its hash is ours; sources that are merged have another.
pub fn structure(ours: Structure, theirs: &Structure) -> Structure {
    let known: FxHashSet<Id> = ours.ids().cloned().collect();
    let mut all = ours;
    all.units.extend(theirs.units.iter().filter(|unit| !known.contains(&unit.id)).cloned());
    for (expression, text) in &theirs.values {
        all.values.entry(expression.clone()).or_insert_with(|| text.clone());
    }
    all
}
