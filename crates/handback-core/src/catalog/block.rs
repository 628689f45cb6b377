//! A locale's own version of a block of code, or of a comment, of a document: with comments in its language, another example,
//! other words in the line of the fence.
//!
//! It is a message in the document's own resource whose value is the block's Markdown. Its state names the block that it stands
//! for: which of those behind a unit of the English, and what that block said at the last sync. Code is in no reference: so
//! `previous` always has the English of `source`, also while that is today's.

use std::fmt;
use std::str::FromStr;

use similar::TextDiff;

use super::addition::{Anchor, Steps};
use super::locale::{LocaleCatalog, LocaleFile};
use super::update::{Change, Update};
use super::{FileKey, Id};
use crate::text::fingerprint::{Fingerprint, fingerprint};
use crate::text::limits::LONGEST_TEXT;

/// How ids of own blocks begin.
pub const PREFIX: &str = "block-";

/// From this ratio on a block is the changed form of another.
const SIMILAR: f32 = 0.5;

/// Which of the blocks behind a unit: of code, or comments, up to the next unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// The last unit before the block; `None`: there is none.
    pub behind: Option<Anchor>,
    /// From 1.
    pub nth: u32,
    /// How many there are.
    pub of: u32,
}

/// The block of the English that a message stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block {
    pub spot: Spot,
    /// Fingerprint of what it said at the last sync.
    pub english: Fingerprint,
}

/// A block of a document of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct English {
    pub spot: Spot,
    /// Its lines without the margin of what it is in.
    pub text: String,
}

/// `1 of 2 behind first-text`, `1 of 1 behind first-text 3`, `1 of 1 at the beginning`
impl fmt::Display for Spot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} of {} ", self.nth, self.of)?;
        match &self.behind {
            None => out.write_str("at the beginning"),
            Some(Anchor { id, nth: 1 }) => write!(out, "behind {id}"),
            Some(Anchor { id, nth }) => write!(out, "behind {id} {nth}"),
        }
    }
}

/// The spot, and the fingerprint: `1 of 2 behind first-text: 0123456789abcdef`
impl fmt::Display for Block {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.spot, self.english)
    }
}

impl FromStr for Block {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (spot, english) = text.rsplit_once(": ").filter(|(_, english)| !english.contains(' '))?;
            let words: Vec<&str> = spot.split(' ').collect();
            let (nth, of, behind) = match words[..] {
                [nth, "of", of, "at", "the", "beginning"] => (nth, of, None),
                [nth, "of", of, "behind", id] => (nth, of, Some(Anchor { id: id.into(), nth: 1 })),
                [nth, "of", of, "behind", id, place] => {
                    (nth, of, Some(Anchor { id: id.into(), nth: place.parse().ok()? }))
                }
                _ => return None,
            };
            let spot = Spot { behind, nth: nth.parse().ok()?, of: of.parse().ok()? };
            (!english.is_empty()).then(|| Self { spot, english: english.into() })
        };
        let expected = "expected `1 of 1 behind ID: FINGERPRINT`, or `at the beginning`";
        read().ok_or_else(|| format!("`{text}` names no block: {expected}"))
    }
}

/// Brings the own blocks of a locale up to today's documents: each follows the block that it stands for. Where that changed it
/// is stale; where it went away the locale's is kept as obsolete; where it is back, so is the locale's.
pub(super) fn follow(catalog: &mut LocaleCatalog, update: &Update<'_>, changes: &mut Vec<Change>) {
    for (key, file) in &mut catalog.files {
        let mut ids: Vec<Id> = Vec::new();
        ids.extend(
            file.state
                .messages
                .iter()
                .filter(|(_, state)| state.block.is_some() && !state.dropped)
                .map(|(id, _)| id.clone()),
        );
        let Some(name) = key.document().filter(|_| !ids.is_empty()) else { continue };
        ids.sort();
        let english = match (update.new.documents.contains_key(name), update.blocks.get(name)) {
            (false, _) => &[][..],
            (true, Some(english)) => english.as_slice(),
            // The document was not read in this run.
            (true, None) => continue,
        };
        let steps = Steps::of(update, name);
        let sought: Vec<Sought<'_>> = ids.iter().filter_map(|id| Sought::of(file, id, steps.as_ref())).collect();
        let found = assign(&sought, english);
        for (id, found) in ids.into_iter().zip(found) {
            settle(file, update, key, id, found.map(|at| &english[at]), changes);
        }
    }
}

