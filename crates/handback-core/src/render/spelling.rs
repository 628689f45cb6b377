//! Pages that write what their English has in another way: marks of lists, blanks in tables, empty lines, quotes of YAML.
//!
//! What stands between two texts is a gap. Where a person wrote a gap otherwise, and Markdown means the same by both, the page
//! keeps it: as long as the English has the gap that it had then, and the whole page still reads the same.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::catalog::state::Spelled;
use crate::catalog::{Id, ids};
use crate::document::likeness::are_alike;
use crate::document::{Document, UnitKind, newline_at};
use crate::text::flavor::Flavor;

use super::options::Newline;
use super::{Edit, Subject, splice};

/// Bodies beyond this are not compared again and again.
const LONGEST_COMPARED: usize = 1 << 19;

/// What stands between two units of a body, or between one and a block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The unit that it is beside, and on which side; `None` at the ends of the page.
    beside: Option<(usize, Side)>,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// The gaps of a body, by the unit behind each: before the first code in it, and after the last. The last list is that of the end.
pub fn gaps(document: &Document<'_>) -> Vec<Vec<Gap>> {
    let body: Vec<usize> = body_units(document).collect();
    let mut from = document.body_start;
    let mut all = Vec::with_capacity(body.len() + 1);
    for at in 0..=body.len() {
        let last = at.checked_sub(1).map(|at| (body[at], Side::After));
        let next = body.get(at).map(|unit| (*unit, Side::Before));
        let to = body.get(at).map_or(document.source.len(), |unit| document.units[*unit].span.start);
        // A unit of its own inside of a construct of another has no gap.
        if from > to {
            all.push(Vec::new());
            continue;
        }
        let inside = document.codes.partition_point(|code| code.start < from)
            ..document.codes.partition_point(|code| code.end <= to);
        let codes = document.codes.get(inside).unwrap_or(&[]);
        all.push(match (codes.first(), codes.last()) {
            (Some(first), Some(end)) => {
                vec![Gap { beside: last, range: from..first.start }, Gap { beside: next, range: end.end..to }]
            }
            _ => vec![Gap { beside: next, range: from..to }],
        });
        from = body.get(at).map_or(to, |unit| document.units[*unit].span.end);
    }
    all
}

/// The units of a body, in order.
pub fn body_units<'d>(document: &'d Document<'_>) -> impl Iterator<Item = usize> + 'd {
    let is_body = |unit: &usize| document.units[*unit].span.start >= document.body_start;
    (0..document.units.len()).filter(move |unit| is_body(unit) && document.units[*unit].kind != UnitKind::FrontMatter)
}

/// The name of every unit of a document: its message, and which one of it it is.
pub fn names(document: &Document<'_>, ids: &[Option<Id>]) -> Vec<String> {
    let mut counts: FxHashMap<Id, u32> = FxHashMap::default();
    let name = |(unit, id): (&crate::document::Unit<'_>, &Option<Id>)| {
        let id = id.clone().unwrap_or_else(|| ids::natural(&unit.text));
        let count = counts.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id.to_string() } else { format!("{id} {count}") }
    };
    document.units.iter().zip(ids).map(name).collect()
}

/// The place of a gap.
pub fn place(gap: &Gap, names: &[String]) -> String {
    match gap.beside {
        Some((unit, Side::Before)) => format!("before {}", names[unit]),
        Some((unit, Side::After)) => format!("after {}", names[unit]),
        None if gap.range.start == 0 => "beginning".to_owned(),
        None => "end".to_owned(),
    }
}

/// The place of the line breaks in a unit.
pub fn place_in(unit: usize, names: &[String]) -> String {
    format!("in {}", names[unit])
}

/// A gap as rendering leaves it where nothing is spelled: a blank at the end of a line of text goes away.
pub fn rendered(gap: &str, is_behind_text: bool) -> &str {
    let rest = gap.strip_prefix(' ').filter(|rest| is_behind_text && (rest.is_empty() || rest.starts_with('\n')));
    rest.unwrap_or(gap)
}

