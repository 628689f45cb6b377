//! Where the texts of a document lie in its rendered page: known from what was put in, without parsing the page.

use std::ops::Range;

use super::Edit;
use crate::document::Document;

/// The bytes of each unit in the page that edits make of a document, in the order of units.
///
/// An edit that begins where a unit does, and takes bytes away, is that of its text; `behind` says how many bytes at its end
/// are no part of the text. `None` where units or edits lie inside of one another.
pub(super) fn places(
    document: &Document<'_>,
    edits: &[Edit<'_>],
    behind: impl Fn(usize) -> usize,
) -> Option<Vec<Range<usize>>> {
    let mut edits: Vec<(&Range<usize>, usize)> = edits.iter().map(|(range, text)| (range, text.len())).collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut edits = edits.into_iter().peekable();
    let mut places = Vec::with_capacity(document.units.len());
    // Bytes of the source that are behind, and bytes of the page that were made of them.
    let (mut from, mut out) = (0usize, 0usize);
    for (index, unit) in document.units.iter().enumerate() {
        let span = &unit.span;
        let is_before =
            |range: &Range<usize>| range.start < span.start || (range.is_empty() && range.start == span.start);
        while let Some((range, len)) = edits.next_if(|(range, _)| is_before(range)) {
            out += range.start.checked_sub(from)? + len;
            from = range.end;
        }
        let start = out + span.start.checked_sub(from)?;
        match edits.next_if(|(range, _)| range.start == span.start) {
            Some((range, len)) => {
                places.push(start..(start + len).checked_sub(behind(index))?);
                (from, out) = (range.end, start + len);
            }
            None => {
                places.push(start..start + span.len());
                (from, out) = (span.end, start + span.len());
            }
        }
    }
    Some(places)
}

/// Moves places, which are in order, to where the same texts lie once every `\r\n` of a page is a `\n`.
pub(super) fn without_returns(text: &str, places: &mut [Range<usize>]) {
    let mut returns = memchr::memmem::find_iter(text.as_bytes(), "\r\n").peekable();
    let mut gone = 0;
    let mut moved = |place: usize| {
        while returns.next_if(|at| *at < place).is_some() {
            gone += 1;
        }
        place - gone
    };
    for place in places {
        *place = moved(place.start)..moved(place.end);
    }
}

/// Whether a translation has the marks of its English, so that both are texts of one kind: an id of its own behind a heading,
/// another line, or a blank at its end would be no part of the text to who parses the page.
pub(super) fn have_same_marks(english: &str, translation: &str) -> bool {
    let marks = |text: &str| {
        let mut counts = [0u32; 256];
        text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
        b"{}[]<>|\n`\\&".map(|mark| counts[usize::from(mark)])
    };
    let has_words = translation.trim().len() == translation.len() && !translation.is_empty();
    english == translation || has_words && marks(english) == marks(translation)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::document::{ParseOptions, Syntax};

    #[test]
    fn texts_lie_where_they_were_put() {
        let source = "# One\n\nTwo *three*.\n\n- four\n- five\n";
        let document = Document::parse(source, Syntax::Markdown, &ParseOptions::default());
        let span = |unit: usize| document.units[unit].span.clone();
        let edits: Vec<Edit<'_>> = vec![
            (span(2), Cow::Borrowed("quatre")),
            (span(0).start..span(0).start, Cow::Borrowed("<a name=\"one\"></a>")),
            (span(0), Cow::Borrowed("Un {#one}")),
        ];
        let page = super::super::splice(source, edits.clone());
        let found = places(&document, &edits, |unit| if unit == 0 { " {#one}".len() } else { 0 }).unwrap();
        let texts: Vec<&str> = found.into_iter().map(|place| &page[place]).collect();
        assert_eq!(texts, ["Un", "Two *three*.", "quatre", "five"]);
    }

    #[test]
    fn texts_lie_further_in_front_without_returns() {
        let page = "# Un\r\n\r\nDeux\r\ntrois\r\n\r\nQuatre";
        let mut places = vec![2..4, 8..19, 23..29];
        without_returns(page, &mut places);
        let page = page.replace("\r\n", "\n");
        let texts: Vec<&str> = places.into_iter().map(|place| &page[place]).collect();
        assert_eq!(texts, ["Un", "Deux\ntrois", "Quatre"]);
    }

    #[test]
    fn a_text_with_other_marks_may_be_cut_elsewhere() {
        assert!(have_same_marks("One [two](x)", "Un [deux](y)") && have_same_marks("One", "Un, deux. Trois : quatre"));
        for other in ["Un {#one}", "Un\nDeux", "Un ", ""] {
            assert!(!have_same_marks("One", other), "{other:?}");
        }
    }

    #[test]
    fn what_lies_inside_of_a_text_is_not_known() {
        let source = "One two three.\n";
        let document = Document::parse(source, Syntax::Markdown, &ParseOptions::default());
        let inside = vec![(0..14, Cow::Borrowed("x")), (4..7, Cow::Borrowed("y"))];
        let document_with_two = Document::parse("One.\n\nTwo.\n", Syntax::Markdown, &ParseOptions::default());
        assert!(places(&document, &inside, |_| 0).is_some(), "nothing is asked behind the last text");
        assert_eq!(places(&document_with_two, &[(0..8, Cow::Borrowed("x"))], |_| 0), None);
    }
}
