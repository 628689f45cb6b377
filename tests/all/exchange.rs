//! Texts out to translators and back.

mod corpus;
mod forms;
mod memories;
mod notes;
mod refusals;
mod states;

use handback_core::exchange::codes::Cut;
use handback_core::exchange::{Format, Incoming, Outgoing, Package, Place, Standing};

use crate::support::Project;

/// The file of an export, in the folder `out`.
fn file(format: Format) -> String {
    format!("out/fr-FR.{}", format.extension())
}

/// Exports all texts in a format.
fn export(project: &Project, format: Format) {
    let args = ["export", "--format", format.name(), "--locale", "fr-FR", "--out", "out", "--state", "all"];
    let outcome = project.run(&[&args[..], &["--date", "2026-02-01"]].concat());
    assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
}

/// A text as somebody leaves it who worked on it.
pub fn worked_on(text: &Incoming, target: Option<&str>, approved: bool) -> Outgoing {
    Outgoing {
        ticket: text.ticket.clone(),
        standing: if approved { Standing::Approved } else { Standing::Written },
        english: Cut::plain(text.english.as_deref().unwrap_or_default()),
        target: target.map(Cut::plain),
        made: None,
        previous: None,
        matches: Vec::new(),
        place: Place::default(),
        notes: Vec::new(),
        longest: None,
    }
}

/// Opens the file of an export, has somebody work on its texts, and saves it, in the format's own way.
fn work(project: &Project, format: Format, on: impl Fn(&Incoming) -> (Option<String>, bool)) {
    let name = file(format);
    let bytes = std::fs::read(project.path(&name)).unwrap();
    let (_, returned) = Format::read(&name, &bytes).unwrap();
    let text = |text: &Incoming| {
        let (target, approved) = on(text);
        worked_on(text, target.as_deref(), approved)
    };
    let package = Package {
        source_locale: "en-US".into(),
        locale: "fr-FR".into(),
        version: "1".into(),
        texts: returned.texts.iter().map(text).collect(),
        filled: false,
    };
    std::fs::write(project.path(&name), format.write(&package)).unwrap();
}

fn import(project: &Project, format: Format) -> String {
    let outcome = project.run(&["import", &file(format), "--translator", "Ada", "--date", "2026-02-02"]);
    assert_eq!(outcome.code, 0, "{format:?}: {}{}", outcome.out, outcome.err);
    outcome.out
}
