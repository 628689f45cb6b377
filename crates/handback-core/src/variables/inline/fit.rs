//! Reads the inline values of a text off its form, and lifts them out of translations.

use super::mask::{is_lifted, mask};
use super::spans::{is_named, spans};
use crate::catalog::notation::{self, Part};
use crate::catalog::reference::Values;

/// The inline values with which a form is a text; `None` if it is another text. `spelled` writes the placeables that
/// stand for values of the document.
pub fn fit(form: &str, text: &str, spelled: impl Fn(&str) -> Option<String>) -> Option<Values> {
    let mut filled = String::with_capacity(text.len());
    for part in notation::parts(form) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Placeable(expression) => match spelled(expression) {
                Some(value) => filled.push_str(&value),
                None => notation::push_placeable(&mut filled, expression),
            },
        }
    }
    if !notation::has_placeables(&filled) {
        return (filled == text).then(Values::new);
    }
    let (form, text) = (mask(&filled)?, mask(text)?);
    if form.mask != text.mask || form.values.len() != text.values.len() {
        return None;
    }
    let mut values = Values::new();
    for ((kind, placeable), (_, value)) in form.values.iter().zip(&text.values) {
        if !is_lifted(kind, placeable, &|_| false) {
            if placeable != value {
                return None;
            }
            continue;
        }
        let expression = notation::placeables(placeable).next()?;
        let known = values.entry(expression.to_owned()).or_insert_with(|| (*value).to_owned());
        if known != value {
            return None;
        }
    }
    Some(values)
}

/// The translation with the inline values lifted that the form of its English has; `None` if it does not hold each of
/// them as often, or holds two that are the same: which is which is not guessed.
pub fn lift(translation: &str, form: &str, values: &Values) -> Option<String> {
    let mut wanted: Vec<(&str, &str, usize)> = Vec::new();
    for expression in notation::placeables(form) {
        let Some(value) = values.get(expression) else { continue };
        match wanted.iter_mut().find(|(other, ..)| *other == expression) {
            Some((.., count)) => *count += 1,
            None => wanted.push((expression, value, 1)),
        }
    }
    if wanted.is_empty() {
        return Some(translation.to_owned());
    }
    let places = spans(translation);
    let is_place = |place: &&super::spans::Span, expression: &str, value: &str| {
        let name = expression.trim_start_matches('$');
        translation[place.range.clone()] == *value && is_named(name, place.kind.name())
    };
    let mut found: Vec<(&super::spans::Span, &str)> = Vec::new();
    for (expression, value, count) in wanted {
        let before = found.len();
        found.extend(places.iter().filter(|place| is_place(place, expression, value)).map(|place| (place, expression)));
        if found.len() - before != count {
            return None;
        }
    }
    found.sort_by_key(|(place, _)| place.range.start);
    let mut out = String::with_capacity(translation.len());
    let mut copied = 0;
    for (place, expression) in found {
        if place.range.start < copied {
            return None;
        }
        out.push_str(&translation[copied..place.range.start]);
        notation::push_placeable(&mut out, expression);
        copied = place.range.end;
    }
    out.push_str(&translation[copied..]);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        text.replace("{ ", "\u{FDD0}").replace(" }", "\u{FDD1}")
    }

    fn fitted(pattern: &str, text: &str) -> Option<Vec<(String, String)>> {
        let spelled = |expression: &str| (expression == "$app").then(|| "Contoso".to_owned());
        fit(&form(pattern), text, spelled).map(|values| values.into_iter().collect())
    }

    #[test]
    fn values_are_read_off_the_form() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(fitted("[Terms]({ $link })", "[Terms](a.md)"), Some(vec![pair("$link", "a.md")]));
        assert_eq!(
            fitted("[Terms of { $app }]({ $link }) and `x`", "[Terms of Contoso](a) and `x`"),
            Some(vec![pair("$link", "a")])
        );
        assert_eq!(fitted("Terms of { $app }", "Terms of Contoso"), Some(vec![]));
        for (pattern, text) in [
            ("[Terms]({ $link })", "[Prices](a.md)"),
            ("[Terms]({ $link }) `x`", "[Terms](a) `y`"),
            ("[Terms of { $app }]({ $link })", "[Terms of Fabrikam](a)"),
            ("Terms", "Prices"),
        ] {
            assert_eq!(fitted(pattern, text), None, "{pattern}");
        }
    }

    fn lifted(translation: &str, pattern: &str, values: &[(&str, &str)]) -> Option<String> {
        let values = values.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        lift(translation, &form(pattern), &values).map(|text| notation::shown(&text).into_owned())
    }

    #[test]
    fn values_are_lifted_out_of_translations() {
        let values = [("$link", "a.md"), ("$code", "x")];
        assert_eq!(
            lifted("`x` : voir [les conditions](a.md)", "See [the terms]({ $link }): `{ $code }`", &values).as_deref(),
            Some("`{ $code }` : voir [les conditions]({ $link })")
        );
        assert_eq!(lifted("Voir [b](b.md)", "See [the terms]({ $link })", &values), None);
        assert_eq!(lifted("[a](a.md) [b](a.md)", "See [the terms]({ $link })", &values), None);
        assert_eq!(lifted("Texte", "Text", &values).as_deref(), Some("Texte"));
    }

    #[test]
    fn which_of_two_equal_values_stands_where_is_not_guessed() {
        let values = [("$link", "a"), ("$link-2", "a")];
        assert_eq!(lifted("[x](a) [y](a)", "[x]({ $link }) [y]({ $link-2 })", &values), None);
    }
}
