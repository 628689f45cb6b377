//! Reads localized pages and finds out which English each was made from.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use handback_core::align::{self, Alignment, Lexicon, Pair, Refused, Why};
use handback_core::catalog::DocumentName;
use handback_core::catalog::state::{Spelled, TranslationType};
use handback_core::document::links::with_labels_of;
use handback_core::document::{Document, Syntax, Unit, UnitKind};
use handback_core::text::conflict;
use handback_core::text::count::counted;
use handback_core::text::date::Date;
use handback_core::text::flavor::Flavor;
use handback_core::text::limits::LARGEST_DOCUMENT;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::beyond::{self, Additions, Found};
use super::carry::Aligned;
use super::decide::Candidate;
use super::english::{self, Asked, Comments, English, FoundBy, Search, Session, comments};
use super::page::{self, Bilingual, PageMetadata};
use super::place::Places;
use super::unsure::{self, Unsure};
use super::{AdoptJob, AdoptReport, MadeFrom, Progress, carry, rendered, spelling, trust};
use crate::pages::front_matter::FrontMatter;
use crate::pages::links::Links;
use crate::problem::{self, FileError, Problem};
use crate::project::{files, hash};
use crate::settings::config::{Config, HashAlgorithm};
use crate::settings::locale::{Locale, language};
use crate::snapshot::{PageView, Snapshot, SourceText};

/// How the English of a page was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    Today,
    Earlier,
    Unproven,
}

/// A page that was read and aligned.
pub struct Page {
    pub document: usize,
    /// Handback wrote the page: only what somebody changed in it since is of interest.
    pub own: bool,
    pub text: String,
    pub bilingual: bool,
    pub metadata: PageMetadata,
    pub provenance: Provenance,
    pub english: English,
    pub units: usize,
    pub aligned: usize,
    /// Whether something was left open that words may decide.
    is_open: bool,
    pub candidates: Vec<Candidate>,
    pub additions: Additions,
    pub spelling: Vec<Spelled>,
    pub unsure: Vec<Unsure>,
    pub findings: Vec<Problem>,
}

impl Page {
    /// Whether words may decide what is left open, or speak against what was paired.
    fn is_doubtful(&self, lexicon: &Lexicon) -> bool {
        let is_odd = |pair: &Candidate| lexicon.speaks_against(&pair.source, &pair.text);
        !self.bilingual && (self.is_open || self.candidates.iter().any(is_odd))
    }
}

/// Reads every page that belongs to a source and counts what was found into the report.
pub fn read_pages(
    job: &AdoptJob,
    locale: &Locale,
    snapshot: &Snapshot<'_>,
    progress: Progress<'_>,
    report: &mut AdoptReport,
) -> Vec<Page> {
    let places = Places::new(snapshot.config, job, locale);
    let path = |view: &PageView<'_>| places.page(*view).unwrap_or_default();
    let is_there = |view: &PageView<'_>| places.page(*view).is_some_and(|path| files::is_there(&path));
    let views: Vec<PageView<'_>> = snapshot.pages().filter(is_there).collect();
    let at: Vec<(PageView<'_>, PathBuf)> = views.iter().map(|view| (*view, path(view))).collect();
    let search = Search::new(snapshot.config, job, &at);
    let run = Run { job, locale: &locale.name, sources: &snapshot.inputs.sources, hashes: OnceLock::new(), search };
    let (all, done) = (views.len(), AtomicUsize::new(0));
    let read = |session: &mut Session, view: PageView<'_>| {
        let page = read_page(&run, session, view, &path(&view), Start::Fresh);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        page
    };
    let results: Vec<Result<Page, FileError>> = views.into_par_iter().map_init(Session::default, read).collect();
    let mut pages = Vec::new();
    for result in results {
        match result {
            Ok(page) => pages.push(page),
            Err(error) => report.problems.push(error),
        }
    }
    let pairs = pages.iter().flat_map(|page| &page.candidates);
    let lexicon = Lexicon::learn(pairs.map(|pair| (pair.source.as_str(), pair.text.as_str())));
    pages.par_iter_mut().filter(|page| page.is_doubtful(&lexicon)).for_each(|page| {
        let view = snapshot.page(page.document);
        let learned = Learned { lexicon: &lexicon, english: &page.english };
        let again = read_page(&run, &mut Session::default(), view, &path(&view), Start::Again(&learned));
        if let Ok(again) = again {
            *page = again;
        }
    });
    let shown = |page: &Page| snapshot.config.shown(&path(&snapshot.page(page.document)));
    let found = pages.iter().map(|page| (shown(page), &page.english));
    report.english = found.clone().map(|(page, english)| MadeFrom::of(page, english)).collect();
    for page in &pages {
        report.pages += 1;
        report.units += page.units;
        report.aligned += page.aligned;
        report.problems.extend(page.findings.iter().cloned());
        report.unsure.extend(page.unsure.iter().cloned());
        *match page.provenance {
            Provenance::Today => &mut report.made_from_today,
            Provenance::Earlier => &mut report.made_from_earlier,
            Provenance::Unproven => &mut report.unproven,
        } += 1;
    }
    report.problems.extend(english::said(found, || run.search.is_shallow()));
    pages
}

