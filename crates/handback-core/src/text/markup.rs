//! Lengths of inline markup (tags, code spans, link targets, DocFX groups), and text without it.
//!
//! Every `…_len` function returns the length in bytes of what begins `text`, or `None` if it begins otherwise.

use super::constructs::expression_len;
use super::element::untranslated_len;

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
    let mut expression_to = 0;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            _ if at < expression_to => {}
            (None, b'>') => return Some(at + 1),
            // The value of an attribute of JSX, or a spread: a program's, in which `>` closes nothing.
            (None, b'{') if text[..at].ends_with(['=', ' ', '\n']) => {
                expression_to = at + expression_len(&text[at..]).unwrap_or(0);
            }
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

/// The same on a page, where a code span ends with its paragraph at the latest.
pub fn code_in_paragraph_len(text: &str) -> Option<usize> {
    let len = code_span_len(text)?;
    let is_apart = text[..len].lines().skip(1).any(|line| line.trim().is_empty());
    (!is_apart).then_some(len)
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
    let rest = text.strip_prefix(":::")?;
    let close = rest.find(":::").filter(|close| !rest[..*close].contains('\n') && *close > 0)?;
    let colons = rest[close..].bytes().take_while(|b| *b == b':').count();
    Some(3 + close + colons)
}

/// Length of one `[!NAME …]`, with the `(…)` of `[!code-x[…](…)]` inside it, at the start of `text`.
pub fn group_len(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[!")?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => return None,
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Length of the directive at the start of a piece of inline text: `:::image … :::`, `[!INCLUDE [t](x.md)]`.
pub fn inline_directive_len(text: &str) -> Option<usize> {
    group_len(text).or_else(|| inline_len(text))
}
