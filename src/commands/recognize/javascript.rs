//! Looks for values in the text of a configuration that is a JavaScript or TypeScript program, without running it, and for packages
//! in a `package.json`.

use serde_json::Value;

/// The string that a key has somewhere in the text: `defaultLocale: 'en'`.
pub fn string(text: &str, key: &str) -> Option<String> {
    strings(text, key).next()
}

/// Whether a `package.json` names a package that the site needs.
pub fn uses(package: &Value, name: &str) -> bool {
    let lists = ["dependencies", "devDependencies"];
    lists.iter().any(|key| package.get(*key).and_then(|all| all.get(name)).is_some())
}

/// The strings that a key has, wherever it is in the text.
pub fn strings(text: &str, key: &str) -> impl Iterator<Item = String> {
    values(text, key).filter_map(quoted)
}

/// Whether a key has a string somewhere in the text.
pub fn says(text: &str, key: &str, value: &str) -> bool {
    strings(text, key).any(|found| found == value)
}

/// The names in the list or map that a key has: `locales: ['en', 'fr']`, `locales: { root: {…}, fr: {…} }`.
pub fn names(text: &str, key: &str) -> Vec<String> {
    values(text, key).map(of_collection).find(|names| !names.is_empty()).unwrap_or_default()
}

/// Whether a key has a map whose `link` leads to another site: `de: { label: 'Deutsch', link: 'https://de.contoso.com' }`.
pub fn leads_away(text: &str, key: &str) -> bool {
    values(text, key).filter_map(|value| value.strip_prefix('{')).any(|map| {
        let map = &map[..map.find(['{', '}']).unwrap_or(map.len())];
        string(map, "link").is_some_and(|link| link.starts_with("http"))
    })
}

/// The text after every place where a key stands.
fn values<'t>(text: &'t str, key: &str) -> impl Iterator<Item = &'t str> {
    text.match_indices(key).filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        let line = text[..at].rsplit('\n').next().unwrap_or("").trim_start();
        let is_whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$' || c == '.');
        let after = text[at + key.len()..].trim_start_matches(['\'', '"']).trim_start();
        let after = after.strip_prefix(':').or_else(|| after.strip_prefix('='))?;
        (is_whole && !line.starts_with("//") && !line.starts_with('*')).then(|| after.trim_start())
    })
}

fn quoted(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))?;
    text[1..].split_once(quote).map(|(value, _)| value.to_owned())
}

/// Strings of a list, keys of a map, each of the outermost level.
fn of_collection(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_map = text.starts_with('{');
    if !is_map && !text.starts_with('[') {
        return found;
    }
    let (mut depth, mut rest) = (0usize, text);
    while let Some(c) = rest.chars().next() {
        let mut step = c.len_utf8();
        match c {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            '/' if rest.starts_with("//") => step = rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => step = rest.find("*/").map_or(rest.len(), |end| end + 2),
            '\'' | '"' | '`' => {
                let Some(value) = quoted(rest) else { break };
                step = value.len() + 2;
                if depth == 1 && is_map == is_key(&rest[step..]) {
                    found.push(value);
                }
            }
            c if is_map && depth == 1 && (c.is_alphabetic() || c == '_') => {
                let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                step = word.len();
                if is_key(&rest[step..]) {
                    found.push(word);
                }
            }
            _ => {}
        }
        rest = &rest[step..];
    }
    found
}

fn is_key(after: &str) -> bool {
    after.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_programs() {
        let text = "// locales: ['xx']\nexport default {\n  i18n: { \"defaultLocale\": 'en', locales: ['en', \"pt-BR\", /* 'de' */ `fr`] },\n";
        assert_eq!(string(text, "defaultLocale").as_deref(), Some("en"));
        assert_eq!(names(text, "locales"), ["en", "pt-BR", "fr"]);
        let text = "locales: {\n root: { label: 'English', lang: 'en' },\n 'pt-br': { label: 'Português' }, // de: {\n fr: { themeConfig: { nav: [] } },\n}";
        assert_eq!(names(text, "locales"), ["root", "pt-br", "fr"]);
        let text = "locales: {\n root: { label: 'English' },\n de: { label: 'Deutsch', link: 'https://de.contoso.com' },\n fr: { label: 'Français', link: '/fr/' },\n}, social: { link: 'https://contoso.com' }";
        assert!(leads_away(text, "de") && !leads_away(text, "fr") && !leads_away(text, "root"));
        assert_eq!(names("locales,\n", "locales"), Vec::<String>::new());
        assert_eq!(names("locales: {", "locales"), Vec::<String>::new());
    }
}
