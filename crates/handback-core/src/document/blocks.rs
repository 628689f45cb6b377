//! What of a Markdown document belongs together without being text: blocks of code and of HTML, by whole lines.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The lines of a block of code or HTML, if an event of the parser begins one at a range of the source.
pub(super) fn block(source: &str, event: &Event<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let is_block = matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock));
    let text = source.get(range.clone()).filter(|_| is_block)?;
    Some(line_start(source, range.start)..line_end(source, range.start + text.trim_end().len()))
}

/// The start of the line that a position is on.
pub fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The start of the line below the one that a position is on, or the end of the text.
pub fn line_end(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |newline| at + newline + 1)
}
