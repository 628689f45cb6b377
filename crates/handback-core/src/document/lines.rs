//! Units that run over several lines: the text a translator sees, and the bytes between its lines.
//!
//! Inside a block quote or a list every continuation line starts with a prefix (`> `, indentation)
//! that belongs to the skeleton, not to the text. [`flatten`] takes the prefixes out, [`unflatten`]
//! puts them back around a translation.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

/// The text of a source slice: line ends become `\n`, and the prefix of every line after the first
/// goes away (up to `quote_depth` quote marks and all indentation).
pub fn flatten(slice: &str, quote_depth: u8) -> Cow<'_, str> {
    if !slice.contains('\n') {
        return Cow::Borrowed(slice);
    }
    let mut text = String::with_capacity(slice.len());
    let mut lines = slice.split('\n').peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        let line = if lines.peek().is_some() { line.strip_suffix('\r').unwrap_or(line) } else { line };
        if first {
            text.push_str(line);
        } else {
            text.push('\n');
            text.push_str(&line[prefix_len(line, quote_depth)..]);
        }
        first = false;
    }
    Cow::Owned(text)
}

/// Length of the quote marks and indentation that a continuation line starts with.
fn prefix_len(line: &str, quote_depth: u8) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    for _ in 0..quote_depth {
        let mark = at + bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        if bytes.get(mark) != Some(&b'>') {
            break;
        }
        at = mark + 1;
    }
    at + bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

/// Writes a multi-line `text` in the place of `source[start..end]`.
///
/// The n-th line break takes the bytes of the n-th line break of the source unit (its line end and
/// prefix); further ones repeat the last. Where the source unit has one line only, the prefix is
/// made from what precedes the unit on its line: quote marks stay, everything else becomes a space.
pub fn unflatten(source: &str, start: usize, end: usize, quote_depth: u8, text: &str) -> String {
    unflatten_with(source, start..end, quote_depth, text, false)
}

/// The same, where tags that begin a line far to the right stay there.
pub fn unflatten_with_tags(source: &str, start: usize, end: usize, quote_depth: u8, text: &str) -> String {
    unflatten_with(source, start..end, quote_depth, text, true)
}

fn unflatten_with(source: &str, span: Range<usize>, quote_depth: u8, text: &str, keeps_tags: bool) -> String {
    let Range { start, end } = span;
    if !text.contains('\n') {
        return text.to_owned();
    }
    let breaks = line_breaks(&source[start..end], quote_depth);
    let made = breaks.is_empty().then(|| continuation(source, start, quote_depth));
    let tags = if keeps_tags { tags_apart(&source[start..end], &breaks) } else { FxHashMap::default() };
    let mut out = String::with_capacity(text.len() + 16);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            let own = tags.get(line).copied();
            match &made {
                Some(prefix) => out.push_str(prefix),
                None => out.push_str(breaks[own.unwrap_or(index - 1).min(breaks.len() - 1)]),
            }
        }
        out.push_str(line);
    }
    out
}

/// Lines of a slice that begin with a tag, with the places of the breaks before them, if some stand far to the right: further
/// to the left such a tag would begin a block of HTML.
fn tags_apart<'s>(slice: &'s str, breaks: &[&str]) -> FxHashMap<&'s str, usize> {
    if !slice.contains("\n    ") || !slice.contains('<') {
        return FxHashMap::default();
    }
    let lines = slice.split('\n').skip(1).zip(0..breaks.len()).map(|(line, at)| (line.trim(), at));
    lines.filter(|(line, _)| line.starts_with('<')).collect()
}

/// Line end and prefix of every continuation line of a slice.
fn line_breaks(slice: &str, quote_depth: u8) -> Vec<&str> {
    let bytes = slice.as_bytes();
    memchr::memchr_iter(b'\n', bytes)
        .map(|newline| {
            let from = if newline > 0 && bytes[newline - 1] == b'\r' { newline - 1 } else { newline };
            let to = newline + 1 + prefix_len(&slice[newline + 1..], quote_depth);
            &slice[from..to]
        })
        .collect()
}

/// The line break of a slice, with LF, if it has one and no other.
pub fn one_break(slice: &str, quote_depth: u8) -> Option<String> {
    let breaks = line_breaks(slice, quote_depth);
    let first = breaks.first().filter(|first| breaks.iter().all(|other| other == *first))?;
    Some(first.replace("\r\n", "\n"))
}

/// No list is nested deeper: a unit that stands further to the right stands behind others on its line.
const DEEPEST_COLUMN: usize = 100;

/// A line break for a unit that has none: the document's line end, then the unit's column. Only quote
/// marks stay; a `>` behind them closes a tag.
fn continuation(source: &str, start: usize, quote_depth: u8) -> String {
    let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = &source[line_start..start];
    let mut out = String::from(newline_at(source, start));
    let mut marks = quote_depth;
    // Quote marks count however many there are.
    for c in before.chars().take(DEEPEST_COLUMN.max(prefix_len(before, quote_depth))) {
        let mark = c == '>' && marks > 0;
        marks -= u8::from(mark);
        out.push(if mark { '>' } else { ' ' });
    }
    out
}

/// The line end (`"\n"` or `"\r\n"`) in use at a byte position: that of the line it stands on, or of
/// the line before it at the end of the text.
pub fn newline_at(source: &str, at: usize) -> &'static str {
    let bytes = source.as_bytes();
    let newline =
        memchr::memchr(b'\n', &bytes[at..]).map(|found| at + found).or_else(|| memchr::memrchr(b'\n', &bytes[..at]));
    match newline {
        Some(found) if found > 0 && bytes[found - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quote_prefixes_leave_the_text() {
        assert_eq!(flatten("one\r\n> two\r\n>three", 1), "one\ntwo\nthree");
        assert_eq!(flatten("one\n    two", 0), "one\ntwo");
        assert_eq!(flatten("one\n> > two\nlazy", 2), "one\ntwo\nlazy");
    }

    #[test]
    fn tags_far_to_the_right_stay_there() {
        let source = "one\ntwo\n      </tr></table>\n</div>";
        let text = "un deux\n</tr></table>\n</div>";
        assert_eq!(unflatten_with_tags(source, 0, source.len(), 0, text), "un deux\n      </tr></table>\n</div>");
        assert_eq!(unflatten(source, 0, source.len(), 0, text), "un deux\n</tr></table>\n      </div>");
    }

    #[test]
    fn prefixes_come_back_around_a_translation() {
        let source = "> one\r\n>two\r\n";
        assert_eq!(unflatten(source, 2, 11, 1, "un\ndeux\ntrois"), "un\r\n>deux\r\n>trois");
    }

    #[test]
    fn a_single_line_unit_gets_a_prefix_from_its_column() {
        let source = "> - item\n";
        assert_eq!(unflatten(source, 4, 8, 1, "a\nb"), "a\n>   b");
        let deep = format!("{}item\n", "> ".repeat(90));
        assert_eq!(unflatten(&deep, 180, 184, 90, "a\nb"), format!("a\n{}b", "> ".repeat(90)));
        // A page is not as long as the square of a line.
        let line = format!("> {}item\n", "<td>x</td>".repeat(500));
        let at = line.len() - 5;
        assert_eq!(unflatten(&line, at, at + 4, 1, "a\nb"), format!("a\n>{}b", " ".repeat(DEEPEST_COLUMN - 1)));
    }
}
