//! Puts a resource together from both sides.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Id;
use super::super::layout::{lay_out, place};
use super::super::resource::{Content, Resource};
use super::super::state_file::interleave;
use super::choice::Side;
use super::united;

/// The side that every message is taken from.
pub type Sides = FxHashMap<Id, Side>;

/// The resource with each message from its side. `None` if both sides changed what is not a message.
pub fn merge(base: &Resource, ours: &Resource, theirs: &Resource, sides: &Sides) -> Option<String> {
    let [before, mine, other] = [base, ours, theirs].map(around);
    // What is written on goes in whole: comments that stand alone, terms, order, spacing.
    let from_ours = match () {
        () if other == before || other == mine => true,
        () if mine == before => false,
        () => return None,
    };
    let (on, off) = if from_ours { (ours, theirs) } else { (theirs, ours) };
    let (mut set, mut remove) = (FxHashMap::default(), FxHashSet::default());
    for (id, side) in sides {
        let here = on.get(id).map(|entry| on.entry_source(entry));
        let wanted = entry(base, ours, theirs, id, *side);
        match wanted {
            Some(wanted) if here.is_none_or(|here| !same(here, wanted)) => {
                set.insert(id.clone(), Content::Entry(wanted.replace("\r\n", "\n")));
            }
            Some(_) => {}
            None => drop(remove.insert(id.clone())),
        }
    }
    let order: Vec<Id> = off.entries().iter().map(|entry| entry.id.clone()).collect();
    let [before, mine, other] = [base, ours, theirs].map(places);
    let stay = united(&before, &mine, &other);
    let home: Vec<Id> = interleave(&mine, &other).into_iter().filter(|id| stay.contains(id)).cloned().collect();
    let mut merged = lay_out(on.splice(&set, &remove, &order), &home);
    // Blanks on the last line belonged to a message that may be gone: alone they are no Fluent.
    let end = merged.trim_end_matches(' ').len();
    if end == 0 || merged[..end].ends_with('\n') {
        merged.truncate(end);
    }
    Some(merged)
}

/// The entry of a message as its side has it; where only its comment changed, from the side that changed it.
fn entry<'r>(base: &'r Resource, ours: &'r Resource, theirs: &'r Resource, id: &Id, side: Side) -> Option<&'r str> {
    let source = |resource: &'r Resource| resource.get(id).map(|entry| resource.entry_source(entry));
    let (winner, loser) = match side {
        Side::Ours => (ours, theirs),
        Side::Theirs => (theirs, ours),
    };
    let value = |resource: &Resource| {
        resource.get(id).map(|entry| (entry.pattern.clone(), resource.attributes(entry).to_owned()))
    };
    let only_comment = value(winner) == value(loser) && source(winner) == source(base);
    if only_comment { source(loser) } else { source(winner) }
}

fn same(one: &str, two: &str) -> bool {
    one.replace("\r\n", "\n") == two.replace("\r\n", "\n")
}

/// Everything that is not a message, nor the place of one.
fn around(resource: &Resource) -> Vec<&str> {
    let source = resource.source();
    let spans = resource.entries().iter().map(|entry| resource.span(entry));
    let mut from = 0;
    let mut lines = Vec::new();
    for span in spans {
        lines.extend(source[from..span.start].lines());
        from = span.end;
    }
    lines.extend(source[from..].lines());
    lines.retain(|line| !line.trim().is_empty() && place(line).is_none());
    lines
}

fn places(resource: &Resource) -> Vec<Id> {
    resource.source().lines().filter_map(place).map(Id::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages of both sides where each is the one that changed it.
    fn merged(base: &str, ours: &str, theirs: &str, from_theirs: &[&str]) -> Option<String> {
        let [base, ours, theirs] = [base, ours, theirs].map(|source| Resource::parse(source.into()).unwrap());
        let ids = ours.entries().iter().chain(theirs.entries()).map(|entry| entry.id.clone());
        let side = |id: &Id| if from_theirs.contains(&&**id) { Side::Theirs } else { Side::Ours };
        merge(&base, &ours, &theirs, &ids.map(|id| (id.clone(), side(&id))).collect())
    }

    #[test]
    fn what_is_no_message_comes_from_the_side_that_changed_it() {
        let with = |around: &str| format!("{around}\n\n# @a\na = 1\n\n");
        let [old, one, two] = ["-term = x", "-term = y", "-term = z"].map(with);
        assert_eq!(merged(&old, &one, &old, &[]), Some(one.clone()));
        assert_eq!(merged(&old, &old, &one, &[]), Some(one.clone()));
        assert_eq!(merged(&old, &one, &one, &[]), Some(one.clone()), "both made the same of it");
        assert_eq!(merged(&old, &one, &two, &[]), None);
    }

    #[test]
    fn line_ends_of_what_did_not_change_stay() {
        let ours = "# @a\r\na = 1\r\n\r\n# @b\r\nb =\n    2\n    3\r\n\r\n";
        let base = "# @a\na = 1\n\n# @b\nb =\n    2\n    3\n\n";
        let theirs = format!("{base}# @c\nc = 4\n\n");
        let all = format!("{ours}# @c\r\nc = 4\r\n\r\n");
        assert_eq!(merged(base, ours, &theirs, &["b", "c"]), Some(all));
    }

    #[test]
    fn blanks_behind_a_message_go_with_it() {
        for (both, one, gone) in [("a = 1\nb = 2\n  ", "a = 1\n", "b"), ("a = 1\n   ", "", "a")] {
            let merged = merged(both, both, one, &[gone]).unwrap();
            assert!(Resource::parse(merged.clone()).unwrap().problems.is_empty(), "{merged:?}");
        }
    }

    #[test]
    fn what_its_side_removed_goes() {
        let both = "# @a\na = 1\n\n# @b\nb = 2\n\n";
        let one = "# @a\na = 1\n\n";
        assert_eq!(merged(both, both, one, &["b"]).as_deref(), Some(one));
        assert_eq!(merged(both, one, both, &[]).as_deref(), Some(one));
    }
}
