//! What a machine-translation service has to do for us, and how it may fail.

use std::time::Duration;

use handback_core::translate::glossary::Entry;

use super::hints::Hints;

/// A machine-translation service, or a program that does the same.
///
/// A provider translates; it decides nothing. Protection and checks of what comes back, retries, cutting
/// into batches and writing are [`super::engine`]'s.
pub trait Provider: Send + Sync {
    /// What one request may hold.
    fn limits(&self) -> Limits;

    /// Translates the texts of a request: as many results, in the same order.
    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError>;
}

/// Texts for one language, already protected.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The locale that the texts are written in, such as `en-US`.
    pub source: &'a str,
    /// The locale to translate into, such as `fr-FR`.
    pub target: &'a str,
    pub texts: &'a [String],
    /// Terms with their translations, for services that take some.
    pub glossary: &'a [Entry],
    /// What stands around each text, for services that take that; else empty.
    pub hints: &'a [Hints],
    /// How the locale wants its texts worded.
    pub style: Option<&'a str>,
}

/// What one request may hold. A text that is longer than a whole request goes alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Texts.
    pub texts: usize,
    /// Unicode characters of all texts together.
    pub characters: usize,
    /// UTF-8 bytes of all texts together.
    pub bytes: usize,
    /// Requests at the same time.
    pub concurrency: usize,
}

/// Why a request came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ProviderError {
    pub kind: Failure,
    /// For people: what happened, and what to do. Never holds a key.
    pub message: String,
}

/// What a failure means for the rest of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The same request may succeed later: after this time, if the service named one.
    Passing(Option<Duration>),
    /// The service has too much to do, or we ask too often: as [`Failure::Passing`], with more patience.
    Busy(Option<Duration>),
    /// A program died, or did not answer, perhaps over one of the texts: it is started once more, then with
    /// fewer texts.
    Crashed,
    /// The account's allowance is used up: stop, and go on another day.
    Quota,
    /// The service took offence at the content of this request: others may succeed.
    Content,
    /// No request can succeed: a wrong key, a wrong address, a program that is not there.
    Fatal,
}

impl ProviderError {
    pub fn new(kind: Failure, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// A request that can never succeed.
    pub fn fatal(message: impl Into<String>) -> Self {
        Self::new(Failure::Fatal, message)
    }

    /// A request that may succeed when tried again.
    pub fn passing(message: impl Into<String>) -> Self {
        Self::new(Failure::Passing(None), message)
    }
}
