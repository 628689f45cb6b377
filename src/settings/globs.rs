//! The globs of source documents.

use std::path::{Path, PathBuf};

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use handback_core::document::Syntax;

use super::config::Config;

/// The folder that a glob starts in: everything before the first component with a wildcard.
pub fn base_of(glob: &str) -> PathBuf {
    let components: Vec<&str> = glob.split('/').collect();
    let literal = components.iter().take_while(|part| !part.contains(['*', '?', '[', '{'])).count();
    components[..literal.min(components.len() - 1)].iter().collect()
}

/// Whether a path below the project would be a source document; it need not be there today.
pub fn reach(config: &Config, path: &Path) -> bool {
    let shown = path.to_string_lossy().replace('\\', "/");
    Syntax::of_path(&shown).is_some() && config.trees.iter().any(|tree| tree.wants(&shown))
}

pub(crate) fn glob_set(globs: &[String]) -> GlobSet {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        let built = GlobBuilder::new(glob).literal_separator(true).build();
        builder.add(built.unwrap_or_else(|_| Glob::new("").expect("the empty glob is one")));
    }
    builder.build().unwrap_or_default()
}
