//! Elements of HTML to kramdown and Python-Markdown: they go on to the tag that closes them, over empty lines. Our parser ends
//! them at the first one, and would take what stands further to the right below it for code.

use std::ops::Range;

use super::html_blocks::is_block;
use super::layout::Scan;
use super::lines::{blank_len, indent};
use crate::text::flavor::Flavor;
use crate::text::limits::{DEEPEST_MARKUP, head};
use crate::text::markup::tag_len;

/// Bytes of an element that is still one.
const LONGEST: usize = 1 << 18;
/// Bytes of a tag that is still one.
const LONGEST_TAG: usize = 1 << 13;
/// Elements in which blanks count.
const RAW: [&str; 5] = ["pre", "script", "style", "textarea", "svg"];

/// Elements that hold programs.
const PROGRAMS: [&str; 2] = ["script", "style"];

/// An element that is open.
#[derive(Debug)]
pub struct Element {
    end: usize,
    /// The column that the lines in it are moved to.
    column: usize,
    /// What of it is no text.
    raw: Vec<Range<usize>>,
}

/// Follows elements: notes one that a line begins, and moves a line that is in one.
pub fn follow(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    if !matches!(scan.flavor(), Flavor::Jekyll | Flavor::Mkdocs) || scan.is_in_fence() {
        return;
    }
    if scan.element.as_ref().is_none_or(|element| element.end <= line.start) {
        scan.element = begun(scan, line);
        return;
    }
    let Some(element) = scan.element.as_ref() else { return };
    let text = &scan.body[line.clone()];
    let is_raw = element.raw.iter().any(|raw| raw.start < line.start && line.start < raw.end);
    let removed = indent(text).saturating_sub(element.column);
    if removed > 0 && !is_raw {
        scan.cuts.push(line.start..line.start + blank_len(text, removed));
    }
}

/// Hides a program that begins on a line and has empty lines in it; returns where it ends. Below other HTML our parser would end it
/// at the first of them.
pub fn program(scan: &mut Scan<'_, '_>, content: &Range<usize>) -> Option<usize> {
    if !matches!(scan.flavor(), Flavor::Jekyll | Flavor::Mkdocs) {
        return None;
    }
    let name = opened(&scan.body[content.clone()]).filter(|name| PROGRAMS.contains(name))?;
    let at = scan.next(&format!("</{name}"), content.start)?;
    let end = at + scan.body[at..].find('>')? + 1;
    let range = content.start..end;
    let mut lines = scan.body[range.clone()].lines();
    let behind = scan.body[end..].split('\n').next().unwrap_or("");
    if lines.all(|line| !line.trim().is_empty()) || !behind.trim().is_empty() {
        return None;
    }
    scan.close_run();
    scan.code.push(range.clone());
    scan.hide(range);
    Some(end)
}

/// VitePress: a component begins a block of HTML also below a text, and where its tag goes on in the lines below. For our parser such
/// a tag is made one of a single line, which is long; returns where it ends.
pub fn component(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: &Range<usize>) -> Option<usize> {
    if scan.flavor() != Flavor::Vitepress || !scan.body[line.start..content.start].trim().is_empty() {
        return None;
    }
    let behind = scan.body[content.clone()].strip_prefix('<')?;
    let name = behind.strip_prefix('/').unwrap_or(behind);
    let name = &name[..name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count()];
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
        || name.starts_with(|c: char| c.is_ascii_lowercase()) && name.contains('-');
    if !is_component {
        return None;
    }
    let whole = scan.body[content.clone()].trim_end();
    if tag_len(whole) == Some(whole.len()) {
        scan.breaks.push(content.start);
        return None;
    }
    // Up to the first empty line, which ends the block.
    let rest = &scan.body[content.start..];
    let near = head(rest, LONGEST_TAG);
    let near = near.find("\n\n").or_else(|| near.find("\n\r\n")).map_or(near, |end| &near[..end]);
    let len = tag_len(near).filter(|len| near[..*len].contains('\n'))?;
    let behind = near[len..].split('\n').next().unwrap_or_default();
    if !behind.trim().is_empty() {
        return None;
    }
    let tag = content.start..content.start + len;
    scan.breaks.push(tag.start);
    for at in tag.clone() {
        let begins_name = matches!(scan.masked[at], b'@' | b'#') && scan.masked[at - 1].is_ascii_whitespace();
        match scan.masked[at] {
            b'\n' | b'\r' => scan.masked[at] = b' ',
            // `@click` is the name of an attribute to Vue, and none to our parser.
            _ if begins_name => scan.masked[at] = b':',
            _ => {}
        }
    }
    Some(tag.end + behind.len())
}

/// The element that a line begins, if there are empty lines and such text in it, and none of it is said to be Markdown.
fn begun(scan: &mut Scan<'_, '_>, line: &Range<usize>) -> Option<Element> {
    let text = &scan.body[line.clone()];
    let start = line.start + (text.len() - text.trim_start().len());
    let name = opened(&scan.body[start..]).filter(|name| is_block(name))?;
    let close = format!("</{name}");
    if scan.unclosed.contains(&close) {
        return None;
    }
    let Some(end) = end_of(head(&scan.body[start..], LONGEST), name).map(|len| start + len) else {
        scan.unclosed.insert(close);
        return None;
    };
    let inner = &scan.body[start..end];
    let is_markdown = inner.contains("markdown=") || inner.contains(" markdown>");
    (!is_markdown && has_text_apart(inner)).then(|| Element { end, column: indent(text), raw: raw(inner, start) })
}

