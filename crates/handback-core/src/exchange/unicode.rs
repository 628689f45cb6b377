//! Files whose characters a tool wrote in another form of Unicode: `é` as one character or as two is one text.
//!
//! Only what a tool does to all of a text is taken for its doing: a text that is in a normal form as a whole. Whoever types one
//! character that another takes for equal, such as a compatibility ideograph, has typed another text.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::{Returned, codes};
use crate::catalog::notation;
use crate::text::fingerprint::fingerprint;

const COMPOSING: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const DECOMPOSING: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();

/// Takes every text of a file for what went out, if that in another form is all it is. What somebody worked on in a tool that
/// takes characters apart has them put together, as keyboards write them.
pub(super) fn settle(returned: &mut Returned) {
    for text in &mut returned.texts {
        let ticket = &text.ticket;
        if let Some(target) = &text.target
            && !ticket.is_unchanged(Some(target))
            && let Some(known) = other_form(target, |form| ticket.is_unchanged(Some(form))).or_else(|| composed(target))
        {
            text.target = Some(known);
        }
        if let Some(english) = &text.english {
            let is_source = |form: &str| fingerprint(&notation::from_state(form)) == ticket.source;
            if let Some(known) = other_form(english, is_source).filter(|_| !is_source(english)) {
                text.english = Some(known);
            }
        }
    }
}

/// The text of which this is a normal form.
fn other_form(text: &str, is_it: impl Fn(&str) -> bool) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (composed, decomposed) = (COMPOSING.normalize(text), DECOMPOSING.normalize(text));
    let (is_composed, is_decomposed) = (composed == text, decomposed == text);
    let found = [(is_decomposed, composed), (is_composed, decomposed)];
    let found = found.into_iter().find(|(is_normal, form)| *is_normal && is_it(form));
    found.map(|(_, form)| form.into_owned())
}

/// A text whose characters are all taken apart, put together.
fn composed(text: &str) -> Option<String> {
    (!text.is_ascii() && DECOMPOSING.is_normalized(text) && !COMPOSING.is_normalized(text))
        .then(|| COMPOSING.normalize(text).into_owned())
}

/// Whether a tool may have made this of a text that nobody changed: it wrapped its lines, or wrote its characters in a normal form.
pub fn is_rewritten(text: &str, written: &str) -> bool {
    let is_it = |form: &str| form == written || codes::differ_in_wrapping_only(form, written);
    is_it(text) || !text.is_ascii() && (is_it(&COMPOSING.normalize(text)) || is_it(&DECOMPOSING.normalize(text)))
}

/// Whether a tool wrote `?` for characters that its encoding does not have: for those of the text that went out, or for a row of
/// them.
pub fn has_lost_characters(text: Option<&str>, english: &str, written: &str) -> bool {
    let is_lost = |(known, found): (char, char)| known == found || found == '?' && !known.is_ascii();
    let is_text = |text: &str| {
        text != written
            && text.chars().count() == written.chars().count()
            && text.chars().zip(written.chars()).all(is_lost)
    };
    text.is_some_and(is_text) || written.contains("???") && !english.contains("???")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Incoming;
    use crate::exchange::ticket::Ticket;

    fn back(exported: &str, target: &str) -> Incoming {
        let ticket = Ticket {
            locale: "fr-FR".into(),
            id: "a".into(),
            source: fingerprint("Caf\u{e9}"),
            target: Some(fingerprint(exported)),
            variant: None,
            document: None,
        };
        let (english, target) = (Some("Cafe\u{301}".to_owned()), Some(target.to_owned()));
        Incoming { ticket, line: 1, english, target, approved: false, author: None, note: None, file: 0 }
    }

    fn settled(exported: &str, target: &str) -> String {
        let mut returned = Returned { texts: vec![back(exported, target)], ..Returned::default() };
        settle(&mut returned);
        assert_eq!(returned.texts[0].english.as_deref(), Some("Caf\u{e9}"));
        returned.texts.remove(0).target.unwrap()
    }

    #[test]
    fn a_normal_form_of_what_went_out_is_no_change() {
        for exported in ["\u{e9}t\u{e9}", "e\u{301}te\u{301}", "\u{2126}", "\u{fa19} \u{e9}"] {
            assert_eq!(settled(exported, exported), exported);
            for form in [COMPOSING.normalize(exported), DECOMPOSING.normalize(exported)] {
                assert!(is_rewritten(exported, &form), "{exported} {form}");
            }
        }
        assert_eq!(settled("\u{e9}t\u{e9}", "e\u{301}te\u{301}"), "\u{e9}t\u{e9}");
        assert_eq!(settled("e\u{301}te\u{301}", "\u{e9}t\u{e9}"), "e\u{301}te\u{301}");
        assert!(is_rewritten("\u{e9} a\nb", "e\u{301} a b"), "and wrapped");
    }

    #[test]
    fn characters_that_an_encoding_does_not_have_are_lost() {
        assert!(has_lost_characters(Some("œuvre d’art ?"), "", "?uvre d?art ?"));
        assert!(has_lost_characters(None, "Where?", "?????"));
        for kept in ["œuvre d’art ?", "œuvre d’art !", "oeuvre d?art ?", "Quoi ??"] {
            assert!(!has_lost_characters(Some("œuvre d’art ?"), "What??", kept), "{kept}");
        }
    }

    #[test]
    fn what_a_person_typed_is_a_change() {
        assert_eq!(settled("\u{e9}t\u{e9}", "e\u{301}te\u{301}s"), "\u{e9}t\u{e9}s", "put together");
        // Ideographs that have one normal form, and are not one character to who reads them.
        assert_eq!(settled("\u{795e}", "\u{fa19}"), "\u{fa19}");
        assert!(!is_rewritten("\u{795e}", "\u{fa19}"));
        assert!(!is_rewritten("\u{fb01}n", "fin") && !is_rewritten("\u{a0}!", " !") && !is_rewritten("a", "b"));
    }
}
