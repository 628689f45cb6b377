//! What is not taken, and where it goes.

use handback_core::exchange::Format;

use super::{export, file, import, work};
use crate::support::Project;

fn project() -> Project {
    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Doors\n\nSee [the doors](doors.md) from 9 to 12.\n\nOpen **one**.\n");
    project.sync();
    project
}

/// Translates everything; of one text the link is lost.
fn translate(project: &Project, format: Format) {
    work(project, format, |text| {
        let french = match &*text.ticket.id {
            "doors" => "Portes",
            "open-one" => "Ouvrez **une porte**.",
            _ => "Voir les portes de 9 à 12.",
        };
        (Some(french.to_owned()), false)
    });
}

#[test]
fn what_would_break_a_page_goes_to_a_file_that_can_be_corrected() {
    for format in [Format::Xliff2, Format::Xliff1, Format::Po, Format::Csv] {
        let project = project();
        export(&project, format);
        translate(&project, format);
        let args = ["import", &file(format), "--translator", "Ada", "--date", "2026-02-02"];
        let outcome = project.run(&args);
        assert!(
            outcome.code == 1 && outcome.out.contains("2 messages translated; 1 message refused"),
            "{format:?}: {}",
            outcome.out
        );
        let refused = file(format).replace("fr-FR.", "fr-FR.refused.");
        let text = project.read(&refused);
        assert!(text.contains("refused: the link") || text.contains("category=\"refused\">"), "{text}");
        assert!(!text.contains("Portes"), "{text}");
        // A second time nothing changes, and the file with what was refused is the same one.
        let before = project.snapshot();
        assert_eq!(project.run(&args).code, 1);
        assert!(project.snapshot() == before, "{format:?}");
        // Corrected, it is imported as if it had never been refused.
        let bytes = std::fs::read(project.path(&refused)).unwrap();
        std::fs::write(project.path(&file(format)), bytes).unwrap();
        work(&project, format, |_| (Some("Voir [les portes](doors.md) de 9 à 12.".to_owned()), false));
        assert!(import(&project, format).contains("1 message translated"));
        assert!(project.read("locales/fr-FR/a.ftl").contains("Voir [les portes](doors.md) de 9 à 12."));
        assert!(project.read("locales/fr-FR/a.yaml").contains("{type: HT, origin: human"));
        assert!(project.read("localized-docs/fr-FR/a.md").contains("Voir [les portes](doors.md)"));
    }
}

