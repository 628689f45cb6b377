//! What stands elsewhere in the page: rows that were sorted, sections that changed places.
//!
//! After everything that is in the same order has its pair, what is left on both sides is paired by evidence that is
//! unique there, and from each such pair on with what stands around it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::links::{BAR, Links};
use super::sequence::{Match, matches};

/// How much evidence a pair needs that its place says nothing for, and by how much it must be better than another.
const ENOUGH: f64 = 3.0;
const AHEAD: f64 = 2.0;
/// How sure such a pair is.
const BY_EVIDENCE: f64 = 0.97;
/// A run that moved may hold others that moved within it.
const ROUNDS: usize = 6;

/// What has such a pair, of the English and of the page.
type Seeds = (FxHashSet<usize>, FxHashSet<usize>);

/// Pairs what moved.
pub fn pair(links: &mut Links<'_, '_, '_>) {
    for _ in 0..ROUNDS {
        let seeds = seeds(links);
        if seeds.is_empty() {
            return;
        }
        let others: Seeds = seeds.iter().copied().unzip();
        for (english, page) in seeds {
            if links.is_free(english, page) {
                grow(links, english, page, &others);
            }
        }
    }
}

/// Pairs of items that share evidence which no other item without a pair has.
fn seeds(links: &Links<'_, '_, '_>) -> Vec<(usize, usize)> {
    let (n, m) = links.scorer.sizes();
    let (ours, theirs) = (places(links, false, n), places(links, true, m));
    let mut candidates: Vec<(usize, usize)> =
        ours.iter().filter_map(|(token, place)| Some(((*place)?, (*theirs.get(token)?)?))).collect();
    candidates.sort_unstable();
    candidates.dedup();
    let scored = candidates.into_iter().filter_map(|(english, page)| {
        let score = links.scorer.pair(english, page)?;
        let is_enough = score >= ENOUGH && links.scorer.shared(english, page) >= ENOUGH;
        (is_enough && !links.scorer.refutes(english, page)).then_some((english, page, score))
    });
    ahead(scored.collect())
}

/// The one place of every piece of evidence, if it has one.
fn places(links: &Links<'_, '_, '_>, of_page: bool, len: usize) -> FxHashMap<u32, Option<usize>> {
    let mut places: FxHashMap<u32, Option<usize>> = FxHashMap::default();
    let is_free = |index: &usize| if of_page { links.is_free_page(*index) } else { links.is_free_english(*index) };
    for index in (0..len).filter(is_free) {
        for token in links.scorer.telling(of_page, index) {
            places.entry(token).and_modify(|place| *place = None).or_insert(Some(index));
        }
    }
    places
}

/// Leaves the pairs that are better than every other of their items.
fn ahead(mut scored: Vec<(usize, usize, f64)>) -> Vec<(usize, usize)> {
    scored.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut ours, mut theirs): (FxHashMap<usize, f64>, FxHashMap<usize, f64>) = Default::default();
    let mut kept: Vec<(usize, usize, f64)> = Vec::new();
    for (english, page, score) in scored {
        let rival = [ours.get(&english), theirs.get(&page)].into_iter().flatten().copied().reduce(f64::max);
        if let Some(better) = rival {
            // The better one is no longer sure where this one is about as good.
            if better - score < AHEAD {
                kept.retain(|(a, b, _)| *a != english && *b != page);
            }
        } else {
            kept.push((english, page, score));
        }
        ours.entry(english).or_insert(score);
        theirs.entry(page).or_insert(score);
    }
    kept.into_iter().map(|(english, page, _)| (english, page)).collect()
}

/// Takes a pair, and what belongs to it: the rest of its row, or what stands around it on both sides.
fn grow(links: &mut Links<'_, '_, '_>, english: usize, page: usize, others: &Seeds) {
    let scorer = links.scorer;
    let rows = (scorer.item(english).row, scorer.page_item(page).row);
    let (our_row, their_row) = rows;
    let (n, m) = scorer.sizes();
    // Other seeds have their own places.
    let ours = run(english, n, |index| {
        links.is_free_english(index) && scorer.item(index).row == our_row && !others.0.contains(&index)
    });
    let theirs = run(page, m, |index| {
        links.is_free_page(index) && scorer.page_item(index).row == their_row && !others.1.contains(&index)
    });
    for found in matches(scorer, &ours, &theirs) {
        let is_seed = (found.english, found.page) == (english, page);
        let same_place = our_row.is_none() == their_row.is_none();
        if found.posterior >= BAR && found.merged.is_none() && (is_seed || same_place) {
            links.offer(Match { posterior: found.posterior.min(BY_EVIDENCE), ..found });
        }
    }
    if links.is_free(english, page) {
        links.link(english, page, BY_EVIDENCE);
    }
}

/// The items around one that a condition holds for.
fn run(from: usize, len: usize, is_in: impl Fn(usize) -> bool) -> Vec<usize> {
    let first = (0..from).rev().take_while(|index| is_in(*index)).last().unwrap_or(from);
    let last = (from + 1..len).take_while(|index| is_in(*index)).last().unwrap_or(from);
    (first..=last).collect()
}
