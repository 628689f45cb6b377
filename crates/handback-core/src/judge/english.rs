//! An English text, looked at once for all its translations.

use super::markup::{self, Mark};
use super::numbers::{self, Number};
use super::visible::Visible;
use super::{Cut, Kind, copied, negation, placeables, words};
use crate::translate::inline::Known;

/// An English text with everything that its translations are compared with. It does not depend on the locale, so that a
/// text of many translations is cut once.
pub struct English<'e> {
    pub(super) source: &'e str,
    pub(super) visible: Visible,
    pub(super) marks: Vec<Mark>,
    /// Texts and targets of its links.
    pub(super) links: Vec<(String, String)>,
    /// Addresses and identifiers.
    pub(super) copied: Vec<(Kind, String)>,
    /// Variables of programs.
    pub(super) programs: Vec<String>,
    pub(super) numbers: Vec<Number>,
    /// From 1.
    pub(super) months: Vec<u8>,
    /// In lower case.
    pub(super) words: Vec<String>,
    /// The same cut behind apostrophes, as denials are looked for.
    pub(super) said: Vec<String>,
    /// What readers see, in lower case.
    pub(super) lower: String,
}

impl<'e> English<'e> {
    /// Looks at a text, which holds placeables as [`crate::catalog::notation`] has them. What is `known` are labels of
    /// link reference definitions of its document, and constructs; terms do not count here.
    pub fn new(source: &'e str, known: Known<'_>) -> Self {
        let known = Known { terms: &[], ..known };
        let cut = Cut::new(source, known);
        let visible = Visible::new(source, &cut.parts, &cut.constructs);
        Self {
            source,
            marks: markup::marks(source, &cut, known.constructs()),
            links: markup::links(source, &cut),
            copied: copied::values(source, &cut, known.constructs()),
            programs: placeables::programs(source, known.constructs()),
            numbers: numbers::numbers(&visible.text, '.', None),
            months: numbers::month_numbers(&visible.text),
            words: words::words(&visible.text).map(|word| word.lower.into_owned()).collect(),
            said: negation::words_of(&visible.text),
            lower: visible.text.to_lowercase(),
            visible,
        }
    }
}
