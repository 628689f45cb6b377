//! Findings in words.

use crate::checks::finding::Finding;

/// The problem, and which text it is about.
pub fn sentence(finding: &Finding) -> String {
    match (&finding.id, &finding.source) {
        (Some(id), Some(source)) => format!("{}: {}{} ({id})", finding.message, excerpt(source, 80), was(finding)),
        _ => finding.message.clone(),
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
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        Some((at, _)) => format!("“{}…”", line[..at].trim_end()),
        None => format!("“{line}”"),
    }
}
