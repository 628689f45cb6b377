//! Pairs the units of a document that changed with what was in their place before.

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, DiffTag, TextDiff, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::compare;

/// A unit with what pairing compares: its text, kind, section and row. Made from the old structure, or from a document.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The message, if the text is known; two units with one id are the same.
    pub id: Option<&'a str>,
    pub kind: &'a str,
    pub text: &'a str,
    /// Text of the nearest heading above.
    pub section: &'a str,
    /// Text of the first cell of the row that a cell is in; empty elsewhere.
    pub row: &'a str,
}

impl<'a> Side<'a> {
    /// A unit without a place; see [`Self::place`].
    pub fn new(id: Option<&'a str>, kind: &'a str, text: &'a str) -> Self {
        Self { id, kind, text, section: "", row: "" }
    }

    /// Cells in the same column of a row with the same label.
    fn is_same_cell(&self, other: &Side<'_>) -> bool {
        self.kind == other.kind && !self.row.is_empty() && self.row == other.row
    }

    /// Fills in section and row of the units of a document, in order.
    pub fn place(sides: &mut [Self]) {
        let (mut section, mut row): (&'a str, &'a str) = ("", "");
        for side in sides {
            match side.kind {
                "heading" => (section, row) = (side.text, ""),
                // A cell with its own label says nothing new of itself.
                "cell:0" => {
                    side.section = section;
                    row = side.text;
                    continue;
                }
                kind if !kind.starts_with("cell:") => row = "",
                _ => {}
            }
            side.section = section;
            side.row = row;
        }
    }
}

/// A new text and the old unit that it is the changed form of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub old: usize,
    pub new: usize,
    /// Similarity of the two texts, 0 to 1.
    pub score: f32,
}

/// Below this two texts in the same place are different texts.
const SAME_PLACE: f32 = 0.45;
/// One unit replaced by one unit of the same kind between the same neighbours.
const ONLY_CANDIDATE: f32 = 0.3;
/// A text that also moved has to be more alike.
const ELSEWHERE: f32 = 0.7;
/// What the same row or the same section counts for among candidates.
const SAME_ROW: f32 = 0.3;
const SAME_SECTION: f32 = 0.05;
/// Longer texts are compared by words only.
const SHORT: usize = 120;
/// Texts that share most of their characters differ by a slip of the pen.
const ALMOST: f32 = 0.75;
/// Comparing every old with every new text of a gap costs their product.
const MAX_COMPARISONS: usize = 20_000;

/// Pairs units of `new` that have no id with units of `old` that are gone.
pub fn pair(old: &[Side<'_>], new: &[Side<'_>]) -> Vec<Pair> {
    let old_keys: Vec<Option<&str>> = old.iter().map(|side| side.id).collect();
    let new_keys: Vec<Option<&str>> = new.iter().map(|side| side.id).collect();
    let mut finder =
        Finder { old, new, old_free: vec![true; old.len()], new_free: vec![true; new.len()], pairs: Vec::new() };
    let ops = capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys);
    finder.exclude_known(&ops);
    for op in ops {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let olds: Vec<usize> = op.old_range().filter(|index| finder.old_free[*index]).collect();
        let news: Vec<usize> = op.new_range().filter(|index| finder.new_free[*index]).collect();
        let limit = if olds.len() == 1 && news.len() == 1 { ONLY_CANDIDATE } else { SAME_PLACE };
        finder.best_first(&olds, &news, limit);
    }
    let olds: Vec<usize> = (0..old.len()).filter(|index| finder.old_free[*index]).collect();
    let news: Vec<usize> = (0..new.len()).filter(|index| finder.new_free[*index]).collect();
    finder.best_first(&olds, &news, ELSEWHERE);
    finder.pairs
}

struct Finder<'a> {
    old: &'a [Side<'a>],
    new: &'a [Side<'a>],
    old_free: Vec<bool>,
    new_free: Vec<bool>,
    pairs: Vec<Pair>,
}

