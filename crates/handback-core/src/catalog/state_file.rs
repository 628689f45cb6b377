//! State files, laid out so that branches merge.
//!
//! ```yaml
//! version: 2
//! messages:
//!
//!   # app-name
//!   app-name:
//!     {type: HT, origin: human, source: ab…, target: cd…, date: 2026-03-09}
//!
//!   # no-translation-yet
//!
//! # end
//! ```
//!
//! git merges two changes without a conflict if a line that neither touches lies between them. So what changes of a
//! message is below a comment that names it and above a blank line, and what has no translation yet keeps its place by
//! that comment: translations of neighbors that come in from two branches do not meet there.
//! The hand-off of a document changes with the document, not with its translations, and has a file of its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::raw_state::RawFile;
use super::state::{Date, Decided, HandOff, State, is_date};
use super::yaml::{scalar, version, without_mark, yaml_problem};
use super::{Id, Problem, notation};
use crate::text::fingerprint::Fingerprint;

/// The version of the state format that this program writes; it reads those before, too.
pub const VERSION: u32 = 2;
/// The version of the files that hold the hand-off of a document.
const PAGE_VERSION: u32 = 1;

/// What is known of the messages of one resource, and of the document that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateFile {
    /// Absent in the state of shared messages. It is written to a file of its own.
    pub document: Option<HandOff>,
    pub messages: FxHashMap<Id, State>,
    /// Messages without a translation, with the day since which there is none, where that is not the day
    /// of the hand-off.
    pub missing: BTreeMap<Id, Date>,
    /// Fingerprints of translations that a person rejected: no machine and no memory offers them again.
    pub rejected: BTreeMap<Id, Vec<Fingerprint>>,
    /// Who last rejected a wording of a message, or commented on it.
    pub decided: BTreeMap<Id, Decided>,
}

impl StateFile {
    /// Reads a state file of any version.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let (file, doubled) = parse_doubled(yaml)?;
        doubled.first().map_or(Ok(file), |(id, _)| Err(stands_twice(without_mark(yaml), id)))
    }

    fn check_dates(&self, yaml: &str) -> Result<(), Problem> {
        let states = self.messages.iter().flat_map(|(id, state)| {
            let alternatives = state.alternatives.iter().map(|other| &other.date);
            [&state.date].into_iter().chain(&state.since).chain(alternatives).map(move |day| (Some(id), day))
        });
        let missing = self.missing.iter().map(|(id, day)| (Some(id), day));
        let decided = self.decided.iter().map(|(id, decided)| (Some(id), &decided.date));
        let document = self.document.iter().map(|document| (None, &document.date));
        let bad = states.chain(missing).chain(decided).chain(document).filter(|(_, day)| !is_date(day));
        let problem = |(id, day): (Option<&Id>, &Date)| {
            let named = |(number, line): (u32, &str)| line.contains(day.as_str()).then_some(number);
            let line = id.map_or_else(|| (1..).zip(yaml.lines()).find_map(named).unwrap_or(1), |id| line_of(yaml, id));
            Problem { line, message: bad_date(day) }
        };
        bad.map(problem).min_by_key(|problem| problem.line).map_or(Ok(()), Err)
    }

    /// Writes the file with messages in the given order; those not named follow, sorted by id. Messages of `home`
    /// that have no translation keep their place by a comment.
    pub fn format(&self, order: &[Id], home: &[Id]) -> String {
        let known = self.messages.keys().chain(self.missing.keys()).chain(self.rejected.keys());
        let known: BTreeSet<&Id> = known.chain(self.decided.keys()).collect();
        let mut out = format!("version: {VERSION}\n");
        if known.is_empty() {
            return out;
        }
        out.push_str("messages:\n\n");
        // A file without a single translation says nothing of what else it lacks.
        let home = if self.messages.is_empty() { &[] } else { home };
        let ids = interleave(order.iter().filter(|id| known.contains(id)), home);
        let mut written: FxHashSet<&Id> = FxHashSet::default();
        for id in ids.into_iter().chain(known.iter().copied()) {
            if !written.insert(id) {
                continue;
            }
            let _ = writeln!(out, "  # {id}");
            if let Some(line) = self.line(id) {
                let _ = writeln!(out, "  {}:\n    {line}", scalar(id));
            }
            out.push('\n');
        }
        out.push_str("# end\n");
        out
    }

    /// What is known of a message, on one line; `None` if that is nothing.
    fn line(&self, id: &Id) -> Option<String> {
        let mut fields = self.messages.get(id).map(fields).unwrap_or_default();
        fields.extend(self.missing.get(id).map(|day| ("missing", scalar(day))));
        fields.extend(self.rejected.get(id).map(|prints| {
            let prints: Vec<String> = prints.iter().map(|print| scalar(print)).collect();
            ("rejected", format!("[{}]", prints.join(", ")))
        }));
        fields.extend(self.decided.get(id).map(|decided| {
            let [reviewer, date] = [scalar(&decided.reviewer), scalar(&decided.date)];
            ("decided", map(&[("reviewer", reviewer), ("date", date)]))
        }));
        (!fields.is_empty()).then(|| map(&fields))
    }

    /// Says of a message what another state says of it.
    pub fn take_over(&mut self, id: &Id, other: &Self) {
        put_or_remove(&mut self.missing, id, other.missing.get(id));
        put_or_remove(&mut self.rejected, id, other.rejected.get(id));
        put_or_remove(&mut self.decided, id, other.decided.get(id));
        match other.messages.get(id) {
            Some(state) => drop(self.messages.insert(id.clone(), state.clone())),
            None => drop(self.messages.remove(id)),
        }
    }

    /// True if there is nothing to write down of the messages.
    pub fn is_empty(&self) -> bool {
        let is_empty = self.messages.is_empty() && self.missing.is_empty() && self.rejected.is_empty();
        is_empty && self.decided.is_empty()
    }
}

