//! What a whole sync leaves for the next run, so that an unchanged project is answered from it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use handback_core::text::fingerprint::fingerprint;
use handback_core::text::limits::LARGEST_STORE;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::narrow::findings::Patch;
use super::report::{EnglishChanges, LocaleReport, Refusal, Report, add_refused};
use super::sync::Job;
use super::translate::TranslateJob;
use super::translate::refused::Refused;
use crate::checks::finding::Finding;
use crate::checks::kept::Kept;
use crate::checks::{All, Found};
use crate::pages::RenderTo;
use crate::project::cache::{self, Last, Looked, Watch};
use crate::project::index::Index;
use crate::project::summed::{self, Summed};
use crate::project::write::Writer;
use crate::project::{files, lock};
use crate::settings::code::Code;
use crate::settings::config::Config;
use crate::snapshot::read::Inputs;

/// What a whole sync leaves for the next run.
#[derive(Serialize, Deserialize)]
pub(super) struct Remembered {
    pub report: Report,
    pub drafts: Drafts,
    #[serde(default)]
    pub by: By,
    /// Where some drafts had a flaw, the texts that have none; empty if nobody knows.
    #[serde(default)]
    pub refused: Vec<Refusal>,
    /// Documents of whose pages something was to be said.
    pub again: BTreeSet<String>,
    /// The findings that it left.
    pub findings: Option<Findings>,
    /// Tells the index that it left.
    #[serde(default)]
    pub index: Option<u64>,
}

impl Remembered {
    /// Reads what a sync left of a project that lies at `root` from here.
    pub fn read(summary: &str, root: &Path) -> Option<Self> {
        let mut remembered: Self = serde_json::from_str(summary).ok()?;
        of_project(&mut remembered.report).for_each(|path| *path = root.join(&path));
        Some(remembered)
    }
}

/// What left it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum By {
    #[default]
    Sync,
    /// A check, after which a sync has nothing to write, and yet something to note.
    Check,
}

/// What a run knows of the drafts of all that needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Drafts {
    /// They were made, as far as there is a machine and a memory for them.
    Made,
    /// Of some texts what the machine made had a flaw: it is to try again, on another day if it is known which these are
    /// ([`Remembered::refused`]).
    Flawed,
    /// Not all were tried.
    Unknown,
}

impl Drafts {
    /// What became of them in a run that tried all.
    pub fn of(report: &Report) -> Self {
        match report.drafts.iter().map(|drafts| drafts.flawed).sum::<usize>() {
            0 if report.of_drafts == 0 => Self::Made,
            flawed if flawed == report.of_drafts => Self::Flawed,
            _ => Self::Unknown,
        }
    }
}

/// The paths of a report that the next run asks for.
fn of_project(report: &mut Report) -> impl Iterator<Item = &mut PathBuf> {
    report.orphans.iter_mut().chain(&mut report.unpublished)
}

/// Where findings are kept: those of a sync over everything, and what takes the place of some of them since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Findings {
    /// The tag of what the last run over everything found.
    base: u64,
    /// A fingerprint.
    #[serde(default)]
    patch: Option<String>,
}

const BASE: &str = "findings";
const PATCH: &str = "findings.since";

/// What the last sync looked at, and what changed since.
pub(crate) fn look(config: &Config) -> Option<Looked> {
    cache::look(&config.root, &settings_of(config, true))
}

/// The findings of the last sync, if nothing changed since.
pub(crate) fn remembered_findings(config: &Config, looked: &Looked) -> Option<Found> {
    let remembered: Remembered = serde_json::from_str(looked.unchanged()?).ok()?;
    let findings = remembered.findings?;
    let mut found = base(config, &findings)?;
    if findings.patch.is_some() {
        found = patch(config, &findings)?.apply(config, found, None)?;
    }
    // Nobody notes pages without a source: what is gone is found no more.
    let lies = |finding: &Finding| {
        finding.output.as_ref().is_some_and(|place| files::is_there(&config.root.join(&*place.file)))
    };
    found.findings.retain(|finding| finding.code != Code::OrphanedOutput || lies(finding));
    Some(found)
}

/// The last sync, if nothing changed since, and when that was seen.
pub(crate) struct AtRest {
    summary: String,
    at: SystemTime,
}

impl AtRest {
    pub fn of(looked: &Looked) -> Option<Self> {
        looked.unchanged().map(|summary| Self { summary: summary.to_owned(), at: SystemTime::now() })
    }
}

