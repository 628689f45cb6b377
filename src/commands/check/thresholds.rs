//! What a locale has to reach, and what is tolerated until then.

use handback_core::text::count::counted;

use crate::checks::finding::{Finding, Place};
use crate::project::files;
use crate::settings::code::{Code, Level};
use crate::settings::config::{Config, FILE_NAME, Thresholds};
use crate::snapshot::counts::LocaleCounts;

/// Turns what the thresholds of a locale tolerate into warnings, and adds what it does not reach.
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
        finding.locale = Some(locale.into());
        finding.resource = Some(Place { file: FILE_NAME.into(), line: line_of(config, locale) });
        found.push(finding);
    };
    let missing = by.missing - counts.missing_unpublished;
    if missing > 0 {
        let level = if missing_matters { Level::Error } else { Level::Warning };
        let message = format!("{locale} lacks {missing} of {}", counted(counts.messages, "message"));
        add(
            level,
            message,
            format!(
                "`handback review --locale {locale} --state missing` goes through them, `handback diff --locale {locale} --missing` lists them"
            ),
        );
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
    let text = files::read_text(&config.root.join(FILE_NAME)).ok()?;
    text.lines()
        .position(|line| !line.trim_start().starts_with('#') && line.contains(locale))
        .map(|line| line as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stale_texts_are_tolerated_within_every_bound_that_is_set() {
        let bounds = |max_stale, max_age_days| Thresholds { max_stale, max_age_days, ..Thresholds::default() };
        assert!(!tolerates_stale(&bounds(None, None), 0, None), "nothing is tolerated without a bound");
        assert!(tolerates_stale(&bounds(Some(2), None), 2, Some(400)));
        assert!(!tolerates_stale(&bounds(Some(2), None), 3, None));
        assert!(tolerates_stale(&bounds(None, Some(14)), 99, Some(14)));
        assert!(!tolerates_stale(&bounds(None, Some(14)), 1, Some(15)));
        assert!(!tolerates_stale(&bounds(Some(2), Some(14)), 1, Some(15)));
        assert!(tolerates_stale(&bounds(None, Some(0)), 1, None), "it became stale in this very change");
    }

    #[test]
    fn what_the_thresholds_tolerate_is_a_warning_in_that_locale_only() {
        let yaml = "locales: [fr-FR, de-DE]\nthresholds: {fr-FR: {max_age_days: 14}}\n";
        let config = Config::parse(yaml, std::path::Path::new(".")).unwrap();
        let finding = |code, locale: &str, age| {
            let mut finding = Finding::new(code, "", "");
            (finding.severity, finding.locale, finding.age_days) = (Level::Error, Some(locale.into()), Some(age));
            finding
        };
        let mut findings = vec![
            finding(Code::Stale, "fr-FR", 14),
            finding(Code::Missing, "fr-FR", 3),
            finding(Code::Missing, "fr-FR", 15),
            finding(Code::Stale, "de-DE", 1),
        ];
        apply(&config, "fr-FR", &LocaleCounts::default(), &mut findings);
        let levels: Vec<Level> = findings.iter().map(|finding| finding.severity).collect();
        assert_eq!(levels, [Level::Warning, Level::Warning, Level::Error, Level::Error]);
    }
}
