//! Blocks of code that a page has in another form than its English.
//!
//! Between two neighbors that are surely paired, as many blocks in both are the same ones, in their order; else they are paired by
//! what they have in common. What differs is the locale's own version of the block.

use std::ops::Range;

use handback_core::catalog::addition::Anchor;
use handback_core::catalog::block::{Block, PREFIX, Spot};
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::state::State;
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, Id};
use handback_core::render::blocks::{self, Located};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::text::limits::LONGEST_TEXT;
use similar::TextDiff;

use super::beyond::{Additions, Sides, put_over};
use super::decide::{AdoptOptions, Adopted};

/// From this ratio on two blocks have enough in common to be the same one.
const COMMON: f32 = 0.5;

/// A locale's version of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnBlock {
    pub block: Block,
    /// What the English says that the page was made from.
    pub english: String,
    pub text: String,
    /// Where it is in the page.
    pub span: Range<usize>,
}

/// A block that the page has in another form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub english: Range<usize>,
    pub page: Range<usize>,
    /// Their places among all blocks.
    ours: usize,
    theirs: usize,
}

/// The blocks of a page and of its English, and of today's.
pub struct Blocks<'a> {
    sides: Sides<'a>,
    ours: Vec<Located>,
    theirs: Vec<Located>,
    /// `None` if the English is today's.
    today: Option<Vec<Located>>,
}

impl<'a> Blocks<'a> {
    /// `ids`: the message that each unit of the English has today.
    pub fn of(sides: Sides<'a>, ids: &[Option<Id>]) -> Self {
        let nameless = vec![None; sides.page.units.len()];
        Self {
            sides,
            ours: blocks::blocks(sides.english, ids),
            theirs: blocks::blocks(sides.page, &nameless),
            today: sides.carried.map(|_| blocks::blocks(sides.today.document, sides.today.ids)),
        }
    }

    /// The blocks between two neighbors that the page has in another form.
    pub fn between(&self, ours: &Range<usize>, theirs: &Range<usize>) -> Vec<Pair> {
        let pair = |(ours, theirs): (usize, usize)| {
            let (english, page) = (&self.ours[ours], &self.theirs[theirs]);
            let differs = english.english.text != page.english.text && blocks::fits(&page.english.text, english);
            differs.then(|| Pair { english: english.span.clone(), page: page.span.clone(), ours, theirs })
        };
        self.paired(ours, theirs).into_iter().filter_map(pair).collect()
    }

    /// Where the blocks of the English start that the page has as they are.
    pub fn same(&self, ours: &Range<usize>, theirs: &Range<usize>) -> Vec<usize> {
        let mut pairs = self.paired(ours, theirs);
        pairs.retain(|(ours, theirs)| self.ours[*ours].english.text == self.theirs[*theirs].english.text);
        pairs.into_iter().map(|(ours, _)| self.ours[ours].span.start).collect()
    }

    /// The blocks between two neighbors that are the same ones, by their places among all.
    fn paired(&self, ours: &Range<usize>, theirs: &Range<usize>) -> Vec<(usize, usize)> {
        let within = |blocks: &[Located], range: &Range<usize>| -> Vec<usize> {
            let is_in = |at: &usize| range.start <= blocks[*at].span.start && blocks[*at].span.end <= range.end;
            (0..blocks.len()).filter(is_in).collect()
        };
        let (ours, theirs) = (within(&self.ours, ours), within(&self.theirs, theirs));
        let texts = |blocks: &'_ [Located], at: &[usize]| -> Vec<String> {
            at.iter().map(|at| blocks[*at].english.text.clone()).collect()
        };
        let paired = paired(&texts(&self.ours, &ours), &texts(&self.theirs, &theirs));
        paired.into_iter().map(|(our, their)| (ours[our], theirs[their])).collect()
    }

    /// A pair as a block of the locale; `None` if today's document has no place for it.
    pub fn own(&self, pair: &Pair, anchor: &dyn Fn(usize) -> Option<Anchor>) -> Option<OwnBlock> {
        let (ours, theirs) = (&self.ours[pair.ours], &self.theirs[pair.theirs]);
        let english = ours.english.text.clone();
        let block = match &self.today {
            None => Block { spot: ours.english.spot.clone(), english: fingerprint(&english) },
            Some(today) => self.of_today(ours, today, anchor)?,
        };
        Some(OwnBlock { block, english, text: theirs.english.text.clone(), span: theirs.span.clone() })
    }

    /// The block of today that one of an earlier English is.
    fn of_today(&self, then: &Located, today: &[Located], anchor: &dyn Fn(usize) -> Option<Anchor>) -> Option<Block> {
        let document = self.sides.english;
        let is_before =
            |at: &usize| document.units[*at].translatable && document.units[*at].span.end <= then.span.start;
        let behind = match (0..document.units.len()).rev().find(is_before) {
            Some(unit) => anchor(unit).map(Some),
            None => Some(None),
        };
        let spot = behind.map(|behind| Spot { behind, ..then.english.spot.clone() });
        let is_there = |block: &&Located| spot.as_ref() == Some(&block.english.spot);
        let mut same = today.iter().filter(|block| block.english.text == then.english.text);
        let by_text = same.clone().find(is_there).or_else(|| same.next().filter(|_| same.next().is_none()));
        let found = by_text.or_else(|| today.iter().find(is_there))?;
        Some(Block { spot: found.english.spot.clone(), english: fingerprint(&found.english.text) })
    }
}

