//! The entries of a page's front matter, whichever format it is in: what a locale sets, keeps and drops there.
//!
//! Entries are looked at as they are written. Where the front matter cannot be read it has none, and nothing is changed in it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;
use serde_json::value::RawValue;
use toml_edit::{Document, Item};

use super::super::scalar::{line_end, next_line};
use super::super::{newline_at, yaml};
use crate::text::flavor::Flavor;
use crate::text::limits;

/// The format of a front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Yaml,
    Toml,
    Json,
}

/// A front matter with its top-level entries in order.
#[derive(Debug)]
pub struct Head<'s> {
    pub source: &'s str,
    pub dialect: Dialect,
    /// What is between the fences.
    pub content: Range<usize>,
    pub entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// Whole lines; in JSON from the key to the end of its value.
    pub span: Range<usize>,
}

impl<'s> Head<'s> {
    /// The front matter that a page starts with.
    pub fn of(source: &'s str, flavor: Flavor) -> Option<Self> {
        let start = super::start_of(source, flavor);
        if let Some(block) = super::other::parse(source, start, &[], flavor) {
            let dialect = if source[start..].starts_with('{') { Dialect::Json } else { Dialect::Toml };
            block.found.ok()?;
            let head = Self { source, dialect, content: block.content, entries: Vec::new() };
            let entries = if dialect == Dialect::Json { head.of_json(start)? } else { head.of_toml()? };
            return Some(Self { entries, ..head });
        }
        let (content, _) = super::fences(source, start, flavor)?;
        if super::is_program(super::first_line(source, start)) {
            return None;
        }
        let keys = super::key_lines(source, content.clone());
        let entry = |key: super::KeyLine| Entry { span: without_remarks(source, key.lines), name: key.name };
        Some(Self { source, dialect: Dialect::Yaml, content, entries: keys.into_iter().map(entry).collect() })
    }

    /// Whether a page begins as front matter does, and it cannot be read: then nobody knows what it says.
    pub fn is_unreadable(source: &'s str, flavor: Flavor) -> bool {
        let first = source.strip_prefix(super::BOM).unwrap_or(source).lines().next().unwrap_or("");
        // `{{< x >}}` begins a text.
        matches!(first.trim_end(), "---" | "+++" | "{") && Self::of(source, flavor).is_none()
    }

    /// Where the first entry of the table that the way leads into goes, in TOML that has a header for it.
    pub fn below_header(&self, way: &[String]) -> Option<usize> {
        let (_, table) = way.split_last().filter(|(_, table)| self.dialect == Dialect::Toml && !table.is_empty())?;
        let header = format!("[{}]", table.join("."));
        let mut at = self.content.start;
        self.source[self.content.clone()].split_inclusive('\n').find_map(|line| {
            at += line.len();
            (line.split('#').next().unwrap_or("").trim() == header).then_some(at)
        })
    }

    fn of_toml(&self) -> Option<Vec<Entry>> {
        let (from, limit) = (self.content.start, self.content.end);
        let document = Document::parse(&self.source[self.content.clone()]).ok()?;
        let table = document.as_table();
        let mut entries: Vec<Entry> = Vec::new();
        for (name, item) in table {
            // Tables have lines of their own further down.
            let Item::Value(value) = item else { continue };
            let (Some(key), Some(value)) = (table.key(name).and_then(toml_edit::Key::span), value.span()) else {
                continue;
            };
            let start = self.source[..from + key.start].rfind('\n').map_or(0, |at| at + 1);
            let end = next_line(self.source, line_end(self.source, from + value.end, limit), limit);
            entries.push(Entry { name: name.to_owned(), span: start..end });
        }
        entries.sort_by_key(|entry| entry.span.start);
        Some(entries)
    }

    fn of_json(&self, start: usize) -> Option<Vec<Entry>> {
        let source = self.source;
        let mut values =
            serde_json::Deserializer::from_str(&source[start..]).into_iter::<BTreeMap<String, &RawValue>>();
        let table = values.next()?.ok()?;
        let entry = |(name, value): (String, &RawValue)| {
            // The value borrows from the source: that says where it stands.
            let at = (value.get().as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
            let key = source[..at].trim_end().strip_suffix(':')?.trim_end();
            let quoted = Value::from(name.as_str()).to_string();
            let key = key.strip_suffix(quoted.as_str())?.len();
            Some(Entry { name, span: key..at + value.get().len() })
        };
        let mut entries: Vec<Entry> = table.into_iter().map(entry).collect::<Option<_>>()?;
        entries.sort_by_key(|entry| entry.span.start);
        Some(entries)
    }

    /// The entry with this name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// An entry as it is written.
    pub fn text(&self, entry: &Entry) -> &'s str {
        &self.source[entry.span.clone()]
    }