/// Whether two gaps are the same but for blanks, empty lines, marks of lists, and the width of tables.
pub fn means_the_same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(gap: &str) -> String {
    let mut out = String::with_capacity(gap.len());
    for (index, line) in gap.split('\n').enumerate() {
        let line = line.trim();
        let is_row = line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
        if is_row && line.contains('|') {
            let cells = line.trim_matches('|').split('|').map(str::trim);
            for cell in cells {
                let colon = |is_there: bool| if is_there { ":" } else { "" };
                out.extend(["|", colon(cell.starts_with(':')), "-", colon(cell.ends_with(':'))]);
            }
            continue;
        }
        // The line below a heading is as long as its author likes.
        if let Some(mark @ (b'=' | b'-')) = line.bytes().next()
            && line.len() > 1
            && line.bytes().all(|byte| byte == mark)
        {
            out.extend([char::from(mark); 2]);
            continue;
        }
        let marked = if index > 0 { marks(line, &mut out) } else { line };
        out.extend(marked.split_whitespace());
    }
    out
}

/// Writes the marks at the start of a line as one of their kind, and returns the rest.
fn marks<'l>(mut line: &'l str, out: &mut String) -> &'l str {
    loop {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let mark = match line.as_bytes().get(digits) {
            Some(b'-' | b'*' | b'+') if digits == 0 => '-',
            Some(b'.' | b')') if digits > 0 => '1',
            Some(b'>') if digits == 0 => '>',
            _ => return line,
        };
        let rest = &line[digits + 1..];
        if mark != '>' && !rest.is_empty() && !rest.starts_with([' ', '\t']) {
            return line;
        }
        out.push(mark);
        line = rest.trim_start();
    }
}

/// Of gaps of a body that are spelled otherwise, with what the English has there, those without which the body reads the same.
pub fn proven(page: &Document<'_>, found: &[(Range<usize>, &str)]) -> Vec<usize> {
    let body = &page.source[page.body_start..];
    if body.len() > LONGEST_COMPARED {
        return Vec::new();
    }
    let reads_the_same = |chosen: &[usize]| {
        let edits = chosen.iter().map(|at| {
            let (range, english) = &found[*at];
            (range.start - page.body_start..range.end - page.body_start, Cow::Borrowed(*english))
        });
        are_alike(body, &splice(body, edits.collect()), &page.constructs)
    };
    let mut kept = Vec::new();
    keep(&(0..found.len()).collect::<Vec<_>>(), &mut kept, &reads_the_same);
    kept
}

/// Keeps as many as go together, in halves.
fn keep(some: &[usize], kept: &mut Vec<usize>, is_right: &impl Fn(&[usize]) -> bool) {
    if some.is_empty() {
        return;
    }
    let before = kept.len();
    kept.extend(some);
    if is_right(kept) {
        return;
    }
    kept.truncate(before);
    if let [_, _, ..] = some {
        let (first, second) = some.split_at(some.len() / 2);
        keep(first, kept, is_right);
        keep(second, kept, is_right);
    }
}

/// The values of front matter that a page spells in its own way.
pub fn of_value<'s>(spelling: &'s [Spelled], key: Option<&str>) -> Option<&'s str> {
    let key = key?;
    spelling
        .iter()
        .find(|spelled| spelled.key.as_deref() == Some(key) && spelled.at.is_empty())
        .map(|spelled| spelled.page.as_str())
}

/// The line ends of a page, if it has others than its English throughout.
pub fn line_ends(page: &str, english: &str) -> Option<Spelled> {
    let spelled = |[english, page]: [&str; 2]| Spelled {
        english: Some(english.to_owned()),
        key: None,
        page: page.to_owned(),
        at: Vec::new(),
    };
    match (newline_throughout(english)?, newline_throughout(page)?) {
        (Newline::Lf, Newline::Crlf) => Some(spelled(CRLF_FOR_LF)),
        (Newline::Crlf, Newline::Lf) => Some(spelled(LF_FOR_CRLF)),
        _ => None,
    }
}

/// What the English has, and the page.
const CRLF_FOR_LF: [&str; 2] = ["\n", "\r\n"];
const LF_FOR_CRLF: [&str; 2] = ["\r\n", "\n"];

