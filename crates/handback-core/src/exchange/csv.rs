//! Tables for spreadsheets, a row for each text.

use std::borrow::Cow;

use ::csv::{ReaderBuilder, WriterBuilder};
use encoding_rs::WINDOWS_1252;

use super::codes::Cut;
use super::{Incoming, Match, Note, Outgoing, Package, Returned, filled, noted};
use crate::catalog::{Problem, notation};
use crate::text::encoding;
use crate::text::fingerprint::fingerprint;

/// The columns. The ticket is the first and the last.
const COLUMNS: [&str; 12] = [
    "id",
    "document",
    "place",
    "English",
    "translation",
    "state",
    "comment",
    "previous English",
    "previous translation",
    "notes",
    "similar",
    "check",
];

/// What a person writes as the state of a text that is right.
const APPROVED: [&str; 5] = ["approved", "reviewed", "final", "ok", "yes"];

/// Writes a file as Excel expects it: UTF-8 with a mark, lines with CRLF.
pub fn write(package: &Package) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = writer.write_record(COLUMNS);
    for text in &package.texts {
        let _ = writer.write_record(row(text).map(|cell| guarded(&cell)));
    }
    writer.into_inner().unwrap_or_default()
}

fn row(text: &Outgoing) -> [String; 12] {
    let ticket = text.ticket.to_string();
    let place = &text.place;
    let lines = |lines: Vec<String>| lines.join("\n");
    let longest = text.longest.map(|longest| format!("length: at most {longest} characters"));
    let similar = |one: &Match| format!("{} %: {} → {}", one.score, one.english.text(), one.translation.text());
    let previous = |cut: fn(&Match) -> &Cut| text.previous.as_ref().map(|one| cut(one).text()).unwrap_or_default();
    let section = if place.section.is_empty() { String::new() } else { format!("{} ", place.section) };
    [
        ticket.clone(),
        format!("{}:{}", place.document, place.line),
        format!("{section}({})", place.kind),
        text.english.text(),
        text.target.as_ref().map(Cut::text).unwrap_or_default(),
        text.standing.name().to_owned(),
        String::new(),
        previous(|one| &one.english),
        previous(|one| &one.translation),
        lines(text.notes.iter().map(Note::to_string).chain(longest).collect()),
        lines(text.matches.iter().map(similar).collect()),
        ticket,
    ]
}

