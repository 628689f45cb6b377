//! Sphinx and Jupyter Book with pages in Markdown, as MyST has it. Pages in reStructuredText are read by no flavor (`foreign`).

use std::path::Path;

use super::by_folders::has_documents;
use super::{Site, SiteTree, below, first_file};
use crate::problem::FileError;

/// Extensions that read Markdown, and themes of books written in it.
const READERS: [&str; 4] = ["myst_parser", "myst_nb", "myst-nb", "recommonmark"];

pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let site = |name, by, folder: &str| {
        let sources = ["**/*.md", "!_build/**", "!**/node_modules/**"].map(|glob| match glob.strip_prefix('!') {
            Some(glob) => format!("!{}", below(folder, glob)),
            None => below(folder, glob),
        });
        let trees = vec![SiteTree { sources: sources.to_vec(), output: None }];
        Site { name, by, flavor: "gfm", source_locale: "en".into(), locales: Vec::new(), trees }
    };
    if let Some((by, _)) = first_file(root, &["myst.yml"])? {
        return Ok(Some(site("MyST", by, "")));
    }
    if let Some((by, _)) = first_file(root, &["_toc.yml"])?.filter(|(_, text)| text.contains("jb-")) {
        return Ok(Some(site("Jupyter Book", by, "")));
    }
    for folder in ["", "docs", "doc", "docs/source", "doc/source", "source"] {
        let file = below(folder, "conf.py");
        let reads = |text: &str| READERS.iter().any(|reader| text.contains(reader));
        if let Some((by, _)) = first_file(root, &[&file])?.filter(|(_, text)| reads(text))
            && has_documents(root, folder)?
        {
            return Ok(Some(site("Sphinx", by, folder)));
        }
    }
    Ok(None)
}
