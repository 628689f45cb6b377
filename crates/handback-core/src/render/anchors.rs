//! The anchors of headings: `<a name="slug"></a>` before the text, from the English.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::options::Anchors;
use super::{Edit, Subject, is_table_of_contents};
use crate::document::{Document, Heading, links};

/// The anchors that rendering gives the headings of a document, in its order.
///
/// Microsoft's pipeline repeats the anchor of a heading that repeats (48 of 48 in attestation pages, and every repeated
/// heading of NuGet's and Dynamics' localized pages that carry `ms.openlocfilehash`), so [`Anchors::Plain`] does. Before
/// `<a name>` and `<a id>` of the author the pipeline writes its own, unless it is the very same. A heading with an id of
/// its own (`{#id}`) has no other anchor in the English page, and needs none.
pub fn anchors<'a>(subject: Subject<'a>, anchors: Anchors) -> Vec<(&'a Heading, Cow<'a, str>)> {
    if anchors == Anchors::None || is_table_of_contents(subject.name) {
        return Vec::new();
    }
    let headings = subject.document.headings.iter();
    let headings = headings.filter(|heading| heading.id.is_none() && !heading.slug.is_empty());
    match anchors {
        Anchors::Numbered | Anchors::Ids => numbered(subject.document, headings),
        _ => headings.map(|heading| (heading, Cow::Borrowed(heading.slug.as_str()))).collect(),
    }
}

/// DocFX numbers the ids of the English page: Markdig's `AutoIdentifierExtension` adds `-1`, `-2`, … until an id is new.
/// This does the same, also past anchors of the author.
fn numbered<'a>(
    document: &'a Document<'a>,
    headings: impl Iterator<Item = &'a Heading>,
) -> Vec<(&'a Heading, Cow<'a, str>)> {
    let ids = document.headings.iter().filter_map(|heading| heading.id.as_deref());
    let of_author = ids.chain(links::explicit_anchors(document.source)).map(Cow::Borrowed);
    let mut taken: FxHashSet<Cow<'_, str>> = of_author.collect();
    let mut last: FxHashMap<&str, usize> = FxHashMap::default();
    let anchor = |heading: &'a Heading| {
        let slug = heading.slug.as_str();
        if is_there(document, heading, slug) || taken.insert(Cow::Borrowed(slug)) {
            return (heading, Cow::Borrowed(slug));
        }
        let number = last.entry(slug).or_default();
        loop {
            *number += 1;
            let anchor: Cow<'a, str> = Cow::Owned(format!("{slug}-{number}"));
            if taken.insert(anchor.clone()) {
                return (heading, anchor);
            }
        }
    };
    headings.map(anchor).collect()
}

/// The edit that puts an anchor before the text of a heading, unless the very same is there.
pub(super) fn insertion<'a>(document: &Document<'_>, heading: &Heading, anchor: &str) -> Option<Edit<'a>> {
    let edit = || (heading.anchor_at..heading.anchor_at, Cow::Owned(written(anchor)));
    (!is_there(document, heading, anchor)).then(edit)
}

fn is_there(document: &Document<'_>, heading: &Heading, anchor: &str) -> bool {
    document.source[heading.anchor_at..].starts_with(&written(anchor))
}

fn written(anchor: &str) -> String {
    format!("<a name=\"{anchor}\"></a>")
}