/// What is known of the block that a message stands for.
struct Sought<'s> {
    /// Its spot, as the unit's place is today.
    spot: Option<Spot>,
    /// Fingerprints of what it said at the last sync, and when the locale's version was made.
    last: &'s str,
    source: &'s str,
    text: Option<&'s str>,
    obsolete: bool,
}

impl<'s> Sought<'s> {
    fn of(file: &'s LocaleFile, id: &Id, steps: Option<&Steps<'_>>) -> Option<Self> {
        let state = file.state.messages.get(id)?;
        let Block { spot, english } = state.block.as_deref()?;
        let spot = match &spot.behind {
            None => Some(spot.clone()),
            Some(anchor) => {
                let moved = steps.and_then(|steps| steps.of_anchor(anchor));
                moved.map(|anchor| Spot { behind: Some(anchor), ..spot.clone() })
            }
        };
        let text = state.previous.as_deref();
        Some(Self { spot, last: english, source: &state.source, text, obsolete: state.obsolete })
    }

    /// Whether a block is behind the same unit.
    fn is_near(&self, block: &English) -> bool {
        self.spot.as_ref().is_some_and(|spot| spot.behind == block.spot.behind)
    }

    /// Whether a block is in the same spot.
    fn is_at(&self, block: &English) -> bool {
        self.is_near(block) && self.spot.as_ref().is_some_and(|spot| spot.nth == block.spot.nth)
    }
}

