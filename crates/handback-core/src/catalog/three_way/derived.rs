//! Files that the next sync recomputes: they are united, so that what both sides know is there until then.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Id;
use super::super::reference::Structure;
use super::super::resource::{Content, Resource};
use super::super::state::{HandOff, KeptEntry, Spelled};

/// The later of two hand-offs where both sides made one.
pub fn hand_off(base: Option<&HandOff>, ours: Option<&HandOff>, theirs: Option<&HandOff>) -> Option<HandOff> {
    let is_theirs = match (ours, theirs) {
        _ if theirs == base || theirs == ours => false,
        _ if ours == base => true,
        (Some(one), Some(two)) => two.date > one.date,
        (one, _) => one.is_none(),
    };
    let (kept, other) = if is_theirs { (theirs, ours) } else { (ours, theirs) };
    let entries = |side: Option<&HandOff>| side.map_or(Vec::new(), |side| side.front_matter.clone());
    let front_matter = front_matter(&entries(base), entries(kept), entries(other));
    let spelling = |side: Option<&HandOff>| side.map_or(Vec::new(), |side| side.spelling.clone());
    let spelling = spellings(&spelling(base), spelling(kept), spelling(other));
    let order = |side: Option<&HandOff>| side.map_or(Vec::new(), |side| side.order.clone());
    let order = if order(kept) == order(base) { order(other) } else { order(kept) };
    Some(HandOff { front_matter, spelling, order, ..kept?.clone() })
}

/// What either side found that a page spells in its own way; no sync finds it again. Where both say something of one key, or of
/// one gap, the side that is kept counts, which stands last for gaps and alone for keys.
fn spellings(base: &[Spelled], mut kept: Vec<Spelled>, other: Vec<Spelled>) -> Vec<Spelled> {
    kept.retain(|one| !base.contains(one) || other.contains(one));
    let is_new = |one: &Spelled| !base.contains(one) && !kept.contains(one);
    let is_free = |one: &Spelled| {
        one.key.is_none() || !kept.iter().any(|known| known.key == one.key && known.at.is_empty() == one.at.is_empty())
    };
    let mut all: Vec<Spelled> = other.into_iter().filter(|one| is_new(one) && is_free(one)).collect();
    all.extend(kept);
    all
}

/// The entries of pages that either side changed; of one that both changed, that of the side that is kept.
fn front_matter(base: &[KeptEntry], mut kept: Vec<KeptEntry>, other: Vec<KeptEntry>) -> Vec<KeptEntry> {
    fn of<'e>(entries: &'e [KeptEntry], key: &str) -> Option<&'e KeptEntry> {
        entries.iter().find(|entry| entry.key == key)
    }
    for entry in &mut kept {
        if of(base, &entry.key) == Some(entry)
            && let Some(changed) = of(&other, &entry.key)
        {
            entry.clone_from(changed);
        }
    }
    kept.retain(|entry| of(base, &entry.key) != Some(entry) || of(&other, &entry.key).is_some());
    let new = other.into_iter().filter(|entry| of(&kept, &entry.key).is_none() && of(base, &entry.key) != Some(entry));
    let new: Vec<KeptEntry> = new.collect();
    kept.extend(new);
    kept
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
    fn entries_of_pages_are_merged_one_by_one() {
        let entries = |texts: &[&str]| -> Vec<KeptEntry> {
            let entry = |text: &&str| KeptEntry { key: text[..1].into(), after: None, text: (*text).into() };
            texts.iter().map(entry).collect()
        };
        for (base, kept, other, merged) in [
            (vec!["a1", "b1"], vec!["a2", "b1"], vec!["a1", "b2", "c2"], vec!["a2", "b2", "c2"]),
            (vec!["a1", "b1"], vec!["a1", "b2"], vec![], vec!["b2"]),
            (vec!["a1", "b1"], vec![], vec!["a1", "b2"], vec!["b2"]),
            (vec!["a1"], vec!["a2"], vec!["a3"], vec!["a2"]),
        ] {
            assert_eq!(front_matter(&entries(&base), entries(&kept), entries(&other)), entries(&merged));
        }
    }

    #[test]
    fn what_a_page_spells_in_its_own_way_is_not_lost_where_the_other_side_is_later() {
        let gap = |english: &str, page: &str, at: &str| Spelled {
            english: Some(english.into()),
            key: None,
            page: page.into(),
            at: vec![at.into()],
        };
        let value =
            |key: &str, page: &str| Spelled { english: None, key: Some(key.into()), page: page.into(), at: Vec::new() };
        let (mark, quote) = (gap("\n- ", "\n* ", "before a"), value("title", "'"));
        let side = |day: i8, spelling: &[&Spelled]| HandOff {
            spelling: spelling.iter().map(|one| (*one).clone()).collect(),
            order: if spelling.is_empty() { Vec::new() } else { vec!["b".into(), "a".into()] },
            ..HandOff::new("h", Date::constant(2026, 1, day), "1")
        };
        let merged = |base: &HandOff, ours: &HandOff, theirs: &HandOff| {
            let merged = hand_off(Some(base), Some(ours), Some(theirs)).unwrap();
            (merged.date, merged.spelling, merged.order)
        };
        let (none, adopted, later) = (side(1, &[]), side(2, &[&mark, &quote]), side(3, &[]));
        let expected = (later.date, adopted.spelling.clone(), adopted.order.clone());
        assert_eq!(merged(&none, &adopted, &later), expected);
        assert_eq!(merged(&none, &later, &adopted), expected);
        // What one side no longer has is gone, and of two ways to quote that of the later counts.
        assert_eq!(merged(&adopted, &side(2, &[&quote]), &side(3, &[&mark, &quote])).1, std::slice::from_ref(&quote));
        let plain = value("title", "plain");
        assert_eq!(merged(&none, &adopted, &side(3, &[&plain])).1, [mark, plain]);
    }

    #[test]
    fn of_two_hand_offs_the_later_counts() {
        let on = |date: Date, fileid: &str| HandOff::new("h", date, fileid);
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
            assert_eq!(hand_off(base, ours, theirs).as_ref(), merged, "{base:?} {ours:?} {theirs:?}");
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
