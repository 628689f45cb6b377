//! Takes existing localized pages over: what `handback adopt` does.
//!
//! 1. Every page is read and checked against what it says of itself.
//! 2. Its own English is found: today's source, a folder of old sources, or the git history.
//! 3. The page is aligned with that English, and the result carried to today's units. Pages that leave something open are
//!    aligned again, with the words that all pages of the run taught.
//!    What a page has beyond that English becomes additions, and a block of code that it has otherwise an own block ([`beyond`]).
//! 4. All pages together become messages, overrides and state ([`decide`]).
//! 5. The pages are regenerated and compared with what was adopted; every difference is reported.

mod beyond;
mod carry;
mod compare;
pub mod decide;
pub mod english;
mod own_blocks;
pub mod page;
mod place;
mod read;
mod rendered;
mod spelling;
mod still_english;
pub mod take;
mod take_own;
mod trust;
mod unsure;
mod whole;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use handback_core::catalog::evidence::{self, Evidence as _};
use handback_core::catalog::state::{HandOff, TranslationType};
use handback_core::catalog::{FileKey, Id, ids};
use serde::Serialize;

pub use super::unify::{Dropped, UnifyReport, unify};
pub use unsure::Unsure;

use crate::pages::front_matter::FrontMatter;
use crate::problem::{FileError, Problem, Problems};
use crate::project::evidence::Records;
use crate::project::transaction::{self, Stopped};
use crate::project::write::Writer;
use crate::project::{cache, hash, lock, store};
use crate::settings::config::Config;
use crate::settings::locale::Locale;
use crate::snapshot::{self, Analysis, LocaleAnalysis, Scope, Snapshot, SourceText, hand_off, hash_form, write};
use decide::{AdoptOptions, Adopted};
use english::{English, FoundBy};
use place::Places;
use read::Page;

/// What is to be adopted.
#[derive(Debug, Clone)]
pub struct AdoptJob {
    pub scope: Scope,
    pub locale: String,
    /// Folder of localized pages, laid out as the sources are; `None`: where a sync writes them.
    pub folder: Option<PathBuf>,
    /// Folder of older English sources.
    pub source_at: Option<PathBuf>,
    pub options: AdoptOptions,
    pub dry_run: bool,
}

/// What adoption found and did.
#[derive(Debug, Default, Serialize)]
pub struct AdoptReport {
    pub pages: usize,
    /// Pages made from the English of today, from an earlier one that was found, and from one that was not.
    pub made_from_today: usize,
    pub made_from_earlier: usize,
    pub unproven: usize,
    /// Units of the pages' English, and how many have an adopted translation.
    pub units: usize,
    pub aligned: usize,
    /// Pages made from today's English that regenerate to their very bytes.
    pub identical: usize,
    pub adopted: Adopted,
    /// Pairs of units that are not quite sure, and pairs that were left out, with why.
    pub unsure: Vec<Unsure>,
    /// Keys of the front matter that pages have of their own and that no rule keeps, with the number of pages.
    pub front_matter: BTreeMap<String, usize>,
    /// How many texts of a document are still in English on its page, and count as translations of people.
    pub still_english: BTreeMap<String, usize>,
    /// Lines that regenerate differently.
    pub deviations: Vec<Deviation>,
    pub written: Vec<PathBuf>,
    pub problems: Problems,
    /// The English that each page was made from.
    pub english: Vec<MadeFrom>,
}

/// The English that a page was made from, or is presumed to.
#[derive(Debug, Serialize)]
pub struct MadeFrom {
    pub page: PathBuf,
    pub found_by: FoundBy,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// It is the English of today.
    pub is_todays: bool,
    /// The page itself says so.
    pub proven: bool,
}

impl MadeFrom {
    fn of(page: PathBuf, english: &English) -> Self {
        let English { found_by, commit, text, proven, .. } = english;
        Self { page, found_by: *found_by, commit: commit.clone(), is_todays: text.is_none(), proven: *proven }
    }
}

/// A line of a page that comes out differently.
#[derive(Debug, Serialize)]
pub struct Deviation {
    pub page: PathBuf,
    pub line: usize,
    pub adopted: String,
    pub regenerated: String,
}

/// Called with how many pages were read, and how many there are.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

