//! Who made the translations of a message, when and from which English: what `handback log` does.
//!
//! 1. The project is read and merged; the state of today begins the list.
//! 2. Wordings of people that were replaced, and are kept in the state, follow.
//! 3. Then what the states of earlier commits say, each change once, and wordings that only resources had: somebody
//!    committed them, and took them back before any sync.

use std::collections::BTreeSet;
use std::path::PathBuf;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::evidence::Evidence as _;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::{State, TranslationType};
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::{Id, notation};
use handback_core::text::Word;
use handback_core::text::date::DateOrText;
use handback_core::text::fingerprint::Fingerprint;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::problem::FileError;
use crate::project::evidence::Records;
use crate::project::versions::{self, Edit, Version};
use crate::settings::config::Config;
use crate::snapshot::read::check_locales;
use crate::snapshot::{self, LocaleView, Scope, Snapshot};

/// How many commits are searched.
const MOST: usize = 500;

/// What was a message's translation in a locale, the newest first.
#[derive(Debug, Clone, Serialize)]
pub struct History {
    pub locale: String,
    pub entries: Vec<Entry>,
}

/// A translation that a message has, or had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// When it was made or approved.
    pub date: DateOrText,
    /// `HT`, `MT` or `unproven`; `question` for what somebody asks about a text without a translation.
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The wording, where it is still known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Fingerprint of the English that it was made from, and that English where it is still known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub english: Option<String>,
    /// The state file that says so.
    pub file: PathBuf,
    /// Who committed the state, and in which commit; absent for the state of today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Another wording took its place, and the state keeps it.
    pub replaced: bool,
}

/// Lists the translations of a message in the locales of the scope.
pub fn log(config: &Config, scope: &Scope, id: &str) -> Result<Vec<History>, FileError> {
    check_locales(config, scope)?;
    let mut inputs = snapshot::read(config, scope, &mut |_| ())?;
    if let Some(error) = inputs.errors.first().filter(|_| !inputs.catalog_usable) {
        return Err(error.clone());
    }
    let locales = inputs.take_locales();
    let snapshot = Snapshot::of(config, &inputs, locales, scope.today);
    let id = Id::from(id);
    let histories: Vec<History> = snapshot.locales_in(scope).map(|locale| history(locale, &id)).collect();
    let is_known = snapshot.reference().messages.contains_key(&id);
    if !is_known && histories.iter().all(|history| history.entries.is_empty()) {
        let message = format!("`{id}` is no message of the project, and was none: `handback units` lists the ids");
        return Err(FileError::misuse(message));
    }
    Ok(histories)
}

/// What was a message's translation in a locale, and what people ask about it, the newest first.
pub fn history(locale: LocaleView<'_>, id: &Id) -> History {
    let (config, name) = (locale.snapshot.config, locale.name());
    let mut entries: Vec<Entry> = Vec::new();
    for (key, file) in &locale.own().catalog.files {
        let path = config.shown(&config.state_path(name, key));
        entries.extend(of_today(file, id, &path));
    }
    let mut seen: FxHashSet<String> = entries.iter().map(identity).collect();
    let own = locale.own().catalog.files.values().filter_map(|file| file.state.messages.get(id));
    let known: FxHashSet<Fingerprint> = own.map(|state| state.target.clone()).collect();
    for entry in committed(config, name, id, known) {
        if seen.insert(identity(&entry)) {
            entries.push(entry);
        }
    }
    // The same wording in a commit has more to say of one that the state keeps as replaced.
    let said: FxHashSet<(Option<String>, DateOrText)> = entries
        .iter()
        .filter(|entry| entry.commit.is_some())
        .map(|entry| (entry.text.clone(), entry.date.clone()))
        .collect();
    entries.retain(|entry| {
        !entry.replaced || entry.commit.is_some() || !said.contains(&(entry.text.clone(), entry.date.clone()))
    });
    entries.sort_by(|a, b| b.date.cmp(&a.date));
    name_english(locale, &mut entries);
    History { locale: name.to_owned(), entries }
}

/// What is different in two entries that are worth telling apart.
fn identity(entry: &Entry) -> String {
    format!("{:?}", (entry.kind, &entry.origin, &entry.reviewer, &entry.note, &entry.source, &entry.text, &entry.date))
}

fn entry(state: &State, text: Option<String>, file: PathBuf) -> Entry {
    Entry {
        date: state.date.into(),
        kind: state.kind.name(),
        origin: Some(state.origin.clone()),
        reviewer: state.reviewer.clone(),
        note: state.remark(),
        text,
        source: Some(state.source.clone()),
        english: state.base().map(|text| notation::shown(text).into_owned()),
        file,
        commit: None,
        author: None,
        replaced: false,
    }
}

fn of_today(file: &LocaleFile, id: &Id, path: &std::path::Path) -> Vec<Entry> {
    let mut entries: Vec<Entry> = question(file, id, path).into_iter().collect();
    let Some(state) = file.state.messages.get(id) else { return entries };
    let text = file.pattern(id).map(Pattern::shown);
    entries.push(entry(state, text, path.to_owned()));
    entries.extend(state.replaced.iter().map(|old| Entry {
        date: old.date.clone(),
        kind: "HT",
        origin: None,
        reviewer: old.reviewer.clone(),
        note: None,
        text: Some(notation::shown(&old.text).into_owned()),
        source: None,
        english: None,
        file: path.to_owned(),
        commit: None,
        author: None,
        replaced: true,
    }));
    entries
}

