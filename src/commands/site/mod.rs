//! What a team's site shows: `handback site`.
//!
//! 1. The project is read and merged, as a check does, and nothing of it is written: one locale after the other ([`Reader`]), since
//!    a large project would take much room with all of them.
//! 2. Of each locale its [`Work`] is handed on, and what pages of the whole project ask for is kept in the [`Site`].
//! 3. [`history`] counts what the states of earlier commits say.
//!
//! Dates come from the project alone, or from who calls: the same project makes the same site.

pub mod documents;
pub mod history;
pub mod makers;
pub mod work;

use handback_core::text::date::Date;
use rustc_hash::FxHashSet;

use crate::problem::{FileError, Problems};
use crate::project::forge::Forge;
use crate::project::paths::slashed;
use crate::project::points;
use crate::settings::config::Config;
use crate::settings::locale::Locale as Settings;
use crate::settings::tree::Tree;
use crate::snapshot::read::{self, check_locales, wanted};
use crate::snapshot::{self, Inputs, LocaleInput, LocaleView, Scope, Snapshot, counts, write};
use history::Past;
use work::{Ages, Work};

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
pub struct Site<'c> {
    pub config: &'c Config,
    pub documents: Vec<Document>,
    /// Names of the locales to show.
    pub names: Vec<&'c str>,
    /// Those that were looked at so far, in this order.
    pub locales: Vec<Locale>,
    /// The day that ages are counted to; `None` if the project names none.
    pub as_of: Option<Date>,
    pub forge: Option<Forge>,
    pub past: Past,
}

/// A source document.
pub struct Document {
    pub name: String,
    /// Its file, below the project.
    pub file: String,
}

/// What pages of the whole project say of a locale.
pub struct Locale {
    /// How far it is; `None` where files could not be read.
    pub counts: Option<counts::LocaleCounts>,
    pub makers: Vec<makers::Maker>,
    pub stale: Ages,
    pub missing: Ages,
    /// How far it is with each document.
    pub documents: Vec<Option<counts::Counts>>,
    /// Documents that have no page in it, by their places.
    pub unpublished: FxHashSet<usize>,
}

/// A project whose locales are still to be looked at.
pub struct Reader<'c> {
    pub site: Site<'c>,
    scope: Scope,
    inputs: Inputs,
    /// Locales that were read already, those to show among them.
    first: Vec<LocaleInput>,
    /// There are more to read, which is done one after the other.
    reads_more: bool,
}

impl<'c> Reader<'c> {
    pub fn new(config: &'c Config, job: &SiteJob) -> Result<Self, FileError> {
        let today = job.date.unwrap_or(Date::UNKNOWN);
        let scope = Scope { paths: Vec::new(), locales: job.locales.clone(), shard: None, today };
        check_locales(config, &scope)?;
        let shown: Vec<&Settings> = config.locales.iter().filter(|locale| wanted(&scope, &locale.name)).collect();
        let chains: Vec<Vec<&str>> = shown.iter().map(|locale| chain(locale)).collect();
        let is_first = |name: &str| chains.first().is_none_or(|chain| chain.contains(&name));
        let mut inputs = snapshot::read_locales(config, &scope, is_first, &mut |_| ())?;
        let mut first = inputs.take_locales();
        let is_all = first.len() == config.locales.len();
        let reads_more = !is_all && inputs.catalog_usable;
        if !is_all && !reads_more {
            inputs = snapshot::read(config, &scope, &mut |_| ())?;
            first = inputs.take_locales();
        }
        let mut site = Site {
            config,
            documents: inputs.sources.iter().map(|source| document(config, source)).collect(),
            names: shown.iter().map(|locale| locale.name.as_str()).collect(),
            locales: Vec::new(),
            as_of: job.date,
            forge: Forge::of(&config.forge, &config.root),
            past: history::past(config, &chains, job.points),
        };
        if job.date.is_none() {
            site.as_of = last_day(config, &mut inputs, &first, reads_more);
        }
        Ok(Self { site, scope, inputs, first, reads_more })
    }

