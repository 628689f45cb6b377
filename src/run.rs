//! One run over a project: what `sync`, `extract`, `render` and `status` have in common.

pub(crate) mod memory;
mod pages;
mod recall;
mod save;
pub mod translate;

use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

pub(crate) use pages::render_pages;

use crate::accept::{self, Accept, Accepted};
use crate::catalog::update::Change;
use crate::catalog::{FileKey, Id};
use crate::checks::{self, Found, Subject};
use crate::document::Document;
use crate::drift::assign::ReferenceChange;
use crate::pipeline::{self, Analysis, Inputs, Scope};
use crate::problem::FileError;
use crate::project::cache::{self, Watch};
use crate::project::config::Config;
use crate::project::lock;
use crate::project::write::Writer;
use crate::report::status::{self, LocaleCounts};
use crate::text::fingerprint::fingerprint;
use crate::{render, report};
use pages::Pages;
use translate::{LocaleDrafts, TranslateJob, World};
/// What a run does besides thinking.
#[derive(Debug, Clone)]
pub struct Job {
    pub scope: Scope,
    /// Write the reference and the locales.
    pub write_catalogs: bool,
    /// Write localised documents.
    pub render: Option<RenderTo>,
    /// Say what would be written, and write nothing.
    pub dry_run: bool,
    /// Remove localised pages whose source is gone.
    pub prune: bool,
    /// Count words and states for the report.
    pub count: bool,
    /// Translations to take for right although their English changed.
    pub accept: Option<Accept>,
}

/// Where localised documents go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderTo {
    /// As the configuration says.
    Output,
    /// Into a folder: `DIR/{path}` for one locale, `DIR/{locale}/{path}` for several.
    Folder(PathBuf),
}

/// Told how far a long run is.
pub trait Progress: Sync {
    /// `done` of `total` pages are rendered.
    fn rendered(&self, done: usize, total: usize);
    /// `done` of `total` texts have a draft, or are known to get none.
    fn translated(&self, done: usize, total: usize);
}

/// What a run found and did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// Nothing changed since the last run, so nothing was read.
    pub up_to_date: bool,
    pub documents: usize,
    pub units: usize,
    pub messages: usize,
    pub shared: usize,
    pub english: EnglishChanges,
    pub locales: Vec<LocaleReport>,
    pub written: Vec<PathBuf>,
    pub removed: Vec<PathBuf>,
    /// Localised pages whose source is gone.
    pub orphans: Vec<PathBuf>,
    pub warnings: Vec<String>,
    /// Drafts that were made before.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub drafts: Vec<LocaleDrafts>,
    /// Translations that were accepted.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub accepted: Vec<Accepted>,
    /// Documents held back and translations that cannot be used.
    pub findings: Vec<String>,
    pub errors: Vec<String>,
}

/// What became of the messages of the reference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnglishChanges {
    pub added: usize,
    pub changed: usize,
    pub split: usize,
    /// Texts that are the same with values lifted out of them, or put back.
    pub recast: usize,
    pub removed: usize,
    pub moved: usize,
    pub renamed_documents: usize,
}

/// What became of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocaleReport {
    pub locale: String,
    pub counts: Option<LocaleCounts>,
    pub human_edits: usize,
    pub newly_stale: usize,
    /// Kept or carried over although their English changed.
    pub carried: usize,
    pub current_again: usize,
    pub newly_obsolete: usize,
    pub deleted: usize,
    pub unknown: usize,
}

impl Report {
    /// 2 for errors, 1 for findings, 0 for clean.
    pub fn exit_code(&self) -> u8 {
        report::exit_code(&self.errors, &self.findings)
    }
}

