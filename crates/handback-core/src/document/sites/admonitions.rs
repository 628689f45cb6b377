//! Lines that open and close what stands apart from the text: admonitions, tabs, details, alerts; and lines of other kinds
//! that only some generators know.

use std::ops::Range;

use super::layout::Scan;
use super::lines::prefix_len;
use super::{Escape, Title, Words};
use crate::document::directive::is_directive;
use crate::text::constructs::{arguments, is_attribute_list};
use crate::text::flavor::Flavor;
use crate::text::markup::group_len;

/// Hides a line that is none of the text, and finds the words in it.
pub fn line(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let flavor = scan.flavor();
    if text.starts_with("[!") {
        return if scan.is_far_right(line) { None } else { alert(scan, content) };
    }
    // What only looks like a link definition: `[//]: # (a comment)`.
    if text.starts_with("[//]: #") || text.starts_with("[comment]: #") || text.starts_with("[comment]: <>") {
        return hidden(scan, content);
    }
    if flavor == Flavor::Jekyll {
        item_below_text(scan, line);
    }
    if matches!(flavor, Flavor::Jekyll | Flavor::Mkdocs) {
        no_item(scan, line, content.start);
        no_heading(scan, line);
    }
    let text = &scan.body[content.clone()];
    match flavor {
        Flavor::Docusaurus | Flavor::Starlight | Flavor::Vitepress if text.starts_with(":::") => colons(scan, content),
        Flavor::Gfm if text.starts_with(":::") && is_of_docfx(text) => {
            is_directive(text.trim_end()).then(|| hidden(scan, content)).flatten()
        }
        Flavor::Gfm if text.starts_with(":::") => colons(scan, content),
        Flavor::Vitepress if text.starts_with("<<<") => {
            label_behind(scan, &content);
            hidden(scan, content)
        }
        // VuePress: code from a file, or a film.
        Flavor::Vitepress if is_embedding(text) => hidden(scan, content),
        Flavor::Mkdocs => mkdocs(scan, line, content),
        // The name of a rule, as the reference of a language has them.
        Flavor::Mdbook if is_rule(text) => hidden(scan, content),
        Flavor::Jekyll if text.starts_with("{:") => {
            if text.starts_with("{:toc") {
                hide_item_above(scan, line.start);
            }
            kramdown(scan, content)
        }
        Flavor::Jekyll if text.starts_with("*[") => abbreviation(scan, content),
        Flavor::Jekyll if text.starts_with(HEXO_TAB) => hexo_tab(scan, content),
        Flavor::Jekyll if text.starts_with('<') => {
            markdown_in_html(scan, content.clone()).or_else(|| end_of_html(scan, content))
        }
        Flavor::Jekyll if text == "^" => end_of_block(scan, &content),
        Flavor::Jekyll => closes_behind(scan, line, content),
        _ => None,
    }
}

const HEXO_TAB: &str = "<!-- tab ";

/// `<!-- tab Words -->`, `<!-- tab Words@icon -->`: the title of a tab of Hexo.
fn hexo_tab(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let inner = scan.body[content.clone()].trim_end().strip_prefix(HEXO_TAB)?.strip_suffix("-->")?;
    let title = inner.split('@').next().unwrap_or_default();
    if inner.contains("--") || !title.contains(char::is_alphabetic) {
        return None;
    }
    let start = content.start + HEXO_TAB.len();
    push(scan, start..start + title.len(), Escape::Nothing, "title");
    hidden(scan, content)
}

/// `:::image type="content" …:::`, `:::zone pivot="x"`, `:::row:::`.
fn is_of_docfx(text: &str) -> bool {
    let behind = text.trim_start_matches(':');
    behind.trim_end().ends_with(":::") || behind.split(['[', '{']).next().is_some_and(|name| name.contains("=\""))
}

/// `@[code](@/samples/tide.rs)`, `@[youtube](id)`, alone on its line.
fn is_embedding(text: &str) -> bool {
    let embedded = text.trim_end().strip_prefix("@[").and_then(|rest| rest.strip_suffix(')'));
    embedded.and_then(|rest| rest.split_once("](")).is_some_and(|(kind, target)| {
        kind.starts_with(|c: char| c.is_ascii_lowercase()) && !kind.contains(']') && !target.contains(['(', ')', ' '])
    })
}

