//! Rules that say how the work of git authors counts.

use std::fmt;

use globset::{Glob, GlobBuilder, GlobMatcher};
use handback_core::catalog::state::TranslationType;
use schemars::JsonSchema;
use serde::Deserialize;

/// How the edits of git authors count that commit to the resources.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAuthor {
    /// Glob over the author's name or e-mail address, whatever the case: `weblate*`, `*[bot]*`. Brackets stand for
    /// themselves.
    #[serde(rename = "match")]
    pub pattern: String,
    /// HT: a person's; MT: a machine's.
    #[serde(rename = "type")]
    pub kind: AuthorType,
    /// Of a person's edits: whether they need no approval. With `false` they are listed for review until somebody
    /// approves them. Default: true.
    pub reviewed: Option<bool>,
}

/// Machine or human translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum AuthorType {
    #[serde(rename = "HT")]
    Human,
    #[serde(rename = "MT")]
    Machine,
}

/// A rule about the edits of authors; of several that match, the first counts.
#[derive(Clone)]
pub struct AuthorRule {
    matcher: GlobMatcher,
    pub kind: TranslationType,
    pub reviewed: bool,
}

impl AuthorRule {
    /// Whether the rule is about an author.
    pub fn admits(&self, name: &str, mail: &str) -> bool {
        self.matcher.is_match(name) || self.matcher.is_match(mail)
    }
}

/// Not what the glob works with, which is another after it was used: a configuration is known by how it shows itself.
impl fmt::Debug for AuthorRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuthorRule({:?} {:?} {})", self.matcher.glob().glob(), self.kind, self.reviewed)
    }
}

/// Checks the rules.
pub fn resolve(raw: Option<Vec<RawAuthor>>) -> Result<Vec<AuthorRule>, String> {
    raw.unwrap_or_default().iter().map(rule).collect()
}

fn rule(raw: &RawAuthor) -> Result<AuthorRule, String> {
    let kind = match raw.kind {
        AuthorType::Human => TranslationType::Human,
        AuthorType::Machine => TranslationType::Machine,
    };
    if kind == TranslationType::Machine && raw.reviewed == Some(true) {
        return Err(format!(
            "`{}`: the work of a machine is not reviewed by itself: leave `reviewed` out",
            raw.pattern
        ));
    }
    Ok(AuthorRule { matcher: glob(&raw.pattern)?.compile_matcher(), kind, reviewed: raw.reviewed.unwrap_or(true) })
}

/// Names hold brackets, as in `renovate[bot]`: they stand for themselves.
fn glob(pattern: &str) -> Result<Glob, String> {
    let literal: String = pattern
        .chars()
        .flat_map(|c| match c {
            '[' => vec!['[', '[', ']'],
            ']' => vec!['[', ']', ']'],
            c => vec![c],
        })
        .collect();
    let built = GlobBuilder::new(&literal).case_insensitive(true).build();
    built.map_err(|error| format!("`{pattern}` is not a glob: {}", error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule_of(pattern: &str) -> AuthorRule {
        rule(&RawAuthor { pattern: pattern.into(), kind: AuthorType::Human, reviewed: None }).unwrap()
    }

    #[test]
    fn names_and_addresses_match() {
        assert!(rule_of("weblate*").admits("Weblate (bot)", "x@y.z"));
        assert!(rule_of("*@weblate.org").admits("Anna", "noreply@weblate.org"));
        assert!(rule_of("*[bot]").admits("renovate[bot]", "") && !rule_of("*[bot]").admits("rob", "rob"));
        assert!(!rule_of("weblate").admits("weblate-bot", "weblate@x"));
    }

    #[test]
    fn a_machine_is_not_its_own_reviewer() {
        let raw = RawAuthor { pattern: "*".into(), kind: AuthorType::Machine, reviewed: Some(true) };
        assert!(resolve(Some(vec![raw])).is_err());
    }
}
