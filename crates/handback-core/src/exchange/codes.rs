//! A text cut for the tools of translators: words, and inline codes that they protect.
//!
//! Codes are the markup and the placeables, as [`crate::translate::inline`] finds them. Every piece is in the form that state
//! files have ([`notation::to_state`]): the pieces one behind the other are the text, whatever a tool made of the codes.

use crate::catalog::notation::{self, Part as NotationPart};
use crate::translate::inline::{self, Known, Part};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// Stands alone.
    Code {
        id: usize,
        original: String,
    },
    /// Opens a pair around words, with the original of its other half.
    Open {
        id: usize,
        original: String,
        close: String,
    },
    Close {
        id: usize,
        original: String,
    },
}

impl Piece {
    /// What stands in the text.
    pub fn original(&self) -> &str {
        match self {
            Self::Text(original)
            | Self::Code { original, .. }
            | Self::Open { original, .. }
            | Self::Close { original, .. } => original,
        }
    }

    /// The element of XLIFF 1.2 and TMX that a code is, and its number; words are none.
    pub fn as_tag(&self) -> Option<(&'static str, usize)> {
        match self {
            Self::Text(_) => None,
            Self::Code { id, .. } => Some(("ph", *id)),
            Self::Open { id, .. } => Some(("bpt", *id)),
            Self::Close { id, .. } => Some(("ept", *id)),
        }
    }
}

/// A text in pieces. Codes are numbered from 1; both halves of a pair have one number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cut(pub Vec<Piece>);

impl Cut {
    /// Cuts a text as the catalog has it.
    pub fn of(text: &str, known: Known<'_>) -> Self {
        let escapes = notation::has_placeables(text) || notation::to_state(text) != text;
        let parts = inline::parts(text, known);
        let slice = |part: &Part| written(&text[part.range().clone()], escapes);
        let close_of = |pair: usize| {
            let close = parts.iter().find(|part| matches!(part, Part::Close(_, other) if *other == pair));
            close.map(slice).unwrap_or_default()
        };
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        let mut count = 0;
        let mut pieces: Vec<Piece> = Vec::new();
        for part in &parts {
            match part {
                Part::Text(_) => match pieces.last_mut() {
                    Some(Piece::Text(before)) => before.push_str(&slice(part)),
                    _ => pieces.push(Piece::Text(slice(part))),
                },
                Part::Keep(..) => {
                    count += 1;
                    pieces.push(Piece::Code { id: count, original: slice(part) });
                }
                Part::Open(_, pair) => {
                    count += 1;
                    pairs.push((*pair, count));
                    pieces.push(Piece::Open { id: count, original: slice(part), close: close_of(*pair) });
                }
                Part::Close(_, pair) => {
                    let id = pairs.iter().find(|(known, _)| known == pair).map_or(0, |(_, id)| *id);
                    pieces.push(Piece::Close { id, original: slice(part) });
                }
            }
        }
        Self(pieces)
    }

    /// A text as it is, without codes.
    pub fn plain(text: &str) -> Self {
        Self(vec![Piece::Text(text.to_owned())])
    }

    /// The same with every piece put through this.
    #[must_use]
    pub fn mapped(self, change: impl Fn(&str) -> String) -> Self {
        let piece = |piece: Piece| match piece {
            Piece::Text(text) => Piece::Text(change(&text)),
            Piece::Code { id, original } => Piece::Code { id, original: change(&original) },
            Piece::Open { id, original, close } => {
                Piece::Open { id, original: change(&original), close: change(&close) }
            }
            Piece::Close { id, original } => Piece::Close { id, original: change(&original) },
        };
        Self(self.0.into_iter().map(piece).collect())
    }

    /// The text that the pieces are.
    pub fn text(&self) -> String {
        self.0.iter().map(Piece::original).collect()
    }

