//! Entities among words: those that are marks, and those that only stand for a character.

use std::borrow::Cow;
use std::ops::Range;

use super::{Cutter, Sort};
use crate::text::looks::decode;

impl Cutter<'_> {
    /// `&nbsp;` is a mark, `R&amp;D` is a word, `&rsquo;` is text: see [`decoded`].
    pub(super) fn entity(&mut self, at: usize) -> Option<usize> {
        let len = entity_len(&self.text[at..])?;
        if let Some(name) = self.name_with_entities(at..at + len) {
            let len = name.end - at;
            self.keep(name, Sort::Word);
            return Some(len);
        }
        if let Some(c) = stands_for(&self.text[at..at + len]) {
            // `32&deg;F`: as a character the sign would be part of a word, in which nobody sees the number.
            if c == '°' && self.text[..at].ends_with(|c: char| c.is_ascii_digit()) {
                self.keep(at..at + len, Sort::Mark);
            }
            return Some(len);
        }
        let joins = |c: &char| c.is_alphanumeric() && *c < '\u{2E80}';
        let before: usize =
            self.text[self.taken_to.min(at)..at].chars().rev().take_while(joins).map(char::len_utf8).sum();
        let after: usize = self.text[at + len..].chars().take_while(joins).map(char::len_utf8).sum();
        if &self.text[at..at + len] == "&amp;" && before > 0 && after > 0 {
            self.keep(at - before..at + len + after, Sort::Word);
            return Some(len + after);
        }
        self.keep(at..at + len, Sort::Mark);
        Some(len)
    }

    /// A name whose underscores would be emphasis but for the letters beside them, which stand there as entities, as remark
    /// writes it: `ti&#x64;_&#x65;bb`.
    pub(super) fn name_with_entities(&self, entity: Range<usize>) -> Option<Range<usize>> {
        let is_letter = self.text[entity.clone()].starts_with("&#") && stands_for(&self.text[entity.clone()]).is_some();
        let touches = self.text[..entity.start].ends_with('_') || self.text[entity.end..].starts_with('_');
        if !is_letter || !touches {
            return None;
        }
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let bytes = self.text.as_bytes();
        let start = entity.start
            - bytes[self.taken_to.min(entity.start)..entity.start]
                .iter()
                .rev()
                .take_while(|byte| is_part(byte))
                .count();
        let mut end = entity.end;
        loop {
            end += bytes[end..].iter().take_while(|byte| is_part(byte)).count();
            match entity_len(&self.text[end..]).filter(|_| self.text[end..].starts_with("&#")) {
                Some(len) => end += len,
                None => break,
            }
        }
        self.is_free(&(start..end)).then_some(start..end)
    }
}

/// Length of `&nbsp;`, `&#160;` at the start of a text.
pub(super) fn entity_len(text: &str) -> Option<usize> {
    let name = |b: u8| b.is_ascii_alphanumeric() || b == b'#';
    let len = 1 + text.bytes().skip(1).take_while(|b| name(*b)).count();
    (len > 2 && len < 34 && text[len..].starts_with(';')).then_some(len + 1)
}

/// The character that an entity stands for, if it means the same without being one.
pub(super) fn stands_for(entity: &str) -> Option<char> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    let text = decode(name)?;
    let mut chars = text.chars();
    let c = chars.next().filter(|_| chars.next().is_none())?;
    let plain = c.is_alphanumeric() || "'\"’‘“”«»–—…·•©®™€£°§".contains(c);
    plain.then_some(c)
}

/// A text with those entities as characters that are there for no other reason than how it was typed.
pub fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return text.into() };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(c) = rest.chars().next() {
        let entity = entity_len(rest).and_then(|len| Some((stands_for(&rest[..len])?, len)));
        let (c, len) = entity.unwrap_or((c, c.len_utf8()));
        out.push(c);
        rest = &rest[len..];
    }
    out.into()
}
