//! One wording in two forms: branches lift different values out of one text, and nobody worded anything.

use super::super::escape::Pattern;
use super::super::notation::{self, Part};
use super::super::state::State;
use super::choice::Message;

/// Texts longer than this are not compared.
const LONGEST: usize = 4000;

/// Whether two sides only lifted other values out of the wording that both began from: nothing that their states say of it is
/// different, and where one has a placeable the others may have its value.
pub fn are_of_one(base: &Message, ours: &Message, theirs: &Message) -> bool {
    let text = |message: &'_ Message| match &message.value {
        Some((Pattern::Text(text), attributes)) if attributes.is_empty() => Some(text.clone()),
        _ => None,
    };
    let (Some(before), Some(mine), Some(other)) = (text(base), text(ours), text(theirs)) else { return false };
    let has_placeables = notation::has_placeables(&mine) || notation::has_placeables(&other);
    let states = [base, ours, theirs].map(|message| message.state.as_ref());
    let [Some(then), Some(one), Some(two)] = states else { return false };
    let is_as_before = |state: &State| {
        (state.kind, &state.origin, state.date, &state.reviewer) == (then.kind, &then.origin, then.date, &then.reviewer)
            && state.alternatives == then.alternatives
    };
    has_placeables
        && is_as_before(one)
        && is_as_before(two)
        && could_be_one(&before, &mine)
        && could_be_one(&before, &other)
        && could_be_one(&mine, &other)
}

/// A character, or a value that is lifted out.
#[derive(PartialEq, Eq)]
enum Piece {
    Char(char),
    Value,
}

fn pieces(text: &str) -> Vec<Piece> {
    let piece = |part| match part {
        Part::Text(text) => text.chars().map(Piece::Char).collect(),
        Part::Placeable(_) => vec![Piece::Value],
    };
    notation::parts(text).flat_map(piece).collect()
}

/// Whether some values make one text of two.
fn could_be_one(one: &str, two: &str) -> bool {
    if one.len().max(two.len()) > LONGEST {
        return false;
    }
    let (one, two) = (pieces(one), pieces(two));
    // Whether what is in front of each position can be the same: a row for each piece of `one`.
    let mut row: Vec<bool> = vec![true];
    row.extend(two.iter().scan(true, |all, piece| {
        *all &= *piece == Piece::Value;
        Some(*all)
    }));
    for first in &one {
        let mut next = vec![*first == Piece::Value && row[0]];
        for (at, second) in two.iter().enumerate() {
            next.push(match (first, second) {
                (Piece::Char(one), Piece::Char(two)) => one == two && row[at],
                // A value is any text, and may be empty.
                _ => {
                    row[at]
                        || (*first == Piece::Value && next[at])
                        || (*second == Piece::Value && row[at + 1])
                        || (*first == Piece::Value && row[at + 1])
                        || (*second == Piece::Value && next[at])
                }
            });
        }
        row = next;
    }
    row.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::super::super::state::TranslationType;
    use super::*;
    use crate::text::date::Date;
    use crate::text::fingerprint::fingerprint;

    fn lifted(text: &str) -> String {
        notation::from_state(text).into_owned()
    }

    fn message(text: &str, day: i8) -> Message {
        let text = lifted(text);
        let date = Date::constant(2026, 1, day);
        let state = State::new(TranslationType::Human, "human", "s", &fingerprint(&text), date);
        Message { value: Some((Pattern::Text(text), String::new())), state: Some(state) }
    }

    #[test]
    fn values_in_different_places_are_one_wording() {
        let base = message("[Un](x1) et [deux](y2).", 1);
        let ours = message("[Un](x1) et [deux]({ $link }).", 1);
        assert!(are_of_one(&base, &ours, &message("[Un]({ $link }) et [deux](y2).", 1)));
        assert!(are_of_one(&base, &ours, &message("[Un]({ $link }) et [deux]({ $link-2 }).", 1)));
        for other in
            ["[Une]({ $link }) et [deux](y2).", "[Un]({ $link }) et [deux](y3).", "[Un](x9) et [deux]({ $link })."]
        {
            assert!(!are_of_one(&base, &ours, &message(other, 1)), "{other}");
        }
        assert!(!are_of_one(&base, &ours, &message("[Un]({ $link }) et [deux](y2).", 2)), "somebody did something");
        assert!(!are_of_one(&base, &message("[Un](x1)", 1), &message("[Un](x1)", 1)), "nothing is lifted");
    }

    #[test]
    fn a_value_is_any_text() {
        for (one, two, are) in [
            ("a{ $x }b", "a1b", true),
            ("a{ $x }b", "ab", true),
            ("a{ $x }b", "a{ $y }b", true),
            ("a{ $x }b{ $y }c", "a1b2c", true),
            ("{ $x }b", "1{ $y }", true),
            ("a{ $x }b", "a1c", false),
            ("", "{ $x }", true),
            ("", "", true),
            ("a", "", false),
        ] {
            assert_eq!(could_be_one(&lifted(one), &lifted(two)), are, "{one} {two}");
            assert_eq!(could_be_one(&lifted(two), &lifted(one)), are, "{two} {one}");
        }
    }
}
