//! Findings in words.

use std::borrow::Cow;

use crate::checks::finding::Finding;
use crate::problem::escaped;

/// The problem, and which text it is about.
pub fn sentence(finding: &Finding) -> String {
    match (&finding.id, &finding.source) {
        (Some(id), Some(source)) => format!("{}: {}{} ({id})", finding.message, excerpt(source, 80), was(finding)),
        _ => finding.message.to_string(),
    }
}

/// `, was “…”`, where the English was another one.
pub fn was(finding: &Finding) -> String {
    finding.previous.as_deref().map_or_else(String::new, |previous| format!(", was {}", excerpt(previous, 80)))
}

/// The sentence, and what to do.
pub fn with_fix(finding: &Finding) -> String {
    format!("{}. Fix: {}.", sentence(finding), finding.fix)
}

/// A text on one line, quoted, cut at `limit` characters.
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let mut room = limit;
    for word in text.split_whitespace() {
        let blank = usize::from(!line.is_empty());
        let length = word.chars().count() + blank;
        if blank == 1 && room > 0 {
            line.push(' ');
        }
        line.extend(word.chars().take(room.saturating_sub(blank)));
        if length > room {
            return format!("“{}…”", line.trim_end());
        }
        room -= length;
    }
    format!("“{line}”")
}

/// `FILE:LINE: ` of a finding; nothing if it has no place.
pub fn place(finding: &Finding) -> String {
    finding.at().map_or_else(String::new, |(file, line)| place_of(file, line))
}

/// `FILE:LINE: `, safe to begin a line with.
pub fn place_of(file: &str, line: Option<u32>) -> String {
    // Runners of workflows take a line that begins with two colons for a command.
    let begins_command = file.trim_start().starts_with("::") || file.trim() == ":";
    let here = if begins_command { "./" } else { "" };
    match line {
        Some(line) => format!("{here}{}:{line}: ", harmless(file)),
        None => format!("{here}{}: ", harmless(file)),
    }
}

/// A text that stays on its line: what ends lines, drives terminals or turns directions is written as an escape, and
/// `##[`, which runners of workflows look for anywhere in a line, as `##\[`.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let text = escaped(text);
    if !text.contains("##") {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 1);
    for part in text.split_inclusive('[') {
        match part.strip_suffix('[').filter(|before| opens_command(before)) {
            Some(before) => out.extend([before, "\\["]),
            None => out.push_str(part),
        }
    }
    out.into()
}

/// Whether a bracket after this begins a command of a runner: `##[`, `##vso[`.
pub(super) fn opens_command(before: &str) -> bool {
    before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).ends_with("##")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_cut_at_the_limit() {
        assert_eq!(excerpt(" One\n two ", 7), "“One two”");
        assert_eq!(excerpt("One two", 6), "“One tw…”");
        assert_eq!(excerpt("One two", 4), "“One…”");
        assert_eq!(excerpt("One two", 3), "“One…”");
        assert_eq!(excerpt("One", 3), "“One”");
        assert_eq!(excerpt("", 3), "“”");
    }

    #[test]
    fn no_text_writes_a_command() {
        assert_eq!(harmless("a\n::error::b\u{1b}[2J"), "a\\n::error::b\\u{1b}[2J");
        assert_eq!(harmless("##[error] ##vso[task] ## [no] #[no]"), "##\\[error] ##vso\\[task] ## [no] #[no]");
        assert_eq!(harmless("###[x]"), "###\\[x]");
        assert_eq!(place_of(":", Some(1)), "./::1: ");
    }
}
