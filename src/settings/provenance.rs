//! Where localized pages name the commit of their English.

use schemars::JsonSchema;
use serde::Deserialize;

/// Where localized pages say which English they were made from. Adoption reads it; pages that have such a key keep it, with
/// the commit of the English that they are regenerated from.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawProvenance {
    /// Keys of the front matter that name the commit of the English, with dots between nested keys; the first that a page
    /// has counts. If it is configured, pages without any get the first. Default: l10n.sourceCommit, default_lang_commit,
    /// in pages that have them.
    pub commit: Option<RawKeys>,
}

/// A key, or several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a key such as `l10n.sourceCommit`, or a list of keys")]
pub enum RawKeys {
    One(String),
    List(Vec<String>),
}

/// Keys that name the commit of the English.
#[derive(Debug, Clone, Default)]
pub struct CommitKeys {
    /// Each as the way to it.
    pub keys: Vec<Vec<String>>,
    /// The configuration names them: then every page gets the first.
    pub is_asked: bool,
}

/// Checks the keys.
pub fn commit_keys(raw: Option<RawProvenance>) -> Result<CommitKeys, String> {
    let raw = raw.unwrap_or_default().commit;
    let is_asked = raw.is_some();
    let keys = match raw {
        None => vec!["l10n.sourceCommit".to_owned(), "default_lang_commit".to_owned()],
        Some(RawKeys::One(key)) => vec![key],
        Some(RawKeys::List(keys)) => keys,
    };
    Ok(CommitKeys { keys: keys.iter().map(|key| way_of(key)).collect::<Result<_, _>>()?, is_asked })
}

/// A key with dots as the way to its value.
pub(super) fn way_of(key: &str) -> Result<Vec<String>, String> {
    match key.split('.').any(|part| part.trim().is_empty()) {
        true => Err(format!("`{key}` is no key: expected for example `l10n.sourceCommit`")),
        false => Ok(key.split('.').map(str::to_owned).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_ways_into_the_front_matter() {
        let keys = |raw: Option<RawKeys>| commit_keys(Some(RawProvenance { commit: raw })).map(|commit| commit.keys);
        assert_eq!(keys(None).unwrap(), [vec!["l10n", "sourceCommit"], vec!["default_lang_commit"]]);
        assert_eq!(keys(Some(RawKeys::One("a.b".into()))).unwrap(), [["a", "b"]]);
        assert_eq!(keys(Some(RawKeys::List(vec![]))).unwrap(), Vec::<Vec<String>>::new());
        assert!(keys(Some(RawKeys::One("a..b".into()))).unwrap_err().contains("`a..b` is no key"));
    }
}
