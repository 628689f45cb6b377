//! HTML elements whose content nobody translates: code, and what its author marked so.

use super::limits::DEEPEST_MARKUP;
use super::markup::{code_span_len, tag_len, ticks};

/// Elements that hold what programs read or write. `<code translate="yes">` is text all the same.
const CODE: [&str; 5] = ["code", "kbd", "samp", "tt", "var"];

/// Elements of formulas that hold names, numbers and signs. Words in a formula are those of `mtext`.
const FORMULA: [&str; 4] = ["mi", "mn", "mo", "ms"];

/// Length of the element at the start of `text`, with its content and both tags, if that is not to be translated:
/// `code`, `kbd`, `samp`, `tt`, `var`, any element with `translate="no"` or the class `notranslate`, and a formula without a
/// phrase. `None` also if nothing closes it. What stands inside belongs to it, even an element with `translate="yes"`.
pub fn untranslated_len(text: &str) -> Option<usize> {
    let len = opening_len(text)?;
    if is_untranslated(&text[..len]) {
        return closed_len(text, len);
    }
    let whole = if name(&text[..len]) == "math" { closed_len(text, len)? } else { return None };
    (!has_phrase(&text[..whole])).then_some(whole)
}

/// Whether a formula has words for readers: two of them side by side. One alone is a name, such as `log`.
fn has_phrase(formula: &str) -> bool {
    formula.match_indices("<mtext").any(|(at, _)| {
        let rest = &formula[at..];
        let inner = rest.split_once('>').map_or("", |(_, inner)| inner);
        let words = inner.split('<').next().unwrap_or("").split_whitespace();
        words.filter(|word| word.contains(char::is_alphabetic)).count() > 1
    })
}

/// Whether an element that is not to be translated stands anywhere in `text`.
pub fn has_untranslated(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| untranslated_len(&text[at..]).is_some())
}

/// The tags of an element whose content people word as their readers know it: the names of keys (`<kbd>Strg</kbd>`)
/// and placeholders. `None` for code and for what an author marked.
pub fn shell(element: &str) -> Option<String> {
    let len = opening_len(element)?;
    let tag = &element[..len];
    let is_worded = name(tag) != "code" && CODE.contains(&name(tag).as_str()) && !is_marked(tag);
    if !is_worded || untranslated_len(element) != Some(element.len()) {
        return None;
    }
    let mut tags = String::new();
    let mut at = 0;
    while let Some(found) = element[at..].find('<') {
        at += found;
        let len = tag_len(&element[at..]).unwrap_or(1);
        tags.push_str(&element[at..at + len]);
        at += len;
    }
    Some(tags)
}