/// The documents by every hash that a page may name its source by.
fn published_hashes(sources: &[SourceText]) -> FxHashMap<String, DocumentName> {
    let all = |source: &SourceText| -> Vec<(String, DocumentName)> {
        let algorithms = [HashAlgorithm::Sha1, HashAlgorithm::Sha256].into_iter();
        let hashes = algorithms.flat_map(|algorithm| hash::all(source.text.as_bytes(), algorithm));
        hashes.map(|hash| (hash, source.name.clone())).collect()
    };
    // One after the other: other threads may wait for it.
    sources.iter().flat_map(all).collect()
}

/// What the reading of all pages has in common.
pub(super) struct Run<'a> {
    pub job: &'a AdoptJob,
    pub locale: &'a str,
    /// The sources that a page may have been made from by mistake.
    pub sources: &'a [SourceText],
    pub hashes: OnceLock<FxHashMap<String, DocumentName>>,
    pub search: Search<'a>,
}

impl Run<'_> {
    /// The document whose source has a hash.
    fn document_of(&self, hash: &str) -> Option<&DocumentName> {
        self.hashes.get_or_init(|| published_hashes(self.sources)).get(hash)
    }
}

/// What is known of the English of a page beside what the page says.
pub(super) struct Known<'m> {
    pub hash: Option<&'m str>,
    /// Brings that English back, given the page.
    pub english: &'m dyn Fn(&Document<'_>) -> Option<String>,
    /// The page as handback would write it: what is there as it would be needs no other evidence.
    pub rendered: &'m str,
}

/// What a page is read with again, once all pages were read.
pub(super) struct Learned<'l> {
    lexicon: &'l Lexicon,
    /// The English that was found.
    english: &'l English,
}

/// What is known before a page is read.
#[derive(Clone, Copy)]
pub(super) enum Start<'s> {
    Fresh,
    Known(&'s Known<'s>),
    Again(&'s Learned<'s>),
}

impl<'s> Start<'s> {
    fn parts(self) -> (Option<&'s Known<'s>>, Option<&'s Learned<'s>>) {
        match self {
            Self::Fresh => (None, None),
            Self::Known(known) => (Some(known), None),
            Self::Again(learned) => (None, Some(learned)),
        }
    }
}

