//! Recognizes the site that documents are written for, by the configuration of its generator: what `handback init` does.
//!
//! Configurations that are programs are not run: their text is searched.

mod astro;
mod docfx;
mod docusaurus;
mod hugo;
mod javascript;
mod jekyll;
mod mdbook;
mod mdn;
mod mkdocs;
mod vitepress;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use crate::problem::FileError;
use crate::settings::locale::{canonical, tag_of};

/// What is known of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its generator.
    pub name: &'static str,
    /// The file or folder that it was recognized by.
    pub by: String,
    pub flavor: &'static str,
    /// As the site writes it.
    pub source_locale: String,
    pub locales: Vec<String>,
    /// At least one.
    pub trees: Vec<SiteTree>,
}

/// Documents of a site, and where their translations lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteTree {
    pub sources: Vec<String>,
    /// `None`: the site has no place for them.
    pub output: Option<String>,
}

impl SiteTree {
    fn new(sources: &str, output: &str) -> Self {
        Self { sources: vec![sources.to_owned()], output: Some(output.to_owned()) }
    }
}

/// The site that lies in a folder; `None` if no generator is known there.
///
/// # Errors
/// A configuration is there and cannot be read: nobody knows what it says.
pub fn recognize(root: &Path) -> Result<Option<Site>, FileError> {
    let look = [
        mdn::look,
        docusaurus::look,
        astro::look,
        vitepress::look,
        mkdocs::look,
        hugo::look,
        mdbook::look,
        docfx::look,
        jekyll::look,
    ];
    for look in look {
        if let Some(site) = look(root)? {
            return Ok(Some(site.tidy()));
        }
    }
    Ok(None)
}

impl Site {
    /// The same with every locale once, and without that of the sources.
    fn tidy(mut self) -> Self {
        let source = canonical(&self.source_locale).unwrap_or_else(|_| "en".into());
        let mut seen = BTreeSet::from([source]);
        self.locales.retain(|locale| canonical(locale).is_ok_and(|tag| seen.insert(tag)));
        self
    }
}

/// The first of these files that is there, and its text.
fn first_file(root: &Path, names: &[&str]) -> Result<Option<(String, String)>, FileError> {
    for name in names {
        match std::fs::read_to_string(root.join(name)) {
            Ok(text) => return Ok(Some(((*name).to_owned(), text))),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) => {
            }
            Err(error) => return Err(FileError::io(*name, "read the site's configuration", &error)),
        }
    }
    Ok(None)
}

/// What a configuration says, or that it says nothing that can be read.
fn parsed<T>(by: &str, parsed: Result<T, impl std::fmt::Display>) -> Result<T, FileError> {
    parsed.map_err(|error| {
        let error = error.to_string();
        let what = error.trim().replace('\n', " ");
        FileError::new(
            by,
            format!("the site's configuration cannot be read: {what}; correct it, then run `handback init` again"),
        )
    })
}

/// A configuration that is a program, by its name without the extension.
fn program(root: &Path, name: &str) -> Result<Option<(String, String)>, FileError> {
    let names = ["js", "ts", "mjs", "mts", "cjs", "cts"].map(|extension| format!("{name}.{extension}"));
    first_file(root, &names.each_ref().map(String::as_str))
}

/// The folders below another that are named like locales, sorted.
fn locale_folders(root: &Path, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let folders =
        entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| entry.file_name().into_string().ok());
    let mut found: Vec<String> = folders.filter(|name| tag_of(name).is_some()).collect();
    found.sort();
    found
}

/// Names of folders that are locales with a region or a script, where localized documents and resources usually lie: a
/// language alone (`docs`, `tests`, `src`) would fit too many.
pub fn locales_with_region(root: &Path) -> Vec<String> {
    let folders = ["", "locales", "localized-docs", "docs"].into_iter();
    let all: BTreeSet<String> = folders.flat_map(|folder| locale_folders(root, folder)).collect();
    all.into_iter().filter(|name| name.contains('-') && canonical(name).as_ref() == Ok(name)).collect()
}

/// The locales that suffixes of file names say: `page.fr.md`.
fn locale_suffixes(root: &Path, folder: &str) -> Vec<String> {
    let walk = ignore::WalkBuilder::new(root.join(folder)).build().flatten();
    let names = walk.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    let suffix = |name: String| {
        let stem = name.strip_suffix(".md")?;
        let (_, suffix) = stem.rsplit_once('.')?;
        tag_of(suffix).map(|_| suffix.to_owned())
    };
    names.filter_map(suffix).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A path below a folder, which may be that of the project.
fn below(folder: &str, path: &str) -> String {
    match folder.trim_start_matches("./").trim_end_matches('/') {
        "" | "." => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}

/// Documents that lie at the root of a folder, or in the one of their locale in it, with those of other locales below the
/// same folder.
fn in_folder(root: &Path, folder: &str, source_locale: &str, files: &str) -> SiteTree {
    let own = below(folder, source_locale);
    let start = if root.join(&own).is_dir() { own } else { folder.to_owned() };
    let mut tree = SiteTree::new(&below(&start, files), &below(folder, "{locale}/{path}"));
    if start.is_empty() {
        tree.sources.extend(["!node_modules/**".to_owned(), "!**/node_modules/**".to_owned()]);
    }
    tree
}
