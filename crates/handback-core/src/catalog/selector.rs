//! Writes selectors: one message with several wordings, by a variable.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern as Ast, PatternElement, VariantKey};

use super::escape::{self, Pattern};
use super::resource::Resource;

/// A selector as Fluent source, behind `id =`. Keys must be what Fluent takes for the keys of variants.
pub fn write<'t>(variable: &str, variants: impl Iterator<Item = (String, &'t str)>, default: &str) -> String {
    let mut out = format!(" {{ ${variable} ->\n");
    for (key, text) in variants {
        out.push_str(&format!("    [{key}]{}\n", indented(text)));
    }
    out.push_str(&format!("   *[other]{}\n}}", indented(default)));
    out
}

/// A text as the value of a variant.
fn indented(text: &str) -> String {
    escape::encode(text).replace("\n    ", "\n        ")
}

/// The pattern that Fluent source is read as, behind the id of a message.
pub fn read_back(id: &str, content: &str) -> Option<Pattern> {
    let resource = Resource::parse(format!("{id} ={content}\n")).ok()?;
    resource.get(id).and_then(|entry| entry.pattern.clone())
}

/// The wording that a selector on the place (`$occurrence`) has for one, counted from 1; `None` if the source is more than
/// such a selector over texts.
pub fn at_place(source: &str, occurrence: usize) -> Option<String> {
    let message = format!("m =\n    {}\n", source.replace('\n', "\n    "));
    let resource = fluent_syntax::parser::parse(message.as_str()).ok()?;
    let [Entry::Message(message)] = resource.body.as_slice() else { return None };
    let Ast { elements } = message.value.as_ref()?;
    let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] = elements.as_slice()
    else {
        return None;
    };
    let InlineExpression::VariableReference { id } = selector else { return None };
    let is_place =
        |key: &VariantKey<&str>| matches!(key, VariantKey::NumberLiteral { value } if value.parse() == Ok(occurrence));
    let variant = variants.iter().find(|variant| is_place(&variant.key));
    let variant = variant.or_else(|| variants.iter().find(|variant| variant.default))?;
    match escape::decode(&variant.value) {
        Pattern::Text(text) if id.name == "occurrence" => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let variants = [("1".to_owned(), "One\nline"), ("2".to_owned(), "{ braces }")];
        let source = write("occurrence", variants.into_iter(), "Other");
        assert_eq!(
            source,
            " { $occurrence ->\n    [1]\n        One\n        line\n    [2] { \"{\" } braces { \"}\" }\n   *[other] Other\n}"
        );
        let Some(Pattern::Complex(complex)) = read_back("a", &source) else { panic!("{source}") };
        let of = |occurrence| at_place(&complex, occurrence);
        assert_eq!(of(1).as_deref(), Some("One\nline"));
        assert_eq!(of(2).as_deref(), Some("{ braces }"));
        assert_eq!(of(3).as_deref(), Some("Other"));
        assert_eq!(at_place("{ $row ->\n    [a] One\n   *[other] Other\n}", 1), None);
    }
}
