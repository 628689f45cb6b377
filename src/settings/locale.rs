//! A locale to translate into.

use unic_langid::LanguageIdentifier;

/// A locale to translate into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    pub name: String,
    /// Locales whose translations take the place of missing ones, in order.
    pub fallbacks: Vec<String>,
}

/// Refuses what is not a language tag in its canonical form.
pub fn check_locale(name: &str) -> Result<(), String> {
    // The locale of accented English is written so by everyone but the standard.
    if name == "qps-ploc" {
        return Ok(());
    }
    match name.parse::<LanguageIdentifier>() {
        Ok(id) if id == name => Ok(()),
        Ok(id) => Err(format!("locale `{name}` is written `{id}`")),
        Err(_) => Err(format!("`{name}` is not a locale: expected a language tag such as `fr-FR`")),
    }
}
