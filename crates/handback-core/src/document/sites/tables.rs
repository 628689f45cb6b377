//! Tables that a site's own parser reads and ours does not.

use std::ops::Range;

use super::super::table::cells;
use super::layout::Scan;
use super::lines::prefix_len;
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;
use crate::text::markup::{code_span_len, ticks};

/// Hugo fills up a header that has fewer cells than the row of dashes below it: the parser is shown as many dashes as cells.
pub(super) fn delimiters(scan: &mut Scan<'_, '_>, content: &Range<usize>) {
    let text = &scan.body[content.clone()];
    if scan.flavor() != Flavor::Hugo || !is_delimiter_row(text) {
        return;
    }
    let above = scan.body[..content.start].trim_end_matches(|c| c != '\n').trim_end_matches(['\n', '\r']);
    let above = &above[above.rfind('\n').map_or(0, |at| at + 1)..];
    let header = cells(&above[prefix_len(above)..]).len();
    let columns = cells(text);
    if header > 1 && columns.len() > header {
        scan.hide(content.start + columns[header - 1].end..content.end);
    }
}

/// A row of nothing but a bar, in a table: our parser would end the table there, so it is shown a cell.
pub(super) fn lone_bar(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    let above = scan.body[..line.start].lines().next_back().unwrap_or_default();
    if scan.body[line.clone()].trim_end() == "|" && above.starts_with('|') {
        scan.masked[line.start] = b'x';
    }
}

/// Bars in code end no cell to kramdown and Python-Markdown: for our parser they are letters.
pub(super) fn bars_in_code(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    let text = &scan.body[line.clone()];
    if !matches!(scan.flavor(), Flavor::Jekyll | Flavor::Mkdocs) || !text.contains('`') || !text.contains('|') {
        return;
    }
    let mut at = 0;
    while let Some(next) = text[at..].find('`') {
        at += next;
        let len = code_span_len(&text[at..]);
        for (bar, _) in text[at..at + len.unwrap_or(0)].match_indices('|') {
            scan.masked[line.start + at + bar] = b'x';
        }
        at += len.unwrap_or(ticks(&text[at..]));
    }
}

/// `:--|--:|`.
fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.bytes().all(|b| matches!(b, b'|' | b':' | b'-' | b' ' | b'\t'))
}

/// Whether lines that are a paragraph for our parser are rows for the site's, or were meant to be.
pub fn is_table(flavor: Flavor, paragraph: &str) -> bool {
    let mut lines = paragraph.lines();
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    match flavor {
        Flavor::Docfx => false,
        // kramdown needs no row of dashes.
        Flavor::Jekyll if has_bars_throughout(paragraph) => true,
        _ => has_bar(first) && is_delimiter_row(second),
    }
}

/// Where a table begins below the first lines of a paragraph: most parsers end the paragraph there, and ours does not.
pub fn below_text(flavor: Flavor, paragraph: &str) -> Option<usize> {
    use Flavor::{Docusaurus, Gfm, Hugo, Mdn, Starlight, Vitepress};
    if !matches!(flavor, Gfm | Hugo | Docusaurus | Starlight | Vitepress | Mdn) || !paragraph.contains('|') {
        return None;
    }
    let (mut above, mut at) = (None, 0);
    for line in paragraph.split_inclusive('\n') {
        let is_table = |header: &str| has_bar(header) && cells(header).len() == cells(line).len();
        match above.filter(|_| is_delimiter_row(line.trim_end())) {
            Some((start, header)) if start > 0 && is_table(header) => return Some(start),
            _ => {}
        }
        above = Some((at, line));
        at += line.len();
    }
    None
}

/// Whether kramdown finds a bar in every line of a text. It never sees what Liquid has put in.
pub fn has_bars_throughout(text: &str) -> bool {
    text.contains('|') && Constructs::of(Flavor::Jekyll).blanked(text).lines().all(has_bar)
}

/// Where the bars are in the first line of a text that kramdown finds.
pub fn first_bars(text: &str) -> Vec<usize> {
    let blanked = Constructs::of(Flavor::Jekyll).blanked(text);
    bars(blanked.lines().next().unwrap_or_default())
}

fn has_bar(line: &str) -> bool {
    !bars(line).is_empty()
}

/// Where bars are outside of code that no backslash takes from tables.
fn bars(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = line[at..].find(['|', '`', '\\']) {
        at += next;
        let rest = &line[at..];
        at += match rest.as_bytes()[0] {
            b'`' => code_span_len(rest).unwrap_or(ticks(rest)),
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => {
                found.push(at);
                1
            }
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_by_their_bars() {
        assert_eq!(bars("a | `b | c` \\| d|"), [2, 16]);
        assert!(is_table(Flavor::Jekyll, "a | b\nc | d"));
        assert!(!is_table(Flavor::Jekyll, "a | b\nc d"));
        assert!(!is_table(Flavor::Jekyll, "{{ a | b }}\n{{ c | d }}"));
        assert!(is_table(Flavor::Gfm, "a | b\n-|-|-\nc d"));
        assert!(!is_table(Flavor::Gfm, "a | b\nc | d"));
    }

    #[test]
    fn tables_begin_below_text() {
        let page = "Boats:\nby name\na | b\n-|-\nc | d\n";
        for flavor in [Flavor::Gfm, Flavor::Hugo, Flavor::Docusaurus, Flavor::Vitepress] {
            assert_eq!(below_text(flavor, page), Some("Boats:\nby name\n".len()));
        }
        // To kramdown and Python-Markdown they are text.
        for flavor in [Flavor::Docfx, Flavor::Jekyll, Flavor::Mkdocs, Flavor::Mdbook] {
            assert_eq!(below_text(flavor, page), None);
        }
        for other in
            ["a | b\n-|-\nc | d\n", "Boats\na | b\n-|-|-\nc | d\n", "Boats\nab\n---\n", "Boats\na | b\nc | d\n"]
        {
            assert_eq!(below_text(Flavor::Gfm, other), None, "{other}");
        }
    }
}
