//! Findings as text: by message, over documents and locales, with a table at the end.

use std::io::Write;

use handback::checks::finding::Finding;
use handback::commands::check::CheckReport;
use handback::report::groups::{self, Entry, Groups};
use handback::report::{plain, rules};
use handback::settings::code::{Code, Level};
use rustc_hash::FxHashMap;

use crate::cli::failure::Failure;
use crate::cli::ui;

/// How much is shown.
#[derive(Debug, Clone, Copy)]
pub struct Show {
    /// Most entries per code, 0 for all; `None`: what fits a screen.
    pub max: Option<usize>,
    /// Only the table.
    pub summary: bool,
    /// Only errors, and no table.
    pub quiet: bool,
}

/// Most entries of a code, and about how many in all, where nobody says how many.
const SCREEN: (usize, usize) = (10, 14);

/// Writes the findings, the table, and the last line.
pub fn write(out: &mut dyn Write, report: &CheckReport, show: &Show) -> Result<(), Failure> {
    let kept = match show.max {
        Some(0) => usize::MAX,
        max => max.unwrap_or(SCREEN.0),
    };
    let wanted = |finding: &&Finding| !show.quiet || finding.severity == Level::Error;
    let groups = groups::group(report.findings.iter().filter(wanted), kept);
    let max = if show.max.is_none() { fitting(&groups) } else { kept };
    if !show.summary {
        entries(out, &groups, max)?;
    }
    let total: usize = groups.totals.values().sum();
    if !show.quiet && (total > show.max.unwrap_or(SCREEN.0).max(1) || show.summary) {
        table(out, report)?;
    }
    last_line(out, report)
}

/// How many entries of each code fit a screen.
fn fitting(groups: &Groups<'_>) -> usize {
    let shown = |max: usize| groups.totals.values().map(|total| (*total).min(max)).sum::<usize>();
    (1..=SCREEN.0).rev().find(|max| shown(*max) <= SCREEN.1).unwrap_or(1)
}

fn entries(out: &mut dyn Write, groups: &Groups<'_>, max: usize) -> Result<(), Failure> {
    let mut shown: FxHashMap<Code, usize> = FxHashMap::default();
    for entry in &groups.entries {
        let count = shown.entry(entry.first.code).or_default();
        *count += 1;
        if *count <= max {
            one(out, entry)?;
        }
    }
    for (code, total) in groups.totals.iter().filter(|(_, total)| **total > max) {
        let count = total - max;
        writeln!(out, "… and {count} more `{code}`: `handback check --code {code} --max 0` shows all")?;
    }
    Ok(())
}

fn one(out: &mut dyn Write, entry: &Entry<'_>) -> Result<(), Failure> {
    let finding = entry.first;
    let style = style(finding.severity);
    let (bold, dim) = (ui::BOLD, ui::DIM);
    let documents = entry.documents.len();
    let many = if documents > 1 { format!(" (in {documents} documents)") } else { String::new() };
    let others: Vec<&str> =
        entry.locales.iter().copied().filter(|name| finding.locale.as_deref() != Some(name)).collect();
    let also = if others.is_empty() { String::new() } else { format!("; also in {}", others.join(", ")) };
    let age = finding
        .age_days
        .filter(|days| *days > 0)
        .map_or_else(String::new, |days| format!(", for {}", ui::plural(usize::try_from(days).unwrap_or(0), "day")));
    writeln!(
        out,
        "{bold}{}{bold:#}{style}{}{style:#}[{}]: {}{age}{also}{many}",
        plain::place(finding),
        finding.severity.name(),
        finding.code,
        plain::harmless(&plain::sentence(finding))
    )?;
    writeln!(out, "    {dim}fix: {}{dim:#}", plain::harmless(&finding.fix))?;
    Ok(())
}

fn style(level: Level) -> anstyle::Style {
    match level {
        Level::Error => ui::RED,
        Level::Warning => ui::YELLOW,
        Level::Note => ui::CYAN,
    }
}