/// Runs an adoption.
pub fn run(config: &Config, job: &AdoptJob) -> Result<AdoptReport, FileError> {
    run_with(config, job, &|_, _| ())
}

/// The same for somebody who watches.
pub fn run_with(config: &Config, job: &AdoptJob, progress: Progress<'_>) -> Result<AdoptReport, FileError> {
    let locale = config.locale(&job.locale).map_err(FileError::misuse)?;
    if let Some(folder) = job.folder.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(FileError::new(folder, "no such folder: expected one with the localized pages of the locale"));
    }
    if let Some(folder) = job.source_at.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(FileError::new(folder, "no such folder: expected one with the older English sources"));
    }
    let _lock = if job.dry_run { None } else { Some(lock::acquire(config)?) };
    transaction::retry(config, || run_once(config, job, locale, progress))
}

fn run_once(config: &Config, job: &AdoptJob, locale: &Locale, progress: Progress<'_>) -> Result<AdoptReport, Stopped> {
    let mut inputs = snapshot::read(config, &job.scope, &mut |_| ())?;
    let mut report = AdoptReport { problems: inputs.all_errors().collect(), ..AdoptReport::default() };
    report.problems.extend(inputs.notes.iter().cloned());
    if !inputs.catalog_usable {
        let why = "nothing adopted; fix the errors above first, so that nothing in those files is lost";
        report.problems.push(Problem::error(why));
        return Ok(report);
    }
    let locales = inputs.take_locales();
    let mut snapshot = Snapshot::of(config, &inputs, locales, job.scope.today);
    name_untranslatable(&mut snapshot);
    report.problems.extend(Places::new(config, job, locale).strays(&inputs));
    let mut pages = read::read_pages(job, locale, &snapshot, progress, &mut report);
    if report.pages == 0 && !report.problems.has_errors() {
        return Err(no_page(config, job, locale).into());
    }
    let index = snapshot.locales().position(|other| other.name() == locale.name).unwrap_or(0);
    report.problems.extend(take::keep_edits(snapshot.locale(index), job, &mut pages));
    report.still_english = still_english::count(&locale.name, &pages);
    fill(config, &mut snapshot.analysis, index, &inputs.sources, &pages, job, &mut report);
    hash_form::settle_reference(config, &inputs.sources, &mut snapshot.analysis);
    let writer = Writer::new(job.dry_run);
    if !job.dry_run {
        cache::forget(&config.root);
    }
    write::write_catalogs(&snapshot, |_| true, &writer)?;
    report.written = writer.finish().0;
    // Pages that were adopted are published from now on.
    snapshot.settle_published();
    if !config.links.is_empty() {
        hand_off::note_absent(config, &inputs, &mut snapshot.analysis.locales[index]);
    }
    compare::compare(job, snapshot.locale(index), &pages, &mut report);
    Ok(report)
}

/// Says that there is nothing to adopt.
fn no_page(config: &Config, job: &AdoptJob, locale: &Locale) -> FileError {
    match &job.folder {
        Some(folder) => FileError::new(
            folder,
            "no page lies where a source document has its translation: expected the paths of the sources",
        ),
        None => {
            let outputs: Vec<String> = config.trees.iter().map(|tree| tree.output.folder(locale)).collect();
            let message = format!(
                "no page of {} lies where `output` has it (below `{}`): name the folder that the pages are in",
                locale.name,
                outputs.join("`, `")
            );
            FileError::misuse(message)
        }
    }
}

/// Gives texts that are not translatable the id of a possible override.
fn name_untranslatable(snapshot: &mut Snapshot<'_>) {
    let all = Arc::make_mut(&mut snapshot.analysis.ids);
    for (document, ids) in snapshot.documents.iter().zip(all) {
        for (unit, id) in document.units.iter().zip(ids) {
            id.get_or_insert_with(|| ids::natural(&unit.text));
        }
    }
}

