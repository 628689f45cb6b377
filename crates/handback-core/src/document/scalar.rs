//! YAML scalars in place: where a value stands, what it says, and how another text is written there.
//!
//! YAML is never re-serialized. `serde_yaml` only decodes values that need it and proves that a value
//! written here reads back as the text that was meant.

use std::borrow::Cow;
use std::ops::Range;

use super::lines::newline_at;
use super::{Form, Unit, UnitKind, translatable};
use crate::text::limits;

/// The white space that YAML trims; a no-break space is text.
const BLANK: [char; 3] = [' ', '\t', '\r'];

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Single,
    Double,
    /// Literal (`|`) or folded (`>`), header included; the number is the indentation of its key.
    Block {
        key_indent: u16,
    },
    /// Plain, inside `[…]`.
    FlowPlain,
}

/// A value found in the source.
#[derive(Debug, Clone)]
pub struct Scalar<'s> {
    pub span: Range<usize>,
    pub text: Cow<'s, str>,
    pub style: Style,
}

impl<'s> Scalar<'s> {
    /// The value as a unit under its key; `None` if it is blank. `protected` holds terms that nobody translates.
    pub fn unit(self, kind: UnitKind, key: &str, protected: &[String]) -> Option<Unit<'s>> {
        (!self.text.trim().is_empty()).then(|| Unit {
            kind,
            span: self.span,
            line: 0,
            translatable: translatable::is_translatable(&self.text, protected),
            text: self.text,
            heading: None,
            row: None,
            column: 0,
            label: Some(key.into()),
            note: None,
            form: Form::Scalar(self.style),
        })
    }
}

/// Reads the value that follows a key's colon at `at`, inside `source[..limit]`.
///
/// Returns the scalar, if it is one, and where the line after the value starts.
pub fn read(source: &str, at: usize, limit: usize, key_indent: usize) -> (Option<Scalar<'_>>, usize) {
    let end = line_end(source, at, limit);
    let start = skip_space(source, at, end);
    let next = next_line(source, end, limit);
    match source[start..end].chars().next() {
        None | Some('#') => value_on_next_line(source, next, limit, key_indent),
        Some('\'') => quoted(source, start, limit, Style::Single),
        Some('"') => quoted(source, start, limit, Style::Double),
        Some('|' | '>') => block(source, start, end, limit, key_indent),
        Some('[' | '{') => (None, after_flow(source, start, limit)),
        Some('&' | '*' | '!' | '@' | '%' | '`') => (None, next),
        Some('-' | '?') if matches!(source.as_bytes().get(start + 1), None | Some(b' ' | b'\r' | b'\n')) => {
            (None, next)
        }
        Some(_) => plain(source, start, end, limit, key_indent),
    }
}

