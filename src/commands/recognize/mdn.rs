//! MDN: `files/en-us`, with translations in a repository of their own.

use std::path::Path;

use super::{Site, SiteTree, has_folder, locale_folders};
use crate::problem::FileError;

const BESIDE: &str = "../translated-content/files";

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let by = "files/en-us";
    if !has_folder(root, by)? {
        return Ok(None);
    }
    let folder = if has_folder(root, BESIDE)? { BESIDE } else { "files" };
    let locales = locale_folders(root, folder)?;
    let trees = vec![SiteTree::new("files/en-us/**/*.md", &format!("{folder}/{{locale}}/{{path}}"))];
    Ok(Some(Site { name: "MDN", by: by.into(), flavor: "mdn", source_locale: "en-us".into(), locales, trees }))
}
