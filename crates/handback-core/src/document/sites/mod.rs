//! What stands between the texts of other sites' Markdown: lines and blocks that are no text, titles in them, and bodies that
//! are indented for what holds them.
//!
//! A [`Layout`] is found before the Markdown is parsed. The parser is shown a copy of equal length in which lines that
//! are no text are blank and constructs among words are letters, and of which the margins of containers are then cut off.
//! What readers see in hidden lines are units of their own ([`Words`]).

mod admonitions;
mod layout;
mod lines;
mod mdx;
mod shortcodes;

pub use layout::layout;

use std::ops::Range;

/// Words for readers in a line that is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub range: Range<usize>,
    pub escape: Escape,
    /// What they are: `title`, `alt`, `caption`.
    pub label: Box<str>,
}

/// How words are kept from ending what they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// Up to the end of the line.
    Nothing,
    /// Between these quotes, which HTML writes as entities.
    Entity(u8),
    /// Between these quotes, behind a backslash.
    Backslash(u8),
    /// Between these quotes, which cannot be escaped: others take their place.
    Other(u8),
    /// Between square brackets.
    Brackets,
}

/// The title of a link reference definition: `[label]: target "title"`.
pub fn title_of(body: &str, span: Range<usize>) -> Option<Words> {
    let text = body.get(span.clone())?.trim_end();
    let last = text.chars().next_back()?;
    let open = match last {
        '"' | '\'' => last,
        ')' => '(',
        _ => return None,
    };
    let inner = &text[..text.len() - 1];
    let at = inner.match_indices(open).map(|(at, _)| at).find(|at| inner[..*at].ends_with([' ', '\t', '\n']))? + 1;
    let escape = if last == ')' { Escape::Other(b')') } else { Escape::Backslash(last as u8) };
    let is_text = !inner[at..].trim().is_empty() && !inner[at..].contains('\n');
    is_text.then(|| Words { range: span.start + at..span.start + inner.len(), escape, label: "title".into() })
}

impl Escape {
    /// A text as it is written in its place.
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Nothing => text.to_owned(),
            Self::Entity(b'\'') => text.replace('\'', "&#39;"),
            Self::Entity(quote) => text.replace(char::from(quote), "&quot;"),
            Self::Backslash(quote) => backslashed(text, char::from(quote)),
            Self::Other(b'"') => text.replace('"', "”"),
            Self::Other(b'`') => text.replace('`', "'"),
            Self::Other(b')') => text.replace(')', "\\)"),
            Self::Other(quote) => text.replace(char::from(quote), "’"),
            Self::Brackets => balanced(text),
        }
    }
}

/// Puts a backslash before every quote that has none.
fn backslashed(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut escaped = false;
    for c in text.chars() {
        if c == quote && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// Puts a backslash before brackets that have no partner.
fn balanced(text: &str) -> String {
    let mut depth = 0i32;
    let closes_first = text.chars().any(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth < 0
    });
    match closes_first || depth != 0 {
        true => text.replace("\\[", "[").replace("\\]", "]").replace('[', "\\[").replace(']', "\\]"),
        false => text.to_owned(),
    }
}
