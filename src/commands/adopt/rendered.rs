//! Aligns a page that handback wrote, and that somebody edited, by what stands in it as it was written.
//!
//! Units that hold what rendering puts there translate the units of the English that this is of. What is between them is left to the
//! general alignment, which knows nothing of the catalog.

use handback_core::align::{Alignment, Pair};
use handback_core::document::Document;
use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Returns the alignment of `english` and `page`, where `rendered` is the page as it would be written; `general` is what the general
/// alignment says. Where the page has more than its English already, that stays.
pub fn aligned(rendered: &Document<'_>, english: &Document<'_>, page: &Document<'_>, general: Alignment) -> Alignment {
    // A front matter that does not end is no addition.
    let has_head = |document: &Document<'_>| document.body_start > 0;
    if rendered.units.len() != english.units.len() || has_head(rendered) != has_head(page) {
        return general;
    }
    let texts = |document: &Document<'_>| document.units.iter().map(|unit| unit.text.to_string()).collect::<Vec<_>>();
    let (old, new) = (texts(rendered), texts(page));
    let mut pairs: Vec<Pair> = Vec::new();
    let (mut gone, mut came) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pairs.extend((0..len).map(|at| sure(old_index + at, new_index + at)));
            }
            DiffOp::Delete { old_index, old_len, .. } => gone.extend(old_index..old_index + old_len),
            DiffOp::Insert { new_index, new_len, .. } => came.extend(new_index..new_index + new_len),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                gone.extend(old_index..old_index + old_len);
                came.extend(new_index..new_index + new_len);
                let (ours, theirs) = (old_index..old_index + old_len, new_index..new_index + new_len);
                let is_there = |pair: &&Pair| ours.contains(&pair.english) && theirs.contains(&pair.page);
                pairs.extend(general.pairs.iter().filter(is_there));
            }
        }
    }
    // What has another place now is no addition.
    for unit in gone {
        let place = came.iter().position(|at| new[*at] == old[unit]);
        if let Some(place) = place.map(|at| came.swap_remove(at)) {
            pairs.retain(|pair| pair.english != unit && pair.page != place);
            pairs.push(sure(unit, place));
        }
    }
    pairs.sort_by_key(|pair| pair.english);
    let paired: FxHashSet<usize> = pairs.iter().map(|pair| pair.english).collect();
    let refused = general.refused.into_iter().filter(|refused| !paired.contains(&refused.english)).collect();
    Alignment::new(pairs, refused, english.units.len(), page.units.len())
}

fn sure(english: usize, page: usize) -> Pair {
    Pair { english, page, confidence: 1.0 }
}
