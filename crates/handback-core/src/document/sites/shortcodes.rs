//! Shortcodes, Liquid, macros and the like: alone on their lines they are no text, among words they are values.

use std::ops::Range;

use super::html_blocks::html_blocks;
use super::layout::{Scan, text_of};
use super::lines::{Lines, indent, is_sentence, prefix_len};
use super::{Escape, Words};
use rustc_hash::FxHashMap;

use crate::text::constructs::arguments::{self, closed_name, name_of};
use crate::text::constructs::{Constructs, code, is_attribute_list, is_wiki_link};
use crate::text::flavor::Flavor;
use crate::text::markup::{code_in_paragraph_len, tag_len, ticks};

/// Hides constructs that fill their lines, and shows the parser letters in place of the others.
pub fn hide(scan: &mut Scan<'_, '_>) {
    let masked = text_of(scan.masked.clone());
    let lines = Lines::of(&masked);
    let mut from = 0;
    let mut code = scan.code.clone();
    code.sort_by_key(|code| code.start);
    // MDX has none.
    scan.html = if scan.constructs.is_mdx { Vec::new() } else { html_blocks(&masked, &code) };
    let comments = comments(&masked);
    code.push(scan.body.len()..scan.body.len());
    for code in code {
        if from < code.start {
            between(scan, (&masked, &lines), from..code.start, &comments);
        }
        from = from.max(code.end);
    }
}

/// Hides a pair around code that begins at a place and fills its lines; returns where that ends.
pub(super) fn block_of_code(scan: &mut Scan<'_, '_>, start: usize) -> Option<usize> {
    let end = start + code::block_len(scan.flavor(), &scan.body[start..], &mut scan.unclosed)?;
    alone(scan, &(start..end));
    scan.code.push(start..end);
    Some(end)
}

/// Shortcodes in square brackets around code, each alone on its line, as Grav has them.
const BRACKETED: [&str; 3] = ["prism", "code", "raw"];

/// Hides `[prism classes="language-sh"]` with all up to `[/prism]`; returns where that ends.
pub(super) fn bracketed_code(scan: &mut Scan<'_, '_>, content: &Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let name = *BRACKETED.iter().find(|name| {
        let behind = text.strip_prefix('[').and_then(|rest| rest.strip_prefix(**name));
        behind.is_some_and(|behind| behind == "]" || behind.starts_with(' ') && behind.ends_with(']'))
    })?;
    let close = format!("[/{name}]");
    let end = scan.next(&close, content.end)? + close.len();
    scan.code.push(content.start..end);
    scan.hide(content.start..end);
    Some(scan.lines.end(end))
}

/// A shortcode gets what is in it as it stands: a sentence right below its opener is one however far to the right it stands.
pub(super) fn move_words(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    let text = &scan.body[line.clone()];
    let (at, margin) = (indent(text), scan.margin());
    if at < margin + 4 {
        return;
    }
    let above = scan.body[..line.start].lines().next_back().unwrap_or_default().trim();
    let opens =
        above.starts_with("{{<") && above.ends_with(">}}") && !above.ends_with("/>}}") && closed_name(above).is_none();
    if opens && is_sentence(text) {
        scan.move_left(at, at - margin);
    }
}

/// Comments of HTML: no reader sees what is in them.
fn comments(masked: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = masked[from..].find("<!--").map(|at| from + at) {
        let Some(end) = masked[start..].find("-->").map(|len| start + len + 3) else { break };
        // Behind a backtick it may be code.
        if !masked[..start].ends_with('`') {
            found.push(start..end);
        }
        from = end;
    }
    found
}