fn put_or_remove<T: Clone>(map: &mut BTreeMap<Id, T>, id: &Id, value: Option<&T>) {
    match value {
        Some(value) => drop(map.insert(id.clone(), value.clone())),
        None => drop(map.remove(id)),
    }
}

/// What is known of a translation, in the order in which it is written.
fn fields(state: &State) -> Vec<(&'static str, String)> {
    let plain = |text: &String| scalar(text);
    let shown = |text: &String| scalar(&notation::to_state(text));
    let mut fields = vec![
        ("type", state.kind.name().to_owned()),
        ("origin", plain(&state.origin)),
        ("source", plain(&state.source)),
        ("target", plain(&state.target)),
        ("date", plain(&state.date)),
    ];
    fields.extend(state.reviewer.as_ref().map(|name| ("reviewer", plain(name))));
    fields.extend(state.note.as_ref().map(|note| ("note", plain(note))));
    fields.extend(state.source_unproven.then(|| ("source_unproven", "true".to_owned())));
    fields.extend(state.similar.as_ref().map(|similar| {
        let (score, english) = (similar.score, shown(&similar.english));
        ("similar", format!("{{score: {score}, english: {english}}}"))
    }));
    fields.extend(state.carried.map(|carried| ("carried", carried.name().to_owned())));
    fields.extend(state.since.as_ref().map(|day| ("since", plain(day))));
    fields.extend(state.previous.as_ref().map(|text| ("previous", shown(text))));
    fields.extend(state.draft.as_ref().map(|draft| {
        let [text, origin, source] = [shown(&draft.text), plain(&draft.origin), plain(&draft.source)];
        ("draft", map(&[("text", text), ("origin", origin), ("source", source)]))
    }));
    if !state.alternatives.is_empty() {
        let all = state.alternatives.iter().map(|other| {
            let mut fields = vec![("text", shown(&other.text))];
            fields.extend(other.fluent.then(|| ("fluent", "true".to_owned())));
            fields.extend([
                ("origin", plain(&other.origin)),
                ("source", plain(&other.source)),
                ("date", plain(&other.date)),
            ]);
            fields.extend(other.reviewer.as_ref().map(|name| ("reviewer", plain(name))));
            map(&fields)
        });
        fields.push(("alternatives", format!("[{}]", all.collect::<Vec<_>>().join(", "))));
    }
    if !state.replaced.is_empty() {
        let all = state.replaced.iter().map(|old| {
            let mut fields = vec![("text", shown(&old.text)), ("date", plain(&old.date))];
            fields.extend(old.reviewer.as_ref().map(|name| ("reviewer", plain(name))));
            map(&fields)
        });
        fields.push(("replaced", format!("[{}]", all.collect::<Vec<_>>().join(", "))));
    }
    fields.extend(state.obsolete.then(|| ("obsolete", "true".to_owned())));
    fields
}

fn map(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", fields.join(", "))
}

/// The ids of `first` in their order, and those of `more` behind the one that precedes them there.
pub fn interleave<'i>(first: impl IntoIterator<Item = &'i Id>, more: &'i [Id]) -> Vec<&'i Id> {
    let first: Vec<&Id> = first.into_iter().collect();
    let known: FxHashSet<&Id> = first.iter().copied().collect();
    let mut after: FxHashMap<Option<&Id>, Vec<&Id>> = FxHashMap::default();
    let mut last = None;
    for id in more {
        match known.contains(id) {
            true => last = Some(id),
            false => after.entry(last).or_default().push(id),
        }
    }
    let mut out = after.remove(&None).unwrap_or_default();
    for id in first {
        out.push(id);
        out.extend(after.remove(&Some(id)).unwrap_or_default());
    }
    out
}

