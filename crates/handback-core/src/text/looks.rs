//! Prose without what only changes its looks: entities, typography, emphasis, hyphens.

use quick_xml::escape::resolve_html5_entity;

use super::markup::tag_len;
use super::values::is_emphasis_tag;

/// Prose in the form in which words are compared.
pub fn plain(prose: &str) -> String {
    without_emphasis(&typographic(&without_entities(prose))).to_lowercase()
}

/// Entities as the characters that they stand for; blanks of all kinds as blanks, and no marks without width.
pub fn without_entities(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    let mut rest = prose;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let decoded = rest.find(';').filter(|end| *end <= 32).and_then(|end| Some((decode(&rest[1..end])?, end + 1)));
        match decoded {
            Some((text, len)) => {
                out.push_str(&text);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    // A blank that does not break is a blank; what has no width is nothing.
    out.chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// What an entity stands for, by its name without `&` and `;`: `nbsp`, `#39`, `#xE9`.
pub fn decode(entity: &str) -> Option<String> {
    let Some(number) = entity.strip_prefix('#') else { return resolve_html5_entity(entity).map(str::to_owned) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).map(String::from)
}

/// The same for text that is read: an entity that nobody knows stands for itself.
pub fn entity(name: &str) -> String {
    decode(name).unwrap_or_else(|| format!("&{name};"))
}

/// Straight quotes, hyphens and dots for the typographer's.
pub fn typographic(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    for c in prose.chars() {
        match c {
            '‘' | '’' | '‚' | '‛' | '`' | '´' => out.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            _ => out.push(c),
        }
    }
    single_dashes(&out)
}

/// Two or three hyphens are typed for a dash, but not before an option such as `--force`.
fn single_dashes(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    let mut rest = prose;
    while let Some(at) = rest.find("--") {
        out.push_str(&rest[..at]);
        let run = rest[at..].len() - rest[at..].trim_start_matches('-').len();
        let after = rest[at + run..].chars().next();
        let option = (out.is_empty() || out.ends_with(char::is_whitespace)) && after.is_some_and(char::is_alphanumeric);
        out.push_str(if option || run > 3 { &rest[at..at + run] } else { "-" });
        rest = &rest[at + run..];
    }
    out.push_str(rest);
    out
}

/// The prose without `*`, `_` around words, tags that only emphasise, and escaping backslashes. What is
/// struck out (`~~`) means something else.
pub fn without_emphasis(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    let mut rest = prose;
    while let Some(c) = rest.chars().next() {
        let after = rest[c.len_utf8()..].chars().next();
        let word_before = out.chars().last().is_some_and(char::is_alphanumeric);
        let word_after = after.is_some_and(char::is_alphanumeric);
        let len = c.len_utf8();
        match c {
            // A star between words (`a * b`) or letters (`a*b`) is no emphasis.
            '*' if word_before && word_after => out.push(c),
            // At the ends of the prose a value stands.
            '*' if !out.ends_with(char::is_whitespace) || after.is_none_or(|c| !c.is_whitespace()) => {}
            '_' if !(word_before && word_after) => {}
            '\\' if after.is_some_and(|c| c.is_ascii_punctuation() || c == ' ') => {
                let escaped = after.unwrap_or(' ');
                out.push(escaped);
                rest = &rest[len..];
                rest = &rest[escaped.len_utf8()..];
                continue;
            }
            '<' => {
                if let Some(tag) = tag_len(rest).filter(|tag| is_emphasis_tag(&rest[..*tag])) {
                    if rest[..tag].to_ascii_lowercase().starts_with("<br") {
                        out.push(' ');
                    }
                    rest = &rest[tag..];
                    continue;
                }
                out.push(c);
            }
            _ => out.push(c),
        }
        rest = &rest[len..];
    }
    out
}

/// Words with hyphens inside as one word; `re-sign` is not `resign`.
pub fn join_hyphenated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside = out.ends_with(char::is_alphabetic) && rest.peek().is_some_and(|next| next.is_alphabetic());
        let prefix = out.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if c != '-' || !inside || ["re", "un", "co"].contains(&prefix) {
            out.push(c);
        }
    }
    out
}
