//! Units of a Markdown body, from parser events over a masked copy.
//!
//! Only spans are taken from the parser; text is always sliced from the source, because event strings
//! decode entities and drop quote marks.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::code::{CodeText, OpenCode};
use super::html::{self, Piece};
use super::parser::options_of;
use super::sites::{self, Escape, Words};
use super::translatable::{Reading, needs_translator};
use super::view::{View, view};
use super::{
    Document, Form, Heading, ParseOptions, Unit, UnitKind, blocks, directive, lines, marks, slug, table, untranslated,
};
use crate::text::flavor::Flavor;
use crate::text::limits::LONGEST_CODE;
use crate::text::markup::{tag_len, visible_text};

/// Parses everything from `body_start` on.
pub fn parse(document: &mut Document<'_>, body_start: usize, options: &ParseOptions) {
    let body = &document.source[body_start..];
    let constructs = document.constructs.clone();
    let flavor = constructs.flavor;
    let is_docfx = flavor == Flavor::Docfx;
    let View { shaped, masked, words, code, breaks, warnings } = view(body, &constructs);
    // Cells of DocFX are cut as they stand.
    let shown = if is_docfx { body } else { &*masked };
    for (at, message) in warnings {
        let line = 1 + memchr::memchr_iter(b'\n', &document.source.as_bytes()[..body_start + at]).count() as u32;
        document.warnings.push((line, message));
    }
    let protected = document.front_matter.as_ref().map_or_else(Vec::new, |block| block.no_loc.clone());
    let mut walker = Walker {
        document,
        base: body_start,
        shown,
        breaks,
        options,
        protected,
        containers: Vec::new(),
        open: None,
        opaque: 0,
        code: None,
        heading_stack: Vec::new(),
    };
    let mut events = Parser::new_ext(&shaped.text, options_of(flavor)).into_offset_iter();
    for (event, range) in events.by_ref() {
        let range = shaped.to_source(range);
        let at = body_start + range.start..body_start + range.end;
        let lines = blocks::block(walker.document.source, &event, &at);
        walker.document.blocks.extend(lines);
        let code = blocks::code(walker.document.source, &event, &at);
        walker.document.codes.extend(code);
        walker.event(&event, range);
    }
    let definitions = events.reference_definitions();
    if !is_docfx {
        walker.document.labels = definitions.iter().map(|(label, _)| label.to_owned()).collect();
    }
    let titled = definitions.iter().filter(|(_, definition)| definition.title.is_some());
    let spans: Vec<Range<usize>> = titled.map(|(_, found)| shaped.to_source(found.span.clone())).collect();
    let titles = spans.into_iter().filter_map(|span| sites::title_of(body, span));
    walker.words(titles.collect());
    walker.flush();
    walker.words(words);
    if constructs.is_mdx {
        let is_program = |range: &&Range<usize>| blocks::kind(&body[(*range).clone()]) == Some(blocks::Kind::Program);
        let programs = code.iter().flatten().filter(is_program);
        document.codes.extend(programs.map(|range| body_start + range.start..body_start + range.end));
        document.codes.sort_by_key(|code| code.start);
    }
    untranslated::apply(document, body_start, code.as_deref().unwrap_or_default());
    marks::apply(document, body_start, code);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    Item,
    Other,
}

/// A block whose inline content is being collected.
struct Open {
    kind: UnitKind,
    span: Range<usize>,
    /// The span is the block's own; inline events need not widen it.
    fixed: bool,
    heading: Option<OpenHeading>,
}

/// A span that any event widens.
#[expect(clippy::reversed_empty_ranges, reason = "the neutral element of widening")]
const NOTHING: Range<usize> = usize::MAX..0;

struct OpenHeading {
    level: u8,
    setext: bool,
    id: Option<Box<str>>,
    text: String,
}

struct Walker<'d, 's, 'o> {
    document: &'d mut Document<'s>,
    /// Where the body starts in the source.
    base: usize,
    /// The body as the parser sees it: blank where it is no text, and without the `|` of constructs.
    shown: &'o str,
    /// Where a text ends and another begins, in order.
    breaks: Vec<usize>,
    options: &'o ParseOptions,
    protected: Vec<String>,
    containers: Vec<Container>,
    open: Option<Open>,
    /// The code block that is being read, if there is text in code.
    code: Option<OpenCode>,
    /// Above zero inside code and tables, whose inline events say nothing new.
    opaque: usize,
    heading_stack: Vec<(u8, u32)>,
}

