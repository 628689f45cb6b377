//! How deep placeables and calls of a Fluent file are in one another: its parser calls itself for each.

use crate::text::limits::DEEPEST_FLUENT;

/// Where a placeable is open.
struct Open {
    /// Brackets of calls that are open in it.
    calls: usize,
    /// Its selector is over: what follows are texts of variants, in which quotes and brackets are text.
    in_variants: bool,
}

/// What its parser could not go on at, with the byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Placeables and calls are nested deeper than [`DEEPEST_FLUENT`].
    TooDeep(usize),
    /// An escape in a string is cut by a character of several bytes.
    Escape(usize),
}

/// The first fault of a file.
pub fn fault(source: &str) -> Option<Fault> {
    let bytes = source.as_bytes();
    let mut open: Vec<Open> = Vec::new();
    let mut depth = 0usize;
    // What lies between entries is skipped by the parser, brackets and all.
    let mut in_entry = false;
    let mut at = 0;
    while at < bytes.len() {
        if at == 0 || bytes[at - 1] == b'\n' {
            let line = &bytes[at..];
            // No expression goes on with an id and `=`, so whatever was open is junk.
            if begins_entry(line) {
                (in_entry, depth) = (true, 0);
                open.clear();
            } else if open.is_empty() && !goes_on(line) {
                in_entry = false;
            }
            if !in_entry || line[0] == b'#' {
                at += line_len(line).max(1);
                continue;
            }
        }
        let in_text = open.last().is_none_or(|open| open.in_variants);
        match bytes[at] {
            b'{' if !begins_expression(&bytes[at + 1..]) => {
                // The parser gives up here.
                in_entry = false;
                at += line_len(&bytes[at..]);
                continue;
            }
            b'{' => {
                open.push(Open { calls: 0, in_variants: false });
                depth += 1;
            }
            b'}' => depth -= open.pop().map_or(0, |closed| closed.calls + 1),
            _ if in_text => {}
            b'"' => {
                let len = string_len(&bytes[at..]);
                if let Some(escape) = broken_escape(&source[at..at + len]) {
                    return Some(Fault::Escape(at + escape));
                }
                at += len - 1;
            }
            b'(' => {
                open.iter_mut().next_back().into_iter().for_each(|open| open.calls += 1);
                depth += 1;
            }
            b')' => {
                if let Some(open) = open.last_mut().filter(|open| open.calls > 0) {
                    open.calls -= 1;
                    depth -= 1;
                }
            }
            b'>' if at > 0 && bytes[at - 1] == b'-' => {
                open.iter_mut().next_back().into_iter().for_each(|open| open.in_variants = true);
            }
            _ => {}
        }
        if depth > DEEPEST_FLUENT {
            return Some(Fault::TooDeep(at));
        }
        at += 1;
    }
    None
}

fn line_len(bytes: &[u8]) -> usize {
    memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())
}

/// Length of a string; it ends with its line at the latest.
fn string_len(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'\n' {
        match bytes[at] {
            b'"' => return at + 1,
            b'\\' if bytes.get(at + 1).is_some_and(|next| next.is_ascii() && *next != b'\n') => at += 2,
            _ => at += 1,
        }
    }
    at.min(bytes.len())
}

/// Where an escape of a string is followed by less than its digits, and not by ASCII: the parser slices between bytes there.
fn broken_escape(string: &str) -> Option<usize> {
    let bytes = string.as_bytes();
    let mut at = 1;
    while let Some(found) = memchr::memchr(b'\\', &bytes[at..]).map(|found| at + found) {
        let digits = match bytes.get(found + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => 0,
        };
        if bytes[found + 1..].iter().skip(1).take(digits).any(|byte| !byte.is_ascii()) {
            return Some(found);
        }
        at = (found + 2).min(bytes.len());
    }
    None
}

/// Whether a line can belong to the entry before it, when no placeable is open; `.` begins an attribute.
fn goes_on(line: &[u8]) -> bool {
    matches!(line[0], b' ' | b'{' | b'.' | b'\r' | b'\n')
}

