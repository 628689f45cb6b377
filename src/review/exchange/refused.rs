//! The file with the texts of an import that could not be taken: corrected, it can be imported again.

use std::path::{Path, PathBuf};

use handback_core::catalog::notation;
use handback_core::exchange::codes::Cut;
use handback_core::exchange::{Format, Note, Outgoing, Package, Place, Standing};
use handback_core::translate::inline::Known;

use super::compare::NotTaken;
use super::texts::Maker;
use crate::problem::FileError;
use crate::project::files;
use crate::project::write::Writer;
use crate::review::queue::Entry;
use crate::snapshot::LocaleView;

/// A text that was not taken, as it goes out again: with its ticket, its wording, and why.
pub fn text(locale: Option<LocaleView<'_>>, entry: Option<&Entry>, format: Format, not_taken: &NotTaken) -> Outgoing {
    let NotTaken { text, why } = not_taken;
    let ticket = text.ticket.clone();
    let known = locale.zip(entry).and_then(|(locale, entry)| {
        let made = Maker::new(locale, format).texts(entry, entry.places[0], &[]);
        made.into_iter().find(|made| made.ticket.variant == ticket.variant)
    });
    // What went out is whole; the file may have it in another form.
    let is_todays = known.as_ref().is_some_and(|known| known.ticket.source == ticket.source);
    let english = known.as_ref().filter(|_| is_todays).map(|known| known.english.clone());
    let cut = |text: &str| Cut::of(&notation::from_state(text), Known::default());
    let english = english.or_else(|| text.english.as_deref().map(cut)).unwrap_or_default();
    let mut notes = vec![Note { about: "refused", text: why.clone() }];
    notes.extend(known.as_ref().map(|known| known.notes.clone()).unwrap_or_default());
    Outgoing {
        ticket,
        standing: Standing::Written,
        english,
        target: text.target.as_deref().map(cut),
        made: None,
        previous: None,
        matches: Vec::new(),
        place: known.as_ref().map_or_else(Place::default, |known| known.place.clone()),
        notes,
        longest: known.and_then(|known| known.longest),
    }
}

/// Writes the texts beside the file that they came in with, to a name that is free, or has just these; says to which.
pub fn write(path: &Path, format: Format, package: &Package) -> Result<PathBuf, FileError> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.rsplit_once(".refused").map_or(name.as_str(), |(stem, _)| stem);
    for count in 1.. {
        let number = if count == 1 { String::new() } else { format!("-{count}") };
        let to = path.with_file_name(format!("{stem}.refused{number}.{}", format.extension()));
        if !files::is_there(&to) {
            Writer::new(false).put(&to, &format.write(package))?;
            return Ok(to);
        }
        if holds(&to, package) {
            return Ok(to);
        }
    }
    Err(FileError::new(path, "no name is free for the texts that were refused"))
}

/// Whether a file has just these texts, as they were refused. What it says around them may be of an earlier day.
fn holds(path: &Path, package: &Package) -> bool {
    let Ok(bytes) = files::read(path) else { return false };
    let Ok((_, returned)) = Format::read(&path.to_string_lossy(), &bytes) else { return false };
    let there = returned.texts.iter().map(|text| (&text.ticket, text.target.clone()));
    there.eq(package.texts.iter().map(|text| (&text.ticket, text.target.as_ref().map(Cut::text))))
}
