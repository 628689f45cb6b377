//! Puts a locale's own blocks of code in the place of those of the English.

use std::borrow::Cow;
use std::ops::Range;

use super::format::Formatters;
use super::options::OnStale;
use super::{Edit, RenderOptions, Subject, UnitProblem, additions};
use crate::catalog::addition::Anchor;
use crate::catalog::block::{English, Spot};
use crate::catalog::reference::Reference;
use crate::catalog::{FileKey, Id};
use crate::document::blocks::{Kind, kind, line_start};
use crate::document::{Document, newline_at};
use crate::text::fingerprint::fingerprint;

/// A block of code of a document, a comment, or what a page of MDX exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub span: Range<usize>,
    /// What begins its lines below the first: indentation and quote marks.
    pub margin: String,
    pub kind: Kind,
    pub english: English,
}

/// The blocks of a document that a locale may have its own version of; `ids` are the messages of its units.
pub fn blocks(document: &Document<'_>, ids: &[Option<Id>]) -> Vec<Located> {
    if !document.syntax.is_markdown() {
        return Vec::new();
    }
    let texts: Vec<usize> =
        (0..ids.len()).filter(|at| document.units[*at].translatable && ids[*at].is_some()).collect();
    let mut found = Vec::new();
    let mut last = None;
    // What is text in code is translated, and the rest of it is the English's.
    let holds_text = |code: &Range<usize>| {
        let next = document.units.partition_point(|unit| unit.span.end <= code.start);
        document.units.get(next).is_some_and(|unit| unit.span.start < code.end)
    };
    for code in document.codes.iter().filter(|code| !holds_text(code)) {
        let Some((span, margin, text)) = cut(document.source, code) else { continue };
        let Some(kind) = kind(&text) else { continue };
        let before = texts.iter().copied().take_while(|at| document.units[*at].span.end <= span.start).last();
        let nth = match last {
            Some((unit, nth)) if unit == before => nth + 1,
            _ => 1,
        };
        last = Some((before, nth));
        let behind = before.map(|unit| {
            let id = ids[unit].clone().unwrap_or_default();
            let places = texts.iter().take_while(|at| **at <= unit).filter(|at| ids[**at].as_ref() == Some(&id));
            let nth = places.count() as u32;
            Anchor { id, nth }
        });
        found.push(Located { span, margin, kind, english: English { spot: Spot { behind, nth, of: 0 }, text } });
    }
    let spots: Vec<Spot> = found.iter().map(|block| block.english.spot.clone()).collect();
    for block in &mut found {
        let spot = &mut block.english.spot;
        spot.of = spots.iter().filter(|other| other.behind == spot.behind).count() as u32;
    }
    found
}

/// A block as whole lines without their margin: where it begins, the margin, and the lines. `None` if its lines have
/// different ones.
fn cut(source: &str, code: &Range<usize>) -> Option<(Range<usize>, String, String)> {
    let before = &source[line_start(source, code.start)..code.start];
    let is_margin = before.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
    let text = &source[code.clone()];
    // Indentation that makes code of a block belongs to it; so does what the block itself is indented by.
    let is_program = kind(text) == Some(Kind::Program);
    let indented = !is_program && !text.starts_with(['`', '~', '<']) || kind(text) == Some(Kind::Indented);
    let own = match before.strip_suffix("    ").or_else(|| before.strip_suffix('\t')) {
        Some(margin) if indented && is_margin => before.len() - margin.len(),
        _ if indented && kind(text) != Some(Kind::Indented) => return None,
        _ => 0,
    };
    let start = code.start - own;
    let margin: String =
        before[..before.len() - own].chars().map(|c| if matches!(c, '\t' | '>') { c } else { ' ' }).collect();
    let mut lines = source[start..code.end].split('\n').map(|line| line.trim_end_matches('\r'));
    let mut out = lines.next()?.to_owned();
    for line in lines {
        out.push('\n');
        match line.strip_prefix(margin.as_str()) {
            Some(line) => out.push_str(line),
            None if line.trim_end() == margin.trim_end() => {}
            None => return None,
        }
    }
    Some((start..code.end, margin, out))
}

/// A block as it is written in the place of another.
fn laid_out(source: &str, at: &Located, text: &str) -> String {
    let newline = newline_at(source, at.span.start);
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push_str(newline);
        out.push_str(if line.is_empty() { at.margin.trim_end() } else { &at.margin });
        out.push_str(line);
    }
    out
}

/// Whether a block can stand in the place of another without the rest of the page becoming part of it.
pub fn fits(text: &str, english: &Located) -> bool {
    match kind(text) {
        Some(Kind::Comment) => english.kind == Kind::Comment,
        // What is indented below a text would be more of that text.
        Some(Kind::Indented) => english.kind == Kind::Indented,
        Some(Kind::Fenced) => matches!(english.kind, Kind::Fenced | Kind::Indented),
        Some(Kind::Program) => english.kind == Kind::Program,
        None => false,
    }
}

/// The own blocks of a page, to be put into its source.
#[derive(Debug, Default)]
pub(super) struct Own<'a> {
    pub edits: Vec<Edit<'a>>,
    /// How many are stale.
    pub stale: usize,
}

/// What is in the place of blocks of the source, in its order. A block that cannot stand there is left out and reported.
pub(super) fn own(
    subject: Subject<'_>,
    reference: &Reference,
    formatters: &Formatters<'_>,
    options: &RenderOptions,
    problems: &mut Vec<UnitProblem>,
) -> Own<'static> {
    let mut own = Own::default();
    let Some(file) = formatters.catalog().files.get(&FileKey::Document(subject.name.clone())) else { return own };
    let is_used = |(id, state): &(&Id, &crate::catalog::state::State)| {
        state.block.is_some() && !state.obsolete && file.pattern(id).is_some()
    };
    let mut used: Vec<_> = file.state.messages.iter().filter(is_used).collect();
    if used.is_empty() {
        return own;
    }
    used.sort_unstable_by_key(|(id, _)| *id);
    let blocks = blocks(subject.document, subject.ids);
    for (id, state) in used {
        let is_it = |block: &&Located| state.block.as_ref().is_some_and(|own| own.spot == block.english.spot);
        let Some(block) = blocks.iter().find(is_it) else { continue };
        let is_stale = state.source != fingerprint(&block.english.text);
        own.stale += usize::from(is_stale);
        if !additions::is_shown(state, options.on_machine) {
            continue;
        }
        if (is_stale && options.on_stale != OnStale::Keep) || own.edits.iter().any(|(span, _)| *span == block.span) {
            continue;
        }
        let text = additions::text(subject, reference, formatters, id);
        let text = text.and_then(|text| match fits(&text, block) {
            true => Ok(text),
            false => Err("it is no single block that could stand there: look at its fences".to_owned()),
        });
        match text {
            Ok(text) => {
                let laid_out = laid_out(subject.document.source, block, &text);
                own.edits.push((block.span.clone(), Cow::Owned(laid_out)));
            }
            Err(message) => {
                let line = 1 + subject.document.source[..block.span.start].matches('\n').count() as u32;
                let locale = &formatters.catalog().locale;
                let message = format!("{locale}: `{id}` cannot be used, the English is in its place: {message}");
                problems.push(UnitProblem { line, id: id.clone(), message });
            }
        }
    }
    own
}
