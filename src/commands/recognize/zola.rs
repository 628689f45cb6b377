//! Zola: `zola.toml` or `config.toml`, Markdown with Tera's marks in it, and pages of locales beside the English as `page.fr.md`.

use std::path::Path;

use serde_json::Value;

use super::{Site, SiteTree, first_file, has_folder, locale_suffixes, parsed};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["zola.toml", "config.toml"])? else { return Ok(None) };
    // Hugo, of which such a file may be as well, writes `baseURL`.
    if !has_folder(root, "content")? || !text.lines().any(|line| line.trim_start().starts_with("base_url")) {
        return Ok(None);
    }
    let config: Value = parsed(&by, toml_edit::de::from_str(&text))?;
    let source = config.get("default_language").and_then(Value::as_str).unwrap_or("en").to_owned();
    let languages = config.get("languages").and_then(Value::as_object);
    let mut locales: Vec<String> = languages.into_iter().flat_map(|all| all.keys().cloned()).collect();
    locales.extend(locale_suffixes(root, "content")?);
    let tree = SiteTree::new("content/**/*.md", "content/{dir}{stem}.{locale}.{ext}");
    Ok(Some(Site { name: "Zola", by, flavor: "jekyll", source_locale: source, locales, trees: vec![tree] }))
}
