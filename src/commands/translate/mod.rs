//! Step 5: drafts for what is missing or stale, from the translation memory, then from a provider.
//!
//! 1. The merge of a sync, written first: drafts are made from today's English. A sync has merged before, and goes
//!    on with what the drafts make of it.
//! 2. Exact matches of the memory; fuzzy ones where asked.
//! 3. The rest goes to the locale's provider. What comes back is written as it comes, so that a run that is
//!    interrupted has lost nothing, and the next one goes on where it ended.

mod hints;
pub(super) mod in_turns;
mod machine;
mod recall;
pub(super) mod refused;
mod run;
mod save;
pub mod tasks;
mod trail;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use handback_core::catalog::Id;
use handback_core::catalog::escape::Pattern;
use serde::{Deserialize, Serialize};

use super::progress::Progress;
use super::report::LocaleDrafts;
use crate::problem::{FileError, Problem, Problems};
use crate::project::transaction::{self, Stopped};
use crate::project::{cache, lock};
use crate::providers::Environment;
use crate::settings::config::Config;
use crate::settings::locale::Locale;
use crate::snapshot::read::check_locales;
use crate::snapshot::turns::{self, Grow};
use crate::snapshot::{self, LocaleView, Scope, Snapshot};
use run::{Going, Run};
use trail::Trail;

/// What to translate, and how.
#[derive(Debug, Clone)]
pub struct TranslateJob {
    pub scope: Scope,
    /// Say what would be sent, and send and write nothing.
    pub dry_run: bool,
    /// Send no more characters than this.
    pub max_characters: Option<usize>,
    /// Instead of the provider that the configuration says.
    pub provider: Option<String>,
    /// Take translations of other texts as drafts that are at least so much alike, 0 to 1.
    pub fuzzy: Option<f64>,
    /// Make translations of this origin again, though they are current.
    pub again: Option<String>,
    /// Look for translations of similar texts, for the report.
    pub suggest: bool,
    /// Ask again today for texts of which the answer was refused.
    pub asks_again: bool,
}

/// What a run needs of the world around it.
pub struct World<'a> {
    pub environment: &'a Environment<'a>,
    /// The user has agreed to what the providers ask for ([`crate::providers::trust`]).
    pub trusted: bool,
    /// Set when the run is to end early.
    pub stop: &'a AtomicBool,
    pub progress: Option<&'a dyn Progress>,
}

/// What became of the texts that needed drafts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct TranslateReport {
    pub locales: Vec<LocaleDrafts>,
    /// Findings are texts that the machine could not translate, and what ended the work early.
    pub problems: Problems,
}

/// Whether a text needs a draft in a locale.
pub(super) fn needs_drafts(locale: LocaleView<'_>) -> bool {
    !tasks::tasks(locale, None).is_empty()
}

/// Drafts what needs a draft. An error means that nothing could be done at all.
pub fn translate(config: &Config, job: &TranslateJob, world: &World<'_>) -> Result<TranslateReport, FileError> {
    check_locales(config, &job.scope)?;
    check_provider(config, job)?;
    let _lock = if job.dry_run { None } else { Some(lock::acquire(config)?) };
    transaction::retry(config, || translate_once(config, job, world))
}

fn translate_once(config: &Config, job: &TranslateJob, world: &World<'_>) -> Result<TranslateReport, Stopped> {
    let (inputs, mut turns) = turns::read(config, &job.scope, Grow::Drafts, &mut |_| ())?;
    let mut problems: Problems = inputs.all_errors().collect();
    problems.extend(inputs.notes.iter().cloned());
    if !inputs.catalog_usable {
        problems.push(Problem::error(NOT_USABLE));
        return Ok(TranslateReport { problems, ..TranslateReport::default() });
    }
    if !job.dry_run {
        cache::forget(&config.root);
    }
    let english = turns.english(config, &inputs);
    let drafted = match turns.are_one() {
        true => match turns.next(&english, job.scope.today)? {
            Some(mut turn) => draft(&mut turn.snapshot, &[], (job, world), Merge::Always),
            None => Drafted::default(),
        },
        false if job.dry_run => in_turns::say(&english, &mut turns, (job, world))?,
        false => {
            let trail = in_turns::merge(&english, &mut turns, &job.scope)?;
            in_turns::draft(&english, &mut turns, (job, world), trail)
        }
    };
    if let Some(stopped) = drafted.stopped {
        return Err(stopped);
    }
    let report = drafted.report;
    problems.extend(report.problems);
    Ok(TranslateReport { problems, ..report })
}

/// Why nothing is drafted where a part of the catalog cannot be read.
const NOT_USABLE: &str = "nothing translated; fix the errors above first, so that nothing in those files is lost";

/// Says so if the provider that was asked for is none.
pub(super) fn check_provider(config: &Config, job: &TranslateJob) -> Result<(), FileError> {
    match &job.provider {
        Some(name) => config.translate.named(name).map(|_| ()).map_err(FileError::misuse),
        None => Ok(()),
    }
}

/// When the merge is written that drafts are made after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    Always,
    /// Only before the first draft: else whoever asks writes it.
    BeforeDrafts,
    /// It is written, and the locales were read again.
    Written,
}

/// Drafts that are in the catalogs, and what is to be known of them.
#[derive(Debug, Default)]
pub(super) struct Drafted {
    pub report: TranslateReport,
    pub trail: Trail,
    /// What is in memory is not what lies there: somebody edited meanwhile, or something could not be written.
    pub overtaken: bool,
    /// Nothing was drafted: the merge that goes first could not be written.
    pub stopped: Option<Stopped>,
    /// Wordings that drafts took the place of, by locale.
    replaced: Vec<(String, Vec<(Id, Pattern)>)>,
}

impl Drafted {
    /// Has pages know the wordings that drafts took the place of, in their locales and in those that fall back to them.
    pub fn tell_pages(&self, snapshot: &mut Snapshot<'_>) {
        for (name, replaced) in &self.replaced {
            let locales = snapshot.analysis.locales.iter_mut();
            let shows = |locale: &Locale| locale.name == *name || locale.fallbacks.contains(name);
            for locale in locales.filter(|locale| shows(&locale.locale)) {
                locale.pages.replaced.extend(replaced.iter().cloned());
            }
        }
    }
}

/// Drafts what needs a draft into the catalogs of a snapshot, and writes them as the drafts come in. `seen` is every
/// file that was looked at, to tell whether others edited meanwhile. The project's lock is held.
pub(super) fn draft(
    snapshot: &mut Snapshot<'_>,
    seen: &[PathBuf],
    (job, world): (&TranslateJob, &World<'_>),
    merge: Merge,
) -> Drafted {
    let mut drafted = Drafted::default();
    if snapshot.inputs.catalog_usable {
        let mut going = Going::new(job);
        Run::new(snapshot, (job, world), (&mut going, &mut drafted)).all(seen, merge, &|_| true);
    } else {
        drafted.report.problems.push(Problem::error(NOT_USABLE));
    }
    drafted
}

/// The files of the translation memory that the configuration names, and their folders.
pub fn memory_files(config: &Config) -> Vec<PathBuf> {
    snapshot::memory::files(config)
}
