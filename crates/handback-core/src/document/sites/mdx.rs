//! MDX: `import` and `export`, components on lines of their own, whose children are Markdown.
//!
//! Indentation means nothing in MDX but in lists: what a component holds is moved to its column.

mod items;
mod module;
mod tags;

use std::ops::Range;

pub use self::items::move_to_holder;
pub use self::module::is_whole_program;
use self::module::{is_module, module};
use self::tags::{Tag, are_whole, closing, hold_nothing, is_void, tag_at};
use super::layout::{OpenTag, Scan};
use super::lines::indent;
use super::{Escape, Words};
use crate::text::constructs::{arguments, expression_len};
use crate::text::limits::{LONGEST_COMMENT, LONGEST_CONSTRUCT, head};

/// Elements that stand among words.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "var",
];

/// Hides what of a line, and of those below it, is no text.
pub fn line(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    if content.start == line.start && is_module(text) {
        return module(scan, line);
    }
    if text.starts_with(COMMENT) {
        return comment(scan, content);
    }
    if text.starts_with('<') {
        return component(scan, line, content);
    }
    if text.starts_with('{') {
        return expression(scan, content);
    }
    closed_behind(scan, content);
    None
}

const COMMENT: &str = "<!--";

/// A comment over several lines, which Docusaurus reads: tags in it are none.
fn comment(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    if scan.unclosed.contains(COMMENT) {
        return None;
    }
    let Some(len) = scan.body[content.start..].find("-->") else {
        scan.unclosed.insert(COMMENT.to_owned());
        return None;
    };
    let end = content.start + len;
    let line_end = end + scan.body[end..].find('\n').unwrap_or(scan.body.len() - end);
    (end > content.end).then_some(line_end)
}

/// Notes that the braces of an expression do not close: those below are no longer followed.
const EXPRESSION: &str = "{";

/// An expression on lines of its own that has empty lines in it: to our parser these would be paragraphs.
fn expression(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    if scan.unclosed.contains(EXPRESSION) {
        return None;
    }
    let Some(len) = expression_len(head(&scan.body[content.start..], LONGEST_COMMENT)) else {
        scan.unclosed.insert(EXPRESSION.to_owned());
        return None;
    };
    let range = content.start..content.start + len;
    let mut inner = scan.body[range.clone()].lines().skip(1);
    let behind = scan.body[range.end..].split('\n').next().unwrap_or("");
    // In a comment over several lines tags are none.
    let is_comment = scan.body[range.clone()].starts_with("{/*") && scan.body[range.clone()].contains('\n');
    if !is_comment && inner.all(|line| !line.trim().is_empty()) || !behind.trim().is_empty() {
        return None;
    }
    scan.close_run();
    scan.code.push(range.clone());
    scan.hide(range.clone());
    Some(range.end)
}

/// Whether a line begins a block, and further lines follow: elements that fill it are none of their text.
fn is_above_text(scan: &Scan<'_, '_>, line: &Range<usize>, end: usize) -> bool {
    let below = scan.body[end..].split('\n').nth(1).unwrap_or_default();
    is_hidden(scan, line.start) && !below.trim().is_empty()
}

/// Whether the line above was hidden.
fn is_hidden(scan: &Scan<'_, '_>, start: usize) -> bool {
    let masked = scan.masked[..start].rsplit(|b| *b == b'\n').nth(1);
    masked.is_none_or(|line| line.iter().all(|b| matches!(b, b' ' | b'\r' | b'\t')))
}

