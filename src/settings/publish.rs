//! `publish`: which documents have a page in a locale.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

/// Which documents have a page in a locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Publish {
    /// Every one: what has no translation is English there.
    #[default]
    All,
    /// Those of whose texts at least so many percent are current, 1 to 100; 1 asks for a single text.
    MinCurrent(u32),
}

impl Publish {
    /// Whether a page of so many texts is far enough to be published.
    pub fn is_reached(self, current: usize, texts: usize) -> bool {
        match self {
            Self::All => true,
            Self::MinCurrent(percent) => current > 0 && (percent == 1 || current * 100 >= texts * percent as usize),
        }
    }
}

impl fmt::Display for Publish {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => formatter.write_str("all"),
            Self::MinCurrent(1) => formatter.write_str("translated"),
            Self::MinCurrent(percent) => write!(formatter, "{{min_current: {percent}}}"),
        }
    }
}

/// Which documents have a page: every one, those with a translation, or those that are far enough.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected `all`, `translated` or `{min_current: PERCENT}`")]
pub enum RawPublish {
    Form(PublishForm),
    Share(RawShare),
}

/// A rule that has a name.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PublishForm {
    /// Every document.
    All,
    /// Documents of which at least one text is current: the same as `min_current: 1`.
    Translated,
}

/// Documents that are far enough.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawShare {
    /// Percentage of the texts of a page that are current, at least: 1 to 100.
    pub min_current: u32,
}

/// Checks a rule.
pub fn resolve(raw: RawPublish) -> Result<Publish, String> {
    match raw {
        RawPublish::Form(PublishForm::All) => Ok(Publish::All),
        RawPublish::Form(PublishForm::Translated) => Ok(Publish::MinCurrent(1)),
        RawPublish::Share(RawShare { min_current }) if (1..=100).contains(&min_current) => {
            Ok(Publish::MinCurrent(min_current))
        }
        RawPublish::Share(RawShare { min_current }) => {
            Err(format!("publish: `min_current: {min_current}` is no percentage: expected 1 to 100"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(yaml: &str) -> Result<Publish, String> {
        resolve(serde_yaml::from_str(yaml).map_err(|error| error.to_string())?)
    }

    #[test]
    fn rules_are_read() {
        assert_eq!(publish("all"), Ok(Publish::All));
        assert_eq!(publish("translated"), Ok(Publish::MinCurrent(1)));
        assert_eq!(publish("{min_current: 80}"), Ok(Publish::MinCurrent(80)));
        for yaml in ["{min_current: 0}", "{min_current: 101}"] {
            assert!(publish(yaml).unwrap_err().contains("expected 1 to 100"), "{yaml}");
        }
        for yaml in ["none", "80", "{min_human: 80}", "{min_current: -1}"] {
            assert!(publish(yaml).unwrap_err().contains("expected `all`, `translated`"), "{yaml}");
        }
    }

    #[test]
    fn a_share_is_reached_or_not() {
        assert!(Publish::All.is_reached(0, 5));
        assert!(Publish::MinCurrent(1).is_reached(1, 900) && !Publish::MinCurrent(1).is_reached(0, 900));
        assert!(Publish::MinCurrent(50).is_reached(2, 4) && !Publish::MinCurrent(50).is_reached(2, 5));
        assert!(Publish::MinCurrent(100).is_reached(3, 3) && !Publish::MinCurrent(100).is_reached(299, 300));
        assert!(!Publish::MinCurrent(1).is_reached(0, 0), "without texts there is nothing to publish");
    }
}
