//! Whether two bodies are read as the same: blocks, what is in code, and inline markup; only how they are written may differ.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::parser::options_of;
use super::view::view;
use crate::text::constructs::Constructs;

/// Whether the parser finds the same in both bodies. Empty lines between items mean nothing here.
pub fn are_alike(one: &str, other: &str, constructs: &Constructs) -> bool {
    let (one, other) = (view(one, constructs), view(other, constructs));
    let options = options_of(constructs.flavor);
    let mut ours = events(Parser::new_ext(&one.shaped.text, options));
    let mut theirs = events(Parser::new_ext(&other.shaped.text, options));
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(ours), Some(theirs)) if is_same(&ours, &theirs) => {}
            _ => return false,
        }
    }
}

/// Events but for the paragraphs of items: their text begins and ends with the item, or stands apart from other blocks of it.
fn events<'t>(parser: Parser<'t>) -> impl Iterator<Item = Event<'t>> {
    let mut depth = 0usize;
    parser.filter(move |event| match event {
        Event::Start(Tag::Item | Tag::DefinitionListDefinition) => {
            depth += 1;
            true
        }
        Event::End(TagEnd::Item | TagEnd::DefinitionListDefinition) => {
            depth = depth.saturating_sub(1);
            true
        }
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => depth == 0,
        _ => true,
    })
}

/// Blanks at the ends of lines of HTML mean nothing.
fn is_same(one: &Event<'_>, other: &Event<'_>) -> bool {
    match (one, other) {
        (Event::Html(one), Event::Html(other)) => one.trim() == other.trim(),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::flavor::Flavor;

    fn alike(one: &str, other: &str) -> bool {
        are_alike(one, other, &Constructs::of(Flavor::Gfm))
    }

    #[test]
    fn spelling_is_no_difference() {
        assert!(alike("- a\n- b\n", "* a\n\n* b\n"));
        assert!(alike("1. a\n1. b\n", "1. a\n2. b\n"));
        assert!(alike("| a | b |\n|---|--:|\n| c | d |\n", "|a|b|\n|-|-:|\n|c  |d|\n"));
        assert!(alike("# A\nB\n", "# A\n\nB\n\n"));
    }

    #[test]
    fn what_is_read_otherwise_differs() {
        assert!(!alike("- a\n- b\n", "- a\n* b\n"));
        assert!(!alike("1. a\n", "2. a\n"));
        assert!(!alike("|a|b|\n|-|-|\n", "|a|b|\n|-|:-|\n"));
        assert!(!alike("a\n\nb\n", "a\nb\n"));
        assert!(!alike("- a\n\n  b\n", "- a\n\nb\n"));
        assert!(!alike("```\na\n```\n", "```\n a\n```\n"));
    }
}
