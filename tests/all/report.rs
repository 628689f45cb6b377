//! Findings in the formats of other programs: whatever names and texts are, they come back, and nothing else does.

mod sarif_rules;

use std::fs;

use handback::checks::finding::{Finding, Place};
use handback::commands::check::CheckReport;
use handback::report::{github, gitlab, json, junit, plain, sarif, step_summary};
use handback::settings::code::{Code, Level};
use proptest::prelude::*;
use pulldown_cmark::{Event as Markdown, Options, Parser, Tag};
use quick_xml::events::Event as Xml;
use serde::Serialize;
use serde_json::{Value, json};

/// A finding with a text in all of its places.
fn finding(code: Code, name: &str, text: &str) -> Finding {
    let mut finding = Finding::new(code, format!("no translation of {text}"), format!("translate {text}"));
    finding.locale = Some("fr-FR".into());
    finding.id = Some("some-id".into());
    (finding.document, finding.file) = (Some(name.into()), Some(format!("source-docs/{name}").into()));
    (finding.line, finding.source, finding.previous) = (Some(3), Some(text.into()), Some(text.into()));
    finding.resource = Some(Place { file: format!("locales/fr-FR/{name}.ftl").into(), line: Some(7) });
    finding.output = Some(Place { file: format!("{name}.out").into(), line: None });
    finding
}

fn report(findings: Vec<Finding>) -> CheckReport {
    CheckReport { findings, documents: 1, locales: vec!["fr-FR".into()], ..CheckReport::default() }
}

fn written(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    json::write(&mut out, value).unwrap();
    String::from_utf8(out).unwrap()
}

fn parsed(value: &impl Serialize) -> Value {
    serde_json::from_str(&written(value)).unwrap()
}

/// A log with a finding of every code, one without any place, and names that are no URI.
fn every_code() -> CheckReport {
    let mut findings: Vec<Finding> = Code::all().map(|code| finding(code, "a b/ü:%#?.md", "Some “text”")).collect();
    findings.push(Finding::new(Code::LocaleIncomplete, "fr-FR is incomplete", "translate it"));
    report(findings)
}

#[test]
fn sarif_keeps_the_rules_of_the_validator_and_of_github() {
    let log = parsed(&sarif::format(&every_code(), "docs site/"));
    assert_eq!(sarif_rules::broken(&log), Vec::<String>::new());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    fs::create_dir_all(&folder).unwrap();
    // `tests/sarif/run` holds it against the official schema.
    fs::write(folder.join("every-code.sarif"), log.to_string()).unwrap();
    let result = &log["runs"][0]["results"][0];
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "docs%20site/source-docs/a%20b/%C3%BC%3A%25%23%3F.md");
}

/// Breaks a log in one place and expects the rule that says so.
#[test]
fn the_rules_find_what_breaks_them() {
    let log = parsed(&sarif::format(&every_code(), ""));
    let place = "/runs/0/results/0/locations/0/physicalLocation";
    let rule = "/runs/0/tool/driver/rules/0";
    let driver = "/runs/0/tool/driver";
    let cases = [
        ("SARIF1001", format!("{rule}/name"), json!("stale")),
        ("SARIF1002", format!("{place}/artifactLocation/uri"), json!("a b.md")),
        ("SARIF1004", format!("{place}/artifactLocation/uri"), json!("/a.md")),
        ("SARIF1004", "/runs/0/originalUriBaseIds/%SRCROOT%".into(), json!({ "uri": "a" })),
        ("SARIF1005", format!("{driver}/informationUri"), json!("README.md")),
        ("SARIF1009", "/runs/0/results/0/ruleIndex".into(), json!(999)),
        ("SARIF1009: another", "/runs/0/results/0/ruleIndex".into(), json!(1)),
        ("SARIF1010", "/runs/0/results/0/ruleId".into(), json!("")),
        ("SARIF1011", "/$schema".into(), json!("https://contoso.com/sarif-2.0.json")),
        ("SARIF2001", "/runs/0/results/0/message/text".into(), json!("No end")),
        ("SARIF2004", rule.into(), json!({ "id": "stale" })),
        ("SARIF2005", format!("{driver}/informationUri"), Value::Null),
        ("SARIF2008", "/$schema".into(), Value::Null),
        ("SARIF2012", format!("{rule}/name"), json!("not pascal")),
        ("GH1001", "/runs/0/results/0/locations".into(), json!([])),
        ("GH1003", format!("{place}/region"), json!({ "startLine": 0 })),
        ("GH1005", format!("{place}/artifactLocation/uri"), json!("https://contoso.com/a.md")),
        ("GH1007", "/runs/0/results/0/message".into(), json!({ "id": "default" })),
        ("GH1013", "/version".into(), json!("2.0.0")),
        ("GH1014", "/runs/0/results".into(), Value::Null),
        ("GH1016", "/runs/0/results/0/locations/0".into(), json!({})),
        ("GH1017", format!("{place}/region"), Value::Null),
        ("GH1018", format!("{driver}/name"), json!("")),
        ("GH2012", format!("{rule}/help"), Value::Null),
        ("GitHub: tags", format!("{rule}/properties/tags"), json!(vec!["x"; 21])),
        ("GitHub: fingerprints", "/runs/0/results/0/partialFingerprints".into(), Value::Null),
    ];
    for (rule, place, value) in cases {
        let mut log = log.clone();
        *log.pointer_mut(&place).unwrap() = value;
        let broken = sarif_rules::broken(&log);
        assert!(broken.iter().any(|broken| broken.contains(rule)), "{rule} at {place}: {broken:?}");
    }
}