/// Whether what follows `{` can be an expression. At the end of a line it always can: another message may come to stand below.
fn begins_expression(rest: &[u8]) -> bool {
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    let rest = &rest[blanks..];
    match rest.first() {
        None | Some(b'"' | b'{' | b'\r' | b'\n') => true,
        // The parser gives up behind a name that something else follows than the end of a reference, a call or a selector.
        Some(b'$' | b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') => {
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            let name = rest[1..].iter().take_while(|byte| is_name(byte)).count();
            let behind = rest.get(1 + name);
            behind.is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'}' | b'(' | b'[' | b'>'))
        }
        Some(_) => false,
    }
}

/// Whether a line is `id =` or `-id =`.
fn begins_entry(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"-").unwrap_or(line);
    let id = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    let blanks = line[id..].iter().take_while(|byte| **byte == b' ').count();
    line.first().is_some_and(u8::is_ascii_alphabetic) && line.get(id + blanks) == Some(&b'=')
}

#[cfg(test)]
mod tests {
    use fluent_syntax::parser;

    use super::*;

    #[test]
    fn what_would_overflow_the_parser_is_found() {
        for source in [
            format!("a = {}1{}", "{ ".repeat(200), " }".repeat(200)),
            format!("a = {{ {}1{} }}", "F(".repeat(200), ")".repeat(200)),
            format!("a = {{ {}1{} }}", "F(\n".repeat(200), ")".repeat(200)),
            format!("a = {{ $x ->\n    *[other] a \" {}", "{ ".repeat(200)),
            format!("a = {}x", "{ $x ->\n *[other] ".repeat(200)),
            format!("a = {{ F(\"\n{}", "G(".repeat(200)),
        ] {
            assert!(matches!(fault(&source), Some(Fault::TooDeep(_))), "{source}");
        }
    }

    #[test]
    fn junk_between_entries_has_no_depth() {
        let junk = format!("a = {{ b\n    {{< {0}\nno entry {0}\n][ {0}\n", "{".repeat(90));
        for source in [junk.repeat(3), format!("no entry {}\n{junk}c = {{ {{ d }} }}\n", "{".repeat(90))] {
            assert_eq!(fault(&source), None, "{source}");
            let _ = parser::parse(source.as_str());
        }
    }

    #[test]
    fn nothing_is_open_behind_a_name_that_is_none() {
        for opens in ["{type: HT", "{ $style: x", "{-brand, x", "{a=b", "{ 1; "] {
            let source = format!("a = {opens}\n] {{ $x: \"\\u00é\" {}\n", "{".repeat(200));
            assert_eq!(fault(&source), None, "{source}");
            let _ = parser::parse(source.as_str());
        }
    }

    #[test]
    fn what_comes_to_stand_below_changes_no_depth() {
        for count in DEEPEST_FLUENT - 1..DEEPEST_FLUENT + 2 {
            for end in ["", " ", "\n", "\r\n"] {
                let source = format!("a = b\n    .c = {}{end}", "{".repeat(count));
                let is_refused = |more: &str| fault(&format!("{source}{more}")).is_some();
                for below in ["", "\nd = e\n", "\n# d\n", "\n-d = e\n"] {
                    assert_eq!(is_refused(below), count > DEEPEST_FLUENT, "{count} {end:?} {below:?}");
                }
            }
        }
    }

    #[test]
    fn escapes_that_are_cut_are_found_in_strings_alone() {
        assert_eq!(fault("a = { \"\\u00é\" }"), Some(Fault::Escape(7)));
        for source in ["a = say \"\\u00é", "a = { \"\\u00e9 é\" }", "a = { \"\\\\ué\" }"] {
            assert_eq!(fault(source), None, "{source}");
            assert!(parser::parse(source).is_ok(), "{source}");
        }
    }

    #[test]
    fn brackets_in_texts_are_text() {
        for source in [
            format!("a = {}", "[!INCLUDE [a](".repeat(5000)),
            format!("a = {{ $x ->\n    [one] {}\n   *[other] b\n}}", "(\"".repeat(5000)),
            format!("a = {}", "{ \"{(\" }".repeat(5000)),
            "a = { x\n".repeat(5000),
            format!("# {}\na = b", "{".repeat(5000)),
            format!("# a\n\nb = {}", "{ c }".repeat(5000)),
        ] {
            assert_eq!(fault(&source), None);
            let _ = parser::parse(source.as_str());
        }
    }
}
