//! `handback analyze`: how much work a locale is, by how much of it was translated before.
//!
//! Every place of a text is in one band ([`Band`]). A text that many documents share is counted once, where it first
//! stands; its other places are repetitions.

mod places;

use handback_core::drift::severity::Severity;
use handback_core::memory::band::Band;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::Serialize;

use super::diff::since::{self, Past};
use crate::problem::{FileError, Problem, Problems};
use crate::settings::config::Config;
use crate::settings::rates::Rate;
use crate::snapshot::read::{self, Scope, read};
use crate::snapshot::{self, LocaleView, Snapshot};
use places::{Place, Walk};

/// What to analyze.
#[derive(Debug, Clone)]
pub struct AnalyzeJob {
    pub scope: Scope,
    /// Only texts that the English has not, or had otherwise, where this branch left a git revision.
    pub since: Option<String>,
}

/// How much work every locale is.
#[derive(Debug, Default, Serialize)]
pub struct Analysis {
    /// What is counted, and paid for: `words`, or `characters` of languages that are written without blanks.
    pub counted: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    pub locales: Vec<OfLocale>,
    pub problems: Problems,
}

/// How much work a locale is.
#[derive(Debug, Default, Serialize)]
pub struct OfLocale {
    pub locale: String,
    #[serde(flatten)]
    pub work: Work,
    pub stale: Stale,
    /// How far people changed what machines drafted, by engine.
    pub engines: Vec<Engine>,
    pub documents: Vec<OfDocument>,
}

/// How much work a document is in a locale.
#[derive(Debug, Default, Serialize)]
pub struct OfDocument {
    pub document: String,
    #[serde(flatten)]
    pub work: Work,
}

/// Work, by band.
#[derive(Debug, Default, Serialize)]
pub struct Work {
    /// Every band, also those without a text.
    pub bands: Vec<InBand>,
    /// At the rates of the configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
}

/// What is in a band.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct InBand {
    pub band: Band,
    #[serde(flatten)]
    pub tally: Tally,
}

/// Texts and how long they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub texts: usize,
    pub words: usize,
    pub characters: usize,
}

/// Texts whose English changed, by how much it did. The first two cost nothing.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stale {
    /// Kept as current although the English changed a little.
    pub carried: Tally,
    pub cosmetic: Tally,
    pub mechanical: Tally,
    pub substantive: Tally,
}

/// What people made of the drafts of a machine.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Engine {
    pub engine: String,
    /// Approved as they were.
    pub approved: usize,
    pub edited: usize,
    /// How many words changed in those, in percent of all of them, on average.
    pub changed: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.texts += other.texts;
        self.words += other.words;
        self.characters += other.characters;
    }

    /// Words or characters, as the analysis counts.
    pub fn counted(&self, counted: &str) -> usize {
        if counted == "words" { self.words } else { self.characters }
    }
}

impl Work {
    fn new() -> Self {
        let bands = Band::ALL.into_iter().map(|band| InBand { band, tally: Tally::default() });
        Self { bands: bands.collect(), cost: None }
    }

    fn add(&mut self, band: Band, tally: Tally) {
        let of_band = self.bands.iter_mut().find(|one| one.band == band);
        of_band.into_iter().for_each(|one| one.tally.add(tally));
    }

    /// What is in a band.
    pub fn of(&self, band: Band) -> Tally {
        self.bands.iter().find(|one| one.band == band).map(|one| one.tally).unwrap_or_default()
    }

    /// All texts.
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        self.bands.iter().for_each(|one| total.add(one.tally));
        total
    }

    fn price(&mut self, rate: Option<&Rate>, counted: &str) {
        let cost = |rate: &Rate| self.bands.iter().map(|one| rate.cost(one.band, one.tally.counted(counted))).sum();
        self.cost = rate.map(cost);
    }
}

