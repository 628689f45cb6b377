//! GitBook: `.gitbook.yaml`, which names the folder of the documents. A site is made of several such folders at times.

use std::path::Path;

use serde_json::Value;

use super::{Site, SiteTree, below, first_file, parsed};
use crate::problem::FileError;

pub const NAME: &str = "GitBook";

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &[".gitbook.yaml", ".gitbook.yml"])? else { return Ok(None) };
    // A file of nothing but comments says nothing.
    let config: Option<Value> = parsed(&by, serde_yaml::from_str(&text))?;
    let folder = config.as_ref().and_then(|config| config.get("root")).and_then(Value::as_str).unwrap_or("");

    let glob = below(folder, "**/*.md");
    let sources = vec![glob, "!**/.gitbook/**".to_owned()];
    let trees = vec![SiteTree { sources, output: None }];
    Ok(Some(Site { name: NAME, by, flavor: "gfm", source_locale: "en".into(), locales: Vec::new(), trees }))
}
