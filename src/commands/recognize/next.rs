//! Next.js with Nextra or Fumadocs, which `package.json` names: pages of locales in folders or with suffixes, as MDX.

use std::path::Path;

use serde_json::Value;

use super::by_folders::has_documents;
use super::plain::by_layout;
use super::{Site, SiteTree, below, first_file, has_folder, javascript, parsed, program};
use crate::problem::FileError;

/// Folders that documents lie in, those with more of them first.
const FOLDERS: [&str; 8] = ["content/docs", "content", "src/content", "pages", "src/pages", "docs", "app", "src/app"];

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["package.json"])? else { return Ok(None) };
    // Every project of JavaScript has one: what cannot be read of it is no site.
    let Ok(package) = parsed::<Value>(&by, serde_json::from_str(&text)) else { return Ok(None) };
    let uses = |name: &str| javascript::uses(&package, name);
    let name = match (uses("nextra"), uses("fumadocs-mdx") || uses("fumadocs-core")) {
        (true, _) => "Nextra",
        (_, true) => "Fumadocs",
        _ => return Ok(None),
    };
    let config = program(root, "next.config")?.map(|(_, text)| text).unwrap_or_default();
    let said = javascript::string(&config, "defaultLocale").unwrap_or_else(|| "en".into());
    let mut folders = Vec::new();
    for folder in FOLDERS {
        let is_within = folders.iter().any(|above: &&str| Path::new(folder).starts_with(above));
        // `content/docs` alone would leave out what lies beside it.
        if has_folder(root, folder)? && !is_within {
            folders.retain(|below: &&str| !Path::new(below).starts_with(folder));
            folders.push(folder);
        }
    }
    for folder in &folders {
        if let Some(layout) = by_layout(root, folder, &said, "**/*.{md,mdx}")? {
            let (source_locale, mut locales, tree) = layout;
            let mut all = javascript::names(&config, "locales");
            all.append(&mut locales);
            return Ok(Some(Site { name, by, flavor: "gfm", source_locale, locales: all, trees: vec![tree] }));
        }
    }
    for folder in folders {
        if has_documents(root, folder)? {
            let trees = vec![SiteTree { sources: vec![below(folder, "**/*.{md,mdx}")], output: None }];
            let locales = javascript::names(&config, "locales");
            return Ok(Some(Site { name, by, flavor: "gfm", source_locale: said, locales, trees }));
        }
    }
    Ok(None)
}
