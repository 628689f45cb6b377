//! The YAML block that a Markdown document starts with.

use std::borrow::Cow;
use std::ops::Range;

pub mod head;
pub(super) mod other;

use super::scalar::{self, Scalar, Style};
use super::translatable::{Reading, needs_translator};
use super::{Document, Form, ParseOptions, Unit, UnitKind, yaml};
use crate::text::flavor::Flavor;
use crate::text::limits::{self, LONGEST_TEXT, MOST_TERMS};

/// Where the front matter stands and what its top-level lines are.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The lines between the two fences.
    pub content: Range<usize>,
    /// Where the document goes on.
    pub body: usize,
    /// Written in YAML: of TOML and JSON only the texts are known.
    pub is_yaml: bool,
    /// Top-level keys in order.
    pub keys: Vec<KeyLine>,
    /// Terms that the author protects from translation (`no-loc`).
    pub no_loc: Vec<String>,
}

/// A top-level key of the front matter.
#[derive(Debug, Clone)]
pub struct KeyLine {
    pub name: String,
    /// From the start of the key's line to the start of the next key's line.
    pub lines: Range<usize>,
    /// End of the line's content where the value is empty (nothing nested below): `ms.date: `.
    pub empty_value: Option<Range<usize>>,
}

const BOM: &str = "\u{feff}";

/// Finds the front matter, adds units for the chosen keys, and returns where the body starts.
pub fn parse(document: &mut Document<'_>, options: &ParseOptions) -> usize {
    let source = document.source;
    let flavor = document.constructs.flavor;
    let start = start_of(source, flavor);
    if let Some(block) = other::parse(source, start, &options.front_matter_keys, flavor) {
        return parse_other(document, block);
    }
    let Some((content, body)) = fences(source, start, flavor) else {
        if source[start..].lines().next().is_some_and(|line| line.trim_end() == "---") {
            document.warnings.push((1, "the front matter has no closing `---`: read as ordinary text".into()));
        }
        return mark_len(source);
    };
    if is_program(first_line(source, start)) {
        document.front_matter =
            Some(FrontMatter { content, body, is_yaml: false, keys: Vec::new(), no_loc: Vec::new() });
        return body;
    }
    let keys = key_lines(source, content.clone());
    let no_loc = keys
        .iter()
        .find(|key| key.name == "no-loc")
        .map_or_else(Vec::new, |key| no_loc_terms(&source[key.lines.clone()]));
    let no_loc = fewer(document, no_loc);
    if let Some(line) =
        keys.iter().find(|key| key.name == "no-loc").and_then(|key| limits::too_deep(&source[key.lines.clone()]))
    {
        let line = line + memchr::memchr_iter(b'\n', &source.as_bytes()[..content.start]).count() as u32;
        document.warnings.push((line, format!("`no-loc` is left out: {}", limits::deep_message())));
    }
    for key in keys.iter().filter(|key| options.front_matter_keys.contains(&key.name)) {
        for value in values(source, key) {
            document.units.extend(value.unit(UnitKind::FrontMatter, &key.name, &no_loc));
        }
    }
    if options.front_matter_keys.iter().any(|key| key.contains('.')) {
        for (key, value) in yaml::nested(source, content.clone(), &options.front_matter_keys) {
            document.units.extend(value.unit(UnitKind::FrontMatter, &key, &no_loc));
        }
    }
    if flavor != Flavor::Docfx {
        for unit in &mut document.units {
            unit.translatable &= unit.text.len() <= LONGEST_TEXT
                && !is_flag(&unit.text)
                && needs_translator(&document.constructs.blanked(&unit.text), &no_loc, Reading::Site);
        }
    }
    document.front_matter = Some(FrontMatter { content, body, is_yaml: true, keys, no_loc });
    body
}

/// `footer: false`: a value that is no text.
fn is_flag(value: &str) -> bool {
    matches!(value, "true" | "false" | "null" | "~")
}

/// Whether the value at the end of a way of keys is wanted: `hero.title` as it is named, or by `*.title` whatever is above it;
/// not what `!resources.title` names.
pub(super) fn is_wanted(wanted: &[String], way: &str) -> bool {
    let ends_so = |last: &str| way.strip_suffix(last).is_some_and(|above| above.ends_with('.'));
    wanted.iter().any(|key| key == way || key.strip_prefix("*.").is_some_and(ends_so))
        && !wanted.iter().any(|key| key.strip_prefix('!') == Some(way))
}