/// Finds the block of a message among those, by position, that no other message has.
type Rule<'r> = &'r dyn Fn(&Sought<'_>, &[usize]) -> Option<usize>;

/// Finds the block of each message among those of today. Equal text goes before an equal spot, and a spot of which nothing else
/// is known counts only if as many blocks are there as were.
fn assign(sought: &[Sought<'_>], english: &[English]) -> Vec<Option<usize>> {
    let prints: Vec<Fingerprint> = english.iter().map(|block| fingerprint(&block.text)).collect();
    let mut found: Vec<Option<usize>> = vec![None; sought.len()];
    let mut taken = vec![false; english.len()];
    let is_near = |one: &Sought<'_>, at: usize| one.is_near(&english[at]);
    let is_there = |one: &Sought<'_>, at: usize| one.is_at(&english[at]);
    let rules: [Rule<'_>; 5] = [
        &|one, free| free.iter().copied().find(|at| prints[*at] == one.last && is_there(one, *at)),
        &|one, free| only(free, |at| prints[at] == one.last && is_near(one, at)),
        &|one, free| only(free, |at| prints[at] == one.last),
        &|one, free| {
            let near = free.iter().copied().find(|at| prints[*at] == one.source && is_there(one, *at));
            near.or_else(|| only(free, |at| prints[at] == one.source))
        },
        &|one, free| changed_form(one, free, english),
    ];
    for rule in rules {
        for (at, one) in sought.iter().enumerate() {
            if found[at].is_none() {
                let free: Vec<usize> = (0..english.len()).filter(|at| !taken[*at]).collect();
                found[at] = rule(one, &free);
                found[at].into_iter().for_each(|block| taken[block] = true);
            }
        }
    }
    found
}

/// The changed form of what a message stood for: what is most like it behind the unit, else what is in its spot, if as many are
/// there as were.
fn changed_form(one: &Sought<'_>, free: &[usize], english: &[English]) -> Option<usize> {
    if one.obsolete {
        return None;
    }
    let ratio = |at: usize| {
        let Some(text) = one.text else { return 0.0 };
        let by_lines = TextDiff::from_lines(text, &english[at].text).ratio();
        // Words take time by the square of their number.
        if text.len().max(english[at].text.len()) > LONGEST_TEXT {
            return by_lines;
        }
        by_lines.max(TextDiff::from_words(text, &english[at].text).ratio())
    };
    let near: Vec<usize> = free.iter().copied().filter(|at| one.is_near(&english[*at])).collect();
    let similar = near.iter().map(|at| (*at, ratio(*at))).filter(|(_, ratio)| *ratio >= SIMILAR);
    let best = similar.max_by(|(a, one), (b, two)| one.total_cmp(two).then(b.cmp(a))).map(|(at, _)| at);
    let as_many = |at: &usize| one.spot.as_ref().is_some_and(|spot| spot.of == english[*at].spot.of);
    best.or_else(|| near.into_iter().find(|at| one.is_at(&english[*at]) && as_many(at)))
}

/// The one position of which something is true.
fn only(positions: &[usize], is_it: impl Fn(usize) -> bool) -> Option<usize> {
    let mut found = positions.iter().copied().filter(|at| is_it(*at));
    found.next().filter(|_| found.next().is_none())
}

/// Notes what became of the block that a message stands for.
fn settle(
    file: &mut LocaleFile,
    update: &Update<'_>,
    key: &FileKey,
    id: Id,
    english: Option<&English>,
    changes: &mut Vec<Change>,
) {
    let Some(state) = file.state.messages.get_mut(&id) else { return };
    let file = key.clone();
    let Some(english) = english else {
        if !std::mem::replace(&mut state.obsolete, true) {
            state.since = None;
            changes.push(Change::Obsolete { id, file });
        }
        return;
    };
    let print = fingerprint(&english.text);
    let Some(block) = &state.block else { return };
    let was_current = block.english == state.source;
    state.block = Some(Box::new(Block { spot: english.spot.clone(), english: print.clone() }));
    let is_back = std::mem::take(&mut state.obsolete);
    if is_back {
        changes.push(Change::Revived { id: id.clone(), file: file.clone() });
    }
    if state.source == print {
        if state.since.take().is_some() && !is_back {
            changes.push(Change::Current { id, file });
        }
        state.draft = None;
        state.previous = Some(english.text.clone());
        return;
    }
    // An edit was made from the block of the last sync: its text is not known any more.
    state.previous = state.previous.take().filter(|text| fingerprint(text) == state.source);
    if was_current {
        changes.push(Change::Stale { id, file });
    }
    if was_current || is_back || state.since.is_none() {
        state.since = Some(update.today);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_they_are_written() {
        for text in
            ["1 of 1 behind a: ff", "2 of 3 behind a-b 4: 01", "1 of 1 at the beginning: ab", "1 of 1 behind behind: 0"]
        {
            assert_eq!(text.parse::<Block>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "1 of 1 behind a",
            "1 behind a: ff",
            "x of 1 behind a: ff",
            "1 of 1 behind a b: ff",
            "1 of 1 behind a: ",
        ] {
            assert!(text.parse::<Block>().is_err(), "{text}");
        }
    }

    fn spot(text: &str) -> Spot {
        format!("{text}: 0").parse::<Block>().unwrap().spot
    }

    /// What a message for the block `text` at `spot` stands for among blocks of today.
    fn found(at: &str, text: &str, english: &[(&str, &str)]) -> Option<usize> {
        let english: Vec<English> =
            english.iter().map(|(at, text)| English { spot: spot(at), text: (*text).to_owned() }).collect();
        let print = fingerprint(text);
        let sought = Sought { spot: Some(spot(at)), last: &print, source: &print, text: Some(text), obsolete: false };
        assign(&[sought], &english)[0]
    }

    #[test]
    fn a_block_is_found_again_by_its_text_and_else_by_its_spot() {
        let (one, two) = ("1 of 2 behind a", "2 of 2 behind a");
        assert_eq!(found(one, "run", &[(one, "run"), (two, "run")]), Some(0));
        assert_eq!(found(two, "run", &[(one, "run"), (two, "run")]), Some(1));
        assert_eq!(found(one, "run", &[(one, "stop"), (two, "run")]), Some(1), "one was inserted above");
        assert_eq!(found(one, "run", &[("1 of 1 behind b", "run")]), Some(0), "it moved");
        assert_eq!(found("1 of 1 behind c", "run", &[("1 of 1 behind a", "run"), ("1 of 1 behind b", "run")]), None);
        assert_eq!(found(one, "run a\nb\nc", &[(one, "x"), (two, "run a\nb\nd")]), Some(1), "changed a little");
        assert_eq!(found("1 of 1 behind a", "run", &[("1 of 1 behind a", "go")]), Some(0), "changed altogether");
        assert_eq!(found(one, "run", &[("1 of 1 behind a", "go")]), None, "the other one is left");
        assert_eq!(found("1 of 1 behind a", "run", &[("1 of 1 behind b", "go")]), None);
    }
}
