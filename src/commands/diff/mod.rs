//! `handback diff`: what went stale and why, by message; or what changed since a revision, and which translations came; or what
//! a sync would change in the localized pages.

pub mod came;
pub mod entry;
pub mod since;

use std::sync::Mutex;

use handback_core::text::count::counted;
use serde::Serialize;
use similar::TextDiff;

use crate::checks::finding::Finding;
use crate::checks::units;
use crate::checks::verdicts::Verdicts;
use crate::commands::check;
use crate::pages::render;
use crate::problem::{FileError, Problems};
use crate::project::{files, git};
use crate::settings::code::Code;
use crate::settings::config::Config;
use crate::snapshot::read::{self, Scope, read};
use crate::snapshot::{LocaleView, PageView, Snapshot};
use came::{Before, Came};
use entry::{Entry, of_findings};
use since::Past;

/// What to show.
#[derive(Debug, Clone)]
pub struct DiffJob {
    pub scope: Scope,
    /// Compare the English with what it was where this branch left a git revision.
    pub since: Option<String>,
    /// Also texts without a translation.
    pub missing: bool,
    /// Also translations that were kept although their English changed a little.
    pub carried: bool,
}

/// What there is to show.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Drift {
    pub entries: Vec<Entry>,
    /// With a revision: translations that were not there then.
    pub came: Vec<Came>,
    /// Messages and locales that lack a translation and are not among the entries.
    pub missing: usize,
    /// Translations that were kept and are not among the entries.
    pub carried: usize,
    pub problems: Problems,
}

/// Finds what changed, by message.
pub fn drift(config: &Config, job: &DiffJob) -> Result<Drift, FileError> {
    read::check_locales(config, &job.scope)?;
    let mut drift = Drift::default();
    let past = match &job.since {
        Some(revision) => {
            let changed = git::changed_since(&config.root, revision).map_err(FileError::misuse)?;
            let before = Before::at(config, &changed, revision)?;
            drift.problems.extend(before.problems.iter().cloned());
            Some((Past::of(config, &changed, revision)?, before))
        }
        None => None,
    };
    if past.is_none()
        && let Some(findings) = check::known_texts(config, &job.scope, &mut drift.problems)
    {
        stale(findings, job, &mut drift);
        return Ok(drift);
    }
    let mut inputs = read(config, &job.scope, &mut |_| ())?;
    drift.problems.extend(inputs.all_errors());
    let locales = inputs.take_locales();
    let snapshot = Snapshot::handed_off(config, &inputs, locales, job.scope.today);
    match &past {
        Some((past, before)) => {
            drift.entries = since::entries(&snapshot, past, &job.scope);
            drift.came = came::translations(&snapshot, before, &job.scope);
        }
        None => stale(look(&snapshot, &job.scope), job, &mut drift),
    }
    Ok(drift)
}

/// What a check finds about texts that are not current.
fn look(snapshot: &Snapshot<'_>, scope: &Scope) -> Vec<Finding> {
    let locales: Vec<_> = snapshot.locales_in(scope).collect();
    let verdicts = Verdicts::of(snapshot, &locales, &Code::is_drift);
    locales.into_iter().flat_map(|locale| units::check(locale, &verdicts, &Code::is_drift).into_findings()).collect()
}

fn stale(mut findings: Vec<Finding>, job: &DiffJob, drift: &mut Drift) {
    findings.sort_by(|a, b| check::order(a).cmp(&check::order(b)));
    for finding in &mut findings {
        finding.age_on(job.scope.today);
    }
    let count = |code: Code| {
        let of_code = findings.iter().filter(|finding| finding.code == code);
        let distinct: rustc_hash::FxHashSet<_> = of_code.map(|f| (&f.locale, &f.id, &f.previous)).collect();
        distinct.len()
    };
    let (missing, carried) = (count(Code::Missing), count(Code::Carried));
    if !job.missing {
        drift.missing = missing;
    }
    if !job.carried {
        drift.carried = carried;
    }
    findings.retain(|finding| match finding.code {
        Code::Missing => job.missing,
        Code::Carried => job.carried,
        _ => true,
    });
    drift.entries = of_findings(&findings);
}

impl Drift {
    /// `2 messages changed, 3 new; 130 translations came`; `no drift`.
    pub fn headline(&self) -> String {
        let drift = entry::headline(&self.entries);
        match self.came.len() {
            0 => drift,
            count if self.entries.is_empty() => format!("{} came", counted(count, "translation")),
            count => format!("{drift}; {} came", counted(count, "translation")),
        }
    }

    /// There is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.came.is_empty()
    }
}

/// A page that a sync would change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageDiff {
    pub locale: String,
    pub document: String,
    /// The page, below the project.
    pub file: String,
    /// In unified form, from what lies there to what a sync would write.
    pub diff: String,
}

/// What rendering would change in the localized pages, and what could not be looked at.
pub fn pages(config: &Config, scope: &Scope) -> Result<(Vec<PageDiff>, Problems), FileError> {
    read::check_locales(config, scope)?;
    let mut inputs = read(config, scope, &mut |_| ())?;
    let problems = inputs.all_errors().collect();
    let locales = inputs.take_locales();
    let snapshot = Snapshot::handed_off(config, &inputs, locales, scope.today);
    let found: Mutex<Vec<PageDiff>> = Mutex::default();
    snapshot.locales_in(scope).for_each(|locale| page_diffs(locale, &found));
    let mut found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    found.sort();
    Ok((found, problems))
}

fn page_diffs(locale: LocaleView<'_>, found: &Mutex<Vec<PageDiff>>) {
    let (snapshot, name) = (locale.snapshot, locale.name());
    let pages: Vec<PageView<'_>> = locale.published().collect();
    render::render(locale, &pages, |page, rendered| {
        let Some(text) = rendered.text else { return };
        let document = page.name();
        let path = snapshot.config.output_path(name, document);
        let lies = files::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if lies.as_ref().is_ok_and(|lies| *lies == text) {
            return;
        }
        let file = snapshot.shown(&path);
        let old_name = if lies.is_ok() { format!("a/{file}") } else { "/dev/null".to_owned() };
        let diff = TextDiff::from_lines(lies.as_deref().unwrap_or(""), &text);
        let unified = diff.unified_diff().context_radius(3).header(&old_name, &format!("b/{file}")).to_string();
        let page = PageDiff { locale: name.to_owned(), document: document.to_string(), file, diff: unified };
        found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(page);
    });
}