/// Looks at a stretch without fenced code.
fn between(
    scan: &mut Scan<'_, '_>,
    (masked, shown_lines): (&str, &Lines),
    stretch: Range<usize>,
    comments: &[Range<usize>],
) {
    if scan.constructs.is_mdx {
        tags(scan, &masked[stretch.clone()], stretch.start);
    }
    let found: Vec<Range<usize>> = scan.constructs.each(&masked[stretch.clone()]);
    let in_comment = |range: &Range<usize>| {
        let next = comments.partition_point(|comment| comment.end <= range.start);
        comments.get(next).is_some_and(|comment| comment.start <= range.start && range.end <= comment.end)
    };
    let found = found.into_iter().map(|range| stretch.start + range.start..stretch.start + range.end);
    let found: Vec<Range<usize>> = found.filter(|range| !in_comment(range)).collect();
    let found = code::joined(scan.flavor(), scan.body, found);
    let found = code::with_raw_joined(scan.flavor(), scan.body, found);
    let around = around(scan, masked, shown_lines, &found);
    let mut index = 0;
    while index < found.len() {
        let chain = chain_len(shown_lines, masked, &found[index..]);
        for (at, construct) in found.iter().enumerate().skip(index).take(chain.max(1)) {
            match chain {
                0 if around[at] => {
                    if !alone(scan, construct) {
                        cut_before_text(scan, construct);
                    }
                }
                0 => shown(scan, construct),
                _ => {
                    if !alone(scan, construct) {
                        keep_item(scan, construct);
                    }
                }
            }
        }
        index += chain.max(1);
    }
}

/// Shows the parser letters in place of tags among words: MDX has no blocks of HTML.
fn tags(scan: &mut Scan<'_, '_>, text: &str, start: usize) {
    let mut at = 0;
    while let Some(found) = text[at..].find(['<', '`']) {
        at += found;
        let rest = &text[at..];
        let code = code_in_paragraph_len(rest);
        let tag =
            Some(rest).filter(|rest| rest.starts_with('<') && !rest[1..].starts_with(['!', '?'])).and_then(tag_len);
        if let Some(len) = tag.filter(|len| !rest[..*len].contains("://") || rest[..*len].contains(['"', '\''])) {
            letters(scan, start + at..start + at + len);
        }
        at += code.or(tag).unwrap_or(ticks(rest).max(1));
    }
}

/// Blanks where a construct was before a text would make code of it. A line of text above it is apart.
fn cut_before_text(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let rest = &scan.body[construct.end..];
    if ends_line(scan, construct.end) {
        return;
    }
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let line_start = scan.lines.start(construct.start);
    let margin = construct.start - line_start;
    let is_first = scan.body[line_start..construct.start].trim().is_empty();
    let kept = if is_first && construct.len() > margin + 1 {
        scan.masked[construct.start] = b'\n';
        margin + 1
    } else {
        0
    };
    scan.cuts.push(construct.start + kept..construct.end + blank);
}

/// How many of these constructs fill lines together, the first from the content of its line on.
fn chain_len(lines: &Lines, masked: &str, found: &[Range<usize>]) -> usize {
    let before = &masked[lines.start(found[0].start)..found[0].start];
    let heading = before[prefix_len(before)..].trim_start_matches(['#', ' ']);
    if !heading.is_empty() {
        return 0;
    }
    for (index, construct) in found.iter().enumerate() {
        // A link of a wiki is what readers see, as one to `page.md` is; so is a formula in its sentence.
        let slice = &masked[construct.clone()];
        if is_wiki_link(slice) || slice.starts_with('$') && !slice.starts_with("$$") || slice.ends_with('`') {
            return 0;
        }
        let line_end = lines.end(construct.end);
        let next = found.get(index + 1).filter(|next| next.start < line_end);
        // Nothing but blanks up to the next one, or to the end of the line.
        let to = next.map_or(line_end, |next| next.start);
        if !masked.get(construct.end..to).is_some_and(|between| between.trim().is_empty()) {
            return 0;
        }
        if next.is_none() {
            return index + 1;
        }
    }
    0
}

/// A construct that is no part of a text. Returns whether it is a tag for the parser, as in a block of HTML.
fn alone(scan: &mut Scan<'_, '_>, construct: &Range<usize>) -> bool {
    let slice = &scan.body[construct.clone()];
    scan.words.extend(words_of(scan.constructs, slice, construct.start));
    let next = scan.html.partition_point(|block| block.end <= construct.start);
    let is_in_html = scan.html.get(next).is_some_and(|block| block.start < construct.start);
    let becomes_tag = is_in_html && construct.len() >= SHORTEST_TAG;
    if becomes_tag {
        tag_in_place(scan, construct);
    } else {
        scan.hide(construct.clone());
    }
    becomes_tag
}

