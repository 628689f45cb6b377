//! Constructs of site generators in a text: shortcodes, Liquid, macros, directives, attribute lists.

use std::ops::Range;

/// How constructs open and close. Of two that open alike the longer comes first.
const PAIRS: &[(&str, &str)] = &[
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<%", "%>"),
    ("${", "}"),
    ("{#", "}"),
    ("{:", "}"),
    ("@@", "@@"),
];

/// Where constructs are in a text, in order and apart.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'{' | b':' | b'@' | b'<' | b'[')) {
        return found;
    }
    let mut at = 0;
    // Only these begin something.
    let begins = |byte: &u8| matches!(byte, b'`' | b'{' | b'<' | b'$' | b'@' | b'[' | b':');
    while let Some(next) = bytes[at..].iter().position(begins) {
        at += next;
        let rest = &text[at..];
        // What is in code is code.
        if let Some(len) = rest.starts_with('`').then(|| super::markup::code_span_len(rest)).flatten() {
            at += len;
            continue;
        }
        match construct_len(rest, at == 0 || text[..at].ends_with('\n')) {
            Some(len) => {
                found.push(at..at + len);
                at += len;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

fn construct_len(rest: &str, starts_line: bool) -> Option<usize> {
    for (open, close) in PAIRS {
        let Some(inner) = rest.strip_prefix(open) else { continue };
        let end = inner.find(close)?;
        let inner = &inner[..end];
        let is_one = !inner.is_empty() && !inner.contains('\n') && (*open != "@@" || is_name(inner));
        return is_one.then_some(open.len() + end + close.len());
    }
    if rest.starts_with("[!") {
        return super::markup::group_len(rest).filter(|len| is_alert(&rest[2..len - 1]));
    }
    if rest.starts_with(":::") {
        let len = rest.find('\n').unwrap_or(rest.len());
        let inline = super::markup::inline_len(rest);
        return inline.or_else(|| starts_line.then_some(first_word(&rest[..len])));
    }
    None
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

/// Attributes of directives whose values are words for readers.
const WORDED: [&str; 7] = ["alt-text=\"", "alt=\"", "title=\"", "caption=\"", "text=\"", "label=\"", "summary=\""];

/// Length of the shortcode or Liquid tag at the start of a text.
pub fn shortcode_len(text: &str) -> Option<usize> {
    let is_one = ["{{<", "{{%", "{%"].iter().any(|open| text.starts_with(open));
    Some(text).filter(|_| is_one).and_then(|text| construct_len(text, false))
}

/// Where words for readers stand in a construct: the values of certain attributes, and quoted sentences.
pub fn words(construct: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = construct[at..].find('"').map(|len| at + len) {
        let Some(len) = construct[open + 1..].find('"') else { break };
        let value = &construct[open + 1..open + 1 + len];
        let is_worded = WORDED.iter().any(|attribute| ends_as(&construct[..=open], attribute));
        let is_sentence = value.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() > 1;
        if is_worded || is_sentence {
            found.push(open + 1..open + 1 + len);
        }
        at = open + len + 2;
    }
    found
}

/// Whether a text ends with an attribute, and not with one whose name only ends so.
fn ends_as(text: &str, attribute: &str) -> bool {
    text.strip_suffix(attribute).is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// A construct as it is compared: runs of blanks count as one, and words for readers do not count.
pub fn normal(construct: &str) -> String {
    let mut text = construct.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in words(&text).into_iter().rev() {
        text.replace_range(words, "");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn constructs_are_found() {
        assert_eq!(all("a {{< ref \"x\" >}} b {{% note %}}"), ["{{< ref \"x\" >}}", "{{% note %}}"]);
        assert_eq!(
            all("{% if a %}x{% endif %} {{jsxref(\"Map\")}}"),
            ["{% if a %}", "{% endif %}", "{{jsxref(\"Map\")}}"]
        );
        assert_eq!(all("> [!NOTE]\ntext"), ["[!NOTE]"]);
        assert_eq!(all(":::tip My title\nx"), [":::tip"]);
        assert_eq!(all("Title {#custom-id} ${x} <%= y %>"), ["{#custom-id}", "${x}", "<%= y %>"]);
        assert_eq!(all("`{{ code }}` { prose } 12:30 a@b.c"), Vec::<&str>::new());
    }
}