/// What a spreadsheet would take for a formula.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell that no spreadsheet computes: an apostrophe before what would be a formula makes it text.
fn guarded(cell: &str) -> String {
    let inner = cell.trim_start_matches('\'');
    if is_formula(inner) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it was guarded.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Reads a file as a spreadsheet saved it.
pub fn read(bytes: &[u8]) -> Result<Returned, Problem> {
    if encoding::is_unicode(bytes) {
        let text = encoding::unicode(bytes).map_err(|(line, message)| Problem { line, message })?;
        return table(&text);
    }
    // Tickets are the same in all of these.
    let of = |encoding| encoding::narrow(bytes, encoding).map(|text| table(&text));
    let first = of(WINDOWS_1252).transpose()?.unwrap_or_default();
    let locale = first.texts.first().map(|text| text.ticket.locale.as_str()).unwrap_or_default();
    let mut best: Option<(usize, &str, Returned)> = None;
    for encoding in encoding::of_spreadsheets(locale) {
        let Some(Ok(returned)) = of(encoding) else { continue };
        let known = returned.texts.iter().map(known).sum();
        if best.as_ref().is_none_or(|(most, ..)| known > *most) {
            best = Some((known, encoding.name(), returned));
        }
    }
    let (_, name, mut returned) = best.unwrap_or((0, WINDOWS_1252.name(), first));
    let said = format!(
        "read as {name}, since it is no UTF-8: what that cannot write may be lost, and if it is another encoding, what was \
         typed is garbled (save as “CSV UTF-8”)"
    );
    returned.remarks.insert(0, (1, said));
    Ok(returned)
}

/// How much of a text is as it went out: in another encoding than that of the file, letters with accents are not.
fn known(text: &Incoming) -> usize {
    let english = text.english.as_deref().map(|english| fingerprint(&notation::from_state(english)));
    let is_kept = text.target.is_some() && text.ticket.is_unchanged(text.target.as_deref());
    usize::from(english.as_ref() == Some(&text.ticket.source)) + usize::from(is_kept)
}

/// Reads a table.
fn table(text: &str) -> Result<Returned, Problem> {
    let problem = |line, message: &str| Problem { line, message: message.to_owned() };
    let mut returned = Returned::default();
    // Lines of the old Macintosh.
    let text = if text.contains('\n') { Cow::Borrowed(text) } else { Cow::Owned(text.replace('\r', "\n")) };
    let text = text.as_ref();
    let (body, skipped) = match text.split_once('\n').filter(|(first, _)| first.starts_with("sep=")) {
        Some((_, rest)) => (rest, 1),
        None => (text, 0),
    };
    let first = body.lines().next().unwrap_or_default();
    let count = |delimiter: &char| first.matches(*delimiter).count();
    let delimiter =
        [',', ';', '\t'].into_iter().max_by_key(|delimiter| (count(delimiter), *delimiter == ',')).unwrap_or(',');
    let mut reader = ReaderBuilder::new().flexible(true).delimiter(delimiter as u8).from_reader(body.as_bytes());
    let mut lines = Lines { text: body, counted: 0, line: 1 + skipped };
    let mut line_of = |position: Option<&::csv::Position>| lines.at(position.map_or(0, |at| at.byte() as usize));
    let headers = reader.headers().map_err(|error| problem(1 + skipped, &error.to_string()))?.clone();
    let column = |name: &str| headers.iter().position(|header| header.trim().eq_ignore_ascii_case(name));
    let (ids, Some(translation)) = ([column("id"), column("check")], column("translation")) else {
        return Err(problem(1 + skipped, "the column `translation` is missing: expected the columns of the export"));
    };
    if ids == [None, None] {
        return Err(problem(
            1 + skipped,
            "the columns `id` and `check` are missing: one of them says which text a row is",
        ));
    }
    let (english, state, comment) = (column("English"), column("state"), column("comment"));
    let mut last = 1 + skipped;
    for record in reader.records() {
        let record = record.map_err(|error| problem(line_of(error.position()), &error.to_string()))?;
        last = line_of(record.position());
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).map(unguarded);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if translation >= record.len() {
            return Err(problem(last, "the row has too few cells: is the file cut off?"));
        }
        let approved = cell(state).is_some_and(|state| APPROVED.contains(&state.trim().to_lowercase().as_str()));
        returned.take(last, ids.into_iter().filter_map(cell), |ticket| Incoming {
            ticket,
            line: last,
            english: cell(english).map(with_lf).and_then(filled),
            target: cell(Some(translation)).map(with_lf).and_then(filled),
            approved,
            author: None,
            note: noted(cell(comment)),
            file: 0,
        });
    }
    if body.matches('"').count() % 2 == 1 {
        return Err(problem(
            last,
            "a cell that begins with a quote is not closed below this line: is the file cut off?",
        ));
    }
    Ok(returned)
}

/// Counts lines on the way through a table.
struct Lines<'t> {
    text: &'t str,
    counted: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the row that begins at a place, or behind the line end there.
    fn at(&mut self, place: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let ends = bytes.get(place..).into_iter().flatten().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let place = (place + ends).min(bytes.len());
        if place > self.counted {
            self.line += memchr::memchr_iter(b'\n', &bytes[self.counted..place]).count() as u32;
            self.counted = place;
        }
        self.line
    }
}

/// Spreadsheets write the lines of a cell as they like.
fn with_lf(text: &str) -> String {
    text.replace("\r\n", "\n")
}