impl Finder<'_> {
    /// A text that is still in the document did not change into another one, unless it stood there
    /// more often.
    fn exclude_known(&mut self, ops: &[DiffOp]) {
        let mut surplus: FxHashMap<&str, usize> = FxHashMap::default();
        for side in self.old {
            *surplus.entry(side.id.unwrap_or("")).or_default() += 1;
        }
        for side in self.new {
            let count = surplus.entry(side.id.unwrap_or("")).or_default();
            *count = count.saturating_sub(1);
        }
        self.old_free.fill(false);
        for op in ops.iter().filter(|op| op.tag() != DiffTag::Equal) {
            for index in op.old_range() {
                let count = surplus.get_mut(self.old[index].id.unwrap_or(""));
                if let Some(count) = count.filter(|count| **count > 0) {
                    *count -= 1;
                    self.old_free[index] = true;
                }
            }
        }
        for (index, side) in self.new.iter().enumerate() {
            self.new_free[index] = side.id.is_none();
        }
    }

    /// Pairs the most similar first, down to `limit`.
    fn best_first(&mut self, olds: &[usize], news: &[usize], limit: f32) {
        if olds.is_empty() || news.is_empty() || olds.len() * news.len() > MAX_COMPARISONS {
            return;
        }
        let mut candidates: Vec<(Pair, f32)> = Vec::new();
        let (old_texts, new_texts): (Vec<&str>, Vec<&str>) = (
            olds.iter().map(|old| self.old[*old].text).collect(),
            news.iter().map(|new| self.new[*new].text).collect(),
        );
        let (old_folded, new_folded) = (folded(&old_texts), folded(&new_texts));
        let (befores, afters) = (compared(&old_texts, &old_folded), compared(&new_texts, &new_folded));
        for (old, before_text) in olds.iter().zip(&befores) {
            for (new, after_text) in news.iter().zip(&afters) {
                let (before, after) = (&self.old[*old], &self.new[*new]);
                let same_cell = before.is_same_cell(after);
                let least = if same_cell { limit.min(ONLY_CANDIDATE) } else { limit };
                let score = before_text.similarity(after_text, least);
                if score >= least {
                    let mut rank = if before.kind == after.kind { score } else { score - 0.1 };
                    rank += if same_cell { SAME_ROW } else { 0.0 };
                    rank += if before.section == after.section { SAME_SECTION } else { 0.0 };
                    candidates.push((Pair { old: *old, new: *new, score }, rank));
                }
            }
        }
        candidates
            .sort_by(|(a, rank_a), (b, rank_b)| rank_b.total_cmp(rank_a).then((a.new, a.old).cmp(&(b.new, b.old))));
        for (pair, _) in candidates {
            if self.old_free[pair.old] && self.new_free[pair.new] {
                self.old_free[pair.old] = false;
                self.new_free[pair.new] = false;
                self.pairs.push(pair);
            }
        }
    }
}

/// Pairs texts that went away with much like ones that came, wherever: each new text is compared with the
/// few old ones that share most words with it.
pub fn anywhere(old: &[&str], new: &[&str]) -> Vec<Pair> {
    const CANDIDATES: usize = 4;
    /// A word that is in more texts than this says nothing about which text is which.
    const COMMON: usize = 64;
    let mut holders: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, text) in old.iter().enumerate() {
        let folded = text.to_lowercase();
        let mut words = words(&folded);
        words.sort_unstable();
        words.dedup();
        words.into_iter().for_each(|word| holders.entry(word.to_owned()).or_default().push(index));
    }
    let mut candidates: Vec<Pair> = Vec::new();
    for (index, text) in new.iter().enumerate() {
        let folded = text.to_lowercase();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        let known = words(&folded).into_iter().filter_map(|word| holders.get(word));
        known.filter(|list| list.len() <= COMMON).flatten().for_each(|old| *shared.entry(*old).or_default() += 1);
        let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
        shared.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        for (at, _) in shared.into_iter().take(CANDIDATES) {
            let score = similarity(old[at], text);
            if score >= ELSEWHERE {
                candidates.push(Pair { old: at, new: index, score });
            }
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.new, a.old).cmp(&(b.new, b.old))));
    let (mut old_taken, mut new_taken) = (vec![false; old.len()], vec![false; new.len()]);
    candidates
        .into_iter()
        .filter(|pair| {
            let free = !old_taken[pair.old] && !new_taken[pair.new];
            if free {
                (old_taken[pair.old], new_taken[pair.new]) = (true, true);
            }
            free
        })
        .collect()
}

/// How alike two texts are, 0 to 1: by words, or by characters where they differ in few of these
/// (`(Delegated/Application)` against `(Delegated/ Application)`).
pub fn similarity(old: &str, new: &str) -> f32 {
    Compared::new(old, &old.to_lowercase()).similarity(&Compared::new(new, &new.to_lowercase()), 0.0)
}

/// A text that is compared with several others.
struct Compared<'t> {
    text: &'t str,
    /// Case and emphasis do not make another text.
    words: Vec<&'t str>,
    /// The same in order.
    sorted: Vec<&'t str>,
}

fn folded(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.to_lowercase()).collect()
}

fn compared<'t>(texts: &[&'t str], folded: &'t [String]) -> Vec<Compared<'t>> {
    texts.iter().zip(folded).map(|(text, folded)| Compared::new(text, folded)).collect()
}

impl<'t> Compared<'t> {
    fn new(text: &'t str, folded: &'t str) -> Self {
        let words = words(folded);
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Self { text, words, sorted }
    }

