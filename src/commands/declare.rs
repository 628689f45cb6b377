//! Suggests variables, and declares them in `handback.yaml`: what `handback variables --suggest --write` does.

use std::path::Path;

use handback_core::document::Document;
use handback_core::variables::declaration::Variable;
use handback_core::variables::suggest::{self, Effort, Found};

use crate::problem::FileError;
use crate::project::files;
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::settings::declare;

/// Looks for variables in the documents of a project.
pub fn suggest(config: &Config, documents: &[Document<'_>]) -> Found {
    suggest::suggest(documents, &config.variables, &config.source_locale, Effort::THOROUGH)
}

/// Declares variables in the configuration at `path`. What else stands there stays.
///
/// # Errors
/// The file cannot be read or written, or its `variables` are written in a way that nothing can be put into.
pub fn write(path: &Path, variables: &[Variable]) -> Result<(), FileError> {
    let yaml = files::read_text(path).map_err(|error| FileError::io(path, "read the configuration", &error))?;
    let hint = "write the declarations of `handback variables --suggest` there by hand";
    let new = declare::declare(&yaml, variables).map_err(|why| FileError::new(path, format!("{why}: {hint}")))?;
    let root = path.parent().unwrap_or(Path::new("."));
    if Config::parse(&new, root).is_err() {
        return Err(FileError::new(path, format!("nothing can be put into it: {hint}")));
    }
    Writer::new(false).put(path, new.as_bytes()).map(drop)
}

/// What a declaration would save, as far as a glance at a project shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Hint {
    /// How many variables were found.
    pub variables: usize,
    /// How many messages of a hundred they would save.
    pub percent: usize,
}

/// Says what declarations would save, if it is more than a tenth of the messages of a project that has none.
pub fn hint(config: &Config, documents: &[Document<'_>]) -> Option<Hint> {
    const LEAST_DOCUMENTS: usize = 5;
    const LEAST_PERCENT: usize = 10;
    if !config.variables.is_empty() || documents.len() < LEAST_DOCUMENTS {
        return None;
    }
    let found = suggest::suggest(documents, &[], &config.source_locale, Effort::GLANCE);
    let percent = found.saves() * 100 / found.messages.max(1);
    (percent >= LEAST_PERCENT).then_some(Hint { variables: found.suggestions.len(), percent })
}
