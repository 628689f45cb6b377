//! Writes the catalog: locales first, then the reference.

use handback_core::catalog::reference::Reference;

use super::Snapshot;
use crate::problem::FileError;
use crate::project::store;
use crate::project::write::Writer;
use crate::settings::config::Config;

/// Step 7 for the catalog. Locales go first: they keep the old English of what became stale, which
/// would be lost if a run ended after the reference was written. For that reason locales that are not
/// wanted are left alone only if the reference stays as it is.
pub fn write_catalogs(snapshot: &Snapshot<'_>, wanted: impl Fn(&str) -> bool, writer: &Writer) -> Vec<FileError> {
    let Snapshot { config, analysis, .. } = snapshot;
    let (old, new) = (snapshot.last(), snapshot.reference());
    let unwanted = analysis.locales.iter().any(|locale| !wanted(&locale.locale.name));
    let all = unwanted && reference_changes(config, old, new);
    let mut errors: Vec<FileError> = analysis
        .locales
        .iter()
        .filter(|locale| all || wanted(&locale.locale.name))
        .flat_map(|locale| store::write_locale(config, &locale.catalog, &locale.resources, new, writer))
        .collect();
    if errors.is_empty() {
        errors.extend(store::write_reference(config, old, new, writer));
    }
    errors
}

fn reference_changes(config: &Config, old: &Reference, new: &Reference) -> bool {
    let writer = Writer::new(true);
    let errors = store::write_reference(config, old, new, &writer);
    let (written, removed) = writer.finish();
    !(errors.is_empty() && written.is_empty() && removed.is_empty())
}
