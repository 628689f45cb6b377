//! Jekyll: `_config.yml`. Where translations lie each site decides for itself.

use std::path::Path;

use serde::Deserialize;
use serde_yaml::Value;

use super::{Site, SiteTree, collections, first_file, home, in_folder, locale_folders, locale_suffixes, parsed};
use crate::problem::FileError;

/// What is looked for. All else is passed over: Ruby takes the last of entries with one key, which other readers refuse.
#[derive(Deserialize)]
#[serde(default)]
struct Said {
    default_lang: Value,
    lang: Value,
    locale: Value,
    languages: Value,
    collections: Value,
}

impl Default for Said {
    fn default() -> Self {
        let [default_lang, lang, locale, languages, collections] = [const { Value::Null }; 5];
        Self { default_lang, lang, locale, languages, collections }
    }
}

impl Said {
    /// The names of the collections, which are a list, or have settings.
    fn collections(&self) -> Vec<String> {
        let listed = self.collections.as_sequence().into_iter().flatten();
        let set = self.collections.as_mapping().into_iter().flat_map(|all| all.keys());
        listed.chain(set).filter_map(|name| Some(name.as_str()?.to_owned())).collect()
    }
}

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["_config.yml", "_config.yaml"])? else { return Ok(None) };
    let config: Said = parsed(&by, serde_yaml::from_str(&text))?;
    let said = [&config.default_lang, &config.lang, &config.locale].into_iter().find_map(Value::as_str);
    let mut source_locale = said.unwrap_or("en").to_owned();
    let listed = config.languages.as_sequence().into_iter().flatten();
    let mut locales: Vec<String> = listed.filter_map(|language| Some(language.as_str()?.to_owned())).collect();
    let folders = ["_i18n", "", "_articles", "_docs", "docs", "_guides", "content"];
    let mut localized = None;
    for folder in folders {
        let found = locale_folders(root, folder)?;
        if !found.is_empty() {
            localized = Some((folder, found));
            break;
        }
    }
    let trees = match localized {
        Some((folder, found)) => {
            locales.extend(found);
            source_locale = home(root, folder, source_locale)?;
            vec![in_folder(root, folder, &source_locale, "**/*.md")?]
        }
        None => match collections::look(root, &config.collections())? {
            Some((found, trees)) => {
                locales.extend(found);
                trees
            }
            None => scattered(root, &source_locale, &mut locales)?,
        },
    };
    Ok(Some(Site { name: "Jekyll", by, flavor: "jekyll", source_locale, locales, trees }))
}

/// Pages of locales among the others: with suffixes, as Polyglot's sites have them, and posts in folders.
fn scattered(root: &Path, source_locale: &str, locales: &mut Vec<String>) -> Result<Vec<SiteTree>, FileError> {
    let mut sources = vec!["**/*.md".to_owned()];
    sources.extend(["_site", "vendor", "node_modules"].map(|folder| format!("!{folder}/**")));
    let posts = locale_folders(root, "_posts")?;
    if !posts.is_empty() {
        sources.push("!_posts/**".to_owned());
    }
    let suffixes = locale_suffixes(root, "")?;
    let output = suffixes.iter().any(|suffix| suffix != source_locale).then(|| "{dir}{stem}.{locale}.{ext}".to_owned());
    let mut trees = vec![SiteTree { sources, output }];
    if !posts.is_empty() {
        trees.push(in_folder(root, "_posts", source_locale, "**/*.md")?);
        locales.extend(posts);
    }
    locales.extend(suffixes);
    Ok(trees)
}
