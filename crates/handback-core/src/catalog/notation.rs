//! How a text holds placeables for the values of its document.
//!
//! Everything that compares, aligns and fingerprints texts deals in plain strings. A text in which
//! `{ $app }` stands for the application's name holds that placeable between two characters that no text
//! has: Unicode's *noncharacters* U+FDD0 and U+FDD1, which are set aside for such use inside a program
//! (Unicode 16, section 23.7). A document that holds them all the same has no text there to translate. They
//! never reach a file: [`super::escape`] writes `{ $app }`, and people
//! are shown the same ([`shown`]).

use std::borrow::Cow;

/// Opens a placeable.
pub const OPEN: char = '\u{FDD0}';
/// Closes a placeable.
pub const CLOSE: char = '\u{FDD1}';

/// Variables that say where a message stands; every document has them.
pub const CONTEXT: [&str; 4] = ["kind", "section", "row", "occurrence"];

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'t> {
    Text(&'t str),
    /// A Fluent expression in its one spelling: `$app`, `DATETIME($updated, dateStyle: "long")`.
    Placeable(&'t str),
}

/// The parts of a text in order. Marks with anything but an expression between them are text.
pub fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (part, len) = match placeable_at_start(rest) {
            Some((expression, len)) => (Part::Placeable(expression), len),
            None => {
                let marks = rest.match_indices(OPEN).map(|(at, _)| at);
                let next = marks.skip_while(|at| *at == 0).find(|at| placeable_at_start(&rest[*at..]).is_some());
                let len = next.unwrap_or(rest.len());
                (Part::Text(&rest[..len]), len)
            }
        };
        rest = &rest[len..];
        Some(part)
    })
}

/// The expression of the placeable that a text begins with, and the length of both with their marks.
fn placeable_at_start(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix(OPEN)?;
    // An expression is on one line, and holds no other: marks that nothing closes are not looked through to the end of the text.
    let end = inner.find([CLOSE, OPEN, '\n', '\r', '\\'])?;
    let expression = &inner[..end];
    if !inner[end..].starts_with(CLOSE) {
        return None;
    }
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    let parsed = Expression::parse(expression)?;
    let known = parsed.function.is_none_or(|function| matches!(function, "DATETIME" | "NUMBER"));
    (known && is_name(parsed.variable)).then_some((expression, OPEN.len_utf8() + expression.len() + CLOSE.len_utf8()))
}

/// The length of the placeable that a text begins with, with its marks.
pub fn placeable_len(text: &str) -> Option<usize> {
    placeable_at_start(text).map(|(_, len)| len)
}

/// Whether a text has placeables for values of its document.
pub fn has_placeables(text: &str) -> bool {
    memchr::memchr(0xEF, text.as_bytes()).is_some() && text.contains(OPEN)
}

/// The expressions of a text in order.
pub fn placeables(text: &str) -> impl Iterator<Item = &str> {
    parts(text).filter_map(|part| match part {
        Part::Placeable(expression) => Some(expression),
        Part::Text(_) => None,
    })
}

/// Appends a placeable to a text.
pub fn push_placeable(text: &mut String, expression: &str) {
    text.push(OPEN);
    text.push_str(expression);
    text.push(CLOSE);
}

/// The text with every placeable filled in; the error is that of the first one that has no value.
pub fn fill<E>(text: &str, mut value: impl FnMut(&str) -> Result<String, E>) -> Result<String, E> {
    let mut out = String::with_capacity(text.len() + 32);
    for part in parts(text) {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Placeable(expression) => out.push_str(&value(expression)?),
        }
    }
    Ok(out)
}

/// The text as people read it: `Information provided by { $developer } to Microsoft:`.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !has_placeables(text) {
        return text.into();
    }
    text.replace(OPEN, "{ ").replace(CLOSE, " }").into()
}

/// What would be read as a placeable, or as a brace, in a text that was written to a state file.
const AMBIGUOUS: [&str; 4] = ["{ $", "{ DATETIME($", "{ NUMBER($", "{\"{\"}"];

/// The text as it is in a state file: as people read it, and so that [`from_state`] reads it back.
pub fn to_state(text: &str) -> Cow<'_, str> {
    let has_placeables = has_placeables(text);
    if !has_placeables && !AMBIGUOUS.iter().any(|start| text.contains(start)) {
        return text.into();
    }
    let part = |part: Part<'_>| match part {
        Part::Text(text) => text.replace('{', "{\"{\"}"),
        Part::Placeable(expression) => format!("{{ {expression} }}"),
    };
    parts(text).map(part).collect::<String>().into()
}

/// Reads what [`to_state`] wrote.
pub fn from_state(text: &str) -> Cow<'_, str> {
    if !AMBIGUOUS.iter().any(|start| text.contains(start)) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{\"{\"}") {
            out.push('{');
            rest = after;
        } else if let Some(end) = end_of_placeable(rest) {
            push_placeable(&mut out, &rest[2..end - 2]);
            rest = &rest[end..];
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out.into()
}