    /// The line end of the front matter.
    pub fn newline(&self) -> &'static str {
        newline_at(self.source, self.content.end)
    }

    /// What stands at the end of a way of keys.
    pub fn value(&self, way: &[String]) -> Option<Value> {
        let (first, rest) = way.split_first()?;
        match self.entry(first) {
            Some(entry) => value_in(self.dialect, self.text(entry), way),
            // `[l10n]` is a table further down.
            None if self.dialect == Dialect::Toml && !rest.is_empty() => {
                value_in(Dialect::Toml, &self.source[self.content.clone()], way)
            }
            None => None,
        }
    }

    /// The same without the strings below it that are translated, as `wanted` names them.
    pub fn value_without_texts(&self, way: &[String], wanted: &[String]) -> Option<Value> {
        let mut value = self.value(way)?;
        clear_texts(&mut value, &mut way.join("."), wanted);
        Some(value)
    }

    /// Where the value at the end of a way of several keys stands, if it is a scalar.
    pub fn place(&self, way: &[String]) -> Option<Range<usize>> {
        match self.dialect {
            Dialect::Yaml => {
                let span = self.entry(way.first()?)?.span.clone();
                let found = yaml::nested(self.source, span, &[way.join(".")]);
                found.into_iter().next().map(|(_, scalar)| scalar.span)
            }
            Dialect::Toml => {
                let document = Document::parse(&self.source[self.content.clone()]).ok()?;
                let span = item_at(&document, way)?.span()?;
                Some(self.content.start + span.start..self.content.start + span.end)
            }
            Dialect::Json => None,
        }
    }
}

/// Empties the strings at ways with several keys that are wanted.
fn clear_texts(value: &mut Value, way: &mut String, wanted: &[String]) {
    match value {
        Value::String(text) if way.contains('.') && super::is_wanted(wanted, way) => text.clear(),
        Value::Array(items) => items.iter_mut().for_each(|item| clear_texts(item, way, wanted)),
        Value::Object(entries) => {
            let len = way.len();
            for (key, inner) in entries {
                way.push('.');
                way.push_str(key);
                clear_texts(inner, way, wanted);
                way.truncate(len);
            }
        }
        _ => {}
    }
}

/// An entry's lines without the comments and empty lines before the next one.
fn without_remarks(source: &str, mut lines: Range<usize>) -> Range<usize> {
    while let Some(last) =
        source[lines.clone()].trim_end_matches(['\n', '\r']).rfind('\n').map(|at| lines.start + at + 1)
    {
        let line = &source[last..lines.end];
        if !(line.trim().is_empty() || line.starts_with('#')) {
            break;
        }
        lines.end = last;
    }
    // The last line may be followed by empty ones.
    let text = source[lines.clone()].trim_end_matches(['\n', '\r']);
    lines.end = next_line(source, lines.start + text.len(), lines.end);
    lines
}

/// What an entry as it is written says at the end of a way; `None` also where it cannot be read.
pub fn value_in(dialect: Dialect, text: &str, way: &[String]) -> Option<Value> {
    if limits::too_deep(text).is_some() {
        return None;
    }
    let whole = match dialect {
        Dialect::Yaml => serde_yaml::from_str(text).ok()?,
        Dialect::Json => serde_json::from_str(&format!("{{{text}}}")).ok()?,
        Dialect::Toml => {
            let document = Document::parse(text).ok()?;
            return of_toml(item_at(&document, way)?.as_value()?);
        }
    };
    way.iter().try_fold(&whole, |value: &Value, key| value.get(key)).cloned()
}

fn item_at<'d>(document: &'d Document<&str>, way: &[String]) -> Option<&'d Item> {
    let (first, rest) = way.split_first()?;
    rest.iter().try_fold(document.as_table().get(first)?, |item, key| item.get(key))
}

fn of_toml(value: &toml_edit::Value) -> Option<Value> {
    Some(match value {
        toml_edit::Value::String(text) => Value::from(text.value().as_str()),
        toml_edit::Value::Integer(number) => Value::from(*number.value()),
        toml_edit::Value::Float(number) => Value::from(*number.value()),
        toml_edit::Value::Boolean(flag) => Value::from(*flag.value()),
        toml_edit::Value::Datetime(day) => Value::from(day.value().to_string()),
        toml_edit::Value::Array(items) => items.iter().map(of_toml).collect::<Option<Vec<_>>>()?.into(),
        toml_edit::Value::InlineTable(table) => {
            let entries = table.iter().map(|(key, value)| Some((key.to_owned(), of_toml(value)?)));
            Value::Object(entries.collect::<Option<_>>()?)
        }
    })
}

/// A value as it is written in a dialect, on one line.
pub fn spelled(dialect: Dialect, value: &Value) -> String {
    match (dialect, value) {
        (Dialect::Yaml, Value::String(text)) if !text.contains('\n') => {
            serde_yaml::to_string(text).map_or_else(|_| value.to_string(), |yaml| yaml.trim_end().to_owned())
        }
        // TOML wants DEL escaped, which JSON allows; lists of both are those of YAML, too.
        _ => value.to_string().replace('\u{7f}', "\\u007F"),
    }
}

