//! How the constructs of each flavor begin and end.

use crate::text::flavor::Flavor;
use crate::text::markup;

/// How constructs open and close, and whether they may run over lines. Of two that open alike the longer comes first.
const PAIRS: &[(&str, &str, bool)] = &[
    ("{{<", ">}}", true),
    ("{{%", "%}}", true),
    ("{{", "}}", true),
    ("{%", "%}", true),
    ("<%", "%>", true),
    ("${", "}", false),
    ("{/*", "*/}", true),
    ("{#", "}", false),
    ("{:", "}", true),
    ("@@", "@@", false),
];

/// Whether a byte may begin a construct.
pub fn may_begin(byte: u8) -> bool {
    matches!(byte, b'`' | b'{' | b'<' | b'$' | b'@' | b'[' | b':' | b'+' | b'-')
}

/// Length of the construct that stands at a place of a text.
pub fn construct_len(flavor: Flavor, text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if flavor.is_mdx() && rest.starts_with('{') {
        return expression_len(rest);
    }
    for (open, close, lines) in PAIRS {
        let Some(inner) = rest.strip_prefix(open) else { continue };
        let Some(end) = end_of(inner, close) else { continue };
        let inner = &inner[..end];
        let one_paragraph = !inner.contains('\n') || (*lines && !inner.contains("\n\n"));
        let is_one = !inner.is_empty() && one_paragraph && (*open != "@@" || is_name(inner));
        if is_one {
            return Some(open.len() + end + close.len());
        }
    }
    if rest.starts_with("[!") {
        return markup::group_len(rest).filter(|len| is_alert(&rest[2..len - 1]));
    }
    let starts_line = at == 0 || text[..at].ends_with('\n');
    if rest.starts_with(":::") {
        let len = rest.find('\n').unwrap_or(rest.len());
        let inline = markup::inline_len(rest);
        return inline.or_else(|| starts_line.then_some(first_word(&rest[..len])));
    }
    special_len(flavor, text, at)
}

/// What only some flavors have.
fn special_len(flavor: Flavor, text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    match flavor {
        Flavor::Docfx => None,
        Flavor::Mkdocs if rest.starts_with("++") => keys_len(rest),
        Flavor::Mkdocs if rest.starts_with("--8<--") => Some(rest.find('\n').unwrap_or(rest.len())),
        Flavor::Vitepress if rest.starts_with("[[toc]]") => Some("[[toc]]".len()),
        Flavor::Mkdocs | Flavor::Hugo | Flavor::Jekyll | Flavor::Vitepress if rest.starts_with('{') => {
            attributes_len(rest)
        }
        _ if rest.starts_with("$$") => {
            let end = rest[2..].find("$$").filter(|end| *end > 0 && !rest[2..2 + end].contains("\n\n"))?;
            Some(end + 4)
        }
        _ if rest.starts_with(':') && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':') => {
            emoji_len(rest)
        }
        _ => None,
    }
}

/// Where a construct closes; what is between quotes does not close it.
fn end_of(inner: &str, close: &str) -> Option<usize> {
    let plain = inner.find(close)?;
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, _) if inner[at..].starts_with(close) => return Some(at),
            (None, '"' | '`') => quote = Some(c),
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), c) if open == c && !escaped => quote = None,
            (_, '\n') if inner[at..].starts_with("\n\n") => break,
            _ => {}
        }
        escaped = false;
    }
    // An odd quote quotes nothing.
    Some(plain)
}

/// Length of `{expression}` of JavaScript at the start of a text, by its braces outside of strings and comments.
pub fn expression_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b'"' | b'\'' => at += string_len(&text[at..]).unwrap_or(1) - 1,
            b'`' => at += template_len(&text[at..]).unwrap_or(1) - 1,
            b'/' if text[at..].starts_with("/*") => at += text[at..].find("*/")? + 1,
            b'/' if text[at..].starts_with("//") => at += text[at..].find('\n')?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Length of a string of JavaScript, which ends on its line.
fn string_len(text: &str) -> Option<usize> {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Length of a template of JavaScript, with the expressions in it.
fn template_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'`' => return Some(at + 1),
            b'$' if bytes.get(at + 1) == Some(&b'{') => {
                let end = text[at..].find('}')?;
                at += end;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether a construct is a list of attributes: `{: .class }`, `{ #id }`, `{ key="value" }`.
pub fn is_attribute_list(construct: &str) -> bool {
    construct.starts_with("{:") || construct.starts_with("{#") || attributes_len(construct) == Some(construct.len())
}

/// `{ .class #id key=value }`.
fn attributes_len(text: &str) -> Option<usize> {
    let end = text.find('}').filter(|end| !text[..*end].contains('\n'))?;
    let inner = text[1..end].trim();
    let is_attribute = |word: &str| {
        let name = word.trim_start_matches(['.', '#']);
        let is_marked = name.len() < word.len() || word.contains('=');
        is_marked && !name.is_empty()
    };
    let first = inner.split_whitespace().next()?;
    (is_attribute(first) && !first.starts_with('=')).then_some(end + 1)
}

/// `++ctrl+alt+del++`.
fn keys_len(text: &str) -> Option<usize> {
    let end = text[2..].find("++")?;
    let keys = &text[2..2 + end];
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_' | '"');
    (!keys.is_empty() && keys.chars().all(is_key)).then_some(end + 4)
}

/// `:smile:`, `:material-account-circle:`.
fn emoji_len(text: &str) -> Option<usize> {
    let len = text[1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+')).count();
    let name = &text[1..=len];
    let is_one = text[1 + len..].starts_with(':')
        // `[label]:https://…` is an address.
        && !text[2 + len..].starts_with(|c: char| c.is_alphanumeric() || c == ':')
        && !text[2 + len..].starts_with("//")
        && name.bytes().any(|b| b.is_ascii_alphabetic());
    is_one.then_some(len + 2)
}

/// Length of `:::name`, whose title behind it is text.
fn first_word(line: &str) -> usize {
    let colons = line.bytes().take_while(|b| *b == b':').count();
    let blank = line[colons..].len() - line[colons..].trim_start().len();
    let name =
        line[colons + blank..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    if name == 0 { colons } else { colons + blank + name }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

fn is_alert(text: &str) -> bool {
    text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
}