/// What somebody asks about a text that has no translation yet, or had none.
fn question(file: &LocaleFile, id: &Id, path: &std::path::Path) -> Option<Entry> {
    let decided = file.state.decided.get(id)?;
    Some(Entry {
        date: decided.date.into(),
        kind: "question",
        origin: None,
        reviewer: Some(decided.reviewer.as_str().into()),
        note: Some(decided.note.clone()?),
        text: None,
        source: None,
        english: None,
        file: path.to_owned(),
        commit: None,
        author: None,
        replaced: false,
    })
}

/// What the states of commits said of a message, the newest first; of equal ones the oldest commit, which made it.
/// `known`: wordings that today's states have.
fn committed(config: &Config, locale: &str, id: &Id, mut known: FxHashSet<Fingerprint>) -> Vec<Entry> {
    let folder = config.locale_folder(locale);
    let edits = versions::edits_about(&folder, &[id.to_string()], MOST);
    let states: Vec<&Edit> =
        edits.iter().filter(|edit| edit.new.as_ref().is_some_and(|new| new.path.ends_with(".yaml"))).collect();
    let texts = contents(&folder, states.iter().filter_map(|edit| edit.new.clone()));
    // A change of the lines below the one with the id is found in the history of the file only.
    let paths = edits.iter().flat_map(|edit| edit.new.iter().chain(&edit.old)).map(|version| version.path.as_str());
    let paths: BTreeSet<&str> = paths.filter(|path| path.ends_with(".ftl")).collect();
    let of_resources: Vec<Edit> = paths.iter().flat_map(|path| versions::edits_of(&folder, path, MOST)).collect();
    let resources = of_resources.iter().flat_map(|edit| edit.new.iter().chain(&edit.old));
    let resources = contents(&folder, resources.cloned());
    let wordings = wordings(&resources, id);
    let mut entries: Vec<Entry> = Vec::new();
    for edit in states.into_iter().rev() {
        let Some(new) = &edit.new else { continue };
        let state = texts.get(&new.blob).and_then(|text| StateFile::parse(text).ok());
        let Some(state) = state.and_then(|mut file| file.messages.swap_remove(id)) else { continue };
        known.insert(state.target.clone());
        let path = config.shown(&folder.join(&new.path));
        let mut found = entry(&state, wordings.get(&state.target).cloned(), path);
        if entries.iter().any(|known| identity(known) == identity(&found)) {
            continue;
        }
        (found.commit, found.author) = (Some(edit.commit.clone()), Some(edit.author.clone()));
        entries.push(found);
    }
    entries.extend(only_worded(config, locale, &of_resources, |version| {
        let (print, text) = wording(resources.get(&version.blob)?, id)?;
        known.insert(print).then_some(text)
    }));
    entries.reverse();
    entries
}

/// Wordings that no state ever knew, by the commits that brought them, the oldest first: `new` returns the text of one.
fn only_worded(
    config: &Config,
    locale: &str,
    edits: &[Edit],
    mut new: impl FnMut(&Version) -> Option<String>,
) -> Vec<Entry> {
    let folder = config.locale_folder(locale);
    let mut entries = Vec::new();
    for edit in edits.iter().rev() {
        let Some(version) = &edit.new else { continue };
        let Some(text) = new(version) else { continue };
        entries.push(Entry {
            date: edit.date.clone().into(),
            kind: TranslationType::Unproven.name(),
            origin: None,
            reviewer: None,
            note: None,
            text: Some(text),
            source: None,
            english: None,
            file: config.shown(&folder.join(&version.path)),
            commit: Some(edit.commit.clone()),
            author: Some(edit.author.clone()),
            replaced: true,
        });
    }
    entries
}

/// Texts of versions by blob.
fn contents(folder: &std::path::Path, versions: impl Iterator<Item = Version>) -> FxHashMap<String, String> {
    // Read by the name of the blob: a version comes with its path only.
    let versions = versions.map(|version| Version { path: version.blob.clone(), ..version });
    versions::texts(folder, &versions.collect::<Vec<_>>()).into_iter().collect()
}

/// Wordings that a message had, by fingerprint.
fn wordings(resources: &FxHashMap<String, String>, id: &Id) -> FxHashMap<Fingerprint, String> {
    resources.values().filter_map(|text| wording(text, id)).collect()
}

/// The wording of a message in a resource, with its fingerprint.
fn wording(resource: &str, id: &Id) -> Option<(Fingerprint, String)> {
    let resource = Resource::parse(resource.to_owned()).ok()?;
    let pattern = resource.get(id)?.pattern.as_ref()?;
    Some((pattern.fingerprint(), pattern.shown()))
}

/// Finds the English of entries that only have its fingerprint.
fn name_english(locale: LocaleView<'_>, entries: &mut [Entry]) {
    let reference = locale.snapshot.reference();
    let today: FxHashMap<&str, &str> =
        reference.messages.values().map(|message| (message.fingerprint(), message.text.as_str())).collect();
    let unknown = |entry: &&mut Entry| entry.english.is_none();
    for entry in entries.iter_mut().filter(unknown) {
        let text = entry.source.as_deref().and_then(|source| today.get(source));
        entry.english = text.map(|text| notation::shown(text).into_owned());
    }
    let lost: Vec<Fingerprint> =
        entries.iter().filter(|entry| entry.english.is_none()).filter_map(|entry| entry.source.clone()).collect();
    if lost.is_empty() {
        return;
    }
    let found = Records::new(locale.snapshot.config, locale.name()).english(&lost);
    for entry in entries.iter_mut().filter(unknown) {
        let text = entry.source.as_ref().and_then(|source| found.get(source));
        entry.english = text.map(|text| notation::shown(text).into_owned());
    }
}
