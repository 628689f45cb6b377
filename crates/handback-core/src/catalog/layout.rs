//! How a locale's resource is laid out, so that branches merge without help.
//!
//! ```text
//! # @app-name
//! app-name = Nom de l’application
//!
//! # @no-translation-yet
//!
//! # @app-registration
//! app-registration = Inscription
//! ```
//!
//! git merges two changes without a conflict if a line that neither touches lies between them. A blank line is such a
//! line below a message, and the line with its id is one above it, which stays where it is when a translation comes,
//! changes or goes. Tools that write resources leave comments alone; a form of the value itself would not survive them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Id;
use super::resource::Resource;
use super::state_file::interleave;
use super::yaml::without_mark;

/// What begins the line that keeps the place of a message.
const PLACE: &str = "# @";

/// The place of a message, as its comment.
fn place_of(id: &str) -> String {
    format!("{PLACE}{id}")
}

/// Returns the id in a line `# @id`, which keeps the place of a message; `None` for any other line.
pub fn place(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix(PLACE).filter(|id| !id.is_empty() && !id.contains(char::is_whitespace))
}

/// Whether a file with places lacks the place of some message of `home`, because that message is newer than the file.
pub fn lacks_places(resource: &Resource, home: &[Id]) -> bool {
    let places: FxHashSet<&str> = resource.source().lines().filter_map(place).collect();
    !places.is_empty() && home.iter().any(|id| resource.get(id).is_none() && !places.contains(&**id))
}

/// The file with a place for each of its messages and for those of `home`, and one blank line between any two. All else
/// stays as it is. A file with problems is left alone.
pub fn lay_out(source: String, home: &[Id]) -> String {
    let resource = match Resource::parse(source.clone()) {
        Ok(resource) if resource.problems.is_empty() && resource.duplicates.is_empty() => resource,
        _ => return source,
    };
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = Out { text: String::with_capacity(source.len() * 2), newline };
    let entries = resource.entries();
    let index: FxHashMap<&Id, usize> = entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let spans: Vec<_> = entries.iter().map(|entry| resource.span(entry)).collect();
    let start_of = |at: usize| spans.get(at).map_or(source.len(), |span| span.start);
    // A byte order mark stays in front of all.
    let mark = source.len() - without_mark(&source).len();
    out.push(&source[..mark]);
    out.push(&without_places(&source[mark..start_of(0).max(mark)]));
    for id in interleave(entries.iter().map(|entry| &entry.id), home) {
        out.blank_line();
        let Some(at) = index.get(id).copied() else {
            out.push(&format!("{}{newline}{newline}", place_of(id)));
            continue;
        };
        let entry = without_mark(resource.entry_source(&entries[at]));
        if !entry.lines().any(|line| place(line) == Some(&**id)) {
            out.push(&format!("{}{newline}", place_of(id)));
        }
        out.push(entry);
        out.blank_line();
        out.push(&without_places(&source[spans[at].end..start_of(at + 1)]));
    }
    let text = out.text;
    let says_something =
        !entries.is_empty() || text.lines().any(|line| !line.trim().is_empty() && place(line).is_none());
    if says_something { text } else { String::new() }
}

/// A text without the places of messages, which are put where they belong now.
fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut dropped = false;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if dropped && blank {
            dropped = false;
            continue;
        }
        dropped = place(line).is_some();
        if !dropped {
            out.push_str(line);
        }
    }
    // Blank lines alone are what the layout has anyway.
    if out.trim().is_empty() { String::new() } else { out }
}

struct Out {
    text: String,
    newline: &'static str,
}

impl Out {
    /// Ends the line, and leaves one blank, unless nothing stands above.
    fn blank_line(&mut self) {
        let end = |text: &str| text.trim_start_matches('\u{feff}').is_empty();
        if end(&self.text) {
            return;
        }
        if !self.text.ends_with('\n') {
            self.text.push_str(self.newline);
        }
        if !self.ends_blank() {
            self.text.push_str(self.newline);
        }
    }

