//! Lists and tables that a page has in another order.
//!
//! Most locales sort alphabetical lists again. Rows with evidence have their pairs then; that the others stand in the
//! same order says nothing, so pairs that only their order made are taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::fits::{Fits, Pairs, fit_items};
use super::item::{Item, Row, Shape};
use super::links::{Links, Why};
use super::moved;

/// How much evidence a row needs to be decided by itself.
const TELLING: f64 = 2.5;
/// How sure a cell is whose row is known.
const BY_ROW: f64 = 0.9;
/// How much better two texts must fit the other way round.
const CROSSWISE: f64 = 5.0;
/// From this share of rows in another place on, order says nothing of the rest.
const SORTED: f64 = 0.2;

/// How much better another row must fit that has no partner, and how many are asked.
const OUTDONE: f64 = 3.0;
const MOST_FREE: usize = 40;
/// The same where nothing else speaks for another order.
const CROSSWISE_IN_ORDER: f64 = 6.0;
/// A row is decided, too, if its texts fit each other so much better than those of all rows around.
const AHEAD: f64 = 2.5;
/// What rows fit at least on average where the order holds.
const ON_AVERAGE: f64 = 0.0;

/// A row of a table or list on both sides, with the pairs in it.
struct RowPair {
    our: Row,
    their: Row,
    is_table: bool,
    pairs: Pairs,
    /// What evidence the pairs share.
    evidence: f64,
}

impl RowPair {
    fn new(our: Row, their: Row) -> Self {
        let is_table = our.is_table && their.is_table;
        Self { our, their, is_table, pairs: Vec::new(), evidence: 0.0 }
    }

    /// The row on both sides.
    fn keys(&self) -> [(bool, usize, usize); 2] {
        [(false, self.our.block, self.our.index), (true, self.their.block, self.their.index)]
    }
}

/// Takes pairs back that an order made which does not hold.
pub fn refuse(links: &mut Links<'_, '_, '_>) {
    refuse_torn(links);
    refuse_outdone(links);
    // What was taken back may have its place elsewhere.
    moved::pair(links);
    let sizes = (sizes(links, false), sizes(links, true));
    for (key, rows) in blocks(links) {
        refuse_in(links, &rows, (sizes.0[&key.0], sizes.1[&key.1]));
    }
    refuse_swapped(links);
}

/// Takes rows back of which one side fits a row without a partner much better.
fn refuse_outdone(links: &mut Links<'_, '_, '_>) {
    let (n, m) = links.scorer.sizes();
    let ours = free_rows((0..n).filter(|index| links.is_free_english(*index)), |index| links.scorer.item(index).row);
    let theirs =
        free_rows((0..m).filter(|index| links.is_free_page(*index)), |index| links.scorer.page_item(index).row);
    let mut outdone = Vec::new();
    for row in blocks(links).into_values().flatten().filter(|row| row.evidence < TELLING) {
        let (english, page): (Vec<usize>, Vec<usize>) = row.pairs.iter().copied().unzip();
        let own = fit_items(links, english.iter().copied(), &page);
        let of_others = ours.get(&row.our.block).into_iter().flat_map(BTreeMap::values).take(MOST_FREE);
        let of_others = of_others.map(|items| fit_items(links, items.iter().copied(), &page));
        let with_others = theirs.get(&row.their.block).into_iter().flat_map(BTreeMap::values).take(MOST_FREE);
        let with_others = with_others.map(|items| fit_items(links, english.iter().copied(), items));
        if of_others.chain(with_others).any(|other| other - own > OUTDONE) {
            outdone.extend(english);
        }
    }
    outdone.into_iter().for_each(|english| links.refuse(english, Why::Reordered));
}

/// Items without a partner, by table or list and by row.
fn free_rows(
    free: impl Iterator<Item = usize>,
    row: impl Fn(usize) -> Option<Row>,
) -> BTreeMap<usize, BTreeMap<usize, Vec<usize>>> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for index in free {
        if let Some(row) = row(index) {
            rows.entry(row.block).or_default().entry(row.index).or_default().push(index);
        }
    }
    rows
}

/// Gives the cells of a row that was found their place in it.
pub fn complete(links: &mut Links<'_, '_, '_>) {
    let (n, m) = links.scorer.sizes();
    let mut cells: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let places = (0..m).filter_map(|page| links.scorer.page_item(page).row.map(|row| (page, row)));
    places.for_each(|(page, row)| cells.entry((row.block, row.index)).or_default().push(page));
    let mut rows: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (english, page, _) in links.all() {
        let row = (links.scorer.item(english).row, links.scorer.page_item(page).row);
        if let (Some(our), Some(their)) = row
            && our.is_table
        {
            rows.insert((our.block, our.index), (their.block, their.index));
        }
    }
    for english in 0..n {
        let row = links.scorer.item(english).row.and_then(|row| rows.get(&(row.block, row.index)));
        let Some(cells) = row.and_then(|row| cells.get(row)).filter(|_| links.is_free_english(english)) else {
            continue;
        };
        let shape = links.scorer.item(english).shape;
        let cell =
            cells.iter().find(|page| links.is_free_page(**page) && links.scorer.page_item(**page).shape == shape);
        if let Some(page) = cell.copied()
            && !links.scorer.refutes(english, page)
        {
            links.link(english, page, BY_ROW);
        }
    }
}

/// How many rows each table and list has.
fn sizes(links: &Links<'_, '_, '_>, of_page: bool) -> BTreeMap<usize, usize> {
    let (n, m) = links.scorer.sizes();
    let row = |index: usize| if of_page { links.scorer.page_item(index).row } else { links.scorer.item(index).row };
    let mut sizes = BTreeMap::new();
    for row in (0..if of_page { m } else { n }).filter_map(row) {
        let size = sizes.entry(row.block).or_insert(0);
        *size = row.index.max(*size);
    }
    // The header of a table does not count.
    sizes.into_iter().map(|(block, last)| (block, last + 1)).collect()
}