#[test]
fn a_dry_run_shows_what_would_change_word_by_word() {
    let project = project();
    export(&project, Format::Po);
    translate(&project, Format::Po);
    import_of(&project, "Bea");
    work(&project, Format::Po, |text| {
        let target = text.target.clone().unwrap().replace("une porte", "la porte");
        (Some(target), false)
    });
    let before = project.snapshot();
    insta::assert_snapshot!(project.shown(&["import", "out/fr-FR.po", "--translator", "Ada", "--dry-run"]), @r"
    $ handback import out/fr-FR.po --translator Ada --dry-run
    open-one  fr-FR  another person was there, Ada  out/fr-FR.po:28
      - Ouvrez **[-une-] porte**.
      + Ouvrez **{+la+} porte**.

    Would import 3 messages: 1 message that another person translated meanwhile, and kept for a decision; 1 message refused.
    --- stderr
    finding: out/fr-FR.po:21: `see-the-doors-from-9-to` is refused: the link to `doors.md` of the English is missing
    --- exit code 1
    ");
    assert!(project.snapshot() == before);
}

fn import_of(project: &Project, translator: &str) {
    project.run(&["import", "out/fr-FR.po", "--translator", translator, "--date", "2026-02-02"]);
}

#[test]
fn whoever_translated_has_a_name() {
    let project = project();
    export(&project, Format::Po);
    translate(&project, Format::Po);
    let before = project.snapshot();
    insta::assert_snapshot!(project.shown(&["import", "out/fr-FR.po", "--date", "2026-02-02"]), @r"
    $ handback import out/fr-FR.po --date 2026-02-02
    --- stderr
    error: out/fr-FR.po:14: nobody is named who translated it, and the file does not say: `--translator NAME`; nothing was imported
    --- exit code 2
    ");
    assert!(project.snapshot() == before);
    project.edit("out/fr-FR.po", "Last-Translator: ", "Last-Translator: Ada Adatum <ada@example.com>");
    project.run(&["import", "out/fr-FR.po", "--date", "2026-02-02"]);
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("reviewer: \"Ada Adatum\"") && !state.contains("ada@"), "{state}");
}

#[test]
fn files_that_cannot_be_read_change_nothing() {
    let project = project();
    export(&project, Format::Xliff2);
    export(&project, Format::Csv);
    export(&project, Format::Po);
    translate(&project, Format::Csv);
    let text = project.read("out/fr-FR.xlf");
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [\n<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<xliff version=\"2.0\">&b;</xliff>";
    let deep = format!("<xliff version=\"2.0\">\n{}", "<group>".repeat(100_000));
    for (name, text) in [
        ("cut.xlf", &text[..text.len() / 2]),
        ("bomb.xlf", bomb),
        ("deep.xlf", &deep),
        ("old.xliff", "<xliff version=\"3.1\"/>"),
        ("page.xlf", "<html/>"),
        ("x.docx", "PK"),
        ("x.po", "msgid \"a\"\nmsgstr \"b"),
        ("x.csv", "a;b\n1;2\n"),
        ("gone.tmx", "<tmx>\n<body>"),
    ] {
        project.write(name, text);
    }
    let before = project.snapshot();
    let mut shown = String::new();
    for name in
        ["cut.xlf", "bomb.xlf", "deep.xlf", "old.xliff", "page.xlf", "x.docx", "x.po", "x.csv", "gone.tmx", "none.po"]
    {
        // The good file beside it is not imported either.
        shown.push_str(&project.shown(&["import", "out/fr-FR.csv", name, "--translator", "Ada"]));
    }
    insta::assert_snapshot!(shown, @r#"
    $ handback import out/fr-FR.csv cut.xlf --translator Ada
    --- stderr
    error: cut.xlf:20: the file is cut off: `</notes>` is missing; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv bomb.xlf --translator Ada
    --- stderr
    error: bomb.xlf:2: the file declares entities or elements of its own (`<!DOCTYPE … [`): nothing of it is read; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv deep.xlf --translator Ada
    --- stderr
    error: deep.xlf:2: more than 100 elements in one another; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv old.xliff --translator Ada
    --- stderr
    error: old.xliff:1: XLIFF of version `3.1`: expected version 1.2, 2.0 or 2.1; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv page.xlf --translator Ada
    --- stderr
    error: page.xlf:1: `<html>`: expected a file in XLIFF or TMX; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv x.docx --translator Ada
    --- stderr
    error: x.docx:1: expected a file that `handback export` wrote: `.xlf`, `.xliff`, `.po`, `.csv` or `.tmx`; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv x.po --translator Ada
    --- stderr
    error: x.po:2: `msgstr "b`: expected a comment, `msgid "…"` or `msgstr "…"`; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv x.csv --translator Ada
    --- stderr
    error: x.csv:1: the column `translation` is missing: expected the columns of the export; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv gone.tmx --translator Ada
    --- stderr
    error: gone.tmx:2: the file is cut off: `</body>` is missing; nothing was imported
    --- exit code 2
    $ handback import out/fr-FR.csv none.po --translator Ada
    --- stderr
    error: none.po: cannot read the file: No such file or directory (os error 2)
    --- exit code 2
    "#);
    assert!(project.snapshot() == before);
}

/// A file that somebody made into one of another language is none of this one, whatever its tickets say.
#[test]
fn a_file_of_another_language_is_refused() {
    for (format, from, to) in [
        (Format::Xliff2, "trgLang=\"fr-FR\"", "trgLang=\"de-DE\""),
        (Format::Xliff1, "target-language=\"fr-FR\"", "target-language=\"de\""),
        (Format::Po, "Language: fr_FR", "Language: de_DE"),
    ] {
        let project = project();
        export(&project, format);
        translate(&project, format);
        let text = project.read(&file(format));
        project.write(&file(format), &text.replace(from, to));
        let outcome = project.run(&["import", &file(format), "--translator", "Ada"]);
        let said = outcome.err.contains("the file says that it is a translation into de");
        assert!(
            outcome.code == 2 && said && outcome.err.contains("nothing was imported"),
            "{format:?}: {}",
            outcome.err
        );
        // Tools write tags as they like.
        project.write(&file(format), &text.replace(from, &from.replace("fr-FR", "fr").replace("fr_FR", "fr_CA")));
        assert!(
            project
                .run(&["import", &file(format), "--translator", "Ada", "--dry-run"])
                .out
                .contains("2 messages translated")
        );
    }
}

/// What a tool makes of an entry of PO is read, or said not to be.
#[test]
fn entries_that_a_tool_retired_or_gave_plurals_are_not_lost() {
    let project = project();
    export(&project, Format::Po);
    translate(&project, Format::Po);
    let text = project.read(&file(Format::Po));
    let retired: Vec<String> = text
        .split("\n\n")
        .map(|entry| match entry.contains("msgid \"Doors\"") {
            true => {
                let line = |line: &str| if line.starts_with("msg") { format!("#~ {line}") } else { line.to_owned() };
                entry.lines().map(line).collect::<Vec<_>>().join("\n")
            }
            false => entry
                .replace("msgid \"Open **one**.\"\nmsgstr", "msgid \"Open **one**.\"\nmsgid_plural \"x\"\nmsgstr[0]"),
        })
        .collect();
    project.write(&file(Format::Po), &retired.join("\n\n"));
    let outcome = project.run(&["import", &file(Format::Po), "--translator", "Ada"]);
    assert!(outcome.err.contains("not read: the message has plural forms"), "{}", outcome.err);
    assert!(outcome.out.contains("1 message translated; 1 message refused"), "{}", outcome.out);
    assert!(project.read("locales/fr-FR/a.ftl").contains("doors = Portes"));
}

#[test]
fn what_is_no_translation_by_its_length_is_refused() {
    let project = project();
    export(&project, Format::Csv);
    work(&project, Format::Csv, |text| (text.ticket.id.starts_with("doors").then(|| "Porte ".repeat(200_000)), false));
    let outcome = project.run(&["import", &file(Format::Csv), "--translator", "Ada"]);
    assert!(
        outcome.out.contains("1 message refused") && outcome.err.contains("characters, and its English 5"),
        "{}",
        outcome.err
    );
    assert!(!project.path("locales/fr-FR/a.ftl").exists());
}

#[test]
fn what_the_project_does_not_have_is_reported_and_kept() {
    let project = project();
    export(&project, Format::Csv);
    translate(&project, Format::Csv);
    project.write("source-docs/a.md", "# Doors\n\nSee [the doors](doors.md) from 9 to 12.\n");
    project.edit("out/fr-FR.csv", "handback:fr-FR:doors:", "handback:fr-FR:windows:");
    insta::assert_snapshot!(project.shown(&["import", "out/fr-FR.csv", "--translator", "Ada", "--date", "2026-02-02"]), @r"
    $ handback import out/fr-FR.csv --translator Ada --date 2026-02-02
    Imported 3 messages: 3 messages refused.
    Refused texts are in out/fr-FR.refused.csv: correct them there, and run `handback import out/fr-FR.refused.csv`.
    --- stderr
    finding: out/fr-FR.csv:2: `windows` is refused: the project has no such text any more
    finding: out/fr-FR.csv:3: `see-the-doors-from-9-to` is refused: the link to `doors.md` of the English is missing
    finding: out/fr-FR.csv:4: `open-one` is refused: the project has no such text any more
    warning: no git commit is known for the sources: `ms.sourcegitcommit` keeps its old value or is left out
    --- exit code 1
    ");
    let refused = project.read("out/fr-FR.refused.csv");
    assert!(refused.contains("Ouvrez **une porte**.") && refused.contains("Portes"), "{refused}");
}

#[test]
fn what_a_spreadsheet_corrected_is_recognized() {
    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    project.write("source-docs/a.md", "# Versions 1-2\n\nTake 3/4 of it.\n\n-Mixed\n\nRead 1.5 pages.\n");
    project.sync();
    export(&project, Format::Csv);
    work(&project, Format::Csv, |text| {
        let french = match &*text.ticket.id {
            "versions-1-2" => "Versions 1-2",
            "read-1-5-pages" => "Lisez 1,5 page.",
            _ => "Prenez-en 3/4.",
        };
        (Some(french.to_owned()), false)
    });
    project.edit("out/fr-FR.csv", "Take 3/4 of it.", "Take 03. Apr of it.");
    project.edit("out/fr-FR.csv", "Prenez-en 3/4.", "Prenez-en 03. Apr.");
    insta::assert_snapshot!(project.shown(&["import", "out/fr-FR.csv", "--translator", "Ada", "--date", "2026-02-02"]), @r"
    $ handback import out/fr-FR.csv --translator Ada --date 2026-02-02
    Imported 4 messages: 3 messages translated; 1 message refused.
    Refused texts are in out/fr-FR.refused.csv: correct them there, and run `handback import out/fr-FR.refused.csv`.
    --- stderr
    finding: out/fr-FR.csv:3: `take-3-4-of-it` is refused: the English beside it is not what was exported: a spreadsheet may have “corrected” both (numbers, dates), or a tool lost codes; put it right, with the English as it is here
    --- exit code 1
    ");
    assert!(project.read("locales/fr-FR/a.ftl").contains("Lisez 1,5 page."));
}

#[test]
fn a_text_that_came_back_twice_is_taken_once_or_not_at_all() {
    let project = project();
    export(&project, Format::Po);
    translate(&project, Format::Po);
    let text = project.read("out/fr-FR.po");
    project.write(
        "out/other.po",
        &text.replace("Portes", "Les portes").replace("Voir les portes", "Voir [les portes](doors.md)"),
    );
    insta::assert_snapshot!(project.shown(&["import", "out/fr-FR.po", "out/other.po", "--translator", "Ada", "--date", "2026-02-02"]), @r"
    $ handback import out/fr-FR.po out/other.po --translator Ada --date 2026-02-02
    Imported 6 messages: 1 message translated; 4 messages refused.
    Refused texts are in out/fr-FR.refused.po: correct them there, and run `handback import out/fr-FR.refused.po`.
    Refused texts are in out/other.refused.po: correct them there, and run `handback import out/other.refused.po`.
    --- stderr
    finding: out/fr-FR.po:14: `doors` is refused: the text came back twice, and not alike: see line 14 of the other file; leave one
    finding: out/fr-FR.po:21: `see-the-doors-from-9-to` is refused: the text came back twice, and not alike: see line 21 of the other file; leave one
    finding: out/other.po:14: `doors` is refused: the text came back twice, and not alike: see line 14 of the other file; leave one
    finding: out/other.po:21: `see-the-doors-from-9-to` is refused: the text came back twice, and not alike: see line 21 of the other file; leave one
    --- exit code 1
    ");
}

#[test]
fn what_two_people_translated_waits_for_a_decision() {
    let project = project();
    export(&project, Format::Xliff2);
    translate(&project, Format::Xliff2);
    project.write("locales/fr-FR/a.ftl", "doors = Les portes\n");
    project.sync();
    let shown = project.shown(&["import", "out/fr-FR.xlf", "--translator", "Ada", "--date", "2026-02-02", "--dry-run"]);
    insta::assert_snapshot!(shown, @r"
    $ handback import out/fr-FR.xlf --translator Ada --date 2026-02-02 --dry-run
    doors  fr-FR  another person was there, Ada  out/fr-FR.xlf:4
      - [-Les portes-]
      + {+Portes+}

    open-one  fr-FR  translated, Ada  out/fr-FR.xlf:22
      + Ouvrez **une porte**.

    Would import 3 messages: 1 message translated; 1 message that another person translated meanwhile, and kept for a decision; 1 message refused.
    --- stderr
    finding: out/fr-FR.xlf:13: `see-the-doors-from-9-to` is refused: the link to `doors.md` of the English is missing
    --- exit code 1
    ");
    project.run(&["import", "out/fr-FR.xlf", "--translator", "Ada", "--date", "2026-02-02"]);
    assert!(project.read("locales/fr-FR/a.ftl").contains("doors = Les portes"));
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.starts_with("version: 5\n") && state.contains("alternatives: [{text: Portes,"), "{state}");
}

#[test]
fn work_that_is_not_imported_is_not_written_over() {
    let project = project();
    export(&project, Format::Po);
    translate(&project, Format::Po);
    let again = ["export", "--format", "po", "--locale", "fr-FR", "--out", "out"];
    insta::assert_snapshot!(project.shown(&again), @r"
    $ handback export --format po --locale fr-FR --out out
    --- stderr
    error: out/fr-FR.po:14: the file holds work that is not imported yet: run `handback import out/fr-FR.po`, or move it away, or export to another folder
    --- exit code 2
    ");
    import_of(&project, "Ada");
    project.write("out/fr-FR.po", &project.read("out/fr-FR.po").replace("Voir les portes", ""));
    let text = project.read("out/fr-FR.po");
    project.write("out/fr-FR.po", text.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n").as_str());
    assert_eq!(project.run(&again).code, 0, "all of it is in the project");
    project.write("out/fr-FR.po", "hello\n");
    insta::assert_snapshot!(project.shown(&again), @r#"
    $ handback export --format po --locale fr-FR --out out
    --- stderr
    error: out/fr-FR.po:1: what lies there is no file of an export (`hello`: expected a comment, `msgid "…"` or `msgstr "…"`): move it away, or export to another folder
    --- exit code 2
    "#);
}

#[test]
fn a_file_for_each_document() {
    let project = project();
    project.write("source-docs/guide/b.md", "# Doors\n\nBeside it.\n");
    project.sync();
    let args = ["export", "--format", "xliff2", "--out", "out", "--split"];
    insta::assert_snapshot!(project.shown(&args), @r"
    $ handback export --format xliff2 --out out --split
    Wrote out/fr-FR/a.md.xlf: 3 messages of fr-FR.
    Wrote out/fr-FR/guide/b.md.xlf: 1 message of fr-FR.
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["export", "--format", "csv", "--out", "sheet", "--path", "guide"]), @r"
    $ handback export --format csv --out sheet --path guide
    Wrote sheet/fr-FR.csv: 2 messages of fr-FR.
    --- exit code 0
    ");
    insta::assert_snapshot!(project.shown(&["export", "--out", "sheet"]), @r"
    $ handback export --out sheet
    --- stderr
    error: say in which format: `--format xliff2`, `xliff1`, `po`, `csv` or `tmx`
    --- exit code 2
    ");
}
