use std::io::Write as _;

use clap::Args;
use handback_core::catalog::{ids, notation};
use serde::Serialize;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::problem::Problems;
use handback::snapshot::{self, PageView, Snapshot};

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
    let problems: Problems = inputs.all_errors().collect();
    let locales = inputs.take_locales();
    let snapshot = Snapshot::of(&config, &inputs, locales, scope.today);
    let rows = snapshot.pages().flat_map(|page| (0..page.document().units.len()).map(move |at| row(page, at)));
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
    ui::problems(&problems);
    Ok(exit::of(&problems))
}

fn row(page: PageView<'_>, at: usize) -> Row<'_> {
    let unit = &page.document().units[at];
    let id = page.ids()[at].as_deref();
    Row {
        document: page.name(),
        line: unit.line,
        kind: unit.kind.name(),
        place: page.document().place(unit),
        text: &unit.text,
        form: page.lifted().form(at).map(|form| notation::shown(form).into_owned()),
        translatable: unit.translatable,
        id: id.map_or_else(|| ids::natural(&unit.text).to_string(), str::to_owned),
    }
}
