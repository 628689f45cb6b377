//! `front_matter`: what of it is text, and what belongs to the translation.

use std::collections::BTreeMap;

use handback_core::render::front_matter::{Rules, Way};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::locale::Locale;
use super::output;
use super::provenance::{CommitKeys, way_of};

/// What becomes of the entries of the front matter in localized pages.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawFrontMatter {
    /// Keys whose values are translated, as `front_matter_keys`. Default: title, description, keywords, or what the flavor
    /// has.
    pub translate: Option<Vec<String>>,
    /// Values that localized pages have, by key: `{lang: "{locale}"}`. Default: none.
    pub set: BTreeMap<String, RawValue>,
    /// Keys whose entries are the page's own: adopted with it, and kept. Default: none.
    pub keep: Vec<String>,
    /// Keys that localized pages do not have. Default: none.
    pub drop: Vec<String>,
}

impl RawFrontMatter {
    /// The keys that are translated, which may stand in the older setting.
    pub fn take_translated(&mut self, older: Option<Vec<String>>) -> Result<Option<Vec<String>>, String> {
        match (self.translate.take(), older) {
            (Some(_), Some(_)) => {
                Err("`translate` says the same as `front_matter_keys`: expected one of them".to_owned())
            }
            (new, old) => Ok(new.or(old)),
        }
    }
}

/// A value of the front matter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a text such as `{locale}`, a number, `true`, `false`, or a list of these")]
pub enum RawValue {
    Flag(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<RawValue>),
}

/// What the configuration says of the front matter of localized pages.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    set: Vec<(Way, RawValue)>,
    keep: Vec<String>,
    drop: Vec<String>,
    commit: CommitKeys,
}

impl FrontMatter {
    /// Checks what was typed. `translated` are the keys whose values are texts.
    pub fn resolve(
        raw: RawFrontMatter,
        commit: CommitKeys,
        translated: &[String],
        locales: &[Locale],
    ) -> Result<Self, String> {
        let set: Vec<(Way, RawValue)> =
            raw.set.into_iter().map(|(key, value)| Ok((way_of(&key)?, value))).collect::<Result<_, String>>()?;
        let sample = Locale { name: "x".into(), ..Locale::default() };
        for (_, value) in &set {
            filled(value, locales.first().unwrap_or(&sample))?;
        }
        if let Some(key) = raw.keep.iter().chain(&raw.drop).find(|key| key.contains('.')) {
            return Err(format!("`{key}`: `keep` and `drop` take keys of the top level, such as `reviewers`"));
        }
        let heads: Vec<String> = set.iter().map(|(way, _)| way[0].clone()).collect();
        let named: Vec<String> = commit.keys.iter().filter(|_| commit.is_asked).map(|way| way[0].clone()).collect();
        let lists = [("translate", translated), ("set", &heads), ("keep", &raw.keep), ("drop", &raw.drop)];
        let lists = [lists.as_slice(), &[("provenance", named.as_slice())]].concat();
        for (at, (name, keys)) in lists.iter().enumerate() {
            for (other, others) in &lists[at + 1..] {
                if let Some(key) = keys.iter().find(|key| others.contains(key)) {
                    return Err(format!("`{key}` is in `{name}` and in `{other}`: expected it in one of them"));
                }
            }
        }
        Ok(Self { set, keep: raw.keep, drop: raw.drop, commit })
    }

    /// The rules for pages of a locale.
    pub fn of_locale(&self, locale: &Locale) -> Rules {
        let set = self.set.iter().filter_map(|(way, value)| Some((way.clone(), filled(value, locale).ok()?)));
        Rules {
            set: set.collect(),
            keep: self.keep.clone(),
            drop: self.drop.clone(),
            commit: self.commit.keys.clone(),
            names_commit: self.commit.is_asked,
        }
    }

    /// Whether pages have entries of their own.
    pub fn keeps(&self) -> bool {
        !self.keep.is_empty()
    }
}

/// A value with the names of a locale in it.
fn filled(value: &RawValue, locale: &Locale) -> Result<Value, String> {
    Ok(match value {
        RawValue::Flag(flag) => Value::from(*flag),
        RawValue::Whole(number) => Value::from(*number),
        RawValue::Number(number) => Value::from(*number),
        RawValue::Text(text) => Value::from(output::filled(text, locale)?),
        RawValue::List(items) => items.iter().map(|item| filled(item, locale)).collect::<Result<Vec<_>, _>>()?.into(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::settings::config::Config;

    fn error(yaml: &str) -> String {
        Config::parse(&format!("locales: [fr-FR]\n{yaml}\n"), Path::new(".")).unwrap_err().to_string()
    }

    #[test]
    fn rules_are_those_of_a_locale() {
        let yaml = "locales: [pt-BR]\nfront_matter: {set: {lang: '{locale:lower}', done: true, tags: [a, 1]}, \
                    keep: [reviewers], drop: [browser-compat]}\nprovenance: {commit: l10n.sourceCommit}\n";
        let config = Config::parse(yaml, Path::new(".")).unwrap();
        let rules = config.front_matter.of_locale(&config.locales[0]);
        let set: Vec<String> = rules.set.iter().map(|(way, value)| format!("{}={value}", way.join("."))).collect();
        assert_eq!(set, ["done=true", "lang=\"pt-br\"", "tags=[\"a\",1]"]);
        assert!(rules.names_commit);
    }

    #[test]
    fn mistakes_are_explained() {
        let twice = "`title` is in `translate` and in `keep`: expected it in one of them";
        assert!(error("front_matter: {keep: [title]}").contains(twice));
        assert!(error("front_matter: {set: {a: 1}, drop: [a]}").contains("`a` is in `set` and in `drop`"));
        assert!(error("front_matter: {set: {a: '{path}'}}").contains("only locales are known here"));
        assert!(error("front_matter: {set: {a..b: 1}}").contains("`a..b` is no key"));
        assert!(error("front_matter: {keep: [a.b]}").contains("keys of the top level"));
        assert!(error("front_matter: {set: {a: {b: 1}}}").contains("expected a text such as `{locale}`"));
        assert!(error("front_matter: {kepp: [a]}").contains("did you mean `keep`?"));
        assert!(error("front_matter_keys: [a]\nfront_matter: {translate: [b]}").contains("says the same as"));
        assert!(error("front_matter: {keep: [l10n]}\nprovenance: {commit: l10n.x}").contains("in `provenance`"));
    }
}