/// Reads a page and aligns it with its English.
pub(super) fn read_page(
    run: &Run<'_>,
    session: &mut Session,
    view: PageView<'_>,
    path: &Path,
    start: Start<'_>,
) -> Result<Page, FileError> {
    let Run { job, locale, search, .. } = run;
    let (config, source, subject) = (view.snapshot.config, view.source(), view.subject());
    let (syntax, shown) = (source.source.syntax, config.shown(path));
    // What handback said to readers is no text of the page, nor are the words of whoever changed that.
    let text = FrontMatter::of(config, locale).without_any_notice(source, &read_text(path, &shown)?).into_owned();
    let sides = two_sides(&shown, &text, source)?;
    let localized = sides.as_ref().map_or(text.as_str(), |sides| &sides.localized);
    let localized = Links::of(config, locale).undone(source, localized);
    let localized = with_labels(config, locale, source, localized);
    let parsed = Document::parse(&localized, syntax, &config.parse);
    let (known, learned) = start.parts();
    let metadata = known_metadata(run, config, &parsed, known);
    trust::check_locale(&shown, locale, &metadata)?;
    let known_page = known;
    let known = known.filter(|known| known.hash == metadata.hash.as_deref());
    let known = || known.and_then(|known| (known.english)(&parsed));
    let comments = Comments::of(&parsed, &config.parse);
    let comments = comments.as_ref();
    let found = match learned {
        Some(learned) => learned.english.clone(),
        None => search.find(session, Asked { view, page: &parsed, metadata: &metadata, comments, known: &known })?,
    };
    let provenance = found.provenance();
    let earlier = found.text.as_ref().map(|english| Document::parse(english, syntax, &config.parse));
    let english = earlier.as_ref().unwrap_or(subject.document);
    trust::check_language(&shown, locale, &parsed, english)?;
    let unproven = provenance == Provenance::Unproven;
    let of_hash = |hash: &str| run.document_of(hash);
    trust::check_document(&shown, &source.name, &metadata, &of_hash, unproven, english, &parsed)?;
    let comments = comments.filter(|comments| comments.are_of(english));
    let alignment = match &sides {
        Some(sides) => align_bilingual(config, source, english, &parsed, &sides.english),
        None => align_page(view, locale, known_page.filter(|_| earlier.is_none()), (english, &parsed), learned),
    };
    let carried = earlier.as_ref().map(|earlier| carry::carry(earlier, subject.document));
    let carried = carried.as_deref();
    let beside = beyond::Sides { english, page: &parsed, today: subject, carried };
    let beside = Some(beside).filter(|_| sides.is_none());
    let (alignment, beyond, findings) = looked_through(view, &shown, (english, &parsed), alignment, comments, beside)?;
    let additions = additions(beyond, &metadata, job.scope.today, unproven);
    let aligned = Aligned { english, page: &parsed, alignment: &alignment, carried, comments };
    let values = carry::PageValues::of(english, config, locale);
    let is_proven = found.proven && found.found_by != FoundBy::Comments;
    let candidates = carry::candidates(subject, aligned, &metadata, is_proven, &values, job.scope.today);
    let spelling = if sides.is_some() { Vec::new() } else { spelling::of_page(subject, aligned) };
    let (units, aligned) = (english.units.len(), alignment.pairs.len());
    let is_open = alignment.is_open();
    let unsure = unsure::unsure(&shown, english, &parsed, &alignment);
    let bilingual = sides.is_some();
    drop(earlier);
    Ok(Page {
        document: view.index,
        own: false,
        text,
        bilingual,
        metadata,
        provenance,
        english: found,
        units,
        aligned,
        is_open,
        candidates,
        additions,
        spelling,
        unsure,
        findings,
    })
}

/// A localized text whose links by labels lead somewhere by the definitions of the English.
fn with_labels<'t>(config: &Config, locale: &str, source: &SourceText, text: Cow<'t, str>) -> Cow<'t, str> {
    let syntax = source.source.syntax;
    if syntax == Syntax::Yaml {
        return text;
    }
    let constructs = config.parse.constructs.of_page(syntax == Syntax::Mdx);
    let folder = config.locales.iter().find(|known| known.name == locale).map_or(locale, Locale::folder);
    let names = [folder, locale, language(locale)];
    match with_labels_of(&text, &source.text, &constructs, &names) {
        Cow::Owned(text) => Cow::Owned(text),
        Cow::Borrowed(_) => text,
    }
}

/// Aligns a page in one language. `known`: handback wrote it, from the English of today.
fn align_page(
    view: PageView<'_>,
    locale: &str,
    known: Option<&Known<'_>>,
    (english, page): (&Document<'_>, &Document<'_>),
    learned: Option<&Learned<'_>>,
) -> Alignment {
    let (config, source) = (view.snapshot.config, view.source());
    let aligned = align::align(english, page, learned.map(|learned| learned.lexicon));
    let aligned = match known.map(|known| plain(config, locale, source, known.rendered)) {
        Some(text) => {
            let rendered = Document::parse(&text, source.source.syntax, &config.parse);
            rendered::aligned(&rendered, english, page, aligned)
        }
        None => aligned,
    };
    if config.parse.constructs.flavor == Flavor::Docfx { aligned } else { by_key(english, page, aligned) }
}

/// A page with the targets of the English, and without what handback said to readers.
fn plain(config: &Config, locale: &str, source: &SourceText, text: &str) -> String {
    let text = FrontMatter::of(config, locale).without_any_notice(source, text);
    Links::of(config, locale).undone(source, &text).into_owned()
}

