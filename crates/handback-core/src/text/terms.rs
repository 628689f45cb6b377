//! Terms that are in a text as words of their own.

use std::ops::Range;

/// Words that are not translated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term {
    pub text: String,
    pub case_sensitive: bool,
}

/// Where a term stands as words of its own.
pub fn occurrences(text: &str, term: &Term) -> Vec<Range<usize>> {
    if term.text.trim().is_empty() {
        return Vec::new();
    }
    let lower = |text: &str| if term.case_sensitive { text.to_owned() } else { text.to_ascii_lowercase() };
    let (haystack, needle) = (lower(text), lower(&term.text));
    let joins = |c: char| c.is_alphanumeric() && c < '\u{2E80}';
    let words: Vec<&str> = needle.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else { return Vec::new() };
    let apart = |range: &Range<usize>| {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let open = needle.starts_with(char::is_alphanumeric) && before.chars().next_back().is_some_and(joins);
        let close = needle.ends_with(char::is_alphanumeric) && after.chars().next().is_some_and(joins);
        !open && !close
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
