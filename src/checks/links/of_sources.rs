//! Faults of the sources, as findings: each once, under the source locale.

use std::cell::LazyCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use handback_core::document::links::Mention;
use rustc_hash::FxHashSet;

use super::lines::Lines;
use super::source::{Fault, SourcePage, Verdict, is_shared};
use super::world::Missing;
use super::{Links, words};
use crate::checks::finding::Finding;

/// Where something is first that is missing on several pages.
struct First<'a> {
    page: usize,
    line: u32,
    target: &'a str,
    pages: usize,
}

/// All faults but addresses. What one change fixes on all pages is reported once.
pub fn faults(links: &Links<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut shared: BTreeMap<&Missing, First<'_>> = BTreeMap::new();
    for (page, source) in links.sources.iter().enumerate() {
        let mut seen = FxHashSet::default();
        let lines = LazyCell::new(|| Lines::of(source.document.source));
        for (mention, fault) in source.faults().filter(|(_, fault)| seen.insert(*fault)) {
            match fault {
                Fault::Locale(_) => {}
                Fault::Missing(missing) if is_shared(missing) => match shared.entry(missing) {
                    Entry::Occupied(mut first) => first.get_mut().pages += 1,
                    Entry::Vacant(new) if source.is_live(mention.target) => {
                        new.insert(First { page, line: lines.at(mention.at), target: mention.target, pages: 1 });
                    }
                    Entry::Vacant(_) => {}
                },
                _ => {
                    let finding = words::fault(links, mention.target, fault, None);
                    found.push(at(links, finding, page, lines.at(mention.at)));
                }
            }
        }
    }
    found.extend(shared.into_iter().map(|(missing, first)| {
        let mut finding = words::missing(first.target, missing);
        finding.message = format!("{}{}", finding.message, words::on_pages(first.pages)).into();
        at(links, finding, first.page, first.line)
    }));
    found
}

/// Addresses that name a locale: one finding for a page and the site that they lead to. `asked` has those that name the
/// source locale and are on localized pages too.
pub fn addresses(links: &Links<'_>, asked: &BTreeSet<(usize, String)>) -> Vec<Finding> {
    let of_page = |(page, source)| of_page(links, asked, page, source);
    links.sources.iter().enumerate().flat_map(of_page).collect()
}

fn of_page(links: &Links<'_>, asked: &BTreeSet<(usize, String)>, page: usize, source: &SourcePage<'_>) -> Vec<Finding> {
    let lines = LazyCell::new(|| Lines::of(source.document.source));
    let mut sites: BTreeMap<(&str, bool), (Mention<'_>, &str, BTreeSet<&str>)> = BTreeMap::new();
    for (mention, verdict) in &source.mentions {
        let (named, is_own) = match verdict {
            Verdict::Wrong(Fault::Locale(named)) => (named, false),
            Verdict::Locale(named) if asked.contains(&(page, mention.target.to_owned())) => (named, true),
            _ => continue,
        };
        let first = || (*mention, named.as_str(), BTreeSet::new());
        let (_, _, targets) = sites.entry((words::site(mention.target), is_own)).or_insert_with(first);
        targets.insert(mention.target);
    }
    let sites = sites.into_iter().map(|((_, is_own), (mention, named, targets))| {
        at(links, words::addresses(mention.target, named, is_own, targets.len()), page, lines.at(mention.at))
    });
    sites.collect()
}

/// Gives a finding its place in a source.
fn at(links: &Links<'_>, mut finding: Finding, page: usize, line: u32) -> Finding {
    let view = links.snapshot.page(page);
    finding.locale = Some(links.snapshot.config.source_locale.as_str().into());
    finding.document = Some(view.name().clone());
    finding.file = Some(links.world.shown(page).into());
    finding.line = Some(line);
    finding
}
