//! Why a command did nothing.

/// Why a command could do nothing.
#[derive(Debug)]
pub struct Failure {
    pub message: String,
    /// The reader of our output went away, which is its right.
    pub broken_pipe: bool,
}

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), broken_pipe: false }
    }
}

impl From<handback::problem::FileError> for Failure {
    fn from(error: handback::problem::FileError) -> Self {
        Self::new(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self {
            broken_pipe: error.kind() == std::io::ErrorKind::BrokenPipe,
            message: format!("cannot write the output: {error}"),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self {
            broken_pipe: error.io_error_kind() == Some(std::io::ErrorKind::BrokenPipe),
            message: format!("cannot write the output: {error}"),
        }
    }
}
