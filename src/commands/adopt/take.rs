//! Takes over what people changed in pages that handback wrote: what `handback sync --take-edits` does.
//!
//! An edited page is read as an adoption reads one. Of its units only those count that hold what no catalog would have put
//! there; they become a person's translations, in the document's own file where other documents share the message, so
//! that every other page stays as it is.

use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

use handback_core::catalog::FileKey;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::notation;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::state::{self, TranslationType};
use handback_core::catalog::update::Change;
use handback_core::document::Document;
use handback_core::render::with_texts;
use handback_core::text::Word;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use rustc_hash::FxHashSet;

use super::decide::{self, AdoptOptions, Candidate};
use super::english::{Search, Session};
use super::place::Places;
use super::read::Provenance;
use super::take_own::OwnEdits;
use super::{AdoptJob, read, resettle};
use crate::pages::edits::HandEdits;
use crate::pages::render;
use crate::problem::{Problem, Problems};
use crate::project::paths::RESCUED_FOLDER;
use crate::project::{files, git, hash};
use crate::settings::tree::tree_of;
use crate::snapshot::read::wanted;
use crate::snapshot::{Analysis, LocaleView, PageView, Scope, Snapshot};

/// Takes over the edits of all pages in scope, in memory; returns how many wordings. The pages' hand-off is known.
pub fn take_edits(snapshot: &mut Snapshot<'_>, scope: &Scope, problems: &mut Problems) -> usize {
    let mut count = 0;
    for index in 0..snapshot.analysis.locales.len() {
        if !wanted(scope, snapshot.locale(index).name()) {
            continue;
        }
        let (candidates, own_edits) = of_locale(snapshot.locale(index), scope, problems);
        if candidates.is_empty() && own_edits.is_empty() {
            continue;
        }
        count += candidates.len() + own_edits.iter().map(OwnEdits::count).sum::<usize>();
        let options = AdoptOptions { force: true, kind: Some(TranslationType::Human), ..AdoptOptions::default() };
        let taken: Vec<Candidate> = candidates.clone();
        let Analysis { extraction, locales, .. } = &mut snapshot.analysis;
        let own = &mut locales[index];
        let drafts: Vec<Option<Drafted>> =
            taken.iter().map(|taken| Drafted::of(&own.catalog, &extraction.reference, taken)).collect();
        decide::adopt(&mut own.catalog, &extraction.reference, candidates, options, &|_, _, _| None);
        taken.iter().zip(&drafts).for_each(|(taken, draft)| name_author(&mut own.catalog, taken, draft.as_ref()));
        for edits in &own_edits {
            for id in edits.put(own, scope.today) {
                count -= 1;
                let message = format!("`{id}` was edited in its page and in its resource: the resource counts");
                problems.push(Problem::finding(message));
            }
        }
        resettle(own, &extraction.reference);
    }
    count
}

/// What a machine had written where somebody edited a page.
struct Drafted {
    origin: Word,
    wording: Pattern,
}

impl Drafted {
    fn of(catalog: &LocaleCatalog, reference: &Reference, taken: &Candidate) -> Option<Self> {
        let before = catalog.lookup(reference, &taken.document, &taken.id).filter(|before| before.current)?;
        let state = before.state.filter(|state| state.is_drafted())?;
        Some(Self { origin: state.origin.clone(), wording: before.pattern.clone() })
    }

    /// How much of it changed. Where the one has values of the document filled in and the other has not, nobody knows.
    fn edited(&self, now: &Pattern) -> Option<state::Edited> {
        let [Pattern::Text(draft), Pattern::Text(now)] = [&self.wording, now] else { return None };
        let is_alike = notation::has_placeables(draft) == notation::has_placeables(now);
        is_alike.then(|| state::Edited::of(&self.origin, draft, now)).flatten()
    }
}

/// Says of the wording that was taken, and of no other, that a person made it here, and how far it is another than the draft.
fn name_author(catalog: &mut LocaleCatalog, taken: &Candidate, draft: Option<&Drafted>) {
    let lifted = taken.form.as_ref().and_then(|form| form.lifted.as_deref());
    let wordings = [Some(taken.text.as_str()), lifted].map(|text| text.map(fingerprint));
    for key in [FileKey::Document(taken.document.clone()), FileKey::Shared] {
        let Some(file) = catalog.files.get_mut(&key) else { continue };
        let edited = draft.zip(file.pattern(&taken.id)).and_then(|(draft, now)| draft.edited(now));
        let state = file.state.messages.get_mut(&taken.id);
        if let Some(state) = state.filter(|state| wordings.iter().flatten().any(|wording| *wording == state.target)) {
            state.origin = "human".into();
            state.source_unproven = false;
            state.edited = edited.map(Box::new);
        }
    }
}

