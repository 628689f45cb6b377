//! What takes back that translations were accepted by `handback accept`, as if they were decided on in a review.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use handback_core::catalog::reviewer::Reviewer;
use handback_core::catalog::{DocumentName, FileKey, Id};
use rustc_hash::FxHashMap;

use super::before::Before;
use super::patch::Patch;
use super::queue;
use super::session::Target;
use super::undo::Taken;
use crate::commands::accept::{Accepted, Files, Keep};
use crate::project::decisions;
use crate::settings::config::Config;
use crate::snapshot::Snapshot;

/// Keeps what was accepted in a run, a line for each locale.
#[derive(Debug)]
pub struct Accepting {
    by: Reviewer,
    /// What was done, in a word.
    what: &'static str,
    /// Names the command.
    command: String,
    lines: Mutex<Vec<String>>,
}

impl Accepting {
    pub fn new(by: &Reviewer, what: &'static str, command: String) -> Self {
        Self { by: by.clone(), what, command, lines: Mutex::default() }
    }

    /// What was accepted in a locale, by its place.
    fn taken(
        &self,
        snapshot: &Snapshot<'_>,
        (locale, before): (usize, &Files),
        accepted: &[Accepted],
    ) -> Option<Taken> {
        let view = snapshot.locale(locale);
        let of_locale: Vec<&Accepted> = accepted.iter().filter(|one| one.locale == view.name()).collect();
        if of_locale.is_empty() {
            return None;
        }
        let queue = queue::build(view);
        let tokens: FxHashMap<(&FileKey, &str), &str> =
            queue.iter().map(|entry| ((&entry.key, &*entry.id), entry.token.as_str())).collect();
        let files = &view.own().catalog.files;
        let (mut messages, mut keys) = (Vec::new(), BTreeSet::new());
        for one in of_locale {
            let key = one.document.clone().map_or(FileKey::Shared, |name| FileKey::Document(DocumentName::from(name)));
            let Some(was) = before[locale].get(&key) else { continue };
            let id = Id::from(one.id.clone());
            let token = tokens.get(&(&key, &*id)).map_or_else(String::new, ToString::to_string);
            messages.push((Target { locale, key: key.clone(), id: id.clone(), token }, Before::of(was, &id)));
            keys.insert(key);
        }
        let patch = |key: FileKey| {
            let (was, now) = (before[locale].get(&key)?, files.get(&key)?);
            Some((key, Patch::between(was.resource.source(), now.resource.source())))
        };
        let files = keys.into_iter().filter_map(patch).collect();
        let (by, what, name) = (self.by.clone(), self.what.to_owned(), view.name().to_owned());
        Some(Taken { by, what, locale: name, messages, files, command: Some(self.command.clone()), line: None })
    }
}

impl Keep for Accepting {
    fn accepted(&self, snapshot: &Snapshot<'_>, before: &Files, accepted: &[Accepted]) {
        let locales = (0..before.len()).filter_map(|locale| self.taken(snapshot, (locale, before), accepted));
        let lines = locales.filter_map(|taken| taken.to_line()).collect();
        *self.lines.lock().unwrap_or_else(PoisonError::into_inner) = lines;
    }

    fn writing(&self, config: &Config) {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().for_each(|line| decisions::add(config, line));
    }

    fn unwritten(&self, config: &Config) {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().for_each(|line| decisions::remove(config, line));
    }
}
