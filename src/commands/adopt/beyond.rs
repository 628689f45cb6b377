//! What a page has beyond its English, where its place is sure.
//!
//! Between two units of the page that surely translate two neighbors of the English, all lines of the English are there, and
//! more: these are an addition. A block of code that is there in another form is the locale's own version ([`super::own_blocks`]).
//! Where a text of the English found no translation between them, what is there may be
//! that: it is left to the reports. Everything that is taken was laid out again, and came out as it is in the page.

use std::ops::Range;

use handback_core::align::Alignment;
use handback_core::catalog::addition::{Anchor, Beside, PREFIX, Place};
use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::document::blocks::{line_end, line_start};
use handback_core::document::{Document, Unit, UnitKind};
use handback_core::render::Subject;
use handback_core::render::additions::{Places, Spot};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::decide::{AdoptOptions, Adopted};
use super::own_blocks::{self, Blocks, OwnBlock, Pair};
use super::whole::is_whole;

/// From this confidence on a pair says where its neighborhood is.
const SURE: f32 = 0.9;

/// Words of notices that a page was translated by a machine: the next page has its own, or none.
const NOTICES: [&str; 9] = [
    "machine translat",
    "machine-translat",
    "automatically translated",
    "traduction automatique",
    "traducción automática",
    "maschinell",
    "machinevertaling",
    "机器翻译",
    "機械翻訳",
];

/// A block of a page that its English has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beyond {
    pub place: Place,
    pub text: String,
    /// Where it is in the page.
    pub span: Range<usize>,
}

/// A page beside its English, and that beside today's.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub english: &'a Document<'a>,
    pub page: &'a Document<'a>,
    pub today: Subject<'a>,
    /// For every unit of the English, the unit of today; `None` if the English is today's.
    pub carried: Option<&'a [Option<usize>]>,
}

/// What a page has beyond its English, and in place of blocks of it.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub additions: Vec<Beyond>,
    pub blocks: Vec<OwnBlock>,
    /// Where the English was looked through to the end: nothing else is there in the page.
    pub sure: Vec<Range<usize>>,
    /// Blocks of the English, by where they start, that the page has as they are.
    pub same: Vec<usize>,
}

impl Found {
    /// Whether a position of the page is in what was found.
    pub fn has(&self, at: usize) -> bool {
        let mut spans = self.additions.iter().map(|found| &found.span).chain(self.blocks.iter().map(|own| &own.span));
        spans.any(|span| span.contains(&at))
    }
}

/// Finds what a page has beyond its English, and in place of blocks of it.
pub fn find(sides: Sides<'_>, alignment: &Alignment) -> Found {
    if !sides.english.syntax.is_markdown() {
        return Found::default();
    }
    // Words in the line of a fence are part of the block.
    let is_body = |document: &Document<'_>, unit: usize| {
        let Unit { kind, span, .. } = &document.units[unit];
        let is_in = |code: &Range<usize>| code.start <= span.start && span.end <= code.end;
        *kind != UnitKind::FrontMatter && !document.codes.iter().any(is_in)
    };
    let mut sure: Vec<(usize, usize)> = alignment
        .pairs
        .iter()
        .filter(|pair| {
            pair.confidence >= SURE && is_body(sides.english, pair.english) && is_body(sides.page, pair.page)
        })
        .map(|pair| (pair.english, pair.page))
        .collect();
    sure.sort_unstable_by_key(|(_, page)| *page);
    let first = (0..sides.english.units.len()).find(|unit| is_body(sides.english, *unit));
    let ids = ids(sides);
    let places = Places::of(sides.english, &ids);
    let blocks = Blocks::of(sides, &ids);
    let mut found = Found::default();
    let ends = sure.iter().copied().map(Some).chain([None]);
    let mut before: Option<(usize, usize)> = None;
    for next in ends {
        let mut behind = before.map_or(0, |(english, _)| english + 1)..sides.english.units.len();
        let expected = before.map_or(first, |_| behind.find(|unit| is_body(sides.english, *unit)));
        if expected == next.map(|(english, _)| english) {
            Gap { sides, places: &places, ids: &ids, before, next }.find(&blocks, &mut found);
        }
        before = next;
    }
    found.additions.retain(|found| !is_notice(&found.text) && is_whole(&found.text));
    found
}