    /// How alike two texts are; exact from `least` on, and else below it.
    fn similarity(&self, other: &Compared<'_>, least: f32) -> f32 {
        let (old, new) = (self.text, other.text);
        if old == new {
            return 1.0;
        }
        let share = |count: usize| 2.0 * count as f32 / (self.words.len() + other.words.len()).max(1) as f32;
        let is_short = old.len().max(new.len()) <= SHORT;
        // Comparing words in their order costs much more than counting them.
        let most = share(self.shared_words(other));
        if most < least && !is_short {
            return most;
        }
        let equal = |ops: Vec<DiffOp>| -> usize {
            ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum()
        };
        let ops = compare::ops(&self.words, &other.words);
        // Of what is too long to be compared only the ends are known to be the same.
        let by_words = share(ops.map_or_else(|| compare::same_ends(&self.words, &other.words), equal));
        if !is_short {
            return by_words;
        }
        let by_characters = TextDiff::from_graphemes(old, new).ratio();
        if by_characters >= ALMOST { by_words.max(by_characters) } else { by_words }
    }

    /// How many words two texts share, in whatever order.
    fn shared_words(&self, other: &Compared<'_>) -> usize {
        let (mut ours, mut theirs) = (self.sorted.iter().peekable(), other.sorted.iter().peekable());
        let mut shared = 0;
        while let (Some(one), Some(two)) = (ours.peek(), theirs.peek()) {
            let order = one.cmp(two);
            shared += usize::from(order.is_eq());
            if order.is_le() {
                ours.next();
            }
            if order.is_ge() {
                theirs.next();
            }
        }
        shared
    }
}

/// Words without the blanks and marks between them, which are alike in any two texts.
fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().filter(|word| !word.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_'))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side<'a>(id: Option<&'a str>, text: &'a str) -> Side<'a> {
        Side::new(id, "cell:0", text)
    }

    #[test]
    fn a_retyped_header_is_the_same_message() {
        let old = [side(Some("a"), "A"), side(Some("t"), "Type (Delegated/Application)"), side(Some("b"), "B")];
        let new = [side(Some("a"), "A"), side(None, "Type (Delegated/ Application)"), side(Some("b"), "B")];
        assert_eq!(pair(&old, &new).iter().map(|pair| (pair.old, pair.new)).collect::<Vec<_>>(), [(1, 1)]);
    }

    #[test]
    fn one_of_two_equal_texts_may_change() {
        let old = [side(Some("a"), "Same text here."), side(Some("b"), "B"), side(Some("a"), "Same text here.")];
        let new = [side(Some("a"), "Same text here."), side(Some("b"), "B"), side(None, "Same text there.")];
        assert_eq!(pair(&old, &new).iter().map(|pair| (pair.old, pair.new)).collect::<Vec<_>>(), [(2, 2)]);
    }

    #[test]
    fn texts_with_nothing_in_common_are_no_pair() {
        assert!(pair(&[side(Some("a"), "Title here")], &[side(None, "Other")]).is_empty());
        assert!(similarity("Yes", "No") < 0.3);
        assert!(similarity("Where is the data stored?", "Where is all the data stored?") > 0.8);
        assert!(similarity("データは保存されます。", "データは常に保存されます。") > 0.8);
    }

    #[test]
    fn an_inserted_row_takes_nothing_from_its_neighbours() {
        let old =
            [side(Some("a"), "Does the app use encryption at rest?"), side(Some("b"), "Does the app log access?")];
        let new = [
            side(Some("a"), "Does the app use encryption at rest?"),
            side(None, "Where is your head office?"),
            side(Some("b"), "Does the app log access?"),
        ];
        assert!(pair(&old, &new).is_empty());
    }

    #[test]
    fn the_label_of_the_row_tells_which_cell_it_was() {
        let texts = [
            ("cell:0", "Where is data kept?"),
            ("cell:1", "In Europe and the States"),
            ("cell:0", "Where are backups kept?"),
            ("cell:1", "In Europe and Canada"),
        ];
        let sides = |texts: &[(&'static str, &'static str)], known: &[usize]| -> Vec<Side<'static>> {
            let side = |(index, (kind, text)): (usize, &(&'static str, &'static str))| {
                Side::new(known.contains(&index).then_some(*text), kind, text)
            };
            let mut sides: Vec<Side<'static>> = texts.iter().enumerate().map(side).collect();
            Side::place(&mut sides);
            sides
        };
        let mut moved = [texts[2], texts[3], texts[0], texts[1]];
        (moved[1].1, moved[3].1) = ("In Europe and Chile", "In Europe, not the States");
        let pairs = pair(&sides(&texts, &[0, 1, 2, 3]), &sides(&moved, &[0, 2]));
        let mut pairs: Vec<_> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
        pairs.sort_unstable();
        assert_eq!(pairs, [(1, 3), (3, 1)]);
    }

    #[test]
    fn a_changed_unit_that_also_moved_is_found() {
        let old = [
            side(Some("x"), "The data is kept for thirty days in Europe."),
            side(Some("a"), "A"),
            side(Some("b"), "B"),
        ];
        let new =
            [side(Some("a"), "A"), side(Some("b"), "B"), side(None, "The data is kept for ninety days in Europe.")];
        assert_eq!(pair(&old, &new).len(), 1);
    }
}
