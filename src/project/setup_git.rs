//! Tells git how files of the catalog are merged.

use std::path::{Path, PathBuf};

use super::files;
use super::git::{git_in, prefix};
use super::paths::slashed;
use super::write::Writer;
use crate::problem::FileError;
use crate::settings::config::Config;

/// What git runs for a file that both sides changed.
pub const DRIVER: &str = "handback merge-driver %O %A %B %P %Y";

/// The attributes of a project.
#[derive(Debug)]
pub struct Setup {
    pub attributes: PathBuf,
    /// They were not there before.
    pub attributes_written: bool,
}

impl Setup {
    /// Has the project's `.gitattributes` name the driver; `None` outside a repository.
    pub fn of(config: &Config) -> Result<Option<Self>, FileError> {
        if prefix(&config.root).is_none() {
            return Ok(None);
        }
        let attributes = config.root.join(".gitattributes");
        let old = match files::read_text(&attributes) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(FileError::io(&attributes, "read the file", &error)),
        };
        let folder = slashed(&config.shown(&config.resources));
        let line = format!("{folder}/** merge=handback text eol=lf");
        // What somebody says of that folder already is theirs to say.
        let known = old.lines().any(|known| known.contains("merge=handback"));
        if !known {
            let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
            Writer::new(false).put(&attributes, format!("{old}{gap}{line}\n").as_bytes())?;
        }
        Ok(Some(Self { attributes, attributes_written: !known }))
    }
}

/// Names the driver in the configuration of this clone.
pub fn set_driver(root: &Path) -> Result<(), FileError> {
    let settings = [("merge.handback.name", "handback: by message"), ("merge.handback.driver", DRIVER)];
    for (key, value) in settings {
        git_in(root, &["config", key, value])
            .ok_or_else(|| FileError::new(root, format!("git cannot set `{key}`: is this a repository?")))?;
    }
    Ok(())
}
