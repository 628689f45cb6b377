//! Takes the parts out of a text that a machine must not touch.

use super::{Original, one_line};
use crate::catalog::notation;
use crate::catalog::reference::Values;
use crate::text::constructs::is_attribute_list;
use crate::text::element::untranslated_len;
use crate::text::markup::visible_text;
use crate::translate::inline::{self, Known, Part, Sort};
use crate::translate::item::Item;

/// Kept parts up to so many characters are shown to a service, for the sentence around them; longer ones help
/// little, and are charged for.
const LONGEST_SHOWN: usize = 24;

pub struct Builder<'a> {
    pub text: &'a str,
    pub known: Known<'a>,
    pub values: Option<&'a Values>,
    /// Pairs of the parts by the number they have here.
    pub numbers: Vec<(usize, usize)>,
    pub originals: Vec<Original>,
}

impl Builder<'_> {
    pub fn item(&mut self, part: &Part) -> Item {
        let slice = &self.text[part.range().clone()];
        match part {
            Part::Text(_) => Item::Text(one_line(&inline::decoded(slice))),
            Part::Keep(_, sort) => {
                let (text, shown, sort) = (slice.to_owned(), self.shown(slice), *sort);
                let original = Original::Keep { text, shown, sort, left: None, right: None };
                self.originals.push(original);
                Item::Keep(self.originals.len() - 1)
            }
            Part::Open(_, pair) => {
                let number = self.originals.len();
                self.numbers.push((*pair, number));
                let (tight, joined) = ((true, true), (false, false));
                self.originals.push(Original::Pair { open: slice.to_owned(), close: String::new(), tight, joined });
                Item::Open(number)
            }
            Part::Close(range, pair) => {
                let found = self.numbers.iter().find(|(other, _)| other == pair);
                let number = found.map_or(0, |(_, number)| *number);
                let close = self.closing(range, *pair);
                if let Original::Pair { close: place, .. } = &mut self.originals[number] {
                    *place = close;
                }
                Item::Close(number)
            }
        }
    }

    /// `[label]` is a link by its English label, which a translation of the text has to name.
    fn closing(&self, range: &std::ops::Range<usize>, pair: usize) -> String {
        let slice = &self.text[range.clone()];
        if slice != "]" && slice != "][]" {
            return slice.to_owned();
        }
        let parts = inline::parts(self.text, self.known);
        let open = parts.iter().find(|part| matches!(part, Part::Open(_, other) if *other == pair));
        let label = open.map_or("", |open| &self.text[open.range().end..range.start]);
        format!("][{label}]")
    }

    /// What a reader would see there.
    fn shown(&self, slice: &str) -> String {
        let value = |expression: &str| {
            let known = self.values.and_then(|values| values.get(expression)).cloned();
            Ok::<_, ()>(known.unwrap_or_else(|| expression.trim_start_matches('$').to_owned()))
        };
        let is_element = untranslated_len(slice) == Some(slice.len());
        let content = if is_element { visible_text(slice) } else { slice.to_owned() };
        let shown = notation::fill(content.trim(), value).unwrap_or_default();
        // Some services decode what is escaped.
        if shown.chars().count() > LONGEST_SHOWN || shown.contains(['<', '>', '&']) { "…".into() } else { shown }
    }

    pub fn around(&mut self, outer: &[Outer]) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        for (open, close) in outer {
            if let Some(part) = open {
                before.push_str(&self.text[part.range().clone()]);
            }
            if let Some(part) = close {
                let text = match part {
                    Part::Close(range, pair) => self.closing(range, *pair),
                    part => self.text[part.range().clone()].to_owned(),
                };
                after.insert_str(0, &text);
            }
        }
        (before, after)
    }
}

/// Pairs without words become kept parts of their own: an icon that is a link, a name in bold.
pub fn without_empty_pairs(text: &str, mut parts: Vec<Part>) -> Vec<Part> {
    let has_words =
        |part: &Part| matches!(part, Part::Text(range) if text[range.clone()].chars().any(char::is_alphabetic));
    let mut index = 0;
    while index < parts.len() {
        if let Part::Open(range, pair) = &parts[index] {
            let close = parts[index..].iter().position(|part| matches!(part, Part::Close(_, other) if other == pair));
            let end = index + close.unwrap_or(0);
            // Without words inside, nothing needs the closing half of a reference to name its label.
            if end > index && !parts[index..end].iter().any(has_words) {
                let whole = range.start..parts[end].range().end;
                parts.splice(index..=end, [Part::Keep(whole, Sort::Word)]);
            }
        }
        index += 1;
    }
    let mut out: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match (out.last_mut(), &part) {
            (Some(Part::Keep(before, sort)), Part::Keep(range, other)) => {
                before.end = range.end;
                if *other == Sort::Word {
                    *sort = Sort::Word;
                }
            }
            _ => out.push(part),
        }
    }
    out
}

/// What stands before the rest of a text, and what behind it.
pub type Outer = (Option<Part>, Option<Part>);

/// What stands around everything: pairs around the whole text, marks at its edges. The rest is for the
/// machine.
pub fn trimmed<'p>(text: &str, parts: &'p [Part]) -> (Vec<Outer>, &'p [Part]) {
    let mut outer = Vec::new();
    let mut inner = parts;
    let is_outside = |part: &Part| match part {
        Part::Keep(_, sort) => *sort == Sort::Mark,
        Part::Text(range) => text[range.clone()].trim().is_empty(),
        _ => false,
    };
    // Attributes of the last link, unless it is all that there is.
    let is_attached = |before: &[Part], part: &Part| match (before, part) {
        ([first, .., Part::Close(_, close)], Part::Keep(range, _)) => {
            is_attribute_list(&text[range.clone()]) && !matches!(first, Part::Open(_, open) if open == close)
        }
        _ => false,
    };
    loop {
        match inner {
            [first, rest @ ..] if is_outside(first) => {
                outer.push((Some(first.clone()), None));
                inner = rest;
            }
            [rest @ .., last] if is_outside(last) && !is_attached(rest, last) => {
                outer.push((None, Some(last.clone())));
                inner = rest;
            }
            [first @ Part::Open(_, open), rest @ .., last @ Part::Close(_, close)] if open == close => {
                outer.push((Some(first.clone()), Some(last.clone())));
                inner = rest;
            }
            _ => return (outer, inner),
        }
    }
}
