//! Puts what a localized document has beyond its English behind the units that it follows.

use std::borrow::Cow;
use std::ops::Range;

use super::choose::local_values;
use super::format::{Context, Formatters};
use super::options::OnMachine;
use super::{Subject, UnitProblem};
use crate::catalog::addition::{self, Anchor, Beside, Place};
use crate::catalog::locale::Translation;
use crate::catalog::reference::{Reference, Values};
use crate::catalog::state::{State, TranslationType};
use crate::catalog::{DocumentName, FileKey, Id};
use crate::document::blocks::{line_end, line_start};
use crate::document::{Document, UnitKind, newline_at};

/// What is to be inserted into the source, in its order. An addition that cannot be formatted is left out and reported.
pub fn insertions(
    subject: Subject<'_>,
    reference: &Reference,
    formatters: &Formatters<'_>,
    on_machine: OnMachine,
    problems: &mut Vec<UnitProblem>,
) -> Vec<(Range<usize>, Cow<'static, str>)> {
    let mut additions = addition::additions(formatters.catalog(), subject.name);
    // The English has nothing there, so nothing stands there until a person approved it.
    let file = formatters.catalog().files.get(&FileKey::Document(subject.name.clone()));
    let state = |id: &Id| file.and_then(|file| file.state.messages.get(id));
    additions.retain(|(id, _)| state(id).is_some_and(|state| is_shown(state, on_machine)));
    if additions.is_empty() || !subject.document.syntax.is_markdown() {
        return Vec::new();
    }
    let places = Places::of(subject.document, subject.ids);
    let mut insertions = Vec::new();
    for (id, place) in additions {
        let Some(spot) = places.find(place) else { continue };
        match text(subject, reference, formatters, &id) {
            Ok(text) => insertions.push((spot.at..spot.at, Cow::Owned(places.laid_out(&spot, place, &text)))),
            Err(message) => {
                let line = 1 + subject.document.source[..spot.at].matches('\n').count() as u32;
                let message = format!("{}: `{id}` cannot be formatted: {message}", formatters.catalog().locale);
                problems.push(UnitProblem { line, id, message });
            }
        }
    }
    insertions
}

/// Whether what a locale has of its own may stand on its page.
pub(super) fn is_shown(state: &State, on_machine: OnMachine) -> bool {
    on_machine == OnMachine::Publish || state.kind == TranslationType::Human
}

/// How much a document has of its own in the locale that may not stand on its page.
pub(super) fn held_back(formatters: &Formatters<'_>, document: &DocumentName, on_machine: OnMachine) -> usize {
    let file = formatters.catalog().files.get(&FileKey::Document(document.clone()));
    let states = file.into_iter().flat_map(|file| file.state.messages.values());
    states.filter(|state| state.is_own() && !state.obsolete && !is_shown(state, on_machine)).count()
}

pub(super) fn text(
    subject: Subject<'_>,
    reference: &Reference,
    formatters: &Formatters<'_>,
    id: &Id,
) -> Result<String, String> {
    let file = formatters.catalog().files.get(&FileKey::Document(subject.name.clone()));
    let pattern = file.and_then(|file| file.pattern(id)).ok_or("no value in the resource")?;
    let translation = Translation { id, pattern, state: None, current: true };
    let values = local_values(&subject, reference, formatters, false);
    let none = Values::new();
    let context = Context { values: &values, inline: &none, document: subject.document, unit: 0, occurrence: 1 };
    formatters.format(subject.name, &translation, &context)
}

/// A document as additions see it.
pub struct Places<'a> {
    document: &'a Document<'a>,
    /// The message of each unit; only those that are translatable count.
    ids: &'a [Option<Id>],
}

/// A position in the source, and what is around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The start of a line, or the end of the text.
    pub at: usize,
    /// What begins the lines of the unit: indentation and quote marks.
    pub margin: String,
    /// How many blank lines are above an addition, unless it says otherwise.
    pub blank: u32,
}

impl<'a> Places<'a> {
    pub fn of(document: &'a Document<'a>, ids: &'a [Option<Id>]) -> Self {
        Self { document, ids }
    }

