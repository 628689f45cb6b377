//! MDN: `files/en-us`, with translations in a repository of their own.

use std::path::Path;

use super::folders::listed;
use super::{Site, SiteTree, has_folder, locale_folders};
use crate::problem::FileError;

const BESIDE: &str = "../translated-content/files";
/// English beside a clone of the translations.
const ENGLISH: &str = "../content/files/en-us";
/// What the root of every locale has.
const REDIRECTS: &str = "_redirects.txt";

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let by = "files/en-us";
    if !has_folder(root, by)? {
        return translations(root);
    }
    let folder = if has_folder(root, BESIDE)? { BESIDE } else { "files" };
    let locales = locale_folders(root, folder)?;
    let trees = vec![SiteTree::new("files/en-us/**/*.md", &format!("{folder}/{{locale}}/{{path}}"))];
    Ok(Some(Site { name: "MDN", by: by.into(), flavor: "mdn", source_locale: "en-us".into(), locales, trees }))
}

/// A repository of translations, seen from itself.
fn translations(root: &Path) -> Result<Option<Site>, FileError> {
    let locales = locale_folders(root, "files")?;
    let mut by = None;
    for locale in &locales {
        let folder = format!("files/{locale}");
        if listed(root, &folder)?.1.iter().any(|file| file == REDIRECTS) {
            by = Some(folder);
            break;
        }
    }
    let Some(by) = by else { return Ok(None) };
    if !has_folder(root, ENGLISH)? {
        return Err(FileError::misuse(format!(
            "{by} holds translations of MDN, and their English is not here: clone it to `../content`, so that `{ENGLISH}` is \
             there, then run `handback init` again"
        )));
    }
    let trees = vec![SiteTree::new(&format!("{ENGLISH}/**/*.md"), "files/{locale}/{path}")];
    Ok(Some(Site { name: "MDN", by, flavor: "mdn", source_locale: "en-us".into(), locales, trees }))
}
