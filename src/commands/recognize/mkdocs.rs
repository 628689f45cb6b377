//! MkDocs: `mkdocs.yml`, with the plugin i18n, or a configuration for each language as FastAPI has it; and Zensical, which
//! reads the same pages: `zensical.toml`.

use std::path::Path;

use serde_yaml::Value;

use super::{Site, SiteTree, below, first_file, folders, home, in_folder, locale_folders, locale_suffixes, parsed};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let site = |name, by, source_locale, locales, tree| {
        Ok(Some(Site { name, by, flavor: "mkdocs", source_locale, locales, trees: vec![tree] }))
    };
    if let Some((by, _)) = first_file(root, &["docs/en/mkdocs.yml"])? {
        let tree = SiteTree::new("docs/en/docs/**/*.md", "docs/{locale}/docs/{path}");
        return site("MkDocs", by, "en".into(), locale_folders(root, "docs")?, tree);
    }
    let files = ["mkdocs.yml", "mkdocs.yaml", "zensical.yml", "zensical.yaml", "zensical.toml"];
    let Some((by, text)) = first_file(root, &files)?.map_or_else(|| one_of_several(root), |found| Ok(Some(found)))?
    else {
        return Ok(None);
    };
    let config: Value = if by.ends_with(".toml") {
        let config: Value = parsed(&by, toml_edit::de::from_str(&text))?;
        config.get("project").cloned().unwrap_or(config)
    } else {
        parsed(&by, serde_yaml::from_str(&text))?
    };
    let name = if by.starts_with("zensical") { "Zensical" } else { "MkDocs" };
    let docs = config.get("docs_dir").and_then(Value::as_str).unwrap_or("docs").trim_end_matches('/').to_owned();
    let theme = config.get("theme").and_then(|theme| theme.get("language")).and_then(Value::as_str);
    let plain = theme.unwrap_or("en").to_owned();
    let Some(plugin) = plugin(&config) else {
        let tree = SiteTree { sources: vec![below(&docs, "**/*.md")], output: None };
        return site(name, by, plain, Vec::new(), tree);
    };
    let (default, mut locales) = languages(plugin);
    let source_locale = default.unwrap_or(plain);
    if plugin.get("docs_structure").and_then(Value::as_str) == Some("folder") {
        locales.extend(locale_folders(root, &docs)?);
        let source_locale = home(root, &docs, source_locale)?;
        let tree = in_folder(root, &docs, &source_locale, "**/*.md")?;
        return site(name, by, source_locale, locales, tree);
    }
    locales.extend(locale_suffixes(root, &docs)?);
    let tree = SiteTree::new(&below(&docs, "**/*.md"), &below(&docs, "{dir}{stem}.{locale}.{ext}"));
    site(name, by, source_locale, locales, tree)
}

/// The configuration of a project that has several: `mkdocs-common.yml`, which `mkdocs-online.yml` and `mkdocs-offline.yml` take up.
/// The one that says most of the site is as good as any.
fn one_of_several(root: &Path) -> Result<Option<(String, String)>, FileError> {
    let (_, files) = folders::listed(root, "")?;
    let is_one = |name: &&String| name.starts_with("mkdocs") && (name.ends_with(".yml") || name.ends_with(".yaml"));
    let mut best = None;
    for name in files.iter().filter(is_one) {
        let Some((by, text)) = first_file(root, &[name.as_str()])? else { continue };
        let config: Value = parsed(&by, serde_yaml::from_str(&text))?;
        let says = ["docs_dir", "theme", "plugins", "markdown_extensions", "site_name"];
        let count = says.iter().filter(|key| config.get(**key).is_some()).count();
        if count > 1 && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, (by, text)));
        }
    }
    Ok(best.map(|(_, found)| found))
}

/// The settings of the plugin i18n.
fn plugin(config: &Value) -> Option<&Value> {
    let plugins = config.get("plugins")?;
    plugins.get("i18n").or_else(|| plugins.as_sequence()?.iter().find_map(|plugin| plugin.get("i18n")))
}

/// The language of the sources, and all.
fn languages(plugin: &Value) -> (Option<String>, Vec<String>) {
    let default = plugin.get("default_language").and_then(Value::as_str).map(str::to_owned);
    let Some(languages) = plugin.get("languages") else { return (default, Vec::new()) };
    if let Some(map) = languages.as_mapping() {
        return (default, map.keys().filter_map(|key| Some(key.as_str()?.to_owned())).collect());
    }
    let list = languages.as_sequence().map_or(&[][..], Vec::as_slice);
    let locale = |language: &Value| Some(language.get("locale")?.as_str()?.to_owned());
    let is_default = |language: &&Value| language.get("default").and_then(Value::as_bool) == Some(true);
    (list.iter().find(is_default).and_then(locale).or(default), list.iter().filter_map(locale).collect())
}
