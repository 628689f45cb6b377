//! What handback wrote in this checkout: every wording with its provenance, a file for each locale in
//! `.handback/ledger/`.
//!
//! States travel with their resources through git and editors, and get lost there. The ledger stays, so that a
//! draft whose state is gone is not taken for a person's work. One line of JSON a wording; later lines about the same
//! wording of a message replace earlier ones. It may be deleted: then only git knows what states knew.

use std::borrow::Cow;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use handback_core::catalog::Id;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::evidence::Record;
use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::state::{Edited, Rare, State, TranslationType};
use handback_core::catalog::state_file::StateFile;
use handback_core::text::Word;
use handback_core::text::date::{Date, DateOrText};
use handback_core::text::fingerprint::short_hash;
use handback_core::text::limits::LARGEST_STORE;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::versions::{self, Version};
use super::{disk, files, lock};
use crate::problem::FileError;

/// Beyond this size lines that later ones replace are dropped, and if that is not enough the older half.
const MOST_BYTES: usize = 256 << 20;

/// A ledger of this size is not read to find out whether so few lines stand in it already.
const LONG: usize = 1 << 20;
const FEW: usize = 500;

/// The first line of a ledger that has lost lines.
const CUT: &str = "{\"cut\":true}";

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    target: Cow<'l, str>,
    #[serde(rename = "type", borrow)]
    kind: Cow<'l, str>,
    #[serde(borrow)]
    origin: Cow<'l, str>,
    #[serde(borrow)]
    source: Cow<'l, str>,
    /// A damaged date is no reason to forget who made the wording.
    date: DateOrText,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// Nobody knows whether it was made from `source`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    source_unproven: bool,
    /// Where it stands, of what a document has of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    addition: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    block: Option<String>,
    /// How far a person edited what a machine had drafted: `23 mt:apertium`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edited: Option<String>,
    /// The machine changed more than it was asked to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reworded: bool,
    /// What a machine wrote: so it is known how much of it people change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'l, str>>,
}

impl<'l> Line<'l> {
    fn new(id: &'l str, state: &'l State) -> Self {
        Self {
            id: id.into(),
            target: (&*state.target).into(),
            kind: state.kind.name().into(),
            origin: (&*state.origin).into(),
            source: (&*state.source).into(),
            date: state.date.into(),
            reviewer: state.reviewer.clone(),
            note: state.note.clone(),
            source_unproven: state.source_unproven,
            addition: state.addition.as_ref().map(ToString::to_string),
            block: state.block.as_ref().map(ToString::to_string),
            edited: state.edited.as_ref().map(|edited| format!("{} {}", edited.percent, edited.from)),
            reworded: state.reworded,
            text: None,
        }
    }

    /// The same with what a machine wrote, as the file has it.
    fn with_text(self, file: &'l LocaleFile, id: &Id, state: &State) -> Self {
        let pattern = file.pattern(id).filter(|_| state.kind == TranslationType::Machine);
        let Some(Pattern::Text(text)) = pattern.filter(|pattern| pattern.is_wording(&state.target)) else {
            return self;
        };
        Self { text: Some(text.into()), ..self }
    }

    fn record(&self) -> Option<Record> {
        let kind = match &*self.kind {
            "MT" => TranslationType::Machine,
            "HT" => TranslationType::Human,
            _ => return None,
        };
        let date = self.date.day().unwrap_or(Date::UNKNOWN);
        let state = State::new(kind, &self.origin, &self.source, &self.target, date);
        let (reviewer, source_unproven) = (self.reviewer.clone(), self.source_unproven);
        let addition = self.addition.as_ref().and_then(|place| place.parse().ok().map(Box::new));
        let block = self.block.as_ref().and_then(|block| block.parse().ok().map(Box::new));
        let edited = self.edited.as_deref().and_then(|edited| edited.split_once(' '));
        let edited =
            edited.and_then(|(percent, from)| Some(Edited { from: from.to_owned(), percent: percent.parse().ok()? }));
        let (edited, reworded) = (edited.map(Box::new), self.reworded);
        let state = State { reviewer, source_unproven, reworded, ..state };
        let state = state.with(Rare { note: self.note.clone(), edited, addition, block, ..Rare::default() });
        Some(Record { id: Id::from(&*self.id), state })
    }
}

