//! `handback check`: everything that is wrong with a project, without writing anything.
//!
//! 1. The run of a sync, up to the point where it would write ([`crate::pipeline`]); or, if nothing
//!    changed since the last sync, what that sync remembered.
//! 2. [`units`] (with [`terms`]), [`resources`], [`output`] and [`catalogue`] look at the result and report findings.
//! 3. [`touched`] keeps those that a change since a revision touches, if asked.
//! 4. [`thresholds`] and the list of failing codes decide what is an error.

pub mod catalogue;
pub mod finding;
pub mod output;
pub mod resources;
pub mod since;
pub mod terms;
pub mod thresholds;
pub mod touched;
pub mod units;

use std::path::Path;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::catalog::DocumentName;
use crate::catalog::reference::Reference;
use crate::document::Document;
use crate::pipeline::{self, Analysis, Inputs, LocaleInput, Names, ReadOnly, Scope, SourceText};
use crate::problem::FileError;
use crate::project::config::Config;
use crate::report::status::{self, LocaleCounts};
use crate::run;
use crate::text::days::days_between;
use finding::{Code, Finding, Level};
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
    pub errors: Vec<String>,
    pub documents: usize,
    pub locales: Vec<String>,
}

impl CheckReport {
    /// 2 if something could not be looked at, 1 if a finding is an error, 0 else.
    pub fn exit_code(&self) -> u8 {
        let fails = self.findings.iter().any(|finding| finding.severity == Level::Error);
        match (self.errors.is_empty(), fails) {
            (false, _) => 2,
            (true, true) => 1,
            (true, false) => 0,
        }
    }
}

/// The state of a run that checks look at.
pub struct Subject<'a> {
    pub config: &'a Config,
    pub sources: &'a [SourceText],
    pub kept: &'a FxHashSet<DocumentName>,
    pub documents: &'a [Document<'a>],
    /// The reference of the last sync.
    pub reference: &'a Reference,
    pub analysis: &'a Analysis,
    names: OnceLock<Names>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(
        config: &'a Config,
        inputs: &'a Inputs,
        documents: &'a [Document<'a>],
        analysis: &'a Analysis,
    ) -> Self {
        let ReadOnly { sources, kept, reference } = inputs.read_only();
        Self { config, sources, kept, documents, reference, analysis, names: OnceLock::new() }
    }

    pub(crate) fn read(&self) -> ReadOnly<'a> {
        ReadOnly { sources: self.sources, kept: self.kept, reference: self.reference }
    }

    /// The names of all documents, the same in every locale.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.documents, self.analysis))
    }

    /// A path as reports name it: below the project, with `/`.
    pub(crate) fn shown(&self, path: &Path) -> String {
        resources::slashed(&self.config.shown(path))
    }
}

/// Findings with the counts that thresholds go by.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub counts: Vec<(String, LocaleCounts)>,
    pub documents: usize,
}

/// Checks a project. An error means that nothing could be done at all.
pub fn check(config: &Config, job: &CheckJob) -> Result<CheckReport, FileError> {
    run::check_locales(config, &job.scope)?;
    let fail_on = failing(config, job.fail_on.as_deref());
    let wanted = |code: Code| code.default_level().is_some() || fail_on.contains(&code);
    let on_demand = fail_on.iter().any(|code| code.default_level().is_none());
    let simple = job.scope.paths.is_empty() && job.changed_since.is_none() && !on_demand;
    let remembered = if simple { run::remembered_findings(config) } else { None };
    let mut report = CheckReport::default();
    let mut found = match remembered {
        Some(found) => found,
        None => look(config, job, &wanted, &mut report.errors)?,
    };
    let in_scope = |locale: &str| run::wanted(&job.scope, locale);
    found.findings.retain(|finding| {
        let of_source = finding.locale.as_deref() == Some(&config.source_locale);
        of_source || finding.locale.as_deref().is_none_or(in_scope)
    });
    found.counts.retain(|(locale, _)| in_scope(locale));
    for finding in &mut found.findings {
        finding.age_days = finding.since.as_deref().and_then(|since| days_between(since, &job.scope.today));
        finding.severity = level(finding.code, &fail_on);
    }
    if job.changed_since.is_none() {
        for (locale, counts) in &found.counts {
            thresholds::apply(config, locale, counts, &mut found.findings);
        }
        let incomplete = found.findings.iter_mut().filter(|finding| finding.code == Code::LocaleIncomplete);
        incomplete.for_each(|finding| finding.severity = finding.severity.min(level(finding.code, &fail_on)));
    }
    report.findings = found.findings;
    report.findings.sort_by(|a, b| order(a).cmp(&order(b)));
    report.documents = found.documents;
    report.locales = config.locales.iter().map(|l| l.name.clone()).filter(|name| in_scope(name)).collect();
    Ok(report)
}

