//! How much better two items explain each other than chance does: a sum of log-likelihood ratios.
//!
//! Evidence weighs by how rare it is: a link target that stands once on both sides is worth much, a number that is
//! in every second cell nearly nothing. Evidence that one side holds and the other does not speaks against a pair
//! only if the other side has it elsewhere; otherwise a translator changed or dropped it.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::form::{endings, form};
use super::item::{Ending, Item, Shape};
use super::length::Lengths;
use super::lexicon::{Lexicon, Words};
use super::token::{Class, Token};

/// Documents with fewer items are looked at as if they had so many: what is rare in three lines proves little.
const FEWEST: f64 = 40.0;
/// What all evidence of one sort can add or take away at most: it is not independent.
const MOST_HARD: f64 = 12.0;
const MOST_SOFT: f64 = 7.0;

/// A piece of evidence that stands on both sides.
#[derive(Debug, Clone, Copy)]
struct Weight {
    class: Class,
    /// Where both items have it, and where one has it.
    gain: f64,
    loss: f64,
    is_unique: bool,
}

impl Weight {
    fn is_telling(self) -> bool {
        self.class.is_hard() || self.class == Class::SameText
    }
}

/// One side, with its evidence by number.
struct Side<'i> {
    items: &'i [Item],
    tokens: Vec<Vec<u32>>,
    words: Vec<Words>,
}

/// Scores pairs of items.
pub struct Scorer<'i, 'l> {
    english: Side<'i>,
    page: Side<'i>,
    weights: Vec<Weight>,
    shapes: FxHashMap<Shape, f64>,
    lengths: Lengths,
    lexicon: Option<&'l Lexicon>,
}

