//! Locales in addresses: `https://contoso.example/en-us/help`.

use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// Languages that sites publish in. Those that are common words (`is`, `no`, `to`, `my`) are left out.
const LANGUAGES: &[&str] = &[
    "ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "nn", "pl", "pt",
    "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh",
];

/// The locale that the path of an address names: a language with a region in one of the first two folders, or one of
/// `alone` by itself in the first.
pub fn named<'p>(path: &'p str, alone: &[String]) -> Option<&'p str> {
    let path = path.split(['?', '#']).next().unwrap_or("");
    // Read the Docs puts a language before the version of every manual, and most have only that one.
    let is_manual = path.split('/').nth(1).is_some_and(|version| matches!(version, "latest" | "stable"));
    path.split('/').take(2).enumerate().find_map(|(at, folder)| {
        let (language, region) = folder.split_once(['-', '_']).unwrap_or((folder, ""));
        let is_region = region.rsplit(['-', '_']).next().is_some_and(|last| {
            last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic()) && region.len() <= "hans-cn".len()
        });
        let known = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(language));
        let by_itself = || {
            at == 0 && !is_manual && region.is_empty() && alone.iter().any(|known| known.eq_ignore_ascii_case(language))
        };
        (is_region && known(LANGUAGES) || by_itself()).then_some(folder)
    })
}

/// The languages of a project that may stand alone in an address.
pub fn languages(config: &Config) -> Vec<String> {
    let locales = config.locales.iter().map(|locale| locale.name.as_str());
    let mut all: Vec<String> = locales.chain([config.source_locale.as_str()]).map(language).collect();
    all.retain(|language| LANGUAGES.contains(&language.as_str()));
    all.sort();
    all.dedup();
    all
}

/// Whether readers of a locale are at home where an address leads: its language, or that of a locale it falls back to.
/// Chinese is written in two scripts, which differ by region; one that says neither is at home in its own.
pub fn is_at_home(named: &str, locale: &Locale) -> bool {
    let mut homes = locale.fallbacks.iter().chain([&locale.name]);
    homes.any(|home| {
        language(home) == language(named)
            && (language(named) != "zh" || !named.contains(['-', '_']) || is_traditional(home) == is_traditional(named))
    })
}

/// Whether Chinese is written in traditional characters. By itself it is written in simplified ones.
fn is_traditional(locale: &str) -> bool {
    let mut parts = locale.split(['-', '_']).skip(1);
    parts.any(|part| ["hant", "tw", "hk", "mo"].iter().any(|known| part.eq_ignore_ascii_case(known)))
}

fn language(locale: &str) -> String {
    locale.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_seen_in_the_first_folders() {
        let alone = ["en".to_owned(), "fr".to_owned()];
        for (path, expected) in [
            ("en-us/azure", Some("en-us")),
            ("docs/fr-FR/x", Some("fr-FR")),
            ("zh-hans-cn/x", Some("zh-hans-cn")),
            ("fr/x", Some("fr")),
            ("de/x", None),
            ("en/latest/x.html", None),
            ("docs/fr/x", None),
            ("ci-cd/x", None),
            ("to-do/x", None),
            ("a/b/en-us", None),
            ("azure/active-directory", None),
            ("x?lang=en-us/", None),
            ("", None),
        ] {
            assert_eq!(named(path, &alone), expected, "{path}");
        }
    }

    #[test]
    fn a_language_is_at_home_in_its_regions() {
        let locale = |name: &str, fallbacks: &[&str]| Locale {
            name: name.into(),
            fallbacks: fallbacks.iter().map(|name| (*name).to_owned()).collect(),
            ..Locale::default()
        };
        assert!(is_at_home("fr-fr", &locale("fr-CA", &[])) && is_at_home("FR", &locale("fr-CA", &[])));
        assert!(!is_at_home("en-us", &locale("fr-CA", &[])) && is_at_home("en-us", &locale("fr-CA", &["en-GB"])));
        assert!(!is_at_home("zh-cn", &locale("zh-TW", &[])) && is_at_home("zh_tw", &locale("zh-TW", &[])));
        assert!(is_at_home("zh-cn", &locale("zh", &[])) && is_at_home("zh-CN", &locale("zh-Hans", &[])));
        assert!(!is_at_home("zh-tw", &locale("zh", &[])) && is_at_home("zh-hant-tw", &locale("zh-HK", &[])));
    }
}
