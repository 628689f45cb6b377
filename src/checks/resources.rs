//! Problems of the catalog's files.

use handback_core::catalog::FileKey;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation::{self, CONTEXT, Expression};
use handback_core::catalog::placeables::References;
use handback_core::catalog::resource::Entry;
use handback_core::catalog::state_file::message_lines;
use handback_core::catalog::update::Change;
use handback_core::catalog::{addition, block};

use super::finding::{Finding, Place};
use super::terms::Terms;
use crate::project::files;
use crate::project::paths::slashed;
use crate::project::store::ResourceProblem;
use crate::settings::code::Code;
use crate::snapshot::LocaleView;

/// Functions that every message may call.
const FUNCTIONS: &[&str] = &["DATETIME", "INITIAL", "NUMBER"];

/// Junk and duplicates, as they were met when the resources were read.
pub fn problems(problems: &[ResourceProblem]) -> Vec<Finding> {
    let finding = |problem: &ResourceProblem| {
        let (code, fix) = match problem.duplicate {
            true => (Code::DuplicateId, "remove one of the two messages"),
            false => (Code::Junk, "write it as `id = text`, with braces of the text as `{\"{\"}`"),
        };
        let mut finding = Finding::new(code, problem.error.message.clone(), fix);
        finding.locale = Some(problem.locale.as_str().into());
        finding.document = problem.key.document().cloned();
        finding.resource = Some(Place { file: slashed(&problem.error.path).into(), line: problem.error.line });
        finding
    };
    problems.iter().map(finding).collect()
}

/// References to nothing, and states that are not those of their resources.
pub fn check(locale: LocaleView<'_>) -> Vec<Finding> {
    let mut findings = placeables(locale);
    findings.extend(locale.own().changes.iter().filter_map(|change| mismatch(locale, change)));
    findings
}

/// What is left of these after a sync: it has settled the states.
pub fn check_after_sync(locale: LocaleView<'_>) -> Vec<Finding> {
    let mut findings = placeables(locale);
    let unknown = locale.own().changes.iter().filter(|change| matches!(change, Change::Unknown { .. }));
    findings.extend(unknown.filter_map(|change| mismatch(locale, change)));
    findings
}

fn placeables(locale: LocaleView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut known_terms: Option<Terms> = None;
    let shared = locale.own().catalog.files.get(&FileKey::Shared);
    for (key, file) in &locale.own().catalog.files {
        for entry in file.resource.entries() {
            if file.state.messages.get(&entry.id).is_some_and(|state| state.obsolete) {
                // Memory, for which no document has to have anything.
                continue;
            }
            match &entry.pattern {
                Some(Pattern::Complex(_)) => {}
                Some(Pattern::Text(text)) if notation::has_placeables(text) => {}
                _ => continue,
            }
            let references = References::of(file.resource.entry_source(entry));
            let terms = known_terms.get_or_insert_with(|| Terms::of(locale));
            let is_message = |name: &str| {
                file.pattern(name).is_some() || shared.is_some_and(|shared| shared.pattern(name).is_some())
            };
            let is_lifted = |name: &str| has_variable(locale, &entry.id, name);
            let variables = references.variables.iter().filter(|name| !is_known(locale, name) && !is_lifted(name));
            let unknown_terms = references.terms.iter().filter(|name| terms.get(name).is_none());
            let messages = references.messages.iter().filter(|name| !is_message(name));
            let functions = references.functions.iter().filter(|name| !FUNCTIONS.contains(&name.as_str()));
            let unknown: Vec<(String, &str)> = variables
                .map(|name| (format!("${name}"), "variable"))
                .chain(unknown_terms.map(|name| (format!("-{name}"), "term")))
                .chain(messages.map(|name| (name.clone(), "message")))
                .chain(functions.map(|name| (format!("{name}()"), "function")))
                .collect();
            for (name, what) in unknown {
                let mut finding = Finding::new(
                    Code::UnknownPlaceable,
                    format!("the {} translation refers to the {what} `{name}`, which does not exist", locale.name()),
                    match what {
                        "variable" => format!("use one of {}, or text", known_variables(locale, &entry.id)),
                        "term" => format!("define `{name} = …` in terms.ftl of the locale, or write the text"),
                        "function" => "use DATETIME(), NUMBER() or INITIAL(), or text".to_owned(),
                        _ => "write the text, or the id of a message of this document or the shared ones".to_owned(),
                    },
                );
                finding.source = english(locale, &entry.id).map(Into::into);
                findings.push(about(finding, locale, key, entry));
            }
        }
    }
    findings
}

