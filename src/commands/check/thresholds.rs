//! What a locale has to reach, and what is tolerated until then.

use handback_core::text::count::counted;

use crate::checks::finding::{Finding, Place};
use crate::settings::code::{Code, Level};
use crate::settings::config::{Config, FILE_NAME, Thresholds};
use crate::snapshot::counts::LocaleCounts;

/// Turns what the thresholds of a locale tolerate into warnings, and adds what it does not reach.
/// `today` is the day that ages are counted to.
pub fn apply(config: &Config, locale: &str, counts: &LocaleCounts, findings: &mut Vec<Finding>) {
    let thresholds = config.thresholds(locale);
    let of_locale = |finding: &&mut Finding| finding.locale.as_deref() == Some(locale);
    for finding in findings.iter_mut().filter(of_locale) {
        let tolerated = match finding.code {
            Code::Stale => tolerates_stale(&thresholds, counts.by_message.stale, finding.age_days),
            Code::Missing => thresholds.max_age_days.is_some_and(|days| is_young(days, finding.age_days)),
            _ => false,
        };
        if tolerated {
            finding.severity = Level::Warning;
        }
    }
    let missing_matters = findings
        .iter()
        .any(|f| f.code == Code::Missing && f.locale.as_deref() == Some(locale) && f.severity == Level::Error);
    findings.extend(incomplete(config, locale, counts, &thresholds, missing_matters));
}

/// Stale texts are tolerated if a bound is set, and every bound that is set is kept.
fn tolerates_stale(thresholds: &Thresholds, stale: usize, age: Option<i64>) -> bool {
    let bounded = thresholds.max_stale.is_some() || thresholds.max_age_days.is_some();
    bounded
        && thresholds.max_stale.is_none_or(|most| stale <= most)
        && thresholds.max_age_days.is_none_or(|days| is_young(days, age))
}

/// What has no known age became so in this very change.
fn is_young(days: u32, age: Option<i64>) -> bool {
    age.unwrap_or(0) <= i64::from(days)
}

fn incomplete(
    config: &Config,
    locale: &str,
    counts: &LocaleCounts,
    thresholds: &Thresholds,
    missing_matters: bool,
) -> Vec<Finding> {
    let by = &counts.by_message;
    let mut found = Vec::new();
    let mut add = |level: Level, message: String, fix: String| {
        let mut finding = Finding::new(Code::LocaleIncomplete, message, fix);
        finding.severity = level;
        finding.locale = Some(locale.to_owned());
        finding.resource = Some(Place { file: FILE_NAME.to_owned(), line: line_of(config, locale) });
        found.push(finding);
    };
    if by.missing > 0 {
        let level = if missing_matters { Level::Error } else { Level::Warning };
        let message = format!("{locale} lacks {} of {}", by.missing, counted(counts.messages, "message"));
        add(level, message, format!("translate what `handback status --locale {locale}` counts as missing"));
    }
    if let Some(most) = thresholds.max_stale.filter(|most| by.stale > *most) {
        let message = format!("{locale} has {}; `max_stale` allows {most}", counted(by.stale, "stale message"));
        add(Level::Error, message, "bring translations up to date: `handback diff` shows them".to_owned());
    }
    let human = by.human as f64 * 100.0 / counts.messages.max(1) as f64;
    if let Some(least) = thresholds.min_human.filter(|least| counts.messages > 0 && human < *least) {
        let message = format!("{human:.1} % of {locale} is human; `min_human` asks for {least} %");
        add(Level::Error, message, "have persons approve machine translations".to_owned());
    }
    found
}

fn line_of(config: &Config, locale: &str) -> Option<u32> {
    let text = std::fs::read_to_string(config.root.join(FILE_NAME)).ok()?;
    text.lines()
        .position(|line| !line.trim_start().starts_with('#') && line.contains(locale))
        .map(|line| line as u32 + 1)
}
