//! Goes through a body line by line and notes what is no text.

mod fences;
mod margins;
mod runs;

use std::borrow::Cow;
use std::ops::Range;

use super::containers::Container;
use super::lines::{Fence, Lines, indent, lines, prefix_len, quote_len};
use super::{Escape, Words, admonitions, asides, components, declared, elements, mdx, myst, shortcodes, tables};
use margins::Margin;
use runs::Begun;
use rustc_hash::FxHashSet;

use crate::text::constructs::Constructs;
use crate::text::constructs::arguments::{self, Argument};
use crate::text::constructs::rule::{Meaning, Rule};
use crate::text::flavor::Flavor;
use crate::text::limits::DEEPEST_MARKUP;

/// What of a body is no text.
#[derive(Debug)]
pub struct Layout<'b> {
    /// The body, of equal length, with blanks for what is no text and letters for constructs among words.
    pub masked: Cow<'b, str>,
    /// Blanks that the parser must not see, in order: margins of containers.
    pub cuts: Vec<Range<usize>>,
    pub words: Vec<Words>,
    /// Fenced code, and what is taken for code.
    pub code: Vec<Range<usize>>,
    /// Where a text ends and another begins although our parser reads one, in order.
    pub breaks: Vec<usize>,
    /// What the author may want to know, with its place.
    pub warnings: Vec<(usize, String)>,
}

/// The layout of a body.
pub fn layout<'b>(body: &'b str, constructs: &Constructs) -> Layout<'b> {
    let mut scan = Scan {
        body,
        constructs,
        masked: body.as_bytes().to_vec(),
        cuts: Vec::new(),
        words: Vec::new(),
        code: Vec::new(),
        margins: Vec::new(),
        breaks: Vec::new(),
        has_components: false,
        is_myst: constructs.flavor == Flavor::Gfm && myst::is_myst(body),
        tags: Vec::new(),
        fence: None,
        fence_removed: 0,
        column: 0,
        in_list: false,
        is_below_blank: true,
        until: None,
        items: Vec::new(),
        element: None,
        directives: Vec::new(),
        containers: Vec::new(),
        run: Vec::new(),
        begun: Vec::new(),
        unclosed: FxHashSet::default(),
        lines: Lines::of(body),
        html: Vec::new(),
    };
    let mut hidden_to = 0;
    for line in lines(body) {
        // A line that something above reaches over.
        if line.start < hidden_to {
            continue;
        }
        hidden_to = scan.line(line);
    }
    scan.close_run();
    scan.close_fence(body.len());
    let warnings = scan.unended();
    shortcodes::hide(&mut scan);
    let masked = text_of(scan.masked);
    scan.words.sort_by_key(|words| words.range.start);
    scan.cuts.sort_by_key(|cut| cut.start);
    let masked = if masked == body { Cow::Borrowed(body) } else { Cow::Owned(masked) };
    Layout { masked, cuts: scan.cuts, words: scan.words, code: scan.code, breaks: scan.breaks, warnings }
}

/// A masked copy as text.
pub(super) fn text_of(masked: Vec<u8>) -> String {
    // Only whole characters were replaced, so the bytes are still UTF-8.
    String::from_utf8(masked).expect("masking keeps UTF-8")
}

/// A component that is open.
#[derive(Debug)]
pub(super) struct OpenTag {
    pub name: String,
    /// The column that what it holds is moved to, and the one that it begins at.
    pub target: usize,
    pub column: usize,
    /// Where what it holds goes if some of it stands further to the left than its target.
    pub outer: usize,
}

pub(super) struct Scan<'b, 'c> {
    pub body: &'b str,
    pub constructs: &'c Constructs,
    pub masked: Vec<u8>,
    pub words: Vec<Words>,
    /// Fenced code, and what is taken for code.
    pub code: Vec<Range<usize>>,
    pub cuts: Vec<Range<usize>>,
    margins: Vec<Margin>,
    /// Where a text ends and another begins although our parser reads one.
    pub breaks: Vec<usize>,
    pub tags: Vec<OpenTag>,
    fence: Option<(Fence, usize)>,
    /// Columns that the lines of the open fence lose.
    fence_removed: usize,
    /// The column of the last line of text, behind its list marker.
    column: usize,
    /// The columns of the texts of the items that are open, in MDX.
    pub items: Vec<usize>,
    /// Whether the last line of text was in a list, and whether the last line was empty.
    in_list: bool,
    is_below_blank: bool,
    /// Where a declared block begins, and what ends it.
    pub until: Option<(usize, regex::Regex)>,
    /// The element of HTML that the line is in.
    pub element: Option<elements::Element>,
    /// Whether a component of Nuxt Content was opened above.
    pub has_components: bool,
    /// Whether the page has directives of MyST.
    pub is_myst: bool,
    /// Directives `:::name` that are open: how many colons they have, and their columns.
    pub directives: Vec<(usize, usize)>,
    /// What is open around the line, with Markdown in it.
    pub containers: Vec<Container>,
    /// Lines since the last one that was hidden, and whether each counts for how far they stand to the right: code does not.
    run: Vec<(Range<usize>, bool)>,
    /// Lines of the run that begin a text.
    begun: Vec<Begun>,
    /// What opens something that nothing closes from here on, so that nothing is looked for twice.
    pub unclosed: FxHashSet<String>,
    /// Where the lines of the body start.
    pub lines: Lines,
    /// Blocks of HTML, once all lines are known.
    pub html: Vec<Range<usize>>,
}

