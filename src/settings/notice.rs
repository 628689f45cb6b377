//! `notice`: what readers are said of pages that a machine translated, or that are behind their English.

use handback_core::render::notice::{Place, block_of};
use handback_core::text::flavor::Flavor;
use schemars::JsonSchema;
use serde::Deserialize;

/// Where pages say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nowhere.
    #[default]
    Off,
    /// On the page, in the form of the flavor, or in this one.
    Block(Option<String>),
    /// In the front matter, below this key.
    FrontMatter(String),
}

impl Notice {
    /// Where pages of a site say it.
    pub fn place(&self, flavor: Flavor) -> Option<Place> {
        match self {
            Self::Off => None,
            Self::Block(own) => Some(Place::Block(own.as_deref().unwrap_or(block_of(flavor)).to_owned())),
            Self::FrontMatter(key) => Some(Place::Key(key.clone())),
        }
    }
}

/// Where pages say it, by a name or in a form of one's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected `none`, `block`, `front_matter`, or one of `{block: TEXT}` and `{front_matter: KEY}`"
)]
pub enum RawNotice {
    Form(NoticeForm),
    Own(RawOwnNotice),
}

/// A place that has a name.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeForm {
    None,
    /// Below the title of the page, as the flavor writes a note.
    Block,
    /// In the front matter, below the key `translation`, for the theme to show.
    FrontMatter,
}

/// A place in a form of one's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum RawOwnNotice {
    /// What stands on the page, with `{text}` for the words.
    Block(String),
    /// The key of the front matter.
    FrontMatter(String),
}

/// Checks the setting.
pub fn resolve(raw: RawNotice) -> Result<Notice, String> {
    match raw {
        RawNotice::Form(NoticeForm::None) => Ok(Notice::Off),
        RawNotice::Form(NoticeForm::Block) => Ok(Notice::Block(None)),
        RawNotice::Form(NoticeForm::FrontMatter) => Ok(Notice::FrontMatter("translation".to_owned())),
        RawNotice::Own(RawOwnNotice::Block(block)) => {
            let block = block.trim_matches('\n').to_owned();
            if block.contains("{text}") {
                Ok(Notice::Block(Some(block)))
            } else {
                Err("notice: `block` has no `{text}`, which stands for the words".to_owned())
            }
        }
        RawNotice::Own(RawOwnNotice::FrontMatter(key)) => {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
            if key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(is_plain) {
                Ok(Notice::FrontMatter(key))
            } else {
                Err(format!("notice: `{key}` is no key of a front matter: expected letters, digits, `-` and `_`"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(yaml: &str) -> Result<Notice, String> {
        resolve(serde_yaml::from_str(yaml).map_err(|error| error.to_string())?)
    }

    #[test]
    fn places_are_read() {
        assert_eq!(notice("none"), Ok(Notice::Off));
        assert_eq!(notice("block"), Ok(Notice::Block(None)));
        assert_eq!(notice("front_matter"), Ok(Notice::FrontMatter("translation".into())));
        assert_eq!(notice("{front_matter: l10n}"), Ok(Notice::FrontMatter("l10n".into())));
        assert_eq!(notice("{block: \"(i) {text}\\n\"}"), Ok(Notice::Block(Some("(i) {text}".into()))));
        for (yaml, expected) in [
            ("banner", "expected `none`"),
            ("{block: Beware}", "no `{text}`"),
            ("{front_matter: a.b}", "is no key"),
            ("{front_matter: a, block: \"{text}\"}", "expected"),
        ] {
            let error = notice(yaml).unwrap_err();
            assert!(error.contains(expected), "{yaml}: {error}");
        }
    }
}
