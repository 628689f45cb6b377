//! Problems of a project, one of its files, or a run.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};

/// A problem of the project or one of its files: an error that ends what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", location(path, *line))]
pub struct FileError {
    /// Relative to the project, where the file lies in it; empty if it is about no file.
    pub path: PathBuf,
    /// Counted from 1.
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

    /// What was asked for cannot be done, whatever the files hold.
    pub fn misuse(message: impl Into<String>) -> Self {
        Self::new(PathBuf::new(), message)
    }

    pub fn io(path: impl Into<PathBuf>, doing: &str, error: &std::io::Error) -> Self {
        Self::new(path, format!("cannot {doing}: {error}"))
    }
}

fn location(path: &Path, line: Option<u32>) -> String {
    match line {
        _ if path.as_os_str().is_empty() => String::new(),
        Some(line) => format!("{}:{line}: ", shown(path)),
        None => format!("{}: ", shown(path)),
    }
}

/// A path for people, without `./`: a character that could pass for a line, or drive a terminal, is written as an escape.
pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").ok().filter(|below| !below.as_os_str().is_empty()).unwrap_or(path);
    escaped(&path.to_string_lossy()).into_owned()
}

/// A name with escapes in place of characters that no name should hold.
pub fn escaped(name: &str) -> Cow<'_, str> {
    if !name.contains(is_dangerous) {
        return Cow::Borrowed(name);
    }
    let escape = |c: char| if is_dangerous(c) { c.escape_default().to_string() } else { c.to_string() };
    Cow::Owned(name.chars().map(escape).collect())
}

/// Whether a file of this name is refused.
pub fn is_bad_name(name: &str) -> bool {
    name.contains(is_dangerous)
}

/// Ends lines, controls terminals, or turns the direction of what follows.
pub(crate) fn is_dangerous(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How much a problem weighs; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Something could not be read, written or understood: exit code 2.
    Error,
    /// Something is not as it should be: exit code 1.
    Finding,
    /// Good to know: changes no exit code.
    Warning,
}

/// Something that a run met.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    pub weight: Weight,
    /// Relative to the project, where the file lies in it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "slashed", default)]
    pub file: Option<PathBuf>,
    /// Counted from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
    /// What was found, what was expected, what to do.
    pub message: String,
}

impl Problem {
    fn new(weight: Weight, message: impl Into<String>) -> Self {
        Self { weight, file: None, line: None, message: message.into() }
    }

    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Weight::Error, message)
    }

    pub fn finding(message: impl Into<String>) -> Self {
        Self::new(Weight::Finding, message)
    }

    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Weight::Warning, message)
    }

    /// The same with where it is.
    pub fn at(self, file: impl Into<PathBuf>, line: Option<u32>) -> Self {
        Self { file: Some(file.into()), line, ..self }
    }
}

impl From<FileError> for Problem {
    fn from(error: FileError) -> Self {
        let file = Some(error.path).filter(|path| !path.as_os_str().is_empty());
        Self { weight: Weight::Error, file, line: error.line, message: error.message }
    }
}

impl From<&FileError> for Problem {
    fn from(error: &FileError) -> Self {
        error.clone().into()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.as_deref().unwrap_or(Path::new(""));
        write!(f, "{}{}", location(file, self.line), self.message)
    }
}

fn slashed<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    path.as_ref().map(|path| path.to_string_lossy().replace('\\', "/")).serialize(serializer)
}

/// All that a run met, in the order in which it did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn push(&mut self, problem: impl Into<Problem>) {
        self.0.push(problem.into());
    }

    /// Adds those that are not among them yet.
    pub fn extend_new(&mut self, problems: impl IntoIterator<Item = impl Into<Problem>>) {
        let mut known: HashSet<Problem> = self.0.iter().cloned().collect();
        for problem in problems.into_iter().map(Into::into) {
            if known.insert(problem.clone()) {
                self.0.push(problem);
            }
        }
    }

    /// The worst first, and otherwise in the order in which they were met.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        let of_weight = |weight: Weight| self.0.iter().filter(move |problem| problem.weight == weight);
        [Weight::Error, Weight::Finding, Weight::Warning].into_iter().flat_map(of_weight)
    }

    /// Those that say that something could not be done.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(|problem| problem.weight == Weight::Error)
    }

    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// Neither errors nor findings.
    pub fn are_harmless(&self) -> bool {
        self.findings() == 0 && !self.has_errors()
    }

    /// How many are findings.
    pub fn findings(&self) -> usize {
        self.0.iter().filter(|problem| problem.weight == Weight::Finding).count()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<P: Into<Problem>> Extend<P> for Problems {
    fn extend<I: IntoIterator<Item = P>>(&mut self, problems: I) {
        self.0.extend(problems.into_iter().map(Into::into));
    }
}

impl<P: Into<Problem>> FromIterator<P> for Problems {
    fn from_iter<I: IntoIterator<Item = P>>(problems: I) -> Self {
        let mut all = Self::default();
        all.extend(problems);
        all
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_a_line() {
        let error = FileError::new("a\n::error::b\u{1b}[2J\u{202e}.md", "bad");
        assert_eq!(error.to_string(), "a\\n::error::b\\u{1b}[2J\\u{202e}.md: bad");
        assert_eq!(escaped("café – 日本.md"), "café – 日本.md");
    }

    #[test]
    fn the_worst_comes_first_and_nothing_is_said_twice() {
        let mut problems = Problems::default();
        problems.push(Problem::warning("late").at("a.md", Some(3)));
        problems.push(FileError::at("b.yaml", 2, "no key"));
        problems.extend_new([FileError::at("b.yaml", 2, "no key")]);
        assert!(problems.has_errors() && !problems.are_harmless());
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["b.yaml:2: no key", "a.md:3: late"]);
        let json = serde_json::to_string(&problems).unwrap();
        assert_eq!(
            json,
            r#"[{"weight":"warning","file":"a.md","line":3,"message":"late"},{"weight":"error","file":"b.yaml","line":2,"message":"no key"}]"#
        );
        assert_eq!(serde_json::from_str::<Problems>(&json).unwrap(), problems);
    }
}
