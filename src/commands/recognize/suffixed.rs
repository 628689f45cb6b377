//! Folders of documents beside each other, of which some are named as another with a locale behind: `guide`, `guide-fr`.

use std::path::Path;

use super::folders::{is_document, is_locale, listed};
use super::{SiteTree, below};
use crate::problem::FileError;

/// So many locales show that the names mean them.
const ENOUGH: usize = 2;

/// The locales, and a tree for every folder of English.
pub type Suffixed = (Vec<String>, Vec<SiteTree>);

/// What lies in a folder so; `None` if nothing does.
pub fn look(root: &Path, folder: &str, files: &str) -> Result<Option<Suffixed>, FileError> {
    let (folders, _) = listed(root, folder)?;
    let (mut locales, mut trees) = (Vec::new(), Vec::new());
    for base in folders.iter().filter(|name| !is_locale(name)) {
        for mark in ["-", "_", "."] {
            let locale_of = |name: &String| Some(name.strip_prefix(base.as_str())?.strip_prefix(mark)?.to_owned());
            let found: Vec<String> = folders.iter().filter_map(locale_of).filter(|name| is_locale(name)).collect();
            if found.len() >= ENOUGH && mirrors(root, folder, base, mark, &found)? {
                locales.extend(found);
                let output = below(folder, &format!("{base}{mark}{{locale}}/{{path}}"));
                trees.push(SiteTree::new(&below(folder, &format!("{base}/{files}")), &output));
            }
        }
    }
    Ok((!trees.is_empty()).then_some((locales, trees)))
}

/// Whether a document of a locale is named as one of the English.
fn mirrors(root: &Path, folder: &str, base: &str, mark: &str, locales: &[String]) -> Result<bool, FileError> {
    let english = root.join(folder).join(base);
    for locale in locales {
        let place = below(folder, &format!("{base}{mark}{locale}"));
        for entry in ignore::WalkBuilder::new(root.join(&place)).build() {
            let entry = entry.map_err(|error| FileError::new(&place, format!("cannot look for documents: {error}")))?;
            let path = entry.path().strip_prefix(root.join(&place)).ok();
            if path.is_some_and(|path| is_document(path) && english.join(path).is_file()) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
