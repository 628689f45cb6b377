//! A body as the Markdown parser is to see it, by the flavor of its site.

use std::borrow::Cow;
use std::ops::Range;

use super::directive;
use super::shape::{self, Shaped};
use super::sites::{self, Words};
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;

/// A body, and what of it is no text.
#[derive(Debug)]
pub struct View<'b> {
    /// What the parser gets.
    pub shaped: Shaped<'b>,
    /// A copy of equal length in which what is no text is blank.
    pub masked: Cow<'b, str>,
    pub words: Vec<Words>,
    /// Code, where the site's containers decide what is code; of DocFX it is left to the parser.
    pub code: Option<Vec<Range<usize>>>,
    /// Where a text ends and another begins although the parser reads one, in order.
    pub breaks: Vec<usize>,
    /// What the author may want to know, with its place.
    pub warnings: Vec<(usize, String)>,
}

/// The view of a body.
pub fn view<'b>(body: &'b str, constructs: &Constructs) -> View<'b> {
    if constructs.flavor == Flavor::Docfx {
        let masked = directive::mask(body);
        let words = directive::words(body, &masked);
        let shaped = shape::shape(body, masked.clone());
        return View { shaped, masked, words, code: None, breaks: Vec::new(), warnings: Vec::new() };
    }
    let layout = sites::layout(body, constructs);
    let shaped = shape::without(layout.masked.clone(), &layout.cuts);
    View {
        shaped,
        masked: layout.masked,
        words: layout.words,
        code: Some(layout.code),
        breaks: layout.breaks,
        warnings: layout.warnings,
    }
}