impl Scan<'_, '_> {
    /// Where a mark stands next, from a place on.
    pub fn next(&mut self, mark: &str, from: usize) -> Option<usize> {
        if self.unclosed.contains(mark) {
            return None;
        }
        let found = memchr::memmem::find(&self.body.as_bytes()[from..], mark.as_bytes()).map(|at| from + at);
        if found.is_none() {
            self.unclosed.insert(mark.to_owned());
        }
        found
    }

    /// Whether components of the page have values that others may name: `<Tab value="ebb">`.
    pub fn has_values(&mut self) -> bool {
        self.next("value=", 0).is_some()
    }

    /// The innermost open component of a name.
    pub fn open_tag(&self, name: &str) -> Option<usize> {
        let from = self.tags.len().saturating_sub(DEEPEST_MARKUP);
        self.tags[from..].iter().rposition(|tag| tag.name == name).map(|at| from + at)
    }

    pub fn flavor(&self) -> Flavor {
        self.constructs.flavor
    }

    /// Makes a range blank. Only whole characters are hidden, and line ends stay.
    pub fn hide(&mut self, range: Range<usize>) {
        for byte in &mut self.masked[range] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }

    /// Looks at a line; returns to where the body was looked at.
    fn line(&mut self, line: Range<usize>) -> usize {
        let text = &self.body[line.clone()];
        let quote = quote_len(text);
        let is_blank = text[quote..].trim().is_empty();
        self.cut_margin(&line, quote, is_blank);
        let content = line.start + prefix_len(text)..line.end;
        if self.until.is_some() {
            self.goes_on(line.clone());
            return line.end;
        }
        // With its marker for an item, so that a fence below it may stand at the text.
        let column = indent(&text[quote..]).max(content.start - line.start - quote);
        let edge = match self.closes_container(&line, &content, column) {
            true => Some(line.end),
            false => self.opens_container(&line, &content, column),
        };
        if let Some(end) = edge {
            self.hide(content.clone());
            self.close_run();
            return end;
        }
        self.follow_directives(&line, &content, column);
        if self.is_code(&content, column) {
            let opens = self.fence.is_some_and(|(_, start)| start == content.start);
            self.move_fence(&line, opens);
            self.run.push((line.clone(), opens));
            return line.end;
        }
        if !is_blank {
            self.column = indent(text).max(content.start - line.start);
        }
        let end = if is_blank { None } else { self.special(&line, content.clone()) };
        match end {
            Some(end) => {
                self.keep_item(&line, &content);
                self.close_run();
                end
            }
            None => {
                let begins = self.run.last().is_none_or(|(above, _)| self.body[above.clone()].trim().is_empty());
                let is_plain = quote == 0 && content.start - line.start == text.len() - text.trim_start().len();
                if self.constructs.is_mdx && begins && !is_blank && is_plain {
                    let lost = self.margins.last().map_or(0, |margin| margin.removed);
                    let item = self.items.last().copied().unwrap_or(0);
                    self.begun.push(Begun {
                        line: line.clone(),
                        item,
                        lost,
                        is_in_directive: !self.directives.is_empty(),
                    });
                }
                self.run.push((line.clone(), !is_blank));
                line.end
            }
        }
    }

    /// An item whose line holds no text begins none below a text, to our parser, and holds nothing that stands below further lines
    /// without text: one with an empty heading does.
    fn keep_item(&mut self, line: &Range<usize>, content: &Range<usize>) {
        let is_hidden = !content.is_empty() && self.masked[content.clone()].iter().all(u8::is_ascii_whitespace);
        let begins_item = self.body[line.start..content.start].contains(|c| !matches!(c, ' ' | '\t' | '>'));
        let above = line.start.checked_sub(1).map_or(&[][..], |end| &self.masked[self.lines.start(end)..end]);
        let is_below_text = || above.iter().any(|byte| !byte.is_ascii_whitespace());
        if is_hidden && begins_item && (self.constructs.is_mdx || is_below_text()) {
            self.masked[content.start] = b'#';
        }
    }