/// Length of the opening tag at the start of `text`, of an element that has content.
pub fn opening_len(text: &str) -> Option<usize> {
    let is_tag = text.starts_with('<') && text[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let len = if is_tag { tag_len(text)? } else { return None };
    (text[..len].ends_with('>') && !text[..len].ends_with("/>")).then_some(len)
}

/// Whether a tag opens an element that is not to be translated.
pub fn is_untranslated(tag: &str) -> bool {
    let says_yes = || attribute(tag, "translate").is_some_and(|value| value.eq_ignore_ascii_case("yes"));
    let holds_none = |name: &str| CODE.contains(&name) || FORMULA.contains(&name);
    is_marked(tag) || (holds_none(&name(tag)) && !says_yes())
}

/// Whether the author of a tag says that what it holds is not to be translated.
pub fn is_marked(tag: &str) -> bool {
    // Nearly no tag is.
    if !["ranslate", "RANSLATE"].iter().any(|mark| memchr::memmem::find(tag.as_bytes(), mark.as_bytes()).is_some()) {
        return false;
    }
    let says_no = attribute(tag, "translate").is_some_and(|value| value.eq_ignore_ascii_case("no"));
    // JSX has another name for it.
    let has_class =
        |name| attribute(tag, name).is_some_and(|value| value.split_whitespace().any(|class| class == "notranslate"));
    says_no || has_class("class") || has_class("className")
}

/// Length of an element of which the opening tag has `opening` bytes.
fn closed_len(text: &str, opening: usize) -> Option<usize> {
    let wanted = name(&text[..opening]);
    let (mut at, mut depth) = (opening, 1_usize);
    memchr::memmem::find(&text.as_bytes()[at..], b"</")?;
    loop {
        at += text[at..].find(['<', '`'])?;
        let rest = &text[at..];
        let len = code_span_len(rest).or_else(|| tag_len(rest)).unwrap_or(ticks(rest).max(1));
        let tag = &rest[..len];
        if name(tag) == wanted && tag.starts_with("</") {
            depth -= 1;
        } else if name(tag) == wanted && opening_len(rest) == Some(len) {
            depth += 1;
        }
        at += len;
        if depth == 0 {
            return Some(at);
        }
        if depth > DEEPEST_MARKUP {
            return None;
        }
    }
}

/// The name of a tag, in lower case; empty for what is none.
fn name(tag: &str) -> String {
    let Some(inner) = tag.strip_prefix('<') else { return String::new() };
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    inner.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>().to_ascii_lowercase()
}

/// The value of an attribute of an opening tag.
fn attribute<'t>(tag: &'t str, wanted: &str) -> Option<&'t str> {
    let mut rest = tag.strip_prefix('<')?.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '>');
        let len = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))?;
        let (name, after) = (&rest[..len], rest[len..].trim_start());
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            // Quotes alone are no name, but have to be passed.
            rest = &rest[len.max(1)..];
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let start = quote.map_or(0, char::len_utf8);
        let end = |c: char| quote.map_or(c.is_whitespace() || c == '>', |quote| c == quote);
        let end = start + value[start..].find(end)?;
        if name.eq_ignore_ascii_case(wanted) {
            return Some(&value[start..end]);
        }
        rest = &value[end + start..];
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn elements_of_code_and_marked_ones_are_found_whole() {
        for (text, element) in [
            ("<code>az login</code> first", "<code>az login</code>"),
            ("<KBD class='key'>Enter</kbd>.", "<KBD class='key'>Enter</kbd>"),
            ("<samp>a <b>b</b></samp>", "<samp>a <b>b</b></samp>"),
            ("<code>a<code>b</code>c</code>d", "<code>a<code>b</code>c</code>"),
            ("<span translate=\"no\">Blue Whale</span> x", "<span translate=\"no\">Blue Whale</span>"),
            ("<b translate=no>x <b>y</b> z</b> w", "<b translate=no>x <b>y</b> z</b>"),
            ("<i id=\"a>b\" class=\"x notranslate\">y</i>z", "<i id=\"a>b\" class=\"x notranslate\">y</i>"),
            ("<code>`</code>` x</code>", "<code>`</code>` x</code>"),
            ("<math>\n<mtext>log</mtext><mn>2</mn>\n</math> x", "<math>\n<mtext>log</mtext><mn>2</mn>\n</math>"),
        ] {
            assert_eq!(untranslated_len(text).map(|len| &text[..len]), Some(element), "{text}");
            assert!(has_untranslated(&format!("é {text}")));
        }
    }

    #[test]
    fn other_elements_are_text() {
        for text in [
            "<b>x</b>",
            "<codes>x</codes>",
            "<math><mtext>words of each line</mtext></math>",
            "<code>never closed",
            "<code/>x</code>",
            "</code>",
            "<span translate=\"yes\">x</span>",
            "<code translate=\"yes\">x</code>",
            "<span class=\"notranslated\">x</span>",
            "<span title=\"translate=no\">x</span>",
            "<span data-translate=\"no\">x</span>",
            "<",
            "code",
            "",
        ] {
            assert_eq!(untranslated_len(text), None, "{text}");
        }
    }

    #[test]
    fn keys_and_placeholders_may_be_worded() {
        assert_eq!(shell("<kbd>Strg</kbd>"), Some("<kbd></kbd>".into()));
        assert_eq!(shell("<var>a<b>b</b></var>"), Some("<var><b></b></var>".into()));
        for text in ["<code>x</code>", "<kbd translate=\"no\">x</kbd>", "<span translate=\"no\">x</span>", "<kbd>x"] {
            assert_eq!(shell(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_looked_at(text in "(<|>|/|code|kbd|b| |=|\"|'|`|translate|no|class|notranslate|é|-){0,14}") {
            for (at, _) in text.char_indices() {
                if let Some(len) = untranslated_len(&text[at..]) {
                    prop_assert!(text[at..at + len].ends_with('>'));
                }
                shell(&text[at..]);
            }
        }
    }
}
