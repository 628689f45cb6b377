//! Everything in a document that could be a destination, found without parsing.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::Syntax;
use crate::document::front_matter::head::{Dialect, Head};
use crate::text::flavor::Flavor;

/// A destination as it is written, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention<'t> {
    pub target: &'t str,
    /// Byte position of the destination.
    pub at: usize,
}

/// No destination that a person wrote is longer; bounds the time that odd input takes.
const LONGEST: usize = 1024;

/// Keys of YAML documents whose values are destinations.
const YAML_KEYS: &[&str] = &["href", "topicHref", "tocHref", "homepage", "url", "src", "imageSrc"];

/// Keys of front matter whose values lead to other pages.
const FRONT_MATTER_KEYS: &[&str] = &["link", "url", "href", "to", "actionLink", "permalink", "redirect_to"];

/// Everything in a document that could be a destination: of links, images and definitions, in `href` and `src` of HTML
/// and in `source` and `lightbox` of `:::image`, and addresses with a scheme wherever they stand. In no order.
pub fn mentions(text: &str, syntax: Syntax) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    for at in memchr::memchr2_iter(b']', b'<', bytes) {
        match (bytes[at], bytes.get(at + 1)) {
            (b']', Some(b'(')) => found.extend(destination(text, at + 2, true)),
            (b']', Some(b':')) if is_definition(text, at) => found.extend(destination(text, at + 2, false)),
            (b'<', Some(next)) if next.is_ascii_alphabetic() => {
                attributes(text, at, &["href", "src"], |mention| found.push(mention));
            }
            _ => {}
        }
    }
    for at in memchr::memmem::find_iter(bytes, b":::image") {
        attributes(text, at, &["source", "lightbox"], |mention| found.push(mention));
    }
    // What has a scheme is taken below, once for all the forms it may stand in.
    found.retain(|mention| !has_authority(mention.target));
    found.extend(memchr::memmem::find_iter(bytes, b"://").filter_map(|at| address(text, at)));
    if syntax == Syntax::Yaml {
        found.extend(yaml_values(text, YAML_KEYS));
    }
    found
}

/// The destination that begins at `from`, after blanks and at most one line end.
fn destination(text: &str, from: usize, in_parentheses: bool) -> Option<Mention<'_>> {
    let bytes = text.as_bytes();
    let blanks = bytes[from..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    let start = from + blanks;
    if bytes.get(start) == Some(&b'<') {
        let end = (start + 1..bytes.len().min(start + LONGEST)).find(|at| matches!(bytes[*at], b'>' | b'\n'))?;
        return (bytes[end] == b'>').then(|| Mention { target: &text[start + 1..end], at: start + 1 });
    }
    let (mut depth, mut end) = (0usize, start);
    while let Some(byte) = bytes.get(end).filter(|_| end - start < LONGEST) {
        match byte {
            b'(' if in_parentheses => depth += 1,
            b')' if in_parentheses && depth == 0 => break,
            b')' if in_parentheses => depth -= 1,
            b'\\' if bytes.get(end + 1).is_some_and(u8::is_ascii_punctuation) => end += 1,
            _ if byte.is_ascii_whitespace() => break,
            _ => {}
        }
        end += 1;
    }
    text.get(start..end).filter(|target| !target.is_empty()).map(|target| Mention { target, at: start })
}

/// Whether the `]:` at `at` ends the label of a reference definition, which begins its line.
fn is_definition(text: &str, at: usize) -> bool {
    let from = at.saturating_sub(LONGEST);
    let line = memchr::memrchr(b'\n', &text.as_bytes()[from..at]).map_or(from, |end| from + end + 1);
    let mut label = text.as_bytes()[line..at].iter().skip_while(|byte| b" \t>*-+".contains(byte));
    label.next() == Some(&b'[') && label.next() != Some(&b'^')
}

