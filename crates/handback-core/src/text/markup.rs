//! Lengths of inline markup (tags, code spans, link targets, DocFX groups), and text without it.
//!
//! Every `…_len` function returns the length in bytes of what begins `text`, or `None` if it begins otherwise.

use super::constructs::expression_len;
use super::element::untranslated_len;
use super::limits::{DEEPEST_MARKUP, LONGEST_CONSTRUCT, MOST_TICKS, head};

/// Inline text without code spans, HTML tags, link targets and DocFX directives.
pub fn visible_text(text: &str) -> String {
    without_markup(text, Keep::Elements)
}

/// What a translator would translate: visible text without what is in elements that are left alone
/// ([`untranslated_len`]).
pub fn prose(text: &str) -> String {
    without_markup(text, Keep::Nothing)
}

/// Inline text as a label: no tags, link targets or marks, but with what is in code.
pub fn label_text(text: &str) -> String {
    let visible = without_markup(text, Keep::Code).replace(['*', '[', ']', '`'], "");
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stays of code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    Nothing,
    /// Content of HTML elements.
    Elements,
    /// Code spans too.
    Code,
}

fn without_markup(text: &str, keep: Keep) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`', ']', '[', ':']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let skipped = match rest.as_bytes()[0] {
            b'<' => Some(rest).filter(|_| keep == Keep::Nothing).and_then(untranslated_len).or_else(|| tag_len(rest)),
            b'`' => code_span_len(rest).filter(|_| keep != Keep::Code),
            b'[' => group_len(rest),
            b':' => inline_len(rest),
            _ => link_target_len(rest),
        };
        match skipped {
            Some(len) => {
                out.push(if rest.starts_with(']') { ']' } else { ' ' });
                rest = &rest[len..];
            }
            None => {
                let len = ticks(rest).max(1);
                out.push_str(&rest[..len]);
                rest = &rest[len..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Length of an entity at the start of a text.
pub fn entity_len(text: &str) -> Option<usize> {
    let end = text.bytes().take(34).position(|b| b == b';').filter(|_| text.starts_with('&'))?;
    let is_name = text[1..end].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    (end > 1 && is_name).then_some(end + 1)
}

/// Length of the HTML tag, comment or autolink at the start of `text`. A tag ends before the next one: no part of a long
/// text is looked at more often than there are kinds of quotes.
pub fn tag_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let next = *bytes.get(1)?;
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) {
        return None;
    }
    if text.starts_with("<!--") {
        return memchr::memmem::find(bytes, b"-->").map(|at| at + 3);
    }
    let is_element = !matches!(next, b'!' | b'?');
    if !is_element {
        memchr::memchr(b'>', bytes)?;
    }
    let mut quote = None;
    let mut at = 1;
    while at < bytes.len() {
        match (quote, bytes[at]) {
            (None, b'>') => return Some(at + 1),
            (None, b'<') if is_element && may_open(bytes.get(at + 1)) => return None,
            // The value of an attribute of JSX, or a spread: a program's, in which `>` closes nothing.
            (None, b'{') if matches!(bytes[at - 1], b'=' | b' ' | b'\n') => {
                at += expression_len(&text[at..]).unwrap_or(1) - 1;
            }
            (None, byte @ (b'"' | b'\'')) => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
        at += 1;
    }
    // An odd quote quotes nothing.
    let first = memchr::memchr2(b'>', if is_element { b'<' } else { b'>' }, &bytes[1..])? + 1;
    (bytes[first] == b'>').then_some(first + 1)
}

/// Whether `<` before this byte may open a tag.
fn may_open(next: Option<&u8>) -> bool {
    next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
}

/// How many backticks begin `text`.
pub fn ticks(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'`').count()
}

/// Length of the code span at the start of `text`, with its backticks.
pub fn code_span_len(text: &str) -> Option<usize> {
    span_len(text, false)
}

/// The same on a page, where a code span ends with its paragraph at the latest.
pub fn code_in_paragraph_len(text: &str) -> Option<usize> {
    span_len(text, true)
}

fn span_len(text: &str, in_paragraph: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let run = |at: usize| bytes[at..].iter().take_while(|byte| **byte == b'`').count();
    let ticks = run(0);
    if ticks == 0 || ticks > MOST_TICKS {
        return None;
    }
    let mut at = ticks;
    while let Some(found) = memchr::memchr2(b'`', if in_paragraph { b'\n' } else { b'`' }, &bytes[at..]) {
        at += found;
        if bytes[at] == b'\n' {
            at += 1;
            let rest = &text[at..];
            let blank = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len();
            if matches!(bytes.get(at + blank), Some(b'\n')) {
                return None;
            }
            continue;
        }
        let len = run(at);
        at += len;
        if len == ticks {
            return Some(at);
        }
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
    balanced_len(&bytes[1..], open, close).map(|len| len + 1)
}

/// Length up to the bracket that closes the one at the start, if they are not nested too deep.
fn balanced_len(bytes: &[u8], open: u8, close: u8) -> Option<usize> {
    let mut depth = 0usize;
    for at in memchr::memchr2_iter(open, close, bytes) {
        if bytes[at] == open {
            depth += 1;
        } else {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at + 1);
        }
        if depth > DEEPEST_MARKUP {
            return None;
        }
    }
    None
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

/// Length of `:::name …:::` at the start of `text`.
pub fn inline_len(text: &str) -> Option<usize> {
    let rest = head(text.strip_prefix(":::")?, LONGEST_CONSTRUCT);
    let close = memchr::memmem::find(rest.as_bytes(), b":::").filter(|close| *close > 0)?;
    if rest[..close].contains('\n') {
        return None;
    }
    let colons = rest[close..].bytes().take_while(|b| *b == b':').count();
    Some(3 + close + colons)
}

/// Length of one `[!NAME …]`, with the `(…)` of `[!code-x[…](…)]` inside it, at the start of `text`.
pub fn group_len(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[!")?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let bytes = head(text, LONGEST_CONSTRUCT).as_bytes();
    let mut depth = 0usize;
    for at in memchr::memchr3_iter(b'[', b']', b'\n', bytes) {
        match bytes[at] {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => return None,
        }
        if depth == 0 || depth > DEEPEST_MARKUP {
            return (depth == 0).then_some(at + 1);
        }
    }
    None
}

/// Length of the directive at the start of a piece of inline text: `:::image … :::`, `[!INCLUDE [t](x.md)]`.
pub fn inline_directive_len(text: &str) -> Option<usize> {
    group_len(text).or_else(|| inline_len(text))
}

/// Whether a line of running text looks like an item of a list to whoever wrote it: `- `, `1. `, or the number that follows one
/// in the text before it. (`255. ` that only happens to begin a line is the end of a sentence.) So do the meaning of a term,
/// `: so`, and what some preprocessors read at the start of a line, ``:label:`pier` ``.
pub fn begins_item(before: &str, line: &str) -> bool {
    // A formula of its own, to those who read it so only where it stands alone on its lines.
    if line.starts_with("$$") || before.ends_with("$$") {
        return true;
    }
    if let Some(rest) = line.strip_prefix(':') {
        let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        return rest.starts_with([' ', '\t']) || name > 0 && rest[name..].starts_with(":`");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_sign = if digits == 0 { line.starts_with(['-', '*', '+']) } else { line[digits..].starts_with(['.', ')']) };
    if !is_sign || !line[digits + 1..].starts_with([' ', '\t']) || digits > 4 {
        return false;
    }
    let follows = |number: u32| number <= 1 || before.contains(&format!("{}{}", number - 1, &line[digits..=digits]));
    digits == 0 || line[..digits].parse().is_ok_and(follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_look_like_items() {
        for (before, line) in [
            ("Do this:", "- one"),
            ("Do this:", "1. one"),
            ("Do this: 1. one", "2. two"),
            ("0)", "1) b"),
            ("Tide", ": high"),
            ("![](a.png)", ":label:`pier`"),
            ("so", "$$n$$"),
            ("so $$n$$", "and"),
        ] {
            assert!(begins_item(before, line), "{line}");
        }
        for (before, line) in [
            ("from 0 to", "255. If"),
            ("Do this:", "-one"),
            ("Do this:", "*one* two"),
            ("Do 1.", "2"),
            ("", "2."),
            ("So", ":smile: and"),
            ("So", ":high"),
        ] {
            assert!(!begins_item(before, line), "{line}");
        }
    }
}