/// Whether the English of a message has a variable: an inline value is declared nowhere else.
fn has_variable(locale: LocaleView<'_>, id: &str, name: &str) -> bool {
    let english = locale.snapshot.reference().text(id).unwrap_or_default();
    notation::placeables(english).filter_map(Expression::parse).any(|expression| expression.variable == name)
}

/// A finding about a translation, with where it stands.
pub(super) fn about(mut finding: Finding, locale: LocaleView<'_>, key: &FileKey, entry: &Entry) -> Finding {
    let name = locale.name();
    finding.locale = Some(name.into());
    finding.id = Some(entry.id.clone());
    finding.document = key.document().cloned();
    finding.translation = entry.pattern.as_ref().map(|pattern| pattern.shown().into());
    let line = locale.own().catalog.files.get(key).and_then(|file| file.resource.line(&entry.id));
    let path = locale.snapshot.config.resource_path(name, key);
    finding.resource = Some(Place { file: locale.snapshot.shown(&path).into(), line });
    finding
}

/// The English of a message as people read it.
fn english(locale: LocaleView<'_>, id: &str) -> Option<String> {
    locale.snapshot.reference().text(id).map(|text| notation::shown(text).into_owned())
}

fn is_known(locale: LocaleView<'_>, variable: &str) -> bool {
    CONTEXT.contains(&variable) || locale.snapshot.config.variables.iter().any(|declared| declared.name == variable)
}

fn known_variables(locale: LocaleView<'_>, id: &str) -> String {
    let declared = locale.snapshot.config.variables.iter().map(|declared| declared.name.as_str());
    let lifted = notation::placeables(locale.snapshot.reference().text(id).unwrap_or_default());
    let lifted = lifted.filter_map(Expression::parse).map(|expression| expression.variable);
    let mut names: Vec<&str> = lifted.collect();
    for name in declared.chain(CONTEXT) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// Whether a message has the id of what a document has of its own.
fn is_own(id: &str) -> bool {
    [addition::PREFIX, block::PREFIX].iter().any(|prefix| id.starts_with(prefix))
}

/// What the merge met between a resource and its state.
fn mismatch(locale: LocaleView<'_>, change: &Change) -> Option<Finding> {
    let name = locale.name();
    let (code, id, key, message, fix) = match change {
        Change::Deleted { id, file, .. } => (
            Code::StateWithoutMessage,
            id,
            file,
            format!("the state of `{id}` stands without its message: it was removed from the resource"),
            "put the message back, or run `handback sync` to forget it",
        ),
        Change::HumanEdit { id, file, .. } => (
            Code::StateOutOfDate,
            id,
            file,
            format!("the translation `{id}` was edited after the last sync"),
            "run `handback sync` and commit what it writes",
        ),
        Change::Recognized { id, file, .. } => (
            Code::StateOutOfDate,
            id,
            file,
            format!("the state lost track of the translation `{id}`, which is on record elsewhere"),
            "run `handback sync` and commit what it writes",
        ),
        Change::Unproven { id, file, .. } => (
            Code::StateOutOfDate,
            id,
            file,
            format!("nothing says who made the translation `{id}`: its state is lost"),
            "bring the state back from git if you can; else run `handback sync`, then `handback review`",
        ),
        Change::Unknown { id, file } if is_own(id) => (
            Code::UnknownMessage,
            id,
            file,
            format!("the place of `{id}` is lost: the state that says where it stands is not there"),
            "bring the state back from git, or adopt a page that has it; else remove the message",
        ),
        Change::Unknown { id, file } => (
            Code::UnknownMessage,
            id,
            file,
            format!("`{id}` is a message that no document has"),
            "remove it, or correct its id",
        ),
        _ => return None,
    };
    let mut finding = Finding::new(code, message, fix);
    finding.locale = Some(name.into());
    finding.id = Some(id.clone());
    finding.document = key.document().cloned();
    finding.source = english(locale, id).map(Into::into);
    finding.resource = Some(match code {
        Code::StateWithoutMessage => {
            let path = locale.snapshot.config.state_path(name, key);
            let text = files::read_text(&path).unwrap_or_default();
            let line = message_lines(&text).find(|(_, other, _)| *other == &**id).map(|(line, ..)| line);
            Place { file: locale.snapshot.shown(&path).into(), line }
        }
        _ => {
            let line = locale.own().catalog.files.get(key).and_then(|file| file.resource.line(id));
            Place { file: locale.snapshot.shown(&locale.snapshot.config.resource_path(name, key)).into(), line }
        }
    });
    Some(finding)
}
