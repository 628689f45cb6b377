//! Lines of Markdown: what stands before their content, and fenced code.

use std::ops::Range;

/// The lines of a text by their ranges, without line ends.
pub fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        range
    })
}

/// Where the lines of a text start, to be asked for many places.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let starts = lines(text).map(|line| line.start).collect();
        Self { starts, end: text.strip_suffix('\n').unwrap_or(text).len() }
    }

    /// Where the line of a place starts.
    pub fn start(&self, at: usize) -> usize {
        self.starts[..self.next(at)].last().copied().unwrap_or(0)
    }

    /// Where the line of a place ends, without its `\n`; the place itself, if it is behind that.
    pub fn end(&self, at: usize) -> usize {
        self.starts.get(self.next(at)).map_or(self.end, |next| next - 1).max(at)
    }

    fn next(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }
}

/// Length of the quote marks that a line starts with, with the blank behind each.
pub fn quote_len(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let mark = at + bytes[at..].iter().take_while(|b| **b == b' ').count();
        if mark - at > 3 || bytes.get(mark) != Some(&b'>') {
            return at;
        }
        at = mark + 1 + usize::from(bytes.get(mark + 1) == Some(&b' '));
    }
}

/// Whether a line reads like the start of a sentence, and not like one of a program.
pub fn is_sentence(line: &str) -> bool {
    let words = line.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
    line.trim_start().trim_start_matches(['*', '_']).starts_with(char::is_uppercase)
        && words > 2
        && !line.contains(['{', '}', '=', ';', '<', '>', '|'])
}

/// Columns of blanks that a text starts with; a tab goes to the next fourth.
pub fn indent(text: &str) -> usize {
    let mut columns = 0;
    for byte in text.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// Bytes of the blanks that fill up to so many columns at the start of a text.
pub fn blank_len(text: &str, columns: usize) -> usize {
    let mut filled = 0;
    for (at, byte) in text.bytes().enumerate() {
        filled += match byte {
            _ if filled >= columns => return at,
            b' ' => 1,
            b'\t' => 4 - filled % 4,
            _ => return at,
        };
    }
    text.len()
}

/// Length of everything before the content of a line: quote marks, indentation, list markers.
pub fn prefix_len(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let before = at;
        at += bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count();
        at += marker_len(&bytes[at..]);
        if at == before {
            return at;
        }
    }
}

/// Length of a list marker with the blank behind it.
fn marker_len(bytes: &[u8]) -> usize {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let marker = match bytes.get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    if bytes.get(marker) == Some(&b' ') { marker + 1 } else { 0 }
}

/// The marks that open fenced code.
#[derive(Debug, Clone, Copy)]
pub struct Fence {
    mark: u8,
    len: usize,
    /// The column that it is opened at.
    pub indent: usize,
}

impl Fence {
    /// The fence that a content opens.
    pub fn open(content: &str, indent: usize) -> Option<Self> {
        let mark = *content.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
        let len = content.bytes().take_while(|b| *b == mark).count();
        let info = &content[len..];
        (len >= 3 && !(mark == b'`' && info.contains('`'))).then_some(Self { mark, len, indent })
    }

    /// The fence of colons that a content opens: others than generators of MyST close those in another way.
    pub fn of_colons(content: &str, indent: usize) -> Option<Self> {
        let len = content.bytes().take_while(|b| *b == b':').count();
        (len >= 3).then_some(Self { mark: b':', len, indent })
    }

    /// How many marks it has.
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether a content closes it.
    pub fn is_closed_by(self, content: &str, indent: usize) -> bool {
        if indent > self.indent + 3 {
            return false;
        }
        let len = content.bytes().take_while(|b| *b == self.mark).count();
        len >= self.len && content[len..].trim().is_empty()
    }
}
