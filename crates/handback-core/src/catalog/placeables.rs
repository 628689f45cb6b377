//! What messages and terms refer to: variables, terms, other messages, functions, and what they select by.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::selections::{Call, Selection};

/// The names that a message, or a file of them, refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    pub variables: BTreeSet<String>,
    /// Without the leading `-`.
    pub terms: BTreeSet<String>,
    pub messages: BTreeSet<String>,
    pub functions: BTreeSet<String>,
    pub selections: Vec<Selection>,
    pub calls: Vec<Call>,
}

/// A term, and what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Without the leading `-`.
    pub name: String,
    pub within: References,
    /// Attributes whose value is plain text: `.gender = masculine`.
    pub attributes: Vec<(String, String)>,
}

impl References {
    /// References in the values and attributes of all messages of a Fluent source.
    pub fn of(source: &str) -> Self {
        let mut references = Self::default();
        for entry in &parsed(source).body {
            if let Entry::Message(message) = entry {
                message.value.iter().for_each(|pattern| references.pattern(pattern));
                message.attributes.iter().for_each(|attribute| references.pattern(&attribute.value));
            }
        }
        references
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
                self.selections.push(Selection::of(selector, variants));
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        let (set, id) = match inline {
            InlineExpression::VariableReference { id } => (&mut self.variables, id),
            InlineExpression::MessageReference { id, .. } => (&mut self.messages, id),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.calls.extend(arguments.iter().flat_map(|arguments| Call::all(id.name, arguments)));
                (&mut self.terms, id)
            }
            InlineExpression::FunctionReference { id, arguments } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
                (&mut self.functions, id)
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => return,
        };
        set.insert(id.name.to_owned());
    }
}

/// The terms that a Fluent source defines, in their order.
pub fn definitions(source: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for entry in &parsed(source).body {
        let Entry::Term(term) = entry else { continue };
        let mut within = References::default();
        within.pattern(&term.value);
        let attributes = term.attributes.iter().filter_map(plain_attribute).collect();
        found.push(Definition { name: term.id.name.to_owned(), within, attributes });
    }
    found
}

fn plain_attribute(attribute: &Attribute<&str>) -> Option<(String, String)> {
    let [PatternElement::TextElement { value }] = attribute.value.elements.as_slice() else { return None };
    Some((attribute.id.name.to_owned(), value.trim().to_owned()))
}

fn parsed(source: &str) -> fluent_syntax::ast::Resource<&str> {
    parser::parse_runtime(source).unwrap_or_else(|(ast, _)| ast)
}

#[cfg(test)]
mod tests {
    use super::super::selections::On;
    use super::*;

    #[test]
    fn references_are_found_wherever_they_stand() {
        let found = References::of(
            "a = { $x ->\n    [one] { -brand }\n   *[other] { NUMBER($n) }\n } { b }\n    .attribute = { { $y } }\n-t = { $z }\n",
        );
        let names = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names(&found.variables), "n x y");
        assert_eq!(names(&found.terms), "brand");
        assert_eq!(names(&found.messages), "b");
        assert_eq!(names(&found.functions), "NUMBER");
    }

    #[test]
    fn selectors_and_calls_are_found_wherever_they_stand() {
        let found = References::of(
            "a = { $section ->\n    [faq] { -brand(case: \"genitive\") }\n   *[other] { -brand.gender ->\n        [masculine] le\n       *[feminine] la\n    }\n }\n",
        );
        let on: Vec<&On> = found.selections.iter().map(|selection| &selection.on).collect();
        let attribute = On::Attribute { term: "brand".to_owned(), attribute: "gender".to_owned() };
        assert_eq!(on, [&On::Variable("section".to_owned()), &attribute]);
        let first = &found.selections[0];
        assert_eq!((first.keys.as_slice(), &*first.default), (&["faq".to_owned()][..], "other"));
        assert!(found.selections[1].has("feminine") && !found.selections[1].has("neuter"));
        let call = Call { term: "brand".to_owned(), argument: "case".to_owned(), value: "genitive".to_owned() };
        assert_eq!(found.calls, [call]);
    }

    #[test]
    fn terms_are_read_with_what_they_refer_to() {
        let found = definitions(
            "-brand = { $case ->\n    [genitive] Marke\n   *[nominative] Marke\n }\n    .gender = feminine\nb = x\n-c = { $name }\n",
        );
        let names: Vec<&str> = found.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names, ["brand", "c"]);
        assert_eq!(found[0].within.selections[0].on, On::Variable("case".to_owned()));
        assert_eq!(found[0].attributes, [("gender".to_owned(), "feminine".to_owned())]);
        assert!(found[1].within.variables.contains("name"));
    }
}
