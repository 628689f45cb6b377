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
            None if here.is_some() => {
                remove.insert(id.clone());
            }
            _ => {}
        }
    }
    let order: Vec<Id> = off.entries().iter().map(|entry| entry.id.clone()).collect();
    let [before, mine, other] = [base, ours, theirs].map(places);
    let stay = united(&before, &mine, &other);
    let home: Vec<Id> = interleave(&mine, &other).into_iter().filter(|id| stay.contains(id)).cloned().collect();
    Some(lay_out(on.splice(&set, &remove, &order), &home))
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
