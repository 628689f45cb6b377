//! Takes existing localised pages over: what `handback adopt` does.
//!
//! 1. Every page is read and checked against what it says of itself.
//! 2. Its own English is found: today's source, a folder of old sources, or the git history.
//! 3. The page is aligned with that English, and the result carried to today's units.
//! 4. All pages together become messages, overrides and state ([`crate::exchange::adopt`]).
//! 5. The pages are regenerated and compared with what was adopted; every difference is told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use similar::{Algorithm, ChangeTag, DiffTag, TextDiff, capture_diff_slices};
use unic_langid::LanguageIdentifier;

use crate::catalog::fingerprint::fingerprint;
use crate::catalog::reference::Reference;
use crate::catalog::state::{HandOff, TranslationType};
use crate::catalog::{DocumentName, FileKey, Id, ids};
use crate::document::{Document, Syntax, Unit, UnitKind};
use crate::drift::pairing::{self, Side};
use crate::exchange::adopt::{self, AdoptOptions, Adopted, Candidate, Place};
use crate::exchange::align::{self, Alignment};
use crate::exchange::page::{self, PageMetadata};
use crate::pipeline::{self, Analysis, ReadOnly, Scope, SourceText};
use crate::project::config::{Config, HashAlgorithm};
use crate::project::write::Writer;
use crate::project::{FileError, cache, git, hash, lock};
use crate::render::format::{Formatters, variant_key};
use crate::render::{self, Subject};
use crate::store;

/// What is to be adopted.
#[derive(Debug, Clone)]
pub struct AdoptJob {
    pub scope: Scope,
    pub locale: String,
    /// Folder of localised pages, laid out as the sources are.
    pub folder: PathBuf,
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
    /// Lines that regenerate differently.
    pub deviations: Vec<Deviation>,
    pub written: Vec<PathBuf>,
    pub findings: Vec<String>,
    pub errors: Vec<String>,
}

/// A line of a page that comes out differently.
#[derive(Debug, Serialize)]
pub struct Deviation {
    pub page: PathBuf,
    pub line: usize,
    pub adopted: String,
    pub regenerated: String,
}

impl AdoptReport {
    /// 2 for errors, 1 for findings, 0 for clean.
    pub fn exit_code(&self) -> u8 {
        match (self.errors.is_empty(), self.findings.is_empty()) {
            (false, _) => 2,
            (true, false) => 1,
            (true, true) => 0,
        }
    }
}

/// How the English of a page was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Provenance {
    Today,
    Earlier,
    Unproven,
}

/// A page that was read and aligned.
struct Page {
    document: usize,
    text: String,
    bilingual: bool,
    metadata: PageMetadata,
    provenance: Provenance,
    units: usize,
    aligned: usize,
    candidates: Vec<Candidate>,
    findings: Vec<String>,
}

/// Runs an adoption.
pub fn run(config: &Config, job: &AdoptJob) -> Result<AdoptReport, FileError> {
    let locale = config.locale(&job.locale).map_err(|message| FileError::new("", message))?.name.clone();
    if !job.folder.is_dir() {
        return Err(FileError::new(&job.folder, "no such folder: expected one with the localised pages of the locale"));
    }
    let _lock = if job.dry_run { None } else { Some(lock::acquire(&config.root)?) };
    let mut inputs = pipeline::read(config, &job.scope, &mut |_| ())?;
    let mut report =
        AdoptReport { errors: inputs.errors.iter().map(ToString::to_string).collect(), ..AdoptReport::default() };
    if !inputs.catalog_usable {
        report.errors.push("nothing was adopted: mend the files above first, so that nothing in them is lost".into());
        return Ok(report);
    }
    let mut locales = std::mem::take(&mut inputs.locales);
    let documents = pipeline::parse(config, &inputs);
    let read = ReadOnly { sources: &inputs.sources, kept: &inputs.kept, reference: &inputs.reference };
    let mut analysis = pipeline::analyse(&mut locales, &read, &documents, &job.scope.today);
    name_untranslatable(&mut analysis, &documents);
    report.errors.extend(strays(config, job, &inputs.sources, &inputs.kept));
    let pages = read_pages(config, job, &locale, &inputs.sources, &documents, &analysis, &mut report);
    let index = analysis.locales.iter().position(|other| other.locale.name == locale).unwrap_or(0);
    fill(&mut analysis, index, &inputs.sources, &pages, job, &mut report);
    let writer = Writer::new(job.dry_run);
    if !job.dry_run {
        cache::forget(&config.root);
    }
    report.errors.extend(
        pipeline::write_catalogs(config, &inputs.reference, &analysis, &writer).iter().map(ToString::to_string),
    );
    report.written = writer.finish().0;
    compare(config, job, index, &inputs.sources, &documents, &analysis, &pages, &mut report);
    Ok(report)
}

