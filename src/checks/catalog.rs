//! Whether the catalog on disk is what a sync would write.

use std::collections::BTreeSet;
use std::path::PathBuf;

use handback_core::catalog::FileKey;
use handback_core::catalog::update::Change;

use super::finding::{Finding, Place};
use crate::project::transaction::Plan;
use crate::project::{paths, store};
use crate::settings::code::Code;
use crate::snapshot::{LocaleView, Snapshot};

const FIX: &str = "run `handback sync` and commit what it writes";

/// References that are behind their sources, and states that are behind their resources.
pub fn check(snapshot: &Snapshot<'_>) -> Vec<Finding> {
    let behind = reference(snapshot);
    if behind.is_empty() { snapshot.locales().flat_map(states).collect() } else { behind }
}

/// References that are behind their sources. Then so are all states.
pub fn reference(snapshot: &Snapshot<'_>) -> Vec<Finding> {
    let new = snapshot.reference();
    let has_reference = !snapshot.last().documents.is_empty() || snapshot.inputs.elsewhere.has_documents;
    if !has_reference && !new.documents.is_empty() {
        let message = "no sync has been run: there is no reference of the English yet";
        let mut finding = Finding::new(Code::ObsoleteReference, message, FIX);
        finding.locale = Some(snapshot.config.source_locale.as_str().into());
        return vec![finding];
    }
    let plan = Plan::new(&snapshot.inputs.held);
    store::write_reference(snapshot.config, snapshot.last(), new, &plan);
    let behind = keys(snapshot, &snapshot.config.source_locale, plan);
    behind.into_iter().map(|key| obsolete_reference(snapshot, &key)).collect()
}

fn obsolete_reference(snapshot: &Snapshot<'_>, key: &FileKey) -> Finding {
    let name = key.document();
    let source = name.and_then(|name| snapshot.inputs.sources.iter().find(|source| source.name == *name));
    let message = match (name, source) {
        (Some(name), Some(_)) => format!("the English of {name} changed after the last sync"),
        (Some(name), None) => format!("{name} is gone since the last sync"),
        (None, _) => "shared English texts changed after the last sync".to_owned(),
    };
    let mut finding = Finding::new(Code::ObsoleteReference, message, FIX);
    finding.locale = Some(snapshot.config.source_locale.as_str().into());
    finding.document = name.cloned();
    finding.file = source.map(|source| snapshot.shown(&source.source.path).into());
    let path = snapshot.config.resource_path(&snapshot.config.source_locale, key);
    finding.resource = Some(Place { file: snapshot.shown(&path).into(), line: None });
    finding
}

/// Files of a locale that a sync would write although nobody edited them.
pub fn states(locale: LocaleView<'_>) -> Vec<Finding> {
    let (snapshot, own) = (locale.snapshot, locale.own());
    let plan = Plan::new(&snapshot.inputs.held);
    store::write_locale(snapshot.config, &own.catalog, &own.resources, snapshot.reference(), &plan);
    let reported: BTreeSet<&FileKey> = own
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::HumanEdit { file, .. }
            | Change::Recognized { file, .. }
            | Change::Unproven { file, .. }
            | Change::Deleted { file, .. }
            | Change::Unknown { file, .. } => Some(file),
            _ => None,
        })
        .collect();
    let name = locale.name();
    let behind = keys(snapshot, name, plan);
    behind
        .into_iter()
        .filter(|key| !reported.contains(key))
        .map(|key| {
            let path = snapshot.config.state_path(name, &key);
            let message = "the state is not what it would be after a sync";
            let mut finding = Finding::new(Code::StateOutOfDate, message, FIX);
            finding.locale = Some(name.into());
            if let FileKey::Document(document) = &key {
                finding.document = Some(document.clone());
            }
            finding.resource = Some(Place { file: snapshot.shown(&path).into(), line: None });
            finding
        })
        .collect()
}

/// Whose files would be written or removed.
fn keys(snapshot: &Snapshot<'_>, locale: &str, plan: Plan<'_>) -> BTreeSet<FileKey> {
    let folder = snapshot.config.locale_folder(locale);
    let key = |path: &PathBuf| {
        let below = paths::slashed(path.strip_prefix(&folder).ok()?);
        let stem = below.strip_suffix(".ftl").or_else(|| below.strip_suffix(".yaml"))?;
        paths::key_of_stem(stem)
    };
    plan.paths().iter().filter_map(key).collect()
}
