//! Document variables as `handback.yaml` declares them: by where their value stands.

use std::collections::BTreeMap;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::catalog::notation::CONTEXT;

/// A document variable: exactly one of `heading`, `row`, `after`, `front_matter` and `pattern` says
/// where its value stands. A document that has no such place does not have the variable.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawVariable {
    /// The first heading of this level, 1 to 6.
    pub heading: Option<u8>,
    /// The second cell of the first table row whose first cell is this label (or one of these).
    pub row: Option<RawLabels>,
    /// What follows this text (or one of these) up to the end of the line.
    pub after: Option<RawLabels>,
    /// The value of this front-matter key.
    pub front_matter: Option<String>,
    /// The first match of this regular expression in the source: its group named like the variable,
    /// else its first group, else all of it. Such values are found in link targets and attributes too.
    #[serde(alias = "regex")]
    pub pattern: Option<String>,
    /// What kind of value it is. Default: text.
    #[serde(rename = "type")]
    pub kind: Option<ValueType>,
    /// Put the translation of the value, where it is a text of its own, into other texts, instead of the
    /// value as the source has it. Default: false; names are the same in every language.
    pub translate_value: Option<bool>,
}

/// One text or several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
pub enum RawLabels {
    One(String),
    Several(Vec<String>),
}

/// The kind of value that a variable has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ValueType {
    /// A name or another text, the same in every language.
    #[default]
    Text,
    /// A day, written as the locale writes it: `9 décembre 2021`.
    Date,
    /// A number, written as the locale writes it: `1 234,5`.
    Number,
}

impl ValueType {
    /// The name in `handback.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Number => "number",
        }
    }
}

/// A declared variable.
#[derive(Debug, Clone)]
pub struct Variable {
    pub name: String,
    pub place: Place,
    pub kind: ValueType,
    pub translate_value: bool,
}

/// Where the value of a variable stands.
#[derive(Debug, Clone)]
pub enum Place {
    Heading(u8),
    Row(Vec<String>),
    After(Vec<String>),
    FrontMatter(String),
    Pattern(Regex),
}

impl Place {
    /// The place in a few words, for translators.
    pub fn describe(&self) -> String {
        match self {
            Self::Heading(level) => format!("heading of level {level}"),
            Self::Row(labels) => format!("row “{}”", labels.join("” or “")),
            Self::After(texts) => format!("after “{}”", texts.join("” or “").trim_end()),
            Self::FrontMatter(key) => format!("front matter {key}"),
            Self::Pattern(_) => "a pattern".to_owned(),
        }
    }
}

/// Checks the declarations; the error names the variable.
pub fn resolve(raw: Option<BTreeMap<String, RawVariable>>) -> Result<Vec<Variable>, (String, String)> {
    let raw = raw.unwrap_or_default().into_iter();
    raw.map(|(name, declared)| variable(&name, declared).map_err(|message| (name, message))).collect()
}

fn variable(name: &str, raw: RawVariable) -> Result<Variable, String> {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !starts_well || !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
        return Err(format!("`{name}` is no name for a variable: expected a letter, then letters, digits, `-` or `_`"));
    }
    if CONTEXT.contains(&name) {
        return Err(format!("`{name}` is taken: every message has ${}", CONTEXT.join(", $")));
    }
    let kind = raw.kind.unwrap_or_default();
    let translate_value = raw.translate_value.unwrap_or(false);
    if translate_value && kind != ValueType::Text {
        return Err(format!("`{name}`: only a text can be translated: leave `translate_value` out"));
    }
    let places = places(name, raw)?;
    let count = places.len();
    match <[Place; 1]>::try_from(places) {
        Ok([place]) => Ok(Variable { name: name.to_owned(), place, kind, translate_value }),
        Err(_) => Err(format!(
            "`{name}` has {count} places: expected exactly one of `heading`, `row`, `after`, `front_matter` and `pattern`"
        )),
    }
}

fn places(name: &str, raw: RawVariable) -> Result<Vec<Place>, String> {
    let mut places = Vec::new();
    if let Some(level) = raw.heading {
        if !(1..=6).contains(&level) {
            return Err(format!("`{name}`: there is no heading of level {level}: expected 1 to 6"));
        }
        places.push(Place::Heading(level));
    }
    if let Some(texts) = raw.row {
        places.push(Place::Row(labels(name, texts)?));
    }
    if let Some(texts) = raw.after {
        places.push(Place::After(labels(name, texts)?));
    }
    places.extend(raw.front_matter.map(Place::FrontMatter));
    if let Some(pattern) = raw.pattern {
        let regex = Regex::new(&pattern).map_err(|error| {
            let reason = error.to_string();
            format!("`{name}`: `{pattern}` is no regular expression: {}", reason.lines().last().unwrap_or("").trim())
        })?;
        places.push(Place::Pattern(regex));
    }
    Ok(places)
}

fn labels(name: &str, raw: RawLabels) -> Result<Vec<String>, String> {
    let labels = match raw {
        RawLabels::One(label) => vec![label],
        RawLabels::Several(labels) => labels,
    };
    match labels.is_empty() || labels.iter().any(|label| label.trim().is_empty()) {
        true => Err(format!("`{name}`: expected a text that is in the documents")),
        false => Ok(labels),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declare(yaml: &str) -> Result<Vec<Variable>, (String, String)> {
        resolve(Some(serde_yaml::from_str(yaml).unwrap()))
    }

    #[test]
    fn declarations_are_checked() {
        let variables = declare("app: { heading: 1 }\nday: { after: [\"On: \", \"By \"], type: date }").unwrap();
        assert_eq!((variables[1].name.as_str(), variables[1].kind), ("day", ValueType::Date));
        for (yaml, expected) in [
            ("row: { heading: 1 }", "taken"),
            ("2x: { heading: 1 }", "no name"),
            ("x: { heading: 7 }", "no heading of level 7"),
            ("x: {}", "has 0 places"),
            ("x: { heading: 1, row: A }", "has 2 places"),
            ("x: { pattern: \"(\" }", "no regular expression"),
            ("x: { row: [] }", "expected a text"),
            ("x: { heading: 1, type: date, translate_value: true }", "only a text"),
        ] {
            let (_, message) = declare(yaml).unwrap_err();
            assert!(message.contains(expected), "{yaml}: {message}");
        }
    }
}
