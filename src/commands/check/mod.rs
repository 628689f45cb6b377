//! `handback check`: the problems of a project, without writing anything.
//!
//! 1. The run of a sync, up to the point where it would write ([`crate::snapshot`]); or, if nothing changed since
//!    the last sync, what that sync remembered ([`super::remembered`]); or, if a little changed, that and what the change
//!    touches ([`super::narrow`]).
//! 2. [`crate::checks`] look at the result.
//! 3. [`touched`] keeps what a change since a revision touches, if asked.
//! 4. [`thresholds`] and the list of failing codes decide what is an error.

use serde::{Deserialize, Serialize};

use std::path::Path;

use notes::{Left, Notes};

use super::remembered::AtRest;
use super::{narrow, remembered};
use crate::checks::finding::Finding;
use crate::checks::{All, Found, Wanted, find};
use crate::problem::{FileError, Problems};
use crate::project::cache::Looked;
use crate::project::transaction;
use crate::settings::code::{Code, Level};
use crate::settings::config::Config;
use crate::snapshot::read::{self, Scope};
use crate::snapshot::turns::{self, Turn};

mod notes;
pub mod thresholds;
pub mod touched;

/// What to check, and what fails.
#[derive(Debug, Clone)]
pub struct CheckJob {
    pub scope: Scope,
    /// Codes that make the check fail; `None`: what the configuration says, else all that are errors.
    pub fail_on: Option<Vec<Code>>,
    /// Look only at what changed since this git revision.
    pub changed_since: Option<String>,
}

/// What a check found.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CheckReport {
    /// Sorted by locale, document and line.
    pub findings: Vec<Finding>,
    /// What could not be looked at.
    pub problems: Problems,
    pub documents: usize,
    pub locales: Vec<String>,
    /// Not everything was read: the rest is as the last sync found it.
    #[serde(skip)]
    pub is_remembered: bool,
}

impl CheckReport {
    /// A finding is an error.
    pub fn fails(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Level::Error)
    }
}

/// Checks a project. An error means that nothing could be done at all.
pub fn check(config: &Config, job: &CheckJob) -> Result<CheckReport, FileError> {
    read::check_locales(config, &job.scope)?;
    let fail_on = failing(config, job.fail_on.as_deref());
    let asked = |code: Code| fail_on.contains(&code) || config.checks.asks_for(code);
    let wanted = |code: Code| code.default_level().is_some() || asked(code);
    let on_demand = Code::all().any(|code| code.default_level().is_none() && asked(code));
    let simple = job.scope.paths.is_empty() && job.scope.shard.is_none() && !on_demand;
    let touched = job.changed_since.as_deref().map(|revision| touched::Touched::since(config, revision)).transpose()?;
    let mut report = CheckReport::default();
    let looked = simple.then(|| remembered::look(config)).flatten();
    let before = looked.as_ref().filter(|_| job.scope.locales.is_empty()).and_then(AtRest::of);
    let known = simple.then(|| known(config, looked, &job.scope, &mut report.problems)).flatten();
    report.is_remembered = known.is_some();
    let mut found = match known {
        Some(found) => found,
        None => {
            let wanted = |code: Code| wanted(code) || simple && code.is_kept();
            let is_whole = simple && job.scope.locales.is_empty();
            let (found, left) = look(config, job, (&wanted, is_whole), &mut report.problems)?;
            let harmless = report.problems.are_harmless();
            if let Some(before) = before.filter(|_| harmless) {
                let _ = remembered::keep_found(config, &before, &found);
            } else if let Some(left) = left.filter(|_| harmless) {
                let _ = left.leave(config, &found);
            }
            found.kept.into_found()
        }
    };
    found.findings.retain(|finding| wanted(finding.code));
    if let Some(touched) = touched {
        found.findings.retain(|finding| touched.concerns(config, finding));
    }
    let in_scope = |locale: &str| read::wanted(&job.scope, locale);
    found.findings.retain(|finding| {
        let of_source = finding.locale.as_deref() == Some(&config.source_locale);
        of_source || finding.locale.as_deref().is_none_or(in_scope)
    });
    let scope = &job.scope;
    found.findings.retain(|one| one.document.as_ref().map_or(scope.owns_the_rest(), |name| scope.owns(name)));
    found.counts.retain(|(locale, _)| in_scope(locale) && scope.owns_the_rest());
    found.findings.retain_mut(|finding| {
        finding.age_on(job.scope.today);
        let level = configured(config, job, finding).unwrap_or_else(|| Some(level(finding.code, &fail_on)));
        finding.severity = level.unwrap_or(Level::Note);
        level.is_some()
    });
    if job.changed_since.is_none() {
        for (locale, counts) in &found.counts {
            thresholds::apply(config, locale, counts, &mut found.findings);
        }
        let incomplete = found.findings.iter_mut().filter(|finding| finding.code == Code::LocaleIncomplete);
        incomplete.for_each(|finding| finding.severity = finding.severity.min(level(finding.code, &fail_on)));
    }
    report.findings = found.findings;
    // Without the room for a copy: there may be very many.
    report.findings.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
    report.documents = found.documents;
    report.locales = config.locales.iter().map(|l| l.name.clone()).filter(|name| in_scope(name)).collect();
    Ok(report)
}

