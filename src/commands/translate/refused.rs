//! Texts of which what the machine made was refused: whoever pays for an answer does not want to pay for it at every sync.

use std::collections::BTreeMap;

use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::translate::glossary::Glossary;
use serde::{Deserialize, Serialize};

use super::TranslateJob;
use crate::commands::report::Refusal;
use crate::project::cache;
use crate::project::files;
use crate::project::write::Writer;
use crate::providers::engine::Text;
use crate::providers::settings::ProviderConfig;
use crate::settings::config::Config;

const FILE_NAME: &str = "refused";
/// A file that is longer was not written by this program.
const LONGEST: u64 = 64 << 20;

/// What was refused on this day in this checkout. It may be deleted at any time: then all of it is asked for again.
#[derive(Debug)]
pub(in crate::commands) struct Refused {
    today: Date,
    /// Why, by text and whatever the answer depends on.
    known: BTreeMap<String, String>,
    /// All is asked for again.
    is_ignored: bool,
    is_new: bool,
}

#[derive(Serialize, Deserialize)]
struct File {
    day: Date,
    refused: BTreeMap<String, String>,
}

impl Refused {
    pub fn read(config: &Config, job: &TranslateJob) -> Self {
        let today = job.scope.today;
        Self { today, known: Self::of_day(config, today), is_ignored: job.asks_again, is_new: false }
    }

    fn of_day(config: &Config, day: Date) -> BTreeMap<String, String> {
        let path = cache::path_of_kept(&config.root, FILE_NAME);
        let file =
            files::read_at_most(&path, LONGEST).ok().and_then(|bytes| serde_json::from_slice::<File>(&bytes).ok());
        file.filter(|file| file.day == day).map(|file| file.refused).unwrap_or_default()
    }

    /// Whether none of these texts is to be asked for again in a run of today that is like a sync.
    pub fn has_all(config: &Config, today: Date, refused: &[Refusal]) -> bool {
        let known = Self::of_day(config, today);
        refused.iter().all(|refusal| refusal.day == today && known.contains_key(&refusal.key))
    }

    /// Why an answer was refused, if it is not to be asked for again.
    pub fn why(&self, key: &str) -> Option<&str> {
        self.known.get(key).filter(|_| !self.is_ignored).map(String::as_str)
    }

    /// Nobody need make keys.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    pub fn note(&mut self, key: String, why: String) {
        self.known.insert(key, why);
        self.is_new = true;
    }

    pub fn forget(&mut self, key: &str) {
        self.is_new |= self.known.remove(key).is_some();
    }

    /// Leaves it for the next sync. Where it cannot be written, that asks again.
    pub fn save(&mut self, config: &Config) {
        if !std::mem::take(&mut self.is_new) {
            return;
        }
        let file = File { day: self.today, refused: self.known.clone() };
        if let Ok(json) = serde_json::to_vec(&file) {
            let _ = Writer::put_memory(&cache::path_of_kept(&config.root, FILE_NAME), &json);
        }
    }
}

/// What an answer depends on, as far as it is known here: text, locale, service, and what its answer is held against.
pub(super) fn key(text: &Text, locale: &str, provider: &ProviderConfig, glossary: &Glossary) -> String {
    let Text { source, terms, labels, constructs, rejected, .. } = text;
    let program = env!("CARGO_PKG_VERSION");
    let held = format!("{terms:?} {labels:?} {constructs:?} {rejected:?} {:?}", glossary.entries);
    fingerprint(&format!("{program} {locale} {provider:?} {source:?} {held}")).into()
}
