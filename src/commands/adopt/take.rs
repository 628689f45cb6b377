//! Takes over what people changed in pages that handback wrote: what `handback sync --take-edits` does.
//!
//! An edited page is read as an adoption reads one. Of its units only those count that hold what no catalog would have put
//! there; they become a person's translations, in the document's own file where other documents share the message, so
//! that every other page stays as it is.

use std::sync::{Mutex, PoisonError};

use handback_core::catalog::FileKey;
use handback_core::catalog::state::TranslationType;
use handback_core::catalog::update::Change;
use rustc_hash::{FxHashMap, FxHashSet};

use super::decide::{self, AdoptOptions, Candidate};
use super::{AdoptJob, read, resettle};
use crate::pages::edits::HandEdits;
use crate::pages::render;
use crate::problem::{Problem, Problems};
use crate::project::files;
use crate::project::written::WrittenPages;
use crate::snapshot::read::wanted;
use crate::snapshot::{Analysis, LocaleView, PageView, Scope, Snapshot};

/// Takes over the edits of all pages in scope, in memory; returns how many wordings. The pages' hand-off is known.
pub fn take_edits(snapshot: &mut Snapshot<'_>, scope: &Scope, problems: &mut Problems) -> usize {
    let written = WrittenPages::read(&snapshot.config.root);
    let mut count = 0;
    for index in 0..snapshot.analysis.locales.len() {
        if !wanted(scope, snapshot.locale(index).name()) {
            continue;
        }
        let candidates = of_locale(snapshot.locale(index), scope, &written, problems);
        if candidates.is_empty() {
            continue;
        }
        count += candidates.len();
        let options = AdoptOptions { force: true, kind: Some(TranslationType::Human), ..AdoptOptions::default() };
        let taken: FxHashSet<_> = candidates.iter().map(|taken| (taken.document.clone(), taken.id.clone())).collect();
        let Analysis { extraction, locales, .. } = &mut snapshot.analysis;
        let own = &mut locales[index];
        decide::adopt(&mut own.catalog, &extraction.reference, candidates, options, &|_, _, _| None);
        for (document, id) in taken {
            for key in [FileKey::Document(document), FileKey::Shared] {
                let state = own.catalog.file_mut(&key).state.messages.get_mut(&id);
                if let Some(state) = state.filter(|state| state.origin == "import") {
                    "human".clone_into(&mut state.origin);
                    state.source_unproven = false;
                    break;
                }
            }
        }
        resettle(own, &extraction.reference);
    }
    count
}

/// Of pages that handback wrote where they lie, leaves only what somebody changed since, as a person's: what stands there
/// otherwise says nothing that is not known.
pub(super) fn keep_edits(locale: LocaleView<'_>, job: &AdoptJob, pages: &mut [read::Page]) {
    let written = WrittenPages::read(&locale.snapshot.config.root);
    let edits = HandEdits::new(locale, &written);
    for page in pages {
        let view = locale.snapshot.page(page.document);
        let file = locale.own().catalog.files.get(&view.key());
        let is_handed_off = file.is_some_and(|file| file.state.document.is_some());
        if !is_handed_off || !is_output(locale, job, view) {
            continue;
        }
        let knows = edits.known_texts(view, &view.source().text);
        page.candidates.retain(|candidate| !knows(&candidate.text));
        for candidate in &mut page.candidates {
            (candidate.kind, candidate.said) = (TranslationType::Human, true);
            job.scope.today.clone_into(&mut candidate.date);
        }
        page.own = true;
    }
}

/// Whether the page that is adopted is the very file that a sync writes.
fn is_output(locale: LocaleView<'_>, job: &AdoptJob, page: PageView<'_>) -> bool {
    let real = |path: std::path::PathBuf| std::fs::canonicalize(path).ok();
    let output = real(locale.snapshot.config.output_path(locale.name(), page.name()));
    output.is_some() && output == real(job.folder.join(&**page.name()))
}

/// What people changed in the pages of a locale.
fn of_locale(locale: LocaleView<'_>, scope: &Scope, written: &WrittenPages, problems: &mut Problems) -> Vec<Candidate> {
    let edits = HandEdits::new(locale, written);
    let found: Mutex<Vec<Edited>> = Mutex::default();
    let pages: Vec<PageView<'_>> = locale.snapshot.pages().collect();
    render::render(locale, &pages, |page, rendered| {
        let Some(rendered) = rendered.text else { return };
        let path = locale.snapshot.config.output_path(locale.name(), page.name());
        let Ok(lies) = files::read_text(&path) else { return };
        if locale.own().foreign.contains(page.name()) || lies.replace("\r\n", "\n") == rendered {
            return;
        }
        if edits.find(page, &lies, &rendered).is_some() {
            let edited = of_page(&edits, page, scope, &rendered);
            found.lock().unwrap_or_else(PoisonError::into_inner).push(edited);
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|edited| edited.page);
    let mut all = Vec::new();
    for edited in found {
        all.extend(edited.candidates);
        problems.extend(edited.said);
    }
    all
}

/// A page that somebody edited.
struct Edited {
    /// Its place in the snapshot.
    page: usize,
    candidates: Vec<Candidate>,
    said: Vec<Problem>,
}

/// What people changed in one page.
fn of_page(edits: &HandEdits<'_>, page: PageView<'_>, scope: &Scope, rendered: &str) -> Edited {
    let mut said = Vec::new();
    let (locale, config) = (edits.locale, page.snapshot.config);
    let path = config.output_path(locale.name(), page.name());
    let job = AdoptJob {
        scope: scope.clone(),
        locale: locale.name().to_owned(),
        folder: path.parent().map(std::path::Path::to_owned).unwrap_or_default(),
        source_at: None,
        options: AdoptOptions { kind: Some(TranslationType::Human), ..AdoptOptions::default() },
        dry_run: true,
    };
    let read = match read::read_page(&job, locale.name(), page, &path, &FxHashMap::default(), edits.made_from(page)) {
        Ok(read) => read,
        Err(error) => {
            let said = vec![error.into()];
            return Edited { page: page.index, candidates: Vec::new(), said };
        }
    };
    let is_edit = |change: &&Change| matches!(change, Change::HumanEdit { .. });
    let edited_too: FxHashSet<_> = locale.own().changes.iter().filter(is_edit).map(Change::id).collect();
    let knows = edits.known_texts(page, rendered);
    let shown = config.shown(&path);
    let mut candidates: Vec<Candidate> = read.candidates;
    candidates.retain(|candidate| !knows(&candidate.text));
    candidates.retain(|candidate| {
        let both = edited_too.contains(&candidate.id);
        if both {
            let message = format!("`{}` was edited here and in its resource: the resource counts", candidate.id);
            said.push(Problem::finding(message).at(&shown, None));
        }
        !both
    });
    for candidate in &mut candidates {
        (candidate.kind, candidate.said) = (TranslationType::Human, true);
        scope.today.clone_into(&mut candidate.date);
    }
    Edited { page: page.index, candidates, said }
}
