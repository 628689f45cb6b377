//! DocFX: `docfx.json`, with the files of its content.

use std::path::Path;

use jsonc_parser::ParseOptions;
use serde_json::Value;

use super::{Site, SiteTree, below, first_file, parsed};
use crate::problem::FileError;

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let Some((by, text)) = first_file(root, &["docfx.json"])? else { return Ok(None) };
    // DocFX allows comments in it, and commas before a closing bracket.
    let text = text.trim_start_matches('\u{feff}');
    let config: Value = parsed(&by, jsonc_parser::parse_to_serde_value(text, &ParseOptions::default()))?;
    let content = config.get("build").and_then(|build| build.get("content")).and_then(Value::as_array);
    let mut sources: Vec<String> = Vec::new();
    for group in content.into_iter().flatten() {
        let folder = group.get("src").and_then(Value::as_str).unwrap_or("");
        let globs =
            |key: &str| strings(group.get(key)).into_iter().map(|glob| below(folder, &glob)).collect::<Vec<_>>();
        let is_text = |glob: &String| [".md", ".yml", ".yaml", "}", "*"].iter().any(|end| glob.ends_with(end));
        sources.extend(globs("files").into_iter().filter(is_text).map(|glob| spelled_out(&glob)));
        sources.extend(globs("exclude").iter().map(|glob| format!("!{glob}")));
    }
    if !sources.iter().any(|glob| !glob.starts_with('!')) {
        sources = vec!["**/*.md".into(), "**/*.yml".into()];
    }
    sources.push("!_site/**".into());
    let mut seen = std::collections::BTreeSet::new();
    sources.retain(|glob| seen.insert(glob.clone()));
    let trees = vec![SiteTree { sources, output: None }];
    Ok(Some(Site {
        name: "DocFX",
        by,
        flavor: "docfx",
        source_locale: "en-US".into(),
        locales: super::locales_with_region(root)?,
        trees,
    }))
}

/// DocFX writes `**.md` for `**/*.md`.
fn spelled_out(glob: &str) -> String {
    match glob.rsplit_once("**.") {
        Some((before, extension)) => format!("{before}**/*.{extension}"),
        None => glob.to_owned(),
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(all)) => all.iter().filter_map(|one| Some(one.as_str()?.to_owned())).collect(),
        _ => Vec::new(),
    }
}
