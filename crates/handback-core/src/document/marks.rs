//! What authors tell the pipeline in comments: `<!-- handback:skip -->`, `<!-- handback:end -->`,
//! `<!-- handback:note TEXT -->`.

use std::ops::Range;

use super::{Document, directive};

const OPEN: &str = "<!-- handback:";

/// Drops the units between skip and end marks and attaches notes to the units that follow them.
pub fn apply(document: &mut Document<'_>, body_start: usize, code: Option<Vec<Range<usize>>>) {
    let source = document.source;
    let body = &source[body_start..];
    if memchr::memmem::find(body.as_bytes(), OPEN.as_bytes()).is_none() {
        return;
    }
    let code = code.unwrap_or_else(|| directive::code_ranges(body).into_iter().map(|(range, _)| range).collect());
    let mut skip_from: Option<usize> = None;
    let mut skipped: Vec<Range<usize>> = Vec::new();
    for (at, _) in body.match_indices(OPEN) {
        if code.iter().any(|range| range.contains(&at)) {
            continue;
        }
        let rest = &body[at + OPEN.len()..];
        let Some(mark) = rest.find("-->").map(|close| rest[..close].trim()) else { continue };
        let at = body_start + at;
        match mark.split_once(char::is_whitespace).unwrap_or((mark, "")) {
            ("skip", _) => skip_from = skip_from.or(Some(at)),
            ("end", _) => match skip_from.take() {
                Some(from) => skipped.push(from..at),
                None => warn(document, at, "`handback:end` without `handback:skip` before it"),
            },
            ("note", note) => attach_note(document, at, note.trim()),
            (other, _) => warn(document, at, &format!("unknown mark `handback:{other}`: expected skip, end or note")),
        }
    }
    if let Some(from) = skip_from {
        warn(document, from, "`handback:skip` has no `handback:end`: everything below is left alone");
        skipped.push(from..source.len());
    }
    if !skipped.is_empty() {
        remove_skipped(document, &skipped);
    }
}

fn attach_note(document: &mut Document<'_>, at: usize, note: &str) {
    if let Some(unit) = document.units.iter_mut().filter(|unit| unit.span.start > at).min_by_key(|unit| unit.span.start)
    {
        unit.note = Some(note.into());
    }
}

/// Row indices point into `units`, so they are mapped when units go away.
fn remove_skipped(document: &mut Document<'_>, skipped: &[Range<usize>]) {
    let keep: Vec<bool> = document
        .units
        .iter()
        .map(|unit| !skipped.iter().any(|range| range.start <= unit.span.start && unit.span.start < range.end))
        .collect();
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

fn warn(document: &mut Document<'_>, at: usize, message: &str) {
    let line = 1 + memchr::memchr_iter(b'\n', &document.source.as_bytes()[..at]).count() as u32;
    document.warnings.push((line, message.to_owned()));
}