/// Leaves the candidates that somebody made in a page, as a person's; what was edited in the resource as well counts
/// there, and is reported.
fn only_edits(
    edits: &HandEdits<'_>,
    page: PageView<'_>,
    today: Date,
    rendered: &str,
    candidates: &mut Vec<Candidate>,
) -> Vec<Problem> {
    let is_edit = |change: &&Change| matches!(change, Change::HumanEdit { .. });
    let edited_too: FxHashSet<_> = edits.locale.own().changes.iter().filter(is_edit).map(Change::id).collect();
    let knows = edits.known_texts(page, rendered);
    let config = page.snapshot.config;
    let shown = config.shown(&config.output_path(edits.locale.name(), page.name()));
    candidates.retain(|candidate| !knows(&candidate.text));
    let both = candidates.iter().filter(|candidate| edited_too.contains(&candidate.id)).map(|candidate| {
        let message = format!("`{}` was edited here and in its resource: the resource counts", candidate.id);
        Problem::finding(message).at(&shown, None)
    });
    let said = both.collect();
    candidates.retain(|candidate| !edited_too.contains(&candidate.id));
    for candidate in candidates {
        (candidate.kind, candidate.said) = (TranslationType::Human, true);
        today.clone_into(&mut candidate.date);
    }
    said
}

/// Of pages that handback wrote where they lie, leaves only what somebody changed since, as a person's: what stands there
/// otherwise says nothing that is not known.
pub(super) fn keep_edits(locale: LocaleView<'_>, job: &AdoptJob, pages: &mut [read::Page]) -> Vec<Problem> {
    let mut said = Vec::new();
    let edits = HandEdits::new(locale, locale.snapshot.written());
    let own = locale.snapshot.config.locale_called(locale.name());
    let places = Places::new(locale.snapshot.config, job, &own);
    for page in pages {
        let view = locale.snapshot.page(page.document);
        let file = locale.own().catalog.files.get(&view.key());
        let is_handed_off = file.is_some_and(|file| file.state.document.is_some());
        if !is_handed_off || !is_output(locale, &places, view) {
            continue;
        }
        said.extend(only_edits(&edits, view, job.scope.today, &view.source().text, &mut page.candidates));
        page.own = true;
    }
    said
}

/// Whether the page that is adopted is the very file that a sync writes.
fn is_output(locale: LocaleView<'_>, places: &Places<'_>, page: PageView<'_>) -> bool {
    let real = |path: std::path::PathBuf| std::fs::canonicalize(path).ok();
    let output = real(locale.snapshot.config.output_path(locale.name(), page.name()));
    output.is_some() && output == places.page(page).and_then(real)
}

