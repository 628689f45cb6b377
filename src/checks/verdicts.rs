//! What the judge says of every current translation.
//!
//! Messages are judged in parallel. The English of each is cut once for all locales, and a translation that documents
//! share is judged once for all of them that have the same names in it.

use std::cell::OnceCell;

use handback_core::catalog::locale::Translation;
use handback_core::catalog::{FileKey, Id};
use handback_core::judge::{English, Finding, Kind};
use handback_core::text::terms::Term;
use handback_core::translate::inline::Known;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Wanted;
use crate::snapshot::judging::Judge;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, PageView, Snapshot, UnitView};

/// The problems of translations, by locale and message. What has none is not in it.
pub struct Verdicts<'s> {
    /// By index of the locale.
    of_locales: Vec<FxHashMap<&'s Id, Vec<Verdict>>>,
    judges: Vec<Option<Bench<'s>>>,
}

struct Verdict {
    whose: Whose,
    findings: Vec<Finding>,
}

/// Whose translation it is.
#[derive(PartialEq, Eq)]
enum Whose {
    /// That of one document, by its index.
    Page(usize),
    /// That of all documents which share it, as far as these names are in it.
    Shared(Vec<Term>),
}

/// What it takes to judge in a locale.
struct Bench<'s> {
    locale: LocaleView<'s>,
    judge: Judge<'s>,
    standings: Standings<'s>,
}

/// A message, and where it stands.
struct Case<'s> {
    id: &'s Id,
    places: Vec<Place<'s>>,
}

struct Place<'s> {
    unit: UnitView<'s>,
    /// Those in the English of the message.
    names: Vec<Term>,
}

impl<'s> Verdicts<'s> {
    /// Judges the translations of these locales, if any of the judge's findings is wanted.
    pub fn of(snapshot: &'s Snapshot<'s>, locales: &[LocaleView<'s>], wanted: Wanted<'_>) -> Self {
        let count = snapshot.analysis.locales.len();
        let mut verdicts = Self { of_locales: Vec::new(), judges: Vec::new() };
        verdicts.of_locales.resize_with(count, FxHashMap::default);
        verdicts.judges.resize_with(count, || None);
        if !Kind::ALL.iter().any(|kind| wanted((*kind).into())) {
            return verdicts;
        }
        for locale in locales {
            let (judge, standings) = (Judge::of(*locale), locale.all_standings());
            verdicts.judges[locale.index] = Some(Bench { locale: *locale, judge, standings });
        }
        let keys: Vec<FileKey> = snapshot.pages().map(PageView::key).collect();
        let shared = shared_cases(snapshot);
        let judge = |case: &Case<'s>| {
            let found = verdicts.judge(case, &keys);
            (!found.is_empty()).then_some((case.id, found))
        };
        let pages: Vec<PageView<'s>> = snapshot.pages().filter(|page| page.is_owned()).collect();
        let mut judged: Vec<_> = shared.par_iter().filter_map(judge).collect();
        let of_page = |page: &PageView<'s>| own_cases(*page).filter_map(|case| judge(&case)).collect::<Vec<_>>();
        judged.par_extend(pages.par_iter().flat_map_iter(of_page));
        for (id, found) in judged {
            for (locale, verdict) in found {
                verdicts.of_locales[locale].entry(id).or_default().push(verdict);
            }
        }
        verdicts
    }

    /// The problems of the current translation of a unit.
    pub fn about(&self, locale: LocaleView<'_>, unit: UnitView<'s>, translation: &Translation<'_>) -> &[Finding] {
        let Some(verdicts) = self.of_locales[locale.index].get(unit.id) else { return &[] };
        let Some(bench) = &self.judges[locale.index] else { return &[] };
        let whose = match bench.is_own(unit, &unit.page.key(), translation) {
            true => Whose::Page(unit.page.index),
            false => Whose::Shared(bench.judge.names(unit.page, unit.english())),
        };
        verdicts.iter().find(|verdict| verdict.whose == whose).map_or(&[], |verdict| &verdict.findings)
    }

