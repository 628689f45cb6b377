//! The localized pages of a run: written anew where they differ, with a copy kept of what others wrote
//! there, and removed where their source went.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use handback_core::render::Rendered;
use handback_core::text::count::{are, counted};
use rustc_hash::FxHashSet;

use super::edits::HandEdits;
use super::{RenderTo, render};
use crate::problem::{FileError, Problem, Problems};
use crate::project::lock;
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::snapshot::{LocaleView, PageView, Snapshot};

/// What to write, and where.
pub(crate) struct Pages<'a> {
    pub snapshot: &'a Snapshot<'a>,
    pub to: &'a RenderTo,
    pub locales: Vec<LocaleView<'a>>,
    pub writer: &'a Writer,
}

/// What became of the pages of a run.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// Where the pages are, also of those that did not change.
    pub paths: Vec<PathBuf>,
    /// Pages that were not written, translations that cannot be used, and, as warnings, pages that somebody else
    /// wrote, and where their copies are.
    pub problems: Problems,
}

/// What became of one page, for the report.
enum Note {
    Problem(Problem),
    Rescued(Rescued),
}

/// A page that others wrote, and that is written anew.
struct Rescued {
    page: PathBuf,
    /// What is known of it.
    what: String,
    copy: PathBuf,
}

/// How many pages that were kept are told one by one.
const RESCUED_SHOWN: usize = 20;

const RESCUE_HINT: &str = "`handback adopt` takes such pages over";

/// Regenerates some pages of one locale; returns what is wrong with them, and which were kept.
pub(crate) fn render_pages(locale: LocaleView<'_>, documents: &[PageView<'_>]) -> Problems {
    let (snapshot, writer) = (locale.snapshot, Writer::new(false));
    let pages = Pages { snapshot, to: &RenderTo::Output, locales: vec![locale], writer: &writer };
    let mut written = Written::default();
    written.take(pages.render_locale(locale, documents, &|| ()), snapshot.config);
    written.problems
}

impl Written {
    /// Takes what became of pages into the problems.
    fn take(&mut self, notes: Vec<Note>, config: &Config) {
        let mut rescued = Vec::new();
        for note in notes {
            match note {
                Note::Problem(problem) => self.problems.push(problem),
                Note::Rescued(page) => rescued.push(page),
            }
        }
        self.problems.extend(tell(config, &rescued));
    }
}

