//! What localized pages that are there already show of a site: how their links and headings differ from the English.

use std::collections::BTreeMap;

use handback_core::document::{Document, links};
use rustc_hash::FxHashSet;

use super::entries::Entries;
use crate::project::discover::{self, Source};
use crate::project::files;
use crate::settings::config::Config;
use crate::settings::locale::{Locale, language};

/// What the pages show.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Headings have the ids of the English behind them.
    pub heading_ids: bool,
    /// What targets begin with in English, and in a locale.
    pub links: Vec<(String, String)>,
    /// Keys of the front matter whose values name the locale.
    pub set: Vec<String>,
    /// Keys of the front matter that only localized pages have, or have otherwise than the English.
    pub keep: Vec<String>,
    /// A locale has pages, and not all of them: the site shows the English of the others.
    pub lacks_pages: bool,
    /// Pages have no metadata of a hand-off, where those of the flavor have some.
    pub without_metadata: bool,
}

/// So many pages of a locale are read.
pub const PAGES: usize = 300;
/// So often a thing has to be seen.
const ENOUGH: usize = 3;
/// A rule must not change pages that do otherwise: one in so many may.
const EXCEPTIONS: usize = 8;

/// Reads localized pages beside their English. A page that cannot be read shows nothing; whoever reads it next says so.
/// `address` is where the site is published.
pub fn look(config: &Config, address: Option<&str>) -> Shown {
    let sources = discover::discover(config, &mut |_| ()).sources;
    let (mut tally, mut lacks_pages) = (Tally { address, ..Tally::default() }, false);
    for locale in &config.locales {
        let pages = sources.iter().filter_map(|source| page(config, locale, source).map(|page| (source, page)));
        let is_there = |source: &&Source| files::is_there(&config.output_path(&locale.name, &source.name));
        let there = sources.iter().filter(is_there).count();
        lacks_pages |= there > 0 && there < sources.len();
        for (source, page) in pages.take(PAGES) {
            if let Ok(english) = discover::read(config, source) {
                tally.links(config, locale, source, [&english, &page]);
                tally.headings(config, source, [&english, &page]);
                tally.entries.look(config, locale, [&english, &page]);
            }
        }
    }
    let (heading_ids, links) = (tally.with_id >= ENOUGH && tally.with_id > tally.without_id, tally.rules());
    let (set, keep) = tally.entries.rules();
    Shown { heading_ids, links, set, keep, lacks_pages, without_metadata: false }
}

fn page(config: &Config, locale: &Locale, source: &Source) -> Option<String> {
    String::from_utf8(files::read(&config.output_path(&locale.name, &source.name)).ok()?).ok()
}

#[derive(Default)]
struct Tally<'a> {
    /// Where the site is published.
    address: Option<&'a str>,
    /// How often a target is written for its locale, by what it begins with in English, and in a locale.
    written: BTreeMap<String, BTreeMap<String, usize>>,
    /// Targets that localized pages leave as they are in English, and how often.
    left: BTreeMap<String, usize>,
    with_id: usize,
    without_id: usize,
    entries: Entries,
}

impl Tally<'_> {
    fn links(&mut self, config: &Config, locale: &Locale, source: &Source, [english, page]: [&str; 2]) {
        let targets = |text| -> FxHashSet<&str> {
            links::mentions(text, source.syntax).into_iter().map(|mention| mention.target).collect()
        };
        let known = targets(english);
        for target in targets(page) {
            if known.contains(target) {
                *self.left.entry(target.to_owned()).or_default() += 1;
                continue;
            }
            for (from, to) in rules_of(target, self.address, &known, &config.source_locale, locale) {
                *self.written.entry(from).or_default().entry(to).or_default() += 1;
            }
        }
    }

    /// Headings whose English has an id by its text alone.
    fn headings(&mut self, config: &Config, source: &Source, [english, page]: [&str; 2]) {
        let english = Document::parse(english, source.syntax, &config.parse);
        let slugs: FxHashSet<&str> = english
            .headings
            .iter()
            .filter(|heading| heading.id.is_none())
            .map(|heading| heading.slug.as_str())
            .collect();
        for heading in &Document::parse(page, source.syntax, &config.parse).headings {
            match &heading.id {
                Some(id) => self.with_id += usize::from(slugs.contains(&**id)),
                None => self.without_id += usize::from(!slugs.contains(heading.slug.as_str())),
            }
        }
    }

    /// The rules that are seen often enough, and hardly ever broken.
    fn rules(&self) -> Vec<(String, String)> {
        let mut rules = Vec::new();
        for (from, ways) in &self.written {
            // Of ways that are as frequent, the first is the plainest: `{locale}`.
            let Some((to, seen)) = ways.iter().max_by_key(|(to, seen)| (**seen, std::cmp::Reverse(rank(to)))) else {
                continue;
            };
            let left = || self.left.iter().filter(|(target, _)| target.starts_with(from.as_str()));
            // Files of the site are in no locale.
            let has_files = left().any(|(target, _)| is_file(target));
            if *seen >= ENOUGH && !has_files && left().map(|(_, n)| n).sum::<usize>() * EXCEPTIONS <= *seen {
                rules.push((from.clone(), to.clone()));
            }
        }
        // Sorted, so that what holds for all that lies below goes before it.
        let mut plain: Vec<(String, String)> = Vec::new();
        for rule in rules {
            if !plain.iter().any(|(from, _)| rule.0.starts_with(from.as_str())) {
                plain.push(rule);
            }
        }
        plain
    }
}

