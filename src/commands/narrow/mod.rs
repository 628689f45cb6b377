//! A run after a few changes: reads, merges, renders, writes and checks only what these can reach, and comes to what a run over
//! everything would come to.
//!
//! What is not certain is left to that: a changed configuration, files that cannot be read, a change that reaches many documents.
//! [`task`] finds out what changed, [`reach`] reads what that can reach; a sync and a status are here, a check in [`findings`].

use std::path::PathBuf;
use std::sync::Arc;

use handback_core::catalog::DocumentName;
use handback_core::variables::inline::agree::Lift;
use rustc_hash::{FxHashMap, FxHashSet};

use super::remembered::{By, Drafts, is_whole, settings_of};
use super::report::{Report, add_refused};
use super::sync::{self, Job, Messages, Reads, Run};
use super::translate::{Drafted, needs_drafts};
use crate::checks::links::Links;
use crate::pages::RenderTo;
use crate::pages::write::Written;
use crate::problem::FileError;
use crate::project::cache::{self, Looked, Watch};
use crate::project::index::{Index, Record, Shared};
use crate::project::journal;
use crate::project::sought::Sought;
use crate::project::transaction::Stopped;
use crate::project::write::Writer;
use crate::settings::config::{Config, Images};
use crate::settings::hand_off::HashForm;
use crate::settings::publish::Publish;
use crate::snapshot::narrow::{self, Focus};
use crate::snapshot::read::wanted;
use crate::snapshot::relinked::{Pair, relinked};
use crate::snapshot::{Inputs, LocaleView, Scope, Snapshot, counts, records};
use task::Task;

mod drafts;
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

/// What a run over everything leaves for the next, made one locale after the other.
pub(super) struct Indexing {
    form: HashForm,
    records: records::Records,
    shared: Shared,
}

impl Indexing {
    /// `None`: such a project has no index.
    pub fn new(english: &Snapshot<'_>) -> Option<Self> {
        // Of documents that are there and were not read nobody knows what they share.
        if !is_possible(english.config) || !english.inputs.kept.is_empty() {
            return None;
        }
        let reference = records::shared_messages(english.reference());
        let (form, shared) = (english.inputs.hash_form, Shared { reference, ..Shared::default() });
        Some(Self { form, records: records::Records::of(english), shared })
    }

    /// Adds the next locale, in the order of the configuration.
    pub fn add(&mut self, locale: LocaleView<'_>) {
        self.records.add(locale);
        self.shared.locales.push(records::shared_of(locale));
    }

    pub fn finish(self, settings: &str) -> Index {
        let mut index = Index::new(settings, self.form);
        index.records.extend(self.records.finish());
        index.shared = self.shared;
        index
    }
}

/// All that a change can reach, as read and merged.
struct Reached<'r, 's> {
    task: Task,
    snapshot: &'r mut Snapshot<'s>,
    inputs: &'s Inputs,
    shared: Shared,
    watch: Watch,
    /// What was looked at.
    files: Vec<PathBuf>,
    /// The records of what was read, if they are known and still hold.
    records: Option<Records>,
}

type Records = Vec<(String, Record)>;

impl Reached<'_, '_> {
    /// Whether nothing reaches further since drafts were made.
    fn still_suffices(&mut self) -> bool {
        let Self { task, snapshot, inputs, .. } = self;
        self.shared = records::shared(snapshot);
        self.records = None;
        !inputs.elsewhere.has_failed() && narrow::reached(snapshot, &task.focus(), &self.shared).is_empty()
    }
}

/// What else is to be read, and the records of what was, if it takes these to know. `None`: all is.
type More<'m> = &'m dyn Fn(&Task, &Snapshot<'_>, &Focus<'_>) -> Option<(FxHashSet<DocumentName>, Option<Records>)>;

