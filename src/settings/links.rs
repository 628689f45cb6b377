//! `links`: which targets name the locale of their page.

use handback_core::render::links::LinkRule;
use schemars::JsonSchema;
use serde::Deserialize;

use super::locale::Locale;
use super::output;

/// Targets of links and images that begin otherwise in localized pages.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLinkRule {
    /// What targets of the English begin with: `/en/`.
    pub from: String,
    /// What they begin with in a locale: `/{locale}/`.
    pub to: String,
}

/// Checks the rules.
pub fn resolve(raw: Option<Vec<RawLinkRule>>, locales: &[Locale]) -> Result<Vec<RawLinkRule>, String> {
    let rules = raw.unwrap_or_default();
    for rule in &rules {
        if rule.from.is_empty() {
            return Err("`from` is empty: expected what targets begin with, such as `/en/`".into());
        }
        let sample = Locale { name: "x".into(), ..Locale::default() };
        if output::filled(&rule.to, locales.first().unwrap_or(&sample))? == rule.to {
            return Err(format!("`{}` names no locale: expected for example `/{{locale}}/`", rule.to));
        }
    }
    Ok(rules)
}

/// The rules of a locale.
pub fn of_locale(rules: &[RawLinkRule], locale: &Locale) -> Vec<LinkRule> {
    let rule = |raw: &RawLinkRule| Some(LinkRule { from: raw.from.clone(), to: output::filled(&raw.to, locale).ok()? });
    rules.iter().filter_map(rule).collect()
}
