//! What of a Markdown document belongs together without being text: blocks of code and of HTML, by whole lines.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::flavor::parser_options;
use super::{Document, directive, front_matter, shape};

/// Spans of the blocks of code and HTML of a document, in its order, each from the start of a line to that of another.
pub fn blocks(document: &Document<'_>) -> Vec<Range<usize>> {
    let source = document.source;
    let start = front_matter::body_start(source);
    let body = &source[start..];
    let shaped = shape::shape(body, directive::mask(body));
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(&shaped.text, parser_options()).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) = event {
            let range = shaped.to_source(range);
            let end = start + range.start + source[start + range.start..start + range.end].trim_end().len();
            blocks.push(line_start(source, start + range.start)..line_end(source, end));
        }
    }
    blocks
}

/// Where the body of a Markdown document starts: behind its front matter.
pub fn body_start(document: &Document<'_>) -> usize {
    front_matter::body_start(document.source)
}

/// The start of the line that a position is on.
pub fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The start of the line below the one that a position is on, or the end of the text.
pub fn line_end(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |newline| at + newline + 1)
}
