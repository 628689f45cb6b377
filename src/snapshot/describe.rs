//! What translators get to read about a message: where its text is, and what its variables stand for.

use handback_core::catalog::notation;
use handback_core::catalog::reference::Values;
use handback_core::document::{Document, UnitKind};
use handback_core::variables::choose::{Lifted, LiftedDocument};
use handback_core::variables::declaration::ValueType;
use handback_core::variables::inline::spans::spans;

use super::Inputs;
use crate::settings::config::Config;

/// The comment above a message of the reference, for a unit of a document.
pub(super) fn comment(
    config: &Config,
    inputs: &Inputs,
    documents: &[Document<'_>],
    lifted: &Lifted,
    (document, at, shared): (usize, usize, bool),
) -> String {
    let mut comment = describe(inputs, documents, document, at, shared);
    describe_values(config, lifted.of(document), at, &mut comment);
    comment
}

/// Where the text stands, and the author's note.
fn describe(inputs: &Inputs, documents: &[Document<'_>], document: usize, at: usize, shared: bool) -> String {
    let parsed = &documents[document];
    let unit = &parsed.units[at];
    let place = parsed.place(unit);
    let place = match (place.is_empty(), unit.kind) {
        (true, kind) => kind.name().to_owned(),
        (false, UnitKind::FrontMatter) => place,
        (false, kind) => format!("{place} ({})", kind.name()),
    };
    let mut comment = if shared { format!("{}: {place}", inputs.sources[document].name) } else { place };
    comment = comment.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(note) = &unit.note {
        comment.push_str("\nNote: ");
        comment.push_str(&note.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    comment
}

/// Says what stands for the variables of a text: translators see only their names.
fn describe_values(config: &Config, lifted: LiftedDocument<'_>, unit: usize, comment: &mut String) {
    let Some(form) = lifted.form(unit) else { return };
    let mut described: Vec<&str> = Vec::new();
    for variable in notation::placeables(form).filter_map(|e| Some(notation::Expression::parse(e)?.variable)) {
        let declared = config.variables.iter().find(|declared| declared.name == variable);
        let binding = lifted.bindings.and_then(|bindings| bindings.get(variable));
        if let (Some(declared), Some(binding), false) = (declared, binding, described.contains(&variable)) {
            let kind = match declared.kind {
                ValueType::Text => "String",
                ValueType::Date => "Date",
                ValueType::Number => "Number",
            };
            let (place, example) = (declared.place.describe(), binding.value.text());
            let line = format!("\n${variable} ({kind}) - {place}, for example “{example}”");
            comment.push_str(&line);
            described.push(variable);
        }
    }
    describe_inline(lifted.inline(unit), form, comment);
}

/// Says what the inline values of a text are.
fn describe_inline(inline: &Values, form: &str, comment: &mut String) {
    const LONGEST: usize = 80;
    for (expression, value) in inline {
        let variable = expression.trim_start_matches('$');
        let kind = spans(form).into_iter().find(|span| form[span.range.clone()].contains(expression.as_str()));
        let kind = kind.map_or_else(|| variable.to_owned(), |span| span.kind.describe());
        let short: String = value.chars().take(LONGEST).collect();
        let more = if short.len() < value.len() { "…" } else { "" };
        comment.push_str(&format!("\n{expression} (String) - {kind}, for example “{short}{more}”"));
    }
}
