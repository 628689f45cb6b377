//! Which text is in the place of a unit.

use rustc_hash::FxHashMap;

use super::format::{Context, Formatters};
use super::options::{OnMachine, OnStale};
use super::values::LocalValues;
use super::{RenderOptions, Subject, UnitProblem};
use crate::catalog::escape::Pattern;
use crate::catalog::locale::{FilesOf, Translation};
use crate::catalog::reference::Reference;
use crate::catalog::state::TranslationType;
use crate::catalog::{Id, notation};
use crate::text::date::Date;
use crate::text::fingerprint::fingerprint;
use crate::text::markup::label_text;
use crate::variables::forms::is_written;

/// The text for a unit, and whether it is current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A translation of the English that stands there now.
    Current {
        text: String,
        kind: TranslationType,
    },
    /// A translation of an earlier English, since when it is that; the text is worked out only where it is wanted.
    Stale {
        text: Option<String>,
        since: Option<Date>,
    },
    /// A translation of the English that stands there now, which no person approved, and which is not to be published so.
    Unapproved,
    Missing,
}

/// Chooses texts for the units of one document, in order.
pub struct Chooser<'a> {
    subject: Subject<'a>,
    reference: &'a Reference,
    formatters: &'a [Formatters<'a>],
    /// The document's files in the locale of each of them.
    files: Vec<FilesOf<'a>>,
    keep_stale: bool,
    only_approved: bool,
    /// The document's variables in the locale of each of the formatters.
    values: Vec<LocalValues<'a>>,
    /// How often each message occurred so far.
    occurrences: FxHashMap<&'a str, u32>,
}

impl<'a> Chooser<'a> {
    pub fn new(
        subject: Subject<'a>,
        reference: &'a Reference,
        formatters: &'a [Formatters<'a>],
        options: &RenderOptions,
    ) -> Self {
        let keep_stale = options.on_stale == OnStale::Keep;
        let only_approved = options.on_machine != OnMachine::Publish;
        let values = |formatters| local_values(&subject, reference, formatters, only_approved);
        let values = formatters.iter().map(values).collect();
        let files = formatters.iter().map(|formatters| formatters.catalog().files_of(subject.name)).collect();
        let occurrences = FxHashMap::default();
        Self { subject, reference, formatters, files, keep_stale, only_approved, values, occurrences }
    }

    /// Chooses for the unit at `index`; units must be asked for in order, each once.
    pub fn choose(&mut self, index: usize, problems: &mut Vec<UnitProblem>) -> Choice {
        let unit = &self.subject.document.units[index];
        let Some(id) = &self.subject.ids[index] else { return Choice::Missing };
        let occurrence = self.occurrences.entry(id).or_insert(0);
        *occurrence += 1;
        let occurrence = *occurrence;
        let plain = (!unit.translatable).then(|| fingerprint(&unit.text));
        let (mut stale, mut unapproved) = (None, false);
        for ((formatters, files), values) in self.formatters.iter().zip(&self.files).zip(&self.values) {
            let translation = match &plain {
                Some(plain) => files.lookup_untranslatable(plain, id),
                None => files.lookup_at(self.reference, self.subject.name, id, &unit.text),
            };
            let Some(translation) = translation else { continue };
            if !translation.current && (stale.is_some() || !self.keep_stale) {
                stale = stale.or(Some((None, since(&translation))));
                continue;
            }
            if self.only_approved && translation.kind() != TranslationType::Human {
                // One that is stale waits for a translator anyway, and has no place on the page until then.
                match translation.current {
                    true => unapproved = true,
                    false => stale = Some((None, since(&translation))),
                }
                continue;
            }
            let inline = self.subject.lifted.inline(index);
            let context = Context { values, inline, document: self.subject.document, unit: index, occurrence };
            match formatters.format(self.subject.name, &translation, &context) {
                Ok(text) if translation.current => return Choice::Current { text, kind: translation.kind() },
                Ok(text) => stale = Some((Some(text), since(&translation))),
                Err(message) => problems.push(problem(unit.line, id, formatters, &message)),
            }
        }
        let written = plain.is_some().then(|| self.only_values(index)).flatten();
        written.unwrap_or(match stale {
            _ if unapproved => Choice::Unapproved,
            Some((text, since)) => Choice::Stale { text, since },
            None => Choice::Missing,
        })
    }

    /// A plain wording with the values of the document in it, for the unit at `index`.
    pub fn word(&self, index: usize, text: &str) -> Result<String, String> {
        let values = self.values.first().ok_or_else(|| "there is no locale".to_owned())?;
        let inline = self.subject.lifted.inline(index);
        notation::fill(text, |expression| values.evaluate_at(inline, expression))
    }

    /// A text that is nothing but a date or a number is written as the locale does, without a translator.
    fn only_values(&self, index: usize) -> Option<Choice> {
        let form = self.subject.lifted.form(index).filter(|form| is_written(form))?;
        let values = self.values.first()?;
        let text = notation::fill(form, |expression| values.evaluate(expression)).ok()?;
        Some(Choice::Current { text, kind: TranslationType::Machine })
    }
}

/// Since when a translation is stale.
fn since(translation: &Translation<'_>) -> Option<Date> {
    translation.state.and_then(|state| state.since)
}

/// The variables of a document in the locale of a formatter, translated where that is wanted; by people only, if so asked.
pub(super) fn local_values<'a>(
    subject: &Subject<'a>,
    reference: &Reference,
    formatters: &'a Formatters<'a>,
    only_approved: bool,
) -> LocalValues<'a> {
    let mut values = LocalValues::new(&formatters.catalog().locale, subject.lifted.bindings);
    for binding in subject.lifted.bindings.iter().flat_map(|bindings| &bindings.list) {
        let Some(index) = binding.unit.filter(|_| binding.translate) else { continue };
        let (unit, id) = (&subject.document.units[index], &subject.ids[index]);
        let whole = label_text(&unit.text) == binding.value.text();
        let Some(id) = id.as_ref().filter(|_| whole) else { continue };
        let is_shown =
            |found: &Translation<'_>| found.current && (!only_approved || found.kind() == TranslationType::Human);
        let translation = formatters.catalog().lookup(reference, subject.name, id).filter(is_shown);
        if let Some(Pattern::Text(text)) = translation.map(|found| found.pattern)
            && !notation::has_placeables(text)
        {
            values.translate(&binding.name, label_text(text));
        }
    }
    values
}

fn problem(line: u32, id: &Id, formatters: &Formatters<'_>, message: &str) -> UnitProblem {
    let locale = &formatters.catalog().locale;
    UnitProblem {
        line,
        id: id.clone(),
        message: format!("{locale}: `{id}` cannot be formatted, the English is in its place: {message}"),
    }
}
