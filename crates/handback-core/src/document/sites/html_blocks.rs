//! Blocks of HTML: they go on to the next empty line, so a construct in one must not look like one.

use std::ops::Range;

use super::lines::{lines, prefix_len};
use crate::text::markup::tag_len;

/// Elements whose tags begin a block of HTML wherever a line begins with one.
const BLOCKS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// Where blocks of HTML stand in a page; `code` is in order, and none of it is one.
pub fn html_blocks(page: &str, code: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !page.contains('<') {
        return found;
    }
    let (mut open, mut is_quoted, mut is_below_empty) = (None, false, true);
    for line in lines(page) {
        let text = &page[line.clone()];
        let content = &text[prefix_len(text)..];
        // `>` alone may be the end of a tag.
        let is_empty = if open.is_some() && !is_quoted { text.trim().is_empty() } else { content.trim().is_empty() };
        let next = code.partition_point(|code| code.end <= line.start);
        let is_code = code.get(next).is_some_and(|code| code.start < line.end);
        if is_empty || is_code {
            found.extend(open.take().map(|start| start..line.start));
        } else if open.is_none() && begins(content, is_below_empty) {
            open = Some(line.start);
            is_quoted = text[..text.len() - content.len()].contains('>');
        }
        is_below_empty = is_empty;
    }
    found.extend(open.map(|start| start..page.len()));
    found
}

/// Whether a line begins a block: with a tag of one, or below an empty line with nothing but a tag.
fn begins(content: &str, is_below_empty: bool) -> bool {
    let Some(inner) = content.strip_prefix('<') else { return false };
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = &inner[..inner.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let is_apart = inner[name.len()..].starts_with([' ', '\t', '>', '/']) || inner.len() == name.len();
    if is_apart && is_block(name) {
        return true;
    }
    is_below_empty && !name.is_empty() && tag_len(content) == Some(content.trim_end().len())
}

/// Whether the tags of an element begin a block wherever a line begins with one.
pub fn is_block(name: &str) -> bool {
    BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(page: &str) -> Vec<&str> {
        html_blocks(page, &[]).into_iter().map(|range| page[range].trim_end()).collect()
    }

    #[test]
    fn a_block_goes_on_to_an_empty_line() {
        assert_eq!(blocks("a\n<table>\n  b\n\n  c\n\n> <div\n> d\n"), ["<table>\n  b", "> <div\n> d"]);
        assert_eq!(blocks("<p>\n</p\n>\nb\n\n> <p>\n>\n> b\n"), ["<p>\n</p\n>\nb", "> <p>"]);
        assert_eq!(blocks("<b>a</b>\n\n<b>\nc\n"), ["<b>\nc"]);
        assert_eq!(blocks("a\n<b>\nc\n"), [] as [&str; 0]);
        assert_eq!(blocks("<divide>a\n\n</DIV>\n"), ["</DIV>"]);
        let code = 4..8;
        assert_eq!(html_blocks("<p>\ncode\na\n", std::slice::from_ref(&code)).first(), Some(&(0..4)));
    }
}