#[test]
fn a_sarif_log_holds_the_heaviest_results_and_says_what_it_leaves_out() {
    let mut findings = vec![finding(Code::Spaces, "a.md", "Text"); sarif::MOST + 2];
    findings.last_mut().unwrap().severity = Level::Error;
    let report = report(findings);
    let log = parsed(&sarif::format(&report, ""));
    assert_eq!(sarif_rules::broken(&log), Vec::<String>::new());
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), sarif::MOST);
    assert_eq!(run["results"][sarif::MOST - 1]["level"], "error");
    let notifications = &run["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(
        notifications[0]["message"]["text"],
        "2 findings are left out, the lightest: a log holds at most 25000 results."
    );
    assert_eq!(sarif::left_out(&report), 2);
}

#[test]
fn fingerprints_outlive_a_move_and_tell_locales_apart() {
    let one = finding(Code::Missing, "a.md", "Text");
    let mut moved = one.clone();
    moved.line = Some(99);
    let mut other = one.clone();
    other.locale = Some("de-DE".into());
    let log = parsed(&sarif::format(&report(vec![one, moved, other]), ""));
    let print = |at: usize| log["runs"][0]["results"][at]["partialFingerprints"]["primaryLocationLineHash"].clone();
    assert_eq!(print(0), print(1));
    assert_ne!(print(0), print(2));
}

/// Names and texts that try to be more than text.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "::error::",
        "::set-output name=x::",
        "::stop-commands::x",
        "::",
        "%0A",
        "%25",
        "##[",
        "##[error]",
        "##vso[task",
        "]",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\u{1b}[2J",
        "\u{9b}",
        "\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "\u{85}",
        "\0",
        "\u{7}",
        "\u{fffe}",
        "\u{feff}",
        "<b>",
        "&amp;",
        "&",
        "]]>",
        "|",
        "\\|",
        "`",
        "``",
        "@contoso/team",
        "#12",
        "\\",
        "\"",
        "'",
        "https://contoso.com",
        "a@contoso.com",
        "-->",
        "*b*",
        "_c_",
        "Text",
        "é",
        "日本",
        ",",
        ":",
    ]);
    let piece = prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Lines that a runner takes for commands, and characters that drive terminals.
fn commands(out: &str) -> Vec<String> {
    let is_command = |line: &str| {
        let vso = line
            .match_indices("##")
            .any(|(at, _)| line[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphanumeric()).starts_with('['));
        line.trim_start().starts_with("::") || vso
    };
    let drives =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let lines = out.lines().filter(|line| is_command(line)).map(str::to_owned);
    lines.chain(out.chars().filter(|c| drives(*c)).map(|c| format!("{c:?}"))).collect()
}

/// Content of all elements, and all attributes, of well-formed XML.
fn xml_texts(text: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut found, mut content) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => return found,
            Xml::Start(tag) | Xml::Empty(tag) => {
                content.clear();
                let value = |attribute: quick_xml::events::attributes::Attribute<'_>| {
                    quick_xml::escape::unescape(&attribute.value).unwrap().into_owned()
                };
                found.extend(tag.attributes().map(|attribute| value(attribute.unwrap())));
            }
            Xml::Text(text) => content.push_str(&text),
            Xml::GeneralRef(name) => {
                content.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap());
            }
            Xml::End(_) => found.push(std::mem::take(&mut content)),
            _ => {}
        }
    }
}

/// The cells of the tables of a Markdown text, and everything in it that is neither table, heading nor text.
fn cells(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut cells, mut others) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Markdown::Start(Tag::TableCell) => cells.push(String::new()),
            Markdown::Text(text) => {
                if let Some(cell) = cells.last_mut() {
                    cell.push_str(&text);
                }
            }
            Markdown::InlineHtml(html) if ["<code>", "</code>"].contains(&&*html) => {}
            Markdown::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Heading { .. } | Tag::Paragraph)
            | Markdown::End(_) => {}
            other => others.push(format!("{other:?}")),
        }
    }
    (cells, others)
}