/// Values of certain attributes in the tag or directive that begins at `open`.
pub(super) fn attributes<'t>(text: &'t str, open: usize, names: &[&str], mut found: impl FnMut(Mention<'t>)) {
    let bytes = text.as_bytes();
    let limit = bytes.len().min(open + 2 * LONGEST);
    let directive = bytes[open] == b':';
    let mut at = open + 1;
    while at < limit {
        match bytes[at] {
            b'>' | b'<' if !directive => return,
            b':' if directive && at > open + 2 && bytes[at..].starts_with(b":::") => return,
            b'=' => {
                let name = attribute_name(text, at);
                let (value, next) = attribute_value(text, at + 1, limit);
                if names.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
                    && let Some(target) = text.get(value.clone()).filter(|target| !target.trim().is_empty())
                {
                    found(Mention { target, at: value.start });
                }
                at = next;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// The name before the `=` at `at`.
fn attribute_name(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end_matches([' ', '\t']);
    let name = before.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    &before[before.len() - name..]
}

/// The range of the value from `from` on, without quotes, and where its text ends.
fn attribute_value(text: &str, from: usize, limit: usize) -> (Range<usize>, usize) {
    let bytes = text.as_bytes();
    let start = from + bytes[from..limit].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    match bytes.get(start).filter(|_| start < limit) {
        Some(quote @ (b'"' | b'\'')) => match memchr::memchr(*quote, &bytes[start + 1..limit]) {
            Some(len) => (start + 1..start + 1 + len, start + len + 2),
            None => (start..start, limit),
        },
        _ => {
            let value =
                bytes[start..limit].iter().take_while(|byte| !byte.is_ascii_whitespace() && !b"<>".contains(byte));
            let end = start + value.count();
            (start..end, end)
        }
    }
}

pub(super) fn has_authority(target: &str) -> bool {
    target.find("://").is_some_and(|at| scheme_before(target, at) == at)
}

/// Length of the scheme that ends at `at`.
fn scheme_before(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// The address whose `://` stands at `at`.
fn address(text: &str, at: usize) -> Option<Mention<'_>> {
    let start = at - scheme_before(text, at);
    let rest = bounded(&text[at..]);
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '|' | ']' | ')' | '\\');
    let len = rest.find(is_end).unwrap_or(rest.len());
    let target = text[start..at + len].trim_end_matches(['.', ',', ';', ':', '*', '_', '!', '?']);
    (start < at).then_some(Mention { target, at: start })
}

/// The beginning of a text, as far as a destination may reach.
fn bounded(text: &str) -> &str {
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    &text[..(0..=text.len().min(LONGEST)).rev().find(is_boundary).unwrap_or(0)]
}

/// The destinations in front matter in YAML: what readers follow from the page, as its theme shows it.
pub fn in_front_matter(text: &str, flavor: Flavor) -> Vec<Mention<'_>> {
    let head = Head::of(text, flavor).filter(|head| flavor != Flavor::Docfx && head.dialect == Dialect::Yaml);
    let Some(content) = head.map(|head| head.content) else { return Vec::new() };
    let lines = yaml_values(&text[content.clone()], FRONT_MATTER_KEYS);
    lines.map(|found| Mention { at: content.start + found.at, ..found }).collect()
}

/// The values of certain keys, line by line.
fn yaml_values<'t>(text: &'t str, keys: &'static [&str]) -> impl Iterator<Item = Mention<'t>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let line_start = start;
        start += line.len();
        let (key, value) = line.split_once(':')?;
        let name = key.trim_start_matches([' ', '\t', '-']).trim_matches(['"', '\'']);
        if !keys.contains(&name) {
            return None;
        }
        let value = value.split_once(" #").map_or(value, |(value, _)| value);
        let target = value.trim().trim_matches(['"', '\'']);
        let at = line_start + key.len() + 1 + value.find(target)?;
        (!target.is_empty() && !has_authority(target)).then_some(Mention { target, at })
    })
}

