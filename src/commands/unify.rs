//! Drops overrides in favor of the shared translation: what `handback unify` does.

use handback_core::catalog::reference::{Message, Reference};
use handback_core::catalog::{DocumentName, FileKey, Id};
use rustc_hash::FxHashSet;
use serde::Serialize;

use super::adopt::resettle;
use crate::problem::{FileError, Problems};
use crate::project::transaction::{self, Stopped};
use crate::project::write::Writer;
use crate::project::{cache, lock};
use crate::settings::config::Config;
use crate::snapshot::read::wanted as wanted_locale;
use crate::snapshot::{self, Analysis, LocaleAnalysis, Scope, Snapshot, write};

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
    pub problems: Problems,
}

/// Drops overrides of shared messages that have a current shared translation: those named, or all that
/// an adoption made.
pub fn unify(config: &Config, scope: &Scope, wanted: &[String], dry_run: bool) -> Result<UnifyReport, FileError> {
    let _lock = if dry_run { None } else { Some(lock::acquire(config)?) };
    transaction::retry(config, || unify_once(config, scope, wanted, dry_run))
}

fn unify_once(config: &Config, scope: &Scope, wanted: &[String], dry_run: bool) -> Result<UnifyReport, Stopped> {
    let mut inputs = snapshot::read(config, scope, &mut |_| ())?;
    let mut report = UnifyReport { problems: inputs.all_errors().collect(), ..UnifyReport::default() };
    if !inputs.catalog_usable {
        return Ok(report);
    }
    let locales = inputs.take_locales();
    let mut snapshot = Snapshot::of(config, &inputs, locales, scope.today);
    let Analysis { extraction, locales, .. } = &mut snapshot.analysis;
    let reference = &extraction.reference;
    if let Some(unknown) = wanted.iter().find(|id| !reference.messages.contains_key(id.as_str())) {
        let message = format!("no message has the id `{unknown}`: `handback units` lists them");
        return Err(FileError::misuse(message).into());
    }
    let in_scope: FxHashSet<&DocumentName> = inputs.sources.iter().map(|source| &source.name).collect();
    for locale in locales.iter_mut().filter(|locale| wanted_locale(scope, &locale.locale.name)) {
        for (key, id) in overrides(locale, reference, wanted) {
            let FileKey::Document(document) = &key else { continue };
            if !in_scope.contains(document) {
                continue;
            }
            if let Some((pattern, _, _)) = locale.catalog.file_mut(&key).take(&id) {
                let text = pattern.shown();
                report.dropped.push(Dropped {
                    locale: locale.locale.name.clone(),
                    document: document.clone(),
                    id,
                    text,
                });
            }
        }
        resettle(locale, reference);
    }
    let writer = Writer::new(dry_run);
    if !dry_run {
        cache::forget(&config.root);
    }
    write::write_catalogs(&snapshot, |_| true, &writer)?;
    Ok(report)
}

fn overrides(locale: &LocaleAnalysis, reference: &Reference, wanted: &[String]) -> Vec<(FileKey, Id)> {
    let shared = locale.catalog.files.get(&FileKey::Shared);
    let is_current = |id: &Id| {
        let state = shared.filter(|file| file.pattern(id).is_some()).and_then(|file| file.state.messages.get(id));
        let english = reference.message(id).map(Message::fingerprint);
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