/// Which blocks are the same ones.
fn paired(ours: &[String], theirs: &[String]) -> Vec<(usize, usize)> {
    // What is the same text stands at the same place, or something came in and something else went away.
    let is_crossed = ours.iter().enumerate().any(|(at, our)| {
        theirs.get(at) != Some(our)
            && theirs.iter().enumerate().any(|(there, their)| their == our && ours.get(there) != Some(our))
    });
    if ours.len() == theirs.len() && !is_crossed {
        return (0..ours.len()).map(|at| (at, at)).collect();
    }
    // The best of all ways to pair them in order.
    let common = |our: &str, their: &str| {
        // Words take time by the square of their number.
        let is_long = our.len().max(their.len()) > LONGEST_TEXT;
        let by_words = if is_long { 0.0 } else { TextDiff::from_words(our, their).ratio() };
        let ratio = TextDiff::from_lines(our, their).ratio().max(by_words);
        if ratio >= COMMON { ratio } else { 0.0 }
    };
    let mut best = vec![vec![0.0f32; theirs.len() + 1]; ours.len() + 1];
    for our in (0..ours.len()).rev() {
        for their in (0..theirs.len()).rev() {
            let pair = common(&ours[our], &theirs[their]) + best[our + 1][their + 1];
            best[our][their] = pair.max(best[our + 1][their]).max(best[our][their + 1]);
        }
    }
    let (mut our, mut their, mut pairs) = (0, 0, Vec::new());
    while our < ours.len() && their < theirs.len() {
        let ratio = common(&ours[our], &theirs[their]);
        if ratio > 0.0 && best[our][their] == ratio + best[our + 1][their + 1] {
            pairs.push((our, their));
            (our, their) = (our + 1, their + 1);
        } else if best[our][their] == best[our + 1][their] {
            our += 1;
        } else {
            their += 1;
        }
    }
    pairs
}

/// Puts the own blocks of a page into the resource of its document.
pub fn put(
    file: &mut LocaleFile,
    document: &DocumentName,
    additions: &Additions,
    (edited, changes): (Option<Date>, &[Change]),
    options: AdoptOptions,
    adopted: &mut Adopted,
) {
    for OwnBlock { block, english, text, .. } in &additions.found.blocks {
        let (kind, origin, date) = additions.provenance(edited);
        let mut state = State::new(kind, origin, &fingerprint(english), &fingerprint(text), date);
        state.block = Some(Box::new(block.clone()));
        state.previous = Some(english.clone());
        state.source_unproven = additions.unproven && edited.is_none();
        let Some((id, old)) = known(file, block, text, &state.source) else {
            let print = fingerprint(&format!("{document}\n{}\n{english}", block.spot));
            file.set_text(&format!("{PREFIX}{}", &print[..8]).into(), text, state);
            adopted.blocks += 1;
            continue;
        };
        let taken = put_over(file, (id, &old), text, state, (edited, changes), options, adopted);
        adopted.blocks += usize::from(taken);
    }
}

/// The message that a resource has for a block, or had with the same text for the same English.
fn known(file: &LocaleFile, block: &Block, text: &str, source: &str) -> Option<(Id, State)> {
    let is_at = |state: &State| !state.obsolete && state.block.as_ref().is_some_and(|own| own.spot == block.spot);
    let is_same = |id: &Id, state: &State| {
        let has_text = file.pattern(id).is_some_and(|pattern| pattern.as_str() == text);
        state.block.is_some() && state.obsolete && state.source == source && has_text
    };
    let known = file.state.messages.iter().filter(|(id, state)| is_at(state) || is_same(id, state));
    let best = known.min_by_key(|(id, state)| (!is_at(state), (*id).clone()));
    best.map(|(id, state)| (id.clone(), state.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(ours: &[&str], theirs: &[&str]) -> Vec<(usize, usize)> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        paired(&owned(ours), &owned(theirs))
    }

    #[test]
    fn as_many_blocks_are_the_same_ones_in_their_order() {
        assert_eq!(pairs(&["a", "b"], &["x", "y"]), [(0, 0), (1, 1)]);
        assert_eq!(pairs(&["a", "a"], &["x", "a"]), [(0, 0), (1, 1)]);
        assert_eq!(pairs(&["a", "b"], &["b", "c"]), [(1, 0)], "one came in, and one went away");
    }

    #[test]
    fn others_are_paired_by_what_they_have_in_common() {
        assert_eq!(pairs(&["a b c d"], &["x", "a b c e"]), [(0, 1)]);
        assert_eq!(pairs(&["a b c d", "x y"], &["a b c e"]), [(0, 0)]);
        assert_eq!(pairs(&["a"], &["x", "y"]), []);
    }
}