/// What a page has beyond its English, as of the page's day.
fn additions(found: Found, metadata: &PageMetadata, today: Date, unproven: bool) -> Additions {
    let kind = metadata.kind.unwrap_or(TranslationType::Human);
    Additions { found, kind, date: metadata.date.unwrap_or(today), unproven }
}

/// The two sides of a side-by-side page; `None` if it has one.
fn two_sides(shown: &Path, text: &str, source: &SourceText) -> Result<Option<Bilingual>, FileError> {
    if conflict::sides(text).is_some() && conflict::sides(&source.text).is_none() {
        let why = "the page holds the marks of a merge conflict: nothing was taken from it; resolve it first";
        return Err(FileError::new(shown, why));
    }
    let sides = page::bilingual(text);
    let localized = sides.as_ref().map_or(text, |sides| &sides.localized);
    if localized.contains("data-ttu-id=") || localized.contains("data-stu-id=") {
        return Err(FileError::new(shown, "the side-by-side marks are damaged: nothing was adopted from it"));
    }
    Ok(sides)
}

/// An alignment without what cannot be trusted, and what is to be said of it.
fn looked_through(
    view: PageView<'_>,
    shown: &Path,
    (english, page): (&Document<'_>, &Document<'_>),
    mut alignment: Alignment,
    comments: Option<&Comments>,
    beside: Option<beyond::Sides<'_>>,
) -> Result<(Alignment, Found, Vec<Problem>), FileError> {
    if let Some(comments) = comments {
        comments.correct(english, &mut alignment);
    }
    trust::check_translated(shown, english, page, &alignment)?;
    let cut_off = trust::drop_cut_off(english, page, &mut alignment);
    let found = beside.map(|beside| beyond::find(beside, &alignment)).unwrap_or_default();
    let is_taken = |at: usize| found.has(at);
    let mut left = alignment.clone();
    left.extra.retain(|unit| !is_taken(page.units[*unit].span.start));
    let mut findings = findings(shown, view.snapshot.config, view.source(), english, page, &left);
    if cut_off {
        let why = "the page ends before its English does: its last unit was left out";
        findings.push(Problem::finding(why).at(shown, None));
    }
    if let Some(comments) = comments {
        let lost = comments::spans(page).into_iter().filter(|span| !is_taken(span.start)).count();
        let stay = comments::spans(english).len();
        findings.extend(lost_comments(lost.saturating_sub(stay)).map(|lost| lost.at(shown, Some(comments.line))));
    }
    Ok((alignment, found, findings))
}

fn read_text(path: &Path, shown: &Path) -> Result<String, FileError> {
    let bytes =
        files::read_at_most(path, LARGEST_DOCUMENT).map_err(|error| FileError::io(shown, "read the page", &error))?;
    let text = String::from_utf8(bytes).map_err(|_| FileError::new(shown, "not UTF-8: save the page as UTF-8"))?;
    if text.trim().is_empty() {
        return Err(FileError::new(shown, "the page is empty: nothing was adopted from it"));
    }
    Ok(text)
}

/// What the page says of itself, completed by what the user and the records say of it.
fn known_metadata(run: &Run<'_>, config: &Config, page: &Document<'_>, known: Option<&Known<'_>>) -> PageMetadata {
    let mut metadata = page::metadata(page);
    metadata.kind = metadata.kind.or(run.job.options.kind);
    let locale = FrontMatter::of(config, run.locale);
    metadata.named_commit = locale.rules.named_commit(page.source, config.parse.constructs.flavor);
    metadata.hash = metadata.hash.or_else(|| known.and_then(|known| known.hash).map(str::to_owned));
    metadata
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
        return align::align(english, page, None);
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ours: Vec<String> = english.units.iter().map(|unit| words(&unit.text)).collect();
    let theirs: Vec<String> = side.units.iter().map(|unit| words(&unit.text)).collect();
    let mut pairs = Vec::new();
    let pair = |(english, page)| Pair { english, page, confidence: 1.0 };
    for op in capture_diff_slices(Algorithm::Patience, &ours, &theirs).iter().filter(|op| op.tag() == DiffTag::Equal) {
        pairs.extend(op.old_range().zip(op.new_range()).map(pair));
    }
    pair_front_matter(english, page, &mut pairs);
    Alignment::new(pairs, Vec::new(), english.units.len(), page.units.len())
}

