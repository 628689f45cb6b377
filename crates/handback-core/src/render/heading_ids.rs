//! Ids behind localized headings, so that links to the English ones lead there: `## Premiers pas {#first-steps}`.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::options::Anchors;
use super::{Subject, anchors};
use crate::document::{Document, Heading, ParseOptions, UnitKind};

/// The ids that headings of a document have in English, by the unit that is the text of the heading.
pub(super) struct HeadingIds<'a> {
    options: ParseOptions,
    of_unit: FxHashMap<usize, (&'a Heading, Cow<'a, str>)>,
    /// Bytes that were put behind the text of a unit.
    put: FxHashMap<usize, usize>,
}

impl<'a> HeadingIds<'a> {
    /// None unless [`Anchors::Ids`] asks for them.
    pub fn of(subject: Subject<'a>, anchors: Anchors) -> Self {
        let document = subject.document;
        let mut ids =
            Self { options: ParseOptions::default(), of_unit: FxHashMap::default(), put: FxHashMap::default() };
        if anchors != Anchors::Ids {
            return ids;
        }
        ids.options.constructs = document.constructs.clone();
        let mut texts: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (index, unit) in document.units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::Heading) {
            let heading = document.headings.partition_point(|heading| heading.anchor_at <= unit.span.start);
            texts.entry(heading).or_default().push(index);
        }
        for (heading, id) in anchors::anchors(subject, anchors) {
            let number = document.headings.partition_point(|other| other.anchor_at <= heading.anchor_at);
            // An id goes behind the whole text, and nothing may stand there already.
            if let Some([unit]) = texts.get(&number).map(Vec::as_slice)
                && ends_line(document, document.units[*unit].span.end)
            {
                ids.of_unit.insert(*unit, (heading, id));
            }
        }
        ids
    }

    /// What goes behind the text of a heading as it is in a locale: nothing if it has an id, or the same by itself.
    pub fn behind(&mut self, unit: usize, text: &str) -> Option<String> {
        let (heading, id) = self.of_unit.get(&unit)?;
        let line = format!("# {text}\n");
        let parsed = Document::parse(&line, crate::document::Syntax::Markdown, &self.options);
        let own = parsed.headings.first()?;
        let id = (own.id.is_none() && own.slug != heading.slug).then(|| format!(" {{#{id}}}"))?;
        self.put.insert(unit, id.len());
        Some(id)
    }

    /// How long what was put behind the text of a unit is, in bytes.
    pub fn len_behind(&self, unit: usize) -> usize {
        self.put.get(&unit).copied().unwrap_or_default()
    }
}

/// Whether nothing but the closing `#` of a heading stands between a place and the end of its line.
fn ends_line(document: &Document<'_>, at: usize) -> bool {
    let rest = document.source[at..].lines().next().unwrap_or("");
    rest.trim().trim_matches('#').is_empty()
}