    /// Judges the translations of a message: index of the locale, and verdict.
    fn judge(&self, case: &Case<'s>, keys: &[FileKey]) -> Vec<(usize, Verdict)> {
        // Documents with labels cut the text in another way.
        let shared: OnceCell<English<'_>> = OnceCell::new();
        let mut found = Vec::new();
        for bench in self.judges.iter().flatten() {
            let mut done: Vec<&[Term]> = Vec::new();
            for place in &case.places {
                let (unit, key) = (place.unit, &keys[place.unit.page.index]);
                let is_done = done.contains(&&*place.names) && !bench.overrides(key, unit.id);
                if is_done && unit.page.labels().is_empty() {
                    continue;
                }
                let Standing::Current(translation) = bench.standings.of(unit.page.name(), unit.id) else { continue };
                let findings = if bench.means_something_else(unit, &translation) {
                    bench.judge_own(unit, &translation)
                } else {
                    let english =
                        shared.get_or_init(|| English::new(unit.english(), Known { labels: &[], ..unit.page.known() }));
                    bench.judge.judge_by(unit, english, &translation, &place.names)
                };
                let whose = if bench.is_own(unit, key, &translation) {
                    Whose::Page(unit.page.index)
                } else {
                    done.push(&place.names);
                    Whose::Shared(place.names.clone())
                };
                if !findings.is_empty() {
                    found.push((bench.locale.index, Verdict { whose, findings }));
                }
            }
        }
        found
    }
}

impl Bench<'_> {
    /// Whether the translation is looked at for this document alone: it has its own, or the text means something else there.
    fn is_own(&self, unit: UnitView<'_>, key: &FileKey, translation: &Translation<'_>) -> bool {
        self.overrides(key, unit.id) || self.means_something_else(unit, translation)
    }

    /// Whether the English there is not that of the message, or is read in another way.
    fn means_something_else(&self, unit: UnitView<'_>, translation: &Translation<'_>) -> bool {
        !unit.page.labels().is_empty() || self.judge.english(unit, translation) != unit.english()
    }

    fn overrides(&self, key: &FileKey, id: &Id) -> bool {
        self.standings.own().files.get(key).is_some_and(|file| file.pattern(id).is_some())
    }

    fn judge_own(&self, unit: UnitView<'_>, translation: &Translation<'_>) -> Vec<Finding> {
        let english = self.judge.english(unit, translation);
        let names = self.judge.names(unit.page, english);
        self.judge.judge_by(unit, &English::new(english, unit.page.known()), translation, &names)
    }
}

/// The places of a page's messages, each once: of those that it shares with others, or of those that it has alone.
fn places<'s>(page: PageView<'s>, shared: bool) -> impl Iterator<Item = Place<'s>> {
    let (key, snapshot) = (page.key(), page.snapshot);
    let mut seen: FxHashSet<&Id> = FxHashSet::default();
    let is_own = move |id: &Id| snapshot.reference().messages.get(id).is_some_and(|message| message.home == key);
    let units = page.units().filter(move |unit| is_own(unit.id) != shared && seen.insert(unit.id));
    units.map(move |unit| Place { unit, names: snapshot.names().in_text(page, unit.english()) })
}

/// The messages that a document has alone, which are most.
fn own_cases(page: PageView<'_>) -> impl Iterator<Item = Case<'_>> {
    places(page, false).map(|place| Case { id: place.unit.id, places: vec![place] })
}

/// The messages that documents share, each with the places where it stands, once for each document.
fn shared_cases<'s>(snapshot: &'s Snapshot<'s>) -> Vec<Case<'s>> {
    let pages: Vec<_> = snapshot.pages().collect();
    let places: Vec<Vec<Place<'s>>> = pages.par_iter().map(|page| places(*page, true).collect()).collect();
    let mut at: FxHashMap<&Id, usize> = FxHashMap::default();
    let mut cases: Vec<Case<'s>> = Vec::new();
    for place in places.into_iter().flatten() {
        let id = place.unit.id;
        let case = *at.entry(id).or_insert(cases.len());
        if case == cases.len() {
            cases.push(Case { id, places: Vec::new() });
        }
        cases[case].places.push(place);
    }
    cases.retain(|case| case.places.iter().any(|place| place.unit.page.is_owned()));
    cases
}
