//! Eleventy: `eleventy.config.*` or `.eleventy.*`, Markdown with Liquid or Nunjucks in it.

use std::path::Path;

use super::by_folders::has_documents;
use super::plain::by_layout;
use super::{Site, SiteTree, below, has_folder, javascript, program};
use crate::problem::FileError;

/// Folders of a site that hold no pages.
const OTHERS: [&str; 4] = ["_site", "_includes", "_data", "node_modules"];

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let found = match program(root, "eleventy.config")? {
        None => program(root, ".eleventy")?,
        found => found,
    };
    let Some((by, text)) = found else { return Ok(None) };
    let folder = pages(root, &text)?;
    let site =
        |source_locale, locales, trees| Site { name: "Eleventy", by, flavor: "jekyll", source_locale, locales, trees };
    if let Some((source_locale, locales, tree)) = by_layout(root, &folder, "en", "**/*.md")? {
        return Ok(Some(site(source_locale, locales, vec![tree])));
    }
    let mut sources = vec![below(&folder, "**/*.md")];
    sources.extend(OTHERS.map(|other| format!("!{}", below(&folder, &format!("**/{other}/**")))));
    Ok(Some(site("en".to_owned(), Vec::new(), vec![SiteTree { sources, output: None }])))
}

/// The folder of the pages. The configuration may be a program that only names it in parts.
fn pages(root: &Path, config: &str) -> Result<String, FileError> {
    let said = javascript::strings(config, "input").chain(["src".to_owned(), "content".to_owned()]);
    for folder in said.filter(|folder| !folder.starts_with('/')) {
        let folder = folder.trim_start_matches("./").trim_end_matches('/').to_owned();
        if has_folder(root, &folder)? && has_documents(root, &folder)? {
            return Ok(if folder == "." { String::new() } else { folder });
        }
    }
    Ok(String::new())
}
