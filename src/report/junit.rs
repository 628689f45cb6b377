//! Findings as JUnit XML: a suite for each locale, a case for each document.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::name::QName;

use super::{plain, xml};
use crate::checks::finding::Finding;
use crate::commands::check::CheckReport;
use crate::settings::code::Level;

/// Cases by suite and document.
type Suites<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a Finding>>>;

/// Writes the whole report, with a final line end.
pub fn write(out: &mut dyn io::Write, report: &CheckReport) -> io::Result<()> {
    let mut suites: Suites<'_> = BTreeMap::new();
    for locale in &report.locales {
        suites.entry(locale).or_default();
    }
    for finding in &report.findings {
        let suite = suites.entry(finding.locale.as_deref().unwrap_or("project")).or_default();
        suite.entry(finding.document.as_deref().unwrap_or("(whole locale)")).or_default().push(finding);
    }
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures: usize = suites.values().map(failures_of).sum();
    let tests: usize = suites.values().map(|cases| cases.len().max(1)).sum();
    writer
        .create_element("testsuites")
        .with_attributes(attributes([
            ("name", "handback check"),
            ("tests", &(tests + usize::from(report.problems.has_errors())).to_string()),
            ("failures", &failures.to_string()),
            ("errors", &report.problems.errors().count().to_string()),
        ]))
        .write_inner_content(|writer| {
            suites.iter().try_for_each(|(name, cases)| suite(writer, name, cases))?;
            errors(writer, &report.problems.errors().map(ToString::to_string).collect::<Vec<_>>())
        })?;
    writeln!(out)
}

fn failures_of(cases: &BTreeMap<&str, Vec<&Finding>>) -> usize {
    cases.values().filter(|findings| findings.iter().any(|finding| finding.severity == Level::Error)).count()
}

fn suite(writer: &mut Writer<impl io::Write>, name: &str, cases: &BTreeMap<&str, Vec<&Finding>>) -> io::Result<()> {
    writer
        .create_element("testsuite")
        .with_attributes(attributes([
            ("name", name),
            ("tests", &cases.len().max(1).to_string()),
            ("failures", &failures_of(cases).to_string()),
            ("errors", "0"),
        ]))
        .write_inner_content(|writer| {
            if cases.is_empty() {
                // Some readers take a suite without a case for a broken run.
                writer
                    .create_element("testcase")
                    .with_attributes(attributes([("classname", name), ("name", "clean")]))
                    .write_empty()?;
            }
            cases.iter().try_for_each(|(document, findings)| case(writer, name, document, findings))
        })?;
    Ok(())
}

/// A case fails once, however many findings it has; the rest is its output.
fn case(writer: &mut Writer<impl io::Write>, suite: &str, document: &str, findings: &[&Finding]) -> io::Result<()> {
    let (failing, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.severity == Level::Error);
    let lines = |findings: &[&Finding]| findings.iter().map(|finding| line(finding)).collect::<Vec<_>>().join("\n");
    writer
        .create_element("testcase")
        .with_attributes(attributes([("classname", suite), ("name", document)]))
        .write_inner_content(|writer| {
            if let Some(first) = failing.first() {
                let message = match failing.len() {
                    1 => plain::sentence(first),
                    count => format!("{count} findings, the first: {}", plain::sentence(first)),
                };
                writer
                    .create_element("failure")
                    .with_attributes(attributes([("type", first.code.name()), ("message", &message)]))
                    .write_text_content(content(&lines(&failing)))?;
            }
            if !others.is_empty() {
                writer.create_element("system-out").write_text_content(content(&lines(&others)))?;
            }
            Ok(())
        })?;
    Ok(())
}

fn line(finding: &Finding) -> String {
    format!("{}{} [{}]", plain::place(finding), plain::harmless(&plain::with_fix(finding)), finding.code)
}

fn errors(writer: &mut Writer<impl io::Write>, errors: &[String]) -> io::Result<()> {
    if errors.is_empty() {
        return Ok(());
    }
    let count = errors.len().to_string();
    writer
        .create_element("testsuite")
        .with_attributes(attributes([("name", "errors"), ("tests", "1"), ("failures", "0"), ("errors", &count)]))
        .write_inner_content(|writer| {
            let case = writer
                .create_element("testcase")
                .with_attributes(attributes([("classname", "errors"), ("name", "input")]));
            case.write_inner_content(|writer| {
                errors.iter().try_for_each(|error| {
                    let error = writer.create_element("error").with_attributes(attributes([("message", error)]));
                    error.write_empty().map(|_| ())
                })
            })?;
            Ok(())
        })?;
    Ok(())
}

/// Attributes whose values are any texts.
fn attributes<'a, const N: usize>(values: [(&'a str, &str); N]) -> [Attribute<'a>; N] {
    values.map(|(name, value)| Attribute { key: QName(name), value: xml::attribute(value).into() })
}

/// Content that is any text.
fn content(text: &str) -> BytesText<'static> {
    BytesText::from_escaped(xml::escape(text))
}