fn quoted_unit(one: other::Found<'_>) -> Unit<'_> {
    Unit {
        kind: UnitKind::FrontMatter,
        span: one.span,
        line: 0,
        translatable: one.text.len() <= LONGEST_TEXT && needs_translator(&one.text, &[], Reading::Site),
        text: one.text,
        heading: None,
        row: None,
        column: 0,
        label: Some(one.key.into()),
        note: None,
        form: Form::Quoted,
    }
}

/// Takes the texts of front matter that is not YAML.
fn parse_other<'s>(document: &mut Document<'s>, block: other::Block<'s>) -> usize {
    match block.found {
        Ok(found) => {
            let filled = found.into_iter().filter(|one| !one.text.trim().is_empty());
            document.units.extend(filled.map(quoted_unit));
        }
        Err((line, message)) => document.warnings.push((line, format!("the front matter cannot be read: {message}"))),
    }
    let (content, body) = (block.content, block.body);
    document.front_matter = Some(FrontMatter { content, body, is_yaml: false, keys: Vec::new(), no_loc: Vec::new() });
    body
}

/// Length of the mark that a text begins with.
fn mark_len(source: &str) -> usize {
    if source.starts_with(BOM) { BOM.len() } else { 0 }
}

/// Where a front matter would start. Hugo passes over empty lines above it.
fn start_of(source: &str, flavor: Flavor) -> usize {
    let start = mark_len(source);
    let rest = &source[start..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    start + if flavor == Flavor::Hugo { blank } else { 0 }
}

/// Where the body of a Markdown document starts.
pub fn body_start(source: &str, flavor: Flavor) -> usize {
    let start = start_of(source, flavor);
    if let Some(block) = other::parse(source, start, &[], flavor) {
        return block.body;
    }
    fences(source, start, flavor).map_or(mark_len(source), |(_, body)| body)
}

/// The range between `---` lines at the start, and where the body begins. Some generators read a page without the second line
/// as front matter alone.
fn fences(source: &str, start: usize, flavor: Flavor) -> Option<(Range<usize>, usize)> {
    let limit = source.len();
    let first_end = scalar::line_end(source, start, limit);
    let first = first_line(source, start);
    if first != "---" && (flavor == Flavor::Docfx || !is_program(first)) {
        return None;
    }
    let content_start = scalar::next_line(source, first_end, limit);
    let mut at = content_start;
    while at < limit {
        let end = scalar::line_end(source, at, limit);
        let line = source[at..end].trim_end();
        // Hugo looks for no more than three.
        let is_long = flavor == Flavor::Hugo && line.len() > 3 && line.bytes().all(|byte| byte == b'-');
        if matches!(line, "---" | "...") || is_long {
            return Some((content_start..at, scalar::next_line(source, end, limit)));
        }
        at = scalar::next_line(source, end, limit);
    }
    let is_whole = first == "---" && matches!(flavor, Flavor::Vitepress | Flavor::Docusaurus) && source.ends_with('\n');
    (is_whole && is_mapping(&source[content_start..])).then_some((content_start..limit, limit))
}

fn first_line(source: &str, start: usize) -> &str {
    source[start..scalar::line_end(source, start, source.len())].trim_end()
}

/// Whether a front matter is in another language than YAML, as its first line says: `---js`. No words are looked for in it.
fn is_program(first: &str) -> bool {
    matches!(first.strip_prefix("---"), Some("js" | "javascript" | "json" | "json5" | "toml" | "coffee" | "cson"))
}

/// Whether a text is keys with values, and nothing else.
fn is_mapping(text: &str) -> bool {
    limits::too_deep(text).is_none()
        && serde_yaml::from_str::<serde_yaml::Mapping>(text).is_ok_and(|map| !map.is_empty())
}

/// The (first) value of a top-level key, decoded; `None` if it is empty or a map.
pub fn value_of<'s>(source: &'s str, block: &FrontMatter, key: &str) -> Option<Cow<'s, str>> {
    let line = block.keys.iter().find(|line| line.name == key)?;
    values(source, line).into_iter().next().map(|value| value.text)
}

