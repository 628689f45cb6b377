//! Front matter in TOML (`+++`) and JSON (`{`), as Hugo reads it.
//!
//! Values are found by the formats' own parsers, which say where each stands; only the value itself is written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;
use toml_edit::{Document, Item, TableLike, Value};

use crate::text::flavor::Flavor;
use crate::text::limits;

/// The first step of a way that begins with whatever keys: `*.title`.
const ANY: &str = "*";

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

/// The block that a document starts with, if it is one of these. DocFX has neither: there only what can be read as TOML is
/// taken for front matter, which is no text whatever reads it.
pub fn parse<'s>(source: &'s str, start: usize, wanted: &[String], flavor: Flavor) -> Option<Block<'s>> {
    match (source[start..].starts_with("+++"), flavor) {
        (true, Flavor::Docfx) => toml(source, start, wanted).filter(|block| block.found.is_ok()),
        (true, _) => toml(source, start, wanted),
        (false, Flavor::Docfx) => None,
        (false, _) => json(source, start, wanted),
    }
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
                    let line = 1 + source[..from + at].matches('\n').count() as u32;
                    Err((line, error.message().to_owned()))
                }
            };
            return Some(Block { content, body: at + line.len(), found });
        }
        at += line.len();
    }
    None
}

/// Strings at keys, without those at the keys that are excluded.
fn at_keys<'s>(wanted: &[String], mut find: impl FnMut(&str, &mut Vec<Found<'s>>)) -> Vec<Found<'s>> {
    let (mut found, mut excluded) = (Vec::new(), Vec::new());
    for key in wanted {
        match key.strip_prefix('!') {
            Some(key) => find(key, &mut excluded),
            None => find(key, &mut found),
        }
    }
    found.retain(|one| !excluded.iter().any(|other: &Found<'_>| other.span == one.span));
    found
}

fn of_toml<'s>(source: &'s str, from: usize, document: &Document<&'s str>, wanted: &[String]) -> Vec<Found<'s>> {
    at_keys(wanted, |key, found| {
        let mut strings = Vec::new();
        let steps: Vec<&str> = key.split('.').collect();
        from_table(document.as_table(), &steps, &mut strings);
        for (span, text) in strings {
            let span = from + span.start..from + span.end;
            if source[span.clone()].starts_with(['"', '\'']) {
                found.push(Found { key: key.to_owned(), span, text: text.into() });
            }
        }
    })
}

fn from_table(table: &dyn TableLike, steps: &[&str], out: &mut Vec<(Range<usize>, String)>) {
    let Some((first, rest)) = steps.split_first() else { return };
    if *first == ANY {
        for (_, item) in table.iter() {
            from_item(item, rest, out);
            from_item(item, steps, out);
        }
    } else if let Some(item) = table.get(first) {
        from_item(item, rest, out);
    }
}

fn from_item(item: &Item, steps: &[&str], out: &mut Vec<(Range<usize>, String)>) {
    match item {
        Item::Value(value) => from_value(value, steps, out),
        Item::Table(table) => from_table(table, steps, out),
        Item::ArrayOfTables(tables) => tables.iter().for_each(|table| from_table(table, steps, out)),
        Item::None => {}
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
        Ok(table) if limits::too_deep(&source[start..end]).is_none() => {
            let found = at_keys(wanted, |key, found| {
                let steps: Vec<&str> = key.split('.').collect();
                from_raw_table(source, &table, &steps, key, found);
            });
            Some(Block { content: start + 1..end.saturating_sub(1).max(start + 1), body, found: Ok(found) })
        }
        // What does not end is text.
        _ => None,
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
        (Some(b'{'), Some(_)) => {
            let table: BTreeMap<String, &RawValue> = serde_json::from_str(raw).unwrap_or_default();
            from_raw_table(source, &table, steps, key, out);
        }
        _ => {}
    }
}

fn from_raw_table<'s>(
    source: &'s str,
    table: &BTreeMap<String, &'s RawValue>,
    steps: &[&str],
    key: &str,
    out: &mut Vec<Found<'s>>,
) {
    let Some((first, rest)) = steps.split_first() else { return };
    if *first == ANY {
        for value in table.values() {
            from_raw(source, value, rest, key, out);
            from_raw(source, value, steps, key, out);
        }
    } else if let Some(value) = table.get(*first) {
        from_raw(source, value, rest, key, out);
    }
}

