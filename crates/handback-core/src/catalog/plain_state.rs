//! State files as this program writes them, read line by line: a YAML parser takes ten times as long.
//!
//! What is not plainly so laid out is left to the parser, the whole file or one message, so that there is one answer to what a
//! file says, and one voice that complains.

use super::Id;
use super::raw_state::RawMessage;
use super::state::{HandOff, State, TranslationType};
use super::state_file::StateFile;
use super::yaml::is_plain;
use crate::text::date::Date;
use crate::text::limits;

/// What a file says; `None` leaves it to the parser.
pub(super) fn read(yaml: &str) -> Option<StateFile> {
    let mut lines = yaml.split('\n');
    let head = (lines.next()?, lines.next()?);
    if !matches!(head, ("version: 2" | "version: 3" | "version: 4" | "version: 5", "messages:")) {
        return None;
    }
    let mut file = StateFile::default();
    while let Some(line) = lines.next() {
        if line.is_empty() || is_comment(line) {
            continue;
        }
        let id = line.strip_prefix("  ")?.strip_suffix(':')?;
        let fields = lines.next()?.strip_prefix("    {")?.strip_suffix('}')?;
        let id: Id = unquoted(id)?.into();
        if let Some(day) = fields.strip_prefix("missing: ").and_then(date) {
            is_new(&file, &id).then(|| file.missing.insert(id, day))?;
            continue;
        }
        match plain(fields) {
            Some(state) => file.messages.insert(id, state).map_or(Some(()), |_| None)?,
            None => take_in(&mut file, id, fields)?,
        }
    }
    // There are as many of these as of all messages in all locales.
    file.messages.shrink_to_fit();
    // An empty map is nothing to the parser, too.
    (!file.is_empty()).then_some(file)
}

/// What the file of a hand-off says; `None` leaves it to the parser.
pub(super) fn read_page(yaml: &str) -> Option<HandOff> {
    let mut lines = yaml.strip_suffix('\n')?.split('\n').peekable();
    if lines.next()? != "version: 1" {
        return None;
    }
    let mut field = |name: &str| {
        let value = |line: &&'_ str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(": "));
        lines.next_if(value).map(|line| unquoted(&line[name.len() + 2..]))
    };
    let hash = field("hash")??.to_owned();
    let commit = field("commit");
    let date = date(field("date")??)?;
    let fileid = field("fileid")??.to_owned();
    let commit = commit.map_or(Some(None), |commit| Some(Some(commit?.to_owned())))?;
    lines.next().is_none().then(|| HandOff { commit, ..HandOff::new(hash, date, fileid) })
}

fn is_comment(line: &str) -> bool {
    // What ends a line elsewhere, and control characters, are the parser's to judge.
    let text = line.strip_prefix("  # ").or_else(|| line.strip_prefix("# "));
    text.is_some_and(|text| text.chars().all(|c| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')))
}

/// A scalar that is read as what stands there.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    match text.strip_prefix('"') {
        Some(quoted) => {
            let inner = quoted.strip_suffix('"')?;
            let is_simple = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':' | b' ');
            inner.bytes().all(is_simple).then_some(inner)
        }
        None => is_plain(text).then_some(text),
    }
}

/// A translation of which nothing is known but who made it, from what, when, who approved it, and whether the English is proven.
fn plain(fields: &str) -> Option<State> {
    let mut fields = fields.split(", ");
    let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix(": ");
    let kind = match field("type")? {
        "HT" => TranslationType::Human,
        "MT" => TranslationType::Machine,
        "unproven" => TranslationType::Unproven,
        _ => return None,
    };
    let (origin, source, target) = (field("origin")?, field("source")?, field("target")?);
    let date = date(field("date")?)?;
    let mut state = State::new(kind, unquoted(origin)?, unquoted(source)?, unquoted(target)?, date);
    let mut next = fields.next();
    if let Some(reviewer) = next.and_then(|field| field.strip_prefix("reviewer: ")) {
        state.reviewer = Some(unquoted(reviewer)?.into());
        next = fields.next();
    }
    if next == Some("source_unproven: true") {
        state.source_unproven = true;
        next = fields.next();
    }
    next.is_none().then_some(state)
}

