//! What findings about selectors and terms depend on in one document: what selectors of shared messages see in its places, and
//! which terms its files use.
//!
//! As long as none of it changes, what a check says of them stays as it was.

use std::hash::{Hash as _, Hasher as _};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::ids::IdSet;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::placeables::References;
use handback_core::catalog::resource::Entry;
use handback_core::text::fingerprint::short_hash;
use rustc_hash::FxHasher;

use super::{LocaleView, PageView, UnitView};

/// The messages in a file that select something, each with what is within, without those that no document has.
pub fn selecting(file: &LocaleFile) -> impl Iterator<Item = (&Entry, References)> {
    let entries = file.resource.entries().iter().filter(|entry| matches!(entry.pattern, Some(Pattern::Complex(_))));
    let used = entries.filter(|entry| !file.state.messages.get(&entry.id).is_some_and(|state| state.obsolete));
    let within = used.map(|entry| (entry, References::of(file.resource.entry_source(entry))));
    within.filter(|(_, within)| !within.selections.is_empty() || !within.calls.is_empty())
}

/// Hashes of their ids, sorted.
pub fn selecting_ids(file: &LocaleFile) -> Vec<u64> {
    let mut ids: Vec<u64> = selecting(file).map(|(entry, _)| IdSet::hash(&entry.id)).collect();
    ids.sort_unstable();
    ids
}

/// A hash of what the selectors of a locale see of a place.
pub fn seen_at(unit: UnitView<'_>, locale: LocaleView<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    let document = unit.page.document();
    (unit.unit.kind.name(), document.section(unit.unit), document.row_slug(unit.unit)).hash(&mut hasher);
    seen_of(unit.page, &mut hasher);
    // Where a document words it for itself, the shared message is not shown.
    let file = locale.own().catalog.files.get(&unit.page.key());
    file.is_some_and(|file| file.pattern(unit.id).is_some()).hash(&mut hasher);
    hasher.finish()
}

/// The values of the variables of a document.
fn seen_of(page: PageView<'_>, hasher: &mut FxHasher) {
    for binding in page.lifted().bindings.iter().flat_map(|bindings| &bindings.list) {
        (&binding.name, binding.value.text()).hash(hasher);
    }
}

/// A hash of the terms that the messages of a file use; 0 without any.
pub fn terms(file: &LocaleFile) -> u64 {
    let source = file.resource.source();
    let braces = memchr::memchr_iter(b'{', source.as_bytes());
    if !braces.into_iter().any(|at| source[at + 1..].trim_start().starts_with('-')) {
        return 0;
    }
    let used: Vec<String> = References::of(source).terms.into_iter().collect();
    if used.is_empty() { 0 } else { short_hash(&used.join(" ")) }
}
