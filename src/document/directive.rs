//! DocFX directives that Markdown parsers take for text: `:::` lines, `[!INCLUDE …]`, `[!NOTE]`.
//!
//! They are found before parsing and hidden from the parser in a masked copy of equal length, so
//! that every offset stays exact. Without the mask a `:::` line glued to a table would become a row
//! of it, and one below a list item would be swallowed by it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::markdown::parser_options;

/// The body with directive lines turned into spaces (line ends kept).
pub fn mask(body: &str) -> Cow<'_, str> {
    if !has_candidate(body) {
        return Cow::Borrowed(body);
    }
    let code = if may_have_code(body) { code_ranges(body) } else { Vec::new() };
    let mut masked: Option<Vec<u8>> = None;
    for_each_line(body, |start, line| {
        let Some(range) = directive_in(line) else { return };
        let range = start + range.start..start + range.end;
        if code.iter().any(|block| block.contains(&range.start)) {
            return;
        }
        masked.get_or_insert_with(|| body.as_bytes().to_vec())[range].fill(b' ');
    });
    match masked {
        // Only whole characters were replaced by spaces, so the bytes are still UTF-8.
        Some(bytes) => Cow::Owned(String::from_utf8(bytes).expect("masking keeps UTF-8")),
        None => Cow::Borrowed(body),
    }
}

fn has_candidate(body: &str) -> bool {
    memchr::memmem::find(body.as_bytes(), b":::").is_some() || memchr::memmem::find(body.as_bytes(), b"[!").is_some()
}

/// Whether a directive could stand inside code: otherwise the extra parse is saved.
fn may_have_code(body: &str) -> bool {
    ["```", "~~~", "    :::", "\t:::", "    [!", "\t[!"]
        .iter()
        .any(|mark| memchr::memmem::find(body.as_bytes(), mark.as_bytes()).is_some())
}

/// Ranges of fenced and indented code in unmasked Markdown.
pub fn code_ranges(body: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for (event, range) in Parser::new_ext(body, parser_options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => ranges.push(range),
            Event::End(TagEnd::CodeBlock) => {}
            _ => {}
        }
    }
    ranges
}

fn for_each_line(body: &str, mut each: impl FnMut(usize, &str)) {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        each(start, line.trim_end_matches(['\n', '\r']));
        start += line.len();
    }
}

/// The directive that fills a line, after quote marks, indentation and list markers.
fn directive_in(line: &str) -> Option<Range<usize>> {
    if !line.contains(":::") && !line.contains("[!") {
        return None;
    }
    let start = container_prefix(line);
    let content = line[start..].trim_end();
    is_directive(content).then_some(start..start + content.len())
}

fn container_prefix(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let before = at;
        at += bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count();
        at += list_marker_len(&bytes[at..]);
        if at == before {
            return at;
        }
    }
}

fn list_marker_len(bytes: &[u8]) -> usize {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let marker = match bytes.get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    if bytes.get(marker) == Some(&b' ') { marker + 1 } else { 0 }
}

/// Whether `content` is nothing but DocFX directives.
pub fn is_directive(content: &str) -> bool {
    if let Some(rest) = content.strip_prefix(":::") {
        return is_colon_directive(rest);
    }
    let mut rest = content;
    while !rest.is_empty() {
        match group_len(rest) {
            Some(len) => rest = rest[len..].trim_start(),
            None => return false,
        }
    }
    !content.is_empty()
}

/// `::: zone pivot="x"`, `:::row:::`, `:::image …:::`, `:::`: but not `:::no-loc text="X"::: and words`.
fn is_colon_directive(rest: &str) -> bool {
    match rest.find(":::") {
        Some(close) => rest[close..].trim_start_matches(':').trim().is_empty(),
        None => true,
    }
}

/// Length of one `[!NAME …]`, with the `(…)` of `[!code-x[…](…)]` inside it, at the start of `text`.
pub fn group_len(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[!")?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => return None,
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Length of an alert marker such as `[!NOTE] ` before text on the same line.
pub fn alert_marker_len(text: &str) -> usize {
    let Some(len) = group_len(text) else { return 0 };
    let name = &text[2..len - 1];
    let alert = name.bytes().all(|b| b.is_ascii_alphabetic())
        && ["note", "tip", "important", "warning", "caution", "div"].iter().any(|n| n.eq_ignore_ascii_case(name));
    if alert { len + (text[len..].len() - text[len..].trim_start().len()) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directive_lines_are_hidden_and_offsets_stay() {
        let body = "a\r\n::: zone pivot=\"x\"\r\n> [!NOTE]\n- [!INCLUDE [t](y.md)]\nb";
        let masked = mask(body);
        assert_eq!(masked.len(), body.len());
        assert!(!masked.contains(":::") && !masked.contains("[!"));
        assert!(masked.starts_with("a\r\n ") && masked.ends_with("\nb") && masked.contains("> "));
    }

    #[test]
    fn code_is_not_masked() {
        let body = "```\n::: zone\n```\n";
        assert_eq!(mask(body), body);
    }

    #[test]
    fn text_with_an_inline_directive_is_text() {
        assert!(!is_directive(":::no-loc text=\"Contoso\"::: is here"));
        assert!(is_directive(":::image type=\"content\" source=\"a.png\" alt-text=\"b\":::"));
        assert!(!is_directive("[!INCLUDE [a](b)] and words"));
        assert!(is_directive("[!INCLUDE [a](b)] [!INCLUDE [c](d)]"));
    }

    #[test]
    fn alert_markers_before_text() {
        assert_eq!(alert_marker_len("[!NOTE] Words"), 8);
        assert_eq!(alert_marker_len("[!INCLUDE [a](b)] Words"), 0);
    }
}
