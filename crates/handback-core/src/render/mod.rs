//! Localized documents: the English skeleton with translations in it.
//!
//! 1. [`choose`] picks for every unit the current translation, or what `on_stale` and `on_missing` say.
//! 2. [`format`] puts in the values of the document (`values`) and resolves selectors, terms and functions
//!    (`functions`) where a translation has any.
//! 3. [`metadata`] adds the hand-off keys.
//! 4. [`additions`] finds the places of what the locale has beyond the English.
//! 5. [`blocks`] puts the locale's own blocks of code in the place of those of the English.
//! 6. [`notice`] tells readers what on the page no person translated, or is out of date.
//! 7. [`bilingual`] marks texts and puts their English behind them, where a page in both languages is wanted.
//! 8. [`spelling`] puts all of it into the source in one pass, skeleton bytes untouched but where the page of the locale spells
//!    them in its own way.

pub mod additions;
pub mod anchors;
mod bilingual;
pub mod blocks;
pub mod choose;
pub mod format;
pub mod front_matter;
mod functions;
mod heading_ids;
pub mod links;
pub mod metadata;
pub mod notice;
pub mod notice_words;
pub mod options;
mod places;
pub mod spelling;
pub mod values;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::catalog::reference::Reference;
use crate::catalog::state::{HandOff, Spelled, TranslationType};
use crate::catalog::{DocumentName, Id};
use crate::document::{Document, Unit};
use crate::text::date::Date;
use crate::text::flavor::Flavor;
use crate::variables::choose::LiftedDocument;
use choose::{Choice, Chooser};
use format::Formatters;
use options::{Anchors, Metadata, Newline, OnMachine, OnMissing, OnStale};

/// How documents are rendered.
#[derive(Debug, Clone)]
pub struct RenderOptions {
    pub anchors: Anchors,
    pub metadata: Metadata,
    pub newline: Newline,
    pub on_stale: OnStale,
    pub on_missing: OnMissing,
    pub on_machine: OnMachine,
    /// What readers are said of the page, if anything.
    pub notice: Option<Arc<notice::Notice>>,
    /// Pages hold both languages: each text with its English behind it.
    pub side_by_side: bool,
}

/// A document with the message id of each of its units, and its lifted values: what is rendered.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub name: &'a DocumentName,
    pub document: &'a Document<'a>,
    /// The message of each unit; for texts that are not translatable the id of a possible override.
    pub ids: &'a [Option<Id>],
    pub lifted: LiftedDocument<'a>,
}

/// A problem with one unit, at a line of the source document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitProblem {
    pub line: u32,
    pub id: Id,
    pub message: String,
}

/// A rendered document.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    /// `None` if `on_stale: fail` or `on_missing: fail` holds it back; the problems say why.
    pub text: Option<String>,
    /// `text` with the targets of the English, if it has others.
    pub plain: Option<String>,
    /// Where the texts of the units lie in `plain`, or in `text` where that is none; `None` if it holds more than the skeleton of
    /// the English and these: then only parsing it tells.
    pub places: Option<Vec<Range<usize>>>,
    pub problems: Vec<UnitProblem>,
    /// Translatable units by what is in their place.
    pub current: usize,
    pub stale: usize,
    pub missing: usize,
    /// Of those that are current, how many a machine translated and no person approved.
    pub machine: usize,
    /// Translated by a machine, and not to be published before a person approved them.
    pub unapproved: usize,
    /// Shown in English, for whatever reason.
    pub shown: usize,
    /// The first day since which one of the stale ones is.
    pub since: Option<Date>,
    /// Blocks of code of the locale's own whose English changed.
    pub stale_blocks: usize,
    /// Additions and blocks of the locale's own that are held back, because nobody approved them.
    pub own_unapproved: usize,
    /// What the page says to its readers, where its theme is to say it.
    pub notice: Option<notice::Said>,
}

impl Rendered {
    /// Counts what is in the place of a translatable unit.
    fn count(&mut self, choice: &Choice) {
        match choice {
            Choice::Current { kind, .. } => {
                self.current += 1;
                self.machine += usize::from(*kind == TranslationType::Machine);
            }
            Choice::Stale { since, .. } => {
                self.stale += 1;
                self.since = match (self.since, since) {
                    (Some(known), Some(since)) => Some(known.min(*since)),
                    (known, since) => known.or(*since),
                };
            }
            Choice::Unapproved => self.unapproved += 1,
            Choice::Missing => self.missing += 1,
        }
    }

