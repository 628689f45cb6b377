use std::io::Write as _;

use clap::Args;
use handback_core::catalog::{ids, notation};
use handback_core::render::Subject;
use serde::Serialize;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::snapshot::{self, extract};

/// List every unit of the documents: line, kind, place, text, whether translatable, message id
///
/// The id of a text that is not translatable is the one under which a locale may translate it all the same.
#[derive(Debug, Args)]
pub struct UnitsArgs {
    #[command(flatten)]
    scope: ScopeArgs,
}

#[derive(Serialize)]
struct Listing<'a> {
    units: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    line: u32,
    kind: &'static str,
    place: String,
    text: &'a str,
    /// The text as its message has it, where values of the document are lifted out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<String>,
    translatable: bool,
    id: String,
}

pub fn run(global: &Global, args: &UnitsArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let scope = args.scope.resolve()?;
    let mut inputs = snapshot::read(&config, &scope, &mut |_| ())?;
    let mut locales = std::mem::take(&mut inputs.locales);
    let (documents, lifted) = snapshot::parse(&config, &inputs);
    let read = inputs.read_only();
    let analysis = extract::analyse(&config, &mut locales, &read, &documents, lifted, &scope.today);
    let rows = inputs.sources.iter().zip(&documents).enumerate().flat_map(|(index, (source, document))| {
        let subject = analysis.subject(index, &source.name, document);
        (0..document.units.len()).map(move |at| row(&subject, at))
    });
    match global.format {
        Format::Json => {
            ui::json("units", &Listing { units: rows.collect() })?;
        }
        _ => {
            let mut out = anstream::stdout().lock();
            for row in rows {
                let (dim, bold) = (ui::DIM, ui::BOLD);
                let mark = if row.translatable { "" } else { " (not translatable)" };
                writeln!(
                    out,
                    "{bold}{}:{}{bold:#} {} {dim}{}{dim:#} {}{mark}",
                    row.document,
                    row.line,
                    row.kind,
                    ui::harmless(&row.place),
                    row.id
                )?;
                for line in row.form.as_deref().unwrap_or(row.text).lines() {
                    writeln!(out, "    {}", ui::harmless(line))?;
                }
            }
        }
    }
    inputs.all_errors().for_each(|error| ui::error(&error));
    Ok(if inputs.all_errors().next().is_none() { exit::CLEAN } else { exit::ERROR })
}

fn row<'a>(subject: &Subject<'a>, at: usize) -> Row<'a> {
    let unit = &subject.document.units[at];
    let id = subject.ids[at].as_deref();
    Row {
        document: subject.name,
        line: unit.line,
        kind: unit.kind.name(),
        place: subject.document.place(unit),
        text: &unit.text,
        form: subject.lifted.form(at).map(|form| notation::shown(form).into_owned()),
        translatable: unit.translatable,
        id: id.map_or_else(|| ids::natural(&unit.text).to_string(), str::to_owned),
    }
}
