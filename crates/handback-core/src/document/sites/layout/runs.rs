//! Lines that stand to the right of what holds them, which are moved to the left as one.

use std::ops::Range;

use super::super::lines::{blank_len, indent, is_sentence};
use super::Scan;
use crate::text::flavor::Flavor;

/// A line that begins a text.
#[derive(Debug)]
pub(super) struct Begun {
    pub line: Range<usize>,
    /// The column of the item that it is in.
    pub item: usize,
    /// The columns that it has lost.
    pub lost: usize,
    pub is_in_directive: bool,
}

impl Scan<'_, '_> {
    /// Takes a line of text into the run, and ends it.
    pub fn end_run_with(&mut self, line: &Range<usize>) {
        self.run.push((line.clone(), true));
        self.close_run();
    }

    /// Moves texts that would be code, where the lines around them lose so many columns, to what holds them.
    pub(super) fn move_begun(&mut self, begun: Vec<Begun>, target: usize, removed: usize) {
        for Begun { line, item, lost, .. } in begun {
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
            let is_text = |begun: &Begun| begun.is_in_directive || is_sentence(&self.body[begun.line.clone()]);
            let begun = begun.into_iter().filter(|begun| !is_old || is_text(begun));
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