/// Components at the start of a line: hidden if they fill it, or if they hold all of the text behind them.
fn component(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let body = scan.body;
    let mut tags = Vec::new();
    let mut at = content.start;
    while let Some(tag) = tag_at(body, at) {
        at = behind_blanks(body, tag.range.end);
        tags.push(tag);
        // `</a>{' '}` at the end of a line says only that a blank follows.
        if let Some(len) = blank_len(&body[at..]) {
            at = behind_blanks(body, at + len);
        }
    }
    let first = tags.first()?;
    let rest = &body[at..];
    let line_end = at + rest.find('\n').unwrap_or(rest.len());
    if rest[..line_end - at].trim().is_empty() {
        let only_inline = tags.iter().all(|tag| INLINE.contains(&tag.name));
        // `<br/><br/>` breaks no sentence that goes on.
        if only_inline
            && tags.len() > 1
            && !hold_nothing(&tags)
            && !(are_whole(&tags) && is_above_text(scan, line, line_end))
        {
            return None;
        }
        scan.close_run();
        let last = tags.last()?.range.end;
        for tag in tags {
            take(scan, line, &tag);
        }
        if last < at {
            scan.hide(last..at);
        }
        return Some(last);
    }
    // Text behind: the component is around it, or part of the sentence.
    if first.closes || first.is_empty || INLINE.contains(&first.name) || first.name.is_empty() {
        closed_behind(scan, content);
        return None;
    }
    let close = closing(head(body, first.range.end + LONGEST_CONSTRUCT), first)?;
    let behind = &body[close.end..];
    let behind = &behind[..behind.find('\n').unwrap_or(behind.len())];
    if !behind.trim_start().is_empty() && !behind.trim_start().starts_with('<') {
        return None;
    }
    scan.close_run();
    take(scan, line, first);
    // Blanks where the tag was would make code of the text.
    let end = first.range.end;
    let from = body[..end].rfind('\n').map_or(content.start, |at| content.start.max(at + 1));
    let kept = apart(scan, line, content.start..end);
    scan.cuts.push(from + kept..end);
    // What is left of the line is text, which may close what it stands in.
    let line_end = end + body[end..].find('\n').unwrap_or(body.len() - end);
    closed_behind(scan, end..line_end);
    Some(line_end)
}

fn behind_blanks(body: &str, at: usize) -> usize {
    body.len() - body[at..].trim_start_matches([' ', '\t']).len()
}

/// The length of an expression that is nothing but a blank, at the end of its line.
fn blank_len(text: &str) -> Option<usize> {
    const BLANKS: [&str; 3] = ["{' '}", "{\" \"}", "{` `}"];
    let blank = BLANKS.iter().find(|blank| text.starts_with(**blank))?;
    let behind = text[blank.len()..].split('\n').next().unwrap_or("");
    behind.trim().is_empty().then_some(blank.len())
}

/// Makes an empty line of a tag that begins its line, so that its text is not joined with that above; returns what of the
/// tag has to stay for that.
fn apart(scan: &mut Scan<'_, '_>, line: &Range<usize>, tag: Range<usize>) -> usize {
    let is_first = scan.body[line.start..tag.start].trim().is_empty() && !scan.body[tag.clone()].contains('\n');
    let margin = scan.tags.last().map_or(0, |open| open.target);
    if !is_first || tag.len() <= margin + 1 {
        return 0;
    }
    scan.masked[tag.start] = b'\n';
    margin + 1
}

/// Hides tags at the end of a text that close components which were opened on lines of their own.
fn closed_behind(scan: &mut Scan<'_, '_>, content: Range<usize>) {
    let mut end = content.end;
    loop {
        let text = scan.body[content.start..end].trim_end();
        let Some(at) = text.rfind("</").map(|at| content.start + at) else { break };
        let Some(tag) = tag_at(scan.body, at).filter(|tag| tag.range.end == content.start + text.len()) else { break };
        if scan.tags.last().is_none_or(|open| open.name != tag.name) {
            break;
        }
        let behind = scan.body[tag.range.end..].split('\n').nth(1).unwrap_or("");
        let is_last = scan.body[tag.range.end..content.end].trim().is_empty();
        scan.hide(tag.range.clone());
        // What stands in the next line is a text of its own.
        if is_last && !behind.trim().is_empty() {
            scan.masked[tag.range.end - 1] = b'\n';
        }
        scan.tags.pop();
        end = at;
    }
}

