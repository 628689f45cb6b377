//! The localized pages of a run: written where they differ, with a copy kept of what others wrote there, and removed
//! where their source went. A page that handback never wrote is left alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use handback_core::catalog::DocumentName;
use handback_core::render::{RenderOptions, Rendered};
use handback_core::text::count::{are, counted};

use super::edits::{HandEdits, conflict_sides};
use super::english::is_english;
use super::left::{Left, PagesOf};
use super::{RenderTo, render};
use crate::problem::{FileError, Problem, Problems, Weight, shown};
use crate::project::files;
use crate::project::paths::RESCUED_FOLDER;
use crate::project::write::Writer;
use crate::project::written::WrittenPages;
use crate::settings::config::Config;
use crate::snapshot::{LocaleView, PageView, Snapshot};

/// What to write, and where.
pub(crate) struct Pages<'a> {
    pub snapshot: &'a Snapshot<'a>,
    pub to: &'a RenderTo,
    /// The locales whose turn it is, and those of them whose pages are to be written.
    pub turn: Vec<LocaleView<'a>>,
    pub locales: Vec<LocaleView<'a>>,
    /// Pages of more than one locale are written in this run.
    pub several: bool,
    pub writer: &'a Writer,
    /// What this checkout wrote before, and writes now.
    pub written: &'a WrittenPages,
    /// What people changed in pages was taken over before, as far as that is possible.
    pub taken: bool,
    /// Sees every page as it is rendered.
    pub seen: &'a (dyn Fn(LocaleView<'_>, PageView<'_>, &str) + Sync),
}

/// What became of the pages of a run, of one turn after the other.
#[derive(Default)]
pub(crate) struct Written {
    /// Where the pages are, also of those that did not change.
    pub paths: Vec<PathBuf>,
    /// How many pages of each locale could not be written.
    pub failed: Vec<(String, usize)>,
    /// Pages that were not written, translations that cannot be used, and pages that somebody else wrote.
    problems: Problems,
    /// The documents that findings among these are about.
    again: BTreeSet<DocumentName>,
    /// Pages of others that were written again, or removed.
    rescued: Vec<Rescued>,
    removed: Vec<Rescued>,
    left: Left,
}

/// What is left to report of the pages of a run.
#[derive(Default)]
pub(crate) struct LeftToReport {
    /// What became of pages that could not be written, and, as warnings, where copies of pages that somebody else wrote are.
    pub problems: Problems,
    /// The documents that findings among these are about.
    pub again: BTreeSet<DocumentName>,
    /// Pages whose source is gone.
    pub orphans: Vec<PathBuf>,
    /// Pages of documents that are not published.
    pub unpublished: Vec<PathBuf>,
}

/// What became of one page, for the report.
enum Note {
    Problem(Problem),
    Rescued(Rescued),
}

impl Note {
    /// Whether a page could not be written.
    fn is_error(&self) -> bool {
        matches!(self, Self::Problem(problem) if problem.weight == Weight::Error)
    }

    fn is_finding(&self) -> bool {
        matches!(self, Self::Problem(problem) if problem.weight == Weight::Finding)
    }
}

/// What became of the page of a document, by its place in the snapshot.
type Found = (usize, Note);

/// A page that others wrote, and that is written again.
struct Rescued {
    page: PathBuf,
    /// What is known of it.
    what: String,
    copy: PathBuf,
}

/// How many pages that were kept are named one by one.
const RESCUED_SHOWN: usize = 20;

/// What to do about pages that were kept. `taken`: the edits were taken over as far as the catalog has a place for them.
fn rescue_hint(taken: bool) -> &'static str {
    match taken {
        false => "`handback sync --take-edits` would have taken the edit over",
        true => "not all of it could be taken over, so compare the copy with the page",
    }
}

/// Regenerates some pages of one locale; returns their problems, and which were kept.
pub(crate) fn render_pages(locale: LocaleView<'_>, documents: &[PageView<'_>]) -> Problems {
    let (snapshot, writer) = (locale.snapshot, Writer::new(false));
    let before = WrittenPages::read(&snapshot.config.root);
    let (to, seen) = (&RenderTo::Output, &|_: LocaleView<'_>, _: PageView<'_>, _: &str| ());
    let (turn, locales) = (vec![locale], vec![locale]);
    let (writer, written) = (&writer, &before);
    let pages = Pages { snapshot, to, turn, locales, several: false, writer, written, taken: false, seen };
    let published: Vec<PageView<'_>> = documents.iter().copied().filter(|page| locale.is_published(*page)).collect();
    let documents = &published;
    let mut written = Written::default();
    written.take(snapshot, pages.render_locale(locale, documents, &|| ()));
    before.save();
    written.problems(snapshot.config, false)
}

