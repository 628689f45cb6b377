//! A wording with selectors, as the texts that it may become.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::catalog::notation;

/// So many texts of one wording are looked at; selectors in a row multiply.
const MOST: usize = 64;

/// What a pattern says, variant by variant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variants {
    pub texts: Vec<Variant>,
    /// Variables, also of selectors.
    pub variables: BTreeSet<String>,
    pub selectors: Vec<Selector>,
    /// It refers to terms or messages: the texts are not all that readers see.
    pub is_open: bool,
}

/// What stands before a pattern, and before each of its further lines, to make it a message.
const HEAD: &str = "m =\n    ";
const INDENT: &str = "\n    ";

/// One text that a wording may become.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variant {
    /// `[one]`, or `[one] [vowel]` where a selector follows another.
    pub condition: String,
    /// The text, with placeables as [`notation`] has them.
    pub text: String,
    /// Which bytes of the text stand where in the wording, as they are.
    origins: Vec<(Range<usize>, usize)>,
}

impl Variant {
    /// Where in the wording a part of the text stands; `None` if it is not one piece there. What is to be inserted between
    /// two pieces belongs to the second: it mostly is a blank before a mark.
    pub(super) fn place(&self, range: Range<usize>) -> Option<Range<usize>> {
        let holds = |piece: &Range<usize>| piece.start <= range.start && range.end <= piece.end;
        let (piece, origin) = self.origins.iter().rfind(|(piece, _)| holds(piece))?;
        let start = origin + (range.start - piece.start);
        Some(start..start + range.len())
    }
}

/// A selector and the keys of its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    pub keys: Vec<String>,
    pub default: String,
    /// Which variable, or function of which, it looks at.
    pub on: String,
}

impl Variants {
    /// Reads a pattern as it stands behind `id =`; `None` if it is not Fluent.
    pub fn of(pattern: &str) -> Option<Self> {
        let source = format!("{HEAD}{}\n", pattern.replace('\n', INDENT));
        let ast = parser::parse_runtime(source.as_str()).ok()?;
        let [Entry::Message(message)] = ast.body.as_slice() else { return None };
        let mut variants = Self::default();
        let texts = variants.expand(message.value.as_ref()?, vec![Variant::default()], &source);
        Some(Self { texts, ..variants })
    }

    fn expand(&mut self, pattern: &Pattern<&str>, mut texts: Vec<Variant>, source: &str) -> Vec<Variant> {
        for element in &pattern.elements {
            texts = match element {
                PatternElement::TextElement { value } => plain(texts, value, source),
                PatternElement::Placeable { expression } => self.expression(expression, texts, source),
            };
        }
        texts
    }

    fn expression(&mut self, expression: &Expression<&str>, texts: Vec<Variant>, source: &str) -> Vec<Variant> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline, texts, source),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let key = |key: &VariantKey<&str>| match key {
            VariantKey::Identifier { name } => (*name).to_owned(),
            VariantKey::NumberLiteral { value } => (*value).to_owned(),
        };
        let default = variants.iter().find(|variant| variant.default).map(|variant| key(&variant.key));
        let on = self.variable_of(selector);
        let keys = variants.iter().map(|variant| key(&variant.key)).collect();
        self.selectors.push(Selector { keys, default: default.unwrap_or_default(), on });
        let mut all = Vec::new();
        for variant in variants {
            let named = texts.iter().map(|text| {
                let blank = if text.condition.is_empty() { "" } else { " " };
                Variant { condition: format!("{}{blank}[{}]", text.condition, key(&variant.key)), ..text.clone() }
            });
            let texts: Vec<Variant> = named.collect();
            all.extend(self.expand(&variant.value, texts, source));
        }
        all.truncate(MOST);
        all
    }

    fn variable_of(&mut self, selector: &InlineExpression<&str>) -> String {
        match selector {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                id.name.to_owned()
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let inner = arguments.positional.iter().map(|argument| self.variable_of(argument)).collect::<String>();
                format!("{}({inner})", id.name)
            }
            _ => String::new(),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, texts: Vec<Variant>, source: &str) -> Vec<Variant> {
        match inline {
            InlineExpression::StringLiteral { value } => appended(texts, &unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => appended(texts, value),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                placeable(texts, &format!("${}", id.name))
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let inner: Vec<String> =
                    arguments.positional.iter().map(|argument| self.variable_of(argument)).collect();
                placeable(texts, &format!("{}(${})", id.name, inner.concat()))
            }
            InlineExpression::Placeable { expression } => self.expression(expression, texts, source),
            InlineExpression::TermReference { .. } | InlineExpression::MessageReference { .. } => {
                self.is_open = true;
                texts
            }
        }
    }
}

/// Text as it stands in the wording, which the parser has as slices of `source`.
fn plain(mut texts: Vec<Variant>, value: &str, source: &str) -> Vec<Variant> {
    let at = (value.as_ptr() as usize).checked_sub(source.as_ptr() as usize).filter(|at| *at < source.len());
    for variant in &mut texts {
        let start = variant.text.len();
        variant.text.push_str(value);
        if let Some(at) = at {
            let lines = source[HEAD.len()..at].matches('\n').count();
            let origin = at - HEAD.len() - lines * (INDENT.len() - 1);
            variant.origins.push((start..variant.text.len(), origin));
        }
    }
    texts
}

fn appended(mut texts: Vec<Variant>, value: &str) -> Vec<Variant> {
    texts.iter_mut().for_each(|variant| variant.text.push_str(value));
    texts
}

fn placeable(mut texts: Vec<Variant>, expression: &str) -> Vec<Variant> {
    texts.iter_mut().for_each(|variant| notation::push_placeable(&mut variant.text, expression));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_become_texts() {
        let pattern = "Il y a { $n ->\n    [one] un jour\n   *[other] { $n } jours\n} { INITIAL($app) ->\n    [vowel] d’{ $app }\n   *[other] de { $app }\n}.";
        let variants = Variants::of(pattern).unwrap();
        let texts: Vec<String> =
            variants.texts.iter().map(|text| format!("{}: {}", text.condition, notation::shown(&text.text))).collect();
        assert_eq!(texts[0], "[one] [vowel]: Il y a un jour d’{ $app }.");
        assert_eq!(texts.len(), 4);
        assert_eq!(variants.variables.iter().cloned().collect::<Vec<_>>(), ["app", "n"]);
        assert_eq!(variants.selectors[0].keys, ["one", "other"]);
        assert!(Variants::of("{ -brand } x").unwrap().is_open);
        assert_eq!(Variants::of("{ $n ->"), None);
    }
}
