//! Of which documents the links have to be looked at again after a change, and which others that takes.
//!
//! What is found about a link depends on the page that it stands on, on the page that it leads to, and on what that includes, or what
//! includes it. What is found about files that are no pages depends on all pages that name one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::ties::{self, NO_FILES};
use crate::project::index::{Record, meet};

/// Documents by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relinked {
    /// Whose links are to be looked at again; also those that are gone.
    pub pages: FxHashSet<String>,
    /// What has to be read for that.
    pub needed: FxHashSet<String>,
}

/// A document that was read: its name, what the index said of it, and what it is now.
pub type Pair<'r> = (&'r str, Option<&'r Record>, Option<&'r Record>);

/// Looks at the documents that were read, and asks those `outside`. `None`: that is for all documents to say.
pub fn relinked(pairs: &[Pair<'_>], outside: &[(&str, &Record)]) -> Option<Relinked> {
    let mut found = Relinked::default();
    // Names of documents that came or went, and of those whose headings changed.
    let (mut moved, mut headings) = (FxHashSet::default(), FxHashSet::default());
    for (name, old, new) in pairs {
        let is_document = |record: &&&Record| record.is_document;
        match (old.as_ref().filter(is_document), new.as_ref().filter(is_document)) {
            (Some(old), Some(new)) => {
                if old.files != new.files {
                    return None;
                }
                if old.links != new.links {
                    found.pages.insert((*name).to_owned());
                }
                if old.headings != new.headings {
                    headings.extend(ties::names(name));
                }
            }
            (None, None) => {}
            (Some(one), None) | (None, Some(one)) => {
                if one.files != NO_FILES {
                    return None;
                }
                found.pages.insert((*name).to_owned());
                moved.extend(ties::names(name));
            }
        }
    }
    let now = || {
        let inside = pairs.iter().filter_map(|(name, _, new)| Some((*name, (*new)?)));
        inside.chain(outside.iter().copied()).filter(|(_, record)| record.is_document)
    };
    if !moved.is_empty() || !headings.is_empty() {
        let aiming = now().filter(|(_, record)| meet(&moved, &record.targets) || meet(&headings, &record.aims));
        found.pages.extend(aiming.map(|(name, _)| name.to_owned()));
    }
    if !found.pages.is_empty() {
        let all: FxHashMap<&str, &Record> = now().collect();
        let outside: FxHashSet<&str> = outside.iter().map(|(name, _)| *name).collect();
        let needed = around(&found.pages, &all).into_iter().filter(|name| outside.contains(name));
        found.needed.extend(needed.map(str::to_owned));
    }
    Some(found)
}

/// These pages, those that they lead to, and all that these include, or that include them.
fn around<'a>(pages: &FxHashSet<String>, all: &FxHashMap<&'a str, &'a Record>) -> FxHashSet<&'a str> {
    let mut called: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
    let mut including: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
    for (name, record) in all {
        ties::names(name).iter().for_each(|hash| called.entry(*hash).or_default().push(name));
        record.includes.iter().for_each(|hash| including.entry(*hash).or_default().push(name));
    }
    let names_of = |hashes: &[u64], by: &FxHashMap<u64, Vec<&'a str>>| -> Vec<&'a str> {
        hashes.iter().filter_map(|hash| by.get(hash)).flatten().copied().collect()
    };
    let pages: Vec<(&str, &Record)> = pages
        .iter()
        .filter_map(|name| all.get_key_value(name.as_str()))
        .map(|(name, record)| (*name, *record))
        .collect();
    let mut open: Vec<&str> = pages.iter().flat_map(|(_, record)| names_of(&record.targets, &called)).collect();
    open.extend(pages.iter().map(|(name, _)| *name));
    let mut found = FxHashSet::default();
    while let Some(name) = open.pop() {
        if let Some(record) = all.get(name).filter(|_| found.insert(name)) {
            open.extend(names_of(&record.includes, &called));
            open.extend(names_of(&ties::names(name), &including));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with links of this hash, which leads to others and includes some.
    fn page(links: u64, targets: &[&str], includes: &[&str]) -> Record {
        let hashes = |names: &[&str]| names.iter().map(|name| ties::names(name)[0]).collect::<Vec<_>>();
        let (targets, includes) = (hashes(targets), hashes(includes));
        Record { is_document: true, links, aims: targets.clone(), targets, includes, ..Record::default() }
    }

    fn names(of: &FxHashSet<String>) -> Vec<&str> {
        let mut names: Vec<&str> = of.iter().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn a_page_whose_links_changed_needs_those_that_it_leads_to_and_what_these_include() {
        let (old, new) = (page(1, &[], &[]), page(2, &["b.md"], &[]));
        let others = [("b.md", page(0, &[], &["inc.md"])), ("inc.md", page(0, &[], &[])), ("z.md", page(0, &[], &[]))];
        let outside: Vec<(&str, &Record)> = others.iter().map(|(name, record)| (*name, record)).collect();
        let found = relinked(&[("a.md", Some(&old), Some(&new))], &outside).unwrap();
        assert_eq!((names(&found.pages), names(&found.needed)), (vec!["a.md"], vec!["b.md", "inc.md"]));
        let same = relinked(&[("a.md", Some(&old), Some(&old))], &outside).unwrap();
        assert_eq!(same, Relinked::default());
    }

    #[test]
    fn who_leads_to_a_page_that_went_or_to_other_headings_is_looked_at_again() {
        let (aiming, other) = (page(0, &["a.md"], &[]), page(0, &["c.md"], &[]));
        let outside = [("aiming.md", &aiming), ("other.md", &other)];
        let old = page(0, &[], &[]);
        let found = relinked(&[("a.md", Some(&old), None)], &outside).unwrap();
        assert_eq!((names(&found.pages), names(&found.needed)), (vec!["a.md", "aiming.md"], vec!["aiming.md"]));
        let renamed = Record { headings: 1, ..old.clone() };
        let found = relinked(&[("a.md", Some(&old), Some(&renamed))], &outside).unwrap();
        assert_eq!(names(&found.pages), ["aiming.md"]);
    }

    #[test]
    fn files_are_counted_over_all_pages() {
        let (old, new) = (page(0, &[], &[]), Record { files: 3, ..page(0, &[], &[]) });
        assert_eq!(relinked(&[("a.md", Some(&old), Some(&new))], &[]), None);
        assert_eq!(relinked(&[("a.md", None, Some(&new))], &[]), None);
        assert!(relinked(&[("a.md", Some(&new), Some(&new))], &[]).is_some());
    }
}
