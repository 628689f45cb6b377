//! Looks at the project as read and merged, and returns findings; runs nothing, prints nothing.
//!
//! [`units`] looks at translations, [`consistency`] at those of one text side by side, [`resources`] at the files they are
//! in, [`own`] at what documents have of their own, [`fluent`] at their selectors and terms, [`output`] at the localized pages, [`links`] at where they point, [`catalog`]
//! at the reference and the state, [`settings`] at what is declared for nothing. [`find`] asks all of them; [`some`] asks
//! those that need not know all documents.

pub mod catalog;
pub mod consistency;
pub mod finding;
pub mod fluent;
pub mod links;
pub mod output;
pub mod own;
pub mod resources;
pub mod settings;
pub mod some;
mod targets;
pub mod terms;
pub mod units;
pub mod verdicts;

use std::path::PathBuf;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::settings::code::Code;
use crate::snapshot::counts::{self, LocaleCounts};
use crate::snapshot::{LocaleView, Scope, Snapshot};
use consistency::Texts;
use finding::Finding;
use links::Links;
use units::Looked;
use verdicts::Verdicts;

/// Findings with the counts that thresholds go by.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub counts: Vec<(String, LocaleCounts)>,
    pub documents: usize,
    /// Hashes of the words on which the weight of a change depended, each with how many messages have it.
    #[serde(skip)]
    pub asked: Vec<(u64, u32)>,
    /// Folders that links lead to.
    #[serde(skip)]
    pub folders: Vec<PathBuf>,
}

/// Says which findings are looked for.
pub type Wanted<'a> = &'a (dyn Fn(Code) -> bool + Sync);

/// Returns all findings about a project as read and merged.
pub fn find(snapshot: &Snapshot<'_>, scope: &Scope, wanted: Wanted<'_>) -> Found {
    let inputs = snapshot.inputs;
    let mut found = Found { documents: snapshot.documents.len(), ..Found::default() };
    let mut words = FxHashMap::default();
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
        let looked = asked.translations(*locale);
        let mut findings = looked.findings;
        findings.extend(resources::check(*locale));
        findings.extend(output::check(*locale, &links));
        // Where files could not be read, nobody knows what is missing.
        let counts = locale.is_known().then(|| (locale.name().to_owned(), counts::count(*locale)));
        (findings, looked.asked, counts)
    };
    let of_locales: Vec<_> = locales.par_iter().map(of_locale).collect();
    for (findings, asked, counts) in of_locales {
        found.findings.extend(findings);
        words.extend(asked);
        found.counts.extend(counts);
    }
    let (of_links, folders) = links.finish();
    found.findings.extend(of_links.into_iter().filter(|finding| wanted(finding.code)));
    found.folders = folders;
    if scope.paths.is_empty() {
        found.findings.extend(output::left(snapshot));
    }
    drop_consequences(&mut found.findings);
    found.asked.extend(words);
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
    fn translations(&'s self, locale: LocaleView<'s>) -> Looked {
        let mut looked = units::check(locale, &self.verdicts, self.wanted);
        looked.findings.extend(consistency::check(&self.texts, locale, self.wanted));
        looked.findings.extend(fluent::check(locale, self.wanted));
        looked
    }
}

/// A translation that refers to nothing cannot be used either: that is one thing to fix, not two.
pub(crate) fn drop_consequences(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.locale.clone(), finding.id.clone());
    let unknown: FxHashSet<_> = findings.iter().filter(|f| f.code == Code::UnknownPlaceable).map(key).collect();
    findings.retain(|finding| finding.code != Code::UnusableTranslation || !unknown.contains(&key(finding)));
}

/// More findings than these are found again rather than read: a check of a project that has so many is no quick question.
const MOST: usize = 100_000;

impl Found {
    /// Whether it is worth keeping for the next check.
    pub fn is_handy(&self) -> bool {
        self.findings.len() <= MOST
    }
}

/// What a check would find right after a sync, for the sync to remember; `None` if that is too much. `links` is what was
/// found of links while the pages were written.
pub fn after_sync(snapshot: &Snapshot<'_>, counts: Vec<(String, LocaleCounts)>, links: Vec<Finding>) -> Option<Found> {
    let open: usize = counts.iter().map(|(_, counts)| counts.in_units.stale + counts.in_units.missing).sum();
    if open.max(links.len()) > MOST {
        return None;
    }
    let wanted = Code::is_kept;
    let links = links.into_iter().filter(|finding| wanted(finding.code)).collect();
    let mut found = Found { counts, documents: snapshot.documents.len(), findings: links, ..Found::default() };
    let mut words = FxHashMap::default();
    let locales: Vec<LocaleView<'_>> = snapshot.locales().collect();
    let asked = Asked {
        verdicts: Verdicts::of(snapshot, &locales, &wanted),
        texts: Texts::of(snapshot, &wanted),
        wanted: &wanted,
    };
    for locale in locales {
        let looked = asked.translations(locale);
        found.findings.extend(looked.findings);
        words.extend(looked.asked);
        found.findings.extend(resources::check_after_sync(locale));
        found.findings.extend(output::in_english(locale));
    }
    found.findings.extend(settings::check(snapshot, &wanted));
    found.findings.extend(output::left(snapshot));
    found.asked.extend(words);
    found.is_handy().then_some(found)
}
