//! A document as a sequence: its units, and between them what the skeleton holds of evidence.

use super::evidence::evidence;
use super::marks;
use super::token::{Class, Token, hash_of};
use crate::document::{Document, Unit, UnitKind};

/// What an item is, as far as only equal ones can be translations of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    Unit(UnitKind),
    /// With its level. One that has lost its text is no unit, but still opens a section.
    Heading(u8),
    Cell(u16),
    Mark(Mark),
}

/// What may stand between units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    Code,
    Html,
    Directive,
    Template,
    Image,
    Rule,
    /// The line below a table's header, with its number of columns.
    Table(u16),
}

/// How a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Question,
    Colon,
    Stop,
    Open,
}

/// How a list item is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// The number of an ordered item.
    pub number: Option<u32>,
    pub indent: usize,
}

/// A row of a table, or an item of a list with what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The table or list, by number.
    pub block: usize,
    /// Which row of it, from 0.
    pub index: usize,
    pub is_table: bool,
}

/// A unit, or a mark between units.
#[derive(Debug, Clone)]
pub struct Item {
    pub unit: Option<usize>,
    pub shape: Shape,
    pub tokens: Vec<Token>,
    /// Hash of the whole text.
    pub text: u64,
    pub length: usize,
    pub ending: Ending,
    pub marker: Option<Marker>,
    pub emphasis: usize,
    pub row: Option<Row>,
    /// Key of front matter or YAML, name of an attribute.
    pub label: Option<Box<str>>,
    pub translatable: bool,
    /// The words, for the lexicon.
    pub prose: String,
}

impl Item {
    pub fn mark(mark: Mark, tokens: Vec<Token>) -> Self {
        Self {
            unit: None,
            shape: Shape::Mark(mark),
            tokens,
            text: 0,
            length: 0,
            ending: Ending::Open,
            marker: None,
            emphasis: 0,
            row: None,
            label: None,
            translatable: false,
            prose: String::new(),
        }
    }

    pub fn is_mark(&self) -> bool {
        matches!(self.shape, Shape::Mark(_))
    }

    pub fn is_running_text(&self) -> bool {
        matches!(self.shape, Shape::Unit(UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Quote | UnitKind::Html))
    }
}

/// Takes a document apart.
pub fn items(document: &Document<'_>) -> Vec<Item> {
    let mut items = Vec::with_capacity(document.units.len() * 5 / 4);
    let mut end = 0;
    let mut headings = document.headings.iter().peekable();
    for (index, unit) in document.units.iter().enumerate() {
        marks::between(document, end..unit.span.start, &mut items);
        let mut own = None;
        while let Some(heading) = headings.next_if(|heading| heading.anchor_at <= unit.span.start) {
            // Only the last one before the unit can be the unit's own.
            items.extend(own.replace(heading).map(|heading| heading_without_text(document, heading)));
        }
        if unit.kind != UnitKind::Heading {
            items.extend(own.take().map(|heading| heading_without_text(document, heading)));
        }
        let mut item = of_unit(document, index, unit);
        if let Some(heading) = own {
            item.shape = Shape::Heading(heading.level);
            item.tokens.extend(ids(heading, &document.source[heading.anchor_at..unit.span.start]));
            // `{/*id*/}` is no text to the parser, and no id.
            let behind = document.source[unit.span.end..].lines().next().unwrap_or("");
            item.tokens.extend(evidence(behind).tokens.into_iter().filter(|token| token.class == Class::Id));
        }
        items.push(item);
        end = unit.span.end;
    }
    marks::between(document, end..document.source.len(), &mut items);
    items.extend(headings.map(|heading| heading_without_text(document, heading)));
    for item in &mut items {
        item.tokens.sort_unstable();
        item.tokens.dedup();
    }
    rows(document, &mut items);
    items
}

