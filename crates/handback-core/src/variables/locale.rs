//! Values as a locale writes them, from the data of Unicode's CLDR.

use std::fmt::Write as _;

use fixed_decimal::Decimal;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;
use jiff::civil::Date;
use writeable::TryWriteable as _;

/// The lengths in which a date may be written, most common first.
pub const DATE_STYLES: [&str; 4] = ["long", "medium", "full", "short"];

/// A date in one of [`DATE_STYLES`]: `9 décembre 2021`. An unknown locale is written as the root of all.
pub fn date(locale: &str, style: &str, date: Date) -> Option<String> {
    let preferences = preferences(locale);
    let day = gregorian(date)?;
    let fields = match style {
        "long" => YMD::long(),
        "medium" => YMD::medium(),
        "short" => YMD::short(),
        "full" => {
            let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(preferences, YMDE::long()).ok()?;
            return Some(formatter.format(&day).to_string());
        }
        _ => return None,
    };
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(preferences, fields).ok()?;
    Some(formatter.format(&day).to_string())
}

/// A date by a pattern of CLDR's letters (`d. MMMM y`), with the locale's names of months and days.
/// The error says why the pattern cannot be used.
pub fn date_by_pattern(locale: &str, pattern: &str, date: Date) -> Result<String, String> {
    let wrong = || format!("`{pattern}` is no pattern for a date: expected for example `d MMMM y`");
    let outside_quotes = pattern.split('\'').step_by(2);
    let is_field = |c: char| !c.is_ascii_alphabetic() || matches!(c, 'G' | 'y' | 'M' | 'L' | 'd' | 'E');
    if !outside_quotes.flat_map(str::chars).all(is_field) {
        return Err(wrong());
    }
    let parsed = DateTimePattern::try_from_pattern_str(pattern).map_err(|_| wrong())?;
    let mut names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet> =
        FixedCalendarDateTimeNames::try_new(preferences(locale)).map_err(|_| wrong())?;
    let formatter = names.include_for_pattern(&parsed).map_err(|_| wrong())?;
    let day = gregorian(date).ok_or_else(wrong)?;
    let mut out = String::new();
    match formatter.format(&day).try_write_to(&mut out) {
        Ok(Ok(())) => Ok(out),
        _ => Err(wrong()),
    }
}

/// A number with the locale's marks, with or without groups.
pub fn number(locale: &str, number: &Decimal, grouping: bool) -> String {
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(if grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never });
    let mut out = String::new();
    match DecimalFormatter::try_new((&parsed(locale)).into(), options) {
        Ok(formatter) => {
            let _ = write!(out, "{}", formatter.format(number));
        }
        Err(_) => {
            let _ = write!(out, "{number}");
        }
    }
    out
}

/// A number in plain figures (`1500.25`) with the locale's marks; `None` if it is none.
pub fn figures(locale: &str, figures: &str, grouping: bool) -> Option<String> {
    Some(number(locale, &figures.parse().ok()?, grouping))
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    IcuDate::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn preferences(locale: &str) -> DateTimeFormatterPreferences {
    (&parsed(locale)).into()
}

fn parsed(locale: &str) -> Locale {
    locale.parse().unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_each_locale_does() {
        let day = Date::constant(2021, 12, 9);
        for (locale, expected) in [
            ("en-US", "December 9, 2021"),
            ("fr-FR", "9 décembre 2021"),
            ("de-DE", "9. Dezember 2021"),
            ("es-ES", "9 de diciembre de 2021"),
            ("it-IT", "9 dicembre 2021"),
            ("ja-JP", "2021年12月9日"),
            ("pt-BR", "9 de dezembro de 2021"),
            ("ru-RU", "9 декабря 2021\u{202f}г."),
            ("zh-CN", "2021年12月9日"),
        ] {
            assert_eq!(date(locale, "long", day).as_deref(), Some(expected), "{locale}");
        }
        assert_eq!(date("fr-FR", "full", day).as_deref(), Some("jeudi 9 décembre 2021"));
        assert_eq!(date("en-US", "short", day).as_deref(), Some("12/9/21"));
        assert_eq!(date("en-US", "wide", day), None);
    }

    #[test]
    fn dates_may_follow_a_pattern() {
        let day = Date::constant(2021, 12, 9);
        assert_eq!(date_by_pattern("ja-JP", "y 年 M 月 d 日", day).as_deref(), Ok("2021 年 12 月 9 日"));
        assert_eq!(date_by_pattern("fr-FR", "EEEE dd MMMM y", day).as_deref(), Ok("jeudi 09 décembre 2021"));
        assert_eq!(date_by_pattern("es-ES", "d 'de' MMMM", day).as_deref(), Ok("9 de diciembre"));
        assert!(date_by_pattern("fr-FR", "HH:mm", day).is_err() && date_by_pattern("fr-FR", "QQ x", day).is_err());
        assert!(date_by_pattern("fr-FR", "ÿ'", day).unwrap_err().contains("no pattern"));
    }

    #[test]
    fn numbers_are_written_as_each_locale_does() {
        let value: Decimal = "1234567.50".parse().unwrap();
        assert_eq!(number("en-US", &value, true), "1,234,567.50");
        assert_eq!(number("fr-FR", &value, true), "1\u{202f}234\u{202f}567,50");
        assert_eq!(number("de-DE", &value, false), "1234567,50");
    }
}
