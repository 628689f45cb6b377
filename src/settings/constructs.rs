//! Constructs that a project declares, beside those of its flavor.

use handback_core::text::constructs::rule::{Meaning, Rule};
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

/// A construct of the house: what it looks like, and what it is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawConstruct {
    /// Regular expression. A group named `words` in it holds words for readers, which are translated.
    pub pattern: String,
    /// What it is.
    pub is: RawMeaning,
    /// For a block or container: regular expression of the line that ends it.
    pub until: Option<String>,
}

/// What a declared construct is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawMeaning {
    /// A value among words: kept by machines, compared by checks.
    Value,
    /// A line that is no text.
    Line,
    /// Everything from a line to the one that matches `until` is no text.
    Block,
    /// A line, and the one that matches `until`, are no text; what stands between is Markdown, even between fences.
    Container,
}

/// The declared constructs, checked.
pub fn resolve(raw: Option<Vec<RawConstruct>>) -> Result<Vec<Rule>, String> {
    raw.unwrap_or_default().into_iter().map(rule).collect()
}

fn rule(raw: RawConstruct) -> Result<Rule, String> {
    let expression = |text: &str| {
        Regex::new(text).map_err(|error| {
            let why = error.to_string();
            let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            format!("`{text}` is no regular expression: {why}")
        })
    };
    let pattern = expression(&raw.pattern)?;
    if pattern.is_match("") {
        return Err(format!("`{}` matches a text of nothing: it would be everywhere", raw.pattern));
    }
    let meaning = match raw.is {
        RawMeaning::Value => Meaning::Value,
        RawMeaning::Line => Meaning::Line,
        RawMeaning::Block => Meaning::Block,
        RawMeaning::Container => Meaning::Container,
    };
    let until = match (meaning, raw.until) {
        (Meaning::Block | Meaning::Container, Some(until)) => Some(expression(&until)?),
        (Meaning::Block | Meaning::Container, None) => {
            let kind = if meaning == Meaning::Block { "block" } else { "container" };
            return Err(format!("`{}` is a {kind}: `until` must say which line ends it", raw.pattern));
        }
        (_, Some(_)) => return Err(format!("`{}` is no block: remove `until`, or write `is: block`", raw.pattern)),
        (_, None) => None,
    };
    Ok(Rule { pattern, meaning, until })
}
