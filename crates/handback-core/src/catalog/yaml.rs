//! What the YAML files of the catalog have in common: how they are read, and how strings are written.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use super::{Problem, notation};
use crate::text::conflict;
use crate::text::date::Date;
use crate::text::limits;

/// A text without the byte order mark that some editors put first.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A string as a YAML scalar that fits into `{…}`: plain where no reader takes it for something else.
pub fn scalar(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_scalar(&mut out, text);
    out
}

/// Whether a text can stand as a scalar without quotes: it is read as this very text, whatever the reader's version of YAML.
pub fn is_plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':' | b'/'))
        && !text.ends_with(':')
        && !looks_like_a_number(text)
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text))
}

/// Appends a string as [`scalar`] writes it.
pub fn push_scalar(out: &mut String, text: &str) {
    match is_plain(text) {
        true => out.push_str(text),
        // JSON strings are YAML scalars; serializing a string cannot fail.
        false => out.push_str(&serde_json::to_string(text).unwrap_or_default()),
    }
}

/// A map of YAML on one line, `{key: value, …}`, at work.
pub struct Flow<'o> {
    out: &'o mut String,
    is_first: bool,
}

impl Flow<'_> {
    /// Appends the map that `fields` writes.
    pub fn write(out: &mut String, fields: impl FnOnce(&mut Flow<'_>)) {
        out.push('{');
        let mut flow = Flow { out, is_first: true };
        fields(&mut flow);
        flow.out.push('}');
    }

    fn key(&mut self, key: &str) {
        if !std::mem::take(&mut self.is_first) {
            self.out.push_str(", ");
        }
        self.out.push_str(key);
        self.out.push_str(": ");
    }

    /// A value that no reader takes for something else.
    pub fn plain(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push_str(value);
    }

    pub fn scalar(&mut self, key: &str, value: &str) {
        self.key(key);
        push_scalar(self.out, value);
    }

    /// A text of the catalog, with its placeables as state files have them.
    pub fn wording(&mut self, key: &str, text: &str) {
        self.scalar(key, &notation::to_state(text));
    }

    /// Nothing, if there is no value.
    pub fn maybe(&mut self, key: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.scalar(key, value.as_ref());
        }
    }

    /// Nothing, if there is no day.
    pub fn date(&mut self, key: &str, day: Option<Date>) {
        if let Some(day) = day {
            self.key(key);
            let _ = write!(self.out, "{day}");
        }
    }

    /// Nothing, unless it is set.
    pub fn flag(&mut self, key: &str, is_set: bool) {
        if is_set {
            self.plain(key, "true");
        }
    }

    pub fn map(&mut self, key: &str, fields: impl FnOnce(&mut Flow<'_>)) {
        self.key(key);
        Flow::write(self.out, fields);
    }

    pub fn list<T>(&mut self, key: &str, items: &[T], push: impl Fn(&mut String, &T)) {
        self.key(key);
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            push(self.out, item);
        }
        self.out.push(']');
    }
}

fn looks_like_a_number(text: &str) -> bool {
    let date = text.len() == 10 && text.as_bytes()[4] == b'-';
    !date && (text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o"))
}

/// Returns the version of a file. An unknown one is an error before anything else is read, so that a newer format is never
/// misread.
pub fn version(yaml: &str, known: RangeInclusive<u32>) -> Result<u32, Problem> {
    if let Some(line) = yaml.lines().position(conflict::is_border) {
        return Err(Problem {
            line: line as u32 + 1,
            message: "holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand".into(),
        });
    }
    if let Some(line) = limits::too_deep(yaml) {
        return Err(Problem { line, message: limits::deep_message() });
    }
    let expected = known.end();
    let Some((line, found)) = yaml.lines().zip(1..).find_map(|(line, at)| Some((at, line.strip_prefix("version:")?)))
    else {
        return Err(Problem { line: 1, message: format!("expected `version: {expected}` at the top") });
    };
    let found = found.trim();
    let version = found.parse::<u32>().ok().filter(|version| known.contains(version));
    version.ok_or_else(|| Problem {
        line,
        message: format!(
            "version {found} of this file format is unknown; this handback reads version {expected}: use the handback that wrote it, or a newer one"
        ),
    })
}

/// A text that is derived from others as our side of a merge has it, if it holds the marks of a conflict.
pub fn our_side(text: &str) -> Cow<'_, str> {
    conflict::side(text, false)
}

/// A text in which somebody left both sides of a conflict and removed its marks: of lines with the same key the first.
/// Elements of lists stay.
pub fn first_of_each_key(text: &str) -> String {
    let mut keys: FxHashSet<&str> = FxHashSet::default();
    let mut first = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let end = if line.trim_start().starts_with('"') { "\":" } else { ":" };
        if line.starts_with('-') || line.split_once(end).is_none_or(|(key, _)| keys.insert(key)) {
            first.push_str(line);
        }
    }
    first
}

/// A YAML error with its line.
pub fn yaml_problem(error: &serde_yaml::Error) -> Problem {
    let line = error.location().map_or(1, |location| location.line() as u32);
    Problem { line, message: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_lines_with_the_same_key_the_first_stays() {
        let text = "version: 1\nsource: a1\nsource: b2\nvalues:\n  \"D($x, s: \\\"long\\\")\": 1\n  \"D($x, s: \\\"short\\\")\": 2\n  \"$y\": 3\n  \"$y\": 4\nunits:\n- cell:1 one\n- cell:1 two\n- cell:1 one\n";
        let expected = text.replace("source: b2\n", "").replace("  \"$y\": 4\n", "");
        assert_eq!(first_of_each_key(text), expected);
    }
}