/// `r[items.fn.intro]`, alone on its line.
fn is_rule(text: &str) -> bool {
    let name = text.trim_end().strip_prefix("r[").and_then(|rest| rest.strip_suffix(']'));
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(is_of_name))
}

/// `{:toc}` puts a table of contents in the place of the list above it.
fn hide_item_above(scan: &mut Scan<'_, '_>, start: usize) {
    let Some(end) = start.checked_sub(1) else { return };
    let from = scan.body[..end].rfind('\n').map_or(0, |at| at + 1);
    if scan.body[from..end].trim_start().starts_with(['*', '-', '+', '1']) {
        scan.hide(from..end);
    }
}

/// kramdown: a line that ends the block above it, even if it is a list. So does an empty heading for our parser.
fn end_of_block(scan: &mut Scan<'_, '_>, content: &Range<usize>) -> Option<usize> {
    scan.masked[content.start] = b'#';
    Some(content.end)
}

/// kramdown: an item with any number ends a paragraph. For our parser only one with the number 1 does.
fn item_below_text(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    let text = &scan.body[line.clone()];
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let above = scan.body[..line.start].lines().next_back().unwrap_or_default();
    let is_below_text = above.starts_with(|c: char| c.is_alphabetic());
    if is_below_text && (1..=4).contains(&digits) && text[digits..].starts_with(". ") {
        scan.masked[line.start..line.start + digits + 1].fill(b' ');
        scan.masked[line.start..line.start + 2].copy_from_slice(b"1.");
    }
}

/// `1) words` is no item to kramdown and Python-Markdown.
fn no_item(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: usize) {
    let before = scan.body[line.start..content].trim_end_matches([' ', '\t']);
    if before.ends_with(')') {
        scan.masked[line.start + before.len() - 1] = b'x';
    }
}

/// A line of `=` or `-` makes a heading of one line above it to kramdown and Python-Markdown, and not of two, as it does to our
/// parser. There it is text, or a rule.
fn no_heading(scan: &mut Scan<'_, '_>, line: &Range<usize>) {
    let text = scan.body[line.clone()].trim_end();
    let Some(mark) = text.bytes().next().filter(|mark| matches!(mark, b'=' | b'-')) else { return };
    if text.bytes().any(|byte| byte != mark) {
        return;
    }
    let is_text = |line: &str| {
        line.starts_with(|c: char| c.is_alphanumeric() || "[*_`!(\"'".contains(c)) && prefix_len(line) == 0
    };
    let mut above = scan.body[..line.start].lines().rev();
    if above.next().is_some_and(is_text) && above.next().is_some_and(is_text) {
        let is_rule = mark == b'-' && text.len() > 2 && scan.flavor() == Flavor::Mkdocs;
        scan.masked[line.start..line.start + text.len()].fill(if is_rule { b'*' } else { b'x' });
    }
}

/// Attributes of the block above or below, options, and `{::comment}` with all up to `{:/comment}`.
fn kramdown(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    if !text.ends_with('}') {
        return None;
    }
    let is_block = text.starts_with("{::comment") || text.starts_with("{::nomarkdown");
    let close = (is_block && !text.ends_with("/}")).then(|| scan.next("{:/", content.end)).flatten();
    let Some(close) = close else {
        scan.attributes(content.clone());
        return hidden(scan, content);
    };
    let end = close + scan.body[close..].find('\n').unwrap_or(scan.body.len() - close);
    scan.code.push(content.start..end);
    scan.hide(content.start..end);
    Some(end)
}

fn hidden(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    scan.hide(content.clone());
    Some(content.end)
}

/// `[Label]` at the end of a line: the title of a tab with code.
pub fn label_behind(scan: &mut Scan<'_, '_>, content: &Range<usize>) {
    let text = scan.body[content.clone()].trim_end();
    let Some(inner) = text.strip_suffix(']') else { return };
    let Some(open) = inner.rfind('[') else { return };
    if arguments::is_words(&inner[open + 1..]) {
        push(scan, content.start + open + 1..content.start + inner.len(), Escape::Nothing, "label");
    }
}

