//! The values of a document as a locale writes them, for texts and for Fluent's functions.

use std::borrow::Cow;

use fixed_decimal::Decimal;
use fluent::FluentArgs;
use fluent::types::{FluentNumber, FluentNumberOptions, FluentType};
use fluent_bundle::FluentValue;
use intl_memoizer::{IntlLangMemoizer, concurrent};
use rustc_hash::FxHashMap;

use crate::catalog::notation::Expression;
use crate::catalog::reference::Values;
use crate::variables::bind::Bindings;
use crate::variables::locale;
use crate::variables::value::{Value, is_grouped};

/// The variables of a document, seen from a locale.
#[derive(Debug, Clone, Default)]
pub struct LocalValues<'a> {
    locale: &'a str,
    bindings: Option<&'a Bindings>,
    /// Values that are translated (`translate_value`), by variable.
    translated: FxHashMap<&'a str, String>,
}

impl<'a> LocalValues<'a> {
    pub fn new(locale: &'a str, bindings: Option<&'a Bindings>) -> Self {
        Self { locale, bindings, translated: FxHashMap::default() }
    }

    /// Gives a variable the translation of its value.
    pub fn translate(&mut self, variable: &'a str, text: String) {
        self.translated.insert(variable, text);
    }

    /// What stands for a placeable at a place with inline values of its own.
    pub fn evaluate_at(&self, inline: &Values, expression: &str) -> Result<String, String> {
        inline.get(expression).map_or_else(|| self.evaluate(expression), |value| Ok(value.clone()))
    }

    /// What stands for a placeable; the error says why there is nothing.
    pub fn evaluate(&self, expression: &str) -> Result<String, String> {
        let parsed = Expression::parse(expression).ok_or_else(|| format!("`{expression}` is not understood"))?;
        let value = self.value(parsed.variable).ok_or_else(|| unbound(parsed.variable))?;
        match (parsed.function, value) {
            (None, value) => Ok(self.as_in_the_source(parsed.variable, value)),
            (Some("DATETIME"), Value::Date(_, date)) => {
                date_by_options(self.locale, *date, parsed.option("pattern"), parsed.option("dateStyle"))
            }
            (Some("NUMBER"), Value::Number(text, number)) => {
                let digits = |name| parsed.option(name).and_then(|digits| digits.parse().ok());
                let fraction = (digits("minimumFractionDigits"), digits("maximumFractionDigits"));
                let grouping =
                    parsed.option("useGrouping").map_or_else(|| is_grouped(text), |option| option != "false");
                Ok(number_by_options(self.locale, number, grouping, fraction))
            }
            (function, value) => {
                let kind = match value {
                    Value::Text(_) => "text",
                    Value::Date(..) => "date",
                    Value::Number(..) => "number",
                };
                Err(format!("${} is a {kind}: {} does not write it", parsed.variable, function.unwrap_or_default()))
            }
        }
    }

    /// Adds all variables to the arguments of a message.
    pub fn add_to(&self, arguments: &mut FluentArgs<'a>) {
        for binding in self.bindings.iter().flat_map(|bindings| &bindings.list) {
            let value = match &binding.value {
                Value::Date(text, date) => FluentValue::Custom(Box::new(Day { text: text.clone(), date: *date })),
                Value::Number(text, number) => match number.to_string().parse() {
                    Ok(value) => {
                        let options = FluentNumberOptions { use_grouping: is_grouped(text), ..Default::default() };
                        FluentNumber::new(value, options).into()
                    }
                    Err(_) => FluentValue::from(binding.value.text()),
                },
                value @ Value::Text(_) => FluentValue::from(self.as_in_the_source(&binding.name, value)),
            };
            arguments.set(binding.name.as_str(), value);
        }
    }

    fn value(&self, variable: &str) -> Option<&'a Value> {
        self.bindings?.get(variable).map(|binding| &binding.value)
    }

    fn as_in_the_source(&self, variable: &str, value: &Value) -> String {
        self.translated.get(variable).cloned().unwrap_or_else(|| value.text().to_owned())
    }
}

fn unbound(variable: &str) -> String {
    format!("${variable} has no value in this document")
}

/// A date by the options of `DATETIME`; without any it is long.
pub fn date_by_options(
    locale: &str,
    date: jiff::civil::Date,
    pattern: Option<&str>,
    style: Option<&str>,
) -> Result<String, String> {
    if let Some(pattern) = pattern {
        return locale::date_by_pattern(locale, pattern, date);
    }
    let style = style.unwrap_or("long");
    let written = locale::date(locale, style, date);
    written.ok_or_else(|| format!("`{style}` is no length of a date: expected long, medium, full or short"))
}

/// A number by the options of `NUMBER`: its groups, and how many decimals at least and at most.
pub fn number_by_options(
    locale: &str,
    number: &Decimal,
    grouping: bool,
    (least, most): (Option<i16>, Option<i16>),
) -> String {
    let mut number = number.clone();
    if let Some(most) = most {
        number.round(-most);
    }
    if let Some(least) = least {
        number.absolute.pad_end(-least);
    }
    locale::number(locale, &number, grouping)
}

/// A date as an argument of a message; by itself it reads as in the source.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    pub text: String,
    pub date: jiff::civil::Date,
}

impl FluentType for Day {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.text.clone().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.text.clone().into()
    }
}
