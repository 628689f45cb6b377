//! mdBook: `book.toml`. It has no place for translations of its own.

use std::path::Path;

use serde_json::Value;

use super::{Site, SiteTree, below, first_file, parsed};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["book.toml"])? else { return Ok(None) };
    let config: Value = parsed(&by, toml_edit::de::from_str(&text))?;
    let setting = |key: &str| config.get("book")?.get(key)?.as_str().map(str::to_owned);
    let source_locale = setting("language").unwrap_or_else(|| "en".into());
    let sources = vec![below(&setting("src").unwrap_or_else(|| "src".into()), "**/*.md")];
    let trees = vec![SiteTree { sources, output: None }];
    Ok(Some(Site { name: "mdBook", by, flavor: "mdbook", source_locale, locales: Vec::new(), trees }))
}
