//! A Fluent file that people edit too.
//!
//! It is read with the byte span of every entry and spliced: entries that change are replaced, the
//! rest, comments, order, spacing and junk included, stays as it is to the byte.

use std::ops::Range;
use std::sync::OnceLock;

use fluent_syntax::ast::{Entry as Ast, Message as AstMessage, PatternElement};
use fluent_syntax::parser;
use rustc_hash::{FxHashMap, FxHashSet};

use super::escape::{self, Pattern};
use super::nesting::{Fault, fault};
use super::yaml::without_mark;
use super::{Id, Problem};
use crate::text::conflict;
use crate::text::limits::{DEEPEST_FLUENT, LARGEST_FILE, LONGEST_WORDING, shown};

/// A Fluent file.
#[derive(Debug, Clone, Default)]
pub struct Resource {
    source: String,
    entries: Vec<Entry>,
    by_id: FxHashMap<Id, usize>,
    /// Junk. The rest of the file is usable all the same.
    pub problems: Vec<Problem>,
    /// Messages whose id stands above already.
    pub duplicates: Vec<Problem>,
    /// These messages, in file order.
    doubles: Vec<Entry>,
    /// Messages that are in junk: they are there, but cannot be read.
    unreadable: FxHashSet<Id>,
    /// Where the terms stand.
    terms: Vec<Range<usize>>,
    /// Where lines end, once somebody asks for the line of a message.
    line_ends: OnceLock<Vec<usize>>,
}

/// A message in a Fluent file.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: Id,
    /// `None` for a message that has attributes only.
    pub pattern: Option<Pattern>,
    /// Comment, id, value and attributes, with the final line end.
    span: Range<usize>,
    /// What stands behind the `=`.
    value: Range<usize>,
}

/// What is to be in a file for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A value to write behind `id =` (see [`escape::encode`]).
    Value(String),
    /// A whole entry as it was in another file, with its comment.
    Entry(String),
}

impl Resource {
    /// Reads a file. Problems are collected, not fatal; a file that could exhaust the parser is refused.
    pub fn parse(source: String) -> Result<Self, Problem> {
        refuse_excess(&source)?;
        Ok(Self::spliced(source))
    }

