//! Goes through a body line by line and notes what is no text.

use std::borrow::Cow;
use std::ops::Range;

use super::containers::Container;
use super::lines::{Fence, Lines, blank_len, indent, is_sentence, lines, prefix_len, quote_len};
use super::{Escape, Words, admonitions, asides, components, declared, elements, mdx, myst, shortcodes, tables};
use rustc_hash::FxHashSet;

use crate::text::constructs::arguments::{self, Argument};
use crate::text::constructs::rule::{Meaning, Rule};
use crate::text::constructs::{Constructs, shortcode_len};
use crate::text::flavor::Flavor;
use crate::text::limits::DEEPEST_MARKUP;
use crate::text::markup::tag_len;

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

/// A container whose body is indented.
#[derive(Debug)]
struct Margin {
    /// The column that its body starts at.
    column: usize,
    /// Columns that the lines of its body lose.
    removed: usize,
    /// Bytes of quote marks before it: a line without them is outside.
    quote: usize,
    /// Whether what it stands in is in a list: so it is again behind it.
    in_list: bool,
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
    /// Lines of the run that begin a text, with the column of the item that they are in, and the columns that they have lost.
    begun: Vec<(Range<usize>, usize, usize)>,
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
                    self.begun.push((line.clone(), self.items.last().copied().unwrap_or(0), lost));
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

    /// Leaves what a line is outside of, and cuts off the margin of what it is in.
    fn cut_margin(&mut self, line: &Range<usize>, quote: usize, is_blank: bool) {
        let text = &self.body[line.clone()];
        let inner = &text[quote..];
        let before = self.margins.len();
        // What is in a fence of MDX may stand further to the left than the fence.
        if !(is_blank || self.constructs.is_mdx && self.is_in_fence()) {
            self.leave_margins(indent(inner), quote);
        }
        let ends_list = self.fence.is_none() && self.follow_list(text, quote);
        if !is_blank {
            // Nothing goes on where a container ends, with an empty line between or without.
            let above = self.body[..line.start].lines().next_back().unwrap_or_default();
            if self.margins.len() < before && !above.trim().is_empty() || self.is_html_outside(above, text) {
                self.breaks.push(line.start);
            }
            elements::follow(self, line);
        }
        if !is_blank && self.constructs.is_mdx {
            mdx::move_to_holder(self, line, quote);
        }
        if !is_blank && quote == 0 && self.flavor() == Flavor::Hugo && !self.in_list && self.fence.is_none() {
            shortcodes::move_words(self, line);
        }
        let (column, removed) = self.margins.last().map_or((0, 0), |margin| (margin.column, margin.removed));
        // To Python-Markdown less than four columns are none.
        let less = if ends_list && self.flavor() == Flavor::Mkdocs { indent(inner).saturating_sub(column) } else { 0 };
        if removed + less > 0 {
            let start = line.start + quote;
            self.cuts.push(start..start + blank_len(inner, removed + less));
        }
    }

    /// GitHub and remark: a tag alone on a line is no more of the text in a quotation or item above it, unlike for our parser.
    fn is_html_outside(&self, above: &str, text: &str) -> bool {
        let content = text.trim();
        matches!(self.flavor(), Flavor::Gfm | Flavor::Mdn)
            && content.starts_with('<')
            && !self.constructs.is_mdx
            && self.fence.is_none()
            && prefix_len(above) > prefix_len(text)
            && !above[prefix_len(above)..].trim().is_empty()
            && tag_len(content) == Some(content.len())
    }

    /// Notes whether a line is in a list, or below one that four columns more are a part of; says whether it ends one.
    fn follow_list(&mut self, text: &str, quote: usize) -> bool {
        let was_in_list = self.in_list;
        let inner = &text[quote..];
        let is_blank = inner.trim().is_empty();
        let margin = self.margins.last().map_or(0, |margin| margin.column);
        if !is_blank && indent(inner) < margin + 4 {
            let has_marker = prefix_len(inner) > inner.len() - inner.trim_start().len();
            self.in_list = has_marker || self.in_list && !self.is_below_blank;
        }
        self.is_below_blank = is_blank;
        was_in_list && !self.in_list
    }

    /// Python-Markdown: what stands four columns to the right, and in no list, is code with its fence.
    fn is_indented(&self, indent: usize) -> bool {
        let margin = self.margins.last().map_or(0, |margin| margin.column);
        self.flavor() == Flavor::Mkdocs && !self.in_list && indent >= margin + 4
    }

    /// MDX has no indented code: a fence may stand as far to the right as it likes. For our parser it is moved to the text above.
    fn move_fence(&mut self, line: &Range<usize>, opens: bool) {
        let text = &self.body[line.clone()];
        if opens {
            let removed = indent(text).saturating_sub(self.column);
            self.fence_removed = if self.constructs.is_mdx && removed > 3 { removed } else { 0 };
        }
        self.cuts.push(line.start..line.start + blank_len(text, self.fence_removed));
    }

