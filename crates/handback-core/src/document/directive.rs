//! DocFX directives that Markdown parsers take for text: `:::` lines, `[!INCLUDE …]`, `[!NOTE]`.
//!
//! They are found before parsing and hidden from the parser in a masked copy of equal length, so
//! that every offset stays exact. Without the mask a `:::` line glued to a table would become a row
//! of it, and one below a list item would be swallowed by it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::parser::parser_options;
use super::sites::{Escape, Words, prefix_len};
use crate::text::markup::{group_len, inline_directive_len, inline_len};

/// The body with directive lines turned into spaces (line ends kept).
pub fn mask(body: &str) -> Cow<'_, str> {
    if !has_candidate(body) {
        return Cow::Borrowed(body);
    }
    let code = if may_have_code(body) { code_ranges(body) } else { Vec::new() };
    let mut masked: Option<Vec<u8>> = None;
    // Lines that a directive may still go on over.
    let mut open = 0usize;
    let mut below = Below { body, from: 0, last: None, end: 0 };
    for_each_line(body, |start, line| {
        let content = start + prefix_len(line)..start + line.trim_end().len();
        let next = code.partition_point(|(block, _)| block.end <= content.start);
        let in_code = code.get(next).filter(|(block, _)| block.start <= content.start);
        // What a column holds is indented, which alone does not make it code.
        if in_code.is_some_and(|(_, fenced)| *fenced || !is_column(&line[content.start - start..])) {
            return;
        }
        let goes_on = open > 0 && !content.is_empty();
        let Some(range) =
            directive_in(line).map(|range| start + range.start..start + range.end).or(goes_on.then_some(content))
        else {
            open = 0;
            return;
        };
        let text = &body[range.clone()];
        open = match open {
            0 if is_open(text) && below.closes(range.end) => 1,
            0 => 0,
            _ if text.contains(":::") => 0,
            lines => lines + 1,
        };
        masked.get_or_insert_with(|| body.as_bytes().to_vec())[range].fill(b' ');
    });
    match masked {
        // Only whole characters were replaced by spaces, so the bytes are still UTF-8.
        Some(bytes) => Cow::Owned(String::from_utf8(bytes).expect("masking keeps UTF-8")),
        None => Cow::Borrowed(body),
    }
}

/// Words for readers in hidden directives: what `:::image` shows in place of the image, titles of `[!code-…]`.
pub fn words(body: &str, masked: &str) -> Vec<Words> {
    let mut found = Vec::new();
    if masked == body {
        return found;
    }
    let is_hidden = |at: usize| masked.as_bytes()[at] == b' ';
    let mut push = |range: Range<usize>, label: &str| {
        if body[range.clone()].contains(char::is_alphabetic) && !body[range.clone()].contains('\n') {
            found.push(Words { range, escape: Escape::Entity(b'"'), label: label.into() });
        }
    };
    for (at, open) in body.match_indices("alt-text=\"") {
        let start = at + open.len();
        if let Some(len) = body[start..].find('"').filter(|_| is_hidden(at)) {
            push(start..start + len, "alt-text");
        }
    }
    for (at, _) in body.match_indices("[!code").filter(|(at, _)| is_hidden(*at)) {
        let line = &body[at..at + body[at..].find('\n').unwrap_or(body.len() - at)];
        let title = line.find("\")]").and_then(|close| Some(line[..close].rfind(" \"")? + 2..close));
        if let Some(title) = title {
            push(at + title.start..at + title.end, "title");
        }
    }
    found.sort_by_key(|words| words.range.start);
    found
}

/// Where directives that are open at the end of a line may close: before the next blank line. Every line is looked at once.
struct Below<'b> {
    body: &'b str,
    /// The stretch of lines that was looked at, up to a blank one.
    from: usize,
    end: usize,
    /// The start of its last line that closes a directive.
    last: Option<usize>,
}

impl Below<'_> {
    /// Whether one is closed below the line of a place.
    fn closes(&mut self, at: usize) -> bool {
        let start = self.body[at..].find('\n').map_or(self.body.len(), |len| at + len + 1);
        if !(self.from..self.end).contains(&start) {
            (self.from, self.end, self.last) = (start, start, None);
            for line in self.body[start..].split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
                self.last = if line.trim_end().ends_with(":::") { Some(self.end) } else { self.last };
                self.end += line.len();
            }
        }
        self.last.is_some_and(|last| start <= last)
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

fn is_column(content: &str) -> bool {
    let name = content.trim_start_matches(':').trim_start();
    content.starts_with(":::") && (name.starts_with("row") || name.starts_with("column"))
}

/// Ranges of code in unmasked Markdown, and whether it is fenced.
pub fn code_ranges(body: &str) -> Vec<(Range<usize>, bool)> {
    let mut ranges = Vec::new();
    for (event, range) in Parser::new_ext(body, parser_options()).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(kind)) = event {
            ranges.push((range, kind.is_fenced()));
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
    let start = prefix_len(line);
    let content = line[start..].trim_end();
    is_directive(content).then_some(start..start + content.len())
}

/// Whether `content` is nothing but DocFX directives.
pub fn is_directive(content: &str) -> bool {
    if content.starts_with(":::") && inline_len(content).is_none() {
        return true;
    }
    let mut rest = content;
    while !rest.is_empty() {
        match inline_directive_len(rest) {
            Some(len) => rest = rest[len..].trim_start(),
            None => return false,
        }
    }
    !content.is_empty()
}

/// `:::image` and its like need a closing `:::`; without one on its line they go on below.
fn is_open(content: &str) -> bool {
    let name = content.strip_prefix(":::").map_or("", str::trim_start);
    ["image", "code", "video"].iter().any(|open| name.starts_with(open) && !name[open.len()..].starts_with('-'))
        && !name.contains(":::")
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
    fn a_directive_may_run_over_lines() {
        let masked = mask("a\n\n:::image type=\"content\"\n   source=\"a.png\"\n   alt-text=\"Alt words\":::\nb\n");
        assert_eq!(masked.split_whitespace().collect::<Vec<_>>(), ["a", "b"]);
        let unclosed = mask(":::image type=\"content\"\nwords\n");
        assert!(unclosed.contains("words"));
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
        assert!(is_directive(":::image source=\"a\"::: :::image source=\"b\":::"));
        assert!(is_directive(":::row:::") && is_directive("::: zone-end") && is_directive(":::column span=\"2\":::"));
    }

    #[test]
    fn alert_markers_before_text() {
        assert_eq!(alert_marker_len("[!NOTE] Words"), 8);
        assert_eq!(alert_marker_len("[!INCLUDE [a](b)] Words"), 0);
    }
}