    /// Hands every locale to `show`, which finds it as the last of the site's; returns the problems that were met, too.
    pub fn each(
        self,
        show: &mut dyn FnMut(&Site<'_>, &Work) -> Result<(), FileError>,
    ) -> Result<(Site<'c>, Problems), FileError> {
        let Self { mut site, scope, mut inputs, first, mut reads_more } = self;
        let config = site.config;
        let mut read = Some(first);
        while let Some(name) = site.names.get(site.locales.len()).copied() {
            let locales = read.take().unwrap_or_else(|| {
                let chain = config.locale(name).map(chain).unwrap_or_default();
                read::read_more(config, &mut inputs, |name| chain.contains(&name))
            });
            let snapshot = Snapshot::of(config, &inputs, locales, site.as_of.unwrap_or(Date::UNKNOWN));
            if reads_more && site.locales.is_empty() && write::changes_reference(&snapshot) {
                // Where the English changed, translations of all locales have a say in which text is which message.
                drop(snapshot);
                inputs = snapshot::read(config, &scope, &mut |_| ())?;
                (read, reads_more) = (Some(inputs.take_locales()), false);
                continue;
            }
            let names = if reads_more { vec![name] } else { site.names.clone() };
            for view in snapshot.locales().filter(|view| names.contains(&view.name())) {
                let work = site.take(view);
                show(&site, &work)?;
            }
        }
        // A locale that others fall back to was read more than once.
        let mut seen = FxHashSet::default();
        let problems = inputs.all_errors().filter(|error| seen.insert(error.to_string())).collect();
        Ok((site, problems))
    }
}

impl Site<'_> {
    /// Looks at the next locale.
    fn take(&mut self, view: LocaleView<'_>) -> Work {
        let work = work::work(view, self.as_of);
        let unpublished = view.snapshot.pages().filter(|page| !view.is_published(*page));
        self.locales.push(Locale {
            // Where files could not be read, nobody knows what is missing.
            counts: view.is_known().then(|| counts::count(view)),
            makers: makers::makers(view),
            stale: work.stale,
            missing: work.missing,
            documents: documents::counts(view),
            unpublished: unpublished.map(|page| page.index).collect(),
        });
        work
    }
}

/// A locale and those that it falls back to.
fn chain(locale: &Settings) -> Vec<&str> {
    std::iter::once(&locale.name).chain(&locale.fallbacks).map(String::as_str).collect()
}

fn document(config: &Config, source: &snapshot::SourceText) -> Document {
    Document { name: source.name.to_string(), file: slashed(&config.shown(&source.source.path)) }
}

/// The last day that the project names: of the last commit that changed it, or of a translation that is not committed. `first`: the
/// locales that were read already; with `more`, the others are read for it.
fn last_day(config: &Config, inputs: &mut Inputs, first: &[LocaleInput], more: bool) -> Option<Date> {
    let bases = config.trees.iter().flat_map(Tree::bases).map(|base| base.to_string_lossy().into_owned());
    let resources = config.shown(&config.resources).to_string_lossy().into_owned();
    let paths: Vec<String> =
        bases.chain([resources]).map(|path| if path.is_empty() { ".".into() } else { path }).collect();
    let commits = points::changes(&config.root, &paths, Some(1)).unwrap_or_default();
    let committed = commits.first().and_then(|change| history::day(change.time));
    let mut days: Vec<Option<Date>> = vec![committed];
    days.extend(first.iter().map(named_day));
    let is_known = |name: &str| first.iter().any(|locale| locale.locale.name == name);
    for locale in config.locales.iter().filter(|locale| more && !is_known(&locale.name)) {
        days.extend(read::read_more(config, inputs, |name| name == locale.name).iter().map(named_day));
    }
    days.into_iter().flatten().max().filter(|day| *day != Date::UNKNOWN)
}

/// The last day that a locale names.
fn named_day(locale: &LocaleInput) -> Option<Date> {
    let named = locale.catalog.files.values().flat_map(|file| {
        let messages = file.state.messages.values().flat_map(|state| [Some(state.date), state.since]);
        messages.chain([file.state.document.as_ref().map(|document| document.date)])
    });
    named.flatten().max()
}
