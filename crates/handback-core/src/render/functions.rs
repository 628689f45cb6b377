//! The functions that translations may call: `DATETIME`, `NUMBER` and `INITIAL`.
//!
//! - `DATETIME($updated, dateStyle: "long")` writes a date in one of the lengths `long`, `medium`, `full`
//!   and `short`, or by a pattern of CLDR's letters: `DATETIME($updated, pattern: "d. MMMM y")`.
//! - `NUMBER($seats)` writes a number; it is Fluent's own, so selectors choose plurals by it.
//! - `INITIAL($app)` says how a name begins: `vowel`, `h`, `consonant` or `other` (a figure, another
//!   script). French elision is a selector on it:
//!   `{ INITIAL($app) -> [vowel] d’{ $app } *[other] de { $app } }`.

use std::sync::{Arc, Mutex, PoisonError};

use fluent::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

use super::values::{Day, date_by_options, number_by_options};

/// What a function could not do. Fluent's resolver has no way for functions to say it.
pub type Complaints = Arc<Mutex<Vec<String>>>;

/// Makes the functions known to a bundle.
pub fn add(bundle: &mut FluentBundle<Arc<FluentResource>>, locale: &str) -> Result<Complaints, FluentError> {
    let complaints = Complaints::default();
    let (locale, noted) = (locale.to_owned(), complaints.clone());
    bundle.add_function("DATETIME", move |positional, named| {
        answer(&noted, datetime(&locale, positional, named).map(FluentValue::from))
    })?;
    let noted = complaints.clone();
    bundle.add_function("NUMBER", move |positional, named| answer(&noted, number(positional, named)))?;
    let noted = complaints.clone();
    bundle.add_function("INITIAL", move |positional, _| answer(&noted, initial(positional).map(FluentValue::from)))?;
    bundle.set_formatter(Some(write_number));
    Ok(complaints)
}

fn answer<'a>(complaints: &Complaints, result: Result<FluentValue<'a>, String>) -> FluentValue<'a> {
    result.unwrap_or_else(|message| {
        complaints.lock().unwrap_or_else(PoisonError::into_inner).push(message);
        FluentValue::Error
    })
}

fn datetime(locale: &str, positional: &[FluentValue<'_>], named: &FluentArgs<'_>) -> Result<String, String> {
    let day = match positional {
        [FluentValue::Custom(custom)] => custom.as_ref().as_any().downcast_ref::<Day>(),
        _ => None,
    };
    let day = day.ok_or("DATETIME writes dates: expected a variable of `type: date`")?;
    let option = |name: &str| match named.get(name) {
        Some(FluentValue::String(text)) => Some(text.to_string()),
        _ => None,
    };
    date_by_options(locale, day.date, option("pattern").as_deref(), option("dateStyle").as_deref())
}

fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> Result<FluentValue<'a>, String> {
    let [FluentValue::Number(number)] = positional else {
        return Err("NUMBER writes numbers: expected a number or a variable of `type: number`".into());
    };
    let mut number = number.clone();
    number.options.merge(named);
    Ok(number.into())
}

fn initial(positional: &[FluentValue<'_>]) -> Result<&'static str, String> {
    let [FluentValue::String(text)] = positional else {
        return Err("INITIAL looks at texts: expected a variable of `type: text`".into());
    };
    // Accents do not make another letter: É is an E.
    let first = text.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_lowercase().next().unwrap_or(c));
    Ok(match first {
        Some('a' | 'e' | 'i' | 'o' | 'u' | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ü' | 'œ') => "vowel",
        Some('h') => "h",
        Some('b'..='z' | 'ç' | 'ñ' | 'ß') => "consonant",
        _ => "other",
    })
}

/// Writes numbers as the bundle's locale does.
struct Digits {
    locale: String,
}

impl Memoizable for Digits {
    type Args = ();
    type Error = std::convert::Infallible;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        Ok(Self { locale: lang.to_string() })
    }
}

fn write_number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal = number.value.to_string().parse().ok()?;
    let options = &number.options;
    let digits = |count: Option<usize>| count.and_then(|count| i16::try_from(count).ok());
    let fraction = (digits(options.minimum_fraction_digits), digits(options.maximum_fraction_digits));
    memoizer
        .with_try_get::<Digits, _, _>((), |digits| {
            number_by_options(&digits.locale, &decimal, options.use_grouping, fraction)
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_what_elision_asks_for() {
        for (name, expected) in [
            ("Outlook", "vowel"),
            ("Éclair", "vowel"),
            ("Hibob", "h"),
            ("Zoom", "consonant"),
            ("“Asana”", "vowel"),
            ("7shifts", "other"),
            ("日本", "other"),
            ("Yammer", "consonant"),
        ] {
            assert_eq!(initial(&[FluentValue::from(name)]), Ok(expected), "{name}");
        }
    }
}
