//! Hugo: `hugo.*`, or `config.*` of earlier versions, also below `config/_default/`.

use std::path::Path;

use serde_json::Value;

use super::{Site, SiteTree, below, first_file, has_folder, in_folder, locale_folders, locale_suffixes, parsed};
use crate::problem::FileError;

const EXTENSIONS: [&str; 4] = ["toml", "yaml", "yml", "json"];

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let named = |stem: &str| EXTENSIONS.map(|extension| format!("{stem}.{extension}"));
    let file = |stem: &str| first_file(root, &named(stem).each_ref().map(String::as_str));
    let places = ["hugo", "config/_default/hugo", "config/_default/config", "config"];
    let mut found = None;
    for place in places {
        if let Some(one) = file(place)? {
            found = Some(one);
            break;
        }
    }
    let Some((by, text)) = found else { return Ok(None) };
    // Other programs have a `config.yml` as well.
    if by.starts_with("config.") && !has_folder(root, "content")? {
        return Ok(None);
    }
    let config = read(&by, &text)?;
    let apart = file("config/_default/languages")?.map(|(name, text)| read(&name, &text)).transpose()?;
    let languages = apart.as_ref().or_else(|| get(&config, "languages")).and_then(Value::as_object);
    let content = get(&config, "contentDir").and_then(Value::as_str).unwrap_or("content").to_owned();
    let source = get(&config, "defaultContentLanguage").and_then(Value::as_str).unwrap_or("en").to_owned();
    let mut locales: Vec<String> = languages.into_iter().flat_map(|all| all.keys().cloned()).collect();
    let folder_of = |language: &str| get(languages?.get(language)?, "contentDir")?.as_str();
    // That of the site may be that of its first language as well.
    let own = folder_of(&source).or_else(|| template(&content, &source).map(|_| content.as_str()));
    let tree = match own.map(|folder| (folder, template(folder, &source))) {
        Some((own, Some(output))) => {
            if let Some(folder) = output.strip_suffix("/{locale}") {
                locales.extend(locale_folders(root, folder)?);
            }
            SiteTree::new(&below(own, "**/*.md"), &below(&output, "{path}"))
        }
        // English has a folder that is not named by it: the others show how they are.
        Some((own, None)) => {
            let other = locales.iter().find_map(|locale| template(folder_of(locale)?, locale));
            let output = other.unwrap_or_else(|| below(own, "{locale}"));
            SiteTree::new(&below(own, "**/*.md"), &below(&output, "{path}"))
        }
        None if has_folder(root, &below(&content, &source))? => {
            locales.extend(locale_folders(root, &content)?);
            in_folder(root, &content, &source, "**/*.md")?
        }
        None => {
            locales.extend(locale_suffixes(root, &content)?);
            SiteTree::new(&below(&content, "**/*.md"), &below(&content, "{dir}{stem}.{locale}.{ext}"))
        }
    };
    Ok(Some(Site { name: "Hugo", by, flavor: "hugo", source_locale: source, locales, trees: vec![tree] }))
}

/// A folder with the locale in it taken out: `content/fr`, `content.fr`.
fn template(folder: &str, locale: &str) -> Option<String> {
    let parts: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
    let filled = |part: &str| {
        let before = part.len().checked_sub(locale.len()).filter(|at| part.is_char_boundary(*at))?;
        let (start, end) = part.split_at(before);
        let is_apart = start.is_empty() || start.ends_with(['.', '-', '_']);
        (is_apart && end.eq_ignore_ascii_case(locale)).then(|| format!("{start}{{locale}}"))
    };
    let at = parts.iter().rposition(|part| filled(part).is_some())?;
    let filled = parts.iter().enumerate().map(|(index, part)| match filled(part) {
        Some(filled) if index == at => filled,
        _ => (*part).to_owned(),
    });
    Some(filled.collect::<Vec<_>>().join("/"))
}

/// A value by its key, in whichever letters.
fn get<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    value.as_object()?.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
}

fn read(name: &str, text: &str) -> Result<Value, FileError> {
    match name.rsplit('.').next() {
        Some("toml") => parsed(name, toml_edit::de::from_str(text)),
        Some("json") => parsed(name, serde_json::from_str(text)),
        _ => parsed(name, serde_yaml::from_str(text)),
    }
}
