//! Pairs of units that are not quite sure, and those that were left out.

use std::path::{Path, PathBuf};

use handback_core::align::Alignment;
use handback_core::document::Document;
use serde::Serialize;

/// A unit of a page and the one of its English that it may translate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unsure {
    pub page: PathBuf,
    pub line: u32,
    /// Line of the unit in the English that the page was aligned with.
    pub english_line: u32,
    /// From 0 to 1.
    pub confidence: f32,
    /// Why the pair was left out, or nothing if it was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<&'static str>,
}

/// What of an alignment a person may want to look at, in the order of the page.
pub fn unsure(shown: &Path, english: &Document<'_>, page: &Document<'_>, alignment: &Alignment) -> Vec<Unsure> {
    let of = |ours: usize, theirs: usize, confidence: f32, left_out: Option<&'static str>| Unsure {
        page: shown.to_owned(),
        line: page.units[theirs].line,
        english_line: english.units[ours].line,
        confidence,
        left_out,
    };
    let taken = alignment.pairs.iter().filter(|pair| pair.confidence < 1.0);
    let taken = taken.map(|pair| of(pair.english, pair.page, pair.confidence, None));
    let refused = alignment.refused.iter();
    let refused = refused.map(|pair| of(pair.english, pair.page, pair.confidence, Some(pair.why.reason())));
    let mut all: Vec<Unsure> = taken.chain(refused).collect();
    all.sort_by_key(|unsure| (unsure.line, unsure.english_line));
    all
}