/// Gives texts that are not translatable the id of a possible override.
fn name_untranslatable(analysis: &mut Analysis, documents: &[Document<'_>]) {
    for (document, ids) in documents.iter().zip(&mut analysis.ids) {
        for (unit, id) in document.units.iter().zip(ids) {
            id.get_or_insert_with(|| ids::natural(&unit.text));
        }
    }
}

/// Pages that lie where no source has its translation.
fn strays(config: &Config, job: &AdoptJob, sources: &[SourceText], kept: &FxHashSet<DocumentName>) -> Vec<String> {
    let known: FxHashSet<&str> =
        sources.iter().map(|source| &*source.name).chain(kept.iter().map(|name| &**name)).collect();
    let mut strays: Vec<String> = ignore::WalkBuilder::new(&job.folder)
        .standard_filters(false)
        .build()
        .flatten()
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .filter_map(|entry| {
            let name = entry.path().strip_prefix(&job.folder).ok()?.to_str()?.replace('\\', "/");
            Syntax::of_path(&name)?;
            let stray = !known.contains(name.as_str());
            stray.then(|| {
                format!(
                    "{}: no source document has this path: nothing was adopted from it",
                    config.shown(entry.path()).display()
                )
            })
        })
        .collect();
    strays.sort();
    strays
}

fn read_pages(
    config: &Config,
    job: &AdoptJob,
    locale: &str,
    sources: &[SourceText],
    documents: &[Document<'_>],
    analysis: &Analysis,
    report: &mut AdoptReport,
) -> Vec<Page> {
    let results: Vec<Option<Result<Page, FileError>>> = (0..sources.len())
        .into_par_iter()
        .map(|index| {
            let path = job.folder.join(&*sources[index].name);
            let subject =
                Subject { name: &sources[index].name, document: &documents[index], ids: &analysis.ids[index] };
            path.exists().then(|| read_page(config, job, locale, index, &sources[index], subject, &path))
        })
        .collect();
    let mut pages = Vec::new();
    for result in results.into_iter().flatten() {
        match result {
            Ok(page) => pages.push(page),
            Err(error) => report.errors.push(error.to_string()),
        }
    }
    for page in &pages {
        report.pages += 1;
        report.units += page.units;
        report.aligned += page.aligned;
        report.findings.extend(page.findings.iter().cloned());
        *match page.provenance {
            Provenance::Today => &mut report.made_from_today,
            Provenance::Earlier => &mut report.made_from_earlier,
            Provenance::Unproven => &mut report.unproven,
        } += 1;
    }
    pages
}

fn read_page(
    config: &Config,
    job: &AdoptJob,
    locale: &str,
    index: usize,
    source: &SourceText,
    subject: Subject<'_>,
    path: &Path,
) -> Result<Page, FileError> {
    let shown = config.shown(path);
    let bytes = std::fs::read(path).map_err(|error| FileError::io(&shown, "read the page", &error))?;
    let text = String::from_utf8(bytes).map_err(|_| FileError::new(&shown, "not UTF-8: save the page as UTF-8"))?;
    if text.trim().is_empty() {
        return Err(FileError::new(&shown, "the page is empty: nothing was adopted from it"));
    }
    let sides = page::bilingual(&text);
    let localised = sides.as_ref().map_or(text.as_str(), |sides| &sides.localised);
    let parsed = Document::parse(localised, source.source.syntax, &config.parse);
    let metadata = page::metadata(&parsed);
    check_locale(&shown, locale, &metadata)?;
    let (provenance, english) = find_english(job, source, &metadata);
    let english_document =
        english.as_ref().map(|english| Document::parse(english, source.source.syntax, &config.parse));
    let made_from = english_document.as_ref().unwrap_or(subject.document);
    check_language(&shown, locale, &parsed, made_from)?;
    let alignment = match &sides {
        Some(sides) => align_bilingual(config, source, made_from, &parsed, &sides.english),
        None => align::align(made_from, &parsed),
    };
    let carried = match &english_document {
        Some(english) => carry(english, subject.document),
        None => (0..made_from.units.len()).map(Some).collect(),
    };
    let findings = findings(&shown, config, source, made_from, &parsed, &alignment, provenance);
    let candidates =
        candidates(subject, made_from, &parsed, &alignment, &carried, &metadata, provenance, &job.scope.today);
    let (units, aligned) = (made_from.units.len(), alignment.pairs.len());
    let bilingual = sides.is_some();
    Ok(Page { document: index, bilingual, metadata, provenance, units, aligned, candidates, findings, text })
}

fn check_locale(shown: &Path, locale: &str, metadata: &PageMetadata) -> Result<(), FileError> {
    match &metadata.locale {
        Some(said) if !said.eq_ignore_ascii_case(locale) => Err(FileError::new(
            shown,
            format!("the page says `ms.contentlocale: {said}`, expected {locale}: nothing was adopted from it"),
        )),
        _ => Ok(()),
    }
}

/// Refuses a page that is beyond doubt in another language.
fn check_language(shown: &Path, locale: &str, page: &Document<'_>, english: &Document<'_>) -> Result<(), FileError> {
    let Some(found) = page::language(page, english) else { return Ok(()) };
    let expected = locale.parse::<LanguageIdentifier>().ok();
    let expected = expected.as_ref().map_or("", |id| id.language.as_str());
    let Some((_, two_letters)) = LANGUAGES.iter().find(|(code, _)| *code == found) else { return Ok(()) };
    // Pages hold a good deal of English; and for languages that the detector does not know it guesses.
    let known = LANGUAGES.iter().any(|(_, code)| *code == expected);
    if !known || *two_letters == expected || *two_letters == "en" {
        return Ok(());
    }
    Err(FileError::new(
        shown,
        format!("the page reads as `{two_letters}`, expected `{expected}`: nothing was adopted from it"),
    ))
}

/// Languages that differ enough to be told apart in a page of text.
const LANGUAGES: &[(&str, &str)] = &[
    ("eng", "en"),
    ("fra", "fr"),
    ("deu", "de"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("cmn", "zh"),
    ("rus", "ru"),
    ("pol", "pl"),
    ("nld", "nl"),
    ("tur", "tr"),
    ("ces", "cs"),
    ("hun", "hu"),
    ("swe", "sv"),
    ("ara", "ar"),
    ("heb", "he"),
    ("tha", "th"),
    ("ell", "el"),
    ("vie", "vi"),
    ("fin", "fi"),
];

/// The English that a page was made from, if it is not today's.
fn find_english(job: &AdoptJob, source: &SourceText, metadata: &PageMetadata) -> (Provenance, Option<String>) {
    let Some(wanted) = &metadata.hash else { return (Provenance::Unproven, None) };
    let algorithm = if wanted.len() == 64 { HashAlgorithm::Sha256 } else { HashAlgorithm::Sha1 };
    let is_wanted = |bytes: &[u8]| hash::source_hash(bytes, algorithm) == *wanted;
    if is_wanted(source.text.as_bytes()) {
        return (Provenance::Today, None);
    }
    let old = job.source_at.as_ref().and_then(|folder| std::fs::read(folder.join(&*source.name)).ok());
    let candidates = old.into_iter();
    let from_commit = metadata.commit.iter().filter_map(|commit| git::file_at(&source.source.path, commit));
    let from_history = std::iter::once(())
        .flat_map(|()| git::history(&source.source.path))
        .filter_map(|commit| git::file_at(&source.source.path, &commit));
    let found = candidates.chain(from_commit).chain(from_history).find(|bytes| is_wanted(bytes));
    match found.and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(text) => (Provenance::Earlier, Some(text)),
        None => (Provenance::Unproven, None),
    }
}

/// A side-by-side page brings its own English: where that has the page's structure, texts decide.
fn align_bilingual(
    config: &Config,
    source: &SourceText,
    english: &Document<'_>,
    page: &Document<'_>,
    side: &str,
) -> Alignment {
    let side = Document::parse(side, source.source.syntax, &config.parse);
    if side.units.len() != page.units.len() {
        return align::align(english, page);
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ours: Vec<String> = english.units.iter().map(|unit| words(&unit.text)).collect();
    let theirs: Vec<String> = side.units.iter().map(|unit| words(&unit.text)).collect();
    let mut alignment = Alignment::default();
    for op in capture_diff_slices(Algorithm::Patience, &ours, &theirs) {
        match op.tag() {
            DiffTag::Equal => alignment.pairs.extend(op.old_range().zip(op.new_range())),
            _ => {
                alignment.lost.extend(op.old_range());
                alignment.extra.extend(op.new_range());
            }
        }
    }
    alignment
}

/// For every unit of an older English, the unit of today that it became.
fn carry(old: &Document<'_>, today: &Document<'_>) -> Vec<Option<usize>> {
    let (old_texts, new_texts): (Vec<&str>, Vec<&str>) = (
        old.units.iter().map(|unit| unit.text.as_ref()).collect(),
        today.units.iter().map(|unit| unit.text.as_ref()).collect(),
    );
    let mut carried = vec![None; old_texts.len()];
    let mut taken = vec![false; new_texts.len()];
    for op in
        capture_diff_slices(Algorithm::Patience, &old_texts, &new_texts).iter().filter(|op| op.tag() == DiffTag::Equal)
    {
        for (before, after) in op.old_range().zip(op.new_range()) {
            carried[before] = Some(after);
            taken[after] = true;
        }
    }
    // The same text in another place.
    for before in 0..old_texts.len() {
        if carried[before].is_none()
            && let Some(after) =
                (0..new_texts.len()).find(|after| !taken[*after] && new_texts[*after] == old_texts[before])
        {
            carried[before] = Some(after);
            taken[after] = true;
        }
    }
    let labels = |document: &Document<'_>| -> Vec<String> {
        document.units.iter().map(|unit| format!("{}:{}", unit.kind.name(), unit.column)).collect()
    };
    let (old_kinds, new_kinds) = (labels(old), labels(today));
    let old_sides: Vec<Side<'_>> =
        old_texts.iter().zip(&old_kinds).map(|(text, kind)| Side { id: Some(text), kind, text }).collect();
    let new_sides: Vec<Side<'_>> = (0..new_texts.len())
        .map(|index| Side {
            id: taken[index].then_some(new_texts[index]),
            kind: &new_kinds[index],
            text: new_texts[index],
        })
        .collect();
    for pair in pairing::pair(&old_sides, &new_sides) {
        carried[pair.old] = carried[pair.old].or(Some(pair.new));
    }
    carried
}

fn findings(
    shown: &Path,
    config: &Config,
    source: &SourceText,
    english: &Document<'_>,
    page: &Document<'_>,
    alignment: &Alignment,
    provenance: Provenance,
) -> Vec<String> {
    let mut findings = Vec::new();
    let source_path = config.shown(&source.source.path);
    let lost: Vec<usize> = alignment.lost.iter().copied().filter(|index| english.units[*index].translatable).collect();
    for index in &lost {
        let unit = &english.units[*index];
        let near = alignment
            .extra
            .iter()
            .map(|extra| page.units[*extra].line)
            .find(|line| *line >= unit.line)
            .map_or_else(String::new, |line| format!(", perhaps {}:{line}", shown.display()));
        findings.push(format!(
            "{}:{}: no translation could be told for “{}”{near}: left out",
            source_path.display(),
            unit.line,
            short(&unit.text)
        ));
    }
    if provenance == Provenance::Unproven {
        findings.push(format!(
            "{}: the English that the page was made from was not found: its translations are marked as unproven",
            shown.display()
        ));
    }
    findings
}

fn short(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[expect(clippy::too_many_arguments, reason = "all of it describes one page")]
fn candidates(
    subject: Subject<'_>,
    english: &Document<'_>,
    page: &Document<'_>,
    alignment: &Alignment,
    carried: &[Option<usize>],
    metadata: &PageMetadata,
    provenance: Provenance,
    today: &str,
) -> Vec<Candidate> {
    let mut occurrences: FxHashMap<&Id, u32> = FxHashMap::default();
    let places: Vec<u32> = subject
        .ids
        .iter()
        .map(|id| {
            let count = id.as_ref().map(|id| occurrences.entry(id).or_default());
            count.map_or(0, |count| {
                *count += 1;
                *count
            })
        })
        .collect();
    let mut candidates = Vec::with_capacity(alignment.pairs.len());
    for (ours, theirs) in &alignment.pairs {
        let Some(index) = carried[*ours] else { continue };
        let (unit, translation) = (&subject.document.units[index], &page.units[*theirs]);
        let Some(id) = &subject.ids[index] else { continue };
        let made_from = &english.units[*ours];
        if !unit.translatable && translation.text == unit.text {
            continue;
        }
        candidates.push(Candidate {
            document: subject.name.clone(),
            id: id.clone(),
            text: with_padding(page, translation, english, made_from),
            source: made_from.text.to_string(),
            today: fingerprint(&unit.text),
            kind: metadata.kind.unwrap_or(TranslationType::Machine),
            date: metadata.date.clone().unwrap_or_else(|| today.to_owned()),
            proven: provenance != Provenance::Unproven,
            place: Place {
                kind: unit.kind.name(),
                section: variant_key(subject.document.section(unit)),
                row: variant_key(&subject.document.row_slug(unit)),
                occurrence: places[index],
            },
            translatable: unit.translatable,
        });
    }
    candidates
}

/// The text of a cell with the blanks that the page has more of than the English: they lie in no other
/// unit, and so the page keeps its bytes.
fn with_padding(page: &Document<'_>, translation: &Unit<'_>, english: &Document<'_>, made_from: &Unit<'_>) -> String {
    let text = with_marker(page, translation, made_from);
    if translation.kind != UnitKind::Cell || made_from.kind != UnitKind::Cell {
        return text;
    }
    let behind = |document: &Document<'_>, unit: &Unit<'_>| blanks(document.source[unit.span.end..].bytes());
    let before = |document: &Document<'_>, unit: &Unit<'_>| blanks(document.source[..unit.span.start].bytes().rev());
    let more = |theirs: usize, ours: usize| " ".repeat(theirs.saturating_sub(ours));
    let lead = more(before(page, translation), before(english, made_from));
    let trail = more(behind(page, translation), behind(english, made_from));
    format!("{lead}{text}{trail}")
}

fn blanks(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.take_while(|byte| *byte == b' ').count()
}

/// Where the English has `1)There` as text and the page a list item, the marker is part of the text.
fn with_marker(page: &Document<'_>, translation: &Unit<'_>, english: &Unit<'_>) -> String {
    if translation.kind != UnitKind::ListItem || english.kind == UnitKind::ListItem {
        return translation.text.to_string();
    }
    let line_start = page.source[..translation.span.start].rfind('\n').map_or(0, |at| at + 1);
    let marker = page.source[line_start..translation.span.start].trim_start_matches([' ', '\t', '>']);
    format!("{marker}{}", translation.text)
}

/// Puts translations and hand-off metadata into the locale.
fn fill(
    analysis: &mut Analysis,
    index: usize,
    sources: &[SourceText],
    pages: &[Page],
    job: &AdoptJob,
    report: &mut AdoptReport,
) {
    let reference: &Reference = &analysis.extraction.reference;
    let locale = &mut analysis.locales[index];
    let candidates = pages.iter().flat_map(|page| page.candidates.iter().cloned()).collect();
    report.adopted = adopt::adopt(&mut locale.catalog, reference, candidates, job.options);
    for page in pages {
        let (Some(hash), Some(fileid)) = (&page.metadata.hash, &page.metadata.fileid) else { continue };
        let file = locale.catalog.file_mut(&FileKey::Document(sources[page.document].name.clone()));
        file.state.document = Some(HandOff {
            hash: hash.clone(),
            commit: page.metadata.commit.clone(),
            date: page.metadata.date.clone().unwrap_or_else(|| job.scope.today.clone()),
            fileid: fileid.clone(),
        });
    }
    let mut resources: BTreeMap<FileKey, String> = std::mem::take(&mut locale.resources).into_iter().collect();
    resources.extend(store::settle(&mut locale.catalog, reference));
    locale.resources = resources.into_iter().collect();
}

/// Regenerates the pages that were made from today's English and tells every line that differs.
#[expect(clippy::too_many_arguments, reason = "one call")]
fn compare(
    config: &Config,
    job: &AdoptJob,
    index: usize,
    sources: &[SourceText],
    documents: &[Document<'_>],
    analysis: &Analysis,
    pages: &[Page],
    report: &mut AdoptReport,
) {
    let locale = &analysis.locales[index];
    let formatters = [Formatters::new(&locale.catalog, &locale.terms)];
    let options = pipeline::render_options(config);
    let compared: Vec<(bool, Vec<Deviation>)> = pages
        .par_iter()
        .filter(|page| page.provenance != Provenance::Earlier && !page.bilingual)
        .map(|page| {
            let name = &sources[page.document].name;
            let subject = Subject { name, document: &documents[page.document], ids: &analysis.ids[page.document] };
            let hand_off = locale
                .catalog
                .files
                .get(&FileKey::Document(name.clone()))
                .and_then(|file| file.state.document.as_ref());
            let rendered = render::render(subject, &analysis.extraction.reference, &formatters, hand_off, &options);
            let ours = rendered.text.unwrap_or_default();
            (ours == page.text, deviations(&job.folder.join(&**name), &page.text, &ours))
        })
        .collect();
    for (identical, deviations) in compared {
        report.identical += usize::from(identical);
        report.deviations.extend(deviations);
    }
}

fn deviations(path: &Path, adopted: &str, ours: &str) -> Vec<Deviation> {
    if adopted == ours {
        return Vec::new();
    }
    let diff = TextDiff::from_lines(adopted, ours);
    let mut found: Vec<Deviation> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value().trim_end_matches('\n').to_owned();
        match (change.tag(), found.last_mut()) {
            (ChangeTag::Delete, _) => {
                let line = change.old_index().unwrap_or(0) + 1;
                found.push(Deviation { page: path.to_owned(), line, adopted: text, regenerated: String::new() });
            }
            (ChangeTag::Insert, Some(last)) if last.regenerated.is_empty() => last.regenerated = text,
            (ChangeTag::Insert, _) => {
                let line = found.last().map_or(1, |last| last.line);
                found.push(Deviation { page: path.to_owned(), line, adopted: String::new(), regenerated: text });
            }
            (ChangeTag::Equal, _) => {}
        }
    }
    found
}

/// An override that was dropped.
#[derive(Debug, Serialize)]
pub struct Dropped {
    pub locale: String,
    pub document: DocumentName,
    pub id: Id,
    pub text: String,
}

/// What unifying did.
#[derive(Debug, Default, Serialize)]
pub struct UnifyReport {
    pub dropped: Vec<Dropped>,
    pub errors: Vec<String>,
}

/// Drops overrides of shared messages that have a current shared translation: those named, or all that
/// an adoption made.
pub fn unify(config: &Config, scope: &Scope, wanted: &[String], dry_run: bool) -> Result<UnifyReport, FileError> {
    let _lock = if dry_run { None } else { Some(lock::acquire(&config.root)?) };
    let mut inputs = pipeline::read(config, scope, &mut |_| ())?;
    let mut report =
        UnifyReport { errors: inputs.errors.iter().map(ToString::to_string).collect(), ..UnifyReport::default() };
    if !inputs.catalog_usable {
        return Ok(report);
    }
    let mut locales = std::mem::take(&mut inputs.locales);
    let documents = pipeline::parse(config, &inputs);
    let read = ReadOnly { sources: &inputs.sources, kept: &inputs.kept, reference: &inputs.reference };
    let mut analysis = pipeline::analyse(&mut locales, &read, &documents, &scope.today);
    let reference = &analysis.extraction.reference;
    if let Some(unknown) = wanted.iter().find(|id| !reference.messages.contains_key(id.as_str())) {
        return Err(FileError::new("", format!("no message has the id `{unknown}`: `handback units` lists them")));
    }
    let in_scope: FxHashSet<&DocumentName> = inputs.sources.iter().map(|source| &source.name).collect();
    for locale in &mut analysis.locales {
        if !scope.locales.is_empty() && !scope.locales.iter().any(|name| name.eq_ignore_ascii_case(&locale.locale.name))
        {
            continue;
        }
        for (key, id) in overrides(locale, reference, wanted) {
            let FileKey::Document(document) = &key else { continue };
            if !in_scope.contains(document) {
                continue;
            }
            if let Some((pattern, _, _)) = locale.catalog.file_mut(&key).take(&id) {
                let text = pattern.as_str().to_owned();
                report.dropped.push(Dropped {
                    locale: locale.locale.name.clone(),
                    document: document.clone(),
                    id,
                    text,
                });
            }
        }
        let mut resources: BTreeMap<FileKey, String> = std::mem::take(&mut locale.resources).into_iter().collect();
        resources.extend(store::settle(&mut locale.catalog, reference));
        locale.resources = resources.into_iter().collect();
    }
    let writer = Writer::new(dry_run);
    if !dry_run {
        cache::forget(&config.root);
    }
    report.errors.extend(
        pipeline::write_catalogs(config, &inputs.reference, &analysis, &writer).iter().map(ToString::to_string),
    );
    Ok(report)
}

fn overrides(locale: &pipeline::LocaleAnalysis, reference: &Reference, wanted: &[String]) -> Vec<(FileKey, Id)> {
    let shared = locale.catalog.files.get(&FileKey::Shared);
    let is_current = |id: &Id| {
        let state = shared.filter(|file| file.pattern(id).is_some()).and_then(|file| file.state.messages.get(id));
        let english = reference.messages.get(id).map(super::catalog::reference::Message::fingerprint);
        state.is_some_and(|state| !state.obsolete && Some(state.source.as_str()) == english)
    };
    let mut found = Vec::new();
    for (key, file) in locale.catalog.files.iter().filter(|(key, _)| **key != FileKey::Shared) {
        for id in file.ids() {
            let is_shared = reference.messages.get(&id).is_some_and(|message| message.home == FileKey::Shared);
            let adopted = file.state.messages.get(&id).is_some_and(|state| state.origin == "import");
            let chosen = if wanted.is_empty() { adopted } else { wanted.iter().any(|name| **name == *id) };
            if is_shared && chosen && is_current(&id) {
                found.push((key.clone(), id));
            }
        }
    }
    found
}