/// How all lines of a text end; `None` if it has none, or several kinds.
fn newline_throughout(text: &str) -> Option<Newline> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let (all, long) = ends.fold((0, 0), |(all, long), at| (all + 1, long + usize::from(text[..at].ends_with('\r'))));
    match (all, long) {
        (0, _) => None,
        (_, 0) => Some(Newline::Lf),
        _ => (all == long).then_some(Newline::Crlf),
    }
}

/// The line ends that a page has of its own; those of its source if it has none.
pub(super) fn own_newline(spelling: &[Spelled]) -> Newline {
    let is = |[english, page]: [&str; 2]| {
        spelling.iter().any(|one| one.english.as_deref() == Some(english) && one.page == page && one.at.is_empty())
    };
    match (is(CRLF_FOR_LF), is(LF_FOR_CRLF)) {
        (true, _) => Newline::Crlf,
        (_, true) => Newline::Lf,
        _ => Newline::Source,
    }
}

/// Whether a spelling is of a gap or of line breaks, as opposed to a value of the front matter, or line ends.
fn is_in_body(spelled: &Spelled) -> bool {
    spelled.english.is_some() && !(spelled.page.contains('\r') || spelled.english.as_deref() == Some("\r\n"))
}

/// The source with its edits, in the spelling of the page where that reads the same.
pub(super) fn spelled(subject: Subject<'_>, edits: Vec<Edit<'_>>, spelling: &[Spelled]) -> String {
    let document = subject.document;
    let is_site = document.constructs.flavor != Flavor::Docfx && document.syntax.is_markdown();
    if !is_site || !spelling.iter().any(is_in_body) {
        return splice(document.source, edits);
    }
    let plain = splice(document.source, edits.clone());
    let names = names(document, subject.ids);
    let own = own_gaps(document, &names, &edits, spelling);
    let breaks = own_breaks(document, &names, spelling);
    let start = |text: &str| crate::document::front_matter::body_start(text, document.constructs.flavor);
    let without_marks = |(_, english, page): &&(Range<usize>, &str, &str)| marks_of(english).eq(marks_of(page));
    let all: Vec<_> = own.iter().collect();
    for chosen in [all, own.iter().filter(without_marks).collect()] {
        if chosen.is_empty() && breaks.is_empty() {
            break;
        }
        let text = with_gaps(document, &with_breaks(document, &edits, &breaks), &chosen);
        if are_alike(&plain[start(&plain)..], &text[start(&text)..], &document.constructs) {
            return text;
        }
    }
    plain
}

/// What stands at the starts of lines, but for rows of tables.
fn marks_of(gap: &str) -> impl Iterator<Item = &str> {
    gap.split('\n').skip(1).filter(|line| !line.contains('|')).flat_map(str::split_whitespace)
}

/// The gaps that the page spells in its own way, with both spellings, where nothing else is put.
fn own_gaps<'s>(
    document: &Document<'_>,
    names: &[String],
    edits: &[Edit<'_>],
    spelling: &'s [Spelled],
) -> Vec<(Range<usize>, &'s str, &'s str)> {
    let mut by_place: FxHashMap<(&str, &str), &Spelled> = FxHashMap::default();
    let mut everywhere: FxHashMap<&str, &Spelled> = FxHashMap::default();
    for spelled in spelling.iter().filter(|spelled| is_in_body(spelled)) {
        let Some(english) = spelled.english.as_deref() else { continue };
        if spelled.at.is_empty() {
            everywhere.insert(english, spelled);
        }
        by_place.extend(spelled.at.iter().map(|place| ((place.as_str(), english), spelled)));
    }
    let units: rustc_hash::FxHashSet<usize> = document.units.iter().map(|unit| unit.span.start).collect();
    let mut others: Vec<&Range<usize>> = edits
        .iter()
        .map(|(range, _)| range)
        .filter(|range| range.is_empty() || !units.contains(&range.start))
        .collect();
    // Edits do not overlap, so their ends are in order as well.
    others.sort_by_key(|other| (other.start, other.end));
    let is_free = |gap: &Range<usize>| {
        let next = others.partition_point(|other| other.end < gap.start);
        others.get(next).is_none_or(|other| other.start > gap.end)
    };
    let mut own = Vec::new();
    for gap in gaps(document).into_iter().flatten() {
        let english = document.source[gap.range.clone()].replace("\r\n", "\n");
        let place = place(&gap, names);
        let found = by_place.get(&(place.as_str(), english.as_str())).or_else(|| everywhere.get(english.as_str()));
        if let Some(spelled) = found.filter(|_| is_free(&gap.range)) {
            own.push((gap.range, spelled.english.as_deref().unwrap_or(""), spelled.page.as_str()));
        }
    }
    own
}

