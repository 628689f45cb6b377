//! What translators note beside texts.

use handback_core::exchange::Format;

use super::{export, file, import};
use crate::support::Project;

/// A project with one text that has a translation, and one that has none.
fn project() -> Project {
    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    project.write("source-docs/a.md", "Open the door.\n\nClose the door.\n");
    project.sync();
    project.write("locales/fr-FR/a.ftl", "open-the-door = Ouvrez la porte.\n");
    project.sync();
    export(&project, Format::Xliff2);
    project
}

/// Writes a note beside each text, as tools for the format do; what was there stays.
fn annotate(format: Format, text: &str) -> String {
    match format {
        Format::Xliff2 => text.replace("<notes>", "<notes>\n    <note appliesTo=\"target\">Which\n door?</note>"),
        Format::Xliff1 => text.replace("</trans-unit>", "<note from=\"Ada\">Which\n door?</note></trans-unit>"),
        Format::Po => text.replace("#. ticket:", "# Which\n# door?\n#. ticket:"),
        _ => text.replace(",approved,,", ",approved,Which  door?,").replace(",missing,,", ",missing,Which  door?,"),
    }
}

#[test]
fn a_note_arrives_with_the_translation_or_with_the_text_that_has_none() {
    for format in [Format::Xliff2, Format::Xliff1, Format::Po, Format::Csv] {
        let project = project();
        export(&project, format);
        let text = project.read(&file(format));
        project.write(&file(format), &annotate(format, &text));
        assert!(project.read(&file(format)) != text, "{format:?}");
        let note = if format == Format::Po { "Which / door?" } else { "Which door?" };
        let dry = project.run(&["import", &file(format), "--translator", "Ada", "--dry-run"]).out;
        assert!(dry.contains("noted, Ada") && dry.contains(&format!("  # {note}")), "{format:?}: {dry}");
        let outcome = project.run(&["import", &file(format), "--translator", "Ada", "--date", "2026-02-02"]);
        assert!(outcome.out.contains("Imported 2 messages: 2 messages with a note."), "{format:?}: {}", outcome.out);
        assert!(outcome.err.is_empty() && outcome.code == 0, "{format:?}: {}", outcome.err);
        let state = project.read("locales/fr-FR/a.yaml");
        assert_eq!(state.matches(&format!("note: \"{note}\"")).count(), 2, "{format:?}: {state}");
        assert!(state.contains("decided: {reviewer: Ada, date: 2026-02-02}") && state.contains("type: HT"), "{state}");
        assert!(state.contains("{decided: {reviewer: Ada, date: 2026-02-02, note: "), "{state}");
        // Once is enough, and what is exported next is no note of a person.
        let before = project.snapshot();
        assert!(import(&project, format).contains("nothing changed"), "{format:?}");
        assert!(project.snapshot() == before, "{format:?}");
        project.run(&["export", "--format", format.name(), "--out", "next", "--state", "all"]);
        let next = file(format).replace("out/", "next/");
        let outcome = project.run(&["import", &next, "--translator", "Ada"]);
        assert!(outcome.out.contains("nothing changed") && outcome.err.is_empty(), "{format:?}: {}", outcome.err);
    }
}

/// Another note is kept beside the one before.
#[test]
fn notes_are_kept_beside_each_other() {
    let project = project();
    let text = project.read("out/fr-FR.xlf");
    for note in ["One.", "Two."] {
        let noted = text.replace("<notes>", &format!("<notes><note>{note}</note>"));
        project.write("out/fr-FR.xlf", &noted);
        import(&project, Format::Xliff2);
    }
    let state = project.read("locales/fr-FR/a.yaml");
    assert!(state.contains("note: \"One. / Two.\""), "{state}");
    // Before it is imported, a file with a note is work.
    let noted = text.replace("<notes>", "<notes><note>Three.</note>");
    project.write("out/fr-FR.xlf", &noted);
    let again = project.run(&["export", "--format", "xliff2", "--out", "out", "--state", "all"]);
    assert!(again.code == 2 && again.err.contains("holds work that is not imported yet"), "{}", again.err);
}
