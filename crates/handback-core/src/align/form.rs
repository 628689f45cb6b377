//! What the form of two texts says for a pair, whatever is in them.

use super::item::{Ending, Item, Marker};

/// What the form of two texts says: how they end, how they are marked, what is emphasized.
pub fn form(our: &Item, their: &Item) -> f64 {
    let marker = match (our.marker, their.marker) {
        (Some(a), Some(b)) => markers(a, b),
        (None, None) => 0.0,
        _ => -0.5,
    };
    let emphasis = match our.emphasis.abs_diff(their.emphasis) {
        0 if our.emphasis > 0 => 0.5,
        0 => 0.0,
        more => -0.3 * (more as f64).min(4.0),
    };
    let translatable = if our.translatable == their.translatable { 0.0 } else { -0.8 };
    endings(our.ending, their.ending) + marker + emphasis + translatable
}

pub fn endings(our: Ending, their: Ending) -> f64 {
    match (our, their) {
        (Ending::Question, Ending::Question) => 1.5,
        (Ending::Colon, Ending::Colon) => 1.0,
        (a, b) if a == b => 0.2,
        (Ending::Question, _) | (_, Ending::Question) => -1.2,
        (Ending::Colon, _) | (_, Ending::Colon) => -0.9,
        _ => -0.5,
    }
}

fn markers(a: Marker, b: Marker) -> f64 {
    let kind = match (a.number, b.number) {
        (None, None) => 0.2,
        // Many lists have a 1 before every item.
        (Some(1), Some(1)) => 0.2,
        (Some(a), Some(b)) if a == b => 0.9,
        (Some(_), Some(_)) => -0.4,
        _ => -1.5,
    };
    kind + if a.indent == b.indent { 0.1 } else { -0.4 }
}
