//! What the selectors of messages and terms look at, and which variants they have for it.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;

/// A selector with the keys of its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub on: On,
    /// Without that of the default.
    pub keys: Vec<String>,
    pub default: String,
}

impl Selection {
    /// Whether there is a variant for a value, be it the default.
    pub fn has(&self, value: &str) -> bool {
        self.default == value || self.keys.iter().any(|key| key == value)
    }
}

/// What a selector looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// `$name`
    Variable(String),
    /// `-term.attribute`
    Attribute { term: String, attribute: String },
    /// A function, or something that says the same everywhere.
    Other,
}

/// A term as a message calls it, with an argument: `{ -brand(case: "genitive") }`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    pub term: String,
    pub argument: String,
    pub value: String,
}

/// The selectors of entries, and the terms that they use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selections {
    pub selections: Vec<Selection>,
    /// Terms, without the leading `-`.
    pub terms: BTreeSet<String>,
    pub calls: Vec<Call>,
}

/// A term, and what it looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Without the leading `-`.
    pub name: String,
    pub within: Selections,
    /// Attributes whose value is plain text: `.gender = masculine`.
    pub attributes: Vec<(String, String)>,
}

impl Selections {
    /// Selectors and calls in the value of the messages of a Fluent source.
    pub fn of_messages(source: &str) -> Self {
        let mut found = Self::default();
        for entry in &parsed(source).body {
            if let Entry::Message(message) = entry {
                message.value.iter().for_each(|pattern| found.pattern(pattern));
            }
        }
        found
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                self.selections.push(selection(selector, variants));
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name.to_owned());
                self.calls.extend(arguments.iter().flat_map(|arguments| calls(id.name, arguments)));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// The terms that a Fluent source defines, in their order.
pub fn definitions(source: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for entry in &parsed(source).body {
        let Entry::Term(term) = entry else { continue };
        let mut within = Selections::default();
        within.pattern(&term.value);
        let attributes = term.attributes.iter().filter_map(plain_attribute).collect();
        found.push(Definition { name: term.id.name.to_owned(), within, attributes });
    }
    found
}

fn parsed(source: &str) -> fluent_syntax::ast::Resource<&str> {
    parser::parse_runtime(source).unwrap_or_else(|(ast, _)| ast)
}

fn plain_attribute(attribute: &Attribute<&str>) -> Option<(String, String)> {
    let [PatternElement::TextElement { value }] = attribute.value.elements.as_slice() else { return None };
    Some((attribute.id.name.to_owned(), value.trim().to_owned()))
}

fn selection(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Selection {
    let key = |variant: &Variant<&str>| match &variant.key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    };
    let on = match selector {
        InlineExpression::VariableReference { id } => On::Variable(id.name.to_owned()),
        InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
            On::Attribute { term: id.name.to_owned(), attribute: attribute.name.to_owned() }
        }
        _ => On::Other,
    };
    let default = variants.iter().find(|variant| variant.default).map(key).unwrap_or_default();
    Selection { on, keys: variants.iter().filter(|variant| !variant.default).map(key).collect(), default }
}

/// Arguments that are the same wherever the message is shown.
fn calls(term: &str, arguments: &CallArguments<&str>) -> Vec<Call> {
    let call = |argument: &fluent_syntax::ast::NamedArgument<&str>| {
        let value = match &argument.value {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                (*value).to_owned()
            }
            _ => return None,
        };
        Some(Call { term: term.to_owned(), argument: argument.name.name.to_owned(), value })
    };
    arguments.named.iter().filter_map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_and_calls_are_found_wherever_they_stand() {
        let found = Selections::of_messages(
            "a = { $section ->\n    [faq] { -brand(case: \"genitive\") }\n   *[other] { -brand.gender ->\n        [masculine] le\n       *[feminine] la\n    }\n }\n",
        );
        let on: Vec<&On> = found.selections.iter().map(|selection| &selection.on).collect();
        let attribute = On::Attribute { term: "brand".to_owned(), attribute: "gender".to_owned() };
        assert_eq!(on, [&On::Variable("section".to_owned()), &attribute]);
        assert_eq!(
            (found.selections[0].keys.as_slice(), &*found.selections[0].default),
            (&["faq".to_owned()][..], "other")
        );
        assert!(found.selections[1].has("feminine") && !found.selections[1].has("neuter"));
        let call = Call { term: "brand".to_owned(), argument: "case".to_owned(), value: "genitive".to_owned() };
        assert_eq!(found.calls, [call]);
        assert_eq!(found.terms.len(), 1);
    }

    #[test]
    fn terms_are_read_with_what_they_look_at() {
        let found = definitions(
            "-brand = { $case ->\n    [genitive] Marke\n   *[nominative] Marke\n }\n    .gender = feminine\nb = x\n",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].within.selections[0].on, On::Variable("case".to_owned()));
        assert_eq!(found[0].attributes, [("gender".to_owned(), "feminine".to_owned())]);
    }
}