    /// Adds a text; one that begins with a blank line needs no other above.
    fn push(&mut self, text: &str) {
        let text = match text.strip_prefix(self.newline) {
            Some(rest) if self.ends_blank() => rest,
            _ => text,
        };
        self.text.push_str(text);
    }

    fn ends_blank(&self) -> bool {
        self.text.ends_with("\n\n") || self.text.ends_with("\n\r\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(source: &str, home: &[&str]) -> String {
        let home: Vec<Id> = home.iter().map(|id| Id::from(*id)).collect();
        let once = lay_out(source.to_owned(), &home);
        assert_eq!(lay_out(once.clone(), &home), once, "a second time changes nothing");
        once
    }

    #[test]
    fn every_message_has_a_place_and_a_blank_line_below() {
        assert_eq!(
            laid_out("### Head\n# note\na = 1\nb =\n    2\n    3\n# alone\n\nc = 4", &["a", "x", "b", "c", "y"]),
            "### Head\n\n# @a\n# note\na = 1\n\n# @x\n\n# @b\nb =\n    2\n    3\n\n# alone\n\n# @c\nc = 4\n\n# @y\n\n"
        );
    }

    #[test]
    fn a_translation_takes_its_place_and_leaves_it() {
        let home = ["a", "b"];
        let empty = laid_out("# @a\na = 1\n\n# @b\n\n", &home);
        assert_eq!(empty, "# @a\na = 1\n\n# @b\n\n");
        assert_eq!(laid_out("# @a\na = 1\n\n# @b\nb = 2\n\n", &home), "# @a\na = 1\n\n# @b\nb = 2\n\n");
        assert_eq!(laid_out("# @a\na = 1\n\nb = 2\n", &home), "# @a\na = 1\n\n# @b\nb = 2\n\n");
        assert_eq!(laid_out("# @a\na = 1\n\n# @gone\n\n", &home[..1]), "# @a\na = 1\n\n");
    }

    #[test]
    fn a_file_that_is_laid_out_gets_places_for_what_is_new() {
        let lacks = |source: &str, home: &[&str]| {
            let home: Vec<Id> = home.iter().map(|id| Id::from(*id)).collect();
            lacks_places(&Resource::parse(source.to_owned()).unwrap(), &home)
        };
        assert!(lacks("# @a\na = 1\n\n", &["a", "b"]));
        assert!(!lacks("# @a\na = 1\n\n# @b\n\n", &["a", "b"]));
        assert!(!lacks("a = 1\n", &["a", "b"]), "a person's file is a person's");
    }

    #[test]
    fn line_ends_and_problems_stay() {
        assert_eq!(laid_out("a = 1\r\nb = 2\r\n", &[]), "# @a\r\na = 1\r\n\r\n# @b\r\nb = 2\r\n\r\n");
        assert_eq!(laid_out("\u{feff}a = 1\n", &[]), "\u{feff}# @a\na = 1\n\n");
        assert_eq!(laid_out("a = 1\njunk\n", &["x"]), "a = 1\njunk\n");
        assert_eq!(laid_out("# @x\n\n", &["x"]), "");
        assert_eq!(
            laid_out("a = 1\na = 2\n", &["x"]),
            "a = 1\na = 2\n",
            "two of one id are for a person to choose from"
        );
    }

    #[test]
    fn what_people_write_beside_messages_stays() {
        assert_eq!(laid_out("### Only a comment\n", &[]), "### Only a comment\n");
        assert_eq!(laid_out("\n### Head\na = 1\n", &[]), "\n### Head\n\n# @a\na = 1\n\n");
        assert_eq!(laid_out("# @ home\na = 1\n", &[]), "# @a\n# @ home\na = 1\n\n");
    }

    #[test]
    fn a_place_names_one_message() {
        assert_eq!(place("# @app-name\r\n"), Some("app-name"));
        for other in ["# @", "# @ ", "# @to whom it may concern", "# app-name", "app-name = @"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