/// Keeps what a check over everything found, for the next one. `before` is the last sync as it was before the check read
/// anything: if it is the last one still, and nothing changed, that is what the check looked at.
pub(crate) fn keep_found(config: &Config, before: &AtRest, found: &All) -> Option<()> {
    let settings = settings_of(config, true);
    let _lock = lock::if_free(config).filter(|_| found.kept.is_handy())?;
    let AtRest { summary, .. } = AtRest::of(&look(config)?).filter(|now| now.summary == before.summary)?;
    // The sync did not look into all folders that the check did.
    let mut watch = Watch::default();
    watch.before_reading(found.sought.folders().map(PathBuf::as_path));
    if watch.may_have_changed_since(before.at) {
        return None;
    }
    let mut remembered: Remembered = serde_json::from_str(&summary).ok()?;
    let mut index = Index::read(&config.root, &settings).filter(|index| remembered.index == Some(index.tag))?;
    index.asked = found.asked.iter().copied().collect();
    index.note_sought(config, &found.sought);
    index.write(&config.root);
    let base = keep(config, &found.kept)?;
    remembered.findings = Some(Findings { base, patch: None });
    let last = Last::read(&config.root, &settings)?;
    last.remember(config, &settings, &serde_json::to_string(&remembered).ok()?, watch, &[]);
    Some(())
}

/// What the last sync over everything found.
pub(crate) fn base(config: &Config, findings: &Findings) -> Option<Found> {
    let bytes = files::read_at_most(&cache::path_of_kept(&config.root, BASE), LARGEST_STORE).ok()?;
    Kept::read(summed::verified(&bytes)?, findings.base)
}

/// Keeps what a run over everything found, and returns the tag to ask for it with.
fn keep(config: &Config, kept: &Kept) -> Option<u64> {
    let tag = cache::new_tag();
    let written = Writer::put_memory_by(&cache::path_of_kept(&config.root, BASE), |to| {
        let mut to = Summed::new(to);
        kept.write(tag, &mut to)?;
        to.finish()
    });
    written.ok().map(|()| tag)
}

/// What took the place of some of that since.
pub(crate) fn patch(config: &Config, findings: &Findings) -> Option<Patch> {
    let Some(patch) = &findings.patch else { return Some(Patch::default()) };
    serde_json::from_str(&cache::kept(&config.root, PATCH, patch)?).ok()
}

/// Keeps another patch.
pub(crate) fn put_patch(config: &Config, findings: &Findings, patch: &Patch) -> Option<Findings> {
    let patch = cache::keep(&config.root, PATCH, &serde_json::to_string(patch).ok()?)?;
    Some(Findings { base: findings.base, patch: Some(patch) })
}

/// The report of the last sync, if nothing changed since. `None` also if there is something to be said of drafts or of pages, and a
/// run is to make them.
pub(crate) fn cached(
    config: &Config,
    looked: &Looked,
    (drafts, pages): (Option<&TranslateJob>, bool),
) -> Option<Report> {
    let remembered = Remembered::read(looked.unchanged()?, &config.root)?;
    if pages && (remembered.by == By::Check || !remembered.again.is_empty()) {
        return None;
    }
    let refused = match (drafts, remembered.drafts) {
        (None, _) | (_, Drafts::Made) => Vec::new(),
        (Some(job), Drafts::Flawed) if are_left_alone(config, job, &remembered.refused) => remembered.refused,
        _ => return None,
    };
    let mut report = remembered.report;
    report.up_to_date = true;
    report.english = EnglishChanges::default();
    report.written.clear();
    report.removed.clear();
    report.problems.clear();
    report.drafts.clear();
    report.orphans.retain(|path| path.is_file());
    report.unpublished.retain(|path| path.is_file());
    for locale in &mut report.locales {
        *locale = LocaleReport {
            locale: std::mem::take(&mut locale.locale),
            counts: locale.counts.take(),
            ..LocaleReport::default()
        };
    }
    add_refused(refused, &mut report);
    Some(report)
}

/// Whether these are all texts without a draft, and a job asks for none of them today.
pub(super) fn are_left_alone(config: &Config, job: &TranslateJob, refused: &[Refusal]) -> bool {
    !refused.is_empty() && !job.asks_again && Refused::has_all(config, job.scope.today, refused)
}

pub(crate) fn remember(
    config: &Config,
    settings: &str,
    watch: Watch,
    (report, drafts): (&Report, Drafts),
    inputs: &Inputs,
    done: Done,
) {
    let Done { pages, found, index } = done;
    let results = results(config, report, inputs, pages);
    leave(config, settings, watch, (report, drafts, By::Sync), (found.as_ref(), index), &results);
}

/// Leaves what the next run may go by; `results` are stamped as they are now.
pub(crate) fn leave(
    config: &Config,
    settings: &str,
    watch: Watch,
    (report, drafts, by): (&Report, Drafts, By),
    (found, index): (Option<&Kept>, Option<Index>),
    results: &[PathBuf],
) {
    let base = found.and_then(|kept| keep(config, kept));
    let findings = base.map(|base| Findings { base, patch: None });
    let tag = index.as_ref().map(|index| index.tag);
    match index {
        Some(index) => index.write(&config.root),
        None => Index::forget(&config.root),
    }
    if let Some(summary) = summary(config, report, findings, (drafts, by), tag) {
        watch.remember(config, settings, &summary, results);
    }
}

/// What a run leaves besides stamps, with paths below the project.
pub(super) fn summary(
    config: &Config,
    report: &Report,
    findings: Option<Findings>,
    (drafts, by): (Drafts, By),
    index: Option<u64>,
) -> Option<String> {
    let mut short = report.clone();
    short.written.clear();
    short.drafts.clear();
    short.hint = None;
    of_project(&mut short).for_each(|path| *path = config.shown(path));
    let again = short.again.iter().map(ToString::to_string).collect();
    let refused = std::mem::take(&mut short.refused);
    serde_json::to_string(&Remembered { report: short, findings, drafts, by, refused, again, index }).ok()
}

