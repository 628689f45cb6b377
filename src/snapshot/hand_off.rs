//! The hand-off metadata of documents: what a localized page says of its source.

use std::path::Path;

use handback_core::catalog::state::HandOff;
use handback_core::catalog::{DocumentName, FileKey};
use handback_core::render::options::Metadata;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use rustc_hash::FxHashSet;

use super::{Inputs, LocaleAnalysis, SourceText, missing};
use crate::problem::Problem;
use crate::project::written::WrittenPages;
use crate::project::{files, git, hash};
use crate::settings::config::Config;

/// What a run hands off pages with.
pub(super) struct Run<'r, 'w> {
    pub config: &'r Config,
    pub today: Date,
    /// Pages that are not published are to be removed.
    pub prune: bool,
    pub written: &'r dyn Fn() -> &'w WrittenPages,
}

/// Gives every published document of the wanted locales its hand-off metadata; it changes only with the source. A page that
/// handback did not write is not handed off. `taken` are the numbers that pages of all locales have.
pub(super) fn hand_off(
    run: &Run<'_, '_>,
    inputs: &Inputs,
    locales: &mut [LocaleAnalysis],
    taken: &mut FxHashSet<String>,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Problem> {
    let Run { config, today, written, .. } = *run;
    taken.extend(inputs.elsewhere.file_ids.iter().cloned());
    let mut commit: Option<Option<String>> = None;
    let mut warnings = Vec::new();
    // Pages without metadata lack nothing.
    let shows_commit = config.metadata == Metadata::Microsoft;
    for locale in locales.iter_mut().filter(|locale| wanted(&locale.locale.name)) {
        look_at_unpublished(run, inputs, locale);
        for source in inputs.sources.iter().filter(|source| !locale.pages.unpublished.contains(&source.name)) {
            let file = locale.catalog.file_mut(&FileKey::Document(source.name.clone()));
            let old = file.state.document.take();
            if old.as_ref().is_some_and(|old| names_source(&old.hash, source)) {
                file.state.document = old;
                continue;
            }
            if old.is_none() && is_foreign(&config.output_path(&locale.locale.name, &source.name), source, written) {
                locale.pages.foreign.insert(source.name.clone());
                continue;
            }
            let head = commit.get_or_insert_with(|| {
                let folder = source.source.path.parent().unwrap_or(&config.root);
                if git::is_shallow(folder) {
                    let message = "the clone is shallow, so that the commit of a source is not known: \
                                   `ms.sourcegitcommit` keeps its old value";
                    warnings.extend(shows_commit.then(|| Problem::warning(message)));
                    return None;
                }
                let head = git::head_commit(folder);
                if head.is_none() {
                    let message = "no git commit is known for the sources: `ms.sourcegitcommit` keeps its old value or is left out";
                    warnings.extend(shows_commit.then(|| Problem::warning(message)));
                }
                head
            });
            locale.pages.handed_off.insert(source.name.clone(), old.as_ref().map(|old| old.hash.clone()));
            // What the page has of its own stays.
            let first = || HandOff::new("", today, new_file_id(&locale.locale.name, &source.name, taken));
            let mut made = old.unwrap_or_else(first);
            (made.hash, made.date) = (source.hash.clone(), today);
            made.commit = head.clone().or(made.commit);
            file.state.document = Some(made);
            missing::settle(file, locale.missing.get(&source.name));
        }
    }
    warnings
}

/// Notes which pages of a locale are not published and not there: links do not lead to them.
pub fn note_absent(config: &Config, inputs: &Inputs, locale: &mut LocaleAnalysis) {
    let name = locale.locale.name.clone();
    let all = inputs.sources.iter().map(|source| &source.name).chain(&inputs.kept);
    let is_absent = |document: &&DocumentName| {
        locale.pages.unpublished.contains(*document) && !files::is_there(&config.output_path(&name, document))
    };
    locale.pages.absent = all.filter(is_absent).cloned().collect();
}

/// Looks at what lies in the places of pages that are not published. Nothing is handed off there; the record of a page that
/// is gone goes as well.
fn look_at_unpublished(run: &Run<'_, '_>, inputs: &Inputs, locale: &mut LocaleAnalysis) {
    let name = locale.locale.name.clone();
    let lies = |document: &DocumentName| files::is_there(&run.config.output_path(&name, document));
    let kept = inputs.kept.iter().filter(|document| locale.pages.unpublished.contains(*document));
    let mut absent: FxHashSet<DocumentName> = kept.filter(|document| !lies(document)).cloned().collect();
    let (mut left, mut foreign) = (Vec::new(), Vec::new());
    for source in inputs.sources.iter().filter(|source| locale.pages.unpublished.contains(&source.name)) {
        let key = FileKey::Document(source.name.clone());
        let record = locale.catalog.files.get_mut(&key).map(|file| &mut file.state.document);
        let has_record = record.as_ref().is_some_and(|record| record.is_some());
        let is_there = lies(&source.name);
        let path = run.config.output_path(&name, &source.name);
        let is_ours = is_there && !is_foreign(&path, source, run.written);
        // What somebody else put there as a copy of the English is no page of ours.
        let was_ours = is_ours && (has_record || (run.written)().knows(&path));
        let goes = !is_there || (was_ours && run.prune);
        match (is_there, has_record) {
            (false, _) => {}
            (true, false) if !is_ours => foreign.push(source.name.clone()),
            (true, _) if was_ours || has_record => left.push((source.name.clone(), is_ours)),
            (true, _) => {}
        }
        if goes {
            absent.insert(source.name.clone());
            record.into_iter().for_each(|record| *record = None);
        }
    }
    locale.pages.foreign.extend(foreign);
    (locale.pages.absent, locale.pages.left) = (absent, left);
}

/// Whether something lies in the place of a page that was never handed off, and is neither a page that this checkout
/// wrote nor a copy of the source. What cannot be read is another's too.
fn is_foreign<'w>(path: &Path, source: &SourceText, pages: &dyn Fn() -> &'w WrittenPages) -> bool {
    match files::read(path) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            text.replace("\r\n", "\n") != source.text.replace("\r\n", "\n") && !pages().has(path, &text)
        }
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// Whether a hash is that of the source, by whichever algorithm and in whichever form: adopted pages have theirs.
pub(crate) fn names_source(hash: &str, source: &SourceText) -> bool {
    hash == source.hash || hash::names(hash, source.text.as_bytes())
}

/// The numbers that pages have.
pub(crate) fn file_ids(locales: &[LocaleAnalysis]) -> FxHashSet<String> {
    let files = locales.iter().flat_map(|locale| locale.catalog.files.values());
    files.filter_map(|file| file.state.document.as_ref().map(|document| document.fileid.clone())).collect()
}

/// An eight-digit number from document and locale, the next free one where two meet.
pub(crate) fn new_file_id(locale: &str, document: &str, taken: &mut FxHashSet<String>) -> String {
    let digest = fingerprint(&format!("{locale}/{document}"));
    let mut number = u64::from_str_radix(&digest, 16).unwrap_or(0) % 90_000_000;
    loop {
        let id = (number + 10_000_000).to_string();
        if taken.insert(id.clone()) {
            return id;
        }
        number = (number + 1) % 90_000_000;
    }
}