    /// The same text with the numbers that its codes have in the English, so that tools see what was kept. What is not in the
    /// English gets numbers of its own.
    #[must_use]
    pub fn numbered_like(self, english: &Self) -> Self {
        let mut free: Vec<(usize, (&str, &str))> = english.codes().collect();
        let mut next = free.iter().map(|(id, _)| *id).max().unwrap_or(0);
        let mut renamed: Vec<(usize, usize)> = Vec::new();
        for (id, code) in self.codes() {
            let known = free.iter().position(|(_, other)| *other == code);
            let new = match known {
                Some(at) => free.remove(at).0,
                None => {
                    next += 1;
                    next
                }
            };
            renamed.push((id, new));
        }
        let new = |id: usize| renamed.iter().find(|(old, _)| *old == id).map_or(id, |(_, new)| *new);
        let rename = |piece: Piece| match piece {
            Piece::Text(text) => Piece::Text(text),
            Piece::Code { id, original } => Piece::Code { id: new(id), original },
            Piece::Open { id, original, close } => Piece::Open { id: new(id), original, close },
            Piece::Close { id, original } => Piece::Close { id: new(id), original },
        };
        Self(self.0.iter().cloned().map(rename).collect())
    }

    /// The codes in order, each with its originals.
    fn codes(&self) -> impl Iterator<Item = (usize, (&str, &str))> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Code { id, original } => Some((*id, (original.as_str(), ""))),
            Piece::Open { id, original, close } => Some((*id, (original.as_str(), close.as_str()))),
            Piece::Text(_) | Piece::Close { .. } => None,
        })
    }
}

/// A stretch of a text as [`notation::to_state`] writes the whole.
fn written(slice: &str, escapes: bool) -> String {
    if !escapes {
        return slice.to_owned();
    }
    let part = |part: NotationPart<'_>| match part {
        NotationPart::Text(text) => text.replace('{', "{\"{\"}"),
        NotationPart::Placeable(expression) => format!("{{ {expression} }}"),
    };
    notation::parts(slice).map(part).collect()
}

/// Whether two texts are one but for where their lines end: tools wrap lines as they like.
pub fn differ_in_wrapping_only(one: &str, other: &str) -> bool {
    let wraps = |text: &str| text.contains(['\n', '\t']);
    (wraps(one) || wraps(other)) && one.split_ascii_whitespace().eq(other.split_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Cut {
        Cut::of(&notation::from_state(text), Known::default())
    }

    #[test]
    fn markup_and_placeables_are_codes() {
        let cut = of("See **[the { $app }](x.md)** in `az`.");
        let code = |id, original: &str| Piece::Code { id, original: original.into() };
        let text = |text: &str| Piece::Text(text.into());
        let open = |id, original: &str, close: &str| Piece::Open { id, original: original.into(), close: close.into() };
        let close = |id, original: &str| Piece::Close { id, original: original.into() };
        assert_eq!(
            cut.0,
            [
                text("See "),
                open(1, "**", "**"),
                open(2, "[", "](x.md)"),
                text("the "),
                code(3, "{ $app }"),
                close(2, "](x.md)"),
                close(1, "**"),
                text(" in "),
                code(4, "`az`"),
                text("."),
            ]
        );
    }

    #[test]
    fn codes_of_a_translation_have_the_numbers_of_the_english() {
        let english = of("`a` and **b**");
        let french = of("**b** et `c` et `a`").numbered_like(&english);
        let ids: Vec<usize> = french.codes().map(|(id, _)| id).collect();
        assert_eq!(ids, [2, 3, 1]);
        assert_eq!(french.text(), "**b** et `c` et `a`");
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "[a-c{}$ *_`\\[\\]()<>/&;\\n\\\\\"\u{FDD0}\u{FDD1}]{0,30}|(\u{FDD0}\\$app\u{FDD1}|\\{|\\*\\*|a){0,8}") {
            let cut = Cut::of(&text, Known::default());
            prop_assert_eq!(cut.text(), notation::to_state(&text).into_owned());
        }
    }
}