    /// Reads what was written just now: entries of files that were read, and wordings that were encoded. Neither is beyond a
    /// limit, so together they are not.
    pub fn spliced(source: String) -> Self {
        let mut resource = Self::default();
        // Some editors put a byte order mark first; it belongs to the file, not to the first id.
        let content = without_mark(&source);
        let mark = source.len() - content.len();
        let ast = match parser::parse(content) {
            Ok(ast) => ast,
            Err((ast, errors)) => {
                resource.problems.extend(errors.iter().map(|error| Problem {
                    line: line_of(&source, error.pos.start + mark),
                    message: format!("not valid Fluent: {}", error.kind),
                }));
                ast
            }
        };
        let starts: Vec<usize> = ast.body.iter().map(|entry| entry_start(&source, entry).max(mark)).collect();
        for (index, entry) in ast.body.iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(source.len());
            match entry {
                Ast::Message(message) if is_too_long(message) => {
                    let id: Id = message.id.name.into();
                    let most = shown(LONGEST_WORDING);
                    let line = line_of(&source, offset(&source, message.id.name));
                    resource.problems.push(Problem {
                        line,
                        message: format!("the wording of `{id}` is longer than {most}: cut it into messages"),
                    });
                    resource.unreadable.insert(id);
                }
                Ast::Message(message) => match cut_short(&source[starts[index]..end], ast.body.get(index + 1)) {
                    Some(line) => resource.hold(&source, message, end, line),
                    None => resource.add(&source, message, starts[index]..end),
                },
                Ast::Term(_) => resource.terms.push(starts[index]..end),
                Ast::Junk { content } => resource.unreadable.extend(ids_in_junk(content)),
                _ => {}
            }
        }
        drop(ast);
        // There are as many of these as of all messages in all locales.
        resource.entries.shrink_to_fit();
        resource.source = source;
        resource
    }

    /// Takes a message for unreadable whose text goes on in a line that is not valid Fluent: half of a sentence is no
    /// translation.
    fn hold(&mut self, source: &str, message: &AstMessage<&str>, at: usize, line: &str) {
        let id: Id = message.id.name.into();
        let what = match line.trim_start().chars().next() {
            Some(sign @ ('[' | '*' | '.' | '}')) if line.starts_with(' ') => {
                format!("a line of text cannot begin with `{sign}`: write `{{ \"{sign}\" }}` for it, or join the lines")
            }
            _ => "its next line is not indented: put blanks before it".to_owned(),
        };
        let number = line_of(source, at);
        self.problems.retain(|problem| problem.line != number);
        self.problems.push(Problem { line: number, message: format!("`{id}` is cut short here: {what}") });
        self.unreadable.insert(id);
    }

    fn add(&mut self, source: &str, message: &AstMessage<&str>, region: Range<usize>) {
        let end = region.start + without_blank_end(&source[region.clone()]).len();
        let end = scan_past_newline(source, end);
        let id_end = offset(source, message.id.name) + message.id.name.len();
        let value_start = id_end + source[id_end..].find('=').map_or(0, |at| at + 1);
        let value_end = match message.attributes.first() {
            Some(attribute) => {
                let dot = source[..offset(source, attribute.id.name)].rfind('.').unwrap_or(value_start);
                value_start + without_blank_end(&source[value_start..dot]).len()
            }
            None => value_start + without_blank_end(&source[value_start..end]).len(),
        };
        let id: Id = message.id.name.into();
        let entry = Entry {
            id: id.clone(),
            pattern: message.value.as_ref().map(escape::decode),
            span: region.start..end,
            value: value_start..value_end,
        };
        let Some(first) = self.by_id.get(&id) else {
            self.by_id.insert(id, self.entries.len());
            self.entries.push(entry);
            return;
        };
        let line = |entry: &Entry| line_of(source, entry.value.start);
        let (first, line) = (line(&self.entries[*first]), line(&entry));
        let message = format!(
            "message `{id}` stands twice, on lines {first} and {line}: remove one of the two, or run `handback resolve`"
        );
        self.duplicates.push(Problem { line, message });
        self.doubles.push(entry);
    }

    /// Of a message that the file has twice, makes the wording count that `is_right` accepts, unless it accepts the first.
    pub fn prefer(&mut self, id: &str, is_right: impl Fn(&Pattern) -> bool) {
        let Some(at) = self.by_id.get(id) else { return };
        let right = |entry: &Entry| entry.pattern.as_ref().is_some_and(&is_right);
        if right(&self.entries[*at]) {
            return;
        }
        if let Some(double) = self.doubles.iter_mut().find(|double| *double.id == *id && right(double)) {
            std::mem::swap(&mut self.entries[*at], double);
        }
    }

    /// Messages that stand again, with their bytes.
    pub fn doubles(&self) -> impl Iterator<Item = (&Entry, Range<usize>)> {
        self.doubles.iter().map(|entry| (entry, entry.span.clone()))
    }

    /// The bytes as read.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The terms of the file, as they stand there.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|range| &self.source[range.clone()])
    }

    /// Messages in file order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).map(|index| &self.entries[*index])
    }

    /// Where a message stands: its comment, id, value and attributes, with the final line end.
    pub fn span(&self, entry: &Entry) -> Range<usize> {
        entry.span.clone()
    }

    /// What is in an entry below its value.
    pub fn attributes(&self, entry: &Entry) -> &str {
        self.source[entry.value.end..entry.span.end].trim()
    }

    /// Whether there is any message that cannot be read.
    pub fn has_unreadable(&self) -> bool {
        !self.unreadable.is_empty()
    }

    /// Whether a message is in a place that is not valid Fluent, and nowhere else: it is not missing.
    pub fn is_unreadable(&self, id: &str) -> bool {
        self.unreadable.contains(id) && self.get(id).is_none()
    }

    /// The whole entry of a message as it is in the file.
    pub fn entry_source(&self, entry: &Entry) -> &str {
        &self.source[entry.span.clone()]
    }

    /// The lines of the comment directly above a message, without `#`.
    pub fn comment<'r>(&'r self, entry: &Entry) -> impl Iterator<Item = &'r str> {
        let lines = self.entry_source(entry).lines().map_while(|line| line.strip_prefix('#'));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line))
    }

    /// Line of a message, from 1.
    pub fn line(&self, id: &str) -> Option<u32> {
        let entry = self.get(id)?;
        Some(self.line_at(entry.span.start) + self.comment(entry).count() as u32)
    }

    /// The lines of a message, from 1, without its comment; the end is not one of them.
    pub fn lines(&self, id: &str) -> Option<Range<u32>> {
        let begin = self.line(id)?;
        let entry = self.get(id)?;
        let end = self.line_at(entry.span.start + self.entry_source(entry).trim_end().len());
        Some(begin..end + 1)
    }

    /// Line of a byte, from 1. Of a large file very many are asked for.
    fn line_at(&self, at: usize) -> u32 {
        let ends = self.line_ends.get_or_init(|| memchr::memchr_iter(b'\n', self.source.as_bytes()).collect());
        ends.partition_point(|end| *end < at) as u32 + 1
    }

    /// The file with some messages set and some removed. New messages go behind the message that
    /// precedes them in `order`; everything not named stays as it is.
    pub fn splice(&self, set: &FxHashMap<Id, Content>, remove: &FxHashSet<Id>, order: &[Id]) -> String {
        let inserts = self.insert_positions(set, remove, order);
        let newline = if self.source.contains("\r\n") { "\r\n" } else { "\n" };
        let mut out = String::with_capacity(self.source.len() + 64 * inserts.len());
        let mut copied = 0;
        let head_end = self.entries.first().map_or(self.source.len(), |entry| entry.span.start);
        self.copy(&mut out, &mut copied, head_end, newline);
        let write_new = |out: &mut String, after: Option<usize>| {
            for id in inserts.get(&after).into_iter().flatten() {
                push_entry(out, id, &set[id], newline);
            }
        };
        write_new(&mut out, None);
        for (index, entry) in self.entries.iter().enumerate() {
            self.copy(&mut out, &mut copied, entry.span.start, newline);
            copied = entry.span.end;
            match set.get(&entry.id) {
                _ if remove.contains(&entry.id) => {}
                Some(Content::Value(value)) => {
                    out.push_str(&self.source[entry.span.start..entry.value.start]);
                    out.push_str(&value.replace('\n', newline));
                    out.push_str(&self.source[entry.value.end..entry.span.end]);
                }
                Some(moved @ Content::Entry(_)) => push_entry(&mut out, &entry.id, moved, newline),
                None => out.push_str(self.entry_source(entry)),
            }
            write_new(&mut out, Some(index));
        }
        out.push_str(&self.source[copied..]);
        out
    }

    fn copy(&self, out: &mut String, copied: &mut usize, to: usize, newline: &str) {
        if *copied < to {
            ensure_line_start(out, newline);
            out.push_str(&self.source[*copied..to]);
            *copied = to;
        }
    }

    /// New messages by the index of the entry that they follow.
    fn insert_positions(&self, set: &FxHashMap<Id, Content>, remove: &FxHashSet<Id>, order: &[Id]) -> Inserts {
        let mut inserts = Inserts::default();
        let mut after = None;
        let mut placed: FxHashSet<&Id> = FxHashSet::default();
        for id in order {
            match self.by_id.get(id) {
                Some(index) if !remove.contains(id) => after = Some(*index),
                None if set.contains_key(id) && placed.insert(id) => inserts.entry(after).or_default().push(id.clone()),
                _ => {}
            }
        }
        let last = self.entries.len().checked_sub(1);
        let mut rest: Vec<&Id> =
            set.keys().filter(|id| !self.by_id.contains_key(*id) && !placed.contains(id)).collect();
        rest.sort();
        inserts.entry(last).or_default().extend(rest.into_iter().cloned());
        inserts
    }
}

