//! Locales that a site's configuration does not name, or not where they lie: pages of theirs would be read as English.

use std::path::Path;

use super::below::is_other;
use super::folders::{is_document, listed};
use super::{Site, SiteTree, below, has_folder, locale_folders, plain};
use crate::problem::FileError;

/// The same site, where English and other locales lie side by side in folders of their names, `pages/en` and `pages/fr`, or
/// others below a folder beside the English, `lang/fr`.
pub fn corrected(mut site: Site, root: &Path) -> Result<Site, FileError> {
    let [tree] = site.trees.as_slice() else { return Ok(site) };
    let Some((folder, files)) = documents(tree) else { return Ok(site) };
    if has_pages(root, &site, folder)? {
        return Ok(site);
    }
    let (folders, _) = listed(root, folder)?;
    let is_place = |name: &&String| !name.starts_with(['.', '_']) && !is_other(name);
    let places: Vec<String> = folders.iter().filter(is_place).map(|name| below(folder, name)).collect();
    let here = Some(folder.to_owned()).filter(|_| site.locales.is_empty());
    for place in here.iter().chain(&places) {
        if let Some((source, locales, tree)) = plain::by_folders(root, place, &site.source_locale, files)?
            && has_documents(root, &below(place, &source))?
        {
            (site.source_locale, site.locales, site.trees) = (source, locales, vec![tree]);
            return Ok(site);
        }
    }
    // English lies above the folders of the others.
    if here.is_some() {
        let mut locales = Vec::new();
        for locale in locale_folders(root, folder)? {
            if is_mirror(root, folder, &below(folder, &locale))? {
                locales.push(locale);
            }
        }
        if !locales.is_empty() {
            site.trees[0].output = Some(below(folder, "{locale}/{path}"));
            site.locales = locales;
            return Ok(site);
        }
    }
    for place in &places {
        let locales = locale_folders(root, place)?;
        if locales.len() > 1 && has_folder(root, place)? && mirrors(root, folder, place, &locales)? {
            let tree = &mut site.trees[0];
            tree.sources.push(format!("!{place}/**"));
            tree.output = Some(below(place, "{locale}/{path}"));
            site.locales = locales;
            return Ok(site);
        }
    }
    Ok(site)
}

/// The folder of a tree's only glob, and the files that it names, if localized pages lie nowhere or in folders there.
fn documents(tree: &SiteTree) -> Option<(&str, &str)> {
    let globs: Vec<&String> = tree.sources.iter().filter(|glob| !glob.starts_with('!')).collect();
    let [glob] = globs.as_slice() else { return None };
    let at = glob.find("**/")?;
    let folder = glob[..at].trim_end_matches('/');
    let is_plain = tree.output.as_ref().is_none_or(|output| *output == below(folder, "{locale}/{path}"));
    is_plain.then_some((folder, &glob[at..]))
}

/// Whether a locale that is known of has a folder.
fn has_pages(root: &Path, site: &Site, folder: &str) -> Result<bool, FileError> {
    for locale in &site.locales {
        if has_folder(root, &below(folder, locale))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether there is Markdown in a folder.
pub fn has_documents(root: &Path, folder: &str) -> Result<bool, FileError> {
    for entry in ignore::WalkBuilder::new(root.join(folder)).build() {
        let entry = entry.map_err(|error| FileError::new(folder, format!("cannot look for documents: {error}")))?;
        if is_document(entry.path()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a document of a locale is named as one of the English.
fn mirrors(root: &Path, folder: &str, place: &str, locales: &[String]) -> Result<bool, FileError> {
    let (_, english) = listed(root, folder)?;
    for locale in locales {
        let (_, files) = listed(root, &below(place, locale))?;
        if files.iter().any(|name| is_document(name) && english.contains(name)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a folder among the English holds localized pages, and is no part of the English that is named like a locale: most of
/// its documents are named as those of the English, and not only as every folder has one.
fn is_mirror(root: &Path, folder: &str, place: &str) -> Result<bool, FileError> {
    let (mut all, mut same, mut is_telling) = (0, 0, false);
    for entry in ignore::WalkBuilder::new(root.join(place)).build() {
        let entry = entry.map_err(|error| FileError::new(place, format!("cannot look for documents: {error}")))?;
        let Ok(path) = entry.path().strip_prefix(root.join(place)) else { continue };
        if !is_document(path) {
            continue;
        }
        let is_there = root.join(folder).join(path).is_file();
        all += 1;
        same += usize::from(is_there);
        is_telling |= is_there && !["README.md", "index.md", "_index.md"].iter().any(|name| path == Path::new(name));
    }
    Ok(is_telling && same * 2 >= all)
}
