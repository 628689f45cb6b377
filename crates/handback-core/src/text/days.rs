//! Days between dates.

/// Returns the days from one ISO 8601 date to another, or `None` if one is no such date.
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    let date = |text: &str| text.parse::<jiff::civil::Date>().ok();
    Some(i64::from((date(to)? - date(from)?).get_days()))
}
