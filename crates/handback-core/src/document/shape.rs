//! Indentation below `:::column:::` and its like.
//!
//! Authors indent what is in a column, often by four spaces and more. DocFX takes the content as the
//! column's own; a Markdown parser that does not see the directive takes it for code. So the parser is
//! shown a copy in which such content is moved to the left, and every position is mapped back.

use std::borrow::Cow;
use std::ops::Range;

/// The text that the parser gets, and how its offsets map back to the source.
#[derive(Debug)]
pub struct Shaped<'a> {
    pub text: Cow<'a, str>,
    /// Position in `text`, and how many bytes were left out before it.
    cuts: Vec<(usize, usize)>,
}

impl Shaped<'_> {
    /// A range of the shaped text as a range of the source.
    pub fn to_source(&self, range: Range<usize>) -> Range<usize> {
        if self.cuts.is_empty() {
            return range;
        }
        let start = self.position(range.start);
        let end = if range.end > range.start { self.position(range.end - 1) + 1 } else { start };
        start..end
    }

    fn position(&self, at: usize) -> usize {
        let after = self.cuts.partition_point(|(position, _)| *position <= at);
        at + after.checked_sub(1).map_or(0, |index| self.cuts[index].1)
    }
}

/// Leaves out ranges of a text, in order.
pub fn without<'a>(text: Cow<'a, str>, left_out: &[Range<usize>]) -> Shaped<'a> {
    if left_out.iter().all(Range::is_empty) {
        return Shaped { text, cuts: Vec::new() };
    }
    let mut out = String::with_capacity(text.len());
    let (mut cuts, mut removed, mut at) = (Vec::new(), 0, 0);
    for range in left_out {
        // Two containers may want the same blanks.
        let range = range.start.max(at)..range.end;
        if range.is_empty() {
            continue;
        }
        out.push_str(&text[at..range.start]);
        removed += range.len();
        cuts.push((out.len(), removed));
        at = range.end;
    }
    out.push_str(&text[at..]);
    Shaped { text: out.into(), cuts }
}

/// Shapes `masked`, the copy of `body` in which directives are blank.
pub fn shape<'a>(body: &str, masked: Cow<'a, str>) -> Shaped<'a> {
    if !has_containers(body) {
        return Shaped { text: masked, cuts: Vec::new() };
    }
    let indents = removals(body, &masked);
    let mut text = String::with_capacity(masked.len());
    let (mut cuts, mut removed) = (Vec::new(), 0);
    for (line, remove) in masked.split_inclusive('\n').zip(indents) {
        if remove > 0 {
            removed += remove;
            cuts.push((text.len(), removed));
        }
        text.push_str(&line[remove..]);
    }
    Shaped { text: text.into(), cuts }
}

fn has_containers(body: &str) -> bool {
    ["column", "type=\"complex\""].iter().any(|mark| memchr::memmem::find(body.as_bytes(), mark.as_bytes()).is_some())
        && memchr::memmem::find(body.as_bytes(), b":::").is_some()
}

/// How many leading spaces every line loses.
fn removals(body: &str, masked: &str) -> Vec<usize> {
    let lines: Vec<(&str, &str)> = body.split_inclusive('\n').zip(masked.split_inclusive('\n')).collect();
    let mut removals = vec![0; lines.len()];
    // Open containers with the column that their content belongs to.
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut run = 0..0;
    for (index, (source, shown)) in lines.iter().enumerate() {
        let hidden = !source.trim().is_empty() && shown.trim().is_empty();
        if !hidden {
            run.end = index + 1;
            continue;
        }
        remove_from(&mut removals[run.clone()], &lines[run], open.last().map(|(_, target)| *target));
        run = index + 1..index + 1;
        let name = directive_name(source);
        if let Some(closed) = name.strip_suffix("-end") {
            if let Some(at) = open.iter().rposition(|(name, _)| *name == closed) {
                open.truncate(at);
            }
        } else if matches!(name, "row" | "column") || (name == "image" && source.contains("type=\"complex\"")) {
            let target = open.last().map_or_else(|| indent(source), |(_, target)| *target);
            open.push((name, target));
        }
    }
    remove_from(&mut removals[run.clone()], &lines[run], open.last().map(|(_, target)| *target));
    removals
}

/// Moves the lines of a run to the left as one, down to the column of their container.
fn remove_from(removals: &mut [usize], lines: &[(&str, &str)], target: Option<usize>) {
    let Some(target) = target else { return };
    let filled = lines.iter().filter(|(_, shown)| !shown.trim().is_empty());
    let remove = filled.map(|(_, shown)| indent(shown)).min().unwrap_or(0).saturating_sub(target);
    for (removal, (_, shown)) in removals.iter_mut().zip(lines) {
        *removal = remove.min(indent(shown));
    }
}

fn indent(line: &str) -> usize {
    line.bytes().take_while(|b| *b == b' ').count()
}

/// `column` of `   :::column span="2":::`.
fn directive_name(line: &str) -> &str {
    let rest = line.trim().trim_start_matches(':').trim_start();
    let len = rest.bytes().take_while(|b| b.is_ascii_alphabetic() || *b == b'-').count();
    &rest[..len]
}

#[cfg(test)]
mod tests {
    use super::super::{Document, ParseOptions, Syntax};

    fn texts(source: &str) -> Vec<String> {
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: vec![],
            html_attributes: vec![],
            ..ParseOptions::default()
        };
        let document = Document::parse(source, Syntax::Markdown, &options);
        for unit in &document.units {
            assert!(source[unit.span.clone()].starts_with(unit.text.split('\n').next().unwrap()));
        }
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn columns_hold_text_however_deep_they_are_indented() {
        let source = ":::row:::\n    :::column span=\"2\":::\n        **Bold** text\n        goes on.\n\n            code\n\n        - item\n    :::column-end:::\n:::row-end:::\n\nAfter\n\n    code\n";
        assert_eq!(texts(source), ["**Bold** text\ngoes on.", "item", "After"]);
    }

    #[test]
    fn a_long_description_in_a_list_stays_in_its_item() {
        let source = "1. Step\n\n   :::image type=\"complex\" source=\"a\":::\n       Long description.\n   :::image-end:::\n\n   Next.\n";
        assert_eq!(texts(source), ["Step", "Long description.", "Next."]);
    }
}
