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

#[cfg(test)]
mod tests {
    use super::super::super::reference::StructureUnit;
    use super::*;
    use crate::text::date::Date;

    #[test]
    fn of_two_hand_offs_the_later_counts() {
        let on = |date: Date, fileid: &str| HandOff { hash: "h".into(), commit: None, date, fileid: fileid.into() };
        let (old, one, two) = (
            on(Date::constant(2026, 1, 1), "0"),
            on(Date::constant(2026, 1, 2), "1"),
            on(Date::constant(2026, 1, 3), "2"),
        );
        let same_day = on(Date::constant(2026, 1, 2), "3");
        let (old, one, two, same_day) = (Some(&old), Some(&one), Some(&two), Some(&same_day));
        for (base, ours, theirs, merged) in [
            (old, one, two, two),
            (old, two, one, two),
            (old, one, same_day, one),
            (old, one, old, one),
            (two, one, two, one),
            (two, two, one, one),
            (old, one, one, one),
            (old, None, old, None),
            (old, old, None, None),
            (old, None, one, one),
            (old, one, None, one),
            (None, None, None, None),
        ] {
            assert_eq!(hand_off(base, ours, theirs), merged, "{base:?} {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn the_messages_of_both_sides_are_in_the_reference() {
        let united = |base: &str, ours: &str, theirs: &str| {
            let [base, ours, theirs] = [base, ours, theirs].map(|source| Resource::parse(source.into()).unwrap());
            reference(&base, &ours, &theirs)
        };
        let base = "a = 1\nb = 2\n";
        assert_eq!(united(base, "a = 1\nb = 3\n", "a = 4\nb = 5\nc = 6\n").as_deref(), Some("a = 4\nb = 3\nc = 6\n"));
        // What ours took out comes back until the next sync: theirs may still use it.
        assert_eq!(united(base, "a = 1\n", base).as_deref(), Some(base));
        for bad in ["a = 1\nb 2\n", "a = 1\na = 2\n"] {
            for [base, ours, theirs] in [[bad, base, base], [base, bad, base], [base, base, bad]] {
                assert_eq!(united(base, ours, theirs), None);
            }
        }
    }

    #[test]
    fn units_and_values_of_both_sides_are_in_the_structure() {
        let of = |hash: &str, units: &[&str], values: &[(&str, &str)]| Structure {
            hash: hash.into(),
            units: units.iter().map(|id| StructureUnit::new("paragraph", id)).collect(),
            values: values.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
        };
        let (ours, theirs) = (of("o", &["a", "b"], &[("$x", "1")]), of("t", &["b", "c"], &[("$x", "2"), ("$y", "3")]));
        assert_eq!(structure(ours, &theirs), of("o", &["a", "b", "c"], &[("$x", "1"), ("$y", "3")]));
    }
}