/// Puts translations and hand-off metadata into the locale.
fn fill(
    config: &Config,
    analysis: &mut Analysis,
    index: usize,
    sources: &[SourceText],
    pages: &[Page],
    job: &AdoptJob,
    report: &mut AdoptReport,
) {
    let mut taken = hand_off::file_ids(&analysis.locales);
    let reference = &analysis.extraction.reference;
    let locale = &mut analysis.locales[index];
    let name = locale.locale.name.clone();
    let records = Records::new(config, &name);
    let on_record = |id: &Id, wording: &str, source: &str| {
        let mut known = records.records(id, wording);
        known.retain(|record| record.id == *id || record.state.source == source);
        known.retain(|record| record.state.kind != TranslationType::Unproven);
        evidence::best(&known).map(|record| record.state.clone())
    };
    let front_matter = FrontMatter::of(config, &name);
    let (own, others): (Vec<&Page>, Vec<&Page>) = pages.iter().partition(|page| page.own);
    let candidates = |pages: Vec<&Page>| pages.into_iter().flat_map(|page| page.candidates.iter().cloned()).collect();
    report.adopted = decide::adopt(&mut locale.catalog, reference, candidates(others), job.options, &on_record);
    // What somebody changed in a page since it was written is newer than the resource.
    let options = AdoptOptions { force: true, ..job.options };
    let edits = decide::adopt(&mut locale.catalog, reference, candidates(own), options, &|_, _, _| None);
    report.adopted.messages += edits.messages;
    report.adopted.overrides += edits.overrides;
    for page in pages {
        let source = &sources[page.document];
        let edited = (page.own.then_some(job.scope.today), locale.changes.as_slice());
        beyond::put(&mut locale.catalog, &source.name, &page.additions, edited, job.options, &mut report.adopted);
        // What was aligned with another English for want of its own stands for that from now on; that it is unproven is
        // noted with every message.
        let said = page.metadata.hash.clone().filter(|_| page.english.proven);
        let presumed = || page.english.text.as_ref().map(|text| hash_like(config, source, text));
        let hash = &said.or_else(presumed).unwrap_or_else(|| source.hash.clone());
        let new_id = || hand_off::new_file_id(&locale.locale.name, &source.name, &mut taken);
        let fileid = page.metadata.fileid.clone().unwrap_or_else(new_id);
        let file = locale.catalog.file_mut(&FileKey::Document(source.name.clone()));
        let english = page.english.text.as_ref().unwrap_or(&source.text);
        let known = file.state.document.take();
        let kept = front_matter.kept(source, &page.text, english);
        let kept = kept.or_else(|| known.as_ref().map(|known| known.front_matter.clone())).unwrap_or_default();
        for key in front_matter.unknown(config, source, &page.text, english) {
            *report.front_matter.entry(key).or_default() += 1;
        }
        let said = HandOff {
            hash: hash.clone(),
            commit: page.metadata.commit.clone().or_else(|| page.metadata.named_commit.clone()),
            date: page.metadata.date.unwrap_or(job.scope.today),
            fileid,
            front_matter: kept,
            spelling: front_matter.spelled(source, &page.text, english, &page.spelling),
            order: front_matter.order(source, &page.text, english),
        };
        file.state.document = Some(later(source, known, said));
    }
    resettle(locale, reference);
}

/// A hand-off of a page beside the one that is known: that of an earlier English does not take back one of today's.
fn later(source: &SourceText, known: Option<HandOff>, said: HandOff) -> HandOff {
    let is_of_today = |hand_off: &HandOff| hand_off::names_source(&hand_off.hash, source);
    match known.filter(|known| is_of_today(known) && !is_of_today(&said)) {
        Some(known) => {
            let HandOff { front_matter, spelling, order, .. } = said;
            HandOff { front_matter, spelling, order, ..known }
        }
        None => said,
    }
}

/// The hash of an earlier English, in the form that the source of today has its hash in.
fn hash_like(config: &Config, source: &SourceText, text: &str) -> String {
    let form = hash::forms_of(&source.hash, source.text.as_bytes()).into_iter().next().unwrap_or(config.hash_form);
    hash::source_hash(text.as_bytes(), config.hash, form)
}

/// Brings the resources of a locale to what will be written, after more was put into its catalog.
pub(super) fn resettle(locale: &mut LocaleAnalysis, reference: &handback_core::catalog::reference::Reference) {
    let mut resources: BTreeMap<FileKey, String> = std::mem::take(&mut locale.resources).into_iter().collect();
    resources.extend(store::settle(&mut locale.catalog, reference));
    locale.resources = resources.into_iter().collect();
}
