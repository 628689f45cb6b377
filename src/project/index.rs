//! What the last whole sync knew of every document, so that the next one need only look at what a change can reach.
//!
//! It holds no texts, only hashes and counts: enough to ask which documents share a text, an id or a link with those that
//! changed. It may be deleted at any time: then the next sync reads everything, and writes the same bytes.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use handback_core::catalog::DocumentName;
use handback_core::text::date::Date;
use handback_core::text::limits::LARGEST_STORE;
use handback_core::variables::choices::Choices;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::lock::WORK_FOLDER;
use super::sought::{Answer, Sought};
use super::summed::{self, Summed};
use super::write::Writer;
use super::{disk, files};
use crate::settings::config::Config;
use crate::settings::hand_off::HashForm;

const FILE_NAME: &str = "index";
/// The form of the file.
const VERSION: u32 = 12;

/// All documents, and what they share.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Index {
    /// Program, form of the file, and settings that it was made with.
    made_by: String,
    /// Tells the sync that left it.
    pub tag: u64,
    /// The form in which sources are hashed.
    pub form: HashForm,
    /// By name; also of files whose document is gone.
    pub records: BTreeMap<String, Record>,
    pub shared: Shared,
    /// Hashes of the words on which the weight of a change depended: whether they stand in other texts. Each with how many
    /// messages have it at least.
    pub asked: BTreeMap<u64, u32>,
    /// Folders in which files were looked for, below the project.
    pub folders: BTreeMap<String, Answer>,
}

/// What is known of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// There is such a source; else only its files are left.
    pub is_document: bool,
    pub units: u32,
    /// Its messages, each once, in the order in which they come.
    pub uses: Vec<Use>,
    /// How far each of them is, as the counts of a snapshot number it: in the first locale, then in the next.
    pub progress: Vec<u8>,
    /// Hashes of the texts of messages that are its own, without the line ends of their file.
    pub texts: Vec<u64>,
    /// Hashes of its texts without their inline values.
    pub masks: Vec<u64>,
    /// Hashes of all ids in its files in the locales, whoever uses them.
    pub held: Vec<u64>,
    /// Hashes of the English that stale and obsolete translations in its files were made from.
    pub earlier: Vec<u64>,
    /// Of each locale, in the order of the configuration.
    pub locales: Vec<OfLocale>,
    /// Hashes of where it points, but for files that are no pages, of these, and of its headings and anchors, in the source and
    /// in all locales.
    pub links: u64,
    pub files: u64,
    pub headings: u64,
    /// Hashes of the names of documents that it points to, of which it names a heading or which it includes, and which it includes.
    pub targets: Vec<u64>,
    pub aims: Vec<u64>,
    pub includes: Vec<u64>,
    /// Its names that are names in the texts of all documents.
    pub names: Vec<String>,
    /// Its resources define terms, which other texts may use.
    pub has_terms: bool,
    /// A hash of the terms that its resources use; 0 without any.
    pub uses_terms: u64,
    /// Where variables are declared, what the forms of its texts depend on, and hashes of the ids of its names.
    pub choices: Arc<Choices>,
    pub name_ids: Vec<u64>,
    /// Of its texts that nobody translates, hashes of the id that a locale's own wording has, and of the text's fingerprint.
    pub untranslatable: Vec<(u64, u64)>,
    /// Which of the declared variables it has, by their place in the configuration.
    pub bound: Vec<u32>,
}

/// A message of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    pub id: u64,
    pub is_shared: bool,
    /// How many places of the document it stands in.
    pub places: u32,
    /// Words of its text where it stands first.
    pub words: u32,
    /// Hashes of what its English says, for comparing it with others (0 without a word), and of its wordings in all locales.
    pub says: u64,
    pub worded: u64,
    /// Of a shared message with selectors, a hash of what they see in the places of the document.
    pub selects: u64,
}

/// What is known of a document in a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfLocale {
    pub unknown_english: u32,
    pub stale_blocks: u32,
    /// A machine is to make a draft of some text of it, if there is one.
    pub waits: bool,
    /// The number of its page.
    pub file_id: Option<String>,
    /// When its page was handed off: what lacks a translation lacks it since then, or since the day that stands here, by the
    /// hash of the message's id.
    pub handed_off: Option<Date>,
    pub lacking: Vec<(u64, Date)>,
}

impl OfLocale {
    /// Since when a message is there without a translation, if it has none.
    pub fn day_of(&self, id: u64) -> Option<Date> {
        let known = self.lacking.iter().find(|(other, _)| *other == id).map(|(_, day)| *day);
        self.handed_off.map(|day| known.unwrap_or(day))
    }
}

/// What documents share.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// Shared messages of the reference: hashes of id and text.
    pub reference: Vec<(u64, u64)>,
    pub locales: Vec<SharedOfLocale>,
}

/// The shared translations of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedOfLocale {
    /// Hashes of id, and of wording and state.
    pub translations: Vec<(u64, u64)>,
    pub unknown_english: u32,
    /// Hashes of the ids of those with selectors.
    pub selecting: Vec<u64>,
    /// A hash of the terms that they use; 0 without any.
    pub uses_terms: u64,
}