fn of_unit(document: &Document<'_>, index: usize, unit: &Unit<'_>) -> Item {
    let found = evidence(&unit.text);
    let mut tokens = found.tokens;
    // `N/A` and `No` are many texts, and words of several languages.
    let is_short = unit.text.chars().filter(|c| c.is_alphabetic()).count() < 4;
    if !unit.translatable || !is_short {
        let class = if unit.translatable { Class::SameText } else { Class::Verbatim };
        tokens.push(Token::new(class, &unit.text));
    }
    Item {
        unit: Some(index),
        shape: match unit.kind {
            UnitKind::Cell => Shape::Cell(unit.column),
            kind => Shape::Unit(kind),
        },
        tokens,
        text: hash_of(&unit.text),
        length: found.length,
        ending: ending(&unit.text),
        marker: (unit.kind == UnitKind::ListItem).then(|| marker(document, unit)).flatten(),
        emphasis: found.emphasis,
        row: None,
        label: unit.label.clone(),
        translatable: unit.translatable,
        prose: found.prose,
    }
}

fn heading_without_text(document: &Document<'_>, heading: &crate::document::Heading) -> Item {
    let line = document.source[heading.anchor_at..].lines().next().unwrap_or("");
    let mut item = Item::mark(Mark::Html, ids(heading, line));
    item.shape = Shape::Heading(heading.level);
    item
}

/// The ids of a heading: its own, those of anchors before its text, and the one that its text gives.
fn ids(heading: &crate::document::Heading, anchors: &str) -> Vec<Token> {
    let own = heading.id.as_deref().into_iter().chain(Some(heading.slug.as_str()).filter(|slug| !slug.is_empty()));
    let mut tokens: Vec<Token> = own.map(|id| Token::new(Class::Id, id)).collect();
    tokens.extend(evidence(anchors).tokens.into_iter().filter(|token| token.class == Class::Id));
    tokens
}

fn ending(text: &str) -> Ending {
    match text.trim_end_matches(['*', '_', ' ', '"', '\u{bb}', '\n']).chars().next_back() {
        Some('?' | '\u{ff1f}' | '\u{61f}' | '\u{37e}') => Ending::Question,
        Some(':' | '\u{ff1a}') => Ending::Colon,
        Some('.' | '!' | '\u{3002}' | '\u{ff01}' | '\u{ff0e}' | '\u{964}') => Ending::Stop,
        _ => Ending::Open,
    }
}

/// The mark of the list item that a unit begins; `None` for what follows in the same item.
fn marker(document: &Document<'_>, unit: &Unit<'_>) -> Option<Marker> {
    let start = document.source[..unit.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = &document.source[start..unit.span.start];
    let mark = line.trim_start_matches([' ', '\t', '>']);
    let digits = &mark[..mark.find(|c: char| !c.is_ascii_digit()).unwrap_or(mark.len())];
    let number = digits.parse().ok();
    let indent = line.len() - mark.len();
    (number.is_some() || mark.starts_with(['-', '*', '+'])).then_some(Marker { number, indent })
}

/// Numbers tables and lists, and their rows.
fn rows(document: &Document<'_>, items: &mut [Item]) {
    let mut block = 0;
    let mut open: Option<(Row, usize)> = None;
    let mut end = 0;
    for item in items.iter_mut() {
        let Some(unit) = item.unit.map(|index| &document.units[index]) else { continue };
        let between = &document.source[end..unit.span.start];
        end = unit.span.end;
        let is_table = unit.kind == UnitKind::Cell;
        if !is_table && unit.kind != UnitKind::ListItem {
            open = None;
            continue;
        }
        let goes_on = open.filter(|(row, _)| row.is_table == is_table && !(is_table && has_blank_line(between)));
        let indent = item.marker.map(|marker| marker.indent);
        let (row, top) = match goes_on {
            None => {
                block += 1;
                // Below a header without text stands the first row, not the header.
                let index = usize::from(is_table && marks::has_table_line(between));
                (Row { block, index, is_table }, indent.unwrap_or(0))
            }
            Some((row, top)) => {
                let begins = if is_table { between.contains('\n') } else { indent.is_some_and(|indent| indent <= top) };
                (Row { index: row.index + usize::from(begins), ..row }, top)
            }
        };
        item.row = Some(row);
        open = Some((row, top));
    }
}

fn has_blank_line(text: &str) -> bool {
    text.lines().skip(1).any(|line| line.trim().is_empty() && !line.is_empty())
        || text.contains("\n\n")
        || text.contains("\n\r\n")
}