/// What people changed in the pages of a locale: translations, and what pages have of their own.
fn of_locale(locale: LocaleView<'_>, scope: &Scope, problems: &mut Problems) -> (Vec<Candidate>, Vec<OwnEdits>) {
    let edits = HandEdits::new(locale, locale.snapshot.written());
    let found: Mutex<Vec<Edited>> = Mutex::default();
    let pages: Vec<PageView<'_>> = locale.snapshot.pages().collect();
    render::render(locale, &pages, |page, rendered| {
        let Some(rendered) = rendered.text else { return };
        let Ok(lies) = files::read_text(&edits.place(page)) else { return };
        if locale.own().pages.foreign.contains(page.name()) || lies.replace("\r\n", "\n") == rendered {
            return;
        }
        if edits.find(page, &lies, &rendered).is_some() {
            let edited = of_page(&edits, page, scope, &rendered);
            found.lock().unwrap_or_else(PoisonError::into_inner).push(edited);
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|edited| edited.page);
    let (mut all, mut own) = (Vec::new(), Vec::new());
    for edited in found {
        all.extend(edited.candidates);
        own.extend(edited.own);
        problems.extend(edited.said);
    }
    (all, own)
}

/// A page that somebody edited.
struct Edited {
    /// Its place in the snapshot.
    page: usize,
    candidates: Vec<Candidate>,
    own: Option<OwnEdits>,
    said: Vec<Problem>,
}

/// What people changed in one page.
fn of_page(edits: &HandEdits<'_>, page: PageView<'_>, scope: &Scope, rendered: &str) -> Edited {
    let (locale, config) = (edits.locale, page.snapshot.config);
    let path = edits.place(page);
    let job = AdoptJob {
        scope: scope.clone(),
        locale: locale.name().to_owned(),
        folder: None,
        source_at: None,
        options: AdoptOptions { kind: Some(TranslationType::Human), ..AdoptOptions::default() },
        dry_run: true,
    };
    let english = |parsed: &Document<'_>| english_then(edits, page, parsed);
    let made_from = read::Known { hash: edits.made_from(page), english: &english, rendered };
    let search = Search::new(config, &job, &[(page, path.clone())]);
    let run = read::Run { job: &job, locale: locale.name(), sources: &[], hashes: OnceLock::new(), search };
    let read = match read::read_page(&run, &mut Session::default(), page, &path, read::Start::Known(&made_from)) {
        Ok(read) if read.provenance == Provenance::Unproven => {
            let said = vec![unknown_english(edits, page)];
            return Edited { page: page.index, candidates: Vec::new(), own: None, said };
        }
        Ok(read) => read,
        Err(error) => {
            let said = vec![error.into()];
            return Edited { page: page.index, candidates: Vec::new(), own: None, said };
        }
    };
    let mut candidates = read.candidates;
    let said = only_edits(edits, page, scope.today, rendered, &mut candidates);
    let own = OwnEdits::of(locale, page, read.additions, was_published(edits, page, rendered));
    Edited { page: page.index, candidates, own, said }
}

/// Whether a page was what rendering makes of the catalog today, before somebody edited it: so this checkout wrote it last, or
/// so git has it.
fn was_published(edits: &HandEdits<'_>, page: PageView<'_>, rendered: &str) -> bool {
    let config = page.snapshot.config;
    let path = edits.place(page);
    let at_head = || {
        let shown = config.shown(&path);
        let found = git::files_at(&config.root, "HEAD", &[shown])?.into_iter().next().flatten()?;
        Some(String::from_utf8_lossy(&found).replace("\r\n", "\n") == rendered.replace("\r\n", "\n"))
    };
    page.snapshot.written().has(&path, rendered) || at_head().unwrap_or(false)
}

/// The English that a page was made from, as far as the catalog still has it: by the texts of the last sync, or by those that
/// translations were made from, if these give a source of the very hash.
fn english_then(edits: &HandEdits<'_>, page: PageView<'_>, parsed: &Document<'_>) -> Option<String> {
    let (snapshot, hash) = (page.snapshot, edits.made_from(page)?);
    let (last, name) = (snapshot.last(), edits.name_then(page));
    let structure = last.documents.get(name).filter(|structure| structure.hash == hash);
    let units: Vec<usize> = (0..parsed.units.len()).filter(|at| parsed.units[*at].translatable).collect();
    if let Some(structure) = structure.filter(|structure| structure.units.len() == units.len()) {
        let text = |at: usize| {
            let unit = &structure.units[units.binary_search(&at).ok()?];
            structure.filled(last.text(&unit.id)?, unit).map(Cow::Owned)
        };
        let all_known = units.iter().all(|at| text(*at).is_some());
        return all_known.then(|| with_texts(parsed, |at, _| text(at)));
    }
    let document = page.document();
    let files = &edits.locale.own().catalog.files;
    let previous = |at: usize| {
        let id = page.ids().get(at)?.as_ref()?;
        let states = [page.key(), FileKey::Shared];
        let mut states = states.iter().filter_map(|key| files.get(key)?.state.messages.get(id));
        states.find_map(|state| state.base().map(|text| Cow::Owned(text.to_owned())))
    };
    let text = with_texts(document, |at, _| previous(at));
    hash::names(hash, text.as_bytes()).then_some(text)
}

/// Says that a page was edited and that nobody knows which English it is in.
fn unknown_english(edits: &HandEdits<'_>, page: PageView<'_>) -> Problem {
    let (config, name) = (page.snapshot.config, edits.locale.name());
    let path = config.shown(&config.output_path(name, page.name()));
    let folder = tree_of(&config.trees, page.name()).0.output.folder(&config.locale_called(name));
    let message = format!(
        "edited by hand, but its English of then is not known any more: nothing is taken over. The page is kept below \
         {RESCUED_FOLDER}: `handback adopt --locale {name} --force --source-at FOLDER {RESCUED_FOLDER}/{folder}` takes it \
         over, where FOLDER holds the English that it was made from"
    );
    Problem::finding(message).at(path, None)
}
