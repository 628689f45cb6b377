//! Every state of a text, in every format, with all that may happen to it.

use handback_core::exchange::{Format, Incoming};
use handback_core::text::fingerprint::fingerprint;

use super::{export, file, import, work};
use crate::support::Project;

/// A door for each state.
const DOORS: [(&str, &str, &str); 10] = [
    ("missing", "first", "première"),
    ("machine", "second", "deuxième"),
    ("human", "third", "troisième"),
    ("unproven", "fourth", "quatrième"),
    ("stale", "fifth", "cinquième"),
    ("stale with draft", "sixth", "sixième"),
    ("carried", "seventh", "septième"),
    ("rejected", "eighth", "huitième"),
    ("overridden", "ninth", "neuvième"),
    ("selector", "tenth", "dixième"),
];

/// A project with a text in every state.
fn project() -> Project {
    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    let english = |ordinal: &str| format!("Open the {ordinal} door.");
    let lines: Vec<String> = DOORS.iter().map(|(_, ordinal, _)| english(ordinal)).collect();
    project.write("source-docs/a.md", &format!("{}\n", lines.join("\n\n")));
    project.write("source-docs/b.md", "Open the ninth door.\n");
    project.sync();
    let mut ftl = String::new();
    let mut state = "version: 2\nmessages:\n".to_owned();
    for (name, ordinal, french) in DOORS {
        let id = format!("open-the-{ordinal}-door");
        let (today, closed) = (fingerprint(&english(ordinal)), format!("Close the {ordinal} door."));
        let text = if name.starts_with("stale") {
            format!("Fermez la {french} porte.")
        } else {
            format!("Ouvrez la {french} porte.")
        };
        let made = |kind: &str, origin: &str, source: &str, more: &str| {
            let target = fingerprint(&text);
            format!(
                "  {id}: {{type: {kind}, origin: {origin}, source: {source}, target: {target}, date: 2026-01-15{more}}}\n"
            )
        };
        let stale = format!(", reviewer: Bea, since: 2026-01-20, previous: {closed}");
        let line = match name {
            "machine" => made("MT", "mt:apertium", &today, ""),
            "human" => made("HT", "human", &today, ", reviewer: Bea"),
            "unproven" => made("unproven", "import", &today, ""),
            "stale" => made("HT", "human", &fingerprint(&closed), &stale),
            "stale with draft" => {
                let draft = format!(
                    "{stale}, draft: {{text: Ouvrez la {french} porte., origin: mt:apertium, source: {today}}}"
                );
                made("HT", "human", &fingerprint(&closed), &draft)
            }
            "carried" => {
                made("HT", "human", &today, ", reviewer: Bea, carried: cosmetic, previous: Open the seventh door")
            }
            "rejected" => format!("  {id}: {{rejected: [{}], missing: 2026-01-20}}\n", fingerprint(&text)),
            _ => continue,
        };
        state.push_str(&line);
        if name != "rejected" {
            ftl.push_str(&format!("{id} = {text}\n"));
        }
    }
    let select = "open-the-tenth-door =\n    { $kind ->\n        [heading] Dixième porte à ouvrir.\n       *[other] Ouvrez la dixième porte.\n    }\n";
    project.write("locales/fr-FR/a.ftl", &format!("{ftl}{select}"));
    project.write("locales/fr-FR/a.yaml", &state);
    project.write("locales/fr-FR/shared.ftl", "open-the-ninth-door = Ouvrez la neuvième porte.\n");
    project.write("locales/fr-FR/b.ftl", "open-the-ninth-door = Ouvrez cette neuvième porte.\n");
    project.sync();
    project
}

