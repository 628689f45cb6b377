//! What a team's site shows: `handback site`.
//!
//! 1. The project is read and merged, as a check does, and nothing of it is written.
//! 2. [`Site`] answers what pages ask for: counts, documents, makers, the work of one locale after the other ([`work`]).
//! 3. [`history`] counts what the states of earlier commits say.
//!
//! Dates come from the project alone, or from who calls: the same project makes the same site.

pub mod documents;
pub mod history;
pub mod makers;
pub mod work;

use handback_core::text::date::Date;

use crate::problem::{FileError, Problems};
use crate::project::forge::Forge;
use crate::project::points;
use crate::settings::config::Config;
use crate::settings::tree::Tree;
use crate::snapshot::read::{LocaleInput, check_locales};
use crate::snapshot::{self, LocaleView, Scope, Snapshot, counts};
use history::Past;

/// What to show.
#[derive(Debug, Clone)]
pub struct SiteJob {
    /// Locales to show; empty means all.
    pub locales: Vec<String>,
    /// The day that ages are counted to; `None` for the last day that the project names.
    pub date: Option<Date>,
    /// At how many points in time locales are looked at, at most.
    pub points: usize,
}

/// A project, as pages show it.
pub struct Site<'s> {
    pub snapshot: &'s Snapshot<'s>,
    pub locales: Vec<LocaleView<'s>>,
    /// How far each locale is; `None` where files could not be read.
    pub counts: Vec<Option<counts::LocaleCounts>>,
    /// The day that ages are counted to; `None` if the project names none.
    pub as_of: Option<Date>,
    pub forge: Option<Forge>,
    pub past: Past,
}

/// Reads a project and hands it to `show`; returns what that made of it, and the problems that were met.
pub fn look<T>(
    config: &Config,
    job: &SiteJob,
    show: impl FnOnce(&Site<'_>) -> Result<T, FileError>,
) -> Result<(T, Problems), FileError> {
    let scope = Scope {
        paths: Vec::new(),
        locales: job.locales.clone(),
        shard: None,
        today: job.date.unwrap_or(Date::UNKNOWN),
    };
    check_locales(config, &scope)?;
    let mut inputs = snapshot::read(config, &scope, &mut |_| ())?;
    let problems: Problems = inputs.all_errors().collect();
    let locales = inputs.take_locales();
    let as_of = job.date.or_else(|| last_day(config, &locales));
    let snapshot = Snapshot::of(config, &inputs, locales, as_of.unwrap_or(Date::UNKNOWN));
    let views: Vec<LocaleView<'_>> = snapshot.locales_in(&scope).collect();
    // Where files could not be read, nobody knows what is missing.
    let counts = views.iter().map(|view| view.is_known().then(|| counts::count(*view))).collect();
    let past = history::past(config, &views, job.points);
    let forge = Forge::of(&config.forge, &config.root);
    let site = Site { snapshot: &snapshot, locales: views, counts, as_of, forge, past };
    Ok((show(&site)?, problems))
}

/// The last day that the project names: of the last commit that changed it, or of a translation that is not committed.
fn last_day(config: &Config, locales: &[LocaleInput]) -> Option<Date> {
    let bases = config.trees.iter().flat_map(Tree::bases).map(|base| base.to_string_lossy().into_owned());
    let resources = config.shown(&config.resources).to_string_lossy().into_owned();
    let paths: Vec<String> =
        bases.chain([resources]).map(|path| if path.is_empty() { ".".into() } else { path }).collect();
    let commits = points::changes(&config.root, &paths, Some(1)).unwrap_or_default();
    let committed = commits.first().and_then(|change| history::day(change.time));
    let files = locales.iter().flat_map(|locale| locale.catalog.files.values());
    let named = files.flat_map(|file| {
        let messages = file.state.messages.values().flat_map(|state| [Some(state.date), state.since]);
        messages.chain([file.state.document.as_ref().map(|document| document.date)])
    });
    named.flatten().chain(committed).max().filter(|day| *day != Date::UNKNOWN)
}
