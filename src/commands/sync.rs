//! One run over a project: what `sync`, `extract`, `render` and `status` have in common.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use handback_core::catalog::{DocumentName, Id};
use handback_core::render::{self, notice_words};

use super::accept::{self, Accept};
use super::adopt::take;
use super::declare;
use super::finishing::Finishing;
use super::fix;
use super::narrow::{self, Outcome};
use super::progress::Progress;
use super::remembered::{Done, Drafts, cacheable, cached, remember, settings_of};
use super::report::{Report, summarize};
use super::translate::{self, Drafted, Merge, TranslateJob, World};
use crate::pages::{RenderTo, front_matter};
use crate::problem::{FileError, Problem, Problems};
use crate::project::cache::{self, Watch};
use crate::project::lock;
use crate::project::transaction::{self, Stopped};
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::settings::notice::Notice;
use crate::snapshot::read::{check_locales, wanted};
use crate::snapshot::turns::{self, Grow, Turns};
use crate::snapshot::{self, Inputs, LocaleView, PageView, Scope, Snapshot, counts, write};

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
    /// Take over what people changed in localized pages.
    pub take_edits: bool,
    /// Translations to take for right although their English changed.
    pub accept: Option<Accept>,
    /// Repair what is safe to repair in translations.
    pub fix: bool,
    /// What else is to be taken into the catalog.
    pub step: Option<Arc<dyn Step>>,
}

/// What a command that lies above this one takes into the catalog, after the merge and before anything is written.
pub trait Step: std::fmt::Debug + Send + Sync {
    /// Changes translations in memory. It may be called again, where files were changed while the run worked. In a run after a
    /// few changes, `reads` says that the snapshot has only what that can reach.
    ///
    /// # Errors
    /// Why nothing at all is to be written; of a part of the project, why all of it has to be read.
    fn apply(&self, snapshot: &mut Snapshot<'_>, reads: Reads) -> Result<(), Problems>;

    /// The messages that it is about.
    fn messages(&self) -> Messages;
}

/// How much of a project a snapshot has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reads {
    #[default]
    All,
    Part,
}

/// Messages that a step is about.
#[derive(Debug, Clone, Default)]
pub struct Messages {
    /// It may change them; with the document that has a wording of its own.
    pub touched: Vec<(Id, Option<DocumentName>)>,
    /// It takes it that they are there.
    pub known: Vec<Id>,
}

impl Job {
    /// A sync of this scope, without anything that has to be asked for.
    pub fn sync(scope: Scope) -> Self {
        Self {
            scope,
            write_catalogs: true,
            render: Some(RenderTo::Output),
            dry_run: false,
            prune: false,
            count: true,
            take_edits: false,
            accept: None,
            fix: false,
            step: None,
        }
    }
}

/// Runs the job of a sync with drafts of what is missing or stale. A service that fails does not stop the sync;
/// then the next one tries again. The drafts are of the same scope as the job, which is no dry run.
pub fn sync(
    config: &Config,
    job: &Job,
    drafts: Option<(&TranslateJob, &World<'_>)>,
    progress: Option<&dyn Progress>,
) -> Result<Report, FileError> {
    check_locales(config, &job.scope)?;
    let settings = cacheable(job).then(|| settings_of(config, job.count));
    let is_status = narrow::is_status(job);
    let asked = settings.clone().or_else(|| is_status.then(|| settings_of(config, true)));
    let looked = asked.and_then(|settings| cache::look(&config.root, &settings));
    if let Some(mut report) =
        looked.as_ref().and_then(|looked| cached(config, looked, (drafts.map(|(job, _)| job), !is_status)))
    {
        if is_status {
            report.locales.retain(|locale| wanted(&job.scope, &locale.locale));
        }
        return Ok(report);
    }
    if let Some((translate, _)) = drafts {
        translate::check_provider(config, translate)?;
    }
    let writes = !job.dry_run && (job.write_catalogs || job.render == Some(RenderTo::Output)) || drafts.is_some();
    let _lock = if writes { Some(lock::acquire(config)?) } else { None };
    let run = Run { config, job, drafts, progress, settings, writes };
    let mut drafted = match run.narrow(looked)? {
        Outcome::Done(report) => return Ok(*report),
        Outcome::Whole(drafted) => drafted,
    };
    let (mut trails, mut attempts) = (Vec::new(), Vec::new());
    // Edits that came while drafts were made are for this run too.
    let mut report = transaction::retry(config, || {
        let mut again = drafted.take();
        trails.extend(again.as_mut().map(|drafted| std::mem::take(&mut drafted.trail)));
        run.pass(again.map(|drafted| *drafted)).map_err(|stop| {
            drafted = stop.drafted;
            attempts.push(stop.attempt);
            stop.why
        })
    })?;
    attempts.into_iter().for_each(|attempt| attempt.add_to(&mut report));
    trails.into_iter().for_each(|trail| trail.add_to(&mut report.written, &mut report.removed));
    Ok(report)
}

/// Runs a job. An error means that nothing could be done at all; everything else is in the report.
pub fn run(config: &Config, job: &Job, progress: Option<&dyn Progress>) -> Result<Report, FileError> {
    sync(config, job, None, progress)
}

/// Why a way through the project ended early.
pub(super) struct Stop {
    pub why: Stopped,
    /// Drafts that were made and are written.
    pub drafted: Option<Box<Drafted>>,
    pub attempt: Box<Attempt>,
}

impl From<Stopped> for Stop {
    fn from(why: Stopped) -> Self {
        Self { why, drafted: None, attempt: Box::default() }
    }
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        Stopped::from(error).into()
    }
}

