//! The alignment of two sequences, with how sure it is of every pair.
//!
//! A pair hidden Markov model: items are pairs, or stand alone on one side. Of all alignments together it is
//! computed how much of their probability holds a pair (forward and backward), so that what could as well be
//! otherwise has a low posterior, however good the best alignment looks. Two texts that became one, or one that
//! became two, are recognized, so that they shift nothing.

use super::corridor::Corridor;
use super::item::{Item, Shape};
use super::logarithm::add;
use super::score::Scorer;

/// Logarithms of how likely it is that an item stands alone, that the next does too, that one of the other side
/// follows, and that pairs go on.
const OPEN: f64 = -3.6;
const EXTEND: f64 = -0.15;
const SWITCH: f64 = -1.2;
const CLOSE: f64 = -1.2;
/// Marks between units come and go more easily.
const OPEN_MARK: f64 = -1.8;
/// A row comes and goes as a whole: within it nothing stands alone.
const OPEN_WITHIN_ROW: f64 = -6.5;
/// That a text was split, or two were made one; and how much better the lengths must then fit than those of one of the two.
const MERGE: f64 = -2.5;
const BETTER_LENGTH: f64 = 0.1;
/// Evidence is not as independent as adding it up supposes.
const TEMPER: f64 = 0.8;

/// What is less likely is not even compared.
const WORTH_NOTING: f64 = 1e-3;

const NEVER: f64 = f64::NEG_INFINITY;

/// A pair of indices, and its share of the probability of all alignments.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    pub english: usize,
    pub page: usize,
    pub posterior: f64,
    /// The same of all pairs with a text of the page that is written alike: then it is all one which of them it is.
    pub of_text: f64,
    /// Part of a text that was split or merged; then the first of the page's items of it.
    pub merged: Option<usize>,
}

/// For every English item the pair that is most likely.
pub fn matches(scorer: &Scorer<'_, '_>, english: &[usize], page: &[usize]) -> Vec<Match> {
    if english.is_empty() || page.is_empty() {
        return Vec::new();
    }
    let plane = Plane::new(scorer, english, page);
    let forward = plane.forward();
    plane.backward(&forward)
}

/// How a node was reached: with a pair, with an English item alone, with one of the page alone.
#[derive(Debug, Clone, Copy)]
struct States {
    pair: f64,
    ours: f64,
    theirs: f64,
}

impl States {
    const NONE: Self = Self { pair: NEVER, ours: NEVER, theirs: NEVER };

    /// All ways to go on from here with a pair.
    fn closed(self) -> f64 {
        add(self.pair, add(self.ours, self.theirs) + CLOSE)
    }

    fn all(self) -> f64 {
        add(self.pair, add(self.ours, self.theirs))
    }
}

struct Plane<'a, 'i, 'l> {
    scorer: &'a Scorer<'i, 'l>,
    english: &'a [usize],
    page: &'a [usize],
    corridor: Corridor,
    /// Score of the pair that ends at a node.
    scores: Vec<f32>,
}

impl<'a, 'i, 'l> Plane<'a, 'i, 'l> {
    fn new(scorer: &'a Scorer<'i, 'l>, english: &'a [usize], page: &'a [usize]) -> Self {
        let corridor = Corridor::new(scorer, english, page);
        let mut scores = vec![f32::NEG_INFINITY; corridor.len()];
        for row in 1..=english.len() {
            let (first, last) = corridor.rows[row];
            for column in first.max(1)..=last {
                if let Some(score) = scorer.pair(english[row - 1], page[column - 1]) {
                    scores[corridor.starts[row] + column - first] = (score * TEMPER) as f32;
                }
            }
        }
        Self { scorer, english, page, corridor, scores }
    }

    fn score(&self, row: usize, column: usize) -> f64 {
        self.corridor.at(row, column).map_or(NEVER, |at| f64::from(self.scores[at]))
    }

    fn our_open(&self, row: usize) -> f64 {
        open(self.scorer.item(self.english[row - 1]))
    }

    fn their_open(&self, column: usize) -> f64 {
        open(self.scorer.page_item(self.page[column - 1]))
    }