/// The documents that an `[!INCLUDE [title](path)]` puts in its place.
pub fn includes(text: &str) -> impl Iterator<Item = &str> {
    memchr::memmem::find_iter(text.as_bytes(), b"[!").filter_map(|at| {
        let name = text.get(at + 2..at + 9)?;
        let rest = bounded(text.get(at + 9..)?);
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
        let target = line.find("](").filter(|_| name.eq_ignore_ascii_case("include"))? + 2;
        destination(line, target, true).map(|mention| mention.target)
    })
}

/// A destination without the escapes of Markdown and the entities of HTML.
pub fn unescaped(target: &str) -> Cow<'_, str> {
    if !target.contains(['\\', '&']) {
        return Cow::Borrowed(target);
    }
    let mut out = String::with_capacity(target.len());
    let mut rest = target;
    while let Some(at) = rest.find(['\\', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let next = rest.as_bytes().get(1).copied().unwrap_or(0);
        let (text, len) = match (rest.starts_with('\\'), rest) {
            // Before a letter it parts folders, as Windows writes them.
            (true, _) if next.is_ascii_punctuation() && next != b'\\' => (&rest[1..2], 2),
            (true, _) => ("\\", 1),
            (_, entity) if entity.starts_with("&amp;") => ("&", 5),
            (_, entity) if entity.starts_with("&#32;") => (" ", 5),
            _ => ("&", 1),
        };
        out.push_str(text);
        rest = &rest[len..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<&str> {
        mentions(text, Syntax::Markdown).into_iter().map(|mention| mention.target).collect()
    }

    #[test]
    fn every_form_of_a_destination_is_found() {
        assert_eq!(targets("[a](b.md) ![c](<d e.png> \"t\") [f](\n  g(1).md#h)"), ["b.md", "d e.png", "g(1).md#h"]);
        assert_eq!(targets("> [a]: b.md 'title'\n[^note]: words\nwords [x]: no.md"), ["b.md"]);
        assert_eq!(targets("<a class=x HREF = 'c.md'>d</a> <img alt=\"a>b\" src=e.png>"), ["c.md", "e.png"]);
        assert_eq!(targets(":::image source=\"a.png\" alt-text=\"b\" lightbox=\"c.png\":::"), ["a.png", "c.png"]);
        assert_eq!(
            targets("See https://x.example/a_b. <http://y.example> [z](https://z.example/q)"),
            ["https://x.example/a_b", "http://y.example", "https://z.example/q"]
        );
        let yaml = "- name: A\n  href: a.md # first\n- topicHref: \"b c.md\"\n  title: x.md\n";
        let found: Vec<_> =
            mentions(yaml, Syntax::Yaml).into_iter().map(|m| (m.target, &yaml[m.at..m.at + 1])).collect();
        assert_eq!(found, [("a.md", "a"), ("b c.md", "b")]);
    }

    #[test]
    fn includes_are_known_in_any_case() {
        let text = "[!INCLUDE [a](b.md)]\n[!include[c](<d e.md>)]\n[!NOTE]\n[f](g.md)";
        assert_eq!(includes(text).collect::<Vec<_>>(), ["b.md", "d e.md"]);
    }

    #[test]
    fn escapes_go_and_folders_of_windows_stay() {
        assert_eq!(unescaped("a\\_b\\(c\\).md?x=1&amp;y=2"), "a_b(c).md?x=1&y=2");
        assert_eq!(unescaped("..\\media\\x.png"), "..\\media\\x.png");
    }

    #[test]
    fn odd_input_is_never_read_to_its_end() {
        for piece in ["](", "<a href=", "<a href='", "[!include](", ":::image source=", "](<", "a://", "]:"] {
            let text = piece.repeat(20_000 / piece.len());
            let found = mentions(&text, Syntax::Markdown);
            assert!(found.iter().all(|mention| mention.target.len() <= 4 * LONGEST), "{piece}");
            assert!(includes(&text).all(|target| target.len() <= LONGEST), "{piece}");
        }
    }
}