/// What is found about texts that are not current, if that is known without reading everything.
pub(super) fn known_texts(config: &Config, scope: &Scope, problems: &mut Problems) -> Option<Vec<Finding>> {
    if !scope.paths.is_empty() || scope.shard.is_some() {
        return None;
    }
    let mut found = known(config, remembered::look(config), scope, problems)?.findings;
    let in_scope = |locale: &str| read::wanted(scope, locale);
    found.retain(|finding| finding.code.is_drift() && finding.locale.as_deref().is_some_and(in_scope));
    Some(found)
}

/// By place; then by everything else that findings differ in.
pub(super) fn order(finding: &Finding) -> impl Ord + '_ {
    let place = (&finding.locale, &finding.document, finding.line, finding.code, &finding.id, &finding.resource);
    (place, &finding.message, &finding.fix, &finding.output)
}

/// The codes that make a check fail.
fn failing(config: &Config, asked: Option<&[Code]>) -> Vec<Code> {
    let errors = || Code::all().filter(|code| code.default_level() == Some(Level::Error)).collect();
    asked.or(config.fail_on.as_deref()).map_or_else(errors, <[Code]>::to_vec)
}

/// How much a finding weighs by the configuration of its locale, which `--fail-on` goes before; `Some(None)`: it is off.
fn configured(config: &Config, job: &CheckJob, finding: &Finding) -> Option<Option<Level>> {
    let is_asked = job.fail_on.as_ref().is_some_and(|codes| codes.contains(&finding.code));
    let level = config.checks.level(finding.code, finding.locale.as_deref()).filter(|_| !is_asked)?;
    Some(level.level())
}

fn level(code: Code, fail_on: &[Code]) -> Level {
    if fail_on.contains(&code) {
        return Level::Error;
    }
    code.default_level().map_or(Level::Note, |level| level.min(Level::Warning))
}

/// What is found if nothing changed since the last sync, or only a little.
fn known(config: &Config, looked: Option<Looked>, scope: &Scope, problems: &mut Problems) -> Option<Found> {
    if let Some(found) = looked.as_ref().and_then(|looked| remembered::remembered_findings(config, looked)) {
        return Some(found);
    }
    let (found, notes) = narrow::findings::check(config, scope, looked)?;
    problems.extend(notes);
    Some(found)
}

/// Runs the pipeline without writing, and all checks on the result; if it is `whole`, with what may be left for the next.
fn look(
    config: &Config,
    job: &CheckJob,
    (wanted, whole): (Wanted<'_>, bool),
    problems: &mut Problems,
) -> Result<(All, Option<Left>), FileError> {
    let (found, met, left) = transaction::retry(config, || {
        let mut notes = Notes::begin(config).filter(|_| whole);
        let mut seen = |path: &Path| {
            if let Some(notes) = &mut notes {
                notes.watch.before_reading([path]);
            }
        };
        let (inputs, mut turns) = turns::read(config, &job.scope, turns::Grow::No, &mut seen)?;
        let mut met = Problems::default();
        met.extend(&inputs.errors);
        met.extend(inputs.notes.iter().cloned());
        let english = turns.english(config, &inputs);
        if let Some(notes) = &mut notes {
            notes.add_english(&english);
        }
        let mut of_turn = |turn: &Turn<'_>| notes.iter_mut().for_each(|notes| notes.add(turn));
        let found = find(&english, turns, &job.scope, wanted, &mut of_turn)?;
        let left = notes.and_then(|notes| notes.finish(config, &inputs, &found));
        Ok((found, met, left))
    })?;
    problems.extend(met);
    Ok((found, left))
}
