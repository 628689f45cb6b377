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

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::raw_state::{RawFile, RawMessages};
use super::state::{Alternative, Decided, Dismissed, HandOff, Rejected, State};
use super::yaml::{Flow, push_scalar, version, without_mark, yaml_problem};
use super::{Id, Problem, plain_state};
use crate::text::date::Date;

/// The version of the state format that this program writes; it reads those before, too.
pub const VERSION: u32 = 2;
/// The version of a file that holds dismissed findings, which programs for version 2 do not know.
const VERSION_WITH_DISMISSALS: u32 = 3;
/// The version of a file that holds what no text of the English is behind: additions and own blocks.
const VERSION_WITH_ADDITIONS: u32 = 4;
/// The version of a file that holds what translators made of texts: how much of a draft they changed, and the English of
/// wordings that came in with a file and wait for a decision.
const VERSION_WITH_WORK: u32 = 5;
/// The version of a file that holds what reviewers said: wordings that they rejected, and not only their fingerprints, and
/// comments on texts without a translation.
const VERSION_WITH_REMARKS: u32 = 6;
/// The versions that are read.
const VERSIONS: RangeInclusive<u32> = 1..=VERSION_WITH_REMARKS;

/// What is known of the messages of one resource, and of the document that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateFile {
    /// Absent in the state of shared messages. It is written to a file of its own.
    pub document: Option<HandOff>,
    pub messages: IndexMap<Id, State, FxBuildHasher>,
    /// Messages without a translation, with the day since which there is none, where that is not the day
    /// of the hand-off.
    pub missing: BTreeMap<Id, Date>,
    /// Translations that a person rejected: no machine and no memory offers them again.
    pub rejected: BTreeMap<Id, Vec<Rejected>>,
    /// Who last rejected a wording of a message, or commented on it.
    pub decided: BTreeMap<Id, Decided>,
}