/// What the locale has by now, a line for each message.
fn listed(project: &Project) -> Vec<(String, String)> {
    let states = ["stale", "missing", "unproven", "machine", "human"].map(|state| ["--state", state]).concat();
    let args = ["review", "--locale", "fr-FR", "--format", "json", "--date", "2026-02-03"];
    let outcome = project.run(&[&args[..], &states].concat());
    let json: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let entries = json["locales"][0]["entries"].as_array().unwrap();
    let word =
        |value: &serde_json::Value| value.as_str().unwrap_or("–").split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |entry: &serde_json::Value| {
        let by = word(&entry["reviewer"]);
        let note = entry["note"].as_str().map_or_else(String::new, |note| format!(" | {note}"));
        let id = word(&entry["id"]).replace("open-the-", "").replace("-door", "");
        let own = if entry["override"].as_bool().unwrap() { " in b.md" } else { "" };
        (format!("{id}{own}"), format!("{}, {by}: {}{note}", word(&entry["state"]), word(&entry["translation"])))
    };
    let mut lines: Vec<_> = entries.iter().map(line).collect();
    let place = |id: &str| DOORS.iter().position(|(_, ordinal, _)| id.starts_with(ordinal));
    lines.sort_by_key(|(id, _)| (place(id), id.clone()));
    lines
}

/// A new translation of a text.
fn pushed(text: &Incoming) -> String {
    let (_, _, french) = DOORS.iter().find(|(_, ordinal, _)| text.ticket.id.contains(ordinal)).unwrap();
    match text.ticket.variant.as_deref() {
        Some("heading") => "Dixième porte à pousser.".to_owned(),
        _ if text.ticket.document.is_some() => format!("Poussez cette {french} porte."),
        _ => format!("Poussez la {french} porte."),
    }
}

/// What differs from before, after somebody worked on a file in this format.
fn table(format: Format) -> String {
    let mut out = String::new();
    for (action, moves_on) in [
        ("untouched", false),
        ("translated", false),
        ("approved", false),
        ("untouched", true),
        ("translated", true),
        ("approved", true),
    ] {
        let project = project();
        export(&project, format);
        if moves_on {
            let english =
                project.read("source-docs/a.md").replace("Open the", "Please open the").replace(" door", " door twice");
            project.write("source-docs/a.md", &english);
            project.write("source-docs/b.md", "Please open the ninth door twice.\n");
            project.run(&["sync", "--date", "2026-02-01"]);
        }
        let before = listed(&project);
        work(&project, format, |text| match action {
            "translated" => (Some(pushed(text)), false),
            "approved" => (text.target.clone(), true),
            _ => (text.target.clone(), text.approved),
        });
        let said = import(&project, format);
        let after = listed(&project);
        let english = if moves_on { ", the English moved on" } else { "" };
        out.push_str(&format!("{action}{english}\n  {}", said.lines().next().unwrap()));
        out.push('\n');
        for ((id, was), (_, is)) in before.iter().zip(&after).filter(|(was, is)| was != is) {
            let (state, ..) = DOORS.iter().find(|(_, ordinal, _)| id.starts_with(ordinal)).unwrap();
            let own = if id.contains("b.md") { " in b.md" } else { "" };
            out.push_str(&format!("  {state}{own}\n    was {was}\n    is  {is}\n"));
        }
        // Nothing is current that was made from another English.
        if moves_on {
            assert!(
                after.iter().all(|(_, line)| line.starts_with("stale") || line.starts_with("missing")),
                "{after:?}"
            );
        }
        // A second time it changes nothing, and neither does a sync.
        let files = project.snapshot();
        assert!(import(&project, format).contains("nothing changed"), "{format:?} {action}");
        project.run(&["sync", "--date", "2026-02-03"]);
        assert!(files == project.snapshot(), "{format:?} {action}");
    }
    out
}

