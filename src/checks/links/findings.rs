//! All findings of a project: faults of the sources once, faults of a locale under the locale.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use handback_core::text::count::counted;

use super::{Links, of_locale, of_sources};
use crate::checks::finding::Finding;
use crate::settings::code::Code;

/// All findings of a project.
pub fn all(links: &Links<'_>) -> Vec<Finding> {
    let mut found = of_sources::faults(links);
    let mut addresses = BTreeSet::new();
    let (mut beside, mut without) = (BTreeSet::new(), Vec::new());
    for locale in links.snapshot.locales() {
        let mut gathered =
            std::mem::take(&mut *links.gathered[locale.index].lock().unwrap_or_else(PoisonError::into_inner));
        addresses.append(&mut gathered.addresses);
        let files = of_locale::files(links, locale, &gathered);
        found.extend(files.missing);
        if !files.beside_sources.is_empty() {
            without.push(locale.name());
            beside.extend(files.beside_sources);
        }
        found.extend(of_locale::faults(links, locale, gathered));
    }
    found.extend(of_sources::addresses(links, &addresses));
    found.extend(beside.first().map(|first| elsewhere(&without, beside.len(), first)));
    found
}

/// The files of localized pages that lie only beside the sources, in one finding.
fn elsewhere(locales: &[&str], count: usize, first: &str) -> Finding {
    let (locales, lie) = (locales.join(", "), if count == 1 { "lies" } else { "lie" });
    let files = counted(count, "file");
    let message = format!("pages of {locales} name {files} that {lie} only beside the sources, such as {first}");
    let fix = "nothing, if the site brings them from there; else put them where the pages look for them";
    Finding::new(Code::FilesElsewhere, message, fix)
}
