//! Documents with translations that no generator is known of: only how they lie says which are which.

use std::path::Path;

use super::{Site, SiteTree, below, has_folder, home, in_folder, locale_folders, locale_suffixes};
use crate::problem::FileError;

/// Folders that documents lie in.
const FOLDERS: [&str; 6] = ["docs", "doc", "content", "src/content", "pages", "documentation"];

/// Where English and other locales lie side by side in folders of their names, or in files with suffixes.
pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    for folder in FOLDERS {
        if !has_folder(root, folder)? {
            continue;
        }
        if let Some((source_locale, locales, tree)) = by_layout(root, folder, "en", "**/*.{md,mdx}")? {
            let by = folder.to_owned();
            let site =
                Site { name: "documents with locales", by, flavor: "gfm", source_locale, locales, trees: vec![tree] };
            return Ok(Some(site.tidy()));
        }
    }
    Ok(None)
}

/// The locale of the sources, the others, and the documents.
pub type Layout = (String, Vec<String>, SiteTree);

/// What lies in a folder, if it has documents in at least two locales.
pub fn by_layout(root: &Path, folder: &str, said: &str, files: &str) -> Result<Option<Layout>, FileError> {
    let locales = locale_folders(root, folder)?;
    let source = home(root, folder, english_in(&locales).unwrap_or(said).to_owned())?;
    if locales.len() > 1 && has_folder(root, &below(folder, &source))? {
        return Ok(Some((source.clone(), locales, in_folder(root, folder, &source, files)?)));
    }
    let suffixes = locale_suffixes(root, folder)?;
    if suffixes.iter().any(|suffix| suffix != said) {
        let source = english_in(&suffixes).unwrap_or(said).to_owned();
        let tree = SiteTree::new(&below(folder, files), &below(folder, "{dir}{stem}.{locale}.{ext}"));
        return Ok(Some((source, suffixes, tree)));
    }
    Ok(None)
}

/// The spelling of English among locales: `en`, else one with a region.
fn english_in(locales: &[String]) -> Option<&str> {
    let is_english = |locale: &&String| locale.as_str() == "en" || locale.to_lowercase().starts_with("en-");
    locales
        .iter()
        .find(|locale| locale.as_str() == "en")
        .or_else(|| locales.iter().find(is_english))
        .map(String::as_str)
}