#[test]
fn every_state_comes_back_by_xliff_and_csv() {
    let table_of_xliff = table(Format::Xliff2);
    insta::assert_snapshot!(table_of_xliff, @r"
    untouched
      Imported 12 messages: nothing changed.
    translated
      Imported 12 messages: 11 messages translated.
      missing
        was missing, –: –
        is  human, Ada: Poussez la première porte.
      machine
        was machine, –: Ouvrez la deuxième porte.
        is  human, Ada: Poussez la deuxième porte.
      human
        was human, Bea: Ouvrez la troisième porte.
        is  human, Ada: Poussez la troisième porte.
      unproven
        was unproven, –: Ouvrez la quatrième porte.
        is  human, Ada: Poussez la quatrième porte.
      stale
        was stale, Bea: Fermez la cinquième porte.
        is  human, Ada: Poussez la cinquième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  human, Ada: Poussez la sixième porte.
      carried
        was human, Bea: Ouvrez la septième porte.
        is  human, Ada: Poussez la septième porte.
      rejected
        was missing, –: –
        is  human, Ada: Poussez la huitième porte.
      overridden
        was human, –: Ouvrez la neuvième porte.
        is  human, Ada: Poussez la neuvième porte.
      overridden in b.md
        was human, –: Ouvrez cette neuvième porte.
        is  human, Ada: Poussez cette neuvième porte.
      selector
        was human, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. }
        is  human, Ada: { $kind -> [heading] Dixième porte à pousser. *[other] Poussez la dixième porte. }
    approved
      Imported 12 messages: 3 messages approved.
      machine
        was machine, –: Ouvrez la deuxième porte.
        is  human, Ada: Ouvrez la deuxième porte.
      unproven
        was unproven, –: Ouvrez la quatrième porte.
        is  human, Ada: Ouvrez la quatrième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  human, Ada: Ouvrez la sixième porte.
    untouched, the English moved on
      Imported 12 messages: nothing changed.
    translated, the English moved on
      Imported 12 messages: 11 messages made from an earlier English, and kept as such.
      missing
        was missing, –: –
        is  stale, Ada: Poussez la première porte.
      machine
        was stale, –: Ouvrez la deuxième porte.
        is  stale, –: Ouvrez la deuxième porte. | Ada translated an earlier English, “Open the second door.” (2026-02-02): Poussez la deuxième porte.
      human
        was stale, Bea: Ouvrez la troisième porte.
        is  stale, Bea: Ouvrez la troisième porte. | Ada translated an earlier English, “Open the third door.” (2026-02-02): Poussez la troisième porte.
      unproven
        was stale, –: Ouvrez la quatrième porte.
        is  stale, –: Ouvrez la quatrième porte. | Ada translated an earlier English, “Open the fourth door.” (2026-02-02): Poussez la quatrième porte.
      stale
        was stale, Bea: Fermez la cinquième porte.
        is  stale, Bea: Fermez la cinquième porte. | Ada translated an earlier English, “Open the fifth door.” (2026-02-02): Poussez la cinquième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  stale, Bea: Fermez la sixième porte. | Ada translated an earlier English, “Open the sixth door.” (2026-02-02): Poussez la sixième porte.
      carried
        was stale, Bea: Ouvrez la septième porte.
        is  stale, Bea: Ouvrez la septième porte. | Ada translated an earlier English, “Open the seventh door.” (2026-02-02): Poussez la septième porte.
      rejected
        was missing, –: –
        is  stale, Ada: Poussez la huitième porte.
      overridden
        was stale, –: Ouvrez la neuvième porte.
        is  stale, –: Ouvrez la neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez la neuvième porte.
      overridden in b.md
        was stale, –: Ouvrez cette neuvième porte.
        is  stale, –: Ouvrez cette neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez cette neuvième porte.
      selector
        was stale, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. }
        is  stale, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. } | Ada translated an earlier English, “Open the tenth door.” (2026-02-02): { $kind ->
            [heading] Dixième porte à pousser.
           *[other] Poussez la dixième porte.
        }
    approved, the English moved on
      Imported 12 messages: 2 messages approved.
      machine
        was stale, –: Ouvrez la deuxième porte.
        is  stale, Ada: Ouvrez la deuxième porte.
      unproven
        was stale, –: Ouvrez la quatrième porte.
        is  stale, Ada: Ouvrez la quatrième porte.
    ");
    assert_eq!(table(Format::Xliff1), table_of_xliff);
    assert_eq!(table(Format::Csv), table_of_xliff);
}

