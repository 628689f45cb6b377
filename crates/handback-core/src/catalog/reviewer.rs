//! The name of a person who decides.

use std::fmt;

/// The most characters of a name.
const LONGEST: usize = 80;

/// The name that a decision is kept under: one line of 1 to 80 characters, none of which steers a terminal or turns the
/// text around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reviewer(String);

impl Reviewer {
    /// Reads a name as somebody typed it; `None` if nothing or too much is left of it.
    pub fn new(typed: &str) -> Option<Self> {
        let name: String = typed.chars().filter(|c| !is_control(*c)).collect();
        let name = name.trim();
        (1..=LONGEST).contains(&name.chars().count()).then(|| Self(name.to_owned()))
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// Control characters, separators of lines, and what overrides the direction of a text.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Display for Reviewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_plain() {
        let name = |typed: &str| Reviewer::new(typed).map(|name| name.to_string());
        assert_eq!(name(" Ada  Lovelace\n").as_deref(), Some("Ada  Lovelace"));
        assert_eq!(name("A\u{1b}[31mda\u{202e}\r\n: x").as_deref(), Some("A[31mda: x"));
        assert_eq!(name(&"é".repeat(80)), Some("é".repeat(80)));
        for bad in ["", " \t", "\u{7}\u{2028}", &"é".repeat(81)] {
            assert_eq!(name(bad), None, "{bad:?}");
        }
    }
}
