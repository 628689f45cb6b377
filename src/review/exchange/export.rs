//! `handback export`: the texts of a locale as files for translators.

use std::path::{Path, PathBuf};

use handback_core::exchange::{Format, Outgoing, Package, Standing};
use handback_core::text::count::counted;
use handback_core::text::date::Date;
use serde::Serialize;

use super::compare;
use super::texts::Maker;
use crate::problem::{FileError, Problem, Problems};
use crate::project::files;
use crate::project::write::Writer;
use crate::review::queue::{self, Entry, Filter, Status};
use crate::review::session::{self, Session};
use crate::settings::config::Config;

/// What to export.
#[derive(Debug, Clone)]
pub struct Order {
    /// Locales by index; a file for each.
    pub locales: Vec<usize>,
    pub format: Format,
    pub filter: Filter,
    pub folder: PathBuf,
    /// A file for each document.
    pub split: bool,
    /// Put the English in the place of missing translations.
    pub fill: bool,
    pub dry_run: bool,
}

/// What was exported.
#[derive(Debug, Default, Serialize)]
pub struct ExportReport {
    pub files: Vec<Exported>,
    pub problems: Problems,
}

/// A file that was written.
#[derive(Debug, Serialize)]
pub struct Exported {
    pub file: PathBuf,
    pub locale: String,
    pub texts: usize,
}

/// Exports texts. Nothing of the project is changed.
///
/// # Errors
/// The project cannot be read; a file that lies there holds work that was not imported yet.
pub fn run(config: &Config, today: Date, order: &Order) -> Result<ExportReport, FileError> {
    session::look(config, today, &[], |session| export(session, order))?
}

fn export(session: &mut Session<'_>, order: &Order) -> Result<ExportReport, FileError> {
    if let Some(path) = order.filter.path.as_ref().filter(|_| !is_of_path(session, &order.filter).contains(&true)) {
        let message =
            format!("no document's name holds `{path}`: a document has the name that `handback units` shows, such as");
        return Err(FileError::misuse(format!("{message} `{}`", session.documents().first().unwrap_or(&"a.md"))));
    }
    let mut report = ExportReport { problems: std::mem::take(&mut session.warnings), ..ExportReport::default() };
    let mut files: Vec<(PathBuf, Package)> = Vec::new();
    for locale in order.locales.iter().copied() {
        let texts = texts(session, locale, order, &mut report.problems);
        files.extend(packages(session, locale, texts, order));
    }
    for (path, _) in &files {
        refuse_unimported(session, path)?;
    }
    let writer = Writer::new(order.dry_run);
    for (file, package) in files {
        writer.put(&file, &order.format.write(&package))?;
        let texts = package.texts.len();
        report.files.push(Exported { file, locale: package.locale, texts });
    }
    Ok(report)
}

/// The texts of a locale in the order of the documents.
fn texts(session: &mut Session<'_>, locale: usize, order: &Order, problems: &mut Problems) -> Vec<Outgoing> {
    let filter = of_format(order);
    let wanted = session.filtered(locale, &filter);
    let entries: Vec<Entry> = wanted.into_iter().map(|index| session.queue(locale)[index].clone()).collect();
    let documents = is_of_path(session, &filter);
    let mut places: Vec<((usize, usize), Entry)> = Vec::new();
    let mut own = 0;
    for entry in entries {
        if entry.own.is_some() {
            own += 1;
            continue;
        }
        places.push((place(&entry, &documents), entry));
    }
    places.sort_by_key(|(place, _)| *place);
    let view = session.view(locale);
    let maker = Maker::new(view, order.format);
    let mut texts = Vec::new();
    let mut left_out = |what: String| problems.push(Problem::warning(format!("{}: {what}", view.name())));
    for (place, entry) in &places {
        let similar = session.similar(locale, entry);
        let made = maker.texts(entry, *place, &similar);
        if made.is_empty() {
            left_out(format!("`{}` is left out: its wording has too many variants to translate one by one", entry.id));
        }
        for text in made {
            if order.format.can_hold(&text) {
                texts.push(text);
            } else {
                left_out(format!("`{}` is left out: it holds a character that XML has no way to write", entry.id));
            }
        }
    }
    if own > 0 {
        let what = counted(own, "block");
        left_out(format!(
            "{what} that the documents of the locale have of their own are left out: `handback review` has them"
        ));
    }
    if order.format == Format::Tmx {
        // A variant is no translation of its English by itself.
        let is_memory = |text: &Outgoing| {
            let is_wanted = matches!(text.standing, Standing::Approved | Standing::Machine);
            text.ticket.variant.is_none() && text.target.is_some() && is_wanted
        };
        texts.retain(is_memory);
    }
    texts
}

/// A memory is made of what people approved, unless something else is asked for.
fn of_format(order: &Order) -> Filter {
    let mut filter = order.filter.clone();
    if order.format == Format::Tmx && filter.status.is_none() {
        filter.status = Some(vec![Status::Human]);
    }
    filter
}

/// Whether each document is one that the filter names.
fn is_of_path(session: &Session<'_>, filter: &Filter) -> Vec<bool> {
    let is_meant = filter.path.as_deref().map(queue::names);
    let is_wanted = |name: &str| is_meant.as_ref().is_none_or(|is_meant| is_meant(name));
    session.documents().into_iter().map(is_wanted).collect()
}

/// The first place of a text in the documents that are wanted.
fn place(entry: &Entry, documents: &[bool]) -> (usize, usize) {
    let wanted = entry.places.iter().filter(|(document, _)| documents[*document]);
    *wanted.min().unwrap_or(&entry.places[0])
}

fn packages(session: &Session<'_>, locale: usize, texts: Vec<Outgoing>, order: &Order) -> Vec<(PathBuf, Package)> {
    let (name, extension) = (session.locales()[locale].to_owned(), order.format.extension());
    let package = |texts: Vec<Outgoing>| Package {
        source_locale: session.config().source_locale.clone(),
        locale: name.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        texts,
        filled: order.fill,
    };
    if !order.split {
        return vec![(order.folder.join(format!("{name}.{extension}")), package(texts))];
    }
    let documents = texts.chunk_by(|one, other| one.place.document == other.place.document);
    let file = |texts: &[Outgoing]| {
        let path = order.folder.join(&name).join(format!("{}.{extension}", texts[0].place.document));
        (path, package(texts.to_vec()))
    };
    documents.map(file).collect()
}

/// A file that a translator worked in is not written over before its work is in the project.
fn refuse_unimported(session: &mut Session<'_>, path: &Path) -> Result<(), FileError> {
    if !files::is_there(path) {
        return Ok(());
    }
    let shown = session.config().shown(path);
    let bytes = files::read(path).map_err(|error| FileError::io(&shown, "read what is to be written over", &error))?;
    let other = "move it away, or export to another folder";
    let (_, returned) = Format::read(&path.to_string_lossy(), &bytes).map_err(|problem| {
        let message = format!("what lies there is no file of an export ({}): {other}", problem.message);
        FileError::at(&shown, problem.line, message)
    })?;
    match compare::first_open(session, &returned.texts) {
        Some(line) => {
            let message = format!(
                "the file holds work that is not imported yet: run `handback import {}`, or {other}",
                shown.display()
            );
            Err(FileError::at(shown, line, message))
        }
        None => Ok(()),
    }
}