/// The units whose lines the page breaks in its own way.
fn own_breaks<'s>(
    document: &Document<'_>,
    names: &[String],
    spelling: &'s [Spelled],
) -> FxHashMap<usize, (usize, &'s str)> {
    let is_inside = |spelled: &&Spelled| spelled.at.iter().any(|place| place.starts_with("in "));
    let mut by_place: FxHashMap<&str, &Spelled> = FxHashMap::default();
    for spelled in spelling.iter().filter(is_inside) {
        by_place.extend(spelled.at.iter().map(|place| (place.as_str(), spelled)));
    }
    if by_place.is_empty() {
        return FxHashMap::default();
    }
    let of_unit = |unit: usize| {
        let spelled = by_place.get(place_in(unit, names).as_str())?;
        let there = document.breaks_in(&document.units[unit], &document.units[unit].text);
        (there == spelled.english).then(|| (document.units[unit].span.start, (unit, spelled.page.as_str())))
    };
    body_units(document).filter_map(of_unit).collect()
}

fn with_breaks<'e>(
    document: &Document<'_>,
    edits: &[Edit<'e>],
    breaks: &FxHashMap<usize, (usize, &str)>,
) -> Vec<Edit<'e>> {
    let mut edits = edits.to_vec();
    for (range, text) in edits.iter_mut().filter(|(range, _)| !range.is_empty()) {
        let Some((unit, page)) = breaks.get(&range.start) else { continue };
        let line_break = page.replace('\n', newline_at(document.source, range.start));
        let broken = Document::with_breaks(&document.units[*unit], text, &line_break);
        broken.into_iter().for_each(|broken| *text = Cow::Owned(broken));
    }
    edits
}

fn with_gaps(document: &Document<'_>, edits: &[Edit<'_>], gaps: &[&(Range<usize>, &str, &str)]) -> String {
    let starts: rustc_hash::FxHashSet<usize> = gaps.iter().map(|(range, ..)| range.start).collect();
    let ends: FxHashMap<usize, usize> = document.units.iter().map(|unit| (unit.span.start, unit.span.end)).collect();
    let mut all: Vec<Edit<'_>> = edits.to_vec();
    for (range, _) in &mut all {
        // A blank behind the text is part of the gap.
        if let Some(end) = ends.get(&range.start).filter(|end| **end < range.end && starts.contains(end)) {
            range.end = *end;
        }
    }
    all.extend(gaps.iter().map(|(range, _, page)| {
        let text = page.replace('\n', newline_at(document.source, range.start));
        (range.clone(), Cow::Owned(text))
    }));
    splice(document.source, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_mean_the_same_in_other_spellings() {
        for (one, other) in [
            ("\n- ", "\n\n*   "),
            ("\n1. ", "\n2) "),
            (" | ", "   |"),
            (" |\n|---|:--:|\n| ", "|\n| ------ | :-: |\n|"),
            ("\n> - ", "\n>  * "),
            (" \n\n## ", "\n## "),
            ("\n=====\n\n", "\n==\n\n"),
            ("\n--\n", "\n-----\n"),
        ] {
            assert!(means_the_same(one, other), "{one:?} {other:?}");
        }
        for (one, other) in [
            ("\n- ", "\n1. "),
            ("\n- ", "\n"),
            ("\n## ", "\n### "),
            (" |\n|---|---|\n| ", " |\n|---|--:|\n| "),
            (" |\n|---|---|\n| ", " |\n|---|\n| "),
            ("\n*a* ", "\n-a* "),
        ] {
            assert!(!means_the_same(one, other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn halves_find_what_goes_together() {
        let mut kept = Vec::new();
        keep(&[0, 1, 2, 3, 4], &mut kept, &|chosen| !chosen.contains(&3));
        assert_eq!(kept, [0, 1, 2, 4]);
    }
}
