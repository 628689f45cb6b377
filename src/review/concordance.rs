//! Where words stand in all that a locale has: every text in both languages, whatever its state, and what is remembered of
//! texts that are gone and of memory files.

use handback_core::catalog::notation::shown;
use handback_core::memory::{Memory, Origin};

use super::queue::Entry;

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Concordance {
    /// Entries that hold the words, by their places in the queue.
    pub entries: Vec<usize>,
    /// Translations that no text of today uses.
    pub remembered: Vec<Remembered>,
    /// How many entries, and how many remembered translations, were searched.
    pub searched: (usize, usize),
    /// Memory files that could not be searched, with the reason.
    pub unread: Vec<String>,
}

/// A translation that no text of today uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    pub english: String,
    pub translation: String,
    /// The id that the text had, or the memory file.
    pub from: String,
    /// Its text is gone from the documents; else it is of a memory file.
    pub is_obsolete: bool,
}

/// Searches the queue of a locale and its memory. Case does not matter.
pub fn search(queue: &[Entry], memory: &Memory, unread: Vec<String>, words: &str) -> Concordance {
    let words = words.trim().to_lowercase();
    let mut found = Concordance { unread, searched: (queue.len(), 0), ..Concordance::default() };
    if words.is_empty() {
        return found;
    }
    let entries = queue.iter().enumerate().filter(|(_, entry)| holds(entry, &words));
    found.entries = entries.map(|(index, _)| index).collect();
    for entry in memory.entries() {
        let (from, is_obsolete) = match &entry.origin {
            // What is in use is among the entries.
            Origin::Project { obsolete: false, .. } => continue,
            Origin::Project { id, .. } => (id.to_string(), true),
            Origin::File(path) => (path.to_string(), false),
        };
        found.searched.1 += 1;
        let (english, translation) = (shown(&entry.source), shown(&entry.target));
        if english.to_lowercase().contains(&words) || translation.to_lowercase().contains(&words) {
            let (english, translation) = (english.into_owned(), translation.into_owned());
            found.remembered.push(Remembered { english, translation, from, is_obsolete });
        }
    }
    found
}

/// Whether words, in small letters, stand in anything that a reader sees of an entry.
pub fn holds(entry: &Entry, words: &str) -> bool {
    let in_text = |text: &str| shown(text).to_lowercase().contains(words);
    entry.id.contains(words)
        || in_text(&entry.english)
        || entry.previous.as_deref().is_some_and(in_text)
        || entry.translation.as_ref().is_some_and(|pattern| in_text(pattern.as_str()))
        || entry.draft.as_ref().is_some_and(|draft| in_text(&draft.text))
        || entry.note.as_deref().is_some_and(in_text)
}

/// A text cut where words stand in it, whatever their case: each piece with whether it is one.
pub fn marked(text: &str, words: &str) -> Vec<(bool, String)> {
    let words: Vec<char> = words.trim().chars().flat_map(char::to_lowercase).collect();
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while at < text.len() {
        match hit(&text[at..], &words) {
            Some(len) => {
                pieces.extend((plain < at).then(|| (false, text[plain..at].to_owned())));
                pieces.push((true, text[at..at + len].to_owned()));
                at += len;
                plain = at;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.extend((plain < text.len()).then(|| (false, text[plain..].to_owned())));
    pieces
}

/// Length of the words at the start of a text.
fn hit(text: &str, words: &[char]) -> Option<usize> {
    let mut rest = words;
    for (at, c) in text.char_indices() {
        if rest.is_empty() {
            return (at > 0).then_some(at);
        }
        for lower in c.to_lowercase() {
            rest = rest.strip_prefix(&[lower])?;
        }
    }
    (rest.is_empty() && !text.is_empty() && !words.is_empty()).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_whatever_their_case() {
        let shown = |text: &str, words: &str| {
            let piece = |(is_hit, text): (bool, String)| if is_hit { format!("[{text}]") } else { text };
            marked(text, words).into_iter().map(piece).collect::<String>()
        };
        assert_eq!(shown("Open the App, the app", "APP"), "Open the [App], the [app]");
        assert_eq!(shown("ÉTAT d’état", "état"), "[ÉTAT] d’[état]");
        assert_eq!(shown("aaa", "aa"), "[aa]a");
        assert_eq!(shown("İstanbul", "i"), "İstanbul", "half of a letter is none");
        assert_eq!(shown("text", ""), "text");
        assert_eq!(shown("", "a"), "");
    }
}