/// The mark of an item with nothing behind it would make a heading of the text above: with an empty heading it does not.
fn keep_item(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let before = scan.body[scan.lines.start(construct.start)..construct.start].trim_end_matches([' ', '\t']);
    if before.ends_with(['-', '*', '+', '.', ')']) {
        scan.masked[construct.start] = b'#';
    }
}

/// `</x>`.
const SHORTEST_TAG: usize = 4;

/// Shows the parser a tag in place of a construct: an empty line would end the block of HTML around it, and make code of what
/// is below.
fn tag_in_place(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    letters(scan, construct.clone());
    scan.masked[construct.start..construct.start + 2].copy_from_slice(b"</");
    scan.masked[construct.end - 1] = b'>';
}

/// The words in a construct that stands at a place.
fn words_of(constructs: &Constructs, slice: &str, start: usize) -> Vec<Words> {
    let arguments = arguments::arguments(code::opener(slice));
    let words = |range: Range<usize>| {
        let argument = arguments.iter().find(|argument| argument.value == range);
        let quote = argument.map_or(b'"', |argument| argument.quote);
        let label = argument.map(|argument| argument.name).filter(|name| !name.is_empty()).unwrap_or(name_of(slice));
        let escape = match constructs.flavor {
            _ if argument.is_none() => Escape::Nothing,
            Flavor::Hugo | Flavor::Mdn if quote != b'`' => Escape::Backslash(quote),
            _ => Escape::Other(quote),
        };
        let label = if label.is_empty() { "words" } else { label };
        Words { range: start + range.start..start + range.end, escape, label: label.into() }
    };
    constructs.words(slice).into_iter().map(words).collect()
}

/// Pairs of constructs that stand around a text from the content of a line to the end of one: they are no part of it.
fn around(scan: &Scan<'_, '_>, masked: &str, lines: &Lines, found: &[Range<usize>]) -> Vec<bool> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut open_names: FxHashMap<&str, usize> = FxHashMap::default();
    let mut paired = vec![false; found.len()];
    let mut pairs = Vec::new();
    for (index, construct) in found.iter().enumerate() {
        let name = name_of(&scan.body[construct.clone()]);
        let closed = closed_name(&scan.body[construct.clone()]);
        if closed.is_none_or(|closed| open_names.get(closed).is_none_or(|count| *count == 0)) {
            open.push((index, name));
            *open_names.entry(name).or_default() += 1;
            continue;
        }
        while let Some((opener, name)) = open.pop() {
            open_names.entry(name).and_modify(|count| *count -= 1);
            if Some(name) == closed {
                pairs.push((opener, index));
                (paired[opener], paired[index]) = (true, true);
                break;
            }
        }
    }
    let blank = |range: Range<usize>| masked[range].chars().all(|c| matches!(c, ' ' | '\t'));
    // Whether nothing but pairs is before each on its line, and behind it.
    let mut at_edge = vec![false; found.len()];
    let mut leads = false;
    for (index, construct) in found.iter().enumerate() {
        let start = lines.start(construct.start);
        let content = start + prefix_len(&masked[start..construct.start]);
        let joins = |before: &Range<usize>| before.end <= construct.start && blank(before.end..construct.start);
        leads = content >= construct.start || leads && paired[index - 1] && joins(&found[index - 1]);
        at_edge[index] = leads;
    }
    let mut trails = false;
    for (index, construct) in found.iter().enumerate().rev() {
        let line_end = lines.end(construct.end);
        let next = found.get(index + 1).filter(|next| next.start < line_end);
        let joins = |next: &Range<usize>| next.start >= construct.end && blank(construct.end..next.start);
        trails = match next {
            Some(next) => trails && paired[index + 1] && joins(next),
            None => blank(construct.end..line_end),
        };
        at_edge[index] |= trails;
    }
    let is_around =
        |(open, close): &&(usize, usize)| at_edge[*open] && at_edge[*close] && found[*open].end < found[*close].start;
    let mut around = vec![false; found.len()];
    pairs.iter().filter(is_around).for_each(|(open, close)| (around[*open], around[*close]) = (true, true));
    around
}