/// Length of `{ … }` at the start of a text; braces between quotes do not count.
fn end_of_placeable(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'}' if !quoted => {
                return (at > 3 && text[..at].starts_with("{ ") && text[..at].ends_with(' ')).then_some(at + 1);
            }
            _ => {}
        }
    }
    None
}

/// An expression taken apart: a variable, perhaps formatted by a function with options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expression<'t> {
    /// Without `$`.
    pub variable: &'t str,
    /// `DATETIME` or `NUMBER`.
    pub function: Option<&'t str>,
    /// `dateStyle: "long"`: as written, between the comma and the closing bracket.
    options: &'t str,
}

impl<'t> Expression<'t> {
    /// Parses an expression in the one spelling that [`expression`] writes; `None` for any other.
    pub fn parse(expression: &'t str) -> Option<Self> {
        if let Some(variable) = expression.strip_prefix('$') {
            return Some(Self { variable, function: None, options: "" });
        }
        let (function, arguments) = expression.strip_suffix(')')?.split_once('(')?;
        let (variable, options) = arguments.split_once(", ").unwrap_or((arguments, ""));
        Some(Self { variable: variable.strip_prefix('$')?, function: Some(function), options })
    }

    /// Value of a named option.
    pub fn option(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.options;
        while let Some((key, value)) = rest.split_once(": \"") {
            let (value, more) = value.split_once('"')?;
            if key == name {
                return Some(value);
            }
            rest = more.strip_prefix(", ").unwrap_or("");
        }
        None
    }
}

/// The one spelling of a variable, or of a variable that a function formats. Option values hold neither
/// quotes nor backslashes.
pub fn expression(variable: &str, function: Option<&str>, options: &[(&str, &str)]) -> String {
    let Some(function) = function else { return format!("${variable}") };
    let mut out = format!("{function}(${variable}");
    for (name, value) in options {
        out.push_str(", ");
        out.push_str(name);
        out.push_str(": \"");
        out.push_str(value);
        out.push('"');
    }
    out.push(')');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_apart_and_filled() {
        let mut text = "By ".to_owned();
        push_placeable(&mut text, "$developer");
        text.push_str(" on ");
        push_placeable(&mut text, "DATETIME($updated, dateStyle: \"long\")");
        assert_eq!(shown(&text), "By { $developer } on { DATETIME($updated, dateStyle: \"long\") }");
        assert_eq!(placeables(&text).count(), 2);
        let filled = fill(&text, |expression| if expression == "$developer" { Ok("Adatum".into()) } else { Err(()) });
        assert_eq!(filled, Err(()));
        assert_eq!(fill::<()>(&text, |_| Ok("x".into())).as_deref(), Ok("By x on x"));
    }

    #[test]
    fn state_files_hold_texts_as_people_read_them() {
        let mut lifted = "A { b } by ".to_owned();
        push_placeable(&mut lifted, "DATETIME($d, pattern: \"d } y\")");
        lifted.push_str(" }");
        for text in [&lifted, "plain", "{ $x } literal", "{\"{\"}", "{ DATETIME($x) }", "a { b", "{ } }", "{{ $"] {
            let written = to_state(text);
            assert!(!written.contains([OPEN, CLOSE]), "{written}");
            assert_eq!(from_state(&written), *text, "{written}");
        }
        assert_eq!(to_state("a { b } {c}"), "a { b } {c}");
        assert_eq!(to_state(&lifted), "A {\"{\"} b } by { DATETIME($d, pattern: \"d } y\") } }");
    }

    #[test]
    fn lone_marks_are_text() {
        for text in [
            "a\u{FDD0}b",
            "\u{FDD1}",
            "\u{FDD1}\u{FDD0}",
            "",
            "\u{FDD0} -x }\u{FDD1}",
            "a\u{FDD0}b c\u{FDD1}",
            "\u{FDD0}\u{FDD0}$\u{FDD1}",
        ] {
            assert_eq!(fill::<()>(text, |_| Ok("x".into())).as_deref(), Ok(text));
        }
    }

    #[test]
    fn expressions_have_one_spelling() {
        let written = expression("updated", Some("DATETIME"), &[("dateStyle", "long"), ("x", "y, \": z")]);
        let read = Expression::parse(&written).unwrap();
        assert_eq!(
            (read.variable, read.function, read.option("dateStyle")),
            ("updated", Some("DATETIME"), Some("long"))
        );
        let written = expression("updated", Some("DATETIME"), &[("pattern", "y 年 M 月, d"), ("b", "c")]);
        let read = Expression::parse(&written).unwrap();
        assert_eq!(
            (read.option("pattern"), read.option("b"), read.option("c")),
            (Some("y 年 M 月, d"), Some("c"), None)
        );
        assert_eq!(Expression::parse("$app").unwrap().variable, "app");
        assert_eq!(expression("app", None, &[]), "$app");
        assert!(Expression::parse("nonsense").is_none());
    }
}
