//! `handback check` as CI runs it.

use crate::support;

use crate::support::{Project, git};
use serde_json::Value;

const SOURCE: &str = "---\ntitle: Contoso CRM\n---\n\n# Contoso CRM\n\nData is kept for 30 days.\n\n| **Question** | **Answer** |\n|:--|:--|\n| Is data encrypted? | Yes |\n\nHello {name}, welcome.\n";
const OTHER: &str = "# Other app\n\n| **Question** | **Answer** |\n|:--|:--|\n| Is data encrypted? | Yes |\n";

/// Two documents, wholly translated by hand into French.
fn project(config: &str) -> Project {
    let project = Project::new(&format!("locales: [fr-FR]\n{}{config}", support::MADE_UP_WORDS));
    project.write("source-docs/a.md", SOURCE);
    project.write("source-docs/b.md", OTHER);
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    project.sync();
    project
}

fn findings(project: &Project, arguments: &[&str]) -> Vec<Value> {
    let outcome = project.run(&[&["check", "--format", "json", "--date", "2026-03-01"], arguments].concat());
    let report: Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}{}", outcome.out, outcome.err));
    assert_eq!(report["version"], 1);
    report["findings"].as_array().unwrap().clone()
}

fn codes(project: &Project, arguments: &[&str]) -> Vec<String> {
    findings(project, arguments).iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// `file:line` of the source, the resource and the page of a finding.
fn places(finding: &Value) -> [String; 3] {
    let place = |file: &Value, line: &Value| match (file.as_str(), line.as_u64()) {
        (Some(file), Some(line)) => format!("{file}:{line}"),
        (Some(file), None) => file.to_owned(),
        _ => String::new(),
    };
    [
        place(&finding["file"], &finding["line"]),
        place(&finding["resource"]["file"], &finding["resource"]["line"]),
        place(&finding["output"]["file"], &finding["output"]["line"]),
    ]
}

#[test]
fn a_complete_project_is_clean_and_nothing_is_written() {
    let project = project("");
    let whole = |project: &Project| -> Vec<_> {
        let files = ignore::WalkBuilder::new(project.path("")).standard_filters(false).build().flatten();
        let mut files: Vec<_> = files
            .filter(|entry| entry.path().is_file())
            .map(|e| (e.path().to_owned(), std::fs::read(e.path()).unwrap(), e.metadata().unwrap().modified().unwrap()))
            .collect();
        files.sort();
        files
    };
    let before = whole(&project);
    let clean = project.shown(&["check"]);
    insta::assert_snapshot!(clean, @r"
    $ handback check
    Clean: 2 documents, 1 locale.
    --- exit code 0
    ");
    assert_eq!(whole(&project), before);
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    assert_eq!(project.shown(&["check"]), clean);
    assert!(!project.path(".handback").exists());
}

#[test]
fn a_stale_text_is_a_finding_in_each_of_its_documents() {
    let project = project("");
    for name in ["source-docs/a.md", "source-docs/b.md"] {
        project.edit(name, "Is data encrypted?", "Is all data encrypted?");
    }
    project.run(&["sync", "--date", "2026-02-01"]);
    insta::assert_snapshot!(project.read("locales/fr-FR/shared.ftl"), @r"
    answer = FR **Answer**
    is-data-encrypted = FR Is data encrypted?
    question = FR **Question**
    yes = FR Yes
    ");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-03-01"]), @r"
    $ handback check --date 2026-03-01
    source-docs/a.md:11: error[stale]: the fr-FR translation is of an earlier English; substantive change (words): “Is all data encrypted?”, was “Is data encrypted?” (is-data-encrypted), for 28 days (in 2 documents)
        fix: translate it again in locales/fr-FR/shared.ftl, or `handback accept is-data-encrypted --still-valid`
    2 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
    insta::assert_snapshot!(project.shown(&["check", "--format", "json", "--date", "2026-03-01"]), @r#"
    $ handback check --format json --date 2026-03-01
    {
      "version": 1,
      "command": "check",
      "findings": [
        {
          "code": "stale",
          "severity": "error",
          "locale": "fr-FR",
          "id": "is-data-encrypted",
          "document": "a.md",
          "line": 11,
          "source": "Is all data encrypted?",
          "previous": "Is data encrypted?",
          "change": "substantive",
          "rule": "words",
          "translation": "FR Is data encrypted?",
          "since": "2026-02-01",
          "age_days": 28,
          "message": "the fr-FR translation is of an earlier English; substantive change (words)",
          "fix": "translate it again in locales/fr-FR/shared.ftl, or `handback accept is-data-encrypted --still-valid`",
          "file": "source-docs/a.md",
          "resource": {
            "file": "locales/fr-FR/shared.ftl",
            "line": 2
          },
          "output": {
            "file": "localized-docs/fr-FR/a.md"
          }
        },
        {
          "code": "stale",
          "severity": "error",
          "locale": "fr-FR",
          "id": "is-data-encrypted",
          "document": "b.md",
          "line": 5,
          "source": "Is all data encrypted?",
          "previous": "Is data encrypted?",
          "change": "substantive",
          "rule": "words",
          "translation": "FR Is data encrypted?",
          "since": "2026-02-01",
          "age_days": 28,
          "message": "the fr-FR translation is of an earlier English; substantive change (words)",
          "fix": "translate it again in locales/fr-FR/shared.ftl, or `handback accept is-data-encrypted --still-valid`",
          "file": "source-docs/b.md",
          "resource": {
            "file": "locales/fr-FR/shared.ftl",
            "line": 2
          },
          "output": {
            "file": "localized-docs/fr-FR/b.md"
          }
        }
      ],
      "problems": []
    }
    --- exit code 1
    "#);
}

#[test]
fn before_a_sync_the_same_is_found_and_what_is_behind_is_named() {
    let project = project("");
    project.edit("source-docs/a.md", "Data is kept for 30 days.", "Data is never kept.");
    insta::assert_snapshot!(project.shown(&["check", "--date", "2026-03-01"]), @r"
    $ handback check --date 2026-03-01
    locales/en-US/a.ftl: error[obsolete-reference]: the English of a.md changed after the last sync
        fix: run `handback sync` and commit what it writes
    localized-docs/fr-FR/a.md:3: error[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    source-docs/a.md:7: error[stale]: the fr-FR translation is of an earlier English; substantive change (negation): “Data is never kept.”, was “Data is kept for 30 days.” (data-is-kept-for-30-days)
        fix: translate it again in locales/fr-FR/a.ftl, or `handback accept data-is-kept-for-30-days --still-valid`
    3 errors, 0 warnings in 2 documents, 1 locale.
    --- exit code 1
    ");
}

#[test]
fn every_kind_of_broken_resource_has_its_code_and_line() {
    let project = project("");
    let resource = "locales/fr-FR/a.ftl";
    let good = project.read(resource);
    let check = |what: &str, text: &str, code: &str| {
        project.write(resource, text);
        format!("# {what}\n{}\n", project.shown(&["check", "--date", "2026-03-01", "--fail-on", code]))
    };
    insta::assert_snapshot!(numbered(&good), @r#"
    1: contoso-crm = FR Contoso CRM
    2: data-is-kept-for-30-days = FR Data is kept for 30 days.
    3: hello-name-welcome = FR Hello { "{" }name{ "}" }, welcome.
    "#);
    insta::assert_snapshot!(numbered(&project.read("locales/fr-FR/a.yaml")), @r"
    1: version: 2
    2: messages:
    3: 
    4:   # contoso-crm
    5:   contoso-crm:
    6:     {type: HT, origin: human, source: dbc764631f642c86, target: 0f7fbe34c88e5076, date: 2026-01-31}
    7: 
    8:   # data-is-kept-for-30-days
    9:   data-is-kept-for-30-days:
    10:     {type: HT, origin: human, source: 791b2db31903ef71, target: 85cf7aec034e57b9, date: 2026-01-31}
    11: 
    12:   # hello-name-welcome
    13:   hello-name-welcome:
    14:     {type: HT, origin: human, source: f652d05e79acd77f, target: 6f0ffd239d816893, date: 2026-01-31}
    15: 
    16: # end
    ");
    let without: String =
        good.lines().filter(|line| !line.starts_with("data-is-kept")).map(|line| format!("{line}\n")).collect();
    let seen = [
        check("no Fluent", &format!("{good}broken {{\n"), "junk"),
        check("an id twice", &format!("{good}contoso-crm = encore\n"), "duplicate-id"),
        check("unknown names", &good.replace("FR Contoso CRM", "{ -brand } { $nobody }"), "unknown-placeable"),
        check("a placeholder less", &good.replace("{ \"{\" }name{ \"}\" }", "vous"), "missing-variable"),
        check("a state without its message", &without, "state-without-message"),
        check("a wording that no sync has seen", &good.replace("FR Data", "Les données"), "state-out-of-date"),
        check("a message that nobody uses", &format!("{good}nobody-knows-me = x\n"), "stale"),
    ];
    insta::assert_snapshot!(seen.concat(), @r#"
    # no Fluent
    $ handback check --date 2026-03-01 --fail-on junk
    handback.yaml:1: warning[locale-incomplete]: fr-FR lacks 1 of 8 messages
        fix: `handback review --locale fr-FR --state missing` goes through them, `handback diff --locale fr-FR --missing` lists them
    locales/fr-FR/a.ftl:4: error[junk]: `hello-name-welcome` is cut short here: its next line is not indented: put blanks before it
        fix: write it as `id = text`, with braces of the text as `{"{"}`
    source-docs/a.md:13: warning[missing]: no fr-FR translation: “Hello {name}, welcome.” (hello-name-welcome), for 29 days
        fix: translate `hello-name-welcome` in locales/fr-FR/a.ftl
    1 error, 2 warnings in 2 documents, 1 locale.
    --- exit code 1

    # an id twice
    $ handback check --date 2026-03-01 --fail-on duplicate-id
    locales/fr-FR/a.ftl:4: error[duplicate-id]: message `contoso-crm` stands twice, on lines 1 and 4: remove one of the two, or run `handback resolve`
        fix: remove one of the two messages
    1 error, 0 warnings in 2 documents, 1 locale.
    --- exit code 1

    # unknown names
    $ handback check --date 2026-03-01 --fail-on unknown-placeable
    locales/fr-FR/a.ftl:1: error[unknown-placeable]: the fr-FR translation refers to the term `-brand`, which does not exist: “Contoso CRM” (contoso-crm)
        fix: define `-brand = …` in terms.ftl of the locale, or write the text
    locales/fr-FR/a.ftl:1: error[unknown-placeable]: the fr-FR translation refers to the variable `$nobody`, which does not exist: “Contoso CRM” (contoso-crm)
        fix: use one of $kind, $section, $row, $occurrence, or text
    localized-docs/fr-FR/a.md:2: warning[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.ftl:1: warning[state-out-of-date]: the translation `contoso-crm` was edited after the last sync: “Contoso CRM” (contoso-crm)
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.ftl:1: error[unknown-placeable]: fr-FR: the translation has `{ $nobody }`, which the English does not have: “Contoso CRM” (contoso-crm)
        fix: remove `{ $nobody }`, or write what the English has
    3 errors, 2 warnings in 2 documents, 1 locale.
    --- exit code 1

    # a placeholder less
    $ handback check --date 2026-03-01 --fail-on missing-variable
    localized-docs/fr-FR/a.md:18: warning[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.ftl:3: warning[state-out-of-date]: the translation `hello-name-welcome` was edited after the last sync: “Hello {name}, welcome.” (hello-name-welcome)
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.ftl:3: error[missing-variable]: fr-FR: the translation lacks `{name}`, which the English has: “Hello {name}, welcome.” (hello-name-welcome)
        fix: write `{name}` into the translation
    1 error, 2 warnings in 2 documents, 1 locale.
    --- exit code 1

    # a state without its message
    $ handback check --date 2026-03-01 --fail-on state-without-message
    handback.yaml:1: warning[locale-incomplete]: fr-FR lacks 1 of 8 messages
        fix: `handback review --locale fr-FR --state missing` goes through them, `handback diff --locale fr-FR --missing` lists them
    localized-docs/fr-FR/a.md:4: warning[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.yaml:9: error[state-without-message]: the state of `data-is-kept-for-30-days` stands without its message: it was removed from the resource: “Data is kept for 30 days.” (data-is-kept-for-30-days)
        fix: put the message back, or run `handback sync` to forget it
    source-docs/a.md:7: warning[missing]: no fr-FR translation: “Data is kept for 30 days.” (data-is-kept-for-30-days)
        fix: translate `data-is-kept-for-30-days` in locales/fr-FR/a.ftl
    1 error, 3 warnings in 2 documents, 1 locale.
    --- exit code 1

    # a wording that no sync has seen
    $ handback check --date 2026-03-01 --fail-on state-out-of-date
    localized-docs/fr-FR/a.md:12: warning[output-out-of-date]: the fr-FR page is not what it would be after a sync
        fix: run `handback sync` and commit what it writes
    locales/fr-FR/a.ftl:2: error[state-out-of-date]: the translation `data-is-kept-for-30-days` was edited after the last sync: “Data is kept for 30 days.” (data-is-kept-for-30-days)
        fix: run `handback sync` and commit what it writes
    1 error, 1 warning in 2 documents, 1 locale.
    --- exit code 1

    # a message that nobody uses
    $ handback check --date 2026-03-01 --fail-on stale
    locales/fr-FR/a.ftl:4: warning[unknown-message]: `nobody-knows-me` is a message that no document has
        fix: remove it, or correct its id
    0 errors, 1 warning in 2 documents, 1 locale.
    --- exit code 0
    "#);
}

fn numbered(text: &str) -> String {
    text.lines().zip(1..).map(|(line, number)| format!("{number}: {line}\n")).collect()
}

#[test]
fn pages_edited_by_hand_are_not_taken_for_pages_that_are_behind() {
    let project = project("");
    let page = "localized-docs/fr-FR/a.md";
    let good = project.read(page);
    let only = || {
        let found = findings(&project, &[]);
        assert_eq!(found.len(), 1, "{found:#?}");
        (found[0]["code"].as_str().unwrap().to_owned(), places(&found[0])[2].clone())
    };
    let line_of = |text: &str, start: &str| text.lines().position(|line| line.starts_with(start)).unwrap() + 1;

    project.edit(page, "FR Data is kept for 30 days.", "Données conservées.");
    assert_eq!(only(), ("hand-edited-output".into(), format!("{page}:{}", line_of(&project.read(page), "Données"))));
    project.write(page, &format!("{good}\nA line.\n"));
    assert_eq!(only().0, "hand-edited-output");
    project.write(page, &good.replace("|:--|:--|", "|--|--|"));
    assert_eq!(only(), ("hand-edited-output".into(), format!("{page}:{}", line_of(&good, "|:--"))));
    std::fs::remove_file(project.path(page)).unwrap();
    assert_eq!(only(), ("output-out-of-date".into(), page.into()));

    std::fs::create_dir(project.path(page)).unwrap();
    assert_eq!(only(), ("output-out-of-date".into(), page.into()));
    assert!(project.run(&["check"]).out.contains("a folder lies in the place of the fr-FR page"));
    std::fs::remove_dir(project.path(page)).unwrap();

    // Whatever else lags behind, nobody edited the page.
    project.write(page, &good);
    project.edit("source-docs/a.md", "Data is kept for 30 days.", "## Data\n\nData is kept for ever.");
    project.edit("locales/fr-FR/a.ftl", "FR Contoso CRM", "Contoso CRM (fr)");
    project.edit("locales/fr-FR/shared.ftl", "FR Yes", "Oui");
    assert!(!codes(&project, &[]).contains(&"hand-edited-output".to_owned()));
    for config in ["anchors: false\n", "metadata: none\n", "newline: crlf\n", "on_stale: keep\n"] {
        project.write("handback.yaml", &format!("locales: [fr-FR]\n{config}"));
        assert!(!codes(&project, &[]).contains(&"hand-edited-output".to_owned()), "{config}");
    }
}

#[test]
fn whatever_ran_ahead_nobody_edited_the_page() {
    let edited = |project: &Project| codes(project, &[]).contains(&"hand-edited-output".to_owned());
    // A selector: what it said before is not known.
    let selectors = project("");
    selectors.edit("locales/fr-FR/shared.ftl", "yes = FR Yes", "yes = { $kind ->\n    [cell] Oui\n   *[other] Si\n }");
    selectors.sync();
    assert!(selectors.read("localized-docs/fr-FR/a.md").contains("Oui"));
    selectors.edit("locales/fr-FR/shared.ftl", "Oui", "Ouais");
    assert!(!edited(&selectors));
    // An extraction ran, and the pages were not rendered yet.
    let extracted = project("");
    extracted.edit("source-docs/a.md", "\nHello {name}, welcome.\n", "");
    assert!(extracted.run(&["extract"]).code < 2);
    assert!(!edited(&extracted));
    // The configuration changes what a unit is.
    let configured = project("");
    configured.write("handback.yaml", "locales: [fr-FR]\nfront_matter_keys: [description]\n");
    assert!(!edited(&configured));
    // A section moved to another document.
    let moved = project("");
    moved.edit("source-docs/a.md", "Data is kept for 30 days.\n\n", "");
    moved.edit("source-docs/b.md", "# Other app\n", "# Other app\n\nData is kept for 30 days.\n");
    assert!(!edited(&moved));
    assert!(codes(&moved, &[]).contains(&"output-out-of-date".to_owned()));
}

#[test]
fn hand_off_keys_are_those_and_no_others() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "---\ntitle: A\nms.contentlocales: all\nms.locfileid2: 1\n---\n\nText.\n");
    project.sync();
    let page = "localized-docs/fr-FR/a.md";
    let good = project.read(page);
    let found_with = |key: &str, value: &str| {
        let line = good.lines().find(|line| line.starts_with(&format!("{key}:"))).unwrap();
        project.write(page, &good.replace(line, &format!("{key}: {value}")));
        let found = codes(&project, &[]);
        found.into_iter().find(|code| code.contains("output")).unwrap_or_default()
    };
    assert_eq!(found_with("ms.contentlocales", "none"), "hand-edited-output");
    assert_eq!(found_with("ms.locfileid2", "2"), "hand-edited-output");
    // What a sync of another day would have written there is nobody's edit.
    for key in ["ms.lasthandoff", "ms.contentlocale", "ms.locfileid", "ms.openlocfilehash", "ms.translationtype"] {
        assert_eq!(found_with(key, "other"), "output-out-of-date", "{key}");
    }
}

#[test]
fn a_state_without_message_is_shown_at_its_own_line() {
    let project = Project::new("locales: [fr-FR]\n");
    project.write("source-docs/a.md", "Data is kept here\n\nData is kept\n\nDate\n\nYes\n");
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    project.sync();
    let good = project.read("locales/fr-FR/a.ftl");
    let state = project.read("locales/fr-FR/a.yaml");
    for (id, in_yaml) in [("data-is-kept", "  data-is-kept:"), ("date", "  date:"), ("yes", "  \"yes\":")] {
        let others = good.lines().filter(|line| !line.starts_with(&format!("{id} =")));
        project.write("locales/fr-FR/a.ftl", &others.map(|line| format!("{line}\n")).collect::<String>());
        let found = findings(&project, &["--fail-on", "state-without-message"]);
        let finding = found.iter().find(|finding| finding["code"] == "state-without-message").unwrap();
        let line = state.lines().position(|line| line.starts_with(in_yaml)).unwrap() + 1;
        assert_eq!(places(finding)[1], format!("locales/fr-FR/a.yaml:{line}"), "{id}\n{state}");
    }
}

#[test]
fn what_cannot_be_read_is_not_missing() {
    let project = project("");
    for file in ["locales/fr-FR/a.yaml", "locales/fr-FR/shared.yaml"] {
        let good = project.read(file);
        project.write(file, "version: 9\n");
        let outcome = project.run(&["check", "--format", "json"]);
        assert_eq!(outcome.code, 2);
        let report: Value = serde_json::from_str(&outcome.out).unwrap();
        assert_eq!(report["findings"], serde_json::json!([]), "{file}");
        assert_eq!(report["problems"].as_array().unwrap().len(), 1, "{file}");
        project.write(file, &good);
    }
    // What is missing elsewhere is said all the same.
    project.write("locales/fr-FR/a.yaml", "version: 2\n");
    project.edit("source-docs/b.md", "# Other app", "# Other app\n\nBrand new text.");
    let found = findings(&project, &[]);
    let missing: Vec<&Value> = found.iter().filter(|finding| finding["code"] == "missing").collect();
    assert_eq!(missing.len(), 1, "{found:#?}");
    assert_eq!(missing[0]["source"], "Brand new text.");
}

#[test]
fn an_incomplete_locale_is_shown_where_the_configuration_names_it() {
    let project = Project::new("# fr-FR first, others later\nsource_locale: en-US\nlocales: [fr-FR]\n");
    project.write("source-docs/a.md", "Text.\n");
    project.sync();
    let found = findings(&project, &[]);
    let incomplete = found.iter().find(|finding| finding["code"] == "locale-incomplete").unwrap();
    assert_eq!(places(incomplete)[1], "handback.yaml:3");
}

#[test]
fn thresholds_tolerate_for_a_while() {
    let project = project("thresholds:\n  fr-FR: {max_stale: 1, max_age_days: 10}\n");
    let check = |date: &str| project.run(&["check", "--date", date]).code;
    project.edit("source-docs/a.md", "Data is kept for 30 days.", "Data is not kept.");
    project.run(&["sync", "--date", "2026-02-01"]);
    assert_eq!((check("2026-02-11"), check("2026-02-12")), (0, 1));
    assert_eq!(project.run(&["check", "--date", "2026-02-11", "--fail-on", "stale"]).code, 0);
    project.edit("source-docs/a.md", "Hello {name}, welcome.", "Never come back, {name}.");
    project.run(&["sync", "--date", "2026-02-02"]);
    assert_eq!(check("2026-02-03"), 1);
    assert!(codes(&project, &[]).contains(&"locale-incomplete".to_owned()));
    let bound = |fail_on: &str| project.run(&["check", "--date", "2026-02-03", "--fail-on", fail_on]).code;
    assert_eq!((bound("junk"), bound("locale-incomplete")), (0, 1));
    project.write("handback.yaml", "locales: [fr-FR]\nthresholds: {max_stale: 5, min_human: 80}\n");
    assert_eq!(check("2026-02-03"), 1, "{:?}", codes(&project, &[]));
    project.write("handback.yaml", "locales: [fr-FR]\nthresholds: {max_stale: 5, min_human: 60}\n");
    project.run(&["sync", "--date", "2026-02-03"]);
    assert_eq!(check("2026-02-03"), 0, "{:?}", codes(&project, &[]));
    project.write("handback.yaml", "locales: [fr-FR]\nfail_on: [junk]\n");
    project.run(&["sync", "--date", "2026-02-03"]);
    assert_eq!(check("2026-02-03"), 0);
    assert_eq!(project.run(&["check", "--fail-on", "stale"]).code, 1);
}

#[test]
fn what_is_asked_for_is_looked_for() {
    let project = project("");
    assert_eq!(project.run(&["check", "--fail-on", "machine"]).code, 0);
    project.edit("locales/fr-FR/a.yaml", "{type: HT", "{type: MT");
    project.sync();
    assert_eq!(project.run(&["check"]).code, 0);
    assert_eq!(project.run(&["check", "--fail-on", "stale,machine"]).code, 1);
    insta::assert_snapshot!(project.shown(&["check", "--fail-on", "stael"]), @r"
    $ handback check --fail-on stael
    --- stderr
    error: invalid value 'stael' for '--fail-on <CODES>': unknown finding `stael`: did you mean `stale`? (known: stale, missing, locale-incomplete, obsolete-reference, junk, duplicate-id, unknown-placeable, missing-variable, unusable-translation, hand-edited-output, output-out-of-date, state-without-message, state-out-of-date, unknown-message, unpublished, orphaned-output, empty, garbled, markup, link-target, code, construct, literal-emphasis, number, address, identifier, untranslated, partly-untranslated, wrong-language, negation, spaces, doubled-word, end-punctuation, brackets, quotes, typography, length, plural-categories, pattern, glossary, altered-name, machine, unknown-author, unproven, carried, own-text, open-decision, broken-link, broken-anchor, missing-image, foreign-locale-link, files-elsewhere, inconsistent, reused-translation, missing-variant, unused-variant, shadowed-term, unused-term, unused-variable)

    For more information, try '--help'.
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["check", "--locale", "xx-XX"]), @"
    $ handback check --locale xx-XX
    --- stderr
    error: locale `xx-XX` is not in the configuration, which has fr-FR: add it to `locales` in handback.yaml
    --- exit code 2
    ");
    insta::assert_snapshot!(project.shown(&["check", "--format", "html"]), @r"
    $ handback check --format html
    --- stderr
    error: this command has no format `html`: expected text, json, sarif, github, gitlab, junit
    --- exit code 2
    ");
}

#[test]
fn what_a_sync_remembered_is_what_a_fresh_clone_finds() {
    let project = project("");
    project.edit("source-docs/a.md", "Data is kept for 30 days.", "Data is not kept.");
    project.edit("source-docs/b.md", "# Other app", "# Another app\n\nBrand new text.");
    project.sync();
    let remembered = findings(&project, &[]);
    std::fs::remove_dir_all(project.path(".handback")).unwrap();
    assert_eq!(remembered, findings(&project, &[]));
    assert!(remembered.len() > 2);
}

#[test]
fn a_pull_request_answers_for_what_it_touches() {
    let project = project("");
    project.write(".gitignore", ".handback/\n");
    project.edit("source-docs/a.md", "Data is kept for 30 days.", "Data is not kept.");
    project.sync();
    git(&project, &["init", "-q"]);
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "one"]);
    git(&project, &["switch", "-qc", "work"]);
    // The debt of others is not looked at.
    assert!(codes(&project, &["--changed-since", "main"]).is_empty());
    assert_eq!(codes(&project, &[]), ["stale"]);
    project.edit("source-docs/b.md", "# Other app", "# Other app\n\nBrand new text.");
    project.sync();
    let found = findings(&project, &["--changed-since", "main"]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0]["source"], "Brand new text.");
    git(&project, &["add", "-A"]);
    git(&project, &["commit", "-qm", "two"]);
    assert_eq!(findings(&project, &["--changed-since", "main"]), found);
    // A translation that the branch takes away is its business, though the English is not.
    let resource = project.read("locales/fr-FR/b.ftl");
    let rest: String = resource.lines().filter(|l| !l.starts_with("other-app")).map(|l| format!("{l}\n")).collect();
    project.write("locales/fr-FR/b.ftl", &format!("{rest}\n"));
    let found = codes(&project, &["--changed-since", "main"]);
    assert!(found.contains(&"state-without-message".to_owned()), "{found:?}");
    assert_eq!(found.iter().filter(|code| *code == "missing").count(), 2, "{found:?}");
    insta::assert_snapshot!(project.shown(&["check", "--changed-since", "nowhere"]), @r"
    $ handback check --changed-since nowhere
    --- stderr
    error: cannot look at git revision `nowhere`: there is no such commit here; in CI, fetch the history (`fetch-depth: 0`)
    --- exit code 2
    ");
}

/// A project with a finding of each level, a hostile name and hostile texts.
fn hostile() -> Project {
    let project = Project::new("locales: [fr-FR, ja-JP]\nfail_on: [missing]\n");
    project.write("source-docs/a b, 100%:é.md", "# <script>\"x\"</script> & %0A ::error::\n\nTwo\nlines ]]> here.\n");
    project.sync();
    support::translate(&project, "fr-FR", |text| Some(format!("FR {text}")));
    project.sync();
    project.edit("source-docs/a b, 100%:é.md", "lines", "long lines");
    project.sync();
    project
}

/// The logs stay in the target folder, where `tests/sarif/run` holds them against the official schema.
#[test]
fn sarif_names_every_finding() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, project) in [("hostile", hostile()), ("sample", Project::sample())] {
        let text = project.run(&["check", "--format", "sarif"]).out;
        std::fs::write(folder.join(format!("{name}.sarif")), &text).unwrap();
        let log: Value = serde_json::from_str(&text).unwrap();
        let listed: Value = serde_json::from_str(&project.run(&["check", "--format", "json"]).out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), listed["findings"].as_array().unwrap().len());
        assert!(results.len() > 2, "{text}");
        assert_eq!((&log["version"], &log["runs"][0]["tool"]["driver"]["name"]), (&"2.1.0".into(), &"handback".into()));
    }
}

#[test]
fn formats_of_other_programs() {
    let project = hostile();
    for format in ["github", "gitlab", "junit"] {
        let outcome = project.run(&["check", "--format", format, "--date", "2026-02-01"]);
        assert_eq!(outcome.code, 1, "{}", outcome.err);
        insta::assert_snapshot!(format!("check_{format}"), outcome.out);
    }
}

#[test]
fn junit_is_well_formed() {
    let text = hostile().run(&["check", "--format", "junit"]).out;
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut failures = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "failure" => failures += 1,
            _ => {}
        }
    }
    assert_eq!(failures, 1);
}

/// A locale that was added today, on the bundled sample: what a person sees first fits a screen.
#[test]
fn day_one_is_a_screen() {
    let project = Project::sample();
    project.edit("handback.yaml", "ja-JP]", "ja-JP, it-IT]");
    let before = project.run(&["check", "--date", "2026-11-01"]);
    assert!(before.out.lines().count() <= 50, "{}", before.out);
    project.sync();
    insta::assert_snapshot!("day_one", project.run(&["check", "--date", "2026-11-01"]).out);
    insta::assert_snapshot!("day_one_summary", project.run(&["check", "--summary", "--date", "2026-11-01"]).out);
}

/// GitHub shows the summary of a step; what other steps wrote stays.
#[test]
fn the_summary_of_a_github_step_has_a_table() {
    let project = hostile();
    project.write("summary.md", "Before.\n");
    let path = project.path("summary.md");
    let check = |format: &str| {
        let arguments = ["check", "--format", format, "--date", "2026-02-01"];
        let status = project.nameless().args(arguments).env("GITHUB_STEP_SUMMARY", &path).output().unwrap().status;
        assert_eq!(status.code(), Some(1));
    };
    check("json");
    assert_eq!(project.read("summary.md"), "Before.\n");
    check("github");
    insta::assert_snapshot!("check_step_summary", project.read("summary.md"));
}
