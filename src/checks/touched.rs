//! What a change since a git revision touches: for pull requests, which answer for what they change.

use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::finding::{Code, Finding};
use super::resources::slashed;
use crate::catalog::resource::{Entry, Resource};
use crate::document::{Document, Syntax};
use crate::project::FileError;
use crate::project::config::{Config, FILE_NAME};
use crate::project::git::{self, Changed};

/// What changed, and what it was before.
pub struct Touched {
    /// Paths below the project, with `/`.
    files: FxHashSet<String>,
    /// The texts that changed documents had, by their path of today.
    texts: FxHashMap<String, FxHashSet<String>>,
    /// The messages of changed resources, then and now.
    messages: FxHashMap<String, [Messages; 2]>,
    /// The configuration changed: then everything is touched.
    everything: bool,
}

type Messages = FxHashMap<String, String>;

impl Touched {
    /// Asks git what changed since a branch left `revision`.
    pub fn since(config: &Config, revision: &str) -> Result<Self, FileError> {
        let root = &config.root;
        let changed = git::changed_since(root, revision).map_err(|message| FileError::new("", message))?;
        let old: Vec<PathBuf> = changed.files.iter().map(|path| old_name(&changed, path)).collect();
        let bytes = git::files_at(root, &changed.base, &old)
            .ok_or_else(|| FileError::new("", format!("git cannot read the files of `{revision}`")))?;
        let mut touched = Self {
            files: changed.files.iter().map(|path| slashed(path)).collect(),
            texts: FxHashMap::default(),
            messages: FxHashMap::default(),
            everything: changed.files.iter().any(|path| path == Path::new(FILE_NAME)),
        };
        for (path, bytes) in changed.files.iter().zip(bytes) {
            let before = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            touched.remember(config, path, before.as_deref());
        }
        Ok(touched)
    }

    fn remember(&mut self, config: &Config, path: &Path, before: Option<&str>) {
        let name = slashed(path);
        if name.ends_with(".ftl") {
            let now = std::fs::read_to_string(config.root.join(path)).ok();
            self.messages.insert(name, [before, now.as_deref()].map(messages));
        } else if let (Some(before), Some(syntax)) = (before, Syntax::of_path(&name))
            && !config.root.join(path).starts_with(&config.resources)
        {
            let document = Document::parse(before, syntax, &config.parse);
            self.texts.insert(name, document.units.iter().map(|unit| unit.text.to_string()).collect());
        }
    }

    /// Whether a finding is about something that changed.
    pub fn concerns(&self, finding: &Finding) -> bool {
        if self.everything {
            return true;
        }
        match finding.code {
            Code::Stale
            | Code::Missing
            | Code::Machine
            | Code::Unproven
            | Code::Carried
            | Code::MissingVariable
            | Code::UnknownPlaceable
            | Code::StateWithoutMessage
            | Code::UnknownMessage => self.text_changed(finding) || self.translation_changed(finding),
            Code::LocaleIncomplete => false,
            _ => {
                let places = [&finding.resource, &finding.output].into_iter().flatten().map(|place| &place.file);
                places.chain(&finding.file).any(|file| self.files.contains(file))
            }
        }
    }

    /// The English of the finding did not stand in its document before.
    fn text_changed(&self, finding: &Finding) -> bool {
        let (Some(file), Some(text)) = (&finding.file, &finding.source) else { return false };
        self.files.contains(file) && self.texts.get(file).is_none_or(|texts| !texts.contains(text))
    }

    /// The translation of the finding, or its absence, is not what it was.
    fn translation_changed(&self, finding: &Finding) -> bool {
        let (Some(place), Some(id)) = (&finding.resource, &finding.id) else { return false };
        let resource =
            place.file.strip_suffix(".yaml").map_or_else(|| place.file.clone(), |stem| format!("{stem}.ftl"));
        let Some([before, now]) = self.messages.get(&resource) else { return false };
        before.get(id) != now.get(id)
    }
}

/// The messages of a resource as they stand there, by id.
fn messages(source: Option<&str>) -> Messages {
    let Some(resource) = source.and_then(|source| Resource::parse(source.to_owned()).ok()) else {
        return Messages::default();
    };
    let entry = |entry: &Entry| (entry.id.to_string(), resource.entry_source(entry).to_owned());
    resource.entries().iter().map(entry).collect()
}

fn old_name(changed: &Changed, path: &Path) -> PathBuf {
    let renamed = changed.renamed.iter().find(|(new, _)| new == path);
    renamed.map_or_else(|| path.to_owned(), |(_, old)| old.clone())
}
