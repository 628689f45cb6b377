//! What the configuration declares for nothing.

use super::Wanted;
use super::finding::{Finding, Place};
use crate::settings::code::Code;
use crate::settings::config::FILE_NAME;
use crate::snapshot::{PageView, Snapshot};

/// Variables that no document has: mostly the key or the pattern that should find them is not what documents say.
pub fn check(snapshot: &Snapshot<'_>, wanted: Wanted<'_>) -> Vec<Finding> {
    let is_whole = snapshot.inputs.kept.is_empty() && !snapshot.documents.is_empty();
    if !is_whole || !wanted(Code::UnusedVariable) {
        return Vec::new();
    }
    let has = |page: PageView<'_>, name: &str| page.lifted().bindings.is_some_and(|all| all.get(name).is_some());
    let declared = snapshot.config.variables.iter().map(|declared| declared.name.as_str());
    let unused = declared.filter(|name| !snapshot.pages().any(|page| has(page, name)));
    let finding = |name: &str| {
        let message = format!("no document has a value for the variable `{name}`");
        let fix = format!("correct what `variables` says of `{name}`; `handback variables` lists what documents have");
        let mut finding = Finding::new(Code::UnusedVariable, message, fix);
        finding.resource =
            Some(Place { file: snapshot.shown(&snapshot.config.root.join(FILE_NAME)).into(), line: None });
        finding
    };
    unused.map(finding).collect()
}