impl Record {
    /// Its messages, each with how far it is in every locale.
    pub fn uses(&self) -> impl Iterator<Item = (&Use, impl Iterator<Item = u8> + Clone)> {
        let progress = |at| self.progress.iter().skip(at).step_by(self.uses.len()).copied();
        self.uses.iter().enumerate().map(move |(at, one)| (one, progress(at)))
    }

    /// Hashes of all ids that it uses, or that its files hold.
    pub fn ids(&self) -> impl Iterator<Item = u64> {
        self.uses.iter().map(|one| one.id).chain(self.held.iter().copied())
    }
}

/// Whether one of the hashes of a record is asked for.
pub fn meet(asked: &FxHashSet<u64>, hashes: &[u64]) -> bool {
    !asked.is_empty() && hashes.iter().any(|hash| asked.contains(hash))
}

/// The first day on which shared messages were in documents without a translation in a locale, if they have none.
pub fn first_days<'r>(records: impl Iterator<Item = &'r Record>, locale: usize) -> FxHashMap<u64, Date> {
    let mut days: FxHashMap<u64, Date> = FxHashMap::default();
    for record in records {
        let Some(of_locale) = record.locales.get(locale) else { continue };
        for one in record.uses.iter().filter(|one| one.is_shared) {
            let Some(day) = of_locale.day_of(one.id) else { break };
            let known = days.entry(one.id).or_insert(day);
            *known = day.min(*known);
        }
    }
    days
}

impl Index {
    pub fn new(settings: &str, form: HashForm) -> Self {
        Self {
            made_by: made_by(settings),
            tag: super::cache::new_tag(),
            form,
            records: BTreeMap::new(),
            shared: Shared::default(),
            asked: BTreeMap::new(),
            folders: BTreeMap::new(),
        }
    }

    /// What the last sync with these settings left; `None` if there is nothing of it that can be read.
    pub fn read(root: &Path, settings: &str) -> Option<Self> {
        let bytes = files::read_at_most(&path_of(root), LARGEST_STORE).ok()?;
        // A record with a wrong bit would be believed.
        let index: Self = postcard::from_bytes(summed::verified(&bytes)?).ok()?;
        (index.made_by == made_by(settings)).then_some(index)
    }

    /// When it was written; `None` if there is none.
    pub fn written_at(root: &Path) -> Option<SystemTime> {
        std::fs::metadata(path_of(root)).ok()?.modified().ok()
    }

    /// Leaves it for the next run. One that cannot be written costs time, nothing else.
    pub fn write(&self, root: &Path) {
        let _ = Writer::put_memory_by(&path_of(root), |to| {
            let mut to = Summed::new(to);
            postcard::to_io(self, &mut to).map_err(io::Error::other)?;
            to.finish()
        });
    }

    /// Forgets what the last sync knew.
    pub fn forget(root: &Path) {
        let _ = disk::unlink(&path_of(root));
    }

    /// Notes which of the files that were looked for are there.
    pub fn note_sought(&mut self, config: &Config, sought: &Sought) {
        self.folders.clear();
        self.note_more_sought(config, sought);
    }

    /// The same of further files.
    pub fn note_more_sought(&mut self, config: &Config, sought: &Sought) {
        for (folder, names) in sought.names() {
            if let Some(below) = folder.strip_prefix(&config.root).ok().and_then(Path::to_str) {
                self.folders.entry(below.to_owned()).or_default().ask(config, folder, names);
            }
        }
    }

    /// Whether those that were looked for in a folder are there as at the last sync, or not, but for documents.
    pub fn has_folder_as_it_was(&self, config: &Config, folder: &Path) -> bool {
        self.sought_in(config, folder).is_none_or(|known| known.holds(config, folder))
    }

    /// Whether files were looked for in a folder, and those are there as it was noted, or not.
    pub fn knows_folder_as_it_is(&self, config: &Config, folder: &Path) -> bool {
        self.sought_in(config, folder).is_some_and(|known| known.holds(config, folder))
    }

    fn sought_in(&self, config: &Config, folder: &Path) -> Option<&Answer> {
        self.folders.get(folder.strip_prefix(&config.root).ok()?.to_str()?)
    }

    pub fn documents(&self) -> impl Iterator<Item = (&String, &Record)> {
        self.records.iter().filter(|(_, record)| record.is_document)
    }

    /// The records of all files but those of these documents.
    pub fn outside<'i>(&'i self, inside: &FxHashSet<DocumentName>) -> impl Iterator<Item = (&'i String, &'i Record)> {
        self.records.iter().filter(|(name, _)| !inside.contains(name.as_str()))
    }

    /// How many documents outside have each shared message, by the hash of its id.
    pub fn users_outside(&self, inside: &FxHashSet<DocumentName>) -> FxHashMap<u64, u32> {
        let mut users: FxHashMap<u64, u32> = FxHashMap::default();
        for one in self.outside(inside).flat_map(|(_, record)| &record.uses).filter(|one| one.is_shared) {
            *users.entry(one.id).or_default() += 1;
        }
        users
    }
}

fn made_by(settings: &str) -> String {
    format!("handback {} {VERSION} {settings}", env!("CARGO_PKG_VERSION"))
}

fn path_of(root: &Path) -> PathBuf {
    root.join(WORK_FOLDER).join(FILE_NAME)
}