/// Whether a state file was written in an earlier layout.
pub fn is_old(yaml: &str) -> bool {
    version(without_mark(yaml), 1..=VERSION).is_ok_and(|version| version < VERSION)
}

/// Reads a state file in which messages may stand again; the later states of these are apart.
pub fn parse_doubled(yaml: &str) -> Result<(StateFile, Vec<(Id, State)>), Problem> {
    let yaml = without_mark(yaml);
    version(yaml, 1..=VERSION)?;
    let raw: RawFile = serde_yaml::from_str(yaml).map_err(|error| yaml_problem(&error))?;
    let mut file = StateFile { document: raw.document, ..StateFile::default() };
    let mut doubled = Vec::new();
    for (id, message) in raw.messages {
        let at = |message| Problem { line: line_of(yaml, &id), message };
        let read = message.read().map_err(|problem| at(format!("`{id}`: {problem}")))?;
        let id = Id::from(&*id);
        file.missing.extend(read.missing.map(|day| (id.clone(), day)));
        if !read.rejected.is_empty() {
            file.rejected.entry(id.clone()).or_default().extend(read.rejected);
        }
        file.decided.extend(read.decided.map(|decided| (id.clone(), decided)));
        let Some(state) = read.state else { continue };
        match file.messages.contains_key(&id) {
            true => doubled.push((id, state)),
            false => drop(file.messages.insert(id, state)),
        }
    }
    // Version 1 had these apart.
    file.missing.extend(raw.missing.into_iter().map(|(id, day)| (Id::from(id), day)));
    file.rejected.extend(raw.rejected.into_iter().map(|(id, prints)| (Id::from(id), prints)));
    file.check_dates(yaml)?;
    Ok((file, doubled))
}

/// A message that stands twice, by the lines of both.
fn stands_twice(yaml: &str, id: &str) -> Problem {
    let mut lines = message_lines(yaml).filter(|(_, other, _)| *other == id).map(|(line, ..)| line);
    let (first, second) = (lines.next().unwrap_or(1), lines.next().unwrap_or(1));
    Problem {
        line: second,
        message: format!(
            "the state of `{id}` stands twice, on lines {first} and {second}: remove one of the two, or run `handback resolve`"
        ),
    }
}

fn line_of(yaml: &str, id: &str) -> u32 {
    message_lines(yaml).find(|(_, other, _)| *other == id).map_or(1, |(line, ..)| line)
}

/// A text as our side of a merge has it, if it holds the marks of a conflict.
fn ours(text: &str) -> Cow<'_, str> {
    if !text.contains("<<<<<<< ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut is_ours = true;
    for line in text.split_inclusive('\n') {
        match line.split(' ').next().map(str::trim_end) {
            Some("<<<<<<<" | ">>>>>>>") => is_ours = true,
            Some("=======" | "|||||||") => is_ours = false,
            _ if is_ours => out.push_str(line),
            _ => {}
        }
    }
    Cow::Owned(out)
}

fn bad_date(day: &str) -> String {
    format!("`{day}` is not a day: expected YYYY-MM-DD")
}

