//! What the YAML files of the catalog have in common: how they are read, and how strings are written.

use std::ops::RangeInclusive;

use super::Problem;

/// A text without the byte order mark that some editors put first.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A string as a YAML scalar that fits into `{…}`: plain where no reader takes it for something else.
pub fn scalar(text: &str) -> String {
    let safe = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':' | b'/'))
        && !text.ends_with(':')
        && !looks_like_a_number(text)
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text));
    // JSON strings are YAML scalars; serializing a string cannot fail.
    if safe { text.to_owned() } else { serde_json::to_string(text).unwrap_or_default() }
}

fn looks_like_a_number(text: &str) -> bool {
    let date = text.len() == 10 && text.as_bytes()[4] == b'-';
    !date && (text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o"))
}

/// The version of a file, which must be one that is known; its content is not looked at before.
pub fn version(yaml: &str, known: RangeInclusive<u32>) -> Result<u32, Problem> {
    if let Some(line) = yaml.lines().position(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")) {
        return Err(Problem {
            line: line as u32 + 1,
            message: "holds the marks of a merge conflict: resolve it first".into(),
        });
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

/// A YAML error with its line.
pub fn yaml_problem(error: &serde_yaml::Error) -> Problem {
    let line = error.location().map_or(1, |location| location.line() as u32);
    Problem { line, message: error.to_string() }
}
