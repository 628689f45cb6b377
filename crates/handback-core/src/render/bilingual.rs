//! Pages in both languages, as Microsoft's pipeline publishes them beside ordinary ones: each sentence in a span, and its English
//! in another right behind it.
//!
//! ```markdown
//! # <span data-ttu-id="2afda-101">Quai</span><span class="sxs-lookup"><span data-stu-id="2afda-101">Quay</span></span>
//! ```
//!
//! Sentences are numbered from 101 on. Where the languages do not have the same number of them, or markup runs over the end of
//! one, several are one. Texts of the front matter, of code and of attributes have numbers and no spans.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Edit, Subject};
use crate::document::{Document, Unit, UnitKind};
use crate::text::fingerprint::fingerprint;

/// Numbers the sentences of one page.
pub(super) struct Sides {
    /// What the ids of all spans of the page begin with.
    prefix: String,
    number: usize,
}

impl Sides {
    pub fn of(subject: Subject<'_>) -> Self {
        let mut prefix = fingerprint(&format!("{}\n{}", subject.name, subject.document.source));
        prefix.truncate(5);
        Self { prefix: prefix.into(), number: 100 }
    }

    /// The edit that marks the next unit, with this text in its place if any; `None` for a unit that has no spans.
    pub fn edit(&mut self, document: &Document<'_>, unit: &Unit<'_>, text: Option<&str>) -> Option<Edit<'static>> {
        if !is_marked(unit) {
            self.number += usize::from(unit.translatable);
            return None;
        }
        let english = &document.source[unit.span.clone()];
        let localized = text.map_or_else(|| Cow::Borrowed(english), |text| Cow::Owned(document.put_back(unit, text)));
        let pieces = pieces(&localized, english);
        Some((unit.span.clone(), Cow::Owned(pieces.into_iter().map(|piece| self.marked(piece)).collect())))
    }

    /// A sentence in both languages. A blank behind it stands behind the spans if both have it.
    fn marked(&mut self, (localized, english): (&str, &str)) -> String {
        self.number += 1;
        let id = format!("{}-{}", self.prefix, self.number);
        let blanks = |text: &str| text.len() - text.trim_end_matches(' ').len();
        let shared = if blanks(localized) == blanks(english) { blanks(english) } else { 0 };
        let (localized, english) = (&localized[..localized.len() - shared], &english[..english.len() - shared]);
        format!(
            "<span data-ttu-id=\"{id}\">{localized}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{english}\
             </span></span>{}",
            " ".repeat(shared)
        )
    }
}

/// The sentences of a text in both languages; a single one where it cannot be told which belong together.
fn pieces<'t>(localized: &'t str, english: &'t str) -> Vec<(&'t str, &'t str)> {
    let whole = vec![(localized, english)];
    // A line that ends is not the end of a sentence, and a segmenter takes it for one.
    if localized.contains('\n') || english.contains('\n') {
        return whole;
    }
    let ours: Vec<&str> = localized.split_sentence_bounds().collect();
    let theirs: Vec<&str> = english.split_sentence_bounds().collect();
    if ours.len() != theirs.len() || ours.is_empty() {
        return whole;
    }
    let (mut pieces, mut start, mut at) = (Vec::new(), (0, 0), (0, 0));
    for (ours, theirs) in ours.iter().zip(&theirs) {
        at = (at.0 + ours.len(), at.1 + theirs.len());
        let piece = (&localized[start.0..at.0], &english[start.1..at.1]);
        if is_closed(piece.0) && is_closed(piece.1) {
            pieces.push(piece);
            start = at;
        }
    }
    if start == at { pieces } else { whole }
}

/// Whether no markup is open at the end of a text.
fn is_closed(text: &str) -> bool {
    let count = |c: char| text.chars().filter(|other| *other == c).count();
    let pairs = [('[', ']'), ('(', ')'), ('<', '>'), ('{', '}')];
    ['*', '_', '`', '~'].into_iter().all(|mark| are_paired(text, mark))
        && pairs.iter().all(|(open, close)| count(*open) == count(*close))
}

/// Whether there are as many runs of a mark that close as there are that open: a run closes one of its length.
fn are_paired(text: &str, mark: char) -> bool {
    let mut open: Vec<usize> = Vec::new();
    for run in text.split(|c| c != mark).map(str::len).filter(|len| *len > 0) {
        match open.iter().position(|len| *len == run) {
            Some(at) => drop(open.remove(at)),
            None => open.push(run),
        }
    }
    open.is_empty()
}

/// Whether a tag may stand around a text.
fn is_marked(unit: &Unit<'_>) -> bool {
    let is_text = match unit.kind {
        UnitKind::Heading
        | UnitKind::Paragraph
        | UnitKind::ListItem
        | UnitKind::Quote
        | UnitKind::Cell
        | UnitKind::Html => true,
        UnitKind::FrontMatter | UnitKind::Attribute | UnitKind::Yaml | UnitKind::Comment | UnitKind::Code => false,
    };
    is_text && unit.translatable && !unit.is_implied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_belong_together_where_there_are_as_many() {
        let english = "Boats land here. They leave at night.";
        for (localized, expected) in [
            (
                "Les bateaux accostent ici. Ils partent la nuit.",
                vec!["Les bateaux accostent ici. ", "Ils partent la nuit."],
            ),
            ("船はここに着きます。夜に出ます。", vec!["船はここに着きます。", "夜に出ます。"]),
            ("Les bateaux accostent ici et partent la nuit.", vec!["Les bateaux accostent ici et partent la nuit."]),
            ("Les **bateaux. Ils** partent.", vec!["Les **bateaux. Ils** partent."]),
        ] {
            let found = pieces(localized, english);
            assert_eq!(found.iter().map(|piece| piece.0).collect::<Vec<_>>(), expected);
            assert_eq!(found.iter().map(|piece| piece.0).collect::<String>(), localized);
            assert_eq!(found.iter().map(|piece| piece.1).collect::<String>(), english);
        }
        assert_eq!(pieces("", ""), [("", "")]);
    }
}