/// Analyzes a project; writes nothing.
pub fn analyze(config: &Config, job: &AnalyzeJob) -> Result<Analysis, FileError> {
    read::check_locales(config, &job.scope)?;
    let past = job.since.as_deref().map(|revision| Past::at(config, revision)).transpose()?;
    let mut inputs = read(config, &job.scope, &mut |_| ())?;
    let problems: Problems = inputs.all_errors().collect();
    let locales = inputs.take_locales();
    let snapshot = Snapshot::of(config, &inputs, locales, job.scope.today);
    let changed = past.map(|past| changed_since(&snapshot, &past, &job.scope));
    let counted = if places::is_written_without_blanks(&config.source_locale) { "characters" } else { "words" };
    let currency = config.rates.currency.clone();
    let mut analysis = Analysis { counted, currency, locales: Vec::new(), problems };
    for locale in snapshot.locales_in(&job.scope) {
        if !locale.is_known() {
            let message = format!("files of {} cannot be read: nobody knows how much work it is", locale.name());
            analysis.problems.push(Problem::error(message));
            continue;
        }
        let (of_locale, errors) = of_locale(locale, changed.as_ref(), counted);
        analysis.problems.extend(errors);
        analysis.locales.push(of_locale);
    }
    Ok(analysis)
}

/// Messages whose English is new, or another one, since a revision.
fn changed_since(snapshot: &Snapshot<'_>, past: &Past, scope: &Scope) -> FxHashSet<String> {
    since::entries(snapshot, past, scope).into_iter().filter_map(|entry| entry.id).collect()
}

/// Of texts that nothing was translated like: whether one is like a text that is to be translated before it.
fn look_within_job(places: &[Place<'_>], bands: &mut [Band]) {
    let is_made_from_words = |band: Band| band == Band::New || (Band::From95..=Band::From50).contains(&band);
    let job: Vec<(usize, &str)> = places
        .iter()
        .zip(&*bands)
        .enumerate()
        .filter(|(_, (_, band))| is_made_from_words(**band))
        .filter_map(|(at, (place, _))| Some((at, place.english()?)))
        .collect();
    let texts: Vec<&str> = job.iter().map(|(_, text)| *text).collect();
    let found = handback_core::memory::job::similar_before(&texts, 0.5);
    for ((at, _), score) in job.into_iter().zip(found) {
        if let Some(score) = score.filter(|_| bands[at] == Band::New) {
            bands[at] = Band::within_job(score);
        }
    }
}

fn of_locale(locale: LocaleView<'_>, changed: Option<&FxHashSet<String>>, counted: &str) -> (OfLocale, Vec<FileError>) {
    let (memory, errors) = snapshot::memory::of_locale(locale);
    let places: Vec<Place<'_>> = Walk::new(locale, changed).places();
    // In the order of the places, whatever the number of threads.
    let rejected = locale.own().catalog.all_rejected();
    let mut bands: Vec<Band> = places.par_iter().map(|place| place.band(locale, &memory, &rejected)).collect();
    look_within_job(&places, &mut bands);
    let mut report = OfLocale { locale: locale.name().to_owned(), work: Work::new(), ..OfLocale::default() };
    for (place, band) in places.iter().zip(bands) {
        let document = &**place.unit.page.name();
        if report.documents.last().is_none_or(|last| last.document != document) {
            let work = Work::new();
            report.documents.push(OfDocument { document: document.to_owned(), work });
        }
        let tally = place.tally();
        report.work.add(band, tally);
        report.documents.iter_mut().rev().take(1).for_each(|last| last.work.add(band, tally));
        let stale = &mut report.stale;
        match place.severity {
            _ if place.is_repeated => {}
            Some(Severity::Cosmetic) => stale.cosmetic.add(tally),
            Some(Severity::Mechanical) => stale.mechanical.add(tally),
            Some(Severity::Substantive) => stale.substantive.add(tally),
            None if place.is_carried => stale.carried.add(tally),
            None => {}
        }
    }
    let rate = locale.snapshot.config.rates.of(locale.name());
    report.work.price(rate, counted);
    report.documents.iter_mut().for_each(|document| document.work.price(rate, counted));
    report.engines = places::engines(locale);
    (report, errors)
}
