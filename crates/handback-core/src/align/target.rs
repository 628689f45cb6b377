//! Link targets without what a localized page may change in them.

use super::token::{Class, Token};

/// Languages whose codes of two letters stand as a step of their own in the paths of localized sites. Others are
/// only taken for a locale where a region follows: `/is/`, `/no/` and `/to/` are ordinary steps.
const LANGUAGES: [&str; 24] = [
    "ar", "cs", "de", "en", "es", "fa", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "th",
    "tr", "uk", "vi", "zh", "bn",
];

/// The evidence of a link target: the whole, and its last step.
pub fn tokens(target: &str, found: &mut Vec<Token>) {
    let target = target.trim().trim_matches(['<', '>']).to_lowercase();
    let (path, fragment) = target.split_once('#').unwrap_or((&target, ""));
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let steps: Vec<&str> = steps(path).collect();
    let Some(last) = steps.last() else {
        // Anchors in the page itself are often those of the translated heading.
        if !fragment.is_empty() {
            found.push(Token::new(Class::Target, &format!("#{fragment}")));
        }
        return;
    };
    found.push(Token::new(Class::Target, &steps.join("/")));
    found.push(Token::new(Class::TargetEnd, last));
}

/// The steps of a path that say where it leads: no locale, no index, no way up.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    let path = path.split('?').next().unwrap_or(path).trim_end_matches(['.', ',', '\u{3002}', '\u{ff0c}']);
    path.split('/')
        .map(without_extension)
        .filter(|step| !matches!(*step, "" | "." | ".." | "index" | "_index" | "readme") && !is_locale(step))
}

fn without_extension(step: &str) -> &str {
    [".md", ".mdx", ".html", ".htm", ".markdown"].iter().find_map(|end| step.strip_suffix(end)).unwrap_or(step)
}

/// `en-us`, `fr`, `zh-hans`: a step, or the first label of a host (`ja.example.com`) cannot be distinguished here.
fn is_locale(step: &str) -> bool {
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    match step.split_once(['-', '_']) {
        Some((language, region)) => {
            language.len() == 2
                && letters(language)
                && matches!(region.len(), 2 | 4)
                && letters(region)
                && LANGUAGES.contains(&language)
        }
        None => LANGUAGES.contains(&step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(target: &str) -> Vec<Token> {
        let mut found = Vec::new();
        tokens(target, &mut found);
        found
    }

    #[test]
    fn locales_and_ways_up_do_not_count() {
        assert_eq!(of("/en/docs/start.md"), of("/fr/docs/start/"));
        assert_eq!(of("https://learn.contoso.com/en-us/azure/x"), of("https://learn.contoso.com/fr-fr/azure/x"));
        assert_eq!(of("../prices.md"), of("prices.md#top"));
        assert_eq!(of("guide/index.md"), of("/ja/guide/"));
        assert_ne!(of("/to/x"), of("/x"));
    }

    #[test]
    fn an_absolute_and_a_relative_target_share_their_end() {
        let (absolute, relative) = (of("https://contoso.com/docs/concepts/pods/"), of("../concepts/pods.md"));
        assert_ne!(absolute[0], relative[0]);
        assert_eq!(absolute[1], relative[1]);
    }

    #[test]
    fn an_anchor_of_the_page_is_a_target() {
        assert_eq!(of("#usage").len(), 1);
        assert_ne!(of("#usage"), of("#use"));
    }
}
