//! What a localized document has beyond its English: blocks of its own, and where each of them stands.
//!
//! An addition is a message in the document's own resource whose value is the Markdown of the block. Its state says that it is
//! one and names its place by a unit of the English, so that it stays there whatever becomes of the text around it.

use std::fmt;
use std::str::FromStr;

use rustc_hash::{FxHashMap, FxHashSet};

use super::locale::LocaleCatalog;
use super::reference::Structure;
use super::update::{Change, Update};
use super::{DocumentName, FileKey, Id};

/// How ids of additions begin.
pub const PREFIX: &str = "addition-";

/// Where an addition stands in its document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub beside: Beside,
    /// How many pieces of the skeleton (a line, or a block of code or HTML) are between.
    pub past: u32,
    /// How many blank lines are above, where that is not what its kind of place has.
    pub blank: Option<u32>,
    /// Its lines begin at the margin of the page, not at that of the unit.
    pub flush: bool,
}

/// What an addition follows or precedes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Beside {
    /// It stands at the beginning of the body.
    Beginning,
    After(Anchor),
    /// Right above, with no blank line between.
    Before(Anchor),
}

/// A unit of the document: its message, and which of the places of that it is, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor {
    pub id: Id,
    pub nth: u32,
}

impl Beside {
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Beginning => None,
            Self::After(anchor) | Self::Before(anchor) => Some(anchor),
        }
    }

    fn anchor_mut(&mut self) -> Option<&mut Anchor> {
        match self {
            Self::Beginning => None,
            Self::After(anchor) | Self::Before(anchor) => Some(anchor),
        }
    }
}

/// `after first-text`, `before first-text 2`, `beginning past 1 blank 0 flush`
impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let anchor = match &self.beside {
            Beside::Beginning => return self.rest(out, "beginning"),
            Beside::After(anchor) => {
                write!(out, "after {}", anchor.id)?;
                anchor
            }
            Beside::Before(anchor) => {
                write!(out, "before {}", anchor.id)?;
                anchor
            }
        };
        if anchor.nth > 1 {
            write!(out, " {}", anchor.nth)?;
        }
        self.rest(out, "")
    }
}

impl Place {
    fn rest(&self, out: &mut fmt::Formatter<'_>, begin: &str) -> fmt::Result {
        out.write_str(begin)?;
        if self.past > 0 {
            write!(out, " past {}", self.past)?;
        }
        if let Some(blank) = self.blank {
            write!(out, " blank {blank}")?;
        }
        if self.flush { out.write_str(" flush") } else { Ok(()) }
    }
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is no place: expected `beginning`, `after ID` or `before ID`, perhaps with which of its places"
            )
        };
        let mut words = text.split(' ').peekable();
        let beside = match words.next() {
            Some("beginning") => Beside::Beginning,
            Some(side @ ("after" | "before")) => {
                let id = words.next().filter(|id| !id.is_empty()).ok_or_else(wrong)?;
                let nth = words.next_if(|word| word.starts_with(|c: char| c.is_ascii_digit()));
                let nth = nth.map_or(Ok(1), str::parse).map_err(|_| wrong())?;
                let anchor = Anchor { id: id.into(), nth };
                if side == "after" { Beside::After(anchor) } else { Beside::Before(anchor) }
            }
            _ => return Err(wrong()),
        };
        let mut place = Self { beside, past: 0, blank: None, flush: false };
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|word| word.parse().ok()).ok_or_else(wrong);
            match word {
                "past" => place.past = number()?,
                "blank" => place.blank = Some(number()?),
                "flush" => place.flush = true,
                _ => return Err(wrong()),
            }
        }
        Ok(place)
    }
}

/// Brings the additions of a locale up to the new reference: each follows its unit. Where that went away an addition is kept
/// as obsolete; where it is back, so is the addition.
pub(super) fn follow(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for (key, file) in &mut catalog.files {
        let mut ids: Vec<Id> = Vec::new();
        ids.extend(
            file.state
                .messages
                .iter()
                .filter(|(_, state)| state.addition.is_some() && !state.dropped)
                .map(|(id, _)| id.clone()),
        );
        if ids.is_empty() {
            continue;
        }
        ids.sort();
        let steps = key.document().and_then(|name| Steps::of(update, name));
        for id in ids {
            let Some(state) = file.state.messages.get_mut(&id) else { continue };
            let Some(mut place) = state.addition.take() else { continue };
            let is_there = match (&steps, place.beside.anchor_mut()) {
                (None, _) => false,
                (Some(_), None) => true,
                (Some(steps), Some(anchor)) => match steps.of_anchor(anchor) {
                    Some(moved) => {
                        *anchor = moved;
                        true
                    }
                    None => false,
                },
            };
            state.addition = Some(place);
            if state.obsolete == is_there {
                state.obsolete = !is_there;
                let (id, file) = (id.clone(), key.clone());
                changes.push(if is_there { Change::Revived { id, file } } else { Change::Obsolete { id, file } });
            }
        }
    }
}

