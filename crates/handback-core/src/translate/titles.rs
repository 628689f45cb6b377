//! Titles of links and images: `[text](page.md "Title")`. They are words for readers, and no part of the sentence around them.

use std::ops::Range;

use super::inline::{Known, Part, parts};

/// Where the titles with words stand in a text, without their quotes.
pub fn titles(text: &str, known: Known<'_>) -> Vec<Range<usize>> {
    if !text.contains("](") || !text.contains(['"', '\'']) {
        return Vec::new();
    }
    let title = |part: Part| match part {
        Part::Close(range, _) => {
            let title = title_in(&text[range.clone()])?;
            Some(range.start + title.start..range.start + title.end)
        }
        _ => None,
    };
    parts(text, known).into_iter().filter_map(title).collect()
}

/// Where the title is in what closes a link.
fn title_in(close: &str) -> Option<Range<usize>> {
    let inner = close.strip_prefix("](")?.strip_suffix(')')?.trim_end();
    let quote = inner.chars().next_back().filter(|quote| matches!(quote, '"' | '\''))?;
    let open = inner[..inner.len() - 1].find(quote)?;
    let is_apart = inner[..open].ends_with([' ', '\t', '\n']);
    let title = "](".len() + open + 1.."](".len() + inner.len() - 1;
    (is_apart && close[title.clone()].contains(char::is_alphabetic)).then_some(title)
}

/// A text with other titles: `other` has those that it knows by what they say.
pub fn with_titles<'a>(text: &str, known: Known<'_>, other: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = text.to_owned();
    for title in titles(text, known).into_iter().rev() {
        if let Some(words) = other(&text[title.clone()]) {
            let quote = char::from(text.as_bytes()[title.end]);
            out.replace_range(title, &quoted(words, quote));
        }
    }
    out
}

/// Words between quotes: in one line, with backslashes before quotes that would end them.
fn quoted(words: &str, quote: char) -> String {
    let mut out = String::with_capacity(words.len());
    let mut is_escaped = false;
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if c == quote && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    if is_escaped {
        out.push('\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    #[test]
    fn titles_are_found_and_replaced() {
        let constructs = Constructs::of(Flavor::Gfm);
        let known = Known { constructs: Some(&constructs), ..Known::default() };
        let other = |title: &str| (title == "A title").then_some("Un \"titre\"");
        for (text, expected) in [
            ("See [a](b.md \"A title\") now.", "See [a](b.md \"Un \\\"titre\\\"\") now."),
            ("![a](b.png 'A title') and [c](d \"Other\")", "![a](b.png 'Un \"titre\"') and [c](d \"Other\")"),
            ("[a](\"A title\") `[a](b \"A title\")` \"A title\"", "[a](\"A title\") `[a](b \"A title\")` \"A title\""),
        ] {
            assert_eq!(with_titles(text, known, other), expected, "{text}");
        }
        assert_eq!(titles("[a](b \"A title\")", Known::default()).first(), Some(&(7..14)));
    }

    proptest! {
        #[test]
        fn what_is_put_between_quotes_ends_there(words in "[a\\\\\"' \n]{0,12}") {
            let constructs = Constructs::of(Flavor::Gfm);
            let known = Known { constructs: Some(&constructs), ..Known::default() };
            let text = with_titles("[a](b \"x\") c", known, |_| Some(words.as_str()));
            let links = Parser::new(&text).filter(|event| matches!(event, Event::Start(Tag::Link { .. })));
            prop_assert_eq!(links.count(), 1, "{}", text);
        }
    }
}