#[test]
fn every_state_comes_back_by_po() {
    insta::assert_snapshot!(table(Format::Po), @r"
    untouched
      Imported 12 messages: nothing changed.
    translated
      Imported 12 messages: 11 messages translated.
      missing
        was missing, –: –
        is  human, Ada: Poussez la première porte.
      machine
        was machine, –: Ouvrez la deuxième porte.
        is  human, Ada: Poussez la deuxième porte.
      human
        was human, Bea: Ouvrez la troisième porte.
        is  human, Ada: Poussez la troisième porte.
      unproven
        was unproven, –: Ouvrez la quatrième porte.
        is  human, Ada: Poussez la quatrième porte.
      stale
        was stale, Bea: Fermez la cinquième porte.
        is  human, Ada: Poussez la cinquième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  human, Ada: Poussez la sixième porte.
      carried
        was human, Bea: Ouvrez la septième porte.
        is  human, Ada: Poussez la septième porte.
      rejected
        was missing, –: –
        is  human, Ada: Poussez la huitième porte.
      overridden
        was human, –: Ouvrez la neuvième porte.
        is  human, Ada: Poussez la neuvième porte.
      overridden in b.md
        was human, –: Ouvrez cette neuvième porte.
        is  human, Ada: Poussez cette neuvième porte.
      selector
        was human, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. }
        is  human, Ada: { $kind -> [heading] Dixième porte à pousser. *[other] Poussez la dixième porte. }
    approved
      Imported 12 messages: 4 messages approved.
      machine
        was machine, –: Ouvrez la deuxième porte.
        is  human, Ada: Ouvrez la deuxième porte.
      unproven
        was unproven, –: Ouvrez la quatrième porte.
        is  human, Ada: Ouvrez la quatrième porte.
      stale
        was stale, Bea: Fermez la cinquième porte.
        is  human, Ada: Fermez la cinquième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  human, Ada: Ouvrez la sixième porte.
    untouched, the English moved on
      Imported 12 messages: nothing changed.
    translated, the English moved on
      Imported 12 messages: 11 messages made from an earlier English, and kept as such.
      missing
        was missing, –: –
        is  stale, Ada: Poussez la première porte.
      machine
        was stale, –: Ouvrez la deuxième porte.
        is  stale, –: Ouvrez la deuxième porte. | Ada translated an earlier English, “Open the second door.” (2026-02-02): Poussez la deuxième porte.
      human
        was stale, Bea: Ouvrez la troisième porte.
        is  stale, Bea: Ouvrez la troisième porte. | Ada translated an earlier English, “Open the third door.” (2026-02-02): Poussez la troisième porte.
      unproven
        was stale, –: Ouvrez la quatrième porte.
        is  stale, –: Ouvrez la quatrième porte. | Ada translated an earlier English, “Open the fourth door.” (2026-02-02): Poussez la quatrième porte.
      stale
        was stale, Bea: Fermez la cinquième porte.
        is  stale, Bea: Fermez la cinquième porte. | Ada translated an earlier English, “Open the fifth door.” (2026-02-02): Poussez la cinquième porte.
      stale with draft
        was stale, Bea: Fermez la sixième porte.
        is  stale, Bea: Fermez la sixième porte. | Ada translated an earlier English, “Open the sixth door.” (2026-02-02): Poussez la sixième porte.
      carried
        was stale, Bea: Ouvrez la septième porte.
        is  stale, Bea: Ouvrez la septième porte. | Ada translated an earlier English, “Open the seventh door.” (2026-02-02): Poussez la septième porte.
      rejected
        was missing, –: –
        is  stale, Ada: Poussez la huitième porte.
      overridden
        was stale, –: Ouvrez la neuvième porte.
        is  stale, –: Ouvrez la neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez la neuvième porte.
      overridden in b.md
        was stale, –: Ouvrez cette neuvième porte.
        is  stale, –: Ouvrez cette neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez cette neuvième porte.
      selector
        was stale, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. }
        is  stale, –: { $kind -> [heading] Dixième porte à ouvrir. *[other] Ouvrez la dixième porte. } | Ada translated an earlier English, “Open the tenth door.” (2026-02-02): { $kind ->
            [heading] Dixième porte à pousser.
           *[other] Poussez la dixième porte.
        }
    approved, the English moved on
      Imported 12 messages: 2 messages approved.
      machine
        was stale, –: Ouvrez la deuxième porte.
        is  stale, Ada: Ouvrez la deuxième porte.
      unproven
        was stale, –: Ouvrez la quatrième porte.
        is  stale, Ada: Ouvrez la quatrième porte.
    ");
}

