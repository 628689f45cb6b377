//! `links`: which targets name the locale of their page.

use handback_core::render::links::LinkRule;
use schemars::JsonSchema;
use serde::Deserialize;

use super::locale::Locale;
use super::output;

/// Targets of links and images that begin otherwise in localized pages, or arguments of constructs that have another value.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLinkRule {
    /// An argument of constructs and components: then the rule is about its values and not about targets, and `from` is a
    /// whole value: `{argument: lang, from: en, to: "{locale}"}`.
    #[serde(default)]
    pub argument: Option<String>,
    /// What targets of the English begin with: `/en/`.
    pub from: String,
    /// What they begin with in a locale: `/{locale}/`.
    pub to: String,
}

impl RawLinkRule {
    /// Whether the rule is about a target.
    pub fn leads(&self, target: &str) -> bool {
        self.argument.is_none() && target.starts_with(&self.from)
    }
}

/// Checks the rules.
pub fn resolve(raw: Option<Vec<RawLinkRule>>, locales: &[Locale]) -> Result<Vec<RawLinkRule>, String> {
    let rules = raw.unwrap_or_default();
    for rule in &rules {
        if rule.from.is_empty() {
            return Err("`from` is empty: expected what targets begin with, such as `/en/`".into());
        }
        if let Some(name) = rule.argument.as_deref()
            && (name.is_empty()
                || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')))
        {
            return Err(format!("`{name}` is no argument: expected a name such as `lang`"));
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
    let rule = |raw: &RawLinkRule| {
        let to = output::filled(&raw.to, locale).ok()?;
        Some(LinkRule { argument: raw.argument.clone(), from: raw.from.clone(), to })
    };
    rules.iter().filter_map(rule).collect()
}
