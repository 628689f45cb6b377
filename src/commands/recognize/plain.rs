//! Documents with translations that no generator is known of: only how they lie says which are which.

use std::path::Path;

use super::{
    Site, SiteTree, below, first_file, folders, foreign, has_folder, home, in_folder, locale_folders, locale_suffixes,
    nested, readmes, suffixed,
};
use crate::problem::FileError;

/// Folders that documents lie in.
pub const FOLDERS: [&str; 6] = ["docs", "doc", "content", "src/content", "pages", "documentation"];

/// Below which documents of one kind lie at times, beside pictures and programs: `docs/docs/en`, `docs/content/fr`.
const BELOW: [&str; 4] = ["docs", "content", "src", "pages"];

/// Where English and other locales lie side by side in folders of their names, or in files with suffixes.
pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    for folder in FOLDERS.into_iter().chain([""]) {
        if let Some((locales, trees)) = suffixed::look(root, folder, "**/*.{md,mdx}")? {
            let by = if folder.is_empty() { base(&trees) } else { folder.to_owned() };
            let (name, source_locale) = ("documents with locales", "en".to_owned());
            return Ok(Some(Site { name, by, flavor: "gfm", source_locale, locales, trees }.tidy()));
        }
    }
    for folder in FOLDERS {
        if !has_folder(root, folder)? {
            continue;
        }
        if let Some((source_locale, locales, tree)) = by_layout(root, folder, "en", "**/*.{md,mdx}")? {
            let by = folder.to_owned();
            let site =
                Site { name: "documents with locales", by, flavor: "gfm", source_locale, locales, trees: vec![tree] };
            return Ok(Some(site.tidy()));
        }
    }
    for folder in FOLDERS.iter().flat_map(|folder| BELOW.map(|inner| below(folder, inner))) {
        if let Some((source_locale, locales, tree)) = by_folders(root, &folder, "en", "**/*.{md,mdx}")? {
            let name = "documents with locales";
            let site = Site { name, by: folder, flavor: "gfm", source_locale, locales, trees: vec![tree] };
            return Ok(Some(site.tidy()));
        }
    }
    if let Some(site) = nested::look(root)? {
        return Ok(Some(site.tidy()));
    }
    if let Some(site) = readmes::look(root)? {
        return Ok(Some(site.tidy()));
    }
    match foreign::look(root)? {
        Some(_) => Ok(None),
        None => look_for_english(root),
    }
}

/// Documents that nobody localized yet.
fn look_for_english(root: &Path) -> Result<Option<Site>, FileError> {
    let site = |by: &str, flavor, sources| Site {
        name: "documents in Markdown",
        by: by.to_owned(),
        flavor,
        source_locale: "en".into(),
        locales: Vec::new(),
        trees: vec![SiteTree { sources, output: None }],
    };
    for folder in FOLDERS {
        if let Some(flavor) = flavor_of(root, folder)? {
            return Ok(Some(site(folder, flavor, vec![below(folder, "**/*.{md,mdx}")])));
        }
    }
    // A repository that has its README, and whatever else lies beside it; or pages right at its root.
    let by = match first_file(root, &["README.md"])? {
        Some((by, _)) => Some(by),
        None => first_page(root)?,
    };
    if by.is_none()
        && let Some(flavor) = flavor_of(root, "src")?
    {
        return Ok(Some(site("src", flavor, vec!["src/**/*.{md,mdx}".to_owned()])));
    }
    let Some(by) = by else { return Ok(None) };
    let mut sources = ["**/*.{md,mdx}", "!node_modules/**", "!**/node_modules/**"].map(str::to_owned).to_vec();
    sources.extend(readmes::named_by_locale(root)?.iter().map(|folder| format!("!{folder}/**")));
    Ok(Some(site(&by, "gfm", sources)))
}

/// The folder of the first of some trees.
fn base(trees: &[SiteTree]) -> String {
    let glob = trees.iter().flat_map(|tree| &tree.sources).next();
    glob.and_then(|glob| glob.split('/').next()).unwrap_or_default().to_owned()
}

/// The first document that lies in the folder itself.
fn first_page(root: &Path) -> Result<Option<String>, FileError> {
    let (_, files) = folders::listed(root, "")?;
    Ok(files.into_iter().find(|name| folders::is_document(name)))
}

/// The flavor of the documents in a folder, if there are any. A project with MDX's compiler and no page whose name says that it is
/// MDX reads all of them as such.
fn flavor_of(root: &Path, folder: &str) -> Result<Option<&'static str>, FileError> {
    if !has_folder(root, folder)? {
        return Ok(None);
    }
    let (mut has_markdown, mut has_mdx) = (false, false);
    for entry in ignore::WalkBuilder::new(root.join(folder)).build() {
        let entry = entry.map_err(|error| FileError::new(folder, format!("cannot look for documents: {error}")))?;
        let name = entry.file_name().to_str().unwrap_or_default();
        has_markdown |= name.ends_with(".md");
        has_mdx |= name.ends_with(".mdx");
    }
    let compiles_mdx = || Ok(first_file(root, &["package.json"])?.is_some_and(|(_, text)| text.contains("\"@mdx-js/")));
    Ok(match (has_markdown, has_mdx) {
        (true, false) if compiles_mdx()? => Some("docusaurus"),
        (true, _) | (_, true) => Some("gfm"),
        (false, false) => None,
    })
}

/// The locale of the sources, the others, and the documents.
pub type Layout = (String, Vec<String>, SiteTree);

/// What lies in a folder, if it has documents in at least two locales.
pub fn by_layout(root: &Path, folder: &str, said: &str, files: &str) -> Result<Option<Layout>, FileError> {
    if let Some(found) = by_folders(root, folder, said, files)? {
        return Ok(Some(found));
    }
    let suffixes = locale_suffixes(root, folder)?;
    if suffixes.iter().any(|suffix| suffix != said) {
        let source = english_in(&suffixes).unwrap_or(said).to_owned();
        let tree = SiteTree::new(&below(folder, files), &below(folder, "{dir}{stem}.{locale}.{ext}"));
        return Ok(Some((source, suffixes, tree)));
    }
    Ok(None)
}

/// The same, where they lie in folders of their names.
pub fn by_folders(root: &Path, folder: &str, said: &str, files: &str) -> Result<Option<Layout>, FileError> {
    let locales = locale_folders(root, folder)?;
    let source = home(root, folder, english_in(&locales).unwrap_or(said).to_owned())?;
    if locales.len() > 1 && has_folder(root, &below(folder, &source))? {
        return Ok(Some((source.clone(), locales, in_folder(root, folder, &source, files)?)));
    }
    Ok(None)
}

/// The spelling of English among locales: `en`, else one with a region.
fn english_in(locales: &[String]) -> Option<&str> {
    let is_english = |locale: &&String| locale.as_str() == "en" || locale.to_lowercase().starts_with("en-");
    locales
        .iter()
        .find(|locale| locale.as_str() == "en")
        .or_else(|| locales.iter().find(is_english))
        .map(String::as_str)
}