/// The message that each unit of the English has today; one that is gone has a name that is no id.
fn ids(sides: Sides<'_>) -> Vec<Option<Id>> {
    let of = |unit: usize| {
        let today = sides.carried.map_or(Some(unit), |carried| carried[unit]);
        let today = today.filter(|today| sides.today.document.units[*today].translatable);
        let id = today.and_then(|today| sides.today.ids[today].clone());
        sides.english.units[unit].translatable.then(|| id.unwrap_or_else(|| "".into()))
    };
    (0..sides.english.units.len()).map(of).collect()
}

fn is_notice(text: &str) -> bool {
    let text = text.to_lowercase();
    NOTICES.iter().any(|words| text.contains(words))
}

/// What lies between two units that follow each other in both documents, each as English and page.
struct Gap<'g> {
    sides: Sides<'g>,
    places: &'g Places<'g>,
    ids: &'g [Option<Id>],
    /// `None`: the beginning of the body.
    before: Option<(usize, usize)>,
    /// `None`: the end.
    next: Option<(usize, usize)>,
}

impl Gap<'_> {
    fn find(&self, blocks: &Blocks<'_>, found: &mut Found) {
        let Sides { english, page, .. } = self.sides;
        let ours = between(english, self.before.map(|pair| pair.0), self.next.map(|pair| pair.0));
        let theirs = between(page, self.before.map(|pair| pair.1), self.next.map(|pair| pair.1));
        let own = blocks.between(&ours, &theirs);
        let (our_lines, their_lines) = (lines(english, &ours), lines(page, &theirs));
        let spans = |side: fn(&Pair) -> &Range<usize>| own.iter().map(side).collect::<Vec<_>>();
        let our_lines = with_marks(english, our_lines, &spans(|pair| &pair.english));
        let their_lines = with_marks(page, their_lines, &spans(|pair| &pair.page));
        if let Some(additions) = self.additions(&ours, &theirs, &our_lines, &their_lines) {
            found.additions.extend(additions);
            // Between cells of one row there is no room for anything.
            let has_room = self.before.zip(self.next).is_none_or(|((before, _), (next, _))| {
                let between = &english.source[english.units[before].span.end..english.units[next].span.start];
                between.contains('\n')
            });
            found.sure.extend(Some(ours.clone()).filter(|_| has_room));
        }
        found.same.extend(blocks.same(&ours, &theirs));
        let anchor = |unit| self.anchor(unit);
        found.blocks.extend(own.iter().filter_map(|pair| blocks.own(pair, &anchor)));
    }

    /// What the page has more; `None` if that is not all, or cannot be expressed.
    fn additions(
        &self,
        ours: &Range<usize>,
        theirs: &Range<usize>,
        our_lines: &[(usize, String)],
        their_lines: &[(usize, String)],
    ) -> Option<Vec<Beyond>> {
        let texts = |lines: &[(usize, String)]| lines.iter().map(|(_, line)| line.clone()).collect::<Vec<_>>();
        let (old, new) = (texts(our_lines), texts(their_lines));
        let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
        let mut found = Vec::new();
        let mut from = 0;
        for op in ops {
            let (at, lines) = match op {
                DiffOp::Equal { .. } => continue,
                DiffOp::Insert { old_index, new_index, new_len } => (old_index, new_index..new_index + new_len),
                // Something of the English is not there, or is otherwise.
                DiffOp::Delete { .. } | DiffOp::Replace { .. } => return None,
            };
            let (at, lines) = moved_up(&new, at, lines, from);
            from = at;
            let at = our_lines.get(at).map_or(ours.end, |(start, _)| *start);
            let span = their_lines[lines.start].0..their_lines.get(lines.end).map_or(theirs.end, |(start, _)| *start);
            let (place, text) = self.addition(at, &new[lines])?;
            found.push(Beyond { place, text, span });
        }
        Some(found)
    }

    /// Lines that the page has at a position of the English, as an addition; `None` if that cannot be expressed.
    fn addition(&self, at: usize, lines: &[String]) -> Option<(Place, String)> {
        let source = self.sides.english.source;
        let blank = lines.iter().take_while(|line| line.trim_matches(['>', ' ', '\t']).is_empty()).count();
        if blank == lines.len() || self.places.is_inside_block(at) {
            return None;
        }
        let above = source[..at].trim_end_matches(['\n', '\r']);
        let is_below_blank = source[above.len()..at].matches('\n').count() > 1;
        let unit = self.before.and_then(|(unit, _)| (0..=unit).rev().find(|unit| self.is_text(*unit)));
        let (beside, spot, past) = match self.next {
            Some((next, _)) if is_below_blank && self.places.above(next).at == at => {
                (Beside::Before(self.anchor(next)?), self.places.above(next), 0)
            }
            _ => {
                let past = self.places.ends(unit).iter().position(|end| *end == at)? as u32;
                let beside = unit.map_or(Some(Beside::Beginning), |unit| self.anchor(unit).map(Beside::After))?;
                (beside, self.places.below(unit, past), past)
            }
        };
        let blank_above = Some(blank as u32).filter(|blank| *blank != spot.blank);
        let place = Place { beside, past, blank: blank_above, flush: false };
        self.fitting(&spot, &place, &lines[blank..], lines)
    }

    /// The text of an addition that is laid out as the lines of the page, at the margin of its unit or at none.
    fn fitting(&self, spot: &Spot, place: &Place, lines: &[String], all: &[String]) -> Option<(Place, String)> {
        let margins = [spot.margin.as_str(), ""];
        margins.into_iter().find_map(|margin| {
            let inner = |line: &String| match line.strip_prefix(margin) {
                Some(line) => Some(line.to_owned()),
                None => (line == margin.trim_end()).then(String::new),
            };
            let text = lines.iter().map(inner).collect::<Option<Vec<_>>>()?.join("\n");
            let place = Place { flush: margin != spot.margin, ..place.clone() };
            let laid_out = self.places.laid_out(spot, &place, &text).replace("\r\n", "\n");
            let is_open = spot.at == self.sides.english.source.len() && !laid_out.ends_with('\n');
            let laid_out = if is_open { laid_out.strip_prefix('\n')? } else { laid_out.strip_suffix('\n')? };
            laid_out.split('\n').eq(all.iter().map(String::as_str)).then_some((place, text))
        })
    }

    fn is_text(&self, unit: usize) -> bool {
        self.ids[unit].is_some()
    }

    /// A unit of the English as today's document has it.
    fn anchor(&self, unit: usize) -> Option<Anchor> {
        let Sides { today, carried, .. } = self.sides;
        let at = carried.map_or(Some(unit), |carried| carried[unit])?;
        let id = self.ids[unit].clone().filter(|id| !id.is_empty())?;
        let is_same =
            |other: &usize| today.document.units[*other].translatable && today.ids[*other].as_ref() == Some(&id);
        let nth = (0..=at).filter(is_same).count() as u32;
        Some(Anchor { id, nth })
    }
}

