//! What there is to do in a locale, the heaviest first.
//!
//! It is gathered for one locale at a time: in a large project nothing else takes as much room.

use std::cmp::Reverse;

use handback_core::catalog::{Id, notation};
use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::date::Date;
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::Serialize;

use crate::checks::finding::{Finding, Place, Text};
use crate::checks::places::home;
use crate::checks::units;
use crate::checks::verdicts::Verdicts;
use crate::settings::code::Code;
use crate::snapshot::standing::Standing;
use crate::snapshot::{LocaleView, UnitView};

/// Texts without a translation that are listed: where nearly all is missing, a list of all helps nobody.
pub const MOST_MISSING: usize = 2000;

/// Why a text is on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Its English changed since it was translated.
    Stale,
    /// Two people worded it differently.
    Decision,
    Missing,
}

/// A text that somebody has to look at.
#[derive(Debug, Clone)]
pub struct Task {
    pub kind: Kind,
    pub id: String,
    pub change: Option<(Severity, Rule)>,
    /// The source document, and where in it.
    pub file: String,
    pub line: Option<u32>,
    /// Where the translation stands or belongs.
    pub resource: Option<Place>,
    /// In how many documents the text is.
    pub documents: usize,
    pub since: Option<Date>,
    /// The English that the translation was made from, and that of today.
    pub previous: Option<String>,
    pub english: String,
    pub translation: Option<String>,
    /// What else there is to know.
    pub remark: Option<String>,
}

/// All work of a locale.
#[derive(Debug, Default)]
pub struct Work {
    pub tasks: Vec<Task>,
    /// Texts without a translation that are not listed.
    pub left_out: usize,
    /// Texts that have no translation only in documents that are not published.
    pub unpublished: usize,
    pub stale: Ages,
    pub missing: Ages,
}

/// How long texts have been waiting, by the days until the site's own day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Ages {
    pub week: usize,
    pub month: usize,
    pub quarter: usize,
    pub longer: usize,
    /// It is not known since when.
    pub unknown: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oldest: Option<Date>,
}

impl Ages {
    fn add(&mut self, since: Option<Date>, as_of: Option<Date>) {
        let Some((since, as_of)) = since.zip(as_of) else {
            self.unknown += 1;
            return;
        };
        self.oldest = Some(self.oldest.map_or(since, |oldest| oldest.min(since)));
        match as_of.days_since(since) {
            ..=7 => self.week += 1,
            8..=30 => self.month += 1,
            31..=90 => self.quarter += 1,
            _ => self.longer += 1,
        }
    }
}

/// Gathers the work of a locale. `as_of`: the day to which ages are counted.
pub fn work(locale: LocaleView<'_>, as_of: Option<Date>) -> Work {
    let mut work = Work::default();
    let wanted = |code: Code| matches!(code, Code::Stale | Code::OpenDecision);
    let verdicts = Verdicts::of(locale.snapshot, &[locale], &wanted);
    let mut tasks = of_findings(units::check(locale, &verdicts, &wanted).into_findings());
    for task in tasks.iter().filter(|task| task.kind == Kind::Stale) {
        work.stale.add(task.since, as_of);
    }
    tasks.extend(missing(locale, as_of, &mut work));
    tasks.sort_by(|a, b| key(a).cmp(&key(b)));
    work.tasks = tasks;
    work
}

/// The order in which a person wants to see tasks.
fn key(task: &Task) -> impl Ord + '_ {
    let change = task.change.map(|(severity, _)| Reverse(severity));
    (task.kind, change, Reverse(task.documents), &task.file, task.line, &task.id)
}

/// One task for a text that many documents have in the same way.
fn of_findings(findings: Vec<Finding>) -> Vec<Task> {
    let mut tasks: IndexMap<_, Task, FxBuildHasher> = IndexMap::default();
    for finding in findings {
        let file = finding.resource.as_ref().map(|place| place.file.clone());
        let key = (finding.code, finding.id.clone(), finding.previous.clone(), file);
        tasks.entry(key).and_modify(|task| task.documents += 1).or_insert_with(|| task(finding));
    }
    tasks.into_values().collect()
}