    fn is_text(&self, unit: usize) -> bool {
        self.document.units[unit].translatable && self.ids[unit].is_some()
    }

    /// The unit that an anchor means.
    pub fn unit(&self, anchor: &Anchor) -> Option<usize> {
        let is_place = |unit: &usize| self.is_text(*unit) && self.ids[*unit].as_ref() == Some(&anchor.id);
        (0..self.ids.len()).filter(is_place).nth(anchor.nth.saturating_sub(1) as usize)
    }

    /// Where a place is; `None` if the document has no such unit.
    pub fn find(&self, place: &Place) -> Option<Spot> {
        match &place.beside {
            Beside::Beginning => Some(self.below(None, place.past)),
            Beside::After(anchor) => Some(self.below(Some(self.unit(anchor)?), place.past)),
            Beside::Before(anchor) => Some(self.above(self.unit(anchor)?)),
        }
    }

    /// The spot below a unit, or at the beginning of the body, behind so many pieces of skeleton.
    pub fn below(&self, unit: Option<usize>, past: u32) -> Spot {
        let ends = self.ends(unit);
        let at = ends[(past as usize).min(ends.len() - 1)];
        let Some(unit) = unit.map(|unit| &self.document.units[unit]) else {
            return Spot { at, margin: String::new(), blank: 1 };
        };
        let is_tight = matches!(unit.kind, UnitKind::Cell | UnitKind::ListItem);
        Spot { at, margin: self.margin(unit.span.start), blank: u32::from(!is_tight) }
    }

    /// The spot right above a unit.
    pub fn above(&self, unit: usize) -> Spot {
        let start = self.document.units[unit].span.start;
        Spot { at: line_start(self.document.source, start), margin: self.margin(start), blank: 0 }
    }

    /// Where the line of a unit ends, and every piece of the skeleton below it, up to the next unit.
    pub fn ends(&self, unit: Option<usize>) -> Vec<usize> {
        let source = self.document.source;
        let from =
            unit.map_or_else(|| self.document.body_start, |unit| line_end(source, self.document.units[unit].span.end));
        let next = (unit.map_or(0, |unit| unit + 1)..self.ids.len())
            .find(|unit| self.is_text(*unit) && self.document.units[*unit].span.start >= from);
        let to = next.map_or(source.len(), |unit| line_start(source, self.document.units[unit].span.start));
        let mut ends = vec![from];
        let mut at = from;
        while at < to {
            let block = self.block_below(at).filter(|block| block.start <= at);
            let end = block.map_or_else(|| line_end(source, at), |block| block.end.min(to));
            if !source[at..end].trim().is_empty() {
                ends.push(end);
            }
            at = end;
        }
        ends
    }

    /// Whether a position is within a block of code or HTML.
    pub fn is_inside_block(&self, at: usize) -> bool {
        self.block_below(at).is_some_and(|block| block.start < at)
    }

    /// The first block that ends behind a position; blocks are in order.
    fn block_below(&self, at: usize) -> Option<&Range<usize>> {
        let blocks = &self.document.blocks;
        blocks.get(blocks.partition_point(|block| block.end <= at))
    }

    fn margin(&self, at: usize) -> String {
        let line = &self.document.source[line_start(self.document.source, at)..at];
        line.chars().take_while(|c| matches!(c, ' ' | '\t' | '>')).collect()
    }

    /// An addition as it is written at a spot.
    pub fn laid_out(&self, spot: &Spot, place: &Place, text: &str) -> String {
        let source = self.document.source;
        let newline = newline_at(source, spot.at);
        let margin = if place.flush { "" } else { &spot.margin };
        let mut out = String::new();
        let blanks = (0..place.blank.unwrap_or(spot.blank)).map(|_| "");
        for line in blanks.chain(text.split('\n')) {
            out.push_str(if line.is_empty() { margin.trim_end() } else { margin });
            out.push_str(line);
            out.push_str(newline);
        }
        // The last line of a text may have no end: then the addition has none either.
        if spot.at == source.len() && !source.is_empty() && !source.ends_with('\n') {
            out.truncate(out.len() - newline.len());
            out.insert_str(0, newline);
        }
        out
    }
}
