//! Terms that are in a text as words of their own.

use std::ops::Range;

use super::inflection::Profile;

/// Words that are not translated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term {
    pub text: String,
    pub case_sensitive: bool,
}

/// Where a term stands as words of its own.
pub fn occurrences(text: &str, term: &Term) -> Vec<Range<usize>> {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2E80}');
    let is_apart = |before: &str, after: &str| (!joins(before.chars().next_back()), !joins(after.chars().next()));
    found(text, term, &is_apart)
}

/// Where a term of another language stands as that of a profile writes it: with an ending (`Teamsissa`), or with a
/// prefix in a script of its own (`وTeams`).
pub fn inflected_occurrences(text: &str, term: &Term, profile: &Profile) -> Vec<Range<usize>> {
    let most = profile.name_ending();
    let is_apart = |before: &str, after: &str| {
        let foreign = |c: char| matches!(c, '\u{590}'..='\u{8FF}') || c >= '\u{2E80}';
        let open = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() || foreign(c));
        let ending: Vec<char> = after.chars().take_while(|c| c.is_alphanumeric() && !foreign(*c)).collect();
        (open, ending.len() <= most && ending.iter().all(|c| c.is_lowercase()))
    };
    found(text, term, &is_apart)
}

/// Where a term stands apart from what is before and after it.
fn found(text: &str, term: &Term, is_apart: &dyn Fn(&str, &str) -> (bool, bool)) -> Vec<Range<usize>> {
    if term.text.trim().is_empty() {
        return Vec::new();
    }
    let lower = |text: &str| if term.case_sensitive { text.to_owned() } else { text.to_ascii_lowercase() };
    let (haystack, needle) = (lower(text), lower(&term.text));
    let words: Vec<&str> = needle.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else { return Vec::new() };
    let apart = |range: &Range<usize>| {
        let (open, close) = is_apart(&text[..range.start], &text[range.end..]);
        (open || !needle.starts_with(char::is_alphanumeric)) && (close || !needle.ends_with(char::is_alphanumeric))
    };
    let found = haystack.match_indices(first).filter_map(|(at, _)| {
        let mut end = at + first.len();
        for word in rest {
            end += blank_len(&haystack[end..])?;
            end += haystack[end..].starts_with(word).then_some(word.len())?;
        }
        Some(at..end)
    });
    found.filter(apart).collect()
}

/// Length of the blanks that words of a term may have between them, over the end of a line at most.
fn blank_len(text: &str) -> Option<usize> {
    let blanks = &text[..text.len() - text.trim_start_matches([' ', '\t', '\n']).len()];
    (!blanks.is_empty() && blanks.matches('\n').count() < 2).then_some(blanks.len())
}

/// A label as it is compared with others (CommonMark, section 4.7).
pub fn normal_label(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