impl<'s> Walker<'_, 's, '_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(_) if self.code.is_some() => {
                let body = self.body();
                self.code.iter_mut().for_each(|code| code.push(body, range.clone()));
            }
            _ if self.opaque > 0 => {}
            Event::Rule | Event::Html(_) => {}
            Event::TaskListMarker(_) => {}
            _ => self.inline(event, range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                let kind = self.text_kind();
                self.open = Some(Open { kind, span: range, fixed: true, heading: None });
            }
            Tag::Heading { level, id, .. } => {
                self.flush();
                let setext = !self.body()[range.start..].trim_start_matches([' ', '\t']).starts_with('#');
                let heading =
                    OpenHeading { level: *level as u8, setext, id: id.as_deref().map(Box::from), text: String::new() };
                self.open = Some(Open { kind: UnitKind::Heading, span: NOTHING, fixed: false, heading: Some(heading) });
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::Item => self.enter(Container::Item),
            Tag::List(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList => self.enter(Container::Other),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.enter(Container::Item),
            Tag::CodeBlock(_) | Tag::Table(_) | Tag::MetadataBlock(_) => {
                self.flush();
                self.opaque += 1;
                if let Tag::CodeBlock(kind) = tag
                    && self.options.code != CodeText::None
                {
                    self.code = Some(OpenCode::new(if let CodeBlockKind::Fenced(info) = kind { info } else { "" }));
                }
            }
            Tag::TableHead | Tag::TableRow => self.row(range),
            Tag::HtmlBlock => {
                self.flush();
                self.html_block(range);
                self.opaque += 1;
            }
            _ if self.opaque == 0 => self.widen(&range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::DefinitionListTitle => {
                self.terms();
                self.containers.pop();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) => self.flush(),
            TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition => {
                self.flush();
                self.containers.pop();
            }
            TagEnd::CodeBlock => {
                self.opaque -= 1;
                self.end_code();
            }
            TagEnd::Table | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.opaque -= 1,
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {}
            _ if self.opaque == 0 => self.widen(&range),
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.flush();
        self.containers.push(container);
    }

    fn body(&self) -> &'s str {
        &self.document.source[self.base..]
    }

    /// The kind of running text here: that of the innermost quote or list item.
    fn text_kind(&self) -> UnitKind {
        match self.containers.iter().rev().find(|container| **container != Container::Other) {
            Some(Container::Quote) => UnitKind::Quote,
            Some(Container::Item) => UnitKind::ListItem,
            _ => UnitKind::Paragraph,
        }
    }

    fn quote_depth(&self) -> u8 {
        let depth = self.containers.iter().filter(|container| **container == Container::Quote).count();
        u8::try_from(depth).unwrap_or(u8::MAX)
    }

    fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        self.widen(&range);
        let body = self.body();
        let Some(heading) = self.open.as_mut().and_then(|open| open.heading.as_mut()) else { return };
        match event {
            Event::Text(_) if !range.is_empty() => heading.text.push_str(body.get(range).unwrap_or("")),
            Event::Code(_) => heading.text.push_str(body.get(range).unwrap_or("").trim_matches('`').trim()),
            Event::SoftBreak | Event::HardBreak => heading.text.push(' '),
            _ => {}
        }
    }

    /// Lets the open block reach over an inline event; inside a tight list item there may be none yet.
    fn widen(&mut self, range: &Range<usize>) {
        if range.is_empty() {
            return;
        }
        if self.open.is_none() {
            if !self.containers.contains(&Container::Item) {
                return;
            }
            let kind = self.text_kind();
            self.open = Some(Open { kind, span: NOTHING, fixed: false, heading: None });
        }
        // A text event after a backslash escape starts behind the backslash.
        let escaped = range.start > 0 && self.body().as_bytes()[range.start - 1] == b'\\';
        let body = self.body();
        if let Some(open) = self.open.as_mut().filter(|open| !open.fixed) {
            let start = range.start - usize::from(escaped && open.span.start == usize::MAX);
            // The parser ends `[label][]` before its empty brackets.
            let is_collapsed = body[..range.end].ends_with(']') && body[range.end..].starts_with("[]");
            let end = range.end + if is_collapsed { "[]".len() } else { 0 };
            open.span = open.span.start.min(start)..open.span.end.max(end);
        }
    }

    /// Turns the open block into a unit.
    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.span.start >= open.span.end {
            return;
        }
        match open.heading {
            Some(heading) => self.heading(open.span, &heading),
            None => {
                let form = Form::Flow { quote_depth: self.quote_depth() };
                self.text(open.kind, open.span, form);
            }
        }
    }

    /// Adds what is text in a code block.
    fn end_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        let body = self.body();
        if self.options.code == CodeText::All {
            if let Some((span, text)) = code.whole(body) {
                self.push_text(UnitKind::Code, span, text, Form::Code);
            }
            return;
        }
        for comment in code.comments(body) {
            let text = Cow::Owned(comment.text);
            self.push_text(UnitKind::Comment, comment.span, text, Form::Comment(comment.end));
        }
    }

    /// Terms of a definition list: one on each line.
    fn terms(&mut self) {
        let Some(open) = self.open.take().filter(|open| open.span.start < open.span.end) else { return };
        let Some(text) = self.body().get(open.span.clone()) else { return };
        let mut start = open.span.start;
        for line in text.split_inclusive('\n') {
            self.text(open.kind, start..start + line.len(), Form::Line);
            start += line.len();
        }
    }

    fn heading(&mut self, span: Range<usize>, heading: &OpenHeading) {
        let Some(span) = self.trimmed(span) else { return };
        while self.heading_stack.last().is_some_and(|(level, _)| *level >= heading.level) {
            self.heading_stack.pop();
        }
        let index = self.document.headings.len() as u32;
        self.document.headings.push(Heading {
            level: heading.level,
            slug: slug::slug_of(&heading.text, self.document.constructs.flavor),
            id: heading.id.clone().or_else(|| self.marked_id(&span)),
            anchor_at: self.base + span.start,
            text: heading.text.trim().to_owned(),
            parent: self.heading_stack.last().map(|(_, parent)| *parent),
        });
        let form = if heading.setext { Form::Flow { quote_depth: self.quote_depth() } } else { Form::Line };
        let text = &self.body()[span.clone()];
        let anchors = leading_anchors(text);
        self.text(UnitKind::Heading, span.start + anchors..span.end, form);
        self.heading_stack.push((heading.level, index));
    }

    /// The tag in `[<img alt="…">](page.md)`: a link of nothing but a tag with words for readers.
    fn described_tag(&self, raw: &str) -> Option<Range<usize>> {
        let inner = raw.strip_prefix('[').filter(|inner| inner.starts_with('<'))?;
        let len = tag_len(inner).filter(|_| self.document.constructs.flavor != Flavor::Docfx)?;
        let target = inner[len..].strip_prefix("](")?.strip_suffix(')')?;
        let is_all = !target.contains(['(', ')', '<', '"', '\n']);
        let is_described = || {
            let pieces = html::scan(&inner[..len], &self.options.html_attributes, true);
            pieces.iter().any(|piece| matches!(piece, Piece::Attribute { .. }))
        };
        (is_all && is_described()).then_some(1..1 + len)
    }

    /// The id of a heading `Text %{#id}%`, as VitePress reads it where a site keeps braces for Vue.
    fn marked_id(&self, heading: &Range<usize>) -> Option<Box<str>> {
        let text = self.body()[heading.clone()].trim_end().strip_suffix("}%");
        let (_, attributes) =
            text.filter(|_| self.document.constructs.flavor == Flavor::Vitepress)?.rsplit_once("%{")?;
        attributes.split_whitespace().find_map(|word| word.strip_prefix('#')).map(Box::from)
    }

    /// Adds a unit for Markdown text, unless nothing in it is text.
    fn text(&mut self, kind: UnitKind, span: Range<usize>, form: Form) -> Option<u32> {
        let mut span = self.trimmed(span)?;
        let next = self.breaks.partition_point(|at| *at <= span.start);
        if let Some(at) = self.breaks.get(next).copied().filter(|at| *at < span.end) {
            self.text(kind, span.start..at, form);
            return self.text(kind, at..span.end, form);
        }
        let mut raw = &self.body()[span.clone()];
        if kind == UnitKind::Quote {
            let marker = directive::alert_marker_len(raw);
            span.start += marker;
            raw = &raw[marker..];
        }
        // MDN: `- term` with `  - : definition` below it.
        if kind == UnitKind::ListItem && self.document.constructs.flavor == Flavor::Mdn && raw.starts_with(": ") {
            span.start += 2;
            return self.text(kind, span, form);
        }
        if raw.is_empty() || directive::is_directive(raw) {
            return None;
        }
        let is_flow = matches!(form, Form::Flow { quote_depth: 0 });
        let flavor = self.document.constructs.flavor;
        if is_flow && sites::tables::is_table(flavor, raw) {
            self.rows(span);
            return None;
        }
        if let Some(table) = sites::tables::below_text(flavor, raw).filter(|_| is_flow) {
            self.text(kind, span.start..span.start + table, form);
            return self.text(kind, span.start + table..span.end, form);
        }
        if raw.len() > LONGEST_CODE {
            return Some(self.push(kind, span, form));
        }
        let is_component = self.document.constructs.flavor == Flavor::Vitepress && is_component(raw);
        if is_component || raw.starts_with('<') && !raw.contains('`') && visible_text(raw).trim().is_empty() {
            self.html(span, kind, 0);
            return None;
        }
        if let Some(tag) = self.described_tag(raw) {
            self.html(span.start + tag.start..span.start + tag.end, kind, 0);
            return None;
        }
        Some(self.push(kind, span, form))
    }

    fn push(&mut self, kind: UnitKind, span: Range<usize>, form: Form) -> u32 {
        let raw = &self.body()[span.clone()];
        let text = match form {
            Form::Flow { quote_depth } | Form::Html { quote_depth } => lines::flatten(raw, quote_depth),
            _ => Cow::Borrowed(raw),
        };
        self.push_text(kind, span, text, form)
    }

    fn push_text(&mut self, kind: UnitKind, span: Range<usize>, text: Cow<'s, str>, form: Form) -> u32 {
        // While a heading is added the top of the stack is still its parent.
        let heading = self.heading_stack.last().map(|(_, index)| *index);
        self.document.units.push(Unit {
            kind,
            span: self.base + span.start..self.base + span.end,
            line: 0,
            translatable: text.len() <= super::longest(kind) && self.is_translatable(&text),
            text,
            heading,
            row: None,
            column: 0,
            label: None,
            note: None,
            form,
        });
        self.document.units.len() as u32 - 1
    }

    /// Whether there is anything to translate, besides constructs.
    fn is_translatable(&self, text: &str) -> bool {
        match self.document.constructs.flavor {
            Flavor::Docfx => needs_translator(text, &self.protected, Reading::Docfx),
            _ if is_variable(text) => false,
            _ => needs_translator(&self.document.constructs.blanked(text), &self.protected, Reading::Site),
        }
    }

    /// Adds what readers see in lines that are otherwise no text; the headings above them are known by now.
    fn words(&mut self, words: Vec<Words>) {
        for words in words {
            let start = self.base + words.range.start;
            let heading = self.document.headings.partition_point(|heading| heading.anchor_at <= start);
            let implied = matches!(words.escape, Escape::Implied(_));
            let opener = implied.then(|| sites::implied_title(&self.body()[..words.range.start]));
            let form = Form::Words(words.escape);
            let index = match opener {
                Some(title) => self.push_text(UnitKind::Attribute, words.range, Cow::Owned(title), form),
                None => self.push(UnitKind::Attribute, words.range, form),
            };
            let unit = &mut self.document.units[index as usize];
            // Most generators have these titles in all languages: a locale may have its own, and lacks nothing without.
            unit.translatable &= !implied;
            unit.heading = heading.checked_sub(1).map(|index| index as u32);
            unit.label = Some(words.label);
        }
    }

    fn row(&mut self, range: Range<usize>) {
        let Some(row) = self.shown.get(range.clone()) else { return };
        let mut first = None;
        for (column, cell) in table::cells(row).into_iter().enumerate() {
            let span = range.start + cell.start..range.start + cell.end;
            let Some(index) = self.text(UnitKind::Cell, span, Form::Cell) else { continue };
            if column == 0 {
                first = Some(index);
            }
            let unit = &mut self.document.units[index as usize];
            unit.row = first;
            unit.column = u16::try_from(column).unwrap_or(u16::MAX);
        }
    }

    /// Rows of a table that is a paragraph for the parser.
    fn rows(&mut self, span: Range<usize>) {
        let mut start = span.start;
        for line in self.body()[span].split_inclusive('\n') {
            self.row(start..start + line.len());
            start += line.len();
        }
    }

    fn html_block(&mut self, range: Range<usize>) {
        let depth = self.quote_depth();
        // The parser may count the margin of a line that is blank for it, but not in the source.
        let Some(shown) = self.shown.get(range.clone()) else { return };
        self.html(range.start..range.start + shown.trim_end().len(), UnitKind::Html, depth);
    }

    fn html(&mut self, range: Range<usize>, kind: UnitKind, quote_depth: u8) {
        let framed = self.document.constructs.flavor != Flavor::Docfx;
        // What stands between texts is a tag in what the parser is shown; those of MDX are letters there.
        let is_shown = framed && !self.document.constructs.is_mdx;
        let Some(block) = (if is_shown { self.shown } else { self.body() }).get(range.clone()) else { return };
        let unquoted =
            if quote_depth == 0 { Cow::Borrowed(block) } else { Cow::Owned(without_quote_marks(block, quote_depth)) };
        for piece in html::scan(&unquoted, &self.options.html_attributes, framed) {
            let is_kept = matches!(piece, Piece::Kept(_));
            match piece {
                Piece::Text(text) | Piece::Kept(text) => {
                    let span = range.start + text.start..range.start + text.end;
                    let form = if kind == UnitKind::Html { Form::Html { quote_depth } } else { Form::Line };
                    let index = self.push(UnitKind::Html, span, form);
                    self.document.units[index as usize].translatable &= !is_kept;
                }
                Piece::Attribute { value, quote, name } => {
                    let Some(span) = self.trimmed(range.start + value.start..range.start + value.end) else { continue };
                    let index = self.push(
                        UnitKind::Attribute,
                        span,
                        Form::Attribute { quote, in_cell: kind == UnitKind::Cell },
                    );
                    self.document.units[index as usize].label = Some(name);
                }
            }
        }
    }

    /// A span without outer white space; `None` if nothing is left.
    fn trimmed(&self, span: Range<usize>) -> Option<Range<usize>> {
        let raw = self.shown.get(span.clone())?;
        let start = span.start + (raw.len() - raw.trim_start().len());
        let len = raw.trim().len();
        (len > 0).then_some(start..start + len)
    }
}