/// Reads and merges what the changes since the last sync, and those of these messages, can reach, and hands it to `then`. `looked`
/// is what was seen of that already. Every
/// snapshot on the way goes through `prepare` first, and what that returns goes along. `more` says what else is needed. `None`:
/// everything has to be read.
fn reach<P, T>(
    config: &Config,
    looked: Option<Looked>,
    (scope, messages): (&Scope, &Messages),
    prepare: &dyn Fn(&mut Snapshot<'_>) -> Option<P>,
    more: More<'_>,
    then: impl FnOnce(Reached<'_, '_>, P) -> Option<T>,
) -> Option<T> {
    if !is_possible(config) || journal::pending(config).is_err() {
        return None;
    }
    let mut task = Task::find(config, &settings_of(config, true), looked)?;
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
        let (mut watch, mut files) = (task.before.clone(), Vec::new());
        let focus = task.focus();
        let mut inputs = narrow::read(&config, &focus, &mut |path| {
            watch.before_reading([path]);
            files.push(path.to_owned());
        })?;
        let locales = inputs.take_locales();
        let mut snapshot = Snapshot::of(&config, &inputs, locales, scope.today);
        let prepared = prepare(&mut snapshot)?;
        if inputs.elsewhere.has_failed() {
            return None;
        }
        let shared = records::shared(&snapshot);
        let mut reached = narrow::reached(&snapshot, &focus, &shared);
        if reached.is_empty() {
            let (needed, records) = more(&task, &snapshot, &focus)?;
            if needed.is_empty() {
                let (snapshot, inputs) = (&mut snapshot, &inputs);
                return then(Reached { task, snapshot, inputs, shared, watch, files, records }, prepared);
            }
            reached = needed;
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

/// So many documents are read only to know what links lead to. Else the next check reads everything.
const MOST_TIED: usize = 300;

/// Documents without which nobody can tell what is to be said of links that changed, or that lead to what changed; and the records
/// of those that were read.
fn tied(task: &Task, snapshot: &Snapshot<'_>, focus: &Focus<'_>) -> (FxHashSet<DocumentName>, Option<Records>) {
    if task.remembered.findings.is_none() || !task.has_files_as_they_were(snapshot.config) {
        return Default::default();
    }
    let records = records::of(snapshot);
    let now: FxHashMap<&str, &Record> = records.iter().map(|(name, record)| (name.as_str(), record)).collect();
    let inside = focus.inside.iter().map(|name| &**name);
    let pairs: Vec<Pair<'_>> =
        inside.map(|name| (name, focus.index.records.get(name), now.get(name).copied())).collect();
    let outside: Vec<(&str, &Record)> =
        focus.index.outside(&focus.inside).map(|(name, record)| (name.as_str(), record)).collect();
    let needed = relinked(&pairs, &outside).map(|found| found.needed).unwrap_or_default();
    let few = needed.len() <= MOST_TIED;
    let needed = needed.into_iter().filter(|_| few).map(DocumentName::from).collect();
    (needed, Some(records))
}

/// What became of a run after a few changes.
pub(super) enum Outcome {
    Done(Box<Report>),
    /// Everything has to be read. Nothing is written but drafts, if there are any.
    Whole(Option<Box<Drafted>>),
}

impl Run<'_> {
    /// Runs so, if that is possible.
    pub(super) fn narrow(&self, looked: Option<Looked>) -> Result<Outcome, FileError> {
        let Self { config, job, .. } = *self;
        if !can_do(job) {
            return Ok(Outcome::Whole(None));
        }
        // Drafts are made after what is taken in, and nobody asks for both.
        if job.step.is_some() && self.drafts.is_some() {
            return Ok(Outcome::Whole(None));
        }
        let messages = job.step.as_ref().map(|step| step.messages()).unwrap_or_default();
        // Drafts are made from what the merge left, and before pages are handed off.
        let prepare = |snapshot: &mut Snapshot<'_>| {
            let mut report = Report::default();
            if let Some(step) = &job.step {
                step.apply(snapshot, Reads::Part).ok()?;
            }
            if self.drafts.is_none() {
                self.prepare(snapshot, &mut report);
            }
            Some(report)
        };
        let more = |task: &Task, snapshot: &Snapshot<'_>, focus: &Focus<'_>| {
            if task.remembered.by == By::Check && !is_status(job) {
                return None;
            }
            let mut needed = drafts::needs(self, &task.remembered, snapshot, focus)?;
            if !is_status(job) && job.scope.paths.is_empty() {
                needed.extend(task.again());
            }
            // Others leave no findings.
            if !needed.is_empty() || !is_whole(job) {
                return Some((needed, None));
            }
            Some(tied(task, snapshot, focus))
        };
        let done = reach(config, looked, (&job.scope, &messages), &prepare, &more, |reached, report| {
            Some(self.finish(reached, report))
        });
        done.unwrap_or(Ok(Outcome::Whole(None)))
    }

    /// Makes drafts and writes everything.
    fn finish(&self, mut reached: Reached<'_, '_>, mut report: Report) -> Result<Outcome, FileError> {
        let mut drafted = drafts::make(self, &mut reached);
        let failed = |why| match why {
            // Somebody changed a file meanwhile: the run over everything reads it again.
            Stopped::Changed(_) => Ok(()),
            why => Err(why.into_error(self.config)),
        };
        if let Some(why) = drafted.stopped.take() {
            return failed(why).map(|()| Outcome::Whole(None));
        }
        if self.drafts.is_some() {
            self.prepare(reached.snapshot, &mut report);
            if drafted.overtaken || !reached.still_suffices() {
                return Ok(Outcome::Whole(Some(Box::new(drafted))));
            }
        }
        match self.write_narrow(reached, &mut drafted, report) {
            Ok(report) => Ok(Outcome::Done(Box::new(report))),
            Err(why) => failed(why).map(|()| Outcome::Whole(self.drafts.map(|_| Box::new(drafted)))),
        }
    }

    fn write_narrow(
        &self,
        reached: Reached<'_, '_>,
        drafted: &mut Drafted,
        mut report: Report,
    ) -> Result<Report, Stopped> {
        let Self { config, job, .. } = *self;
        let Reached { mut task, snapshot, inputs, shared, watch, records, .. } = reached;
        let snapshot = &*snapshot;
        report.problems.extend(task.notes.iter().cloned());
        if self.writes {
            cache::forget(&config.root);
        }
        let writer = Writer::new(job.dry_run);
        self.write_catalogs(snapshot, &writer)?;
        let links = Links::new(snapshot);
        let (locales, mut pages): (Vec<_>, _) = (snapshot.locales().collect(), Written::default());
        self.put_pages(snapshot, &locales, (&writer, Some(&links)), &mut pages);
        let mut pages = self.report_pages(snapshot, &writer, pages, &mut report);
        let sought = snapshot.sought();
        task.index.note_more_sought(config, &sought);
        pages.extend(sought.folders().cloned());
        (report.written, report.removed) = writer.finish();
        sync::add_drafts(std::mem::take(drafted), &mut report);
        let left = drafts::still_refused(self, &task.remembered, snapshot, &task.focus());
        match self.drafts {
            Some(_) => add_refused(left, &mut report),
            None => report.refused = left,
        }
        let before = findings::Before::of(&mut task);
        let records = records.unwrap_or_else(|| records::of(snapshot));
        narrow::update(&mut task.index, records, &task.inside, shared);
        if job.scope.paths.is_empty() {
            count(config, &task.index, &mut report);
            report.orphans = task.orphans(config, &report.orphans);
        } else {
            sync::count(snapshot.locales(), &job.scope, &mut report);
        }
        report.reached = Some(task.inside.len());
        if is_whole(job) && report.is_settled() {
            let left = findings::after_sync(config, &mut task, &before, (snapshot, links), &report);
            let (patch, sought) = left.unzip();
            pages.extend(sought.iter().flat_map(Sought::folders).cloned());
            let drafts = match task.remembered.drafts {
                _ if self.drafts.is_some() => Drafts::of(&report),
                // What needed no draft before, and does not now, was drafted.
                before if !snapshot.locales().any(needs_drafts) => before,
                _ => Drafts::Unknown,
            };
            task.leave(config, (watch, drafts), &report, inputs, pages, patch);
        }
        report.locales.retain(|locale| wanted(&job.scope, &locale.locale));
        Ok(report)
    }
}

/// Brings the counts up to the index.
pub(super) fn count(config: &Config, index: &Index, report: &mut Report) {
    let totals = counts::of_index(index, config.locales.len());
    (report.documents, report.units) = (totals.documents, totals.units);
    (report.messages, report.shared) = (totals.messages, totals.shared);
    for (locale, counts) in report.locales.iter_mut().zip(totals.locales) {
        locale.counts = Some(counts);
    }
}
