//! Hexo: `_config.yml`, as Jekyll has it, and `hexo` in `package.json`; Markdown with Nunjucks in it, below `source/`.

use std::path::Path;

use serde_json::Value as Json;
use serde_yaml::Value;

use super::by_folders::has_documents;
use super::{Site, below, first_file, home, in_folder, javascript, locale_folders, parsed};
use crate::problem::FileError;

/// Folders of a site that hold no pages: what is in them is not published, or not by itself.
const OTHERS: [&str; 4] = ["_posts", "_drafts", "_data", "_discarded"];

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["_config.yml", "_config.yaml"])? else { return Ok(None) };
    if !uses_hexo(root)? {
        return Ok(None);
    }
    let config: Value = parsed(&by, serde_yaml::from_str(&text))?;
    let folder =
        config.get("source_dir").and_then(Value::as_str).unwrap_or("source").trim_matches(['.', '/']).to_owned();
    // One language, or those of the site, of which the first is its own.
    let said: Vec<&str> = match config.get("language") {
        Some(Value::Sequence(all)) => all.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one],
        _ => Vec::new(),
    };
    let source = said.iter().find(|name| !matches!(**name, "" | "default")).map_or("en", |name| *name).to_owned();
    let mut locales: Vec<String> =
        said.iter().map(|name| (*name).to_owned()).filter(|name| name != "default").collect();
    locales.extend(locale_folders(root, &folder)?);
    let source = home(root, &folder, source)?;
    let mut tree = in_folder(root, &folder, &source, "**/*.md")?;
    tree.sources.extend(OTHERS.map(|other| format!("!{}", below(&folder, &format!("{other}/**")))));
    let posts = below(&folder, "_posts");
    let mut trees = vec![tree];
    if has_documents(root, &posts)? {
        locales.extend(locale_folders(root, &posts)?);
        trees.push(in_folder(root, &posts, &source, "**/*.md")?);
    }
    Ok(Some(Site { name: "Hexo", by, flavor: "jekyll", source_locale: source, locales, trees }))
}

/// Whether the packages of a site are Hexo's. Where they cannot be read, nobody knows: without them it would pass for Jekyll's.
fn uses_hexo(root: &Path) -> Result<bool, FileError> {
    let Some((by, text)) = first_file(root, &["package.json"])? else { return Ok(false) };
    let package: Json = parsed(&by, serde_json::from_str(&text))?;
    Ok(package.get("hexo").is_some() || javascript::uses(&package, "hexo"))
}
