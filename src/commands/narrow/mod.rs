//! A run after a few changes: reads, merges, renders, writes and checks only what these can reach, and comes to what a run over
//! everything would come to.
//!
//! What is not certain is left to that: a changed configuration, files that cannot be read, a change that reaches many documents.
//! [`task`] finds out what changed, [`reach`] reads what that can reach; a sync and a status are here, a check in [`findings`].

use std::sync::Arc;

use handback_core::variables::inline::agree::Lift;

use super::remembered::{is_whole, settings_of};
use super::report::Report;
use super::sync::{self, Job, Messages, Reads, Run};
use super::translate::needs_drafts;
use crate::checks::links::Links;
use crate::pages::RenderTo;
use crate::problem::FileError;
use crate::project::cache::{self, Watch};
use crate::project::index::{Index, Shared};
use crate::project::journal;
use crate::project::transaction::Stopped;
use crate::project::write::Writer;
use crate::settings::config::{Config, Images};
use crate::settings::publish::Publish;
use crate::snapshot::narrow::{self, Focus};
use crate::snapshot::read::wanted;
use crate::snapshot::{Inputs, LocaleView, Scope, Snapshot, counts, records};
use task::Task;

pub mod findings;
mod task;

/// Whether a project is one whose documents depend on each other in ways that the index can tell.
pub(super) fn is_possible(config: &Config) -> bool {
    let publishes_all = config.locales.iter().all(|locale| config.publish_in(locale) == Publish::All);
    // With `lift: never` a link that holds a variable is not written as it was before, but as the documents that are there now
    // agree on: one that goes may change all others.
    let are_forms_kept = config.variables.is_empty() || config.lift != Lift::Never;
    are_forms_kept && config.images != Images::Copy && publishes_all
}

/// What a run over everything leaves for the next.
pub(super) fn index(snapshot: &Snapshot<'_>, settings: &str) -> Option<Index> {
    // Of documents that are there and were not read nobody knows what they share.
    if !is_possible(snapshot.config) || !snapshot.inputs.kept.is_empty() {
        return None;
    }
    let mut index = Index::new(settings, snapshot.inputs.hash_form);
    index.records.extend(records::of(snapshot));
    index.shared = records::shared(snapshot);
    Some(index)
}

/// All that a change can reach, as read and merged.
struct Reached<'r, 's> {
    task: Task,
    snapshot: &'r Snapshot<'s>,
    inputs: &'s Inputs,
    shared: Shared,
    watch: Watch,
}

