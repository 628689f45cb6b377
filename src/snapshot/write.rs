//! Writes the catalog: locales and reference, as one transaction.

use super::Snapshot;
use crate::project::store;
use crate::project::transaction::{Plan, Stopped};
use crate::project::write::Writer;

/// Whether the reference that lies on disk is another: then all locales have to be written with it.
pub fn changes_reference(snapshot: &Snapshot<'_>) -> bool {
    let plan = Plan::new(&snapshot.inputs.held);
    store::write_reference(snapshot.config, snapshot.last(), snapshot.reference(), &plan);
    !plan.is_empty()
}

/// Step 7 for the catalog. Locales keep the old English of what became stale. For that reason locales that are not
/// wanted are left alone only if the reference stays as it is.
///
/// # Errors
/// A file was changed since it was read, or cannot be written.
pub fn write_catalogs(snapshot: &Snapshot<'_>, wanted: impl Fn(&str) -> bool, writer: &Writer) -> Result<(), Stopped> {
    let Snapshot { config, analysis, .. } = snapshot;
    let new = snapshot.reference();
    let plan = Plan::new(&snapshot.inputs.held);
    store::write_reference(config, snapshot.last(), new, &plan);
    let all = !plan.is_empty();
    for locale in analysis.locales.iter().filter(|locale| all || wanted(&locale.locale.name)) {
        let changed = store::write_locale(config, &locale.catalog, &locale.resources, new, &plan);
        if !writer.is_dry() {
            store::note_states(config, &locale.catalog, &changed)?;
        }
    }
    plan.commit(config, writer)
}
