//! A team's site: a folder of pages that need no server, no script and no network.
//!
//! Pages are made one by one as they are written, the work of one locale after the other, so that a large project takes little
//! room; and none is large: lists go on over several pages.

mod bar;
mod chart;
mod data;
mod documents;
mod frame;
mod locale;
mod overview;
mod work;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use chart::gap;

use super::badge;
use crate::commands::site::work::{Task, Work};
use crate::commands::site::{Reader, Site};
use crate::problem::{FileError, Problems};
use crate::project::lock::WORK_FOLDER;
use crate::project::owned::OwnedFolder;
use crate::settings::config::Config;

/// Names the files of a site, in its folder.
pub const LIST: &str = ".handback-site";

const STYLE: &str = include_str!("../../../templates/site/site.css");

/// What became of the folder.
#[derive(Debug, Default)]
pub struct Written {
    pub written: Vec<PathBuf>,
    pub removed: Vec<PathBuf>,
    /// Pages of the site, whether they changed or not.
    pub pages: usize,
}

/// Writes the site into a folder that is new, empty, or holds a site. Returns what there is to say of the history, and the problems
/// of what was read, too.
///
/// # Errors
/// The folder holds files of others, or cannot be written.
pub fn write(reader: Reader<'_>, folder: &Path) -> Result<(Written, Option<String>, Problems), FileError> {
    refuse_inside(reader.site.config, folder)?;
    let mut out = OwnedFolder::open(folder, LIST)?;
    let mut pages = 0;
    let (site, problems) = reader.each(&mut |site, work| {
        pages += of_locale(site, work, &mut out)?;
        Ok(())
    })?;
    pages += whole(&site, &mut out)?;
    let (written, removed) = out.finish()?;
    Ok((Written { written, removed, pages }, gap(&site), problems))
}

/// Every folder of the catalog is one of a locale, and the work folder may be deleted.
fn refuse_inside(config: &Config, folder: &Path) -> Result<(), FileError> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let taken = [config.resources.clone(), config.root.join(WORK_FOLDER)];
    match taken.iter().find(|taken| absolute(folder).starts_with(absolute(taken))) {
        Some(taken) => {
            let why =
                format!("lies in {}, which is handback's own: name a folder elsewhere", config.shown(taken).display());
            Err(FileError::new(folder, why))
        }
        None => Ok(()),
    }
}

/// Writes the pages of the locale that was looked at last, and its badges; returns how many pages.
fn of_locale(site: &Site<'_>, work: &Work, out: &mut OwnedFolder) -> Result<usize, FileError> {
    let index = site.locales.len() - 1;
    let name = site.names[index];
    let pieces = work::cut(&work.tasks);
    let page_of_work = |page: usize| format!("locales/{name}/work-{}.html", page + 1);
    let main = format!("locales/{name}/index.html");
    let mut files: Vec<(String, String)> = Vec::new();
    files.push((main, locale::page(site, index, work, pieces.len())));
    if let Some(counts) = &site.locales[index].counts {
        files.push((format!("badges/{name}.svg"), badge::svg(name, counts)));
        files.push((format!("badges/{name}.json"), badge::endpoint(name, counts)));
    }
    let names = files.iter().map(|(name, _)| name.clone());
    out.announce(names.chain((0..pieces.len()).map(page_of_work)).collect::<Vec<_>>())?;
    files.iter().try_for_each(|(name, text)| out.put(name, text))?;
    let out = &*out;
    let write = |(page, tasks): (usize, &&[Task])| {
        out.put(&page_of_work(page), &work::page(site, index, tasks, page, pieces.len()))
    };
    pieces.par_iter().enumerate().try_for_each(write)?;
    Ok(1 + pieces.len())
}

/// Writes the pages of the whole project.
fn whole(site: &Site<'_>, out: &mut OwnedFolder) -> Result<usize, FileError> {
    let rows = documents::rows(site.names.len());
    let pages = site.documents.len().div_ceil(rows);
    let (html, json) = (|page: usize| format!("documents/{}.html", page + 1), documents::data_name);
    let fixed = ["index.html", "site.css", "status.json"].map(str::to_owned);
    out.announce(fixed.into_iter().chain((0..pages).flat_map(|page| [html(page), json(page)])).collect::<Vec<_>>())?;
    out.put("site.css", STYLE)?;
    out.put("status.json", &data::status(site, pages))?;
    out.put("index.html", &overview::page(site))?;
    let out = &*out;
    (0..pages).into_par_iter().try_for_each(|page| {
        let listed = documents::Listed { site, rows, page, pages };
        out.put(&html(page), &listed.html())?;
        out.put(&json(page), &listed.json())
    })?;
    Ok(1 + pages)
}
