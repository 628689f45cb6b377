//! Files of the catalog that two branches changed: one file when git asks for it ([`driver`]), and all that a merge
//! left in conflict ([`resolve`]).
//!
//! A resource and its state belong together, and git hands them over one at a time. So each is merged with the three
//! versions of the other beside it, by the same rules ([`handback_core::catalog::three_way`]): both answers fit.

pub mod driver;
mod pair;
pub mod resolve;

use std::path::{Path, PathBuf};

use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::Structure;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::HandOff;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::three_way;
use handback_core::catalog::{FileKey, Id};

use crate::project::merging::{self, Commits, Texts};
use crate::project::paths::{self, slashed};
use crate::settings::config::Config;

/// What people should know of files that were united.
pub const UNITED: &str =
    "reference, structure and hand-off of both sides are united: the next `handback sync` recomputes them";

/// What a file of the catalog is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The translations of a locale.
    Resource,
    /// What is known of them.
    State,
    /// The hand-off of a document.
    Page,
    /// The English of the last sync.
    Reference,
    /// What a document was made of then.
    Structure,
}

/// What a file is, by its path below the project; `None` if it is none that handback writes.
pub fn kind(config: &Config, path: &Path) -> Option<Kind> {
    let below = config.root.join(path);
    let below = slashed(below.strip_prefix(&config.resources).ok()?);
    let (locale, name) = below.split_once('/')?;
    let (stem, is_resource) = match name.strip_suffix(".ftl") {
        Some(stem) => (stem, true),
        None => (name.strip_suffix(".yaml")?, false),
    };
    if let Some(stem) = stem.strip_suffix(paths::PAGE).filter(|_| !is_resource) {
        return paths::key_of_stem(stem).map(|_| Kind::Page);
    }
    let key = paths::key_of_stem(stem)?;
    Some(match (locale == config.source_locale, is_resource) {
        (true, true) => Kind::Reference,
        (true, false) if key == FileKey::Shared => return None,
        (true, false) => Kind::Structure,
        (false, true) => Kind::Resource,
        (false, false) => Kind::State,
    })
}

impl Kind {
    /// Whether the next sync recomputes it.
    pub fn is_derived(self) -> bool {
        matches!(self, Self::Page | Self::Reference | Self::Structure)
    }
}

/// The state of a resource, or the resource of a state.
fn sibling(path: &Path, kind: Kind) -> PathBuf {
    path.with_extension(if kind == Kind::Resource { "yaml" } else { "ftl" })
}

/// Messages that stood in other files of a locale where both sides began.
fn elsewhere(top: &Path, commits: &Commits, path: &Path, ids: &[Id]) -> LocaleFile {
    let mut found = LocaleFile::default();
    for id in ids {
        // A document's resource may be in a folder below that of the shared ones, and the other way around.
        for folder in path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty()) {
            let Some((resource, state)) = merging::holding(top, commits, folder, id) else { continue };
            let Ok(resource) = Resource::parse(resource) else { continue };
            let state = StateFile::parse(&state).unwrap_or_default();
            if let (Some(pattern), Some(known)) =
                (resource.get(id).and_then(|entry| entry.pattern.clone()), state.messages.get(id))
            {
                found.set_pattern(id, pattern, known.clone());
            }
            break;
        }
    }
    // As it would be read.
    let (source, state) = (found.resource_source(ids, &[]), found.state);
    Resource::parse(source).map_or_else(|_| LocaleFile::default(), |resource| LocaleFile::new(resource, state))
}

/// Merges a file that needs no other beside it. `None` if it cannot be read.
fn merge_derived(kind: Kind, [base, ours, theirs]: &Texts) -> Option<String> {
    match kind {
        Kind::Page => {
            let read = |text: &String| match text.is_empty() {
                true => Some(None),
                false => HandOff::parse(text).ok().map(Some),
            };
            let [base, ours, theirs] = [read(base)?, read(ours)?, read(theirs)?];
            let merged = three_way::hand_off(base.as_ref(), ours.as_ref(), theirs.as_ref());
            Some(merged.as_ref().map_or_else(String::new, HandOff::format))
        }
        Kind::Reference => {
            let read = |text: &String| Resource::parse(text.clone()).ok();
            three_way::reference(&read(base)?, &read(ours)?, &read(theirs)?)
        }
        Kind::Structure => {
            let read = |text: &String| Structure::parse(text).ok();
            match (ours.is_empty(), theirs.is_empty()) {
                (true, _) => Some(theirs.clone()),
                (_, true) => Some(ours.clone()),
                _ => Some(three_way::structure(read(ours)?, &read(theirs)?).format()),
            }
        }
        Kind::Resource | Kind::State => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_path() {
        let config = Config::parse("locales: [fr-FR]\n", Path::new("/project")).unwrap();
        for (path, expected) in [
            ("locales/fr-FR/a.ftl", Some(Kind::Resource)),
            ("locales/fr-FR/sub/a.yaml", Some(Kind::State)),
            ("locales/fr-FR/shared.ftl", Some(Kind::Resource)),
            ("locales/fr-FR/shared.yaml", Some(Kind::State)),
            ("locales/fr-FR/a.page.yaml", Some(Kind::Page)),
            ("locales/en-US/a.ftl", Some(Kind::Reference)),
            ("locales/en-US/shared.ftl", Some(Kind::Reference)),
            ("locales/en-US/a.yaml", Some(Kind::Structure)),
            // What is shared has no structure.
            ("locales/en-US/shared.yaml", None),
            ("locales/fr-FR/a.md", None),
            ("locales/a.ftl", None),
            ("source-docs/fr-FR/a.yaml", None),
        ] {
            assert_eq!(kind(&config, Path::new(path)), expected, "{path}");
        }
    }
}