/// A wording that is to be on record. There may be as many as messages, so that their lines are made one by one.
#[derive(Clone, Copy)]
struct News<'s> {
    id: &'s Id,
    state: &'s State,
    /// The file that has it, if it is still there.
    file: Option<&'s LocaleFile>,
}

impl<'s> News<'s> {
    fn line(self) -> Line<'s> {
        let line = Line::new(self.id, self.state);
        match self.file {
            Some(file) => line.with_text(file, self.id, self.state),
            None => line,
        }
    }

    fn key(&self) -> (&'s str, &'s str) {
        (&self.state.target, self.id)
    }
}

/// The ledger of a locale, as read.
#[derive(Debug, Default)]
pub struct Ledger {
    text: String,
    /// Where its lines are, by the hash of their wording, in their order: few of them are ever asked for.
    lines: Vec<(u64, Range<usize>)>,
    /// Nothing that was written here is missing from it.
    pub complete: bool,
}

impl Ledger {
    /// Reads the ledger; lines that cannot be read are left out.
    pub fn read(root: &Path, locale: &str) -> Self {
        let Ok(bytes) = files::read_at_most(&path(root, locale), LARGEST_STORE) else { return Self::default() };
        let (text, is_text) = match String::from_utf8(bytes) {
            Ok(text) => (text, true),
            Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), false),
        };
        let mut complete = is_text && !text.starts_with(CUT);
        let mut lines = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let place = at..at + line.len();
            at = place.end;
            match serde_json::from_str::<Line<'_>>(line) {
                _ if line == "\n" => {}
                Ok(line) => lines.push((short_hash(&line.target), place)),
                // A kill may have cut it off: what it said is not known.
                Err(_) => complete = false,
            }
        }
        lines.sort_by_key(|(hash, _)| *hash);
        Self { text, lines, complete }
    }

    /// What is on record of a wording.
    pub fn records(&self, wording: &str) -> Vec<Record> {
        let mut known: Vec<Line<'_>> = Vec::new();
        for line in self.lines_of(wording).filter(|line| line.target == wording) {
            known.retain(|other| other.id != line.id);
            known.push(line);
        }
        known.iter().filter_map(Line::record).collect()
    }

    /// The text of a machine's wording.
    pub fn text(&self, wording: &str) -> Option<String> {
        let lines = self.lines_of(wording).filter(|line| line.target == wording);
        lines.filter_map(|line| line.text).next().map(Cow::into_owned)
    }

    /// The lines about a wording, and perhaps about others.
    fn lines_of(&self, wording: &str) -> impl Iterator<Item = Line<'_>> {
        let hash = short_hash(wording);
        let from = self.lines.partition_point(|(other, _)| *other < hash);
        let places = self.lines[from..].iter().take_while(move |(other, _)| *other == hash);
        places.filter_map(|(_, place)| serde_json::from_str::<Line<'_>>(&self.text[place.clone()]).ok())
    }
}

fn path(root: &Path, locale: &str) -> PathBuf {
    root.join(lock::WORK_FOLDER).join("ledger").join(locale)
}

/// Notes what is about to be written as states of a locale: of each file what lies there now, if anything, and the
/// new state. Where there is no ledger yet it begins with all that the catalog, in `folder`, knows, and what was put aside in
/// stashes: it may come back when nobody else knows it. The project's lock is held.
pub fn note<'s>(
    (root, folder): (&Path, &Path),
    catalog: &LocaleCatalog,
    files: impl Iterator<Item = (Option<String>, &'s LocaleFile)>,
) -> Result<(), FileError> {
    let path = path(root, &catalog.locale);
    if !path.exists() {
        let nothing = StateFile::default();
        let all = catalog.files.values().flat_map(|file| news(&nothing, file));
        let aside = stashed(folder);
        let aside = aside.iter().flat_map(|state| proven(state).map(|(id, state)| News { id, state, file: None }));
        return append(&path, aside.chain(all).collect(), true, MOST_BYTES);
    }
    let mut all: Vec<News<'_>> = Vec::new();
    for (old, new) in files {
        let old = old.and_then(|text| StateFile::parse(&text).ok()).unwrap_or_default();
        all.extend(news(&old, new));
    }
    append(&path, all, false, MOST_BYTES)
}

