//! Sites whose documents no flavor reads.

use std::path::Path;

use super::first_file;
use crate::problem::FileError;

/// A site that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    pub name: &'static str,
    /// What its documents are written in.
    pub language: &'static str,
    /// The file that it was recognized by.
    pub by: String,
}

/// Generators, the languages of their documents, their configurations, and what these say.
const GENERATORS: [(&str, &str, &[&str], &str); 3] = [
    (
        "Sphinx",
        "reStructuredText",
        &["conf.py", "docs/conf.py", "doc/conf.py", "docs/source/conf.py", "doc/source/conf.py", "source/conf.py"],
        "extensions",
    ),
    ("Antora", "AsciiDoc", &["antora.yml", "antora-playbook.yml", "docs/antora.yml", "docs/antora-playbook.yml"], ""),
    ("Quarto", "Quarto Markdown", &["_quarto.yml", "_quarto.yaml", "docs/_quarto.yml", "docs/_quarto.yaml"], ""),
];

/// The generator of a site that has a configuration of one whose documents no flavor reads.
///
/// # Errors
/// A configuration is there and cannot be read.
pub fn look(root: &Path) -> Result<Option<Foreign>, FileError> {
    for (name, language, files, says) in GENERATORS {
        if let Some((by, _)) = first_file(root, files)?.filter(|(_, text)| text.contains(says)) {
            return Ok(Some(Foreign { name, language, by }));
        }
    }
    Ok(None)
}