/// A job at work; the project's lock is held if it writes.
pub(super) struct Run<'a> {
    pub config: &'a Config,
    pub job: &'a Job,
    pub drafts: Option<(&'a TranslateJob, &'a World<'a>)>,
    pub progress: Option<&'a dyn Progress>,
    /// What the result depends on besides files, if the run is to be remembered.
    pub settings: Option<String>,
    pub writes: bool,
}

impl Run<'_> {
    /// Reads, parses, merges, drafts unless that was done before, and writes.
    fn pass(&self, drafted: Option<Drafted>) -> Result<Report, Stop> {
        let Self { config, job, .. } = *self;
        let mut watch = Watch::default();
        watch.before_reading([config.root.join(crate::settings::config::FILE_NAME).as_path()]);
        let mut files = Vec::new();
        let mut seen = |path: &Path| {
            if self.settings.is_some() {
                watch.before_reading([path]);
            }
            if self.drafts.is_some() {
                files.push(path.to_owned());
            }
        };
        translate::memory_files(config).iter().for_each(|path| seen(path));
        let grow = if self.drafts.is_some() { Grow::Drafts } else { Grow::No };
        let (inputs, turns) = match self.goes_in_turns() {
            true => turns::read(config, &job.scope, grow, &mut seen)?,
            false => Turns::all(snapshot::read(config, &job.scope, &mut seen)?),
        };
        if self.writes {
            cache::forget(&config.root);
        }
        let mut report = report_of(&inputs);
        let done = match turns.are_one() {
            true => self.think_and_write(&inputs, turns, (&files, drafted), &mut report)?,
            false => self.in_turns(&inputs, turns, drafted, &mut report)?,
        };
        if let Some(settings) = self.settings.as_deref().filter(|_| report.is_settled()) {
            let drafts = if self.drafts.is_some() { Drafts::of(&report) } else { Drafts::Unknown };
            remember(config, settings, watch, (&report, drafts), &inputs, done);
        }
        Ok(report)
    }
}

/// Writes the documents of the source locale from skeleton and units into a folder: the bytes of the
/// sources, or the document model has lost something.
pub fn render_source(config: &Config, scope: &Scope, folder: &Path, dry_run: bool) -> Result<Report, FileError> {
    let inputs = snapshot::read(config, scope, &mut |_| ())?;
    let documents = snapshot::parse_documents(config, &inputs);
    let mut report = Report { documents: documents.len(), ..Report::default() };
    report.problems.extend(inputs.all_errors());
    let writer = Writer::new(dry_run);
    for (source, document) in inputs.sources.iter().zip(&documents) {
        let written = writer.put(&folder.join(&*source.name), render::render_source(document).as_bytes());
        report.problems.extend(written.err());
    }
    (report.written, report.removed) = writer.finish();
    Ok(report)
}

