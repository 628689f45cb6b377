//! Pairs of items as they are found, and what was refused.

use super::score::Scorer;
use super::sequence::Match;

/// Pairs below this are left out.
pub const BAR: f64 = 0.8;
/// A pair that is at least so likely is named when it is left out.
const WORTH_A_WORD: f64 = 0.3;
/// How far away an equal text may be.
const FAR: usize = 64;
/// From here on texts count as merged.
const MERGED: f64 = 0.5;
/// A pair that is so much less likely than chance is none, whatever its neighbors say.
const WORST: f64 = -7.0;

/// Why a pair was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It could as well be another one.
    Doubtful,
    /// Two texts of one side seem to be one of the other.
    Merged,
    /// The page holds there what the English holds elsewhere.
    Refuted,
    /// A list or table has another order in the page, and nothing tells where this row went.
    Reordered,
}

impl Why {
    /// The reason in words, for reports.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Doubtful => "other pairs are about as likely",
            Self::Merged => "a text was split, or two were merged",
            Self::Refuted => "the page holds links or identifiers of another text",
            Self::Reordered => "the list or table has another order in the page",
        }
    }
}

/// Pairs of items, by place.
pub struct Links<'s, 'i, 'l> {
    pub scorer: &'s Scorer<'i, 'l>,
    of_english: Vec<Option<(usize, f64)>>,
    is_taken: Vec<bool>,
    /// Parts of what was split or merged: they are no pairs, and find none elsewhere.
    is_closed_english: Vec<bool>,
    is_closed_page: Vec<bool>,
    pub refused: Vec<(usize, usize, f64, Why)>,
}

impl<'s, 'i, 'l> Links<'s, 'i, 'l> {
    pub fn new(scorer: &'s Scorer<'i, 'l>) -> Self {
        let (n, m) = scorer.sizes();
        Self {
            scorer,
            of_english: vec![None; n],
            is_taken: vec![false; m],
            is_closed_english: vec![false; n],
            is_closed_page: vec![false; m],
            refused: Vec::new(),
        }
    }

    /// Takes a pair that is likely enough and that nothing speaks against; notes the others.
    pub fn offer(&mut self, found: Match) {
        let Match { english, page, posterior, merged, .. } = found;
        if merged.is_none() && !self.is_free(english, page) {
            return;
        }
        let fits = self.scorer.pair(english, page).is_some_and(|score| score > WORST);
        let why = if let Some(first) = merged {
            if posterior >= MERGED {
                self.is_closed_english[english] = true;
                self.is_closed_page[first..=page].fill(true);
            }
            Why::Merged
        } else if self.scorer.refutes(english, page) {
            Why::Refuted
        } else if posterior < BAR || !fits {
            Why::Doubtful
        } else {
            return self.link(english, page, posterior);
        };
        if posterior >= WORTH_A_WORD {
            self.refused.push((english, page, posterior, why));
        }
    }

    /// Takes what has several equal places, which are all one: rows that stand there twice.
    pub fn offer_alike(&mut self, found: &[Match]) {
        for Match { english, page, of_text, .. } in
            found.iter().filter(|found| found.merged.is_none() && found.of_text >= BAR)
        {
            let others = page.saturating_sub(FAR)..(page + FAR).min(self.is_taken.len());
            let mut free = others.filter(|other| self.is_free_page(*other) && self.scorer.are_alike(*page, *other));
            if self.is_free_english(*english)
                && let Some(other) = free.next()
                && !self.scorer.refutes(*english, other)
            {
                self.link(*english, other, *of_text);
            }
        }
        for run in found.chunk_by(|a, b| a.page == b.page && self.scorer.are_alike_in_english(a.english, b.english)) {
            let sum: f64 = run.iter().map(|found| found.posterior).sum();
            let first = run[0];
            if sum >= BAR
                && first.merged.is_none()
                && self.is_free(first.english, first.page)
                && !self.scorer.refutes(first.english, first.page)
            {
                self.link(first.english, first.page, sum);
            }
        }
    }

    pub fn link(&mut self, english: usize, page: usize, confidence: f64) {
        self.of_english[english] = Some((page, confidence));
        self.is_taken[page] = true;
    }

    /// Takes a pair away.
    pub fn refuse(&mut self, english: usize, why: Why) {
        if let Some((page, confidence)) = self.of_english[english].take() {
            self.is_taken[page] = false;
            self.refused.push((english, page, confidence, why));
        }
    }

    /// Whether an English item has its pair.
    pub fn has(&self, english: usize) -> bool {
        self.of_english[english].is_some()
    }

    pub fn is_free(&self, english: usize, page: usize) -> bool {
        self.is_free_english(english) && self.is_free_page(page)
    }

    pub fn is_free_english(&self, english: usize) -> bool {
        self.of_english[english].is_none() && !self.is_closed_english[english]
    }

    pub fn is_free_page(&self, page: usize) -> bool {
        !self.is_taken[page] && !self.is_closed_page[page]
    }

    /// All pairs in the order of the English, with how sure they are.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let numbered = self.of_english.iter().enumerate();
        numbered.filter_map(|(english, link)| link.map(|(page, confidence)| (english, page, confidence)))
    }
}
