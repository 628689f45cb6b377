//! What is wrong with a project or one of its files.

use std::path::PathBuf;
/// What is wrong with the project or one of its files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", location(path, *line))]
pub struct FileError {
    /// Relative to the project, where the file lies in it.
    pub path: PathBuf,
    pub line: Option<u32>,
    /// What was found, what was expected, what to do.
    pub message: String,
}

impl FileError {
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, message: message.into() }
    }

    pub fn at(path: impl Into<PathBuf>, line: u32, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: Some(line), message: message.into() }
    }

    pub fn io(path: impl Into<PathBuf>, doing: &str, error: &std::io::Error) -> Self {
        Self::new(path, format!("cannot {doing}: {error}"))
    }
}

fn location(path: &std::path::Path, line: Option<u32>) -> String {
    match line {
        _ if path.as_os_str().is_empty() => String::new(),
        Some(line) => format!("{}:{line}: ", path.display()),
        None => format!("{}: ", path.display()),
    }
}