impl Pages<'_> {
    /// Renders and writes the pages of the chosen locales. `rendered` is called after each page with the
    /// number of pages done and of all.
    pub fn render(&self, rendered: &(dyn Fn(usize, usize) + Sync)) -> Written {
        let documents: Vec<PageView<'_>> = self.snapshot.pages().collect();
        let total = self.locales.len() * documents.len();
        let done = AtomicUsize::new(0);
        let mut written = Written { paths: Vec::with_capacity(total), ..Written::default() };
        let mut all = Vec::new();
        for locale in &self.locales {
            written.paths.extend(documents.iter().map(|page| self.path(*locale, *page)));
            all.extend(self.render_locale(*locale, &documents, &|| {
                rendered(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            }));
        }
        written.take(all, self.snapshot.config);
        written
    }

    /// Notes in the order of documents.
    fn render_locale<'s>(
        &self,
        locale: LocaleView<'s>,
        documents: &[PageView<'s>],
        step: &(dyn Fn() + Sync),
    ) -> Vec<Note> {
        let edits = HandEdits::new(locale);
        let notes: Mutex<Vec<(usize, Note)>> = Mutex::default();
        render::render(locale, documents, |page, rendered| {
            let found = self.put(&edits, page, rendered);
            if !found.is_empty() {
                let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
                notes.extend(found.into_iter().map(|note| (page.index, note)));
            }
            step();
        });
        let mut notes = notes.into_inner().unwrap_or_else(PoisonError::into_inner);
        notes.sort_by_key(|(document, _)| *document);
        notes.into_iter().map(|(_, note)| note).collect()
    }

    fn put(&self, edits: &HandEdits<'_>, page: PageView<'_>, rendered: Rendered) -> Vec<Note> {
        let shown = self.snapshot.config.shown(&page.source().source.path);
        let problem = |problem: &handback_core::render::UnitProblem| {
            Note::Problem(Problem::finding(&problem.message).at(&shown, Some(problem.line)))
        };
        let mut notes: Vec<Note> = rendered.problems.iter().map(problem).collect();
        let Some(text) = rendered.text else {
            let message = format!(
                "not written in {}: {} {} stale and {} {} missing, and the configuration says `fail`",
                edits.locale.name(),
                counted(rendered.stale, "unit"),
                are(rendered.stale),
                rendered.missing,
                are(rendered.missing)
            );
            notes.push(Note::Problem(Problem::finding(message).at(shown, None)));
            return notes;
        };
        let path = self.path(edits.locale, page);
        let mut rescued = None;
        let rescue = |old: &[u8]| {
            if *self.to == RenderTo::Output {
                rescued = self.rescue(edits, page, old, &text)?;
            }
            Ok(())
        };
        let written = self.writer.put_over(&path, text.as_bytes(), rescue);
        notes.extend(rescued.map(Note::Rescued));
        notes.extend(written.err().map(|error| Note::Problem(error.into())));
        notes
    }

    /// Keeps a copy of a page that handback did not write as it lies there.
    fn rescue(
        &self,
        edits: &HandEdits<'_>,
        page: PageView<'_>,
        old: &[u8],
        text: &str,
    ) -> Result<Option<Rescued>, FileError> {
        let what = if edits.is_first(page) {
            "was there before handback".to_owned()
        } else {
            match edits.find(page, &String::from_utf8_lossy(old), text) {
                Some(line) => format!("was edited by hand (line {line})"),
                None => return Ok(None),
            }
        };
        let folder = self.snapshot.config.root.join(lock::WORK_FOLDER).join("replaced");
        let copy = folder.join(edits.locale.name()).join(&**page.name());
        let copy = self.writer.rescue(&copy, old)?;
        Ok(Some(Rescued { page: self.path(edits.locale, page), what, copy }))
    }

    fn path(&self, locale: LocaleView<'_>, page: PageView<'_>) -> PathBuf {
        let (locale, document) = (locale.name(), page.name());
        match self.to {
            RenderTo::Output => self.snapshot.config.output_path(locale, document),
            RenderTo::Folder(folder) if self.locales.len() == 1 => folder.join(&**document),
            RenderTo::Folder(folder) => folder.join(locale).join(&**document),
        }
    }

    /// Removes the pages of documents that are gone, or returns them; and what could not be removed.
    pub fn handle_orphans(&self, prune: bool) -> (Vec<PathBuf>, Vec<FileError>) {
        let mut errors = Vec::new();
        let Snapshot { config, inputs, analysis, .. } = self.snapshot;
        let of_locales = |name| config.locales.iter().map(move |locale| config.output_path(&locale.name, name));
        let kept: FxHashSet<PathBuf> = inputs.kept.iter().flat_map(of_locales).collect();
        let mut remove = |path: &Path| errors.extend(self.writer.remove(path).err());
        // Where a renamed document's page lies under its new name, the old one goes, as the source did.
        for (old, new) in &analysis.extraction.renames {
            let pages = of_locales(old).zip(of_locales(new));
            pages.filter(|(_, new)| new.is_file()).for_each(|(old, _)| remove(&old));
        }
        let orphans = render::orphans(self.snapshot).into_iter().filter(|path| !kept.contains(path));
        if prune {
            orphans.for_each(|path| remove(&path));
            return (Vec::new(), errors);
        }
        let orphans = orphans.collect();
        (orphans, errors)
    }
}

/// Says which pages were kept; of many the first few.
fn tell(config: &Config, rescued: &[Rescued]) -> Vec<Problem> {
    let one = |rescued: &Rescued| {
        let (page, copy) = (config.shown(&rescued.page), config.shown(&rescued.copy));
        let what = &rescued.what;
        let message = format!("{what}, and is written again; it is kept as {}: {RESCUE_HINT}", copy.display());
        Problem::warning(message).at(page, None)
    };
    let mut told: Vec<Problem> = rescued.iter().take(RESCUED_SHOWN).map(one).collect();
    if rescued.len() > RESCUED_SHOWN {
        let more = rescued.len() - RESCUED_SHOWN;
        let message =
            format!("{} {} kept below .handback/replaced: {RESCUE_HINT}", counted(more, "more page"), are(more));
        told.push(Problem::warning(message));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_pages_that_are_kept_the_first_are_told() {
        let config = Config::parse("", Path::new(".")).unwrap();
        let page = |index: usize| Rescued {
            page: format!("out/{index}.md").into(),
            what: "was there before handback".into(),
            copy: format!("kept/{index}.md").into(),
        };
        let pages: Vec<Rescued> = (0..RESCUED_SHOWN + 3).map(page).collect();
        assert_eq!(tell(&config, &pages[..RESCUED_SHOWN]).len(), RESCUED_SHOWN);
        let told = tell(&config, &pages);
        assert_eq!(told.len(), RESCUED_SHOWN + 1);
        assert!(told[0].to_string().starts_with("out/0.md: was there before handback"), "{}", told[0]);
        assert!(told[RESCUED_SHOWN].to_string().starts_with("3 more pages are kept"), "{}", told[RESCUED_SHOWN]);
    }
}
