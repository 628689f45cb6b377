//! Markdown between the tags of an element that its author marked: `<div translate="no">`, `<div class="notranslate">`.

use std::ops::Range;

use super::Document;
use crate::text::element::{is_marked, opening_len, untranslated_len};
use crate::text::limits::{LONGEST_CONSTRUCT, head};

/// What the mark of such an element has in it, in either form.
const MARK: &str = "translate";

/// Leaves the texts of such elements to nobody: they are never missing and no machine sees them. `code` is in order.
pub fn apply(document: &mut Document<'_>, body_start: usize, code: &[Range<usize>]) {
    let body = &document.source[body_start..];
    if memchr::memmem::find(body.as_bytes(), MARK.as_bytes()).is_none() {
        return;
    }
    let mut order: Vec<usize> = (0..document.units.len()).collect();
    order.sort_by_key(|index| document.units[*index].span.start);
    let texts: Vec<Range<usize>> = order.iter().map(|index| document.units[*index].span.clone()).collect();
    let elements = elements(document, body, body_start, code, &texts);
    let mut elements = elements.iter().peekable();
    for index in order {
        let unit = &mut document.units[index];
        while elements.next_if(|element| element.end <= unit.span.start).is_some() {}
        if elements.peek().is_some_and(|element| element.start <= unit.span.start) {
            unit.translatable = false;
        }
    }
}

/// Where they stand in the source, in order and apart. What stands in one of the `texts` is a part of it.
fn elements(
    document: &Document<'_>,
    body: &str,
    body_start: usize,
    code: &[Range<usize>],
    texts: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut hidden: Vec<Range<usize>> = comments(body);
    hidden.extend(code.iter().cloned());
    hidden.extend(document.codes.iter().map(|code| code.start - body_start..code.end - body_start));
    hidden.sort_by_key(|range| range.start);
    // Up to where everything was looked at, and up to where something is hidden.
    let (mut looked, mut covered) = (0, 0);
    let mut hidden = hidden.iter().peekable();
    for (mark, _) in body.match_indices(MARK) {
        if mark < looked {
            continue;
        }
        let from = mark.saturating_sub(LONGEST_CONSTRUCT).max(looked);
        let Some(at) = memchr::memrchr(b'<', &body.as_bytes()[from..mark]).map(|at| from + at) else { continue };
        while let Some(range) = hidden.next_if(|range| range.start <= at) {
            covered = covered.max(range.end);
        }
        let Some(len) = opening_len(head(&body[at..], LONGEST_CONSTRUCT)).filter(|len| at + len > mark) else {
            continue;
        };
        looked = at + len;
        let is_in_text = || {
            let before = texts.partition_point(|text| text.start <= body_start + at);
            before > 0 && body_start + at < texts[before - 1].end
        };
        if at < covered || !is_marked(&body[at..looked]) || is_in_text() {
            continue;
        }
        // An element that nothing closes is looked for to the end of the page: once is enough.
        let Some(len) = untranslated_len(&body[at..]) else { break };
        looked = at + len;
        found.push(body_start + at..body_start + looked);
    }
    found
}

fn comments(body: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr::memmem::find(&body.as_bytes()[at..], b"<!--").map(|start| at + start) {
        let Some(len) = body[start..].find("-->") else { break };
        at = start + len;
        found.push(start..at);
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{ParseOptions, Syntax};
    use super::*;
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    fn offered(flavor: Flavor, source: &str) -> Vec<String> {
        let constructs = Arc::new(Constructs::of(flavor));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        document.units.iter().filter(|unit| unit.translatable).map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn markdown_in_a_marked_element_is_left_alone() {
        let page = "One.\n\n<div translate=\"no\">\n\n## Two\n\n- Three\n\n<div>\n\nFour\n\n</div>\n\n</div>\n\nFive.\n\n\
            <section class=\"wide notranslate\">\n\n> Six\n\n</section>\n\nSeven <b translate=\"no\">Eight</b>.\n";
        for flavor in Flavor::ALL {
            assert_eq!(offered(flavor, page), ["One.", "Five.", "Seven <b translate=\"no\">Eight</b>."], "{flavor:?}");
        }
        let jsx = "<Box className=\"notranslate\">\n\nOne.\n\n</Box>\n\nTwo.\n";
        assert_eq!(offered(Flavor::Docusaurus, jsx), ["Two."]);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for page in [
            "```html\n<div translate=\"no\">\n```\n\nWords.\n\n</div>\n",
            "<!-- <div translate=\"no\"> -->\n\nWords.\n\n</div>\n",
            "<div translate=\"yes\">\n\nWords.\n\n</div>\n",
            "<div translate=\"no\">\n\nWords.\n",
        ] {
            for flavor in Flavor::ALL {
                assert_eq!(offered(flavor, page), ["Words."], "{flavor:?} {page}");
            }
        }
        let code = "Write `<div translate=\"no\">` before them.\n\nWords.\n\n</div>\n";
        assert_eq!(offered(Flavor::Gfm, code).len(), 2);
    }
}
