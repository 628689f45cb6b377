//! Opens a project: finds its configuration and reads it.

use std::path::{Path, PathBuf};

use crate::problem::FileError;
use crate::project::files;
use crate::settings::config::{Config, FILE_NAME};

impl Config {
    /// Reads and checks the configuration file of a project.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let yaml = files::read_text(path).map_err(|error| FileError::io(path, "read the configuration", &error))?;
        let root = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self::parse(&yaml, root).map_err(|mut error| {
            error.path = path.to_owned();
            error
        })
    }

    /// Finds the configuration in `start` or a folder above it.
    pub fn find(start: &Path) -> Option<PathBuf> {
        start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
    }
}
