//! Problems of localized pages: out of date, or edited by hand.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use handback_core::catalog::DocumentName;
use handback_core::render::Rendered;
use rayon::prelude::*;

use super::finding::{Finding, Place};
use super::links::Links;
use crate::pages::edits::{HandEdits, conflict_sides, first_difference};
use crate::pages::english::is_english;
use crate::pages::left::Left;
use crate::pages::render;
use crate::project::files;
use crate::project::write::is_same_text;
use crate::settings::code::Code;
use crate::snapshot::{LocaleView, PageView, Snapshot};

/// Compares every page of a locale with what rendering would write, and shows each to `links`.
pub fn check(locale: LocaleView<'_>, links: &Links<'_>) -> Vec<Finding> {
    let pages: Vec<PageView<'_>> = locale.published().collect();
    compare(locale, &pages, &|page, text| links.look(locale, page, text))
}

/// The same right after a sync wrote the pages: those of documents of which it had something to say, and those that it left alone,
/// are not as rendering would write them.
pub fn after_sync(locale: LocaleView<'_>, again: &BTreeSet<DocumentName>) -> Vec<Finding> {
    let foreign = &locale.own().pages.foreign;
    if foreign.is_empty() && again.is_empty() {
        return Vec::new();
    }
    let pages = locale.published().filter(|page| foreign.contains(page.name()) || again.contains(page.name()));
    compare(locale, &pages.collect::<Vec<_>>(), &|_, _| ())
}

