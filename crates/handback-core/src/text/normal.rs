//! The forms of Unicode: `é` is one character, or an `e` with a mark behind it.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

const COMPOSING: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const DECOMPOSING: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();

/// The text in its other form, if it is in one of the two as a whole: what a tool or a file system makes of it, and nobody types.
pub fn other_form(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (composed, decomposed) = (COMPOSING.normalize(text), DECOMPOSING.normalize(text));
    match (composed == text, decomposed == text) {
        (true, false) => Some(decomposed.into_owned()),
        (false, true) => Some(composed.into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_one_form_has_the_other() {
        assert_eq!(other_form("caf\u{e9} de"), Some("cafe\u{301} de".into()));
        assert_eq!(other_form("cafe\u{301} de"), Some("caf\u{e9} de".into()));
        assert_eq!(other_form("plain"), None);
        assert_eq!(other_form("caf\u{e9} cafe\u{301}"), None, "somebody typed this");
        assert_eq!(other_form("\u{4e2d}"), None, "both forms are one");
    }
}
