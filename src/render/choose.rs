//! Which text stands in the place of a unit.

use rustc_hash::FxHashMap;

use super::format::{Context, Formatters};
use super::{RenderOptions, Subject, UnitProblem};
use crate::catalog::Id;
use crate::catalog::fingerprint::fingerprint;
use crate::catalog::reference::Reference;
use crate::catalog::state::TranslationType;
use crate::project::config::OnStale;

/// What was found for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A translation of the English that stands there now.
    Current {
        text: String,
        kind: TranslationType,
    },
    /// A translation of an earlier English; the text is worked out only where it is wanted.
    Stale {
        text: Option<String>,
    },
    Missing,
}

/// Chooses texts for the units of one document, in order.
pub struct Chooser<'a> {
    subject: Subject<'a>,
    reference: &'a Reference,
    formatters: &'a [Formatters<'a>],
    keep_stale: bool,
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
        Self { subject, reference, formatters, keep_stale, occurrences: FxHashMap::default() }
    }

    /// Chooses for the unit at `index`; units must be asked for in order, each once.
    pub fn choose(&mut self, index: usize, problems: &mut Vec<UnitProblem>) -> Choice {
        let unit = &self.subject.document.units[index];
        let Some(id) = &self.subject.ids[index] else { return Choice::Missing };
        let occurrence = self.occurrences.entry(id).or_insert(0);
        *occurrence += 1;
        let occurrence = *occurrence;
        let own_fingerprint = (!unit.translatable).then(|| fingerprint(&unit.text));
        let english = own_fingerprint
            .as_deref()
            .or_else(|| self.reference.messages.get(id).map(super::super::catalog::reference::Message::fingerprint));
        let Some(english) = english else { return Choice::Missing };
        let mut stale = None;
        for formatters in self.formatters {
            let Some(translation) = formatters.catalog().lookup_made_from(english, self.subject.name, id) else {
                continue;
            };
            if !translation.current && (stale.is_some() || !self.keep_stale) {
                stale = stale.or(Some(None));
                continue;
            }
            let context = Context { document: self.subject.document, unit: index, occurrence };
            match formatters.format(self.subject.name, &translation, &context) {
                Ok(text) if translation.current => return Choice::Current { text, kind: translation.kind() },
                Ok(text) => stale = Some(Some(text)),
                Err(message) => problems.push(problem(unit.line, id, formatters, &message)),
            }
        }
        stale.map_or(Choice::Missing, |text| Choice::Stale { text })
    }
}

fn problem(line: u32, id: &Id, formatters: &Formatters<'_>, message: &str) -> UnitProblem {
    let locale = &formatters.catalog().locale;
    UnitProblem {
        line,
        id: id.clone(),
        message: format!("{locale}: `{id}` cannot be formatted, the English stands in its place: {message}"),
    }
}