/// Adds words, if there are any in a range.
fn push(scan: &mut Scan<'_, '_>, range: Range<usize>, escape: Escape, label: &str) {
    let text = &scan.body[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    let range = start..start + text.trim().len();
    if !range.is_empty() {
        scan.words.push(Words { range, escape, label: label.into() });
    }
}

/// Kinds of admonitions that show a title of their own where none is written.
const KINDS: &str = "abstract attention bug caution danger details error example failure hint important info note \
                     question quote secondary success tip warning";

/// Notes that readers see a title at a place where none is written.
fn imply(scan: &mut Scan<'_, '_>, at: usize, kind: &str, title: Title) {
    // Where nobody knows the generator, nobody knows whether it has one.
    if scan.flavor() == Flavor::Gfm {
        return;
    }
    if KINDS.split(' ').any(|known| kind.eq_ignore_ascii_case(known)) {
        scan.words.push(Words { range: at..at, escape: Escape::Implied(title), label: "title".into() });
    }
}

/// `[!NOTE]`, `[!NOTE] Title`, `[!TIP]- Title` of a quotation.
fn alert(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let len = group_len(text)?;
    let is_quote = scan.body[..content.start].ends_with(['>', ' '])
        && scan.body[..content.start].trim_end_matches(' ').ends_with('>');
    if !is_quote {
        return None;
    }
    let len = len + text[len..].bytes().take_while(|b| matches!(b, b'+' | b'-')).count();
    push(scan, content.start + len..content.end, Escape::Nothing, "title");
    hidden(scan, content)
}

/// `:::tip[Title]{attributes}`, `:::tip Title`, `::: details Title`, `:::`.
fn colons(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let colons = text.bytes().take_while(|b| *b == b':').count();
    let rest = &text[colons..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let is_named = rest[blank..].starts_with(|c: char| c.is_alphanumeric());
    // `:::-->` ends a comment as well.
    let name = if is_named { rest[blank..].bytes().take_while(|b| is_name(b)).count() } else { 0 };
    if name == 0 && !rest.trim().is_empty() {
        return None;
    }
    // Of a page of Markdown whose generator nobody knows it is not known what ends a fence.
    if scan.flavor() != Flavor::Vitepress && (scan.constructs.is_mdx || scan.flavor() != Flavor::Gfm) {
        follow_directive(scan, content.start, colons, name > 0);
    }
    let at = content.start + colons + blank + name;
    let kind = &rest[blank..blank + name];
    let after = &rest[blank + name..];
    let own_title = if scan.flavor() == Flavor::Vitepress { Title::Behind } else { Title::Brackets };
    if let Some(inner) = after.strip_prefix('[') {
        let close = closing_bracket(inner)?;
        push(scan, at + 1..at + 1 + close, Escape::Brackets, "title");
        scan.attributes(at + 1 + close + 1..content.end);
    } else if after.starts_with('{') {
        imply(scan, at, kind, own_title);
        scan.attributes(at..content.end);
    } else if !matches!(kind, "code-group" | "raw" | "v-pre") {
        let title = after.find('{').filter(|_| after.trim_end().ends_with('}')).unwrap_or(after.len());
        match after[..title].trim() {
            "" => imply(scan, at, kind, own_title),
            _ => push(scan, at..at + title, Escape::Nothing, "title"),
        }
    }
    hidden(scan, content)
}

/// Opens a directive, or closes the outermost that so many colons close.
fn follow_directive(scan: &mut Scan<'_, '_>, start: usize, colons: usize, opens: bool) {
    let line_start = scan.lines.start(start);
    if opens {
        scan.directives.push((colons, start - line_start));
    } else if let Some(closed) = scan.directives.iter().position(|(opened, _)| *opened <= colons) {
        scan.directives.truncate(closed);
    }
}

/// Where a bracket closes that is open before a text.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 1usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// What MkDocs and its extensions know.
fn mkdocs(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    // `:   !!! note`: an admonition is what a term means.
    if let Some(definition) = text.strip_prefix(": ").map(|rest| rest.trim_start_matches(' ')) {
        let is_admonition = definition.starts_with("!!!") || definition.starts_with("???");
        let content = content.end - definition.len()..content.end;
        return if is_admonition { mkdocs(scan, line, content) } else { None };
    }
    let marks = text.bytes().take_while(|b| matches!(b, b'!' | b'?' | b'=' | b'+')).count();
    match &text[..marks] {
        "!!!" | "???" | "???+" => quoted(scan, line, content, marks, false),
        "===" | "===!" | "===+" | "===+!" | "===!+" => quoted(scan, line, content, marks, true),
        _ if text.starts_with("///") => slashes(scan, content),
        _ if text.starts_with("--8<--") || text.starts_with(";--8<--") => snippet(scan, content),
        _ if text.starts_with("*[") => abbreviation(scan, content),
        _ if text.trim_end() == "[TOC]" => hidden(scan, content),
        _ if text.starts_with('#') => heading(scan, content),
        _ if text.starts_with("<!--") => defined_comment(scan, content),
        _ if text.starts_with('<') => {
            markdown_in_html(scan, content.clone()).or_else(|| html_above_heading(scan, content))
        }
        _ if text.starts_with('{') && text.trim_end().ends_with('}') && text.matches('{').count() == 1 => {
            // Attributes of the block above.
            if !is_attribute_list(text.trim_end()) {
                return None;
            }
            scan.attributes(content.clone());
            hidden(scan, content)
        }
        _ => None,
    }
}

/// Python-Markdown needs no blank behind the marks of a heading. For our parser the last mark becomes one.
fn heading(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let marks = text.bytes().take_while(|b| *b == b'#').count();
    if marks <= 6 && !text[marks..].starts_with([' ', '\t']) && marks < text.trim_end().len() {
        scan.masked[content.start + marks - 1] = b' ';
    }
    None
}

/// `!!! note inline "Title"`, `=== "Tab"`: the body stands four columns to the right.
fn quoted(
    scan: &mut Scan<'_, '_>,
    line: &Range<usize>,
    content: Range<usize>,
    marks: usize,
    needs_title: bool,
) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let rest = &text[marks..];
    // `!!!note` is one, too; a tab needs its blank.
    let is_apart = rest.starts_with(' ') || !needs_title && rest.starts_with(|c: char| c.is_alphanumeric());
    if !is_apart {
        return None;
    }
    let title = rest.find('"').filter(|open| rest.ends_with('"') && *open + 1 < rest.len());
    if needs_title && title != Some(rest.len() - rest.trim_start().len()) {
        return None;
    }
    let types = &rest[..title.unwrap_or(rest.len())];
    if !types.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')) {
        return None;
    }
    if let Some(open) = title {
        let start = content.start + marks + open + 1;
        push(scan, start..content.start + text.len() - 1, Escape::Nothing, "title");
    } else {
        let kind = types.split_whitespace().next().unwrap_or("").to_owned();
        imply(scan, content.start + text.len(), &kind, Title::Quoted);
    }
    scan.open_margin(line, content.start);
    let start = content.start;
    let end = hidden(scan, content);
    // An item that begins with an empty line would end there: with an empty heading it does not.
    if scan.body[line.start..start].contains(|c| !matches!(c, ' ' | '\t' | '>')) {
        scan.masked[start] = b'#';
    }
    end
}

