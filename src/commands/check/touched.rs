//! What a change since a git revision touches: for pull requests, which answer for what they change.

use std::path::{Path, PathBuf};

use handback_core::catalog::FileKey;
use handback_core::catalog::resource::{Entry, Resource};
use handback_core::catalog::state_file::message_lines;
use handback_core::document::{Document, Syntax};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::checks::finding::Finding;
use crate::problem::FileError;
use crate::project::files;
use crate::project::git::{self, Changed};
use crate::project::paths::{self, slashed};
use crate::settings::code::Code;
use crate::settings::config::{Config, FILE_NAME};

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
        let changed = git::changed_since(root, revision).map_err(FileError::misuse)?;
        let old: Vec<PathBuf> = changed.files.iter().map(|path| old_name(&changed, path)).collect();
        let bytes = git::files_at(root, &changed.base, &old)
            .ok_or_else(|| FileError::misuse(format!("git cannot read the files of `{revision}`")))?;
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
        let is_state = name.ends_with(".yaml") && config.root.join(path).starts_with(&config.resources);
        if is_state {
            let now = files::read_text(&config.root.join(path)).ok();
            self.messages.insert(name, [before, now.as_deref()].map(states));
        } else if name.ends_with(".ftl") {
            let now = files::read_text(&config.root.join(path)).ok();
            self.messages.insert(name, [before, now.as_deref()].map(messages));
        } else if let (Some(before), Some(syntax)) = (before, Syntax::of_path(&name))
            && !config.root.join(path).starts_with(&config.resources)
        {
            let document = Document::parse(before, syntax, &config.parse);
            self.texts.insert(name, document.units.iter().map(|unit| unit.text.to_string()).collect());
        }
    }

    /// Whether a finding is about something that changed.
    pub fn concerns(&self, config: &Config, finding: &Finding) -> bool {
        if self.everything {
            return true;
        }
        let of_text = || self.text_changed(finding) || self.translation_changed(finding);
        match finding.code {
            code if code.is_about_a_text() || code.is_about_a_wording() => of_text(),
            Code::StateWithoutMessage | Code::UnknownMessage => of_text(),
            Code::LocaleIncomplete | Code::Unpublished | Code::FilesElsewhere => false,
            // A page that went, or lost a heading, breaks the links to it.
            code if code.is_about_a_link() => {
                [&finding.file, &finding.target].into_iter().flatten().any(|file| self.files.contains(&**file))
                    || self.translation_changed(finding)
            }
            _ => {
                let places = [&finding.resource, &finding.output].into_iter().flatten().map(|place| &place.file);
                places.chain(&finding.file).any(|file| self.files.contains(&**file))
                    || self.inputs_changed(config, finding)
            }
        }
    }

    /// What a page is made from changed, or its source is gone.
    fn inputs_changed(&self, config: &Config, finding: &Finding) -> bool {
        let Some(locale) = &finding.locale else {
            return self.names(finding.output.as_ref().map(|place| &*place.file));
        };
        let folder = slashed(&config.shown(&config.locale_folder(locale)));
        let mut keys = vec![FileKey::Shared];
        keys.extend(finding.document.as_deref().map(|name| FileKey::Document(name.into())));
        let own = keys
            .iter()
            .map(paths::resource_stem)
            .flat_map(|stem| [format!("{stem}.ftl"), format!("{stem}.yaml"), format!("{stem}{}.yaml", paths::PAGE)]);
        own.chain(["terms.ftl".to_owned()]).any(|name| self.files.contains(&format!("{folder}/{name}")))
            || self.names(finding.document.as_deref())
    }

    /// A changed file has this name at its end.
    fn names(&self, name: Option<&str>) -> bool {
        let end = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        name.is_some_and(|name| self.files.iter().any(|file| file.ends_with(name) || end(file) == end(name)))
    }

    /// The English of the finding did not be in its document before.
    fn text_changed(&self, finding: &Finding) -> bool {
        let (Some(file), Some(text)) = (&finding.file, &finding.source) else { return false };
        self.files.contains(&**file) && self.texts.get(&**file).is_none_or(|texts| !texts.contains(&**text))
    }

    /// The translation of the finding, or its absence, is not what it was.
    fn translation_changed(&self, finding: &Finding) -> bool {
        let (Some(place), Some(id)) = (&finding.resource, &finding.id) else { return false };
        let resource =
            place.file.strip_suffix(".yaml").map_or_else(|| place.file.to_string(), |stem| format!("{stem}.ftl"));
        let differs =
            |file: &str| self.messages.get(file).is_some_and(|[before, now]| before.get(&**id) != now.get(&**id));
        let folder = resource.rsplit_once('/').map_or("", |(folder, _)| folder);
        let terms = finding.code == Code::UnknownPlaceable
            && self
                .files
                .iter()
                .any(|file| file.ends_with("/terms.ftl") && folder.starts_with(file.trim_end_matches("/terms.ftl")));
        differs(&resource) || differs(&resource.replace(".ftl", ".yaml")) || terms
    }
}

/// The lines of a state file, by id.
fn states(source: Option<&str>) -> Messages {
    message_lines(source.unwrap_or("")).map(|(_, id, state)| (id.to_owned(), state.to_owned())).collect()
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