impl Run<'_> {
    /// Steps 2 to 7 with all locales at a time.
    fn think_and_write(
        &self,
        inputs: &Inputs,
        mut turns: Turns,
        (seen, drafted): (&[PathBuf], Option<Drafted>),
        report: &mut Report,
    ) -> Result<Done, Stop> {
        let Self { config, job, .. } = *self;
        let english = turns.english(config, inputs);
        let Some(mut turn) = turns.next(&english, job.scope.today)? else { return Ok(Done::default()) };
        let snapshot = &mut turn.snapshot;
        if job.take_edits && snapshot.inputs.catalog_usable {
            report.problems.extend(snapshot.hand_off(|name| wanted(&job.scope, name), job.scope.today, false));
            front_matter::take(snapshot, |name| wanted(&job.scope, name), true);
            report.taken = take::take_edits(snapshot, &job.scope, &mut report.problems);
        }
        let drafted = self.with_drafts(snapshot, seen, drafted)?;
        report.problems.extend(warnings_of(snapshot));
        if let Err(problems) = self.take_in(snapshot, report) {
            report.problems.extend(problems);
            return Ok(Done::default());
        }
        self.hand_off(snapshot, |_| true, report);
        summarize(snapshot, report);
        self.hint(snapshot, report);
        let writer = Writer::new(job.dry_run);
        match self.write_catalogs(snapshot, &writer) {
            Ok(problem) => report.problems.extend(problem),
            Err(why) => {
                let drafted = self.drafts.map(|_| Box::new(drafted));
                return Err(Stop { why, drafted, attempt: Box::default() });
            }
        }
        let mut finishing = Finishing::new(self, &english, &writer);
        finishing.add(&turn, report);
        let done = finishing.finish(report);
        (report.written, report.removed) = writer.finish();
        add_drafts(drafted, report);
        Ok(done.filter(|_| report.is_settled()).unwrap_or_default())
    }

    /// At the first sync, variables that would save messages.
    pub(super) fn hint(&self, snapshot: &Snapshot<'_>, report: &mut Report) {
        let Self { config, job, .. } = *self;
        let is_first = snapshot.last().documents.is_empty() && job.scope.paths.is_empty();
        if is_first && job.count && job.accept.is_none() {
            report.hint = declare::hint(config, &snapshot.documents);
        }
    }

    /// Makes drafts, if they are asked for and were not made before.
    fn with_drafts(
        &self,
        snapshot: &mut Snapshot<'_>,
        seen: &[PathBuf],
        drafted: Option<Drafted>,
    ) -> Result<Drafted, Stop> {
        if let Some(drafted) = drafted {
            drafted.tell_pages(snapshot);
            return Ok(drafted);
        }
        let Some(drafts) = self.drafts else { return Ok(Drafted::default()) };
        let mut drafted = translate::draft(snapshot, seen, drafts, Merge::BeforeDrafts);
        if let Some(why) = drafted.stopped.take() {
            return Err(why.into());
        }
        if drafted.overtaken {
            let why = Stopped::Changed(self.config.resources.clone());
            return Err(Stop { why, drafted: Some(Box::new(drafted)), attempt: Box::default() });
        }
        Ok(drafted)
    }

    /// Takes in what else is asked for: decisions, repairs, and the step of a command that lies above.
    ///
    /// # Errors
    /// Why nothing is to be written.
    fn take_in(&self, snapshot: &mut Snapshot<'_>, report: &mut Report) -> Result<(), Problems> {
        let job = self.job;
        let chosen = |name: &str| wanted(&job.scope, name);
        if let Some(accept) = &job.accept {
            let unknown = accept::unknown_ids(accept, snapshot);
            if !unknown.is_empty() {
                return Err(unknown.into_iter().collect());
            }
            report.accepted = accept::apply(accept, snapshot, chosen, job.scope.today);
        }
        if !snapshot.inputs.catalog_usable {
            return Ok(());
        }
        if job.fix {
            report.fixed = fix::apply(snapshot, chosen, job.scope.today);
        }
        job.step.as_ref().map_or(Ok(()), |step| step.apply(snapshot, Reads::All))
    }

    /// Brings a snapshot to what is to be written, where nothing else is asked for.
    pub(super) fn prepare(&self, snapshot: &mut Snapshot<'_>, report: &mut Report) {
        report.problems.extend(warnings_of(snapshot));
        self.hand_off(snapshot, |_| true, report);
        summarize(snapshot, report);
    }

    /// Gives the pages of those locales whose turn it is their hand-off metadata, if any are written.
    pub(super) fn hand_off(&self, snapshot: &mut Snapshot<'_>, is_turn: impl Fn(&str) -> bool, report: &mut Report) {
        let job = self.job;
        let chosen = |name: &str| is_turn(name) && wanted(&job.scope, name);
        if job.render.is_some() {
            let prunes = job.prune && job.render == Some(RenderTo::Output);
            // Where locales have their turns, each says what is the same for all.
            report.problems.extend_new(snapshot.hand_off(chosen, job.scope.today, prunes));
            if job.write_catalogs && snapshot.inputs.catalog_usable {
                front_matter::take(snapshot, chosen, false);
            }
        }
    }

    /// Step 7 for the catalog, where the job writes it; returns why it may not be written.
    pub(super) fn write_catalogs(
        &self,
        snapshot: &Snapshot<'_>,
        writer: &Writer,
    ) -> Result<Option<FileError>, Stopped> {
        if !self.job.write_catalogs {
            return Ok(None);
        }
        if !snapshot.inputs.catalog_usable {
            let why = "catalog not written; fix the errors above first, so that nothing in those files is lost";
            return Ok(Some(FileError::misuse(why)));
        }
        let chosen = |name: &str| wanted(&self.job.scope, name);
        let keep = self.job.accept.as_ref().and_then(|accept| accept.keep.as_deref()).filter(|_| !writer.is_dry());
        keep.iter().for_each(|keep| keep.writing(self.config));
        let written = write::write_catalogs(snapshot, chosen, writer);
        // What is noted already is completed by the next run.
        if let (Some(keep), Err(Stopped::Changed(_) | Stopped::Failed(_))) = (keep, &written) {
            keep.unwritten(self.config);
        }
        written.map(|()| None)
    }
}

