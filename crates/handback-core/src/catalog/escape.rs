//! Any text as a Fluent pattern, and back.
//!
//! Fluent's own serialiser escapes nothing, and a text may hold braces, leading blanks, lines that look
//! like attributes. This encoder quotes as little as it can: `decode(parse(encode(text))) == text` for
//! every text, and the pattern never breaks out of its message (property test below).

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, NamedArgument, Pattern as Ast, PatternElement,
};
use fluent_syntax::parser::Slice;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::canonical;
use super::notation::{self, CLOSE, CONTEXT, OPEN, Part};
use super::reference::Values;
use crate::text::constructs;
use crate::text::fingerprint::{Fingerprint, fingerprint};

/// The value of a message as handback sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Text, quoted text, and values of the document in the notation of [`notation`]: needs no formatter.
    Text(String),
    /// Has selectors, variables or references; the normalized Fluent source.
    Complex(String),
}

impl Pattern {
    /// Returns what fingerprints and comparisons use: the text, or the Fluent source of a complex pattern.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Complex(text) => text,
        }
    }

    /// Identifies the wording, however a tool writes it down: see [`canonical`].
    pub fn fingerprint(&self) -> Fingerprint {
        let canonical =
            |source: &String| Some(decode(&canonical::arranged(canonical::unquoted(canonical::parsed(source)?))));
        match self {
            Self::Text(text) => fingerprint(text),
            Self::Complex(source) => fingerprint(canonical(source).as_ref().unwrap_or(self).as_str()),
        }
    }

    /// Whether a fingerprint is that of the wording. States of older versions have that of the normalized source, as it is
    /// or with its quoted text written out.
    pub fn is_wording(&self, print: &str) -> bool {
        let unquoted = |source| Some(fingerprint(&normalized(&canonical::unquoted(canonical::parsed(source)?))));
        match self {
            Self::Text(text) => fingerprint(text) == print,
            Self::Complex(source) => {
                fingerprint(source) == print
                    || self.fingerprint() == print
                    || unquoted(source).is_some_and(|before| before == print)
            }
        }
    }

    /// Whether the text has no placeables: it is rendered as it is.
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Text(text) if !notation::has_placeables(text))
    }

    /// Whether another wording says the same at a place with these inline values: by itself, or with the values in it.
    pub fn is_said_by(&self, other: &Self, inline: &Values) -> bool {
        let filled = |text: &str| notation::fill(text, |expression| inline.get(expression).cloned().ok_or(()));
        self == other
            || match (self, other) {
                (Self::Text(own), Self::Text(other)) => filled(other).as_ref() == Ok(own),
                _ => false,
            }
    }

    /// The value as people read it, with placeables as they are in the resource.
    pub fn shown(&self) -> String {
        notation::shown(self.as_str()).into_owned()
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
    for part in notation::parts(rest) {
        match part {
            Part::Text(text) => push_text(&mut out, text),
            Part::Placeable(expression) => {
                out.push_str("{ ");
                out.push_str(expression);
                out.push_str(" }");
            }
        }
    }
    if trailing > 0 {
        push_literal(&mut out, &line[line.len() - trailing..]);
    }
    out
}

/// Writes text: constructs of site generators with braces quoted as one piece each, other braces one by one.
fn push_text(out: &mut String, text: &str) {
    let mut at = 0;
    let found = if text.contains("{{") || text.contains("{%") { constructs::find(text) } else { Vec::new() };
    for construct in found.into_iter().filter(|found| text[found.clone()].contains(['{', '}'])) {
        push_plain(out, &text[at..construct.start]);
        push_literal(out, &text[construct.clone()]);
        at = construct.end;
    }
    push_plain(out, &text[at..]);
}

/// Writes text, braces and lone carriage returns quoted.
fn push_plain(out: &mut String, mut text: &str) {
    while let Some(at) = text.find(['{', '}', '\r']) {
        out.push_str(&text[..at]);
        push_literal(out, &text[at..=at]);
        text = &text[at + 1..];
    }
    out.push_str(text);
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
pub fn decode<'s, S: Slice<'s> + From<&'s str>>(ast: &Ast<S>) -> Pattern {
    let written = |element: &PatternElement<S>| match element {
        PatternElement::TextElement { value } => value.as_ref().len(),
        PatternElement::Placeable { .. } => 0,
    };
    let mut text = String::with_capacity(ast.elements.iter().map(written).sum());
    for element in &ast.elements {
        match element {
            PatternElement::TextElement { value } if !value.as_ref().contains([OPEN, CLOSE]) => {
                text.push_str(value.as_ref());
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                let value = unescape_unicode_to_string(value.as_ref());
                if value.contains([OPEN, CLOSE]) {
                    return Pattern::Complex(normalized(ast));
                }
                text.push_str(&value);
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match document_value(inline) {
                Some(expression) => notation::push_placeable(&mut text, &expression),
                None => return Pattern::Complex(normalized(ast)),
            },
            _ => return Pattern::Complex(normalized(ast)),
        }
    }
    Pattern::Text(text)
}

/// The spelling of a placeable that is nothing but a value of the document, perhaps formatted.
fn document_value<S: AsRef<str>>(inline: &InlineExpression<S>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            let name = id.name.as_ref();
            is_documents(name).then(|| notation::expression(name, None, &[]))
        }
        InlineExpression::FunctionReference { id, arguments } if matches!(id.name.as_ref(), "DATETIME" | "NUMBER") => {
            let CallArguments { positional, named } = arguments;
            let [InlineExpression::VariableReference { id: variable }] = positional.as_slice() else { return None };
            let mut options = named.iter().map(option).collect::<Option<Vec<_>>>()?;
            // Whatever order a tool writes them in.
            options.sort_unstable();
            let variable = variable.name.as_ref();
            is_documents(variable).then(|| notation::expression(variable, Some(id.name.as_ref()), &options))
        }
        _ => None,
    }
}

