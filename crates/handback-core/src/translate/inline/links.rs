//! Links, images, footnotes.

use super::{Cutter, Sort};
use crate::text::flavor::Flavor;
use crate::text::markup::{inline_directive_len, link_target_len};
use crate::text::terms::normal_label;

/// A label of a link: CommonMark allows 999 characters.
const LONGEST_LABEL: usize = 4 * 999;

impl Cutter<'_> {
    pub(super) fn bracket(&mut self, at: usize, labels: &[String]) -> Option<usize> {
        let rest = &self.text[at..];
        if let Some(len) = inline_directive_len(rest) {
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        }
        if rest.starts_with("[^") {
            let len = rest.find(']')? + 1;
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        }
        // `Mind!` with a footnote.
        let len = if rest.starts_with("![") && !rest.starts_with("![^") { 2 } else { 1 };
        if len == 2 || rest.starts_with('[') {
            self.brackets.push(at..at + len);
            return Some(len);
        }
        if !rest.starts_with(']') {
            return None;
        }
        let Some(open) = self.brackets.pop() else {
            // Half a link; its target is one all the same.
            let len = link_target_len(rest)?;
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        };
        let is_label = || is_label(&self.text[open.end..at], labels);
        // `map[string][Quantity](x)`: of two pairs of brackets before a target the second is the link.
        let names_label = |len: usize| rest.get(2..len - 1).is_some_and(|label| self::is_label(label, labels));
        let is_type = rest.starts_with("][")
            && link_target_len(rest).is_some_and(|len| rest[len..].starts_with('(') && !names_label(len));
        // `[label][^1]` is a link by its label, and a footnote.
        let target = link_target_len(rest).filter(|_| !is_type && !rest.starts_with("][^"));
        let apart = || self.label_apart(rest, labels);
        let len = target.or_else(apart).or_else(|| is_label().then_some(1))?;
        self.pair(open, at..at + len);
        Some(len)
    }

    /// `[text] [label]`, also with a line end between: Python-Markdown reads a link.
    pub(super) fn label_apart(&self, rest: &str, labels: &[String]) -> Option<usize> {
        let behind = rest[1..].strip_prefix([' ', '\n']).filter(|_| self.constructs.flavor == Flavor::Mkdocs)?;
        let label = behind.strip_prefix('[').and_then(|inner| inner.split_once(']'))?.0;
        is_label(label, labels).then_some(label.len() + 4)
    }
}

/// Whether a text in brackets is a label; `labels` are in order.
fn is_label(text: &str, labels: &[String]) -> bool {
    !labels.is_empty() && text.len() <= LONGEST_LABEL && labels.binary_search(&normal_label(text)).is_ok()
}