/// The states that lie in stashes.
fn stashed(folder: &Path) -> Vec<StateFile> {
    let trees = versions::stashed(folder);
    let files = trees.into_iter().flat_map(|tree| tree.files).filter(|(path, _)| path.ends_with(".yaml"));
    let states: Vec<Version> = files.map(|(path, blob)| Version { path, blob }).collect();
    versions::texts(folder, &states).iter().filter_map(|(_, text)| StateFile::parse(text).ok()).collect()
}

fn proven(state: &StateFile) -> impl Iterator<Item = (&Id, &State)> {
    state.messages.iter().filter(|(_, state)| state.kind != TranslationType::Unproven)
}

/// What a state says that the one before it did not.
fn news<'s>(old: &StateFile, new: &'s LocaleFile) -> Vec<News<'s>> {
    let is_new = |(id, state): &(&Id, &State)| {
        old.messages.get(*id).is_none_or(|old| Line::new(id, old) != Line::new(id, state))
    };
    proven(&new.state).filter(is_new).map(|(id, state)| News { id, state, file: Some(new) }).collect()
}

/// Adds lines to a ledger, or begins it; where it gets longer than `most` bytes, its older half goes.
fn append(path: &Path, mut news: Vec<News<'_>>, create: bool, most: usize) -> Result<(), FileError> {
    // What cannot be read is no empty ledger: a new one would pass for all there ever was. Nor is there nothing to note:
    // whose the wordings are that are about to be written was judged without it.
    let (length, is_cut) = match end_of(path) {
        Ok(end) => end,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (0, false),
        Err(error) => return Err(FileError::io(path, "read the file", &error)),
    };
    if news.is_empty() && !create {
        return Ok(());
    }
    if length == 0 {
        return begin(path, news);
    }
    let reads = length < LONG || news.len() > FEW;
    let mut said = match reads {
        true => Said::of(path, length).map_err(|error| FileError::io(path, "read the file", &error))?,
        false => Said::default(),
    };
    news.retain(|one| said.is_new(&one.line()));
    if news.is_empty() && !create {
        said.keep(path, length);
        return Ok(());
    }
    news.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
    // A line that was cut off by a kill ends here.
    let mut text = if is_cut { "\n".to_owned() } else { String::new() };
    for one in &news {
        let line = serde_json::to_string(&one.line()).map_err(|error| FileError::new(path, error.to_string()))?;
        said.add(&line);
        text.push_str(&line);
        text.push('\n');
    }
    let written = match length + text.len() > most {
        true => files::read_at_most(path, LARGEST_STORE).and_then(|bytes| {
            let old = String::from_utf8_lossy(&bytes).into_owned();
            disk::replace(path, shortened(&(old + &text), most).as_bytes(), false)
        }),
        false => disk::append(path, text.as_bytes()),
    };
    written.map_err(|error| FileError::io(path, "write the file", &error))?;
    if reads {
        said.keep(path, length + text.len());
    }
    Ok(())
}

/// Begins a ledger, piece by piece: it is as large as all states. None of it is left out: half of the first lines would pass
/// for all of them.
fn begin(path: &Path, mut news: Vec<News<'_>>) -> Result<(), FileError> {
    news.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
    let (mut said, mut length) = (Said::default(), 0);
    let written = disk::replace_by(path, |out| {
        news.iter().try_for_each(|one| {
            let line = serde_json::to_string(&one.line())?;
            said.add(&line);
            length += line.len() + 1;
            writeln!(out, "{line}")
        })
    });
    written.map_err(|error| FileError::io(path, "write the file", &error))?;
    said.keep(path, length);
    Ok(())
}

/// What a ledger says last of every wording: hashes of id and target, and of the line.
#[derive(Default)]
struct Said(FxHashMap<u64, u64>);