/// Name and value of a named argument.
fn option<S: AsRef<str>>(argument: &NamedArgument<S>) -> Option<(&str, &str)> {
    let value = match &argument.value {
        InlineExpression::StringLiteral { value } if !value.as_ref().contains('\\') => value,
        InlineExpression::NumberLiteral { value } => value,
        _ => return None,
    };
    Some((argument.name.name.as_ref(), value.as_ref()))
}

fn is_documents(variable: &str) -> bool {
    !CONTEXT.contains(&variable)
}

fn normalized<'s, S: Slice<'s> + From<&'s str>>(ast: &Ast<S>) -> String {
    let message = Message {
        id: fluent_syntax::ast::Identifier { name: S::from("m") },
        value: Some(ast.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let resource = fluent_syntax::ast::Resource { body: vec![Entry::Message(message)] };
    let serialized = fluent_syntax::serializer::serialize(&resource);
    serialized.strip_prefix("m =").unwrap_or(&serialized).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fingerprint_of(ftl: &str) -> Fingerprint {
        let resource = fluent_syntax::parser::parse(ftl).unwrap();
        let [Entry::Message(message)] = resource.body.as_slice() else { panic!("{ftl:?}") };
        let pattern = decode(message.value.as_ref().unwrap());
        assert!(pattern.is_wording(&pattern.fingerprint()) && pattern.is_wording(&fingerprint(pattern.as_str())));
        pattern.fingerprint()
    }

    #[test]
    fn a_wording_is_the_same_however_a_tool_writes_it() {
        for same in [
            &[
                "a = **X** y\n",
                "a = { \"*\" }*X** y\n",
                "a =\n        { \"*\" }*X** y\n",
                "a =\r\n    { \"**X\" }** y\r\n",
            ][..],
            &[
                "a = { $n ->\n    [one] *one*\n   *[other] some\n}\n",
                "a =\n    { $n ->\n        [one] { \"*\" }one*\n       *[other] some\n    }\n",
                "a = { $n ->\r\n  [one] *one*\r\n *[other] { \"some\" }\r\n }\r\n",
            ],
            &["a = one\n    two\n", "a =\n      one\n      two\n", "a =\r\n  one\r\n  two\r\n"],
        ] {
            let prints: Vec<Fingerprint> = same.iter().map(|ftl| fingerprint_of(ftl)).collect();
            assert!(prints.iter().all(|print| *print == prints[0]), "{same:?}");
        }
        let braces = [
            "a = { $n }{ \"{\" }",
            "a = { $n }{ \"}\" }",
            "a = { $n ->\n *[o] { \"{\" }x\n }",
            "a = { $n ->\n *[o] x\n }",
        ];
        let prints: std::collections::BTreeSet<Fingerprint> =
            braces.iter().map(|ftl| fingerprint_of(&format!("{ftl}\n"))).collect();
        assert_eq!(prints.len(), braces.len());
    }

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
        let same = match &read {
            Pattern::Text(read) => read == text,
            // The marks of placeables are no text (see `notation`).
            Pattern::Complex(_) => text.contains([OPEN, CLOSE]),
        };
        if same { Ok(()) } else { Err(format!("{read:?} from {ftl:?}")) }
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
        assert_eq!(
            encode("Version {{< param \"v\" >}} of {x}, {% if a %}b{% endif %}"),
            " Version { \"{{< param \\\"v\\\" >}}\" } of { \"{\" }x{ \"}\" }, { \"{% if a %}\" }b{ \"{% endif %}\" }"
        );
    }

    #[test]
    fn values_of_the_document_round_trip() {
        let parts = ["$app", "DATETIME($updated, dateStyle: \"long\")", "NUMBER($seats)"];
        for frame in ["", " ", "a ", "\n", "x\n  ", "{", ".b", "[c] ", "\r"] {
            for expression in parts {
                let mut text = frame.to_owned();
                notation::push_placeable(&mut text, expression);
                text.push_str(frame);
                notation::push_placeable(&mut text, "$developer");
                round_trip(&text).unwrap_or_else(|problem| panic!("{text:?}: {problem}"));
            }
        }
        let mut text = "By ".to_owned();
        notation::push_placeable(&mut text, "$app");
        assert_eq!(encode(&text), " By { $app }");
    }

    #[test]
    fn where_a_message_stands_is_no_value_of_the_document() {
        for (source, plain) in [
            ("{ $app }", true),
            ("{ $row }", false),
            ("{ NUMBER($n, minimumFractionDigits: 2) }", true),
            ("{ X($app) }", false),
        ] {
            let ftl = format!("m = a {source}\n");
            let resource = fluent_syntax::parser::parse(ftl.as_str()).unwrap();
            let Entry::Message(message) = &resource.body[0] else { panic!() };
            let pattern = decode(message.value.as_ref().unwrap());
            assert_eq!(matches!(pattern, Pattern::Text(_)), plain, "{pattern:?}");
        }
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