fn key_lines(source: &str, content: Range<usize>) -> Vec<KeyLine> {
    let mut keys: Vec<KeyLine> = Vec::new();
    let mut at = content.start;
    while at < content.end {
        let end = scalar::line_end(source, at, content.end);
        let line = &source[at..end];
        let mut next = scalar::next_line(source, end, content.end);
        if !line.starts_with([' ', '\t', '-', '#'])
            && let Some((name, colon)) = scalar::key_in(line)
        {
            if let Some(last) = keys.last_mut() {
                last.lines.end = at;
            }
            let (value, after) = scalar::read(source, at + colon, content.end, 0);
            let blank = line[colon..].trim().is_empty() && value.is_none() && !nested_below(source, next, content.end);
            next = next.max(after);
            keys.push(KeyLine {
                name: name.to_owned(),
                lines: at..content.end,
                empty_value: blank.then_some(at + colon..end),
            });
        }
        at = next;
    }
    keys
}

/// Whether the next line that says something, from `at` on, belongs to the key above it.
fn nested_below(source: &str, mut at: usize, limit: usize) -> bool {
    while at < limit {
        let end = scalar::line_end(source, at, limit);
        let line = &source[at..end];
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return line.starts_with([' ', '\t', '-']);
        }
        at = scalar::next_line(source, end, limit);
    }
    false
}

/// The scalars of a key: one, or the items of a list.
fn values<'s>(source: &'s str, key: &KeyLine) -> Vec<Scalar<'s>> {
    let limit = key.lines.end;
    let Some((_, colon)) = scalar::key_in(&source[key.lines.start..limit]) else { return Vec::new() };
    let at = key.lines.start + colon;
    let end = scalar::line_end(source, at, limit);
    let start = scalar::skip_space(source, at, end);
    if source[start..end].starts_with('[') {
        return flow_items(source, start, end);
    }
    match scalar::read(source, at, limit, 0) {
        (Some(value), _) => vec![value],
        (None, _) if start == end => block_items(source, scalar::next_line(source, end, limit), limit),
        _ => Vec::new(),
    }
}

/// Items of `- one` lines.
fn block_items(source: &str, mut at: usize, limit: usize) -> Vec<Scalar<'_>> {
    let mut items = Vec::new();
    while at < limit {
        let end = scalar::line_end(source, at, limit);
        let dash = scalar::skip_space(source, at, end);
        let (value, next) = match source[dash..end].strip_prefix("- ") {
            Some(rest) if scalar::key_in(rest).is_none() => scalar::read(source, dash + 2, limit, dash - at),
            _ => (None, scalar::next_line(source, end, limit)),
        };
        items.extend(value);
        at = next.max(scalar::next_line(source, end, limit));
    }
    items
}

/// Items of `[one, "two"]` on one line.
fn flow_items(source: &str, start: usize, end: usize) -> Vec<Scalar<'_>> {
    let mut items = Vec::new();
    let mut at = start + 1;
    while at < end {
        at = scalar::skip_space(source, at, end);
        let rest = &source[at..end];
        let Some(first) = rest.chars().next() else { break };
        let (len, style) = match first {
            '\'' | '"' => match scalar::closing_quote(rest) {
                Some(len) => (len, if first == '"' { Style::Double } else { Style::Single }),
                None => return Vec::new(),
            },
            '[' | '{' => return Vec::new(),
            _ => (rest.find([',', ']']).unwrap_or(rest.len()), Style::FlowPlain),
        };
        let raw = rest[..len].trim_end();
        if !raw.is_empty() {
            let inner = if style == Style::FlowPlain { raw } else { &raw[1..raw.len() - 1] };
            items.push(Scalar { span: at..at + raw.len(), text: Cow::Borrowed(inner), style });
        }
        at += len;
        match source[at..end].trim_start().chars().next() {
            Some(',') => at += source[at..end].find(',').unwrap_or(0) + 1,
            _ => break,
        }
    }
    items
}

/// The terms, up to so many.
fn fewer(document: &mut Document<'_>, mut terms: Vec<String>) -> Vec<String> {
    if terms.len() > MOST_TERMS {
        let message =
            format!("`no-loc` has {} terms, and {MOST_TERMS} is the most: the others are left out", terms.len());
        document.warnings.push((1, message));
        terms.truncate(MOST_TERMS);
    }
    terms
}

fn no_loc_terms(lines: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct NoLoc {
        #[serde(rename = "no-loc")]
        terms: Vec<String>,
    }
    let read = limits::too_deep(lines).is_none().then(|| serde_yaml::from_str::<NoLoc>(lines).ok());
    read.flatten().map_or_else(Vec::new, |no_loc| no_loc.terms)
}