/// `key:` alone, its text on the more deeply indented line below.
fn value_on_next_line(source: &str, line: usize, limit: usize, key_indent: usize) -> (Option<Scalar<'_>>, usize) {
    let end = line_end(source, line, limit);
    let start = skip_space(source, line, end);
    let content = &source[start..end];
    let indicator =
        content.starts_with(['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '@', '%', '`']);
    let is_text = !content.is_empty() && !indicator && (content.starts_with(['"', '\'']) || key_in(content).is_none());
    if is_text && start - line > key_indent { read(source, line, limit, key_indent) } else { (None, line) }
}

/// Start of the line after a flow collection, which may run over lines.
fn after_flow(source: &str, start: usize, limit: usize) -> usize {
    let bytes = &source.as_bytes()[..limit];
    let (mut at, mut depth) = (start, 0usize);
    while at < limit {
        match bytes[at] {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            // A quote opens a string only where a value may start; elsewhere it is an apostrophe.
            b'"' | b'\'' if matches!(bytes[at - 1], b' ' | b'[' | b'{' | b',' | b'\t' | b'\n') => {
                at += closing_quote(&source[at..limit]).map_or(0, |len| len - 1);
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
        at += 1;
    }
    // One that never closes is not one: go on with the next line.
    let end = if at < limit { at } else { start };
    next_line(source, end, limit)
}

fn plain(source: &str, start: usize, end: usize, limit: usize, key_indent: usize) -> (Option<Scalar<'_>>, usize) {
    let mut value_end = start + without_comment(&source[start..end]).len();
    let mut next = next_line(source, end, limit);
    let mut at = next;
    while at < limit {
        let end = line_end(source, at, limit);
        let content = skip_space(source, at, end);
        if content < end {
            if content - at <= key_indent || source[content..end].starts_with('#') {
                break;
            }
            value_end = content + without_comment(&source[content..end]).len();
        }
        at = next_line(source, end, limit);
        next = if content < end { at } else { next };
    }
    let raw = &source[start..value_end];
    let text = if raw.contains('\n') { Cow::Owned(fold(raw)) } else { Cow::Borrowed(raw) };
    (Some(Scalar { span: start..value_end, text, style: Style::Plain }), next)
}

/// Joins the lines of a plain scalar as YAML does: one break is a space, n empty lines are n breaks.
fn fold(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut breaks = 0;
    for (index, line) in raw.lines().map(trimmed).enumerate() {
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        if index > 0 {
            text.push_str(&if breaks == 0 { " ".to_owned() } else { "\n".repeat(breaks) });
        }
        breaks = 0;
        text.push_str(line);
    }
    text
}

fn without_comment(value: &str) -> &str {
    let cut = value.find(" #").or_else(|| value.find("\t#")).unwrap_or(value.len());
    value[..cut].trim_end_matches(BLANK)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(BLANK)
}

fn quoted(source: &str, start: usize, limit: usize, style: Style) -> (Option<Scalar<'_>>, usize) {
    let Some(end) = closing_quote(&source[start..limit]).map(|len| start + len) else {
        return (None, next_line(source, line_end(source, start, limit), limit));
    };
    let next = next_line(source, line_end(source, end, limit), limit);
    let raw = &source[start..end];
    let simple = !raw.contains('\n') && !raw[1..raw.len() - 1].contains(['\\', '\'', '"']);
    let text = if simple { Some(Cow::Borrowed(&raw[1..raw.len() - 1])) } else { decode(raw).map(Cow::Owned) };
    (text.map(|text| Scalar { span: start..end, text, style }), next)
}

/// Length of the quoted scalar at the start of `text`, quotes included.
pub fn closing_quote(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = bytes[0];
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at] == b'\\' && quote == b'"' {
            at += 1;
        } else if bytes[at] == quote {
            if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') {
                at += 1;
            } else {
                return Some(at + 1);
            }
        }
        at += 1;
    }
    None
}

fn block(
    source: &str,
    start: usize,
    header_end: usize,
    limit: usize,
    key_indent: usize,
) -> (Option<Scalar<'_>>, usize) {
    let header = without_comment(&source[start..header_end]);
    let mut next = next_line(source, header_end, limit);
    if header.len() > 3 || !header[1..].bytes().all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9')) {
        return (None, next);
    }
    let mut value_end = start + header.len();
    while next < limit {
        let end = line_end(source, next, limit);
        let content = skip_space(source, next, end);
        if content < end {
            if content - next <= key_indent {
                break;
            }
            value_end = end;
        }
        next = next_line(source, end, limit);
    }
    let style = Style::Block { key_indent: u16::try_from(key_indent).unwrap_or(0) };
    let scalar = decode_block(&source[start..value_end], key_indent)
        .map(|text| text.trim_end_matches('\n').to_owned())
        .filter(|text| !text.is_empty())
        .map(|text| Scalar { span: start..value_end, text: text.into(), style });
    (scalar, next)
}

fn decode_block(raw: &str, key_indent: usize) -> Option<String> {
    let mut dedented = String::with_capacity(raw.len());
    for (index, line) in raw.split_inclusive('\n').enumerate() {
        let spaces = line.bytes().take_while(|b| *b == b' ').count();
        dedented.push_str(&line[if index == 0 { 0 } else { spaces.min(key_indent) }..]);
    }
    decode(&dedented)
}

/// What a value written as `raw` says, if it is a string.
fn decode(raw: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Wrapped {
        k: serde_yaml::Value,
    }
    let yaml = format!("k: {raw}\n");
    if limits::too_deep(&yaml).is_some() {
        return None;
    }
    match serde_yaml::from_str::<Wrapped>(&yaml).ok()?.k {
        serde_yaml::Value::String(text) => Some(text),
        _ => None,
    }
}

/// Writes `text` in the place of the scalar at `span`, in its own style where that can hold it.
pub fn encode(source: &str, span: &Range<usize>, style: Style, text: &str) -> String {
    let own = match style {
        Style::Plain if is_plainly_safe(text) || (!is_keyword(text) && reads_back(text, text)) => Some(text.to_owned()),
        Style::Plain | Style::Single => single_quoted(text),
        Style::FlowPlain if !text.contains([',', '[', ']', '{', '}']) && reads_back(text, text) => {
            Some(text.to_owned())
        }
        Style::FlowPlain => single_quoted(text),
        Style::Double => None,
        Style::Block { key_indent } => {
            let lines = block_lines(source, span, usize::from(key_indent), text);
            // A block ends in a line break unless its header strips it.
            let strips = source[span.clone()].lines().next().is_some_and(|header| header.contains('-'));
            lines.or_else(|| (!strips).then(|| double_quoted(&format!("{text}\n"))))
        }
    };
    own.unwrap_or_else(|| double_quoted(text))
}

/// How a page writes the value `text` at a span, if that is not what [`encode`] makes of it in the place of the English: its quotes
/// (`'`, `"`, or `plain`), or the value as it stands.
pub fn spelling_of(page: &str, span: &Range<usize>, own: Style, text: &str, english: &str) -> Option<String> {
    let raw = page[span.clone()].replace("\r\n", "\n");
    if raw == english {
        return None;
    }
    let by_name = match own {
        Style::Single => Some("'"),
        Style::Double => Some("\""),
        Style::Plain => Some("plain"),
        Style::Block { .. } | Style::FlowPlain => None,
    };
    let is_enough = |name: &&str| encode(page, span, style_called(name, own), text) == raw;
    Some(by_name.filter(is_enough).map_or(raw, str::to_owned))
}

fn style_called(spelling: &str, default: Style) -> Style {
    match spelling.as_bytes() {
        [b'\'', ..] => Style::Single,
        [b'"', ..] => Style::Double,
        [b'|' | b'>', ..] => default,
        _ => Style::Plain,
    }
}

/// Writes `text` as a page spells its values; as the English does where that would say something else.
pub fn encode_as(source: &str, span: &Range<usize>, style: Style, text: &str, spelling: &str) -> String {
    let is_name = matches!(spelling, "'" | "\"" | "plain");
    let is_block = spelling.starts_with(['|', '>']);
    if !is_name {
        let read = if is_block { decode_block(spelling, 0) } else { decode(spelling) };
        if read.is_some_and(|read| read.trim_end_matches('\n') == text) {
            return spelling.replace('\n', newline_at(source, span.start));
        }
    }
    encode(source, span, style_called(spelling, style), text)
}

/// Text that no YAML reader takes for anything but itself, decided without a parser.
fn is_plainly_safe(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.ends_with([':', ' '])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(char::is_control)
        && !is_keyword(text)
}

/// Words that some YAML version takes for a truth value or nothing.
fn is_keyword(text: &str) -> bool {
    const KEYWORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    KEYWORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) || is_date_or_time(text)
}

/// `2024-01-31` and `12:30`: YAML 1.1, which many sites read, has a type for dates, and one for numbers to the base of 60.
fn is_date_or_time(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let day = text.split(['T', 't', ' ']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split('-').collect();
    let is_date = matches!(parts.as_slice(), [year, month, day]
        if year.len() == 4 && (1..3).contains(&month.len()) && (1..3).contains(&day.len()) && parts.iter().all(|part| is_number(part)));
    let clock = text.trim_start_matches(['-', '+']).split('.').next().unwrap_or(text);
    is_date || clock.contains(':') && clock.split(':').all(is_number)
}

fn reads_back(raw: &str, text: &str) -> bool {
    decode(raw).is_some_and(|read| read == text)
}

fn single_quoted(text: &str) -> Option<String> {
    let raw = format!("'{}'", text.replace('\'', "''"));
    (!text.contains(char::is_control) && reads_back(&raw, text)).then_some(raw)
}

/// A JSON string is a YAML double-quoted scalar.
fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => out.push_str(&format!("\\u{:04X}", c as u32)),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn block_lines(source: &str, span: &Range<usize>, key_indent: usize, text: &str) -> Option<String> {
    let raw = &source[span.clone()];
    let (header, content) = raw.split_once('\n')?;
    let header = header.trim_end();
    let first = content.lines().find(|line| !line.trim().is_empty())?;
    let indent = &first[..first.len() - first.trim_start_matches(' ').len()];
    let newline = newline_at(source, span.start);
    // In a folded block one line break is a space, so every break of the text takes one more.
    let folded = header.starts_with('>');
    let mut out = header.to_owned();
    let mut breaks = 1;
    for (index, line) in text.split('\n').enumerate() {
        let is_deeper = line.starts_with([' ', '\t']) && (folded || index == 0);
        if is_deeper || (index == 0 && line.is_empty()) {
            return None;
        }
        breaks += usize::from(index > 0);
        if line.is_empty() {
            continue;
        }
        out.push_str(&newline.repeat(if index == 0 { 1 } else { breaks - usize::from(!folded) }));
        out.push_str(indent);
        out.push_str(line);
        breaks = 1;
    }
    let read = decode_block(&out, key_indent)?;
    (read.trim_end_matches('\n') == text).then_some(out)
}

/// The key at the start of a line's content: its name and the offset after the colon.
pub fn key_in(content: &str) -> Option<(&str, usize)> {
    let (name, after) = if content.starts_with(['"', '\'']) {
        let len = closing_quote(content)?;
        (&content[1..len - 1], len)
    } else {
        let colon = content
            .match_indices(':')
            .map(|(at, _)| at)
            .find(|at| matches!(content.as_bytes().get(at + 1), None | Some(b' ' | b'\t' | b'\r' | b'\n')))?;
        (content[..colon].trim_end(), colon)
    };
    let plain = !name.is_empty() && !name.starts_with(['#', '[', '{', '&', '*', '!', '|', '>', '%', '@', '`']);
    let colon = after + (content[after..].len() - content[after..].trim_start().len());
    (plain && content[colon..].starts_with(':')).then_some((name, colon + 1))
}

/// End of the line's content (before `\r\n` or `\n`), at most `limit`.
pub fn line_end(source: &str, at: usize, limit: usize) -> usize {
    let newline = memchr::memchr(b'\n', &source.as_bytes()[at..limit]).map_or(limit, |found| at + found);
    if newline > at && newline < limit && source.as_bytes()[newline - 1] == b'\r' { newline - 1 } else { newline }
}

/// Start of the line after the one whose content ends at `end`.
pub fn next_line(source: &str, end: usize, limit: usize) -> usize {
    memchr::memchr(b'\n', &source.as_bytes()[end..limit]).map_or(limit, |found| end + found + 1)
}

/// First position from `at` that is neither space nor tab, at most `end`.
pub fn skip_space(source: &str, at: usize, end: usize) -> usize {
    at + source.as_bytes()[at..end].iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(yaml: &str) -> (String, Style, String) {
        let colon = yaml.find(':').unwrap() + 1;
        let (scalar, _) = read(yaml, colon, yaml.len(), 0);
        let scalar = scalar.unwrap_or_else(|| panic!("no scalar in {yaml:?}"));
        (scalar.text.to_string(), scalar.style, yaml[scalar.span].to_owned())
    }

    fn replaced(yaml: &str, text: &str) -> String {
        let colon = yaml.find(':').unwrap() + 1;
        let scalar = read(yaml, colon, yaml.len(), 0).0.unwrap();
        format!(
            "{}{}{}",
            &yaml[..scalar.span.start],
            encode(yaml, &scalar.span, scalar.style, text),
            &yaml[scalar.span.end..]
        )
    }

    #[test]
    fn values_are_found_and_decoded() {
        assert_eq!(value("t: One two # why\r\nx: 1").0, "One two");
        assert_eq!(value("t: 'It''s'\n").0, "It's");
        assert_eq!(value("t: \"a\\tb\"\n").0, "a\tb");
        assert_eq!(value("t: >-\r\n  one\r\n  two\r\nx: 1\r\n").0, "one two");
        assert_eq!(value("t: |\n  one\n  two\n\nx: 1\n").0, "one\ntwo");
        assert_eq!(value("t: one\n  two\n\n  three\nx: 1\n").0, "one two\nthree");
        assert_eq!(value("t:\n  one two\n").0, "one two");
        assert_eq!(value("t:\n  (Preview) guide\n").0, "(Preview) guide");
    }

    #[test]
    fn structures_are_no_scalars() {
        for yaml in ["t: [a, b]\n", "t:\n  a: b\n", "t:\n- a\n", "t: {a: b}\n", "t:\n", "t: *x\n"] {
            assert!(read(yaml, 2, yaml.len(), 0).0.is_none(), "{yaml:?}");
        }
    }

    #[test]
    fn a_value_is_spelled_as_its_page_does() {
        let spelled = |page: &str, english: &str| {
            let (scalar, _) = read(page, 2, page.len(), 0);
            let scalar = scalar.unwrap();
            spelling_of(page, &scalar.span, scalar.style, &scalar.text, english)
        };
        assert_eq!(spelled("t: 'Un'\n", "'Un'"), None);
        assert_eq!(spelled("t: 'Un'\n", "Un"), Some("'".into()));
        assert_eq!(spelled("t: \"Un\"\n", "Un"), Some("\"".into()));
        assert_eq!(spelled("t: Un\n", "'Un'"), Some("plain".into()));
        assert_eq!(spelled("t: \"\\u0055n\"\n", "Un"), Some("\"\\u0055n\"".into()));
        assert_eq!(spelled("t: >-\n  un\n  deux\n", "un deux"), Some(">-\n  un\n  deux".into()));
        let write = |text: &str, spelling: &str| encode_as("t: One\r\n", &(3..6), Style::Plain, text, spelling);
        assert_eq!(write("l'eau", "'"), "'l''eau'");
        assert_eq!(write("Un", "\""), "\"Un\"");
        assert_eq!(write("un: deux", "plain"), "'un: deux'");
        assert_eq!(write("un deux", ">-\n  un\n  deux"), ">-\r\n  un\r\n  deux");
        assert_eq!(write("un trois", ">-\n  un\n  deux"), "un trois");
        assert_eq!(write("Deux", "\"\\u0055n\""), "\"Deux\"");
    }

    #[test]
    fn a_text_keeps_the_style_of_its_place() {
        assert_eq!(replaced("t: One\n", "Un"), "t: Un\n");
        assert_eq!(replaced("t: One\n", "Un : deux"), "t: 'Un : deux'\n");
        assert_eq!(replaced("t: One\n", "yes"), "t: 'yes'\n");
        assert_eq!(replaced("t: One\n", "2024-01-31"), "t: '2024-01-31'\n");
        assert_eq!(replaced("t: One\n", "12:30"), "t: '12:30'\n");
        assert_eq!(replaced("t: One\n", "2024-01 à 02"), "t: 2024-01 à 02\n");
        assert_eq!(replaced("t: 'One'\n", "l'eau"), "t: 'l''eau'\n");
        assert_eq!(replaced("t: \"One\"\n", "a \"b\""), "t: \"a \\\"b\\\"\"\n");
        assert_eq!(replaced("t: >-\r\n  one\r\n  two\r\nx: 1\r\n", "un deux"), "t: >-\r\n  un deux\r\nx: 1\r\n");
        assert_eq!(replaced("t: |\n  one\n  two\nx: 1\n", "un\ndeux\ntrois"), "t: |\n  un\n  deux\n  trois\nx: 1\n");
        assert_eq!(replaced("t: >\n  one\n", "un\ndeux"), "t: >\n  un\n\n  deux\n");
        assert_eq!(replaced("t: One\n", "a\nb"), "t: \"a\\nb\"\n");
        assert_eq!(replaced("t: |\n  one\nx: 1\n", "un\n\ndeux"), "t: |\n  un\n\n  deux\nx: 1\n");
        assert_eq!(replaced("t: >-\n  one\nx: 1\n", "un\n\ndeux"), "t: >-\n  un\n\n\n  deux\nx: 1\n");
        assert_eq!(replaced("t: |\n  one\nx: 1\n", "un\n  deux"), "t: |\n  un\n    deux\nx: 1\n");
        assert_eq!(replaced("t: >\n  one\nx: 1\n", "un\n  deux"), "t: \"un\\n  deux\\n\"\nx: 1\n");
    }
}
