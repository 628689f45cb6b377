//! What authors tell the pipeline in comments: `<!-- handback:skip -->`, `<!-- handback:end -->`,
//! `<!-- handback:note TEXT -->`.

use std::ops::Range;

use super::{Document, Unit, directive};

const OPEN: &str = "<!-- handback:";

/// Drops the units between skip and end marks and attaches notes to the units that follow them.
pub fn apply(document: &mut Document<'_>, body_start: usize, code: Option<Vec<Range<usize>>>) {
    let source = document.source;
    let body = &source[body_start..];
    if memchr::memmem::find(body.as_bytes(), OPEN.as_bytes()).is_none() {
        return;
    }
    let mut code = code.unwrap_or_else(|| directive::code_ranges(body).into_iter().map(|(range, _)| range).collect());
    code.sort_by_key(|range| range.start);
    let mut counted = (0, 1);
    let mut skip_from: Option<usize> = None;
    let mut skipped: Vec<Range<usize>> = Vec::new();
    let mut order: Vec<usize> = (0..document.units.len()).collect();
    order.sort_by_key(|index| document.units[*index].span.start);
    for (at, _) in body.match_indices(OPEN) {
        let next = code.partition_point(|range| range.end <= at);
        if code.get(next).is_some_and(|range| range.start <= at) {
            continue;
        }
        let rest = &body[at + OPEN.len()..];
        // Without an end here there is none below.
        let Some(mark) = rest.find("-->").map(|close| rest[..close].trim()) else { break };
        let at = body_start + at;
        match mark.split_once(char::is_whitespace).unwrap_or((mark, "")) {
            ("skip", _) => skip_from = skip_from.or(Some(at)),
            ("end", _) => match skip_from.take() {
                Some(from) => skipped.push(from..at),
                None => warn(document, &mut counted, at, "`handback:end` without `handback:skip` before it"),
            },
            ("note", note) => attach_note(document, &order, at, note.trim()),
            (other, _) => warn(
                document,
                &mut counted,
                at,
                &format!("unknown mark `handback:{other}`: expected skip, end or note"),
            ),
        }
    }
    if let Some(from) = skip_from {
        warn(document, &mut (0, 1), from, "`handback:skip` has no `handback:end`: everything below is left alone");
        skipped.push(from..source.len());
    }
    if !skipped.is_empty() {
        remove_skipped(document, &skipped);
    }
}

/// Gives a note to the unit behind it; `order` has the units by place.
fn attach_note(document: &mut Document<'_>, order: &[usize], at: usize, note: &str) {
    let next = order.partition_point(|index| document.units[*index].span.start <= at);
    if let Some(index) = order.get(next) {
        document.units[*index].note = Some(note.into());
    }
}

fn remove_skipped(document: &mut Document<'_>, skipped: &[Range<usize>]) {
    keep_units(document, |unit| {
        let next = skipped.partition_point(|range| range.end <= unit.span.start);
        skipped.get(next).is_none_or(|range| unit.span.start < range.start)
    });
}

/// Leaves only units that are wanted. Row indices point into `units`, so they are mapped when units go away.
pub(super) fn keep_units(document: &mut Document<'_>, is_wanted: impl Fn(&Unit<'_>) -> bool) {
    let keep: Vec<bool> = document.units.iter().map(is_wanted).collect();
    let mut new_index = Vec::with_capacity(keep.len());
    let mut next = 0u32;
    for kept in &keep {
        new_index.push(kept.then_some(next));
        next += u32::from(*kept);
    }
    let mut flags = keep.into_iter();
    document.units.retain(|_| flags.next().unwrap_or(true));
    for unit in &mut document.units {
        unit.row = unit.row.and_then(|row| new_index[row as usize]);
    }
}

/// Warns of a mark at a place; `counted` is a place before it and its line.
fn warn(document: &mut Document<'_>, counted: &mut (usize, u32), at: usize, message: &str) {
    counted.1 += memchr::memchr_iter(b'\n', &document.source.as_bytes()[counted.0..at]).count() as u32;
    counted.0 = at;
    document.warnings.push((counted.1, message.to_owned()));
}
