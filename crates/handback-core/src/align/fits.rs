//! How well rows of a list or table fit each other's partners.

use super::links::Links;

/// Rows that are compared with each row after them.
const REACH: usize = 24;

/// Pairs of items of one row.
pub type Pairs = Vec<(usize, usize)>;

/// How well rows fit their partners, and those of the rows around.
pub struct Fits {
    rows: usize,
    /// For each row, how well it fits the partner of the row so far before or behind it.
    scores: Vec<f64>,
}

impl Fits {
    pub fn of(links: &Links<'_, '_, '_>, rows: &[&Pairs]) -> Self {
        let mut scores = vec![f64::NEG_INFINITY; rows.len() * (2 * REACH + 1)];
        for first in 0..rows.len() {
            for second in first.saturating_sub(REACH)..rows.len().min(first + REACH + 1) {
                scores[place(first, second)] = fit(links, rows[first], rows[second]);
            }
        }
        Self { rows: rows.len(), scores }
    }

    /// How well a row fits its own partner.
    pub fn own(&self, row: usize) -> f64 {
        self.scores[place(row, row)]
    }

    /// By how much a row and its partner fit better than either with another.
    pub fn lead(&self, row: usize) -> f64 {
        let others = self.around(row).filter(|other| *other != row);
        let best = others.map(|other| self.scores[place(row, other)].max(self.scores[place(other, row)]));
        self.own(row) - best.fold(0.0, f64::max)
    }

    /// Rows that fit better by so much with each other's partner.
    pub fn crosswise(&self, better: f64) -> Vec<usize> {
        let mut found = Vec::new();
        for first in 0..self.rows {
            for second in self.around(first).filter(|second| *second > first) {
                let crossed = self.scores[place(first, second)] + self.scores[place(second, first)];
                if crossed - self.own(first) - self.own(second) > better {
                    found.extend([first, second]);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn around(&self, row: usize) -> std::ops::Range<usize> {
        row.saturating_sub(REACH)..self.rows.min(row + REACH + 1)
    }
}

fn place(row: usize, partner: usize) -> usize {
    row * (2 * REACH + 1) + (partner + REACH - row)
}

/// How well the English of one row fits the page's texts of another, place by place.
fn fit(links: &Links<'_, '_, '_>, english: &Pairs, page: &Pairs) -> f64 {
    let theirs: Vec<usize> = page.iter().map(|(_, page)| *page).collect();
    fit_items(links, english.iter().map(|(english, _)| *english), &theirs)
}

/// The same of the items of any two rows.
pub fn fit_items(links: &Links<'_, '_, '_>, english: impl Iterator<Item = usize>, page: &[usize]) -> f64 {
    let scorer = links.scorer;
    let score = |ours: usize| {
        let theirs = page.iter().find(|page| scorer.page_item(**page).shape == scorer.item(ours).shape)?;
        Some(scorer.content(ours, *theirs))
    };
    english.filter_map(score).sum()
}
