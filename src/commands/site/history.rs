//! How far locales were at earlier commits, by what the states of those commits say.
//!
//! A commit is looked at for each day, week, month, quarter or year: whichever is the finest that gives few enough. Such points
//! stay where they are as the project goes on, and what was counted at one is kept below `.handback`.

use std::sync::Arc;

use handback_core::catalog::ids::IdSet;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::state_file::StateFile;
use handback_core::text::date::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::project::paths::{PAGE, key_of_stem, slashed};
use crate::project::points::{self, Change, Counted};
use crate::project::{git, versions};
use crate::settings::config::Config;
use crate::snapshot::counts::{Counts, Progress};

/// So many files are read at once.
const AT_A_TIME: usize = 2000;

/// The points in time, the oldest first, and what is not known.
#[derive(Debug, Default)]
pub struct Past {
    pub points: Vec<Point>,
    pub gap: Option<Gap>,
}

/// How far locales were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub date: Date,
    /// In the order of the locales that were asked for; `None` where the commit does not tell.
    pub counts: Vec<Option<Counts>>,
}

/// Why the history is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// There is no repository, or nothing of the catalog is in it.
    NotCommitted,
    /// The clone holds the last commits only.
    Shallow,
    /// Files of so many points could not be read.
    Unreadable(usize),
}

/// Looks at no more than so many points. `chains`: each locale, and those that it falls back to.
pub fn past(config: &Config, chains: &[Vec<&str>], most: usize) -> Past {
    if most == 0 {
        return Past::default();
    }
    let folder = slashed(&config.shown(&config.resources));
    let changes = points::changes(&config.root, std::slice::from_ref(&folder), None).unwrap_or_default();
    if changes.is_empty() {
        return Past { points: Vec::new(), gap: Some(Gap::NotCommitted) };
    }
    let mut counted = Counted::read(&config.root);
    let mut reader = Reader { config, known: FxHashMap::default() };
    let mut points = Vec::new();
    let mut unreadable = 0;
    for (date, change) in spaced(&changes, most) {
        let counts = reader.point(&folder, change, chains, &mut counted);
        unreadable += usize::from(counts.iter().any(Option::is_none));
        points.push(Point { date, counts });
    }
    counted.save(&config.root);
    points.reverse();
    let gap = match unreadable {
        _ if git::is_shallow(&config.root) => Some(Gap::Shallow),
        0 => None,
        count => Some(Gap::Unreadable(count)),
    };
    Past { points, gap }
}

/// The day of a time, in UTC.
pub fn day(seconds: i64) -> Option<Date> {
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Date::try_from(time.to_zoned(jiff::tz::TimeZone::UTC).date()).ok()
}

/// The last commit of each of at most so many stretches of time, the newest first.
fn spaced(changes: &[Change], most: usize) -> Vec<(Date, &Change)> {
    const MONDAY: Date = Date::constant(1969, 12, 29);
    let month = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month()) - 1;
    let stretches: [&dyn Fn(Date) -> i64; 5] = [
        &|date| date.days_since(MONDAY),
        &|date| date.days_since(MONDAY).div_euclid(7),
        &month,
        &|date| month(date) / 3,
        &|date| i64::from(date.year()),
    ];
    let dated: Vec<(Date, &Change)> = changes.iter().filter_map(|change| Some((day(change.time)?, change))).collect();
    let of_stretch = |stretch: &dyn Fn(Date) -> i64| {
        let mut seen = FxHashSet::default();
        // Clocks of committers differ: what counts is the order of the commits.
        let first = dated.iter().filter(|(date, _)| seen.insert(stretch(*date)));
        first.copied().collect::<Vec<_>>()
    };
    let mut points = stretches.iter().map(|stretch| of_stretch(*stretch)).find(|points| points.len() <= most);
    let mut points = points.take().unwrap_or_else(|| {
        let mut years = of_stretch(stretches[4]);
        years.truncate(most);
        years
    });
    points.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    points
}

/// What a file says of its messages: hashes of their ids, each with how far it is.
type Said = Arc<[(u64, u8)]>;

