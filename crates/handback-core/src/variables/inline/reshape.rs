//! Puts wordings that are more than text (selectors, terms) into a new form of their English.
//!
//! Such a wording cannot be written out and lifted again like a text: its placeables get the names that their places have in
//! the new form, or the values that they stood for.

use std::ops::Range;

use super::spans::spans;
use crate::catalog::notation;
use crate::catalog::reference::Values;

/// What becomes of a placeable, or of a value that was written out.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Turn {
    /// `$link-2` is `$link-3` now.
    Renamed(String, String),
    /// `$link` stands for this, and is no placeable any more.
    WrittenOut(String, String),
    /// This value has a placeable now.
    Lifted(String, String),
}

/// Fluent source of a translation from one form of its English to another, and whether all that is lifted in this is
/// lifted in it. `values`: what placeables of the old form stood for. `None` if the forms do not have their values in the same
/// places, or a selector looks at a value that is no placeable any more.
pub fn reshape(source: &str, old: &str, new: &str, values: &Values) -> Option<(String, bool)> {
    fn contents(form: &str) -> Vec<&str> {
        spans(form).into_iter().map(|span| &form[span.range]).collect()
    }
    let turns = turns(&contents(old), &contents(new), values)?;
    turned(source, &turns, &|source| spans(source).into_iter().map(|span| span.range).collect())
}

fn turned(source: &str, turns: &[Turn], places: &dyn Fn(&str) -> Vec<Range<usize>>) -> Option<(String, bool)> {
    let mut out = String::with_capacity(source.len() + 16);
    let mut rest = source;
    while let Some(at) = rest.find('$') {
        let (before, variable) = rest.split_at(at);
        let len = variable[1..].find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
        let (name, after) = variable.split_at(len.map_or(variable.len(), |len| len + 1));
        rest = after;
        let in_placeable = before.trim_end().ends_with(['{', '(']);
        let turn = turns.iter().filter(|_| in_placeable).find_map(|turn| match turn {
            Turn::Renamed(from, to) if from == name => Some(format!("{before}{to}")),
            Turn::WrittenOut(from, value) if from == name => {
                let literal = value.replace('\\', "\\\\").replace('"', "\\\"");
                Some(format!("{before}\"{literal}\""))
            }
            _ => None,
        });
        let is_looked_at = after.trim_start().starts_with("->");
        let is_gone = |turn: &Turn| matches!(turn, Turn::WrittenOut(from, _) if from == name);
        if is_looked_at && in_placeable && turns.iter().any(is_gone) {
            return None;
        }
        out.push_str(&turn.unwrap_or_else(|| format!("{before}{name}")));
    }
    out.push_str(rest);
    let mut all = true;
    for turn in turns {
        let Turn::Lifted(value, to) = turn else { continue };
        let same = turns.iter().filter(|other| matches!(other, Turn::Lifted(other, _) if other == value)).count();
        let found: Vec<_> = places(&out).into_iter().filter(|place| out[place.clone()] == **value).collect();
        all &= same == 1 && !found.is_empty();
        for place in found.into_iter().rev().filter(|_| same == 1) {
            out.replace_range(place, &format!("{{ {to} }}"));
        }
    }
    Some((out, all))
}

/// What becomes of the inline values of a text from one form to another, given what stands in their places in both, from
/// left to right; `None` if these are not the same places. `values`: what placeables of the old form stood for.
fn turns(old: &[&str], new: &[&str], values: &Values) -> Option<Vec<Turn>> {
    if old.len() != new.len() {
        return None;
    }
    let placeable = |content: &str| {
        let mut all = notation::placeables(content);
        let only = all.next()?;
        let len = notation::OPEN.len_utf8() + only.len() + notation::CLOSE.len_utf8();
        (len == content.len()).then(|| only.to_owned())
    };
    let turn = |(old, new): (&&str, &&str)| match (placeable(old), placeable(new)) {
        (Some(from), Some(to)) if from != to => Some(Some(Turn::Renamed(from, to))),
        (Some(from), None) => Some(Some(Turn::WrittenOut(from.clone(), values.get(&from)?.clone()))),
        (None, Some(to)) => Some(Some(Turn::Lifted((*old).to_owned(), to))),
        _ => Some(None),
    };
    let turns: Option<Vec<Option<Turn>>> = old.iter().zip(new).map(turn).collect();
    turns.map(|turns| turns.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(source: &str) -> Vec<Range<usize>> {
        let targets = source.match_indices("](").map(|(at, _)| at + 2);
        targets.filter_map(|from| source[from..].find(')').map(|len| from..from + len)).collect()
    }

    #[test]
    fn names_follow_their_places() {
        let turns = turns(
            &["\u{FDD0}$link\u{FDD1}", "y.md", "\u{FDD0}$link-2\u{FDD1}"],
            &["\u{FDD0}$link\u{FDD1}", "\u{FDD0}$link-2\u{FDD1}", "\u{FDD0}$link-3\u{FDD1}"],
            &Values::new(),
        );
        let turns = turns.unwrap();
        let source = "{ $link-2 ->\n    [a] [un]({ $link }) [deux](y.md) [trois]({ $link-2 })\n   *[other] x\n}";
        let expected =
            "{ $link-3 ->\n    [a] [un]({ $link }) [deux]({ $link-2 }) [trois]({ $link-3 })\n   *[other] x\n}";
        assert_eq!(turned(source, &turns, &places), Some((expected.to_owned(), true)));
        assert!(!turned("{ -t } [un]({ $link })", &turns, &places).unwrap().1);
    }

    #[test]
    fn values_are_written_out() {
        let values = Values::from([("$link".to_owned(), "a\"b".to_owned())]);
        let turns = turns(&["\u{FDD0}$link\u{FDD1}"], &["a\"b"], &values).unwrap();
        let written = turned("{ -t } [un]({ $link }) $link", &turns, &places);
        assert_eq!(written, Some(("{ -t } [un]({ \"a\\\"b\" }) $link".to_owned(), true)));
        assert_eq!(turned("{ $link ->\n   *[a] x\n}", &turns, &places), None);
    }
}