/// `{attempt}`, and nothing else.
fn is_variable(text: &str) -> bool {
    let name = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    name.is_some_and(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')))
}

/// `<Name …>…</Name>`: a component of Vue with all that it holds.
fn is_component(raw: &str) -> bool {
    let Some(name) = raw.strip_prefix('<').filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())) else {
        return false;
    };
    let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let close = format!("</{name}>");
    raw.ends_with(&close) && raw.matches(&close).count() == 1
}

/// Length of `<a name="x"></a>` anchors (also `id`) that a heading starts with.
fn leading_anchors(text: &str) -> usize {
    let mut at = 0;
    while text[at..].starts_with("<a ") {
        match html::leading_empty(&text[at..]) {
            Some(len) => at += len + (text[at + len..].len() - text[at + len..].trim_start().len()),
            None => break,
        }
    }
    at
}

/// A copy of equal length in which the quote marks of continuation lines are spaces.
fn without_quote_marks(block: &str, quote_depth: u8) -> String {
    let mut out = String::with_capacity(block.len());
    for (index, line) in block.split_inclusive('\n').enumerate() {
        let mut marks = if index == 0 { 0 } else { quote_depth };
        let mut prefix = true;
        for c in line.chars() {
            let mark = prefix && marks > 0 && c == '>';
            marks -= u8::from(mark);
            prefix &= mark || c == ' ' || c == '\t';
            out.push(if mark { ' ' } else { c });
        }
    }
    out
}

/// Sorts units by place, drops any that overlaps its predecessor, and keeps row indices right.
pub fn sort_units(units: &mut Vec<Unit<'_>>) {
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|index| units[*index].span.start);
    let mut new_index = vec![None; units.len()];
    let mut kept = Vec::with_capacity(units.len());
    let mut end = 0;
    for index in order {
        if units[index].span.start >= end {
            end = units[index].span.end;
            new_index[index] = Some(kept.len() as u32);
            kept.push(units[index].clone());
        }
    }
    for unit in &mut kept {
        unit.row = unit.row.and_then(|row| new_index[row as usize]);
    }
    *units = kept;
}
