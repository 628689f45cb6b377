//! One run over a project: what `sync`, `extract`, `render` and `status` have in common.

use std::path::{Path, PathBuf};

use handback_core::render;

use super::accept::{self, Accept};
use super::progress::Progress;
use super::remembered::{Done, cacheable, cached, remember, settings_of};
use super::report::{Report, summarize};
use super::translate::{self, TranslateJob, World};
use crate::checks;
use crate::pages::RenderTo;
use crate::pages::write::Pages;
use crate::problem::FileError;
use crate::project::cache::{self, Watch};
use crate::project::lock;
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::snapshot::read::{check_locales, wanted};
use crate::snapshot::subject::Subject;
use crate::snapshot::{self, Inputs, Scope, counts, extract, write};

/// What a run does besides thinking.
#[derive(Debug, Clone)]
pub struct Job {
    pub scope: Scope,
    /// Write the reference and the locales.
    pub write_catalogs: bool,
    /// Write localized documents.
    pub render: Option<RenderTo>,
    /// Say what would be written, and write nothing.
    pub dry_run: bool,
    /// Remove localized pages whose source is gone.
    pub prune: bool,
    /// Count words and states for the report.
    pub count: bool,
    /// Translations to take for right although their English changed.
    pub accept: Option<Accept>,
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
    watch.before_reading([config.root.join(crate::settings::config::FILE_NAME).as_path()]);
    let mut seen = |path: &Path| {
        if settings.is_some() {
            watch.before_reading([path]);
        }
    };
    translate::memory_files(config).iter().for_each(|path| seen(path));
    let mut inputs = snapshot::read(config, &job.scope, &mut seen)?;
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

/// Writes the documents of the source locale from skeleton and units into a folder: the bytes of the
/// sources, or the document model has lost something.
pub fn render_source(config: &Config, scope: &Scope, folder: &Path, dry_run: bool) -> Result<Report, FileError> {
    let inputs = snapshot::read(config, scope, &mut |_| ())?;
    let documents = snapshot::parse_documents(config, &inputs);
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

/// Writes the pages, and takes what became of them into the report; returns where they are.
fn regenerate(pages: &Pages<'_>, prune: bool, progress: Option<&dyn Progress>, report: &mut Report) -> Vec<PathBuf> {
    let rendered = |done, total| {
        if let Some(progress) = progress {
            progress.rendered(done, total);
        }
    };
    let written = pages.render(&rendered);
    report.findings.extend(written.findings);
    report.errors.extend(written.errors);
    report.warnings.extend(written.warnings);
    if *pages.to == RenderTo::Output {
        let (orphans, errors) = pages.handle_orphans(prune);
        report.orphans.extend(orphans);
        report.errors.extend(errors);
    }
    written.paths
}

/// Counts the messages of the chosen locales.
fn count(subject: &Subject<'_>, chosen: &[usize], report: &mut Report) {
    for index in chosen {
        let counts = counts::count(subject.sources, subject.documents, subject.analysis, *index);
        let name = &subject.analysis.locales[*index].locale.name;
        if let Some(locale) = report.locales.iter_mut().find(|locale| locale.locale == *name) {
            locale.counts = Some(counts);
        }
    }
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
    let (documents, lifted) = snapshot::parse(config, inputs);
    let mut analysis =
        extract::analyse(config, &mut locales, &inputs.read_only(), &documents, lifted, &job.scope.today);
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
        report.warnings.extend(snapshot::hand_off(
            config,
            &inputs.sources,
            &mut analysis.locales,
            chosen,
            &job.scope.today,
        ));
    }
    summarize(&analysis, &documents, report);
    let writer = Writer::new(job.dry_run);
    if job.write_catalogs && inputs.catalog_usable {
        let errors =
            write::write_catalogs(config, &inputs.reference, &analysis, |name| wanted(&job.scope, name), &writer);
        report.errors.extend(errors.iter().map(ToString::to_string));
    } else if job.write_catalogs {
        report
            .errors
            .push("catalog not written; fix the errors above first, so that nothing in those files is lost".into());
    }
    let subject = Subject::new(config, inputs, &documents, &analysis);
    let mut done = Done::default();
    if let Some(to) = &job.render {
        let pages = Pages { subject: &subject, to, chosen: &chosen, writer: &writer };
        done.pages = regenerate(&pages, job.prune, progress, report);
    }
    if job.count {
        count(&subject, &chosen, report);
        report.locales.retain(|locale| wanted(&job.scope, &locale.locale));
    }
    (report.written, report.removed) = writer.finish();
    if look && report.exit_code() == 0 {
        let counts = report.locales.iter().filter_map(|l| Some((l.locale.clone(), l.counts.clone()?))).collect();
        done.found = checks::after_sync(&subject, counts);
    }
    done
}