/// A construct among words: letters, in which a parser finds no marks. Attributes of headings it has to see.
fn shown(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let slice = &scan.body[construct.clone()];
    let line_start = scan.lines.start(construct.start);
    let is_heading = scan.body[line_start..].starts_with('#');
    if !is_heading && is_trailing_attributes(scan, construct) {
        scan.attributes(construct.clone());
        return scan.hide(construct.clone());
    }
    let behind = scan.body[construct.end..].trim_start_matches([' ', '\t', '#']);
    let ends = behind.is_empty() || behind.starts_with(['\n', '\r']);
    if ends && !slice.starts_with("{:") && is_attribute_list(slice) {
        scan.attributes(construct.clone());
        // In values our parser expects no marks of tags.
        scan.masked[construct.clone()].iter_mut().filter(|byte| b"<>\\".contains(byte)).for_each(|byte| *byte = b'x');
        return;
    }
    // An id of MDX: no part of the heading.
    if scan.constructs.is_mdx && slice.starts_with("{/*") && is_heading && ends_line(scan, construct.end) {
        return scan.hide(construct.clone());
    }
    // Hugo puts one mark in the place of a shortcode before it looks for rows: in one, code over several lines is a part of it.
    if slice.starts_with("{{<") && scan.body[line_start..construct.start].trim_start().starts_with('|') {
        return scan.masked[construct.clone()].fill(b'x');
    }
    letters(scan, construct.clone());
}

/// `Term {: .class }`, `| Cell { .class } |`: attributes of what they stand at the end of.
fn is_trailing_attributes(scan: &Scan<'_, '_>, construct: &Range<usize>) -> bool {
    let slice = &scan.body[construct.clone()];
    let behind = scan.body[construct.end..].trim_start_matches([' ', '\t']);
    is_attribute_list(slice)
        && matches!(scan.flavor(), Flavor::Mkdocs | Flavor::Jekyll)
        && scan.body[..construct.start].ends_with([' ', '\t'])
        && (behind.is_empty() || behind.starts_with(['\n', '\r', '|']))
}

fn ends_line(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.body[at..scan.lines.end(at)].trim().is_empty()
}

