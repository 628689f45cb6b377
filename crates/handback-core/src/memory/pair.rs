//! A translation as other tools hand it over.

use crate::catalog::state::TranslationType;
use crate::text::date::Date;

/// A text of the source locale with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub source: String,
    pub target: String,
    /// A person's, unless the file says that a machine made it.
    pub kind: TranslationType,
    /// When it last changed, if the file says so.
    pub date: Option<Date>,
}

/// How well a language that a file names fits a locale: `None` if it is another language, or the same one
/// of another country. Smaller is better.
pub fn fit(named: &str, locale: &str) -> Option<u8> {
    let parts = |tag: &str| {
        let tag = tag.replace('_', "-").to_ascii_lowercase();
        let (language, rest) = tag.split_once('-').map_or((tag.as_str(), ""), |(language, rest)| (language, rest));
        (language.to_owned(), rest.to_owned())
    };
    let (named, locale) = (parts(named), parts(locale));
    if named == locale {
        Some(0)
    } else if named.0 == locale.0 && (named.1.is_empty() || locale.1.is_empty()) {
        Some(1)
    } else {
        None
    }
}

/// The same for the language that is translated from: English is English in every country.
pub fn fit_source(named: &str, locale: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    language(named) == language(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_count_where_they_are_named() {
        for (named, locale, expected) in [
            ("fr-FR", "fr-FR", Some(0)),
            ("FR_fr", "fr-FR", Some(0)),
            ("fr", "fr-FR", Some(1)),
            ("pt-BR", "pt", Some(1)),
            ("pt-BR", "pt-PT", None),
            ("fr", "fy", None),
        ] {
            assert_eq!(fit(named, locale), expected, "{named} {locale}");
        }
        assert!(fit_source("en-GB", "en-US") && !fit_source("de", "en-US"));
    }
}