    /// Puts everything into the source.
    fn write(&mut self, subject: Subject<'_>, edits: Vec<Edit<'_>>, spelling: &[Spelled], newline: Newline) {
        let text = spelling::spelled(subject, edits, spelling);
        let newline = if newline == Newline::Source { spelling::own_newline(spelling) } else { newline };
        let other = with_newlines(&text, newline).filter(|_| subject.document.syntax.is_markdown());
        if other.is_some() {
            self.places = self.places.take().filter(|_| newline == Newline::Lf);
            self.places.iter_mut().for_each(|places| places::without_returns(&text, places));
        }
        self.text = Some(other.unwrap_or(text));
    }
}

/// A replacement of source bytes.
type Edit<'a> = (Range<usize>, Cow<'a, str>);

/// Renders a document in the locale of `formatters`, falling back along its chain.
pub fn render(
    subject: Subject<'_>,
    reference: &Reference,
    formatters: &[Formatters<'_>],
    hand_off: Option<&HandOff>,
    options: &RenderOptions,
) -> Rendered {
    let mut rendered = Rendered::default();
    let mut chooser = Chooser::new(subject, reference, formatters, options);
    let document = subject.document;
    let mut edits: Vec<Edit<'_>> = Vec::new();
    let (mut all_human, mut refused) = (true, false);
    let mut ids = heading_ids::HeadingIds::of(subject, options.anchors);
    let mut sides = options.side_by_side.then(|| bilingual::Sides::of(subject));
    let spelling = hand_off.filter(|_| sides.is_none()).map_or(&[][..], |hand_off| &hand_off.spelling);
    let mut is_plain = sides.is_none() && spelling.is_empty();
    for (index, unit) in document.units.iter().enumerate() {
        let choice = chooser.choose(index, &mut rendered.problems);
        if unit.translatable {
            rendered.count(&choice);
            all_human &= matches!(choice, Choice::Current { kind: TranslationType::Human, .. });
        }
        refused |= is_refused(&choice, unit, options);
        let text = published(choice, options);
        is_plain &= text.as_ref().is_none_or(|text| places::have_same_marks(&unit.text, text));
        rendered.shown += usize::from(unit.translatable && text.is_none());
        edits.extend(edit_of(document, (index, unit), text, &mut ids, sides.as_mut(), spelling));
    }
    if let Some(own) = formatters.first() {
        rendered.own_unapproved = additions::held_back(own, subject.name, options.on_machine);
        refused |= options.on_machine == OnMachine::Fail && rendered.own_unapproved > 0;
        let own = blocks::own(subject, reference, own, options, &mut rendered.problems);
        rendered.stale_blocks = own.stale;
        refused |= own.stale > 0 && options.on_stale == OnStale::Fail;
        is_plain &= own.edits.is_empty();
        put_blocks(&mut edits, own.edits);
    }
    if refused {
        return rendered;
    }
    // Where both stand at the same place the front matter goes before the anchor.
    if let (Metadata::Microsoft, Some(hand_off)) = (options.metadata, hand_off) {
        let human = all_human && rendered.current > 0;
        let kind = if human { TranslationType::Human } else { TranslationType::Machine };
        let locale = formatters.first().map_or("", |formatters| formatters.catalog().locale.as_str());
        metadata::add(subject, locale, hand_off, kind, &mut edits);
    }
    let count = edits.len();
    if let Some(notice) = &options.notice {
        rendered.notice = notice.say(subject, formatters, &rendered);
        edits.extend(rendered.notice.as_ref().and_then(|said| notice.insertion(subject, said)));
    }
    if let Some(own) = formatters.first() {
        edits.extend(additions::insertions(subject, reference, own, options.on_machine, &mut rendered.problems));
    }
    is_plain &= edits.len() == count;
    edits.extend(anchors_of(subject, options.anchors));
    rendered.places = is_plain.then(|| places::places(document, &edits, |unit| ids.len_behind(unit))).flatten();
    rendered.write(subject, edits, spelling, options.newline);
    rendered
}

/// Puts blocks of a locale's own in the place of what they stand for. Words in the line of a fence are part of the block.
fn put_blocks<'a>(edits: &mut Vec<Edit<'a>>, blocks: Vec<Edit<'a>>) {
    let is_inside =
        |unit: &Range<usize>| blocks.iter().any(|(span, _)| span.start <= unit.start && unit.end <= span.end);
    edits.retain(|(unit, _)| !is_inside(unit));
    edits.extend(blocks);
}