    /// Score of two English texts that are one in the page, ending at a node.
    fn two_to_one(&self, row: usize, column: usize) -> f64 {
        if row < 2 || column < 1 {
            return NEVER;
        }
        let (first, second, one) = (self.english[row - 2], self.english[row - 1], self.page[column - 1]);
        let (a, b, c) = (self.scorer.item(first), self.scorer.item(second), self.scorer.page_item(one));
        if !may_merge(a, b, c) || second != first + 1 {
            return NEVER;
        }
        self.merge(&[first, second], &[one])
    }

    fn one_to_two(&self, row: usize, column: usize) -> f64 {
        if row < 1 || column < 2 {
            return NEVER;
        }
        let (one, first, second) = (self.english[row - 1], self.page[column - 2], self.page[column - 1]);
        let (a, b, c) = (self.scorer.page_item(first), self.scorer.page_item(second), self.scorer.item(one));
        if !may_merge(a, b, c) || second != first + 1 {
            return NEVER;
        }
        self.merge(&[one], &[first, second])
    }

    fn merge(&self, english: &[usize], page: &[usize]) -> f64 {
        let merged = self.scorer.merged(english, page, BETTER_LENGTH);
        merged.map_or(NEVER, |score| MERGE + score * TEMPER)
    }

    fn forward(&self) -> Vec<States> {
        let mut forward = vec![States::NONE; self.corridor.len()];
        for row in 0..=self.english.len() {
            let (first, last) = self.corridor.rows[row];
            for column in first..=last {
                forward[self.corridor.starts[row] + column - first] = self.reach(&forward, row, column);
            }
        }
        forward
    }

    fn reach(&self, forward: &[States], row: usize, column: usize) -> States {
        if (row, column) == (0, 0) {
            return States { pair: 0.0, ..States::NONE };
        }
        let before = |rows: usize, columns: usize| {
            let (row, column) = (row.checked_sub(rows)?, column.checked_sub(columns)?);
            Some(forward[self.corridor.at(row, column)?])
        };
        let mut states = States::NONE;
        if let Some(from) = before(1, 1) {
            states.pair = self.score(row, column) + from.closed();
        }
        // Most texts cannot be two of the other side: then it does not matter what was before.
        let merged = |score: f64, from: States| if score > NEVER { score + from.closed() } else { NEVER };
        if let Some(from) = before(2, 1) {
            states.pair = add(states.pair, merged(self.two_to_one(row, column), from));
        }
        if let Some(from) = before(1, 2) {
            states.pair = add(states.pair, merged(self.one_to_two(row, column), from));
        }
        if let Some(from) = before(1, 0) {
            states.ours = add(from.pair + self.our_open(row), from.ours + EXTEND);
        }
        if let Some(from) = before(0, 1) {
            let begun = add(from.pair + self.their_open(column), from.ours + SWITCH);
            states.theirs = add(begun, from.theirs + EXTEND);
        }
        states
    }

    /// Goes back through all nodes, and takes the best pair of every row.
    fn backward(&self, forward: &[States]) -> Vec<Match> {
        let (n, m) = (self.english.len(), self.page.len());
        let total = self.corridor.at(n, m).map_or(NEVER, |at| forward[at].all());
        let mut best: Vec<Vec<Match>> = vec![Vec::new(); n];
        // The rows below this one, as far as steps reach.
        let mut after: [Vec<States>; 2] = [Vec::new(), Vec::new()];
        for row in (0..=n).rev() {
            let (first, last) = self.corridor.rows[row];
            let mut states = vec![States::NONE; last + 1 - first];
            for column in (first..=last).rev() {
                let next = Ahead { plane: self, row, column, first, own: &states, after: &after };
                let reached = next.complete(n, m);
                states[column - first] = reached;
                self.note(forward, row, column, reached.pair - total, &mut best);
            }
            after = [states, std::mem::take(&mut after[0])];
        }
        let likeliest = |row: Vec<Match>| row.into_iter().max_by(|a, b| a.of_text.total_cmp(&b.of_text));
        best.into_iter().filter_map(likeliest).collect()
    }