impl Written {
    /// Takes in what became of pages.
    fn take(&mut self, snapshot: &Snapshot<'_>, notes: Vec<Found>) {
        for (page, note) in notes {
            if note.is_finding() {
                self.again.insert(snapshot.page(page).name().clone());
            }
            match note {
                Note::Problem(problem) => self.problems.push(problem),
                Note::Rescued(page) => self.rescued.push(page),
            }
        }
    }

    /// Documents of whose pages something was to be said.
    pub fn again(&self) -> &BTreeSet<DocumentName> {
        &self.again
    }

    /// Where copies of pages that others wrote are. `taken`: what they changed was taken over before, as far as possible.
    pub fn copies(&self, config: &Config, taken: bool) -> Vec<Problem> {
        [tell(config, &self.rescued, taken), tell(config, &self.removed, taken)].concat()
    }

    /// All problems, and where such copies are.
    fn problems(mut self, config: &Config, taken: bool) -> Problems {
        let copies = self.copies(config, taken);
        self.problems.extend(copies);
        self.problems
    }
}

impl Pages<'_> {
    /// Renders and writes the pages of the chosen locales. `rendered` is called after each page with the
    /// number of pages done and of all.
    pub fn render(&self, written: &mut Written, rendered: &(dyn Fn(usize, usize) + Sync)) {
        let documents: Vec<PageView<'_>> = self.snapshot.pages().collect();
        let published: Vec<Vec<PageView<'_>>> =
            self.locales.iter().map(|locale| locale.published().filter(|page| page.is_owned()).collect()).collect();
        let total = published.iter().map(Vec::len).sum();
        let done = AtomicUsize::new(0);
        for (locale, published) in self.locales.iter().zip(&published) {
            // Also those of pages that are not written: what somebody puts there is looked at again.
            written.paths.extend(documents.iter().map(|page| self.path(*locale, *page)));
            let mut notes = self.render_locale(*locale, published, &|| {
                rendered(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            });
            notes.extend(self.others_pages(*locale));
            let failed = notes.iter().filter(|(_, note)| note.is_error()).count();
            written.failed.push((locale.name().to_owned(), failed));
            written.take(self.snapshot, notes);
        }
        if *self.to == RenderTo::Output {
            self.remove_renamed(written);
            written.left.add(self.snapshot, |name| self.turn.iter().any(|locale| locale.name() == name));
        }
    }

    /// Notes in the order of documents.
    fn render_locale<'s>(
        &self,
        locale: LocaleView<'s>,
        documents: &[PageView<'s>],
        step: &(dyn Fn() + Sync),
    ) -> Vec<Found> {
        let edits = HandEdits::new(locale, self.written);
        let notes: Mutex<Vec<Found>> = Mutex::default();
        let side_by_side = matches!(self.to, RenderTo::SideBySide(_));
        let options = RenderOptions { side_by_side, ..render::render_options(self.snapshot.config, locale.name()) };
        render::render_with(locale, documents, &options, |page, rendered| {
            if let Some(text) = &rendered.text {
                (self.seen)(locale, page, text);
            }
            let found = self.put(&edits, page, rendered);
            if !found.is_empty() {
                let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
                notes.extend(found.into_iter().map(|note| (page.index, note)));
            }
            step();
        });
        let mut notes = notes.into_inner().unwrap_or_else(PoisonError::into_inner);
        notes.sort_by_key(|(document, _)| *document);
        notes
    }

    fn put(&self, edits: &HandEdits<'_>, page: PageView<'_>, rendered: Rendered) -> Vec<Note> {
        let shown = self.snapshot.config.shown(&page.source().source.path);
        let problem = |problem: &handback_core::render::UnitProblem| {
            Note::Problem(Problem::finding(&problem.message).at(&shown, Some(problem.line)))
        };
        let mut notes: Vec<Note> = rendered.problems.iter().map(problem).collect();
        let Some(text) = rendered.text else {
            let stale = rendered.stale + rendered.stale_blocks;
            let unapproved = match rendered.unapproved + rendered.own_unapproved {
                0 => String::new(),
                count => format!(", {count} {} translated by a machine and not approved", are(count)),
            };
            let message = format!(
                "not written in {}: {} {} stale and {} {} missing{unapproved}, and the configuration says `fail`",
                edits.locale.name(),
                counted(stale, "unit"),
                are(stale),
                rendered.missing,
                are(rendered.missing)
            );
            notes.push(Note::Problem(Problem::finding(message).at(shown, None)));
            return notes;
        };
        let path = self.path(edits.locale, page);
        let is_output = *self.to == RenderTo::Output;
        if is_output && edits.locale.own().pages.foreign.contains(page.name()) {
            notes.push(self.others_page(edits, page));
            return notes;
        }
        if let Some(id) = edits.locale.unreadable_in(page).filter(|_| is_output && files::is_there(&path)) {
            let message = format!("left as it is: its wording `{id}` cannot be read");
            notes.push(Note::Problem(Problem::finding(message).at(self.snapshot.config.shown(&path), None)));
            return notes;
        }
        let (mut rescued, mut in_conflict) = (None, false);
        // Of a page that was adopted and not written yet nobody knows whether somebody edited it since.
        let deed = if self.written.knows(&path) { "was edited by hand" } else { "was not as the catalog has it" };
        let rescue = |old: &[u8]| {
            let lies = String::from_utf8_lossy(old);
            in_conflict = is_output && conflict_sides(&lies, &text).is_some();
            if is_output && let Some(line) = edits.find(page, &lies, &text) {
                let what = format!("{deed} ({}line {line})", if in_conflict { "in a conflict, " } else { "" });
                rescued = Some(self.rescue(&path, old, what)?);
            }
            Ok(())
        };
        let written = self.writer.put_over(&path, text.as_bytes(), rescue);
        if let (true, Ok(is_new)) = (is_output, &written) {
            let plain = rendered.plain.as_deref().unwrap_or(&text);
            let known = rendered.places.as_deref().map(|places| (plain, places));
            self.written.note(&path, &text, *is_new, || edits.around(page, &text, known));
        }
        if in_conflict && written.is_ok() && rescued.is_none() {
            let message = "held the marks of a merge conflict, and was written again from the catalog";
            notes.push(Note::Problem(Problem::warning(message).at(self.snapshot.config.shown(&path), None)));
        }
        notes.extend(rescued.map(Note::Rescued));
        notes.extend(written.err().map(|error| Note::Problem(error.into())));
        notes
    }

    /// Pages that others wrote in the place of documents that are not published.
    fn others_pages(&self, locale: LocaleView<'_>) -> Vec<Found> {
        let foreign = &locale.own().pages.foreign;
        if foreign.is_empty() || *self.to != RenderTo::Output {
            return Vec::new();
        }
        let edits = HandEdits::new(locale, self.written);
        // What is in English there is as good as no page.
        let pages = self.snapshot.pages().filter(|page| foreign.contains(page.name()) && !locale.is_published(*page));
        let pages = pages.filter(|page| !is_english(locale, *page));
        pages.map(|page| (page.index, self.others_page(&edits, page))).collect()
    }

    /// Says of a page that handback did not write that it is left alone.
    fn others_page(&self, edits: &HandEdits<'_>, page: PageView<'_>) -> Note {
        let adopt = edits.adopt_command();
        let path = self.path(edits.locale, page);
        // An adoption would take nothing from it, and nobody has to do anything.
        let problem = match is_english(edits.locale, page) {
            true => Problem::warning(
                "was there before handback, is still in English, and is left alone: translate it there and adopt it, or \
                 remove it, so that handback writes the page",
            ),
            false => Problem::finding(format!(
                "was there before handback, and is left alone: `{adopt}` takes it over; or remove it"
            )),
        };
        Note::Problem(problem.at(self.snapshot.config.shown(&path), None))
    }

    /// Keeps a copy of a page that handback did not write as it lies there.
    fn rescue(&self, page: &Path, old: &[u8], what: String) -> Result<Rescued, FileError> {
        let root = &self.snapshot.config.root;
        let copy = root.join(RESCUED_FOLDER).join(page.strip_prefix(root).unwrap_or(Path::new("page")));
        let copy = self.writer.rescue(&copy, old)?;
        Ok(Rescued { page: page.to_owned(), what, copy })
    }

    fn path(&self, locale: LocaleView<'_>, page: PageView<'_>) -> PathBuf {
        let (locale, document) = (locale.name(), page.name());
        match self.to {
            RenderTo::Output => self.snapshot.config.output_path(locale, document),
            RenderTo::Folder(folder) | RenderTo::SideBySide(folder) => {
                in_folder(folder, locale, document, self.several)
            }
        }
    }

    /// Where a renamed document's page lies under its new name, the old one goes, as the source did.
    fn remove_renamed(&self, written: &mut Written) {
        let Snapshot { config, analysis, .. } = self.snapshot;
        let renames = &analysis.extraction.renames;
        let is_renamed = |page: &PageView<'_>| renames.old_name(page.name()) != page.name();
        let renamed: Vec<PageView<'_>> = self.snapshot.pages().filter(is_renamed).collect();
        for locale in self.turn.iter().filter(|_| !renamed.is_empty()) {
            let edits = HandEdits::new(*locale, self.written);
            for page in &renamed {
                let path = config.output_path(locale.name(), page.name());
                let Ok(rendered) = files::read_text(&path) else { continue };
                let is_ours = |lies: &str| edits.find(*page, lies, &rendered).is_none();
                let old = config.output_path(locale.name(), renames.old_name(page.name()));
                self.remove_into(written, &old, &is_ours);
            }
        }
    }

    /// After the last turn: removes the pages of documents that are gone, or returns them; what somebody else wrote is kept as a
    /// copy.
    pub fn finish(&self, mut written: Written, prune: bool) -> LeftToReport {
        let Snapshot { config, inputs, .. } = self.snapshot;
        let mut left_over = LeftToReport::default();
        if *self.to == RenderTo::Output {
            let left = std::mem::take(&mut written.left);
            let orphans = left.orphans(self.snapshot);
            let kept = PagesOf::of(config, inputs.kept.iter().filter(|_| !orphans.is_empty()));
            let orphans = orphans.into_iter().filter(|path| !kept.contains(path));
            match prune {
                true => orphans.for_each(|path| self.remove_into(&mut written, &path, &|_| false)),
                false => left_over.orphans = orphans.collect(),
            }
            // What is as handback wrote it needs no copy.
            let (ours, others): (Vec<_>, Vec<_>) =
                left.unpublished.into_iter().partition(|(_, is_ours)| prune && *is_ours);
            ours.iter().for_each(|(path, _)| self.remove_into(&mut written, path, &|_| true));
            left_over.unpublished = others.into_iter().map(|(path, _)| path).collect();
        }
        left_over.again = std::mem::take(&mut written.again);
        left_over.problems = written.problems(config, self.taken);
        left_over
    }

    fn remove_into(&self, written: &mut Written, path: &Path, is_ours: &dyn Fn(&str) -> bool) {
        match self.remove(path, is_ours) {
            Ok(page) => written.removed.extend(page),
            Err(error) => written.problems.push(error),
        }
    }

    /// Removes a page; of one that is neither as this checkout wrote it nor ours in another way, a copy stays.
    fn remove(&self, path: &Path, is_ours: &dyn Fn(&str) -> bool) -> Result<Option<Rescued>, FileError> {
        let shown = self.snapshot.config.shown(path);
        let old = match files::read(path) {
            Ok(old) => old,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(FileError::io(shown, "read the page that is to be removed", &error)),
        };
        let text = String::from_utf8_lossy(&old);
        let ours = self.written.has(path, &text) || is_ours(&text);
        let what = "is not as this checkout wrote it, and no document has it any more".to_owned();
        let rescued = if ours { None } else { Some(self.rescue(path, &old, what)?) };
        self.writer.remove(path)?;
        Ok(rescued)
    }
}

