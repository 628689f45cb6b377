//! Lifts values out of translations.
//!
//! A translation follows the form of its English if it holds every value as often as the English does,
//! each where nothing else can be meant. Dates may be written in any of the locale's lengths, in any order
//! of day, month and year, or as the source has them.

use fixed_decimal::Decimal;
use jiff::civil::Date;

use super::bind::Bindings;
use super::forms::{date_expression, places};
use super::inline::fit;
use super::locale::{self, DATE_STYLES};
use super::value::{Value, is_grouped};
use crate::catalog::notation::{self, Expression};
use crate::catalog::reference::Values;

/// The translation with placeables for the values that the form of its English has; `None` if it does not
/// follow that form. `inline`: the inline values at the place of the text.
pub fn lift(translation: &str, form: &str, bindings: &Bindings, inline: &Values, locale: &str) -> Option<String> {
    let mut wanted: Vec<(&str, usize)> = Vec::new();
    for expression in notation::placeables(form).filter(|expression| !inline.contains_key(*expression)) {
        let variable = Expression::parse(expression)?.variable;
        match wanted.iter_mut().find(|(name, _)| *name == variable) {
            Some((_, count)) => *count += 1,
            None => wanted.push((variable, 1)),
        }
    }
    // A value may be a part of another one: `Contoso` of `Contoso Ltd.` Of two that are the same the first
    // takes all places, which are too many for it.
    let mut wanted: Vec<(&super::bind::Binding, usize)> =
        wanted.into_iter().map(|(name, count)| Some((bindings.get(name)?, count))).collect::<Option<_>>()?;
    wanted.sort_by_key(|(binding, _)| std::cmp::Reverse(binding.value.text().len()));
    let mut text = fit::lift(translation, form, inline)?;
    for (binding, count) in wanted {
        text = match &binding.value {
            Value::Text(value) => {
                replace(&text, value, &notation::expression(&binding.name, None, &[]), count, binding.anywhere)
            }
            Value::Date(source, date) => lift_date(&text, &binding.name, source, *date, count, locale),
            Value::Number(source, number) => lift_number(&text, &binding.name, source, number, count, locale),
        }?;
    }
    Some(text)
}

/// Replaces a value by a placeable if it stands there exactly so often.
fn replace(text: &str, value: &str, expression: &str, count: usize, anywhere: bool) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 16);
    let mut found = 0;
    for part in notation::parts(text) {
        match part {
            notation::Part::Placeable(expression) => notation::push_placeable(&mut out, expression),
            notation::Part::Text(text) => {
                let mut copied = 0;
                for range in places(text, value, anywhere) {
                    out.push_str(&text[copied..range.start]);
                    notation::push_placeable(&mut out, expression);
                    copied = range.end;
                    found += 1;
                }
                out.push_str(&text[copied..]);
            }
        }
    }
    (found == count).then_some(out)
}

fn lift_number(text: &str, name: &str, source: &str, number: &Decimal, count: usize, locale: &str) -> Option<String> {
    let grouped = is_grouped(source);
    let option = if grouped { "false" } else { "true" };
    let forms: [(bool, &[(&str, &str)]); 2] = [(grouped, &[]), (!grouped, &[("useGrouping", option)])];
    let found = forms.into_iter().find_map(|(grouped, options)| {
        let written = locale::number(locale, number, grouped);
        replace(text, &written, &notation::expression(name, Some("NUMBER"), options), count, false)
    });
    found.or_else(|| replace(text, source, &notation::expression(name, None, &[]), count, false))
}

fn lift_date(text: &str, name: &str, source: &str, date: Date, count: usize, locale: &str) -> Option<String> {
    let styled = DATE_STYLES.into_iter().find_map(|style| {
        let written = locale::date(locale, style, date)?;
        replace(text, &written, &date_expression(name, style), count, false)
    });
    let as_in_the_source = || replace(text, source, &notation::expression(name, None, &[]), count, false);
    styled.or_else(as_in_the_source).or_else(|| {
        let (written, pattern) = pattern_of(text, date, locale)?;
        let expression = notation::expression(name, Some("DATETIME"), &[("pattern", &pattern)]);
        replace(text, &written, &expression, count, false)
    })
}

