//! Texts with their inline values hidden: two with the same mask say the same.

use super::spans::{Kind, is_named, spans};
use crate::catalog::notation::{self, Part};

/// Hides a value whose place its surroundings show, an address, and an identifier: Unicode's noncharacters, which no
/// text has (see [`notation`]).
const MARKS: [char; 3] = ['\u{FDD3}', '\u{FDD4}', '\u{FDD5}'];

/// A text with its inline values hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked<'t> {
    /// The text with a mark in the place of every value.
    pub mask: String,
    /// What the marks hide, from left to right.
    pub values: Vec<(Kind, &'t str)>,
}

/// Hides the inline values of a text; `None` if it has none.
pub fn mask(text: &str) -> Option<Masked<'_>> {
    let spans = spans(text);
    if spans.is_empty() || text.contains(MARKS) {
        return None;
    }
    let mut masked = Masked { mask: String::with_capacity(text.len()), values: Vec::with_capacity(spans.len()) };
    let mut copied = 0;
    for span in spans {
        masked.mask.push_str(&text[copied..span.range.start]);
        masked.mask.push(match span.kind {
            Kind::Address => MARKS[1],
            Kind::Identifier => MARKS[2],
            _ => MARKS[0],
        });
        copied = span.range.end;
        masked.values.push((span.kind, &text[span.range]));
    }
    masked.mask.push_str(&text[copied..]);
    Some(masked)
}

/// Puts values in the place of the marks, from left to right; a mark without one is left out.
pub fn unmask<'v>(mask: &str, values: impl IntoIterator<Item = &'v str>) -> String {
    let mut out = String::with_capacity(mask.len() + 64);
    let mut values = values.into_iter();
    let mut rest = mask;
    while let Some(at) = rest.find(MARKS) {
        out.push_str(&rest[..at]);
        out.push_str(values.next().unwrap_or_default());
        rest = &rest[at + MARKS[0].len_utf8()..];
    }
    out.push_str(rest);
    out
}

/// Whether what a mark hides is a lifted inline value, and nothing else. `is_declared` knows the variables of documents.
pub fn is_lifted(kind: &Kind, value: &str, is_declared: &dyn Fn(&str) -> bool) -> bool {
    let mut parts = notation::parts(value);
    let (Some(Part::Placeable(expression)), None) = (parts.next(), parts.next()) else { return false };
    let Some(name) = expression.strip_prefix('$') else { return false };
    is_named(name, kind.name()) && !is_declared(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_that_differ_in_values_alone_have_one_mask() {
        let of = |text: &str| mask(text).map(|masked| masked.mask);
        assert_eq!(of("[Terms](a.md)"), of("[Terms](https://contoso.com/b)"));
        assert_ne!(of("[Terms](a.md)"), of("[Prices](a.md)"));
        assert_ne!(of("Visit https://contoso.com now"), of("Visit WA200009101 now"));
        assert_eq!(of("No value"), None);
        assert_eq!(of("[a](b) \u{FDD4}"), None);
    }

    proptest! {
        #[test]
        fn what_is_hidden_comes_back(text in "[ab \\\\`<>/\\[\\]()!&;=\"'\u{FDD0}\u{FDD1}\u{FDD3}$.@:é日{}4-]{0,40}") {
            if let Some(masked) = mask(&text) {
                let values = masked.values.iter().map(|(_, value)| *value);
                prop_assert_eq!(unmask(&masked.mask, values), text);
            }
        }
    }
}
