//! Docusaurus: `docusaurus.config.*`, translations below `i18n/`.

use std::path::Path;

use super::{Site, SiteTree, has_folder, javascript, locale_folders, program};
use crate::problem::FileError;

/// The folder of the docs. Their plugin may have them elsewhere: its path is the first that leads to a folder, for others have
/// paths, too, of pages on the site.
fn docs(root: &Path, config: &str) -> Result<String, FileError> {
    const USUAL: &str = "docs";
    if has_folder(root, USUAL)? {
        return Ok(USUAL.to_owned());
    }
    for path in javascript::strings(config, "path") {
        let is_of_docs = !path.starts_with('/') && path.trim_start_matches("./") != "blog";
        if is_of_docs && has_folder(root, &path)? {
            return Ok(path);
        }
    }
    Ok(USUAL.to_owned())
}

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = program(root, "docusaurus.config")? else { return Ok(None) };
    let source_locale = javascript::string(&text, "defaultLocale").unwrap_or_else(|| "en".into());
    let mut locales = javascript::names(&text, "locales");
    locales.extend(locale_folders(root, "i18n")?);
    let docs = docs(root, &text)?;
    let versioned = "docusaurus-plugin-content-docs";
    let trees = [
        (docs, format!("{versioned}/current")),
        ("blog".into(), "docusaurus-plugin-content-blog".into()),
        ("versioned_docs".into(), versioned.into()),
    ];
    let tree = |(folder, plugin): &(String, String)| {
        SiteTree::new(&format!("{folder}/**/*.{{md,mdx}}"), &format!("i18n/{{locale}}/{plugin}/{{path}}"))
    };
    let mut there = Vec::new();
    for one in &trees {
        there.extend(has_folder(root, &one.0)?.then(|| tree(one)));
    }
    if there.is_empty() {
        there.push(SiteTree::new("docs/**/*.{md,mdx}", &format!("i18n/{{locale}}/{versioned}/current/{{path}}")));
    }
    // Then only pages whose names end in `.mdx` are MDX, as with this flavor.
    let is_by_name = ["detect", "md"].iter().any(|format| javascript::says(&text, "format", format));
    let flavor = if is_by_name { "starlight" } else { "docusaurus" };
    Ok(Some(Site { name: "Docusaurus", by, flavor, source_locale, locales, trees: there }))
}
