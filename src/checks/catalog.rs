//! Whether the catalog on disk is what a sync would write.

use std::collections::BTreeSet;
use std::path::PathBuf;

use handback_core::catalog::FileKey;
use handback_core::catalog::update::Change;

use super::finding::{Finding, Place};
use crate::project::write::Writer;
use crate::project::{paths, store};
use crate::settings::code::Code;
use crate::snapshot::subject::Subject;

const FIX: &str = "run `handback sync` and commit what it writes";

/// References that are behind their sources, and states that are behind their resources.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let new = &subject.analysis.extraction.reference;
    if subject.reference.documents.is_empty() && !new.documents.is_empty() {
        let message = "no sync has been run: there is no reference of the English yet";
        let mut finding = Finding::new(Code::ObsoleteReference, message, FIX);
        finding.locale = Some(subject.config.source_locale.clone());
        return vec![finding];
    }
    let writer = Writer::new(true);
    // A file that cannot be compared was reported when it was read.
    let _ = store::write_reference(subject.config, subject.reference, new, &writer);
    let behind = keys(subject, &subject.config.source_locale, writer);
    if behind.is_empty() {
        return subject.analysis.locales.iter().flat_map(|locale| states(subject, locale)).collect();
    }
    behind.into_iter().map(|key| obsolete_reference(subject, &key)).collect()
}

fn obsolete_reference(subject: &Subject<'_>, key: &FileKey) -> Finding {
    let name = match key {
        FileKey::Shared => None,
        FileKey::Document(name) => Some(name),
    };
    let source = name.and_then(|name| subject.sources.iter().find(|source| source.name == *name));
    let message = match (name, source) {
        (Some(name), Some(_)) => format!("the English of {name} changed after the last sync"),
        (Some(name), None) => format!("{name} is gone since the last sync"),
        (None, _) => "shared English texts changed after the last sync".to_owned(),
    };
    let mut finding = Finding::new(Code::ObsoleteReference, message, FIX);
    finding.locale = Some(subject.config.source_locale.clone());
    finding.document = name.map(ToString::to_string);
    finding.file = source.map(|source| subject.shown(&source.source.path));
    let path = subject.config.resource_path(&subject.config.source_locale, key);
    finding.resource = Some(Place { file: subject.shown(&path), line: None });
    finding
}

/// Files of a locale that a sync would write although nobody edited them.
fn states(subject: &Subject<'_>, locale: &crate::snapshot::LocaleAnalysis) -> Vec<Finding> {
    let writer = Writer::new(true);
    let reference = &subject.analysis.extraction.reference;
    let _ = store::write_locale(subject.config, &locale.catalog, &locale.resources, reference, &writer);
    let told: BTreeSet<&FileKey> = locale
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::HumanEdit { file, .. } | Change::Deleted { file, .. } | Change::Unknown { file, .. } => Some(file),
            _ => None,
        })
        .collect();
    let name = &locale.locale.name;
    let behind = keys(subject, name, writer);
    behind
        .into_iter()
        .filter(|key| !told.contains(key))
        .map(|key| {
            let path = subject.config.state_path(name, &key);
            let message = "the state is not what it would be after a sync";
            let mut finding = Finding::new(Code::StateOutOfDate, message, FIX);
            finding.locale = Some(name.clone());
            if let FileKey::Document(document) = &key {
                finding.document = Some(document.to_string());
            }
            finding.resource = Some(Place { file: subject.shown(&path), line: None });
            finding
        })
        .collect()
}

/// Whose files a writer would write or remove.
fn keys(subject: &Subject<'_>, locale: &str, writer: Writer) -> BTreeSet<FileKey> {
    let folder = subject.config.locale_folder(locale);
    let (written, removed): (Vec<PathBuf>, Vec<PathBuf>) = writer.finish();
    let key = |path: &PathBuf| {
        let below = paths::slashed(path.strip_prefix(&folder).ok()?);
        let stem = below.strip_suffix(".ftl").or_else(|| below.strip_suffix(".yaml"))?;
        paths::key_of_stem(stem)
    };
    written.iter().chain(&removed).filter_map(key).collect()
}