    /// A line with less indentation ends containers.
    fn leave_margins(&mut self, indent: usize, quote: usize) {
        while self.margins.last().is_some_and(|margin| indent < margin.column || quote + 1 < margin.quote) {
            if let Some(margin) = self.margins.pop() {
                self.in_list = margin.in_list;
            }
            self.drop_fence();
        }
    }

    /// What no fence closes before its container ends is text there, and our parser must see no fence.
    pub fn drop_fence(&mut self) {
        if let Some((_, start)) = self.fence.take() {
            let line_end = start + self.body[start..].find('\n').unwrap_or(self.body.len() - start);
            self.hide(start..line_end);
        }
    }

    pub fn is_in_fence(&self) -> bool {
        self.fence.is_some()
    }

    /// The column that the innermost container's body starts at.
    pub fn margin(&self) -> usize {
        self.margins.last().map_or(0, |margin| margin.column)
    }

    /// Takes lines that stand at a column, and those below them, for ones that stand further to the left.
    pub fn move_left(&mut self, column: usize, by: usize) {
        let removed = self.margins.last().map_or(0, |margin| margin.removed) + by;
        self.margins.push(Margin { column, removed, quote: 0, in_list: self.in_list });
    }

    /// Opens a container whose body stands four columns to the right, of its line or of the definition that it is.
    pub fn open_margin(&mut self, line: &Range<usize>, start: usize) {
        let text = &self.body[line.clone()];
        let is_definition = text.trim_start().starts_with(':');
        let own = if is_definition { start - line.start } else { indent(&text[quote_len(text)..]) };
        let column = own + 4;
        let removed = self.margins.last().map_or(0, |margin| margin.removed) + 4;
        let in_list = std::mem::take(&mut self.in_list);
        self.margins.push(Margin { column, removed, quote: quote_len(text), in_list });
    }

    fn is_code(&mut self, content: &Range<usize>, indent: usize) -> bool {
        let fence = self.liquid_apart(content, indent);
        let text = &self.body[fence.clone()];
        match self.fence {
            Some((open, _)) if open.is_closed_by(text, self.column_of_end(open, indent)) => {
                self.show_end(&fence, indent - self.column_of_end(open, indent));
                self.close_fence(content.end);
                true
            }
            Some(_) => true,
            None if self.is_indented(indent) => false,
            // "```</code>" ends code in HTML that shows marks of fences: it opens none.
            None if text.trim_start_matches(['`', '~']).starts_with("</") => {
                let marks = text.bytes().take_while(|byte| matches!(byte, b'`' | b'~')).count();
                self.masked[fence.start..fence.start + marks].fill(b'x');
                false
            }
            None => {
                self.fence = Fence::open(text, indent).map(|open| (open, content.start));
                if self.fence.is_some() {
                    self.info(&fence);
                }
                self.fence.is_some()
            }
        }
    }

    /// The column at which a line may end a fence: in MDX it may stand as far to the right as it likes.
    fn column_of_end(&self, open: Fence, indent: usize) -> usize {
        if self.constructs.is_mdx { indent.min(open.indent) } else { indent }
    }

    /// Shows our parser the end of a fence so many columns further to the left.
    fn show_end(&mut self, fence: &Range<usize>, columns: usize) {
        let Some(start) = fence.start.checked_sub(columns).filter(|start| *start < fence.start) else { return };
        if self.body.as_bytes()[start..fence.start].iter().all(|byte| *byte == b' ') {
            self.masked.copy_within(fence.clone(), start);
            self.masked[start + fence.len()..fence.end].fill(b' ');
        }
    }

    /// What of a line is a fence beside the tags of Liquid that stand at it, of which the page has nothing: `{% raw %}` before one
    /// that opens code, `{% endraw %}` at one that closes it. For our parser they are taken away.
    fn liquid_apart(&mut self, content: &Range<usize>, indent: usize) -> Range<usize> {
        let text = &self.body[content.clone()];
        if self.flavor() != Flavor::Jekyll || !text.contains("{%") {
            return content.clone();
        }
        let mut start = 0;
        while let Some(len) = Some(&text[start..]).filter(|rest| rest.starts_with("{%")).and_then(shortcode_len) {
            start += len;
        }
        let end = match self.fence {
            Some(_) => text[start..].find("{%").map_or(text.len(), |at| start + at),
            None => text.len(),
        };
        let inner = &text[start..end];
        let behind = &text[end..];
        let is_fence = match self.fence {
            Some((fence, _)) => {
                fence.is_closed_by(inner, indent) && (behind.is_empty() || behind.trim_end().ends_with("%}"))
            }
            None => Fence::open(inner, indent).is_some(),
        };
        if !is_fence {
            return content.clone();
        }
        let tags = [content.start..content.start + start, content.start + end..content.end];
        tags.iter().for_each(|tags| self.hide(tags.clone()));
        let [before, _] = tags;
        self.cuts.push(before);
        content.start + start..content.start + end
    }