/// `/// note | Title`, its options below, and `///`.
fn slashes(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let slashes = text.bytes().take_while(|b| *b == b'/').count();
    let rest = &text[slashes..];
    let is_type = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')' | '=' | '.' | '#');
    let bar = rest.find('|');
    if !rest[..bar.unwrap_or(rest.len())].chars().all(is_type) {
        return None;
    }
    // `/// html | div.wide`, `/// caption | #long-pier`: what stands behind the bar is none of their words.
    let has_title = !matches!(rest.trim_start().split([' ', '|']).next(), Some("html" | "fancylists" | "define"))
        && !rest[..bar.unwrap_or(rest.len())].trim().ends_with("caption");
    match bar {
        Some(_) if !has_title => {}
        Some(bar) => push(scan, content.start + slashes + bar + 1..content.end, Escape::Nothing, "title"),
        None => imply(scan, content.start + text.trim_end().len(), rest.trim(), Title::Bar),
    }
    scan.hide(content.clone());
    let mut end = content.end;
    // Options of the block: indented lines right below its opener.
    let is_option = |line: &str| line.starts_with("    ") && line.contains(':') && !line.trim().is_empty();
    while !rest.trim().is_empty() {
        let below = scan.body[end..].trim_start_matches('\r').strip_prefix('\n').unwrap_or("");
        let start = scan.body.len() - below.len();
        let len = below.find('\n').unwrap_or(below.len());
        if below.is_empty() || !is_option(&below[..len]) {
            break;
        }
        end = start + below[..len].trim_end_matches('\r').len();
        scan.hide(start..end);
    }
    Some(end)
}