/// How the units of a document came from those of the last sync.
pub(super) struct Steps<'u> {
    old: Option<&'u Structure>,
    new: &'u Structure,
    /// For every unit of the last sync, the one of today.
    moved: Vec<Option<usize>>,
}

/// Where each of some ids is, if it is there once.
fn only_places<'u>(ids: &[&'u Id]) -> FxHashMap<&'u Id, Option<usize>> {
    let mut places = FxHashMap::default();
    for (at, id) in ids.iter().enumerate() {
        places.entry(*id).and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

impl<'u> Steps<'u> {
    /// `None` if the document is gone.
    pub(super) fn of(update: &Update<'u>, name: &DocumentName) -> Option<Self> {
        let new = update.new.structure(name)?;
        let before = update.renames.old_name(name);
        let old = update.old.structure(before);
        let stays: FxHashSet<&Id> = new.units.iter().map(|unit| &unit.id).collect();
        let mut linked: FxHashMap<&Id, &Id> = FxHashMap::default();
        // Of several the first counts, and links before recasts.
        for recast in update.recasts.iter().rev().filter(|recast| recast.document == *name) {
            linked.insert(&recast.old, &recast.new);
        }
        for link in update.links.iter().rev().filter(|link| link.document == *name) {
            linked.insert(&link.old, &link.new);
        }
        let linked = |id: &'u Id| linked.get(id).filter(|_| !stays.contains(id)).copied().unwrap_or(id);
        let before: Vec<&Id> = old.into_iter().flat_map(|old| &old.units).map(|unit| linked(&unit.id)).collect();
        let after: Vec<&Id> = new.units.iter().map(|unit| &unit.id).collect();
        let mut moved = vec![None; before.len()];
        for op in similar::capture_diff_slices(similar::Algorithm::Patience, &before, &after) {
            if op.tag() == similar::DiffTag::Equal {
                op.old_range().zip(op.new_range()).for_each(|(from, to)| moved[from] = Some(to));
            }
        }
        // What moved within the document, if there is no doubt which it is.
        let (times, places) = (only_places(&before), only_places(&after));
        for (at, id) in before.iter().enumerate() {
            if moved[at].is_none() && times.get(id).is_some_and(Option::is_some) {
                moved[at] = places.get(id).copied().flatten();
            }
        }
        Some(Self { old, new, moved })
    }

    /// The unit of today that an anchor means.
    pub(super) fn of_anchor(&self, anchor: &Anchor) -> Option<Anchor> {
        let there = |structure: &Structure| {
            let places = structure.units.iter().enumerate().filter(|(_, unit)| unit.id == anchor.id);
            places.map(|(at, _)| at).nth(anchor.nth.saturating_sub(1) as usize)
        };
        let Some(before) = self.old.and_then(there) else {
            // The addition is newer than the last sync, or waits for a text that had gone away.
            return there(self.new).map(|_| anchor.clone());
        };
        let at = self.moved[before]?;
        let id = &self.new.units[at].id;
        let nth = self.new.units[..=at].iter().filter(|unit| unit.id == *id).count() as u32;
        Some(Anchor { id: id.clone(), nth })
    }
}

/// The additions of a document that are in use, in the order of its resource.
pub fn additions<'c>(catalog: &'c LocaleCatalog, document: &DocumentName) -> Vec<(Id, &'c Place)> {
    let Some(file) = catalog.files.get(&FileKey::Document(document.clone())) else { return Vec::new() };
    let has_some = file.state.messages.values().any(|state| state.addition.is_some() && !state.obsolete);
    if !has_some {
        return Vec::new();
    }
    let place = |id: &Id| {
        let state = file.state.messages.get(id).filter(|state| !state.obsolete)?;
        state.addition.as_deref()
    };
    file.ids().into_iter().filter_map(|id| place(&id).map(|place| (id, place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for text in
            ["beginning", "after a", "before a-b 2", "after a 3 past 2 blank 0 flush", "beginning past 1", "after past"]
        {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
        for text in ["", "after", "over a", "after a b", "after a 2 past", "after a 2 past x", "after a 0x"] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