/// The whole lines between two units.
fn between(document: &Document<'_>, before: Option<usize>, next: Option<usize>) -> Range<usize> {
    let source = document.source;
    let start = before.map_or_else(|| document.body_start, |unit| line_end(source, document.units[unit].span.end));
    let end = next.map_or(source.len(), |unit| line_start(source, document.units[unit].span.start));
    start..end.max(start)
}

/// Lines with where they start, without their ends.
fn lines(document: &Document<'_>, range: &Range<usize>) -> Vec<(usize, String)> {
    let mut at = range.start;
    let of = |line: &str| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']).to_owned())
    };
    document.source[range.clone()].split_inclusive('\n').map(of).collect()
}

/// Lines with one mark in place of the lines of each block that both sides have in another form.
fn with_marks(document: &Document<'_>, lines: Vec<(usize, String)>, blocks: &[&Range<usize>]) -> Vec<(usize, String)> {
    let source = document.source;
    let mut out: Vec<(usize, String)> = Vec::new();
    for (start, line) in lines {
        let block = blocks.iter().position(|span| line_start(source, span.start) <= start && start < span.end);
        match block {
            Some(at) if line_start(source, blocks[at].start) == start => {
                out.push((start, format!("{}\u{1}{at}", &source[start..blocks[at].start])));
            }
            Some(_) => {}
            None => out.push((start, line)),
        }
    }
    out
}

/// Lines that were inserted as a block that ends with text, if the same comes of it: a blank line above instead of one below.
fn moved_up(new: &[String], mut at: usize, mut lines: Range<usize>, from: usize) -> (usize, Range<usize>) {
    let is_blank = |line: &str| line.trim_matches(['>', ' ', '\t']).is_empty();
    while at > from && lines.start > 0 && is_blank(&new[lines.end - 1]) && new[lines.start - 1] == new[lines.end - 1] {
        (at, lines) = (at - 1, lines.start - 1..lines.end - 1);
    }
    (at, lines)
}