/// What takes the place of a unit; `None` if it stays as it is.
fn edit_of(
    document: &Document<'_>,
    (index, unit): (usize, &Unit<'_>),
    text: Option<String>,
    ids: &mut heading_ids::HeadingIds<'_>,
    sides: Option<&mut bilingual::Sides>,
    spelling: &[Spelled],
) -> Option<Edit<'static>> {
    if let Some((span, mut marked)) = sides.and_then(|sides| sides.edit(document, unit, text.as_deref())) {
        let id = text.and_then(|text| ids.behind(index, &document.put_back(unit, &text)));
        marked.to_mut().push_str(&id.unwrap_or_default());
        return Some((span, marked));
    }
    let end = behind(document, unit);
    let own = spelling::of_value(spelling, unit.label.as_deref());
    // A name is the same in every locale, and its quotes may not be.
    let text = text.or_else(|| (own.is_some() && !unit.translatable).then(|| unit.text.to_string()));
    let text = text.filter(|text| *text != unit.text || end > unit.span.end || own.is_some())?;
    let mut text = match own {
        Some(own) => document.put_back_as(unit, &text, own),
        None => document.put_back(unit, &text),
    };
    if let Some(id) = ids.behind(index, &text) {
        text.push_str(&id);
    }
    Some((unit.span.start..end, Cow::Owned(text)))
}

/// What is published of a choice; `None`: the English.
fn published(choice: Choice, options: &RenderOptions) -> Option<String> {
    match choice {
        Choice::Current { text, .. } => Some(text),
        Choice::Stale { text, .. } => text.filter(|_| options.on_stale == OnStale::Keep),
        Choice::Unapproved | Choice::Missing => None,
    }
}

/// The anchors of the English before localized headings.
fn anchors_of<'a>(subject: Subject<'a>, anchors: Anchors) -> Vec<Edit<'a>> {
    let found = match anchors {
        Anchors::Ids => Vec::new(),
        anchors => anchors::anchors(subject, anchors),
    };
    let document = subject.document;
    found.iter().filter_map(|(heading, anchor)| anchors::insertion(document, heading, anchor)).collect()
}

/// Where a unit ends that a translation takes the place of. A blank behind it at the end of its line means nothing, and nobody
/// who translates sees it; DocFX's pages have it.
fn behind(document: &Document<'_>, unit: &Unit<'_>) -> usize {
    let end = unit.span.end;
    let rest =
        document.source[end..].strip_prefix(' ').filter(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    let is_site = document.constructs.flavor != Flavor::Docfx && document.syntax.is_markdown();
    if is_site && rest.is_some() { end + 1 } else { end }
}

/// Whether a page may not be published with this in the place of a unit.
fn is_refused(choice: &Choice, unit: &Unit<'_>, options: &RenderOptions) -> bool {
    match choice {
        Choice::Current { .. } => false,
        Choice::Stale { .. } => options.on_stale == OnStale::Fail,
        Choice::Unapproved => options.on_machine == OnMachine::Fail,
        Choice::Missing => unit.translatable && options.on_missing == OnMissing::Fail,
    }
}

/// `toc.md` and `toc.yml` carry neither anchors nor metadata.
fn is_table_of_contents(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("toc."))
}

/// A document rebuilt from its skeleton and the texts of its units: its own bytes.
pub fn render_source(document: &Document<'_>) -> String {
    with_texts(document, |_, unit| Some(Cow::Borrowed(&*unit.text)))
}

/// A document with other texts in the places of its units; a unit without one keeps its own. Units are numbered from 0.
pub fn with_texts<'t, 'd>(
    document: &'t Document<'d>,
    text: impl Fn(usize, &'t Unit<'d>) -> Option<Cow<'t, str>>,
) -> String {
    let units = document.units.iter().enumerate();
    let put_back = |(at, unit): (usize, &'t Unit<'d>)| {
        Some((unit.span.clone(), Cow::Owned(document.put_back(unit, &text(at, unit)?))))
    };
    splice(document.source, units.filter_map(put_back).collect())
}

/// The source with all edits, which do not overlap.
fn splice(source: &str, mut edits: Vec<Edit<'_>>) -> String {
    // An anchor stands before the heading's text, so an insertion goes first.
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let grown: usize = edits.iter().map(|(_, text)| text.len()).sum();
    let mut out = String::with_capacity(source.len() + grown);
    let mut copied = 0;
    for (range, text) in edits {
        out.push_str(&source[copied..range.start]);
        out.push_str(&text);
        copied = range.end;
    }
    out.push_str(&source[copied..]);
    out
}

/// The text with other line ends; `None` if it has them already.
fn with_newlines(text: &str, newline: Newline) -> Option<String> {
    match newline {
        Newline::Source => None,
        Newline::Lf => text.contains("\r\n").then(|| text.replace("\r\n", "\n")),
        Newline::Crlf => Some(text.replace("\r\n", "\n").replace('\n', "\r\n")),
    }
}