/// The messages of workflow commands, as the runner reads them.
fn messages(out: &str) -> Vec<String> {
    let message = |line: &str| {
        let (_, message) = line.strip_prefix("::").and_then(|line| line.split_once("::")).expect("a command");
        message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    out.split_terminator('\n').map(message).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_gives_every_text_back_and_writes_no_command(name in hostile(), text in hostile()) {
        let findings = vec![finding(Code::Missing, &name, &text), finding(Code::Junk, &name, &text)];
        let out = written(&findings);
        prop_assert_eq!(commands(&out), Vec::<String>::new());
        let read: Vec<Finding> = serde_json::from_str(&out).unwrap();
        prop_assert_eq!(&read, &findings);
        let report = report(findings);
        for out in [written(&sarif::format(&report, "")), written(&gitlab::format(&report, ""))] {
            prop_assert_eq!(commands(&out), Vec::<String>::new());
        }
        let log = parsed(&sarif::format(&report, ""));
        prop_assert_eq!(sarif_rules::broken(&log), Vec::<String>::new());
        let message = plain::with_fix(&report.findings[0]);
        prop_assert_eq!(&log["runs"][0]["results"][0]["message"]["text"], &json!(message));
        prop_assert_eq!(&parsed(&gitlab::format(&report, ""))[0]["description"], &json!(message));
    }

    #[test]
    fn junit_is_well_formed_whatever_names_are(name in hostile(), text in hostile()) {
        let mut out = Vec::new();
        junit::write(&mut out, &report(vec![finding(Code::Missing, &name, &text)])).unwrap();
        let out = String::from_utf8(out).unwrap();
        prop_assert_eq!(commands(&out), Vec::<String>::new());
        // What no XML can hold is replaced.
        let no_xml = |c: char| c < ' ' && !"\t\n\r".contains(c) || "\u{fffe}\u{ffff}".contains(c);
        let found = xml_texts(&out);
        let expected = plain::harmless(&plain::with_fix(&finding(Code::Missing, &name, &text))).replace(no_xml, "\u{fffd}");
        prop_assert!(found.iter().any(|found| found.contains(&expected)), "{expected:?} in {found:#?}");
        prop_assert!(found.contains(&name.replace(no_xml, "\u{fffd}")), "{name:?} in {found:#?}");
    }

    #[test]
    fn a_github_log_has_one_command_for_each_text(name in hostile(), text in hostile()) {
        let mut other = finding(Code::Missing, &name, &text);
        other.locale = Some("de-DE".into());
        let findings = vec![finding(Code::Missing, &name, &text), other, finding(Code::Junk, &name, &text)];
        let out = github::format(&report(findings.clone()), "");
        prop_assert_eq!(out.lines().filter(|line| line.starts_with("::error file=")).count(), 2, "{}", out);
        let (found, rest) = (messages(&out), commands(&out.replace("::error file=", "")));
        prop_assert_eq!(rest, Vec::<String>::new());
        let expected = plain::harmless(&plain::with_fix(&findings[2])).into_owned();
        prop_assert_eq!(&found[1], &expected);
        prop_assert_eq!(found[0].lines().count(), 3);
    }

    #[test]
    fn a_summary_has_texts_in_cells_and_nothing_else(name in hostile(), text in hostile()) {
        let finding = finding(Code::Missing, &name, &text);
        let out = step_summary::format(&report(vec![finding.clone()]), step_summary::MOST);
        prop_assert_eq!(commands(&out), Vec::<String>::new());
        let (cells, others) = cells(&out);
        prop_assert_eq!(others, Vec::<String>::new(), "{}", out);
        prop_assert_eq!(cells.len(), 3 + 3 + 4 + 4, "{}", out);
        let expected: String = plain::harmless(&plain::sentence(&finding)).chars().take(300).collect();
        prop_assert!(cells[11].trim().starts_with(expected.trim()), "{:?} and {:?}", expected, cells);
    }
}

#[test]
fn a_summary_fits_its_room() {
    let findings = (0..5000).map(|at| finding(Code::Missing, &format!("{at}.md"), &"word ".repeat(100)));
    let mut findings: Vec<Finding> = findings.collect();
    findings.iter_mut().enumerate().for_each(|(at, finding)| finding.id = Some(format!("id-{at}").into()));
    let report = report(findings);
    let whole = step_summary::format(&report, step_summary::MOST);
    assert!(whole.len() < 100_000 && whole.contains("The heaviest of 5000"), "{}", whole.len());
    let less = step_summary::format(&report, 1000);
    assert!(less.len() <= 1000 && less.ends_with("The rest does not fit here.\n"), "{less}");
    assert_eq!(step_summary::format(&report, 10), "");
}
