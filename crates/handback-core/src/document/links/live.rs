//! Which destinations of a document a reader sees.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::mentions::{Mention, has_authority};
use crate::document::parser::options_of;
use crate::document::view::{View, view};
use crate::document::{Syntax, front_matter};
use crate::text::constructs::Constructs;

/// Where destinations of a document reach a reader: not in code, comments or front matter, and not where nothing
/// makes a link of them.
pub struct Live {
    /// Links, images, definitions, HTML and directives; `None`: everywhere.
    links: Option<Ranges>,
    /// Code and comments.
    dead: Ranges,
    body: usize,
}

impl Live {
    pub fn of(text: &str, syntax: Syntax, constructs: &Constructs) -> Self {
        if syntax == Syntax::Yaml {
            return Self { links: None, dead: Ranges::default(), body: 0 };
        }
        let start = front_matter::body_start(text, constructs.flavor);
        let body = &text[start..];
        let View { shaped, masked, .. } = view(body, constructs);
        let (mut links, mut dead) = (directives(body, &masked), Vec::new());
        let mut events = Parser::new_ext(&shaped.text, options_of(constructs.flavor)).into_offset_iter();
        for (event, range) in events.by_ref() {
            let range = shaped.to_source(range);
            match event {
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => dead.push(range),
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock) | Event::InlineHtml(_) => {
                    links.push(range);
                }
                _ => {}
            }
        }
        let definitions = events.reference_definitions();
        links.extend(definitions.iter().map(|(_, definition)| shaped.to_source(definition.span.clone())));
        let code = Ranges::of(dead);
        let comments = comments(body).filter(|comment| !code.hold(comment.start));
        let dead = Ranges::of(code.0.iter().cloned().chain(comments).collect());
        Self { links: Some(Ranges::of(links)), dead, body: start }
    }

    /// Whether a position is in code or in a comment.
    pub fn is_dead(&self, at: usize) -> bool {
        at.checked_sub(self.body).is_some_and(|at| self.dead.hold(at))
    }

    /// Whether a mention reaches a reader.
    pub fn has(&self, mention: Mention<'_>) -> bool {
        let Some(at) = mention.at.checked_sub(self.body) else { return false };
        // A bare address is a link wherever it stands.
        let is_link = has_authority(mention.target) || self.links.as_ref().is_none_or(|links| links.hold(at));
        is_link && !self.dead.hold(at)
    }
}

/// Ranges in order, none of which touches another, so that looking for a position is fast.
#[derive(Default)]
struct Ranges(Vec<Range<usize>>);

impl Ranges {
    fn of(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_unstable_by_key(|range| range.start);
        ranges.dedup_by(|next, range| {
            let touches = next.start <= range.end;
            if touches {
                range.end = range.end.max(next.end);
            }
            touches
        });
        Self(ranges)
    }

    fn hold(&self, at: usize) -> bool {
        let after = self.0.partition_point(|range| range.start <= at);
        after > 0 && self.0[after - 1].end > at
    }
}

/// Lines that the mask hides from the parser.
fn directives(body: &str, masked: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let lines = body.split_inclusive('\n').zip(masked.split_inclusive('\n'));
    let hidden = lines.filter_map(|(line, masked)| {
        let range = start..start + line.len();
        start = range.end;
        (line != masked).then_some(range)
    });
    hidden.collect()
}

fn comments(body: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + body[from..].find("<!--")?;
        from = body[start..].find("-->").map_or(body.len(), |len| start + len);
        Some(start..from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::links::mentions;

    /// The mentions that reach a reader.
    fn live(text: &str) -> Vec<&str> {
        let live = Live::of(text, Syntax::Markdown, Constructs::docfx());
        mentions(text, Syntax::Markdown).into_iter().filter(|mention| live.has(*mention)).map(|m| m.target).collect()
    }

    #[test]
    fn what_no_reader_sees_is_dead() {
        assert_eq!(live("---\nsee: \"[a](front.md)\"\n---\n[b](body.md)\n"), ["body.md"]);
        assert_eq!(live("`[a](code.md)` [`b`](c.md)\n\n```\n[d](fence.md)\n```\n\n    [e](indented.md)\n"), ["c.md"]);
        assert_eq!(live("<!-- [a](b.md)\n\n<a href=\"c.md\"> --> <a href=\"d.md\">e</a>\n"), ["d.md"]);
        assert_eq!(live("words](a.md) \\[b](c.md)\n\n[d]: e.md\n"), ["e.md"]);
        assert_eq!(
            live("[!INCLUDE [a](b.md)]\n\n- [!include[a](c.md)]\n\n:::image source=\"d.png\":::\n"),
            ["b.md", "c.md", "d.png"]
        );
        assert_eq!(live("| a |\n|--|\n| [b](c.md) <br/> <a href=\"d.md\">e</a> |\n"), ["c.md", "d.md"]);
    }

    #[test]
    fn containers_of_a_site_hold_text_and_no_code() {
        let text = "!!! note\n\n    [a](b.md)\n\n    ```\n    [c](d.md)\n    ```\n";
        let of = |constructs: &Constructs| {
            let live = Live::of(text, Syntax::Markdown, constructs);
            let mentions = mentions(text, Syntax::Markdown).into_iter();
            mentions.filter(|mention| live.has(*mention)).map(|m| m.target).collect::<Vec<_>>()
        };
        assert_eq!(of(&Constructs::of(crate::text::flavor::Flavor::Mkdocs)), ["b.md"]);
        assert_eq!(of(Constructs::docfx()), Vec::<&str>::new());
    }

    #[test]
    fn ranges_that_touch_are_one() {
        let ranges = Ranges::of(vec![8..9, 0..4, 1..2, 4..5]);
        assert_eq!(ranges.0, [0..5, 8..9]);
        let held: Vec<usize> = (0..10).filter(|at| ranges.hold(*at)).collect();
        assert_eq!(held, [0, 1, 2, 3, 4, 8]);
    }

    #[test]
    fn a_comment_that_does_not_end_is_one() {
        assert_eq!(comments(&"<!--".repeat(5_000)).count(), 1);
    }
}
