//! Placeables as people and spreadsheets write them: `{$app}` for `{ $app }`, with blanks that do not break, with quotes of
//! a language.

use super::Returned;
use crate::catalog::notation;

/// Takes the placeables of every changed text for those of its English, where only blanks and quotes differ.
pub(super) fn settle(returned: &mut Returned) {
    for text in &mut returned.texts {
        let (Some(english), Some(target)) = (&text.english, &text.target) else { continue };
        if !target.contains('{') || text.ticket.is_unchanged(Some(target)) {
            continue;
        }
        let english = notation::from_state(english);
        let known: Vec<&str> = notation::placeables(&english).collect();
        text.target = Some(spelled(target, &known));
    }
}

/// A text with the known placeables as they are spelled.
fn spelled(text: &str, known: &[&str]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let inner = rest.find('}').map(|end| &rest[1..end]);
        let placeable = inner.and_then(|inner| known.iter().find(|known| bare(known) == bare(inner)));
        match (placeable, inner) {
            (Some(placeable), Some(inner)) => {
                out.push_str(&format!("{{ {placeable} }}"));
                rest = &rest[inner.len() + 2..];
            }
            _ => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// What is between braces without blanks, and with plain quotes.
fn bare(inner: &str) -> String {
    let quote = |c: char| if matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '″') { '"' } else { c };
    inner.chars().filter(|c| !c.is_whitespace()).map(quote).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_quotes_are_no_other_placeable() {
        let known = ["$app", "DATETIME($day, dateStyle: \"long\")"];
        let of = |text: &str| spelled(text, &known);
        assert_eq!(of("{$app} a {\u{a0}$app\u{202f}}"), "{ $app } a { $app }");
        assert_eq!(of("le { DATETIME( $day, dateStyle: «\u{a0}long\u{a0}» ) }."), format!("le {{ {} }}.", known[1]));
        for other in ["{ $apps }", "{\"{\"} $app }", "{ -brand }", "{", "a { b", "{ $app }"] {
            assert_eq!(of(other), other);
        }
    }
}
