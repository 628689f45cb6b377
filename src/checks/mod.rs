//! Looks at the project as read and merged, and returns findings; runs nothing, prints nothing.
//!
//! [`units`] looks at translations, [`resources`] at the files they are in, [`output`] at the localized pages, [`links`] at
//! where they point, [`catalog`] at the reference and the state. [`find`] asks all of them.

pub mod catalog;
pub mod finding;
pub mod links;
pub mod output;
pub mod resources;
pub mod units;
pub mod verdicts;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::pages::render;
use crate::settings::code::Code;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::{LocaleView, Scope, Snapshot};
use finding::Finding;
use links::Links;
use verdicts::Verdicts;

/// Findings with the counts that thresholds go by.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub counts: Vec<(String, LocaleCounts)>,
    pub documents: usize,
}

/// Says which findings are looked for.
pub type Wanted<'a> = &'a (dyn Fn(Code) -> bool + Sync);

/// Returns all findings about a project as read and merged.
pub fn find(snapshot: &Snapshot<'_>, scope: &Scope, wanted: Wanted<'_>) -> Found {
    let inputs = snapshot.inputs;
    let mut found = Found { documents: snapshot.documents.len(), ..Found::default() };
    found.findings = resources::problems(&inputs.problems);
    if inputs.catalog_usable {
        found.findings.extend(catalog::check(snapshot));
    }
    let locales: Vec<LocaleView<'_>> = snapshot.locales_in(scope).collect();
    let links = Links::new(snapshot);
    let verdicts = Verdicts::of(snapshot, &locales, wanted);
    let of_locale = |locale: &LocaleView<'_>| of_locale(*locale, &links, &verdicts, wanted);
    let of_locales: Vec<_> = locales.par_iter().map(of_locale).collect();
    for (findings, counts) in of_locales {
        found.findings.extend(findings);
        found.counts.extend(counts);
    }
    found.findings.extend(links.finish().0.into_iter().filter(|finding| wanted(finding.code)));
    if scope.paths.is_empty() {
        found.findings.extend(output::orphans(snapshot, render::orphans(snapshot)));
    }
    drop_consequences(&mut found.findings);
    found
}

/// All findings about one locale, and its counts; `links` sees its pages.
fn of_locale<'s>(
    locale: LocaleView<'s>,
    links: &Links<'_>,
    verdicts: &'s Verdicts<'s>,
    wanted: Wanted<'_>,
) -> (Vec<Finding>, Option<(String, LocaleCounts)>) {
    let mut findings = units::check(locale, verdicts, wanted);
    findings.extend(resources::check(locale));
    findings.extend(output::check(locale, links));
    // Where files could not be read, nobody knows what is missing.
    let counts = locale.is_known().then(|| (locale.name().to_owned(), counts::count(locale)));
    (findings, counts)
}

/// A translation that refers to nothing cannot be used either: that is one thing to fix, not two.
fn drop_consequences(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.locale.clone(), finding.id.clone());
    let unknown: FxHashSet<_> = findings.iter().filter(|f| f.code == Code::UnknownPlaceable).map(key).collect();
    findings.retain(|finding| finding.code != Code::UnusableTranslation || !unknown.contains(&key(finding)));
}

/// What a check would find right after a sync, for the sync to remember; `None` if that is too much. `links` is what was
/// found of links while the pages were written.
pub fn after_sync(snapshot: &Snapshot<'_>, counts: Vec<(String, LocaleCounts)>, links: Vec<Finding>) -> Option<Found> {
    const MOST: usize = 5000;
    let open: usize = counts.iter().map(|(_, counts)| counts.in_units.stale + counts.in_units.missing).sum();
    if open.max(links.len()) > MOST {
        return None;
    }
    let wanted = |code: Code| code.default_level().is_some();
    let links = links.into_iter().filter(|finding| wanted(finding.code)).collect();
    let mut found = Found { counts, documents: snapshot.documents.len(), findings: links };
    let locales: Vec<LocaleView<'_>> = snapshot.locales().collect();
    let verdicts = Verdicts::of(snapshot, &locales, &wanted);
    for locale in locales {
        found.findings.extend(units::check(locale, &verdicts, &wanted));
        found.findings.extend(resources::check_after_sync(locale));
    }
    found.findings.extend(output::orphans(snapshot, render::orphans(snapshot)));
    Some(found)
}
