//! Puts kept parts and pairs back between words, with the blanks that they had.

use super::{MARK, Original, Protected};
use crate::translate::inline::Sort;
use crate::translate::item::Item;

impl Protected {
    /// Blanks between a pair and its text go outside, unless they stood inside: `** bold **` is not bold.
    pub(super) fn move_edges(&self, items: &mut Vec<Item>) {
        let mut index = 0;
        while index < items.len() {
            let tight = |number: &usize| match &self.originals[*number] {
                Original::Pair { tight, .. } => *tight,
                Original::Keep { .. } => (false, false),
            };
            match &items[index] {
                Item::Open(number) if tight(number).0 => {
                    if let Some(Item::Text(text)) = items.get_mut(index + 1) {
                        let blanks = text.len() - text.trim_start().len();
                        let moved: String = text.drain(..blanks).collect();
                        index += usize::from(insert_text(items, index, moved));
                    }
                }
                Item::Close(number) if tight(number).1 && index > 0 => {
                    if let Some(Item::Text(text)) = items.get_mut(index - 1) {
                        let moved = text.split_off(text.trim_end().len());
                        insert_text(items, index + 1, moved);
                    }
                }
                _ => {}
            }
            index += 1;
        }
    }

    /// Appends text, without a blank that the service put before a kept part: `( code )`.
    pub(super) fn push_text(&self, out: &mut String, text: &str, index: usize, items: &[Item]) {
        let mut text = text;
        if let Some(Item::Keep(number)) = index.checked_sub(1).and_then(|before| items.get(before))
            && let Original::Keep { text: kept, right, sort, .. } = &self.originals[*number]
        {
            if ends_with_address(kept) && text.starts_with(|c: char| !c.is_ascii() || c.is_ascii_alphanumeric()) {
                out.push(' ');
            }
            let next = text.trim_start_matches(' ').chars().next();
            match right {
                Some(MARK) if next.is_none() => return,
                // A blank behind stars that make no emphasis would make one.
                Some(c)
                    if (*sort == Sort::Mark || kept.starts_with('<') || kept.ends_with('*')) && is_spaced_word(*c) =>
                {
                    text = text.trim_start_matches(' ');
                }
                Some(c) if Some(*c) == next && !is_spaced_mark(*c) => text = text.trim_start_matches(' '),
                Some(c) if c.is_whitespace() && next.is_some_and(is_spaced_word) && !text.starts_with(' ') => {
                    out.push(' ');
                }
                _ => {}
            }
        }
        if let Some(Item::Keep(number)) = items.get(index + 1)
            && let Original::Keep { text: kept, left: Some(left), sort, .. } = &self.originals[*number]
            && !left.is_whitespace()
        {
            if *left == MARK {
                text = if text.trim_matches(' ').is_empty() { "" } else { text };
            } else if ((*sort == Sort::Mark || kept.starts_with(['<', '*']) || kept.starts_with("` "))
                && is_spaced_word(*left))
                || text.trim_end_matches(' ').ends_with(*left)
            {
                text = text.trim_end_matches(' ');
            }
        }
        out.push_str(text);
        // An address that began the text is one behind a blank, and nowhere else.
        let begins_text = |item: &Item| match item {
            Item::Keep(number) => {
                matches!(&self.originals[*number], Original::Keep { text, left: None, .. } if begins_with_address(text))
            }
            _ => false,
        };
        let is_apart = text.is_empty() || text.ends_with(|c: char| c.is_whitespace() || "([*_~\"'“‘«（「".contains(c));
        if !is_apart && items.get(index + 1).is_some_and(begins_text) {
            out.push(' ');
        }
    }

    pub(super) fn push_keep(&self, out: &mut String, number: usize) {
        let Original::Keep { text, left, .. } = &self.originals[number] else { return };
        let spaced = left.is_some_and(char::is_whitespace);
        if spaced && out.len() > self.before.len() && out.chars().next_back().is_some_and(is_spaced_word) {
            out.push(' ');
        }
        out.push_str(text);
    }
}

/// Puts blanks at a place, if there are any and none stand there yet; true if the items behind moved on.
fn insert_text(items: &mut Vec<Item>, at: usize, text: String) -> bool {
    let blank = |item: Option<&Item>, edge: fn(&str) -> Option<char>| match item {
        Some(Item::Text(text)) => edge(text).is_some_and(char::is_whitespace),
        _ => false,
    };
    let before = blank(at.checked_sub(1).and_then(|before| items.get(before)), |text| text.chars().next_back());
    let there = !text.is_empty() && !before && !blank(items.get(at), |text| text.chars().next());
    if there {
        items.insert(at, Item::Text(text));
    }
    there
}

/// Whether a kept part begins with an address as it stands among words.
fn begins_with_address(text: &str) -> bool {
    ["http://", "https://", "ftp://", "www.", "mailto:"].iter().any(|start| text.starts_with(start))
}

/// A bare address goes on up to the next blank, or mark that is no letter: what other scripts put behind it
/// without a blank would become a part of it.
fn ends_with_address(kept: &str) -> bool {
    let last = kept.split_whitespace().next_back().unwrap_or_default();
    last.contains("://") && !last.ends_with(['>', ')', '`'])
}

/// A mark that some languages put a blank before.
fn is_spaced_mark(c: char) -> bool {
    matches!(c, ':' | ';' | '!' | '?' | '%' | '»')
}

/// A letter or digit of a script that writes blanks between words.
fn is_spaced_word(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2E80}' && !matches!(c, '\u{E00}'..='\u{EFF}')
}
