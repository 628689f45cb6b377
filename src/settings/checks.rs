//! What `handback.yaml` says under `checks`: how much findings weigh, and what a house demands of its translations.

use std::collections::BTreeMap;

use handback_core::judge::{House, Lengths, Rule};
use regex::{Regex, RegexBuilder};
use schemars::JsonSchema;
use serde::Deserialize;

use super::code::{Code, Level};

/// A pattern of a user may not become larger than this when it is compiled.
const MOST_BYTES: usize = 1 << 20;

/// Kinds of units that a length may be given for.
const UNITS: &[&str] =
    &["all", "front-matter", "heading", "paragraph", "list-item", "quote", "cell", "html", "attribute", "yaml"];

/// How translations are checked.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawChecks {
    /// How much findings weigh, by their code: `{typography: note, number: error, spaces: off}`.
    pub levels: BTreeMap<Code, RawLevel>,
    /// The most characters of a translation, by kind of unit (`heading`, `cell`, `paragraph` …), or for `all`.
    pub max_length: BTreeMap<String, usize>,
    /// French spaces have to be no-break spaces. Default: every kind of space is right.
    pub no_break_spaces: Option<bool>,
    /// Rules of the house, by regular expression.
    pub patterns: Vec<RawRule>,
    /// What is different for a locale.
    pub locales: BTreeMap<String, RawLocaleChecks>,
}

/// How translations of one locale are checked.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawLocaleChecks {
    pub levels: BTreeMap<Code, RawLevel>,
    pub max_length: BTreeMap<String, usize>,
    pub no_break_spaces: Option<bool>,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawLevel {
    Off,
    Note,
    Warning,
    Error,
}

/// A rule by regular expression.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRule {
    /// What is said of a breach.
    pub message: String,
    /// What a translation must not match.
    pub forbidden: Option<String>,
    /// What a translation has to match.
    pub required: Option<String>,
    /// Only where the English matches.
    pub english: Option<String>,
    /// The locales that the rule is for. Default: all.
    #[serde(default)]
    pub locales: Vec<String>,
}

/// What the checks go by.
#[derive(Debug, Clone, Default)]
pub struct Checks {
    levels: BTreeMap<Code, RawLevel>,
    of_locales: BTreeMap<String, BTreeMap<Code, RawLevel>>,
    houses: BTreeMap<String, House>,
}

impl Checks {
    /// Checks what was configured for these locales.
    ///
    /// # Errors
    /// A locale, a kind of unit or a regular expression that cannot be.
    pub fn resolve(raw: Option<RawChecks>, locales: &[&str]) -> Result<Self, String> {
        let raw = raw.unwrap_or_default();
        let named = raw.locales.keys().chain(raw.patterns.iter().flat_map(|rule| &rule.locales));
        if let Some(unknown) = named.into_iter().find(|name| !locales.contains(&name.as_str())) {
            return Err(format!("locale `{unknown}` is not among `locales`: {}", locales.join(", ")));
        }
        let rules = raw.patterns.iter().map(|rule| Ok((rule, compiled(rule)?))).collect::<Result<Vec<_>, String>>()?;
        let mut checks = Self { levels: raw.levels.clone(), ..Self::default() };
        for name in locales {
            let own = raw.locales.get(*name).cloned().unwrap_or_default();
            let mut by_unit = raw.max_length.clone();
            by_unit.extend(own.max_length);
            if let Some(unit) = by_unit.keys().find(|unit| !UNITS.contains(&unit.as_str())) {
                return Err(format!("max_length: unknown kind of unit `{unit}` (known: {})", UNITS.join(", ")));
            }
            let is_for = |rule: &RawRule| rule.locales.is_empty() || rule.locales.iter().any(|other| other == name);
            let house = House {
                lengths: Lengths { by_unit },
                rules: rules.iter().filter(|(rule, _)| is_for(rule)).map(|(_, compiled)| compiled.clone()).collect(),
                no_break_spaces: own.no_break_spaces.or(raw.no_break_spaces).unwrap_or(false),
            };
            checks.houses.insert((*name).to_owned(), house);
            checks.of_locales.insert((*name).to_owned(), own.levels);
        }
        Ok(checks)
    }

    /// What the house demands of a locale; nothing, if it is not configured.
    pub fn house(&self, locale: &str) -> House {
        self.houses.get(locale).cloned().unwrap_or_default()
    }

    /// How much a finding weighs by the configuration: of the locale, else of all. `None`: nothing is said.
    pub fn level(&self, code: Code, locale: Option<&str>) -> Option<RawLevel> {
        let own = locale.and_then(|locale| self.of_locales.get(locale)).and_then(|levels| levels.get(&code));
        own.or_else(|| self.levels.get(&code)).copied()
    }

    /// Whether a finding is asked for in some locale although it is not by default.
    pub fn asks_for(&self, code: Code) -> bool {
        let all = std::iter::once(&self.levels).chain(self.of_locales.values());
        all.filter_map(|levels| levels.get(&code)).any(|level| *level != RawLevel::Off)
    }
}

impl RawLevel {
    /// The level of a finding; `None`: it is not reported.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::Note => Some(Level::Note),
            Self::Warning => Some(Level::Warning),
            Self::Error => Some(Level::Error),
        }
    }
}

fn compiled(rule: &RawRule) -> Result<Rule, String> {
    if rule.forbidden.is_none() && rule.required.is_none() {
        return Err(format!("patterns: `{}` says nothing: expected `forbidden` or `required`", rule.message));
    }
    let regex = |pattern: &Option<String>| -> Result<Option<Regex>, String> {
        let Some(pattern) = pattern else { return Ok(None) };
        let built = RegexBuilder::new(pattern).size_limit(MOST_BYTES).build();
        built
            .map(Some)
            .map_err(|error| format!("patterns: `{pattern}` is no regular expression that can be used: {error}"))
    };
    Ok(Rule {
        forbidden: regex(&rule.forbidden)?,
        required: regex(&rule.required)?,
        english: regex(&rule.english)?,
        message: rule.message.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checks(yaml: &str) -> Result<Checks, String> {
        Checks::resolve(Some(serde_yaml::from_str(yaml).map_err(|error| error.to_string())?), &["fr-FR", "de-DE"])
    }

    #[test]
    fn a_locale_goes_before_all() {
        let found = checks(
            "levels: {typography: note}\nlocales: {fr-FR: {levels: {typography: error}, max_length: {heading: 9}}}\n",
        )
        .unwrap();
        assert_eq!(found.level(Code::Typography, Some("fr-FR")), Some(RawLevel::Error));
        assert_eq!(found.level(Code::Typography, Some("de-DE")), Some(RawLevel::Note));
        assert_eq!(found.level(Code::Spaces, Some("de-DE")), None);
        assert_eq!(found.house("fr-FR").lengths.by_unit["heading"], 9);
        assert!(found.house("de-DE").lengths.by_unit.is_empty());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert!(checks("levels: {typografy: off}").unwrap_err().contains("typografy"));
        assert!(checks("locales: {it-IT: {}}").unwrap_err().contains("`it-IT` is not among"));
        assert!(checks("max_length: {headline: 3}").unwrap_err().contains("known: all, front-matter"));
        assert!(checks("patterns: [{message: x, forbidden: \"(\"}]").unwrap_err().contains("no regular expression"));
        assert!(checks("patterns: [{message: x}]").unwrap_err().contains("says nothing"));
    }
}
