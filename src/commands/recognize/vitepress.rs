//! VitePress: `.vitepress/` beside the documents.

use std::path::Path;

use super::{Site, below, in_folder, javascript, locale_folders, program};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let folder = ["", "docs"].into_iter().find(|folder| root.join(folder).join(".vitepress").is_dir());
    let Some(folder) = folder else { return Ok(None) };
    let named = |name: &str| program(root, &below(folder, &format!(".vitepress/{name}")));
    let found = match named("config")? {
        Some(found) => Some(found),
        None => named("config/index")?,
    };
    let (by, text) = found.unwrap_or_else(|| (below(folder, ".vitepress"), String::new()));
    let folder = match javascript::string(&text, "srcDir") {
        Some(source) => below(folder, &source),
        None => folder.to_owned(),
    };
    let source_locale = javascript::string(&text, "lang").unwrap_or_else(|| "en".into());
    let mut locales = javascript::names(&text, "locales");
    locales.retain(|locale| locale != "root");
    locales.extend(locale_folders(root, &folder));
    let trees = vec![in_folder(root, &folder, &source_locale, "**/*.md")];
    Ok(Some(Site { name: "VitePress", by, flavor: "vitepress", source_locale, locales, trees }))
}