/// The ledger that was written last, with its length then: runs that write one file after the other read it once.
static LAST: Mutex<Option<(PathBuf, usize, Said)>> = Mutex::new(None);

impl Said {
    fn of(path: &Path, length: usize) -> std::io::Result<Self> {
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((_, _, said)) = last.filter(|(other, then, _)| other == path && *then == length) {
            return Ok(said);
        }
        let mut said = Self::default();
        if length == 0 {
            return Ok(said);
        }
        let mut ledger = BufReader::with_capacity(1 << 16, files::open_at_most(path, LARGEST_STORE)?);
        let mut line = Vec::new();
        while ledger.read_until(b'\n', &mut line)? > 0 {
            said.add(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']));
            line.clear();
        }
        Ok(said)
    }

    /// Notes a line.
    fn add(&mut self, line: &str) {
        if let Some(key) = Self::key_of(line) {
            self.0.insert(key, short_hash(line));
        }
    }

    /// What a line is about; `None` if it cannot be read.
    fn key_of(line: &str) -> Option<u64> {
        // {"id":"…","target":"…",…
        let mut parts = line.split('"');
        Some(Self::key(parts.nth(3)?, parts.nth(3)?))
    }

    fn is_new(&self, line: &Line<'_>) -> bool {
        let known = self.0.get(&Self::key(&line.id, &line.target));
        known.is_none_or(|known| serde_json::to_string(line).is_ok_and(|line| short_hash(&line) != *known))
    }

    fn key(id: &str, target: &str) -> u64 {
        short_hash(&format!("{id} {target}"))
    }

    /// Keeps it for the next call, for a file that is to have this length.
    fn keep(self, path: &Path, length: usize) {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some((path.to_owned(), length, self));
    }
}

/// How long a file is, and whether its last line does not end: reading all of it for each file that is written would cost
/// the square of a long run.
fn end_of(path: &Path) -> std::io::Result<(usize, bool)> {
    let mut file = std::fs::File::open(path)?;
    let mut last = [b'\n'];
    // A folder can be opened, and not read.
    let _ = file.read(&mut last)?;
    let length = file.seek(SeekFrom::End(0))?;
    if length > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    Ok((usize::try_from(length).unwrap_or(usize::MAX), last != [b'\n']))
}

/// A ledger without the lines that later ones replace; if that is little, its newer half.
fn shortened(text: &str, most: usize) -> String {
    let last: FxHashMap<u64, usize> =
        text.lines().enumerate().filter_map(|(at, line)| Some((Said::key_of(line)?, at))).collect();
    let counts = |at: usize, line: &str| Said::key_of(line).is_none_or(|key| last[&key] == at);
    let lines: Vec<&str> =
        text.lines().enumerate().filter(|(at, line)| counts(*at, line)).map(|(_, line)| line).collect();
    let is_enough = lines.iter().map(|line| line.len() + 1).sum::<usize>() <= most / 4 * 3;
    let (cut, from) = if is_enough { (None, 0) } else { (Some(&CUT), lines.len() / 2) };
    cut.into_iter().chain(&lines[from..]).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback_core::catalog::FileKey;

    fn file(kind: TranslationType, target: &str) -> StateFile {
        let mut file = StateFile::default();
        file.messages.insert("a".into(), State::new(kind, "mt:x", "5011", target, Date::constant(2026, 1, 31)));
        file
    }

    fn note(root: &Path, old: Option<&StateFile>, new: &StateFile) {
        let mut catalog = LocaleCatalog::new("fr-FR");
        catalog.file_mut(&FileKey::Shared).state = new.clone();
        let old = old.map(|old| old.format(&[], &[]));
        super::note((root, root), &catalog, std::iter::once((old, &catalog.files[&FileKey::Shared]))).unwrap();
    }

    #[test]
    fn a_ledger_of_a_very_large_project_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        note(root, None, &file(TranslationType::Machine, "1234"));
        let line = std::fs::read_to_string(path(root, "fr-FR")).unwrap();
        std::fs::write(path(root, "fr-FR"), format!("{}\n", " ".repeat(1 << 20)).repeat(66) + &line).unwrap();
        note(root, None, &file(TranslationType::Machine, "5678"));
        let text = std::fs::read_to_string(path(root, "fr-FR")).unwrap();
        assert!(text.len() > 66 << 20 && text.contains("1234") && text.contains("5678"));
        assert_eq!(Ledger::read(root, "fr-FR").records("5678").len(), 1);
    }

