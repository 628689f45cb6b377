//! The anchors that a document gives.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::mentions::{Mention, attributes};
use crate::document::{Document, heading_slug};

/// Values of `id` and `name` in the tags of a text.
pub fn explicit_anchors(text: &str) -> impl Iterator<Item = &str> {
    explicit(text).into_iter().map(|mention| mention.target)
}

fn explicit(text: &str) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            attributes(text, at, &["id", "name"], |mention| found.push(mention));
        }
    }
    found
}

/// The anchors that a document gives, each with whether it is in what no translation changes.
pub fn anchors(document: &Document<'_>) -> FxHashMap<String, bool> {
    let mut found: FxHashMap<String, bool> = FxHashMap::default();
    for mention in explicit(document.source) {
        let before = document.units.partition_point(|unit| unit.span.start <= mention.at);
        let in_unit = before.checked_sub(1).is_some_and(|unit| document.units[unit].span.end > mention.at);
        *found.entry(mention.target.to_owned()).or_default() |= !in_unit;
    }
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    // Whether a site makes an anchor of it nobody knows, so no locale is said to lack it.
    let title = title_as_heading(document);
    found.extend(title.iter().flat_map(|title| slugs(title)).map(|slug| (slug, true)));
    for heading in &document.headings {
        // Where a site knows no such ids, as GitHub, it is text, and part of the anchor.
        let text = match &heading.id {
            Some(id) => format!("{} {id}", heading.text).into(),
            None => Cow::Borrowed(heading.text.as_str()),
        };
        found.extend(heading.id.as_deref().map(|id| (id.to_owned(), true)));
        if heading.id.is_none() {
            found.entry(heading.slug.clone()).or_insert(false);
        }
        for slug in slugs(&text) {
            let count = counts.entry(slug.clone()).or_default();
            let repeated = *count;
            *count += 1;
            if repeated > 0 {
                found.entry(format!("{slug}-{repeated}")).or_insert(false);
                found.entry(format!("{slug}_{repeated}")).or_insert(false);
            }
            found.entry(slug).or_insert(false);
        }
    }
    found
}

/// The title of a page that has no heading of the first level: many sites make it one.
fn title_as_heading<'s>(document: &Document<'s>) -> Option<Cow<'s, str>> {
    let has_own = document.headings.iter().any(|heading| heading.level == 1);
    if has_own { None } else { document.front_matter_value("title") }
}

/// Whether a site generator may add anchors to a document: it has shortcodes, templates or components.
pub fn has_templates(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    let is_component = |at: usize| {
        bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 2).is_some_and(u8::is_ascii_lowercase)
    };
    has(b"{{") || has(b"{%") || memchr::memchr_iter(b'<', bytes).any(is_component)
}

/// What generators of sites make of a heading: DocFX and GitHub keep runs of hyphens, others (Markdig by itself, MkDocs)
/// make one of them; an id in a comment of MDX goes before both.
fn slugs(heading: &str) -> Vec<String> {
    let (text, id) = match heading.split_once("{/*") {
        Some((text, rest)) => (text, rest.split_once("*/").map(|(id, _)| id.trim().trim_start_matches('#').to_owned())),
        None => (heading, None),
    };
    let slug = heading_slug(text);
    let merged = slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let letters = merged.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    let mut all: Vec<String> = id.into_iter().chain([slug, merged, letters]).filter(|slug| !slug.is_empty()).collect();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParseOptions, Syntax};

    #[test]
    fn anchors_of_headings_and_tags() {
        let text = "# A  B\n\n## C {#own}\n\n## Titled {#set}\n\n## Example\n\n## Example\n\n<a id='x'></a>text <span name=y>z</span>\n\n## 1. Run it\n";
        let document = Document::parse(text, Syntax::Markdown, &ParseOptions::default());
        let anchors = anchors(&document);
        for name in ["own", "a--b", "a-b", "example", "example-1", "example_1", "x", "y", "1-run-it", "run-it"] {
            assert!(anchors.contains_key(name), "{name}: {anchors:?}");
        }
        assert!(!anchors.contains_key("example-2"));
        assert!(!anchors.contains_key("titled") && anchors.contains_key("titled-set"));
        assert!(anchors["own"] && !anchors["example"] && !anchors["y"]);
    }

    #[test]
    fn a_title_may_be_a_heading_and_templates_may_give_any_anchor() {
        let of = |text: &str| {
            let document = Document::parse(text, Syntax::Markdown, &ParseOptions::default());
            anchors(&document).into_keys().collect::<Vec<_>>()
        };
        assert_eq!(of("---\ntitle: Patch\n---\n\nWords.\n"), ["patch"]);
        assert_eq!(of("---\ntitle: Patch\n---\n\n# Other\n"), ["other"]);
        assert!(has_templates("{{< def id=x >}}") && has_templates("{% x %}") && has_templates("<Tabs>"));
        assert!(!has_templates("<a id=x> a < B, <BR>, { x }"));
    }
}
