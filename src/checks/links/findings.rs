//! All findings about links: faults of the sources once, faults of a locale under the locale.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use handback_core::text::count::counted;

use super::gather::Gathered;
use super::{Links, of_locale, of_sources};
use crate::checks::finding::Finding;
use crate::settings::code::Code;
use crate::snapshot::LocaleView;

/// What is to be said once of all locales.
#[derive(Default)]
pub struct OfAll {
    /// Addresses of the source that name a locale which is not that of the page, by page.
    addresses: BTreeSet<(usize, String)>,
    /// Files that lie only beside the sources.
    beside: BTreeSet<String>,
    /// The locales whose pages name them, by their places: locales are looked at in any order.
    without: BTreeMap<usize, String>,
}

/// What is found of a locale; the rest is kept for [`of_all`].
pub fn of_locale(links: &Links<'_>, locale: LocaleView<'_>, mut gathered: Gathered) -> Vec<Finding> {
    let mut of_all = links.of_all.lock().unwrap_or_else(PoisonError::into_inner);
    of_all.addresses.append(&mut gathered.addresses);
    let files = of_locale::files(links, locale, &gathered);
    if !files.beside_sources.is_empty() {
        of_all.without.insert(locale.place(), locale.name().to_owned());
        of_all.beside.extend(files.beside_sources);
    }
    drop(of_all);
    let mut found = files.missing;
    found.extend(of_locale::faults(links, locale, gathered));
    found
}

/// What is found of the sources, and of all locales together.
pub fn of_all(links: &Links<'_>) -> Vec<Finding> {
    let mut found = of_sources::faults(links);
    let OfAll { addresses, beside, without } = &*links.of_all.lock().unwrap_or_else(PoisonError::into_inner);
    found.extend(of_sources::addresses(links, addresses));
    found.extend(beside.first().map(|first| elsewhere(without, beside.len(), first)));
    found
}

/// The files of localized pages that lie only beside the sources, in one finding.
fn elsewhere(locales: &BTreeMap<usize, String>, count: usize, first: &str) -> Finding {
    let names: Vec<&str> = locales.values().map(String::as_str).collect();
    let (locales, lie) = (names.join(", "), if count == 1 { "lies" } else { "lie" });
    let files = counted(count, "file");
    let message = format!("pages of {locales} name {files} that {lie} only beside the sources, such as {first}");
    let fix = "nothing, if the site brings them from there; else put them where the pages look for them";
    Finding::new(Code::FilesElsewhere, message, fix)
}
