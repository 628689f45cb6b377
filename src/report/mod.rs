//! What runs found, as data and for other programs; the command line prints it for people.

pub mod badge;
pub mod drift_html;
pub mod drift_markdown;
pub mod github;
pub mod gitlab;
pub mod groups;
pub mod json;
pub mod junit;
pub mod leverage;
pub mod plain;
pub mod rules;
pub mod sarif;
pub mod step_summary;
pub mod xml;

use std::path::Path;

use handback_core::text::fingerprint::{Fingerprint, fingerprint};

use crate::checks::finding::Finding;

/// What tells a finding from others and outlives a move of its lines.
fn fingerprint_of(finding: &Finding) -> Fingerprint {
    let parts = [&finding.locale, &finding.document, &finding.id, &finding.source, &finding.file];
    let parts: Vec<&str> = parts.into_iter().map(|part| part.as_deref().unwrap_or("")).collect();
    let resource = finding.resource.as_ref().map_or("", |place| &place.file);
    fingerprint(&format!("{}\0{}\0{resource}\0{}", finding.code, parts.join("\0"), finding.message))
}

/// A path of the project as one of the repository, whose top `prefix` leads down from; `None` if it lies outside, as
/// localized pages may.
fn in_repository(prefix: &str, file: &str) -> Option<String> {
    if Path::new(file).has_root() || Path::new(file).is_absolute() {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in prefix.split('/').chain(file.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_at_the_top_of_the_repository() {
        assert_eq!(in_repository("docs/", "source-docs/a.md").as_deref(), Some("docs/source-docs/a.md"));
        assert_eq!(in_repository("", "./a.md").as_deref(), Some("a.md"));
        assert_eq!(in_repository("docs/", "../site/fr-FR/a.md").as_deref(), Some("site/fr-FR/a.md"));
        assert_eq!(in_repository("docs/", "../../elsewhere/a.md"), None);
        assert_eq!(in_repository("docs/", "/elsewhere/a.md"), None);
    }
}
