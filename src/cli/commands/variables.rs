use std::collections::BTreeMap;

use clap::Args;
use handback_core::variables::bind::{Binding, Bindings};
use handback_core::variables::choose::Lifted;
use handback_core::variables::declaration::Variable;
use handback_core::variables::value::Value;
use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::cli::args::{Format, Global, ScopeArgs};
use crate::cli::commands::suggestions;
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::declare;
use handback::problem::Problems;
use handback::settings::config::Config;
use handback::snapshot;

/// Show the variables of the documents and their values, or suggest declarations
///
/// Variables are declared under `variables` in handback.yaml by where their value stands. Texts that several
/// documents share but for these values become one message.
#[derive(Debug, Args)]
pub struct VariablesArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Look for values that differ between otherwise equal texts, and suggest declarations
    #[arg(long)]
    suggest: bool,
    /// Declare what is suggested in handback.yaml
    #[arg(long, requires = "suggest")]
    write: bool,
}

#[derive(Serialize)]
struct Listing {
    variables: Vec<Summary>,
    documents: Vec<DocumentRow>,
}

#[derive(Serialize)]
struct Summary {
    name: String,
    place: String,
    #[serde(rename = "type")]
    kind: &'static str,
    /// Documents that have it, and how many different values.
    documents: usize,
    values: usize,
    /// Units that have it lifted out.
    units: usize,
}

#[derive(Serialize)]
struct DocumentRow {
    document: String,
    values: BTreeMap<String, ValueRow>,
}

#[derive(Serialize)]
struct ValueRow {
    value: String,
    line: u32,
    /// A date as `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

pub fn run(global: &Global, args: &VariablesArgs) -> Result<u8, Failure> {
    let config = global.config()?;
    let scope = args.scope.resolve()?;
    let inputs = snapshot::read(&config, &scope, &mut |_| ())?;
    let problems: Problems = inputs.all_errors().collect();
    ui::problems(&problems);
    let mut out = anstream::stdout().lock();
    if args.suggest {
        let documents = snapshot::parse_documents(&config, &inputs);
        let found = declare::suggest(&config, &documents);
        let write = args.write && !found.suggestions.is_empty();
        let variables: Vec<Variable> = found.suggestions.iter().map(|found| found.variable.clone()).collect();
        let written = if write { declare::write(&global.config_path()?, &variables) } else { Ok(()) };
        suggestions::show(&mut out, global.format, &found, write && written.is_ok())?;
        written?;
    } else {
        let (_, lifted) = snapshot::parse(&config, &inputs);
        let names = inputs.sources.iter().map(|source| source.name.to_string());
        let documents: Vec<(String, &Bindings)> = names.zip(&lifted.bindings).collect();
        write_values(&mut out, global.format, &config, &lifted, &documents)?;
    }
    Ok(exit::of(&problems))
}

fn write_values(
    out: &mut dyn std::io::Write,
    format: Format,
    config: &Config,
    lifted: &Lifted,
    documents: &[(String, &Bindings)],
) -> Result<(), Failure> {
    let summaries = summaries(config, lifted);
    if format == Format::Json {
        let documents = documents.iter().map(|(document, bindings)| DocumentRow {
            document: document.clone(),
            values: bindings.list.iter().map(|binding| (binding.name.clone(), value_row(binding))).collect(),
        });
        return ui::json("variables", &Listing { variables: summaries, documents: documents.collect() });
    }
    if config.variables.is_empty() {
        writeln!(out, "No variables are declared in handback.yaml: `handback variables --suggest` looks for some.")?;
        return Ok(());
    }
    let (dim, bold) = (ui::DIM, ui::BOLD);
    let width = config.variables.iter().map(|variable| variable.name.len()).max().unwrap_or(0);
    let (with, without): (Vec<_>, Vec<_>) = documents.iter().partition(|(_, bindings)| !bindings.list.is_empty());
    for (document, bindings) in with {
        writeln!(out, "{bold}{document}{bold:#}")?;
        for variable in &config.variables {
            match bindings.get(&variable.name) {
                Some(binding) => {
                    let row = value_row(binding);
                    let date = row.date.map_or_else(String::new, |date| format!(" = {date}"));
                    let value = ui::harmless(&row.value);
                    writeln!(out, "  {:width$}  {value}{date} {dim}(line {}){dim:#}", variable.name, row.line)?;
                }
                None => writeln!(out, "  {dim}{:width$}  –{dim:#}", variable.name)?,
            }
        }
    }
    if !without.is_empty() {
        writeln!(out, "{} without any of them.", ui::plural(without.len(), "document"))?;
    }
    for summary in summaries {
        writeln!(
            out,
            "{bold}${}{bold:#} ({}, {}): {} in {}, lifted out of {}",
            summary.name,
            summary.kind,
            ui::harmless(&summary.place),
            ui::plural(summary.values, "value"),
            ui::plural(summary.documents, "document"),
            ui::plural(summary.units, "unit"),
        )?;
    }
    Ok(())
}

fn summaries(config: &Config, lifted: &Lifted) -> Vec<Summary> {
    let summary = |variable: &Variable| {
        let bound: Vec<&str> = lifted
            .bindings
            .iter()
            .filter_map(|bindings| bindings.get(&variable.name))
            .map(|binding| binding.value.text())
            .collect();
        Summary {
            name: variable.name.clone(),
            place: variable.place.describe(),
            kind: variable.kind.name(),
            documents: bound.len(),
            values: bound.into_iter().collect::<FxHashSet<_>>().len(),
            units: lifted.units_with(&variable.name),
        }
    };
    config.variables.iter().map(summary).collect()
}

fn value_row(binding: &Binding) -> ValueRow {
    let date = match &binding.value {
        Value::Date(_, date) => Some(date.to_string()),
        _ => None,
    };
    ValueRow { value: binding.value.text().to_owned(), line: binding.line, date }
}
