//! What the user of this machine has agreed to, kept outside of any repository.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use handback::providers::trust;
use handback::settings::config::Config;

/// Set to anything but an empty text, it agrees to what configurations ask for: for CI.
const VARIABLE: &str = "HANDBACK_TRUST";

/// Whether the user has agreed to what a configuration asks for: now, by a variable, or once by `handback trust`.
pub fn is_trusted(config: &Config, now: bool) -> bool {
    let by_variable = || std::env::var_os(VARIABLE).is_some_and(|value| !value.is_empty());
    now || by_variable() || entries().is_ok_and(|entries| entries.contains(&entry(config)))
}

/// Remembers that the user agrees.
pub fn agree(config: &Config) -> Result<PathBuf, Failure> {
    let mut entries = entries()?;
    let root = shown_root(&config.root);
    // What was agreed to for the project before is not any more.
    entries.retain(|entry| entry.split_once(' ').is_none_or(|(_, other)| other != root));
    entries.push(entry(config));
    write(&entries)
}

/// Forgets that the user agreed, for a project.
pub fn withdraw(config: &Config) -> Result<PathBuf, Failure> {
    let mut entries = entries()?;
    let root = shown_root(&config.root);
    entries.retain(|entry| entry.split_once(' ').is_none_or(|(_, other)| other != root));
    write(&entries)
}

fn entry(config: &Config) -> String {
    format!("{} {}", trust::fingerprint_of(&config.translate), shown_root(&config.root))
}

fn shown_root(root: &Path) -> String {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    root.to_string_lossy().into_owned()
}

fn file() -> Result<PathBuf, Failure> {
    let folders = etcetera::choose_base_strategy().map_err(|_| {
        Failure::new(format!("this system names no folder for configuration: set {VARIABLE} or say `--trust`"))
    })?;
    let folder = etcetera::BaseStrategy::config_dir(&folders);
    Ok(folder.join("handback").join("trusted"))
}

/// A line a project: fingerprint of its demands, and its folder.
fn entries() -> Result<Vec<String>, Failure> {
    let path = file()?;
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Failure::new(format!("{}: cannot read what is trusted: {error}", path.display()))),
    }
}

fn write(entries: &[String]) -> Result<PathBuf, Failure> {
    let path = file()?;
    let text: String = entries.iter().map(|entry| format!("{entry}\n")).collect();
    handback::project::write::Writer::new(false).put(&path, text.as_bytes())?;
    Ok(path)
}
