//! Numbers, dates and units of measure, whatever the locale's separators, digits and order.

mod clock;
mod durations;
mod measures;
mod months;
mod parse;
mod rates;
mod references;
mod spelled;
mod units;
mod weekdays;

pub(super) use months::month_numbers;
pub(super) use parse::numbers;

use std::cell::LazyCell;

use super::{Finding, Kind, Pair};
use clock::{also_meant, hours_with_points, is_around_the_clock, lost_half_of_day};
use months::months;
use parse::{chinese_numerals, digit, is_roman_in};
use references::is_reference;
use spelled::{may_be_a_word, spelled_out};
use units::units;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// As it stands.
    text: String,
    /// What it may mean: `1.5 million` is 1.5, and 1,500,000.
    values: Vec<f64>,
    /// Bytes of the text in which it stands.
    start: usize,
    end: usize,
}

impl Number {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it ends in the text.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Whether both may mean the same.
    pub(super) fn is_as_much_as(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }
}

/// Compares the numbers of both texts.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    let (english_text, text) = (&pair.english.visible.text, &pair.wording.text);
    let english = &pair.english.numbers;
    let mut wording = numbers(text, language.decimal(), Some(language));
    hours_with_points(english_text, &mut wording);
    wording.extend(chinese_numerals(text, language));
    let before = findings.len();
    versions(pair, english, findings);
    months(pair, findings);
    if findings.len() == before {
        counts(pair, english, &wording, findings);
    }
    if findings.len() == before {
        spelled::swapped(pair, &wording, findings);
    }
    if findings.len() == before {
        weekdays::check(pair, findings);
    }
    if findings.len() == before {
        units(english_text, text, english, &wording, findings);
    }
    if findings.len() == before {
        findings.extend(durations::check(pair, english, &wording));
    }
    if findings.len() == before {
        findings.extend(measures::check(english_text, text, english, &wording).or_else(|| rates::check(pair)));
    }
}

/// Numbers of versions are copied with their points.
fn versions(pair: &Pair<'_>, english: &[Number], findings: &mut Vec<Finding>) {
    let text = &pair.english.visible.text;
    let is_version = |number: &&Number| {
        let before = text[..number.start].trim_end().as_bytes();
        let stands_there = |word: &&str| {
            before.len().checked_sub(word.len()).is_some_and(|at| before[at..].eq_ignore_ascii_case(word.as_bytes()))
        };
        number.text.contains('.') && ["version", "release", "build", "tls", "ssl", "update"].iter().any(stands_there)
    };
    if let Some(version) = english.iter().filter(is_version).find(|version| !pair.wording.text.contains(&version.text))
    {
        let message = format!("the version {} of the English is not in the translation", version.text);
        findings.push(Finding::new(
            Kind::Number,
            &version.text,
            message,
            format!("write {} as the English does", version.text),
        ));
    }
}

fn counts(pair: &Pair<'_>, english: &[Number], wording: &[Number], findings: &mut Vec<Finding>) {
    let language = pair.context.language;
    if english.is_empty() && wording.is_empty() {
        return;
    }
    let (english_text, text) = (&pair.english.visible.text, &pair.wording.text);
    let mut meant: Vec<Vec<f64>> = english.iter().map(|number| also_meant(english_text, number)).collect();
    if language.code() == "th" {
        meant.iter_mut().for_each(|values| values.extend(buddhist_year(values)));
    }
    let is_same =
        |one: &[f64], other: &[f64]| one.iter().any(|a| other.iter().any(|b| (a - b).abs() < 1e-13 * a.abs().max(1.0)));
    // `TS 23.090` is 23.090 everywhere.
    let copied: Vec<&str> = (0..english.len())
        .filter(|at| is_reference(english_text, english, *at))
        .map(|at| english[at].text.as_str())
        .filter(|figure| wording.iter().any(|number| number.text == *figure))
        .collect();
    let lost: Vec<&Number> = english
        .iter()
        .zip(&meant)
        .filter(|(number, _)| !copied.contains(&number.text.as_str()))
        .filter(|(_, meant)| !wording.iter().any(|other| is_same(meant, &other.values)))
        .filter(|(number, _)| !stands_in(pair.source, &number.text) && !is_around_the_clock(english_text, number))
        .filter(|(number, _)| !is_roman_in(text, number))
        .filter(|(number, _)| !months::is_named_in(english_text, number, text, language))
        .map(|(number, _)| number)
        .collect();
    let spelled = LazyCell::new(|| spelled_out(english_text));
    let is_new = |number: &&Number| {
        if number.text.chars().any(|c| digit(c).is_none() && c.is_alphabetic()) {
            return false;
        }
        if copied.contains(&number.text.as_str()) || meant.iter().any(|meant| is_same(meant, &number.values)) {
            return false;
        }
        let is_month = pair.english.months.iter().any(|month| is_same(&[f64::from(*month)], &number.values));
        let is_padding = number.values == [0.0] && number.text.len() == 2;
        let is_copied = stands_in(pair.english.source, &number.text);
        // `24 時間 365 日`
        let is_always = ["24", "7", "365"].contains(&number.text.as_str())
            && english.iter().any(|number| is_around_the_clock(english_text, number));
        // A counter in place of an article: `1つ`.
        let is_article = language.is_cjk() && number.values == [1.0];
        let is_spelled = || spelled.iter().any(|value| is_same(&[*value], &number.values));
        !is_always && !is_article && !is_copied && !is_month && !is_padding && !is_spelled()
    };
    let new: Vec<&Number> = wording.iter().filter(is_new).collect();
    findings.extend(difference(pair, (&lost, &new), english, wording));
}

/// What there is to say of numbers that were lost, and of new ones.
fn difference(
    pair: &Pair<'_>,
    (lost, new): (&[&Number], &[&Number]),
    english: &[Number],
    wording: &[Number],
) -> Option<Finding> {
    let (english_text, text, language) = (&pair.english.visible.text, &pair.wording.text, pair.context.language);
    if let (Some(lost), Some(new)) = (lost.first(), new.first()) {
        let message = format!("`{}` is `{}` in the English", new.text, lost.text);
        let fix = format!("write {} as {} writes it", lost.text, language.locale());
        return Some(Finding::new(Kind::Number, &new.text, message, fix));
    }
    // A small number may have become a word.
    if let Some(lost) = lost.iter().find(|lost| !may_be_a_word(lost, text, language)) {
        let message = format!("the number {} of the English is missing", lost.text);
        return Some(Finding::new(Kind::Number, &lost.text, message, format!("write {}", lost.text)));
    }
    if let Some(new) = new.first() {
        let message = format!("the English does not have the number {}", new.text);
        return Some(Finding::new(Kind::Number, &new.text, message, "remove it, or write what the English says"));
    }
    let time = english.iter().find(|number| lost_half_of_day(english_text, text, number, wording))?;
    let message = format!("`{} PM` became `{}`: half a day earlier", time.text, time.text);
    let fix = "write the hour of a day of 24 hours, or say that it is in the afternoon";
    Some(Finding::new(Kind::Number, &time.text, message, fix))
}

/// A year, as the Thai calendar counts it.
fn buddhist_year(values: &[f64]) -> Option<f64> {
    values.first().filter(|year| (1900.0..2200.0).contains(*year) && year.fract() == 0.0).map(|year| year + 543.0)
}

/// Whether a figure is part of something that is copied: `d’AES-256`, `l’2FA`, code.
fn stands_in(text: &str, figure: &str) -> bool {
    text.match_indices(figure).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + figure.len()..].chars().next());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
        !is_digit(before) && !is_digit(after) && (joins(before) || joins(after))
    })
}
