//! Astro and Starlight: `astro.config.*`, documents in `src/content/docs`, and other collections beside it.

use std::path::Path;

use super::folders::listed;
use super::{Site, SiteTree, below, has_folder, home, in_folder, javascript, locale_folders, program};
use crate::problem::FileError;

const CONTENT: &str = "src/content";
const DOCS: &str = "src/content/docs";

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = program(root, "astro.config")? else { return Ok(None) };
    let source_locale = javascript::string(&text, "defaultLocale").filter(|locale| locale != "root");
    let source_locale = source_locale.or_else(|| javascript::string(&text, "lang")).unwrap_or_else(|| "en".into());
    let source_locale = home(root, DOCS, source_locale)?;
    let mut locales = javascript::names(&text, "locales");
    locales.retain(|locale| locale != "root");
    locales.extend(locale_folders(root, DOCS)?);
    let (mut trees, of_others) = others(root, &source_locale)?;
    locales.extend(of_others);
    if trees.is_empty() || has_folder(root, DOCS)? {
        trees.insert(0, in_folder(root, DOCS, &source_locale, "**/*.{md,mdx}")?);
    }
    Ok(Some(Site { name: "Astro", by, flavor: "starlight", source_locale, locales, trees }))
}

/// Collections beside the documentation in which English and other locales have folders of their names, and these.
fn others(root: &Path, source_locale: &str) -> Result<(Vec<SiteTree>, Vec<String>), FileError> {
    let (mut trees, mut locales) = (Vec::new(), Vec::new());
    for name in listed(root, CONTENT)?.0 {
        let folder = below(CONTENT, &name);
        if folder == DOCS || !has_folder(root, &below(&folder, source_locale))? {
            continue;
        }
        let found = locale_folders(root, &folder)?;
        if found.len() > 1 {
            trees.push(in_folder(root, &folder, source_locale, "**/*.{md,mdx}")?);
            locales.extend(found);
        }
    }
    Ok((trees, locales))
}
