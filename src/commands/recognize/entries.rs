//! Entries of the front matter that localized pages have for themselves: their language, who translated them.

use std::collections::BTreeMap;

use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// So many pages have to show it.
const ENOUGH: usize = 3;

/// What pages show of their front matter.
#[derive(Debug, Default)]
pub struct Entries {
    /// How many pages have an entry that their English has not, by its key.
    added: BTreeMap<String, usize>,
    /// How often an entry is the name of the locale, where that of the English is another.
    named: BTreeMap<String, usize>,
    /// How often it is neither that nor what the English has.
    other: BTreeMap<String, usize>,
}

impl Entries {
    /// Looks at a page beside its English.
    pub fn look(&mut self, config: &Config, locale: &Locale, [english, page]: [&str; 2]) {
        let english: BTreeMap<&str, &str> = top_level(english).collect();
        let commits = config.front_matter.of_locale(locale).commit;
        for (key, value) in top_level(page) {
            let is_known = config.parse.front_matter_keys.iter().any(|known| known.split('.').next() == Some(key))
                || commits.iter().any(|way| way.first().is_some_and(|first| first == key));
            let count = match english.get(key) {
                _ if is_known => continue,
                None => &mut self.added,
                Some(own) if *own == value => continue,
                Some(_) if value == locale.folder() => &mut self.named,
                Some(_) => &mut self.other,
            };
            *count.entry(key.to_owned()).or_default() += 1;
        }
    }

    /// Keys whose values name the locale, and keys that belong to the page.
    pub fn rules(self) -> (Vec<String>, Vec<String>) {
        let is_name = |(key, seen): &(&String, &usize)| **seen >= ENOUGH && !self.other.contains_key(*key);
        let set: Vec<String> = self.named.iter().filter(is_name).map(|(key, _)| key.clone()).collect();
        let own = self.added.iter().filter(|(key, seen)| **seen >= ENOUGH && !set.contains(key));
        let keep = own.map(|(key, _)| key.clone()).collect();
        (set, keep)
    }
}

/// Keys at the top level of YAML front matter, each with what stands behind it in its line.
fn top_level(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let body = text.trim_start_matches('\u{feff}').strip_prefix("---").unwrap_or("");
    let lines = body.lines().skip(1).take_while(|line| line.trim_end() != "---");
    lines.filter_map(|line| {
        let (key, value) = line.split_once(':')?;
        let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let is_plain = !key.is_empty() && key.bytes().all(is_key) && key.starts_with(|c: char| c.is_ascii_alphabetic());
        is_plain.then(|| (key, value.trim().trim_matches(['"', '\''])))
    })
}
