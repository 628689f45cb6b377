//! Containers whose bodies are indented, and what is outside of them.

use std::ops::Range;

use super::super::lines::{blank_len, indent, prefix_len, quote_len};
use super::super::{elements, mdx, shortcodes};
use super::Scan;
use crate::text::flavor::Flavor;
use crate::text::markup::tag_len;

/// A container whose body is indented.
#[derive(Debug)]
pub(super) struct Margin {
    /// The column that its body starts at.
    pub column: usize,
    /// Columns that the lines of its body lose.
    pub removed: usize,
    /// Bytes of quote marks before it: a line without them is outside.
    quote: usize,
    /// Whether what it stands in is in a list: so it is again behind it.
    in_list: bool,
}

impl Scan<'_, '_> {
    /// Leaves what a line is outside of, and cuts off the margin of what it is in.
    pub(super) fn cut_margin(&mut self, line: &Range<usize>, quote: usize, is_blank: bool) {
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
    pub(super) fn is_html_outside(&self, above: &str, text: &str) -> bool {
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
    pub(super) fn follow_list(&mut self, text: &str, quote: usize) -> bool {
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

    /// A line with less indentation ends containers.
    pub(super) fn leave_margins(&mut self, indent: usize, quote: usize) {
        while self.margins.last().is_some_and(|margin| indent < margin.column || quote + 1 < margin.quote) {
            if let Some(margin) = self.margins.pop() {
                self.in_list = margin.in_list;
            }
            self.drop_fence();
        }
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
}
