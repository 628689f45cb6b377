//! Shortcodes, Liquid, macros and the like: alone on their lines they are no text, among words they are values.

use std::ops::Range;

use super::layout::{Scan, text_of};
use super::lines::prefix_len;
use super::{Escape, Words};
use crate::text::constructs::arguments::{self, name_of};
use crate::text::constructs::{Constructs, code, is_attribute_list};
use crate::text::flavor::Flavor;
use crate::text::markup::{code_in_paragraph_len, tag_len};

/// Hides constructs that fill their lines, and shows the parser letters in place of the others.
pub fn hide(scan: &mut Scan<'_, '_>) {
    let masked = text_of(scan.masked.clone());
    let mut from = 0;
    let mut code = scan.code.clone();
    code.sort_by_key(|code| code.start);
    let comments = comments(&masked);
    code.push(scan.body.len()..scan.body.len());
    for code in code {
        if from < code.start {
            between(scan, &masked, from..code.start, &comments);
        }
        from = from.max(code.end);
    }
}

/// Hides a pair around code that begins at a place and fills its lines; returns where that ends.
pub(super) fn block_of_code(scan: &mut Scan<'_, '_>, start: usize) -> Option<usize> {
    let end = start + code::block_len(scan.flavor(), &scan.body[start..])?;
    alone(scan, &(start..end));
    scan.code.push(start..end);
    Some(end)
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
fn between(scan: &mut Scan<'_, '_>, masked: &str, stretch: Range<usize>, comments: &[Range<usize>]) {
    if scan.flavor().is_mdx() {
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
    let around = around(scan, masked, &found);
    let mut index = 0;
    while index < found.len() {
        let chain = chain_len(masked, &found[index..]);
        for (at, construct) in found.iter().enumerate().skip(index).take(chain.max(1)) {
            match chain {
                0 if around[at] => {
                    alone(scan, construct);
                    cut_before_text(scan, construct);
                }
                0 => shown(scan, construct),
                _ => alone(scan, construct),
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
        let tag = Some(rest).filter(|rest| rest.starts_with('<') && !rest.starts_with("<!")).and_then(tag_len);
        if let Some(len) = tag.filter(|len| !rest[..*len].contains("://") || rest[..*len].contains(['"', '\''])) {
            letters(scan, start + at..start + at + len);
        }
        at += code.or(tag).unwrap_or(1);
    }
}

/// Blanks where a construct was before a text would make code of it. A line of text above it is apart.
fn cut_before_text(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let rest = &scan.body[construct.end..];
    if ends_line(scan, construct.end) {
        return;
    }
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let line_start = scan.body[..construct.start].rfind('\n').map_or(0, |at| at + 1);
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
fn chain_len(masked: &str, found: &[Range<usize>]) -> usize {
    let line_start = masked[..found[0].start].rfind('\n').map_or(0, |at| at + 1);
    let before = &masked[line_start..found[0].start];
    let heading = before[prefix_len(before)..].trim_matches(['#', ' ']);
    if !heading.is_empty() {
        return 0;
    }
    for (index, construct) in found.iter().enumerate() {
        let rest = &masked[construct.end..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        if line.trim().is_empty() {
            return index + 1;
        }
        let next = found.get(index + 1).filter(|next| next.start < construct.end + line.len());
        match next {
            Some(next) if masked[construct.end..next.start].trim().is_empty() => {}
            _ => return 0,
        }
    }
    0
}

/// A construct that is no part of a text.
fn alone(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let slice = &scan.body[construct.clone()];
    scan.words.extend(words_of(scan.constructs, slice, construct.start));
    scan.hide(construct.clone());
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
fn around(scan: &Scan<'_, '_>, masked: &str, found: &[Range<usize>]) -> Vec<bool> {
    let name = |index: usize| name_of(&scan.body[found[index].clone()]);
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for index in 0..found.len() {
        let closed = name(index).strip_prefix('/').or_else(|| name(index).strip_prefix("end"));
        let opener = closed.and_then(|closed| open.iter().rposition(|other| name(*other) == closed));
        match opener {
            Some(at) => {
                pairs.push((open[at], index));
                open.truncate(at);
            }
            None => open.push(index),
        }
    }
    let blank = |range: Range<usize>| masked[range].chars().all(|c| matches!(c, ' ' | '\t'));
    let line_start = |at: usize| masked[..at].rfind('\n').map_or(0, |at| at + 1);
    let line_end = |at: usize| masked[at..].find('\n').map_or(masked.len(), |len| at + len);
    let mut paired = vec![false; found.len()];
    pairs.iter().for_each(|(open, close)| (paired[*open], paired[*close]) = (true, true));
    let is_paired = |index: usize| paired[index];
    let leads = |index: usize| {
        let mut from = index;
        loop {
            let start = line_start(found[from].start);
            let content = start + prefix_len(&masked[start..found[from].start]);
            match from.checked_sub(1) {
                _ if content >= found[from].start => return true,
                Some(before)
                    if is_paired(before)
                        && found[before].end <= found[from].start
                        && blank(found[before].end..found[from].start) =>
                {
                    from = before;
                }
                _ => return false,
            }
        }
    };
    let trails = |index: usize| {
        let mut from = index;
        loop {
            match found.get(from + 1) {
                _ if blank(found[from].end..line_end(found[from].end)) => return true,
                Some(next)
                    if is_paired(from + 1) && next.start >= found[from].end && blank(found[from].end..next.start) =>
                {
                    from += 1;
                }
                _ => return false,
            }
        }
    };
    let at_edge = |index: usize| leads(index) || trails(index);
    let is_around =
        |(open, close): &&(usize, usize)| at_edge(*open) && at_edge(*close) && found[*open].end < found[*close].start;
    let mut around = vec![false; found.len()];
    pairs.iter().filter(is_around).for_each(|(open, close)| (around[*open], around[*close]) = (true, true));
    around
}

/// A construct among words: letters, in which a parser finds no marks. Attributes of headings it has to see.
fn shown(scan: &mut Scan<'_, '_>, construct: &Range<usize>) {
    let slice = &scan.body[construct.clone()];
    let line_start = scan.body[..construct.start].rfind('\n').map_or(0, |at| at + 1);
    let is_heading = scan.body[line_start..].starts_with('#');
    if !is_heading && is_trailing_attributes(scan, construct) {
        scan.attributes(construct.clone());
        return scan.hide(construct.clone());
    }
    let behind = scan.body[construct.end..].trim_start_matches([' ', '\t', '#']);
    let ends = behind.is_empty() || behind.starts_with(['\n', '\r']);
    if ends && !slice.starts_with("{:") && is_attribute_list(slice) {
        scan.attributes(construct.clone());
        return;
    }
    // An id of MDX: no part of the heading.
    if scan.flavor().is_mdx() && slice.starts_with("{/*") && is_heading && ends_line(scan, construct.end) {
        return scan.hide(construct.clone());
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
    let rest = &scan.body[at..];
    rest[..rest.find('\n').unwrap_or(rest.len())].trim().is_empty()
}

pub fn letters(scan: &mut Scan<'_, '_>, range: Range<usize>) {
    for byte in &mut scan.masked[range] {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b'x';
        }
    }
}