/// Whether the texts of a message are longer than any translation of a text is.
fn is_too_long(message: &AstMessage<&str>) -> bool {
    let len = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => value.len(),
        PatternElement::Placeable { .. } => 1,
    };
    message.value.as_ref().is_some_and(|value| value.elements.iter().map(len).sum::<usize>() > LONGEST_WORDING)
}

/// The line below a message, if it is junk that goes on with its text: neither apart from it nor the beginning of
/// another entry.
fn cut_short<'a>(region: &str, next: Option<&Ast<&'a str>>) -> Option<&'a str> {
    let Some(Ast::Junk { content }) = next else { return None };
    let is_apart = without_blank_end(region).len() + 1 < region.trim_end_matches(' ').replace('\r', "").len();
    let line = content.lines().next().filter(|line| !line.trim().is_empty())?;
    let begins = line.starts_with(['#', '-']) || ids_in_junk(line).next().is_some();
    (!is_apart && !begins).then_some(line)
}

/// Ids of the lines that begin a message.
fn ids_in_junk(content: &str) -> impl Iterator<Item = Id> {
    content.lines().filter_map(|line| {
        let id = line.split('=').next().filter(|id| line.len() > id.len())?.trim_end_matches(' ');
        let valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(valid)).then(|| Id::from(id))
    })
}

