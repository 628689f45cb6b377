//! MDX: `import` and `export`, components on lines of their own, whose children are Markdown.
//!
//! Indentation means nothing in MDX but in lists: what a component holds is moved to its column.

use std::ops::Range;

use super::layout::{OpenTag, Scan};
use super::lines::indent;
use super::{Escape, Words};
use crate::text::constructs::{arguments, expression_len};
use crate::text::flavor::Flavor;
use crate::text::limits::{DEEPEST_MARKUP, LONGEST_COMMENT, LONGEST_CONSTRUCT, head};
use crate::text::markup::tag_len;

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

/// MDX has no indented code: a component that stands four columns to the right of what holds it is one, with all that it holds,
/// and so is an item below a text. For our parser they are moved to what holds them. Other lines of Docusaurus stay code outside of
/// components: earlier versions of MDX have it, and nobody translates code.
pub fn move_to_holder(scan: &mut Scan<'_, '_>, line: &Range<usize>, quote: usize) {
    if quote > 0 || scan.is_in_fence() || scan.until.is_some() {
        return;
    }
    let text = &scan.body[line.clone()];
    let at = indent(text);
    let mut goes_on = false;
    while scan.items.last().is_some_and(|column| at < *column) {
        scan.items.pop();
        goes_on = true;
    }
    let content = text.trim_start();
    let is_below_text = !is_hidden(scan, line.start);
    // Below a text that is in no item only the number 1 begins one.
    let is_text = is_below_text && !goes_on && is_other_number(content) && is_below_paragraph(scan.body, line.start);
    let columns = if is_text { Vec::new() } else { item_columns(text) };
    let holder = scan.items.last().copied().unwrap_or(0).max(scan.margin());
    let is_component = || !is_below_text && tag_at(scan.body, line.end - content.len()).is_some();
    let has_no_code = scan.flavor() != Flavor::Docusaurus || !scan.tags.is_empty() || !scan.directives.is_empty();
    if at >= holder + 4
        && (!columns.is_empty() && (is_below_text || has_no_code) || content.starts_with('<') && is_component())
    {
        scan.move_left(at, at - holder);
    }
    scan.items.extend(columns);
}

fn is_other_number(text: &str) -> bool {
    let is_one = || text.strip_prefix('1').is_some_and(|behind| behind.starts_with(['.', ')']));
    text.starts_with(|c: char| c.is_ascii_digit()) && !is_one()
}

/// Whether the line above reads as one of a paragraph.
fn is_below_paragraph(body: &str, start: usize) -> bool {
    let above = body[..start].lines().next_back().unwrap_or_default().trim_start();
    !above.starts_with(['#', '|', '`', '~', '-', '=', ':', '{'])
}

/// The columns of the texts of the items that a line begins.
fn item_columns(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut column) = (0, 0);
    loop {
        let (start, left) = (at, column);
        while let Some(blank @ (b' ' | b'\t')) = bytes.get(at) {
            column += if *blank == b' ' { 1 } else { 4 - column % 4 };
            at += 1;
        }
        if let Some(last) = found.last_mut() {
            // What stands far behind a mark is code in other Markdown: the item begins right behind the mark.
            *last = if at == bytes.len() || column > left + 4 { left + 1 } else { column };
            if at == start {
                found.pop();
                return found;
            }
        }
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let len = match bytes.get(at + digits) {
            Some(b'-' | b'*' | b'+') if digits == 0 => 1,
            Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
            _ => return found,
        };
        if bytes[at..].iter().filter(|byte| !byte.is_ascii_whitespace()).all(|byte| matches!(byte, b'-' | b'*'))
            && bytes.len() > at + 2
        {
            return found;
        }
        (at, column) = (at + len, column + len);
        found.push(column);
        if found.len() > DEEPEST_MARKUP {
            return found;
        }
    }
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

/// Whether a line is one of JavaScript, and no sentence that begins with the word.
fn is_module(text: &str) -> bool {
    let words = |text: &str| text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).count();
    let imported = |rest: &str| {
        let from = rest.split(" from ").next().unwrap_or(rest);
        rest.starts_with(['{', '*', '"', '\'']) || rest.contains(" from ") && words(from) == 1 || rest.contains(", {")
    };
    const EXPORTED: [&str; 9] = ["const ", "let ", "var ", "function ", "class ", "default ", "async ", "{", "*"];
    text.strip_prefix("import ").is_some_and(imported)
        || text.strip_prefix("export ").is_some_and(|rest| EXPORTED.iter().any(|word| rest.starts_with(word)))
}

/// Notes that the braces of a module do not close: those below are no longer followed to the end of the page.
const MODULE: &str = "import";

/// `import` and `export` go on to the next empty line outside of braces; where these do not close, to the first.
fn module(scan: &mut Scan<'_, '_>, line: &Range<usize>) -> Option<usize> {
    let above = scan.body[..line.start].trim_end_matches([' ', '\t']);
    // What follows a comment is not below a text.
    let is_below_comment = ["-->", "*/}"].iter().any(|close| above.trim_end().ends_with(close));
    let is_below_empty = above.is_empty() || above.ends_with("\n\n") || above.ends_with("\n\r\n");
    let is_first = is_below_empty || is_below_comment || is_hidden(scan, line.start);
    if !is_first {
        return None;
    }
    let mut open = Open::default();
    let mut end = line.start;
    let mut first = None;
    for part in scan.body[line.start..].split_inclusive('\n') {
        if part.trim().is_empty() {
            first.get_or_insert(end);
            if !open.is_open() || scan.unclosed.contains(MODULE) {
                break;
            }
        }
        open.read(part);
        end += part.len();
    }
    if open.is_open() {
        scan.unclosed.insert(MODULE.to_owned());
    }
    let end = first.filter(|_| open.is_open()).unwrap_or(end);
    let end = line.start + scan.body[line.start..end].trim_end().len();
    scan.code.push(line.start..end);
    scan.hide(line.start..end);
    Some(end)
}

