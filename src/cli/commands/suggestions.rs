//! Prints suggested variables.

use std::collections::BTreeMap;
use std::io::Write;

use handback_core::variables::suggest::{self, Found, Suggestion};
use serde::Serialize;

use crate::cli::args::Format;
use crate::cli::failure::Failure;
use crate::cli::ui;
use handback::settings::declare;

#[derive(Serialize)]
struct Suggestions {
    /// Messages of the documents that were looked at.
    messages: usize,
    suggestions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    declaration: BTreeMap<&'static str, serde_json::Value>,
    documents: usize,
    saves_messages: usize,
    examples: Vec<String>,
}

/// Shows what was found. `written`: it is declared now.
pub fn show(out: &mut dyn Write, format: Format, found: &Found, written: bool) -> Result<(), Failure> {
    let suggestions = &found.suggestions;
    if format == Format::Json {
        let row = |suggestion: &Suggestion| Row {
            name: suggestion.variable.name.clone(),
            declaration: suggest::declaration(&suggestion.variable),
            documents: suggestion.documents,
            saves_messages: suggestion.saves,
            examples: suggestion.examples.clone(),
        };
        let suggestions = suggestions.iter().map(row).collect();
        return ui::json("variables", &Suggestions { messages: found.messages, suggestions });
    }
    if suggestions.is_empty() {
        writeln!(out, "Nothing to suggest: no name or date that several documents have differs often enough.")?;
        return Ok(());
    }
    let (saves, messages) = (found.saves(), ui::plural(found.messages, "message"));
    let share = ui::percent(saves, found.messages);
    let what = if written { "Declared in handback.yaml" } else { "For handback.yaml (`--write` puts them there)" };
    writeln!(out, "# {what}: they save {saves} of {messages} ({share}).\nvariables:")?;
    for suggestion in suggestions {
        let examples: Vec<String> = suggestion.examples.iter().map(|example| ui::harmless(example)).collect();
        let dim = ui::DIM;
        writeln!(
            out,
            "  {dim}# saves {}; in {}: {}{dim:#}\n  {}",
            ui::plural(suggestion.saves, "message"),
            ui::plural(suggestion.documents, "document"),
            examples.join(" | "),
            declare::line(&suggestion.variable)
        )?;
    }
    Ok(())
}