type Inserts = FxHashMap<Option<usize>, Vec<Id>>;

fn push_entry(out: &mut String, id: &str, content: &Content, newline: &str) {
    ensure_line_start(out, newline);
    match content {
        Content::Value(value) => {
            out.push_str(id);
            out.push_str(" =");
            out.push_str(&value.replace('\n', newline));
            out.push_str(newline);
        }
        Content::Entry(entry) => {
            // The mark of the file that it stood first in.
            let entry = without_mark(entry);
            out.push_str(&entry.replace('\n', newline));
            ensure_line_start(out, newline);
        }
    }
}

fn ensure_line_start(out: &mut String, newline: &str) {
    if !without_mark(out).is_empty() && !out.ends_with('\n') {
        out.push_str(newline);
    }
}

/// What Fluent trims at the end of a value; a no-break space is text.
fn without_blank_end(text: &str) -> &str {
    text.trim_end_matches([' ', '\n', '\r'])
}

/// Byte offset of a slice borrowed from `source`.
fn offset(source: &str, slice: &str) -> usize {
    slice.as_ptr() as usize - source.as_ptr() as usize
}

fn offset_within(source: &str, slice: &str) -> Option<usize> {
    let at = (slice.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    (at + slice.len() <= source.len()).then_some(at)
}

fn entry_start(source: &str, entry: &Ast<&str>) -> usize {
    let first = match entry {
        Ast::Message(message) => message.id.name,
        Ast::Term(term) => term.id.name,
        Ast::Comment(comment) | Ast::GroupComment(comment) | Ast::ResourceComment(comment) => {
            // Of a comment that a `#` ends the file with, the parser returns no part of the source.
            let first = comment.content.iter().find_map(|line| offset_within(source, line));
            return line_start(source, first.unwrap_or(source.len()));
        }
        Ast::Junk { content } => return offset(source, content),
    };
    let comment = match entry {
        Ast::Message(message) => message.comment.as_ref(),
        Ast::Term(term) => term.comment.as_ref(),
        _ => None,
    };
    // The lines of an attached comment stand directly above the id.
    let mut start = line_start(source, offset(source, first));
    for _ in 0..comment.map_or(0, |comment| comment.content.len()) {
        start = line_start(source, start.saturating_sub(1));
    }
    start
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn scan_past_newline(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    rest.find('\n').map_or(source.len(), |newline| at + newline + 1)
}

fn line_of(source: &str, at: usize) -> u32 {
    1 + memchr::memchr_iter(b'\n', &source.as_bytes()[..at.min(source.len())]).count() as u32
}

fn refuse_excess(source: &str) -> Result<(), Problem> {
    if source.len() as u64 > LARGEST_FILE {
        return Err(Problem {
            line: 1,
            message: format!("larger than {} MiB: split the resource", LARGEST_FILE >> 20),
        });
    }
    if let Some(line) = source.lines().position(conflict::is_border) {
        return Err(Problem {
            line: line as u32 + 1,
            message: "holds the marks of a merge conflict: run `handback resolve`, or resolve it by hand".into(),
        });
    }
    let (at, message) = match fault(source) {
        None => return Ok(()),
        Some(Fault::Escape(at)) => (at, "`\\u` is followed by four, `\\U` by six digits from 0 to f".to_owned()),
        Some(Fault::TooDeep(at)) => (
            at,
            format!(
                "placeables and calls are nested deeper than {DEEPEST_FLUENT} levels: make a message of its own of what is inside"
            ),
        ),
    };
    Err(Problem { line: line_of(source, at), message })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "### Resource\r\n\r\n# Above one\none = Un\n\n\ntwo =\n    Deux\n    lignes\n    .attr = x\n# standing alone\n\n-term = T\njunk here\nthree = { $n ->\n    [one] a\n   *[other] b\n}\n";

    fn splice(set: &[(&str, &str)], remove: &[&str], order: &[&str]) -> String {
        let resource = Resource::parse(FILE.to_owned()).unwrap();
        let set = set.iter().map(|(id, value)| (Id::from(*id), Content::Value(escape::encode(value)))).collect();
        let remove = remove.iter().map(|id| Id::from(*id)).collect();
        let order: Vec<Id> = order.iter().map(|id| Id::from(*id)).collect();
        resource.splice(&set, &remove, &order)
    }

    #[test]
    fn a_message_in_junk_is_there_and_cannot_be_read() {
        let resource = Resource::parse("a = A\nb = B {\n# c\nc-d = C\ne=E }\n".into()).unwrap();
        assert!(resource.is_unreadable("b") && resource.is_unreadable("e"), "{resource:?}");
        assert!(!resource.is_unreadable("a") && !resource.is_unreadable("c-d") && !resource.is_unreadable("x"));
        let twice = Resource::parse("b = B\nb = X { {\n".into()).unwrap();
        assert!(!twice.is_unreadable("b"), "it can be read in another place");
    }

    #[test]
    fn a_message_that_is_cut_short_is_not_half_a_message() {
        for (below, said) in [
            ("suite du texte", "not indented"),
            ("    [lien](x)", "write `{ \"[\" }`"),
            ("    *gras* aussi", "write `{ \"*\" }`"),
            ("    .NET aussi", "write `{ \".\" }`"),
        ] {
            let resource = Resource::parse(format!("# c\na = Première ligne\n{below}\nb = B\n")).unwrap();
            assert!(resource.is_unreadable("a") && resource.get("b").is_some(), "{below}: {resource:?}");
            let [problem] = &resource.problems[..] else { panic!("{below}: {:?}", resource.problems) };
            assert!(problem.line == 3 && problem.message.contains(said), "{problem:?}");
        }
        for apart in ["\nsuite du texte\n", "b = { {\n", "# c\nb = {\n", "-b = {\n"] {
            let resource = Resource::parse(format!("a = Une ligne\n{apart}")).unwrap();
            assert!(resource.get("a").is_some() && !resource.is_unreadable("a"), "{apart}");
        }
    }

    #[test]
    fn nothing_to_do_is_no_change() {
        assert_eq!(splice(&[], &[], &[]), FILE);
    }

    #[test]
    fn only_the_value_changes() {
        assert_eq!(splice(&[("one", "Eins")], &[], &[]), FILE.replace("= Un", "= Eins"));
        assert_eq!(splice(&[("two", "Zwei")], &[], &[]), FILE.replace("two =\n    Deux\n    lignes\n", "two = Zwei\n"));
    }

    #[test]
    fn new_messages_stand_in_order() {
        let out = splice(&[("first", "0"), ("one-b", "1b")], &[], &["first", "one", "one-b", "two"]);
        assert!(out.contains("first = 0\r\n# Above one\none = Un\none-b = 1b\r\n"), "{out}");
        assert!(splice(&[("zed", "z")], &[], &[]).ends_with("zed = z\r\n"));
    }

    #[test]
    fn removal_takes_the_comment_along() {
        let out = splice(&[], &["one"], &[]);
        assert!(!out.contains("one =") && !out.contains("Above one") && out.contains("standing alone"));
    }

    #[test]
    fn problems_have_lines() {
        let resource = Resource::parse(format!("{FILE}one = again\n")).unwrap();
        assert_eq!(resource.problems.iter().chain(&resource.duplicates).map(|p| p.line).collect::<Vec<_>>(), [14, 19]);
        assert_eq!(resource.get("one").unwrap().pattern, Some(Pattern::Text("Un".into())));
        assert!(matches!(resource.get("three").unwrap().pattern, Some(Pattern::Complex(_))));
        assert_eq!(resource.line("one"), Some(4));
    }

    #[test]
    fn bottomless_nesting_is_refused() {
        assert!(Resource::parse(format!("a = {}", "{".repeat(30_000))).is_err());
        assert!(
            Resource::parse(format!(
                "a = x{}\nb = {}",
                "{ \"{\" }".repeat(300),
                "{ \"\\\\\" }{ \"\\\"{\" }".repeat(150)
            ))
            .is_ok()
        );
        assert!(Resource::parse(format!("a = {{ {}1{} }}\n", "F(".repeat(3_000), ")".repeat(3_000))).is_err());
        let variant = format!("a = {{ $x ->\n   *[other] a \" {}\n}}\n", "{ ".repeat(20_000));
        assert!(Resource::parse(variant).is_err());
        assert!(Resource::parse("a = { \"\\u00é\" }\nb = { \"\\U0001é6\" }\n".to_owned()).is_err());
        assert!(Resource::parse("a = C:\\uñ \\Uñ\n".to_owned()).unwrap().problems.is_empty());
        for end in ["#", "# ", "##", "#\n", "# c\n#", "\n\n#"] {
            let resource = Resource::parse(format!("# c\nalpha = x\n{end}")).unwrap();
            assert_eq!(resource.get("alpha").unwrap().pattern, Some(Pattern::Text("x".into())), "{end}");
        }
        assert!(Resource::parse("a = { DATETIME($d) } (x) { NUMBER($n) } :(\nb = )\n".to_owned()).is_ok());
    }

    #[test]
    fn a_byte_order_mark_is_kept_and_a_merge_conflict_refused() {
        let resource = Resource::parse("\u{feff}one = Un\ntwo = Deux\n".to_owned()).unwrap();
        assert!(resource.problems.is_empty());
        let set = FxHashMap::from_iter([(Id::from("one"), Content::Value(" 1".into()))]);
        assert_eq!(resource.splice(&set, &FxHashSet::default(), &[]), "\u{feff}one = 1\ntwo = Deux\n");
        // It stays in front of what comes first, and when the first goes.
        let first = [("zero".into(), Content::Value(" Zéro".into()))].into_iter().collect();
        let (one, zero): (Id, Id) = ("one".into(), "zero".into());
        let spliced = resource.splice(&first, &FxHashSet::default(), &[zero, one.clone()]);
        assert_eq!(spliced, "\u{feff}zero = Zéro\none = Un\ntwo = Deux\n");
        let removed = resource.splice(&FxHashMap::default(), &[one].into_iter().collect(), &[]);
        assert_eq!(removed, "\u{feff}two = Deux\n");
        let set = [("three".into(), Content::Entry("\u{feff}# Of another file\nthree = Trois\n".into()))]
            .into_iter()
            .collect();
        let order = ["one", "two", "three"].map(Id::from);
        let spliced = resource.splice(&set, &FxHashSet::default(), &order);
        assert!(spliced.ends_with("two = Deux\n# Of another file\nthree = Trois\n"), "{spliced:?}");
        let conflict =
            Resource::parse("a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\n".to_owned()).unwrap_err();
        assert_eq!(conflict.line, 2);
    }
}