/// A comment that a definition stands below: it becomes a term, which the parser has to see.
fn defined_comment(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let below = scan.body[content.end..].trim_start();
    let is_term = scan.body[content.clone()].trim_end().ends_with("-->") && below.starts_with(": ");
    if is_term {
        super::shortcodes::letters(scan, content);
    }
    None
}

/// `--8<-- "file"`, or files between two such lines.
fn snippet(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let mut end = content.end;
    if text.ends_with("--8<--")
        && let Some(at) = scan.next("--8<--", content.end)
    {
        end = scan.lines.end(at);
    }
    scan.hide(content.start..end);
    Some(end)
}

/// `*[HTML]: Hyper Text Markup Language`.
fn abbreviation(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = &scan.body[content.clone()];
    let colon = text.find("]:")? + 2;
    push(scan, content.start + colon..content.end, Escape::Nothing, "abbreviation");
    hidden(scan, content)
}

/// kramdown: what stands below a closing tag is Markdown again, without an empty line between.
fn end_of_html(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let name = text.strip_prefix("</").and_then(|rest| rest.strip_suffix('>'))?;
    let below = scan.body[content.end..].trim_start_matches('\r').strip_prefix('\n')?;
    let below = below.lines().next()?;
    // In an element around it the tag ends nothing: there are tags below it, of Liquid too, or text further to the right; nor in a
    // comment.
    let start = below.trim_start();
    let is_inner = super::lines::indent(below) >= 4 || start.starts_with(['<', '{']) || start.starts_with("-->");
    let is_end = name.bytes().all(|b| b.is_ascii_alphanumeric()) && !below.trim().is_empty() && !is_inner;
    if is_end { hidden(scan, content) } else { None }
}

/// `words</p>`, where `<p markdown="1">` stands alone on a line above: the tag is none of the text.
fn closes_behind(scan: &mut Scan<'_, '_>, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let open = scan.tags.last().filter(|_| text.ends_with('>'))?;
    let close = format!("</{}>", open.name);
    let is_other = text.contains(&format!("<{}", open.name));
    let len = text.strip_suffix(close.as_str()).filter(|_| !is_other)?.len();
    scan.hide(content.start + len..content.start + text.len());
    scan.end_run_with(line);
    scan.tags.pop();
    Some(content.end)
}

/// Python-Markdown: tags alone on a line, `<div id="low-tide"></div>`, are no part of the heading below them.
fn html_above_heading(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    let below = scan.body[content.end..].trim_start_matches('\r').strip_prefix('\n')?;
    let mut at = 0;
    let mut open = 0usize;
    while let Some(len) = Some(&text[at..]).filter(|rest| rest.starts_with('<')).and_then(crate::text::markup::tag_len)
    {
        let tag = &text[at..at + len];
        open = match tag.starts_with("</") {
            true => open.checked_sub(1)?,
            false => open + usize::from(!tag.ends_with("/>") && !tag.starts_with("<meta") && !tag.starts_with("<br")),
        };
        at += len;
    }
    let is_alone = at == text.len() && at > 0 && open == 0 && below.starts_with('#');
    if is_alone { hidden(scan, content) } else { None }
}

/// A line that is only `<div … markdown>`, and the one that closes it: what stands between is Markdown.
fn markdown_in_html(scan: &mut Scan<'_, '_>, content: Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    if let Some(name) = text.strip_prefix("</").and_then(|rest| rest.strip_suffix('>')) {
        let at = scan.open_tag(name.trim())?;
        scan.close_run();
        scan.tags.truncate(at);
        return hidden(scan, content);
    }
    let len = crate::text::markup::tag_len(text).filter(|len| *len == text.len())?;
    let tag = &text[..len];
    let is_marked = tag[1..len - 1].split([' ', '\t', '\n']).any(|word| {
        let value = word.strip_prefix("markdown").map(|value| value.trim_matches(['=', '"', '\'']));
        value.is_some_and(|value| matches!(value, "" | "1" | "block" | "span" | "md"))
    });
    if !is_marked || tag.ends_with("/>") {
        return None;
    }
    let name: String = tag[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let line_start = scan.body[..content.start].rfind('\n').map_or(0, |at| at + 1);
    let target = super::lines::indent(&scan.body[line_start..]);
    scan.close_run();
    scan.tags.push(super::layout::OpenTag { name, target, outer: target, column: target });
    scan.attributes(content.clone());
    hidden(scan, content)
}