/// Takes the smaller part of a row back whose cells went to several rows.
fn refuse_torn(links: &mut Links<'_, '_, '_>) {
    let rows: Vec<RowPair> = blocks(links).into_values().flatten().filter(|row| row.is_table).collect();
    let weight = |row: &RowPair| row.evidence + 0.1 * row.pairs.len() as f64;
    let mut best: BTreeMap<(bool, usize, usize), usize> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        for key in row.keys() {
            let known = best.entry(key).or_insert(index);
            if weight(row) > weight(&rows[*known]) {
                *known = index;
            }
        }
    }
    let is_lost = first_cells_lost(links);
    for (index, row) in rows.iter().enumerate() {
        let is_torn = row.keys().iter().any(|key| best[key] != index);
        let is_without_first = row.evidence < TELLING && row.keys().iter().all(|key| is_lost.contains(key));
        if is_torn || is_without_first {
            row.pairs.iter().for_each(|(english, _)| links.refuse(*english, Why::Reordered));
        }
    }
}

/// Rows whose first cell found no partner, of both sides.
fn first_cells_lost(links: &Links<'_, '_, '_>) -> BTreeSet<(bool, usize, usize)> {
    let (n, m) = links.scorer.sizes();
    let key = |of_page: bool, item: &Item| {
        let row = item.row.filter(|_| item.shape == Shape::Cell(0))?;
        Some((of_page, row.block, row.index))
    };
    let ours =
        (0..n).filter(|index| links.is_free_english(*index)).filter_map(|index| key(false, links.scorer.item(index)));
    let theirs =
        (0..m).filter(|index| links.is_free_page(*index)).filter_map(|index| key(true, links.scorer.page_item(index)));
    ours.chain(theirs).collect()
}

/// The rows that belong together, by the table or list of both sides.
fn blocks(links: &Links<'_, '_, '_>) -> BTreeMap<(usize, usize), Vec<RowPair>> {
    let mut blocks: BTreeMap<(usize, usize), BTreeMap<(usize, usize), RowPair>> = BTreeMap::new();
    for (english, page, _) in links.all() {
        let rows = (links.scorer.item(english).row, links.scorer.page_item(page).row);
        let (Some(our), Some(their)) = rows else { continue };
        // The header of a table stays where it is.
        if our.is_table && our.index == 0 && their.index == 0 {
            continue;
        }
        let block = blocks.entry((our.block, their.block)).or_default();
        let row = block.entry((our.index, their.index)).or_insert_with(|| RowPair::new(our, their));
        row.pairs.push((english, page));
        row.evidence += links.scorer.shared(english, page);
    }
    blocks.into_iter().map(|(key, block)| (key, block.into_values().collect())).collect()
}

fn refuse_in(links: &mut Links<'_, '_, '_>, rows: &[RowPair], sizes: (usize, usize)) {
    let fits = Fits::of(links, &rows.iter().map(|row| &row.pairs).collect::<Vec<_>>());
    let decided: Vec<bool> =
        (0..rows.len()).map(|row| rows[row].evidence >= TELLING || fits.lead(row) >= AHEAD).collect();
    let is_sorted = |count: usize, of: usize| count > 0 && count as f64 >= SORTED * of as f64;
    let moved = is_sorted(rows.len() - longest_rise(rows), decided.iter().filter(|decided| **decided).count());
    // Rows that found no partner on either side may have gone anywhere.
    let header = usize::from(rows.iter().any(|row| row.is_table));
    let astray = (sizes.0.min(sizes.1) - header).saturating_sub(rows.len());
    let astray = astray > 1 && is_sorted(astray, rows.len());
    let is_in_order = !moved && !astray;
    let crosswise = fits.crosswise(if is_in_order { CROSSWISE_IN_ORDER } else { CROSSWISE });
    let open: Vec<f64> = (0..rows.len()).filter(|row| !decided[*row]).map(|row| fits.own(row)).collect();
    let unfit = open.len() > 2 && open.iter().sum::<f64>() < ON_AVERAGE * open.len() as f64;
    let all = !is_in_order || unfit || (crosswise.len() > 2 && is_sorted(crosswise.len(), rows.len()));
    for (index, row) in rows.iter().enumerate() {
        if !decided[index] && (all || crosswise.contains(&index)) {
            row.pairs.iter().for_each(|(english, _)| links.refuse(*english, Why::Reordered));
        }
    }
}

/// Most rows that are in the same order on both sides.
fn longest_rise(rows: &[RowPair]) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for row in rows {
        let length = ends.partition_point(|end| *end < row.their.index);
        if length == ends.len() {
            ends.push(row.their.index);
        } else {
            ends[length] = row.their.index;
        }
    }
    ends.len()
}

/// Takes back pairs of texts that stand one after the other and fit crosswise.
fn refuse_swapped(links: &mut Links<'_, '_, '_>) {
    let is_text =
        |english: usize| links.scorer.item(english).is_running_text() && links.scorer.item(english).row.is_none();
    let texts: Vec<Pairs> = links
        .all()
        .filter(|(english, _, _)| is_text(*english))
        .map(|(english, page, _)| vec![(english, page)])
        .collect();
    for two in texts.windows(2) {
        let fits = Fits::of(links, &two.iter().collect::<Vec<_>>());
        if !fits.crosswise(CROSSWISE).is_empty() {
            two.iter().for_each(|text| links.refuse(text[0].0, Why::Reordered));
        }
    }
}
