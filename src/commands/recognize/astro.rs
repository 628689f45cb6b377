//! Astro and Starlight: `astro.config.*`, documents in `src/content/docs`.

use std::path::Path;

use super::{Site, home, in_folder, javascript, locale_folders, program};
use crate::problem::FileError;

const DOCS: &str = "src/content/docs";

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = program(root, "astro.config")? else { return Ok(None) };
    let source_locale = javascript::string(&text, "defaultLocale").filter(|locale| locale != "root");
    let source_locale = source_locale.or_else(|| javascript::string(&text, "lang")).unwrap_or_else(|| "en".into());
    let source_locale = home(root, DOCS, source_locale)?;
    let mut locales = javascript::names(&text, "locales");
    locales.retain(|locale| locale != "root");
    locales.extend(locale_folders(root, DOCS)?);
    let trees = vec![in_folder(root, DOCS, &source_locale, "**/*.{md,mdx}")?];
    Ok(Some(Site { name: "Astro", by, flavor: "starlight", source_locale, locales, trees }))
}
