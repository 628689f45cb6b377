//! Addresses with marks of Markdown in them.

use std::ops::Range;

use super::super::among::plain_addresses;
use super::{Cutter, Sort};
use crate::text::limits::head;

const MAILTO: &str = "mailto:";

/// An address with escapes, in bytes.
pub(super) const LONGEST_ADDRESS: usize = 2048;

impl Cutter<'_> {
    /// The address that a backslash stands in: `http\\://…` is one all the same, as `https://example.com/a\\_b` is.
    pub(super) fn escaped_address(&self, at: usize) -> Option<Range<usize>> {
        let is_edge =
            |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '»' | '[' | ']' | '(' | '{' | '`');
        let from = at.saturating_sub(LONGEST_ADDRESS);
        let before = self.text.get(from..at).unwrap_or("");
        let edge = before.char_indices().rev().find(|(_, c)| is_edge(*c)).map(|(edge, c)| from + edge + c.len_utf8());
        let start = edge.or((from == 0).then_some(0))?;
        // `**https://…` in bold.
        let start = at - self.text[start..at].trim_start_matches(['*', '_', '~', '\'', '}']).len();
        if let Some(mail) = self.escaped_mail(start, at) {
            return Some(mail);
        }
        let is_address = ["http", "https", "ftp"].into_iter().any(|scheme| {
            let rest = self.text[start..at].strip_prefix(scheme);
            rest.is_some_and(|rest| rest.starts_with("://") || rest.is_empty() && self.text[at..].starts_with("\\://"))
        });
        if !is_address {
            return None;
        }
        let rest = head(&self.text[at..], LONGEST_ADDRESS);
        let rest = &rest[..rest.find(is_edge).unwrap_or(rest.len())];
        let end = at + rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', ')', '\'']).len();
        let range = start..end;
        (end > at + 1 && self.is_free(&range)).then_some(range)
    }

    /// `name\\@example.com`: the same in an e-mail address.
    pub(super) fn escaped_mail(&self, start: usize, at: usize) -> Option<Range<usize>> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let name = self.text[start..at].trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let scheme = if name.starts_with(MAILTO) { MAILTO.len() } else { 0 };
        let name = &name[scheme..];
        let rest = head(self.text[at..].strip_prefix("\\@")?, LONGEST_ADDRESS);
        let host = rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())].trim_end_matches(['.', '-', '_']);
        let is_mail = !name.is_empty() && name.chars().all(is_part) && host.contains('.');
        let range = at - name.len() - scheme..at + 2 + host.len();
        (is_mail && self.is_free(&range)).then_some(range)
    }

    /// Addresses in which marks of emphasis stand: `https://v2-*MINOR*.example/`. One in emphasis ends with that.
    pub(super) fn addresses_with_marks(&mut self, emphases: &[(Range<usize>, usize)]) {
        if emphases.is_empty() || !self.text.contains("://") {
            return;
        }
        let addresses = plain_addresses(self.text);
        let address_at = |at: usize| {
            let next = addresses.partition_point(|address| address.end <= at);
            addresses.get(next).filter(|address| address.start <= at).map(|_| next)
        };
        let mut ends: Vec<usize> = addresses.iter().map(|address| address.end).collect();
        let mut has_marks = vec![false; addresses.len()];
        for (range, len) in emphases {
            let opened = address_at(range.start);
            opened.into_iter().for_each(|at| has_marks[at] = true);
            if let Some(at) = address_at(range.end - len).filter(|_| opened.is_none()) {
                let has_host = !self.text[addresses[at].start..range.end - len].ends_with("//");
                ends[at] = if has_host { ends[at].min(range.end - len) } else { ends[at] };
                has_marks[at] |= !has_host;
            }
        }
        for ((address, end), has_marks) in addresses.iter().zip(ends).zip(has_marks) {
            let range = address.start..end.max(address.start);
            if has_marks && self.is_free(&range) && !range.is_empty() {
                self.keep(range, Sort::Word);
            }
        }
    }
}