/// Shows the parser letters. How far lines stand to the right it has to see: that may be what makes code of them.
pub fn letters(scan: &mut Scan<'_, '_>, range: Range<usize>) {
    let mut is_indent = false;
    for byte in &mut scan.masked[range] {
        is_indent = matches!(byte, b'\n' | b'\r') || is_indent && matches!(byte, b' ' | b'\t');
        if !is_indent {
            *byte = b'x';
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    #[test]
    fn sentences_in_a_shortcode_stand_as_far_to_the_right_as_they_like() {
        let page = "{{< cards >}}\n  {{< card title=\"Ebb\" >}}\n      Low water at noon\n      and at midnight\n    {{< /card >}}\n    {{< card >}}\n      run --fast; x = 1\n    {{< /card >}}\n{{< /cards >}}\n\nOne\n\n    run it\n";
        let constructs = Arc::new(Constructs::of(Flavor::Hugo));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(page, Syntax::Markdown, &options);
        let texts: Vec<&str> = document.units.iter().map(|unit| &*unit.text).collect();
        assert_eq!(texts, ["Ebb", "Low water at noon\nand at midnight", "One"]);
    }

    #[test]
    fn code_over_lines_in_a_row_is_no_text() {
        let page = "| Ebb | Flow |\n|---|---|\n| One | {{<code>}}\n[{\n  \"tide\": low,\n}]\n{{</code>}} |\n| Two | {{< code >}}a\nb{{< /code >}} at noon |\n";
        let constructs = Arc::new(Constructs::of(Flavor::Hugo));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(page, Syntax::Markdown, &options);
        let translatable = document.units.iter().filter(|unit| unit.translatable);
        let texts: Vec<&str> = translatable.map(|unit| &*unit.text).collect();
        assert_eq!(texts, ["Ebb", "Flow", "One", "Two", "{{< code >}}a\nb{{< /code >}} at noon"]);
        let cell = document.units.last().unwrap();
        let other = "{{< code >}}a | x\nb{{< /code >}} à\nmidi | {{< code >}}a\nb{{< /code >}}";
        assert_eq!(
            document.put_back(cell, other),
            "{{< code >}}a \\| x b{{< /code >}} à midi \\| {{< code >}}a\nb{{< /code >}}"
        );
        for unit in &document.units {
            assert_eq!(document.put_back(unit, &unit.text), &page[unit.span.clone()]);
        }
    }

    #[test]
    fn empty_brackets_behind_a_label_belong_to_the_text() {
        let page = "# The [pier][]\n\n- A [pier][]\n- [pier][]\n\n[pier]: a.md\n";
        for flavor in [Flavor::Gfm, Flavor::Docfx] {
            let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
            let document = Document::parse(page, Syntax::Markdown, &options);
            let texts: Vec<&str> = document.units.iter().map(|unit| &*unit.text).collect();
            assert_eq!(texts, ["The [pier][]", "A [pier][]", "[pier][]"]);
        }
    }

    #[test]
    fn a_fence_behind_a_tab_ends_code_below_any_letters() {
        for flavor in [Flavor::Gfm, Flavor::Mkdocs, Flavor::Hugo, Flavor::Jekyll, Flavor::Docusaurus, Flavor::Docfx] {
            for syntax in [Syntax::Markdown, Syntax::Mdx] {
                let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
                for page in ["```\n港\n\t```\n", "``\u{2028}\n\t```\n港\n\t```\n", "- ```\n  é港\n\t```\n\nBelow.\n"]
                {
                    let document = Document::parse(page, syntax, &options);
                    assert!(
                        document
                            .units
                            .iter()
                            .all(|unit| document.put_back(unit, &unit.text) == page[unit.span.clone()])
                    );
                }
            }
        }
    }

    #[test]
    fn code_in_brackets_is_no_text() {
        let page =
            "[prism classes=\"language-sh\" cl-prompt=\"$\"]\nrow the boat\n\nland it\n[/prism]\n\n[code] of honor\n";
        let options = ParseOptions { constructs: Arc::new(Constructs::of(Flavor::Gfm)), ..ParseOptions::default() };
        let document = Document::parse(page, Syntax::Markdown, &options);
        assert_eq!(document.units.iter().map(|unit| &*unit.text).collect::<Vec<_>>(), ["[code] of honor"]);
    }

    #[test]
    fn values_of_attributes_may_hold_tags() {
        let page = "## Of $n$ hours { data-toc-label='Of <i>n</i> hours' }\n\nOf\n$n$\nhours.\n\n$n = 1$\n";
        let options = ParseOptions { constructs: Arc::new(Constructs::of(Flavor::Mkdocs)), ..ParseOptions::default() };
        let document = Document::parse(page, Syntax::Markdown, &options);
        let texts: Vec<&str> = document.units.iter().filter(|unit| unit.translatable).map(|unit| &*unit.text).collect();
        assert_eq!(texts, ["Of $n$ hours", "Of <i>n</i> hours", "Of\n$n$\nhours."]);
    }

    #[test]
    fn a_comment_that_nothing_closes_hides_the_rest() {
        let constructs = Arc::new(Constructs::of(Flavor::Gfm));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        for (page, texts) in [
            ("One\n\n<!-- low\n\nTwo\n", ["One"].as_slice()),
            ("One\n\n```\n<!--\n```\n\nTwo\n", &["One", "Two"]),
            ("---js\nconst pier = {\n\ttitle: \"Ebb\"\n};\n---\n\n# One\n", &["One"]),
        ] {
            let document = Document::parse(page, Syntax::Markdown, &options);
            assert_eq!(document.units.iter().map(|unit| &*unit.text).collect::<Vec<_>>(), texts, "{page}");
        }
    }

    #[test]
    fn a_construct_over_several_lines_does_not_end_the_block_of_html_around_it() {
        for (flavor, [open, close]) in [(Flavor::Jekyll, ["{% include", "%}"]), (Flavor::Hugo, ["{{< card", ">}}"])] {
            let page = format!("<div>\n  One\n  {open} pier.html\n    length=9\n    depth=2\n{close}\n  Two\n</div>\n");
            let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
            let document = Document::parse(&page, Syntax::Markdown, &options);
            let texts: Vec<&str> = document.units.iter().map(|unit| &*unit.text).collect();
            assert_eq!(texts, ["One", "Two"], "{page}");
        }
    }
}
