//! Values of document variables.

use fixed_decimal::Decimal;
use jiff::civil::Date;

use super::declaration::ValueType;

/// What a document has for a variable.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    /// With the text as the source has it.
    Date(String, Date),
    Number(String, Decimal),
}

/// Longer texts are no names.
const LONGEST: usize = 200;

impl Value {
    /// Reads a value from the source; `None` if it is none of its type.
    pub fn read(kind: ValueType, text: &str) -> Option<Self> {
        let text = text.trim();
        let usable = !text.is_empty() && text.len() <= LONGEST && !text.contains(['\n', '\r']);
        if !usable || !text.chars().any(char::is_alphanumeric) {
            return None;
        }
        match kind {
            ValueType::Text => Some(Self::Text(text.to_owned())),
            ValueType::Date => read_date(text).map(|(text, date)| Self::Date(text.to_owned(), date)),
            ValueType::Number => read_number(text).map(|(text, number)| Self::Number(text.to_owned(), number)),
        }
    }

    /// The value as the source has it.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Date(text, _) | Self::Number(text, _) => text,
        }
    }
}

/// Whether a number is written in groups, as far as it is long enough for any. Unless a translation says
/// otherwise it is written so in every language: `2021` is a year, and `1,200` is not.
pub fn is_grouped(text: &str) -> bool {
    text.contains(',') || text.split('.').next().is_some_and(|whole| whole.len() < 4)
}

/// Dates as English documents write them; with the month in figures it is the American order, as in
/// `ms.date: 12/16/2019`.
const DATE_FORMS: [&str; 10] = [
    "%Y-%m-%d",
    "%m/%d/%Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%A, %B %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%B %d %Y",
    "%b. %d, %Y",
];

/// The date that a text begins with, without the marks behind it.
fn read_date(text: &str) -> Option<(&str, Date)> {
    let core = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    // What follows a date in its line does not belong to it.
    let ends = core.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.chain([core.len()]).collect();
    ends.reverse();
    ends.into_iter().take(40).find_map(|end| {
        let candidate = &core[..end];
        DATE_FORMS.iter().find_map(|form| Date::strptime(form, candidate).ok()).map(|date| (candidate, date))
    })
}

/// `1,234.5` as English writes it; what follows does not belong to it.
fn read_number(text: &str) -> Option<(&str, Decimal)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
    let digits = text[..end].trim_end_matches(['.', ',']);
    let plain = digits.replace(',', "");
    let grouped = digits.split('.').next().unwrap_or("").split(',').skip(1).all(|group| group.len() == 3);
    if !grouped || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    plain.parse().ok().map(|number| (digits, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_any_english_shape() {
        for text in [
            "December 9, 2021",
            "Dec 9, 2021",
            "2021-12-09",
            "12/09/2021",
            "12/9/2021",
            "9 December 2021",
            "09-Dec-2021",
            "Thursday, December 9, 2021",
            "December 9, 2021*",
            "December 9, 2021 (by Contoso).",
        ] {
            let Some(Value::Date(_, date)) = Value::read(ValueType::Date, text) else { panic!("{text}") };
            assert_eq!(date.to_string(), "2021-12-09", "{text}");
        }
        assert_eq!(Value::read(ValueType::Date, "December 9, 2021.").unwrap().text(), "December 9, 2021");
        for text in ["Smarch 1, 2021", "31/31/2021", "soon", ""] {
            assert_eq!(Value::read(ValueType::Date, text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_english_writes_them() {
        assert_eq!(Value::read(ValueType::Number, "1,234.50 seats").unwrap().text(), "1,234.50");
        assert_eq!(Value::read(ValueType::Number, "12,34"), None);
        assert_eq!(Value::read(ValueType::Number, "none"), None);
    }

    #[test]
    fn a_paragraph_is_no_name() {
        assert_eq!(Value::read(ValueType::Text, &"word ".repeat(60)), None);
        assert_eq!(Value::read(ValueType::Text, "—"), None);
        assert_eq!(Value::read(ValueType::Text, "Contoso \"Pro\"").unwrap().text(), "Contoso \"Pro\"");
    }
}
