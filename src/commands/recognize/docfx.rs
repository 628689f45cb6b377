//! DocFX: `docfx.json`, with the files of its content.

use std::path::Path;

use jsonc_parser::ParseOptions;
use serde_json::Value;

use super::shown::PAGES;
use super::{Site, SiteTree, below, first_file, has_folder, parsed};
use crate::problem::FileError;
use crate::project::{discover, files};
use crate::settings::config::Config;

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
    // DocFX passes over a group of files that are not there.
    let mut is_there = Vec::with_capacity(sources.len());
    for glob in &sources {
        is_there.push(glob.starts_with('!') || leads_somewhere(root, glob)?);
    }
    let mut is_there = is_there.into_iter();
    sources.retain(|_| is_there.next().unwrap_or(true));
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

/// Whether neither the configuration of a site, `by`, nor its documents have metadata of Microsoft's: pages of other teams get
/// none in other languages either.
pub fn is_without_metadata(config: &Config, by: &str) -> Result<bool, FileError> {
    let is_named = |line: &str| line.trim_start().trim_start_matches('"').starts_with("ms.");
    if first_file(&config.root, &[by])?.is_some_and(|(_, text)| text.lines().any(is_named)) {
        return Ok(false);
    }
    let has_some = |text: String| {
        let mut lines = text.lines();
        lines.next().is_some_and(|first| first.trim_end() == "---")
            && lines.take_while(|line| line.trim_end() != "---").any(is_named)
    };
    let sources = discover::discover(config, &mut |_| ()).sources;
    Ok(!sources.iter().take(PAGES).any(|source| discover::read(config, source).is_ok_and(has_some)))
}

/// Whether the folder that a glob begins with is there, or its file.
fn leads_somewhere(root: &Path, glob: &str) -> Result<bool, FileError> {
    let is_plain = |step: &&str| !step.contains(['*', '?', '{', '[']);
    let steps: Vec<&str> = glob.split('/').take_while(is_plain).collect();
    let path = steps.join("/");
    if steps.len() < glob.split('/').count() {
        return has_folder(root, &path);
    }
    Ok(files::is_there(&root.join(path)))
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