fn task(finding: Finding) -> Task {
    let kind = if finding.code == Code::OpenDecision { Kind::Decision } else { Kind::Stale };
    let owned = |text: Option<Text>| text.map(|text| text.to_string());
    Task {
        kind,
        id: owned(finding.id).unwrap_or_default(),
        change: finding.change.zip(finding.rule).filter(|_| kind == Kind::Stale),
        file: owned(finding.file).unwrap_or_default(),
        line: finding.line,
        resource: finding.resource,
        documents: 1,
        since: finding.since,
        previous: owned(finding.previous).filter(|_| kind == Kind::Stale),
        english: owned(finding.source).unwrap_or_default(),
        translation: owned(finding.translation),
        remark: (kind == Kind::Decision).then(|| finding.message.to_string()),
    }
}

/// Texts without a translation: those in most documents first. Notes in `work` what is not listed.
fn missing(locale: LocaleView<'_>, as_of: Option<Date>, work: &mut Work) -> Vec<Task> {
    let standings = locale.all_standings();
    let mut found: IndexMap<&Id, (UnitView<'_>, usize), FxBuildHasher> = IndexMap::default();
    let mut unpublished: FxHashSet<&Id> = FxHashSet::default();
    for page in locale.snapshot.pages() {
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        for unit in page.units().filter(|unit| seen.insert(unit.id)) {
            if !matches!(standings.of(page.name(), unit.id), Standing::Missing) {
                continue;
            }
            // Nobody waits for what has no page.
            if locale.is_published(page) {
                found.entry(unit.id).or_insert((unit, 0)).1 += 1;
            } else {
                unpublished.insert(unit.id);
            }
        }
    }
    work.unpublished = unpublished.iter().filter(|id| !found.contains_key(**id)).count();
    let since = standings.own().missing_since(locale.snapshot.reference(), None);
    for id in found.keys() {
        work.missing.add(since.get(*id).copied(), as_of);
    }
    let mut units: Vec<(UnitView<'_>, usize)> = found.into_values().collect();
    units.sort_by_key(|(_, documents)| Reverse(*documents));
    work.left_out = units.len().saturating_sub(MOST_MISSING);
    units.truncate(MOST_MISSING);
    let task = |(unit, documents): (UnitView<'_>, usize)| Task {
        kind: Kind::Missing,
        id: unit.id.to_string(),
        change: None,
        file: locale.snapshot.shown(&unit.page.source().source.path),
        line: Some(unit.unit.line),
        resource: Some(home(locale, &standings, unit)),
        documents,
        since: since.get(unit.id).copied(),
        previous: None,
        english: notation::shown(unit.english()).into_owned(),
        translation: None,
        remark: None,
    };
    units.into_iter().map(task).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_counted_to_the_day_of_the_site() {
        let mut ages = Ages::default();
        let as_of = Some(Date::constant(2026, 4, 1));
        for (month, day) in [(4, 1), (3, 25), (3, 24), (3, 2), (3, 1), (1, 1), (1, 1)] {
            ages.add(Some(Date::constant(2026, month, day)), as_of);
        }
        ages.add(None, as_of);
        ages.add(as_of, None);
        let oldest = Some(Date::constant(2026, 1, 1));
        assert_eq!(ages, Ages { week: 2, month: 2, quarter: 3, longer: 0, unknown: 2, oldest });
        ages.add(Some(Date::constant(2025, 12, 31)), as_of);
        assert_eq!((ages.longer, ages.oldest), (1, Some(Date::constant(2025, 12, 31))));
    }

    #[test]
    fn a_text_of_several_documents_is_one_task() {
        let finding = |document: &str, previous: &str| {
            let mut finding = Finding::new(Code::Stale, "", "");
            finding.id = Some("greeting".into());
            finding.file = Some(document.into());
            finding.previous = Some(previous.into());
            finding
        };
        let tasks = of_findings(vec![finding("a.md", "Hi"), finding("b.md", "Hi"), finding("c.md", "Hello")]);
        let said: Vec<_> = tasks.iter().map(|task| (&*task.file, task.documents)).collect();
        assert_eq!(said, [("a.md", 2), ("c.md", 1)]);
    }
}
