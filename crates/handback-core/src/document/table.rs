//! Rows of pipe tables.
//!
//! The parser says where a row is; its cells are cut here, because cells beyond the header's column
//! count give no event although DocFX shows them, and missing cells give ranges that lie elsewhere.

use std::ops::Range;

/// Byte ranges of the cells of a row, trimmed, relative to `row`; empty cells have empty ranges.
pub fn cells(row: &str) -> Vec<Range<usize>> {
    let line_end = row.find(['\n', '\r']).unwrap_or(row.len());
    let line = row[..line_end].trim_end();
    let bytes = line.as_bytes();
    let mut at = line.len() - line.trim_start().len();
    if bytes.get(at) == Some(&b'|') {
        at += 1;
    }
    let mut cells = Vec::new();
    let mut start = at;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'|' => {
                cells.push(trimmed(line, start, at));
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if start < line.len() {
        cells.push(trimmed(line, start, line.len()));
    }
    cells
}

fn trimmed(line: &str, start: usize, end: usize) -> Range<usize> {
    let cell = &line[start..end];
    let start = start + (cell.len() - cell.trim_start().len());
    start..start + cell.trim().len()
}

#[cfg(test)]
mod tests {
    use super::cells;

    fn texts(row: &str) -> Vec<&str> {
        cells(row).into_iter().map(|range| &row[range]).collect()
    }

    #[test]
    fn rows_with_and_without_outer_pipes() {
        assert_eq!(texts("| a | b |\r\n"), ["a", "b"]);
        assert_eq!(texts("a | b"), ["a", "b"]);
        assert_eq!(texts("|a||"), ["a", ""]);
        assert_eq!(texts("| a \\| b | c  |  "), ["a \\| b", "c"]);
        assert_eq!(texts("| a | b | extra |"), ["a", "b", "extra"]);
    }
}