/// Whether lines of JavaScript are one program without imports: nothing is open at their end, and no empty line ends it before.
pub fn is_whole_program(text: &str) -> bool {
    let mut open = Open::default();
    for line in text.split('\n') {
        if !open.is_open() && (line.trim().is_empty() || line.starts_with("import ")) {
            return false;
        }
        open.read(line);
    }
    !open.is_open()
}

/// What is open in lines of JavaScript: braces, and a template, which may have empty lines.
#[derive(Default)]
struct Open {
    depth: i32,
    in_template: bool,
}

impl Open {
    fn is_open(&self) -> bool {
        self.depth > 0 || self.in_template
    }

    /// Goes over a line.
    fn read(&mut self, line: &str) {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 1,
                b'`' => self.in_template = !self.in_template,
                _ if self.in_template => {}
                quote @ (b'"' | b'\'') => at += memchr::memchr(quote, &bytes[at + 1..]).map_or(0, |len| len + 1),
                b'/' if bytes.get(at + 1) == Some(&b'/') => return,
                b'{' | b'(' | b'[' => self.depth += 1,
                b'}' | b')' | b']' => self.depth -= 1,
                _ => {}
            }
            at += 1;
        }
    }
}

/// Whether tags are of elements with nothing in them: `<br/>`, `<br></br>`.
fn hold_nothing(tags: &[Tag<'_>]) -> bool {
    let mut tags = tags.iter().peekable();
    while let Some(tag) = tags.next() {
        let is_closed = |next: &&Tag<'_>| next.closes && next.name == tag.name && next.range.start == tag.range.end;
        if !tag.is_empty && (tag.closes || tags.next_if(|next| is_closed(next)).is_none()) {
            return false;
        }
    }
    true
}

/// Whether all elements that tags open are closed among them, and nothing else.
fn are_whole(tags: &[Tag<'_>]) -> bool {
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| !tag.is_empty && !is_void(tag.name)) {
        match tag.closes {
            false => open.push(tag.name),
            true if open.pop() == Some(tag.name) => {}
            true => return false,
        }
    }
    open.is_empty()
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

/// A tag at a place.
struct Tag<'t> {
    range: Range<usize>,
    name: &'t str,
    closes: bool,
    is_empty: bool,
}

fn tag_at(body: &str, at: usize) -> Option<Tag<'_>> {
    let rest = body[at..].strip_prefix('<').map(|_| &body[at..]).filter(|rest| !rest[1..].starts_with(['!', '?']))?;
    // A fragment.
    let len = if rest.starts_with("<>") { 2 } else { tag_len(rest)? };
    let slice = &rest[..len];
    if slice.contains("\n\n") && !slice.contains('{') && !is_only_in_values(slice) {
        return None;
    }
    let inner = slice.trim_start_matches(['<', '/']);
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':');
    let name = &inner[..inner.bytes().take_while(|b| is_name(*b)).count()];
    // `<https://example.com>` is no tag.
    if name.ends_with(':') || slice.contains("://") && !slice.contains(['"', '\'', '{']) {
        return None;
    }
    Some(Tag { range: at..at + len, name, closes: slice.starts_with("</"), is_empty: slice.ends_with("/>") })
}

/// Whether empty lines stand nowhere but in the values of a component: `<Chart of="a⏎⏎b" />`.
fn is_only_in_values(tag: &str) -> bool {
    let mut outside = String::new();
    let mut at = 0;
    for argument in arguments::arguments(tag) {
        let is_value = !argument.name.is_empty();
        outside.push_str(&tag[at..if is_value { argument.value.start } else { argument.value.end }]);
        at = argument.value.end;
    }
    outside.push_str(&tag[at..]);
    tag[1..].starts_with(|c: char| c.is_ascii_uppercase()) && !outside.contains("\n\n")
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

/// The tag that closes an element.
fn closing(body: &str, open: &Tag<'_>) -> Option<Range<usize>> {
    let mut depth = 1usize;
    let mut at = open.range.end;
    while let Some(found) = body[at..].find('<') {
        at += found;
        let Some(tag) = tag_at(body, at) else {
            at += 1;
            continue;
        };
        if tag.name == open.name && !tag.is_empty {
            if tag.closes {
                depth -= 1;
            } else {
                depth += 1;
            }
            if depth == 0 {
                return Some(tag.range);
            }
            if depth > DEEPEST_MARKUP {
                return None;
            }
        }
        at = tag.range.end;
    }
    None
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
    let literal = arguments::literal_words(&scan.body[tag.range.clone()]).into_iter().map(|argument| Words {
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

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "input" | "wbr" | "source" | "meta" | "link" | "col" | "area" | "embed" | "track"
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use super::*;
    use crate::text::constructs::Constructs;

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

    #[test]
    fn items_begin_at_columns() {
        for (line, columns) in [
            ("- a", vec![2]),
            ("  10. a", vec![6]),
            ("-\ta", vec![4]),
            ("- - a", vec![2, 4]),
            ("-      a", vec![2]),
            ("-a", vec![]),
            ("- ", vec![2]),
            ("---", vec![]),
            ("* * *", vec![]),
            ("text - a", vec![]),
        ] {
            assert_eq!(item_columns(line), columns, "{line}");
        }
    }
}