fn order(finding: &Finding) -> impl Ord + '_ {
    (&finding.locale, &finding.document, finding.line, finding.code, &finding.id, &finding.resource)
}

/// The codes that make a check fail.
fn failing(config: &Config, asked: Option<&[Code]>) -> Vec<Code> {
    let errors = || Code::all().filter(|code| code.default_level() == Some(Level::Error)).collect();
    asked.or(config.fail_on.as_deref()).map_or_else(errors, <[Code]>::to_vec)
}

fn level(code: Code, fail_on: &[Code]) -> Level {
    if fail_on.contains(&code) {
        return Level::Error;
    }
    code.default_level().map_or(Level::Note, |level| level.min(Level::Warning))
}

/// Runs the pipeline without writing, and all checks on the result.
fn look(
    config: &Config,
    job: &CheckJob,
    wanted: &dyn Fn(Code) -> bool,
    errors: &mut Vec<String>,
) -> Result<Found, FileError> {
    let touched = match &job.changed_since {
        Some(revision) => Some(touched::Touched::since(config, revision)?),
        None => None,
    };
    let mut inputs = pipeline::read(config, &job.scope, &mut |_| ())?;
    errors.extend(inputs.errors.iter().map(ToString::to_string));
    let locales = std::mem::take(&mut inputs.locales);
    let find = |subject: &Subject<'_>| find(subject, job, &inputs, wanted, touched.as_ref());
    Ok(with_subject(config, &job.scope, &inputs, locales, find))
}

/// Runs the pipeline up to where it would write, and looks at the result.
pub(crate) fn with_subject<T>(
    config: &Config,
    scope: &Scope,
    inputs: &Inputs,
    mut locales: Vec<LocaleInput>,
    look: impl FnOnce(&Subject<'_>) -> T,
) -> T {
    let (documents, lifted) = pipeline::parse(config, inputs);
    let mut analysis = pipeline::analyse(config, &mut locales, &inputs.read_only(), &documents, lifted, &scope.today);
    pipeline::hand_off(config, &inputs.sources, &mut analysis.locales, |_| true, &scope.today);
    look(&Subject::new(config, inputs, &documents, &analysis))
}

/// All findings about a run.
fn find(
    subject: &Subject<'_>,
    job: &CheckJob,
    inputs: &Inputs,
    wanted: &dyn Fn(Code) -> bool,
    touched: Option<&touched::Touched>,
) -> Found {
    let (config, documents, analysis) = (subject.config, subject.documents, subject.analysis);
    let mut found = Found { documents: documents.len(), ..Found::default() };
    found.findings = resources::problems(&inputs.problems);
    if inputs.catalog_usable {
        found.findings.extend(catalogue::check(subject));
    }
    for (index, locale) in analysis.locales.iter().enumerate() {
        if !run::wanted(&job.scope, &locale.locale.name) {
            continue;
        }
        found.findings.extend(units::check(subject, index, wanted));
        found.findings.extend(resources::check(subject, locale));
        found.findings.extend(output::check(subject, index));
        // Where files could not be read, nobody knows what is missing.
        if locale.unusable.is_empty() {
            found.counts.push((locale.locale.name.clone(), status::count(&inputs.sources, documents, analysis, index)));
        }
    }
    if job.scope.paths.is_empty() {
        found.findings.extend(output::orphans(subject, pipeline::orphans(config, &inputs.reference, analysis)));
    }
    drop_consequences(&mut found.findings);
    if let Some(touched) = touched {
        found.findings.retain(|finding| touched.concerns(config, finding));
    }
    found
}

/// A translation that refers to nothing cannot be used either: that is one thing to mend, not two.
fn drop_consequences(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.locale.clone(), finding.id.clone());
    let unknown: FxHashSet<_> = findings.iter().filter(|f| f.code == Code::UnknownPlaceable).map(key).collect();
    findings.retain(|finding| finding.code != Code::UnusableTranslation || !unknown.contains(&key(finding)));
}

/// What a check would find right after a sync, for the sync to remember; `None` if that is too much.
pub fn after_sync(subject: &Subject<'_>, counts: Vec<(String, LocaleCounts)>) -> Option<Found> {
    const MOST: usize = 5000;
    let open: usize = counts.iter().map(|(_, counts)| counts.in_units.stale + counts.in_units.missing).sum();
    if open > MOST {
        return None;
    }
    let wanted = |code: Code| code.default_level().is_some();
    let mut found = Found { counts, documents: subject.documents.len(), ..Found::default() };
    for (index, locale) in subject.analysis.locales.iter().enumerate() {
        found.findings.extend(units::check(subject, index, &wanted));
        found.findings.extend(resources::check_after_sync(subject, locale));
    }
    let orphans = pipeline::orphans(subject.config, subject.reference, subject.analysis);
    found.findings.extend(output::orphans(subject, orphans));
    Some(found)
}