impl<'i, 'l> Scorer<'i, 'l> {
    pub fn new(english: &'i [Item], page: &'i [Item], lexicon: Option<&'l Lexicon>) -> Self {
        let same_script = !is_foreign_script(page);
        let (ours, theirs) = (counts(english), counts(page));
        let share = |count: usize, items: &[Item]| count as f64 / (items.len() as f64).max(FEWEST);
        let mut numbers: FxHashMap<Token, u32> = FxHashMap::default();
        let mut weights = Vec::new();
        // In the order of the English, so that sums are the same in every run.
        for token in english.iter().flat_map(|item| &item.tokens) {
            let Some(their_count) = theirs.get(token) else { continue };
            numbers.entry(*token).or_insert_with(|| {
                let our_count = ours[token];
                let by_chance = share(our_count, english).max(share(*their_count, page));
                let kept = token.class.kept(same_script);
                // A text that only some of its places keep may have been translated in the others.
                let is_changeable = token.class == Class::SameText && our_count != *their_count;
                let loss = if is_changeable { 0.0 } else { (1.0 - kept).ln() };
                let is_unique = our_count == 1 && *their_count == 1;
                weights.push(Weight { class: token.class, gain: (kept / by_chance).ln().max(0.0), loss, is_unique });
                weights.len() as u32 - 1
            });
        }
        let side = |items: &'i [Item]| Side {
            items,
            tokens: items.iter().map(|item| numbered(item, &numbers)).collect(),
            words: lexicon
                .map_or_else(Vec::new, |lexicon| items.iter().map(|item| lexicon.words(&item.prose)).collect()),
        };
        Self {
            english: side(english),
            page: side(page),
            weights,
            shapes: shapes(english, page),
            lengths: Lengths::of(english, page, same_script),
            lexicon,
        }
    }

    pub fn sizes(&self) -> (usize, usize) {
        (self.english.items.len(), self.page.items.len())
    }

    pub fn item(&self, english: usize) -> &'i Item {
        &self.english.items[english]
    }

    pub fn page_item(&self, page: usize) -> &'i Item {
        &self.page.items[page]
    }

    /// How well two items fit, or `None` if they cannot be translations of each other.
    pub fn pair(&self, english: usize, page: usize) -> Option<f64> {
        let (our, their) = (self.item(english), self.page_item(page));
        let shape = self.shape(our, their)?;
        if our.is_mark() {
            return Some(shape + self.evidence(english, page).0);
        }
        Some(shape + self.content(english, page) + form(our, their))
    }

    /// How well the contents of two items fit, whatever they are.
    pub fn content(&self, english: usize, page: usize) -> f64 {
        let (our, their) = (self.item(english), self.page_item(page));
        let (hard, soft) = self.evidence(english, page);
        let words =
            self.lexicon.map_or(0.0, |lexicon| lexicon.score(&self.english.words[english], &self.page.words[page]));
        let length =
            if our.unit.is_none() || their.unit.is_none() { 0.0 } else { self.lengths.pair(our.length, their.length) };
        hard + (soft + words).clamp(-MOST_SOFT - 3.0, MOST_SOFT + 3.0) + length
    }

    /// How well texts of one side fit those of the other together, if their length fits better by so much than any of them alone.
    pub fn merged(&self, english: &[usize], page: &[usize], better: f64) -> Option<f64> {
        let length = |side: &Side<'_>, indices: &[usize]| indices.iter().map(|index| side.items[*index].length).sum();
        let length = self.lengths.pair(length(&self.english, english), length(&self.page, page));
        let alone =
            |ours: usize, theirs: usize| self.lengths.pair(self.item(ours).length, self.page_item(theirs).length);
        if english.iter().any(|ours| page.iter().any(|theirs| alone(*ours, *theirs) + better > length)) {
            return None;
        }
        let shape = self.shape(self.item(english[0]), self.page_item(page[0]))?;
        let union = |side: &Side<'_>, indices: &[usize]| {
            let mut tokens: Vec<u32> = indices.iter().flat_map(|index| side.tokens[*index].iter().copied()).collect();
            tokens.sort_unstable();
            tokens.dedup();
            tokens
        };
        let (hard, soft) = self.weigh(&union(&self.english, english), &union(&self.page, page));
        let last =
            |items: &'i [Item], indices: &[usize]| indices.last().map_or(Ending::Open, |index| items[*index].ending);
        let ending = endings(last(self.english.items, english), last(self.page.items, page));
        Some(shape + hard + soft + self.words(english, page) + length + ending)
    }

    /// What the words of texts say, taken together.
    fn words(&self, english: &[usize], page: &[usize]) -> f64 {
        let Some(lexicon) = self.lexicon else { return 0.0 };
        if let ([english], [page]) = (english, page) {
            return lexicon.score(&self.english.words[*english], &self.page.words[*page]);
        }
        let union = |side: &Side<'_>, indices: &[usize]| {
            let mut words: Words = indices.iter().flat_map(|index| side.words[*index].iter().copied()).collect();
            words.sort_unstable();
            words
        };
        lexicon.score(&union(&self.english, english), &union(&self.page, page))
    }

    /// Whether two items of the page are written alike.
    pub fn are_alike(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.page_item(one), self.page_item(other));
        !one.is_mark() && one.text == other.text && one.shape == other.shape
    }

    /// The same of two items of the English.
    pub fn are_alike_in_english(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.item(one), self.item(other));
        !one.is_mark() && one.text == other.text && one.shape == other.shape
    }

    /// What evidence says for a pair, without kind and length.
    pub fn evidence(&self, english: usize, page: usize) -> (f64, f64) {
        self.weigh(&self.english.tokens[english], &self.page.tokens[page])
    }

    /// What hard evidence two items share, as a sum of its weights.
    pub fn shared(&self, english: usize, page: usize) -> f64 {
        let mut sum = 0.0;
        both(&self.english.tokens[english], &self.page.tokens[page], |token, on_both| {
            let weight = self.weights[token as usize];
            if on_both && weight.is_telling() {
                sum += weight.gain;
            }
        });
        sum
    }

    /// The numbers of evidence that stands once on both sides, of an item.
    pub fn unique(&self, of_page: bool, index: usize) -> impl Iterator<Item = u32> + '_ {
        self.telling(of_page, index).filter(|token| self.weights[*token as usize].is_unique)
    }

    /// The numbers of all evidence of an item that can tell it from others.
    pub fn telling(&self, of_page: bool, index: usize) -> impl Iterator<Item = u32> + '_ {
        let side = if of_page { &self.page } else { &self.english };
        let is_telling = |token: &u32| self.weights[*token as usize].is_telling();
        side.tokens[index].iter().copied().filter(is_telling)
    }

    /// Whether a pair cannot be one: both sides hold evidence of one class, share none of it, and all that the page
    /// holds stands elsewhere in the English. What a translator altered stands nowhere else.
    pub fn refutes(&self, english: usize, page: usize) -> bool {
        [Class::TargetEnd, Class::Id, Class::Verbatim].iter().any(|class| self.contradicts(english, page, *class))
    }

    fn contradicts(&self, english: usize, page: usize, class: Class) -> bool {
        let all = |item: &Item| item.tokens.iter().filter(|token| token.class == class).count();
        let (ours, theirs) = (all(self.item(english)), all(self.page_item(page)));
        if ours == 0 || theirs == 0 {
            return false;
        }
        let (mut elsewhere, mut shared) = (0, 0);
        both(&self.english.tokens[english], &self.page.tokens[page], |token, on_both| {
            if self.weights[token as usize].class == class {
                shared += usize::from(on_both);
            }
        });
        for token in &self.page.tokens[page] {
            elsewhere += usize::from(self.weights[*token as usize].class == class);
        }
        shared == 0 && elsewhere == theirs
    }

    fn weigh(&self, ours: &[u32], theirs: &[u32]) -> (f64, f64) {
        let (mut hard, mut soft) = (0.0, 0.0);
        both(ours, theirs, |token, on_both| {
            let weight = self.weights[token as usize];
            let sum = if weight.class.is_hard() { &mut hard } else { &mut soft };
            *sum += if on_both { weight.gain } else { weight.loss };
        });
        (f64::clamp(hard, -MOST_HARD, MOST_HARD), f64::clamp(soft, -MOST_SOFT, MOST_SOFT))
    }

    /// Whether two items may be a pair by what they are, and how much that they agree says.
    fn shape(&self, our: &Item, their: &Item) -> Option<f64> {
        if our.shape == their.shape {
            if our.label != their.label {
                return None;
            }
            return Some(if our.label.is_some() { 6.0 } else { self.shapes[&our.shape] });
        }
        match (our.shape, their.shape) {
            (Shape::Heading(a), Shape::Heading(b)) => Some(-2.5 - 0.5 * f64::from(a.abs_diff(b))),
            (Shape::Mark(_), _) | (_, Shape::Mark(_)) => None,
            _ if our.is_running_text() && their.is_running_text() => Some(-3.0),
            _ => None,
        }
    }
}