/// Reads and merges what the changes since the last sync, and those of these messages, can reach, and hands it to `then`. Every
/// snapshot on the way goes through `prepare` first, and what that returns goes along. `None`: everything has to be read.
fn reach<P, T>(
    config: &Config,
    (scope, messages): (&Scope, &Messages),
    prepare: &dyn Fn(&mut Snapshot<'_>) -> Option<P>,
    then: impl FnOnce(Reached<'_, '_>, P) -> Option<T>,
) -> Option<T> {
    if !is_possible(config) || journal::pending(config).is_err() {
        return None;
    }
    let mut task = Task::find(config, &settings_of(config, true))?;
    // Which forms texts have is for all documents to say, and those outside have the ones that they have.
    if !scope.paths.is_empty() && !config.variables.is_empty() {
        return None;
    }
    // Whether files lie where links may lead decides where they do.
    if !config.links.is_empty() && !task.has_files_as_they_were(config) {
        return None;
    }
    task.keep_to(config, scope)?;
    task.take_in(messages)?;
    let config = Arc::new(config.clone());
    loop {
        if task.is_much() {
            return None;
        }
        let mut watch = task.before.clone();
        let focus = Focus { index: &task.index, sources: &task.sources, inside: task.inside.clone() };
        let mut inputs = narrow::read(&config, &focus, &mut |path| watch.before_reading([path]))?;
        let locales = inputs.take_locales();
        let mut snapshot = Snapshot::of(&config, &inputs, locales, scope.today);
        let prepared = prepare(&mut snapshot)?;
        if inputs.elsewhere.has_failed() {
            return None;
        }
        let shared = records::shared(&snapshot);
        let reached = narrow::reached(&snapshot, &focus, &shared);
        if reached.is_empty() {
            return then(Reached { task, snapshot: &snapshot, inputs: &inputs, shared, watch }, prepared);
        }
        // Documents outside the scope stay as they are, which is for a run over everything to say how.
        if !scope.paths.is_empty() {
            return None;
        }
        task.inside.extend(reached);
    }
}

/// Whether a job is one that a narrow run can do: a whole sync, also of some documents or locales, or a count.
fn can_do(job: &Job) -> bool {
    let asks_for_more = job.scope.shard.is_some() || job.prune || job.take_edits || job.accept.is_some();
    let asks_for_more = asks_for_more || job.fix || !job.count && job.step.is_none();
    let is_sync = job.write_catalogs && job.render == Some(RenderTo::Output);
    !asks_for_more && (is_sync || is_status(job))
}

pub(super) fn is_status(job: &Job) -> bool {
    job.dry_run && !job.write_catalogs && job.render.is_none() && job.scope.paths.is_empty()
}

impl Run<'_> {
    /// Runs so, if that is possible; `None`: everything has to be read. Nothing is written then.
    pub(super) fn narrow(&self) -> Result<Option<Report>, FileError> {
        let Self { config, job, .. } = *self;
        if !can_do(job) {
            return Ok(None);
        }
        let messages = job.step.as_ref().map(|step| step.messages()).unwrap_or_default();
        let prepare = |snapshot: &mut Snapshot<'_>| {
            let mut report = Report::default();
            if let Some(step) = &job.step {
                step.apply(snapshot, Reads::Part).ok()?;
            }
            self.prepare(snapshot, &mut report);
            Some(report)
        };
        let mut failed = None;
        let done = reach(config, (&job.scope, &messages), &prepare, |reached, report| {
            if !self.has_drafts(&reached) {
                return None;
            }
            match self.write_narrow(reached, report) {
                Ok(report) => Some(report),
                // Somebody changed a file meanwhile: the run over everything reads it again.
                Err(Stopped::Changed(_)) => None,
                Err(why) => {
                    failed = Some(why.into_error(config));
                    None
                }
            }
        });
        failed.map_or(Ok(done), Err)
    }

    /// Whether all drafts are there that the job wants. What others need was tried by the run that left the index; a new draft
    /// may come from any text of the project.
    fn has_drafts(&self, reached: &Reached<'_, '_>) -> bool {
        let is_wanted = |locale: &LocaleView<'_>| wanted(&self.job.scope, locale.name());
        let mut locales = reached.snapshot.locales().filter(is_wanted);
        self.drafts.is_none() || reached.task.remembered.drafted && !locales.any(needs_drafts)
    }

    fn write_narrow(&self, reached: Reached<'_, '_>, mut report: Report) -> Result<Report, Stopped> {
        let Self { config, job, .. } = *self;
        let Reached { mut task, snapshot, inputs, shared, watch } = reached;
        report.problems.extend(task.notes.iter().cloned());
        if self.writes {
            cache::forget(&config.root);
        }
        let writer = Writer::new(job.dry_run);
        self.write_catalogs(snapshot, &writer)?;
        let links = Links::new(snapshot);
        let mut pages = self.put_pages(snapshot, &writer, Some(&links), &mut report);
        let folders = snapshot.looked_into();
        task.index.note_more_folders(&config.root, &folders);
        pages.extend(folders);
        (report.written, report.removed) = writer.finish();
        let before = findings::Before::of(&mut task);
        narrow::update(&mut task.index, snapshot, &task.inside, shared);
        if job.scope.paths.is_empty() {
            count(config, &task.index, &mut report);
            report.orphans = task.orphans(config, &report.orphans);
        } else {
            sync::count(snapshot, &job.scope, &mut report);
        }
        report.reached = Some(task.inside.len());
        if is_whole(job) && report.problems.are_harmless() {
            let patch = findings::after_sync(config, &mut task, &before, (snapshot, links), &report);
            // What needed no draft before, and does not now, was drafted.
            let drafted = self.drafts.is_some() || task.remembered.drafted && !snapshot.locales().any(needs_drafts);
            task.leave(config, (watch, drafted), &report, inputs, pages, patch);
        }
        report.locales.retain(|locale| wanted(&job.scope, &locale.locale));
        Ok(report)
    }
}

/// Brings the counts up to the index.
fn count(config: &Config, index: &Index, report: &mut Report) {
    let totals = counts::of_index(index, config.locales.len());
    (report.documents, report.units) = (totals.documents, totals.units);
    (report.messages, report.shared) = (totals.messages, totals.shared);
    for (locale, counts) in report.locales.iter_mut().zip(totals.locales) {
        locale.counts = Some(counts);
    }
}
