//! A site in a folder of a repository: `site/hugo.toml`, `packages/docs/.vitepress`.

use std::path::Path;

use ignore::{DirEntry, WalkBuilder};

use super::{Site, SiteTree};
use crate::problem::{FileError, shown};

/// How far down a site is looked for.
const DEPTH: usize = 3;

/// Folders of sites that nobody localizes: samples, tests, themes, and what comes with other programs.
const OTHERS: &[&str] = &[
    "example",
    "examples",
    "exampleSite",
    "fixtures",
    "node_modules",
    "playground",
    "sample",
    "samples",
    "target",
    "template",
    "templates",
    "test",
    "tests",
    "theme",
    "themes",
    "third_party",
    "vendor",
    "__tests__",
];

/// The only site below a folder, or the only one of several that has locales, as seen from the folder.
///
/// # Errors
/// There are several, or none and a configuration that cannot be read.
pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let mut sites: Vec<(String, Site)> = Vec::new();
    let mut unread = None;
    for folder in folders(root, &mut unread) {
        if sites.iter().any(|(site, _)| Path::new(&folder).starts_with(site)) {
            continue;
        }
        match super::look(&root.join(&folder)) {
            Ok(None) => {}
            Ok(Some(site)) => sites.push((folder, site)),
            Err(mut error) => {
                error.path =
                    if error.path.as_os_str() == "." { (&folder).into() } else { Path::new(&folder).join(&error.path) };
                unread.get_or_insert(error);
            }
        }
    }
    if sites.iter().any(|(_, site)| !site.locales.is_empty()) {
        sites.retain(|(_, site)| !site.locales.is_empty());
    }
    match (sites.len(), unread) {
        (0, None) => Ok(None),
        (0, Some(error)) => Err(error),
        (1, _) => Ok(sites.pop().map(|(folder, site)| seen_from_above(site, &folder))),
        _ => Err(several(&sites)),
    }
}

/// Whether nobody localizes the sites in a folder, by its name.
pub fn is_other(name: &str) -> bool {
    let is_of = |word: &str| name.split(['_', '-']).any(|part| part == word);
    OTHERS.contains(&name) || name.ends_with("_template") || name.ends_with("-template") || is_of("test")
}

/// The folders below another that may be sites, those above first.
pub fn folders(root: &Path, unread: &mut Option<FileError>) -> Vec<String> {
    let is_other = |entry: &DirEntry| entry.file_name().to_str().is_none_or(is_other);
    let mut walk = WalkBuilder::new(root);
    walk.max_depth(Some(DEPTH)).filter_entry(move |entry| {
        entry.depth() == 0 || entry.file_type().is_some_and(|kind| kind.is_dir()) && !is_other(entry)
    });
    let mut folders = Vec::new();
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                let below = entry.path().strip_prefix(root).ok().and_then(Path::to_str);
                folders.extend(below.filter(|below| !below.is_empty()).map(|below| below.replace('\\', "/")));
            }
            Err(error) => {
                unread.get_or_insert(FileError::misuse(format!("cannot look for a site: {error}")));
            }
        }
    }
    folders.sort_by_key(|folder| (folder.matches('/').count(), folder.clone()));
    folders
}

/// A site with its paths from a folder above its own.
fn seen_from_above(site: Site, folder: &str) -> Site {
    let tree = |tree: SiteTree| SiteTree {
        sources: tree.sources.iter().map(|glob| from_above(folder, glob)).collect(),
        output: tree.output.map(|output| from_above(folder, &output)),
    };
    Site { by: from_above(folder, &site.by), trees: site.trees.into_iter().map(tree).collect(), ..site }
}

/// A path or a glob from a folder above that which it is written for.
fn from_above(folder: &str, path: &str) -> String {
    if let Some(excluded) = path.strip_prefix('!') {
        return format!("!{}", from_above(folder, excluded));
    }
    match path.strip_prefix("../") {
        Some(beside) => from_above(folder.rsplit_once('/').map_or("", |(above, _)| above), beside),
        None => super::below(folder, path),
    }
}

fn several(sites: &[(String, Site)]) -> FileError {
    const NAMED: usize = 5;
    let mut named: Vec<String> = sites
        .iter()
        .take(NAMED)
        .map(|(folder, site)| format!("{} ({})", shown(Path::new(folder)), site.name))
        .collect();
    if sites.len() > NAMED {
        named.push(format!("{} more", sites.len() - NAMED));
    }
    let message = format!(
        "{} sites lie below this folder: {}; run `handback init` in the folder of the one to localize",
        sites.len(),
        named.join(", ")
    );
    FileError::misuse(message)
}

#[cfg(test)]
mod tests {
    use super::from_above;

    #[test]
    fn paths_are_seen_from_above() {
        for (path, expected) in [
            ("content/en/**/*.md", "a/site/content/en/**/*.md"),
            ("!_site/**", "!a/site/_site/**"),
            ("../docs/{locale}/{path}", "a/docs/{locale}/{path}"),
            ("../../../x", "x"),
        ] {
            assert_eq!(from_above("a/site", path), expected);
        }
    }
}
