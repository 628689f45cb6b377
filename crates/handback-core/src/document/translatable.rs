//! Which texts need a translator at all.
//!
//! A unit whose every token is an URL, an e-mail address, a number, a date in ISO form, a GUID, a code
//! span, an HTML element that is left alone (`<code>`, `translate="no"`) or an identifier is *not translatable*: it is never missing and never sent to a machine, yet a
//! locale may give it a message. What the real pipeline leaves alone (`design: formats`): cells that are
//! only an URL or `[url](url)`, bare URLs, directives.

use super::names;
use crate::text::constructs::arguments::tag_words;
use crate::text::markup::{code_span_len, looks_like_address, prose, tag_len, ticks};

/// Noncharacters of Unicode that programs use among themselves, and so does this one: no text has them.
const RESERVED: [char; 2] = ['\u{FDD0}', '\u{FDD1}'];

/// How much is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Docfx,
    /// Sites other than DocFX's: names of further kinds too (`names`).
    Site,
}

/// Whether a translator has anything to do with a text of a document that is read in a way.
pub fn needs_translator(text: &str, protected: &[String], reading: Reading) -> bool {
    let has_words = |text: &str| is_translatable(text, protected) && !names::are_all(text, is_word);
    match reading {
        Reading::Docfx => is_translatable(text, protected),
        Reading::Site => has_words(text) || titles(text).any(has_words) || attributes(text).any(has_words),
    }
}

/// What readers are shown of links and images besides their words: `![](boat.png "The long pier")`.
fn titles(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|target| {
        let at = target.find([' ', '\n'])? + 1;
        let title = target[at..].trim_start();
        let quote = title.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (title, behind) = title[1..].split_once(quote)?;
        (behind.trim_start().starts_with(')') && !target[..at].contains(')')).then_some(title)
    })
}

/// What readers are shown of the tags in a text: `[<img alt="The long pier">](pier.md)`.
fn attributes(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    let tags = std::iter::from_fn(move || {
        while let Some(found) = text[at..].find(['<', '`']) {
            at += found;
            let rest = &text[at..];
            let tag = tag_len(rest).filter(|_| rest.starts_with('<'));
            at += tag.or_else(|| code_span_len(rest)).unwrap_or(ticks(rest).max(1));
            if let Some(len) = tag {
                return Some(&rest[..len]);
            }
        }
        None
    });
    tags.flat_map(|tag| tag_words(tag).into_iter().map(move |words| &tag[words]))
}

/// Whether a translator has anything to do with `text` (Markdown or HTML inline text).
/// `protected` holds the document's `no-loc` terms.
pub fn is_translatable(text: &str, protected: &[String]) -> bool {
    let trimmed = text.trim();
    if protected.iter().any(|term| term == trimmed) || text.contains(RESERVED) {
        return false;
    }
    let math = text.len() > 4 && text.starts_with("$$") && text.ends_with("$$");
    if math {
        return false;
    }
    if !text.contains(['<', '`', '[', '\\']) && !text.contains(":::") {
        return text.split_whitespace().any(is_word);
    }
    prose(text).split_whitespace().any(is_word)
}

/// Whether a token is an ordinary word, as opposed to an URL, number or identifier.
fn is_word(token: &str) -> bool {
    if looks_like_address(token) {
        return false;
    }
    let token = without_entities(token);
    let core = token.trim_matches(|c: char| !c.is_alphanumeric());
    core.chars().any(char::is_alphabetic) && !is_identifier(core)
}

fn without_entities(token: &str) -> std::borrow::Cow<'_, str> {
    let Some(at) = token.find('&') else { return token.into() };
    let Some(len) = token[at..].find(';') else { return token.into() };
    let mut out = token[..at].to_owned();
    out.push(' ');
    out.push_str(&without_entities(&token[at + len + 1..]));
    out.into()
}

/// Contains a digit, `_`, an inner dot or an inner capital.
fn is_identifier(core: &str) -> bool {
    let mut previous = '\0';
    let mut chars = core.chars().peekable();
    while let Some(c) = chars.next() {
        let inner_dot = c == '.' && previous.is_alphanumeric() && chars.peek().is_some_and(|n| n.is_alphanumeric());
        let inner_capital = c.is_uppercase() && previous.is_lowercase();
        if c.is_numeric() || c == '_' || inner_dot || inner_capital {
            return true;
        }
        previous = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translatable(text: &str) -> bool {
        is_translatable(text, &[])
    }

    #[test]
    fn words_need_a_translator() {
        for text in [
            "Yes",
            "N/A",
            "App name",
            "**Information**",
            "Excel 2016",
            "GDPR",
            "delegated",
            "[Home](https://contoso.com)",
            "はい",
            "Hello `x`",
            "Press <kbd>Enter</kbd>",
            "<code translate=\"yes\">your name</code>",
        ] {
            assert!(translatable(text), "{text}");
        }
    }

    #[test]
    fn identifiers_and_addresses_do_not() {
        for text in [
            "https://contoso.com/a?b=c",
            "[https://contoso.com](https://contoso.com)",
            "<https://contoso.com>",
            "info@contoso.com",
            "WA104381421",
            "User.Read",
            "offline_access",
            "d312ff80-0c2b-42ad-887b-c6392bcf6353",
            "[d312ff80-0c2b-42ad](https://contoso.com)",
            "2021-12-09",
            "**\u{2713}**",
            "`az login`",
            "<code>Area/Name</code>",
            "<kbd>Ctrl</kbd>+<kbd>S</kbd>",
            "<span translate=\"no\">Blue Whale</span>, <b class='notranslate'>Red <i>Fox</i></b>",
            "MindMeister",
            "-",
            "&nbsp;",
            "![](../media/x.png)",
            "<br/>",
            "[!INCLUDE [Text here](../includes/x.md)]",
            ":::image type=\"icon\" source=\"a.png\" alt-text=\"Alt words\"::: :::image source=\"b.png\":::",
            "$$\\nfrac$$",
        ] {
            assert!(!translatable(text), "{text}");
        }
    }

    #[test]
    fn titles_of_images_and_links_are_words() {
        let site = |text| needs_translator(text, &[], Reading::Site);
        assert!(site("![](boat.png \"The long pier\")") && site("![a.b](boat.png\n 'The long pier')"));
        assert!(site("[`x`](a.md) [`y`](b.md \"Above it\")"));
        assert!(site("[<img alt=\"The long pier\">](a.md) [<img alt=\"a_b\">](b.md)"));
        assert!(!site("[<img src=\"The long pier\">](a.md) `<img alt=\"The pier\">`"));
        for text in ["![](boat.png \"a_b\")", "![](boat.png)", "[`x`](a.md) `(b \"The pier\")`"] {
            assert!(!site(text), "{text}");
        }
        assert!(!needs_translator("![](boat.png \"The long pier\")", &[], Reading::Docfx));
    }

    #[test]
    fn terms_of_no_loc_are_left_alone() {
        assert!(!is_translatable("Contoso", &["Contoso".into()]));
    }
}
