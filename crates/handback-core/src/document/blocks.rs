//! What of a Markdown document belongs together without being text: blocks of code and of HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::sites::is_whole_program;

/// The lines of a block of code or HTML, if an event of the parser begins one at a range of the source.
pub(super) fn block(source: &str, event: &Event<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let is_block = matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock));
    let text = source.get(range.clone()).filter(|_| is_block)?;
    Some(line_start(source, range.start)..line_end(source, range.start + text.trim_end().len()))
}

/// A block of code, or a comment that is no note of authors to handback, if an event of the parser begins one at a range of the
/// source.
pub(super) fn code(source: &str, event: &Event<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let is_code = matches!(event, Event::Start(Tag::CodeBlock(_)));
    let is_html = matches!(event, Event::Start(Tag::HtmlBlock));
    let text = source.get(range.clone()).filter(|_| is_code || is_html)?.trim_end();
    let is_note = || text["<!--".len()..].trim_start().starts_with("handback:");
    (is_code || (kind(text) == Some(Kind::Comment) && !is_note())).then(|| range.start..range.start + text.len())
}

/// What a block is that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Fenced,
    Indented,
    Comment,
    /// What a page of MDX exports: `export const tides = ["ebb"]`.
    Program,
}

/// What a text is, by its whole lines; `None` if it is no single block of code, comment or program: the rest of a page could become
/// part of it.
pub fn kind(text: &str) -> Option<Kind> {
    let first = text.lines().next()?;
    if let Some(rest) = text.strip_prefix("<!--") {
        let end = rest.find("-->").map(|at| at + "-->".len());
        return (end == Some(rest.len())).then_some(Kind::Comment);
    }
    if first.starts_with("export ") {
        return is_whole_program(text).then_some(Kind::Program);
    }
    let is_indented = |line: &str| line.trim().is_empty() || line.starts_with("    ") || line.starts_with('\t');
    if is_indented(first) {
        return text.lines().all(is_indented).then_some(Kind::Indented);
    }
    let fence = first.trim_start_matches(' ');
    let mark = fence.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let run = |line: &str| line.chars().take_while(|c| *c == mark).count();
    let length = run(fence);
    if length < 3 || (mark == '`' && fence[length..].contains('`')) {
        return None;
    }
    let ends = |line: &str| {
        let inner = line.trim_start_matches(' ');
        let is_close = line.len() - inner.len() < 4 && run(inner) >= length;
        is_close && inner[run(inner)..].trim().is_empty()
    };
    let end = text.lines().skip(1).position(ends)?;
    (end + 2 == text.lines().count()).then_some(Kind::Fenced)
}

/// The start of the line that a position is on.
pub fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The start of the line below the one that a position is on, or the end of the text.
pub fn line_end(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_block_is_one() {
        for (text, is) in [
            ("```\na\n```", Some(Kind::Fenced)),
            ("```js {1}\na\n\nb\n````", Some(Kind::Fenced)),
            ("````\n```\n````", Some(Kind::Fenced)),
            ("~~~ `a`\na\n~~~", Some(Kind::Fenced)),
            ("```\n```", Some(Kind::Fenced)),
            ("    a\n\n    b", Some(Kind::Indented)),
            ("<!-- a\n\nb -->", Some(Kind::Comment)),
            ("export const a = [\n\n  'b',\n];", Some(Kind::Program)),
            ("export const a = [\n\n  'b',\n", None),
            ("export const a = 1;\n\nb", None),
            ("export const a = 1;\nimport b from 'c';", None),
            ("```\na", None),
            ("```\na\n```\nb\n```", None),
            ("```\na\n    ```", None),
            ("``` `a`\na\n```", None),
            ("``\na\n``", None),
            ("    a\nb", None),
            ("<!-- a --> b -->", None),
            ("<!-- a", None),
            ("<!-->", None),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(kind(text), is, "{text}");
        }
    }
}