/// Whether a line below an empty one stands four columns to the right.
fn has_text_apart(inner: &str) -> bool {
    let mut is_below_empty = false;
    inner.lines().any(|line| {
        let is_apart = is_below_empty && indent(line) >= 4 && !line.trim().is_empty();
        is_below_empty = line.trim().is_empty();
        is_apart
    })
}

/// The name of the element that the tag at the start of a text opens.
fn opened(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?;
    let name = &inner[..inner.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let len = tag_len(text)?;
    (!name.is_empty() && !text[..len].ends_with("/>")).then_some(name)
}

/// Length of the element that a text begins with.
fn end_of(text: &str, name: &str) -> Option<usize> {
    let mut depth = 0usize;
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        let rest = &text[at..];
        if opened(rest).is_some_and(|other| other.eq_ignore_ascii_case(name)) {
            depth += 1;
            if depth > DEEPEST_MARKUP {
                return None;
            }
        } else if let Some(behind) = rest.strip_prefix("</")
            && behind.get(..name.len()).is_some_and(|other| other.eq_ignore_ascii_case(name))
            && behind[name.len()..].trim_start().starts_with('>')
        {
            depth -= 1;
            if depth == 0 {
                return Some(at + 2 + name.len() + behind[name.len()..].find('>')? + 1);
            }
        }
    }
    None
}

/// Where elements are in which blanks count.
fn raw(inner: &str, start: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr_iter(b'<', inner.as_bytes()) {
        if found.last().is_some_and(|last| start + at < last.end) {
            continue;
        }
        let rest = &inner[at..];
        let name = opened(rest).filter(|name| RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)));
        found.extend(name.and_then(|name| end_of(rest, name)).map(|len| start + at..start + at + len));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    fn texts(flavor: Flavor, source: &str) -> Vec<String> {
        let constructs = Arc::new(Constructs::of(flavor));
        let options = ParseOptions { constructs, html_attributes: vec!["title".into()], ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn a_program_below_other_html_goes_on_over_empty_lines() {
        let page = "<div id=\"chart\"></div>\n<script>\ndraw(1);\n\ndraw('two boats');\n</script>\n\nBelow.\n";
        for flavor in [Flavor::Jekyll, Flavor::Mkdocs] {
            assert_eq!(texts(flavor, page), ["Below."], "{flavor:?}");
            // Nothing closes it: what follows is still offered.
            assert_eq!(texts(flavor, "<script>\n\nBelow.\n").len(), texts(Flavor::Hugo, "<script>\n\nBelow.\n").len());
        }
    }

    #[test]
    fn a_component_whose_tag_goes_over_lines_is_no_text() {
        let page = "<Harbor\n    title=\"The long pier\"\n    :size=\"a > b\"\n>\n\nOne\n\n</Harbor>\n\n<tide-chart\n  of=\"May\"\n/>\n\nTwo\n";
        assert_eq!(texts(Flavor::Vitepress, page), ["The long pier", "One", "Two"]);
        assert_eq!(texts(Flavor::Vitepress, "<Harbor>\n\nOne *two*\n</Harbor>\n"), ["One *two*"]);
        assert_eq!(texts(Flavor::Vitepress, "<Harbor\n\ntitle=\"One\">\n").len(), 2);
        assert_eq!(texts(Flavor::Vitepress, "<a\nhref=\"/one\">One</a> two\n"), ["<a\nhref=\"/one\">One</a> two"]);
    }

    #[test]
    fn a_tag_in_a_comment_ends_nothing() {
        assert_eq!(texts(Flavor::Jekyll, "<div>\n<!--\n    <b>One</b>\n    </section>\n-->\n</div>\n\nTwo\n"), ["Two"]);
    }

    #[test]
    fn titles_of_tabs_in_comments_are_text() {
        let page = "{% tabs quay %}\n<!-- tab The long pier@boat -->\nOne\n<!-- endtab -->\n<!-- tab 1 -->\nTwo\n<!-- endtab -->\n{% endtabs %}\n";
        assert_eq!(texts(Flavor::Jekyll, page), ["The long pier", "One", "Two"]);
    }

    #[test]
    fn an_alert_in_code_is_code() {
        for flavor in [Flavor::Gfm, Flavor::Hugo, Flavor::Vitepress] {
            assert_eq!(texts(flavor, "One\n\n    > [!tip] Two\n    > Three\n\nFour\n"), ["One", "Four"], "{flavor:?}");
            assert_eq!(
                texts(flavor, "- One\n\n    > [!tip] Two\n    > Three\n"),
                ["One", "Two", "Three"],
                "{flavor:?}"
            );
        }
    }

    #[test]
    fn text_below_an_empty_line_of_an_element_is_text() {
        let table = "<table>\n  <tr>\n    <td>\n      <p>\n\n        One boat\n        of two.\n\n      </p>\n    </td>\n\n    \
                     <td>\n      <pre>\n\n        code here\n      </pre>\n    </td>\n  </tr>\n</table>\n\nBelow.\n\n    code\n";
        for flavor in [Flavor::Jekyll, Flavor::Mkdocs] {
            assert_eq!(texts(flavor, table), ["One boat\nof two.", "Below."], "{flavor:?}");
        }
        assert_eq!(texts(Flavor::Hugo, table), ["Below."]);
        assert_eq!(texts(Flavor::Jekyll, "<div>\n\n    code\n"), [] as [&str; 0]);
    }
}
