//! Entries of the front matter that localized pages have for themselves: their language, who translated them.

use std::collections::{BTreeMap, BTreeSet};

use handback_core::document::front_matter::head::{Entry, Head};
use serde_json::Value;

use crate::settings::config::Config;
use crate::settings::locale::Locale;

/// So many pages have to show it.
const ENOUGH: usize = 3;
/// Of so many pages with an entry one has to have another than its English.
const DIFFERING: usize = 4;

/// Of so many pages one may be without an entry that names the locale: a rule gives it to all of them.
const EXCEPTIONS: usize = 8;

/// What pages show of their front matter.
#[derive(Debug, Default)]
pub struct Entries {
    /// How many pages were looked at.
    pages: usize,
    /// How many of them have an entry.
    there: BTreeMap<String, usize>,
    /// How many pages have an entry that their English has not, by its key.
    added: BTreeMap<String, usize>,
    /// How often an entry is the name of the locale, and that of the English is not.
    named: BTreeMap<String, usize>,
    /// How often it is, where the English has the name of its own locale: what it means is certain.
    surely_named: BTreeMap<String, usize>,
    /// How often it is neither that nor what the English has.
    other: BTreeMap<String, usize>,
    /// How often both have the entry.
    both: BTreeMap<String, usize>,
}

impl Entries {
    /// Looks at a page beside its English.
    pub fn look(&mut self, config: &Config, locale: &Locale, [english, page]: [&str; 2]) {
        let flavor = config.parse.constructs.flavor;
        // A page without front matter is one without the entry.
        self.pages += 1;
        let (Some(page), english) = (Head::of(page, flavor), Head::of(english, flavor)) else { return };
        let commits = config.front_matter.of_locale(locale).commit;
        for Entry { name, .. } in &page.entries {
            let is_known = config.parse.front_matter_keys.iter().any(|known| known.split('.').next() == Some(name))
                || commits.iter().any(|way| way.first() == Some(name));
            *self.there.entry(name.clone()).or_default() += 1;
            let way = std::slice::from_ref(name);
            let texts = &config.parse.front_matter_keys;
            let value = page.value_without_texts(way, texts);
            if !is_known && english.as_ref().is_some_and(|english| english.entry(name).is_some()) {
                *self.both.entry(name.clone()).or_default() += 1;
            }
            let is_named = value.as_ref().and_then(Value::as_str) == Some(locale.folder());
            let of_english = english.as_ref().and_then(|english| english.value_without_texts(way, texts));
            if is_named && of_english.as_ref().and_then(Value::as_str) == Some(config.source_locale.as_str()) {
                *self.surely_named.entry(name.clone()).or_default() += 1;
            }
            let count = match english.as_ref().filter(|english| english.entry(name).is_some()) {
                _ if is_known => continue,
                Some(_) if of_english == value => continue,
                _ if is_named => &mut self.named,
                None => &mut self.added,
                Some(_) => &mut self.other,
            };
            *count.entry(name.clone()).or_default() += 1;
        }
    }

    /// Keys whose values name the locale, and keys that belong to the page.
    pub fn rules(self) -> (Vec<String>, Vec<String>) {
        let is_name = |(key, seen): &(&String, &usize)| {
            let lacking = self.pages.saturating_sub(self.there.get(*key).copied().unwrap_or(0));
            let is_another = self.other.contains_key(*key) || self.added.contains_key(*key);
            let is_sure = self.surely_named.get(*key) == Some(*seen);
            (is_sure || **seen >= ENOUGH) && !is_another && lacking * EXCEPTIONS <= self.pages
        };
        let (set, named): (Vec<_>, Vec<_>) = self.named.iter().partition(is_name);
        let set: Vec<String> = set.into_iter().map(|(key, _)| key.clone()).collect();
        let own = self.added.iter().chain(named).filter(|(key, seen)| **seen >= ENOUGH && !set.contains(key));
        // A day of its own, a picture in its language: what differs as often is no page that is behind.
        let differs = |(key, seen): &(&String, &usize)| {
            **seen >= ENOUGH && **seen * DIFFERING >= self.both.get(*key).copied().unwrap_or(0) && !set.contains(*key)
        };
        let differing = self.other.iter().filter(differs);
        let keep: BTreeSet<String> = own.chain(differing).map(|(key, _)| key.clone()).collect();
        (set, keep.into_iter().collect())
    }
}
