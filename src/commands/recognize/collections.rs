//! Collections of Jekyll that are named like locales: `_fr/tour/basics.md` is the French of `_tour/basics.md`.

use std::collections::BTreeSet;
use std::path::Path;

use super::folders::{is_locale, listed};
use super::{SiteTree, has_folder};
use crate::problem::FileError;

/// Locales, and a tree for every folder of English that one of them has as well.
pub type Collections = (Vec<String>, Vec<SiteTree>);

/// The locales among the collections of a site, and the trees that they have.
pub fn look(root: &Path, names: &[String]) -> Result<Option<Collections>, FileError> {
    let (mut locales, mut folders, mut has_pages) = (Vec::new(), BTreeSet::new(), false);
    for name in names.iter().filter(|name| is_locale(name)) {
        let own = format!("_{name}");
        if has_folder(root, &own)? {
            let (below, files) = listed(root, &own)?;
            folders.extend(below);
            has_pages |= files.iter().any(|file| file.ends_with(".md"));
            locales.push(name.clone());
        }
    }
    let mut trees = Vec::new();
    if has_pages {
        trees.push(SiteTree::new("*.md", "_{locale}/{path}"));
    }
    for folder in folders {
        // A collection, or a folder of pages.
        for english in [format!("_{folder}"), folder.clone()] {
            if has_folder(root, &english)? {
                trees.push(SiteTree::new(&format!("{english}/**/*.md"), &format!("_{{locale}}/{folder}/{{path}}")));
                break;
            }
        }
    }
    Ok((!trees.is_empty()).then_some((locales, trees)))
}