/// Calls with every piece of evidence of two sorted lists, and whether both have it.
fn both(ours: &[u32], theirs: &[u32], mut call: impl FnMut(u32, bool)) {
    let (mut a, mut b) = (0, 0);
    while a < ours.len() && b < theirs.len() {
        match ours[a].cmp(&theirs[b]) {
            std::cmp::Ordering::Equal => {
                call(ours[a], true);
                (a, b) = (a + 1, b + 1);
            }
            std::cmp::Ordering::Less => {
                call(ours[a], false);
                a += 1;
            }
            std::cmp::Ordering::Greater => {
                call(theirs[b], false);
                b += 1;
            }
        }
    }
    ours[a..].iter().chain(&theirs[b..]).for_each(|token| call(*token, false));
}

fn numbered(item: &Item, numbers: &FxHashMap<Token, u32>) -> Vec<u32> {
    let mut tokens: Vec<u32> = item.tokens.iter().filter_map(|token| numbers.get(token).copied()).collect();
    tokens.sort_unstable();
    tokens
}

/// In how many items each piece of evidence is.
fn counts(items: &[Item]) -> FxHashMap<Token, usize> {
    count(items.iter().flat_map(|item| item.tokens.iter().copied()))
}

fn count<T: Eq + Hash>(all: impl Iterator<Item = T>) -> FxHashMap<T, usize> {
    let mut counts = FxHashMap::default();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts
}

/// What it says that two items have this shape, by how common it is.
fn shapes(english: &[Item], page: &[Item]) -> FxHashMap<Shape, f64> {
    let all = (english.len() + page.len()) as f64;
    let counts = count(english.iter().chain(page).map(|item| item.shape));
    counts.into_iter().map(|(shape, count)| (shape, (0.97 * all / count as f64).ln().clamp(0.0, 2.5))).collect()
}

/// Whether a page is written in other letters than English.
fn is_foreign_script(page: &[Item]) -> bool {
    let (mut foreign, mut latin) = (0usize, 0usize);
    for c in page.iter().flat_map(|item| item.prose.chars()).filter(|c| c.is_alphabetic()).take(4000) {
        *if c < '\u{250}' { &mut latin } else { &mut foreign } += 1;
    }
    foreign * 4 > latin
}
