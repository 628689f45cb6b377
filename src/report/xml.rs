//! Any text as XML 1.0 that gives it back, and that is safe to show in a log.

use super::plain::opens_command;
use crate::problem::is_dangerous;

/// A text as the value of an attribute, or as content. Characters that XML cannot hold are replaced.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_line_start = true;
    for (at, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' => out.push(c),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            // Readers make other line ends of these, or blanks; and a runner of workflows looks for its commands.
            ':' if is_line_start => reference(&mut out, c),
            '[' if opens_command(&text[..at]) => reference(&mut out, c),
            c if is_dangerous(c) => reference(&mut out, c),
            c => out.push(c),
        }
        is_line_start = c == '\n' || (is_line_start && c.is_whitespace());
    }
    out
}

/// The same for an attribute, whose line ends readers take for blanks.
pub fn attribute(text: &str) -> String {
    escape(text).replace('\n', "&#xA;")
}

fn reference(out: &mut String, c: char) {
    out.push_str(&format!("&#x{:X};", u32::from(c)));
}
