//! Inputs that nobody writes by accident: each is read in time in proportion to its size, or refused with file and line.

use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::render::render_source;
use handback_core::text::constructs::Constructs;
use handback_core::text::flavor::Flavor;
use handback_core::text::limits::LONGEST_TEXT;
use handback_core::translate::inline::Known;
use handback_core::translate::item::Markup;
use handback_core::translate::protect::Protected;

use crate::support::Project;

const CONFIG: &str =
    "locales: [fr-FR]\nmetadata: none\nanchors: false\ntranslate: {provider: p}\nproviders: {p: {type: pseudo}}\n";
const SIZE: usize = 256 << 10;

/// Far more than a parse takes whose time grows with the size, and far less than one takes whose time grows with its square.
const LONGEST: Duration = Duration::from_secs(20);

/// Runs something that may never end; the test fails if it takes too long.
fn in_time(what: &str, run: impl FnOnce() + Send + 'static) {
    let (done, ended) = mpsc::channel();
    let begun = Instant::now();
    std::thread::spawn(move || {
        run();
        done.send(()).ok();
    });
    assert!(ended.recv_timeout(LONGEST).is_ok(), "{what} panicked, or is not done after {:?}", begun.elapsed());
}

fn parse(source: &str, flavor: Flavor) {
    let options = ParseOptions { constructs: Arc::new(Constructs::of(flavor)), ..ParseOptions::default() };
    let document = Document::parse(source, Syntax::Markdown, &options);
    assert_eq!(render_source(&document), source);
}

#[test]
fn what_nothing_closes_is_looked_for_once() {
    let open = [
        "[a](",
        "**a*",
        "`a",
        "<a ",
        "<a \"",
        "a <!-- ",
        "a <![CDATA[",
        "a <?",
        "{{< a ",
        "{% a ",
        "<A b={",
        "{/*",
        "{",
        "{: .a ",
        "{#a",
        "[!INCLUDE [a](",
        ":::a ",
        "import {\n\n",
        "<A>x\n\n",
        "{% highlight a %}\n",
        "{{< a >}}",
        ":::image a\n",
        "<p translate=no>",
        "<div>\n<!-- \n",
        "```\n::: zone\n```\n",
        "a\r",
        "\\a",
    ];
    for flavor in [Flavor::Docfx, Flavor::Hugo, Flavor::Docusaurus, Flavor::Jekyll] {
        for unit in open {
            in_time(&format!("{flavor:?} with {unit:?}"), move || {
                // As one text, and as many that are just not too long.
                parse(&unit.repeat(SIZE / 2 / unit.len()), flavor);
                parse(&(unit.repeat(12_000 / unit.len()) + "\n\n").repeat(4), flavor);
            });
        }
    }
    let ticks: String = (1..600).map(|length| "`".repeat(length) + "a").collect();
    in_time("runs of backticks", move || parse(&ticks, Flavor::Docusaurus));
}

#[test]
fn marks_of_placeables_that_nothing_closes_are_text() {
    for unit in ["\u{fdd0}", "\u{fdd0}$a ", "\u{fdd0}\u{fdd1}", "a \u{fdd0}DATETIME($"] {
        let text = unit.repeat(LONGEST_TEXT / unit.len());
        in_time(&format!("a text of {unit:?}"), move || {
            let protected = Protected::new(&text, Known::default(), None);
            let written = protected.write(Markup::Xml);
            assert_eq!(written.matches('\u{fdd0}').count(), text.matches('\u{fdd0}').count());
        });
    }
}

#[test]
fn a_text_that_is_too_long_stays_as_it_is() {
    let project = Project::new(CONFIG);
    let long = format!("# Quay\n\n{}\n\nBoats.\n", "The quay is closed. ".repeat(1000));
    project.write("source-docs/a.md", &long);
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 2 units in 2 messages (0 shared by several documents)
    English messages: 2 new.
    fr-FR: 2 messages to draft: 2 by p (10 characters)
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 2 machine; 0 stale, 0 missing
    Wrote 6 files.
    Next for fr-FR translators: 2 machine translations to approve (`handback review --locale fr-FR`).
    --- stderr
    warning: source-docs/a.md:3: a text of 20 KB begins here, and 16 KB is the most: it stays as it is; cut it into paragraphs to have it translated
    --- exit code 0
    ");
    let page = project.read("localized-docs/fr-FR/a.md");
    assert_eq!(page.lines().nth(2), long.lines().nth(2));
}

#[test]
fn what_is_written_for_brackets_is_read_again() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", &format!("{}\n\nSay \"\\u00é\".\n", "[!INCLUDE [a](".repeat(1000)));
    project.sync();
    let shown = project.shown(&["sync", "--date", "2026-01-31"]);
    assert!(shown.contains("Nothing changed since the last sync."), "{shown}");
}

#[test]
fn what_is_nested_too_deep_is_refused_with_its_line() {
    let project = Project::new(CONFIG);
    project.write("source-docs/a.md", "Boats.\n");
    project.sync();
    let deep = "[".repeat(200_000);
    for (name, text) in [
        ("locales/fr-FR/a.yaml", format!("version: 2\nmessages:\n  a: {deep}\n")),
        ("locales/fr-FR/glossary.yaml", format!("version: 1\nterms: {deep}\n")),
        ("locales/en-US/a.yaml", format!("version: 1\nsource: {deep}\n")),
        ("locales/fr-FR/a.ftl", format!("boats = {{ {}1{} }}\n", "F(".repeat(3000), ")".repeat(3000))),
        ("handback.yaml", format!("locales: {deep}\n")),
    ] {
        let path = project.path(name);
        let before = std::fs::read(&path).ok();
        project.write(name, &text);
        let shown = project.shown(&["check"]);
        let error = shown.lines().find(|line| line.starts_with("error: ")).unwrap_or(&shown);
        assert!(error.starts_with(&format!("error: {name}:")) && error.contains("nested deeper than"), "{error}");
        assert!(shown.ends_with("--- exit code 2\n"), "{shown}");
        match before {
            Some(before) => std::fs::write(&path, before).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let project = Project::new(CONFIG);
    project.write("source-docs/good.md", "Boats.\n");
    project.write("source-docs/large.md", "");
    std::fs::File::options().write(true).open(project.path("source-docs/large.md")).unwrap().set_len(17 << 20).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 1 unit in 1 message (0 shared by several documents)
    English messages: 1 new.
    fr-FR: 1 message to draft: 1 by p (6 characters)
    fr-FR  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  100 % current: 0 human, 1 machine; 0 stale, 0 missing
    Wrote 6 files.
    Next for fr-FR translators: 1 machine translation to approve (`handback review --locale fr-FR`).
    --- stderr
    error: source-docs/large.md: cannot read the document: it is larger than 16 MB, which is the most: cut it into several
    --- exit code 2
    ");
}