#[test]
fn every_state_comes_back_by_tmx() {
    insta::assert_snapshot!(table(Format::Tmx), @r"
    untouched
      Imported 5 messages: nothing changed.
    translated
      Imported 5 messages: 5 messages translated.
      machine
        was machine, –: Ouvrez la deuxième porte.
        is  human, Ada: Poussez la deuxième porte.
      human
        was human, Bea: Ouvrez la troisième porte.
        is  human, Ada: Poussez la troisième porte.
      carried
        was human, Bea: Ouvrez la septième porte.
        is  human, Ada: Poussez la septième porte.
      overridden
        was human, –: Ouvrez la neuvième porte.
        is  human, Ada: Poussez la neuvième porte.
      overridden in b.md
        was human, –: Ouvrez cette neuvième porte.
        is  human, Ada: Poussez cette neuvième porte.
    approved
      Imported 5 messages: nothing changed.
    untouched, the English moved on
      Imported 5 messages: nothing changed.
    translated, the English moved on
      Imported 5 messages: 5 messages made from an earlier English, and kept as such.
      machine
        was stale, –: Ouvrez la deuxième porte.
        is  stale, –: Ouvrez la deuxième porte. | Ada translated an earlier English, “Open the second door.” (2026-02-02): Poussez la deuxième porte.
      human
        was stale, Bea: Ouvrez la troisième porte.
        is  stale, Bea: Ouvrez la troisième porte. | Ada translated an earlier English, “Open the third door.” (2026-02-02): Poussez la troisième porte.
      carried
        was stale, Bea: Ouvrez la septième porte.
        is  stale, Bea: Ouvrez la septième porte. | Ada translated an earlier English, “Open the seventh door.” (2026-02-02): Poussez la septième porte.
      overridden
        was stale, –: Ouvrez la neuvième porte.
        is  stale, –: Ouvrez la neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez la neuvième porte.
      overridden in b.md
        was stale, –: Ouvrez cette neuvième porte.
        is  stale, –: Ouvrez cette neuvième porte. | Ada translated an earlier English, “Open the ninth door.” (2026-02-02): Poussez cette neuvième porte.
    approved, the English moved on
      Imported 5 messages: nothing changed.
    ");
}

/// How every state stands in a file: what a tool would take for good is good.
#[test]
fn no_format_shows_a_stale_pair_as_good() {
    for format in Format::ALL {
        let project = project();
        export(&project, format);
        let bytes = std::fs::read(project.path(&file(format))).unwrap();
        let (_, returned) = Format::read(&file(format), &bytes).unwrap();
        let closed = |text: &&Incoming| text.target.as_deref().is_some_and(|target| target.starts_with("Fermez"));
        let stale: Vec<&Incoming> = returned.texts.iter().filter(closed).collect();
        match format {
            // There it is fuzzy, and the English that it was made from is above it.
            Format::Po => {
                assert!(stale.len() == 1 && !stale[0].approved);
                let text = project.read(&file(format));
                let entry = text.split("\n\n").find(|entry| entry.contains("\nmsgstr \"Fermez")).unwrap();
                assert!(entry.contains("#, fuzzy") && entry.contains("#| msgid \"Close the fifth door.\""), "{entry}");
            }
            _ => assert!(stale.is_empty(), "{format:?}"),
        }
        let good: Vec<&str> = returned.texts.iter().filter(|text| text.approved).map(|text| &*text.ticket.id).collect();
        let is_good = |id: &&str| ["third", "seventh", "ninth", "tenth"].iter().any(|ordinal| id.contains(ordinal));
        assert!(good.iter().all(is_good), "{format:?}: {good:?}");
    }
}