/// An alignment in which values of front matter belong together by their keys, in whatever order a page has them.
fn by_key(english: &Document<'_>, page: &Document<'_>, aligned: Alignment) -> Alignment {
    let is_value = |unit: &Unit<'_>| unit.kind == UnitKind::FrontMatter;
    let Alignment { mut pairs, mut refused, .. } = aligned;
    pairs.retain(|pair| {
        let (ours, theirs) = (&english.units[pair.english], &page.units[pair.page]);
        !is_value(ours) && !is_value(theirs) || ours.label == theirs.label
    });
    let known = pairs.len();
    let is_refuted = |english: usize, page: usize| {
        let of_pair = |refused: &&Refused| refused.english == english && refused.page == page;
        refused.iter().find(of_pair).is_some_and(|refused| refused.why == Why::Refuted)
    };
    let mut all = pairs.clone();
    pair_front_matter(english, page, &mut all);
    let is_new = |pair: &&Pair| !pairs.iter().any(|other| other.english == pair.english);
    let new: Vec<Pair> =
        all.iter().filter(is_new).filter(|pair| !is_refuted(pair.english, pair.page)).copied().collect();
    pairs.extend(new);
    if pairs.len() > known {
        refused.retain(|refused| !pairs.iter().any(|pair| pair.english == refused.english));
    }
    pairs.sort_unstable_by_key(|pair| pair.english);
    Alignment::new(pairs, refused, english.units.len(), page.units.len())
}

/// Front matter is not side by side: its values belong together by their keys.
fn pair_front_matter(english: &Document<'_>, page: &Document<'_>, pairs: &mut Vec<Pair>) {
    let keys = |document: &Document<'_>| -> Vec<(usize, Option<Box<str>>)> {
        let units = document.units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::FrontMatter);
        units.map(|(index, unit)| (index, unit.label.clone())).collect()
    };
    let theirs = keys(page);
    for (ours, key) in keys(english) {
        let is_free = |theirs: usize| !pairs.iter().any(|pair| pair.english == ours || pair.page == theirs);
        let same_key = theirs.iter().find(|(theirs, other)| *other == key && is_free(*theirs));
        if let Some((theirs, _)) = same_key {
            pairs.push(Pair { english: ours, page: *theirs, confidence: 1.0 });
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.english);
}

fn findings(
    shown: &Path,
    config: &Config,
    source: &SourceText,
    english: &Document<'_>,
    page: &Document<'_>,
    alignment: &Alignment,
) -> Vec<Problem> {
    let mut findings = Vec::new();
    let source_path = config.shown(&source.source.path);
    let lost: Vec<usize> = alignment.lost.iter().copied().filter(|index| english.units[*index].translatable).collect();
    for index in &lost {
        let unit = &english.units[*index];
        let refused = alignment.refused.iter().find(|pair| pair.english == *index).map(|pair| pair.page);
        let near = refused
            .or_else(|| alignment.extra.iter().copied().find(|extra| page.units[*extra].line >= unit.line))
            .map(|near| page.units[near].line)
            .map_or_else(String::new, |line| format!(", perhaps {}:{line}", problem::shown(shown)));
        let message = format!("no translation was found for “{}”{near}: left out", short(&unit.text));
        findings.push(Problem::finding(message).at(&source_path, Some(unit.line)));
    }
    let extra: Vec<&Unit<'_>> =
        alignment.extra.iter().map(|index| &page.units[*index]).filter(|unit| unit.translatable).collect();
    if let Some(first) = extra.first() {
        let verb = if extra.len() == 1 { "belongs" } else { "belong" };
        let (count, text) = (counted(extra.len(), "unit"), short(&first.text));
        let message = format!("{count} of the page {verb} to no known unit of its English, the first “{text}”");
        findings.push(Problem::finding(message).at(shown, Some(first.line)));
    }
    findings
}

/// Comments whose place in the English is not sure.
fn lost_comments(count: usize) -> Option<Problem> {
    let verb = if count == 1 { "does" } else { "do" };
    let said = format!("{} of the page {verb} not come back when it is regenerated", counted(count, "comment"));
    (count > 0).then(|| Problem::warning(said))
}

fn short(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
