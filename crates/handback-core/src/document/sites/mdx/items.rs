//! Items of lists in MDX, which has no indented code.

use std::ops::Range;

use super::super::layout::Scan;
use super::super::lines::indent;
use super::is_hidden;
use super::tags::tag_at;
use crate::text::flavor::Flavor;
use crate::text::limits::DEEPEST_MARKUP;

/// MDX has no indented code: a component that stands four columns to the right of what holds it is one, with all that it holds,
/// and so is an item below a text. For our parser they are moved to what holds them. Other lines of Docusaurus stay code outside of
/// components: earlier versions of MDX have it, and nobody translates code.
pub fn move_to_holder(scan: &mut Scan<'_, '_>, line: &Range<usize>, quote: usize) {
    if quote > 0 || scan.is_in_fence() || scan.until.is_some() {
        return;
    }
    let text = &scan.body[line.clone()];
    let at = indent(text);
    let mut goes_on = false;
    while scan.items.last().is_some_and(|column| at < *column) {
        scan.items.pop();
        goes_on = true;
    }
    let content = text.trim_start();
    let is_below_text = !is_hidden(scan, line.start);
    // Below a text that is in no item only the number 1 begins one.
    let is_text = is_below_text && !goes_on && is_other_number(content) && is_below_paragraph(scan.body, line.start);
    let columns = if is_text { Vec::new() } else { item_columns(text) };
    let holder = scan.items.last().copied().unwrap_or(0).max(scan.margin());
    let is_component = || !is_below_text && tag_at(scan.body, line.end - content.len()).is_some();
    let has_no_code = scan.flavor() != Flavor::Docusaurus || !scan.tags.is_empty() || !scan.directives.is_empty();
    if at >= holder + 4
        && (!columns.is_empty() && (is_below_text || has_no_code) || content.starts_with('<') && is_component())
    {
        scan.move_left(at, at - holder);
    }
    scan.items.extend(columns);
}

fn is_other_number(text: &str) -> bool {
    let is_one = || text.strip_prefix('1').is_some_and(|behind| behind.starts_with(['.', ')']));
    text.starts_with(|c: char| c.is_ascii_digit()) && !is_one()
}

/// Whether the line above reads as one of a paragraph.
fn is_below_paragraph(body: &str, start: usize) -> bool {
    let above = body[..start].lines().next_back().unwrap_or_default().trim_start();
    !above.starts_with(['#', '|', '`', '~', '-', '=', ':', '{'])
}

/// The columns of the texts of the items that a line begins.
fn item_columns(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut column) = (0, 0);
    loop {
        let (start, left) = (at, column);
        while let Some(blank @ (b' ' | b'\t')) = bytes.get(at) {
            column += if *blank == b' ' { 1 } else { 4 - column % 4 };
            at += 1;
        }
        if let Some(last) = found.last_mut() {
            // What stands far behind a mark is code in other Markdown: the item begins right behind the mark.
            *last = if at == bytes.len() || column > left + 4 { left + 1 } else { column };
            if at == start {
                found.pop();
                return found;
            }
        }
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let len = match bytes.get(at + digits) {
            Some(b'-' | b'*' | b'+') if digits == 0 => 1,
            Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
            _ => return found,
        };
        if bytes[at..].iter().filter(|byte| !byte.is_ascii_whitespace()).all(|byte| matches!(byte, b'-' | b'*'))
            && bytes.len() > at + 2
        {
            return found;
        }
        (at, column) = (at + len, column + len);
        found.push(column);
        if found.len() > DEEPEST_MARKUP {
            return found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_at_columns() {
        for (line, columns) in [
            ("- a", vec![2]),
            ("  10. a", vec![6]),
            ("-\ta", vec![4]),
            ("- - a", vec![2, 4]),
            ("-      a", vec![2]),
            ("-a", vec![]),
            ("- ", vec![2]),
            ("---", vec![]),
            ("* * *", vec![]),
            ("text - a", vec![]),
        ] {
            assert_eq!(item_columns(line), columns, "{line}");
        }
    }
}
