//! Which texts need a translator at all.
//!
//! A unit whose every token is an URL, an e-mail address, a number, a date in ISO form, a GUID, a code
//! span or an identifier is *not translatable*: it is never missing and never sent to a machine, yet a
//! locale may give it a message. What the real pipeline leaves alone (`design: formats`): cells that are
//! only an URL or `[url](url)`, bare URLs, directives.

use super::directive;

/// Noncharacters of Unicode that programs use among themselves, and so does this one: no text has them.
const RESERVED: [char; 2] = ['\u{FDD0}', '\u{FDD1}'];

/// Whether a translator has anything to do with `text` (Markdown or HTML inline text).
/// `protected` holds the document's `no-loc` terms.
pub fn is_translatable(text: &str, protected: &[String]) -> bool {
    if protected.iter().any(|term| term == text.trim()) || text.contains(RESERVED) {
        return false;
    }
    let math = text.len() > 4 && text.starts_with("$$") && text.ends_with("$$");
    if math {
        return false;
    }
    if !text.contains(['<', '`', '[', '\\']) && !text.contains(":::") {
        return text.split_whitespace().any(is_word);
    }
    visible_text(text).split_whitespace().any(is_word)
}

/// Inline text without code spans, HTML tags, link targets and DocFX directives.
pub fn visible_text(text: &str) -> String {
    without_markup(text, false)
}

/// Inline text as a label: no tags, link targets or marks, but with what stands in code.
pub fn label_text(text: &str) -> String {
    let visible = without_markup(text, true).replace(['*', '[', ']', '`'], "");
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_markup(text: &str, keep_code: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`', ']', '[', ':']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let skipped = match rest.as_bytes()[0] {
            b'<' => tag_len(rest),
            b'`' => code_span_len(rest).filter(|_| !keep_code),
            b'[' => directive::group_len(rest),
            b':' => directive::inline_len(rest),
            _ => link_target_len(rest),
        };
        match skipped {
            Some(len) => {
                out.push(if rest.starts_with(']') { ']' } else { ' ' });
                rest = &rest[len..];
            }
            None => {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Length of the HTML tag, comment or autolink at the start of `text`.
pub fn tag_len(text: &str) -> Option<usize> {
    let next = *text.as_bytes().get(1)?;
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) {
        return None;
    }
    if text.starts_with("<!--") {
        return text.find("-->").map(|at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if at > 0 => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    text.find('>').map(|at| at + 1)
}

/// Length of the code span at the start of `text`, with its backticks.
pub fn code_span_len(text: &str) -> Option<usize> {
    let ticks = text.bytes().take_while(|b| *b == b'`').count();
    let mut at = ticks;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].bytes().take_while(|b| *b == b'`').count();
        if run == ticks {
            return Some(start + run);
        }
        at = start + run;
    }
    None
}

/// Length of `](target)` or `][label]` at the start of `text`.
pub fn link_target_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (open, close) = match bytes.get(1)? {
        b'(' => (b'(', b')'),
        b'[' => (b'[', b']'),
        _ => return None,
    };
    let mut depth = 0usize;
    for (at, byte) in bytes.iter().enumerate().skip(1) {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
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

/// Whether a token is an URL, a path or an e-mail address.
pub fn looks_like_address(token: &str) -> bool {
    let core = token.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '.');
    if ["http://", "https://", "ftp://", "mailto:", "tel:", "www."]
        .iter()
        .any(|start| core.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    {
        return true;
    }
    let relative = core.starts_with("./") || core.starts_with("../") || core.starts_with('/');
    let email = core.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
    });
    email || (relative && core.len() > 2)
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
    fn terms_of_no_loc_are_left_alone() {
        assert!(!is_translatable("Contoso", &["Contoso".into()]));
    }
}