/// How many messages have a finding, by code and locale, and what to type next.
fn table(out: &mut dyn Write, report: &CheckReport) -> Result<(), Failure> {
    let groups::Table { locales, rows } = groups::table(&report.findings);
    let width = rows.iter().map(|(code, _)| code.name().len()).max().unwrap_or(0);
    write!(out, "\n{:width$}", "")?;
    for locale in &locales {
        write!(out, "  {:>6}", if locale.is_empty() { "-" } else { locale })?;
    }
    writeln!(out)?;
    for (code, counts) in rows {
        write!(out, "{:width$}", code.name())?;
        for (locale, count) in locales.iter().zip(counts) {
            let count = if count == 0 { "·".to_owned() } else { count.to_string() };
            write!(out, "  {count:>w$}", w = locale.len().max(6))?;
        }
        match rules::next(code) {
            "" => writeln!(out)?,
            next => writeln!(out, "  {}{next}{:#}", ui::DIM, ui::DIM)?,
        }
    }
    Ok(())
}

fn last_line(out: &mut dyn Write, report: &CheckReport) -> Result<(), Failure> {
    let count = |level: Level| report.findings.iter().filter(|finding| finding.severity == level).count();
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    let (documents, locales) = (ui::plural(report.documents, "document"), ui::plural(report.locales.len(), "locale"));
    match (errors, warnings) {
        (0, 0) if report.problems.has_errors() => {
            writeln!(out, "Not known: not everything could be read, see the errors. {documents}, {locales}.")?;
        }
        (0, 0) => writeln!(out, "{}Clean{:#}: {documents}, {locales}.", ui::GREEN, ui::GREEN)?,
        _ => writeln!(
            out,
            "{}, {} in {documents}, {locales}.",
            ui::plural(errors, "error"),
            ui::plural(warnings, "warning")
        )?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback::checks::finding::Place;
    use proptest::prelude::*;

    fn shown(findings: Vec<Finding>, show: Show) -> String {
        let report =
            CheckReport { findings, documents: 1, locales: vec!["fr-FR".to_owned()], ..CheckReport::default() };
        let mut out = anstream::StripStream::new(Vec::new());
        write(&mut out, &report, &show).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    const DEFAULT: Show = Show { max: None, summary: false, quiet: false };

    fn finding(code: Code, id: usize) -> Finding {
        let mut finding = Finding::new(code, "problem", "repair it");
        (finding.id, finding.locale) = (Some(format!("id-{id}").into()), Some("fr-FR".into()));
        finding
    }

    #[test]
    fn many_findings_of_many_codes_are_a_screen() {
        let codes = Code::all().take(7);
        let findings: Vec<Finding> = codes.flat_map(|code| (0..1000).map(move |id| finding(code, id))).collect();
        assert_eq!(shown(findings.clone(), DEFAULT).lines().count(), 7 * 2 * 2 + 7 + 1 + 1 + 7 + 1);
        let summary = shown(findings.clone(), Show { summary: true, ..DEFAULT });
        assert_eq!(summary.lines().count(), 1 + 1 + 7 + 1, "{summary}");
        let all = shown(findings, Show { max: Some(0), ..DEFAULT });
        assert_eq!(all.lines().count(), 7 * 1000 * 2 + 1 + 1 + 7 + 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_entry_is_two_lines_whatever_names_and_texts_are(
            name in "(::error::|##\\[|%0A|\n|\r|\u{1b}\\[2J|\u{202e}|[a-z ]|.){0,8}",
            text in "(::error::|##\\[|##vso\\[|%0A|\n|\r|\u{1b}\\[2J|\u{202e}|\u{2028}|[a-z ]|.){0,12}",
        ) {
            let mut finding = Finding::new(Code::Junk, text.as_str(), text.as_str());
            finding.resource = Some(Place { file: name.into(), line: Some(1) });
            let out = shown(vec![finding], DEFAULT);
            let lines: Vec<&str> = out.split('\n').collect();
            prop_assert_eq!(lines.len(), 4, "{}", out);
            prop_assert!(lines.iter().all(|line| !line.trim_start().starts_with("::")), "{}", out);
            prop_assert!(!out.contains("##[") && !out.contains("##vso["), "{}", out);
            prop_assert!(!out.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{:?}", out);
            prop_assert!(out.contains(&*plain::harmless(&text)), "{}", out);
        }
    }
}