/// Drafts what is missing or stale, then runs the job of a sync. A service that fails does not stop the sync;
/// then the next one tries again.
pub fn sync(
    config: &Config,
    job: &Job,
    drafts: Option<(&TranslateJob, &World<'_>)>,
    progress: Option<&dyn Progress>,
) -> Result<Report, FileError> {
    let Some((translate, world)) = drafts else { return run(config, job, progress) };
    if cacheable(job)
        && let Some(report) = cached(&config.root, &settings_of(config, job.count), true)
    {
        return Ok(report);
    }
    let drafts = translate::translate(config, translate, world)?;
    let mut report = run_after(config, job, progress, true)?;
    if drafts.exit_code() > 0 {
        cache::forget(&config.root);
    }
    let told = |message: &String| !report.errors.contains(message);
    let errors: Vec<String> = drafts.errors.into_iter().filter(told).collect();
    report.errors.extend(errors);
    report.findings.extend(drafts.findings);
    report.drafts = drafts.locales;
    Ok(report)
}

/// Runs a job. An error means that nothing could be done at all; everything else is in the report.
pub fn run(config: &Config, job: &Job, progress: Option<&dyn Progress>) -> Result<Report, FileError> {
    run_after(config, job, progress, false)
}

fn run_after(config: &Config, job: &Job, progress: Option<&dyn Progress>, drafted: bool) -> Result<Report, FileError> {
    check_locales(config, &job.scope)?;
    let writes = !job.dry_run && (job.write_catalogs || job.render == Some(RenderTo::Output));
    let settings = cacheable(job).then(|| settings_of(config, job.count));
    if let Some(report) = settings.as_deref().and_then(|settings| cached(&config.root, settings, drafted)) {
        return Ok(report);
    }
    let _lock = if writes { Some(lock::acquire(&config.root)?) } else { None };
    let mut watch = Watch::default();
    watch.before_reading([config.root.join(crate::project::config::FILE_NAME).as_path()]);
    let mut seen = |path: &Path| {
        if settings.is_some() {
            watch.before_reading([path]);
        }
    };
    translate::memory_files(config).iter().for_each(|path| seen(path));
    let mut inputs = pipeline::read(config, &job.scope, &mut seen)?;
    if writes {
        cache::forget(&config.root);
    }
    let mut report = Report::default();
    let done = think_and_write(config, job, &mut inputs, progress, settings.is_some(), &mut report);
    if let Some(settings) = settings.filter(|_| report.exit_code() == 0) {
        remember(config, &settings, watch, &report, &inputs, done, drafted);
    }
    Ok(report)
}

pub(crate) fn check_locales(config: &Config, scope: &Scope) -> Result<(), FileError> {
    for name in &scope.locales {
        config.locale(name).map_err(|message| FileError::new("", message))?;
    }
    Ok(())
}

/// Writes the documents of the source locale from skeleton and units into a folder: the bytes of the
/// sources, or the document model has lost something.
pub fn render_source(config: &Config, scope: &Scope, folder: &Path, dry_run: bool) -> Result<Report, FileError> {
    let inputs = pipeline::read(config, scope, &mut |_| ())?;
    let documents = pipeline::parse_documents(config, &inputs);
    let mut report = Report { documents: documents.len(), ..Report::default() };
    report.errors.extend(inputs.all_errors());
    let writer = Writer::new(dry_run);
    for (source, document) in inputs.sources.iter().zip(&documents) {
        let written = writer.put(&folder.join(&*source.name), render::render_source(document).as_bytes());
        report.errors.extend(written.err().map(|error| error.to_string()));
    }
    (report.written, report.removed) = writer.finish();
    Ok(report)
}

/// Only a whole sync is worth remembering.
fn cacheable(job: &Job) -> bool {
    !job.dry_run
        && !job.prune
        && job.accept.is_none()
        && job.write_catalogs
        && job.render == Some(RenderTo::Output)
        && job.scope.paths.is_empty()
        && job.scope.locales.is_empty()
}

/// Everything but files that the result depends on.
fn settings_of(config: &Config, count: bool) -> String {
    fingerprint(&format!("{config:?} {count}"))
}

/// What a whole sync leaves for the next run.
#[derive(Serialize, Deserialize)]
struct Remembered {
    report: Report,
    /// Drafts were made before.
    drafted: bool,
    /// Fingerprint of the findings that it left.
    findings: Option<String>,
}

/// The findings of the last sync, if nothing changed since.
pub(crate) fn remembered_findings(config: &Config) -> Option<Found> {
    let summary = cache::unchanged(&config.root, &settings_of(config, true))?;
    let remembered: Remembered = serde_json::from_str(&summary).ok()?;
    serde_json::from_str(&cache::findings(&config.root, &remembered.findings?)?).ok()
}

fn cached(root: &Path, settings: &str, drafted: bool) -> Option<Report> {
    let summary = cache::unchanged(root, settings)?;
    let remembered = serde_json::from_str::<Remembered>(&summary).ok()?;
    if drafted && !remembered.drafted {
        return None;
    }
    let mut report = remembered.report;
    report.up_to_date = true;
    report.english = EnglishChanges::default();
    report.written.clear();
    report.removed.clear();
    report.warnings.clear();
    report.drafts.clear();
    report.orphans.retain(|path| path.is_file());
    for locale in &mut report.locales {
        *locale = LocaleReport {
            locale: std::mem::take(&mut locale.locale),
            counts: locale.counts.take(),
            ..LocaleReport::default()
        };
    }
    Some(report)
}

fn remember(
    config: &Config,
    settings: &str,
    watch: Watch,
    report: &Report,
    inputs: &Inputs,
    done: Done,
    drafted: bool,
) {
    let mut short = report.clone();
    short.written.clear();
    let findings = done.found.and_then(|found| serde_json::to_string(&found).ok());
    let findings = findings.and_then(|findings| cache::put_findings(&config.root, &findings));
    let Ok(summary) = serde_json::to_string(&Remembered { report: short, findings, drafted }) else { return };
    let mut results = done.pages;
    results.extend(report.written.iter().cloned());
    // Writing changes the folders' times, and may have made some.
    let mut folders: FxHashSet<PathBuf> = inputs.folders.iter().cloned().collect();
    let below = |path: &Path| path.starts_with(&config.resources);
    folders
        .extend(report.written.iter().filter(|path| below(path)).filter_map(|path| path.parent().map(Path::to_owned)));
    results.extend(folders);
    results.sort();
    results.dedup();
    watch.remember(&config.root, settings, &summary, &results);
}

/// What a run leaves behind besides its report.
#[derive(Default)]
struct Done {
    /// The pages that the result consists of, written in this run or before.
    pages: Vec<PathBuf>,
    /// What a check would find now.
    found: Option<Found>,
}

/// Steps 2 to 7. `look` asks for what a check would find.
fn think_and_write(
    config: &Config,
    job: &Job,
    inputs: &mut Inputs,
    progress: Option<&dyn Progress>,
    look: bool,
    report: &mut Report,
) -> Done {
    let mut locales = std::mem::take(&mut inputs.locales);
    report.errors.extend(inputs.all_errors());
    let (documents, lifted) = pipeline::parse(config, inputs);
    let mut analysis =
        pipeline::analyse(config, &mut locales, &inputs.read_only(), &documents, lifted, &job.scope.today);
    for (source, document) in inputs.sources.iter().zip(&documents) {
        let path = config.shown(&source.source.path);
        report
            .warnings
            .extend(document.warnings.iter().map(|(line, message)| format!("{}:{line}: {message}", path.display())));
    }
    if let Some(accept) = &job.accept {
        let unknown = accept::unknown_ids(accept, &analysis);
        if !unknown.is_empty() {
            report.errors.extend(unknown);
            return Done::default();
        }
        let chosen = |name: &str| wanted(&job.scope, name);
        report.accepted = accept::apply(accept, &mut analysis, chosen, &job.scope.today);
    }
    let chosen: Vec<usize> =
        (0..analysis.locales.len()).filter(|index| wanted(&job.scope, &analysis.locales[*index].locale.name)).collect();
    if job.render.is_some() {
        let chosen = |name: &str| wanted(&job.scope, name);
        report.warnings.extend(pipeline::hand_off(
            config,
            &inputs.sources,
            &mut analysis.locales,
            chosen,
            &job.scope.today,
        ));
    }
    summarise(&analysis, &documents, report);
    let writer = Writer::new(job.dry_run);
    if job.write_catalogs && inputs.catalog_usable {
        let errors =
            pipeline::write_catalogs(config, &inputs.reference, &analysis, |name| wanted(&job.scope, name), &writer);
        report.errors.extend(errors.iter().map(ToString::to_string));
    } else if job.write_catalogs {
        report
            .errors
            .push("the catalogue was not written: mend the files above first, so that nothing in them is lost".into());
    }
    let subject = Subject::new(config, inputs, &documents, &analysis);
    let mut done = Done::default();
    if let Some(to) = &job.render {
        let pages = Pages { subject: &subject, to, chosen: &chosen, writer: &writer };
        done.pages = pages.render(progress, report);
        if *to == RenderTo::Output {
            pages.handle_orphans(job.prune, report);
        }
    }
    if job.count {
        for index in chosen {
            let counts = status::count(&inputs.sources, &documents, &analysis, index);
            let name = &analysis.locales[index].locale.name;
            if let Some(locale) = report.locales.iter_mut().find(|locale| locale.locale == *name) {
                locale.counts = Some(counts);
            }
        }
        report.locales.retain(|locale| wanted(&job.scope, &locale.locale));
    }
    (report.written, report.removed) = writer.finish();
    if look && report.exit_code() == 0 {
        let counts = report.locales.iter().filter_map(|l| Some((l.locale.clone(), l.counts.clone()?))).collect();
        done.found = checks::after_sync(&subject, counts);
    }
    done
}

pub(crate) fn wanted(scope: &Scope, locale: &str) -> bool {
    scope.locales.is_empty() || scope.locales.iter().any(|name| name.eq_ignore_ascii_case(locale))
}

fn summarise(analysis: &Analysis, documents: &[Document<'_>], report: &mut Report) {
    let reference = &analysis.extraction.reference;
    report.documents = documents.len();
    report.units =
        documents.iter().map(|document| document.units.iter().filter(|unit| unit.translatable).count()).sum();
    let used: FxHashSet<&Id> = analysis.extraction.unit_ids.iter().flatten().collect();
    report.messages = used.len();
    report.shared = used
        .iter()
        .filter(|id| reference.messages.get(**id).is_some_and(|message| message.home == FileKey::Shared))
        .count();
    for change in &analysis.extraction.changes {
        let english = &mut report.english;
        *match change {
            ReferenceChange::Added { .. } => &mut english.added,
            ReferenceChange::Changed { .. } => &mut english.changed,
            ReferenceChange::Split { .. } => &mut english.split,
            ReferenceChange::Removed { .. } => &mut english.removed,
            ReferenceChange::Recast { .. } => &mut english.recast,
            ReferenceChange::Moved { .. } => &mut english.moved,
            ReferenceChange::Renamed { .. } => &mut english.renamed_documents,
        } += 1;
    }
    for locale in &analysis.locales {
        let mut summary = LocaleReport { locale: locale.locale.name.clone(), ..LocaleReport::default() };
        for change in &locale.changes {
            *match change {
                Change::HumanEdit { .. } => &mut summary.human_edits,
                Change::Stale { .. } | Change::Started { .. } => &mut summary.newly_stale,
                Change::Current { .. } => &mut summary.current_again,
                Change::Carried { .. } => &mut summary.carried,
                Change::Obsolete { .. } => &mut summary.newly_obsolete,
                Change::Deleted { .. } => &mut summary.deleted,
                Change::Unknown { .. } => &mut summary.unknown,
                Change::Moved { .. } | Change::Revived { .. } | Change::Recast { .. } => continue,
            } += 1;
        }
        report.locales.push(summary);
    }
}
