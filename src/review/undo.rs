//! Decisions that were taken, with all that is needed to take them back, also once the program was started again.

use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::{DocumentName, FileKey, Id};
use serde::{Deserialize, Serialize};

use super::before::{Before, Kept};
use super::counts::of_ids;
use super::patch::Patch;
use super::session::Target;

/// A decision about one message or many, of one locale.
#[derive(Debug, Clone)]
pub struct Taken {
    pub by: Reviewer,
    /// What was done, in a word: see [`super::decision::Decision::done`].
    pub what: String,
    /// The locale by name: a project that is opened again may have others before it.
    pub locale: String,
    /// The messages as they are now, each with what it was before.
    pub(super) messages: Vec<(Target, Before)>,
    /// What became of the resources.
    pub(super) files: Vec<(FileKey, Patch)>,
    /// A name for all that one command decided, in several locales.
    pub command: Option<String>,
    /// The line that keeps it.
    pub(super) line: Option<String>,
}

impl Taken {
    /// The messages as they are now.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.messages.iter().map(|(target, _)| target)
    }

    /// What it was about, for people: the id of a message, or how many.
    pub fn about(&self) -> String {
        match self.messages.as_slice() {
            [(target, _)] => target.id.to_string(),
            many => of_ids(many.iter().map(|(target, _)| &*target.id)),
        }
    }

    /// The same as a line of text.
    pub(super) fn to_line(&self) -> Option<String> {
        let message = |(target, before): &(Target, Before)| Message {
            document: target.key.document().map(ToString::to_string),
            id: target.id.to_string(),
            token: target.token.clone(),
            before: before.keep(&target.id),
        };
        let file = |(key, patch): &(FileKey, Patch)| (key.document().map(ToString::to_string), patch.clone());
        let line = Line {
            by: self.by.to_string(),
            what: self.what.clone(),
            locale: self.locale.clone(),
            messages: self.messages.iter().map(message).collect(),
            files: self.files.iter().map(file).collect(),
            command: self.command.clone(),
        };
        serde_json::to_string(&line).ok()
    }

    /// Reads a line; `None` for one that another program wrote, or of a locale that is no longer there.
    pub(super) fn of_line(text: &str, locales: &[&str]) -> Option<Self> {
        let line: Line = serde_json::from_str(text).ok()?;
        let locale = locales.iter().position(|name| *name == line.locale)?;
        let message = |message: Message| {
            let (key, id) = (key(message.document), Id::from(message.id));
            let before = Before::read(message.before, &id)?;
            Some((Target { locale, key, id, token: message.token }, before))
        };
        Some(Self {
            by: Reviewer::new(&line.by)?,
            what: line.what,
            locale: line.locale,
            messages: line.messages.into_iter().map(message).collect::<Option<_>>()?,
            files: line.files.into_iter().map(|(document, patch)| (key(document), patch)).collect(),
            command: line.command,
            line: Some(text.to_owned()),
        })
    }
}

fn key(document: Option<String>) -> FileKey {
    document.map_or(FileKey::Shared, |name| FileKey::Document(DocumentName::from(name)))
}

#[derive(Serialize, Deserialize)]
struct Line {
    by: String,
    what: String,
    locale: String,
    messages: Vec<Message>,
    files: Vec<(Option<String>, Patch)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    command: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Message {
    document: Option<String>,
    id: String,
    token: String,
    before: Kept,
}