/// The date as it is in a text in an order of its own, with its pattern: `2021 年 12 月 9 日` is
/// `y 年 M 月 d 日`.
fn pattern_of(text: &str, date: Date, locale: &str) -> Option<(String, String)> {
    const FIELDS: [(&str, &str); 3] = [("y", "y"), ("M", "MM MMM MMMM"), ("d", "dd")];
    /// Between two fields there is no room for other words.
    const BETWEEN: usize = 16;
    let mut found: Vec<(std::ops::Range<usize>, &str)> = Vec::new();
    for (plain, others) in FIELDS {
        let mut best: Option<(std::ops::Range<usize>, &str)> = None;
        for field in std::iter::once(plain).chain(others.split(' ')) {
            let Ok(written) = locale::date_by_pattern(locale, field, date) else { continue };
            // Figures stand beside 年 and 月 without a blank.
            let figures = |c: char| c.is_ascii_digit();
            let place = text.match_indices(&written).map(|(at, _)| at..at + written.len()).find(|range| {
                let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
                let taken = found.iter().any(|(other, _)| other.start < range.end && range.start < other.end);
                !taken && !before.is_some_and(figures) && !after.is_some_and(figures)
            });
            if let Some(place) = place.filter(|place| best.as_ref().is_none_or(|(old, _)| old.len() < place.len())) {
                best = Some((place, field));
            }
        }
        found.push(best?);
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut pattern = String::new();
    let mut end = found[0].0.start;
    for (range, field) in &found {
        let between = text.get(end..range.start)?;
        if between.len() > BETWEEN || between.contains(['\n', '\'', '"', '\\', notation::OPEN, notation::CLOSE]) {
            return None;
        }
        push_literal(&mut pattern, between);
        pattern.push_str(field);
        end = range.end;
    }
    let written = text[found[0].0.start..end].to_owned();
    // 日 behind the day belongs to the date.
    let tail = text[end..].trim_start_matches(' ');
    let day = tail.chars().next().filter(|c| matches!(c, '日' | '일'));
    let (written, pattern) = match day {
        Some(c) => {
            let gap = &text[end..text.len() - tail.len()];
            (format!("{written}{gap}{c}"), format!("{pattern}{gap}{c}"))
        }
        None => (written, pattern),
    };
    (locale::date_by_pattern(locale, &pattern, date).as_deref() == Ok(&written)).then_some((written, pattern))
}

/// Letters are fields of a pattern unless they are in quotes.
fn push_literal(pattern: &mut String, text: &str) {
    match text.contains(|c: char| c.is_ascii_alphabetic()) {
        true => {
            let blank = text.len() - text.trim_start().len();
            let end = text.trim_end().len();
            pattern.push_str(&text[..blank]);
            pattern.push('\'');
            pattern.push_str(&text[blank..end]);
            pattern.push('\'');
            pattern.push_str(&text[end..]);
        }
        false => pattern.push_str(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::bind::Binding;
    use super::*;
    use crate::variables::declaration::ValueType;

    fn bindings() -> Bindings {
        let binding = |name: &str, kind: ValueType, text: &str| Binding {
            name: name.into(),
            value: Value::read(kind, text).unwrap(),
            unit: None,
            line: 1,
            translate: false,
            anywhere: false,
            certain: true,
        };
        Bindings {
            list: vec![
                binding("app", ValueType::Text, "Hibob"),
                binding("developer", ValueType::Text, "Hibob Inc."),
                binding("updated", ValueType::Date, "December 9, 2021"),
                binding("seats", ValueType::Number, "1,200"),
            ],
        }
    }

    fn lifted(translation: &str, form: &str, locale: &str) -> Option<String> {
        let form = form.replace('{', "\u{FDD0}").replace('}', "\u{FDD1}");
        lift(translation, &form, &bindings(), &Values::new(), locale).map(|text| notation::shown(&text).into_owned())
    }

    #[test]
    fn values_are_lifted_where_the_translation_follows_the_english() {
        let form = "Information about {$app} provided by {$developer}";
        assert_eq!(
            lifted("Informations sur Hibob fournies par Hibob Inc.", form, "fr-FR").as_deref(),
            Some("Informations sur { $app } fournies par { $developer }")
        );
        for other in [
            "Informations fournies par Hibob Inc.",
            "Informations sur Hibob, Hibob, fournies par Hibob Inc.",
            "Informations sur Hibou fournies par Hibou Inc.",
        ] {
            assert_eq!(lifted(other, form, "fr-FR"), None, "{other}");
        }
    }

    #[test]
    fn what_stands_for_which_of_two_equal_values_is_not_guessed() {
        let mut bindings = bindings();
        bindings.list[1].value = Value::Text("Hibob".into());
        let form = "By \u{FDD0}$app\u{FDD1} of \u{FDD0}$developer\u{FDD1}";
        for translation in ["Par Hibob de Hibob", "Par Hibob"] {
            assert_eq!(lift(translation, form, &bindings, &Values::new(), "fr-FR"), None);
        }
    }

    #[test]
    fn dates_are_lifted_in_any_shape() {
        let form = "Updated: {DATETIME($updated, dateStyle: \"long\")}";
        for (locale, text, expected) in [
            ("fr-FR", "Mise à jour : 9 décembre 2021", "Mise à jour : { DATETIME($updated, dateStyle: \"long\") }"),
            ("fr-FR", "Mise à jour : December 9, 2021", "Mise à jour : { $updated }"),
            ("fr-FR", "Mise à jour : 09/12/2021.", "Mise à jour : { DATETIME($updated, dateStyle: \"short\") }."),
            ("ja-JP", "更新日: 2021 年 12 月 9 日", "更新日: { DATETIME($updated, pattern: \"y 年 M 月 d 日\") }"),
            ("ja-JP", "2021年12月9日更新", "{ DATETIME($updated, dateStyle: \"long\") }更新"),
            ("es-ES", "El 9 de diciembre del 2021", "El { DATETIME($updated, pattern: \"d 'de' MMMM 'del' y\") }"),
        ] {
            assert_eq!(lifted(text, form, locale).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(lifted("Mise à jour : 8 décembre 2021", form, "fr-FR"), None);
        assert_eq!(lifted("Mise à jour", form, "fr-FR"), None);
    }

    #[test]
    fn numbers_are_lifted_as_the_locale_writes_them() {
        let form = "For {NUMBER($seats)} users";
        assert_eq!(lifted("Für 1.200 Nutzer", form, "de-DE").as_deref(), Some("Für { NUMBER($seats) } Nutzer"));
        assert_eq!(
            lifted("Für 1200 Nutzer", form, "de-DE").as_deref(),
            Some("Für { NUMBER($seats, useGrouping: \"false\") } Nutzer")
        );
        assert_eq!(lifted("Für 1,200 Nutzer", form, "de-DE").as_deref(), Some("Für { $seats } Nutzer"));
    }
}
