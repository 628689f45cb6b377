//! Looks at the project as read and merged, and returns findings; runs nothing, prints nothing.
//!
//! [`units`] looks at translations, [`consistency`] at those of one text side by side, [`resources`] at the files they are
//! in, [`own`] at what documents have of their own, [`fluent`] at their selectors and terms, [`output`] at the localized pages, [`links`] at where they point, [`catalog`]
//! at the reference and the state, [`settings`] at what is declared for nothing. [`find`] asks all of them.

pub mod catalog;
pub mod consistency;
pub mod finding;
pub mod fluent;
pub mod links;
pub mod output;
pub mod own;
pub mod resources;
pub mod settings;
mod targets;
pub mod terms;
pub mod units;
pub mod verdicts;

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::settings::code::Code;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::{LocaleView, Scope, Snapshot};
use consistency::Texts;
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
    found.findings.extend(settings::check(snapshot, wanted));
    let locales: Vec<LocaleView<'_>> = snapshot.locales_in(scope).collect();
    let links = Links::new(snapshot);
    let asked =
        Asked { verdicts: Verdicts::of(snapshot, &locales, wanted), texts: Texts::of(snapshot, wanted), wanted };
    let of_locale = |locale: &LocaleView<'_>| {
        let mut findings = asked.translations(*locale);
        findings.extend(resources::check(*locale));
        findings.extend(output::check(*locale, &links));
        // Where files could not be read, nobody knows what is missing.
        let counts = locale.is_known().then(|| (locale.name().to_owned(), counts::count(*locale)));
        (findings, counts)
    };
    let of_locales: Vec<_> = locales.par_iter().map(of_locale).collect();
    for (findings, counts) in of_locales {
        found.findings.extend(findings);
        found.counts.extend(counts);
    }
    found.findings.extend(links.finish().0.into_iter().filter(|finding| wanted(finding.code)));
    if scope.paths.is_empty() {
        found.findings.extend(output::left(snapshot));
    }
    drop_consequences(&mut found.findings);
    found
}

/// What findings about translations are made from.
struct Asked<'s> {
    verdicts: Verdicts<'s>,
    texts: Texts<'s>,
    wanted: Wanted<'s>,
}

impl<'s> Asked<'s> {
    /// Findings about the translations of a locale.
    fn translations(&'s self, locale: LocaleView<'s>) -> Vec<Finding> {
        let mut findings = units::check(locale, &self.verdicts, self.wanted);
        findings.extend(consistency::check(&self.texts, locale, self.wanted));
        findings.extend(fluent::check(locale, self.wanted));
        findings
    }
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
    let asked = Asked {
        verdicts: Verdicts::of(snapshot, &locales, &wanted),
        texts: Texts::of(snapshot, &wanted),
        wanted: &wanted,
    };
    for locale in locales {
        found.findings.extend(asked.translations(locale));
        found.findings.extend(resources::check_after_sync(locale));
        found.findings.extend(output::in_english(locale));
    }
    found.findings.extend(settings::check(snapshot, &wanted));
    found.findings.extend(output::left(snapshot));
    Some(found)
}
