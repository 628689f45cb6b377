//! Fenced code, as the site has it and as our parser must see it.

use std::ops::Range;

use super::super::Escape;
use super::super::admonitions;
use super::super::lines::{Fence, blank_len, indent};
use super::Scan;
use crate::text::constructs::{arguments, shortcode_len};
use crate::text::flavor::Flavor;

impl Scan<'_, '_> {
    /// Python-Markdown: what stands four columns to the right, and in no list, is code with its fence.
    pub(super) fn is_indented(&self, indent: usize) -> bool {
        let margin = self.margins.last().map_or(0, |margin| margin.column);
        self.flavor() == Flavor::Mkdocs && !self.in_list && indent >= margin + 4
    }

    /// Whether a line stands so far to the right that it is code, with all marks in it.
    pub fn is_far_right(&self, line: &Range<usize>) -> bool {
        !self.constructs.is_mdx
            && self.flavor() != Flavor::Docfx
            && !self.in_list
            && indent(&self.body[line.clone()]) >= self.margin() + 4
    }

    /// MDX has no indented code: a fence may stand as far to the right as it likes. For our parser it is moved to the text above.
    pub(super) fn move_fence(&mut self, line: &Range<usize>, opens: bool) {
        let text = &self.body[line.clone()];
        if opens {
            let removed = indent(text).saturating_sub(self.column);
            self.fence_removed = if self.constructs.is_mdx && removed > 3 { removed } else { 0 };
        }
        self.cuts.push(line.start..line.start + blank_len(text, self.fence_removed));
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

    pub(super) fn is_code(&mut self, content: &Range<usize>, indent: usize) -> bool {
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
    pub(super) fn column_of_end(&self, open: Fence, indent: usize) -> usize {
        if self.constructs.is_mdx { indent.min(open.indent) } else { indent }
    }

    /// Shows our parser the end of a fence so many columns further to the left.
    pub(super) fn show_end(&mut self, fence: &Range<usize>, columns: usize) {
        let Some(start) = fence.start.checked_sub(columns).filter(|start| *start < fence.start) else { return };
        if self.body.as_bytes()[start..fence.start].iter().all(|byte| *byte == b' ') {
            self.masked.copy_within(fence.clone(), start);
            self.masked[start + fence.len()..fence.end].fill(b' ');
        }
    }

    /// What of a line is a fence beside the tags of Liquid that stand at it, of which the page has nothing: `{% raw %}` before one
    /// that opens code, `{% endraw %}` at one that closes it. For our parser they are taken away.
    pub(super) fn liquid_apart(&mut self, content: &Range<usize>, indent: usize) -> Range<usize> {
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
    pub(super) fn follow_directives(&mut self, line: &Range<usize>, content: &Range<usize>, column: usize) {
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
    pub(super) fn info(&mut self, content: &Range<usize>) {
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

    pub(super) fn close_fence(&mut self, end: usize) {
        if let Some((_, start)) = self.fence.take() {
            self.code.push(start..end);
        }
    }
}