/// Hides a tag, finds the words in it, and opens or closes its element.
fn take(scan: &mut Scan<'_, '_>, line: &Range<usize>, tag: &Tag<'_>) {
    let worded = arguments::tag_words(&scan.body[tag.range.clone()]);
    let is_worded = |value: &Range<usize>| worded.binary_search_by_key(&value.start, |range| range.start).is_ok();
    scan.arguments(tag.range.clone(), Escape::Entity, |argument, _| is_worded(&argument.value));
    let mut literal = arguments::literal_words(&scan.body[tag.range.clone()]);
    // A tab may be asked for by what it is called.
    if literal.iter().any(|argument| argument.name.is_empty()) && scan.has_values() {
        literal.retain(|argument| !argument.name.is_empty());
    }
    let literal = literal.into_iter().map(|argument| Words {
        range: tag.range.start + argument.value.start..tag.range.start + argument.value.end,
        escape: Escape::Backslash(argument.quote),
        label: argument.name.into(),
    });
    scan.words.extend(literal);
    scan.hide(tag.range.clone());
    if tag.closes {
        if let Some(at) = scan.open_tag(tag.name) {
            scan.tags.truncate(at);
        }
    } else if !tag.is_empty && !is_void(tag.name) {
        // A tag that begins an item stands where its text would.
        let begins_item = line.start < tag.range.start
            && scan.body[line.start..tag.range.start].contains(|c| !matches!(c, ' ' | '\t' | '>'));
        let column = scan.items.last().copied().filter(|_| begins_item);
        let column = column.unwrap_or_else(|| indent(&scan.body[line.clone()]));
        let item = scan.items.last().copied().filter(|item| *item <= column).unwrap_or(0);
        let (target, outer) = match scan.tags.last() {
            None => (column, column),
            // In an item of a list that is where it was: further to the left the item would end.
            Some(open) if open.target == open.column => (item.max(open.target), open.target),
            Some(open) => (open.target, open.outer),
        };
        scan.tags.push(OpenTag { name: tag.name.to_owned(), target, outer, column });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    fn texts(source: &str) -> Vec<String> {
        let constructs = Arc::new(Constructs::of(Flavor::Docusaurus));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn a_component_stands_as_far_to_the_right_as_it_likes() {
        let steps = "Text:\n\n    <Steps>\n    1. One\n\n       ```sh\n       run\n       ```\n\n       Two\n    2. Three\n    </Steps>\n\n\
                     Four\n\n    code\n";
        assert_eq!(texts(steps), ["Text:", "One", "Two", "Three", "Four"]);
        assert_eq!(texts("- One\n\n      <Box>\n      Two\n      </Box>\n\n  Three\n"), ["One", "Two", "Three"]);
        assert_eq!(texts("One\n\n    <Box>\n    ```sh\nrun\n    ```\n\n    Two\n    </Box>\n"), ["One", "Two"]);
        assert_eq!(texts("Tools:\n     - One\n     - Two\n"), ["Tools:", "One", "Two"]);
        assert_eq!(texts("- One\n    - Two\n        - Three\n\n\t\tFour\n"), ["One", "Two", "Three", "Four"]);
    }

    #[test]
    fn an_item_goes_on_behind_components_in_it() {
        let steps = "<Steps>\n1. One\n\n    <Tabs>\n      <Tab>\n      ```sh\n      # run\n      ```\n      </Tab>\n    </Tabs>\n\n    \
                     Two\n\n2. Three\n</Steps>\n";
        assert_eq!(texts(steps), ["One", "Two", "Three"]);
        assert_eq!(texts(&steps.replace("<Tab>\n", "<Tab>\n      Four\n\n")), ["One", "Four", "Two", "Three"]);
        let ends = steps
            .replace("      ```\n      </Tab>", "            ```\n      </Tab>\n      <Tab>\n      Four\n      </Tab>");
        assert_eq!(texts(&ends), ["One", "Four", "Two", "Three"]);
        for margin in ["   ", "    ", ""] {
            let left = steps.replace("      ```\n      </Tab>", &format!("{margin}```\n      </Tab>"));
            assert_eq!(texts(&left.replace("    Two\n\n", "")), ["One", "Three"], "{margin:?}");
        }
    }

    #[test]
    fn values_of_components_may_have_empty_lines() {
        let page = "<Tabs>\n\n    <Tab>\n    <Chart\n        of=\"\n\nebb;\n\nflow\"\n    />\n    One\n    </Tab>\n</Tabs>\n\nTwo\n";
        assert_eq!(texts(page), ["One", "Two"]);
        // A quote that nothing closes hides no texts.
        assert_eq!(texts("<Chart of=\"\n\nOne\n\nTwo\n").len(), 3);
    }

    #[test]
    fn a_text_in_a_component_stands_as_far_to_the_right_as_it_likes() {
        let page = "<Group>\n  <Box title=\"Ebb\">\n    One goes\non there\n\n      Two\n\n    - Three\n\n          Four\n  </Box>\n</Group>\n";
        assert_eq!(texts(page), ["Ebb", "One goes\non there", "Two", "Three", "Four"]);
        let mdx = |source: &str| {
            let constructs = Arc::new(Constructs::of(Flavor::Gfm)).of_page(true);
            let options = ParseOptions { constructs, ..ParseOptions::default() };
            let document = Document::parse(source, Syntax::Mdx, &options);
            document.units.iter().map(|unit| unit.text.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(mdx("One\n\n    Two\n\n\t1.\tThree\n"), ["One", "Two", "Three"]);
    }

    #[test]
    fn an_item_holds_what_stands_below_a_component_that_begins_it() {
        let page = "1. <math>\n     <mrow>\n       <mi>ebb</mi>\n     </mrow>\n   </math>\n   One [two\n   ](a.md).\n2. <math>\n     <mrow>\n       <mi>flow</mi>\n     </mrow>\n   </math>\n   Three\n";
        assert_eq!(texts(page), ["ebb", "One [two\n](a.md).", "flow", "Three"]);
    }

    #[test]
    fn tags_in_comments_and_breaks_alone_are_no_texts() {
        let page = "One\n\n{/*\n<h2>Two</h2>\n<iframe title=\"Three\" />\n*/}\n\n<td>\n  Four\n  <br/><br/>\n  <p>Five</p>\n</td>\n";
        assert_eq!(texts(page), ["One", "Four", "Five"]);
        assert_eq!(texts("One\n\n    Called when it ebbs.\n\n    ebb --fast\n"), ["One", "Called when it ebbs."]);
    }

    #[test]
    fn braces_behind_a_backslash_are_part_of_a_heading() {
        assert_eq!(texts("### Fields -> \\{ ebb: word }\n\nOne\n"), ["Fields -> \\{ ebb: word }", "One"]);
    }

    #[test]
    fn an_item_that_begins_with_a_tag_is_one_below_a_text() {
        let list = "1. <code>\n     One\n   </code>\n   Two\n2. <code>\n     Three\n   </code>\n   Four\n";
        assert_eq!(texts(list), ["One", "Two", "Three", "Four"]);
        assert_eq!(texts(&format!("<details>\n\n{list}\n</details>\n")), ["One", "Two", "Three", "Four"]);
        assert_eq!(texts("One\n- <Box>\n  Two\n  </Box>\n"), ["One", "Two"]);
    }

    #[test]
    fn a_directive_ends_with_a_fence_that_is_open_in_it() {
        let page = ":::harbor\nOne\n\n````sh\nrun\n\nrun\n:::\n\nTwo\n\n```md\n:::\n```\n\nThree\n\n- :::quay\n  Four\n\nFive\n\n```md\n:::\n```\n";
        assert_eq!(texts(page), ["One", "Two", "Three", "Four", "Five"].map(String::from).to_vec());
        let nested = "::::harbor\n:::quay\n```sh\nrun\n```\n:::\nOne\n::::\n\n```sh\n:::\nrun\n```\n";
        assert_eq!(texts(nested), ["One"]);
    }

    #[test]
    fn modules_may_stand_below_comments() {
        let page = "<!-- lint off -->\nimport Tide from './tide.mdx';\n\n{/* lint on */}\nexport const high = 1;\n\nOne\nimport two from three\n";
        assert_eq!(texts(page), ["One\nimport two from three"]);
    }

    #[test]
    fn modules_may_stand_below_a_heading() {
        assert_eq!(texts("# Ebb\nimport Tide from './tide.mdx';\n\nOne\n"), ["Ebb", "One"]);
        assert_eq!(texts("#Ebb\nimport Tide from './tide.mdx';\n").len(), 1);
    }

    #[test]
    fn literals_in_values_of_components_are_texts_where_they_read_so() {
        let page = "<Menu\n  items={[{ title: \"Low tide\", id: \"low\", 'label': 'High' }]}\n  onClick={() => show(\"Not this one\")}\n/>\n\n\
                    <List data={[\"The long pier\", 'A short one', \"ebb\"]} />\n";
        assert_eq!(texts(page), ["Low tide", "High", "The long pier", "A short one", "ebb"]);
        assert_eq!(texts("<List data={[\"ebb\", \"flow\"]} plan={{ kind: 'Two words' }} />\n"), [] as [&str; 0]);
        // What a tab is called is also how a page asks for it.
        let tabs = "<Tabs items={['The long pier']}>\n<Tab value=\"The long pier\">\nOne\n</Tab>\n</Tabs>\n";
        assert_eq!(texts(tabs), ["One"]);
    }

    #[test]
    fn a_directive_without_a_body_is_no_text() {
        let page = "One\n\n::harbor\n\n::harbor[The pier]{plan=\"a\" title=\"Low tide\"}\n\n::is no directive\n";
        assert_eq!(texts(page), ["One", "The pier", "Low tide", "::is no directive"]);
    }

    #[test]
    fn an_expression_goes_on_over_empty_lines() {
        let page = "One\n\n<Tabs>\n  {Object.entries({\n    pier: `\nfirst line\n\nsecond line\n`,\n  }).map(([name]) => (\n    <b>it's {name}</b>\n\n  ))}\n</Tabs>\n\nTwo\n";
        assert_eq!(texts(page), ["One", "Two"]);
        // What goes on behind it is a text; what never closes hides nothing.
        assert_eq!(texts("{a(\n\n)} One\n"), ["{a(", ")} One"]);
        assert_eq!(texts("{a(\n\nOne\n"), ["{a(", "One"]);
    }

    #[test]
    fn elements_that_fill_lines_are_none_of_the_text_below() {
        let page = "<a href=\"/one\"><img src=\"a.png\" /></a>\n<a href=\"/two\"><img alt=\"The long pier\" /></a>\n<br/>It is closed.\n";
        assert_eq!(texts(page), ["The long pier", "<br/>It is closed."]);
    }

    #[test]
    fn only_the_number_one_begins_an_item_below_a_text() {
        let page = "<ins>**Ebb**</ins>\n4. One\n5. Two\n    - Three\n    - Four\n";
        assert_eq!(texts(page), ["<ins>**Ebb**</ins>\n4. One\n5. Two", "Three", "Four"]);
        assert_eq!(texts("## Ebb\n4. One\n    - Two\n5. Three\n"), ["Ebb", "One", "Two", "Three"]);
        assert_eq!(texts("1. One\n2. Two\n    - Three\n"), ["One", "Two", "Three"]);
    }

    #[test]
    fn what_is_in_a_directive_is_text_however_far_to_the_right() {
        let page =
            ":::info[Ebb]\n    **Mind** the tide, or\n    `ask` first.\n\n    `tide` is low.\n:::\n\n    ebb --fast\n";
        assert_eq!(texts(page), ["Ebb", "**Mind** the tide, or\n`ask` first.", "`tide` is low."]);
        assert_eq!(
            texts(":::info[Ebb]\n    One:\n\n      - Two\n      - Three\n:::\n"),
            ["Ebb", "One:", "Two", "Three"]
        );
    }

    #[test]
    fn an_element_closes_before_a_blank() {
        let page = "<p>\n  The{' '}\n  <a href=\"/pier\">\n    long pier\n  </a>{' '}\n  is closed.\n</p>\n";
        assert_eq!(texts(page), ["The{' '}", "long pier", "is closed."]);
        assert_eq!(
            texts("The <a href=\"/pier\">pier</a>{' '}\nis closed.\n"),
            ["The <a href=\"/pier\">pier</a>{' '}\nis closed."]
        );
    }
}