    #[test]
    fn what_was_written_is_on_record_once_and_the_last_line_counts() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(!Ledger::read(root, "fr-FR").complete);
        let machine = file(TranslationType::Machine, "aa11");
        note(root, None, &machine);
        note(root, None, &machine);
        assert_eq!(std::fs::read_to_string(path(root, "fr-FR")).unwrap().lines().count(), 1);
        let ledger = Ledger::read(root, "fr-FR");
        assert!(ledger.complete && !Ledger::read(root, "de-DE").complete);
        assert_eq!(ledger.records("aa11")[0].state, machine.messages["a"]);
        let human = file(TranslationType::Human, "aa11");
        note(root, Some(&machine), &human);
        note(root, Some(&human), &machine);
        let records = Ledger::read(root, "fr-FR").records("aa11");
        assert_eq!((records.len(), records[0].state.kind), (1, TranslationType::Machine), "an approval was taken back");
        note(root, None, &file(TranslationType::Unproven, "bb22"));
        assert!(Ledger::read(root, "fr-FR").records("bb22").is_empty(), "what is not known is no record");
    }

    #[test]
    fn what_a_person_said_of_a_wording_is_on_record() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let mut human = file(TranslationType::Human, "aa11");
        let state = human.messages.get_mut("a").unwrap();
        (state.reviewer, state.note) = (Some("Kim".into()), Some("formal".into()));
        state.edited = Some(Box::new(Edited { from: "mt:apertium eng-spa".into(), percent: 23 }));
        note(root, None, &human);
        assert_eq!(Ledger::read(root, "fr-FR").records("aa11")[0].state, human.messages["a"]);
    }

    #[test]
    fn what_is_on_record_is_not_noted_again_though_others_came_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let [one, two] = ["aa11", "bb22"].map(|target| file(TranslationType::Machine, target));
        note(root, None, &one);
        note(root, Some(&one), &two);
        let before = std::fs::read(path(root, "fr-FR")).unwrap();
        note(root, Some(&two), &one);
        assert_eq!(std::fs::read(path(root, "fr-FR")).unwrap(), before);
    }

    #[test]
    fn a_line_with_a_damaged_date_is_kept_and_still_says_who_made_the_wording() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        note(root, None, &file(TranslationType::Machine, "aa11"));
        let damaged = std::fs::read_to_string(path(root, "fr-FR")).unwrap().replace("2026-01-31", "2026-02-31");
        std::fs::write(path(root, "fr-FR"), &damaged).unwrap();
        note(root, None, &file(TranslationType::Machine, "bb22"));
        assert!(std::fs::read_to_string(path(root, "fr-FR")).unwrap().starts_with(&damaged));
        let state = Ledger::read(root, "fr-FR").records("aa11").remove(0).state;
        assert_eq!((state.kind, state.date), (TranslationType::Machine, Date::UNKNOWN));
    }

    #[test]
    fn a_ledger_that_lost_lines_is_not_complete() {
        let folder = tempfile::tempdir().unwrap();
        note(folder.path(), None, &file(TranslationType::Machine, "aa11"));
        let path = path(folder.path(), "fr-FR");
        let line = std::fs::read_to_string(&path).unwrap();
        let text: String = (0..99).map(|at| line.replace("\"a\"", &format!("\"b{at}\""))).collect::<String>() + &line;
        std::fs::write(&path, shortened(&text, text.len())).unwrap();
        let ledger = Ledger::read(folder.path(), "fr-FR");
        assert!(!ledger.complete && ledger.records("aa11").len() == 50);
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 51);
    }

    #[test]
    fn a_long_ledger_is_not_read_for_a_few_lines_and_loses_those_that_were_replaced_first() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let [one, two] = ["aa11", "bb22"].map(|target| file(TranslationType::Machine, target));
        note(root, None, &one);
        let path = path(root, "fr-FR");
        let line = std::fs::read_to_string(&path).unwrap();
        let others: String = (0..12_000).map(|at| line.replace("\"a\"", &format!("\"b{at}\""))).collect();
        assert!(others.len() > LONG);
        std::fs::write(&path, &others).unwrap();
        note(root, Some(&two), &one);
        note(root, Some(&two), &one);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, format!("{others}{line}{line}"));
        assert_eq!(Ledger::read(root, "fr-FR").records("aa11").len(), 12_001);
        // Twice the length is more than it may have, and half of it says all.
        let text = shortened(&text.repeat(2), others.len() * 3 / 2);
        assert_eq!(text, format!("{others}{line}"));
    }

    #[test]
    fn a_damaged_ledger_keeps_its_lines_and_never_passes_for_complete() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let machine = file(TranslationType::Machine, "aa11");
        note(root, None, &machine);
        let mut bytes = std::fs::read(path(root, "fr-FR")).unwrap();
        bytes.extend(b"\xff\xfe\n");
        std::fs::write(path(root, "fr-FR"), &bytes).unwrap();
        note(root, Some(&machine), &file(TranslationType::Machine, "bb22"));
        assert!(std::fs::read(path(root, "fr-FR")).unwrap().starts_with(&bytes), "nothing was replaced");
        let ledger = Ledger::read(root, "fr-FR");
        assert!(!ledger.complete);
        assert_eq!((ledger.records("aa11").len(), ledger.records("bb22").len()), (1, 1));
    }

    #[test]
    fn a_line_that_was_cut_off_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        note(root, None, &file(TranslationType::Machine, "aa11"));
        assert!(Ledger::read(root, "fr-FR").complete);
        let whole = std::fs::read_to_string(path(root, "fr-FR")).unwrap();
        std::fs::write(path(root, "fr-FR"), format!("{whole}{}", &whole[..20])).unwrap();
        assert!(!Ledger::read(root, "fr-FR").complete);
        // The next line stands by itself.
        note(root, None, &file(TranslationType::Machine, "bb22"));
        let ledger = Ledger::read(root, "fr-FR");
        assert!(!ledger.complete && ledger.records("bb22").len() == 1);
    }

    #[test]
    fn a_line_with_bytes_that_are_no_text_is_not_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        note(folder.path(), None, &file(TranslationType::Machine, "aa11"));
        let path = path(folder.path(), "fr-FR");
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let (before, after) = text.split_once("mt:x").unwrap();
        std::fs::write(&path, [before.as_bytes(), b"mt:\xff", after.as_bytes()].concat()).unwrap();
        assert!(!Ledger::read(folder.path(), "fr-FR").complete);
    }

    #[test]
    fn a_ledger_that_gets_too_long_loses_its_older_half_and_one_that_begins_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = path(folder.path(), "fr-FR");
        let state =
            |target: &str| State::new(TranslationType::Machine, "mt:x", "5011", target, Date::constant(2026, 1, 31));
        let [t0, t1, t2, t3, t4] = ["t0", "t1", "t2", "t3", "t4"].map(state);
        let id = Id::from("a");
        let line = |state| News { id: &id, state, file: None };
        let length = serde_json::to_string(&line(&t0).line()).unwrap().len() + 1;
        append(&path, vec![line(&t0), line(&t1)], true, 1).unwrap();
        assert!(Ledger::read(folder.path(), "fr-FR").complete, "all that there ever was");
        append(&path, vec![line(&t2), line(&t3)], false, 4 * length).unwrap();
        let ledger = Ledger::read(folder.path(), "fr-FR");
        assert!(ledger.complete && ledger.records("t0").len() == 1, "it just fits");
        append(&path, vec![line(&t4)], false, 5 * length - 1).unwrap();
        let ledger = Ledger::read(folder.path(), "fr-FR");
        let known = ["t0", "t1", "t2", "t3", "t4"].map(|target| ledger.records(target).len());
        assert_eq!((known, ledger.complete), ([0, 0, 1, 1, 1], false));
    }
}