    /// A line of nothing but colons closes a directive, and with it a fence in it that nothing has closed. Our parser sees no
    /// fence then. What stands further to the left than a directive is outside.
    fn follow_directives(&mut self, line: &Range<usize>, content: &Range<usize>, column: usize) {
        let text = self.body[content.clone()].trim_end();
        match self.fence {
            None if !text.is_empty() => self.directives.retain(|(_, opened)| *opened <= column),
            Some((_, start)) if text.len() >= 3 && text.bytes().all(|byte| byte == b':') => {
                let closed = self.directives.iter().position(|(colons, _)| *colons <= text.len());
                let Some(closed) = closed else { return };
                self.directives.truncate(closed);
                self.fence = None;
                self.code.push(start..line.start);
                self.hide(start..line.start);
            }
            _ => {}
        }
    }

    /// Words in what stands behind a fence: ```` ```js title="How it works" ````.
    fn info(&mut self, content: &Range<usize>) {
        if self.flavor() == Flavor::Vitepress {
            admonitions::label_behind(self, content);
        }
        let marks = self.body[content.clone()].bytes().take_while(|b| matches!(b, b'`' | b'~')).count();
        self.arguments(content.start + marks..content.end, Escape::Other, |argument, value| {
            // `ansi:title`: some generators parse it without the language.
            let name = argument.name.rsplit(':').next().unwrap_or(argument.name);
            matches!(name, "title" | "caption" | "tab") && argument.quote != b'`' && arguments::is_words(value)
        });
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

    fn close_fence(&mut self, end: usize) {
        if let Some((_, start)) = self.fence.take() {
            self.code.push(start..end);
        }
    }

    /// A line that is not text as a whole; returns to where that reaches.
    fn special(&mut self, line: &Range<usize>, content: Range<usize>) -> Option<usize> {
        if let Some(end) = self.declared(line) {
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

    /// Takes a line of text into the run, and ends it.
    pub fn end_run_with(&mut self, line: &Range<usize>) {
        self.run.push((line.clone(), true));
        self.close_run();
    }

    /// Moves texts that would be code, where the lines around them lose so many columns, to what holds them.
    fn move_begun(&mut self, begun: Vec<(Range<usize>, usize, usize)>, target: usize, removed: usize) {
        for (line, item, lost) in begun {
            let text = &self.body[line.clone()];
            let removed = removed.max(lost);
            let holder = item.saturating_sub(removed).max(target.saturating_sub(lost));
            if indent(text).saturating_sub(removed) >= holder + 4 {
                self.cuts.push(line.start..line.start + blank_len(text, indent(text) - holder));
            }
        }
    }

    /// Moves the lines of a run to the left as one, down to the column of the component that holds them.
    pub fn close_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let begun = std::mem::take(&mut self.begun);
        let Some((target, outer)) = self.tags.last().map(|tag| (tag.target, tag.outer)) else {
            // MDX has no indented code: see `mdx::move_to_holder`.
            let is_old = self.flavor() == Flavor::Docusaurus;
            let begun = begun.into_iter().filter(|(line, ..)| !is_old || is_sentence(&self.body[line.clone()]));
            let begun = begun.collect();
            self.move_begun(begun, 0, 0);
            return;
        };
        let column = |line: &Range<usize>| indent(&self.body[line.clone()]);
        let is_text = |line: &&Range<usize>| !self.body[(*line).clone()].trim().is_empty();
        let least = |lines: &mut dyn Iterator<Item = &Range<usize>>| lines.map(column).min().unwrap_or(0);
        let is_outside = least(&mut run.iter().map(|(line, _)| line).filter(is_text)) < target;
        let target = if is_outside { outer } else { target };
        let counted = least(&mut run.iter().filter(|(_, counts)| *counts).map(|(line, _)| line));
        // What goes on in an item stays in it, also where a line that is no text began the item.
        let item = self.items.last().copied().filter(|item| (target..=counted).contains(item) && !is_outside);
        let target = item.unwrap_or(target);
        let removed = counted.saturating_sub(target);
        self.move_begun(begun, target, removed);
        if removed == 0 {
            return;
        }
        for (line, _) in run {
            // Code may stand further to the left than its fence.
            let most = if target > outer { indent(&self.body[line.clone()]).saturating_sub(target) } else { removed };
            let len = blank_len(&self.body[line.clone()], removed.min(most));
            self.cuts.push(line.start..line.start + len);
        }
    }
}