/// Reads files of commits, each once.
struct Reader<'c> {
    config: &'c Config,
    /// By blob; `None` for what cannot be read.
    known: FxHashMap<String, Option<Said>>,
}

impl Reader<'_> {
    fn point(
        &mut self,
        folder: &str,
        change: &Change,
        chains: &[Vec<&str>],
        counted: &mut Counted,
    ) -> Vec<Option<Counts>> {
        let config = self.config;
        let Some(tree) = points::tree(&config.root, &change.commit, folder) else {
            return vec![None; chains.len()];
        };
        let key = |chain: &Vec<&str>| format!("{tree} {} {}", config.source_locale, chain.join(","));
        let keys: Vec<String> = chains.iter().map(key).collect();
        let before: Vec<Option<[usize; 5]>> = keys.iter().map(|key| counted.get(key)).collect();
        if before.iter().all(Option::is_some) {
            return before.into_iter().map(|counts| counts.map(counts_of)).collect();
        }
        let Some(tree) = versions::tree(&config.resources, change.commit.clone()) else {
            return vec![None; chains.len()];
        };
        self.learn(&tree.files);
        let files = &tree.files;
        let reference = self.folder(files, &config.source_locale, ".ftl");
        let mut all = Vec::new();
        for (chain, key) in chains.iter().zip(keys) {
            let states: Option<Vec<_>> = chain.iter().map(|name| self.folder(files, name, ".yaml")).collect();
            let counts = reference.as_ref().zip(states).map(|(reference, chain)| count(reference, &chain));
            if let Some(counts) = counts {
                counted.put(key, [counts.human, counts.machine, counts.unproven, counts.stale, counts.missing]);
            }
            all.push(counts);
        }
        all
    }

    /// Reads what is not known yet.
    fn learn(&mut self, files: &FxHashMap<String, String>) {
        let mut new: Vec<(&String, &String)> =
            files.iter().filter(|(path, blob)| is_counted(path) && !self.known.contains_key(*blob)).collect();
        new.sort();
        new.dedup_by(|a, b| a.1 == b.1);
        for some in new.chunks(AT_A_TIME) {
            let names: Vec<String> = some.iter().map(|(_, blob)| (*blob).clone()).collect();
            let contents = git::blobs_at_hand(&self.config.resources, &names).unwrap_or_default();
            let mut contents = contents.into_iter();
            let texts: Vec<_> = some.iter().map(|file| (*file, contents.next().flatten())).collect();
            let said = texts.into_par_iter().map(|((path, blob), bytes)| {
                let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
                (blob.clone(), text.and_then(|text| said(path, text)))
            });
            self.known.par_extend(said);
        }
    }

    /// What the files of a locale say, a message as far as it is where it is furthest back; `None` if one of them cannot be
    /// read.
    fn folder(&self, files: &FxHashMap<String, String>, locale: &str, ending: &str) -> Option<FxHashMap<u64, u8>> {
        let mut all: FxHashMap<u64, u8> = FxHashMap::default();
        let is_of = |path: &str| {
            path.strip_prefix(locale).is_some_and(|rest| rest.starts_with('/'))
                && path.ends_with(ending)
                && is_counted(path)
        };
        for blob in files.iter().filter(|(path, _)| is_of(path)).map(|(_, blob)| blob) {
            for (id, progress) in self.known.get(blob)?.as_ref()?.iter() {
                let known = all.entry(*id).or_insert(*progress);
                *known = (*known).max(*progress);
            }
        }
        Some(all)
    }
}

/// Whether a file, named below the folder of all locales, tells of messages.
fn is_counted(path: &str) -> bool {
    let Some((_, below)) = path.split_once('/') else { return false };
    let stem = below.strip_suffix(".ftl").or_else(|| below.strip_suffix(".yaml"));
    stem.is_some_and(|stem| !stem.ends_with(PAGE) && key_of_stem(stem).is_some())
}