    /// Notes the pairs that end at a node, where `rest` is all that may follow.
    fn note(&self, forward: &[States], row: usize, column: usize, rest: f64, best: &mut [Vec<Match>]) {
        let before = |rows: usize, columns: usize| {
            let (row, column) = (row.checked_sub(rows)?, column.checked_sub(columns)?);
            self.corridor.at(row, column).map(|at| forward[at])
        };
        let share = |score: f64, from: States| if score > NEVER { (from.closed() + score + rest).exp() } else { 0.0 };
        let mut offer = |row: usize, column: usize, posterior: f64, merged: Option<usize>| {
            let (english, page) = (self.english[row - 1], self.page[column - 1]);
            if posterior < WORTH_NOTING {
                return;
            }
            let known = best[row - 1].iter_mut().find(|known| {
                known.merged == merged && (known.page == page || self.scorer.are_alike(known.page, page))
            });
            match known {
                Some(known) => {
                    known.of_text += posterior;
                    if known.posterior < posterior {
                        (known.page, known.posterior) = (page, posterior);
                    }
                }
                None => best[row - 1].push(Match { english, page, posterior, of_text: posterior, merged }),
            }
        };
        if let Some(from) = before(1, 1) {
            offer(row, column, share(self.score(row, column), from), None);
        }
        if let Some(from) = before(2, 1) {
            let posterior = share(self.two_to_one(row, column), from);
            let page = Some(self.page[column - 1]);
            offer(row, column, posterior, page);
            offer(row - 1, column, posterior, page);
        }
        if let Some(from) = before(1, 2) {
            let posterior = share(self.one_to_two(row, column), from);
            offer(row, column, posterior, Some(self.page[column - 2]));
        }
    }
}

/// What may follow a node.
struct Ahead<'s, 'a, 'i, 'l> {
    plane: &'s Plane<'a, 'i, 'l>,
    row: usize,
    column: usize,
    first: usize,
    own: &'s [States],
    after: &'s [Vec<States>; 2],
}

impl Ahead<'_, '_, '_, '_> {
    fn node(&self, rows: usize, columns: usize) -> Option<States> {
        let (row, column) = (self.row + rows, self.column + columns);
        if rows == 0 {
            return self.own.get(column - self.first).copied();
        }
        let (first, last) = *self.plane.corridor.rows.get(row)?;
        (first..=last).contains(&column).then(|| self.after[rows - 1][column - first])
    }

    /// All ways from here to the end, by how the node was reached.
    fn complete(&self, n: usize, m: usize) -> States {
        if (self.row, self.column) == (n, m) {
            return States { pair: 0.0, ours: 0.0, theirs: 0.0 };
        }
        let (row, column) = (self.row, self.column);
        let mut pair = NEVER;
        if let Some(next) = self.node(1, 1) {
            pair = next.pair + self.plane.score(row + 1, column + 1);
        }
        if let Some(next) = self.node(2, 1) {
            pair = add(pair, next.pair + self.plane.two_to_one(row + 2, column + 1));
        }
        if let Some(next) = self.node(1, 2) {
            pair = add(pair, next.pair + self.plane.one_to_two(row + 1, column + 2));
        }
        let ours = self.node(1, 0).map_or(NEVER, |next| next.ours);
        let theirs = self.node(0, 1).map_or(NEVER, |next| next.theirs);
        let our_open = if row < n { self.plane.our_open(row + 1) } else { NEVER };
        let their_open = if column < m { self.plane.their_open(column + 1) } else { NEVER };
        States {
            pair: add(pair, add(ours + our_open, theirs + their_open)),
            ours: add(pair + CLOSE, add(ours + EXTEND, theirs + SWITCH)),
            theirs: add(pair + CLOSE, theirs + EXTEND),
        }
    }
}

fn open(item: &Item) -> f64 {
    match item.shape {
        Shape::Mark(_) => OPEN_MARK,
        Shape::Cell(column) if column > 0 => OPEN_WITHIN_ROW,
        _ => OPEN,
    }
}

/// Whether two texts of one side may be one of the other: running text in one place.
fn may_merge(first: &Item, second: &Item, one: &Item) -> bool {
    let is_long = |item: &Item| item.length >= 8;
    let texts = first.is_running_text() && second.is_running_text() && one.is_running_text();
    texts
        && first.shape == second.shape
        && is_long(first)
        && is_long(second)
        && one.length * 10 > (first.length + second.length) * 3
}
