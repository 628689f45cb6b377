//! Asides that a mark before their text makes: `!> Important` and `?> Tip` of docsify, `T> Tip` of books for Leanpub.

use std::ops::Range;

use super::layout::Scan;
use crate::text::flavor::Flavor;

/// Letters that Leanpub has asides for: blurbs, centered text, discussions, errors, information, questions, tips, warnings,
/// exercises.
const LETTERS: &[u8] = b"ABCDEIQTWX";
const MARK: usize = "T> ".len();

/// Hides the mark of an aside at the start of a paragraph. Of those that follow each other each line is a text.
pub fn line(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: &Range<usize>) {
    let body = scan.body;
    if scan.flavor() != Flavor::Gfm || scan.constructs.is_mdx || !is_aside(&body[content.clone()]) {
        return;
    }
    let above = body[..line.start].lines().next_back().unwrap_or_default().trim_start();
    let follows = is_aside(above);
    if !above.is_empty() && !follows {
        return;
    }
    if follows {
        scan.breaks.push(line.start);
    }
    let mark = content.start..content.start + MARK;
    scan.hide(mark.clone());
    scan.cuts.push(mark);
}

/// Whether a line is a mark with a text behind it.
fn is_aside(text: &str) -> bool {
    let is_mark = |mark: &u8| matches!(mark, b'!' | b'?') || LETTERS.contains(mark);
    text.as_bytes().first().is_some_and(is_mark) && text[1..].starts_with("> ") && !text[MARK..].trim().is_empty()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    /// The texts of a page, and the page with brackets around each.
    fn bracketed(source: &str) -> (Vec<String>, String) {
        let constructs = Arc::new(Constructs::of(Flavor::Gfm));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        let (mut page, mut at) = (String::new(), 0);
        for unit in &document.units {
            page.push_str(&source[at..unit.span.start]);
            page.push_str(&document.put_back(unit, &format!("⟦{}⟧", unit.text)));
            at = unit.span.end;
        }
        page.push_str(&source[at..]);
        (document.units.iter().map(|unit| unit.text.to_string()).collect(), page)
    }

    #[test]
    fn marks_of_asides_are_no_text() {
        let source = "!> Low tide.\n\n?> A **long** pier,\nand a short one.\n\nT> One.\nT> Two.\n\n- W> Three.\n";
        let (texts, page) = bracketed(source);
        assert_eq!(texts, ["Low tide.", "A **long** pier,\nand a short one.", "One.", "Two.", "Three."]);
        assert_eq!(
            page,
            "!> ⟦Low tide.⟧\n\n?> ⟦A **long** pier,\nand a short one.⟧\n\nT> ⟦One.⟧\nT> ⟦Two.⟧\n\n- W> ⟦Three.⟧\n"
        );
    }

    #[test]
    fn what_only_looks_like_a_mark_is_text() {
        for text in ["Is one\nT> two", "H> one", "!>one", "T> ", "TT> one"] {
            assert_eq!(bracketed(&format!("{text}\n")).0, [text.trim_end()], "{text}");
        }
    }
}
