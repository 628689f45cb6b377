//! Recognizes the site that documents are written for, by the configuration of its generator: what `handback init` does.
//!
//! Configurations that are programs are not run: their text is searched.

pub mod address;
mod astro;
mod below;
mod by_folders;
mod collections;
pub mod docfx;
mod docusaurus;
mod eleventy;
mod entries;
mod folders;
pub mod foreign;
mod gitbook;
mod hexo;
mod hugo;
mod javascript;
mod jekyll;
mod mdbook;
mod mdn;
mod mkdocs;
mod nested;
mod next;
mod one_folder;
mod plain;
mod readmes;
pub mod shown;
mod sphinx;
mod suffixed;
mod vitepress;
mod zola;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use folders::{has_folder, home, locale_folders, locale_suffixes, tag};
pub use folders::{locales_with_region, of_alias};

use handback_core::text::limits;

use crate::problem::FileError;
use crate::project::files;
use crate::settings::locale::{canonical, language};

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

/// The site that lies in a folder, or the only one that lies further down; `None` if no generator is known there.
///
/// # Errors
/// A configuration is there and cannot be read: nobody knows what it says. Or several sites lie further down.
pub fn recognize(root: &Path) -> Result<Option<Site>, FileError> {
    let here = look(root)?;
    match here {
        // A file that was left when the documents got a generator of their own.
        Some(site) if site.name == gitbook::NAME => return Ok(Some(beside_gitbook(root)?.unwrap_or(site))),
        Some(site) if site.has_documents(root)? => return Ok(Some(site)),
        // Documents that lie where handback has them by default are what is meant.
        None if has_folder(root, "source-docs")? => return Ok(None),
        _ => {}
    }
    // A theme has a configuration at its root, and its documentation is a site further down.
    match below::look(root) {
        Ok(None) => {
            let lying = plain::look(root)?.map(|site| Ok::<_, FileError>(by_folders::corrected(site, root)?.tidy()));
            let lying = lying.transpose()?;
            Ok(match (here, lying) {
                // A program puts the documents where the generator reads them.
                (Some(site), Some(lying)) => Some(Site { name: site.name, by: site.by, flavor: site.flavor, ..lying }),
                (here, lying) => here.or(lying),
            })
        }
        Err(_) if here.is_some() => Ok(here),
        found => found,
    }
}

/// The site that lies below a folder that GitBook reads, and has documents.
fn beside_gitbook(root: &Path) -> Result<Option<Site>, FileError> {
    match below::look(root) {
        Ok(Some(site)) if site.name != gitbook::NAME && site.has_documents(root)? => Ok(Some(site)),
        _ => Ok(None),
    }
}

/// The site that lies in a folder itself.
fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let look = [
        mdn::look,
        docusaurus::look,
        astro::look,
        vitepress::look,
        mkdocs::look,
        next::look,
        eleventy::look,
        zola::look,
        hugo::look,
        mdbook::look,
        docfx::look,
        hexo::look,
        sphinx::look,
        jekyll::look,
        gitbook::look,
    ];
    for look in look {
        if let Some(site) = look(root)? {
            return Ok(Some(by_folders::corrected(site, root)?.tidy()));
        }
    }
    Ok(None)
}

impl Site {
    /// The same with every locale once, and without that of the sources. Of two spellings the last counts, which is that of
    /// a folder: the configuration may write `pt-br` of what lies in `pt-BR`.
    fn tidy(mut self) -> Self {
        let source = canonical(&self.source_locale).unwrap_or_else(|_| "en".into());
        let mut seen = BTreeSet::from([language(&source).to_owned(), source]);
        self.locales.reverse();
        self.locales.retain(|locale| tag(locale).is_some_and(|tag| seen.insert(tag)));
        self.locales.reverse();
        self.trees.iter_mut().for_each(|tree| one_folder::start(&mut tree.sources));
        self
    }

    /// Whether the folder of some of its documents is there.
    fn has_documents(&self, root: &Path) -> Result<bool, FileError> {
        for glob in self.trees.iter().flat_map(|tree| &tree.sources).filter(|glob| !glob.starts_with('!')) {
            let steps = glob.split('/').take_while(|step| !step.contains(['*', '?', '{', '[']));
            if has_folder(root, &steps.collect::<Vec<_>>().join("/"))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The first of these files that is there, and its text.
fn first_file(root: &Path, names: &[&str]) -> Result<Option<(String, String)>, FileError> {
    for name in names {
        match files::read_text(&root.join(name)) {
            Ok(text) => match limits::too_deep(&text) {
                Some(line) => return Err(FileError::at(*name, line, limits::deep_message())),
                None => return Ok(Some(((*name).to_owned(), text))),
            },
            Err(error) if folders::is_not_there(error.kind()) || error.kind() == ErrorKind::IsADirectory => {}
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

/// A path below a folder, which may be that of the project.
fn below(folder: &str, path: &str) -> String {
    match folder.trim_start_matches("./").trim_end_matches('/') {
        "" | "." => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}

/// Documents that lie at the root of a folder, or in the one of their locale in it, with those of other locales below the
/// same folder.
fn in_folder(root: &Path, folder: &str, source_locale: &str, files: &str) -> Result<SiteTree, FileError> {
    let own = below(folder, source_locale);
    let start = if has_folder(root, &own)? { own } else { folder.to_owned() };
    let mut tree = SiteTree::new(&below(&start, files), &below(folder, "{locale}/{path}"));
    if start.is_empty() {
        tree.sources.extend(["!node_modules/**".to_owned(), "!**/node_modules/**".to_owned()]);
    }
    Ok(tree)
}
