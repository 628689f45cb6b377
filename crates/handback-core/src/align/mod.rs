//! Which unit of a localized page translates which unit of its English.
//!
//! Only what translation leaves alone is compared, and every pair says how sure it is. What cannot be decided is left
//! out and named, never guessed.
//!
//! 1. [`item`] makes a sequence of a document: its units, and between them what the skeleton has to say ([`marks`]).
//!    [`evidence`] is what of a text does not depend on its language; [`token`] says what such a thing is.
//! 2. [`score`] says how well two items fit: their evidence weighed by how rare it is, their kinds and [`form`], their [`length`]s, and
//!    the words that a [`Lexicon`] knows.
//! 3. [`sequence`] aligns both sequences as a whole, within a [`corridor`], and knows how likely every pair is.
//! 4. [`moved`] pairs what has another place in the page by evidence that is unique.
//! 5. [`reordered`] takes back what only an order made that does not hold ([`fits`]).

mod corridor;
mod evidence;
#[cfg(test)]
mod examples;
mod fits;
mod form;
mod item;
#[cfg(test)]
mod laws;
mod length;
mod lexicon;
mod links;
mod logarithm;
mod marks;
mod moved;
mod numbers;
mod reordered;
mod score;
mod sequence;
mod target;
mod token;

pub use lexicon::Lexicon;
pub use links::Why;

use links::Links;
use score::Scorer;

use crate::document::{Document, Unit};

/// A unit of the English and the page's unit that translates it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub english: usize,
    pub page: usize,
    /// From 0 to 1.
    pub confidence: f32,
}

/// Two units that could have been a pair and are none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Refused {
    pub english: usize,
    pub page: usize,
    pub confidence: f32,
    pub why: Why,
}

/// How two documents fit together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// In the order of the English.
    pub pairs: Vec<Pair>,
    /// English units without a pair.
    pub lost: Vec<usize>,
    /// Units of the page without a pair.
    pub extra: Vec<usize>,
    pub refused: Vec<Refused>,
}

/// Aligns a page with an English that it may have been made from.
pub fn align(english: &Document<'_>, page: &Document<'_>, lexicon: Option<&Lexicon>) -> Alignment {
    let (ours, theirs) = (item::items(english), item::items(page));
    let scorer = Scorer::new(&ours, &theirs, lexicon.filter(|lexicon| !lexicon.is_empty()));
    let mut links = Links::new(&scorer);
    let all = |len: usize| (0..len).collect::<Vec<_>>();
    let found = sequence::matches(&scorer, &all(ours.len()), &all(theirs.len()));
    found.iter().for_each(|found| links.offer(*found));
    links.offer_alike(&found);
    moved::pair(&mut links);
    reordered::refuse(&mut links);
    reordered::complete(&mut links);
    let units = |english: usize, page: usize| Some((ours[english].unit?, theirs[page].unit?));
    let pairs = links.all().filter_map(|(english, page, confidence)| {
        units(english, page).map(|(english, page)| Pair { english, page, confidence: rounded(confidence) })
    });
    let refused = links.refused.iter().filter(|(english, _, _, _)| !links.has(*english));
    let refused = refused.filter_map(|(english, page, confidence, why)| {
        let (english, page) = units(*english, *page)?;
        Some(Refused { english, page, confidence: rounded(*confidence), why: *why })
    });
    Alignment::new(pairs.collect(), refused.collect(), english.units.len(), page.units.len())
}

/// In hundredths: more than that nobody knows.
fn rounded(confidence: f64) -> f32 {
    ((confidence.min(1.0) * 100.0).round() / 100.0) as f32
}

impl Alignment {
    /// The alignment of documents with so many units that these pairs make.
    pub fn new(pairs: Vec<Pair>, refused: Vec<Refused>, english: usize, page: usize) -> Self {
        let (mut lost, mut extra) = (vec![true; english], vec![true; page]);
        for pair in &pairs {
            (lost[pair.english], extra[pair.page]) = (false, false);
        }
        let left =
            |flags: Vec<bool>| flags.iter().enumerate().filter_map(|(index, left)| left.then_some(index)).collect();
        Self { pairs, lost: left(lost), extra: left(extra), refused }
    }

    /// Whether something is left open that more evidence may decide.
    pub fn is_open(&self) -> bool {
        (!self.lost.is_empty() && !self.extra.is_empty()) || !self.refused.is_empty()
    }

    /// How well the whole fits, from 0 to 1: to choose among several versions of the English.
    pub fn quality(&self) -> f32 {
        let units = 2 * self.pairs.len() + self.lost.len() + self.extra.len();
        let sure: f32 = self.pairs.iter().map(|pair| pair.confidence).sum();
        if units == 0 { 1.0 } else { 2.0 * sure / units as f32 }
    }

    /// Takes a pair away, as if it had not been found.
    pub fn remove(&mut self, index: usize) -> Pair {
        let pair = self.pairs.remove(index);
        self.lost.insert(self.lost.partition_point(|other| *other < pair.english), pair.english);
        pair
    }
}

/// The anchor that a localized heading carries: `<a name="general-information"></a>`.
pub fn anchor_before(document: &Document<'_>, unit: &Unit<'_>) -> Option<String> {
    let index = document.headings.partition_point(|heading| heading.anchor_at <= unit.span.start);
    let heading = &document.headings[index.checked_sub(1)?];
    let anchors = &document.source[heading.anchor_at..unit.span.start];
    let start = anchors.find("name=\"")? + "name=\"".len();
    let len = anchors[start..].find('"')?;
    Some(anchors[start..start + len].to_owned())
}