/// The messages of a state file: line, id, and what is known of each. For places and comparisons only;
/// [`StateFile::parse`] is what reads the file.
pub fn message_lines(yaml: &str) -> impl Iterator<Item = (u32, &str, &str)> {
    let below = yaml.lines().skip(1).chain([""]);
    yaml.lines().zip(below).zip(1..).filter_map(|((line, next), number)| {
        let line = line.strip_prefix("  ").filter(|line| !line.starts_with([' ', '#', '-']))?;
        let (id, state) = match line.trim_end().strip_suffix(':') {
            Some(id) => (id, next.trim()),
            None => line.split_once(": {")?,
        };
        Some((number, id.trim_matches('"'), state))
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    hash: String,
    commit: Option<String>,
    date: Date,
    fileid: String,
}

impl HandOff {
    /// Reads the file that holds the hand-off of a document. Where a merge left both sides in it, ours counts: the next
    /// page says what holds.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let yaml = &ours(without_mark(yaml));
        version(yaml, PAGE_VERSION..=PAGE_VERSION)?;
        let raw: RawPage = serde_yaml::from_str(yaml).map_err(|error| yaml_problem(&error))?;
        if !is_date(&raw.date) {
            let line = yaml.lines().position(|line| line.starts_with("date:")).unwrap_or(0) as u32 + 1;
            return Err(Problem { line, message: bad_date(&raw.date) });
        }
        Ok(Self { hash: raw.hash, commit: raw.commit, date: raw.date, fileid: raw.fileid })
    }

    /// The bytes of that file.
    pub fn format(&self) -> String {
        let mut out = format!("version: {PAGE_VERSION}\nhash: {}\n", scalar(&self.hash));
        if let Some(commit) = &self.commit {
            let _ = writeln!(out, "commit: {}", scalar(commit));
        }
        let _ = writeln!(out, "date: {}\nfileid: {}", scalar(&self.date), scalar(&self.fileid));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::{Alternative, Carried, Draft, Similar, TranslationType};
    use super::*;

    fn state(full: bool) -> State {
        let some = |text: &str| full.then(|| text.to_owned());
        let other = Alternative {
            text: "{ $n ->\n   *[other] x\n}".into(),
            fluent: true,
            origin: "human".into(),
            source: "12e4567890123456".into(),
            date: "2026-11-20".into(),
            reviewer: some("A. Reviewer"),
        };
        State {
            reviewer: some("no"),
            note: Some("one: {two}, # three".into()),
            source_unproven: full,
            similar: full.then(|| Similar { score: 87, english: "By \"A\"".into() }),
            carried: full.then_some(Carried::Mechanical),
            since: some("2026-11-24"),
            previous: some("old \"text\"\nwith\u{2028}lines \u{1}"),
            draft: full.then(|| Draft { text: "x".into(), origin: "mt:x".into(), source: "12e4".into() }),
            alternatives: if full { vec![other] } else { Vec::new() },
            obsolete: full,
            ..State::new(TranslationType::Human, "human", "1234567890123456", "12e4567890123456", "2026-11-23")
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut file = StateFile::default();
        for (at, id) in ["yes", "no", "null", "a", "n-1"].into_iter().enumerate() {
            file.messages.insert(id.into(), state(at % 2 == 0));
            file.missing.insert(format!("{id}-2").into(), "2026-11-22".into());
            file.rejected.insert(id.into(), vec!["12e4567890123456".into(), "1234567890123456".into()]);
        }
        let (order, home) = (["no".into(), "yes".into()], ["no".into(), "empty".into(), "yes".into()]);
        let yaml = file.format(&order, &home);
        assert_eq!(StateFile::parse(&yaml), Ok(file.clone()));
        assert_eq!(StateFile::parse(&format!("\u{feff}{}", yaml.replace('\n', "\r\n"))), Ok(file.clone()));
        let at = |text: &str| yaml.find(text).unwrap_or_else(|| panic!("no {text}: {yaml}"));
        assert!(at("  \"no\":") < at("  # empty\n") && at("  # empty\n") < at("  \"yes\":"));
        let lines: Vec<_> = message_lines(&yaml).map(|(_, id, _)| id).collect();
        assert_eq!(lines[..2], ["no", "yes"]);
        assert_eq!(lines.len(), 10);
        let generic: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap();
        assert!(generic["messages"]["a"]["source"].is_string() && generic["messages"]["a"]["target"].is_string());
    }

    #[test]
    fn hand_offs_have_a_file_of_their_own() {
        let document =
            HandOff { hash: "5e21".into(), commit: None, date: "2026-11-23".into(), fileid: "64880201".into() };
        assert_eq!(HandOff::parse(&document.format()), Ok(document.clone()));
        let bad = document.format().replace("11-23", "02-30");
        assert_eq!(HandOff::parse(&bad).unwrap_err().line, 3);
        assert!(HandOff::parse(&format!("{}more: 1\n", document.format())).is_err());
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_line() {
        let problem = StateFile::parse("# c\nversion: 3\nfuture: yes\n").unwrap_err();
        assert_eq!(problem.line, 2);
        assert!(problem.message.contains("version 3") && problem.message.contains("reads version 2"));
        assert!(StateFile::parse("messages:\n").is_err());
        assert!(StateFile::parse("version: 1\nunknown: 1\n").unwrap_err().message.contains("unknown"));
        let one = |date: &str| format!("  a:\n    {{type: HT, origin: human, source: b, target: c, date: {date}}}\n\n");
        let file = |messages: &str| StateFile::parse(&format!("version: 2\nmessages:\n\n{messages}"));
        assert!(file(&one("2026-01-31")).is_ok());
        let problem = file(&one("2026-02-31")).unwrap_err();
        assert!(problem.line == 4 && problem.message.contains("`2026-02-31` is not a day"), "{problem:?}");
        let problem = file(&one("2026-01-31").repeat(2)).unwrap_err();
        assert!(problem.line == 7 && problem.message.contains("on lines 4 and 7"), "{problem:?}");
        assert!(file("  a:\n    {origin: human}\n").unwrap_err().message.contains("missing field `type`"));
        assert!(file("  a:\n\t{missing: 2026-01-31}\n").is_err());
    }
}