/// A text in the place of a string of TOML or JSON, spelled as that one is where its kind can say the text.
pub fn spelled_like(raw: &str, text: &str) -> String {
    let own = ["\"\"\"", "'''", "'"].into_iter().find(|quotes| raw.starts_with(quotes)).map(|quotes| {
        let first_break: String =
            raw[quotes.len()..].chars().take_while(|c| matches!(c, '\r' | '\n')).take(2).collect();
        let newline = if raw.contains("\r\n") { "\r\n" } else { "\n" };
        let (text, opened) = match quotes.len() {
            1 => (text.to_owned(), ""),
            _ => (text.replace('\n', newline), if first_break.is_empty() { "" } else { newline }),
        };
        let text = if quotes.starts_with('"') { escaped_lines(&text) } else { text };
        format!("{quotes}{opened}{text}{quotes}")
    });
    let own = own.filter(|own| in_toml(own).is_some_and(|read| read.replace("\r\n", "\n") == text));
    own.unwrap_or_else(|| with_escapes_of(raw, &quoted(text)))
}

/// What a string of TOML says.
fn in_toml(raw: &str) -> Option<String> {
    let source = format!("k = {raw}");
    let document = Document::parse(source.as_str()).ok()?;
    Some(document.as_table().get("k")?.as_str()?.to_owned())
}

/// A text between `"""`.
fn escaped_lines(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\"");
    match text.strip_suffix('"') {
        Some(rest) => format!("{rest}\\\""),
        None => text,
    }
}

/// A quoted text with those characters escaped that the string in its place escapes, as Go does with `&` in JSON.
fn with_escapes_of(raw: &str, quoted: &str) -> String {
    let mut out = quoted.to_owned();
    for (at, _) in raw.match_indices("\\u") {
        let Some(code) = raw.get(at..at + 6) else { continue };
        let c = u32::from_str_radix(&code[2..], 16).ok().and_then(char::from_u32);
        // Others are escaped anyhow, or would escape what they stand in.
        if let Some(c) = c.filter(|c| !c.is_control() && !c.is_ascii_alphanumeric() && !matches!(c, '"' | '\\')) {
            out = out.replace(c, code);
        }
    }
    if raw.contains("\\/") { out.replace('/', "\\/") } else { out }
}

/// A text as a string of TOML and JSON alike.
fn quoted(text: &str) -> String {
    // TOML wants DEL escaped, which JSON allows.
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_wherever_they_are() {
        let wanted = ["title".to_owned(), "*.title".to_owned(), "!resources.title".to_owned()];
        let toml = "+++\ntitle = 'A'\n[[faqs]]\ntitle = 'B'\n[[resources]]\ntitle = 'C'\n[a.b]\ntitle = 'D'\nx = [{title = 'E'}]\n+++\n";
        let json = "{\n\"title\": \"A\", \"faqs\": [{\"title\": \"B\"}], \"resources\": [{\"title\": \"C\"}],\n\
                    \"a\": {\"b\": {\"title\": \"D\", \"x\": [[{\"title\": \"E\"}]]}}\n}\n";
        for source in [toml, json] {
            let mut found = parse(source, 0, &wanted, Flavor::Hugo).unwrap().found.unwrap();
            found.sort_by_key(|one| one.span.start);
            let texts: Vec<&str> = found.iter().map(|one| one.text.as_ref()).collect();
            assert_eq!(texts, ["A", "B", "D", "E"], "{source}");
        }
    }

    #[test]
    fn a_text_is_spelled_as_what_it_takes_the_place_of() {
        for (raw, text, expected) in [
            ("'one'", "un", "'un'"),
            ("'one'", "l'un", "\"l'un\""),
            ("\"\"\"\none\"\"\"", "un \"deux\"", "\"\"\"\nun \"deux\\\"\"\"\""),
            ("\"\"\"\r\none\"\"\"", "un\ndeux", "\"\"\"\r\nun\r\ndeux\"\"\""),
            ("'''one'''", "l'un\n\\d", "'''l'un\n\\d'''"),
            ("\"one \\u0026 two\"", "un & deux < trois", "\"un \\u0026 deux < trois\""),
            ("\"a\\/b\"", "c/d", "\"c\\/d\""),
        ] {
            assert_eq!(spelled_like(raw, text), expected, "{raw}");
        }
    }
}