/// Names of a locale in addresses, in the order of preference.
const NAMES: [&str; 4] = ["{locale}", "{lang}", "{locale:lower}", "{locale:tag}"];

fn rank(to: &str) -> usize {
    NAMES.iter().position(|name| to.contains(name)).unwrap_or(NAMES.len())
}

/// The rules by which a target of a localized page may come from one of the English: `/en/a/b` or `/a/b` is `/fr/a/b`.
fn rules_of(
    target: &str,
    address: Option<&str>,
    english: &FxHashSet<&str>,
    source_locale: &str,
    locale: &Locale,
) -> Vec<(String, String)> {
    let Some(start) = start_of_path(target, address).filter(|_| !is_file(target)) else { return Vec::new() };
    let (site, path) = target.split_at(start);
    let parts: Vec<&str> = path.split('/').collect();
    let names = [locale.folder(), language(&locale.name), &locale.name.to_lowercase(), &locale.name];
    let mut rules = Vec::new();
    for (at, part) in parts.iter().enumerate().take(3) {
        let before = || parts[..at].iter().map(|part| format!("{part}/")).collect::<String>();
        let after = parts[at + 1..].join("/");
        for (name, _) in NAMES.iter().zip(names).filter(|(_, spelled)| spelled == part) {
            let (before, mut found) = (format!("{site}{}", before()), Vec::new());
            for own in [source_locale, &source_locale.to_lowercase(), language(source_locale)] {
                if english.contains(format!("{before}{own}/{after}").as_str()) {
                    found.push((format!("{before}{own}/"), format!("{before}{name}/")));
                }
            }
            let first = after.split_once('/').map(|(first, _)| first).filter(|first| !first.is_empty());
            if let Some(first) = first
                && english.contains(format!("{before}{after}").as_str())
            {
                found.push((format!("{before}{first}/"), format!("{before}{name}/{first}/")));
                found.push((before.clone(), format!("{before}{name}/")));
            }
            found.dedup();
            rules.extend(found);
        }
    }
    rules.sort();
    rules.dedup();
    rules
}

/// Whether an address is that of an image or another file: not every locale has one of its own.
fn is_file(target: &str) -> bool {
    let path = target.split(['?', '#']).next().unwrap_or("");
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| !matches!(extension, "html" | "htm" | "md" | "mdx"))
}

/// Where the path of an address begins, behind its first `/`; `None` of what is relative, and of other sites: nobody knows
/// in which locales they are.
fn start_of_path(target: &str, address: Option<&str>) -> Option<usize> {
    if let Some(address) = address
        && target.strip_prefix(address).is_some_and(|path| path.starts_with('/'))
    {
        return Some(address.len() + 1);
    }
    (target.starts_with('/') && !target.starts_with("//")).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_of_localized_pages_come_from_the_english() {
        let english: FxHashSet<&str> = [
            "/en/steps/",
            "/docs/steps#list",
            "/en-US/docs/x",
            "https://harbor.example/en/a",
            "https://gate.example/docs/steps",
            "/img/boat.png",
            "/blog",
        ]
        .into_iter()
        .collect();
        let locale = Locale { name: "pt-BR".into(), folder: Some("pt-br".into()), ..Locale::default() };
        let rules = |target: &str| -> Vec<String> {
            let rules = rules_of(target, Some("https://gate.example"), &english, "en-US", &locale);
            rules.into_iter().map(|(from, to)| format!("{from} {to}")).collect()
        };
        assert_eq!(rules("/pt-br/steps/"), ["/en/ /{locale:lower}/", "/en/ /{locale}/"]);
        assert_eq!(rules("/pt-BR/docs/x"), ["/en-US/ /{locale:tag}/"]);
        assert_eq!(rules("/pt/docs/steps#list"), ["/ /{lang}/", "/docs/ /{lang}/docs/"]);
        assert_eq!(
            rules("https://gate.example/pt-BR/docs/steps"),
            [
                "https://gate.example/ https://gate.example/{locale:tag}/",
                "https://gate.example/docs/ https://gate.example/{locale:tag}/docs/",
            ]
        );
        for other in [
            "/pt-br/blog",
            "/pt-br/img/boat.png",
            "/pt-br/other/",
            "pt-br/steps/",
            "/fr/steps/",
            "https://harbor.example/pt/a",
            "#pt",
        ] {
            assert_eq!(rules(other), Vec::<String>::new(), "{other}");
        }
    }
}