/// `2026-03-09`
fn date(text: &str) -> Option<Date> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    text.parse().ok().filter(|_| is_plain)
}

fn is_new(file: &StateFile, id: &Id) -> bool {
    let has_no_state = !file.messages.contains_key(id) && !file.missing.contains_key(id);
    has_no_state && !file.rejected.contains_key(id) && !file.decided.contains_key(id)
}

/// A message of which more is known.
fn take_in(file: &mut StateFile, id: Id, fields: &str) -> Option<()> {
    if limits::too_deep(fields).is_some() {
        return None;
    }
    let raw: RawMessage = serde_yaml::from_str(&format!("{{{fields}}}")).ok()?;
    let read = raw.read().ok()?;
    is_new(file, &id).then_some(())?;
    file.missing.extend(read.missing.map(|day| (id.clone(), day)));
    if !read.rejected.is_empty() {
        file.rejected.insert(id.clone(), read.rejected);
    }
    file.decided.extend(read.decided.map(|decided| (id.clone(), decided)));
    file.messages.extend(read.state.map(|state| (id, state)));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::state_file::parse_by_library;
    use super::*;

    const FILE: &str = "version: 2\nmessages:\n\n  # a-b\n  a-b:\n    {type: HT, origin: human, source: 9f8ab58568660dad, target: \
                        \"30802\", date: 2026-03-09, source_unproven: true}\n\n  \"no\":\n    {type: MT, origin: mt:x, source: ab, target: cd, date: \
                        2026-03-09, reviewer: \"A B\"}\n\n  d:\n    {type: unproven, origin: x, source: ab, target: cd, \
                        date: 2026-03-09, note: \"x: {y}\"}\n\n  # e\n  e:\n    {missing: 2026-03-09}\n\n# end\n";

    #[test]
    fn what_is_written_is_read_here() {
        let read = read(FILE).unwrap();
        assert_eq!((read.messages.len(), read.missing.len()), (3, 1));
        assert_eq!(Ok(read), parse_by_library(FILE).map(|(file, _)| file));
    }

    #[test]
    fn both_ways_of_reading_say_the_same_of_any_file() {
        let mut read_here = 0;
        for other in changed(FILE) {
            let Some(file) = read(&other) else { continue };
            read_here += 1;
            match parse_by_library(&other) {
                Ok((same, doubled)) => assert!(same == file && doubled.is_empty(), "{other}"),
                Err(problem) => panic!("{problem:?}:\n{other}"),
            }
        }
        assert!(read_here > 1000, "{read_here}");
    }

    #[test]
    fn hand_offs_are_read_the_same_both_ways() {
        let file = "version: 1\nhash: a0b1c2d3\ncommit: \"123e4\"\ndate: 2026-03-09\nfileid: 1f-2e\n";
        assert_eq!(read_page(file), HandOff::parse_by_library(file).ok());
        let mut read_here = 0;
        for other in changed(file) {
            let Some(page) = read_page(&other) else { continue };
            read_here += 1;
            assert_eq!(HandOff::parse_by_library(&other), Ok(page), "{other}");
        }
        assert!(read_here > 100, "{read_here}");
    }

    /// Every byte is left out, doubled, or becomes another; every line goes, or stands twice.
    fn changed(file: &str) -> Vec<String> {
        let mut others: Vec<String> = Vec::new();
        for at in 0..file.len() {
            let (before, after) = (&file[..at], &file[at + 1..]);
            others.push(format!("{before}{after}"));
            others.push(format!("{before}{}{after}", file[at..=at].repeat(2)));
            for c in [
                " ", "\n", ":", "#", "\"", "{", "}", ",", "1", "e", "~", "-", "\t", "\r", "'", "&", "*", "!", "|", "%",
                "?",
            ] {
                others.push(format!("{before}{c}{after}"));
            }
        }
        let lines: Vec<&str> = file.split_inclusive('\n').collect();
        for at in 0..lines.len() {
            others.push([&lines[..at], &lines[at + 1..]].concat().concat());
            others.push([&lines[..=at], &lines[at..]].concat().concat());
        }
        others
    }
}