/// What an attempt did to pages before the run began again.
#[derive(Default)]
pub(super) struct Attempt {
    /// Where copies of pages that others wrote are.
    pub copies: Problems,
    pub written: Vec<PathBuf>,
    pub removed: Vec<PathBuf>,
}

impl Attempt {
    /// With what another did after it.
    pub fn and(mut self, later: Self) -> Self {
        self.copies.extend_new(later.copies);
        self.written.extend(later.written);
        self.removed.extend(later.removed);
        self
    }

    /// Has a report say it, too.
    pub fn add_to(self, report: &mut Report) {
        report.problems.extend_new(self.copies);
        for (files, more) in [(&mut report.written, self.written), (&mut report.removed, self.removed)] {
            files.extend(more);
            files.sort();
            files.dedup();
        }
    }
}

/// A report of what was met while the project was read.
fn report_of(inputs: &Inputs) -> Report {
    let mut report = Report::default();
    report.problems.extend(inputs.all_errors());
    report.problems.extend(inputs.notes.iter().cloned());
    report
}

/// What the parser finds odd in documents, with file and line.
fn warnings_of(snapshot: &Snapshot<'_>) -> Vec<Problem> {
    warnings_of_documents(snapshot).into_iter().chain(snapshot.locales().filter_map(without_words)).collect()
}

pub(super) fn warnings_of_documents(snapshot: &Snapshot<'_>) -> Vec<Problem> {
    let of_page = |page: PageView<'_>| {
        let path = snapshot.config.shown(&page.source().source.path);
        let shown = |(line, message): &(u32, String)| Problem::warning(message).at(&path, Some(*line));
        page.document().warnings.iter().map(shown).collect::<Vec<_>>()
    };
    snapshot.pages().flat_map(of_page).collect()
}

/// Nobody knows how to say the notice to readers in a locale.
pub(super) fn without_words(locale: LocaleView<'_>) -> Option<Problem> {
    let snapshot = locale.snapshot;
    let is_on = *snapshot.config.notice_in(&locale.own().locale) != Notice::Off;
    let has_words = || locale.chain().iter().any(|link| notice_words::has_words(&link.locale.name, &link.terms));
    if !is_on || has_words() {
        return None;
    }
    let message = format!(
        "the notice to readers is in English: translate the messages {} in this file",
        notice_words::MESSAGES.map(|id| format!("`{id}`")).join(", ")
    );
    let path = snapshot.config.locale_folder(locale.name()).join("terms.ftl");
    Some(Problem::warning(message).at(snapshot.config.shown(&path), None))
}

/// Counts the messages of those locales that are in scope.
pub(super) fn count<'s>(locales: impl Iterator<Item = LocaleView<'s>>, scope: &Scope, report: &mut Report) {
    // Where files could not be read, nobody knows what is missing.
    for view in locales.filter(|view| view.is_known() && wanted(scope, view.name())) {
        if let Some(locale) = report.locales.iter_mut().find(|locale| locale.locale == view.name()) {
            locale.counts = Some(counts::count(view));
        }
    }
}

