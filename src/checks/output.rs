//! What is wrong with the localized pages: out of date, or edited by hand.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use handback_core::render::Rendered;
use rayon::prelude::*;

use super::finding::{Finding, Place};
use crate::pages::edits::{HandEdits, first_difference};
use crate::pages::render;
use crate::settings::code::Code;
use crate::snapshot::subject::Subject;

/// Compares every page of a locale with what rendering would write.
pub fn check(subject: &Subject<'_>, locale: usize) -> Vec<Finding> {
    let name = &subject.analysis.locales[locale].locale.name;
    let differing: Mutex<Vec<(usize, Rendered)>> = Mutex::default();
    render::render_all(subject.config, &subject.read(), subject.documents, subject.analysis, locale, |index, page| {
        let path = subject.config.output_path(name, &subject.sources[index].name);
        let same = page.text.as_deref().is_none_or(|text| std::fs::read(&path).is_ok_and(|f| f == text.as_bytes()));
        if !same || !page.problems.is_empty() {
            differing.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, page));
        }
    });
    let mut differing = differing.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    differing.sort_by_key(|(index, _)| *index);
    let edits = HandEdits::new(subject, locale);
    differing.par_iter().flat_map_iter(|(index, page)| findings(&edits, *index, page)).collect()
}

fn findings(edits: &HandEdits<'_>, index: usize, rendered: &Rendered) -> Vec<Finding> {
    let (subject, locale) = (edits.subject, edits.locale);
    let name = &subject.analysis.locales[locale].locale.name;
    let source = &subject.sources[index];
    let path = subject.config.output_path(name, &source.name);
    let with_place = |mut finding: Finding, line: Option<u32>| {
        finding.locale = Some(name.clone());
        finding.document = Some(source.name.to_string());
        finding.file = Some(subject.shown(&source.source.path));
        finding.output = Some(Place { file: subject.shown(&path), line });
        finding
    };
    let mut found: Vec<Finding> = rendered
        .problems
        .iter()
        .map(|problem| {
            let fix = format!("correct the translation `{}`", problem.id);
            let mut finding = with_place(Finding::new(Code::UnusableTranslation, &problem.message, fix), None);
            (finding.id, finding.line) = (Some(problem.id.to_string()), Some(problem.line));
            finding
        })
        .collect();
    let Some(text) = &rendered.text else { return found };
    match std::fs::read(&path) {
        Ok(bytes) if bytes == text.as_bytes() => {}
        Ok(bytes) => {
            let (finding, line) = differing(edits, index, &String::from_utf8_lossy(&bytes), text);
            found.push(with_place(finding, Some(line)));
        }
        Err(error) => found.push(with_place(unreadable(name, &path, &error), None)),
    }
    found
}

/// A page that is not what it would be after a sync: edited by hand, or behind; and the line where it begins.
fn differing(edits: &HandEdits<'_>, index: usize, page: &str, text: &str) -> (Finding, u32) {
    let name = &edits.subject.analysis.locales[edits.locale].locale.name;
    match edits.find(index, page, text) {
        Some(line) => {
            let message = format!("the {name} page was edited by hand");
            let folder = output_folder(edits.subject, name);
            let fix = format!(
                "take the edit over with `handback adopt --locale {name} {folder}`, or let `handback sync` write the page again"
            );
            (Finding::new(Code::HandEditedOutput, message, fix), line)
        }
        None => {
            let message = format!("the {name} page is not what it would be after a sync");
            let fix = "run `handback sync` and commit what it writes";
            (Finding::new(Code::OutputOutOfDate, message, fix), first_difference(page, text))
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

fn output_folder(subject: &Subject<'_>, locale: &str) -> String {
    let template = subject.config.output.replace("{locale}", locale);
    template.split("{path}").next().unwrap_or("").trim_end_matches('/').to_owned()
}

/// Pages of a locale whose source is gone.
pub fn orphans(subject: &Subject<'_>, pages: Vec<PathBuf>) -> Vec<Finding> {
    let finding = |path: PathBuf| {
        let message = "the source of this page is gone";
        let mut finding = Finding::new(Code::OrphanedOutput, message, "`handback sync --prune` removes the page");
        finding.output = Some(Place { file: subject.shown(&path), line: None });
        finding
    };
    pages.into_iter().map(finding).collect()
}