/// What a resource or a state says.
fn said(path: &str, text: String) -> Option<Said> {
    if path.ends_with(".ftl") {
        let resource = Resource::parse(text).ok()?;
        let messages = resource.entries().iter().filter(|entry| entry.pattern.is_some());
        return Some(messages.map(|entry| (IdSet::hash(&entry.id), 0)).collect());
    }
    let state = StateFile::parse(&text).ok()?;
    let used = state.messages.iter().filter(|(_, state)| !state.obsolete && !state.is_own());
    Some(used.map(|(id, state)| (IdSet::hash(id), progress(state).to_byte())).collect())
}

/// How far a translation is by its own state.
fn progress(state: &State) -> Progress {
    match state.kind {
        _ if state.since.is_some() => Progress::Stale,
        TranslationType::Human => Progress::Human,
        TranslationType::Machine => Progress::Machine,
        TranslationType::Unproven => Progress::Unproven,
    }
}

/// Counts the messages of a reference by what a locale, and those that it falls back to, say of them.
fn count(reference: &FxHashMap<u64, u8>, chain: &[FxHashMap<u64, u8>]) -> Counts {
    let mut counts = Counts::default();
    for id in reference.keys() {
        let said = chain.iter().filter_map(|states| states.get(id)).map(|byte| Progress::from_byte(*byte));
        let is_current = |progress: &Progress| *progress < Progress::Stale;
        counts.add(said.clone().find(is_current).or_else(|| said.min()).unwrap_or(Progress::Missing));
    }
    counts
}

fn counts_of([human, machine, unproven, stale, missing]: [usize; 5]) -> Counts {
    Counts { current: human + machine + unproven, human, machine, unproven, stale, missing }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(year: i16, month: i8, day: i8) -> Change {
        let date = jiff::civil::date(year, month, day).at(12, 0, 0, 0);
        let time = date.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_second();
        Change { commit: format!("{year}-{month}-{day}"), time }
    }

    fn days(changes: &[Change], most: usize) -> Vec<String> {
        spaced(changes, most).into_iter().map(|(date, _)| date.to_string()).collect()
    }

    #[test]
    fn points_are_the_last_commits_of_days_weeks_months_and_years() {
        let changes =
            [change(2026, 3, 9), change(2026, 3, 9), change(2026, 3, 8), change(2026, 3, 2), change(2026, 1, 1)];
        assert_eq!(days(&changes, 4), ["2026-03-09", "2026-03-08", "2026-03-02", "2026-01-01"]);
        // 2 to 8 March is a week.
        assert_eq!(days(&changes, 3), ["2026-03-09", "2026-03-08", "2026-01-01"]);
        assert_eq!(days(&changes, 2), ["2026-03-09", "2026-01-01"]);
        assert_eq!(days(&changes, 1), ["2026-03-09"]);
        assert_eq!(
            days(&[change(2026, 1, 1), change(2025, 1, 1), change(2024, 1, 1)], 2),
            ["2026-01-01", "2025-01-01"]
        );
    }

    #[test]
    fn states_and_resources_tell_and_other_files_do_not() {
        for (path, expected) in [
            ("fr-FR/shared.yaml", true),
            ("fr-FR/apps/a.yaml", true),
            ("en-US/apps/a.ftl", true),
            ("fr-FR/apps/a.page.yaml", false),
            ("fr-FR/terms.ftl", false),
            ("fr-FR/glossary.yaml", false),
            ("README.md", false),
        ] {
            assert_eq!(is_counted(path), expected, "{path}");
        }
    }

    #[test]
    fn a_fallback_counts_where_it_is_current() {
        let map = |all: &[(u64, Progress)]| all.iter().map(|(id, progress)| (*id, progress.to_byte())).collect();
        let reference: FxHashMap<u64, u8> = (1..=4).map(|id| (id, 0)).collect();
        let own = map(&[(1, Progress::Human), (2, Progress::Stale), (9, Progress::Human)]);
        let other = map(&[(2, Progress::Machine), (3, Progress::Stale)]);
        let counts = count(&reference, &[own, other]);
        assert_eq!((counts.human, counts.machine, counts.stale, counts.missing), (1, 1, 1, 1));
    }
}
