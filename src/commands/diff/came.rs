//! Translations that are there now and were not where a branch left a git revision: what a bot, a translator or a merge brought.

use std::path::{Path, PathBuf};

use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::notation::shown;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::{FileKey, Id};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::problem::{FileError, Problem};
use crate::project::git::{self, Changed};
use crate::project::paths::{PAGE, key_of_stem, slashed};
use crate::settings::config::Config;
use crate::snapshot::{LocaleView, Scope, Snapshot};

/// A translation that came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Came {
    pub locale: String,
    /// The resource that it is in, or belongs to, and the line of its message there.
    pub file: String,
    pub line: Option<u32>,
    pub id: String,
    /// `HT`, `MT` or `unproven`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub origin: String,
    /// It waits beside a translation that a person made from an earlier English.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_draft: bool,
    pub source: String,
    /// What the translation was then, if there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    pub translation: String,
}

impl Came {
    /// `fr-FR, MT, mt:deepl`.
    pub fn maker(&self) -> String {
        let draft = if self.is_draft { ", a draft" } else { "" };
        match self.origin.as_str() {
            "" | "human" => format!("{}, {}{draft}", self.locale, self.kind),
            origin => format!("{}, {}, {origin}{draft}", self.locale, self.kind),
        }
    }

    /// Its resource, and the line there.
    pub fn place(&self) -> String {
        self.line.map_or_else(|| self.file.clone(), |line| format!("{}:{line}", self.file))
    }
}

/// Wordings of a locale at the revision, by message: those of the files that changed since.
#[derive(Default)]
struct Wordings {
    of: FxHashMap<Id, Vec<String>>,
    /// The files that changed, as they are called today.
    changed: FxHashSet<FileKey>,
}

/// The catalog as it was at a revision, as far as it changed since: by locale.
#[derive(Default)]
pub struct Before {
    locales: FxHashMap<String, Wordings>,
    /// Locales of which a file could not be read as it was: what came to them is not known.
    pub problems: Vec<Problem>,
}

impl Before {
    /// Reads the changed files of all locales.
    pub fn at(config: &Config, changed: &Changed, revision: &str) -> Result<Self, FileError> {
        let mut before = Self::default();
        let mut files: Vec<(&str, PathBuf)> = Vec::new();
        for locale in &config.locales {
            let folder = config.shown(&config.locale_folder(&locale.name));
            let wordings = before.locales.entry(locale.name.clone()).or_default();
            wordings.changed.extend(changed.files.iter().filter_map(|path| key_of(&folder, path)));
            // A change of the state alone says nothing of the wording beside it.
            for key in &wordings.changed {
                let both = [config.resource_path(&locale.name, key), config.state_path(&locale.name, key)];
                files.extend(both.map(|path| (locale.name.as_str(), config.shown(&path))));
            }
        }
        let paths: Vec<PathBuf> = files.iter().map(|(_, path)| path.clone()).collect();
        let bytes = git::files_at(&config.root, &changed.base, &paths)
            .ok_or_else(|| FileError::misuse(format!("git cannot read the files of `{revision}`")))?;
        for ((locale, path), bytes) in files.iter().zip(bytes) {
            let Some(bytes) = bytes else { continue };
            let Some(wordings) = before.locales.get_mut(*locale) else { continue };
            if String::from_utf8(bytes).ok().and_then(|text| wordings.learn(path, text)).is_none() {
                before.locales.remove(*locale);
                let message = format!(
                    "{} cannot be read as it was at `{revision}`: which translations came to {locale} is not known",
                    slashed(path)
                );
                before.problems.push(Problem::warning(message));
            }
        }
        Ok(before)
    }
}

/// The file of the catalog that a path is; `None` for what holds no translations.
fn key_of(folder: &Path, path: &Path) -> Option<FileKey> {
    let name = slashed(path.strip_prefix(folder).ok()?);
    let stem = name.strip_suffix(".ftl").or_else(|| name.strip_suffix(".yaml"))?;
    key_of_stem(stem).filter(|_| !stem.ends_with(PAGE))
}

impl Wordings {
    /// Adds what a file said; `None` if it cannot be read.
    fn learn(&mut self, path: &Path, text: String) -> Option<()> {
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let resource = Resource::parse(text).ok()?;
            for entry in resource.entries() {
                let Some(pattern) = &entry.pattern else { continue };
                self.of.entry(entry.id.clone()).or_default().push(pattern.shown());
            }
            return Some(());
        }
        for (id, state) in StateFile::parse(&text).ok()?.messages {
            if let Some(draft) = &state.draft {
                self.of.entry(id).or_default().push(shown(&draft.text).into_owned());
            }
        }
        Some(())
    }
}

/// The translations that came since, in the locales and documents of a scope.
pub fn translations(snapshot: &Snapshot<'_>, before: &Before, scope: &Scope) -> Vec<Came> {
    let none = Wordings::default();
    let of_locale = |locale: LocaleView<'_>| of_locale(locale, before.locales.get(locale.name()).unwrap_or(&none));
    let mut all: Vec<Came> = snapshot.locales_in(scope).flat_map(of_locale).collect();
    all.sort();
    all
}

fn of_locale(locale: LocaleView<'_>, then: &Wordings) -> Vec<Came> {
    let files = &locale.own().catalog.files;
    let changed: Vec<(&FileKey, &LocaleFile)> =
        then.changed.iter().filter_map(|key| files.get_key_value(key)).collect();
    let now: FxHashSet<&Id> =
        changed.iter().flat_map(|(_, file)| file.resource.entries()).map(|entry| &entry.id).collect();
    // A text may have gone to another file, or its message got another id.
    let moved: FxHashSet<&str> =
        then.of.iter().filter(|(id, _)| !now.contains(id)).flat_map(|(_, texts)| texts).map(String::as_str).collect();
    changed.into_iter().flat_map(|(key, file)| of_file(locale, key, file, (then, &moved))).collect()
}

fn of_file(
    locale: LocaleView<'_>,
    key: &FileKey,
    file: &LocaleFile,
    (then, moved): (&Wordings, &FxHashSet<&str>),
) -> Vec<Came> {
    let config = locale.snapshot.config;
    let path = slashed(&config.shown(&config.resource_path(locale.name(), key)));
    let mut came = Vec::new();
    for entry in file.resource.entries() {
        let (Some(pattern), Some(state)) = (&entry.pattern, file.state.messages.get(&entry.id)) else { continue };
        let Some(source) = locale.snapshot.reference().text(&entry.id) else { continue };
        let texts = then.of.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let is_new = |text: &str| !texts.iter().any(|known| known == text) && !moved.contains(text);
        let one = |translation: String, origin: &str, kind, is_draft| Came {
            locale: locale.name().to_owned(),
            file: path.clone(),
            line: file.resource.line(&entry.id),
            id: entry.id.to_string(),
            kind,
            origin: origin.to_owned(),
            is_draft,
            source: shown(source).into_owned(),
            previous: texts.first().cloned(),
            translation,
        };
        let wording = pattern.shown();
        // What only follows the values of the English is nothing that somebody wrote.
        if !state.obsolete && state.carried.is_none() && is_new(&wording) {
            came.push(one(wording, &state.origin, state.kind.name(), false));
        }
        let draft = state.draft.as_ref().map(|draft| (shown(&draft.text).into_owned(), &draft.origin));
        if let Some((text, origin)) = draft.filter(|(text, _)| is_new(text)) {
            came.push(one(text, origin, "MT", true));
        }
    }
    came
}
