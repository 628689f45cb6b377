//! The globs of source documents.

use std::fmt;
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

/// Globs of paths from the folder of the project, written with `/`.
#[derive(Clone)]
pub(crate) struct Globs(GlobSet);

impl Globs {
    pub fn new(globs: &[String]) -> Self {
        let mut builder = GlobSetBuilder::new();
        for glob in globs {
            let built = GlobBuilder::new(glob).literal_separator(true).build();
            builder.add(built.unwrap_or_else(|_| Glob::new("").expect("the empty glob is one")));
        }
        Self(builder.build().unwrap_or_default())
    }

    pub fn is_match(&self, path: impl AsRef<Path>) -> bool {
        self.0.is_match(path)
    }
}

/// Not what they work with, which is another after they were used: a configuration is known by how it shows itself.
impl fmt::Debug for Globs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Globs")
    }
}
