//! Front matter in TOML (`+++`) and JSON (`{`), as Hugo reads it.
//!
//! Values are found by the formats' own parsers, which say where each stands; only the value itself is written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;
use toml_edit::{Document, Item, TableLike, Value};

/// A string of the front matter.
#[derive(Debug)]
pub struct Found<'s> {
    /// The way to it, with dots.
    pub key: String,
    /// With its quotes.
    pub span: Range<usize>,
    pub text: Cow<'s, str>,
}

/// A block of front matter.
#[derive(Debug)]
pub struct Block<'s> {
    /// What is between the fences.
    pub content: Range<usize>,
    /// Where the document goes on.
    pub body: usize,
    /// The strings at the wanted keys, or why they cannot be read: line within the block, and message.
    pub found: Result<Vec<Found<'s>>, (u32, String)>,
}

/// The block that a document starts with, if it is one of these.
pub fn parse<'s>(source: &'s str, start: usize, wanted: &[String]) -> Option<Block<'s>> {
    let rest = &source[start..];
    if rest.starts_with("+++") { toml(source, start, wanted) } else { json(source, start, wanted) }
}

fn toml<'s>(source: &'s str, start: usize, wanted: &[String]) -> Option<Block<'s>> {
    let mut lines = source[start..].split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "+++")?;
    let from = start + first.len();
    let mut at = from;
    for line in lines {
        if line.trim_end() == "+++" {
            let content = from..at;
            let found = match Document::parse(&source[content.clone()]) {
                Ok(document) => Ok(of_toml(source, from, &document, wanted)),
                Err(error) => {
                    let at = error.span().map_or(0, |span| span.start);
                    let line = 2 + source[from..from + at].matches('\n').count() as u32;
                    Err((line, error.message().to_owned()))
                }
            };
            return Some(Block { content, body: at + line.len(), found });
        }
        at += line.len();
    }
    None
}

fn of_toml<'s>(source: &'s str, from: usize, document: &Document<&'s str>, wanted: &[String]) -> Vec<Found<'s>> {
    let mut found = Vec::new();
    for key in wanted {
        let mut strings = Vec::new();
        let steps: Vec<&str> = key.split('.').collect();
        from_table(document.as_table(), &steps, &mut strings);
        for (span, text) in strings {
            let span = from + span.start..from + span.end;
            if source[span.clone()].starts_with(['"', '\'']) {
                found.push(Found { key: key.clone(), span, text: text.into() });
            }
        }
    }
    found
}

fn from_table(table: &dyn TableLike, steps: &[&str], out: &mut Vec<(Range<usize>, String)>) {
    let Some((first, rest)) = steps.split_first() else { return };
    match table.get(first) {
        Some(Item::Value(value)) => from_value(value, rest, out),
        Some(Item::Table(table)) => from_table(table, rest, out),
        Some(Item::ArrayOfTables(tables)) => tables.iter().for_each(|table| from_table(table, rest, out)),
        Some(Item::None) | None => {}
    }
}

fn from_value(value: &Value, steps: &[&str], out: &mut Vec<(Range<usize>, String)>) {
    match value {
        Value::String(text) if steps.is_empty() => out.extend(text.span().map(|span| (span, text.value().clone()))),
        Value::Array(items) => items.iter().for_each(|item| from_value(item, steps, out)),
        Value::InlineTable(table) => from_table(table, steps, out),
        _ => {}
    }
}

fn json<'s>(source: &'s str, start: usize, wanted: &[String]) -> Option<Block<'s>> {
    let rest = &source[start..];
    // `{` on a line of its own: `{{< x >}}` is none.
    if rest.lines().next()?.trim_end() != "{" {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<BTreeMap<String, &RawValue>>();
    let table = values.next()?;
    let end = start + values.byte_offset();
    let body = source[end..].find('\n').map_or(source.len(), |len| end + len + 1);
    match table {
        Ok(table) => {
            let mut found = Vec::new();
            for key in wanted {
                let steps: Vec<&str> = key.split('.').collect();
                if let Some((first, rest)) = steps.split_first()
                    && let Some(value) = table.get(*first)
                {
                    from_raw(source, value, rest, key, &mut found);
                }
            }
            Some(Block { content: start + 1..end.saturating_sub(1).max(start + 1), body, found: Ok(found) })
        }
        // What does not end is text.
        Err(_) => None,
    }
}

fn from_raw<'s>(source: &'s str, value: &'s RawValue, steps: &[&str], key: &str, out: &mut Vec<Found<'s>>) {
    let raw = value.get();
    match (raw.as_bytes().first(), steps.split_first()) {
        (Some(b'"'), None) => {
            // The value borrows from the source: that says where it stands.
            let at = (raw.as_ptr() as usize)
                .checked_sub(source.as_ptr() as usize)
                .filter(|at| at + raw.len() <= source.len());
            if let (Some(at), Ok(text)) = (at, serde_json::from_str::<String>(raw)) {
                out.push(Found { key: key.to_owned(), span: at..at + raw.len(), text: text.into() });
            }
        }
        (Some(b'['), _) => {
            let items: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
            items.into_iter().for_each(|item| from_raw(source, item, steps, key, out));
        }
        (Some(b'{'), Some((first, rest))) => {
            let table: BTreeMap<String, &RawValue> = serde_json::from_str(raw).unwrap_or_default();
            if let Some(value) = table.get(*first) {
                from_raw(source, value, rest, key, out);
            }
        }
        _ => {}
    }
}

/// A text as a string of TOML and JSON alike.
pub fn quoted(text: &str) -> String {
    // TOML wants DEL escaped, which JSON allows.
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}