/// Where a page lies in a folder for pages of one locale, or of several.
pub fn in_folder(folder: &Path, locale: &str, document: &str, several: bool) -> PathBuf {
    if several { folder.join(locale).join(document) } else { folder.join(document) }
}

/// Says which pages were kept; of many the first few.
fn tell(config: &Config, rescued: &[Rescued], taken: bool) -> Vec<Problem> {
    let hint = rescue_hint(taken);
    let one = |rescued: &Rescued| {
        let (page, copy) = (config.shown(&rescued.page), config.shown(&rescued.copy));
        let what = &rescued.what;
        let message = format!("{what}; a copy is kept as {}: {hint}", shown(&copy));
        Problem::warning(message).at(page, None)
    };
    let mut reported: Vec<Problem> = rescued.iter().take(RESCUED_SHOWN).map(one).collect();
    if rescued.len() > RESCUED_SHOWN {
        let more = rescued.len() - RESCUED_SHOWN;
        let message = format!("{} {} kept below {RESCUED_FOLDER}: {hint}", counted(more, "more page"), are(more));
        reported.push(Problem::warning(message));
    }
    reported
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_pages_that_are_kept_the_first_are_named() {
        let config = Config::parse("", Path::new(".")).unwrap();
        let page = |index: usize| Rescued {
            page: format!("out/{index}.md").into(),
            what: "was there before handback".into(),
            copy: format!("kept/{index}.md").into(),
        };
        let pages: Vec<Rescued> = (0..RESCUED_SHOWN + 3).map(page).collect();
        assert_eq!(tell(&config, &pages[..RESCUED_SHOWN], false).len(), RESCUED_SHOWN);
        let reported = tell(&config, &pages, false);
        assert_eq!(reported.len(), RESCUED_SHOWN + 1);
        assert!(reported[0].to_string().starts_with("out/0.md: was there before handback"), "{}", reported[0]);
        assert!(
            reported[RESCUED_SHOWN].to_string().starts_with("3 more pages are kept"),
            "{}",
            reported[RESCUED_SHOWN]
        );
    }
}
