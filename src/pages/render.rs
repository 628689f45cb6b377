//! Step 6: renders documents of a locale.

use std::path::PathBuf;
use std::sync::Arc;

use handback_core::catalog::FileKey;
use handback_core::catalog::reference::Reference;
use handback_core::document::Document;
use handback_core::render::{RenderOptions, Rendered};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::settings::config::Config;
use crate::snapshot::Analysis;
use crate::snapshot::read::ReadOnly;

/// Step 6 for one locale: renders every document in scope.
pub fn render_all(
    config: &Config,
    read: &ReadOnly<'_>,
    documents: &[Document<'_>],
    analysis: &Analysis,
    locale: usize,
    take: impl Fn(usize, Rendered) + Sync,
) {
    let all: Vec<usize> = (0..documents.len()).collect();
    render(config, read, (documents, &all), analysis, locale, take);
}

/// Step 6 for one locale: renders the chosen ones of the documents in scope, and hands each to `take`.
pub fn render(
    config: &Config,
    read: &ReadOnly<'_>,
    (documents, chosen): (&[Document<'_>], &[usize]),
    analysis: &Analysis,
    locale: usize,
    take: impl Fn(usize, Rendered) + Sync,
) {
    let options = render_options(config);
    let own = &analysis.locales[locale];
    let formatters = analysis.formatters(locale);
    let without_shared = own.unusable.contains(&FileKey::Shared);
    chosen.par_iter().for_each(|index| {
        let (index, document) = (*index, &documents[*index]);
        let name = &read.sources[index].name;
        if without_shared || own.unusable.contains(&FileKey::Document(name.clone())) {
            return;
        }
        let subject = analysis.subject(index, name, document);
        let file = own.catalog.files.get(&FileKey::Document(name.clone()));
        let hand_off = file.and_then(|file| file.state.document.as_ref());
        take(
            index,
            handback_core::render::render(subject, &analysis.extraction.reference, &formatters, hand_off, &options),
        );
    });
}

/// How the configuration wants documents rendered.
pub fn render_options(config: &Config) -> RenderOptions {
    RenderOptions {
        anchors: config.anchors,
        metadata: config.metadata,
        newline: config.newline,
        on_stale: config.on_stale,
        on_missing: config.on_missing,
    }
}

/// Documents of a locale whose source is gone but whose localized page may still lie there.
pub fn orphans(config: &Config, old: &Reference, analysis: &Analysis) -> Vec<PathBuf> {
    let new = &analysis.extraction.reference.documents;
    let mut names: FxHashSet<Arc<str>> =
        old.documents.keys().filter(|name| !new.contains_key(*name)).cloned().collect();
    for locale in &analysis.locales {
        for key in locale.catalog.files.keys() {
            if let FileKey::Document(name) = key
                && !new.contains_key(name)
            {
                names.insert(name.clone());
            }
        }
    }
    let mut paths: Vec<PathBuf> = analysis
        .locales
        .iter()
        .flat_map(|locale| names.iter().map(|name| config.output_path(&locale.locale.name, name)))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
}
