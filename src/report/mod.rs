//! What runs found, as data and for other programs; the command line prints it for people.

pub mod badge;
pub mod bilingual;
pub mod drift_html;
pub mod drift_markdown;
pub mod github;
pub mod gitlab;
pub mod groups;
pub mod json;
pub mod junit;
pub mod leverage;
pub mod pager;
pub mod plain;
pub mod rendered;
pub mod rules;
pub mod sarif;
pub mod site;
pub mod step_summary;
pub mod xml;

use handback_core::text::fingerprint::{Fingerprint, fingerprint};

use crate::checks::finding::Finding;

/// What tells a finding from others and outlives a move of its lines.
fn fingerprint_of(finding: &Finding) -> Fingerprint {
    let parts = [&finding.locale, &finding.document, &finding.id, &finding.source, &finding.file];
    let parts: Vec<&str> = parts.into_iter().map(|part| part.as_deref().unwrap_or("")).collect();
    let resource = finding.resource.as_ref().map_or("", |place| &place.file);
    fingerprint(&format!("{}\0{}\0{resource}\0{}", finding.code, parts.join("\0"), finding.message))
}
