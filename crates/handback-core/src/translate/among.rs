//! Addresses, types and tags that stand among words, as authors write them.

use std::ops::Range;

use crate::text::limits::head;
use crate::text::markup::tag_len;

/// How far what belongs to a tag or a type is looked for, in bytes.
const NEAR: usize = 2048;

/// Addresses as they stand among words, in order, without the marks of sentences and emphasis behind them.
pub fn plain_addresses(text: &str) -> Vec<Range<usize>> {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|' | '`' | '[' | ']' | '(' | ')');
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("://") {
        let scheme = ["https", "http", "ftp"].into_iter().find(|scheme| text[..at].ends_with(scheme));
        let Some(start) = scheme.map(|scheme| at - scheme.len()) else { continue };
        let starts = !text[..start].ends_with(|c: char| c.is_alphanumeric());
        if !starts || found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let rest = &text[start..];
        let address = rest[..rest.find(is_edge).unwrap_or(rest.len())]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~', '\'']);
        found.push(start..start + address.len());
    }
    found
}

/// Addresses with something to be filled in: `https://x.example/{port}/tides`.
pub fn addresses_to_fill_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_whole = |address: &str| address.is_ascii() && address.matches('{').count() == address.matches('}').count();
    let found = if text.contains('{') { plain_addresses(text) } else { Vec::new() };
    found.into_iter().filter(move |range| text[range.clone()].contains('{') && is_whole(&text[range.clone()]))
}

/// Addresses of two protocols, as people write them: `http(s)://docs.contoso.com/`.
pub fn loose_addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("http(s)://").map(|(at, start)| {
        let rest = &text[at..];
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|' | '`')).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        at..at + address.len().max(start.len())
    })
}

/// Addresses of a file on another machine, as `scp` and `git` have them: `git@example.com:tides/ebb.git`.
pub fn remote_addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    text.match_indices('@').filter_map(move |(at, _)| {
        let bytes = text.as_bytes();
        let user = bytes[at.saturating_sub(64)..at].iter().rev().take_while(|byte| is_part(byte)).count();
        let host = bytes[at + 1..].iter().take(256).take_while(|byte| is_part(byte)).count();
        let colon = at + 1 + host;
        let is_remote = user > 0 && bytes[at + 1..colon].contains(&b'.') && bytes.get(colon) == Some(&b':');
        if !is_remote {
            return None;
        }
        let path = bytes[colon + 1..].iter().take(NEAR);
        let len = path.take_while(|byte| is_part(byte) || matches!(byte, b'/' | b'~' | b'+')).count();
        let path = text[colon + 1..colon + 1 + len].trim_end_matches(['.', '-', '_', '/']);
        path.contains('/').then(|| at - user..colon + 1 + path.len())
    })
}

/// Length of what stands behind the name of a type: `<Map<String, Tide>>` of `List<Map<String, Tide>>`.
pub fn type_len(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in head(text, NEAR).bytes().enumerate() {
        match byte {
            b'<' if text.as_bytes().get(at + 1).is_some_and(|next| next.is_ascii_uppercase() || *next == b'?') => {
                depth += 1;
            }
            b'>' if depth == 1 => return Some(at + 1).filter(|len| !is_closed_below(text, *len)),
            b'>' => depth = depth.checked_sub(1)?,
            b' ' if text[..at].ends_with(',') => {}
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b',' | b'?' | b'[' | b']') => {}
            _ => return None,
        }
    }
    None
}

/// Length of what a text begins with if it looks like a tag that nothing closes: `<unique_lock` of `std::<unique_lock`, up to the
/// blank or the mark that ends the word. To be asked where there is no tag.
pub fn broken_tag_len(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('<')?;
    behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')).then_some(())?;
    let is_edge = |c: char| c.is_whitespace() || !c.is_ascii() || "<>*`[](){}&\\\"'".contains(c);
    let end = head(behind, NEAR).find(is_edge).unwrap_or(head(behind, NEAR).len());
    let end = if behind[end..].starts_with('>') { end + 1 } else { end };
    Some(1 + behind[..end].trim_end_matches(['.', ',', ';', ':', '_', '~']).len())
}

/// Whether an element that a text begins is closed behind this place: then it is no type.
fn is_closed_below(text: &str, at: usize) -> bool {
    let name = &text[1..1 + text[1..].bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let mut rest = head(&text[at..], NEAR);
    while let Some((_, behind)) = rest.split_once("</") {
        if behind.starts_with(name) {
            return true;
        }
        rest = behind;
    }
    false
}

/// Whether a text begins with a tag that is closed in it, as no tag behind a backslash of Markdown is: `\<em>c</em>`.
pub fn is_closed_tag(text: &str) -> bool {
    let name = text[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let Some(len) = tag_len(text).filter(|_| name > 0) else { return false };
    let near = head(&text[len..], NEAR);
    near.find("</")
        .is_some_and(|at| near[at + 2..].strip_prefix(&text[1..1 + name]).is_some_and(|rest| rest.starts_with('>')))
        && !near[..near.find("</").unwrap_or(0)].ends_with('\\')
}
