//! How large and how deep a thing may be. Every limit is far above what people write, and keeps what they did not write
//! from costing more than time in proportion to its size.
//!
//! `docs/en/reference/limits.md` lists them for users. What is beyond a limit is named with file and line, and left as it is.

/// A text of a document, in bytes: a paragraph, a cell, a value. Looking for marks takes several passes over what is left
/// of a text, which nobody notices in this many bytes. The longest of a hundred sites has less than ten thousand.
pub const LONGEST_TEXT: usize = 16 << 10;
/// A whole block of code that is a text, in bytes: it has no marks.
pub const LONGEST_CODE: usize = 64 << 10;
/// A wording in a resource, in bytes: four times its English is more than any language takes.
pub const LONGEST_WORDING: usize = 4 * LONGEST_TEXT;
/// One shortcode, macro, list of attributes or directive among words, in bytes. Where nothing closes it within these, it is
/// text.
pub const LONGEST_CONSTRUCT: usize = LONGEST_TEXT;
/// A comment in an expression of JavaScript, in bytes.
pub const LONGEST_COMMENT: usize = LONGEST_CODE;
/// Brackets, links, elements and emphasis in one another. What is deeper is text.
pub const DEEPEST_MARKUP: usize = 32;
/// Backticks around code. CommonMark has no limit; its parser stops there, too.
pub const MOST_TICKS: usize = 255;
/// Lists and maps in one another in YAML, JSON and TOML. Their parsers take time by the square of it, or overflow.
pub const DEEPEST_DATA: usize = 64;
/// Placeables and calls in one another in a resource; far below what would overflow the parser's stack.
pub const DEEPEST_FLUENT: usize = 100;
/// A tag or anchor of YAML that is looked for before a bracket.
const LONGEST_KEY: usize = 128;
/// Terms of a document that are left alone: each is looked for in each of its texts.
pub const MOST_TERMS: usize = 1000;
/// A source document or a localized page, in bytes: its catalog is larger than it is.
pub const LARGEST_DOCUMENT: u64 = 16 << 20;
/// A file of the catalog, or any other that is read as text, in bytes.
pub const LARGEST_FILE: u64 = 64 << 20;
/// A translation memory, an image, or what else may hold a lot, in bytes.
pub const LARGEST_STORE: u64 = 4 << 30;

/// The beginning of a text, up to a number of bytes, cut between characters.
pub fn head(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

/// How much for people: `20 KB`.
pub fn shown(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1 << 10))
}

/// The line, from 1, in which YAML, JSON or TOML is nested deeper than [`DEEPEST_DATA`].
///
/// A bracket counts where it can open a list or map: at the start of a value, and outside of quotes. A sentence may hold any.
pub fn too_deep(data: &str) -> Option<u32> {
    let bytes = data.as_bytes();
    let (mut open, mut at, mut before) = (0usize, 0, b'\n');
    while let Some(byte) = bytes.get(at).copied() {
        let begins = || {
            matches!(before, b'\n' | b'[' | b'{' | b',' | b':' | b'-' | b'?' | b'=' | b'|' | b'>')
                || is_property(&data[..at])
        };
        match byte {
            b'[' | b'{' if begins() => {
                open += 1;
                if open > DEEPEST_DATA {
                    return Some(1 + memchr::memchr_iter(b'\n', &bytes[..at]).count() as u32);
                }
            }
            b']' | b'}' => open = open.saturating_sub(1),
            b'"' | b'\'' if begins() => at += string_len(&bytes[at..]).saturating_sub(1),
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                at += memchr::memchr(b'\n', &bytes[at..]).unwrap_or(bytes.len() - at);
                before = b'\n';
            }
            _ => {}
        }
        if !matches!(byte, b' ' | b'\t' | b'\r') {
            before = byte;
        }
        at += 1;
    }
    None
}

/// What to say of it.
pub fn deep_message() -> String {
    format!("lists and maps are nested deeper than {DEEPEST_DATA} levels, which is the most")
}

/// Whether the last word is a tag or an anchor of YAML, behind which a value stands.
fn is_property(before: &str) -> bool {
    let word = head_reversed(before.trim_end_matches([' ', '\t']));
    word.starts_with(['&', '!'])
}

/// The last word of a text; of a very long one its end.
fn head_reversed(text: &str) -> &str {
    let from = text
        .bytes()
        .rev()
        .take(LONGEST_KEY)
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'[' | b'{' | b','));
    from.and_then(|len| text.get(text.len() - len..)).unwrap_or("")
}

/// Length of a string in quotes; 1 if nothing closes it before an empty line.
fn string_len(bytes: &[u8]) -> usize {
    let quote = bytes[0];
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return 1,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_may_be_nested_as_deep_as_people_do() {
        let nested = |open: &str, close: &str, times: usize| open.repeat(times) + &close.repeat(times);
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("[\n", "]"), ("- &a [", "]"), ("[\"[\", ", "]")] {
            assert_eq!(too_deep(&nested(open, close, DEEPEST_DATA)), None, "{open}");
            assert!(too_deep(&nested(open, close, DEEPEST_DATA + 1)).is_some(), "{open}");
        }
        assert_eq!(too_deep(&format!("a: 1\nb: {}", "[".repeat(200))), Some(2));
        assert_eq!(too_deep(&"a: see [b and [c\n- d: 'x [[['\n".repeat(200)), None);
    }

    #[test]
    fn heads_end_between_characters() {
        assert_eq!(head("aéé", 4), "aé");
        assert_eq!(head("aéé", 9), "aéé");
        assert_eq!(shown(20_000), "20 KB");
    }
}