    /// Takes the values of arguments in a range for words: of those that are `wanted`, with their values.
    pub fn arguments(
        &mut self,
        range: Range<usize>,
        escape: fn(u8) -> Escape,
        wanted: impl Fn(&Argument<'_>, &str) -> bool,
    ) {
        let text = &self.body[range.clone()];
        let is_text = |argument: &Argument<'_>| {
            let value = &text[argument.value.clone()];
            // What would be written in another way than its author did is left alone.
            let stays = || escape(argument.quote).write(value) == value;
            value.contains(char::is_alphabetic) && wanted(argument, value) && stays()
        };
        let found = arguments::arguments(text).into_iter().filter(is_text);
        self.words.extend(found.map(|argument| Words {
            range: range.start + argument.value.start..range.start + argument.value.end,
            escape: escape(argument.quote),
            label: argument.name.into(),
        }));
    }

    /// Words in attributes `{title="…"}`.
    pub fn attributes(&mut self, range: Range<usize>) {
        self.arguments(range, Escape::Entity, |argument, value| arguments::is_worded(argument.name, value));
    }

    /// A line that is not text as a whole; returns to where that reaches.
    fn special(&mut self, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
        if let Some(end) = self.declared(line) {
            return Some(end);
        }
        if let Some(end) = self.long_comment(line, &content) {
            return Some(end);
        }
        if let Some(end) = elements::program(self, &content) {
            return Some(end);
        }
        if let Some(end) = self.open_comment(line, &content) {
            return Some(end);
        }
        self.escaped_braces(&content);
        tables::delimiters(self, &content);
        tables::lone_bar(self, line);
        tables::bars_in_code(self, line);
        if let Some(end) = shortcodes::block_of_code(self, content.start) {
            return Some(end);
        }
        if self.flavor() == Flavor::Gfm
            && let Some(end) = shortcodes::bracketed_code(self, &content)
        {
            return Some(end);
        }
        if let Some(end) = elements::component(self, line, &content) {
            return Some(end);
        }
        asides::line(self, line, &content);
        if let Some(end) = myst::line(self, &content) {
            return Some(end);
        }
        if let Some(end) = components::line(self, &content) {
            return Some(end);
        }
        let of_mdx = if self.constructs.is_mdx { mdx::line(self, line, content.clone()) } else { None };
        of_mdx.or_else(|| admonitions::line(self, line, content))
    }

    /// A comment over several lines: nothing in it opens anything, not even code. Where it is a text, or part of one, our parser
    /// sees to that.
    fn long_comment(&mut self, line: &Range<usize>, content: &Range<usize>) -> Option<usize> {
        let is_open = self.body[content.clone()].starts_with("<!--") && !self.constructs.is_mdx;
        if !is_open || self.body[line.start..content.start].contains('>') || self.is_far_right(line) {
            return None;
        }
        let close = self.next("-->", content.start + "<!".len())?;
        (close > content.end).then(|| self.lines.end(close))
    }

    /// A comment that nothing closes goes to the end of the page.
    fn open_comment(&mut self, line: &Range<usize>, content: &Range<usize>) -> Option<usize> {
        let begins = self.body[content.clone()].starts_with("<!--") && content.start - line.start < 4;
        if !begins || !self.body[line.start..content.start].trim().is_empty() || self.constructs.is_mdx {
            return None;
        }
        if self.next("-->", content.start).is_some() {
            return None;
        }
        self.hide(content.start..self.body.len());
        Some(self.body.len())
    }

    /// `# Fields \{ of a pier }`: to our parser the end of a heading would be its attributes.
    fn escaped_braces(&mut self, content: &Range<usize>) {
        let text = self.body[content.clone()].trim_end();
        let open = text.rfind('{').filter(|_| text.starts_with('#') && text.ends_with('}'));
        let is_escaped = |at: usize| text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        if open.is_some_and(is_escaped) {
            self.masked[content.start + text.len() - 1] = b'x';
        }
    }

    /// What the configuration declares for whole lines.
    fn declared(&mut self, line: &Range<usize>) -> Option<usize> {
        let text = &self.body[line.clone()];
        let is_found =
            |rule: &&Rule| matches!(rule.meaning, Meaning::Line | Meaning::Block) && rule.pattern.is_match(text);
        let rule = self.constructs.rules.iter().find(is_found)?;
        self.declared_words(line, rule);
        self.until = rule.until.clone().map(|until| (line.start, until));
        self.hide(line.clone());
        Some(line.end)
    }

    /// Words in a line that a rule of the project declares.
    pub fn declared_words(&mut self, line: &Range<usize>, rule: &Rule) {
        let found = declared::words(rule, line, &self.body[line.clone()]);
        self.words.extend(found);
    }

    /// A line of a declared block.
    fn goes_on(&mut self, line: Range<usize>) {
        let ends = self.until.as_ref().is_some_and(|(_, until)| until.is_match(&self.body[line.clone()]));
        if ends {
            self.until = None;
        }
        self.code.push(line.clone());
        self.hide(line);
    }
}
