//! Tags of HTML and components, and the elements that they make.

use std::ops::Range;

use super::super::among::type_len;
use super::addresses::LONGEST_ADDRESS;
use super::{Cutter, Sort};
use crate::text::constructs::arguments;
use crate::text::element::untranslated_len;
use crate::text::flavor::Flavor;
use crate::text::limits::head;
use crate::text::markup::tag_len;

impl Cutter<'_> {
    pub(super) fn tag(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let end = rest[1..].find(|c: char| matches!(c, '<' | '>') || c.is_whitespace()).map(|len| len + 1);
        let address = end.filter(|end| {
            let inner = &rest[1..*end];
            rest[*end..].starts_with('>') && !inner.starts_with('/') && inner.contains(['@', ':'])
        });
        if let Some(end) = address {
            self.keep(at..at + end + 1, Sort::Word);
            return Some(end + 1);
        }
        if let Some(len) = untranslated_len(rest).or_else(|| script_len(rest)) {
            self.keep(at..at + len, Sort::Word);
            return Some(len);
        }
        if let Some(len) = type_len(rest) {
            let joins = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
            let name = self.text.as_bytes()[self.taken_to.min(at)..at].iter().rev().take_while(joins).count();
            if name > 0 {
                self.keep(at - name..at + len, Sort::Word);
                return Some(len);
            }
        }
        let len = tag_len(rest)?;
        let (tag, range) = (&rest[..len], at..at + len);
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if let Some(open) = self.tags.iter().rposition(|(other, _)| *other == name).filter(|_| tag.starts_with("</")) {
            let (_, open) = self.tags.remove(open);
            self.element(open, range);
        } else if tag.starts_with("</") || tag.ends_with("/>") || name.is_empty() || is_void(&name) {
            let words = self.tag_words(tag);
            self.marks_in_tag(at, &words);
            self.worded(range, words);
        } else {
            self.tags.push((name, range));
        }
        Some(len)
    }

    /// An element with what is in it: a pair, unless there are words in its tag.
    pub(super) fn element(&mut self, open: Range<usize>, close: Range<usize>) {
        let words = self.tag_words(&self.text[open.clone()]);
        if words.is_empty() {
            return self.pair(open, close);
        }
        self.marks_in_tag(open.start, &words);
        self.worded(open, words);
        self.keep(close, Sort::Mark);
    }

    pub(super) fn marks_in_tag(&mut self, start: usize, words: &[Range<usize>]) {
        words.iter().for_each(|words| self.marks_in(start + words.start..start + words.end));
    }

    /// Words in a tag. DocFX leaves them alone.
    pub(super) fn tag_words(&self, tag: &str) -> Vec<Range<usize>> {
        if self.constructs.flavor == Flavor::Docfx { Vec::new() } else { arguments::tag_words(tag) }
    }
}

/// Length of a program in a text: `<script type="math/tex">n</script>`.
pub(super) fn script_len(text: &str) -> Option<usize> {
    const END: &str = "</script>";
    text.strip_prefix("<script")?;
    head(text, LONGEST_ADDRESS).find(END).map(|at| at + END.len())
}

fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "wbr", "source", "meta", "link", "col", "area", "embed", "track"].contains(&name)
}