/// Has a report say what became of drafts.
pub(super) fn add_drafts(drafted: Drafted, report: &mut Report) {
    drafted.trail.add_to(&mut report.written, &mut report.removed);
    let before = report.problems.findings();
    report.problems.extend_new(drafted.report.problems);
    report.of_drafts += report.problems.findings() - before;
    report.drafts = drafted.report.locales;
    report.refused = report.drafts.iter_mut().flat_map(|drafts| std::mem::take(&mut drafts.refused)).collect();
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::reviewer::Reviewer;
    use handback_core::text::date::Date;

    use super::*;

    /// A project of one document in two locales; nothing of it was ever synced.
    struct Project(tempfile::TempDir);

    impl Project {
        fn new(document: &str) -> Self {
            let project = Self(tempfile::tempdir().unwrap());
            project.write("source-docs/a.md", document);
            project
        }

        fn write(&self, path: &str, text: &str) {
            let path = self.0.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn run(&self, job: &Job) -> Report {
            let config = "locales: [fr-FR, de-DE]\nmetadata: none\n";
            run(&Config::parse(config, self.0.path()).unwrap(), job, None).unwrap()
        }

        fn has(&self, path: &str) -> bool {
            self.0.path().join(path).exists()
        }
    }

    fn whole() -> Job {
        Job::sync(Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) })
    }

    fn problems(report: &Report) -> Vec<String> {
        report.problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_dry_run_names_what_a_run_writes() {
        let project = Project::new("A text.\n");
        let dry = project.run(&Job { dry_run: true, ..whole() });
        assert!(!project.has("locales") && !project.has("localized-docs"));
        let wet = project.run(&whole());
        assert!(project.has("locales/en-US/a.ftl") && project.has("localized-docs/de-DE/a.md"));
        assert_eq!(dry.written, wet.written);
        assert!(!wet.up_to_date && project.run(&whole()).up_to_date);
    }

    #[test]
    fn a_catalog_that_cannot_be_read_is_neither_written_nor_counted() {
        let project = Project::new("A text.\n");
        project.write("locales/fr-FR/a.yaml", "version: 9\n");
        let report = project.run(&whole());
        let found = problems(&report);
        assert!(found[0].starts_with("locales/fr-FR/a.yaml:1: version 9"), "{found:?}");
        assert!(found[1].starts_with("catalog not written; fix the errors above first"), "{found:?}");
        assert!(!project.has("locales/en-US") && !project.has("locales/de-DE"));
        let counted: Vec<_> = report.locales.iter().map(|one| (one.locale.as_str(), one.counts.is_some())).collect();
        assert_eq!(counted, [("fr-FR", false), ("de-DE", true)]);
    }

    #[test]
    fn nothing_is_written_where_an_unknown_message_is_accepted() {
        let project = Project::new("A text.\n");
        let reviewer = Reviewer::new("A. Reviewer").unwrap();
        let accept = |id: &str| {
            let reviewer = reviewer.clone();
            Some(Accept { ids: vec![id.to_owned()], all: Vec::new(), findings: Vec::new(), reviewer, keep: None })
        };
        let report = project.run(&Job { accept: accept("a-txt"), ..whole() });
        assert!(problems(&report)[0].contains("a-txt"), "{:?}", report.problems);
        assert!(report.written.is_empty() && !project.has("locales"));
        project.run(&Job { accept: accept("a-text"), ..whole() });
        assert!(project.has("locales/en-US/a.ftl"));
    }

    #[test]
    fn only_the_wanted_locale_is_reported_and_rendered() {
        let project = Project::new("A text.\n");
        let scope = Scope { locales: vec!["de-DE".into()], ..whole().scope };
        let report = project.run(&Job { scope, ..whole() });
        let locales: Vec<&str> = report.locales.iter().map(|locale| locale.locale.as_str()).collect();
        assert_eq!(locales, ["de-DE"]);
        assert!(project.has("localized-docs/de-DE/a.md") && !project.has("localized-docs/fr-FR"));
    }

    #[test]
    fn what_is_odd_in_a_document_is_a_warning_with_its_line() {
        let project = Project::new("---\ntitle: A page\n\nA text.\n");
        let report = project.run(&whole());
        let expected = "source-docs/a.md:1: the front matter has no closing `---`: read as ordinary text";
        assert_eq!(problems(&report), [expected]);
        assert!(report.problems.are_harmless() && project.has("localized-docs/fr-FR/a.md"));
    }
}