/// What a run consists of: its pages, what it wrote, and the folders of all that.
pub(super) fn results(config: &Config, report: &Report, inputs: &Inputs, pages: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut results = pages;
    results.extend(report.written.iter().chain(&report.removed).cloned());
    // Writing changes the folders' times, and may have made some.
    let mut folders: FxHashSet<PathBuf> = inputs.folders.iter().cloned().collect();
    let below = |path: &Path| path.starts_with(&config.resources);
    let touched = report.written.iter().chain(&report.removed).filter(|path| below(path));
    let above = touched.flat_map(|path| path.ancestors().skip(1).take_while(|folder| below(folder)));
    folders.extend(above.map(Path::to_owned));
    results.extend(folders);
    results.sort();
    results.dedup();
    results
}

/// Everything but files that the result depends on. Where the project lies from the folder that a command runs in is no part
/// of it.
pub(crate) fn settings_of(config: &Config, count: bool) -> String {
    fingerprint(&format!("{:?} {count}", config.without_place())).into()
}

/// What a run leaves behind besides its report.
#[derive(Default)]
pub(crate) struct Done {
    /// The pages that the result consists of, written in this run or before, and the folders that their links lead to.
    pub pages: Vec<PathBuf>,
    /// What a check would find now.
    pub found: Option<Kept>,
    /// What the next run may go by.
    pub index: Option<Index>,
}

/// Only a whole sync is worth remembering.
pub(crate) fn cacheable(job: &Job) -> bool {
    job.step.is_none() && is_whole(job)
}

/// Whether a run comes to what a whole sync would come to after it.
pub(crate) fn is_whole(job: &Job) -> bool {
    !job.dry_run
        && !job.prune
        && !job.take_edits
        && job.accept.is_none()
        && !job.fix
        && job.write_catalogs
        && job.render == Some(RenderTo::Output)
        && job.scope.paths.is_empty()
        && job.scope.shard.is_none()
        && job.scope.locales.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Scope;
    use handback_core::text::date::Date;

    #[test]
    fn what_a_check_found_before_another_sync_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\nmetadata: none\n", folder.path()).unwrap();
        let sync = |text: &str| {
            std::fs::create_dir_all(folder.path().join("source-docs")).unwrap();
            std::fs::write(folder.path().join("source-docs/a.md"), text).unwrap();
            let scope =
                Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) };
            super::super::sync::run(&config, &Job::sync(scope), None).unwrap();
            AtRest::of(&look(&config).unwrap()).expect("nothing changed since")
        };
        let (first, second) = (sync("# Quay\n"), sync("# Pier\n"));
        let found = All::default();
        assert!(keep_found(&config, &first, &found).is_none(), "the check read the project before the second sync");
        // A program that another test is just starting has the lock for a moment, and this one does not wait.
        let is_kept = || keep_found(&config, &second, &found).is_some();
        let again = || std::thread::sleep(std::time::Duration::from_millis(10));
        assert!((0..200).any(|_| is_kept() || (again(), false).1));
        assert!(remembered_findings(&config, &look(&config).unwrap()).is_some_and(|found| found.findings.is_empty()));
    }

    #[test]
    fn a_configuration_is_the_same_after_it_was_used() {
        let yaml = "locales: [fr-FR]\nsources: [\"docs/**/*.md\", \"!docs/**/obj/**\", \"!docs/**/x*y.md\"]\n\
                    authors: [{match: \"*[bot]*\", type: MT}]\n";
        let config = Config::parse(yaml, Path::new("/")).unwrap();
        let before = settings_of(&config, true);
        // Globs take what they work with from a store for each thread.
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    assert!(config.trees[0].wants("docs/a/page.md") && !config.trees[0].wants("docs/a/obj/page.md"));
                    assert!(config.authors[0].admits("renovate[bot]", "") && !config.authors[0].admits("Ada", ""));
                });
            }
        });
        assert_eq!(settings_of(&config, true), before);
    }

    #[test]
    fn only_a_whole_sync_is_remembered() {
        let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) };
        let whole = Job::sync(scope.clone());
        assert!(cacheable(&whole));
        let less = [
            Job { write_catalogs: false, ..whole.clone() },
            Job { render: None, ..whole.clone() },
            Job { render: Some(RenderTo::Folder("out".into())), ..whole.clone() },
            Job { dry_run: true, ..whole.clone() },
            Job { prune: true, ..whole.clone() },
            Job { take_edits: true, ..whole.clone() },
            Job { fix: true, ..whole.clone() },
            Job { scope: Scope { locales: vec!["fr-FR".into()], ..scope.clone() }, ..whole.clone() },
            Job { scope: Scope { paths: vec!["a.md".into()], ..scope }, ..whole },
        ];
        for job in less {
            assert!(!cacheable(&job), "{job:?}");
        }
    }
}
