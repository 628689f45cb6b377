//! VitePress and VuePress: `.vitepress/` or `.vuepress/` beside the documents.

use std::path::Path;

use super::{Site, below, has_folder, home, in_folder, javascript, locale_folders, program};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    for (name, own) in [("VitePress", ".vitepress"), ("VuePress", ".vuepress")] {
        for folder in ["", "docs", "src"] {
            if has_folder(root, &below(folder, own))? {
                return site(root, name, folder, own).map(Some);
            }
        }
    }
    Ok(None)
}

fn site(root: &Path, name: &'static str, folder: &str, own: &str) -> Result<Site, FileError> {
    let named = |name: &str| program(root, &below(folder, &format!("{own}/{name}")));
    let found = match named("config")? {
        Some(found) => Some(found),
        None => named("config/index")?,
    };
    let (by, text) = found.unwrap_or_else(|| (below(folder, own), String::new()));
    // A plugin may have a folder of that name for what it makes.
    let is_of_documents = |source: &String| !source.trim_start_matches("./").starts_with(own);
    let folder = match javascript::string(&text, "srcDir").filter(is_of_documents) {
        Some(source) => below(folder, &source),
        None => folder.to_owned(),
    };
    let source_locale = javascript::string(&text, "lang").unwrap_or_else(|| "en".into());
    let source_locale = home(root, &folder, source_locale)?;
    let mut locales = javascript::names(&text, "locales");
    // VuePress has `'/fr/'`.
    locales.iter_mut().for_each(|locale| *locale = locale.trim_matches('/').to_owned());
    // A language that is a site of its own is only linked to.
    locales.retain(|locale| !matches!(locale.as_str(), "root" | "") && !javascript::leads_away(&text, locale));
    locales.extend(locale_folders(root, &folder)?);
    let mut tree = in_folder(root, &folder, &source_locale, "**/*.md")?;
    if tree.sources.len() == 1 && has_folder(root, &below(&folder, "node_modules"))? {
        tree.sources.push(format!("!{}", below(&folder, "**/node_modules/**")));
    }
    Ok(Site { name, by, flavor: "vitepress", source_locale, locales, trees: vec![tree] })
}
