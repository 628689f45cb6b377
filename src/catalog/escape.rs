//! Any text as a Fluent pattern, and back.
//!
//! Fluent's own serialiser escapes nothing, and a text may hold braces, leading blanks, lines that look
//! like attributes. This encoder quotes as little as it can: `decode(parse(encode(text))) == text` for
//! every text, and the pattern never breaks out of its message (property test below).

use fluent_syntax::ast::{Expression, InlineExpression, Pattern as Ast, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The value of a message as handback sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Nothing but text (and quoted text): needs no formatter.
    Text(String),
    /// Has selectors, variables or references; the normalised Fluent source.
    Complex(String),
}

impl Pattern {
    /// The text that fingerprints and comparisons use.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Complex(text) => text,
        }
    }
}

/// Writes a text as the value of a message: what stands behind `id =`, with its leading blank or
/// line break and without a final line end.
pub fn encode(text: &str) -> String {
    if !text.contains('\n') {
        return format!(" {}", encode_line(text, Position::Only));
    }
    let mut out = String::with_capacity(text.len() + 32);
    let last = text.matches('\n').count();
    for (index, line) in text.split('\n').enumerate() {
        out.push('\n');
        let position = if index == 0 || index == last { Position::Edge } else { Position::Inner };
        let line = encode_line(line, position);
        if !line.is_empty() {
            out.push_str("    ");
            out.push_str(&line);
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Only,
    Edge,
    Inner,
}

fn encode_line(line: &str, position: Position) -> String {
    if line.is_empty() {
        // A blank line inside stays blank; at the edges it would be trimmed.
        return if position == Position::Inner { String::new() } else { "{ \"\" }".to_owned() };
    }
    let body = line.trim_start_matches(' ');
    let leading = line.len() - body.len();
    let body = body.trim_end_matches(' ');
    let trailing = line.len() - leading - body.len();
    let mut out = String::with_capacity(line.len() + 8);
    if leading > 0 {
        push_literal(&mut out, &line[..leading]);
    }
    let mut rest = body;
    // On a line of its own these start an attribute, a variant or end a placeable.
    if out.is_empty() && position != Position::Only && rest.starts_with(['[', '*', '.']) {
        push_literal(&mut out, &rest[..1]);
        rest = &rest[1..];
    }
    while let Some(at) = rest.find(['{', '}', '\r']) {
        out.push_str(&rest[..at]);
        push_literal(&mut out, &rest[at..=at]);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    if trailing > 0 {
        push_literal(&mut out, &line[line.len() - trailing..]);
    }
    out
}

/// Writes a string literal placeable.
fn push_literal(out: &mut String, text: &str) {
    out.push_str("{ \"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\r' => out.push_str("\\u000D"),
            c => out.push(c),
        }
    }
    out.push_str("\" }");
}

/// The value of a parsed pattern.
pub fn decode(ast: &Ast<&str>) -> Pattern {
    let mut text = String::new();
    for element in &ast.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&unescape_unicode_to_string(value));
            }
            PatternElement::Placeable { .. } => return Pattern::Complex(normalised(ast)),
        }
    }
    Pattern::Text(text)
}

fn normalised(ast: &Ast<&str>) -> String {
    let message = fluent_syntax::ast::Message {
        id: fluent_syntax::ast::Identifier { name: "m" },
        value: Some(ast.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let resource = fluent_syntax::ast::Resource { body: vec![fluent_syntax::ast::Entry::Message(message)] };
    let serialised = fluent_syntax::serializer::serialize(&resource);
    serialised.strip_prefix("m =").unwrap_or(&serialised).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::Entry;
    use proptest::prelude::*;

    fn round_trip(text: &str) -> Result<(), String> {
        let ftl = format!("before = a\nid ={}\nafter = b\n", encode(text));
        let resource =
            fluent_syntax::parser::parse(ftl.as_str()).map_err(|(_, errors)| format!("{errors:?} in {ftl:?}"))?;
        let messages: Vec<_> = resource
            .body
            .iter()
            .map(|entry| match entry {
                Entry::Message(message) => Ok(message),
                other => Err(format!("{other:?} in {ftl:?}")),
            })
            .collect::<Result<_, _>>()?;
        let names: Vec<_> = messages.iter().map(|message| message.id.name).collect();
        if names != ["before", "id", "after"] || !messages[1].attributes.is_empty() {
            return Err(format!("entries {names:?} in {ftl:?}"));
        }
        let read = decode(messages[1].value.as_ref().ok_or("no value")?);
        if read == Pattern::Text(text.to_owned()) { Ok(()) } else { Err(format!("{read:?} from {ftl:?}")) }
    }

    #[test]
    fn hostile_values() {
        for text in [
            "",
            " ",
            "\n",
            "\n\n",
            " a",
            "a ",
            "a\n b",
            "a\n  b\n c",
            "{",
            "}",
            "{ $x }",
            "a\n.b = c",
            "a\n[b] c",
            "a\n*[b] c",
            "a\n}",
            ".a\nb",
            "[a\nb",
            "*a\nb",
            "a\n\n\nb",
            "line\nkey = value",
            "# comment\n# more",
            "a\r\nb",
            "a\r",
            "\r",
            "\"",
            "\\",
            "\\u0041",
            "a\n",
            "\na",
            "a\n   \nb",
            "-term = x\ny",
            "\u{a0}a",
            "\u{feff}a",
            "a\u{2028}b",
            "\ta",
            "a\n\tb",
            "a\t",
            "{\"}\"}",
        ] {
            round_trip(text).unwrap_or_else(|problem| panic!("{text:?}: {problem}"));
        }
    }

    #[test]
    fn ordinary_text_is_not_quoted() {
        assert_eq!(encode("Yes, \"really\" \\ #1 - a|b = c"), " Yes, \"really\" \\ #1 - a|b = c");
        assert_eq!(encode("[link](x)"), " [link](x)");
        assert_eq!(encode("a\nb"), "\n    a\n    b");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn any_text_survives(text in prop_oneof![
            any::<String>(),
            "[ \\n\\r\\t{}\\[\\]*.\"\\\\a#=-]{0,24}",
            "(?s).{0,40}",
        ]) {
            round_trip(&text).map_err(TestCaseError::fail)?;
        }
    }
}
