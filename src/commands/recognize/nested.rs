//! Documents with translations further down in a repository of many programs: `apps/site/pages/en`.

use std::path::Path;

use super::by_folders::has_documents;
use super::plain::{FOLDERS, by_folders};
use super::{Site, below};
use crate::problem::FileError;

/// So many locales in folders beside each other show that they are translations, however the folder above them is named.
const MANY: usize = 4;

/// The only folder below another where English and other locales lie side by side.
pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let (mut found, mut unread) = (None, None);
    let folders = below::folders(root, &mut unread);
    // Of what cannot be looked into nobody knows whether another site is in it.
    if unread.is_some() {
        return Ok(None);
    }
    for folder in folders {
        let name = folder.rsplit('/').next().unwrap_or(&folder);
        let Some((source_locale, locales, tree)) = by_folders(root, &folder, "en", "**/*.{md,mdx}")? else { continue };
        if !FOLDERS.contains(&name) && locales.len() < MANY {
            continue;
        }
        if !has_documents(root, &below(&folder, &source_locale))? {
            continue;
        }
        let name = "documents with locales";
        let site = Site { name, by: folder, flavor: "gfm", source_locale, locales, trees: vec![tree] };
        if found.replace(site).is_some() {
            return Ok(None);
        }
    }
    Ok(found)
}
