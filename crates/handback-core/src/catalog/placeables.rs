//! What a message refers to: variables, terms, other messages, functions.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The names that a message, or a file of them, refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    pub variables: BTreeSet<String>,
    /// Without the leading `-`.
    pub terms: BTreeSet<String>,
    pub messages: BTreeSet<String>,
    pub functions: BTreeSet<String>,
}

impl References {
    /// References in the values and attributes of all messages of a Fluent source.
    pub fn of(source: &str) -> Self {
        let mut references = Self::default();
        let ast = parser::parse_runtime(source).unwrap_or_else(|(ast, _)| ast);
        for entry in &ast.body {
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
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        let (set, id) = match inline {
            InlineExpression::VariableReference { id } => (&mut self.variables, id),
            InlineExpression::MessageReference { id, .. } => (&mut self.messages, id),
            InlineExpression::TermReference { id, .. } => (&mut self.terms, id),
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

/// Names of the terms that a Fluent source defines, without the leading `-`.
pub fn terms(source: &str) -> BTreeSet<String> {
    let ast = parser::parse_runtime(source).unwrap_or_else(|(ast, _)| ast);
    let name = |entry: &Entry<&str>| match entry {
        Entry::Term(term) => Some(term.id.name.to_owned()),
        _ => None,
    };
    ast.body.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
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
        assert_eq!(names(&terms("-a = x\nb = y\n-c = z\n")), "a c");
    }
}