/// An entry as it is written where there was none.
pub fn entry_text(dialect: Dialect, way: &[String], value: &Value, newline: &str) -> String {
    let value = spelled(dialect, value);
    let Some((first, rest)) = way.split_first() else { return String::new() };
    match dialect {
        Dialect::Yaml => {
            let mut text = format!("{first}:");
            for (depth, key) in rest.iter().enumerate() {
                text.push_str(&format!("{newline}{}{key}:", "  ".repeat(depth + 1)));
            }
            format!("{text} {value}{newline}")
        }
        Dialect::Toml => format!("{} = {value}{newline}", way.join(".")),
        Dialect::Json => {
            let inner =
                rest.iter().rev().fold(value, |value, key| format!("{{{}: {value}}}", Value::from(key.as_str())));
            format!("{}: {inner}", Value::from(first.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(source: &str) -> Head<'_> {
        Head::of(source, Flavor::Hugo).unwrap()
    }

    fn texts(source: &str) -> Vec<&str> {
        let head = head(source);
        head.entries.iter().map(|entry| head.text(entry)).collect()
    }

    fn way(key: &str) -> Vec<String> {
        key.split('.').map(str::to_owned).collect()
    }

    #[test]
    fn entries_are_whole_lines_without_what_stands_between_them() {
        let yaml = "---\ntitle: A # one\n\n# Who\nreviewers:\n- kim\n- lee\nl10n:\n  sourceCommit: abc\n---\nText\n";
        assert_eq!(texts(yaml), ["title: A # one\n", "reviewers:\n- kim\n- lee\n", "l10n:\n  sourceCommit: abc\n"]);
        let toml = "+++\ntitle = 'A' # one\n# Who\nreviewers = [\n  'kim',\n]\n\n[params]\nx = 1\n+++\n";
        assert_eq!(texts(toml), ["title = 'A' # one\n", "reviewers = [\n  'kim',\n]\n"]);
        let json = "{\n  \"title\": \"A\",\n  \"tags\": [\"x\"]\n}\nText\n";
        assert_eq!(texts(json), ["\"title\": \"A\"", "\"tags\": [\"x\"]"]);
    }

    #[test]
    fn values_are_read_in_every_dialect() {
        let yaml = head("---\na: 'x'\nl:\n  c: 12\n---\n");
        let toml = head("+++\na = 'x'\n[l]\nc = 12\n+++\n");
        let json = head("{\n\"a\": \"x\", \"l\": {\"c\": 12}\n}\n");
        for head in [yaml, toml, json] {
            assert_eq!(head.value(&way("a")), Some(Value::from("x")), "{head:?}");
            assert_eq!(head.value(&way("l.c")), Some(Value::from(12)), "{head:?}");
            assert_eq!(head.value(&way("b")), None);
        }
    }

    #[test]
    fn texts_below_a_key_do_not_count() {
        let wanted = ["title".to_owned(), "*.alt".to_owned()];
        let value = |source: &str, key: &str| head(source).value_without_texts(&way(key), &wanted).unwrap();
        let english = "---\ntitle: A\ncover:\n- alt: One\n  src: a.png\n---\n";
        let page = "---\ntitle: B\ncover:\n- alt: Un\n  src: a.png\n---\n";
        assert_eq!(value(english, "cover"), value(page, "cover"));
        assert_ne!(value(english, "cover"), value(&page.replace("a.png", "b.png"), "cover"));
        assert_ne!(value(english, "title"), value(page, "title"));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for dialect in [Dialect::Yaml, Dialect::Toml, Dialect::Json] {
            for value in
                [Value::from("yes"), Value::from("a: b # \"c\" \\ 'd'\nx\u{7f}"), Value::from(3), Value::from(true)]
            {
                for key in ["a", "a.b.c"] {
                    let text = entry_text(dialect, &way(key), &value, "\n");
                    assert_eq!(value_in(dialect, &text, &way(key)), Some(value.clone()), "{text}");
                }
            }
            let list = Value::from(vec!["a", "no"]);
            assert_eq!(value_in(dialect, &entry_text(dialect, &way("a"), &list, "\r\n"), &way("a")), Some(list));
        }
    }

    #[test]
    fn a_scalar_below_other_keys_has_a_place() {
        let yaml = "---\nl10n:\n  sourceCommit: abc # x\n---\n";
        assert_eq!(&yaml[head(yaml).place(&way("l10n.sourceCommit")).unwrap()], "abc");
        let toml = "+++\na = 1\n[l10n]\nsourceCommit = \"abc\"\n+++\n";
        assert_eq!(&toml[head(toml).place(&way("l10n.sourceCommit")).unwrap()], "\"abc\"");
    }
}