impl StateFile {
    /// Reads a state file of any version.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let (file, doubled) = parse_doubled(yaml)?;
        doubled.first().map_or(Ok(file), |(id, _)| Err(stands_twice(without_mark(yaml), id)))
    }

    /// Writes the file with messages in the given order; those not named follow, sorted by id. Messages of `home`
    /// that have no translation keep their place by a comment.
    pub fn format(&self, order: &[Id], home: &[Id]) -> String {
        let has_dismissals = self.messages.values().any(|state| state.dismissals().next().is_some());
        let has_additions = self.messages.values().any(State::is_own);
        let knows_english = |state: &State| state.alternatives.iter().any(|other| other.english.is_some());
        let is_reworded = |state: &State| state.reworded || state.draft.as_ref().is_some_and(|draft| draft.reworded);
        let has_work = |state: &State| state.edited.is_some() || is_reworded(state) || knows_english(state);
        let has_work = self.messages.values().any(has_work);
        let has_questions = self.decided.values().any(|decided| decided.note.is_some());
        let knows_rejected = self.rejected.values().flatten().any(|rejected| rejected.text.is_some());
        let version = match (has_additions, has_dismissals) {
            _ if has_questions || knows_rejected => VERSION_WITH_REMARKS,
            _ if has_work => VERSION_WITH_WORK,
            (true, _) => VERSION_WITH_ADDITIONS,
            (false, true) => VERSION_WITH_DISMISSALS,
            (false, false) => VERSION,
        };
        let mut out = format!("version: {version}\n");
        if self.is_empty() {
            return out;
        }
        out.push_str("messages:\n\n");
        // A file without a single translation says nothing of what else it lacks.
        let home = if self.messages.is_empty() { &[] } else { home };
        let mut written: FxHashSet<&Id> = FxHashSet::default();
        for id in interleave(order.iter().filter(|id| self.knows(id)), home) {
            self.push_message(&mut out, id, &mut written);
        }
        let known = self.messages.keys().chain(self.missing.keys()).chain(self.rejected.keys());
        let mut others: Vec<&Id> = known.chain(self.decided.keys()).filter(|id| !written.contains(id)).collect();
        others.sort_unstable();
        for id in others {
            self.push_message(&mut out, id, &mut written);
        }
        out.push_str("# end\n");
        out
    }

    fn knows(&self, id: &Id) -> bool {
        let is_open = self.missing.contains_key(id) || self.rejected.contains_key(id) || self.decided.contains_key(id);
        is_open || self.messages.contains_key(id)
    }

    /// Writes a message once.
    fn push_message<'s>(&'s self, out: &mut String, id: &'s Id, written: &mut FxHashSet<&'s Id>) {
        if !written.insert(id) {
            return;
        }
        let _ = writeln!(out, "  # {id}");
        if self.knows(id) {
            out.push_str("  ");
            push_scalar(out, id);
            out.push_str(":\n    ");
            Flow::write(out, |flow| self.push_fields(flow, id));
            out.push('\n');
        }
        out.push('\n');
    }

    /// Writes what is known of a message.
    fn push_fields(&self, flow: &mut Flow<'_>, id: &Id) {
        if let Some(state) = self.messages.get(id) {
            push_state(flow, state);
        }
        flow.date("missing", self.missing.get(id).copied());
        if let Some(rejected) = self.rejected.get(id) {
            flow.list("rejected", rejected, push_rejected);
        }
        if let Some(decided) = self.decided.get(id) {
            flow.map("decided", |flow| {
                flow.scalar("reviewer", &decided.reviewer);
                flow.date("date", Some(decided.date));
                flow.maybe("note", decided.note.as_ref());
            });
        }
    }

    /// Replaces all that the file says of a message by what another file says of it.
    pub fn take_over(&mut self, id: &Id, other: &Self) {
        put_or_remove(&mut self.missing, id, other.missing.get(id));
        put_or_remove(&mut self.rejected, id, other.rejected.get(id));
        put_or_remove(&mut self.decided, id, other.decided.get(id));
        match other.messages.get(id) {
            Some(state) => drop(self.messages.insert(id.clone(), state.clone())),
            None => drop(self.messages.swap_remove(id)),
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

/// Writes what is known of a translation.
fn push_state(flow: &mut Flow<'_>, state: &State) {
    flow.plain("type", state.kind.name());
    flow.scalar("origin", &state.origin);
    flow.scalar("source", &state.source);
    flow.scalar("target", &state.target);
    flow.date("date", Some(state.date));
    flow.maybe("reviewer", state.reviewer.as_ref());
    flow.maybe("note", state.note.as_ref());
    flow.flag("source_unproven", state.source_unproven);
    if let Some(similar) = &state.similar {
        flow.map("similar", |flow| {
            flow.plain("score", &similar.score.to_string());
            flow.wording("english", &similar.english);
        });
    }
    if let Some(edited) = &state.edited {
        flow.map("edited", |flow| {
            flow.scalar("from", &edited.from);
            flow.plain("percent", &edited.percent.to_string());
        });
    }
    flow.flag("reworded", state.reworded);
    if let Some(carried) = state.carried {
        flow.plain("carried", carried.name());
    }
    flow.date("since", state.since);
    if let Some(previous) = &state.previous {
        flow.wording("previous", previous);
    }
    if let Some(draft) = &state.draft {
        flow.map("draft", |flow| {
            flow.wording("text", &draft.text);
            flow.scalar("origin", &draft.origin);
            flow.scalar("source", &draft.source);
            flow.flag("reworded", draft.reworded);
        });
    }
    if !state.alternatives.is_empty() {
        flow.list("alternatives", &state.alternatives, |out, other| Flow::write(out, |flow| push_other(flow, other)));
    }
    if !state.replaced.is_empty() {
        flow.list("replaced", &state.replaced, |out, old| {
            Flow::write(out, |flow| {
                flow.wording("text", &old.text);
                flow.scalar("date", &old.date.to_string());
                flow.maybe("reviewer", old.reviewer.as_ref());
            });
        });
    }
    let dismissed: Vec<&Dismissed> = state.dismissals().collect();
    if !dismissed.is_empty() {
        flow.list("dismissed", &dismissed, |out, one| Flow::write(out, |flow| push_dismissed(flow, one)));
    }
    flow.flag("obsolete", state.obsolete);
    flow.maybe("addition", state.addition.as_ref().map(ToString::to_string).as_ref());
    flow.maybe("block", state.block.as_ref().map(ToString::to_string).as_ref());
    flow.flag("dropped", state.dropped);
}

fn push_dismissed(flow: &mut Flow<'_>, dismissed: &Dismissed) {
    flow.scalar("code", &dismissed.code);
    flow.scalar("source", &dismissed.source);
    flow.scalar("target", &dismissed.target);
    flow.date("date", Some(dismissed.date));
    flow.scalar("reviewer", &dismissed.reviewer);
}

fn push_rejected(out: &mut String, rejected: &Rejected) {
    match &rejected.text {
        Some(text) => Flow::write(out, |flow| flow.wording("text", text)),
        None => push_scalar(out, &rejected.target),
    }
}

fn push_other(flow: &mut Flow<'_>, other: &Alternative) {
    flow.wording("text", &other.text);
    flow.flag("fluent", other.fluent);
    flow.scalar("origin", &other.origin);
    flow.scalar("source", &other.source);
    flow.date("date", Some(other.date));
    flow.maybe("reviewer", other.reviewer.as_ref());
    if let Some(english) = &other.english {
        flow.wording("english", english);
    }
}

/// Returns the ids of `first` in their order, with each id that only `more` has behind the one that precedes it in `more`.
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
    version(without_mark(yaml), VERSIONS).is_ok_and(|version| version < VERSION)
}

/// Reads a state file that may have messages twice, as a conflict leaves them. Of each the first state is in the file, the
/// others are in the list. Only conflict resolution calls it; everything else refuses such files.
pub fn parse_doubled(yaml: &str) -> Result<(StateFile, Vec<(Id, State)>), Problem> {
    let yaml = without_mark(yaml);
    match plain_state::read(yaml) {
        Some(file) => Ok((file, Vec::new())),
        None => parse_by_library(yaml),
    }
}

/// The same by a YAML parser, which reads any layout.
pub(super) fn parse_by_library(yaml: &str) -> Result<(StateFile, Vec<(Id, State)>), Problem> {
    version(yaml, VERSIONS)?;
    let (raw, more) = match serde_yaml::from_str::<RawFile>(yaml) {
        Ok(raw) => (raw, Vec::new()),
        Err(error) => both_sides(yaml).ok_or_else(|| yaml_problem(&error))?,
    };
    let mut file = StateFile { document: raw.document, ..StateFile::default() };
    let mut doubled: Vec<(Id, State)> = Vec::new();
    for (id, message) in raw.messages.into_iter().chain(more) {
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
    file.rejected.extend(raw.rejected.into_iter().map(|(id, rejected)| (Id::from(id), rejected)));
    Ok((file, doubled))
}

/// What a file says in which somebody left both sides of a conflict and removed its marks: states below the id of
/// another state are apart. `None` if it cannot be read in this way either.
fn both_sides(yaml: &str) -> Option<(RawFile, RawMessages)> {
    let more = second_states(yaml);
    let lines: FxHashSet<u32> = more.iter().map(|(line, ..)| *line).collect();
    // The lines of all others stay what they are.
    let first: String =
        yaml.lines().zip(1..).flat_map(|(line, at)| [if lines.contains(&at) { "" } else { line }, "\n"]).collect();
    let read = |(_, id, state): &(u32, &str, &str)| Some((Box::from(*id), serde_yaml::from_str(state).ok()?));
    let more = more.iter().map(read).collect::<Option<Vec<_>>>().filter(|more| !more.is_empty())?;
    Some((serde_yaml::from_str(&first).ok()?, more))
}

/// States that stand below the state of the same id, with their lines.
fn second_states(yaml: &str) -> Vec<(u32, &str, &str)> {
    let mut found = Vec::new();
    let (mut id, mut has_state) = ("", false);
    for (line, number) in yaml.lines().zip(1..) {
        let indented = line.strip_prefix("  ").filter(|line| !line.starts_with([' ', '#', '-']));
        if let Some(name) = indented.and_then(|line| line.trim_end().strip_suffix(':')) {
            (id, has_state) = (name.trim_matches('"'), false);
        } else if let Some(state) = line.strip_prefix("    ").filter(|state| state.starts_with('{')) {
            if has_state {
                found.push((number, id, state));
            }
            has_state = true;
        }
    }
    found
}

/// A message that stands twice, by the lines of both.
fn stands_twice(yaml: &str, id: &str) -> Problem {
    let lines = message_lines(yaml).filter(|(_, other, _)| *other == id).map(|(line, ..)| line);
    let more = second_states(yaml).into_iter().filter(|(_, other, _)| *other == id).map(|(line, ..)| line);
    let lines: BTreeSet<u32> = lines.chain(more).collect();
    let mut lines = lines.into_iter();
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

#[cfg(test)]
mod tests {
    use super::super::escape::Pattern;
    use super::super::notation;
    use super::super::state::{Alternative, Carried, Draft, Edited, Rare, Replaced, Similar, TranslationType};
    use super::*;

    fn state(full: bool) -> State {
        let some = |text: &str| full.then(|| text.to_owned());
        let other = Alternative {
            text: "{ $n ->\n   *[other] x\n}".into(),
            fluent: true,
            origin: "human".into(),
            source: "12e4567890123456".into(),
            date: Date::constant(2026, 11, 20),
            reviewer: full.then(|| "A. Reviewer".into()),
            english: None,
        };
        let old =
            Replaced { text: "{ was }".into(), reviewer: Some("B".into()), date: Date::constant(2026, 11, 19).into() };
        let rare = Rare {
            note: Some("one: {two}, # three".into()),
            similar: full.then(|| Box::new(Similar { score: 87, english: "By \"A\"".into() })),
            previous: some("old \"text\"\nwith\u{2028}lines \u{1}"),
            draft: full.then(|| {
                let (text, origin, source) = ("x".into(), "mt:x".into(), "12e4".into());
                Box::new(Draft { text, origin, source, reworded: false })
            }),
            alternatives: if full { vec![other] } else { Vec::new() },
            replaced: if full { vec![old] } else { Vec::new() },
            ..Rare::default()
        };
        let state = State {
            reviewer: full.then(|| "no".into()),
            source_unproven: full,
            carried: full.then_some(Carried::Mechanical),
            since: full.then_some(Date::constant(2026, 11, 24)),
            obsolete: full,
            ..State::new(
                TranslationType::Human,
                "human",
                "1234567890123456",
                "12e4567890123456",
                Date::constant(2026, 11, 23),
            )
        };
        state.with(rare)
    }

    /// A rejected wording of which only the fingerprint is known.
    fn print(target: &str) -> Rejected {
        Rejected { target: target.into(), text: None }
    }

    #[test]
    fn rejected_wordings_are_kept_with_their_placeables() {
        let mut file = StateFile::default();
        file.missing.insert("a".into(), Date::constant(2026, 11, 22));
        let of = |text: &str| Rejected::of(&Pattern::Text(notation::from_state(text).into_owned()));
        let wordings = ["Open { $app }: \"now\", {\"{\"} or never", "12e4567890123456", "", "null", "two\nlines"];
        file.rejected.insert("a".into(), wordings.map(of).into_iter().chain([print("12e4")]).collect());
        let yaml = file.format(&[], &[]);
        assert!(yaml.starts_with("version: 6\n") && yaml.contains("{text: \"Open { $app }: "), "{yaml}");
        assert_eq!(StateFile::parse(&yaml), Ok(file.clone()));
        // Programs that kept fingerprints wrote an earlier version, which stays what it is.
        file.rejected.insert("a".into(), vec![print("12e4")]);
        let yaml = file.format(&[], &[]);
        assert!(yaml.starts_with("version: 2\n") && yaml.contains("rejected: [\"12e4\"]"), "{yaml}");
        assert_eq!(StateFile::parse(&yaml), Ok(file));
        assert!(Rejected::of(&Pattern::Complex("{ $n -> *[other] x }".into())).text.is_none());
    }

    #[test]
    fn what_is_written_is_read() {
        let mut file = StateFile::default();
        for (at, id) in ["yes", "no", "null", "a", "n-1"].into_iter().enumerate() {
            file.messages.insert(id.into(), state(at % 2 == 0));
            file.missing.insert(format!("{id}-2").into(), Date::constant(2026, 11, 22));
            file.rejected.insert(id.into(), vec![print("12e4567890123456"), print("1234567890123456")]);
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
    fn a_replaced_wording_keeps_what_stands_in_place_of_its_date() {
        for written in ["2026-01-31", "2026-02-30", "\"May 2026\"", "2026", "\"\""] {
            let replaced = format!("replaced: [{{text: Bonjour, date: {written}}}]");
            let yaml = format!(
                "version: 2\nmessages:\n\n  # a\n  a:\n    {{type: HT, origin: human, source: b, target: c, date: 2026-11-23, {replaced}}}\n\n# end\n"
            );
            let file = StateFile::parse(&yaml).unwrap();
            let again = file.format(&[], &[]);
            assert_eq!(StateFile::parse(&again), Ok(file));
            // A number is quoted when it is written, as it always was.
            assert_eq!(again.replace("\"2026\"", "2026"), yaml);
        }
    }

    /// A state that says one thing of `a`.
    fn each() -> [StateFile; 5] {
        let mut files: [StateFile; 5] = Default::default();
        files[0].messages.insert("a".into(), state(true));
        files[1].missing.insert("a".into(), Date::constant(2026, 11, 22));
        files[2].rejected.insert("a".into(), vec![print("12e4567890123456")]);
        let asked = Decided { date: Date::constant(2026, 11, 22), reviewer: "Kim".into(), note: None };
        files[3].decided.insert("a".into(), asked.clone());
        files[4].decided.insert("a".into(), Decided { note: Some("Which app?".into()), ..asked });
        files
    }

    #[test]
    fn a_state_is_empty_if_it_says_nothing_of_any_message() {
        assert!(StateFile::default().is_empty());
        for file in each() {
            assert!(!file.is_empty(), "{file:?}");
            assert_eq!(StateFile::parse(&file.format(&[], &[])), Ok(file));
        }
    }

    #[test]
    fn what_another_state_says_of_a_message_replaces_all_that_was_said() {
        for mut file in each() {
            for other in each() {
                file.take_over(&"a".into(), &other);
                assert_eq!(file, other);
            }
            file.take_over(&"b".into(), &each()[0]);
            assert_eq!(file, each()[4], "of other messages nothing");
        }
    }

    #[test]
    fn version_1_is_old() {
        let old = "version: 1\nmessages:\n  a: {type: HT, origin: human, source: b, target: c, date: 2026-01-31}\n\
                   missing:\n  b: 2026-01-31\nrejected:\n  c: [d]\n\
                   document: {hash: e, date: 2026-01-31, fileid: f}\n";
        let file = StateFile::parse(old).unwrap();
        assert_eq!((file.missing["b"], file.rejected["c"].len()), (Date::constant(2026, 1, 31), 1));
        assert_eq!(file.document.as_ref().map(|document| document.hash.as_str()), Some("e"));
        assert!(is_old(old) && is_old(&format!("\u{feff}{old}")));
        assert!(!is_old(&file.format(&[], &[])) && !is_old("version: 3\n") && !is_old(""));
    }

    #[test]
    fn a_dismissal_needs_a_version_of_its_own_and_holds_for_one_wording() {
        let state = |target: &str| {
            let day = Date::constant(2026, 1, 31);
            let [source, print] = ["5011", "aa11"].map(Into::into);
            let dismissed =
                Dismissed { code: "spaces".into(), source, target: print, date: day, reviewer: "Kim".into() };
            let state = State::new(TranslationType::Human, "human", "5011", target, day);
            let mut file = StateFile::default();
            file.messages.insert("a".into(), state.with(Rare { dismissed: vec![dismissed], ..Rare::default() }));
            file
        };
        let file = state("aa11");
        let written = file.format(&[], &[]);
        assert!(written.starts_with("version: 3\n"), "{written}");
        assert_eq!(StateFile::parse(&written).unwrap(), file);
        let other = state("bb22").format(&[], &[]);
        assert!(other.starts_with("version: 2\n") && !other.contains("dismissed"), "another wording: {other}");
    }

    #[test]
    fn what_translators_made_of_texts_needs_a_version_of_its_own() {
        let mut file = StateFile::default();
        let state = |english: Option<&str>| {
            let state = State::new(TranslationType::Human, "human", "s", "t", Date::constant(2026, 1, 31));
            let other = Alternative::new(&Pattern::Text("b".into()), &state);
            let alternatives = vec![Alternative { english: english.map(str::to_owned), ..other }];
            state.with(Rare { alternatives, ..Rare::default() })
        };
        file.messages.insert("a".into(), state(None));
        assert!(file.format(&[], &[]).starts_with("version: 2\n"));
        let edited = Some(Box::new(Edited { from: "mt:apertium".into(), percent: 23 }));
        file.messages.insert("a".into(), state(None).with(Rare { edited, ..Rare::default() }));
        let written = file.format(&[], &[]);
        assert!(
            written.starts_with("version: 5\n") && written.contains("edited: {from: mt:apertium, percent: 23}"),
            "{written}"
        );
        assert_eq!(StateFile::parse(&written).as_ref(), Ok(&file));
        file.messages.insert("a".into(), state(Some("By \u{FDD0}$app\u{FDD1}: x")));
        let written = file.format(&[], &[]);
        assert!(written.starts_with("version: 5\n") && written.contains("By { $app }"), "{written}");
        assert_eq!(StateFile::parse(&written), Ok(file));
    }

    #[test]
    fn an_addition_needs_a_version_of_its_own() {
        let mut state = State::new(TranslationType::Human, "import", "5011", "aa11", Date::constant(2026, 1, 31));
        state.addition = Some(Box::new("after first-text 2 past 1".parse().unwrap()));
        let mut file = StateFile::default();
        file.messages.insert("addition-1".into(), state);
        let written = file.format(&[], &[]);
        assert!(written.starts_with("version: 4\n"), "{written}");
        assert_eq!(StateFile::parse(&written).unwrap(), file);
        let problem = StateFile::parse(&written.replace("after first", "at first")).unwrap_err();
        assert!(problem.line == 5 && problem.message.contains("is no place"), "{problem:?}");
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_line() {
        let problem = StateFile::parse("# c\nversion: 7\nfuture: yes\n").unwrap_err();
        assert_eq!(problem.line, 2);
        assert!(problem.message.contains("version 7") && problem.message.contains("reads version 6"));
        assert!(StateFile::parse("messages:\n").is_err());
        assert!(StateFile::parse("version: 1\nunknown: 1\n").unwrap_err().message.contains("unknown"));
        let one = |date: &str| format!("  a:\n    {{type: HT, origin: human, source: b, target: c, date: {date}}}\n\n");
        let file = |messages: &str| StateFile::parse(&format!("version: 2\nmessages:\n\n{messages}"));
        assert!(file(&one("2026-01-31")).is_ok());
        let problem = file(&one("2026-02-31")).unwrap_err();
        let expected = "messages.a.date: `2026-02-31` is not a day: expected YYYY-MM-DD at line 5 column 59";
        assert_eq!((problem.line, problem.message.as_str()), (5, expected));
        let problem = file(&one("2026-01-31").repeat(2)).unwrap_err();
        assert!(problem.line == 7 && problem.message.contains("on lines 4 and 7"), "{problem:?}");
        assert!(file("  a:\n    {origin: human}\n").unwrap_err().message.contains("missing field `type`"));
        assert!(file("  a:\n\t{missing: 2026-01-31}\n").is_err());
    }
}
