//! Tags of components and elements.

use std::ops::Range;

use crate::text::constructs::arguments;
use crate::text::limits::DEEPEST_MARKUP;
use crate::text::markup::tag_len;

/// Whether tags are of elements with nothing in them: `<br/>`, `<br></br>`.
pub fn hold_nothing(tags: &[Tag<'_>]) -> bool {
    let mut tags = tags.iter().peekable();
    while let Some(tag) = tags.next() {
        let is_closed = |next: &&Tag<'_>| next.closes && next.name == tag.name && next.range.start == tag.range.end;
        if !tag.is_empty && (tag.closes || tags.next_if(|next| is_closed(next)).is_none()) {
            return false;
        }
    }
    true
}

/// Whether all elements that tags open are closed among them, and nothing else.
pub fn are_whole(tags: &[Tag<'_>]) -> bool {
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| !tag.is_empty && !is_void(tag.name)) {
        match tag.closes {
            false => open.push(tag.name),
            true if open.pop() == Some(tag.name) => {}
            true => return false,
        }
    }
    open.is_empty()
}

/// A tag at a place.
pub struct Tag<'t> {
    pub range: Range<usize>,
    pub name: &'t str,
    pub closes: bool,
    pub is_empty: bool,
}

pub fn tag_at(body: &str, at: usize) -> Option<Tag<'_>> {
    let rest = body[at..].strip_prefix('<').map(|_| &body[at..]).filter(|rest| !rest[1..].starts_with(['!', '?']))?;
    // A fragment.
    let len = if rest.starts_with("<>") { 2 } else { tag_len(rest)? };
    let slice = &rest[..len];
    if slice.contains("\n\n") && !slice.contains('{') && !is_only_in_values(slice) {
        return None;
    }
    let inner = slice.trim_start_matches(['<', '/']);
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':');
    let name = &inner[..inner.bytes().take_while(|b| is_name(*b)).count()];
    // `<https://example.com>` is no tag.
    if name.ends_with(':') || slice.contains("://") && !slice.contains(['"', '\'', '{']) {
        return None;
    }
    Some(Tag { range: at..at + len, name, closes: slice.starts_with("</"), is_empty: slice.ends_with("/>") })
}

/// Whether empty lines stand nowhere but in the values of a component: `<Chart of="a⏎⏎b" />`.
fn is_only_in_values(tag: &str) -> bool {
    let mut outside = String::new();
    let mut at = 0;
    for argument in arguments::arguments(tag) {
        let is_value = !argument.name.is_empty();
        outside.push_str(&tag[at..if is_value { argument.value.start } else { argument.value.end }]);
        at = argument.value.end;
    }
    outside.push_str(&tag[at..]);
    tag[1..].starts_with(|c: char| c.is_ascii_uppercase()) && !outside.contains("\n\n")
}

/// The tag that closes an element.
pub fn closing(body: &str, open: &Tag<'_>) -> Option<Range<usize>> {
    let mut depth = 1usize;
    let mut at = open.range.end;
    while let Some(found) = body[at..].find('<') {
        at += found;
        let Some(tag) = tag_at(body, at) else {
            at += 1;
            continue;
        };
        if tag.name == open.name && !tag.is_empty {
            if tag.closes {
                depth -= 1;
            } else {
                depth += 1;
            }
            if depth == 0 {
                return Some(tag.range);
            }
            if depth > DEEPEST_MARKUP {
                return None;
            }
        }
        at = tag.range.end;
    }
    None
}

pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "input" | "wbr" | "source" | "meta" | "link" | "col" | "area" | "embed" | "track"
    )
}
