//! What a check finds: one type, printed in many ways.

use std::sync::Arc;

use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::date::Date;
use serde::{Deserialize, Serialize};

use crate::settings::code::{Code, Level};

/// A text of a finding. There may be a million findings, and they say much the same: they share what is the same.
pub type Text = Arc<str>;

/// A place in a file, as a path below the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub file: Text,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
}

impl Place {
    fn at(&self) -> (&str, Option<u32>) {
        (&self.file, self.line)
    }
}

/// One problem. A message that is in several documents has a finding for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub code: Code,
    pub severity: Level,
    pub locale: Option<Text>,
    /// The message.
    pub id: Option<Text>,
    pub document: Option<Text>,
    /// Line in the source document, of the first place of several.
    pub line: Option<u32>,
    /// The English of today.
    pub source: Option<Text>,
    /// The English that the translation was made from.
    pub previous: Option<Text>,
    pub change: Option<Severity>,
    /// What decided on `change`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rule: Option<Rule>,
    /// The translation as it stands.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub translation: Option<Text>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub age_days: Option<i64>,
    /// The words of the translation, or of its English, that it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<Text>,
    /// The problem, in a sentence.
    pub message: Text,
    /// What to do about it.
    pub fix: Text,
    /// The source document.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<Text>,
    /// Where the translation stands or belongs, or the file of the catalog that is wrong.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub resource: Option<Place>,
    /// The localized page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub output: Option<Place>,
    /// The file of the project that a link leads to, or should.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub target: Option<Text>,
}

impl Finding {
    /// Says how old it is on a day.
    pub fn age_on(&mut self, today: Date) {
        self.age_days = self.since.map(|since| today.days_since(since));
    }

    pub fn new(code: Code, message: impl Into<Text>, fix: impl Into<Text>) -> Self {
        Self {
            code,
            severity: code.default_level().unwrap_or(Level::Note),
            locale: None,
            id: None,
            document: None,
            line: None,
            source: None,
            previous: None,
            change: None,
            rule: None,
            translation: None,
            words: None,
            since: None,
            age_days: None,
            message: message.into(),
            fix: fix.into(),
            file: None,
            resource: None,
            output: None,
            target: None,
        }
    }

    /// The place that a person who has to act looks at first: the source for texts, else the file that
    /// is wrong.
    pub fn place(&self) -> Option<Place> {
        self.at().map(|(file, line)| Place { file: file.into(), line })
    }

    /// File and line of [`Self::place`].
    pub fn at(&self) -> Option<(&str, Option<u32>)> {
        let source = || self.file.as_deref().map(|file| (file, self.line));
        match self.code {
            Code::HandEditedOutput | Code::OutputOutOfDate | Code::OrphanedOutput => {
                self.output.as_ref().map(Place::at).or_else(source)
            }
            code if code.is_about_a_text() => source().or_else(|| self.resource.as_ref().map(Place::at)),
            code if code.is_about_a_link() => {
                [&self.resource, &self.output].into_iter().flatten().map(Place::at).next().or_else(source)
            }
            _ => self.resource.as_ref().map(Place::at).or_else(source),
        }
    }
}

#[cfg(test)]
mod tests {

    use crate::settings::code::Code;

    #[test]
    fn names_in_json_are_the_names_of_codes() {
        for code in Code::all() {
            assert_eq!(serde_json::to_value(code).unwrap(), code.name());
            assert_eq!(Code::parse(code.name()), Ok(code));
        }
        assert!(Code::parse("stael").unwrap_err().contains("did you mean `stale`?"));
    }
}
