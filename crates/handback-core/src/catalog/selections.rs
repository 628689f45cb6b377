//! What a selector looks at and which variants it has, and terms that are called with an argument.

use fluent_syntax::ast::{CallArguments, InlineExpression, NamedArgument, Variant, VariantKey};

/// A selector with the keys of its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub on: On,
    /// Without that of the default.
    pub keys: Vec<String>,
    pub default: String,
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

impl Selection {
    pub(super) fn of(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Self {
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
        Self { on, keys: variants.iter().filter(|variant| !variant.default).map(key).collect(), default }
    }

    /// Whether there is a variant for a value, be it the default.
    pub fn has(&self, value: &str) -> bool {
        self.default == value || self.keys.iter().any(|key| key == value)
    }
}

impl Call {
    /// The arguments of a term; Fluent allows only literal ones.
    pub(super) fn all(term: &str, arguments: &CallArguments<&str>) -> Vec<Self> {
        let call = |argument: &NamedArgument<&str>| {
            let value = match &argument.value {
                InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => *value,
                _ => return None,
            };
            let (term, argument) = (term.to_owned(), argument.name.name.to_owned());
            Some(Self { term, argument, value: value.to_owned() })
        };
        arguments.named.iter().filter_map(call).collect()
    }
}
