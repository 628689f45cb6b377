//! Findings as JUnit XML: a suite for each locale, a case for each document.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::plain;
use crate::checks::finding::Finding;
use crate::commands::check::CheckReport;
use crate::settings::code::Level;

/// Cases by suite and document.
type Suites<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a Finding>>>;

/// The whole report, with a final line end.
pub fn format(report: &CheckReport) -> io::Result<String> {
    let mut suites: Suites<'_> = BTreeMap::new();
    for locale in &report.locales {
        suites.entry(locale).or_default();
    }
    for finding in &report.findings {
        let suite = suites.entry(finding.locale.as_deref().unwrap_or("project")).or_default();
        suite.entry(finding.document.as_deref().unwrap_or("(whole locale)")).or_default().push(finding);
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures: usize = suites.values().map(failures_of).sum();
    let tests: usize = suites.values().map(|cases| cases.len().max(1)).sum();
    writer
        .create_element("testsuites")
        .with_attributes([
            ("name", "handback check"),
            ("tests", &*(tests + usize::from(report.problems.has_errors())).to_string()),
            ("failures", &*failures.to_string()),
            ("errors", &*report.problems.errors().count().to_string()),
        ])
        .write_inner_content(|writer| {
            suites.iter().try_for_each(|(name, cases)| suite(writer, name, cases))?;
            errors(writer, &report.problems.errors().map(ToString::to_string).collect::<Vec<_>>())
        })?;
    let mut text = String::from_utf8(writer.into_inner()).map_err(io::Error::other)?;
    text.push('\n');
    Ok(text)
}

fn failures_of(cases: &BTreeMap<&str, Vec<&Finding>>) -> usize {
    cases.values().filter(|findings| findings.iter().any(|finding| finding.severity == Level::Error)).count()
}

fn suite(writer: &mut Writer<Vec<u8>>, name: &str, cases: &BTreeMap<&str, Vec<&Finding>>) -> io::Result<()> {
    writer
        .create_element("testsuite")
        .with_attributes([
            ("name", name),
            ("tests", &*cases.len().max(1).to_string()),
            ("failures", &*failures_of(cases).to_string()),
            ("errors", "0"),
        ])
        .write_inner_content(|writer| {
            if cases.is_empty() {
                // Some readers take a suite without a case for a broken run.
                writer
                    .create_element("testcase")
                    .with_attributes([("classname", name), ("name", "clean")])
                    .write_empty()?;
            }
            cases.iter().try_for_each(|(document, findings)| case(writer, name, document, findings))
        })?;
    Ok(())
}

/// A case fails once, however many findings it has; the rest is its output.
fn case(writer: &mut Writer<Vec<u8>>, suite: &str, document: &str, findings: &[&Finding]) -> io::Result<()> {
    let (failing, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.severity == Level::Error);
    let lines = |findings: &[&Finding]| findings.iter().map(|finding| line(finding)).collect::<Vec<_>>().join("\n");
    writer.create_element("testcase").with_attributes([("classname", suite), ("name", document)]).write_inner_content(
        |writer| {
            if let Some(first) = failing.first() {
                let message = match failing.len() {
                    1 => plain::sentence(first),
                    count => format!("{count} findings, the first: {}", plain::sentence(first)),
                };
                writer
                    .create_element("failure")
                    .with_attributes([("type", first.code.name()), ("message", &*printable(&message))])
                    .write_text_content(BytesText::new(&printable(&lines(&failing))))?;
            }
            if !others.is_empty() {
                let text = printable(&lines(&others));
                writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
            }
            Ok(())
        },
    )?;
    Ok(())
}

fn line(finding: &Finding) -> String {
    let place = finding.place().map_or_else(String::new, |place| match place.line {
        Some(line) => format!("{}:{line}: ", place.file),
        None => format!("{}: ", place.file),
    });
    format!("{place}{} [{}]", plain::with_fix(finding), finding.code)
}

fn errors(writer: &mut Writer<Vec<u8>>, errors: &[String]) -> io::Result<()> {
    if errors.is_empty() {
        return Ok(());
    }
    let count = errors.len().to_string();
    writer
        .create_element("testsuite")
        .with_attributes([("name", "errors"), ("tests", "1"), ("failures", "0"), ("errors", &*count)])
        .write_inner_content(|writer| {
            let case = writer.create_element("testcase").with_attributes([("classname", "errors"), ("name", "input")]);
            case.write_inner_content(|writer| {
                errors.iter().try_for_each(|error| {
                    let error = printable(error);
                    writer.create_element("error").with_attributes([("message", &*error)]).write_empty().map(|_| ())
                })
            })?;
            Ok(())
        })?;
    Ok(())
}

/// XML has no way to write most control characters.
fn printable(text: &str) -> String {
    let allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\t' | '\r');
    text.chars().map(|c| if allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}') { c } else { '\u{fffd}' }).collect()
}
