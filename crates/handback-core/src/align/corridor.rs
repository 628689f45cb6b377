//! Where in the plane of both sequences an alignment is looked for: all of it for short ones, and otherwise
//! around a chain of anchors, so that time and memory grow with the length and not with its square.

use super::score::Scorer;
use rustc_hash::FxHashMap;

/// Planes with fewer nodes are looked at as a whole.
const SMALL: usize = 2_500;
/// Nodes around an anchor in both directions.
const MARGIN: usize = 9;
/// Nodes of one row at most, where nothing tells the way; of long documents fewer, so that all stay below a number.
const WIDEST: usize = 400;
const NARROWEST: usize = 64;
const NODES: usize = 3_000_000;

/// For every number of English items that were passed, the numbers of page items that may have been.
pub struct Corridor {
    /// First and last node of every row; both never fall.
    pub rows: Vec<(usize, usize)>,
    /// Where each row begins in a list of all nodes.
    pub starts: Vec<usize>,
}

impl Corridor {
    /// The corridor through two ranges of items.
    pub fn new(scorer: &Scorer<'_, '_>, english: &[usize], page: &[usize]) -> Self {
        let (n, m) = (english.len(), page.len());
        if (n + 1) * (m + 1) <= SMALL {
            return Self::of_rows(vec![(0, m); n + 1]);
        }
        let mut stops = vec![(0, 0)];
        stops.extend(chain(&anchors(scorer, english, page)).into_iter().map(|(a, b)| (a + 1, b + 1)));
        stops.push((n, m));
        let mut rows = vec![(m, 0); n + 1];
        let widest = (NODES / (n + 1)).clamp(NARROWEST, WIDEST);
        for pair in stops.windows(2) {
            widen(&mut rows, pair[0], pair[1], m, widest);
        }
        monotone(&mut rows);
        Self::of_rows(rows)
    }

    fn of_rows(rows: Vec<(usize, usize)>) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut at = 0;
        for (first, last) in &rows {
            starts.push(at);
            at += last + 1 - first;
        }
        starts.push(at);
        Self { rows, starts }
    }

    pub fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The place of a node in a list of all nodes.
    pub fn at(&self, row: usize, column: usize) -> Option<usize> {
        let (first, last) = self.rows[row];
        (first..=last).contains(&column).then(|| self.starts[row] + column - first)
    }
}

/// Takes the rectangle between two stops in, or where that is too large, what is near its diagonal.
fn widen(rows: &mut [(usize, usize)], from: (usize, usize), to: (usize, usize), m: usize, widest: usize) {
    let (height, width) = (to.0 - from.0, to.1 - from.1);
    let near = from.0.saturating_sub(MARGIN)..(to.0 + MARGIN + 1).min(rows.len());
    for (row, entry) in rows.iter_mut().enumerate().take(near.end).skip(near.start) {
        let inside = row.clamp(from.0, to.0) - from.0;
        let (mut first, mut last) = (from.1, to.1);
        if width > widest {
            let middle = from.1 + (width * inside).checked_div(height).unwrap_or(0);
            first = first.max(middle.saturating_sub(widest / 2));
            last = last.min(middle + widest / 2);
        }
        entry.0 = entry.0.min(first.saturating_sub(MARGIN));
        entry.1 = entry.1.max((last + MARGIN).min(m));
    }
}

/// Makes both edges grow with the rows, and every row touch the next.
fn monotone(rows: &mut [(usize, usize)]) {
    for at in 1..rows.len() {
        rows[at].1 = rows[at].1.max(rows[at - 1].1);
    }
    for at in (1..rows.len()).rev() {
        rows[at - 1].0 = rows[at - 1].0.min(rows[at].0);
    }
    for at in 1..rows.len() {
        rows[at].0 = rows[at].0.min(rows[at - 1].1);
    }
}

/// Pairs of items that share evidence which stands nowhere else.
fn anchors(scorer: &Scorer<'_, '_>, english: &[usize], page: &[usize]) -> Vec<(usize, usize)> {
    let mut places: FxHashMap<u32, usize> = FxHashMap::default();
    for (place, index) in page.iter().enumerate() {
        places.extend(scorer.unique(true, *index).map(|token| (token, place)));
    }
    let mut found = Vec::new();
    for (place, index) in english.iter().enumerate() {
        let others = scorer.unique(false, *index).filter_map(|token| places.get(&token).copied());
        let fitting = others.filter(|other| scorer.pair(*index, page[*other]).is_some_and(|score| score > 0.0));
        found.extend(fitting.min().map(|other| (place, other)));
    }
    found
}

/// The longest chain in which both sides rise.
fn chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best chain of every length, and what stands before each pair in its chain.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (index, (_, other)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *other);
        if length > 0 {
            before[index] = ends[length - 1];
        }
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied().unwrap_or(usize::MAX);
    while next != usize::MAX {
        chain.push(pairs[next]);
        next = before[next];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rising_chain() {
        assert_eq!(chain(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]), [(1, 1), (2, 2), (4, 3)]);
        assert_eq!(chain(&[]), []);
    }

    #[test]
    fn corridors_reach_from_corner_to_corner() {
        let mut rows = vec![(1000, 0); 5001];
        widen(&mut rows, (0, 0), (5000, 1000), 1000, WIDEST);
        monotone(&mut rows);
        assert_eq!((rows[0].0, rows[5000].1), (0, 1000));
        assert!(rows.iter().all(|(first, last)| first <= last && last - first <= WIDEST + 2 * MARGIN));
        assert!(rows.windows(2).all(|pair| pair[1].0 <= pair[0].1));
    }
}
