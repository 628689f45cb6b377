//! Writes comments and code back into their blocks.

use std::borrow::Cow;
use std::ops::Range;

/// A comment with other words. Lines keep the mark before them; what would end the comment does not.
pub fn comment(source: &str, span: &Range<usize>, english: &str, text: &str, end: Option<&str>) -> String {
    let text = match end.filter(|end| text.contains(end)) {
        Some(end) => Cow::Owned(text.replace(end, &format!("{} {}", &end[..1], &end[1..]))),
        None => Cow::Borrowed(text),
    };
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let between = margin(source, span, english, end).unwrap_or_else(|| " ".into());
    lines.collect::<Vec<_>>().join(&between)
}

/// What stands between two lines of a comment; `None` if it has to stay on its line.
fn margin(source: &str, span: &Range<usize>, english: &str, end: Option<&str>) -> Option<String> {
    let raw = &source[span.clone()];
    if let Some((first, rest)) = english.split_once('\n') {
        let second = rest.split('\n').next().unwrap_or("");
        let behind = &raw[first.len()..];
        let line_end = behind.find('\n')?;
        let second = line_end + behind[line_end..].find(second)?;
        return Some(behind[..second].trim_start_matches([' ', '\t']).to_owned());
    }
    let line = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &source[line..span.start];
    // Behind code, and between the marks of a comment that ends on its line, there is no second line.
    let is_alone =
        end.is_none() && !before.contains(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | ')' | '}' | '`'));
    let newline = crate::document::newline_at(source, span.start);
    is_alone.then(|| format!("{newline}{before}"))
}

/// A block of code with other code, in the margin of what it is in. A line that would close the block is moved to the
/// right.
pub fn code(source: &str, span: &Range<usize>, text: &str) -> String {
    let line = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &source[line..span.start];
    // The mark of the item that a block begins in is none of its margin.
    let margin: String = before.chars().map(|c| if c == '>' || c == '\t' { c } else { ' ' }).collect();
    let newline = crate::document::newline_at(source, span.start);
    let lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
    let guarded =
        lines.map(|line| match line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            true => Cow::Owned(format!("    {}", line.trim_start())),
            false => Cow::Borrowed(line),
        });
    let mut out = String::with_capacity(text.len());
    for (at, line) in guarded.enumerate() {
        if at > 0 {
            out.push_str(newline);
            out.push_str(if line.is_empty() { margin.trim_end() } else { &margin });
        }
        out.push_str(&line);
    }
    out
}