/// What a page has of its own, and whose it is.
#[derive(Debug, Clone)]
pub struct Additions {
    pub found: Found,
    pub kind: TranslationType,
    pub date: Date,
    /// The English that the page was made from is not known.
    pub unproven: bool,
}

impl Additions {
    /// Type, origin and day of what was found. `edited`: somebody changed the page since handback wrote it.
    pub fn provenance(&self, edited: Option<Date>) -> (TranslationType, &'static str, Date) {
        match edited {
            Some(today) => (TranslationType::Human, "human", today),
            None => (self.kind, "import", self.date),
        }
    }
}

/// Puts the additions of a page into the resource of its document. `edited`: somebody changed the page since handback wrote it,
/// and what is in it counts.
pub fn put(
    catalog: &mut LocaleCatalog,
    document: &DocumentName,
    additions: &Additions,
    (edited, changes): (Option<Date>, &[Change]),
    options: AdoptOptions,
    adopted: &mut Adopted,
) {
    let file = catalog.file_mut(&FileKey::Document(document.clone()));
    own_blocks::put(file, document, additions, (edited, changes), options, adopted);
    let found = &additions.found.additions;
    let places: Vec<&Place> = found.iter().map(|found| &found.place).collect();
    for Beyond { place, text, .. } in found {
        let (kind, origin, date) = additions.provenance(edited);
        let mut state = State::new(kind, origin, &fingerprint(""), &fingerprint(text), date);
        state.addition = Some(Box::new(place.clone()));
        let Some((id, old)) = known(file, place, text, &places) else {
            let print = fingerprint(&format!("{document}\n{place}\n{text}"));
            file.set_text(&format!("{PREFIX}{}", &print[..8]).into(), text, state);
            adopted.additions += 1;
            continue;
        };
        let taken = put_over(file, (id, &old), text, state, (edited, changes), options, adopted);
        adopted.additions += usize::from(taken);
    }
}

/// Puts what a page has of its own over what the resource has in its place, unless that is newer, or a person's: then it is noted
/// as kept. Returns whether the resource says now what the page does.
pub(super) fn put_over(
    file: &mut LocaleFile,
    (id, old): (Id, &State),
    text: &str,
    mut state: State,
    (edited, changes): (Option<Date>, &[Change]),
    options: AdoptOptions,
    adopted: &mut Adopted,
) -> bool {
    let wording = file.pattern(&id).map(|pattern| pattern.as_str().to_owned()).unwrap_or_default();
    if wording == *text {
        // Where it waited for its place, or had another, it is here.
        if let Some(known) = file.state.messages.get_mut(&id) {
            (known.obsolete, known.dropped) = (false, false);
            known.stand_as(&state);
        }
        return true;
    }
    let is_newer = changes.iter().any(|change| matches!(change, Change::HumanEdit { .. }) && *change.id() == id);
    let is_persons = old.kind.is_kept_from_machines() && old.origin != "import";
    if is_newer || (is_persons && edited.is_none() && !options.force) {
        adopted.kept_human.push(id);
        return false;
    }
    state.keep_replaced(old, &wording);
    file.set_text(&id, text, state);
    true
}

/// The addition that a block of a page is, among those that a resource has: one with its text, best in its place, else the one in
/// its place.
fn known(file: &LocaleFile, place: &Place, text: &str, places: &[&Place]) -> Option<(Id, State)> {
    let has_text = |id: &Id| file.pattern(id).is_some_and(|pattern| pattern.as_str() == text);
    let additions = file.state.messages.iter().filter(|(id, state)| {
        let Some(at) = state.addition.as_deref().filter(|_| file.pattern(id).is_some()) else { return false };
        // The page has it there as well.
        let is_anothers = at != place && !state.obsolete && places.contains(&at);
        at == place || (has_text(id) && !is_anothers)
    });
    let rank = |(id, state): &(&Id, &State)| {
        let is_elsewhere = state.addition.as_deref() != Some(place);
        (!has_text(id), is_elsewhere, state.obsolete, (*id).clone())
    };
    additions.min_by_key(rank).map(|(id, state)| (id.clone(), state.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_of_machines_are_no_additions() {
        assert!(is_notice("> This page was Machine-Translated."));
        assert!(is_notice("本页由机器翻译。"));
        assert!(!is_notice("Our machines translate."));
    }
}