/// Compares pages with what rendering would write, which `seen` is shown; says also which pages of others lie where nothing is
/// published.
fn compare(locale: LocaleView<'_>, pages: &[PageView<'_>], seen: &(dyn Fn(PageView<'_>, &str) + Sync)) -> Vec<Finding> {
    let differing: Mutex<Vec<(PageView<'_>, Rendered)>> = Mutex::default();
    render::render(locale, pages, |page, rendered| {
        let path = locale.snapshot.config.output_path(locale.name(), page.name());
        if let Some(text) = &rendered.text {
            seen(page, text);
        }
        if !page.is_owned() {
            return;
        }
        let same = rendered
            .text
            .as_deref()
            .is_none_or(|text| files::read(&path).is_ok_and(|found| is_same_text(&found, text.as_bytes())));
        if !same || !rendered.problems.is_empty() {
            differing.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((page, rendered));
        }
    });
    let mut differing = differing.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    differing.sort_by_key(|(page, _)| page.index);
    let foreign = &locale.own().pages.foreign;
    let others = locale
        .snapshot
        .pages()
        .filter(|page| foreign.contains(page.name()) && page.is_owned() && !locale.is_published(*page));
    let others: Vec<PageView<'_>> = others.filter(|page| !is_english(locale, *page)).collect();
    if differing.is_empty() && others.is_empty() {
        return Vec::new();
    }
    let edits = HandEdits::new(locale, locale.snapshot.written());
    let mut found: Vec<Finding> =
        differing.par_iter().flat_map_iter(|(page, rendered)| findings(&edits, *page, rendered)).collect();
    found.extend(others.into_iter().map(|page| placed(&edits, page, others_page(&edits, page), Some(1))));
    found
}

/// A finding about the localized page of a document.
fn placed(edits: &HandEdits<'_>, page: PageView<'_>, mut finding: Finding, line: Option<u32>) -> Finding {
    let (snapshot, name, source) = (edits.locale.snapshot, edits.locale.name(), page.source());
    let path = snapshot.config.output_path(name, &source.name);
    finding.locale = Some(name.into());
    finding.document = Some(source.name.clone());
    finding.file = Some(snapshot.shown(&source.source.path).into());
    finding.output = Some(Place { file: snapshot.shown(&path).into(), line });
    finding
}

/// A page that handback did not write.
fn others_page(edits: &HandEdits<'_>, page: PageView<'_>) -> Finding {
    let name = edits.locale.name();
    if is_english(edits.locale, page) {
        let message = format!("handback did not write the {name} page, which is still in English, and leaves it alone");
        let fix = "translate it there and adopt it, or remove it and run `handback sync`";
        return Finding::new(Code::Untranslated, message, fix);
    }
    let message = format!("handback did not write the {name} page, and leaves it alone");
    let fix = format!("`{}` takes it over; or remove it, then run `handback sync`", edits.adopt_command());
    Finding::new(Code::HandEditedOutput, message, fix)
}

fn findings(edits: &HandEdits<'_>, page: PageView<'_>, rendered: &Rendered) -> Vec<Finding> {
    let (snapshot, name, source) = (edits.locale.snapshot, edits.locale.name(), page.source());
    let path = snapshot.config.output_path(name, &source.name);
    let with_place = |finding: Finding, line: Option<u32>| placed(edits, page, finding, line);
    let mut found: Vec<Finding> = rendered
        .problems
        .iter()
        .map(|problem| {
            let fix = format!("correct the translation `{}`", problem.id);
            let mut finding = with_place(Finding::new(Code::UnusableTranslation, problem.message.as_str(), fix), None);
            (finding.id, finding.line) = (Some(problem.id.clone()), Some(problem.line));
            finding
        })
        .collect();
    let Some(text) = &rendered.text else { return found };
    match files::read(&path) {
        Ok(bytes) if is_same_text(&bytes, text.as_bytes()) => {}
        // What the page would say is not known; the junk is a finding of its own.
        Ok(_) if edits.locale.unreadable_in(page).is_some() => {}
        Ok(bytes) => {
            let (finding, line) = differing(edits, page, &String::from_utf8_lossy(&bytes), text);
            found.push(with_place(finding, Some(line)));
        }
        Err(error) => found.push(with_place(unreadable(name, &path, &error), None)),
    }
    found
}

/// A page that is not what it would be after a sync: edited by hand, or behind; and the line where it begins.
fn differing(edits: &HandEdits<'_>, page: PageView<'_>, lies: &str, text: &str) -> (Finding, u32) {
    let name = edits.locale.name();
    if edits.locale.own().pages.foreign.contains(page.name()) {
        return (others_page(edits, page), 1);
    }
    match edits.find(page, lies, text) {
        Some(line) => {
            let message = format!("the {name} page was edited by hand");
            let fix = "`handback sync --take-edits` takes the edit over; `handback sync` writes the page again";
            (Finding::new(Code::HandEditedOutput, message, fix), line)
        }
        None if conflict_sides(lies, text).is_some() => {
            let message = format!("the {name} page holds the marks of a merge conflict");
            let fix = "run `handback sync`, which writes the page again, and commit it";
            (Finding::new(Code::OutputOutOfDate, message, fix), first_difference(lies, text))
        }
        None => {
            let message = format!("the {name} page is not what it would be after a sync");
            let fix = "run `handback sync` and commit what it writes";
            (Finding::new(Code::OutputOutOfDate, message, fix), first_difference(lies, text))
        }
    }
}

/// A page that is not there, or cannot be read.
fn unreadable(name: &str, path: &Path, error: &std::io::Error) -> Finding {
    let (message, fix) = match error.kind() {
        ErrorKind::NotFound => {
            (format!("the {name} page is not there"), "run `handback sync` and commit what it writes")
        }
        _ if path.is_dir() => {
            (format!("a folder lies in the place of the {name} page"), "move the folder away, then run `handback sync`")
        }
        _ => (format!("the {name} page cannot be read: {error}"), "make the page readable, then run `handback sync`"),
    };
    Finding::new(Code::OutputOutOfDate, message, fix)
}

/// Pages whose source is gone, and those of documents that are not published any more.
pub fn left(snapshot: &Snapshot<'_>, left: Left) -> Vec<Finding> {
    let mut found = orphans(snapshot, left.orphans(snapshot));
    found.extend(left.unpublished.into_iter().map(|(path, is_ours)| {
        let message = "nothing of this page is translated, so that it is not published";
        let fix = match is_ours {
            true => "`handback sync --prune` removes the page",
            false => "remove the page, which is not as handback wrote it, or translate some of it",
        };
        let mut finding = Finding::new(Code::OrphanedOutput, message, fix);
        finding.output = Some(Place { file: snapshot.shown(&path).into(), line: None });
        finding
    }));
    found
}

/// These pages, as findings: their source is gone, or the configuration has no such locale or place any more.
pub fn orphans(snapshot: &Snapshot<'_>, pages: Vec<PathBuf>) -> Vec<Finding> {
    let finding = |path: PathBuf| {
        let message = "no document has this page any more";
        let mut finding = Finding::new(Code::OrphanedOutput, message, "`handback sync --prune` removes the page");
        finding.output = Some(Place { file: snapshot.shown(&path).into(), line: None });
        finding
    };
    pages.into_iter().map(finding).collect()
}
