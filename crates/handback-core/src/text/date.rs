//! Days of the calendar, as the files of the catalog name them.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A day of the calendar in the years 0 to 9999, written as `YYYY-MM-DD`. It comes from a file or from the caller:
/// nothing here asks a clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A text that is no day, or a day that has no form `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADay(String);

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a day: expected YYYY-MM-DD", self.0)
    }
}

impl std::error::Error for NotADay {}

impl Date {
    /// Written where a date is needed and none is known.
    pub const UNKNOWN: Self = Self::constant(1970, 1, 1);

    /// Returns the day, or `None` if the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().and_then(|date| Self::try_from(date).ok())
    }

    /// Returns a day that is written in the code.
    ///
    /// # Panics
    ///
    /// If the calendar has no such day.
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        assert!(year >= 0, "no year of four digits");
        Self(jiff::civil::date(year, month, day))
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// From 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Returns the days from an earlier day to this one; negative if the other is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from((self.0 - earlier.0).get_days())
    }

    /// Reads `YYYY-MM-DD` and nothing else. States hold a date for every message, so this is done by hand.
    fn read(text: &str) -> Option<Self> {
        let &[a, b, c, d, b'-', m, n, b'-', x, y] = text.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            let digit = |number, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + i16::from(byte - b'0'));
            digits.iter().try_fold(0, digit)
        };
        let (year, month, day) = (number(&[a, b, c, d])?, number(&[m, n])?, number(&[x, y])?);
        Self::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
    }
}

impl FromStr for Date {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        Self::read(text).ok_or_else(|| NotADay(text.to_owned()))
    }
}

impl TryFrom<jiff::civil::Date> for Date {
    type Error = NotADay;

    /// Refuses years before 0, which have no form `YYYY-MM-DD`.
    fn try_from(date: jiff::civil::Date) -> Result<Self, NotADay> {
        if date.year() < 0 { Err(NotADay(date.to_string())) } else { Ok(Self(date)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl Visitor<'_> for Day {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day as YYYY-MM-DD")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Day)
    }
}

/// A date as a file has it: a day, or whatever somebody wrote in its place. That is never refused and never changed,
/// because what it belongs to would be lost with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DateOrText {
    Day(Date),
    Text(String),
}

impl DateOrText {
    /// Returns the day, or `None` for a text that is none.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Text(_) => None,
        }
    }
}

impl From<Date> for DateOrText {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<String> for DateOrText {
    fn from(text: String) -> Self {
        Date::read(&text).map_or(Self::Text(text), Self::Day)
    }
}

impl fmt::Display for DateOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Ord for DateOrText {
    /// As their texts are ordered, which days are by time.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            _ => self.to_string().cmp(&other.to_string()),
        }
    }
}

impl PartialOrd for DateOrText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for DateOrText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_they_are_read() {
        for text in ["2026-01-31", "2024-02-29", "0000-01-01", "9999-12-31"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(day.to_string(), text);
            assert_eq!(serde_yaml::from_str::<Date>(text).unwrap(), day);
            assert_eq!(serde_json::to_string(&day).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_what_was_expected() {
        for text in ["2026-02-30", "2026-13-01", "2026-1-31", "20260131", "2026-01-31T00", "+026-01-31", "tomorrow", ""]
        {
            let error = text.parse::<Date>().unwrap_err().to_string();
            assert_eq!(error, format!("`{text}` is not a day: expected YYYY-MM-DD"));
        }
        let error = serde_yaml::from_str::<Vec<Date>>("- 2026-01-31\n- 2026-02-30\n").unwrap_err();
        assert_eq!(error.location().map(|at| at.line()), Some(2));
        assert!(Date::try_from(jiff::civil::date(-1, 1, 1)).is_err());
        assert_eq!(Date::new(2026, 2, 29), None);
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        let day = Date::constant(2026, 3, 1);
        assert_eq!(day.days_since(Date::constant(2026, 2, 27)), 2);
        assert_eq!(day.days_since(Date::constant(2025, 3, 1)), 365);
        assert_eq!(Date::constant(2025, 3, 1).days_since(day), -365);
        assert!(Date::constant(2025, 12, 31) < day);
    }

    #[test]
    fn what_is_no_day_is_kept_where_it_may_stand() {
        let of = |text: &str| DateOrText::from(text.to_owned());
        for text in ["2026-01-31", "2026-02-30", "May", "", "2026"] {
            assert_eq!(of(text).to_string(), text);
            assert_eq!(serde_yaml::from_str::<DateOrText>(&format!("{text:?}")).unwrap(), of(text));
        }
        assert_eq!(of("2026-01-31").day(), Some(Date::constant(2026, 1, 31)));
        assert_eq!(of("2026-02-30").day(), None);
        let mut days = [of("May"), of("2026-02-30"), of("2026-03-01"), of("2026-01-31")];
        days.sort();
        assert_eq!(days.map(|day| day.to_string()), ["2026-01-31", "2026-02-30", "2026-03-01", "May"]);
    }
}
